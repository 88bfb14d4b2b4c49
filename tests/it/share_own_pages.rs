//! Pages that the team writes for its decks: who gets which, what stands on them, and how they are written in the window.

use momentboard::check::{self, Options};
use momentboard::model::{Campaign, Day, OwnPage, PageReaders, PlanId, Unknown};
use momentboard::share::deck::{Deck, deck};
use momentboard::share::scene::Item;
use momentboard::share::{self, Choice, Format, Reader, Section, Shared, Watch, plan, reduced};
use momentboard::store::{self, demo};

use crate::scenes::pages;

fn page(title: &str, text: &str, readers: PageReaders) -> OwnPage {
    OwnPage { title: title.into(), text: text.into(), readers, unknown: Unknown::default() }
}

fn with_pages() -> Campaign {
    let mut campaign = demo::fictional(PlanId::default());
    campaign.own_pages = vec![
        page("Zebra team", "quokka", PageReaders::Team),
        page("Next steps", &"Sign by Friday. ".repeat(400), PageReaders::Client),
        page("", "   ", PageReaders::Everyone),
        page("How to film", "Hold it level\n\nNo filters", PageReaders::Creators),
        page("Thank you", "", PageReaders::Everyone),
    ];
    campaign
}

fn made(campaign: &Campaign, reader: Reader) -> Deck {
    let report = check::check(campaign, &Options { today: Day::new(2027, 9, 2), ..Options::default() });
    let shared = Shared::new(campaign, &report, reader);
    deck(&shared.view, &shared.kit, &Choice::new(reader, Format::Pdf), Watch::none()).unwrap()
}

fn titles(deck: &Deck) -> Vec<&str> {
    let own = pages(deck, Section::Own).into_iter();
    own.filter(|page| page.bookmark.is_some()).map(|page| page.title.as_str()).collect()
}

#[test]
fn each_reader_gets_the_pages_that_are_for_them_and_no_word_of_the_others() {
    let campaign = with_pages();
    let report = check::check(&campaign, &Options::default());
    let lane = campaign.lanes.iter().find(|lane| lane.is_creator()).unwrap().id;
    let all = ["Zebra team", "Next steps", "How to film", "Thank you"];
    for (reader, wanted) in
        [(Reader::Internal, vec![0, 1, 2, 3]), (Reader::Client, vec![1, 3]), (Reader::Creator(lane), vec![2, 3])]
    {
        let wanted: Vec<&str> = wanted.into_iter().map(|at| all[at]).collect();
        assert_eq!(titles(&made(&campaign, reader)), wanted, "{reader:?}");
        let seen: Vec<_> = plan(&campaign, &report, reader).own_pages.into_iter().map(|(title, _)| title).collect();
        assert_eq!(seen, wanted);
        // What travels inside holds no more than what is seen.
        let inside = String::from_utf8(store::write(&reduced(&campaign, reader)).unwrap()).unwrap();
        for title in all {
            assert_eq!(inside.contains(title), wanted.contains(&title), "{reader:?}: {title}");
        }
        assert_eq!(inside.contains("quokka"), reader == Reader::Internal);
    }
}

fn text(campaign: &Campaign, choice: &Choice) -> String {
    let report = check::check(campaign, &Options { today: Day::new(2027, 9, 2), ..Options::default() });
    let made = share::export(campaign, &report, choice, Watch::none()).unwrap();
    String::from_utf8(made.bytes).unwrap()
}

fn plain(reader: Reader, format: Format) -> Choice {
    Choice { embed: false, ..Choice::new(reader, format) }
}

/// The places of a page that begin so, and where in it they are.
fn places<'a>(page: &'a str, start: &str) -> Vec<(usize, &'a str)> {
    let all = page.match_indices(" id=\"").map(|(at, mark)| (at, page[at + mark.len()..].split_once('"').unwrap().0));
    all.filter(|(_, id)| id.starts_with(start)).collect()
}

#[test]
fn web_pages_and_texts_have_them_where_the_deck_has_them_and_only_for_their_readers() {
    let mut campaign = with_pages();
    // Of this one nothing can be read.
    campaign.own_pages.push(page("\u{0}", "\u{7}\n\u{1b}", PageReaders::Everyone));
    let lane = campaign.lanes.iter().find(|lane| lane.is_creator()).unwrap().id;
    let all = ["Zebra team", "Next steps", "How to film", "Thank you"];
    for (reader, wanted) in
        [(Reader::Internal, vec![0, 1, 2, 3]), (Reader::Client, vec![1, 3]), (Reader::Creator(lane), vec![2, 3])]
    {
        let wanted: Vec<&str> = wanted.into_iter().map(|at| all[at]).collect();
        let page = text(&campaign, &plain(reader, Format::Html));
        let wiki = text(&campaign, &plain(reader, Format::Markdown));
        for title in all {
            for (text, said) in [(&page, format!(" dir=\"auto\">{title}</h2>")), (&wiki, format!("\n## {title}\n"))] {
                assert_eq!(text.matches(said.as_str()).count(), usize::from(wanted.contains(&title)), "{reader:?}: {said}");
                assert_eq!(text.contains(title), wanted.contains(&title), "{reader:?}: {title}");
            }
        }
        // What is the team's is nobody else's, whether or not the plan travels inside.
        let carried = text(&campaign, &Choice::new(reader, Format::Html));
        for text in [&page, &wiki, &carried] {
            assert_eq!(text.contains("quokka"), reader == Reader::Internal, "{reader:?}");
        }
        // Each has a place that the page leads to, behind the accepted risks and before the briefs.
        let own = places(&page, "own-");
        assert_eq!(own.len(), wanted.len());
        assert!(own.iter().all(|(_, id)| page.contains(&format!("href=\"#{id}\""))));
        let briefs = places(&page, "briefs")[0].0;
        let before = ["disclosure", "findings", "accepted"].map(|id| places(&page, id).first().map_or(0, |(at, _)| *at));
        let before = before.into_iter().max().filter(|at| *at > 0).unwrap();
        assert!(own.iter().all(|(at, _)| (before..briefs).contains(at)), "{before} {own:?} {briefs}");
        let at = |heading: &str| wiki.find(heading).unwrap();
        assert!(wanted.iter().map(|title| at(&format!("## {title}"))).is_sorted());
        assert!(at(&format!("## {}", wanted[wanted.len() - 1])) < at("## Brief for "));
        if reader == Reader::Client {
            assert!(at("\n## Labels\n") < at(&format!("## {}", wanted[0])));
        }
    }
    // A line is a paragraph, an empty one is none, and what is not ticked is not there.
    let page = text(&campaign, &plain(Reader::Creator(lane), Format::Html));
    assert!(page.contains("dir=\"auto\">Hold it level</p>\n<p class=\"running\" dir=\"auto\">No filters</p>"));
    assert!(text(&campaign, &plain(Reader::Creator(lane), Format::Markdown)).contains("\n\nHold it level\n\nNo filters\n\n"));
    for format in [Format::Html, Format::Markdown] {
        let mut choice = plain(Reader::Client, format);
        choice.sections.remove(&Section::Own);
        let without = text(&campaign, &choice);
        assert!(!without.contains("Next steps") && !without.contains("own-1") && without.contains("Brief for "));
    }
}

#[test]
fn a_title_that_is_too_long_to_stand_over_a_page_stands_whole_on_it() {
    let mut campaign = demo::fictional(PlanId::default());
    campaign.own_pages =
        vec![page(&"word ".repeat(100), "below", PageReaders::Client), page("", "untitled", PageReaders::Client)];
    let whole = "word ".repeat(100).trim().to_owned();
    let made = text(&campaign, &plain(Reader::Client, Format::Html));
    assert!(made.contains(&format!("<p class=\"running\" dir=\"auto\">{whole}</p>")) && made.contains("word…</h2>"));
    assert!(made.contains("<h2 id=\"own-2\" dir=\"auto\">Own page</h2>"));
    let wiki = text(&campaign, &plain(Reader::Client, Format::Markdown));
    assert!(wiki.contains(&format!("\n\n{whole}\n\nbelow\n\n## Own page\n\nuntitled\n\n")), "{wiki}");
}

#[test]
fn a_long_page_goes_on_and_the_plan_keeps_it() {
    let campaign = with_pages();
    let deck = made(&campaign, Reader::Client);
    let own = deck.sections.iter().filter(|section| **section == Section::Own).count();
    assert!(own > 3, "{own} pages: a page of 6,400 letters takes more than one");
    let bytes = store::write(&campaign).unwrap();
    let read = store::read(&bytes).unwrap().campaign;
    assert_eq!(read.own_pages, campaign.own_pages);
}

#[test]
fn whatever_stands_on_a_page_every_format_is_made_and_nothing_is_lost_or_cut_off() {
    let mut campaign = demo::fictional(PlanId::default());
    let long = "word ".repeat(2_000);
    campaign.own_pages = vec![
        page(&long, "short", PageReaders::Client),
        page("a\nb\u{0}\u{202e}<script>=SUM(A1)", "]]>\u{1F389}\n\n مرحبا ".repeat(50).as_str(), PageReaders::Client),
        page("", &"x".repeat(10_000), PageReaders::Client),
    ];
    let report = check::check(&campaign, &Options::default());
    for format in Format::ALL {
        let made = share::export(&campaign, &report, &Choice::new(Reader::Client, format), Watch::none());
        assert!(made.is_ok(), "{format:?}: {made:?}");
    }
    let deck = made(&campaign, Reader::Client);
    let pages = deck.scene.pages.iter().zip(&deck.sections).filter(|(_, section)| **section == Section::Own);
    let mut words = 0;
    for (page, _) in pages {
        for item in &page.items {
            if let Item::Text(text) = item {
                let lines = text.laid.lines.iter().map(|line| &text.laid.text[line.range.clone()]);
                words += lines.map(|line| line.matches("word").count()).sum::<usize>();
                let bottom = text.at.y + text.laid.height;
                assert!(bottom <= page.size.height, "{bottom} of {}: {}", page.size.height, page.title);
            }
        }
    }
    // All of them stand below the title; some stand in it, and in that of the pages that go on.
    assert!(words >= 2_000, "{words} words are there");
}

#[cfg(feature = "gui")]
mod window {
    use egui::accesskit::Role;
    use egui::{Key, Modifiers};
    use egui_kittest::kittest::Queryable;

    use super::*;
    use crate::app_window::*;

    /// What stands further down comes into sight once the keyboard is on it.
    fn press_on(window: &mut Window, label: &str) {
        window.get_by_role_and_label(Role::Button, label).focus();
        window.run();
        press(window, Modifiers::NONE, Key::Enter);
    }

    #[test]
    fn a_page_is_added_changed_and_removed_in_steps() {
        let mut window = window();
        press(&mut window, Modifiers::COMMAND, Key::E);
        assert!(window.query_by_role_and_label(Role::CheckBox, "Your own pages").is_none());
        press_on(&mut window, "Add your own page");
        window.get_by_role_and_label(Role::Dialog, "Add your own page");
        write_over(&mut window, Role::TextInput, "Title", "Next steps");
        write_over(&mut window, Role::MultilineTextInput, "Words", "Sign by Friday");
        click(&mut window, "Keep the page");
        window.get_by_role_and_label(Role::Dialog, "Share this storyboard");
        let pages = |window: &Window| window.state().document().campaign().own_pages.clone();
        assert_eq!(pages(&window), [page("Next steps", "Sign by Friday", PageReaders::Client)]);
        window.get_by_role_and_label(Role::CheckBox, "Your own pages");
        press_on(&mut window, "Show Your own pages");
        window.get_by_label_contains("Next steps");
        // The team reads every page, a creator none that is the client's.
        assert!(window.query_by_label_contains("Your pages for others").is_none());
        window.get_by_role_and_label(Role::RadioButton, "Creator").click();
        window.run();
        window.get_by_label("Your pages for others: 1 page");
        assert!(window.query_by_role_and_label(Role::CheckBox, "Your own pages").is_none());
        window.get_by_role_and_label(Role::RadioButton, "Internal").click();
        window.run();
        press_on(&mut window, "Edit your own page");
        window.get_by_role_and_label(Role::RadioButton, "Everyone").click();
        window.run();
        click(&mut window, "Keep the page");
        assert_eq!(pages(&window), [page("Next steps", "Sign by Friday", PageReaders::Everyone)]);
        press_on(&mut window, "Edit your own page");
        press(&mut window, Modifiers::NONE, Key::Escape);
        press_on(&mut window, "Edit your own page");
        click(&mut window, "Remove the page");
        assert_eq!(pages(&window), []);
        press(&mut window, Modifiers::NONE, Key::Escape);
        press(&mut window, Modifiers::COMMAND, Key::Z);
        assert_eq!(pages(&window).len(), 1, "each of them is a step");
    }

    #[test]
    fn what_has_no_pages_leads_to_each_of_them_and_has_a_box_for_all() {
        let mut window = window_on(with_pages());
        press(&mut window, Modifiers::COMMAND, Key::E);
        for format in ["HTML", "Markdown"] {
            click(&mut window, format);
            window.get_by_role_and_label(Role::Heading, "Thank you");
            assert!(window.query_by_label_contains("Zebra team").is_none(), "a client gets no page of the team");
            press_on(&mut window, "Edit “Thank you”…");
            window.get_by_role_and_label(Role::Dialog, "Edit your own page");
            window.get_by_role_and_label(Role::TextInput, "Title");
            press(&mut window, Modifiers::NONE, Key::Escape);
            click(&mut window, "Your own pages");
            assert!(window.query_by_role_and_label(Role::Heading, "Thank you").is_none(), "{format}");
            click(&mut window, "Your own pages");
            window.get_by_role_and_label(Role::Heading, "Thank you");
        }
        press_on(&mut window, "Add your own page");
        window.get_by_role_and_label(Role::Dialog, "Add your own page");
    }
}
