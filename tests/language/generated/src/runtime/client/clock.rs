//! The time, where the platform tells it: `wasm32-unknown-unknown` panics when it is asked, or told to wait.

use std::time::{Duration, Instant, SystemTime};

const CAN_TELL: bool = !cfg!(all(target_family = "wasm", target_os = "unknown"));

/// The time of day; nothing where the platform has no clock.
pub(super) fn today() -> Option<SystemTime> {
    CAN_TELL.then(SystemTime::now)
}

/// Blocks the thread; not at all where the platform cannot.
pub(super) fn sleep(delay: Duration) {
    if CAN_TELL {
        std::thread::sleep(delay);
    }
}

/// When something has to be over.
#[derive(Clone, Copy, Debug)]
pub(super) struct Deadline {
    end: Option<Instant>,
    /// All the time that there was.
    total: Duration,
}

impl Deadline {
    /// So long from now; never, where that is beyond what clocks can tell or the platform has none.
    pub(super) fn after(total: Duration) -> Self {
        Self { end: CAN_TELL.then(Instant::now).and_then(|now| now.checked_add(total)), total }
    }

    /// How long that is from now; nothing where it never comes.
    pub(super) fn left(self) -> Option<Duration> {
        self.end.map(|end| end.saturating_duration_since(Instant::now()))
    }

    /// Whether a wait is over before it; without a clock, whether it is shorter than all the time that there was.
    pub(super) fn allows(self, wait: Duration) -> bool {
        wait < self.left().unwrap_or(self.total)
    }

    pub(super) fn has_passed(self) -> bool {
        self.left().is_some_and(|left| left.is_zero())
    }
}
