// Written by docwright from specs: change that, and run it again.

//! Validation: what is checked before a request is sent.
//!
//! A request that breaks a rule of its documentation is not sent. All that it breaks is reported at
//! once, each with a JSON Pointer, the rule, what was found and what is allowed:
//!
//! ```no_run
//! # #[cfg(feature = "default-api")]
//! # fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use language_clients::runtime::Validate as _;
//! use language_clients::default::ClientCall;
//!
//! fn print_mistakes(request: &ClientCall) {
//!     for violation in &request.violations() {
//!         // such as: /body/note: found 4 characters, allowed: at least 5 characters [min_length]
//!         println!("{violation}");
//!     }
//! }
//! # Ok(())
//! # }
//! ```
//!
//! A client does this by itself: `send` answers [`Error::Invalid`], and [`Error::violations`] is
//! the list. `Display` never shows a text that a person may have written; `{:#}` shows the start of
//! it, escaped and cut.
//!
//! # What a rule rests on
//!
//! | the rule is | in the documentation of a field | a request that breaks it |
//! |---|---|---|
//! | documented by the vendor's page | plain words | is refused |
//! | known from a better source | *Corrected* | is refused |
//! | inferred from an example or a name | *Inferred … (warns)* | is sent; the [observer](super::deviations) hears of it |
//!
//! `CORRECTIONS.md` lists the second and third kind, with their reasons.
//!
//! # Another level
//!
//! A [`Policy`] changes what a broken rule means: for a rule, for a place and all below it, for
//! both. The last entry that fits decides.
//!
//! ```
//! use language_clients::runtime::RuleId;
//! use language_clients::runtime::client::{Level, Policy};
//!
//! let policy = Policy::new()
//!     .rule(RuleId::Pattern, Level::Warn)
//!     .at("/body/metadata", Level::Off)
//!     .rule_at(RuleId::MaxLength, "/body/message", Level::Error);
//! ```
//!
//! [`Level::Error`] refuses, [`Level::Warn`] sends and tells the observer, [`Level::Off`] sends.
//! `Policy::all(Level::Error)` makes inferred rules as strict as documented ones. A pointer begins
//! with `/body`, `/headers` or `/path_parameters`; another one is an error, not an entry that never
//! fits.
//!
//! # What is not a rule
//!
//! What cannot be written at all is an [`Error::Build`], whatever the policy: a header with a line
//! break, a path argument that is empty or `.` or `..`.
//!
//! [`Error::Build`]: crate::runtime::client::Error::Build
//! [`Error::Invalid`]: crate::runtime::client::Error::Invalid
//! [`Error::violations`]: crate::runtime::client::Error::violations
//! [`Level::Error`]: crate::runtime::client::Level::Error
//! [`Level::Off`]: crate::runtime::client::Level::Off
//! [`Level::Warn`]: crate::runtime::client::Level::Warn
//! [`Policy`]: crate::runtime::client::Policy
