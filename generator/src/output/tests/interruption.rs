//! Runs that stop half way, at each of their steps.

use proptest::prelude::*;

use super::*;
use crate::disk::faulty::{Fault, Faulty};

fn killed(steps: usize) -> Faulty {
    Faulty::after(steps, Fault::Killed)
}

/// Runs `test` with a crate of `V1` at which a run to `V2` stopped, once for each step; how many steps the run has.
fn at_each_stop(prepare: impl Fn(&Crate), force: Force, test: impl Fn(&Crate, usize)) -> usize {
    for steps in 0.. {
        let it = Crate::of(V1);
        prepare(&it);
        if it.run(&mut killed(steps), V2, force).is_ok() {
            return steps;
        }
        test(&it, steps);
    }
    unreachable!("a run has an end")
}

#[test]
fn a_run_that_stopped_anywhere_is_completed_by_the_next() {
    for next in [V2, V1, V3] {
        let steps = at_each_stop(
            |_| (),
            Force::Keep,
            |it, steps| {
                let said = it.check(next);
                assert!(said.iter().all(|line| !line.contains("crate-edited")), "stop {steps}: {said:?}");
                it.generate(next).unwrap_or_else(|said| panic!("stop {steps}: {said:?}"));
                assert_eq!(it.files(), map(next), "stop {steps}");
                assert_eq!(it.check(next), [""; 0], "stop {steps}");
                assert_eq!(it.all().len(), next.len() + 3, "stop {steps}: {:?}", it.all().keys());
            },
        );
        assert!(steps > 12, "{steps} steps are too few to have tried anything");
    }
}

#[test]
fn a_first_run_that_stopped_anywhere_is_completed_by_the_next() {
    for steps in 0.. {
        let it = Crate::new();
        if it.run(&mut killed(steps), V1, Force::Keep).is_ok() {
            assert!(steps > 8);
            return;
        }
        it.generate(V2).unwrap_or_else(|said| panic!("stop {steps}: {said:?}"));
        assert_eq!(it.files(), map(V2), "stop {steps}");
    }
}

#[test]
fn an_edit_made_after_a_run_stopped_survives_the_next() {
    for edited in ["Cargo.toml", "src/a/mod.rs", "src/b/new.rs", "src/a/old.rs", "src/lib.rs"] {
        at_each_stop(
            |_| (),
            Force::Keep,
            |it, steps| {
                it.put(edited, "mine\n");
                for next in [V2, V3] {
                    // What nobody generates any more, and no manifest lists, is foreign: it stays, and is in nobody's way.
                    let said = it.generate(next);
                    assert_eq!(it.files().get(edited).map(String::as_str), Some("mine\n"), "stop {steps}: {said:?}");
                    if next.iter().any(|(path, _)| *path == edited) {
                        said.expect_err("it is in the way");
                    }
                }
                it.force(V2).expect("asked for");
                it.generate(V3).expect("healed");
                assert_eq!(it.files().len(), V3.len() + usize::from(it.files().contains_key("src/a/old.rs")));
            },
        );
    }
}

#[test]
fn what_was_forced_and_stopped_is_completed_without_being_asked_again_once_it_is_in_the_journal() {
    let prepare = |it: &Crate| it.put("src/a/mod.rs", "mine\n");
    at_each_stop(prepare, Force::Overwrite, |it, steps| {
        let is_begun = it.folder.join(".docwright/journal").exists();
        let is_replaced = it.files().get("src/a/mod.rs").map(String::as_str) == Some("two\n");
        match it.generate(V2) {
            Ok(_) => assert!(is_begun || is_replaced, "stop {steps}"),
            Err(_) => assert_eq!(it.files().get("src/a/mod.rs").map(String::as_str), Some("mine\n"), "stop {steps}"),
        }
        it.force(V2).expect("asked for");
        assert_eq!(it.files(), map(V2));
    });
}

#[test]
fn a_disk_that_refuses_any_step_is_told_and_the_next_run_completes_the_work() {
    for fault in [Fault::Full, Fault::Once] {
        for steps in 0.. {
            let it = Crate::of(V1);
            it.put("notes.txt", "mine\n");
            let before = it.files();
            match it.run(&mut Faulty::after(steps, fault), V2, Force::Keep) {
                Ok(_) => {
                    assert!(steps > 12, "{steps} steps are too few to have tried anything");
                    break;
                }
                Err(said) => {
                    assert!(
                        said.len() == 1 && said[0].starts_with("error[io]: cannot "),
                        "{fault:?} {steps}: {said:?}"
                    );
                }
            }
            // Until a journal stands, nothing is changed, and nothing is left that takes room.
            if !it.folder.join(".docwright/journal").exists() && !it.all().keys().any(|path| path.contains("next")) {
                let is_done = it.files().get("Cargo.toml").map(String::as_str) == Some("two\n");
                assert!(is_done || it.files() == before, "{fault:?} {steps}: {:?}", it.all());
            }
            let said = it.check(V2);
            assert!(!said.iter().any(|line| line.contains("edited") || line.contains("foreign")), "{steps}: {said:?}");
            it.generate(V2).unwrap_or_else(|said| panic!("{fault:?} {steps}: {said:?}"));
            let mut expected = map(V2);
            expected.insert("notes.txt".to_owned(), "mine\n".to_owned());
            assert_eq!(it.files(), expected, "{fault:?} {steps}");
            assert_eq!(it.check(V2), [""; 0], "{fault:?} {steps}");
        }
    }
}

#[test]
fn a_full_disk_gets_its_room_back_while_nothing_is_changed() {
    for steps in 0.. {
        let it = Crate::of(V1);
        let before = it.all();
        if it.run(&mut Faulty::after(steps, Fault::Full), V2, Force::Keep).is_ok() {
            return;
        }
        if it.files() == map(V1) {
            assert_eq!(it.all(), before, "{steps}");
        }
    }
}

/// A few files of a crate: which of the paths, and what they hold.
fn some_files() -> impl Strategy<Value = Vec<(&'static str, &'static str)>> {
    const PATHS: [&str; 6] = ["Cargo.toml", "src/lib.rs", "src/a/mod.rs", "src/a/b/c.rs", "src/d/e.rs", "tests/f.rs"];
    prop::collection::vec(prop::option::of(prop::sample::select(vec!["x\n", "y\n", "z\n"])), PATHS.len())
        .prop_map(|texts| PATHS.into_iter().zip(texts).filter_map(|(path, text)| Some((path, text?))).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Whatever was generated, edited and interrupted before: a run ends with exactly what is generated and what is foreign, or
    /// it touches nothing of a person's; and forcing it always ends with the former.
    #[test]
    fn a_run_ends_right_or_harms_nothing(
        first in some_files(),
        second in some_files(),
        third in some_files(),
        steps in 0_usize..40,
        edit in prop::option::of(0_usize..6),
    ) {
        let it = Crate::of(&first);
        it.put("foreign/notes.txt", "mine\n");
        // An error here is the interruption.
        drop(it.run(&mut killed(steps), &second, Force::Keep));
        let edited = edit.and_then(|index| it.files().into_keys().filter(|path| !path.ends_with('/')).nth(index));
        if let Some(path) = &edited {
            it.put(path, "edited\n");
        }

        let run = it.generate(&third);
        let mut expected = map(&third);
        expected.insert("foreign/notes.txt".to_owned(), "mine\n".to_owned());
        if let Some(path) = &edited {
            prop_assert_eq!(it.files().remove(path), Some("edited\n".to_owned()));
            // An edited file that is foreign to all runs stays, beside what is generated.
            if run.is_ok() {
                expected.insert(path.clone(), "edited\n".to_owned());
            }
        }
        if run.is_ok() {
            prop_assert_eq!(it.files(), expected);
        } else {
            prop_assert!(edited.is_some(), "{:?}", run);
            it.force(&third).expect("asked for");
            let left: BTreeMap<_, _> = it.files().into_iter().filter(|(_, text)| text != "edited\n" && text != "mine\n").collect();
            prop_assert_eq!(left, map(&third));
        }
    }
}
