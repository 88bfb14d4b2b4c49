//! What a lane adds up to, in a line each: told beside its name on the board, and on its page in the inspector.

use std::sync::Arc;

use egui::{Id, Ui};

use crate::analysis::totals::LaneTotals;
use crate::model::{Campaign, Lane, LaneId, Money};
use crate::words::language::{self, Manner};
use crate::words::{self, counts, lanes as say, names};

/// Most kinds of post that are named; lanes with more are told by their number.
const MOST_NAMED: usize = 6;

/// What was worked out for the lane that was looked at last, and how it was spoken then: a lane may have thousands of moments,
/// and it is looked at in every frame.
#[derive(Clone)]
struct Kept {
    lane: Arc<Lane>,
    spoken: Manner,
    lines: Vec<String>,
}

/// The lines: how many moments, how many of them ask; what is made; what it costs; who else has the same audience.
pub(super) fn lines(ui: &Ui, campaign: &Campaign, id: LaneId) -> Vec<String> {
    let Some(lane) = campaign.lane(id) else { return Vec::new() };
    let (place, spoken) = (Id::unique("lane totals"), language::manner());
    let kept = ui.data(|data| data.get_temp::<Kept>(place)).filter(|kept| kept.spoken == spoken && Arc::ptr_eq(&kept.lane, lane));
    let mut lines = kept.map_or_else(
        || {
            let lines = of_lane(campaign, lane);
            ui.data_mut(|data| data.insert_temp(place, Kept { lane: Arc::clone(lane), spoken, lines: lines.clone() }));
            lines
        },
        |kept| kept.lines,
    );
    lines.extend(one_audience(campaign, lane));
    lines
}

fn of_lane(campaign: &Campaign, lane: &Lane) -> Vec<String> {
    let totals = LaneTotals::of(campaign, lane);
    let moments = words::moments(totals.moments);
    let mut lines = vec![match totals.asks {
        0 => moments,
        asks => words::dotted(&moments, counts::asks(asks)),
    }];
    lines.extend(deliverables(lane));
    if totals.moments > 0 {
        let amounts: Vec<String> = totals.cost.iter().map(Money::readable).collect();
        lines.push(if amounts.is_empty() { say::no_cost().to_owned() } else { say::total_cost(amounts.join(", ")) });
    }
    lines
}

/// "3 Reel, 2 Story", the most frequent first; `None` where no format is chosen yet.
fn deliverables(lane: &Lane) -> Option<String> {
    let mut counts: Vec<(&'static str, usize)> = Vec::new();
    for format in lane.moments.iter().filter_map(|moment| moment.format) {
        let name = names::choice(format.key());
        match counts.iter_mut().find(|(other, _)| *other == name) {
            Some((_, count)) => *count += 1,
            None => counts.push((name, 1)),
        }
    }
    // Sorting is stable: of two that are as frequent the one that comes first in the lane stays first.
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let rest: usize = counts.iter().skip(MOST_NAMED).map(|(_, count)| count).sum();
    let mut parts: Vec<String> = counts.iter().take(MOST_NAMED).map(|(name, count)| say::made(count, name)).collect();
    parts.extend((rest > 0).then(|| say::made_further(rest)));
    (!parts.is_empty()).then(|| say::total_made(parts.join(", ")))
}

/// Who else has the same audience.
pub(super) fn one_audience(campaign: &Campaign, lane: &Lane) -> Option<String> {
    let others = campaign.lanes.iter().filter(|other| other.id != lane.id && lane.has_audience_of(other));
    let names: Vec<&str> = others.map(|other| campaign.lane_name(other)).collect();
    (!names.is_empty()).then(|| say::one_audience(words::list(&names)))
}
