//! What is chosen, as chips below the field: each says what it is, and a press takes it out.

use egui::{Id, Rect, Ui, UiBuilder, pos2, vec2};

use super::model::Facet;
use super::names::{self, Chip};
use super::{Also, FilterState, field};
use crate::ui::fonts;
use crate::ui::icons::{self, Icon};
use crate::ui::kit::{self, paint};
use crate::ui::theme::space;
use crate::ui::view::Cx;
use crate::words::{self, counts, filter as say};

/// Height of a chip, and from line to line, in points.
const CHIP: f32 = 22.0;
const LINE: f32 = CHIP + space::M;
/// Below the last line.
const BELOW: f32 = space::S;
/// More choices of one sort than this are one chip.
const MANY: usize = 5;
/// Widest chip.
const WIDEST: f32 = 320.0;

/// A chip as it is drawn.
struct Drawn {
    what: What,
    icon: Option<Icon>,
    text: String,
    width: f32,
}

/// What a press takes out.
enum What {
    One(Chip),
    Many(Facet),
    Also,
}

/// The chips of a filter with their widths.
fn drawn(cx: &Cx<'_>, state: &FilterState, ui: &Ui) -> Vec<Drawn> {
    let filter = &state.filter;
    let mut all: Vec<(What, Option<Icon>, String)> = Vec::new();
    let many = |facet: Facet| filter.of(facet).count() > MANY;
    for facet in Facet::ALL.into_iter().filter(|facet| many(*facet)) {
        all.push((What::Many(facet), None, say::facet_on(facet.name(), filter.of(facet).count())));
    }
    for chip in names::chips(filter) {
        let icon = match &chip {
            Chip::Pick(pick) if many(pick.facet()) => continue,
            Chip::Pick(pick) => names::icon(pick),
            Chip::Days => Some(icons::CALENDAR),
        };
        let text = names::chip(cx.campaign, filter, &chip);
        all.push((What::One(chip), icon, text));
    }
    if !state.also.is_empty() && !filter.is_empty() {
        all.push((What::Also, Some(icons::EYE), say::also_shown(also_of(&state.also))));
    }
    let drawn = all.into_iter().map(|(what, icon, text)| {
        let word = paint::line(ui.painter(), fonts::META_M, &text, cx.tokens.text_2).size().x;
        let width = (word + 24.0 + if icon.is_some() { 26.0 } else { 10.0 }).min(WIDEST);
        Drawn { what, icon, text, width }
    });
    drawn.collect()
}

/// How many of what is shown all the same: "1 moment", "2 moments, 1 note".
fn also_of(also: &Also) -> String {
    let (moments, notes) = (also.moments.len(), also.notes.len());
    match (moments, notes) {
        (_, 0) => words::moments(moments),
        (0, _) => counts::notes(notes),
        _ => words::list(&[words::moments(moments), counts::notes(notes)]),
    }
}

/// The left ends of chips of these widths with their lines, in a room that wide.
fn places(widths: impl Iterator<Item = f32>, room: f32) -> Vec<(f32, usize)> {
    let (mut x, mut line) = (0.0, 0);
    let place = |width: f32| {
        if x > 0.0 && x + width > room {
            (x, line) = (0.0, line + 1);
        }
        let place = (x, line);
        x += width + space::M;
        place
    };
    widths.map(place).collect()
}

/// How much room the chips take below the field, in a bar that wide.
pub(super) fn height(cx: &Cx<'_>, state: &FilterState, ui: &Ui, width: f32) -> f32 {
    let places = places(drawn(cx, state, ui).iter().map(|chip| chip.width), width - 2.0 * space::XL);
    places.last().map_or(0.0, |(_, line)| LINE * (line + 1) as f32 + BELOW)
}

/// Draws the chips.
pub(super) fn chips(cx: &Cx<'_>, state: &mut FilterState, ui: &mut Ui) {
    let room = ui.max_rect();
    let all = drawn(cx, state, ui);
    let places = places(all.iter().map(|chip| chip.width), room.width());
    let mut pressed = None;
    for (chip, (x, line)) in all.into_iter().zip(places) {
        let corner = pos2(room.left() + x, room.top() + LINE * line as f32);
        let place = Rect::from_min_size(corner, vec2(chip.width, CHIP));
        let mut place = ui.new_child(UiBuilder::new().scope_id(Id::unique(("filter chip", &chip.text))).max_rect(place));
        let remove = if matches!(chip.what, What::Also) { say::hide_also(&chip.text) } else { say::remove(&chip.text) };
        if kit::chip(&mut place, chip.icon, &chip.text, &remove) {
            pressed = Some(chip.what);
        }
    }
    let Some(pressed) = pressed else { return };
    match pressed {
        What::One(chip) => chip.remove_from(&mut state.filter),
        What::Many(facet) => state.filter = state.filter.without(facet),
        What::Also => state.hide_also(),
    }
    // Whoever takes chips out with the keyboard goes on in the bar; the bar stays as long as they are there.
    if !ui.input(|input| input.pointer.any_click()) {
        ui.memory_mut(|memory| memory.request_focus(field()));
    }
    state.open = true;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chips_without_room_go_to_the_next_line() {
        let of = |widths: &[f32], room: f32| places(widths.iter().copied(), room);
        assert_eq!(of(&[100.0, 80.0, 30.0], 200.0), [(0.0, 0), (106.0, 0), (0.0, 1)]);
        assert_eq!(of(&[300.0, 20.0], 200.0), [(0.0, 0), (0.0, 1)], "one that is too wide has a line of its own");
        assert_eq!(of(&[], 200.0), []);
    }
}
