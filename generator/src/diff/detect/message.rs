//! Bodies and responses.

use super::super::change::{Concern, Messages, Said, below};
use super::super::pair::{By, Pair, Pairs, pair};
use super::{Section, Spot, Walk, words};
use crate::diagnostic::Id;
use crate::model::{Body, Fact, MediaType, Response, ResponseBody};

impl<'o, 'n> Walk<'o, 'n> {
    /// Compares the bodies of requests.
    pub(super) fn request_body(&mut self, old: Option<&'o Body>, new: Option<&'n Body>) {
        let spot = Spot { section: Section::Body, ..Spot::new("request body", Messages::REQUEST) };
        match (old, new) {
            (Some(old), Some(new)) => self.body(old, new, &spot),
            (None, Some(new)) => {
                let left_out = new.entry.required.as_ref().is_some_and(|required| !required.value);
                let id = if left_out { Id::BodyAdded } else { Id::RequiredBodyAdded };
                let text = super::entry::described(self.new, &new.entry);
                self.tell(id, &spot, None, Some(Said::whole(text, new.entry.place, &new.entry)));
            }
            (Some(old), None) => {
                let text = super::entry::described(self.old, &old.entry);
                self.tell(Id::BodyRemoved, &spot, Some(Said::whole(text, old.entry.place, &old.entry)), None);
            }
            (None, None) => {}
        }
    }

    fn body(&mut self, old: &'o Body, new: &'n Body, spot: &Spot) {
        let Body { media_type, other_media_types, entry } = old;
        let named =
            |fact: &Option<Fact<MediaType>>| fact.as_ref().map_or("application/json", |fact| &fact.value.0).to_owned();
        let side = |fact: &Option<Fact<MediaType>>, body: &crate::model::Body| {
            let place = fact.as_ref().map_or(body.entry.place, |fact| fact.place);
            Some(Said::of(format!("media_type: {}", named(fact)), place, &body.entry))
        };
        let (before, after) = (side(media_type, old), side(&new.media_type, new));
        if named(media_type) != named(&new.media_type) {
            self.tell(Id::MediaTypeChanged, spot, before, after);
        } else if let (Some(old), Some(new)) = (media_type, &new.media_type) {
            self.origins(spot, (old.origin, new.origin), (before, after));
        } else if media_type.is_some() || new.media_type.is_some() {
            self.tell(Id::FactRestated, spot, before, after);
        }
        let other = |fact: &Fact<MediaType>| Said::at(fact.value.0.clone(), fact.place);
        let missing = |of: &Fact<MediaType>, among: &[Fact<MediaType>]| !among.iter().any(|one| one.value == of.value);
        for fact in new.other_media_types.iter().filter(|fact| missing(fact, other_media_types)) {
            self.tell(Id::MediaTypeAdded, &spot.field("other_media_types"), None, Some(other(fact)));
        }
        for fact in other_media_types.iter().filter(|fact| missing(fact, &new.other_media_types)) {
            self.tell(Id::MediaTypeRemoved, &spot.field("other_media_types"), Some(other(fact)), None);
        }
        self.reordered(&spot.field("other_media_types"), other_media_types, &new.other_media_types, |fact| {
            (fact.value.0.clone(), fact.place)
        });
        self.entry(Pair { old: entry, new: &new.entry, by: By::Name }, spot);
    }

    /// Compares answers.
    pub(super) fn responses(&mut self, old: &'o [Response], new: &'n [Response]) {
        let Pairs { both, removed, added } = pair(old, new, |response| response.key.to_string(), |_| None, |_, _| None);
        let spot = |response: &Response| Spot::new(format!("response {}", response.key), Messages::RESPONSE);
        self.reordered(&Spot::new("responses", Messages::RESPONSE), old, new, |response| {
            (response.key.to_string(), response.place)
        });
        for Pair { old, new, .. } in both {
            self.shared((old.place, new.place), &spot(new), |walk, spot| walk.response(old, new, spot));
        }
        for response in added {
            let id = if response.key.is_success() { Id::SuccessAdded } else { Id::ErrorAdded };
            self.came(response.place, &spot(response), |walk, spot, place| {
                walk.tell(id, spot, None, Some(Said { place, ..whole(response) }));
            });
        }
        for response in removed {
            let id = if response.key.is_success() { Id::SuccessRemoved } else { Id::ErrorRemoved };
            self.went(response.place, &spot(response), |walk, spot, place| {
                walk.tell(id, spot, Some(Said { place, ..whole(response) }), None);
            });
        }
    }

    fn response(&mut self, old: &'o Response, new: &'n Response, spot: &Spot) {
        let Response { key: _, place, part, documented, doc, doubts, body, halves } = old;
        let places = (*place, new.place);
        let (since, around) = (self.changes.len(), self.around.replace(new.place));
        let content = |body: &'_ Option<Fact<ResponseBody>>| match body.as_ref().map(|fact| &fact.value) {
            Some(ResponseBody::Content(_)) => true,
            Some(ResponseBody::None | ResponseBody::Ignored) | None => false,
        };
        match (body.as_ref().map(|fact| &fact.value), new.body.as_ref().map(|fact| &fact.value)) {
            (Some(ResponseBody::Content(before)), Some(ResponseBody::Content(after))) => {
                self.body(before, after, &Spot { subject: format!("{} body", spot.subject), ..spot.clone() });
            }
            (before, after) => {
                let id = match (content(body), content(&new.body)) {
                    (false, true) => Some(Id::AnswerBodyAdded),
                    (true, false) => Some(Id::AnswerBodyRemoved),
                    _ => (kind(before) != kind(after)).then_some(Id::FactRestated),
                };
                if let Some(id) = id {
                    let side = |response: &Response| {
                        let said = whole(response);
                        let place = response.body.as_ref().map_or(response.place, |fact| fact.place);
                        Some(Said { place, ..said })
                    };
                    self.tell(id, spot, side(old), side(new));
                }
            }
        }
        if let (Some(before), Some(after)) = (body, &new.body) {
            let side = |response: &Response| Some(whole(response));
            self.origins(spot, (before.origin, after.origin), (side(old), side(new)));
        }
        self.prose(Id::DocumentationChanged, spot, places, (doc, &new.doc), words::optional);
        self.prose(Id::DocumentationChanged, spot, places, (doubts, &new.doubts), words::list);
        self.provenance(spot, since, places, (*documented, new.documented), (halves, &new.halves));
        let parts = [part, &new.part].map(|part| part.as_ref().map(|part| part.text.clone()));
        self.prose(Id::ProvenanceChanged, spot, places, (&parts[0], &parts[1]), |part| {
            part.as_ref().map(|part| format!("of the part {part}"))
        });
        self.around = around;
    }
}

/// What is said of a body that has no fields.
fn kind(body: Option<&ResponseBody>) -> &'static str {
    match body {
        None => "nothing is said",
        Some(ResponseBody::None) => "body: none",
        Some(ResponseBody::Ignored) => "body: ignored",
        Some(ResponseBody::Content(_)) => "a body",
    }
}

/// A response, and all that it holds.
pub(super) fn whole(response: &Response) -> Said {
    let mut concerns = vec![Concern::At(response.place)];
    if let Some(ResponseBody::Content(body)) = response.body.as_ref().map(|fact| &fact.value) {
        below(&body.entry, &mut concerns);
    }
    let text = kind(response.body.as_ref().map(|fact| &fact.value)).to_owned();
    Said { text: format!("{}: {text}", response.key), place: response.place, is_guess: false, concerns }
}
