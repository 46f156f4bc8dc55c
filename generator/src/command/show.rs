//! `docwright show`: an endpoint on one screen, or one piece of it alone.

use std::fmt::Write as _;

use clap::builder::styling::Style;

use super::arguments::{Format, Options, Piece, Show};
use super::project::Project;
use super::report::Report;
use super::table::table;
use super::{Outcome, list};
use crate::diagnostic::{self, Sources, shown};
use crate::model::{Endpoint, Example, Model, Sample};
use crate::pipeline::{self, Meaning};
use crate::plan::{self, Plan};
use crate::show::{self, Answer, Request, Row, Shown, Tree};
use crate::spec::nearest;
use crate::{check, emit};

/// How wide a cell of the table of facts is before it moves what follows it.
const WIDE: usize = 56;

/// Runs it.
pub(super) fn run(arguments: &Show, options: &Options) -> Outcome {
    match Project::find(options) {
        Ok(project) => find(arguments, &project, options).unwrap_or_else(Lost::outcome),
        Err(diagnostic) => Report::of(diagnostic).outcome(options),
    }
}

/// Nothing has the name that was given.
struct Lost {
    what: String,
    tip: String,
}

fn find(arguments: &Show, project: &Project, options: &Options) -> Result<Outcome, Lost> {
    let Meaning { sources, mut found, model } = pipeline::read(&project.specs);
    let Some(mut model) = model.filter(|_| !found.has_errors()) else {
        return Ok(Report { sources, found, ..Report::default() }.outcome(options));
    };
    let name = Name::parse(&arguments.endpoint);
    if !name.is_in(&model) {
        return Err(name.lost(&model));
    }
    model.apis.retain(|api| api.name == name.api);
    check::check(&model, &mut found);
    let plan = plan::plan(&model, &mut found);
    let mut report = Report { sources, found, ..Report::default() };
    if name.endpoint.is_none() {
        list::tell(&model.apis, &mut report);
    } else if let Some(shown) = select(&model, &plan, &name).filter(|_| !report.found.has_errors()) {
        let shown = Shown { example: example(shown.endpoint, arguments.example.as_deref())?, ..shown };
        if options.format == Format::Json {
            return Ok(Outcome::fine(json(&shown, report)));
        }
        report.text = match options.format {
            Format::Only(piece) => only(piece, &shown, &plan, &report.sources),
            Format::Human | Format::Json | Format::Review(_) => screen(&shown, &plan, &report.sources),
        };
    }
    Ok(report.outcome(options))
}

/// An endpoint by its name; of an API by itself, all of them.
struct Name<'n> {
    given: &'n str,
    api: &'n str,
    endpoint: Option<&'n str>,
}

impl<'n> Name<'n> {
    fn parse(given: &'n str) -> Self {
        match given.trim_end_matches('/').split_once('/') {
            Some((api, endpoint)) => Self { given, api, endpoint: Some(endpoint) },
            None => Self { given, api: given.trim_end_matches('/'), endpoint: None },
        }
    }

    fn is_in(&self, model: &Model) -> bool {
        let api = model.apis.iter().find(|api| api.name == self.api);
        let has = |name: &str| api.is_some_and(|api| api.endpoints.iter().any(|endpoint| endpoint.name == name));
        self.endpoint.map_or(api.is_some(), has)
    }

    fn lost(&self, model: &Model) -> Lost {
        let apis = || model.apis.iter().map(|api| api.name.as_str());
        let endpoints = model.apis.iter().flat_map(|api| api.endpoints.iter().map(move |endpoint| (api, endpoint)));
        let names: Vec<String> = endpoints.map(|(api, endpoint)| format!("{}/{}", api.name, endpoint.name)).collect();
        let last = |name: &str| name.rsplit('/').next().unwrap_or_default().to_owned();
        let of_api = |name: &&String| name.split('/').next() == Some(self.api);
        // The same endpoint of another API sooner than another one of this.
        let meant = names
            .iter()
            .find(|name| last(name) == self.endpoint.unwrap_or(self.api))
            .map(String::as_str)
            .or_else(|| {
                nearest(self.endpoint.map_or("", |_| self.given), names.iter().filter(of_api).map(String::as_str))
            })
            .or_else(|| nearest(self.given, names.iter().map(String::as_str).chain(apis())));
        let what = match self.endpoint {
            Some(_) => format!("no endpoint `{}`", self.given.escape_debug()),
            None => format!("no API `{}`", self.given.escape_debug()),
        };
        let tip = match meant {
            Some(meant) => format!("did you mean `{meant}`?"),
            None if apis().any(|api| api == self.api) => format!("`docwright show {}` has its endpoints", self.api),
            None => "`docwright list` has all endpoints".to_owned(),
        };
        Lost { what, tip }
    }
}

impl Lost {
    fn outcome(self) -> Outcome {
        Outcome::refused(&self.what, &self.tip)
    }
}

fn select<'a>(model: &'a Model, plan: &'a Plan, name: &Name<'_>) -> Option<Shown<'a>> {
    let (api, planned_api) = (model.apis.first()?, plan.apis.first()?);
    let mut endpoints = api.endpoints.iter().zip(&planned_api.endpoints);
    let (endpoint, planned) = endpoints.find(|(endpoint, _)| Some(endpoint.name.as_str()) == name.endpoint)?;
    Some(Shown { api, endpoint, planned_api, planned, example: None })
}

/// The example of a name, or the first.
fn example<'m>(endpoint: &'m Endpoint, name: Option<&str>) -> Result<Option<&'m Example>, Lost> {
    let examples = &endpoint.examples;
    let Some(name) = name else { return Ok(examples.first()) };
    let names = || examples.iter().map(|example| example.name.text.as_str());
    let lost = || Lost {
        what: format!("`{}` has no example `{}`", endpoint.name, name.escape_debug()),
        tip: match (nearest(name, names()), names().collect::<Vec<_>>().as_slice()) {
            (Some(meant), _) => format!("did you mean `{meant}`?"),
            (None, []) => "it has none; without `--example`, values are made up".to_owned(),
            (None, all) => format!("it has `{}`", all.join("`, `")),
        },
    };
    examples.iter().find(|example| example.name.text == name).map(Some).ok_or_else(lost)
}

fn only(piece: Piece, shown: &Shown<'_>, plan: &Plan, sources: &Sources) -> String {
    match piece {
        Piece::Yaml => spec(shown, sources).to_yaml(),
        Piece::Http => String::from_utf8_lossy(&Request::of(shown).message()).into_owned(),
        Piece::Curl => curl(shown),
        Piece::Rust => emit::call(plan, shown.planned_api, shown.planned),
    }
}

fn curl(shown: &Shown<'_>) -> String {
    show::curl(&Request::of(shown), &shown.api.name.to_ascii_uppercase())
}

/// The spec as it holds: names, page, and all facts.
fn spec(shown: &Shown<'_>, sources: &Sources) -> Tree {
    let page = &shown.endpoint.page;
    let seen = page.seen.as_ref().map(|seen| ("seen", Tree::text(&seen.text)));
    let page = [("address", Tree::text(&page.address.text))].into_iter().chain(seen);
    let head = [
        ("api", Tree::text(&shown.api.name)),
        ("endpoint", Tree::text(&shown.endpoint.name)),
        ("page", Tree::map(page)),
    ];
    let Tree::Map(facts) = show::resolved(&show::facts(shown), sources) else { return Tree::map(head) };
    Tree::map(head.map(|(name, value)| (name.to_owned(), value)).into_iter().chain(facts))
}

fn json(shown: &Shown<'_>, report: Report) -> String {
    let found = diagnostic::to_value(&report.found.sorted(), &report.sources);
    let Tree::Map(mut members) = spec(shown, &report.sources) else { return String::new() };
    members.push(("diagnostics".to_owned(), Tree::Value(found)));
    diagnostic::document(&Tree::Map(members))
}

/// Everything, for people.
fn screen(shown: &Shown<'_>, plan: &Plan, sources: &Sources) -> String {
    let endpoint = shown.endpoint;
    let bold = Style::new().bold();
    let mut text = format!("{bold}{}/{}{bold:#}", shown.api.name, endpoint.name);
    if let Some(doc) = &endpoint.doc {
        _ = write!(text, ": {}", line(doc));
    }
    let seen = endpoint.page.seen.as_ref().map(|seen| format!(" (seen {})", seen.text));
    _ = writeln!(text, "\n{}{}", line(&endpoint.page.address.text), line(&seen.unwrap_or_default()));
    let of =
        |sample: fn(&Example) -> Option<&Sample>| shown.example.and_then(|example| Some((example, sample(example)?)));
    let mut piece = |title: &str, sample: Option<(&Example, &Sample)>, piece: &str| {
        _ = writeln!(text, "\n{bold}{title}{bold:#}{}", line(&source(sample)));
        for piece in piece.trim_end().lines() {
            _ = writeln!(text, "{}", format!("  {}", line(piece)).trim_end());
        }
    };
    let (request, answer) = (of(|example| example.request.as_ref()), of(|example| example.response.as_ref()));
    piece("Request", request, &only(Piece::Http, shown, plan, sources));
    piece("Answer", answer, &Answer::of(shown).message());
    piece("curl", None, &curl(shown));
    piece("Rust", None, &only(Piece::Rust, shown, plan, sources));
    piece("Facts", None, &facts(&show::rows(&show::facts(shown), sources)));
    text
}

/// Where the values of a message come from, and what is wrong with them.
fn source(sample: Option<(&Example, &Sample)>) -> String {
    let Some((example, sample)) = sample else { return String::new() };
    let mut text = format!(" (the page's example `{}`", example.name);
    let broken = sample.violates.iter().map(|claim| {
        let rules: Vec<&str> = claim.rules.iter().map(|rule| rule.text.as_str()).collect();
        format!("{} at {}", rules.join(" and "), claim.pointer)
    });
    let broken: Vec<String> = broken.collect();
    if !broken.is_empty() {
        _ = write!(text, ", which breaks {}", broken.join(", "));
    }
    text + ")"
}

fn facts(rows: &[Row]) -> String {
    let row = |row: &Row| {
        let thing = if row.thing.is_empty() { "endpoint" } else { &row.thing };
        [line(thing), line(&row.facts.join(", ")), row.origin.as_str().to_owned(), line(&row.place), line(&row.why)]
    };
    table(["WHERE", "FACTS", "BY", "AT", "WHY"], &rows.iter().map(row).collect::<Vec<_>>(), WIDE)
}

/// A line of a message or a spec, made safe to show.
fn line(text: &str) -> String {
    shown::whole(text).into_owned()
}
