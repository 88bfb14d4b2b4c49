//! Lanes and cards, as far as a reader may know of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::analysis::Axis;
use crate::analysis::curve::{self as relationship, CONSTANTS};
use crate::analysis::packing::reading_order;
use crate::analysis::quiet::quiet;
use crate::analysis::scale::PlanEnd;
use crate::analysis::totals::{Amounts, LaneTotals, Totals};
use crate::model::{Campaign, Creator, Cta, Lane, LaneMode, Moment, MomentId, RelationshipStatus, When, Years, initials};
use crate::words::{self, names, share as say};

use super::briefing::{Briefing, Place, shared_values, short_name};
use super::encode::clean;
use super::made::{Ahead, Labelled, Made, measured};
use super::plan::{AskMark, Card, Curve, Inside, LaneView, Lasting, Quiet};

/// A text that says something, cleaned.
pub(super) fn some(text: Option<&String>) -> Option<String> {
    text.map(|text| clean(text)).filter(|text| !text.trim().is_empty())
}

/// What the parts of a view are built from.
pub(super) struct View<'a> {
    pub(super) campaign: &'a Campaign,
    /// The creators of the whole plan, whoever of them the reader sees.
    pub(super) everybody: &'a [Arc<Creator>],
    pub(super) inside: bool,
    pub(super) lasting: Option<&'a Lasting>,
    /// The last day of the plan as far as its reader sees it: how long the lanes of others last is not theirs to know.
    pub(super) end: PlanEnd,
    /// How the days of the plan are told.
    pub(super) years: Years,
    pub(super) ahead: Ahead,
    pub(super) marks: BTreeMap<MomentId, AskMark>,
    pub(super) reasons: BTreeMap<MomentId, String>,
}

impl View<'_> {
    pub(super) fn facts(&self) -> Vec<(&'static str, String)> {
        let campaign = self.campaign;
        let totals = Totals::of(campaign);
        let mut facts = Vec::new();
        if let Some((first, last)) = totals.dates {
            facts.push((say::dates(), say::from_to(first.before(last), last.long())));
        }
        if totals.weeks > 0 {
            facts.push((say::length(), words::weeks(totals.weeks)));
        }
        facts.push((say::who(), words::creators(totals.creators)));
        facts.push((say::what(), words::moments(totals.moments)));
        facts.extend(campaign.objective.map(|objective| (say::objective(), names::choice(objective.key()).to_owned())));
        facts.extend(some(campaign.audience.as_ref()).map(|audience| (say::audience(), audience)));
        if !campaign.markets.is_empty() {
            facts.push((say::markets(), clean(&campaign.markets.join(", "))));
        }
        facts.extend(measured(&campaign.kpis).map(|measured| (say::measured(), measured)));
        if self.inside {
            facts.extend(campaign.budget.map(|budget| (say::budget(), budget.readable())));
            facts.extend(amounts(&totals.cost).map(|cost| (say::planned(), cost)));
            if totals.ideas > 0 {
                facts.push((say::tray(), words::ideas(totals.ideas)));
            }
        }
        facts
    }

    pub(super) fn lane(&self, lane: &Lane) -> LaneView {
        let campaign = self.campaign;
        let creator = campaign.creator_of(lane);
        let curve = relationship::curve(campaign, lane);
        let same_axis = |axis: Axis| self.lasting.is_some_and(|lasting| lasting.axis == axis);
        let drawn = curve.as_ref().zip(self.lasting).filter(|(curve, _)| same_axis(curve.axis())).map(|(curve, lasting)| {
            // The line ends with the plan, and not with the margin after it: what its end is called is read where it ends.
            let (from, to) = (f64::from(lasting.span.first), f64::from(curve.ends_on(self.end)));
            // Finer than a line can show at the width of a page.
            Curve { points: curve.samples(from, to, ((to - from) / 480.0).max(0.25)), ends_in: curve.ends_in(self.end) }
        });
        let cards = reading_order(campaign, lane)
            .into_iter()
            .filter_map(|index| lane.moments.get(index))
            .map(|moment| self.card(moment, curve.as_ref()))
            .collect();
        // A stretch without a moment may be meant; why, the team's notes say. Nobody else is shown a remark without its reason.
        let quiet =
            if self.inside && Axis::of_lane(campaign, lane).is_some_and(same_axis) { quiet(campaign, lane) } else { Vec::new() };
        let name = clean(campaign.lane_name(lane));
        LaneView {
            kind: lane.kind,
            short: short_name(campaign, lane),
            initials: initials(&name),
            place: self.everybody.iter().position(|of| Some(of.id) == lane.creator).unwrap_or_default(),
            about: creator.map_or_else(Vec::new, |creator| about(creator)),
            badge: creator.map(|_| badge(lane)),
            is_known: lane.relationship.status != RelationshipStatus::New,
            shared_values: shared_values(campaign, lane),
            languages: creator.map_or_else(Vec::new, |creator| creator.languages.iter().map(|name| language(name)).collect()),
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
            inside.push((say::evidence(), evidence(&lane.relationship.evidence)));
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
        let window = self.ahead.window(moment).map(|window| (window.before, window.after));
        let mut place: Vec<String> = Vec::new();
        place.extend(moment.platform.map(|platform| names::platform(platform.key()).to_owned()));
        place.extend(moment.format.map(|format| names::choice(format.key()).to_owned()));
        place.extend(moment.duration.map(say::minutes));
        Card {
            kind: moment.kind,
            covers: moment.covers.clone(),
            title: Some(clean(&moment.title)).filter(|title| !title.trim().is_empty()).unwrap_or_else(|| say::untitled().into()),
            when: self.when(moment, window),
            day: self.lasting.and_then(|lasting| lasting.axis.day(campaign, moment.when)),
            time: moment.time.map(|time| time.to_string()),
            window,
            made: Made::of(campaign, moment, &self.ahead),
            label: Labelled::of(moment),
            hook: some(moment.hook.as_ref()).map(|hook| unquoted(&hook).to_owned()),
            platform: moment.platform,
            place,
            gives: moment.audience_value.clone(),
            shared_value: some(moment.shared_value.as_ref()),
            asks: moment.is_ask().then(|| asks(campaign, moment)),
            only_shows: moment.is_ask() && moment.cta == Some(Cta::None),
            must_say: some(moment.must_say.as_ref()),
            disclosure: some(moment.disclosure.text.as_ref()),
            picture: moment.image.and_then(|id| campaign.picture(id)).cloned(),
            mark,
            level,
            place_in_order: Place::of(campaign, self.lasting.map(|lasting| lasting.axis), moment.when),
            briefing: Briefing::of(campaign, moment, self.date(moment)),
            accepted: self.reasons.get(&moment.id).cloned(),
            inside: self.inside.then(|| card_inside(campaign, moment)),
        }
    }

    /// The day of a card, in words.
    fn date(&self, moment: &Moment) -> String {
        match (self.campaign.day_of(moment.when), moment.when) {
            (Some(day), _) => self.years.day(day),
            (None, When::Relative(days)) => day_number(days),
            (None, When::Order(order)) => say::in_order(order),
            (None, _) => say::no_date().to_owned(),
        }
    }

    /// When a card comes, in words.
    fn when(&self, moment: &Moment, window: Option<(u16, u16)>) -> String {
        let mut text = self.date(moment);
        if let Some(time) = moment.time {
            text = say::at_time(text, time);
        }
        match window {
            Some((before, after)) if before == after => say::give_or_take(text, crate::words::days(before.into())),
            Some((before, after)) => say::window(text, before, after),
            None => text,
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

fn card_inside(campaign: &Campaign, moment: &Moment) -> Inside {
    let mut more = Vec::new();
    more.extend(moment.compensation.map(|kind| (say::compensation(), names::choice(kind.key()).to_owned())));
    more.extend(moment.creative_control.map(|who| (say::last_word(), names::choice(who.key()).to_owned())));
    more.extend(some(moment.proof.as_ref()).map(|proof| (say::proof(), proof)));
    more.extend(some(moment.notes.as_ref()).map(|notes| (say::notes(), notes)));
    if !moment.links.is_empty() {
        more.push((say::links(), clean(&moment.links.join(" "))));
    }
    Inside {
        status: campaign.status_name(moment),
        owner: some(moment.owner.as_ref()),
        cost: moment.cost.map(crate::model::Money::readable),
        more,
    }
}

pub(super) fn amounts(amounts: &Amounts) -> Option<String> {
    let each: Vec<String> = amounts.iter().map(crate::model::Money::readable).collect();
    (!each.is_empty()).then(|| crate::words::list(&each))
}

/// What a relationship rests on, in one text: each piece is a sentence somebody wrote, with its full stop or without.
pub(super) fn evidence(pieces: &[String]) -> String {
    let pieces: Vec<&str> = pieces.iter().map(|text| text.trim().trim_end_matches('.')).collect();
    clean(&pieces.join("; "))
}

/// A language as it is called, where it was noted as a code.
pub(super) fn language(noted: &str) -> String {
    names::language_of(noted).map_or_else(|| clean(noted), str::to_owned)
}

fn about(creator: &Creator) -> Vec<String> {
    let mut about = Vec::new();
    about.extend(some(creator.handle.as_ref()));
    about.extend(some(creator.about.as_ref()));
    let platforms: Vec<&str> = creator.platforms.iter().map(|platform| names::platform(platform.key())).collect();
    match (creator.audience_size, platforms.is_empty()) {
        (Some(size), false) => about.push(say::followers_on(words::counts::grouped(size), crate::words::list(&platforms))),
        (Some(size), true) => about.push(say::followers(words::counts::grouped(size))),
        (None, false) => about.push(crate::words::list(&platforms)),
        (None, true) => {}
    }
    about
}

/// Where the relationship stands: status, what it rests on, since when, and the mode where it is not the usual one.
fn badge(lane: &Lane) -> String {
    let relationship = &lane.relationship;
    let status = words::inside(names::choice(relationship.status.key()));
    let status = some(relationship.since.as_ref()).map_or_else(|| status.clone(), |since| say::since(&status, since));
    let mut parts = vec![say::relationship(status)];
    parts.extend(relationship.basis.map(|basis| words::inside(names::choice(basis.key()))));
    if lane.mode == LaneMode::Slot {
        parts.push(words::inside(names::choice(lane.mode.key())));
    }
    parts.join(", ")
}

/// "Day −14", with a minus that is as wide as a plus.
pub(super) fn day_number(days: i32) -> String {
    say::day_number(days.to_string().replace('-', "−"))
}

/// What an ask asks for, and how.
fn asks(campaign: &Campaign, moment: &Moment) -> String {
    let product = moment.product.and_then(|id| campaign.product(id)).map(|product| clean(&product.name));
    let how = match moment.cta {
        // That nothing is called for is what the label says.
        None | Some(Cta::None) => None,
        Some(cta @ (Cta::Soft | Cta::Hard)) => Some(words::inside(names::cta(cta.key()))),
    };
    match (product, how) {
        (Some(product), Some(how)) => format!("{product} · {how}"),
        (Some(product), None) => product,
        (None, Some(how)) => how,
        (None, None) => names::kind(moment.kind.key()).to_owned(),
    }
}
