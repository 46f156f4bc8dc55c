//! A server that keeps connections, and every byte that came over them.

use std::collections::BTreeMap;
use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

/// How long a test waits for what must come.
const PATIENCE: Duration = Duration::from_secs(60);

/// A request, as a parser that shares no code with the clients reads it.
#[derive(Debug)]
pub struct Raw {
    pub target: String,
    /// Each line of the head, names in lower case.
    pub headers: Vec<(String, Vec<u8>)>,
    pub body: Vec<u8>,
}

impl Raw {
    /// A whole request at the start of the bytes, and how many of them it takes up.
    fn parse(bytes: &[u8]) -> Option<(Self, usize)> {
        bytes.windows(4).any(|window| window == b"\r\n\r\n").then_some(())?;
        let mut headers = [httparse::EMPTY_HEADER; 64];
        let mut request = httparse::Request::new(&mut headers);
        let httparse::Status::Complete(head) = request.parse(bytes).expect("a head") else { return None };
        let headers: Vec<_> =
            request.headers.iter().map(|header| (header.name.to_ascii_lowercase(), header.value.to_vec())).collect();
        let named = |name| headers.iter().find(|(other, _)| other == name);
        assert!(named("transfer-encoding").is_none(), "lengths are announced");
        let length = named("content-length").map_or(0, |(_, value)| str::from_utf8(value).unwrap().parse().unwrap());
        let body = bytes.get(head..head + length)?.to_vec();
        let target = request.path.expect("a target").to_owned();
        Some((Self { target, headers, body }, head + length))
    }

    /// The one value of a header.
    pub fn header(&self, name: &str) -> &[u8] {
        let mut values = self.headers.iter().filter(|(other, _)| other == name).map(|(_, value)| value);
        let value = values.next().unwrap_or_else(|| panic!("no {name}: {self:?}"));
        assert_eq!(values.next(), None, "{name} stands twice");
        value
    }

    /// The head without what differs from text to text: the length, the boundary and the header of this name.
    pub fn rest(&self, own: &str) -> BTreeMap<&str, &[u8]> {
        let mut rest = BTreeMap::new();
        for (name, value) in
            self.headers.iter().filter(|(name, _)| !own.split(' ').any(|own| own == name) && name != "content-length")
        {
            let value = value.split(|byte| *byte == b'=').next().unwrap_or_default();
            assert_eq!(rest.insert(name.as_str(), value), None, "{name} stands twice");
        }
        rest
    }
}

/// A server on loopback that answers `200` with `{}`.
pub struct Keeper {
    pub url: String,
    connections: Arc<AtomicUsize>,
    requests: Receiver<Raw>,
}

impl Keeper {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let connections = Arc::new(AtomicUsize::new(0));
        let (sender, requests) = channel();
        let counted = Arc::clone(&connections);
        thread::spawn(move || {
            for connection in listener.incoming() {
                counted.fetch_add(1, Ordering::SeqCst);
                let sender = sender.clone();
                thread::spawn(move || connection.map(|connection| serve(connection, &sender)));
            }
        });
        Self { url, connections, requests }
    }

    /// How many connections were made.
    pub fn connections(&self) -> usize {
        self.connections.load(Ordering::SeqCst)
    }

    /// The only request that came since the last.
    pub fn request(&self) -> Raw {
        let request = self.requests.recv_timeout(PATIENCE).expect("a request");
        assert!(self.is_quiet(), "one call makes one request");
        request
    }

    pub fn is_quiet(&self) -> bool {
        self.requests.try_recv().is_err()
    }
}

fn serve(mut connection: TcpStream, to: &Sender<Raw>) {
    let (mut bytes, mut buffer) = (Vec::new(), vec![0; 1 << 20]);
    while let Ok(count @ 1..) = connection.read(&mut buffer) {
        bytes.extend_from_slice(&buffer[..count]);
        while let Some((request, length)) = Raw::parse(&bytes) {
            bytes.drain(..length);
            _ = to.send(request);
            let answer = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}";
            if connection.write_all(answer).is_err() {
                return;
            }
        }
    }
}
