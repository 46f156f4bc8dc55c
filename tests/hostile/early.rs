//! Answers before the request is read.

use message_clients::runtime::client::TransportErrorKind::Broken;

use crate::adapter::{Adapter, in_both};
use crate::case::{Case, run};
use crate::host::pause;

in_both!(answers_before_the_request_is_read);

/// More than the buffers of both ends hold.
const LARGE: usize = 10 << 20;

/// More than most hold.
const LESS: usize = 4 << 20;

const TOO_LARGE: &[u8] = b"HTTP/1.1 413 Content Too Large\r\nconnection: close\r\ncontent-length: 2\r\n\r\nno";

fn answers_before_the_request_is_read<T: Adapter>() {
    run::<T>(&[
        Case::refused("before anything is read, of what fits the buffers", 413, |peer| {
            peer.write(TOO_LARGE)?;
            peer.hold()
        })
        .requests(0)
        .or_breaks(&[Broken]),
        Case::refused("once the head is read, the body read and thrown away", 413, |peer| {
            peer.head()?;
            peer.write(TOO_LARGE)?;
            peer.hold()
        })
        .with_text(LARGE)
        .requests(0),
        Case::refused("once the head is read, then the end", 413, |peer| {
            peer.head()?;
            peer.write(TOO_LARGE)
        })
        .with_text(LARGE)
        .requests(0),
        Case::refused("once the head is read, then RST", 413, |peer| {
            peer.head()?;
            peer.write(TOO_LARGE)?;
            pause();
            peer.reset()
        })
        .with_text(LESS)
        .requests(0)
        .or_breaks(&[Broken]),
        Case::refused("in the middle of the body, then RST", 413, |peer| {
            peer.head()?;
            peer.body(LESS / 2)?;
            peer.write(TOO_LARGE)?;
            pause();
            peer.reset()
        })
        .with_text(LESS)
        .requests(0)
        .or_breaks(&[Broken]),
        Case::breaks("nothing, in the middle of the body", &[Broken], |peer| {
            peer.head()?;
            peer.body(LESS / 2)?;
            peer.reset()
        })
        .with_text(LESS)
        .requests(0),
    ]);
}
