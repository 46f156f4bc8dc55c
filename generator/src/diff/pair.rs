//! Which thing of the old specs is which of the new ones.

use std::collections::{HashMap, HashSet};

/// The most pairs that are compared to find a rename that nobody stated.
const MOST_COMPARED: usize = 10_000;

/// Things of both sides.
#[derive(Debug)]
pub(super) struct Pairs<'o, 'n, T> {
    /// What both sides have, in the order of the new one.
    pub both: Vec<Pair<'o, 'n, T>>,
    /// What the old side alone has, in its order.
    pub removed: Vec<&'o T>,
    /// What the new side alone has, in its order.
    pub added: Vec<&'n T>,
}

/// One thing on both sides.
#[derive(Debug)]
pub(super) struct Pair<'o, 'n, T> {
    pub old: &'o T,
    pub new: &'n T,
    pub by: By,
}

impl<T> Clone for Pair<'_, '_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Pair<'_, '_, T> {}

/// Why two things are taken for one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By {
    /// They have the same name.
    Name,
    /// The new one says so by `renamed_from`; or the old one, where a rename is taken back.
    Statement,
    /// Their names in Rust are the same, and no others are.
    Rust,
    /// All but their names agrees, and with no other.
    Likeness,
}

/// Pairs by statement, then by name, then by what is the same in Rust, then by likeness.
///
/// What is new and says what it was called is that, also where something else has taken the name over. A statement that
/// stood there before is history, and so is one that the new side does not make any more: these yield to names.
pub(super) fn pair<'o, 'n, T>(
    old: &'o [T],
    new: &'n [T],
    name: impl Fn(&T) -> String,
    former: impl Fn(&T) -> Option<String>,
    alike: impl Fn(&'o T, &'n T) -> Option<By>,
) -> Pairs<'o, 'n, T> {
    let names: HashMap<String, usize> = old.iter().enumerate().map(|(index, one)| (name(one), index)).collect();
    let formers: HashMap<String, usize> =
        old.iter().enumerate().filter_map(|(index, one)| Some((former(one)?, index))).collect();
    let stated = |one: &T| former(one).filter(|_| !names.contains_key(&name(one)));
    let mut found: Vec<Option<(usize, By)>> = new.iter().map(|_| None).collect();
    let mut taken: HashSet<usize> = HashSet::new();
    let mut claim = |by: By, of: &dyn Fn(&T) -> Option<usize>| {
        for (one, found) in new.iter().zip(&mut found).filter(|(_, found)| found.is_none()) {
            *found = of(one).filter(|index| taken.insert(*index)).map(|index| (index, by));
        }
    };
    claim(By::Statement, &|one| names.get(&stated(one)?).copied());
    claim(By::Name, &|one| names.get(&name(one)).copied());
    claim(By::Statement, &|one| formers.get(&name(one)).copied());
    let free_old: Vec<usize> = (0..old.len()).filter(|index| !taken.contains(index)).collect();
    let free_new: Vec<usize> = (0..new.len()).filter(|index| found[*index].is_none()).collect();
    if free_old.len().saturating_mul(free_new.len()) <= MOST_COMPARED {
        let likenesses: Vec<(usize, usize, By)> = free_old
            .iter()
            .flat_map(|from| free_new.iter().map(move |to| (*from, *to)))
            .filter_map(|(from, to)| Some((from, to, alike(&old[from], &new[to])?)))
            .collect();
        // A name says more than likeness.
        for kind in [By::Rust, By::Likeness] {
            let is_free = |from: &usize, to: &usize, found: &[Option<(usize, By)>], taken: &HashSet<usize>| {
                found[*to].is_none() && !taken.contains(from)
            };
            let of_kind: Vec<(usize, usize)> = likenesses
                .iter()
                .filter(|(from, to, by)| *by == kind && is_free(from, to, &found, &taken))
                .map(|(from, to, _)| (*from, *to))
                .collect();
            for (from, to) in &of_kind {
                let only = of_kind.iter().filter(|(a, b)| a == from || b == to).count() == 1;
                if only {
                    taken.insert(*from);
                    found[*to] = Some((*from, kind));
                }
            }
        }
    }
    let mut pairs = Pairs { both: Vec::new(), removed: Vec::new(), added: Vec::new() };
    for (one, found) in new.iter().zip(found) {
        match found {
            Some((index, by)) => pairs.both.push(Pair { old: &old[index], new: one, by }),
            None => pairs.added.push(one),
        }
    }
    pairs.removed = old.iter().enumerate().filter(|(index, _)| !taken.contains(index)).map(|(_, one)| one).collect();
    pairs
}
