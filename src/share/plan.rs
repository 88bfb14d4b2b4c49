//! The view of a campaign that one reader gets. Everything in it may be shown to that reader; texts are clean.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::analysis::curve::{self as relationship, Band, CONSTANTS};
use crate::analysis::packing::reading_order;
use crate::analysis::quiet::quiet;
use crate::analysis::scale::Span;
use crate::analysis::totals::{LaneTotals, Totals};
use crate::analysis::{Axis, totals::Amounts};
use crate::model::{
    Acceptance, AcceptanceId, AudienceValue, Campaign, Creator, Cta, Kind, Lane, LaneId, LaneKind, LaneMode, Moment, MomentId,
    Picture, RelationshipStatus, Scope, When,
};
use crate::words::{names, share as say};

use super::encode::clean;

/// Who an artifact is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reader {
    /// The team: everything.
    Internal,
    /// The client: the story, without what the team keeps to itself.
    Client,
}

/// How serious a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// An error.
    Error,
    /// A warning.
    Warning,
    /// A hint.
    Hint,
}

/// A finding as it comes in: open, or accepted. Also what the internal reader is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingLine {
    /// How serious.
    pub severity: Severity,
    /// The code of its rule.
    pub code: String,
    /// What is wrong, in a few words.
    pub title: String,
    /// Who, what and when, in a sentence or two.
    pub message: String,
    /// The lane it is about.
    pub lane: Option<LaneId>,
    /// The cards it is about.
    pub moments: Vec<MomentId>,
    /// The acceptance that covers it.
    pub accepted: Option<AcceptanceId>,
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
    /// How long it lasts, where anything has a day.
    pub lasting: Option<Lasting>,
    /// The lanes, from top to bottom.
    pub lanes: Vec<LaneView>,
    /// Accepted risks that this reader sees.
    pub accepted: Vec<Accepted>,
    /// Open findings; empty for a client.
    pub findings: Vec<FindingLine>,
    /// Rules that are off; empty for a client.
    pub rules_off: Vec<RuleOffLine>,
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
}

/// A lane.
#[derive(Clone, Debug, PartialEq)]
pub struct LaneView {
    /// Whose lane it is.
    pub kind: LaneKind,
    /// What it is called.
    pub name: String,
    /// The letters in its circle.
    pub initials: String,
    /// A line about it: handle, platform, followers.
    pub about: Vec<String>,
    /// Where the relationship stands, as a badge; none on lanes without a creator.
    pub badge: Option<String>,
    /// Whether the badge rests on more than nothing.
    pub is_known: bool,
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
    /// Day and value, from the first to the last day drawn. Two points on one day are before and after its cards.
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

/// How the marker of an ask looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    /// The first line.
    pub hook: Option<String>,
    /// Platform, format and length.
    pub place: Vec<String>,
    /// What the audience gets.
    pub gives: Vec<AudienceValue>,
    /// The value both sides share here.
    pub shared_value: Option<String>,
    /// What it asks, in words; none when it does not ask.
    pub asks: Option<String>,
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
pub fn plan(campaign: &Campaign, findings: &[FindingLine], reader: Reader) -> Plan {
    let inside = reader == Reader::Internal;
    let axis = Axis::of_campaign(campaign);
    let lasting = axis.and_then(|axis| {
        let span = Span::of(campaign, axis, 5)?;
        let phases = campaign.phases.iter().filter(|_| axis == Axis::Calendar);
        let phases = phases.map(|phase| (clean(&phase.name), phase.from.number(), phase.to.number())).collect();
        Some(Lasting { axis, span, phases })
    });
    let by_id: BTreeMap<AcceptanceId, &Arc<Acceptance>> = campaign.acceptances.iter().map(|a| (a.id, a)).collect();
    let visible = |id: AcceptanceId| by_id.get(&id).copied().filter(|accepted| inside || accepted.show_to_client);
    let mut marks: BTreeMap<MomentId, AskMark> = BTreeMap::new();
    for finding in findings {
        let mark = match (finding.accepted, finding.severity) {
            (Some(id), _) if visible(id).is_some() => AskMark::Accepted,
            (None, Severity::Error) if inside => AskMark::Error,
            (None, Severity::Warning) if inside => AskMark::Warning,
            _ => continue,
        };
        for moment in &finding.moments {
            let worst = marks.entry(*moment).or_insert(mark);
            if (mark as u8) < (*worst as u8) {
                *worst = mark;
            }
        }
    }
    let view = View { campaign, inside, lasting: lasting.as_ref(), marks };
    let lanes = campaign.lanes.iter().map(|lane| view.lane(lane)).collect();
    let facts = view.facts();
    let open = findings.iter().filter(|finding| inside && finding.accepted.is_none()).map(clean_finding).collect();
    let rules_off = campaign.rules_off.iter().filter(|_| inside);
    Plan {
        reader,
        name: clean(&campaign.name),
        brands: campaign.brands.iter().map(|brand| clean(&brand.name)).collect(),
        line: some(campaign.line.as_ref()),
        facts,
        values: campaign.brands.first().map_or_else(Vec::new, |brand| brand.values.iter().map(|v| clean(v)).collect()),
        lanes,
        lasting,
        accepted: accepted(campaign, findings, inside),
        findings: open,
        rules_off: rules_off
            .map(|off| RuleOffLine { code: clean(&off.rule), why: say::off_because(clean(&off.by), clean(&off.reason)) })
            .collect(),
    }
}

fn clean_finding(finding: &FindingLine) -> FindingLine {
    FindingLine { code: clean(&finding.code), title: clean(&finding.title), message: clean(&finding.message), ..finding.clone() }
}

/// A text that says something, cleaned.
fn some(text: Option<&String>) -> Option<String> {
    text.map(|text| clean(text)).filter(|text| !text.trim().is_empty())
}

/// The accepted risks a reader sees, in the order of the plan; for the team also those that cover nothing any more.
fn accepted(campaign: &Campaign, findings: &[FindingLine], inside: bool) -> Vec<Accepted> {
    let mut lines = Vec::new();
    for acceptance in campaign.acceptances.iter().filter(|accepted| inside || accepted.show_to_client) {
        let line = |sentence: Option<String>| Accepted {
            sentence,
            reason: clean(&acceptance.reason),
            inside: if inside { acceptance_inside(campaign, acceptance) } else { Vec::new() },
        };
        let covered = findings.iter().filter(|finding| finding.accepted == Some(acceptance.id));
        let before = lines.len();
        lines.extend(covered.map(|finding| line(Some(clean(&finding.message)))));
        // An acceptance that covers nothing is something for the team to clear up, not for the client to read.
        if inside && lines.len() == before {
            lines.push(line(None));
        }
    }
    lines
}

fn acceptance_inside(campaign: &Campaign, acceptance: &Acceptance) -> Vec<(&'static str, String)> {
    let target = match acceptance.target {
        Scope::Campaign => None,
        Scope::Lane(id) => campaign.lane(id).map(|lane| campaign.lane_name(lane).to_owned()),
        Scope::Moment(id) => campaign.moment(id).map(|(_, moment)| moment.title.clone()),
    };
    let mut inside = vec![(say::rule(), clean(&acceptance.rule))];
    inside.extend(target.map(|target| (say::about(), clean(&target))));
    inside.push((say::owner(), clean(&acceptance.owner)));
    inside.extend(acceptance.until.map(|day| (say::until(), day.long())));
    inside
}

/// What the parts of a view are built from.
struct View<'a> {
    campaign: &'a Campaign,
    inside: bool,
    lasting: Option<&'a Lasting>,
    marks: BTreeMap<MomentId, AskMark>,
}

impl View<'_> {
    fn facts(&self) -> Vec<(&'static str, String)> {
        let campaign = self.campaign;
        let totals = Totals::of(campaign);
        let count = |n: usize, one: &str, many: &str| crate::words::count(i64::try_from(n).unwrap_or(i64::MAX), one, many);
        let mut facts = Vec::new();
        if let Some((first, last)) = totals.dates {
            facts.push((say::dates(), say::from_to(first.short(), last.long())));
        }
        if totals.weeks > 0 {
            facts.push((say::length(), crate::words::count(totals.weeks, "week", "weeks")));
        }
        facts.push((say::who(), count(totals.creators, "creator", "creators")));
        facts.push((say::what(), count(totals.moments, "moment", "moments")));
        facts.extend(campaign.objective.map(|objective| (say::objective(), names::choice(objective.key()).to_owned())));
        facts.extend(some(campaign.audience.as_ref()).map(|audience| (say::audience(), audience)));
        if !campaign.markets.is_empty() {
            facts.push((say::markets(), clean(&campaign.markets.join(", "))));
        }
        if !campaign.kpis.is_empty() {
            facts.push((say::measured(), clean(&campaign.kpis.join(", "))));
        }
        if self.inside {
            facts.extend(campaign.budget.map(|budget| (say::budget(), budget.readable())));
            facts.extend(amounts(&totals.cost).map(|cost| (say::planned(), cost)));
            if totals.ideas > 0 {
                facts.push((say::tray(), count(totals.ideas, "idea", "ideas")));
            }
        }
        facts
    }

    fn lane(&self, lane: &Lane) -> LaneView {
        let campaign = self.campaign;
        let creator = campaign.creator_of(lane);
        let curve = relationship::curve(campaign, lane);
        let same_axis = |axis: Axis| self.lasting.is_some_and(|lasting| lasting.axis == axis);
        let drawn = curve.as_ref().zip(self.lasting).filter(|(curve, _)| same_axis(curve.axis())).map(|(curve, lasting)| {
            let (from, to) = (f64::from(lasting.span.first), f64::from(lasting.span.last));
            // Finer than a line can show at the width of a page.
            Curve { points: curve.samples(from, to, ((to - from) / 480.0).max(0.25)), ends_in: curve.band(lasting.span.last) }
        });
        let cards = reading_order(campaign, lane)
            .into_iter()
            .filter_map(|index| lane.moments.get(index))
            .map(|moment| self.card(moment, curve.as_ref()))
            .collect();
        let quiet = if Axis::of_lane(campaign, lane).is_some_and(same_axis) { quiet(campaign, lane) } else { Vec::new() };
        let name = clean(campaign.lane_name(lane));
        LaneView {
            kind: lane.kind,
            initials: initials(&name),
            about: creator.map_or_else(Vec::new, |creator| about(creator)),
            badge: creator.map(|_| badge(lane)),
            is_known: lane.relationship.status != RelationshipStatus::New,
            curve: drawn,
            cards,
            quiet: quiet.into_iter().map(|quiet| Quiet { from: quiet.from_day, days: quiet.days }).collect(),
            inside: if self.inside { self.lane_inside(lane) } else { Vec::new() },
            name,
        }
    }

    fn lane_inside(&self, lane: &Lane) -> Vec<(&'static str, String)> {
        let mut inside = Vec::new();
        inside.extend(amounts(&LaneTotals::of(self.campaign, lane).cost).map(|cost| (say::planned(), cost)));
        if !lane.relationship.evidence.is_empty() {
            inside.push((say::evidence(), clean(&lane.relationship.evidence.join("; "))));
        }
        inside.extend(some(lane.relationship.recorded_by.as_ref()).map(|by| (say::recorded_by(), by)));
        let contact = self.campaign.creator_of(lane).and_then(|creator| creator.contact.as_ref());
        inside.extend(some(contact).map(|contact| (say::contact(), contact)));
        inside
    }

    fn card(&self, moment: &Moment, curve: Option<&relationship::Curve>) -> Card {
        let campaign = self.campaign;
        let level = curve.and_then(|curve| curve.around(moment.id)).map(|around| around.before);
        let by_curve = level.map(|level| if level >= CONSTANTS.ready { AskMark::Ready } else { AskMark::Early });
        let mark = if moment.is_ask() { self.marks.get(&moment.id).copied().or(by_curve) } else { None };
        let mut place: Vec<String> = Vec::new();
        place.extend(moment.platform.map(|platform| names::platform(platform.key()).to_owned()));
        place.extend(moment.format.map(|format| names::choice(format.key()).to_owned()));
        place.extend(moment.duration.map(say::minutes));
        Card {
            kind: moment.kind,
            covers: moment.covers.clone(),
            title: Some(clean(&moment.title)).filter(|title| !title.trim().is_empty()).unwrap_or_else(|| say::untitled().into()),
            when: when(campaign, moment),
            day: self.lasting.and_then(|lasting| lasting.axis.day(campaign, moment.when)),
            hook: some(moment.hook.as_ref()).map(|hook| unquoted(&hook).to_owned()),
            place,
            gives: moment.audience_value.clone(),
            shared_value: some(moment.shared_value.as_ref()),
            asks: moment.is_ask().then(|| asks(campaign, moment)),
            must_say: some(moment.must_say.as_ref()),
            disclosure: some(moment.disclosure.text.as_ref()),
            picture: moment.image.and_then(|id| campaign.picture(id)).cloned(),
            mark,
            level,
            inside: self.inside.then(|| card_inside(moment)),
        }
    }
}

/// A text without the quotation marks around it, which the exporters set themselves.
fn unquoted(text: &str) -> &str {
    let text = text.trim();
    [('“', '”'), ('"', '"'), ('„', '“'), ('«', '»')]
        .iter()
        .find_map(|(open, close)| text.strip_prefix(*open)?.strip_suffix(*close))
        .filter(|inner| !inner.trim().is_empty() && !inner.contains(['“', '”', '"']))
        .unwrap_or(text)
}

fn card_inside(moment: &Moment) -> Inside {
    let mut more = Vec::new();
    more.extend(moment.compensation.map(|kind| (say::compensation(), names::choice(kind.key()).to_owned())));
    more.extend(moment.creative_control.map(|who| (say::last_word(), names::choice(who.key()).to_owned())));
    more.extend(some(moment.proof.as_ref()).map(|proof| (say::proof(), proof)));
    more.extend(some(moment.notes.as_ref()).map(|notes| (say::notes(), notes)));
    if !moment.links.is_empty() {
        more.push((say::links(), clean(&moment.links.join(" "))));
    }
    Inside {
        status: names::status(moment.status.key()),
        owner: some(moment.owner.as_ref()),
        cost: moment.cost.map(crate::model::Money::readable),
        more,
    }
}

fn amounts(amounts: &Amounts) -> Option<String> {
    let each: Vec<String> = amounts.iter().map(crate::model::Money::readable).collect();
    (!each.is_empty()).then(|| crate::words::list(&each))
}

/// The first letters of the first and the last word.
fn initials(name: &str) -> String {
    let first = |word: &str| word.chars().find(|c| c.is_alphanumeric()).map(|c| c.to_uppercase().to_string());
    let mut words = name.split_whitespace();
    let head = words.next().and_then(first);
    let tail = words.next_back().and_then(first);
    head.into_iter().chain(tail).collect()
}

fn about(creator: &Creator) -> Vec<String> {
    let mut about = Vec::new();
    about.extend(some(creator.handle.as_ref()));
    about.extend(some(creator.about.as_ref()));
    let platforms: Vec<&str> = creator.platforms.iter().map(|platform| names::platform(platform.key())).collect();
    match (creator.audience_size, platforms.is_empty()) {
        (Some(size), false) => about.push(say::followers_on(grouped(size), crate::words::list(&platforms))),
        (Some(size), true) => about.push(say::followers(grouped(size))),
        (None, false) => about.push(crate::words::list(&platforms)),
        (None, true) => {}
    }
    about
}

/// "214,000".
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Where the relationship stands: status, what it rests on, since when, and the mode where it is not the usual one.
fn badge(lane: &Lane) -> String {
    let relationship = &lane.relationship;
    let mut parts = vec![say::relationship(names::choice(relationship.status.key()).to_lowercase())];
    parts.extend(relationship.basis.map(|basis| names::choice(basis.key()).to_lowercase()));
    parts.extend(some(relationship.since.as_ref()).map(say::since));
    if lane.mode == LaneMode::Slot {
        parts.push(names::choice(lane.mode.key()).to_lowercase());
    }
    parts.join(" · ")
}

/// "Day −14", with a minus that is as wide as a plus.
pub(super) fn day_number(days: i32) -> String {
    say::day_number(days.to_string().replace('-', "−"))
}

/// When a card comes, in words.
fn when(campaign: &Campaign, moment: &Moment) -> String {
    let mut text = match (campaign.day_of(moment.when), moment.when) {
        (Some(day), _) => day.short(),
        (None, When::Relative(days)) => day_number(days),
        (None, When::Order(order)) => say::in_order(order),
        (None, _) => say::no_date().to_owned(),
    };
    if let Some(time) = moment.time {
        text = say::at_time(text, time);
    }
    match moment.window.as_ref().map(|window| (window.before, window.after)) {
        Some((before, after)) if before == after && before > 0 => say::give_or_take(text, crate::words::days(before.into())),
        Some((before, after)) if before + after > 0 => say::window(text, before, after),
        _ => text,
    }
}

/// What an ask asks for, and how.
fn asks(campaign: &Campaign, moment: &Moment) -> String {
    let product = moment.product.and_then(|id| campaign.product(id)).map(|product| clean(&product.name));
    let how = match moment.cta {
        None => None,
        Some(Cta::None) => Some(say::ask_none()),
        Some(Cta::Soft) => Some(say::ask_soft()),
        Some(Cta::Hard) => Some(say::ask_hard()),
    };
    match (product, how) {
        (Some(product), Some(how)) => format!("{product} · {how}"),
        (Some(product), None) => product,
        (None, Some(how)) => how.to_owned(),
        (None, None) => names::kind(moment.kind.key()).to_owned(),
    }
}
