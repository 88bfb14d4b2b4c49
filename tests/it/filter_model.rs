//! What a filter lets through, as text: the fictional campaign, a filter, and the titles that are left.

use std::collections::BTreeSet;
use std::sync::Arc;

use momentboard::app::Deriver;
use momentboard::check::{Finding, Options, accepted_facts};
use momentboard::model::{
    Acceptance, AcceptanceId, Campaign, CreatorId, Day, Id, Kind, MomentId, Platform, Scope, Status, Unknown,
};
use momentboard::ui::filter::model::{Facet, Found, Pick, Whose};
use momentboard::ui::filter::options::choices;
use momentboard::ui::filter::sifter::Sifter;
use momentboard::ui::filter::{Also, Filter};
use momentboard::ui::view::Sieve;

use crate::app_window::fictional;

/// The campaign with what was derived from it.
struct Plan {
    campaign: Arc<Campaign>,
    deriver: Deriver,
    sifter: Sifter,
}

impl Plan {
    fn new(campaign: Campaign) -> Self {
        let mut plan = Self { campaign: Arc::new(campaign), deriver: Deriver::default(), sifter: Sifter::default() };
        plan.derive(0);
        plan
    }

    fn derive(&mut self, revision: u64) {
        let options = Options { today: Day::new(2027, 9, 2), ..Options::default() };
        self.deriver.update(&self.campaign, revision, &options);
    }

    fn sift(&mut self, filter: &Filter) -> Sieve {
        let (derived, round) = (&self.deriver.derived, self.deriver.round());
        self.sifter.sift(&self.campaign, derived, round, filter, &Also::default()).clone()
    }

    /// The titles that are left, in the order of the lanes, ideas in brackets.
    fn left(&mut self, filter: &Filter) -> String {
        let sieve = self.sift(filter);
        let lanes = self.campaign.lanes.iter().flat_map(|lane| &lane.moments);
        let lanes = lanes.filter(|moment| sieve.shows(moment.id)).map(|moment| moment.title.clone());
        let ideas = self.campaign.ideas.iter().filter(|idea| sieve.shows(idea.id)).map(|idea| format!("({})", idea.title));
        let all: Vec<String> = lanes.chain(ideas).collect();
        assert_eq!(sieve.moments().unwrap_or(0) + sieve.ideas().unwrap_or(0), all.len(), "what is counted is what is shown");
        all.join(" | ")
    }

    fn creator(&self, name: &str) -> CreatorId {
        self.campaign.creators.iter().find(|creator| creator.name.starts_with(name)).expect("in the plan").id
    }

    /// What can be chosen of a sort, with counts.
    fn choices(&mut self, filter: &Filter, facet: Facet) -> String {
        self.sift(filter);
        let all = choices(&mut self.sifter, &self.campaign, &self.deriver.derived, filter, facet);
        all.iter().map(|choice| format!("{} {}", choice.name, choice.count)).collect::<Vec<_>>().join(", ")
    }
}

fn text(text: &str) -> Filter {
    Filter { text: text.to_owned(), ..Filter::default() }
}

fn picks(picks: impl IntoIterator<Item = Pick>) -> Filter {
    Filter { picks: picks.into_iter().collect(), ..Filter::default() }
}

#[test]
fn words_are_found_in_titles_notes_people_and_products() {
    let mut plan = Plan::new(fictional());
    let tobi = "20% off the Fjell 2 with TOBI20 | So… I joined a running brand | Last place is still a place | Your slowest mile, on camera";
    for (typed, left) in [
        ("camera", "Your slowest mile, on camera"),
        ("  SLOWEST   mile ", "Your slowest mile, on camera"),
        ("mile slowest", "Your slowest mile, on camera"),
        ("camera nothing", ""),
        ("tobi20", "20% off the Fjell 2 with TOBI20"),
        // By the handle, and by the name without what it carries.
        ("@tobi", &format!("{tobi} | (Map your first 5 km)")),
        ("ines delivery", ""),
    ] {
        assert_eq!(plan.left(&text(typed)), left, "“{typed}”");
    }
    let ines = plan.left(&text("ines"));
    assert!(ines.contains("My fourth pair of Fjell") && ines == plan.left(&text("INÊS")), "{ines}");
    assert!(plan.left(&text("fjell")).contains("What I wore for 100 miles"), "by the product that it asks for");
    assert_eq!(plan.left(&text("postcards")), "(Pace-group postcards)");
    assert!(plan.sift(&text("   ")).is_open());
}

#[test]
fn choices_of_one_sort_add_up_and_sorts_narrow_down() {
    let mut plan = Plan::new(fictional());
    let (tobi, maren) = (Pick::Whose(Whose::Creator(plan.creator("Tobi"))), Pick::Whose(Whose::Creator(plan.creator("Maren"))));
    let products = Pick::Kind(Kind::Product);
    let one = plan.left(&picks([tobi.clone(), products.clone()]));
    assert_eq!(one, "20% off the Fjell 2 with TOBI20");
    let two = plan.left(&picks([tobi.clone(), maren, products]));
    assert_eq!(two, "The Fjell 2 after 400 kilometres | 20% off the Fjell 2 with TOBI20");
    assert_eq!(plan.left(&picks([tobi.clone(), Pick::Platform(Some(Platform::YouTube))])), "");
    assert_eq!(plan.left(&picks([Pick::Status(Status::Published)])), "Why I said yes to Northbound");
    assert_eq!(plan.left(&picks([Pick::Found(Found::Error), tobi])), "20% off the Fjell 2 with TOBI20");
}

#[test]
fn findings_are_those_of_the_moment_open_and_accepted_apart() {
    let mut plan = Plan::new(fictional());
    // Somebody accepts what is said of the card that breaks the most rules, but for one of them.
    let findings = &plan.deriver.derived.findings;
    let all: Vec<Finding> = findings.iter().map(|finding| Finding::clone(finding)).collect();
    let finding = all.iter().find(|finding| finding.code() == "PBR-08").expect("the ask that comes first");
    let target = Scope::Moment(finding.subject().expect("a card"));
    let mut campaign = Campaign::clone(&plan.campaign);
    campaign.acceptances.push(Arc::new(Acceptance {
        id: AcceptanceId(Id::from_bits(77)),
        rule: finding.code().into(),
        target,
        reason: "Known".into(),
        owner: "Kim".into(),
        until: None,
        show_to_client: false,
        facts: accepted_facts(finding, &all, target),
        unknown: Unknown::default(),
    }));
    plan = Plan::new(campaign);
    let of = |plan: &mut Plan, found: Found| plan.left(&picks([Pick::Found(found)]));
    for found in Found::ALL {
        let expected: BTreeSet<MomentId> = plan
            .campaign
            .lanes
            .iter()
            .flat_map(|lane| &lane.moments)
            .filter(|moment| {
                let about = plan.deriver.derived.findings.iter().filter(|finding| finding.subject() == Some(moment.id));
                let mut kinds =
                    about.map(|finding| if finding.state.is_open() { Found::open(finding.severity) } else { Found::Accepted });
                if found == Found::Nothing { kinds.next().is_none() } else { kinds.any(|kind| kind == found) }
            })
            .map(|moment| moment.id)
            .collect();
        let sieve = plan.sift(&picks([Pick::Found(found)]));
        assert_eq!(sieve.moments(), Some(expected.len()), "{found:?}");
        assert!(expected.iter().all(|id| sieve.shows(*id)), "{found:?}");
    }
    assert_eq!(of(&mut plan, Found::Accepted), "20% off the Fjell 2 with TOBI20");
    assert!(!of(&mut plan, Found::Nothing).contains("TOBI20"));
}

#[test]
fn days_take_both_ends_and_leave_out_what_has_no_day() {
    let mut plan = Plan::new(fictional());
    let span = |from, to| Filter { from, to, ..Filter::default() };
    let day = |month, day| Day::new(2027, month, day);
    assert_eq!(
        plan.left(&span(day(9, 7), day(9, 9))),
        "20% off the Fjell 2 with TOBI20 | A hundred miles, together",
        "the first and the last day belong to it"
    );
    assert_eq!(plan.left(&span(None, day(9, 1))), "Why I said yes to Northbound");
    assert_eq!(plan.left(&span(day(11, 30), None)), "");
    assert_eq!(plan.left(&span(day(9, 9), day(9, 7))), "");
}

#[test]
fn what_can_be_chosen_is_counted_by_everything_else() {
    let mut plan = Plan::new(fictional());
    let tobi = Pick::Whose(Whose::Creator(plan.creator("Tobi")));
    assert_eq!(plan.choices(&picks([tobi.clone()]), Facet::Kind), "Announcement 1, Values story 1, Community story 1, Product 1");
    let chosen = picks([tobi.clone(), Pick::Kind(Kind::Product)]);
    assert_eq!(plan.choices(&chosen, Facet::Kind), "Announcement 1, Values story 1, Community story 1, Product 1");
    assert!(plan.choices(&chosen, Facet::Whose).contains("Tobi Achterberg 1"));
    let statuses = plan.choices(&text("camera"), Facet::Status);
    assert!(statuses.starts_with("Idea ") && statuses.matches(" 1").count() == 1, "{statuses}");
    // What is chosen stays in its list, also where the plan has it no more.
    assert!(plan.choices(&picks([Pick::Owner("Somebody who left".into())]), Facet::Owner).ends_with("Somebody who left 0"));
}

#[test]
fn an_edit_is_followed_and_one_that_leaves_the_same_keeps_the_same_sieve() {
    let mut plan = Plan::new(fictional());
    let filter = text("camera");
    let before = plan.sift(&filter);
    let mut campaign = Campaign::clone(&plan.campaign);
    let lane = campaign.lanes.iter().position(|lane| lane.moments.iter().any(|moment| moment.title.contains("Fjell 2 after")));
    let lane = Arc::make_mut(&mut campaign.lanes[lane.expect("Maren's lane")]);
    for moment in &mut lane.moments {
        let moment = Arc::make_mut(moment);
        moment.notes = Some("Ask her again".into());
    }
    plan.campaign = Arc::new(campaign);
    plan.derive(1);
    assert_eq!(plan.sift(&filter), before);
    let mut campaign = Campaign::clone(&plan.campaign);
    Arc::make_mut(&mut Arc::make_mut(&mut campaign.lanes[0]).moments[0]).notes = Some("Before the CAMERA".into());
    campaign.lanes.reverse();
    plan.campaign = Arc::new(campaign);
    plan.derive(2);
    assert_eq!(plan.sift(&filter).moments(), Some(2));
    let mut campaign = Campaign::clone(&plan.campaign);
    let tobi = campaign.creators.iter().position(|creator| creator.name.starts_with("Tobi")).expect("Tobi");
    Arc::make_mut(&mut campaign.creators[tobi]).name = "Camera shy".into();
    plan.campaign = Arc::new(campaign);
    plan.derive(3);
    assert_eq!(plan.sift(&filter).moments(), Some(5), "by another name all of theirs are found");
}

#[test]
fn an_idea_is_of_whom_it_is_meant_for() {
    let mut campaign = fictional();
    let of = |name: &str| campaign.creators.iter().find(|creator| creator.name.starts_with(name)).expect("in the plan").id;
    let (maren, tobi) = (of("Maren"), of("Tobi"));
    assert!(!campaign.ideas.is_empty());
    for idea in &mut campaign.ideas {
        Arc::make_mut(idea).for_creator = Some(tobi);
    }
    let count = campaign.ideas.len();
    let mut plan = Plan::new(campaign);
    let mut ideas = |whose: Whose| plan.sift(&picks([Pick::Whose(whose)])).ideas();
    assert_eq!((ideas(Whose::Creator(tobi)), ideas(Whose::Creator(maren))), (Some(count), Some(0)));
    assert_eq!(ideas(Whose::Nobody), Some(0));
}
