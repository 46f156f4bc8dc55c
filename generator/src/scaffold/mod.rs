//! What is written for people to go on with: a new project, and the skeleton of an endpoint.

mod address;
mod credential;
mod curl;
mod files;
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

pub use curl::{Curl, Unread, read as read_curl};
pub use files::{NewFile, NotWritten, create};
pub use project::{Project, crate_name_for, project};
pub use skeleton::{NoAddress, Skeleton, Wish, skeleton};
pub use workspace::{Membership, join};
