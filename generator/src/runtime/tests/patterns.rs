//! Patterns: the interpreter against a plain reading of the table.

use proptest::prelude::*;

use crate::runtime::Pattern;

type Row = (&'static [u8], &'static [u8]);

/// `^[A-Za-z]{2}(-[A-Za-z]{2})?$`
const LANGUAGE: &[Row] = &[(b"--", b"..3..."), (b"AZaz", b"12.45.")];

/// `^([0-9]+|calllog)$`, with a state that leads to itself.
const LOG: &[Row] = &[
    (b"09", b"11......."),
    (b"aa", b"..3......"),
    (b"cc", b"2........"),
    (b"gg", b".......8."),
    (b"ll", b"...456..."),
    (b"oo", b"......7.."),
];

fn plainly(table: &[Row], ends: &[u8], text: &str) -> bool {
    let step = |state: u8, byte: u8| {
        let covers = |ranges: &[u8]| ranges.chunks(2).any(|pair| (pair[0]..=pair[1]).contains(&byte));
        let (_, next) = table.iter().find(|(ranges, _)| covers(ranges))?;
        Some(next[usize::from(state - b'0')]).filter(|state| *state != b'.')
    };
    text.bytes().try_fold(b'0', step).is_some_and(|state| ends[usize::from(state - b'0')] == b'!')
}

#[test]
fn a_table_decides() {
    static PATTERN: Pattern = Pattern::new("^[A-Za-z]{2}(-[A-Za-z]{2})?$", LANGUAGE, b"..!..!");
    for good in ["en", "nb-NO"] {
        assert!(PATTERN.is_match(good), "{good}");
    }
    for bad in ["", "e", "eng", "en-", "en-N", "en-NOR", "en_NO", "é"] {
        assert!(!PATTERN.is_match(bad), "{bad}");
    }
}

#[test]
fn a_pattern_needs_no_static_data() {
    let (source, ranges, next) = (String::from("^a*$"), b"aa".to_vec(), b"0".to_vec());
    let table = [(ranges.as_slice(), next.as_slice())];
    let pattern = Pattern::new(&source, &table, b"!");
    assert!(pattern.is_match("") && pattern.is_match("aaa") && !pattern.is_match("ab"));
}

/// More states than one word has bits: `^a{100}$`.
#[test]
fn long_patterns_decide_too() {
    let next: Vec<u8> = (1..=100).map(|state| b'0' + state).chain([b'.']).collect();
    let ends: Vec<u8> = std::iter::repeat_n(b'.', 100).chain([b'!']).collect();
    let table = [(b"aa".as_slice(), next.as_slice())];
    let pattern = Pattern::new("^a{100}$", &table, &ends);
    for length in [0, 63, 64, 65, 99, 100, 101] {
        assert_eq!(pattern.is_match(&"a".repeat(length)), length == 100, "{length}");
    }
}

proptest! {
    #[test]
    fn the_interpreter_reads_the_table(text in "[a-cgloA-Z0-9é-]{0,8}|[a-z]{2}-[A-Z]{2}|call?log|[0-9]{1,9}") {
        prop_assert_eq!(Pattern::new("", LANGUAGE, b"..!..!").is_match(&text), plainly(LANGUAGE, b"..!..!", &text));
        prop_assert_eq!(Pattern::new("", LOG, b".!......!").is_match(&text), plainly(LOG, b".!......!", &text));
    }
}
