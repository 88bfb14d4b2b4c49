//! What would stand in the plan: how many moments for whom, each as a row, with the cells that change below it.

use egui::{Label, Role, Sense, Ui, WidgetInfo, vec2};

use super::heading;
use crate::import::{Line, Proposal};
use crate::model::columns::Column;
use crate::ui::dialogs::paragraph;
use crate::ui::fonts;
use crate::ui::kit::paint;
use crate::ui::theme::{self, space};
use crate::words::{self, counts, import as say, table as says};

/// Height of a row, in points.
const ROW: f32 = 22.0;
/// Widths of day, lane and kind, in points; the title takes the rest.
const WIDTHS: [f32; 3] = [92.0, 118.0, 112.0];

pub(super) fn preview(ui: &mut Ui, proposal: &Proposal) {
    let gains = proposal.counts.gains();
    let shown = &proposal.preview;
    heading(ui, say::part_counts());
    if gains.is_empty() {
        let nothing = if proposal.open() > 0 { says::preview_later().to_owned() } else { proposal.nothing() };
        paragraph(ui, &nothing);
    } else {
        let lanes = counts::lanes(shown.lanes);
        paragraph(ui, &if shown.lanes == 0 { gains } else { says::preview_lanes(gains, lanes) });
    }
    for line in proposal.counts.lines() {
        paragraph(ui, &line);
    }
    if shown.lines.is_empty() {
        if !proposal.counts.gains().is_empty() {
            paragraph(ui, says::preview_later());
        }
        return;
    }
    if proposal.open() > 0 {
        paragraph(ui, says::preview_so_far());
    }
    ui.add_space(space::S);
    ui.spacing_mut().item_spacing.y = space::S;
    let heads = [Column::Date, Column::Creator, Column::Kind, Column::Title].map(Column::heading);
    row(ui, heads, true);
    under(ui);
    for line in &shown.lines {
        moment(ui, line);
    }
    if shown.more > 0 {
        paragraph(ui, &says::more_moments(words::moments(shown.more)));
    }
}

fn moment(ui: &mut Ui, line: &Line) {
    let when = if line.when.is_empty() { says::no_day() } else { &line.when };
    let whose = if line.lane.is_empty() { says::no_lane() } else { &line.lane };
    row(ui, [when, whose, line.kind, &line.title], false);
    let t = theme::of(ui);
    for change in &line.changes {
        let text = change.sentence();
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add_space(WIDTHS[0]);
            let label = ui.add(Label::new(fonts::META.rich(&text).color(t.text_2)).wrap());
            label.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
        });
    }
    under(ui);
}

/// The line under a moment.
fn under(ui: &mut Ui) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), theme::EDGE), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, egui::Stroke::new(theme::EDGE, theme::of(ui).line));
}

/// A row of the table: four cells, each on one line.
fn row(ui: &mut Ui, cells: [&str; 4], is_head: bool) {
    let t = theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let name = says::preview_row(cells[0], cells[1], cells[2], cells[3]);
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    let (face, color) = if is_head { (fonts::META_B, t.text_2) } else { (fonts::BODY, t.text) };
    let mut x = rect.left();
    let mut is_cut = false;
    for (at, text) in cells.into_iter().enumerate() {
        let width = WIDTHS.get(at).copied().unwrap_or(rect.right() - x);
        let galley = paint::line_within(ui.painter(), face, text, color, (width - space::L).max(1.0));
        is_cut |= galley.elided;
        ui.painter().galley(egui::pos2(x, rect.center().y - galley.size().y / 2.0), galley, color);
        x += width;
    }
    if is_cut {
        response.on_hover_text(name);
    }
}
