//! What a value shows of itself: its hash and all that can be printed, where its type has them. The compiler takes the first
//! of two traits where it can, so that no list says which type has what.

use std::error::Error;
use std::fmt::{Debug, Display};
use std::hash::{DefaultHasher, Hash, Hasher as _};

pub struct Seen<'v, T: ?Sized>(pub &'v T);

pub trait HasHash {
    fn hashed(&self) -> Option<u64>;
}

impl<T: Hash> HasHash for Seen<'_, T> {
    fn hashed(&self) -> Option<u64> {
        let mut hasher = DefaultHasher::new();
        self.0.hash(&mut hasher);
        Some(hasher.finish())
    }
}

pub trait HasNoHash {
    fn hashed(&self) -> Option<u64>;
}

impl<T> HasNoHash for &Seen<'_, T> {
    fn hashed(&self) -> Option<u64> {
        None
    }
}

pub trait HasDebug {
    fn debug(&self) -> Vec<String>;
}

impl<T: Debug + ?Sized> HasDebug for Seen<'_, T> {
    fn debug(&self) -> Vec<String> {
        vec![format!("{:?}", self.0), format!("{:#?}", self.0), format!("{:x?}", self.0)]
    }
}

pub trait HasNoDebug {
    fn debug(&self) -> Vec<String>;
}

impl<T: ?Sized> HasNoDebug for &Seen<'_, T> {
    fn debug(&self) -> Vec<String> {
        Vec::new()
    }
}

pub trait HasDisplay {
    fn display(&self) -> Vec<String>;
}

impl<T: Display + ?Sized> HasDisplay for Seen<'_, T> {
    fn display(&self) -> Vec<String> {
        vec![format!("{}", self.0), format!("{:#}", self.0)]
    }
}

pub trait HasNoDisplay {
    fn display(&self) -> Vec<String>;
}

impl<T: ?Sized> HasNoDisplay for &Seen<'_, T> {
    fn display(&self) -> Vec<String> {
        Vec::new()
    }
}

pub trait HasSource {
    fn chain(&self) -> Vec<String>;
}

impl<T: Error> HasSource for Seen<'_, T> {
    fn chain(&self) -> Vec<String> {
        let mut texts = Vec::new();
        let mut source = self.0.source();
        while let Some(cause) = source {
            texts.extend([format!("{cause:?}"), format!("{cause:#?}"), format!("{cause}"), format!("{cause:#}")]);
            source = cause.source();
        }
        texts
    }
}

pub trait HasNoSource {
    fn chain(&self) -> Vec<String>;
}

impl<T: ?Sized> HasNoSource for &Seen<'_, T> {
    fn chain(&self) -> Vec<String> {
        Vec::new()
    }
}

/// All that can be printed of a value: `Debug`, `Display` and the chain of sources, each in its forms.
macro_rules! shown {
    ($value:expr) => {{
        #[allow(unused_imports, reason = "which of two is used depends on the type")]
        use $crate::seen::{
            HasDebug as _, HasDisplay as _, HasNoDebug as _, HasNoDisplay as _, HasNoSource as _, HasSource as _, Seen,
        };
        let value = $value;
        [(&Seen(value)).debug(), (&Seen(value)).display(), (&Seen(value)).chain()].concat()
    }};
}

/// The hash of a value, if it has one.
macro_rules! hashed {
    ($value:expr) => {{
        #[allow(unused_imports, reason = "which of two is used depends on the type")]
        use $crate::seen::{HasHash as _, HasNoHash as _, Seen};
        (&Seen($value)).hashed()
    }};
}
