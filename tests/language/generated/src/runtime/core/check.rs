//! Validation: one readable chain per field, every violation in one run.

use super::findings::Findings;
use super::place::Place;
use super::{
    Each, Entries, Field, Found, Items, Member, Node, ObjectWriter, Probe, Promised, Properties, Record, Rule, Section,
    Subject, Violation, Violations, counts, parse, spelling, to_json,
};

/// A value with constraints.
#[diagnostic::on_unimplemented(message = "`{Self}` has no validator")]
pub trait Validate {
    /// Reports every constraint that `self` breaks.
    fn validate(&self, check: &mut Check<'_>);

    /// Every constraint that `self` breaks, as a body; allocates only when there are any.
    #[inline]
    fn violations(&self) -> Violations {
        let mut found = Findings::all();
        self.validate(&mut Check::new(Section::Body, &mut found));
        found.finish()
    }
}

impl Validate for () {
    fn validate(&self, _: &mut Check<'_>) {}
}

impl<T: Validate> Validate for Option<T> {
    #[inline]
    fn validate(&self, check: &mut Check<'_>) {
        if let Some(value) = self {
            value.validate(check);
        }
    }
}

impl<T: Validate> Validate for Field<T> {
    #[inline]
    fn validate(&self, check: &mut Check<'_>) {
        if let Self::Value(value) = self {
            value.validate(check);
        }
    }
}

impl<T: Validate> Validate for Promised<T> {
    #[inline]
    fn validate(&self, check: &mut Check<'_>) {
        if let Ok(value) = self {
            value.validate(check);
        }
    }
}

impl<T: Validate> Validate for Vec<T> {
    #[inline]
    fn validate(&self, check: &mut Check<'_>) {
        for (index, item) in self.iter().enumerate() {
            item.validate(&mut Check { found: check.found, place: Place::Index(&check.place, index) });
        }
    }
}

/// Collects violations at a place.
pub struct Check<'a> {
    found: &'a mut Findings,
    place: Place<'a>,
}

impl<'a> Check<'a> {
    pub(crate) const fn new(section: Section, found: &'a mut Findings) -> Self {
        Self { found, place: Place::Section(section) }
    }

    /// Turns to the variables of the path; an endpoint starts in the body.
    #[inline]
    pub fn path(&mut self) -> Check<'_> {
        Check::new(Section::Path, self.found)
    }

    /// Turns to the parameters of the query.
    #[inline]
    pub fn query(&mut self) -> Check<'_> {
        Check::new(Section::Query, self.found)
    }

    /// Turns to the headers.
    #[inline]
    pub fn headers(&mut self) -> Check<'_> {
        Check::new(Section::Headers, self.found)
    }

    /// Starts the chain of the field `name`; an absent value satisfies every rule.
    #[inline]
    #[must_use = "a chain without a rule checks nothing"]
    pub fn at<'v, S: Subject>(&mut self, name: &'static str, value: &'v S) -> Probe<'_, S::View<'v>> {
        Probe::new(self.found, self.place, Some(name), value.view())
    }

    /// Starts the chain of a whole body.
    #[inline]
    #[must_use = "a chain without a rule checks nothing"]
    pub fn body<'v, S: Subject>(&mut self, value: &'v S) -> Probe<'_, S::View<'v>> {
        Probe::new(self.found, self.place, None, value.view())
    }

    /// Starts the chain of every item of the list `name`.
    #[inline]
    #[must_use = "a chain without a rule checks nothing"]
    pub fn each<'v, L: Items>(&mut self, name: &'static str, list: &'v L) -> Each<'_, 'v, L::Item> {
        Each::new(self.found, self.place, Some(name), list.items())
    }

    /// Starts the chain of every item of a body that is a list.
    #[inline]
    #[must_use = "a chain without a rule checks nothing"]
    pub fn each_body<'v, L: Items>(&mut self, list: &'v L) -> Each<'_, 'v, L::Item> {
        Each::new(self.found, self.place, None, list.items())
    }

    /// Starts the chain of an object in the making, as the whole body or the value that stands here.
    #[must_use = "a chain without a rule checks nothing"]
    pub fn object(&mut self, write: impl FnOnce(&mut ObjectWriter<'_>)) -> Probe<'_, Properties> {
        Probe::new(self.found, self.place, None, Some(Properties(counts::properties(write))))
    }

    /// Turns to the field `name`.
    #[inline]
    pub fn below(&mut self, name: &'static str) -> Check<'_> {
        Check { found: self.found, place: Place::Key(&self.place, name) }
    }

    /// Turns to each item of a list that stands here.
    #[inline]
    pub fn items<'v, L: Items>(&mut self, list: &'v L, mut each: impl FnMut(&mut Check<'_>, &'v L::Item)) {
        for (index, item) in list.items().iter().enumerate() {
            each(&mut Check { found: self.found, place: Place::Index(&self.place, index) }, item);
        }
    }

    /// Turns to each key of a map that stands here, and its value.
    #[inline]
    pub fn entries<'v, M: Entries>(&mut self, map: &'v M, mut each: impl FnMut(&mut Check<'_>, &'v str, &'v M::Value)) {
        for (key, value) in map.entries().into_iter().flatten() {
            each(&mut Check { found: self.found, place: Place::Key(&self.place, key) }, key, value);
        }
    }

    /// Starts the chain of the key of a map by which the value is called that stands here.
    #[inline]
    #[must_use = "a chain without a rule checks nothing"]
    pub fn key<'v>(&mut self, key: &'v str) -> Probe<'_, &'v str> {
        Probe::of_key(self.found, self.place, key)
    }

    /// Validates a nested value; of a list, each item.
    #[inline]
    pub fn nested(&mut self, name: &'static str, value: &impl Validate) {
        value.validate(&mut Check { found: self.found, place: Place::Key(&self.place, name) });
    }

    /// Validates a whole body; of a list, each item.
    #[inline]
    pub fn nested_body(&mut self, value: &impl Validate) {
        value.validate(self);
    }

    /// The tag of a variant that lists it: that of the union, as it is spelled, or left out.
    pub fn tag(&mut self, name: &'static str, tag: &str, variant: &impl Record) {
        let json = to_json(variant);
        let Ok(Node::Object(mut fields)) = parse(json.as_bytes()) else { return };
        let Some(given) = fields.remove(name) else { return };
        let found = if let Node::Text(text) = &given { Found::text(text) } else { Found::Kind(given.kind()) };
        if spelling(&given.into()) != tag {
            let pointer = self.place.field(name);
            self.found.add(|| Violation { pointer, rule: Rule::Tag, found, inferred: false });
        }
    }

    /// A field that must be there, although its type can be without a value.
    #[inline]
    pub fn required(&mut self, name: &'static str, field: &impl Member) {
        if let Field::Absent = field.state() {
            self.missing(name, false);
        }
    }

    /// A field that must be there by what is inferred from an example: its absence warns.
    #[inline]
    pub fn required_inferred(&mut self, name: &'static str, field: &impl Member) {
        if let Field::Absent = field.state() {
            self.missing(name, true);
        }
    }

    #[cold]
    fn missing(&mut self, name: &'static str, inferred: bool) {
        let pointer = self.place.field(name);
        self.found.add(|| Violation { pointer, rule: Rule::Required, found: Found::Nothing, inferred });
    }
}
