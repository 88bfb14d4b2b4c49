//! Plans that were open: where they are, when that was, and what was open in them then.

use egui::{CornerRadius, EventFilter, Id, Key, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{Page, RecentPlan, WelcomeState};
use crate::ui::icons;
use crate::ui::kit::{into_sight, marks, paint};
use crate::ui::theme::{self, R3, Tone};
use crate::ui::view::{Action, Actions, Cx};
use crate::ui::{fonts, kit};
use crate::words::{self, start as say};

/// Height of a row, in points.
const ROW: f32 = 52.0;

/// The list, in what is left of `ui`.
pub(super) fn list(cx: &Cx<'_>, page: &Page, state: &mut WelcomeState, ui: &mut Ui, out: &mut Actions) {
    kit::section(ui, say::recent(), "", None);
    ui.add_space(4.0);
    if page.recent.is_empty() {
        ui.label(fonts::BODY.rich(say::no_recent()).color(cx.tokens.text_3));
        return;
    }
    // A long list scrolls by itself, so that what stands under it stays in reach; in one column the whole page scrolls.
    let room = ui.available_height();
    let rows = |ui: &mut Ui, out: &mut Actions, began: &mut bool| {
        ui.spacing_mut().item_spacing.y = 0.0;
        arrows(page, ui);
        for (at, plan) in page.recent.iter().enumerate() {
            row(cx, at, plan, ui, out, began);
        }
    };
    if room.is_finite() && room < ROW * page.recent.len() as f32 && ui.clip_rect().width() >= 1.0 && room > ROW {
        ScrollArea::vertical().id_salt("recent plans").max_height(room).show(ui, |ui| rows(ui, out, &mut state.began));
    } else {
        rows(ui, out, &mut state.began);
    }
}

/// Up and down go from plan to plan; to the other things of the page it is Tab that goes.
fn arrows(page: &Page, ui: &Ui) {
    let ids: Vec<Id> = page.recent.iter().map(row_id).collect();
    let focused = ui.memory(egui::Memory::focused);
    let Some(at) = ids.iter().position(|id| Some(*id) == focused) else { return };
    let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(ids[at], filter));
    let (up, down) = ui.input(|input| (input.key_pressed(Key::ArrowUp), input.key_pressed(Key::ArrowDown)));
    let to = if down {
        at + 1
    } else if up {
        at.saturating_sub(1)
    } else {
        at
    };
    if let Some(id) = ids.get(to).filter(|_| to != at) {
        ui.memory_mut(|memory| memory.request_focus(*id));
    }
}

/// A plan is known by where it is.
fn row_id(plan: &RecentPlan) -> Id {
    Id::unique(("recent", &plan.folder, &plan.name))
}

fn row(cx: &Cx<'_>, at: usize, plan: &RecentPlan, ui: &mut Ui, out: &mut Actions, began: &mut bool) {
    let t = cx.tokens;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let name = &plan.name;
    let response = ui.interact(rect, row_id(plan), Sense::click());
    let where_and_when =
        if plan.missing { say::no_longer_there(&plan.folder) } else { say::where_and_when(&plan.when, &plan.folder) };
    let [errors, warnings, accepted] = plan.counts;
    let found = words::findings(errors, warnings, 0, accepted);
    let found = if found.is_empty() { say::nothing_open().to_owned() } else { found };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, !plan.missing, say::recent_row(name, &where_and_when, &found)));
    into_sight(&response);
    if !*began {
        response.request_focus();
        *began = true;
    }

    let cross = Rect::from_center_size(pos2(rect.right() - 12.0, rect.center().y), vec2(24.0, 24.0));
    let forget = ui.interact(cross, Id::unique(("forget", &plan.folder, name)), Sense::click());
    let forget_name = say::forget_recent(name);
    forget.widget_info(|| WidgetInfo::labeled(Role::Button, true, &forget_name));
    let shows_cross = plan.missing || response.hovered() || forget.hovered() || forget.has_focus();

    let painter = ui.painter();
    if response.is_pointer_button_down_on() {
        painter.rect_filled(rect.expand2(vec2(10.0, 0.0)), CornerRadius::same(R3), t.active);
    } else if response.hovered() || response.has_focus() || at == 0 {
        painter.rect_filled(rect.expand2(vec2(10.0, 0.0)), CornerRadius::same(R3), t.hover);
    }
    let mut end = if shows_cross { cross.left() - 2.0 } else { rect.right() };
    if plan.missing {
        marks::tone(painter, pos2(end - 8.0, rect.center().y), 14.0, Tone::Warning, t);
        end -= 20.0;
    } else {
        end = counts(cx, painter, plan.counts, end, rect.center().y);
    }
    let room = end - rect.left() - 8.0;
    let color = if plan.missing { t.text_3 } else { t.text };
    let title = paint::line_within(painter, fonts::UI_M, name, color, room);
    painter.galley(pos2(rect.left(), rect.top() + 8.0), title, color);
    let line = paint::line_within(painter, fonts::META, &where_and_when, t.text_3, room);
    painter.galley(pos2(rect.left(), rect.top() + 28.0), line, t.text_3);
    if response.has_focus() {
        paint::ring(painter, rect.expand2(vec2(10.0, 0.0)), R3, 0.0, t.accent);
    }
    if shows_cross {
        if forget.hovered() {
            painter.rect_filled(cross, CornerRadius::same(theme::R2), t.active);
        }
        icons::CLOSE.paint(painter, cross.center(), 13.0, t.text_2);
    }
    if forget.has_focus() {
        paint::ring(painter, cross, theme::R2, 0.0, t.accent);
    }

    let mut chosen = None;
    let _by_keys = kit::opens_chosen_by_keys(&response, false);
    kit::context_menu(&response).width(200.0).accessible_name(name).show(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        let open = (!plan.missing).then_some((icons::OPEN_FILE, say::open_recent(), false));
        for (icon, text, forgets) in open.into_iter().chain([(icons::CLOSE, say::forget_this(), true)]) {
            if kit::menu_row(ui, Some(icon), text, "", false).clicked() {
                chosen = Some(forgets);
                ui.close();
            }
        }
    });
    let deleted = response.has_focus() && ui.input(|input| input.key_pressed(Key::Delete));
    if chosen == Some(false) {
        out.push(Action::OpenRecent(at));
    } else if forget.clicked() || deleted || chosen == Some(true) {
        out.push(Action::ForgetRecent(at));
    } else if response.clicked() && !plan.missing {
        out.push(Action::OpenRecent(at));
    }
    forget.on_hover_text(say::forget_stays());
}

/// What was open, right-aligned at `end`; returns where it begins.
fn counts(cx: &Cx<'_>, painter: &egui::Painter, [errors, warnings, _]: [usize; 3], end: f32, y: f32) -> f32 {
    let t = cx.tokens;
    let mut end = end;
    if (errors, warnings) == (0, 0) {
        marks::tone(painter, pos2(end - 7.0, y), 14.0, Tone::Ok, t);
        return end - 16.0;
    }
    for (tone, count) in [(Tone::Warning, warnings), (Tone::Error, errors)] {
        if count > 0 {
            let number = paint::line(painter, fonts::BODY, &count.to_string(), t.text_2);
            end -= number.size().x;
            painter.galley(pos2(end, y - number.size().y / 2.0), number, t.text_2);
            marks::tone(painter, pos2(end - 11.0, y), 14.0, tone, t);
            end -= 26.0;
        }
    }
    end + 8.0
}
