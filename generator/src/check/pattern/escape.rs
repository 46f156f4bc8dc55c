//! What a backslash begins: characters, sets of them, and references back.

use regex_syntax::hir::ClassUnicode;

use super::PatternError;
use super::class::{digits, negated, space, word};
use super::parse::{Atom, Group, Parser};
use super::property::property;

impl Parser<'_> {
    /// `\1` or `\k<name>`, which is kept as what no automaton can do.
    pub(super) fn back_reference(&mut self) -> Result<Option<Atom>, PatternError> {
        let start = self.at;
        let group = if self.eat("\\k<") {
            Group::Name(self.group_name(start)?)
        } else if self.rest().starts_with("\\0") || !self.rest().get(1..).is_some_and(begins_with_digit) {
            return Ok(None);
        } else {
            self.eat("\\");
            Group::Number(self.count().and_then(|number| usize::try_from(number).ok()).unwrap_or(usize::MAX))
        };
        self.references.push((start..self.at, group));
        self.unenforceable(start, "a back-reference");
        Ok(Some(Atom::Set(ClassUnicode::empty())))
    }

    /// An escape that stands for characters.
    pub(super) fn escape(&mut self) -> Result<Atom, PatternError> {
        let start = self.at;
        self.eat("\\");
        let Some(char) = self.next() else {
            return Err(self.wrong(start, "nothing follows the `\\`; write `\\\\` for the character"));
        };
        Ok(match char {
            'd' => Atom::Set(digits()),
            'D' => Atom::Set(negated(digits())),
            's' => Atom::Set(space()),
            'S' => Atom::Set(negated(space())),
            'w' => Atom::Set(word()),
            'W' => Atom::Set(negated(word())),
            'p' => Atom::Set(self.property(start)?),
            'P' => Atom::Set(negated(self.property(start)?)),
            'f' => Atom::Point(0x0C),
            'n' => Atom::Point(0x0A),
            'r' => Atom::Point(0x0D),
            't' => Atom::Point(0x09),
            'v' => Atom::Point(0x0B),
            'c' => match self.next() {
                Some(letter) if letter.is_ascii_alphabetic() => Atom::Point(u32::from(letter) % 32),
                _ => return Err(self.wrong(start, "after `\\c` stands a letter")),
            },
            'x' => match self.hex(2) {
                Some(point) => Atom::Point(point),
                None => return Err(self.wrong(start, "after `\\x` stand two hexadecimal digits")),
            },
            'u' => Atom::Point(self.unicode(start)?),
            '0' if !self.rest().starts_with(|next: char| next.is_ascii_digit()) => Atom::Point(0),
            '^' | '$' | '\\' | '.' | '*' | '+' | '?' | '(' | ')' | '[' | ']' | '{' | '}' | '|' | '/' => {
                Atom::Point(char.into())
            }
            other => return Err(self.wrong(start, format!("there is no escape `\\{}`", other.escape_debug()))),
        })
    }

    /// `{…}` after `\p`.
    fn property(&mut self, start: usize) -> Result<ClassUnicode, PatternError> {
        let name = match self.rest().strip_prefix('{').and_then(|rest| rest.split_once('}')) {
            Some((name, _)) => name.to_owned(),
            None => {
                return Err(self.wrong(start, "after `\\p` stands a property of Unicode in braces, such as `\\p{L}`"));
            }
        };
        self.at += name.len() + 2;
        property(&name).ok_or_else(|| self.wrong(start, format!("there is no property `{}`", name.escape_debug())))
    }

    /// What follows `\u`: `{…}`, four digits, or a pair of surrogates.
    fn unicode(&mut self, start: usize) -> Result<u32, PatternError> {
        if self.eat("{") {
            let digits = self.rest().split('}').next().unwrap_or_default().len();
            let point = self.hex(digits).filter(|point| *point <= 0x0010_FFFF);
            return match point {
                Some(point) if self.eat("}") => Ok(point),
                _ => {
                    Err(self.wrong(start, "between the braces stands a code point in hexadecimal digits, up to 10FFFF"))
                }
            };
        }
        let Some(unit) = self.hex(4) else {
            return Err(self.wrong(start, "after `\\u` stand four hexadecimal digits, or some in braces"));
        };
        let after = self.at;
        if (0xD800..0xDC00).contains(&unit)
            && self.eat("\\u")
            && let Some(low @ 0xDC00..=0xDFFF) = self.hex(4)
        {
            return Ok(0x1_0000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
        }
        self.at = after;
        Ok(unit)
    }

    /// So many hexadecimal digits; a number beyond 32 bits is none.
    fn hex(&mut self, digits: usize) -> Option<u32> {
        let text = self.source.get(self.at..self.at.checked_add(digits)?)?;
        let number =
            u32::from_str_radix(text, 16).ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
        self.at += digits;
        Some(number)
    }
}

fn begins_with_digit(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_digit())
}
