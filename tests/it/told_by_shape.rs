//! What colours say is said by shapes, too: signs of severity, of status and of asks are told apart when nobody looks at their colours,
//! the window draws them wherever it says the word, and days on which nothing is published are hatched.

use egui::accesskit::Role;
use egui::{Key, Modifiers, Pos2, Rect, Theme, Ui, pos2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::model::{Blackout, Day, Status, Unknown};
use momentboard::ui::command::Command;
use momentboard::ui::icons;
use momentboard::ui::kit::marks::{self, Ask};
use momentboard::ui::theme::{self, Tone};
use momentboard::ui::view::View;
use momentboard::words::names;

use crate::app_window::*;
use crate::direction::painted;
use crate::drawn::{Drawn, drawn, forms_at};
use crate::raster;

const TONES: [Tone; 5] = [Tone::Error, Tone::Warning, Tone::Hint, Tone::Accepted, Tone::Ok];
/// An ask with an open finding says so by its mark; how grave that is, the badge of its card says.
const ASKS: [Ask; 4] = [Ask::Open(Tone::Error), Ask::Accepted, Ask::Ready, Ask::Early];
/// From one sign to the next.
const STEP: f32 = 60.0;
/// A sign has all that belongs to it so near to its middle.
const NEAR: f32 = 6.0;

/// The forms of so many signs, without their colours.
fn forms(count: usize, paint: fn(&Ui, Pos2, usize)) -> Vec<Vec<String>> {
    let center = |at: usize| pos2(STEP * (at as f32 + 1.0), STEP);
    let mut harness = raster::builder(Theme::Light, [STEP * (count as f32 + 1.0), 2.0 * STEP])
        .build_ui_state(move |ui, (): &mut ()| (0..count).for_each(|at| paint(ui, center(at), at)), ());
    harness.run();
    let all = drawn(&harness);
    (0..count).map(|at| forms_at(&all, center(at), NEAR)).collect()
}

fn statuses() -> Vec<Vec<String>> {
    forms(Status::ALL.len(), |ui, at, nth| marks::status(ui.painter(), at, 12.0, Status::ALL[nth], theme::of(ui)))
}

fn each_is_another(what: &str, forms: &[Vec<String>]) {
    for (at, one) in forms.iter().enumerate() {
        assert!(!one.is_empty(), "{what} {at} is drawn");
        assert!(forms[at + 1..].iter().all(|other| other != one), "{what} {at} looks like another one: {forms:#?}");
    }
}

#[test]
fn signs_are_told_apart_without_their_colours() {
    each_is_another("a status", &statuses());
    let tones = |ui: &Ui, at: Pos2, nth: usize| marks::tone(ui.painter(), at, 16.0, TONES[nth], theme::of(ui));
    each_is_another("a severity", &forms(TONES.len(), tones));
    let asks = |ui: &Ui, at: Pos2, nth: usize| {
        let t = theme::of(ui);
        marks::ask_marker(ui.painter(), at, ASKS[nth], t.canvas, t);
    };
    each_is_another("an ask", &forms(ASKS.len(), asks));
}

/// Each word of a status that is painted, with the middle of its line.
fn words_of_status(window: &Window) -> Vec<(usize, Pos2)> {
    let word = |text: &str| Status::ALL.iter().position(|status| names::status_on_card(status.key()) == text);
    let found = painted(window).into_iter();
    found.filter_map(|(at, galley)| Some((word(galley.text())?, at + vec2(0.0, galley.size().y / 2.0)))).collect()
}

#[test]
fn beside_every_word_of_a_status_its_sign_is_drawn() {
    let signs = statuses();
    let mut plan = fictional();
    for lane in &mut plan.lanes {
        for (moment, status) in std::sync::Arc::make_mut(lane).moments.iter_mut().zip(Status::ALL.iter().rev()) {
            std::sync::Arc::make_mut(moment).status = *status;
        }
    }
    let mut window = window_on(plan);
    for (view, beside) in [(View::Board, 11.0), (View::Table, 12.0)] {
        run(&mut window, Command::Show(view));
        window.run();
        let all = drawn(&window);
        let words = words_of_status(&window);
        let mut met: Vec<usize> = words.iter().map(|(status, _)| *status).collect();
        met.sort_unstable();
        met.dedup();
        assert!(met.len() >= 4, "{view:?}: {met:?}");
        for (status, at) in words {
            let sign = forms_at(&all, at - vec2(beside, 0.0), NEAR);
            assert_eq!(sign, signs[status], "{view:?}: beside {:?} at {at}", Status::ALL[status]);
        }
    }
}

/// The severities that cards say, as each says it, and the sign that they wear.
const SAID: [(&str, Tone); 3] = [(", error", Tone::Error), (", warning", Tone::Warning), (", accepted risk", Tone::Accepted)];

/// How many cards say each of the severities; those that do wear its sign, and no others.
fn severities(window: &Window, view: View) -> [usize; 3] {
    let texts = painted(window);
    let titles: Vec<&str> =
        window.state().document().campaign().lanes.iter().flat_map(|lane| &lane.moments).map(|it| it.title.as_str()).collect();
    let mut met = [0; 3];
    for card in window.query_all_by_role(Role::Button) {
        let name = card.accesskit_node().label().unwrap_or_default();
        // After the title a card may say how far it may be moved.
        if !titles.iter().any(|title| name.contains(&format!(": {title}"))) {
            continue;
        }
        let place = card.rect();
        let inside = texts.iter().filter(|(at, galley)| place.contains(*at + galley.size() / 2.0));
        let inside: Vec<&str> = inside.map(|(_, galley)| galley.text()).collect();
        for ((word, tone), met) in SAID.iter().zip(&mut met) {
            let sign = icons::tone(*tone).glyph().to_string();
            let says = name.contains(word);
            assert_eq!(inside.contains(&sign.as_str()), says, "{view:?}: {name}: {inside:?}");
            *met += usize::from(says);
        }
    }
    met
}

/// Somebody takes on the worst that is found about what is selected.
fn accept_worst(window: &mut Window) {
    press(window, Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    write_over(window, Role::MultilineTextInput, "Why is this all right?", "The date is agreed with retail.");
    write_over(window, Role::TextInput, "Owner of the decision", "Lena Brandt");
    let accept = window.query_all_by_role(Role::Button).find(|node| {
        let node = node.accesskit_node();
        node.label().is_some_and(|label| label.starts_with("Accept until"))
    });
    accept.expect("the way out of the dialog").click();
    window.run();
    assert!(window.query_by_role(Role::Dialog).is_none(), "it was accepted");
}

#[test]
fn a_card_with_a_finding_wears_the_sign_of_its_severity() {
    let mut window = window();
    select(&mut window, "Product, Tobi");
    let mut met = [[0; 3]; 2];
    // An error and two warnings are found about the ask: one after the other somebody takes them on.
    for accepted in 0..=3 {
        for (view, met) in [View::Board, View::Calendar].into_iter().zip(&mut met) {
            run(&mut window, Command::Show(view));
            window.run();
            for (sum, count) in met.iter_mut().zip(severities(&window, view)) {
                *sum += count;
            }
        }
        if accepted < 3 {
            accept_worst(&mut window);
        }
    }
    assert_eq!(met, [[1, 2, 1]; 2], "error, then warning, then accepted, on the board and in the calendar");
}

/// The strokes that lean, as those of a hatching do, with the part of them that is seen.
fn leaning(all: &[Drawn]) -> Vec<Rect> {
    let leans = |it: &&Drawn| {
        it.open_line().is_some_and(|points| {
            matches!(points, [from, to] if (from.x - to.x).abs() > 20.0 && ((from.x - to.x).abs() - (from.y - to.y).abs()).abs() < 2.0)
        })
    };
    all.iter().filter(leans).map(|it| it.rect().intersect(it.clip)).collect()
}

#[test]
fn days_on_which_nothing_is_published_are_hatched_and_have_their_sign() {
    let day = |day| Day::new(2027, 9, day).unwrap();
    let mut plan = fictional();
    plan.blackouts.clear();
    let without = window_on(plan.clone());
    assert!(leaning(&drawn(&without)).is_empty(), "nothing else leans");
    plan.blackouts.push(Blackout { from: day(18), to: day(20), why: Some("Race week".into()), unknown: Unknown::default() });
    let mut window = window_on(plan);
    let said = "Nothing is published 18 Sep – 20 Sep: Race week";
    let days = window.get_by_label(said).rect();
    let strokes = leaning(&drawn(&window));
    assert!(strokes.len() > 20, "{} strokes lean", strokes.len());
    for stroke in &strokes {
        assert!(stroke.left() >= days.left() - 1.0 && stroke.right() <= days.right() + 1.0, "{stroke} of {days}");
    }
    let reach = strokes.iter().fold(Rect::NOTHING, |all, stroke| all | *stroke);
    assert!(reach.width() > days.width() - 2.0 && reach.height() > 400.0, "{reach} over all lanes of {days}");
    let has_sign = |window: &Window, place: Rect| {
        let sign = icons::PROHIBIT.glyph().to_string();
        painted(window).into_iter().any(|(at, galley)| galley.text() == sign && place.expand(20.0).contains(at))
    };
    assert!(has_sign(&window, days), "and on the axis a sign");
    run(&mut window, Command::Show(View::Calendar));
    window.run();
    let strips: Vec<Rect> = window.query_all_by_label(said).map(|node| node.rect()).collect();
    assert!(!strips.is_empty() && strips.iter().all(|strip| has_sign(&window, *strip)), "in the calendar, too: {strips:?}");
    let cells =
        ["Sat 18 Sep", "Sun 19 Sep", "Mon 20 Sep"].map(|day| window.get_by_label_contains(&format!("{day}, blackout")).rect());
    let strokes = leaning(&drawn(&window));
    for cell in cells {
        let own: Vec<Rect> = strokes.iter().filter(|stroke| cell.contains(stroke.center())).copied().collect();
        let reach = own.iter().fold(Rect::NOTHING, |all, stroke| all | *stroke);
        assert!(own.len() > 10 && reach.width() > cell.width() - 4.0, "{} strokes, {reach} of {cell}", own.len());
        assert!(reach.top() > cell.top() + 20.0, "the number of the day is read without any");
    }
    let elsewhere = strokes.iter().filter(|stroke| !cells.iter().any(|cell| cell.expand(1.0).contains(stroke.center())));
    assert_eq!(elsewhere.count(), 0, "and no other day is hatched");
}

#[test]
fn what_is_due_on_a_hatched_day_is_read_without_any_strokes() {
    let day = Day::new(2027, 9, 2).unwrap();
    let mut plan = fictional();
    plan.blackouts = vec![Blackout { from: day, to: day, why: None, unknown: Unknown::default() }];
    let mut window = window_on(plan);
    run(&mut window, Command::Show(View::Calendar));
    window.run();
    let due = window.get_by_label("Draft due: 20% off the Fjell 2 with TOBI20. The moment is on 7 Sep.").rect().shrink(1.0);
    let all = drawn(&window);
    let is_stroke = |it: &Drawn| leaning(std::slice::from_ref(it)).iter().any(|stroke| stroke.intersects(due));
    let last = all.iter().rposition(is_stroke).expect("the day is hatched");
    let covers = |it: &Drawn| it.fill().is_some_and(|fill| fill.is_opaque()) && it.rect().contains_rect(due);
    assert!(all[last..].iter().any(covers), "its ground lies over the strokes");
}
