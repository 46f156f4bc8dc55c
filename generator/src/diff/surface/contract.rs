//! What code that uses an item depends on, and what a change of that does to it.

use syn::{FnArg, Pat, ReceiverKind};

use super::text::exact;
use crate::diagnostic::Bump;

/// How the path begins of a name of the API in the module of an endpoint.
const API: &str = "super :: ";

/// What code that uses an item depends on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Contract {
    /// What kind of item it is, and its types, in which each name says whose it is.
    kind: String,
    /// The types of a function's arguments.
    types: Vec<String>,
    /// The arguments of a function by name. Calls do not have them, but give each its value by its place.
    arguments: Vec<String>,
    /// Whether a function can be called in a constant.
    is_const: bool,
    /// Whether it is a type of which code can make or match all: one more field or variant breaks that.
    pub is_closed: bool,
    /// Whether it is one of the fields or variants that together make up a type.
    pub is_member: bool,
}

impl Contract {
    /// Of an item that is there or not.
    pub fn of_kind(kind: impl Into<String>) -> Self {
        Self { kind: kind.into(), ..Self::default() }
    }

    /// Of a type.
    pub fn of_type(kind: &str, is_closed: bool) -> Self {
        Self { is_closed, ..Self::of_kind(kind) }
    }

    /// Of a field or a variant.
    pub fn of_member(kind: impl Into<String>) -> Self {
        Self { is_member: true, ..Self::of_kind(kind) }
    }

    /// Of a function.
    pub fn of_function(signature: &syn::Signature) -> Self {
        let (mut arguments, mut types) = (Vec::new(), Vec::new());
        for input in &signature.inputs {
            match input {
                FnArg::Receiver(receiver) => {
                    let mut receiver = receiver.clone();
                    if matches!(receiver.kind, ReceiverKind::Value) {
                        receiver.mutability = None;
                    }
                    types.push(exact(&receiver));
                }
                FnArg::Typed(argument) => {
                    arguments.push(match &*argument.pat {
                        Pat::Ident(name) => name.ident.to_string(),
                        other => exact(other),
                    });
                    types.push(exact(&argument.ty));
                }
            }
        }
        let generics = exact(&signature.generics);
        let kind = format!("fn{generics}{}", exact(&signature.output));
        Self { types, arguments, is_const: signature.constness.is_some(), ..Self::of_kind(kind) }
    }

    /// What it asks of the version that this stands where another stood; nothing where they are the same. `is_own` says
    /// whether a name of the API is one of the module now, and `was_own` whether one was of the module before.
    pub fn step(&self, old: &Self, is_own: impl Fn(&str) -> bool, was_own: impl Fn(&str) -> bool) -> Option<Bump> {
        let is_same = |new: &str, old: &str| new == old || own(new, &was_own) == own(old, &is_own);
        // What was given as it is can be given to who converts.
        let takes = |new: &str, old: &str| is_same(new, old) || converted(new).is_some_and(|new| is_same(new, old));
        let breaks = !is_same(&self.kind, &old.kind)
            || self.types.len() != old.types.len()
            || self.types.iter().zip(&old.types).any(|(new, old)| !takes(new, old))
            || old.is_const && !self.is_const
            || old.is_closed && !self.is_closed
            || self.has_moved_arguments(old);
        if breaks {
            return Some(Bump::Major);
        }
        let takes_more = self.types.iter().zip(&old.types).any(|(new, old)| !is_same(new, old));
        let more = takes_more || self.is_const != old.is_const || self.is_closed != old.is_closed;
        // Of an argument, only the documentation has the name.
        let renamed = (self.arguments != old.arguments).then_some(Bump::Patch);
        if more { Some(Bump::Minor) } else { renamed }
    }

    /// Whether a value would silently go where another one went: a compiler that sees the same types says nothing.
    fn has_moved_arguments(&self, old: &Self) -> bool {
        self.arguments.iter().enumerate().any(|(at, name)| {
            let before = old.arguments.iter().position(|old| old == name);
            before.is_some_and(|before| before != at)
        })
    }
}

/// What an argument of the type `impl Into<…>` is converted to.
fn converted(kind: &str) -> Option<&str> {
    let (path, of) = kind.strip_prefix("impl ")?.split_once(" < ")?;
    path.ends_with("Into").then_some(of)?.strip_suffix(" >")
}

/// Types in which names of the API stand alone that are of the module.
fn own(kind: &str, is_own: &impl Fn(&str) -> bool) -> String {
    let mut parts = kind.split(API);
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|char: char| char != '_' && !char.is_alphanumeric()).unwrap_or(part.len());
        if !is_own(&part[..end]) {
            text.push_str(API);
        }
        text.push_str(part);
    }
    text
}
