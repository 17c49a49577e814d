//! What a customer has by living in a country, unless they say otherwise.

use chrono_tz::Tz;

use super::customer::Customer;
use super::text::Language;

/// The time zone that a customer's days end in, and the language of their texts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Home {
    pub time_zone: Tz,
    /// BCP 47.
    pub language: String,
}

impl Home {
    /// What a known customer has already, unless they moved; else the country's.
    pub fn of(country: &str, known: Option<&Customer>) -> Self {
        match known.filter(|it| it.country == country) {
            Some(it) => Self { time_zone: it.time_zone, language: it.language.clone() },
            None => Self::in_country(country),
        }
    }

    /// The time zone of the capital, and the language that most people there read, if we write in
    /// it; UTC where we do not know the country, and English as for all that we do not write.
    fn in_country(country: &str) -> Self {
        let known = COUNTRIES.iter().find(|(code, _, _)| *code == country);
        let (time_zone, language) =
            known.map_or((Tz::UTC, Language::En), |(_, zone, language)| (*zone, *language));
        Self { time_zone, language: language.code().to_owned() }
    }
}

/// The European Economic Area, the United Kingdom and Switzerland, by ISO 3166-1 alpha-2.
const COUNTRIES: &[(&str, Tz, Language)] = &[
    ("AT", Tz::Europe__Vienna, Language::De),
    ("BE", Tz::Europe__Brussels, Language::En),
    ("BG", Tz::Europe__Sofia, Language::En),
    ("CH", Tz::Europe__Zurich, Language::De),
    ("CY", Tz::Asia__Nicosia, Language::En),
    ("CZ", Tz::Europe__Prague, Language::En),
    ("DE", Tz::Europe__Berlin, Language::De),
    ("DK", Tz::Europe__Copenhagen, Language::En),
    ("EE", Tz::Europe__Tallinn, Language::En),
    ("ES", Tz::Europe__Madrid, Language::Es),
    ("FI", Tz::Europe__Helsinki, Language::En),
    ("FR", Tz::Europe__Paris, Language::Fr),
    ("GB", Tz::Europe__London, Language::En),
    ("GR", Tz::Europe__Athens, Language::En),
    ("HR", Tz::Europe__Zagreb, Language::En),
    ("HU", Tz::Europe__Budapest, Language::En),
    ("IE", Tz::Europe__Dublin, Language::En),
    ("IS", Tz::Atlantic__Reykjavik, Language::En),
    ("IT", Tz::Europe__Rome, Language::It),
    ("LI", Tz::Europe__Vaduz, Language::De),
    ("LT", Tz::Europe__Vilnius, Language::En),
    ("LU", Tz::Europe__Luxembourg, Language::Fr),
    ("LV", Tz::Europe__Riga, Language::En),
    ("MT", Tz::Europe__Malta, Language::En),
    ("NL", Tz::Europe__Amsterdam, Language::En),
    ("NO", Tz::Europe__Oslo, Language::En),
    ("PL", Tz::Europe__Warsaw, Language::En),
    ("PT", Tz::Europe__Lisbon, Language::En),
    ("RO", Tz::Europe__Bucharest, Language::En),
    ("SE", Tz::Europe__Stockholm, Language::En),
    ("SI", Tz::Europe__Ljubljana, Language::En),
    ("SK", Tz::Europe__Bratislava, Language::En),
];

#[cfg(test)]
mod tests {
    use super::super::customer::{AccountKind, Billing};
    use super::super::ids::CustomerId;
    use super::*;

    /// The 27 of the Union, the three others of the Area, and the two beside it.
    const EXPECTED: &str = "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO \
                            SE SI SK IS LI NO GB CH";

    fn anna() -> Customer {
        Customer {
            id: CustomerId(uuid::Uuid::from_u128(1)),
            reference: "anna".into(),
            kind: AccountKind::Individual,
            name: "Anna".into(),
            email: "anna@example.org".into(),
            country: "IT".into(),
            language: "de".into(),
            time_zone: Tz::Europe__Malta,
            billing: Billing {
                name: "Anna".into(),
                address: Vec::new(),
                country: "IT".into(),
                vat_number: None,
                email: "anna@example.org".into(),
            },
            deferred_days: None,
        }
    }

    #[test]
    fn every_country_of_the_area_has_a_time_zone() {
        let mut expected: Vec<&str> = EXPECTED.split_whitespace().collect();
        expected.sort_unstable();
        let known: Vec<&str> = COUNTRIES.iter().map(|(code, _, _)| *code).collect();
        assert_eq!(known, expected);
        assert!(COUNTRIES.iter().all(|(_, zone, _)| *zone != Tz::UTC));
    }

    #[test]
    fn a_country_that_we_do_not_know_is_at_utc_and_in_english() {
        let elsewhere = Home { time_zone: Tz::UTC, language: "en".into() };
        assert_eq!(Home::of("US", None), elsewhere);
    }

    #[test]
    fn who_stays_keeps_what_they_have_and_who_moves_does_not() {
        let anna = anna();
        let hers = Home { time_zone: Tz::Europe__Malta, language: "de".into() };
        assert_eq!(Home::of("IT", Some(&anna)), hers);
        let french = Home { time_zone: Tz::Europe__Paris, language: "fr".into() };
        assert_eq!(Home::of("FR", Some(&anna)), french);
        let italian = Home { time_zone: Tz::Europe__Rome, language: "it".into() };
        assert_eq!(Home::of("IT", None), italian);
    }
}
