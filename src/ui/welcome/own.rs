//! Templates that the user keeps: under the arcs that come with the program, each with a menu to rename or remove it.

use egui::{Id, Key, Label, Popup, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::offers::{BETWEEN, card, columns, figures};
use super::{Offer, Page};
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::kit::{self, menu_row};
use crate::ui::theme;
use crate::ui::view::{Action, Actions, Cx};
use crate::words::{self, own as say, start};

/// Most lines about files that are left out.
const MOST_NOTICES: usize = 3;

/// The cards with their heading; nothing where there is no template and nothing to say.
pub(super) fn grid(cx: &Cx<'_>, page: &Page, ui: &mut Ui, out: &mut Actions) {
    if page.own.is_empty() && page.notices.is_empty() {
        return;
    }
    ui.add_space(16.0);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), theme::HIT), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, say::your_templates()));
    let title = kit::paint::line(ui.painter(), fonts::DIALOG, say::your_templates(), cx.tokens.text);
    ui.painter().galley(pos2(rect.left(), rect.center().y - title.size().y / 2.0), title, cx.tokens.text);
    ui.add_space(8.0);
    let (columns, size) = columns(ui);
    for row in page.own.chunks(columns) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = BETWEEN;
            for offer in row {
                one(cx, offer, size, ui, out);
            }
        });
        ui.add_space(BETWEEN - ui.spacing().item_spacing.y);
    }
    for notice in page.notices.iter().take(MOST_NOTICES) {
        let label = ui.add(Label::new(fonts::META.rich(notice).color(cx.tokens.text_3)).wrap());
        label.widget_info(|| WidgetInfo::labeled(Role::Label, true, notice));
    }
    let more = page.notices.len().saturating_sub(MOST_NOTICES);
    if more > 0 {
        ui.add(Label::new(fonts::META.rich(say::more_left_out(more)).color(cx.tokens.text_3)));
    }
}

fn one(cx: &Cx<'_>, offer: &Offer, size: egui::Vec2, ui: &mut Ui, out: &mut Actions) {
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let response = ui.interact(rect, Id::unique(("own template", &offer.key)), Sense::click());
    let figures = if offer.outline.is_some() { figures(offer) } else { words::moments(offer.moments) };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, start::offer(&offer.name, &figures, &offer.line)));
    kit::into_sight(&response);
    let corner = Rect::from_min_size(rect.right_top() + vec2(-8.0 - theme::HIT, 8.0), vec2(theme::HIT, theme::HIT));
    if ui.is_rect_visible(rect) {
        card(cx, ui, rect, &response, offer, &figures, rect.right() - 14.0);
    }
    let mut place = ui.new_child(UiBuilder::new().id_salt(("own template menu", &offer.key)).max_rect(corner));
    let name = say::what_with(&offer.name);
    let button = kit::icon_button(&mut place, icons::MORE, &name, false, None);
    kit::opens_menu(&button);
    let mut wanted = None;
    Popup::menu(&button).width(180.0).accessible_name(&name).show(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        for (icon, text, act) in [(icons::EDIT, say::rename(), Want::Rename), (icons::DELETE, say::remove(), Want::Remove)] {
            if menu_row(ui, Some(icon), text, "", false).clicked() {
                wanted = Some(act);
                ui.close();
            }
        }
    });
    // The keys of a card in a list: F2 renames it, Delete asks whether it goes.
    if response.has_focus() {
        wanted = ui.input(|input| {
            let rename = input.key_pressed(Key::F2).then_some(Want::Rename);
            rename.or(input.key_pressed(Key::Delete).then_some(Want::Remove)).or(wanted)
        });
    }
    let key = || offer.key.clone();
    match wanted {
        Some(Want::Rename) => out.push(Action::RenameTemplate(key())),
        Some(Want::Remove) => out.push(Action::RemoveTemplate(key())),
        None if response.clicked() => out.push(Action::UseTemplate(key())),
        None => {}
    }
}

/// What the menu of a template offers.
#[derive(Clone, Copy)]
enum Want {
    Rename,
    Remove,
}
