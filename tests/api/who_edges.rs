//! Who sees what behind the roots: every field of every type, through every root, for everybody.

use std::collections::BTreeSet;

use buono::domain::actor::{Actor, Scope};
use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::shop::Shop;
use crate::who::roles;
use crate::who_calls::{Thing, input, mutation};
use crate::who_marks::{Forbidden, INNER, PEOPLE, Subject, TEXTS, mark, subject, texts};
use crate::who_nodes::nowhere;
use crate::who_schema::{Edge, Filled, Types, depth};

/// So many edges are in a document at most.
const CHUNK: usize = 120;
/// As deep as the guard lets a document be.
const DEPTH_MAX: usize = 10;
/// Texts that are shorter are no marks: countries, languages, small numbers.
const MARK_MIN: usize = 4;
/// What answers to those who may see no customer.
const PUBLIC: [&str; 3] = ["catalog", "orderPreview", "viewer"];

/// What a document asks about.
#[derive(Clone, Copy)]
pub struct About<'a> {
    pub subject: &'a Subject,
    /// Which of the ids and numbers.
    pub at: usize,
    /// Whose orders a list is narrowed to.
    pub filter: Option<&'a Subject>,
}

/// How every argument of the schema is filled.
pub fn fill(about: About<'_>, kind: &str, field: &str, argument: &str) -> Filled {
    let subject = about.subject;
    let value = match (kind, field, argument) {
        ("Query", "node", "id") => json!(subject.ids.values().nth(about.at)),
        ("Query", "nodes", "ids") => json!(subject.ids.values().collect::<Vec<_>>()),
        ("Query", "order", "number") | ("Subscription", "orderTracking", "number") => {
            json!(subject.numbers[about.at % subject.numbers.len()])
        }
        ("Query", "customer", "reference") => json!(subject.reference),
        ("Query", "catalog", "country") => json!("IT"),
        ("Query", "orderPreview", "input") => {
            let line = r#"{ planCode: "vps-starter", period: "P1M" }"#;
            return Filled::With(format!(r#"{{ country: "IT", lines: [{line}] }}"#));
        }
        ("Query" | "Customer", "orders", "filter") | ("Subscription", "orderUpdates", "filter") => {
            return about.filter.map_or(Filled::LeftOut, |other| {
                Filled::With(format!("{{ customer: \"{}\" }}", other.customer))
            });
        }
        ("Order", "document", "format") => return Filled::With("HTML".to_owned()),
        (_, _, "first") => json!(5),
        (_, _, "language") => json!("de"),
        // What a mutation takes is given as a variable.
        ("Query", "payments" | "refunds", "state" | "contradicted" | "unclear")
        | ("Mutation", _, "input")
        | (_, _, "after" | "before" | "last" | "orderBy") => {
            return Filled::LeftOut;
        }
        _ => return Filled::Unknown,
    };
    Filled::With(value.to_string())
}

/// The shop, its customers, one who is nowhere, and what is whose.
pub struct World {
    pub shop: Shop,
    pub types: Types,
    pub people: Vec<Subject>,
    pub missing: Subject,
    /// What is in the answers about one customer only, in the order of the people.
    unique: Vec<BTreeSet<String>>,
}

impl World {
    pub async fn open() -> Self {
        let shop = Shop::open().await;
        let mut people = Vec::new();
        for (name, quantity) in PEOPLE {
            people.push(subject(&shop, name, quantity).await);
        }
        // What happens from now on happens at a moment that is nobody's mark.
        shop.clock.advance(TimeDelta::seconds(61));
        let nothing = Thing::missing(&shop);
        let first = &people[0];
        let missing = Subject {
            name: "nowhere",
            actor: first.actor.clone(),
            customer: nothing.customer,
            reference: nothing.reference,
            numbers: first.numbers.iter().map(|_| Thing::missing(&shop).number).collect(),
            ids: first.ids.iter().map(|(k, id)| (k.clone(), nowhere(&shop, id))).collect(),
        };
        let types = Types::introspected().await;
        let mut world = Self { shop, types, people, missing, unique: Vec::new() };
        let mut seen = Vec::new();
        for subject in &world.people {
            seen.push(world.harvest(&world.shop.marco, subject).await);
        }
        let mut public = BTreeSet::new();
        for root in ["catalog", "orderPreview"] {
            let about = About { subject: &world.people[0], at: 0, filter: None };
            for document in world.documents(root, about) {
                texts(&world.shop.ask(None, &document.0, json!({})).await, &mut public);
            }
        }
        for at in 0..seen.len() {
            let others: Vec<_> = seen.iter().enumerate().filter(|(it, _)| *it != at).collect();
            let only = |text: &&String| {
                MARK_MIN <= text.len()
                    && !public.contains(*text)
                    && !others.iter().any(|(_, other)| other.contains(*text))
            };
            world.unique.push(seen[at].iter().filter(only).cloned().collect());
        }
        world
    }

    /// Everything that somebody sees of a customer.
    async fn harvest(&self, actor: &Actor, subject: &Subject) -> BTreeSet<String> {
        let mut seen = BTreeSet::new();
        for at in 0..subject.numbers.len() {
            for root in ["customer", "order"] {
                let about = About { subject, at, filter: None };
                for (document, _) in self.documents(root, about) {
                    texts(&self.shop.data(actor, &document, json!({})).await, &mut seen);
                }
            }
        }
        seen
    }

    fn document(&self, root: &str, about: About<'_>, edges: &[Edge]) -> String {
        let fill = |kind: &str, field: &str, argument: &str| fill(about, kind, field, argument);
        let field = self.types.objects["Query"].iter().find(|it| it.name == root);
        let field = field.expect("a field of the root");
        let selection = self.types.walk(&field.target).selection(edges, &fill);
        let called = self.types.called("Query", field, &fill);
        let document = format!("{{ {called} {{ {selection} }} }}");
        assert!(depth(&document) <= DEPTH_MAX, "{document}");
        document
    }

    /// The documents that ask for every edge behind a root.
    fn documents(&self, root: &str, about: About<'_>) -> Vec<(String, Vec<Edge>)> {
        let field = self.types.objects["Query"].iter().find(|it| it.name == root);
        let edges = self.types.walk(&field.expect("a field of the root").target).edges;
        let document = |edges: &[Edge]| (self.document(root, about, edges), edges.to_vec());
        edges.chunks(CHUNK).map(document).collect()
    }

    /// What must not be told to a role.
    pub fn forbidden(&self, role: &str) -> Forbidden {
        let mut forbidden = Forbidden::default();
        for (subject, unique) in self.people.iter().zip(&self.unique) {
            if !["marco", "checks"].contains(&role) {
                forbidden.inside.push(mark(INNER, subject.name));
                forbidden.whole.insert("InternalNote".to_owned());
            }
            if role != "marco" {
                forbidden.whole.insert("OrderClaim".to_owned());
            }
            let whole = match role {
                "marco" | "checks" | "shop" => continue,
                // Accounts are what they write, orders are not.
                "writer" => BTreeSet::from(["Order", "Payment", "OrderEvent"].map(str::to_owned)),
                own if own == subject.name => continue,
                _ => {
                    let marks = TEXTS.map(|text| mark(text, subject.name));
                    forbidden.inside.extend(marks);
                    unique.clone()
                }
            };
            forbidden.inside.extend(subject.numbers.iter().cloned());
            forbidden.whole.extend(whole);
        }
        forbidden
    }

    pub fn everybody(&self) -> Vec<(&'static str, Option<Actor>)> {
        let mut all = roles(&self.shop).to_vec();
        let writer = Actor::Operator { name: "ugo".into(), scopes: [Scope::CustomersWrite].into() };
        let checks = [Scope::OrdersValidate].into();
        all.push(("writer", Some(writer)));
        all.push(("checks", Some(Actor::Service { name: "checks".into(), scopes: checks })));
        all.push(("carla", Some(self.people[2].actor.clone())));
        all
    }

    /// What is asked about: everything by name, and lists narrowed to somebody else.
    fn abouts(&self) -> Vec<About<'_>> {
        let mut all = Vec::new();
        for (at, subject) in self.people.iter().enumerate() {
            let about = |at| About { subject, at, filter: None };
            all.extend((0..subject.ids.len()).map(about));
            let filter = Some(&self.people[(at + 1) % self.people.len()]);
            all.push(About { subject, at: 0, filter });
        }
        all
    }

    /// The same, with nothing in the place of what a role may not see.
    fn twin<'a>(&'a self, role: &str, about: About<'a>) -> About<'a> {
        let instead = |it: &'a Subject| if it.name == role { it } else { &self.missing };
        let filter = about.filter.map(instead);
        About { subject: instead(about.subject), filter, ..about }
    }
}

#[derive(Default)]
struct Count {
    cells: usize,
    leaks: Vec<String>,
}

/// Whether something was refused behind the root: what is beside it is hidden by that.
fn refused_inside(answer: &Value) -> bool {
    let errors = answer["errors"].as_array().map(Vec::as_slice).unwrap_or_default();
    errors.iter().any(|error| {
        let path = error["path"].as_array().unwrap_or_else(|| panic!("nothing ran: {error}"));
        1 < path.len()
    })
}

/// Asks for edges, and again for the halves of them if one hides the others.
async fn look(
    world: &World,
    (role, actor, forbidden): &(&'static str, Option<Actor>, Forbidden),
    (root, about): (&str, About<'_>),
    edges: Vec<Edge>,
    count: &mut Count,
) {
    let nothing = ["nobody", "idle", "clerk", "bare"].contains(role) && !PUBLIC.contains(&root);
    let mut waiting = vec![edges];
    while let Some(edges) = waiting.pop() {
        let document = world.document(root, about, &edges);
        let answer = world.shop.ask(actor.as_ref(), &document, json!({})).await;
        let found = forbidden.found_in(&answer);
        let what = || format!("{root} for {role}: {:?} {document}", &edges[..edges.len().min(3)]);
        if !found.is_empty() {
            count.leaks.push(format!("{found:?} in {}", what()));
        }
        if nothing && !(answer["data"].is_null() || answer["data"][root].is_null()) {
            count.leaks.push(format!("data in {}: {answer}", what()));
        }
        if !["marco", "checks", "shop", "writer"].contains(role) {
            let twin = world.document(root, world.twin(role, about), &edges);
            if twin != document {
                let twin = world.shop.ask(actor.as_ref(), &twin, json!({})).await;
                if twin != answer {
                    count.leaks.push(format!("foreign is not missing in {}", what()));
                }
            }
        }
        if 1 < edges.len() && refused_inside(&answer) {
            let (left, right) = edges.split_at(edges.len() / 2);
            waiting.extend([left.to_vec(), right.to_vec()]);
        } else {
            count.cells += edges.len();
        }
    }
}

#[tokio::test]
async fn behind_every_root_everybody_sees_what_they_may_and_nothing_else() {
    let world = World::open().await;
    let mut count = Count::default();
    let roles = world.everybody().into_iter();
    let roles: Vec<_> = roles.map(|(role, actor)| (role, actor, world.forbidden(role))).collect();
    for root in &world.types.objects["Query"] {
        let mut asked = BTreeSet::new();
        for about in world.abouts() {
            for (document, edges) in world.documents(&root.name, about) {
                if asked.insert(document) {
                    for role in &roles {
                        let asked = (root.name.as_str(), about);
                        look(&world, role, asked, edges.clone(), &mut count).await;
                    }
                }
            }
        }
    }
    println!("Who sees what, edges: {} cells, {} leaks", count.cells, count.leaks.len());
    assert_eq!(count.leaks, [""; 0]);
}

#[tokio::test]
async fn what_mutations_answer_with_is_of_nobody_else() {
    let world = World::open().await;
    let mut count = Count::default();
    for field in &world.types.objects["Mutation"] {
        // One may have been removed.
        world.shop.register(&world.shop.anna, "CARD", "tok_ok").await;
        let thing = Thing::of_anna(&world.shop, &format!("Mutation.{}", field.name)).await;
        let about = About { subject: &world.people[0], at: 0, filter: None };
        let fill = |kind: &str, field: &str, argument: &str| fill(about, kind, field, argument);
        let walk = world.types.walk(&field.target);
        let document = mutation(&field.name);
        let (called, _) = document.split_once("(input: $input) {").expect("it takes an input");
        let selection = walk.selection(&walk.edges, &fill);
        let document = format!("{called}(input: $input) {{ {selection} }} }}");
        for (role, actor) in world.everybody() {
            let mut forbidden = world.forbidden(role);
            if !["anna", "marco", "shop", "checks", "writer"].contains(&role) {
                forbidden.inside.extend([thing.number.clone(), thing.order.clone()]);
            }
            let input = json!({ "input": input(&field.name, &thing) });
            let answer = world.shop.ask(actor.as_ref(), &document, input).await;
            refused_inside(&answer);
            let found = forbidden.found_in(&answer);
            if !found.is_empty() {
                count.leaks.push(format!("{found:?} in {} for {role}: {answer}", field.name));
            }
            count.cells += walk.edges.len();
        }
    }
    println!("Who sees what, mutations: {} cells, {} leaks", count.cells, count.leaks.len());
    assert_eq!(count.leaks, [""; 0]);
}

/// What an operator sees only, or nobody in an order.
const NOT_OF_AN_OWNER: [&str; 2] = ["InternalNote", "OrderClaim"];

#[tokio::test]
async fn owners_see_their_own_marks_and_every_type_and_each_leak_is_found() {
    let world = World::open().await;
    let (anna, bruno) = (&world.people[0], &world.people[1]);
    let hers = world.harvest(&anna.actor, anna).await;
    for text in TEXTS {
        let mark = mark(text, "anna");
        assert!(hers.iter().any(|it| it.contains(&mark)), "{mark} is nowhere");
    }
    let walk = world.types.walk("Customer");
    let kinds: BTreeSet<&String> = walk.edges.iter().map(|(kind, _)| kind).collect();
    let unseen = |kind: &&&String| !hers.contains(**kind);
    let unseen: Vec<_> = kinds.iter().filter(unseen).map(|it| it.as_str()).collect();
    assert_eq!(unseen, NOT_OF_AN_OWNER, "what is never there cannot leak");

    // What is planted is found: in the end of a list, whole and within a text.
    let about = About { subject: bruno, at: 0, filter: None };
    let (document, _) = &world.documents("order", about)[0];
    let own = world.shop.ask(Some(&bruno.actor), document, json!({})).await;
    let forbidden = world.forbidden("bruno");
    assert_eq!(forbidden.found_in(&own), [""; 0]);
    for planted in [anna.numbers[0].clone(), anna.ids["Refund"].clone(), mark("Comment", "anna")] {
        let mut leaking = own.clone();
        leaking["data"]["order"]["lines"][0]["description"] = json!(planted);
        assert!(!forbidden.found_in(&leaking).is_empty(), "{planted}");
        leaking["data"]["order"]["lines"][0]["description"] = json!(format!("For {planted}."));
        let is_mark = planted.contains("only") || planted == anna.numbers[0];
        assert_eq!(!forbidden.found_in(&leaking).is_empty(), is_mark, "{planted}");
    }
    // Another role's answer in the place of one's own, and a note that operators keep to themselves.
    let about = About { subject: anna, at: 2, filter: None };
    for role in ["nobody", "bruno", "idle", "clerk", "bare", "writer", "shop", "anna"] {
        let mut found = Vec::new();
        for (document, _) in world.documents("order", about) {
            let answer = world.shop.ask(Some(&world.shop.marco), &document, json!({})).await;
            found.extend(world.forbidden(role).found_in(&answer));
        }
        assert!(found.contains(&mark(INNER, "anna")), "{role}: {found:?}");
    }
}

#[tokio::test]
async fn a_new_field_is_asked_for_and_a_new_argument_has_to_be_told_about() {
    let world = World::open().await;
    let about = About { subject: &world.people[0], at: 0, filter: None };
    let fill = |kind: &str, field: &str, argument: &str| fill(about, kind, field, argument);
    assert_eq!(world.types.unknown(&fill), [""; 0], "say in `fill` what it is filled with");
    let kind = json!({ "name": "Planted" });
    let planted = json!({ "__schema": { "types": [
        { "kind": "OBJECT", "name": "Query", "fields": [
            { "name": "planted", "args": [{ "name": "of" }], "type": kind }] },
        { "kind": "OBJECT", "name": "Planted", "fields": [
            { "name": "secret", "args": [], "type": { "name": "String" } },
            { "name": "again", "args": [], "type": { "name": null, "ofType": kind } }] },
    ] } });
    let types = Types::of(&planted);
    assert_eq!(types.unknown(&fill), ["Query.planted(of:)"]);
    let walk = types.walk("Planted");
    let selection = walk.selection(&walk.edges, &fill);
    assert_eq!(selection, "__typename secret again { __typename secret  }");
    assert_eq!(
        depth(&format!("{{ a(of: {{ b: 1 }}) {{ ... on Planted {{ {selection} }} }} }}")),
        3
    );
}
