//! Random cases that are the same in each run.

/// `SplitMix64`, by Sebastiano Vigna.
pub struct Random(u64);

impl Random {
    /// The numbers of a case.
    pub fn of(case: u64) -> Self {
        Self(case.wrapping_mul(0xa076_1d64_78bd_642f))
    }

    /// A number below `end`, which is not 0.
    pub fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % end
    }

    /// One of some things.
    pub fn one<'t, T>(&mut self, of: &'t [T]) -> &'t T {
        let index = self.below(of.len() as u64);
        &of[usize::try_from(index).unwrap()]
    }
}
