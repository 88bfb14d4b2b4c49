//! The view of a campaign that one reader gets. Everything in it may be shown to that reader; texts are clean.

use std::sync::Arc;

use super::briefing::{Briefing, Place};
use super::compared::Comparison;
use super::encode::clean;
use super::lanes::{View, some};
use super::made::{self, Ahead, Labelled, Made, Markets};
use super::reduce::own_pages;
use super::spend::Spend;
use super::{risks, rules};
use crate::analysis::Axis;
use crate::analysis::curve::Band;
use crate::analysis::scale::{CardDays, PlanEnd, Span};
use crate::check::{Report, Severity};
use crate::model::{AudienceValue, Campaign, Kind, LaneId, LaneKind, Picture, Platform, Years};

/// Who an artifact is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reader {
    /// The team: everything.
    Internal,
    /// The client: the story, without what the team keeps to itself.
    Client,
    /// One creator: that lane and nothing beside it.
    Creator(LaneId),
}

/// An open finding, or what is missing before one ask as one; only the team is shown these.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingLine {
    /// How much it weighs.
    pub severity: Severity,
    /// The codes of its rules.
    pub code: String,
    /// What is wrong, in a few words.
    pub title: String,
    /// Who, what and when, in a sentence or two.
    pub message: String,
    /// Whose lane it is, and the cards.
    pub place: String,
    /// What would clear it.
    pub clears: Vec<String>,
    /// The findings it is made of, where there are several.
    pub lines: Vec<String>,
}

/// A plan as one reader may see it.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// Who it is for.
    pub reader: Reader,
    /// What the campaign is called.
    pub name: String,
    /// The brands' names.
    pub brands: Vec<String>,
    /// One line about it.
    pub line: Option<String>,
    /// Short facts: label and text.
    pub facts: Vec<(&'static str, String)>,
    /// What both sides stand for: the values of the first brand.
    pub values: Vec<String>,
    /// How its days are told.
    pub years: Years,
    /// How long it lasts, where anything has a day.
    pub lasting: Option<Lasting>,
    /// The lanes, from top to bottom.
    pub lanes: Vec<LaneView>,
    /// Two of them side by side, or one in two orders, where that is wanted.
    pub compared: Option<Comparison>,
    /// What happens on day 0, where days are counted from one.
    pub day_zero: Option<String>,
    /// First and last day on which nothing is published, and why; empty for a client.
    pub blackouts: Vec<(i32, i32, Option<String>)>,
    /// What is known of labels in the plan's markets.
    pub markets: Markets,
    /// What it costs; only the team is told.
    pub spend: Option<Spend>,
    /// Pages that the team wrote: what stands over each, and its words.
    pub own_pages: Vec<(String, String)>,
    /// Accepted risks that this reader sees.
    pub accepted: Vec<Accepted>,
    /// Open findings; empty for a client.
    pub findings: Vec<FindingLine>,
    /// What could not be checked: whose lanes, and the reason with codes; empty for a client.
    pub not_checked: Vec<(String, String)>,
    /// The same for a table in which people look for a rule or a lane: a line for each rule, with every lane named.
    pub unchecked: Vec<UncheckedLine>,
    /// Settings of the rules that are not the defaults, with where they are set: empty for a client.
    pub settings: Vec<(String, String)>,
    /// Rules that are off; empty for a client.
    pub rules_off: Vec<RuleOffLine>,
}

impl Plan {
    /// Every card with its lane, in the order of the plan.
    pub(super) fn cards(&self) -> impl Iterator<Item = (&LaneView, &Card)> {
        self.lanes.iter().flat_map(|lane| lane.cards.iter().map(move |card| (lane, card)))
    }

    /// Whether anything has a curve, so that it has to be said what one is.
    pub(super) fn has_curve(&self) -> bool {
        self.lanes.iter().any(|lane| lane.curve.is_some())
    }
}

/// The stretch of days of a plan, for drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Lasting {
    /// What the days count.
    pub axis: Axis,
    /// First and last day drawn, with a margin.
    pub span: Span,
    /// Name, first and last day of each phase.
    pub phases: Vec<(String, i32, i32)>,
    /// Which of them has more than half of the asks, all lanes taken together: one lane alone would tell another one.
    pub asking: Option<usize>,
}

/// A lane.
#[derive(Clone, Debug, PartialEq)]
pub struct LaneView {
    /// Whose lane it is.
    pub kind: LaneKind,
    /// What it is called.
    pub name: String,
    /// What it is called where the whole name would be stiff: the first name, where that tells it apart.
    pub short: String,
    /// The letters in its circle.
    pub initials: String,
    /// The place of its creator among those of the whole plan, which gives the circle its colour: the same as in the window.
    pub place: usize,
    /// A line about it: handle, platform, followers.
    pub about: Vec<String>,
    /// Where the relationship stands, as a badge; none on lanes without a creator.
    pub badge: Option<String>,
    /// Whether the badge rests on more than nothing.
    pub is_known: bool,
    /// What its creator and the brand both stand for.
    pub shared_values: Vec<String>,
    /// The languages of its creator.
    pub languages: Vec<String>,
    /// The curve; none where the lane has none.
    pub curve: Option<Curve>,
    /// The cards, in reading order.
    pub cards: Vec<Card>,
    /// Long stretches without a moment.
    pub quiet: Vec<Quiet>,
    /// What only the team sees: label and text.
    pub inside: Vec<(&'static str, String)>,
}

/// A relationship curve, ready to draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// Day and value, from the first day drawn to the last one of the plan. Two points on one day are before and after its cards.
    pub points: Vec<(f64, f64)>,
    /// The band at the end of the plan.
    pub ends_in: Band,
}

/// A long stretch without a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quiet {
    /// The day of the card before it.
    pub from: i32,
    /// Its length.
    pub days: i32,
}

/// How the marker of an ask looks; of two the first here wins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AskMark {
    /// An open error names it; only the team sees this one.
    Error,
    /// An open warning names it; only the team sees this one.
    Warning,
    /// It is accepted as it is.
    Accepted,
    /// The curve is ready for it.
    Ready,
    /// The curve is not ready for it.
    Early,
}

/// A card.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// What it is.
    pub kind: Kind,
    /// Further roles it plays.
    pub covers: Vec<Kind>,
    /// What it is called.
    pub title: String,
    /// When, in words.
    pub when: String,
    /// The day it is drawn on; none where it has none on the plan's axis.
    pub day: Option<i32>,
    /// The time of the day, where one is set.
    pub time: Option<String>,
    /// How many days earlier and later it may come.
    pub window: Option<(u16, u16)>,
    /// What has to be made for it, and until when.
    pub made: Made,
    /// How it says that it is paid.
    pub label: Labelled,
    /// The first line.
    pub hook: Option<String>,
    /// Where it appears.
    pub platform: Option<Platform>,
    /// Platform, format and length.
    pub place: Vec<String>,
    /// What the audience gets.
    pub gives: Vec<AudienceValue>,
    /// The value both sides share here.
    pub shared_value: Option<String>,
    /// What it asks, in words; none when it does not ask.
    pub asks: Option<String>,
    /// Whether it asks by showing a product only, without a call to action.
    pub only_shows: bool,
    /// Words that have to be said.
    pub must_say: Option<String>,
    /// The label that says it is paid.
    pub disclosure: Option<String>,
    /// The picture.
    pub picture: Option<Arc<Picture>>,
    /// For an ask, how it is marked; none where neither a finding nor a curve says anything about it.
    pub mark: Option<AskMark>,
    /// Where the curve stands just before it.
    pub level: Option<f64>,
    /// What its place in the order is counted in.
    pub place_in_order: Place,
    /// What its creator has to know to make it.
    pub briefing: Briefing,
    /// Why it is accepted as it is, where this reader sees that it is.
    pub accepted: Option<String>,
    /// What only the team sees.
    pub inside: Option<Inside>,
}

/// What only the team sees of a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inside {
    /// How far it is.
    pub status: &'static str,
    /// Who looks after it.
    pub owner: Option<String>,
    /// What it costs.
    pub cost: Option<String>,
    /// Notes, compensation, links: label and text.
    pub more: Vec<(&'static str, String)>,
}

/// An accepted risk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// What was found, in a sentence; none when it is no longer found.
    pub sentence: Option<String>,
    /// Why it is accepted.
    pub reason: String,
    /// What only the team sees: code, owner, last day.
    pub inside: Vec<(&'static str, String)>,
}

/// A rule that could not look at some lanes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UncheckedLine {
    /// Its code.
    pub code: &'static str,
    /// What it finds, in a few words.
    pub title: &'static str,
    /// Why it could not, in a sentence.
    pub reason: String,
    /// Whose lanes, all of them.
    pub place: String,
}

/// A rule that is off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleOffLine {
    /// Its code.
    pub code: String,
    /// Who turned it off, and why.
    pub why: String,
}

/// The plan as this reader may see it.
#[must_use]
pub fn plan(campaign: &Campaign, report: &Report, reader: Reader) -> Plan {
    let inside = reader == Reader::Internal;
    let ahead = Ahead::of(campaign, reader);
    let everybody = &campaign.creators;
    let own;
    let campaign = match reader {
        Reader::Creator(_) => {
            own = super::reduce::to_draw(campaign, reader);
            &own
        }
        Reader::Internal | Reader::Client => campaign,
    };
    let axis = Axis::of_campaign(campaign);
    let lasting = axis.and_then(|axis| {
        let span = Span::of(campaign, axis, 5)?;
        let phases = campaign.phases.iter().filter(|_| axis == Axis::Calendar);
        let phases: Vec<(String, i32, i32)> =
            phases.map(|phase| (clean(&phase.name), phase.from.number(), phase.to.number())).collect();
        let asking = asking(campaign, axis, &phases);
        Some(Lasting { axis, span, phases, asking })
    });
    let days = CardDays::of(campaign);
    let view = View {
        campaign,
        everybody,
        inside,
        lasting: lasting.as_ref(),
        end: PlanEnd::after(campaign, days),
        years: days.years(),
        ahead,
        marks: risks::marks(campaign, report, inside),
        reasons: risks::reasons(campaign, report, inside),
    };
    let lanes = campaign.lanes.iter().map(|lane| view.lane(lane)).collect();
    let facts = view.facts();
    Plan {
        reader,
        name: clean(&campaign.name),
        brands: campaign.brands.iter().map(|brand| clean(&brand.name)).collect(),
        line: some(campaign.line.as_ref()),
        facts,
        compared: None,
        values: campaign.brands.first().map_or_else(Vec::new, |brand| brand.values.iter().map(|v| clean(v)).collect()),
        lanes,
        day_zero: campaign.anchor.as_ref().map(|anchor| clean(&anchor.label)).filter(|label| !label.trim().is_empty()),
        blackouts: if inside { blackouts(campaign, axis) } else { Vec::new() },
        markets: made::markets(campaign, inside),
        spend: inside.then(|| Spend::of(campaign)),
        years: days.years(),
        lasting,
        own_pages: own_pages(campaign, reader).map(|(_, page)| (clean(&page.title), clean(&page.text))).collect(),
        accepted: risks::accepted(campaign, report, inside),
        findings: if inside { risks::open(campaign, report) } else { Vec::new() },
        not_checked: if inside { risks::not_checked(campaign, report) } else { Vec::new() },
        unchecked: if inside { risks::unchecked(campaign, report) } else { Vec::new() },
        settings: if inside { rules::settings(campaign, report) } else { Vec::new() },
        rules_off: if inside { rules::off(campaign, report) } else { Vec::new() },
    }
}

/// The phase in which more than half of the asks come.
fn asking(campaign: &Campaign, axis: Axis, phases: &[(String, i32, i32)]) -> Option<usize> {
    let moments = campaign.lanes.iter().flat_map(|lane| &lane.moments).filter(|moment| moment.is_ask());
    let asks: Vec<i32> = moments.filter_map(|moment| axis.day(campaign, moment.when)).collect();
    phases.iter().position(|(_, from, to)| asks.iter().filter(|day| (from..=to).contains(day)).count() * 2 > asks.len())
}

/// Quiet days, as far as they stand on the plan's axis.
fn blackouts(campaign: &Campaign, axis: Option<Axis>) -> Vec<(i32, i32, Option<String>)> {
    let all = campaign.blackouts.iter().filter(|_| axis == Some(Axis::Calendar));
    all.map(|days| (days.from.number(), days.to.number(), some(days.why.as_ref()))).collect()
}
