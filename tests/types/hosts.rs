//! Hosts on loopback that fail in every way, and one that answers.

use std::io::{Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::thread;

use tokio::runtime::Runtime;

use crate::secret::SECRET;

/// What a host does with every request.
#[derive(Clone)]
enum Habit {
    Answers(String),
    Closes,
    Waits,
}

/// Addresses with what is there.
pub struct Hosts {
    places: Vec<(&'static str, String)>,
    pub runtime: Runtime,
}

impl Hosts {
    pub fn new() -> Self {
        let answer = |status: &str, headers: &str, body: &str| {
            let length = body.len();
            Habit::Answers(format!(
                "HTTP/1.1 {status}\r\nconnection: close\r\ncontent-length: {length}\r\n{headers}\r\n{body}"
            ))
        };
        let echo = format!("set-cookie: {SECRET}\r\nx-auth-token: {SECRET}\r\n");
        let location = "location: http://127.0.0.1:1/elsewhere\r\n";
        let babbling = address("http", Habit::Answers("What?\r\n\r\n".to_owned()));
        let nobody = TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address");
        let places = vec![
            ("a host that answers", address("http", answer("200 OK", &echo, "{}"))),
            ("a refusal", address("http", answer("401 Unauthorized", &echo, SECRET))),
            ("a redirect", address("http", answer("307 Temporary Redirect", location, ""))),
            (
                "half an answer",
                address("http", Habit::Answers("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{".to_owned())),
            ),
            ("a host that closes", address("http", Habit::Closes)),
            ("a host that waits", address("http", Habit::Waits)),
            ("a host without TLS", babbling.replace("http://", "https://")),
            ("a host that babbles", babbling),
            ("a port without a host", format!("http://{nobody}")),
            ("no host at all", "https://no-such-host.invalid".to_owned()),
        ];
        Self { places, runtime: Runtime::new().expect("a runtime") }
    }

    pub fn all(&self) -> impl Iterator<Item = (&'static str, String)> {
        self.places.iter().cloned()
    }
}

/// The address of a new host, which is there as long as the program.
fn address(scheme: &str, habit: Habit) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    thread::spawn(move || {
        let mut open = Vec::new();
        for connection in listener.incoming().flatten() {
            open.extend(serve(connection, &habit));
        }
    });
    format!("{scheme}://{address}")
}

/// Gives the connection back where it is to stay open.
fn serve(mut connection: TcpStream, habit: &Habit) -> Option<TcpStream> {
    let mut buffer = [0; 8192];
    match habit {
        Habit::Closes => None,
        Habit::Waits => Some(connection),
        Habit::Answers(answer) => {
            // One read is enough of a request on loopback; what is left of it does not matter.
            _ = connection.read(&mut buffer).and_then(|_| connection.write_all(answer.as_bytes()));
            None
        }
    }
}
