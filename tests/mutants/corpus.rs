//! What is mutated: all specs of the repository, as trees.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use docwright::diagnostic::{Diagnostics, Sources};
use docwright::yaml::{self, Content, Member, Node, NodeKind, Scalar, Style};
use docwright_tests::project::{files, repository};

/// The folders of specs, and the names of the projects that they stand for.
const FOLDERS: [&str; 4] = ["specs", "tests/language/specs", "tests/golden/specs", "generator/src/emit/tests/specs"];

/// All specs of the repository.
pub struct Corpus {
    /// The `docwright.yaml` of each folder.
    pub projects: Vec<Content>,
    /// Each API.
    pub apis: Vec<Api>,
    /// Each value that stands under a key somewhere, by the key.
    pub values: BTreeMap<String, Vec<Content>>,
    /// Entries that refer to nothing by name, each with its name on the wire.
    pub entries: Vec<Member>,
}

/// The specs of one API.
#[derive(Clone)]
pub struct Api {
    /// The name of its folder.
    pub name: String,
    /// Its files, by their names without `.yaml`.
    pub files: Vec<(String, Content)>,
}

impl Corpus {
    /// Reads all specs of the repository.
    ///
    /// # Errors
    /// When a file cannot be read, or is no spec.
    pub fn read() -> io::Result<Self> {
        let mut corpus = Self { projects: vec![], apis: vec![], values: BTreeMap::new(), entries: vec![] };
        for folder in FOLDERS {
            corpus.read_folder(&repository().join(folder))?;
        }
        let mut values = BTreeMap::new();
        for (_, tree) in corpus.apis.iter().flat_map(|api| &api.files) {
            gather(tree, "", &mut values, &mut corpus.entries);
        }
        corpus.values = values;
        Ok(corpus)
    }

    fn read_folder(&mut self, folder: &Path) -> io::Result<()> {
        let mut apis: BTreeMap<String, Api> = BTreeMap::new();
        for (path, bytes) in files(folder)? {
            let Some(name) = path.strip_suffix(".yaml").filter(|_| !path.starts_with('.')) else { continue };
            let tree = tree(String::from_utf8(bytes).map_err(io::Error::other)?)
                .ok_or_else(|| io::Error::other(format!("{path} is no YAML")))?;
            match name.split_once('/') {
                None => self.projects.push(tree),
                Some((api, name)) => apis
                    .entry(api.to_owned())
                    .or_insert_with(|| Api { name: api.to_owned(), files: vec![] })
                    .files
                    .push((name.to_owned(), tree)),
            }
        }
        self.apis.extend(apis.into_values());
        Ok(())
    }
}

/// The tree of a text; none where the text is no YAML.
pub fn tree(text: impl Into<String>) -> Option<Content> {
    let mut sources = Sources::default();
    let file = sources.add("spec.yaml", text);
    yaml::parse(file, &sources, &mut Diagnostics::default()).map(content)
}

fn content(node: Node) -> Content {
    match node.kind {
        NodeKind::Scalar(Scalar { text, style: Style::Plain }) if !text.contains('\n') => Content::Plain(text),
        NodeKind::Scalar(Scalar { text, style: Style::Literal }) => Content::Literal(text),
        NodeKind::Scalar(Scalar { text, .. }) => Content::Quoted(text),
        NodeKind::Sequence(items) => Content::List(items.into_iter().map(content).collect()),
        NodeKind::Mapping(entries) => {
            Content::Map(entries.into_iter().map(|entry| Member::new(entry.key.value, content(entry.value))).collect())
        }
    }
}

/// The maps whose values are entries.
pub const ENTRIES: [&str; 4] = ["fields", "query_parameters", "headers", "path_parameters"];

fn gather(node: &Content, key: &str, values: &mut BTreeMap<String, Vec<Content>>, entries: &mut Vec<Member>) {
    match node {
        Content::List(items) => items.iter().for_each(|item| gather(item, key, values, entries)),
        Content::Map(members) => {
            for member in members {
                values.entry(member.key.clone()).or_default().push(member.value.clone());
                if ENTRIES.contains(&key) && matches!(member.value, Content::Map(_)) && stands_alone(&member.value) {
                    entries.push(member.clone());
                }
                gather(&member.value, &member.key, values, entries);
            }
        }
        _ => {}
    }
}

/// Whether an entry names no type and no source of its API.
fn stands_alone(node: &Content) -> bool {
    match node {
        Content::List(items) => items.iter().all(stands_alone),
        Content::Map(members) => members.iter().all(|Member { key, value, .. }| match (key.as_str(), value) {
            ("source", _) => false,
            ("type" | "items" | "values" | "keys", Content::Plain(text)) => {
                !text.starts_with(|first: char| first.is_ascii_uppercase())
            }
            (_, value) => stands_alone(value),
        }),
        _ => true,
    }
}
