//! What people and programs write: which characters a text may hold. Control characters come from
//! broken programs or from people who mean harm; databases cannot keep them all, nor pages show them.

/// The longest tag of a language (RFC 5646, section 4.4.1).
pub const LANGUAGE_TAG_MAX: usize = 35;

/// Whether a text is of one line, without any control character.
pub fn is_line(text: &str) -> bool {
    !text.chars().any(char::is_control)
}

/// Whether a text has no control characters but line breaks and tabs.
pub fn is_prose(text: &str) -> bool {
    !text.chars().any(|it| it.is_control() && !matches!(it, '\n' | '\r' | '\t'))
}

/// Has the shape of an address: whether it exists is found out by writing to it.
pub fn is_email(text: &str) -> bool {
    let text = text.trim();
    let Some((local, host)) = text.rsplit_once('@') else { return false };
    let plain = |part: &str| {
        !part.is_empty() && !part.chars().any(|it| it.is_whitespace() || it.is_control())
    };
    text.len() <= 254 && local.len() <= 64 && plain(local) && plain(host) && host.contains('.')
}

/// Has the shape of a code of ISO 3166-1 alpha-2: `IT`.
pub fn is_country(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Has the shape of a tag of BCP 47: `it`, `de-AT`, `zh-Hant-TW`.
pub fn is_language_tag(text: &str) -> bool {
    let mut parts = text.split('-');
    let language = parts.next().unwrap_or_default();
    let fits = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|it| it.is_ascii_alphanumeric())
    };
    text.len() <= LANGUAGE_TAG_MAX
        && (2..=8).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_alphabetic())
        && parts.all(fits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn control_characters_are_told_from_all_others() {
        for text in ["", "Zoë Müller-O’Neill", "東京", "👩🏽‍🚀", "\u{202e}abc", "\u{2028}"]
        {
            assert!(is_line(text) && is_prose(text), "{text:?}");
        }
        for text in ["two\nlines", "two\r\nlines", "a\ttab"] {
            assert!(!is_line(text) && is_prose(text), "{text:?}");
        }
        for text in ["\0", "a\u{7}bell", "\u{1b}[31mred", "\u{7f}", "\u{85}"] {
            assert!(!is_line(text) && !is_prose(text), "{text:?}");
        }
    }

    #[test]
    fn tags_of_languages_have_their_shape() {
        for tag in ["it", "de-AT", "zh-Hant-TW", "sl-rozaj-biske-1994", "es-419", "gsw"] {
            assert!(is_language_tag(tag), "{tag}");
        }
        for tag in [
            "",
            "i",
            "it_IT",
            "it-",
            "-it",
            "it--IT",
            "italiano!",
            "i18n",
            "it\0",
            "èt",
            " it",
            "abcdefghi",
            "de-abcdefghi",
            "en-aaaaaaaa-bbbbbbbb-cccccccc-dddddd",
        ] {
            assert!(!is_language_tag(tag), "{tag:?}");
        }
    }

    #[test]
    fn addresses_of_mail_have_their_shape() {
        for text in ["anna@example.org", " a+b@sub.example.org ", "o'neill@example.org"] {
            assert!(is_email(text), "{text}");
        }
        let long = format!("{}@example.org", "a".repeat(65));
        for text in
            ["", "anna", "@example.org", "anna@", "anna@host", "a b@example.org", "a\0@b.c", &long]
        {
            assert!(!is_email(text), "{text:?}");
        }
    }
}
