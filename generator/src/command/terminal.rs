//! Texts to the streams of the process.

use std::io::{self, Write};

use anstream::stream::{AsLockedWrite, RawStream};
use anstream::{AutoStream, ColorChoice};

use super::arguments::Color;
use super::{Exit, Outcome};

/// Prints an outcome; the exit code of the process.
///
/// A reader that has seen enough (`docwright explain --all | head`) is no failure.
pub(super) fn print(outcome: &Outcome, color: Color) -> Exit {
    let printed = [to(io::stderr(), &outcome.err, color), to(io::stdout(), &outcome.out, color)];
    let failed = printed.into_iter().filter_map(Result::err).find(|error| error.kind() != io::ErrorKind::BrokenPipe);
    let Some(error) = failed else { return outcome.exit };
    // Where standard error is what failed, nobody is left to tell.
    _ = to(io::stderr(), &format!("error: cannot print: {error}\n"), color);
    Exit::Failed
}

fn to(stream: impl RawStream + AsLockedWrite, text: &str, color: Color) -> io::Result<()> {
    let choice = match color {
        Color::Auto => AutoStream::choice(&stream),
        Color::Always => ColorChoice::Always,
        Color::Never => ColorChoice::Never,
    };
    let mut stream = AutoStream::new(stream, choice);
    stream.write_all(text.as_bytes())?;
    stream.flush()
}
