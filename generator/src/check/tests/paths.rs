//! Paths as people write them: what each slip is told as, and the path that is proposed.

use super::Specs;

/// What is told of a path with these variables described; the API has a server.
fn told(path: &str, described: &[&str]) -> String {
    let parameters: String = described.iter().flat_map(|name| ["  ", name, ": {}\n"]).collect();
    let parameters = if described.is_empty() { String::new() } else { format!("path_parameters:\n{parameters}") };
    let endpoint = format!("method: POST\npath: '{path}'\n{parameters}responses:\n  success: {{}}\n");
    let servers = "servers:\n  production:\n    url: https://api.shop.example/v1\n";
    Specs::new().api(servers).endpoint(&endpoint).said()
}

/// The path that is proposed.
fn proposed(path: &str, described: &[&str]) -> Option<String> {
    let said = told(path, described);
    let (_, rest) = said.split_once("  = write `/")?;
    Some(format!("/{}", rest.split('`').next()?))
}

#[test]
fn variables_of_other_notations_are_written_in_braces() {
    for segment in ["{{a}}", "${a}", "#{a}", "<a>", "<int:a>", "[a]", ":a", "$a", "{a", "a}", "{ a }", "{a:int}"] {
        let path = format!("/orders/{segment}/x");
        assert_eq!(proposed(&path, &["a"]).as_deref(), Some("/orders/{a}/x"), "{path}: {}", told(&path, &["a"]));
    }
    for name in ["order_id", "order-id", "order.id", "_a", "a1", "\u{e9}"] {
        let path = format!("/:{name}");
        assert_eq!(proposed(&path, &[name]), Some(format!("/{{{name}}}")), "{path}: {}", told(&path, &[name]));
    }
}

#[test]
fn what_only_looks_like_a_variable_stays() {
    for path in ["/$a", "/:a", "/orders/:1", "/orders/$-a", "/x:y"] {
        assert_eq!(told(path, &[]), "", "{path}");
    }
    // A name that is described is meant; another one is text.
    assert!(told("/orders/:a", &["a"]).starts_with("bad-path: `/orders/:a` is no path: `:a` is how another notation"));
    let said = told("/orders/:b", &["a"]);
    assert!(said.starts_with("unused-path-parameter"), "{said}");
    // What no segment can hold is a variable at any rate.
    assert_eq!(proposed("/orders/<b>", &[]).as_deref(), Some("/orders/{b}"));
    // More than a name in braces is told where the name is described.
    assert!(told("/{a:int}", &["a"]).contains("the braces of `{a:int}` hold more than a name"));
    let said = told("/{b:int}", &["a"]);
    assert!(!said.contains("hold more than a name"), "{said}");
    assert_eq!(proposed("orders/{b:int}", &["a"]).as_deref(), Some("/orders/{b:int}"));
    assert_eq!(proposed("orders/{a:int}", &["a"]).as_deref(), Some("/orders/{a}"));
    let said = told("/{ 1 }", &["1"]);
    assert!(!said.contains("hold more than a name"), "{said}");
}

#[test]
fn what_belongs_elsewhere_is_taken_off() {
    for (path, whole) in [
        ("orders", "/orders"),
        ("POST /orders", "/orders"),
        ("POST  /orders", "/orders"),
        ("https://api.shop.example/v1/orders", "/orders"),
        ("https://other.example/orders", "/orders"),
        ("https://other.example", "/"),
        ("/orders?page=1", "/orders"),
        ("/orders#top", "/orders"),
        ("/orders?page=1#top", "/orders"),
        ("//orders/:a", "/orders/:a"),
    ] {
        let given = proposed(path, &[]);
        if whole.contains(':') {
            assert_eq!(given, None, "{path}");
        } else {
            assert_eq!(given.as_deref(), Some(whole), "{path}: {}", told(path, &[]));
        }
    }
    // What would be no path either is not proposed.
    for path in ["my orders", "my /orders", "/a b", "/{}", "orders/{}"] {
        assert_eq!(proposed(path, &[]), None, "{path}: {}", told(path, &[]));
    }
}

#[test]
fn of_a_path_with_a_slip_no_variable_is_told() {
    for path in ["/my orders/{x}", "/{}/{x}", "/a{/{x}"] {
        let said = told(path, &[]);
        assert!(said.starts_with("bad-path") && !said.contains("missing-path-parameter"), "{path}: {said}");
    }
    // Once it is mended, its variables are known.
    let said = told("orders/{x}", &[]);
    assert!(said.starts_with("bad-path") && said.contains("missing-path-parameter"), "{said}");
    assert!(told("/{a}.json", &[]).starts_with("not-yet"));
    assert!(told("/{a}.json/b c", &[]).starts_with("bad-path"));
}
