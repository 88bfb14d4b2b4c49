//! Walks through the text of a plan token by token, without understanding it: enough to tell whether it is cut
//! off, whether it holds comments, and where a thing with a given id stands. It never fails.

/// A piece of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// An opening bracket of any kind.
    Open,
    /// A closing bracket of any kind.
    Close,
    /// Text in quotes.
    Text,
    /// A name or a number.
    Word,
    /// A comment that is closed.
    Comment,
    /// A text or a comment that the file ends in.
    Unclosed,
    /// Any other character.
    Mark(u8),
}

/// A token with its place: byte offsets of its start and of what follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// What it is.
    pub(super) token: Token,
    /// Its first byte.
    pub(super) start: usize,
    /// The byte after it.
    pub(super) end: usize,
}

/// The tokens of a text.
pub(super) struct Lexer<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Lexer<'a> {
    /// The tokens of `text`.
    pub(super) fn new(text: &'a str) -> Self {
        Self { bytes: text.as_bytes(), at: 0 }
    }

    fn peek(&self, ahead: usize) -> Option<u8> {
        self.bytes.get(self.at + ahead).copied()
    }

    /// The offset of `needle` from `from` on.
    fn find(&self, needle: &[u8], from: usize) -> Option<usize> {
        let rest = self.bytes.get(from..)?;
        rest.windows(needle.len()).position(|window| window == needle).map(|at| from + at)
    }

    /// The end of a text with escapes whose content starts at `from`.
    fn quoted(&self, mut from: usize) -> Option<usize> {
        loop {
            let step = self.bytes.get(from..)?.iter().position(|&b| b == b'"' || b == b'\\')?;
            from += step;
            if self.bytes.get(from) == Some(&b'"') {
                return Some(from + 1);
            }
            from += 2;
        }
    }

    /// The number of `#` of a raw text (`r"…"`, `r#"…"#`) that starts at the `r` here, if one does.
    fn raw_start(&self) -> Option<usize> {
        let hashes = self.bytes.get(self.at + 1..)?.iter().take_while(|&&b| b == b'#').count();
        (self.peek(1 + hashes) == Some(b'"')).then_some(hashes)
    }

    /// The end of the raw text that starts here.
    fn raw_end(&self) -> Option<usize> {
        let hashes = self.raw_start()?;
        let mut closing = vec![b'"'];
        closing.resize(1 + hashes, b'#');
        self.find(&closing, self.at + 2 + hashes).map(|at| at + closing.len())
    }

    /// The end of a character in single quotes, if one starts here.
    fn character(&self) -> Option<usize> {
        let content = if self.peek(1)? == b'\\' { self.at + 3 } else { self.at + 2 };
        let window = self.bytes.get(content..(content + 10).min(self.bytes.len()))?;
        window.iter().position(|&b| b == b'\'').map(|at| content + at + 1)
    }

    fn comment(&self) -> Option<usize> {
        if self.peek(1) == Some(b'/') {
            return Some(self.find(b"\n", self.at).unwrap_or(self.bytes.len()));
        }
        let mut depth = 1usize;
        let mut at = self.at + 2;
        while depth > 0 {
            match (self.bytes.get(at)?, self.bytes.get(at + 1)) {
                (b'/', Some(b'*')) => (depth, at) = (depth + 1, at + 2),
                (b'*', Some(b'/')) => (depth, at) = (depth - 1, at + 2),
                _ => at += 1,
            }
        }
        Some(at)
    }
}

impl Iterator for Lexer<'_> {
    type Item = Piece;

    fn next(&mut self) -> Option<Piece> {
        self.at += self.bytes.get(self.at..)?.iter().position(|b| !b.is_ascii_whitespace())?;
        let start = self.at;
        let word = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'+' | b'-' | b'.') || b >= 0x80;
        let closed = |token: Token, end: Option<usize>| end.map_or((Token::Unclosed, self.bytes.len()), |end| (token, end));
        let first = self.peek(0)?;
        let (token, end) = match first {
            b'(' | b'[' | b'{' => (Token::Open, start + 1),
            b')' | b']' | b'}' => (Token::Close, start + 1),
            b'"' => closed(Token::Text, self.quoted(start + 1)),
            b'/' if matches!(self.peek(1), Some(b'/' | b'*')) => closed(Token::Comment, self.comment()),
            b'r' if self.raw_start().is_some() => closed(Token::Text, self.raw_end()),
            b'\'' => self.character().map_or((Token::Mark(first), start + 1), |end| (Token::Text, end)),
            b if word(b) => {
                let length = self.bytes.get(start..)?.iter().take_while(|&&b| word(b)).count();
                (Token::Word, start + length)
            }
            other => (Token::Mark(other), start + 1),
        };
        self.at = end;
        Some(Piece { token, start, end })
    }
}

/// What a walk through the whole text tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Survey {
    /// There is a comment.
    pub(super) comments: bool,
    /// The text ends inside a bracket, a text or a comment.
    pub(super) cut_off: bool,
    /// Where the last token starts.
    pub(super) last: usize,
    /// Where a text starts that is longer than a plan's texts may be.
    pub(super) long_text: Option<usize>,
}

/// Walks through the whole text once.
pub(super) fn survey(text: &str) -> Survey {
    let mut survey = Survey::default();
    let mut depth = 0i64;
    for piece in Lexer::new(text) {
        survey.last = piece.start;
        match piece.token {
            Token::Open => depth += 1,
            Token::Close => depth -= 1,
            Token::Comment => survey.comments = true,
            Token::Unclosed => survey.cut_off = true,
            Token::Text if survey.long_text.is_none() && piece.end - piece.start > super::limits::TEXT_BYTES => {
                let before = text.get(..piece.start).unwrap_or_default().trim_end();
                let picture = before.ends_with("data:");
                if !picture && unescaped_length(text.get(piece.start..piece.end).unwrap_or_default()) > super::limits::TEXT_BYTES
                {
                    survey.long_text = Some(piece.start);
                }
            }
            _ => {}
        }
    }
    survey.cut_off |= depth > 0;
    survey
}

/// What stands next in a text in quotes: how many bytes that takes here, and for how many bytes it stands. A letter that is
/// written by its number takes as much room in memory as any.
fn unit(rest: &[u8], raw: bool) -> Option<(usize, usize)> {
    Some(match rest {
        [] => return None,
        [b'\\', b'u', number @ ..] if !raw => {
            let length = number.iter().position(|&b| b == b'}')? + 1;
            let digits = number.get(1..length - 1).and_then(|digits| std::str::from_utf8(digits).ok()).unwrap_or_default();
            let letter = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32);
            (2 + length, letter.map_or(1, char::len_utf8))
        }
        [b'\\', ..] if !raw => (2, 1),
        _ => (1, 1),
    })
}

/// About how many bytes a text in quotes stands for.
fn unescaped_length(text: &str) -> usize {
    let raw = text.starts_with('r');
    let (mut length, mut at) = (0usize, 0);
    while let Some((here, there)) = text.as_bytes().get(at..).and_then(|rest| unit(rest, raw)) {
        at += here;
        length += there;
    }
    length.saturating_sub(2)
}

/// Where a text in quotes has to end so that it stands for at most that many bytes, and what closes it there; `None` where it
/// stands for no more. The end is that of a letter, and no escape is cut in two.
pub(super) fn end_of(text: &str, most: usize) -> Option<(usize, String)> {
    if unescaped_length(text) <= most {
        return None;
    }
    let bytes = text.as_bytes();
    let open = bytes.iter().position(|&b| b == b'"')? + 1;
    let raw = bytes.first() == Some(&b'r');
    let close = if raw { format!("\"{}", "#".repeat(open.saturating_sub(2))) } else { "\"".to_owned() };
    // What stands before and after the content counts too; it is so little that nobody misses it.
    let most = most.saturating_sub(open + close.len());
    let (mut at, mut end, mut length) = (open, open, 0);
    while length <= most {
        if text.is_char_boundary(at) {
            end = at;
        }
        let (here, there) = unit(bytes.get(at..)?, raw)?;
        at += here;
        length += there;
    }
    Some((end, close))
}

/// A text in quotes with the name of its field and of the list or group around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry<'a> {
    /// The nearest named list or group around it.
    pub(super) around: &'a str,
    /// The field it is the value of; empty inside a list.
    pub(super) field: &'a str,
    /// The text between the quotes, escapes and all.
    pub(super) value: &'a str,
    /// Its first byte in the file (the quote).
    pub(super) start: usize,
}

/// Every text in quotes, in the order of the file.
pub(super) fn entries(text: &str) -> Vec<Entry<'_>> {
    let mut found = Vec::new();
    let mut around: Vec<&str> = Vec::new();
    let mut field = "";
    let mut word = "";
    for piece in Lexer::new(text) {
        let slice = text.get(piece.start..piece.end).unwrap_or_default();
        match piece.token {
            Token::Word => word = slice,
            Token::Mark(b':') => field = word,
            Token::Mark(b',') => field = "",
            Token::Open => {
                around.push(field);
                field = "";
            }
            Token::Close => {
                around.pop();
                field = "";
            }
            Token::Text => {
                let around = around.iter().rev().find(|name| !name.is_empty()).copied().unwrap_or_default();
                found.push(Entry { around, field, value: slice.trim_matches('"'), start: piece.start });
            }
            Token::Comment | Token::Unclosed | Token::Mark(_) => {}
        }
    }
    found
}

/// Line and column (both from 1, columns in characters) of a byte offset.
pub(super) fn position(text: &str, offset: usize) -> (usize, usize) {
    let mut end = offset.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let before = text.get(..end).unwrap_or_default();
    let line = before.bytes().filter(|&b| b == b'\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}

/// The byte offset of a line and column; the end of the text when there is no such place.
pub(super) fn offset(text: &str, line: usize, column: usize) -> usize {
    let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let rest = text.get(start..).unwrap_or_default();
    rest.char_indices().nth(column.saturating_sub(1)).map_or(text.len(), |(at, _)| start + at)
}
