//! From a parsed pattern to its table: an automaton over bytes, made minimal, its states numbered depth first.
//!
//! The automaton reads text alone, so what it does with bytes that are no UTF-8 is free. That is used to let it stay
//! in one state while a character's bytes pass that all lead to the same place: a pattern such as `^.{1,200}$` has a
//! state for each character then, instead of eight.

use std::collections::HashMap;

use regex_automata::Anchored;
use regex_automata::MatchKind;
use regex_automata::dfa::{Automaton, StartKind, dense};
use regex_automata::nfa::thompson;
use regex_automata::util::primitives::StateID;
use regex_automata::util::start;
use regex_syntax::hir::Hir;

use super::minimise::{minimise, without_dead_ends};
use super::utf8::Utf8;
use super::{LIMIT, PatternError, PatternRow, PatternTable, STATES, parse};

/// What the automaton may take up while it is made, in bytes.
const WORK: usize = 2 << 20;

/// An automaton; its states are their positions, the first one is where a text begins.
#[derive(Debug)]
pub(super) struct Machine {
    pub(super) states: Vec<State>,
}

/// A state.
#[derive(Clone, Debug)]
pub(super) struct State {
    /// Where in a character it stands.
    pub(super) utf8: Utf8,
    /// Whether a text may end here.
    pub(super) ends: bool,
    /// The next state for each byte.
    pub(super) next: Vec<Option<usize>>,
}

/// The table of a pattern.
pub(super) fn table(pattern: Hir) -> Result<PatternTable, PatternError> {
    let dfa = determinise(&parse::search(pattern)).ok_or(PatternError::TooLarge)?;
    // Folding sees that two ways end alike once they are one state, so it gets a second go.
    let smaller = minimise(fold(without_dead_ends(explore(&dfa)?)), 16 * STATES).ok_or(PatternError::TooLarge)?;
    let machine = minimise(fold(smaller), 16 * STATES).ok_or(PatternError::TooLarge)?;
    let table = numbered(&machine).ok_or(PatternError::TooLarge)?;
    let size: usize = table.rows.iter().map(|row| row.ranges.len() + row.next.len()).sum();
    if size + table.ends.len() <= LIMIT { Ok(table) } else { Err(PatternError::TooLarge) }
}

fn determinise(pattern: &Hir) -> Option<dense::DFA<Vec<u32>>> {
    let captures = thompson::WhichCaptures::None;
    let nfa = thompson::Compiler::new()
        .configure(thompson::Config::new().which_captures(captures).nfa_size_limit(Some(WORK)))
        .build_from_hir(pattern)
        .ok()?;
    let config = dense::Config::new()
        .start_kind(StartKind::Anchored)
        .match_kind(MatchKind::All)
        .accelerate(false)
        .dfa_size_limit(Some(WORK))
        .determinize_size_limit(Some(WORK));
    dense::Builder::new().configure(config).build_from_nfa(&nfa).ok()
}

/// All states that text leads to, each with its place in a character.
fn explore(dfa: &dense::DFA<Vec<u32>>) -> Result<Machine, PatternError> {
    let begin = dfa.start_state(&start::Config::new().anchored(Anchored::Yes)).map_err(|_| PatternError::TooLarge)?;
    let mut found: Vec<(StateID, Utf8)> = vec![(begin, Utf8::Boundary)];
    let mut indices = HashMap::from([((begin, Utf8::Boundary), 0)]);
    let mut states = Vec::new();
    while let Some(&(id, utf8)) = found.get(states.len()) {
        let next = (0..=u8::MAX).map(|byte| {
            let key = (dfa.next_state(id, byte), utf8.after(byte)?);
            (!dfa.is_dead_state(key.0)).then(|| {
                *indices.entry(key).or_insert_with(|| {
                    found.push(key);
                    found.len() - 1
                })
            })
        });
        let next = next.collect();
        states.push(State { utf8, ends: dfa.is_match_state(dfa.next_eoi_state(id)), next });
    }
    Ok(Machine { states })
}

/// Lets a state within a character be the one after the character, wherever that one is certain.
fn fold(mut machine: Machine) -> Machine {
    let mut after: Vec<usize> = (0..machine.states.len()).collect();
    for _ in 1..char::MAX.len_utf8() {
        after = (0..machine.states.len()).map(|state| settled(&machine.states, &after, state)).collect();
    }
    if after.iter().enumerate().all(|(state, after)| state == *after) {
        return machine;
    }
    for (index, state) in machine.states.iter_mut().enumerate() {
        for (byte, next) in (0..=u8::MAX).zip(&mut state.next) {
            match next {
                Some(next) => *next = after.get(*next).copied().unwrap_or(*next),
                // The rest of a character that has been taken as read.
                None if state.utf8 == Utf8::Boundary && matches!(byte, 0x80..=0xBF) => *next = Some(index),
                None => {}
            }
        }
    }
    // What nothing leads to any more becomes like the state after it, so that the two merge.
    let states = after.iter().filter_map(|after| machine.states.get(*after).cloned()).collect();
    Machine { states }
}

/// The one state that all ways through the rest of a character lead to, by what is known of the next ones; the state
/// itself where there are several.
fn settled(states: &[State], after: &[usize], state: usize) -> usize {
    let Some(State { utf8, next, .. }) = states.get(state).filter(|found| found.utf8 != Utf8::Boundary) else {
        return state;
    };
    let ways = (0..=u8::MAX).zip(next).filter(|(byte, _)| utf8.after(*byte).is_some());
    let mut ends = ways.map(|(_, next)| after.get((*next)?).copied());
    let is_after = |end: &usize| states.get(*end).is_some_and(|found| found.utf8 == Utf8::Boundary);
    match ends.next().flatten().filter(is_after) {
        Some(end) if ends.all(|other| other == Some(end)) => end,
        _ => state,
    }
}

/// Numbers the states depth first, bytes in their order, so that what mostly follows a state is its neighbour, which the
/// interpreter steps to fastest; nothing where there are too many.
fn numbered(machine: &Machine) -> Option<PatternTable> {
    let mut numbers = vec![None; machine.states.len()];
    let mut order = Vec::new();
    let mut waiting = vec![0];
    while let Some(index) = waiting.pop() {
        if let (Some(number @ None), Some(state)) = (numbers.get_mut(index), machine.states.get(index)) {
            *number = Some(order.len());
            order.push(state);
            waiting.extend(state.next.iter().rev().flatten());
        }
    }
    if order.len() > STATES {
        return None;
    }
    let name = |next: Option<usize>| {
        let number = next.and_then(|next| *numbers.get(next)?).and_then(|number| u8::try_from(number).ok());
        number.and_then(|number| b'0'.checked_add(number)).unwrap_or(b'.')
    };
    let mut rows: Vec<PatternRow> = Vec::new();
    for byte in 0..=u8::MAX {
        // Bytes that no text holds go with their neighbours, for fewer ranges.
        let like = match byte {
            0xC0..=0xC1 => 0xC2,
            0xF5.. => 0xF4,
            byte => byte,
        };
        let next: Vec<u8> =
            order.iter().map(|state| name(state.next.get(usize::from(like)).copied().flatten())).collect();
        if next.iter().all(|next| *next == b'.') {
            continue;
        }
        match rows.iter_mut().find(|row| row.next == next) {
            Some(row) => match row.ranges.last_mut() {
                Some(last) if last.checked_add(1) == Some(byte) => *last = byte,
                _ => row.ranges.extend([byte, byte]),
            },
            None => rows.push(PatternRow { ranges: vec![byte, byte], next }),
        }
    }
    Some(PatternTable { rows, ends: order.iter().map(|state| if state.ends { b'!' } else { b'.' }).collect() })
}
