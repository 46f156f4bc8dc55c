//! A server on loopback that keeps its connections, so that what is measured is the client.

use std::io::{self, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// A server that answers each path that holds a word with a body of JSON, as long as the process lives.
pub struct Server {
    /// Its address: scheme, host and port.
    pub url: String,
    last: Arc<Mutex<Vec<u8>>>,
}

impl Server {
    /// A server of these words and bodies.
    pub fn answering(bodies: &[(&'static str, &str)]) -> Self {
        let answers: Vec<(&'static str, Vec<u8>)> = bodies.iter().map(|(word, body)| (*word, answer(body))).collect();
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let last = Arc::default();
        let (answers, kept) = (Arc::new(answers), Arc::clone(&last));
        thread::spawn(move || {
            for connection in listener.incoming().flatten() {
                let (answers, last) = (Arc::clone(&answers), Arc::clone(&kept));
                thread::spawn(move || serve(connection, &answers, &last));
            }
        });
        Self { url, last }
    }

    /// The last request, its lines sorted: names of headers have no case and no order.
    pub fn last(&self) -> Vec<String> {
        let text = String::from_utf8(self.last.lock().expect("no panic").clone()).expect("UTF-8");
        let (head, body) = text.split_once("\r\n\r\n").expect("a whole request");
        let (line, headers) = head.split_once("\r\n").expect("headers");
        let mut lines: Vec<String> = headers.lines().map(lower_case).collect();
        lines.sort();
        lines.splice(0..0, [line.to_owned(), body.to_owned()]);
        lines
    }
}

fn lower_case(line: &str) -> String {
    let (name, value) = line.split_once(':').expect("a header");
    format!("{}:{value}", name.to_ascii_lowercase())
}

fn answer(body: &str) -> Vec<u8> {
    let length = body.len();
    format!(
        "HTTP/1.1 200 OK\r\nserver: loopback\r\ndate: Wed, 01 May 2024 10:00:00 GMT\r\n\
         content-type: application/json; charset=utf-8\r\ncontent-length: {length}\r\ncache-control: no-cache\r\n\
         x-request-id: 4f1c2d1e-5d0c-4b7e-9f3a-2b1c0d9e8f7a\r\n\r\n{body}"
    )
    .into_bytes()
}

fn serve(mut connection: TcpStream, answers: &[(&str, Vec<u8>)], last: &Mutex<Vec<u8>>) -> io::Result<()> {
    connection.set_nodelay(true)?;
    let (mut request, mut buffer) = (Vec::new(), [0; 1 << 16]);
    loop {
        let count = connection.read(&mut buffer)?;
        if count == 0 {
            return Ok(());
        }
        request.extend_from_slice(&buffer[..count]);
        if !is_whole(&request) {
            continue;
        }
        let path = request.split(|byte| *byte == b' ').nth(1).unwrap_or_default();
        let named = |word: &str| path.windows(word.len()).any(|window| window == word.as_bytes());
        let (_, answer) = answers.iter().find(|(word, _)| named(word)).expect("a known path");
        last.lock().expect("no panic").clone_from(&request); // before whoever asks for it has the answer
        connection.write_all(answer)?;
        request.clear();
    }
}

/// Whether as many bytes follow the head as it announces.
fn is_whole(request: &[u8]) -> bool {
    const END: &[u8] = b"\r\n\r\n";
    let Some(at) = request.windows(END.len()).position(|window| window == END) else { return false };
    let head = str::from_utf8(&request[..at]).expect("ASCII").to_ascii_lowercase();
    let length = head.split_once("content-length:").and_then(|(_, rest)| rest.lines().next()?.trim().parse().ok());
    request.len() - at - END.len() == length.unwrap_or(0)
}
