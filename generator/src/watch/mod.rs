//! Specs that are looked at again and again: which files they are, when to look, and what is new in what was found.
//!
//! Three rules keep a save from being lost, however an editor writes it:
//! - **What the system tells only says "look again".** Whether a run is due, the bytes of the files say.
//! - **First listen, then look, then run.** What changes before the look is seen by it, what changes later is heard of.
//! - **Folders are listened to, and all of them anew before each look.** A folder that was replaced is another one.

mod inputs;
mod news;
mod resolve;
mod signals;

pub(crate) use inputs::Inputs;
pub(crate) use news::{Known, News};
pub(crate) use signals::{Hearing, Signals};
