//! What the first page says, in each of its languages.

pub(super) struct Words {
    pub language: &'static str,
    pub lead: &'static str,
    pub open: &'static str,
    /// Where GraphiQL is off.
    pub closed: &'static str,
    pub at_hand: &'static str,
    pub try_it: &'static str,
    /// Method and path, and what is there.
    pub routes: [(&'static str, &'static str); 7],
}

pub(super) const EN: Words = Words {
    language: "en",
    lead: "Customers’ orders, from the purchase order to delivery or withdrawal, with tracking that \
           changes while you look. One GraphQL API for the shop, the customer area and the \
           operators’ desk.",
    open: "Open GraphiQL",
    closed: "GraphiQL is off here. <code>BUONO_GRAPHIQL=on</code> switches it on.",
    at_hand: "What is at hand",
    try_it: "Try it from a terminal",
    routes: [
        ("POST /graphql", "GraphQL over HTTP: queries and changes."),
        (
            "GET /graphql + WebSocket",
            "Live: subscriptions, with <code>graphql-transport-ws</code>.",
        ),
        (
            "POST /graphql/stream",
            "Live: the same as server-sent events, for programs that read lines.",
        ),
        ("GET /schema.graphql", "The schema, with a description of every part."),
        ("GET /healthz", "Whether the server is alive."),
        ("GET /readyz", "Whether it is ready: database and migrations."),
        (
            "Authorization: Bearer …",
            "Who asks. On a WebSocket: <code>{\"authorization\": \"Bearer …\"}</code> in \
             <code>connection_init</code>. Catalog and prices need no token.",
        ),
    ],
};

pub(super) const IT: Words = Words {
    language: "it",
    lead: "Gli ordini dei clienti, dal buono d’ordine alla consegna o al recesso, con un monitoraggio \
           che si aggiorna mentre guardi. Un’unica API GraphQL per il negozio, l’area clienti e la \
           postazione degli operatori.",
    open: "Apri GraphiQL",
    closed: "GraphiQL qui è disattivato. <code>BUONO_GRAPHIQL=on</code> lo attiva.",
    at_hand: "Che cosa c’è",
    try_it: "Provalo da un terminale",
    routes: [
        ("POST /graphql", "GraphQL su HTTP: interrogazioni e modifiche."),
        (
            "GET /graphql + WebSocket",
            "Dal vivo: sottoscrizioni, con <code>graphql-transport-ws</code>.",
        ),
        (
            "POST /graphql/stream",
            "Dal vivo: lo stesso come server-sent events, per programmi che leggono righe.",
        ),
        ("GET /schema.graphql", "Lo schema, con la descrizione di ogni sua parte."),
        ("GET /healthz", "Se il server è vivo."),
        ("GET /readyz", "Se è pronto: database e migrazioni."),
        (
            "Authorization: Bearer …",
            "Chi chiede. Su WebSocket: <code>{\"authorization\": \"Bearer …\"}</code> in \
             <code>connection_init</code>. Per catalogo e prezzi non serve un token.",
        ),
    ],
};
