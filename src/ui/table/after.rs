//! Whether a plan that changed has the same rows as before, in the same order and with the same sums: then none of them has to be
//! looked at again. What changed is found by its pointers, so that a letter typed in a title costs its lane and not the plan.

use std::sync::Arc;

use super::column::Column;
use super::data::{Row, group_key, head, key, when_key};
use super::layout::TableLayout;
use crate::analysis::totals::Balance;
use crate::model::{Campaign, Lane, Moment};
use crate::ui::held::same_around;
use crate::ui::view::Derived;

/// Whether the lines of both plans are the same. Says no where it cannot be sure; never looks at what is filtered.
pub(super) fn stays(before: &Campaign, now: &Campaign, layout: &TableLayout) -> bool {
    // What the checker says of a moment can follow from any other one.
    if layout.sort.is_some_and(|sort| sort.by == Column::Check) || before.lanes.len() != now.lanes.len() {
        return false;
    }
    let lanes = before.lanes.iter().zip(&now.lanes).enumerate();
    same_around(before, now)
        && lanes.filter(|(_, (old, new))| !Arc::ptr_eq(old, new)).all(|(at, (old, new))| {
            let is_same = old.id == new.id && old.creator == new.creator && before.lane_name(old) == now.lane_name(new);
            is_same && same_rows((before, Some((at, old)), &old.moments), (now, Some((at, new)), &new.moments), layout)
        })
        && same_rows((before, None, &before.ideas), (now, None, &now.ideas), layout)
}

/// A plan, one of its lanes with its place, or none for the tray, and what stands there.
type Place<'a> = (&'a Campaign, Option<(usize, &'a Arc<Lane>)>, &'a [Arc<Moment>]);

fn same_rows(before: Place<'_>, now: Place<'_>, layout: &TableLayout) -> bool {
    let (_, _, old) = before;
    let (_, _, new) = now;
    old.len() == new.len()
        && old
            .iter()
            .zip(new)
            .all(|(old, new)| Arc::ptr_eq(old, new) || old.id == new.id && stand(before, old, layout) == stand(now, new, layout))
}

/// What a row stands by, and what of it is counted.
fn stand((campaign, lane, _): Place<'_>, moment: &Arc<Moment>, layout: &TableLayout) -> impl PartialEq + use<> {
    let row = Row { lane_at: lane.map(|(at, _)| at), lane: lane.map(|(_, lane)| lane), moment };
    let by = layout.sort.map(|sort| key(campaign, &Derived::default(), row, sort.by));
    let group = (group_key(campaign, row, layout.group), head(campaign, row, layout.group));
    (by, when_key(campaign, moment.when), group, moment.cost, Balance::of([&**moment].into_iter()))
}

#[cfg(test)]
mod tests {
    use super::super::data::Lines;
    use super::super::layout::{Group, Sort};
    use super::*;
    use crate::model::{Day, Kind, Money, Status, When};
    use crate::ui::test_plan::{moment, plan_of, put};
    use crate::ui::view::Sieve;

    fn plan() -> Campaign {
        let mut plan = plan_of(&["ben", "ada"]);
        for (lane, name, kind, day) in [(0, "b1", Kind::Product, 30), (0, "b2", Kind::Values, 5), (1, "a1", Kind::Story, 10)] {
            put(&mut plan, lane, moment(name, kind, &name.to_uppercase(), When::On(Day::from_number(21_000 + day))));
        }
        plan.ideas.push(Arc::new(moment("i1", Kind::Story, "I1", When::Undated)));
        plan
    }

    /// The plan with something else about its second moment; only what changed has another pointer.
    fn with(plan: &Campaign, change: impl Fn(&mut Moment)) -> Campaign {
        let mut plan = plan.clone();
        change(Arc::make_mut(&mut Arc::make_mut(&mut plan.lanes[0]).moments[1]));
        plan
    }

    #[test]
    fn what_no_row_stands_by_leaves_all_rows_and_they_are_those_of_a_full_look() {
        type Change = fn(&mut Moment);
        let changes: [Change; 7] = [
            |m| m.notes = Some("a letter".to_owned()),
            |m| m.title.push('x'),
            |m| m.title = "0".to_owned(),
            |m| m.kind = Kind::Product,
            |m| m.status = Status::Approved,
            |m| m.cost = Money::parse("10 EUR"),
            |m| m.when = When::On(Day::from_number(21_090)),
        ];
        let mut layouts = vec![TableLayout::default(), TableLayout { sort: None, ideas: true, ..TableLayout::default() }];
        layouts.extend(Group::ALL.iter().map(|group| TableLayout { group: *group, ..TableLayout::default() }));
        layouts.extend(
            [Column::Title, Column::Kind, Column::Fee, Column::Notes, Column::Creator]
                .map(|by| TableLayout { sort: Some(Sort { by, down: false }), ..TableLayout::default() }),
        );
        let before = plan();
        let mut kept = 0;
        for layout in &layouts {
            for change in changes {
                let now = with(&before, change);
                if stays(&before, &now, layout) {
                    kept += 1;
                    let of = |plan: &Campaign| Lines::of(plan, &Derived::default(), &Sieve::default(), layout);
                    assert_eq!(of(&before), of(&now), "{layout:?}");
                }
            }
        }
        assert!(kept > layouts.len(), "{kept}");
        let typed = with(&before, |m| m.notes = Some("a letter".to_owned()));
        assert!(stays(&before, &typed, &TableLayout::default()), "a letter in the notes moves no row");
        let moved = with(&before, |m| m.when = When::Undated);
        assert!(!stays(&before, &moved, &TableLayout::default()));
        let mut fewer = before.clone();
        Arc::make_mut(&mut fewer.lanes[0]).moments.pop();
        assert!(!stays(&before, &fewer, &TableLayout::default()));
    }
}
