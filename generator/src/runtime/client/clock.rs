//! The time, where the platform tells it: `wasm32-unknown-unknown` panics when it is asked.

use std::time::{Duration, Instant, SystemTime};

const CAN_TELL: bool = !cfg!(all(target_family = "wasm", target_os = "unknown"));

/// The time of day; nothing where the platform has no clock.
pub(super) fn today() -> Option<SystemTime> {
    CAN_TELL.then(SystemTime::now)
}

/// When something has to be over.
#[derive(Clone, Copy, Debug)]
pub(super) struct Deadline(Option<Instant>);

impl Deadline {
    /// So long from now; never, where that is beyond what clocks can tell or the platform has none.
    pub(super) fn after(duration: Duration) -> Self {
        Self(CAN_TELL.then(Instant::now).and_then(|now| now.checked_add(duration)))
    }

    /// How long that is from now; nothing where it never comes.
    pub(super) fn left(self) -> Option<Duration> {
        self.0.map(|end| end.saturating_duration_since(Instant::now()))
    }

    pub(super) fn has_passed(self) -> bool {
        self.left().is_some_and(|left| left.is_zero())
    }
}
