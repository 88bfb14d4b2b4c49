//! What is printed: one door for standard output and one for standard error. A plan's text is never trusted to be
//! harmless in a terminal, and a reader that went away is no reason to complain.

use std::fmt::Write as _;
use std::io::{self, ErrorKind, Write};

use crate::model::direction::{FSI, PDI, keeps_apart};

/// How a piece of text looks where colours are on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    /// As everything else.
    Plain,
    /// A heading.
    Strong,
    /// Something on the side.
    Faint,
    /// An error.
    Error,
    /// A warning.
    Warning,
    /// A hint.
    Hint,
}

impl Tone {
    /// The terminal's own colours, so that they fit the user's light or dark background.
    const fn code(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Strong => "\x1b[1m",
            Self::Faint => "\x1b[2m",
            Self::Error => "\x1b[1;31m",
            Self::Warning => "\x1b[1;33m",
            Self::Hint => "\x1b[1;36m",
        }
    }
}

/// Columns that a paragraph takes: what the narrowest usual terminal shows.
const WIDTH: usize = 78;

/// Columns of the narrowest usual terminal, all of them.
pub(super) const COLUMNS: usize = 80;
/// Columns that an example of the help takes: a manual page shows it further to the right.
pub(super) const EXAMPLE: usize = 73;

/// A help text with its long lines broken. What continues a line begins below its last column, as in a list of options, and
/// where it has no columns below its own beginning.
pub(super) fn folded(text: &str, width: usize) -> String {
    let mut all = String::new();
    for line in text.lines() {
        let letters: Vec<char> = line.chars().collect();
        if letters.len() <= width {
            all.push_str(line);
            all.push('\n');
            continue;
        }
        let indent = letters.iter().take_while(|c| **c == ' ').count();
        let gap =
            letters.windows(3).enumerate().skip(indent).find(|(_, three)| matches!(three, [' ', ' ', last] if *last != ' '));
        // A column that is far to the right leaves no room.
        let hang = gap.map(|(at, _)| at + 2).filter(|at| *at <= width / 2).unwrap_or(indent);
        let mut part: String = letters.iter().take(hang).collect();
        let mut room = width - hang;
        let rest: String = letters.iter().skip(hang).collect();
        for word in rest.split(' ') {
            let long = word.chars().count();
            if room < long && room < width - hang {
                all.push_str(part.trim_end());
                all.push('\n');
                part = " ".repeat(hang);
                room = width - hang;
            }
            part.push_str(word);
            part.push(' ');
            room = room.saturating_sub(long + 1);
        }
        all.push_str(part.trim_end());
        all.push('\n');
    }
    all
}

/// A stream that text is printed to. The first failure ends the output; [`Out::finish`] tells about it.
pub(super) struct Out<'a> {
    to: &'a mut dyn Write,
    colour: bool,
    wrap: bool,
    failed: Option<io::Error>,
}

impl<'a> Out<'a> {
    /// `wrap` breaks paragraphs into lines, for people; a file or another program gets each as one line.
    pub(super) fn new(to: &'a mut dyn Write, colour: bool, wrap: bool) -> Self {
        Self { to, colour, wrap, failed: None }
    }

    /// Whether it prints colours, and whether it breaks paragraphs.
    pub(super) fn habits(&self) -> (bool, bool) {
        (self.colour, self.wrap)
    }

    /// Prints something that is to be seen at once, such as a line that says how far things are.
    pub(super) fn now(&mut self, text: &str) {
        self.raw(text);
        self.flush();
    }

    /// Has everything so far seen.
    pub(super) fn flush(&mut self) {
        if self.failed.is_none() {
            self.failed = self.to.flush().err();
        }
    }

    /// Prints a line of pieces.
    pub(super) fn line(&mut self, pieces: &[(Tone, &str)]) {
        let mut line = String::new();
        for (tone, text) in pieces {
            let text = harmless(text);
            let code = tone.code();
            if self.colour && !code.is_empty() {
                line.push_str(code);
                line.push_str(&text);
                line.push_str("\x1b[0m");
            } else {
                line.push_str(&text);
            }
        }
        line.push('\n');
        self.raw(&line);
    }

    /// Prints a line.
    pub(super) fn text(&mut self, text: &str) {
        self.line(&[(Tone::Plain, text)]);
    }

    /// Prints a heading, which may be longer than a line.
    pub(super) fn heading(&mut self, text: &str) {
        self.toned(Tone::Strong, "", text);
    }

    /// Prints a paragraph, every line of it behind `indent`.
    pub(super) fn paragraph(&mut self, indent: &str, text: &str) {
        self.toned(Tone::Plain, indent, text);
    }

    /// Prints a paragraph about something on the side.
    pub(super) fn faint_paragraph(&mut self, indent: &str, text: &str) {
        self.toned(Tone::Faint, indent, text);
    }

    fn toned(&mut self, tone: Tone, indent: &str, text: &str) {
        if !self.wrap {
            return self.line(&[(tone, &format!("{indent}{text}"))]);
        }
        // What continues a line of a list stands below its words.
        let mark = if ["- ", "→ "].iter().any(|mark| text.starts_with(mark)) { "  " } else { "" };
        let room = WIDTH.saturating_sub(indent.chars().count()).max(20);
        let mut line = String::new();
        for word in text.split_whitespace() {
            if !line.trim().is_empty() && line.chars().count() + 1 + word.chars().count() > room {
                self.line(&[(tone, &format!("{indent}{line}"))]);
                line.clear();
                line.push_str(mark);
            }
            if !line.trim().is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        self.line(&[(tone, &format!("{indent}{line}"))]);
    }

    /// Prints a text of several lines.
    pub(super) fn block(&mut self, text: &str) {
        for line in text.trim_end_matches('\n').split('\n') {
            self.text(line);
        }
    }

    /// Prints JSON. It may end up on a screen, too: what a terminal would obey stands in texts only, and is written there as its
    /// number, which means the same.
    pub(super) fn json(&mut self, text: &str) {
        let mut plain = String::with_capacity(text.len());
        for c in text.chars() {
            if c != '\n' && is_obeyed(c) {
                // Writing into a text cannot fail, and all of these have four digits.
                let _ = write!(plain, "\\u{:04x}", u32::from(c));
            } else {
                plain.push(c);
            }
        }
        self.raw(&plain);
    }

    /// Prints something that is not for people, as it is.
    pub(super) fn raw(&mut self, text: &str) {
        if self.failed.is_none() {
            self.failed = self.to.write_all(text.as_bytes()).err();
        }
    }

    /// Has everything printed.
    ///
    /// # Errors
    /// When something could not be printed; but not when the reader has closed its end, as `head` does.
    pub(super) fn finish(&mut self) -> io::Result<()> {
        let cause = self.failed.take().map_or_else(|| self.to.flush(), Err);
        match cause {
            Err(cause) if cause.kind() == ErrorKind::BrokenPipe => Ok(()),
            done => done,
        }
    }
}

/// The text without what a terminal would obey or that would show it in another order than it is written. What only keeps a name
/// apart that is read from right to left stays, with its end on the same line; alone, either half goes.
fn harmless(text: &str) -> String {
    let shown = |(at, c): (usize, char)| match c {
        FSI | PDI => keeps_apart(text, at).then_some(c),
        c => Some(if is_obeyed(c) { '\u{fffd}' } else { c }),
    };
    text.char_indices().filter_map(shown).collect()
}

/// Whether a terminal obeys the character, or shows others in another order because of it.
fn is_obeyed(c: char) -> bool {
    c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_cannot_command_the_terminal() {
        let mut bytes = Vec::new();
        Out::new(&mut bytes, false, false).text("\x1b]0;owned\x07 \u{202e}txt\r\n");
        let said = String::from_utf8(bytes).unwrap();
        assert_eq!(said.matches(|c: char| c.is_control()).count(), 1, "only the end of the line: {said:?}");
        assert!(said.contains("owned") && !said.contains('\u{202e}'));
    }

    #[test]
    fn paragraphs_are_broken_for_people_only() {
        let text = "word ".repeat(40);
        let print = |wrap| {
            let mut bytes = Vec::new();
            Out::new(&mut bytes, false, wrap).paragraph("    ", text.trim());
            String::from_utf8(bytes).unwrap()
        };
        assert_eq!(print(false), format!("    {}\n", text.trim()));
        let wrapped = print(true);
        assert!(wrapped.lines().count() > 1 && wrapped.lines().all(|line| line.starts_with("    w") && line.len() <= WIDTH));
        assert_eq!(wrapped.split_whitespace().count(), 40);
    }

    #[test]
    fn help_is_broken_below_its_columns() {
        let options = "  --deny <CODE>   Findings of this rule count as errors";
        let wanted = "  --deny <CODE>   Findings of this\n                  rule count as\n                  errors\n";
        assert_eq!(folded(options, 36), wanted);
        assert_eq!(folded("  one two three", 9), "  one two\n  three\n");
        assert_eq!(folded("short\n\n  a  b", 9), "short\n\n  a  b\n");
        assert_eq!(folded("https://a.very.long/word and more", 10), "https://a.very.long/word\nand more\n");
    }

    #[test]
    fn a_list_is_broken_below_its_words() {
        let mut bytes = Vec::new();
        Out::new(&mut bytes, false, true).paragraph("  ", &format!("- {}", "word ".repeat(30)));
        let said = String::from_utf8(bytes).unwrap();
        assert!(said.starts_with("  - word") && said.lines().skip(1).all(|line| line.starts_with("    word")), "{said}");
    }

    struct Gone(ErrorKind);
    impl Write for Gone {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_closed_pipe_is_quiet_and_a_full_disk_is_not() {
        for (kind, quiet) in [(ErrorKind::BrokenPipe, true), (ErrorKind::StorageFull, false)] {
            let mut gone = Gone(kind);
            let mut out = Out::new(&mut gone, false, false);
            out.text("one");
            out.text("two");
            assert_eq!(out.finish().is_ok(), quiet);
        }
    }
}
