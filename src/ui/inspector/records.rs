//! Lists of things that have fields of their own: earlier deals, phases, what a brand does about a value.
//!
//! An item is written in a small form under the list and goes into the plan as one step when it is done. What is
//! written and not done yet waits here, whatever else is selected meanwhile, until it is done or left; it is dropped
//! only when the item it was begun from is not what it was any more.

use egui::{Frame, Margin, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::model::Day;
use crate::ui::kit::{self, Button, TextField, paint};
use crate::ui::theme::{self, Tone};
use crate::ui::written;
use crate::ui::{fonts, icons};
use crate::words::{inspect as say, names, window};

use super::form::{Form, field_id};
use super::owner::Owner;
use super::parse;
use super::text::says_unread;

/// How a part of an item is written.
#[derive(Clone, Copy)]
pub(super) enum PartKind {
    /// Words that have to be there.
    Name,
    /// Words.
    Words,
    /// A day that has to be there.
    FirstDay,
    /// A day.
    Day,
    /// One of a closed list, by its keys, or none.
    Choice(&'static [&'static str]),
}

/// A part of an item: its key, by which it is named, and how it is written.
pub(super) type Part = (&'static str, PartKind);

/// An item that is being written.
#[derive(Debug)]
pub(super) struct RecordDraft {
    /// Its place in the list; `None` for a new one.
    at: Option<usize>,
    /// The item as it was when this was begun.
    from: Vec<String>,
    /// The parts as written.
    texts: Vec<String>,
    /// The first field is to get the keyboard.
    begun: bool,
    /// The item was added for this: whoever leaves the form never wanted it.
    is_new: bool,
}

impl RecordDraft {
    /// Begins to write the item at that place, which shows these texts.
    fn of(at: usize, shown: Vec<String>) -> Self {
        Self { at: Some(at), from: shown.clone(), texts: shown, begun: true, is_new: false }
    }

    /// Whether it says anything else than the item it was begun from.
    pub(super) fn is_changed(&self) -> bool {
        let before = |at: usize| self.from.get(at).map_or("", String::as_str);
        self.texts.iter().enumerate().any(|(at, text)| text != before(at))
    }
}

/// A list of items, and how each is shown and read.
pub(super) struct Records<'a, T> {
    /// The field.
    pub(super) field: &'static str,
    /// The items.
    pub(super) items: &'a [T],
    /// Their parts.
    pub(super) parts: &'static [Part],
    /// The parts of an item as they are written.
    pub(super) show: fn(&T) -> Vec<String>,
    /// An item in a line.
    pub(super) line: fn(&T) -> String,
    /// An item of what is written; the days are read already. Whatever else an earlier one holds is kept.
    pub(super) read: fn(&Written<'_>, Option<&T>) -> Option<T>,
}

/// What is written in the parts of an item.
pub(super) struct Written<'a> {
    texts: &'a [String],
    near: Day,
    /// Today, for what notes when it was said.
    pub(super) today: Day,
}

impl Written<'_> {
    /// The words of a part.
    pub(super) fn words(&self, at: usize) -> Option<String> {
        self.texts.get(at).map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
    }

    /// The day of a part.
    pub(super) fn day(&self, at: usize) -> Option<Day> {
        parse::day(self.texts.get(at)?, self.near)
    }

    /// Why a part cannot be taken as it is written.
    fn unread(&self, at: usize, kind: PartKind) -> Option<&'static str> {
        let written = self.words(at).is_some();
        match kind {
            PartKind::Name => (!written).then_some(say::needs_words()),
            PartKind::FirstDay => (!written || self.day(at).is_none()).then_some(window::unread_day(written::date_form())),
            PartKind::Day => (written && self.day(at).is_none()).then_some(window::unread_day(written::date_form())),
            PartKind::Words | PartKind::Choice(_) => None,
        }
    }
}

/// A day as it stands in a part.
pub(super) fn day_text(day: Option<Day>) -> String {
    day.map(Day::long).unwrap_or_default()
}

impl Form<'_> {
    /// A row with the items, each with a way to change and to delete it, and a way to add one.
    pub(super) fn records<O: Owner, T: Clone>(
        &mut self,
        ui: &mut Ui,
        of: &O,
        list: &Records<'_, T>,
        to: impl FnOnce(Vec<T>) -> O::Change,
    ) {
        let key = of.key(list.field);
        let name = names::field(list.field);
        let mut result: Option<Vec<T>> = None;
        self.row(ui, list.field, |form, ui, width| {
            let entry = form.state.entry.filter(|at| form.state.focus == Some(list.field) && *at < list.items.len());
            if let Some(at) = entry {
                form.state.marked = Some((key, at));
                form.state.focus = None;
            }
            let mut draft = form.state.records.remove(&key).filter(|draft| match draft.at {
                None => true,
                Some(at) => list.items.get(at).is_some_and(|item| (list.show)(item) == draft.from),
            });
            if let Some((at, item)) = entry.filter(|_| form.state.opens_entry).and_then(|at| Some((at, list.items.get(at)?))) {
                draft = Some(RecordDraft { is_new: true, ..RecordDraft::of(at, (list.show)(item)) });
            }
            for (at, item) in list.items.iter().enumerate() {
                let line = (list.line)(item);
                let made = form.state.made.take_if(|made| *made == (key, at)).is_some();
                let led_to = entry == Some(at) || made;
                let marked = form.state.marked == Some((key, at));
                match form.item(ui, width, (name, &line), (marked, led_to)) {
                    Some(Pressed::Change) => {
                        draft = Some(RecordDraft::of(at, (list.show)(item)));
                    }
                    Some(Pressed::Delete) => {
                        draft = None;
                        let mut rest = list.items.to_vec();
                        rest.remove(at);
                        result = Some(rest);
                    }
                    None => {}
                }
            }
            if let Some(open) = &mut draft {
                // Whoever closes it by a key goes on with the item, or with the way to another one.
                let by_key = ui.input(|input| !input.pointer.any_released());
                match form.item_form(ui, width, list, key, open) {
                    Some(Some(item)) => {
                        let mut all = list.items.to_vec();
                        match open.at.and_then(|at| all.get_mut(at)) {
                            Some(place) => *place = item,
                            None => all.push(item),
                        }
                        form.state.made = by_key.then(|| (key, open.at.unwrap_or(all.len() - 1)));
                        result = Some(all);
                        draft = None;
                    }
                    Some(None) if open.is_new => {
                        let mut rest = list.items.to_vec();
                        if let Some(at) = open.at.filter(|at| *at < rest.len()) {
                            rest.remove(at);
                        }
                        result = Some(rest);
                        draft = None;
                    }
                    Some(None) => {
                        form.state.made = open.at.filter(|_| by_key).map(|at| (key, at));
                        form.state.focus = form.state.focus.or((by_key && open.at.is_none()).then_some(list.field));
                        draft = None;
                    }
                    None => {}
                }
            } else {
                let wanted = form.state.focus == Some(list.field);
                let text = say::add_item(names::field_word(list.field));
                if list.items.is_empty() {
                    // On a line with the name of the list.
                    ui.add_space((theme::FIELD - 22.0) / 2.0);
                }
                let add = Button::secondary(say::add()).icon(icons::PLUS).small().tooltip(&text).named(&text).show(ui);
                if wanted {
                    add.request_focus();
                    form.state.focus = None;
                }
                if add.clicked() {
                    let empty = vec![String::new(); list.parts.len()];
                    draft = Some(RecordDraft { at: None, from: Vec::new(), texts: empty, begun: true, is_new: false });
                }
            }
            if let Some(draft) = draft {
                form.state.records.insert(key, draft);
            }
        });
        if let Some(items) = result {
            self.set(of, list.field, to(items));
        }
    }

    /// A line of the list. A marked one is the one that somebody was led to; right then it gets the keyboard.
    fn item(&self, ui: &mut Ui, width: f32, (name, line): (&str, &str), (marked, led_to): (bool, bool)) -> Option<Pressed> {
        let t = self.cx.tokens;
        let mut pressed = None;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let room = width - 28.0 - 34.0;
            let kept = kept_together(ui, line, room);
            let galley = paint::lines_within(ui.painter(), fonts::BODY, &kept, t.text, room, 3);
            let height = theme::FIELD.max(galley.size().y + 10.0);
            let (rect, response) = ui.allocate_exact_size(vec2(width - 28.0, height), Sense::click());
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, say::change_item(name, line)));
            kit::into_sight(&response);
            let fill = if response.hovered() { t.hover } else { t.card };
            let edge = if marked { t.tone(Tone::Warning).line } else { t.line };
            ui.painter().rect(rect, theme::R2, fill, Stroke::new(theme::EDGE, edge), egui::StrokeKind::Inside);
            if led_to {
                response.request_focus();
                response.scroll_to_me(Some(egui::Align::Center));
            }
            ui.painter().galley(pos2(rect.left() + 8.0, rect.center().y - galley.size().y / 2.0), galley, t.text);
            icons::EDIT.paint(ui.painter(), pos2(rect.right() - 13.0, rect.center().y), 12.0, t.text_3);
            if response.has_focus() {
                paint::ring(ui.painter(), rect, theme::R2, -2.0, t.accent);
            }
            if response.on_hover_text(line).clicked() {
                pressed = Some(Pressed::Change);
            }
            if kit::icon_button(ui, icons::DELETE, &say::delete_item(line), false, None).clicked() {
                pressed = Some(Pressed::Delete);
            }
        });
        pressed
    }

    /// The small form of an item. `Some(Some(item))` once it is done, `Some(None)` once it is left.
    #[expect(clippy::option_option, reason = "the outer one says whether the form was closed, the inner one with what")]
    fn item_form<T>(
        &mut self,
        ui: &mut Ui,
        width: f32,
        list: &Records<'_, T>,
        key: crate::edit::MergeKey,
        draft: &mut RecordDraft,
    ) -> Option<Option<T>> {
        let t = self.cx.tokens;
        let near = self.cx.campaign.start.unwrap_or(self.cx.today);
        let frame = Frame::NONE
            .fill(t.canvas)
            .stroke(Stroke::new(theme::EDGE, t.line))
            .corner_radius(theme::R3)
            .inner_margin(Margin::same(8));
        let mut closed = None;
        frame.show(ui, |ui| {
            let width = width - 18.0;
            ui.set_width(width);
            ui.spacing_mut().item_spacing = vec2(6.0, 3.0);
            let mut entered = None;
            for (at, (part, kind)) in list.parts.iter().enumerate() {
                let id = field_id(key).with(at);
                ui.add(egui::Label::new(fonts::META.rich(names::field(part)).color(t.text_3)));
                // The list is part of the name: another field of the page may have one like the part's.
                let named = say::part_of(names::field(list.field), names::field(part));
                let Some(text) = draft.texts.get_mut(at) else { continue };
                if let PartKind::Choice(keys) = kind {
                    let shown = if text.is_empty() { "" } else { names::choice(text) };
                    let picked = kit::dropdown(ui, id, &named, None, (shown, window::not_set()), width, |ui| {
                        let mut picked = kit::menu_row(ui, None, window::not_set(), "", text.is_empty()).clicked().then_some("");
                        for key in *keys {
                            if kit::menu_row(ui, None, names::choice(key), "", text == key).clicked() {
                                picked = Some(key);
                            }
                        }
                        picked
                    });
                    if let Some(picked) = picked.flatten() {
                        picked.clone_into(text);
                    }
                    continue;
                }
                let icon = matches!(kind, PartKind::FirstDay | PartKind::Day);
                let unread = {
                    let written = Written { texts: std::slice::from_ref(text), near, today: self.cx.today };
                    written.unread(0, *kind).filter(|_| !text.is_empty())
                };
                let mut field = TextField::new(id, &named).width(width).tone(unread.map(|_| Tone::Warning));
                if icon {
                    field = field.icon(icons::CALENDAR);
                }
                let response = field.show_marked(ui, text);
                if std::mem::take(&mut draft.begun) {
                    response.request_focus();
                    kit::select_all(ui.ctx(), id, text);
                }
                if response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Escape)) {
                    closed = Some(None);
                }
                if let Some(unread) = unread {
                    says_unread(ui, &response, unread);
                }
                if response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter)) {
                    entered = Some(response);
                }
            }
            let written = Written { texts: &draft.texts, near, today: self.cx.today };
            let missing = list.parts.iter().enumerate().find_map(|(at, (_, kind))| written.unread(at, *kind));
            let earlier = draft.at.and_then(|at| list.items.get(at));
            let item = if missing.is_none() { (list.read)(&written, earlier) } else { None };
            let why = missing.or_else(|| item.is_none().then_some(say::days_backwards()));
            ui.add_space(3.0);
            ui.horizontal(|ui| {
                let done = say::done_with(names::field_word(list.field));
                let done = Button::primary(say::done()).small().named(&done).disabled(why).show(ui).clicked();
                let leave = say::leave(names::field_word(list.field));
                if Button::secondary(window::cancel()).small().named(&leave).show(ui).clicked() {
                    closed = Some(None);
                } else if (done || entered.is_some())
                    && let Some(item) = item
                {
                    closed = Some(Some(item));
                }
            });
            // Enter says "done", which it is not yet: the keyboard stays here, or the next keys would be commands.
            if closed.is_none()
                && let Some(field) = entered
            {
                field.request_focus();
            }
        });
        closed
    }
}

/// The line with its last part, a span of days for example, in one piece where that has room: it breaks before it then.
fn kept_together(ui: &Ui, line: &str, room: f32) -> String {
    let Some((first, last)) = line.rsplit_once(" · ") else { return line.to_owned() };
    let width = paint::line(ui.painter(), fonts::BODY, last, egui::Color32::PLACEHOLDER).size().x;
    let last = if width < room { last.replace(' ', "\u{a0}") } else { last.to_owned() };
    format!("{first} · {last}")
}

/// What was pressed on a line of the list.
enum Pressed {
    /// The line itself.
    Change,
    /// The bin.
    Delete,
}
