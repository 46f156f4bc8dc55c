// Written by docwright from specs/requires: change that, and run it again.

//! Requires. What must be given, and what may be left out.

pub mod add_note;
pub mod move_note;

pub use add_note::AddNote;
pub use move_note::{MoveNote, MoveNoteRequired};

use crate::runtime::client::{self, Api, BlockingTransport, NoAuth, NoSettings};

/// The API; its clients are [`Client`] and [`BlockingClient`].
#[derive(Debug)]
#[non_exhaustive]
pub struct Requires;

/// The asynchronous client.
pub type Client = client::Client<Requires>;

/// The blocking client.
pub type BlockingClient = client::Client<Requires, dyn BlockingTransport>;

impl Api for Requires {
    type Auth = Auth;
    type Settings = NoSettings;
}

/// Nobody says who calls.
pub type Auth = NoAuth;
