//! The table: medians of ours, of the limit, and of what lies between.

use super::load::Measured;
use super::process::Started;

/// One line of the table.
pub struct Row {
    name: String,
    ours: String,
    limit: String,
    ratio: String,
    cpu: String,
}

impl Row {
    pub fn rates(name: &str, rounds: &[(Measured, Measured)]) -> Self {
        let of = |pick: fn(&(Measured, Measured)) -> f64| median(rounds.iter().map(pick));
        let (ours, limit) = (of(|it| it.0.per_second), of(|it| it.1.per_second));
        let ratio = of(|it| it.0.per_second / it.1.per_second);
        let (cpu, cpu_limit) = (of(|it| it.0.cpu_micros), of(|it| it.1.cpu_micros));
        Self {
            name: name.to_owned(),
            ours: format!("{ours:.0}/s"),
            limit: format!("{limit:.0}/s"),
            ratio: format!("{ratio:.2}"),
            cpu: format!("{cpu:.0} µs, limit {cpu_limit:.0} µs"),
        }
    }
}

/// Times and memory of starts.
pub fn starts(ours: &[Started], empty: &[Started]) -> Vec<Row> {
    let row = |name: &str, unit: &str, pick: fn(&Started) -> f64| {
        let (ours, empty) = (median(ours.iter().map(pick)), median(empty.iter().map(pick)));
        Row {
            name: name.to_owned(),
            ours: format!("{ours:.1} {unit}"),
            limit: format!("{empty:.1} {unit}"),
            ratio: format!("{:.1}", ours / empty),
            cpu: String::new(),
        }
    };
    vec![
        row("g. start to the first answer", "ms", |it| it.time.as_secs_f64() * 1e3),
        row("g. memory at rest", "MiB", |it| {
            f64::from(u32::try_from(it.resident_kib).expect("below 4 TiB")) / 1024.0
        }),
    ]
}

/// Prints the table, as Markdown.
pub fn print(orders: usize, rows: &[Row]) {
    println!("{orders} orders, 100 of each customer; medians.\n");
    println!("| Scenario | Buono | Limit | Ratio | CPU for one |");
    println!("|---|---|---|---|---|");
    for Row { name, ours, limit, ratio, cpu } in rows {
        println!("| {name} | {ours} | {limit} | {ratio} | {cpu} |");
    }
}

fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
