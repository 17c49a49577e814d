//! A look at a document before it is parsed. The parser calls itself for every bracket, so that a few
//! kilobytes of brackets would overflow the stack and end the process; this reads once, without recursion.

use super::DocumentLimits;

/// Why a document is not even parsed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TooMuch {
    #[error("The document has {found} bytes; the limit is {most}.")]
    Bytes { found: usize, most: usize },
    #[error("The document has more than {most} tokens.")]
    Tokens { most: usize },
    #[error("The document nests brackets deeper than {most}.")]
    Nesting { most: usize },
    #[error("A string in the document is not closed.")]
    OpenString,
}

/// Passes documents that are safe to parse. Whether they are GraphQL is for the parser to say.
pub fn check(document: &str, limits: &DocumentLimits) -> Result<(), TooMuch> {
    if limits.bytes < document.len() {
        return Err(TooMuch::Bytes { found: document.len(), most: limits.bytes });
    }
    let mut rest = document.as_bytes();
    let (mut depth, mut tokens) = (0_usize, 0_usize);
    while let Some(&first) = rest.first() {
        let length = match first {
            b' ' | b'\t' | b'\r' | b'\n' | b',' => {
                rest = &rest[1..];
                continue;
            }
            b'#' => {
                rest = &rest[comment(rest)..];
                continue;
            }
            b'"' if rest.starts_with(b"\"\"\"") => block_string(rest).ok_or(TooMuch::OpenString)?,
            b'"' => string(rest).ok_or(TooMuch::OpenString)?,
            b'{' | b'[' | b'(' => {
                depth += 1;
                1
            }
            b'}' | b']' | b')' => {
                depth = depth.saturating_sub(1);
                1
            }
            _ => word(rest),
        };
        tokens += 1;
        if limits.nesting < depth {
            return Err(TooMuch::Nesting { most: limits.nesting });
        }
        if limits.tokens < tokens {
            return Err(TooMuch::Tokens { most: limits.tokens });
        }
        rest = &rest[length..];
    }
    Ok(())
}

fn comment(rest: &[u8]) -> usize {
    rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len())
}

/// A string ends at its quote, and before its line does. One that does not is refused here: what a
/// parser that backtracks makes of the rest is not ours to guess.
fn string(rest: &[u8]) -> Option<usize> {
    let mut at = 1;
    loop {
        match rest.get(at)? {
            b'\\' if matches!(rest.get(at + 1), Some(b'\n' | b'\r')) => return None,
            b'\\' => at += 2,
            b'"' => return Some(at + 1),
            b'\n' | b'\r' => return None,
            _ => at += 1,
        }
    }
}

fn block_string(rest: &[u8]) -> Option<usize> {
    let mut at = 3;
    while at < rest.len() {
        if rest[at..].starts_with(b"\\\"\"\"") {
            at += 4;
        } else if rest[at..].starts_with(b"\"\"\"") {
            return Some(at + 3);
        } else {
            at += 1;
        }
    }
    None
}

/// A name or a number; any other sign stands alone.
fn word(rest: &[u8]) -> usize {
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    rest.iter().position(|byte| !is_part(byte)).unwrap_or(rest.len()).max(1)
}

#[cfg(test)]
mod tests {
    use super::super::NESTING_MAX;
    use super::*;

    fn check(document: &str) -> Result<(), TooMuch> {
        super::check(document, &DocumentLimits::default())
    }

    const TOO_DEEP: TooMuch = TooMuch::Nesting { most: NESTING_MAX };

    fn nested(depth: usize) -> String {
        format!("{{a(b:{}{})}}", "[".repeat(depth - 2), "]".repeat(depth - 2))
    }

    #[test]
    fn nesting_stops_at_the_limit() {
        assert_eq!(check(&nested(NESTING_MAX)), Ok(()));
        assert_eq!(check(&nested(NESTING_MAX + 1)), Err(TOO_DEEP));
        assert_eq!(check(&"{k:".repeat(40)), Err(TOO_DEEP));
        assert_eq!(check(&"([{".repeat(11)), Err(TOO_DEEP));
    }

    #[test]
    fn brackets_in_strings_and_comments_do_not_count() {
        let many = "[".repeat(100);
        for document in [
            format!(r#"{{ a(b: "{many}") }}"#),
            format!(r#"{{ a(b: "\"{many}") }}"#),
            format!(r#"{{ a(b: """{many} \""" " {many}""") }}"#),
            format!("{{ a # {many}\n }}"),
        ] {
            assert_eq!(check(&document), Ok(()), "{document}");
        }
    }

    #[test]
    fn brackets_cannot_hide_behind_broken_strings_or_comments() {
        let many = "[".repeat(100);
        for document in [
            format!("{{ a # \r{many}"),
            format!("{{ a(b: \"\" {many}"),
            format!("{{ a(b: \"\"\"\"\"\" {many}"),
            format!("{{ a(b: \"x\\\\\" {many}"),
            format!("{{ a(b: \"#\" {many}"),
        ] {
            assert_eq!(check(&document), Err(TOO_DEEP), "{document}");
        }
    }

    #[test]
    fn strings_have_to_end() {
        for document in
            ["{ a(b: \"\n", "{ a(b: \"\\\n\"", "{ a(b: \"", "{ a(b: [\"\"\" \"[", "\"\\"]
        {
            assert_eq!(check(document), Err(TooMuch::OpenString), "{document}");
        }
    }

    #[test]
    fn size_and_tokens_have_limits() {
        let limits = DocumentLimits::default();
        let found = limits.bytes + 1;
        assert_eq!(check(&" ".repeat(found)), Err(TooMuch::Bytes { found, most: limits.bytes }));
        assert_eq!(check(&"a ".repeat(limits.tokens)), Ok(()));
        let too_many = TooMuch::Tokens { most: limits.tokens };
        assert_eq!(check(&"a ".repeat(limits.tokens + 1)), Err(too_many));
    }
}
