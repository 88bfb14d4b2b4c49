//! Somebody who presses anything: commands, keys, buttons, drags, files let go of and preferences drawn by dice. Whatever they do,
//! nothing breaks, the plan is one that can be saved, every step can be taken back and done again, what is said of the plan is
//! true of it, one dialog is in front at most, and the keyboard always has a place to go to.
//!
//! `MOMENTBOARD_SEEDS=100..120` has that many more of them press.

#![expect(clippy::disallowed_methods, reason = "a folder is among what is let go of over the window")]

use std::cell::RefCell;
use std::collections::BTreeSet;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, MouseWheelUnit, OutputCommand, PointerButton, Pos2, pos2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::{App, Clip, Deriver, Pasting};
use momentboard::check::{Finding, Options};
use momentboard::edit::Document;
use momentboard::model::{Campaign, DateForm, Day, PlanId, Written, faults};
use momentboard::store::{self, picture::Pixels};
use momentboard::ui::command::Command;
use momentboard::ui::view::{Action, Setup, ThemeChoice, View};

use super::plans::Dice;
use crate::app_window::{Window, drag, drop_files, fictional, window_on};
use crate::moment_pictures::fixture;
use crate::monkey_been::{EVERYTHING, counts, note_places, note_step};
use crate::scratch::Scratch;

/// Actions of one session.
const ACTIONS: usize = 500;
/// After so many of them everything is looked at that takes its time.
const LOOK: usize = 50;
/// Commands that put another plan in the place of this one, or close the window.
const LEAVE: [Command; 5] = [Command::Quit, Command::New, Command::OpenDemo, Command::OpenCases, Command::Guide];
/// Commands that lead to the places that a keyboard rarely finds by itself.
const PLACES: [Command; 14] = [
    Command::Show(View::Board),
    Command::Show(View::Calendar),
    Command::Show(View::Table),
    Command::Present,
    Command::CompareLanes,
    Command::Palette,
    Command::Search,
    Command::AddNote,
    Command::AddPhase,
    Command::AddBlackout,
    Command::HideLane,
    Command::ShowHiddenLanes,
    Command::DuplicateLane,
    Command::Preferences,
];
/// Cells as a spreadsheet has them.
const BLOCK: &str = "29 Nov\tTobi\tProduct\tThe last one\n30 Nov\tMaren\tvalues\tAnd one more\n";

thread_local! {
    /// What is on the clipboard; nothing stands for a picture.
    static CLIPBOARD: RefCell<Option<String>> = RefCell::default();
}

fn clipboard() -> Clip {
    match CLIPBOARD.with_borrow(Clone::clone) {
        Some(text) => Clip::Text(text),
        None => Clip::Other(Box::new(|| Ok(Pixels { width: 2, height: 2, rgba: vec![200; 16] }))),
    }
}

/// Sizes of the window.
const SIZES: [[f32; 2]; 4] = [[1440.0, 900.0], [1100.0, 760.0], [760.0, 900.0], [720.0, 450.0]];

/// A place anywhere in the window.
fn anywhere(dice: &mut Dice, window: &Window) -> Pos2 {
    let size = window.ctx.content_rect().size();
    pos2(dice.between(0, size.x as i32 - 1) as f32, dice.between(0, size.y as i32 - 1) as f32)
}

/// Files that somebody lets go of over the window: pictures, tables, what is none of these, and a plan.
fn files(folder: &Scratch) -> Vec<std::path::PathBuf> {
    let mut other = store::demo::two_cases(PlanId::from_bits(9));
    other.name = "Let go of".into();
    let inner = folder.join("folder.png");
    std::fs::create_dir_all(&inner).expect("a folder");
    vec![
        fixture("told.jpg"),
        fixture("told.png"),
        folder.put("calendar.csv", b"Date,Creator,Title\n2027-11-28,Maren,Let go of\n2027-11-29,Nobody,Let go of, too\n"),
        folder.put("empty.png", b""),
        folder.put("notes.txt", b"Ask Mia"),
        inner,
        folder.put("other.moments", store::write(&other).expect("a plan")),
    ]
}

/// Lets go of one or two of them somewhere, at times over a card. The last one is a plan, which takes the place of the one on screen.
fn let_go(window: &mut Window, dice: &mut Dice, files: &[std::path::PathBuf], leaves: bool) -> String {
    let there = if leaves { files } else { &files[..files.len() - 1] };
    let mut paths = vec![there[dice.below(there.len())].clone()];
    if dice.chance(10) {
        paths.push(there[dice.below(there.len())].clone());
    }
    let cards = cards(window);
    let at = if cards.is_empty() || dice.chance(40) { anywhere(dice, window) } else { dice.pick(&cards) };
    window.hover_at(at);
    window.step();
    drop_files(window, &paths);
    let names: Vec<_> = paths.iter().filter_map(|path| path.file_name()).collect();
    format!("{names:?} let go of at {at:?}")
}

/// Where the cards of the view in front are.
fn cards(window: &Window) -> Vec<Pos2> {
    let is_card = |label: &str| label.contains(": ") && label.matches(", ").count() > 1;
    let cards = window.query_all_by_role(Role::Button);
    let cards = cards.filter(|node| node.accesskit_node().label().is_some_and(|label| is_card(&label)));
    cards.map(|node| node.rect().left_top() + vec2(40.0, 12.0)).collect()
}

/// Carries a card somewhere else in the view in front, at times not to the end.
fn carry_card(window: &mut Window, dice: &mut Dice) -> String {
    let cards = cards(window);
    if cards.is_empty() {
        return "no card to carry".to_owned();
    }
    let from = dice.pick(&cards);
    let to = from + vec2(dice.between(-400, 400) as f32, dice.between(-300, 300) as f32);
    drag(window, from, to);
    if dice.chance(15) {
        window.key_press(Key::Escape);
        window.step();
    }
    window.drop_at(to);
    format!("a card carried from {from:?} to {to:?}")
}

/// Other preferences.
fn prefer(window: &mut Window, dice: &mut Dice) -> String {
    let dates = dice.pick(&[DateForm::DayFirst, DateForm::MonthFirst, DateForm::YearFirst]);
    let theme = dice.pick(&[ThemeChoice::Light, ThemeChoice::Dark]);
    let scale = dice.pick(&[80, 100, 100, 125]);
    let hide_curve = dice.chance(20);
    let language = dice.pick(&[momentboard::model::LanguageChoice::English, momentboard::model::LanguageChoice::German]);
    let setup = Setup { theme, scale, hide_curve, language, written: Written { dates, ..Written::usual() }, ..Setup::default() };
    window.state_mut().want(Action::SetUp(setup));
    format!("{theme:?} at {scale} % with {dates:?}")
}

/// The other button, a double click, the wheel, or another size of the window.
fn fiddle(window: &mut Window, dice: &mut Dice) -> String {
    let places = cards(window);
    let at = if places.is_empty() || dice.chance(50) { anywhere(dice, window) } else { dice.pick(&places) };
    match dice.below(4) {
        0 => {
            window.hover_at(at);
            for pressed in [true, false] {
                let (button, modifiers) = (PointerButton::Secondary, Modifiers::NONE);
                window.event(Event::PointerButton { pos: at, button, pressed, modifiers });
                window.step();
            }
            format!("the other button at {at:?}")
        }
        1 => {
            crate::app_window::double_click(window, at);
            format!("a double click at {at:?}")
        }
        2 => {
            window.hover_at(at);
            let modifiers = if dice.chance(50) { Modifiers::COMMAND } else { Modifiers::NONE };
            let delta = vec2(dice.between(-90, 90) as f32, dice.between(-240, 240) as f32);
            let (phase, source) = (egui::TouchPhase::Move, egui::MouseWheelSource::Unknown);
            window.event(Event::MouseWheel { unit: MouseWheelUnit::Point, delta, phase, source, modifiers });
            format!("the wheel by {delta:?} at {at:?}")
        }
        _ => {
            let [width, height] = dice.pick(&SIZES);
            window.set_size(vec2(width, height));
            format!("a window of {width} × {height}")
        }
    }
}

/// Presses there with the pointer.
fn press_at(window: &mut Window, at: Pos2) {
    window.drag_at(at);
    window.step();
    window.drop_at(at);
}

/// What was copied is on the clipboard from now on.
fn take_copied(window: &Window) {
    let commands = &window.output().platform_output.commands;
    let text = commands.iter().find_map(|command| if let OutputCommand::CopyText(text) = command { Some(text) } else { None });
    if let Some(text) = text {
        CLIPBOARD.set(Some(text.clone()));
    }
}

fn run(window: &mut Window, dice: &mut Dice, command: Command) {
    if let Some(keys) = command.shortcut().filter(|_| dice.chance(70)) {
        window.key_press_modifiers(keys.modifiers, keys.logical_key);
    } else if window.query_all_by_role(Role::Dialog).next().is_none() {
        // As from the palette, to which nobody comes while something is asked.
        let ctx = window.ctx.clone();
        window.state_mut().run(&ctx, command);
    }
}

/// Copies or cuts what is selected, or pastes what is on the clipboard or was put there meanwhile.
fn carry(window: &mut Window, dice: &mut Dice) -> String {
    if dice.chance(40) {
        let event = if dice.chance(70) { Event::Copy } else { Event::Cut };
        let name = format!("{event:?}");
        window.input_mut().events.push(event);
        window.step();
        take_copied(window);
        return name;
    }
    match dice.below(4) {
        0 => CLIPBOARD.set(Some(BLOCK.to_owned())),
        1 => CLIPBOARD.set(None),
        _ => {}
    }
    window.key_press_modifiers(Modifiers::COMMAND, Key::V);
    format!("a paste of {:?}", CLIPBOARD.with_borrow(|text| text.as_ref().map(|text| text.chars().take(24).collect::<String>())))
}

/// Presses something of that role.
fn press_any(window: &mut Window, dice: &mut Dice, role: Role) {
    let places: Vec<Pos2> = window.query_all_by_role(role).map(|node| node.rect().center()).collect();
    let at = if places.is_empty() { anywhere(dice, window) } else { dice.pick(&places) };
    press_at(window, at);
    window.run_steps(2);
}

/// What takes several keys one after the other, so that keys drawn one by one hardly ever get there.
fn errand(window: &mut Window, dice: &mut Dice) -> String {
    for _ in 0..3 {
        window.key_press(Key::Escape);
        window.run_steps(2);
    }
    let ctx = window.ctx.clone();
    let go = |window: &mut Window, command| {
        window.state_mut().run(&ctx, command);
        window.run_steps(2);
    };
    let write = |window: &mut Window, text: &str| {
        window.event(Event::Text(text.to_owned()));
        window.run_steps(2);
    };
    let which = dice.below(7);
    match which {
        0 => {
            go(window, Command::Search);
            write(window, "tobi");
        }
        1 => {
            go(window, Command::Show(View::Board));
            go(window, Command::SelectAll);
            go(window, Command::SelectNext);
            go(window, Command::AddNote);
            write(window, "Ask Mia");
            window.key_press(Key::Enter);
        }
        2 => {
            go(window, Command::ClearFilter);
            go(window, Command::Show(View::Board));
            let places = cards(window);
            if !places.is_empty() {
                press_at(window, dice.pick(&places));
                window.run_steps(2);
            }
            CLIPBOARD.set(None);
            window.key_press_modifiers(Modifiers::COMMAND, Key::V);
        }
        3 => {
            go(window, Command::ClearFilter);
            go(window, Command::Show(View::Table));
            press_any(window, dice, Role::Cell);
            window.key_press(Key::Home);
            window.run_steps(2);
            CLIPBOARD.set(Some(BLOCK.to_owned()));
            window.key_press_modifiers(Modifiers::COMMAND, Key::V);
            window.run_steps(4);
            // Where rows are left over it is asked what becomes of them.
            let adds = |label: &str| label.starts_with("Add ") && label.contains("moment") || label.ends_with("hinzufügen");
            let buttons = window.query_all_by_role(Role::Button);
            let asked = buttons.filter(|node| node.accesskit_node().label().is_some_and(|label| adds(&label)));
            let places: Vec<Pos2> = asked.map(|node| node.rect().center()).collect();
            if window.query_by_role(Role::Dialog).is_some()
                && let Some(at) = places.first()
            {
                press_at(window, *at);
            }
        }
        4 => {
            go(window, Command::Palette);
            write(window, "tobi");
        }
        5 => {
            choose_lane(window, dice);
            go(window, Command::DeleteLane);
        }
        _ => go(window, Command::Present),
    }
    window.run_steps(4);
    ["a search", "a note", "a picture", "a block", "the palette", "a lane deleted", "a show"][which].to_owned()
}

/// Selects a lane, as somebody does who is about to do something with all of it.
fn choose_lane(window: &mut Window, dice: &mut Dice) {
    let lanes: Vec<_> = window.state().document().campaign().lanes.iter().map(|lane| lane.id).collect();
    if !lanes.is_empty() {
        window.state_mut().want(Action::ShowLane(dice.pick(&lanes)));
        window.run_steps(2);
    }
}

/// Something that somebody does; its name is told where it goes wrong.
fn act(window: &mut Window, dice: &mut Dice, files: &[std::path::PathBuf], leaves: bool) -> String {
    match dice.below(120) {
        100..104 => let_go(window, dice, files, leaves),
        104..110 => carry_card(window, dice),
        110..113 => prefer(window, dice),
        113..120 => fiddle(window, dice),
        0..30 => {
            let all: Vec<Command> =
                Command::all().filter(|command| !LEAVE.contains(command) || leaves && *command != Command::Quit).collect();
            let command = dice.pick(&all);
            run(window, dice, command);
            format!("{command:?}")
        }
        30..45 => {
            let command = dice.pick(&PLACES);
            if command == Command::HideLane {
                choose_lane(window, dice);
            }
            run(window, dice, command);
            format!("{command:?}")
        }
        45..65 => {
            let roles = [Role::Button, Role::MenuItem, Role::CheckBox, Role::RadioButton, Role::TextInput, Role::ListBoxOption];
            let role = dice.pick(&roles);
            press_any(window, dice, role);
            format!("a press on a {role:?}")
        }
        65..72 => {
            let (from, to) = (anywhere(dice, window), anywhere(dice, window));
            drag(window, from, to);
            window.drop_at(to);
            format!("a drag from {from:?} to {to:?}")
        }
        72..78 => {
            // Where a path is asked for it leads into a folder that there is not, so that nothing is ever written.
            window.event(Event::Text("Ω/7 Sep".to_owned()));
            "a text".to_owned()
        }
        78..81 => carry(window, dice),
        81..84 => errand(window, dice),
        84..86 => {
            let word = if dice.chance(60) { "Deutsch" } else { "English" };
            let at = window.query_by_role_and_label(Role::RadioButton, word).map(|node| node.rect().center());
            if let Some(at) = at {
                press_at(window, at);
            } else {
                run(window, dice, Command::Preferences);
            }
            word.to_owned()
        }
        86..93 => {
            let key = dice.pick(&[Key::Escape, Key::Escape, Key::Enter, Key::Tab, Key::ArrowDown]);
            window.key_press_modifiers(Modifiers::NONE, key);
            format!("{key:?}")
        }
        _ => {
            let command = if dice.chance(60) { Command::Undo } else { Command::Redo };
            let ctx = window.ctx.clone();
            window.state_mut().run(&ctx, command);
            format!("{command:?}")
        }
    }
}

/// What is selected is in the plan, and the plan is one.
fn is_sound(app: &App) -> Result<(), String> {
    let (document, selection) = (app.document(), app.selection());
    let (campaign, index) = (document.campaign(), document.index());
    if let Some(id) = selection.moments.iter().find(|id| index.place(**id).is_none()) {
        return Err(format!("{id} is selected and not in the plan"));
    }
    if let Some(id) = selection.moments.iter().find(|id| !app.sieve().shows(**id)) {
        return Err(format!("{id} is selected and hidden"));
    }
    if let Some(lane) = selection.lane.filter(|id| campaign.lane(*id).is_none()) {
        return Err(format!("{lane} is selected and not in the plan"));
    }
    match faults(campaign) {
        faults if faults.is_empty() => Ok(()),
        faults => Err(format!("{faults:?}")),
    }
}

/// What the window says of itself is true: how much a filter shows, and one dialog at most.
fn is_told_right(window: &Window) -> Result<(), String> {
    let app = window.state();
    let campaign = app.document().campaign();
    let all = campaign.moment_count();
    let lanes = campaign.lanes.iter().filter(|lane| !app.sieve().hides(lane.id));
    let shown = lanes.flat_map(|lane| &lane.moments).filter(|moment| app.sieve().shows(moment.id)).count();
    for said in window.query_all_by_role(Role::Status).filter_map(|node| node.accesskit_node().label()) {
        let is_count = |word: &str| word.chars().all(|c| c.is_ascii_digit()) && !word.is_empty();
        let words: Vec<&str> = said.split(' ').collect();
        let [first, of, last, moments, ..] = words[..] else { continue };
        let of_moments = moments.starts_with("moment") || moments.starts_with("Moment");
        if is_count(first) && is_count(last) && ["of", "von"].contains(&of) && of_moments {
            let told = (first.parse().ok(), last.parse().ok());
            if told != (Some(shown), Some(all)) {
                return Err(format!("“{said}” is said of {shown} of {all}"));
            }
        }
    }
    let dialogs: Vec<String> = window.query_all_by_role(Role::Dialog).filter_map(|node| node.accesskit_node().label()).collect();
    if dialogs.len() > 1 { Err(format!("{dialogs:?} lie over each other")) } else { Ok(()) }
}

/// The keyboard has a place to go to.
fn has_a_place_for_keys(window: &mut Window) -> Result<(), String> {
    for _ in 0..2 {
        window.key_press(Key::Tab);
        window.run_steps(2);
    }
    let is_somewhere = window.query_all_by(|node| node.is_focused() && !node.is_hidden()).next().is_some();
    if is_somewhere { Ok(()) } else { Err("the keyboard is nowhere".to_owned()) }
}

/// The plan at the beginning of the history and at its end, by way of a document beside the one that is shown.
fn ends(document: &Document) -> (Campaign, Campaign) {
    let mut beside = document.clone();
    while beside.undo_label().is_some() {
        beside.undo();
    }
    let first = Campaign::clone(beside.campaign());
    while beside.redo_label().is_some() {
        beside.redo();
    }
    (first, Campaign::clone(beside.campaign()))
}

/// What is found, without its words: they are in the language of the window.
fn told<'a>(findings: impl IntoIterator<Item = &'a std::sync::Arc<Finding>>) -> Vec<String> {
    let line = |finding: &std::sync::Arc<Finding>| {
        format!("{} {:?} {:?} {:?} {:?}", finding.rule.code, finding.severity, finding.lane, finding.moments, finding.state)
    };
    findings.into_iter().map(line).collect()
}

/// Whether history leads from one end to the other and back, and whether what is found is what a check from nothing finds.
fn is_true(app: &App, began: &Campaign) -> Result<(), String> {
    let document = app.document();
    let (first, end) = ends(document);
    if first != *began {
        return Err("taking everything back does not give the plan that it began with".to_owned());
    }
    let mut again = document.clone();
    while again.redo_label().is_some() {
        again.redo();
    }
    if end != **again.campaign() {
        return Err("doing everything again does not give the last plan".to_owned());
    }
    let file = store::write(document.campaign()).map_err(|wrong| format!("the plan cannot be saved: {wrong:?}"))?;
    let read = store::read(file.as_ref()).map_err(|wrong| format!("what is saved cannot be read: {wrong:?}"))?;
    if read.campaign != **document.campaign() {
        return Err("what is read is another plan than what was saved".to_owned());
    }
    let mut fresh = Deriver::default();
    let options = Options { today: Day::new(2027, 9, 2), ..Options::default() };
    fresh.update(document.campaign(), document.revision(), &options);
    let (said, found) = (told(app.findings()), told(&fresh.derived.findings));
    if said != found {
        return Err(format!("what is said of the plan is old:\n{said:#?}\n{found:#?}"));
    }
    Ok(())
}

/// A session of somebody; returns where they have been.
fn session(seed: u64, leaves: bool) -> BTreeSet<&'static str> {
    let plan = fictional();
    let mut window = window_on(plan.clone());
    let folder = Scratch::new(&format!("monkey-{seed}"));
    let files = files(&folder);
    window.ctx.add_plugin(Pasting::new(clipboard, |job| {
        job();
        true
    }));
    CLIPBOARD.set(Some("A sentence".to_owned()));
    let mut dice = Dice::new(seed);
    let (mut done, mut been) = (Vec::new(), BTreeSet::new());
    let (mut began, mut id): (Campaign, PlanId) = (plan.clone(), plan.id);
    for at in 1..=ACTIONS {
        let before = counts(&window);
        done.push(act(&mut window, &mut dice, &files, leaves));
        window.run_steps(2);
        note_step(&window, before, done.last().map_or("", String::as_str), &mut been);
        take_copied(&window);
        let document = window.state().document();
        if document.campaign().id != id {
            // Another plan took the place of the one before, and begins anew.
            (began, id) = (ends(document).0, document.campaign().id);
        }
        let sound = is_sound(window.state()).and_then(|()| is_told_right(&window));
        let sound = if at % LOOK == 0 { sound.and_then(|()| is_true(window.state(), &began)) } else { sound };
        let sound = if at % LOOK == LOOK / 2 { sound.and_then(|()| has_a_place_for_keys(&mut window)) } else { sound };
        if let Err(wrong) = sound {
            panic!("seed {seed}, action {at}: {wrong} after\n{}", done[done.len().saturating_sub(12)..].join("\n"));
        }
        note_places(&window, &plan, &mut been);
    }
    been
}

#[test]
fn whoever_presses_anything_breaks_nothing() {
    let been = session(1, true);
    assert!(been.len() > 8, "{been:?}");
}

#[test]
fn nor_does_anybody_else_who_goes_through_everything() {
    let mut been = BTreeSet::new();
    // A range of seeds that is asked for, to press for longer.
    let more = std::env::var("MOMENTBOARD_SEEDS").ok().and_then(|seeds| {
        let (from, to) = seeds.split_once("..")?;
        Some(from.parse::<u64>().ok()?..to.parse::<u64>().ok()?)
    });
    for seed in [2, 3, 4].into_iter().chain(more.into_iter().flatten()) {
        been.extend(session(seed, seed % 3 == 0 && seed > 4));
    }
    let missing: Vec<_> = EVERYTHING.iter().filter(|place| !been.contains(*place)).collect();
    assert!(missing.is_empty(), "nobody came to {missing:?}");
}
