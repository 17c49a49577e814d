//! A look at a document before it is parsed. The parser calls itself for every bracket, so that a few
//! kilobytes of brackets would overflow the stack and end the process; this reads once, without recursion.

/// A longer document is refused.
pub const DOCUMENT_BYTES_MAX: usize = 16 * 1024;
/// Words, numbers, strings and signs in one document.
pub const TOKENS_MAX: usize = 2_000;
/// Brackets of all three kinds, one inside the other.
pub const NESTING_MAX: usize = 32;

/// Why a document is not even parsed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TooMuch {
    #[error("The document has {found} bytes; the limit is {DOCUMENT_BYTES_MAX}.")]
    Bytes { found: usize },
    #[error("The document has more than {TOKENS_MAX} tokens.")]
    Tokens,
    #[error("The document nests brackets deeper than {NESTING_MAX}.")]
    Nesting,
    #[error("A string in the document is not closed.")]
    OpenString,
}

/// Passes documents that are safe to parse. Whether they are GraphQL is for the parser to say.
pub fn check(document: &str) -> Result<(), TooMuch> {
    if DOCUMENT_BYTES_MAX < document.len() {
        return Err(TooMuch::Bytes { found: document.len() });
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
        if NESTING_MAX < depth {
            return Err(TooMuch::Nesting);
        }
        if TOKENS_MAX < tokens {
            return Err(TooMuch::Tokens);
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
    use super::*;

    fn nested(depth: usize) -> String {
        format!("{{a(b:{}{})}}", "[".repeat(depth - 2), "]".repeat(depth - 2))
    }

    #[test]
    fn nesting_stops_at_the_limit() {
        assert_eq!(check(&nested(NESTING_MAX)), Ok(()));
        assert_eq!(check(&nested(NESTING_MAX + 1)), Err(TooMuch::Nesting));
        assert_eq!(check(&"{k:".repeat(40)), Err(TooMuch::Nesting));
        assert_eq!(check(&"([{".repeat(11)), Err(TooMuch::Nesting));
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
            assert_eq!(check(&document), Err(TooMuch::Nesting), "{document}");
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
        let found = DOCUMENT_BYTES_MAX + 1;
        assert_eq!(check(&" ".repeat(found)), Err(TooMuch::Bytes { found }));
        assert_eq!(check(&"a ".repeat(TOKENS_MAX)), Ok(()));
        assert_eq!(check(&"a ".repeat(TOKENS_MAX + 1)), Err(TooMuch::Tokens));
    }
}
