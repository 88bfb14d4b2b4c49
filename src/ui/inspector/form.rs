//! Rows of fields, and text fields that are bound to the document.
//!
//! While somebody types, what is written is a draft under the key of its field: the campaign follows with every change
//! that can be read, and a draft that cannot be read yet changes nothing. A draft lives only as long as the document says
//! what the draft last made it say: an undo, a fix or another change drops it, and the field shows the document again.

use std::collections::HashMap;

use egui::{Align, Id, Layout, Response, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use crate::edit::{Edit, MergeKey, Step};
use crate::ui::fonts;
use crate::ui::icons::Icon;
use crate::ui::kit::{self, TextField, paint};
use crate::ui::theme::{self, Tone};
use crate::ui::view::{Action, Actions, Cx};
use crate::words::{names, window as say};

use super::parse;

/// Width of the column of labels, in points.
pub(super) const LABELS: f32 = 84.0;
/// Between labels and fields, in points.
pub(super) const GAP: f32 = 8.0;
/// Between rows, in points.
pub(super) const BETWEEN: f32 = 3.0;

/// Most rows of a menu that are shown at once; more of them scroll.
const MENU_ROWS: usize = 14;

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
    /// Something went into the document.
    edited: bool,
    /// The frame in which the field was last drawn.
    drawn: u64,
}

impl Drafts {
    /// Drops drafts of fields that are not on screen any more.
    pub(super) fn forget_hidden(&mut self, frame: u64) {
        self.0.retain(|_, draft| draft.drawn == frame);
    }
}

/// The id of the text field or dropdown of a field: no two fields of the plan share one.
pub(super) fn field_id(key: MergeKey) -> Id {
    Id::unique(("inspector", key))
}

/// A text field that shows the document.
pub(super) struct Text<'a> {
    /// What it edits.
    pub(super) key: MergeKey,
    /// What it is called.
    pub(super) name: &'a str,
    /// What the document says.
    pub(super) shown: &'a str,
    /// What stands there while nothing is written.
    pub(super) hint: &'a str,
    /// Lines.
    pub(super) rows: usize,
    /// Width in points.
    pub(super) width: f32,
    /// An icon before the text.
    pub(super) icon: Option<Icon>,
    /// What is said under it while it cannot be read.
    pub(super) unread: &'a str,
}

impl<'a> Text<'a> {
    /// A field of one line, without hint and icon.
    pub(super) fn line(key: MergeKey, name: &'a str, shown: &'a str, width: f32) -> Self {
        Self { key, name, shown, hint: "", rows: 1, width, icon: None, unread: "" }
    }
}

/// What is needed to draw fields.
pub(super) struct Form<'a> {
    pub(super) cx: &'a Cx<'a>,
    pub(super) drafts: &'a mut Drafts,
    /// The field that gets the keyboard, by its key in the file.
    pub(super) focus: &'a mut Option<&'static str>,
    /// Fields that findings are about, with the worst tone.
    pub(super) tones: Vec<(&'static str, Tone)>,
    pub(super) out: &'a mut Actions,
}

impl Form<'_> {
    /// A row: the name of the field, and `body` with the width it has.
    pub(super) fn row<R>(&mut self, ui: &mut Ui, field: &'static str, body: impl FnOnce(&mut Self, &mut Ui, f32) -> R) -> R {
        let t = self.cx.tokens;
        let width = (ui.available_width() - LABELS - GAP).max(60.0);
        let top = ui.next_widget_position();
        let rect = egui::Rect::from_min_size(top + vec2(LABELS + GAP, 0.0), vec2(width, theme::FIELD));
        let label = egui::Rect::from_min_size(top, vec2(LABELS, theme::FIELD));
        let galley = paint::line_within(ui.painter(), fonts::BODY, names::field(field), t.text_3, LABELS);
        ui.painter().galley(egui::pos2(label.left(), label.center().y - galley.size().y / 2.0), galley, t.text_3);
        let mut child =
            ui.new_child(UiBuilder::new().id_salt(("row", field)).max_rect(rect).layout(Layout::top_down(Align::Min)));
        child.spacing_mut().item_spacing = vec2(4.0, 3.0);
        let result = body(self, &mut child, width);
        let used = child.min_rect().union(label);
        ui.allocate_rect(used, Sense::hover());
        if *self.focus == Some(field) {
            ui.scroll_to_rect(used, Some(Align::Center));
        }
        result
    }

    /// Draws a text field and keeps draft and document together.
    ///
    /// `read` makes a value of what is written, `show` says how the field shows that value, `edit` is what it does to the
    /// campaign under the name `label`.
    pub(super) fn text<T>(
        &mut self,
        ui: &mut Ui,
        text: &Text<'_>,
        read: impl FnOnce(&str) -> Option<T>,
        show: impl FnOnce(&T) -> String,
        step: impl FnOnce(T) -> (String, Edit),
    ) -> Response {
        let frame = ui.ctx().cumulative_frame_nr();
        let draft = self.drafts.0.remove(&text.key).filter(|draft| draft.frame == frame || draft.expected == text.shown);
        let mut written = draft.as_ref().map_or_else(|| text.shown.to_owned(), |draft| draft.text.clone());
        let unread = draft.as_ref().is_some_and(|draft| draft.unread);
        let id = field_id(text.key);
        let mut field = TextField::new(id, text.name).hint(text.hint).rows(text.rows).width(text.width);
        let tone = if unread { Some(Tone::Warning) } else { self.tone_of(text.key) };
        field = field.tone(tone);
        if let Some(icon) = text.icon {
            field = field.icon(icon);
        }
        let response = field.show(ui, &mut written);
        if self.take_focus(ui, text.key, id) {
            kit::select_all(ui.ctx(), id, &written);
        }

        let (expected, edited) =
            draft.as_ref().map_or_else(|| (text.shown.to_owned(), false), |draft| (draft.expected.clone(), draft.edited));
        let mut next = draft;
        if response.changed() {
            let read = read(&written);
            let unread = read.is_none();
            let mut draft = Draft { text: written, expected, frame, unread, edited, drawn: frame };
            if let Some(value) = read {
                draft.expected = show(&value);
                draft.edited = true;
                let (label, edit) = step(value);
                self.out.push(Action::Edit(Step::typing(label, edit, text.key)));
            }
            next = Some(draft);
        }
        if response.lost_focus() {
            if next.as_ref().is_some_and(|draft| draft.edited) {
                self.out.push(Action::Seal);
            }
            let pressed = |key| ui.input(|input| input.key_pressed(key));
            // What cannot be read stays as it is written, so that it can be mended; Escape gives it up. Enter says "done", which
            // it is not: the keyboard stays here, or the next keys would be commands.
            next = next.filter(|draft| draft.unread && !pressed(egui::Key::Escape));
            if next.is_some() && pressed(egui::Key::Enter) {
                response.request_focus();
            }
            if let Some(draft) = &mut next {
                draft.edited = false;
            }
        }
        if let Some(mut draft) = next {
            if draft.unread {
                let hint = ui.add(egui::Label::new(fonts::META.rich(text.unread).color(self.cx.tokens.text_2)).wrap());
                hint.widget_info(|| WidgetInfo::labeled(Role::Label, true, text.unread));
            }
            draft.drawn = frame;
            self.drafts.0.insert(text.key, draft);
        }
        response
    }

    /// Draws a text field for words that may be unset: an empty field unsets them.
    pub(super) fn optional(&mut self, ui: &mut Ui, text: &Text<'_>, step: impl FnOnce(Option<String>) -> (String, Edit)) {
        self.text(ui, text, |written| Some(parse::words(written)), |words| words.clone().unwrap_or_default(), step);
    }

    /// Gives the keyboard to the widget with that id if its field was asked for.
    /// Returns whether it was.
    pub(super) fn take_focus(&mut self, ui: &Ui, key: MergeKey, id: Id) -> bool {
        let wanted = *self.focus == Some(field_of(key));
        if wanted {
            ui.memory_mut(|memory| memory.request_focus(id));
            *self.focus = None;
        }
        wanted
    }

    /// The tone of the worst finding about a field.
    fn tone_of(&self, key: MergeKey) -> Option<Tone> {
        let field = field_of(key);
        self.tones.iter().filter(|(of, _)| *of == field).map(|(_, tone)| *tone).min()
    }

    /// Does a step of its own.
    pub(super) fn step(&mut self, label: impl Into<String>, edit: Edit) {
        self.out.push(Action::Edit(Step::new(label, vec![edit])));
    }

    /// A dropdown over a closed list; returns the choice that was made. `none` is what no choice is called, where that
    /// can be chosen.
    #[expect(
        clippy::option_option,
        reason = "the outer one says whether something was picked, the inner one is the choice or none"
    )]
    pub(super) fn pick<T: Copy + PartialEq>(
        &mut self,
        ui: &mut Ui,
        key: MergeKey,
        width: f32,
        chosen: Option<T>,
        choices: &[(T, &str, Option<Icon>)],
        none: Option<&str>,
    ) -> Option<Option<T>> {
        let id = field_id(key);
        self.take_focus(ui, key, id);
        let found = choices.iter().find(|(choice, ..)| Some(*choice) == chosen);
        let (value, icon) = found.map_or(("", None), |(_, name, icon)| (*name, *icon));
        let shown = (value, none.unwrap_or(say::not_set()));
        kit::dropdown(ui, id, names::field(field_of(key)), icon, shown, width, |ui| {
            let mut picked = None;
            if let Some(none) = none
                && kit::menu_row(ui, None, none, "", chosen.is_none()).clicked()
            {
                picked = Some(None);
            }
            let mut rows = |ui: &mut Ui, rows: &[(T, &str, Option<Icon>)]| {
                for (choice, name, icon) in rows {
                    if kit::menu_row(ui, *icon, name, "", Some(*choice) == chosen).clicked() {
                        picked = Some(Some(*choice));
                    }
                }
            };
            if choices.len() <= MENU_ROWS {
                rows(ui, choices);
            } else {
                // A plan may have more creators than a window has room for.
                let height = MENU_ROWS as f32 * (theme::HIT + 1.0);
                ScrollArea::vertical().max_height(height).show_rows(ui, theme::HIT, choices.len(), |ui, range| {
                    rows(ui, choices.get(range).unwrap_or_default());
                });
            }
            picked
        })
        .flatten()
        .filter(|picked| *picked != chosen)
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
        if *self.focus == Some(field) {
            let id = ui.next_auto_id().with(at.unwrap_or(0));
            ui.memory_mut(|memory| memory.request_focus(id));
            *self.focus = None;
        }
        let pressed = kit::segmented(ui, names::field(field), &words, at, Some(width));
        pressed.and_then(|at| choices.get(at)).map(|(choice, _)| *choice).filter(|choice| Some(*choice) != chosen)
    }
}

/// The field of a key.
fn field_of(key: MergeKey) -> &'static str {
    match key {
        MergeKey::Moment(_, field)
        | MergeKey::Lane(_, field)
        | MergeKey::Creator(_, field)
        | MergeKey::Brand(_, field)
        | MergeKey::Product(_, field)
        | MergeKey::Campaign(field) => field,
    }
}
