//! The share dialog without a display, by accessible label: what a reader will not see, sections, formats, the file, what
//! is remembered, and the keyboard alone.

#![expect(clippy::disallowed_methods, reason = "the tests play everybody else who writes to the disk")]

use std::fs;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::{App, Jobs, Keeper, Rim};
use momentboard::check::{self, Options};
use momentboard::model::{Campaign, Day, IdSource, PlanId, Status};
use momentboard::share::{self, Choice, Format, Reader, Watch};
use momentboard::store::template;
use momentboard::ui::command::Command;
use momentboard::ui::share::data;
use momentboard::ui::view::Action;

use crate::app_window::*;
use crate::raster;
use crate::scratch::Scratch;
use crate::share_window::*;

#[test]
fn choosing_a_reader_changes_what_is_left_out() {
    let mut window = window();
    open_share(&mut window);
    assert!(is_chosen(&window, Role::RadioButton, "Client"), "the client is the usual reader");
    window.get_by_label("Left out for clients");
    window.get_by_label_contains("Fees and budget: ");
    window.get_by_label_contains("Ideas tray: ");
    window.get_by_label_contains("Owners: ");
    assert!(window.query_by_label_contains("Other lanes: ").is_none());
    choose_tile(&mut window, "Creator");
    window.get_by_label("Left out for Maren Solheim");
    window.get_by_label_contains("Other lanes: 3 lanes");
    window.get_by_role_and_label(Role::ComboBox, "Which creator").click();
    window.run();
    window.get_all_by_role(Role::MenuItem).nth(1).unwrap().click();
    window.run();
    window.get_by_label_contains("Left out for Tobi");
    choose_tile(&mut window, "Internal");
    window.get_by_label("Nothing is left out");
    assert!(window.query_by_label_contains("Fees and budget: ").is_none());
}

#[test]
fn of_a_plan_that_holds_nothing_for_the_team_it_is_said_that_nothing_is_left_out() {
    let mut window = window_on(Campaign::new(PlanId::default(), "Open"));
    open_share(&mut window);
    assert!(is_chosen(&window, Role::RadioButton, "Client"));
    window.get_by_label("Nothing is left out");
    window.get_by_label("This plan holds nothing that stays with the team.");
    assert!(window.query_by_label("Left out for clients").is_none(), "no heading with nothing under it");
}

#[test]
fn what_is_said_to_be_left_out_is_not_in_the_file_and_what_stays_is() {
    let campaign = fictional();
    let report = check::check(&campaign, &Options { today: Day::new(2027, 9, 2), ..Options::default() });
    let found: Vec<_> = report.findings.iter().cloned().map(Arc::new).collect();
    let rows: Vec<&str> = data::left_out(&campaign, &found, Reader::Client).iter().map(|row| row.what).collect();
    let made = share::export(&campaign, &report, &Choice::new(Reader::Client, Format::Html), Watch::none()).unwrap();
    let page = String::from_utf8(made.bytes).unwrap();
    let moments = || campaign.lanes.iter().flat_map(|lane| &lane.moments);
    for (row, texts) in [
        ("Internal notes", moments().filter_map(|card| card.notes.clone()).collect::<Vec<_>>()),
        ("Owners", moments().filter_map(|card| card.owner.clone()).collect()),
        ("Ideas tray", campaign.ideas.iter().map(|card| card.title.clone()).collect()),
    ] {
        assert_eq!(rows.contains(&row), !texts.is_empty(), "{row}: {rows:?}");
        assert!(texts.iter().all(|text| !page.contains(text.as_str())), "{row}");
    }
    let findings = report.findings.iter();
    let stays = data::stays(&campaign, findings, Reader::Client);
    let shown: Vec<_> = campaign.acceptances.iter().filter(|of| of.show_to_client).collect();
    assert_eq!(stays.is_some(), !shown.is_empty());
    assert!(shown.iter().all(|of| page.contains(of.reason.as_str())));
    assert!(data::left_out(&campaign, &found, Reader::Internal).is_empty());
    // A plan in which nothing is set has nothing to leave out, and does not claim to.
    let mut bare = (*Arc::new(campaign)).clone();
    (bare.ideas, bare.budget, bare.acceptances, bare.rules_off) = (Vec::new(), None, Vec::new(), Vec::new());
    bare.lanes.iter_mut().for_each(|lane| {
        let lane = Arc::make_mut(lane);
        lane.relationship.evidence.clear();
        lane.moments.iter_mut().for_each(|card| {
            let card = Arc::make_mut(card);
            (card.cost, card.notes, card.owner, card.proof) = (None, None, None, None);
            (card.compensation, card.creative_control, card.status) = (None, None, Status::Draft);
            card.links.clear();
        });
    });
    bare.creators.iter_mut().for_each(|creator| Arc::make_mut(creator).contact = None);
    bare.settings = momentboard::model::Settings::default();
    assert_eq!(data::left_out(&bare, &[], Reader::Client), []);
}

#[test]
fn sections_are_ticked_and_shape_the_deck() {
    let mut window = window();
    open_share(&mut window);
    let boxes = |window: &Window| window.query_all_by_role(Role::CheckBox).count();
    let client = boxes(&window);
    choose_tile(&mut window, "Internal");
    assert_eq!(boxes(&window), client + 2, "budget and findings are the team's");
    let large = |window: &Window| window.query_all_by_label_contains("Page 1 of ").count();
    assert_eq!(large(&window), 1);
    click(&mut window, "Cover");
    assert!(!is_chosen(&window, Role::CheckBox, "Cover"));
    assert!(window.query_by_label("Show Cover").is_none());
    click(&mut window, "Cover");
    window.get_by_label("Show Cover");
}

#[test]
fn a_file_is_written_once_told_and_what_was_chosen_is_remembered() {
    let folder = Scratch::new("share-dialog");
    let rim = || Rim { prefs: Keeper::File(folder.join("preferences.ron")), ..rim() };
    let mut window = window_in(rim(), fictional());
    open_share(&mut window);
    choose_tile(&mut window, "Internal");
    choose_tile(&mut window, "Markdown");
    window.get_by_label_contains("-team.md");
    let path = folder.join("deck");
    export_to(&mut window, "Markdown", &path);
    window.get_by_role_and_label(Role::Dialog, "Written");
    let path = folder.join("deck.md");
    window.get_by_label(&path.display().to_string());
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains("Internal version"), "{text}");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(window.query_by_role(Role::Dialog).is_none(), "one message, and the dialog is done");
    // Over a file that is there it asks, and the old one stays when the answer is no.
    fs::write(&path, "mine").unwrap();
    open_share(&mut window);
    assert!(is_chosen(&window, Role::RadioButton, "Markdown") && is_chosen(&window, Role::RadioButton, "Internal"));
    export_to(&mut window, "Markdown", &path);
    window.get_by_role_and_label(Role::Dialog, "Replace the file?");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
    window.get_by_role_and_label(Role::Dialog, "Share this storyboard");
    export_to(&mut window, "Markdown", &path);
    click(&mut window, "Replace");
    window.get_by_role_and_label(Role::Dialog, "Written");
    assert_ne!(fs::read_to_string(&path).unwrap(), "mine");
    close(&mut window);
    // The next session begins where this one ended.
    let mut window = window_in(rim(), fictional());
    open_share(&mut window);
    assert!(is_chosen(&window, Role::RadioButton, "Markdown") && is_chosen(&window, Role::RadioButton, "Internal"));
}

#[test]
fn a_deck_is_written_as_pdf_with_the_sections_that_are_ticked() {
    let folder = Scratch::new("share-dialog-pdf");
    let mut window = window();
    open_share(&mut window);
    let path = folder.join("deck.pdf");
    export_to(&mut window, "PDF", &path);
    window.get_by_role_and_label(Role::Dialog, "Written");
    assert!(fs::read(&path).unwrap().starts_with(b"%PDF-"));
}

#[test]
fn a_folder_that_is_not_there_is_one_message_and_the_dialog_stays() {
    let folder = Scratch::new("share-dialog-bad");
    let mut window = window();
    open_share(&mut window);
    choose_tile(&mut window, "HTML");
    export_to(&mut window, "HTML", &folder.join("nowhere/deck.html"));
    window.get_by_role_and_label(Role::Dialog, "The file was not written");
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.get_by_role_and_label(Role::Dialog, "Share this storyboard");
    click(&mut window, "Export HTML");
    window.get_by_role_and_label(Role::TextInput, "Path");
}

#[test]
fn stopping_leaves_no_file() {
    let folder = Scratch::new("share-dialog-stop");
    let mut window = window_with_held_jobs(fictional());
    while window.state().release_job() {
        window.run();
    }
    open_share(&mut window);
    while window.state().release_job() {
        window.run();
    }
    let path = folder.join("deck.pdf");
    export_to(&mut window, "PDF", &path);
    window.get_by_role(Role::ProgressIndicator);
    click(&mut window, "Stop");
    window.get_by_label("Stopping…");
    assert!(window.query_by_label("Stop").is_none(), "it is pressed once");
    while window.state().release_job() {
        window.run();
    }
    assert!(!path.exists());
    assert!(window.query_by_label("Stopping…").is_none());
    window.get_by_label("The export was stopped. No file was written.");
    click(&mut window, "Export PDF");
}

#[test]
fn what_is_still_open_is_shown_and_leads_there() {
    let mut window = window();
    let open_findings = window.state().findings().iter().filter(|finding| finding.state.is_open()).count();
    assert!(open_findings > 0);
    open_share(&mut window);
    window.get_by_label_contains("still open.");
    click(&mut window, "Show it");
    assert!(window.query_by_role(Role::Dialog).is_none());
    assert!(window.state().selection().primary().is_some());
}

#[test]
fn the_keyboard_alone_is_enough() {
    let folder = Scratch::new("share-dialog-keys");
    let mut window = window();
    open_share(&mut window);
    assert!(window.get_by_role_and_label(Role::RadioButton, "Client").is_focused());
    // The readers are one group: the arrow goes to the next tile, and it is chosen.
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    assert!(is_chosen(&window, Role::RadioButton, "Creator"));
    for _ in 0..60 {
        if window.get_by_label("Export PDF").is_focused() {
            break;
        }
        press(&mut window, Modifiers::NONE, Key::Tab);
    }
    press(&mut window, Modifiers::NONE, Key::Enter);
    type_path(&mut window, &folder.join("brief.pdf"));
    window.get_by_role_and_label(Role::Dialog, "Written");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(folder.join("brief.pdf").exists());
    // Escape leaves the dialog.
    open_share(&mut window);
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.query_by_role(Role::Dialog).is_none());
}

#[test]
fn commands_open_it_for_their_reader_and_a_width_that_is_none_is_not_written() {
    let mut window = window();
    window.state_mut().want(Action::Run(Command::ShareInternal));
    window.run();
    window.run();
    assert!(is_chosen(&window, Role::RadioButton, "Internal"));
    choose_tile(&mut window, "PNG");
    write_in(&mut window, "Width in pixels", "9999");
    window.get_by_label_contains("From 320 to 16000 pixels.");
    assert!(window.get_by_label("Export PNG").accesskit_node().is_disabled());
}

#[test]
fn nothing_is_drawn_while_nothing_happens() {
    let mut window = window();
    open_share(&mut window);
    // `run` ends only where no further frame is wanted.
    assert!(window.try_run().is_ok());
    choose_tile(&mut window, "Creator");
    assert!(window.try_run().is_ok());
}

#[test]
fn a_narrow_window_shows_choices_or_preview() {
    for theme in [Theme::Light, Theme::Dark] {
        let mut window = raster::builder(theme, [760.0, 700.0]).with_max_steps(60).build_ui_state(
            |ui, app: &mut App| {
                app.logic(ui.ctx());
                app.ui(ui);
            },
            App::new(fictional(), Rim { jobs: Jobs::on_the_spot(), ..rim() }),
        );
        window.run();
        open_share(&mut window);
        window.get_by_label("Left out for clients");
        assert!(window.query_by_label_contains("Page 1 of ").is_none());
        click(&mut window, "Preview");
        window.get_by_label_contains("Page 1 of ");
        let export = window.get_by_label("Export PDF").rect();
        assert!(export.right() <= 760.0 && export.bottom() <= 700.0, "{export:?}");
    }
}

#[test]
fn what_is_still_open_is_read_in_full() {
    let mut window = window();
    open_share(&mut window);
    let open = "Inês has history with Northbound; Tobi’s followers don’t share it. Tobi’s first post is Fjell 2.";
    let words =
        window.query_all_by_label(open).find(|node| node.accesskit_node().role() == Role::Label).expect("it is said").rect();
    let file = window.get_by_label_contains("-client.pdf").rect();
    let button = window.get_by_role_and_label(Role::Button, "Export PDF").rect();
    assert!(words.width() > 440.0, "nothing of the sentence is cut: {words:?}");
    assert!(
        words.bottom() <= button.top() && words.bottom() <= file.top(),
        "where there is no room beside the file it stands above"
    );
}

#[test]
fn the_keys_of_the_dialog_write_the_file_from_anywhere_and_tab_goes_as_it_is_read() {
    let folder = Scratch::new("share-dialog-export-key");
    let mut window = window();
    open_share(&mut window);
    let focus = |window: &mut Window, name: &str| {
        for _ in 0..80 {
            if window.get_by_label(name).is_focused() {
                return;
            }
            press(window, Modifiers::NONE, Key::Tab);
        }
        panic!("the keyboard comes to {name}");
    };
    focus(&mut window, "Show it");
    press(&mut window, Modifiers::NONE, Key::Tab);
    assert!(window.get_by_label("Copy").is_focused());
    press(&mut window, Modifiers::NONE, Key::Tab);
    assert!(window.get_by_label("Export PDF").is_focused());
    focus(&mut window, "Client");
    press(&mut window, Modifiers::COMMAND, Key::Enter);
    type_path(&mut window, &folder.join("deck.pdf"));
    assert!(folder.join("deck.pdf").exists());
}

#[test]
fn every_box_with_the_keyboard_is_in_sight_and_a_page_of_ones_own_gives_the_keyboard_back() {
    let mut window = window();
    open_share(&mut window);
    let export = window.get_by_label("Export PDF").rect();
    let mut boxes = 0;
    for _ in 0..80 {
        press(&mut window, Modifiers::NONE, Key::Tab);
        let focused = window.query_all_by_role(Role::CheckBox).find(egui_kittest::Node::is_focused).map(|node| node.rect());
        if let Some(rect) = focused {
            boxes += 1;
            assert!(rect.bottom() < export.top() && rect.top() > 0.0, "{rect:?}");
        }
        if window.get_by_label("Add your own page").is_focused() {
            break;
        }
    }
    assert!(boxes >= 6, "{boxes}");
    assert!(window.get_by_label("Add your own page").is_focused());
    press(&mut window, Modifiers::NONE, Key::Enter);
    window.get_by_role_and_label(Role::Dialog, "Add your own page");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(window.get_by_label("Add your own page").is_focused());
}

#[test]
fn a_dialog_that_is_opened_again_begins_at_the_top_of_its_pages() {
    let mut window = window();
    open_share(&mut window);
    let first = |window: &Window| window.query_all_by_role(Role::CheckBox).map(|node| node.rect().top()).fold(f32::MAX, f32::min);
    let top = first(&window);
    for _ in 0..80 {
        press(&mut window, Modifiers::NONE, Key::Tab);
        if window.get_by_label("Add your own page").is_focused() {
            break;
        }
    }
    assert!(first(&window) < top - 100.0, "the list is at its end");
    press(&mut window, Modifiers::NONE, Key::Escape);
    open_share(&mut window);
    assert!((first(&window) - top).abs() < 1.0, "{} {top}", first(&window));
    assert!(has(&window, "page 1 of"));
}

#[test]
fn the_tile_of_a_calendar_says_what_the_file_holds() {
    let mut window = window();
    open_share(&mut window);
    choose_tile(&mut window, "ICS");
    let campaign = fictional();
    let report = check::check(&campaign, &Options { today: Day::new(2027, 9, 2), ..Options::default() });
    // A client's calendar has the deadlines once they are asked for.
    for with in [false, true] {
        if with {
            window.get_by_label("With the last days for drafts and approvals").click();
            window.run();
        }
        let choice = Choice { deadlines: with.then_some(true), ..Choice::new(Reader::Client, Format::Ics) };
        let made = share::export(&campaign, &report, &choice, Watch::none()).unwrap();
        let file = String::from_utf8(made.bytes).unwrap();
        let count = |text: &str| file.matches(text).count();
        let (all, due) = (count("BEGIN:VEVENT"), count("SUMMARY:Last day for the "));
        let windows = count("SUMMARY:May move: ");
        assert!((due > 0) == with && windows > 0 && all > due + windows);
        let tile = window.get_by_role_and_label(Role::RadioButton, "ICS");
        assert_eq!(tile.accesskit_node().description(), Some(format!("{all} entries")));
        let moments = all - due - windows;
        let deadlines = if due == 0 { String::new() } else { format!(", {due} deadlines") };
        window.get_by_label(&format!(
            "The file holds {moments} moments{deadlines}, {windows} time window{}.",
            if windows == 1 { "" } else { "s" }
        ));
        assert!(!file.contains("is is"));
    }
}

#[test]
fn names_that_nobody_gave_are_told_before_a_file_prints_them_and_lead_to_their_fields() {
    let plan = template::blank(&mut IdSource::seeded(5));
    let mut window = window_on(plan);
    let told = [
        "The campaign has no name yet: the file calls it “New campaign”.",
        "The brand has no name yet: the file calls it “Brand”.",
    ];
    open_share(&mut window);
    for said in told {
        window.get_by_role_and_label(Role::Label, said);
    }
    window.get_by_role_and_label(Role::Label, "A creator has no name yet and is called “Creator” in the file.");
    choose_tile(&mut window, "CSV");
    assert!(!has(&window, told[0]), "a table has no cover");
    choose_tile(&mut window, "PDF");
    click(&mut window, "Name the campaign");
    assert!(window.query_by_role(Role::Dialog).is_none(), "the field is behind the dialog");
    assert!(window.get_by_role_and_label(Role::TextInput, "Name").is_focused());
    write_over(&mut window, Role::TextInput, "Name", "Slow bread");
    open_share(&mut window);
    assert!(!has(&window, told[0]) && has(&window, told[1]));
    click(&mut window, "Name the brand");
    write_over(&mut window, Role::TextInput, "Name", "Halm");
    open_share(&mut window);
    assert!(!has(&window, "has no name yet: the file"));
}
