//! Worker processes, and what is done where one of them dies or does not come to an end.

use std::env;
use std::io::{self, BufRead, BufReader};
use std::ops::Range;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::thread;
use std::time::Duration;

use crate::laws::Verdict;
use crate::worker::Told;

/// How long one mutant may take: some thousand times what the slowest takes.
const PATIENCE: Duration = Duration::from_secs(300);

/// After so many broken laws of one worker, there is enough to look into.
const MOST_BROKEN: usize = 20;

/// What became of all mutants.
#[derive(Default)]
pub struct Outcome {
    pub refused: u64,
    /// The accepted ones, each with what stands for its code.
    pub accepted: Vec<(u64, u64)>,
    /// The mutants that break a law.
    pub broken: Vec<(u64, String)>,
    /// The slowest mutant, and how long it took.
    pub slowest: (u64, Duration),
    /// The peak of memory of a worker, in KiB.
    pub peak: u64,
}

impl Outcome {
    fn take(&mut self, told: Told) {
        match told {
            Told::Begun { .. } => {}
            Told::Judged { number, verdict, took } => {
                match verdict {
                    Verdict::Refused => self.refused += 1,
                    Verdict::Accepted { code } => self.accepted.push((number, code)),
                }
                self.slowest = slower(self.slowest, (number, Duration::from_micros(took)));
            }
            Told::Broken { number, law } => self.broken.push((number, law)),
            Told::Peak { kib } => self.peak = self.peak.max(kib),
        }
    }

    fn add(&mut self, other: Self) {
        self.refused += other.refused;
        self.accepted.extend(other.accepted);
        self.broken.extend(other.broken);
        self.slowest = slower(self.slowest, other.slowest);
        self.peak = self.peak.max(other.peak);
    }
}

fn slower(one: (u64, Duration), other: (u64, Duration)) -> (u64, Duration) {
    if other.1 > one.1 { other } else { one }
}

/// Judges so many mutants, spread over so many processes.
///
/// # Errors
/// When no process can be started.
pub fn run(seed: u64, numbers: Range<u64>, jobs: u64) -> io::Result<Outcome> {
    let share = (numbers.end - numbers.start).div_ceil(jobs).max(1);
    let shares = (0..jobs).map(|job| {
        let start = (numbers.start + job * share).min(numbers.end);
        start..(start + share).min(numbers.end)
    });
    let mut outcome = Outcome::default();
    thread::scope(|scope| {
        let workers: Vec<_> = shares.map(|share| scope.spawn(move || supervise(seed, share))).collect();
        for worker in workers {
            outcome.add(worker.join().map_err(|_| io::Error::other("a supervisor panicked"))??);
        }
        io::Result::Ok(())
    })?;
    outcome.accepted.sort_unstable();
    Ok(outcome)
}

/// Runs workers until each mutant was judged: where one ends early, the next goes on behind the mutant that ended it.
fn supervise(seed: u64, mut numbers: Range<u64>) -> io::Result<Outcome> {
    let mut outcome = Outcome::default();
    while !numbers.is_empty() && outcome.broken.len() < MOST_BROKEN {
        let mut child = Command::new(env::current_exe()?)
            .args(["worker", &seed.to_string(), &numbers.start.to_string(), &numbers.end.to_string()])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()?;
        let lines = lines(&mut child)?;
        let mut at = None;
        let ended = loop {
            match lines.recv_timeout(PATIENCE) {
                Ok(line) => {
                    let told = Told::of_line(&line).ok_or_else(|| io::Error::other(format!("a worker says {line}")))?;
                    at = if let Told::Begun { number } = told { Some(number) } else { None };
                    outcome.take(told);
                    if outcome.broken.len() >= MOST_BROKEN {
                        child.kill()?;
                    }
                }
                Err(RecvTimeoutError::Timeout) => {
                    child.kill()?;
                    child.wait()?;
                    break "it does not come to an end".to_owned();
                }
                Err(RecvTimeoutError::Disconnected) => break format!("the process ended: {}", child.wait()?),
            }
        };
        numbers.start = match at {
            Some(number) => {
                outcome.broken.push((number, ended));
                number + 1
            }
            None => numbers.end,
        };
    }
    Ok(outcome)
}

/// What a process says, line by line.
fn lines(child: &mut Child) -> io::Result<Receiver<String>> {
    let out = child.stdout.take().ok_or_else(|| io::Error::other("a worker without an output"))?;
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(out).lines() {
            if line.is_err() || line.is_ok_and(|line| sender.send(line).is_err()) {
                break;
            }
        }
    });
    Ok(receiver)
}
