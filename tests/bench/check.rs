//! How long findings take: all of a plan, on one core and on all, and again after one edit.

#[path = "measure.rs"]
mod measure;
#[path = "../support/plans.rs"]
mod plans;

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use measure::{measure, table};
use momentboard::analysis::curve::curve;
use momentboard::check::{Follower, LaneReport, Options, check, check_lane, check_on, fixes};
use momentboard::edit::{Document, Edit, MomentChange, Place, Step};
use momentboard::model::{Campaign, IdSource, Kind, LaneId, MomentId, Profile, When};
use momentboard::words::language::{Language, speak};
use plans::large_plan;

/// As the program itself has it: findings are many small texts.
#[cfg(feature = "gui")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Makes the edit of a card: of which, where it stands, how often it was made before.
type Way = fn(LaneId, MomentId, When, i32) -> Edit;

fn main() {
    let options = Options { profile: Some(Profile::Strict), ..Options::default() };
    let sizes = [(100, 4), (1_000, 12), (10_000, 40), (100_000, 200)];
    let plans: Vec<_> = sizes.iter().map(|&(moments, lanes)| (moments, large_plan(7, moments, lanes))).collect();

    let full: Vec<_> = plans
        .iter()
        .map(|(moments, plan)| {
            measure(format!("{moments} moments"), if *moments > 10_000 { 20 } else { 100 }, || check(plan, &options))
        })
        .collect();
    let found: Vec<String> = plans.iter().map(|(_, plan)| check(plan, &options).findings.len().to_string()).collect();
    table(&format!("Full check, Strict, one core ({} findings)", found.join(", ")), &full);

    // The same in another language than the texts are written in: each is then a message that is filled in.
    let german: Vec<_> = plans
        .iter()
        .map(|(moments, plan)| {
            let _spoken = speak(Language::German);
            measure(format!("{moments} moments"), if *moments > 10_000 { 20 } else { 100 }, || check(plan, &options))
        })
        .collect();
    table("Full check, Strict, one core, in German", &german);

    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let spread: Vec<_> = plans
        .iter()
        .map(|(moments, plan)| measure(format!("{moments} moments"), 20, || check_on(cores, plan, &options)))
        .collect();
    table(&format!("Full check, Strict, {cores} cores"), &spread);

    let ways: [(&str, Kind, Way); 3] = [
        ("a story moved by a day", Kind::Story, moved),
        ("an ask moved by a day", Kind::Product, moved),
        ("a letter typed into a title", Kind::Story, typed),
    ];
    for (what, kind, way) in ways {
        let rechecks: Vec<_> = plans
            .iter()
            .map(|(moments, plan)| {
                let mut window = Window::of(plan.clone(), &options);
                let (lane, id, when) = middle(plan, kind);
                let mut turns = [1, 0].into_iter().cycle();
                measure(format!("{moments} moments"), 200, || {
                    let turn = turns.next().unwrap_or(0);
                    window.go_on(way(lane, id, when, turn), &options)
                })
            })
            .collect();
        table(&format!("One edit ({what}) and findings again, Strict"), &rechecks);
    }

    let fixing: Vec<_> = plans
        .iter()
        .map(|(moments, plan)| {
            let report = check(plan, &options);
            measure(format!("{moments} moments"), 20, || {
                report.findings.first().map(|finding| fixes(plan, finding, &options, &mut IdSource::seeded(1)))
            })
        })
        .collect();
    table("Fixes for one finding, each tried", &fixing);

    let year = large_plan(9, 60, 1);
    let curves = [measure("60 moments in one lane", 500, || year.lanes.first().map(|lane| curve(&year, lane)))];
    table("Relationship curve of one lane", &curves);
}

/// A document with its findings, as the window keeps them.
struct Window {
    doc: Document,
    follower: Follower,
    reports: BTreeMap<LaneId, LaneReport>,
}

impl Window {
    fn of(plan: Campaign, options: &Options) -> Self {
        let mut window = Self { doc: Document::unsaved(plan), follower: Follower::default(), reports: BTreeMap::new() };
        window.check(options);
        window
    }

    /// One edit, and what it can reach is checked again.
    fn go_on(&mut self, edit: Edit, options: &Options) -> usize {
        let _ = self.doc.edit(Step::new("Edit", vec![edit]), Duration::ZERO);
        self.check(options)
    }

    fn check(&mut self, options: &Options) -> usize {
        let campaign = Arc::clone(self.doc.campaign());
        let reach = self.follower.follow(&campaign, options);
        let mut checked = 0;
        for lane in campaign.lanes.iter().filter(|lane| reach.has(lane.id)) {
            self.reports.insert(lane.id, check_lane(&campaign, self.follower.cross(), lane, options));
            checked += 1;
        }
        checked
    }
}

/// A card of that kind in the middle of the plan.
fn middle(plan: &Campaign, kind: Kind) -> (LaneId, MomentId, When) {
    let lane = plan.lanes.get(plan.lanes.len() / 2).expect("the plans have lanes");
    let cards: Vec<_> = lane.moments.iter().filter(|moment| moment.kind == kind).collect();
    let card = cards.get(cards.len() / 2).expect("the arc has all kinds");
    (lane.id, card.id, card.when)
}

fn moved(lane: LaneId, id: MomentId, when: When, by: i32) -> Edit {
    let when = match when {
        When::On(day) => When::On(day.plus(by)),
        other => other,
    };
    Edit::MoveMoment { id, to: Place::Lane(lane), when }
}

fn typed(_: LaneId, id: MomentId, _: When, turn: i32) -> Edit {
    let title = if turn == 0 { "The winter" } else { "The winters" };
    Edit::SetMoment { id, change: MomentChange::Title(title.into()) }
}
