//! Work that no file has is offered: what it is, a look at what differs, and what becomes of it. Nothing is restored and
//! nothing is thrown away by itself; leaving the dialog leaves everything for later.

use std::sync::Arc;

use egui::{CornerRadius, Frame, Id, Label, Margin, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::ui::compare::{Comparison, compare_ui};
use crate::ui::kit::{self, Button, Segment, paint};
use crate::ui::theme::{self, R2, R3, Tone, space};
use crate::ui::{fonts, icons};
use crate::words::{conflict, recovery as say};

use super::question::pressed;
use super::{Dialog, default_focus, paragraph};

/// Height of a row of the list, in points.
const ROW: f32 = 56.0;
/// Most rows of the list that are seen at once.
const ROWS: f32 = 3.5;

/// A draft in the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DraftRow {
    /// What the plan is called.
    pub name: String,
    /// Its file, in words; `None` where it never had one.
    pub file: Option<String>,
    /// The same with the name first, so that two files of one folder are told apart in a short line.
    pub place: Option<String>,
    /// The last thing that was done.
    pub last: String,
    /// How many edits.
    pub edits: usize,
    /// When the first of them was made: "14:02", "31 Aug 14:02".
    pub since: String,
    /// When the last one was made.
    pub until: String,
}

impl DraftRow {
    /// For screen readers: everything that tells it from another one.
    #[must_use]
    pub fn said(&self) -> String {
        let place = self.place.as_deref().unwrap_or(say::no_file());
        say::row(&self.name, say::edits(self.edits), &self.until, place, say::row_last(&self.last))
    }

    /// How much, when, and what was done last.
    #[must_use]
    pub fn detail(&self) -> String {
        let detail = say::row_detail(say::edits(self.edits), &self.until);
        if self.last.is_empty() { detail } else { say::row_detail(detail, say::row_last(&self.last)) }
    }
}

/// What is known of the draft that is looked at.
#[derive(Clone, Debug, Default)]
pub enum DraftLook {
    /// It is being read.
    #[default]
    Reading,
    /// What it would change, and what is worth knowing before.
    There {
        /// What differs from the file as it is now, or from where the edits began where there is no file.
        now: Arc<Comparison>,
        /// What was edited, and what changed in the file meanwhile, where that is another one since.
        sides: Option<[Arc<Comparison>; 2]>,
        /// Whether there is a file that it is held against.
        has_file: bool,
        /// The name of the file, where draft and file do not go together and somebody has to choose.
        choose: Option<String>,
        /// Lines to read first.
        notes: Vec<String>,
    },
    /// It cannot be read, and why.
    Damaged(String),
}

/// What the dialog shows and what was chosen.
#[derive(Clone, Debug, Default)]
pub struct RecoveryDraft {
    /// The program stopped by itself before.
    pub crashed: bool,
    /// Where the note about that is, in a sentence.
    pub note: Option<String>,
    /// What can be restored.
    pub rows: Vec<DraftRow>,
    /// How many plans those belong to.
    pub plans: usize,
    /// The one that is looked at.
    pub at: usize,
    /// What is known of it.
    pub look: DraftLook,
    /// The comparison that is shown: 0 against the file, 1 what was edited, 2 what changed in the file.
    pub side: usize,
    /// Where discarded drafts go, in words.
    pub trash: String,
    /// The question whether it is discarded is open.
    pub discarding: bool,
    /// Nothing but that question was asked for.
    pub only_discards: bool,
}

/// How a draft comes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RestoreWay {
    /// As unsaved over its file, together with what changed there.
    AsItIs,
    /// As a copy without a file; the file stays.
    Both,
    /// The file is opened, and the draft gives way.
    Theirs,
    /// It is written into the file.
    Mine,
}

/// What was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecoveryAnswer {
    /// Looks at another draft.
    Look(usize),
    /// Opens it, in that way.
    Restore(RestoreWay),
    /// Leaves everything as it is.
    Later,
    /// Puts it into the trash.
    Discard,
}

/// Draws the dialog. Escape is Later, and so is the cross.
pub fn recovery_ui(ui: &mut Ui, draft: &mut RecoveryDraft) -> Option<RecoveryAnswer> {
    let row = draft.rows.get(draft.at)?.clone();
    if draft.discarding {
        return discard_ui(ui, draft, &row);
    }
    let title = if draft.rows.len() == 1 {
        if row.edits == 1 { say::one_not_saved(&row.since) } else { say::many_not_saved(say::edits(row.edits), &row.since) }
    } else if draft.plans == draft.rows.len() {
        say::several_not_saved(say::plans(draft.plans))
    } else {
        say::several_drafts_not_saved(say::drafts(draft.rows.len()), say::plans(draft.plans))
    };
    let height = (ui.ctx().content_rect().height() - 220.0).clamp(160.0, 560.0);
    let can_restore = matches!(draft.look, DraftLook::There { .. });
    let choose = matches!(draft.look, DraftLook::There { choose: Some(_), .. });
    let mut discard = false;
    let answer = Dialog::filled("recovery dialog", &title, 640.0).show(
        ui.ctx(),
        |ui| body(ui, draft, &row, height),
        |ui| {
            let answer = if choose {
                pressed(ui, choices())
            } else {
                let why_not = (!can_restore).then_some(say::reading());
                let restore = Button::primary(say::restore()).disabled(why_not).show(ui);
                if can_restore {
                    default_focus(ui, restore.id);
                }
                restore.clicked().then_some(RecoveryAnswer::Restore(RestoreWay::AsItIs))
            };
            let later = Button::secondary(say::later()).show(ui);
            discard = Button::quiet(say::discard()).show(ui).clicked();
            answer.or(later.clicked().then_some(RecoveryAnswer::Later))
        },
    );
    if discard {
        draft.discarding = true;
        ui.ctx().request_repaint();
        return None;
    }
    answer.map(|answer| answer.unwrap_or(RecoveryAnswer::Later))
}

/// What can be done with a draft that does not go together with its file. Enter at first keeps both.
fn choices() -> [(Button<'static>, RecoveryAnswer); 3] {
    [
        (Button::primary(conflict::both_title()), RecoveryAnswer::Restore(RestoreWay::Both)),
        (Button::secondary(conflict::theirs_title()), RecoveryAnswer::Restore(RestoreWay::Theirs)),
        (Button::secondary(conflict::mine_title()), RecoveryAnswer::Restore(RestoreWay::Mine)),
    ]
}

fn body(ui: &mut Ui, draft: &mut RecoveryDraft, row: &DraftRow, height: f32) -> Option<RecoveryAnswer> {
    let mut wanted = None;
    if draft.crashed {
        paragraph(ui, say::after_crash());
    }
    if let Some(line) = &draft.note {
        let label = ui.add(Label::new(fonts::META.rich(line).color(theme::of(ui).text_3)).wrap().selectable(true));
        label.widget_info(|| WidgetInfo::labeled(Role::Label, true, line));
    }
    if draft.rows.len() > 1 {
        wanted = list(ui, draft);
    }
    about(ui, row);
    match &draft.look {
        DraftLook::Reading => paragraph(ui, say::reading()),
        DraftLook::Damaged(why) => note(ui, &say::damaged_text(why), Tone::Error),
        DraftLook::There { now, sides, has_file, choose, notes } => {
            for line in notes {
                note(ui, line, Tone::Warning);
            }
            if let Some(file) = choose {
                paragraph(ui, &conflict::choice(conflict::both_title(), say::both_text(file)));
                paragraph(ui, &conflict::choice(conflict::theirs_title(), say::theirs_text(file)));
                paragraph(ui, &conflict::choice(conflict::mine_title(), say::mine_text(file)));
            }
            if sides.is_some() {
                let words = [say::against_file(), say::what_you_did(), say::what_others_did()].map(Segment::Word);
                if let Some(at) = kit::segmented(ui, say::side_draft(), &words, Some(draft.side.min(2)), None) {
                    draft.side = at;
                }
            }
            let (comparison, names) = match (sides, draft.side) {
                (Some([edited, _]), 1) => (edited, [say::side_before(), say::side_draft()]),
                (Some([_, others]), 2) => (others, [say::side_before(), say::side_file()]),
                _ => (now, [if *has_file { say::side_file() } else { say::side_before() }, say::side_draft()]),
            };
            let left = (height - ui.min_rect().height()).max(120.0);
            Frame::NONE
                .fill(theme::of(ui).card)
                .stroke(Stroke::new(theme::EDGE, theme::of(ui).line))
                .corner_radius(CornerRadius::same(R3))
                .inner_margin(Margin::symmetric(12, 10))
                .show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    ui.set_max_height(left);
                    compare_ui(ui, comparison, names);
                });
        }
    }
    wanted
}

/// The plan, its file and the times.
fn about(ui: &mut Ui, row: &DraftRow) {
    let t = theme::of(ui);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = space::XS;
        let name = ui.add(Label::new(fonts::UI_B.rich(&row.name).color(t.text)).wrap());
        name.widget_info(|| WidgetInfo::labeled(Role::Label, true, &row.name));
        let file = row.file.as_ref().map_or_else(|| say::no_file().to_owned(), say::file);
        for line in [file, say::from_to(&row.since, &row.until)] {
            let label = ui.add(Label::new(fonts::META.rich(&line).color(t.text_3)).wrap());
            label.widget_info(|| WidgetInfo::labeled(Role::Label, true, &line));
        }
    });
}

/// A box with something to read first.
fn note(ui: &mut Ui, text: &str, tone: Tone) {
    let colors = theme::of(ui).tone(tone);
    Frame::NONE
        .fill(colors.bg)
        .stroke(Stroke::new(theme::EDGE, colors.edge))
        .corner_radius(CornerRadius::same(R3))
        .inner_margin(Margin::symmetric(12, 10))
        .show(ui, |ui| {
            ui.set_width(ui.available_width());
            let label = ui.add(Label::new(fonts::BODY.rich(text).color(theme::of(ui).text)).wrap());
            label.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
        });
}

/// The drafts that wait, one of them chosen.
fn list(ui: &mut Ui, draft: &RecoveryDraft) -> Option<RecoveryAnswer> {
    let t = theme::of(ui);
    let mut wanted = None;
    ScrollArea::vertical().id_salt("drafts").max_height(ROW * ROWS).auto_shrink([false, true]).show(ui, |ui| {
        kit::scroll_by_keys(ui);
        ui.spacing_mut().item_spacing.y = space::XS;
        let stop = kit::OneStop::begin(ui, Id::unique("draft row"), draft.rows.len(), Some(draft.at));
        for (at, row) in draft.rows.iter().enumerate() {
            let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
            let response = ui.interact(rect, stop.id(at), stop.sense(at));
            let chosen = at == draft.at;
            let said = row.said();
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, &said));
            let fill = match (chosen, response.hovered()) {
                (true, _) => t.accent_bg,
                (_, true) => t.hover,
                _ => t.panel,
            };
            ui.painter().rect_filled(rect, CornerRadius::same(R2), fill);
            let room = rect.width() - 20.0;
            let (detail, place) = (row.detail(), row.place.as_deref().unwrap_or(say::no_file()));
            let mut cut = false;
            for (face, color, line, below) in [
                (fonts::UI_M, t.text, row.name.as_str(), 3.0),
                (fonts::META, t.text_2, &detail, 21.0),
                (fonts::META, t.text_3, place, 37.0),
            ] {
                let galley = paint::line_within(ui.painter(), face, line, color, room);
                cut |= galley.elided;
                ui.painter().galley(pos2(rect.left() + 10.0, rect.top() + below), galley, color);
            }
            let response = if cut { response.on_hover_text(format!("{}\n{detail}\n{place}", row.name)) } else { response };
            if response.has_focus() {
                paint::ring(ui.painter(), rect.shrink(1.0), R2, 0.0, t.accent);
            }
            kit::into_sight(&response);
            if response.clicked() && !chosen {
                wanted = Some(RecoveryAnswer::Look(at));
            }
        }
    });
    wanted
}

/// Asks once more before a draft goes. Escape keeps it, and so does Enter at first.
fn discard_ui(ui: &mut Ui, draft: &mut RecoveryDraft, row: &DraftRow) -> Option<RecoveryAnswer> {
    let text = say::discard_text(&row.name, say::edits(row.edits), &draft.trash);
    let answer = Dialog::read("discard draft dialog", say::discard_title(), 440.0).show(
        ui.ctx(),
        |ui| {
            paragraph(ui, &text);
            None
        },
        |ui| {
            let keep = Button::primary(say::discard_no()).show(ui);
            default_focus(ui, keep.id);
            let discard = Button::secondary(say::discard_yes()).icon(icons::DELETE).show(ui);
            discard.clicked().then_some(true).or(keep.clicked().then_some(false))
        },
    )?;
    draft.discarding = false;
    ui.ctx().request_repaint();
    let kept = draft.only_discards.then_some(RecoveryAnswer::Later);
    if answer.unwrap_or(false) { Some(RecoveryAnswer::Discard) } else { kept }
}
