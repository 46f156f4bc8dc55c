//! Formats, against independent readings of their rules.

use proptest::prelude::*;
use regex_automata::dfa::Automaton as _;
use regex_automata::dfa::dense::DFA;
use regex_automata::util::syntax;
use regex_automata::{Anchored, Input};

use crate::runtime::format::{has_chars, is_date, is_date_time, is_email, is_local_date_time, is_uri, is_uuid};
use crate::runtime::{Date, Uri, Uuid};

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
                assert_eq!(is_date(&format!("{year:04}-{month:02}-{day:02}")), exists);
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

#[test]
fn dates_have_four_two_and_two_digits() {
    for bad in
        ["2026-1-31", "26-01-31", "2026-01-31T", "2026-01-31Z", " 2026-01-31", "2026/01/31", "+026-01-31", "éé6-01-3"]
    {
        assert!(!is_date(bad), "{bad}");
    }
    assert!(Date::checked("2026-01-31").is_ok());
    assert_eq!(Date::checked("2026-02-29").unwrap_err().to_string(), "not of the form date");
}

#[test]
fn uuids_have_the_text_form_of_rfc_9562() {
    let good = [
        "00000000-0000-0000-0000-000000000000",
        "FFFFFFFF-FFFF-FFFF-FFFF-FFFFFFFFFFFF",
        "f81d4fae-7dec-11d0-A765-00a0c91e6bf6",
    ];
    for good in good {
        assert!(is_uuid(good), "{good}");
    }
    let bad = [
        "",
        "f81d4fae7dec11d0a76500a0c91e6bf6",
        "{f81d4fae-7dec-11d0-a765-00a0c91e6bf6}",
        "urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
        "f81d4fae-7dec-11d0-a765-00a0c91e6bf",
        "f81d4fae-7dec-11d0-a765-00a0c91e6bfg",
        "f81d4fae-7dec-11d0-a76500-a0c91e6bf6",
        "f81d4fae-7dec-11d0-a765-00a0c91e6bé",
    ];
    for bad in bad {
        assert!(!is_uuid(bad), "{bad}");
    }
    assert!(Uuid::checked(good[2]).is_ok() && Uuid::checked(bad[1]).is_err());
}

#[test]
fn uris_are_those_of_rfc_3986() {
    let good = [
        "https://example.com",
        "HTTP://a.b.c:80/%7Efoo/bar;v=1?q=a/b?c#frag/ment?",
        "mailto:jan@example.com",
        "urn:isbn:0451450523",
        "a:",
        "a:b//c",
        "file:///etc/hosts",
        "http://[2001:db8::7]:8080/",
        "http://[::ffff:192.0.2.1]",
        "http://[v7.a:b]",
        "http://user:pass@host:/",
        "http://1.2.3.4:123456/",
    ];
    for good in good {
        assert!(is_uri(good) && fluent_uri::Uri::parse(good).is_ok(), "{good}");
    }
    let bad = [
        "",
        "example.com/page",
        "//example.com",
        "/page",
        "1a:b",
        ":b",
        "a b:c",
        "http://exa mple",
        "http://a/%zz",
        "http://a/%1",
        "http://a?%",
        "http://a#b#c",
        "http://[::1",
        "http://[::1]80",
        "http://[1.2.3.4]",
        "http://[v.a]",
        "http://[v1.%41]",
        "http://a:b/",
        "http://a@b@c",
        "http://a/\u{e9}",
        "http://a/<>",
        "http://a/[b]",
        "http://a/\\",
    ];
    for bad in bad {
        assert!(!is_uri(bad) && fluent_uri::Uri::parse(bad).is_err(), "{bad}");
    }
    assert!(Uri::checked(good[0]).is_ok() && Uri::checked(bad[1]).is_err());
}

#[cfg(feature = "time")]
fn date_time() -> impl Strategy<Value = String> {
    let offset = proptest::sample::select(vec!["Z", "+00:30", "-01:00", "+23:59"]);
    let fraction = proptest::sample::select(vec!["", ".5", ".50", ".49"]);
    let year = proptest::sample::select(vec![1999, 2000, 2023, 2024, 2100]);
    (year, 1..=12_u8, 1..=28_u8, 0..24_u8, 0..60_u8, fraction, offset).prop_map(
        |(year, month, day, hour, minute, fraction, offset)| {
            format!("{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:00{fraction}{offset}")
        },
    )
}

proptest! {
    #[test]
    fn what_is_a_uri_is_one_by_another_parser(
        text in "[a-z0-9+.]{0,2}:?(//)?[a-z@:\\[\\]%2F.v~!é ]{0,8}[/?#a%41:@\\[]{0,6}|h://\\[[0-9a-f:.]{0,12}\\]:?[0-9]{0,2}",
    ) {
        prop_assert_eq!(is_uri(&text), fluent_uri::Uri::parse(text.as_str()).is_ok(), "{}", text);
    }

    #[test]
    #[cfg(feature = "time")]
    fn the_order_of_dates_is_that_of_time(one in date_time(), other in date_time()) {
        let read = |text: &str| time::OffsetDateTime::parse(text, &time::format_description::well_known::Rfc3339).unwrap();
        prop_assert_eq!(crate::runtime::format::order_of_dates(&one, &other), Some(read(&one).cmp(&read(&other))), "{} {}", one, other);
    }

    #[test]
    fn lengths_are_code_points(text in "[aé€😀]{0,12}", bound in 0..14_usize) {
        prop_assert_eq!(has_chars(&text, bound), text.chars().count() >= bound);
    }
}
