//! Dialogs: questions, a message, an explanation, a path. Each draws itself over the window and returns the answer once
//! there is one; none acts on it. The keyboard is on the button that Enter presses, or on the field; Escape closes.

mod accept;
mod brand_kit;
mod conflict;
mod copy_lane;
mod damaged;
mod evidence;
mod explain;
mod keys;
mod opened_twice;
mod own_template;
mod path;
mod preferences;
mod question;
mod recovery;
mod tab_order;
mod tour;
mod unsaved_work;
mod use_template;
mod values;
mod versions;

pub use accept::{AcceptAnswer, AcceptDraft, Reach, accept_ui};
pub use brand_kit::{BrandKitAnswer, BrandKitDraft, KitFile, brand_kit_ui, kit_edit, kit_step};
pub use conflict::{ConflictAnswer, ConflictDraft, Other, conflict_ui};
pub use copy_lane::{CopyAnswer, CopyDraft, CopyFor, copy_lane_ui};
pub use damaged::{DamagedAnswer, damaged_ui};
pub use evidence::{Evidence, Word};
pub use explain::{RulesDraft, explain_ui, rules_ui};
pub use keys::keys_ui;
pub use opened_twice::{TwiceAnswer, opened_twice_ui};
pub use own_template::{TemplateAnswer, TemplateDraft, own_template_ui, remove_template_ui, rename_template_ui};
pub use path::{PathAnswer, PathDraft, path_ui};
pub use preferences::{HouseShown, PreferencesAnswer, preferences_ui};
pub use question::{
    GoneAnswer, NotSavedAnswer, ReplaceAnswer, UnsavedAnswer, gone_ui, message_ui, not_saved_ui, replace_ui, unsaved_ui,
};
pub use recovery::{DraftLook, DraftRow, RecoveryAnswer, RecoveryDraft, RestoreWay, recovery_ui};
pub use tour::{GuideAnswer, guide_offer_ui, limits_ui, tour_offer_ui};
pub use unsaved_work::{UnsavedWork, WorkAnswer, unsaved_work_ui};
pub use use_template::{DayZero, TemplateChoice, UseAnswer, UseDraft, UseOf, use_template_ui, weeks};
pub use values::{Side, ValueRow, ValuesDraft, value_rows, values_ui};
pub use versions::{Look, VersionRow, VersionState, Versions, VersionsAnswer, VersionsDraft, versions_ui};

use egui::{
    Align, Context, CornerRadius, Frame, Id, Label, Layout, Margin, Modal, Response, Role, Sense, Stroke, Ui, UiBuilder,
    WidgetInfo, vec2,
};

use crate::words::window as say;

use super::kit;
use super::theme::{self, Lift, space};
use super::{fonts, icons};

/// The least width of a dialog, in a window however small.
const LEAST: f32 = 160.0;

/// Height of the strip of buttons, in points.
const FOOTER: f32 = 64.0;

/// What a dialog answers when it is closed without one: Escape, the cross, or a press beside it.
pub(in crate::ui) struct Closed;

/// How a dialog is framed: what it is called, how wide it is, and whether it is filled in.
#[derive(Clone, Copy, Debug)]
pub(in crate::ui) struct Dialog<'a> {
    /// Its id.
    name: &'a str,
    title: &'a str,
    /// In points, where the window is wide enough.
    width: f32,
    /// What was typed would be lost to a press beside it, so that one does nothing.
    keeps: bool,
}

impl<'a> Dialog<'a> {
    /// A dialog that is read: a press beside it closes it, too.
    pub(in crate::ui) const fn read(name: &'a str, title: &'a str, width: f32) -> Self {
        Self { name, title, width, keeps: false }
    }

    /// A dialog that is filled in: a press beside it leaves it open.
    pub(in crate::ui) const fn filled(name: &'a str, title: &'a str, width: f32) -> Self {
        Self { name, title, width, keeps: true }
    }

    /// Draws it: scrim, title with a cross, body, and the strip of buttons (from right to left).
    pub(in crate::ui) fn show<R>(
        self,
        ctx: &Context,
        body: impl FnOnce(&mut Ui) -> Option<R>,
        buttons: impl FnOnce(&mut Ui) -> Option<R>,
    ) -> Option<Result<R, Closed>> {
        let Self { name, title, width, keeps } = self;
        let theme = ctx.theme();
        let t = theme::tokens(theme);
        let screen = ctx.content_rect().size();
        // A window may be smaller than any dialog can be: then its edges are cut off, which is better than no room inside of it.
        let width = width.min((screen.x - 2.0 * space::DIALOG).max(LEAST));
        let frame = Frame::NONE
            .fill(t.panel)
            .stroke(Stroke::new(theme::EDGE, t.line))
            .corner_radius(CornerRadius::same(theme::R5))
            .shadow(theme::shadow(theme, Lift::Modal));
        let area = Modal::default_area(Id::unique(name)).accessible_name(title);
        let modal = Modal::new(Id::unique(name)).area(area).backdrop_color(theme::backdrop(theme)).frame(frame);
        let shown = kit::show_modal(ctx, modal, |ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing = vec2(space::L, 0.0);
            tab_order::lead(ctx, Id::unique(name), ui.layer_id());
            let cross = title_row(ui, title);
            let mut answer = Frame::NONE
                .inner_margin(Margin { left: 24, right: 24, top: 0, bottom: 20 })
                .show(ui, |ui| {
                    ui.spacing_mut().item_spacing = vec2(space::L, space::L);
                    body(ui)
                })
                .inner;
            // What cannot do with so little has made the dialog wider, and the strip goes along.
            let width = width.max(ui.min_rect().width());
            let room = Room::of(ctx, Id::unique(name), width);
            let (strip, _) = ui.allocate_exact_size(vec2(width, room.tall), Sense::hover());
            let lower = CornerRadius { nw: 0, ne: 0, sw: theme::R5, se: theme::R5 };
            ui.painter().rect_filled(strip.shrink2(vec2(1.0, 0.0)).with_max_y(strip.bottom() - 1.0), lower, t.canvas);
            ui.painter().hline(strip.x_range(), strip.top(), Stroke::new(theme::EDGE, t.line));
            let inner = strip.shrink2(vec2(20.0, if room.below { space::XL } else { 0.0 }));
            let layout = if room.below { Layout::top_down(Align::Max) } else { Layout::right_to_left(Align::Center) };
            let mut child = ui.new_child(UiBuilder::new().id_salt("buttons").max_rect(inner).layout(layout));
            child.spacing_mut().item_spacing = vec2(space::L, space::M);
            // A line that begins at the right goes on at the right, too.
            let answered = if room.below { child.horizontal_wrapped(buttons).inner } else { buttons(&mut child) };
            answer = answered.or(answer);
            room.keep(ctx, Id::unique(name), child.min_rect().size(), inner.width());
            tab_order::Ends { cross: cross.id, strip }.keep(ctx, Id::unique(name));
            (answer, cross.clicked())
        });
        let pressed_beside = keeps && shown.backdrop_response.clicked();
        let dismissed = !pressed_beside && shown.should_close();
        let (answer, crossed) = shown.inner;
        match answer {
            Some(answer) => Some(Ok(answer)),
            None => (crossed || dismissed).then_some(Err(Closed)),
        }
    }
}

/// The room that the buttons of a dialog have: beside each other, or in several lines where that is not wide enough. It is measured
/// in one frame and there in the next.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Room {
    /// The width of the dialog that it was measured in, in points.
    width: f32,
    /// Height of the strip, in points.
    tall: f32,
    /// They stand in several lines.
    below: bool,
}

impl Room {
    fn of(ctx: &Context, dialog: Id, width: f32) -> Self {
        let known = ctx.data(|data| data.get_temp::<Self>(dialog.with("buttons")));
        known.filter(|room| (room.width - width).abs() < 0.5).unwrap_or(Self { width, tall: FOOTER, below: false })
    }

    /// Takes down what the buttons needed, and asks for another frame where they had something else.
    fn keep(self, ctx: &Context, dialog: Id, needed: egui::Vec2, there: f32) {
        let below = self.below || needed.x > there + 0.5;
        let tall = if below && self.below { needed.y + 2.0 * space::XL } else { self.tall };
        let next = Self { tall: tall.max(FOOTER), below, ..self };
        if next != self {
            ctx.data_mut(|data| data.insert_temp(dialog.with("buttons"), next));
            ctx.request_repaint();
        }
    }
}

/// The title and the cross.
fn title_row(ui: &mut Ui, title: &str) -> Response {
    let t = theme::of(ui);
    Frame::NONE
        .inner_margin(Margin { left: 24, right: 16, top: 16, bottom: 8 })
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                let width = ui.available_width() - theme::HIT - space::L;
                ui.allocate_ui_with_layout(vec2(width, theme::HIT), Layout::left_to_right(Align::Center), |ui| {
                    ui.set_width(width);
                    let label = ui.add(Label::new(fonts::DIALOG.rich(title).color(t.text)).wrap());
                    label.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
                });
                kit::icon_button(ui, icons::CLOSE, say::close(), false, None)
            })
            .inner
        })
        .inner
}

/// A paragraph.
pub(in crate::ui) fn paragraph(ui: &mut Ui, text: &str) {
    let t = theme::of(ui);
    ui.add(Label::new(fonts::UI.rich(text).color(t.text_2)).wrap());
}

/// Puts the keyboard on a widget of the dialog as long as it is nowhere: what lies under a dialog gives it up. Returns
/// whether it did.
pub(in crate::ui) fn default_focus(ui: &Ui, id: Id) -> bool {
    let nowhere = ui.memory(egui::Memory::focused).is_none();
    if nowhere {
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    nowhere
}
