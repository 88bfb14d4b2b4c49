//! What is said of a moment to whoever it is presented to, in words. Never says what is internal: fees, who looks after it, how
//! far it is, findings. Pure.

use crate::analysis::Axis;
use crate::analysis::curve::{Band, CONSTANTS, Curve};
use crate::model::{Campaign, Control, Cta, DateForm, Day, Format, Lane, Moment, Platform, Years};
use crate::ui::board::{axis_day, when_text};
use crate::ui::icons::{self, Icon};
use crate::ui::written;
use crate::words::{counts, days, names, present as say};

/// A row beside the picture.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Fact {
    /// What it is about.
    pub label: &'static str,
    /// A sign before the words.
    pub icon: Option<Icon>,
    /// The words.
    pub text: String,
}

/// The rows beside the picture; what nobody has filled in has none.
#[must_use]
pub(super) fn facts(campaign: &Campaign, years: Years, lane: &Lane, moment: &Moment) -> Vec<Fact> {
    let row = |label, icon, text: Option<String>| text.map(|text| Fact { label, icon, text });
    let platform = moment.platform.filter(|platform| *platform != Platform::Other);
    [
        row(say::when(), None, Some(when(campaign, years, moment))),
        row(say::place_label(), platform.map(icons::platform), place(moment, platform)),
        row(say::stands_for(), None, moment.shared_value.clone().filter(|value| !value.trim().is_empty())),
        row(say::made_by(), None, made_by(campaign, lane, moment)),
        row(say::asks_for(), None, asks(campaign, moment)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn when(campaign: &Campaign, years: Years, moment: &Moment) -> String {
    let Some(day) = campaign.day_of(moment.when) else { return when_text(campaign, years, moment.when) };
    let mut text = whole_day(years, day);
    if let Some(time) = moment.time {
        text = say::at_time(text, time);
    }
    match moment.window.as_ref().map(|window| (window.before, window.after)) {
        None | Some((0, 0)) => text,
        Some((before, after)) if before == after => say::around_both(text, days(before.into())),
        Some((before, after)) => say::around(text, days(before.into()), days(after.into())),
    }
}

/// "Tuesday 5 October", "Tuesday 5 October 2027", in the form that was chosen for days.
fn whole_day(years: Years, day: Day) -> String {
    let (weekday, date) = (names::weekday_in_full(day.weekday()), day.date());
    let month = names::month_in_full(date.month().unsigned_abs());
    match (written::form().0, years.are_told_of(day)) {
        (DateForm::DayFirst, false) => say::day(weekday, date.day(), month),
        (DateForm::DayFirst, true) => say::day_of_year(weekday, date.day(), month, date.year()),
        (DateForm::MonthFirst, false) => say::day_month_first(weekday, month, date.day()),
        (DateForm::MonthFirst, true) => say::day_of_year_month_first(weekday, month, date.day(), date.year()),
        (DateForm::YearFirst, _) => say::day_year_first(weekday, day.long()),
    }
}

fn place(moment: &Moment, platform: Option<Platform>) -> Option<String> {
    let format = moment.format.filter(|format| *format != Format::Other).map(|format| names::choice(format.key()));
    let place = match (platform.map(|platform| names::platform(platform.key())), format) {
        (Some(platform), Some(format)) => say::in_format(platform, crate::words::inside(format)),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => return None,
    };
    Some(match moment.duration.filter(|minutes| *minutes > 0) {
        Some(minutes) => say::lasting(place, counts::minutes(usize::try_from(minutes).unwrap_or(usize::MAX))),
        None => place,
    })
}

fn made_by(campaign: &Campaign, lane: &Lane, moment: &Moment) -> Option<String> {
    let who = campaign.short_lane_name(lane);
    let brand = campaign.brand_of(lane).map(|brand| brand.name.as_str());
    match (moment.creative_control?, brand) {
        (Control::Creator, _) => Some(who.into_owned()),
        (Control::Shared, Some(brand)) => Some(say::together(who, brand)),
        (Control::Brand, Some(brand)) => Some(brand.to_owned()),
        (Control::Shared | Control::Brand, None) => None,
    }
}

fn asks(campaign: &Campaign, moment: &Moment) -> Option<String> {
    let product = moment.product.and_then(|id| campaign.product(id)).map(|product| product.name.as_str());
    let product = product.filter(|_| moment.is_ask());
    Some(match (moment.cta, product) {
        (Some(Cta::None), Some(product)) => say::only_shows(product),
        (Some(Cta::None), None) => say::asks_nothing().to_owned(),
        (Some(Cta::Soft), Some(product)) => say::asks_look_at(product),
        (Some(Cta::Soft), None) => say::asks_look().to_owned(),
        (Some(Cta::Hard), Some(product)) => say::asks_buy_it(product),
        (Some(Cta::Hard), None) => say::asks_buy().to_owned(),
        (None, Some(product)) => say::how_open_of(product),
        (None, None) if moment.is_ask() => say::how_open().to_owned(),
        (None, None) => return None,
    })
}

/// How far people are with a moment: the band, and sentences without a number. `None` where the lane has no curve.
#[must_use]
pub(super) fn standing(
    (campaign, years): (&Campaign, Years),
    lane: &Lane,
    curve: Option<&Curve>,
    moment: &Moment,
) -> Option<(Option<Band>, String)> {
    let curve = curve?;
    let Some(around) = curve.around(moment.id) else { return Some((None, say::undated().to_owned())) };
    let is_ask = moment.is_ask();
    let value = if is_ask { around.before } else { around.after };
    let is_over = |value: f64| value >= CONSTANTS.ready;
    let own = curve.step_of(moment.id);
    let steps = curve.steps();
    let at = own.and_then(|own| steps.iter().position(|step| std::ptr::eq(step, own))).unwrap_or_default();
    let crosses = |step: &&crate::analysis::curve::Step| !is_over(step.before) && is_over(step.after);
    let day = |day: i32| axis_day(curve.axis(), years, day);
    let first = if is_over(value) {
        let until = if is_ask { at } else { at + 1 };
        match steps.iter().take(until).rev().find(crosses) {
            Some(step) if own.is_some_and(|own| std::ptr::eq(step, own)) => say::ready_with_this().to_owned(),
            Some(step) => say::ready_since(day(step.day)),
            None => say::ready_from_start().to_owned(),
        }
    } else {
        match steps.iter().skip(at + 1).find(crosses) {
            Some(step) => say::ready_from(day(step.day)),
            None => say::not_ready().to_owned(),
        }
    };
    let second = if is_ask { say::ask_here().to_owned() } else { next_ask((campaign, years), lane, curve.axis(), around.day) };
    Some((Some(Band::of(value)), format!("{first} {second}")))
}

/// When the next ask comes after a day.
fn next_ask((campaign, years): (&Campaign, Years), lane: &Lane, axis: Axis, after: i32) -> String {
    let asks = lane.moments.iter().filter(|moment| moment.is_ask());
    let day = asks.filter_map(|moment| axis.day(campaign, moment.when)).filter(|day| *day >= after).min();
    match (day, axis) {
        (Some(day), Axis::Calendar) => say::ask_next(axis_day(axis, years, day)),
        (Some(day), Axis::DayNumbers) => say::ask_next_numbered(axis_day(axis, years, day)),
        (None, _) => say::no_ask_next().to_owned(),
    }
}
