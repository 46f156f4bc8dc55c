//! Moments: the order of date-times against `jiff`, the dates of `Retry-After` against `httpdate`.

use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use docwright::runtime::{Check, DateTime, Validate};
use message_clients::omnidesk::{Auth, BlockingClient, CreateChatbotMessage, CreateChatbotMessageRequired};
use message_clients::runtime::client::{BlockingTransport, Limits, Request, Response, TransportError, http};

use crate::dice::{Dice, cases};
use crate::near_miss::near_miss;

struct Between(DateTime, &'static str);

impl Validate for Between {
    fn validate(&self, check: &mut Check<'_>) {
        check.at("at", &self.0).minimum(self.1).maximum(self.1);
    }
}

fn date_time(dice: &mut Dice) -> String {
    let year = dice.pick(&[1, 1969, 1970, 1999, 2000, 2023, 2024, 2100, 9998]);
    let (month, day) = *dice.pick(&[(1, 1), (2, 28), (3, 1), (6, 30), (7, 1), (12, 31)]);
    let hour = dice.pick(&["00:00:00", "23:59:59", "12:30:00", "00:30:00", "23:00:00"]);
    let fraction = dice.pick(&["", ".0", ".5", ".50", ".49", ".500000001", ".999999999"]);
    let offset = dice.pick(&["Z", "z", "+00:00", "-00:00", "+00:30", "-01:00", "+23:59", "-23:59"]);
    format!("{year:04}-{month:02}-{day:02}T{hour}{fraction}{offset}")
}

#[test]
fn the_order_of_date_times_is_that_of_another_calendar() {
    let (mut equal, mut all) = (0, 0);
    for (seed, mut dice) in cases(10_000) {
        let (one, other) = (date_time(&mut dice), date_time(&mut dice));
        // It is the bound that is the same moment, in another zone or with other digits.
        let other =
            if dice.one_in(4) { one.replace('Z', "+00:00").replace("T23:59:59.5+", "T23:59:59.50+") } else { other };
        let parsed = |text: &str| text.parse::<jiff::Timestamp>().unwrap_or_else(|error| panic!("{text}: {error}"));
        let order = parsed(&one).cmp(&parsed(&other));
        let bound: &'static str = Box::leak(other.clone().into_boxed_str());
        let broken: Vec<String> =
            Between(one.as_str().into(), bound).violations().iter().map(|found| found.rule.id().to_string()).collect();
        let expected: Vec<String> = match order {
            std::cmp::Ordering::Less => vec!["minimum".into()],
            std::cmp::Ordering::Equal => vec![],
            std::cmp::Ordering::Greater => vec!["maximum".into()],
        };
        assert_eq!(broken, expected, "{one} and {other}, LETTER_SEED={seed}");
        equal += usize::from(order.is_eq());
        all += 1;
    }
    println!("order of date-times: {all} pairs, {equal} equal");
}

/// Turns every call away until a date.
#[derive(Default)]
struct Busy(Mutex<String>);

impl BlockingTransport for Busy {
    fn send(&self, _: Request, _: Limits) -> Result<Response, TransportError> {
        let value = self.0.lock().expect("a date").clone();
        let answer = http::Response::builder().status(429).header("retry-after", value);
        Ok(answer.body(Vec::new().into()).expect("an answer"))
    }

    fn sleep(&self, _: Duration) {}
}

/// The three forms of a date of HTTP (RFC 9110, 5.6.7).
fn forms(moment: SystemTime) -> [String; 3] {
    let date = httpdate::fmt_http_date(moment);
    let words: Vec<&str> = date.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let &[weekday, day, month, year, clock, _] = words.as_slice() else { panic!("{date}") };
    let rest = match weekday {
        "Tue" => "sday",
        "Wed" => "nesday",
        "Thu" => "rsday",
        "Sat" => "urday",
        _ => "day",
    };
    let old = format!("{weekday}{rest}, {day}-{month}-{} {clock} GMT", &year[2..]);
    let of_c = format!("{weekday} {month} {:>2} {clock} {year}", day.trim_start_matches('0'));
    [date, old, of_c]
}

/// A date of HTTP in one of its three forms.
fn http_date(dice: &mut Dice) -> String {
    let days = 20_000 + dice.below(45 * 365);
    let moment = UNIX_EPOCH + Duration::from_secs((days * 86_400 + dice.below(86_400)) as u64);
    let [date, old, of_c] = forms(moment);
    match dice.below(3) {
        0 => old,
        1 => of_c,
        _ => date,
    }
}

#[test]
fn dates_of_retry_after_are_those_of_another_parser() {
    let busy = Arc::new(Busy::default());
    let client = BlockingClient::builder("https://x", Auth::api_key("k"))
        .retries(0)
        .build_over(Arc::clone(&busy) as Arc<dyn BlockingTransport>)
        .expect("a client");
    let request = CreateChatbotMessage::new(CreateChatbotMessageRequired {
        brand_id: 1.into(),
        message: "text".into(),
        subject: "text".into(),
        from: "text".into(),
    });
    let pieces = [
        "-", "+", " ", ",", ":", "0", "1", "29", "30", "31", "32", "Feb", "Apr", "Foo", "2023", "24", "60", "61",
        "GMT", "UTC", "gmt",
    ];
    let (mut read, mut refused, mut lenient) = (0, 0, 0);
    for (seed, mut dice) in cases(5_000) {
        let right = http_date(&mut dice);
        let text = near_miss(&mut dice, &right, &pieces);
        if text.contains(|char: char| !matches!(char, ' '..='~'))
            || text.trim().bytes().all(|byte| byte.is_ascii_digit())
        {
            continue;
        }
        busy.0.lock().expect("a date").clone_from(&text);
        let ours = client.send(&request).expect_err("it is busy").retry_after();
        let theirs = httpdate::parse_http_date(text.trim()).ok();
        match (ours, theirs) {
            (Some(ours), Some(theirs)) => {
                let wait = theirs.duration_since(SystemTime::now()).unwrap_or_default();
                assert!(
                    ours.abs_diff(wait) < Duration::from_secs(60),
                    "{text:?}: {ours:?}, {wait:?}, LETTER_SEED={seed}"
                );
                read += 1;
            }
            (None, None) => refused += 1,
            // Days of the week and blanks say nothing, and digits may be fewer.
            (Some(_), None) => lenient += 1,
            // The other parser does not look at each blank.
            (None, Some(theirs)) => {
                assert!(!forms(theirs).contains(&text), "{text:?} is not read, LETTER_SEED={seed}");
                lenient += 1;
            }
        }
    }
    println!("dates of HTTP: {read} read, {refused} refused, {lenient} read beyond the letter");
    assert!(read + refused < 100 || read > refused / 9 && refused > read / 9);
}
