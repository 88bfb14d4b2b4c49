//! What the program makes of a plan for a reader.

use momentboard::check::{self, Options, Report};
use momentboard::model::{Campaign, PlanId};
use momentboard::share::{Artifact, Choice, Watch, export};
use momentboard::store::demo;

/// The fictional campaign.
pub fn demo_plan() -> Campaign {
    demo::fictional(PlanId::default())
}

/// What the check says of a plan, on no day in particular.
pub fn checked(campaign: &Campaign) -> Report {
    check::check(campaign, &Options::default())
}

/// What is written for a choice.
pub fn exported(campaign: &Campaign, choice: &Choice) -> Artifact {
    export(campaign, &checked(campaign), choice, Watch::none()).unwrap_or_else(|error| panic!("{choice:?}: {error}"))
}

/// The same as text.
pub fn exported_text(campaign: &Campaign, choice: &Choice) -> String {
    String::from_utf8(exported(campaign, choice).bytes).unwrap()
}
