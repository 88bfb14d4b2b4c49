//! Whoever asks for less motion sees what a key does at once: at each place that otherwise moves, no frame is asked for to move
//! anything. Who asks for it in the system, or begins weeks there as is usual, has it so here.

use egui::{Key, Modifiers, Theme};
use momentboard::app::App;
use momentboard::ui::command::Command;
use momentboard::ui::view::{Action, MotionChoice, Selection, Setup, View};

use crate::app_window::{Window, fictional, press, rim, run};
use crate::at_rest::next_frame;
use crate::keys_in_views::seen;
use crate::places::choose_ask;
use crate::raster;

const PLAIN: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
/// Frames that the window may need to be laid out anew: what comes into sight is measured first.
const FEW: usize = 4;

/// The fictional campaign in a window of sixty frames a second, in which things move or do not.
fn window_with(motion: MotionChoice, width: f32) -> Window {
    let mut window = raster::builder(Theme::Light, [width, 900.0]).with_step_dt(1.0 / 60.0).with_max_steps(400).build_ui_state(
        |ui, app: &mut App| {
            app.logic(ui.ctx());
            app.ui(ui);
        },
        App::new(fictional(), rim()),
    );
    window.run();
    window.state_mut().want(Action::SetUp(Setup { motion, ..Setup::default() }));
    window.run();
    window
}

/// What is done somewhere: its name, whether it moves anything for those who want that, the way there, and the key.
type Way = (&'static str, bool, fn(&mut Window), (Modifiers, Key));

const WAYS: &[Way] = &[
    ("a fix comes into sight", true, choose_ask, (CTRL, Key::Period)),
    ("a fix goes out of sight", true, preview, (PLAIN, Key::Escape)),
    ("a fix is done", true, preview, (PLAIN, Key::Enter)),
    ("a moment is moved by a week", true, choose_ask, (Modifiers { shift: true, ..Modifiers::ALT }, Key::ArrowRight)),
    ("a step is undone", true, moved, (CTRL, Key::Z)),
    ("a finding far away is gone to", true, far_away, (PLAIN, Key::F8)),
    ("today is gone to", true, far_away, (PLAIN, Key::T)),
    ("the next moment is selected", false, choose_ask, (PLAIN, Key::ArrowRight)),
    ("a lane is folded", false, choose_ask, (PLAIN, Key::F)),
    ("a lane is hidden", false, choose_ask, (PLAIN, Key::H)),
    ("the whole plan is shown", false, far_away, (CTRL, Key::Num0)),
    ("the panel on the left goes", false, |_| {}, (CTRL, Key::Backslash)),
    ("the findings go", false, |_| {}, (CTRL, Key::J)),
    ("the inspector goes", false, choose_ask, (Modifiers { shift: true, ..CTRL }, Key::Backslash)),
    ("the calendar comes", false, choose_ask, (Modifiers::ALT, Key::Num2)),
    ("the calendar is turned", false, calendar, (PLAIN, Key::PageDown)),
    ("a moment is moved in the calendar", false, calendar, (Modifiers::ALT, Key::ArrowRight)),
    ("a fix is shown in the calendar", false, calendar, (CTRL, Key::Period)),
    ("the table comes", false, choose_ask, (Modifiers::ALT, Key::Num3)),
    ("the table is turned", false, table, (PLAIN, Key::PageDown)),
    ("the last cell of the table is gone to", false, table, (CTRL, Key::End)),
    ("a presentation begins", false, choose_ask, (PLAIN, Key::F5)),
    ("the next moment is presented", true, present, (PLAIN, Key::ArrowRight)),
    ("notes come over a presentation", false, present, (PLAIN, Key::N)),
    ("the palette comes", false, |_| {}, (CTRL, Key::K)),
    ("the search comes", false, |_| {}, (CTRL, Key::F)),
    ("a dialog comes", false, |_| {}, (CTRL, Key::E)),
    ("a dialog goes", false, |window| run(window, Command::Share), (PLAIN, Key::Escape)),
    ("the keys come", false, |_| {}, (PLAIN, Key::Questionmark)),
];

fn preview(window: &mut Window) {
    choose_ask(window);
    press(window, CTRL, Key::Period);
}

fn moved(window: &mut Window) {
    choose_ask(window);
    run(window, Command::WeekLater);
}

/// Zoomed in, at the other end of the plan.
fn far_away(window: &mut Window) {
    let lane = &window.state().document().campaign().lanes[3];
    let (id, lane) = (lane.moments.last().unwrap().id, lane.id);
    window.state_mut().want(Action::Select(Selection::moment(id, Some(lane))));
    window.run();
    for _ in 0..6 {
        run(window, Command::ZoomIn);
    }
    for _ in 0..12 {
        run(window, Command::DaysOn);
    }
}

fn calendar(window: &mut Window) {
    choose_ask(window);
    run(window, Command::Show(View::Calendar));
    // In a narrow window the month of what is selected comes once no second click can follow.
    window.run_steps(60);
}

/// With the keyboard on a cell.
fn table(window: &mut Window) {
    choose_ask(window);
    press(window, Modifiers::ALT, Key::Num3);
    press(window, PLAIN, Key::ArrowDown);
}

fn present(window: &mut Window) {
    choose_ask(window);
    press(window, PLAIN, Key::F5);
}

/// How many of the frames of the half second after a key ask for the next one at once, if the key did anything. What waits for a time
/// (a caret that blinks, a line of news that goes) asks for a later one.
fn frames(window: &mut Window, (modifiers, key): (Modifiers, Key)) -> Option<usize> {
    window.remove_cursor();
    window.run();
    let before = seen(window);
    window.key_press_modifiers(modifiers, key);
    let asks = |_| {
        window.step();
        usize::from(next_frame(window) < 0.5 / 60.0)
    };
    let frames = (0..30).map(asks).sum();
    (seen(window) != before).then_some(frames)
}

#[test]
fn with_less_motion_no_key_moves_anything() {
    let mut wrong = Vec::new();
    for width in [1440.0, 760.0] {
        for (name, _, before, key) in WAYS {
            let mut window = window_with(MotionChoice::Reduced, width);
            before(&mut window);
            match frames(&mut window, *key) {
                Some(frames) if frames > FEW => {
                    wrong.push(format!("{name} at {width}: {frames} frames, {:?}", window.ctx.repaint_causes()));
                }
                Some(_) => {}
                None => wrong.push(format!("{name} at {width}: the key does nothing")),
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn whoever_wants_motion_sees_where_things_go() {
    let mut wrong = Vec::new();
    for (name, moves, before, key) in WAYS {
        let mut window = window_with(MotionChoice::Full, 1440.0);
        before(&mut window);
        let frames = frames(&mut window, *key);
        if *moves && frames.is_none_or(|frames| frames <= FEW) {
            wrong.push(format!("{name}: {frames:?} frames"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
