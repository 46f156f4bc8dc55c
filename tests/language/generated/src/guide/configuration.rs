// Written by docwright from specs: change that, and run it again.

//! Configuration: what can be set, and what holds if it is not.
//!
//! A client's settings hold for all its calls; those of a call hold for that call alone.
//!
//! ```no_run
//! # #[cfg(all(feature = "default-api", feature = "ureq"))]
//! # fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use std::time::Duration;
//! use language_clients::default::{Auth, BlockingClient, ClientCall, DEFAULT};
//!
//! fn send(request: ClientCall) -> Result<(), Box<dyn std::error::Error>> {
//!     let client = BlockingClient::builder(DEFAULT, Auth::none_at_all("key"))
//!         .timeout(Duration::from_secs(10))
//!         .retries(4)
//!         .build()?;
//!     client.call(request).deadline(Duration::from_secs(20)).header("x-trace", "7f3a").send()?;
//!     Ok(())
//! }
//! # Ok(())
//! # }
//! ```
//!
//! | what | method | client | call | if not set |
//! |---|---|---|---|---|
//! | [credentials](super::auth) | `auth` | [`builder`], [`with_auth`] | [yes][Call::auth] | |
//! | optional headers that the API documents | `settings` | [yes][Builder::settings] | [yes][Call::settings] | none |
//! | any other header | `header` | [yes][Builder::header] | [yes][Call::header] | none |
//! | a field that the API does not document | `extra_field` | | [yes][Call::extra_field] | none |
//! | another of the media types that the API documents | `media_type` | | [yes][Call::media_type] | the first one |
//! | what broken rules mean | `policy` | [yes][Builder::policy] | [yes][Call::policy] | see [validation](super::validation) |
//! | who hears of [deviations](super::deviations) | `observer` | [yes][Builder::observer] | | nobody |
//! | time for one attempt | `timeout` | [yes][Builder::timeout] | [yes][Call::timeout] | 30 seconds |
//! | time for all attempts and the waits between them | `deadline` | [yes][Builder::deadline] | [yes][Call::deadline] | 2 minutes |
//! | bound on an answer's body | `max_response` | [yes][Builder::max_response] | [yes][Call::max_response] | 16 MiB |
//! | that a repeat is harmless | `idempotent` | | [yes][Call::idempotent] | what the API documents, else by the method |
//! | [retries](super::retries) beyond the first attempt | `retries` | [yes][Builder::retries] | [yes][Call::retries] | 2 |
//! | retries of all calls together | `retry_budget` | [yes][Builder::retry_budget] | | 100, and a tenth of the successes |
//! | `User-Agent` | `user_agent` | [yes][Builder::user_agent] | | this crate and its version |
//! | certificates to trust | `trust` | [yes][Builder::trust] | | those of the system |
//! | a proxy | `proxy` | [yes][Builder::proxy] | | none, not even that of the environment |
//!
//! A call adds to the client's settings, headers and policy, and overrides them where both say
//! something.
//!
//! # What the API does not document
//!
//! A server may take more than its documentation says. [`header`][Call::header] and
//! [`extra_field`][Call::extra_field] send it, and nothing validates it:
//!
//! ```no_run
//! # #[cfg(all(feature = "default-api", feature = "ureq"))]
//! # fn example() -> Result<(), Box<dyn std::error::Error>> {
//! use language_clients::default::{BlockingClient, ClientCall};
//! use language_clients::runtime::JsonObject;
//!
//! fn send(client: &BlockingClient, request: &ClientCall) {
//!     let origin = JsonObject::new().with("name", "shop").with("version", 3);
//!     let sent = client.call(request).extra_field("origin", origin).header("x-beta", "1").send();
//!     println!("{}", sent.is_ok());
//! }
//! # Ok(())
//! # }
//! ```
//!
//! A field that the request writes itself is an error, and so is one for a body that is neither a JSON
//! object nor a form.
//!
//! # The server
//!
//! Each documented server is a constant of the API's module, or a function where its address has
//! variables. Any other address is given as text: `http(s)://host[:port][/path]`, without a query,
//! a fragment or a user.
//!
//! # One client, many calls
//!
//! A client is cheap to clone, and a clone shares everything: connections, settings, observer, retry
//! budget. It is `Send` and `Sync`. The asynchronous `send` validates and encodes at once and returns
//! a future that borrows nothing, so that `tokio::spawn(client.send(&request))` compiles. A request
//! goes by value or by reference; what went by reference can be sent again.
//!
//! [Builder::deadline]: crate::runtime::client::Builder::deadline
//! [Builder::max_response]: crate::runtime::client::Builder::max_response
//! [Builder::observer]: crate::runtime::client::Builder::observer
//! [Builder::policy]: crate::runtime::client::Builder::policy
//! [Builder::proxy]: crate::runtime::client::Builder::proxy
//! [Builder::header]: crate::runtime::client::Builder::header
//! [Builder::retry_budget]: crate::runtime::client::Builder::retry_budget
//! [Builder::retries]: crate::runtime::client::Builder::retries
//! [Builder::settings]: crate::runtime::client::Builder::settings
//! [Builder::timeout]: crate::runtime::client::Builder::timeout
//! [Builder::trust]: crate::runtime::client::Builder::trust
//! [Builder::user_agent]: crate::runtime::client::Builder::user_agent
//! [Call::auth]: crate::runtime::client::Call::auth
//! [Call::deadline]: crate::runtime::client::Call::deadline
//! [Call::extra_field]: crate::runtime::client::Call::extra_field
//! [Call::header]: crate::runtime::client::Call::header
//! [Call::idempotent]: crate::runtime::client::Call::idempotent
//! [Call::max_response]: crate::runtime::client::Call::max_response
//! [Call::media_type]: crate::runtime::client::Call::media_type
//! [Call::policy]: crate::runtime::client::Call::policy
//! [Call::retries]: crate::runtime::client::Call::retries
//! [Call::settings]: crate::runtime::client::Call::settings
//! [Call::timeout]: crate::runtime::client::Call::timeout
//! [`builder`]: crate::runtime::client::Client::builder
//! [`with_auth`]: crate::runtime::client::Client::with_auth
