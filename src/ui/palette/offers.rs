//! What the palette is told when it opens: what no panel knows. It knows neither templates nor files.

use std::sync::Arc;

use crate::ui::command::Command;
use crate::ui::filter::Preset;
use crate::ui::view::FindingKey;
use crate::ui::welcome::{Offer, RecentPlan};

/// What stands around the plan.
#[derive(Clone, Debug, Default)]
pub struct Offers {
    /// A plan is in sight; else the start page is, and only what needs no plan is offered.
    pub in_plan: bool,
    /// The commands that need no plan.
    pub without_plan: &'static [Command],
    /// Plans that were open, the last one first.
    pub recent: Vec<RecentPlan>,
    /// What a plan can begin from.
    pub templates: Vec<Offer>,
    /// The filters that were saved for the plan.
    pub presets: Vec<Preset>,
    /// The finding whose first fix the keys show that preview one.
    pub in_mind: Option<FindingKey>,
}

impl Offers {
    /// Templates of two shelves in one list.
    #[must_use]
    pub fn shelved(built_in: &Arc<[Offer]>, own: &Arc<[Offer]>) -> Vec<Offer> {
        // Their arcs are not drawn here.
        built_in.iter().chain(own.iter()).map(|offer| Offer { outline: None, ..offer.clone() }).collect()
    }
}
