//! More endpoints than a person would look through: nothing is lost, and the second run has nothing to do.

use docwright_tests::large::{self, Size};
use docwright_tests::project::Project;

use crate::DOCWRIGHT;

#[test]
fn two_hundred_endpoints_are_generated_once() {
    for per_api in [10, 200] {
        let project = Project::empty(DOCWRIGHT).unwrap();
        large::write(Size { endpoints: 200, per_api }, &project.path("specs")).unwrap();
        let first = project.run(["generate"]).unwrap();
        assert_eq!(first.code, 0, "{}{}", first.stdout, first.stderr);
        let apis = 200 / per_api;
        let counted = format!("{apis} API{}, 200 endpoints\n", if apis == 1 { "" } else { "s" });
        assert!(first.stdout.contains(&counted), "{}", first.stdout);
        let files = project.files("generated").unwrap();
        let of_endpoints = files.keys().filter(|path| path.starts_with("src/") && path.contains("message_"));
        let of_notes = files.keys().filter(|path| path.starts_with("src/") && path.contains("send_note_"));
        assert_eq!(of_endpoints.count() + of_notes.count(), 200);

        let second = project.run(["generate"]).unwrap();
        assert_eq!(second.code, 0, "{}{}", second.stdout, second.stderr);
        assert!(second.stdout.contains("`generated` is up to date: "), "{}", second.stdout);
        assert!(files == project.files("generated").unwrap());
        let checked = project.run(["check"]).unwrap();
        assert_eq!(checked.code, 0, "{}{}", checked.stdout, checked.stderr);
    }
}
