// Written by docwright from specs: change that, and run it again.

//! APIs that nobody offers, made to hold whatever the language can say.
//!
//! ```no_run
//! # #[cfg(all(feature = "default-api", feature = "ureq"))]
//! # fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use language_clients::runtime::JsonObject;
//! use language_clients::default::{Auth, BlockingClient, ClientCall, DEFAULT};
//!
//! let client = BlockingClient::builder(DEFAULT, Auth::none_at_all("key")).build()?;
//! let request = ClientCall::new("a/b", [1], ["text"], None, JsonObject::new(), "h");
//! let answer = client.send(request)?;
//! println!("{:?}", answer.ok);
//! # Ok(())
//! # }
//! ```
//!
//! | feature | what it adds |
//! |---|---|
//! | `default-api` | Obstacles |
//! | `http` | HTTP |
//! | `lib` | Lib |
//! | `main` | Main |
//! | `rocketchat` | Rocket.Chat |
//! | `superoffice_crm` | SuperOffice REST API |
//! | `tracing-api` | Tracing |
//! | `workshop` | Workshop |
//! | `reqwest` | for each API an asynchronous `Client` over reqwest |
//! | `ureq` | for each API a `BlockingClient` over ureq |
//! | `reqwest013`, `ureq3` | the same over a reqwest client or a ureq agent of your own, of these versions |
//! | `time` | times as values of the crate `time`, and from them |
//! | `tracing` | an event for each attempt and each outcome, for the crate `tracing` |
//! | `conformance` | a test of transports of your own |
//!
//! A request is validated before it is sent, with every violation reported at once. An answer is never
//! refused because it differs from the documentation: an [observer](guide::deviations) hears of it.
//!
//! The [guide] has a page on each of: [credentials](guide::auth), [configuration](guide::configuration),
//! [validation](guide::validation), [errors](guide::errors), [retries](guide::retries),
//! [deviations](guide::deviations), [transports](guide::transports), [testing](guide::testing). Types and
//! messages need no feature but that of their API, and do no input or output.

#![forbid(unsafe_code)]

#[cfg(feature = "default-api")]
pub mod default;
pub mod guide;
#[cfg(feature = "http")]
pub mod http;
#[cfg(feature = "lib")]
pub mod lib_;
#[cfg(feature = "main")]
pub mod main_;
#[cfg(feature = "rocketchat")]
pub mod rocketchat;
pub mod runtime;
#[cfg(feature = "superoffice_crm")]
pub mod superoffice_crm;
#[cfg(feature = "tracing-api")]
pub mod tracing;
#[cfg(feature = "workshop")]
pub mod workshop;
