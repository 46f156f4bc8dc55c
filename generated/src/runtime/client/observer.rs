//! Who hears that documentation and reality drift apart.

use std::sync::Arc;

use super::Info;
use crate::runtime::{Deviation, Violation};

/// Hears of deviations and warnings. It is called while a call is under way: it should be quick, and must not panic,
/// since a panic would unwind through a call whose message was sent.
pub type Observer = Arc<dyn Fn(&Event<'_>) + Send + Sync>;

/// What was noticed, and where.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Event<'a> {
    /// The endpoint.
    pub endpoint: &'static Info,
    /// What was noticed.
    pub finding: Finding<'a>,
}

/// What was noticed.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum Finding<'a> {
    /// A request breaks a rule that only warns.
    Sent(&'a Violation),
    /// An answer, a refusal included, differs from the documentation.
    Received(&'a Deviation),
}
