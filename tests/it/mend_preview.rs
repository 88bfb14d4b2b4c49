//! A fix is shown on the board before it is done: by Enter it is done exactly as shown, by Escape nothing is.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::{App, Clock, Rim};
use momentboard::check::{Applicability, Fix, Options, check, fixes};
use momentboard::cli::clock::Now;
use momentboard::model::{Campaign, Day, Id, IdSource, Lane, LaneId, LaneKind, PlanId, When};
use momentboard::store::fs::Base;
use momentboard::store::{demo, save_plan, write};
use momentboard::ui::view::{Action, Counts, FindingKey};

use crate::app_window::{Window, click, fictional, press, rim, select, tobis_ask, type_path, window, window_in, window_on};
use crate::mend_list::{of_width, readable_plan};
use crate::scratch::{self, Scratch};

fn options() -> Options {
    Options { today: Day::new(2027, 9, 2), ..Options::default() }
}

fn plan(window: &Window) -> Campaign {
    (**window.state().document().campaign()).clone()
}

fn labels(window: &Window) -> Vec<String> {
    let nodes = window.root().children_recursive();
    nodes.filter_map(|node| node.accesskit_node().label().or_else(|| node.accesskit_node().value())).collect()
}

fn says(window: &Window, words: &str) -> bool {
    labels(window).iter().any(|label| label.contains(words))
}

fn preview_first(window: &mut Window) {
    press(window, Modifiers::COMMAND, Key::Period);
    assert!(window.state().preview().is_some(), "a fix is shown");
}

#[test]
fn a_preview_changes_nothing_and_escape_leaves_it_so() {
    let mut window = window();
    let before = plan(&window);
    let (revision, depth) = (window.state().document().revision(), window.state().document().undo_depth());
    preview_first(&mut window);
    assert_eq!(plan(&window), before);
    assert_eq!(window.state().document().revision(), revision);
    window.get_by_label("Previewing a fix · nothing has changed yet");
    window.get_by_label_contains("Preview: Product, Tobi, 2 Nov");
    assert!(says(&window, "was 7 Sep"));
    window.get_by_label("Findings: 1 error, 2 warnings");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.state().preview().is_none());
    assert_eq!(plan(&window), before);
    assert_eq!(window.state().document().undo_depth(), depth);
    assert!(!says(&window, "Preview: Product"));
    assert!(!says(&window, "nothing has changed yet"));
    window.get_by_label_contains("Product, Tobi, 7 Sep");
}

#[test]
fn the_bar_tells_every_number_at_every_width() {
    for width in [760.0, 1024.0, 1440.0, 1920.0] {
        let mut window = of_width(width);
        preview_first(&mut window);
        for words in ["Findings: 3 → 2", "Errors: 1 → 0", "At the ask: Strangers → Trusted"] {
            let place = window.get_by_label(words).rect();
            assert!(place.min.x >= 0.0 && place.max.x <= width, "{words} at {width}: {place}");
            let answer = window.get_by_role_and_label(Role::Button, "Keep as is").rect();
            assert!(!answer.intersects(place), "{words} at {width} lies under the answers");
        }
    }
}

#[test]
fn a_board_that_shows_it_all_stays_where_it_is() {
    let mut window = window();
    let stays = |window: &Window| window.get_by_label_contains("Announcement, Maren").rect();
    let before = stays(&window);
    preview_first(&mut window);
    assert_eq!(stays(&window), before);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(stays(&window), before);
}

/// Lets the board arrive where it is bound for.
fn arrive(window: &mut Window) {
    for _ in 0..40 {
        window.step();
    }
    window.run();
}

#[test]
fn the_card_that_moves_is_wholly_in_sight_and_escape_brings_the_board_back() {
    for width in [760.0, 1024.0, 1440.0] {
        let mut window = of_width(width);
        let place = |window: &Window, label: &str| window.get_by_label_contains(label).rect();
        let lanes = |window: &Window| place(window, "Announcement, Tobi");
        // It stands where somebody put it, not where it began.
        for _ in 0..2 {
            press(&mut window, Modifiers::COMMAND, Key::Equals);
            arrive(&mut window);
        }
        let (card, stood) = (place(&window, "Product, Tobi, 7 Sep"), lanes(&window));
        preview_first(&mut window);
        arrive(&mut window);
        let ghost = place(&window, "Preview: Product, Tobi, 2 Nov");
        assert!(ghost.width() >= card.width() - 0.5, "at {width} all of it is seen: {ghost:?}, as large as {card:?}");
        let over = window.query_by_role_and_label(Role::Button, "Close the inspector").map(|node| node.rect());
        assert!(over.is_none_or(|over| !over.intersects(ghost)), "{over:?} lies over {ghost:?} at {width}");
        // Another fix may lead elsewhere; the way back is the same.
        press(&mut window, Modifiers::NONE, Key::ArrowRight);
        arrive(&mut window);
        press(&mut window, Modifiers::NONE, Key::Escape);
        arrive(&mut window);
        assert_eq!(lanes(&window), stood, "at {width}");
    }
}

#[test]
fn enter_does_exactly_what_was_shown_in_one_step() {
    let mut window = window();
    let before = plan(&window);
    preview_first(&mut window);
    let shown = (*window.state().preview().unwrap().campaign).clone();
    assert_ne!(shown, before);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(window.state().preview().is_none());
    assert_eq!(plan(&window), shown);
    assert_eq!(window.state().document().undo_depth(), 1);
    let ask = window.state().selection().moments.clone();
    assert!(!ask.is_empty(), "what changed is selected");
    window.get_by_label_contains("Product, Tobi, 2 Nov");
    assert!(says(&window, "Done: "), "the status bar says what was done, with the way back");
    window.get_by_role_and_label(Role::Button, "Undo").click();
    window.run();
    assert_eq!(plan(&window), before);
    assert!(!says(&window, "Done: "));
}

#[test]
fn both_answers_can_be_pressed() {
    let mut window = window();
    let before = plan(&window);
    preview_first(&mut window);
    click(&mut window, "Keep as is");
    assert!(window.state().preview().is_none());
    assert_eq!(plan(&window), before);
    preview_first(&mut window);
    let shown = (*window.state().preview().unwrap().campaign).clone();
    click(&mut window, "Apply");
    assert_eq!(plan(&window), shown);
}

#[test]
fn the_bar_counts_what_a_check_counts() {
    let mut window = window();
    let before = plan(&window);
    preview_first(&mut window);
    let shown = window.state().preview().unwrap();
    let count = |campaign: &Campaign| Counts::of(&check(campaign, &options()).findings);
    let (was, is) = (count(&before), count(&shown.campaign));
    assert_eq!(shown.derived.counts, is);
    assert!(is.errors < was.errors);
    window.get_by_label(&format!("Findings: {} → {}", was.open(), is.open()));
    window.get_by_label(&format!("Errors: {} → {}", was.errors, is.errors));
    let bands: Vec<String> = labels(&window).into_iter().filter(|label| label.starts_with("At the ask: ")).collect();
    assert_eq!(bands.len(), 1, "{bands:?}");
    assert!(!bands[0].chars().any(|c| c.is_ascii_digit()), "bands, no digits: {bands:?}");
}

#[test]
fn rows_say_what_would_be_resolved() {
    let mut window = window();
    preview_first(&mut window);
    let resolved = window.state().preview().unwrap().effect.resolved.clone();
    assert!(!resolved.is_empty());
    for finding in resolved {
        window.get_by_label(&format!("Resolved by this fix: {}", finding.message));
    }
}

#[test]
fn an_edit_or_undo_ends_the_preview_first() {
    let mut window = window();
    select(&mut window, "Values story, Maren");
    press(&mut window, Modifiers::ALT, Key::ArrowRight);
    preview_first(&mut window);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(window.state().preview().is_none());
    let plain = plan(&window);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(plan(&window), plain, "there is nothing left to apply");
}

#[test]
fn a_preview_ends_when_the_plan_changes_beneath_it_and_what_is_applied_is_never_of_another_plan() {
    let folder = Scratch::new("preview-beneath");
    let path = folder.join("plan.moments");
    let plan_there = fictional();
    save_plan(&path, &plan_there, Base::New).unwrap();
    let mut window = window_on(Campaign::new(PlanId::default(), "Nothing yet"));
    press(&mut window, Modifiers::COMMAND, Key::O);
    type_path(&mut window, &path);
    preview_first(&mut window);
    assert!(window.state().preview().is_some());
    // Somebody else saves: nothing was edited here, so the plan follows its file.
    let theirs = Campaign { name: "From the office".into(), ..plan_there };
    scratch::write(&path, &write(&theirs).unwrap());
    for _ in 0..4 {
        window.state_mut().look_at_file();
        window.run();
    }
    assert_eq!(plan(&window).name, "From the office");
    assert!(window.state().preview().is_none(), "it was worked out from what is no longer there");
    let now = plan(&window);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(plan(&window), now);
}

#[test]
fn the_arrows_go_through_the_fixes_of_the_finding() {
    let mut window = window();
    preview_first(&mut window);
    let first = title(window.state());
    let count = window.state().preview().unwrap().fixes.len();
    assert!(count > 1);
    window.get_by_label(&format!("1 of {count}"));
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    assert_ne!(title(window.state()), first);
    window.get_by_label(&format!("2 of {count}"));
    press(&mut window, Modifiers::NONE, Key::ArrowLeft);
    assert_eq!(title(window.state()), first);
    click(&mut window, "Next fix");
    window.get_by_label(&format!("2 of {count}"));
    let shown = (*window.state().preview().unwrap().campaign).clone();
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(plan(&window), shown);
    assert_eq!(window.state().document().undo_depth(), 1);
}

fn title(app: &App) -> String {
    app.preview().unwrap().fix().unwrap().title.clone()
}

/// Opens the menu of the first row of the list; the inspector has one of its own above.
fn other_fixes(window: &mut Window) {
    let buttons = window.get_all_by_role_and_label(Role::Button, "Other fixes").filter(|node| node.rect().top() > 780.0);
    buttons.min_by(|a, b| a.rect().top().total_cmp(&b.rect().top())).unwrap().click();
    window.run();
}

#[test]
fn safe_fixes_are_done_at_once_and_can_be_shown_first_as_well() {
    // Early enough for a run-up before the ask.
    let now = Now { day: Day::new(2027, 7, 1).unwrap(), hour: 9, minute: 0 };
    let mut window = window_in(Rim { clock: Clock::Fixed(now), ..rim() }, demo::fictional(PlanId::default()));
    let message = window.state().findings()[0].message.clone();
    click(&mut window, &format!("Error: {message}"));
    other_fixes(&mut window);
    window.get_by_role_and_label(Role::MenuItem, "Preview “Add a run-up”").click();
    window.run();
    assert_eq!(title(window.state()), "Add a run-up");
    assert_eq!(window.state().document().undo_depth(), 0);
    assert!(says(&window, ", new"), "{:?}", labels(&window));
    press(&mut window, Modifiers::NONE, Key::Escape);
    other_fixes(&mut window);
    window.get_by_role_and_label(Role::MenuItem, "Add a run-up").click();
    window.run();
    assert!(window.state().preview().is_none());
    assert_eq!(window.state().document().undo_depth(), 1);
}

#[test]
fn what_only_a_person_can_fill_leads_to_its_field() {
    let mut window = window();
    let ask = tobis_ask(window.state());
    click(&mut window, "Go to the field");
    assert!(window.state().preview().is_none());
    assert_eq!(window.state().selection().primary(), Some(ask));
    assert_eq!(window.state().document().undo_depth(), 0);
}

#[test]
fn the_key_and_the_button_of_a_finding_do_the_same() {
    let mut window = window();
    let ask = tobis_ask(window.state());
    // The second finding offers a field first.
    press(&mut window, Modifiers::NONE, Key::F8);
    press(&mut window, Modifiers::NONE, Key::F8);
    press(&mut window, Modifiers::COMMAND, Key::Period);
    assert!(window.state().preview().is_none(), "the row offers a field, and so do the keys");
    assert_eq!(window.state().selection().primary(), Some(ask));
    let focused = |window: &Window| window.ctx.memory(egui::Memory::focused);
    let by_key = focused(&window);
    press(&mut window, Modifiers::NONE, Key::Escape);
    click(&mut window, "Go to the field");
    assert_eq!((focused(&window), by_key.is_some()), (by_key, true));
}

#[test]
fn the_numbers_keep_their_places_from_fix_to_fix() {
    for width in [1440.0, 1920.0] {
        let mut window = of_width(width);
        preview_first(&mut window);
        let count = window.state().preview().unwrap().fixes.len();
        let places = |window: &Window| {
            ["Findings: ", "Errors: ", "At the ask: ", "Next fix", "Previous fix"].map(|words| {
                let bar = window.query_all_by_label_contains(words).filter(|node| node.rect().height() < 60.0);
                bar.map(|node| node.rect().min)
                    .filter(|at| at.y > 600.0)
                    .map(|at| (at.x.round(), at.y.round()))
                    .min_by(|a, b| a.partial_cmp(b).expect("numbers"))
            })
        };
        let first = places(&window);
        for _ in 1..count {
            press(&mut window, Modifiers::NONE, Key::ArrowRight);
            let now = places(&window);
            for (was, is) in first.iter().zip(now) {
                // A fix that takes the ask away has no number for it.
                assert!(is.is_none() || *was == is, "{first:?} and {now:?} at {width}");
            }
        }
    }
}

#[test]
fn parking_shows_the_card_on_its_way() {
    let mut window = window();
    preview_first(&mut window);
    let at = window.state().preview().unwrap().fixes.iter().position(|fix| fix.title.starts_with("Park")).unwrap();
    for _ in 0..at {
        press(&mut window, Modifiers::NONE, Key::ArrowRight);
    }
    assert_eq!(window.state().preview().unwrap().effect.parked.len(), 1);
    window.get_by_label_contains(", to ideas");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().document().campaign().ideas.len(), demo::fictional(PlanId::default()).ideas.len() + 1);
}

/// The fictional campaign with every date said in another way.
fn retold(tell: impl Fn(Day, usize) -> When) -> Campaign {
    let mut campaign = demo::fictional(PlanId::default());
    (campaign.start, campaign.end) = (None, None);
    campaign.phases.clear();
    campaign.anchor = None;
    for lane in &mut campaign.lanes {
        let lane = Arc::make_mut(lane);
        let mut days: Vec<When> = lane.moments.iter().map(|moment| moment.when).collect();
        days.sort_by_key(|when| if let When::On(day) = when { day.number() } else { i32::MAX });
        for moment in &mut lane.moments {
            let place = days.iter().position(|when| *when == moment.when).unwrap();
            if let When::On(day) = moment.when {
                Arc::make_mut(moment).when = tell(day, place);
            }
        }
    }
    campaign
}

#[test]
fn ghosts_stand_on_the_axis_of_days_and_in_lanes_that_only_know_an_order() {
    let start = Day::new(2027, 8, 23).unwrap();
    let relative = retold(|day, _| When::Relative(day.since(start)));
    let ordered = retold(|_, place| When::Order(i32::try_from(place).unwrap() + 1));
    for (campaign, was, is) in [(relative, "was Day 15", "Day 71"), (ordered, "was No. 1", "No. 4")] {
        let mut window = window_on(campaign);
        let finding = window.state().findings().iter().find(|finding| finding.code() == "PBR-08").unwrap().clone();
        let all = fixes(window.state().document().campaign(), &finding, &options(), &mut IdSource::seeded(9));
        let fix = all.into_iter().find(|fix| fix.title == "Put the ask last").unwrap();
        show(&mut window, FindingKey::of(&finding), fix);
        let ghosts: Vec<String> = labels(&window).into_iter().filter(|label| label.starts_with("Preview: ")).collect();
        let ghost = ghosts.iter().find(|label| label.starts_with("Preview: Product, Tobi"));
        let ghost = ghost.unwrap_or_else(|| panic!("{ghosts:?}"));
        assert!(ghost.contains(was) && ghost.contains(is), "{ghost}");
        let shown = (*window.state().preview().unwrap().campaign).clone();
        press(&mut window, Modifiers::NONE, Key::Enter);
        assert_eq!(plan(&window), shown);
    }
}

#[test]
fn a_lane_out_of_view_is_brought_into_view() {
    let mut campaign = demo::fictional(PlanId::default());
    for n in 0..9_u64 {
        campaign.lanes.insert(0, Arc::new(Lane::empty(LaneId(Id::from_bits(n)), LaneKind::Brand)));
    }
    let at = campaign.lanes.iter().position(|lane| lane.id == campaign.lanes[10].id).unwrap();
    let lane = campaign.lanes.remove(at);
    campaign.lanes.push(lane);
    let mut window = window_on(campaign);
    assert!(!says(&window, "Product, Tobi"), "it is out of view");
    preview_first(&mut window);
    for _ in 0..20 {
        window.step();
    }
    let ghost = window.get_by_label_contains("Preview: Product, Tobi").rect();
    let bar = window.get_by_label("Apply").rect();
    assert!(ghost.is_positive() && ghost.bottom() <= bar.top(), "{ghost:?} over {bar:?}");
    // The curve of the lane is not under the bar either.
    let lane = window.get_by_role_and_label(Role::Heading, "Tobi, TikTok 480k, 1 error, 2 warnings").rect();
    assert!(lane.bottom() <= bar.top() - 10.0, "{lane:?} over {bar:?}");
}

/// Shows a fix as a panel would ask for it.
fn show(window: &mut Window, key: FindingKey, fix: Fix) {
    window.state_mut().want(Action::PreviewFix(key, fix));
    window.run();
}

/// Every fix of every finding of plans that hold a little of everything: on every axis, in every sort of lane.
#[test]
fn every_fix_of_every_finding_can_be_shown_applied_and_left() {
    let mut tried = 0;
    for seed in 0..14 {
        let campaign = readable_plan(seed);
        let report = check(&campaign, &options());
        let mut window = window_on(campaign.clone());
        for finding in report.findings.iter().filter(|finding| finding.state.is_open()).take(6) {
            for fix in fixes(&campaign, finding, &options(), &mut IdSource::seeded(9)) {
                if matches!(fix.applicability, Applicability::Jump(_)) {
                    continue;
                }
                tried += 1;
                let name = format!("{} of {} in plan {seed}", fix.title, finding.code());
                show(&mut window, FindingKey::of(finding), fix);
                let preview = window.state().preview().unwrap_or_else(|| panic!("{name} is not shown"));
                let shown = (*preview.campaign).clone();
                assert!(!preview.effect.resolved.is_empty(), "{name} resolves nothing");
                assert_eq!(plan(&window), campaign, "{name} changes the plan");
                if tried % 5 == 0 {
                    press(&mut window, Modifiers::NONE, Key::Enter);
                    assert_eq!(plan(&window), shown, "{name}");
                    press(&mut window, Modifiers::COMMAND, Key::Z);
                } else {
                    press(&mut window, Modifiers::NONE, Key::Escape);
                }
                assert_eq!(plan(&window), campaign, "{name} is left");
            }
        }
    }
    assert!(tried > 40, "{tried} fixes");
}
