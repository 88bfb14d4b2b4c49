//! What can still be read of a plan that is damaged.
//!
//! Every lane, card and creator is read by itself, and every field of one that cannot be read whole. From what is sound a plan
//! is put together again, and what is missing in it is listed. The file is never touched: the plan is a new one, without a file.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt::Write as _;
use std::hash::Hash;
use std::sync::Arc;

use ron::value::RawValue;
use serde::de::DeserializeOwned;
use sha2::{Digest as _, Sha256};

use super::format::VERSION;
use super::pictures::Entries;
use super::scan::{self, Group};
use super::{Loaded, Notice, format, limits, writer};
use crate::model::later::keeping;
use crate::model::shown::short;
use crate::model::{
    Acceptance, Brand, Campaign, Creator, Id, Lane, Moment, MomentId, Phase, PictureId, PlanId, Product, When, faults,
};
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
    salvaged.lost.sort_by_key(|lost| lost.line);
    // What is not fit to be saved is of no use to anybody.
    let campaign = format::again(&salvaged.campaign)?;
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
    let notice = |lost: &Lost| Notice { message: say::at_line(&lost.what, lost.line), unreadable: false };
    Some(Loaded { campaign, notices: lost.iter().take(MOST_TOLD).map(notice).collect() })
}

/// Most things that are listed one by one where the list is read in one go.
pub const MOST_TOLD: usize = 12;

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
        let text = if let Some(at) = self.named_group(false, "campaign") {
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
        if !faults(&campaign).is_empty() || campaign.moment_count() + campaign.ideas.len() > limits::MOMENTS {
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

    /// The id of the plan and the numbers of a later version, so that what is kept of it stays kept.
    fn head(&self, campaign: &mut Campaign) {
        campaign.id = self.of_head("id").and_then(|text| ron::from_str(text).ok()).unwrap_or_else(|| drawn_from(self.text));
        for (name, number) in self.numbers() {
            if let Ok(raw) = RawValue::from_rust(&number) {
                campaign.beside.add(name, raw);
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
        for item in self.items(at) {
            match name {
                "lanes" => self.lane(item, text),
                "moments" | "ideas" => self.card(item, text),
                "creators" => self.named::<Creator>(item, (say::creator, say::no_creator()), text),
                "brands" => self.named::<Brand>(item, (say::brand, say::no_brand()), text),
                "products" => self.named::<Product>(item, (say::product, say::no_product()), text),
                "acceptances" => self.whole::<Acceptance>(item, say::acceptance, text),
                _ => self.whole::<Phase>(item, say::phase, text),
            }
        }
        text.push_str("],");
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
        let missing = self.fields::<Lane>(at, &[("id", id)], &["moments"], text);
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

    fn named<T: DeserializeOwned>(&mut self, at: usize, what: (fn(String) -> String, &str), text: &mut String) {
        let instead = [("id", self.id_for(at)), ("name", "\"\"".to_owned())];
        self.thing::<T>(at, &instead, &["name"], what, text);
    }

    /// Something that is either whole or of no use.
    fn whole<T: DeserializeOwned>(&mut self, at: usize, what: fn() -> &'static str, text: &mut String) {
        let whole = self.slice(at);
        if parse::<T>(whole).is_some() {
            text.push_str(whole);
            text.push(',');
        } else {
            self.lose(at, what().to_owned());
        }
    }

    /// Something with a title: whole, or those of its fields that can be read, if one of them says what it is.
    fn thing<T: DeserializeOwned>(
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
    fn fields<T: DeserializeOwned>(
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
            if !value.is_empty() && parse::<T>(&alone).is_some() {
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
        let Some(list) = self.named_group(true, "pictures") else { return };
        for at in self.items(list) {
            let entry = format!("[{}]", self.slice(at));
            let room = campaign.pictures.len() < limits::PICTURES;
            match parse::<Entries>(&entry).filter(|_| room) {
                Some(entries) => {
                    campaign.pictures.extend(entries.pictures);
                    let start = self.start(at);
                    self.lost.extend(entries.notices.into_iter().map(|notice| (start, notice.message)));
                }
                None => self.lose(at, say::picture().to_owned()),
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
    let near = |list: &str| {
        let same = list.len() == name.len();
        let differ = list.bytes().zip(name.bytes()).filter(|(a, b)| a != b).count();
        (same && differ == 1) || (name.len() >= 2 && name.len() < list.len() && list.ends_with(name))
    };
    let exact = lists.iter().copied().find(|list| *list == name);
    exact.or_else(|| {
        let mut found = lists.iter().copied().filter(|list| !taken.contains(list) && near(list));
        found.next().filter(|_| found.next().is_none())
    })
}

/// An id for a plan that lost its own: the same whenever the same file is read.
fn drawn_from(text: &str) -> PlanId {
    PlanId::from_bits(Sha256::digest(text.as_bytes()).first_chunk().map_or(0, |bytes| u128::from_le_bytes(*bytes)))
}

/// Makes whole what hangs together: ids that stand twice, names of what is not there, days that do not fit.
fn mend(campaign: &mut Campaign, lost: &mut Vec<(usize, String)>) {
    unique(&mut campaign.brands, |brand| brand.id);
    unique(&mut campaign.products, |product| product.id);
    unique(&mut campaign.creators, |creator| creator.id);
    unique(&mut campaign.lanes, |lane| lane.id);
    unique(&mut campaign.acceptances, |acceptance| acceptance.id);
    unique(&mut campaign.pictures, |picture| picture.id);
    let brands: HashSet<_> = campaign.brands.iter().map(|brand| brand.id).collect();
    let products: HashSet<_> = campaign.products.iter().map(|product| product.id).collect();
    let pictures: HashSet<PictureId> = campaign.pictures.iter().map(|picture| picture.id).collect();
    let mut loose = 0;
    for product in &mut campaign.products {
        if product.brand.is_some_and(|id| !brands.contains(&id)) {
            loose += 1;
            Arc::make_mut(product).brand = None;
        }
    }
    let mut creators: HashSet<_> = campaign.creators.iter().map(|creator| creator.id).collect();
    for lane in &mut campaign.lanes {
        let lane = Arc::make_mut(lane);
        if lane.brand.is_some_and(|id| !brands.contains(&id)) {
            loose += 1;
            lane.brand = None;
        }
        match (lane.is_creator(), lane.creator) {
            (true, Some(id)) if creators.insert(id) => campaign.creators.push(Arc::new(Creator::new(id, say::lost_creator()))),
            // Whose lane it is cannot be read: nobody is put in their place.
            (true, None) => {
                lane.kind = crate::model::LaneKind::Community;
                lane.name.get_or_insert_with(|| say::lost_creator().to_owned());
                lost.push((usize::MAX, say::lane_of_nobody().to_owned()));
            }
            (false, Some(_)) => lane.creator = None,
            _ => {}
        }
    }
    let mut ids: HashSet<MomentId> = HashSet::new();
    let mut twice = 0u64;
    let mut card = |moment: &mut Arc<Moment>, parked: bool| {
        let moment = Arc::make_mut(moment);
        while !ids.insert(moment.id) {
            twice += 1;
            moment.id = MomentId(Id::from_bits(moment.id.0.bits() ^ twice.wrapping_mul(0x9E37_79B9_7F4A_7C15)));
        }
        keep_known(&mut moment.product, |id| products.contains(id), &mut loose);
        keep_known(&mut moment.brand, |id| brands.contains(id), &mut loose);
        keep_known(&mut moment.image, |id| pictures.contains(id), &mut loose);
        keep_known(&mut moment.for_creator, |id| parked && creators.contains(id), &mut loose);
        let features = moment.features.len();
        moment.features.retain(|id| creators.contains(id));
        loose += features - moment.features.len();
        if !matches!(moment.when, When::On(_) | When::Relative(_)) && moment.unknown.get("when").is_none() {
            moment.time = None;
        }
    };
    for lane in &mut campaign.lanes {
        Arc::make_mut(lane).moments.iter_mut().for_each(|moment| card(moment, false));
    }
    campaign.ideas.iter_mut().for_each(|moment| card(moment, true));
    if twice > 0 {
        lost.push((usize::MAX, say::twice(twice)));
    }
    if loose > 0 {
        lost.push((usize::MAX, say::loose(loose)));
    }
    if let Some(kit) = campaign.brand_kit.as_mut().filter(|kit| kit.pictures().any(|id| !pictures.contains(&id))) {
        let kit = Arc::make_mut(kit);
        kit.logo = kit.logo.filter(|id| pictures.contains(id));
        kit.cover = kit.cover.filter(|id| pictures.contains(id));
    }
    if campaign.start > campaign.end && campaign.end.is_some() {
        campaign.end = None;
    }
    campaign.phases.retain(|phase| phase.from <= phase.to);
    campaign.blackouts.retain(|days| days.from <= days.to);
    for creator in &mut campaign.creators {
        if creator.past.iter().any(|deal| deal.from > deal.to && deal.to.is_some()) {
            Arc::make_mut(creator).past.iter_mut().filter(|deal| deal.from > deal.to).for_each(|deal| deal.to = None);
        }
    }
}

/// Takes away a reference to what is not there.
fn keep_known<I>(reference: &mut Option<I>, known: impl Fn(&I) -> bool, loose: &mut usize) {
    if reference.as_ref().is_some_and(|id| !known(id)) {
        *reference = None;
        *loose += 1;
    }
}

/// Leaves out what has the id of something before it.
fn unique<T, I: Hash + Eq>(all: &mut Vec<Arc<T>>, id: impl Fn(&T) -> I) {
    let mut seen = HashSet::new();
    all.retain(|one| seen.insert(id(one)));
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
