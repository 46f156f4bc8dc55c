use std::fs;

use camino::{Utf8Path, Utf8PathBuf};
use insta::assert_snapshot;
use tempfile::TempDir;

use super::{ProjectFiles, load};
use crate::diagnostic::{Diagnostics, Sources};
use crate::spec::find;

const PROJECT: &str = "language: 1\ncrate:\n  name: a\n  version: 0.1.0\n";
const ENDPOINT: &str = "method: GET\npath: /a\n";

/// A project on disk.
struct Disk(TempDir);

impl Disk {
    fn new(files: &[(&str, &str)]) -> Self {
        let disk = Self(tempfile::tempdir().unwrap());
        for (path, text) in files {
            disk.write(path, text.as_bytes());
        }
        disk
    }

    fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    fn root(&self) -> Utf8PathBuf {
        Utf8PathBuf::try_from(self.0.path().to_owned()).unwrap()
    }

    /// What `specs` holds; the messages as `id path:line:column title`.
    fn load(&self) -> (Option<ProjectFiles>, String) {
        let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
        let project = load(&self.root().join("specs"), &mut sources, &mut found).unwrap();
        let show = |diagnostic: crate::diagnostic::Diagnostic| {
            let place = diagnostic.labels.first().map(|label| label.place);
            let position =
                place.map(|place| (sources.path(place.file), sources.position(place.file, place.span.start)));
            let position = position.map(|(path, at)| format!(" {path}:{}:{}", at.line, at.column)).unwrap_or_default();
            format!("{}{position} {}\n  = {}\n", diagnostic.id, diagnostic.title, diagnostic.help.join("\n  = "))
        };
        let messages: String = found.sorted().into_iter().map(show).collect();
        (project, messages.replace(self.root().as_str(), "<root>"))
    }
}

#[test]
fn the_specs_of_the_repository_are_read_without_a_message() {
    let specs = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs");
    let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
    let project = load(&specs, &mut sources, &mut found).unwrap().unwrap();
    assert_eq!(found, Diagnostics::default());
    let names: Vec<_> = project.apis.iter().map(|api| api.name.as_str()).collect();
    for name in ["ninety_nine_digital", "omnidesk", "pland", "superoffice"] {
        assert!(names.contains(&name), "{name}");
    }
}

#[test]
fn apis_and_endpoints_stand_in_the_order_of_their_names() {
    let disk = Disk::new(&[
        ("specs/docwright.yaml", PROJECT),
        ("specs/README.md", "words"),
        ("specs/.schema/api.json", "{}"),
        ("specs/b/api.yaml", "title: B"),
        ("specs/b/z.yaml", ENDPOINT),
        ("specs/b/a_1.yaml", ENDPOINT),
        ("specs/b/.hidden.yaml", "["),
        ("specs/a/api.yaml", "title: A"),
    ]);
    let (project, messages) = disk.load();
    assert_eq!(messages, "");
    let apis = project.unwrap().apis;
    let names: Vec<_> = apis.iter().map(|api| api.name.as_str()).collect();
    assert_eq!(names, ["a", "b"]);
    let endpoints: Vec<_> = apis[1].endpoints.iter().map(|endpoint| endpoint.name.as_str()).collect();
    assert_eq!(endpoints, ["a_1", "z"]);
}

#[test]
fn every_file_that_is_wrong_is_told_in_one_run() {
    let disk = Disk::new(&[
        ("specs/docwright.yaml", "language: 1\n"),
        ("specs/extra.yaml", ""),
        ("specs/a/api.yaml", "titel: A"),
        ("specs/a/send_note.yml", ""),
        ("specs/a/sendNote.yaml", "method: 1"),
        ("specs/a/deeper/send.yaml", ENDPOINT),
        ("specs/a/empty.yaml", "# nothing yet\n"),
        ("specs/a/list.yaml", "- a\n"),
        ("specs/a/shared.yaml", "types: {}\n"),
        ("specs/a/syntax.yaml", "a: [\n"),
        ("specs/b/send.yaml", "methd: GET\npath: /\n"),
        ("specs/C-3/api.yaml", "title: C"),
    ]);
    disk.write("specs/a/latin.yaml", b"doc: gr\xfc\xdf\n");
    disk.write("specs/a/big.yaml", &vec![b'#'; (1 << 20) + 1]);
    let (project, messages) = disk.load();
    assert_snapshot!(messages, @"
    missing-key specs/docwright.yaml:1:1 docwright.yaml has no `crate`
      = add `crate`: the crate to write
    stray-file specs/extra.yaml:1:1 `specs/extra.yaml` is no part of the specs
      = move it into the folder of its API, beside `api.yaml`
    bad-file-name specs/C-3:1:1 `specs/C-3` cannot be a name in Rust
      = a name is made of lower-case words and digits, joined by `_`: call it `c_3`
    stray-file specs/a/send_note.yml:1:1 `specs/a/send_note.yml` is no part of the specs
      = files of specs end with `.yaml`: call it `send_note.yaml`
    stray-file specs/a/deeper:1:1 `specs/a/deeper` is no part of the specs
      = the folder of an API has no folders
    unknown-key specs/a/api.yaml:1:1 `titel` is no key of api.yaml
      = did you mean `title`?
    yaml-limit specs/a/big.yaml:1:1 `specs/a/big.yaml` is bigger than 1 MiB
      = split it: an endpoint stands in a file of its own
    wrong-kind specs/a/empty.yaml:1:14 the file is empty; a spec is a map of keys
      = docwright.yaml begins with `language: 1`, api.yaml with `title`
      = an endpoint has at least `method`, `path` and `responses`
    not-utf8 specs/a/latin.yaml:1:8 `specs/a/latin.yaml` is not UTF-8
      = save the file in the encoding UTF-8
    wrong-kind specs/a/list.yaml:1:1 this file asks for the keys of an endpoint
      = write names with `:` in place of items with `- `
    bad-file-name specs/a/sendNote.yaml:1:1 `specs/a/sendNote.yaml` cannot be a name in Rust
      = a name is made of lower-case words and digits, joined by `_`: call it `send_note.yaml`
    missing-key specs/a/sendNote.yaml:1:1 this endpoint has no `path`
      = add `path`: the path below the server, with `{variables}`
    not-yet specs/a/shared.yaml:1:1 a file of `types` without an endpoint is not read by this version
      = until then put types that endpoints share into api.yaml; an endpoint has `method` and `path`
    yaml-syntax specs/a/syntax.yaml:1:4 `[` is never closed
      = close `[` with `]` and `{` with `}`
    no-api specs/b:1:1 `specs/b` has no `api.yaml`
      = each folder beside `docwright.yaml` is an API: write its `title` and `servers` into that file
    unknown-key specs/b/send.yaml:1:1 `methd` is no key of an endpoint
      = did you mean `method`?
    ");
    let apis = project.unwrap().apis;
    assert_eq!(apis.iter().map(|api| api.name.as_str()).collect::<Vec<_>>(), ["a"]);
    assert!(apis[0].endpoints.is_empty());
}

#[cfg(unix)]
#[test]
fn links_are_refused_and_not_followed() {
    let disk = Disk::new(&[
        ("specs/docwright.yaml", PROJECT),
        ("specs/a/api.yaml", "title: A"),
        ("elsewhere/api.yaml", "title: [broken"),
        ("elsewhere/send.yaml", "broken: ["),
    ]);
    let link = |to: &str, at: &str| std::os::unix::fs::symlink(disk.root().join(to), disk.root().join(at)).unwrap();
    link("elsewhere", "specs/linked");
    link("elsewhere/send.yaml", "specs/a/send.yaml");
    link("nowhere", "specs/a/dangling.yaml");
    assert_snapshot!(disk.load().1, @r"
    link-refused specs/linked:1:1 `specs/linked` is a link
      = put a copy in its place: specs are read from their own folder alone
    link-refused specs/a/dangling.yaml:1:1 `specs/a/dangling.yaml` is a link
      = put a copy in its place: specs are read from their own folder alone
    link-refused specs/a/send.yaml:1:1 `specs/a/send.yaml` is a link
      = put a copy in its place: specs are read from their own folder alone
    ");

    fs::remove_file(disk.root().join("specs/docwright.yaml")).unwrap();
    link("elsewhere/send.yaml", "specs/docwright.yaml");
    let (project, messages) = disk.load();
    assert_eq!(project, None);
    assert!(messages.contains("link-refused specs/docwright.yaml"), "{messages}");
    assert!(!messages.contains("no-specs"), "{messages}");
}

#[test]
fn a_project_without_specs_apis_or_a_known_language_says_so() {
    assert_snapshot!(Disk::new(&[]).load().1, @"
    no-specs there is no `<root>/specs/docwright.yaml`
      = `docwright init` begins a project; `--specs` names the folder of one that is there
    ");
    assert_snapshot!(Disk::new(&[("specs/a/api.yaml", "title: A")]).load().1, @"
    no-specs there is no `<root>/specs/docwright.yaml`
      = `docwright init` begins a project; `--specs` names the folder of one that is there
    ");
    assert_snapshot!(Disk::new(&[("specs/docwright.yaml", PROJECT)]).load().1, @r"
    no-api specs/docwright.yaml:1:1 no API stands beside `docwright.yaml`
      = make a folder for an API, with `api.yaml` in it
    ");
    let newer = Disk::new(&[("specs/docwright.yaml", "language: 2\ncrates: []\n"), ("specs/a/api.yaml", "titel: A")]);
    assert_snapshot!(newer.load().1, @r"
    unsupported-language specs/docwright.yaml:1:11 version 2 of the language of specs is not read by this version of docwright
      = it reads version 1; a newer docwright may read this one
    ");
}

#[test]
fn specs_are_found_from_below() {
    let disk = Disk::new(&[("specs/docwright.yaml", PROJECT), ("src/deep/lib.rs", "")]);
    assert_eq!(find(&disk.root().join("src/deep")), Some(disk.root().join("specs")));
    assert_eq!(find(&disk.root().join("specs")), Some(disk.root().join("specs")));
    fs::remove_file(disk.root().join("specs/docwright.yaml")).unwrap();
    assert_eq!(find(&disk.root().join("src/deep")), None);
}
