//! Which moments and notes pass a filter. Worked out again only for the lanes that changed, and for all of them when the filter did.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use memchr::memmem::Finder;

use super::Also;
use super::haystack::{Haystack, words};
use super::model::{Facet, Filter, Found, Pick, Whose, owner};
use super::said_days::SaidDays;
use crate::check::State;
use crate::model::fold::fold;
use crate::model::{
    Anchor, Brand, Campaign, Creator, CreatorId, DateForm, Day, Kind, Lane, Moment, MomentId, MoneyForm, NoteId, Platform,
    Product, ProductId, Status, When,
};
use crate::ui::view::{Derived, LaneView, Sieve};
use crate::ui::written;
use crate::words::language::Language;
use crate::words::names;

/// What passed last, with what it was worked out from.
#[derive(Debug, Default)]
pub struct Sifter {
    filter: Filter,
    head: Head,
    lanes: Vec<Sifted>,
    ideas: Tray,
    /// What is shown although it does not pass.
    also: Also,
    sieve: Sieve,
    /// The campaign and the round of what was derived from it that all this is of.
    of: Option<(Arc<Campaign>, u64)>,
    /// How often anything was worked out.
    times: u64,
}

/// What of the campaign itself a filter looks at, and how that is written.
#[derive(Debug, Default)]
struct Head {
    anchor: Option<Anchor>,
    /// How days are written, which a search may name.
    form: Option<(DateForm, MoneyForm, Language)>,
    creators: Vec<Arc<Creator>>,
    brands: Vec<Arc<Brand>>,
    products: Vec<Arc<Product>>,
}

impl Head {
    fn is_of(&self, campaign: &Campaign) -> bool {
        fn same<T>(a: &[Arc<T>], b: &[Arc<T>]) -> bool {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| Arc::ptr_eq(a, b))
        }
        self.anchor == campaign.anchor
            && self.form == Some(written::form())
            && same(&self.creators, &campaign.creators)
            && same(&self.brands, &campaign.brands)
            && same(&self.products, &campaign.products)
    }

    fn of(campaign: &Campaign) -> Self {
        Self {
            anchor: campaign.anchor.clone(),
            form: Some(written::form()),
            creators: campaign.creators.clone(),
            brands: campaign.brands.clone(),
            products: campaign.products.clone(),
        }
    }
}

/// What passed of a lane.
#[derive(Debug)]
struct Sifted {
    lane: Arc<Lane>,
    view: Option<Arc<LaneView>>,
    hay: Option<Haystack>,
    /// Their places in the lane, and their ids.
    places: Vec<usize>,
    passed: Vec<MomentId>,
    hay_of_notes: Option<Haystack>,
    notes: Vec<NoteId>,
}

/// What passed of the tray.
#[derive(Debug, Default)]
struct Tray {
    ideas: Vec<Arc<Moment>>,
    hay: Option<Haystack>,
    passed: Vec<MomentId>,
}

impl Sifter {
    /// What passes this filter, and what is shown although it does not. Costs nothing as long as nothing changed; `round`
    /// counts how often what is derived was worked out.
    pub fn sift(&mut self, campaign: &Arc<Campaign>, derived: &Derived, round: u64, filter: &Filter, also: &Also) -> &Sieve {
        let is_current = self.of.as_ref().is_some_and(|(of, known)| Arc::ptr_eq(of, campaign) && *known == round);
        let same_filter = self.filter == *filter;
        let same_form = filter.is_empty() || self.head.form == Some(written::form());
        if is_current && same_form && same_filter && self.also == *also {
            return &self.sieve;
        }
        self.also.clone_from(also);
        self.of = Some((Arc::clone(campaign), round));
        self.times += 1;
        if filter.is_empty() {
            // Nothing is kept of a search that is over: texts of a large plan take room.
            *self = Self { of: self.of.take(), also: std::mem::take(&mut self.also), times: self.times, ..Self::default() };
            return &self.sieve;
        }
        let same_head = self.head.is_of(campaign);
        if !same_head {
            self.head = Head::of(campaign);
        }
        let keeps = same_filter && same_head;
        let narrows = same_head && narrows(filter, &self.filter);
        self.filter.clone_from(filter);
        let test = Test::of(campaign, filter);
        let mut known = self.take_known(campaign);
        for (at, lane) in campaign.lanes.iter().enumerate() {
            let view = derived.lanes.get(at).filter(|view| Arc::ptr_eq(&view.lane, lane));
            let before = known.get_mut(at).and_then(Option::take).filter(|sifted| Arc::ptr_eq(&sifted.lane, lane));
            let same_view = |sifted: &Sifted| match (&sifted.view, view) {
                (Some(a), Some(b)) => Arc::ptr_eq(a, b),
                (a, b) => a.is_none() && b.is_none(),
            };
            let sifted = match before {
                Some(sifted) if keeps && same_view(&sifted) => sifted,
                before => {
                    // A letter more is looked for only in what had those before it, unless that is most of the lane: to go through
                    // all of it once is quicker then.
                    let few = |sifted: &&Sifted| narrows && same_view(sifted) && sifted.places.len() * 4 < lane.moments.len();
                    let among = before.as_ref().filter(few).map(|sifted| sifted.places.clone());
                    let (mut hay, mut hay_of_notes) = before.map(|sifted| (sifted.hay, sifted.hay_of_notes)).unwrap_or_default();
                    let places = test.lane(campaign, lane, view, among, &mut hay);
                    let passed = ids(&lane.moments, &places);
                    let notes = test.notes(campaign, lane, &mut hay_of_notes);
                    Sifted { lane: Arc::clone(lane), view: view.cloned(), hay, places, passed, hay_of_notes, notes }
                }
            };
            self.lanes.push(sifted);
        }
        let tray = &mut self.ideas;
        let same_ideas =
            tray.ideas.len() == campaign.ideas.len() && tray.ideas.iter().zip(&campaign.ideas).all(|(a, b)| Arc::ptr_eq(a, b));
        if !same_ideas {
            *tray = Tray { ideas: campaign.ideas.clone(), ..Tray::default() };
        }
        if !same_ideas || !keeps {
            tray.passed = ids(&tray.ideas, &test.ideas(campaign, &tray.ideas, &mut tray.hay));
        }
        self.gather(campaign);
        &self.sieve
    }

    /// What is known of the lanes, in the order that they have now.
    fn take_known(&mut self, campaign: &Campaign) -> Vec<Option<Sifted>> {
        let known = std::mem::take(&mut self.lanes);
        let same_places = known.len() == campaign.lanes.len()
            && known.iter().zip(&campaign.lanes).all(|(sifted, lane)| sifted.lane.id == lane.id);
        if same_places {
            return known.into_iter().map(Some).collect();
        }
        let mut by_id: HashMap<_, _> = known.into_iter().map(|sifted| (sifted.lane.id, sifted)).collect();
        campaign.lanes.iter().map(|lane| by_id.remove(&lane.id)).collect()
    }

    /// Puts together what passed. Where that is what passed before, the sieve stays the same pointer.
    fn gather(&mut self, campaign: &Campaign) {
        let lanes = self.lanes.iter().flat_map(|sifted| &sifted.passed);
        let count: usize = self.lanes.iter().map(|sifted| sifted.passed.len()).sum();
        let also = &self.also.moments;
        let mut all: Vec<MomentId> = Vec::with_capacity(count + self.ideas.passed.len() + also.len());
        all.extend(lanes.copied());
        all.extend(&self.ideas.passed);
        let mut ideas = self.ideas.passed.len();
        if !also.is_empty() {
            let parked: HashSet<MomentId> = campaign.ideas.iter().map(|idea| idea.id).collect();
            let passed: HashSet<MomentId> = self.ideas.passed.iter().copied().collect();
            let is_more = |id: &&MomentId| parked.contains(*id) && !passed.contains(*id);
            ideas += also.iter().filter(is_more).count();
            all.extend(also);
        }
        let notes = self.lanes.iter().flat_map(|sifted| &sifted.notes).chain(&self.also.notes).copied();
        let sieve = Sieve::with_notes(all, ideas, notes);
        if sieve != self.sieve {
            self.sieve = sieve;
        }
    }

    /// Counts how often anything was worked out: what was made of it holds until this is another number.
    #[must_use]
    pub fn times(&self) -> u64 {
        self.times
    }

    /// Calls `put` with every moment that another filter lets through, with whose it is and what was found of it. Texts that
    /// were made ready to be searched are used again.
    pub(super) fn each(
        &mut self,
        campaign: &Campaign,
        derived: &Derived,
        filter: &Filter,
        mut put: impl FnMut(Whose, &Moment, &[Found]),
    ) {
        let test = Test::of(campaign, filter);
        for (at, lane) in campaign.lanes.iter().enumerate() {
            let view = derived.lanes.get(at).filter(|view| Arc::ptr_eq(&view.lane, lane));
            let mut none = None;
            let known = self.lanes.get_mut(at).filter(|sifted| Arc::ptr_eq(&sifted.lane, lane));
            let hay = known.map_or(&mut none, |sifted| &mut sifted.hay);
            let found = found(view);
            for moment in test.lane(campaign, lane, view, None, hay).into_iter().filter_map(|at| lane.moments.get(at)) {
                put(Whose::lane(lane), moment, found_of(&found, moment.id));
            }
        }
    }
}

fn ids(moments: &[Arc<Moment>], places: &[usize]) -> Vec<MomentId> {
    places.iter().filter_map(|at| Some(moments.get(*at)?.id)).collect()
}

/// Whether nothing passes a filter that another one holds back: it asks for the same, with words that are those of the other one,
/// longer or as they are, and more after them. Of days that is not so: what is said of the first of a month is not of the twelfth.
fn narrows(filter: &Filter, before: &Filter) -> bool {
    let (now, then) = (words(&filter.text), words(&before.text));
    let longer = |(now, then): (&String, &String)| now.starts_with(then.as_str());
    let without_text = |filter: &Filter| Filter { text: String::new(), ..filter.clone() };
    !then.is_empty()
        && now.len() >= then.len()
        && now.iter().zip(&then).all(longer)
        && SaidDays::of(&now).is_empty()
        && SaidDays::of(&then).is_empty()
        && without_text(filter) == without_text(before)
}

/// A filter, made ready to be asked of many moments.
struct Test<'a> {
    filter: &'a Filter,
    has: [bool; Facet::ALL.len()],
    words: Vec<Word>,
    days: SaidDays,
}

/// A word that is looked for, with those and that which it names: what is theirs, or is that, has it, too.
struct Word {
    letters: String,
    creators: HashSet<CreatorId>,
    products: HashSet<ProductId>,
    kinds: Vec<Kind>,
    platforms: Vec<Platform>,
    statuses: Vec<Status>,
}

impl Word {
    /// Whether it names nothing that a moment says otherwise than in its texts: then no moment has to be looked at for it.
    fn is_only_text(&self) -> bool {
        self.products.is_empty() && self.kinds.is_empty() && self.platforms.is_empty() && self.statuses.is_empty()
    }

    /// Whether it names what a moment is, where it appears or how far it is.
    fn names(&self, campaign: &Campaign, moment: &Moment) -> bool {
        self.kinds.contains(&moment.kind)
            || moment.platform.is_some_and(|platform| self.platforms.contains(&platform))
            || (self.statuses.contains(&moment.status) && campaign.says_status(moment))
    }
}

impl<'a> Test<'a> {
    fn of(campaign: &Campaign, filter: &'a Filter) -> Self {
        let words = words(&filter.text);
        let days = SaidDays::of(&words);
        let words = words.into_iter().map(|word| {
            let named = |text: &str| fold(text).contains(&word);
            let creators =
                campaign.creators.iter().filter(|creator| named(&creator.name) || creator.handle.as_deref().is_some_and(named));
            let creators = creators.map(|creator| creator.id).collect();
            let products = campaign.products.iter().filter(|product| named(&product.name)).map(|product| product.id).collect();
            let kinds = Kind::ALL.iter().copied().filter(|kind| named(names::kind(kind.key()))).collect();
            let platforms = Platform::ALL.iter().copied().filter(|platform| named(names::platform(platform.key()))).collect();
            let statuses = Status::ALL.iter().copied().filter(|status| named(names::status(status.key()))).collect();
            Word { letters: word, creators, products, kinds, platforms, statuses }
        });
        Self { has: Facet::ALL.map(|facet| filter.of(facet).next().is_some()), words: words.collect(), days, filter }
    }

    fn asks(&self, facet: Facet) -> bool {
        self.has[facet as usize]
    }

    /// Whether one of the choices of a sort is this one, or none is asked for.
    fn takes(&self, pick: &Pick) -> bool {
        !self.asks(pick.facet()) || self.filter.picks.contains(pick)
    }

    /// The places of those of a lane that pass; of `among`, where it is known that no others do.
    fn lane(
        &self,
        campaign: &Campaign,
        lane: &Lane,
        view: Option<&Arc<LaneView>>,
        among: Option<Vec<usize>>,
        hay: &mut Option<Haystack>,
    ) -> Vec<usize> {
        if !self.takes(&Pick::Whose(Whose::lane(lane))) {
            return Vec::new();
        }
        let found = self.asks(Facet::Found).then(|| found(view));
        let of_lane = naming(campaign, lane);
        if let Some(among) = among {
            return self.still(campaign, &lane.moments, among, hay, of_lane);
        }
        self.all(
            campaign,
            &lane.moments,
            hay,
            |moment| found.as_ref().map(|found| found_of(found, moment.id)),
            |word, _| of_lane(word),
        )
    }

    /// The notes of a lane that pass: by their words, by whose lane it is and by their day. A note is of no kind, on no platform,
    /// at no status, in nobody's hands and never checked, so that whoever asks for any of that is shown none.
    fn notes(&self, campaign: &Campaign, lane: &Lane, hay: &mut Option<Haystack>) -> Vec<NoteId> {
        let of_moments = [Facet::Kind, Facet::Platform, Facet::Status, Facet::Owner, Facet::Found];
        let asks_more = of_moments.into_iter().any(|facet| self.asks(facet));
        if lane.notes.is_empty() || asks_more || !self.takes(&Pick::Whose(Whose::lane(lane))) {
            return Vec::new();
        }
        let of_lane = naming(campaign, lane);
        let mut passes: Vec<bool> = lane.notes.iter().map(|note| self.comes_within(campaign, note.when)).collect();
        for (place, word) in self.words.iter().enumerate().filter(|(_, word)| !of_lane(word)) {
            let hay = hay.get_or_insert_with(|| Haystack::of_notes(&lane.notes));
            let mut has = vec![false; lane.notes.len()];
            hay.find(&word.letters, &mut has);
            for ((passes, has), note) in passes.iter_mut().zip(has).zip(&lane.notes) {
                *passes &= has || self.is_day(campaign, note.when, place);
            }
        }
        lane.notes.iter().zip(passes).filter(|(_, passes)| *passes).map(|(note, _)| note.id).collect()
    }

    /// The places of those of the tray that pass.
    fn ideas(&self, campaign: &Campaign, ideas: &[Arc<Moment>], hay: &mut Option<Haystack>) -> Vec<usize> {
        let nothing: &[Found] = &[Found::Nothing];
        let found = |_: &Moment| self.asks(Facet::Found).then_some(nothing);
        let meant = |word: &Word, moment: &Moment| moment.for_creator.is_some_and(|creator| word.creators.contains(&creator));
        let whose = |idea: &Moment| Pick::Whose(idea.for_creator.map_or(Whose::Nobody, Whose::Creator));
        let mut passed = self.all(campaign, ideas, hay, found, meant);
        passed.retain(|at| ideas.get(*at).is_some_and(|idea| self.takes(&whose(idea))));
        passed
    }

    /// The places of those of some moments that pass, whoever they are of.
    fn all<'f>(
        &self,
        campaign: &Campaign,
        moments: &[Arc<Moment>],
        hay: &mut Option<Haystack>,
        found: impl Fn(&Moment) -> Option<&'f [Found]>,
        named: impl Fn(&Word, &Moment) -> bool,
    ) -> Vec<usize> {
        // A search alone asks for nothing but words: then most moments of a large plan are never looked at.
        let is_search = self.filter.picks.is_empty() && self.filter.from.is_none() && self.filter.to.is_none();
        let mut passes: Vec<bool> = if is_search {
            vec![true; moments.len()]
        } else {
            moments.iter().map(|moment| self.passes(campaign, moment, found(moment))).collect()
        };
        for (place, word) in self.words.iter().enumerate() {
            if !passes.contains(&true) {
                break;
            }
            let hay = hay.get_or_insert_with(|| Haystack::of(moments));
            let mut has = vec![false; moments.len()];
            hay.find(&word.letters, &mut has);
            let is_only_text = word.is_only_text() && self.days.is_empty();
            for ((passes, has), moment) in passes.iter_mut().zip(has).zip(moments) {
                if is_only_text {
                    *passes &= has || named(word, moment);
                    continue;
                }
                let of_product = || moment.product.is_some_and(|product| word.products.contains(&product));
                let of_day = || self.is_day(campaign, moment.when, place);
                *passes &= has || of_product() || word.names(campaign, moment) || named(word, moment) || of_day();
            }
        }
        passes.into_iter().enumerate().filter(|(_, passes)| *passes).map(|(at, _)| at).collect()
    }

    /// Those of some places that have the words of a search as it goes on; everything else about them was asked before.
    fn still(
        &self,
        campaign: &Campaign,
        moments: &[Arc<Moment>],
        mut places: Vec<usize>,
        hay: &mut Option<Haystack>,
        of_lane: impl Fn(&Word) -> bool,
    ) -> Vec<usize> {
        let hay = hay.get_or_insert_with(|| Haystack::of(moments));
        for word in self.words.iter().filter(|word| !of_lane(word)) {
            let letters = Finder::new(&word.letters);
            let is_named = |moment: &Arc<Moment>| {
                let of_product = || moment.product.is_some_and(|product| word.products.contains(&product));
                !word.is_only_text() && (of_product() || word.names(campaign, moment))
            };
            places.retain(|at| hay.has(*at, &letters) || moments.get(*at).is_some_and(is_named));
        }
        places
    }

    /// Whether a moment passes everything but words and whose it is.
    fn passes(&self, campaign: &Campaign, moment: &Moment, found: Option<&[Found]>) -> bool {
        let filter = self.filter;
        self.takes(&Pick::Kind(moment.kind))
            && self.takes(&Pick::Status(moment.status))
            && self.takes(&Pick::Platform(moment.platform))
            && (!self.asks(Facet::Owner) || filter.picks.contains(&Pick::Owner(owner(moment).to_owned())))
            && found.is_none_or(|found| found.iter().any(|found| filter.picks.contains(&Pick::Found(*found))))
            && self.comes_within(campaign, moment.when)
    }

    /// Whether the word at that place is part of how the day of something is written.
    fn is_day(&self, campaign: &Campaign, when: When, word: usize) -> bool {
        campaign.day_of(when).is_some_and(|day| self.days.name(day, word))
    }

    /// Whether something comes within the days that are asked for.
    fn comes_within(&self, campaign: &Campaign, when: When) -> bool {
        let (from, to) = (self.filter.from, self.filter.to);
        let within = |day: Day| from.is_none_or(|from| from <= day) && to.is_none_or(|to| day <= to);
        (from.is_none() && to.is_none()) || campaign.day_of(when).is_some_and(within)
    }
}

/// Whether a word names whose lane it is: it counts for everything on it.
fn naming(campaign: &Campaign, lane: &Lane) -> impl Fn(&Word) -> bool + use<> {
    let creator = lane.creator;
    let name = if creator.is_none() { fold(campaign.lane_name(lane)) } else { String::new() };
    move |word| match creator {
        Some(creator) => word.creators.contains(&creator),
        None => name.contains(&word.letters),
    }
}

/// What was found of each moment of a lane that something was found of.
fn found(view: Option<&Arc<LaneView>>) -> HashMap<MomentId, Vec<Found>> {
    let mut all: HashMap<MomentId, Vec<Found>> = HashMap::new();
    for finding in view.into_iter().flat_map(|view| &view.findings) {
        let Some(subject) = finding.subject() else { continue };
        let found = if matches!(finding.state, State::Accepted(_)) { Found::Accepted } else { Found::open(finding.severity) };
        let of_moment = all.entry(subject).or_default();
        if !of_moment.contains(&found) {
            of_moment.push(found);
        }
    }
    all
}

/// The part of that which is about one moment.
fn found_of(all: &HashMap<MomentId, Vec<Found>>, id: MomentId) -> &[Found] {
    all.get(&id).map_or(&[Found::Nothing][..], Vec::as_slice)
}
