// Written by docwright from specs: change that, and run it again.

//! What the crate does as a whole, a page for each question. Each can be read by itself.
//!
//! | page | the question |
//! |---|---|
//! | [`auth`] | How are credentials given, for all calls or for one, and where do they go? |
//! | [`configuration`] | What can be set, for a client and for a call, and what holds if nothing is set? |
//! | [`validation`] | What is checked before a request is sent, and how is a rule relaxed? |
//! | [`errors`] | What can go wrong, did the message arrive, and what is to be done? |
//! | [`retries`] | When does a client try again by itself, and when never? |
//! | [`deviations`] | What happens when a server differs from its documentation? |
//! | [`transports`] | How do requests travel: reqwest, ureq, proxies, certificates, something else? |
//! | [`testing`] | How is code that uses this crate tested without a network? |
//!
//! A program for each API calls its endpoints and prints what is sent, what comes back and how a
//! refusal looks. It answers itself, so that no account is needed:
//!
//! ```console
//! $ cargo run -p language-clients --example default --features default-api,ureq
//! ```

pub mod auth;
pub mod configuration;
pub mod deviations;
pub mod errors;
pub mod retries;
pub mod testing;
pub mod transports;
pub mod validation;
