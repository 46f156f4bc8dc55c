//! What an observer hears, and what JSON lines make of it.

use std::io::{self, Write};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use http::header::{CONTENT_TYPE, HeaderValue};

use super::memory::{Blocking, answer, builder};
use super::sample::Shop;
use crate::runtime::client::{
    Answer, BlockingTransport, Endpoint, Error, Event, Incoming, Info, JsonLines, Level, Limits, Method, Observer,
    Outgoing, Policy, Reply, Request, Response, TransportError,
};
use crate::runtime::{Check, DateTime, Json, Object, ObjectWriter, Promised, Record, RuleId, Undecodable, Validate};

/// Counts the stock; a success and a refusal have the same body.
#[derive(Debug, Default)]
struct Count {
    names: Vec<String>,
}

impl Validate for Count {
    fn validate(&self, check: &mut Check<'_>) {
        check.each("names", &self.names).inferred().max_length(3);
    }
}

impl Endpoint for Count {
    type Api = Shop;
    type Output = Stock;
    type Failure = Stock;

    const INFO: &Info = &Info {
        api: "shop",
        name: "count_order",
        method: Method::POST,
        path: "/shops/{shop}/stock",
        statuses: &["200", "404"],
        media_types: &["application/json"],
        auth: &["key"],
        permissions: &[],
        settings: &[],
        idempotent: None,
    };

    fn encode(&self, to: &mut Outgoing) {
        to.path("shop", &"somebody".to_owned()).json(|body| _ = body.put("names", &self.names));
    }

    fn read(from: &mut Incoming<'_>) -> Self {
        Self { names: from.body.take("names") }
    }

    fn decode(answer: &mut Answer<'_>) -> Result<Stock, Undecodable> {
        answer.media_types(&["application/json"]).json()
    }

    fn decode_failure(answer: &mut Answer<'_>) -> Result<Option<Stock>, Undecodable> {
        answer.media_types(&["application/json"]).json_if(&["404"])
    }

    fn respond(stock: &Stock, reply: &mut Reply) {
        reply.json(stock);
    }

    fn refuse(stock: &Stock, reply: &mut Reply) {
        reply.json(stock);
    }
}

#[derive(Debug)]
struct Stock {
    id: Promised<i64>,
    state: Option<String>,
    note: Option<String>,
    mail: Option<String>,
    size: Option<i64>,
    weight: Option<f64>,
    open: Option<bool>,
    items: Option<Vec<i64>>,
}

impl Record for Stock {
    fn read(object: &mut Object<'_>) -> Self {
        Self {
            id: object.take("id"),
            state: object.take("state"),
            note: object.take("note"),
            mail: object.take("mail"),
            size: object.take("size"),
            weight: object.take("weight"),
            open: object.take("open"),
            items: object.take("items"),
        }
    }

    fn write(&self, object: &mut ObjectWriter<'_>) {
        object.put("id", &self.id).put("weight", &self.weight).put("open", &self.open);
    }

    fn validate(&self, check: &mut Check<'_>) {
        check.at("state", &self.state).listed(&["open", "shut"]);
        check.at("note", &self.note).inferred().max_length(3);
        check.at("mail", &self.mail).email();
        check.at("size", &self.size).int32();
        check.each("items", &self.items).int32();
    }
}

/// A writer that is looked into while lines write to it; each write is kept by itself.
#[derive(Clone, Default)]
struct Shared(Arc<Mutex<Vec<String>>>);

impl Shared {
    fn take(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().unwrap())
    }

    /// What was written, without the time: one line of one write each.
    fn lines(&self) -> Vec<String> {
        self.take().iter().map(|line| timeless(line)).collect()
    }
}

impl Write for Shared {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().push(str::from_utf8(bytes).unwrap().to_owned());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A line without the time, which is one, and the fields that all lines have.
fn timeless(line: &str) -> String {
    let json: Json = serde_json::from_str(line).unwrap();
    assert!(line.ends_with("}\n") && line.matches('\n').count() == 1, "{line}");
    let time = json["time"].as_str().unwrap();
    assert!(DateTime::checked(time).is_ok() && time.ends_with('Z'), "{line}");
    let rest = line.trim_end().replacen(&format!("\"time\":\"{time}\","), "", 1);
    rest.replacen(SAME, "", 1)
}

const SAME: &str = r#""api":"shop","endpoint":"count_order","method":"POST","path":"/shops/{shop}/stock","#;

/// Answers each call with a success that has no `id`.
struct Nameless;

impl BlockingTransport for Nameless {
    fn send(&self, _: Request, _: Limits) -> Result<Response, TransportError> {
        Ok(Response::new("{}".into()))
    }
}

fn observed(observer: impl Fn(&Event<'_>) + Send + Sync + 'static) -> Blocking {
    builder("https://shop.example").observer(observer).build_over(Arc::new(Nameless)).unwrap()
}

/// The client has heard of a success or a refusal, whichever the status says.
fn hear(client: &Blocking, response: Response) -> Option<Error> {
    client.response::<Count>(response).err()
}

#[test]
fn a_line_says_each_kind_of_finding_of_answers_and_of_refusals() {
    let written = Shared::default();
    let lines = JsonLines::new(written.clone());
    let client = observed(lines.observer());
    let body = r#"{"state":"ajar","note":"Ann lives here","mail":"at home","size":4294967296,"weight":"heavy",
        "open":null,"items":[1,2.5],"owner":{"name":"Ann"}}"#;
    for status in [200, 404] {
        hear(&client, answer(status, body));
        let heard: Vec<String> = written.lines();
        let head = format!(r#"{{"direction":"received","status":{status},"kind":"broken","pointer":"/body"#);
        let heard: Vec<&str> = heard.iter().map(|line| line.strip_prefix(&head).unwrap()).collect();
        assert_eq!(
            heard,
            [
                r#"/id","rule":"required","inferred":false,"found":"nothing"}"#,
                r#"/weight","rule":"type","inferred":false,"allowed":"number","found":"string"}"#,
                r#"/open","rule":"nullable","inferred":false,"found":"null"}"#,
                r#"/items/1","rule":"type","inferred":false,"allowed":"integer","found":"number"}"#,
                r#"/owner","rule":"unknown_field","inferred":false,"found":"object"}"#,
                r#"/state","rule":"enum","inferred":false,"allowed":["open","shut"],"found":"string","characters":4}"#,
                r#"/note","rule":"max_length","inferred":true,"allowed":3,"found":"string","characters":14}"#,
                r#"/mail","rule":"format","inferred":false,"allowed":"email","found":"string","characters":7}"#,
                r#"/size","rule":"range","inferred":false,"allowed":"an integer of 32 bits","found":"integer","value":4294967296}"#,
            ]
        );
    }
    assert_eq!(lines.lost(), 0);
}

#[test]
fn a_line_says_what_is_wrong_with_a_whole_answer() {
    let written = Shared::default();
    let client = observed(JsonLines::new(written.clone()).observer());
    let heard = |response: Response| {
        hear(&client, response);
        written.lines()
    };
    for status in [200, 404] {
        let received = format!(r#"{{"direction":"received","status":{status},"kind":"#);
        let mut page = answer(status, "<p>Ann</p>");
        page.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("text/html"));
        assert_eq!(
            heard(page),
            [
                format!(r#"{received}"media_type","media_type":"text/html"}}"#),
                format!(r#"{received}"undecodable","reason":"not_json"}}"#),
            ]
        );
        assert_eq!(
            heard(answer(status, "[]")),
            [format!(r#"{received}"undecodable","reason":"another_kind","allowed":"object","found":"list"}}"#)]
        );
    }
    for status in [204, 500] {
        let told = heard(answer(status, r#"{"id":1}"#));
        assert_eq!(told, [format!(r#"{{"direction":"received","status":{status},"kind":"unknown_status"}}"#)]);
    }
}

#[test]
fn a_line_says_what_a_request_breaks_that_only_warns() {
    let written = Shared::default();
    let client = observed(JsonLines::new(written.clone()).observer());
    client.request(&Count { names: vec!["Ann".into(), "Annabel".into()] }).unwrap();
    let broken = r#""inferred":true,"allowed":3,"found":"string","characters":7}"#;
    let first = r#"{"direction":"sent","kind":"broken","pointer":"/body/names/1","rule":"max_length","#;
    assert_eq!(written.lines(), [format!("{first}{broken}")]);

    client.request(&Count { names: vec!["Annabel".into(); 200_000] }).unwrap();
    let lines = written.lines();
    assert_eq!((lines.len(), lines[100].as_str()), (101, r#"{"direction":"sent","kind":"more","count":199900}"#));

    let strict = builder("https://shop.example").policy(Policy::new().rule(RuleId::MaxLength, Level::Error));
    let strict = strict.observer(JsonLines::new(written.clone()).observer()).build_over(Arc::new(Nameless)).unwrap();
    let error = strict.request(&Count { names: vec!["Annabel".into(); 101] }).unwrap_err();
    assert_eq!((error.violations().unwrap().len(), written.take().len()), (101, 0), "the caller is told all of them");
}

#[test]
fn hostile_answers_make_few_short_lines_that_are_safe_to_print() {
    let written = Shared::default();
    let client = observed(JsonLines::new(written.clone()).with_excerpts().observer());
    let odd = "\u{1b}[2J\r\n\"\\\u{202e}\u{9b}\u{2028}\u{feff}";
    let huge = "x".repeat(1 << 20);
    let fields = [
        ("id".to_owned(), Json::from(1)),
        ("note".into(), format!("{odd}{huge}").into()),
        ("state".into(), odd.into()),
        (odd.to_owned(), Json::Null),
        (huge.clone(), Json::Null),
        ("items".into(), vec!["Ann"; 200_000].into()),
    ];
    let body = Json::Object(fields.into_iter().collect()).to_string();
    for status in [200, 404] {
        let mut response = answer(status, &body);
        let label = HeaderValue::from_bytes(format!("x\u{9b}{huge}").as_bytes()).unwrap();
        response.headers_mut().insert(CONTENT_TYPE, label);
        hear(&client, response);
        let lines = written.take();
        assert_eq!(lines.len(), 102);
        for line in &lines {
            let controls = line.trim_end().chars().filter(|character| character.is_control()).count();
            assert!(
                controls == 0 && !line.contains(['\u{202e}', '\u{2028}', '\u{feff}']) && line.len() < 1200,
                "{line}"
            );
        }
        let more: Json = serde_json::from_str(&lines[101]).unwrap();
        assert_eq!(more["kind"], "more");
    }

    let named = Json::Object([("id".into(), 1.into()), (odd.into(), Json::Null)].into_iter().collect());
    hear(&client, answer(200, &named.to_string()));
    let line: Json = serde_json::from_str(&written.take()[0]).unwrap();
    assert_eq!(line["pointer"], format!("/body/{odd}"), "the name is exact for whoever reads the JSON");
}

#[test]
fn texts_of_people_are_written_when_asked_for_alone() {
    let body = r#"{"id":1,"note":"Ann lives here","mail":"Ann lives in the house on the hill"}"#;
    let written = [false, true].map(|excerpts| {
        let written = Shared::default();
        let lines = JsonLines::new(written.clone());
        let lines = if excerpts { lines.with_excerpts() } else { lines };
        hear(&observed(lines.observer()), answer(200, body));
        written.take().concat()
    });
    assert!(!written[0].contains("Ann"), "{}", written[0]);
    assert!(written[1].contains(r#""characters":34,"excerpt":"Ann lives in the h"}"#), "{}", written[1]);
    for line in &written {
        assert!(!line.contains("somebody") && !line.contains("secret-key"), "{line}");
    }
}

#[test]
fn the_time_of_a_line_is_now() {
    let written = Shared::default();
    let before = SystemTime::now() - Duration::from_secs(1);
    hear(&observed(JsonLines::new(written.clone()).observer()), answer(200, "{}"));
    let line: Json = serde_json::from_str(&written.take()[0]).unwrap();
    let time = seconds(line["time"].as_str().unwrap());
    assert!(before.duration_since(UNIX_EPOCH).unwrap().as_secs() <= time, "{line}");
    assert!(time <= SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs(), "{line}");
}

/// Seconds since the Unix epoch, by counting days.
fn seconds(time: &str) -> u64 {
    let parts: Vec<u64> = time.split(['-', 'T', ':', 'Z']).filter_map(|part| part.parse().ok()).collect();
    let [year, month, day, hour, minute, second] = parts[..] else { panic!("{time}") };
    let is_leap = |year: u64| year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let lengths = [31, 28 + u64::from(is_leap(year)), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let days: u64 = (1970..year).map(|year| 365 + u64::from(is_leap(year))).sum::<u64>()
        + lengths.iter().take(usize::try_from(month).unwrap() - 1).sum::<u64>();
    (((days + day - 1) * 24 + hour) * 60 + minute) * 60 + second
}

/// Fails, once for each failure in turn, then takes everything.
struct Failing {
    failures: Vec<Failure>,
    kept: Shared,
}

enum Failure {
    Full,
    FullAfter(usize),
    Panic,
}

impl Write for Failing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.failures.pop() {
            None => self.kept.write(bytes),
            Some(Failure::Full) => Err(io::ErrorKind::StorageFull.into()),
            Some(Failure::FullAfter(count)) => {
                self.failures.push(Failure::Full);
                self.kept.write(&bytes[..count])
            }
            Some(Failure::Panic) => panic!("a writer panics"),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_writer_that_fails_fails_no_call_and_is_counted() {
    let kept = Shared::default();
    let failures = vec![Failure::FullAfter(9), Failure::Panic, Failure::Full];
    let lines = JsonLines::new(Failing { failures, kept: kept.clone() });
    let client = observed(lines.observer());
    for lost in [1, 2, 3, 3, 3] {
        assert!(client.send(Count::default()).unwrap().id.is_err());
        assert_eq!(lines.lost(), lost);
    }
    let whole = kept.take().concat();
    let whole: Vec<&str> = whole.lines().filter(|line| !line.is_empty()).collect();
    assert_eq!((whole.len(), whole[0]), (3, "{\"time\":"), "what was torn stands by itself: {whole:?}");
    assert!(whole[1..].iter().all(|line| serde_json::from_str::<Json>(line).is_ok()), "{whole:?}");
}

#[test]
fn clients_may_share_an_observer() {
    let heard = Arc::new(Mutex::new(0));
    let count = Arc::clone(&heard);
    let observer: Observer = Arc::new(move |_| *count.lock().unwrap() += 1);
    for host in ["https://one.example", "https://two.example"] {
        let builder = builder(host).shared_observer(Arc::clone(&observer));
        drop(builder.build_over(Arc::new(Nameless)).unwrap().send(Count::default()).unwrap());
    }
    assert_eq!(*heard.lock().unwrap(), 2);
}

#[test]
fn an_observer_that_panics_costs_no_answer() {
    let client = observed(|_| panic!("an observer panics"));
    assert!(client.send(Count::default()).unwrap().id.is_err());
    assert!(hear(&client, answer(404, "{}")).is_some_and(|error| error.status().is_some()));
    client.request(&Count { names: vec!["Annabel".into()] }).unwrap();
}

#[test]
fn observed_or_not_the_outcome_is_the_same() {
    let outcome = |client: &Blocking, response: Response| {
        client.response::<Count>(response).map(|full| format!("{full:?}")).map_err(|error| format!("{error:?}"))
    };
    let (silent, heard) = (builder("https://shop.example").build_over(Arc::new(Nameless)).unwrap(), observed(|_| ()));
    for status in [200, 204, 404, 500] {
        for body in ["", "{}", "[]", "<", r#"{"id":"x","y":1}"#] {
            assert_eq!(
                outcome(&silent, answer(status, body)),
                outcome(&heard, answer(status, body)),
                "{status} {body}"
            );
        }
    }
}
