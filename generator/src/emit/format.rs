//! Tokens to text: item by item, with the blank lines that people put.

use proc_macro2::TokenStream;

/// The text of a file: a line that says where it comes from, its documentation, its items with a blank line between
/// them.
pub(super) struct File {
    text: String,
}

impl File {
    /// A file made of a spec.
    pub fn new(origin: &str, docs: &[String]) -> Self {
        let mut text = format!("// Written by docwright from {origin}: change that, and run it again.\n\n");
        for line in docs {
            text.push_str("//!");
            if !line.is_empty() {
                text.push(' ');
                text.push_str(line);
            }
            text.push('\n');
        }
        Self { text }
    }

    /// Adds items that stand together.
    pub fn block(&mut self, items: TokenStream) -> &mut Self {
        if !items.is_empty() {
            self.text.push('\n');
            self.text.push_str(&spaced(&print(items)));
        }
        self
    }

    /// Adds items that stand apart.
    pub fn items(&mut self, items: impl IntoIterator<Item = TokenStream>) -> &mut Self {
        for item in items {
            self.block(item);
        }
        self
    }

    /// The text.
    pub fn finish(self) -> String {
        self.text
    }
}

/// The text of items.
///
/// # Panics
/// When the tokens are no items, which is a mistake of the emitter that no spec can cause: names are identifiers, all
/// else is a literal.
pub(super) fn print(items: TokenStream) -> String {
    let written = items.clone();
    match syn::parse2(items) {
        Ok(file) => prettyplease::unparse(&file),
        Err(error) => unreachable!("the emitter wrote no Rust: {error}\n{written}"),
    }
}

/// Puts a blank line between the associated items of an impl, save between types.
fn spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    let mut lines = text.lines().peekable();
    let mut within_impl = false;
    while let Some(line) = lines.next() {
        spaced.push_str(line);
        spaced.push('\n');
        match line.as_bytes() {
            [b'i', b'm', b'p', b'l', b' ' | b'<', ..] => within_impl = true,
            [b'}', ..] => within_impl = false,
            _ => {}
        }
        let of_item = line.strip_prefix("    ").filter(|rest| !rest.starts_with([' ', '/']));
        let ends = of_item.is_some_and(|rest| rest == "}" || rest.ends_with(';') || rest.ends_with("{}"));
        let Some(next) = lines.peek() else { break };
        let types = line.starts_with("    type ") && next.starts_with("    type ");
        if within_impl && ends && !types && *next != "}" {
            spaced.push('\n');
        }
    }
    spaced
}
