//! Parts: what an endpoint takes in beside its own entries.

use super::entry::{Builder, Frame};
use super::read;
use super::same::same_block;
use crate::diagnostic::{Diagnostic, Diagnostics, Id, Place};
use crate::model::{self, Entry, Origin, Response, Word};
use crate::spec::block::{Block, Named};
use crate::spec::table::Key;

/// A part of an API.
#[derive(Debug)]
pub(super) struct Part {
    pub name: Word,
    pub path_parameters: Vec<Entry>,
    pub query_parameters: Vec<Entry>,
    pub headers: Vec<Header>,
    pub responses: Vec<Response>,
}

/// A header as an endpoint has it.
#[derive(Clone, Debug)]
pub(super) enum Header {
    /// A field of the endpoint: its own, or one that every call must have.
    Field(Box<Entry>),
    /// An optional one of a part: a setting of the API, by its index.
    Setting { index: usize, name: Word },
}

impl Header {
    /// Its name, where it is defined.
    pub(super) fn name(&self) -> Word {
        match self {
            Self::Field(entry) => Word { text: entry.name.clone(), place: entry.place },
            Self::Setting { name, .. } => name.clone(),
        }
    }
}

/// The parts of an API, and the settings that they make together.
#[derive(Debug, Default)]
pub(super) struct Parts<'b> {
    pub parts: Vec<Part>,
    settings: Vec<(Entry, &'b Block)>,
}

impl<'b> Parts<'b> {
    /// Builds the parts of an API.
    pub(super) fn new(entries: &'b [Named], builder: &mut Builder<'b, '_>) -> Self {
        let mut parts = Self::default();
        for (name, block) in read::blocks(entries) {
            let name = read::name(name);
            let part = Part {
                path_parameters: builder.entries(block.map(Key::PathParameters), Frame::TEXT),
                query_parameters: builder.entries(block.map(Key::QueryParameters), Frame::TEXT),
                headers: parts.headers(block.map(Key::Headers), builder),
                responses: builder.responses(block.map(Key::Responses), Some(&name)),
                name,
            };
            parts.parts.push(part);
        }
        parts
    }

    /// The settings of the API, each once.
    pub(super) fn settings(&self) -> Vec<Entry> {
        self.settings.iter().map(|(entry, _)| entry.clone()).collect()
    }

    /// The parts, each with where its entries stand.
    pub(super) fn places(&self) -> Vec<model::Part> {
        let part = |part: &Part| {
            let entries = part.path_parameters.iter().chain(&part.query_parameters).map(|entry| entry.place);
            let headers = part.headers.iter().map(|header| header.name().place);
            let responses = part.responses.iter().map(|response| response.place);
            model::Part { name: part.name.clone(), places: entries.chain(headers).chain(responses).collect() }
        };
        self.parts.iter().map(part).collect()
    }

    fn headers(&mut self, entries: &'b [Named], builder: &mut Builder<'b, '_>) -> Vec<Header> {
        let mut headers = Vec::with_capacity(entries.len());
        for (name, block) in read::blocks(entries) {
            let entry = builder.entry(name, block, Frame::TEXT);
            headers.push(if is_required(&entry) {
                Header::Field(Box::new(entry))
            } else {
                Header::Setting { index: self.setting(entry, block, builder.found), name: read::name(name) }
            });
        }
        headers
    }

    /// The index of a header among the settings: parts may share one, if they say the same of it.
    fn setting(&mut self, header: Entry, block: &'b Block, found: &mut Diagnostics) -> usize {
        let same_name = |(setting, _): &(Entry, _)| setting.name.eq_ignore_ascii_case(&header.name);
        match self.settings.iter().enumerate().find(|(_, setting)| same_name(setting)) {
            Some((index, (_, other))) if same_block(other, block) => index,
            Some((index, (first, _))) => {
                let title = format!("two parts say different things of the header `{}`", header.name);
                found.push(
                    Diagnostic::new(Id::IncludeConflict, title)
                        .at(header.place, "here again")
                        .at(first.place, "here first")
                        .help("optional headers of parts are settings of the whole API: let both say the same")
                        .help("or put one of them into the endpoints that it is about"),
                );
                index
            }
            None => {
                self.settings.push((header, block));
                self.settings.len() - 1
            }
        }
    }

    /// The parts that are included, each once. A name without a part is said elsewhere.
    pub(super) fn included(&self, names: &[Word], found: &mut Diagnostics) -> Vec<&Part> {
        let mut included = Once::new("part");
        for name in names {
            if let Some(part) = self.parts.iter().find(|part| part.name.text == name.text) {
                included.take(name, part, found);
            }
        }
        included.finish()
    }
}

/// Whether a caller must give it: a guess obliges nobody.
fn is_required(header: &Entry) -> bool {
    header.required.as_ref().is_some_and(|required| required.value && required.origin != Origin::Inferred)
}

/// Things that are taken in one after the other, each name once.
#[derive(Debug)]
pub(super) struct Once<T> {
    /// What they are called in messages, such as `header`.
    noun: &'static str,
    /// Whether two names are the same.
    same: fn(&str, &str) -> bool,
    taken: Vec<(Word, T)>,
}

impl<T> Once<T> {
    /// None yet, of names that differ by case too.
    pub(super) fn new(noun: &'static str) -> Self {
        Self { noun, same: |one, other| one == other, taken: Vec::new() }
    }

    /// None yet, of names without case.
    pub(super) fn without_case(noun: &'static str) -> Self {
        Self { noun, same: str::eq_ignore_ascii_case, taken: Vec::new() }
    }

    /// Takes in all of these.
    pub(super) fn all(mut self, things: Vec<T>, name: impl Fn(&T) -> Word, found: &mut Diagnostics) -> Vec<T> {
        for thing in things {
            self.take(&name(&thing), thing, found);
        }
        self.finish()
    }

    /// Takes a thing in; a second one of its name is an error, and left out.
    pub(super) fn take(&mut self, name: &Word, thing: T, found: &mut Diagnostics) {
        match self.taken.iter().find(|(other, _)| (self.same)(&other.text, &name.text)) {
            Some((first, _)) => found.push(conflict(self.noun, name, first.place)),
            None => self.taken.push((name.clone(), thing)),
        }
    }

    /// What was taken in, in order.
    pub(super) fn finish(self) -> Vec<T> {
        self.taken.into_iter().map(|(_, thing)| thing).collect()
    }
}

fn conflict(noun: &str, name: &Word, first: Place) -> Diagnostic {
    Diagnostic::new(Id::IncludeConflict, format!("the {noun} `{name}` comes in twice"))
        .at(name.place, "here again")
        .at(first, "here first")
        .help("remove one of them; an entry that not all endpoints of a part have stands in a part of its own")
}
