//! What docwright takes for the repository's specs: read and checked, made into a crate, written, found unchanged.

use std::fs;

use camino::Utf8PathBuf;
use divan::{Bencher, black_box};
use docwright::diagnostic::{Diagnostics, Sources};
use docwright::output::{Force, write};
use docwright::pipeline::{Generated, Target, run};
use docwright::{check, model, spec};
use docwright_tests::project::repository;
use tempfile::TempDir;

fn main() {
    divan::main();
}

fn specs() -> Utf8PathBuf {
    Utf8PathBuf::from_path_buf(repository().join("specs")).expect("a path in UTF-8")
}

fn generate() -> Generated {
    run(&specs(), &Target::OfSpecs).generated.expect("specs without errors")
}

/// A new folder, in UTF-8, that goes with the first of the pair.
fn folder() -> (TempDir, Utf8PathBuf) {
    let folder = TempDir::new().expect("a folder");
    let path = Utf8PathBuf::from_path_buf(folder.path().join("generated")).expect("a path in UTF-8");
    (folder, path)
}

#[divan::bench]
fn read_and_check() -> Diagnostics {
    let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
    let files = spec::load(&specs(), &mut sources, &mut found).expect("readable specs").expect("specs");
    let model = model::build(&files, &mut found).expect("a model");
    check::check(&model, &mut found);
    assert!(!found.has_errors());
    found
}

#[divan::bench]
fn generate_in_memory() -> Generated {
    generate()
}

#[divan::bench]
fn generate_and_write(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(folder).bench_local_values(|(folder, path)| {
        let generated = generate();
        assert!(write(&path, &generated.files, Force::Keep, &|| ()).is_ok());
        folder
    });
}

#[divan::bench]
fn generate_where_nothing_changed(bencher: Bencher<'_, '_>) {
    let (_folder, path) = folder();
    assert!(write(&path, &generate().files, Force::Keep, &|| ()).is_ok());
    bencher.bench_local(|| {
        let generated = generate();
        black_box(write(&path, &generated.files, Force::Keep, &|| ()).is_ok())
    });
    let lib = path.join("src/lib.rs");
    let text = fs::read_to_string(&lib).expect("the crate's root");
    fs::write(&lib, text.replacen('a', "A", 1)).expect("a file that can be written");
    assert!(write(&path, &generate().files, Force::Keep, &|| ()).is_err(), "a changed byte is noticed");
}
