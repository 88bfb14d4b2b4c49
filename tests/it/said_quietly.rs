//! What is said quietly never piles up: one sentence at a time stands over the view, whatever is done and however often, and it
//! goes with the next thing.

use egui::{Event, Id, Key, Modifiers, Theme};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::App;
use momentboard::ui::command::Command;
use momentboard::ui::view::View;

use crate::app_window::*;
use crate::raster;

/// All that is read aloud by itself: what was just said, wherever it stands.
fn told(window: &Window) -> Vec<String> {
    let all = window.root().children_recursive();
    let told = all.filter(|node| node.accesskit_node().live() == egui::accesskit::Live::Polite);
    told.filter_map(|node| {
        let node = node.accesskit_node();
        node.label().or(node.value())
    })
    .filter(|text| !text.is_empty())
    .collect()
}

fn narrow() -> Window {
    let mut window = raster::builder(Theme::Light, [760.0, 900.0]).with_max_steps(40).build_ui_state(
        |ui, app: &mut App| {
            app.logic(ui.ctx());
            app.ui(ui);
        },
        App::new(fictional(), rim()),
    );
    window.run();
    window
}

/// Something that somebody does, of which something is said.
type Deed = fn(&mut Window);

const DEEDS: [Deed; 10] = [
    |window| {
        window.input_mut().events.push(Event::Copy);
        window.run();
    },
    |window| run(window, Command::HideLane),
    |window| run(window, Command::ShowHiddenLanes),
    |window| {
        window.input_mut().events.push(Event::Paste("nothing of use".to_owned()));
        window.run();
    },
    |window| run(window, Command::Duplicate),
    |window| press(window, Modifiers::NONE, Key::Delete),
    |window| run(window, Command::Undo),
    |window| run(window, Command::AcceptRisk),
    |window| {
        press(window, Modifiers::NONE, Key::Escape);
        run(window, Command::Park);
    },
    |window| run(window, Command::Undo),
];

#[test]
fn twenty_things_in_a_row_leave_one_sentence() {
    for mut window in [window(), narrow()] {
        let mut said = Vec::new();
        let screen = window.ctx.content_rect();
        for round in 0..2 {
            for (at, deed) in DEEDS.into_iter().enumerate() {
                if at == 0 {
                    run(&mut window, Command::Show(View::Board));
                    run(&mut window, Command::SelectNext);
                }
                deed(&mut window);
                let now = told(&window);
                // The notice over the view, and what the status bar says of the last step with the way back.
                let fresh: Vec<&String> = now.iter().filter(|text| text.contains(' ')).collect();
                assert!(fresh.len() <= 3, "round {round}, {at}: {fresh:?}");
                let before: Vec<&&String> =
                    fresh.iter().filter(|text| said.iter().rev().skip(3).any(|old| old == **text)).collect();
                assert!(before.len() <= 2, "{before:?} is old");
                if let Some(notice) = window.ctx.memory(|memory| memory.area_rect(Id::unique("quiet notice"))) {
                    assert!(screen.contains_rect(notice) && notice.height() < 80.0, "{notice:?}");
                }
                said.extend(now);
            }
        }
        assert!(said.len() > 8, "{said:?}");
        press(&mut window, Modifiers::NONE, Key::Escape);
        run(&mut window, Command::ZoomFit);
        assert!(window.query_by_label_contains("copied.").is_none(), "it went with the next thing");
    }
}
