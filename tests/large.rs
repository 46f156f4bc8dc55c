//! Specs of any number of endpoints, made from copies of the repository's own.

use std::fs;
use std::io;
use std::path::Path;

use crate::project::repository;

/// How many endpoints, and how they are spread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Endpoints in all.
    pub endpoints: usize,
    /// Endpoints of one API; the last API has what is left.
    pub per_api: usize,
}

/// An API's folder of the repository, and its endpoints.
type Original = (&'static str, &'static [&'static str]);

/// The originals, in the order in which they are copied: each of the five endpoints gets an equal share.
const ORIGINALS: [Original; 5] = [
    ("superoffice", &["add_chat_session_message"]),
    ("omnidesk", &["create_message", "create_chatbot_message"]),
    ("pland", &["send_note"]),
    ("ninety_nine_digital", &["create_message"]),
    ("omnidesk", &["create_chatbot_message", "create_message"]),
];

/// Writes specs of a size to a folder: `docwright.yaml`, and APIs that are copies of the repository's in turn.
///
/// A copy of an endpoint differs from its original by its name, and by its path, which begins with that name.
///
/// # Errors
/// When the repository's specs cannot be read, or the copies not be written.
pub fn write(size: Size, specs: &Path) -> io::Result<()> {
    let originals = repository().join("specs");
    fs::create_dir_all(specs)?;
    fs::copy(originals.join("docwright.yaml"), specs.join("docwright.yaml"))?;
    for (number, first) in (0..size.endpoints).step_by(size.per_api.max(1)).enumerate() {
        let (original, endpoints) = ORIGINALS[number % ORIGINALS.len()];
        let (from, to) = (originals.join(original), specs.join(format!("{original}_{number}")));
        fs::create_dir_all(&to)?;
        fs::copy(from.join("api.yaml"), to.join("api.yaml"))?;
        let texts: Vec<(&str, String)> = endpoints
            .iter()
            .map(|endpoint| Ok((*endpoint, fs::read_to_string(from.join(format!("{endpoint}.yaml")))?)))
            .collect::<io::Result<_>>()?;
        let count = size.per_api.min(size.endpoints - first);
        for (number, (endpoint, text)) in texts.iter().cycle().take(count).enumerate() {
            let name = format!("{endpoint}_{number}");
            let text = text.replace("\npath: /", &format!("\npath: /{name}/"));
            fs::write(to.join(format!("{name}.yaml")), text)?;
        }
    }
    Ok(())
}
