//! A command as people paste it into a shell, split into its words (POSIX, and `$'…'` of bash).
//!
//! Nothing is expanded: `$TOKEN` stays as it stands, a placeholder.

use std::iter::Peekable;
use std::str::Chars;

/// The first call of a program in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Call {
    /// Its arguments.
    pub arguments: Vec<String>,
    /// Whether the text has other commands besides.
    pub has_others: bool,
}

/// Why a text cannot be split; nothing of the text is told, since it may hold secrets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unsplit {
    /// A quote is opened and never closed.
    OpenQuote,
    /// `^` before quotes and ends of lines, as Windows' cmd has it.
    Cmd,
    /// A backtick before the end of a line, as PowerShell has it.
    PowerShell,
    /// The quotes of a text processor.
    CurlyQuotes,
    /// The program is called nowhere.
    NoCall,
}

/// Finds the first call of a program.
pub(super) fn call(text: &str, program: &str) -> Result<Call, Unsplit> {
    let text = text.replace("\r\n", "\n");
    let mut commands = Splitter { rest: text.chars().peekable(), commands: vec![Vec::new()], word: None }.split()?;
    commands.retain(|words| !words.is_empty());
    let has_others = commands.len() > 1;
    let arguments = commands.into_iter().find_map(|words| arguments_of(words, program)).ok_or(Unsplit::NoCall)?;
    Ok(Call { arguments, has_others })
}

/// The arguments of a command, if it is a call of the program; a prompt and variables may stand before.
fn arguments_of(words: Vec<String>, program: &str) -> Option<Vec<String>> {
    let is_before = |word: &&String| matches!(word.as_str(), "$" | "%" | ">" | "sudo" | "time") || is_assignment(word);
    let before = words.iter().take_while(is_before).count();
    let name = words.get(before)?.rsplit(['/', '\\']).next()?;
    let is_program = name.strip_suffix(".exe").unwrap_or(name) == program;
    is_program.then(|| words.into_iter().skip(before + 1).collect())
}

fn is_assignment(word: &str) -> bool {
    word.split_once('=').is_some_and(|(name, _)| {
        !name.is_empty()
            && !name.starts_with('-')
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    })
}

struct Splitter<'t> {
    rest: Peekable<Chars<'t>>,
    commands: Vec<Vec<String>>,
    /// The word that is being read; `None` between words, so that `''` is one.
    word: Option<String>,
}

impl Splitter<'_> {
    fn split(mut self) -> Result<Vec<Vec<String>>, Unsplit> {
        while let Some(char) = self.rest.next() {
            match char {
                ' ' | '\t' => self.end_word(),
                '\n' => self.end_line(),
                '\\' => match self.rest.next() {
                    Some('\n') => self.end_word_before_blank(),
                    Some(char) => self.push(char),
                    None => {}
                },
                '\'' => self.single_quoted()?,
                '"' => self.double_quoted()?,
                '$' if self.rest.peek() == Some(&'\'') => {
                    self.rest.next();
                    self.escaped()?;
                }
                '$' if self.rest.peek() == Some(&'"') => {}
                '$' => {
                    let variable = self.variable();
                    self.push_text(&variable);
                }
                '^' if matches!(self.rest.peek(), Some('\n' | '"')) => return Err(Unsplit::Cmd),
                '`' if self.rest.peek() == Some(&'\n') => return Err(Unsplit::PowerShell),
                '‘' | '’' | '“' | '”' if self.word.is_none() => return Err(Unsplit::CurlyQuotes),
                '#' if self.word.is_none() => while self.rest.next_if(|char| *char != '\n').is_some() {},
                '<' if self.is_placeholder() => self.placeholder(),
                '&' if self.is_in_address() => self.push(char),
                ';' | '|' | '&' | '<' | '>' | '(' | ')' => self.end_command(),
                _ => self.push(char),
            }
        }
        self.end_command();
        Ok(self.commands)
    }

    fn push(&mut self, char: char) {
        self.word.get_or_insert_default().push(char);
    }

    fn push_text(&mut self, text: &str) {
        self.word.get_or_insert_default().push_str(text);
    }

    fn end_word(&mut self) {
        if let (Some(word), Some(command)) = (self.word.take(), self.commands.last_mut()) {
            command.push(word);
        }
    }

    fn end_command(&mut self) {
        self.end_word();
        self.commands.push(Vec::new());
    }

    /// A joined line goes on within a word only where it does so at once.
    fn end_word_before_blank(&mut self) {
        if matches!(self.rest.peek(), Some(' ' | '\t')) {
            self.end_word();
        }
    }

    /// A line that begins with an option goes on with the command, though the page forgot the backslash.
    fn end_line(&mut self) {
        self.end_word();
        while self.rest.next_if(|char| matches!(char, ' ' | '\t')).is_some() {}
        if self.rest.peek() != Some(&'-') {
            self.end_command();
        }
    }

    fn single_quoted(&mut self) -> Result<(), Unsplit> {
        self.push_text("");
        loop {
            match self.rest.next().ok_or(Unsplit::OpenQuote)? {
                '\'' => return Ok(()),
                char => self.push(char),
            }
        }
    }

    fn double_quoted(&mut self) -> Result<(), Unsplit> {
        self.push_text("");
        loop {
            match self.rest.next().ok_or(Unsplit::OpenQuote)? {
                '"' => return Ok(()),
                '\\' => match self.rest.next().ok_or(Unsplit::OpenQuote)? {
                    '\n' => {}
                    char @ ('"' | '\\' | '$' | '`') => self.push(char),
                    char => {
                        self.push('\\');
                        self.push(char);
                    }
                },
                char => self.push(char),
            }
        }
    }

    /// `$'…'`, with the escapes of C.
    fn escaped(&mut self) -> Result<(), Unsplit> {
        self.push_text("");
        loop {
            let char = match self.rest.next().ok_or(Unsplit::OpenQuote)? {
                '\'' => return Ok(()),
                '\\' => match self.rest.next().ok_or(Unsplit::OpenQuote)? {
                    'n' => '\n',
                    't' => '\t',
                    'r' => '\r',
                    'a' => '\u{7}',
                    'b' => '\u{8}',
                    'e' | 'E' => '\u{1b}',
                    'f' => '\u{c}',
                    'v' => '\u{b}',
                    'x' => self.code(16, 2, 0),
                    'u' => self.code_unit(),
                    'U' => self.code(16, 8, 0),
                    char @ '0'..='7' => self.code(8, 2, char.to_digit(8).unwrap_or_default()),
                    char => char,
                },
                char => char,
            };
            self.push(char);
        }
    }

    /// `\u….`: of a pair of surrogates, as browsers write it, both.
    fn code_unit(&mut self) -> char {
        let first = self.digits(16, 4, 0);
        if !(0xd800..0xdc00).contains(&first) {
            return char::from_u32(first).unwrap_or(char::REPLACEMENT_CHARACTER);
        }
        let mut ahead = self.rest.clone();
        if (ahead.next(), ahead.next()) != (Some('\\'), Some('u')) {
            return char::REPLACEMENT_CHARACTER;
        }
        self.rest = ahead;
        let second = self.digits(16, 4, 0);
        let code = second.checked_sub(0xdc00).map(|low| 0x1_0000 + ((first - 0xd800) << 10) + low);
        code.and_then(char::from_u32).unwrap_or(char::REPLACEMENT_CHARACTER)
    }

    fn code(&mut self, radix: u32, most: usize, begun: u32) -> char {
        char::from_u32(self.digits(radix, most, begun)).unwrap_or(char::REPLACEMENT_CHARACTER)
    }

    fn digits(&mut self, radix: u32, most: usize, begun: u32) -> u32 {
        let mut code = begun;
        for _ in 0..most {
            let Some(digit) = self.rest.next_if(|char| char.is_digit(radix)).and_then(|char| char.to_digit(radix))
            else {
                break;
            };
            code = code.wrapping_mul(radix).wrapping_add(digit);
        }
        code
    }

    /// What stands behind a `$`, with it; a command in `$(…)` goes as a whole.
    fn variable(&mut self) -> String {
        let mut text = String::from("$");
        if self.rest.peek() != Some(&'(') {
            return text;
        }
        let mut depth = 0_usize;
        for char in self.rest.by_ref() {
            text.push(char);
            match char {
                '(' => depth += 1,
                ')' if depth == 1 => break,
                ')' => depth -= 1,
                _ => {}
            }
        }
        text
    }

    /// Whether `<name>` begins here: a page's placeholder, not the name of a file.
    fn is_placeholder(&self) -> bool {
        let name: String = self.rest.clone().take_while(|char| *char != '>').take(64).collect();
        let is_name = name.chars().all(|char| char.is_alphanumeric() || matches!(char, '_' | '-' | ' ' | '.'));
        is_name
            && !name.is_empty()
            && !name.starts_with(' ')
            && self.rest.clone().nth(name.chars().count()) == Some('>')
    }

    fn placeholder(&mut self) {
        self.push('<');
        for char in self.rest.by_ref().take_while(|char| *char != '>').collect::<Vec<_>>() {
            self.push(char);
        }
        self.push('>');
    }

    /// Whether an unquoted `&` goes on with an address that the page forgot to quote.
    fn is_in_address(&self) -> bool {
        let goes_on = self.rest.clone().next().is_some_and(|char| char.is_alphanumeric() || char == '_');
        goes_on && self.word.as_ref().is_some_and(|word| word.contains('?') && word.contains('='))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(text: &str) -> Vec<String> {
        call(text, "curl").expect("a call").arguments
    }

    #[test]
    fn quotes_and_joined_lines_as_in_a_shell() {
        for (text, words) in [
            ("curl a b", &["a", "b"][..]),
            ("curl 'a b' \"c \\\"d\\\" \\n $E\" f\\ g", &["a b", "c \"d\" \\n $E", "f g"]),
            ("curl a'b'\"c\" ''", &["abc", ""]),
            ("curl '^\"' a^b", &["^\"", "a^b"]),
            ("curl \\\n  -H 'a: b' \\\r\n  c", &["-H", "a: b", "c"]),
            ("curl $'a\\n\\'\\x41\\u00e9\\ud83d\\ude00'", &["a\n'Aé😀"]),
            ("$ TOKEN=x curl a # a remark", &["a"]),
            ("/usr/bin/curl a | jq .", &["a"]),
            ("curl https://a.b/<user id>/c?d=1&e=2", &["https://a.b/<user id>/c?d=1&e=2"]),
            ("curl https://a.b\n     -d x", &["https://a.b", "-d", "x"]),
            ("curl -u \"$(get user)\"", &["-u", "$(get user)"]),
        ] {
            assert_eq!(arguments(text), words, "{text}");
        }
    }

    #[test]
    fn what_is_no_call_in_such_a_shell_is_told() {
        for (text, why) in [
            ("curl 'a", Unsplit::OpenQuote),
            ("curl \"a\\", Unsplit::OpenQuote),
            ("curl ^\"a^\" ^\r\n -d b", Unsplit::Cmd),
            ("curl a `\n -d b", Unsplit::PowerShell),
            ("curl “a”", Unsplit::CurlyQuotes),
            ("wget a", Unsplit::NoCall),
            ("", Unsplit::NoCall),
        ] {
            assert_eq!(call(text, "curl"), Err(why), "{text}");
        }
    }
}
