//! What leaves the window is in the language of its readers, whatever the window speaks.

use std::path::Path;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::model::{DateForm, LanguageChoice, MoneyForm};
use momentboard::share::{Artifact, Choice, Format, Reader, Watch, export};
use momentboard::store::prefs::{self, Prefs};
use momentboard::ui::command::Command;
use momentboard::ui::view::{Action, Selection};
use momentboard::words::language::{Language, speak, spoken};

use crate::app_window::*;
use crate::exports::{checked, demo_plan};
use crate::pdf_file::PdfFile;
use crate::scratch::Scratch;
use crate::share_window::{choose_tile, is_chosen};
use crate::side_prefs::start;
use crate::slides::Slides;

/// A window that speaks a language, with preferences of its own.
fn speaking(scratch: &Scratch, language: LanguageChoice) -> Window {
    let file = scratch.join("preferences.ron");
    if !file.exists() {
        prefs::save(&file, &Prefs { language, ..Prefs::default() }).unwrap();
    }
    start(&file, [1440.0, 900.0])
}

fn open(window: &mut Window, title: &str) {
    press(window, Modifiers::COMMAND, Key::E);
    window.get_by_role_and_label(Role::Dialog, title);
}

/// Writes the file that is chosen, where the dialog speaks the language of these words.
fn write(window: &mut Window, button: &str, field: &str, path: &Path) {
    click(window, button);
    window.get_by_role_and_label(Role::TextInput, field).focus();
    window.run();
    press(window, Modifiers::COMMAND, Key::A);
    window.event(Event::Text(path.display().to_string()));
    window.run();
    press(window, Modifiers::NONE, Key::Enter);
}

fn labels(window: &Window) -> Vec<String> {
    let said = |node: egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        [node.label(), node.value()].into_iter().flatten().collect::<Vec<_>>()
    };
    window.root().children_recursive().flat_map(said).collect()
}

/// All that a PDF says, and the language it says it in.
fn pdf(bytes: &[u8]) -> (String, String) {
    let pdf = PdfFile::read(bytes);
    let language = pdf.catalog().get(b"Lang").and_then(lopdf::Object::as_str).unwrap();
    let text = (0..8).map(|page| pdf.text(page)).collect::<Vec<_>>().join("\n");
    (text, String::from_utf8_lossy(language).into_owned())
}

fn made(choice: &Choice) -> Artifact {
    let campaign = demo_plan();
    let report = choice.in_its_language(|| checked(&campaign));
    export(&campaign, &report, choice, Watch::none()).unwrap()
}

fn text(choice: &Choice) -> String {
    String::from_utf8(made(choice).bytes).unwrap()
}

#[test]
fn a_german_window_shares_an_english_page_and_an_english_deck() {
    let scratch = Scratch::new("share-english");
    let mut window = speaking(&scratch, LanguageChoice::German);
    open(&mut window, "Dieses Storyboard teilen");
    assert!(is_chosen(&window, Role::RadioButton, "Deutsch"), "it begins with the language of the window");
    window.get_by_label_contains("-kunde.pdf");
    assert!(has(&window, "Seite 1 von "));
    choose_tile(&mut window, "English");
    window.get_by_label_contains("-client.pdf");
    choose_tile(&mut window, "HTML");
    assert!(is_chosen(&window, Role::RadioButton, "English"));
    let shown = labels(&window);
    assert!(shown.iter().any(|label| label.contains("Deliverables")), "the preview follows: {shown:?}");
    let page = scratch.join("seite.html");
    write(&mut window, "HTML exportieren", "Pfad", &page);
    window.get_by_role_and_label(Role::Dialog, "Geschrieben");
    press(&mut window, Modifiers::NONE, Key::Enter);
    let page = std::fs::read_to_string(page).unwrap();
    assert!(page.contains("<html lang=\"en\">") && page.contains("Announcement"));
    assert!(!page.contains("Ankündigung"));
    assert!(has(&window, "Ankündigung") && !has(&window, "Announcement"), "the window speaks as it did");

    open(&mut window, "Dieses Storyboard teilen");
    assert!(is_chosen(&window, Role::RadioButton, "English"), "the language is remembered");
    choose_tile(&mut window, "PDF");
    let deck = scratch.join("deck.pdf");
    write(&mut window, "PDF exportieren", "Pfad", &deck);
    window.get_by_role_and_label(Role::Dialog, "Geschrieben");
    press(&mut window, Modifiers::NONE, Key::Enter);
    let (text, language) = pdf(&std::fs::read(deck).unwrap());
    assert_eq!(language, "en");
    assert!(text.contains("Announcement") && !text.contains("Ankündigung"), "{text}");

    // The next session finds the language with its plan.
    close(&mut window);
    let mut window = speaking(&scratch, LanguageChoice::German);
    open(&mut window, "Dieses Storyboard teilen");
    assert!(is_chosen(&window, Role::RadioButton, "English"));
    let kept = prefs::load(&scratch.join("preferences.ron")).0;
    assert!(!kept.share.keys().any(|key| key.contains("language")), "another plan begins with the language of the window");
}

#[test]
fn an_english_window_shares_a_german_page() {
    let scratch = Scratch::new("share-german");
    let mut window = speaking(&scratch, LanguageChoice::English);
    open(&mut window, "Share this storyboard");
    assert!(is_chosen(&window, Role::RadioButton, "English"));
    choose_tile(&mut window, "Internal");
    choose_tile(&mut window, "HTML");
    choose_tile(&mut window, "Deutsch");
    let page = scratch.join("page.html");
    write(&mut window, "Export HTML", "Path", &page);
    window.get_by_role_and_label(Role::Dialog, "Written");
    let page = std::fs::read_to_string(page).unwrap();
    assert!(page.contains("<html lang=\"de\">") && page.contains("Ankündigung") && !page.contains("Announcement"));
    assert!(page.contains("geliehenem Vertrauen"), "findings are told in German, too");
    assert!(has(&window, "Announcement") && !has(&window, "Ankündigung"));
    // A table is what it is, and says so.
    press(&mut window, Modifiers::NONE, Key::Enter);
    open(&mut window, "Share this storyboard");
    choose_tile(&mut window, "CSV");
    assert!(window.query_by_role_and_label(Role::RadioButton, "Deutsch").is_none());
    window.get_by_label_contains("A table is in English");
    window.get_by_label_contains("-team.csv");
}

#[test]
fn every_form_that_people_read_is_in_the_language_that_was_chosen() {
    for (inside, outside) in [(Language::English, Language::German), (Language::German, Language::English)] {
        let _spoken = speak(inside);
        let of = |format| Choice { language: outside, ..Choice::new(Reader::Client, format) };
        let (yes, no) =
            if outside == Language::German { ("Ankündigung", "Announcement") } else { ("Announcement", "Ankündigung") };
        for format in [Format::Html, Format::Markdown, Format::Svg] {
            let text = text(&of(format));
            assert!(text.contains(yes) && !text.contains(no), "{format:?} in {outside:?}");
        }
        // A calendar says when a draft is due, between words that calendars know.
        let dates = text(&Choice { reader: Reader::Internal, ..of(Format::Ics) }).replace("\r\n ", "");
        let due = if outside == Language::German { ("Entwurf fällig", "Draft due") } else { ("Draft due", "Entwurf fällig") };
        assert!(dates.contains(due.0) && !dates.contains(due.1) && dates.contains("BEGIN:VEVENT"), "{dates}");
        let slides = Slides::open(&made(&of(Format::Pptx)).bytes);
        let core = slides.text("docProps/core.xml");
        let country = if outside == Language::German { "de-DE" } else { "en-GB" };
        assert!(core.contains(&format!("<dc:language>{country}</dc:language>")), "{core}");
        let all: String = (1..=slides.count()).map(|at| slides.text(&format!("ppt/slides/slide{at}.xml")).to_owned()).collect();
        assert!(all.contains(yes) && !all.contains(no) && all.contains(&format!("lang=\"{country}\"")));
        let (text, language) = pdf(&made(&of(Format::Pdf)).bytes);
        assert!(text.contains(yes) && !text.contains(no) && language == outside.code(), "{text}");
        assert_eq!(spoken(), inside);
    }
}

#[test]
fn what_is_told_about_a_file_is_told_to_whoever_shares_it() {
    let mut campaign = demo_plan();
    // A sign that no font here has.
    let lane = std::sync::Arc::make_mut(&mut campaign.lanes[0]);
    std::sync::Arc::make_mut(&mut lane.moments[0]).title.push('\u{10FFFD}');
    let _spoken = speak(Language::German);
    for format in [Format::Pdf, Format::Pptx, Format::Png] {
        let choice = Choice { language: Language::English, ..Choice::new(Reader::Client, format) };
        let made = export(&campaign, &checked(&campaign), &choice, Watch::none()).unwrap();
        assert!(made.notices.iter().any(|notice| notice.contains("erscheinen als Kästchen")), "{format:?}: {:?}", made.notices);
    }
    campaign.anchor = None;
    for lane in campaign.lanes.iter_mut().map(std::sync::Arc::make_mut) {
        lane.moments.clear();
    }
    let choice = Choice { language: Language::English, ..Choice::new(Reader::Client, Format::Ics) };
    let error = export(&campaign, &checked(&campaign), &choice, Watch::none()).unwrap_err();
    assert!(error.to_string().contains("Kalender"), "{error}");
}

#[test]
fn lanes_that_are_hidden_are_said_to_be_in_the_file() {
    let mut window = window();
    open(&mut window, "Share this storyboard");
    assert!(!has(&window, "Hidden, but in the file"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    let lanes: Vec<_> = window.state().document().campaign().lanes.iter().map(|lane| lane.id).collect();
    for lane in &lanes[1..3] {
        window.state_mut().want(Action::Select(Selection::lane(*lane)));
        window.run();
        run(&mut window, Command::HideLane);
    }
    run(&mut window, Command::ClearSelection);
    let campaign = window.state().document().campaign().clone();
    let name = |at: usize| campaign.lane_name(&campaign.lanes[at]).to_owned();
    open(&mut window, "Share this storyboard");
    let said = format!("Hidden, but in the file: {} and {}.", name(1), name(2));
    window.get_by_label(&said);
    let page = share_page(&campaign);
    assert!(page.contains(&name(1)) && page.contains(&name(2)), "what is said is true");
    // Maren gets her own lane, and nothing of theirs.
    choose_tile(&mut window, "Creator");
    assert!(!has(&window, "Hidden, but in the file"));
    choose_tile(&mut window, "Client");
    click(&mut window, "Show them");
    window.get_by_role_and_label(Role::Dialog, "Share this storyboard");
    assert!(!has(&window, "Hidden, but in the file"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!has(&window, "lanes hidden"));
}

fn share_page(campaign: &momentboard::model::Campaign) -> String {
    let choice = Choice::new(Reader::Client, Format::Html);
    String::from_utf8(export(campaign, &checked(campaign), &choice, Watch::none()).unwrap().bytes).unwrap()
}

#[test]
fn days_and_amounts_are_written_as_they_were_chosen_and_months_as_the_readers_call_them() {
    let of = |format, language, dates| {
        let money = MoneyForm::CodeFirst;
        Choice { language, dates, money, ..Choice::new(Reader::Internal, format) }
    };
    for format in [Format::Markdown, Format::Html, Format::Svg] {
        let page = text(&of(format, Language::English, DateForm::YearFirst));
        assert!(page.contains("09-16") || page.contains("09\\-16"), "{format:?}");
        for month in ["Sep 2027", " Sep<", "Oct 2027", "16 Sep", "Sep 16"] {
            assert!(!page.contains(month), "{format:?}: {month}");
        }
    }
    let page = text(&of(Format::Markdown, Language::English, DateForm::MonthFirst));
    assert!(page.contains("Sep 16") && !page.contains("16 Sep"));
    assert!(page.contains("EUR 60,000") && !page.contains("€60,000"));
    // The order that was chosen stays in another language; the names are those of that language.
    let page = text(&of(Format::Markdown, Language::German, DateForm::MonthFirst));
    assert!(page.contains("Okt") && !page.contains("Oct") && page.contains("EUR 60.000"));
    let (said, _) = pdf(&made(&of(Format::Pdf, Language::English, DateForm::YearFirst)).bytes);
    assert!(said.contains("2027-") && !said.contains(" Sep 2027"), "{said}");
    // Chosen once more it is the same, and a table for programs is the same for everybody.
    let slides = of(Format::Pptx, Language::English, DateForm::YearFirst);
    assert!(made(&slides).bytes == made(&slides).bytes);
    let table = |dates| text(&of(Format::Csv, Language::English, dates));
    assert!(table(DateForm::YearFirst) == table(DateForm::MonthFirst));
}
