//! docwright as a whole process over specs of any size: time and peak memory, medians of several runs.
//!
//! ```console
//! $ cargo bench -p docwright-tests --bench size
//! $ cargo bench -p docwright-tests --bench size -- 10000
//! $ cargo bench -p docwright-tests --bench size -- --beside 'ploidy generate rust openapi.yaml -o out' 150
//! ```
//!
//! Numbers are counts of endpoints; by default 5 and 1000. `--runs` says how often each is run, `--per-api` how many
//! endpoints an API has. `--beside` runs another command in turn with generating from nothing. What reviewers run is run
//! in turn with `check`, and its wall time stands beside that of the `check` before it.
//!
//! Each run is started by a process of its own, this one once more, which the system then asks about its one child.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};
use std::{env, fs, io};

use docwright_tests::large::{self, Size};
use tempfile::TempDir;

/// The first argument of a process that measures one run; the command follows.
const MEASURE: &str = "measure-one-run";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).filter(|argument| argument != "--bench").collect();
    let ended = match arguments.split_first() {
        Some((first, command)) if first == MEASURE => measure(command),
        _ => Wanted::parse(&arguments).and_then(|wanted| wanted.run()),
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// What is to be measured.
struct Wanted {
    sizes: Vec<usize>,
    per_api: usize,
    runs: usize,
    beside: Option<Vec<String>>,
}

impl Wanted {
    fn parse(arguments: &[String]) -> io::Result<Self> {
        let mut wanted = Self { sizes: Vec::new(), per_api: 10, runs: 5, beside: None };
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().ok_or_else(|| usage(argument));
            match argument.as_str() {
                "--per-api" => wanted.per_api = number(value()?)?,
                "--runs" => wanted.runs = number(value()?)?,
                "--beside" => wanted.beside = Some(value()?.split_whitespace().map(str::to_owned).collect()),
                size => wanted.sizes.push(number(size)?),
            }
        }
        if wanted.sizes.is_empty() {
            wanted.sizes = vec![5, 1000];
        }
        Ok(wanted)
    }

    fn run(&self) -> io::Result<()> {
        println!("| endpoints | run | wall, s | processor, s | peak, MiB |\n|---|---|---|---|---|");
        self.sizes.iter().try_for_each(|endpoints| self.size(*endpoints))
    }

    fn size(&self, endpoints: usize) -> io::Result<()> {
        // Few endpoints stand in an API each.
        let per_api = if endpoints < self.per_api { 1 } else { self.per_api };
        let folder = TempDir::new()?;
        large::write(Size { endpoints, per_api }, &folder.path().join("specs"))?;
        let generated = folder.path().join("generated");
        let generate = docwright(&[]);
        let mut from_nothing = Vec::new();
        let mut beside = Vec::new();
        // The first run of each fills the caches and is not counted.
        for _ in 0..=self.runs {
            if generated.exists() {
                fs::remove_dir_all(&generated)?;
            }
            from_nothing.push(once(&generate, folder.path())?);
            if let Some(other) = &self.beside {
                beside.push(once(other, &env::current_dir()?)?);
            }
        }
        report(endpoints, "generate, from nothing", &from_nothing);
        report(endpoints, "generate, nothing changed", &self.repeat(&generate, folder.path())?);
        self.reviews(endpoints, folder.path())?;
        if !beside.is_empty() {
            report(endpoints, "the other command", &beside);
        }
        Ok(())
    }

    /// What reviewers run, in turn with `check`.
    fn reviews(&self, endpoints: usize, folder: &Path) -> io::Result<()> {
        for old in ["same", "other"] {
            copy_specs(&folder.join("specs"), &folder.join(old))?;
        }
        move_endpoints(&folder.join("other"))?;
        let reviews = [
            ("fmt --check", docwright(&["fmt", "--check"])),
            ("lint", docwright(&["lint"])),
            ("diff, nothing changed", docwright(&["diff", "same", "specs"])),
            ("diff, each endpoint changed", docwright(&["diff", "other", "specs"])),
        ];
        let check = docwright(&["check"]);
        let mut checks = Vec::new();
        let mut runs = vec![Vec::new(); reviews.len()];
        for _ in 0..=self.runs {
            checks.push(once(&check, folder)?);
            for ((_, command), runs) in reviews.iter().zip(&mut runs) {
                runs.push(once(command, folder)?);
            }
        }
        report(endpoints, "check", &checks);
        for ((what, _), runs) in reviews.iter().zip(&runs) {
            let ratios = runs
                .iter()
                .zip(&checks)
                .skip(1)
                .map(|(run, check)| run.wall.as_millis() * 100 / check.wall.as_millis().max(1));
            let ratio = median(ratios);
            report(endpoints, &format!("{what} ({}.{:02} of check)", ratio / 100, ratio % 100), runs);
        }
        Ok(())
    }

    fn repeat(&self, command: &[String], folder: &Path) -> io::Result<Vec<Usage>> {
        (0..=self.runs).map(|_| once(command, folder)).collect()
    }
}

fn copy_specs(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?.path();
        let to = to.join(entry.file_name().unwrap_or_default());
        if entry.is_dir() {
            copy_specs(&entry, &to)?;
        } else {
            fs::copy(&entry, &to)?;
        }
    }
    Ok(())
}

/// Gives each endpoint another path, so that nothing of its module can be taken for the same.
fn move_endpoints(specs: &Path) -> io::Result<()> {
    for entry in fs::read_dir(specs)? {
        let path = entry?.path();
        if path.is_dir() {
            move_endpoints(&path)?;
        } else {
            let text = fs::read_to_string(&path)?;
            fs::write(&path, text.replace("\npath: /", "\npath: /before/"))?;
        }
    }
    Ok(())
}

fn docwright(arguments: &[&str]) -> Vec<String> {
    [env!("CARGO_BIN_EXE_docwright-tested")].iter().chain(arguments).map(ToString::to_string).collect()
}

fn usage(argument: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, format!("`{argument}` needs a number, or names no option"))
}

fn number(text: &str) -> io::Result<usize> {
    text.parse().ok().filter(|number| *number > 0).ok_or_else(|| usage(text))
}

/// What one run took.
#[derive(Clone, Copy)]
struct Usage {
    wall: Duration,
    processor: Duration,
    /// In KiB.
    peak: u64,
}

/// Runs a command once, by a process that starts nothing else.
fn once(command: &[String], folder: &Path) -> io::Result<Usage> {
    let itself: PathBuf = env::current_exe()?;
    let output = Command::new(itself).arg(MEASURE).args(command).current_dir(folder).output()?;
    if !output.status.success() {
        return Err(io::Error::other(String::from_utf8_lossy(&output.stderr).into_owned()));
    }
    let text = String::from_utf8_lossy(&output.stdout);
    let mut numbers = text.split_whitespace().filter_map(|number| number.parse().ok());
    let mut next = || numbers.next().ok_or_else(|| io::Error::other(format!("no figures: {text}")));
    Ok(Usage { wall: Duration::from_micros(next()?), processor: Duration::from_micros(next()?), peak: next()? })
}

/// Runs a command and prints microseconds of wall and processor, and KiB.
fn measure(command: &[String]) -> io::Result<()> {
    let (program, arguments) = command.split_first().ok_or_else(|| io::Error::other("no command"))?;
    let start = Instant::now();
    let status = Command::new(program).args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).status()?;
    let wall = start.elapsed();
    // A review that finds something ends with 1.
    let finds = arguments.first().is_some_and(|command| command == "diff");
    if !(status.success() || finds && status.code() == Some(1)) {
        return Err(io::Error::other(format!("`{}`: {status}", command.join(" "))));
    }
    let (processor, peak) = of_children()?;
    println!("{} {processor} {peak}", wall.as_micros());
    Ok(())
}

/// Microseconds of processor, and KiB, of all children; the system tells neither but on Unix.
#[cfg(unix)]
fn of_children() -> io::Result<(i64, i64)> {
    use nix::sys::resource::{UsageWho, getrusage};
    use nix::sys::time::TimeValLike as _;

    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    let processor = usage.user_time().num_microseconds() + usage.system_time().num_microseconds();
    let unit = if cfg!(target_vendor = "apple") { 1024 } else { 1 };
    Ok((processor, usage.max_rss() / unit))
}

#[cfg(not(unix))]
fn of_children() -> io::Result<(i64, i64)> {
    Ok((0, 0))
}

/// A row of medians, without the first run.
fn report(endpoints: usize, what: &str, runs: &[Usage]) {
    let counted = runs.get(1..).unwrap_or_default();
    let wall = median(counted.iter().map(|usage| usage.wall)).as_secs_f64();
    let processor = median(counted.iter().map(|usage| usage.processor)).as_secs_f64();
    let peak = median(counted.iter().map(|usage| usage.peak * 10 / 1024));
    println!("| {endpoints} | {what} | {wall:.3} | {processor:.3} | {}.{} |", peak / 10, peak % 10);
}

fn median<T: Ord + Copy + Default>(values: impl Iterator<Item = T>) -> T {
    let mut values: Vec<T> = values.collect();
    values.sort_unstable();
    values.get(values.len() / 2).copied().unwrap_or_default()
}
