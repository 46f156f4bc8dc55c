//! The runtime's reader of JSON agrees with another one, and any text is read as any value without harm.
#![no_main]

use docwright::runtime::{
    Date, DateTime, Email, EpochSeconds, Json, LocalDateTime, Map, Uri, Uuid, from_json, to_json,
};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

fuzz_target!(|text: &str| {
    let ours = from_json::<Json>(text).map(|(json, _)| to_json(&json));
    let theirs = serde_json::from_str::<Value>(text.strip_prefix('\u{feff}').unwrap_or(text));
    assert_eq!(ours.is_ok(), theirs.is_ok(), "{ours:?} {theirs:?}");
    if let (Ok(ours), Ok(theirs)) = (&ours, theirs) {
        assert_eq!(serde_json::from_str::<Value>(ours).ok(), Some(theirs));
        let again = from_json::<Json>(ours).map(|(json, _)| to_json(&json));
        assert_eq!(again.as_ref(), Ok(ours));
    }
    _ = from_json::<Vec<String>>(text);
    _ = from_json::<Vec<Option<i64>>>(text);
    _ = from_json::<Vec<u64>>(text);
    _ = from_json::<Vec<f64>>(text);
    _ = from_json::<Map<Vec<bool>>>(text);
    _ = from_json::<Map<Json>>(text);
    let quoted = Value::from(text).to_string();
    _ = from_json::<Date>(&quoted);
    _ = from_json::<DateTime>(&quoted);
    _ = from_json::<LocalDateTime>(&quoted);
    _ = from_json::<EpochSeconds>(text);
    _ = from_json::<Email>(&quoted);
    _ = from_json::<Uri>(&quoted);
    _ = from_json::<Uuid>(&quoted);
});
