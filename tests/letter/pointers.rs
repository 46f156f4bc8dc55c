//! Pointers of violations, against `serde_json`'s reading of RFC 6901.

use docwright::runtime::{Check, Json, Map, Pointer, Section, Validate, from_json};
use serde_json::json;

use crate::dice::{Dice, cases};

const NAMES: [&str; 20] =
    ["a", "b", "~", "/", "~0", "~1", "~01", "//", "", " ", "é", "😀", "\"", "\\", "0", "01", "-", "body", "\n", "%2F"];

/// An object whose values are numbers, and here and there something else.
fn object(dice: &mut Dice, depth: usize, wrong: &mut usize) -> Json {
    let mut fields = serde_json::Map::new();
    for _ in 0..dice.below(5) {
        let name = dice.text(&NAMES, 1, 3);
        if fields.contains_key(&name) {
            continue;
        }
        let value = if dice.one_in(4) {
            *wrong += 1;
            json!("wrong")
        } else if depth == 0 {
            let items: Vec<Json> = (0..dice.below(4))
                .map(|_| {
                    if dice.one_in(4) {
                        *wrong += 1;
                        json!("wrong")
                    } else {
                        json!(1)
                    }
                })
                .collect();
            items.into()
        } else {
            object(dice, depth - 1, wrong)
        };
        fields.insert(name, value);
    }
    fields.into()
}

#[test]
fn what_is_of_another_kind_stands_where_its_pointer_says() {
    let mut all = 0;
    for (seed, mut dice) in cases(3_000) {
        let mut wrong = 0;
        let value = object(&mut dice, 2, &mut wrong);
        let (_, found) = from_json::<Map<Map<Map<Vec<i64>>>>>(&value.to_string()).expect("an object");
        if found.omitted() > 0 {
            continue;
        }
        let mut places: Vec<String> = found.iter().map(|violation| violation.pointer.to_text()).collect();
        for place in &places {
            let at = value.pointer(place.strip_prefix("/body").expect("it is in the body"));
            assert_eq!(at, Some(&json!("wrong")), "{place} in {value}, LETTER_SEED={seed}");
            assert_eq!(place.parse::<Pointer>().expect("a pointer").to_text(), *place);
        }
        places.sort();
        places.dedup();
        assert_eq!(places.len(), wrong, "{value}, LETTER_SEED={seed}");
        all += wrong;
    }
    println!("pointers: {all}");
}

struct Stock(Map<i64>);

impl Validate for Stock {
    fn validate(&self, check: &mut Check<'_>) {
        check.entries(&self.0, |check, _, count| {
            check.body(count).minimum(0);
        });
    }
}

#[test]
fn what_breaks_a_rule_stands_where_its_pointer_says() {
    for (seed, mut dice) in cases(2_000) {
        let stock: Map<i64> =
            (0..dice.below(6)).map(|_| (dice.text(&NAMES, 1, 3), if dice.one_in(2) { -1 } else { 1 })).collect();
        let value = json!(stock);
        let expected = stock.values().filter(|count| **count < 0).count();
        let broken = Stock(stock).violations();
        assert_eq!(broken.len(), expected, "{value}, LETTER_SEED={seed}");
        for violation in &broken {
            let place = violation.pointer.to_text();
            let at = value.pointer(place.strip_prefix(Section::Body.as_str()).expect("it is in the body"));
            assert_eq!(at, Some(&json!(-1)), "{place} in {value}, LETTER_SEED={seed}");
        }
    }
}
