//! What halves must keep to.

use insta::assert_snapshot;

use super::support::{with_fields, with_files};

#[test]
fn halves() {
    let fields = "
undocumented:
  documented: false
  type: string
  required: true
  known:
    why: It is there.
bare:
  documented: false
blank:
  type: string
  known:
    why: ' '
    max_length: 3
empty:
  type: string
  known:
    why: Nothing follows.
repeats:
  type: string
  enum: [a]
  max_length: 3
  inferred:
    why: As on the page.
    max_length: 3
    nullable: true
  known:
    why: As inferred.
    nullable: true
    enum: [a]
drops:
  fields:
    kept: {}
    lost: {}
    gone: {}
  known:
    why: It forgets.
    fields:
      kept:
        type: string
doubtful:
  doubts:
    - ''
nones:
  nullable: true
  none_value: 0
";
    with_fields(fields, |specs| {
        assert_snapshot!(specs.found(), @"
    fact-undocumented: the page does not name `undocumented`, and yet it states facts of it
      post/send_letter.yaml:10 `type` stands as the page's word
      post/send_letter.yaml:11 `required` stands as the page's word
      post/send_letter.yaml:9 `documented` says that the page does not name it
      help: put what is known better under `known`, what is guessed under `inferred`, each with its reason
    undocumented-bare: nobody tells of `bare`
      post/send_letter.yaml:15 `documented` the page does not name it
      help: add `known` or `inferred`, with `why`: where it comes from
    missing-why: `known` of `blank` gives no reason
      post/send_letter.yaml:19 `why`
      help: say in `why` what the better fact rests on
    half-empty: `known` of `empty` states no fact
      post/send_letter.yaml:23 `known`
      help: add what holds, such as `type` or `nullable`
      help: what is only unclear stands under `doubts`
    half-repeats: `inferred` of `repeats` repeats `max_length`
      post/send_letter.yaml:31 `max_length` the same
      post/send_letter.yaml:28 `max_length` the page says so already
      help: remove it from `inferred`
    half-repeats: `known` of `repeats` repeats `nullable`
      post/send_letter.yaml:35 `nullable` the same
      post/send_letter.yaml:32 `nullable` inferred already
      help: what is known need not be inferred: remove it from `inferred`
    half-repeats: `known` of `repeats` repeats `enum`
      post/send_letter.yaml:36 `enum` the same
      post/send_letter.yaml:27 `enum` the page says so already
      help: remove it from `known`
    half-drops: `known` of `drops` leaves out fields that the page names
      post/send_letter.yaml:44 `fields` replaces all fields
      post/send_letter.yaml:40 `lost` not among them
      post/send_letter.yaml:41 `gone` not among them
      help: list every field of the page, or put the half into the field that it is about
      help: a further field stands in place among the page's, with `documented: false`
    empty-doubt: a doubt about `doubtful` says nothing
      post/send_letter.yaml:49 `''`
      help: say what is unclear, or remove it
    two-nones: `nones` has two values that mean none
      post/send_letter.yaml:52 `0` this value means none
      post/send_letter.yaml:51 `true` null means none
      help: keep the one that the server takes; say the other under `doubts`
    ");
    });
}

#[test]
fn halves_are_judged_even_where_another_voice_wins() {
    let fields = "
outer:
  fields:
    inner:
      known:
        why: Nothing follows.
  known:
    why: It has another.
    fields:
      inner: {}
      added:
        documented: false
";
    with_fields(fields, |specs| {
        assert_snapshot!(specs.found(), @"
    half-empty: `known` of `inner` states no fact
      post/send_letter.yaml:11 `known`
      help: add what holds, such as `type` or `nullable`
      help: what is only unclear stands under `doubts`
    undocumented-bare: nobody tells of `added`
      post/send_letter.yaml:18 `documented` the page does not name it
      help: add `known` or `inferred`, with `why`: where it comes from
    ");
    });
}

#[test]
fn none_twice_is_said_of_a_type_or_of_its_use() {
    let api = "title: Post\ntypes:\n  Id:\n    none_value: 0\n  Both:\n    nullable: true\n    none_value: 0\n";
    let endpoint = "
body:
  fields:
    id:
      type: Id
      nullable: true
    silent:
      type: Both
responses:
  200: {}
";
    with_files(api, endpoint, |specs| {
        assert_snapshot!(specs.found(), @"
    two-nones: `Both` has two values that mean none
      post/api.yaml:7 `0` this value means none
      post/api.yaml:6 `true` null means none
      help: keep the one that the server takes; say the other under `doubts`
    two-nones: `id` has two values that mean none
      post/send_letter.yaml:10 `true` null means none
      post/api.yaml:4 `0` this value means none
      help: keep the one that the server takes; say the other under `doubts`
    ");
    });
}
