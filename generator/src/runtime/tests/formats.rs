//! Formats, against independent readings of their rules.

use proptest::prelude::*;
use regex_automata::dfa::Automaton as _;
use regex_automata::dfa::dense::DFA;
use regex_automata::util::syntax;
use regex_automata::{Anchored, Input};

use crate::runtime::format::{has_chars, is_date_time, is_email, is_local_date_time};

/// The expression that WHATWG gives for `<input type=email>`.
const EMAIL: &str = r"[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*";

fn email_automaton() -> DFA<Vec<u32>> {
    let flags = syntax::Config::new().unicode(false).utf8(false);
    DFA::builder().syntax(flags).build(&format!("(?-u)^(?:{EMAIL})$")).unwrap()
}

fn agrees(automaton: &DFA<Vec<u32>>, text: &str) -> bool {
    let input = Input::new(text).anchored(Anchored::Yes);
    let matched = automaton.try_search_fwd(&input).unwrap();
    is_email(text) == matched.is_some_and(|end| end.offset() == text.len())
}

#[test]
fn emails_follow_the_rule_of_html() {
    for good in ["a@b", "jan.o'neil+x@mail.example.nl", "x@a-b.c", ".@1"] {
        assert!(is_email(good), "{good}");
    }
    for bad in ["", "a", "@b", "a@", "a@-b", "a@b-.c", "a@b..c", "a@b.", "a b@c", "a@b@c", "é@b", "a@é", "a@b\n"] {
        assert!(!is_email(bad), "{bad}");
    }
    let (longest, longer) = (format!("a@{}", "b".repeat(63)), format!("a@{}", "b".repeat(64)));
    assert!(is_email(&longest) && !is_email(&longer));
    let automaton = email_automaton();
    proptest!(|(text in "[a-zA-Z0-9.!{_é @-]{0,12}|[a.!]{1,3}@[ab-]{1,3}(\\.[ab-]{0,65}){0,2}")| {
        prop_assert!(agrees(&automaton, &text), "{text:?}");
    });
}

#[test]
fn dates_are_those_of_the_calendar() {
    for year in (0..=9999_u32).step_by(3).chain([4, 100, 400, 1900, 2000, 2024, 2100]) {
        for month in 0..=13_usize {
            let leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
            let days = [0, 31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 0][month];
            for day in [0, 1, 28, 29, 30, 31, 32] {
                let exists = (1..=days).contains(&day);
                assert_eq!(is_local_date_time(&format!("{year:04}-{month:02}-{day:02} 00:00:00")), exists);
                assert_eq!(is_date_time(&format!("{year:04}-{month:02}-{day:02}T00:00:00Z")), exists);
            }
        }
    }
}

#[test]
fn date_times_have_an_offset_and_any_fraction() {
    for good in ["2007-12-18T17:54:08.0543344+01:00", "2024-02-29t00:00:00z", "2000-02-29T23:59:60-23:59"] {
        assert!(is_date_time(good), "{good}");
    }
    let bad = [
        "yyyy-mm-ddThh:mm:ss.sssZ",
        "2024-01-01T00:00:00",
        "2024-01-01T00:00:00.Z",
        "2024-01-01T00:00:00.1",
        "2024-01-01 00:00:00Z",
        "2024-01-01T24:00:00Z",
        "2024-01-01T00:60:00Z",
        "2024-01-01T00:00:61Z",
        "2024-01-01T00:00:00+24:00",
        "2024-01-01T00:00:00+01",
        "2024-01-01T00:00:00Zé",
        "é",
    ];
    for bad in bad {
        assert!(!is_date_time(bad), "{bad}");
    }
    assert!(!is_local_date_time("2024-01-01T00:00:00") && !is_local_date_time("2024-01-01 00:00:00Z"));
}

proptest! {
    #[test]
    fn lengths_are_code_points(text in "[aé€😀]{0,12}", bound in 0..14_usize) {
        prop_assert_eq!(has_chars(&text, bound), text.chars().count() >= bound);
    }
}
