//! An Omnidesk message validated by hand: the same findings, owned, nothing formatted before somebody asks.

use std::fmt;

use message_clients::omnidesk::CreateMessage;

/// A broken rule.
pub struct Violation {
    name: &'static str,
    index: Option<u32>,
    rule: Rule,
    found: Found,
    inferred: bool,
}

/// Which rule.
enum Rule {
    MinLength(usize),
    Pattern(&'static str),
    Format(&'static str),
}

/// What stood there: a count, or the start of a text.
enum Found {
    Characters(usize),
    Text { bytes: [u8; 22], kept: u8, characters: u32 },
}

const TYPE: &str = "^([0-9]+|calllog|contactform)$";
const SEND_AT: &str = r"^(\d{4})-(\d{2})-(\d{2}) (\d{2}):(\d{2}):(\d{2})$";

fn is_type(text: &str) -> bool {
    matches!(text, "calllog" | "contactform") || !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_send_at(text: &str) -> bool {
    let fits = |(at, byte): (usize, u8)| match at {
        4 | 7 => byte == b'-',
        10 => byte == b' ',
        13 | 16 => byte == b':',
        _ => byte.is_ascii_digit(),
    };
    text.len() == 19 && text.bytes().enumerate().all(fits)
}

fn excerpt(text: &str) -> Found {
    let kept = (0..=text.len().min(22)).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    let mut bytes = [0; 22];
    bytes[..kept].copy_from_slice(&text.as_bytes()[..kept]);
    let characters = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    Found::Text { bytes, kept: u8::try_from(kept).unwrap_or(22), characters }
}

/// Every rule that the message breaks.
#[inline(never)]
pub fn violations(message: &CreateMessage) -> Vec<Violation> {
    let mut found = Vec::new();
    let mut report =
        |name, index, rule, seen, inferred| found.push(Violation { name, index, rule, found: seen, inferred });
    if message.type_.is_empty() {
        report("type", None, Rule::MinLength(1), Found::Characters(0), false);
    }
    if !is_type(&message.type_) {
        report("type", None, Rule::Pattern(TYPE), excerpt(&message.type_), false);
    }
    for (index, address) in (0..).zip(message.to_address.value().into_iter().flatten()) {
        if !address.is_valid() {
            report("toAddress", Some(index), Rule::Format("email"), excerpt(address.as_str()), true);
        }
    }
    for (name, copy) in [("ccInput", &message.cc_input), ("bccInput", &message.bcc_input)] {
        if let Some(address) = copy.value().filter(|address| !address.is_valid()) {
            report(name, None, Rule::Format("email"), excerpt(address.as_str()), false);
        }
    }
    if message.message.chars().nth(4).is_none() {
        report("message", None, Rule::MinLength(5), Found::Characters(message.message.chars().count()), false);
    }
    if let Some(time) = &message.send_at {
        if !is_send_at(time.as_str()) {
            report("sendAt", None, Rule::Pattern(SEND_AT), excerpt(time.as_str()), false);
        }
        if !time.is_valid() {
            report("sendAt", None, Rule::Format("local-date-time"), excerpt(time.as_str()), true);
        }
    }
    found
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "/body/{}", self.name)?;
        if let Some(index) = self.index {
            write!(f, "/{index}")?;
        }
        match &self.found {
            Found::Characters(count) => write!(f, ": found {count} characters")?,
            Found::Text { bytes, kept, characters } => {
                let text = str::from_utf8(&bytes[..usize::from(*kept)]).unwrap_or_default();
                let cut = if text.chars().count() < *characters as usize { "…" } else { "" };
                write!(f, ": found \"{text}\"{cut}")?;
            }
        }
        match self.rule {
            Rule::MinLength(1) => write!(f, ", allowed: at least 1 character [min_length]")?,
            Rule::MinLength(bound) => write!(f, ", allowed: at least {bound} characters [min_length]")?,
            Rule::Pattern(pattern) => write!(f, ", allowed: text matching {pattern} [pattern]")?,
            Rule::Format(format) => write!(f, ", allowed: text of format {format} [format]")?,
        }
        write!(f, " {}", self.inferred)
    }
}
