//! Calls of each API with each of its credentials: nothing that is printed or traced tells them.

use std::collections::BTreeSet;
use std::fmt::{Debug, Write as _};
use std::sync::{Mutex, Once, PoisonError};

use camino::Utf8PathBuf;
use docwright::diagnostic::Diagnostics;
use docwright::{pipeline, plan};
use docwright_tests::project::repository;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use crate::hosts::Hosts;
use crate::run::conclude;
use crate::secret::is_told;
use crate::{language, message};

/// The names of all credentials of specs.
fn credentials(folder: &str) -> BTreeSet<String> {
    let specs = Utf8PathBuf::from_path_buf(repository().join(folder)).unwrap();
    let plan = plan::plan(&pipeline::read(&specs).model.unwrap(), &mut Diagnostics::default());
    let of_api = |api: &plan::Api| {
        let name = |credential: &plan::Credential| format!("{}/{}", api.folder, credential.wire);
        api.credentials.iter().map(name).collect::<Vec<_>>()
    };
    plan.apis.iter().flat_map(of_api).collect()
}

/// What went to `tracing` and to `log`, at every level: who said it, and what.
static HEARD: Mutex<Vec<(String, String)>> = Mutex::new(Vec::new());

fn hear(who: &str, what: String) {
    HEARD.lock().unwrap_or_else(PoisonError::into_inner).push((who.to_owned(), what));
}

struct Listener;

struct Words(String);

impl Visit for Words {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        _ = write!(self.0, "{field}={value:?} {value:#?} ");
    }
}

impl Subscriber for Listener {
    fn enabled(&self, _: &Metadata<'_>) -> bool {
        true
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let mut words = Words(String::new());
        span.record(&mut words);
        hear(span.metadata().target(), words.0);
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, values: &Record<'_>) {
        let mut words = Words(String::new());
        values.record(&mut words);
        hear("a span", words.0);
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut words = Words(String::new());
        event.record(&mut words);
        hear(event.metadata().target(), words.0);
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

impl log::Log for Listener {
    fn enabled(&self, _: &log::Metadata<'_>) -> bool {
        true
    }

    fn log(&self, record: &log::Record<'_>) {
        hear(record.target(), record.args().to_string());
    }

    fn flush(&self) {}
}

/// Who says what goes out, to the byte: the HTTP library of the blocking adapter, in its own trace, which the guide warns of.
const KNOWN: [&str; 2] = ["ureq::", "ureq_proto::"];

#[test]
fn no_call_and_no_trace_tells_a_credential() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        tracing::subscriber::set_global_default(Listener).unwrap();
        log::set_logger(&Listener).unwrap();
        log::set_max_level(log::LevelFilter::Trace);
    });
    let hosts = Hosts::new();
    let (messages, languages) = (message::calls(), language::calls());
    let names = |names: Vec<&str>| names.into_iter().map(str::to_owned).collect::<BTreeSet<_>>();
    assert_eq!(names(messages.iter().map(|call| call.name).collect()), credentials("specs"));
    assert_eq!(names(languages.iter().map(|call| call.name).collect()), credentials("tests/language/specs"));
    let named = |name: &str, told: Result<(), String>| told.map_err(|told| format!("{name}: {told}"));
    conclude(
        messages
            .iter()
            .map(|call| named(call.name, (call.tells_nothing)(&hosts)))
            .chain(languages.iter().map(|call| named(call.name, (call.tells_nothing)(&hosts)))),
    );

    let heard = HEARD.lock().unwrap_or_else(PoisonError::into_inner);
    for target in ["message_clients::", "language_clients::", "ureq"] {
        assert!(heard.iter().any(|(who, _)| who.starts_with(target)), "nothing was heard of {target}");
    }
    let told = heard.iter().filter(|(_, what)| is_told(what));
    let (known, other): (Vec<_>, Vec<_>) = told.partition(|(who, _)| KNOWN.iter().any(|known| who.starts_with(known)));
    assert_eq!(other, Vec::<&(String, String)>::new(), "a trace tells a secret");
    assert!(!known.is_empty(), "ureq tells nothing any more: the guide need not warn of it");
}
