//! Accepted mutants as the APIs of one crate, which is compiled and tested.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;

use camino::Utf8Path;
use docwright::output::{self, Force};
use docwright::pipeline::{self, Target};
use docwright_tests::project::{repository, run};
use tempfile::TempDir;

use crate::corpus::Corpus;
use crate::mutant::Mutant;

/// Of the accepted ones, given with what stands for their code, those that differ from each other and from what is
/// known.
pub fn different(accepted: &[(u64, u64)], known: impl IntoIterator<Item = u64>, count: usize) -> Vec<u64> {
    let mut seen: BTreeSet<u64> = known.into_iter().collect();
    let mut numbers: Vec<u64> =
        accepted.iter().filter(|(_, code)| seen.insert(*code)).map(|(number, _)| *number).collect();
    numbers.truncate(count);
    numbers
}

/// Compiles the mutants as one crate, and runs its tests: the samples of the specs.
///
/// # Errors
/// What docwright or cargo says where that fails.
pub fn compile(corpus: &Corpus, seed: u64, numbers: &[u64]) -> io::Result<()> {
    let folder = TempDir::new()?;
    let specs = folder.path().join("specs");
    let mut names = BTreeSet::new();
    fs::create_dir_all(&specs)?;
    fs::write(specs.join("docwright.yaml"), "language: 1\n\ncrate:\n  name: mutants\n  version: 0.1.0\n")?;
    for number in numbers {
        let mutant = Mutant::of(corpus, seed, *number);
        // A name of its own, unless the mutant has one that no other has.
        let is_renamed = mutant.api != mutant.original && names.insert(mutant.api.clone());
        let name = if is_renamed { mutant.api.clone() } else { format!("m{number}") };
        write(&mutant, &name, &specs)?;
    }
    let utf8 = Utf8Path::from_path(&specs).ok_or_else(|| io::Error::other("a folder that is not UTF-8"))?;
    let run = pipeline::run(utf8, &Target::OfSpecs);
    let Some(generated) = run.generated else {
        let found =
            docwright::diagnostic::render(&run.found.sorted(), &run.sources, docwright::diagnostic::Style::Plain);
        return Err(io::Error::other(format!("each is accepted, and together they are not:\n{found}")));
    };
    let location = generated.location.folder;
    output::write(&location, &generated.files, Force::Keep, &|| ())
        .map_err(|error| io::Error::other(format!("{error:?}")))?;
    fs::copy(repository().join("Cargo.lock"), location.join("Cargo.lock"))?;
    let result = cargo(location.as_std_path(), &features(&fs::read_to_string(location.join("Cargo.toml"))?));
    if result.is_err() {
        let kept = folder.keep();
        eprintln!("the crate is kept in {}", kept.display());
    }
    result
}

fn write(mutant: &Mutant, name: &str, specs: &Path) -> io::Result<()> {
    for (path, bytes) in &mutant.files {
        if let Some((_, file)) = path.split_once('/') {
            let folder = specs.join(name);
            fs::create_dir_all(&folder)?;
            fs::write(folder.join(file), bytes)?;
        }
    }
    Ok(())
}

/// The features of a manifest, save those of transports: these are the same in every crate, and take long to build.
fn features(manifest: &str) -> String {
    const TRANSPORTS: [&str; 4] = ["reqwest", "reqwest013", "ureq", "ureq3"];
    let lines =
        manifest.lines().skip_while(|line| *line != "[features]").skip(1).take_while(|line| !line.starts_with('['));
    let names = lines.filter(|line| !line.starts_with('#')).filter_map(|line| Some(line.split_once(" =")?.0));
    names.filter(|name| !TRANSPORTS.contains(name)).collect::<Vec<_>>().join(",")
}

fn cargo(folder: &Path, features: &str) -> io::Result<()> {
    let mut command = Command::new(env!("CARGO"));
    command.current_dir(folder).args(["test", "--features", features, "--lib", "--tests", "--offline"]);
    command.env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("mutants"));
    let ended = run(&mut command)?;
    if ended.code != 0 || ended.stderr.contains("warning") {
        return Err(io::Error::other(format!("cargo test: {}{}", ended.stderr, ended.stdout)));
    }
    Ok(())
}
