//! A curl command: what it sends.

use std::fmt;

use super::shell::{self, Unsplit};

/// What a curl command sends.
///
/// It holds credentials, so it prints nothing.
#[derive(Default)]
pub struct Curl {
    /// The method: as given, or as curl chooses by the data.
    pub(super) method: String,
    /// The address.
    pub(super) url: String,
    /// Further parts of the query, as they stand in an address.
    pub(super) query: Vec<String>,
    /// Headers, in order.
    pub(super) headers: Vec<(String, String)>,
    /// Whether a user is given (`-u`).
    pub(super) user: bool,
    /// Whether cookies are given (`-b`).
    pub(super) cookies: bool,
    /// The body.
    pub(super) body: Body,
    /// What was passed over, for people.
    pub(super) remarks: Vec<String>,
}

/// The body of a curl command.
#[derive(Default, PartialEq, Eq)]
pub(super) enum Body {
    #[default]
    None,
    /// A text, of the media type that the headers name; without one, of a form.
    Text(String),
    /// The parts of a multipart body.
    Parts {
        /// Their names and texts.
        texts: Vec<(String, String)>,
        /// The names of those that are files.
        files: Vec<String>,
    },
}

/// Why a curl command cannot be read. No value of the command is told, since it may be a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// What is wrong.
    pub title: String,
    /// The way out.
    pub tip: &'static str,
}

impl fmt::Debug for Curl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Curl").finish_non_exhaustive()
    }
}

/// What an option is about.
#[derive(Clone, Copy)]
enum Option_ {
    /// Of the connection, or of what is printed; nothing follows it.
    Passed,
    /// The same, and a value follows.
    PassedWithValue,
    Method,
    Header,
    Url,
    Data,
    DataRaw,
    DataEncoded,
    Json,
    Form,
    FormText,
    User,
    Bearer,
    Cookie,
    Agent,
    Get,
    Head,
    Query,
    /// A file would be read or sent.
    File,
    /// Another request follows.
    Next,
}

const OPTIONS: &[(Option<char>, &str, Option_)] = {
    use Option_::{
        Agent, Bearer, Cookie, Data, DataEncoded, DataRaw, File, Form, FormText, Get, Head, Header, Json, Method, Next,
        Passed, PassedWithValue, Query, Url, User,
    };
    &[
        (Some('X'), "request", Method),
        (Some('H'), "header", Header),
        (Some('d'), "data", Data),
        (None, "data-ascii", Data),
        (None, "data-binary", Data),
        (None, "data-raw", DataRaw),
        (None, "data-urlencode", DataEncoded),
        (None, "json", Json),
        (Some('F'), "form", Form),
        (None, "form-string", FormText),
        (Some('u'), "user", User),
        (None, "oauth2-bearer", Bearer),
        (Some('b'), "cookie", Cookie),
        (Some('A'), "user-agent", Agent),
        (Some('e'), "referer", Agent),
        (Some('G'), "get", Get),
        (Some('I'), "head", Head),
        (None, "url", Url),
        (None, "url-query", Query),
        (Some('T'), "upload-file", File),
        (Some('K'), "config", File),
        (Some(':'), "next", Next),
        (Some('L'), "location", Passed),
        (None, "location-trusted", Passed),
        (Some('s'), "silent", Passed),
        (Some('S'), "show-error", Passed),
        (Some('k'), "insecure", Passed),
        (Some('i'), "include", Passed),
        (None, "show-headers", Passed),
        (Some('v'), "verbose", Passed),
        (Some('f'), "fail", Passed),
        (None, "fail-with-body", Passed),
        (Some('g'), "globoff", Passed),
        (Some('N'), "no-buffer", Passed),
        (Some('n'), "netrc", Passed),
        (Some('O'), "remote-name", Passed),
        (Some('J'), "remote-header-name", Passed),
        (Some('#'), "progress-bar", Passed),
        (Some('q'), "disable", Passed),
        (Some('0'), "http1.0", Passed),
        (Some('1'), "tlsv1", Passed),
        (Some('4'), "ipv4", Passed),
        (Some('6'), "ipv6", Passed),
        (Some('j'), "junk-session-cookies", Passed),
        (None, "compressed", Passed),
        (None, "http1.1", Passed),
        (None, "http2", Passed),
        (None, "http2-prior-knowledge", Passed),
        (None, "http3", Passed),
        (None, "tlsv1.2", Passed),
        (None, "tlsv1.3", Passed),
        (None, "basic", Passed),
        (None, "anyauth", Passed),
        (None, "path-as-is", Passed),
        (None, "no-progress-meter", Passed),
        (None, "post301", Passed),
        (None, "post302", Passed),
        (None, "post303", Passed),
        (Some('o'), "output", PassedWithValue),
        (Some('m'), "max-time", PassedWithValue),
        (Some('x'), "proxy", PassedWithValue),
        (Some('U'), "proxy-user", PassedWithValue),
        (Some('w'), "write-out", PassedWithValue),
        (Some('c'), "cookie-jar", PassedWithValue),
        (Some('D'), "dump-header", PassedWithValue),
        (Some('E'), "cert", PassedWithValue),
        (Some('r'), "range", PassedWithValue),
        (None, "key", PassedWithValue),
        (None, "cacert", PassedWithValue),
        (None, "capath", PassedWithValue),
        (None, "ciphers", PassedWithValue),
        (None, "connect-timeout", PassedWithValue),
        (None, "resolve", PassedWithValue),
        (None, "connect-to", PassedWithValue),
        (None, "retry", PassedWithValue),
        (None, "retry-delay", PassedWithValue),
        (None, "retry-max-time", PassedWithValue),
        (None, "max-redirs", PassedWithValue),
        (None, "interface", PassedWithValue),
        (None, "limit-rate", PassedWithValue),
        (None, "unix-socket", PassedWithValue),
        (None, "trace", PassedWithValue),
        (None, "trace-ascii", PassedWithValue),
    ]
};

const NO_FILES: &str = "paste the text of the file in its place: `-d '{…}'`";

/// Reads the first curl command of a text.
///
/// # Errors
/// With what cannot be read, without any value that stands there.
pub fn read(text: &str) -> Result<Curl, Unread> {
    let call = shell::call(text, "curl").map_err(unsplit)?;
    let mut reader = Reader::default();
    let mut arguments = call.arguments.into_iter();
    if call.has_others {
        reader.remark("what stands beside the first curl command was left out");
    }
    while let Some(argument) = arguments.next() {
        if reader.is_over {
            break;
        }
        match argument.strip_prefix("--") {
            Some("") => {}
            Some(name) => reader.long(name, &mut arguments)?,
            None if argument.len() > 1 && argument.starts_with('-') => reader.short(&argument[1..], &mut arguments)?,
            None => reader.url(&argument)?,
        }
    }
    reader.finish()
}

fn unsplit(why: Unsplit) -> Unread {
    let (title, tip) = match why {
        Unsplit::OpenQuote => (
            "a quote of the command is not closed",
            "copy the whole command; where the page forgot a quote, such as that behind an address, close it",
        ),
        Unsplit::Cmd => (
            "the command is written for Windows' cmd, with `^`",
            "copy it for a POSIX shell: browsers offer `Copy as cURL (bash)`",
        ),
        Unsplit::PowerShell => (
            "the command is written for PowerShell, with a backtick at the end of a line",
            "end such lines with a backslash, or join them",
        ),
        Unsplit::CurlyQuotes => ("the command has the quotes of a text processor", "write straight ones: `'` and `\"`"),
        Unsplit::NoCall => ("there is no curl command in the text", "it begins with `curl`"),
    };
    Unread { title: title.to_owned(), tip }
}

fn unread(title: impl Into<String>, tip: &'static str) -> Unread {
    Unread { title: title.into(), tip }
}

#[derive(Default)]
struct Reader {
    curl: Curl,
    method: Option<String>,
    url: Option<String>,
    data: Vec<String>,
    json: Vec<String>,
    parts: Vec<(String, String)>,
    files: Vec<String>,
    passed: Vec<String>,
    get: bool,
    head: bool,
    is_over: bool,
}

impl Reader {
    fn remark(&mut self, text: impl Into<String>) {
        self.curl.remarks.push(text.into());
    }

    fn long(&mut self, name: &str, rest: &mut impl Iterator<Item = String>) -> Result<(), Unread> {
        let known = OPTIONS.iter().find(|(_, long, _)| *long == name);
        // `--no-location` and the like take something back.
        let negated = || name.strip_prefix("no-").filter(|name| OPTIONS.iter().any(|(_, long, _)| long == name));
        match known {
            Some((_, long, option)) => {
                let shown = format!("--{long}");
                let value = if option.has_value() { Some(rest.next().ok_or_else(|| no_value(&shown))?) } else { None };
                self.option(*option, &shown, value)
            }
            None if negated().is_some() => Ok(()),
            None => Err(unknown(&format!("--{}", name.split('=').next().unwrap_or_default().escape_debug()))),
        }
    }

    /// `-sSL`, `-XPOST`, `-H 'a: b'`.
    fn short(&mut self, letters: &str, rest: &mut impl Iterator<Item = String>) -> Result<(), Unread> {
        let mut chars = letters.chars();
        while let Some(letter) = chars.next() {
            let shown = format!("-{}", letter.escape_debug());
            let (_, _, option) =
                OPTIONS.iter().find(|(short, _, _)| *short == Some(letter)).ok_or_else(|| unknown(&shown))?;
            if option.has_value() {
                let value = match chars.as_str() {
                    "" => rest.next().ok_or_else(|| no_value(&shown))?,
                    value => value.to_owned(),
                };
                return self.option(*option, &shown, Some(value));
            }
            self.option(*option, &shown, None)?;
        }
        Ok(())
    }

    fn option(&mut self, option: Option_, shown: &str, value: Option<String>) -> Result<(), Unread> {
        let value = value.unwrap_or_default();
        match option {
            Option_::Passed | Option_::PassedWithValue | Option_::Agent => self.passed.push(format!("`{shown}`")),
            Option_::Method => self.method = Some(value),
            Option_::Header => self.header(&value),
            Option_::Url => self.url(&value)?,
            Option_::Data => {
                no_file(shown, &value)?;
                self.data.push(value);
            }
            Option_::DataRaw => self.data.push(value),
            Option_::DataEncoded => self.data.push(encoded(shown, &value)?),
            Option_::Json => {
                no_file(shown, &value)?;
                self.json.push(value);
            }
            Option_::Form => self.form(&value),
            Option_::FormText => self.parts.push(pair(&value)),
            Option_::User => self.curl.user = true,
            Option_::Bearer => self.curl.headers.push(("Authorization".to_owned(), "Bearer -".to_owned())),
            Option_::Cookie => self.curl.cookies = true,
            Option_::Get => self.get = true,
            Option_::Head => self.head = true,
            Option_::Query => {
                // With `+` before it, it is taken as it stands.
                let part = match value.strip_prefix('+') {
                    Some(part) => part.to_owned(),
                    None => encoded(shown, &value)?,
                };
                self.curl.query.push(part);
            }
            Option_::File => return Err(unread(format!("`{shown}` reads a file, which docwright does not"), NO_FILES)),
            Option_::Next => {
                self.remark("what follows `--next` was left out");
                self.is_over = true;
            }
        }
        Ok(())
    }

    fn url(&mut self, url: &str) -> Result<(), Unread> {
        // Pages break a long address for their readers; curl takes none with a line break in it.
        let joined: String = url.lines().map(str::trim).collect();
        if joined != url {
            self.remark("the line breaks and the blanks around the parts of the address were left out");
        }
        if self.url.replace(joined).is_some() {
            return Err(unread("the command has two addresses", "keep one; text with blanks is quoted: `-d 'a b'`"));
        }
        Ok(())
    }

    fn header(&mut self, header: &str) {
        // `Name;` is a header without a value, `Name:` none at all.
        if let Some((name, value)) = header.split_once(':') {
            if !value.trim().is_empty() {
                self.curl.headers.push((name.trim().to_owned(), value.trim().to_owned()));
            }
        } else if let Some(name) = header.strip_suffix(';') {
            self.curl.headers.push((name.trim().to_owned(), String::new()));
        } else {
            self.remark("a header without `:` was left out");
        }
    }

    fn form(&mut self, form: &str) {
        let (name, value) = pair(form);
        if value.starts_with(['@', '<']) {
            self.files.push(name);
            return;
        }
        // What curl says of a part behind a `;` is no part of its value.
        let value = [";type=", ";filename=", ";headers="]
            .iter()
            .filter_map(|word| value.find(word))
            .min()
            .map_or(value.as_str(), |end| value.get(..end).unwrap_or_default());
        let unquoted = value.strip_prefix('"').and_then(|value| value.strip_suffix('"')).unwrap_or(value);
        self.parts.push((name, unquoted.to_owned()));
    }

    fn finish(mut self) -> Result<Curl, Unread> {
        self.curl.url = self.url.ok_or_else(|| unread("the command has no address", "`curl https://…`"))?;
        if !self.passed.is_empty() {
            self.passed.dedup();
            self.curl.remarks.push(format!(
                "{} of curl {} left out: a spec says nothing of connections",
                self.passed.join(", "),
                if self.passed.len() == 1 { "was" } else { "were" }
            ));
        }
        if !self.json.is_empty() {
            for name in ["Content-Type", "Accept"] {
                if !self.curl.headers.iter().any(|(given, _)| given.eq_ignore_ascii_case(name)) {
                    self.curl.headers.push((name.to_owned(), "application/json".to_owned()));
                }
            }
            self.data.push(self.json.concat());
        }
        let has_parts = !self.parts.is_empty() || !self.files.is_empty();
        let has_data = !self.data.is_empty() || has_parts;
        if self.get || self.head && has_data {
            self.curl.query.append(&mut self.data);
        } else if has_parts {
            self.curl.body = Body::Parts { texts: self.parts, files: self.files };
        } else if !self.data.is_empty() {
            self.curl.body = Body::Text(self.data.join("&"));
        }
        self.curl.method = match self.method {
            Some(method) => method.to_ascii_uppercase(),
            None if self.head => "HEAD".to_owned(),
            None if has_data && !self.get => "POST".to_owned(),
            None => "GET".to_owned(),
        };
        if !self.curl.method.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'-')
            || self.curl.method.is_empty()
        {
            return Err(unread("what `-X` names is no method", "such as `-X POST`"));
        }
        Ok(self.curl)
    }
}

impl Option_ {
    const fn has_value(self) -> bool {
        !matches!(self, Self::Passed | Self::Get | Self::Head | Self::Next)
    }
}

fn no_value(option: &str) -> Unread {
    unread(format!("nothing follows `{option}`"), "copy the whole command")
}

fn unknown(option: &str) -> Unread {
    unread(
        format!("`{option}` is no option of curl that docwright knows"),
        "leave it out, with its value if it has one",
    )
}

fn no_file(option: &str, value: &str) -> Result<(), Unread> {
    if value.starts_with('@') {
        return Err(unread(
            format!("the value of `{option}` is a file (`@`), which docwright does not read"),
            NO_FILES,
        ));
    }
    Ok(())
}

/// The value of `--data-urlencode`, encoded as curl does.
fn encoded(option: &str, value: &str) -> Result<String, Unread> {
    let (name, content) = match value.split_once('=') {
        Some((name, content)) => (name, content),
        None if value.contains('@') => {
            return no_file(option, "@").map(|()| String::new());
        }
        None => ("", value),
    };
    no_file(option, name)?;
    let content = super::text::percent_encoded(content);
    Ok(if name.is_empty() { content } else { format!("{name}={content}") })
}

fn pair(text: &str) -> (String, String) {
    let (name, value) = text.split_once('=').unwrap_or((text, ""));
    (name.to_owned(), value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Curl {
        match read(text) {
            Ok(curl) => curl,
            Err(unread) => panic!("{text}: {}", unread.title),
        }
    }

    #[test]
    fn the_method_follows_from_the_data() {
        for (text, method) in [
            ("curl x", "GET"),
            ("curl -XDELETE x", "DELETE"),
            ("curl --request put x", "PUT"),
            ("curl x -d a=1", "POST"),
            ("curl x --json '{}'", "POST"),
            ("curl x -F a=1", "POST"),
            ("curl -sSLG x -d a=1", "GET"),
            ("curl -I x", "HEAD"),
            ("curl -X PATCH x -d a", "PATCH"),
        ] {
            assert_eq!(of(text).method, method, "{text}");
        }
    }

    #[test]
    fn data_is_joined_as_curl_does() {
        let body = |text: &str| match of(text).body {
            Body::Text(body) => body,
            Body::None => "none".to_owned(),
            Body::Parts { texts, files } => format!("{texts:?} {files:?}"),
        };
        for (text, expected) in [
            ("curl x -d a=1 --data-raw @b --data-urlencode 'c=d e&' --data-urlencode =f", "a=1&@b&c=d%20e%26&f"),
            ("curl x --json '{\"a\":' --json '1}'", "{\"a\":1}"),
            ("curl x -F 'a=b;type=text/plain' --form-string 'c=@d'", "[(\"a\", \"b\"), (\"c\", \"@d\")] []"),
            ("curl x -F a=b -F 'c=@\"/d.png\";type=image/png'", "[(\"a\", \"b\")] [\"c\"]"),
            ("curl x", "none"),
        ] {
            assert_eq!(body(text), expected, "{text}");
        }
        assert_eq!(of("curl -G x -d a=1 --url-query 'b=c d'").query, ["b=c%20d", "a=1"]);
    }

    #[test]
    fn an_address_over_several_lines_is_one() {
        let curl = of("curl --request GET 'https://a.example/x?\n    ids=1\n    &ids=2' -H 'a: b'");
        assert_eq!(curl.url, "https://a.example/x?ids=1&ids=2");
        assert_eq!(curl.remarks.len(), 1);
        assert_eq!(of("curl 'https://a.example/x?a=b c'").url, "https://a.example/x?a=b c");
    }

    #[test]
    fn what_is_refused_tells_no_value() {
        for text in [
            "curl --hunter2=hunter2 x",
            "curl -Zhunter2 x",
            "curl x -d @hunter2",
            "curl x --data-urlencode a@hunter2",
            "curl x -T hunter2",
            "curl x hunter2",
            "curl -X 'hunter 2' x",
            "curl x -H 'hunter2",
            "curl x -u",
        ] {
            let Err(unread) = read(text) else { panic!("{text} was read") };
            // The name of an unknown option is told, and nothing behind it.
            assert!(!unread.title.replace("--hunter2`", "").contains("hunter"), "{text}: {}", unread.title);
        }
    }
}
