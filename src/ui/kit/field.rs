//! Where one writes and where one picks: text fields and dropdowns.

use egui::text::{CCursor, CCursorRange};
use egui::{
    Align2, Color32, Context, CornerRadius, Event, Frame, Id, Key, Margin, Popup, Rect, Response, Role, ScrollArea, Sense,
    Stroke, StrokeKind, TextBuffer, TextEdit, Ui, WidgetInfo, pos2, vec2,
};

use crate::ui::direction;
use crate::ui::fonts;
use crate::ui::icons::{self, Icon};
use crate::ui::theme::{self, Tokens, Tone};

use super::hidden::hidden_note;
use super::other_button::{STAYS, takes_keyboard};
use super::{field_menu, give_back, goes_on, into_sight, marks, opens_menu, own_steps, paint};

/// The height after which a text of several lines scrolls, in points.
const TALLEST: f32 = 210.0;
/// The width after which a row of a menu breaks, in points, unless the menu is wider anyway.
const WIDEST: f32 = 340.0;

/// A text field. The caller gives the id, so that commands can put the focus there, and the name it is read by.
#[must_use = "a field is drawn by `show`"]
#[expect(clippy::struct_excessive_bools, reason = "each is a choice of its own, made by the method of its name")]
pub struct TextField<'a> {
    id: Id,
    name: &'a str,
    hint: &'a str,
    rows: usize,
    flows: bool,
    width: Option<f32>,
    tone: Option<Tone>,
    icon: Option<Icon>,
    prefix: &'a str,
    room: bool,
    fixed: bool,
    keeps: bool,
}

impl<'a> TextField<'a> {
    /// A field of one line.
    pub const fn new(id: Id, name: &'a str) -> Self {
        Self {
            id,
            name,
            hint: "",
            rows: 1,
            flows: false,
            width: None,
            tone: None,
            icon: None,
            prefix: "",
            room: false,
            fixed: false,
            keeps: false,
        }
    }

    /// What stands there while nothing is written.
    pub const fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// At least that many lines; with more than one, Enter starts a new line.
    pub const fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    /// One text without line breaks, that flows on in as many lines as it needs: what is too long for one is read nevertheless.
    /// Enter ends it, as in a field of one line.
    pub const fn flows(mut self) -> Self {
        self.flows = true;
        self
    }

    /// Width in points instead of all there is.
    pub const fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// The edge and icon of a finding about this field.
    pub const fn tone(mut self, tone: Option<Tone>) -> Self {
        self.tone = tone;
        self
    }

    /// An icon before the text.
    pub const fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// A quiet word before the text that is not part of it: the sign of a currency.
    pub const fn prefix(mut self, prefix: &'a str) -> Self {
        self.prefix = prefix;
        self
    }

    /// Leaves room at the right end for a button that the caller draws over it.
    pub const fn room(mut self, room: bool) -> Self {
        self.room = room;
        self
    }

    /// Cannot be written in: what stands there can be selected and copied, and no more.
    pub const fn fixed(mut self, fixed: bool) -> Self {
        self.fixed = fixed;
        self
    }

    /// Keeps the keyboard while the note below it is used: whoever drops what is written once the field is left would drop it then.
    pub const fn keeps(mut self) -> Self {
        self.keeps = true;
        self
    }

    /// Draws it on `text`, with a note below where that holds characters which nobody sees.
    pub fn show_marked(self, ui: &mut Ui, text: &mut String) -> Response {
        if self.fixed {
            // Its button would change the text.
            return self.show(ui, text);
        }
        let (id, name, keeps) = (self.id, self.name, self.keeps);
        let width = self.width.unwrap_or_else(|| ui.available_width());
        ui.vertical(|ui| {
            let mut response = self.show(ui, text);
            let noted = hidden_note(ui, id, name, width, text);
            if noted.removed {
                response.mark_changed();
            }
            if keeps && noted.used && response.lost_focus() {
                response.request_focus();
            }
            response
        })
        .inner
    }

    /// Draws it on `text`.
    pub fn show(self, ui: &mut Ui, text: &mut String) -> Response {
        let menu = field_menu::before(ui, self.id);
        own_steps::begin(ui.ctx(), self.id);
        let t = theme::of(ui);
        let enabled = ui.is_enabled();
        let focused = ui.memory(|memory| memory.has_focus(self.id));
        let hovered = ui.ctx().read_response(self.id).is_some_and(|response| response.hovered());
        let edge = match (focused && enabled, self.tone, hovered) {
            (true, ..) => Stroke::new(theme::RING, t.accent),
            (false, Some(tone), _) => Stroke::new(theme::EDGE, t.tone(tone).line),
            (false, None, true) => Stroke::new(theme::EDGE, t.line_strong),
            (false, None, false) => Stroke::new(theme::EDGE, t.line),
        };
        let width = self.width.unwrap_or_else(|| ui.available_width());
        let several = self.rows > 1 || self.flows;
        let long = several && (text.len() > 300 || text.lines().nth(11).is_some());
        // The edge is painted over the frame, so that a wider one moves nothing.
        let prefix = (!self.prefix.is_empty()).then(|| paint::line(ui.painter(), fonts::BODY, self.prefix, t.text_3));
        let before = prefix.as_ref().map_or(0, |galley| (galley.size().x + 5.0).ceil().min(60.0) as i8);
        let margin = Margin {
            left: before + if self.icon.is_some() { 26 } else { 8 },
            right: if self.tone.is_some() { 26 } else { 8 } + if self.room { 16 } else { 0 },
            top: 5,
            bottom: 5,
        };
        let frame = Frame::NONE
            .fill(if enabled && !self.fixed { t.card } else { t.sunken })
            .corner_radius(CornerRadius::same(theme::R2))
            .inner_margin(margin);
        let (as_it_is, fixed) = (if self.fixed { text.clone() } else { String::new() }, self.fixed);
        let mut as_it_is = as_it_is.as_str();
        let text: &mut dyn TextBuffer = if fixed { &mut as_it_is } else { text };
        let color = match (enabled, fixed) {
            (false, _) => t.text_off,
            (true, true) => t.text_2,
            (true, false) => t.text,
        };
        if self.flows && focused {
            one_line_only(ui);
        }
        let field = direction::Field::new(ui, self.id, text.as_str(), (fonts::BODY.id(), color), several);
        let mut layouter = field.layouter(ui);
        // Of several lines Tab selects nothing.
        let line = (self.rows == 1).then(|| text.as_str().to_owned());
        let edit = if several { TextEdit::multiline(text) } else { TextEdit::singleline(text) };
        let edit = if self.flows { edit.return_key(None) } else { edit };
        // What could be written there is of no use where nothing can.
        let hint = fonts::BODY.rich(if fixed { "" } else { self.hint }).color(t.text_3);
        let edit = edit
            .id(self.id)
            .font(fonts::BODY.id())
            .text_color(color)
            .layouter(&mut layouter)
            .hint_text(hint)
            .desired_rows(self.rows)
            .desired_width(width)
            .interactive(enabled)
            .frame(frame);
        let edit = if field.is_from_right() { edit.align(Align2::RIGHT_TOP) } else { edit };
        let keys = field_menu::filter(ui.ctx(), self.id, edit.get_event_filter());
        let edit = edit.event_filter(keys);
        let response = if long {
            // A text that somebody has pasted scrolls in its own field, or the fields after it would be out of reach.
            let area = ScrollArea::vertical().id_salt(self.id).max_height(TALLEST).min_scrolled_height(TALLEST);
            let shown = area.show(ui, |ui| drawn(ui, edit, field));
            let mut response = shown.inner;
            response.rect = response.rect.intersect(shown.inner_rect);
            response
        } else {
            drawn(ui, edit, field)
        };
        if self.flows && focused && ui.input(|input| input.key_pressed(Key::Enter)) {
            response.surrender_focus();
        }
        goes_on::follow(&response, line.as_deref());
        own_steps::follow(&response, text.as_str());
        field_menu::after(ui, &menu, &response, fixed);
        ui.ctx().accesskit_node_builder(self.id, |node| {
            node.set_label(self.name);
            if fixed {
                node.set_read_only();
            }
            if self.flows {
                // No lines can be made in it.
                node.set_role(Role::TextInput);
            }
        });

        let rect = response.rect;
        let painter = ui.painter();
        painter.rect_stroke(rect, CornerRadius::same(theme::R2), edge, StrokeKind::Inside);
        if let Some(icon) = self.icon {
            icon.paint(painter, pos2(rect.left() + 15.0, rect.top() + 13.0), 14.0, t.text_3);
        }
        if let Some(galley) = prefix {
            painter.galley(pos2(rect.left() + 9.0, rect.top() + 13.0 - galley.size().y / 2.0), galley, t.text_3);
        }
        if let Some(tone) = self.tone {
            let right = rect.right() - if self.room { 30.0 } else { 14.0 };
            marks::tone(painter, pos2(right, rect.top() + 13.0), 14.0, tone, t);
        }
        into_sight(&response);
        response
    }
}

/// Line breaks that are pasted are spaces, as in every field of one line.
fn one_line_only(ui: &Ui) {
    ui.input_mut(|input| {
        for event in &mut input.events {
            if let Event::Paste(text) = event {
                *text = text.replace(['\r', '\n'], " ");
            }
        }
    });
}

/// Draws a field that has its text in the order in which it is read.
fn drawn(ui: &mut Ui, edit: TextEdit<'_>, field: direction::Field) -> Response {
    let output = edit.show(ui);
    field.drawn(ui, &output);
    output.response.response
}

/// Selects everything in the text field with that id, so that typing replaces it.
pub fn select_all(ctx: &Context, id: Id, text: &str) {
    let mut state = TextEdit::load_state(ctx, id).unwrap_or_default();
    let all = CCursorRange::two(CCursor::new(0), CCursor::new(text.chars().count()));
    state.cursor.set_char_range(Some(all));
    state.store(ctx, id);
}

/// Puts the cursor of the text field with that id behind its text, so that typing goes on there.
pub fn cursor_to_end(ctx: &Context, id: Id, text: &str) {
    let mut state = TextEdit::load_state(ctx, id).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::one(CCursor::new(text.chars().count()))));
    state.store(ctx, id);
}

/// A field that opens a menu. `menu` draws its rows, usually with [`menu_row`]; a press on one closes it.
///
/// `name` is what the field is called, `value` what it shows; an empty value shows `none` in a weaker colour.
pub fn dropdown<R>(
    ui: &mut Ui,
    id: Id,
    name: &str,
    icon: Option<Icon>,
    (value, none): (&str, &str),
    width: f32,
    menu: impl FnOnce(&mut Ui) -> R,
) -> Option<R> {
    let t = theme::of(ui);
    let (_, rect) = ui.allocate_space(vec2(width, theme::FIELD));
    let response = ui.interact(rect, id, Sense::click());
    let shown = if value.is_empty() { none } else { value };
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), name);
        info.current_text_value = Some(shown.to_owned());
        info
    });
    let painter = ui.painter();
    let fill = if response.hovered() { t.hover } else { t.card };
    painter.rect(rect, CornerRadius::same(theme::R2), fill, Stroke::new(theme::EDGE, t.line), StrokeKind::Inside);
    let mut x = rect.left() + 8.0;
    if let Some(icon) = icon {
        icon.paint(painter, pos2(x + 7.0, rect.center().y), 14.0, beside(icon, t));
        x += 20.0;
    }
    let color = if value.is_empty() { t.text_3 } else { t.text };
    let galley = paint::line_within(painter, fonts::BODY, shown, color, rect.right() - 22.0 - x);
    let galley_is_cut = galley.elided;
    painter.galley(pos2(x, rect.center().y - galley.size().y / 2.0), galley, color);
    icons::CARET_DOWN.paint(painter, pos2(rect.right() - 13.0, rect.center().y), 11.0, t.text_3);
    let open = Popup::is_id_open(ui.ctx(), Popup::default_response_id(&response));
    note_opening(&response);
    if response.has_focus() || open {
        paint::ring(painter, rect, theme::R2, -2.0, t.accent);
    }
    into_sight(&response);
    opens_menu(&response);
    let shown_menu = Popup::menu(&response).width(width).accessible_name(name).show(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        menu(ui)
    });
    give_back(&response, open);
    if galley_is_cut && !open {
        response.on_hover_text(shown);
    }
    shown_menu.map(|shown| shown.inner)
}

/// Notes that the menu of a field is being opened, where it is.
pub fn note_opening(button: &Response) {
    if button.clicked() {
        note_opened(&button.ctx);
    }
}

/// Notes that a menu was just opened.
pub(super) fn note_opened(ctx: &Context) {
    let frame = ctx.cumulative_frame_nr();
    ctx.data_mut(|data| data.insert_temp(opening(), frame));
}

/// Whether a menu was just opened and nothing in it has the keyboard yet; asked once, by what is chosen in it.
#[must_use]
pub fn was_just_opened(ui: &Ui) -> bool {
    // A menu that is only measured cannot have it.
    let noted = || ui.ctx().data_mut(|data| data.remove_temp::<u64>(opening()));
    ui.is_enabled() && noted().is_some_and(|frame| ui.ctx().cumulative_frame_nr() <= frame + STAYS)
}

/// Under this stands the frame in which a menu was opened last: then the keyboard goes to the row that is chosen now.
fn opening() -> Id {
    Id::unique("dropdown was opened")
}

/// A row of a menu: icon or gap, word, keys at the end, a check when it is the chosen one. A long text breaks into lines, so
/// that one row never makes the menu wider than the window.
pub fn menu_row(ui: &mut Ui, icon: Option<Icon>, text: &str, keys: &str, selected: bool) -> Response {
    let t = theme::of(ui);
    let caps = paint::line(ui.painter(), fonts::META, keys, t.text_3);
    let left = if icon.is_some() { 30.0 } else { 10.0 };
    let right = caps.size().x + if keys.is_empty() { 0.0 } else { 24.0 } + 28.0;
    let most = ui.available_width().max(WIDEST);
    let galley = paint::lines_within(ui.painter(), fonts::BODY, text, t.text, most - left - right, 3);
    let width = (left + galley.size().x + right).max(ui.available_width());
    let height = theme::HIT.max(galley.size().y + 10.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    // Only what is chosen says so: most rows are commands, and a command is neither on nor off.
    response.widget_info(|| {
        if selected {
            WidgetInfo::selected(Role::MenuItem, ui.is_enabled(), true, text)
        } else {
            WidgetInfo::labeled(Role::MenuItem, ui.is_enabled(), text)
        }
    });
    into_sight(&response);
    // What is chosen comes later than the first row, and has it then.
    let (is_first, is_chosen) = (takes_keyboard(ui), selected && was_just_opened(ui));
    if is_first || is_chosen {
        response.request_focus();
    }
    // A press of Enter chooses like a click, and like a click it closes the menu.
    if response.clicked() && !response.clicked_by(egui::PointerButton::Primary) {
        ui.close();
    }
    let fill = row_fill(&response, t.accent_bg);
    let painter = ui.painter();
    painter.rect_filled(rect, theme::R2, fill);
    if response.has_focus() {
        paint::ring(painter, rect, theme::R2, -2.0, t.accent);
    }
    let middle = rect.center().y;
    if let Some(icon) = icon {
        icon.paint(painter, pos2(rect.left() + 16.0, middle), 15.0, beside(icon, t));
    }
    painter.galley(pos2(rect.left() + left, middle - galley.size().y / 2.0), galley, t.text);
    let keys_left = rect.right() - 10.0 - caps.size().x - if selected { 18.0 } else { 0.0 };
    painter.galley(pos2(keys_left, middle - caps.size().y / 2.0), caps, t.text_3);
    if selected {
        let at = Rect::from_center_size(pos2(rect.right() - 14.0, middle), vec2(12.0, 12.0));
        icons::CHECK.paint(painter, at.center(), 12.0, t.accent);
    }
    response
}

/// The colour of an icon beside its word: what is done has its own everywhere.
fn beside(icon: Icon, t: &Tokens) -> Color32 {
    if icon == icons::OK { t.s_ok_fill } else { t.text_2 }
}

fn row_fill(response: &Response, hover: Color32) -> Color32 {
    if response.hovered() || response.has_focus() { hover } else { Color32::TRANSPARENT }
}
