//! Names that are none in Rust, or that something else has: each goes out as the page writes it, and comes back.

use language_clients::default::client::ClientCall;
use language_clients::default::server::{Closed, Numbers, Output, ServerServerOwned, Union, UnionObject, Words};
use language_clients::default::{self as obstacles, Server, ServerResponse};
use language_clients::runtime::JsonObject;

use crate::loopback::comes_back;

#[test]
fn fields_whose_names_are_taken() {
    let request = ClientCall::new("a/b", [1, 2], ["c", "d"], None, JsonObject::new(), "e")
        .underscore_id(1)
        .id(2)
        .plus_1(3)
        .minus_1(4)
        .v1_2(5)
        .v12(6)
        .forwarded_file_ids([7])
        .media_urls(["f"])
        .page_size(8)
        .query_page_size(9)
        .nameless("g&h=i")
        .query(["j"])
        .ids([10])
        .empty(11)
        .gen_(12)
        .größe(13)
        .日本(14)
        .new_(15)
        .validate(16)
        .clone(17)
        .value_null()
        .list(["k"]);
    let answer = obstacles::Result::default().ok(1).err("l");
    comes_back(|| obstacles::Auth::none_at_all("key"), &request, &answer);
}

#[test]
fn values_and_tags_that_are_no_names() {
    let words = ["", " ", "+1", "true", "Self", "W_I_R_E", "a\"b\\c\n", "größe"];
    for (word, number) in words.into_iter().zip([-1, 0, 1, 2, 3, 4].into_iter().cycle()) {
        let union = UnionObject::default().check(1);
        let request = Server::new()
            .owned_by_server("m")
            .server_owned(ServerServerOwned::default().stamp(1).self_(2).new_(3))
            .value(Words::from(word))
            .number(Numbers::from(number))
            .closed(Closed::Self_)
            .union(Union::Object(union));
        assert_eq!(Words::from(word).as_str(), word);
        comes_back(
            || obstacles::Auth::clone("key"),
            &request,
            &ServerResponse::Status201(Output::default().output("n")),
        );
    }
}
