//! Several runs at once, of the same and of different specs, with some of them killed: they wait for each other, and never mix.

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader};
use std::process::Stdio;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use crate::random::Random;
use crate::scene::{FIRST, SECOND, Scene, ended};

/// What a run that waits says.
const WAITING: &str = "Waiting for another run of docwright, which is at work on `generated`";

#[test]
fn a_run_that_waits_says_so_and_goes_on() {
    let scene = Scene::new();
    scene.second();
    for arguments in [&["check"][..], &["generate", "--dry-run"], &["generate"], &["check"]] {
        let lock = File::options().write(true).open(scene.path("generated/.docwright/lock")).unwrap();
        lock.lock().unwrap();
        let mut child =
            scene.project.command().args(arguments).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let mut said = BufReader::new(child.stderr.take().unwrap());
        let mut line = String::new();
        said.read_line(&mut line).unwrap();
        assert_eq!(line.trim_end(), WAITING, "{arguments:?}");
        assert_eq!(child.try_wait().unwrap(), None, "{arguments:?} does not wait");
        drop(lock);
        // What is said besides must not fill the pipe.
        thread::spawn(move || std::io::copy(&mut said, &mut std::io::sink()));
        assert!((0..2).contains(&ended(&mut child, &arguments)));
    }
    assert!(scene.generated() == *SECOND);
}

#[test]
fn runs_of_different_specs_wait_for_each_other_and_never_mix() {
    // Both write the crate of the first.
    let (one, two) = (Scene::new(), Scene::new());
    two.second();
    let shared = one.path("generated");
    let shared = shared.to_str().unwrap();
    let is_over = AtomicBool::new(false);
    thread::scope(|scope| {
        let watcher = scope.spawn(|| {
            let mut looks = 0;
            while !is_over.load(Ordering::Relaxed) {
                for path in FIRST.keys().chain(SECOND.keys()) {
                    // What another run removes or has not written yet is not there.
                    let Ok(bytes) = fs::read(one.path("generated").join(path)) else { continue };
                    let is_whole = FIRST.get(path) == Some(&bytes) || SECOND.get(path) == Some(&bytes);
                    assert!(is_whole, "{path} is neither the old text nor the new one");
                    looks += 1;
                }
            }
            looks
        });
        let runs: Vec<_> = [&one, &two, &one, &two]
            .into_iter()
            .zip(0..)
            .map(|(scene, number)| {
                scope.spawn(move || {
                    let mut random = Random::of(number);
                    for _ in 0..6 {
                        if random.below(2) == 0 {
                            let mut command = scene.project.command();
                            let command = command.args(["generate", "--output", shared]);
                            let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
                            thread::sleep(Duration::from_millis(random.below(400)));
                            _ = child.kill();
                            ended(&mut child, &"generate");
                        } else {
                            scene.fine(&["generate", "--output", shared]);
                        }
                    }
                })
            })
            .collect();
        for run in runs {
            run.join().unwrap();
        }
        is_over.store(true, Ordering::Relaxed);
        assert!(watcher.join().unwrap() > 0);
    });
    two.fine(&["generate", "--output", shared]);
    assert!(one.generated() == *SECOND);
    one.fine(&["generate"]);
    assert!(one.generated() == *FIRST);
    one.fine(&["check"]);
}

#[test]
fn a_project_is_made_once_by_those_who_make_it_at_the_same_time() {
    for _ in 0..4 {
        let scene = Scene::new();
        let init = ["init", "inner", "--name", "acme-clients"];
        fs::remove_dir_all(scene.path("specs")).unwrap();
        let codes: Vec<i32> = thread::scope(|scope| {
            let runs: Vec<_> = (0..4).map(|_| scope.spawn(|| scene.run(init).code)).collect();
            runs.into_iter().map(|run| run.join().unwrap()).collect()
        });
        assert!(codes.iter().all(|code| matches!(code, 0 | 2)) && codes.contains(&0), "{codes:?}");
        let alone = Scene::new();
        fs::remove_dir_all(alone.path("specs")).unwrap();
        alone.fine(&init);
        let left = scene.project.files("").unwrap();
        assert!(left == alone.project.files("").unwrap(), "{:?}", left.keys());
    }
}

#[test]
fn a_crate_that_vanishes_meanwhile_is_written_again_by_the_next_run() {
    let scene = Scene::new();
    let specs = scene.project.files("specs").unwrap();
    for case in 0..8 {
        let mut random = Random::of(case);
        fs::remove_file(scene.path("generated/Cargo.toml")).ok();
        thread::scope(|scope| {
            scope.spawn(|| {
                let run = scene.run(["generate"]);
                assert!((0..=2).contains(&run.code), "{}", run.stderr);
            });
            thread::sleep(Duration::from_millis(random.below(250)));
            // It may be written again while it is removed.
            _ = fs::remove_dir_all(scene.path("generated"));
        });
        let next = scene.run(["generate"]);
        if next.code != 0 {
            assert!(next.stderr.contains("crate-foreign"), "{}", next.stderr);
            scene.fine(&["generate", "--force"]);
        }
        assert!(scene.generated() == *FIRST, "case {case}");
        assert!(scene.project.files("specs").unwrap() == specs);
    }
}
