//! Validators: a chain of rules for each field.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use serde_json::Value as Json;

use super::literal::{self, bound, integer, text};
use super::scope::{Scope, ident};
use crate::plan::{AppliedRule, Chain, InnerChain, Owner, Rule, ScalarKind, Section, Strictness, Subject};
use crate::runtime::LengthUnit;

/// The method `validate`, unless nothing is checked; `body` is what writes the fields of the body of a request.
pub(super) fn method(checks: &[Chain], body: Option<&TokenStream>, scope: &Scope) -> Option<TokenStream> {
    if checks.is_empty() {
        return None;
    }
    let check = scope.runtime("Check");
    let chains = checks.iter().map(|check| chain(check, body, scope));
    Some(quote! {
        fn validate(&self, check: &mut #check<'_>) { #(#chains)* }
    })
}

fn chain(chain: &Chain, body: Option<&TokenStream>, scope: &Scope) -> TokenStream {
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
    let is_here = matches!(chain.section, Section::WholeBody | Section::OtherFields);
    let start = match chain.subject {
        Subject::Presence(Strictness::Enforced) => quote!(#check.required(#wire, #field)),
        Subject::Presence(Strictness::Warns) => quote!(#check.required_inferred(#wire, #field)),
        Subject::Object => quote!(#check.object(#body)),
        Subject::Items | Subject::Entries if !is_here => {
            inside(&quote!(#check.below(#wire)), &field, chain.subject, &chain.inner, scope)
        }
        subject if is_here => here(&check, &field, subject, &chain.inner, scope),
        Subject::Each => quote!(#check.each(#wire, #field)),
        Subject::Nested => quote!(#check.nested(#wire, #field)),
        _ => quote!(#check.at(#wire, #field)),
    };
    let links = links(&chain.rules, chain.subject, scope);
    quote!(#start #links;)
}

/// The chains of the whole body of an answer.
pub(super) fn body(chains: &[InnerChain], value: &TokenStream, scope: &Scope) -> TokenStream {
    let chains = chains.iter().map(|chain| {
        let start = here(&quote!(check), value, chain.subject, &chain.inner, scope);
        let links = links(&chain.rules, chain.subject, scope);
        quote!(#start #links;)
    });
    chains.collect()
}

/// The chains of what a variant of a union holds; its tag counts among its keys, so they are counted as it is written.
pub(super) fn variant(chains: &[InnerChain], value: &TokenStream, write: &TokenStream, scope: &Scope) -> TokenStream {
    let counts = |chain: &InnerChain| chain.subject == Subject::Value;
    let counted = chains.iter().filter(|chain| counts(chain)).map(|chain| {
        let links = links(&chain.rules, chain.subject, scope);
        quote!(check.object(#write) #links;)
    });
    let others: Vec<_> = chains.iter().filter(|chain| !counts(chain)).cloned().collect();
    let others = body(&others, value, scope);
    quote!(#(#counted)* #others)
}

/// The start of a chain about the value that stands where the check does.
fn here(
    check: &TokenStream,
    value: &TokenStream,
    subject: Subject,
    inner: &[InnerChain],
    scope: &Scope,
) -> TokenStream {
    match subject {
        Subject::Each => quote!(#check.each_body(#value)),
        Subject::Nested => quote!(#check.nested_body(#value)),
        Subject::Items | Subject::Entries => inside(check, value, subject, inner, scope),
        Subject::Key => quote!(#check.key(key)),
        _ => quote!(#check.body(#value)),
    }
}

/// The chains of what a list or a map holds.
fn inside(
    check: &TokenStream,
    value: &TokenStream,
    subject: Subject,
    inner: &[InnerChain],
    scope: &Scope,
) -> TokenStream {
    let chains = body(inner, &quote!(value), scope);
    let uses = |wanted: fn(Subject) -> bool| inner.iter().any(|chain| wanted(chain.subject));
    let value_name = if uses(|subject| subject != Subject::Key) { quote!(value) } else { quote!(_) };
    if subject == Subject::Items {
        return quote!(#check.items(#value, |check, #value_name| { #chains }));
    }
    let key = if uses(|subject| subject == Subject::Key) { quote!(key) } else { quote!(_) };
    quote!(#check.entries(#value, |check, #key, #value_name| { #chains }))
}

fn links(rules: &[AppliedRule], subject: Subject, scope: &Scope) -> TokenStream {
    let mut strictness = Strictness::Enforced;
    let links = rules.iter().map(|applied| {
        let turn = (applied.strictness != strictness).then(|| match applied.strictness {
            Strictness::Enforced => quote!(.documented()),
            Strictness::Warns => quote!(.inferred()),
        });
        strictness = applied.strictness;
        let rule = rule(applied, subject, scope);
        quote!(#turn #rule)
    });
    links.collect()
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
        Rule::Secret => quote!(.secret()),
        Rule::Email => quote!(.email()),
        Rule::Uuid => quote!(.uuid()),
        Rule::Uri => quote!(.uri()),
        Rule::Date => quote!(.date()),
        Rule::DateTime => quote!(.date_time()),
        Rule::LocalDateTime => quote!(.local_date_time()),
        Rule::NoComma => quote!(.no_comma()),
        Rule::Filled => quote!(.filled()),
        Rule::MinItems(bound) => {
            let bound = integer(*bound);
            quote!(.min_items(#bound))
        }
        Rule::MaxItems(bound) => {
            let bound = integer(*bound);
            quote!(.max_items(#bound))
        }
        Rule::UniqueItems => quote!(.unique_items()),
        Rule::MinProperties(bound) => {
            let bound = integer(*bound);
            quote!(.min_properties(#bound))
        }
        Rule::MaxProperties(bound) => {
            let bound = integer(*bound);
            quote!(.max_properties(#bound))
        }
        Rule::ListedKeys(keys) => {
            let keys = keys.iter().map(|key| text(key));
            quote!(.listed(&[#(#keys),*]))
        }
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
