//! Scalars read as values: JSON's spellings with all their digits, dates by the calendar.

use serde_json::{Number, Value as Json};

use crate::yaml::{Scalar, Style};

/// What a scalar is where a value is asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Reading {
    /// A JSON scalar.
    Value(Json),
    /// YAML's core schema reads it as another value than its text; how to spell that value, if JSON can.
    Ambiguous(Option<String>),
    /// A number with more digits than a number of this version holds.
    TooPrecise,
    /// Nothing is written.
    Nothing,
}

/// Reads a scalar where a value is asked for: `true`, `false`, `null` and numbers in JSON's spelling are that, all else is
/// text, save what only YAML's core schema reads otherwise.
pub fn read(scalar: &Scalar) -> Reading {
    let text = scalar.text.as_str();
    if scalar.style != Style::Plain {
        return Reading::Value(Json::String(text.to_owned()));
    }
    match text {
        "" => Reading::Nothing,
        "true" => Reading::Value(Json::Bool(true)),
        "false" => Reading::Value(Json::Bool(false)),
        "null" => Reading::Value(Json::Null),
        "True" | "TRUE" => Reading::Ambiguous(Some("true".to_owned())),
        "False" | "FALSE" => Reading::Ambiguous(Some("false".to_owned())),
        "~" | "Null" | "NULL" => Reading::Ambiguous(Some("null".to_owned())),
        _ if is_json_number(text) => {
            number(text).map_or(Reading::TooPrecise, |number| Reading::Value(Json::Number(number)))
        }
        _ if is_special_float(text) => Reading::Ambiguous(None),
        _ if is_radix_number(text) => Reading::Ambiguous(decimal(text)),
        _ => match core_number(text) {
            Some(as_json) => Reading::Ambiguous(Some(as_json)),
            None => Reading::Value(Json::String(text.to_owned())),
        },
    }
}

/// A number in JSON's spelling; `None` if it is none, or if digits would be lost.
pub fn number(text: &str) -> Option<Number> {
    let number: Number = is_json_number(text).then(|| text.parse().ok())??;
    (Decimal::of(text) == Decimal::of(&number.to_string())).then_some(number)
}

/// RFC 8259, 6.
fn is_json_number(text: &str) -> bool {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let Some(Parts { whole, fraction, exponent }) = Parts::of(unsigned) else { return false };
    let whole_is_json = !whole.is_empty() && (whole == "0" || !whole.starts_with('0'));
    whole_is_json && fraction != Some("") && exponent != Some("")
}

/// A hexadecimal or octal number of YAML 1.2's core schema (10.3.2).
fn is_radix_number(text: &str) -> bool {
    let is_number = |digits: &str, radix| !digits.is_empty() && digits.chars().all(|char| char.is_digit(radix));
    text.strip_prefix("0x").is_some_and(|digits| is_number(digits, 16))
        || text.strip_prefix("0o").is_some_and(|digits| is_number(digits, 8))
}

/// A hexadecimal or octal number in JSON's spelling, if a whole number of 64 bits holds it.
fn decimal(text: &str) -> Option<String> {
    let radix = if text.starts_with("0x") { 16 } else { 8 };
    i64::from_str_radix(text.get(2..)?, radix).ok().map(|number| number.to_string())
}

/// A decimal number of YAML 1.2's core schema (10.3.2), in JSON's spelling.
fn core_number(text: &str) -> Option<String> {
    let (sign, unsigned) = match text.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let Parts { whole, fraction, exponent } = Parts::of(unsigned)?;
    if whole.is_empty() && fraction.is_none_or(str::is_empty) || exponent == Some("") {
        return None;
    }
    let whole = Some(whole.trim_start_matches('0')).filter(|whole| !whole.is_empty()).unwrap_or("0");
    let fraction = fraction.filter(|digits| !digits.is_empty()).map(|digits| format!(".{digits}")).unwrap_or_default();
    let exponent = exponent.map(|exponent| format!("e{exponent}")).unwrap_or_default();
    Some(format!("{sign}{whole}{fraction}{exponent}"))
}

fn is_special_float(text: &str) -> bool {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    matches!(unsigned, ".inf" | ".Inf" | ".INF") || matches!(text, ".nan" | ".NaN" | ".NAN")
}

/// A decimal number without its sign, taken apart; each part may be empty.
struct Parts<'a> {
    whole: &'a str,
    fraction: Option<&'a str>,
    /// With its sign; empty if it has no digits.
    exponent: Option<&'a str>,
}

impl<'a> Parts<'a> {
    /// `None` where something else than digits stands in a part.
    fn of(text: &'a str) -> Option<Self> {
        let (mantissa, exponent) = match text.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, Some(exponent)),
            None => (text, None),
        };
        let (whole, fraction) = match mantissa.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (mantissa, None),
        };
        let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let power = |exponent: &'a str| exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
        let exponent = exponent.map(|exponent| if power(exponent).is_empty() { "" } else { exponent });
        let fits =
            is_digits(whole) && fraction.is_none_or(is_digits) && exponent.is_none_or(|text| is_digits(power(text)));
        fits.then_some(Self { whole, fraction, exponent })
    }
}

/// The value of a decimal number, whatever its spelling.
#[derive(PartialEq)]
struct Decimal {
    negative: bool,
    /// Without zeros at the ends.
    digits: String,
    /// The power of ten of the last digit.
    power: i64,
}

impl Decimal {
    fn of(text: &str) -> Option<Self> {
        let (negative, unsigned) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let Parts { whole, fraction, exponent } = Parts::of(unsigned)?;
        let fraction = fraction.unwrap_or_default();
        let all = format!("{whole}{fraction}");
        let significant = all.trim_end_matches('0');
        if significant.trim_start_matches('0').is_empty() {
            return Some(Self { negative, digits: String::new(), power: 0 });
        }
        let exponent: i64 = exponent.unwrap_or("0").parse().ok()?;
        let dropped = i64::try_from(all.len() - significant.len()).ok()? - i64::try_from(fraction.len()).ok()?;
        Some(Self {
            negative,
            digits: significant.trim_start_matches('0').to_owned(),
            power: exponent.checked_add(dropped)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Reading {
        read(&Scalar { text: text.to_owned(), style: Style::Plain })
    }

    #[test]
    fn json_spellings_are_values_with_all_their_digits() {
        for text in [
            "0",
            "-1",
            "150000",
            "18446744073709551615",
            "1.5",
            "0.1",
            "-0.25",
            "1e3",
            "1.10",
            "2.50E-3",
            "true",
            "null",
        ] {
            let Reading::Value(value) = plain(text) else { panic!("{text}: {:?}", plain(text)) };
            assert_eq!(value, serde_json::from_str::<Json>(text).unwrap(), "{text}");
        }
    }

    #[test]
    fn digits_that_would_be_lost_are_not_read() {
        for text in ["18446744073709551616", "0.12345678901234567890123", "1e400"] {
            assert_eq!(plain(text), Reading::TooPrecise, "{text}");
        }
    }

    #[test]
    fn other_spellings_are_text() {
        for text in
            ["yes", "no", "on", "1_000", "2026-11-21", "1.2.3", "e3", ".", "+", "-", "0x", "0b1", "nan", "1e", "é"]
        {
            assert_eq!(plain(text), Reading::Value(Json::String(text.to_owned())), "{text}");
        }
        let quoted = Scalar { text: "True".to_owned(), style: Style::Quoted };
        assert_eq!(read(&quoted), Reading::Value(Json::String("True".to_owned())));
    }

    #[test]
    fn what_only_yaml_reads_otherwise_is_ambiguous() {
        for (text, json) in [
            ("True", "true"),
            ("~", "null"),
            ("012", "12"),
            ("+1", "1"),
            ("-.5", "-0.5"),
            ("1.", "1"),
            ("007.50e+1", "7.50e+1"),
            ("0x1F", "31"),
            ("0o17", "15"),
        ] {
            assert_eq!(plain(text), Reading::Ambiguous(Some(json.to_owned())), "{text}");
        }
        for text in [".inf", "-.INF", ".NaN", "0xFFFFFFFFFFFFFFFF"] {
            assert_eq!(plain(text), Reading::Ambiguous(None), "{text}");
        }
    }
}
