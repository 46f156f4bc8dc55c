//! When a call is repeated, and when it waits.

use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use http::StatusCode;

use super::memory::{Memory, answer, broken, builder, client, memory, order};
use super::sample::{Key, PlaceOrder};
use crate::runtime::client::{Attempt, Delivery, Response, TransportError, TransportErrorKind};

/// What a server may do with a message.
type Outcome = fn() -> Result<Response, TransportError>;

fn busy(status: u16, until: &str) -> Response {
    let mut busy = answer(status, "");
    busy.headers_mut().insert("retry-after", until.parse().unwrap());
    busy
}

#[test]
fn a_retry_happens_only_where_nothing_is_sent_twice() {
    use TransportErrorKind::{Broken, Connect, Timeout, TooLarge};
    /// Whether a message is repeated, and whether one is that may be sent twice.
    const CASES: [(&str, Outcome, bool, bool); 14] = [
        ("no connection", || Err(broken(Connect)), true, true),
        ("too fast", || Ok(answer(429, "")), true, true),
        ("busy for some seconds", || Ok(busy(503, "1")), true, true),
        ("busy until a date", || Ok(busy(503, "Sun, 06 Nov 1994 08:49:37 GMT")), true, true),
        ("busy, until who knows", || Ok(busy(503, "soon")), false, true),
        ("busy", || Ok(answer(503, "")), false, true),
        ("a proxy without a server", || Ok(busy(502, "1")), false, true),
        ("a proxy out of patience", || Ok(answer(504, "")), false, true),
        ("out of time", || Err(broken(Timeout)), false, true),
        ("broken off", || Err(broken(Broken)), false, true),
        ("broken off in a refusal", || Err(broken(Broken).after(StatusCode::BAD_REQUEST)), false, false),
        ("broken off in a success", || Err(broken(Broken).after(StatusCode::OK)), false, false),
        ("too large", || Err(broken(TooLarge)), false, false),
        ("refused for good", || Ok(answer(501, "")), false, false),
    ];
    for (name, first, by_itself, by_promise) in CASES {
        for (idempotent, repeated) in [(false, by_itself), (true, by_promise)] {
            let transport = memory([first(), Ok(answer(200, "{}")), first()]);
            let client = client(&transport);
            let call = || if idempotent { client.call(order()).idempotent() } else { client.call(order()) };
            let outcome = call().send_full();
            let sent = transport.sent.lock().unwrap().len();
            assert_eq!((sent, outcome.is_ok()), (if repeated { 2 } else { 1 }, repeated), "{name}, {idempotent}");
            let attempts = outcome.map_or_else(|error| error.attempts(), |full| full.attempts);
            assert_eq!(attempts as usize, sent, "{name}");
            let last = transport.sent.lock().unwrap()[sent - 1].0.extensions().get::<Attempt>().copied();
            assert_eq!(last, Some(Attempt(attempts)), "{name}");

            transport.answers.lock().unwrap().rotate_right(1);
            let error = call().retries(0).send().unwrap_err();
            let harmless = idempotent && matches!(name, "refused for good" | "broken off in a refusal");
            assert_eq!(error.safe_to_resend(), repeated || harmless, "{name}, {idempotent}");
        }
    }
    let transport = memory((0..3).map(|_| Err(broken(Connect))));
    assert_eq!(client(&transport).send(order()).unwrap_err().attempts(), 3);
}

#[test]
fn doubt_about_one_attempt_stays() {
    use TransportErrorKind::{Broken, Connect};
    let ends = |first: Result<Response, TransportError>| {
        let transport = memory([first, Err(broken(Connect)), Err(broken(Connect))]);
        let error = client(&transport).call(order()).idempotent().send().unwrap_err();
        assert!(error.attempts() == 3 && error.safe_to_resend());
        error.delivery()
    };
    assert_eq!(ends(Err(broken(Connect))), Delivery::NotSent);
    assert_eq!(ends(Ok(answer(429, ""))), Delivery::NotSent);
    assert_eq!(ends(Err(broken(Broken))), Delivery::Unknown, "the first may have arrived");
    assert_eq!(ends(Ok(answer(502, ""))), Delivery::Unknown, "the server may have acted behind its proxy");
}

#[test]
fn an_outage_costs_few_retries_and_ends() {
    let transport = memory([]);
    let down = |attempts| {
        let failures = (0..attempts).map(|_| Err(broken(TransportErrorKind::Connect)));
        *transport.answers.lock().unwrap() = failures.collect();
    };
    let client = builder("https://x").retry_budget(10).build_over(Arc::<Memory>::clone(&transport)).unwrap();
    let others = [client.clone(), client.with_auth(Key("other".into())), client];
    down(100 + 10);
    for call in 0..100 {
        others[call % 3].send(order()).unwrap_err();
    }
    assert!(transport.answers.lock().unwrap().is_empty(), "ten retries for a hundred calls");

    *transport.answers.lock().unwrap() = (0..35).map(|_| Ok(answer(200, ""))).collect();
    for call in 0..35 {
        others[call % 3].send(order()).unwrap();
    }
    down(3 + 2 + 1);
    let attempts = [0, 1, 2].map(|client| others[client].send(order()).unwrap_err().attempts());
    assert_eq!(attempts, [3, 2, 1], "a tenth for each success");
}

/// Days since 1970, counted one by one.
fn days(year: u64, month: usize, day: u64) -> u64 {
    let leap = |year: u64| year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    let months = |year| [31, if leap(year) { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let before: u64 = (1970..year).map(|year| months(year).iter().sum::<u64>()).sum();
    before + months(year)[..month - 1].iter().sum::<u64>() + day - 1
}

#[test]
fn a_server_may_say_when_to_come_back() {
    let asked = |value: &str| {
        let mut refused = answer(400, "");
        refused.headers_mut().insert("retry-after", value.parse().unwrap());
        client(&memory([])).response::<PlaceOrder>(refused).unwrap_err().retry_after()
    };
    assert_eq!(
        (asked("7"), asked("soon"), asked("-1"), asked("1.5")),
        (Some(Duration::from_secs(7)), None, None, None)
    );
    for endless in [u64::MAX.to_string(), "9".repeat(40)] {
        let wait = asked(&endless).unwrap();
        assert!(wait > Duration::from_secs(days(9999, 12, 31) * 86400), "{endless}");
        assert!(Instant::now().checked_add(wait).is_some() && SystemTime::now().checked_add(wait).is_some());
    }
    assert_eq!(asked("Sun, 06 Nov 1994 08:49:37 GMT"), Some(Duration::ZERO));
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
    let clock = 8 * 3600 + 49 * 60 + 37;
    let dates = [
        ("Sat, 06 Nov 2094 08:49:37 GMT", days(2094, 11, 6)),
        ("Tue, 29 Feb 2128 08:49:37 GMT", days(2128, 2, 29)),
        ("Fri, 01 Mar 2400 08:49:37 GMT", days(2400, 3, 1)),
        ("Fri, 31 Dec 9999 08:49:37 GMT", days(9999, 12, 31)),
        ("Tuesday, 06-Nov-68 08:49:37 GMT", days(2068, 11, 6)),
        ("Sat Nov  6 08:49:37 2094", days(2094, 11, 6)),
    ];
    for (text, days) in dates {
        let left = asked(text).unwrap().as_secs();
        assert!((days * 86400 + clock - now).abs_diff(left) <= 2, "{text}: {left}");
    }
    for bad in [
        "Sat, 06 Foo 2094 08:49:37 GMT",
        "Sat, 06 Nov 2094 24:00:00 GMT",
        "Sat, 06 Nov 2094 08:49 GMT",
        "Sat, 00 Nov 2094 08:49:37 GMT",
    ] {
        assert_eq!(asked(bad), None, "{bad}");
    }
}

#[test]
fn waits_and_attempts_end_with_the_deadline() {
    let transport = memory([Ok(busy(429, "3")), Ok(answer(200, "{}"))]);
    client(&transport).send(order()).unwrap();
    assert_eq!(*transport.waits.lock().unwrap(), [Duration::from_secs(3)]);

    let transport = memory([Ok(busy(429, "3")), Ok(answer(200, "{}"))]);
    let error = client(&transport).call(order()).deadline(Duration::from_secs(2)).send().unwrap_err();
    assert_eq!(
        (error.status(), error.retry_after(), error.safe_to_resend()),
        (Some(StatusCode::TOO_MANY_REQUESTS), Some(Duration::from_secs(3)), true)
    );
    let sent = transport.sent.lock().unwrap();
    assert!(sent.len() == 1 && sent[0].1.timeout <= Duration::from_secs(2));

    let endless = Duration::from_secs(u64::MAX); // no clock can tell its end
    let transport = memory([Ok(busy(429, &u64::MAX.to_string())), Ok(answer(200, "{}"))]);
    client(&transport).call(order()).deadline(endless).send().unwrap_err();
    assert!(transport.waits.lock().unwrap().is_empty());

    let failing = memory((0..3).map(|_| Err(broken(TransportErrorKind::Connect))));
    client(&failing).send(order()).unwrap_err();
    let waits = failing.waits.lock().unwrap();
    assert!(
        waits.len() == 2 && waits[0] <= Duration::from_millis(400) && waits[1] <= Duration::from_millis(800),
        "{waits:?}"
    );
}
