//! The lines around a place, cut to what can be read.

use crate::diagnostic::{Place, Position, Sources, shown};

/// Lines before and behind those that a place touches.
const AROUND: usize = 1;
/// The lines of a place that are shown; those behind them are left out.
const MOST_LINES: usize = 6;
/// The characters of a line in front of what is marked in it.
const MOST_BEFORE: usize = 60;
/// The characters of a piece of a line.
const MOST_OF_A_PIECE: usize = 120;

/// A line of a file, in three pieces, each made safe to show.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Its number, from 1.
    pub(super) number: usize,
    pub(super) before: String,
    /// What the place is of it.
    pub(super) marked: String,
    pub(super) behind: String,
}

/// The lines that a place touches, and one around them.
pub(super) fn lines(place: Place, sources: &Sources) -> Vec<Line> {
    let source = sources.get(place.file);
    let text = source.text.as_str();
    let touched = sources.lines(place);
    let Position { line: first, .. } = sources.position(place.file, touched.start);
    let start = (0..AROUND).fold(touched.start, |start, _| line_before(text, start));
    let skipped = text.get(start..touched.start).unwrap_or_default().matches('\n').count();
    let mut lines = Vec::new();
    let mut at = start;
    let mut behind = 0;
    for (count, line) in text.get(start..).unwrap_or_default().split_inclusive('\n').enumerate() {
        behind += usize::from(at > touched.end);
        if behind > AROUND || count > skipped + MOST_LINES {
            break;
        }
        let shown = line.trim_end_matches(['\n', '\r']);
        let inside = |byte: usize| boundary(shown, byte.saturating_sub(at));
        let is_touched = at <= touched.end && at + line.len() > touched.start;
        let (from, to) = if is_touched {
            (inside(place.span.start), inside(place.span.end.max(place.span.start)))
        } else {
            (shown.len(), shown.len())
        };
        let (before, rest) = shown.split_at(from);
        let (marked, behind) = rest.split_at(to - from);
        let before = if is_touched { last(before, MOST_BEFORE) } else { piece(before) };
        lines.push(Line { number: first + count - skipped, before, marked: piece(marked), behind: piece(behind) });
        at += line.len();
    }
    lines
}

/// The start of the line before one that starts here.
fn line_before(text: &str, start: usize) -> usize {
    let before = text.get(..start.saturating_sub(1)).unwrap_or_default();
    if start == 0 { 0 } else { before.rfind('\n').map_or(0, |end| end + 1) }
}

/// The beginning of the character that a byte is of; the end for what is behind it.
fn boundary(text: &str, byte: usize) -> usize {
    let byte = byte.min(text.len());
    (0..=byte).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default()
}

fn piece(text: &str) -> String {
    shown::line(text, MOST_OF_A_PIECE).into_owned()
}

/// The end of a text.
fn last(text: &str, most: usize) -> String {
    match text.char_indices().rev().nth(most) {
        Some((cut, c)) => format!("…{}", shown::whole(text.get(cut + c.len_utf8()..).unwrap_or_default())),
        None => shown::whole(text).into_owned(),
    }
}
