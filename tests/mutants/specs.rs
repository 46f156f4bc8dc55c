//! Specs of one API while they are mutated.

use docwright::yaml::Content;
use fastrand::Rng;

use crate::corpus::{Api, Corpus};
use crate::tree;

/// The specs of a project with one API.
#[derive(Clone)]
pub struct Specs {
    /// `docwright.yaml`.
    pub project: Content,
    /// The API.
    pub api: Api,
}

/// A change of specs; whether there was anything to change.
pub type Operation = fn(&mut Specs, &Corpus, &mut Rng) -> bool;

impl Specs {
    /// Those of one of the APIs.
    pub fn of_one(corpus: &Corpus, rng: &mut Rng) -> Self {
        Self {
            project: corpus.projects[rng.usize(..corpus.projects.len())].clone(),
            api: corpus.apis[rng.usize(..corpus.apis.len())].clone(),
        }
    }

    /// One of the files of the API.
    pub fn file(&mut self, rng: &mut Rng) -> &mut Content {
        let at = rng.usize(..self.api.files.len());
        &mut self.api.files[at].1
    }

    /// One of the files of the project.
    pub fn any_file(&mut self, rng: &mut Rng) -> &mut Content {
        if rng.u8(..20) == 0 { &mut self.project } else { self.file(rng) }
    }

    /// Each node of the API.
    pub fn walk(&mut self, visit: &mut impl FnMut(&str, &mut Content)) {
        for (_, tree) in &mut self.api.files {
            tree::walk(tree, visit);
        }
    }
}

/// One of the operations, each as often as its number says.
pub fn choose(operations: &[(u32, Operation)], rng: &mut Rng) -> Operation {
    let total: u32 = operations.iter().map(|(weight, _)| weight).sum();
    let mut left = rng.u32(..total);
    for (weight, operation) in operations {
        match left.checked_sub(*weight) {
            Some(rest) => left = rest,
            None => return *operation,
        }
    }
    unreachable!("the weights are those that were added up")
}
