//! The formats, each against another implementation of its rule.

use docwright::check::pattern::compile;
use docwright::runtime::{Date, DateTime, Email, LocalDateTime, Uri, Uuid};
use regex::Regex;

use crate::dice::{Dice, cases};
use crate::javascript::JavaScript;
use crate::near_miss::near_miss;

/// Judges near misses of a grammar twice. Both verdicts are the same, and each of them is common.
#[track_caller]
fn agree(
    format: &str,
    right: impl Fn(&mut Dice) -> String,
    pieces: &[&str],
    ours: impl Fn(&str) -> bool,
    theirs: impl Fn(&[String]) -> Vec<bool>,
) {
    let (seeds, texts): (Vec<u64>, Vec<String>) = cases(20_000)
        .map(|(seed, mut dice)| {
            let right = right(&mut dice);
            (seed, near_miss(&mut dice, &right, pieces))
        })
        .unzip();
    let verdicts = theirs(&texts);
    assert_eq!(verdicts.len(), texts.len());
    for ((text, theirs), seed) in texts.iter().zip(&verdicts).zip(seeds) {
        assert_eq!(ours(text), *theirs, "{format}: {text:?}, LETTER_SEED={seed}");
    }
    let (all, right) = (texts.len(), verdicts.iter().filter(|is_right| **is_right).count());
    println!("{format}: {all} cases, {right} right");
    assert!(all < 100 || right * 10 >= all && (all - right) * 10 >= all, "{format}: {right} of {all} are right");
}

fn each(judge: impl Fn(&str) -> bool) -> impl Fn(&[String]) -> Vec<bool> {
    move |texts| texts.iter().map(|text| judge(text)).collect()
}

#[test]
fn emails_are_what_the_expression_of_html_says_in_javascript() {
    // HTML, "valid email address".
    let expression = r"/^[a-zA-Z0-9.!#$%&'*+\/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$/";
    let label = |dice: &mut Dice| match dice.below(6) {
        0 => "a".repeat(dice.within(61, 64)),
        1 => format!("x{}y", "-".repeat(dice.within(0, 62))),
        2 => "xn--bcher-kva".to_owned(),
        _ => dice.text(&["a", "Z", "0", "9", "-"], 1, 4),
    };
    let right = |dice: &mut Dice| {
        let local =
            dice.text(&["a", "Z", "5", ".", "!", "#", "$", "%", "&", "'", "*", "+", "/", "=", "?", "^", "~"], 1, 8);
        let domain: Vec<String> = (0..dice.within(1, 3)).map(|_| label(dice)).collect();
        format!("{local}@{}", domain.join("."))
    };
    let pieces = [
        "@",
        ".",
        "-",
        "--",
        "..",
        " ",
        "\"",
        "(c)",
        "\\",
        ",",
        ":",
        ";",
        "<",
        ">",
        "[",
        "]",
        "[127.0.0.1]",
        "_",
        "`",
        "{",
        "|",
        "\t",
        "\n",
        "\r\n",
        "\0",
        "\u{7f}",
        "é",
        "ü",
        "用户",
        "K",
        "ı",
        "@b",
        "a@",
        "\u{200b}",
        "％",
        "😀",
    ];
    let engine = JavaScript::new();
    let source = format!("text => {expression}.test(text)");
    agree("email", right, &pieces, |text| Email::from(text).is_valid(), |texts| engine.each(&source, texts));
}

fn two(dice: &mut Dice, usual: usize, odd: &[&str]) -> String {
    if dice.one_in(4) { (*dice.pick(odd)).to_owned() } else { format!("{:02}", dice.within(1, usual)) }
}

fn date(dice: &mut Dice) -> String {
    let year = dice.pick(&["0000", "0001", "1582", "1900", "1999", "2000", "2023", "2024", "2100", "2400", "9999"]);
    let month = two(dice, 12, &["01", "02", "02", "12"]);
    let day = two(dice, 28, &["28", "29", "30", "31"]);
    format!("{year}-{month}-{day}")
}

fn clock(dice: &mut Dice) -> String {
    let hour = two(dice, 23, &["00", "23"]);
    let minute = two(dice, 59, &["00", "59"]);
    let second = two(dice, 59, &["00", "59", "60"]);
    format!("{hour}:{minute}:{second}")
}

/// What goes wrong in dates.
const DATED: [&str; 40] = [
    "00",
    "13",
    "24",
    "29",
    "30",
    "31",
    "32",
    "60",
    "61",
    "0",
    "10000",
    "-",
    "+",
    "T",
    "t",
    " ",
    "Z",
    "z",
    ":",
    ".",
    ",",
    "/",
    "_",
    "_\u{b4}",
    "+24:00",
    "+23:59",
    "-23:59",
    "-00:00",
    "+0100",
    "+01",
    "\n",
    "\u{2212}",
    "\u{2010}",
    "０",
    "٣",
    "[Europe/Oslo]",
    "+01:60",
    "T00:00:00Z",
    "é",
    "Z\0",
];

/// A calendar and a regular expression: the second opinion on dates and times.
struct Calendar(Regex);

impl Calendar {
    /// `full-date`, `partial-time` and `time-offset` of RFC 3339, 5.6; what stands before and behind the time is given.
    fn new(between: &str, rest: &str) -> Self {
        let date = "(?<year>[0-9]{4})-(?<month>0[1-9]|1[0-2])-(?<day>0[1-9]|[12][0-9]|3[01])";
        Self(Regex::new(&format!(r"^{date}(?:{between}{rest})$")).expect("an expression"))
    }

    fn has(&self, text: &str) -> bool {
        let Some(found) = self.0.captures(text) else { return false };
        let part = |name: &str| found[name].parse::<i16>().expect("digits");
        let small = |name: &str| i8::try_from(part(name)).expect("two digits");
        jiff::civil::Date::new(part("year"), small("month"), small("day")).is_ok()
    }
}

const CLOCK: &str = "([01][0-9]|2[0-3]):[0-5][0-9]:([0-5][0-9]|60)";

#[test]
fn date_times_are_those_of_rfc_3339_and_a_calendar() {
    let right = |dice: &mut Dice| {
        let (date, clock) = (date(dice), clock(dice));
        let fraction = match dice.below(6) {
            0 => ".0".to_owned(),
            1 => format!(".{}", "123456789".get(..dice.within(1, 9)).expect("digits")),
            2 => format!(".{}", "9".repeat(*dice.pick(&[10, 30]))),
            _ => String::new(),
        };
        let offset = dice.pick(&["Z", "z", "+00:00", "-00:00", "+23:59", "-23:59", "+01:00", "-08:30"]);
        format!("{date}{}{clock}{fraction}{offset}", dice.pick(&["T", "T", "T", "t"]))
    };
    let offset = r"(\.[0-9]+)?([Zz]|[+-]([01][0-9]|2[0-3]):[0-5][0-9])";
    let calendar = Calendar::new("[Tt]", &format!("{CLOCK}{offset}"));
    agree("date-time", right, &DATED, |text| DateTime::from(text).is_valid(), each(|text| calendar.has(text)));
}

#[test]
fn local_date_times_are_those_of_a_calendar() {
    let calendar = Calendar::new(" ", CLOCK);
    let right = |dice: &mut Dice| format!("{} {}", date(dice), clock(dice));
    agree(
        "local-date-time",
        right,
        &DATED,
        |text| LocalDateTime::from(text).is_valid(),
        each(|text| calendar.has(text)),
    );
}

#[test]
fn dates_are_those_of_a_calendar() {
    let calendar = Calendar::new("", "");
    agree("date", date, &DATED, |text| Date::from(text).is_valid(), each(|text| calendar.has(text)));
}

#[test]
fn uuids_are_those_of_another_parser_in_their_hyphenated_form() {
    const DIGITS: [&str; 22] =
        ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "a", "b", "c", "d", "e", "f", "A", "B", "C", "D", "E", "F"];
    let right = |dice: &mut Dice| {
        let groups: Vec<String> = [8, 4, 4, 4, 12].iter().map(|length| dice.text(&DIGITS, *length, *length)).collect();
        let joined = groups.join(if dice.one_in(12) { "" } else { "-" });
        match dice.below(12) {
            0 => format!("{{{joined}}}"),
            1 => format!("urn:uuid:{joined}"),
            _ => joined,
        }
    };
    let pieces = ["-", "--", "{", "}", "urn:uuid:", "g", "G", "0", "f", " ", "\n", "\u{2010}", "ａ", "٣", "é", "0x"];
    let parsed = |text: &str| uuid::Uuid::try_parse(text).is_ok() && text.len() == uuid::fmt::Hyphenated::LENGTH;
    agree("uuid", right, &pieces, |text| Uuid::from(text).is_valid(), each(parsed));
}

#[test]
fn object_ids_are_those_of_a_regular_expression() {
    let table = compile("^[0-9a-fA-F]{24}$").expect("a pattern");
    let expression = Regex::new("^[[:xdigit:]]{24}$").expect("an expression");
    let right = |dice: &mut Dice| dice.text(&["0", "4", "9", "a", "f", "A", "F"], 24, 24);
    let pieces = ["g", "G", "-", " ", "\n", "ａ", "é", "0", "f", "\u{ff11}", "0x"];
    agree("object id", right, &pieces, |text| table.is_match(text), each(|text| expression.is_match(text)));
}

#[test]
fn uris_are_those_of_another_parser() {
    const NAME: [&str; 16] = ["a", "Z", "0", "-", ".", "_", "~", "!", "$", "'", "(", "*", ",", ";", "=", "%2F"];
    let host = |dice: &mut Dice| match dice.below(5) {
        0 => (*dice.pick(&[
            "[::1]",
            "[2001:db8::7]",
            "[::ffff:192.0.2.1]",
            "[v7.a:b]",
            "[1:2:3:4:5:6:7:8]",
            "[1:2:3:4:5:6:7::]",
            "[::2:3:4:5:6:7:8]",
        ]))
        .to_owned(),
        1 => (*dice.pick(&["127.0.0.1", "255.255.255.255", "1.2.3"])).to_owned(),
        _ => dice.text(&NAME, 0, 6),
    };
    let right = |dice: &mut Dice| {
        let scheme = dice.pick(&["http", "https", "a", "A+b-c.1", "urn", "mailto", "file"]);
        let mut uri = format!("{scheme}:");
        if dice.one_in(3) {
            uri += &dice.text(&["a", "/b", ":", "@", "%41", "1"], 0, 4);
        } else {
            uri += "//";
            if dice.one_in(4) {
                uri += &[dice.text(&NAME, 0, 3), ":".to_owned(), dice.text(&NAME, 0, 3), "@".to_owned()].concat();
            }
            uri += &host(dice);
            if dice.one_in(3) {
                uri += *dice.pick(&[":", ":80", ":123456"]);
            }
            uri += &dice.text(&["/", "/a", "/:@", "/%7E", "/..", "/!"], 0, 3);
        }
        if dice.one_in(3) {
            uri.push('?');
            uri += &dice.text(&["a", "=", "/", "?", "&", "%20", ":", "@"], 0, 4);
        }
        if dice.one_in(3) {
            uri.push('#');
            uri += &dice.text(&["a", "/", "?", "%23"], 0, 3);
        }
        uri
    };
    let pieces = [
        "#", "?", "/", "//", ":", "@", "%", "%4", "%zz", "%00", "[", "]", "[::]", "::", " ", "\\", "^", "`", "{", "|",
        "}", "<", ">", "\"", "\n", "\0", "é", "😀", "1", "g", "00001", "1.2.3.4", "01.2.3.4", "256", "v", "．",
    ];
    let parsed = |text: &str| fluent_uri::Uri::parse(text).is_ok();
    agree("uri", right, &pieces, |text| Uri::from(text).is_valid(), each(parsed));
}
