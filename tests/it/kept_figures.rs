//! What is kept from one state of a plan to the next and only brought up to date: what the plan adds up to, where it ends, and what a
//! search leaves. Whatever is edited, it is what somebody finds who looks at the whole plan.

use std::sync::Arc;
use std::time::Duration;

use momentboard::analysis::scale::PlanEnd;
use momentboard::analysis::totals::Totals;
use momentboard::app::Deriver;
use momentboard::check::Options;
use momentboard::edit::{Document, Edit, MomentChange, Step};
use momentboard::model::{Campaign, Index, Kind, MomentId, Profile};
use momentboard::ui::filter::model::Pick;
use momentboard::ui::filter::sifter::Sifter;
use momentboard::ui::filter::{Also, Filter};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::history::draw;
use super::plans::{Dice, large_plan, random_plan};
use super::properties::options;

/// What somebody types into the search, letter by letter and back, and what they choose beside it.
fn filters() -> Vec<Filter> {
    let text = |text: &str| Filter { text: text.to_owned(), ..Filter::default() };
    let mut all: Vec<Filter> = ["s", "st", "sto", "st", "st a", "pro", "instagram", "draft", "7 Sep", "é"].map(text).into();
    all.push(Filter { picks: [Pick::Kind(Kind::Story)].into(), ..text("a") });
    all
}

/// What is kept of each lane is what somebody works out who never saw the plan before.
fn same_as_anew(deriver: &Deriver, campaign: &Arc<Campaign>, step: u64) -> Result<(), TestCaseError> {
    let mut anew = Deriver::default();
    anew.update(campaign, 1, &deriver.options);
    prop_assert_eq!(deriver.derived.lanes.len(), anew.derived.lanes.len());
    for (kept, anew) in deriver.derived.lanes.iter().zip(&anew.derived.lanes) {
        let lane = kept.lane.id;
        prop_assert!(Arc::ptr_eq(&kept.lane, &anew.lane), "{} after step {}", lane, step);
        prop_assert_eq!(&kept.findings, &anew.findings, "{} after step {}", lane, step);
        prop_assert_eq!(&kept.not_checked, &anew.not_checked, "{} after step {}", lane, step);
        prop_assert_eq!(&kept.marks, &anew.marks, "{} after step {}", lane, step);
        prop_assert_eq!(&kept.totals, &anew.totals, "{} after step {}", lane, step);
        prop_assert_eq!(format!("{:?}", kept.curve), format!("{:?}", anew.curve), "{} after step {}", lane, step);
        prop_assert!(kept.read(campaign).eq(anew.read(campaign)), "the order of {} after step {}", lane, step);
    }
    prop_assert_eq!(&deriver.derived.findings, &anew.derived.findings, "after step {}", step);
    prop_assert_eq!(deriver.derived.counts, anew.derived.counts, "after step {}", step);
    Ok(())
}

/// Titles and other words of many moments of long lanes, written over and over among edits of other kinds, taken back and done again.
#[test]
fn long_lanes_in_which_somebody_writes_are_as_if_they_were_read_anew() {
    let dice = &mut Dice::new(29);
    let mut document = Document::unsaved(large_plan(3, 6_000, 3));
    let options = Options { profile: Some(Profile::Strict), ..options() };
    let mut deriver = Deriver::default();
    let mut written = 0;
    for step in 0..40 {
        let all: Vec<MomentId> =
            document.campaign().lanes.iter().flat_map(|lane| &lane.moments).map(|moment| moment.id).collect();
        let some = |dice: &mut Dice| all.get(dice.below(all.len())).copied().expect("there are many");
        let edits: Vec<Edit> = match dice.below(8) {
            0 => Vec::from_iter(draw(dice.pick(&Edit::NAMES), document.campaign(), dice.ids())),
            1 => {
                let (id, cause) = (some(dice), dice.chance(50));
                vec![Edit::SetMoment { id, change: MomentChange::Cause(cause) }]
            }
            2 => {
                document.undo();
                Vec::new()
            }
            3 => {
                document.redo();
                Vec::new()
            }
            _ => {
                let words = |at: usize, id: MomentId| {
                    let text = format!("Sale, gambling and #ad no. {step}.{at}");
                    let change = match at % 3 {
                        0 => MomentChange::Title(text),
                        1 => MomentChange::MustSay(Some(text)),
                        _ => MomentChange::Hook(Some(text)),
                    };
                    Edit::SetMoment { id, change }
                };
                (0..=dice.below(60)).map(|at| words(at, some(dice))).collect()
            }
        };
        let done = document.edit(Step::new("Edit", edits), Duration::from_secs(step));
        written += usize::from(done.is_ok_and(|done| done.changed));
        deriver.update(document.campaign(), document.revision(), &options);
        same_as_anew(&deriver, document.campaign(), step).expect("the same as anew");
    }
    assert!(written > 15, "most steps do something: {written}");
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
            // Whatever is kept wrongly stays wrong for a while: not every step has to be held against a whole plan.
            if at % 6 == 5 {
                same_as_anew(&deriver, document.campaign(), at)?;
            }
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
