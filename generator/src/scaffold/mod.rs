//! What is written for people to go on with: a new project, and the skeleton of an endpoint.

mod files;
mod project;
mod workspace;

pub use files::{NewFile, NotWritten, create};
pub use project::{Project, crate_name_for, project};
pub use workspace::{Membership, join};
