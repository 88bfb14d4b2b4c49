//! What the keys of the palette do, and what a chosen row leads to.

use egui::{Context, Event, Key, KeyboardShortcut, Modifiers};

use super::data::What;
use super::{PaletteState, face};
use crate::check::Applicability;
use crate::ui::command::Command;
use crate::ui::findings::{data as findings, fixes};
use crate::ui::view::{About, Action, Actions, Cx, Selection};

/// A key that ends something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pressed {
    Enter,
    /// The keys that open the palette take it away again.
    Leave,
}

/// Takes the keys that go through the list before the field sees them. The others are the field's.
pub(super) fn keys(ctx: &Context, state: &mut PaletteState) -> Option<Pressed> {
    let rows = || state.listed.results.rows();
    let last = rows().count().saturating_sub(1);
    let mut at = state.active().and_then(|active| rows().position(|row| row == active)).unwrap_or(0);
    let page = state.page.max(1);
    let (mut moved, mut pressed) = (false, None);
    let mut take = |event: &Event| {
        let Event::Key { key, pressed: true, modifiers, .. } = event else { return false };
        let plain = *modifiers == Modifiers::NONE;
        let held = modifiers.command && !modifiers.shift && !modifiers.alt;
        let to = match key {
            // From the last row the way leads to the first one, and back.
            Key::ArrowDown => (at + 1) % (last + 1),
            Key::ArrowUp => at.checked_sub(1).unwrap_or(last),
            Key::PageDown => (at + page).min(last),
            Key::PageUp => at.saturating_sub(page),
            Key::Home => 0,
            Key::End => last,
            Key::Enter if plain || held => {
                pressed = Some(Pressed::Enter);
                return true;
            }
            _ => {
                let opens = |keys: &KeyboardShortcut| keys.logical_key == *key && modifiers.matches_exact(keys.modifiers);
                if !Command::Palette.shortcuts().iter().any(opens) {
                    return false;
                }
                pressed = Some(Pressed::Leave);
                return true;
            }
        };
        // With Shift and the like they are about the text.
        if plain {
            (at, moved) = (to, true);
        }
        plain
    };
    ctx.input_mut(|input| input.events.retain(|event| !take(event)));
    if moved {
        let chosen = rows().nth(at).cloned();
        (state.chosen, state.follows, state.said) = (chosen, true, None);
    }
    pressed
}

/// Does what a row stands for, or shows on the board what it would do; true once the palette is done with.
pub(super) fn choose(cx: &Cx<'_>, state: &mut PaletteState, what: &What, out: &mut Actions) -> bool {
    if is_off(cx, state, what) {
        return false;
    }
    state.shows = !matches!(what, What::Run(_));
    match what {
        What::Fix(key, at) => {
            let Some(finding) = findings::find(cx.derived, key) else { return true };
            let Some(fix) = state.fixes.of(cx, finding).get(*at) else { return true };
            // A fix changes the plan: nobody gets one that was not seen on the board first.
            if matches!(fix.applicability, Applicability::Jump(_)) {
                fixes::apply(cx.campaign, fix, finding, out);
            } else {
                out.push(Action::PreviewFix(key.clone(), fix.clone()));
            }
        }
        What::Moment(id) => out.push(Action::ShowMoment(*id)),
        What::Note(id) => out.push(Action::ShowNote(*id)),
        What::Lane(id) => out.push(Action::ShowLane(*id)),
        What::Creator(id) => out.push(Action::Select(Selection::about(About::Creator(*id)))),
        What::Finding(key) => out.push(Action::ShowFinding(key.clone())),
        What::Run(command) => {
            state.ran(*command);
            out.run(*command);
        }
        What::AddFor(kind, lane) => out.push(Action::AddFor(*kind, *lane)),
        What::BriefOf(lane) => out.push(Action::ShareBrief(*lane)),
        What::Audience(lane, with) => out.push(Action::ShareAudience(*lane, *with)),
        What::Days(span) => out.push(Action::ShowDays(*span)),
        What::Only(pick) => out.push(Action::ShowOnly(pick.clone())),
        What::Rows(rows) => out.push(Action::ArrangeTable(*rows)),
        What::Preset(at) => {
            if let Some(preset) = state.offers.presets.get(*at) {
                out.push(Action::UsePreset(preset.name.clone()));
            }
        }
        What::Plan(at) => out.push(Action::OpenRecent(*at)),
        What::Template(at) => {
            if let Some(offer) = state.offers.templates.get(*at) {
                out.push(Action::UseTemplate(offer.key.clone()));
            }
        }
        What::More(group, _) => {
            // The first of those that come to light takes the place of this row.
            state.choose_at = state.listed.results.rows().position(|row| row == what);
            state.open = Some(*group);
            return false;
        }
    }
    true
}

/// Whether a row cannot be chosen now; then it is said why.
fn is_off(cx: &Cx<'_>, state: &mut PaletteState, what: &What) -> bool {
    let why = face::face(cx, &state.offers, &state.fixes, what).as_ref().and_then(face::why_off);
    let off = why.is_some();
    if off {
        state.chosen = Some(what.clone());
        state.said = why;
    }
    off
}
