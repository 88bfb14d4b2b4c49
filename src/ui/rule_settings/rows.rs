//! The rows that are no limits: whose house rules hold, which rules run, and each rule with its weight.

use std::sync::Arc;

use egui::{Color32, Frame, Id, Label, Layout, Margin, Rect, Role, Stroke, Ui, WidgetInfo, vec2};

use crate::check::Rule;
use crate::model::{Grade, Profile};
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::kit::{self, Button, Segment, TextField};
use crate::ui::theme::{self, Tone, space};
use crate::ui::view::Cx;
use crate::words::{self, house as say};

use super::data::{self, HOUSE, PROFILE, VALUES_HINT};
use super::draft::RuleDraft;
use super::entered;

/// What the button that takes a setting back takes, in points.
pub(super) const RESET: f32 = theme::HIT + space::S;

/// A row: marked at its left edge once it is changed, on a ground of its own if somebody came for it, with a line below it.
pub(super) fn frame(cx: &Cx<'_>, ui: &mut Ui, changed: bool, sought: bool, content: impl FnOnce(&mut Ui)) -> Rect {
    let ground = if sought { cx.tokens.accent_bg } else { Color32::TRANSPARENT };
    let shown = Frame::NONE
        .fill(ground)
        .corner_radius(theme::R2)
        .inner_margin(Margin { left: 10, right: 0, top: 7, bottom: 7 })
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = space::S;
            content(ui);
        });
    let rect = shown.response.rect;
    if changed {
        ui.painter().rect_filled(rect.with_max_x(rect.left() + 3.0).shrink2(vec2(0.0, 4.0)), 1.5, cx.tokens.accent);
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(theme::EDGE, cx.tokens.line_subtle));
    rect
}

/// Two lines of text, and at the right something to set, of that width.
pub(super) fn split(ui: &mut Ui, width: f32, title: &str, note: &str, control: impl FnOnce(&mut Ui)) {
    let t = theme::of(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        let room = (ui.available_width() - width - space::L).max(120.0);
        ui.allocate_ui_with_layout(vec2(room, theme::HIT), Layout::top_down(egui::Align::LEFT), |ui| {
            ui.set_width(room);
            ui.spacing_mut().item_spacing.y = space::XS;
            ui.add(Label::new(fonts::BODY_M.rich(title).color(t.text)).wrap());
            if !note.is_empty() {
                ui.add(Label::new(fonts::META.rich(note).color(t.text_3)).wrap());
            }
        });
        ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
            ui.allocate_ui_with_layout(vec2(width, theme::HIT), Layout::left_to_right(egui::Align::Center), |ui| {
                ui.spacing_mut().item_spacing.x = space::S;
                control(ui);
            });
        });
    });
}

/// Takes back what the plan sets under that key; keeps its place where there is nothing to take back.
pub(super) fn reset(ui: &mut Ui, draft: &mut RuleDraft, key: &'static str) {
    if !draft.is_set(key) {
        ui.add_space(theme::HIT + space::S);
        return;
    }
    let name = say::reset_of(data::name_of(key));
    if kit::icon_button(ui, icons::UNDO, &name, false, None).clicked() {
        draft.reset(key);
    }
}

/// The field that says why something is changed.
pub(super) fn why_id(key: &str) -> Id {
    Id::unique(("why", key))
}

/// Under what is changed, the field that says why.
pub(super) fn why(ui: &mut Ui, draft: &mut RuleDraft, key: &'static str, enter: &mut bool) {
    if !draft.is_changed(key) {
        return;
    }
    let t = theme::of(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        ui.add(Label::new(fonts::META_M.rich(say::why()).color(t.text_2)));
        let name = say::why_of(data::name_of(key));
        let id = why_id(key);
        let field = TextField::new(id, &name).hint(say::why_hint()).show(ui, draft.reason_mut(key));
        *enter |= entered(ui, &field);
    });
}

fn note(ui: &mut Ui, text: &str, color: Color32) {
    ui.add(Label::new(fonts::BODY.rich(text).color(color)).wrap());
}

/// Whose house rules hold, and what can be done about that; whether a file is to be chosen.
pub(super) fn house(cx: &Cx<'_>, ui: &mut Ui, draft: &mut RuleDraft, enter: &mut bool) -> bool {
    let t = cx.tokens;
    let mut pick = false;
    frame(cx, ui, draft.is_changed(HOUSE), false, |ui| {
        match (draft.carried(), draft.file()) {
            (Some(house), _) => note(ui, &say::house_carried(&house.name), t.text),
            (None, Some(file)) => note(ui, &say::house_from_file(&file.house.name, file.name()), t.text),
            (None, None) => note(ui, say::no_house(), t.text_2),
        }
        if let Some(house) = draft.house() {
            note(ui, &data::house_holds(house), t.text_2);
        }
        if let Some(text) = data::carried_note(draft) {
            note(ui, &text, t.text_2);
        }
        if let (Some(carried), Some(file)) = (draft.carried(), draft.file())
            && *carried != file.house
        {
            note(ui, &say::house_unused(&file.house.name, file.name()), t.text_3);
        }
        if let Some(error) = draft.refused().map(str::to_owned) {
            let label =
                ui.add(Label::new(fonts::BODY.rich(error.as_str()).color(t.tone(Tone::Error).text)).wrap().selectable(true));
            label.widget_info(|| WidgetInfo::labeled(Role::Alert, true, error.as_str()));
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(space::L, space::S);
            pick = Button::secondary(say::use_file()).show(ui).clicked();
            let loose = draft.file().map(|file| Arc::clone(&file.house)).filter(|house| draft.carried() != Some(house));
            if let Some(house) = loose
                && Button::secondary(say::carry()).show(ui).clicked()
            {
                draft.carry(Some(house));
            }
            if draft.carried().is_some() && Button::secondary(say::take_out()).show(ui).clicked() {
                draft.carry(None);
            }
            if draft.can_drop() && Button::quiet(say::drop_file()).show(ui).clicked() {
                draft.drop_file();
            }
            if draft.can_stop() && Button::quiet(say::stop_file()).show(ui).clicked() {
                draft.stop();
            }
        });
        why(ui, draft, HOUSE, enter);
    });
    pick
}

/// Standard or Strict.
pub(super) fn profile(cx: &Cx<'_>, ui: &mut Ui, draft: &mut RuleDraft, enter: &mut bool) {
    frame(cx, ui, draft.is_changed(PROFILE), false, |ui| {
        let text = words::dotted(say::profile_note(), data::origin(draft, PROFILE));
        split(ui, 190.0 + RESET, say::profile(), &text, |ui| {
            reset(ui, draft, PROFILE);
            let names = [Segment::Word(say::profile_standard()), Segment::Word(say::profile_strict())];
            let chosen = Some(usize::from(draft.profile() == Profile::Strict));
            if let Some(at) = kit::segmented(ui, say::profile(), &names, chosen, Some(190.0)) {
                draft.set_profile(if at == 0 { Profile::Standard } else { Profile::Strict });
            }
        });
        why(ui, draft, PROFILE, enter);
    });
}

/// Whether a missing values story is only ever a hint.
pub(super) fn values_hint(cx: &Cx<'_>, ui: &mut Ui, draft: &mut RuleDraft, enter: &mut bool) {
    frame(cx, ui, draft.is_changed(VALUES_HINT), false, |ui| {
        let by_house = draft.house().is_some_and(|house| house.settings.values_hint_only);
        let text = words::dotted(say::values_hint_only_note(), data::origin(draft, VALUES_HINT));
        split(ui, 190.0 + RESET, say::values_hint_only(), &text, |ui| {
            reset(ui, draft, VALUES_HINT);
            // What the agency made a hint stays one: a plan can only be milder here.
            ui.add_enabled_ui(!by_house, |ui| {
                let on = by_house || draft.settings.values_hint_only;
                let names = [Segment::Word(say::no()), Segment::Word(say::yes())];
                if let Some(at) = kit::segmented(ui, say::values_hint_only(), &names, Some(usize::from(on)), Some(190.0)) {
                    draft.settings.values_hint_only = at == 1;
                }
            });
        });
        why(ui, draft, VALUES_HINT, enter);
    });
}

/// A rule: what it weighs, and whether it is off in this plan.
pub(super) fn rule(cx: &Cx<'_>, ui: &mut Ui, draft: &mut RuleDraft, rule: &'static Rule, enter: &mut bool) {
    let t = cx.tokens;
    frame(cx, ui, draft.is_changed(rule.code), false, |ui| {
        let mut text = rule.code.to_owned();
        if rule.profile == Profile::Strict {
            text = words::dotted(&text, say::strict_only());
        }
        if data::says_origin(draft, rule) {
            text = words::dotted(&text, data::origin(draft, rule.code));
        }
        split(ui, RESET + 150.0 + space::S + 106.0, rule.says(), &text, |ui| {
            reset(ui, draft, rule.code);
            weight(ui, draft, rule);
            let off = draft.is_off(rule);
            let toggle = kit::toggle(ui, None, say::off(), off, Some(106.0));
            toggle.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, off, say::off_of(rule.code)));
            if toggle.on_hover_text(say::off_note()).clicked() {
                draft.turn(rule, !off);
            }
        });
        if let Some(text) = data::off_note(draft, rule) {
            ui.add(Label::new(fonts::META.rich(text).color(t.text_2)).wrap());
        }
        why(ui, draft, rule.code, enter);
    });
}

fn weight(ui: &mut Ui, draft: &mut RuleDraft, rule: &'static Rule) {
    let now = draft.grade(rule);
    let under = data::weight_under(draft, rule);
    let shown = if now.is_some() { data::weight(now).to_owned() } else { under.clone() };
    let name = say::weight_of(rule.code);
    let id = Id::unique(("weight", rule.code));
    let chosen = kit::dropdown(ui, id, &name, None, (&shown, ""), 150.0, |ui| {
        let mut chosen = None;
        if kit::menu_row(ui, None, &under, "", now.is_none()).clicked() {
            chosen = Some(None);
        }
        for grade in [Grade::Error, Grade::Warning, Grade::Hint] {
            let is = now == Some(grade);
            if kit::menu_row(ui, None, data::weight(Some(grade)), "", is).clicked() {
                chosen = Some(Some(grade));
            }
        }
        chosen
    });
    if let Some(grade) = chosen.flatten() {
        draft.set_grade(rule, grade);
    }
}
