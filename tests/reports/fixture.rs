//! Findings of a diff, as reports get them: two endpoints, what they share, and a change of documentation alone.

use camino::Utf8Path;
use docwright::diagnostic::{
    Bump, Compatibility, Diagnostic, Effect, FileId, Group, Id, Place, Reach, Severity, Side, Sources, Span,
};
use docwright::report::{Findings, Format, Repository, Task};

/// Findings that own what they are of.
#[derive(Debug)]
pub struct Case {
    pub task: Task,
    pub diagnostics: Vec<Diagnostic>,
    pub sources: Sources,
    pub summary: String,
}

impl Case {
    pub fn new(task: Task) -> Self {
        Self { task, diagnostics: Vec::new(), sources: Sources::default(), summary: String::new() }
    }

    pub fn write(&self, format: Format) -> String {
        let repository = Repository::of(Utf8Path::new("/nowhere/that/is/specs"));
        let Self { task, diagnostics, sources, summary } = self;
        format.write(&Findings { task: *task, diagnostics, sources, summary, repository: &repository })
    }
}

/// Where a text first stands in a file.
pub fn place(sources: &Sources, file: FileId, what: &str) -> Place {
    let start = sources.get(file).text.find(what).expect("it is there");
    Place { file, span: Span { start, end: start + what.len() } }
}

/// An effect that nothing is said of yet.
pub fn effect(api: Option<&str>, endpoint: Option<&str>, subject: &str) -> Effect {
    let group = Group { api: api.map(str::to_owned), endpoint: endpoint.map(str::to_owned) };
    Effect {
        group,
        subject: subject.to_owned(),
        old: None,
        new: None,
        request: None,
        response: None,
        source: None,
        behaviour: false,
        before: Vec::new(),
        after: Vec::new(),
        reach: None,
        against: None,
        accepted: None,
    }
}

pub fn with_effect(diagnostic: Diagnostic, effect: Effect) -> Diagnostic {
    Diagnostic { effect: Some(Box::new(effect)), ..diagnostic }
}

/// A diff with a finding of each kind. The ids are some that there are.
pub fn diff() -> Case {
    let mut case = Case::new(Task::Diff);
    let text = |required: &str, length: &str| {
        format!(
            "method: POST\npath: /chats/{{id}}/notes\nbody:\n  fields:\n    recipient:\n      type: string\n      \
             required: {required}\n    message:\n      type: string\n      max_length: {length}\n      doc: The text.\n"
        )
    };
    let sources = &mut case.sources;
    let old = sources.add_of(Side::Old, "specs/pland/send_note.yaml", text("false", "500"));
    let new = sources.add("specs/pland/send_note.yaml", text("true", "100"));
    let api = sources.add("specs/omnidesk/api.yaml", "servers:\n  cloud:\n    url: https://{account}.example.com\n");

    let required = effect(Some("pland"), Some("send_note"), "pland/send_note: request body.recipient");
    case.diagnostics.push(with_effect(
        Diagnostic::new(Id::MissingKey, "`recipient` became required")
            .at(place(sources, new, "required: true"), "required now")
            .at(place(sources, old, "required: false"), "could be left out")
            .help("keep it optional until the page no longer names the old form"),
        Effect {
            old: Some("required: false".to_owned()),
            new: Some("required: true".to_owned()),
            request: Some(Compatibility::Breaking),
            source: Some(Bump::Major),
            before: vec!["pub struct SendNoteRequired {\n    pub message: String,\n}".to_owned()],
            after: vec![
                "pub struct SendNoteRequired {\n    pub recipient: String,\n    pub message: String,\n}".to_owned(),
            ],
            ..required
        },
    ));
    let bound = effect(Some("pland"), Some("send_note"), "pland/send_note: request body.message");
    case.diagnostics.push(with_effect(
        Diagnostic::new(Id::ReversedBounds, "`max_length` of `message` is lower")
            .severity(Severity::Warning)
            .at(place(sources, new, "max_length: 100"), "was 500"),
        Effect {
            old: Some("500".to_owned()),
            new: Some("100".to_owned()),
            request: Some(Compatibility::Doubtful),
            response: Some(Compatibility::Compatible),
            source: Some(Bump::Patch),
            behaviour: true,
            ..bound
        },
    ));
    let gone = effect(Some("omnidesk"), None, "omnidesk: servers.test");
    case.diagnostics.push(with_effect(
        Diagnostic::new(Id::UnusedVariable, "the server `test` is gone")
            .at(place(sources, api, "servers"), "it was part of this"),
        Effect {
            old: Some("https://test.example.com".to_owned()),
            source: Some(Bump::Major),
            before: vec!["pub fn test() -> Server".to_owned()],
            reach: Some(Reach { endpoints: ["a", "b", "c", "d", "e", "f"].map(str::to_owned).to_vec(), of: 7 }),
            against: None,
            accepted: Some("The vendor closed it in March.".to_owned()),
            ..gone
        },
    ));
    let documentation = effect(Some("pland"), Some("send_note"), "pland/send_note: request body.message");
    case.diagnostics.push(with_effect(
        Diagnostic::new(Id::FactUndocumented, "the words of `message` changed")
            .severity(Severity::Note)
            .at(place(sources, new, "The text."), ""),
        Effect {
            old: Some("Text of the note".to_owned()),
            new: Some("The text.".to_owned()),
            source: Some(Bump::Patch),
            ..documentation
        },
    ));
    case.summary += "The next version is 0.3.0: two changes break code.\n";
    case
}

/// What `check` finds: with a place and a way to mend it, with two places, without any.
pub fn check() -> Case {
    let mut case = Case::new(Task::Check);
    let sources = &mut case.sources;
    let endpoint = sources.add("specs/pland/send_note.yaml", "method: POST\npath: /notes\nrequird: true\n");
    let api = sources.add("specs/pland/api.yaml", "types:\n  Id:\n    type: number\n  Id: {}\n");
    let key = place(sources, endpoint, "requird");
    case.diagnostics
        .push(Diagnostic::new(Id::UnknownKey, "`requird` is no key of an endpoint").at(key, "").meant(key, "required"));
    let first = place(sources, api, "Id");
    let again = place(sources, api, "Id: {}");
    case.diagnostics.push(
        Diagnostic::new(Id::DuplicateKey, "the key `Id` stands twice")
            .severity(Severity::Warning)
            .at(again, "again here")
            .at(first, "first here")
            .help("keep one of them"),
    );
    case.diagnostics.push(
        Diagnostic::new(Id::CrateMissing, "the crate `generated` is not written yet")
            .help("`docwright generate` writes it"),
    );
    case
}
