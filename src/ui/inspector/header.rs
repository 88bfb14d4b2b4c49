//! The line over a page: the way back, a mark, a title, and what can be done with the whole of it.

use egui::{Popup, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::ui::command::Command;
use crate::ui::icons::{self, Icon};
use crate::ui::kit::{self, paint};
use crate::ui::theme;
use crate::ui::view::{Action, Actions, Cx, Selection};
use crate::ui::{bars, fonts};
use crate::words::{inspect, window as say};

/// Height of the header, in points.
pub(super) const HEADER: f32 = 40.0;
/// Less room than this below it, and it is all that is shown.
pub(super) const LEAST_BODY: f32 = 32.0;
/// A panel wider than this is a sheet over the lower part of the window, in points.
pub(super) const SHEET: f32 = 480.0;

/// What can be done with a moment, behind the button with the dots.
const MOMENT: [(Command, Icon); 6] = [
    (Command::Duplicate, icons::DUPLICATE),
    (Command::WeekEarlier, icons::ARROW_LEFT),
    (Command::WeekLater, icons::ARROW_RIGHT),
    (Command::Park, icons::IDEA),
    (Command::Unpark, icons::BOARD),
    (Command::Delete, icons::DELETE),
];

/// What a header shows besides its title and mark.
#[derive(Default)]
pub(super) struct Header {
    /// Published: a lock says what that means.
    pub(super) lock: bool,
    /// A page of moments, with the commands for them.
    pub(super) moment: bool,
    /// The title where there is little room.
    pub(super) short: Option<String>,
    /// Where the way back leads, and what that is called.
    pub(super) back: Option<(Selection, String)>,
}

impl Header {
    /// Draws it. Returns whether the way back was taken.
    pub(super) fn show(
        self,
        cx: &Cx<'_>,
        ui: &mut Ui,
        out: &mut Actions,
        title: &str,
        mark: impl FnOnce(&Ui, egui::Pos2),
    ) -> bool {
        let t = cx.tokens;
        let sheet = ui.available_width() > SHEET;
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), HEADER), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(theme::EDGE, t.line_subtle));
        let place = |center: f32| egui::Rect::from_center_size(pos2(center, rect.center().y), vec2(theme::HIT, theme::HIT));
        let child = |ui: &mut Ui, salt: &str, center: f32| ui.new_child(UiBuilder::new().id_salt(salt).max_rect(place(center)));
        let mut left = rect.left();
        let mut went = false;
        if let Some((to, name)) = self.back {
            let mut at = child(ui, "back", left + 20.0);
            if kit::icon_button(&mut at, icons::ARROW_LEFT, &inspect::back_to(name), false, None).clicked() {
                out.push(Action::Select(to));
                went = true;
            }
            left += 28.0;
        }
        mark(ui, pos2(left + 22.0, rect.center().y));
        let mut right = rect.right() - 22.0;
        // The keyboard reaches them from left to right, so they are drawn in that order.
        let is_alone = sheet && ui.available_height() < LEAST_BODY;
        let buttons = 1.0
            + if self.moment { 1.0 } else { 0.0 }
            + if self.moment && sheet { 2.0 } else { 0.0 }
            + if is_alone { 1.0 } else { 0.0 };
        let lock = if self.lock { 20.0 } else { 0.0 };
        let end = right - (buttons - 1.0) * (theme::HIT + 4.0) - theme::HIT / 2.0 - lock;
        let start = left + 38.0;
        // The mark says the kind, too, so that a word about it goes before whose the moment is and when it comes.
        let whole = paint::line(ui.painter(), fonts::UI_B, title, t.text);
        let shown = self.short.as_deref().filter(|_| whole.size().x > end - start).unwrap_or(title);
        let galley = paint::line_within(ui.painter(), fonts::UI_B, shown, t.text, end - start);
        let title_end = start + galley.size().x;
        ui.painter().galley(pos2(start, rect.center().y - galley.size().y / 2.0), galley, t.text);
        if self.lock {
            let at = egui::Rect::from_center_size(pos2(title_end + 11.0, rect.center().y), vec2(20.0, 24.0));
            let response = ui.interact(at, ui.scope_id().with("lock"), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, say::published_lock()));
            icons::LOCK.paint(ui.painter(), at.center(), 15.0, t.text_3);
            response.on_hover_text(say::published_lock());
        }
        right -= (buttons - 1.0) * (theme::HIT + 4.0);
        if is_alone {
            let mut at = child(ui, "fields", right);
            if kit::icon_button(&mut at, icons::CARET_UP, inspect::show_fields(), false, None).clicked() {
                out.push(Action::FocusField("title"));
            }
            right += theme::HIT + 4.0;
        }
        if self.moment && sheet {
            for (command, icon) in [(Command::SelectPrevious, icons::CARET_LEFT), (Command::SelectNext, icons::CARET_RIGHT)] {
                let mut at = child(ui, command.name(), right);
                if bars::command_button(cx, &mut at, icon, command).clicked() {
                    out.run(command);
                }
                right += theme::HIT + 4.0;
            }
        }
        if self.moment {
            let mut at = child(ui, "more", right);
            more(cx, &mut at, out);
            right += theme::HIT + 4.0;
        }
        let mut at = child(ui, "hide", right);
        let (icon, command) =
            if sheet { (icons::CLOSE, Command::ClearSelection) } else { (icons::SIDEBAR, Command::ToggleInspector) };
        if bars::command_button(cx, &mut at, icon, command).clicked() {
            out.run(command);
        }
        went
    }
}

/// The button with the dots, and its menu.
fn more(cx: &Cx<'_>, ui: &mut Ui, out: &mut Actions) {
    let button = kit::icon_button(ui, icons::MORE, inspect::more_commands(), false, None);
    kit::opens_menu(&button);
    Popup::menu(&button).width(220.0).accessible_name(inspect::more_commands()).show(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        for (command, icon) in MOMENT {
            bars::command_row(cx, ui, icon, command, out);
        }
    });
}
