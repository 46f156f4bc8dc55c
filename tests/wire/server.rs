//! An HTTP server on loopback that answers with prepared bytes and keeps what it was sent.

use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

/// How long a test waits for what must come.
const PATIENCE: Duration = Duration::from_secs(10);

/// What becomes of a request.
#[derive(Clone, Debug)]
pub enum Answer {
    /// These bytes come back, then the connection is closed.
    Bytes(Vec<u8>),
    /// The connection is closed without a word.
    Closed,
    /// Nothing comes, and the connection stays open.
    Silence,
}

impl Answer {
    /// A status with headers and a body.
    pub fn new(status: u16, headers: &[(&str, &str)], body: &str) -> Self {
        let lines = headers.iter().map(|(name, value)| [name, ": ", value, "\r\n"].concat()).collect::<String>();
        let length = body.len();
        let head = format!("HTTP/1.1 {status} Status\r\nconnection: close\r\ncontent-length: {length}\r\n{lines}\r\n");
        Self::Bytes((head + body).into_bytes())
    }

    /// A status with a JSON body.
    pub fn json(status: u16, body: &str) -> Self {
        Self::new(status, &[("content-type", "application/json; charset=utf-8")], body)
    }

    /// A status without a body.
    pub fn empty(status: u16) -> Self {
        Self::new(status, &[], "")
    }
}

/// A server that lives as long as the test.
pub struct Server {
    /// Its address: scheme, host and port.
    pub url: String,
    requests: Receiver<Received>,
}

/// A connection, encrypted or not.
pub trait Connection: Read + Write + Send {}
impl<C: Read + Write + Send> Connection for C {}

impl Server {
    /// One connection per answer; later ones are refused.
    pub fn answering(answers: impl IntoIterator<Item = Answer>) -> Self {
        Self::over("http", answers, Ok)
    }

    /// The same behind something that takes each connection first, such as TLS.
    pub fn over<C: Connection + 'static>(
        scheme: &str,
        answers: impl IntoIterator<Item = Answer>,
        accept: impl Fn(TcpStream) -> io::Result<C> + Send + 'static,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let url = format!("{scheme}://localhost:{}", listener.local_addr().expect("an address").port());
        let url = if scheme == "http" { url.replace("localhost", "127.0.0.1") } else { url };
        let answers: Vec<Answer> = answers.into_iter().collect();
        let (sender, requests) = channel();
        thread::spawn(move || {
            let mut open = Vec::new();
            for answer in answers {
                let Ok(mut connection) = listener.accept().and_then(|(stream, _)| accept(stream)) else { continue };
                let Ok(received) = Received::read(&mut connection) else { continue };
                _ = sender.send(received);
                match answer {
                    Answer::Bytes(bytes) => _ = connection.write_all(&bytes).and_then(|()| connection.flush()),
                    Answer::Closed => {}
                    Answer::Silence => open.push(connection),
                }
            }
            if !open.is_empty() {
                thread::sleep(PATIENCE);
            }
        });
        Self { url, requests }
    }

    /// The next request that came.
    pub fn request(&self) -> Received {
        self.requests.recv_timeout(PATIENCE).expect("a request")
    }

    /// Whether no more requests came; asked once the client has its answer.
    pub fn is_quiet(&self) -> bool {
        matches!(
            self.requests.recv_timeout(Duration::from_millis(50)),
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected)
        )
    }
}

/// A request as it came over the wire.
#[derive(Debug)]
pub struct Received {
    /// `POST /path HTTP/1.1`.
    pub line: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Received {
    fn read(connection: &mut impl Read) -> io::Result<Self> {
        let mut bytes = Vec::new();
        let mut buffer = [0; 4096];
        loop {
            if let Some(received) = Self::parse(&bytes) {
                return Ok(received);
            }
            match connection.read(&mut buffer)? {
                0 => return Err(io::ErrorKind::UnexpectedEof.into()),
                count => bytes.extend_from_slice(&buffer[..count]),
            }
        }
    }

    /// A whole request; nothing where more is to come.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
        let head = String::from_utf8(bytes[..end].to_vec()).expect("a head is ASCII here");
        let mut lines = head.split("\r\n");
        let line = lines.next()?.to_owned();
        let headers: Vec<(String, String)> = lines
            .map(|line| line.split_once(": ").expect("a name and a value"))
            .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
            .collect();
        let mut received = Self { line, headers, body: Vec::new() };
        let length = received.header("content-length").map_or(0, |length| length.parse().expect("a length"));
        received.body = bytes.get(end + 4..end + 4 + length)?.to_vec();
        assert_eq!(bytes.len(), end + 4 + length, "nothing comes behind the body");
        Some(received)
    }

    /// A header, by its name in lower case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(other, _)| other == name).map(|(_, value)| value.as_str())
    }

    /// All headers as they came, names in lower case.
    pub fn each_header(&self) -> impl Iterator<Item = (&str, &str)> {
        self.headers.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// What parts a multipart body.
    pub fn boundary(&self) -> Option<&str> {
        self.header("content-type")?.strip_prefix("multipart/form-data; boundary=")
    }

    /// All headers, sorted, save those that each library words in its own way.
    pub fn headers(&self) -> Vec<String> {
        let told = self.headers.iter().filter(|(name, _)| !matches!(name.as_str(), "host" | "user-agent"));
        let word = |(name, value): &(String, String)| match value.split_once("; boundary=") {
            Some((media_type, _)) => format!("{name}: {media_type}; boundary="),
            None => format!("{name}: {value}"),
        };
        let mut words: Vec<String> = told.map(word).collect();
        words.sort();
        words
    }

    /// The body as text.
    pub fn text(&self) -> &str {
        str::from_utf8(&self.body).expect("a body of text")
    }

    /// How many bytes the body has.
    pub fn length(&self) -> usize {
        self.body.len()
    }

    /// The parts of a multipart body, name and text, as an independent parser reads them; none has more headers than its name.
    pub fn parts(&self) -> Vec<(String, String)> {
        let media_type = self.header("content-type").expect("a media type");
        let boundary = multer::parse_boundary(media_type).expect("a boundary");
        let body = futures_util::stream::iter([Ok::<_, io::Error>(self.body.clone())]);
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime of tokio");
        runtime.block_on(async {
            let mut multipart = multer::Multipart::new(body, boundary);
            let mut parts = Vec::new();
            while let Some(part) = multipart.next_field().await.expect("a part") {
                assert_eq!(part.headers().len(), 1, "{:?}", part.headers());
                let name = part.name().expect("a name").to_owned();
                parts.push((name, part.text().await.expect("a text")));
            }
            parts
        })
    }
}
