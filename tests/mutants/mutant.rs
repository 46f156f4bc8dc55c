//! A mutant: specs of the repository after some changes, the same for the same number.

use std::fs;
use std::io;
use std::path::Path;

use docwright::yaml::{Content, Document, write};
use fastrand::Rng;

use crate::corpus::{Api, Corpus};
use crate::specs::{Operation, Specs, choose};
use crate::{gentle, rough, torn};

/// The files of a project with one API.
pub struct Mutant {
    /// The name of the API.
    pub api: String,
    /// The API as it was before.
    pub original: String,
    /// What the files hold, by their paths below `specs/`.
    pub files: Vec<(String, Vec<u8>)>,
}

/// How much regard changes have for what they change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mood {
    Gentle,
    Rough,
    Torn,
}

impl Mutant {
    /// The mutant of a number.
    pub fn of(corpus: &Corpus, seed: u64, number: u64) -> Self {
        let mut rng = Rng::with_seed(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(number));
        let mut specs = Specs::of_one(corpus, &mut rng);
        let original = specs.api.name.clone();
        let mood = match rng.u8(..20) {
            0..=12 => Mood::Gentle,
            13..=17 => Mood::Rough,
            _ => Mood::Torn,
        };
        if mood == Mood::Gentle && rng.u8(..3) > 0 {
            // Most changes break a sample, and the words about that are known by now.
            for (_, tree) in &mut specs.api.files {
                if let Content::Map(members) = tree {
                    members.retain(|member| member.key != "examples");
                }
            }
        }
        let changes = rng.usize(1..=4);
        for _ in 0..changes {
            let operations: &[(u32, Operation)] = match mood {
                Mood::Rough if rng.u8(..3) > 0 => rough::OPERATIONS,
                _ => gentle::OPERATIONS,
            };
            for _ in 0..8 {
                if choose(operations, &mut rng)(&mut specs, corpus, &mut rng) {
                    break;
                }
            }
        }
        let mut mutant = Self::written(specs, original);
        if mood == Mood::Torn {
            for _ in 0..rng.usize(1..4) {
                let at = rng.usize(..mutant.files.len());
                torn::tear(&mut mutant.files[at].1, &mut rng);
            }
        }
        mutant
    }

    /// An API as it is, through the same writer.
    pub fn none(corpus: &Corpus, api: &Api) -> Self {
        Self::written(Specs { project: corpus.projects[0].clone(), api: api.clone() }, api.name.clone())
    }

    fn written(Specs { project, api }: Specs, original: String) -> Self {
        let text = |tree: Content| match tree {
            Content::Map(members) => write(&Document { members, ..Document::default() }).into_bytes(),
            other => format!("{other:?}").into_bytes(),
        };
        let mut files = vec![("docwright.yaml".to_owned(), text(project))];
        files.extend(api.files.into_iter().map(|(name, tree)| (format!("{}/{name}.yaml", api.name), text(tree))));
        Self { api: api.name, original, files }
    }

    /// Writes the files below a folder.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn write(&self, specs: &Path) -> io::Result<()> {
        for (path, bytes) in &self.files {
            let path = specs.join(path);
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::write(path, bytes)?;
        }
        Ok(())
    }

    /// The files as a person reads them.
    pub fn shown(&self) -> String {
        let shown = |(path, bytes): &(String, Vec<u8>)| {
            let text = String::from_utf8_lossy(bytes);
            let lines: Vec<String> = text
                .split('\n')
                .map(|line| {
                    format!(
                        "    {}",
                        line.escape_debug()
                            .to_string()
                            .replace("\\\"", "\"")
                            .replace("\\'", "'")
                            .chars()
                            .take(300)
                            .collect::<String>()
                    )
                })
                .take(400)
                .collect();
            format!("{path}\n{}\n", lines.join("\n"))
        };
        self.files.iter().map(shown).collect()
    }
}
