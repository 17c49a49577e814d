//! Tests of what is printed.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use proptest::prelude::*;
use uuid::Uuid;

use super::lines::{Sums, sums};
use super::*;
use crate::domain::customer::AccountKind;
use crate::domain::ids::{CustomerId, PaymentId, PaymentMeanId};
use crate::domain::money::{Currency, Exact, Money};
use crate::domain::order::LineKind;
use crate::domain::payment::{MeanStatus, MethodKind, PaymentState};
use crate::domain::pricing::{PricedLine, totals};
use crate::domain::samples::{at, free_order, order, order_in, refused};
use crate::domain::text::{money, status, withdraw_label};
use crate::domain::vendor::Iban;

fn customer() -> Customer {
    Customer {
        id: CustomerId(Uuid::from_u128(8)),
        reference: "ada".to_owned(),
        kind: AccountKind::Individual,
        name: "Ada Bianchi".to_owned(),
        email: "ada@example.org".to_owned(),
        country: "IT".to_owned(),
        language: "it".to_owned(),
        time_zone: Tz::Europe__Rome,
        billing: order().billing,
        deferred_days: None,
    }
}

fn vendor() -> Vendor {
    Vendor {
        name: "Acme Cloud".to_owned(),
        address: vec!["Via Esempio 1".to_owned()],
        vat_number: Some("IT00000000000".to_owned()),
        email: "orders@acme.example".to_owned(),
        iban: Iban::parse("IT60X0542811101000000123456"),
        terms_url: Some("https://acme.example/terms".to_owned()),
    }
}

fn mean() -> PaymentMean {
    PaymentMean {
        id: PaymentMeanId(Uuid::from_u128(9)),
        customer_id: customer().id,
        kind: MethodKind::Card,
        token: "tok_ok".to_owned(),
        label: "Visa •••• 4242".to_owned(),
        status: MeanStatus::Valid,
        is_default: true,
        expires_on: None,
    }
}

fn payment(order: &Order, method: MethodKind, state: PaymentState) -> Payment {
    Payment {
        token: Some("tok_ok".to_owned()),
        state,
        ..Payment::begun(
            PaymentId(Uuid::from_u128(10)),
            order,
            method,
            order.money(order.total),
            String::new(),
            at(5),
        )
    }
}

/// The page as it is two hours after the order was placed.
fn printed(order: &Order, customer: &Customer, payments: &[Payment], language: Language) -> String {
    printed_at(order, customer, payments, language, at(120))
}

fn printed_at(
    order: &Order,
    customer: &Customer,
    payments: &[Payment],
    language: Language,
    now: DateTime<Utc>,
) -> String {
    let (means, vendor) = ([mean()], vendor());
    purchase_order(&Sheet {
        order,
        customer,
        means: &means,
        balances: &[],
        payments,
        vendor: &vendor,
        refund_within_days: 14,
        language,
        now,
    })
}

#[test]
fn an_order_that_is_paid_later_says_when_its_invoice_is_due_and_where_to() {
    let mut order = order();
    let due_on = "2027-01-08".parse().expect("a day");
    order.defer(crate::domain::samples::by(1), due_on).expect("it is not paid");
    let page = italian(&order);
    assert!(page.contains("la fattura scade il 8 gennaio 2027"), "{page}");
    assert!(page.contains(order.number.as_str()) && page.contains("IBAN"));
    assert!(!page.contains("Da pagare entro"), "nobody is told to pay at once");
    order.pay(crate::domain::samples::by(9), "DEFERRED".into()).expect("it is awaited");
    assert!(!italian(&order).contains("la fattura scade"));
}

fn italian(order: &Order) -> String {
    printed(order, &customer(), &[], Language::It)
}

proptest! {
    #[test]
    fn what_is_printed_adds_up_to_what_the_order_says(
        prices in prop::collection::vec((0_i64..900_000_000_000, 1_i32..100, 0_i64..=10_000), 1..20),
        rate in 0_i64..3_000,
    ) {
        let lines: Vec<PricedLine> = prices
            .into_iter()
            .map(|(unit_price, quantity, off)| PricedLine {
                kind: LineKind::Creation,
                description: "Hosting".to_owned(),
                service_name: None,
                plan_code: "plan".to_owned(),
                period: None,
                quantity,
                unit_price: Exact(unit_price),
                reduction: Exact(unit_price / 10_000 * off),
                withdrawal_excluded: false,
                separately_priced: false,
            })
            .collect();
        let totals = totals(&lines, Currency::EUR, rate).expect("it is not too much");
        let mut order = order();
        (order.net, order.tax) = (totals.net.minor, totals.tax.minor);
        (order.total, order.reduction) = (totals.total.minor, totals.reduction.minor);
        order.tax_rate = rate;
        let line = order.lines[0].clone();
        order.lines = totals.line_nets.iter().map(|&net| crate::domain::order::Line { net, ..line.clone() }).collect();

        let Sums { subtotal, reduction, net, tax, total } = sums(&order);
        prop_assert_eq!(order.lines.iter().map(|line| line.net).sum::<i64>(), net);
        prop_assert_eq!(subtotal - reduction, net);
        prop_assert_eq!(net + tax, total);
        prop_assert_eq!((net, tax, total), (order.net, order.tax, order.total));
    }
}

#[test]
fn every_status_is_printed_in_every_language_with_number_dates_lines_and_total() {
    for &at_status in OrderStatus::ALL {
        let order = order_in(at_status);
        for language in Language::ALL {
            let page = printed(&order, &customer(), &[], language);
            let total = money(order.money(order.total), language);
            for text in [
                &format!("<html lang=\"{}\">", language.code()),
                order.number.as_str(),
                status(at_status, language),
                &total,
                "Hosting 1",
                "Hosting 2",
                "Ada Bianchi",
                "Via Roma 1",
                "ada@example.org",
                "datetime=\"2026-11-09T11:00:00.000Z\"",
                "datetime=\"2026-11-23T11:00:00.000Z\"",
                "Acme Cloud",
                "IT00000000000",
                "https://acme.example/terms",
            ] {
                assert!(page.contains(text), "{at_status:?} {language:?}: {text}");
            }
        }
    }
}

#[test]
fn the_rows_of_the_foot_are_subtotal_reductions_net_tax_and_total() {
    let mut order = order();
    (order.reduction, order.net, order.tax, order.total) = (1000, 10_398, 2288, 12_686);
    order.lines[0].reduction = Exact(1_000_500_000);
    order.lines[0].unit_price = Exact(5_699_012_500);
    let page = italian(&order);
    let after = |label: &str| page.split(label).nth(1).expect("the row is there").to_owned();
    for (label, amount) in [
        ("Subtotale", "113,98\u{a0}€"),
        (">Riduzioni<", "-10,00\u{a0}€"),
        ("Totale IVA esclusa", "103,98\u{a0}€"),
        ("IVA 22\u{a0}%", "22,88\u{a0}€"),
        ("Totale IVA inclusa", "126,86\u{a0}€"),
    ] {
        let amount = format!("{amount}</td>");
        assert!(after(label).split("</tr>").next().unwrap().contains(&amount), "{label}");
    }
    // What the catalog has more digits of is not rounded.
    assert!(page.contains("56,990125\u{a0}€") && page.contains("-10,005\u{a0}€"));
    // Without reductions there is nothing to add up to but the net.
    let plain = italian(&self::order());
    assert!(!plain.contains(">Riduzioni<") && !plain.contains("Totale IVA esclusa"));
}

#[test]
fn an_unpaid_order_says_how_and_until_when_to_pay() {
    let page = italian(&order());
    assert!(page.contains("Da pagare entro il 23 novembre 2026, 12:00."));
    assert!(page.contains("Visa •••• 4242</bdi> (predefinito)"));
    assert!(page.contains("Carta · Addebito diretto SEPA · PayPal · Bonifico bancario</dd>"));
    // Those that are not for this order are left out.
    assert!(!page.contains("Conto prepagato") && !page.contains("Pagamento differito"));
    assert!(page.contains("IT60 X054 2811 1010 0000 0123 456"));
    assert_eq!(page.matches("<svg role=\"img\"").count(), 1);
}

#[test]
fn a_paid_order_says_when_and_how_and_asks_for_nothing() {
    let order = order_in(OrderStatus::Delivered);
    let paid = payment(&order, MethodKind::Card, PaymentState::Succeeded);
    let page = printed(&order, &customer(), &[paid], Language::It);
    let settled = "Pagato il 9 novembre 2026</strong> · Carta · <bdi>Visa •••• 4242</bdi>";
    assert!(page.contains(settled));
    assert!(!page.contains("Da pagare") && !page.contains("IT60") && !page.contains("<svg"));
    let free = italian(&free_order());
    assert!(free.contains("gratuito") && !free.contains("Pagato il") && !free.contains("IT60"));
}

#[test]
fn money_on_its_way_is_not_asked_for_again() {
    let order = order();
    let with = |method, state| {
        printed(&order, &customer(), &[payment(&order, method, state)], Language::It)
    };
    let debit = with(MethodKind::SepaDirectDebit, PaymentState::Pending);
    assert!(debit.contains("Un pagamento è in corso (Addebito diretto SEPA)"));
    assert!(!debit.contains("Da pagare") && !debit.contains("IT60"));
    let transfer = with(MethodKind::BankTransfer, PaymentState::Pending);
    assert!(transfer.contains("aspettiamo che arrivi") && transfer.contains("IT60"));
    assert!(!transfer.contains("Da pagare"));
    for (method, state) in
        [(MethodKind::Card, PaymentState::RequiresAction), (MethodKind::Card, PaymentState::Failed)]
    {
        assert!(with(method, state).contains("Da pagare"), "{state:?}");
    }
}

#[test]
fn an_order_that_is_over_says_so_across_the_page_and_what_can_be_done() {
    let stamp = |word| format!("<p class=\"stamp\" aria-hidden=\"true\">{word}</p>");
    let expired = italian(&order_in(OrderStatus::Expired));
    assert!(expired.contains(&stamp("Scaduto")));
    assert!(expired.contains("Puoi ordinare di nuovo, ai prezzi di oggi."));
    let mut unpaid = order();
    unpaid.cancel(crate::domain::samples::by(10)).expect("it is not paid");
    let unpaid = italian(&unpaid);
    assert!(unpaid.contains(&stamp("Annullato")) && unpaid.contains("non devi nulla"));
    for page in [&expired, &unpaid] {
        assert!(!page.contains("IT60") && !page.contains("Da pagare"), "nothing is to be paid");
        assert!(!page.contains("Diritto di recesso"), "nothing is to be withdrawn from");
    }
    let refused = italian(&refused(order_in(OrderStatus::Checking)));
    assert!(refused.contains("Quanto ti spetta torna") && !refused.contains("class=\"stamp\""));
    assert!(!italian(&order()).contains("class=\"stamp\""));
}

#[test]
fn past_its_time_an_unpaid_order_is_expired_unless_money_is_on_its_way() {
    let order = order();
    let printed =
        |payments: &[Payment], now| printed_at(&order, &customer(), payments, Language::It, now);
    let moment = TimeDelta::milliseconds(1);
    assert!(printed(&[], order.expires_at - moment).contains("Da pagare"));
    let late = printed(&[], order.expires_at);
    assert!(late.contains("<strong>Scaduto</strong>") && !late.contains("Da pagare"));
    let transfer = payment(&order, MethodKind::BankTransfer, PaymentState::Pending);
    assert!(printed(&[transfer], order.expires_at).contains("<strong>Pagamento non ricevuto"));
}

#[test]
fn consumers_are_told_of_their_right_and_nobody_else_is() {
    let mut order = order_in(OrderStatus::Delivered);
    order.lines[1].withdrawal_excluded = true;
    order.lines[1].service_name = Some("esempio.it".to_owned());
    for language in Language::ALL {
        let page = printed(&order, &customer(), &[], language);
        let label = withdraw_label(language);
        let last_day = crate::domain::text::date("2026-11-23".parse().unwrap(), language);
        assert!(page.contains(label) && page.contains(&last_day), "{language:?}");
        assert!(page.contains("orders@acme.example"));
    }
    let page = italian(&order);
    assert!(page.contains("art. 16): <bdi>esempio.it</bdi>."));
    assert!(!page.contains("paghi in proporzione"));
    order.start_at_once_at = Some(order.created_at);
    assert!(italian(&order).contains("paghi in proporzione"));
    let company = Customer { kind: AccountKind::Corporation, ..customer() };
    assert!(!printed(&order, &company, &[], Language::It).contains("recesso"));
    let later = printed_at(&order, &customer(), &[], Language::It, at(20 * 24 * 60));
    assert!(later.contains("Il periodo di recesso è finito il 23 novembre 2026."));
    for line in &mut order.lines {
        line.kind = LineKind::Renewal;
    }
    let renewal = italian(&order);
    assert!(renewal.contains("non c&#39;è un diritto di recesso"));
    assert!(renewal.contains("senza un nuovo diritto di recesso: <bdi>Hosting 1</bdi>, <bdi>"));
}

#[test]
fn other_currencies_have_their_own_digits_and_no_transfer() {
    let mut order = order();
    order.currency = Currency::parse("TND").expect("in use");
    let page = italian(&order);
    assert!(page.contains(&money(Money::new(order.total, order.currency), Language::It)));
    assert!(page.contains("13,906\u{a0}TND") && !page.contains("IT60"));
}

#[test]
fn every_page_is_styled_by_the_one_sheet_that_the_policy_names() {
    let absent = absent(Absence::Missing, Language::De);
    for page in [italian(&order()), absent] {
        let style = page.split("<style>").nth(1).and_then(|it| it.split("</style>").next());
        let digest = STANDARD.encode(Sha256::digest(style.expect("there is a style sheet")));
        assert_eq!(style_source(), format!("'sha256-{digest}'"));
        assert!(!page.contains("style=") && !page.contains("<script") && !page.contains("<link"));
    }
}
