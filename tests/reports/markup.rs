//! What a reader of Markdown or HTML makes of a report: is any of it markup that docwright did not write?

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use regex::Regex;

/// The HTML that a comment may hold.
const IN_MARKDOWN: &str = r"^(<!-- docwright -->|<!-- -->|</?code>|</?span>|</?details>|<summary>[0-9]+ changes? of documentation alone</summary>|\s)*$";

/// What a comment has that it must not have.
pub fn faults_of_markdown(comment: &str) -> Vec<String> {
    let allowed = Regex::new(IN_MARKDOWN).unwrap();
    // Who looks for mentions and references looks through each stretch of text.
    let references = Regex::new(r"@[\p{L}\p{N}_]|#[0-9]|(?i)gh-[0-9]|[A-Za-z]-[0-9]").unwrap();
    let mut faults = Vec::new();
    let mut stretch = String::new();
    let mut is_code = false;
    for event in Parser::new_ext(comment, Options::ENABLE_GFM | Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH)
    {
        match &event {
            // Who looks for them passes over code, and fences are docwright's own.
            Event::Text(_) if is_code => continue,
            Event::Text(text) => {
                stretch += text;
                continue;
            }
            Event::InlineHtml(tag) if matches!(&**tag, "<code>" | "</code>") => is_code = &**tag == "<code>",
            Event::Start(Tag::CodeBlock(_)) => is_code = true,
            Event::End(TagEnd::CodeBlock) => is_code = false,
            Event::Html(html) | Event::InlineHtml(html) if !allowed.is_match(html) => faults.push(format!("{event:?}")),
            Event::Start(
                Tag::Link { .. } | Tag::Image { .. } | Tag::Strikethrough | Tag::Emphasis | Tag::BlockQuote(_),
            )
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_)
            | Event::InlineMath(_) => {
                faults.push(format!("{event:?}"));
            }
            _ => {}
        }
        if let Some(found) = references.find(&stretch) {
            faults.push(format!("{:?} in {stretch:?}", found.as_str()));
        }
        stretch.clear();
    }
    faults
}

/// What a page has that it must not have: a tag or an attribute that docwright does not write.
pub fn faults_of_html(page: &str) -> Vec<String> {
    let body = page.split_once("</style>").expect("a style").1;
    let (body, _script) = body.rsplit_once("<script>").expect("a script");
    let tag = Regex::new(
        r#"</?(head|body|a|header|h[1-4]|p|form|fieldset|legend|label|input|select|option|button|main|section|article|details|summary|div|ul|li|pre|code|span|mark|footer)( (class|href|id|role|aria-label|aria-labelledby|hidden|type|name|value|checked|autocomplete|tabindex|data-group|data-severity)(="[^"<>]*")?)*>"#,
    )
    .unwrap();
    let left = tag.replace_all(body, "");
    left.match_indices(['<', '>']).map(|(at, _)| left[at..].chars().take(40).collect()).collect()
}
