//! Fields whose value is chosen: one of a list, one of a few, several of a few, yes or no.

use egui::{
    Color32, CornerRadius, Popup, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use crate::ui::fonts;
use crate::ui::icons::{self, Icon};
use crate::ui::kit;
use crate::ui::theme;
use crate::words::{inspect, names, window as say};

use super::form::{Form, GAP, LABELS, field_id};
use super::owner::Owner;

/// Most rows of a menu that are shown at once; more of them scroll.
const MENU_ROWS: usize = 14;

/// What can be chosen: the value, what it is called, its icon.
pub(super) type Choice<'a, T> = (T, &'a str, Option<Icon>);

impl Form<'_> {
    /// A dropdown over a closed list; returns the choice that was made. `none` is what no choice is called; it can be
    /// chosen only where `unset` says so.
    #[expect(
        clippy::option_option,
        reason = "the outer one says whether something was picked, the inner one is the choice or none"
    )]
    pub(super) fn pick<O: Owner, T: Copy + PartialEq>(
        &mut self,
        ui: &mut Ui,
        (of, field): (&O, &'static str),
        width: f32,
        chosen: Option<T>,
        choices: &[Choice<'_, T>],
        none: (&str, bool),
    ) -> Option<Option<T>> {
        let shown = choices.iter().find(|(choice, ..)| Some(*choice) == chosen).copied();
        self.pick_of(ui, (of, field), width, (chosen, shown), (choices.len(), |at| choices.get(at).copied()), none)
    }

    /// The same over so many choices that they are made only when their rows are in sight: there may be as many as a plan has
    /// lanes. `chosen` comes with how it is shown.
    #[expect(
        clippy::option_option,
        reason = "the outer one says whether something was picked, the inner one is the choice or none"
    )]
    pub(super) fn pick_of<'c, O: Owner, T: Copy + PartialEq>(
        &mut self,
        ui: &mut Ui,
        (of, field): (&O, &'static str),
        width: f32,
        (chosen, shown): (Option<T>, Option<Choice<'c, T>>),
        (count, at): (usize, impl Fn(usize) -> Option<Choice<'c, T>>),
        none: (&str, bool),
    ) -> Option<Option<T>> {
        let id = field_id(of.key(field));
        self.take_focus(ui, field, id);
        let (value, icon) = shown.map_or(("", None), |(_, name, icon)| (name, icon));
        let tone = self.tone_of(field);
        // Where several differ, taking the value away is a change even though none is shown.
        let mixed = none.0 == inspect::mixed();
        let nothing = if mixed { say::not_set() } else { none.0 };
        let place = ui.next_widget_position();
        let picked = kit::dropdown(ui, id, names::field(field), icon, (value, none.0), width, |ui| {
            let mut picked = None;
            if none.1 && kit::menu_row(ui, None, nothing, "", chosen.is_none() && !mixed).clicked() {
                picked = Some(None);
            }
            let mut rows = |ui: &mut Ui, rows: std::ops::Range<usize>| {
                for (choice, name, icon) in rows.filter_map(&at) {
                    if kit::menu_row(ui, icon, name, "", Some(choice) == chosen).clicked() {
                        picked = Some(Some(choice));
                    }
                }
            };
            if count <= MENU_ROWS {
                rows(ui, 0..count);
            } else {
                // A plan may have more creators than a window has room for.
                let height = MENU_ROWS as f32 * (theme::HIT + 1.0);
                ScrollArea::vertical().max_height(height).show_rows(ui, theme::HIT, count, rows);
            }
            picked
        });
        if let Some(tone) = tone {
            let rect = Rect::from_min_size(place, vec2(width, theme::FIELD));
            let edge = Stroke::new(theme::EDGE, self.cx.tokens.tone(tone).line);
            ui.painter().rect_stroke(rect, CornerRadius::same(theme::R2), edge, StrokeKind::Inside);
        }
        picked.flatten().filter(|picked| mixed || *picked != chosen)
    }

    /// A row with a dropdown whose value can be unset.
    pub(super) fn choose<O: Owner, T: Copy + PartialEq>(
        &mut self,
        ui: &mut Ui,
        (of, field): (&O, &'static str),
        chosen: Option<T>,
        choices: &[Choice<'_, T>],
        none: &str,
        to: impl FnOnce(Option<T>) -> O::Change,
    ) {
        self.row(ui, field, |form, ui, width| {
            if let Some(picked) = form.pick(ui, (of, field), width, chosen, choices, (none, true)) {
                form.set(of, field, to(picked));
            }
        });
    }

    /// A row with a dropdown that always has a value; of several owners it may be a different one each, which `none` says.
    pub(super) fn choose_one<O: Owner, T: Copy + PartialEq>(
        &mut self,
        ui: &mut Ui,
        (of, field): (&O, &'static str),
        chosen: Option<T>,
        choices: &[Choice<'_, T>],
        none: &str,
        to: impl FnOnce(T) -> O::Change,
    ) {
        self.row(ui, field, |form, ui, width| {
            if let Some(picked) = form.pick(ui, (of, field), width, chosen, choices, (none, false)).flatten() {
                form.set(of, field, to(picked));
            }
        });
    }

    /// A segmented choice over a closed list, by words; returns the choice that was made.
    pub(super) fn segments<T: Copy + PartialEq>(
        &mut self,
        ui: &mut Ui,
        field: &'static str,
        width: f32,
        chosen: Option<T>,
        choices: &[(T, &str)],
    ) -> Option<T> {
        let words: Vec<kit::Segment<'_>> = choices.iter().map(|(_, word)| kit::Segment::Word(word)).collect();
        let at = choices.iter().position(|(choice, _)| Some(*choice) == chosen);
        self.take_focus(ui, field, ui.next_auto_id().with(at.unwrap_or(0)));
        let pressed = kit::segmented(ui, names::field(field), &words, at, Some(width));
        pressed.and_then(|at| choices.get(at)).map(|(choice, _)| *choice).filter(|choice| Some(*choice) != chosen)
    }

    /// A row of words that stay down, two a line where both have the room for it; returns the one that was pressed. `width` is that of
    /// a line.
    pub(super) fn toggles<T: Copy>(
        &mut self,
        ui: &mut Ui,
        field: &'static str,
        width: f32,
        choices: &[(T, &str, Option<Icon>, bool)],
    ) -> Option<T> {
        let half = (width - 4.0) / 2.0;
        let fits = choices.iter().all(|(_, name, icon, _)| kit::toggle_width(ui, icon.is_some(), name) <= half);
        let (columns, each) = if fits { (2, half) } else { (1, width) };
        let mut pressed = None;
        for pair in choices.chunks(columns) {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing = vec2(4.0, 3.0);
                self.fade(ui);
                if self.cx.locked().is_some() {
                    ui.disable();
                }
                for (choice, name, icon, on) in pair {
                    let mut response = kit::toggle(ui, *icon, name, *on, Some(each));
                    if let Some(why) = self.cx.locked() {
                        response = response.on_disabled_hover_text(why);
                    }
                    if self.state.focus == Some(field) {
                        response.request_focus();
                        response.scroll_to_me(Some(egui::Align::Center));
                        self.state.focus = None;
                    }
                    if response.clicked() {
                        pressed = Some(*choice);
                    }
                }
            });
        }
        pressed
    }

    /// A row of chips, each with a cross, and a menu with what can be added. Returns what was added or taken out.
    pub(super) fn chips<O: Owner, T: Copy + PartialEq>(
        &mut self,
        ui: &mut Ui,
        (of, field): (&O, &'static str),
        chosen: &[T],
        choices: &[Choice<'_, T>],
    ) -> Option<T> {
        let name = names::field(field);
        self.row(ui, field, |form, ui, width| {
            let mut pressed = None;
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
                ui.set_max_width(width);
                for (choice, word, icon) in choices.iter().filter(|(choice, ..)| chosen.contains(choice)) {
                    if kit::chip(ui, *icon, word, &inspect::take_out(word)) {
                        pressed = Some(*choice);
                    }
                }
                let id = field_id(of.key(field));
                let (rect, _) = ui.allocate_exact_size(vec2(26.0, 22.0), Sense::hover());
                let add = ui.interact(rect, id, Sense::click());
                form.take_focus(ui, field, id);
                let named = inspect::add_to(name);
                add.widget_info(|| WidgetInfo::labeled(Role::Button, true, &named));
                let t = form.cx.tokens;
                let fill = if add.hovered() { t.hover } else { t.card };
                ui.painter().rect(rect, CornerRadius::same(11), fill, Stroke::new(theme::EDGE, t.line), StrokeKind::Inside);
                icons::PLUS.paint(ui.painter(), rect.center(), 12.0, t.text_2);
                if add.has_focus() {
                    kit::paint::ring(ui.painter(), rect, 11, 1.0, t.accent);
                }
                kit::opens_menu(&add);
                Popup::menu(&add).width(180.0).accessible_name(name).show(|ui| {
                    ui.spacing_mut().item_spacing.y = 1.0;
                    ScrollArea::vertical().max_height(MENU_ROWS as f32 * theme::HIT).show(ui, |ui| {
                        for (choice, word, icon) in choices {
                            if kit::menu_row(ui, *icon, word, "", chosen.contains(choice)).clicked() {
                                pressed = Some(*choice);
                                ui.close();
                            }
                        }
                    });
                });
                add.on_hover_text(named);
            });
            pressed
        })
    }

    /// A box to tick, with its word beside it; returns what it is now when it was pressed. It stands under the fields.
    pub(super) fn check(&mut self, ui: &mut Ui, field: &'static str, name: &str, on: bool) -> Option<bool> {
        let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
        self.tick(ui, row, LABELS + GAP, (field, name, on))
    }

    /// Two boxes to tick, side by side where both words have room, else one under the other.
    pub(super) fn checks(&mut self, ui: &mut Ui, two: [(&'static str, &str, bool); 2]) -> [Option<bool>; 2] {
        let indent = LABELS + GAP;
        let widths = two.map(|(_, name, _)| 30.0 + kit::paint::line(ui.painter(), fonts::BODY, name, Color32::BLACK).size().x);
        if indent + widths[0] + widths[1] > ui.available_width() {
            return two.map(|(field, name, on)| self.check(ui, field, name, on));
        }
        let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::hover());
        let spare = row.width() - indent - widths[0] - widths[1];
        let parting = row.left() + indent + widths[0] + spare.min(8.0);
        let [first, second] = two;
        let place = |left: f32, right: f32| Rect::from_min_max(pos2(left, row.top()), pos2(right, row.bottom()));
        [self.tick(ui, place(row.left(), parting), indent, first), self.tick(ui, place(parting, row.right()), 0.0, second)]
    }

    /// A box to tick in `row`, `indent` points from its left end; all of the row can be pressed.
    fn tick(&mut self, ui: &mut Ui, row: Rect, indent: f32, (field, name, on): (&'static str, &str, bool)) -> Option<bool> {
        let id = ui.scope_id().with(("tick", field));
        let mut place = ui.new_child(UiBuilder::new().id_salt(id).max_rect(row));
        self.fade(&mut place);
        if self.cx.locked().is_some() {
            place.disable();
        }
        let mut response = kit::tick(&place, row, indent, id, name, on);
        if let Some(why) = self.cx.locked() {
            response = response.on_disabled_hover_text(why);
        }
        if self.state.focus == Some(field) {
            response.request_focus();
            response.scroll_to_me(Some(egui::Align::Center));
            self.state.focus = None;
        }
        response.clicked().then_some(!on)
    }

    /// A ticked box that is a field.
    pub(super) fn yes_no<O: Owner>(
        &mut self,
        ui: &mut Ui,
        of: &O,
        (field, name, on): (&'static str, &str, bool),
        to: impl FnOnce(bool) -> O::Change,
    ) {
        if let Some(on) = self.check(ui, field, name, on) {
            self.set(of, field, to(on));
        }
    }
}

/// The choices of a closed list, by their names.
pub(super) fn choices<T: Copy>(all: &[T], name: impl Fn(T) -> &'static str) -> Vec<Choice<'static, T>> {
    all.iter().map(|choice| (*choice, name(*choice), None)).collect()
}

/// The list with `one` added or taken out, in the order in which choices are offered.
pub(in crate::ui) fn toggled<T: Copy + PartialEq>(list: &[T], all: impl IntoIterator<Item = T>, one: T) -> Vec<T> {
    all.into_iter().filter(|choice| list.contains(choice) != (*choice == one)).collect()
}

/// What nothing chosen is called.
pub(super) fn unset() -> &'static str {
    say::not_set()
}
