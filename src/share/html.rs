//! One page that needs nothing but itself: no script, no outside reference, pictures inside.

use std::collections::BTreeMap;

use askama::Template;
use askama::filters::HtmlSafe;

use crate::check::Severity;
use crate::model::{AudienceValue, Day, Kind, PictureId};
use crate::store::carried;
use crate::words::{deck_tables as tables, names, share as say};

use super::arc::{self, Shape};
use super::choice::Choice;
use super::encode::data_url;
use super::pictures::{Shelf, WEB_SIDE};
use super::plan;
use super::plan::{AskMark, Card, FindingLine, LaneView, Plan, Reader};

/// The page of a plan, as UTF-8.
#[must_use]
pub fn html(plan: &Plan, choice: &Choice) -> Vec<u8> {
    page(plan, choice, None).0
}

/// The page of a plan with the plan that travels inside, and the names of pictures that could not be shown.
pub(super) fn page(plan: &Plan, choice: &Choice, inside: Option<&[u8]>) -> (Vec<u8>, Vec<String>) {
    let arc = Markup(arc::svg(plan));
    let carried = Markup(inside.map(carried::html::element).unwrap_or_default());
    let (urls, broken) = pictures(plan);
    let page = Page { plan, arc, carried, urls, version: version(plan, choice.made_on) };
    // A template that only writes into memory has nothing that can fail.
    (page.render().unwrap_or_default().into_bytes(), broken)
}

/// The pictures of all cards at the size of a page, as addresses; and the names of those that could not be read.
fn pictures(plan: &Plan) -> (BTreeMap<PictureId, String>, Vec<String>) {
    let mut shelf = Shelf::new(WEB_SIDE);
    let mut urls = BTreeMap::new();
    for picture in plan.lanes.iter().flat_map(|lane| &lane.cards).filter_map(|card| card.picture.as_deref()) {
        if !urls.contains_key(&picture.id)
            && let Some(url) = shelf.get(picture).and_then(|ready| data_url(&ready.bytes))
        {
            urls.insert(picture.id, url);
        }
    }
    (urls, shelf.broken().to_vec())
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

/// Markup that this module made, every text in it escaped.
struct Markup(String);

impl std::fmt::Display for Markup {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}
impl HtmlSafe for Markup {}

#[derive(Template)]
#[template(path = "page.html", config = "assets/share/askama.toml")]
struct Page<'a> {
    plan: &'a Plan,
    arc: Markup,
    carried: Markup,
    urls: BTreeMap<PictureId, String>,
    version: String,
}

impl Page<'_> {
    fn title(&self) -> String {
        match self.plan.brands.first() {
            Some(brand) => say::page_title(&self.plan.name, brand),
            None => self.plan.name.clone(),
        }
    }

    fn is_internal(&self) -> bool {
        self.plan.reader == Reader::Internal
    }

    fn arc_line(&self) -> &'static str {
        if arc::is_undated(self.plan) { say::arc_line_undated() } else { say::arc_line() }
    }

    /// The kinds that the plan uses, for the legend: class and name.
    fn kinds(&self) -> Vec<(&'static str, &'static str)> {
        let used = |kind: Kind| {
            let shape = Shape::of(kind);
            self.cards().any(|card| card.mark.is_none() && Shape::of(card.kind) == shape)
        };
        [Kind::Announcement, Kind::Values, Kind::Community, Kind::Product, Kind::Organic]
            .into_iter()
            .filter(|kind| used(*kind))
            .map(|kind| (Shape::of(kind).class(), names::kind(kind.key())))
            .collect()
    }

    /// The marks of asks that the plan uses, for the legend.
    fn marks(&self) -> Vec<(&'static str, &'static str)> {
        [AskMark::Ready, AskMark::Accepted, AskMark::Early, AskMark::Warning, AskMark::Error]
            .into_iter()
            .filter(|mark| self.cards().any(|card| card.mark == Some(*mark)))
            .map(|mark| (mark_symbol(mark), arc::mark_name(mark)))
            .collect()
    }

    fn picture_url(&self, card: &Card) -> Option<&str> {
        self.urls.get(&card.picture.as_ref()?.id).map(String::as_str)
    }

    /// Every card with its lane, in time; those without a day at the end, lane by lane.
    fn dates(&self) -> Vec<(&LaneView, &Card)> {
        let cards = self.plan.lanes.iter().flat_map(|lane| lane.cards.iter().map(move |card| (lane, card)));
        let mut cards: Vec<(&LaneView, &Card)> = cards.collect();
        cards.sort_by_key(|(_, card)| card.day.unwrap_or(i32::MAX));
        cards
    }

    fn cards(&self) -> impl Iterator<Item = &Card> {
        self.plan.lanes.iter().flat_map(|lane| &lane.cards)
    }
}

fn mark_symbol(mark: AskMark) -> &'static str {
    match mark {
        AskMark::Error => "k-err",
        AskMark::Warning => "k-warn",
        AskMark::Accepted => "k-acc",
        AskMark::Ready => "k-ok",
        AskMark::Early => "k-early",
    }
}

impl FindingLine {
    /// The class of its severity.
    fn class(&self) -> &'static str {
        match self.severity {
            Severity::Error => "err",
            Severity::Warning => "warn",
            Severity::Hint => "hint",
        }
    }

    /// The word for its severity.
    pub(super) fn severity_name(&self) -> &'static str {
        match self.severity {
            Severity::Error => say::severity_error(),
            Severity::Warning => say::severity_warning(),
            Severity::Hint => say::severity_hint(),
        }
    }
}

impl LaneView {
    fn ends_in(&self) -> Option<(&'static str, String)> {
        let band = self.curve.as_ref()?.ends_in;
        let class = match band {
            crate::analysis::curve::Band::Strangers => "b1",
            crate::analysis::curve::Band::Introduced => "b2",
            crate::analysis::curve::Band::Trusted => "b3",
            crate::analysis::curve::Band::Committed => "b4",
        };
        Some((class, say::at_the_end(arc::band_name(band))))
    }
}

impl Card {
    fn class(&self) -> &'static str {
        Shape::of(self.kind).class()
    }

    fn kind_name(&self) -> &'static str {
        names::kind(self.kind.key())
    }

    /// "also values story, origin".
    fn also(&self) -> Option<String> {
        let roles: Vec<String> = self.covers.iter().map(|kind| names::kind(kind.key()).to_lowercase()).collect();
        (!roles.is_empty()).then(|| say::also(crate::words::list(&roles)))
    }

    fn mark_text(&self) -> Option<(&'static str, &'static str)> {
        self.mark.map(|mark| (mark_symbol(mark), arc::mark_name(mark)))
    }

    /// When its first draft is due.
    fn draft_text(&self) -> String {
        self.draft().map(Day::short).unwrap_or_default()
    }

    pub(super) fn gives_text(&self) -> Option<String> {
        let names: Vec<&str> = self.gives.iter().map(|value| names::choice(AudienceValue::key(*value))).collect();
        (!names.is_empty()).then(|| names.join(", "))
    }

    fn place_text(&self) -> String {
        self.place.join(" · ")
    }
}

impl plan::Accepted {
    fn text(&self) -> &str {
        self.sentence.as_deref().unwrap_or(say::no_longer_found())
    }
}
