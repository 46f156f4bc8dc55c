//! Validators: a chain of rules for each field.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use serde_json::Value as Json;

use super::literal::{self, bound, integer, text};
use super::scope::{Scope, ident};
use crate::plan::{AppliedRule, Chain, Owner, Rule, ScalarKind, Section, Strictness, Subject};
use crate::runtime::LengthUnit;

/// The method `validate`, unless nothing is checked.
pub(super) fn method(checks: &[Chain], scope: &Scope) -> Option<TokenStream> {
    if checks.is_empty() {
        return None;
    }
    let check = scope.runtime("Check");
    let chains = checks.iter().map(|check| chain(check, scope));
    Some(quote! {
        fn validate(&self, check: &mut #check<'_>) { #(#chains)* }
    })
}

fn chain(chain: &Chain, scope: &Scope) -> TokenStream {
    let check = match chain.section {
        Section::Path => quote!(check.path()),
        Section::Query => quote!(check.query()),
        Section::Headers => quote!(check.headers()),
        Section::Body | Section::WholeBody | Section::ServerOwned | Section::OtherFields => quote!(check),
    };
    let (wire, name) = (text(&chain.wire), ident(&chain.field));
    let field = match chain.owner {
        Owner::Itself => quote!(&self.#name),
        Owner::ServerOwned => quote!(&self.server_owned.#name),
    };
    let start = match (chain.subject, chain.section) {
        (Subject::Presence(Strictness::Enforced), _) => quote!(#check.required(#wire, #field)),
        (Subject::Presence(Strictness::Warns), _) => quote!(#check.required_inferred(#wire, #field)),
        (Subject::Value, Section::WholeBody) => quote!(#check.body(#field)),
        (Subject::Value, _) => quote!(#check.at(#wire, #field)),
        (Subject::Each, Section::WholeBody) => quote!(#check.each_body(#field)),
        (Subject::Each, _) => quote!(#check.each(#wire, #field)),
        (Subject::Nested, Section::WholeBody) => quote!(#check.nested_body(#field)),
        (Subject::Nested, _) => quote!(#check.nested(#wire, #field)),
    };
    let mut strictness = Strictness::Enforced;
    let links = chain.rules.iter().map(|applied| {
        let turn = (applied.strictness != strictness).then(|| match applied.strictness {
            Strictness::Enforced => quote!(.documented()),
            Strictness::Warns => quote!(.inferred()),
        });
        strictness = applied.strictness;
        let rule = rule(applied, chain.subject, scope);
        quote!(#turn #rule)
    });
    let links: TokenStream = links.collect();
    quote!(#start #links;)
}

fn rule(applied: &AppliedRule, subject: Subject, scope: &Scope) -> TokenStream {
    match &applied.rule {
        Rule::Required => quote!(.required()),
        Rule::Int32 => quote!(.int32()),
        Rule::Uint32 => quote!(.uint32()),
        Rule::Finite => quote!(.finite()),
        Rule::Constant(value) => constant(value, subject),
        Rule::Listed(item, kind) => {
            let item = scope.item(item);
            let of_integers = subject == Subject::Each && *kind == ScalarKind::Integer;
            if of_integers { quote!(.listed_integers(#item::LISTED)) } else { quote!(.listed(#item::LISTED)) }
        }
        Rule::Limit(rule, limit) => {
            let (rule, bound) = (format_ident!("{}", rule.as_str()), bound(limit.bound()));
            quote!(.#rule(#bound))
        }
        Rule::MinLength(bound, unit) => length("min", *unit, *bound),
        Rule::MaxLength(bound, unit) => length("max", *unit, *bound),
        Rule::Pattern(item) => {
            let item = scope.item(item);
            quote!(.pattern(&#item))
        }
        Rule::Email => quote!(.email()),
        Rule::Uuid => quote!(.uuid()),
        Rule::Uri => quote!(.uri()),
        Rule::Date => quote!(.date()),
        Rule::DateTime => quote!(.date_time()),
        Rule::LocalDateTime => quote!(.local_date_time()),
        Rule::NoComma => quote!(.no_comma()),
    }
}

fn constant(value: &Json, subject: Subject) -> TokenStream {
    let literal = literal::json(value);
    match value {
        Json::Bool(_) if subject == Subject::Each => quote!(.constant_boolean(#literal)),
        Json::Number(number) if subject == Subject::Each && number.is_f64() => quote!(.constant_number(#literal)),
        Json::Number(_) if subject == Subject::Each => quote!(.constant_integer(#literal)),
        _ => quote!(.constant(#literal)),
    }
}

fn length(side: &str, unit: LengthUnit, bound: u64) -> TokenStream {
    let unit = match unit {
        LengthUnit::CodePoints => "length",
        LengthUnit::Utf16 => "utf16",
        LengthUnit::Bytes => "bytes",
    };
    let (rule, bound) = (format_ident!("{side}_{unit}"), integer(bound));
    quote!(.#rule(#bound))
}
