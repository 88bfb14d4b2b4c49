//! What is said quietly never piles up: one sentence at a time stands over the view, whatever is done and however often, and it
//! goes with the next thing.

use egui::accesskit::Role;
use egui::{Event, Id, Key, Modifiers, Rect, Theme};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::app::App;
use momentboard::ui::command::Command;
use momentboard::ui::view::View;

use crate::app_window::*;
use crate::raster;

/// Where something is said over the view.
fn notice(window: &Window) -> Option<Rect> {
    let there = Id::unique("quiet notice");
    let is_drawn = window.ctx.memory(|memory| memory.areas().is_visible(&egui::LayerId::new(egui::Order::Foreground, there)));
    window.ctx.memory(|memory| memory.area_rect(there)).filter(|_| is_drawn)
}

/// The sentences that stand there.
fn told(window: &Window, notice: Rect) -> Vec<String> {
    let inside = window.root().children_recursive().filter(|node| {
        node.accesskit_node().bounding_box().is_some()
            && node.rect().is_positive()
            && notice.expand(1.0).contains_rect(node.rect())
    });
    let texts = inside.filter_map(|node| {
        let node = node.accesskit_node();
        node.label().or(node.value()).filter(|text| text.contains(' '))
    });
    texts.collect()
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

const DEEDS: &[Deed] = &[
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
    for make in [window as fn() -> Window, narrow] {
        let mut window = make();
        let mut said = Vec::new();
        let screen = window.ctx.content_rect();
        for round in 0..2 {
            for (at, deed) in DEEDS.iter().enumerate() {
                if at == 0 {
                    run(&mut window, Command::Show(View::Board));
                    run(&mut window, Command::SelectNext);
                }
                deed(&mut window);
                let ways_back = window.query_all_by_role(Role::Button).filter(|node| {
                    let at = node.rect();
                    at.top() > screen.bottom() - 40.0
                        && node.accesskit_node().label().is_some_and(|label| label.starts_with("Undo"))
                });
                assert!(ways_back.count() <= 1, "round {round}, {at}: one step can be taken back there");
                let Some(notice) = notice(&window) else { continue };
                let now = told(&window, notice);
                assert!(screen.contains_rect(notice) && notice.height() < 80.0, "{notice:?} says {now:?}");
                assert!(now.len() <= 1, "round {round}, {at}: {now:?}");
                said.extend(now);
            }
        }
        said.sort();
        said.dedup();
        assert!(said.len() > 3, "{said:?}");
        press(&mut window, Modifiers::NONE, Key::Escape);
        run(&mut window, Command::ZoomFit);
        assert!(window.query_by_label_contains("copied.").is_none(), "it went with the next thing");
    }
}
