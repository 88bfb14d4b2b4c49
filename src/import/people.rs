//! Whose lane a row is in: creators, brands and communities by their names. A name that is only like another one is asked
//! about, because two people can have names that are alike, and one person can be written in two ways.

use std::collections::{HashMap, HashSet};

use super::date;
use super::field::Field;
use super::mapping::{Mapping, Person};
use super::proposal::Question;
use super::text::{fold, is_open};
use super::words;
use crate::model::{Brand, BrandId, Campaign, CreatorId, IdSource, Lane, LaneId, LaneKind};
use crate::words::nearest::nearest;

/// More names than this are not held against each other: nobody reads that many questions.
const MOST_COMPARED: usize = 500;

/// Longest text, in bytes, that is taken for names.
const LONGEST: usize = 400;

/// Whose lane it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Who {
    /// A creator.
    Creator(CreatorId),
    /// A lane that is there and has no creator.
    Lane(LaneId),
    /// A lane of the brand's own channel that is still to be made.
    NewBrand,
    /// A lane of the community that is still to be made.
    NewCommunity,
    /// A lane with a name and without a creator that is still to be made.
    Named(usize),
}

/// Somebody who is not in the plan yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Newcomer {
    pub(super) id: CreatorId,
    pub(super) name: String,
    pub(super) handle: Option<String>,
}

/// Everybody that rows can be about.
pub(super) struct People<'a> {
    campaign: &'a Campaign,
    mapping: &'a Mapping,
    /// By folded name or handle.
    known: HashMap<String, CreatorId>,
    names: Vec<String>,
    said: HashMap<(String, Option<String>), Who>,
    lanes: Vec<String>,
    pub(super) new: Vec<Newcomer>,
    pub(super) questions: Vec<Question>,
}

impl<'a> People<'a> {
    pub(super) fn new(campaign: &'a Campaign, mapping: &'a Mapping) -> Self {
        let mut known = HashMap::new();
        for creator in &campaign.creators {
            known.entry(fold(&creator.name)).or_insert(creator.id);
            if let Some(handle) = &creator.handle {
                known.entry(fold(handle)).or_insert(creator.id);
            }
        }
        known.remove("");
        let names = campaign.creators.iter().map(|creator| creator.name.clone()).collect();
        Self { campaign, mapping, known, names, said: HashMap::new(), lanes: Vec::new(), new: Vec::new(), questions: Vec::new() }
    }

    /// Whether a text is the name of a creator or of a lane that is there.
    pub(super) fn knows(&self, text: &str) -> bool {
        let (name, handle) = parts(text);
        if handle.is_none() || self.known.contains_key(&fold(text)) {
            return self.known.contains_key(&fold(&name)) || self.lane_named(&name).is_some();
        }
        let named = |text: &str| self.known.get(&fold(text)).copied();
        match split(text).as_slice() {
            [_] => named(&name).is_some() || self.lane_named(&name).is_some(),
            // “Maren / @marenruns” is one person, unless the handle is somebody else's.
            [first, handle] if !has_handle(first) && handle.starts_with('@') && !handle.contains(' ') => {
                named(first).is_some_and(|id| named(handle).is_none_or(|other| other == id))
            }
            // A handle that is known says nothing of the handles beside it.
            _ => false,
        }
    }

    /// What somebody is called, with the handle.
    pub(super) fn called(&self, id: CreatorId) -> Option<(String, Option<String>)> {
        let there = self.campaign.creator(id).map(|creator| (creator.name.clone(), creator.handle.clone()));
        there.or_else(|| self.new.iter().find(|new| new.id == id).map(|new| (new.name.clone(), new.handle.clone())))
    }

    /// “Maren [k3]” is the Maren with that id, where there are two.
    fn by_id(&self, text: &str) -> Option<CreatorId> {
        let (_, id) = text.strip_suffix(']')?.rsplit_once(" [")?;
        CreatorId::parse(id).filter(|id| self.campaign.creator(*id).is_some())
    }

    /// A creator that is there or was found in the table.
    pub(super) fn creator(&self, text: &str) -> Option<CreatorId> {
        let named = |text: &str| self.known.get(&fold(text)).copied();
        self.by_id(text).or_else(|| named(text)).or_else(|| named(&parts(text).0))
    }

    /// Whether a cell names several people. `written` are the names that stand in the table, folded; `all` is everybody.
    pub(super) fn several(&self, text: &str, written: &HashSet<String>, all: &[String]) -> Several {
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let said = self.mapping.people.get(&line);
        let is_one = matches!(said, Some(Person::New | Person::Same(_) | Person::Lane | Person::Nobody));
        if is_one || self.knows(&line) || self.by_id(&line).is_some() {
            return Several::One;
        }
        if EVERYBODY.contains(&fold(&line).as_str()) {
            let is_each = matches!(said, Some(Person::Each)) && !all.is_empty();
            return if is_each { Several::Each(all.to_vec()) } else { Several::Everybody(all.to_vec()) };
        }
        let names = split(text);
        let names = match joined(&names) {
            Some(people) if !people.iter().any(|(name, handle)| self.are_two(name, handle, written)) => {
                people.iter().map(|(name, handle)| format!("{name} ({handle})")).collect()
            }
            _ => names,
        };
        if names.len() < 2 {
            return Several::One;
        }
        let is_known =
            |name: &String| self.knows(name) || written.contains(&fold(name)) || written.contains(&fold(&parts(name).0));
        if matches!(said, Some(Person::Each)) || names.iter().all(is_known) {
            Several::Each(names)
        } else if names.iter().all(|name| is_known(name) || is_name_like(name)) {
            Several::Perhaps(names)
        } else {
            Several::One
        }
    }

    /// Whether a name and the handle behind it are two people for all that is known: the handle is somebody else's, or both
    /// stand in the table by themselves and have nothing in common.
    fn are_two(&self, name: &str, handle: &str, written: &HashSet<String>) -> bool {
        let named = |text: &str| self.known.get(&fold(text)).copied();
        match (named(name), named(handle)) {
            (Some(id), Some(other)) => id != other,
            (Some(_), None) => false,
            (None, Some(id)) => {
                let folded = fold(name);
                let owner = self.names.iter().find(|owner| named(owner) == Some(id)).map(|owner| fold(owner));
                !is_alike(name, handle) && owner.is_none_or(|owner| !owner.starts_with(&folded) && !folded.starts_with(&owner))
            }
            (None, None) => written.contains(&fold(name)) && written.contains(&fold(handle)) && !is_alike(name, handle),
        }
    }

    /// Whether a text stands for one person or lane, as far as can be seen.
    pub(super) fn is_single(text: &str) -> bool {
        let names = split(text);
        let is_one = names.len() == 1 || joined(&names).is_some_and(|people| people.len() == 1);
        !is_open(text) && is_one && !EVERYBODY.contains(&fold(text).as_str())
    }

    /// Who is meant by a cell, and by the handle beside it.
    pub(super) fn who(&mut self, text: &str, handle: Option<&str>, ids: &mut IdSource) -> Who {
        let key = (text.to_owned(), handle.map(str::to_owned));
        if let Some(said) = self.said.get(&key) {
            return *said;
        }
        let who = self.find(text, handle, ids);
        self.said.insert(key, who);
        who
    }

    /// The lane without a creator that has this name.
    pub(super) fn lane(&mut self, name: &str) -> Who {
        if let Some(who) = self.lane_named(name) {
            return who;
        }
        let at = self.lanes.iter().position(|other| fold(other) == fold(name)).unwrap_or_else(|| {
            self.lanes.push(name.to_owned());
            self.lanes.len() - 1
        });
        Who::Named(at)
    }

    /// The name of a lane that is still to be made.
    pub(super) fn named(&self, who: Who) -> Option<String> {
        match who {
            Who::Named(at) => self.lanes.get(at).cloned(),
            _ => None,
        }
    }

    fn find(&mut self, text: &str, handle: Option<&str>, ids: &mut IdSource) -> Who {
        if let Some(id) = self.by_id(text) {
            return Who::Creator(id);
        }
        // Of whom was said that all of it is one name has no handle in it.
        let is_whole = has_handle(text) && matches!(self.mapping.people.get(text), Some(Person::New));
        let (name, own_handle) = if is_whole { (text.to_owned(), None) } else { parts(text) };
        let handle = own_handle.or_else(|| handle.map(str::trim).filter(|handle| !handle.is_empty()).map(with_at));
        let by_handle = handle.as_deref().and_then(|handle| self.known.get(&fold(handle)));
        if let Some(id) = self.known.get(&fold(&name)).or(by_handle).copied() {
            if let Some(new) = self.new.iter_mut().find(|new| new.id == id) {
                // Whoever was named before their own row has the handle that stands there.
                new.handle = new.handle.take().or(handle);
            }
            return Who::Creator(id);
        }
        if let Some(who) = self.lane_named(&name) {
            return who;
        }
        match self.mapping.people.get(&name) {
            Some(Person::Lane) => return self.lane(&name),
            Some(Person::Same(other)) => {
                if let Some(id) = self.known.get(&fold(other)) {
                    return Who::Creator(*id);
                }
            }
            Some(Person::New | Person::Each | Person::Nobody) => {}
            None => {
                if let Some(near) = self.alike(&name) {
                    self.questions.push(Question::Person { name: name.clone(), near });
                }
            }
        }
        let id = CreatorId(ids.id());
        for word in [Some(fold(&name)), handle.as_deref().map(fold)].into_iter().flatten().filter(|word| !word.is_empty()) {
            self.known.entry(word).or_insert(id);
        }
        self.names.push(name.clone());
        self.new.push(Newcomer { id, name, handle });
        Who::Creator(id)
    }

    /// A name that is so like this one that it may be the same person.
    fn alike(&self, name: &str) -> Option<String> {
        if self.names.len() > MOST_COMPARED {
            return None;
        }
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        let word = fold(name);
        let folded: Vec<String> = self.names.iter().map(|other| fold(other)).collect();
        // “Creator 1” and “Creator 2” are meant to be two.
        let others: Vec<&str> = folded.iter().map(String::as_str).filter(|other| digits(other) == digits(&word)).collect();
        let like = |other: &&&str| {
            other.split(' ').next() == Some(word.as_str())
                || word.split(' ').next() == Some(**other)
                || is_same_name(&word, other)
        };
        let near = nearest(&word, &others).or_else(|| others.iter().find(like).copied())?;
        folded.iter().position(|other| other == near).and_then(|at| self.names.get(at)).cloned()
    }

    /// A lane without a creator that a text names: by its name, its brand's, or what such lanes are called.
    fn lane_named(&self, name: &str) -> Option<Who> {
        let folded = fold(name);
        if folded.is_empty() {
            return None;
        }
        let lanes = || self.campaign.lanes.iter().filter(|lane| !lane.is_creator());
        let called = |lane: &Lane| fold(self.campaign.lane_name(lane)) == folded;
        if let Some(lane) = lanes().find(|lane| called(lane)) {
            return Some(Who::Lane(lane.id));
        }
        let kind = match folded.as_str() {
            "brand" | "brand channel" | "own channel" | "own channels" | "brand account" | "owned" | "owned channels"
            | "marke" => LaneKind::Brand,
            "community" | "fans" | "ugc" | "communaute" | "comunidad" => LaneKind::Community,
            _ if self.campaign.brands.iter().any(|brand| fold(&brand.name) == folded) => LaneKind::Brand,
            _ => return None,
        };
        let there = lanes().find(|lane| lane.kind == kind).map(|lane| Who::Lane(lane.id));
        Some(there.unwrap_or(if kind == LaneKind::Brand { Who::NewBrand } else { Who::NewCommunity }))
    }
}

/// What a cell says about whom a row is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Several {
    /// One person, or one lane.
    One,
    /// Several people who are all known by themselves, or of whom somebody said so.
    Each(Vec<String>),
    /// It looks like several people.
    Perhaps(Vec<String>),
    /// It is a word for everybody; these are known.
    Everybody(Vec<String>),
}

/// What stands for everybody.
const EVERYBODY: [&str; 14] = [
    "all",
    "everyone",
    "everybody",
    "all creators",
    "all influencers",
    "all talent",
    "all talents",
    "alle",
    "alle creator",
    "tous",
    "toutes",
    "todos",
    "todas",
    "tutti",
];

/// Words that stand in headings and in no name.
const NO_NAMES: [&str; 48] = [
    "phase", "week", "weeks", "month", "quarter", "wave", "sprint", "total", "subtotal", "legend", "key", "note", "notes",
    "launch", "warm", "pre", "post", "posts", "campaign", "budget", "calendar", "plan", "content", "schedule", "hero", "always",
    "holiday", "overview", "summary", "status", "approved", "pending", "paid", "organic", "stage", "part", "block", "woche",
    "monat", "gesamt", "legende", "hinweis", "phasen", "semaine", "mois", "semana", "mes", "todo",
];

/// Whether a text can be a person's name: a few words without digits that mean nothing else in a calendar.
pub(super) fn is_name_like(text: &str) -> bool {
    if has_handle(text) {
        return true;
    }
    let name = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = name.split(' ').count();
    let letters = name.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '\'' | '’' | '-' | '\u{300}'..='\u{36f}'));
    let folded = fold(&name);
    let means_something = || {
        is_open(&name)
            || date::read(&name).is_some()
            || Field::of_header(&name).iter().any(|(_, whole)| *whole)
            || words::kind(&name).is_some()
            || words::format(&name).is_some()
            || words::status(&name).is_some()
            || !words::platforms_in(&name).0.is_empty()
            || folded.split(' ').any(|word| NO_NAMES.contains(&word))
    };
    name.len() <= LONGEST && (1..=4).contains(&words) && letters && !folded.is_empty() && !means_something()
}

/// Whether a text names several people and nothing else.
pub(super) fn are_names(text: &str) -> bool {
    let names = split(text);
    names.len() > 1 && names.iter().all(|name| is_name_like(name))
}

/// Whether a handle stands in a text; an address of a mail is none.
pub(super) fn has_handle(text: &str) -> bool {
    let mut before = ' ';
    text.chars().any(|c| {
        let begins = c == '@' && (before.is_whitespace() || matches!(before, '(' | '[' | '/' | '|'));
        before = c;
        begins
    })
}

/// The names in a text that may name several people. What stands in brackets belongs to the name before it.
pub(super) fn split(text: &str) -> Vec<String> {
    const BETWEEN: [&str; 9] = ["and", "und", "et", "y", "e", "with", "feat", "feat.", "x"];
    // What is longer than a few names is a text.
    if text.len() > LONGEST {
        return vec![text.to_owned()];
    }
    let mut names: Vec<String> = Vec::new();
    let mut take = |name: &str| {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        if !name.is_empty() && !names.contains(&name) {
            names.push(name);
        }
    };
    let mut depth = 0_u32;
    let mut part = String::new();
    for c in text.chars() {
        // A second handle is a second person, also where nothing but a blank stands between the two: what stands before it
        // and behind the first one is the name of the second.
        if c == '@'
            && depth == 0
            && part.ends_with(char::is_whitespace)
            && let Some(at) = part.find('@').filter(|_| has_handle(&part))
        {
            let end = part.get(at..).and_then(|rest| rest.find(char::is_whitespace)).map_or(part.len(), |end| at + end);
            let rest = part.split_off(end);
            take(&part);
            rest.trim_start_matches([' ', '-', '–']).clone_into(&mut part);
        }
        match c {
            '(' | '[' => depth += 1,
            ')' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && matches!(c, ',' | ';' | '+' | '&' | '/' | '|' | '\n') {
            take(&part);
            part.clear();
            continue;
        }
        part.push(c);
        // A word between two names.
        if c == ' '
            && depth == 0
            && let Some((name, word)) = part.trim_end().rsplit_once(' ')
            && BETWEEN.contains(&word.to_lowercase().as_str())
        {
            take(name);
            part.clear();
        }
    }
    take(&part);
    names
}

/// Names and handles that take turns, as pairs: “Maren / @maren.runs” is one person, whichever of the two stands first.
fn joined(names: &[String]) -> Option<Vec<(&str, &str)>> {
    let is_handle = |text: &str| text.starts_with('@') && !text.contains(' ');
    let is_plain = |text: &str| !has_handle(text) && is_name_like(text);
    let pairs = names.chunks(2).map(|pair| match pair {
        [name, handle] if is_plain(name) && is_handle(handle) => Some((true, (name.as_str(), handle.as_str()))),
        [handle, name] if is_plain(name) && is_handle(handle) => Some((false, (name.as_str(), handle.as_str()))),
        _ => None,
    });
    let pairs: Vec<(bool, (&str, &str))> = pairs.collect::<Option<_>>()?;
    // “Maren, @maren, @tobi, Tobi” is no list that anybody writes.
    let first = pairs.first()?.0;
    pairs.iter().all(|(order, _)| *order == first).then(|| pairs.into_iter().map(|(_, pair)| pair).collect())
}

/// Whether a handle has a word of the name in it.
fn is_alike(name: &str, handle: &str) -> bool {
    let handle = fold(handle).replace(' ', "");
    fold(name).split(' ').any(|word| word.chars().count() > 2 && handle.contains(word))
}

/// “Falk Maren” and “M. Falk” can be Maren Falk.
fn is_same_name(a: &str, b: &str) -> bool {
    let words = |text: &str| -> Vec<String> { text.split(' ').map(str::to_owned).collect() };
    let (mut a, mut b) = (words(a), words(b));
    if let ([first, .., last], [other_first, .., other_last]) = (a.as_slice(), b.as_slice())
        && last == other_last
        && (first.chars().count() == 1 || other_first.chars().count() == 1)
        && first.chars().next() == other_first.chars().next()
    {
        return true;
    }
    a.sort();
    b.sort();
    a.len() > 1 && a == b
}

/// “Tobi Achterberg (@tobi)” is a name and a handle; “@tobi” is both.
pub(super) fn parts(text: &str) -> (String, Option<String>) {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some(at) = line.find('@') else { return (line, None) };
    if at == 0
        && let [handle, name] = split(&line).as_slice()
        && joined(&[handle.clone(), name.clone()]).is_some()
    {
        return (name.clone(), Some(handle.clone()));
    }
    let handle: String = line
        .get(at + 1..)
        .unwrap_or_default()
        .chars()
        .take_while(|c| c.is_alphanumeric() || matches!(c, '_' | '.' | '-'))
        .collect();
    if handle.is_empty() {
        return (line, None);
    }
    let name = line.get(..at).unwrap_or_default().trim_matches([' ', '(', '[', '-', '–', '/', '|', ',', ':']).to_owned();
    let name = if name.is_empty() { handle.clone() } else { name };
    (name, Some(format!("@{handle}")))
}

pub(super) fn with_at(handle: &str) -> String {
    if handle.starts_with('@') { handle.to_owned() } else { format!("@{handle}") }
}

/// The brands of a plan and those that a table adds.
pub(super) struct Brands<'a> {
    campaign: &'a Campaign,
    pub(super) new: Vec<Brand>,
}

impl<'a> Brands<'a> {
    pub(super) fn new(campaign: &'a Campaign) -> Self {
        Self { campaign, new: Vec::new() }
    }

    /// The brand with that name, added where there is none.
    pub(super) fn named(&mut self, name: &str, ids: &mut IdSource) -> BrandId {
        let folded = fold(name);
        let all = self.campaign.brands.iter().map(AsRef::as_ref).chain(&self.new);
        if let Some(brand) = all.into_iter().find(|brand| fold(&brand.name) == folded) {
            return brand.id;
        }
        let brand = Brand::new(BrandId(ids.id()), name.trim());
        let id = brand.id;
        self.new.push(brand);
        id
    }

    /// The brand that is meant where none is named.
    pub(super) fn first(&self) -> Option<BrandId> {
        self.campaign.brands.first().map(|brand| brand.id).or(self.new.first().map(|brand| brand.id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_told_from_headings_and_from_each_other() {
        for text in ["Maren", "Maren Falk", "MAREN FALK (@maren.runs)", "@tobi", "Zoë O’Neil", "김민지"] {
            assert!(is_name_like(text), "{text}");
        }
        for text in [
            "PHASE 1",
            "Total",
            "May",
            "KW 18",
            "Launch week",
            "Reel",
            "Notes",
            "TBC",
            "3",
            "Week 2: go",
            "* net of VAT",
            "Ask lena@agency.com",
        ] {
            assert!(!is_name_like(text), "{text}");
        }
        for (text, names) in [
            ("Maren, Tobi", vec!["Maren", "Tobi"]),
            ("Mira + Tobi & Ana", vec!["Mira", "Tobi", "Ana"]),
            ("Mira und Tobi", vec!["Mira", "Tobi"]),
            ("Maren (runs, writes)", vec!["Maren (runs, writes)"]),
            ("Maren Falk", vec!["Maren Falk"]),
            ("Tobi, Tobi", vec!["Tobi"]),
            ("@maren / @tobi", vec!["@maren", "@tobi"]),
            ("@maren @tobi", vec!["@maren", "@tobi"]),
            ("Maren @maren Tobi @tobi", vec!["Maren @maren", "Tobi @tobi"]),
            ("Maren (@maren, @maren.tt)", vec!["Maren (@maren, @maren.tt)"]),
        ] {
            assert_eq!(split(text), names, "{text}");
        }
    }

    #[test]
    fn a_name_and_a_handle_are_told_apart() {
        for (text, name, handle) in [
            ("Tobi Achterberg (@tobi.a)", "Tobi Achterberg", Some("@tobi.a")),
            ("@tobi", "tobi", Some("@tobi")),
            ("@tobi | Tobi Achterberg", "Tobi Achterberg", Some("@tobi")),
            ("Tobi, @tobi", "Tobi", Some("@tobi")),
            ("@tobi / @maren", "tobi", Some("@tobi")),
            ("Tobi  Achterberg", "Tobi Achterberg", None),
            ("a @ b", "a @ b", None),
        ] {
            assert_eq!(parts(text), (name.to_owned(), handle.map(str::to_owned)), "{text}");
        }
    }
}
