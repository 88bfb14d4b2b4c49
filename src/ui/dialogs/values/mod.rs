//! What creator, brand and audience stand for, side by side: what they have in common stands in one row.

mod edits;
mod rows;

use egui::{Frame, Id, Key, Label, Margin, Popup, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::edit::{Edit, LaneChange, Step};
use crate::model::{Compared, LaneId, Unknown};
use crate::ui::kit::{self, Button, TextField, marks, paint};
use crate::ui::theme::{self, Tone, space};
use crate::ui::view::{Action, Actions, Cx};
use crate::ui::{fonts, icons};
use crate::words::{self, counts, inspect as say, window};

use super::{Dialog, paragraph};
use edits::Compare;
pub use rows::{Side, ValueRow, value_rows};

/// What is being written in the dialog and not in the plan yet.
#[derive(Clone, Debug, Default)]
pub struct ValuesDraft {
    new: [String; 3],
    renaming: Option<(Side, String, String)>,
    by: Option<String>,
}

/// Shows the lists of a lane side by side; true once it was closed. Every change is a step of its own.
pub fn values_ui(cx: &Cx<'_>, lane: LaneId, draft: &mut ValuesDraft, ui: &mut Ui, out: &mut Actions) -> bool {
    let Some(compare) = Compare::of(cx.campaign, cx.synonyms(), lane) else { return true };
    let rows = value_rows(compare.words, Side::ALL.map(|side| compare.list(side)), &compare.lane.value_links);
    let height = (ui.ctx().content_rect().height() - 320.0).clamp(120.0, 480.0);
    let by = draft.by.take();
    let (mut noted, mut later) = (by.clone(), Actions::default());
    let answer = Dialog::filled("values dialog", say::values_title(), 760.0).show(
        ui.ctx(),
        |ui| {
            verdict(compare, ui, &rows);
            heads(cx, compare, ui);
            ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
                kit::scroll_by_keys(ui);
                ui.spacing_mut().item_spacing.y = 2.0;
                for row in &rows {
                    row_ui(cx, compare, draft, ui, out, row, &rows);
                }
            });
            // There is nothing to be written where nothing can be added.
            if cx.locked().is_none() {
                adders(compare, draft, ui, out);
            }
            None
        },
        |ui| {
            let close = Button::primary(window::close()).show(ui).clicked();
            noted = note(cx, compare, ui, &mut later, by);
            close.then_some(())
        },
    );
    draft.by = noted;
    later.drain().into_iter().for_each(|action| out.push(action));
    answer.is_some()
}

/// What the lists say together: the sentence of the rule about them.
fn verdict(compare: Compare<'_>, ui: &mut Ui, rows: &[ValueRow]) {
    let (creator, brand) = (compare.name(Side::Creator), compare.name(Side::Brand));
    let common = rows.iter().filter(|row| row.common()).count();
    let text = if compare.list(Side::Creator).is_empty() || compare.list(Side::Brand).is_empty() {
        say::values_unset().to_owned()
    } else if common == 0 {
        say::values_none(creator, brand)
    } else {
        say::values_common(counts::values(common), creator, brand)
    };
    paragraph(ui, &text);
}

/// How the width is parted: three columns, and the word for how many have it.
fn columns(ui: &Ui) -> (f32, f32) {
    let verdict = if ui.available_width() > 560.0 { 130.0 } else { 0.0 };
    ((ui.available_width() - verdict) / 3.0, verdict)
}

fn heads(cx: &Cx<'_>, compare: Compare<'_>, ui: &mut Ui) {
    let t = cx.tokens;
    let (column, _) = columns(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for side in Side::ALL {
            let (rect, response) = ui.allocate_exact_size(vec2(column, 34.0), Sense::hover());
            let (name, source) = match side {
                Side::Creator => (compare.name(side), say::stand_creator()),
                Side::Brand => (compare.name(side), say::stand_brand()),
                Side::Audience => (compare.name(side), say::stand_audience()),
            };
            response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, say::value_of(&name, source)));
            let painter = ui.painter();
            let mark = pos2(rect.left() + 11.0, rect.center().y);
            match side {
                Side::Creator => {
                    let at = cx.campaign.creators.iter().position(|other| other.id == compare.creator.id);
                    marks::avatar(painter, mark, 22.0, at.unwrap_or_default(), &compare.creator.name);
                }
                Side::Brand => icons::BRAND.paint(painter, mark, 16.0, t.text_2),
                Side::Audience => icons::KIND_COMMUNITY.paint(painter, mark, 16.0, t.text_2),
            }
            let galley = paint::line_within(painter, fonts::UI_B, &name, t.text, column - 36.0);
            painter.galley(pos2(rect.left() + 30.0, rect.top()), galley, t.text);
            let source = paint::line_within(painter, fonts::META, source, t.text_3, column - 36.0);
            painter.galley(pos2(rect.left() + 30.0, rect.bottom() - 8.0 - source.size().y / 2.0), source, t.text_3);
        }
    });
    let line = ui.next_widget_position();
    ui.painter().hline(line.x..=line.x + ui.available_width(), line.y, Stroke::new(theme::EDGE, t.line_subtle));
}

fn row_ui(
    cx: &Cx<'_>,
    compare: Compare<'_>,
    draft: &mut ValuesDraft,
    ui: &mut Ui,
    out: &mut Actions,
    row: &ValueRow,
    rows: &[ValueRow],
) {
    let t = cx.tokens;
    let (column, verdict) = columns(ui);
    let fill = if row.common() { t.tone(Tone::Ok).bg } else { egui::Color32::TRANSPARENT };
    Frame::NONE.fill(fill).corner_radius(theme::R2).inner_margin(Margin::symmetric(0, 3)).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let top = ui.cursor().min;
            join(cx, ui, row, top, column);
            for (at, side) in Side::ALL.into_iter().enumerate() {
                let left = top.x + column * at as f32;
                let rect = egui::Rect::from_min_size(pos2(left, top.y), vec2(column, theme::FIELD));
                let salt = ("value", at, row.words.iter().flatten().next());
                let mut cell = ui.new_child(egui::UiBuilder::new().id_salt(salt).max_rect(rect.shrink2(vec2(4.0, 0.0))));
                if let Some(word) = row.words.get(at).and_then(Option::as_ref) {
                    value(cx, compare, draft, &mut cell, out, (side, word), (row, rows));
                }
            }
            let whole = egui::Rect::from_min_size(top, vec2(column * 3.0 + verdict, theme::FIELD));
            let response = ui.allocate_rect(whole, Sense::hover());
            let spoken = row.words.iter().flatten().cloned().collect::<Vec<_>>().join(" = ");
            let text = say::value_of(spoken, row.verdict());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
            if verdict > 0.0 {
                let color = if row.common() { t.tone(Tone::Ok).text } else { t.text_3 };
                let left = whole.right() - verdict + 6.0;
                paint::text_at(ui.painter(), left, whole.center().y, fonts::META_M, row.verdict(), color);
            }
            response.on_hover_text(if row.linked { say::same_by_link() } else { row.verdict() });
        });
    });
}

/// The line that joins what belongs together, so that one need not trust the colour: it runs behind the words, from the
/// first to the last, and is dashed where two different words were noted as the same.
fn join(cx: &Cx<'_>, ui: &Ui, row: &ValueRow, top: egui::Pos2, column: f32) {
    if row.sides() < 2 {
        return;
    }
    let t = cx.tokens;
    let y = top.y + theme::FIELD / 2.0;
    let first = row.words.iter().position(Option::is_some).unwrap_or_default() as f32;
    let last = row.words.iter().rposition(Option::is_some).unwrap_or_default() as f32;
    // From inside the first word to inside the last one: both cover their end of it.
    let (from, to) = (top.x + column * first + 20.0, top.x + column * last + 20.0);
    let stroke = Stroke::new(theme::STEM, if row.common() { t.tone(Tone::Ok).line } else { t.line_strong });
    if row.linked {
        paint::dashed_line(ui.painter(), &[pos2(from, y), pos2(to, y)], stroke, theme::DASH_SLOT);
    } else {
        ui.painter().hline(from..=to, y, stroke);
    }
}

/// A word with its menu, or the field in which it is renamed.
fn value(
    cx: &Cx<'_>,
    compare: Compare<'_>,
    draft: &mut ValuesDraft,
    ui: &mut Ui,
    out: &mut Actions,
    (side, word): (Side, &String),
    (row, rows): (&ValueRow, &[ValueRow]),
) {
    let whose = compare.name(side);
    if let Some((at, old, text)) = draft.renaming.as_mut().filter(|(at, old, _)| *at == side && old == word) {
        let id = Id::unique(("rename value", *at, old.as_str()));
        let name = say::new_name(old.as_str());
        let response = TextField::new(id, &name).width(ui.available_width()).keeps().show_marked(ui, text);
        if response.lost_focus() || cx.locked().is_some() {
            if cx.locked().is_none()
                && !ui.input(|input| input.key_pressed(Key::Escape))
                && let Some(step) = compare.rename(side, word, text)
            {
                out.push(Action::Edit(step));
            }
            draft.renaming = None;
        }
        return;
    }
    let name = say::value_of(whose, word);
    let chip = kit::word_chip(ui, word, &name, ui.available_width(), row.common());
    kit::opens_menu(&chip);
    Popup::menu(&chip).width(240.0).accessible_name(name).show(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        let pressed = |ui: &mut Ui, text: &str| {
            let row = ui.add_enabled_ui(cx.locked().is_none(), |ui| kit::menu_row(ui, None, text, "", false)).inner;
            let clicked = row.clicked();
            if let Some(why) = cx.locked() {
                row.on_disabled_hover_text(why);
            }
            if clicked {
                ui.close();
            }
            clicked
        };
        if pressed(ui, say::rename_value()) {
            draft.renaming = Some((side, word.clone(), word.clone()));
            let id = Id::unique(("rename value", side, word.as_str()));
            ui.memory_mut(|memory| memory.request_focus(id));
            kit::select_all(ui.ctx(), id, word);
        }
        if pressed(ui, say::remove_value())
            && let Some(step) = compare.remove(side, word)
        {
            out.push(Action::Edit(step));
        }
        if let ([Some(creator), Some(brand), _], true) = (&row.words, row.linked) {
            let other = if side == Side::Creator { brand } else { creator };
            if side != Side::Audience && pressed(ui, &say::not_same(other)) {
                out.push(Action::Edit(compare.unlink(creator, brand)));
            }
        }
        // What stands only on this side can be given to another one, or be the same as one of its words.
        for (at, other) in Side::ALL.into_iter().enumerate().filter(|(_, other)| *other != side) {
            let there = row.words.get(at).is_some_and(Option::is_some);
            let possible = other != Side::Brand || compare.brand.is_some();
            if !there
                && possible
                && pressed(ui, &say::also_stands(compare.name(other)))
                && let Some(step) = compare.add(other, word)
            {
                out.push(Action::Edit(step));
            }
        }
        if side != Side::Audience && !row.common() {
            let (mine, theirs) = if side == Side::Creator { (0, 1) } else { (1, 0) };
            for partner in rows.iter().filter(|other| !other.common() && other.words[mine].is_none()) {
                if let Some(other) = &partner.words[theirs]
                    && pressed(ui, &say::same_as(other))
                {
                    let (creator, brand) = if side == Side::Creator { (word, other) } else { (other, word) };
                    out.push(Action::Edit(compare.link(creator, brand)));
                }
            }
        }
    });
}

/// Under each column a field that adds to it.
fn adders(compare: Compare<'_>, draft: &mut ValuesDraft, ui: &mut Ui, out: &mut Actions) {
    let (column, _) = columns(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let top = ui.cursor().min;
        let mut tall = theme::FIELD;
        for ((at, side), text) in Side::ALL.into_iter().enumerate().zip(&mut draft.new) {
            let rect = egui::Rect::from_min_size(pos2(top.x + column * at as f32, top.y), vec2(column, theme::FIELD));
            let mut cell = ui.new_child(egui::UiBuilder::new().id_salt(("new value", at)).max_rect(rect.shrink2(vec2(4.0, 0.0))));
            if side == Side::Brand && compare.brand.is_none() {
                cell.disable();
            }
            let id = Id::unique(("new value", at));
            let name = say::new_value(compare.name(side));
            let response = TextField::new(id, &name).hint(say::add()).width(rect.width() - 8.0).show_marked(&mut cell, text);
            if response.lost_focus() && cell.input(|input| input.key_pressed(Key::Enter)) {
                if let Some(step) = compare.add(side, text) {
                    out.push(Action::Edit(step));
                }
                text.clear();
                // The next one is often written right after.
                response.request_focus();
            }
            tall = tall.max(cell.min_rect().height());
        }
        ui.allocate_exact_size(vec2(column * 3.0, tall), Sense::hover());
    });
}

/// The field that notes who held the lists side by side. What is written goes into the plan when the field is left.
fn note(cx: &Cx<'_>, compare: Compare<'_>, ui: &mut Ui, out: &mut Actions, draft: Option<String>) -> Option<String> {
    let t = cx.tokens;
    let now = compare.lane.values_compared.as_ref();
    let mut text = draft.clone().unwrap_or_else(|| now.map_or_else(String::new, |compared| compared.by.clone()));
    let width = (ui.available_width() - 110.0).clamp(80.0, 240.0);
    let mut written = draft;
    ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |row| {
        // A field of two lines begins at the top: in a row of its own that is the middle.
        row.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::L;
            ui.add(Label::new(fonts::BODY.rich(say::compared_by()).color(t.text_3)));
            let id = Id::unique("values compared by");
            let field = TextField::new(id, say::compared_by())
                .hint(say::compared_hint())
                .width(width)
                .keeps()
                .fixed(cx.locked().is_some());
            let response = field.show_marked(ui, &mut text);
            if response.changed() {
                written = Some(text.clone());
            }
            if response.lost_focus() && written.is_some() && cx.locked().is_none() {
                written = None;
                let by = text.trim();
                let escaped = ui.input(|input| input.key_pressed(Key::Escape));
                if !escaped && by != now.map_or("", |compared| compared.by.as_str()) {
                    let compared =
                        (!by.is_empty()).then(|| Compared { by: by.to_owned(), on: cx.today, unknown: Unknown::default() });
                    let field = words::names::field_word("values_compared");
                    let label = words::steps::step_lane(field, compare.campaign.lane_name(compare.lane));
                    let edit = Edit::SetLane { id: compare.lane.id, change: LaneChange::ValuesCompared(compared) };
                    out.push(Action::Edit(Step::new(label, vec![edit])));
                }
            }
        });
    });
    written
}
