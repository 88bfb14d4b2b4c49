//! A title is written straight onto the card that was just made: whoever begins to type means its words, not a command.
//!
//! The keyboard stays at the next place of the arc, so that the numbers go on filling it; only letters are words.

use egui::{Context, Event, Key, Rect, Ui, UiBuilder, pos2, vec2};

use super::data::Course;
use super::{Focus, GuideState};
use crate::edit::{Edit, MomentChange, Step};
use crate::model::{Campaign, Moment, MomentId};
use crate::ui::kit::{TextField, cursor_to_end};
use crate::ui::theme::{FIELD, Tokens};
use crate::ui::view::{Action, Actions, Cx, Selection};
use crate::words::hand as say;

/// A title that is being written.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) of: MomentId,
    text: String,
    /// The field has not been drawn yet: then it takes the keyboard.
    fresh: bool,
}

impl GuideState {
    /// Begins a title with what is typed, where a card of the arc is selected; takes these keys from the input then.
    pub fn begin_title(&mut self, ctx: &Context, campaign: &Campaign, selection: &Selection) -> bool {
        let [of] = selection.moments[..] else { return false };
        if !self.is_on(campaign) || self.draft.is_some() || self.title.is_some() {
            return false;
        }
        let typed = ctx.input(|input| {
            let texts =
                input.events.iter().filter_map(|event| if let Event::Text(text) = event { Some(text.as_str()) } else { None });
            texts.collect::<String>()
        });
        if !typed.starts_with(char::is_alphabetic) {
            return false;
        }
        ctx.input_mut(|input| input.events.retain(|event| !matches!(event, Event::Text(_) | Event::Key { pressed: true, .. })));
        self.title = Some(Draft { of, text: typed, fresh: true });
        true
    }

    /// Whether a title is being written: undo then belongs to its field.
    #[must_use]
    pub fn is_titling(&self) -> bool {
        self.title.is_some()
    }
}

/// Draws the field over the title of its card. Enter or going elsewhere keeps what was written, Escape leaves what was there;
/// the keyboard goes on to the next place of the arc.
pub(super) fn show(
    cx: &Cx<'_>,
    state: &mut GuideState,
    course: &Course,
    (card, moment): (Rect, &Moment),
    ui: &mut Ui,
    out: &mut Actions,
    t: &Tokens,
) {
    let Some(draft) = state.title.as_mut().filter(|draft| draft.of == moment.id) else { return };
    if let Some(why) = cx.locked() {
        out.push(Action::Note(why.to_owned()));
        state.title = None;
        return;
    }
    let place = Rect::from_min_size(card.min + vec2(4.0, 27.0), vec2(card.width() - 8.0, 36.0));
    ui.painter().rect_filled(place, 0, t.card);
    let id = egui::Id::unique(("guide title", moment.id));
    let rect = Rect::from_min_size(pos2(place.left(), place.top() + 2.0), vec2(place.width(), FIELD));
    let mut child = ui.new_child(UiBuilder::new().id_salt("guide title").max_rect(rect));
    let field = TextField::new(id, say::rename_moment()).width(rect.width()).keeps();
    let response = field.show_marked(&mut child, &mut draft.text);
    if draft.fresh {
        draft.fresh = false;
        cursor_to_end(ui.ctx(), id, &draft.text);
        response.request_focus();
        return;
    }
    let left = ui.input(|input| input.key_pressed(Key::Escape));
    if !left && response.has_focus() {
        return;
    }
    let text = std::mem::take(&mut draft.text);
    state.title = None;
    let went_on = left || ui.input(|input| input.key_pressed(Key::Enter));
    if went_on {
        state.focus = course.next_slot().map(Focus::Slot);
    }
    if !left && !text.trim().is_empty() && text.trim() != moment.title {
        let change = MomentChange::Title(text.trim().to_owned());
        out.push(Action::Edit(Step::new(say::step_rename(&moment.title), vec![Edit::SetMoment { id: moment.id, change }])));
    }
}
