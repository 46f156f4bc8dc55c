//! Whether a transport does what clients rely on: it sends once, hands on what came, and tells whether the server may
//! have acted.
//!
//! The transports of this crate pass. [`check`] tests one of your own in the same way; the guide has an
//! [example](crate::guide::transports#a-transport-of-your-own).
//!
//! Each case runs against a server of its own on a loopback address: one that refuses, hangs, breaks off at every point
//! of an exchange, answers too much, too slowly or nonsense, or tempts into redirects, cookies and a second attempt.

mod case;
mod cases;
mod server;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::{error, fmt, thread};

use self::case::Case;
use super::{Limits, Request, Response, TransportError};

/// How many cases run at once; most of them wait.
const AT_ONCE: usize = 8;

/// Runs all cases; it takes some seconds, and some minutes where a transport does not keep to its limits.
///
/// What is given sends a request once, within the limits, and is called from several threads at once. An asynchronous
/// transport is given as `|request, limits| runtime.block_on(transport.send(request, limits))`.
///
/// # Errors
/// All cases in which it departs from what clients rely on.
pub fn check<S>(send: S) -> Result<(), Departures>
where
    S: Fn(Request, Limits) -> Result<Response, TransportError> + Sync,
{
    let cases = cases::all();
    let next = AtomicUsize::new(0);
    let found = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                while let Some((index, case)) = take(&cases, &next) {
                    if let Err(departure) = case.run(&send) {
                        found.lock().unwrap_or_else(PoisonError::into_inner).push((index, departure));
                    }
                }
            });
        }
    });
    let mut found = found.into_inner().unwrap_or_else(PoisonError::into_inner);
    found.sort_by_key(|(index, _)| *index);
    let list: Vec<Departure> = found.into_iter().map(|(_, departure)| departure).collect();
    if list.is_empty() { Ok(()) } else { Err(Departures { list }) }
}

fn take<'c>(cases: &'c [Case], next: &AtomicUsize) -> Option<(usize, &'c Case)> {
    let index = next.fetch_add(1, Ordering::Relaxed);
    Some((index, cases.get(index)?))
}

/// A transport does not do what clients rely on.
#[non_exhaustive]
pub struct Departures {
    /// Each case, in the order in which they are listed.
    pub list: Vec<Departure>,
}

/// A case in which a transport does not do what clients rely on.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Departure {
    /// What the case is about.
    pub case: &'static str,
    /// What clients rely on.
    pub expected: String,
    /// What came instead.
    pub found: String,
}

impl fmt::Display for Departure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: expected {}, found {}", self.case, self.expected, self.found)
    }
}

impl fmt::Display for Departures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = self.list.len();
        write!(f, "{count} {}", if count == 1 { "departure" } else { "departures" })?;
        self.list.iter().try_for_each(|departure| write!(f, "\n- {departure}"))
    }
}

/// As `Display`, so that an `unwrap` in a test reads well.
impl fmt::Debug for Departures {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl error::Error for Departures {}
