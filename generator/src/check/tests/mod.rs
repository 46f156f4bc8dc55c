//! What people are told of wrong specs, from their text on.

mod bounds;
mod constraints;
mod examples;
mod judge;
mod paths;
mod samples;
mod wire;

use std::fmt::Write as _;

use camino::Utf8Path;

use super::check;
use crate::diagnostic::{Diagnostics, Sources};
use crate::model::{Model, build};
use crate::spec::load;

/// The specs of a project with one API, in a folder of its own.
struct Specs {
    folder: tempfile::TempDir,
}

impl Specs {
    fn new() -> Self {
        let specs = Self { folder: tempfile::tempdir().unwrap() };
        std::fs::create_dir(specs.folder.path().join("shop")).unwrap();
        specs.with("docwright.yaml", "language: 1\ncrate:\n  name: shop-client\n  version: 0.1.0\n").api("")
    }

    fn with(self, path: &str, text: &str) -> Self {
        std::fs::write(self.folder.path().join(path), text).unwrap();
        self
    }

    /// What `api.yaml` has besides title and page.
    fn api(self, text: &str) -> Self {
        let text = format!("title: Shop\npage:\n  address: https://docs.example/shop\n{text}");
        self.with("shop/api.yaml", &text)
    }

    fn endpoint(self, text: &str) -> Self {
        self.with("shop/order.yaml", text)
    }

    /// An endpoint whose body has these fields.
    fn fields(self, fields: &str) -> Self {
        self.body(&format!("  fields:\n{}", indented(fields, 4)))
    }

    /// An endpoint with this body.
    fn body(self, body: &str) -> Self {
        self.endpoint(&format!("method: POST\npath: /orders\nbody:\n{body}\nresponses:\n  success: {{}}\n"))
    }

    fn read(&self) -> (Option<Model>, Sources, Diagnostics) {
        let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
        let path = Utf8Path::from_path(self.folder.path()).unwrap();
        let files = load(path, &mut sources, &mut found).unwrap();
        let model = files.and_then(|files| build(&files, &mut found));
        (model, sources, found)
    }

    /// All that is said: of each message its id and title, then places with what is seen there, then ways out.
    fn said(&self) -> String {
        let (model, sources, mut found) = self.read();
        if let Some(model) = model {
            check(&model, &mut found);
        }
        let mut text = String::new();
        for diagnostic in found.sorted() {
            _ = writeln!(text, "{}: {}", diagnostic.id, diagnostic.title);
            for label in &diagnostic.labels {
                let line = sources.position(label.place.file, label.place.span.start).line;
                let at = sources.text(label.place).lines().next().unwrap_or_default().to_owned();
                _ = writeln!(text, "{}", format!("  {line} `{at}` {}", label.text).trim_end());
            }
            for help in &diagnostic.help {
                _ = writeln!(text, "  = {help}");
            }
        }
        text
    }
}

fn indented(text: &str, by: usize) -> String {
    let blanks = " ".repeat(by);
    text.lines().flat_map(|line| [&*blanks, line, "\n"]).collect()
}

#[test]
fn the_specs_of_the_repository_are_right() {
    let specs = Utf8Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs");
    let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
    let files = load(&specs, &mut sources, &mut found).unwrap().unwrap();
    let model = build(&files, &mut found).unwrap();
    check(&model, &mut found);
    assert_eq!(found, Diagnostics::default());
}
