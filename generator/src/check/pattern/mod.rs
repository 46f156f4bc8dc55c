//! Patterns of ECMA-262 as byte tables: what a validator runs, made where the spec is checked.
//!
//! A source is parsed here (the flag `u`, a search unless anchored), made a minimal automaton over the bytes of UTF-8
//! text, and numbered depth first, so that one pattern always gives one table.

mod automaton;
mod class;
mod escape;
mod lengths;
mod minimise;
mod parse;
mod property;
#[cfg(test)]
mod tests;
mod utf8;

use std::fmt;
use std::ops::Range;

use crate::runtime::Pattern;

/// What a pattern's table may take up, in bytes.
pub const LIMIT: usize = 8 * 1024;

/// How many states a table may have: as many as a byte can name, from `0` on.
pub const STATES: usize = (u8::MAX - b'0') as usize + 1;

/// Makes the table of a pattern.
///
/// # Errors
/// When the source is no pattern of ECMA-262 with the flag `u`, when no automaton can decide it, or when its table would
/// take up more than [`LIMIT`] or have more than [`STATES`].
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
    /// Whether the pattern matches somewhere in the text, by the interpreter that validators run.
    #[must_use]
    pub fn is_match(&self, text: &str) -> bool {
        let rows: Vec<(&[u8], &[u8])> = self.rows.iter().map(|row| (&*row.ranges, &*row.next)).collect();
        Pattern::new("", &rows, &self.ends).is_match(text)
    }

    /// Whether there is no text at all that the pattern matches.
    #[must_use]
    pub fn matches_nothing(&self) -> bool {
        !self.ends.contains(&b'!')
    }
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
    /// The table would take up more than [`LIMIT`], or have more than [`STATES`].
    TooLarge,
}

impl fmt::Display for PatternError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax { what, .. } => f.write_str(what),
            Self::Unenforceable { what, .. } => write!(f, "{what} cannot be decided by a table"),
            Self::TooLarge => {
                write!(f, "its table would take up more than {} KiB, or have more than {STATES} states", LIMIT / 1024)
            }
        }
    }
}

impl std::error::Error for PatternError {}
