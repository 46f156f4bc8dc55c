//! A pattern is compiled or refused at a place of it; where another engine reads the same, both match the same texts.
//! The input is a pattern, a line end, and texts, a line each.
#![no_main]

use docwright::check::pattern::{LIMIT, PatternError, compile};
use libfuzzer_sys::fuzz_target;
use regex::RegexBuilder;

fuzz_target!(|input: &str| {
    let mut lines = input.split('\n');
    let source = lines.next().unwrap_or_default();
    let table = match compile(source) {
        Ok(table) => table,
        Err(PatternError::Syntax { at, .. } | PatternError::Unenforceable { at, .. }) => {
            assert!(source.get(at.clone()).is_some(), "{source:?} {at:?}");
            return;
        }
        Err(PatternError::TooLarge) => return,
    };
    assert!(table.rows.iter().map(|row| row.ranges.len() + row.next.len()).sum::<usize>() <= LIMIT);
    assert_eq!(compile(source).as_ref(), Ok(&table));
    let other = if reads_alike(source) { RegexBuilder::new(source).size_limit(1 << 22).build().ok() } else { None };
    for text in lines {
        let ours = table.is_match(text);
        assert!(!(ours && table.matches_nothing()));
        // What letters, digits and line ends are beyond ASCII is another thing to each of them.
        if let Some(other) = other.as_ref().filter(|_| text.is_ascii() && !text.contains('\r')) {
            assert_eq!(ours, other.is_match(text), "{source:?} in {text:?}");
        }
    }
});

/// Whether ECMA-262 and the other engine give the same meaning to all that stands in a pattern: the other one knows
/// operators within classes, classes within classes, flags, and counts without a first number.
fn reads_alike(source: &str) -> bool {
    let has = |piece: &str| source.contains(piece);
    let operators = ["&&", "--", "~~", "[:", "(?i", "(?m", "(?s", "(?u", "(?x", "(?U", "(?R", "(?-", "(?P", "{,"];
    let classes = source.split('[').skip(1).any(|class| class.is_empty() || !class.contains(']'));
    source.is_ascii() && !operators.iter().any(|piece| has(piece)) && !classes && !has("[]") && !has("[^]")
}
