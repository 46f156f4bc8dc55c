//! The example in the documentation of an endpoint: a call by the blocking client.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::format::print;
use super::literal::given;
use super::scope::{ident, import};
use crate::plan::{
    Api, Argument, Carrier, Constructor, Conversion, Endpoint, Home, ItemRef, Literal, Name, Plan, SetterKind,
};

/// The lines of the example, its fences included.
pub(super) fn lines(plan: &Plan, api: &Api, endpoint: &Endpoint) -> Vec<String> {
    let (imports, body) = call(plan, api, endpoint);
    let mut lines: Vec<String> =
        ["```no_run", "# #[cfg(feature = \"ureq\")]", "# fn example() -> Result<(), Box<dyn std::error::Error>> {"]
            .map(str::to_owned)
            .into();
    lines.extend(imports);
    lines.push(String::new());
    lines.extend(body);
    lines.extend(["# Ok(())", "# }", "```"].map(str::to_owned));
    lines
}

/// The call of an endpoint: the lines of its imports and of its statements.
pub(super) fn call(plan: &Plan, api: &Api, endpoint: &Endpoint) -> (Vec<String>, Vec<String>) {
    let mut names = BTreeSet::new();
    let mut body = connect(api, endpoint, &mut names);
    let request = request(endpoint, &mut names);
    body.extend(if let Some(field) = &endpoint.example.prints {
        let field = ident(field);
        quote! {
            let request = #request;
            let answer = client.send(request)?;
            println!("{:?}", answer.#field);
        }
    } else {
        quote! {
            let request = #request;
            client.send(request)?;
        }
    });
    let example = &endpoint.example;
    let mut used = Names::default();
    example.arguments.iter().chain(example.setters.iter().map(|(_, value)| value)).for_each(|value| {
        used.add(value, endpoint);
    });
    names.append(&mut used.of_api);

    let (library, module, own) = (ident(&plan.library), ident(&api.module), ident(&endpoint.module));
    let imports = import(&quote!(#library::#module), &names);
    let of_file = used.own_import(&quote!(#library::#module::#own)).into_iter();
    let runtime =
        (!used.of_runtime.is_empty()).then(|| import(&quote!(#library::runtime), &used.of_runtime)).into_iter();

    (within(&quote!(#(use #runtime;)* #(#of_file)* use #imports;)), within(&body))
}

/// Statements as they are printed in a function.
pub(super) fn within(statements: &TokenStream) -> Vec<String> {
    let text = print(quote!(fn example() { #statements }));
    let lines: Vec<&str> = text.lines().collect();
    let inner = lines.get(1..lines.len().saturating_sub(1)).unwrap_or_default();
    inner.iter().map(|line| line.strip_prefix("    ").unwrap_or(line).to_owned()).collect()
}

fn connect(api: &Api, endpoint: &Endpoint, names: &mut BTreeSet<String>) -> TokenStream {
    names.insert("BlockingClient".to_owned());
    names.insert("Auth".to_owned());
    let auth = credential(api, endpoint);
    let (name, server) = address(api);
    names.extend(name.map(ToString::to_string));
    let (before, server) = if api.servers.first().is_some_and(|server| !server.arguments.is_empty()) {
        (quote!(let server = #server;), quote!(server))
    } else {
        (TokenStream::new(), server)
    };
    quote!(#before let client = BlockingClient::builder(#server, #auth).build()?;)
}

/// The address of an API's first server, and what it takes of the API's module.
fn address(api: &Api) -> (Option<&Name>, TokenStream) {
    let Some(server) = api.servers.first() else { return (None, quote!("https://api.example.com")) };
    let name = ident(&server.name);
    let arguments = server.arguments.iter().map(|argument| &argument.sample);
    let address = if server.arguments.is_empty() { quote!(#name) } else { quote!(#name(#(#arguments),*)?) };
    (Some(&server.name), address)
}

/// The address of an API's first server on one line, and what it takes of the API's module.
pub(super) fn server(api: &Api) -> (Option<&Name>, String) {
    let (name, address) = address(api);
    (name, inline(&address))
}

/// Credentials that an endpoint takes, on one line.
pub(super) fn auth(api: &Api, endpoint: &Endpoint) -> String {
    inline(&credential(api, endpoint))
}

/// An expression on one line.
fn inline(expression: &TokenStream) -> String {
    let lines = within(&quote!(let it = #expression;));
    let line = lines.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ").replace(", }", " }");
    line.trim_start_matches("let it = ").trim_end_matches(';').to_owned()
}

/// The credentials that an endpoint takes, by the simplest way to give them.
pub(super) fn credential(api: &Api, endpoint: &Endpoint) -> TokenStream {
    let Some(credential) = endpoint.simplest_credential(api) else { return quote!(Auth::none()) };
    let value = |name: &Name| name.as_str().replace('_', " ");
    match (&credential.constructor, credential.secrets.as_slice()) {
        (Some(constructor), [secret]) => {
            let constructor = ident(constructor);
            let secret_value = value(&secret.name);
            match &secret.carrier {
                Carrier::Basic { user } => {
                    let user = value(user);
                    quote!(Auth::#constructor(#user, #secret_value))
                }
                Carrier::Header { .. } | Carrier::Query { .. } => quote!(Auth::#constructor(#secret_value)),
            }
        }
        (_, secrets) => {
            let variant = ident(&credential.variant);
            let fields = secrets.iter().flat_map(|secret| {
                let (name, text) = (ident(&secret.name), value(&secret.name));
                let user = match &secret.carrier {
                    Carrier::Basic { user } => {
                        let (name, text) = (ident(user), value(user));
                        Some(quote!(#name: #text.into()))
                    }
                    Carrier::Header { .. } | Carrier::Query { .. } => None,
                };
                user.into_iter().chain([quote!(#name: #text.into())])
            });
            quote!(Auth::#variant { #(#fields),* })
        }
    }
}

/// The request, whose type is added to the names of the API.
pub(super) fn request(endpoint: &Endpoint, names: &mut BTreeSet<String>) -> TokenStream {
    let request = &endpoint.request;
    let name = ident(&request.name);
    names.insert(request.name.to_string());
    let example = &endpoint.example;
    let made = match &request.constructor {
        Constructor::Required(of, arguments) => {
            names.insert(of.to_string());
            let (of, fields) = (ident(of), by_name(arguments, &example.arguments));
            quote!(#name::new(#of { #(#fields),* }))
        }
        Constructor::New(arguments) => {
            let values = example.arguments.iter().zip(arguments);
            let values = values.map(|(value, argument)| given(value, argument.conversion));
            quote!(#name::new(#(#values),*))
        }
        Constructor::Default => quote!(#name::default()),
    };
    let setters = example.setters.iter().map(|(setter, value)| {
        let known = request.setters.iter().find(|known| known.name == *setter);
        let taken = match known.map(|known| known.kind) {
            Some(SetterKind::Value(conversion)) => conversion,
            Some(SetterKind::Constant | SetterKind::Null) | None => Conversion::Exact,
        };
        let (setter, value) = (format_ident!("{}", setter.as_str()), given(value, taken));
        quote!(.#setter(#value))
    });
    quote!(#made #(#setters)*)
}

/// The fields of a `…Required`.
fn by_name<'e>(arguments: &'e [Argument], values: &'e [Literal]) -> impl Iterator<Item = TokenStream> + 'e {
    arguments.iter().zip(values).map(|(argument, value)| {
        let (name, value) = (ident(&argument.field), given(value, Conversion::Exact));
        quote!(#name: #value)
    })
}

/// What the values of an example name, by where it is imported from.
#[derive(Default)]
pub(super) struct Names {
    /// Items that the API's module has or gives on.
    pub of_api: BTreeSet<String>,
    /// Items that only the endpoint's module has.
    pub own: BTreeSet<String>,
    /// Types of the runtime.
    pub of_runtime: BTreeSet<String>,
}

impl Names {
    /// Adds the names of a value in a call of an endpoint, or in its answer.
    pub fn add(&mut self, value: &Literal, endpoint: &Endpoint) {
        match value {
            Literal::Newtype(item, _) | Literal::Variant(item, _) | Literal::Default(item) => self.item(item, endpoint),
            Literal::List(items) => items.iter().for_each(|value| self.add(value, endpoint)),
            Literal::UnionVariant(item, _, value) => {
                self.item(item, endpoint);
                self.add(value, endpoint);
            }
            Literal::Record(item, arguments) => {
                self.item(item, endpoint);
                for (_, value) in arguments {
                    self.add(value, endpoint);
                }
            }
            Literal::Required(item, of, fields) => {
                self.item(item, endpoint);
                self.item(of, endpoint);
                for (_, value) in fields {
                    self.add(value, endpoint);
                }
            }
            Literal::With(value, set) => {
                self.add(value, endpoint);
                for (_, _, value) in set {
                    self.add(value, endpoint);
                }
            }
            Literal::Map(entries) => {
                for (_, value) in entries {
                    self.add(value, endpoint);
                }
            }
            Literal::Some(value) => self.add(value, endpoint),
            Literal::JsonObject | Literal::JsonObjectOf(_) => _ = self.of_runtime.insert("JsonObject".to_owned()),
            Literal::EpochSeconds(_) => _ = self.of_runtime.insert("EpochSeconds".to_owned()),
            Literal::Bool(_)
            | Literal::Integer(_)
            | Literal::Number(_)
            | Literal::Text(_)
            | Literal::Json
            | Literal::None => {}
        }
    }

    fn item(&mut self, item: &ItemRef, endpoint: &Endpoint) {
        let given_on = item.home == Home::Api || endpoint.exported.contains(&item.name);
        let names = if given_on { &mut self.of_api } else { &mut self.own };
        names.insert(item.name.to_string());
    }

    /// The import of what only the endpoint's module has.
    pub fn own_import(&self, module: &TokenStream) -> Option<TokenStream> {
        let path = (!self.own.is_empty()).then(|| import(module, &self.own))?;
        Some(quote!(use #path;))
    }
}
