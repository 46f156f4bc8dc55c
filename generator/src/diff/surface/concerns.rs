//! What the items of a module come from.

use std::collections::HashMap;

use super::super::change::Concern;
use crate::plan::{self, Api, Constructor, Endpoint, OutcomeType, Record, SpecPlace};

/// What items come from, by their names within a module.
#[derive(Clone, Debug, Default)]
pub(super) struct Concerns(HashMap<String, Vec<Concern>>);

impl Concerns {
    pub fn of_api(api: &Api) -> Self {
        let mut concerns = Self::default();
        concerns.at(api.marker.to_string(), api.spec);
        concerns.at("Auth".to_owned(), api.spec);
        for server in &api.servers {
            concerns.at(server.name.to_string(), server.spec);
        }
        for credential in &api.credentials {
            concerns.at(format!("Auth::{}", credential.variant), credential.spec);
            if let Some(constructor) = &credential.constructor {
                concerns.at(format!("Auth::{constructor}"), credential.spec);
            }
        }
        if let Some(settings) = &api.settings {
            concerns.record(settings);
            let marker = format!("{}::Settings", api.marker);
            concerns.at(marker.clone(), api.spec);
            // They are there for their fields alone.
            for field in &settings.fields {
                concerns.at(settings.name.to_string(), field.spec);
                concerns.at(marker.clone(), field.spec);
            }
        }
        api.items.iter().for_each(|item| concerns.item(item));
        concerns
    }

    pub fn of_endpoint(endpoint: &Endpoint) -> Self {
        let mut concerns = Self::default();
        concerns.record(&endpoint.request);
        let request = &endpoint.request.name;
        if let Some(record) = &endpoint.server_owned {
            concerns.record(record);
            // It is there for its fields alone.
            for field in &record.fields {
                concerns.at(record.name.to_string(), field.spec);
                concerns.at(format!("{request}.server_owned"), field.spec);
                concerns.at(format!("{request}::server_owned"), field.spec);
            }
        }
        for (word, outcome) in [("Output", &endpoint.output), ("Failure", &endpoint.failure)] {
            concerns.responses(format!("{request}::{word}"), endpoint);
            if let OutcomeType::ByStatus { name, variants, .. } = &outcome.value {
                concerns.responses(name.to_string(), endpoint);
                for variant in variants {
                    concerns.at(format!("{name}::{}", variant.name), variant.spec);
                }
            }
        }
        endpoint.items.iter().for_each(|item| concerns.item(item));
        concerns
    }

    /// What comes of all answers.
    fn responses(&mut self, name: String, endpoint: &Endpoint) {
        let places = endpoint.answers.iter().map(|place| Concern::At(place.0));
        self.0.entry(name).or_default().extend(places);
    }

    fn at(&mut self, name: String, spec: SpecPlace) {
        self.0.entry(name).or_default().push(Concern::At(spec.0));
    }

    fn item(&mut self, item: &plan::Item) {
        match item {
            plan::Item::Record(record) => self.record(record),
            plan::Item::Enumeration(item) => {
                self.at(item.name.to_string(), item.spec);
                for variant in &item.variants {
                    self.at(format!("{}::{}", item.name, variant.name), variant.spec);
                }
            }
            plan::Item::Union(item) => {
                self.at(item.name.to_string(), item.spec);
                for variant in &item.variants {
                    self.at(format!("{}::{}", item.name, variant.name), variant.spec);
                }
            }
            plan::Item::Scalar(item) => self.at(item.name.to_string(), item.spec),
            plan::Item::Alias(item) => self.at(item.name.to_string(), item.spec),
            plan::Item::Pattern(item) => self.at(item.name.to_string(), item.spec),
        }
    }

    fn record(&mut self, record: &Record) {
        let name = &record.name;
        self.at(name.to_string(), record.spec);
        let spec = |field: &plan::Name| record.fields.iter().find(|one| one.name == *field).map(|one| one.spec);
        for field in &record.fields {
            self.at(format!("{name}.{}", field.name), field.spec);
        }
        for setter in &record.setters {
            if let Some(spec) = spec(&setter.field) {
                self.at(format!("{name}::{}", setter.name), spec);
            }
        }
        // How one is made depends on all fields that may be asked for.
        for field in &record.fields {
            for part in ["::new", ": Default", &format!("::{}", field.name)] {
                self.at(format!("{name}{part}"), field.spec);
            }
        }
        if let Constructor::Required(required, _) = &record.constructor {
            for field in &record.fields {
                self.at(required.to_string(), field.spec);
                self.at(format!("{required}.{}", field.name), field.spec);
            }
        }
    }

    /// What is said of exactly that name.
    pub fn exactly(&self, name: &str) -> Option<&[Concern]> {
        self.0.get(name).map(Vec::as_slice)
    }

    /// What an item or a part of it comes from; of a part that nothing is known of, what the item does.
    pub fn of(&self, name: &str) -> Vec<Concern> {
        let whole = name.split(['.', ':']).next().unwrap_or(name);
        self.0.get(name).or_else(|| self.0.get(whole)).cloned().unwrap_or_default()
    }
}
