//! Numbers as pages write them: with separators, units, signs of printed text.

use crate::diagnostic::lookalike;

/// The one number that a text holds, in JSON's spelling, if that can be told: `30,000`, `30_000`, `30 kg`, `-5.0`.
pub(crate) fn in_text(text: &str) -> Option<String> {
    let text = lookalike::bare(text);
    let is_of_number = |char: char| char.is_ascii_digit() || matches!(char, '_' | ',' | '.' | '\'' | ' ' | '-');
    let end = text.find(|char| !is_of_number(char)).unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    if !unit.chars().all(|char| char.is_alphabetic() || matches!(char, ' ' | '.' | '%' | '\u{b0}' | '(' | ')')) {
        return None;
    }
    let (sign, number) = match number.trim().strip_prefix('-') {
        Some(number) => ("-", number),
        None => ("", number.trim()),
    };
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let mut groups = whole.split(['_', ',', '\'', ' ']);
    let first = groups.next().filter(|first| !first.is_empty())?;
    let rest: Vec<&str> = groups.collect();
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_grouped = rest.iter().all(|group| group.len() == 3) && (rest.is_empty() || first.len() <= 3);
    if !is_grouped || !is_digits(first) || !rest.iter().all(|group| is_digits(group)) || !is_digits(fraction) {
        return None;
    }
    let whole = format!("{first}{}", rest.concat());
    let whole = Some(whole.trim_start_matches('0')).filter(|whole| !whole.is_empty()).unwrap_or("0");
    let fraction = fraction.trim_end_matches('0');
    Some(if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") })
}

#[cfg(test)]
mod tests {
    use super::in_text;

    #[test]
    fn a_number_is_told_where_it_can_be() {
        for (text, number) in [
            ("1", Some("1")),
            ("30,000", Some("30000")),
            ("30_000", Some("30000")),
            ("1 000 000", Some("1000000")),
            ("30 kg", Some("30")),
            ("201 Created", Some("201")),
            ("80 characters", Some("80")),
            ("1.0", Some("1")),
            ("2.50 EUR", Some("2.5")),
            ("\u{2212}5", Some("-5")),
            ("1\u{200b}", Some("1")),
            ("3,5", None),
            ("2-80", None),
            ("v1", None),
            ("", None),
            ("ten", None),
        ] {
            assert_eq!(in_text(text).as_deref(), number, "{text}");
        }
    }
}
