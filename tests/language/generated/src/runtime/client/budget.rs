//! How many retries a client makes, all its calls taken together.

use std::sync::atomic::{AtomicU32, Ordering};

/// What is left of a client's retries, in tenths. A retry takes a whole one and a success gives a tenth back, so that a
/// server which is down gets hardly more than one request per call, and one that stumbles now and then gets them all.
#[derive(Debug)]
pub(super) struct Budget {
    left: AtomicU32,
    full: u32,
}

impl Budget {
    /// The retries that a client begins with unless told otherwise.
    pub(super) const DEFAULT: u32 = 100;

    const RETRY: u32 = 10;

    /// So many retries before the first success.
    pub(super) const fn of(retries: u32) -> Self {
        let full = retries.saturating_mul(Self::RETRY);
        Self { left: AtomicU32::new(full), full }
    }

    /// Takes a retry; false where none is left.
    pub(super) fn take(&self) -> bool {
        self.change(|left| left.checked_sub(Self::RETRY))
    }

    /// Gives back what a success is worth.
    pub(super) fn give_back(&self) {
        self.change(|left| (left < self.full).then_some(left + 1));
    }

    /// Only the count matters, so no order with other memory is asked for.
    fn change(&self, next: impl FnMut(u32) -> Option<u32>) -> bool {
        self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, next).is_ok()
    }
}
