//! A plan in which something goes beyond a limit: that alone is cut, in the text, so that everything else is read as it is.
//!
//! Only a sound text can be cut so: where brackets or quotes do not fit, nobody can say where a long text ends.

use std::ops::Range;

use super::lex::{self, Lexer, Piece, Token};
use super::limits;
use crate::model::shown::short;
use crate::words::salvage as say;

/// A text in which nothing goes beyond a limit any more.
pub(super) struct Fitted {
    /// The text; what was cut leaves its line ends, so that every line keeps its number.
    pub(super) text: String,
    /// What was cut, in the order of the file.
    pub(super) cuts: Vec<Cut>,
}

/// Something that went beyond a limit.
pub(super) struct Cut {
    /// What, in a sentence.
    pub(super) what: String,
    /// The line on which it begins, from 1.
    pub(super) line: usize,
    range: Range<usize>,
    /// What closes it instead.
    instead: String,
}

/// Cuts what goes beyond a limit; `None` where nothing does, or the text is not sound.
pub(super) fn fitted(text: &str) -> Option<Fitted> {
    let mut walk = Walk { text, levels: Vec::new(), word: "", field: "", cards: 0, cuts: Vec::new() };
    for piece in Lexer::new(text) {
        walk.piece(piece)?;
    }
    let Walk { mut cuts, .. } = walk;
    if cuts.is_empty() {
        return None;
    }
    cuts.sort_by_key(|cut| cut.range.start);
    let (mut fitted, mut at) = (String::with_capacity(text.len()), 0);
    for cut in &cuts {
        let gone = text.get(cut.range.clone())?;
        fitted.push_str(text.get(at..cut.range.start)?);
        fitted.push_str(&cut.instead);
        fitted.extend(gone.chars().filter(|c| *c == '\n'));
        at = cut.range.end;
    }
    fitted.push_str(text.get(at..)?);
    Some(Fitted { text: fitted, cuts })
}

/// What a list may hold at most, and what is said where it holds more.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Counted {
    Cards,
    Links,
    Notes,
    Pictures,
}

struct Level<'a> {
    name: &'a str,
    counted: Option<Counted>,
    /// The start of the bracket.
    start: usize,
    /// How many things are directly in it.
    items: usize,
    /// The next token begins another thing of a list.
    fresh: bool,
    /// Where the first thing begins that is too much.
    over: Option<usize>,
}

struct Walk<'a> {
    text: &'a str,
    levels: Vec<Level<'a>>,
    word: &'a str,
    field: &'a str,
    cards: usize,
    cuts: Vec<Cut>,
}

impl Walk<'_> {
    /// `None` where the text is not sound.
    fn piece(&mut self, piece: Piece) -> Option<()> {
        let slice = self.text.get(piece.start..piece.end)?;
        if !matches!(piece.token, Token::Close | Token::Comment | Token::Mark(b',')) {
            self.begins(piece.start);
        }
        match piece.token {
            Token::Unclosed => return None,
            Token::Word => self.word = slice,
            Token::Mark(b':') => self.field = self.word,
            Token::Mark(b',') => {
                self.field = "";
                if let Some(level) = self.levels.last_mut() {
                    level.fresh = true;
                }
            }
            // What is deeper than any plan stays refused; and a walk that looks at all levels would never end there.
            Token::Open if self.levels.len() >= limits::DEPTH => return None,
            Token::Open => {
                let name = std::mem::take(&mut self.field);
                let level =
                    Level { name, counted: self.counted(name, slice), start: piece.start, items: 0, fresh: true, over: None };
                self.levels.push(level);
            }
            Token::Close => {
                self.field = "";
                let level = self.levels.pop()?;
                self.closed(&level, piece.start);
            }
            Token::Text => {
                if piece.end - piece.start > limits::TEXT_BYTES {
                    self.text(piece, slice);
                }
            }
            Token::Comment | Token::Mark(_) => {}
        }
        Some(())
    }

    /// Which things are counted in a list that opens here.
    fn counted(&self, name: &str, bracket: &str) -> Option<Counted> {
        let around: Vec<&str> = self.levels.iter().map(|level| level.name).collect();
        match (around.as_slice(), name) {
            _ if bracket != "[" => None,
            (["", "campaign", "lanes", ""], "moments") | (["", "campaign"], "ideas") => Some(Counted::Cards),
            ([.., "moments" | "ideas", ""], "links") => Some(Counted::Links),
            (["", "campaign", "lanes", ""], "notes") => Some(Counted::Notes),
            ([""], "pictures") => Some(Counted::Pictures),
            _ => None,
        }
    }

    /// Whether this is in something that goes as a whole.
    fn goes(&self) -> bool {
        self.levels.iter().any(|level| level.over.is_some())
    }

    /// A token that may begin another thing of a list.
    fn begins(&mut self, start: usize) {
        let goes = self.goes();
        let Some(level) = self.levels.last_mut() else { return };
        let Some(counted) = level.counted.filter(|_| std::mem::take(&mut level.fresh)) else { return };
        level.items += 1;
        let over = match counted {
            Counted::Cards => {
                self.cards += 1;
                self.cards > limits::MOMENTS
            }
            Counted::Links => level.items > limits::LINKS,
            Counted::Notes => level.items > limits::NOTES,
            Counted::Pictures => level.items > limits::PICTURES,
        };
        if over && !goes {
            level.over = Some(start);
        }
    }

    /// A group ends, with the bracket at `end`.
    fn closed(&mut self, level: &Level<'_>, end: usize) {
        let (Some(from), Some(counted)) = (level.over, level.counted) else { return };
        let what = match counted {
            Counted::Cards => say::cards_over(level.items, limits::MOMENTS),
            Counted::Links => say::links_over(self.whose(), level.items, limits::LINKS),
            Counted::Notes => say::notes_over(level.items, limits::NOTES),
            Counted::Pictures => say::pictures_over(level.items, limits::PICTURES),
        };
        self.cut(what, level.start, from..end, String::new());
    }

    fn text(&mut self, piece: Piece, slice: &str) {
        let of_picture = self.field == "data" && self.levels.iter().any(|level| level.counted == Some(Counted::Pictures));
        let most = limits::TEXT_BYTES;
        let Some((end, close)) = lex::end_of(slice, most).filter(|_| !of_picture && !self.goes()) else { return };
        let named = self.levels.iter().rev().map(|level| level.name).find(|name| !name.is_empty()).unwrap_or_default();
        let field = if self.field.is_empty() { named } else { self.field };
        let what = say::text_over(self.whose(), field, limits::readable(most as u64));
        self.cut(what, piece.start, piece.start + end..piece.end, close);
    }

    fn cut(&mut self, what: String, start: usize, range: Range<usize>, instead: String) {
        let (line, _) = lex::position(self.text, start);
        self.cuts.push(Cut { what, line, range, instead });
    }

    /// What the card, the creator, the brand or the product is called that this stands in.
    fn whose(&self) -> String {
        let of = |(at, level): (usize, &Level<'_>)| {
            let what = match self.levels.get(at.checked_sub(1)?)?.name {
                "moments" | "ideas" => say::card,
                "creators" => say::creator,
                "brands" => say::brand,
                "products" => say::product,
                _ => return None,
            };
            Some(what(short(&title(self.text.get(level.start..)?)?, 60).into_owned()))
        };
        self.levels.iter().enumerate().rev().find_map(of).unwrap_or_else(|| say::the_plan().to_owned())
    }
}

/// The title or the name of a group: it may stand behind what is too long.
fn title(group: &str) -> Option<String> {
    let (mut depth, mut word, mut field) = (0, "", "");
    for piece in Lexer::new(group) {
        let slice = group.get(piece.start..piece.end)?;
        match piece.token {
            Token::Open => depth += 1,
            Token::Close if depth <= 1 => return None,
            Token::Close => depth -= 1,
            Token::Word => word = slice,
            Token::Mark(b':') => field = word,
            Token::Text if depth == 1 && matches!(field, "title" | "name") => return ron::from_str(slice).ok(),
            _ => {}
        }
    }
    None
}
