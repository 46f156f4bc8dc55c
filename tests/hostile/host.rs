//! A server on loopback that plays a part on each connection, over TCP as it is or over TLS, and keeps what arrived.

use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use rustls::{ServerConnection, StreamOwned};
use socket2::SockRef;

use crate::certificate;

/// After this a connection is given up: longer than any call may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// How a server is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    Http,
    Https,
}

/// Both ways.
pub const SCHEMES: [Scheme; 2] = [Scheme::Http, Scheme::Https];

/// Waits until what was written has surely come.
pub fn pause() {
    thread::sleep(Duration::from_millis(50));
}

/// What a server does with a connection, which is closed at the end and where something fails.
pub type Part = Arc<dyn Fn(&mut Peer) -> io::Result<()> + Send + Sync>;

/// A server.
pub struct Host {
    /// Scheme, host and port.
    pub url: String,
    shared: Arc<Shared>,
    address: SocketAddr,
    accepting: Option<JoinHandle<()>>,
}

#[derive(Default)]
struct Shared {
    arrived: Mutex<Vec<Arrived>>,
    open: Mutex<BTreeMap<usize, TcpStream>>,
    connections: AtomicUsize,
    ended: AtomicBool,
}

/// A request that arrived, the body counted and not kept.
#[derive(Clone, Debug, Default)]
pub struct Arrived {
    /// Head, as it came.
    pub head: String,
    /// How many bytes of the body came.
    pub body: usize,
    /// Whether all of it came.
    pub whole: bool,
}

impl Arrived {
    fn of(head: &[u8]) -> Self {
        Self { head: String::from_utf8_lossy(head).into_owned(), body: 0, whole: false }
    }

    /// The value of a header, by its name in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut lines = self.head.split("\r\n").filter_map(|line| line.split_once(':'));
        lines.find(|(other, _)| other.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
    }

    fn length(&self) -> usize {
        self.header("content-length").and_then(|length| length.parse().ok()).unwrap_or_default()
    }
}

impl Host {
    /// A server that plays this part on each connection, behind a handshake of TLS where the scheme asks for it.
    pub fn start(scheme: Scheme, part: impl Fn(&mut Peer) -> io::Result<()> + Send + Sync + 'static) -> Self {
        Self::play(scheme, scheme, Arc::new(part))
    }

    /// A server of TLS whose part includes the handshake.
    pub fn without_handshake(part: impl Fn(&mut Peer) -> io::Result<()> + Send + Sync + 'static) -> Self {
        Self::play(Scheme::Https, Scheme::Http, Arc::new(part))
    }

    fn play(told: Scheme, spoken: Scheme, part: Part) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
        let address = listener.local_addr().expect("an address");
        let shared = Arc::new(Shared::default());
        let accepting = thread::spawn({
            let shared = Arc::clone(&shared);
            move || accept(&listener, &shared, spoken, &part)
        });
        let name = if told == Scheme::Http { "http" } else { "https" };
        Self { url: format!("{name}://{address}"), shared, address, accepting: Some(accepting) }
    }

    /// The port.
    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// What arrived so far, whole or not.
    pub fn arrived(&self) -> Vec<Arrived> {
        lock(&self.shared.arrived).clone()
    }

    /// How many connections were made so far.
    pub fn connections(&self) -> usize {
        self.shared.connections.load(Ordering::SeqCst)
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.shared.ended.store(true, Ordering::SeqCst);
        for stream in lock(&self.shared.open).values() {
            _ = stream.shutdown(Shutdown::Both);
        }
        if TcpStream::connect(self.address).is_ok()
            && let Some(accepting) = self.accepting.take()
        {
            _ = accepting.join(); // it was waiting for this connection
        }
    }
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>, scheme: Scheme, part: &Part) {
    let mut playing: Vec<JoinHandle<()>> = Vec::new();
    for stream in listener.incoming() {
        let Ok(stream) = stream else { break };
        if shared.ended.load(Ordering::SeqCst) {
            break;
        }
        let number = shared.connections.fetch_add(1, Ordering::SeqCst);
        let (shared, part) = (Arc::clone(shared), Arc::clone(part));
        playing.retain(|thread| !thread.is_finished());
        playing.push(thread::spawn(move || {
            if let Ok(mut peer) = Peer::over(stream, number, &shared, scheme) {
                _ = part(&mut peer);
                peer.leave();
            }
            lock(&shared.open).remove(&number);
        }));
    }
    for part in playing {
        _ = part.join();
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

enum Wire {
    Plain(TcpStream),
    Tls(Box<StreamOwned<ServerConnection, TcpStream>>),
}

/// The server's end of a connection.
pub struct Peer {
    /// The count of the connection, from 0 on.
    pub number: usize,
    wire: Wire,
    shared: Arc<Shared>,
    /// What came behind the last request.
    rest: Vec<u8>,
    /// Whether the connection ends without a word of TLS.
    is_rude: bool,
}

impl Peer {
    fn over(stream: TcpStream, number: usize, shared: &Arc<Shared>, scheme: Scheme) -> io::Result<Self> {
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        stream.set_write_timeout(Some(PATIENCE))?;
        lock(&shared.open).insert(number, stream.try_clone()?);
        let wire = Wire::Plain(stream);
        let mut peer = Self { number, wire, shared: Arc::clone(shared), rest: Vec::new(), is_rude: false };
        if scheme == Scheme::Https {
            peer.shake_hands()?;
        }
        Ok(peer)
    }

    /// Speaks TLS from now on.
    pub fn shake_hands(&mut self) -> io::Result<()> {
        let Wire::Plain(stream) = &self.wire else { return Ok(()) };
        let mut stream = stream.try_clone()?;
        let mut connection = ServerConnection::new(certificate::config()).map_err(io::Error::other)?;
        while connection.is_handshaking() {
            connection.complete_io(&mut stream)?;
        }
        self.wire = Wire::Tls(Box::new(StreamOwned::new(connection, stream)));
        Ok(())
    }

    const fn stream(&self) -> &TcpStream {
        match &self.wire {
            Wire::Plain(stream) => stream,
            Wire::Tls(stream) => &stream.sock,
        }
    }

    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match &mut self.wire {
            Wire::Plain(stream) => stream.read(buffer),
            Wire::Tls(stream) => stream.read(buffer),
        }
    }

    /// Reads a head, and counts the request as begun.
    pub fn head(&mut self) -> io::Result<Arrived> {
        let mut bytes = std::mem::take(&mut self.rest);
        let body_at = loop {
            if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
                break end + 4;
            }
            let mut buffer = [0; 4096];
            match self.read(&mut buffer) {
                Ok(count @ 1..) => bytes.extend_from_slice(&buffer[..count]),
                broken => {
                    if !bytes.is_empty() {
                        self.keep(Arrived::of(&bytes));
                    }
                    return Err(broken.err().unwrap_or_else(|| io::ErrorKind::UnexpectedEof.into()));
                }
            }
        };
        self.rest = bytes.split_off(body_at);
        let arrived = Arrived::of(&bytes);
        self.keep(arrived.clone());
        Ok(arrived)
    }

    fn keep(&self, arrived: Arrived) {
        lock(&self.shared.arrived).push(arrived);
    }

    /// Reads so much of a body, and says how much came.
    pub fn body(&mut self, length: usize) -> io::Result<usize> {
        let mut count = self.rest.len().min(length);
        self.rest.drain(..count);
        let mut buffer = [0; 16 << 10];
        while count < length {
            let most = buffer.len().min(length - count);
            match self.read(&mut buffer[..most])? {
                0 => return Err(io::ErrorKind::UnexpectedEof.into()),
                came => count += came,
            }
        }
        Ok(count)
    }

    /// Reads a whole request.
    pub fn request(&mut self) -> io::Result<Arrived> {
        let arrived = self.head()?;
        let body = self.body(arrived.length())?;
        let arrived = Arrived { body, whole: true, ..arrived };
        let mut list = lock(&self.shared.arrived);
        if let Some(begun) = list.iter_mut().rev().find(|begun| !begun.whole && begun.head == arrived.head) {
            *begun = arrived.clone();
        }
        Ok(arrived)
    }

    /// Reads the first bytes of whatever comes.
    pub fn some(&mut self, count: usize) -> io::Result<Vec<u8>> {
        let mut bytes = vec![0; count];
        let mut filled = 0;
        while filled < count {
            match self.read(&mut bytes[filled..])? {
                0 => return Err(io::ErrorKind::UnexpectedEof.into()),
                came => filled += came,
            }
        }
        Ok(bytes)
    }

    pub fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        match &mut self.wire {
            Wire::Plain(stream) => stream.write_all(bytes),
            Wire::Tls(stream) => stream.write_all(bytes).and_then(|()| stream.flush()),
        }
    }

    /// Writes several things, each in a record of its own where there is TLS, so that they arrive at once.
    pub fn write_together(&mut self, parts: &[&[u8]]) -> io::Result<()> {
        match &mut self.wire {
            Wire::Plain(stream) => stream.write_all(&parts.concat()),
            Wire::Tls(stream) => {
                parts.iter().try_for_each(|part| stream.conn.writer().write_all(part))?;
                let mut records = Vec::new();
                while stream.conn.wants_write() {
                    stream.conn.write_tls(&mut records)?;
                }
                stream.sock.write_all(&records)
            }
        }
    }

    /// Reads a request and writes an answer.
    pub fn answer(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.request()?;
        self.write(bytes)
    }

    /// Writes again and again until nobody takes it any more, or far more was taken than anybody should.
    pub fn endlessly(&mut self, bytes: &[u8]) -> io::Result<()> {
        let mut left = 1_usize << 30;
        while left > 0 && !self.is_over() {
            self.write(bytes)?;
            left = left.saturating_sub(bytes.len());
        }
        Ok(())
    }

    /// Writes now and then, until nobody takes it any more.
    pub fn trickle(&mut self, bytes: &[u8]) -> io::Result<()> {
        let start = Instant::now();
        while start.elapsed() < PATIENCE && !self.is_over() {
            self.write(bytes)?;
            thread::sleep(Duration::from_millis(20));
        }
        Ok(())
    }

    /// Keeps the connection open, reads and throws away what comes, until the other side leaves.
    pub fn hold(&mut self) -> io::Result<()> {
        let mut buffer = [0; 16 << 10];
        while self.read(&mut buffer)? > 0 {}
        Ok(())
    }

    /// Keeps the connection open and reads nothing, until the test is over.
    pub fn freeze(&self) {
        let start = Instant::now();
        while start.elapsed() < PATIENCE && !self.is_over() {
            thread::sleep(Duration::from_millis(5));
        }
    }

    fn is_over(&self) -> bool {
        self.shared.ended.load(Ordering::SeqCst)
    }

    /// Ends the connection by RST.
    pub fn reset(&mut self) -> io::Result<()> {
        self.is_rude = true;
        SockRef::from(self.stream()).set_linger(Some(Duration::ZERO))
    }

    /// Ends the connection by FIN, without a word of TLS.
    pub const fn cut(&mut self) {
        self.is_rude = true;
    }

    /// Writes below TLS.
    pub fn write_raw(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.stream().write_all(bytes)
    }

    /// Closes: FIN, and what still comes is read, since the kernel answers by RST where something is left unread.
    fn leave(&mut self) {
        if let (Wire::Tls(stream), false) = (&mut self.wire, self.is_rude) {
            stream.conn.send_close_notify();
            _ = stream.flush();
        }
        let is_reset = SockRef::from(self.stream()).linger().is_ok_and(|linger| linger.is_some());
        if !is_reset && self.stream().shutdown(Shutdown::Write).is_ok() {
            _ = self.stream().set_read_timeout(Some(Duration::from_secs(2)));
            let mut buffer = [0; 16 << 10];
            while self.stream().read(&mut buffer).is_ok_and(|count| count > 0) {}
        }
    }
}
