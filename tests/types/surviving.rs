//! Values of every type survive being written and read, and both judges say the same of every message.

use std::cell::Cell;
use std::collections::BTreeSet;

use camino::Utf8PathBuf;
use docwright::diagnostic::Diagnostics;
use docwright::model::{Model, Scope};
use docwright::pipeline;
use docwright::plan::{self, Item, Plan};
use docwright_tests::project::repository;
use serde_json::Value as Json;

use crate::messages::{Request, answers, requests, status_of, verdict_on_answer};
use crate::run::{cases, conclude, over};
use crate::shape::{self, Items, Shape};
use crate::values::{self, Order};
use crate::verdict::Verdict;
use crate::{language, message};

/// How many values of each type or message a usual run tries, in each order.
const USUAL: u32 = 48;

fn model(folder: &str) -> Model {
    let specs = Utf8PathBuf::from_path_buf(repository().join(folder)).unwrap();
    pipeline::read(&specs).model.unwrap()
}

const MESSAGE: &str = "specs";
const LANGUAGE: &str = "tests/language/specs";

fn plan_of(model: &Model) -> Plan {
    plan::plan(model, &mut Diagnostics::default())
}

/// Each type of a plan by its path, with what it holds.
fn planned(plan: &Plan) -> Vec<(String, Shape)> {
    let mut planned = Vec::new();
    for api in &plan.apis {
        let mut add = |path: String, items: Items<'_>, item: &Item| {
            let path = format!("clients::{path}::{}", item.name());
            planned.extend(shape::of_item(items, item).map(|shape| (path, shape)));
        };
        for item in &api.items {
            add(api.module.to_string(), Items { api, endpoint: None }, item);
        }
        for endpoint in &api.endpoints {
            for item in &endpoint.items {
                add(format!("{}::{}", api.module, endpoint.module), Items { api, endpoint: Some(endpoint) }, item);
            }
        }
    }
    planned
}

/// Tries the laws over every type of a plan, none of which may be missing in the table.
macro_rules! types_survive {
    ($of:ident, $specs:expr, $order:expr) => {{
        let plan = plan_of(&model($specs));
        let (planned, types) = (planned(&plan), $of::types());
        assert_eq!(
            planned.iter().map(|(path, _)| path.as_str()).collect::<BTreeSet<_>>(),
            types.iter().map(|of| of.path.as_str()).collect::<BTreeSet<_>>(),
            "the types of the plan and those of the table"
        );
        let cases = cases(USUAL);
        conclude(planned.iter().map(|(path, shape)| {
            let keeps = types.iter().find(|of| of.path == *path).unwrap().keeps;
            let whole = Cell::new(0);
            over(path, cases, &values::of(shape, $order), |json| {
                whole.set(whole.get() + u32::from(keeps(json)? == $of::laws::Kept::Whole));
                Ok(())
            })?;
            // Else the values would say nothing.
            if whole.get() >= cases / 2 {
                Ok(())
            } else {
                Err(format!("{path}: only {} of {cases} were read", whole.get()))
            }
        }));
    }};
}

#[test]
fn each_type_of_message_clients_keeps_what_it_holds() {
    types_survive!(message, MESSAGE, Order::Right);
}

#[test]
fn each_type_of_language_clients_keeps_what_it_holds() {
    types_survive!(language, LANGUAGE, Order::Right);
}

#[test]
fn each_type_of_message_clients_is_steady_whatever_comes() {
    types_survive!(message, MESSAGE, Order::Wild);
}

#[test]
fn each_type_of_language_clients_is_steady_whatever_comes() {
    types_survive!(language, LANGUAGE, Order::Wild);
}

/// Tries the laws over every message of a model, none of which may be missing in the table.
macro_rules! messages_survive {
    ($of:ident, $specs:expr, $order:expr) => {{
        let model = model($specs);
        let messages = $of::messages();
        let named = |of: &str| messages.iter().find(|message| message.name == of);
        let mut told = Vec::new();
        let mut count = 0;
        for api in &model.apis {
            for endpoint in &api.endpoints {
                count += 1;
                let name = format!("{}/{}", api.name, endpoint.name);
                let message = named(&name).unwrap_or_else(|| panic!("{name} is not in the table"));
                let scope = Scope { api, endpoint: Some(endpoint) };
                let values = requests(scope, &name, endpoint, $order);
                told.push(over(&name, cases(USUAL), &values, |request: &Request| {
                    let found = (message.request)(&request.stored)?;
                    agree(found, || request.verdict(scope, endpoint))
                }));
                told.extend(endpoint.responses.iter().filter_map(|response| {
                    let (status, values) = (status_of(endpoint, response)?, answers(scope, response, $order)?);
                    let what = format!("{name} answers {status}");
                    Some(over(&what, cases(USUAL), &values, |json: &Json| {
                        let found = (message.answer)(status, &json.to_string())?;
                        agree(found, || verdict_on_answer(scope, endpoint, status, json))
                    }))
                }));
            }
        }
        assert_eq!(count, messages.len(), "the endpoints of the model and those of the table");
        conclude(told);
    }};
}

/// What the validator found is what the raw judge says.
fn agree(found: Option<Verdict>, raw: impl FnOnce() -> Verdict) -> Result<(), String> {
    let Some(found) = found else { return Ok(()) };
    let raw = raw();
    if found == raw { Ok(()) } else { Err(format!("the validator says {found:?}, the raw judge {raw:?}")) }
}

#[test]
fn each_message_of_message_clients_survives() {
    messages_survive!(message, MESSAGE, Order::Right);
}

#[test]
fn each_message_of_language_clients_survives() {
    messages_survive!(language, LANGUAGE, Order::Right);
}

#[test]
fn of_each_message_of_message_clients_the_judges_say_the_same_whatever_comes() {
    messages_survive!(message, MESSAGE, Order::Wild);
}

#[test]
fn of_each_message_of_language_clients_the_judges_say_the_same_whatever_comes() {
    messages_survive!(language, LANGUAGE, Order::Wild);
}
