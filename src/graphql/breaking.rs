//! What a schema took away from the clients of an older one.

use std::collections::BTreeMap;

use async_graphql::parser::parse_schema;
use async_graphql::parser::types::{
    BaseType, ConstDirective, FieldDefinition, InputValueDefinition, ServiceDocument, Type,
    TypeKind, TypeSystemDefinition,
};
use async_graphql::{Name, Positioned};

/// A schema, by what its clients can name.
#[derive(Default)]
struct Parts {
    types: BTreeMap<String, Part>,
    directives: BTreeMap<String, Inputs>,
}

#[derive(Default)]
struct Part {
    kind: &'static str,
    fields: BTreeMap<String, Field>,
    inputs: Inputs,
    values: Vec<String>,
    members: Vec<String>,
    implements: Vec<String>,
    one_of: bool,
}

struct Field {
    gives: Type,
    arguments: Inputs,
}

struct Input {
    takes: Type,
    has_default: bool,
}

impl Input {
    fn has_to_be_given(&self) -> bool {
        !self.takes.nullable && !self.has_default
    }
}

type Inputs = BTreeMap<String, Input>;

/// A sentence for each change that can break a client of the old schema. Both are in SDL; the error
/// says why the old one cannot be read.
pub fn breaking_changes(old: &str, new: &str) -> Result<Vec<String>, String> {
    let old = Parts::of(parse_schema(old).map_err(|error| error.to_string())?);
    let new = Parts::of(parse_schema(new).expect("our own schema can be read"));
    let mut found = Vec::new();
    for (name, was) in &old.types {
        match new.types.get(name) {
            None => found.push(format!("The type {name} was removed.")),
            Some(is) if is.kind != was.kind => {
                found.push(format!("{name} was {}, and is {} now.", was.kind, is.kind));
            }
            Some(is) => part_changes(name, was, is, &mut found),
        }
    }
    for (name, was) in &old.directives {
        match new.directives.get(name) {
            None => found.push(format!("The directive @{name} was removed.")),
            Some(is) => input_changes(&format!("@{name}"), "argument", was, is, &mut found),
        }
    }
    Ok(found)
}

impl Parts {
    fn of(document: ServiceDocument) -> Self {
        let mut parts = Self::default();
        for definition in document.definitions {
            match definition {
                TypeSystemDefinition::Type(it) => {
                    let part = parts.types.entry(it.node.name.node.to_string()).or_default();
                    part.one_of |= is_one_of(&it.node.directives);
                    part.take(it.node.kind);
                }
                TypeSystemDefinition::Directive(it) => {
                    let arguments = inputs(it.node.arguments);
                    parts.directives.insert(it.node.name.node.to_string(), arguments);
                }
                // The roots are called Query, Mutation and Subscription, and are types like others.
                TypeSystemDefinition::Schema(_) => {}
            }
        }
        parts
    }
}

impl Part {
    /// Adds what a definition, or an extension of one, says.
    fn take(&mut self, kind: TypeKind) {
        match kind {
            TypeKind::Scalar => self.kind = "a scalar",
            TypeKind::Object(it) => {
                self.kind = "an object";
                self.implements.extend(names(it.implements));
                self.fields.extend(it.fields.into_iter().map(field));
            }
            TypeKind::Interface(it) => {
                self.kind = "an interface";
                self.implements.extend(names(it.implements));
                self.fields.extend(it.fields.into_iter().map(field));
            }
            TypeKind::Union(it) => {
                self.kind = "a union";
                self.members.extend(names(it.members));
            }
            TypeKind::Enum(it) => {
                self.kind = "an enum";
                self.values.extend(names(it.values.into_iter().map(|it| it.node.value)));
            }
            TypeKind::InputObject(it) => {
                self.kind = "an input";
                self.inputs.extend(inputs(it.fields));
            }
        }
    }
}

fn names(all: impl IntoIterator<Item = Positioned<Name>>) -> impl Iterator<Item = String> {
    all.into_iter().map(|it| it.node.to_string())
}

fn field(it: Positioned<FieldDefinition>) -> (String, Field) {
    let FieldDefinition { name, ty, arguments, .. } = it.node;
    (name.node.to_string(), Field { gives: ty.node, arguments: inputs(arguments) })
}

fn inputs(all: Vec<Positioned<InputValueDefinition>>) -> Inputs {
    let one = |it: Positioned<InputValueDefinition>| {
        let InputValueDefinition { name, ty, default_value, .. } = it.node;
        (name.node.to_string(), Input { takes: ty.node, has_default: default_value.is_some() })
    };
    all.into_iter().map(one).collect()
}

fn is_one_of(directives: &[Positioned<ConstDirective>]) -> bool {
    directives.iter().any(|it| it.node.name.node == "oneOf")
}

fn part_changes(name: &str, was: &Part, is: &Part, found: &mut Vec<String>) {
    let lost = |was: &[String], is: &[String]| {
        was.iter().filter(|it| !is.contains(it)).cloned().collect::<Vec<_>>()
    };
    for value in lost(&was.values, &is.values) {
        found.push(format!("The value {name}.{value} was removed."));
    }
    for member in lost(&was.members, &is.members) {
        found.push(format!("{member} is not in the union {name} any more."));
    }
    for interface in lost(&was.implements, &is.implements) {
        found.push(format!("{name} does not implement {interface} any more."));
    }
    if is.one_of && !was.one_of {
        found.push(format!("{name} takes only one of its fields now."));
    }
    for (field, was) in &was.fields {
        let place = format!("{name}.{field}");
        let Some(is) = is.fields.get(field) else {
            found.push(format!("The field {place} was removed."));
            continue;
        };
        if !gives_as_before(&was.gives, &is.gives) {
            found.push(format!("{place} gave {}, and gives {} now.", was.gives, is.gives));
        }
        input_changes(&place, "argument", &was.arguments, &is.arguments, found);
    }
    input_changes(name, "field", &was.inputs, &is.inputs, found);
}

/// Of arguments, or of the fields of an input: `what` says which.
fn input_changes(place: &str, what: &str, was: &Inputs, is: &Inputs, found: &mut Vec<String>) {
    for (name, was) in was {
        match is.get(name) {
            None => found.push(format!("The {what} {name} of {place} was removed.")),
            Some(is) if !takes_as_before(&was.takes, &is.takes) => {
                let (was, is) = (&was.takes, &is.takes);
                found.push(format!("The {what} {name} of {place} took {was}, and takes {is} now."));
            }
            Some(is) if is.has_to_be_given() && !was.has_to_be_given() => {
                found.push(format!("The {what} {name} of {place} has to be given now."));
            }
            Some(_) => {}
        }
    }
    for (name, is) in is.iter().filter(|(name, _)| !was.contains_key(*name)) {
        if is.has_to_be_given() {
            found.push(format!("The {what} {name} of {place} is new, and has to be given."));
        }
    }
}

/// Clients that knew the old type understand all of the new one: null may have gone, not come.
fn gives_as_before(was: &Type, is: &Type) -> bool {
    (was.nullable || !is.nullable)
        && match (&was.base, &is.base) {
            (BaseType::Named(was), BaseType::Named(is)) => was == is,
            (BaseType::List(was), BaseType::List(is)) => gives_as_before(was, is),
            _ => false,
        }
}

/// Variables of the old type fit where the new one is taken: null may have come, not gone.
fn takes_as_before(was: &Type, is: &Type) -> bool {
    (is.nullable || !was.nullable)
        && match (&was.base, &is.base) {
            (BaseType::Named(was), BaseType::Named(is)) => was == is,
            (BaseType::List(was), BaseType::List(is)) => takes_as_before(was, is),
            _ => false,
        }
}

#[cfg(test)]
mod tests {
    use super::breaking_changes;

    const OLD: &str = "
        directive @slow(why: String) on FIELD
        scalar Date
        interface Node { id: ID! }
        type Query implements Node { id: ID! first(count: Int = 1, of: Kind): Date all: [Date!] }
        enum Kind { A B }
        union Any = Query | Other
        type Other { it: Int }
        input New { name: String, age: Int! = 3 }
        schema { query: Query }";

    /// What is broken when `from` of the old schema has become `to`.
    fn changes(from: &str, to: &str) -> Vec<String> {
        assert!(OLD.contains(from), "{from}");
        breaking_changes(OLD, &OLD.replace(from, to)).unwrap()
    }

    #[test]
    fn what_clients_could_rely_on_may_not_go_or_change() {
        for (from, to, said) in [
            (
                "scalar Date\n",
                "type Date { it: Int }\n",
                "Date was a scalar, and is an object now.",
            ),
            ("all: [Date!]", "", "The field Query.all was removed."),
            ("all: [Date!]", "all: [Date]", "Query.all gave [Date!], and gives [Date] now."),
            ("all: [Date!]", "all: Date!", "Query.all gave [Date!], and gives Date! now."),
            ("of: Kind", "", "The argument of of Query.first was removed."),
            (
                "of: Kind",
                "of: Kind!",
                "The argument of of Query.first took Kind, and takes Kind! now.",
            ),
            (
                "of: Kind",
                "of: [Kind]",
                "The argument of of Query.first took Kind, and takes [Kind] now.",
            ),
            (
                "of: Kind",
                "of: Kind, by: ID!",
                "The argument by of Query.first is new, and has to be given.",
            ),
            ("{ A B }", "{ A }", "The value Kind.B was removed."),
            ("| Other", "", "Other is not in the union Any any more."),
            ("Query implements Node", "Query", "Query does not implement Node any more."),
            ("name: String,", "", "The field name of New was removed."),
            (
                "name: String,",
                "name: Int,",
                "The field name of New took String, and takes Int now.",
            ),
            ("Int! = 3", "Int!", "The field age of New has to be given now."),
            ("Int! = 3", "Int! = 3, id: ID!", "The field id of New is new, and has to be given."),
            ("input New {", "input New @oneOf {", "New takes only one of its fields now."),
            ("directive @slow(why: String) on FIELD", "", "The directive @slow was removed."),
            ("(why: String)", "", "The argument why of @slow was removed."),
            (
                "interface Node { id: ID! }",
                "type Node { id: ID! }",
                "Node was an interface, and is an object now.",
            ),
        ] {
            assert_eq!(changes(from, to), [said], "{from} to {to}");
        }
        let removed = breaking_changes(&format!("{OLD} type Gone {{ it: Int }}"), OLD);
        assert_eq!(removed.unwrap(), ["The type Gone was removed."]);
        let extended = breaking_changes(&format!("{OLD} extend type Other {{ more: Int }}"), OLD);
        assert_eq!(extended.unwrap(), ["The field Other.more was removed."]);
    }

    #[test]
    fn what_breaks_no_client_is_fine() {
        for (from, to) in [
            ("scalar Date", "scalar Date scalar Time"),
            ("all: [Date!]", "all: [Date!]! more: Int"),
            ("of: Kind", "of: Kind, by: ID, within: Int! = 1"),
            ("count: Int = 1", "count: Int"),
            ("{ A B }", "{ A B C }"),
            ("| Other", "| Other | Third type Third { it: Int }"),
            ("name: String", "name: String, note: String"),
            ("Int! = 3", "Int = 3"),
        ] {
            assert_eq!(changes(from, to), Vec::<String>::new(), "{from} to {to}");
        }
        assert!(breaking_changes("type {", OLD).is_err());
    }
}
