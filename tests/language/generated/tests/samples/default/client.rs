use language_clients::default::ClientCall;

use crate::{json, request, response};

#[test]
fn all_request() {
    let mut sample = json("PUT", "/client/a%2Fb/1,2?page%5Bsize%5D=9&page.size=10&=a%26b%3Dc&query%5B%5D=d&query%5B%5D=e&ids%5B%5D=11", ALL_REQUEST);
    sample.headers_mut().append("if-match", "*".parse().unwrap());
    sample.headers_mut().append("x-yield", "a,b".parse().unwrap());
    sample.headers_mut().append("clone", "c".parse().unwrap());
    sample.headers_mut().append("_x", "d".parse().unwrap());
    request::<ClientCall>(&sample, &["/path_parameters/self", "/path_parameters/Type", "/query_parameters/page[size]", "/query_parameters/page.size", "/query_parameters/", "/query_parameters/query", "/query_parameters/ids[]", "/headers/if-match", "/headers/X-Yield", "/headers/Clone", "/headers/_x"], &[]);
}

#[test]
fn all_response() {
    response::<ClientCall>(200, ALL_RESPONSE, &[]);
}

const ALL_REQUEST: &str = r#"{
  "_id": 1,
  "id": 2,
  "id_": 3,
  "+1": 4,
  "-1": 5,
  "v1_2": 6,
  "v12": 7,
  "forwardedFileIDs": [8],
  "mediaURLs": ["https://names.example"],
  "[page]": 10,
  "99digital": 11,
  "": 12,
  " ": 13,
  "\"quoted\" \\{}/~": 14,
  "as": 15,
  "async": 16,
  "await": 17,
  "box": 18,
  "crate": 19,
  "dyn": 20,
  "fn": 21,
  "gen": 22,
  "macro_rules": 23,
  "match": 24,
  "Self": 25,
  "static": 26,
  "super": 27,
  "true": true,
  "try": 28,
  "type": 29,
  "union": 30,
  "yield": 31,
  "_": 32,
  "größe": 33,
  "straße": 34,
  "日本": 35,
  "имя": 36,
  "с": 37,
  "c": 38,
  "é": 39,
  "€": 40,
  "new": 41,
  "builder": 42,
  "build": 43,
  "validate": 44,
  "encode": 45,
  "decode": 46,
  "read": 47,
  "body": 48,
  "from": 49,
  "to": 50,
  "check": 51,
  "value": null,
  "items": ["a"],
  "list": ["b"],
  "field": null,
  "owned": 52,
  "object": {},
  "clone": 53,
  "fmt": 54,
  "eq": 55,
  "into": 56,
  "other": 57,
  "add": 58,
  "sub": 59,
  "not": false,
  "default": 60,
  "drop": 61,
  "hash": 62,
  "cmp": 63,
  "is_new": true,
  "to_do": true,
  "option": "None",
  "vec": ["c"],
  "boxed": "d",
  "result": {"Ok": 1, "Err": "e"},
  "defaults": 64,
  "string": "f",
  "promised": {"promised": "g"},
  "record": {"record": {"field": null}},
  "values": [null, 1],
  "required": "h",
  "unheard of": {"of": true}
}"#;

const ALL_RESPONSE: &str = r#"{"Ok": 1, "Err": "e"}"#;
