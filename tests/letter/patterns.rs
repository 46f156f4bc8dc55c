//! Patterns: what a table decides, against a JavaScript engine and against `regex`.

use docwright::check::pattern::{PatternError, PatternTable, compile};
use docwright::runtime::Pattern;
use proptest::strategy::{Strategy as _, ValueTree as _};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use regex::Regex;

use crate::dice::{Dice, cases};
use crate::javascript::JavaScript;
use crate::near_miss::near_miss;
use crate::pieces::{PIECES, PROPERTIES, TOKENS};
use crate::real::PATTERNS;

/// A text that the table takes, by a walk of its own; nothing where it got lost.
fn walk(table: &PatternTable, dice: &mut Dice) -> Option<String> {
    let (mut state, mut bytes) = (0_usize, Vec::new());
    for _ in 0..dice.within(0, 80) {
        if table.ends[state] == b'!' && dice.one_in(4) {
            break;
        }
        let ways: Vec<_> = table.rows.iter().filter(|row| row.next[state] != b'.').collect();
        if ways.is_empty() {
            break;
        }
        let row = *dice.pick(&ways);
        let range = dice.below(row.ranges.len() / 2) * 2;
        bytes.push(u8::try_from(dice.within(row.ranges[range].into(), row.ranges[range + 1].into())).ok()?);
        state = usize::from(row.next[state] - b'0');
    }
    String::from_utf8(bytes).ok()
}

/// Texts that a generator with a parser of its own makes of a pattern; nothing where it cannot read it.
fn made(pattern: &str, seed: u64, count: usize) -> Vec<String> {
    let inside = pattern.strip_prefix('^').unwrap_or(pattern);
    let inside = inside.strip_suffix('$').filter(|rest| !rest.ends_with('\\')).unwrap_or(inside);
    let Ok(strategy) = proptest::string::string_regex(inside) else { return Vec::new() };
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let mut runner = TestRunner::new_with_rng(Config::default(), TestRng::from_seed(RngAlgorithm::ChaCha, &bytes));
    (0..count).filter_map(|_| strategy.new_tree(&mut runner).ok()).map(|tree| tree.current()).collect()
}

/// Texts near to what a pattern matches.
fn texts(pattern: &str, table: &PatternTable, seed: u64, dice: &mut Dice, count: usize) -> Vec<String> {
    let mut right = made(pattern, seed, count / 4);
    right.extend((0..count).filter_map(|_| walk(table, dice)).take(count / 4));
    right.push(String::new());
    let mut texts: Vec<String> = (0..count)
        .map(|_| {
            let right = dice.pick(&right).clone();
            near_miss(dice, &right, &PIECES)
        })
        .collect();
    texts.extend(PIECES.map(str::to_owned));
    texts.extend(right);
    texts
}

/// The same pattern for `regex`; nothing where it has no such meaning there.
fn translated(pattern: &str) -> Option<Regex> {
    let mut class = String::new();
    let mut rest = pattern.chars().peekable();
    let mut within = false;
    while let Some(char) = rest.next() {
        match (char, within) {
            ('\\', _) => match rest.next()? {
                'd' => class.push_str("[0-9]"),
                'w' => class.push_str("[A-Za-z0-9_]"),
                same @ ('.' | '/' | '\\' | '-' | '*' | '+' | '?' | '(' | ')' | '[' | ']' | '{' | '}' | '^' | '$'
                | '|') => {
                    class.extend(['\\', same]);
                }
                _ => return None,
            },
            ('.', false) => class.push_str(r"[^\n\r\u{2028}\u{2029}]"),
            ('[', false) => {
                within = true;
                class.push(char);
            }
            ('[' | '&' | '~', true) => class.extend(['\\', char]),
            (']', true) if class.ends_with('[') || class.ends_with("[^") => return None,
            (']', true) => {
                within = false;
                class.push(char);
            }
            _ => class.push(char),
        }
    }
    Regex::new(&class).ok()
}

/// What came of some texts.
#[derive(Default)]
struct Tally {
    patterns: usize,
    tables: usize,
    in_regex: usize,
    texts: usize,
    matched: usize,
    /// Texts that JavaScript had no patience for.
    undecided: usize,
}

impl Tally {
    /// Judges near misses of a pattern by its table and in JavaScript, and where there is one by an expression of `regex`.
    fn judge(
        &mut self,
        engine: &JavaScript,
        pattern: &str,
        expression: Option<&Regex>,
        (seed, dice): (u64, &mut Dice),
        count: usize,
    ) {
        let table = match compile(pattern) {
            Ok(table) => table,
            Err(error) => {
                let is_pattern = engine.is_pattern(pattern);
                assert_eq!(
                    is_pattern,
                    !matches!(error, PatternError::Syntax { .. }),
                    "/{pattern}/: {error:?}, LETTER_SEED={seed}"
                );
                self.patterns += usize::from(is_pattern);
                return;
            }
        };
        let mut texts = texts(pattern, &table, seed, dice, count);
        if pattern.contains(r"\p") || pattern.contains(r"\P") {
            texts.retain(|text| is_settled(text));
        }
        let verdicts = engine
            .matches(pattern, &texts)
            .unwrap_or_else(|| panic!("/{pattern}/ is none in JavaScript, LETTER_SEED={seed}"));
        let rows: Vec<(&[u8], &[u8])> = table.rows.iter().map(|row| (&*row.ranges, &*row.next)).collect();
        let ours = Pattern::new(pattern, &rows, &table.ends);
        for (text, verdict) in texts.iter().zip(&verdicts) {
            let matches = ours.is_match(text);
            assert_eq!(matches, verdict.unwrap_or(matches), "/{pattern}/ on {text:?}, LETTER_SEED={seed}");
            let by_regex = expression.is_none_or(|expression| expression.is_match(text) == matches);
            assert!(by_regex, "/{pattern}/ on {text:?} in `regex`, LETTER_SEED={seed}");
            self.matched += usize::from(matches);
            self.undecided += usize::from(verdict.is_none());
        }
        self.patterns += 1;
        self.tables += 1;
        self.in_regex += usize::from(expression.is_some());
        self.texts += texts.len();
    }

    /// Prints the figures; both verdicts must be common.
    fn tell(&self, what: &str, sources: usize) {
        let Self { patterns, tables, in_regex, texts, matched, undecided } = self;
        println!(
            "{what}: {sources} sources, {patterns} patterns, {tables} tables, {in_regex} in `regex` too; {texts} texts, {matched} matched, {undecided} undecided"
        );
        assert!(
            sources < 100 || matched * 10 >= *texts && (texts - matched) * 10 >= *texts && undecided * 100 <= *texts
        );
    }
}

#[test]
fn real_patterns_decide_as_in_javascript_and_in_regex() {
    let (engine, mut tally) = (JavaScript::new(), Tally::default());
    for (seed, mut dice) in cases(220) {
        let pattern = PATTERNS[usize::try_from(seed).expect("a small number") % PATTERNS.len()];
        tally.judge(&engine, pattern, translated(pattern).as_ref(), (seed, &mut dice), 100);
    }
    tally.tell("real patterns", PATTERNS.len());
}

#[test]
fn what_is_a_pattern_and_what_it_matches_is_as_in_javascript() {
    let (engine, mut tally, mut sources) = (JavaScript::new(), Tally::default(), 0);
    for (seed, mut dice) in cases(1_500) {
        let pattern = dice.text(&TOKENS, 1, 7);
        sources += 1;
        tally.judge(&engine, &pattern, None, (seed, &mut dice), 12);
    }
    tally.tell("random patterns", sources);
    let patterns = tally.patterns;
    assert!(sources < 100 || patterns * 10 >= sources && (sources - patterns) * 10 >= sources);
}

/// Whether all characters are of blocks that new versions of Unicode add nothing to: the two sides need not have the same.
fn is_settled(text: &str) -> bool {
    // Of U+0295, Unicode 17 made a letter without case.
    text.chars().all(|char| char <= '\u{7ff}' && char != '\u{295}' || PIECES.iter().any(|piece| piece.contains(char)))
}

#[test]
fn properties_have_the_characters_that_they_have_in_javascript() {
    let engine = JavaScript::new();
    let chars = (0..0x2000_u32).chain((0x2000..0x11_0000).step_by(997)).filter_map(char::from_u32);
    let texts: Vec<String> = chars.map(String::from).collect();
    let members = |property: &str| {
        let pattern = format!(r"^\p{{{property}}}$");
        let table = match compile(&pattern) {
            Err(PatternError::TooLarge) => return Vec::new(),
            table => table.unwrap_or_else(|error| panic!("{property}: {error}")),
        };
        let rows: Vec<(&[u8], &[u8])> = table.rows.iter().map(|row| (&*row.ranges, &*row.next)).collect();
        let ours = Pattern::new(&pattern, &rows, &table.ends);
        let theirs = engine.matches(&pattern, &texts).unwrap_or_else(|| panic!("{property} is none in JavaScript"));
        let both = texts.iter().zip(theirs).map(|(text, theirs)| (ours.is_match(text), theirs.expect("it is quick")));
        both.collect::<Vec<(bool, bool)>>()
    };
    let mut tables = 0;
    for property in PROPERTIES {
        let members = members(property);
        tables += usize::from(!members.is_empty());
        let judged = members.into_iter().zip(&texts);
        let differ: Vec<&String> = judged.filter(|((ours, theirs), _)| ours != theirs).map(|(_, text)| text).collect();
        let is_new = differ.iter().all(|text| !is_settled(text)) && differ.len() * 200 <= texts.len();
        assert!(is_new, "{property}: {differ:?}");
    }
    println!("properties: {tables} of {} fit into a table, {} characters each", PROPERTIES.len(), texts.len());
    assert!(tables * 2 > PROPERTIES.len());
}
