//! What is worth telling again: findings that are new, or that are about a file that changed.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, Severity, Sources};

/// Findings by what they say, and not by their lines, which move while a file is edited.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Known(BTreeMap<Key, usize>);

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    id: &'static str,
    severity: Severity,
    title: String,
    help: Vec<String>,
    labels: Vec<OfLabel>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct OfLabel {
    path: String,
    text: String,
    pointed_to: String,
}

impl Known {
    /// The findings of a run.
    pub(crate) fn of<'d>(found: impl IntoIterator<Item = &'d Diagnostic>, sources: &Sources) -> Self {
        let mut known = Self::default();
        for diagnostic in found {
            *known.0.entry(key(diagnostic, sources)).or_default() += 1;
        }
        known
    }

    /// Takes out one finding, if it is there.
    fn take(&mut self, key: &Key) -> bool {
        match self.0.get_mut(key) {
            Some(count) if *count > 0 => {
                *count -= 1;
                true
            }
            _ => false,
        }
    }
}

fn key(diagnostic: &Diagnostic, sources: &Sources) -> Key {
    let labels = diagnostic.labels.iter().map(|label| OfLabel {
        path: sources.path(label.place.file).to_string(),
        text: label.text.clone(),
        pointed_to: sources.text(label.place).to_owned(),
    });
    Key {
        id: diagnostic.id.as_str(),
        severity: diagnostic.severity,
        title: diagnostic.title.clone(),
        help: diagnostic.help.clone(),
        labels: labels.collect(),
    }
}

/// The findings of a run against those of the one before.
#[derive(Debug)]
pub(crate) struct News {
    /// To be shown, in their order.
    pub(crate) shown: Vec<Diagnostic>,
    /// How many are as before in files that are as before, by what they weigh.
    pub(crate) as_before: BTreeMap<Severity, usize>,
    /// How many of before are not found any more.
    pub(crate) gone: usize,
}

impl News {
    /// Tells apart what is new in findings, after the one run and the files that changed since.
    pub(crate) fn of(found: Vec<Diagnostic>, sources: &Sources, before: &Known, changed: &BTreeSet<String>) -> Self {
        let mut before = before.clone();
        let mut news = Self { shown: Vec::new(), as_before: BTreeMap::new(), gone: 0 };
        for diagnostic in found {
            let was_there = before.take(&key(&diagnostic, sources));
            let is_touched =
                diagnostic.labels.iter().any(|label| changed.contains(sources.path(label.place.file).as_str()));
            if was_there && !is_touched {
                *news.as_before.entry(diagnostic.severity).or_default() += 1;
            } else {
                news.shown.push(diagnostic);
            }
        }
        news.gone = before.0.values().sum();
        news
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{Id, Place, Span};

    /// Findings of a text in two files: each is about the word `bad` that it stands on.
    fn found(files: [(&str, &str); 2]) -> (Vec<Diagnostic>, Sources) {
        let (mut sources, mut found) = (Sources::default(), Vec::new());
        for (path, text) in files {
            let file = sources.add(path, text);
            for (start, word) in text.match_indices("bad") {
                let place = Place { file, span: Span { start, end: start + word.len() } };
                found.push(Diagnostic::new(Id::UnknownKey, "`bad` is no key").at(place, ""));
            }
        }
        (found, sources)
    }

    fn news(before: [(&str, &str); 2], now: [(&str, &str); 2], changed: &[&str]) -> (Vec<String>, usize, usize) {
        let (old, old_sources) = found(before);
        let (new, sources) = found(now);
        let changed = changed.iter().map(|path| (*path).to_owned()).collect();
        let News { shown, as_before, gone } = News::of(new, &sources, &Known::of(&old, &old_sources), &changed);
        let path = |diagnostic: &Diagnostic| sources.path(diagnostic.labels[0].place.file).to_string();
        (shown.iter().map(path).collect(), as_before.values().sum(), gone)
    }

    #[test]
    fn only_what_is_new_or_in_a_changed_file_is_shown() {
        let before = [("a", "bad"), ("b", "good bad")];
        assert_eq!(news(before, before, &[]), (vec![], 2, 0));
        assert_eq!(news(before, [("a", "\n\nbad"), ("b", "good bad")], &["a"]), (vec!["a".to_owned()], 1, 0));
        assert_eq!(news(before, [("a", "good"), ("b", "good bad")], &["a"]), (vec![], 1, 1));
        // A second finding of the same words, caused by a change elsewhere.
        assert_eq!(news(before, [("a", "bad"), ("b", "bad bad")], &["a"]).0, ["a", "b"]);
    }
}
