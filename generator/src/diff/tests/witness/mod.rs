//! Programs that prove the verdicts on source: each public item of a crate is used, the programs are compiled against that
//! crate and against the other one, and what breaks must be what the comparison says.

mod compile;
mod pairs;
mod write;

use std::collections::{BTreeMap, BTreeSet, HashMap};

use self::compile::{Told, Workspace};
use self::pairs::Pair;
use self::write::{Kind, Witness, of_file};
use super::super::surface::carried::Carried;
use super::super::surface::{Difference, differences};
use super::surface::dense;
use crate::diagnostic::Bump;
use crate::diff::compare;
use crate::emit::{self, GeneratedFile};
use crate::plan::{Plan, Words};

/// A crate of all pairs' old sides, or of all new ones.
struct Together {
    plan: Plan,
    files: Vec<GeneratedFile>,
}

impl Together {
    /// The APIs of a side of each pair, each in a module that says whose it is.
    fn of(name: &str, pairs: &[Pair], side: impl Fn(&Pair) -> &Plan) -> Self {
        let mut apis = Vec::new();
        for pair in pairs {
            for mut api in side(pair).apis.clone() {
                api.module = Words::of(&format!("{}_{}", pair.name, api.module)).snake();
                api.feature = format!("{}-{}", pair.name, api.feature);
                apis.push(api);
            }
        }
        let first = side(&pairs[0]).clone();
        let plan = Plan { apis, corrections: Vec::new(), samples: Vec::new(), ..first };
        let files = emit::emit(Plan { package: name.to_owned(), ..plan.clone() });
        Self { plan, files }
    }

    fn features(&self) -> BTreeSet<String> {
        self.plan.apis.iter().map(|api| api.feature.clone()).collect()
    }

    /// The programs of all APIs that are not planned alike in the other crate.
    fn witnesses(&self, other: &Plan, carried: &Carried) -> Vec<Witness> {
        let mut witnesses = Vec::new();
        for api in self.plan.apis.iter().filter(|api| !other.apis.contains(api)) {
            let (module, names) = (api.module.as_str(), BTreeSet::new);
            let feature = dense(&format!("feature `{}`", api.feature));
            witnesses.push(Witness { path: feature, kind: Kind::Feature, names: names(), line: String::new() });
            let line = format!("pub use krate::{module} as {{n}};");
            witnesses.push(Witness { path: format!("mod{module}"), kind: Kind::Module, names: names(), line });
            let folder = format!("src/{module}/");
            for file in &self.files {
                let Some(name) = file.path.as_str().strip_prefix(&folder) else { continue };
                let name = name.trim_end_matches(".rs");
                let path = if name == "mod" { module.to_owned() } else { format!("{module}::{name}") };
                witnesses.extend(of_file(&path, &file.text, carried));
            }
        }
        witnesses
    }
}

/// A step from one crate to the other, with what uses the first.
struct Step<'p> {
    from: &'p Plan,
    to: &'p Plan,
    /// What uses the one crate, and what uses the other.
    witnesses: [&'p [Witness]; 2],
    /// What the compiler said of the first against their own crate, and against the other.
    told: [&'p Told; 2],
}

/// How an item differs, as it is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum How {
    Gone,
    Changed,
    /// A part is new that who makes or looks at the whole has to name.
    AskedFor,
    /// Code compiles as before, and a value goes elsewhere.
    Silent,
    Compatible,
}

/// Whether a new function may take what the old one took, by a conversion: a comparison knows no relation between types,
/// and says that they are others.
fn may_take_more(old: &str, new: &str) -> bool {
    old != new && new.contains("impl Into")
}

/// What differs in some pair, and was agreed on: kinds of items that are not seen to break are no proof.
#[rustfmt::skip]
const EXPECTED: &[(Kind, How)] = &[
    (Kind::Feature, How::Gone), (Kind::Module, How::Gone), (Kind::SecondPath, How::Gone), (Kind::Struct, How::Gone),
    (Kind::Struct, How::Changed), (Kind::Struct, How::AskedFor), (Kind::Struct, How::Compatible),
    (Kind::Field, How::Gone), (Kind::Field, How::Changed), (Kind::Enum, How::Gone), (Kind::Enum, How::Changed),
    (Kind::Enum, How::AskedFor), (Kind::Enum, How::Compatible), (Kind::Variant, How::Gone),
    (Kind::Variant, How::Changed), (Kind::Variant, How::Compatible), (Kind::Alias, How::Gone),
    (Kind::Alias, How::Changed), (Kind::Constant, How::Gone), (Kind::Static, How::Gone), (Kind::Function, How::Gone),
    (Kind::Function, How::Changed), (Kind::Function, How::Silent), (Kind::Function, How::Compatible),
    (Kind::Method, How::Gone), (Kind::Method, How::Changed), (Kind::Method, How::Silent),
    (Kind::Method, How::Compatible), (Kind::MethodInConstants, How::Gone), (Kind::MethodInConstants, How::Changed),
    (Kind::MethodInConstants, How::Silent), (Kind::MethodInConstants, How::Compatible), (Kind::Trait, How::Gone),
    (Kind::TypeOfTrait, How::Gone), (Kind::TypeOfTrait, How::Changed),
];

/// What was agreed on.
#[derive(Debug, Default)]
struct Agreed {
    counts: BTreeMap<(Kind, How), usize>,
    /// The items that broke.
    broken: BTreeSet<String>,
}

impl Step<'_> {
    /// What the compiler and the comparison do not agree on.
    fn disagreements(&self, agreed: &mut Agreed) -> Vec<String> {
        let mut wrong = self.left_out();
        let differences = differences(self.from, self.to);
        let differences: HashMap<String, &Difference> = differences.iter().map(|one| (dense(&one.path), one)).collect();
        let mut parts: HashMap<String, Vec<&Difference>> = HashMap::new();
        for one in differences.values().filter(|one| one.path != whole(one)) {
            parts.entry(dense(whole(one))).or_default().push(one);
        }
        let features: BTreeSet<String> =
            self.to.apis.iter().map(|api| dense(&format!("feature `{}`", api.feature))).collect();
        let others: HashMap<&str, &Witness> = self.witnesses[1].iter().map(|one| (one.path.as_str(), one)).collect();
        let is_member = |one: &&Witness| matches!(one.kind, Kind::Field | Kind::Variant);
        let members: BTreeSet<String> =
            self.witnesses.iter().copied().flatten().filter(is_member).map(|one| one.path.clone()).collect();
        let bump = |path: &str| differences.get(path).map(|one| one.bump);
        for (at, witness) in self.witnesses[0].iter().enumerate() {
            let Witness { path, kind, names, line } = witness;
            if let Some(said) = self.told[0].broken.get(&at) {
                wrong.push(format!("{path} does not compile against its own crate:\n{line}\n{said}"));
                continue;
            }
            let said = match kind {
                Kind::Feature => (!features.contains(path)).then_some("there is no such feature\n"),
                _ => self.told[1].broken.get(&at).map(String::as_str),
            };
            let own = differences.get(path.as_str());
            let own_parts = || parts.get(path).into_iter().flatten().filter(|one| members.contains(&dense(&one.path)));
            // A program of a whole names its members, and each program the types of its item.
            let most = (own_parts().map(|one| Some(one.bump)))
                .chain(names.iter().chain([path]).map(|name| bump(name)))
                .flatten()
                .max();
            // What belongs to a type that is another now, or names it, may be had of that one as well.
            let is_shifted = |path: &String| {
                let one = differences.get(path).filter(|one| one.bump == Bump::Major && one.path == whole(one));
                one.is_some_and(|one| one.new.is_some())
            };
            let of = own.map(|one| dense(whole(one))).filter(|of| of != path);
            let shifted = names.iter().chain(&of).any(is_shifted);
            let asked_for = own_parts().any(|one| one.old.is_none() && one.bump == Bump::Major);
            let breaks = own.is_some_and(|one| one.bump == Bump::Major);
            // The compiler sees no names of arguments.
            let is_function = matches!(kind, Kind::Function | Kind::Method | Kind::MethodInConstants);
            let other = others.get(path.as_str()).map(|other| other.line.as_str());
            // What such an argument is for is a field or a variant, which is another itself.
            let of_whole = own.and_then(|one| parts.get(&dense(whole(one))));
            let is_beside = |one: &&Difference| one.bump == Bump::Major && dense(&one.path) != *path;
            let takes_more = other.is_some_and(|other| may_take_more(line, other))
                && of_whole.is_some_and(|parts| parts.iter().any(is_beside));
            let silent = breaks && is_function && (other == Some(line.as_str()) || takes_more);
            match said {
                Some(said) if most != Some(Bump::Major) => {
                    wrong.push(format!("{path} breaks, and nothing says so:\n{line}\n{said}"));
                }
                None if breaks && !silent && !shifted || asked_for => {
                    let signatures = own.map(|one| (one.before(), one.after()));
                    wrong.push(format!("{path} is said to break, and does not:\n{line}\n{signatures:?}"));
                }
                _ => {}
            }
            let warns = self.told[1].warned.contains(&at) && !self.told[0].warned.contains(&at);
            if warns && said.is_none() && most < Some(Bump::Minor) {
                wrong.push(format!("{path} warns, and nothing says so:\n{line}"));
            }
            if said.is_some() {
                agreed.broken.insert(path.clone());
            }
            let how = match own {
                _ if asked_for => How::AskedFor,
                Some(_) if silent => How::Silent,
                Some(one) if one.new.is_none() => How::Gone,
                Some(_) if breaks => How::Changed,
                Some(_) => How::Compatible,
                None => continue,
            };
            *agreed.counts.entry((*kind, how)).or_default() += 1;
        }
        wrong
    }

    /// Items without a program, and programs of no item.
    fn left_out(&self) -> Vec<String> {
        let apis = self.from.apis.iter().filter(|api| !self.to.apis.contains(api)).cloned().collect();
        let from = Plan { apis, ..self.from.clone() };
        let empty = Plan { apis: Vec::new(), ..from.clone() };
        let items: BTreeSet<String> = differences(&empty, &from).iter().map(|one| dense(&one.path)).collect();
        let tried: BTreeSet<String> = self.witnesses[0].iter().map(|one| one.path.clone()).collect();
        items.symmetric_difference(&tried).map(|path| format!("{path} is an item without a program, or none")).collect()
    }
}

fn whole(one: &Difference) -> &str {
    one.new.as_ref().or(one.old.as_ref()).map_or("", |public| public.whole.as_str())
}

/// Compiles what uses each side of the pairs against both, and holds it against the comparison.
fn hold(pairs: &[Pair], agreed: &mut Agreed) {
    let carried = Carried::default();
    let old = Together::of("old", pairs, |pair| &pair.old.plan);
    let new = Together::of("new", pairs, |pair| &pair.new.plan);
    let (of_old, of_new) = (old.witnesses(&new.plan, &carried), new.witnesses(&old.plan, &carried));
    let (features_of_old, features_of_new) = (old.features(), new.features());
    let both = features_of_old.intersection(&features_of_new).cloned().collect();
    let mut workspace = Workspace::of([("old", &old.files), ("new", &new.files)]);
    workspace.add("old-on-old", "old", &features_of_old, &of_old);
    workspace.add("old-on-new", "new", &both, &of_old);
    workspace.add("new-on-new", "new", &features_of_new, &of_new);
    workspace.add("new-on-old", "old", &both, &of_new);
    let told = workspace.check();
    let told = |name: &str| &told[name];
    let mut wrong = Vec::new();
    let there = Step {
        from: &old.plan,
        to: &new.plan,
        witnesses: [&of_old, &of_new],
        told: [told("old-on-old"), told("old-on-new")],
    };
    wrong.extend(there.disagreements(agreed));
    // The verdict on each pair is that of all its items.
    for pair in pairs {
        let module = format!("{}_", pair.name);
        let is_of_pair = |path: &String| {
            let path = path.strip_prefix("feature`").or(path.strip_prefix("mod")).unwrap_or(path);
            path.replace('-', "_").starts_with(&module)
        };
        let breaks = agreed.broken.iter().any(is_of_pair);
        let bump = compare(&pair.old, &pair.new).version.bump;
        if breaks != (bump == Some(Bump::Major)) && !pair.breaks_silently() {
            wrong.push(format!("{}: the verdict is {bump:?}, and programs break: {breaks}", pair.what));
        }
    }
    let back = Step {
        from: &new.plan,
        to: &old.plan,
        witnesses: [&of_new, &of_old],
        told: [told("new-on-new"), told("new-on-old")],
    };
    wrong.extend(back.disagreements(agreed));
    for pair in pairs {
        let module = format!("{}_", pair.name);
        if wrong.iter().any(|wrong: &String| wrong.starts_with(&module)) {
            wrong.push(format!("{} is {}", pair.name, pair.what));
        }
    }
    assert!(wrong.is_empty(), "{} of {} pairs:\n{}", wrong.len(), pairs.len(), wrong.join("\n"));
}

/// Edits at random that are tried; `DOCWRIGHT_WITNESSES` names another number.
const RANDOM: usize = 8;

/// Pairs that are compiled together.
const TOGETHER: usize = 200;

#[test]
fn what_breaks_is_what_the_verdict_says() {
    let random = std::env::var("DOCWRIGHT_WITNESSES").map_or(RANDOM, |number| number.parse().expect("a number"));
    let mut pairs = pairs::of_rules().into_iter().chain(pairs::more()).chain(pairs::at_random().take(random));
    let mut agreed = Agreed::default();
    loop {
        let together: Vec<Pair> = pairs.by_ref().take(TOGETHER).collect();
        if together.is_empty() {
            break;
        }
        hold(&together, &mut agreed);
    }
    println!("{} programs break as is said, of {} ways", agreed.broken.len(), agreed.counts.len());
    let (seen, expected): (BTreeSet<_>, BTreeSet<_>) = (agreed.counts.keys().collect(), EXPECTED.iter().collect());
    let (unseen, unexpected): (Vec<_>, Vec<_>) =
        (expected.difference(&seen).collect(), seen.difference(&expected).collect());
    assert!(unseen.is_empty() && unexpected.is_empty(), "not seen: {unseen:?}; not listed: {unexpected:?}");
}
