//! Reading `multipart/form-data` (RFC 7578, RFC 2046).

/// The parts of a multipart body, by name; nothing where it is none, or a part is no UTF-8 text.
pub(crate) fn parts(media_type: &str, body: &[u8]) -> Option<Vec<(String, String)>> {
    let (_, parameters) = media_type.split_once(';')?;
    let boundary = parameter(parameters, "boundary").filter(|boundary| !boundary.is_empty())?;
    let delimiter = format!("\r\n--{boundary}");
    let delimiter = delimiter.as_bytes();
    let mut rest = match body.strip_prefix(delimiter.get(2..)?) {
        Some(rest) => rest,
        None => split(body, delimiter)?.1, // behind a preamble
    };
    let mut parts = Vec::new();
    loop {
        if rest.starts_with(b"--") {
            return Some(parts);
        }
        let padding = rest.iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        let (inside, behind) = split(rest.get(padding..)?.strip_prefix(b"\r\n")?, delimiter)?;
        parts.push(part(inside)?);
        rest = behind;
    }
}

fn part(bytes: &[u8]) -> Option<(String, String)> {
    let (head, text) = match bytes.strip_prefix(b"\r\n") {
        Some(text) => (&bytes[..0], text),
        None => split(bytes, b"\r\n\r\n")?,
    };
    let disposition = str::from_utf8(head).ok()?.split("\r\n").find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.trim().eq_ignore_ascii_case("content-disposition").then_some(value)
    });
    let (_, parameters) = disposition?.split_once(';')?;
    let name = parameter(parameters, "name")?;
    let name = name.replace("%22", "\"").replace("%0A", "\n").replace("%0D", "\r");
    Some((name, str::from_utf8(text).ok()?.to_owned()))
}

/// The value of a parameter such as `name="a"`.
fn parameter(parameters: &str, wanted: &str) -> Option<String> {
    const BLANKS: [char; 2] = [' ', '\t'];
    let mut rest = parameters;
    loop {
        let (name, behind) = rest.split_once('=')?;
        let (value, behind) = if let Some(quoted) = behind.trim_start_matches(BLANKS).strip_prefix('"') {
            unquote(quoted)?
        } else {
            let (token, behind) = behind.split_at(behind.find(';').unwrap_or(behind.len()));
            (token.trim_matches(BLANKS).to_owned(), behind)
        };
        if name.trim_matches([' ', '\t', ';']).eq_ignore_ascii_case(wanted) {
            return Some(value);
        }
        rest = behind;
    }
}

/// A quoted text up to its end, and what follows. A backslash makes a quote or a backslash plain (RFC 2045, RFC 9110,
/// 5.6.4); before anything else it is itself, as in the Windows paths of browsers.
fn unquote(quoted: &str) -> Option<(String, &str)> {
    let mut text = String::new();
    let mut rest = quoted;
    loop {
        let at = rest.find(['"', '\\'])?;
        let (before, special) = rest.split_at(at);
        text.push_str(before);
        if let Some(behind) = special.strip_prefix('"') {
            return Some((text, behind));
        }
        let behind = special.strip_prefix('\\')?;
        let plain = behind.chars().next().filter(|next| matches!(next, '"' | '\\'));
        text.push(plain.unwrap_or('\\'));
        rest = behind.get(plain.map_or(0, char::len_utf8)..)?;
    }
}

/// What stands before and behind the first `separator`.
fn split<'a>(bytes: &'a [u8], separator: &[u8]) -> Option<(&'a [u8], &'a [u8])> {
    let at = bytes.windows(separator.len()).position(|window| window == separator)?;
    Some((bytes.get(..at)?, bytes.get(at + separator.len()..)?))
}
