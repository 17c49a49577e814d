//! The last months: orders in every status, placed and moved at their own times by a clock that is
//! turned back. Nothing is written past the actions.

use std::collections::VecDeque;

use chrono::{DateTime, TimeDelta, Timelike, Utc};

use super::deeds::{Deed, DemoError, Hands, Wish};
use super::people::{cast, move_in};
use crate::app::Shop;
use crate::clock::Clock;
use crate::config::Settings;
use crate::domain::number::OrderNumber;
use crate::jobs;

const MINUTE: i64 = 1;
const HOUR: i64 = 60;
const DAY: i64 = 24 * HOUR;

/// Who, how many minutes ago, what, with which voucher; and what became of it, each so many
/// minutes after the order.
type Past = (usize, i64, &'static [Wish], Option<&'static str>, &'static [(i64, Deed)]);

const ANNA: usize = 0;
const BRUNO: usize = 1;
const ACME: usize = 2;
const CHIARA: usize = 3;

const DELIVERED: &[(i64, Deed)] =
    &[(4 * MINUTE, Deed::Pay("tok_ok")), (2 * HOUR, Deed::Approve), (3 * HOUR, Deed::DeliverRest)];
const BY_TRANSFER: &[(i64, Deed)] = &[
    (10 * MINUTE, Deed::AnnounceTransfer),
    (2 * DAY, Deed::TransferArrives),
    (2 * DAY + HOUR, Deed::Approve),
    (2 * DAY + 5 * HOUR, Deed::DeliverRest),
];
const WITHDRAWN: &[(i64, Deed)] = &[
    (2 * MINUTE, Deed::Pay("tok_ok")),
    (HOUR, Deed::Approve),
    (2 * HOUR, Deed::DeliverRest),
    (5 * DAY, Deed::Withdraw),
];
const CHECKING: &[(i64, Deed)] = &[(6 * MINUTE, Deed::Pay("tok_ok"))];
const LATE: &[(i64, Deed)] = &[
    (3 * MINUTE, Deed::Pay("tok_declined")),
    (5 * MINUTE, Deed::Pay("tok_ok")),
    (HOUR, Deed::Approve),
    (2 * HOUR, Deed::Fail),
];
const ASKED: &[(i64, Deed)] =
    &[(3 * MINUTE, Deed::Pay("tok_ok")), (2 * HOUR, Deed::AskForDocuments)];
const REFUSED: &[(i64, Deed)] = &[(3 * MINUTE, Deed::Pay("tok_ok")), (HOUR, Deed::Refuse)];
const HALF: &[(i64, Deed)] = &[
    (3 * MINUTE, Deed::Pay("tok_ok")),
    (20 * MINUTE, Deed::Approve),
    (30 * MINUTE, Deed::Note),
    (40 * MINUTE, Deed::DeliverOne),
];
const CANCELLED: &[(i64, Deed)] = &[(DAY, Deed::Cancel)];
/// The last moment of all: the jobs of the running demo send this refund.
const CANCELLING: &[(i64, Deed)] = &[
    (3 * MINUTE, Deed::Pay("tok_ok")),
    (20 * MINUTE, Deed::Approve),
    (30 * MINUTE, Deed::DeliverRest),
    (3 * DAY - MINUTE, Deed::Withdraw),
];
const NOTHING: &[(i64, Deed)] = &[];

const SERVER: &[Wish] = &[("server-rise", "P1M", Some("rise-01.example"))];
const STARTER: &[Wish] = &[("vps-starter", "P1M", None)];
const STARTER_YEAR: &[Wish] = &[("vps-starter", "P1Y", Some("blog.example"))];
const PRO: &[Wish] = &[("vps-pro", "P1M", Some("shop.example"))];
const PRO_YEAR: &[Wish] = &[("vps-pro", "P1Y", Some("crm.example"))];
const NAME: &[Wish] = &[("domain-it", "P1Y", Some("rossi.example.it"))];
const NAME_AND_MAIL: &[Wish] =
    &[("domain-it", "P1Y", Some("bottega.example.it")), ("mail-10", "P1M", None)];
const MAIL: &[Wish] = &[("mail-10", "P1M", None)];
const OFFICE: &[Wish] = &[
    ("vps-pro", "P1M", Some("files.example")),
    ("mail-10", "P1M", None),
    ("server-rise", "P1M", Some("rise-02.example")),
];

const PAST: &[Past] = &[
    (ANNA, 118 * DAY, STARTER, None, DELIVERED),
    (ACME, 112 * DAY, OFFICE, None, BY_TRANSFER),
    (BRUNO, 104 * DAY, PRO, Some("WELCOME10"), DELIVERED),
    (4, 100 * DAY, MAIL, None, DELIVERED),
    (ANNA, 97 * DAY, NAME_AND_MAIL, None, DELIVERED),
    (CHIARA, 92 * DAY, STARTER_YEAR, None, WITHDRAWN),
    (5, 88 * DAY, SERVER, None, DELIVERED),
    (ANNA, 83 * DAY, SERVER, None, WITHDRAWN),
    (6, 80 * DAY, PRO_YEAR, None, DELIVERED),
    (ACME, 74 * DAY, SERVER, None, BY_TRANSFER),
    (BRUNO, 70 * DAY, STARTER, None, NOTHING),
    (7, 66 * DAY, MAIL, None, REFUSED),
    (ANNA, 61 * DAY, PRO, Some("FIVE"), DELIVERED),
    (CHIARA, 55 * DAY, MAIL, None, DELIVERED),
    (ANNA, 47 * DAY, STARTER_YEAR, None, NOTHING),
    (4, 44 * DAY, NAME, None, DELIVERED),
    (ACME, 40 * DAY, MAIL, None, CANCELLED),
    (BRUNO, 36 * DAY, PRO_YEAR, None, DELIVERED),
    (ANNA, 31 * DAY, MAIL, None, CANCELLED),
    (5, 27 * DAY, STARTER, None, DELIVERED),
    (ANNA, 23 * DAY, STARTER_YEAR, Some("WELCOME10"), DELIVERED),
    (CHIARA, 18 * DAY, PRO, None, REFUSED),
    (6, 13 * DAY, SERVER, None, WITHDRAWN),
    (ANNA, 9 * DAY, SERVER, None, DELIVERED),
    (BRUNO, 8 * DAY, NAME_AND_MAIL, None, DELIVERED),
    (ACME, 6 * DAY, PRO, None, &[(10 * MINUTE, Deed::AnnounceTransfer)]),
    (CHIARA, 5 * DAY, SERVER, None, DELIVERED),
    (ANNA, 4 * DAY, NAME, None, DELIVERED),
    (7, 3 * DAY, STARTER, None, NOTHING),
    (BRUNO, 3 * DAY, PRO, None, CANCELLING),
    (ANNA, 2 * DAY, PRO, None, ASKED),
    (CHIARA, DAY, OFFICE, None, LATE),
    (ANNA, DAY, OFFICE, None, LATE),
    (ACME, 20 * HOUR, SERVER, None, CHECKING),
    (ANNA, 9 * HOUR, OFFICE, None, HALF),
    (ANNA, 3 * HOUR, PRO_YEAR, None, CHECKING),
    (BRUNO, 2 * HOUR, STARTER, None, CHECKING),
    (ANNA, HOUR, SERVER, None, NOTHING),
];

/// One moment of the past: the order it is about, and what happens; nothing means that it is placed.
type Moment = (DateTime<Utc>, usize, Option<Deed>);

/// Writes the catalogs, the people and their orders.
pub async fn write(shop: &Shop, settings: &Settings) -> Result<(), DemoError> {
    let now = shop.app.clock.now().with_nanosecond(0).unwrap_or_default();
    let mut moments: VecDeque<Moment> = moments(now).into();
    let first = moments.front().map_or(now, |(at, _, _)| *at);
    let clock = Clock::manual(first - TimeDelta::days(1));
    let hands = turned_back(shop, settings, clock.clone()).await?;
    let mut numbers: Vec<Option<OrderNumber>> = vec![None; PAST.len()];
    while let Some((at, which, deed)) = moments.pop_front() {
        clock.advance(at - clock.now());
        let (customer, _, wishes, voucher, _) = PAST[which];
        match (deed, &numbers[which]) {
            (Some(deed), Some(number)) => hands.act(customer, number, deed).await?,
            _ => numbers[which] = Some(hands.place(customer, wishes, voucher).await?),
        }
        // Expiry and refunds as of that moment. The last one is left to the running demo.
        while !moments.is_empty() && 0 < jobs::run_due(&hands.till).await? {}
    }
    Ok(())
}

/// The same shop with a clock of its own, before anything has happened.
async fn turned_back(shop: &Shop, settings: &Settings, clock: Clock) -> Result<Hands, DemoError> {
    let store = shop.till.changes.store.clone();
    let url = settings.public_url();
    let till = Shop::new(settings, super::secret(), store, clock, url).till;
    move_in(&till).await?;
    let cast = cast(&till).await?;
    Ok(Hands { till, cast })
}

/// Everything that has happened up to now, in its order.
fn moments(now: DateTime<Utc>) -> Vec<Moment> {
    let mut all: Vec<Moment> = Vec::new();
    for (which, (_, minutes_ago, _, _, deeds)) in PAST.iter().enumerate() {
        let placed = now - TimeDelta::minutes(*minutes_ago);
        all.push((placed, which, None));
        let deeds = deeds
            .iter()
            .map(|(after, deed)| (placed + TimeDelta::minutes(*after), which, Some(*deed)));
        all.extend(deeds.filter(|(at, _, _)| *at <= now));
    }
    all.sort_by_key(|(at, _, _)| *at);
    all
}
