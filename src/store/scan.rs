//! The brackets of a text that need not fit: which group holds which fields and which other groups, as far as that can be told.
//!
//! A text in the form this program writes says by its indentation what belongs to what, and no text in quotes goes beyond its
//! line: there a bracket or a quote that is missing spoils the group it is missing from, and no other. In any other form
//! brackets alone decide.

use super::lex::{Lexer, Token};

/// A pair of brackets and what is directly in it.
#[derive(Clone, Debug)]
pub(super) struct Group<'a> {
    /// The field it is the value of; empty in a list.
    pub(super) name: &'a str,
    /// Whether it is a list.
    pub(super) list: bool,
    /// Its first byte, the bracket.
    pub(super) start: usize,
    /// The byte after it.
    pub(super) end: usize,
    /// Whether its closing bracket was found.
    pub(super) whole: bool,
    /// Its fields: names, and where their values start and end.
    pub(super) fields: Vec<(&'a str, usize, usize)>,
    /// The groups directly in it.
    pub(super) inner: Vec<usize>,
    /// The column of the line it opens on, and the number of that line.
    indent: usize,
    line: usize,
    bracket: u8,
}

/// How much further in a group is than what it is in.
const STEP: usize = 4;

/// Most groups that are looked at; a plan that can be read has fewer.
const MOST: usize = 8_000_000;

/// All groups of a text, in the order in which they open. The first one holds the others, where there is one.
pub(super) fn groups(text: &str) -> Vec<Group<'_>> {
    let ours = in_our_form(text);
    let mut scan = Scan { text, ours, groups: Vec::new(), open: Vec::new(), word: None, field: None, line: 0 };
    if ours {
        let mut offset = 0;
        for line in text.split_inclusive('\n') {
            scan.line += 1;
            let (from, indent) = indentation(line);
            let rest = line.get(from..).unwrap_or_default();
            match opening(rest) {
                Some((name, bracket)) => scan.begins(name, (offset + from, offset + bracket + from), indent),
                None => scan.part(rest, offset + from, indent),
            }
            offset += line.len();
        }
    } else {
        scan.part(text, 0, 0);
    }
    while !scan.open.is_empty() {
        scan.close(text.len(), false);
    }
    scan.groups
}

/// Whether a text is in the form this program writes, whatever its first lines say.
pub(super) fn in_our_form(text: &str) -> bool {
    text.contains("\n    campaign: (\n") || text.contains("\n            (\n                id: \"")
}

/// Where a line of our own form begins, in bytes, and in which column. A blank before it that was damaged is still a blank: no
/// line of ours begins with one sign and more blanks, or elsewhere than in a column for a level.
fn indentation(line: &str) -> (usize, usize) {
    let blanks = |text: &str| text.len() - text.trim_start_matches(' ').len();
    let before = blanks(line);
    let mut rest = line.get(before..).unwrap_or_default().chars();
    let Some(damaged) = rest.next() else { return (before, before) };
    let after = blanks(rest.as_str());
    let column = before + 1 + after;
    let is_blank = column.is_multiple_of(STEP) && (after > 0 || before % STEP == STEP - 1) && !rest.as_str().trim().is_empty();
    if is_blank { (before + damaged.len_utf8() + after, column) } else { (before, before) }
}

/// The name and the place of the bracket in a line of our own form that only opens something: name, colon, blank, bracket. One
/// sign of it may be damaged and look like anything, so that the line is known by where it ends and by having no more blanks.
fn opening(line: &str) -> Option<(&str, usize)> {
    let line = line.trim_end();
    let head = line.strip_suffix(['(', '['])?;
    let mut signs = head.char_indices().rev();
    let ((before_blank, blank), (before_colon, colon)) = (signs.next()?, signs.next()?);
    // Where the colon is missing, what stands in its place is the end of the name.
    let in_name = blank == ' ' && (colon.is_ascii_alphanumeric() || colon == '_');
    let end = if in_name { before_blank } else { before_colon };
    let name = head.get(..end).filter(|name| !name.is_empty() && !name.contains([' ', '"']))?;
    (colon == ':' || blank == ' ').then_some((name, head.len()))
}

struct Scan<'a> {
    text: &'a str,
    ours: bool,
    groups: Vec<Group<'a>>,
    open: Vec<usize>,
    word: Option<&'a str>,
    /// The field whose value is being read, and where that starts.
    field: Option<(&'a str, usize)>,
    line: usize,
}

impl<'a> Scan<'a> {
    /// Looks at a line of our own form that opens a group of that name.
    fn begins(&mut self, name: &'a str, (start, bracket): (usize, usize), indent: usize) {
        if self.groups.len() >= MOST {
            return;
        }
        self.word = None;
        while self.top().is_some_and(|group| group.indent >= indent && group.line < self.line) {
            self.close(start, false);
        }
        self.end_field(start);
        if self.top().is_some_and(|group| group.list) {
            self.push("", b'(', start, indent.saturating_sub(STEP));
        }
        self.field = Some((name, bracket));
        self.open(self.text.as_bytes().get(bracket).copied().unwrap_or(b'('), bracket, indent);
    }

    /// Looks at a stretch of the text; in our own form at one line.
    fn part(&mut self, part: &'a str, offset: usize, indent: usize) {
        let mut first = true;
        self.word = None;
        for piece in Lexer::new(part) {
            if self.groups.len() >= MOST {
                return;
            }
            let (start, end) = (offset + piece.start, offset + piece.end);
            // Anything else at the start of a line is damage, and its indentation says nothing.
            let is_field = piece.token == Token::Word && part.as_bytes().get(piece.end) == Some(&b':');
            if self.ours && std::mem::take(&mut first) && (is_field || piece.token == Token::Open) {
                // What stands here is in a group that opens further left.
                while self.top().is_some_and(|group| group.indent >= indent && group.line < self.line) {
                    self.close(start, false);
                }
            }
            let slice = part.get(piece.start..piece.end).unwrap_or_default();
            match piece.token {
                Token::Open => self.open(slice.as_bytes().first().copied().unwrap_or(b'('), start, indent),
                Token::Close => self.closing(slice.as_bytes().first().copied().unwrap_or(b')'), end, indent),
                Token::Word => match self.nameless_value() {
                    Some(name) => self.field = Some((name, start)),
                    None => self.word = Some(slice),
                },
                Token::Text => self.field = self.field.or_else(|| Some((self.nameless_value()?, start))),
                Token::Mark(b':') => {
                    self.end_field(start);
                    // A field in a list belongs to a group whose opening bracket is missing.
                    if self.top().is_some_and(|group| group.list) {
                        self.push("", b'(', start, indent.saturating_sub(STEP));
                    }
                    self.field = self.word.take().map(|word| (word, end));
                }
                Token::Mark(b',') => self.end_field(start),
                Token::Comment | Token::Unclosed | Token::Mark(_) => {}
            }
        }
        if self.ours && self.top().is_none_or(|group| group.line < self.line) {
            self.end_field(offset + part.trim_end().len());
        }
    }

    /// The name of the field whose value stands here, where only the colon between the two is missing.
    fn nameless_value(&mut self) -> Option<&'a str> {
        let in_group = self.top().is_some_and(|group| !group.list);
        if self.ours && self.field.is_none() && in_group { self.word.take() } else { None }
    }

    fn top(&self) -> Option<&Group<'a>> {
        self.open.last().and_then(|at| self.groups.get(*at))
    }

    /// The value of the field ends here.
    fn end_field(&mut self, end: usize) {
        let Some((name, start)) = self.field.take() else { return };
        if let Some(group) = self.open.last().and_then(|at| self.groups.get_mut(*at)) {
            group.fields.push((name, start, end));
        }
    }

    fn open(&mut self, bracket: u8, start: usize, indent: usize) {
        // A word right before a bracket is a part of the value: lane("tobi"). Where there is no colon it is the name.
        let word = self.word.take();
        let in_list = self.top().is_none_or(|group| group.list);
        let field = self.field.take().or_else(|| word.filter(|_| !in_list).map(|word| (word, start)));
        if field.is_none() && !in_list && bracket == b'(' {
            // A group without a name that is in no list is in one whose opening bracket is missing, if a field before it is empty,
            // or holds one sign that may have been the bracket.
            let last = self.top().and_then(|group| group.fields.last().copied());
            let empty = last.filter(|(_, from, to)| {
                self.text.get(*from..*to).is_some_and(|value| value.trim().chars().count() <= usize::from(self.ours))
            });
            if let Some((name, ..)) = empty {
                self.push(name, b'[', start, indent.saturating_sub(STEP));
            }
        }
        if let Some((name, value)) = field
            && let Some(parent) = self.open.last().and_then(|at| self.groups.get_mut(*at))
        {
            // Its end is known when the group is closed.
            parent.fields.push((name, value, usize::MAX));
        }
        self.push(field.map_or("", |(name, _)| name), bracket, start, indent);
    }

    fn push(&mut self, name: &'a str, bracket: u8, start: usize, indent: usize) {
        let at = self.groups.len();
        let mut indent = indent;
        if let Some(parent) = self.open.last().and_then(|at| self.groups.get_mut(*at)) {
            parent.inner.push(at);
            // Nothing reaches further than what it is in: it would take in all the lines that come after that.
            indent = indent.max(parent.indent);
        }
        self.groups.push(Group {
            name,
            // A plan has no other lists.
            list: bracket != b'(',
            start,
            end: self.text.len(),
            whole: false,
            fields: Vec::new(),
            inner: Vec::new(),
            indent,
            line: self.line,
            bracket,
        });
        self.open.push(at);
    }

    fn closing(&mut self, bracket: u8, end: usize, indent: usize) {
        let opens = match bracket {
            b')' => b'(',
            b']' => b'[',
            _ => b'{',
        };
        let line = self.line;
        let fits = |group: &Group<'_>, ours: bool| {
            let here = !ours || group.line == line || group.indent == indent;
            group.bracket == opens && here
        };
        let found = self.open.iter().rev().position(|at| self.groups.get(*at).is_some_and(|group| fits(group, self.ours)));
        let Some(above) = found else {
            // A bracket that closes nothing is damage, and what stands before it on the line is the rest of a name.
            self.word = None;
            return;
        };
        for _ in 0..above {
            self.close(end, false);
        }
        self.end_field(end.saturating_sub(1));
        self.close(end, true);
    }

    /// The innermost group ends here.
    fn close(&mut self, end: usize, whole: bool) {
        self.end_field(end);
        let Some(at) = self.open.pop() else { return };
        if let Some(group) = self.groups.get_mut(at) {
            (group.end, group.whole) = (end, whole);
        }
        if let Some(parent) = self.open.last().and_then(|at| self.groups.get_mut(*at))
            && let Some(field) = parent.fields.last_mut().filter(|field| field.2 == usize::MAX)
        {
            field.2 = end;
        }
        self.word = None;
    }
}
