//! What the campaign is for: in words once it is written, in fields as long as it is not.

use egui::{CornerRadius, Id, Key, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::data::Spending;
use super::section::{Header, Note, Section, header};
use super::{PAD, SideState};
use crate::edit::{BrandChange, CampaignChange, Edit, MergeKey, Step};
use crate::model::{Campaign, Money};
use crate::ui::command::Command;
use crate::ui::kit::{self, Button, TextField, paint};
use crate::ui::theme::{self, Tone, space};
use crate::ui::typed;
use crate::ui::view::{About, Action, Actions, Cx, Selection};
use crate::ui::{fonts, icons};
use crate::words::{self, names, side as say, steps};

/// Height of a line of facts, in points.
const FACT: f32 = 18.0;

/// Whether nobody wrote it yet.
pub(super) fn is_empty(campaign: &Campaign) -> bool {
    campaign.line.is_none() && campaign.brands.first().is_none_or(|brand| brand.values.is_empty())
}

/// Draws the section. Returns whether it is open.
pub(super) fn brief(cx: &Cx<'_>, state: &mut SideState, ui: &mut Ui, out: &mut Actions) -> bool {
    let edit = (icons::EDIT, Command::EditCampaign.name());
    let Header { open, pressed } = header(state, ui, Section::Brief, &Note::None, &[edit]);
    if pressed.is_some() {
        out.run(Command::EditCampaign);
    }
    if !open {
        return false;
    }
    let empty = is_empty(cx.campaign);
    // The fields stay while one of them has the keyboard, and until it has seen that it lost it: the first letter must not take the
    // field away.
    let ids = [name_id(), line_id(), value_id()];
    let focused = ui.memory(|memory| ids.iter().any(|id| memory.has_focus(*id) || memory.had_focus_last_frame(*id)));
    state.writing_brief = (empty || (state.writing_brief && focused)) && cx.locked().is_none();
    ui.allocate_ui(vec2(ui.available_width(), 0.0), |ui| {
        egui::Frame::NONE.inner_margin(egui::Margin { left: PAD as i8, right: PAD as i8, top: 0, bottom: PAD as i8 }).show(
            ui,
            |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing = vec2(space::M, 0.0);
                if state.writing_brief {
                    fields(cx, ui, out);
                } else {
                    written(cx, ui);
                }
                values(cx, state, ui, out);
                facts(cx, state, ui);
            },
        );
    });
    true
}

fn name_id() -> Id {
    Id::unique("brief name")
}
fn line_id() -> Id {
    Id::unique("brief line")
}
fn value_id() -> Id {
    Id::unique("brief value")
}

/// The two fields with which a brief begins.
fn fields(cx: &Cx<'_>, ui: &mut Ui, out: &mut Actions) {
    let mut name = cx.campaign.name.clone();
    let field = TextField::new(name_id(), say::campaign_name()).hint(say::campaign_name()).show_marked(ui, &mut name);
    if field.gained_focus() {
        // A plan nobody named yet has the name of its template: what is written takes its place.
        kit::select_all(ui.ctx(), name_id(), &name);
    }
    follow(&field, "name", CampaignChange::Name(name), out);
    ui.add_space(space::M);
    let mut line = cx.campaign.line.clone().unwrap_or_default();
    let field = TextField::new(line_id(), say::people_feel()).hint(say::people_feel()).rows(2).show_marked(ui, &mut line);
    let change = CampaignChange::Line(Some(line).filter(|line| !line.trim().is_empty()));
    follow(&field, "line", change, out);
    ui.add_space(space::L);
}

/// Takes what was typed into the document: one step until the field is left, and none where it is left with Escape.
fn follow(field: &Response, key: &'static str, change: CampaignChange, out: &mut Actions) {
    let merge = MergeKey::Campaign(key);
    typed::follow(field, merge, out);
    if field.changed() {
        let label = steps::step_campaign(names::field_word(key));
        let edit = Edit::SetCampaign { change: Box::new(change) };
        out.push(Action::Edit(Step::typing(label, edit, merge)));
    }
    typed::end(field, merge, out);
}

/// Name and line, as they are written.
fn written(cx: &Cx<'_>, ui: &mut Ui) {
    let t = cx.tokens;
    for (face, color, text, rows) in
        [(fonts::UI_B, t.text, Some(cx.campaign.name.as_str()), 2), (fonts::BODY, t.text_2, cx.campaign.line.as_deref(), 5)]
    {
        let Some(text) = text.filter(|text| !text.is_empty()) else { continue };
        let galley = paint::lines_within(ui.painter(), face, text, color, ui.available_width(), rows);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), galley.size().y), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
        let elided = galley.elided;
        ui.painter().galley(rect.min, galley, color);
        if elided {
            response.on_hover_text(text);
        }
        ui.add_space(space::XS);
    }
    ui.add_space(space::M);
}

/// What brand and creators are to have in common: chips, and a way to begin where there is none.
fn values(cx: &Cx<'_>, state: &mut SideState, ui: &mut Ui, out: &mut Actions) {
    let values: &[String] = cx.campaign.brands.first().map_or(&[], |brand| &brand.values);
    if !values.is_empty() && !state.writing_brief {
        state.new_value = None;
        chips(cx, ui, values, out);
        ui.add_space(space::L);
        return;
    }
    let t = cx.tokens;
    let galley = paint::lines_within(ui.painter(), fonts::META, say::both_stand_for(), t.text_3, ui.available_width(), 2);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), galley.size().y), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, say::both_stand_for()));
    ui.painter().galley(rect.min, galley, t.text_3);
    ui.add_space(space::M);
    chips(cx, ui, values, out);
    match &mut state.new_value {
        Some(text) => {
            let field = TextField::new(value_id(), say::shared_value()).hint(say::a_shared_value()).keeps().show_marked(ui, text);
            let pressed = |key| ui.input(|input| input.key_pressed(key));
            let (entered, escaped) = (pressed(Key::Enter), pressed(Key::Escape));
            if field.lost_focus() {
                let text = std::mem::take(text);
                if !escaped {
                    add_value(cx, text.trim(), out);
                }
                // Whoever goes on with Enter has another one; whoever leaves is done.
                if entered && !text.trim().is_empty() {
                    field.request_focus();
                } else {
                    state.new_value = None;
                }
            }
        }
        None => {
            if Button::secondary(say::shared_value()).icon(icons::PLUS).small().disabled(cx.locked()).show(ui).clicked() {
                if cx.campaign.brands.is_empty() {
                    // Values belong to a brand; its page has a field for them.
                    out.run(Command::AddBrand);
                } else {
                    state.new_value = Some(String::new());
                    ui.memory_mut(|memory| memory.request_focus(value_id()));
                }
            }
        }
    }
    ui.add_space(space::L);
}

fn add_value(cx: &Cx<'_>, value: &str, out: &mut Actions) {
    let Some(brand) = cx.campaign.brands.first() else { return };
    if value.is_empty() || brand.values.iter().any(|known| known == value) {
        return;
    }
    let mut values = brand.values.clone();
    values.push(value.to_owned());
    let edit = Edit::SetBrand { id: brand.id, change: BrandChange::Values(values) };
    out.push(Action::Edit(Step::new(steps::step_add(value), vec![edit])));
}

/// Words in pills, as many on a line as fit. Of many the first ones stand here and a last pill leads to all of them: the
/// creators below stay in sight.
fn chips(cx: &Cx<'_>, ui: &mut Ui, words: &[String], out: &mut Actions) {
    /// Height of a chip and the space below it, in points.
    const CHIP: f32 = 20.0;
    /// Most words that are shown.
    const MOST: usize = 6;
    let beyond = if words.len() > MOST + 1 { words.len() - MOST } else { 0 };
    let more = (beyond > 0).then(|| say::more_values(beyond));
    let words = words.iter().take(words.len() - beyond).chain(&more);
    let t = theme::of(ui);
    let width = ui.available_width();
    let mut at = vec2(0.0, 0.0);
    let mut places = Vec::new();
    for word in words.clone() {
        let galley = paint::line_within(ui.painter(), fonts::META_M, word, t.text_2, width - 18.0);
        let size = vec2(galley.size().x + 18.0, CHIP);
        if at.x > 0.0 && at.x + size.x > width {
            at = vec2(0.0, at.y + CHIP + space::M);
        }
        places.push((at, size, galley));
        at.x += size.x + space::M;
    }
    let Some((last, ..)) = places.last() else { return };
    let (area, _) = ui.allocate_exact_size(vec2(width, last.y + CHIP + space::XS), Sense::hover());
    for (at, (word, (offset, size, galley))) in words.zip(places).enumerate() {
        let rect = Rect::from_min_size(area.min + offset, size);
        let leads = beyond > 0 && at == MOST;
        let response = ui.interact(rect, ui.scope_id().with(("value", at)), if leads { Sense::click() } else { Sense::hover() });
        response.widget_info(|| WidgetInfo::labeled(if leads { Role::Button } else { Role::Label }, true, word));
        let fill = if leads && response.hovered() { t.active } else { t.k_pro_bg };
        ui.painter().rect_filled(rect, CornerRadius::same(10), fill);
        if response.has_focus() {
            paint::ring(ui.painter(), rect, 10, 1.0, t.accent);
        }
        if leads
            && response.clicked()
            && let Some(brand) = cx.campaign.brands.first()
        {
            out.push(Action::Select(Selection::about(About::Brand(brand.id))));
        }
        ui.painter().galley(pos2(rect.left() + 9.0, rect.center().y - galley.size().y / 2.0), galley, t.text_2);
    }
}

/// When the asks come, what for, and the money.
fn facts(cx: &Cx<'_>, state: &SideState, ui: &mut Ui) {
    let t = cx.tokens;
    if let Some((first, last)) = state.data.asks {
        fact(ui, say::ask_window(), &first.span(last), t.text, None);
    }
    if let Some(objective) = cx.campaign.objective {
        fact(ui, say::goal(), names::choice(objective.key()), t.text, None);
    }
    let readable = |amounts: &[Money]| words::list(&amounts.iter().copied().map(Money::readable).collect::<Vec<_>>());
    match Spending::of(&state.data.cost, cx.campaign.budget) {
        Spending::Nothing => {}
        Spending::Planned(cost) => fact(ui, say::budget(), &words::window::money_planned(cost.readable()), t.text, None),
        Spending::Mixed(cost, None) => fact(ui, say::budget(), &words::window::money_planned(readable(&cost)), t.text, None),
        Spending::Mixed(cost, Some(budget)) => {
            fact(ui, say::budget(), &say::money_mixed(readable(&cost), budget.readable()), t.text, None);
        }
        Spending::Of(cost, budget, share) => {
            let over = share > 1.0;
            let text = say::money_of(cost.readable(), budget.readable());
            let hint = Money::new(cost.hundredths() - budget.hundredths(), budget.currency())
                .filter(|_| over)
                .map_or_else(|| say::budget_used((share * 100.0).round()), |beyond| say::over_budget(beyond.readable()));
            let color = if over { t.tone(Tone::Warning).text } else { t.text };
            fact(ui, say::budget(), &text, color, Some(&hint));
            ui.add_space(space::S);
            let (bar, _) = ui.allocate_exact_size(vec2(ui.available_width(), 4.0), Sense::hover());
            let fill = if over { t.tone(Tone::Warning).fill } else { t.text_3 };
            ui.painter().rect_filled(bar, CornerRadius::same(2), t.active);
            let used = Rect::from_min_size(bar.min, vec2(bar.width() * share.clamp(0.0, 1.0), bar.height()));
            ui.painter().rect_filled(used, CornerRadius::same(2), fill);
        }
    }
}

/// A line with a name at the left and a value at the right; where both have no room, the value goes on a line of its own.
fn fact(ui: &mut Ui, name: &str, value: &str, color: egui::Color32, hint: Option<&str>) {
    let t = theme::of(ui);
    let width = ui.available_width();
    let name_galley = paint::line(ui.painter(), fonts::META, name, t.text_3);
    let value_galley = paint::line_within(ui.painter(), fonts::META, value, color, width);
    let two = name_galley.size().x + space::L + value_galley.size().x > width;
    let (rect, response) = ui.allocate_exact_size(vec2(width, if two { 2.0 * FACT - 2.0 } else { FACT }), Sense::hover());
    let spoken = hint.map_or_else(|| say::fact(name, value), |hint| format!("{}, {hint}", say::fact(name, value)));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    let painter = ui.painter();
    let middle = rect.top() + FACT / 2.0;
    painter.galley(pos2(rect.left(), middle - name_galley.size().y / 2.0), name_galley, t.text_3);
    let y = if two { rect.bottom() - FACT / 2.0 } else { middle };
    painter.galley(pos2(rect.right() - value_galley.size().x, y - value_galley.size().y / 2.0), value_galley, color);
    if let Some(hint) = hint {
        response.on_hover_text(hint);
    }
}
