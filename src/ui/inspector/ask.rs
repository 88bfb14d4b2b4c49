//! The fields of a moment that say what it asks, how it is disclosed, and how it is made.

use egui::{Color32, CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::edit::{Edit, MergeKey, MomentChange, ProductChange};
use crate::model::{Compensation, Control, Cta, Disclosure, Moment, Money, Placement, Status, Unknown, Verified};
use crate::ui::icons::{self, Icon};
use crate::ui::kit;
use crate::ui::theme;
use crate::ui::view::Action;
use crate::words::{names, steps, window as say};

use super::form::{Form, Text};
use super::moment::change;
use super::{heading, parse};

impl Form<'_> {
    /// What a moment asks.
    pub(super) fn asks(&mut self, ui: &mut Ui, moment: &Moment) {
        heading(ui, say::section_ask());
        self.row(ui, "cta", |form, ui, width| {
            let choices = Cta::ALL.iter().map(|cta| (*cta, names::choice(cta.key()))).collect::<Vec<_>>();
            if let Some(cta) = form.segments(ui, "cta", width, moment.cta, &choices) {
                form.set("cta", moment, MomentChange::Cta(Some(cta)));
            }
        });
        self.row(ui, "product", |form, ui, width| {
            let products: Vec<_> =
                form.cx.campaign.products.iter().map(|product| (product.id, product.name.as_str(), None)).collect();
            let key = MergeKey::Moment(moment.id, "product");
            if let Some(picked) = form.pick(ui, key, width, moment.product, &products, Some(say::none_yet())) {
                form.set("product", moment, MomentChange::Product(picked));
            }
        });
        self.claims(ui, moment);
        self.row(ui, "placement", |form, ui, width| {
            let choices: Vec<_> = Placement::ALL.iter().map(|choice| (*choice, names::choice(choice.key()), None)).collect();
            let key = MergeKey::Moment(moment.id, "placement");
            if let Some(picked) = form.pick(ui, key, width, moment.placement, &choices, Some(say::not_set())) {
                form.set("placement", moment, MomentChange::Placement(picked));
            }
        });
        self.row(ui, "compensation", |form, ui, width| {
            let choices: Vec<_> = Compensation::ALL.iter().map(|choice| (*choice, names::choice(choice.key()), None)).collect();
            let key = MergeKey::Moment(moment.id, "compensation");
            if let Some(picked) = form.pick(ui, key, width, moment.compensation, &choices, Some(say::not_set())) {
                form.set("compensation", moment, MomentChange::Compensation(picked));
            }
        });
    }

    /// Who checked the claims of a product that needs it; the day is the one on which that is written down.
    fn claims(&mut self, ui: &mut Ui, moment: &Moment) {
        let product = moment.product.and_then(|id| self.cx.campaign.product(id));
        let Some(product) = product.filter(|product| product.sensitive.is_some()) else { return };
        let today = self.cx.today;
        let note = product.verified.as_ref().and_then(|verified| verified.note.clone());
        self.row(ui, "verified", |form, ui, width| {
            let key = MergeKey::Product(product.id, "verified");
            let by = product.verified.as_ref().map_or("", |verified| verified.by.as_str());
            let text = Text { hint: say::hint_checked(), ..Text::line(key, names::field("verified"), by, width) };
            form.optional(ui, &text, |by| {
                let verified = by.map(|by| Verified { by, on: today, note, unknown: Unknown::default() });
                let label = steps::step_edit(names::field_word("verified"), &product.name);
                (label, Edit::SetProduct { id: product.id, change: ProductChange::Verified(verified) })
            });
        });
    }

    /// How a moment says that it is paid, and who has the last word.
    pub(super) fn disclosure(&mut self, ui: &mut Ui, moment: &Moment) {
        heading(ui, say::section_disclosure());
        let now = &moment.disclosure;
        let shown = (("disclosure"), now.text.as_deref());
        let to = |text| MomentChange::Disclosure(Disclosure { text, ..now.clone() });
        self.words(ui, moment, shown, (1, say::hint_label()), to);
        for (field, on, name) in
            [("platform_label", now.platform_label, say::platform_label()), ("spoken", now.spoken, say::spoken())]
        {
            if let Some(on) = self.check(ui, field, name, on) {
                let mut disclosure = now.clone();
                if field == "spoken" {
                    disclosure.spoken = on;
                } else {
                    disclosure.platform_label = on;
                }
                self.set(field, moment, MomentChange::Disclosure(disclosure));
            }
        }
        self.row(ui, "creative_control", |form, ui, width| {
            let choices = Control::ALL.iter().map(|choice| (*choice, names::choice(choice.key()))).collect::<Vec<_>>();
            if let Some(control) = form.segments(ui, "creative_control", width, moment.creative_control, &choices) {
                form.set("creative_control", moment, MomentChange::CreativeControl(Some(control)));
            }
        });
    }

    /// A box to tick, with its word beside it; returns what it is now when it was pressed. It stands under the fields.
    pub(super) fn check(&mut self, ui: &mut Ui, field: &'static str, name: &str, on: bool) -> Option<bool> {
        let indent = super::form::LABELS + super::form::GAP;
        let (row, response) = ui.allocate_exact_size(vec2(ui.available_width(), 22.0), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, name));
        if *self.focus == Some(field) {
            response.request_focus();
            response.scroll_to_me(Some(egui::Align::Center));
            *self.focus = None;
        }
        let t = self.cx.tokens;
        let painter = ui.painter();
        let tick = Rect::from_center_size(pos2(row.left() + indent + 8.0, row.center().y), vec2(16.0, 16.0));
        let fill = match (on, response.hovered()) {
            (true, _) => t.accent,
            (false, true) => t.hover,
            (false, false) => t.card,
        };
        let edge = Stroke::new(theme::SLOT, if on { Color32::TRANSPARENT } else { t.line_strong });
        painter.rect(tick, CornerRadius::same(theme::R1), fill, edge, StrokeKind::Inside);
        if on {
            icons::CHECK.paint(painter, tick.center(), 12.0, t.on_accent);
        }
        kit::paint::text_at(painter, tick.right() + 8.0, row.center().y, crate::ui::fonts::BODY, name, t.text);
        if response.has_focus() {
            kit::paint::ring(painter, tick, theme::R1, 1.0, t.accent);
        }
        response.clicked().then_some(!on)
    }

    /// How far a moment is, who makes it, what it costs.
    pub(super) fn production(&mut self, ui: &mut Ui, moment: &Moment) {
        heading(ui, say::section_production());
        self.row(ui, "status", |form, ui, width| {
            let choices: Vec<_> =
                Status::ALL.iter().map(|status| (*status, names::status(status.key()), Some(status_icon(*status)))).collect();
            let key = MergeKey::Moment(moment.id, "status");
            if let Some(status) = form.pick(ui, key, width, Some(moment.status), &choices, None).flatten() {
                form.set("status", moment, MomentChange::Status(status));
            }
        });
        self.words(ui, moment, ("owner", moment.owner.as_deref()), (1, say::nobody_yet()), MomentChange::Owner);
        self.row(ui, "cost", |form, ui, width| {
            let shown = moment.cost.map(Money::readable).unwrap_or_default();
            let budget = form.cx.campaign.budget;
            let currency = moment.cost.or(budget).map_or_else(|| "EUR".to_owned(), |money| money.currency().to_owned());
            let text = Text {
                key: MergeKey::Moment(moment.id, "cost"),
                name: names::field("cost"),
                shown: &shown,
                hint: say::not_set(),
                rows: 1,
                width,
                icon: None,
                unread: say::unread_money(),
            };
            form.text(
                ui,
                &text,
                |written| if written.trim().is_empty() { Some(None) } else { parse::money(written, &currency).map(Some) },
                |money| money.map(Money::readable).unwrap_or_default(),
                |money| change("cost", moment, MomentChange::Cost(money)),
            );
        });
        self.picture(ui, moment);
        self.words(ui, moment, ("notes", moment.notes.as_deref()), (2, ""), MomentChange::Notes);
    }

    fn picture(&mut self, ui: &mut Ui, moment: &Moment) {
        let Some(id) = moment.image else { return };
        self.row(ui, "image", |form, ui, _| {
            let name = form.cx.campaign.picture(id).map_or("", |picture| picture.name.as_str());
            let (rect, response) = ui.allocate_exact_size(vec2(57.0, 32.0), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Image, true, say::picture_of(&moment.title)));
            let Some(texture) = form.cx.pictures.get(&id) else {
                form.out.push(Action::NeedPicture(id));
                ui.painter().rect_filled(rect, theme::R1, form.cx.tokens.sunken);
                response.on_hover_text(say::picture_pending(name));
                return;
            };
            egui::Image::new((texture.id(), texture.size_vec2()))
                .uv(cover(texture.size_vec2(), rect.size()))
                .corner_radius(CornerRadius::same(theme::R1))
                .paint_at(ui, rect);
            response.on_hover_text(name);
        });
    }
}

/// The part of a picture of that size that fills a frame without bending it.
fn cover(picture: egui::Vec2, frame: egui::Vec2) -> Rect {
    if picture.x <= 0.0 || picture.y <= 0.0 {
        return Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
    }
    let share = (frame / picture) / (frame / picture).max_elem();
    Rect::from_center_size(pos2(0.5, 0.5), vec2(share.x, share.y))
}

/// The glyph of a status.
pub(super) fn status_icon(status: Status) -> Icon {
    match status {
        Status::Idea => icons::CIRCLE_DASHED,
        Status::Draft => icons::CIRCLE,
        Status::InReview => icons::CIRCLE_HALF,
        Status::Approved => icons::CIRCLE_DOT,
        Status::Scheduled => icons::CLOCK,
        Status::Published => icons::OK,
    }
}
