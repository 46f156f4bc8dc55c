//! What is said of a change's effect: one line of verdicts, and how the change is accepted.

use super::{Bump, Compatibility, Diagnostic, Effect, Severity};

impl Effect {
    /// What the change does, in one line; `-` where it does not touch the thing.
    #[must_use]
    pub fn verdict(&self) -> String {
        let wire = |verdict: Option<Compatibility>| verdict.map_or("-", Compatibility::as_str);
        let mut line = match (self.request, self.response) {
            (None, None) => "wire: -".to_owned(),
            (request, response) => format!("wire: request {}, response {}", wire(request), wire(response)),
        };
        line += "; crate: ";
        line += self.source.map_or("-", Bump::as_str);
        if self.behaviour {
            line += "; behaviour";
        }
        line
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

    /// The command that accepts the change, where there is one that somebody has to accept.
    #[must_use]
    pub fn acceptance(&self) -> Option<String> {
        let is_open = self.severity != Severity::Note && self.effect.as_ref()?.accepted.is_none();
        let fingerprint = self.fingerprint().filter(|_| is_open)?;
        let against =
            self.effect.as_ref()?.against.as_deref().map(|old| format!(" --against {old}")).unwrap_or_default();
        Some(format!("docwright accept {fingerprint}{against} --reason …"))
    }
}
