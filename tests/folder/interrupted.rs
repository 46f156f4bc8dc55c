//! Processes killed at random times: the next run ends with exactly the right bytes, and what a person wrote survives.
//!
//! `DOCWRIGHT_KILLS=2000 cargo test -p docwright-tests --test folder interrupted` kills more of them.

use std::fs;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use docwright_tests::project::Files;

use crate::random::Random;
use crate::scene::{FIRST, SECOND, Scene, ended};

/// How many processes are killed, unless the environment says another number.
const KILLS: u64 = 40;

fn kills() -> u64 {
    std::env::var("DOCWRIGHT_KILLS").ok().map_or(KILLS, |number| number.parse().expect("a number"))
}

/// When a process is killed.
#[derive(Debug)]
enum Moment {
    /// So long after its start.
    AfterStart(Duration),
    /// So long after it began to write.
    AfterBegin(Duration),
}

impl Moment {
    fn any(random: &mut Random, longest: Duration) -> Self {
        let micros = u64::try_from(longest.as_micros()).unwrap();
        match random.below(4) {
            0 => Self::AfterStart(Duration::from_micros(random.below(micros))),
            _ => Self::AfterBegin(Duration::from_micros(random.below(micros / 4))),
        }
    }
}

/// Starts docwright and kills it; whether it had not ended yet.
fn kill(scene: &Scene, arguments: &[&str], moment: &Moment, has_begun: impl Fn() -> bool) -> bool {
    let mut command = scene.project.command();
    let mut child = command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    match moment {
        Moment::AfterStart(time) => thread::sleep(*time),
        Moment::AfterBegin(time) => {
            while !has_begun() && child.try_wait().unwrap().is_none() {
                thread::sleep(Duration::from_micros(20));
            }
            thread::sleep(*time);
        }
    }
    // One that has ended already cannot be killed.
    _ = child.kill();
    ended(&mut child, &arguments) < 0
}

/// How long a run takes here.
fn duration(scene: &Scene, arguments: &[&str]) -> Duration {
    let begun = Instant::now();
    scene.run(arguments);
    begun.elapsed()
}

/// A run that is killed.
#[derive(Clone, Copy, Debug)]
enum Run {
    First,
    Update,
    Forced,
    Back,
}

const EDITED: [&str; 4] = ["Cargo.toml", "src/lib.rs", "src/example/create_note.rs", "src/other/leave_note.rs"];

#[test]
fn a_crate_whose_run_was_killed_is_completed_by_the_next() {
    let longest = duration(&Scene::new(), &["generate", "--output", "trial"]);
    let mut in_between = 0;
    for case in 0..kills() {
        let mut random = Random::of(case);
        let scene = Scene::new();
        let run = *random.one(&[Run::First, Run::Update, Run::Forced, Run::Back]);
        let mut wanted = &*SECOND;
        match run {
            Run::First => fs::remove_dir_all(scene.path("generated")).unwrap(),
            Run::Update => {}
            Run::Forced => scene.project.write("generated/src/lib.rs", "mine\n").unwrap(),
            Run::Back => {
                fs::remove_dir_all(scene.path("generated")).unwrap();
                for (path, bytes) in SECOND.iter() {
                    scene.project.write(&format!("generated/{path}"), bytes).unwrap();
                }
            }
        }
        scene.project.write("generated/notes.txt", "mine\n").unwrap();
        if matches!(run, Run::First) {
            // A foreign file would make the folder one that is not taken over.
            fs::remove_file(scene.path("generated/notes.txt")).unwrap();
        }
        if matches!(run, Run::Back) {
            wanted = &*FIRST;
        } else {
            scene.second();
        }
        let moment = Moment::any(&mut random, longest);
        let arguments: &[&str] = if matches!(run, Run::Forced) { &["generate", "--force"] } else { &["generate"] };
        let own = scene.path("generated/.docwright");
        kill(&scene, arguments, &moment, || own.join("next").exists() || own.join("journal").exists());
        let case = format!("case {case}: {run:?}, {moment:?}");
        in_between += u64::from(own.join("next").exists() || own.join("journal").exists());

        // Whole texts alone, old or new, stand in the crate.
        for (path, bytes) in scene.project.files("generated").unwrap_or_default() {
            let is_whole = FIRST.get(&path) == Some(&bytes) || SECOND.get(&path) == Some(&bytes);
            assert!(is_whole || path.starts_with(".docwright/") || bytes == b"mine\n", "{case}: {path}");
        }
        let edited = (random.below(2) == 0)
            .then(|| *random.one(&EDITED))
            .filter(|path| scene.path("generated").join(path).exists());
        if let Some(edited) = edited {
            scene.project.write(&format!("generated/{edited}"), "edited\n").unwrap();
        }
        next_run_is_right(&scene, edited, matches!(run, Run::Forced), wanted, &case);
    }
    eprintln!("{} runs were killed, {in_between} of them while they wrote", kills());
}

fn next_run_is_right(scene: &Scene, edited: Option<&str>, was_forced: bool, wanted: &Files, case: &str) {
    let check = scene.run(["check"]);
    assert!(check.code < 2, "{case}: {}", check.stderr);
    assert!(edited.is_some() || was_forced || !check.stderr.contains("crate-edited"), "{case}: {}", check.stderr);
    let next = scene.run(["generate"]);
    if let Some(edited) = edited {
        assert_eq!(scene.project.read(&format!("generated/{edited}")).unwrap(), "edited\n", "{case}: {}", next.stderr);
    }
    if next.code != 0 {
        assert!(next.code == 1 && (edited.is_some() || was_forced), "{case}: {}", next.stderr);
        scene.fine(&["generate", "--force"]);
    }
    let mut files = scene.generated();
    assert!(files.remove("notes.txt").is_none_or(|bytes| bytes == b"mine\n"));
    if let Some(edited) = edited.filter(|edited| !wanted.contains_key(*edited)) {
        files.remove(edited);
    }
    assert!(files == *wanted, "{case}: {:?}", files.keys().collect::<Vec<_>>());
}

/// How many things stand in the folders where new files are staged first.
fn entries(scene: &Scene) -> [usize; 3] {
    ["", "specs", "specs/.schema"].map(|folder| fs::read_dir(scene.path(folder)).map_or(0, Iterator::count))
}

/// Kills a command that makes or changes files of a project, in each case after another time; then the same command
/// again ends with what it makes undisturbed.
fn killed(prepare: impl Fn() -> Scene, arguments: &[&str]) {
    let undisturbed = prepare();
    let longest = duration(&undisturbed, arguments);
    let expected = undisturbed.project.files("").unwrap();
    let mut in_between = 0;
    for case in 0..kills() / 4 {
        let mut random = Random::of(case);
        let scene = prepare();
        let before = scene.project.files("").unwrap();
        let begun = entries(&scene);
        let moment = Moment::any(&mut random, longest);
        kill(&scene, arguments, &moment, || entries(&scene) != begun);
        for (path, bytes) in scene.project.files("").unwrap() {
            let is_whole = expected.get(&path) == Some(&bytes) || before.get(&path) == Some(&bytes);
            assert!(
                is_whole || path.rsplit('/').next().is_some_and(|name| name.starts_with(".docwright-")),
                "case {case}, {moment:?}: {path}"
            );
        }
        let files = scene.project.files("").unwrap();
        in_between += u64::from(files != before && files != expected);
        let again = scene.run(arguments);
        let is_done = again.code == 2 && again.stderr.contains(" already");
        assert!(again.code < 2 || is_done, "case {case}, {moment:?}: {}", again.stderr);
        let left = scene.project.files("").unwrap();
        assert!(left == expected, "case {case}, {moment:?}: {:?}", left.keys().collect::<Vec<_>>());
    }
    eprintln!("{arguments:?}: {} runs were killed, {in_between} of them while they wrote", kills() / 4);
}

#[test]
fn a_project_whose_making_was_killed_is_made_by_the_same_call() {
    let init = &["init", "--name", "acme-clients"];
    let emptied = || {
        let scene = Scene::new();
        for path in ["specs", "generated", ".github"] {
            fs::remove_dir_all(scene.path(path)).unwrap();
        }
        for path in ["Cargo.toml", "README.md", ".gitignore"] {
            fs::remove_file(scene.path(path)).unwrap();
        }
        scene
    };
    killed(emptied, init);
    let workspace = || {
        let scene = emptied();
        scene.project.write("Cargo.toml", "[workspace]\nmembers = [\"app\"] # ours\n").unwrap();
        scene
    };
    killed(workspace, init);
}

#[test]
fn an_endpoint_or_schema_whose_writing_was_killed_is_written_by_the_same_call() {
    killed(Scene::new, &["new", "other/send_note", "--page", "https://example.com"]);
    let stale = || {
        let scene = Scene::new();
        for schema in ["api", "project", "endpoint"] {
            scene.project.write(&format!("specs/.schema/{schema}.json"), "{}\n").unwrap();
        }
        scene
    };
    killed(stale, &["schema"]);
}
