//! What would stand in the plan after a table: the moments that are new, and those that change with each cell that does. It is
//! seen before anything is done, so it is taken from the edits themselves.

use std::collections::{HashMap, HashSet};

use crate::edit::{Edit, apply_all};
use crate::model::columns::{Cell, Column, Names, Row};
use crate::model::{Campaign, Day, Index, Lane, LaneId, LaneKind, Moment, MomentId};
use crate::words::{import as say, names as words};

/// Moments that are shown; the rest is counted.
const MOST: usize = 400;

/// A cell that changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What the column is called.
    pub column: &'static str,
    /// What it says now.
    pub was: String,
    /// What it would say.
    pub now: String,
}

/// A moment as it would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its day, or else its place; empty where it has none.
    pub when: String,
    /// Whose lane it is in; empty in the tray.
    pub lane: String,
    /// Its kind.
    pub kind: &'static str,
    /// Its title.
    pub title: String,
    /// What changes; empty where all of it is new.
    pub changes: Vec<Change>,
}

/// What would stand in the plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// The first moments, in the order of their days; those without one come last.
    pub lines: Vec<Line>,
    /// How many more there are.
    pub more: usize,
    /// How many lanes they are in.
    pub lanes: usize,
}

/// The moments that edits are about, each once.
fn touched(edits: &[Edit]) -> Vec<MomentId> {
    let mut seen = HashSet::new();
    let mut all = Vec::new();
    let mut take = |id: MomentId| {
        if seen.insert(id) {
            all.push(id);
        }
    };
    for edit in edits {
        match edit {
            Edit::AddMoment { moment, .. } => take(moment.id),
            Edit::AddLane { lane, .. } => lane.moments.iter().for_each(|moment| take(moment.id)),
            Edit::MoveMoment { id, .. } | Edit::SetMoment { id, .. } => take(*id),
            _ => {}
        }
    }
    all
}

/// A moment with its lane; ideas have none.
type Placed<'a> = (Option<&'a Lane>, &'a Moment);

fn all(campaign: &Campaign) -> HashMap<MomentId, Placed<'_>> {
    let placed = campaign
        .lanes
        .iter()
        .flat_map(|lane| lane.moments.iter().map(move |moment| (moment.id, (Some(lane.as_ref()), moment.as_ref()))));
    placed.chain(campaign.ideas.iter().map(|moment| (moment.id, (None, moment.as_ref())))).collect()
}

/// The day of a moment, or the first and the last that it may come on.
fn days(day: Day, moment: &Moment) -> String {
    let (before, after) = moment.window.as_ref().map_or((0, 0), |window| (i32::from(window.before), i32::from(window.after)));
    if before == 0 && after == 0 {
        return day.long();
    }
    let (first, last) = (day.plus(-before), day.plus(after));
    let is_one_year = first.date().year() == last.date().year();
    say::days_between(if is_one_year { first.short() } else { first.long() }, last.long())
}

/// What the plan would hold after these edits.
pub(super) fn preview(campaign: &Campaign, edits: &[Edit]) -> Preview {
    let Ok(Some(after)) = apply_all(campaign, &mut Index::of(campaign), edits) else { return Preview::default() };
    let (was, is) = (all(campaign), all(&after));
    let (was_called, is_called) = (Names::of(campaign), Names::of(&after));
    let cell = |campaign: &Campaign, names: &Names, (lane, moment): Placed<'_>, column: Column| {
        let is_place = matches!(column, Column::Lane | Column::Creator | Column::Handle | Column::Brand);
        if lane.is_none() && is_place {
            return String::new();
        }
        let tray = Lane::empty(LaneId(moment.id.0), LaneKind::Community);
        match column.write(Row { campaign, lane: lane.unwrap_or(&tray), moment }, names) {
            Cell::Day(day) => day.long(),
            cell => cell.text(),
        }
    };
    let mut preview = Preview::default();
    let mut lanes = HashSet::new();
    let mut all: Vec<(MomentId, Placed<'_>)> =
        touched(edits).into_iter().filter_map(|id| Some((id, is.get(&id).copied()?))).collect();
    let day_of = |placed: Placed<'_>| after.day_of(placed.1.when);
    all.sort_by_key(|(_, placed)| (day_of(*placed).is_none(), day_of(*placed)));
    for (id, placed) in all {
        lanes.extend(placed.0.map(|lane| lane.id));
        if preview.lines.len() == MOST {
            preview.more += 1;
            continue;
        }
        let now = |column: Column| cell(&after, &is_called, placed, column);
        let mut changes = Vec::new();
        if let Some(before) = was.get(&id).copied() {
            for column in Column::ALL {
                let (was, now) = (cell(campaign, &was_called, before, *column), now(*column));
                if was != now {
                    changes.push(Change { column: column.heading(), was, now });
                }
            }
        }
        let day = day_of(placed).map(|day| days(day, placed.1));
        let order = [Column::Day, Column::Order].into_iter().map(|column| (column.heading(), now(column)));
        let order = order.filter(|(_, text)| !text.is_empty()).map(|(heading, text)| format!("{heading} {text}")).next();
        preview.lines.push(Line {
            when: day.or(order).unwrap_or_default(),
            lane: placed.0.map(|lane| after.lane_name(lane).to_owned()).unwrap_or_default(),
            kind: words::kind(placed.1.kind.key()),
            title: placed.1.title.clone(),
            changes,
        });
    }
    preview.lanes = lanes.len();
    preview
}
