//! Skeletons from curl commands: canonical, accepted by `check`, and without a secret.

use std::fs;

use camino::Utf8PathBuf;
use proptest::prelude::*;

use super::{Project, Skeleton, Wish, project, read_curl, skeleton};
use crate::diagnostic::{Diagnostics, Id, Sources};
use crate::disk::together::create;
use crate::format::{Form, format};
use crate::spec::decode;
use crate::spec::table::At;
use crate::yaml::parse;
use crate::{check, pipeline, plan};

const PAGE: &str = "https://example.com/docs";

fn of(text: &str) -> Skeleton {
    let curl = match read_curl(text) {
        Ok(curl) => curl,
        Err(unread) => panic!("{text}: {}", unread.title),
    };
    let wish = Wish { api: "acme", page: Some(PAGE), curl: Some(curl), ..Wish::default() };
    skeleton(wish).expect("an address of HTTP")
}

/// Checks that a text is in canonical form.
fn assert_canonical(text: &str, at: At) {
    let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
    let file = sources.add("written.yaml", text);
    let node = parse(file, &sources, &mut found).expect("YAML");
    _ = decode(&node, at, text, &mut found);
    let unsaid = |id| matches!(id, Id::MissingKey | Id::NotYet);
    assert!(found.iter().all(|diagnostic| unsaid(diagnostic.id)), "{found:?}\n{text}");
    assert_eq!(format(file, &sources, at, &mut found), Form::Canonical(text.to_owned()), "{text}");
}

/// Writes a project with a skeleton, and says what is wrong with it.
fn checked(made: &Skeleton) -> Vec<String> {
    let temporary = tempfile::tempdir().expect("a temporary folder");
    let root = Utf8PathBuf::from_path_buf(temporary.path().to_owned()).expect("UTF-8");
    create(&root, &project(Project { crate_name: "acme-clients", api: "example" }).specs).expect("written");
    let specs = root.join("specs");
    fs::create_dir(specs.join("acme")).expect("created");
    fs::write(specs.join("acme/api.yaml"), made.api.as_deref().expect("a new API")).expect("written");
    fs::write(specs.join("acme/call.yaml"), &made.endpoint).expect("written");
    let pipeline::Meaning { mut found, model, .. } = pipeline::read(&specs);
    if let Some(model) = &model {
        check::check(model, &mut found);
        plan::plan(model, &mut found);
    }
    found.iter().map(ToString::to_string).collect()
}

#[test]
fn the_starter_is_canonical_and_holds() {
    let files = project(Project { crate_name: "acme-clients", api: "acme" });
    for (path, at) in [
        ("specs/docwright.yaml", At::Project),
        ("specs/acme/api.yaml", At::Api),
        ("specs/acme/create_note.yaml", At::Endpoint),
    ] {
        let file = files.specs.iter().find(|file| file.path == path).expect("a file of the starter");
        assert_canonical(&file.text, at);
    }
}

#[test]
fn a_sample_fills_the_skeleton() {
    let made = of(r#"curl -L -X POST 'https://api.example.com/v2/chats/42/notes' \
        -H 'Authorization: Bearer hunter2' -H 'Content-Type: application/json' -H 'X-Trace: 7' \
        --data-raw '{"text": "Hi", "pinned": false, "due": "2026-11-21T18:00:00Z", "author": null, "tags": ["a"],
                     "items": [{"id": 1, "password": "hunter2"}], "meta": {"no": 1.5}}'"#);
    insta::assert_snapshot!(made.api.as_deref().unwrap_or_default());
    insta::assert_snapshot!(made.endpoint);
    assert_eq!(made.decisions, [""; 0]);
    insta::assert_snapshot!(made.remarks.join("\n"), @r"
    `-L` of curl was left out: a spec says nothing of connections
    the value of `/body/items/0/password` was not kept: it may be a secret
    ");
    assert_canonical(&made.endpoint, At::Endpoint);
    assert_eq!(checked(&made), [""; 0]);
}

/// Calls as pages of vendors show them: how they are quoted, named and encoded is a fact, their values are made up.
#[test]
fn calls_as_pages_show_them_hold() {
    for text in [
        // A header pair for one caller, data without a label, and a line that forgot its backslash.
        "curl -H \"X-Auth-Token: 9HqLly\" \\\n     -H \"X-User-Id: aobEdb\" \\\n     https://localhost:3000/api/v1/channels.convertToTeam\n     -d '{ \n          \"channelName\": \"team-01\" }'",
        "curl --location 'http://localhost:3000/api/v1/licenses.add' \\\n--header 'x-auth-token: fjiPBh' \\\n--header 'x-user-id: rbAXPn' \\\n--data '{\n    \"license\":\"VFJ0vH\"\n}'",
        "curl -L -X DELETE 'http://localhost:3000/api/v1/email-inbox/61717dd1066bc500096cb36d' \\\n-H 'X-User-Id: d26x6z' \\\n-H 'X-Auth-Token: Zu-Z6e'",
        "curl https://api.example.com/v1/charges -u sk_test_4eC39H: -d amount=2000 -d currency=usd -d \"list[]=a\" -d 'list[]=b'",
        "curl https://api.example.com/search?q=a+b&limit=10&tag=x&tag=y&ids[]=1&api_key=4eC39H -H 'Sec-Fetch-Mode: cors'",
        "curl -G https://api.example.com/search -d from=2026-11-21 --data-urlencode 'q=a b' -H 'X-Auth: Token 9HqLly'",
        "curl https://api.example.com/search?after=hunter2Hunter2 -H 'X-Acme: hunter2Hunter2' --json '{\"a\": \"Bearer hunter2\", \"b\": [\"sk_test_hunter2\", \"x\"]}'",
        "curl -F chat_id=1 -F 'text=Hello' https://api.example.org/bot123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11/sendMessage",
        "curl -X PUT \"https://YOUR_DOMAIN.example.com/api/users/<user id>\" --json \"{\\\"active\\\": true}\"",
    ] {
        let made = of(text);
        assert_eq!(checked(&made), [""; 0], "{text}\n{}", made.endpoint);
        assert_canonical(&made.endpoint, At::Endpoint);
        let all = format!("{}{:?}{:?}{:?}", made.endpoint, made.api, made.decisions, made.remarks);
        for secret in ["9HqLly", "fjiPBh", "Zu-Z6e", "4eC39H", "zyx57W", "unter2"] {
            assert!(!all.contains(secret), "{all}");
        }
    }
}

#[test]
fn what_cannot_be_settled_is_to_be_decided() {
    for (text, decided) in [
        ("curl -X GET https://a.example/x -d '{\"a\": 1}'", "GET"),
        ("curl https://a.example/x -H 'Content-Type: application/json' -d '{a}'", "no JSON"),
        ("curl https://a.example/x -H 'Content-Type: text/plain' -d hello", "text/plain"),
        ("curl https://a.example/x -F 'photo=@\"a.png\"' -F 'text=hello'", "`photo`"),
    ] {
        let made = of(text);
        assert!(made.decisions.iter().any(|decision| decision.contains(decided)), "{text}: {:?}", made.decisions);
        assert_canonical(&made.endpoint, At::Endpoint);
    }
}

fn any_json() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just("null".to_owned()),
        any::<bool>().prop_map(|flag| flag.to_string()),
        any::<i64>().prop_map(|number| number.to_string()),
        (-1.0e6..1.0e6).prop_map(|number: f64| serde_json::Value::from(number).to_string()),
        "[ -~é\\n]{0,12}".prop_map(|text| serde_json::Value::from(text).to_string()),
        Just("\"2026-11-21\"".to_owned()),
        Just("\"a@example.com\"".to_owned()),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..3).prop_map(|items| format!("[{}]", items.join(","))),
            object_of(inner),
        ]
    })
}

fn object_of(inner: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    proptest::collection::btree_map("[a-z]{2}", inner, 1..4).prop_map(|members| {
        let members: Vec<String> = members.iter().map(|(name, value)| format!("\"{name}x\":{value}")).collect();
        format!("{{{}}}", members.join(","))
    })
}

fn any_curl() -> impl Strategy<Value = String> {
    let segment = prop_oneof![
        "[a-z]{1,6}",
        "[0-9]{1,6}",
        "\\{[a-z]{1,4}\\}",
        Just("550e8400-e29b-41d4-a716-446655440000".to_owned())
    ];
    let path = proptest::collection::vec(segment, 0..5).prop_map(|segments| segments.join("/"));
    let query = proptest::collection::vec("[a-z]{1,2}(\\[\\])?=[a-z0-9%+.:-]{0,5}", 0..4)
        .prop_map(|pairs| if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) });
    let header = prop_oneof![
        Just(String::new()),
        Just("-H 'Authorization: Bearer hunter2'".to_owned()),
        Just("-u me:hunter2".to_owned()),
        Just("-H 'x-api-key: hunter2' -b 'sid=hunter2'".to_owned()),
        "[a-z]{3,8}".prop_map(|value| format!("-H 'X-Acme: {value}'")),
    ];
    let body = prop_oneof![
        Just(String::new()),
        object_of(any_json()).prop_map(|json| format!("--json '{}'", json.replace('\'', "'\\''"))),
        any_json().prop_map(|json| format!("-H 'Content-Type: application/json' -d '{}'", json.replace('\'', "'\\''"))),
        proptest::collection::vec("[a-z]{1,3}=[ -&(-~]{0,6}", 1..4)
            .prop_map(|pairs| { pairs.iter().flat_map(|pair| ["--form-string '", pair, "' "]).collect() }),
    ];
    (path, query, header, body)
        .prop_map(|(path, query, header, body)| format!("curl 'https://api.example.com/{path}{query}' {header} {body}"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn every_skeleton_is_canonical_and_holds_or_is_to_be_decided(text in any_curl()) {
        let made = of(&text);
        assert_canonical(&made.endpoint, At::Endpoint);
        assert_canonical(made.api.as_deref().unwrap_or_default(), At::Api);
        let found = checked(&made);
        let is_told = |diagnostic: &String| diagnostic.contains("not-yet") || diagnostic.contains("name-collision");
        prop_assert!(!made.decisions.is_empty() || found.iter().all(is_told), "{}\n{:#?}\n{}", text, found, made.endpoint);
        prop_assert!(!format!("{made:?}").contains("hunter2"), "{}", text);
    }

    #[test]
    fn no_text_is_too_odd_for_a_curl_command(text in any::<String>(), options in "[-XHdFuGb@:='\"\\\\$^{}<>&? a-z/.\\[\\]\n%]{0,40}") {
        for text in [text.clone(), format!("curl {text}"), format!("curl {options}"), format!("curl https://{options}")] {
            if let Ok(curl) = read_curl(&text) {
                let made = skeleton(Wish { api: "acme", curl: Some(curl), ..Wish::default() });
                if let Ok(made) = made {
                    assert_canonical(&made.endpoint, At::Endpoint);
                }
            }
        }
    }
}
