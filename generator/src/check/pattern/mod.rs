//! Patterns of ECMA-262 as byte tables: what a validator runs, made where the spec is checked.
//!
//! A source is parsed here (the flag `u`, a search unless anchored), made a minimal automaton over the bytes of UTF-8
//! text, and numbered breadth first, so that one pattern always gives one table.

mod automaton;
mod class;
mod minimise;
mod parse;
mod property;
#[cfg(test)]
mod tests;
mod utf8;

use std::fmt;
use std::ops::Range;

/// What a pattern's table may take up, in bytes.
pub const LIMIT: usize = 8 * 1024;

/// Makes the table of a pattern.
///
/// # Errors
/// When the source is no pattern of ECMA-262 with the flag `u`, when no automaton can decide it, or when its table would
/// take up more than [`LIMIT`].
pub fn compile(source: &str) -> Result<PatternTable, PatternError> {
    automaton::table(parse::parse(source)?)
}

/// A pattern as a table of bytes, in the form in which generated code holds it.
///
/// A state is a byte, counted on from `0` in the order of ASCII; a text begins in the state `0`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternTable {
    /// The classes of bytes that lead anywhere, in the order of their first byte.
    pub rows: Vec<PatternRow>,
    /// For each state, `!` where a text may end and `.` where not.
    pub ends: Vec<u8>,
}

/// A class of bytes and where it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternRow {
    /// The bytes, as pairs of first and last.
    pub ranges: Vec<u8>,
    /// For each state, the next one; `.` where there is none.
    pub next: Vec<u8>,
}

impl PatternTable {
    /// Whether the pattern matches somewhere in the text.
    #[must_use]
    pub fn is_match(&self, text: &str) -> bool {
        let mut state = b'0';
        for byte in text.bytes() {
            let row = self.rows.iter().find(|row| row.has(byte));
            match row.and_then(|row| row.next.get(index(state))) {
                Some(&next) if next != b'.' => state = next,
                _ => return false,
            }
        }
        self.ends.get(index(state)) == Some(&b'!')
    }

    /// Whether there is no text at all that the pattern matches.
    #[must_use]
    pub fn matches_nothing(&self) -> bool {
        !self.ends.contains(&b'!')
    }
}

impl PatternRow {
    fn has(&self, byte: u8) -> bool {
        self.ranges.chunks_exact(2).any(|pair| matches!(pair, [first, last] if (*first..=*last).contains(&byte)))
    }
}

fn index(state: u8) -> usize {
    usize::from(state.wrapping_sub(b'0'))
}

/// Why there is no table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PatternError {
    /// The source is no pattern.
    Syntax {
        /// Where, in bytes of the source.
        at: Range<usize>,
        /// What is wrong there.
        what: String,
    },
    /// It is one, and no automaton can decide it.
    Unenforceable {
        /// Where, in bytes of the source.
        at: Range<usize>,
        /// What no automaton can do: `a look-ahead`.
        what: &'static str,
    },
    /// The table would take up more than [`LIMIT`].
    TooLarge,
}

impl fmt::Display for PatternError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax { what, .. } => f.write_str(what),
            Self::Unenforceable { what, .. } => write!(f, "{what} cannot be decided by a table"),
            Self::TooLarge => write!(f, "its table would take up more than {} KiB", LIMIT / 1024),
        }
    }
}

impl std::error::Error for PatternError {}
