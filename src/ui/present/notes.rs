//! The notes of a moment, for the team: where the page has room for them while somebody asks for them, as high as they need, and said
//! to be internal.

use egui::{CornerRadius, Frame, Label, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, vec2};

use super::Page;
use super::layout::Size;
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::kit::paint;
use crate::ui::theme::{EDGE, R5, Tone};
use crate::words::present as say;

/// Around the words, and between the parts, in points.
const PAD: f32 = 14.0;
const GAP: f32 = 4.0;
/// Height of the line that says there are none, in points.
const NONE: f32 = 28.0;
/// Most lines that are counted: far more than any page is high.
const MOST: usize = 200;

fn notes<'a>(page: &'a Page<'_>) -> Option<&'a str> {
    page.moment.notes.as_deref().map(str::trim).filter(|notes| !notes.is_empty())
}

/// How high they are in a place of that width, in points.
pub(super) fn height(page: &Page<'_>, ui: &Ui, width: f32, size: Size) -> f32 {
    let t = page.cx.tokens;
    let Some(notes) = notes(page) else { return NONE };
    let pad = pad(size);
    let high =
        |face, text: &str| paint::lines_within(ui.painter(), face, text, t.text, (width - 2.0 * pad).max(40.0), MOST).size().y;
    let hint = if says_hint(size) { high(fonts::META, say::notes_hint()) + GAP } else { 0.0 };
    // With a little more: a text that just fits is not to be scrolled.
    fonts::UI_B.line + hint + high(fonts::UI, notes) + 2.0 * pad + GAP + 2.0
}

/// Around the words, in points: a low page has less room for everything.
fn pad(size: Size) -> f32 {
    if size == Size::Low { PAD / 2.0 } else { PAD }
}

/// Whether there is room for when they are shown.
fn says_hint(size: Size) -> bool {
    size != Size::Low
}

/// Draws them.
pub(super) fn draw(page: &Page<'_>, ui: Ui, size: Size) {
    let t = page.cx.tokens;
    let place = ui.max_rect();
    let Some(notes) = notes(page) else { return none(page, &ui, place) };
    let colors = t.tone(Tone::Warning);
    let painter = ui.painter();
    painter.rect(place, CornerRadius::same(R5), t.panel, Stroke::new(EDGE, colors.line), StrokeKind::Inside);
    let mut inner = ui;
    let mut ui = inner.new_child(UiBuilder::new().id_salt("notes").max_rect(place.shrink(pad(size))));
    let ui = &mut ui;
    ui.spacing_mut().item_spacing.y = GAP;
    // Nothing in here is pressed, so no line is as high as a button.
    ui.spacing_mut().interact_size.y = 0.0;
    ui.horizontal(|ui| {
        ui.label(fonts::UI.rich(icons::NOTE.glyph().to_string()).color(colors.text));
        let title = ui.label(fonts::UI_B.rich(say::notes_title()).color(colors.text));
        title.widget_info(|| WidgetInfo::labeled(Role::Heading, true, say::notes_title()));
    });
    if says_hint(size) {
        ui.add(Label::new(fonts::META.rich(say::notes_hint()).color(t.text_3)).wrap());
    }
    let room = ui.available_height();
    let area = ScrollArea::vertical().id_salt(page.moment.id).auto_shrink(false).max_height(room).min_scrolled_height(room);
    let text = Label::new(fonts::UI.rich(notes).color(t.text)).wrap();
    Frame::NONE.fill(t.panel).show(ui, |ui| area.show(ui, |ui| ui.add(text)));
}

/// One quiet line where there are none: nothing to read needs no box.
fn none(page: &Page<'_>, ui: &Ui, place: Rect) {
    let t = page.cx.tokens;
    let galley = paint::line_within(ui.painter(), fonts::META, say::no_notes(), t.text_2, place.width() - 2.0 * PAD);
    let line = Rect::from_min_size(place.min, vec2(galley.size().x + 2.0 * PAD, NONE));
    let said = ui.interact(line, ui.scope_id().with("no notes"), Sense::hover());
    said.widget_info(|| WidgetInfo::labeled(Role::Label, true, say::no_notes()));
    ui.painter().rect_filled(line, CornerRadius::same(R5), t.panel);
    ui.painter().galley(line.center() - galley.size() / 2.0, galley, t.text_2);
}
