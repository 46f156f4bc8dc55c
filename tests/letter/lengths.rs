//! Texts of JSON and their lengths, against a JavaScript engine.

use docwright::runtime::{Check, LengthUnit, Undecodable, Validate, from_json};

use crate::dice::{Dice, cases};
use crate::javascript::JavaScript;

/// What a literal of JSON is made of, and some that spoil it: lone surrogates, broken escapes, controls as they are.
const PIECES: [&str; 48] = [
    "a",
    "Z",
    " ",
    "é",
    "e\u{301}",
    "ß",
    "€",
    "一",
    "\u{ffff}",
    "\u{10000}",
    "\u{10ffff}",
    "😀",
    "🇳🇴",
    "👨\u{200d}👩\u{200d}👧",
    "\u{7f}",
    "\u{2028}",
    "\u{feff}",
    r"\n",
    r#"\""#,
    r"\\",
    r"\/",
    r"\b",
    r"\f",
    r"\t",
    r"\r",
    r"\u0000",
    r"\u0041",
    r"\u00e9",
    r"\u20AC",
    r"\uffff",
    r"\ud83d\ude00",
    r"\uD83D\uDE00",
    r"\udbff\udfff",
    r"\ud800\udc00",
    r"\\ud83d",
    r"\ud83d",
    r"\ude00",
    r"\ude00\ud83d",
    r"\ud83d\u0041",
    r"\ud83d\ud83d\ude00",
    r"\ud83d\n",
    r"\x41",
    r"\u12",
    r"\ud83",
    r"\U0041",
    "\u{1}",
    "\n",
    "\"",
];

/// The lengths of a literal and its text; `none` where it is none, `lone` where a surrogate has no partner.
const MEASURE: &str = "literal => {
    let text;
    try { text = JSON.parse(literal) } catch { return 'none' }
    if (typeof text !== 'string') return 'none';
    if (!text.isWellFormed()) return 'lone';
    let points = 0, bytes = 0;
    for (const char of text) {
        const point = char.codePointAt(0);
        points += 1;
        bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    }
    return `${points} ${text.length} ${bytes} ${text}`;
}";

fn measured(literal: &str) -> String {
    match from_json::<String>(literal) {
        Ok((text, _)) => {
            let [points, units, bytes] = UNITS.map(|unit| unit.count(&text));
            format!("{points} {units} {bytes} {text}")
        }
        Err(Undecodable::BeyondJson) => "lone".into(),
        Err(_) => "none".into(),
    }
}

const UNITS: [LengthUnit; 3] = [LengthUnit::CodePoints, LengthUnit::Utf16, LengthUnit::Bytes];

#[test]
fn texts_of_json_and_their_lengths_are_as_in_javascript() {
    let (seeds, literals): (Vec<u64>, Vec<String>) = cases(20_000)
        .map(|(seed, mut dice): (u64, Dice)| {
            // The last pieces spoil a literal: most have none of them.
            let pieces = if dice.one_in(2) { &PIECES[..35] } else { &PIECES[..] };
            (seed, format!("\"{}\"", dice.text(pieces, 0, 8)))
        })
        .unzip();
    let verdicts: Vec<String> = JavaScript::new().each(MEASURE, &literals);
    for ((literal, theirs), seed) in literals.iter().zip(&verdicts).zip(seeds) {
        let ours = measured(literal);
        // Of two things that are wrong, the first is told.
        let is_same = ours == *theirs || theirs == "none" && ours == "lone";
        assert!(is_same, "{literal:?}: {ours:?}, {theirs:?}, LETTER_SEED={seed}");
    }
    let count = |verdict: &str| verdicts.iter().filter(|other| *other == verdict).count();
    let (all, lone, none) = (verdicts.len(), count("lone"), count("none"));
    println!("texts of JSON: {all} cases, {lone} with lone surrogates, {none} none");
    assert!(all < 100 || lone * 20 > all && none * 20 > all && (all - lone - none) * 5 > all);
}

/// A text with a bound on each of its lengths.
struct Bounded(String, [usize; 3]);

impl Validate for Bounded {
    fn validate(&self, check: &mut Check<'_>) {
        let Self(text, [points, units, bytes]) = self;
        check.at("points", text).min_length(*points).max_length(*points);
        check.at("units", text).min_utf16(*units).max_utf16(*units);
        check.at("bytes", text).min_bytes(*bytes).max_bytes(*bytes);
    }
}

#[test]
fn a_bound_of_a_length_is_kept_to_the_last_character() {
    for (seed, mut dice) in cases(2_000) {
        let text = dice.text(&PIECES[..17], 0, 30);
        let lengths = UNITS.map(|unit| unit.count(&text));
        let shifts = [0; 3].map(|_| dice.below(3));
        let broken = Bounded(text.clone(), [0, 1, 2].map(|unit| (lengths[unit] + shifts[unit]).saturating_sub(1)));
        let broken: Vec<String> =
            broken.violations().iter().map(|found| format!("{} {}", found.pointer, found.rule.id())).collect();
        let expected: Vec<String> = ["points", "units", "bytes"]
            .iter()
            .zip(shifts.iter().zip(lengths))
            .filter_map(|(name, (shift, length))| match shift {
                0 if length > 0 => Some(format!("/body/{name} max_length")),
                2 => Some(format!("/body/{name} min_length")),
                _ => None,
            })
            .collect();
        assert_eq!(broken, expected, "{text:?}, LETTER_SEED={seed}");
    }
}
