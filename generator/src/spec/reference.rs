//! The keys of the language as a page: a table for each place, from the key table.

use std::fmt::Write as _;

use super::table::{At, Kind, Row, Silence, Site, Stage, TABLE, alternatives};

/// Every key by the place where it stands, as Markdown, in canonical order. A key marked with `*` states a fact, so that it
/// may stand in `known` and `inferred` too; one in parentheses is not read by this version.
#[must_use]
pub(super) fn key_reference() -> String {
    let mut page = String::new();
    for at in At::ALL {
        let rows: Vec<_> = TABLE.iter().filter_map(|row| Some((row, own(row, at)?))).collect();
        // Writing to a String never fails.
        let _ = writeln!(page, "### Keys of {}\n", at.noun());
        if let Some(more) = taken_in(at) {
            let _ = writeln!(page, "{more}\n");
        }
        if rows.is_empty() {
            continue;
        }
        page.push_str("| key | holds | meaning | where it is not written |\n|---|---|---|---|\n");
        for (row, site) in rows {
            let _ = writeln!(
                page,
                "| {} | {} | {} | {} |",
                key(row, site),
                holds(&site.kind),
                site.meaning(row),
                silence(site)
            );
        }
        page.push('\n');
    }
    page.truncate(page.trim_end().len());
    page.push('\n');
    page
}

/// What a key is in a place that names it itself.
fn own(row: &Row, at: At) -> Option<&'static Site> {
    row.site(at).filter(|site| site.places.contains(&at))
}

/// What stands in a place besides its own keys.
fn taken_in(at: At) -> Option<String> {
    if at == At::Half {
        return Some("The keys marked with `*` of the place that it belongs to, and:".to_owned());
    }
    let wider = at.wider()?;
    let except: Vec<_> =
        TABLE.iter().filter(|row| row.except.contains(&at)).map(|row| format!("`{}`", row.name)).collect();
    Some(match except.as_slice() {
        [] => format!("The keys of {}, and:", wider.noun()),
        except => format!("The keys of {}, without {}.", wider.noun(), alternatives(except)),
    })
}

fn key(row: &Row, site: &Site) -> String {
    let name = format!("`{}`{}", row.name, if row.fact { "\\*" } else { "" });
    if site.stage == Stage::Now { name } else { format!("({name})") }
}

fn holds(kind: &Kind) -> String {
    match kind {
        Kind::List(item) => format!("a list, each item {}", item.expected()),
        Kind::Map(value) => format!("a map from names, each to {}", value.expected()),
        other => other.expected(),
    }
}

fn silence(site: &Site) -> &'static str {
    match site.silence {
        Silence::Error => "an error",
        Silence::Nothing => "nothing is claimed",
        Silence::Means(means) => means,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_stands_on_the_page_once_for_each_place() {
        let page = key_reference();
        for row in TABLE {
            let rows = page
                .lines()
                .filter(|line| line.split('|').nth(1).is_some_and(|cell| cell.contains(&format!("`{}`", row.name))));
            assert_eq!(rows.count(), row.sites.iter().map(|site| site.places.len()).sum::<usize>(), "{}", row.name);
        }
        assert!(page.lines().filter(|line| line.starts_with('|')).all(|line| line.matches('|').count() == 5), "{page}");
    }

    #[test]
    fn a_row_says_what_the_table_says() {
        let page = key_reference();
        for line in [
            "| `address` | a text | The address of the page or source. | an error |",
            "| `sha256` | a text | The SHA-256 of the page's visible text, white space collapsed, in lower-case hexadecimal digits. | nothing is claimed |",
            "| (`layout`\\*) | a text | The layout of a `local-date-time` or `date-time`, of YYYY MM DD hh mm ss SSS ZZ. | `YYYY-MM-DD hh:mm:ss`; of a `date-time`, RFC 3339 |",
            "The keys of an entry, without `required`, `access` or `server_owned`.",
        ] {
            assert!(page.lines().any(|other| other == line), "{line}");
        }
    }
}
