//! The shop and the operators of the demo: something happens every few seconds, to orders of
//! their own. What visitors place by hand waits for visitors.

use std::collections::VecDeque;
use std::time::Duration;

use tokio_util::sync::CancellationToken;

use super::deeds::{Deed, DemoError, Hands, Wish};
use super::people::{CUSTOMERS, Cast};
use crate::actions::charge::Till;
use crate::domain::customer::AccountKind;
use crate::domain::number::OrderNumber;
use crate::domain::status::OrderStatus;

/// Between two things that happen, at speed 1.
const BEAT: Duration = Duration::from_secs(3);
/// Orders that are on their way at the same time.
const ORDERS_MOVING: usize = 3;

/// Who orders, by turns: Anna every other time, so that whoever is Anna sees something move.
const TURNS: [usize; 14] = [0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7];

/// What is ordered, and what becomes of it.
type Story = (&'static [Wish], &'static [Deed]);

const STORIES: [Story; 7] = [
    (
        &[("vps-starter", "P1M", Some("vps-demo.example"))],
        &[Deed::Pay("tok_ok"), Deed::Approve, Deed::DeliverOne],
    ),
    (
        &[("server-rise", "P1M", Some("rise-demo.example"))],
        &[Deed::Pay("tok_ok"), Deed::Approve, Deed::DeliverOne, Deed::DeliverOne],
    ),
    (
        &[("mail-10", "P1M", None), ("vps-pro", "P1Y", Some("shop-demo.example"))],
        &[
            Deed::Pay("tok_declined"),
            Deed::Pay("tok_ok"),
            Deed::Approve,
            Deed::DeliverOne,
            Deed::Fail,
            Deed::DeliverOne,
        ],
    ),
    (
        &[("vps-starter", "P1M", None)],
        &[Deed::Pay("tok_slow"), Deed::Approve, Deed::DeliverOne, Deed::Withdraw],
    ),
    (
        &[("domain-it", "P1Y", Some("demo.example.it")), ("mail-10", "P1M", None)],
        &[Deed::Pay("tok_ok"), Deed::Approve, Deed::Note, Deed::DeliverOne, Deed::DeliverOne],
    ),
    (&[("mail-10", "P1M", None)], &[Deed::Pay("tok_ok"), Deed::Refuse]),
    (&[("vps-pro", "P1M", None)], &[Deed::Pay("tok_ok"), Deed::Approve, Deed::DeliverOne]),
];

/// An order that is on its way, and what is still to happen to it.
struct Moving {
    customer: usize,
    number: OrderNumber,
    deeds: VecDeque<Deed>,
}

/// Moves orders until told to stop.
pub async fn run(till: Till, cast: Cast, speed: f64, shutdown: CancellationToken) {
    let hands = Hands { till, cast };
    let mut moving = VecDeque::new();
    let mut told = 0;
    let beat_time = Duration::try_from_secs_f64(BEAT.as_secs_f64() / speed);
    let beat_time = beat_time.unwrap_or(Duration::MAX);
    while !shutdown.is_cancelled() {
        if let Err(error) = beat(&hands, &mut moving, &mut told).await {
            // A visitor was quicker, and did something else to this order.
            tracing::debug!(%error, "an order of the demo is left alone");
        }
        tokio::select! {
            () = shutdown.cancelled() => {}
            () = tokio::time::sleep(beat_time) => {}
        }
    }
}

/// One thing happens: a new order is placed, or the one that has waited longest moves on.
async fn beat(
    hands: &Hands,
    moving: &mut VecDeque<Moving>,
    told: &mut usize,
) -> Result<(), DemoError> {
    if moving.len() < ORDERS_MOVING {
        let customer = TURNS[*told % TURNS.len()];
        let (wishes, deeds) = STORIES[*told % STORIES.len()];
        *told += 1;
        let number = hands.place(customer, wishes, None).await?;
        // Only consumers may withdraw.
        let consumer = CUSTOMERS[customer].kind == AccountKind::Individual;
        let deeds = deeds.iter().copied().filter(|deed| consumer || *deed != Deed::Withdraw);
        moving.push_back(Moving { customer, number, deeds: deeds.collect() });
        return Ok(());
    }
    let Some(mut order) = moving.pop_front() else { return Ok(()) };
    if is_held_up(hands, &order).await? {
        moving.push_back(order);
        return Ok(());
    }
    if let Some(deed) = order.deeds.pop_front() {
        hands.act(order.customer, &order.number, deed).await?;
    }
    if !order.deeds.is_empty() {
        moving.push_back(order);
    }
    Ok(())
}

/// A slow payment is still on its way.
async fn is_held_up(hands: &Hands, order: &Moving) -> Result<bool, DemoError> {
    let approves_next = order.deeds.front() == Some(&Deed::Approve);
    let unpaid = hands.order(&order.number).await?.status == OrderStatus::NotPaid;
    Ok(approves_next && unpaid)
}
