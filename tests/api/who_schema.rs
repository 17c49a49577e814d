//! The documents of the matrix, made of the schema itself: a new field is asked for by itself.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde_json::Value;

/// A field of a type, as it may be asked for: `Order` and `customer`.
pub type Edge = (String, String);

/// What an argument is filled with.
#[derive(PartialEq, Eq)]
pub enum Filled {
    With(String),
    LeftOut,
    /// Nobody has said yet.
    Unknown,
}

/// How the arguments are filled: given a type, a field and an argument.
pub type Fill<'a> = &'a dyn Fn(&str, &str, &str) -> Filled;

pub struct Field {
    pub name: String,
    pub arguments: Vec<String>,
    /// The type without lists and without `!`.
    pub target: String,
}

pub struct Types {
    pub objects: BTreeMap<String, Vec<Field>>,
    /// What a union or an interface may turn out to be.
    possible: BTreeMap<String, Vec<String>>,
}

const INTROSPECTION: &str = "{ __schema { types { kind name possibleTypes { name } \
     fields { name args { name } type { ...T } } } } } \
     fragment T on __Type { name ofType { name ofType { name ofType { name } } } }";

fn text(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().expect("a list").iter()
}

/// What lists and `!` are around.
fn innermost(mut kind: &Value) -> String {
    while kind["name"].is_null() {
        kind = &kind["ofType"];
    }
    text(&kind["name"])
}

impl Types {
    pub async fn introspected() -> Self {
        let answer = buono::graphql::bare().execute(INTROSPECTION).await;
        Self::of(&serde_json::to_value(answer.data).expect("data is JSON"))
    }

    pub fn of(schema: &Value) -> Self {
        let (mut objects, mut possible) = (BTreeMap::new(), BTreeMap::new());
        for kind in list(&schema["__schema"]["types"]) {
            let name = text(&kind["name"]);
            match kind["kind"].as_str() {
                Some("OBJECT") if !name.starts_with("__") => {
                    let field = |it: &Value| Field {
                        name: text(&it["name"]),
                        arguments: list(&it["args"]).map(|it| text(&it["name"])).collect(),
                        target: innermost(&it["type"]),
                    };
                    objects.insert(name, list(&kind["fields"]).map(field).collect());
                }
                Some("UNION" | "INTERFACE") => {
                    let names = list(&kind["possibleTypes"]).map(|it| text(&it["name"]));
                    possible.insert(name, names.collect());
                }
                _ => {}
            }
        }
        Self { objects, possible }
    }

    /// Scalars and enums have nothing inside.
    fn is_leaf(&self, name: &str) -> bool {
        !self.objects.contains_key(name) && !self.possible.contains_key(name)
    }

    /// The arguments that nobody has said how to fill.
    pub fn unknown(&self, fill: Fill<'_>) -> Vec<String> {
        let mut unknown = Vec::new();
        for (kind, fields) in &self.objects {
            for field in fields {
                for argument in &field.arguments {
                    if fill(kind, &field.name, argument) == Filled::Unknown {
                        unknown.push(format!("{kind}.{}({argument}:)", field.name));
                    }
                }
            }
        }
        unknown
    }

    /// `name(argument: value)`, under a name of its own: fields of two types may differ in them.
    pub fn called(&self, kind: &str, field: &Field, fill: Fill<'_>) -> String {
        let filled = |argument: &String| match fill(kind, &field.name, argument) {
            Filled::With(value) => Some(format!("{argument}: {value}")),
            Filled::LeftOut => None,
            Filled::Unknown => panic!("{kind}.{}({argument}:) is new", field.name),
        };
        let arguments: Vec<String> = field.arguments.iter().filter_map(filled).collect();
        match (arguments.is_empty(), self.objects["Query"].iter().any(|it| it.name == field.name)) {
            (true, _) => field.name.clone(),
            (false, true) => format!("{}({})", field.name, arguments.join(", ")),
            (false, false) => {
                format!("{kind}_{}: {}({})", field.name, field.name, arguments.join(", "))
            }
        }
    }

    /// Everything in a type that has nothing inside.
    fn leaves(&self, name: &str, fill: Fill<'_>) -> String {
        let mut parts = vec!["__typename".to_owned()];
        for field in self.objects.get(name).into_iter().flatten() {
            if self.is_leaf(&field.target) {
                parts.push(self.called(name, field, fill));
            }
        }
        for possible in self.possible.get(name).into_iter().flatten() {
            parts.push(format!("... on {possible} {{ {} }}", self.leaves(possible, fill)));
        }
        parts.join(" ")
    }

    /// Everything that can be reached from a type, each type by the shortest way.
    pub fn walk(&self, start: &str) -> Walk<'_> {
        let mut parents = BTreeMap::from([(start.to_owned(), None)]);
        let (mut edges, mut queue) = (Vec::new(), VecDeque::from([start.to_owned()]));
        while let Some(kind) = queue.pop_front() {
            let mut reach = |target: &str, field: Option<&str>| {
                if !self.is_leaf(target) && !parents.contains_key(target) {
                    let parent = (kind.clone(), field.map(str::to_owned));
                    parents.insert(target.to_owned(), Some(parent));
                    queue.push_back(target.to_owned());
                }
            };
            for field in self.objects.get(&kind).into_iter().flatten() {
                edges.push((kind.clone(), field.name.clone()));
                reach(&field.target, Some(&field.name));
            }
            for possible in self.possible.get(&kind).into_iter().flatten() {
                reach(possible, None);
            }
        }
        Walk { types: self, start: start.to_owned(), parents, edges }
    }
}

/// What a type was reached from, and by which field: by none where it is one of several.
type Parent = Option<(String, Option<String>)>;

pub struct Walk<'a> {
    types: &'a Types,
    start: String,
    parents: BTreeMap<String, Parent>,
    pub edges: Vec<Edge>,
}

impl Walk<'_> {
    /// What is asked for behind the root, so that each of these edges is.
    pub fn selection(&self, edges: &[Edge], fill: Fill<'_>) -> String {
        let mut needed = BTreeSet::new();
        for (kind, _) in edges {
            let mut at = kind.as_str();
            while needed.insert(at) {
                match &self.parents[at] {
                    Some((parent, _)) => at = parent,
                    None => break,
                }
            }
        }
        self.inside(&self.start, &needed, edges, fill)
    }

    fn inside(
        &self,
        kind: &str,
        needed: &BTreeSet<&str>,
        edges: &[Edge],
        fill: Fill<'_>,
    ) -> String {
        let leads = |field: Option<&str>, target: &str| {
            let parent = self.parents.get(target).and_then(Option::as_ref);
            let this = |it: &(String, Option<String>)| it.0 == kind && it.1.as_deref() == field;
            needed.contains(target) && parent.is_some_and(this)
        };
        let mut parts = vec!["__typename".to_owned()];
        for field in self.types.objects.get(kind).into_iter().flatten() {
            let asked = edges.iter().any(|(of, name)| of == kind && *name == field.name);
            let further = leads(Some(&field.name), &field.target);
            if !asked && !further {
                continue;
            }
            parts.push(self.types.called(kind, field, fill));
            if self.types.is_leaf(&field.target) {
                continue;
            }
            let leaves = if asked { self.types.leaves(&field.target, fill) } else { String::new() };
            let inside = if further {
                self.inside(&field.target, needed, edges, fill)
            } else {
                String::new()
            };
            parts.push(format!("{{ {leaves} {inside} }}"));
        }
        for possible in self.types.possible.get(kind).into_iter().flatten() {
            if leads(None, possible) {
                let inside = self.inside(possible, needed, edges, fill);
                parts.push(format!("... on {possible} {{ {inside} }}"));
            }
        }
        parts.join(" ")
    }
}

/// How many levels of fields a document has: neither inputs nor fragments are levels.
pub fn depth(document: &str) -> usize {
    let (mut levels, mut inputs, mut most) = (Vec::new(), 0_usize, 0);
    for (at, letter) in document.char_indices() {
        match letter {
            '(' => inputs += 1,
            ')' => inputs -= 1,
            '{' if inputs == 0 => {
                let before = document[..at].trim_end().rsplit(' ').nth(1);
                levels.push(before != Some("on"));
                most = most.max(levels.iter().filter(|level| **level).count());
            }
            '}' if inputs == 0 => {
                levels.pop();
            }
            _ => {}
        }
    }
    most
}
