// Written by docwright from specs: change that, and run it again.

//! Deviations: what happens when a server differs from its documentation.
//!
//! Nothing is refused. An answer that differs is read as far as it goes, since the message was sent
//! and must not be lost over a field that nobody needs:
//!
//! | the server sends | the field reads as |
//! |---|---|
//! | a field that is not documented | nothing; the raw body has it |
//! | a value that is not listed | the value, kept as it came: `as_str()` of an enum has it |
//! | another JSON kind, or `null`, in an optional field | `None` |
//! | another JSON kind, `null` or nothing in a promised field | `Err(`[`Missing`]`)` in that field |
//! | an empty body where an object is documented | an object without fields |
//! | no JSON, or another kind than the documented one as a whole | no field: it is the one [`Error::Undecodable`]; the message was sent |
//!
//! A field that the documentation promises in every answer is a [`Promised`]: `answer.id?` turns
//! its absence into an error, only where you need it.
//!
//! # Who hears of it
//!
//! An [observer][`Observer`] hears of each [`Deviation`], in answers and in the bodies of refusals,
//! and of each broken rule of a request that only [warns](super::validation):
//!
//! ```no_run
//! # #[cfg(all(feature = "default-api", feature = "ureq"))]
//! # fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use language_clients::default::{Auth, BlockingClient, DEFAULT};
//! use language_clients::runtime::client::Finding;
//!
//! let client = BlockingClient::builder(DEFAULT, Auth::none_at_all("key"))
//!     .observer(|event| match event.finding {
//!         Finding::Sent(violation) => eprintln!("{} sent: {violation}", event.endpoint),
//!         Finding::Received(deviation) => eprintln!("{} received: {deviation}", event.endpoint),
//!         _ => {}
//!     })
//!     .build()?;
//! # Ok(())
//! # }
//! ```
//!
//! [`shared_observer`] takes one that several clients share. What it is told is safe to print in a
//! log: control characters are escaped, long texts cut, and of one message at most a hundred broken
//! rules are told one by one. The texts of people show in `{:#}` alone.
//!
//! An observer changes no result, and a panic of it is caught. It runs within the call: keep it quick.
//!
//! # As lines of JSON
//!
//! [`JsonLines`] writes one line for each event, with the place, the rule, what is allowed and what
//! kind of value came, and without the texts of people:
//!
//! ```no_run
//! # #[cfg(all(feature = "default-api", feature = "ureq"))]
//! # fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use language_clients::default::{Auth, BlockingClient, DEFAULT};
//! use language_clients::runtime::client::JsonLines;
//!
//! let file = std::fs::OpenOptions::new().create(true).append(true).open("deviations.jsonl")?;
//! let lines = JsonLines::new(file);
//! let client = BlockingClient::builder(DEFAULT, Auth::none_at_all("key"))
//!     .observer(lines.observer())
//!     .build()?;
//! # Ok(())
//! # }
//! ```
//!
//! ```json
//! {"time":"2026-01-31T12:00:00Z","api":"shop","endpoint":"order","method":"POST","path":"/orders",
//!  "direction":"received","status":200,"kind":"broken","pointer":"/body/state","rule":"enum",
//!  "inferred":false,"allowed":["open","paid"],"found":"string","characters":4}
//! ```
//!
//! That is one line, broken here to be read. [`JsonLines`] lists the fields; [`lost`] counts the lines
//! that could not be written.
//!
//! # For one call
//!
//! `client.call(request).send_full()` returns a [`Full`]: the typed body with status, headers, raw
//! body, the list of deviations and the number of attempts.
//!
//! [`Deviation`]: crate::runtime::Deviation
//! [`Error::Undecodable`]: crate::runtime::client::Error::Undecodable
//! [`Full`]: crate::runtime::client::Full
//! [`JsonLines`]: crate::runtime::client::JsonLines
//! [`lost`]: crate::runtime::client::JsonLines::lost
//! [`Missing`]: crate::runtime::Missing
//! [`Promised`]: crate::runtime::Promised
//! [`shared_observer`]: crate::runtime::client::Builder::shared_observer
//! [`Observer`]: crate::runtime::client::Observer
