//! What is kept from one state of a plan to the next and only brought up to date: what the plan adds up to, where it ends, and what a
//! search leaves. Whatever is edited, it is what somebody finds who looks at the whole plan.

use std::time::Duration;

use momentboard::analysis::scale::PlanEnd;
use momentboard::analysis::totals::Totals;
use momentboard::app::Deriver;
use momentboard::edit::{Document, Edit, Step};
use momentboard::model::{Index, Kind};
use momentboard::ui::filter::model::Pick;
use momentboard::ui::filter::sifter::Sifter;
use momentboard::ui::filter::{Also, Filter};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::history::draw;
use super::plans::{Dice, random_plan};
use super::properties::options;

/// What somebody types into the search, letter by letter and back, and what they choose beside it.
fn filters() -> Vec<Filter> {
    let text = |text: &str| Filter { text: text.to_owned(), ..Filter::default() };
    let mut all: Vec<Filter> = ["s", "st", "sto", "st", "st a", "pro", "instagram", "draft", "7 Sep", "é"].map(text).into();
    all.push(Filter { picks: [Pick::Kind(Kind::Story)].into(), ..text("a") });
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, rng_seed: RngSeed::Fixed(11), ..ProptestConfig::default() })]

    /// Edits of every kind, undone and redone.
    #[test]
    fn kept_figures_are_those_of_the_whole_plan(seed: u64) {
        let dice = &mut Dice::new(seed ^ 0b1011);
        let mut document = Document::unsaved(random_plan(seed));
        let options = options();
        let (mut deriver, mut sifter) = (Deriver::default(), Sifter::default());
        for at in 0..25 {
            match dice.below(10) {
                0 => { document.undo(); }
                1 => { document.redo(); }
                _ => {
                    let edit: Option<Edit> = draw(dice.pick(&Edit::NAMES), document.campaign(), dice.ids());
                    if let Some(edit) = edit {
                        let _ = document.edit(Step::new("Edit", vec![edit]), Duration::from_secs(at));
                    }
                }
            }
            let campaign = document.campaign();
            deriver.update(campaign, document.revision(), &options);
            prop_assert_eq!(&deriver.derived.totals, &Totals::of(campaign));
            prop_assert_eq!(deriver.derived.end, PlanEnd::of(campaign));
            prop_assert_eq!(document.index(), &Index::of(campaign));
            let filter = dice.below(filters().len());
            let filter = &filters()[filter];
            let kept = sifter.sift(campaign, &deriver.derived, deriver.round(), filter, &Also::default()).clone();
            let mut fresh = Sifter::default();
            let anew = fresh.sift(campaign, &deriver.derived, deriver.round(), filter, &Also::default());
            for moment in campaign.lanes.iter().flat_map(|lane| &lane.moments).chain(&campaign.ideas) {
                prop_assert_eq!(kept.shows(moment.id), anew.shows(moment.id), "{} with {:?}", moment.title, filter);
            }
            prop_assert_eq!((kept.moments(), kept.ideas(), kept.notes()), (anew.moments(), anew.ideas(), anew.notes()));
        }
    }
}
