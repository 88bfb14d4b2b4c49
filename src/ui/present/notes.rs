//! The notes of a moment, for the team: over the picture while somebody asks for them, and said to be internal.

use egui::{CornerRadius, Frame, Label, Role, ScrollArea, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo};

use super::Page;
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::theme::{EDGE, R5, Tone};
use crate::words::present as say;

/// Draws them.
pub(super) fn draw(page: &Page<'_>, ui: Ui) {
    let t = page.cx.tokens;
    let place = ui.max_rect();
    let colors = t.tone(Tone::Warning);
    let painter = ui.painter();
    painter.rect(place, CornerRadius::same(R5), t.panel, Stroke::new(EDGE, colors.line), StrokeKind::Inside);
    let mut inner = ui;
    let mut ui = inner.new_child(UiBuilder::new().id_salt("notes").max_rect(place.shrink(16.0)));
    let ui = &mut ui;
    ui.horizontal(|ui| {
        ui.label(fonts::UI.rich(icons::NOTE.glyph().to_string()).color(colors.text));
        let title = ui.label(fonts::UI_B.rich(say::notes_title()).color(colors.text));
        title.widget_info(|| WidgetInfo::labeled(Role::Heading, true, say::notes_title()));
    });
    ui.label(fonts::META.rich(say::notes_hint()).color(t.text_3));
    ui.add_space(4.0);
    let notes = page.moment.notes.as_deref().map(str::trim).filter(|notes| !notes.is_empty());
    let (words, color) = notes.map_or((say::no_notes(), t.text_3), |notes| (notes, t.text));
    let area = ScrollArea::vertical().id_salt(page.moment.id).auto_shrink(false);
    let text = Label::new(fonts::UI.rich(words).color(color)).wrap();
    Frame::NONE.fill(t.panel).show(ui, |ui| area.show(ui, |ui| ui.add(text)));
}
