//! Connections of ureq, watched for what it does not look at: what is left in the buffers below TLS, answers that came
//! before the request was read, and ends that are none.

use std::io::{self, ErrorKind};

use ureq::Error;
use ureq::unversioned::transport::{Buffers, ConnectionDetails, Connector, NextTimeout, Transport};

/// Watches the connections of the connector before it in a chain.
#[derive(Debug)]
pub(super) struct Watching;

impl<In: Transport> Connector<In> for Watching {
    type Out = Watched<In>;

    fn connect(&self, _: &ConnectionDetails, chained: Option<In>) -> Result<Option<Watched<In>>, Error> {
        Ok(chained.map(|inner| Watched { inner, unread: None }))
    }
}

/// A connection.
#[derive(Debug)]
pub(super) struct Watched<T> {
    inner: T,
    /// Why the server reads no more of the request.
    unread: Option<io::Error>,
}

impl<T: Transport> Transport for Watched<T> {
    fn buffers(&mut self) -> &mut dyn Buffers {
        self.inner.buffers()
    }

    /// A server that reads no further may have said why: the rest of the request goes nowhere, and its answer is looked
    /// for.
    fn transmit_output(&mut self, amount: usize, timeout: NextTimeout) -> Result<(), Error> {
        if self.unread.is_some() {
            return Ok(());
        }
        match self.inner.transmit_output(amount, timeout) {
            Err(Error::Io(error)) if is_broken_off(&error) => self.unread = Some(error),
            outcome => outcome?,
        }
        Ok(())
    }

    /// ureq takes these errors for the end of a body without a length, which FIN and the farewell of TLS are alone.
    fn await_input(&mut self, timeout: NextTimeout) -> Result<bool, Error> {
        match (self.inner.await_input(timeout), self.unread.take()) {
            (Ok(false), Some(unread)) => Err(Error::Other(unread.into())),
            (Err(Error::Io(error)), _) if is_broken_off(&error) => Err(Error::Other(error.into())),
            (outcome, unread) => {
                self.unread = unread;
                outcome
            }
        }
    }

    /// What is left in the buffers would pass for the answer to the next request.
    fn is_open(&mut self) -> bool {
        self.unread.is_none() && self.inner.buffers().input().is_empty() && self.inner.is_open()
    }

    fn is_tls(&self) -> bool {
        self.inner.is_tls()
    }
}

fn is_broken_off(error: &io::Error) -> bool {
    use ErrorKind::{BrokenPipe, ConnectionAborted, ConnectionReset, UnexpectedEof};
    matches!(error.kind(), BrokenPipe | ConnectionAborted | ConnectionReset | UnexpectedEof)
}
