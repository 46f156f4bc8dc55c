//! Chains of rules: what each link lets pass, of a value and of the items of a list.

use crate::runtime::core::Findings;
use crate::runtime::{Check, Field, Missing, Section, Validate, Violation};

fn found(check: impl FnOnce(&mut Check<'_>)) -> Vec<String> {
    let mut findings = Findings::all();
    check(&mut Check::new(Section::Body, &mut findings));
    findings.finish().iter().map(Violation::to_string).collect()
}

#[test]
fn a_constant_is_one_value() {
    let texts = vec!["on".to_owned(), "off".to_owned()];
    let broken = found(|check| {
        check.at("a", &texts[0]).constant("on").constant("off");
        check.at("b", &true).constant(true).constant(false);
        check.at("c", &7_i64).constant(7).constant(8);
        check.at("d", &1.5_f64).constant(1.5).constant(2.5);
        check.each("e", &texts).constant("on");
        check.each("f", &vec![true, false]).constant_boolean(true);
        check.each("g", &vec![7_i64, 8]).constant_integer(7);
        check.each("h", &vec![1.5_f64, 2.5]).constant_number(1.5);
    });
    assert_eq!(
        broken,
        [
            "/body/a: found text of 2 characters, allowed: off [const]",
            "/body/b: found true, allowed: false [const]",
            "/body/c: found 7, allowed: 8 [const]",
            "/body/d: found 1.5, allowed: 2.5 [const]",
            "/body/e/1: found text of 3 characters, allowed: on [const]",
            "/body/f/1: found false, allowed: true [const]",
            "/body/g/1: found 8, allowed: 7 [const]",
            "/body/h/1: found 2.5, allowed: 1.5 [const]",
        ]
    );
}

#[test]
fn no_item_has_the_comma_that_joins_them() {
    let broken = found(|check| _ = check.each("tags", &vec!["a".to_owned(), "a,b".to_owned()]).no_comma());
    assert_eq!(broken, ["/body/tags/1: found text of 3 characters, allowed: no comma within a comma list [encode]"]);
}

/// A value that always breaks a rule.
struct Never;

impl Validate for Never {
    fn validate(&self, check: &mut Check<'_>) {
        check.at("at", &1_i64).constant(2);
    }
}

#[test]
fn what_is_there_is_validated_however_it_is_wrapped() {
    let count = |value: &dyn Fn(&mut Check<'_>)| found(value).len();
    assert_eq!(count(&|check| check.nested("a", &Some(Never))), 1);
    assert_eq!(count(&|check| check.nested("a", &None::<Never>)), 0);
    assert_eq!(count(&|check| check.nested("a", &Field::Value(Never))), 1);
    assert_eq!(count(&|check| check.nested("a", &Field::<Never>::Null)), 0);
    assert_eq!(count(&|check| check.nested("a", &Ok::<_, Missing>(Never))), 1);
    assert_eq!(count(&|check| check.nested("a", &Err::<Never, _>(Missing { field: "a" }))), 0);
    assert_eq!(found(|check| check.nested_body(&vec![Never])), ["/body/0/at: found 1, allowed: 2 [const]"]);
}

#[test]
fn what_must_be_there_and_is_not() {
    let broken = found(|check| {
        check.required("a", &None::<i64>);
        check.required("b", &Some(1_i64));
        check.required("c", &Field::<i64>::Null);
        check.required_inferred("d", &Field::<i64>::Absent);
        check.required_inferred("e", &Field::Value(1_i64));
    });
    assert_eq!(broken.len(), 2, "{broken:?}");
    assert!(broken[0].starts_with("/body/a: ") && broken[1].starts_with("/body/d: "), "{broken:?}");
}

#[test]
fn a_field_is_made_of_its_value_and_gives_it_back() {
    assert_eq!(Field::from(3), Field::Value(3));
    assert_eq!((Field::from(3).into_value(), Field::<i64>::Null.into_value()), (Some(3), None));
    assert_eq!(Missing { field: "id" }.to_string(), "the answer lacks the promised field id");
}

#[test]
fn more_than_is_kept_is_counted() {
    let broken = |limit| {
        let mut findings = Findings::up_to(limit);
        let mut others = Findings::up_to(limit);
        Never.validate(&mut Check::new(Section::Body, &mut findings));
        for _ in 0..4 {
            Never.validate(&mut Check::new(Section::Body, &mut others));
        }
        findings.append(others);
        findings
    };
    let told = broken(2).finish();
    assert_eq!((told.iter().count(), told.omitted()), (2, 3));
    let validated = broken(2);
    let judged = broken(9).judged(validated);
    assert_eq!((judged.iter().count(), judged.omitted()), (7, 3));
    let mut kept = broken(9);
    kept.retain(|_| false);
    assert_eq!(kept.finish().iter().count(), 0);
}
