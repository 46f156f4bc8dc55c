//! Forms and paths: what is written is read, whatever it holds.

use proptest::prelude::*;

use crate::runtime::core::{Log, Reader, Unwritable, pairs, parts};
use crate::runtime::{Field, Form, Json, JsonObject, Object, Section, percent};

fn form(boundaries: &[&str], parts: impl Fn(&mut Form)) -> Result<(String, Vec<u8>), Unwritable> {
    Form::write(boundaries.iter().map(|boundary| (*boundary).to_owned()), parts)
}

fn read(body: &str) -> Option<Vec<(String, String)>> {
    parts("multipart/form-data; boundary=b", body.replace('\n', "\r\n").as_bytes())
}

#[test]
fn a_form_is_written_to_the_byte() {
    let (boundary, bytes) = form(&["b"], |form| {
        form.put("a\"\r\n", &"1".to_owned())
            .put("absent", &None::<i64>)
            .put("null", &Field::<i64>::Null)
            .put("list", &vec![1, 2])
            .put_brackets("l", &Some(vec![true, false]))
            .put_comma("c", &vec!["x".to_owned(), "y".to_owned()])
            .put_comma("e", &Field::<Vec<i64>>::Null)
            .put_or("n", &Field::<i64>::Null, &0)
            .put_nullable_or("m", &None::<String>, &"-");
    })
    .unwrap();
    let part =
        |name, value| format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
    let expected = [
        ("a%22%0D%0A", "1"),
        ("null", ""),
        ("list", "1"),
        ("list", "2"),
        ("l[]", "true"),
        ("l[]", "false"),
        ("c", "x,y"),
        ("e", ""),
        ("n", "0"),
        ("m", "-"),
    ];
    let expected: String = expected.map(|(name, value)| part(name, value)).concat();
    assert_eq!(String::from_utf8(bytes).unwrap(), format!("{expected}--b--\r\n"));
}

#[test]
fn pairs_are_written_to_the_byte() {
    let written = Form::pairs(|form| {
        form.put("a b", &"x&y=z+1 æ*-._~".to_owned())
            .put("absent", &None::<i64>)
            .put("null", &Field::<i64>::Null)
            .put_repeat("list", &vec![1, 2])
            .put_brackets("l", &Some(vec![true, false]))
            .put_comma("c", &vec!["x".to_owned(), "y".to_owned()])
            .put_comma("e", &Field::<Vec<i64>>::Null)
            .put_or("n", &Field::<i64>::Null, &0)
            .put_nullable_or("m", &None::<String>, &"-");
    });
    let expected = "a+b=x%26y%3Dz%2B1+%C3%A6*-._%7E&null=&list=1&list=2&l%5B%5D=true&l%5B%5D=false&c=x%2Cy&e=&n=0&m=-";
    assert_eq!(written, expected);
}

#[test]
fn pairs_are_read_as_others_write_them() {
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(
        pairs("&a=1&&b&c=x=y&a=%2B+2&=&d=%zz%ff&"),
        [pair("a", "1"), pair("b", ""), pair("c", "x=y"), pair("a", "+ 2"), pair("", ""), pair("d", "%zz\u{fffd}"),]
    );
    assert!(pairs("").is_empty());
}

#[test]
fn other_fields_of_a_form_stand_beside_its_own() {
    let others = || JsonObject::new().with("own", "2").with("list", [1, 2]).with("flag", true).with("none", Json::Null);
    let written = Form::pairs(|form| {
        form.put("own", &"1".to_owned()).put_all(&others());
    });
    assert_eq!(written, "own=1&flag=true&list=1&list=2&none=");
    let (_, bytes) = form(&["b"], |form| {
        form.put("own", &"1".to_owned()).put_all(&others());
    })
    .unwrap();
    assert_eq!(parts("multipart/form-data; boundary=b", &bytes).unwrap(), pairs(&written));
}

#[test]
fn a_boundary_occurs_in_no_part() {
    let parts = |form: &mut Form| {
        form.put("x", &"a first b".to_owned());
    };
    assert_eq!(form(&["first", "second"], parts).unwrap().0, "second");
    assert_eq!(form(&["first"], parts), Err(Unwritable::Boundary));
}

#[test]
fn forms_are_read_as_others_write_them() {
    let expected = Some(vec![("a".to_owned(), "1\r\n--c".to_owned()), ("b".to_owned(), String::new())]);
    let plain = "--b\nContent-Disposition: form-data; name=\"a\"\n\n1\n--c\n--b\ncontent-disposition:form-data;filename=\"name=\";name=b\nX: y\n\n\n--b--\n";
    assert_eq!(read(plain), expected);
    assert_eq!(read(&format!("preamble\n{}epilogue", plain.replace("--b\n", "--b \t\n"))), expected);
    assert_eq!(read("--b--"), Some(Vec::new()));
    for bad in ["", "--b", "--b\n", "--b\nContent-Disposition: form-data\n\nx\n--b--", "--b\n\nx\n--b--", "--c--"] {
        assert_eq!(read(bad), None, "{bad}");
    }
    assert_eq!(parts("multipart/form-data", b"--b--"), None);
    let name = |written: &str| {
        let body = format!("--b\nContent-Disposition: form-data; name=\"{written}\"; x=1\n\n1\n--b--");
        read(&body).map(|parts| parts[0].0.clone())
    };
    let names = [
        (r#"a\"b"#, r#"a"b"#),
        (r"a\\b", r"a\b"),
        (r"C:\a", r"C:\a"),
        (r"a\\", r"a\"),
        ("a%22", "a\""),
        (r"é\é", r"é\é"),
    ];
    for (written, meant) in names {
        assert_eq!(name(written).as_deref(), Some(meant));
    }
    assert_eq!(name(r"a\"), None, "a quote that ends nothing");
    assert_eq!(parts("multipart/form-data; Boundary=\"b\"", b"--b--"), Some(Vec::new()));
}

#[test]
fn lists_are_read_in_each_of_their_forms() {
    let texts = [("r", "1"), ("r", "2"), ("b[]", "3"), ("c", "4,5"), ("empty", ""), ("null", "")];
    let mut log = Log::new();
    let pairs = texts.map(|(name, text)| (name.to_owned(), text.to_owned()));
    let mut object = Object::of_texts(pairs, Reader::of(Section::Body, &mut log));
    assert_eq!(object.take::<Vec<i64>>("r"), [1, 2]);
    assert_eq!(object.take_brackets::<Vec<i64>, _>("b"), [3]);
    assert_eq!(object.take_comma::<Option<Vec<i64>>, _>("c"), Some(vec![4, 5]));
    assert_eq!(object.take_comma::<Option<Vec<i64>>, _>("empty"), Some(vec![]));
    assert_eq!(object.take_comma::<Field<Vec<i64>>, _>("null"), Field::Null);
    assert!(object.take_brackets::<Vec<i64>, _>("absent").is_empty());
    assert_eq!(object.take_repeat::<Option<Vec<i64>>, _>("absent"), None);
    assert!(object.take_repeat::<Vec<i64>, _>("absent").is_empty());
    object.finish();
    assert!(log.findings.finish().is_empty());
}

#[test]
fn header_names_have_no_case_and_lists_may_stand_in_lines() {
    let texts = [("x-list", "a, b"), ("x-list", "c"), ("so-language", "nb")];
    let mut log = Log::new();
    let pairs = texts.map(|(name, text)| (name.to_owned(), text.to_owned()));
    let mut object = Object::of_texts(pairs, Reader::of(Section::Headers, &mut log));
    assert_eq!(object.take_comma::<Vec<String>, _>("X-List"), ["a", "b", "c"]);
    assert_eq!(object.take::<String>("SO-Language"), "nb");
}

proptest! {
    #[test]
    fn parts_are_read_as_written(fields in proptest::collection::vec((any::<String>(), any::<String>()), 0..6)) {
        let written = form(&["b", "--", "boundary-of-some-length"], |form| {
            for (name, text) in &fields {
                form.put(name, text);
            }
        });
        if let Ok((boundary, bytes)) = written {
            // Names are escaped as browsers do, which does not escape the escapes themselves.
            let as_read = |name: &String| name.replace("%22", "\"").replace("%0A", "\n").replace("%0D", "\r");
            let expected: Vec<_> = fields.iter().map(|(name, text)| (as_read(name), text.clone())).collect();
            prop_assert_eq!(parts(&format!("multipart/form-data; boundary={boundary}"), &bytes), Some(expected));
        }
    }

    #[test]
    fn reading_a_form_never_panics(body in proptest::collection::vec(any::<u8>(), 0..60), media_type in any::<String>()) {
        _ = parts("multipart/form-data; boundary=b", &body);
        _ = parts(&media_type, &body);
    }

    #[test]
    fn pairs_are_read_as_written(fields in proptest::collection::vec((any::<String>(), any::<String>()), 0..6)) {
        let written = Form::pairs(|form| {
            for (name, text) in &fields {
                form.put(name, text);
            }
        });
        prop_assert!(written.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"*-._+%=&".contains(&byte)));
        prop_assert_eq!(pairs(&written), fields);
    }

    #[test]
    fn a_path_argument_stays_one_segment(text in any::<String>()) {
        let mut segment = String::new();
        percent::encode_segment(&text, &mut segment);
        prop_assert!(segment.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte)));
        prop_assert_eq!(percent::decode_segment(&segment), text);
    }
}

#[test]
fn a_stray_percent_is_itself() {
    assert_eq!(percent::decode_segment("100%"), "100%");
    assert_eq!(percent::decode_segment("%zz%2"), "%zz%2");
    assert_eq!(percent::decode_segment("%ff"), "\u{fffd}");
}
