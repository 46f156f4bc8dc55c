//! What each change does: its rule says what it means on the wire, and the public items that differ with it what it means
//! to code that uses the crate.

use std::collections::{BTreeMap, HashMap};

use super::change::{Change, Concern, Said};
use super::rule::Rule;
use super::surface::{Difference, Public};
use crate::diagnostic::{Bump, Compatibility, Diagnostic, Effect, Group, Id, Place, Reach, Severity, WAS};

/// A finding for each change, and for each public item that differs though no change tells why.
pub(super) fn judge(changes: Vec<Change>, differences: &[Difference], places: &Places) -> Vec<Diagnostic> {
    let claims = Claims::of(&changes);
    let mut by: Vec<Vec<usize>> = differences.iter().map(|difference| claims.by(difference, &changes)).collect();
    follow(differences, &mut by);
    let mut claimed: Vec<Vec<&Difference>> = changes.iter().map(|_| Vec::new()).collect();
    let mut unclaimed: BTreeMap<(Group, String), Vec<&Difference>> = BTreeMap::new();
    for (difference, by) in differences.iter().zip(by) {
        for index in &by {
            claimed[*index].push(difference);
        }
        if let (true, Some(public)) = (by.is_empty(), difference.new.as_ref().or(difference.old.as_ref())) {
            unclaimed.entry((public.group.clone(), public.whole.clone())).or_default().push(difference);
        }
    }
    let mut findings: Vec<Diagnostic> =
        changes.into_iter().zip(claimed).map(|(change, claimed)| finding(change, &claimed)).collect();
    for ((group, whole), differences) in unclaimed {
        findings.push(finding(unexplained(group, whole, &differences, places), &differences));
    }
    findings
}

/// What is left unclaimed and names an item that is new, gone or another comes of what that one comes of.
fn follow(differences: &[Difference], by: &mut [Vec<usize>]) {
    type Named = (Option<String>, String);
    loop {
        let mut claimed: HashMap<Named, Vec<usize>> = HashMap::new();
        for (difference, by) in differences.iter().zip(&*by).filter(|(_, by)| !by.is_empty()) {
            if let Some((public, name)) = difference.item() {
                claimed.entry((public.group.api.clone(), name.to_owned())).or_default().extend(by);
            }
        }
        let mut is_done = true;
        for (difference, by) in differences.iter().zip(&mut *by).filter(|(_, by)| by.is_empty()) {
            for public in [&difference.old, &difference.new].into_iter().flatten() {
                let found = public.names().filter_map(|name| claimed.get(&(public.group.api.clone(), name.to_owned())));
                by.extend(found.flatten());
            }
            by.sort_unstable();
            by.dedup();
            is_done &= by.is_empty();
        }
        if is_done {
            return;
        }
    }
}

/// Where the files of groups begin, on the old and the new side.
#[derive(Debug, Default)]
pub(super) struct Places {
    pub old: HashMap<Group, Place>,
    pub new: HashMap<Group, Place>,
}

/// Which changes concern a piece of the model.
#[derive(Debug, Default)]
struct Claims {
    /// By places, which tell old and new specs apart.
    places: HashMap<Place, Vec<usize>>,
    /// Changes that concern all of a group.
    groups: Vec<usize>,
}

impl Claims {
    fn of(changes: &[Change]) -> Self {
        let mut claims = Self::default();
        for (index, change) in changes.iter().enumerate().filter(|(_, change)| may_claim(change.id)) {
            let mut is_of_group = false;
            let said = [&change.old, &change.new].into_iter().flatten().flat_map(|said| &said.concerns);
            for concern in said.chain(&change.concerns) {
                match concern {
                    Concern::At(place) => claims.places.entry(*place).or_default().push(index),
                    Concern::Group => is_of_group = true,
                }
            }
            if is_of_group {
                claims.groups.push(index);
            }
        }
        claims
    }

    /// The changes that a difference comes of.
    fn by(&self, difference: &Difference, changes: &[Change]) -> Vec<usize> {
        let covers = |change: &Change, group: &Group| {
            let mut of = [Some(change.group.clone()), change.former_group()].into_iter().flatten();
            of.any(|of| of.api == group.api && (of.endpoint.is_none() || of.endpoint == group.endpoint))
        };
        let publics = || [&difference.old, &difference.new].into_iter().flatten();
        let of = |concerns: fn(&Public) -> &[Concern]| {
            let places = publics().flat_map(concerns).filter_map(|concern| match concern {
                Concern::At(place) => self.places.get(place),
                Concern::Group => None,
            });
            let mut by: Vec<usize> = places.flatten().copied().collect();
            by.sort_unstable();
            by.dedup();
            by
        };
        let group = || {
            let is_of = |index: &&usize| publics().any(|public| covers(&changes[**index], &public.group));
            self.groups.iter().filter(is_of).copied().collect::<Vec<_>>()
        };
        // The nearest wins.
        let (own, around) = (of(|public| &public.concerns), of(|public| &public.around));
        let mut by = [own, around].into_iter().find(|by| !by.is_empty()).unwrap_or_else(group);
        // A constructor comes of all fields that must be there: what else is said of these does not change it.
        let first: Vec<&Concern> = publics().filter_map(|public| public.concerns.first()).collect();
        let is_own = |change: &Change| {
            let said = [&change.old, &change.new].into_iter().flatten();
            said.flat_map(|said| &said.concerns).any(|concern| first.contains(&concern))
        };
        let is_why = |index: &usize| match share(changes[*index].id) {
            Share::Any => true,
            Share::Own => is_own(&changes[*index]),
            Share::Left => false,
        };
        if by.iter().any(is_why) {
            by.retain(is_why);
        }
        by
    }
}

/// Whether a kind of change can be why a public item differs: words alone never are.
fn may_claim(id: Id) -> bool {
    !matches!(id, Id::DocumentationChanged | Id::ProvenanceChanged | Id::SampleChanged | Id::FactRestated)
}

/// Which of the public items that a change concerns differ because of it, where other changes concern them too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Share {
    /// All of them.
    Any,
    /// Those that are of its entry first: what nobody has to give changes no constructor.
    Own,
    /// None: it seldom changes a signature.
    Left,
}

fn share(id: Id) -> Share {
    match id {
        Id::FieldAdded | Id::FieldRemoved | Id::EnumValueAdded | Id::EnumValueRemoved => Share::Own,
        Id::Deprecated
        | Id::Reactivated
        | Id::UpperBoundSet
        | Id::UpperBoundLowered
        | Id::UpperBoundRaised
        | Id::UpperBoundRemoved
        | Id::LowerBoundSet
        | Id::LowerBoundRaised
        | Id::LowerBoundLowered
        | Id::LowerBoundRemoved
        | Id::LengthUnitChanged
        | Id::PatternAdded
        | Id::PatternChanged
        | Id::PatternRemoved
        | Id::MultipleOfTightened
        | Id::MultipleOfLoosened
        | Id::UniqueItemsAdded
        | Id::UniqueItemsRemoved => Share::Left,
        _ => Share::Any,
    }
}

/// A change of a public item that nothing of the specs tells of by itself.
fn unexplained(group: Group, whole: String, differences: &[&Difference], places: &Places) -> Change {
    let is_new = |difference: &&Difference| difference.old.is_none();
    let is_gone = |difference: &&Difference| difference.new.is_none();
    let id = if differences.iter().all(is_new) {
        Id::PublicItemAdded
    } else if differences.iter().all(is_gone) {
        Id::PublicItemRemoved
    } else {
        Id::PublicItemChanged
    };
    let side = |signatures: Vec<String>, places: &HashMap<Group, Place>, concerns: Vec<Concern>| {
        let stated = concerns.iter().find_map(|concern| match concern {
            Concern::At(place) => Some(*place),
            Concern::Group => None,
        });
        let place = stated.or_else(|| places.get(&group).copied())?;
        (!signatures.is_empty()).then(|| Said { text: signatures.join("; "), place, is_guess: false, concerns })
    };
    let concerns = |public: Option<&Public>| public.map(|public| public.concerns.clone());
    let old = side(
        differences.iter().filter_map(|difference| difference.before()).collect(),
        &places.old,
        differences.iter().find_map(|difference| concerns(difference.old.as_ref())).unwrap_or_default(),
    );
    let new = side(
        differences.iter().filter_map(|difference| difference.after()).collect(),
        &places.new,
        differences.iter().find_map(|difference| concerns(difference.new.as_ref())).unwrap_or_default(),
    );
    let around = places.new.get(&group).copied();
    Change { around, ..Change::of(id, group, whole, old, new) }
}

fn finding(change: Change, claimed: &[&Difference]) -> Diagnostic {
    let Change { id, group, subject, old, new, concerns: _, messages, help, around, reach, endpoints } = change;
    let rule = Rule::of(id);
    let is_guess = new.as_ref().or(old.as_ref()).is_some_and(|said| said.is_guess);
    let judged = |compatibility: Option<Compatibility>, is_there: bool| {
        // What is only suggested may not be so.
        let most = if is_guess { Compatibility::Doubtful } else { Compatibility::Breaking };
        compatibility.filter(|_| is_there).map(|compatibility| compatibility.min(most))
    };
    let source = claimed.iter().map(|difference| difference.bump).max();
    let words_alone = !may_claim(id);
    let signatures = |side: fn(&Difference) -> Option<String>| {
        let told = claimed.iter().filter(|difference| !difference.follows(claimed));
        told.filter_map(|difference| side(difference)).collect::<Vec<_>>()
    };
    let effect = Effect {
        request: rule.and_then(|rule| judged(rule.request, messages.request)),
        response: rule.and_then(|rule| judged(rule.response, messages.response)),
        source: source.or(words_alone.then_some(Bump::Patch)),
        behaviour: rule.is_some_and(|rule| rule.behaviour),
        before: signatures(Difference::before),
        after: signatures(Difference::after),
        old: old.as_ref().map(|said| said.text.clone()),
        new: new.as_ref().map(|said| said.text.clone()),
        reach: (!reach.is_empty()).then(|| Reach { endpoints: reach.into_iter().collect(), of: endpoints }),
        against: None,
        accepted: None,
        subject: if subject.is_empty() { group.to_string() } else { format!("{group}: {subject}") },
        group,
    };
    let words = rule.map_or("", |rule| rule.words);
    let mut diagnostic = Diagnostic::new(id, format!("{}: {words}", effect.subject)).severity(severity(&effect));
    match (&old, &new) {
        (Some(old), Some(new)) => {
            diagnostic = diagnostic.at(new.place, new.text.clone()).at(old.place, format!("{WAS}{}", old.text));
        }
        (None, Some(new)) => diagnostic = diagnostic.at(new.place, new.text.clone()),
        (Some(old), None) => {
            diagnostic = match around {
                Some(around) => diagnostic.at(around, "it was part of this"),
                None => diagnostic,
            };
            diagnostic = diagnostic.at(old.place, format!("{WAS}{}", old.text));
        }
        (None, None) => {
            diagnostic.labels.extend(around.map(|place| crate::diagnostic::Label { place, text: String::new() }));
        }
    }
    diagnostic.help.extend(help);
    diagnostic.effect = Some(Box::new(effect));
    diagnostic
}

fn severity(effect: &Effect) -> Severity {
    let doubtful = [effect.request, effect.response].contains(&Some(Compatibility::Doubtful));
    match effect {
        effect if effect.breaks() => Severity::Error,
        effect if doubtful || effect.behaviour => Severity::Warning,
        _ => Severity::Note,
    }
}
