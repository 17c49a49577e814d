//! Days and times of day, as each language writes them.

use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};
use chrono_tz::Tz;

use super::Language;

const MONTHS: usize = 12;

fn months(language: Language) -> [&'static str; MONTHS] {
    match language {
        Language::En => [
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ],
        Language::It => [
            "gennaio",
            "febbraio",
            "marzo",
            "aprile",
            "maggio",
            "giugno",
            "luglio",
            "agosto",
            "settembre",
            "ottobre",
            "novembre",
            "dicembre",
        ],
        Language::Fr => [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
        Language::De => [
            "Januar",
            "Februar",
            "März",
            "April",
            "Mai",
            "Juni",
            "Juli",
            "August",
            "September",
            "Oktober",
            "November",
            "Dezember",
        ],
        Language::Es => [
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre",
            "octubre",
            "noviembre",
            "diciembre",
        ],
    }
}

/// A day: "24 novembre 2026".
pub fn date(day: NaiveDate, language: Language) -> String {
    let month = months(language)[usize::try_from(day.month0()).expect("twelve months")];
    let (number, year) = (day.day(), day.year());
    match (language, number) {
        (Language::It, 1) => format!("1º {month} {year}"),
        (Language::Fr, 1) => format!("1er {month} {year}"),
        (Language::It | Language::Fr | Language::En, _) => format!("{number} {month} {year}"),
        (Language::De, _) => format!("{number}. {month} {year}"),
        (Language::Es, _) => format!("{number} de {month} de {year}"),
    }
}

/// A moment, by the clocks of a time zone: "24 novembre 2026, 18:30".
pub fn moment(at: DateTime<Utc>, zone: Tz, language: Language) -> String {
    let local = at.with_timezone(&zone);
    let day = date(local.date_naive(), language);
    let (hour, minute) = (local.hour(), local.minute());
    match language {
        Language::Fr => format!("{day} à {hour:02}:{minute:02}"),
        Language::De => format!("{day}, {hour:02}:{minute:02} Uhr"),
        Language::En | Language::It | Language::Es => format!("{day}, {hour:02}:{minute:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_as_the_language_writes_them() {
        let day = |text: &str| text.parse().expect("a day");
        for (text, language, written) in [
            ("2026-11-24", Language::It, "24 novembre 2026"),
            ("2026-11-24", Language::En, "24 November 2026"),
            ("2026-11-24", Language::Fr, "24 novembre 2026"),
            ("2026-11-24", Language::De, "24. November 2026"),
            ("2026-11-24", Language::Es, "24 de noviembre de 2026"),
            ("2027-01-01", Language::It, "1º gennaio 2027"),
            ("2027-08-01", Language::Fr, "1er août 2027"),
            ("2027-12-01", Language::De, "1. Dezember 2027"),
        ] {
            assert_eq!(date(day(text), language), written);
        }
    }

    #[test]
    fn a_moment_is_the_customers_own() {
        let at = "2026-11-23T23:05:00Z".parse().expect("a time");
        let written = |zone, language| moment(at, zone, language);
        assert_eq!(written(Tz::Europe__Rome, Language::It), "24 novembre 2026, 00:05");
        assert_eq!(written(Tz::Atlantic__Azores, Language::En), "23 November 2026, 22:05");
        assert_eq!(written(Tz::Europe__Berlin, Language::De), "24. November 2026, 00:05 Uhr");
        assert_eq!(written(Tz::Europe__Paris, Language::Fr), "24 novembre 2026 à 00:05");
    }
}
