//! Which cards are meant: the one beside another, all from one to another, and what a click selects.

use std::collections::HashSet;
use std::sync::Arc;

use egui::Modifiers;

use crate::analysis::Axis;
use crate::analysis::packing::reading_order;
use crate::model::{Campaign, Index, Lane, Moment, MomentId};
use crate::ui::view::{Action, Cx, Selection};

/// The moments of a lane in the order in which they are read.
#[must_use]
pub fn in_order(campaign: &Campaign, lane: &Lane) -> Vec<MomentId> {
    reading_order(campaign, lane).into_iter().filter_map(|at| Some(lane.moments.get(at)?.id)).collect()
}

/// The moment of a lane that is nearest to a day; the first one where nobody knows days.
#[must_use]
pub fn nearest(campaign: &Campaign, lane: &Lane, day: Option<i32>) -> Option<MomentId> {
    let axis = axis(campaign);
    let order = reading_order(campaign, lane);
    let cards = order.into_iter().filter_map(|at| lane.moments.get(at));
    let away = |moment: &&Arc<Moment>| match (axis.day(campaign, moment.when), day) {
        (Some(at), Some(day)) => i64::from(at).abs_diff(i64::from(day)),
        _ => u64::MAX,
    };
    cards.min_by_key(away).map(|moment| moment.id)
}

/// The day of a moment on the axis that the board shows.
#[must_use]
pub fn day_of(campaign: &Campaign, moment: &Moment) -> Option<i32> {
    axis(campaign).day(campaign, moment.when)
}

fn axis(campaign: &Campaign) -> Axis {
    Axis::of_campaign(campaign).unwrap_or(Axis::Calendar)
}

/// Everything from one moment to another, the other one last: in one lane what stands between them, across lanes what lies
/// between them in time, in every lane from the one to the other.
#[must_use]
pub fn between(campaign: &Campaign, index: &Index, from: MomentId, to: MomentId) -> Vec<MomentId> {
    let at = |id: MomentId| index.lane(id).and_then(|lane| campaign.lanes.iter().position(|other| other.id == lane));
    let (Some(a), Some(b)) = (at(from), at(to)) else { return vec![to] };
    let mut found: Vec<MomentId> = if a == b {
        let order = in_order(campaign, &campaign.lanes[a]);
        let place = |id: MomentId| order.iter().position(|other| *other == id).unwrap_or(0);
        let (low, high) = (place(from).min(place(to)), place(from).max(place(to)));
        order.get(low..=high).unwrap_or_default().to_vec()
    } else {
        let axis = axis(campaign);
        let day = |lane: usize, id: MomentId| {
            let moment = campaign.lanes[lane].moments.iter().find(|moment| moment.id == id)?;
            axis.day(campaign, moment.when)
        };
        let days = day(a, from).zip(day(b, to)).map(|(one, other)| one.min(other)..=one.max(other));
        let inside = |moment: &&Arc<Moment>| {
            let day = axis.day(campaign, moment.when);
            moment.id == from || moment.id == to || days.as_ref().zip(day).is_some_and(|(days, day)| days.contains(&day))
        };
        let lanes = &campaign.lanes[a.min(b)..=a.max(b)];
        lanes.iter().flat_map(|lane| lane.moments.iter().filter(inside)).map(|moment| moment.id).collect()
    };
    found.retain(|id| *id != to);
    found.push(to);
    found
}

/// The selected cards, to look up: there may be as many as the plan has, and each card of each frame asks.
#[derive(Debug, Default)]
pub(in crate::ui) struct Chosen {
    of: Vec<MomentId>,
    set: HashSet<MomentId>,
}

impl Chosen {
    /// Follows the selection.
    pub(in crate::ui) fn follow(&mut self, selection: &Selection) {
        if self.of != selection.moments {
            self.of.clone_from(&selection.moments);
            self.set = self.of.iter().copied().collect();
        }
    }

    /// Whether a card is selected.
    pub(in crate::ui) fn has(&self, id: MomentId) -> bool {
        self.set.contains(&id)
    }
}

/// What a click on a card selects: that card, with Ctrl it is added or taken out, with Shift everything up to it.
pub(super) fn clicked(cx: &Cx<'_>, id: MomentId, modifiers: Modifiers) -> Action {
    let selection = cx.selection;
    let from = selection.from.or(selection.primary()).filter(|from| cx.index.lane(*from).is_some());
    if let Some(from) = from.filter(|_| modifiers.shift) {
        let mut moments = between(cx.campaign, cx.index, from, id);
        if modifiers.command {
            let mut all: Vec<MomentId> = selection.moments.iter().copied().filter(|id| !moments.contains(id)).collect();
            all.append(&mut moments);
            moments = all;
        }
        return Action::Select(Selection { moments, lane: cx.index.lane(id), from: Some(from), ..Selection::default() });
    }
    if modifiers.command || modifiers.shift {
        return Action::Toggle(id);
    }
    Action::Select(Selection::moment(id, cx.index.lane(id)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Day, Id, Kind, LaneId, LaneKind, PlanId, When};

    fn id(text: &str) -> MomentId {
        MomentId(Id::parse(text).unwrap())
    }

    /// Two lanes with four cards each, a week apart; those of the second lane come three days later.
    fn plan() -> (Campaign, Index) {
        let mut plan = Campaign::new(PlanId::default(), "Plan");
        for (name, later) in [("a", 0), ("b", 3)] {
            let mut lane = Lane::empty(LaneId(Id::parse(name).unwrap()), LaneKind::Community);
            for at in [2, 0, 3, 1] {
                let mut moment = Moment::new(id(&format!("{name}{at}")), Kind::Values, "Card");
                moment.when = When::On(Day::from_number(20_000 + at * 7 + later));
                lane.moments.push(Arc::new(moment));
            }
            plan.lanes.push(Arc::new(lane));
        }
        let index = Index::of(&plan);
        (plan, index)
    }

    #[test]
    fn a_stretch_ends_where_the_click_was() {
        let (plan, index) = plan();
        let found = |from: &str, to: &str| {
            let ids = between(&plan, &index, id(from), id(to));
            ids.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(found("a0", "a2"), "a0 a1 a2");
        assert_eq!(found("a2", "a0"), "a1 a2 a0");
        assert_eq!(found("a1", "b2"), "a2 a1 b1 b2");
        assert_eq!(found("b1", "a1"), "b1 a1");
        assert_eq!(found("nobody", "a1"), "a1");
    }

    #[test]
    fn the_nearest_card_of_a_lane_is_the_one_of_that_time() {
        let (plan, _) = plan();
        let near = |day| nearest(&plan, &plan.lanes[1], day).map(|id| id.to_string());
        assert_eq!(near(Some(20_014)).as_deref(), Some("b2"));
        assert_eq!(near(None).as_deref(), Some("b0"));
    }
}
