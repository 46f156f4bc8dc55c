//! `docwright show`: what it says of an endpoint, and how it is asked.

use std::process::Command;

use docwright_tests::project::{Project, repository, run};
use serde_json::Value;

use crate::DOCWRIGHT;

/// A project with one endpoint, whose spec ends with these lines.
fn project(endpoint: &str) -> Project {
    let project = Project::empty(DOCWRIGHT).unwrap();
    let files = [
        ("docwright.yaml", "language: 1\ncrate:\n  name: some-clients\n  version: 0.1.0\n"),
        (
            "desk/api.yaml",
            "page:\n  address: https://docs.example/desk\ntitle: Desk\nauth:\n  login:\n    scheme: Basic\n",
        ),
        ("desk/ask.yaml", endpoint),
    ];
    for (path, text) in files {
        project.write(&format!("specs/{path}"), text).unwrap();
    }
    project
}

fn shown(project: &Project, arguments: &[&str]) -> String {
    let run = project.run(["show"].iter().chain(arguments)).unwrap();
    assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{arguments:?}");
    run.stdout
}

const ASK: &str = "\
method: PUT
path: /rooms/{room}/questions
path_parameters:
  room:
    type: string
headers:
  X-Note:
    type: string
    required: true
body:
  fields:
    text:
      type: string
      required: true
    on:
      type: string
      inferred:
        why: 'The sample: yes or no.'
        enum:
          - 'yes'
          - 'no'
    asked:
      type: integer
responses:
  success:
    body:
      fields:
        id:
          type: integer
          required: true
";

#[test]
fn one_screen_has_messages_commands_and_facts() {
    let project = Project::of_repository(DOCWRIGHT).unwrap();
    let screen = shown(&project, &["omnidesk/create_message"]);
    for line in [
        "omnidesk/create_message: Adds a message to a ticket that exists, after clearing the ticket's cache.",
        "  POST /api/v2/message HTTP/1.1",
        "  apikey: <key>",
        "  HTTP/1.1 200",
        "    --form-string 'forwardedFileIDs[]=1' \\",
        "    --header \"apikey: $OMNIDESK_KEY\" \\",
        "  client.send(request)?;",
    ] {
        assert!(screen.lines().any(|shown| shown == line), "{line}: {screen}");
    }
    let fact = |place: &str| screen.lines().find(|line| line.contains(place)).unwrap_or_else(|| panic!("{screen}"));
    let known = fact("specs/omnidesk/create_message.yaml:80");
    for word in ["body/forwardedFileIDs", "Id[], encode brackets", " known ", "(older_page) There the field is named"] {
        assert!(known.contains(word), "{word}: {known}");
    }
    assert!(fact("body/sendAt ").contains(" page "));
    assert!(!screen.contains('\u{1b}') && !screen.contains('\r'));
    let coloured = shown(&project, &["omnidesk/create_message", "--color", "always"]);
    assert!(coloured.contains("\u{1b}[1mRequest\u{1b}[0m"), "{coloured}");
}

#[test]
fn each_piece_comes_alone() {
    let project = Project::of_repository(DOCWRIGHT).unwrap();
    let screen = shown(&project, &["superoffice/add_chat_session_message"]);
    for piece in ["curl", "rust"] {
        let alone = shown(&project, &["superoffice/add_chat_session_message", "--format", piece]);
        for line in alone.lines() {
            assert!(screen.contains(&format!("  {line}\n")) || line.is_empty(), "{line}: {screen}");
        }
    }
    let docs =
        project.run(["generate"]).and_then(|_| project.read("generated/src/superoffice/add_chat_session_message.rs"));
    let docs = docs.unwrap();
    for line in shown(&project, &["superoffice/add_chat_session_message", "--format", "rust"]).lines() {
        assert!(docs.lines().any(|of_docs| of_docs == format!("/// {line}").trim_end()), "{line}");
    }
    let http = shown(&project, &["superoffice/add_chat_session_message", "--format", "http"]);
    assert!(http.starts_with("POST /cust-id/api/v1/ChatSession/1/Messages HTTP/1.1\r\nhost: env.superoffice.com\r\n"));
}

#[test]
fn what_is_resolved_comes_as_yaml_and_as_json() {
    let project = project(ASK);
    let yaml = shown(&project, &["desk/ask", "--format", "yaml"]);
    let json = shown(&project, &["desk/ask", "--format", "json"]);
    let mut json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json.as_object_mut().unwrap().remove("diagnostics"), Some(Value::Array(vec![])));
    assert_eq!(serde_yaml::from_str::<Value>(&yaml).unwrap(), json);

    let field = &json["body"]["fields"]["on"];
    assert_eq!((&field["type"]["value"], &field["type"]["by"]), (&"string".into(), &"page".into()));
    assert_eq!(field["enum"]["value"], serde_json::json!(["yes", "no"]));
    assert_eq!((&field["enum"]["by"], &field["enum"]["why"]), (&"inferred".into(), &"The sample: yes or no.".into()));
    assert_eq!(field["enum"]["at"], "specs/desk/ask.yaml:20");
    assert!(yaml.contains("\n          - 'yes'\n          - 'no'\n"), "{yaml}");
}

#[test]
fn which_credentials_it_takes_and_what_they_are_stand_under_names_of_their_own() {
    let project = project(&format!("auth:\n  - login\n{ASK}"));
    let yaml = shown(&project, &["desk/ask", "--format", "yaml"]);
    let resolved = serde_yaml::from_str::<Value>(&yaml).unwrap();
    assert_eq!(resolved["auth"]["value"], serde_json::json!(["login"]));
    assert_eq!(resolved["credentials"]["login"]["scheme"]["value"], "Basic");
}

#[test]
fn without_a_sample_values_are_made_up() {
    let project = project(ASK);
    assert_eq!(
        shown(&project, &["desk/ask", "--format", "http"]),
        "PUT /rooms/text/questions HTTP/1.1\r\nhost: api.example.com\r\naccept: application/json\r\n\
         content-type: application/json\r\ncontent-length: 15\r\nx-note: text\r\n\
         authorization: Basic <base64 of user:password>\r\n\r\n{\"text\":\"text\"}"
    );
    let screen = shown(&project, &["desk/ask"]);
    assert!(
        screen.contains("\n  HTTP/1.1 200\n  content-type: application/json\n\n  {\n    \"id\": 1\n  }\n"),
        "{screen}"
    );
    assert!(screen.contains("    --user \"$DESK_USER:$DESK_PASSWORD\" \\\n"), "{screen}");
}

/// The golden specs, which have no samples: what is made up for them is what their call in Rust sends.
#[test]
fn every_construct_is_shown() {
    let project = Project::empty(DOCWRIGHT).unwrap();
    project.overlay(&repository().join("tests/golden/specs"), "specs").unwrap();
    let listed: Value = serde_json::from_str(&project.run(["list", "--format", "json"]).unwrap().stdout).unwrap();
    let mut count = 0;
    for api in listed["apis"].as_array().unwrap() {
        for endpoint in api["endpoints"].as_array().unwrap() {
            let name = format!("{}/{}", api["name"].as_str().unwrap(), endpoint["name"].as_str().unwrap());
            let http = shown(&project, &[&name, "--format", "http"]);
            let (head, body) = http.split_once("\r\n\r\n").unwrap();
            assert!(!head.contains('{'), "{name}: each variable has a value: {http}");
            if head.contains("content-type: application/json") || head.contains("+json\r\n") {
                assert!(serde_json::from_str::<Value>(body).is_ok(), "{name}: {http}");
            }
            for piece in ["human", "yaml", "curl", "rust"] {
                assert!(!shown(&project, &[&name, "--format", piece]).is_empty());
            }
            count += 1;
        }
    }
    assert!(count >= 15, "{count}");
}

/// Words that a shell would read otherwise: quotes, variables, substitutions, lines, a word that begins with a dash.
#[cfg(unix)]
#[test]
fn a_shell_reads_the_command_as_it_is_meant() {
    let text = r#"it's $HOME `id` $(id) "a" \\ !x"#;
    let project = project(&format!(
        "{ASK}\
examples:
  odd:
    request:
      path_parameters:
        room: 'a b/''c'''
      headers:
        X-Note: \"it's $HOME\"
      body: |
        {{\"text\": {text}, \"asked\": 1.0}}
  plain:
    request:
      headers:
        X-Note: -x
      body: |
        {{\"text\": \"plain\"}}
",
        text = Value::from(text)
    ));
    let words = |example: &str| {
        let command = shown(&project, &["desk/ask", "--format", "curl", "--example", example]);
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("curl() {{ printf '%s\\036' \"$@\"; }}\n{command}")]);
        shell.env("DESK_USER", "us er").env("DESK_PASSWORD", "pass$word");
        run(&mut shell).unwrap().stdout.split_terminator('\u{1e}').map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(
        words("odd"),
        [
            "--request",
            "PUT",
            "https://api.example.com/rooms/a%20b%2F%27c%27/questions",
            "--header",
            "accept: application/json",
            "--header",
            "content-type: application/json",
            "--header",
            "x-note: it's $HOME",
            "--user",
            "us er:pass$word",
            "--data-raw",
            &format!("{{\"text\":{},\"asked\":1}}", Value::from(text)),
        ]
    );
    assert!(words("plain").contains(&"x-note: -x".to_owned()));
    let screen = shown(&project, &["desk/ask", "--example", "plain"]);
    assert!(screen.contains("Request (the page's example `plain`)\n"), "{screen}");
}

#[test]
fn a_name_that_nothing_has_is_answered_with_what_was_meant() {
    let project = Project::of_repository(DOCWRIGHT).unwrap();
    for (arguments, meant) in [
        (&["pland/send_nte"][..], "did you mean `pland/send_note`?"),
        (&["pladn/send_note"], "did you mean `pland/send_note`?"),
        (&["send_note"], "did you mean `pland/send_note`?"),
        (&["plad"], "did you mean `pland`?"),
        (&["nothing_like_it"], "`docwright list` has all endpoints"),
        (&["pland/send_note", "--example", "smple"], "did you mean `sample`?"),
        (&["pland/send_note", "--example", "another"], "it has `sample`"),
        (&["pland/send_note", "--format", "htpp"], "'http'"),
    ] {
        let run = project.run(["show"].iter().chain(arguments)).unwrap();
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{arguments:?}");
        assert!(run.stderr.contains(meant), "{arguments:?}: {}", run.stderr);
    }
    let api = shown(&project, &["omnidesk"]);
    assert!(api.lines().any(|line| line.starts_with("omnidesk/create_message ")) && !api.contains("pland"), "{api}");

    project.replace("specs/pland/send_note.yaml", "method: POST", "method: post").unwrap();
    let run = project.run(["show", "pland/send_note"]).unwrap();
    assert_eq!((run.code, run.stdout.as_str()), (1, ""));
    assert!(run.stderr.contains("specs/pland/send_note.yaml:7"), "{}", run.stderr);
    // What is wrong with another API is not in the way.
    shown(&project, &["omnidesk/create_message"]);
}

#[test]
fn what_stands_in_the_query_is_shown_there() {
    let project = Project::empty(DOCWRIGHT).unwrap();
    project.overlay(&repository().join("tests/golden/specs"), "specs").unwrap();
    let http = shown(&project, &["queries/search", "--format", "http"]);
    let line = http.lines().next().unwrap();
    assert!(line.starts_with("GET /") && line.ends_with("&api_key=<key> HTTP/1.1"), "{line}");
    let curl = shown(&project, &["queries/search", "--format", "curl"]);
    assert!(curl.starts_with("curl \"https://") && curl.contains("&api_key=$QUERIES_KEY\" \\\n"), "{curl}");
}

#[test]
fn no_method_is_more_than_a_word_to_a_shell() {
    let project = project("method: ODD`$!\npath: /rooms\nresponses:\n  success: {}\n");
    let command = shown(&project, &["desk/ask", "--format", "curl"]);
    assert!(command.starts_with("curl --request 'ODD`$!' \\\n"), "{command}");
}
