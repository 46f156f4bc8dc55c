//! When a call is repeated, and when it waits.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use http::StatusCode;

use super::memory::{answer, broken, client, memory, order};
use super::sample::PlaceOrder;
use crate::runtime::client::{Attempt, Response, TransportError, TransportErrorKind};

#[test]
fn a_retry_happens_only_where_nothing_is_sent_twice() {
    use TransportErrorKind::{Broken, Connect, Timeout, TooLarge};
    let attempts = |answers: Vec<Result<Response, TransportError>>, idempotent: bool| {
        let transport = memory(answers.into_iter().chain([Ok(answer(200, "{}"))]));
        let call = client(&transport).call(order());
        let outcome = if idempotent { call.idempotent() } else { call }.send();
        let sent = transport.sent.lock().unwrap();
        assert_eq!(sent.last().unwrap().0.extensions().get::<Attempt>().unwrap().0 as usize, sent.len());
        (sent.len(), outcome.is_ok())
    };
    assert_eq!(attempts(vec![Err(broken(Connect)), Err(broken(Connect))], false), (3, true));
    assert_eq!(attempts((0..3).map(|_| Err(broken(Connect))).collect(), false), (3, false));
    assert_eq!(attempts(vec![Ok(answer(429, ""))], false), (2, true));
    for sent in [Timeout, Broken] {
        assert_eq!(attempts(vec![Err(broken(sent))], false), (1, false));
        assert_eq!(attempts(vec![Err(broken(sent))], true), (2, true));
    }
    assert_eq!(attempts(vec![Ok(answer(503, ""))], false), (1, false));
    assert_eq!(attempts(vec![Ok(answer(503, ""))], true), (2, true));
    for answered in [broken(TooLarge), broken(Broken).after(StatusCode::OK)] {
        assert_eq!(attempts(vec![Err(answered)], true), (1, false));
    }
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
    let busy = |seconds: &str| {
        let mut busy = answer(429, "");
        busy.headers_mut().insert("retry-after", seconds.parse().unwrap());
        Ok(busy)
    };
    let transport = memory([busy("3"), Ok(answer(200, "{}"))]);
    client(&transport).send(order()).unwrap();
    assert_eq!(*transport.waits.lock().unwrap(), [Duration::from_secs(3)]);

    let transport = memory([busy("3"), Ok(answer(200, "{}"))]);
    let error = client(&transport).call(order()).deadline(Duration::from_secs(2)).send().unwrap_err();
    assert_eq!(
        (error.status(), error.retry_after(), error.safe_to_resend()),
        (Some(StatusCode::TOO_MANY_REQUESTS), Some(Duration::from_secs(3)), true)
    );
    let sent = transport.sent.lock().unwrap();
    assert!(sent.len() == 1 && sent[0].1.timeout <= Duration::from_secs(2));

    let failing = memory((0..3).map(|_| Err(broken(TransportErrorKind::Connect))));
    client(&failing).send(order()).unwrap_err();
    let waits = failing.waits.lock().unwrap();
    assert!(
        waits.len() == 2 && waits[0] <= Duration::from_millis(400) && waits[1] <= Duration::from_millis(800),
        "{waits:?}"
    );
}
