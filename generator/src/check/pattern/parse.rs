//! The grammar of ECMA-262's patterns with the flag `u`, by recursive descent.

use regex_syntax::hir::{Class, ClassUnicode, Hir, Look, Repetition};

use super::PatternError;
use super::class::{digits, dot, negated, set, space, word};
use super::property::property;

/// Groups within groups; what is deeper is no pattern of a page.
const DEPTH: usize = 100;

/// Reads a whole pattern.
pub(super) fn parse(source: &str) -> Result<Hir, PatternError> {
    let mut parser = Parser { source, at: 0, depth: 0 };
    let hir = parser.disjunction()?;
    match parser.peek() {
        None => Ok(hir),
        Some(_) => Err(parser.unexpected("this `)` closes no group; write `\\)` for the character")),
    }
}

struct Parser<'s> {
    source: &'s str,
    at: usize,
    depth: usize,
}

/// What an escape, or a character of a class, stands for. Surrogates are code points here.
enum Atom {
    Point(u32),
    Set(ClassUnicode),
}

impl Parser<'_> {
    fn rest(&self) -> &str {
        self.source.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn next(&mut self) -> Option<char> {
        let char = self.peek()?;
        self.at += char.len_utf8();
        Some(char)
    }

    fn eat(&mut self, text: &str) -> bool {
        let found = self.rest().starts_with(text);
        if found {
            self.at += text.len();
        }
        found
    }

    /// The syntax error that lies between `start` and here.
    fn wrong(&self, start: usize, what: impl Into<String>) -> PatternError {
        PatternError::Syntax { at: start..self.at, what: what.into() }
    }

    /// The syntax error that the next character is.
    fn unexpected(&mut self, what: &str) -> PatternError {
        let start = self.at;
        self.next();
        self.wrong(start, what)
    }

    fn unenforceable<T>(&self, start: usize, what: &'static str) -> Result<T, PatternError> {
        Err(PatternError::Unenforceable { at: start..self.at, what })
    }

    fn disjunction(&mut self) -> Result<Hir, PatternError> {
        let mut branches = vec![self.alternative()?];
        while self.eat("|") {
            branches.push(self.alternative()?);
        }
        Ok(Hir::alternation(branches))
    }

    fn alternative(&mut self) -> Result<Hir, PatternError> {
        let mut terms = Vec::new();
        while let Some(char) = self.peek() {
            if matches!(char, '|' | ')') {
                break;
            }
            let term = self.term()?;
            terms.push(term);
        }
        Ok(Hir::concat(terms))
    }

    fn term(&mut self) -> Result<Hir, PatternError> {
        if let Some(look) = self.assertion() {
            return match self.peek() {
                Some('*' | '+' | '?' | '{') => Err(self.unexpected("a boundary cannot be repeated")),
                _ => Ok(Hir::look(look)),
            };
        }
        let atom = self.atom()?;
        match self.quantifier()? {
            None => Ok(atom),
            Some((min, max)) => Ok(Hir::repetition(Repetition { min, max, greedy: true, sub: Box::new(atom) })),
        }
    }

    fn assertion(&mut self) -> Option<Look> {
        let looks = [("^", Look::Start), ("$", Look::End), ("\\b", Look::WordAscii), ("\\B", Look::WordAsciiNegate)];
        looks.into_iter().find(|(text, _)| self.eat(text)).map(|(_, look)| look)
    }

    fn atom(&mut self) -> Result<Hir, PatternError> {
        match self.peek() {
            Some('.') => {
                self.next();
                Ok(class(dot()))
            }
            Some('[') => Ok(class(self.class()?)),
            Some('(') => self.group(),
            Some('\\') => match self.escape()? {
                Atom::Point(point) => Ok(class(set(&[(point, point)]))),
                Atom::Set(set) => Ok(class(set)),
            },
            Some('*' | '+' | '?') => {
                Err(self.unexpected("there is nothing here to repeat; write `\\` before the character itself"))
            }
            Some(char @ (']' | '{' | '}')) => {
                Err(self.unexpected(&format!("a lone `{char}`; write `\\{char}` for the character")))
            }
            Some(char) => {
                self.next();
                Ok(Hir::literal(char.to_string().into_bytes()))
            }
            None => Ok(Hir::empty()),
        }
    }

    fn group(&mut self) -> Result<Hir, PatternError> {
        let start = self.at;
        self.eat("(");
        if self.eat("?") {
            self.group_kind(start)?;
        }
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(PatternError::TooLarge);
        }
        let inside = self.disjunction()?;
        self.depth -= 1;
        if self.eat(")") {
            Ok(inside)
        } else {
            Err(PatternError::Syntax { at: start..start + 1, what: "this group is not closed".into() })
        }
    }

    /// What stands between `(?` and the group's inside.
    fn group_kind(&mut self, start: usize) -> Result<(), PatternError> {
        let looks = [("=", "a look-ahead"), ("!", "a look-ahead"), ("<=", "a look-behind"), ("<!", "a look-behind")];
        if let Some((_, what)) = looks.into_iter().find(|(text, _)| self.eat(text)) {
            return self.unenforceable(start, what);
        }
        if self.eat(":") {
            return Ok(());
        }
        if self.eat("<") {
            return self.group_name(start);
        }
        let flags = self.rest().find(|char| !matches!(char, 'i' | 'm' | 's' | '-')).unwrap_or_default();
        self.at += flags;
        if flags > 0 && self.eat(":") {
            return self.unenforceable(start, "a change of flags");
        }
        Err(self.wrong(start, "after `(?` stands `:`, `<name>` or a look-around"))
    }

    /// A name and the `>` behind it.
    fn group_name(&mut self, start: usize) -> Result<(), PatternError> {
        let name = self.rest().split('>').next().unwrap_or_default().to_owned();
        self.at += name.len();
        let is_letter = |char: char| char.is_alphabetic() || matches!(char, '_' | '$');
        let is_name = name.starts_with(is_letter) && name.chars().all(|char| is_letter(char) || char.is_numeric());
        if is_name && self.eat(">") {
            Ok(())
        } else {
            Err(self.wrong(start, "the name of a group is an identifier between `<` and `>`"))
        }
    }

    /// How often the atom before it stands; a lazy one matches the same texts.
    fn quantifier(&mut self) -> Result<Option<(u32, Option<u32>)>, PatternError> {
        let start = self.at;
        let bounds = match self.peek() {
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('?') => (0, Some(1)),
            Some('{') => self.braces()?,
            _ => return Ok(None),
        };
        if self.at == start {
            self.next();
        }
        self.eat("?");
        if let (min, Some(max)) = bounds
            && min > max
        {
            return Err(self.wrong(start, format!("{min} is more than {max}")));
        }
        if let Some('*' | '+' | '?' | '{') = self.peek() {
            return Err(self.unexpected("a second repetition; put the first one into a group `(?:…)`"));
        }
        Ok(Some(bounds))
    }

    /// `{2}`, `{2,}` or `{2,4}`.
    fn braces(&mut self) -> Result<(u32, Option<u32>), PatternError> {
        let start = self.at;
        self.eat("{");
        let min = self.count();
        let max = if self.eat(",") { self.count() } else { min };
        match min {
            Some(min) if self.eat("}") => Ok((min, max)),
            _ => {
                Err(self.wrong(start, "no repetition such as `{2}`, `{2,}` or `{2,4}`; write `\\{` for the character"))
            }
        }
    }

    /// A decimal number; one beyond 32 bits is the greatest.
    fn count(&mut self) -> Option<u32> {
        let digits = self.rest().bytes().take_while(u8::is_ascii_digit).count();
        let text = self.source.get(self.at..self.at + digits).filter(|text| !text.is_empty())?;
        let count = text.parse().unwrap_or(u32::MAX);
        self.at += digits;
        Some(count)
    }

    /// `[…]`
    fn class(&mut self) -> Result<ClassUnicode, PatternError> {
        let open = self.at;
        self.eat("[");
        let negate = self.eat("^");
        let mut found = ClassUnicode::empty();
        while !self.eat("]") {
            let start = self.at;
            let first = self.class_atom(open)?;
            if self.rest().starts_with('-') && !self.rest().starts_with("-]") {
                self.eat("-");
                let last = self.class_atom(open)?;
                found.union(&self.range(start, first, last)?);
            } else {
                found.union(&match first {
                    Atom::Point(point) => set(&[(point, point)]),
                    Atom::Set(set) => set,
                });
            }
        }
        Ok(if negate { negated(found) } else { found })
    }

    fn range(&self, start: usize, first: Atom, last: Atom) -> Result<ClassUnicode, PatternError> {
        match (first, last) {
            (Atom::Point(first), Atom::Point(last)) if first <= last => Ok(set(&[(first, last)])),
            (Atom::Point(_), Atom::Point(_)) => Err(self.wrong(start, "the range ends before it begins")),
            _ => Err(self.wrong(start, "a range has single characters at its ends; write `\\-` for the character")),
        }
    }

    /// A character, or what stands for some, of the class that `open` begins.
    fn class_atom(&mut self, open: usize) -> Result<Atom, PatternError> {
        if self.eat("\\b") {
            return Ok(Atom::Point(0x08));
        }
        if self.eat("\\-") {
            return Ok(Atom::Point('-'.into()));
        }
        if self.rest().starts_with('\\') {
            return self.escape();
        }
        match self.next() {
            Some(char) => Ok(Atom::Point(char.into())),
            None => Err(PatternError::Syntax { at: open..open + 1, what: "this class is not closed".into() }),
        }
    }

    /// An escape that stands for characters.
    fn escape(&mut self) -> Result<Atom, PatternError> {
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
            '1'..='9' => {
                self.count();
                return self.unenforceable(start, "a back-reference");
            }
            'k' if self.eat("<") => {
                self.group_name(start)?;
                return self.unenforceable(start, "a back-reference");
            }
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

fn class(set: ClassUnicode) -> Hir {
    Hir::class(Class::Unicode(set))
}

/// The pattern as a search: whatever stands before and after a match.
pub(super) fn search(pattern: Hir) -> Hir {
    let anything = || {
        let any = class(set(&[(0, 0x0010_FFFF)]));
        Hir::repetition(Repetition { min: 0, max: None, greedy: true, sub: Box::new(any) })
    };
    Hir::concat(vec![anything(), pattern, anything(), Hir::look(Look::End)])
}
