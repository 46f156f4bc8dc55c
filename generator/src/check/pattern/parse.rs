//! The grammar of ECMA-262's patterns with the flag `u`, by recursive descent.

use std::collections::BTreeSet;
use std::ops::Range;

use regex_syntax::hir::{Class, ClassUnicode, Hir, Look, Repetition};

use super::PatternError;
use super::class::{dot, negated, set};

/// Groups within groups; what is deeper is no pattern of a page.
const DEPTH: usize = 100;

/// Reads a whole pattern. One that no automaton can decide is told only where it is a pattern.
pub(super) fn parse(source: &str) -> Result<Hir, PatternError> {
    let mut parser = Parser { source, ..Parser::default() };
    let hir = parser.disjunction()?;
    if parser.peek().is_some() {
        return Err(parser.unexpected("this `)` closes no group; write `\\)` for the character"));
    }
    parser.references()?;
    match parser.unenforceable {
        None => Ok(hir),
        Some((at, what)) => Err(PatternError::Unenforceable { at, what }),
    }
}

#[derive(Default)]
pub(super) struct Parser<'s> {
    pub(super) source: &'s str,
    pub(super) at: usize,
    depth: usize,
    /// How many groups capture.
    groups: usize,
    /// The names of groups that can match together with what comes next.
    names: BTreeSet<String>,
    /// The groups that are referred to, which may stand further on.
    pub(super) references: Vec<(Range<usize>, Group)>,
    /// The first thing that no automaton can do.
    unenforceable: Option<(Range<usize>, &'static str)>,
}

/// What a back-reference refers to.
pub(super) enum Group {
    Number(usize),
    Name(String),
}

/// What an escape, or a character of a class, stands for. Surrogates are code points here.
pub(super) enum Atom {
    Point(u32),
    Set(ClassUnicode),
}

impl Parser<'_> {
    pub(super) fn rest(&self) -> &str {
        self.source.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn next(&mut self) -> Option<char> {
        let char = self.peek()?;
        self.at += char.len_utf8();
        Some(char)
    }

    pub(super) fn eat(&mut self, text: &str) -> bool {
        let found = self.rest().starts_with(text);
        if found {
            self.at += text.len();
        }
        found
    }

    /// The syntax error that lies between `start` and here.
    pub(super) fn wrong(&self, start: usize, what: impl Into<String>) -> PatternError {
        PatternError::Syntax { at: start..self.at, what: what.into() }
    }

    /// The syntax error that the next character is.
    fn unexpected(&mut self, what: &str) -> PatternError {
        let start = self.at;
        self.next();
        self.wrong(start, what)
    }

    /// Keeps that no automaton can do what lies between `start` and here.
    pub(super) fn unenforceable(&mut self, start: usize, what: &'static str) {
        self.unenforceable.get_or_insert((start..self.at, what));
    }

    /// Whether each group that is referred to is there.
    fn references(&self) -> Result<(), PatternError> {
        let is_missing = |(_, group): &&(Range<usize>, Group)| match group {
            Group::Number(number) => *number > self.groups,
            Group::Name(name) => !self.names.contains(name),
        };
        match self.references.iter().find(is_missing) {
            None => Ok(()),
            Some((at, _)) => Err(PatternError::Syntax { at: at.clone(), what: "there is no such group".into() }),
        }
    }

    fn disjunction(&mut self) -> Result<Hir, PatternError> {
        let (before, mut names) = (self.names.clone(), BTreeSet::new());
        let mut branches = Vec::new();
        loop {
            branches.push(self.alternative()?);
            names.append(&mut self.names);
            if !self.eat("|") {
                break;
            }
            self.names.clone_from(&before);
        }
        self.names = names;
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
        let look = self.assertion().map(Hir::look);
        if let Some(look) = look.map_or_else(|| self.look_around(), |look| Ok(Some(look)))? {
            return match self.peek() {
                Some('*' | '+' | '?' | '{') => Err(self.unexpected("a boundary cannot be repeated")),
                _ => Ok(look),
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

    /// A look-around, which is read and kept as what no automaton can do.
    fn look_around(&mut self) -> Result<Option<Hir>, PatternError> {
        let start = self.at;
        let looks =
            [("(?=", "a look-ahead"), ("(?!", "a look-ahead"), ("(?<=", "a look-behind"), ("(?<!", "a look-behind")];
        let Some((_, what)) = looks.into_iter().find(|(text, _)| self.eat(text)) else { return Ok(None) };
        self.unenforceable(start, what);
        self.inside(start).map(Some)
    }

    fn atom(&mut self) -> Result<Hir, PatternError> {
        match self.peek() {
            Some('.') => {
                self.next();
                Ok(class(dot()))
            }
            Some('[') => Ok(class(self.class()?)),
            Some('(') => self.group(),
            Some('\\') => match self.back_reference()?.map_or_else(|| self.escape(), Ok)? {
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
        } else {
            self.groups += 1;
        }
        self.inside(start)
    }

    /// What the parenthesis at `start` holds, and the one that closes it.
    fn inside(&mut self, start: usize) -> Result<Hir, PatternError> {
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
        if self.eat(":") {
            return Ok(());
        }
        if self.eat("<") {
            self.groups += 1;
            let name = self.group_name(start)?;
            return if self.names.insert(name) {
                Ok(())
            } else {
                Err(self.wrong(start, "a group before it that can match as well has this name"))
            };
        }
        if let Some((flags, _)) = self.rest().split_once(':')
            && are_modifiers(flags)
        {
            self.at += flags.len() + 1;
            self.unenforceable(start, "a change of flags");
            return Ok(());
        }
        Err(self.wrong(start, "after `(?` stands `:`, `<name>` or a look-around"))
    }

    /// A name and the `>` behind it.
    pub(super) fn group_name(&mut self, start: usize) -> Result<String, PatternError> {
        let name = self.rest().split('>').next().unwrap_or_default().to_owned();
        self.at += name.len();
        let is_letter = |char: char| char.is_alphabetic() || matches!(char, '_' | '$');
        let is_name = name.starts_with(is_letter) && name.chars().all(|char| is_letter(char) || char.is_numeric());
        if is_name && self.eat(">") {
            Ok(name)
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
    pub(super) fn count(&mut self) -> Option<u32> {
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
}

/// Whether flags are set and taken back as in `i` or `i-ms`: each once, and not none at all.
fn are_modifiers(text: &str) -> bool {
    let (set, unset) = text.split_once('-').unwrap_or((text, ""));
    let flags: Vec<char> = set.chars().chain(unset.chars()).collect();
    let is_new = |(at, flag): (usize, &char)| {
        matches!(flag, 'i' | 'm' | 's') && !flags.iter().take(at).any(|other| other == flag)
    };
    !flags.is_empty() && flags.iter().enumerate().all(is_new)
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
