//! Pointers of claims: whether they name a place of the message.

use crate::check::judge::inside;
use crate::model::{Entry, Object, Scope, Shape};
use crate::spec::nearest;

/// The entries that a message has, by the name of its section.
#[derive(Debug)]
pub(super) struct Sections<'m> {
    pub scope: Scope<'m>,
    /// What the first name of a pointer can be.
    pub parts: Vec<(&'static str, Section<'m>)>,
}

/// What stands in a section.
#[derive(Debug)]
pub(super) enum Section<'m> {
    /// Named values.
    Named(Vec<&'m Entry>),
    /// A body.
    Body(&'m Entry),
}

/// Why a pointer names no place.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Astray {
    /// It is not written as one.
    Form,
    /// It begins with no section of the message.
    Section,
    /// Nothing of that name is there; perhaps another one is meant.
    Name(Option<String>),
}

impl Sections<'_> {
    /// Follows a pointer.
    pub(super) fn follow(&self, pointer: &str) -> Result<(), Astray> {
        let rest = pointer.strip_prefix('/').ok_or(Astray::Form)?;
        let names = rest.split('/').map(unescaped).collect::<Option<Vec<_>>>().ok_or(Astray::Form)?;
        let Some((section, names)) = names.split_first() else { return Err(Astray::Form) };
        let (section, entries) = self.parts.iter().find(|(name, _)| name == section).ok_or(Astray::Section)?;
        let at = format!("/{section}");
        match entries {
            Section::Body(entry) => self.value(&entry.shape.value, names, &at),
            Section::Named(entries) => self.named(entries, names, &at),
        }
    }

    fn named(&self, entries: &[&Entry], names: &[String], at: &str) -> Result<(), Astray> {
        let Some((name, names)) = names.split_first() else { return Ok(()) };
        match entries.iter().find(|entry| entry.name == *name) {
            Some(entry) => self.value(&entry.shape.value, names, &inside(at, name)),
            None => Err(Astray::Name(meant(name, entries.iter().map(|entry| entry.name.as_str()), at))),
        }
    }

    fn value(&self, shape: &Shape, names: &[String], at: &str) -> Result<(), Astray> {
        let Some((name, below)) = names.split_first() else { return Ok(()) };
        match self.resolve(shape) {
            Shape::Any | Shape::FreeForm => Ok(()),
            Shape::Object(Object { fields, others: Some(others) })
                if fields.iter().all(|field| field.name != *name) =>
            {
                self.value(&others.values.shape.value, below, &inside(at, name))
            }
            Shape::Object(fields) => self.named(&fields.iter().collect::<Vec<_>>(), names, at),
            Shape::Map(map) => self.value(&map.values.shape.value, below, &inside(at, name)),
            Shape::List(item) if name.parse::<usize>().is_ok_and(|index| index.to_string() == *name) => {
                self.value(&item.shape.value, below, &inside(at, name))
            }
            Shape::Union(union) if union.tag.text == *name => Ok(()),
            Shape::Union(union) => {
                let variants = union.variants.iter().map(|variant| self.value(&variant.entry.shape.value, names, at));
                let outcomes: Vec<_> = variants.collect();
                if outcomes.iter().any(Result::is_ok) {
                    return Ok(());
                }
                let tag = || Astray::Name(meant(name, [union.tag.text.as_str()], at));
                let mut astray = outcomes.into_iter().filter_map(Result::err);
                Err(astray.find(|astray| matches!(astray, Astray::Name(Some(_)))).unwrap_or_else(tag))
            }
            _ => Err(Astray::Name(None)),
        }
    }

    fn resolve<'s>(&'s self, shape: &'s Shape) -> &'s Shape {
        match shape {
            Shape::Named(id) => {
                self.scope.named(*id).map_or(&Shape::Any, |named| self.scope.resolve(&named.entry.shape.value))
            }
            shape => shape,
        }
    }
}

fn meant<'a>(name: &str, names: impl IntoIterator<Item = &'a str>, at: &str) -> Option<String> {
    nearest(name, names).map(|name| inside(at, name))
}

/// A name of a pointer; `~` is only followed by `0` or `1`.
fn unescaped(name: &str) -> Option<String> {
    let mut pieces = name.split('~');
    let mut text = pieces.next()?.to_owned();
    for piece in pieces {
        let (sign, rest) =
            [('~', "0"), ('/', "1")].iter().find_map(|(sign, code)| Some((*sign, piece.strip_prefix(code)?)))?;
        text.push(sign);
        text.push_str(rest);
    }
    Some(text)
}
