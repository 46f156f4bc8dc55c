//! Writes specs of many endpoints to a new folder: `large_specs FOLDER ENDPOINTS PER_API`.

use std::path::PathBuf;
use std::process::ExitCode;

use docwright_tests::large::{Size, write};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, endpoints, per_api] = arguments.as_slice() else { return usage() };
    let (Ok(endpoints), Ok(per_api)) = (endpoints.parse(), per_api.parse()) else { return usage() };
    match write(Size { endpoints, per_api }, &PathBuf::from(folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn usage() -> ExitCode {
    eprintln!("usage: large_specs FOLDER ENDPOINTS PER_API");
    ExitCode::from(2)
}
