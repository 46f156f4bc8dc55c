//! Who hears that documentation and reality drift apart.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use http::StatusCode;

use super::Info;
use crate::runtime::{Deviation, Violation};

/// Hears of deviations and warnings. Any closure is one; [`JsonLines`](super::JsonLines) writes them down.
/// See [deviations](crate::guide::deviations) in the guide.
///
/// It is called on the thread of a call while that is under way, so it should be quick. It changes no outcome: a panic of
/// it is caught where the program unwinds, and costs what it was told of, not the answer to a message that was sent.
pub type Observer = Arc<dyn Fn(&Event<'_>) + Send + Sync>;

/// What an [`Observer`] hears: something was noticed, and where.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Event<'a> {
    /// The endpoint that was called.
    pub endpoint: &'static Info,
    /// The status of the answer that differs; nothing where it is a request that breaks a rule.
    pub status: Option<StatusCode>,
    /// What was noticed.
    pub finding: Finding<'a>,
}

/// What was noticed.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Finding<'a> {
    /// A request breaks a rule that only warns.
    Sent(&'a Violation),
    /// A request breaks so many more rules that only warn: at most 100 are told one by one.
    SentMore(usize),
    /// An answer, a refusal included, differs from the documentation.
    Received(&'a Deviation),
}

/// Tells an observer; a panic of it ends here.
pub(super) fn tell(observer: &Observer, event: &Event<'_>) {
    // Nothing of this crate is seen half changed: the observer only borrows the event.
    _ = catch_unwind(AssertUnwindSafe(|| observer(event)));
}
