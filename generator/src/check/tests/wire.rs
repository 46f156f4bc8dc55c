use super::Specs;

const RESPONSES: &str = "responses:\n  success: {}\n";

fn endpoint(text: &str) -> String {
    Specs::new().endpoint(&format!("{text}{RESPONSES}")).said()
}

fn header(text: &str) -> String {
    endpoint(&format!("method: POST\npath: /orders\nheaders:\n  {text}\n"))
}

fn server(text: &str) -> String {
    Specs::new()
        .api(&format!("servers:\n  production:\n    url: {text}\n"))
        .endpoint(&format!("method: POST\npath: /orders\n{RESPONSES}"))
        .said()
}

#[test]
fn methods() {
    insta::assert_snapshot!(endpoint("method: post\npath: /orders\n"), @r#"
    bad-method: `post` is no method
      1 `post`
      = methods are compared to the letter: write `POST`
    "#);
    insta::assert_snapshot!(endpoint("method: PO ST\npath: /orders\n"), @"
    bad-method: `PO ST` is no method
      1 `PO ST`
      = a method is one word in capitals, such as `POST`
    ");
    insta::assert_snapshot!(endpoint("method: PSOT\npath: /orders\n"), @"
    bad-method: `PSOT` is no method
      1 `PSOT`
      = did you mean `POST`?
    ");
    assert_eq!(endpoint("method: M-SEARCH\npath: /orders\n"), "");
}

#[test]
fn paths() {
    let path = |path: &str| endpoint(&format!("method: POST\npath: '{path}'\n"));
    insta::assert_snapshot!(path("orders"), @"
    bad-path: `orders` is no path: it does not begin with `/`
      2 `'orders'`
      = a path begins below the server; the server's address stands in `servers`, the method under `method`
      = write `/orders`
    ");
    insta::assert_snapshot!(path("/orders?notify=1"), @"
    bad-path: `/orders?notify=1` is no path: it has a query
      2 `'/orders?notify=1'`
      = parameters of the query stand under `query_parameters`
      = write `/orders`
    ");
    insta::assert_snapshot!(path("/orders#top"), @"
    bad-path: `/orders#top` is no path: it has a fragment
      2 `'/orders#top'`
      = a fragment is never sent: leave it out
      = write `/orders`
    ");
    insta::assert_snapshot!(path("/my orders"), @r#"
    bad-path: `/my orders` is no path: it has the character ` `
      2 `'/my orders'`
      = write the character percent-encoded, such as `%20` for a blank
    "#);
    insta::assert_snapshot!(path("/a/../b"), @r#"
    bad-path: `/a/../b` is no path: `..` is taken out of addresses
      2 `'/a/../b'`
      = write the path that is meant
    "#);
    insta::assert_snapshot!(path("/a%2"), @r#"
    bad-path: `/a%2` is no path: a `%` has no two hexadecimal digits behind it
      2 `'/a%2'`
      = write `%25` for the character
    "#);
    insta::assert_snapshot!(path("/a{b"), @r#"
    bad-path: `/a{b` is no path: the braces of `a{b` name no variable
      2 `'/a{b'`
      = a variable is a name in braces, such as `{id}`
    "#);
    insta::assert_snapshot!(path("/{order}.json"), @r#"
    not-yet: `{order}.json` has a variable beside text, which this version does not read
      2 `'/{order}.json'`
      = until then make one variable of the whole segment, and say in its `doc` what it holds
    "#);
    assert_eq!(path("/orders/v1.2/%C3%A9/"), "");
}

#[test]
fn variables_of_a_path() {
    let path = |path: &str, parameters: &str| endpoint(&format!("method: POST\npath: '{path}'\n{parameters}"));
    insta::assert_snapshot!(path("/shops/{shop}/orders", ""), @"
    missing-path-parameter: the path has the variable `{shop}`, which `path_parameters` does not describe
      2 `{shop}`
      = add `shop` to `path_parameters`; `{}` where only its name is known
    ");
    insta::assert_snapshot!(path("/orders", "path_parameters:\n  shop: {}\n"), @r#"
    unused-path-parameter: `path_parameters` describes `shop`, which the path does not have
      4 `shop`
      2 `'/orders'` the path
      = put `{shop}` into the path, or move the description to where it is sent
    "#);
    insta::assert_snapshot!(path("/shops/{shopId}", "path_parameters:\n  shop_id: {}\n"), @"
    missing-path-parameter: the path has the variable `{shopId}`, which `path_parameters` does not describe
      2 `{shopId}`
      4 `shop_id` spelled otherwise
      = did you mean one name, `shopId` or `shop_id`? write it in both as the page does
    ");
    insta::assert_snapshot!(path("/{a}/{a}", "path_parameters:\n  a: {}\n"), @r#"
    bad-path: `/{a}/{a}` is no path: `{a}` stands in it twice
      2 `'/{a}/{a}'`
      = name each variable once
    "#);
}

#[test]
fn the_same_call_twice() {
    let specs = Specs::new()
        .endpoint(&format!("method: POST\npath: /orders/{{a}}\npath_parameters:\n  a: {{}}\n{RESPONSES}"))
        .with(
            "shop/send.yaml",
            &format!("method: POST\npath: /orders/{{b}}\npath_parameters:\n  b: {{}}\n{RESPONSES}"),
        );
    insta::assert_snapshot!(specs.said(), @r#"
    duplicate-endpoint: `send` and `order` are the same call: POST /orders/{b}
      2 `/orders/{b}` here again
      2 `/orders/{a}` first here
      = correct the method or the path, or put both into one file
    "#);
}

#[test]
fn names_of_headers() {
    insta::assert_snapshot!(header("X Trace: {}"), @"
    bad-header-name: `X Trace` is no name of a header
      4 `X Trace`
      = a name has letters, digits and hyphens, and neither blank nor colon
      = write `X-Trace`
    ");
    insta::assert_snapshot!(header("content-type: {}"), @r#"
    reserved-header: the header `content-type` is set from what the spec says elsewhere
      4 `content-type`
      = say it by `media_type` of the body
    "#);
    insta::assert_snapshot!(header("Authorization: {}"), @r#"
    reserved-header: the header `Authorization` is set from what the spec says elsewhere
      4 `Authorization`
      = describe the credential under `auth` of api.yaml
    "#);
    let specs = Specs::new()
        .api("auth:\n  key:\n    header: X-Key\n  odd:\n    scheme: 'So Ticket'\n  host:\n    header: Host\n");
    insta::assert_snapshot!(specs.endpoint(&format!("method: POST\npath: /orders\nheaders:\n  x-key: {{}}\n{RESPONSES}")).said(), @"
    bad-word: `So Ticket` is no scheme of the header Authorization
      8 `'So Ticket'`
      = a scheme is one word, such as `Bearer`; a blank and the caller's credential follow by themselves
      = write `So`
    reserved-header: the header `Host` frames the message or belongs to its connection
      10 `Host`
      = whatever sends the request sets it: leave it out
    reserved-header: the header `x-key` is set from what the spec says elsewhere
      4 `x-key`
      6 `X-Key` a credential goes there
      = remove the header: the credential is given once, for the client
    ");
}

#[test]
fn credentials_for_one_header() {
    let said = |all: &str| {
        let api = format!("auth:\n  both:\n    all_of:\n{}", super::indented(all, 6));
        Specs::new().api(&api).endpoint(&format!("method: POST\npath: /orders\n{RESPONSES}")).said()
    };
    insta::assert_snapshot!(said("user:\n  scheme: Basic\napp:\n  scheme: Bearer\n"), @r#"
    several-carriers: `user` and `app` of `both` both go to the header `authorization`
      10 `Bearer` here again
      8 `Basic` goes there first
      = under `all_of` each goes to a header of its own: correct one of the two
      = for two ways of which a caller picks one, write two credentials beside each other
    "#);
    insta::assert_snapshot!(said("user:\n  header: X-Key\nsign:\n  session: true\napp:\n  header: x-key\n"), @r#"
    several-carriers: `user` and `app` of `both` both go to the header `x-key`
      12 `x-key` here again
      8 `X-Key` goes there first
      = under `all_of` each goes to a header of its own: correct one of the two
      = for two ways of which a caller picks one, write two credentials beside each other
    "#);
    assert!(said("a:\n  session: true\nb:\n  header: Cookie\n").starts_with("several-carriers"));
    assert_eq!(said("user:\n  scheme: Bearer\napp:\n  header: X-Key\nsign:\n  session: true\n"), "");
}

#[test]
fn the_credential_none() {
    let said = |name: &str| {
        let api = format!("auth:\n  {name}:\n    scheme: Bearer\n    rust_name: bearer\n");
        Specs::new().api(&api).endpoint(&format!("method: POST\npath: /orders\n{RESPONSES}")).said()
    };
    insta::assert_snapshot!(said("none"), @r#"
    name-collision: a credential is called `none`, which stands for no credential
      5 `none`
      = name it after what is given, such as `api_key`; a `rust_name` does not help
      = that a call needs no credential is no entry of `auth`: leave this one out, and list `none` under `auth` of the endpoint
    "#);
    assert_eq!(said("nobody"), "");
}

#[test]
fn credentials_of_an_endpoint() {
    let said = |auth: &str| {
        let api = "auth:\n  key:\n    header: X-Key\n    prefix: Key\n  ticket:\n    scheme: Ticket\n";
        let endpoint = format!("method: POST\npath: /orders\nauth: {auth}\n{RESPONSES}");
        Specs::new().api(api).endpoint(&endpoint).said()
    };
    insta::assert_snapshot!(said("[ticket, key, ticket]"), @"
    duplicate-value: `auth` of `order` lists `ticket` twice
      3 `ticket` again
      3 `ticket` first
      = remove it, or write the credential that was meant
    ");
    insta::assert_snapshot!(said("[]"), @"
    unused-credential: nothing uses the credential `key`
      5 `key`
      = name it under `auth` of an endpoint, or remove it
    unused-credential: nothing uses the credential `ticket`
      8 `ticket`
      = name it under `auth` of an endpoint, or remove it
    wrong-kind: `auth` of `order` names no credential
      3 `[]`
      = list `none` where a call needs no credential; where it takes all of api.yaml's, leave `auth` out
    ");
    assert_eq!(said("[key, ticket, none]"), "");
}

#[test]
fn prefixes_of_credentials() {
    let said = |carrier: &str| {
        let api = format!("auth:\n  key:\n{}", super::indented(carrier, 4));
        Specs::new().api(&api).endpoint(&format!("method: POST\npath: /orders\n{RESPONSES}")).said()
    };
    insta::assert_snapshot!(said("header: authorization\nprefix: Token\n"), @"
    key-not-here: what stands before `key` in `Authorization` is its scheme
      7 `prefix`
      6 `authorization` the header
      = write `scheme: Token` in place of `header` and `prefix`
    ");
    insta::assert_snapshot!(said("scheme: Bearer\nprefix: Token\n"), @"
    key-not-here: `key` has a `prefix` and goes to no header
      7 `prefix`
      = the scheme is the word before the credential: leave `prefix` out
    ");
    insta::assert_snapshot!(said("prefix: Token\n"), @"
    missing-key: nobody says where the credential `key` goes
      5 `key`
      = add one of `header`, `query`, `scheme`, `session` and `all_of`
    key-not-here: `key` has a `prefix` and goes to no header
      6 `prefix`
      = a prefix stands beside `header`: add the header, or leave `prefix` out
    ");
    insta::assert_snapshot!(said("header: X-Key\nprefix: 'Token '\n"), @"
    bad-word: `Token ` is no prefix of `key`
      7 `'Token '`
      = a prefix is one word, such as `Token`; a blank and the credential follow by themselves
    ");
    assert_eq!(said("header: X-Key\nprefix: Token\n"), "");
}

#[test]
fn parameters_of_a_query() {
    let said = |parameters: &str| {
        let api = "auth:\n  key:\n    query: api_key\n  both:\n    all_of:\n      user:\n        query: u\n      word:\n        query: u\n";
        let parameters = super::indented(parameters, 2);
        Specs::new()
            .api(api)
            .endpoint(&format!("method: GET\npath: /orders\nquery_parameters:\n{parameters}{RESPONSES}"))
            .said()
    };
    insta::assert_snapshot!(said("api_key:\n  type: string\nany: {}\nrows:\n  type: object[]\ngrid:\n  type: integer[][]\none:\n  type: integer\n  encode: comma\nsize:\n  type: integer\n  default: large\n"), @r#"
    several-carriers: `user` and `word` of `both` both go to the parameter `u` of the query
      12 `u` here again
      10 `u` goes there first
      = under `all_of` each goes to a parameter of the query of its own: correct one of the two
      = for two ways of which a caller picks one, write two credentials beside each other
    include-conflict: the query parameter `api_key` is a credential as well
      4 `api_key`
      6 `api_key` a credential goes there
      = remove the parameter: the credential is given once, for the client
    encoding-unsaid: nobody says how lists of objects are written in a query, such as `rows`
      8 `object[]`
      = the forms of objects are not read by this version: until then give it the type `string`
    encoding-not-here: `grid` is a list of lists, for which a query has no form
      10 `integer[][]`
      = correct the type
    encoding-not-here: `encode` says how a list is written, and `one` is a whole number
      13 `comma`
      12 `integer` its type
      = remove it, or correct the type
    value-breaks: the default "large" of `size` breaks `type`
      16 `large`
      15 `integer` `type` by what is said here
      = correct the value or the rule
      = where the page has both, keep its words and say in a half what holds, or move the rule to `unenforced`
    "#);
    assert_eq!(Specs::new().endpoint(&format!("method: GET\npath: /orders\nquery_parameters:\n  page[size]:\n    type: integer[]\n    encode: brackets\n    nullable: true\n{RESPONSES}")).said(), "");
}

#[test]
fn items_that_may_be_null() {
    let text = "method: GET\npath: /orders\nquery_parameters:\n  tags:\n    items:\n      type: string\n      nullable: true\n";
    let said = endpoint(text);
    let title = "encoding-not-here: an item of `tags` may be null, for which a query has no form\n";
    assert!(said.starts_with(title), "{said}");
    assert_eq!(endpoint(&text.replace("nullable: true", "nullable: false")), "");
}

#[test]
fn headers_that_frame_a_message_or_name_the_client() {
    for name in
        ["Transfer-Encoding", "connection", "TE", "Trailer", "Upgrade", "Expect", "Keep-Alive", "Proxy-Connection"]
    {
        let said = header(&format!("{name}: {{}}"));
        assert!(said.starts_with(&format!("reserved-header: the header `{name}` frames the message")), "{said}");
    }
    insta::assert_snapshot!(header("User-Agent: {}"), @r#"
    reserved-header: the header `User-Agent` is set from what the spec says elsewhere
      4 `User-Agent`
      = whoever uses the client names it, for all calls: leave it out
    "#);
}

#[test]
fn addresses_of_servers() {
    insta::assert_snapshot!(server("shop.example/v1"), @r#"
    bad-url: `shop.example/v1` is no address of a server: it is no absolute http or https one
      6 `shop.example/v1`
      = write it from `https://` on, with the path that all endpoints share
    "#);
    insta::assert_snapshot!(server("https://shop.example/v1/"), @r#"
    bad-url: `https://shop.example/v1/` is no address of a server: it ends with `/`
      6 `https://shop.example/v1/`
      = paths are appended to it: leave the last `/` out
    "#);
    insta::assert_snapshot!(server("https://a:b@shop.example"), @r#"
    bad-url: `https://a:b@shop.example` is no address of a server: it has a user
      6 `https://a:b@shop.example`
      = credentials stand under `auth`
    "#);
    insta::assert_snapshot!(server("https://shop.example?x=1"), @r#"
    bad-url: `https://shop.example?x=1` is no address of a server: it has a query or a fragment
      6 `https://shop.example?x=1`
      = leave them out: paths are appended to it
    "#);
    insta::assert_snapshot!(server("http:localhost:3000"), @r#"
    bad-url: `http:localhost:3000` is no address of a server: it is no absolute http or https one
      6 `http:localhost:3000`
      = write it from `https://` on, with the path that all endpoints share
    "#);
    insta::assert_snapshot!(server("https://shop..example"), @r#"
    bad-url: `https://shop..example` is no address of a server: `shop..example` is no host
      6 `https://shop..example`
      = each label of a host is a name, or a variable such as `{account}`
    "#);
    insta::assert_snapshot!(server("https://shop.example:http"), @r#"
    bad-url: `https://shop.example:http` is no address of a server: `http` is no port
      6 `https://shop.example:http`
      = write it from `https://` on, with the path that all endpoints share
    "#);
    insta::assert_snapshot!(server("https://shop.example/a b"), @r#"
    bad-url: `https://shop.example/a b` is no address of a server: `a b` is no segment of a path
      6 `https://shop.example/a b`
      = a segment is text, or a variable such as `{account}`
    "#);
    for good in ["http://localhost:3000/v2", "https://[::1]:8443", "https://shop.example"] {
        assert_eq!(server(good), "", "{good}");
    }
}

#[test]
fn variables_of_servers() {
    insta::assert_snapshot!(server("https://{tenant}.shop.example"), @"
    missing-variable: the address has the variable `{tenant}`, which `variables` does not describe
      6 `{tenant}`
      = add `tenant` to `variables`; `{}` where only its name is known
    ");
    insta::assert_snapshot!(server("https://shop.example\n    variables:\n      tenant: {}"), @r#"
    unused-variable: `variables` describes `tenant`, which the address does not have
      8 `tenant`
      6 `https://shop.example` the address
      = put `{tenant}` into the address, or move the description to where it is sent
    "#);
    insta::assert_snapshot!(server("https://shop.example/{port}\n    variables:\n      port:\n        type: integer"), @r#"
    wrong-kind: the variable `port` of a server is a whole number, and stands in an address as text
      9 `integer`
      = give it the type `string`
    "#);
    insta::assert_snapshot!(server("https://shop-{tenant}.example\n    variables:\n      tenant: {}"), @r#"
    bad-url: `https://shop-{tenant}.example` is no address of a server: `shop-{tenant}.example` is no host
      6 `https://shop-{tenant}.example`
      = each label of a host is a name, or a variable such as `{account}`
    "#);
}

#[test]
fn pages() {
    let page = |page: &str| endpoint(&format!("page:\n  {page}\nmethod: POST\npath: /orders\n"));
    insta::assert_snapshot!(page("address: docs.example"), @r#"
    bad-url: `docs.example` is no address of a page
      2 `docs.example`
      = write it as a browser shows it, from `https://` on
    "#);
    insta::assert_snapshot!(page("address: https://docs.example\n  sha256: 9a013921"), @r#"
    bad-fingerprint: `9a013921` is no fingerprint
      3 `9a013921`
      = it is the SHA-256 of the page's visible text, as 64 small hexadecimal digits; without one leave the key out
    "#);
}

#[test]
fn media_types() {
    let body =
        |media_type: &str| Specs::new().body(&format!("  media_type: {media_type}\n  fields:\n    a: {{}}")).said();
    insta::assert_snapshot!(body("json"), @r#"
    bad-media-type: `json` is no media type
      4 `json`
      = it is a type and a subtype with a slash between, such as `application/json`
    "#);
    insta::assert_snapshot!(body("text/xml"), @r#"
    not-yet: bodies of `text/xml` are not written by this version
      4 `text/xml`
      = until then leave `body` out, and say in `doubts` what is sent
    "#);
    assert_eq!(body("application/x-www-form-urlencoded"), "");
    let response = |text: &str| {
        let text =
            format!("method: POST\npath: /orders\nresponses:\n  200:\n    body:\n      {text}\n      type: string\n");
        Specs::new().endpoint(&text).said()
    };
    insta::assert_snapshot!(response("media_type: application/x-www-form-urlencoded"), @r#"
    not-yet: bodies of `application/x-www-form-urlencoded` are not read by this version
      6 `application/x-www-form-urlencoded`
      = leave `body` of the response out: its bytes are given to the caller as they are
    "#);
    insta::assert_snapshot!(response("media_type: text/plain"), @r#"
    not-yet: bodies of `text/plain` are not read by this version
      6 `text/plain`
      = leave `body` of the response out: its bytes are given to the caller as they are
    "#);
    assert_eq!(response("media_type: application/problem+json; charset=utf-8"), "");
}

#[test]
fn a_body_with_a_method_that_has_none() {
    insta::assert_snapshot!(endpoint("method: GET\npath: /orders\nbody:\n  fields:\n    note: {}\n"), @"
    body-not-here: `order` sends a body with GET
      3 `body` the body
      1 `GET` the method
      = correct the method, or move the fields to `query_parameters`
      = if the server really reads it, say so with the reason: `allow: {body-not-here: …}`
    ");
}

#[test]
fn forms_that_a_place_does_not_have() {
    insta::assert_snapshot!(Specs::new().fields("tags:\n  type: string[]\n  encode: brackets").said(), @r#"
    encoding-not-here: `brackets` is no form of `tags`: in JSON a list is itself
      7 `brackets`
      = remove `encode`
    "#);
    insta::assert_snapshot!(header("X-Tags:\n    type: string[]\n    encode: brackets"), @r#"
    encoding-not-here: `brackets` is no form of `X-Tags` in a header
      6 `brackets`
      = a header admits `comma`, `repeat`
    "#);
    insta::assert_snapshot!(header("X-Tags:\n    type: string\n    encode: comma"), @r#"
    encoding-not-here: `encode` says how a list is written, and `X-Tags` is text
      6 `comma`
      5 `string` its type
      = remove it, or correct the type
    "#);
    insta::assert_snapshot!(header("X-Tags:\n    type: string[][]"), @r#"
    encoding-not-here: `X-Tags` is a list of lists, for which a header has no form
      5 `string[][]`
      = correct the type
    "#);
    assert_eq!(header("X-Tags:\n    type: string[]\n    encode: repeat"), "");
}

#[test]
fn objects_where_all_is_text() {
    insta::assert_snapshot!(header("X-Customer:\n    fields:\n      name: {}"), @r#"
    encoding-unsaid: nobody says how values of any kind are written in a header, such as `name`
      6 `name`
      = the forms of objects are not read by this version: until then give it the type `string`
    encoding-unsaid: nobody says how objects are written in a header, such as `X-Customer`
      6 `name: {}`
      = the forms of objects are not read by this version: until then give it the type `string`
    "#);
    insta::assert_snapshot!(header("X-Customer:\n    type: any"), @r#"
    encoding-unsaid: nobody says how values of any kind are written in a header, such as `X-Customer`
      5 `any`
      = the forms of objects are not read by this version: until then give it the type `string`
    "#);
    let form = |media_type: &str, text: &str| Specs::new().body(&format!("  media_type: {media_type}\n{text}")).said();
    let part = |text: &str| form("multipart/form-data", text);
    insta::assert_snapshot!(part("  fields:\n    customers:\n      type: object[]"), @r#"
    not-yet: lists of objects in a multipart body, such as `customers`, are not written by this version
      7 `object[]`
      = until then give it the type `string`, and say in `doc` that it holds JSON
    "#);
    insta::assert_snapshot!(part("  type: string"), @r#"
    not-yet: the body of `order` is a multipart body without `fields`, which is not written by this version
      5 `string`
      = list its fields under `fields`
    "#);
    let pairs = |text: &str| form("application/x-www-form-urlencoded", text);
    insta::assert_snapshot!(pairs("  fields:\n    customers:\n      type: object[]"), @r#"
    encoding-unsaid: nobody says how lists of objects are written in a form body, such as `customers`
      7 `object[]`
      = the forms of objects are not read by this version: until then give it the type `string`
    "#);
    insta::assert_snapshot!(pairs("  required: false\n  fields:\n    note:\n      required: true"), @r#"
    not-yet: the body of `order` is a form body that may be left out and yet requires a field, which is not written by this version
      5 `false` it may be left out
      8 `true` and requires this
      = until then leave out the one that matters less, and say it in `doc`
    "#);
}

#[test]
fn a_type_serves_form_and_json() {
    let specs = Specs::new().api("types:\n  Tags:\n    type: string[]\n    encode: comma\n");
    let text = "method: POST\npath: /orders\nheaders:\n  X-Tags:\n    type: Tags\nbody:\n  fields:\n    tags:\n      type: Tags\n";
    assert_eq!(specs.endpoint(&format!("{text}{RESPONSES}")).said(), "");
}

#[test]
fn addresses_that_are_just_none() {
    for (address, fits) in [
        ("https://docs.example/a?b=c#d", true),
        ("http://[::1]/a", true),
        ("'https://'", false),
        ("https:///a", false),
        ("https://.docs", false),
        ("'https://docs.example/a b'", false),
        ("\"https://docs.example/a\\tb\"", false),
        ("\"https://docs.example/a\\u0007b\"", false),
        ("ftp://docs.example", false),
    ] {
        let said = endpoint(&format!("page:\n  address: {address}\nmethod: POST\npath: /orders\n"));
        assert_eq!(said.is_empty(), fits, "{address}: {said}");
        assert!(fits || said.starts_with("bad-url"), "{address}: {said}");
    }
    for (address, fits) in [
        ("http://[::1]", true),
        ("http://[::1]:80/v1", true),
        ("https://shop.example:65535", true),
        ("https://shop.example:65536", false),
        ("https://shop.example:", false),
        ("https://{}.example", false),
        ("https://{{a}}.example", false),
        ("https://{a.example", false),
        ("https://shop.example/{}", false),
        ("https://shop.example//v1", false),
        ("https://shop.example#top", false),
    ] {
        let said = server(&format!("'{address}'"));
        assert_eq!(said.is_empty(), fits, "{address}: {said}");
        assert!(fits || said.starts_with("bad-url"), "{address}: {said}");
    }
}

#[test]
fn braces_of_a_path() {
    for (path, fits) in [
        ("/{a}/{b}", true),
        ("/{a", false),
        ("/a}", false),
        ("/}a{", false),
        ("/{}", false),
        ("/{a{b}}", false),
        ("/{a}}/{b}", false),
    ] {
        let said = endpoint(&format!("method: POST\npath: '{path}'\npath_parameters:\n  a: {{}}\n  b: {{}}\n"));
        assert_eq!(said.is_empty(), fits, "{path}: {said}");
        assert!(fits || said.contains("bad-path"), "{path}: {said}");
    }
}

#[test]
fn media_types_that_are_just_none() {
    let body =
        |media_type: &str| Specs::new().body(&format!("  media_type: '{media_type}'\n  fields:\n    a: {{}}")).said();
    for bad in ["application/", "/json", "application/js on", "appli cation/json", "application"] {
        assert!(body(bad).starts_with("bad-media-type"), "{bad}: {}", body(bad));
    }
    for good in ["application/json", "application/vnd.shop.v1+json"] {
        assert_eq!(body(good), "", "{good}");
    }
}

#[test]
fn the_way_out_for_headers_that_follow_from_the_message() {
    for (name, way_out) in [
        ("Accept", "it follows from the bodies of the responses: leave it out"),
        ("Content-Type", "say it by `media_type` of the body"),
        ("user-agent", "whoever uses the client names it, for all calls: leave it out"),
    ] {
        let said = Specs::new()
            .api(&format!("auth:\n  app:\n    header: {name}\n"))
            .endpoint(&format!("method: POST\npath: /orders\n{RESPONSES}"))
            .said();
        assert!(said.starts_with("reserved-header") && said.contains(way_out), "{name}: {said}");
    }
    let nameless = Specs::new()
        .api("auth:\n  app:\n    query: ''\n")
        .endpoint(&format!("method: POST\npath: /orders\n{RESPONSES}"))
        .said();
    assert!(nameless.starts_with("bad-word: a parameter of the query has no name"), "{nameless}");
}
