//! Thousands of calls against servers that drop connections wherever chance says.
//!
//! What happens to a message is drawn from the seed and its number, what happens to a connection before anything was read
//! from the seed and the count of the connection. `ONCE_SEED` and `ONCE_CALLS` change seed and number of calls.

use std::collections::BTreeMap;
use std::io;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use message_clients::runtime::client::{Client, Delivery, Error};
use message_clients::superoffice::{AddChatSessionMessage, Auth, Superoffice};

use crate::adapter::{Adapter, OverReqwest, RUNTIME, builder, in_both};
use crate::certificate::root;
use crate::host::{Host, Peer, SCHEMES, Scheme};

in_both!(no_message_is_acted_upon_twice, a_promise_of_the_caller_lets_repeats_through);

/// Calls of each adapter over each scheme: 10,000 in all.
const CALLS: u64 = 2500;

/// How many calls go on at once.
const AT_ONCE: usize = 16;

/// How long a call waits where the answer is late.
const SHORT: Duration = Duration::from_millis(150);

const LATE: Duration = Duration::from_millis(300);

fn setting(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

/// A number drawn from others (the finalizer of `SplitMix64`).
fn drawn(seed: u64, of: u64, and: u64) -> u64 {
    let mixed = (seed ^ of.wrapping_mul(0x9e37_79b9_7f4a_7c15)).wrapping_add(and.wrapping_mul(0xd1b5_4a32_d192_ed03));
    let mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}

/// What becomes of a request whose head was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fate {
    Answered,
    /// Answered, and the connection ends, so that the next call finds it so.
    AnsweredLast,
    DroppedAfterHead,
    DroppedWithinBody,
    DroppedAfterRequest,
    DroppedWithinStatusLine,
    DroppedWithinHead,
    DroppedAfterAnswersHead,
    DroppedWithinAnswersBody,
    TurnedAway(&'static str),
    Busy,
    Late,
}

impl Fate {
    fn of(seed: u64, id: u64, arrival: u64) -> Self {
        match drawn(seed, id, arrival) % 100 {
            0..46 => Self::Answered,
            46..56 => Self::AnsweredLast,
            56..60 => Self::DroppedAfterHead,
            60..65 => Self::DroppedWithinBody,
            65..71 => Self::DroppedAfterRequest,
            71..75 => Self::DroppedWithinStatusLine,
            75..79 => Self::DroppedWithinHead,
            79..82 => Self::DroppedAfterAnswersHead,
            82..85 => Self::DroppedWithinAnswersBody,
            85..91 => Self::TurnedAway("429 Too Many Requests"),
            91..95 => Self::TurnedAway("503 Service Unavailable"),
            95..98 => Self::Busy,
            _ => Self::Late,
        }
    }

    const fn is_turned_away(self) -> bool {
        matches!(self, Self::TurnedAway(_))
    }

    /// Whether a status was written.
    const fn is_told(self) -> bool {
        matches!(
            self,
            Self::Answered
                | Self::AnsweredLast
                | Self::DroppedAfterAnswersHead
                | Self::DroppedWithinAnswersBody
                | Self::TurnedAway(_)
                | Self::Busy
        )
    }
}

/// A request that began to arrive.
#[derive(Clone, Copy, Debug)]
struct Arrival {
    whole: bool,
    fate: Fate,
    /// Whether the connection ends by RST, which may overtake what was written before.
    is_reset: bool,
}

type Log = Arc<Mutex<BTreeMap<u64, Vec<Arrival>>>>;

/// The number in the path of a request.
fn number(head: &str) -> u64 {
    let segment = head.split('/').nth(4).expect("a path with the number of the session");
    segment.parse().expect("a number")
}

/// Ends by FIN or by RST.
fn ends(peer: &mut Peer, is_reset: bool) -> io::Result<()> {
    if is_reset { peer.reset() } else { Ok(()) }
}

/// What becomes of a connection before a head is read; most live.
fn greets(peer: &mut Peer, seed: u64, scheme: Scheme) -> io::Result<()> {
    let gone = || Err(io::ErrorKind::ConnectionAborted.into());
    let draw = drawn(seed, u64::try_from(peer.number).unwrap_or_default(), u64::MAX);
    let is_reset = draw & (1 << 40) != 0;
    let at = usize::try_from((draw >> 20) % 100).unwrap_or_default() + 1;
    let drops_handshake = scheme == Scheme::Https && draw % 100 < 5;
    if drops_handshake {
        peer.some(at)?;
        ends(peer, is_reset)?;
        return gone();
    }
    if scheme == Scheme::Https {
        peer.shake_hands()?;
    }
    match draw % 100 {
        5..9 => ends(peer, is_reset)?,
        9..15 => {
            peer.some(at)?;
            ends(peer, is_reset)?;
        }
        _ => return Ok(()),
    }
    gone()
}

/// Plays one request; an error ends the connection.
fn plays(peer: &mut Peer, seed: u64, log: &Log) -> io::Result<()> {
    let head = peer.head()?;
    let id = number(&head.head);
    let length: usize = head.header("content-length").and_then(|length| length.parse().ok()).unwrap_or_default();
    let arrival = u64::try_from(log.lock().unwrap().get(&id).map_or(0, Vec::len)).unwrap_or_default();
    let fate = Fate::of(seed, id, arrival);
    let draw = drawn(seed, id, arrival + 1000);
    let is_reset = draw & 1 == 0;
    thread::sleep(Duration::from_micros((draw >> 8) % 3000));
    let keep = |whole| log.lock().unwrap().entry(id).or_default().push(Arrival { whole, fate, is_reset });
    let body = format!("{{\"ChatMessageId\":{id}}}");
    let answer = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{body}", body.len());
    let gone = || io::Error::from(io::ErrorKind::ConnectionAborted);
    match fate {
        Fate::DroppedAfterHead | Fate::DroppedWithinBody => {
            keep(false);
            if fate == Fate::DroppedWithinBody {
                peer.body(length / 2)?;
            }
            ends(peer, is_reset)?;
            return Err(gone());
        }
        _ => _ = peer.body(length)?,
    }
    keep(true);
    let refusal = |status: &str, more: &str| format!("HTTP/1.1 {status}\r\n{more}content-length: 0\r\n\r\n");
    let written = match fate {
        Fate::Answered | Fate::AnsweredLast => answer.clone(),
        Fate::Late => {
            thread::sleep(LATE);
            answer.clone()
        }
        Fate::TurnedAway(status) => refusal(status, "retry-after: 0\r\n"),
        Fate::Busy => refusal("503 Service Unavailable", ""),
        Fate::DroppedWithinStatusLine => answer[..12].to_owned(),
        Fate::DroppedWithinHead => answer[..30].to_owned(),
        Fate::DroppedAfterAnswersHead => answer[..answer.len() - body.len()].to_owned(),
        Fate::DroppedWithinAnswersBody => answer[..answer.len() - 3].to_owned(),
        Fate::DroppedAfterHead | Fate::DroppedWithinBody | Fate::DroppedAfterRequest => String::new(),
    };
    peer.write(written.as_bytes())?;
    if matches!(fate, Fate::Answered | Fate::TurnedAway(_) | Fate::Busy | Fate::Late) {
        return Ok(());
    }
    thread::sleep(Duration::from_micros((draw >> 24) % 2000));
    ends(peer, is_reset)?;
    Err(gone())
}

fn host(seed: u64, scheme: Scheme) -> (Host, Log) {
    let log = Log::default();
    let kept = Arc::clone(&log);
    let part = move |peer: &mut Peer| {
        greets(peer, seed, scheme)?;
        loop {
            plays(peer, seed, &kept)?;
        }
    };
    let host = if scheme == Scheme::Https { Host::without_handshake(part) } else { Host::start(scheme, part) };
    (host, log)
}

/// What came of a call.
#[derive(Debug)]
struct Outcome {
    delivery: Delivery,
    attempts: usize,
    /// The number of the answer.
    answer: Option<i64>,
}

impl Outcome {
    fn of(
        outcome: Result<
            message_clients::runtime::client::Full<message_clients::superoffice::add_chat_session_message::ChatMessage>,
            Error,
        >,
    ) -> Self {
        match outcome {
            Ok(full) => Self {
                delivery: Delivery::Answered,
                attempts: full.attempts as usize,
                answer: full.output.chat_message_id,
            },
            Err(error) => Self { delivery: error.delivery(), attempts: error.attempts() as usize, answer: None },
        }
    }
}

/// Calls from several threads over one client, so that they share its connections.
fn calls<T: Adapter<Transport: Send + Sync>>(
    client: &Client<Superoffice, T::Transport>,
    seed: u64,
    count: u64,
    is_idempotent: bool,
) -> BTreeMap<u64, Outcome> {
    let next = AtomicU64::new(1);
    let outcomes = Mutex::new(BTreeMap::new());
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                loop {
                    let id = next.fetch_add(1, Ordering::Relaxed);
                    if id > count {
                        break;
                    }
                    let message = AddChatSessionMessage::new(i64::try_from(id).expect("a small number"));
                    let call = client.call(message.message("x".repeat(3000)));
                    let call = if is_idempotent { call.idempotent() } else { call };
                    let call = if Fate::of(seed, id, 0) == Fate::Late { call.timeout(SHORT) } else { call };
                    let outcome = Outcome::of(T::send(call));
                    outcomes.lock().unwrap().insert(id, outcome);
                }
            });
        }
    });
    outcomes.into_inner().unwrap()
}

fn client<T: Adapter>(host: &Host) -> Client<Superoffice, T::Transport> {
    builder::<T, Superoffice>(&host.url, Auth::bearer("t")).trust(root()).build().expect("a client")
}

/// What is wrong with one call, if anything is.
fn judge(id: u64, outcome: &Outcome, arrivals: &[Arrival]) -> Option<&'static str> {
    let last = arrivals.last();
    if arrivals.iter().rev().skip(1).any(|arrival| !arrival.fate.is_turned_away()) {
        return Some("was sent again after the server may have acted");
    }
    if arrivals.len() > outcome.attempts {
        return Some("arrived more often than it was sent");
    }
    if outcome.answer.is_some_and(|answer| u64::try_from(answer) != Ok(id)) {
        return Some("got the answer to another");
    }
    let acted = last.filter(|arrival| !arrival.fate.is_turned_away());
    match outcome.delivery {
        Delivery::NotSent if acted.is_some() => Some("was sent and is said not to be"),
        Delivery::Answered
            if !last.is_some_and(|last| last.whole && (last.fate.is_told() || last.fate == Fate::Late)) =>
        {
            Some("is said to be answered and was not")
        }
        Delivery::Unknown if last.is_some_and(|last| last.fate == Fate::Answered || last.fate == Fate::Busy) => {
            Some("was answered and is said to be unknown")
        }
        Delivery::Unknown
            if last.is_some_and(|last| last.fate.is_told() && !last.fate.is_turned_away() && !last.is_reset) =>
        {
            Some("was answered before the end and is said to be unknown")
        }
        _ => None,
    }
}

fn no_message_is_acted_upon_twice<T: Adapter<Transport: Send + Sync>>() {
    let (seed, count) = (setting("ONCE_SEED", 6), setting("ONCE_CALLS", CALLS));
    thread::scope(|scope| {
        for scheme in SCHEMES {
            scope.spawn(move || {
                let (host, log) = host(seed, scheme);
                let outcomes = calls::<T>(&client::<T>(&host), seed, count, false);
                drop(host);
                let log = log.lock().unwrap();
                let none = Vec::new();
                let wrong: Vec<String> = outcomes
                    .iter()
                    .filter_map(|(id, outcome)| {
                        let arrivals = log.get(id).unwrap_or(&none);
                        let word = judge(*id, outcome, arrivals)?;
                        Some(format!("message {id} {word}: {outcome:?}, {arrivals:?}"))
                    })
                    .collect();
                assert!(wrong.is_empty(), "seed {seed}, {scheme:?}: {} of {count}\n{}", wrong.len(), wrong.join("\n"));
                let told = |delivery| outcomes.values().filter(|outcome| outcome.delivery == delivery).count();
                let (answered, unknown) = (told(Delivery::Answered), told(Delivery::Unknown));
                let counted = u64::try_from(outcomes.len()).unwrap_or_default();
                println!(
                    "{scheme:?}: {counted} calls, {answered} answered, {unknown} unknown, {} not sent",
                    told(Delivery::NotSent)
                );
                assert_eq!(counted, count);
                assert!(
                    answered * 2 > outcomes.len() && unknown * 10 > outcomes.len(),
                    "the server does not do its part"
                );
            });
        }
    });
}

/// The counterpart, by which the test above is known to be able to fail.
fn a_promise_of_the_caller_lets_repeats_through<T: Adapter<Transport: Send + Sync>>() {
    let seed = setting("ONCE_SEED", 6);
    for scheme in SCHEMES {
        let (host, log) = host(seed, scheme);
        let outcomes = calls::<T>(&client::<T>(&host), seed, 300, true);
        let log = log.lock().unwrap();
        let again =
            |arrivals: &Vec<Arrival>| arrivals.iter().filter(|arrival| !arrival.fate.is_turned_away()).count() > 1;
        let repeated = log.values().filter(|arrivals| again(arrivals)).count();
        assert!(repeated > 20, "seed {seed}, {scheme:?}: {repeated} of {}", outcomes.len());
    }
}

/// Futures that are dropped at any time: what was begun is not begun again, and no other call gets its answer.
#[test]
fn a_dropped_future_is_not_sent_again() {
    let seed = setting("ONCE_SEED", 6) + 1;
    for scheme in SCHEMES {
        let (host, log) = host(seed, scheme);
        let client = client::<OverReqwest>(&host);
        RUNTIME.block_on(async {
            let mut tasks = tokio::task::JoinSet::new();
            for id in 1..=1000_u64 {
                let message = AddChatSessionMessage::new(i64::try_from(id).expect("a small number"));
                let sending = client.send(message.message("x".repeat(3000)));
                // Some are waited for, so that there are kept connections.
                let patience = if id % 4 == 0 { 20_000_000 } else { drawn(seed, id, 7) % 20_000 };
                let patience = Duration::from_micros(patience);
                tasks.spawn(async move {
                    if let Ok(Ok(answer)) = tokio::time::timeout(patience, sending).await {
                        assert_eq!(answer.chat_message_id.map(u64::try_from), Some(Ok(id)), "the answer to another");
                    }
                });
                if tasks.len() >= AT_ONCE {
                    tasks.join_next().await.expect("a task").expect("its own answer");
                }
            }
            while let Some(task) = tasks.join_next().await {
                task.expect("its own answer");
            }
        });
        drop(host);
        let log = log.lock().unwrap();
        for (id, arrivals) in &*log {
            let again = arrivals.iter().rev().skip(1).any(|arrival| !arrival.fate.is_turned_away());
            assert!(!again, "seed {seed}, {scheme:?}: message {id} was sent again: {arrivals:?}");
        }
        assert!(log.len() > 100, "seed {seed}, {scheme:?}: {} began to arrive", log.len());
    }
}
