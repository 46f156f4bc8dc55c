//! Halves as documentation shows them: what is corrected, and why.

use super::read;
use super::resolve::{Facts, Group, halves, withdrawn};
use super::same::same_items;
use super::words::{self, Length};
use crate::model::{Change, Half, Origin, Told, Word};
use crate::spec::block::{Block, Item};
use crate::spec::table::Key;

/// The halves of a block, `inferred` first.
pub(super) fn of(block: &Block) -> Vec<Half> {
    let page = Facts::own(block, Origin::Page);
    halves(block)
        .map(|(origin, item, half)| Half {
            origin,
            why: read::owned(half, Key::Why).unwrap_or_default(),
            source: half
                .get(Key::Source)
                .and_then(|source| Some(Word { text: read::text(&source.value)?.to_owned(), place: source.place })),
            place: item.key_place,
            changes: changes(half, &page),
        })
        .collect()
}

fn changes(half: &Block, page: &Facts<'_>) -> Vec<Change> {
    let own = Facts::own(half, Origin::Known);
    let mut items: Vec<&Item> = own.iter().map(|fact| fact.item).collect();
    items.sort_by_key(|item| item.key);
    let mut changes: Vec<(Key, Change)> =
        items.into_iter().filter_map(|item| Some((item.key, change(item, &own, page)?))).collect();
    changes.extend(withdrawn(half).filter_map(|item| {
        let key = read::key(&item.value)?;
        Some((key, taken_back(key, page)))
    }));
    changes.sort_by_key(|(key, _)| *key);
    changes.into_iter().map(|(_, change)| change).collect()
}

/// What a fact of a half changes. A group that is told in one phrase is one change, at the key that says most.
fn change(item: &Item, own: &Facts<'_>, page: &Facts<'_>) -> Option<Change> {
    let (now, former) = match Group::of(item.key) {
        group @ (Group::Shape | Group::Carrier) => (own.group(group), page.group(group)),
        Group::Address | Group::Single(_) => {
            (vec![item], page.get(item.key).map(|fact| fact.item).into_iter().collect())
        }
    };
    let tells = words::chief(&now)?.key == item.key;
    let differs = !same_items(&now, &former);
    (tells && differs).then(|| Change {
        key: item.key.as_str(),
        page: (!former.is_empty()).then(|| told(&former, item.key)),
        value: told(&now, item.key),
    })
}

fn taken_back(key: Key, page: &Facts<'_>) -> Change {
    let none = || Change::WITHDRAWN.to_owned();
    Change {
        key: key.as_str(),
        page: page.get(key).map(|fact| told(&[fact.item], key)),
        value: Told { brief: none(), full: none() },
    }
}

fn told(group: &[&Item], key: Key) -> Told {
    Told { brief: words::facts(group, key, Length::Brief), full: words::facts(group, key, Length::Full) }
}
