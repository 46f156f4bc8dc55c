//! Markdown by an independent parser: what a reader sees, and that a text of a spec is nothing but text.

use pulldown_cmark::{CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

/// Which Markdown it is, and what docwright itself writes there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// Documentation of an item, by rustdoc.
    Docs,
    /// The front page of the documentation, which has a table.
    Front,
    /// A file of the package, by GitHub.
    File,
}

/// The languages of the blocks of code that docwright writes.
const LANGUAGES: [&str; 5] = ["no_run", "console", "toml", "rust", ""];

impl Dialect {
    fn options(self) -> Options {
        let common = Options::ENABLE_TABLES
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS;
        if self == Self::File { common } else { common | Options::ENABLE_SMART_PUNCTUATION }
    }
}

/// What a reader sees outside of blocks of code, a line for each block.
///
/// # Errors
/// With what is there that docwright does not write.
pub fn plain(markdown: &str, dialect: Dialect) -> Result<String, String> {
    // In documentation any name in brackets may be a link.
    let mut unresolved = Vec::new();
    let mut resolve = |link: pulldown_cmark::BrokenLink<'_>| {
        unresolved.push(link.reference.to_string());
        Some((CowStr::from("item"), CowStr::from("")))
    };
    let mut plain = String::new();
    let mut inside = Vec::new();
    for event in Parser::new_with_broken_link_callback(markdown, dialect.options(), Some(&mut resolve)) {
        match &event {
            Event::Start(tag) => {
                is_ours(tag, dialect)?;
                inside.push(plain.len());
            }
            Event::End(end) => {
                let start = inside.pop().unwrap_or_default();
                let text = plain.get(start..).unwrap_or_default();
                match end {
                    TagEnd::Heading(HeadingLevel::H1) if dialect != Dialect::File && text != "Errors" => {
                        return Err(format!("a heading {text:?}"));
                    }
                    TagEnd::CodeBlock => plain.truncate(start),
                    TagEnd::Link | TagEnd::Strong => {}
                    _ => plain.push('\n'),
                }
            }
            Event::Text(text) | Event::Code(text) => plain.push_str(text),
            Event::SoftBreak => plain.push(' '),
            other => return Err(format!("{other:?}")),
        }
    }
    // Docwright links to items as code, and on the front page to the guide.
    let is_ours = |name: &String| name.starts_with('`') && is_item(name) || name == "guide";
    match unresolved.iter().find(|name| !is_ours(name)) {
        Some(name) => Err(format!("a link to {name:?}")),
        None => Ok(plain),
    }
}

/// Whether docwright writes such a thing there itself.
fn is_ours(tag: &Tag<'_>, dialect: Dialect) -> Result<(), String> {
    let is_file = dialect == Dialect::File;
    let is_ours = match tag {
        Tag::Paragraph | Tag::Item | Tag::List(None) => true,
        Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell => dialect != Dialect::Docs,
        Tag::Heading { level, .. } => is_file || *level == HeadingLevel::H1,
        Tag::CodeBlock(CodeBlockKind::Fenced(language)) => LANGUAGES.contains(&&**language),
        Tag::Link { link_type, dest_url, title, .. } => {
            title.is_empty()
                && match link_type {
                    LinkType::ShortcutUnknown => true,
                    LinkType::Inline => is_file && &**dest_url == "CORRECTIONS.md" || is_item(dest_url),
                    LinkType::Autolink | LinkType::Email => is_file,
                    _ => false,
                }
        }
        Tag::Strong => is_file,
        _ => false,
    };
    if is_ours { Ok(()) } else { Err(format!("{tag:?}")) }
}

/// Whether a link goes to an item: its path, perhaps with its kind before it, perhaps as code.
fn is_item(link: &str) -> bool {
    let path = link.trim_matches('`');
    let path = path.split_once('@').map_or(path, |(_, path)| path);
    !path.is_empty()
        && path.split("::").all(|name| syn::parse_str::<syn::Ident>(name).is_ok() || matches!(name, "Self" | "crate"))
}
