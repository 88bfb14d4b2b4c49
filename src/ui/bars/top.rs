//! The bar at the top: what is open and how it is saved at the left, the views in the middle, what the checker says and
//! sharing at the right.

use egui::accesskit::Live;
use egui::{Align, Layout, Rect, Sense, Stroke, Ui, UiBuilder, pos2, vec2};

use super::document::{STEPS, document, steps};
use super::menu::menu;
use super::search::search_field;
use super::switcher::Switcher;
use super::{TOP, with_keys};
use crate::ui::command::{Command, Menu};
use crate::ui::icons;
use crate::ui::kit::{self, Button, marks};
use crate::ui::theme::{self, space};
use crate::ui::view::{Actions, Counts, Cx};
use crate::words::{self, window as say};

/// Narrower than this, in points, the mark, redo and the search are left to the menu: the name of what is open has to have room.
const TIGHT: f32 = 480.0;

/// Where some of what stands in the bar was drawn.
#[derive(Clone, Copy, Debug)]
pub struct InTop {
    /// The switcher between the views, where there is more than one.
    pub views: Option<Rect>,
    /// The button that shares.
    pub share: Rect,
}

/// Draws the top bar in the space that `ui` has, and says where what it has stands.
pub fn top_bar_ui(cx: &Cx<'_>, ui: &mut Ui, out: &mut Actions) -> InTop {
    let t = cx.tokens;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), TOP), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(theme::EDGE, t.line));
    let inner = rect.shrink2(vec2(8.0, 8.0));
    let narrow = rect.width() < theme::NARROW;
    let tight = rect.width() < TIGHT;

    let layout = Layout::left_to_right(Align::Center);
    // The left gives way to the right, but is drawn first: Tab goes through the bar as it is read. How wide the right is
    // stands in memory from the last time, and where it is another width now this pass is done again.
    let width_id = ui.scope_id().with("bar right width");
    let width = ui.data(|data| data.get_temp::<f32>(width_id)).unwrap_or_default();
    let start = (inner.right() - width).max(inner.left());
    let switcher = Switcher::place(Menu::Views.rows().chain(Menu::Present.rows()).collect(), ui, inner, start, narrow);
    let end = switcher.as_ref().map_or(start, |switcher| switcher.rect().left());
    let left = Rect::from_min_max(inner.min, pos2((end - space::XL).max(inner.left()), inner.bottom()));
    let mut left = ui.new_child(UiBuilder::new().id_salt("bar left").max_rect(left).layout(layout));
    left.spacing_mut().item_spacing.x = space::M;
    menu(cx, &mut left, out);
    if !tight {
        let (mark, _) = left.allocate_exact_size(vec2(22.0, 22.0), Sense::hover());
        marks::logo(left.painter(), mark, t);
    }
    document(cx, &mut left, narrow, out);
    let views = switcher.as_ref().map(Switcher::rect);
    if let Some(switcher) = switcher {
        switcher.show(Command::Show(cx.view), ui, out);
    }

    let right = Rect::from_min_max(pos2(start, inner.top()), inner.max);
    let mut right = ui.new_child(UiBuilder::new().id_salt("bar right").max_rect(right).layout(layout));
    right.spacing_mut().item_spacing.x = space::L;
    if narrow {
        // Where there is no room the steps stand with what does not move, so that the name has the left to itself.
        steps(cx, &mut right, if tight { &STEPS[..1] } else { STEPS }, out);
    }
    if !tight {
        search_field(&mut right, narrow, out);
    }
    check_pill(cx, &mut right, tight, out);
    let share = share_button(&mut right, narrow, out);
    let now = right.min_rect().width();
    if (now - width).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(width_id, now));
        ui.ctx().request_discard("the right of the bar has another width");
    }
    InTop { views, share }
}

fn share_button(ui: &mut Ui, narrow: bool, out: &mut Actions) -> Rect {
    let mut button = Button::primary(say::share()).icon(icons::SHARE);
    if narrow {
        button = button.without_word();
    }
    let tip = with_keys(ui, Command::Share);
    let response = button.tooltip(&tip).show(ui);
    if response.clicked() {
        out.run(Command::Share);
    }
    response.rect
}

/// `worst` says that there is room for one number, which is that of what is worst.
fn check_pill(cx: &Cx<'_>, ui: &mut Ui, worst: bool, out: &mut Actions) {
    let counts = cx.derived.counts;
    let mut by_tone = counts.by_tone().to_vec();
    by_tone.retain(|(_, count)| *count > 0);
    by_tone.truncate(if worst { 1 } else { by_tone.len() });
    let response = kit::count_pill(ui, &by_tone, say::clear(), &pill_name(counts));
    // What an edit does to the findings is said without anybody going there.
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
    // A press on "1 error" leads to it; hiding the list is what the list's own button is for.
    if response.on_hover_text(with_keys(ui, Command::NextFinding)).clicked() {
        out.run(Command::NextFinding);
    }
}

/// What a screen reader says of the pill.
fn pill_name(counts: Counts) -> String {
    let words = words::findings(counts.errors, counts.warnings, counts.hints, counts.accepted);
    match (counts.open(), counts.accepted) {
        (0, 0) => say::findings_clear().to_owned(),
        (0, _) => say::findings_clear_but(words),
        _ => say::findings_pill(words),
    }
}
