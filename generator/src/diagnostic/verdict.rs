//! What is said of a change's effect: one line of verdicts, and how the change is accepted.

use super::{Bump, Compatibility, Diagnostic, Effect, Label, Severity};

/// What a label in an old file begins with.
pub(crate) const WAS: &str = "was: ";

impl Effect {
    /// What the change does, in one line: to the messages that have the thing, to code that is compiled, to code that runs.
    #[must_use]
    pub fn verdict(&self) -> String {
        let side = |name, verdict: Option<Compatibility>| verdict.map(|verdict| format!("{name} {}", verdict.as_str()));
        let sides: Vec<String> =
            [side("request", self.request), side("response", self.response)].into_iter().flatten().collect();
        let wire = if sides.is_empty() { String::new() } else { format!("wire: {}; ", sides.join(", ")) };
        let source = self.source.map_or("compiles as before", Bump::as_str);
        let runs = if self.behaviour { ", runs otherwise" } else { "" };
        format!("{wire}crate: {source}{runs}")
    }

    /// What stood and what stands, in one line; nothing where neither is said.
    #[must_use]
    pub fn step(&self) -> Option<String> {
        match (&self.old, &self.new) {
            (Some(old), Some(new)) => Some(format!("{old} → {new}")),
            (Some(old), None) => Some(format!("was: {old}")),
            (None, Some(new)) => Some(format!("new: {new}")),
            (None, None) => None,
        }
    }

    /// Whether old and new understand each other, and what code does is as it was.
    fn is_silent(&self) -> bool {
        let understood = |verdict| matches!(verdict, None | Some(Compatibility::Compatible));
        understood(self.request) && understood(self.response) && !self.behaviour
    }

    /// Whether nothing changes but what people read.
    #[must_use]
    pub fn is_documentation(&self) -> bool {
        self.is_silent() && self.source.is_none_or(|bump| bump == Bump::Patch)
    }

    /// Whether the crate is the same before and after.
    #[must_use]
    pub fn keeps_the_crate(&self) -> bool {
        self.is_silent() && self.source.is_none()
    }
}

impl Diagnostic {
    /// What is to be said in front of the verdict: the place in the model, where the title does not begin with it.
    #[must_use]
    pub fn subject(&self) -> Option<&str> {
        let subject = self.effect.as_ref()?.subject.as_str();
        Some(subject).filter(|subject| !self.title.starts_with(subject))
    }

    /// The text of a label, where it is more than what the change's own value says.
    #[must_use]
    pub fn remark<'d>(&self, label: &'d Label) -> Option<&'d str> {
        let value =
            |said: &Option<String>| said.as_deref() == Some(label.text.strip_prefix(WAS).unwrap_or(&label.text));
        let is_value = self.effect.as_ref().is_some_and(|effect| value(&effect.old) || value(&effect.new));
        Some(label.text.as_str()).filter(|text| !text.is_empty() && !is_value)
    }

    /// The mark of the change that the message is about, where it is about one.
    #[must_use]
    pub fn fingerprint(&self) -> Option<String> {
        self.effect.as_ref().map(|effect| effect.fingerprint(self.id.as_str()))
    }

    /// How much it weighs, and whether that was accepted.
    #[must_use]
    pub fn standing(&self) -> String {
        let is_accepted = self.effect.as_ref().is_some_and(|effect| effect.accepted.is_some());
        format!("{}{}", self.severity, if is_accepted { ", accepted" } else { "" })
    }

    /// Whether it says no more than that what people read has changed: nobody has to decide about it.
    #[must_use]
    pub fn is_documentation(&self) -> bool {
        self.severity == Severity::Note && self.effect.as_ref().is_some_and(|effect| effect.is_documentation())
    }

    /// The command that accepts the change, where one has to be accepted for the run to end well: an error.
    #[must_use]
    pub fn acceptance(&self) -> Option<String> {
        let is_open = self.severity == Severity::Error && self.effect.as_ref()?.accepted.is_none();
        let fingerprint = self.fingerprint().filter(|_| is_open)?;
        let against = self
            .effect
            .as_ref()?
            .against
            .as_deref()
            .map(|old| format!(" --against {}", quoted(old)))
            .unwrap_or_default();
        Some(format!("docwright accept {fingerprint}{against} --reason …"))
    }
}

/// A text as one word of a shell.
fn quoted(text: &str) -> String {
    let is_plain = |char: char| char.is_alphanumeric() || "_-./:@^~".contains(char);
    if text.chars().all(is_plain) && !text.starts_with('~') {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', "'\\''"))
    }
}
