use std::collections::BTreeSet;

use proptest::prelude::*;

use super::automaton::{Machine, State};
use super::minimise::minimise;
use super::utf8::Utf8;
use super::{LIMIT, PatternError, PatternTable, compile};

fn table(source: &str) -> PatternTable {
    compile(source).unwrap_or_else(|error| panic!("{source}: {error:?}"))
}

#[track_caller]
fn matches(source: &str, good: &[&str], bad: &[&str]) {
    let table = table(source);
    for text in good {
        assert!(table.is_match(text), "/{source}/ matches {text:?}");
    }
    for text in bad {
        assert!(!table.is_match(text), "/{source}/ does not match {text:?}");
    }
}

fn printed(table: &PatternTable) -> String {
    let text = |bytes: &[u8]| bytes.escape_ascii().to_string();
    let row = |row: &super::PatternRow| format!("{} {}\n", text(&row.ranges), text(&row.next));
    table.rows.iter().map(row).collect::<String>() + "end " + &text(&table.ends)
}

#[test]
fn the_tables_of_the_four_apis() {
    insta::assert_snapshot!(printed(&table("^[A-Za-z]{2}(-[A-Za-z]{2})?$")), @r#"
    -- ..3...
    AZaz 12.45.
    end ..!..!
    "#);
    insta::assert_snapshot!(printed(&table("^([0-9]+|calllog|contactform)$")), @r#"
    09 11................
    aa ..3........<......
    cc 2...........=.....
    ff ..............?...
    gg .......8..........
    ll ...456............
    mm .................8
    nn .........:........
    oo ..9...7........@..
    rr ................A.
    tt ..........;..>....
    end .!......!.........
    "#);
    insta::assert_snapshot!(printed(&table(r"^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$")), @r#"
       ..........;.........
    -- ....5..8............
    09 1234.67.9:.<=.?@.BC.
    :: .............>..A...
    end ...................!
    "#);
    insta::assert_snapshot!(printed(&table("^[0-9a-fA-F]{24}$")), @r#"
    09AFaf 123456789:;<=>?@ABCDEFGH.
    end ........................!
    "#);
}

#[test]
fn a_search_unless_anchored() {
    matches("b", &["b", "abc", "éb"], &["", "ac"]);
    matches("^b", &["bc"], &["ab", "\nb"]);
    matches("b$", &["ab"], &["bc", "b\n"]);
    matches("^b|c$", &["bx", "xc"], &["xbx", "cx"]);
    matches("", &["", "x"], &[]);
    matches("a^b", &[], &["ab", "a", "b", ""]);
    assert!(table("a^b").matches_nothing() && table("[]").matches_nothing() && !table("[^]").matches_nothing());
}

#[test]
fn what_stands_for_characters() {
    matches(r"^\d$", &["7"], &["٣", "x"]);
    matches(r"^\w$", &["a", "Z", "_", "0"], &["é", "-"]);
    matches(r"^\s$", &[" ", "\t", "\u{b}", "\u{feff}", "\u{2029}", "\u{3000}"], &["x", "\u{85}", "\u{200b}"]);
    matches(r"^\S\D\W$", &["é-é"], &["é-e", "é1é", " -é"]);
    matches("^.$", &["x", "é", "😀", "\u{85}"], &["\n", "\r", "\u{2028}", "\u{2029}", "", "xx"]);
    matches(r"^\x41\u0042\u{43}\u{1F600}\uD83D\uDE00\cJ\0\/$", &["ABC😀😀\n\0/"], &["ABC😀😀J\0/"]);
    matches(r"^[\b\-\]a-c]$", &["\u{8}", "-", "]", "b"], &["d", "\\"]);
    matches(r"^[^a-y\d]$", &["z", "é", "-"], &["b", "5", ""]);
    matches(r"^[-a][a-]$", &["--", "aa"], &["b-"]);
    matches(r"^[\uD7FF-\uE000]$", &["\u{d7ff}", "\u{e000}"], &["\u{d7fe}", "\u{e001}"]);
    matches(r"^\uD83D$", &[], &["😀", "\u{fffd}"]);
    matches(r"^\p{Lu}$", &["É"], &["é"]);
    matches(r"^\P{Nd}$", &["é"], &["٣"]);
    matches(r"^\p{Script=Greek}\p{ASCII}\p{White_Space}\p{Zl}$", &["βx \u{2028}"], &["xx \u{2028}", "ββ \u{2028}"]);
}

#[test]
fn words_end_as_in_ascii() {
    matches(r"\bcat\b", &["cat", "a cat.", "écat", "caté"], &["cats", "_cat"]);
    matches(r"^a\Bb\b.$", &["ab-", "abé"], &["abc"]);
    matches(r"\B", &["", "é", "ab", "--"], &["a", "aéb"]);
}

#[test]
fn groups_and_repetitions() {
    matches("^(?:ab){2,3}$", &["abab", "ababab"], &["ab", "abababab"]);
    matches("^a{2,}?b*?c??$", &["aa", "aaabbc"], &["a", "aacc"]);
    matches("^(?<year>\\d{4})-(x|y|)$", &["2026-", "2026-y"], &["2026-z"]);
    matches("^a{0}$", &[""], &["a"]);
}

#[test]
fn a_counted_character_is_one_state() {
    let source = "^[^<>]{1,200}$";
    assert_eq!(table(source).ends.len(), 201);
    let long = "é😀".repeat(100);
    matches(source, &["x", &long], &["", &format!("{long}x"), "é<"]);
}

#[track_caller]
#[test]
fn each_character_is_one() {
    let table = table("^.$");
    let firsts =
        ['\0', '\u{80}', '\u{800}', '\u{1000}', '\u{D000}', '\u{E000}', '\u{10000}', '\u{40000}', '\u{100000}'];
    let lasts =
        ['\u{7F}', '\u{7FF}', '\u{FFF}', '\u{CFFF}', '\u{D7FF}', '\u{FFFF}', '\u{3FFFF}', '\u{FFFFF}', char::MAX];
    for char in firsts.into_iter().chain(lasts) {
        assert!(table.is_match(&char.to_string()), "{char:?}");
        assert!(!table.is_match(&format!("{char}{char}")), "{char:?} twice");
    }
}

#[test]
fn as_many_states_as_a_byte_can_name() {
    let most = super::STATES - 1;
    let source = |most: usize| format!("^a{{0,{most}}}$");
    let table = table(&source(most));
    assert!(table.is_match(&"a".repeat(most)) && !table.is_match(&"a".repeat(most + 1)));
    assert_eq!(table.ends.len(), super::STATES);
    assert_eq!(compile(&source(most + 1)), Err(PatternError::TooLarge));
    insta::assert_snapshot!(PatternError::TooLarge, @"its table would take up more than 8 KiB, or have more than 208 states");
}

#[test]
fn a_table_takes_up_to_eight_kilobytes() {
    let size = |table: &PatternTable| {
        table.rows.iter().map(|row| row.ranges.len() + row.next.len()).sum::<usize>() + table.ends.len()
    };
    // Each character has a row of its own.
    let source = |many: u32| (0x21..0x21 + many).map(|char| format!("\\u{{{char:x}}}")).collect::<Vec<_>>().concat();
    assert_eq!((LIMIT, size(&table(&format!("^{}$", source(88))))), (8192, 88 * 88 + 4 * 88 + 1));
    assert_eq!(compile(&format!("^{}$", source(89))), Err(PatternError::TooLarge));
}

#[test]
fn ways_that_end_alike_are_one_state_at_last() {
    // Within a character the two ways lead to different states, until refinement finds that those are alike.
    let table = table("^(?:[à-ã]x|[^à-ã]x){80}$");
    assert_eq!(table.ends.len(), 161);
    assert!(table.is_match(&"àxéx".repeat(40)) && !table.is_match(&"àx".repeat(79)));
}

#[test]
fn as_many_blocks_as_are_asked_for() {
    // `a` leads from each state to the next one, and the last one ends.
    let chain = |states: usize| {
        let state = |index| {
            let mut next = vec![None; 256];
            next[usize::from(b'a')] = Some(index + 1).filter(|next| *next < states);
            State { utf8: Utf8::Boundary, ends: index + 1 == states, next }
        };
        Machine { states: (0..states).map(state).collect() }
    };
    let least = |states, limit| minimise(chain(states), limit).map(|machine| machine.states.len());
    assert_eq!((least(3, 4), least(3, 3), least(3, 2), least(4, 2)), (Some(3), Some(3), None, None));
}

#[test]
fn lengths_are_followed_up_to_a_bound() {
    let short = table("^a{1,3}$");
    for (min, max, has) in
        [(0, 0, false), (0, 1, true), (3, 3, true), (4, u64::MAX, false), (4096, 5000, false), (4097, 5000, true)]
    {
        assert_eq!(short.has_match_of(min, max), has, "{min} to {max}");
    }
    assert!(table("^a*$").has_match_of(4096, 4096) && !table("^(?:aaa)*$").has_match_of(4096, 4096));
}

#[test]
fn groups_may_be_deep_and_many() {
    let deep = |groups: usize| compile(&format!("^{}a{}$", "(".repeat(groups), ")".repeat(groups)));
    assert_eq!(deep(100), compile("^a$"));
    assert_eq!(deep(101), Err(PatternError::TooLarge));
    assert_eq!(compile(&format!("^{}$", "(a)".repeat(150))), compile("^a{150}$"));
}

#[test]
fn names_of_properties() {
    matches(r"^\p{ASCII}$", &["a", "\u{7f}"], &["\u{80}"]);
    matches(r"^\P{ASCII}$", &["\u{80}"], &["a"]);
    matches(r"^\p{Script=Old_Italic}$", &["\u{10300}"], &["a"]);
    matches(r"^\p{Lowercase_Letter}$", &["a"], &["A"]);
    matches(r"^\p{digit}$", &["7"], &["a"]);
    matches(r"^\p{Any}$", &["\u{378}"], &["aa"]);
    let none = ["lu", "L u", "Script=latin", "Script=Lat in", "L-u", "ascii", "any", "Block=Latin", ""];
    let no_category = ["gc=Any", "gc=ASCII", "General_Category=Assigned", "gc=A_ny", "gc=AsciI"];
    for none in none.into_iter().chain(no_category) {
        assert!(compile(&format!(r"\p{{{none}}}")).is_err(), "{none}");
    }
}

fn wrong(source: &str) -> String {
    match compile(source) {
        Ok(_) => panic!("/{source}/ compiles"),
        Err(PatternError::Syntax { at, what }) => format!("{}: {what}", &source[at]),
        Err(PatternError::Unenforceable { at, what }) => format!("{}: unenforceable: {what}", &source[at]),
        Err(error @ PatternError::TooLarge) => error.to_string(),
    }
}

#[test]
fn what_is_no_pattern_is_shown_at_its_place() {
    let sources = [
        "a(b",
        "ab)",
        "a[b",
        "x{2",
        "x{3,2}",
        "x{,2}",
        "a}",
        "a]",
        "*a",
        "a**",
        "^*",
        r"\b+",
        "(?a)",
        "(?<1>a)",
        r"\q",
        r"\-",
        "a\\",
        r"\x4",
        r"\u12",
        r"\u{110000}",
        r"\c1",
        r"\01",
        r"\p{Nope}",
        r"\p{Greek}",
        r"\pL",
        "[b-a]",
        r"[\d-z]",
        r"[\B]",
        "(?=a",
        r"\1",
        r"(a)\k<n>",
        r"[\1]",
        "(?<n>a)(?<n>b)",
        "(?-:a)",
        "(?=a)*",
        "(?x:a)",
        "(?ii:a)",
        "(?i-i:a)",
        r"(?<n>a)(?<m>b)\3",
    ];
    insta::assert_snapshot!(sources.map(wrong).join("\n"), @r#"
    (: this group is not closed
    ): this `)` closes no group; write `\)` for the character
    [: this class is not closed
    {2: no repetition such as `{2}`, `{2,}` or `{2,4}`; write `\{` for the character
    {3,2}: 3 is more than 2
    {,2: no repetition such as `{2}`, `{2,}` or `{2,4}`; write `\{` for the character
    }: a lone `}`; write `\}` for the character
    ]: a lone `]`; write `\]` for the character
    *: there is nothing here to repeat; write `\` before the character itself
    *: a second repetition; put the first one into a group `(?:…)`
    *: a boundary cannot be repeated
    +: a boundary cannot be repeated
    (?: after `(?` stands `:`, `<name>` or a look-around
    (?<1: the name of a group is an identifier between `<` and `>`
    \q: there is no escape `\q`
    \-: there is no escape `\-`
    \: nothing follows the `\`; write `\\` for the character
    \x: after `\x` stand two hexadecimal digits
    \u: after `\u` stand four hexadecimal digits, or some in braces
    \u{110000: between the braces stands a code point in hexadecimal digits, up to 10FFFF
    \c1: after `\c` stands a letter
    \0: there is no escape `\0`
    \p{Nope}: there is no property `Nope`
    \p{Greek}: there is no property `Greek`
    \p: after `\p` stands a property of Unicode in braces, such as `\p{L}`
    b-a: the range ends before it begins
    \d-z: a range has single characters at its ends; write `\-` for the character
    \B: there is no escape `\B`
    (: this group is not closed
    \1: there is no such group
    \k<n>: there is no such group
    \1: there is no escape `\1`
    (?<n>: a group before it that can match as well has this name
    (?: after `(?` stands `:`, `<name>` or a look-around
    *: a boundary cannot be repeated
    (?: after `(?` stands `:`, `<name>` or a look-around
    (?: after `(?` stands `:`, `<name>` or a look-around
    (?: after `(?` stands `:`, `<name>` or a look-around
    \3: there is no such group
    "#);
}

#[test]
fn what_no_table_can_decide_is_told_apart() {
    let sources = [
        "a(?=b)",
        "(?!b)",
        "(?<=b)a",
        "(?<!b)a",
        r"(a)\1",
        r"(?<n>a)\k<n>",
        r"(?<n>a)(?<m>b)\2",
        "(?i:a)",
        "aaa(?im:b)",
        "(?i-ms:a)",
    ];
    insta::assert_snapshot!(sources.map(wrong).join("\n"), @r#"
    (?=: unenforceable: a look-ahead
    (?!: unenforceable: a look-ahead
    (?<=: unenforceable: a look-behind
    (?<!: unenforceable: a look-behind
    \1: unenforceable: a back-reference
    \k<n>: unenforceable: a back-reference
    \2: unenforceable: a back-reference
    (?i:: unenforceable: a change of flags
    (?im:: unenforceable: a change of flags
    (?i-ms:: unenforceable: a change of flags
    "#);
    assert_eq!(compile("(?<n>a)|(?<n>b)"), compile("a|b"), "only one of them can match");
    let groups = "(".repeat(200) + &")".repeat(200);
    for large in ["(?:a{1000}){1000}", "(?:a|b)*a(?:a|b){20}", r"^\p{L}{1,100}$", &groups] {
        assert_eq!(compile(large), Err(PatternError::TooLarge), "{large}");
    }
}

/// A pattern that a few lines can match, one character after another.
#[derive(Clone, Debug)]
enum Tree {
    /// Its source, and whether a character is in it.
    Class(&'static str, fn(char) -> bool),
    Look(&'static str),
    Many(Box<Tree>, usize, Option<usize>),
    Then(Vec<Tree>),
    Either(Vec<Tree>),
}

impl Tree {
    fn source(&self) -> String {
        match self {
            Self::Class(source, _) | Self::Look(source) => (*source).to_owned(),
            Self::Many(inside, min, max) => {
                format!("(?:{}){{{min},{}}}", inside.source(), max.map(|max| max.to_string()).unwrap_or_default())
            }
            Self::Then(trees) => trees.iter().map(Self::source).collect(),
            Self::Either(trees) => format!("({})", trees.iter().map(Self::source).collect::<Vec<_>>().join("|")),
        }
    }

    /// Where a match that begins in one of the places can end.
    fn ends(&self, text: &[char], from: &BTreeSet<usize>) -> BTreeSet<usize> {
        match self {
            Self::Class(_, has) => {
                from.iter().filter(|at| text.get(**at).is_some_and(|char| has(*char))).map(|at| at + 1).collect()
            }
            Self::Look(kind) => from.iter().copied().filter(|at| looks(kind, text, *at)).collect(),
            Self::Many(inside, min, max) => {
                let mut all = if *min == 0 { from.clone() } else { BTreeSet::new() };
                let mut now = from.clone();
                for count in 1..=max.unwrap_or(min + text.len() + 1) {
                    now = inside.ends(text, &now);
                    if count >= *min {
                        all.extend(&now);
                    }
                }
                all
            }
            Self::Then(trees) => trees.iter().fold(from.clone(), |from, tree| tree.ends(text, &from)),
            Self::Either(trees) => trees.iter().flat_map(|tree| tree.ends(text, from)).collect(),
        }
    }
}

fn looks(kind: &str, text: &[char], at: usize) -> bool {
    let is_word = |at: Option<usize>| {
        at.and_then(|at| text.get(at)).is_some_and(|char| char.is_ascii_alphanumeric() || *char == '_')
    };
    let boundary = is_word(at.checked_sub(1)) != is_word(Some(at));
    match kind {
        "^" => at == 0,
        "$" => at == text.len(),
        r"\b" => boundary,
        _ => !boundary,
    }
}

fn tree() -> impl Strategy<Value = Tree> {
    let class = |source, has: fn(char) -> bool| Just(Tree::Class(source, has));
    let leaf = prop_oneof![
        class("a", |char| char == 'a'),
        class("é", |char| char == 'é'),
        class("😀", |char| char == '😀'),
        class("[a-é]", |char| ('a'..='é').contains(&char)),
        class("[^aé]", |char| !matches!(char, 'a' | 'é')),
        class(r"\w", |char| char.is_ascii_alphanumeric() || char == '_'),
        class(".", |char| !matches!(char, '\n' | '\r' | '\u{2028}' | '\u{2029}')),
        class(r"\W", |char| !(char.is_ascii_alphanumeric() || char == '_')),
        prop::sample::select(&["^", "$", r"\b", r"\B"][..]).prop_map(Tree::Look),
    ];
    leaf.prop_recursive(4, 16, 4, |tree| {
        prop_oneof![
            (tree.clone(), 0..3_usize, prop::option::of(0..3_usize)).prop_map(|(tree, min, more)| Tree::Many(
                Box::new(tree),
                min,
                more.map(|more| min + more)
            )),
            prop::collection::vec(tree.clone(), 0..4).prop_map(Tree::Then),
            prop::collection::vec(tree, 1..4).prop_map(Tree::Either),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn a_table_decides_as_the_pattern_reads(
        tree in tree(),
        texts in prop::collection::vec(prop::collection::vec(prop::sample::select(&['a', 'b', 'é', '😀', '-', '\n', '\u{2028}', 'ß'][..]), 0..6), 8),
    ) {
        let table = match compile(&tree.source()) {
            Err(PatternError::TooLarge) => return Ok(()),
            table => table.unwrap(),
        };
        for text in texts {
            let expected = !tree.ends(&text, &(0..=text.len()).collect()).is_empty();
            let string: String = text.iter().collect();
            prop_assert_eq!(table.is_match(&string), expected, "/{}/ on {:?}", tree.source(), string);
        }
    }

    #[test]
    fn no_source_makes_it_panic(source in r"[a\[\](){}|?*+^$.\\bBdpuxck0-9<>=!:,\-é😀]{0,20}") {
        if let Err(PatternError::Syntax { at, .. } | PatternError::Unenforceable { at, .. }) = compile(&source) {
            prop_assert!(!source[at].is_empty());
        }
    }
}
