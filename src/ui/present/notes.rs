//! The notes of a moment, for the team: below its words or over the picture while somebody asks for them, as high as they need, and
//! said to be internal.

use egui::{CornerRadius, Frame, Label, Role, ScrollArea, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo};

use super::Page;
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::kit::paint;
use crate::ui::theme::{EDGE, R5, Tone};
use crate::words::present as say;

/// Around the words, and between the parts, in points.
const PAD: f32 = 14.0;
const GAP: f32 = 4.0;
/// Most lines that are counted: far more than any page is high.
const MOST: usize = 200;

fn notes<'a>(page: &'a Page<'_>) -> Option<&'a str> {
    page.moment.notes.as_deref().map(str::trim).filter(|notes| !notes.is_empty())
}

/// How high they are in a place of that width, in points.
pub(super) fn height(page: &Page<'_>, ui: &Ui, width: f32) -> f32 {
    let t = page.cx.tokens;
    let high =
        |face, text: &str| paint::lines_within(ui.painter(), face, text, t.text, (width - 2.0 * PAD).max(40.0), MOST).size().y;
    let words = high(fonts::UI, notes(page).unwrap_or_else(|| say::no_notes()));
    // With a little more: a text that just fits is not to be scrolled.
    fonts::UI_B.line + high(fonts::META, say::notes_hint()) + words + 2.0 * (PAD + GAP) + 2.0
}

/// Draws them.
pub(super) fn draw(page: &Page<'_>, ui: Ui) {
    let t = page.cx.tokens;
    let place = ui.max_rect();
    let colors = t.tone(Tone::Warning);
    let painter = ui.painter();
    painter.rect(place, CornerRadius::same(R5), t.panel, Stroke::new(EDGE, colors.line), StrokeKind::Inside);
    let mut inner = ui;
    let mut ui = inner.new_child(UiBuilder::new().id_salt("notes").max_rect(place.shrink(PAD)));
    let ui = &mut ui;
    ui.spacing_mut().item_spacing.y = GAP;
    // Nothing in here is pressed, so no line is as high as a button.
    ui.spacing_mut().interact_size.y = 0.0;
    ui.horizontal(|ui| {
        ui.label(fonts::UI.rich(icons::NOTE.glyph().to_string()).color(colors.text));
        let title = ui.label(fonts::UI_B.rich(say::notes_title()).color(colors.text));
        title.widget_info(|| WidgetInfo::labeled(Role::Heading, true, say::notes_title()));
    });
    ui.add(Label::new(fonts::META.rich(say::notes_hint()).color(t.text_3)).wrap());
    let (words, color) = notes(page).map_or((say::no_notes(), t.text_3), |notes| (notes, t.text));
    let room = ui.available_height();
    let area = ScrollArea::vertical().id_salt(page.moment.id).auto_shrink(false).max_height(room).min_scrolled_height(room);
    let text = Label::new(fonts::UI.rich(words).color(color)).wrap();
    Frame::NONE.fill(t.panel).show(ui, |ui| area.show(ui, |ui| ui.add(text)));
}
