//! An observer that writes a line of JSON about each event, for people with `grep` and for programs.

use std::fmt;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, UNIX_EPOCH};

use super::{Event, Finding, clock};
use crate::runtime::core::is_invisible;
use crate::runtime::{
    Bound, Constant, Deviation, Found, Json, Kind, LengthUnit, ObjectWriter, Rule, Undecodable, Violation, Writer,
};

/// An observer that writes each event as one line of JSON. The guide has an
/// [example](crate::guide::deviations#as-lines-of-json).
///
/// A line is an object without line breaks. Later versions may add fields, kinds, rules and reasons; what is listed here
/// keeps its name and meaning. A field that has nothing to say is left out.
///
/// | field | value |
/// |---|---|
/// | `time` | when it was noticed, in UTC, to the second (RFC 3339); left out where there is no clock |
/// | `api`, `endpoint` | the folder and the file of the spec |
/// | `method`, `path` | those of the spec: the path has `{variables}`, never their arguments |
/// | `direction` | `sent`: a request breaks a rule that only warns; `received`: an answer differs |
/// | `status` | of the answer that was received |
/// | `kind` | `broken`, `unknown_status`, `media_type`, `unexpected_body`, `undecodable`, `more` |
/// | `pointer` | `broken`: where the value stands, a JSON Pointer from `/path_parameters`, `/headers` or `/body` |
/// | `rule` | `broken`: its id, such as `enum` ([`RuleId`](crate::runtime::RuleId)) |
/// | `inferred` | `broken`: whether the rule is only inferred from an example |
/// | `allowed` | what the rule allows, as the spec says it: the `const`, the `enum` as a list, a bound or a length as a number, a `pattern`, `format` or `range` as text, a `type` by its name; beside the reason `another_kind` the type too |
/// | `found` | what came in its place: `nothing`, `null`, `boolean`, `integer`, `number`, `string`, `list`, `object` |
/// | `characters` | how many characters (code points) the text has that was found; `utf16`, `bytes`: how many of these, where the rule counts them |
/// | `value` | the number that was found, `true` or `false` |
/// | `excerpt` | the start of the text that was found, at most 18 bytes: only [`with_excerpts`](Self::with_excerpts) |
/// | `media_type` | `media_type`: what the answer says in its `Content-Type`, at most 200 characters |
/// | `reason` | `undecodable`: `not_json`, `beyond_json`, `not_multipart`, `another_kind` and so on ([`Undecodable`]) |
/// | `count` | `more`: how many findings of the same message have no line of their own |
///
/// What a server sends stands in `media_type`, in `value`, in the names of unknown fields in `pointer`, and in excerpts.
/// All of it is cut, and characters that control terminals or the reading order are written as JSON escapes.
///
/// Each line is one write, so that lines of several clients and programs do not mix in a file that is opened for
/// appending. The writer is used under a lock while a call is under way; one that may block belongs behind a thread of
/// its own. A writer that fails fails no call: [`lost`](Self::lost) counts the lines. A line that it took in part is ended
/// before the next begins, so readers should skip lines that are no JSON.
///
/// A clone writes to the same writer and counts with it.
#[derive(Clone)]
pub struct JsonLines {
    output: Arc<Output<dyn Write + Send>>,
    excerpts: bool,
}

struct Output<W: ?Sized> {
    lost: AtomicU64,
    writer: Mutex<Lines<W>>,
}

struct Lines<W: ?Sized> {
    /// The last line failed, and may stand there in part.
    is_torn: bool,
    writer: W,
}

impl JsonLines {
    /// Writes to a file, a pipe, anything; without texts of people.
    pub fn new(writer: impl Write + Send + 'static) -> Self {
        let writer = Mutex::new(Lines { is_torn: false, writer });
        Self { output: Arc::new(Output { lost: AtomicU64::new(0), writer }), excerpts: false }
    }

    /// Writes the start of texts that break a rule, too: they may be anything that people write.
    #[must_use]
    pub fn with_excerpts(self) -> Self {
        Self { excerpts: true, ..self }
    }

    /// An observer that writes here, for [`Builder::observer`](super::Builder::observer).
    pub fn observer(&self) -> impl Fn(&Event<'_>) + Clone + Send + Sync + 'static {
        let lines = self.clone();
        move |event: &Event<'_>| lines.write(event)
    }

    /// Writes one event, for an observer that does more than that.
    pub fn write(&self, event: &Event<'_>) {
        let mut line = Vec::new();
        Writer::new(&mut line).object(|to| describe(event, self.excerpts, to));
        let line = escaped(&String::from_utf8(line).unwrap_or_default());
        let written = catch_unwind(AssertUnwindSafe(|| self.output.append(&line)));
        if !written.unwrap_or_default() {
            self.output.lost.fetch_add(1, Ordering::Relaxed);
        }
    }

    /// How many lines could not be written.
    #[must_use]
    pub fn lost(&self) -> u64 {
        self.output.lost.load(Ordering::Relaxed)
    }
}

impl fmt::Debug for JsonLines {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { excerpts, .. } = self;
        f.debug_struct("JsonLines").field("excerpts", excerpts).field("lost", &self.lost()).finish_non_exhaustive()
    }
}

impl<W: Write + ?Sized> Output<W> {
    /// Whether the writer took the line.
    fn append(&self, line: &str) -> bool {
        let mut lines = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let before = if std::mem::replace(&mut lines.is_torn, true) { "\n" } else { "" };
        lines.is_torn = lines.writer.write_all(format!("{before}{line}\n").as_bytes()).is_err();
        !lines.is_torn
    }
}

fn describe(event: &Event<'_>, excerpts: bool, to: &mut ObjectWriter<'_>) {
    let info = event.endpoint;
    to.put("time", &now().map(|since| utc(since.as_secs())));
    to.put("api", &info.api).put("endpoint", &info.name).put("method", &info.method.as_str()).put("path", &info.path);
    to.put("direction", &if matches!(event.finding, Finding::Received(_)) { "received" } else { "sent" });
    to.put("status", &event.status.map(|status| i64::from(status.as_u16())));
    match event.finding {
        Finding::Sent(violation) | Finding::Received(Deviation::Broken(violation)) => broken(violation, excerpts, to),
        Finding::SentMore(count) | Finding::Received(&Deviation::More(count)) => {
            to.put("kind", &"more").put("count", &Json::from(count));
        }
        Finding::Received(Deviation::UnknownStatus(_)) => _ = to.put("kind", &"unknown_status"),
        Finding::Received(Deviation::MediaType(found)) => _ = to.put("kind", &"media_type").put("media_type", found),
        Finding::Received(Deviation::UnexpectedBody) => _ = to.put("kind", &"unexpected_body"),
        Finding::Received(Deviation::Undecodable(reason)) => undecodable(*reason, to),
    }
}

fn broken(violation: &Violation, excerpts: bool, to: &mut ObjectWriter<'_>) {
    let Violation { pointer, rule, found, inferred } = violation;
    to.put("kind", &"broken").put("pointer", &pointer.to_text()).put("rule", &rule.id().as_str());
    to.put("inferred", inferred).put("allowed", &allowed(*rule));
    match found {
        Found::Nothing => _ = to.put("found", &"nothing"),
        Found::Kind(kind) => _ = to.put("found", &word(*kind)),
        Found::Characters(count) => _ = to.put("found", &"string").put("characters", &Json::from(*count)),
        Found::Boolean(value) => _ = to.put("found", &"boolean").put("value", value),
        Found::Length(unit, count) => _ = to.put("found", &"string").put(length(*unit), &Json::from(*count)),
        Found::Integer(value) => _ = to.put("found", &"integer").put("value", value),
        Found::Unsigned(value) => _ = to.put("found", &"integer").put("value", value),
        Found::Number(value) => _ = to.put("found", &"number").put("value", value),
        Found::LargerNumber => _ = to.put("found", &"number"),
        Found::Items(count) => _ = to.put("found", &"list").put("items", &Json::from(*count)),
        Found::Repeated(index) => _ = to.put("found", &"list").put("repeated", &Json::from(*index)),
        Found::Properties(count) => _ = to.put("found", &"object").put("keys", &Json::from(*count)),
        Found::Text(text) => {
            to.put("found", &"string").put("characters", &Json::from(text.characters()));
            to.put("excerpt", &excerpts.then(|| text.as_str()));
        }
    }
}

/// What a rule allows, as a spec says it under the name of the rule.
fn allowed(rule: Rule) -> Option<Json> {
    match rule {
        Rule::Required | Rule::Nullable | Rule::Tag | Rule::UnknownField => None,
        Rule::UniqueItems => Some(true.into()),
        Rule::Keys(rule) => allowed(rule.of_text()),
        Rule::Type(kind) => Some(word(kind).into()),
        Rule::Const(constant) => Some(only(constant)),
        Rule::Enum(values) => Some(values.into()),
        Rule::EnumOfIntegers(values) => Some(values.into()),
        Rule::Minimum(bound)
        | Rule::ExclusiveMinimum(bound)
        | Rule::Maximum(bound)
        | Rule::ExclusiveMaximum(bound)
        | Rule::MultipleOf(bound) => Some(limit(bound)),
        Rule::MinLength(bound)
        | Rule::MaxLength(bound)
        | Rule::MinLengthIn(_, bound)
        | Rule::MaxLengthIn(_, bound)
        | Rule::MinItems(bound)
        | Rule::MaxItems(bound)
        | Rule::MinProperties(bound)
        | Rule::MaxProperties(bound) => Some(bound.into()),
        Rule::Range(text) | Rule::Pattern(text) | Rule::Format(text) | Rule::Encode(text) => Some(text.into()),
    }
}

fn only(constant: Constant) -> Json {
    match constant {
        Constant::Text(text) => text.into(),
        Constant::Integer(number) => number.into(),
        Constant::Number(number) => number.into(),
        Constant::Boolean(flag) => flag.into(),
    }
}

fn limit(bound: Bound<'_>) -> Json {
    match bound {
        Bound::Integer(value) => value.into(),
        Bound::Unsigned(value) => value.into(),
        Bound::Number(value) => value.into(),
        Bound::Date(text) => text.into(),
    }
}

const fn length(unit: LengthUnit) -> &'static str {
    match unit {
        LengthUnit::CodePoints => "characters",
        LengthUnit::Utf16 => "utf16",
        LengthUnit::Bytes => "bytes",
    }
}

fn undecodable(reason: Undecodable, to: &mut ObjectWriter<'_>) {
    to.put("kind", &"undecodable").put(
        "reason",
        &match reason {
            Undecodable::NotJson => "not_json",
            Undecodable::BeyondJson => "beyond_json",
            Undecodable::NotMultipart => "not_multipart",
            Undecodable::AnotherKind { .. } => "another_kind",
            Undecodable::NotListed => "not_listed",
            Undecodable::AnotherEndpoint => "another_endpoint",
            Undecodable::AnotherRequest => "another_request",
            Undecodable::NoRequest => "no_request",
        },
    );
    if let Undecodable::AnotherKind { expected, found } = reason {
        to.put("allowed", &word(expected)).put("found", &word(found));
    }
}

/// A kind, as specs name it.
const fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Null => "null",
        Kind::Boolean => "boolean",
        Kind::Integer => "integer",
        Kind::Number => "number",
        Kind::Text => "string",
        Kind::List => "list",
        Kind::Object => "object",
    }
}

/// JSON whose texts may be printed; all that is outside of them is.
fn escaped(json: &str) -> String {
    let mut line = String::with_capacity(json.len() + 1);
    for character in json.chars() {
        if is_invisible(character) {
            line.extend([format!("\\u{:04x}", u32::from(character))]);
        } else {
            line.push(character);
        }
    }
    line
}

/// The time since the Unix epoch, where there is a clock.
fn now() -> Option<Duration> {
    clock::today()?.duration_since(UNIX_EPOCH).ok()
}

/// Seconds since the Unix epoch as a date and time (RFC 3339).
fn utc(seconds: u64) -> String {
    let (days, clock) = (seconds / 86400, seconds % 86400);
    // Years begin with March here, so that a leap day is the last; 400 of them have 146097 days.
    let days = days + 719_468;
    let (era, day_of_era) = (days / 146_097, days % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let months = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * months + 2) / 5 + 1;
    let month = if months < 10 { months + 3 } else { months - 9 };
    let year = era * 400 + year_of_era + u64::from(month <= 2);
    let (hour, minute, second) = (clock / 3600, clock / 60 % 60, clock % 60);
    format!("{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z")
}
