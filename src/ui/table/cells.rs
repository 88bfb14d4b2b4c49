//! What stands in a cell, as text: how it is shown and read aloud, how it is written, and how it is copied to a spreadsheet.
//! Never draws.

use super::column::Column;
use super::data::Row;
use crate::check::Finding;
use crate::model::columns::{guarded, join_list};
use crate::model::{Campaign, Cta, Day, Money, Placement, ShortNames, When, Window, Years};
use crate::ui::inspector::parse;
use crate::ui::view::{Counts, Cx};
use crate::ui::written;
use crate::words::{self, inspect, names, table_view as say, window};

/// What texts of cells rest on, besides the moment.
#[derive(Clone, Debug)]
pub(super) struct Ground<'a> {
    /// The plan.
    pub(super) campaign: &'a Campaign,
    /// What everybody is called: to look through all of them for each row would be most of a frame.
    names: &'a ShortNames,
    /// A day of the year in which what is written without one is read.
    pub(super) usual: Day,
    years: Years,
    /// The currency that goes without saying.
    pub(super) currency: String,
}

impl<'a> Ground<'a> {
    /// That of what a panel looks at.
    pub(super) fn of_cx(cx: &Cx<'a>) -> Self {
        let campaign = cx.campaign;
        Self {
            campaign,
            names: &cx.derived.names,
            usual: campaign.start.unwrap_or(cx.today),
            years: cx.years(),
            currency: campaign.budget.map_or_else(written::currency, |budget| budget.currency().to_owned()),
        }
    }
}

/// How hard something asks, in a word.
pub(super) fn ask_word(cta: Cta) -> &'static str {
    match cta {
        Cta::None => inspect::no_call(),
        Cta::Soft => inspect::soft_sell(),
        Cta::Hard => inspect::hard_sell(),
    }
}

/// How far a day may move, in a few signs.
pub(super) fn window_word(window: &Window) -> String {
    if window.before == window.after {
        window::window_days(window.before)
    } else {
        window::window_uneven(window.before, window.after)
    }
}

/// Who has the lane of a row, in a word.
pub(super) fn who<'a>(ground: &Ground<'a>, row: Row<'a>) -> &'a str {
    row.lane.map_or(window::in_the_tray(), |lane| ground.names.of_lane(ground.campaign, lane))
}

/// When a moment comes, as a cell shows it.
pub(super) fn when(ground: &Ground<'_>, when: When) -> String {
    match (ground.campaign.day_of(when), when) {
        (Some(day), _) => ground.years.with_weekday(day),
        (None, When::Relative(days)) => window::day_number(days),
        (None, When::Order(place)) => window::place_number(place),
        (None, _) => String::new(),
    }
}

/// The same in fewer letters, where the day has its year and no room for it: without its weekday.
pub(super) fn when_short(ground: &Ground<'_>, when: When) -> Option<String> {
    let day = ground.campaign.day_of(when)?;
    ground.years.are_told_of(day).then(|| day.long())
}

/// What is found about a moment, in numbers.
pub(super) fn found<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> String {
    let counts = Counts::of(findings);
    words::findings(counts.errors, counts.warnings, counts.hints, counts.accepted)
}

fn listed<S: AsRef<str>>(items: impl Iterator<Item = S>) -> String {
    items.map(|item| item.as_ref().to_owned()).collect::<Vec<_>>().join(", ")
}

/// What a cell shows, as text. What is found about a moment is said by [`found`].
pub(super) fn shown(ground: &Ground<'_>, row: Row<'_>, column: Column) -> String {
    let campaign = ground.campaign;
    let m = row.moment;
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    match column {
        Column::Date => when(ground, m.when),
        Column::Creator => who(ground, row).to_owned(),
        Column::Kind => names::kind(m.kind.key()).to_owned(),
        Column::Title => m.title.clone(),
        Column::Channel => match (m.platform, m.format) {
            (Some(platform), Some(format)) => words::dotted(names::platform(platform.key()), names::choice(format.key())),
            (Some(platform), None) => names::platform(platform.key()).to_owned(),
            (None, Some(format)) => names::choice(format.key()).to_owned(),
            (None, None) => String::new(),
        },
        Column::Gives => listed(m.audience_value.iter().map(|value| names::choice(value.key()))),
        Column::SharedValue => text(&m.shared_value),
        Column::Ask => m.cta.map_or("", ask_word).to_owned(),
        Column::Control => m.creative_control.map_or("", |control| names::choice(control.key())).to_owned(),
        Column::Status => campaign.status_name(m).to_owned(),
        Column::Owner => text(&m.owner),
        Column::Fee => m.cost.map(Money::readable).unwrap_or_default(),
        Column::Check => String::new(),
        Column::Time => m.time.map(|time| time.to_string()).unwrap_or_default(),
        Column::Window => m.window.as_ref().map(window_word).unwrap_or_default(),
        Column::Length => m.duration.map(say::minutes).unwrap_or_default(),
        Column::Hook => text(&m.hook),
        Column::Product => m.product.and_then(|id| campaign.product(id)).map_or_else(String::new, |product| product.name.clone()),
        Column::Placement => m.placement.map(Placement::key).map_or("", names::placement).to_owned(),
        Column::Pay => m.compensation.map_or("", |pay| names::choice(pay.key())).to_owned(),
        Column::Label => text(&m.disclosure.text),
        Column::MustSay => text(&m.must_say),
        Column::Covers => listed(m.covers.iter().map(|kind| names::kind(kind.key()))),
        Column::Proof => text(&m.proof),
        Column::Measures => listed(m.kpis.iter()),
        Column::Links => listed(m.links.iter()),
        Column::Notes => text(&m.notes),
    }
}

/// What stands in the field when a cell is written in.
pub(super) fn written(ground: &Ground<'_>, row: Row<'_>, column: Column) -> String {
    match column {
        Column::Fee => row.moment.cost.map(|cost| amount(ground, cost)).unwrap_or_default(),
        Column::Length => row.moment.duration.map(|minutes| minutes.to_string()).unwrap_or_default(),
        Column::Date if ground.campaign.day_of(row.moment.when).is_none() => match row.moment.when {
            When::Relative(number) | When::Order(number) => number.to_string(),
            _ => String::new(),
        },
        Column::Measures => join_list(&row.moment.kpis),
        Column::Links => join_list(&row.moment.links),
        column => shown(ground, row, column),
    }
}

/// An amount as one writes it: its currency stands there where it is not the usual one.
fn amount(ground: &Ground<'_>, cost: Money) -> String {
    if cost.currency() == ground.currency { parse::amount(cost) } else { cost.to_string() }
}

/// What a cell is on the clipboard: a spreadsheet reads it, and it is read back into the same.
pub(super) fn copied(ground: &Ground<'_>, row: Row<'_>, column: Column) -> String {
    let text = match column {
        Column::Date => {
            ground.campaign.day_of(row.moment.when).map_or_else(|| written(ground, row, column), |day| day.to_string())
        }
        Column::Creator => {
            let lane = row.lane.map_or(window::in_the_tray(), |lane| ground.campaign.lane_name(lane));
            lane.to_owned()
        }
        Column::Fee => row.moment.cost.map(|cost| amount(ground, cost).replace(',', "")).unwrap_or_default(),
        column => written(ground, row, column),
    };
    if is_typed(column) { guarded(text) } else { text }
}

/// Whether the cells of a column are what people typed: the ones in which a spreadsheet could see a formula.
const fn is_typed(column: Column) -> bool {
    matches!(
        column,
        Column::Title
            | Column::Creator
            | Column::SharedValue
            | Column::Owner
            | Column::Hook
            | Column::Product
            | Column::Label
            | Column::MustSay
            | Column::Proof
            | Column::Measures
            | Column::Links
            | Column::Notes
    )
}

/// Rows of cells as text that spreadsheets read: tabs between the cells, a line a row.
pub(super) fn as_text(rows: &[Vec<String>]) -> String {
    let cell = |text: &String| {
        if text.contains(['\t', '\n', '\r', '"']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.clone() }
    };
    let line = |row: &Vec<String>| row.iter().map(cell).collect::<Vec<_>>().join("\t");
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}
