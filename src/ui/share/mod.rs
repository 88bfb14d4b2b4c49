//! Sharing: for whom, what that reader will not see, as what, with the pages as they will be.
//!
//! [`data`] works out what is said, [`draft`] holds what is chosen, [`preview`] what is seen of it; [`options`] and [`compared`] draw the
//! left side, [`pages`], [`outline`] and [`ticks`] the right one, and this the window around both. Nothing is made here: the app does that, beside
//! the frames.

mod compared;
pub mod data;
mod draft;
mod options;
mod outline;
mod own_page;
mod pages;
mod preview;
mod ticks;
mod written;

use egui::{
    Align, Context, CornerRadius, Frame, Id, Key, KeyboardShortcut, Label, Layout, Modal, Modifiers, Rect, Role, Sense, Stroke,
    Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

pub use draft::ShareDraft;
pub use own_page::{OwnPageAnswer, OwnPageDraft, own_page_ui};
pub(in crate::ui) use pages::first_pages;
pub use preview::{PageShown, PageSize, Preview, Stage, Wanted};
pub use written::{WrittenAnswer, written_ui};

use crate::share::Format;
use crate::ui::kit::{self, Button, Segment, marks, paint};
use crate::ui::theme::{self, Lift, space};
use crate::ui::view::{About, Cx, FindingKey};
use crate::ui::{fonts, icons};
use crate::words::{share_dialog as say, window};

/// Size of the dialog in a window that has room for it, in points.
const SIZE: egui::Vec2 = vec2(1140.0, 800.0);
/// It is never laid out smaller.
const LEAST: egui::Vec2 = egui::vec2(330.0, 400.0);
/// Width of the side with the choices, in points.
const LEFT: f32 = 468.0;
/// A dialog that is narrower shows either the choices or the preview, in points.
const BOTH: f32 = 840.0;
/// Height of the strip below, in points; where the dialog is narrow it has two lines.
const FOOTER: f32 = 64.0;
const FOOTER_NARROW: f32 = 96.0;
/// Most of the strip that the name of the file takes.
const FILE: f32 = 0.42;

/// What was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShareAnswer {
    /// Nothing more for now.
    Close,
    /// Write the file.
    Export,
    /// Stop writing it.
    Stop,
    /// Put what is shown onto the clipboard.
    Copy,
    /// Stop copying.
    StopCopying,
    /// Show what is still open, and close.
    Show(FindingKey),
    /// Show the lanes that are hidden.
    ShowLanes,
    /// Change the brand kit.
    Brand,
    /// Give it a name, and close.
    Name(About),
    /// Write a page of the team's own: a new one, or the one at that place of the plan.
    OwnPage(Option<usize>),
}

/// Draws the dialog. Pages that are in sight and not there yet are added to `wanted`.
pub fn share_ui(
    cx: &Cx<'_>,
    draft: &mut ShareDraft,
    preview: &Preview,
    ui: &mut Ui,
    wanted: &mut Vec<Wanted>,
) -> Option<ShareAnswer> {
    let ctx = ui.ctx().clone();
    let t = cx.tokens;
    let room = ctx.content_rect().size() - egui::Vec2::splat(2.0 * space::DIALOG);
    // A window that is smaller than any screen cuts the dialog off.
    let size = SIZE.min(room.max(LEAST));
    draft.page = draft.page.min(preview.pages.len().saturating_sub(1));
    let id = Id::unique("share dialog");
    give_keyboard_back(draft, &ctx, id);
    let exports = exports_by_key(draft, preview, &ctx);
    if preview.pages.len() > 1 && !ctx.text_edit_focused() && !egui::Popup::is_any_open(&ctx) {
        let turned = |key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if turned(Key::PageDown) {
            draft.page = (draft.page + 1).min(preview.pages.len().saturating_sub(1));
        }
        if turned(Key::PageUp) {
            draft.page = draft.page.saturating_sub(1);
        }
    }
    let frame = Frame::NONE
        .fill(t.panel)
        .stroke(Stroke::new(theme::EDGE, t.line))
        .corner_radius(CornerRadius::same(theme::R5))
        .shadow(theme::shadow(ui.theme(), Lift::Modal));
    let area = Modal::default_area(id).accessible_name(say::title());
    let modal = Modal::new(id).area(area).backdrop_color(theme::backdrop(ui.theme())).frame(frame);
    let shown = kit::show_modal(&ctx, modal, |ui| {
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        body(cx, draft, preview, ui, rect, wanted)
    });
    draft.is_drawn = true;
    // What was chosen is not lost to a press beside the dialog.
    let dismissed = shown.should_close() && !shown.backdrop_response.clicked();
    let by_key = exports.then_some(ShareAnswer::Export);
    by_key.or(shown.inner).or(dismissed.then_some(ShareAnswer::Close))
}

/// Gives the keyboard back to what had it before another dialog came over this one.
fn give_keyboard_back(draft: &mut ShareDraft, ctx: &Context, dialog: Id) {
    let Some(back) = draft.back else { return };
    // In the frame after its last one the other dialog still keeps the keyboard from everything under it.
    if ctx.memory(egui::Memory::top_modal_layer).is_some_and(|layer| layer.id != dialog) {
        ctx.request_repaint();
        return;
    }
    draft.back = None;
    ctx.memory_mut(|memory| memory.request_focus(back));
}

/// The keys that write the file, wherever the keyboard is in the dialog.
const EXPORT_KEYS: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::Enter);

/// Whether they were pressed, and there is something to write.
fn exports_by_key(draft: &ShareDraft, preview: &Preview, ctx: &Context) -> bool {
    let can = preview.writing.is_none() && why_no_export(draft).is_none() && !egui::Popup::is_any_open(ctx);
    can && ctx.input_mut(|input| input.consume_shortcut(&EXPORT_KEYS))
}

/// Why there is nothing to write, if there is not.
fn why_no_export(draft: &ShareDraft) -> Option<String> {
    (draft.choice.format.is_picture() && draft.width_is_wrong()).then(options::width_range)
}

fn body(
    cx: &Cx<'_>,
    draft: &mut ShareDraft,
    preview: &Preview,
    ui: &mut Ui,
    rect: Rect,
    wanted: &mut Vec<Wanted>,
) -> Option<ShareAnswer> {
    let t = cx.tokens;
    let both = rect.width() >= BOTH;
    let open = data::open(cx.campaign, &cx.derived.findings, draft.choice.reader);
    let one_line = both && open.as_ref().is_none_or(|open| has_room(cx, draft, preview, open, ui, rect.width()));
    let footer_height = if one_line { FOOTER } else { FOOTER_NARROW };
    let middle = rect.with_max_y(rect.bottom() - footer_height);
    let mut answer = None;
    if both {
        let right = middle.with_min_x(middle.left() + LEFT);
        let corner = CornerRadius { ne: theme::R5, ..CornerRadius::ZERO };
        ui.painter().rect_filled(right.shrink2(vec2(1.0, 0.0)).with_min_y(right.top() + 1.0), corner, t.sunken);
        ui.painter().vline(right.left(), right.y_range(), Stroke::new(theme::EDGE, t.line));
        let left = middle.with_max_x(right.left() - 1.0);
        part(ui, "choices", left, |ui| {
            title(ui);
            ui.add_space(16.0);
            answer = options::options_ui(cx, draft, preview, ui);
        });
        part(ui, "preview", right, |ui| {
            if let Some(closed) = head(ui, draft, preview) {
                answer = Some(closed);
            }
            answer = pages::pages_ui(cx, draft, preview, ui, wanted).or(answer.take());
        });
    } else {
        part(ui, "narrow", middle, |ui| {
            ui.horizontal(|ui| {
                let width = ui.available_width() - theme::HIT - space::L;
                ui.allocate_ui_with_layout(vec2(width, theme::HIT), Layout::left_to_right(Align::Center), |ui| {
                    ui.set_width(width);
                    title(ui);
                });
                answer = cross(ui);
            });
            ui.add_space(space::L);
            ui.horizontal(|ui| {
                let segments = [Segment::Word(say::options_tab()), Segment::Word(say::preview_tab())];
                let chosen = Some(usize::from(draft.previewing));
                if let Some(at) = kit::segmented(ui, say::parts(), &segments, chosen, None) {
                    draft.previewing = at == 1;
                }
                if draft.previewing {
                    ui.add_space(space::L);
                    // The tab says already that it is the preview.
                    if preview.is_old() || preview.pages.len() > 1 {
                        pages::which(ui, draft, preview);
                    }
                    pages::turn(ui, draft, preview, 0.0);
                }
            });
            ui.add_space(space::XL);
            if draft.previewing {
                answer = pages::pages_ui(cx, draft, preview, ui, wanted).or(answer.take());
            } else {
                answer = options::options_ui(cx, draft, preview, ui).or(answer.take());
            }
        });
    }
    let strip = rect.with_min_y(middle.bottom());
    ui.painter().hline(strip.x_range(), strip.top(), Stroke::new(theme::EDGE, t.line));
    footer(cx, draft, (preview, open.as_ref()), ui, strip).or(answer)
}

/// A part of the dialog, with room around what it holds.
fn part(ui: &mut Ui, name: &str, rect: Rect, content: impl FnOnce(&mut Ui)) {
    let inner = rect.shrink2(vec2(space::DIALOG, 0.0)).with_min_y(rect.top() + 18.0);
    let mut child = ui.new_child(UiBuilder::new().id_salt(name).max_rect(inner).layout(Layout::top_down(Align::Min)));
    child.set_clip_rect(rect.intersect(ui.clip_rect()));
    child.spacing_mut().item_spacing = vec2(space::L, 0.0);
    content(&mut child);
}

fn title(ui: &mut Ui) {
    let t = theme::of(ui);
    let label = ui.add(Label::new(fonts::DIALOG.rich(say::title()).color(t.text)).truncate());
    label.widget_info(|| WidgetInfo::labeled(Role::Heading, true, say::title()));
}

/// The way out.
fn cross(ui: &mut Ui) -> Option<ShareAnswer> {
    kit::icon_button(ui, icons::CLOSE, window::close(), false, None).clicked().then_some(ShareAnswer::Close)
}

/// The line over the preview: which page, the way to others, and the cross.
fn head(ui: &mut Ui, draft: &mut ShareDraft, preview: &Preview) -> Option<ShareAnswer> {
    let mut answer = None;
    ui.horizontal(|ui| {
        pages::which(ui, draft, preview);
        let several = preview.pages.len() > 1;
        pages::turn(ui, draft, preview, theme::HIT + if several { space::S } else { 0.0 });
        answer = cross(ui);
    });
    ui.add_space(space::L);
    answer
}

/// What is still open, what is written, and the buttons; on two lines where there is no room beside one another.
fn footer(
    cx: &Cx<'_>,
    draft: &ShareDraft,
    (preview, open): (&Preview, Option<&data::StillOpen>),
    ui: &mut Ui,
    strip: Rect,
) -> Option<ShareAnswer> {
    let inner = strip.shrink2(vec2(space::DIALOG, 0.0));
    let two = strip.height() > FOOTER;
    let low = if two { inner.with_min_y(inner.top() + 36.0).with_max_y(inner.bottom() - space::M) } else { inner };
    // How wide the buttons are is measured in one frame and known in the next, so that Tab goes through the strip as it is read.
    let width_id = ui.scope_id().with("share buttons width");
    let known = ui.data(|data| data.get_temp::<f32>(width_id)).unwrap_or(240.0);
    let place = low.with_min_x((low.right() - known).max(low.left()));
    let beside = low.with_max_x((place.left() - space::XL).max(low.left()));
    let is_busy = preview.writing.is_some() || preview.copying;
    let file_place = if is_busy {
        beside.with_min_x(beside.right())
    } else if two {
        beside
    } else {
        let wide = paint::line(ui.painter(), fonts::BODY, &file_words(cx, draft, preview), cx.tokens.text).size().x + 1.0;
        beside.with_min_x(beside.right() - wide.min(inner.width() * FILE).min(beside.width()))
    };
    let room = if two {
        inner.with_max_y(low.top()).with_min_y(inner.top() + space::M)
    } else {
        inner.with_max_x(file_place.left() - space::XL)
    };
    let mut answer = None;
    if room.width() > 120.0
        && let Some(open) = open
    {
        answer = still_open(open, ui, room);
    }
    let layout = Layout::left_to_right(Align::Center);
    if !is_busy {
        file(cx, draft, preview, file_place, two, ui);
    }
    let mut buttons = ui.new_child(UiBuilder::new().id_salt("share buttons").max_rect(place).layout(layout));
    buttons.spacing_mut().item_spacing.x = space::XL;
    if let Some((done, of)) = preview.writing {
        if preview.stopping {
            let label = buttons.add(Label::new(fonts::BODY.rich(say::stopping()).color(cx.tokens.text_2)).extend());
            buttons.ctx().accesskit_node_builder(label.id, |node| node.set_live(egui::accesskit::Live::Polite));
        } else {
            progress(&mut buttons, done, of);
        }
        if !preview.stopping && Button::secondary(say::stop()).tall(90.0).show(&mut buttons).clicked() {
            answer = Some(ShareAnswer::Stop);
        }
    } else if preview.copying {
        let label = buttons.add(Label::new(fonts::BODY.rich(say::copying()).color(cx.tokens.text_2)).extend());
        buttons.ctx().accesskit_node_builder(label.id, |node| node.set_live(egui::accesskit::Live::Polite));
        if Button::secondary(say::stop()).named(say::stop_copying()).tall(90.0).show(&mut buttons).clicked() {
            answer = Some(ShareAnswer::StopCopying);
        }
    } else {
        answer = actions(draft, &mut buttons).or(answer);
    }
    let now = buttons.min_rect().width();
    if (now - known).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(width_id, now));
        ui.ctx().request_discard("the buttons of the dialog have another width");
    }
    answer
}

/// Whether what is still open is read in full on one line with the name of the file and the buttons.
fn has_room(cx: &Cx<'_>, draft: &ShareDraft, preview: &Preview, open: &data::StillOpen, ui: &Ui, width: f32) -> bool {
    let t = cx.tokens;
    let wide = |face, text: &str| paint::line(ui.painter(), face, text, t.text).size().x;
    let file = wide(fonts::BODY, &file_words(cx, draft, preview)).min(width * FILE);
    let said = wide(fonts::BODY_B, &open.counts) + wide(fonts::BODY, &open.first) + wide(fonts::UI_M, say::show_it());
    let buttons = wide(fonts::UI_M, &say::export(data::format_name(draft.choice.format))) + wide(fonts::UI_M, say::copy());
    // Signs, what is around words on buttons, and what stands between all of them.
    said + file + buttons + 200.0 < width - 2.0 * space::DIALOG
}

/// The buttons that make something.
fn actions(draft: &ShareDraft, buttons: &mut Ui) -> Option<ShareAnswer> {
    let mut answer = None;
    let format = draft.choice.format;
    let is_text = matches!(format, Format::Markdown | Format::Csv);
    let can = format.is_deck() || format.is_picture() || is_text;
    let why = if can { None } else { Some(say::cannot_copy()) };
    let copy = Button::secondary(say::copy()).icon(icons::DUPLICATE).tall(80.0).disabled(why);
    let copy = copy.tooltip(if is_text { say::copy_text() } else { say::copy_picture() });
    if copy.show(buttons).clicked() {
        answer = Some(ShareAnswer::Copy);
    }
    let (name, wrong) = (say::export(data::format_name(format)), why_no_export(draft));
    let keys = window::with_keys(&name, buttons.ctx().format_shortcut(&EXPORT_KEYS));
    let export = Button::primary(&name).icon(icons::SHARE).tall(120.0).tooltip(&keys).disabled(wrong.as_deref());
    if export.show(buttons).clicked() {
        answer = Some(ShareAnswer::Export);
    }
    answer
}

/// Says that in its place.
fn file(cx: &Cx<'_>, draft: &ShareDraft, preview: &Preview, place: Rect, from_left: bool, ui: &mut Ui) {
    let text = file_words(cx, draft, preview);
    let layout = if from_left { Layout::left_to_right(Align::Center) } else { Layout::right_to_left(Align::Center) };
    let mut ui = ui.new_child(UiBuilder::new().id_salt("share file").max_rect(place).layout(layout));
    let label = ui.add(Label::new(fonts::BODY.rich(&text).color(cx.tokens.text_2)).truncate()).on_hover_text(&text);
    // What was just copied is said without anybody going there.
    ui.ctx().accesskit_node_builder(label.id, |node| node.set_live(egui::accesskit::Live::Polite));
}

/// What the file will be called and how large it is, or what was just done.
fn file_words(cx: &Cx<'_>, draft: &ShareDraft, preview: &Preview) -> String {
    if let Some(said) = preview.said {
        return said.to_owned();
    }
    let stem = format!("{}.{}", file_stem(cx, draft), draft.choice.format.ending());
    preview.bytes.map_or_else(|| stem.clone(), |bytes| say::file_and_size(&stem, data::size(bytes)))
}

/// What is still open in what this reader gets.
fn still_open(open: &data::StillOpen, ui: &mut Ui, room: Rect) -> Option<ShareAnswer> {
    let t = theme::of(ui);
    let mut left =
        ui.new_child(UiBuilder::new().id_salt("still open").max_rect(room).layout(Layout::left_to_right(Align::Center)));
    left.spacing_mut().item_spacing.x = space::L;
    let (mark, _) = left.allocate_exact_size(vec2(18.0, 18.0), Sense::hover());
    marks::tone(left.painter(), mark.center(), 18.0, open.tone, t);
    left.add(Label::new(fonts::BODY_B.rich(&open.counts).color(t.text)).truncate()).on_hover_text(&open.counts);
    let show_it = 76.0;
    let width = left.available_width() - show_it;
    if width > 60.0 {
        let first = paint::line(left.painter(), fonts::BODY, &open.first, t.text_2).size().x;
        let layout = Layout::left_to_right(Align::Center);
        left.allocate_ui_with_layout(vec2(width.min(first + 1.0), theme::HIT), layout, |ui| {
            ui.add(Label::new(fonts::BODY.rich(&open.first).color(t.text_2)).truncate()).on_hover_text(&open.first);
        });
    }
    let shown = Button::quiet(say::show_it()).show(&mut left).clicked();
    shown.then(|| ShareAnswer::Show(open.key.clone()))
}

/// How far the file is.
fn progress(ui: &mut Ui, done: usize, of: usize) {
    let t = theme::of(ui);
    let text = match of {
        0 => say::working().to_owned(),
        // All steps are done, and what came of them is still to be put into the file.
        _ if done >= of => say::writing_the_file().to_owned(),
        _ => say::progress(done, of),
    };
    let (rect, response) = ui.allocate_exact_size(vec2(160.0, theme::HIT), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, &text));
    let bar = Rect::from_center_size(pos2(rect.center().x, rect.bottom() - 5.0), vec2(rect.width(), 4.0));
    ui.painter().rect_filled(bar, 2.0, t.active);
    let share = done as f32 / of.max(1) as f32;
    ui.painter().rect_filled(bar.with_max_x(bar.left() + bar.width() * share.clamp(0.0, 1.0)), 2.0, t.accent);
    paint::text_at(ui.painter(), rect.left(), rect.top() + 9.0, fonts::META, &text, t.text_2);
}

/// The name of the file without its ending, as it is proposed.
fn file_stem(cx: &Cx<'_>, draft: &ShareDraft) -> String {
    let own = cx.file.name.as_deref().and_then(|name| name.rsplit_once('.')).map(|(stem, _)| stem.to_owned());
    let plan = own.unwrap_or_else(|| slug(&cx.campaign.name, say::file_plan()));
    stem_for(&plan, cx.campaign, &draft.choice)
}

/// The name of a file for a reader, made of the plan's own; what is ours in it is in the language of the file.
#[must_use]
pub fn stem_for(plan: &str, campaign: &crate::model::Campaign, choice: &crate::share::Choice) -> String {
    use crate::share::Reader;
    // The file of the plan may have as long a name as there can be; this one is longer by the reader.
    let plan = plan.get(..plan.floor_char_boundary(3 * NAME_BYTES)).unwrap_or(plan);
    choice.in_its_language(|| match choice.reader {
        Reader::Internal => say::file_for_team(plan),
        Reader::Client => say::file_for_client(plan),
        Reader::Creator(id) => {
            let name = campaign.lane(id).map_or("", |lane| campaign.lane_name(lane));
            format!("{plan}-{}", slug(name, say::file_nobody()))
        }
    })
}

/// Most bytes of a part of a file name: two of them, and what comes between and behind, fit where names are short.
const NAME_BYTES: usize = 56;
/// Names that mean a device on Windows, whatever stands behind a dot; those with a number are told by their letters.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// A part of a file name made of a name: letters and digits of any script, everything else a dash.
#[must_use]
pub fn slug(name: &str, otherwise: &str) -> String {
    let mut made = String::new();
    for c in name.chars().take(NAME_BYTES) {
        if c.is_alphanumeric() {
            made.extend(c.to_lowercase());
        } else if !made.ends_with('-') && !made.is_empty() {
            made.push('-');
        }
    }
    made.truncate(made.floor_char_boundary(NAME_BYTES));
    let made = made.trim_end_matches('-');
    let is_port =
        |name: &str| name.strip_prefix("com").or(name.strip_prefix("lpt")).is_some_and(|rest| rest.chars().count() == 1);
    if made.is_empty() {
        otherwise.to_owned()
    } else if DEVICES.contains(&made) || is_port(made) {
        format!("{otherwise}-{made}")
    } else {
        made.to_owned()
    }
}
