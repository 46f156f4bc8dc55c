//! Bodies and responses.

use super::corrections;
use super::entry::{Builder, Frame, Wire};
use super::read;
use super::resolve::{Facts, Stated};
use crate::diagnostic::{Diagnostic, Diagnostics, Id, Place};
use crate::model::{Body, Fact, MediaType, Origin, Response, ResponseBody, StatusKey, Word};
use crate::spec::block::{Block, Item, Named, Value};
use crate::spec::nearest;
use crate::spec::table::Key;
use crate::yaml::Spanned;

impl<'b> Builder<'b, '_> {
    /// The body of a request; none where the page says so, or says nothing.
    pub(super) fn request_body(&mut self, item: &'b Item) -> Option<Body> {
        match &item.value {
            Value::Block(block) => Some(self.body(block, item.key_place, Origin::Page)),
            _ => None,
        }
    }

    /// The responses of an endpoint, or of the part that is named.
    pub(super) fn responses(&mut self, entries: &'b [Named], part: Option<&Word>) -> Vec<Response> {
        let mut responses = Vec::with_capacity(entries.len());
        for (name, block) in read::blocks(entries) {
            match status_key(&name.value) {
                Some(key) => responses.push(self.response(key, name.place, block, part)),
                None => self.found.push(bad_status(name)),
            }
        }
        responses
    }

    fn response(&mut self, key: StatusKey, place: Place, block: &'b Block, part: Option<&Word>) -> Response {
        let body = Facts::of(block, Origin::Page).get(Key::Body);
        Response {
            key,
            place,
            part: part.cloned(),
            documented: read::is_documented(block),
            doc: read::doc(block),
            doubts: read::doubts(block),
            body: body.and_then(|fact| Some(fact.with(self.response_body(fact)?))),
            halves: corrections::of(block),
        }
    }

    fn response_body(&mut self, fact: Stated<'b>) -> Option<ResponseBody> {
        match &fact.item.value {
            Value::Block(block) => {
                Some(ResponseBody::Content(Box::new(self.body(block, fact.item.key_place, fact.origin))))
            }
            Value::Text(word) if word == "none" => Some(ResponseBody::None),
            Value::Text(word) if word == "ignored" => Some(ResponseBody::Ignored),
            _ => None,
        }
    }

    fn body(&mut self, block: &'b Block, place: Place, origin: Origin) -> Body {
        let facts = Facts::of(block, origin);
        let media_type = facts.read(Key::MediaType, |value| read::text(value).map(media_type));
        let wire = if media_type.as_ref().is_none_or(|of| of.value.is_json()) { Wire::Json } else { Wire::Form };
        let unnamed = Spanned { place, value: String::new() };
        Body {
            other_media_types: other_media_types(&facts),
            entry: self.entry(&unnamed, block, Frame { origin, wire }),
            media_type,
        }
    }
}

/// Says where `success`, which stands for any 2xx, stands beside one of them.
pub(super) fn success_once(endpoint: &str, responses: &[Response], found: &mut Diagnostics) {
    let Some(success) = responses.iter().find(|response| response.key == StatusKey::Success) else { return };
    let others = responses.iter().filter(|response| response.key.is_success() && response.key != StatusKey::Success);
    for other in others {
        let title = format!("`{endpoint}` has `success` beside `{}`", other.key);
        found.push(
            Diagnostic::new(Id::SuccessTwice, title)
                .at(success.place, "any status 2xx")
                .at(other.place, "a success too")
                .help("keep `success` only if the page names no status"),
        );
    }
}

fn other_media_types(facts: &Facts<'_>) -> Vec<Fact<MediaType>> {
    let Some(fact) = facts.get(Key::OtherMediaTypes) else { return Vec::new() };
    let Value::List(items) = &fact.item.value else { return Vec::new() };
    let of = |word: Word| Fact { value: media_type(&word.text), origin: fact.origin, place: word.place };
    read::words(items).into_iter().map(of).collect()
}

fn media_type(text: &str) -> MediaType {
    MediaType(text.split(';').next().unwrap_or_default().trim().to_ascii_lowercase())
}

fn status_key(text: &str) -> Option<StatusKey> {
    match text {
        "success" => Some(StatusKey::Success),
        "default" => Some(StatusKey::Default),
        _ => match text.as_bytes() {
            [class @ b'1'..=b'5', b'X', b'X'] => Some(StatusKey::Range(class - b'0')),
            [_, _, _] => text.parse().ok().filter(|status| (100..600).contains(status)).map(StatusKey::Status),
            _ => None,
        },
    }
}

fn bad_status(name: &Spanned<String>) -> Diagnostic {
    let text = &name.value;
    let diagnostic = Diagnostic::new(Id::BadStatus, format!("`{text}` is no status")).at(name.place, "");
    let upper = text.to_ascii_uppercase();
    let number = text.split(' ').next().filter(|number| status_key(number).is_some());
    let meant = match number {
        None if status_key(&upper).is_some() => Some(upper.as_str()),
        None => nearest(text, ["success", "default"]),
        number => number,
    };
    let diagnostic = match meant {
        Some(meant) => diagnostic.meant(name.place, meant),
        None => diagnostic,
    };
    diagnostic
        .help("a response is for a status (`200`), a range (`4XX`), `success` (any 2xx) or `default` (all others)")
}
