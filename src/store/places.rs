//! Where things stand in the text of a plan, for programs that point at a line.

use std::collections::BTreeMap;

use super::lex;
use crate::model::{LaneId, MomentId};

/// The lines, from 1, on which lanes and moments name themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    lanes: BTreeMap<LaneId, usize>,
    moments: BTreeMap<MomentId, usize>,
}

impl Places {
    /// Looks through the text of a plan. What is no text has no places.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        let mut places = Self::default();
        let Ok(text) = std::str::from_utf8(bytes) else { return places };
        let (mut line, mut seen) = (1, 0);
        for entry in lex::entries(text).iter().filter(|entry| entry.field == "id") {
            line += text.get(seen..entry.start).unwrap_or_default().bytes().filter(|&b| b == b'\n').count();
            seen = entry.start;
            match entry.around {
                "lanes" => places.lanes.extend(LaneId::parse(entry.value).map(|id| (id, line))),
                "moments" | "ideas" => places.moments.extend(MomentId::parse(entry.value).map(|id| (id, line))),
                _ => {}
            }
        }
        places
    }

    /// The line of a lane.
    #[must_use]
    pub fn lane(&self, id: LaneId) -> Option<usize> {
        self.lanes.get(&id).copied()
    }

    /// The line of a moment.
    #[must_use]
    pub fn moment(&self, id: MomentId) -> Option<usize> {
        self.moments.get(&id).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::super::demo;
    use super::*;

    #[test]
    fn every_lane_and_moment_of_a_plan_has_its_line() {
        for (name, bytes) in demo::files() {
            let campaign = crate::store::read(bytes).unwrap().campaign;
            let places = Places::of(bytes);
            let lines: Vec<&str> = std::str::from_utf8(bytes).unwrap().lines().collect();
            let at = |line: Option<usize>| lines[line.unwrap() - 1].trim();
            for lane in &campaign.lanes {
                assert_eq!(at(places.lane(lane.id)), format!("id: \"{}\",", lane.id), "{name}");
                for moment in &lane.moments {
                    assert_eq!(at(places.moment(moment.id)), format!("id: \"{}\",", moment.id), "{name}");
                }
            }
        }
        assert_eq!(Places::of(b"\xff\xfe"), Places::default());
    }
}
