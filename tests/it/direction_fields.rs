//! Writing in fields whose text is read from right to left, or in both directions: where a click and the keys put the cursor, what
//! is selected, what an input method writes, and that the cursor is seen whole.

use egui::epaint::Shape;
use egui::text::{CCursor, CCursorRange};
use egui::{Event, Id, ImeEvent, Key, Modifiers, PointerButton, Pos2, Rangef, TextEdit, Ui};
use egui_kittest::Harness;
use momentboard::ui::kit;

use crate::direction::{builder, painted};

type Field = Harness<'static, String>;

const NONE: Modifiers = Modifiers::NONE;

fn id() -> Id {
    Id::unique("field")
}

fn field(text: &str, rows: usize) -> Field {
    let show = move |ui: &mut Ui, text: &mut String| {
        kit::TextField::new(id(), "Name").rows(rows).width(300.0).show(ui, text);
    };
    let mut harness = builder([400.0, 160.0]).build_ui_state(show, text.to_owned());
    harness.run();
    harness
}

/// A field somebody writes in, with the cursor before that character.
fn written_in(text: &str, rows: usize, at: usize) -> Field {
    let mut harness = field(text, rows);
    harness.ctx.memory_mut(|memory| memory.request_focus(id()));
    put(&mut harness, at);
    harness.run();
    harness
}

fn put(harness: &mut Field, at: usize) {
    let mut state = TextEdit::load_state(&harness.ctx, id()).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::one(CCursor::new(at))));
    state.store(&harness.ctx, id());
    harness.run();
}

fn range(harness: &Field) -> CCursorRange {
    TextEdit::load_state(&harness.ctx, id()).and_then(|state| state.cursor.char_range()).expect("somebody writes here")
}

fn cursor(harness: &Field) -> usize {
    range(harness).primary.index.0
}

fn selected(harness: &Field) -> String {
    range(harness).slice_str(harness.state()).to_owned()
}

fn key(harness: &mut Field, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
}

/// Where the cursor before that character stands on the screen.
fn place(harness: &Field, at: usize) -> Pos2 {
    let text = harness.state();
    let (origin, galley) = painted(harness).into_iter().find(|(_, galley)| galley.text() == text).expect("it is painted");
    galley.pos_from_cursor(CCursor::new(at)).center() + origin.to_vec2()
}

/// Whether the cursor is seen in its whole width.
fn is_whole((line, seen): (Rangef, Rangef)) -> bool {
    seen.min <= line.min && line.max <= seen.max
}

/// Whether a character runs from the right.
fn from_right(c: char) -> bool {
    ('\u{590}'..='\u{6ff}').contains(&c)
}

/// A place inside of that character, a little behind where it begins. The one after it runs the same way.
fn inside(harness: &Field, at: usize) -> Pos2 {
    place(harness, at).lerp(place(harness, at + 1), 0.25)
}

fn button(harness: &mut Field, pos: Pos2, pressed: bool) {
    let time = harness.ctx.input(|input| input.time);
    harness.input_mut().time = Some(time + 0.01);
    harness.event(Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: NONE });
    harness.step();
}

fn click(harness: &mut Field, pos: Pos2, times: usize) {
    harness.hover_at(pos);
    harness.step();
    for _ in 0..times {
        button(harness, pos, true);
        button(harness, pos, false);
    }
    harness.input_mut().time = None;
    harness.run();
}

fn drag(harness: &mut Field, from: Pos2, to: Pos2) {
    harness.hover_at(from);
    harness.step();
    button(harness, from, true);
    for share in [0.3, 0.7, 1.0] {
        harness.hover_at(from.lerp(to, share));
        harness.step();
    }
    button(harness, to, false);
    harness.input_mut().time = None;
    harness.run();
}

/// From where to where the cursor is painted, and where anything can be seen.
fn caret(harness: &Field) -> (Rangef, Rangef) {
    let mut lines = harness.output().shapes.iter().filter_map(|clipped| match &clipped.shape {
        Shape::LineSegment { points: [a, b], stroke } if (a.x - b.x).abs() < f32::EPSILON => {
            Some((Rangef::point(a.x).expand(stroke.width / 2.0), clipped.clip_rect.x_range()))
        }
        _ => None,
    });
    lines.next_back().expect("the cursor is painted")
}

const SHALOM: &str = "שלום עולם יפה";
const MIXED: &str = "מבצע Nordlicht בתל אביב";
const ARABIC: &str = "حملة الخريف قريبا";

#[test]
fn a_click_inside_of_a_letter_finds_it() {
    for text in [SHALOM, MIXED, ARABIC, "Launch with שלום on 5 May"] {
        let letters: Vec<char> = text.chars().collect();
        let pairs = letters.windows(2).enumerate().filter(|(_, pair)| pair.iter().all(|c| c.is_alphabetic()));
        for at in pairs.filter(|(_, pair)| from_right(pair[0]) == from_right(pair[1])).map(|(at, _)| at) {
            let mut harness = field(text, 1);
            let pos = inside(&harness, at);
            click(&mut harness, pos, 1);
            // Where a direction ends two letters begin at one place; a click is beside both.
            let (x, there) = (place(&harness, cursor(&harness)).x, place(&harness, at).x);
            assert!((x - there).abs() < 0.5, "{text}: {at} was clicked, {} found", cursor(&harness));
        }
    }
}

#[test]
fn dragging_selects_what_is_between() {
    for (text, from, to, found) in [
        (SHALOM, 5, 9, "עולם"),
        (SHALOM, 9, 5, "עולם"),
        (SHALOM, 0, 4, "שלום"),
        (ARABIC, 5, 11, "الخريف"),
        (MIXED, 5, 9, "Nord"),
        (MIXED, 15, 18, "בתל"),
        ("Launch שלום now", 0, 6, "Launch"),
    ] {
        let mut harness = written_in(text, 1, 0);
        let (from, to) = (place(&harness, from), place(&harness, to));
        drag(&mut harness, from, to);
        assert_eq!(selected(&harness), found, "{text}");
    }
}

#[test]
fn two_clicks_select_a_word_and_three_the_line() {
    for (text, at, word) in [(SHALOM, 6, "עולם"), (ARABIC, 7, "الخريف"), (MIXED, 7, "Nordlicht"), (MIXED, 16, "בתל")]
    {
        let mut harness = written_in(text, 1, 0);
        let pos = inside(&harness, at);
        click(&mut harness, pos, 2);
        assert_eq!(selected(&harness).trim(), word, "{text}");
        let mut harness = written_in(text, 1, 0);
        click(&mut harness, pos, 3);
        assert_eq!(selected(&harness), text);
    }
    let text = "שלום עולם\nיפה מאוד\nסוף";
    let mut harness = written_in(text, 3, 0);
    let pos = inside(&harness, 12);
    click(&mut harness, pos, 3);
    assert_eq!(selected(&harness).trim(), "יפה מאוד");
}

#[test]
fn home_and_end_go_to_the_ends_of_a_line() {
    let text = "שלום עולם\nיפה מאוד\nסוף";
    let mut harness = written_in(text, 3, 13);
    key(&mut harness, NONE, Key::Home);
    assert_eq!(cursor(&harness), 10);
    let right = place(&harness, 10).x;
    key(&mut harness, NONE, Key::End);
    assert_eq!(cursor(&harness), 18);
    assert!(place(&harness, 18).x < right - 20.0, "its end is at the left");
    key(&mut harness, Modifiers::CTRL, Key::Home);
    assert_eq!(cursor(&harness), 0);
    key(&mut harness, Modifiers::CTRL, Key::End);
    assert_eq!(cursor(&harness), text.chars().count());
    put(&mut harness, 13);
    key(&mut harness, Modifiers::SHIFT, Key::Home);
    assert_eq!(selected(&harness), "יפה");
}

#[test]
fn up_and_down_stay_under_each_other_also_over_a_short_line() {
    let text = "שלום עולם יפה\nדן\nעוד שורה ארוכה";
    let mut harness = written_in(text, 3, 9);
    let x = place(&harness, 9).x;
    key(&mut harness, NONE, Key::ArrowDown);
    assert_eq!(cursor(&harness), 16, "the short line ends before");
    key(&mut harness, NONE, Key::ArrowDown);
    let below = place(&harness, cursor(&harness)).x;
    assert!((below - x).abs() < 6.0, "{below} is not under {x}");
    assert!(cursor(&harness) > 17);
    key(&mut harness, NONE, Key::ArrowUp);
    key(&mut harness, NONE, Key::ArrowUp);
    assert_eq!(cursor(&harness), 9);
    // The same with both keys in one frame, as a quick hand presses them.
    for _ in 0..2 {
        let (key, physical_key, repeat, modifiers) = (Key::ArrowDown, None, false, NONE);
        harness.input_mut().events.push(Event::Key { key, physical_key, pressed: true, repeat, modifiers });
    }
    harness.run();
    assert!((place(&harness, cursor(&harness)).x - x).abs() < 6.0);
}

#[test]
fn up_and_down_work_where_lines_run_both_ways() {
    let text = "Launch with Nordlicht\nשלום עולם\nand the end of it";
    let mut harness = written_in(text, 3, 11);
    let x = place(&harness, 11).x;
    key(&mut harness, NONE, Key::ArrowDown);
    assert!((22..=31).contains(&cursor(&harness)), "{}", cursor(&harness));
    key(&mut harness, NONE, Key::ArrowDown);
    assert!((place(&harness, cursor(&harness)).x - x).abs() < 6.0);
    key(&mut harness, NONE, Key::ArrowUp);
    key(&mut harness, NONE, Key::ArrowUp);
    assert_eq!(cursor(&harness), 11);
}

#[test]
fn words_are_passed_in_the_direction_of_the_key() {
    for text in [SHALOM, ARABIC] {
        let ends: Vec<usize> = text.char_indices().filter(|(_, c)| *c == ' ').map(|(at, _)| text[..at].chars().count()).collect();
        let mut harness = written_in(text, 1, 0);
        let right = place(&harness, 0).x;
        key(&mut harness, Modifiers::CTRL, Key::ArrowLeft);
        assert!(cursor(&harness).abs_diff(ends[0]) <= 1, "{text}: {}", cursor(&harness));
        assert!(place(&harness, cursor(&harness)).x < right);
        key(&mut harness, Modifiers::CTRL | Modifiers::SHIFT, Key::ArrowLeft);
        assert!(cursor(&harness).abs_diff(ends[1]) <= 1, "{text}: {}", cursor(&harness));
        assert_eq!(selected(&harness).trim(), text.split(' ').nth(1).unwrap());
        key(&mut harness, Modifiers::CTRL, Key::ArrowRight);
        key(&mut harness, Modifiers::CTRL, Key::ArrowRight);
        assert!(place(&harness, cursor(&harness)).x > right - 1.0, "{text}: back at the right");
    }
}

#[test]
fn an_input_method_writes_where_the_cursor_is() {
    let preedit = |text: &str| {
        let active_range_chars = Some(text.chars().count()..text.chars().count());
        Event::Ime(ImeEvent::Preedit { text: text.to_owned(), active_range_chars })
    };
    for (text, at, parts, whole) in [
        ("", 0, ["ש", "של"], "שלום"),
        (SHALOM, 5, ["ט", "טו"], "טוב "),
        (ARABIC, 5, ["ا", "ال"], "الآن "),
        (MIXED, 14, ["に", "にほ"], "日本"),
        ("Launch ", 7, ["ש", "של"], "שלום"),
    ] {
        for rows in [1, 3] {
            let mut harness = written_in(text, rows, at);
            for part in parts {
                harness.event(preedit(part));
                harness.run();
                let (line, seen) = caret(&harness);
                assert!(is_whole((line, seen)), "{text} + {part}: {line:?} is cut by {seen:?}");
            }
            harness.event(preedit(""));
            harness.event(Event::Ime(ImeEvent::Commit(whole.to_owned())));
            harness.run();
            let (before, after): (String, String) = (text.chars().take(at).collect(), text.chars().skip(at).collect());
            assert_eq!(*harness.state(), format!("{before}{whole}{after}"));
            assert_eq!(cursor(&harness), at + whole.chars().count());
            assert!(range(&harness).is_empty());
        }
    }
}

#[test]
fn the_cursor_is_seen_whole_wherever_it_stands_and_when_the_direction_turns() {
    let long = "הסרט הראשון של המסע הארוך שלנו אל הים ובחזרה הביתה בסתיו הזה";
    for (text, rows) in [(SHALOM, 1), (MIXED, 1), (ARABIC, 1), (long, 1), (SHALOM, 3), (long, 3), ("Nordlicht", 1), ("", 1)] {
        let mut harness = written_in(text, rows, 0);
        let count = text.chars().count();
        for at in [0, count / 2, count] {
            put(&mut harness, at);
            let (line, seen) = caret(&harness);
            assert!(is_whole((line, seen)), "“{text}” in {rows}, {at}: {line:?} is cut by {seen:?}");
        }
    }
    // Each step turns the field around.
    let mut harness = written_in("", 1, 0);
    for letter in ["ש", "ל"] {
        harness.event(Event::Text(letter.to_owned()));
        harness.step();
        let (line, seen) = caret(&harness);
        assert!(is_whole((line, seen)), "typing {letter}: {line:?} is cut by {seen:?}");
    }
    harness.run();
    assert!(place(&harness, 0).x > 280.0, "it stands at the right");
    for _ in 0..2 {
        harness.key_press(Key::Backspace);
        harness.step();
        let (line, seen) = caret(&harness);
        assert!(is_whole((line, seen)), "{line:?} is cut by {seen:?}");
    }
    harness.run();
    assert!(caret(&harness).0.min < 40.0, "it is empty, and begins at the left");
}
