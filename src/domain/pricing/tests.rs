//! Tests of the rules in the file beside this.

use proptest::prelude::*;
use uuid::Uuid;

use super::super::catalog::{PlanPrice, Promotion};
use super::super::ids::PlanId;
use super::*;

const MAJOR: i64 = 100_000_000;

fn currency(code: &str) -> Currency {
    Currency::parse(code).expect("in use")
}

fn line(quantity: i32, unit_price: i64, reduction: i64) -> PricedLine {
    PricedLine {
        kind: LineKind::Creation,
        description: "Hosting".to_owned(),
        service_name: None,
        plan_code: "hosting".to_owned(),
        period: Period::of_months(1),
        quantity,
        unit_price: Exact(unit_price),
        reduction: Exact(reduction),
        withdrawal_excluded: false,
        separately_priced: false,
    }
}

fn voucher(reduction: Reduction) -> Voucher {
    Voucher { code: "WELCOME".to_owned(), reduction, currency: Some(Currency::EUR), ends_at: None }
}

fn promotion(reduction: Reduction) -> Promotion {
    Promotion { name: "Autumn".to_owned(), reduction, starts_at: None, ends_at: None }
}

fn plan() -> Plan {
    Plan {
        id: PlanId(Uuid::from_u128(1)),
        code: "hosting".to_owned(),
        country: "IT".to_owned(),
        name: "Hosting".to_owned(),
        description: None,
        currency: Currency::EUR,
        tax_rate: 2200,
        setup_fee: Exact(10 * MAJOR),
        setup_separately_priced: true,
        withdrawal_excluded: false,
        prices: vec![PlanPrice {
            period: month(),
            net: Exact(20 * MAJOR),
            promotions: vec![],
            setup_promotions: vec![],
        }],
    }
}

fn month() -> Period {
    Period::of_months(1).expect("a month")
}

fn ordered(plan: &Plan, kind: LineKind, quantity: i32) -> Result<Vec<PricedLine>, PriceRefusal> {
    lines_of_plan(plan, kind, month(), quantity, None, DateTime::UNIX_EPOCH)
}

#[test]
fn the_example_of_the_trade_adds_up() {
    let of_one = totals(&[line(1, 5_699_000_000, 0)], Currency::EUR, 2200).expect("small");
    assert_eq!((of_one.net.minor, of_one.tax.minor, of_one.total.minor), (5699, 1254, 6953));
    let (net, tax, total) = with_tax(Exact(5_699_000_000), Currency::EUR, 2200);
    assert_eq!((net, tax, total), (of_one.net, of_one.tax, of_one.total));
}

#[test]
fn an_order_is_rounded_once_in_the_minor_unit_of_its_currency() {
    // 3 × 33.335 = 100.005, with 10 % 110.0055. Rounding each line first would give 100.02.
    let lines = [line(1, 3_333_500_000, 0), line(1, 3_333_500_000, 0), line(1, 3_333_500_000, 0)];
    let cases =
        [("EUR", 10_001, 1000, 11_001), ("JPY", 100, 10, 110), ("TND", 100_005, 10_001, 110_006)];
    for (code, net, tax, total) in cases {
        let of_three = totals(&lines, currency(code), 1000).expect("small");
        let minor = (of_three.net.minor, of_three.tax.minor, of_three.total.minor);
        assert_eq!(minor, (net, tax, total), "{code}");
        assert_eq!(of_three.line_nets.iter().sum::<i64>(), net, "{code}");
        assert_eq!(of_three.line_totals.iter().sum::<i64>(), total, "{code}");
    }
}

#[test]
fn a_free_order_costs_nothing() {
    let free = totals(&[line(2, MAJOR, 2 * MAJOR)], Currency::EUR, 2200).expect("small");
    assert_eq!((free.net.minor, free.tax.minor, free.total.minor), (0, 0, 0));
    assert_eq!(free.reduction.minor, 200);
}

#[test]
fn a_new_contract_has_its_set_up_fee_and_others_do_not() {
    let kinds = |kind| {
        let lines = ordered(&plan(), kind, 1).expect("priced");
        lines.iter().map(|line| (line.kind, line.separately_priced)).collect::<Vec<_>>()
    };
    let with_fee = [(LineKind::Creation, false), (LineKind::Installation, true)];
    assert_eq!(kinds(LineKind::Creation), with_fee);
    assert_eq!(kinds(LineKind::Renewal), [(LineKind::Renewal, false)]);
    let mut without_fee = plan();
    without_fee.setup_fee = Exact::ZERO;
    assert_eq!(ordered(&without_fee, LineKind::Creation, 1).expect("priced").len(), 1);
}

#[test]
fn the_best_promotion_counts_alone_and_never_takes_more_than_the_price() {
    let reduction = |promotions: Vec<Promotion>| {
        let mut plan = plan();
        plan.prices[0].promotions = promotions;
        ordered(&plan, LineKind::Renewal, 3).expect("priced")[0].reduction
    };
    let fixed = |major: i64| promotion(Reduction::Fixed(Exact(major * MAJOR)));
    let tenth = promotion(Reduction::Percentage(1000));
    assert_eq!(reduction(vec![]), Exact::ZERO);
    assert_eq!(reduction(vec![tenth.clone()]), Exact(6 * MAJOR));
    assert_eq!(reduction(vec![tenth.clone(), fixed(5)]), Exact(15 * MAJOR));
    assert_eq!(reduction(vec![fixed(50)]), Exact(60 * MAJOR));
    let over = Promotion {
        ends_at: Some(DateTime::UNIX_EPOCH - chrono::TimeDelta::seconds(1)),
        ..fixed(5)
    };
    assert_eq!(reduction(vec![over, tenth]), Exact(6 * MAJOR));
}

#[test]
fn what_cannot_be_priced_is_refused() {
    for quantity in [i32::MIN, -1, 0, QUANTITY_MAX + 1, i32::MAX] {
        let refused = ordered(&plan(), LineKind::Creation, quantity);
        assert_eq!(refused, Err(PriceRefusal::Quantity), "{quantity}");
    }
    let year = Period::of_months(12).expect("a year");
    let refused = lines_of_plan(&plan(), LineKind::Creation, year, 1, None, DateTime::UNIX_EPOCH);
    assert_eq!(refused, Err(PriceRefusal::UnknownPeriod));
    let most = 100_000_000 * MAJOR;
    assert!(totals(&[line(1, most, 0)], Currency::EUR, 2200).is_ok());
    let more = [line(1, most, 0), line(1, 1, 0)];
    assert_eq!(totals(&more, Currency::EUR, 2200), Err(PriceRefusal::TooMuch));
    let percent = voucher(Reduction::Percentage(1000));
    assert_eq!(apply_voucher(&mut more.clone(), &percent), Err(PriceRefusal::TooMuch));
}

#[test]
fn vouchers_come_after_promotions_and_are_shared_by_what_the_lines_cost() {
    let mut lines = [line(1, 40 * MAJOR, 10 * MAJOR), line(1, 10 * MAJOR, 0)];
    apply_voucher(&mut lines, &voucher(Reduction::Fixed(Exact(20 * MAJOR)))).expect("small");
    assert_eq!(lines.each_ref().map(|line| line.reduction.0 / MAJOR), [25, 5]);
    apply_voucher(&mut lines, &voucher(Reduction::Percentage(10_000))).expect("small");
    assert_eq!(lines.each_ref().map(PricedLine::net), [0, 0]);
}

fn any_line() -> impl Strategy<Value = PricedLine> {
    let sizes = (1_i32..=100, 0_i64..=1_000 * MAJOR, 0_i64..=10_000);
    sizes.prop_map(|(quantity, unit_price, rate)| {
        let off = part(i128::from(unit_price) * i128::from(quantity), rate);
        line(quantity, unit_price, i64::try_from(off).expect("small"))
    })
}

fn any_lines() -> impl Strategy<Value = Vec<PricedLine>> {
    prop::collection::vec(any_line(), 1..20)
}

fn any_reduction() -> impl Strategy<Value = Reduction> {
    prop_oneof![
        (0_i64..=10_000).prop_map(Reduction::Percentage),
        (0_i64..=100_000 * MAJOR).prop_map(|off| Reduction::Fixed(Exact(off))),
    ]
}

proptest! {
    #[test]
    fn nets_and_totals_add_up(
        lines in any_lines(),
        code in prop::sample::select(vec!["EUR", "JPY", "TND"]),
        tax_rate in 0_i64..=5_000,
    ) {
        let sums = totals(&lines, currency(code), tax_rate).expect("small");
        prop_assert_eq!(sums.net.minor + sums.tax.minor, sums.total.minor);
        prop_assert_eq!(sums.line_nets.iter().sum::<i64>(), sums.net.minor);
        prop_assert_eq!(sums.line_totals.iter().sum::<i64>(), sums.total.minor);
        prop_assert!(sums.tax.minor >= 0);
        for (net, total) in sums.line_nets.iter().zip(&sums.line_totals) {
            prop_assert!(0 <= *net && 0 <= *total);
        }
    }

    #[test]
    fn vouchers_never_push_a_line_below_zero(
        lines in any_lines(),
        reductions in prop::collection::vec(any_reduction(), 1..4),
    ) {
        let mut lines = lines;
        for reduction in reductions {
            let before = lines.clone();
            apply_voucher(&mut lines, &voucher(reduction)).expect("small");
            for (line, before) in lines.iter().zip(&before) {
                prop_assert!(0 <= line.net() && line.net() <= before.net());
            }
            if let Reduction::Fixed(off) = reduction {
                let sum = |lines: &[PricedLine]| lines.iter().map(PricedLine::net).sum::<i128>();
                let taken = sum(&before) - sum(&lines);
                prop_assert_eq!(taken, i128::from(off.0).min(sum(&before)));
            }
        }
    }
}
