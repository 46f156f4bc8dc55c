//! `name=value&…`: form bodies and queries, written and read as the URL Standard says
//! (`application/x-www-form-urlencoded`).

use std::fmt;

use super::form::Texts;
use super::{Form, percent};

/// Pairs in the making: a form body or a query. Its `Debug` says how much there is, and not what.
#[derive(Default)]
pub struct Pairs(String);

impl Form<Pairs> {
    /// Writes pairs.
    pub(crate) fn pairs(fields: impl FnOnce(&mut Self)) -> String {
        let mut form = Self(Pairs::default());
        fields(&mut form);
        form.0.0
    }
}

impl Texts for Pairs {
    fn text(&mut self, name: &str, text: &str) {
        if !self.0.is_empty() {
            self.0.push('&');
        }
        percent::encode_form(name, &mut self.0);
        self.0.push('=');
        percent::encode_form(text, &mut self.0);
    }

    fn has(&self, name: &str) -> bool {
        split(&self.0).any(|(written, _)| percent::decode_form(written) == name)
    }
}

impl fmt::Debug for Pairs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Pairs({} bytes)", self.0.len())
    }
}

/// The pairs of a form body or a query. There is none that cannot be read: what is no UTF-8 becomes U+FFFD.
pub(crate) fn pairs(text: &str) -> Vec<(String, String)> {
    split(text).map(|(name, value)| (percent::decode_form(name), percent::decode_form(value))).collect()
}

/// The pairs as they are written; one without `=` has an empty value, and an empty one is none.
fn split(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let written = text.split('&').filter(|pair| !pair.is_empty());
    written.map(|pair| pair.split_once('=').unwrap_or((pair, "")))
}
