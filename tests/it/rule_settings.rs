//! The settings of a plan's rules, as somebody uses them: found, changed with a name and a reason, kept as one step or left.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::{App, Keeper, Rim};
use momentboard::check::Sketch;
use momentboard::model::{Campaign, Day, Grade, Profile, Settings};
use momentboard::store::{Base, open_plan, prefs, save_plan};
use momentboard::ui::command::Command;
use momentboard::ui::view::Action;

use crate::app_window::*;
use crate::scratch::{self, Scratch};

/// Eight days from the first card to the ask.
fn plan() -> Campaign {
    Sketch::parse("new: A0 V4 K5 P8").unwrap().campaign(Day::new(2027, 9, 6))
}

fn open(window: &mut Window, action: Action) {
    window.state_mut().want(action);
    window.run();
    // A question is drawn with the frame after the one that asked it, and is at its place with the one after that.
    window.run();
    window.run();
}

fn dialog_on(campaign: Campaign, rule: Option<&'static str>) -> Window {
    let mut window = window_on(campaign);
    open(&mut window, Action::RuleSettings(rule));
    window
}

const LEAD: &str = "At least … days from the first card to the first ask, for a new relationship";

fn codes(app: &App) -> Vec<&'static str> {
    app.findings().iter().map(|finding| finding.code()).collect()
}

fn settings(window: &Window) -> &Settings {
    &window.state().document().campaign().settings
}

/// Writes into a field in the place of what stands there.
fn replace(window: &mut Window, label: &str, text: &str) {
    window.get_by_role_and_label(Role::TextInput, label).focus();
    window.run();
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.step();
    window.event(Event::Text(text.to_owned()));
    window.run();
}

fn type_path_of_house(window: &mut Window, path: &std::path::Path) {
    click(window, "Use house rules from a file…");
    type_path(window, path);
}

/// What was chosen by key asks for a reason, and that is where one goes on typing; a press beside the dialog loses nothing.
#[test]
fn whoever_chooses_goes_on_with_the_reason() {
    let mut window = dialog_on(plan(), None);
    window.get_by_label("Strict").focus();
    window.run();
    window.key_press(Key::Space);
    window.run();
    window.run();
    window.event(Event::Text("Launches matter.".to_owned()));
    window.run();
    assert!(
        has(&window, "Launches matter.") && has(&window, "The ask follows too soon"),
        "typed into the reason, not the search"
    );
    press_button(&mut window, egui::pos2(20.0, 450.0), egui::PointerButton::Primary);
    assert!(has(&window, "Launches matter."));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(has(&window, "Launches matter.") && has(&window, "1 change not kept. Leave without keeping?"));
    click(&mut window, "Leave");
    assert!(!has(&window, "Launches matter."));
}

#[test]
fn a_limit_is_changed_with_a_name_and_a_reason_as_one_step() {
    let mut window = dialog_on(plan(), Some("PBR-05"));
    let depth = window.state().document().undo_depth();
    assert!(has(&window, "The ask follows too soon") && !has(&window, "No community voice"), "only what has to do with the rule");
    assert!(has(&window, "Default 7 days, from 0 to 365 · the default holds"));
    assert!(has(&window, "Nothing in the plan is changed yet."));
    for _ in 0..3 {
        click(&mut window, &format!("More: {LEAD}"));
    }
    assert!(has(&window, "At least 10 days from the first card"));
    assert!(has(&window, &format!("Say why this changes: {LEAD}")), "no reason yet");
    click(&mut window, "OK");
    assert!(has(&window, "Rules of this plan"), "it cannot be kept yet");
    replace(&mut window, &format!("Why: {LEAD}"), "Our launches are slow.");
    assert!(has(&window, "Say who changes this."));
    replace(&mut window, "Changed by", "Lena");
    assert!(has(&window, "1 change to keep"));
    click(&mut window, "OK");
    assert!(!has(&window, "Find a rule or a limit"), "the dialog is gone");

    let change = &settings(&window).changes[0];
    assert_eq!(settings(&window).min_lead_days, Some(10));
    assert_eq!(
        (change.setting.as_str(), change.author.as_str(), change.reason.as_str()),
        ("min_lead_days", "Lena", "Our launches are slow.")
    );
    assert_eq!(change.on, Day::new(2027, 9, 2));
    assert_eq!(codes(window.state()), ["PBR-05"]);
    assert_eq!(window.state().document().undo_depth(), depth + 1);
    assert_eq!(window.state().document().undo_label(), Some(format!("Change the rules: {LEAD}").as_str()));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(*settings(&window), Settings::default());
    assert!(codes(window.state()).is_empty());
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);

    // The name is remembered, and the row says who set it and why; taking it back needs a reason, too.
    open(&mut window, Action::RuleSettings(Some("PBR-05")));
    assert!(has(&window, "set in this plan by Lena, 2 Sep 2027: Our launches are slow."));
    click(&mut window, &format!("Take back what this plan sets: {LEAD}"));
    replace(&mut window, &format!("Why: {LEAD}"), "As the agency has it.");
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(settings(&window).min_lead_days, None, "Enter in the field kept it");
    assert_eq!(settings(&window).changes.len(), 1);
    assert_eq!(settings(&window).changes[0].author, "Lena");
}

#[test]
fn cancel_and_escape_change_nothing() {
    let mut window = dialog_on(plan(), Some("PBR-05"));
    let (before, revision) = (window.state().document().campaign().clone(), window.state().document().revision());
    click(&mut window, &format!("More: {LEAD}"));
    click(&mut window, "Cancel");
    open(&mut window, Action::RuleSettings(Some("PBR-04")));
    click(&mut window, "Turn PBR-04 off for this plan");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(has(&window, LEAD) && !has(&window, "Leave without keeping?"), "the search goes first");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(has(&window, "1 change not kept. Leave without keeping?"));
    assert!(window.get_by_label("Go on here").accesskit_node().is_focused(), "Enter loses nothing");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!has(&window, "Leave without keeping?") && has(&window, "Find a rule or a limit"), "Escape leaves the question");
    press(&mut window, Modifiers::NONE, Key::Escape);
    click(&mut window, "Go on here");
    assert!(has(&window, "Find a rule or a limit"));
    click(&mut window, "Close");
    click(&mut window, "Leave");
    assert!(!has(&window, "Find a rule or a limit"));
    assert_eq!((window.state().document().campaign().clone(), window.state().document().revision()), (before, revision));
    // A dialog that changes nothing leaves no step, either.
    open(&mut window, Action::Run(Command::RuleSettings));
    click(&mut window, "OK");
    assert_eq!(window.state().document().revision(), revision);
}

#[test]
fn a_number_that_cannot_be_is_said_and_not_kept() {
    let mut window = dialog_on(plan(), Some("PBR-05"));
    let field = format!("Value: {LEAD}");
    for (text, said) in [
        ("400", "The number goes from 0 to 365."),
        ("ten", "A whole number is needed here."),
        ("", "A whole number is needed here."),
    ] {
        replace(&mut window, &field, text);
        if text.is_empty() {
            window.key_press(Key::Backspace);
            window.run();
        }
        assert!(has(&window, said), "{text}: {said}");
        assert!(has(&window, &format!("This value cannot be used: {LEAD}")));
    }
    replace(&mut window, &field, "12");
    assert!(has(&window, "At least 12 days"));
    // The arrow keys step it.
    window.key_press(Key::ArrowUp);
    window.run();
    assert!(has(&window, "At least 13 days"));
    replace(&mut window, &field, "365");
    window.key_press(Key::ArrowUp);
    window.run();
    assert!(has(&window, "At least 365 days"));
    // Back at the default nothing is changed.
    replace(&mut window, &field, "7");
    assert!(has(&window, "Nothing in the plan is changed yet."));
}

#[test]
fn a_rule_is_turned_off_or_weighed_and_the_profile_is_chosen() {
    let bare = Sketch::parse("new: A0 V4 P8").unwrap().campaign(Day::new(2027, 9, 6));
    let mut window = dialog_on(bare, Some("PBR-04"));
    assert_eq!(codes(window.state()), ["PBR-04"]);
    click(&mut window, "Weight of PBR-04");
    click(&mut window, "Always an error");
    replace(&mut window, "Why: No community voice before the ask", "It is what we sell.");
    replace(&mut window, "Changed by", "Lena");
    click(&mut window, "OK");
    let finding = window.state().findings()[0].clone();
    assert_eq!((finding.code(), finding.severity.key()), ("PBR-04", "error"));
    let grade = &settings(&window).severities[0];
    assert_eq!((grade.rule.as_str(), grade.severity), ("PBR-04", Grade::Error));

    open(&mut window, Action::RuleSettings(Some("PBR-04")));
    click(&mut window, "Turn PBR-04 off for this plan");
    assert!(has(&window, "To keep one risk, accept the finding instead."), "it is said that this is not accepting");
    replace(&mut window, "Why: No community voice before the ask", "A plan for experts.");
    click(&mut window, "Show all rules and limits");
    click(&mut window, "Strict");
    replace(&mut window, "Why: Which rules run", "We want to hear it all.");
    assert!(has(&window, "2 changes to keep"));
    click(&mut window, "OK");
    let campaign = window.state().document().campaign().clone();
    let off = &campaign.rules_off[0];
    assert_eq!((off.rule.as_str(), off.by.as_str(), off.reason.as_str()), ("PBR-04", "Lena", "A plan for experts."));
    assert_eq!(campaign.settings.profile, Some(Profile::Strict));
    assert!(!codes(window.state()).contains(&"PBR-04"));
    assert_eq!(window.state().document().undo_label(), Some("Change 2 of the rules"));

    // It is there after saving and opening, and says who and why.
    let folder = Scratch::new("rule-settings-saved");
    let path = folder.join("plan.moments");
    save_plan(&path, &campaign, Base::New).unwrap();
    let again = open_plan(&path).unwrap().campaign;
    assert_eq!(again, *campaign);
    let mut window = dialog_on(again, Some("PBR-04"));
    assert!(has(&window, "Turned off for this plan by Lena, 2 Sep 2027: A plan for experts."));
    // Taking it back says what it takes back, before it is kept and after.
    click(&mut window, "Take back what this plan sets: No community voice before the ask");
    assert!(has(&window, "It would run again. Turned off for this plan by Lena, 2 Sep 2027"));
    assert!(has(&window, "PBR-04 · changed here"));
    click(&mut window, "Turn PBR-04 off for this plan");
    click(&mut window, "Turn PBR-04 off for this plan");
    replace(&mut window, "Why: No community voice before the ask", "The plan is for everybody now.");
    click(&mut window, "OK");
    assert!(window.state().document().campaign().rules_off.is_empty());
    assert_eq!(codes(window.state()), ["PBR-04"]);
    open(&mut window, Action::RuleSettings(Some("PBR-04")));
    assert!(has(&window, "the default holds, set back by Lena, 2 Sep 2027: The plan is for everybody now."));
}

#[test]
fn a_missing_values_story_can_be_made_a_hint() {
    let mut window = dialog_on(plan(), None);
    replace(&mut window, "Find a rule or a limit", "missing values");
    click(&mut window, "Yes");
    replace(&mut window, "Why: A missing values story is only ever a hint", "Batteries.");
    replace(&mut window, "Changed by", "Lena");
    click(&mut window, "OK");
    assert!(settings(&window).values_hint_only);
    open(&mut window, Action::RuleSettings(None));
    replace(&mut window, "Find a rule or a limit", "nothing has these words");
    assert!(has(&window, "No rule or limit has these words."));
}

const ACME: &str = "(\n    name: \"Acme\",\n    settings: (min_lead_days: 10, severities: [(rule: \"PBR-05\", severity: error)]),\n    vocabulary: (values: [(words: [\"craft\", \"skill\"])]),\n    rules_off: [(rule: \"PBR-11\", by: \"Kim\", reason: \"Order first.\")],\n)\n";

/// A window whose preferences are in a file.
fn window_of(prefs: &std::path::Path) -> Window {
    let mut window = window_in(Rim { prefs: Keeper::File(prefs.to_owned()), ..rim() }, plan());
    window.run_steps(8);
    window
}

#[test]
fn house_rules_from_a_file_hold_on_this_computer_and_can_be_carried_in_the_plan() {
    let folder = Scratch::new("rule-settings-house");
    let (rules, kept) = (folder.join("acme.ron"), folder.join("preferences.ron"));
    scratch::write(&rules, ACME.as_bytes());
    let mut window = window_of(&kept);
    open(&mut window, Action::RuleSettings(None));
    assert!(has(&window, "No house rules hold here."));
    type_path_of_house(&mut window, &rules);
    assert!(has(&window, "The rules of Acme hold on this computer, from acme.ron."));
    assert!(has(&window, "They hold 1 limit, 2 rules set otherwise and 2 words of their own."));
    assert!(codes(window.state()).is_empty(), "not before it is kept");
    assert!(has(&window, "The plan stays as it is; the house rules of this computer change."));
    assert!(!has(&window, "Stop using the file"), "nobody used it before");
    click(&mut window, "Do not use this file after all");
    assert!(has(&window, "No house rules hold here.") && has(&window, "Nothing in the plan is changed yet."));
    type_path_of_house(&mut window, &rules);
    click(&mut window, "OK");
    assert_eq!(codes(window.state()), ["PBR-05"]);
    assert_eq!(window.state().findings()[0].severity.key(), "error");
    assert_eq!(window.state().document().undo_depth(), 0, "a preference is no change of the plan");

    // The next window knows it, too.
    press(&mut window, Modifiers::COMMAND, Key::Q);
    assert_eq!(prefs::load(&kept).0.house, Some(rules.clone()));
    let mut window = window_of(&kept);
    assert_eq!(codes(window.state()), ["PBR-05"]);

    // Carried in the plan they hold without the file.
    open(&mut window, Action::RuleSettings(Some("PBR-05")));
    assert!(has(&window, "set by Acme") && has(&window, "Always an error (by Acme)"));
    click(&mut window, "Show all rules and limits");
    click(&mut window, "Carry them in this plan");
    assert!(has(&window, "The rules of Acme hold. This plan carries them"));
    replace(&mut window, "Why: House rules", "The client gets the plan.");
    replace(&mut window, "Changed by", "Lena");
    click(&mut window, "Stop using the file");
    click(&mut window, "OK");
    assert_eq!(window.state().document().campaign().house.as_ref().unwrap().name, "Acme");
    assert_eq!(window.state().document().undo_label(), Some("Carry the rules of Acme"));
    assert_eq!(codes(window.state()), ["PBR-05"]);

    open(&mut window, Action::RuleSettings(None));
    assert!(has(&window, "Carried since 2 Sep 2027 by Lena: The client gets the plan."));
    click(&mut window, "Take them out of this plan");
    replace(&mut window, "Why: House rules", "Another agency.");
    click(&mut window, "OK");
    assert!(codes(window.state()).is_empty());
    assert_eq!(window.state().document().campaign().house, None);
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(codes(window.state()), ["PBR-05"]);
    press(&mut window, Modifiers::COMMAND, Key::Q);
    assert_eq!(prefs::load(&kept).0.house, None);
    assert_eq!(prefs::load(&kept).0.author, "Lena");
}

#[test]
fn a_file_that_is_wrong_is_said_with_its_line_and_changes_nothing() {
    let folder = Scratch::new("rule-settings-wrong");
    let (rules, kept) = (folder.join("acme.ron"), folder.join("preferences.ron"));
    scratch::write(&rules, b"(\n    name: \"Acme\",\n    settings: (min_lead_day: 3),\n)");
    let said = "acme.ron:3:16: “min_lead_day” is nothing that settings can hold. Did you mean min_lead_days?";
    let mut window = window_of(&kept);
    open(&mut window, Action::RuleSettings(None));
    type_path_of_house(&mut window, &rules);
    assert!(has(&window, said));
    assert!(has(&window, "No house rules hold here."));
    click(&mut window, "OK");
    press(&mut window, Modifiers::COMMAND, Key::Q);
    assert_eq!(prefs::load(&kept).0.house, None);

    // One that the preferences name is a quiet word at the start, and the defaults hold; it stays preferred.
    let mut mine = prefs::load(&kept).0;
    mine.house = Some(rules.clone());
    prefs::save(&kept, &mine).unwrap();
    let mut window = window_of(&kept);
    assert!(has(&window, "The house rules are not used:"), "it is said quietly");
    assert!(codes(window.state()).is_empty());
    open(&mut window, Action::RuleSettings(None));
    assert!(has(&window, said));
    click(&mut window, "OK");
    press(&mut window, Modifiers::COMMAND, Key::Q);
    assert_eq!(prefs::load(&kept).0.house, Some(rules.clone()), "nobody stopped using it");

    // Mended meanwhile, it is read again when the dialog opens.
    let mut window = window_of(&kept);
    scratch::write(&rules, ACME.as_bytes());
    open(&mut window, Action::RuleSettings(None));
    window.run();
    assert!(has(&window, "The rules of Acme hold on this computer, from acme.ron."));
    click(&mut window, "Cancel");
    assert_eq!(codes(window.state()), ["PBR-05"]);
}

#[test]
fn what_a_plan_carries_counts_more_than_the_file() {
    let folder = Scratch::new("rule-settings-both");
    let (rules, kept) = (folder.join("acme.ron"), folder.join("preferences.ron"));
    scratch::write(&rules, ACME.as_bytes());
    let mine = prefs::Prefs { house: Some(rules), ..prefs::Prefs::default() };
    prefs::save(&kept, &mine).unwrap();
    let mut campaign = plan();
    let known = momentboard::store::Known {
        rules: &momentboard::check::rule_names(),
        markets: &momentboard::check::market_names(),
        label: momentboard::check::fold_label,
    };
    let other = momentboard::store::read_house(b"(name: \"Other\", settings: (min_lead_days: 9))", known).unwrap();
    campaign.house = Some(std::sync::Arc::new(other));
    let mut window = window_in(Rim { prefs: Keeper::File(kept), ..rim() }, campaign);
    window.run_steps(8);
    let limit = window.state().findings()[0].threshold.unwrap();
    assert_eq!((limit.value, window.state().findings()[0].severity.key()), (9, "warning"));
    open(&mut window, Action::RuleSettings(None));
    assert!(has(&window, "The rules of Other hold. This plan carries them"));
    assert!(has(&window, "The file acme.ron (Acme) does not count here"));
}

#[test]
fn the_page_of_a_rule_leads_to_its_settings() {
    let mut window = window_on(plan());
    open(&mut window, Action::Explain("PBR-05"));
    window.run_steps(3);
    click(&mut window, "Settings of this rule");
    window.run_steps(3);
    assert!(has(&window, "Rules of this plan") && has(&window, "At least 7 days from the first card"));
    click(&mut window, "Cancel");
    open(&mut window, Action::Run(Command::RuleSettings));
    assert!(has(&window, "Limits"));
}

#[test]
fn every_limit_has_a_sentence_of_its_own() {
    let sentences: std::collections::BTreeSet<String> =
        Settings::THRESHOLDS.iter().map(|threshold| momentboard::words::mend::limit(threshold.name, "…")).collect();
    assert_eq!(sentences.len(), Settings::THRESHOLDS.len());
    for threshold in Settings::THRESHOLDS {
        assert!(!momentboard::words::mend::limit(threshold.name, "…").contains(threshold.name), "{}", threshold.name);
    }
}

#[test]
fn the_smallest_window_shows_everything_down_to_the_buttons() {
    let mut window = window_on(plan());
    window.set_size(egui::vec2(720.0, 560.0));
    window.run();
    open(&mut window, Action::RuleSettings(None));
    for label in ["OK", "Cancel", "Changed by"] {
        let rect = window.get_all_by_label(label).last().unwrap().rect();
        assert!(egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(720.0, 560.0)).contains_rect(rect), "{label}: {rect:?}");
    }
}

/// Who comes for a limit is at it: in view, marked by the keyboard in its field, and what is typed is its number.
#[test]
fn a_limit_that_is_wanted_has_the_keyboard() {
    let close = Sketch::parse("new: A0 V1 K2 P3").unwrap().campaign(Day::new(2027, 9, 6));
    let mut window = window_on(close);
    let setting = window.state().findings()[0].threshold.unwrap().setting;
    assert_eq!(setting, "min_lead_days");
    open(&mut window, Action::RuleSettings(Some(setting)));
    window.run_steps(4);
    let label = format!("Value: {LEAD}");
    let field = window.get_by_role_and_label(Role::TextInput, &label);
    assert!(field.accesskit_node().is_focused());
    let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, window.ctx.content_rect().size());
    assert!(screen.shrink(120.0).contains_rect(field.rect()), "{:?}", field.rect());
    assert!(has(&window, "No community voice"), "the other rows are there, too");
    window.event(Event::Text("12".to_owned()));
    window.run();
    assert!(has(&window, "At least 12 days from the first card"));
}

#[test]
fn a_number_that_cannot_be_used_is_no_number_in_the_sentence() {
    let mut window = dialog_on(plan(), Some("PBR-05"));
    replace(&mut window, &format!("Value: {LEAD}"), "12345");
    assert!(has(&window, LEAD) && !has(&window, "At least 12 days"), "12 of 12345 is nothing that anybody set");
    press(&mut window, Modifiers::NONE, Key::Escape);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(has(&window, "What is written here is not kept. Leave without keeping?") || has(&window, "1 change not kept."));
}

/// A number that makes no sense is told when the plan is opened, does nothing, and is still there when it is saved.
#[test]
fn a_limit_of_the_plan_that_is_out_of_range_is_told_and_harmless() {
    let mut campaign = plan();
    campaign.settings.min_lead_days = Some(4000);
    let folder = Scratch::new("rule-settings-range");
    let path = folder.join("plan.moments");
    save_plan(&path, &campaign, Base::New).unwrap();
    let opened = open_plan(&path).unwrap();
    let told: Vec<_> = opened.notices.iter().map(|notice| (notice.message.as_str(), notice.unreadable)).collect();
    let said = format!(
        "A limit of this plan is 4000 and counts from 0 to 365 days: “{LEAD}”. What holds without it is used; the number stays in the plan until somebody changes it."
    );
    assert_eq!(told, [(said.as_str(), false)]);
    assert_eq!(opened.campaign.settings.min_lead_days, Some(4000));
    let mut window = dialog_on(opened.campaign, Some("PBR-05"));
    assert!(codes(window.state()).is_empty(), "the default holds");
    assert!(has(&window, "At least 7 days") && has(&window, "4000 is set in this plan and cannot be used"));
    click(&mut window, &format!("Take back what this plan sets: {LEAD}"));
    assert!(has(&window, &format!("Say why this changes: {LEAD}")));
}

/// A page has its size when it comes, not when the mouse moves.
#[test]
fn the_page_of_a_rule_comes_in_its_size() {
    let mut window = window_on(plan());
    window.state_mut().want(Action::Explain("PBR-05"));
    for _ in 0..3 {
        window.step();
    }
    let early = window.get_by_label("Settings of this rule").rect();
    for _ in 0..4 {
        window.step();
    }
    assert_eq!(window.get_by_label("Settings of this rule").rect(), early);
}
