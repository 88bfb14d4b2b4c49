//! The preview: a page that is looked at, and below it a small one for each section with a box to tick.

use egui::{
    Align, Color32, CornerRadius, EventFilter, Id, Image, Key, Label, Layout, Rect, Role, Sense, Stroke, StrokeKind, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

use super::data::{self, section_name};
use super::outline::outline_ui;
use super::preview::{PageSize, Preview, Stage, Wanted};
use super::ticks::{self, ticks_ui};
use super::{ShareAnswer, ShareDraft};
use crate::share::{Section, own_pages};
use crate::ui::kit::{self, Button, paint};
use crate::ui::theme::{self, Lift, space};
use crate::ui::view::Cx;
use crate::ui::{fonts, icons};
use crate::words::share_dialog as say;

/// Most of the height that the page takes that is looked at: two rows of small ones have room below it.
const LARGE: f32 = 0.53;
/// Most of the height that boxes take which stand below a text.
const MOST_TICKS: f32 = 0.45;
/// Between the small pages, in points.
const GAP: f32 = 16.0;
/// Height of the line with the box below a small page, in points.
const TICK: f32 = 30.0;
/// Room for the word at the end of that line, in points.
const EDIT: f32 = 48.0;
/// Room for the ring around a page, in points.
const EDGE: f32 = 3.0;
/// How long a page takes to be dimmed when it is old, in seconds: what is made faster than that never flickers.
const DIMMED: f32 = 0.25;

/// Which page is shown, in words.
pub(super) fn which(ui: &mut Ui, draft: &ShareDraft, preview: &Preview) {
    let t = theme::of(ui);
    let text = match preview.pages.len() {
        _ if preview.is_old() => say::building().to_owned(),
        0 | 1 => say::preview().to_owned(),
        pages => say::preview_page(draft.page + 1, pages),
    };
    let label = ui.add(Label::new(fonts::BODY_B.rich(&text).color(t.text)).truncate());
    label.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &text));
    // That it is being made, and that it is there, is said without anybody going there.
    ui.ctx().accesskit_node_builder(label.id, |node| node.set_live(egui::accesskit::Live::Polite));
}

/// The way to the page before and the page after, at the right end of the line; `beside` is how much room stands free for what comes after it.
pub(super) fn turn(ui: &mut Ui, draft: &mut ShareDraft, preview: &Preview, beside: f32) {
    let pages = preview.pages.len();
    let several = pages > 1;
    let width = if several { 2.0 * theme::HIT + space::S } else { 0.0 };
    // From left to right, as Tab leads through it.
    ui.add_space((ui.available_width() - width - beside).max(0.0));
    ui.spacing_mut().item_spacing.x = space::S;
    if !several {
        return;
    }
    if kit::icon_button(ui, icons::CARET_LEFT, say::previous_page(), false, None).clicked() {
        draft.page = draft.page.saturating_sub(1);
    }
    if kit::icon_button(ui, icons::CARET_RIGHT, say::next_page(), false, None).clicked() {
        draft.page = (draft.page + 1).min(pages - 1);
    }
}

/// Draws the preview. What is in sight and not there yet is added to `wanted`.
pub(super) fn pages_ui(
    cx: &Cx<'_>,
    draft: &mut ShareDraft,
    preview: &Preview,
    ui: &mut Ui,
    wanted: &mut Vec<Wanted>,
) -> Option<ShareAnswer> {
    let mut answer = None;
    let format = draft.choice.format;
    // What has no pages has its boxes below all of it.
    let has_ticks = format.has_sections() && !format.is_deck();
    let below = if has_ticks { ticks::height(cx, draft, ui).min(ui.available_height() * MOST_TICKS) } else { 0.0 };
    let room = ui.available_rect_before_wrap();
    let above = room.with_max_y(room.bottom() - below);
    ui.scope_builder(UiBuilder::new().id_salt("share shown").max_rect(above), |ui| shown(draft, preview, ui, wanted));
    if has_ticks || format.is_deck() {
        ui.add_space(if has_ticks { space::M } else { GAP });
        let height = ui.available_height() - space::M;
        draft.list("share pages", height).show(ui, |ui| {
            answer = if has_ticks { ticks_ui(cx, draft, ui) } else { sections(cx, draft, preview, ui, wanted) };
        });
    }
    answer
}

/// What is looked at, and below it what will be missing in it.
fn shown(draft: &mut ShareDraft, preview: &Preview, ui: &mut Ui, wanted: &mut Vec<Wanted>) {
    if let Stage::Failed(message, hint) = &preview.stage {
        note(ui, message);
        note(ui, hint);
    } else if let Some(outline) = &preview.outline {
        outline_ui(draft, outline, preview, ui);
    } else if !preview.pages.is_empty() {
        large(draft, preview, ui, wanted);
    } else if preview.is_old() {
        blank(draft, ui);
    } else {
        note(ui, say::no_pages());
    }
    let color = theme::of(ui).tone(theme::Tone::Warning).text;
    for note in &preview.notes {
        let label = ui.add(Label::new(fonts::META.rich(note).color(color)).truncate()).on_hover_text(note);
        label.widget_info(|| WidgetInfo::labeled(Role::Label, true, note));
    }
}

fn note(ui: &mut Ui, text: &str) {
    if text.is_empty() {
        return;
    }
    let t = theme::of(ui);
    ui.add_space(space::L);
    let label = ui.add(Label::new(fonts::UI.rich(text).color(t.text_2)).wrap());
    label.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
}

/// Most of the height that a page may take: one that is high leaves room for the small ones below it.
fn most_high(draft: &ShareDraft, ui: &Ui) -> f32 {
    if draft.choice.format.is_deck() { ui.available_height() * LARGE } else { ui.available_height() - space::L }
}

/// The place of a page that is not there yet.
fn blank(draft: &ShareDraft, ui: &mut Ui) {
    let t = theme::of(ui);
    let (paper_width, paper_height) = draft.choice.paper.points();
    let aspect = (paper_height / paper_width) as f32;
    let width = ui.available_width().min(most_high(draft, ui) / aspect).max(40.0);
    let (room, _) = ui.allocate_exact_size(vec2(ui.available_width(), width * aspect), Sense::hover());
    let rect = Rect::from_center_size(room.center(), vec2(width, width * aspect));
    let painter = ui.painter();
    painter.rect(rect, theme::R1, t.card, Stroke::new(theme::EDGE, t.line), StrokeKind::Inside);
    let text = paint::line_within(painter, fonts::BODY, say::building(), t.text_3, width - 2.0 * space::XL);
    painter.galley(rect.center() - text.size() / 2.0, text, t.text_3);
}

/// Dims what is older than what is chosen.
pub(super) fn dim(ui: &Ui, preview: &Preview, rect: Rect) {
    let time = if ui.style().animation_time > 0.0 { DIMMED } else { 0.0 };
    let much = ui.ctx().animate_bool_with_time(Id::unique("share preview is old"), preview.is_old(), time);
    if much > 0.0 {
        ui.painter().rect_filled(rect, theme::R1, theme::of(ui).sunken.gamma_multiply(0.7 * much));
    }
}

fn pixels(ui: &Ui, width: f32) -> u32 {
    (width * ui.ctx().pixels_per_point()).round().max(1.0) as u32
}

/// The page that is looked at. The arrows turn pages while it has the keyboard.
fn large(draft: &mut ShareDraft, preview: &Preview, ui: &mut Ui, wanted: &mut Vec<Wanted>) {
    let t = theme::of(ui);
    let Some(page) = preview.pages.get(draft.page) else { return };
    let aspect = page.aspect.clamp(0.05, 20.0);
    let width = ui.available_width().min(most_high(draft, ui) / aspect).max(40.0);
    let (room, _) = ui.allocate_exact_size(vec2(ui.available_width(), width * aspect), Sense::hover());
    let rect = Rect::from_center_size(room.center(), vec2(width, width * aspect));
    let id = Id::unique("share page");
    let response = ui.interact(rect, id, Sense::click());
    let name = say::page_named(draft.page + 1, preview.pages.len(), &page.title);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
    if response.clicked() {
        response.request_focus();
    }
    if response.has_focus() {
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let pressed = |key| ui.input(|input| input.key_pressed(key));
        if pressed(Key::ArrowRight) || pressed(Key::ArrowDown) {
            draft.page = (draft.page + 1).min(preview.pages.len() - 1);
        }
        if pressed(Key::ArrowLeft) || pressed(Key::ArrowUp) {
            draft.page = draft.page.saturating_sub(1);
        }
    }
    let painter = ui.painter();
    painter.add(theme::shadow(ui.theme(), Lift::Raised).as_shape(rect, theme::R1));
    painter.rect_filled(rect, theme::R1, t.card);
    draw(ui, preview, Wanted { page: draft.page, size: PageSize::Large, width: pixels(ui, width) }, rect, wanted);
    if response.has_focus() {
        paint::ring(ui.painter(), rect, theme::R1, 2.0, t.accent);
    }
}

/// Draws a page where it stands, and asks for it where it is not there.
fn draw(ui: &Ui, preview: &Preview, page: Wanted, rect: Rect, wanted: &mut Vec<Wanted>) {
    let (texture, missing) = preview.page(page);
    if let Some(texture) = texture {
        Image::new(texture).corner_radius(CornerRadius::same(theme::R1)).paint_at(ui, rect);
    }
    wanted.extend(missing);
    dim(ui, preview, rect);
}

/// The first pages, one below the other, as large as the room allows: for whoever only wants to see how pages look.
pub(in crate::ui) fn first_pages(ui: &mut Ui, preview: &Preview, wanted: &mut Vec<Wanted>) {
    let t = theme::of(ui);
    if preview.pages.is_empty() {
        note(ui, say::building());
    }
    let width = ui.available_width() - 2.0;
    for (at, page) in preview.pages.iter().enumerate().take(3) {
        let (rect, response) = ui.allocate_exact_size(vec2(width, width * page.aspect.clamp(0.05, 20.0)), Sense::hover());
        let name = say::page_named(at + 1, preview.pages.len(), &page.title);
        response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &name));
        ui.painter().rect(rect, theme::R1, t.card, Stroke::new(theme::EDGE, t.line), StrokeKind::Outside);
        draw(ui, preview, Wanted { page: at, size: PageSize::Small, width: pixels(ui, width) }, rect, wanted);
        ui.add_space(GAP);
    }
}

/// A small page for each section that the reader may have, with its box; then the way to a page of one's own.
fn sections(
    cx: &Cx<'_>,
    draft: &mut ShareDraft,
    preview: &Preview,
    ui: &mut Ui,
    wanted: &mut Vec<Wanted>,
) -> Option<ShareAnswer> {
    let reader = draft.choice.reader;
    let own: Vec<usize> = own_pages(cx.campaign, reader).map(|(at, _)| at).collect();
    let all = data::sections(cx.campaign, &draft.choice);
    let columns = if ui.available_width() > 420.0 { 3 } else { 2 };
    let gaps = (columns - 1) as f32 * GAP;
    let width = (ui.available_width() - gaps - space::XL) / columns as f32;
    let (paper_width, paper_height) = draft.choice.paper.points();
    let height = width * (paper_height / paper_width) as f32;
    let rows = (all.len() + 1).div_ceil(columns) as f32;
    let (place, _) = ui.allocate_exact_size(vec2(ui.available_width(), rows * (height + TICK) + EDGE), Sense::hover());
    let rect = |at: usize| {
        let (column, row) = ((at % columns) as f32, (at / columns) as f32);
        let min = place.min + vec2(EDGE + column * (width + GAP), EDGE + row * (height + TICK));
        Rect::from_min_size(min, vec2(width, height))
    };
    let mut answer = None;
    for (at, section) in all.iter().enumerate() {
        small(draft, preview, ui, *section, rect(at), wanted);
        if *section == Section::Own {
            // The page that is looked at, else the first.
            let shown = preview.pages.get(draft.page).is_some_and(|page| page.section == Some(Section::Own));
            let which = if shown { preview.thing_at(Section::Own, draft.page) } else { 0 };
            answer = edit(ui, rect(at), own.get(which).copied()).or(answer);
        }
    }
    add(ui, rect(all.len())).then_some(ShareAnswer::OwnPage(None)).or(answer)
}

/// The way to the words of a page of one's own, at the end of the line with its box.
fn edit(ui: &mut Ui, rect: Rect, page: Option<usize>) -> Option<ShareAnswer> {
    let place = Rect::from_min_max(pos2(rect.right() - EDIT, rect.bottom()), pos2(rect.right(), rect.bottom() + TICK));
    let layout = Layout::right_to_left(Align::Center);
    let mut child = ui.new_child(UiBuilder::new().id_salt("share edit own page").max_rect(place).layout(layout));
    let pressed = Button::quiet(say::edit_own()).small().named(say::edit_own_page()).show(&mut child).clicked();
    (pressed && page.is_some()).then_some(ShareAnswer::OwnPage(page))
}

/// The place of a page that is not written yet; true once it is pressed.
fn add(ui: &Ui, rect: Rect) -> bool {
    let t = theme::of(ui);
    let response = ui.interact(rect, Id::unique("share add own page"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, say::add_own_page()));
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(rect, theme::R1, t.hover);
    }
    paint::dashed_rect(painter, rect, theme::R1, Stroke::new(theme::EDGE, t.line_strong), theme::DASH_SLOT);
    icons::PLUS.paint(painter, rect.center() - vec2(0.0, 11.0), 16.0, t.text_2);
    let text = paint::line_within(painter, fonts::BODY, say::add_own_page(), t.text, rect.width() - 12.0);
    painter.galley(rect.center() + vec2(-text.size().x / 2.0, 4.0), text, t.text);
    if response.has_focus() {
        paint::ring(painter, rect, theme::R1, 1.0, t.accent);
    }
    kit::into_sight(&response);
    response.clicked()
}

fn small(draft: &mut ShareDraft, preview: &Preview, ui: &Ui, section: Section, rect: Rect, wanted: &mut Vec<Wanted>) {
    let t = theme::of(ui);
    let on = draft.choice.sections.contains(&section);
    let (count, first) = if on { preview.of_section(section) } else { (0, None) };
    let name = section_name(section);
    let painter = ui.painter();
    let tick = Rect::from_min_size(pos2(rect.left(), rect.bottom()), vec2(rect.width(), TICK));
    if let Some(first) = first {
        let last = first + count;
        let response = ui.interact(rect, Id::unique(("share section", section)), Sense::click());
        let shown = (first..last).contains(&draft.page);
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, shown, say::show_section(name)));
        painter.rect(rect, theme::R1, t.card, Stroke::new(theme::EDGE, t.line), StrokeKind::Outside);
        if ui.is_rect_visible(rect) {
            let page = if shown { draft.page } else { first };
            draw(ui, preview, Wanted { page, size: PageSize::Small, width: pixels(ui, rect.width()) }, rect, wanted);
        }
        // The frame of the page that is looked at lies within it, so that the ring of the keyboard is seen around it.
        if shown {
            painter.rect_stroke(rect, theme::R1, Stroke::new(theme::RING, t.accent), StrokeKind::Inside);
        }
        if response.has_focus() {
            paint::ring(painter, rect, theme::R1, 1.0, t.accent);
        }
        kit::into_sight(&response);
        if response.clicked() {
            draft.page = first;
            response.request_focus();
        }
    } else if on && preview.is_old() {
        painter.rect(rect, theme::R1, t.card, Stroke::new(theme::EDGE, t.line), StrokeKind::Outside);
    } else {
        painter.rect_filled(rect, theme::R1, Color32::TRANSPARENT);
        paint::dashed_rect(painter, rect, theme::R1, Stroke::new(theme::EDGE, t.line_strong), theme::DASH_SLOT);
        let why = if on { say::section_empty() } else { say::section_off() };
        let text = paint::line_within(painter, fonts::META, why, t.text_3, rect.width() - 12.0);
        painter.galley(rect.center() - text.size() / 2.0, text, t.text_3);
        let slot = ui.interact(rect, Id::unique(("share slot", section)), Sense::hover());
        slot.widget_info(|| WidgetInfo::labeled(Role::Label, true, say::section_none(name, why)));
    }
    let label = if on && count > 1 { say::section_pages(name, count) } else { name.to_owned() };
    let tick = if section == Section::Own { tick.with_max_x(tick.right() - EDIT) } else { tick };
    if kit::tick(ui, tick, 0.0, Id::unique(("share tick", section)), &label, on).clicked() {
        draft.toggle(section);
    }
}
