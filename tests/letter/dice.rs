//! Random choices that come out the same in each run.

use std::env;

/// A source of random choices (`SplitMix64`).
pub struct Dice(u64);

impl Dice {
    pub const fn of(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    pub const fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// One of the numbers below a bound, which is not 0.
    pub fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.roll() % bound as u64).expect("it is below a `usize`")
    }

    /// One of the numbers from `first` to `last`.
    pub fn within(&mut self, first: usize, last: usize) -> usize {
        first + self.below(last - first + 1)
    }

    /// Whether the one of so many happened.
    pub fn one_in(&mut self, chances: usize) -> bool {
        self.below(chances) == 0
    }

    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// A text of one-character and longer pieces.
    pub fn text(&mut self, pieces: &[&str], first: usize, last: usize) -> String {
        (0..self.within(first, last)).map(|_| *self.pick(pieces)).collect()
    }
}

/// Dice for each case, with the seed that brings it back.
pub fn cases(usual: u64) -> impl Iterator<Item = (u64, Dice)> {
    let set = |name| env::var(name).ok().map(|text| text.parse::<u64>().unwrap_or_else(|_| panic!("{name}: {text}")));
    let first = set("LETTER_SEED").unwrap_or(1);
    (first..first + set("LETTER_CASES").unwrap_or(usual)).map(|seed| (seed, Dice::of(seed)))
}
