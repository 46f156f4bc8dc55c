//! Right to the letter: each rule on values against a second opinion that shares no code with it.
//!
//! Cases are random and the same in each run. `LETTER_CASES` sets how many each test has, `LETTER_SEED` where they begin.

mod dice;
mod formats;
mod javascript;
mod lengths;
mod moments;
mod near_miss;
mod numbers;
mod patterns;
mod pieces;
mod pointers;
mod real;
