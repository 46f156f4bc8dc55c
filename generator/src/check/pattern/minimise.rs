//! The smallest automaton that decides the same, by Moore's refinement.

use std::collections::{HashMap, VecDeque};

use super::automaton::{Machine, State};

/// Merges states that no text tells apart; nothing where more than `limit` remain.
pub(super) fn minimise(machine: Machine, limit: usize) -> Option<Machine> {
    let columns = columns(&machine);
    // Long patterns are chains, of which refinement would tell apart one more state in each round; by how far they are from
    // an end all are told apart at once.
    let distances = distances(&machine);
    let mut blocks = blocks(machine.states.iter().zip(distances).map(|(state, distance)| (state.utf8, distance)));
    loop {
        if blocks.count > limit {
            return None;
        }
        let signature = |(index, state): (usize, &State)| {
            let next = columns.iter().map(|byte| blocks.of(state.next.get(*byte).copied().flatten()?));
            std::iter::once(blocks.of(index)).chain(next).collect::<Vec<_>>()
        };
        let finer = self::blocks(machine.states.iter().enumerate().map(signature));
        if finer.count == blocks.count {
            return Some(merged(machine, &blocks));
        }
        blocks = finer;
    }
}

/// The states, each in one of some blocks, numbered in the order of their first states.
struct Blocks {
    count: usize,
    numbers: Vec<usize>,
}

impl Blocks {
    fn of(&self, state: usize) -> Option<usize> {
        self.numbers.get(state).copied()
    }
}

fn blocks<K: std::hash::Hash + Eq>(signatures: impl Iterator<Item = K>) -> Blocks {
    let mut known = HashMap::new();
    let numbers = signatures.map(|signature| {
        let next = known.len();
        *known.entry(signature).or_insert(next)
    });
    let numbers = numbers.collect();
    Blocks { count: known.len(), numbers }
}

fn merged(machine: Machine, blocks: &Blocks) -> Machine {
    let mut states: Vec<State> = Vec::with_capacity(blocks.count);
    for (state, block) in machine.states.into_iter().zip(&blocks.numbers) {
        if *block == states.len() {
            let next = state.next.into_iter().map(|next| next.and_then(|next| blocks.of(next))).collect();
            states.push(State { next, ..state });
        }
    }
    Machine { states }
}

/// One byte of each class that all states treat alike.
fn columns(machine: &Machine) -> Vec<usize> {
    let column =
        |byte: &usize| machine.states.iter().map(|state| state.next.get(*byte).copied().flatten()).collect::<Vec<_>>();
    let mut known = HashMap::new();
    for byte in 0..256 {
        known.entry(column(&byte)).or_insert(byte);
    }
    let mut columns: Vec<usize> = known.into_values().collect();
    columns.sort_unstable();
    columns
}

/// Takes away every step to a state after which no text can match.
pub(super) fn without_dead_ends(mut machine: Machine) -> Machine {
    let distances = distances(&machine);
    for next in machine.states.iter_mut().flat_map(|state| &mut state.next) {
        *next = next.filter(|next| distances.get(*next).copied().flatten().is_some());
    }
    machine
}

/// How many bytes it takes from each state to one in which a text may end; nothing where none is reached.
fn distances(machine: &Machine) -> Vec<Option<usize>> {
    let mut before = vec![Vec::new(); machine.states.len()];
    for (index, state) in machine.states.iter().enumerate() {
        for next in state.next.iter().flatten() {
            if let Some(before) = before.get_mut(*next)
                && before.last() != Some(&index)
            {
                before.push(index);
            }
        }
    }
    let mut distances: Vec<Option<usize>> = machine.states.iter().map(|state| state.ends.then_some(0)).collect();
    let ends = distances.iter().enumerate().filter(|(_, distance)| distance.is_some());
    let mut waiting: VecDeque<(usize, usize)> = ends.map(|(index, _)| (index, 0)).collect();
    while let Some((index, distance)) = waiting.pop_front() {
        for before in before.get(index).into_iter().flatten() {
            if let Some(unset @ None) = distances.get_mut(*before) {
                *unset = Some(distance + 1);
                waiting.push_back((*before, distance + 1));
            }
        }
    }
    distances
}
