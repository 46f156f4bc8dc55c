//! What a call adds to its request that its endpoint does not have: another media type, other fields.

use http::HeaderValue;
use http::header::CONTENT_TYPE;

use super::outgoing::{URLENCODED, write_form};
use super::{Body, BuildError, Request, incoming};
use crate::runtime::core::parse;
use crate::runtime::{Form, JsonObject, Node, Texts, to_json};

/// What a call adds to its request.
#[derive(Clone, Default)]
pub(super) struct Additions {
    pub(super) media_type: Option<&'static str>,
    pub(super) fields: JsonObject,
}

impl Additions {
    pub(super) fn add_to(&self, request: &mut Request) -> Result<(), BuildError> {
        if !self.fields.is_empty() {
            self.add_fields(request)?;
        }
        if let Some(media_type) = self.media_type
            && let Some(header) = request.headers_mut().get_mut(CONTENT_TYPE)
        {
            *header = HeaderValue::try_from(media_type).map_err(|_| BuildError::Header(CONTENT_TYPE))?;
        }
        Ok(())
    }

    /// Adds the fields to a body that is written already: few calls have some, and the others are not to pay for them.
    #[cold]
    fn add_fields(&self, request: &mut Request) -> Result<(), BuildError> {
        if let Some(own) = incoming::form(request) {
            self.distinct(&own)?;
            if incoming::is_of(request, URLENCODED) {
                *request.body_mut() = Form::pairs(|form| self.put(&own, form)).into();
                return Ok(());
            }
            let (media_type, bytes) = write_form(|form| self.put(&own, form))?;
            request.headers_mut().insert(CONTENT_TYPE, media_type);
            *request.body_mut() = bytes.into();
        } else {
            *request.body_mut() = self.json(request.body().buffered())?;
        }
        Ok(())
    }

    /// No field is added that is there already.
    fn distinct(&self, own: &[(String, String)]) -> Result<(), BuildError> {
        match self.fields.iter().find(|(name, _)| own.iter().any(|(written, _)| written == name)) {
            Some((name, _)) => Err(BuildError::FieldTwice(name.to_owned())),
            None => Ok(()),
        }
    }

    fn put<T: Texts>(&self, own: &[(String, String)], form: &mut Form<T>) {
        for (name, text) in own {
            form.put(name, text);
        }
        form.put_all(&self.fields);
    }

    fn json(&self, body: &[u8]) -> Result<Body, BuildError> {
        let Ok(Node::Object(own)) = parse(body) else { return Err(BuildError::NoFields) };
        if let Some((name, _)) = self.fields.iter().find(|(name, _)| own.get(name).is_some()) {
            return Err(BuildError::FieldTwice(name.to_owned()));
        }
        let mut bytes = body.trim_ascii_end().to_vec();
        bytes.pop(); // the closing brace, which the added fields bring
        if !own.is_empty() {
            bytes.push(b',');
        }
        bytes.extend_from_slice(to_json(&self.fields).as_bytes().get(1..).unwrap_or_default());
        Ok(bytes.into())
    }
}
