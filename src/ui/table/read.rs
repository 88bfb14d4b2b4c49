//! What is written or pasted into a cell, read by its column: the change that it makes, or why it cannot be read. Never draws, and
//! changes nothing by itself.

use std::sync::Arc;

use super::cells::{Ground, ask_word};
use super::column::Column;
use super::data::Row;
use crate::edit::{Edit, MomentChange, Place};
use crate::model::{
    AudienceValue, Compensation, Control, Cta, Disclosure, Format, Kind, Lane, LaneId, Moment, MomentId, Placement, Platform,
    Status, When, Window, same_word, split_list,
};
use crate::ui::inspector::parse;
use crate::ui::written;
use crate::words::{board, names, table_view as say, window};

/// What changes of a moment when a cell changes.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Change {
    /// A field.
    Set(MomentChange),
    /// When it comes.
    When(When),
    /// Where it stands.
    Place(Place),
}

impl Change {
    /// The edit of a moment that stands there.
    pub(super) fn edit(self, id: MomentId, place: Place, when: When) -> Edit {
        match self {
            Self::Set(change) => Edit::SetMoment { id, change },
            Self::When(when) => Edit::MoveMoment { id, to: place, when },
            Self::Place(to) => Edit::MoveMoment { id, to, when },
        }
    }

    /// The kind that it gives a moment, where it is about that.
    pub(super) fn kind(&self) -> Option<Kind> {
        if let Self::Set(MomentChange::Kind(kind)) = self { Some(*kind) } else { None }
    }

    /// Makes it of a moment that is not in the plan yet.
    pub(super) fn make(self, moment: &mut Moment, place: &mut Place) {
        match self {
            Self::Set(change) => change.set(moment),
            Self::When(when) => moment.when = when,
            Self::Place(to) => *place = to,
        }
    }
}

/// Why a text cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unread {
    /// It is no day.
    Day,
    /// It is no time of day.
    Time,
    /// There is no day that the time could be of.
    TimeWithoutDay,
    /// It is no amount.
    Amount,
    /// It is no number.
    Number,
    /// It is none of what can be chosen.
    Choice(Column),
    /// There is nobody of that name in the plan, or more than one.
    Lane,
    /// There is no product of that name in the plan, or more than one.
    Product,
    /// Something has to stand there.
    Needed(Column),
    /// Nothing is written in this column.
    Follows,
}

impl Unread {
    /// What is the matter with the text, in a sentence.
    pub(super) fn says(self, text: &str) -> String {
        let text = short(text);
        match self {
            Self::Day => match parse::two_days(&text) {
                Some([one, other]) => say::either_day(text, written::long(one), written::long(other)),
                None => say::no_day(text),
            },
            Self::Time => say::no_time(text),
            Self::TimeWithoutDay => say::time_without_day(text),
            Self::Amount if text.starts_with(['-', '−']) => say::less_than_nothing(text),
            Self::Amount => say::no_amount(text),
            Self::Number => say::no_number(text),
            Self::Choice(column) => say::no_choice(text, names::field_word(column.key())),
            Self::Lane => say::nobody_of(text),
            Self::Product => say::no_product(text),
            Self::Needed(column) => say::needed(column.name()),
            Self::Follows => say::follows().to_owned(),
        }
    }

    /// How it could be written, where an example helps.
    pub(super) fn hint(self) -> &'static str {
        match self {
            Self::Day => say::hint_day(written::date_form()),
            Self::Time => say::hint_time(),
            Self::Amount => say::hint_amount(),
            Self::Number => say::hint_number(),
            _ => "",
        }
    }
}

/// The beginning of a text, where it is long.
fn short(text: &str) -> String {
    const MOST: usize = 40;
    let text = text.trim();
    if text.chars().count() <= MOST { text.to_owned() } else { text.chars().take(MOST).chain(['…']).collect() }
}

/// The choice that a text names: by its name or its key, or by how its name begins where that is only one.
fn choice<T: Copy>(text: &str, all: &[T], named: impl Fn(T) -> Vec<&'static str>) -> Option<T> {
    let wanted = text.trim().to_lowercase();
    let is = |one: &T, fits: &dyn Fn(&str) -> bool| named(*one).iter().any(|name| fits(&name.to_lowercase()));
    if let Some(found) = all.iter().find(|one| is(one, &|name| name == wanted)) {
        return Some(*found);
    }
    let mut begin = all.iter().filter(|one| is(one, &|name| name.starts_with(&wanted)));
    match (begin.next(), begin.next()) {
        (Some(only), None) if !wanted.is_empty() => Some(*only),
        _ => None,
    }
}

fn some<T: Copy>(
    column: Column,
    text: &str,
    all: &[T],
    named: impl Fn(T) -> Vec<&'static str>,
    to: impl Fn(Option<T>) -> MomentChange,
) -> Result<Vec<Change>, Unread> {
    if text.trim().is_empty() {
        return set(to(None));
    }
    set(to(Some(choice(text, all, named).ok_or(Unread::Choice(column))?)))
}

fn several<T: Copy + PartialEq>(
    column: Column,
    text: &str,
    (all, now): (&[T], &[T]),
    named: impl Fn(T) -> Vec<&'static str> + Copy,
    to: impl Fn(Vec<T>) -> MomentChange,
) -> Result<Vec<Change>, Unread> {
    let mut found = Vec::new();
    for word in text.split([';', ',', '\n']).filter(|word| !word.trim().is_empty()) {
        found.push(choice(word, all, named).ok_or(Unread::Choice(column))?);
    }
    // The same ones in another order are the same.
    if found.len() == now.len() && now.iter().all(|one| found.contains(one)) {
        return Ok(Vec::new());
    }
    set(to(all.iter().copied().filter(|one| found.contains(one)).collect()))
}

#[expect(clippy::unnecessary_wraps, reason = "it ends arms that can fail")]
fn set(change: MomentChange) -> Result<Vec<Change>, Unread> {
    Ok(vec![Change::Set(change)])
}

fn words(text: &str, to: impl Fn(Option<String>) -> MomentChange) -> Result<Vec<Change>, Unread> {
    set(to(parse::words(text.trim())))
}

/// What a text makes of a cell. An empty one empties it.
pub(super) fn read(ground: &Ground<'_>, row: Row<'_>, column: Column, text: &str) -> Result<Vec<Change>, Unread> {
    let m = row.moment;
    let empty = text.trim().is_empty();
    match column {
        Column::Title | Column::Kind | Column::Status if empty => Err(Unread::Needed(column)),
        Column::Title => set(MomentChange::Title(text.trim().to_owned())),
        Column::Date => Ok(vec![Change::When(date(ground, m.when, text)?)]),
        Column::Creator => Ok(vec![Change::Place(place(ground, text)?)]),
        Column::Kind => {
            let named = |kind: Kind| vec![names::kind(kind.key()), board::kind_on_card(kind.key()), kind.key()];
            set(MomentChange::Kind(choice(text, Kind::ALL, named).ok_or(Unread::Choice(column))?))
        }
        Column::Channel => channel(text),
        Column::Gives => {
            let named = |value: AudienceValue| vec![names::choice(value.key()), value.key()];
            several(column, text, (AudienceValue::ALL, &m.audience_value), named, MomentChange::AudienceValue)
        }
        Column::SharedValue => words(text, MomentChange::SharedValue),
        Column::Ask => {
            let named = |cta: Cta| vec![ask_word(cta), names::cta(cta.key()), names::choice(cta.key())];
            some(column, text, Cta::ALL, named, MomentChange::Cta)
        }
        Column::Control => {
            let named = |control: Control| vec![names::choice(control.key())];
            some(column, text, Control::ALL, named, MomentChange::CreativeControl)
        }
        Column::Status => {
            let named = |status: Status| vec![names::status(status.key()), status.key()];
            set(MomentChange::Status(choice(text, Status::ALL, named).ok_or(Unread::Choice(column))?))
        }
        Column::Owner => words(text, MomentChange::Owner),
        Column::Fee if empty => set(MomentChange::Cost(None)),
        Column::Fee => set(MomentChange::Cost(Some(parse::money(text, &ground.currency).ok_or(Unread::Amount)?))),
        Column::Check => Err(Unread::Follows),
        Column::Time if empty => set(MomentChange::Time(None)),
        Column::Time => {
            let time = parse::time(text).ok_or(Unread::Time)?;
            if !matches!(m.when, When::On(_) | When::Relative(_)) {
                return Err(Unread::TimeWithoutDay);
            }
            set(MomentChange::Time(Some(time)))
        }
        Column::Window => set(MomentChange::Window(window_of(m.window.as_ref(), text)?)),
        Column::Length if empty => set(MomentChange::Duration(None)),
        Column::Length => {
            let digits = text.trim().trim_end_matches("minutes").trim_end_matches("min").trim();
            set(MomentChange::Duration(Some(digits.parse().map_err(|_| Unread::Number)?)))
        }
        Column::Hook => words(text, MomentChange::Hook),
        Column::Product => product(ground, text),
        Column::Placement => {
            let named = |placement: Placement| vec![names::placement(placement.key()), placement.key()];
            some(column, text, Placement::ALL, named, MomentChange::Placement)
        }
        Column::Pay => {
            let named = |pay: Compensation| vec![names::choice(pay.key())];
            some(column, text, Compensation::ALL, named, MomentChange::Compensation)
        }
        Column::Label => words(text, |text| MomentChange::Disclosure(Disclosure { text, ..m.disclosure.clone() })),
        Column::MustSay => words(text, MomentChange::MustSay),
        Column::Covers => {
            let named = |kind: Kind| vec![names::kind(kind.key()), board::kind_on_card(kind.key()), kind.key()];
            several(column, text, (Kind::ALL, &m.covers), named, MomentChange::Covers)
        }
        Column::Proof => words(text, MomentChange::Proof),
        Column::Measures => set(MomentChange::Kpis(split_list(text))),
        Column::Links => set(MomentChange::Links(split_list(text))),
        Column::Notes => words(text, MomentChange::Notes),
    }
}

/// When a moment comes that came then. A day stays counted from day 0 where it was, and a place in an order stays a place.
fn date(ground: &Ground<'_>, now: When, text: &str) -> Result<When, Unread> {
    let campaign = ground.campaign;
    if text.trim().is_empty() {
        return Ok(When::Undated);
    }
    let near = campaign.day_of(now).unwrap_or(ground.usual);
    let zero = campaign.anchor.as_ref().and_then(|anchor| anchor.date);
    if let Some(day) = parse::day(text, near) {
        return Ok(match (now, zero) {
            (When::Relative(_), Some(zero)) => When::Relative(day.since(zero)),
            _ => When::On(day),
        });
    }
    match (now, parse::whole(text)) {
        (When::Order(_), Some(place)) => Ok(When::Order(place)),
        (When::Relative(_), Some(days)) => Ok(When::Relative(days)),
        _ => Err(Unread::Day),
    }
}

/// The lane of that name: of the creator as one calls them, of the brand or the community, or the tray of ideas.
fn place(ground: &Ground<'_>, text: &str) -> Result<Place, Unread> {
    let campaign = ground.campaign;
    if same_word(text, window::in_the_tray()) {
        return Ok(Place::Tray);
    }
    let wanted = text.trim();
    let only = |fits: &dyn Fn(&Arc<Lane>) -> bool| -> Option<LaneId> {
        let mut found = campaign.lanes.iter().filter(|lane| fits(lane));
        match (found.next(), found.next()) {
            (Some(only), None) => Some(only.id),
            _ => None,
        }
    };
    let by_name = only(&|lane| same_word(campaign.lane_name(lane), wanted));
    let by_short =
        || only(&|lane| campaign.creator_of(lane).is_some_and(|creator| same_word(&campaign.short_name(creator), wanted)));
    let by_handle = || {
        only(&|lane| {
            let handle = campaign.creator_of(lane).and_then(|creator| creator.handle.as_deref());
            handle.is_some_and(|handle| same_word(handle.trim_start_matches('@'), wanted.trim_start_matches('@')))
        })
    };
    let found = if wanted.is_empty() { None } else { by_name.or_else(by_short).or_else(by_handle) };
    found.map(Place::Lane).ok_or(Unread::Lane)
}

/// Where something appears and in what shape: "Instagram · Reel", or one of the two, which leaves the other as it is.
fn channel(text: &str) -> Result<Vec<Change>, Unread> {
    if text.trim().is_empty() {
        return Ok(vec![Change::Set(MomentChange::Platform(None)), Change::Set(MomentChange::Format(None))]);
    }
    let mut changes = Vec::new();
    for part in text.split(['·', ',', ';', '/']).filter(|part| !part.trim().is_empty()) {
        let platform = choice(part, Platform::ALL, |platform: Platform| vec![names::platform(platform.key()), platform.key()]);
        let format = choice(part, Format::ALL, |format: Format| vec![names::choice(format.key())]);
        changes.push(Change::Set(match (platform, format) {
            // "Other" is both: the first time it is where, the second time in what shape.
            (Some(platform), _) if changes.is_empty() || format.is_none() => MomentChange::Platform(Some(platform)),
            (_, Some(format)) => MomentChange::Format(Some(format)),
            _ => return Err(Unread::Choice(Column::Channel)),
        }));
    }
    Ok(changes)
}

fn product(ground: &Ground<'_>, text: &str) -> Result<Vec<Change>, Unread> {
    if text.trim().is_empty() {
        return set(MomentChange::Product(None));
    }
    let mut found = ground.campaign.products.iter().filter(|product| same_word(&product.name, text));
    match (found.next(), found.next()) {
        (Some(only), None) => set(MomentChange::Product(Some(only.id))),
        _ => Err(Unread::Product),
    }
}

/// How far a day may move: `± 3 d`, `3`, or `−2 / +5 d`.
fn window_of(now: Option<&Window>, text: &str) -> Result<Option<Window>, Unread> {
    let now = now.cloned().unwrap_or_default();
    let plain: String = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '±' | '+' | '-' | '−')).collect();
    let plain = plain.trim_end_matches("days").trim_end_matches('d');
    if plain.is_empty() || same_word(text, window::window_none()) {
        return Ok(None);
    }
    let number = |text: &str| text.parse::<u16>().map_err(|_| Unread::Number);
    let (before, after) = match plain.split_once('/') {
        Some((before, after)) => (number(before)?, number(after)?),
        None => (number(plain)?, number(plain)?),
    };
    Ok((before > 0 || after > 0).then_some(Window { before, after, ..now }))
}
