//! A server on a loopback address that plays one part, and keeps what came.

use std::collections::BTreeMap;
use std::io::{self, Read, Write as _};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

/// What a server does with a connection; it is closed at the end, and where something fails.
pub(super) type Part = fn(&mut Peer) -> io::Result<()>;

/// After this, a connection is given up: longer than any attempt may take.
const PATIENCE: Duration = Duration::from_secs(40);

/// What a server can send that nobody reads: what the buffers of both ends hold.
pub(super) const MOST_WRITTEN: usize = 32 << 20;

/// How long a second attempt has to arrive.
const GRACE: Duration = Duration::from_millis(50);

/// A server in one case.
pub(super) struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    accepting: JoinHandle<()>,
}

#[derive(Default)]
struct Shared {
    seen: Mutex<Vec<Seen>>,
    /// Those that are open, by their numbers.
    streams: Mutex<BTreeMap<usize, TcpStream>>,
    connections: AtomicUsize,
    written: AtomicUsize,
    ended: AtomicBool,
}

/// What came to a server.
pub(super) struct Record {
    /// The requests, each of which began to arrive at least.
    pub(super) seen: Vec<Seen>,
    /// How many connections were made.
    pub(super) connections: usize,
    /// How many bytes could be sent.
    pub(super) written: usize,
}

/// A request, as far as it came.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen {
    /// Such as `POST /path HTTP/1.1`.
    pub(super) line: String,
    /// Names in lower case.
    pub(super) headers: Vec<(String, Vec<u8>)>,
    pub(super) body: Vec<u8>,
}

impl Seen {
    /// All values of a header.
    pub(super) fn all(&self, name: &str) -> Vec<&[u8]> {
        self.headers.iter().filter(|(other, _)| other == name).map(|(_, value)| value.as_slice()).collect()
    }

    fn parse(head: &[u8]) -> Self {
        let mut lines = head.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii);
        let line = String::from_utf8_lossy(lines.next().unwrap_or_default()).into_owned();
        let header = |line: &[u8]| {
            let colon = line.iter().position(|byte| *byte == b':')?;
            let name = String::from_utf8_lossy(line.get(..colon)?).to_ascii_lowercase();
            Some((name, line.get(colon + 1..)?.trim_ascii().to_vec()))
        };
        Self { line, headers: lines.filter_map(header).collect(), body: Vec::new() }
    }
}

impl Server {
    pub(super) fn start(part: Part) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared::default());
        let accepting = thread::spawn({
            let shared = Arc::clone(&shared);
            move || accept(&listener, &shared, part)
        });
        Ok(Self { address, shared, accepting })
    }

    pub(super) const fn address(&self) -> SocketAddr {
        self.address
    }

    /// Ends all connections, once all that was sent has arrived.
    pub(super) fn stop(self) -> Record {
        thread::sleep(GRACE);
        self.shared.ended.store(true, Ordering::SeqCst);
        for stream in lock(&self.shared.streams).values() {
            _ = stream.shutdown(Shutdown::Both);
        }
        if TcpStream::connect(self.address).is_ok() {
            _ = self.accepting.join(); // it was waiting for this connection
        }
        Record {
            seen: std::mem::take(&mut *lock(&self.shared.seen)),
            connections: self.shared.connections.load(Ordering::SeqCst),
            written: self.shared.written.load(Ordering::SeqCst),
        }
    }
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>, part: Part) {
    let mut playing = Vec::new();
    for stream in listener.incoming() {
        let Ok(stream) = stream else { break };
        if shared.ended.load(Ordering::SeqCst) {
            break;
        }
        let number = shared.connections.fetch_add(1, Ordering::SeqCst);
        let Ok(mut peer) = Peer::new(stream, number, shared) else { continue };
        playing.push(thread::spawn(move || part(&mut peer)));
    }
    for part in playing {
        _ = part.join();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The server's end of a connection.
pub(super) struct Peer {
    stream: TcpStream,
    number: usize,
    shared: Arc<Shared>,
    /// What came behind the last request.
    rest: Vec<u8>,
}

impl Peer {
    fn new(stream: TcpStream, number: usize, shared: &Arc<Shared>) -> io::Result<Self> {
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        lock(&shared.streams).insert(number, stream.try_clone()?);
        Ok(Self { stream, number, shared: Arc::clone(shared), rest: Vec::new() })
    }

    /// How many requests came so far, over whichever connection.
    pub(super) fn count(&self) -> usize {
        lock(&self.shared.seen).len()
    }

    /// Reads a request; one that breaks off is kept as far as it came.
    pub(super) fn request(&mut self) -> io::Result<()> {
        let mut bytes = std::mem::take(&mut self.rest);
        let outcome = self.whole(&mut bytes);
        if outcome.is_err() && !bytes.is_empty() {
            lock(&self.shared.seen).push(Seen::parse(&bytes));
        }
        outcome
    }

    fn whole(&mut self, bytes: &mut Vec<u8>) -> io::Result<()> {
        let body_at = loop {
            match bytes.windows(4).position(|window| window == b"\r\n\r\n") {
                Some(end) => break end + 4,
                None => self.more(bytes)?,
            }
        };
        let mut seen = Seen::parse(bytes.get(..body_at).unwrap_or_default());
        let length = seen.all("content-length").first().and_then(|text| str::from_utf8(text).ok()?.parse().ok());
        let end = body_at.saturating_add(length.unwrap_or(0));
        while bytes.len() < end {
            self.more(bytes)?;
        }
        self.rest = bytes.split_off(end);
        seen.body = bytes.split_off(body_at);
        lock(&self.shared.seen).push(seen);
        Ok(())
    }

    fn more(&mut self, bytes: &mut Vec<u8>) -> io::Result<()> {
        let mut buffer = vec![0; 64 << 10];
        let count = self.stream.read(&mut buffer)?;
        if count == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        bytes.extend_from_slice(buffer.get(..count).unwrap_or_default());
        Ok(())
    }

    /// Reads the beginning of a request.
    pub(super) fn beginning(&mut self) -> io::Result<()> {
        let mut bytes = vec![0; 100];
        self.stream.read_exact(&mut bytes)?;
        lock(&self.shared.seen).push(Seen::parse(&bytes));
        Ok(())
    }

    pub(super) fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.stream.write_all(bytes)?;
        self.shared.written.fetch_add(bytes.len(), Ordering::SeqCst);
        Ok(())
    }

    /// Writes until nobody takes it any more, or somebody took what nobody should.
    pub(super) fn endlessly(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut left = 2 * MOST_WRITTEN;
        while left > 0 {
            self.write(bytes)?;
            left = left.saturating_sub(bytes.len());
        }
        Ok(())
    }

    /// Writes a little now and then, until nobody takes it any more, or for longer than anybody should wait.
    pub(super) fn trickle(&mut self, bytes: &[u8]) -> io::Result<()> {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            self.write(bytes)?;
            thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }

    /// Keeps the connection open, and reads nothing, for longer than anybody should wait.
    pub(super) fn hold(&self) {
        let start = Instant::now();
        while start.elapsed() < PATIENCE && !self.shared.ended.load(Ordering::SeqCst) {
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Answers each request alike, until the other side leaves.
    pub(super) fn answer(&mut self, answer: &[u8]) -> io::Result<()> {
        loop {
            self.request()?;
            self.write(answer)?;
        }
    }

    /// Answers one request, and closes.
    pub(super) fn answer_once(&mut self, answer: &[u8]) -> io::Result<()> {
        self.request()?;
        self.write(answer)
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        lock(&self.shared.streams).remove(&self.number);
    }
}
