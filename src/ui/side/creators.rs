//! Who is in the campaign, how far the relationship is when the plan ends, and what the checker says.

use egui::{CornerRadius, Key, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::data::{CreatorRow, selected_creator};
use super::section::{Header, Note, Section, header};
use super::{Heights, PAD, SideState};
use crate::ui::board::band_name;
use crate::ui::command::Command;
use crate::ui::kit::{marks, paint};
use crate::ui::theme::{self, space};
use crate::ui::totals;
use crate::ui::view::{About, Action, Actions, Cx, Selection};
use crate::ui::{fonts, icons};
use crate::words::{self, side as say};

/// Height of a row, in points.
const ROW: f32 = 44.0;
/// Height of the row that adds a creator where there is none, in points.
const ADD: f32 = 34.0;
/// The list shows at least this many rows before it scrolls by itself; the half one says that there are more.
const LEAST: f32 = 3.5;

/// How high the list can be.
pub(super) fn heights(state: &SideState) -> Heights {
    if !state.is_open(Section::Creators) {
        return Heights::default();
    }
    let all = state.data.creators.len() as f32 * ROW;
    Heights { all, least: all.min(LEAST * ROW) }
}

/// Draws the section with a list of that height.
pub(super) fn creators(cx: &Cx<'_>, state: &mut SideState, ui: &mut Ui, out: &mut Actions, height: f32) {
    let add = [(icons::PLUS, Command::AddCreator), (icons::STACK, Command::AddFromTemplate)];
    let buttons = add.map(|(icon, command)| (icon, command.name()));
    let count = state.data.creators.len();
    // Half a row says that the list goes on; where more than one of them is out of sight, how many there are is said.
    let goes_on = count as f32 * ROW - height > ROW;
    let of_all = say::all_at_plan_end(count);
    let note = if goes_on { &of_all } else { say::at_plan_end() };
    let Header { open, pressed } = header(state, ui, Section::Creators, &Note::After(note), &buttons);
    if let Some((_, command)) = pressed.and_then(|at| add.get(at)) {
        out.run(*command);
    }
    if !open {
        return;
    }
    if count < 2 {
        // With one creator or none the next thing to do is to add one; later the plus is enough.
        draw(cx, state, ui, out, 0..count);
        add_row(ui, out);
        ui.add_space(space::L);
        return;
    }
    ScrollArea::vertical()
        .id_salt("creators")
        .max_height(height)
        .min_scrolled_height(height)
        .auto_shrink([false, true])
        .show_rows(ui, ROW, count, |ui, range| draw(cx, state, ui, out, range));
    ui.add_space(space::L);
}

fn draw(cx: &Cx<'_>, state: &SideState, ui: &mut Ui, out: &mut Actions, range: std::ops::Range<usize>) {
    let selected = selected_creator(cx.campaign, cx.selection);
    for entry in state.data.creators.get(range).unwrap_or_default() {
        if let Some(row) = CreatorRow::of(cx.campaign, cx.derived, entry) {
            draw_row(cx, ui, out, &row, selected == Some(row.id));
        }
    }
}

fn draw_row(cx: &Cx<'_>, ui: &mut Ui, out: &mut Actions, row: &CreatorRow<'_>, selected: bool) {
    let t = cx.tokens;
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ROW));
    let response = ui.interact(rect, egui::Id::unique(("side creator", row.id)), Sense::click());
    let audience = row.lane.and_then(|id| totals::one_audience(cx.campaign, cx.campaign.lane(id)?));
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, selected, spoken(row, audience.as_deref())));

    let ground = rect.shrink2(vec2(space::M, 0.0));
    let painter = ui.painter();
    let fill = match (selected || response.is_pointer_button_down_on(), response.hovered()) {
        (true, _) => Some(t.active),
        (false, true) => Some(t.hover),
        (false, false) => None,
    };
    if let Some(fill) = fill {
        painter.rect_filled(ground, CornerRadius::same(theme::R2), fill);
    }
    if response.has_focus() {
        paint::ring(painter, ground, theme::R2, -1.0, t.accent);
    }
    marks::avatar(painter, pos2(rect.left() + 26.0, rect.center().y), 28.0, row.place, row.name);

    let mut end = rect.right() - PAD;
    let mut count = None;
    if row.lane.is_some() {
        let tone = row.tone();
        marks::tone(painter, pos2(end - 7.0, rect.center().y), 15.0, tone, t);
        end -= 18.0;
        let open = row.counts.open();
        if open > 0 {
            let galley = paint::line(painter, fonts::META, &open.to_string(), t.text_2);
            end -= galley.size().x;
            count = Some(galley);
        }
    }
    let left = rect.left() + 48.0;
    let name = paint::line_within(painter, fonts::BODY_M, row.shown, t.text, end - space::M - left);
    let upper = rect.top() + 12.0;
    painter.galley(pos2(left, upper - name.size().y / 2.0), name, t.text);
    let below = pos2(left, rect.top() + 31.0);
    let after = if let Some(band) = row.band {
        marks::band(painter, below, band, band_name(band), t)
    } else {
        let text = if row.lane.is_some() { say::no_band() } else { say::no_lane() };
        paint::text_at(painter, below.x, below.y, fonts::META, text, t.text_3)
    };
    let after = if audience.is_some() {
        icons::LINK.paint(painter, pos2(after + 12.0, below.y), 13.0, t.text_2);
        after + 19.0
    } else {
        after
    };
    if let Some(count) = count {
        // In a narrow panel it has room beside the name only.
        let y = if after + space::S > end { upper } else { rect.center().y };
        painter.galley(pos2(end, y - count.size().y / 2.0), count, t.text_2);
    }

    let enter = response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let page = Selection { lane: row.lane, ..Selection::about(About::Creator(row.id)) };
    if response.double_clicked() || enter {
        out.push(Action::Select(page));
    } else if response.clicked() {
        // Without a lane there is nothing on the board to show, so the page is what a press leads to.
        out.push(row.lane.map_or(Action::Select(page), Action::ShowLane));
    }
    let name = (row.shown != row.name).then_some(row.name);
    let lines: Vec<&str> = name.into_iter().chain(audience.as_deref()).chain([say::creator_hint()]).collect();
    response.on_hover_text(lines.join("\n"));
}

/// What a screen reader says of a row.
fn spoken(row: &CreatorRow<'_>, audience: Option<&str>) -> String {
    let counts = row.counts;
    let found = words::findings(counts.errors, counts.warnings, counts.hints, counts.accepted);
    let found = if found.is_empty() { say::nothing_found().to_owned() } else { found };
    let found = audience.map_or_else(|| found.clone(), |audience| [&found, audience].join(", "));
    match (row.lane, row.band) {
        (None, _) => say::creator_no_lane(row.name),
        (Some(_), None) => say::creator_no_curve(row.name, found),
        (Some(_), Some(band)) => say::creator_row(row.name, band_name(band), found),
    }
}

/// The row that adds a creator.
fn add_row(ui: &mut Ui, out: &mut Actions) {
    let t = theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ADD), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, say::add_a_creator()));
    let ground = rect.shrink2(vec2(space::M, 2.0));
    if response.hovered() {
        ui.painter().rect_filled(ground, CornerRadius::same(theme::R2), t.hover);
    }
    if response.has_focus() {
        paint::ring(ui.painter(), ground, theme::R2, -1.0, t.accent);
    }
    icons::USER_PLUS.paint(ui.painter(), pos2(rect.left() + 26.0, rect.center().y), 16.0, t.text_2);
    paint::text_at(ui.painter(), rect.left() + 42.0, rect.center().y, fonts::BODY, say::add_a_creator(), t.text_2);
    if response.clicked() {
        out.run(Command::AddCreator);
    }
}
