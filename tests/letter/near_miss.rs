//! Texts that are nearly right: one to three edits away from one that is.

use crate::dice::Dice;

/// The text after some edits, at times none. What is inserted is a piece or a neighbour of a character that stands there.
pub fn near_miss(dice: &mut Dice, right: &str, pieces: &[&str]) -> String {
    let mut chars: Vec<char> = right.chars().collect();
    if dice.one_in(4) {
        return right.to_owned();
    }
    for _ in 0..dice.within(1, 3) {
        edit(dice, &mut chars, pieces);
    }
    chars.into_iter().collect()
}

fn edit(dice: &mut Dice, chars: &mut Vec<char>, pieces: &[&str]) {
    let at = dice.below(chars.len() + 1);
    let Some(&char) = chars.get(at) else {
        return chars.extend(dice.pick(pieces).chars());
    };
    match dice.below(7) {
        0 => drop(chars.remove(at)),
        1 => drop(chars.splice(at..at, dice.pick(pieces).chars())),
        2 => drop(chars.splice(at..=at, dice.pick(pieces).chars())),
        3 if at > 0 => chars.swap(at - 1, at),
        4 => chars.insert(at, char),
        _ => chars[at] = neighbour(dice, char),
    }
}

/// A character that is easily taken for another: of the other case, of full width, one further.
fn neighbour(dice: &mut Dice, char: char) -> char {
    let shifted = |by: i32| u32::from(char).checked_add_signed(by).and_then(char::from_u32).unwrap_or(char);
    match dice.below(8) {
        0 | 1 if char.is_ascii_lowercase() => char.to_ascii_uppercase(),
        0 | 1 => char.to_ascii_lowercase(),
        2 if char.is_ascii_graphic() => shifted(0xFEE0),
        3 if char.is_ascii_digit() => shifted(0x630), // Arabic-Indic
        4 | 5 => shifted(1),
        _ => shifted(-1),
    }
}
