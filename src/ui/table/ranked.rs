//! The rows of a table with what they are sorted by, kept from one state of the plan to the next: an edit looks at the moments of the
//! lanes that it changed, and puts them among the others. Never draws, and never asks whether it may be kept: whoever keeps it says
//! what changed.

use std::cmp::Ordering;
use std::sync::Arc;

use super::data::{Key, Line, Lines, Row, Stand, Sums, group_key, head, key, row, when_key};
use super::layout::{Group, TableLayout};
use crate::model::{Campaign, Moment};
use crate::ui::held::same_around;
use crate::ui::view::{Derived, Sieve};

/// What rows are of.
#[derive(Clone, Copy)]
pub(super) struct Seen<'a> {
    pub(super) campaign: &'a Campaign,
    pub(super) derived: &'a Derived,
    pub(super) sieve: &'a Sieve,
    pub(super) layout: &'a TableLayout,
}

/// A row: its group, what it is sorted by, and when it comes where that is the same.
#[derive(Debug, PartialEq, Eq)]
struct Rank {
    group: i64,
    by: Key,
    when: i64,
    stand: Stand,
}

impl Rank {
    fn compare(&self, other: &Self, down: bool) -> Ordering {
        let tray_last = |stand: &Stand| (stand.lane.is_none(), *stand);
        let by = || self.by.cmp_by(&other.by, down);
        let place = || tray_last(&self.stand).cmp(&tray_last(&other.stand));
        self.group.cmp(&other.group).then_with(by).then(self.when.cmp(&other.when)).then_with(place)
    }
}

/// All rows in their order, and what is counted of each lane.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Ranked {
    rows: Vec<Rank>,
    lanes: Vec<Sums>,
    tray: Sums,
}

impl Ranked {
    /// The rows of a plan.
    pub(super) fn of(seen: Seen<'_>) -> Self {
        let mut ranked = Self::default();
        for lane in 0..seen.campaign.lanes.len() {
            let sums = ranked.add(seen, Some(lane));
            ranked.lanes.push(sums);
        }
        ranked.tray = ranked.add(seen, None);
        ranked.sort(seen.layout);
        ranked
    }

    /// Goes on from the state before, of which these are the rows, where everything but the plan is as it was; whether it could.
    pub(super) fn follow(&mut self, before: &Campaign, seen: Seen<'_>) -> bool {
        let now = seen.campaign;
        let same_places = before.lanes.len() == now.lanes.len()
            && self.lanes.len() == now.lanes.len()
            && before.lanes.iter().zip(&now.lanes).all(|(a, b)| a.id == b.id);
        if !same_places || !same_around(before, now) {
            return false;
        }
        let changed: Vec<bool> = before.lanes.iter().zip(&now.lanes).map(|(a, b)| !Arc::ptr_eq(a, b)).collect();
        let same = |a: &[Arc<Moment>], b: &[Arc<Moment>]| a.len() == b.len() && a.iter().zip(b).all(|(a, b)| Arc::ptr_eq(a, b));
        let tray_changed = !same(&before.ideas, &now.ideas);
        let leaves = |stand: &Stand| stand.lane_at().map_or(tray_changed, |lane| changed.get(lane).is_none_or(|is| *is));
        self.rows.retain(|rank| !leaves(&rank.stand));
        // What stays is in order, and so is what comes: bringing both together only merges them.
        let mut new = Self::default();
        for (lane, _) in changed.iter().enumerate().filter(|(_, changed)| **changed) {
            let sums = new.add(seen, Some(lane));
            if let Some(known) = self.lanes.get_mut(lane) {
                *known = sums;
            }
        }
        if tray_changed {
            self.tray = new.add(seen, None);
        }
        new.sort(seen.layout);
        self.rows.append(&mut new.rows);
        self.sort(seen.layout);
        true
    }

    fn sort(&mut self, layout: &TableLayout) {
        let down = layout.sort.is_some_and(|sort| sort.down);
        self.rows.sort_by(|a, b| a.compare(b, down));
    }

    /// Adds the rows of a lane, or of the tray, at the end; what is counted of them.
    fn add(&mut self, seen: Seen<'_>, lane_at: Option<usize>) -> Sums {
        let Seen { campaign, derived, sieve, layout } = seen;
        let lane = lane_at.and_then(|at| campaign.lanes.get(at));
        let moments = match lane {
            Some(lane) if sieve.hides(lane.id) => &[][..],
            Some(lane) => &lane.moments,
            None if layout.ideas => &campaign.ideas,
            None => &[],
        };
        let shown = || moments.iter().enumerate().filter(|(_, moment)| sieve.shows(moment.id));
        self.rows.extend(shown().map(|(at, moment)| {
            let row = Row { lane_at, lane, moment };
            let when = when_key(campaign, moment.when).unwrap_or(i64::MAX);
            let (by, when) = match layout.sort {
                Some(sort) => (key(campaign, derived, row, sort.by), when),
                None => (Key::Nothing, 0),
            };
            Rank { group: group_key(campaign, row, layout.group), by, when, stand: Stand::new(lane_at, at) }
        }));
        Sums::of(shown().map(|(_, moment)| &**moment))
    }

    /// The lines that these rows are.
    pub(super) fn lines(&self, campaign: &Campaign, group: Group) -> Lines {
        let mut lines = Lines::default();
        for sums in self.lanes.iter().chain([&self.tray]) {
            lines.sums.add(sums);
        }
        let line = |rank: &Rank| Line::Moment(rank.stand);
        if group == Group::None {
            lines.lines = self.rows.iter().map(line).collect();
            return lines;
        }
        for together in self.rows.chunk_by(|a, b| a.group == b.group) {
            let found: Vec<&Moment> =
                together.iter().filter_map(|rank| row(campaign, rank.stand)).map(|row| &**row.moment).collect();
            let name = together.first().and_then(|rank| row(campaign, rank.stand)).map(|row| head(campaign, row, group));
            lines.lines.push(Line::Head(u32::try_from(lines.heads.len()).unwrap_or(u32::MAX)));
            lines.heads.push((name.unwrap_or_default(), Sums::of(found.into_iter())));
            lines.lines.extend(together.iter().map(line));
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::super::column::Column;
    use super::super::layout::Sort;
    use super::*;
    use crate::model::{Day, Kind, Money, Status, When};
    use crate::ui::test_plan::{moment, plan_of, put};

    fn plan() -> Campaign {
        let mut plan = plan_of(&["ben", "ada", "cleo"]);
        for at in 0..24_u8 {
            let when = if at % 7 == 0 { When::Undated } else { When::On(Day::from_number(21_000 + i32::from(at * 5 % 23))) };
            let kind = [Kind::Product, Kind::Values, Kind::Story][usize::from(at) % 3];
            let mut card = moment(&format!("m{at}"), kind, &format!("Card {}", at * 11 % 24), when);
            card.cost = Money::parse(if at % 2 == 0 { "100 EUR" } else { "" });
            put(&mut plan, usize::from(at) % 3, card);
        }
        plan.ideas.push(Arc::new(moment("i1", Kind::Story, "I1", When::Undated)));
        plan
    }

    /// Edits as they come: each changes what the one before left.
    fn edits() -> Vec<fn(&mut Campaign)> {
        fn lane(plan: &mut Campaign, at: usize) -> &mut Vec<Arc<Moment>> {
            &mut Arc::make_mut(&mut plan.lanes[at]).moments
        }
        vec![
            |plan| Arc::make_mut(&mut lane(plan, 0)[2]).when = When::On(Day::from_number(21_040)),
            |plan| Arc::make_mut(&mut lane(plan, 1)[0]).title = "Aaa".to_owned(),
            |plan| {
                let gone = lane(plan, 2).remove(1);
                lane(plan, 0).push(gone);
            },
            |plan| Arc::make_mut(&mut lane(plan, 1)[3]).cost = Money::parse("700 USD"),
            |plan| {
                let gone = lane(plan, 0).remove(0);
                plan.ideas.push(gone);
            },
            |plan| plan.ideas.clear(),
            |plan| Arc::make_mut(&mut lane(plan, 2)[0]).status = Status::Approved,
            |plan| lane(plan, 1).clear(),
        ]
    }

    #[test]
    fn rows_that_are_kept_are_those_that_are_worked_out_anew() {
        let sorts = [None, Some((Column::Date, false)), Some((Column::Title, true)), Some((Column::Fee, false))];
        for sort in sorts {
            for group in [Group::None, Group::Kind, Group::Month, Group::Creator] {
                let sort = sort.map(|(by, down)| Sort { by, down });
                let layout = TableLayout { sort, group, ideas: true, ..TableLayout::default() };
                let (derived, sieve) = (Derived::default(), Sieve::default());
                let mut now = plan();
                let rows = |of: &Campaign| Ranked::of(Seen { campaign: of, derived: &derived, sieve: &sieve, layout: &layout });
                let mut kept = rows(&now);
                for (at, edit) in edits().into_iter().enumerate() {
                    let before = now.clone();
                    edit(&mut now);
                    let seen = Seen { campaign: &now, derived: &derived, sieve: &sieve, layout: &layout };
                    assert!(kept.follow(&before, seen), "edit {at}");
                    assert_eq!(kept, rows(&now), "edit {at}, {sort:?}, {group:?}");
                    assert_eq!(kept.lines(&now, group), Lines::of(&now, &derived, &sieve, &layout));
                }
            }
        }
    }

    #[test]
    fn a_plan_with_other_lanes_or_people_is_looked_at_anew() {
        let (derived, sieve, layout) = (Derived::default(), Sieve::default(), TableLayout::default());
        let before = plan();
        let mut turned = before.clone();
        turned.lanes.swap(0, 1);
        let mut renamed = before.clone();
        Arc::make_mut(&mut renamed.creators[0]).name = "Zoe".to_owned();
        for now in [&turned, &renamed] {
            let [was, is] = [&before, now].map(|campaign| Seen { campaign, derived: &derived, sieve: &sieve, layout: &layout });
            assert!(!Ranked::of(was).follow(&before, is));
        }
    }
}
