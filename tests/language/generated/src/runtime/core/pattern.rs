//! Patterns of specs, as tables that one small interpreter runs.

use std::fmt;

/// A pattern: its ECMAScript source for messages, and the automaton that decides.
///
/// A row of the table is a class of bytes, as pairs of first and last, and for each state, from `0` on in the order of
/// ASCII, the state that such a byte leads to; `.` is none. A text begins in the state `0` and may end in those that
/// have a `!`.
pub struct Pattern<'t> {
    source: &'t str,
    table: &'t [(&'t [u8], &'t [u8])],
    ends: &'t [u8],
    /// The row of each byte, counted from 1.
    rows: [u8; 256],
    /// Of each byte of ASCII, the states that it leads to their neighbour, as bits: in most texts the next state is known
    /// before the table has been read.
    steps: [u64; 128],
}

impl<'t> Pattern<'t> {
    /// A pattern by its source, its table and the states that a text may end in.
    #[must_use]
    #[allow(clippy::cast_possible_truncation, reason = "as many classes as bytes at most")]
    pub const fn new(source: &'t str, table: &'t [(&'t [u8], &'t [u8])], ends: &'t [u8]) -> Self {
        let (mut rows, mut steps) = ([0; 256], [0; 128]);
        let mut row = 0;
        while row < table.len() {
            let (ranges, next) = table[row];
            let neighbours = neighbours(next);
            let mut pair = 0;
            while pair + 1 < ranges.len() {
                let mut byte = ranges[pair] as usize;
                while byte <= ranges[pair + 1] as usize {
                    rows[byte] = row as u8 + 1;
                    if byte < steps.len() {
                        steps[byte] = neighbours;
                    }
                    byte += 1;
                }
                pair += 2;
            }
            row += 1;
        }
        Self { source, table, ends, rows, steps }
    }

    /// The pattern as the documentation has it.
    #[must_use]
    pub const fn source(&self) -> &'t str {
        self.source
    }

    /// Whether the pattern matches the text.
    #[inline]
    #[must_use]
    pub fn is_match(&self, text: &str) -> bool {
        let mut state = 0;
        for byte in text.bytes() {
            let steps = self.steps.get(usize::from(byte)).map_or(0, |steps| steps.checked_shr(state).unwrap_or(0));
            if steps & 1 == 1 {
                state += 1;
                continue;
            }
            match self.next(byte, state) {
                Some(next) => state = next,
                None => return false,
            }
        }
        self.ends.get(state as usize) == Some(&b'!')
    }

    #[inline]
    fn next(&self, byte: u8, state: u32) -> Option<u32> {
        let row = usize::from(self.rows[usize::from(byte)]).checked_sub(1)?;
        let (_, next) = self.table.get(row)?;
        u32::from(*next.get(state as usize)?).checked_sub(u32::from(b'0'))
    }
}

/// The first 64 states that a row leads to their neighbour, as bits.
const fn neighbours(next: &[u8]) -> u64 {
    let mut bits = 0;
    let mut state = 0;
    while state < next.len() && state < 64 {
        if next[state] as usize == b'0' as usize + state + 1 {
            bits |= 1 << state;
        }
        state += 1;
    }
    bits
}

impl fmt::Debug for Pattern<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "/{}/", self.source)
    }
}
