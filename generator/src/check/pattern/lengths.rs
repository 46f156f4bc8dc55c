//! How long the texts are that a pattern matches.

use std::collections::BTreeSet;

use super::PatternTable;

/// Beyond this length nothing is followed up: bounds are taken as met.
const FAR: u64 = 4096;

impl PatternTable {
    /// Whether the pattern matches a text of so many characters (code points), as far as that can be told with little
    /// work.
    #[must_use]
    pub fn has_match_of(&self, min: u64, max: u64) -> bool {
        if min > FAR {
            return true;
        }
        // Whatever is matched beyond `min` is matched with fewer characters than there are states more, too: a longer
        // way goes through one state twice.
        let states = u64::try_from(self.ends.len()).unwrap_or(u64::MAX);
        let last = max.min(min.saturating_add(states));
        let mut now = BTreeSet::from([0]);
        for length in 0..=last {
            if length >= min && now.iter().any(|state| self.ends.get(*state) == Some(&b'!')) {
                return true;
            }
            now = self.after(&now, |byte| !is_continuation(byte));
            // The rest of a character counts no more.
            loop {
                let rest = self.after(&now, is_continuation);
                if rest.is_subset(&now) {
                    break;
                }
                now.extend(rest);
            }
            if now.is_empty() {
                return false;
            }
        }
        false
    }

    fn after(&self, states: &BTreeSet<usize>, takes: impl Fn(u8) -> bool) -> BTreeSet<usize> {
        let is_taken = |pair: &[u8]| matches!(pair, [first, last] if (*first..=*last).any(&takes));
        let rows = self.rows.iter().filter(|row| row.ranges.chunks_exact(2).any(is_taken));
        let next = rows.flat_map(|row| states.iter().filter_map(|state| row.next.get(*state)));
        next.filter_map(|next| next.checked_sub(b'0')).map(usize::from).collect()
    }
}

/// Whether a byte is within a character of UTF-8.
const fn is_continuation(byte: u8) -> bool {
    matches!(byte, 0x80..=0xBF)
}
