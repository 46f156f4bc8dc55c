//! Samples of pages.

use super::read;
use crate::diagnostic::{Diagnostic, Diagnostics, Id};
use crate::model::{Claim, Example, Given, Sample, SampleBody, Word};
use crate::spec::block::{Block, Item, Named, Value};
use crate::spec::table::Key;
use crate::yaml::Style;

/// The examples of an endpoint.
pub(super) fn examples(entries: &[Named], found: &mut Diagnostics) -> Vec<Example> {
    let mut sample = |block: &Block, key| block.get(key).and_then(|item| sample(item, found));
    let example = |(name, block)| Example {
        name: read::name(name),
        doc: read::doc(block),
        request: sample(block, Key::Request),
        response: sample(block, Key::Response),
    };
    read::blocks(entries).map(example).collect()
}

fn sample(item: &Item, found: &mut Diagnostics) -> Option<Sample> {
    let Value::Block(block) = &item.value else { return None };
    Some(Sample {
        place: item.key_place,
        status: block.get(Key::Status).and_then(|item| Some((status(item, found)?, item.place))),
        path_parameters: given(block.map(Key::PathParameters)),
        query_parameters: given(block.map(Key::QueryParameters)),
        headers: given(block.map(Key::Headers)),
        body: block.get(Key::Body).and_then(body),
        violates: claims(block),
        undecodable: read::word(block, Key::Undecodable),
    })
}

fn body(item: &Item) -> Option<SampleBody> {
    let Word { text, place } = read::item_word(item)?;
    Some(SampleBody { text, place, is_literal: item.style == Some(Style::Literal) })
}

fn status(item: &Item, found: &mut Diagnostics) -> Option<u16> {
    let Value::Integer(status) = item.value else { return None };
    let valid = u16::try_from(status).ok().filter(|status| (100..600).contains(status));
    if valid.is_none() {
        found.push(
            Diagnostic::new(Id::BadStatus, format!("`{status}` is no status"))
                .at(item.place, "")
                .help("a sample has the status that it was answered with, from 100 to 599"),
        );
    }
    valid
}

fn given(entries: &[Named]) -> Vec<Given> {
    let given = |Named { name, value }: &Named| {
        Some(Given { name: read::name(name), value: read::json(&value.value)?, place: value.place })
    };
    entries.iter().filter_map(given).collect()
}

fn claims(block: &Block) -> Vec<Claim> {
    let claim = |Named { name, value }: &Named| match &value.value {
        Value::List(rules) => Some(Claim { pointer: read::name(name), rules: read::words(rules) }),
        _ => None,
    };
    block.map(Key::Violates).iter().filter_map(claim).collect()
}
