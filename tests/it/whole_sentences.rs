//! Sentences that are read for what stands at their end are whole, in both languages, however little room the window has; and notes
//! in a presentation are as high as their words.

use egui::{Key, Modifiers, Pos2, Rect, Vec2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::model::LanguageChoice;
use momentboard::ui::view::{Action, Setup};

use crate::app_window::*;
use crate::painted::Painted;

/// The size of a window in points: a laptop, a narrow window, and both at twice the size.
const SIZES: [Vec2; 4] = [vec2(1440.0, 900.0), vec2(760.0, 900.0), vec2(720.0, 450.0), vec2(380.0, 450.0)];

fn speak(window: &mut Window, language: LanguageChoice) {
    window.state_mut().want(Action::SetUp(Setup { language, ..Setup::default() }));
    window.run();
}

/// What is written in a place of the window, as one text, with a space where a line ends.
fn written(painted: &Painted, window: &Window, place: Rect) -> String {
    let lines = painted.layers(window).into_iter().flat_map(|layer| layer.lines);
    let within = lines.filter(|line| place.expand(1.0).contains_rect(line.ink.intersect(line.clip)));
    within.map(|line| line.text.trim().to_owned()).collect::<Vec<_>>().join(" ")
}

#[test]
fn how_far_people_are_is_told_to_its_last_word() {
    for (language, trust) in [(LanguageChoice::English, "Trust: "), (LanguageChoice::German, "Vertrauen: ")] {
        for size in SIZES {
            let mut window = window();
            let painted = Painted::of(&window.ctx);
            select(&mut window, "Announcement, Maren");
            press(&mut window, Modifiers::NONE, Key::F5);
            speak(&mut window, language);
            window.set_size(size);
            for _ in 0..5 {
                window.run();
                let place = window.get_by_label_contains(trust);
                let (rect, said) = (place.rect(), place.accesskit_node().value().unwrap_or_default());
                let sentence = said.trim_start_matches(trust).split_once(". ").expect("a band, then a sentence").1.to_owned();
                let seen = written(&painted, &window, rect);
                assert!(seen.contains(&sentence), "{size}: “{sentence}” is in “{seen}”");
                press(&mut window, Modifiers::NONE, Key::ArrowRight);
            }
        }
    }
}

#[test]
fn notes_are_as_high_as_their_words() {
    let noted = |card: &str| {
        let mut window = window();
        select(&mut window, card);
        window.set_size(vec2(760.0, 900.0));
        press(&mut window, Modifiers::NONE, Key::F5);
        press(&mut window, Modifiers::NONE, Key::N);
        window
    };
    let some = noted("Product, Tobi");
    let rect = |words: &str| some.get_by_label(words).rect();
    let (title, text) = (rect("Notes for the team only"), rect("Retail wants the code early. Agree a later date with them."));
    assert!(text.bottom() - title.top() < 120.0, "{title:?} to {text:?}");
    let none = noted("Community story, Maren, 5 Oct");
    assert!(none.get_by_label("This moment has no notes.").rect().height() < 40.0, "one quiet line");
    assert!(none.query_by_label("Notes for the team only").is_none());
}

#[test]
fn what_is_found_is_told_whole_in_the_list() {
    for language in [LanguageChoice::English, LanguageChoice::German] {
        let mut window = window();
        let painted = Painted::of(&window.ctx);
        speak(&mut window, language);
        let messages: Vec<String> = window.state().findings().iter().map(|finding| finding.message.to_string()).collect();
        let seen = written(&painted, &window, Rect::from_min_size(Pos2::ZERO, SIZES[0]));
        for message in messages.iter().take(3) {
            assert!(seen.contains(message), "“{message}” is whole in “{seen}”");
        }
    }
}
