// Written by docwright from specs: change that, and run it again.

//! Typed clients and validators for four messaging APIs.
//!
//! ```no_run
//! # #[cfg(all(feature = "ninety_nine_digital", feature = "ureq"))]
//! # fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use message_clients::ninety_nine_digital::{
//!     AccountId, Auth, BlockingClient, ConversationId, CreateMessage, PRODUCTION,
//! };
//!
//! let client = BlockingClient::builder(PRODUCTION, Auth::api_key("key")).build()?;
//! let request = CreateMessage::new(AccountId(1), ConversationId(1), "string");
//! let answer = client.send(request)?;
//! println!("{:?}", answer.id);
//! # Ok(())
//! # }
//! ```
//!
//! | feature | what it adds |
//! |---|---|
//! | `ninety_nine_digital` | 99digital |
//! | `omnidesk` | Omnidesk |
//! | `pland` | PlanD |
//! | `superoffice` | SuperOffice CRM WebAPI |
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

pub mod guide;
#[cfg(feature = "ninety_nine_digital")]
pub mod ninety_nine_digital;
#[cfg(feature = "omnidesk")]
pub mod omnidesk;
#[cfg(feature = "pland")]
pub mod pland;
pub mod runtime;
#[cfg(feature = "superoffice")]
pub mod superoffice;
