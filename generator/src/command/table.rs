//! Tables: columns as wide as what stands in them.

use std::fmt::Write as _;

/// Lines below their headings. A cell wider than `most` moves what follows in its own line alone.
pub(super) fn table<const N: usize>(headings: [&str; N], lines: &[[String; N]], most: usize) -> String {
    let headings = headings.map(str::to_owned);
    let all = || std::iter::once(&headings).chain(lines);
    let widths: [usize; N] = std::array::from_fn(|column| {
        let cells = all().filter_map(|line| Some(line.get(column)?.chars().count()));
        cells.filter(|width| *width <= most).max().unwrap_or_default()
    });
    let mut text = String::new();
    for line in all() {
        let mut row = String::new();
        for (cell, width) in line.iter().zip(&widths) {
            _ = write!(row, "{cell:width$}  ");
        }
        text.push_str(row.trim_end());
        text.push('\n');
    }
    text
}
