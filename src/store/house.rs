//! An agency's rules as a file of their own: RON, as they stand in a plan, but read strictly, because people write it.
//!
//! ```text
//! (
//!     name: "Acme",
//!     settings: (profile: strict, min_lead_days: 10, severities: [(rule: "PBR-04", severity: warning)]),
//!     vocabulary: (
//!         values: [(words: ["craft", "craftsmanship"])],
//!         labels: [(market: "UK", accepted: ["#acmead"])],
//!     ),
//!     rules_off: [(rule: "ASK-05", by: "Kim", reason: "Our seasons end with the sale.")],
//! )
//! ```
//!
//! Nothing is guessed and nothing skipped: a key that is not known, a number out of its range or a name of no rule is one
//! message with its place. (A plan that carries such rules keeps what it does not know, as it does everywhere.) The file
//! is walked through as a tree that knows the place of everything, then read as the model reads it.

use std::path::Path;

use super::error::{self, ReadError};
use super::lex::{Lexer, Piece, Token};
use super::writer::Writer;
use super::{OpenError, fs, limits};
use crate::model::{
    Day, Grade, House, MarketLabels, Profile, RuleGrade, RuleOff, Same, SettingChange, Settings, Vocabulary, threshold,
};
use crate::words::nearest::nearest;
use crate::words::{self, files, house as say};

/// The names that a file of house rules may use, which the store does not know by itself.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// Code and name of every rule.
    pub rules: &'a [(&'a str, &'a str)],
    /// Every code that a market with a table of labels can be written by, with the one that it is called by.
    pub markets: &'a [(&'a str, &'a str)],
    /// A label without anything that makes no difference: two that are the same afterwards are one label.
    pub label: fn(&str) -> String,
}

/// Opens a file of house rules.
///
/// # Errors
/// When the file cannot be read from the disk, or one thing in it is wrong.
pub fn open_house(path: &Path, known: Known<'_>) -> Result<House, OpenError> {
    let file = || path.display().to_string();
    let (bytes, _) = fs::load(path).map_err(|cause| OpenError::Disk { file: file(), cause })?;
    read_house(&bytes, known).map_err(|cause| OpenError::Content { file: file(), cause: Box::new(cause) })
}

/// The text of house rules, as [`read_house`] reads it.
///
/// # Errors
/// When they hold something that has no text form; none that were read here do.
pub fn house_text(house: &House) -> Result<String, ReadError> {
    let mut text = Writer::text(house, 1024).map_err(|_| ReadError::new(files::unreadable(), files::hint_copy()))?;
    text.push('\n');
    Ok(text)
}

/// Reads house rules. Rules are named by their codes afterwards, whichever way the file names them.
///
/// # Errors
/// The first thing that is wrong, with its place.
pub fn read_house(bytes: &[u8], known: Known<'_>) -> Result<House, ReadError> {
    let text = text_of(bytes)?;
    let tree = Tree::read(text)?;
    if let Some(root) = &tree {
        Reader { text, known }.house(root)?;
    }
    let ron = ron::Options::default().with_recursion_limit(limits::DEPTH);
    let mut house: House = ron.from_str(text).map_err(|cause| error::explain(text, &cause).hinting(say::hint_correct()))?;
    if tree.is_none() {
        // RON knows more notations than anybody needs here; one that was not walked through was not looked at.
        return Err(ReadError::at(text, 0, say::not_rules()).hinting(say::hint_correct()));
    }
    let code = |name: &mut String| {
        if let Some((code, _)) = known.rule(name) {
            code.clone_into(name);
        }
    };
    house.settings.severities.iter_mut().for_each(|grade| code(&mut grade.rule));
    house.rules_off.iter_mut().for_each(|off| code(&mut off.rule));
    Ok(house)
}

fn text_of(bytes: &[u8]) -> Result<&str, ReadError> {
    if bytes.len() as u64 > limits::HOUSE_BYTES {
        return Err(ReadError::new(say::too_big(limits::readable(limits::HOUSE_BYTES)), say::hint_correct()));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = std::str::from_utf8(bytes).map_err(|cause| {
        let sound = bytes.get(..cause.valid_up_to()).and_then(|sound| std::str::from_utf8(sound).ok()).unwrap_or_default();
        ReadError::at(sound, sound.len(), say::not_text()).hinting(files::hint_utf8())
    })?;
    if text.trim().is_empty() {
        return Err(ReadError::new(say::empty(), say::hint_name()));
    }
    if super::format::begins_like_a_plan(bytes) {
        return Err(ReadError::new(say::a_plan(), say::hint_choose()));
    }
    Ok(text)
}

impl<'a> Known<'a> {
    /// The rule with that code or name.
    fn rule(self, word: &str) -> Option<(&'a str, &'a str)> {
        let is = |name: &str| name.eq_ignore_ascii_case(word.trim());
        self.rules.iter().copied().find(|(code, name)| is(code) || is(name))
    }

    /// What the market with that code is called.
    fn market(self, word: &str) -> Option<&'a str> {
        self.markets.iter().find(|(code, _)| code.eq_ignore_ascii_case(word.trim())).map(|(_, called)| *called)
    }
}

/// What stands somewhere in the file.
struct Node<'a> {
    /// Its first byte.
    at: usize,
    value: Value<'a>,
}

enum Value<'a> {
    Group(Vec<Field<'a>>),
    List(Vec<Node<'a>>),
    Text(String),
    Word(&'a str),
    /// Something balanced that is none of these: a map, a tuple, one character.
    Other,
}

impl<'a> Node<'a> {
    /// What stands under that name, if this is a group that has it.
    fn field(&self, name: &str) -> Option<&Node<'a>> {
        match &self.value {
            Value::Group(fields) => fields.iter().find(|field| field.name == name).map(|field| &field.node),
            _ => None,
        }
    }

    /// What a list holds; nothing where this is none.
    fn items(&self) -> &[Node<'a>] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }
}

struct Field<'a> {
    at: usize,
    name: &'a str,
    node: Node<'a>,
}

/// Walks through the tokens.
struct Tree<'a> {
    text: &'a str,
    pieces: Vec<Piece>,
    at: usize,
}

impl<'a> Tree<'a> {
    /// The tree of a text; `None` where its brackets or commas are not right, which the reader of RON says better.
    fn read(text: &'a str) -> Result<Option<Node<'a>>, ReadError> {
        let pieces: Vec<Piece> = Lexer::new(text).filter(|piece| piece.token != Token::Comment).collect();
        let deep = pieces.iter().scan(0usize, |depth, piece| {
            match piece.token {
                Token::Open => *depth += 1,
                Token::Close => *depth = depth.saturating_sub(1),
                _ => {}
            }
            Some((*depth, piece.start))
        });
        if let Some((_, at)) = deep.into_iter().find(|(depth, _)| *depth > limits::DEPTH) {
            return Err(ReadError::at(text, at, say::too_deep()).hinting(say::hint_correct()));
        }
        let mut tree = Self { text, pieces, at: 0 };
        if !tree.begins_like_rules() {
            return Err(ReadError::new(say::no_rules(), say::hint_file()));
        }
        let Some(root) = tree.node() else { return Ok(None) };
        match tree.peek() {
            Some(piece) => Err(ReadError::at(text, piece.start, say::trailing()).hinting(say::hint_correct())),
            None => Ok(Some(root)),
        }
    }

    /// Whether it begins with a bracket, or a name before one: a letter or a list of words was never meant to be house rules.
    fn begins_like_rules(&self) -> bool {
        let starts = |at: usize| self.pieces.get(at).and_then(|piece| self.slice(*piece).chars().next());
        let word = self.pieces.first().is_some_and(|piece| piece.token == Token::Word);
        starts(usize::from(word)).is_some_and(|first| if word { first == '(' } else { "([{#".contains(first) })
    }

    fn peek(&self) -> Option<Piece> {
        self.pieces.get(self.at).copied()
    }

    fn next(&mut self) -> Option<Piece> {
        let piece = self.peek()?;
        self.at += 1;
        Some(piece)
    }

    fn slice(&self, piece: Piece) -> &'a str {
        self.text.get(piece.start..piece.end).unwrap_or_default()
    }

    fn takes(&mut self, token: Token) -> bool {
        let is = self.peek().is_some_and(|piece| piece.token == token);
        self.at += usize::from(is);
        is
    }

    fn node(&mut self) -> Option<Node<'a>> {
        let piece = self.next()?;
        let slice = self.slice(piece);
        let value = match piece.token {
            Token::Text => ron::from_str(slice).map_or(Value::Other, Value::Text),
            // A group may have a name before its bracket.
            Token::Word if self.peek().is_some_and(|next| self.slice(next) == "(") => {
                self.at += 1;
                self.group()?
            }
            Token::Word => Value::Word(slice),
            Token::Open if slice == "(" => self.group()?,
            Token::Open if slice == "[" => self.list()?,
            Token::Open => self.skip()?,
            _ => return None,
        };
        Some(Node { at: piece.start, value })
    }

    fn group(&mut self) -> Option<Value<'a>> {
        let is_named = |at: usize| {
            let token = |at: usize| self.pieces.get(at).map(|piece| piece.token);
            token(at) == Some(Token::Close) || (token(at) == Some(Token::Word) && token(at + 1) == Some(Token::Mark(b':')))
        };
        if !is_named(self.at) {
            return self.skip();
        }
        let mut fields = Vec::new();
        while !self.takes(Token::Close) {
            let name = self.next().filter(|piece| piece.token == Token::Word)?;
            if !self.takes(Token::Mark(b':')) {
                return None;
            }
            let node = self.node()?;
            fields.push(Field { at: name.start, name: self.slice(name), node });
            if !self.takes(Token::Mark(b',')) && self.peek().is_none_or(|piece| piece.token != Token::Close) {
                return None;
            }
        }
        Some(Value::Group(fields))
    }

    fn list(&mut self) -> Option<Value<'a>> {
        let mut items = Vec::new();
        while !self.takes(Token::Close) {
            items.push(self.node()?);
            if !self.takes(Token::Mark(b',')) && self.peek().is_none_or(|piece| piece.token != Token::Close) {
                return None;
            }
        }
        Some(Value::List(items))
    }

    /// Passes over what an opening bracket, already taken, holds.
    fn skip(&mut self) -> Option<Value<'a>> {
        let mut open = 1usize;
        while open > 0 {
            match self.next()?.token {
                Token::Open => open += 1,
                Token::Close => open -= 1,
                _ => {}
            }
        }
        Some(Value::Other)
    }
}

/// Looks at every value, and says the first thing that is wrong.
struct Reader<'a> {
    text: &'a str,
    known: Known<'a>,
}

type Looked<T = ()> = Result<T, ReadError>;

impl<'a> Reader<'a> {
    fn wrong<T>(&self, at: usize, message: impl Into<String>, hint: &str) -> Looked<T> {
        Err(ReadError::at(self.text, at, message).hinting(hint))
    }

    /// The fields of a group, each known and there once.
    fn fields<'n>(&self, node: &'n Node<'a>, place: &str, names: &[&'static str], must: &[&str]) -> Looked<&'n [Field<'a>]> {
        let Value::Group(fields) = &node.value else {
            return self.wrong(node.at, say::want_group(place), &say::hint_like(names.first().copied().unwrap_or_default()));
        };
        for (at, field) in fields.iter().enumerate() {
            if !names.contains(&field.name) {
                let near = nearest(field.name, names);
                let hint = match near {
                    Some(near) => say::mean(near),
                    None if place == say::place_house() && threshold(field.name).is_some() => say::inside_settings(field.name),
                    None => say::can_hold(words::list(names)),
                };
                return self.wrong(field.at, say::unknown_field(field.name, place), &hint);
            }
            if fields.iter().take(at).any(|other| other.name == field.name) {
                return self.wrong(field.at, files::twice(field.name), say::hint_correct());
            }
        }
        for name in must {
            if !fields.iter().any(|field| field.name == *name) {
                let hint = if *name == "name" { say::hint_name() } else { say::hint_write() };
                return self.wrong(node.at, say::missing(name, place), hint);
            }
        }
        Ok(fields)
    }

    fn items<'n>(&self, field: &'n Field<'a>) -> Looked<&'n [Node<'a>]> {
        match &field.node.value {
            Value::List(items) => Ok(items),
            _ => self.wrong(field.node.at, say::want_list(field.name), say::hint_correct()),
        }
    }

    fn text<'n>(&self, node: &'n Node<'a>, name: &str) -> Looked<&'n str> {
        match &node.value {
            Value::Text(text) if text.trim().is_empty() => self.wrong(node.at, say::want_something(name), say::hint_write()),
            Value::Text(text) => Ok(text),
            _ => self.wrong(node.at, say::want_text(name), say::hint_quotes()),
        }
    }

    fn texts(&self, field: &Field<'a>) -> Looked {
        self.items(field)?.iter().try_for_each(|item| self.text(item, field.name).map(drop))
    }

    fn choice(&self, node: &Node<'a>, name: &str, choices: &[&'static str]) -> Looked {
        let found = match &node.value {
            Value::Word(word) => *word,
            Value::Text(text) => text,
            _ => "…",
        };
        if matches!(node.value, Value::Word(word) if choices.contains(&word)) {
            return Ok(());
        }
        let hint = match nearest(found, choices) {
            Some(near) if near == found => say::without_quotes(near),
            Some(near) => say::mean(near),
            None => say::choices(words::list(choices)),
        };
        self.wrong(node.at, say::not_a_choice(found, name), &hint)
    }

    /// The code of the rule that is named.
    fn rule(&self, node: &Node<'a>) -> Looked<&'a str> {
        let word = self.text(node, "rule")?;
        if let Some((code, _)) = self.known.rule(word) {
            return Ok(code);
        }
        let names: Vec<&str> = self.known.rules.iter().flat_map(|(code, name)| [*code, *name]).collect();
        let near = nearest(word, &names).and_then(|near| self.known.rule(near));
        let hint = near.map_or_else(
            || say::codes(words::list(&self.known.rules.iter().map(|(code, _)| *code).collect::<Vec<_>>())),
            |(code, name)| say::mean_rule(code, name),
        );
        self.wrong(node.at, say::not_a_rule(word), &hint)
    }

    fn house(&self, node: &Node<'a>) -> Looked {
        for field in self.fields(node, say::place_house(), House::FIELDS, &["name"])? {
            match field.name {
                "name" => drop(self.text(&field.node, field.name)?),
                "settings" => self.settings(&field.node)?,
                "vocabulary" => self.vocabulary(&field.node)?,
                _ => self.rules_off(field)?,
            }
        }
        self.weighed_and_off(node)
    }

    /// A rule that is off and weighed: one of the two was meant otherwise.
    fn weighed_and_off(&self, house: &Node<'a>) -> Looked {
        let rules = |list: Option<&Node<'a>>| -> Vec<(&'a str, usize)> {
            let items = list.map_or(&[][..], Node::items).iter();
            let named = items.filter_map(|item| item.field("rule")).filter_map(|node| match &node.value {
                Value::Text(word) => self.known.rule(word).map(|(code, _)| (code, node.at)),
                _ => None,
            });
            named.collect()
        };
        let weighed = rules(house.field("settings").and_then(|settings| settings.field("severities")));
        match rules(house.field("rules_off")).into_iter().find(|(code, _)| weighed.iter().any(|(other, _)| other == code)) {
            Some((code, at)) => self.wrong(at, say::weighed_and_off(code), say::hint_one()),
            None => Ok(()),
        }
    }

    fn settings(&self, node: &Node<'a>) -> Looked {
        for field in self.fields(node, say::place_settings(), Settings::FIELDS, &[])? {
            let node = &field.node;
            match field.name {
                "profile" => {
                    let keys: Vec<&str> = Profile::ALL.iter().map(|profile| profile.key()).collect();
                    self.choice(node, say::name_profile(), &keys)?;
                }
                "values_hint_only" => match node.value {
                    Value::Word("true" | "false") => {}
                    _ => self.wrong(node.at, say::want_yes_no(field.name), say::hint_correct())?,
                },
                "severities" => self.severities(field)?,
                "changes" => self.changes(field)?,
                _ => self.number(field)?,
            }
        }
        Ok(())
    }

    fn number(&self, field: &Field<'a>) -> Looked {
        let Some(threshold) = threshold(field.name) else { return Ok(()) };
        let (least, most, at) = (threshold.least, threshold.most, field.node.at);
        let range = say::range(least, words::house::counted(threshold.unit.key(), most));
        let word = match &field.node.value {
            Value::Word(word) => *word,
            _ => "",
        };
        // A number with a sign, an underscore or a base is one to RON, too.
        match ron::from_str::<i64>(word) {
            Ok(n) if (i64::from(least)..=i64::from(most)).contains(&n) => Ok(()),
            Ok(n) => self.wrong(at, say::out_of_range(field.name, n, range), say::hint_range()),
            Err(_) => self.wrong(at, say::want_number(field.name, range), say::hint_range()),
        }
    }

    fn severities(&self, field: &Field<'a>) -> Looked {
        let mut seen = Vec::new();
        for item in self.items(field)? {
            let must = &["rule", "severity"];
            for field in self.fields(item, say::place_severity(), RuleGrade::FIELDS, must)? {
                if field.name == "rule" {
                    self.once(&field.node, &mut seen)?;
                } else {
                    let keys: Vec<&str> = Grade::ALL.iter().map(|grade| grade.key()).collect();
                    self.choice(&field.node, say::name_severity(), &keys)?;
                }
            }
        }
        Ok(())
    }

    /// A rule that did not stand in this list before, under its code or its name.
    fn once(&self, node: &Node<'a>, seen: &mut Vec<&'a str>) -> Looked {
        let code = self.rule(node)?;
        if seen.contains(&code) {
            return self.wrong(node.at, say::rule_twice(code), say::hint_one());
        }
        seen.push(code);
        Ok(())
    }

    fn rules_off(&self, field: &Field<'a>) -> Looked {
        let mut seen = Vec::new();
        for item in self.items(field)? {
            for field in self.fields(item, say::place_off(), RuleOff::FIELDS, &["rule", "by", "reason"])? {
                match field.name {
                    "rule" => self.once(&field.node, &mut seen)?,
                    name => drop(self.text(&field.node, name)?),
                }
            }
        }
        Ok(())
    }

    fn changes(&self, field: &Field<'a>) -> Looked {
        for item in self.items(field)? {
            let must = &["setting", "author", "reason"];
            for field in self.fields(item, say::place_change(), SettingChange::FIELDS, must)? {
                let text = self.text(&field.node, field.name)?;
                if field.name == "on" && Day::parse(text).is_none() {
                    return self.wrong(field.node.at, files::bad_day(text), say::hint_correct());
                }
            }
        }
        Ok(())
    }

    fn vocabulary(&self, node: &Node<'a>) -> Looked {
        for field in self.fields(node, say::place_vocabulary(), Vocabulary::FIELDS, &[])? {
            for item in self.items(field)? {
                if field.name != "labels" {
                    for words in self.fields(item, say::place_same(), Same::FIELDS, &["words"])? {
                        self.texts(words)?;
                        if self.items(words)?.len() < 2 {
                            // One word is the same as itself anyway: who wrote it meant something else.
                            return self.wrong(words.node.at, say::one_word(), say::hint_two_words());
                        }
                    }
                }
            }
            if field.name == "labels" {
                self.labels(field)?;
            }
        }
        Ok(())
    }

    fn labels(&self, field: &Field<'a>) -> Looked {
        let mut seen = Vec::new();
        for item in self.items(field)? {
            for field in self.fields(item, say::place_labels(), MarketLabels::FIELDS, &["market"])? {
                if field.name != "market" {
                    self.texts(field)?;
                    continue;
                }
                let written = self.text(&field.node, field.name)?;
                let Some(market) = self.known.market(written) else {
                    // Of two letters every word is near another one: all are named instead of one that is guessed.
                    let codes: Vec<&str> = self.known.markets.iter().map(|(code, _)| *code).collect();
                    return self.wrong(field.node.at, say::not_a_market(written), &say::choices(words::list(&codes)));
                };
                if seen.contains(&market) {
                    return self.wrong(field.node.at, say::market_twice(market), say::hint_one());
                }
                seen.push(market);
            }
            self.accepted_and_vague(item)?;
        }
        Ok(())
    }

    /// A label that is accepted and too vague in one market.
    fn accepted_and_vague(&self, market: &Node<'a>) -> Looked {
        let labels = |name: &str| market.field(name).map_or(&[][..], Node::items).iter();
        let text = |node: &Node<'a>| match &node.value {
            Value::Text(text) => Some((self.known.label)(text)),
            _ => None,
        };
        let accepted: Vec<String> = labels("accepted").filter_map(text).collect();
        for node in labels("too_vague") {
            if let (Value::Text(shown), Some(label)) = (&node.value, text(node))
                && accepted.contains(&label)
            {
                return self.wrong(node.at, say::accepted_and_vague(shown), say::hint_one());
            }
        }
        Ok(())
    }
}
