//! Changes of the text itself: what YAML, an editor or a disk makes of it.

use fastrand::Rng;

/// What is put between the characters of a file.
#[rustfmt::skip]
const PIECES: &[&[u8]] = &[
    b"\t", b"\n", b"\r", b"\r\n", b"\0", b" ", b"  ", b":", b": ", b"-", b"- ", b"#", b" #", b"'", b"\"", b"`",
    b"[", b"]", b"{", b"}", b",", b"&a ", b"*a", b"!!str ", b"!a ", b"<<: ", b"? ", b"|", b">", b"|2-\n",
    b"%YAML 1.2\n", b"\n---\n", b"\n...\n", b"---", b"@", b"%", b"\xef\xbb\xbf", b"\xff", b"\xc3", b"\xed\xa0\x80",
    b"\xf4\x90\x80\x80", b"\xc0\x80", b"\xe2\x80\xa8", b"\xe2\x80\xae", b"\xc2\x85", b"\x7f", b"\x1b[31m",
    b"\xf0\x9f\x98\x80", b"\\", b"\"\\x", b"\"\\ud800\"", b"\\u", b"true", b"null", b"[[[[", b"{a: [", b"\n\n\n",
    b"\n\t", b"\n  ",
];

/// Changes the text of a file.
pub fn tear(text: &mut Vec<u8>, rng: &mut Rng) {
    let at = |rng: &mut Rng, text: &[u8]| rng.usize(..=text.len());
    match rng.u8(..14) {
        0 => {
            let start = at(rng, text);
            let end = (start + rng.usize(..20)).min(text.len());
            text.drain(start..end);
        }
        1 => text.truncate(rng.usize(..=text.len())),
        2 => {
            let from = at(rng, text);
            let end = (from + rng.usize(..200)).min(text.len());
            let copy = text[from..end].to_vec();
            let to = at(rng, text);
            text.splice(to..to, copy);
        }
        3 => *text = text.split(|byte| *byte == b'\n').collect::<Vec<_>>().join(&b"\r\n"[..]),
        4 => *text = text.split(|byte| *byte == b'\n').collect::<Vec<_>>().join(&b"\r"[..]),
        5 => lines(text, rng, |lines, at, _| _ = lines.remove(at)),
        6 => lines(text, rng, |lines, at, _| lines.insert(at, lines[at].clone())),
        7 => lines(text, rng, |lines, at, rng| {
            let other = rng.usize(..lines.len());
            lines.swap(at, other);
        }),
        8 => lines(text, rng, |lines, at, rng| {
            let blanks = [&b" "[..], b"  ", b"\t", b"      "][rng.usize(..4)];
            lines[at].splice(0..0, blanks.iter().copied());
        }),
        9 => lines(text, rng, |lines, at, rng| {
            let blanks = lines[at].iter().take_while(|byte| **byte == b' ').count();
            lines[at].drain(..rng.usize(..=blanks));
        }),
        10 if rng.u8(..4) == 0 => {
            let bracket = [b'[', b'{', b'-', b' '][rng.usize(..4)];
            let to = at(rng, text);
            let many = vec![bracket; if rng.bool() { 100 } else { 100_000 }];
            text.splice(to..to, many);
        }
        11 => {
            let to = at(rng, text);
            text.splice(to..to, [rng.u8(..)]);
        }
        12 if rng.u8(..8) == 0 => {
            let copy = text.clone();
            while text.len() < 1 << 20 && !copy.is_empty() {
                text.extend(&copy);
            }
        }
        _ => {
            let to = at(rng, text);
            text.splice(to..to, PIECES[rng.usize(..PIECES.len())].iter().copied());
        }
    }
}

fn lines(text: &mut Vec<u8>, rng: &mut Rng, change: impl Fn(&mut Vec<Vec<u8>>, usize, &mut Rng)) {
    let mut lines: Vec<Vec<u8>> = text.split(|byte| *byte == b'\n').map(<[u8]>::to_vec).collect();
    let at = rng.usize(..lines.len());
    change(&mut lines, at, rng);
    *text = lines.join(&b'\n');
}
