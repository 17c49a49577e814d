//! The schema as it is committed is the schema as it is.

const COMMITTED: &str = include_str!("../schema.graphql");

#[test]
fn schema_graphql_is_current() {
    let current = buono::graphql::sdl();
    let same = COMMITTED == current;
    assert!(same, "schema.graphql is stale: run `cargo run -- schema print > schema.graphql`");
}

/// Types, fields, arguments and enum values without a description, as `Type.field(argument)`.
fn undescribed(introspection: &serde_json::Value) -> Vec<String> {
    let list = |value: &serde_json::Value, key: &str| -> Vec<serde_json::Value> {
        value[key].as_array().cloned().unwrap_or_default()
    };
    let missing = |it: &serde_json::Value| it["description"].as_str().is_none_or(str::is_empty);
    let name = |it: &serde_json::Value| it["name"].as_str().unwrap_or_default().to_owned();
    let mut found = Vec::new();
    for of in list(&introspection["__schema"], "types") {
        if name(&of).starts_with("__") || name(&of) == "ID" {
            continue;
        }
        if missing(&of) {
            found.push(name(&of));
        }
        for members in ["fields", "inputFields", "enumValues"] {
            for member in list(&of, members) {
                if missing(&member) {
                    found.push(format!("{}.{}", name(&of), name(&member)));
                }
                for argument in list(&member, "args") {
                    if missing(&argument) {
                        found.push(format!("{}.{}({})", name(&of), name(&member), name(&argument)));
                    }
                }
            }
        }
    }
    found
}

#[tokio::test]
async fn everything_in_the_schema_has_a_description() {
    let schema = buono::graphql::bare();
    let query = "{ __schema { types { name description \
         fields(includeDeprecated: true) { name description args { name description } } \
         inputFields { name description } \
         enumValues(includeDeprecated: true) { name description } } } }";
    let answer = schema.execute(query).await;
    assert_eq!(answer.errors, []);
    let data = serde_json::to_value(answer.data).expect("data is JSON");
    assert_eq!(undescribed(&data), Vec::<String>::new());
    let bad = serde_json::json!({ "__schema": { "types": [{ "name": "A", "description": "",
        "fields": [{ "name": "b", "args": [{ "name": "c" }] }] }] } });
    assert_eq!(undescribed(&bad), ["A", "A.b", "A.b(c)"], "the check can fail");
}
