//! Sets of code points: those that ECMA-262 has names for.

use regex_syntax::hir::{ClassUnicode, ClassUnicodeRange};

/// The set of these ranges of code points; surrogates, which no text has, fall out.
pub(super) fn set(ranges: &[(u32, u32)]) -> ClassUnicode {
    let scalars = ranges.iter().flat_map(|&(first, last)| [(first, last.min(0xD7FF)), (first.max(0xE000), last)]);
    ClassUnicode::new(
        scalars
            .filter(|(first, last)| first <= last)
            .filter_map(|(first, last)| Some(ClassUnicodeRange::new(char::from_u32(first)?, char::from_u32(last)?))),
    )
}

/// All but the set.
pub(super) fn negated(mut set: ClassUnicode) -> ClassUnicode {
    set.negate();
    set
}

/// `\d`
pub(super) fn digits() -> ClassUnicode {
    set(&[(0x30, 0x39)])
}

/// `\w`
pub(super) fn word() -> ClassUnicode {
    set(&[(0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A)])
}

/// `\s`: `WhiteSpace` and `LineTerminator`.
pub(super) fn space() -> ClassUnicode {
    set(&[
        (0x09, 0x0D),
        (0x20, 0x20),
        (0xA0, 0xA0),
        (0x1680, 0x1680),
        (0x2000, 0x200A),
        (0x2028, 0x2029),
        (0x202F, 0x202F),
        (0x205F, 0x205F),
        (0x3000, 0x3000),
        (0xFEFF, 0xFEFF),
    ])
}

/// `.`: all but `LineTerminator`.
pub(super) fn dot() -> ClassUnicode {
    negated(set(&[(0x0A, 0x0A), (0x0D, 0x0D), (0x2028, 0x2029)]))
}
