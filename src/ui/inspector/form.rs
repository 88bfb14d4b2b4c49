//! Rows of fields, sections of rows, and the steps that fields make.

use std::collections::{BTreeSet, HashMap};

use egui::{Align, Frame, Id, Label, Layout, Margin, Sense, Ui, UiBuilder, vec2};

use crate::edit::{Edit, MergeKey, Step};
use crate::ui::fonts;
use crate::ui::kit::{self, paint};
use crate::ui::theme::{self, Tone};
use crate::ui::view::{Action, Actions, Cx, Selection};
use crate::words::names;

use super::known::Known;
use super::owner::Owner;
use super::records::RecordDraft;
use super::text::Drafts;

/// Width of the column of labels, in points.
pub(super) const LABELS: f32 = 84.0;
/// Between labels and fields, in points.
pub(super) const GAP: f32 = 8.0;
/// Between rows, in points.
pub(super) const BETWEEN: f32 = 2.0;

/// How much of a choice is seen where the plan can only be looked at.
const LOCKED: f32 = 0.75;

/// What the fields remember from one frame to the next.
#[derive(Debug, Default)]
pub(super) struct FormState {
    pub(super) drafts: Drafts,
    /// Items of lists that are being written and not in the document yet.
    pub(super) records: HashMap<MergeKey, RecordDraft>,
    /// The field that gets the keyboard, by its key in the file.
    pub(super) focus: Option<&'static str>,
    /// Where that field is a list: the entry that gets it.
    pub(super) entry: Option<usize>,
    /// That entry is opened for writing.
    pub(super) opens_entry: bool,
    /// The entry that somebody was led to on this page, by its list and its place there.
    pub(super) marked: Option<(MergeKey, usize)>,
    /// The entry that was just written, which is to have the keyboard.
    pub(super) made: Option<(MergeKey, usize)>,
    /// The month that an open calendar shows, and whose field it belongs to.
    pub(super) calendar: Option<(MergeKey, (i16, i8))>,
    /// Sections that are folded, by their keys.
    pub(super) folded: BTreeSet<&'static str>,
    /// The fields behind "More fields" are shown.
    pub(super) more: bool,
    /// Rarely used fields that stand among the others on this page, because they say something.
    pub(super) inline: BTreeSet<&'static str>,
    /// How wide the status of a moment is, where its owner has a place beside it.
    pub(super) owner_beside: Option<f32>,
    /// The field whose value is being written out instead of being picked.
    pub(super) writing: Option<MergeKey>,
    pub(super) known: Known,
    /// The pages that were left by a link, each with the page that the link led to.
    pub(super) trail: Vec<(Selection, Selection)>,
}

/// The id of the text field or dropdown of a field: no two fields of the plan share one.
pub(super) fn field_id(key: MergeKey) -> Id {
    Id::unique(("inspector", key))
}

/// What is needed to draw fields.
pub(super) struct Form<'a> {
    pub(super) cx: &'a Cx<'a>,
    pub(super) state: &'a mut FormState,
    /// Fields that findings are about, with the worst tone.
    pub(super) tones: Vec<(&'static str, Tone)>,
    pub(super) out: &'a mut Actions,
}

impl Form<'_> {
    /// A row: the name of the field, and `body` with the width it has.
    pub(super) fn row<R>(&mut self, ui: &mut Ui, field: &'static str, body: impl FnOnce(&mut Self, &mut Ui, f32) -> R) -> R {
        self.named_row(ui, names::field(field), field, body)
    }

    /// A row that stays alive where the plan can only be looked at: its text can be copied, and its way to a page be gone. What
    /// else stands in it locks itself.
    pub(super) fn open_row<R>(&mut self, ui: &mut Ui, field: &'static str, body: impl FnOnce(&mut Self, &mut Ui, f32) -> R) -> R {
        self.any_row(ui, (names::field(field), true), field, body)
    }

    /// The same under another name than the field's own.
    pub(super) fn named_row<R>(
        &mut self,
        ui: &mut Ui,
        name: &str,
        field: &'static str,
        body: impl FnOnce(&mut Self, &mut Ui, f32) -> R,
    ) -> R {
        self.any_row(ui, (name, false), field, body)
    }

    /// A row. Where the plan can only be looked at nothing in it can be used, unless it is an open one, and the reason stands
    /// under the pointer.
    fn any_row<R>(
        &mut self,
        ui: &mut Ui,
        (name, open): (&str, bool),
        field: &'static str,
        body: impl FnOnce(&mut Self, &mut Ui, f32) -> R,
    ) -> R {
        let t = self.cx.tokens;
        let width = (ui.available_width() - LABELS - GAP).max(60.0);
        let top = ui.next_widget_position();
        let rect = egui::Rect::from_min_size(top + vec2(LABELS + GAP, 0.0), vec2(width, theme::FIELD));
        let label = egui::Rect::from_min_size(top, vec2(LABELS, theme::FIELD));
        let galley = paint::line_within(ui.painter(), fonts::BODY, name, t.text_3, LABELS);
        ui.painter().galley(egui::pos2(label.left(), label.center().y - galley.size().y / 2.0), galley, t.text_3);
        let mut child =
            ui.new_child(UiBuilder::new().id_salt(("row", field)).max_rect(rect).layout(Layout::top_down(Align::Min)));
        child.spacing_mut().item_spacing = vec2(4.0, 3.0);
        self.fade(&mut child);
        if self.cx.locked().is_some() && !open {
            child.disable();
        }
        // An entry of a list is scrolled to by itself.
        let wanted = self.state.focus == Some(field) && self.state.entry.is_none();
        let result = body(self, &mut child, width);
        let used = child.min_rect().union(label);
        let whole = ui.allocate_rect(used, Sense::hover());
        if let Some(why) = self.cx.locked() {
            whole.on_hover_text(why);
        }
        if wanted {
            ui.scroll_to_rect(used, Some(Align::Center));
        }
        result
    }

    /// What cannot be changed is still there to be read.
    pub(super) fn fade(&self, ui: &mut Ui) {
        if self.cx.locked().is_some() {
            ui.visuals_mut().disabled_alpha = LOCKED;
        }
    }

    /// A section that can be folded. It stays open while the keyboard is asked into one of its fields or a finding is
    /// about one.
    pub(super) fn section(
        &mut self,
        ui: &mut Ui,
        (key, title): (&'static str, &str),
        fields: &[&'static str],
        body: impl FnOnce(&mut Self, &mut Ui),
    ) {
        let needed = self.needs(fields);
        if self.state.focus.is_some_and(|field| fields.contains(&field)) {
            self.state.folded.remove(key);
        }
        let open = needed || !self.state.folded.contains(key);
        if kit::fold(ui, title, open).clicked() {
            if open {
                self.state.folded.insert(key);
            } else {
                self.state.folded.remove(key);
            }
        }
        if open {
            // A heading is nearer to what it is over than to what is above it.
            ui.add_space(-BETWEEN);
            body(self, ui);
        }
    }

    /// Whether one of these fields may not be hidden now.
    pub(super) fn needs(&self, fields: &[&'static str]) -> bool {
        fields.iter().any(|field| self.state.focus == Some(*field) || self.tones.iter().any(|(of, _)| of == field))
    }

    /// A line under the fields that says what a field means, in the column of the fields.
    pub(super) fn note(&self, ui: &mut Ui, text: &str) {
        let margin = Margin { left: (LABELS + GAP) as i8, bottom: 3, ..Margin::ZERO };
        Frame::NONE.inner_margin(margin).show(ui, |ui| {
            ui.add(Label::new(fonts::META.rich(text).color(self.cx.tokens.text_3)).wrap());
        });
    }

    /// Gives the keyboard to the widget with that id if its field was asked for. Returns whether it was.
    pub(super) fn take_focus(&mut self, ui: &Ui, field: &'static str, id: Id) -> bool {
        let wanted = self.state.focus == Some(field);
        if wanted {
            ui.memory_mut(|memory| memory.request_focus(id));
            self.state.focus = None;
        }
        wanted
    }

    /// The tone of the worst finding about a field.
    pub(super) fn tone_of(&self, field: &str) -> Option<Tone> {
        self.tones.iter().filter(|(of, _)| *of == field).map(|(_, tone)| *tone).min()
    }

    /// Does a step of its own.
    pub(super) fn step(&mut self, label: impl Into<String>, edit: Edit) {
        self.out.push(Action::Edit(Step::new(label, vec![edit])));
    }

    /// Changes a field as a step of its own.
    pub(super) fn set<O: Owner>(&mut self, of: &O, field: &str, change: O::Change) {
        let (label, edits) = of.step(self.cx.campaign, field, change);
        self.out.push(Action::Edit(Step::new(label, edits)));
    }
}

/// The field of a key.
pub(super) fn field_of(key: MergeKey) -> &'static str {
    match key {
        MergeKey::Moment(_, field)
        | MergeKey::Lane(_, field)
        | MergeKey::Creator(_, field)
        | MergeKey::Brand(_, field)
        | MergeKey::Product(_, field)
        | MergeKey::Campaign(field) => field,
    }
}
