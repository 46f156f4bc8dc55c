//! Texts to the streams of the process.

use std::io::{self, IsTerminal as _, Write};

use anstream::stream::{AsLockedWrite, RawStream};
use anstream::{AutoStream, ColorChoice};

use super::arguments::{Color, Options};
use super::{Exit, Outcome};
use crate::diagnostic::shown;
use crate::output::Location;

/// The rows of a terminal that does not tell.
const DEFAULT_ROWS: u16 = 24;

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

/// Says that another run is at work on a crate, at once: what a command has to say comes only when it ends.
pub(super) fn waits(location: &Location, options: &Options) -> impl Fn() {
    let folder = shown::whole(location.shown.as_str());
    let text = format!("Waiting for another run of docwright, which is at work on `{folder}`\n");
    let color = options.color;
    move || _ = to(io::stderr(), &text, color)
}

/// Prints a result while the command goes on.
pub(super) fn out(text: &str, color: Color) -> io::Result<()> {
    to(io::stdout(), text, color)
}

/// Prints what is said about the run while the command goes on.
pub(super) fn err(text: &str, color: Color) -> io::Result<()> {
    to(io::stderr(), text, color)
}

/// Begins an empty screen, where there is one. What stood on it moves up, to where a terminal keeps what was printed.
pub(super) fn clear() -> io::Result<()> {
    if !io::stdout().is_terminal() || std::env::var_os("TERM").is_some_and(|term| term == "dumb") {
        return Ok(());
    }
    let rows = terminal_size::terminal_size().map_or(DEFAULT_ROWS, |(_, terminal_size::Height(rows))| rows);
    let move_up = "\n".repeat(usize::from(rows).saturating_sub(1));
    to(io::stdout(), &format!("{move_up}\x1b[H\x1b[J"), Color::Always)
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
