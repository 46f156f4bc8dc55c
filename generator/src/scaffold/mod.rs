//! What is written for people to go on with: a new project, and the skeleton of an endpoint.

mod address;
mod credential;
mod curl;
mod infer;
mod json;
mod outline;
mod project;
mod shell;
mod skeleton;
#[cfg(test)]
mod tests;
mod text;
mod workspace;

pub use crate::disk::together::NewFile;
pub use curl::{Curl, Unread, read as read_curl};
pub use project::{Project, crate_name_for, project};
pub use skeleton::{NoAddress, Skeleton, Wish, skeleton};
pub use workspace::{Membership, join};
