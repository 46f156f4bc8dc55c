//! A process that judges mutants one after the other, within bounds of memory, and tells of each before and after.

use std::io::{self, Write};
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Instant;

use camino::Utf8Path;
use tempfile::TempDir;

use crate::corpus::Corpus;
use crate::laws::{Laws, Verdict};
use crate::mutant::Mutant;

/// What a process may take up, in bytes of addresses: far more than the biggest specs need.
const MEMORY: u64 = 2 << 30;

/// What a worker tells, a line each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// It begins with a mutant.
    Begun { number: u64 },
    /// It has judged it, in so many microseconds.
    Judged { number: u64, verdict: Verdict, took: u64 },
    /// The mutant breaks a law.
    Broken { number: u64, law: String },
    /// Its peak of memory so far, in KiB.
    Peak { kib: u64 },
}

impl Told {
    pub fn to_line(&self) -> String {
        match self {
            Self::Begun { number } => format!("begun {number}"),
            Self::Judged { number, verdict: Verdict::Refused, took } => format!("refused {number} {took}"),
            Self::Judged { number, verdict: Verdict::Accepted { code }, took } => {
                format!("accepted {number} {took} {code}")
            }
            Self::Broken { number, law } => format!("broken {number} {}", law.escape_default()),
            Self::Peak { kib } => format!("peak {kib}"),
        }
    }

    pub fn of_line(line: &str) -> Option<Self> {
        let mut words = line.splitn(3, ' ');
        let (what, number, rest) = (words.next()?, words.next()?.parse().ok()?, words.next());
        Some(match (what, rest) {
            ("begun", None) => Self::Begun { number },
            ("refused", Some(took)) => Self::Judged { number, verdict: Verdict::Refused, took: took.parse().ok()? },
            ("accepted", Some(rest)) => {
                let (took, code) = rest.split_once(' ')?;
                Self::Judged {
                    number,
                    verdict: Verdict::Accepted { code: code.parse().ok()? },
                    took: took.parse().ok()?,
                }
            }
            ("broken", Some(law)) => Self::Broken { number, law: law.to_owned() },
            ("peak", None) => Self::Peak { kib: number },
            _ => return None,
        })
    }
}

/// Judges the mutants of these numbers.
///
/// # Errors
/// When a folder cannot be written, or nobody listens.
pub fn work(seed: u64, numbers: Range<u64>) -> io::Result<()> {
    limit_memory()?;
    let (corpus, laws) = (Corpus::read()?, Laws::new());
    let panicked: &'static Mutex<String> = Box::leak(Box::default());
    std::panic::set_hook(Box::new(|panic| {
        *panicked.lock().unwrap_or_else(PoisonError::into_inner) = panic.to_string();
    }));
    for number in numbers {
        tell(&Told::Begun { number })?;
        let began = Instant::now();
        // A thread of its own, with the stack that threads have: the program's own have as much or more.
        let judge = || judge(&laws, &Mutant::of(&corpus, seed, number));
        let judged = thread::scope(|scope| scope.spawn(|| catch_unwind(AssertUnwindSafe(judge))).join());
        let took = u64::try_from(began.elapsed().as_micros()).unwrap_or(u64::MAX);
        tell(&match judged {
            Ok(Ok(Ok(verdict))) => Told::Judged { number, verdict, took },
            Ok(Ok(Err(law))) => Told::Broken { number, law },
            Ok(Err(_)) | Err(_) => {
                Told::Broken { number, law: panicked.lock().unwrap_or_else(PoisonError::into_inner).clone() }
            }
        })?;
    }
    tell(&Told::Peak { kib: peak()? })
}

pub fn judge(laws: &Laws, mutant: &Mutant) -> Result<Verdict, String> {
    let folder = folder().map_err(|error| format!("no folder: {error}"))?;
    let specs = folder.path().join("specs");
    mutant.write(&specs).map_err(|error| format!("cannot be written: {error}"))?;
    laws.judge(Utf8Path::from_path(&specs).ok_or("a folder that is not UTF-8")?, mutant)
}

/// A folder in memory, where the system has such.
fn folder() -> io::Result<TempDir> {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { TempDir::new_in(memory).or_else(|_| TempDir::new()) } else { TempDir::new() }
}

fn tell(told: &Told) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{}", told.to_line())?;
    out.flush()
}

#[cfg(unix)]
fn limit_memory() -> io::Result<()> {
    use nix::sys::resource::{Resource, setrlimit};
    setrlimit(Resource::RLIMIT_AS, MEMORY, MEMORY).map_err(io::Error::from)
}

#[cfg(not(unix))]
fn limit_memory() -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn peak() -> io::Result<u64> {
    use nix::sys::resource::{UsageWho, getrusage};
    let usage = getrusage(UsageWho::RUSAGE_SELF).map_err(io::Error::from)?;
    Ok(u64::try_from(usage.max_rss()).unwrap_or_default())
}

#[cfg(not(unix))]
fn peak() -> io::Result<u64> {
    Ok(0)
}
