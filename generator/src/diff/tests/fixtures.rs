//! The old and the new specs that stand on the page of each rule.

use super::Specs;
use crate::diagnostic::{Id, Kind, explain};

/// What holds the fields of a fixture that shows no more than these: an object that is sent and answered.
const HOLDER: &str = "method: POST\npath: /notes\n\nbody:\n  type: Note\n\nresponses:\n  200:\n    body:\n      type: Note\n\ntypes:\n  Note:\n    fields:\n";

/// The page of a rule, taken apart.
#[derive(Clone, Debug)]
pub struct Fixture {
    pub id: Id,
    pub old: Specs,
    pub new: Specs,
    /// What the page says of the wire: request, response, whether it runs otherwise.
    pub wire: [String; 3],
    /// What the reversed change is.
    pub mirror: Id,
    /// What is told besides, and cannot be helped.
    pub also: Vec<Id>,
}

/// The fixtures of all rules, in the order of their ids.
pub fn all() -> Vec<Fixture> {
    Id::ALL.iter().filter(|id| id.kind() == Kind::Change).map(|id| Fixture::of(*id)).collect()
}

impl Fixture {
    fn of(id: Id) -> Self {
        let page = explain(id);
        let line = |word: &str| page.lines().find_map(|line| line.strip_prefix(word)?.strip_suffix('.'));
        let wire = line("Wire: request ").unwrap_or_else(|| panic!("{id}: its page says nothing of the wire"));
        let (request, rest) = wire.split_once(", response ").unwrap_or_else(|| panic!("{id}: {wire}"));
        let (response, runs) = rest.split_once(". Runs otherwise: ").unwrap_or_else(|| panic!("{id}: {rest}"));
        let ids = |text: &str| -> Vec<Id> {
            text.split(", ").map(|one| Id::parse(one).unwrap_or_else(|| panic!("{id}: {one}"))).collect()
        };
        let mirror = line("Mirror: ").map_or_else(|| panic!("{id}: its page has no mirror"), ids);
        let [mirror] = mirror[..] else { panic!("{id}: it has one mirror") };
        Self {
            id,
            old: specs(page, "old").unwrap_or_else(|| panic!("{id}: no old specs")),
            new: specs(page, "new").unwrap_or_else(|| panic!("{id}: no new specs")),
            wire: [request, response, runs].map(str::to_owned),
            mirror,
            also: line("Also: ").map(ids).unwrap_or_default(),
        }
    }
}

/// The specs of a side: what a page shows of them, and what every fixture has.
pub fn specs(page: &str, side: &str) -> Option<Specs> {
    let mut specs = None;
    for fence in page.split("```").skip(1).step_by(2) {
        let (info, text) = fence.split_once('\n')?;
        let mut words = info.split(' ');
        let (language, of, what) = (words.next()?, words.next()?, words.next());
        if of != side {
            continue;
        }
        let base: Specs = specs.take().unwrap_or_default();
        specs = Some(match (language, what) {
            ("yaml", None) => base.with("shop/call.yaml", text),
            ("yaml", Some("api")) => base.with("shop/api.yaml", text),
            ("yaml", Some("project")) => base.with("docwright.yaml", text),
            ("yaml", Some("fields")) => base.with("shop/call.yaml", holder(text)),
            ("text", None) => files(text),
            _ => panic!("a fence of {info}"),
        });
    }
    specs
}

fn holder(fields: &str) -> String {
    let indented = fields.lines().map(|line| format!("      {line}\n"));
    format!("{HOLDER}{}", indented.collect::<String>())
}

/// A list of files, each as every fixture has it; behind two blanks, its path, and lines more at its end.
fn files(list: &str) -> Specs {
    let every = Specs::default();
    let mut specs = Specs(std::iter::once(("docwright.yaml".to_owned(), every.0["docwright.yaml"].clone())).collect());
    for line in list.lines() {
        let (path, more) = line.split_once("  ").unwrap_or((line, ""));
        let like = if path.ends_with("/api.yaml") { "shop/api.yaml" } else { "shop/call.yaml" };
        let mut text = every.0[like].clone();
        for more in more.split("; ").filter(|more| !more.is_empty()) {
            text = match more.strip_prefix("path: ") {
                Some(call) => text.replace("path: /\n", &format!("path: {call}\n")),
                None => format!("{text}{more}\n"),
            };
        }
        specs = specs.with(path, text);
    }
    specs
}
