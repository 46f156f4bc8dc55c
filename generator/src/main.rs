//! The program `docwright`: all of it is in the library, so that tests reach it.

use std::process::ExitCode;

fn main() -> ExitCode {
    docwright::command::run(std::env::args_os()).into()
}
