//! The two lanes of a comparison as they run: name, curve, and the cards below it in order.

use egui::{Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::data::cards;
use crate::ui::arc::{Outline, TOP};
use crate::ui::board::{title_of, when_text};
use crate::ui::fonts;
use crate::ui::kit::{marks, paint};
use crate::ui::theme::space;
use crate::ui::view::{Cx, LaneView};
use crate::words::{lanes_compared as say, names};

/// Height of a curve, in points.
const CURVE: f32 = 110.0;
/// Most cards that are listed; of longer lanes the beginning tells the order.
const MOST: usize = 12;
/// Height of a card in the list, in points.
const ROW: f32 = 28.0;

/// Draws both, side by side.
pub(super) fn both(cx: &Cx<'_>, views: [&LaneView; 2], is_shown: bool, ui: &mut Ui) {
    let gap = space::DIALOG;
    let width = (ui.available_width() - gap) / 2.0;
    let top = ui.cursor().min;
    let mut height = 0.0_f32;
    for (at, view) in (0_u8..).zip(views) {
        let left = top.x + f32::from(at) * (width + gap);
        let place = Rect::from_min_size(pos2(left, top.y), vec2(width, ui.available_height()));
        let mut side = ui.new_child(UiBuilder::new().id_salt(("side", at)).max_rect(place));
        side.spacing_mut().item_spacing.y = 0.0;
        one(cx, view, is_shown, &mut side, width);
        height = height.max(side.min_rect().height());
    }
    ui.advance_cursor_after_rect(Rect::from_min_size(top, vec2(2.0 * width + gap, height)));
}

fn one(cx: &Cx<'_>, view: &LaneView, is_shown: bool, ui: &mut Ui, width: f32) {
    let t = cx.tokens;
    let name = cx.campaign.lane_name(&view.lane);
    let heading = paint::line_within(ui.painter(), fonts::UI_B, name, t.text, width);
    let (rect, said) = ui.allocate_exact_size(vec2(width, 24.0), Sense::hover());
    said.widget_info(|| WidgetInfo::labeled(Role::Heading, true, name));
    ui.painter().galley(rect.min, heading, t.text);
    let (rect, said) = ui.allocate_exact_size(vec2(width, CURVE + 16.0), Sense::hover());
    said.widget_info(|| WidgetInfo::labeled(Role::Image, true, say::arc_of(name)));
    // What the checker says is between the team and the plan.
    let mark = |id| view.marks.get(&id).copied().filter(|_| !is_shown);
    if let Some(outline) = Outline::of_lane(cx.campaign, &view.lane, view.curve.as_ref(), mark) {
        let plot = outline.plot(rect.shrink2(vec2(0.0, 8.0)), TOP);
        outline.draw(ui.painter(), &plot, t.panel, t);
    }
    let cards = cards(cx.campaign, &view.lane);
    if cards.is_empty() {
        ui.label(fonts::BODY.rich(say::empty_lane()).color(t.text_3));
    }
    for moment in cards.iter().take(MOST) {
        let (rect, said) = ui.allocate_exact_size(vec2(width, ROW), Sense::hover());
        let (title, day) = (title_of(moment), when_text(cx.campaign, moment.when));
        said.widget_info(|| WidgetInfo::labeled(Role::Label, true, say::card(title, names::kind(moment.kind.key()), &day)));
        marks::kind(ui.painter(), rect.left_center() + vec2(9.0, 0.0), 18.0, moment.kind, t);
        let day = paint::line(ui.painter(), fonts::META, &day, t.text_2);
        let right = rect.right() - day.size().x;
        ui.painter().galley(pos2(right, rect.center().y - day.size().y / 2.0), day, t.text_2);
        let title = paint::line_within(ui.painter(), fonts::BODY_M, title, t.text, (right - rect.left() - 36.0).max(20.0));
        ui.painter().galley(pos2(rect.left() + 26.0, rect.center().y - title.size().y / 2.0), title, t.text);
    }
    if cards.len() > MOST {
        ui.label(fonts::META.rich(say::more(cards.len() - MOST)).color(t.text_3));
    }
}
