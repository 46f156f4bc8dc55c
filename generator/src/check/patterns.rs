//! The tables of a run's patterns, each made once.

use std::collections::HashMap;
use std::rc::Rc;

use super::pattern::{PatternError, PatternTable, compile};

/// The tables of a run's patterns, by source.
#[derive(Debug, Default)]
pub(super) struct Patterns(HashMap<String, Rc<Result<PatternTable, PatternError>>>);

impl Patterns {
    /// The table of a pattern, or why there is none.
    pub(super) fn compile(&mut self, source: &str) -> Rc<Result<PatternTable, PatternError>> {
        if let Some(known) = self.0.get(source) {
            return Rc::clone(known);
        }
        let made = Rc::new(compile(source));
        self.0.insert(source.to_owned(), Rc::clone(&made));
        made
    }
}
