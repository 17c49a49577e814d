//! Who is told what, live over WebSocket: every subscription, crossed with everybody.

use serde_json::{Value, json};

use crate::raw_client::Client;
use crate::served::Served;
use crate::who_calls::mutation;
use crate::who_edges::{About, World, fill};
use crate::who_marks::{Forbidden, mark};
use crate::who_schema::{Edge, Types};

/// Everybody's orders are told to these.
const READERS: [&str; 3] = ["marco", "shop", "checks"];
/// Of these types every field is in what is followed. The guard counts how much that is.
const FOLLOWED: [&str; 4] = ["OrderUpdate", "OrderEvent", "Customer", "BillingDetails"];

fn document(types: &Types, name: &str, about: About<'_>) -> String {
    let fill = |kind: &str, field: &str, argument: &str| fill(about, kind, field, argument);
    let field = types.objects["Subscription"].iter().find(|it| it.name == name);
    let field = field.expect("a field of the root");
    let walk = types.walk(&field.target);
    let followed = |edge: &&Edge| FOLLOWED.contains(&edge.0.as_str());
    let edges: Vec<Edge> = walk.edges.iter().filter(followed).cloned().collect();
    let called = types.called("Subscription", field, &fill);
    format!("subscription {{ {called} {{ {} }} }}", walk.selection(&edges, &fill))
}

/// A socket of its own for one subscription, and what is said to it first.
async fn follow(server: &Served, token: &str, document: &str) -> (Client, Value) {
    let socket = Client::at(server.address, Some("graphql-transport-ws"), None).await;
    let mut socket = socket.expect("the upgrade is accepted").introduced(token).await;
    socket.subscribe("1", document).await;
    let first = socket.hear().await;
    (socket, first)
}

/// Somebody who follows something.
struct Follower<'a> {
    what: String,
    socket: Client,
    forbidden: &'a Forbidden,
    /// The one whose changes are told.
    told_of: Option<&'static str>,
}

#[tokio::test]
async fn everybody_is_told_what_they_may_know_and_nothing_else() {
    let world = World::open().await;
    let roles = world.everybody().into_iter();
    let roles: Vec<_> = roles.map(|(role, actor)| (role, actor, world.forbidden(role))).collect();
    let World { shop, types, people, missing, .. } = world;
    let server = Served::over(shop).await;
    let (mut cells, mut leaks, mut followers) = (0, Vec::new(), Vec::new());
    let mut fields: Vec<&str> = Vec::new();
    fields.extend(types.objects["Subscription"].iter().map(|it| it.name.as_str()));
    for (role, actor, forbidden) in &roles {
        let Some(actor) = actor else {
            // Whoever says not who they are gets no further than this.
            let socket = Client::at(server.address, Some("graphql-transport-ws"), None).await;
            let mut socket = socket.expect("the upgrade is accepted");
            socket.say(&json!({ "type": "connection_init" })).await;
            assert_eq!(socket.close_code().await, 4403);
            cells += fields.len() * people.len();
            continue;
        };
        let token = server.token(actor);
        for field in &fields {
            for subject in &people {
                cells += 1;
                let what = format!("{field} of {} for {role}", subject.name);
                let about = |subject| About { subject, at: 0, filter: Some(subject) };
                let (socket, first) =
                    follow(&server, &token, &document(&types, field, about(subject))).await;
                let (nowhere, other) =
                    follow(&server, &token, &document(&types, field, about(&missing))).await;
                // Customers name nobody in a filter, themselves neither.
                let own = *role == subject.name && *field == "orderTracking";
                let sees = own || READERS.contains(role);
                if sees {
                    assert_eq!(first["type"], "next", "{what}: {first}");
                } else if first != other {
                    leaks.push(format!("{what}: {first}, missing: {other}"));
                }
                if !forbidden.found_in(&first).is_empty() {
                    leaks.push(format!("{what}: {first}"));
                }
                drop(nowhere);
                if first["type"] == "next" {
                    let told_of = sees.then_some(subject.name);
                    followers.push(Follower { what, socket, forbidden, told_of });
                }
            }
        }
        if people.iter().any(|it| it.name == *role) {
            let own = people.iter().find(|it| it.name == *role).expect("it is one of them");
            let all = About { subject: own, at: 0, filter: None };
            let (socket, first) =
                follow(&server, &token, &document(&types, "orderUpdates", all)).await;
            assert_eq!(first["type"], "next", "{first}");
            let what = format!("orderUpdates for {role}");
            followers.push(Follower { what, socket, forbidden, told_of: Some(own.name) });
        }
    }

    // Something happens to everybody's order in turn; each is told of it who may know, once.
    for subject in people.iter().rev() {
        let input = json!({ "number": subject.numbers[0], "visibleToCustomer": true,
            "text": mark("Visible", subject.name) });
        let (marco, note) = (&server.shop.marco, mutation("orderNote"));
        let written = server.shop.data(marco, &note, json!({ "input": input })).await;
        assert_eq!(written["orderNote"]["errors"], json!([]));
    }
    let told = followers.iter().filter(|it| it.told_of.is_some()).count();
    // Three roles follow everybody; three owners one order, and all of theirs.
    assert_eq!(told, 3 * 2 * 3 + 3 * 2);
    for follower in &mut followers {
        let Some(name) = follower.told_of else { continue };
        let update = follower.socket.hear().await;
        let what = &follower.what;
        assert!(update.to_string().contains(&mark("Visible", name)), "{what}: {update}");
        if !follower.forbidden.found_in(&update).is_empty() {
            leaks.push(format!("{what}: {update}"));
        }
    }
    // Everybody has been told by now: whatever else was said is in front of the answer to a ping.
    for follower in &mut followers {
        follower.socket.is_well().await;
    }
    cells += followers.len();
    println!("Who sees what, subscriptions: {cells} cells, {} leaks", leaks.len());
    assert_eq!(leaks, [""; 0]);
    drop(followers);
    server.stop().await;
}
