//! What the feature `tracing` tells of a call.

use std::fmt::{Debug, Write as _};
use std::sync::{Arc, Mutex};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use super::memory::{answer, broken, client, memory, order};
use crate::runtime::client::TransportErrorKind;

/// Keeps the fields of each event of this crate.
#[derive(Clone, Default)]
struct Listener(Arc<Mutex<Vec<String>>>);

struct Line<'a>(&'a mut String);

impl Visit for Line<'_> {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        _ = write!(self.0, "{field}={value:?} ");
    }
}

impl Subscriber for Listener {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with("docwright")
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut line = String::new();
        event.record(&mut Line(&mut line));
        self.0.lock().unwrap().push(line);
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

#[test]
fn each_attempt_and_the_outcome_are_told_without_arguments_secrets_or_texts() {
    let listener = Listener::default();
    let answers = [Err(broken(TransportErrorKind::Connect)), Ok(answer(429, "Ann")), Ok(answer(404, "Ann"))];
    let client = client(&memory(answers));
    tracing::subscriber::with_default(listener.clone(), || client.send(order()).unwrap_err());
    let heard = listener.0.lock().unwrap().clone();
    let same = r#"api="shop" endpoint="place_order" method="POST" server="shop.example" "#;
    let heads = [
        r#"message=attempt api="shop""#,
        "attempt=1 delivery=NotSent error=could not connect",
        "attempt=2 status=429",
        "attempt=3 status=404",
        "attempts=3 delivery=Answered error=shop/place_order: the server answered 404 Not Found",
    ];
    assert_eq!(heard.len(), 4, "{heard:#?}");
    assert!(heard[0].starts_with(heads[0]) && heard.iter().all(|line| line.contains(same)), "{heard:#?}");
    for (line, expected) in heard.iter().zip(&heads[1..]) {
        assert!(line.contains(expected), "{line}");
        for hidden in ["a b", "a%20b", "orders", "secret-key", "Ann"] {
            assert!(!line.contains(hidden), "{line}");
        }
    }
}
