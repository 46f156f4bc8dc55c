//! What is said of constructs that YAML knows and specs refuse, and of the limits.

use crate::diagnostic::{Diagnostic, Id, Place};

use super::limits::{MAX_DEPTH, MAX_REFUSALS};

const SPLIT: &str = "split it: one file per endpoint, what they share in api.yaml";

pub(super) fn too_big(place: Place, bytes: usize) -> Diagnostic {
    Diagnostic::new(Id::YamlLimit, format!("the file has {bytes} bytes; at most 1 MiB is read"))
        .at(place, "")
        .help(SPLIT)
}

pub(super) fn too_many_nodes(place: Place) -> Diagnostic {
    Diagnostic::new(Id::YamlLimit, "the file has more than 100,000 keys and values")
        .at(place, "reading stops here")
        .help(SPLIT)
}

pub(super) fn too_deep(place: Place) -> Diagnostic {
    Diagnostic::new(Id::YamlLimit, format!("more than {MAX_DEPTH} lists and maps within each other"))
        .at(place, "this one is too deep")
        .help("give what is inside a name under `types`")
}

pub(super) fn too_many_refusals(place: Option<Place>) -> Diagnostic {
    let title = format!("more than {MAX_REFUSALS} things in this file are refused; the rest was not read");
    let limit = Diagnostic::new(Id::YamlLimit, title).help("mend those above first");
    match place {
        Some(place) => limit.at(place, "reading stops here"),
        None => limit,
    }
}

pub(super) fn empty(place: Place) -> Diagnostic {
    Diagnostic::new(Id::WrongKind, "the file is empty; a spec is a map of keys")
        .at(place, "nothing stands here")
        .help("docwright.yaml begins with `language: 1`, api.yaml with `title`")
        .help("an endpoint has at least `method`, `path` and `responses`")
}

pub(super) fn byte_order_mark(place: Place) -> Diagnostic {
    Diagnostic::new(Id::YamlRefused, "specs begin without a byte order mark")
        .at(place, "the invisible character U+FEFF")
        .help("save the file as UTF-8 without a byte order mark")
        .edit(place, "")
}

pub(super) fn directive(place: Place) -> Diagnostic {
    Diagnostic::new(Id::YamlRefused, "specs have no YAML directives")
        .at(place, "")
        .help("remove the line: specs are YAML 1.2 and have no tags")
}

pub(super) fn tab(place: Place, other_lines: usize) -> Diagnostic {
    let label = match other_lines {
        0 => "a tab".to_owned(),
        1 => "a tab, as on one more line".to_owned(),
        _ => format!("a tab, as on {other_lines} more lines"),
    };
    Diagnostic::new(Id::YamlRefused, "tabs do not indent")
        .at(place, label)
        .help("indent with blanks, two for each level; most editors can replace all tabs of a file")
}

pub(super) fn second_document(place: Place) -> Diagnostic {
    Diagnostic::new(Id::YamlRefused, "a spec is one document, and here a second one begins")
        .at(place, "")
        .help("remove the `---`, or move what follows it to a file of its own")
}

pub(super) fn anchor(place: Place) -> Diagnostic {
    Diagnostic::new(Id::YamlRefused, "specs have no anchors")
        .at(place, "")
        .help("remove it; what several places share is a named type under `types`, or a part under `parts`")
        .help("quote a text that begins with `&`")
}

pub(super) fn alias(place: Place) -> Diagnostic {
    Diagnostic::new(Id::YamlRefused, "specs have no aliases")
        .at(place, "")
        .help("write out what it stands for, or share it as a named type or a part")
        .help("quote a text that begins with `*`")
}

pub(super) fn merge_key(place: Place) -> Diagnostic {
    Diagnostic::new(Id::YamlRefused, "specs have no merge keys")
        .at(place, "")
        .help("write out what it takes in, or share it as a named type or a part")
        .help("quote it where it is a name: `'<<'`")
}

pub(super) fn tag(place: Place) -> Diagnostic {
    Diagnostic::new(Id::YamlRefused, "specs have no tags")
        .at(place, "")
        .help("remove it; each key knows the kind of its value, and quotes make a text of anything")
        .help("quote a text that begins with `!`")
}

pub(super) fn no_key(place: Place) -> Diagnostic {
    Diagnostic::new(Id::YamlRefused, "a key is missing before a `:`")
        .at(place, "")
        .help("write the key; one that is the empty text is written `''`")
}

pub(super) fn collection_as_key(place: Place) -> Diagnostic {
    Diagnostic::new(Id::YamlRefused, "keys are texts, and this one is a list or a map")
        .at(place, "")
        .help("quote a key that begins with `[` or `{`")
}

pub(super) fn duplicate_key(key: &str, place: Place, first: Place) -> Diagnostic {
    Diagnostic::new(Id::DuplicateKey, format!("the key `{key}` stands twice in one map"))
        .at(place, "again here")
        .at(first, "first here")
        .help("keep one of them, or correct the name of the other")
}
