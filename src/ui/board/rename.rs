//! A title or a name is written where it stands: Enter or going elsewhere keeps it, Escape leaves it as it was.

use std::borrow::Cow;

use egui::{CornerRadius, Id, Key, Rect, Ui, UiBuilder, pos2, vec2};

use super::data::Row;
use super::frame::Frame;
use super::state::BoardState;
use crate::analysis::packing::Size;
use crate::edit::{CreatorChange, Edit, LaneChange, MomentChange, Step};
use crate::model::shown::visible;
use crate::model::{LaneId, MomentId};
use crate::ui::kit::{TextField, select_all};
use crate::ui::theme::{FIELD, R2};
use crate::ui::view::{Action, Actions};
use crate::words::hand as say;

/// Narrowest place for a note about hidden characters, in points.
const NOTE: f32 = 150.0;

/// What is renamed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of {
    Moment(MomentId),
    Lane(LaneId),
}

/// A name that is being written.
pub(super) struct Rename {
    of: Of,
    draft: String,
    /// The field has not been drawn yet: then it takes the keyboard.
    fresh: bool,
}

impl BoardState {
    /// Lets the title of a card be written on the card.
    pub fn rename_moment(&mut self, id: MomentId, title: &str) {
        self.reveal(id);
        self.rename = Some(Rename { of: Of::Moment(id), draft: title.to_owned(), fresh: true });
    }

    /// Lets the name of a lane be written at its head.
    pub fn rename_lane(&mut self, id: LaneId, name: &str) {
        self.reveal_lane(id);
        self.rename = Some(Rename { of: Of::Lane(id), draft: name.to_owned(), fresh: true });
    }

    /// Whether a name is being written: undo then belongs to its field.
    #[must_use]
    pub fn is_renaming(&self) -> bool {
        self.rename.is_some() || self.is_naming_span() || self.is_writing_note()
    }
}

/// Draws the field over what it renames.
pub(super) fn show(frame: &Frame<'_>, rows: &[Row], state: &mut BoardState, ui: &mut Ui, out: &mut Actions) {
    let Some(of) = state.rename.as_ref().map(|rename| rename.of) else { return };
    let Some((rect, tall)) = place(frame, rows, of) else {
        // On the way there it comes into sight; what cannot be seen is not written on.
        if state.travel.is_none() && !state.rename.as_ref().is_some_and(|rename| rename.fresh) {
            state.rename = None;
        }
        return;
    };
    let Some(rename) = &mut state.rename else { return };
    let (id, name) = match of {
        Of::Moment(id) => (Id::unique(("rename moment", id)), say::rename_moment()),
        Of::Lane(id) => (Id::unique(("rename lane", id)), say::rename_lane()),
    };
    let mut child = ui.new_child(UiBuilder::new().id_salt("rename").max_rect(rect));
    child.set_clip_rect(frame.whole);
    // Nothing of the old title is to be read beside the new one.
    if let Of::Moment(_) = of {
        child.painter().rect_filled(Rect::from_min_size(rect.min, vec2(rect.width(), tall)), CornerRadius::ZERO, frame.t.card);
    }
    if matches!(visible(&rename.draft), Cow::Owned(_)) {
        // The note stands on what lies below the field, which must not show through it.
        let note = Rect::from_min_size(rect.left_bottom(), vec2(rect.width().max(NOTE), 2.0 * FIELD));
        child.painter().rect_filled(note.expand2(vec2(4.0, 0.0)), CornerRadius::same(R2), frame.t.card);
    }
    let response = TextField::new(id, name).width(rect.width()).keeps().show_marked(&mut child, &mut rename.draft);
    if rename.fresh {
        rename.fresh = false;
        select_all(ui.ctx(), id, &rename.draft);
        response.request_focus();
        return;
    }
    let left = ui.input(|input| input.key_pressed(Key::Escape));
    if left || !response.has_focus() {
        let draft = std::mem::take(&mut rename.draft);
        state.rename = None;
        if !left {
            keep(frame, of, draft.trim(), out);
        }
        // The keyboard goes on with what it is, unless it is somewhere else by now.
        if left || ui.input(|input| input.key_pressed(Key::Enter)) {
            match of {
                Of::Moment(id) => state.focus(id),
                Of::Lane(id) => state.focus_lane(id),
            }
            ui.ctx().request_repaint();
        }
    }
}

/// Where the field lies, over the title of the card or over the lane's name, and how tall what it replaces is.
fn place(frame: &Frame<'_>, rows: &[Row], of: Of) -> Option<(Rect, f32)> {
    match of {
        Of::Moment(id) => rows.iter().find_map(|row| {
            let places = row.packed.places();
            let at = places.iter().find(|place| row.lane.moments.get(place.index).is_some_and(|moment| moment.id == id))?;
            let card = frame.card_rect(row, at);
            if row.packed.size == Size::Xs {
                return Some((Rect::from_min_size(pos2(card.left(), card.top() - FIELD - 4.0), vec2(200.0, FIELD)), FIELD));
            }
            let (top, tall) = match row.packed.size {
                Size::Xs | Size::S => (card.top() + 4.0, card.height() - 8.0),
                Size::Slim | Size::M => (card.top() + 28.0, 33.0),
                Size::L => (card.top() + 148.0, FIELD),
            };
            Some((Rect::from_min_size(pos2(card.left() + 4.0, top), vec2(card.width() - 8.0, FIELD)), tall))
        }),
        Of::Lane(id) => {
            let row = rows.iter().find(|row| row.lane.id == id)?;
            let head = frame.name(row);
            let (left, top) = if frame.metrics.head > 0.0 { (36.0, 1.0) } else { (6.0, 36.0) };
            Some((Rect::from_min_size(head.min + vec2(left, top), vec2(180.0, FIELD)), FIELD))
        }
    }
}

/// One step with the new name, or none where it is the old one or nothing at all.
fn keep(frame: &Frame<'_>, of: Of, draft: &str, out: &mut Actions) {
    let campaign = frame.cx.campaign;
    if draft.is_empty() {
        return;
    }
    let (before, edit) = match of {
        Of::Moment(id) => {
            let lane = frame.cx.index.lane(id).and_then(|lane| campaign.lane(lane));
            let Some(moment) = lane.and_then(|lane| lane.moments.iter().find(|moment| moment.id == id)) else { return };
            (moment.title.as_str(), Edit::SetMoment { id, change: MomentChange::Title(draft.to_owned()) })
        }
        Of::Lane(id) => {
            let Some(lane) = campaign.lane(id) else { return };
            let edit = match lane.creator {
                Some(creator) => Edit::SetCreator { id: creator, change: CreatorChange::Name(draft.to_owned()) },
                None => Edit::SetLane { id, change: LaneChange::Name(Some(draft.to_owned())) },
            };
            (campaign.lane_name(lane), edit)
        }
    };
    if before != draft {
        out.push(Action::Edit(Step::new(say::step_rename(before), vec![edit])));
    }
}
