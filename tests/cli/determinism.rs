//! The same specs give the same bytes, wherever and however docwright runs.

use std::fs;

use docwright_tests::project::{Project, repository, run};

use crate::{DOCWRIGHT, generated};

#[test]
fn folder_and_language_leave_no_trace() {
    let first = generated().files("generated").unwrap();
    let second = Project::empty(DOCWRIGHT).unwrap();
    second.overlay(&repository().join("specs"), "a b/ü/specs").unwrap();
    let from = second.path("a b/ü/specs/omnidesk");
    for language in ["C", "tr_TR.UTF-8"] {
        let mut command = second.command();
        let ended = run(command.current_dir(&from).env("LC_ALL", language)).unwrap();
        assert_eq!(ended.code, 0, "{}", ended.stderr);
        let other = second.files("a b/ü/generated").unwrap();
        assert_eq!(first.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
        for (path, bytes) in &first {
            assert!(bytes == &other[path], "{path} differs under {language}");
        }
        fs::remove_dir_all(second.path("a b/ü/generated")).unwrap();
    }
}

#[test]
fn an_explicit_place_gives_the_same_bytes() {
    let first = generated();
    let second = Project::of_repository(DOCWRIGHT).unwrap();
    let mut command = second.command();
    command.current_dir(std::env::temp_dir()).arg("generate").arg("--specs").arg(second.path("specs"));
    let ended = run(command.arg("--output").arg(second.path("elsewhere"))).unwrap();
    assert_eq!(ended.code, 0, "{}", ended.stderr);
    assert!(!second.path("generated").exists());
    assert!(first.files("generated").unwrap() == second.files("elsewhere").unwrap());
}

#[test]
fn no_text_depends_on_the_checkout() {
    let project = generated();
    let folder = project.path("").to_string_lossy().into_owned();
    for (path, bytes) in project.files("generated").unwrap() {
        let text = String::from_utf8(bytes).unwrap_or_else(|_| panic!("{path} is UTF-8"));
        assert!(!text.contains(folder.trim_end_matches('/')), "{path} names the folder of the run");
        assert!(!text.contains('\r'), "{path} has LF line ends");
        assert!(text.is_empty() || text.ends_with('\n') && !text.ends_with("\n\n"), "{path} ends with one line end");
    }
}

#[test]
fn the_repository_s_crate_is_what_its_specs_say() {
    let project = Project::empty(DOCWRIGHT).unwrap();
    let ended = run(project.command().arg("check").arg("--specs").arg(repository().join("specs"))).unwrap();
    assert_eq!(ended.code, 0, "{}{}", ended.stdout, ended.stderr);
}
