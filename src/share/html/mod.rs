//! One page that needs nothing but itself: no script, no outside reference, pictures inside.
//!
//! It says what the deck says, in the same order and the same words; what is not wanted of the deck is not on the page.

mod shades;
mod shots;
mod told;

use std::borrow::Cow;

use askama::Template;
use askama::filters::HtmlSafe;

use crate::check::Severity;
use crate::model::{Day, Kind, LaneKind};
use crate::store::carried;
use crate::words::{self, deck, deck_tables as tables, names, page as here, share as say};

use super::arc::{self, Shape};
use super::choice::{Choice, Section};
use super::deck::told::{self as sentences, Written};
use super::encode::{Apart, data_url, shorten};
use super::kit::Kit;
use super::plan::{AskMark, Card, LaneView, Plan, Reader};
use super::tables::{Chapter, Part, chapter};
use shots::{Shot, Shots};
use told::mark_symbol;

/// The page of a plan in the colours of the program, as UTF-8.
#[must_use]
pub fn html(plan: &Plan, choice: &Choice) -> Vec<u8> {
    page(plan, &Kit::default(), choice, None, &|| true).0
}

/// The page of a plan with the plan that travels inside, and the names of pictures that could not be shown. While pictures are
/// made ready it asks whether it goes on.
pub(super) fn page(
    plan: &Plan,
    kit: &Kit,
    choice: &Choice,
    inside: Option<&[u8]>,
    goes_on: &(dyn Fn() -> bool + Sync),
) -> (Vec<u8>, Vec<String>) {
    let shots = Shots::of(&pictured(plan, kit, choice).collect::<Vec<_>>(), goes_on);
    let hero = hero(plan, kit, choice);
    let page = Page {
        plan,
        choice,
        arc: Markup(if shows_arc(plan, choice) { arc::svg(plan) } else { String::new() }),
        compared: Markup(plan.compared.as_ref().map(|of| arc::svg_compared(plan, of)).unwrap_or_default()),
        carried: Markup(inside.map(carried::html::element).unwrap_or_default()),
        style: Markup(shades::style(kit, choice.tone)),
        symbols: Markup(shots.symbols.clone()),
        logo: kit.logo.as_ref().filter(|_| choice.has(Section::Cover)).and_then(|logo| data_url(&logo.bytes)),
        cover: kit.cover.as_ref().filter(|_| choice.has(Section::Cover)).and_then(|cover| data_url(&cover.bytes)),
        hero: hero.and_then(|card| shots.get(card.picture.as_ref()?.id)),
        before: BEFORE.into_iter().filter_map(|section| chapter(plan, choice, section)).collect(),
        after: chapter(plan, choice, Section::Glossary).into_iter().collect(),
        brand: &kit.brand,
        footer: kit.footer.clone(),
        version: prepared(plan, kit, choice.made_on),
        shots: &shots,
    };
    // A template that only writes into memory has nothing that can fail.
    (page.render().unwrap_or_default().into_bytes(), shots.broken.clone())
}

/// The longest name of a place in the list of places, in characters.
const LONGEST_NAME: usize = 48;
/// The sections that are made of tables, before the findings.
const BEFORE: [Section; 5] =
    [Section::Comparison, Section::Calendar, Section::Deliverables, Section::Disclosure, Section::Budget];

/// The pictures of a page, one a place.
fn pictured<'a>(plan: &'a Plan, kit: &Kit, choice: &Choice) -> impl Iterator<Item = &'a crate::model::Picture> {
    let in_cards = choice.has(Section::Storyboards) || choice.has(Section::Briefs);
    let cards = plan.cards().map(|(_, card)| card).filter(move |_| in_cards);
    hero(plan, kit, choice).into_iter().chain(cards).filter_map(|card| card.picture.as_deref())
}

/// The card whose picture stands on the cover where the brand has none: a story says more of a campaign than its product does.
fn hero<'a>(plan: &'a Plan, kit: &Kit, choice: &Choice) -> Option<&'a Card> {
    let cards = || plan.cards().map(|(_, card)| card).filter(|card| card.picture.is_some());
    let is_wanted = choice.has(Section::Cover) && kit.cover.is_none();
    cards().find(|card| card.asks.is_none()).or_else(|| cards().next()).filter(|_| is_wanted)
}

/// Whether the curves are drawn: for one creator beside their moments, for others in a section of their own.
fn shows_arc(plan: &Plan, choice: &Choice) -> bool {
    let is_own = matches!(plan.reader, Reader::Creator(_)) && (choice.has(Section::Storyboards) || choice.has(Section::Briefs));
    choice.has(Section::Arc) || is_own
}

/// "Client version, 2 September 2027".
pub(super) fn version(plan: &Plan, made_on: Option<Day>) -> String {
    let version = match plan.reader {
        Reader::Internal => say::for_internal(),
        Reader::Client => say::for_client(),
        Reader::Creator(_) => say::for_creator(),
    };
    made_on.map_or_else(|| version.to_owned(), |day| say::version_of(version, day.long()))
}

/// The same with who made it, where the brand kit says so.
pub(super) fn prepared(plan: &Plan, kit: &Kit, made_on: Option<Day>) -> String {
    let version = version(plan, made_on);
    match &kit.prepared_by {
        Some(by) => say::prepared_by(by, version),
        None => version,
    }
}

/// What is found first: "Open: 1 error, 2 warnings".
pub(super) fn findings_title(plan: &Plan) -> String {
    let of = |severity: Severity| plan.findings.iter().filter(|line| line.severity == severity).count();
    let counts = words::findings(of(Severity::Error), of(Severity::Warning), of(Severity::Hint), 0);
    if counts.is_empty() { say::no_findings().to_owned() } else { tables::findings_title(counts) }
}

/// The lanes that have a brief.
pub(super) fn briefed(plan: &Plan) -> impl Iterator<Item = &LaneView> {
    plan.lanes.iter().filter(|lane| lane.kind == LaneKind::Creator && !lane.cards.is_empty())
}

/// What the campaign is called.
pub(super) fn name(plan: &Plan) -> &str {
    if plan.name.trim().is_empty() { say::untitled() } else { &plan.name }
}

/// Markup that this module made, every text in it escaped.
struct Markup(String);

impl std::fmt::Display for Markup {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
impl HtmlSafe for Markup {}
impl HtmlSafe for Apart<'_> {}

#[derive(Template)]
#[template(path = "page.html", config = "assets/share/askama.toml")]
struct Page<'a> {
    plan: &'a Plan,
    choice: &'a Choice,
    arc: Markup,
    compared: Markup,
    carried: Markup,
    style: Markup,
    symbols: Markup,
    logo: Option<String>,
    cover: Option<String>,
    hero: Option<Shot<'a>>,
    before: Vec<Chapter>,
    after: Vec<Chapter>,
    brand: &'a str,
    footer: Option<String>,
    version: String,
    shots: &'a Shots,
}

impl Page<'_> {
    fn title(&self) -> String {
        match self.plan.brands.first() {
            Some(brand) => say::page_title(self.name(), brand),
            None => self.name().to_owned(),
        }
    }

    fn name(&self) -> &str {
        name(self.plan)
    }

    /// The language of the page, for readers that speak.
    fn language(&self) -> &'static str {
        self.choice.written_in().code()
    }

    fn is_internal(&self) -> bool {
        self.plan.reader == Reader::Internal
    }

    fn findings_title(&self) -> String {
        findings_title(self.plan)
    }

    fn has_cover(&self) -> bool {
        self.choice.has(Section::Cover)
    }

    fn has_summary(&self) -> bool {
        self.choice.has(Section::Summary)
    }

    fn has_arc(&self) -> bool {
        self.choice.has(Section::Arc) && !self.plan.lanes.is_empty()
    }

    fn has_storyboards(&self) -> bool {
        self.choice.has(Section::Storyboards) && !self.plan.lanes.is_empty()
    }

    fn has_findings(&self) -> bool {
        self.choice.has(Section::Findings)
    }

    fn has_accepted(&self) -> bool {
        self.choice.has(Section::Accepted) && !self.plan.accepted.is_empty()
    }

    fn briefs(&self) -> Vec<&LaneView> {
        if self.choice.has(Section::Briefs) { briefed(self.plan).collect() } else { Vec::new() }
    }

    /// Whether the curve stands in the storyboard of one creator, or else in the brief.
    fn has_own_arc(&self, section: Section) -> bool {
        let first = if self.has_storyboards() { Section::Storyboards } else { Section::Briefs };
        !self.arc.0.is_empty() && !self.has_arc() && section == first
    }

    /// The pages that the team wrote.
    fn own_pages(&self) -> Vec<Written<'_>> {
        if self.choice.has(Section::Own) { sentences::written(self.plan).collect() } else { Vec::new() }
    }

    /// Where to go on the page: the place and its name.
    fn contents(&self) -> Vec<(Cow<'static, str>, Cow<'static, str>)> {
        let place = |section: Section, name: &'static str| (Cow::Borrowed(section.key()), Cow::Borrowed(name));
        let of = |is_there: bool, section: Section, name: &'static str| is_there.then(|| place(section, name));
        let listed = |chapters: &[Chapter]| chapters.iter().map(|of| place(of.section, of.name)).collect::<Vec<_>>();
        let own = |(at, page): (usize, Written<'_>)| {
            (Cow::Owned(format!("{}-{}", Section::Own.key(), at + 1)), Cow::Owned(shorten(&page.title, LONGEST_NAME)))
        };
        let mut all = Vec::new();
        all.extend(of(self.has_arc(), Section::Arc, say::arc()));
        all.extend(of(self.has_storyboards(), Section::Storyboards, say::storyboard()));
        all.extend(listed(&self.before));
        all.extend(of(self.has_findings(), Section::Findings, say::findings()));
        all.extend(of(self.has_accepted(), Section::Accepted, say::accepted()));
        all.extend(self.own_pages().into_iter().enumerate().map(own));
        all.extend(of(!self.briefs().is_empty(), Section::Briefs, deck::section_briefs()));
        all.extend(listed(&self.after));
        all
    }

    fn arc_line(&self) -> String {
        sentences::arc_line(self.plan)
    }

    /// How many moments there are of each kind: class and words.
    fn made_of(&self) -> Vec<(&'static str, String)> {
        let counts = sentences::made_of(self.plan);
        counts.map(|(kind, words)| (Shape::of(kind).class(), words)).collect()
    }

    /// When the first draft of a card is due, in words.
    fn draft(&self, card: &Card) -> Option<String> {
        sentences::first_draft(self.plan, card)
    }

    /// The kinds that the plan uses, for the legend: class and name.
    fn kinds(&self) -> Vec<(&'static str, &'static str)> {
        kinds_named(arc::kinds_used(self.plan))
    }

    /// The kinds of two lanes that are compared.
    fn kinds_compared(&self) -> Vec<(&'static str, &'static str)> {
        self.plan.compared.as_ref().map(arc::kinds_compared).map(kinds_named).unwrap_or_default()
    }

    /// The marks of asks that the plan uses, for the legend.
    fn marks(&self) -> Vec<(&'static str, &'static str)> {
        [AskMark::Ready, AskMark::Accepted, AskMark::Early, AskMark::Warning, AskMark::Error]
            .into_iter()
            .filter(|mark| self.cards().any(|card| card.mark == Some(*mark)))
            .map(|mark| (mark_symbol(mark), arc::mark_name(mark)))
            .collect()
    }

    fn shot(&self, card: &Card) -> Option<Shot<'_>> {
        self.shots.get(card.picture.as_ref()?.id)
    }

    fn cards(&self) -> impl Iterator<Item = &Card> {
        self.plan.cards().map(|(_, card)| card)
    }
}

/// Kinds for a legend: class and name.
fn kinds_named(kinds: Vec<Kind>) -> Vec<(&'static str, &'static str)> {
    kinds.into_iter().map(|kind| (Shape::of(kind).class(), names::kind(kind.key()))).collect()
}
