//! A harness that never fails proves nothing: with each of these mistakes made on purpose, it has to.

use std::time::Duration;

use super::kills::Plan;
use super::points::{Says, Scenario, Way};
use super::stand::On;

/// Long enough for what heals at all.
const SOON: Duration = Duration::from_secs(6);

#[tokio::test]
async fn a_new_key_for_what_is_sent_again_is_noticed() {
    let scenario = Scenario::new("P3", Way::Hang, Says::Nothing);
    let sabotage = Some("new-key-on-retry");
    let wrong = Scenario { sabotage, healed_within: SOON, ..scenario }.run().await;
    assert!(wrong.iter().any(|it| it.contains("charged")), "{wrong:?}");
}

#[tokio::test]
async fn an_answer_before_the_commit_is_noticed() {
    let sabotage = Some("answer-before-commit");
    let plan = Plan { rounds: 4, sabotage, healed_within: SOON, ..Plan::new(On::Sqlite, 1) };
    let figures = plan.run().await;
    assert!(!figures.lost_answers.is_empty(), "{figures:#?}");
}

#[tokio::test]
async fn payments_that_nobody_asks_about_again_are_noticed() {
    let sabotage = Some("no-reconciler");
    let scenario = Scenario::new("P1", Way::Abort, Says::Charged);
    let wrong = Scenario { sabotage, healed_within: SOON, ..scenario }.run().await;
    assert!(wrong.iter().any(|it| it.contains("does not heal")), "{wrong:?}");
}
