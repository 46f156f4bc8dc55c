//! What `docwright show` says of the wire: the request is the one that the generated client sends, and the command of curl
//! sends it too.

use std::process::Command;

use camino::Utf8PathBuf;
use docwright::diagnostic::{Diagnostics, Sources};
use docwright::{model, spec};
use docwright_tests::project::{repository, run};
use message_clients::runtime::Json;
use message_clients::runtime::client::{Api, Endpoint, Level, Policy, Request, http};
use message_clients::{ninety_nine_digital, omnidesk, pland, superoffice};

use crate::adapter::{Adapter, builder, in_both};
use crate::server::{Answer, Received, Server};

in_both!(
    a_note_goes_out_as_it_is_shown,
    a_form_goes_out_as_it_is_shown,
    a_small_form_goes_out_as_it_is_shown,
    settings_go_out_as_they_are_shown,
    a_chat_message_goes_out_as_it_is_shown,
);

fn a_note_goes_out_as_it_is_shown<T: Adapter>() {
    goes_out_as_shown::<T, pland::SendNote>(pland::Auth::api_key("<key>"));
}

fn a_form_goes_out_as_it_is_shown<T: Adapter>() {
    goes_out_as_shown::<T, omnidesk::CreateMessage>(omnidesk::Auth::api_key("<key>"));
}

fn a_small_form_goes_out_as_it_is_shown<T: Adapter>() {
    goes_out_as_shown::<T, omnidesk::CreateChatbotMessage>(omnidesk::Auth::api_key("<key>"));
}

fn settings_go_out_as_they_are_shown<T: Adapter>() {
    goes_out_as_shown::<T, superoffice::AddChatSessionMessage>(superoffice::Auth::bearer("<token>"));
}

fn a_chat_message_goes_out_as_it_is_shown<T: Adapter>() {
    goes_out_as_shown::<T, ninety_nine_digital::CreateMessage>(ninety_nine_digital::Auth::api_key("<key>"));
}

/// A piece of what is shown of an endpoint.
fn shown<E: Endpoint>(piece: &str) -> String {
    let mut docwright = Command::new(env!("CARGO_BIN_EXE_docwright-tested"));
    docwright.args(["show", &E::INFO.to_string(), "--format", piece]).current_dir(repository());
    let run = run(&mut docwright).unwrap();
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    run.stdout
}

/// Reads what is shown as a server does, sends what was read, and compares what comes.
fn goes_out_as_shown<T: Adapter, E: Endpoint>(auth: <E::Api as Api>::Auth) {
    let text = shown::<E>("http");
    let shown = Received::parse(text.as_bytes()).unwrap();
    let request = request(&shown);
    assert_eq!(fields(&shown), of_the_page::<E>());

    let received = E::from_request(&request).unwrap();
    let server = Server::answering([Answer::empty(500)]);
    let builder = builder::<T, E::Api>(&format!("{}{}", server.url, base::<E>(&shown)), auth);
    let client = builder.settings(received.settings).policy(Policy::all(Level::Warn)).build().unwrap();
    _ = T::send(client.call(received.endpoint.unwrap()));
    same(&server.request(), &shown);
}

/// Both requests are the same, but for the boundary of a form.
fn same(came: &Received, shown: &Received) {
    assert_eq!((&came.line, came.headers()), (&shown.line, shown.headers()));
    match (came.boundary(), shown.boundary()) {
        (Some(came_between), Some(shown_between)) => {
            assert_eq!(came.text().replace(came_between, shown_between), shown.text());
        }
        _ => assert_eq!(came.text(), shown.text()),
    }
}

fn request(shown: &Received) -> Request {
    let (method, target) = method_and_target(shown);
    let mut request = http::Request::builder().method(method).uri(target);
    for (name, value) in shown.each_header() {
        request = request.header(name, value);
    }
    request.body(shown.text().to_owned().into()).unwrap()
}

fn method_and_target(shown: &Received) -> (&str, &str) {
    let (method, rest) = shown.line.split_once(' ').unwrap();
    (method, rest.strip_suffix(" HTTP/1.1").unwrap())
}

/// The path of the server.
fn base<E: Endpoint>(shown: &Received) -> String {
    let segments: Vec<&str> = method_and_target(shown).1.split('/').collect();
    let own = E::INFO.path.split('/').count() - 1;
    segments[..segments.len() - own].join("/")
}

/// The body as JSON, the fields of a form as a list of names and texts.
fn fields(shown: &Received) -> Json {
    match shown.boundary() {
        Some(_) => shown.parts().into_iter().map(|(name, text)| Json::from(vec![name, text])).collect(),
        None => shown.text().parse().unwrap(),
    }
}

/// The same of the page's first sample.
fn of_the_page<E: Endpoint>() -> Json {
    let specs = Utf8PathBuf::from_path_buf(repository().join("specs")).unwrap();
    let (mut sources, mut found) = (Sources::default(), Diagnostics::default());
    let files = spec::load(&specs, &mut sources, &mut found).unwrap().unwrap();
    let model = model::build(&files, &mut found).unwrap();
    let api = model.apis.iter().find(|api| api.name == E::INFO.api).unwrap();
    let endpoint = api.endpoints.iter().find(|endpoint| endpoint.name == E::INFO.name).unwrap();
    let sample = endpoint.examples[0].request.as_ref().unwrap().body.as_ref().unwrap();
    if endpoint.body.as_ref().unwrap().form().is_none() {
        return sample.text.parse().unwrap();
    }
    // In the order of the page, which the text has and JSON's reader has not.
    let Json::Object(object) = sample.text.parse().unwrap() else { panic!("a form is an object") };
    let mut fields: Vec<_> = object.into_iter().collect();
    fields.sort_by_key(|(name, _)| sample.text.find(&format!("\"{name}\"")));
    let text = |value: Json| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let parts = fields.into_iter().flat_map(|(name, value)| match value {
        Json::Array(items) => items.into_iter().map(|item| vec![format!("{name}[]"), text(item)]).collect(),
        scalar => vec![vec![name, text(scalar)]],
    });
    parts.map(Json::from).collect()
}

/// The command, run by a shell with the real curl over loopback.
#[cfg(unix)]
fn curl_sends_what_is_shown<E: Endpoint>(secret: &str) {
    let http = shown::<E>("http");
    let expected = Received::parse(http.as_bytes()).unwrap();
    let server = Server::answering([Answer::empty(200)]);
    let command = shown::<E>("curl").replace(&format!("https://{}", expected.header("host").unwrap()), &server.url);
    let (name, value) = secret.split_once('=').unwrap();
    let mut shell = Command::new("sh");
    shell.args(["-c", &command.replacen("curl", "curl --silent --noproxy '*'", 1)]).env(name, value);
    let ended = run(&mut shell).unwrap();
    assert_eq!(ended.code, 0, "{command}{}", ended.stderr);

    let came = server.request();
    let told = |request: &Received| {
        let counted = |line: &String| !(line.starts_with("content-length: ") && request.boundary().is_some());
        request.headers().into_iter().filter(counted).collect::<Vec<_>>()
    };
    assert_eq!((&came.line, told(&came)), (&expected.line, told(&expected)));
    assert_eq!(fields(&came), fields(&expected));
}

#[cfg(unix)]
#[test]
fn curl_sends_the_same() {
    if !Command::new("curl").arg("--version").output().is_ok_and(|curl| curl.status.success()) {
        return; // what the words of the command are is tested without it
    }
    curl_sends_what_is_shown::<pland::SendNote>("PLAND_KEY=<key>");
    curl_sends_what_is_shown::<omnidesk::CreateMessage>("OMNIDESK_KEY=<key>");
    curl_sends_what_is_shown::<omnidesk::CreateChatbotMessage>("OMNIDESK_KEY=<key>");
    curl_sends_what_is_shown::<superoffice::AddChatSessionMessage>("SUPEROFFICE_TOKEN=<token>");
    curl_sends_what_is_shown::<ninety_nine_digital::CreateMessage>("NINETY_NINE_DIGITAL_KEY=<key>");
}
