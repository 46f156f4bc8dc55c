//! Documentation as data: what is whose words, what is code, what is a link.

use super::Name;

/// The documentation of an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Docs(pub Vec<Paragraph>);

/// A paragraph, or an item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Paragraph {
    /// A paragraph.
    Text(Vec<Span>),
    /// An item of a list; several in a row are one list.
    Item(Vec<Span>),
}

/// A piece of a paragraph; a blank stands between two pieces unless [`Span::Glue`] does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Words of a spec: shown as they are, never read as Markdown.
    Prose(String),
    /// Words of the generator.
    Fixed(String),
    /// Something that stands in code.
    Code(String),
    /// An item of the crate.
    Link(Name),
    /// The field of this name, from a method of its struct.
    Field(Name),
    /// Joins what stands before and after it without a blank.
    Glue,
}

/// The paragraphs of a text, as blank lines part them.
pub fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty())
}

impl Docs {
    /// One paragraph.
    #[must_use]
    pub fn of(spans: Vec<Span>) -> Self {
        Self(vec![Paragraph::Text(spans)])
    }
}
