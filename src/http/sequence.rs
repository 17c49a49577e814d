//! The sequence of an answer's fields. The specification wants them as they were asked for; the library
//! tells them as they are ready, which is another sequence at every turn.

use async_graphql::indexmap::IndexMap;
use async_graphql::parser::types::{
    ExecutableDocument, OperationDefinition, Selection, SelectionSet,
};
use async_graphql::{Name, Value};

/// The keys of an object, each with its place and what is below it; no keys where a value ends. Sorted
/// by key, and no larger than it has to be: a subscription keeps it for as long as it lasts.
#[derive(Debug)]
pub struct Sequence(Box<[(Name, usize, Sequence)]>);

/// The same while it is found out, in the sequence of the document.
#[derive(Default)]
struct Keys(IndexMap<Name, Keys>);

impl Sequence {
    /// As an operation asks for them. The document has no fragments that spread each other in a circle.
    pub fn of(document: &ExecutableDocument, operation: &OperationDefinition) -> Self {
        let mut all = Keys::default();
        all.add(document, &operation.selection_set.node);
        all.into()
    }

    fn get(&self, key: &Name) -> Option<&(Name, usize, Self)> {
        let at = self.0.binary_search_by(|(name, ..)| name.cmp(key)).ok()?;
        self.0.get(at)
    }

    fn place(&self, key: &Name) -> Option<usize> {
        self.get(key).map(|(_, place, _)| *place)
    }

    /// Puts the fields of an answer, and of all that is in it, into this sequence.
    pub fn arrange(&self, value: &mut Value) {
        match value {
            // An object of a scalar's own is left as it is.
            Value::Object(fields) if !self.0.is_empty() => {
                for (key, value) in fields.iter_mut() {
                    if let Some((.., below)) = self.get(key) {
                        below.arrange(value);
                    }
                }
                if !fields.keys().is_sorted_by_key(|key| self.place(key)) {
                    fields.sort_by_cached_key(|key, _| self.place(key));
                }
            }
            Value::List(items) => items.iter_mut().for_each(|item| self.arrange(item)),
            _ => {}
        }
    }
}

impl Keys {
    fn add(&mut self, document: &ExecutableDocument, set: &SelectionSet) {
        for selection in &set.items {
            match &selection.node {
                Selection::Field(field) => {
                    let key = field.node.response_key().node.clone();
                    self.0.entry(key).or_default().add(document, &field.node.selection_set.node);
                }
                Selection::InlineFragment(fragment) => {
                    self.add(document, &fragment.node.selection_set.node);
                }
                Selection::FragmentSpread(spread) => {
                    if let Some(fragment) = document.fragments.get(&spread.node.fragment_name.node)
                    {
                        self.add(document, &fragment.node.selection_set.node);
                    }
                }
            }
        }
    }
}

impl From<Keys> for Sequence {
    fn from(keys: Keys) -> Self {
        let placed = keys.0.into_iter().enumerate();
        let mut all: Box<[_]> = placed.map(|(at, (key, below))| (key, at, below.into())).collect();
        all.sort_unstable_by(|(one, ..), (other, ..)| one.cmp(other));
        Self(all)
    }
}

#[cfg(test)]
mod tests {
    use async_graphql::parser::parse_query;
    use serde_json::json;

    use super::*;

    fn arranged(document: &str, answer: &serde_json::Value) -> String {
        let document = parse_query(document).expect("it parses");
        let (_, operation) = document.operations.iter().next().expect("it has an operation");
        let mut value = Value::from_json(answer.clone()).expect("it is a value");
        Sequence::of(&document, &operation.node).arrange(&mut value);
        serde_json::to_string(&value).expect("it is JSON")
    }

    #[test]
    fn fields_are_arranged_at_every_depth() {
        let document =
            "{ z { y { b a } x } m: w { ...F ... on T { k } } a } fragment F on T { q k p }";
        // A value sorts its keys.
        let answer = json!({
            "a": 1,
            "m": [{ "k": 1, "p": 2, "q": 3 }, null, { "k": 4 }],
            "z": { "x": 1, "y": [[{ "a": 1, "b": 2 }]] },
        });
        assert_eq!(
            arranged(document, &answer),
            r#"{"z":{"y":[[{"b":2,"a":1}]],"x":1},"m":[{"q":3,"k":1,"p":2},null,{"k":4}],"a":1}"#
        );
    }

    #[test]
    fn what_was_not_asked_for_by_name_stays_as_it_is() {
        let answer = json!({ "a": { "d": 1, "e": { "b": 2, "c": 3 } } });
        assert_eq!(arranged("{ a }", &answer), r#"{"a":{"d":1,"e":{"b":2,"c":3}}}"#);
    }
}
