//! Wire names to Rust names: each from its own words alone, so that a new sibling renames nothing.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use heck::ToUpperCamelCase as _;
use unicode_normalization::UnicodeNormalization as _;

use crate::diagnostic::shown::is_hidden;
use crate::diagnostic::{Diagnostic, Diagnostics, Id, Place};
use crate::model::Word;

/// A Rust identifier, cased for what it names and never a keyword.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Name(String);

impl Name {
    /// A name that the generator itself chose.
    pub(super) fn fixed(name: &'static str) -> Self {
        Self(name.to_owned())
    }

    /// The name of an item that belongs to this one.
    pub(super) fn with_suffix(&self, suffix: &'static str) -> Self {
        Self(format!("{}{suffix}", self.0))
    }

    /// The identifier.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The words of a name, in lower case; what they are joined to depends on the item.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Words(Vec<String>);

impl Words {
    /// The words of a name on the wire.
    #[must_use]
    pub fn of(wire: &str) -> Self {
        let letters = |char: char| char != '_' && continues(char);
        let end = wire.rfind(letters).map_or(0, |at| at + wire[at..].chars().next().map_or(0, char::len_utf8));
        let start = wire.find(letters).unwrap_or(0);
        let mut words: Vec<String> = wire[..start].chars().filter_map(sign).collect();
        wire[start..end].split(|char| !letters(char)).for_each(|part| split_case(part, &mut words));
        words.extend(wire[end..].chars().filter_map(sign));
        Self(words)
    }

    /// A name that is one word, whatever it looks like.
    #[must_use]
    pub fn one(word: &str) -> Self {
        Self(vec![word.to_lowercase()])
    }

    /// The words, in order.
    #[must_use]
    pub fn as_slice(&self) -> &[String] {
        &self.0
    }

    /// No words yet.
    pub(super) const fn none() -> Self {
        Self(Vec::new())
    }

    /// These words, then those.
    #[must_use]
    pub fn then(&self, more: &Self) -> Self {
        Self(self.0.iter().chain(&more.0).cloned().collect())
    }

    /// As fields, functions and modules are written: `forwarded_file_ids`.
    #[must_use]
    pub fn snake(&self) -> Name {
        finish(self.0.join("_"), "n", "empty")
    }

    /// As types and variants are written: `ForwardedFileIds`.
    #[must_use]
    pub fn pascal(&self) -> Name {
        let mut joined = String::new();
        for word in &self.0 {
            let digits = |char: Option<char>| char.is_some_and(char::is_numeric);
            if digits(joined.chars().next_back()) && digits(word.chars().next()) {
                joined.push('_');
            }
            joined.push_str(&capitalised(word));
        }
        finish(joined, "N", "Empty")
    }

    /// As constants are written: `FORWARDED_FILE_IDS`.
    #[must_use]
    pub fn screaming(&self) -> Name {
        finish(self.0.join("_").to_uppercase(), "N", "EMPTY")
    }
}

/// A word with its first letter in upper case. heck would split it at a mark that is no letter, which identifiers admit.
fn capitalised(word: &str) -> String {
    if word.chars().all(char::is_alphanumeric) {
        return word.to_upper_camel_case();
    }
    let mut chars = word.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}

/// Makes an identifier of joined words, in the form in which Rust compares identifiers: NFC.
fn finish(joined: String, before_digit: &str, empty: &str) -> Name {
    let name = match joined.chars().next() {
        None => empty.to_owned(),
        Some(first) if starts(first) => joined,
        Some(_) => format!("{before_digit}{joined}"),
    };
    let name: String = if name.is_ascii() { name } else { name.nfc().collect() };
    Name(if is_keyword(&name) { format!("{name}_") } else { name })
}

/// Splits at changes of case: `HTTPServer` is two words, `forwardedFileIDs` three.
fn split_case(part: &str, words: &mut Vec<String>) {
    let chars: Vec<char> = part.chars().collect();
    let mut word = String::new();
    for (index, &char) in chars.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| chars.get(before)).copied();
        let (next, after) = (chars.get(index + 1).copied(), chars.get(index + 2).copied());
        let lower = |char: Option<char>| char.is_some_and(char::is_lowercase);
        let plural = next == Some('s') && !lower(after);
        let starts_word = char.is_uppercase()
            && before.is_some_and(|before| {
                before.is_lowercase() || before.is_numeric() || before.is_uppercase() && lower(next) && !plural
            });
        if starts_word {
            words.push(std::mem::take(&mut word));
        }
        word.extend(char.to_lowercase());
    }
    if !word.is_empty() {
        words.push(word);
    }
}

/// The word of a sign at the start or the end of a name.
fn sign(char: char) -> Option<String> {
    let word = match char {
        ' ' | '[' | ']' => return None,
        '_' => "underscore",
        '-' => "minus",
        '+' => "plus",
        '.' => "dot",
        '@' => "at",
        '$' => "dollar",
        '#' => "hash",
        '%' => "percent",
        '*' => "star",
        '!' => "not",
        '<' => "less",
        '>' => "greater",
        '=' => "equal",
        '&' => "and",
        '/' => "slash",
        other => return Some(format!("u{:x}", u32::from(other))),
    };
    Some(word.to_owned())
}

/// Whether an identifier may hold the character: one that Rust takes, and that is seen.
fn continues(char: char) -> bool {
    if is_hidden(char) || matches!(char, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}') {
        return false;
    }
    char == '_' || char.is_ascii_alphanumeric() || !char.is_ascii() && is_identifier(&format!("a{char}"))
}

/// Whether an identifier may begin with the character.
fn starts(char: char) -> bool {
    char.is_ascii_alphabetic() || !char.is_ascii() && is_identifier(&char.to_string())
}

fn is_identifier(text: &str) -> bool {
    syn::parse_str::<syn::Ident>(text).is_ok_and(|name| name == text) // blanks around one are not part of it
}

/// The keywords of edition 2024, reserved ones included.
fn is_keyword(name: &str) -> bool {
    const KEYWORDS: &[&str] = &[
        "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do",
        "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop",
        "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct",
        "super", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while",
        "yield",
    ];
    KEYWORDS.binary_search(&name).is_ok()
}

/// The words of `rust_name`, or else those of the wire name.
pub(super) fn words(wire: &str, rust_name: Option<&Word>, found: &mut Diagnostics) -> Words {
    let Some(given) = rust_name else { return Words::of(wire) };
    let text = given.text.as_str();
    let fits = text.chars().next().is_some_and(starts) && text.chars().all(continues) && !text.ends_with('_');
    if !fits {
        found.push(
            Diagnostic::new(Id::BadRustName, format!("`{text}` cannot be a name in Rust"))
                .at(given.place, "letters, digits and `_` between them; a letter first")
                .help(format!("without `rust_name` it is `{}`", Words::of(wire).snake())),
        );
        return Words::of(wire);
    }
    Words::of(text)
}

/// The number of the second of two equal names.
const FIRST_NUMBER: u32 = 2;

/// Names that stand beside each other, of which no two may be alike.
#[derive(Clone, Debug, Default)]
pub(super) struct Namespace {
    held: BTreeMap<Name, Holder>,
    /// What was proposed for others, so that no two are told the same.
    proposed: BTreeSet<Name>,
    /// The numbers behind names that are not tried yet: of many names that are equal, each asks for one.
    numbers: BTreeMap<Numbered, u32>,
}

/// What a number stands behind: the words of the claim and those around them.
type Numbered = (Words, Words, Option<&'static str>);

/// Who has a name already.
#[derive(Clone, Debug)]
struct Holder {
    what: String,
    kind: Option<&'static str>,
    place: Option<Place>,
    remedy: Remedy,
    words: Words,
    within: Words,
    suffix: Option<&'static str>,
}

impl Holder {
    fn of(claim: Claim<'_>) -> Self {
        Self {
            what: claim.what.to_owned(),
            kind: claim.kind,
            place: Some(claim.place),
            remedy: claim.remedy,
            words: claim.words.clone(),
            within: claim.within.clone(),
            suffix: claim.suffix,
        }
    }

    /// The claim by which the name was taken.
    fn claim(&self) -> Option<Claim<'_>> {
        let Self { what, kind, place, remedy, words, within, suffix } = self;
        place.map(|place| Claim { what, place, words, within, suffix: *suffix, kind: *kind, remedy: *remedy })
    }

    /// Whether the holder is called by the words of a claim and more, so that another name there is another one here.
    fn follows(&self, claim: Claim<'_>) -> bool {
        claim.suffix.is_some() && self.within.0.starts_with(&claim.within.then(claim.words).0)
    }
}

/// Who asks for a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Claim<'a> {
    /// The thing, as a message calls it: ``the field `userId` ``.
    pub what: &'a str,
    /// Where it is named.
    pub place: Place,
    /// Its words, which another name for it begins with.
    pub words: &'a Words,
    /// The words before these, which it does not choose.
    pub within: &'a Words,
    /// The words behind these, which it does not choose either.
    pub suffix: Option<&'static str>,
    /// What sets it apart from things of another kind.
    pub kind: Option<&'static str>,
    /// How it is given another name.
    pub remedy: Remedy,
}

/// How a thing is given another name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Remedy {
    /// By the key `rust_name`.
    RustName,
    /// By the key `rust_name` of a value, which one in a list has no place for.
    OfValue,
    /// By the key `rust_name` of a variant, which a type by itself has no place for.
    OfVariant,
    /// By its own name, which is the author's.
    Itself,
}

impl<'a> Claim<'a> {
    /// A claim of something that takes a `rust_name`.
    pub const fn new(what: &'a str, place: Place, words: &'a Words) -> Self {
        const NONE: &Words = &Words::none();
        Self { what, place, words, within: NONE, suffix: None, kind: None, remedy: Remedy::RustName }
    }

    /// The claim of a thing of this kind: a path variable, a value.
    pub const fn of_kind(self, kind: &'static str) -> Self {
        Self { kind: Some(kind), ..self }
    }
}

impl Namespace {
    /// Takes a name that the generator gives itself.
    pub fn reserve(&mut self, name: Name, what: &str) {
        let (words, within) = (Words::none(), Words::none());
        let what = what.to_owned();
        let holder = Holder { what, kind: None, place: None, remedy: Remedy::RustName, words, within, suffix: None };
        self.held.insert(name, holder);
    }

    /// Takes a name, or says who has it.
    pub fn claim(&mut self, name: &Name, claim: Claim<'_>, found: &mut Diagnostics) {
        self.claim_beside(None, name, claim, found);
    }

    /// Takes a name that none of these may have, and none of others that are in sight.
    pub fn claim_beside(&mut self, others: Option<&Self>, name: &Name, claim: Claim<'_>, found: &mut Diagnostics) {
        let Some(holder) = self.held.get(name).or_else(|| others?.held.get(name)) else {
            self.held.insert(name.clone(), Holder::of(claim));
            return;
        };
        let (first, second) = (holder.clone(), Holder::of(claim));
        let (holder, claim) = match first.claim().filter(|_| first.follows(claim)) {
            Some(follower) => (&second, follower),
            None => (&first, claim),
        };
        let mut title = format!("{} and {} are both `{name}` in Rust", holder.what, claim.what);
        if holder.place.is_none() {
            title = format!("{} is `{name}` in Rust, which is the name of {}", claim.what, holder.what);
        }
        let mut diagnostic = Diagnostic::new(Id::NameCollision, title).at(claim.place, "this one needs another name");
        if let Some(place) = holder.place.filter(|place| *place != claim.place) {
            diagnostic = diagnostic.at(place, "has the name already");
        }
        let kind = claim.kind.filter(|kind| holder.kind != Some(kind));
        let free = self.free(others, claim, kind);
        let help = match claim.remedy {
            Remedy::Itself => format!("call this one `{free}`"),
            Remedy::RustName | Remedy::OfValue | Remedy::OfVariant => format!("give this one `rust_name: {free}`"),
        };
        diagnostic = diagnostic.help(help);
        found.push(match claim.remedy {
            Remedy::OfValue => diagnostic.help(
                "where the values are a list, make each a key of `enum`; `{}` is the value of one that needs nothing",
            ),
            Remedy::OfVariant => diagnostic.help("where a type alone stands behind the tag, write it below, as `type`"),
            Remedy::RustName | Remedy::Itself => diagnostic,
        });
    }

    /// The first name like the claimed one that nobody has; it begins with the kind where that tells the two apart.
    fn free(&mut self, others: Option<&Self>, claim: Claim<'_>, kind: Option<&'static str>) -> Name {
        let mut base = claim.words.clone();
        if base.0.is_empty() {
            base = Words::one("empty");
        }
        let kind = kind.filter(|kind| base.0.first().is_none_or(|first| first != kind));
        if let Some(kind) = kind {
            base = Words::one(kind).then(&base);
        }
        let numbered = (claim.within.clone(), base.clone(), claim.suffix);
        let mut numbers = self.numbers.get(&numbered).copied().unwrap_or(FIRST_NUMBER)..;
        let mut candidate = if kind.is_some() { base.clone() } else { base.numbered(&mut numbers) };
        while self.has(others, &candidate, claim) {
            candidate = base.numbered(&mut numbers);
        }
        self.numbers.insert(numbered, numbers.start);
        let own = candidate.snake();
        self.proposed.extend(candidate.all(claim));
        own
    }

    fn has(&self, others: Option<&Self>, words: &Words, claim: Claim<'_>) -> bool {
        let has = |names: &Self, name: &Name| names.held.contains_key(name) || names.proposed.contains(name);
        words.all(claim).any(|name| has(self, &name) || others.is_some_and(|others| has(others, &name)))
    }
}

impl Words {
    /// These words and the next number.
    fn numbered(&self, numbers: &mut impl Iterator<Item = u32>) -> Self {
        Self(self.0.iter().cloned().chain(numbers.next().map(|number| number.to_string())).collect())
    }

    /// The names that a claim would have with these words, in every casing.
    fn all(&self, claim: Claim<'_>) -> impl Iterator<Item = Name> {
        let plain = claim.within.then(self);
        let whole = claim.suffix.map(|suffix| plain.then(&Self::of(suffix)));
        [Some(plain), whole].into_iter().flatten().flat_map(|words| [words.snake(), words.pascal(), words.screaming()])
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn row(wire: &str) -> [String; 3] {
        let words = Words::of(wire);
        [words.snake().0, words.pascal().0, words.screaming().0]
    }

    #[test]
    fn the_obstacle_course() {
        let course = [
            ("id", ["id", "Id", "ID"]),
            ("_id", ["underscore_id", "UnderscoreId", "UNDERSCORE_ID"]),
            ("+1", ["plus_1", "Plus1", "PLUS_1"]),
            ("-1", ["minus_1", "Minus1", "MINUS_1"]),
            ("v1_2", ["v1_2", "V1_2", "V1_2"]),
            ("v12", ["v12", "V12", "V12"]),
            ("forwardedFileIDs", ["forwarded_file_ids", "ForwardedFileIds", "FORWARDED_FILE_IDS"]),
            ("mediaURLs", ["media_urls", "MediaUrls", "MEDIA_URLS"]),
            ("IDsOfFiles", ["ids_of_files", "IdsOfFiles", "IDS_OF_FILES"]),
            ("URLsafe", ["ur_lsafe", "UrLsafe", "UR_LSAFE"]),
            ("HTTPServer", ["http_server", "HttpServer", "HTTP_SERVER"]),
            ("MD5Sum", ["md5_sum", "Md5Sum", "MD5_SUM"]),
            ("2FA", ["n2_fa", "N2Fa", "N2_FA"]),
            ("4XX", ["n4_xx", "N4Xx", "N4_XX"]),
            ("99digital", ["n99digital", "N99digital", "N99DIGITAL"]),
            ("CHAT_MESSAGE", ["chat_message", "ChatMessage", "CHAT_MESSAGE"]),
            ("SO-TimeZone", ["so_time_zone", "SoTimeZone", "SO_TIME_ZONE"]),
            ("a.b c/d", ["a_b_c_d", "ABCD", "A_B_C_D"]),
            ("a[]", ["a", "A", "A"]),
            ("$", ["dollar", "Dollar", "DOLLAR"]),
            ("__", ["underscore_underscore", "UnderscoreUnderscore", "UNDERSCORE_UNDERSCORE"]),
            ("<=5", ["less_equal_5", "LessEqual5", "LESS_EQUAL_5"]),
            ("€", ["u20ac", "U20ac", "U20AC"]),
            ("", ["empty", "Empty", "EMPTY"]),
            ("[]", ["empty", "Empty", "EMPTY"]),
            ("Größe", ["größe", "Größe", "GRÖSSE"]),
            ("a\u{200d}b\u{fe0f}", ["a_b_ufe0f", "ABUfe0f", "A_B_UFE0F"]),
            ("日本", ["日本", "日本", "日本"]),
            ("type", ["type_", "Type", "TYPE"]),
            ("gen", ["gen_", "Gen", "GEN"]),
            ("self", ["self_", "Self_", "SELF"]),
            ("Self", ["self_", "Self_", "SELF"]),
            ("crate", ["crate_", "Crate", "CRATE"]),
        ];
        for (wire, names) in course {
            assert_eq!(row(wire), names.map(str::to_owned), "{wire}");
        }
    }

    #[test]
    fn keywords_are_sorted_for_the_search() {
        for keyword in ["Self", "abstract", "gen", "yield", "try", "dyn", "async"] {
            assert!(is_keyword(keyword), "{keyword}");
        }
        assert!(!is_keyword("union"));
    }

    #[test]
    fn a_collision_names_both_and_proposes_a_name() {
        let (mut names, mut found) = (Namespace::default(), Diagnostics::default());
        let place = Place::default();
        let mut claim = |wire: &str| {
            let words = Words::of(wire);
            let what = format!("the field `{wire}`");
            names.claim(&words.snake(), Claim::new(&what, place, &words), &mut found);
        };
        ["user_id", "user_id_2", "userId", "UserId"].into_iter().for_each(&mut claim);
        let texts: Vec<_> = found.iter().map(|found| (found.to_string(), found.help.join(" "))).collect();
        let expected = [("userId", "user_id_3"), ("UserId", "user_id_4")].map(|(wire, name)| {
            let title = "error[name-collision]: the field `user_id` and the field";
            (format!("{title} `{wire}` are both `user_id` in Rust"), format!("give this one `rust_name: {name}`"))
        });
        assert_eq!(texts, expected);
    }

    #[test]
    fn of_many_that_are_equal_each_is_told_a_name_at_once() {
        let (mut names, mut found) = (Namespace::default(), Diagnostics::default());
        let words = Words::of("user_id");
        // By trying all numbers for each of them, this would take minutes.
        for _ in 0..3_000 {
            names.claim(&words.snake(), Claim::new("the field", Place::default(), &words), &mut found);
        }
        let last = found.iter().last().map(|found| found.help.join(" "));
        assert_eq!(last.as_deref(), Some("give this one `rust_name: user_id_3000`"));
    }

    #[test]
    fn what_is_called_by_another_gives_way_to_what_comes_with_it() {
        let (mut names, mut found) = (Namespace::default(), Diagnostics::default());
        let (put, required) = (Words::one("put"), Words::one("required"));
        let below = Claim { within: &put, ..Claim::new("the field's type", Place::default(), &required) };
        let beside = Claim { suffix: Some("required"), ..Claim::new("the arguments", Place::default(), &put) };
        for claim in [below, beside] {
            names.claim(&Name::fixed("PutRequired"), claim, &mut found);
        }
        let texts: Vec<_> = found.iter().map(|found| (found.to_string(), found.help.join(" "))).collect();
        let title = "error[name-collision]: the arguments and the field's type are both `PutRequired` in Rust";
        assert_eq!(texts, [(title.to_owned(), "give this one `rust_name: required_2`".to_owned())]);
    }

    #[test]
    fn a_rust_name_is_words_in_any_casing() {
        let mut found = Diagnostics::default();
        let given = |text: &str| Word { text: text.to_owned(), place: Place::default() };
        for text in ["message_id", "messageId", "MESSAGE_ID", "MessageId"] {
            assert_eq!(words("_id", Some(&given(text)), &mut found).snake().0, "message_id");
        }
        assert_eq!(found, Diagnostics::default());
        for text in ["", "_id", "id_", "1st", "a-b", "a b", "é!"] {
            assert_eq!(words("x", Some(&given(text)), &mut found).snake().0, "x");
        }
        assert!(found.iter().all(|found| found.id == Id::BadRustName));
        assert_eq!(found.iter().count(), 7);
    }

    proptest! {
        #[test]
        fn every_text_has_names_that_rust_takes(wire in "\\PC{0,8}|[a-zA-Z0-9_$+-]{0,12}|[\u{0}-\u{300}]{0,4}") {
            for name in row(&wire) {
                prop_assert!(is_identifier(&name) && !is_keyword(&name), "{wire:?} -> {name}");
            }
        }
    }
}
