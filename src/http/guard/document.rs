//! What a parsed document comes to. A fragment that is spread twice counts twice, and one that is
//! spread nowhere counts too: the library's own checks would look into all of them.

use std::collections::HashMap;

use async_graphql::parser::types::{
    ExecutableDocument, Field, OperationType, Selection, SelectionSet,
};
use async_graphql::{Name, Positioned};
use async_graphql_value::Value;

/// Brackets of all three kinds, one inside the other. It may be less, and never more: the parser calls
/// itself for each, and a document would end the process.
pub const NESTING_MAX: usize = 32;

/// What one document may hold. Every number below the first three is counted with fragments spread.
#[derive(Clone, Debug)]
pub struct DocumentLimits {
    pub bytes: usize,
    /// Words, numbers, strings and signs.
    pub tokens: usize,
    /// Brackets, one inside the other.
    pub nesting: usize,
    /// Fields, spreads and inline fragments.
    pub selections: usize,
    /// Fields inside of fields.
    pub depth: usize,
    /// The same, for a document that only asks about the schema: the standard question needs 13.
    pub introspection_depth: usize,
    pub aliases: usize,
    pub directives: usize,
    /// Fields of an operation itself.
    pub root_fields: usize,
    /// Of these, such that move money.
    pub money_fields: usize,
    /// Their names.
    pub moves_money: &'static [&'static str],
    /// Items of a list that is written into the document, or that a variable holds.
    pub list_items: usize,
    pub variables_bytes: usize,
    pub operations: usize,
    /// Whether the schema may be asked about.
    pub introspection: bool,
    /// Fields that an answer may come to, with its pages as long as they can be. The schema counts
    /// them; this is the figure that it is given.
    pub complexity: usize,
}

impl Default for DocumentLimits {
    fn default() -> Self {
        Self {
            bytes: 16 * 1024,
            tokens: 2_000,
            nesting: NESTING_MAX,
            selections: 2_000,
            depth: 10,
            introspection_depth: 15,
            aliases: 15,
            directives: 20,
            root_fields: 10,
            money_fields: 1,
            moves_money: crate::graphql::MOVES_MONEY,
            list_items: 100,
            variables_bytes: 16 * 1024,
            operations: 20,
            introspection: true,
            complexity: crate::graphql::COMPLEXITY_MAX,
        }
    }
}

/// Fields that ask about the schema: `__typename` only asks about an object.
const INTROSPECTION: [&str; 2] = ["__schema", "__type"];

/// Why a document that parses is not run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("The document comes to more than {most} {what}. Ask for less at once.")]
    TooMany { what: &'static str, most: usize },
    #[error("Nobody may ask about the schema here. Its text is at /schema.graphql.")]
    Introspection,
    #[error("The fragments of the document spread each other in a circle.")]
    Circle,
    #[error("The document spreads a fragment that it does not define.")]
    UnknownFragment,
    #[error("Only {most} field of a document may move money: send one change a request.")]
    Money { most: usize },
}

impl Refused {
    pub fn code(self) -> &'static str {
        match self {
            Self::TooMany { .. } | Self::Money { .. } => "DOCUMENT_TOO_COMPLEX",
            Self::Introspection => "INTROSPECTION_OFF",
            Self::Circle | Self::UnknownFragment => "GRAPHQL_VALIDATION_FAILED",
        }
    }
}

/// What a selection set comes to. The sums saturate: they are only compared with limits.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    selections: usize,
    depth: usize,
    aliases: usize,
    directives: usize,
    /// Fields that stand in it directly, or in its fragments.
    fields: usize,
    money: usize,
    /// Of these, such that ask about the schema.
    schema: usize,
}

impl Sum {
    fn add(&mut self, other: Self) {
        self.selections = self.selections.saturating_add(other.selections);
        self.depth = self.depth.max(other.depth);
        self.aliases = self.aliases.saturating_add(other.aliases);
        self.directives = self.directives.saturating_add(other.directives);
        self.fields = self.fields.saturating_add(other.fields);
        self.money = self.money.saturating_add(other.money);
        self.schema = self.schema.saturating_add(other.schema);
    }
}

/// Whether the document is within the limits.
pub fn check(document: &ExecutableDocument, limits: &DocumentLimits) -> Result<(), Refused> {
    let too_many = |what, found: usize, most: usize| {
        if most < found { Err(Refused::TooMany { what, most }) } else { Ok(()) }
    };
    too_many("operations", document.operations.iter().len(), limits.operations)?;
    let mut counting = Counting { document, limits, known: HashMap::new() };
    for (name, fragment) in &document.fragments {
        lists(fragment.node.directives.iter().flat_map(|it| &it.node.arguments), limits)?;
        within(counting.fragment(name)?, limits)?;
    }
    for (_, operation) in document.operations.iter() {
        let operation = &operation.node;
        let mut sum = counting.set(&operation.selection_set)?;
        sum.directives = sum.directives.saturating_add(operation.directives.len());
        for variable in &operation.variable_definitions {
            sum.directives = sum.directives.saturating_add(variable.node.directives.len());
            if let Some(default) = &variable.node.default_value {
                list(&default.node.clone().into_value(), limits)?;
            }
        }
        within(sum, limits)?;
        too_many("root fields", sum.fields, limits.root_fields)?;
        if sum.schema < sum.fields {
            too_many("levels of fields", sum.depth, limits.depth)?;
        }
        if operation.ty == OperationType::Mutation && limits.money_fields < sum.money {
            return Err(Refused::Money { most: limits.money_fields });
        }
    }
    Ok(())
}

fn within(sum: Sum, limits: &DocumentLimits) -> Result<(), Refused> {
    for (what, found, most) in [
        ("selections", sum.selections, limits.selections),
        ("levels of fields", sum.depth, limits.introspection_depth),
        ("aliases", sum.aliases, limits.aliases),
        ("directives", sum.directives, limits.directives),
    ] {
        if most < found {
            return Err(Refused::TooMany { what, most });
        }
    }
    Ok(())
}

struct Counting<'a> {
    document: &'a ExecutableDocument,
    limits: &'a DocumentLimits,
    /// What each fragment comes to; `None` while it is being counted.
    known: HashMap<&'a Name, Option<Sum>>,
}

impl<'a> Counting<'a> {
    fn fragment(&mut self, name: &'a Name) -> Result<Sum, Refused> {
        match self.known.get(name) {
            Some(Some(sum)) => return Ok(*sum),
            Some(None) => return Err(Refused::Circle),
            None => {}
        }
        let fragment = self.document.fragments.get(name).ok_or(Refused::UnknownFragment)?;
        self.known.insert(name, None);
        let mut sum = self.set(&fragment.node.selection_set)?;
        sum.directives = sum.directives.saturating_add(fragment.node.directives.len());
        self.known.insert(name, Some(sum));
        Ok(sum)
    }

    /// It calls itself for each level: brackets are limited, and so are the spreads between
    /// fragments, since a long way through them is refused as soon as it is too deep.
    fn set(&mut self, set: &'a Positioned<SelectionSet>) -> Result<Sum, Refused> {
        let mut sum = Sum::default();
        for selection in &set.node.items {
            let directives = selection.node.directives();
            lists(directives.iter().flat_map(|it| &it.node.arguments), self.limits)?;
            let mut one = match &selection.node {
                Selection::Field(field) => self.field(&field.node)?,
                Selection::FragmentSpread(spread) => {
                    self.fragment(&spread.node.fragment_name.node)?
                }
                Selection::InlineFragment(inline) => self.set(&inline.node.selection_set)?,
            };
            one.selections = one.selections.saturating_add(1);
            one.directives = one.directives.saturating_add(directives.len());
            sum.add(one);
            within(sum, self.limits)?;
        }
        Ok(sum)
    }

    fn field(&mut self, field: &'a Field) -> Result<Sum, Refused> {
        lists(&field.arguments, self.limits)?;
        let name = field.name.node.as_str();
        if !self.limits.introspection && INTROSPECTION.contains(&name) {
            return Err(Refused::Introspection);
        }
        let inside = self.set(&field.selection_set)?;
        Ok(Sum {
            depth: inside.depth.saturating_add(1),
            aliases: inside.aliases.saturating_add(usize::from(field.alias.is_some())),
            fields: 1,
            money: usize::from(self.limits.moves_money.contains(&name)),
            schema: usize::from(name.starts_with("__")),
            ..inside
        })
    }
}

/// Lists among the arguments are not too long.
fn lists<'a>(
    arguments: impl IntoIterator<Item = &'a (Positioned<Name>, Positioned<Value>)>,
    limits: &DocumentLimits,
) -> Result<(), Refused> {
    arguments.into_iter().try_for_each(|(_, value)| list(&value.node, limits))
}

fn list(value: &Value, limits: &DocumentLimits) -> Result<(), Refused> {
    match value {
        Value::List(items) if limits.list_items < items.len() => {
            Err(Refused::TooMany { what: "items in a list", most: limits.list_items })
        }
        Value::List(items) => items.iter().try_for_each(|item| list(item, limits)),
        Value::Object(fields) => fields.values().try_for_each(|field| list(field, limits)),
        _ => Ok(()),
    }
}
