//! What it costs to change the plan in the whole window, from the event until it is painted with fresh findings: a letter in the
//! inspector and in a cell, moments moved by key and by hand, several rows at once, a block that is pasted; and, because they work
//! out as much, a step of a presentation and of an order that is tried. No graphics card takes part.
#![allow(unreachable_pub, reason = "the shared helpers are public so that several binaries can include them")]
#![allow(dead_code, reason = "the shared helpers hold more than this binary uses")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a bench that cannot go on says so by panicking")]

#[path = "measure.rs"]
mod measure;
#[path = "../support/plans.rs"]
mod plans;
#[path = "view.rs"]
mod view;
#[path = "whole.rs"]
mod whole;

use std::cell::Cell;

use egui::{Event, Key, Modifiers, Pos2, vec2};
use momentboard::model::Kind;
use momentboard::ui::command::Command;
use momentboard::ui::view::{Action, View};
use momentboard::words::names;
use view::rows;
use whole::{Window, backspace, folder};

/// The program's own allocator, without which a frame measures that of the system.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const STEPS: usize = 100;
/// How many rows are changed, or pasted, at once.
const MANY: usize = 100;

fn window((moments, lanes): (usize, usize)) -> Window {
    Window::new(plans::large_plan(7, moments, lanes))
}

/// A letter, or the key that takes it back.
fn letter(at: usize) -> Event {
    if at.is_multiple_of(2) { backspace() } else { Event::Text("x".to_owned()) }
}

/// To the one side and back again.
fn side(at: usize) -> Key {
    if at.is_multiple_of(2) { Key::ArrowLeft } else { Key::ArrowRight }
}

/// A table like those of views alone, where every step changes the plan.
fn edits(title: &str, ready: impl Fn(&mut Window) -> usize, step: impl Fn(&mut Window, usize) -> usize) {
    rows(title, STEPS, window, ready, |window, at| {
        let before = window.app.document().revision();
        let drawn = step(window, at);
        assert!(window.app.document().revision() > before, "{title}: the step arrives");
        drawn
    });
}

/// The moment that comes first is selected, and its title has the keyboard.
fn in_the_title(window: &mut Window) -> usize {
    window.select(1);
    window.app.want(Action::FocusField("title"));
    window.settle();
    window.frame(Vec::new())
}

fn show(window: &mut Window, view: View) -> usize {
    window.run(Command::Show(view));
    window.frame(Vec::new())
}

/// A cell of the column of titles has the keyboard.
fn in_a_cell(window: &mut Window) -> usize {
    show(window, View::Table);
    let cell = window.place_of("Title, ");
    window.press(cell);
    window.frame(Vec::new())
}

/// A moment goes a day on or back, with that view in front.
fn moved_by_keys(title: &str, view: View) {
    let ready = |window: &mut Window| {
        window.select(1);
        show(window, view)
    };
    edits(title, ready, |window, at| window.key(Modifiers::ALT, side(at)));
}

fn board() {
    edits("A letter in a title, until it is painted", in_the_title, |window, at| window.write(letter(at)));
    moved_by_keys("Board: a day on or back by keys", View::Board);
}

fn calendar() {
    moved_by_keys("Calendar: a day on or back by keys", View::Calendar);
    // Taken back, it is where it was.
    let way = Cell::new((Pos2::ZERO, Pos2::ZERO));
    rows(
        "Calendar: dragged to the day beside and dropped, and that taken back",
        STEPS,
        window,
        |window| {
            let drawn = show(window, View::Calendar);
            way.set(way_of_a_card(window));
            drawn
        },
        |window, _| {
            let (from, to) = way.get();
            let drawn = window.drag(from, to);
            assert!(window.app.document().undo_depth() > 0, "the drop arrives");
            drawn + window.key(Modifiers::COMMAND, Key::Z)
        },
    );
}

/// From a card of the calendar to the day beside it: of days with much on them most cards have no room, so that the first one that
/// can be taken and changes the plan is the one.
fn way_of_a_card(window: &mut Window) -> (Pos2, Pos2) {
    let kinds: Vec<String> = Kind::ALL.iter().map(|kind| format!("{}, ", names::kind(kind.key()))).collect();
    let cards = window.places_of(|name| kinds.iter().any(|kind| name.starts_with(kind)));
    let on_the_page = cards.into_iter().filter(|at| (600.0..2400.0).contains(&at.x));
    let ways = on_the_page.flat_map(|from| [300.0, -300.0].map(|by| (from, from + vec2(by, 0.0))));
    for (from, to) in ways {
        let before = window.app.document().undo_depth();
        window.drag(from, to);
        if window.app.document().undo_depth() > before {
            window.key(Modifiers::COMMAND, Key::Z);
            window.settle();
            return (from, to);
        }
    }
    panic!("no card can be dragged to the day beside it");
}

fn table() {
    rows(
        "Table: a letter in a cell, until it is painted",
        STEPS,
        window,
        |window| in_a_cell(window) + window.write(Event::Text("y".to_owned())),
        |window, at| window.write(letter(at)),
    );
    edits("Table: a title written anew", in_a_cell, |window, at| {
        let drawn = window.write(Event::Text(format!("Written {at}")));
        drawn + window.key(Modifiers::NONE, Key::Enter)
    });
    edits(
        "Table: a letter in the inspector, the table in front",
        |window| {
            show(window, View::Table);
            in_the_title(window)
        },
        |window, at| window.write(letter(at)),
    );
    edits(
        "Table: up to a hundred rows a day on or back, in one step",
        |window| {
            window.select(MANY);
            show(window, View::Table)
        },
        |window, at| window.key(Modifiers::ALT, side(at)),
    );
    edits("Table: up to a hundred titles pasted", in_a_cell, |window, at| {
        // More rows than there are below the cell would be asked about first.
        let rows = MANY.min(window.app.document().campaign().moment_count() / 4);
        let rows: Vec<String> = (0..rows).map(|row| format!("Pasted {at} {row}")).collect();
        window.write(Event::Paste(rows.join("\n")))
    });
}

fn others() {
    rows(
        "Present: a moment on or back",
        STEPS,
        window,
        |window| {
            window.select(1);
            window.run(Command::Present);
            assert!(window.app.presented().is_some(), "it is presented");
            window.frame(Vec::new())
        },
        |window, at| window.key(Modifiers::NONE, side(at)),
    );
    rows(
        "Compare: a card a place on, in an order that is tried",
        STEPS,
        window,
        |window| {
            window.select(1);
            window.run(Command::CompareLanes);
            // A lane that is alone is compared with itself at once.
            if window.app.document().campaign().lanes.len() > 1 {
                for words in ["Lane at the right", "This lane in another order"] {
                    let at = window.place_of(words);
                    window.press(at);
                    window.settle();
                }
            }
            let at = window.place_of("Later: ");
            window.frame(vec![Event::PointerMoved(at)])
        },
        |window, _| {
            let at = window.ctx.input(|input| input.pointer.latest_pos()).expect("the pointer is over the button");
            window.press(at)
        },
    );
}

#[expect(clippy::disallowed_methods, reason = "a bench removes the files of its own")]
fn main() {
    board();
    calendar();
    table();
    others();
    std::fs::remove_dir_all(folder()).expect("the folder can be removed");
}
