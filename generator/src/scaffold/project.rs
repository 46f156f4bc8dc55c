//! The files of a new project, with one endpoint to start from.

use super::NewFile;
use crate::model::crate_name;
use crate::spec::{self, PROJECT_FILE};
use crate::{report, yaml};

const DOCWRIGHT_YAML: &str = include_str!("starter/docwright.yaml");
const API: &str = include_str!("starter/api.yaml");
const ENDPOINT: &str = include_str!("starter/create_note.yaml");
const README: &str = include_str!("starter/README.md");
const WORKFLOW: &str = include_str!("starter/workflow.yml");

const WORKSPACE: &str = "[workspace]\nresolver = \"3\"\nmembers = [\"generated\"]\n";

/// What a new project is called.
#[derive(Clone, Copy, Debug)]
pub struct Project<'a> {
    /// The name of the crate to write.
    pub crate_name: &'a str,
    /// The folder of its first API.
    pub api: &'a str,
}

/// The files of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProjectFiles {
    /// The specs and their schemas.
    pub specs: Vec<NewFile>,
    /// The workspace around the crate, for a folder that no workspace has.
    pub workspace: NewFile,
    /// What a folder of its own has besides; such files may be there already.
    pub around: Vec<NewFile>,
}

/// The files of a new project.
#[must_use]
pub fn project(of: Project<'_>) -> ProjectFiles {
    let fill = |text: &str| {
        text.replace("{{crate}}", of.crate_name)
            .replace("{{crate as YAML}}", &yaml::scalar(of.crate_name))
            .replace("{{title as YAML}}", &yaml::scalar(&title(of.api)))
            .replace("{{api}}", of.api)
            .replace("{{version}}", env!("CARGO_PKG_VERSION"))
    };
    let mut specs = vec![
        NewFile::new(format!("specs/{PROJECT_FILE}"), fill(DOCWRIGHT_YAML)),
        NewFile::new(format!("specs/{}/{}", of.api, spec::API_FILE), fill(API)),
        NewFile::new(format!("specs/{}/create_note.yaml", of.api), fill(ENDPOINT)),
    ];
    let schemas = spec::schemas().into_iter().chain([report::schema()]);
    specs.extend(schemas.map(|(name, text)| NewFile::new(format!("specs/.schema/{name}"), text)));
    ProjectFiles {
        specs,
        workspace: NewFile::new("Cargo.toml", WORKSPACE),
        around: vec![
            NewFile::new(".gitignore", "/target\n"),
            NewFile::new("README.md", fill(README)),
            NewFile::new(".github/workflows/docwright.yml", fill(WORKFLOW)),
        ],
    }
}

/// The name of the crate for a folder that is called so.
#[must_use]
pub fn crate_name_for(folder: &str) -> String {
    let lower = folder.to_ascii_lowercase();
    let words: Vec<&str> =
        lower.split(|char: char| !char.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let name = format!("{}-clients", words.join("-"));
    if crate_name(&name).is_ok() { name } else { "api-clients".to_owned() }
}

/// An API's title, from its folder's name.
pub(super) fn title(api: &str) -> String {
    let capitalised = |word: &str| {
        let mut chars = word.chars();
        chars.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(chars).collect::<String>()
    };
    api.split('_').map(capitalised).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_gives_the_crate_its_name() {
        for (folder, name) in [
            ("Acme Chat", "acme-chat-clients"),
            ("acme_chat.v2", "acme-chat-v2-clients"),
            ("99", "api-clients"),
            ("é", "api-clients"),
        ] {
            assert_eq!(crate_name_for(folder), name);
        }
    }

    #[test]
    fn an_api_that_yaml_reads_as_a_boolean_keeps_its_name() {
        let files = project(Project { crate_name: "no-clients", api: "no" });
        let api = &files.specs.iter().find(|file| file.path == "specs/no/api.yaml").expect("an api").text;
        assert!(api.contains("\ntitle: 'No'\n"), "{api}");
    }
}
