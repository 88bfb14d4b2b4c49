//! The top of the page: who it is about and which campaign; and the arrows at both sides.

use egui::{CornerRadius, Pos2, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::Page;
use super::layout::Layout;
use super::state::PresentState;
use crate::model::shown::shown;
use crate::ui::fonts;
use crate::ui::icons::{self, Icon};
use crate::ui::kit::{marks, paint};
use crate::words::{self, present as say};

/// Side of an arrow, in points.
const ARROW: f32 = 36.0;

/// Below this width the campaign is left out, in points.
const TIGHT: f32 = 400.0;

/// Who it is about at the left, the campaign at the right.
pub(super) fn draw(page: &Page<'_>, place: Rect, ui: &Ui) {
    let (t, campaign, lane) = (page.cx.tokens, page.cx.campaign, page.lane);
    let painter = ui.painter();
    let brand = campaign.brand_of(lane).map(|brand| brand.name.trim()).filter(|name| !name.is_empty());
    let of = brand.map_or_else(|| campaign.name.clone(), |brand| words::dotted(brand, &campaign.name));
    let of = paint::line_within(painter, fonts::UI, &of, t.text_2, place.width() * 0.45);
    // Where there is little room whoever it is about has it.
    let right = place.right() - if place.width() < TIGHT { 0.0 } else { of.size().x };
    if right < place.right() {
        ui.interact(Rect::from_min_size(pos2(right, place.top()), of.size()), ui.scope_id().with("campaign"), Sense::hover())
            .widget_info(|| WidgetInfo::labeled(Role::Label, true, of.text()));
        painter.galley(pos2(right, place.center().y - of.size().y / 2.0), of, t.text_2);
    }

    let creator = campaign.creator_of(lane);
    let name = campaign.lane_name(lane);
    let at = creator.and_then(|creator| campaign.creators.iter().position(|other| other.id == creator.id));
    marks::avatar(painter, place.left_center() + vec2(16.0, 0.0), 32.0, at.unwrap_or_default(), name);
    let left = place.left() + 44.0;
    let room = (right - left - 24.0).max(60.0);
    let about = creator.and_then(|creator| creator.about.as_deref()).filter(|about| !about.trim().is_empty());
    let y = if about.is_some() { place.top() + 8.0 } else { place.center().y };
    let bold = paint::line_within(painter, fonts::UI_B, name, t.text, room);
    let end = left + bold.size().x;
    painter.galley(pos2(left, y - bold.size().y / 2.0), bold, t.text);
    let handle = creator.and_then(|creator| creator.handle.as_deref()).unwrap_or_default();
    if end + 40.0 < left + room && !handle.is_empty() {
        let handle = paint::line_within(painter, fonts::UI, handle, t.text_2, left + room - end - 5.0);
        painter.galley(pos2(end + 5.0, y - handle.size().y / 2.0), handle, t.text_2);
    }
    if let Some(about) = about {
        let about = paint::line_within(painter, fonts::META, about, t.text_2, room);
        painter.galley(pos2(left, place.top() + 26.0 - about.size().y / 2.0), about, t.text_2);
    }
    let said = [Some(name), Some(handle).filter(|handle| !handle.is_empty()), about].into_iter().flatten().collect::<Vec<_>>();
    let said = shown(&said.join(", ")).into_owned();
    ui.interact(place.with_max_x(left + room), ui.scope_id().with("who"), Sense::hover())
        .widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
}

/// The arrows that lead to the moment before and to the one after.
pub(super) fn arrows(page: &Page<'_>, state: &mut PresentState, layout: &Layout, ui: &Ui) {
    let ways = [
        (icons::CARET_LEFT, say::before(), say::first_already(), -1),
        (icons::CARET_RIGHT, say::after(), say::last_already(), 1),
    ];
    for ((icon, name, why, by), center) in ways.into_iter().zip(layout.arrows) {
        let to = state.step(&page.cx, by);
        if arrow(page, ui, center, icon, (name, to.is_none().then_some(why)))
            && let Some(to) = to
        {
            state.go(to, ui);
        }
    }
}

/// A round button without a word; whether it was pressed.
fn arrow(page: &Page<'_>, ui: &Ui, center: Pos2, icon: Icon, (name, why): (&str, Option<&str>)) -> bool {
    let t = page.cx.tokens;
    let rect = Rect::from_center_size(center, Vec2::splat(ARROW));
    let sense = if why.is_none() { Sense::click() } else { Sense::hover() };
    let response = ui.interact(rect, ui.scope_id().with(name), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, why.is_none(), name));
    let is_lit = why.is_none() && response.hovered();
    if is_lit {
        ui.painter().circle_filled(center, ARROW / 2.0, t.hover);
    }
    if response.has_focus() {
        paint::ring(ui.painter(), rect, (ARROW / 2.0) as u8, 1.0, t.accent);
    }
    let color = match (why, is_lit) {
        (Some(_), _) => t.text_off,
        (None, true) => t.text,
        (None, false) => t.text_2,
    };
    icon.paint(ui.painter(), center, 18.0, color);
    let response = response.on_hover_text(why.unwrap_or(name));
    response.clicked()
}

/// A pill behind something.
pub(super) fn pill(ui: &Ui, rect: Rect, color: egui::Color32) {
    ui.painter().rect_filled(rect, CornerRadius::same((rect.height() / 2.0) as u8), color);
}
