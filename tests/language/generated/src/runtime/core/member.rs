//! What a field of an object can be in Rust: it alone decides what absence, null and another kind mean.

use super::object::Look;
use super::{Field, Found, Missing, Object, Promised, Rule, Value};

/// What a field of an object can be in Rust: `T`, `Option<T>`, `Field<T>`, `Promised<T>`, `Promised<Option<T>>`.
pub trait Member: Sized {
    /// The type of its value.
    type Value: Value;

    /// Takes it out of an object.
    fn take(object: &mut Object<'_>, name: &'static str) -> Self;

    /// What is to be written.
    fn state(&self) -> Field<&Self::Value>;
}

/// Required: its absence breaks a rule.
impl<T: Value> Member for T {
    type Value = T;

    fn take(object: &mut Object<'_>, name: &'static str) -> Self {
        Promised::<T>::take(object, name).unwrap_or_else(|_| {
            object.at.log.incomplete = true;
            T::stand_in()
        })
    }

    fn state(&self) -> Field<&T> {
        Field::Value(self)
    }
}

/// Optional: `null` is read as absent, and is a deviation.
impl<T: Value> Member for Option<T> {
    type Value = T;

    fn take(object: &mut Object<'_>, name: &'static str) -> Self {
        match object.look(name, false) {
            Look::Value(value) => return Some(value),
            Look::Null => object.broken(name, Rule::Nullable, Found::NULL),
            Look::Absent | Look::Another => {}
        }
        None
    }

    fn state(&self) -> Field<&T> {
        self.as_ref().map_or(Field::Absent, Field::Value)
    }
}

/// Optional, and `null` is a state of its own.
impl<T: Value> Member for Field<T> {
    type Value = T;

    fn take(object: &mut Object<'_>, name: &'static str) -> Self {
        match object.look(name, true) {
            Look::Value(value) => Self::Value(value),
            Look::Null => Self::Null,
            Look::Absent | Look::Another => Self::Absent,
        }
    }

    fn state(&self) -> Field<&T> {
        match self {
            Self::Absent => Field::Absent,
            Self::Null => Field::Null,
            Self::Value(value) => Field::Value(value),
        }
    }
}

/// Promised in every answer.
impl<T: Value> Member for Promised<T> {
    type Value = T;

    fn take(object: &mut Object<'_>, name: &'static str) -> Self {
        match object.look(name, false) {
            Look::Value(value) => return Ok(value),
            Look::Absent => object.broken(name, Rule::Required, Found::Nothing),
            Look::Null => object.broken(name, Rule::Nullable, Found::NULL),
            Look::Another => {}
        }
        Err(Missing { field: name })
    }

    fn state(&self) -> Field<&T> {
        self.as_ref().map_or(Field::Absent, Field::Value)
    }
}

/// Promised in every answer, and `null` is a value of it.
impl<T: Value> Member for Promised<Option<T>> {
    type Value = T;

    fn take(object: &mut Object<'_>, name: &'static str) -> Self {
        match object.look(name, true) {
            Look::Value(value) => return Ok(Some(value)),
            Look::Null => return Ok(None),
            Look::Absent => object.broken(name, Rule::Required, Found::Nothing),
            Look::Another => {}
        }
        Err(Missing { field: name })
    }

    fn state(&self) -> Field<&T> {
        match self {
            Ok(Some(value)) => Field::Value(value),
            Ok(None) => Field::Null,
            Err(_) => Field::Absent,
        }
    }
}

/// A list that may be left out: `Vec<T>`, where absence is the empty list, `Option<Vec<T>>`, `Field<Vec<T>>`.
pub trait ListMember: Member {
    /// What absence is.
    fn absent() -> Self;
}

impl<T: Value> ListMember for Vec<T> {
    fn absent() -> Self {
        Self::new()
    }
}

impl<T: Value> ListMember for Option<Vec<T>> {
    fn absent() -> Self {
        None
    }
}

impl<T: Value> ListMember for Field<Vec<T>> {
    fn absent() -> Self {
        Self::Absent
    }
}
