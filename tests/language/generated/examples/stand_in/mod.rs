//! A server on loopback for the examples: each request goes to a function, and what that returns goes back.

use std::error::Error;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

use language_clients::runtime::client::{Request, Response, http};

/// What the function of a stand-in returns; after an error the connection is closed without an answer.
pub type Reply = Result<Response, Box<dyn Error>>;

/// A stand-in for a vendor's server, which serves until the program ends.
pub struct StandIn {
    address: String,
}

impl StandIn {
    /// Starts a server that answers each request by a function.
    ///
    /// # Errors
    /// When there is no free port.
    pub fn start(reply: impl Fn(&Request) -> Reply + Send + 'static) -> io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let address = format!("http://{}", listener.local_addr()?);
        thread::spawn(move || {
            for connection in listener.incoming() {
                let served = connection.map_err(Box::from).and_then(|connection| serve(&connection, &reply));
                if let Err(error) = served {
                    eprintln!("The stand-in gave up: {error}");
                }
            }
        });
        Ok(Self { address })
    }

    /// Its address, such as `http://127.0.0.1:49152`.
    pub fn address(&self) -> &str {
        &self.address
    }
}

fn serve(connection: &TcpStream, reply: impl Fn(&Request) -> Reply) -> Result<(), Box<dyn Error>> {
    let request = read(BufReader::new(connection))?;
    write(connection, &reply(&request)?)?;
    Ok(())
}

/// Reads a request whose length is said in its head.
fn read(mut from: impl BufRead) -> Result<Request, Box<dyn Error>> {
    let mut line = String::new();
    from.read_line(&mut line)?;
    let mut words = line.split_whitespace();
    let (Some(method), Some(target)) = (words.next(), words.next()) else { return Err("no request came".into()) };
    let mut head = http::Request::builder().method(method).uri(target);
    let mut length = 0;
    loop {
        let mut line = String::new();
        from.read_line(&mut line)?;
        let Some((name, value)) = line.split_once(':') else { break };
        if name.eq_ignore_ascii_case("content-length") {
            length = value.trim().parse()?;
        }
        head = head.header(name, value.trim());
    }
    let mut body = Vec::new();
    from.take(length).read_to_end(&mut body)?;
    Ok(head.body(body.into())?)
}

fn write(mut to: impl Write, response: &Response) -> io::Result<()> {
    let body = response.body().bytes().map_or(&[][..], |bytes| bytes);
    let mut message = format!("HTTP/1.1 {}\r\nconnection: close\r\n", response.status()).into_bytes();
    for (name, value) in response.headers() {
        message.extend([name.as_str().as_bytes(), b": ", value.as_bytes(), b"\r\n"].concat());
    }
    message.extend(format!("content-length: {}\r\n\r\n", body.len()).into_bytes());
    message.extend(body);
    to.write_all(&message)
}
