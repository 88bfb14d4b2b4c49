//! Why a file cannot be read, in words somebody without a programmer can act on, with the place.

use std::fmt;

use ron::error::{Error, SpannedError};

use super::lex::{self, Entry, Lexer, Token};
use super::{limits, scan};
use crate::model::{Campaign, Fault, FaultAt, faults};
use crate::words::{self, files as say};

/// What became of a file that was a plan: what was in it may be found elsewhere, or in part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// Nothing is in it.
    Empty,
    /// It holds zero bytes, all or in part: room on the disk that was never filled.
    Zeros,
    /// Its end is missing.
    CutOff,
    /// A merge left two versions side by side.
    Conflict,
    /// Something in it cannot be read.
    Garbled,
}

/// Why a plan cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadError {
    /// What is wrong, in a sentence.
    pub message: String,
    /// What to do about it.
    pub hint: String,
    /// The line, from 1, where there is one.
    pub line: Option<usize>,
    /// The column, from 1, in characters.
    pub column: Option<usize>,
    /// The title of the moment it is about, if it is about one.
    pub moment: Option<String>,
    /// What became of the file; `None` where it never was a plan that this program reads.
    pub damage: Option<Damage>,
}

impl ReadError {
    /// An error about the file as a whole.
    pub(super) fn new(message: impl Into<String>, hint: &str) -> Self {
        Self { message: message.into(), hint: hint.to_owned(), line: None, column: None, moment: None, damage: None }
    }

    /// An error at a byte offset of the text.
    pub(super) fn at(text: &str, offset: usize, message: impl Into<String>) -> Self {
        let (line, column) = lex::position(text, offset);
        Self { line: Some(line), column: Some(column), ..Self::new(message, say::hint_correct()) }
    }

    /// The same with another thing to do about it.
    pub(super) fn hinting(self, hint: &str) -> Self {
        Self { hint: hint.to_owned(), ..self }
    }

    /// The same about a file that was a plan.
    pub(super) fn damaged(self, damage: Damage) -> Self {
        Self { damage: Some(damage), ..self }
    }
}

/// `line:column: message`, or the message alone where there is no place.
impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.line, self.column) {
            (Some(line), Some(column)) => f.write_str(&say::place(line, column, &self.message)),
            _ => f.write_str(&self.message),
        }
    }
}

impl std::error::Error for ReadError {}

/// The text of a file, without a byte order mark; an error when it is not the text of a plan.
pub(super) fn text_of(bytes: &[u8]) -> Result<(&str, Head), ReadError> {
    if bytes.len() as u64 > limits::FILE_BYTES {
        return Err(ReadError::new(say::too_big_file(limits::readable(limits::FILE_BYTES)), say::hint_smaller()));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(ReadError::new(say::empty(), say::hint_copy()).damaged(Damage::Empty));
    }
    if bytes.iter().all(|&b| b == 0) {
        return Err(ReadError::new(say::only_nul(), say::hint_copy()).damaged(Damage::Zeros));
    }
    if bytes.iter().take(RUN_OF_ZEROS).all(|&b| b == 0) {
        return Err(ReadError::new(say::some_nul(), say::hint_copy()).damaged(Damage::Zeros));
    }
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(ReadError::new(say::utf16(), say::hint_utf8()));
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(cause) => {
            let sound = bytes.get(..cause.valid_up_to()).and_then(|sound| std::str::from_utf8(sound).ok()).unwrap_or_default();
            if !opens(sound) || sound.contains('\0') {
                let was_ours = || scan::in_our_form(&String::from_utf8_lossy(bytes));
                return Err(if was_ours() { bad_head() } else { ReadError::new(say::binary(), say::hint_choose()) });
            }
            let error = if cause.error_len().is_none() {
                ReadError::at(sound, sound.len(), say::cut_off()).hinting(say::hint_copy()).damaged(Damage::CutOff)
            } else {
                ReadError::at(sound, sound.len(), say::not_utf8()).damaged(Damage::Garbled)
            };
            return Err(error);
        }
    };
    if opens(text) {
        return Ok((text, head(text)?));
    }
    let message = if text.contains('\0') { say::binary() } else { say::no_plan() };
    Err(conflict(text).unwrap_or_else(|| no_plan(text, message)))
}

/// What is not taken for a plan: another file, or a plan of ours of which just the first lines are damaged.
fn no_plan(text: &str, message: &str) -> ReadError {
    if scan::in_our_form(text) { bad_head() } else { ReadError::new(message, say::hint_choose()) }
}

/// The file is a plan; only that it says so is damaged.
fn bad_head() -> ReadError {
    ReadError::new(say::bad_head(), say::hint_copy()).damaged(Damage::Garbled)
}

/// Whether the name of a format is ours with damage in it, and no other word.
fn was_our_format(found: &str) -> bool {
    let same = found.chars().zip(super::format::FORMAT.chars()).filter(|(a, b)| a == b).count();
    let is_word = found.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ' '));
    !is_word || found.is_empty() || same * 2 > super::format::FORMAT.len()
}

/// How every plan begins.
const HEAD: &str = "(format:\"momentboard\"";

/// What the head of a file says about who can read it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Head {
    /// The version of the format; that of this program where the head names none.
    pub(super) version: Option<u32>,
    /// What is needed to read it, where this program is too old: the words for it, and where they come from.
    pub(super) needs: Option<(String, usize)>,
}

/// Judges the head before anything else is read: what a newer program wrote may be beyond us further down.
fn head(text: &str) -> Result<Head, ReadError> {
    let mut end = text.len().min(4096);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = text.get(..end).unwrap_or_default();
    let (mut depth, mut field, mut word, mut app) = (0, "", "", "");
    let (mut known, mut version, mut needs) = (false, None, None);
    for piece in Lexer::new(head) {
        let slice = head.get(piece.start..piece.end).unwrap_or_default();
        match piece.token {
            Token::Open => depth += 1,
            Token::Close => depth -= 1,
            Token::Mark(b':') => field = word,
            Token::Mark(_) => field = "",
            _ if depth != 1 => {}
            Token::Text if field == "format" => {
                known = true;
                let found = slice.trim_matches('"');
                if found != super::format::FORMAT {
                    if was_our_format(found) && scan::in_our_form(text) {
                        return Err(bad_head());
                    }
                    let found: String = found.chars().take(60).collect();
                    return Err(ReadError::at(text, piece.start, say::wrong_format(found)).hinting(say::hint_choose()));
                }
            }
            Token::Text if field == "app" => app = slice.trim_matches('"'),
            Token::Word if field == "version" => version = slice.parse().ok(),
            Token::Word if field == "min_reader" => {
                needs = slice.parse().ok().filter(|&needs: &u32| needs > super::format::VERSION).map(|n| (n, piece.start));
            }
            Token::Word => word = slice,
            _ => {}
        }
        if field == "campaign" {
            break;
        }
    }
    if !known {
        let dense: String = head.chars().filter(|c| !c.is_whitespace()).take(HEAD.len()).collect();
        if HEAD.starts_with(&dense) {
            return Err(ReadError::at(text, text.trim_end().len(), say::cut_off())
                .hinting(say::hint_copy())
                .damaged(Damage::CutOff));
        }
        return Err(conflict(text).unwrap_or_else(|| no_plan(text, say::no_plan())));
    }
    let needs = needs.map(|(needs, at)| {
        let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-');
        let named = app != super::format::APP && (1..=20).contains(&app.len()) && app.bytes().all(plain);
        (if named { say::this_or_newer(app) } else { say::newer_reader(needs) }, at)
    });
    Ok(Head { version, needs })
}

/// Whether the text begins as a plan does, comments aside.
fn opens(text: &str) -> bool {
    Lexer::new(text)
        .find(|piece| piece.token != Token::Comment)
        .is_some_and(|piece| piece.token == Token::Open && text.as_bytes().get(piece.start) == Some(&b'('))
}

/// Two versions side by side, as git leaves them in a file that it could not merge.
fn conflict(text: &str) -> Option<ReadError> {
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        if ["<<<<<<< ", ">>>>>>> ", "||||||| "].iter().any(|mark| line.starts_with(mark)) || line.trim_end() == "=======" {
            return Some(ReadError::at(text, offset, say::conflict()).hinting(say::hint_conflict()).damaged(Damage::Conflict));
        }
        offset += line.len();
    }
    None
}

/// What the reader of RON found, in plain words.
pub(super) fn explain(text: &str, cause: &SpannedError) -> ReadError {
    if let Some(error) = conflict(text) {
        return error;
    }
    if let Some(at) = zeros(text.as_bytes()) {
        return ReadError::at(text, at, say::some_nul()).hinting(say::hint_copy()).damaged(Damage::Zeros);
    }
    let survey = lex::survey(text);
    let end = lex::offset(text, cause.span.end.line, cause.span.end.col);
    let start = lex::offset(text, cause.span.start.line, cause.span.start.col);
    // What is wrong at the very end of a text that is not closed is wrong because the rest is missing.
    if survey.cut_off && end >= survey.last {
        return ReadError::at(text, text.trim_end().len(), say::cut_off()).hinting(say::hint_copy()).damaged(Damage::CutOff);
    }
    let (message, at) = sentence(text, &cause.code, start, end);
    ReadError::at(text, at, message).damaged(Damage::Garbled)
}

/// A stretch of zero bytes: room on the disk that a program was given and never filled.
fn zeros(bytes: &[u8]) -> Option<usize> {
    bytes
        .chunks(RUN_OF_ZEROS)
        .position(|chunk| chunk.len() == RUN_OF_ZEROS && chunk.iter().all(|&b| b == 0))
        .map(|at| at * RUN_OF_ZEROS)
}

/// That many zero bytes in a row are no slip of anybody's.
const RUN_OF_ZEROS: usize = 16;

/// One sentence for each kind of error, and where it points: at the start of what was read last, or behind it.
fn sentence(text: &str, code: &Error, start: usize, end: usize) -> (String, usize) {
    let start = token_start(text, skip_blanks(text, start));
    let next = skip_blanks(text, end);
    let here = |message: &str| (message.to_owned(), next);
    match code {
        Error::Message(said) => (said.clone(), start),
        Error::NoSuchEnumVariant { expected, found, outer } => {
            let choices = words::list(expected);
            let message = match outer.as_deref() {
                Some("Kind") => say::not_a_kind(found, choices),
                other => say::not_a_choice(found, say::choice_of(other.unwrap_or_default()), choices),
            };
            (message, start)
        }
        Error::MissingStructField { field, .. } => missing(text, field, opening(text, start)),
        Error::DuplicateStructField { field, .. } => (say::twice(field), start),
        Error::ExpectedArray => here(say::want_list()),
        Error::ExpectedArrayEnd => here(say::want_list_end()),
        Error::ExpectedStructLike | Error::ExpectedNamedStructLike(_) | Error::ExpectedMap => here(say::want_group()),
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd | Error::ExpectedMapEnd => here(say::want_group_end()),
        Error::ExpectedComma => here(say::want_comma()),
        Error::ExpectedMapColon => here(say::want_colon()),
        Error::ExpectedString | Error::ExpectedByteString | Error::ExpectedChar => here(say::want_text()),
        Error::ExpectedStringEnd => here(say::want_text_end()),
        Error::ExpectedInteger | Error::InvalidIntegerDigit { .. } | Error::UnderscoreAtBeginning | Error::ExpectedFloat => {
            here(say::want_number())
        }
        Error::IntegerOutOfBounds => (say::number_range().to_owned(), start),
        Error::ExpectedBoolean => here(say::want_yes_no()),
        Error::ExpectedIdentifier => here(say::want_word()),
        Error::InvalidEscape(_) => (say::bad_escape().to_owned(), end),
        Error::UnclosedBlockComment => (say::open_comment().to_owned(), end),
        Error::UnexpectedChar(c) => (say::unexpected(c.escape_default()), next),
        Error::InvalidIdentifier(found) | Error::SuggestRawIdentifier(found) => {
            (say::unexpected(found.chars().take(60).collect::<String>()), next)
        }
        Error::TrailingCharacters => here(say::trailing()),
        Error::ExceededRecursionLimit => here(say::too_deep()),
        Error::InvalidValueForType { expected, .. } => (wanted(expected).to_owned(), start),
        _ => here(say::unreadable()),
    }
}

/// What was expected instead, by the name the reader has for it.
fn wanted(expected: &str) -> &'static str {
    match expected {
        "a string" | "an id in quotes" => say::want_text(),
        "a boolean" => say::want_yes_no(),
        "a sequence" | "a list" => say::want_list(),
        name if name.starts_with(['u', 'i']) && name.ends_with(|c: char| c.is_ascii_digit()) => say::want_number(),
        name if name.starts_with("the fields of") => say::want_group(),
        _ => say::unreadable(),
    }
}

/// The offset of the first thing that is not blank.
fn skip_blanks(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or_default();
    let skipped = rest.len() - rest.trim_start().len();
    if skipped == rest.len() { from } else { from + skipped }
}

/// A field that is missing from the group that opens at `open`; where another field there looks like it, that one is it.
fn missing(text: &str, field: &str, open: usize) -> (String, usize) {
    let (mut depth, mut word) = (0, None);
    for piece in Lexer::new(text.get(open..).unwrap_or_default()) {
        match piece.token {
            Token::Open => depth += 1,
            Token::Close if depth <= 1 => break,
            Token::Close => depth -= 1,
            Token::Word if depth == 1 => word = Some((open + piece.start, open + piece.end)),
            Token::Mark(b':') if depth == 1 => {
                let found = word.and_then(|(start, end)| Some((text.get(start..end)?, start)));
                if let Some((found, start)) = found.filter(|(found, _)| is_slip(found, field)) {
                    return (say::misspelt(field, found), start);
                }
            }
            _ => {}
        }
    }
    (say::missing(field), open)
}

/// Whether two different names are the same but for one letter.
fn is_slip(found: &str, wanted: &str) -> bool {
    let same = |(a, b): &(char, char)| a == b;
    let head = found.chars().zip(wanted.chars()).take_while(same).count();
    let tail = found.chars().rev().zip(wanted.chars().rev()).take_while(same).count();
    let longest = found.chars().count().max(wanted.chars().count());
    found != wanted && head + tail + 1 >= longest
}

/// The start of the token that a place lies in.
fn token_start(text: &str, at: usize) -> usize {
    Lexer::new(text).take_while(|piece| piece.start <= at).last().filter(|piece| at < piece.end).map_or(at, |piece| piece.start)
}

/// The bracket that opens what a place lies in.
fn opening(text: &str, at: usize) -> usize {
    let mut open = Vec::new();
    for piece in Lexer::new(text).take_while(|piece| piece.start < at) {
        match piece.token {
            Token::Open => open.push(piece.start),
            Token::Close => drop(open.pop()),
            _ => {}
        }
    }
    open.last().copied().unwrap_or(at)
}

/// Everything that reading alone does not see: limits, ids, references.
pub(super) fn check(text: &str, campaign: &Campaign) -> Result<(), ReadError> {
    let moments = campaign.moment_count() + campaign.ideas.len();
    if moments > limits::MOMENTS {
        return Err(ReadError::new(say::too_many_moments(moments, limits::MOMENTS), say::hint_smaller()));
    }
    let found = faults(campaign);
    let linked = campaign.lanes.iter().flat_map(|lane| &lane.moments).chain(&campaign.ideas);
    if let Some(moment) = linked.into_iter().find(|moment| moment.links.len() > limits::LINKS) {
        let at = FaultAt::Id(moment.id.to_string());
        let message = say::too_many_links(moment.links.len(), limits::LINKS);
        return Err(place(text, &Fault { at, moment: Some(moment.title.clone()), message }, 0));
    }
    if let Some(lane) = campaign.lanes.iter().find(|lane| lane.notes.len() > limits::NOTES) {
        let message = say::too_many_notes(lane.notes.len(), limits::NOTES);
        return Err(place(text, &Fault { at: FaultAt::Id(lane.id.to_string()), moment: None, message }, 0));
    }
    found.first().map_or(Ok(()), |fault| Err(place(text, fault, found.len() - 1)))
}

/// Finds the place of a fault in the text.
fn place(text: &str, fault: &Fault, more: usize) -> ReadError {
    let entries = lex::entries(text);
    let at = match &fault.at {
        FaultAt::Id(id) => thing(&entries, fault, id).map(|at| &entries[at]),
        FaultAt::Twice { list, id } => repeated(&entries, list, id),
        FaultAt::Use { id, by } => thing(&entries, fault, by).and_then(|owner| {
            let own = entries[owner];
            let reference = |entry: &&Entry| {
                let name = if entry.field.is_empty() { entry.around } else { entry.field };
                entry.value == id && matches!(name, "product" | "brand" | "image" | "creator" | "for_creator" | "features")
            };
            // Mostly a reference stands behind the id of its owner; where somebody reordered the fields, before it.
            let after = entries[owner..].iter().take_while(|entry| entry.start == own.start || !is_same_list_id(entry, &own));
            after.into_iter().find(reference).or_else(|| entries[..owner].iter().rev().find(reference)).or(Some(&entries[owner]))
        }),
        FaultAt::Span { list, name } => span(&entries, *list, name),
        FaultAt::Campaign => None,
    };
    let offset = at.map_or_else(|| text.find("campaign").unwrap_or(0), |entry| entry.start);
    let message = if more == 0 { fault.message.clone() } else { say::and_more(&fault.message, more) };
    ReadError { moment: fault.moment.clone(), ..ReadError::at(text, offset, message).damaged(Damage::Garbled) }
}

fn is_same_list_id(entry: &Entry<'_>, own: &Entry<'_>) -> bool {
    entry.field == "id" && entry.around == own.around
}

/// The second thing of a list with an id.
fn repeated<'a>(entries: &'a [Entry<'a>], list: &str, id: &str) -> Option<&'a Entry<'a>> {
    let there = |around: &str| around == list || (list == "moments" && around == "ideas");
    entries.iter().filter(|entry| entry.field == "id" && entry.value == id && there(entry.around)).nth(1)
}

/// Where the thing with an id stands among the entries.
fn thing(entries: &[Entry<'_>], fault: &Fault, id: &str) -> Option<usize> {
    let there = |around: &str| match around {
        "moments" | "ideas" => fault.moment.is_some(),
        "lanes" | "products" => fault.moment.is_none(),
        _ => false,
    };
    entries.iter().position(|entry| entry.field == "id" && entry.value == id && there(entry.around))
}

/// A stretch of days that runs backwards.
fn span<'a>(entries: &'a [Entry<'a>], list: Option<&str>, name: &str) -> Option<&'a Entry<'a>> {
    entries.iter().find(|entry| match (entry.around, entry.field, list) {
        ("campaign", "end", None) => true,
        ("phases", "name", Some("phases")) | ("blackouts", "why", Some("blackouts")) | ("past", "brand", Some("past")) => {
            entry.value == name
        }
        _ => false,
    })
}
