//! APIs: a folder each.

use super::endpoint::{Shared, endpoint};
use super::entry::Builder;
use super::include::Parts;
use super::read;
use super::types::Types;
use super::{exceptions, halves, names, page, shapes};
use crate::diagnostic::Diagnostics;
use crate::model::{Api, Origin};
use crate::spec::ApiFiles;
use crate::spec::table::Key;

/// Settles what the files of an API mean. `whole` says whether they could be read without an error: where one could not,
/// nothing is called unused.
pub fn build_api(files: &ApiFiles, whole: bool, found: &mut Diagnostics) -> Api {
    let block = &files.api;
    let endpoints = files.endpoints.iter().map(|file| (file.name.as_str(), &file.block));
    for (name, block) in std::iter::once((files.name.as_str(), block)).chain(endpoints) {
        halves::judge(name, block, found);
        shapes::judge(name, block, found);
    }
    names::judge(files, whole, found);
    let exceptions = exceptions::of(files, found);
    let types = Types::of_api(block.map(Key::Types), found);
    let mut builder = Builder { types: &types, found };
    let servers = builder.servers(block.map(Key::Servers));
    let auth = builder.credentials(block.map(Key::Auth), Origin::Page);
    let parts = Parts::new(block.map(Key::Parts), &mut builder);
    let unread = || block.broken.contains(&Key::Page).then(|| page::stand_in(files.place));
    let page = page::of(block).or_else(unread);
    let shared = Shared { types: &types, parts: &parts, page: page.as_ref() };
    let endpoints = files.endpoints.iter().map(|file| endpoint(file, shared, found)).collect();
    Api {
        name: files.name.clone(),
        place: files.place,
        rust_name: read::word(block, Key::RustName),
        renamed_from: read::word(block, Key::RenamedFrom),
        title: read::owned(block, Key::Title).unwrap_or_else(|| files.name.clone()),
        doc: read::doc(block),
        sources: page::sources(block.map(Key::Sources)),
        servers,
        auth,
        parts: parts.places(),
        settings: parts.settings(),
        endpoints,
        exceptions,
        types: types.finish(),
    }
}
