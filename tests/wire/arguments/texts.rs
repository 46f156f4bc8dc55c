//! Texts that mean harm, or come of a mishap.

/// What heads, bodies, paths and queries take for more than text.
const PIECES: [&str; 62] = [
    "a", "B", "7", "\r\n", "\r", "\n", "\n\n", "\r\n\r\n", "\0", "\"", "'", "`", ";", ":", ",", ".", "..", "./", "../",
    "/", "//", "\\", "?", "#", "&", "&x=1", "=", "+", "%", "%2", "%2e", "%2E%2e", "%00", "%0d%0a", "%22", "%25", " ",
    "  ", "\t", "<", ">", "(", ")", "[", "]", "[]", "{", "}", "|", "^", "~", "*", "@", "\u{1}", "\u{7f}", "\u{85}",
    "\u{a0}", "é", "名", "😀", "\u{202e}", "\u{feff}",
];

/// Whole texts, each of them an attack or an edge.
const WHOLE: [&str; 40] = [
    "",
    " ",
    "\t",
    ".",
    "..",
    "...",
    "/",
    "/..",
    "../../etc/passwd",
    "..%2f..",
    "%2e%2e",
    "%2e",
    ".%2e",
    "\\..\\",
    "a/b",
    "a//b",
    "a?b=c",
    "a#b",
    "?",
    "#",
    "a\r\nx-evil: 1",
    "a\r\n\r\nGET / HTTP/1.1\r\nhost: evil\r\n\r\n",
    "a\nx-evil: 1",
    "a\rb",
    "\r\n",
    " a",
    "a ",
    "a\t",
    "a b",
    "a\tb",
    "\0",
    "a\0b",
    "http://evil.example/",
    "//evil.example",
    "@evil.example",
    "\"; filename=\"evil",
    "a\"\r\ncontent-type: text/html\r\n\r\nb",
    "a\\",
    "\u{feff}a",
    "{\"a\": 1}",
];

/// Texts that look like what parts a form.
const BOUNDARIES: [&str; 6] = [
    "--",
    "--form-0123456789abcdef0123456789abcdef",
    "\r\n--form-0123456789abcdef0123456789abcdef--\r\n",
    "form-",
    "\r\n--\r\n",
    "\r\n--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n1\r\n--b--",
];

/// All texts to be tried: `LETTER_CASES` sets how many random ones there are.
pub fn texts() -> impl Iterator<Item = String> {
    let random = std::env::var("LETTER_CASES").map_or(150, |cases| cases.parse().expect("a number of cases"));
    let fixed = WHOLE.iter().chain(&BOUNDARIES).chain(&PIECES).map(|text| (*text).to_owned());
    fixed.chain((1..=random).map(made))
}

/// Some pieces in a row, the same ones for a seed each time.
fn made(seed: u64) -> String {
    let mut state = seed;
    let mut roll = |bound: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).expect("31 bits") % bound
    };
    (0..=roll(6)).map(|_| PIECES[roll(PIECES.len())]).collect()
}
