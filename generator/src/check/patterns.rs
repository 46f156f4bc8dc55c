//! The tables of a run's patterns, each made once.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::pattern::{PatternError, PatternTable, compile};

/// The tables of a run's patterns, by source; a clone has the same ones.
#[derive(Clone, Debug, Default)]
pub(crate) struct Patterns(Arc<Mutex<HashMap<String, Compiled>>>);

/// What became of a pattern.
type Compiled = Arc<Result<PatternTable, PatternError>>;

impl Patterns {
    /// The table of a pattern, or why there is none.
    pub(crate) fn compile(&self, source: &str) -> Compiled {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = known.get(source) {
            return Arc::clone(known);
        }
        let made = Arc::new(compile(source));
        known.insert(source.to_owned(), Arc::clone(&made));
        made
    }
}
