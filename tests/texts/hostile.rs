//! The texts, and how each is shown.

/// Texts that mean something to Rust, Markdown, HTML, YAML, TOML, JSON, a shell, HTTP or a terminal.
pub fn texts() -> Vec<String> {
    let mut texts: Vec<String> = TEXTS.iter().map(|text| (*text).to_owned()).collect();
    texts.push("long".repeat(2_500));
    texts.push("many words ".repeat(1_000).trim_end().to_owned());
    texts.push("`".repeat(60));
    texts
}

const TEXTS: &[&str] = &[
    // Rust
    "\"quoted\" 'single' \"# \"## r#\"raw\"# b\"x\"",
    "*/ fn evil() {} /* // /// //! /** */ };",
    "#![allow(x)] #[doc = \"x\"] concat!(\"a\") include_str!(\"/etc/passwd\") $crate $x r#fn",
    "C:\\new\\u{41} \\\"\\",
    "\\",
    "{} {0} {{ }} {x:?} %s ${x}",
    "fn",
    "self",
    // lines
    "\nfirst\nsecond\n",
    "one\n\ntwo\n\n\nthree",
    "bare\rreturn\r",
    "carriage\r\nreturn\r\n\r\nand line",
    "\tindented\tcode",
    "    indented code",
    "  leading  and trailing  ",
    " ",
    "",
    "hard  \nbreak\\\nhere",
    // Markdown
    "[x] [x]: y [a](b) ![i](j) [^1] [ ] [] [a][b]",
    "[x]: https://a.example \"t\"",
    "[^1]: a note",
    "[std::vec] [Self::x] [`Vec`] [crate] <Self> [vec!] [\"x\"]",
    "` `` ``` `a` ``b`c`` ````",
    "``` rust\nfn x() { compile_error!(\"run\") }\n```",
    "~~~\ncode\n~~~",
    "# a heading\n## another #\nunder\n===\nunder\n---",
    "- a\n- b\n\n* c\n\n+ d\n- [ ] task",
    "1. a\n2) b",
    "| a | b |\n|---|---|\n| c | d |",
    "a\\|b",
    ":-\n:--:\n:",
    "---\n\n***\n\n___\n\n- - -",
    "> quoted\n>> twice",
    "*a* **b** _c_ __d__ ~~e~~ ~f~ a_b_c * _ \u{24b6}_b_\u{24b6} $x$ ^y^",
    "a--b ---- --flag ... .... 'x' \"y\"",
    "see https://a.example/b_(c)|d. http:// http://) https://x<y>z HTTPS://Y.example www.b.example ://",
    "<a@b.example> a@b.example <mailto:a@b.example> <https://c.example>",
    // HTML
    "<script>alert(1)</script> <b>bold</b> <!-- c --> </div> <br/> <?x?> <![CDATA[x]]>",
    "&amp; &lt; &#65; &nosuch; &",
    // characters
    "nul\u{0}1 bell\u{7} esc\u{1b}[31m\u{1b}]0;title\u{7} del\u{7f} vt\u{b} ff\u{c} bs\u{8}",
    "\u{80}\u{85}\u{9b}31m\u{9f}",
    "\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}abc\u{2066}\u{2067}\u{2068}\u{2069}\u{61c}\u{200e}\u{200f}",
    "a\u{200b}b\u{200c}c\u{200d}d\u{2060}e\u{feff}f\u{ad}g\u{180e}h\u{e0041}i",
    "\u{feff}bom",
    "line\u{2028}sep\u{2029}par",
    "\u{378}\u{e000}\u{10fffd}\u{2ffff}",
    "\u{301}\u{345}e\u{301} \u{212b}\u{2126}\u{1100}\u{1161} \u{fe0f}",
    "\u{1c5}\u{aa}\u{149}\u{df}\u{130}\u{1d400}\u{17f}\u{10d0}",
    "\u{1f469}\u{200d}\u{1f52c} \u{1f1e9}\u{1f1ea} \u{1f600} \u{2764}\u{fe0f}",
    "\u{a0}no-break\u{3000}ideographic\u{1680}",
    // HTTP, shells, other formats
    "a\r\nX-Evil: 1",
    "%20 %0d%0a % + ? # & ; = , : @",
    "'; echo $HOME `id` $(id) \\ \" ! # & | > < ~ * ; '",
    "-x --data @/etc/passwd",
    ": - # {a: b} [c], ? ! & * | > %TAG ---",
    "\"\"\" ''' # = [section]\nname = \"evil\"",
    "../../etc/passwd",
    "/a~0b~1c",
    "<<constant>> @json",
    "null",
    "-1.50",
];

/// Whether each text is tried in each place, or, for the sake of time, each third.
pub fn is_whole() -> bool {
    std::env::var_os("DOCWRIGHT_TEXTS").is_some_and(|value| value == "all")
}

/// How prose shows a text: paragraph by paragraph, white space collapsed, what is hidden as its code point.
pub fn as_prose(text: &str) -> Vec<String> {
    let paragraphs = text.split("\n\n").map(|paragraph| {
        let char = |char: char| match char {
            '\n' | '\r' | '\t' => " ".to_owned(),
            other => visible(other),
        };
        collapsed(&paragraph.chars().map(char).collect::<String>())
    });
    paragraphs.filter(|paragraph| !paragraph.is_empty()).collect()
}

/// How code shows a text: on one line.
pub fn as_code(text: &str) -> String {
    if text.is_empty() {
        return "\"\"".to_owned();
    }
    let char = |char: char| match char {
        '\n' => "\\n".to_owned(),
        '\r' => "\\r".to_owned(),
        '\t' => "\\t".to_owned(),
        other => visible(other),
    };
    text.chars().map(char).collect()
}

fn visible(char: char) -> String {
    if is_hidden(char) { format!("U+{:04X}", u32::from(char)) } else { char.to_string() }
}

/// What a reader does not see, or what moves what he sees.
pub fn is_hidden(char: char) -> bool {
    char.is_control()
        || matches!(char, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(char, '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{e0041}')
}

/// White space collapsed, and the quotes that rustdoc bends made straight.
pub fn collapsed(text: &str) -> String {
    let straight = text.replace(['\u{201c}', '\u{201d}'], "\"").replace(['\u{2018}', '\u{2019}'], "'");
    straight.split_whitespace().collect::<Vec<_>>().join(" ")
}
