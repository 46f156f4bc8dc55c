//! Mutated specs: whatever is done to specs, docwright refuses them at a place that it can show, or makes a crate of
//! them that compiles.
//!
//! `cargo test -p docwright-mutants` judges 2,000 mutants; with `--release` and behind `--`, more: `--count N`,
//! `--seed N`, `--jobs N` (processes), `--together N` (mutants that are compiled), `--only N` (shows one mutant).

mod canonical;
mod corpus;
mod gentle;
mod laws;
mod mended;
mod mutant;
mod odd;
mod rough;
mod specs;
mod supervisor;
mod together;
mod torn;
mod tree;
mod worker;

use std::io;
use std::process::ExitCode;
use std::thread;
use std::time::Instant;

use crate::corpus::Corpus;
use crate::laws::{Laws, Verdict};
use crate::mutant::Mutant;

/// What is asked for.
struct Asked {
    seed: u64,
    count: u64,
    jobs: u64,
    together: usize,
    only: Option<u64>,
}

impl Asked {
    fn of(arguments: &[String]) -> Option<Self> {
        let jobs = thread::available_parallelism().map_or(1, |cores| cores.get() as u64);
        let mut asked = Self { seed: 1, count: 2_000, jobs, together: 40, only: None };
        for pair in arguments.chunks(2) {
            let [name, value] = pair else { return None };
            let number = value.parse().ok()?;
            match name.as_str() {
                "--seed" => asked.seed = number,
                "--count" => asked.count = number,
                "--jobs" => asked.jobs = number.max(1),
                "--together" => asked.together = usize::try_from(number).ok()?,
                "--only" => asked.only = Some(number),
                _ => return None,
            }
        }
        Some(asked)
    }
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["worker", seed, start, end] => work([seed, start, end]),
        // As test harnesses are asked for their tests, by name and otherwise.
        ["--list", ..] => Ok(true),
        [name, ..] if !name.starts_with("--") && !"mutants".contains(name) => Ok(true),
        _ => match Asked::of(&arguments) {
            Some(Asked { seed, only: Some(number), .. }) => show(seed, number),
            Some(asked) => run(&asked),
            None => run(&Asked::of(&[]).unwrap_or_else(|| unreachable!("nothing is asked for"))),
        },
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// Judges a part of them, as a process of its own.
fn work(numbers: [&str; 3]) -> io::Result<bool> {
    let number = |text: &str| text.parse::<u64>().map_err(io::Error::other);
    let [seed, start, end] = numbers;
    worker::work(number(seed)?, number(start)?..number(end)?)?;
    Ok(true)
}

/// Judges mutants; whether all is well.
fn run(asked: &Asked) -> io::Result<bool> {
    let began = Instant::now();
    let corpus = Corpus::read()?;
    let known = originals(&corpus)?;
    let outcome = supervisor::run(asked.seed, 0..asked.count, asked.jobs)?;
    let accepted = outcome.accepted.len() as u64;
    println!(
        "{} mutants of seed {}: {accepted} accepted, {} refused, in {:.1?}; \
         the slowest is {} with {:.1?}; a process takes up to {} MiB",
        asked.count,
        asked.seed,
        outcome.refused,
        began.elapsed(),
        outcome.slowest.0,
        outcome.slowest.1,
        outcome.peak / 1024
    );
    for (number, law) in &outcome.broken {
        println!("\nmutant {number} (`--seed {} --only {number}` shows it): {law}", asked.seed);
    }
    if !outcome.broken.is_empty() {
        return Ok(false);
    }
    if accepted + outcome.refused != asked.count {
        println!("not all of them were judged");
        return Ok(false);
    }
    if accepted * 10 < asked.count * 3 {
        println!("fewer than 30 in 100 are accepted");
        return Ok(false);
    }
    if asked.together == 0 {
        return Ok(true);
    }
    let began = Instant::now();
    let numbers = together::different(&outcome.accepted, known, asked.together);
    together::compile(&corpus, asked.seed, &numbers)?;
    println!("{} of the accepted compile as one crate, and its tests pass, in {:.1?}", numbers.len(), began.elapsed());
    Ok(true)
}

/// What nothing was done to is accepted: otherwise nothing is shown by what is refused. Gives what stands for the code.
fn originals(corpus: &Corpus) -> io::Result<Vec<u64>> {
    let laws = Laws::new();
    let judged = corpus.apis.iter().map(|api| match worker::judge(&laws, &Mutant::none(corpus, api)) {
        Ok(Verdict::Accepted { code }) => Ok(code),
        other => Err(io::Error::other(format!("`{}`, to which nothing was done: {other:?}", api.name))),
    });
    judged.collect()
}

/// Shows a mutant, and what is said of it.
fn show(seed: u64, number: u64) -> io::Result<bool> {
    let mutant = Mutant::of(&Corpus::read()?, seed, number);
    println!("{}", mutant.shown());
    let judged = worker::judge(&Laws::new(), &mutant);
    println!("{judged:?}");
    Ok(judged.is_ok())
}
