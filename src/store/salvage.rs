//! What can still be read of a plan that is damaged.
//!
//! Every lane, card and creator is read by itself, and every field of one that cannot be read whole. From what is sound a plan
//! is put together again, and what is missing in it is listed. The file is never touched: the plan is a new one, without a file.

mod mend;

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt::Write as _;

use ron::value::RawValue;
use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};

use self::mend::mend;
use super::format::{self, VERSION};
use super::pictures::Entries;
use super::scan::{self, Group};
use super::{Loaded, Notice, limits, writer};
use crate::model::later::keeping;
use crate::model::record::{MAX_UNKNOWN, Record};
use crate::model::shown::short;
use crate::model::{Acceptance, Brand, Campaign, Creator, Id, Lane, Moment, Note, Phase, PlanId, Product, faults};
use crate::words::salvage as say;

/// What was read of a damaged plan.
#[derive(Clone, Debug)]
pub struct Salvaged {
    /// The plan; [`crate::model::faults`] finds nothing in it.
    pub campaign: Campaign,
    /// What is missing in it or was changed, in the order of the file.
    pub lost: Vec<Lost>,
}

/// Something that could not be read, or only in part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// What, in a sentence.
    pub what: String,
    /// The line on which it begins, from 1.
    pub line: usize,
}

/// Reads what can be read; `None` where nothing of a plan is found. Takes time and memory in proportion to the file.
#[must_use]
pub fn salvage(bytes: &[u8]) -> Option<Salvaged> {
    if bytes.len() as u64 > limits::FILE_BYTES {
        return None;
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let text = String::from_utf8_lossy(bytes);
    // Zero bytes are room that was never filled; as blanks they only separate.
    let text: Cow<'_, str> =
        if text.contains(['\0', '\r']) { text.replace("\r\n", "\n").replace('\0', " ").into() } else { text };
    let salvage = Salvage::of(&text);
    let mut salvaged = if salvage.numbers().next().is_some() { keeping(|| salvage.plan()).0 } else { salvage.plan() }?;
    // A letter that is none looks nearly like the text around it, and nobody would look for it.
    salvaged.lost.extend(no_letters(bytes).map(|line| Lost { what: say::no_letter().to_owned(), line }));
    // What is not fit to be saved is of no use to anybody.
    let (campaign, cuts) = format::again(&salvaged.campaign)?;
    // What was cut stands elsewhere in the plan as it was put together; in the file it is mostly the longest lines.
    let mut long = text.lines().zip(1..).filter(|(line, _)| line.len() > limits::TEXT_BYTES).map(|(_, number)| number);
    salvaged.lost.extend(cuts.into_iter().map(|cut| Lost { what: cut.what, line: long.next().unwrap_or(1) }));
    salvaged.lost.sort_by_key(|lost| lost.line);
    Some(Salvaged { campaign, ..salvaged })
}

/// The lines with bytes that are no letters.
fn no_letters(bytes: &[u8]) -> impl Iterator<Item = usize> {
    let mut line = 1;
    let chunks = bytes.utf8_chunks().filter_map(move |chunk| {
        line += chunk.valid().matches('\n').count();
        (!chunk.invalid().is_empty()).then_some(line)
    });
    let mut last = 0;
    chunks.filter(move |line| std::mem::replace(&mut last, *line) != *line)
}

/// The same as a plan that is looked at, with a notice about each thing that is missing. The plan is never written.
pub(super) fn loaded(bytes: &[u8]) -> Option<Loaded> {
    let Salvaged { campaign, lost } = salvage(bytes)?;
    let told = listed(lost.iter().map(|lost| (lost.what.as_str(), lost.line)));
    let notices = told.into_iter().map(|message| Notice { message, unreadable: false }).collect();
    Some(Loaded { campaign, notices })
}

/// The first [`MOST_TOLD`] of what is missing, each with its line, and how many more there are.
#[must_use]
pub fn listed<'a>(all: impl ExactSizeIterator<Item = (&'a str, usize)>) -> Vec<String> {
    let more = all.len().saturating_sub(MOST_TOLD);
    let lines = all.take(MOST_TOLD).map(|(what, line)| say::at_line(what, line));
    lines.chain((more > 0).then(|| say::more(more))).collect()
}

/// Most things that are listed one by one where the list is read in one go.
const MOST_TOLD: usize = 12;

struct Salvage<'a> {
    text: &'a str,
    groups: Vec<Group<'a>>,
    lost: Vec<(usize, String)>,
    /// How many cards, lanes and creators were read.
    read: usize,
}

/// The value of a field that has to be there, where it could not be read.
type Instead = (&'static str, String);

impl<'a> Salvage<'a> {
    fn of(text: &'a str) -> Self {
        Self { text, groups: scan::groups(text), lost: Vec::new(), read: 0 }
    }

    fn plan(mut self) -> Option<Salvaged> {
        let text = if let Some(at) = self.named_group(false, "campaign").or_else(|| self.nearly_named(false, "campaign")) {
            self.campaign(at)
        } else {
            // Where even that is not to be found, the lists in it may be.
            self.lost.push((0, say::particulars().to_owned()));
            let mut text = String::from("(name: \"\",");
            for list in ["creators", "brands", "products", "lanes", "ideas"] {
                if let Some(at) = self.named_group(true, list) {
                    self.list(list, at, &mut text);
                }
            }
            text + ")"
        };
        if self.read == 0 {
            return None;
        }
        let mut campaign: Campaign = parse(&text)?;
        self.head(&mut campaign);
        self.pictures(&mut campaign);
        mend(&mut campaign, &mut self.lost);
        if !faults(&campaign).is_empty() {
            return None;
        }
        self.lost.sort_by_key(|(at, _)| *at);
        let mut lines = Lines::new(self.text);
        let lost = self.lost.into_iter().map(|(at, what)| Lost { what, line: lines.of(at) }).collect();
        Some(Salvaged { campaign, lost })
    }

    /// The first group with that name.
    fn named_group(&self, list: bool, name: &str) -> Option<usize> {
        self.groups.iter().position(|group| group.name == name && group.list == list)
    }

    /// A group directly in the file whose name is that one with a single letter damaged.
    fn nearly_named(&self, list: bool, name: &str) -> Option<usize> {
        let inner = self.groups.first().into_iter().flat_map(|group| &group.inner).copied();
        let named = |at: &usize| self.groups.get(*at).is_some_and(|group| group.list == list && is_near(group.name, name));
        inner.into_iter().find(named)
    }

    /// A field of the head.
    fn of_head(&self, name: &str) -> Option<&'a str> {
        let top = self.groups.first().filter(|group| !group.list);
        let mut fields = top.into_iter().flat_map(|group| &group.fields).filter(|field| field.0 == name);
        fields.find_map(|(_, start, end)| self.text.get(*start..*end)).map(str::trim)
    }

    /// The numbers of a later version, where the file is of one.
    fn numbers(&self) -> impl Iterator<Item = (&'static str, u32)> {
        let number = |name| self.of_head(name)?.parse().ok().filter(|number| *number > VERSION).map(|number| (name, number));
        ["version", "min_reader"].into_iter().filter_map(number)
    }

    /// The id of the plan, the numbers of a later version, so that what is kept of it stays kept, and what that version has
    /// beside the campaign.
    fn head(&mut self, campaign: &mut Campaign) {
        campaign.id = self.of_head("id").and_then(|text| ron::from_str(text).ok()).unwrap_or_else(|| drawn_from(self.text));
        for (name, number) in self.numbers() {
            if let Ok(raw) = RawValue::from_rust(&number) {
                campaign.beside.add(name, raw);
            }
        }
        let top = self.groups.first().filter(|group| !group.list && group.name.is_empty());
        for (name, start, end) in top.map(|group| group.fields.clone()).unwrap_or_default() {
            if KNOWN.contains(&name) {
                continue;
            }
            let raw = self.text.get(start..end).and_then(|text| RawValue::from_boxed_ron(text.trim().into()).ok());
            let damaged = !is_name(name) || KNOWN.iter().any(|known| is_near(name, known) || known.ends_with(name));
            let kept = raw.filter(|_| !damaged).and_then(|raw| campaign.beside.set(name, raw));
            if kept.is_none() {
                self.lost.push((start, say::of_file(name.chars().take(40).collect::<String>())));
            }
        }
    }

    fn campaign(&mut self, at: usize) -> String {
        const LISTS: [&str; 7] = ["brands", "products", "creators", "lanes", "ideas", "acceptances", "phases"];
        let mut text = String::from("(");
        let missing = self.fields::<Campaign>(at, &[("name", "\"\"".to_owned())], &LISTS, &mut text);
        self.lost.extend(missing.into_iter().map(|(at, name)| (at, say::of_campaign(name))));
        text.push(')');
        text
    }

    /// The sound items of one of the lists of the campaign, or of a lane, as a field.
    fn list(&mut self, name: &str, at: usize, text: &mut String) {
        // Writing to a String cannot fail.
        let _ = write!(text, "{name}: [");
        self.strangers(name, at);
        for item in self.items(at) {
            match name {
                "lanes" => self.lane(item, text),
                "moments" | "ideas" => self.card(item, text),
                "creators" => self.named::<Creator>(item, (say::creator, say::no_creator()), text),
                "brands" => self.named::<Brand>(item, (say::brand, say::no_brand()), text),
                "products" => self.named::<Product>(item, (say::product, say::no_product()), text),
                "notes" => self.whole::<Note>(item, "text", (say::note_lost, say::no_note()), text),
                "acceptances" => self.whole::<Acceptance>(item, "rule", (say::acceptance, say::no_acceptance()), text),
                _ => self.whole::<Phase>(item, "name", (say::phase_lost, say::no_phase()), text),
            }
        }
        text.push_str("],");
    }

    /// Says what stands in a list and is no group: nothing of ours, perhaps something of a later version.
    fn strangers(&mut self, name: &str, list: usize) {
        let Some(group) = self.groups.get(list).filter(|group| group.whole) else { return };
        let (mut at, mut found) = (group.start + 1, Vec::new());
        let inner = group.inner.iter().filter_map(|inner| self.groups.get(*inner));
        let ends = inner.map(|inner| (inner.start, inner.end, inner.list || !inner.name.is_empty()));
        for (start, end, strange) in ends.chain([(group.end.saturating_sub(1), group.end, false)]) {
            let between = self.text.get(at..start).unwrap_or_default();
            let begins = between.len() - between.trim_start_matches([' ', '\n', ',', '\t']).len();
            let comment = between.get(begins..).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
            if !comment || strange {
                found.push(at + begins);
            }
            at = at.max(end);
        }
        self.lost.extend(found.into_iter().map(|at| (at, say::item(name))));
    }

    /// The groups of a list. One that is not closed may hold those that come after it.
    fn items(&self, list: usize) -> Vec<usize> {
        let mut found = Vec::new();
        let mut waiting: Vec<usize> =
            self.groups.get(list).into_iter().flat_map(|group| group.inner.iter().rev().copied()).collect();
        while let Some(at) = waiting.pop() {
            let Some(group) = self.groups.get(at).filter(|group| group.name.is_empty() && !group.list) else { continue };
            found.push(at);
            if !group.whole {
                waiting.extend(group.inner.iter().rev());
            }
        }
        found
    }

    fn slice(&self, at: usize) -> &'a str {
        self.groups
            .get(at)
            .filter(|group| group.whole)
            .and_then(|group| self.text.get(group.start..group.end))
            .unwrap_or_default()
    }

    fn start(&self, at: usize) -> usize {
        self.groups.get(at).map_or(0, |group| group.start)
    }

    fn lose(&mut self, at: usize, what: String) {
        let start = self.start(at);
        self.lost.push((start, what));
    }

    fn lane(&mut self, at: usize, text: &mut String) {
        let whole = self.slice(at);
        if parse::<Lane>(whole).is_some() {
            self.read += 1;
            text.push_str(whole);
            text.push(',');
            return;
        }
        let before = self.lost.len();
        text.push('(');
        let id = self.id_for(at);
        let missing = self.fields::<Lane>(at, &[("id", id)], &["moments", "notes"], text);
        self.lost.extend(missing.into_iter().map(|(at, name)| (at, say::of_lane(name))));
        text.push_str("),");
        self.read += 1;
        if self.lost.len() == before {
            self.lose(at, say::lane().to_owned());
        }
    }

    fn card(&mut self, at: usize, text: &mut String) {
        let instead = [
            ("id", self.id_for(at)),
            ("kind", "organic".to_owned()),
            ("title", "\"\"".to_owned()),
            ("status", "draft".to_owned()),
        ];
        self.thing::<Moment>(at, &instead, &["title", "notes", "hook"], (say::card, say::no_card()), text);
    }

    fn named<T: DeserializeOwned + Record>(&mut self, at: usize, what: (fn(String) -> String, &str), text: &mut String) {
        let instead = [("id", self.id_for(at)), ("name", "\"\"".to_owned())];
        self.thing::<T>(at, &instead, &["name"], what, text);
    }

    /// Something that is either whole or of no use.
    fn whole<T: DeserializeOwned>(
        &mut self,
        at: usize,
        telling: &str,
        (what, nothing): (fn(String) -> String, &str),
        text: &mut String,
    ) {
        let whole = self.slice(at);
        if parse::<T>(whole).is_some() {
            text.push_str(whole);
            text.push(',');
        } else {
            let told = self.text_of(at, telling).map(|name| what(short(&name, 60).into_owned()));
            self.lose(at, told.unwrap_or_else(|| nothing.to_owned()));
        }
    }

    /// Something with a title: whole, or those of its fields that can be read, if one of them says what it is.
    fn thing<T: DeserializeOwned + Record>(
        &mut self,
        at: usize,
        instead: &[Instead],
        telling: &[&str],
        (what, nothing): (fn(String) -> String, &str),
        text: &mut String,
    ) {
        let whole = self.slice(at);
        if parse::<T>(whole).is_some() {
            self.read += 1;
            text.push_str(whole);
            text.push(',');
            return;
        }
        let title = telling.iter().find_map(|name| self.text_of(at, name));
        let mut fields = String::from("(");
        let missing: Vec<String> = self.fields::<T>(at, instead, &[], &mut fields).into_iter().map(|(_, name)| name).collect();
        fields.push_str("),");
        match title {
            Some(title) => {
                self.read += 1;
                text.push_str(&fields);
                let shown = what(short(&title, 60).into_owned());
                let names = crate::words::list(&missing);
                self.lose(at, if missing.is_empty() { say::put_together(shown) } else { say::in_part(shown, names) });
            }
            None => self.lose(at, nothing.to_owned()),
        }
    }

    /// A text field of a group, if it can be read.
    fn text_of(&self, at: usize, name: &str) -> Option<String> {
        let fields = self.groups.get(at).into_iter().flat_map(|group| &group.fields);
        let value = fields.filter(|field| field.0 == name).find_map(|(_, start, end)| self.text.get(*start..*end))?;
        ron::from_str(value.trim()).ok().filter(|text: &String| !text.trim().is_empty())
    }

    /// Those fields of a group that can be read, each tried by itself, and the items of the lists named. Returns the names of
    /// the others, with their places.
    fn fields<T: DeserializeOwned + Record>(
        &mut self,
        at: usize,
        instead: &[Instead],
        lists: &[&str],
        text: &mut String,
    ) -> Vec<(usize, String)> {
        let mut missing = Vec::new();
        let Some(group) = self.groups.get(at) else { return missing };
        let (fields, inner) = (group.fields.clone(), group.inner.clone());
        let (mut taken, mut tried): (HashSet<&str>, HashSet<&str>) = (HashSet::new(), HashSet::new());
        for (name, start, end) in fields {
            if taken.contains(name) {
                continue;
            }
            let known = list_called(name, lists, &taken);
            let list = known.map(|_| {
                let at = |group: &&usize| {
                    self.groups.get(**group).is_some_and(|group| group.list && group.name == name && group.start >= start)
                };
                inner.iter().find(at).copied()
            });
            if let (Some(known), Some(Some(list))) = (known, list) {
                taken.insert(known);
                self.list(known, list, text);
                continue;
            }
            let value = self.text.get(start..end).unwrap_or_default().trim();
            if value.is_empty() && inner.iter().any(|at| self.groups.get(*at).is_some_and(|group| group.name == name)) {
                // Its own bracket is missing; what is in it was found all the same.
                if let Some(list) = inner.iter().copied().find(|at| self.groups.get(*at).is_some_and(|group| group.name == name))
                {
                    taken.insert(name);
                    self.list(name, list, text);
                }
                continue;
            }
            let mut alone = String::from("(");
            for (other, stands) in instead.iter().filter(|(other, _)| *other != name) {
                let _ = write!(alone, "{other}: {stands},");
            }
            let _ = write!(alone, "{name}: {value},)");
            // A record with more fields than that would be refused as a whole.
            let room = T::NAMES.contains(&name) || taken.len() < MAX_UNKNOWN;
            if room && !value.is_empty() && parse::<T>(&alone).is_some() {
                taken.insert(name);
                let _ = write!(text, "{name}: {value},");
            } else if tried.insert(name) {
                let what: String = name.chars().take(40).collect();
                missing.push((start, what));
            }
        }
        let start = self.start(at);
        for (name, stands) in instead.iter().filter(|(name, _)| !taken.contains(name)) {
            let _ = write!(text, "{name}: {stands},");
            if !tried.contains(name) {
                missing.push((start, (*name).to_owned()));
            }
        }
        missing
    }

    /// An id for something whose own cannot be read: the same whenever the same file is read.
    fn id_for(&self, at: usize) -> String {
        let mut hash = Sha256::new();
        hash.update(self.text.len().to_le_bytes());
        hash.update(self.start(at).to_le_bytes());
        let bits = hash.finalize().first_chunk().map_or(0, |bytes| u64::from_le_bytes(*bytes));
        let mut id = String::new();
        writer::quote(&mut id, Id::from_bits(bits));
        id
    }

    fn pictures(&mut self, campaign: &mut Campaign) {
        let Some(list) = self.named_group(true, "pictures").or_else(|| self.nearly_named(true, "pictures")) else { return };
        for at in self.items(list) {
            let entry = format!("[{}]", self.slice(at));
            let room = campaign.pictures.len() < limits::PICTURES;
            if let Some(entries) = parse::<Entries>(&entry).filter(|_| room) {
                campaign.pictures.extend(entries.pictures);
                let start = self.start(at);
                self.lost.extend(entries.notices.into_iter().map(|notice| (start, notice.message)));
            } else {
                let told = self.text_of(at, "name").map(|name| say::picture(short(&name, 60).into_owned()));
                self.lose(at, told.unwrap_or_else(|| say::no_picture().to_owned()));
            }
        }
    }
}

fn parse<T: DeserializeOwned>(text: &str) -> Option<T> {
    if text.is_empty() {
        return None;
    }
    ron::Options::default().with_recursion_limit(limits::DEPTH).from_str(text).ok()
}

/// Which list a field is that is called so: the one of that name, or the one from whose name a single letter is damaged.
fn list_called<'l>(name: &str, lists: &[&'l str], taken: &HashSet<&str>) -> Option<&'l str> {
    // The colon behind it, or a letter in it, may have become a part of it, or the end of what stands before it.
    let near = |list: &str| {
        let shorter = name.len() >= 2 && name.len() < list.len() && list.ends_with(name);
        let longer = name.strip_prefix(list).is_some_and(|rest| rest.chars().count() == 1);
        is_near(name, list) || shorter || longer
    };
    let exact = lists.iter().copied().find(|list| *list == name);
    exact.or_else(|| {
        let mut found = lists.iter().copied().filter(|list| !taken.contains(list) && near(list));
        found.next().filter(|_| found.next().is_none())
    })
}

/// The fields of a file.
const KNOWN: [&str; 7] = ["format", "version", "min_reader", "id", "app", "campaign", "pictures"];

/// Whether a name is another one with a single letter damaged. What is no letter any more is longer than the one it was.
fn is_near(found: &str, name: &str) -> bool {
    let same_length = found.chars().count() == name.chars().count();
    same_length && found.chars().zip(name.chars()).filter(|(a, b)| a != b).count() == 1
}

/// Whether this can be the name of a field, of whatever version.
fn is_name(found: &str) -> bool {
    found.starts_with(|c: char| c.is_ascii_lowercase()) && found.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
}

/// An id for a plan that lost its own: the same whenever the same file is read.
fn drawn_from(text: &str) -> PlanId {
    PlanId::from_bits(Sha256::digest(text.as_bytes()).first_chunk().map_or(0, |bytes| u128::from_le_bytes(*bytes)))
}

/// Numbers of lines for offsets that only grow.
struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, at: 0, line: 1 }
    }

    fn of(&mut self, offset: usize) -> usize {
        let offset = offset.min(self.text.len()).max(self.at);
        let passed = self.text.as_bytes().get(self.at..offset).unwrap_or_default();
        self.line += passed.split(|b| *b == b'\n').count() - 1;
        self.at = offset;
        self.line
    }
}
