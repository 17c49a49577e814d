//! `Content-Disposition` (RFC 6266): what a file is called. Names of all languages are written as RFC
//! 8187 has it, `filename*=UTF-8''…`, and that one counts where both are given.

use std::fmt::Write;

/// What the sender calls the file; `None` when that cannot be read.
pub fn file_name(value: &[u8]) -> Option<String> {
    let mut rest = std::str::from_utf8(value).ok()?.split_once(';')?.1;
    let (mut plain, mut extended) = (None, None);
    while let Some((name, value, after)) = parameter(rest) {
        if name.eq_ignore_ascii_case("filename") {
            plain = plain.or(Some(value));
        } else if name.eq_ignore_ascii_case("filename*") {
            extended = extended.or_else(|| decoded(&value));
        }
        rest = after;
    }
    extended.or(plain)
}

/// The next parameter: its name, its value without quotation marks, and what is left.
fn parameter(text: &str) -> Option<(&str, String, &str)> {
    let (name, rest) = text.split_once('=')?;
    let name = name.trim_matches([' ', '\t', ';']);
    let rest = rest.trim_start_matches([' ', '\t']);
    let Some(quoted) = rest.strip_prefix('"') else {
        let (value, rest) = rest.split_once(';').unwrap_or((rest, ""));
        return Some((name, value.trim().to_owned(), rest));
    };
    let (mut value, mut is_escaped) = (String::new(), false);
    for (at, sign) in quoted.char_indices() {
        match sign {
            '\\' if !is_escaped => is_escaped = true,
            '"' if !is_escaped => return Some((name, value, &quoted[at + 1..])),
            _ => {
                value.push(sign);
                is_escaped = false;
            }
        }
    }
    None
}

/// `UTF-8'en'%e2%82%ac%20rates`
fn decoded(value: &str) -> Option<String> {
    let mut parts = value.splitn(3, '\'');
    let (charset, _language, text) = (parts.next()?, parts.next()?, parts.next()?);
    if !charset.eq_ignore_ascii_case("utf-8") {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        rest = after;
        if first != b'%' {
            bytes.push(first);
            continue;
        }
        let (digits, after) = rest.split_at_checked(2)?;
        let digits = std::str::from_utf8(digits).ok()?;
        bytes.push(u8::from_str_radix(digits, 16).ok().filter(|_| !digits.starts_with('+'))?);
        rest = after;
    }
    String::from_utf8(bytes).ok()
}

/// The header of a file that is to be saved, and not shown.
pub fn attachment(name: &str) -> String {
    let is_safe = |it: char| it.is_ascii_graphic() && !"\"\\%".contains(it) || it == ' ';
    let plain: String = name.chars().map(|it| if is_safe(it) { it } else { '_' }).collect();
    let mut extended = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"!#$&+-.^_`|~".contains(&byte) {
            extended.push(char::from(byte));
        } else {
            write!(extended, "%{byte:02X}").expect("a String takes everything");
        }
    }
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{extended}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_as_the_standards_have_them() {
        for (value, name) in [
            ("attachment; filename=card.png", Some("card.png")),
            ("attachment; filename=\"my card.png\"", Some("my card.png")),
            ("attachment;filename=\"a\\\"b;c=d.png\" ; size=3", Some("a\"b;c=d.png")),
            (
                "attachment; filename*=UTF-8''carta%20d%27identit%C3%A0.pdf",
                Some("carta d'identità.pdf"),
            ),
            ("attachment; filename*=utf-8'it'x.pdf; filename=y.pdf", Some("x.pdf")),
            ("attachment; FileName=y.pdf; filename*=iso-8859-1''x.pdf", Some("y.pdf")),
            ("attachment; filename*=UTF-8''%ff.pdf; filename=y.pdf", Some("y.pdf")),
            ("attachment; filename*=UTF-8''%4", None),
            ("attachment; filename*=UTF-8''%+1", None),
            ("attachment; filename=\"never closed", None),
            ("attachment", None),
            ("", None),
            (";;;=;", None),
        ] {
            assert_eq!(file_name(value.as_bytes()).as_deref(), name, "{value}");
        }
        assert_eq!(file_name(b"attachment; filename=\xff"), None);
    }

    #[test]
    fn a_name_that_is_written_is_read_again() {
        for name in ["card.png", "carta d'identità.pdf", "a\"b\\c%d.png", "東京 (1).jpg"] {
            let written = attachment(name);
            assert!(written.is_ascii(), "{written}");
            assert_eq!(file_name(written.as_bytes()).as_deref(), Some(name));
        }
        let written = "attachment; filename=\"_ 1.pdf\"; filename*=UTF-8''%C3%A0%201.pdf";
        assert_eq!(attachment("à 1.pdf"), written);
    }
}
