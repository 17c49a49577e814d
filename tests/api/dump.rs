//! All that a database holds, as text: as long as two dumps are equal, nothing has changed.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use buono::storage::Store;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, Statement};

use crate::shop::Shop;

/// Every row of every table.
pub async fn dump(store: &Store) -> String {
    let db = store.read();
    let mut parts = Vec::new();
    for table in tables(db).await {
        if db.get_database_backend() == DbBackend::Postgres {
            parts.push(format!(
                "SELECT '{table}: ' || coalesce(string_agg(it::text, ' ' ORDER BY it::text), '') \
                 AS text FROM \"{table}\" it"
            ));
            continue;
        }
        let query = format!("SELECT name AS text FROM pragma_table_info('{table}')");
        let columns = texts(db, &query).await;
        let quoted: Vec<_> = columns.iter().map(|it| format!("quote(\"{it}\")")).collect();
        parts.push(format!(
            "SELECT '{table}: ' || coalesce(group_concat(it, ' '), '') AS text FROM \
             (SELECT {} AS it FROM \"{table}\" ORDER BY it)",
            quoted.join(" || ',' || ")
        ));
    }
    texts(db, &parts.join(" UNION ALL ")).await.join("\n")
}

async fn tables(db: &DatabaseConnection) -> Vec<String> {
    let query = match db.get_database_backend() {
        DbBackend::Postgres => {
            "SELECT table_name::text AS text FROM information_schema.tables \
             WHERE table_schema = 'public' ORDER BY 1"
        }
        _ => {
            "SELECT name AS text FROM sqlite_master \
             WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1"
        }
    };
    texts(db, query).await
}

async fn texts(db: &DatabaseConnection, query: &str) -> Vec<String> {
    let statement = Statement::from_string(db.get_database_backend(), query);
    let rows = db.query_all_raw(statement).await.unwrap();
    rows.iter().map(|row| row.try_get("", "text").unwrap()).collect()
}

#[tokio::test]
async fn a_dump_shows_every_change() {
    for shop in [Shop::open().await, Shop::open_on_postgres().await] {
        let store = &shop.till.changes.store;
        let before = dump(store).await;
        assert!(before.contains("customer: ") && before.contains("anna@example.org"));
        assert_eq!(dump(store).await, before);
        shop.place(&shop.anna, "vps-starter", "a new order").await;
        let placed = dump(store).await;
        assert_ne!(placed, before);
        shop.register(&shop.anna, "CARD", "tok_ok").await;
        assert_ne!(dump(store).await, placed);
    }
}
