//! The switcher between the views, in the middle of the window: side by side where there is room, else a menu.

use egui::{
    Align, Color32, CornerRadius, Layout, Popup, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo,
    pos2, vec2,
};

use super::{keys, with_keys};
use crate::ui::command::Command;
use crate::ui::fonts;
use crate::ui::icons::{self, Icon};
use crate::ui::kit::{self, Segment, paint};
use crate::ui::theme::{self, space};
use crate::ui::view::Actions;
use crate::words::window as say;

/// The switcher, as soon as it is known where it stands: what is beside it gives way.
pub(super) struct Switcher {
    views: Vec<(Icon, Command)>,
    rect: Rect,
    is_menu: bool,
}

impl Switcher {
    /// The switcher in the middle of a bar whose right part begins at `end`, or as far to the left of it as it has to be;
    /// `None` where there is only one view. In a narrow window it is a menu, and where its words would leave no room before them.
    pub(super) fn place(views: Vec<(Icon, Command)>, ui: &Ui, bar: Rect, end: f32, is_menu: bool) -> Option<Self> {
        if views.len() < 2 {
            return None;
        }
        let left_of = |width: f32| (bar.center().x - width / 2.0).min(end - space::XL - width);
        let side_by_side = kit::segmented_width(ui, &segments(&views));
        let is_menu = is_menu || left_of(side_by_side) - bar.left() < LEAST;
        let mut width = if is_menu { menu_width(ui, &views) } else { side_by_side };
        // The name of what is open comes before the word of what is in front, which its icon says, too.
        if is_menu && end - space::XL - width - bar.left() < BESIDE {
            width = 2.0 * PAD + 2.0 * SIGN + space::S;
        }
        let left = left_of(width).max(bar.left());
        let rect = Rect::from_min_size(pos2(left, bar.center().y - theme::HIT / 2.0), vec2(width, theme::HIT));
        Some(Self { views, rect, is_menu })
    }

    /// Where it stands.
    pub(super) const fn rect(&self) -> Rect {
        self.rect
    }

    /// Draws it; `now` is the command that shows the view in front.
    pub(super) fn show(self, now: Command, ui: &mut Ui, out: &mut Actions) {
        let layout = Layout::left_to_right(Align::Center);
        let mut place = ui.new_child(UiBuilder::new().id_salt("switcher").max_rect(self.rect).layout(layout));
        let at = self.views.iter().position(|(_, command)| *command == now);
        if self.is_menu {
            let icon = at.and_then(|at| self.views.get(at)).map_or(icons::EYE, |(icon, _)| *icon);
            let button = menu_button(&mut place, self.rect.width(), icon, now);
            kit::opens_menu(&button);
            Popup::menu(&button).width(220.0).accessible_name(say::menu_view()).show(|ui| {
                for (icon, command) in self.views {
                    let keys = keys(ui, command);
                    if kit::menu_row(ui, Some(icon), command.name(), &keys, command == now).clicked() {
                        out.run(command);
                        ui.close();
                    }
                }
            });
            return;
        }
        let tips: Vec<String> = self.views.iter().map(|(_, command)| with_keys(&place, *command)).collect();
        let pressed = kit::segmented_with_tips(&mut place, say::menu_view(), &segments(&self.views), &tips, at, None);
        if let Some((_, command)) = pressed.and_then(|at| self.views.get(at)) {
            out.run(*command);
        }
    }
}

/// What stands before the switcher needs at least this much room, in points: with less the views are a menu.
const LEAST: f32 = 264.0;
/// What stands before the switcher has at least this much room where the switcher can do with less, in points.
const BESIDE: f32 = 170.0;
/// Around what stands in the button of the menu, and between its parts, in points.
const PAD: f32 = 11.0;
const SIGN: f32 = 14.0;

/// How wide the button of the menu is: whatever view is in front, it stays where it is.
fn menu_width(ui: &Ui, views: &[(Icon, Command)]) -> f32 {
    let word = |(_, command): &(Icon, Command)| paint::line(ui.painter(), fonts::BODY_M, command.name(), Color32::PLACEHOLDER);
    let widest = views.iter().map(|view| word(view).size().x).fold(0.0, f32::max);
    widest + 2.0 * (PAD + SIGN + space::M)
}

/// The button of the menu: the view in front, and that there are others.
fn menu_button(ui: &mut Ui, width: f32, icon: Icon, now: Command) -> Response {
    let t = theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(width, theme::HIT), Sense::click());
    let name = say::view_in_front(now.name());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let fill = if response.is_pointer_button_down_on() {
        t.active
    } else if response.hovered() {
        t.hover
    } else {
        t.card
    };
    let painter = ui.painter();
    painter.rect(rect, CornerRadius::same(theme::R2), fill, Stroke::new(theme::EDGE, t.line), StrokeKind::Inside);
    let y = rect.center().y;
    icon.paint(painter, pos2(rect.left() + PAD + SIGN / 2.0, y), SIGN, t.text);
    let word = paint::line(painter, fonts::BODY_M, now.name(), t.text);
    let is_bare = word.size().x > width - 2.0 * (PAD + SIGN);
    if !is_bare {
        painter.galley(pos2(rect.left() + PAD + SIGN + space::M, y - word.size().y / 2.0), word, t.text);
    }
    icons::CARET_DOWN.paint(painter, pos2(rect.right() - PAD - SIGN / 2.0, y), 11.0, t.text_2);
    if response.has_focus() {
        paint::ring(painter, rect, theme::R2, 1.0, t.accent);
    }
    if is_bare { response.on_hover_text(name) } else { response }
}

fn segments(views: &[(Icon, Command)]) -> Vec<Segment<'static>> {
    views.iter().map(|(icon, command)| Segment::IconWord(*icon, command.name())).collect()
}

#[cfg(test)]
mod tests {
    use egui_kittest::kittest::Queryable;
    use egui_kittest::{Harness, HarnessBuilder};

    use super::*;
    use crate::ui::view::{Action, View};

    /// A bar 900 points wide, with what was wanted in it.
    fn bar(views: &'static [(Icon, Command)], is_menu: bool) -> Harness<'static, Vec<Command>> {
        let builder = HarnessBuilder::default().with_size([900.0, 200.0]).with_context_setup(theme::install);
        builder.build_ui_state(
            move |ui, wanted: &mut Vec<Command>| {
                let mut out = Actions::default();
                let bar = Rect::from_min_size(pos2(0.0, 0.0), vec2(900.0, 44.0));
                if let Some(switcher) = Switcher::place(views.to_vec(), ui, bar, 700.0, is_menu) {
                    switcher.show(Command::Show(View::Board), ui, &mut out);
                }
                let commands = out.drain().into_iter().filter_map(|action| match action {
                    Action::Run(command) => Some(command),
                    _ => None,
                });
                wanted.extend(commands);
            },
            Vec::new(),
        )
    }

    /// Another command stands for a second view.
    const TWO: &[(Icon, Command)] = &[(icons::BOARD, Command::Show(View::Board)), (icons::CALENDAR, Command::Today)];

    #[test]
    fn of_two_views_each_has_its_name_and_the_other_is_one_press_away() {
        let mut bar = bar(TWO, false);
        bar.run();
        let group = bar.get_by_label(say::menu_view()).rect();
        assert!((group.center().x - 450.0).abs() < 1.0, "in the middle of the window");
        bar.get_by_label(Command::Show(View::Board).name());
        bar.get_by_label(Command::Today.name()).click();
        bar.run();
        assert_eq!(*bar.state(), [Command::Today]);
    }

    #[test]
    fn in_a_narrow_window_they_are_a_menu() {
        let mut bar = bar(TWO, true);
        bar.run();
        assert!(bar.query_by_label(Command::Today.name()).is_none());
        let name = say::view_in_front(Command::Show(View::Board).name());
        let button = bar.get_by_label(&name);
        assert!(button.rect().width() > 60.0, "its word has room beside the icon");
        button.click();
        bar.run();
        bar.get_by_label(Command::Today.name()).click();
        bar.run();
        assert_eq!(*bar.state(), [Command::Today]);
    }

    #[test]
    fn where_there_is_one_view_there_is_nothing_to_switch() {
        let mut bar = bar(&TWO[..1], false);
        bar.run();
        assert!(bar.query_by_label(say::menu_view()).is_none());
    }
}
