//! The choices: for whom, with what that reader will not see; as what; how it looks.

use egui::{
    Align, CornerRadius, EventFilter, Id, Key, Label, Layout, Rect, Response, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui,
    UiBuilder, WidgetInfo, pos2, vec2,
};

use super::compared::compared_ui;
use super::data;
use super::{Preview, ShareAnswer, ShareDraft, Stage};
use crate::share::choice::WIDTHS;
use crate::share::{self, Format, Motif, Nameless, Paper, Reader, Tone};
use crate::ui::dialogs::default_focus;
use crate::ui::icons::Icon;
use crate::ui::kit::{self, Button, Segment, TextField, paint};
use crate::ui::theme::{self, space};
use crate::ui::view::{About, Cx};
use crate::ui::{fonts, icons};
use crate::words::language::Language;
use crate::words::{self, counts, share_dialog as say};

/// Height of a heading with the room below it, in points.
const HEADING: f32 = 24.0;
/// Height of the line with the language, in points.
const LANGUAGE: f32 = 28.0;
/// Height of the tiles with readers, in points.
const READER: f32 = 56.0;
/// Height of the tiles with formats, in points.
const FORMAT: f32 = 50.0;
/// Tiles beside one another, and the narrowest that says what it has to say in two lines: with less room each is a row of its own.
const COLUMNS: usize = 3;
const NARROWEST: f32 = 128.0;
/// Height of such a row, in points.
const LINE: f32 = 34.0;
/// Most lanes that are named where they are hidden and shared all the same.
const NAMED: usize = 4;
/// Height of a row of what is left out, in points.
const ROW: f32 = 25.0;

/// Draws the choices, and returns what was pressed that is none.
pub(super) fn options_ui(cx: &Cx<'_>, draft: &mut ShareDraft, preview: &Preview, ui: &mut Ui) -> Option<ShareAnswer> {
    let height = ui.available_height() - space::L;
    let mut answer = None;
    draft.list("share choices", height).show(ui, |ui| {
        // The scroll bar has its own room beside the tiles.
        ui.set_max_width(ui.available_width() - space::L);
        readers(cx, draft, ui);
        if let Some(what) = unnamed(cx, draft, ui) {
            answer = Some(ShareAnswer::Name(what));
        }
        ui.add_space(14.0);
        left_out(cx, draft, ui);
        if hidden_inside(cx, draft, ui) {
            answer = Some(ShareAnswer::ShowLanes);
        }
        ui.add_space(14.0);
        if format_heading(draft, ui) {
            answer = Some(ShareAnswer::Brand);
        }
        formats(cx, draft, preview, ui);
        ui.add_space(16.0);
        look(cx, draft, ui);
        compared_ui(cx, draft, ui);
        ui.add_space(space::XL);
    });
    answer
}

fn heading(ui: &mut Ui, text: &str) {
    let t = theme::of(ui);
    let label = ui.add(Label::new(fonts::BODY_B.rich(text).color(t.text)).truncate());
    label.widget_info(|| WidgetInfo::labeled(Role::Heading, true, text));
    ui.add_space(space::L);
}

/// The heading over the formats, and the way to the brand kit, where the format takes anything from it; true once that is
/// pressed.
fn format_heading(draft: &ShareDraft, ui: &mut Ui) -> bool {
    let format = draft.choice.format;
    let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEADING), Sense::hover());
    let mut child = ui.new_child(UiBuilder::new().id_salt("share format").max_rect(line).layout(Layout::top_down(Align::Min)));
    heading(&mut child, say::format());
    if !format.has_look() {
        return false;
    }
    let place = line.with_min_y(line.top() - 6.0).with_max_y(line.bottom() - 2.0);
    let mut child =
        ui.new_child(UiBuilder::new().id_salt("share brand").max_rect(place).layout(Layout::right_to_left(Align::Center)));
    Button::quiet(say::brand()).small().icon(icons::PALETTE).show(&mut child).clicked()
}

/// How many tiles have room beside one another.
fn columns(ui: &Ui) -> usize {
    let beside = (ui.available_width() - (COLUMNS - 1) as f32 * space::L) / COLUMNS as f32;
    if beside < NARROWEST { 1 } else { COLUMNS }
}

/// Places for tiles, in rows.
fn grid(ui: &mut Ui, count: usize, height: f32) -> Vec<Rect> {
    let columns = columns(ui);
    let height = if columns == 1 { LINE } else { height };
    let rows = count.div_ceil(columns).max(1) as f32;
    let width = (ui.available_width() - (columns - 1) as f32 * space::L) / columns as f32;
    let (all, _) = ui.allocate_exact_size(vec2(ui.available_width(), rows * height + (rows - 1.0) * space::M), Sense::hover());
    let place = |at: usize| {
        let (column, row) = ((at % columns) as f32, (at / columns) as f32);
        let min = all.min + vec2(column * (width + space::L), row * (height + space::M));
        Rect::from_min_size(min, vec2(width, height))
    };
    (0..count).map(place).collect()
}

struct Tile<'a> {
    icon: Icon,
    title: &'a str,
    under: &'a str,
    on: bool,
    why_not: Option<&'a str>,
}

/// A tile: icon and title, with what it gives below.
fn tile(ui: &Ui, rect: Rect, id: Id, tile: &Tile<'_>, beside: bool) -> Response {
    let t = theme::of(ui);
    let enabled = tile.why_not.is_none();
    // Tab comes to a group once, at what is chosen; from there the arrows go on.
    let sense = match (enabled, tile.on) {
        (true, true) => Sense::click(),
        (true, false) => Sense::CLICK,
        (false, _) => Sense::hover(),
    };
    let response = ui.interact(rect, id, sense);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, enabled, tile.on, tile.title));
    ui.ctx().accesskit_node_builder(id, |node| node.set_description(tile.under));
    kit::into_sight(&response);
    // The keyboard goes on from what was pressed, and its ring is never on a tile that is no longer chosen.
    if response.clicked() {
        response.request_focus();
    }
    let painter = ui.painter();
    let (fill, edge, color) = match (enabled, tile.on, response.hovered()) {
        (false, ..) => (t.sunken, Stroke::new(theme::EDGE, t.line), t.text_off),
        (_, true, _) => (t.accent_bg, Stroke::new(theme::RING, t.accent), t.accent),
        (_, false, true) => (t.hover, Stroke::new(theme::EDGE, t.line), t.text),
        (_, false, false) => (t.card, Stroke::new(theme::EDGE, t.line), t.text),
    };
    painter.rect(rect, CornerRadius::same(theme::R3), fill, edge, StrokeKind::Inside);
    let icon = if tile.on { t.accent } else { t.text_2 };
    let under = if enabled { t.text_2 } else { t.text_off };
    let is_row = rect.height() <= LINE;
    let (x, middle) = (rect.left() + 12.0, rect.center().y);
    let (first, second) = if is_row { (middle, middle) } else { (middle - 9.0, middle + 9.0) };
    let word = if beside { x + 28.0 } else { x + 23.0 };
    let of_icon = if beside { middle } else { first };
    tile.icon.paint(painter, pos2(x + 9.0, of_icon), if beside { 20.0 } else { 17.0 }, icon);
    let room = |from: f32| rect.right() - 8.0 - from;
    let above = paint::line_within(painter, fonts::UI_B, tile.title, color, room(word));
    let behind = word + above.size().x + space::XL;
    painter.galley(pos2(word, first - above.size().y / 2.0), above, color);
    let from = if is_row {
        behind
    } else if beside {
        word
    } else {
        x
    };
    let line = paint::line_within(painter, fonts::BODY, tile.under, under, room(from));
    let is_cut = line.elided;
    let at = if is_row { rect.right() - 10.0 - line.size().x } else { from };
    painter.galley(pos2(at, second - line.size().y / 2.0), line, under);
    if response.has_focus() {
        paint::ring(painter, rect, theme::R3, 1.0, t.accent);
    }
    match tile.why_not {
        Some(why) => response.on_hover_text(why),
        None if is_cut => response.on_hover_text(tile.under),
        None => response,
    }
}

/// The arrows go from tile to tile, and what they come to is chosen, as in any group of which one is; to other things it is
/// Tab that goes. Returns the place of the tile that was come to. `tiles` says of each what it is and whether it can be chosen.
fn arrows(ui: &Ui, tiles: &[(Id, bool)]) -> Option<usize> {
    let focused = ui.memory(egui::Memory::focused)?;
    let at = tiles.iter().position(|(id, _)| *id == focused)?;
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(focused, filter));
    let (count, columns) = (tiles.len(), columns(ui));
    let row = if count > columns { columns } else { 1 };
    let steps = [(Key::ArrowRight, 1), (Key::ArrowLeft, count - 1), (Key::ArrowDown, row), (Key::ArrowUp, count - row)];
    let by = ui.input(|input| steps.into_iter().find(|(key, _)| input.key_pressed(*key)).map(|(_, by)| by))?;
    // From the end it goes on at the beginning; what cannot be chosen is passed over.
    let way = (1..=count).map(|times| (at + times * by) % count);
    let to = way.take_while(|to| *to != at).find(|to| tiles.get(*to).is_some_and(|(_, can)| *can))?;
    ui.memory_mut(|memory| memory.request_focus(tiles.get(to).map_or(focused, |(id, _)| *id)));
    Some(to)
}

/// The heading over the readers, and beside it the language that they read, where the format has words of ours.
fn reader_heading(draft: &mut ShareDraft, ui: &mut Ui) {
    let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), LANGUAGE), Sense::hover());
    let part = |name: &str, layout| UiBuilder::new().id_salt(name).max_rect(line).layout(layout);
    heading(&mut ui.new_child(part("share readers", Layout::left_to_right(Align::Center))), say::for_whom());
    ui.add_space(space::S);
    if !draft.choice.format.has_language() {
        return;
    }
    let mut child = ui.new_child(part("share language", Layout::right_to_left(Align::Center)));
    let segments = Language::ALL.map(|language| Segment::Word(language.own_name()));
    let chosen = Language::ALL.iter().position(|language| *language == draft.choice.language);
    let pressed = kit::segmented(&mut child, say::language(), &segments, chosen, None);
    if let Some(language) = pressed.and_then(|at| Language::ALL.get(at)) {
        draft.set_language(*language);
    }
    child.add(Label::new(fonts::BODY.rich(say::language_short()).color(theme::of(ui).text_2)).truncate());
}

fn readers(cx: &Cx<'_>, draft: &mut ShareDraft, ui: &mut Ui) {
    reader_heading(draft, ui);
    let why = draft.lane.is_none().then_some(say::no_creator());
    let creator = draft.lane.map_or(Reader::Client, Reader::Creator);
    let all = [
        ("internal", icons::USERS, say::internal(), say::internal_gets(), Reader::Internal, None),
        ("client", icons::BRIEFCASE, say::client(), say::client_gets(), Reader::Client, None),
        ("creator", icons::USER, say::creator(), say::creator_gets(), creator, why),
    ];
    let tiles = all.map(|(key, .., why_not)| (reader_id(key), why_not.is_none()));
    if let Some((.., reader, _)) = arrows(ui, &tiles).and_then(|at| all.get(at)) {
        draft.set_reader(*reader);
    }
    for (rect, (key, icon, title, under, reader, why_not)) in grid(ui, all.len(), READER).into_iter().zip(all) {
        let on = draft.choice.reader == reader && why_not.is_none();
        let id = reader_id(key);
        let response = tile(ui, rect, id, &Tile { icon, title, under, on, why_not }, false);
        if on {
            default_focus(ui, id);
        }
        if response.clicked() && !on {
            draft.set_reader(reader);
        }
    }
    if let Reader::Creator(id) = draft.choice.reader {
        ui.add_space(space::L);
        let lanes = data::creators(cx.campaign);
        let name = lanes.iter().find(|(lane, _)| *lane == id).map_or("", |(_, name)| name);
        let width = ui.available_width();
        let field = Id::unique("share creator");
        let chosen = kit::dropdown(ui, field, say::which_creator(), Some(icons::USER), (name, ""), width, |ui| {
            let mut chosen = None;
            ScrollArea::vertical().max_height(280.0).show(ui, |ui| {
                for (lane, name) in &lanes {
                    if kit::menu_row(ui, None, name, "", *lane == id).clicked() {
                        chosen = Some(*lane);
                        ui.close();
                    }
                }
            });
            chosen
        });
        if let Some(lane) = chosen.flatten() {
            draft.set_reader(Reader::Creator(lane));
        }
    }
}

/// A tile is known by what it is, whatever it is called in a language.
fn reader_id(key: &str) -> Id {
    Id::unique(("share reader", key))
}

fn format_id(format: Format) -> Id {
    Id::unique(("share format", format))
}

fn left_out(cx: &Cx<'_>, draft: &ShareDraft, ui: &mut Ui) {
    let t = cx.tokens;
    let reader = draft.choice.reader;
    let rows = data::left_out(cx.campaign, &cx.derived.findings, reader);
    match reader {
        _ if rows.is_empty() && reader != Reader::Internal => {
            heading(ui, say::nothing_left_out());
            ui.add(Label::new(fonts::BODY.rich(say::nothing_to_leave_out()).color(t.text_2)).wrap());
        }
        Reader::Internal => {
            heading(ui, say::nothing_left_out());
            ui.add(Label::new(fonts::BODY.rich(say::nothing_left_out_note()).color(t.text_2)).wrap());
            return;
        }
        Reader::Client => heading(ui, say::left_out_client()),
        Reader::Creator(id) => {
            let name = cx.campaign.lane(id).map_or("", |lane| cx.campaign.lane_name(lane));
            heading(ui, &say::left_out_creator(name));
        }
    }
    for row in rows {
        let count = paint::line(ui.painter(), fonts::BODY, &row.count, t.text_2);
        let room = (ui.available_width() - 50.0 - count.size().x - space::L).max(20.0);
        let what = paint::lines_within(ui.painter(), fonts::BODY, row.what, t.text, room, 2);
        let height = (what.size().y + space::M).max(ROW);
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, say::left_out_row(row.what, &row.count)));
        let painter = ui.painter();
        painter.hline(rect.x_range(), rect.bottom(), Stroke::new(theme::EDGE, t.line_subtle));
        let y = rect.center().y;
        row.icon.paint(painter, pos2(rect.left() + 8.0, y), 15.0, t.text_2);
        icons::EYE_SLASH.paint(painter, pos2(rect.right() - 8.0, y), 15.0, t.text_3);
        let (left, right) = (rect.left() + 25.0, rect.right() - 25.0 - count.size().x);
        painter.galley(pos2(right, y - count.size().y / 2.0), count, t.text_2);
        painter.galley(pos2(left, y - what.size().y / 2.0), what, t.text);
    }
    let findings = cx.derived.findings.iter().map(|finding| &**finding);
    if let Some(stays) = data::stays(cx.campaign, findings, reader) {
        ui.add_space(space::L);
        ui.horizontal(|ui| {
            let (mark, _) = ui.allocate_exact_size(vec2(16.0, 18.0), Sense::hover());
            icons::ACCEPTED.paint(ui.painter(), mark.center(), 15.0, t.s_acc_fill);
            ui.add(Label::new(fonts::BODY.rich(stays).color(t.text_2)).wrap());
        });
    }
}

/// What has no name yet and is printed all the same; returned once it is to be named.
fn unnamed(cx: &Cx<'_>, draft: &ShareDraft, ui: &mut Ui) -> Option<About> {
    let mut answer = None;
    for unnamed in share::unnamed(cx.campaign, &draft.choice) {
        let (about, name) = match unnamed.what {
            Nameless::Campaign => (About::Campaign, say::name_campaign()),
            Nameless::Brand(id) => (About::Brand(id), say::name_brand()),
            Nameless::Creator(id) => (About::Creator(id), say::name_creator()),
        };
        ui.add_space(space::M);
        let width = ui.available_width();
        let button = paint::line(ui.painter(), fonts::BODY_M, say::name_it(), cx.tokens.text).size().x + 2.0 * space::L;
        let room = (width - 25.0 - button - space::XL).max(60.0);
        let text = paint::lines_within(ui.painter(), fonts::BODY, &unnamed.said, cx.tokens.text, room, 4);
        let (row, response) = ui.allocate_exact_size(vec2(width, text.size().y.max(theme::HIT)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &unnamed.said));
        let y = row.center().y;
        icons::WARNING_LINE.paint(ui.painter(), pos2(row.left() + 8.0, y), 15.0, cx.tokens.s_warn);
        ui.painter().galley(pos2(row.left() + 25.0, y - text.size().y / 2.0), text, cx.tokens.text);
        let place =
            UiBuilder::new().id_salt(("share name", unnamed.what)).max_rect(row).layout(Layout::right_to_left(Align::Center));
        let mut place = ui.new_child(place);
        if Button::secondary(say::name_it()).named(name).small().show(&mut place).clicked() {
            answer = Some(about);
        }
    }
    answer
}

/// Which lanes are in the file although the window hides them; true once they are to be shown.
fn hidden_inside(cx: &Cx<'_>, draft: &ShareDraft, ui: &mut Ui) -> bool {
    let lanes = data::hidden_inside(cx.campaign, cx.sieve, &draft.choice);
    if lanes.is_empty() {
        return false;
    }
    let mut names: Vec<String> = lanes.iter().take(NAMED).map(|name| (*name).to_owned()).collect();
    let more = lanes.len() - names.len();
    names.extend((more > 0).then(|| say::hidden_more(more)));
    let text = say::hidden_inside(words::list(&names));
    ui.add_space(space::S);
    let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), theme::HIT), Sense::hover());
    icons::EYE_SLASH.paint(ui.painter(), pos2(line.left() + 8.0, line.center().y), 15.0, cx.tokens.text_2);
    let place = line.with_min_x(line.left() + 25.0);
    let child = UiBuilder::new().id_salt("share hidden").max_rect(place).layout(Layout::right_to_left(Align::Center));
    let mut child = ui.new_child(child);
    let shown = Button::quiet(say::hidden_show()).small().show(&mut child).clicked();
    child.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.add(Label::new(fonts::BODY.rich(text).color(cx.tokens.text)).truncate()).on_hover_text(words::list(&lanes));
    });
    shown
}

fn formats(cx: &Cx<'_>, draft: &mut ShareDraft, preview: &Preview, ui: &mut Ui) {
    let entries = draft.entries(cx.campaign);
    let motif = data::motif_name(cx.campaign, draft.choice.motif);
    let tiles = Format::ALL.map(|format| (format_id(format), true));
    if let Some(format) = arrows(ui, &tiles).and_then(|at| Format::ALL.get(at)) {
        draft.set_format(*format);
    }
    for (rect, format) in grid(ui, Format::ALL.len(), FORMAT).into_iter().zip(Format::ALL) {
        let on = draft.choice.format == format;
        let under = match format {
            Format::Pdf if on && preview.stage == Stage::Ready && !preview.pages.is_empty() => {
                say::gives_pages(counts::pages(preview.pages.len()))
            }
            Format::Pdf => say::gives_deck().to_owned(),
            Format::Pptx => say::gives_slides().to_owned(),
            Format::Html => say::gives_html().to_owned(),
            Format::Xlsx => say::gives_xlsx().to_owned(),
            Format::Csv => say::gives_csv().to_owned(),
            Format::Ics => counts::entries(entries.count()),
            Format::Png => say::gives_png(&motif, draft.choice.width),
            Format::Svg => say::gives_svg(&motif),
            Format::Markdown => say::gives_markdown().to_owned(),
        };
        let title = data::format_name(format);
        let shown = Tile { icon: data::format_icon(format), title, under: &under, on, why_not: None };
        let response = tile(ui, rect, format_id(format), &shown, true);
        let response = if format == Format::Ics { response.on_hover_text(data::entries(entries)) } else { response };
        if response.clicked() && !on {
            draft.set_format(format);
        }
    }
    let note = match draft.choice.format {
        Format::Ics => say::ics_again(),
        Format::Csv => say::language_of_table(),
        Format::Xlsx if draft.choice.language != Language::English => say::language_of_workbook(),
        _ => return,
    };
    ui.add_space(space::M);
    if draft.choice.format == Format::Ics {
        let holds = say::ics_holds(data::entries(entries));
        ui.add(Label::new(fonts::META.rich(holds).color(cx.tokens.text)).wrap());
        let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), theme::HIT), Sense::hover());
        let on = draft.choice.has_deadlines();
        if kit::tick(ui, row, 0.0, Id::unique("share deadlines"), say::with_deadlines(), on).clicked() {
            draft.choice.deadlines = Some(!on);
        }
        ui.add_space(space::S);
    }
    ui.add(Label::new(fonts::META.rich(note).color(cx.tokens.text_2)).wrap());
}

/// Pages, colours, and what a picture is of.
fn look(cx: &Cx<'_>, draft: &mut ShareDraft, ui: &mut Ui) {
    let format = draft.choice.format;
    if !format.has_look() {
        return;
    }
    let half = (ui.available_width() - space::XL) / 2.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::XL;
        if format.is_deck() {
            field(ui, say::page_size(), half, |ui| paper(draft, ui, half));
        }
        if format.is_picture() {
            field(ui, say::motif(), half, |ui| motif(cx, draft, ui, half));
        }
        if format.has_look() {
            field(ui, say::colours(), half, |ui| {
                let segments = [Segment::IconWord(icons::SUN, say::light()), Segment::IconWord(icons::MOON, say::dark())];
                let chosen = Tone::ALL.iter().position(|tone| *tone == draft.choice.tone);
                if let Some(tone) =
                    kit::segmented(ui, say::colours(), &segments, chosen, Some(half)).and_then(|at| Tone::ALL.get(at))
                {
                    draft.choice.tone = *tone;
                }
            });
        }
    });
    if format == Format::Png {
        ui.add_space(space::XL);
        field(ui, say::width(), half, |ui| {
            let wrong = draft.width_is_wrong();
            let mut text = draft.width.clone().unwrap_or_else(|| draft.choice.width.to_string());
            let tone = wrong.then_some(theme::Tone::Error);
            let id = Id::unique("share width");
            if TextField::new(id, say::width()).width(half).tone(tone).show(ui, &mut text).changed() {
                draft.write_width(text);
            }
            if wrong {
                let color = theme::of(ui).tone(theme::Tone::Error).text;
                ui.add(Label::new(fonts::META.rich(width_range()).color(color)).wrap());
            }
        });
    }
    if format.holds_plan() {
        ui.add_space(space::L);
        let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), theme::HIT), Sense::hover());
        if kit::tick(ui, row, 0.0, Id::unique("share embed"), say::embed(), draft.choice.embed).clicked() {
            draft.choice.embed = !draft.choice.embed;
        }
    }
}

/// From how many pixels to how many a picture can be wide.
pub(super) fn width_range() -> String {
    say::width_range(WIDTHS.start(), WIDTHS.end())
}

pub(super) fn field(ui: &mut Ui, name: &str, width: f32, content: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = space::S;
        ui.add(Label::new(fonts::BODY.rich(name).color(theme::of(ui).text_2)).truncate());
        content(ui);
    });
}

fn paper(draft: &mut ShareDraft, ui: &mut Ui, width: f32) {
    let shown = data::paper_name(draft.choice.paper);
    kit::dropdown(ui, Id::unique("share paper"), say::page_size(), None, (shown, ""), width, |ui| {
        for paper in Paper::ALL {
            if kit::menu_row(ui, None, data::paper_name(paper), "", paper == draft.choice.paper).clicked() {
                draft.choice.paper = paper;
                ui.close();
            }
        }
    });
}

fn motif(cx: &Cx<'_>, draft: &mut ShareDraft, ui: &mut Ui, width: f32) {
    let own = match draft.choice.reader {
        Reader::Creator(id) => Some(id),
        Reader::Internal | Reader::Client => None,
    };
    let lanes = cx.campaign.lanes.iter().map(|lane| lane.id).filter(|id| own.is_none_or(|own| own == *id));
    let all: Vec<Motif> = [Motif::Board, Motif::Arc].into_iter().chain(lanes.map(Motif::Lane)).collect();
    let shown = data::motif_name(cx.campaign, draft.choice.motif);
    kit::dropdown(ui, Id::unique("share motif"), say::motif(), None, (&shown, ""), width, |ui| {
        ScrollArea::vertical().max_height(280.0).show(ui, |ui| {
            for motif in all {
                let name = data::motif_name(cx.campaign, motif);
                if kit::menu_row(ui, None, &name, "", motif == draft.choice.motif).clicked() {
                    draft.choice.motif = motif;
                    ui.close();
                }
            }
        });
    });
}
