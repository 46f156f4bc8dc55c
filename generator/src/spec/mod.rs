//! The language of specs: one key table, and a decoder that collects every error in one run.

pub mod block;
mod decode;
mod discover;
mod foreign;
mod keys;
mod language;
mod nearest;
pub(crate) mod number;
mod project;
mod reference;
mod scalar;
mod schema;
mod scope;
pub mod table;
mod type_expression;

pub(crate) use decode::admits;
pub use decode::decode;
pub use discover::{
    API_FILE, MAX_FILE, PROJECT_FILE, Texts, find, is_name, is_note, is_passed_over, is_spec, shown_name, unusable,
};
pub use foreign::built_in;
pub use language::language_page;
pub use nearest::nearest;
pub use project::{
    ApiFiles, EndpointFile, Listed, ListedApi, ProjectFiles, SpecFile, files, kind_of, list, list_with, load,
};
pub(crate) use scalar::{Reading, read as read_scalar};
pub use schema::schemas;
pub(crate) use scope::Scope;
pub use type_expression::{BaseType, BuiltIn, LaterBuiltIn, TypeError, TypeExpression};
