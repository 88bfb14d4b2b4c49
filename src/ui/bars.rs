//! The bar at the top (menu, name, saving, undo, findings, share) and the line at the bottom (counts, selection, zoom).

use egui::{
    Align, Color32, CornerRadius, Label, Layout, Popup, Rect, Response, Role, Sense, Shape, Stroke, Ui, UiBuilder, WidgetInfo,
    pos2, vec2,
};

use crate::analysis::totals::Totals;
use crate::model::{Kind, Money};
use crate::words::{self, window as say};

use super::command::Command;
use super::held::Held;
use super::icons::Icon;
use super::inspector::when_words;
use super::kit::{self, Button, paint};
use super::theme::{self, Tone, space};
use super::view::{Action, Actions, Counts, Cx, SaveState};
use super::{fonts, icons};

/// Height of the top bar, in points.
pub const TOP: f32 = 44.0;
/// Height of the status bar, in points.
pub const STATUS: f32 = 24.0;
/// Below this width the bars leave out what can be done without, in points.
const NARROW: f32 = 700.0;

/// What the bars remember: totals, as long as they are those of the campaign, and the title of the window.
#[derive(Debug, Default)]
pub struct BarState {
    held: Held,
    totals: Totals,
    title: String,
}

impl BarState {
    /// Whether the window's title is another one than the last time; remembers it.
    pub fn title_changed(&mut self, title: &str) -> bool {
        let changed = self.title != title;
        if changed {
            title.clone_into(&mut self.title);
        }
        changed
    }
}

/// A command's name with its keys, for tooltips.
#[must_use]
pub fn with_keys(ui: &Ui, command: Command) -> String {
    match keys(ui, command) {
        keys if keys.is_empty() => command.name().to_owned(),
        keys => say::with_keys(command.name(), keys),
    }
}

/// The keys of a command as they stand on the keyboard; empty where it has none.
#[must_use]
pub fn keys(ui: &Ui, command: Command) -> String {
    command.shortcut().map(|shortcut| ui.ctx().format_shortcut(&shortcut)).unwrap_or_default()
}

/// A square button that is a command: name, tooltip and keys come from it, and whether it can be pressed.
pub fn command_button(cx: &Cx<'_>, ui: &mut Ui, icon: Icon, command: Command) -> Response {
    let why_not = command.why_not(cx);
    let response = kit::icon_button(ui, icon, command.name(), false, why_not);
    let keys = keys(ui, command);
    if keys.is_empty() || why_not.is_some() { response } else { response.on_hover_text(keys) }
}

/// A row of a menu that is a command; where there is nothing for it to do, disabled with the reason.
fn command_row(cx: &Cx<'_>, ui: &mut Ui, icon: Icon, command: Command, out: &mut Actions) {
    let keys = keys(ui, command);
    let why_not = command.why_not(cx);
    let row = |ui: &mut Ui| kit::menu_row(ui, Some(icon), command.name(), &keys, false);
    let response = ui.add_enabled_ui(why_not.is_none(), row).inner;
    if response.clicked() {
        out.run(command);
        ui.close();
    }
    if let Some(why_not) = why_not {
        response.on_disabled_hover_text(why_not);
    }
}

/// Draws the top bar in the space that `ui` has.
pub fn top_bar_ui(cx: &Cx<'_>, ui: &mut Ui, out: &mut Actions) {
    let t = cx.tokens;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), TOP), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(theme::EDGE, t.line));
    let inner = rect.shrink2(vec2(8.0, 8.0));

    let layout = Layout::right_to_left(Align::Center);
    let mut right = ui.new_child(UiBuilder::new().id_salt("bar right").max_rect(inner).layout(layout));
    right.spacing_mut().item_spacing.x = space::L;
    share_button(cx, &mut right, out);
    check_pill(cx, &mut right, out);

    let end = right.min_rect().left() - space::XL;
    let left = Rect::from_min_max(inner.min, pos2(end.max(inner.left()), inner.bottom()));
    let mut left = ui.new_child(UiBuilder::new().id_salt("bar left").max_rect(left).layout(Layout::left_to_right(Align::Center)));
    left.spacing_mut().item_spacing.x = space::M;
    menu(cx, &mut left, out);
    logo(cx, &mut left);
    document(cx, &mut left, out, rect.width() < NARROW);
}

fn menu(cx: &Cx<'_>, ui: &mut Ui, out: &mut Actions) {
    let button = kit::icon_button(ui, icons::MENU, say::menu(), false, None);
    let mut rows = |ui: &mut Ui, groups: &[&[(Icon, Command)]]| {
        for (at, group) in groups.iter().enumerate() {
            if at > 0 {
                ui.separator();
            }
            for (icon, command) in *group {
                command_row(cx, ui, *icon, *command, out);
            }
        }
    };
    Popup::menu(&button).width(270.0).accessible_name(say::menu()).show(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        rows(ui, &[FILE, EXAMPLES, SHARE]);
        ui.separator();
        submenu(ui, icons::EDIT, say::menu_edit(), |ui| rows(ui, &[HISTORY, SELECTED]));
        submenu(ui, icons::PLUS, say::menu_add(), |ui| rows(ui, &[ADD, ADD_TO_PLAN]));
        submenu(ui, icons::ARROW_RIGHT, say::menu_move(), |ui| rows(ui, &[MOVE_DAYS, MOVE_LANES]));
        submenu(ui, icons::EYE, say::menu_view(), |ui| rows(ui, &[ZOOM, PANELS, FINDINGS]));
        ui.separator();
        rows(ui, &[&[(icons::CLOSE, Command::Quit)]]);
    });
}

const FILE: &[(Icon, Command)] = &[
    (icons::NEW_FILE, Command::New),
    (icons::OPEN_FILE, Command::Open),
    (icons::SAVE, Command::Save),
    (icons::DUPLICATE, Command::SaveAs),
];
const EXAMPLES: &[(Icon, Command)] = &[(icons::BOARD, Command::OpenDemo), (icons::PRESENT, Command::OpenCases)];
const SHARE: &[(Icon, Command)] = &[(icons::SHARE, Command::ShareClient), (icons::SHARE, Command::ShareInternal)];
const HISTORY: &[(Icon, Command)] = &[(icons::UNDO, Command::Undo), (icons::REDO, Command::Redo)];
const SELECTED: &[(Icon, Command)] = &[(icons::IDEA, Command::Park), (icons::DELETE, Command::Delete)];
const ADD: &[(Icon, Command)] = &[
    (icons::KIND_ANNOUNCEMENT, Command::Add(Kind::Announcement)),
    (icons::KIND_VALUES, Command::Add(Kind::Values)),
    (icons::KIND_COMMUNITY, Command::Add(Kind::Community)),
    (icons::KIND_PRODUCT, Command::Add(Kind::Product)),
];
const ADD_TO_PLAN: &[(Icon, Command)] = &[(icons::USER, Command::AddCreator), (icons::BRAND, Command::AddProductName)];
const MOVE_DAYS: &[(Icon, Command)] = &[
    (icons::ARROW_LEFT, Command::DayEarlier),
    (icons::ARROW_RIGHT, Command::DayLater),
    (icons::ARROW_LEFT, Command::WeekEarlier),
    (icons::ARROW_RIGHT, Command::WeekLater),
];
const MOVE_LANES: &[(Icon, Command)] = &[(icons::CARET_UP, Command::LaneUp), (icons::CARET_DOWN, Command::LaneDown)];
const ZOOM: &[(Icon, Command)] = &[
    (icons::FIT, Command::ZoomFit),
    (icons::PLUS, Command::ZoomIn),
    (icons::MINUS, Command::ZoomOut),
    (icons::CALENDAR, Command::Today),
];
const PANELS: &[(Icon, Command)] = &[(icons::SIDEBAR, Command::ToggleInspector), (icons::TO_BOTTOM, Command::ToggleFindings)];
const FINDINGS: &[(Icon, Command)] = &[
    (icons::CARET_DOWN, Command::NextFinding),
    (icons::CARET_UP, Command::PreviousFinding),
    (icons::EYE, Command::PreviewFix),
    (icons::OK, Command::Rules),
];

/// A row of a menu that opens another menu, in line with the rows that are commands.
fn submenu(ui: &mut Ui, icon: Icon, name: &str, content: impl FnOnce(&mut Ui)) {
    ui.scope(|ui| {
        let spacing = ui.spacing_mut();
        spacing.button_padding = vec2(8.0, 6.0);
        spacing.icon_spacing = space::M;
        let glyph = egui::RichText::new(icon.glyph().to_string()).font(icon.id(15.0)).color(theme::of(ui).text_2);
        let button = ui.menu_button((glyph, fonts::BODY.rich(name)), |ui| {
            ui.set_max_width(260.0);
            ui.spacing_mut().item_spacing.y = 1.0;
            content(ui);
        });
        // Without this the glyph would be read aloud with the word.
        button.response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, true, name));
    });
}

/// The mark of the program: a curve that rises.
fn logo(cx: &Cx<'_>, ui: &mut Ui) {
    let t = cx.tokens;
    let (rect, _) = ui.allocate_exact_size(vec2(22.0, 22.0), Sense::hover());
    ui.painter().rect_filled(rect, CornerRadius::same(theme::R2), t.accent);
    let at = |x: f32, y: f32| rect.min + vec2(x, y);
    let curve = vec![at(5.0, 16.0), at(8.5, 15.5), at(11.0, 13.0), at(13.5, 8.5), at(17.0, 6.5)];
    ui.painter().add(Shape::line(curve, Stroke::new(2.0, t.on_accent)));
}

/// Name, save state, undo and redo. The name gives way first.
fn document(cx: &Cx<'_>, ui: &mut Ui, out: &mut Actions, narrow: bool) {
    let t = cx.tokens;
    let brand = cx.campaign.brands.first().map(|brand| brand.name.as_str()).filter(|name| !name.is_empty());
    let name = brand.map_or_else(|| cx.campaign.name.clone(), |brand| say::document_name(brand, &cx.campaign.name));
    let saving = Saving::of(&cx.file.state, cx.tokens);
    let word = paint::line(ui.painter(), fonts::BODY, &saving.text, saving.color);
    let failed = matches!(cx.file.state, SaveState::Failed(_));
    let steps = 2.0 * (theme::HIT + space::M) + 20.0;
    let failed_buttons = if failed { 190.0 } else { 0.0 };
    let icon = if saving.icon.is_some() { 20.0 } else { 0.0 };
    let room = ui.available_width() - steps - failed_buttons - 2.0 * space::L;
    // The state of saving keeps its words as long as a little of the name is left beside it.
    let least = if narrow { 60.0 } else { 120.0 };
    let state_width = (word.size().x + icon).min((room - least).max(0.0));
    let shown = paint::line_within(ui.painter(), fonts::UI_B, &name, t.text, (room - state_width).max(24.0));
    let (rect, response) = ui.allocate_exact_size(vec2(shown.size().x, theme::HIT), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &name));
    let elided = shown.elided;
    ui.painter().galley(pos2(rect.left(), rect.center().y - shown.size().y / 2.0), shown, t.text);
    let file = cx.file.name.as_deref();
    if elided || file.is_some() {
        response.on_hover_text(file.map_or_else(|| name.clone(), |file| format!("{name}\n{file}")));
    }
    ui.add_space(space::M);
    save_state(ui, &saving, state_width);
    if failed {
        if Button::secondary(say::try_again()).small().show(ui).clicked() {
            out.push(Action::TrySaveAgain);
        }
        if Button::quiet(say::save_elsewhere()).small().show(ui).clicked() {
            out.run(Command::SaveAs);
        }
    }
    ui.add_space(space::M);
    let (line, _) = ui.allocate_exact_size(vec2(1.0, 18.0), Sense::hover());
    ui.painter().vline(line.center().x, line.y_range(), Stroke::new(theme::EDGE, t.line));
    for (icon, command, step) in [
        (icons::UNDO, Command::Undo, cx.file.undo.as_deref().map(say::undo_step)),
        (icons::REDO, Command::Redo, cx.file.redo.as_deref().map(say::redo_step)),
    ] {
        let keys = keys(ui, command);
        let tooltip = step.map_or_else(|| command.name().to_owned(), |step| say::with_keys(step, keys));
        if kit::icon_button(ui, icon, &tooltip, false, command.why_not(cx)).clicked() {
            out.run(command);
        }
    }
}

/// How the state of saving is shown.
struct Saving {
    text: String,
    icon: Option<Icon>,
    color: Color32,
}

impl Saving {
    fn of(state: &SaveState, t: &theme::Tokens) -> Self {
        let (text, icon, color) = match state {
            SaveState::NotSavedYet => (say::not_saved_yet().to_owned(), None, t.text_3),
            SaveState::Edited => (say::edited().to_owned(), None, t.text_3),
            SaveState::Saving => (say::saving().to_owned(), None, t.text_3),
            SaveState::Saved(time) => {
                let text = time.as_ref().map_or_else(|| say::saved().to_owned(), say::saved_at);
                (text, Some(icons::CHECK), t.text_3)
            }
            SaveState::ChangedOnDisk => (say::changed_on_disk().to_owned(), Some(icons::WARNING), t.tone(Tone::Warning).text),
            SaveState::ReadOnly => (say::read_only().to_owned(), Some(icons::LOCK), t.text_3),
            SaveState::Failed(reason) => (say::not_saved(reason), Some(icons::ERROR), t.tone(Tone::Error).text),
        };
        Self { text, icon, color }
    }
}

fn save_state(ui: &mut Ui, saving: &Saving, width: f32) {
    let icon = if saving.icon.is_some() { 20.0 } else { 0.0 };
    if width < icon + 12.0 {
        return;
    }
    let shown = paint::line_within(ui.painter(), fonts::BODY, &saving.text, saving.color, width - icon);
    let (rect, response) = ui.allocate_exact_size(vec2(icon + shown.size().x, theme::HIT), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &saving.text));
    if let Some(icon) = saving.icon {
        icon.paint(ui.painter(), pos2(rect.left() + 8.0, rect.center().y), 14.0, saving.color);
    }
    let elided = shown.elided;
    ui.painter().galley(pos2(rect.left() + icon, rect.center().y - shown.size().y / 2.0), shown, saving.color);
    if elided {
        response.on_hover_text(&saving.text);
    }
}

fn share_button(cx: &Cx<'_>, ui: &mut Ui, out: &mut Actions) {
    let button = Button::primary(say::share()).icon(icons::SHARE).show(ui);
    Popup::menu(&button).width(250.0).accessible_name(say::share()).show(|ui| {
        command_row(cx, ui, icons::USER, Command::ShareClient, out);
        command_row(cx, ui, icons::BRAND, Command::ShareInternal, out);
    });
}

fn check_pill(cx: &Cx<'_>, ui: &mut Ui, out: &mut Actions) {
    let counts = cx.derived.counts;
    let response = kit::count_pill(ui, &counts.by_tone(), say::clear(), &pill_name(counts));
    // A press on "1 error" leads to it; hiding the list is what the list's own button is for.
    if response.on_hover_text(with_keys(ui, Command::NextFinding)).clicked() {
        out.run(Command::NextFinding);
    }
}

/// What a screen reader says of the pill.
fn pill_name(counts: Counts) -> String {
    let words = words::findings(counts.errors, counts.warnings, counts.hints, counts.accepted);
    match (counts.open(), counts.accepted) {
        (0, 0) => say::findings_clear().to_owned(),
        (0, _) => say::findings_clear_but(words),
        _ => say::findings_pill(words),
    }
}

/// Draws the status bar in the space that `ui` has. `zoom` says how far the time axis is zoomed: "58%".
pub fn status_bar_ui(cx: &Cx<'_>, state: &mut BarState, zoom: &str, ui: &mut Ui, out: &mut Actions) {
    let t = cx.tokens;
    if state.held.follow(cx.campaign) {
        state.totals = Totals::of(cx.campaign);
    }
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), STATUS), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.top() + 0.5, Stroke::new(theme::EDGE, t.line));
    let inner = rect.shrink2(vec2(12.0, 0.0));

    let layout = Layout::right_to_left(Align::Center);
    let mut right = ui.new_child(UiBuilder::new().id_salt("status right").max_rect(inner).layout(layout));
    right.spacing_mut().item_spacing.x = space::S;
    if small_button(&mut right, None, say::fit(), Command::ZoomFit).clicked() {
        out.run(Command::ZoomFit);
    }
    if small_button(&mut right, Some(icons::PLUS), "", Command::ZoomIn).clicked() {
        out.run(Command::ZoomIn);
    }
    right.add(Label::new(fonts::META.rich(zoom).color(t.text_2)));
    if small_button(&mut right, Some(icons::MINUS), "", Command::ZoomOut).clicked() {
        out.run(Command::ZoomOut);
    }
    let mut end = right.min_rect().left() - space::L;
    if let Some(selected) = selected(cx) {
        ui.painter().vline(end, rect.shrink(5.0).y_range(), Stroke::new(theme::EDGE, t.line));
        end -= space::L;
        let width = (rect.width() * 0.3).min(280.0);
        end = status_text(ui, &selected, pos2(end, rect.center().y), width, t.text_2) - space::XL;
    }
    let mut x = inner.left();
    for (at, part) in parts(cx, &state.totals).iter().enumerate() {
        let galley = paint::line(ui.painter(), fonts::META, part, t.text_2);
        let from = if at == 0 { x } else { x + 24.0 };
        let to = from + galley.size().x;
        // What has no room is left out as a whole: half a number would be a wrong one.
        if to > end {
            break;
        }
        if at > 0 {
            ui.painter().circle_filled(pos2(x + 12.0, rect.center().y), 1.5, t.text_3);
        }
        let place = Rect::from_min_max(pos2(from, rect.top()), pos2(to, rect.bottom()));
        let response = ui.interact(place, ui.scope_id().with(("status", at)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, part));
        ui.painter().galley(pos2(from, rect.center().y - galley.size().y / 2.0), galley, t.text_2);
        x = to;
    }
}

/// Text that ends at a place; returns where it begins.
fn status_text(ui: &Ui, text: &str, right_middle: egui::Pos2, width: f32, color: Color32) -> f32 {
    let galley = paint::line_within(ui.painter(), fonts::META, text, color, width);
    let left = right_middle.x - galley.size().x;
    let rect = Rect::from_min_size(pos2(left, right_middle.y - STATUS / 2.0), vec2(galley.size().x, STATUS));
    let response = ui.interact(rect, ui.scope_id().with("status selected"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    ui.painter().galley(pos2(left, right_middle.y - galley.size().y / 2.0), galley, color);
    left
}

/// The facts of the plan, most important first.
fn parts(cx: &Cx<'_>, totals: &Totals) -> Vec<String> {
    let mut parts = vec![words::moments(totals.moments)];
    if totals.ideas > 0 {
        parts.push(words::ideas(totals.ideas));
    }
    parts.push(words::creators(totals.creators));
    let weeks = words::weeks(totals.weeks);
    match totals.dates {
        Some((from, to)) => parts.push(say::span(from.before(to), to.long(), weeks)),
        None if totals.weeks > 0 => parts.push(weeks),
        None => {}
    }
    let amounts: Vec<String> = totals.cost.iter().map(Money::readable).collect();
    match (amounts.is_empty(), cx.campaign.budget) {
        (true, _) => {}
        (false, Some(budget)) => parts.push(say::money_of_budget(words::list(&amounts), budget.readable())),
        (false, None) => parts.push(say::money_planned(words::list(&amounts))),
    }
    parts
}

fn selected(cx: &Cx<'_>) -> Option<String> {
    if cx.preview.is_some() {
        return Some(crate::words::mend::previewing().to_owned());
    }
    match cx.selection.moments[..] {
        [] => None,
        [id] => {
            let lane = cx.index.place(id)?.and_then(|lane| cx.campaign.lane(lane));
            let all = lane.map_or(&cx.campaign.ideas, |lane| &lane.moments);
            let moment = all.iter().find(|moment| moment.id == id)?;
            let name = lane.map_or(say::in_the_tray(), |lane| {
                cx.campaign.creator_of(lane).map_or_else(|| cx.campaign.lane_name(lane), |creator| creator.first_name())
            });
            Some(say::one_selected(name, when_words(cx.campaign, moment.when)))
        }
        [..] => Some(say::many_selected(cx.selection.moments.len())),
    }
}

/// A button of the status bar: an icon or a word, as high as the bar.
fn small_button(ui: &mut Ui, icon: Option<Icon>, word: &str, command: Command) -> Response {
    let t = theme::of(ui);
    let galley = paint::line(ui.painter(), fonts::META_M, word, t.text_2);
    let width = if icon.is_some() { STATUS } else { galley.size().x + 12.0 };
    let (rect, response) = ui.allocate_exact_size(vec2(width, STATUS), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, command.name()));
    let shape = rect.shrink2(vec2(0.0, 2.0));
    let fill = match (response.is_pointer_button_down_on(), response.hovered()) {
        (true, _) => t.active,
        (false, true) => t.hover,
        (false, false) => Color32::TRANSPARENT,
    };
    ui.painter().rect_filled(shape, CornerRadius::same(theme::R1), fill);
    if let Some(icon) = icon {
        icon.paint(ui.painter(), rect.center(), 12.0, t.text_2);
    } else {
        ui.painter().galley(rect.center() - galley.size() / 2.0, galley, t.text_2);
    }
    if response.has_focus() {
        paint::ring(ui.painter(), shape, theme::R1, -1.0, t.accent);
    }
    let tooltip = with_keys(ui, command);
    response.on_hover_text(tooltip)
}
