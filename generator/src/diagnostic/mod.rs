//! What docwright says about specs and crates: stable ids, labelled places, help.

mod consequence;
mod effect;
mod explain;
mod id;
mod json;
pub(crate) mod lookalike;
mod place;
mod render;
pub(crate) mod shown;
#[cfg(test)]
mod tests;
mod verdict;

use std::fmt;

pub(crate) use effect::mark;
pub use effect::{Bump, Compatibility, Effect, Group, Reach};
pub use explain::{explain, explain_all};
pub use id::{Id, Kind, Severity};
pub(crate) use json::effect_value;
pub use json::{document, line, to_json, to_value};
pub use place::{FileId, Place, Position, Side, Source, Sources, Span};
pub use render::{Style, render};
pub(crate) use shown::is_hidden;
pub(crate) use verdict::WAS;

/// One message about a spec or a crate.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// What kind of message it is.
    pub id: Id,
    /// How much it weighs.
    pub severity: Severity,
    /// What is wrong, in one line that names the thing.
    pub title: String,
    /// Where it is wrong; the first label is the place that the message is about.
    pub labels: Vec<Label>,
    /// The ways out, each one line.
    pub help: Vec<String>,
    /// What most likely mends it, where that is clear; one of the ways out says the same in words.
    pub edit: Option<Box<Edit>>,
    /// What a change of a spec does, where the message is about one.
    pub effect: Option<Box<Effect>>,
    /// Whether it holds whatever a spec allows: nothing could be generated beside it.
    pub firm: bool,
}

/// A replacement in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced.
    pub place: Place,
    /// What is written there.
    pub text: String,
    /// Whether a program may write it unasked.
    pub applicability: Applicability,
}

/// How sure it is that a replacement is what was meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Applicability {
    /// It is the likeliest by far: `--fix` writes it.
    Sure,
    /// There is another way out, or the words of a page would change: a person chooses.
    Unsure,
}

/// A place with what is to be seen there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Where.
    pub place: Place,
    /// What is to be seen there; may be empty.
    pub text: String,
}

impl Diagnostic {
    /// A message without a place yet.
    pub fn new(id: Id, title: impl Into<String>) -> Self {
        Self {
            id,
            severity: id.severity(),
            title: title.into(),
            labels: Vec::new(),
            help: Vec::new(),
            edit: None,
            effect: None,
            firm: false,
        }
    }

    /// Weighs it otherwise.
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// Adds a place; the first one is what the message is about.
    #[must_use]
    pub fn at(mut self, place: Place, text: impl Into<String>) -> Self {
        self.labels.push(Label { place, text: text.into() });
        self
    }

    /// Adds a way out.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(text.into());
        self
    }

    /// Says by which replacement the way out is gone.
    #[must_use]
    pub fn edit(mut self, place: Place, text: impl Into<String>) -> Self {
        self.edit = Some(Box::new(Edit { place, text: text.into(), applicability: Applicability::Sure }));
        self
    }

    /// Leaves it to a person whether the replacement is what was meant.
    #[must_use]
    pub fn unsure(mut self) -> Self {
        if let Some(edit) = &mut self.edit {
            edit.applicability = Applicability::Unsure;
        }
        self
    }

    /// Holds it up against what specs allow.
    #[must_use]
    pub fn firm(mut self) -> Self {
        self.firm = true;
        self
    }

    /// Adds the way out of writing something else in a place.
    #[must_use]
    pub fn write(self, place: Place, text: impl Into<String>) -> Self {
        let text = text.into();
        self.help(format!("write `{text}`")).edit(place, text)
    }

    /// Adds the question whether something else was meant in a place.
    #[must_use]
    pub fn meant(self, place: Place, text: impl Into<String>) -> Self {
        let text = text.into();
        self.help(format!("did you mean `{text}`?")).edit(place, text)
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}[{}]: {}", self.severity, self.id, self.title)
    }
}

/// All messages of one run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// Adds a message.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Adds what was found, if anything was.
    pub fn extend(&mut self, diagnostics: impl IntoIterator<Item = Diagnostic>) {
        self.0.extend(diagnostics);
    }

    /// Adds all messages of others.
    pub fn append(&mut self, others: Self) {
        self.0.extend(others.0);
    }

    /// Whether one of them is an error.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// The messages, in order of file and place; those of one place in the order they were found.
    #[must_use]
    pub fn sorted(mut self) -> Vec<Diagnostic> {
        self.0.sort_by_key(|diagnostic| diagnostic.labels.first().map(|label| label.place));
        self.0
    }

    /// Takes away what only follows from other messages: each slip is told once.
    #[must_use]
    pub fn causes(self) -> Self {
        Self(consequence::without(self.0))
    }

    /// Keeps the messages that a test lets pass, and changes them as it likes.
    pub fn retain_mut(&mut self, keep: impl FnMut(&mut Diagnostic) -> bool) {
        self.0.retain_mut(keep);
    }

    /// The messages, as they were found.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.0.iter()
    }
}

impl<'a> IntoIterator for &'a Diagnostics {
    type Item = &'a Diagnostic;
    type IntoIter = std::slice::Iter<'a, Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
