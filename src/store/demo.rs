//! The demo plans, part of the program. Each call gives a copy of its own; the originals are never written to.

use super::format;
use crate::model::{Campaign, PlanId};

/// The two cases: a cold post, and an arc.
const TWO_CASES: &[u8] = include_bytes!("../../assets/demo/two-cases.moments");
/// The fictional campaign, with its pictures.
const LONG_WAY_ROUND: &[u8] = include_bytes!("../../assets/demo/long-way-round.moments");

/// The fictional campaign: one lane that starts with an ask, one that is clear, one with an established relationship,
/// one with a long quiet stretch. The copy has the given id.
#[must_use]
pub fn fictional(id: PlanId) -> Campaign {
    copy(LONG_WAY_ROUND, id)
}

/// The cold post and the arc, side by side, each lane with its own brand. The copy has the given id.
#[must_use]
pub fn two_cases(id: PlanId) -> Campaign {
    copy(TWO_CASES, id)
}

/// The bytes of both demo plans with their file names, as they are in the program.
#[must_use]
pub fn files() -> [(&'static str, &'static [u8]); 2] {
    [("two-cases.moments", TWO_CASES), ("long-way-round.moments", LONG_WAY_ROUND)]
}

fn copy(bytes: &[u8], id: PlanId) -> Campaign {
    // A test proves that both are sound; an empty plan stands in so that nothing here can panic.
    format::read(bytes).map_or_else(|_| Campaign::new(id, ""), |loaded| Campaign { id, ..loaded.campaign })
}
