//! Characters that pages have and specs do not: they look like others, or like nothing.

use super::{Diagnostic, Id, Place, Sources};

/// A character that stands for another one in the eyes of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Lookalike {
    /// The character.
    pub(crate) character: char,
    /// What is meant by it.
    pub(crate) plain: &'static str,
    /// What it is called.
    pub(crate) name: &'static str,
}

/// The longest text that is shown written otherwise, in bytes.
const LONGEST: usize = 200;

/// What a character looks like, if it looks like another one.
pub(crate) fn of(character: char) -> Option<Lookalike> {
    let (plain, name) = match character {
        '\u{a0}' | '\u{202f}' => (" ", "a no-break space"),
        '\u{2000}'..='\u{200a}' | '\u{3000}' => (" ", "a space of another width"),
        '\u{200b}' => ("", "a space without width"),
        '\u{2060}' => ("", "a word joiner without width"),
        '\u{feff}' => ("", "a byte order mark"),
        '\u{ad}' => ("", "a hidden hyphen"),
        '\u{201c}'..='\u{201f}' => ("\"", "a quote of printed text"),
        '\u{2018}'..='\u{201b}' => ("'", "a quote of printed text"),
        '\u{2010}'..='\u{2015}' => ("-", "a dash of printed text"),
        '\u{2212}' => ("-", "a minus of printed text"),
        '\u{2022}' | '\u{25aa}' | '\u{25cf}' => ("-", "a bullet of printed text"),
        '\u{ff1a}' => (":", "a wide colon"),
        '\u{ff0c}' => (",", "a wide comma"),
        _ => return None,
    };
    Some(Lookalike { character, plain, name })
}

/// The first character of a text that looks like another one.
pub(crate) fn first(text: &str) -> Option<Lookalike> {
    text.chars().find_map(of)
}

/// The first character of a text that nobody sees, or takes for a blank.
pub(crate) fn hidden(text: &str) -> Option<Lookalike> {
    text.chars().filter_map(of).find(|one| one.plain.trim().is_empty())
}

/// A text as it was meant.
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match of(character) {
            Some(one) => out.push_str(one.plain),
            None => out.push(character),
        }
    }
    out.trim().to_owned()
}

/// A text as it was meant, without quotes around it.
pub(crate) fn bare(text: &str) -> String {
    plain(text).trim_matches(['"', '\'']).trim().to_owned()
}

impl Lookalike {
    /// What it is, for people.
    pub(crate) fn told(self) -> String {
        format!("U+{:04X}, {}", u32::from(self.character), self.name)
    }
}

/// Says where messages are about a text that looks like another one.
pub(crate) fn point_out(found: &mut [Diagnostic], sources: &Sources) {
    for diagnostic in found.iter_mut().filter(|diagnostic| is_about_a_word(diagnostic.id)) {
        let Some(place) = diagnostic.labels.first().map(|label| label.place) else { continue };
        let text = sources.text(place);
        let Some(one) = first(text).filter(|_| text.len() <= LONGEST && !text.contains('\n')) else { continue };
        point_out_one(diagnostic, place, text, one);
    }
}

fn point_out_one(diagnostic: &mut Diagnostic, place: Place, text: &str, one: Lookalike) {
    let is_mended = diagnostic.edit.as_ref().is_some_and(|edit| first(&edit.text).is_none());
    let plain = plain(text);
    let told = one.told();
    if is_mended || plain.is_empty() {
        diagnostic.help.insert(0, format!("it has {told}, perhaps from a page: type it anew"));
    } else {
        diagnostic.help.insert(0, format!("it has {told}, perhaps from a page: write `{plain}`"));
        diagnostic.edit = Some(Box::new(super::Edit { place, text: plain, applicability: super::Applicability::Sure }));
    }
}

/// Whether a message is about a word that is none, and not about a text of the page.
const fn is_about_a_word(id: Id) -> bool {
    matches!(
        id,
        Id::UnknownKey
            | Id::WrongKind
            | Id::BadWord
            | Id::UnknownType
            | Id::UnknownPart
            | Id::UnknownSource
            | Id::UnknownCredential
            | Id::ConstraintNotForType
            | Id::NeverSatisfied
            | Id::BadPattern
            | Id::BadPath
            | Id::BadUrl
            | Id::BadMethod
            | Id::BadHeaderName
            | Id::BadMediaType
            | Id::BadStatus
            | Id::BadDate
            | Id::BadCrate
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_alike_is_written_plainly() {
        for (text, meant) in [
            ("string\u{a0}", "string"),
            ("min_\u{200b}length", "min_length"),
            ("\u{201c}true\u{201d}", "\"true\""),
            ("\u{2212}1", "-1"),
            ("min\u{ff1a} 2", "min: 2"),
        ] {
            assert_eq!(plain(text), meant);
        }
        assert_eq!(bare("\u{201c}true\u{201d} "), "true");
        assert_eq!(first("Größe 5°, été"), None);
        assert_eq!(hidden("\u{201c}a\u{a0}b"), of('\u{a0}'));
    }
}
