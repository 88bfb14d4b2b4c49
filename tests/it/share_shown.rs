//! The preview of the share dialog without a display: what each format holds, read back from the file that would be written;
//! nothing of another reader while it is made; what is still open for whom; a dialog that is narrow.

#![expect(clippy::disallowed_methods, reason = "the tests play everybody else who writes to the disk")]

use std::fs;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::{App, Jobs, Rim};
use momentboard::check::{self, Options};
use momentboard::model::{Campaign, Day, Time};
use momentboard::share::{self, Choice, Format, Reader, Watch, reduced};
use momentboard::ui::command::Command;
use momentboard::ui::share::data;
use momentboard::ui::view::Action;

use crate::app_window::*;
use crate::raster;
use crate::scratch::Scratch;
use crate::share_window::*;

fn has(window: &Window, text: &str) -> bool {
    window.query_all_by_label_contains(text).next().is_some()
}

fn made(campaign: &Campaign, reader: Reader, format: Format) -> Vec<u8> {
    let report = check::check(campaign, &Options { today: Day::new(2027, 9, 2), ..Options::default() });
    share::export(campaign, &report, &Choice::new(reader, format), Watch::none()).unwrap().bytes
}

#[test]
fn a_workbook_is_shown_sheet_by_sheet() {
    let mut window = window();
    open_share(&mut window);
    choose_tile(&mut window, "XLSX");
    window.get_by_role_and_label(Role::Document, "Sheet Moments");
    let row = window.get_all_by_role(Role::Row).next().unwrap();
    let said = row.accesskit_node().label().unwrap();
    assert!(said.contains("Title: ") && said.contains("Date: 2027-"), "{said}");
    let has_budget = window.query_by_role_and_label(Role::RadioButton, "Budget").is_some();
    assert!(!has_budget, "a client's workbook has no such sheet");
    choose_tile(&mut window, "Creators");
    window.get_by_role_and_label(Role::Document, "Sheet Creators");
    assert!(has(&window, "@marenruns"));
    // The keyboard scrolls to the side where it is there.
    choose_tile(&mut window, "Moments");
    window.get_by_role_and_label(Role::Document, "Sheet Moments").focus();
    window.run();
    press(&mut window, Modifiers::NONE, Key::ArrowRight);
    assert!(window.get_by_role_and_label(Role::Document, "Sheet Moments").is_focused());
    choose_tile(&mut window, "Internal");
    choose_tile(&mut window, "Budget");
    window.get_by_role_and_label(Role::Document, "Sheet Budget");
}

#[test]
fn tables_calendars_and_texts_show_what_will_be_written() {
    let mut window = window();
    open_share(&mut window);
    choose_tile(&mut window, "CSV");
    let rows = window.query_all_by_role(Role::Row).count();
    assert!(rows > 10, "{rows} rows are in sight");
    choose_tile(&mut window, "ICS");
    window.get_by_role_and_label(Role::Heading, "Sep 2027");
    assert!(has(&window, "Draft due: ") || has(&window, "draft"), "the days before a moment are dates, too");
    for (name, format) in [("Markdown", Format::Markdown), ("HTML", Format::Html)] {
        choose_tile(&mut window, name);
        let campaign = Arc::clone(window.state().document().campaign());
        window.get_by_role_and_label(Role::Heading, &campaign.name);
        window.get_by_role_and_label(Role::Heading, "Maren Solheim");
        assert!(window.query_all_by_role(Role::Row).count() > 4, "{name}");
        // Whatever stands in it stands in the file.
        let file = String::from_utf8(made(&campaign, Reader::Client, format)).unwrap();
        let headings: Vec<_> = window.query_all_by_role(Role::Heading).filter_map(|node| node.accesskit_node().label()).collect();
        assert!(headings.iter().filter(|text| file.contains(text.as_str())).count() > 4, "{name}: {headings:?}");
    }
}

#[test]
fn a_web_page_and_a_text_have_sections_and_only_the_page_has_a_look() {
    let mut window = window();
    open_share(&mut window);
    let boxes = |window: &Window| -> Vec<String> {
        let labels = window.query_all_by_role(Role::CheckBox).filter_map(|node| node.accesskit_node().label());
        // In a deck it is said on how many pages they stand.
        labels.map(|label| label.split(" · ").next().unwrap_or_default().to_owned()).collect()
    };
    // Some stand behind the dialog, or below what is no section.
    choose_tile(&mut window, "PNG");
    let beside = [boxes(&window), vec!["Put the plan inside, so that the file opens here again".to_owned()]].concat();
    choose_tile(&mut window, "PDF");
    let in_deck: Vec<String> = boxes(&window).into_iter().filter(|name| !beside.contains(name)).collect();
    assert!(in_deck.len() > 8 && in_deck.contains(&"Calendar".to_owned()), "{in_deck:?}");
    for (format, look) in [("HTML", true), ("Markdown", false), ("XLSX", false)] {
        choose_tile(&mut window, format);
        let has_sections = format != "XLSX";
        let there: Vec<String> = boxes(&window).into_iter().filter(|name| !beside.contains(name)).collect();
        assert_eq!(there, if has_sections { in_deck.clone() } else { Vec::new() }, "{format}");
        assert_eq!(window.query_by_role_and_label(Role::Button, "Brand kit…").is_some(), look, "{format}");
        assert_eq!(window.query_by_role_and_label(Role::RadioButton, "Dark").is_some(), look, "{format}");
        assert!(window.query_by_label("Page size").is_none());
        if !has_sections {
            continue;
        }
        // What is ticked off is out of the preview, and so of the file.
        window.get_by_role_and_label(Role::Heading, "Maren Solheim");
        window.get_by_role_and_label(Role::CheckBox, "Storyboards").click();
        window.run();
        assert!(window.query_by_role_and_label(Role::Heading, "Maren Solheim").is_none(), "{format}");
        window.get_by_role_and_label(Role::CheckBox, "Storyboards").click();
        window.run();
        window.get_by_role_and_label(Role::Heading, "Maren Solheim");
    }
}

#[test]
fn timed_dates_and_pictures_are_in_the_preview() {
    let mut campaign = fictional();
    campaign.time_zone = Some("Europe/Berlin".to_owned());
    let mut lane = (*campaign.lanes[0]).clone();
    let mut moment = (*lane.moments[0]).clone();
    (moment.title, moment.time) = ("At half past nine".to_owned(), Time::parse("09:30"));
    lane.moments[0] = Arc::new(moment);
    campaign.lanes[0] = Arc::new(lane);
    let file = String::from_utf8(made(&campaign, Reader::Client, Format::Ics)).unwrap();
    assert!(file.contains("DTSTART;TZID=Europe/Berlin:"));
    let mut window = window_on(campaign);
    open_share(&mut window);
    choose_tile(&mut window, "ICS");
    assert!(has(&window, "At half past nine") && has(&window, "09:30–"));
    choose_tile(&mut window, "HTML");
    assert!(has(&window, "[The arc of "), "the curves, by their name");
    assert!(has(&window, "[Picture for “"), "the pictures, by their words");
    assert!(window.query_by_label("[]").is_none());
}

#[test]
fn what_was_made_for_one_reader_is_not_seen_while_that_of_another_is_made() {
    let mut window = window_with_held_jobs(fictional());
    let settle = |window: &mut Window| {
        while window.state().release_job() {
            window.run();
        }
    };
    settle(&mut window);
    open_share(&mut window);
    window.state_mut().want(Action::Run(Command::ShareInternal));
    window.run();
    settle(&mut window);
    choose_tile(&mut window, "Internal");
    settle(&mut window);
    assert!(has(&window, "Page 1 of "));
    choose_tile(&mut window, "Client");
    window.get_by_role_and_label(Role::Heading, "The preview is being made…");
    assert!(!has(&window, "Page 1 of "), "the team's pages are gone at once");
    settle(&mut window);
    assert!(has(&window, "Page 1 of ") && !has(&window, "The preview is being made…"));
    // Other colours for the same reader: what is there stays to be seen, and it is said that it is old.
    choose_tile(&mut window, "Dark");
    assert!(has(&window, "Page 1 of ") && has(&window, "The preview is being made…"));
    settle(&mut window);
    assert!(!has(&window, "The preview is being made…"));
    // Another form of the same plan is another thing.
    choose_tile(&mut window, "CSV");
    assert!(!has(&window, "Page 1 of ") && window.query_by_role(Role::Document).is_none());
    settle(&mut window);
    window.get_by_role_and_label(Role::Document, "What the file holds");
}

#[test]
fn what_is_still_open_is_that_of_the_reader() {
    let mut window = window();
    open_share(&mut window);
    let open_in = |window: &Window, lane: Option<&str>| {
        let of = |finding: &&Arc<check::Finding>| {
            let campaign = window.state().document().campaign();
            let name = finding.lane.and_then(|id| campaign.lane(id)).map(|lane| campaign.lane_name(lane).to_owned());
            let weighs = finding.state.is_open() && finding.severity != check::Severity::Hint;
            weighs && lane.is_none_or(|lane| name.is_some_and(|name| name.starts_with(lane)))
        };
        let findings: Vec<_> = window.state().findings().iter().filter(of).map(|finding| finding.severity).collect();
        let errors = findings.iter().filter(|severity| **severity == check::Severity::Error).count();
        momentboard::words::findings(errors, findings.len() - errors, 0, 0)
    };
    let all_open = open_in(&window, None);
    window.get_by_label(&format!("{all_open} are still open."));
    assert_eq!(open_in(&window, Some("Maren")), "");
    choose_tile(&mut window, "Creator");
    window.get_by_label("Left out for Maren Solheim");
    assert!(!has(&window, "still open"), "nothing is open in her lane");
    assert!(!has(&window, "Open findings and rule codes"));
    let hers = window.get_by_label_contains("Fees and budget: ").accesskit_node().value().unwrap();
    window.get_by_role_and_label(Role::ComboBox, "Which creator").click();
    window.run();
    window.get_all_by_role(Role::MenuItem).nth(1).unwrap().click();
    window.run();
    window.get_by_label_contains("Left out for Tobi");
    let his = open_in(&window, Some("Tobi"));
    assert!(!his.is_empty());
    window.get_by_label(&format!("{his} are still open in this lane."));
    choose_tile(&mut window, "Client");
    let all = window.get_by_label_contains("Fees and budget: ").accesskit_node().value().unwrap();
    assert_ne!(hers, all, "the fees of others go with their lanes");
}

#[test]
fn what_a_finding_is_about_that_only_the_team_sees_is_no_concern_of_a_client() {
    let campaign = fictional();
    let report = check::check(&campaign, &Options { today: Day::new(2027, 9, 2), ..Options::default() });
    let mut finding = report.findings.iter().find(|finding| finding.state.is_open()).unwrap().clone();
    assert!(data::concerns(&campaign, &finding, Reader::Client));
    let mut noticed = (*finding).clone();
    noticed.field = Some("proof");
    finding = noticed.into();
    assert!(!data::concerns(&campaign, &finding, Reader::Client));
    assert!(data::concerns(&campaign, &finding, Reader::Internal));
    // These fields are indeed not in what a client gets.
    let mut other = campaign.clone();
    for moment in other.lanes.iter_mut().flat_map(|lane| &mut Arc::make_mut(lane).moments) {
        Arc::make_mut(moment).proof = Some("a study".to_owned());
    }
    assert_eq!(reduced(&campaign, Reader::Client), reduced(&other, Reader::Client));
}

#[test]
fn the_keyboard_goes_on_from_what_was_pressed() {
    let mut window = window();
    open_share(&mut window);
    for name in ["Internal", "Creator", "XLSX", "PDF"] {
        choose_tile(&mut window, name);
        assert!(window.get_by_role_and_label(Role::RadioButton, name).is_focused(), "{name}");
    }
}

#[test]
fn a_creator_is_remembered_for_the_plan() {
    let mut window = window();
    open_share(&mut window);
    choose_tile(&mut window, "Creator");
    window.get_by_role_and_label(Role::ComboBox, "Which creator").click();
    window.run();
    window.get_all_by_role(Role::MenuItem).nth(2).unwrap().click();
    window.run();
    let said = window.get_by_label_contains("Left out for ").accesskit_node().label().unwrap();
    press(&mut window, Modifiers::NONE, Key::Escape);
    open_share(&mut window);
    window.get_by_label(&said);
}

#[test]
fn a_narrow_dialog_has_title_file_and_arrows() {
    for theme in [Theme::Light, Theme::Dark] {
        let mut window = raster::builder(theme, [760.0, 900.0]).with_max_steps(60).build_ui_state(
            |ui, app: &mut App| {
                app.logic(ui.ctx());
                app.ui(ui);
            },
            App::new(fictional(), Rim { jobs: Jobs::on_the_spot(), ..rim() }),
        );
        window.run();
        open_share(&mut window);
        window.get_by_role_and_label(Role::Heading, "Share this storyboard");
        window.get_by_label_contains("-client.pdf");
        window.get_by_label_contains("still open.");
        window.get_by_role_and_label(Role::RadioButton, "Preview").click();
        window.run();
        window.get_by_label("Next page").click();
        window.run();
        window.get_by_label_contains("Page 2 of ");
        for label in ["Export PDF", "Copy", "Close"] {
            let rect = window.get_by_label(label).rect();
            assert!(rect.right() <= 760.0 && rect.bottom() <= 900.0, "{label}: {rect:?}");
        }
    }
}

#[test]
fn a_shared_file_that_is_dropped_opens_as_the_plan_in_it() {
    let folder = Scratch::new("share-drop");
    let campaign = fictional();
    for format in [Format::Html, Format::Pptx, Format::Pdf] {
        let path = folder.join(&format!("shared.{}", format.ending()));
        fs::write(&path, made(&campaign, Reader::Client, format)).unwrap();
        let mut window = window_on(Campaign::new(campaign.id, "Empty"));
        drop_file(&mut window, &path);
        let opened = window.state().document().campaign();
        assert_eq!(opened.name, campaign.name, "{format:?}");
        assert_eq!(opened.lanes.len(), campaign.lanes.len());
        assert!(opened.budget.is_none() && opened.ideas.is_empty(), "only what the client may see");
    }
}
