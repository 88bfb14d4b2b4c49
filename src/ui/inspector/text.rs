//! Text fields that are bound to the document.
//!
//! While somebody types, what is written is a draft under the key of its field: the campaign follows with every change
//! that can be read, and a draft that cannot be read yet changes nothing. A draft lives only as long as the document says
//! what the draft last made it say: an undo, a fix or another change drops it, and the field shows the document again.

use std::collections::HashMap;

use egui::{Id, Popup, PopupCloseBehavior, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::edit::{Edit, MergeKey, Step};
use crate::model::{Day, Money};
use crate::ui::icons::{self, Icon};
use crate::ui::kit::{self, TextField};
use crate::ui::theme::Tone;
use crate::ui::typed;
use crate::ui::view::Action;
use crate::ui::written;
use crate::ui::{fonts, theme};
use crate::words::{inspect, names, window as say};

use super::form::{Form, field_id, field_of};
use super::known::Lists;
use super::owner::Owner;
use super::parse;

/// The width of what is said over what is below a field that cannot be read yet, in points.
const UNREAD: f32 = 240.0;

/// What is being written and not yet only the document's.
#[derive(Debug, Default)]
pub(super) struct Drafts(HashMap<MergeKey, Draft>);

#[derive(Debug)]
struct Draft {
    /// As written.
    text: String,
    /// What the field shows once the document has followed.
    expected: String,
    /// The frame of the last change; the document follows after it.
    frame: u64,
    /// It says nothing that could be read.
    unread: bool,
    /// The frame in which the field was last drawn.
    drawn: u64,
}

impl Drafts {
    /// Drops drafts of fields that are not on screen any more. One that could not be read waits for its page: nothing else
    /// holds what was written there.
    pub(super) fn forget_hidden(&mut self, frame: u64) {
        self.0.retain(|_, draft| draft.drawn == frame || draft.unread);
    }

    /// Whether any of them could not be read.
    pub(super) fn any_unread(&self) -> bool {
        self.0.values().any(|draft| draft.unread)
    }
}

/// What a text field can be filled from instead of by typing.
#[derive(Clone, Copy, Default)]
pub(super) enum Menu<'a> {
    /// Nothing.
    #[default]
    None,
    /// Words that the plan names already, worked out when the menu is open, and words that are usual.
    Known(fn(&Lists) -> &[String], &'a [&'a str]),
    /// A calendar that opens on that day.
    Calendar {
        /// The day that is set.
        chosen: Option<Day>,
        /// The month that is shown where none is.
        near: Day,
    },
}

/// How a text field looks.
#[derive(Clone, Copy)]
pub(super) struct Look<'a> {
    /// What stands there while nothing is written.
    pub(super) hint: &'a str,
    /// Lines.
    pub(super) rows: usize,
    /// Goes on in further lines where it is too long for one.
    pub(super) flows: bool,
    /// An icon before the text.
    pub(super) icon: Option<Icon>,
    /// A quiet word before the text.
    pub(super) prefix: &'a str,
    /// What is said under it while it cannot be read.
    pub(super) unread: &'a str,
    /// What it can be filled from.
    pub(super) menu: Menu<'a>,
}

impl<'a> Look<'a> {
    /// One line with that hint.
    pub(super) const fn line(hint: &'a str) -> Self {
        Self { hint, rows: 1, flows: false, icon: None, prefix: "", unread: "", menu: Menu::None }
    }

    /// One text that flows on in as many lines as it needs.
    pub(super) const fn flowing(hint: &'a str) -> Self {
        Self { flows: true, ..Self::line(hint) }
    }

    /// That many lines.
    pub(super) const fn rows(rows: usize, hint: &'a str) -> Self {
        Self { rows, ..Self::line(hint) }
    }

    /// One line that can only be read in some forms.
    pub(super) const fn read(hint: &'a str, unread: &'a str) -> Self {
        Self { unread, ..Self::line(hint) }
    }

    /// The same with words that the plan names already, and words that are usual.
    pub(super) const fn known(mut self, known: fn(&Lists) -> &[String], usual: &'a [&'a str]) -> Self {
        self.menu = Menu::Known(known, usual);
        self
    }
}

/// A text field that shows the document.
pub(super) struct Text<'a> {
    /// What it edits.
    pub(super) key: MergeKey,
    /// What it is called.
    pub(super) name: &'a str,
    /// What the document says.
    pub(super) shown: &'a str,
    /// Width in points.
    pub(super) width: f32,
    /// How it looks.
    pub(super) look: Look<'a>,
}

/// What stands in a field of the plan is undone by the document alone. Where that has nothing to take back, the field's own undo
/// would write a text that the plan had under another file, version or draft.
fn own_undo_is_the_documents(ui: &Ui, id: egui::Id) {
    if ui.memory(|memory| memory.has_focus(id)) {
        let steps = |key: &egui::Key| matches!(key, egui::Key::Z | egui::Key::Y);
        ui.input_mut(|input| {
            input.events.retain(|event| {
                !matches!(event, egui::Event::Key { key, modifiers, pressed: true, .. } if modifiers.command && steps(key))
            });
        });
    }
}

/// What a field says that cannot be read yet: over what is below it while somebody writes, for that comes and goes with every letter, and
/// under the pointer once it was left. It moves nothing either way, and whoever hears the field hears it, too.
pub(super) fn says_unread(ui: &Ui, field: &Response, unread: &str) {
    kit::say_why(field, unread);
    if field.has_focus() {
        let over = egui::Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), field.id.with("unread"), field.rect);
        over.width(UNREAD).show(|ui| {
            let hint = ui.add(egui::Label::new(fonts::META.rich(unread).color(theme::of(ui).text_2)).wrap());
            hint.widget_info(|| WidgetInfo::labeled(Role::Label, true, unread));
        });
    } else {
        field.clone().on_hover_text(unread);
    }
}

impl Form<'_> {
    /// Draws a text field and keeps draft and document together.
    ///
    /// `read` makes a value of what is written, `show` says how the field shows that value, `step` is what it does to the
    /// campaign and what that is called.
    pub(super) fn text<T>(
        &mut self,
        ui: &mut Ui,
        text: &Text<'_>,
        read: impl FnOnce(&str) -> Option<T>,
        show: impl FnOnce(&T) -> String,
        step: impl FnOnce(T) -> (String, Vec<Edit>),
    ) -> Response {
        let frame = ui.ctx().cumulative_frame_nr();
        let draft = self.state.drafts.0.remove(&text.key).filter(|draft| draft.frame == frame || draft.expected == text.shown);
        let mut written = draft.as_ref().map_or_else(|| text.shown.to_owned(), |draft| draft.text.clone());
        let unread = draft.as_ref().is_some_and(|draft| draft.unread);
        let (id, look) = (field_id(text.key), &text.look);
        let words = matches!(look.menu, Menu::Known(..));
        let mut field = TextField::new(id, text.name).hint(look.hint).rows(look.rows).width(text.width);
        field = field.prefix(look.prefix).room(words);
        if look.flows {
            field = field.flows();
        }
        let tone = if unread { Some(Tone::Warning) } else { self.tone_of(field_of(text.key)) };
        field = field.tone(tone);
        let icon = if matches!(look.menu, Menu::Calendar { .. }) { Some(icons::CALENDAR) } else { look.icon };
        if let Some(icon) = icon {
            field = field.icon(icon);
        }
        own_undo_is_the_documents(ui, id);
        let locked = self.cx.locked().is_some();
        let response = field.fixed(locked).show_marked(ui, &mut written);
        if self.take_focus(ui, field_of(text.key), id) {
            kit::select_all(ui.ctx(), id, &written);
        }
        if locked {
            return response;
        }
        typed::follow(&response, text.key, self.out);
        if let Some(picked) = self.menu_of(ui, text, &response) {
            // What is picked is a step of its own, and there is nothing left to be written.
            if let Some(value) = read(&picked) {
                let (label, edits) = step(value);
                self.out.push(Action::Edit(Step::new(label, edits)));
            }
            return response;
        }

        let expected = draft.as_ref().map_or_else(|| text.shown.to_owned(), |draft| draft.expected.clone());
        let mut next = draft;
        if response.changed() {
            let read = read(&written);
            let unread = read.is_none();
            let mut draft = Draft { text: written, expected, frame, unread, drawn: frame };
            if let Some(value) = read {
                draft.expected = show(&value);
                let (label, edits) = step(value);
                self.out.push(Action::Edit(Step { label, edits, merge: Some(text.key) }));
            }
            next = Some(draft);
        }
        if response.lost_focus() {
            // What cannot be read stays as it is written, so that it can be mended; Escape gives it up, and what could be read with it.
            // Enter says "done", which it is not: the keyboard stays here, or the next keys would be commands.
            let escaped = typed::end(&response, text.key, self.out);
            next = next.filter(|draft| draft.unread && !escaped);
            if next.is_some() && ui.input(|input| input.key_pressed(egui::Key::Enter)) {
                response.request_focus();
            }
        }
        if let Some(mut draft) = next {
            if draft.unread {
                says_unread(ui, &response, look.unread);
            }
            draft.drawn = frame;
            self.state.drafts.0.insert(text.key, draft);
        }
        response
    }

    /// The button in the field that opens what it can be filled from; returns what was picked, as one would write it.
    fn menu_of(&mut self, ui: &mut Ui, text: &Text<'_>, field: &Response) -> Option<String> {
        let rect = field.rect;
        match text.look.menu {
            Menu::None => None,
            Menu::Known(known, usual) => {
                let place = Rect::from_center_size(pos2(rect.right() - 13.0, rect.top() + 13.0), vec2(22.0, 24.0));
                let name = inspect::known_of(text.name);
                let button = small_button(ui, place, field.id.with("known"), icons::CARET_DOWN, 11.0, &name);
                let cx = self.cx;
                let lists = &mut self.state.known;
                let mut picked = None;
                kit::opens_menu(&button);
                Popup::menu(&button).width(text.width.max(160.0)).accessible_name(name).show(|ui| {
                    ui.spacing_mut().item_spacing.y = 1.0;
                    let known = known(lists.of(cx));
                    let new = usual.iter().copied().filter(|word| !known.iter().any(|other| other == word));
                    let words: Vec<&str> = known.iter().map(String::as_str).chain(new).collect();
                    if words.is_empty() {
                        ui.add(egui::Label::new(fonts::BODY.rich(inspect::nothing_known())));
                    }
                    egui::ScrollArea::vertical().max_height(10.0 * theme::HIT).show(ui, |ui| {
                        for word in words {
                            if kit::menu_row(ui, text.look.icon, word, "", word == text.shown).clicked() {
                                picked = Some(word.to_owned());
                                ui.close();
                            }
                        }
                    });
                });
                picked
            }
            Menu::Calendar { chosen, near } => {
                let place = Rect::from_center_size(pos2(rect.left() + 15.0, rect.top() + 13.0), vec2(24.0, 24.0));
                let name = inspect::pick_day_of(text.name);
                // The field has drawn its icon already; the button only lies over it.
                let button = small_button(ui, place, field.id.with("calendar"), icons::CALENDAR, 0.0, &name);
                let date = chosen.unwrap_or(near).date();
                if button.clicked() {
                    self.state.calendar = Some((text.key, (date.year(), date.month())));
                }
                let mut month = match self.state.calendar {
                    Some((key, month)) if key == text.key => month,
                    _ => (date.year(), date.month()),
                };
                let today = self.cx.today;
                kit::opens_menu(&button);
                let picked = Popup::menu(&button)
                    .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
                    .accessible_name(name)
                    .show(|ui| {
                        let picked = kit::month_grid(ui, &mut month, chosen, today);
                        if picked.is_some() {
                            ui.close();
                        }
                        picked
                    })
                    .and_then(|shown| {
                        self.state.calendar = Some((text.key, month));
                        shown.inner
                    });
                picked.map(|day| day.to_string())
            }
        }
    }

    /// A row with a text field over anything that can be written and read.
    pub(super) fn typed<O: Owner, T>(
        &mut self,
        ui: &mut Ui,
        of: &O,
        (field, shown): (&'static str, &str),
        look: Look<'_>,
        (read, show): (impl FnOnce(&str) -> Option<T>, impl FnOnce(&T) -> String),
        to: impl FnOnce(T) -> O::Change,
    ) {
        self.open_row(ui, field, |form, ui, width| {
            form.bare(ui, of, (field, shown), width, look, (read, show), to);
        });
    }

    /// The field of [`Self::typed`] without the row around it.
    #[expect(clippy::too_many_arguments, reason = "a field is what it shows, how it is read, and what it does")]
    pub(super) fn bare<O: Owner, T>(
        &mut self,
        ui: &mut Ui,
        of: &O,
        (field, shown): (&'static str, &str),
        width: f32,
        look: Look<'_>,
        (read, show): (impl FnOnce(&str) -> Option<T>, impl FnOnce(&T) -> String),
        to: impl FnOnce(T) -> O::Change,
    ) -> Response {
        let campaign = self.cx.campaign;
        let text = Text { key: of.key(field), name: names::field(field), shown, width, look };
        self.text(ui, &text, read, show, |value| of.step(campaign, field, to(value)))
    }

    /// A row for words that may be left out: an empty field unsets them.
    pub(super) fn words<O: Owner>(
        &mut self,
        ui: &mut Ui,
        of: &O,
        (field, shown): (&'static str, Option<&str>),
        look: Look<'_>,
        to: impl FnOnce(Option<String>) -> O::Change,
    ) {
        let shown = shown.unwrap_or_default();
        self.typed(
            ui,
            of,
            (field, shown),
            look,
            (|text: &str| Some(parse::words(text)), |words: &Option<String>| words.clone().unwrap_or_default()),
            to,
        );
    }

    /// A row for words that are always there, if only as an empty text.
    pub(super) fn name<O: Owner>(
        &mut self,
        ui: &mut Ui,
        of: &O,
        (field, shown): (&'static str, &str),
        hint: &str,
        to: impl FnOnce(String) -> O::Change,
    ) {
        self.typed(ui, of, (field, shown), Look::flowing(hint), (|text: &str| Some(text.to_owned()), Clone::clone), to);
    }

    /// A row for a list of words. Several lines hold one each, one line parts them by commas.
    pub(super) fn list<O: Owner>(
        &mut self,
        ui: &mut Ui,
        of: &O,
        (field, shown): (&'static str, &[String]),
        (separator, look): (char, Look<'_>),
        to: impl FnOnce(Vec<String>) -> O::Change,
    ) {
        let joined = |list: &[String]| list.join(if separator == ',' { ", " } else { "\n" });
        let shown = joined(shown);
        let read = |text: &str| Some(parse::list(text, separator));
        self.typed(ui, of, (field, &shown), look, (read, |list: &Vec<String>| joined(list)), to);
    }

    /// A row for a day that may be unset. What `keep` refuses is not read yet: it waits as a draft.
    pub(super) fn day<O: Owner>(
        &mut self,
        ui: &mut Ui,
        of: &O,
        (field, chosen): (&'static str, Option<Day>),
        keep: impl FnOnce(Day) -> bool,
        to: impl FnOnce(Option<Day>) -> O::Change,
    ) {
        let campaign = self.cx.campaign;
        let near = chosen.or(campaign.start).or(campaign.end).unwrap_or(self.cx.today);
        let show = |day: &Option<Day>| day.map(Day::in_full).unwrap_or_default();
        let read = |text: &str| match parse::words(text) {
            None => Some(None),
            Some(text) => parse::day(&text, near).filter(|day| keep(*day)).map(Some),
        };
        let look =
            Look { menu: Menu::Calendar { chosen, near }, ..Look::read(say::not_set(), say::unread_day(written::date_form())) };
        self.typed(ui, of, (field, &show(&chosen)), look, (read, show), to);
    }

    /// A row for an amount of money: the sign of the currency stands quietly before it, or behind it as a part of what is written,
    /// as amounts are written elsewhere; another one can be written.
    pub(super) fn money<O: Owner>(
        &mut self,
        ui: &mut Ui,
        of: &O,
        (field, chosen): (&'static str, Option<Money>),
        to: impl FnOnce(Option<Money>) -> O::Change,
    ) {
        let usual = chosen.or(self.cx.campaign.budget).map_or_else(written::currency, |money| money.currency().to_owned());
        let show = |money: &Option<Money>| money.map(parse::amount_in_field).unwrap_or_default();
        let sign = parse::sign_before(&usual);
        let look = Look { prefix: &sign, ..Look::read(say::not_set(), say::unread_money()) };
        let read = |text: &str| match parse::words(text) {
            None => Some(None),
            Some(text) => parse::money(&text, &usual).map(Some),
        };
        self.typed(ui, of, (field, &show(&chosen)), look, (read, show), to);
    }

    /// A row for a whole number that may be unset.
    pub(super) fn count<O: Owner, N: Copy + ToString>(
        &mut self,
        ui: &mut Ui,
        of: &O,
        (field, chosen): (&'static str, Option<N>),
        look: Look<'_>,
        read: impl FnOnce(&str) -> Option<N>,
        to: impl FnOnce(Option<N>) -> O::Change,
    ) {
        let show = |number: &Option<N>| number.map(|number| number.to_string()).unwrap_or_default();
        let read = |text: &str| if text.trim().is_empty() { Some(None) } else { read(text.trim()).map(Some) };
        self.typed(ui, of, (field, &show(&chosen)), look, (read, show), to);
    }
}

/// A button of the size of an icon, laid over another widget.
fn small_button(ui: &Ui, place: Rect, id: Id, icon: Icon, size: f32, name: &str) -> Response {
    let t = theme::of(ui);
    let response = ui.interact(place, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    if size > 0.0 {
        icon.paint(ui.painter(), place.center(), size, if response.hovered() { t.text } else { t.text_3 });
    }
    if response.has_focus() {
        kit::paint::ring(ui.painter(), place, theme::R1, -2.0, t.accent);
    }
    response.on_hover_text(name)
}
