//! The way of Tab through a dialog: what stands in it, then the buttons at its end from left to right as they are seen, then the cross.
//!
//! egui goes through what there is in the order in which it is drawn, and the buttons are drawn from right to left and the cross before
//! everything. So the steps to and from these are taken here; all others are egui's. This never knows what is asked.

use egui::{Context, Event, FocusDirection, Id, Key, LayerId, Rect};

/// What a dialog had in its last frame besides what stands in it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ends {
    /// The button of the cross.
    pub(super) cross: Id,
    /// Where the buttons at the end are.
    pub(super) strip: Rect,
}

impl Ends {
    /// Keeps it for the next frame.
    pub(super) fn keep(self, ctx: &Context, dialog: Id) {
        ctx.data_mut(|data| data.insert_temp(dialog.with("ends"), self));
    }

    fn of(ctx: &Context, dialog: Id) -> Option<Self> {
        ctx.data(|data| data.get_temp(dialog.with("ends")))
    }
}

/// Takes the step of Tab where it leads to or from the end of a dialog. To be called before anything of the dialog is drawn.
pub(super) fn lead(ctx: &Context, dialog: Id, layer: LayerId) {
    let back = ctx.input(|input| input.events.iter().find_map(is_back));
    let (Some(back), Some(focused)) = (back, ctx.memory(egui::Memory::focused)) else { return };
    let Some(ends) = Ends::of(ctx, dialog).filter(|_| ctx.memory(|memory| memory.allows_interaction(layer))) else { return };
    let stops: Vec<(Id, Rect)> = ctx.viewport(|viewport| {
        let all = viewport.prev_pass.widgets.get_layer(layer);
        all.filter(|widget| widget.enabled && widget.sense.is_focusable())
            .map(|widget| (widget.id, widget.interact_rect))
            .collect()
    });
    if let Some(next) = next(&stops, ends, focused, back) {
        ctx.memory_mut(|memory| {
            memory.request_focus(next);
            // egui would take a step of its own besides.
            memory.move_focus(FocusDirection::None);
        });
    }
}

/// Whether a press of Tab leads back; `None` for anything else. What is held when the frame ends may be let go of by then, so the press
/// itself is asked.
fn is_back(event: &Event) -> Option<bool> {
    match event {
        Event::Key { key: Key::Tab, pressed: true, modifiers, .. } if modifiers.shift_only() => Some(true),
        Event::Key { key: Key::Tab, pressed: true, modifiers, .. } if !modifiers.any() => Some(false),
        _ => None,
    }
}

/// Where a step leads from `focused`; `None` where it both begins and ends inside of the dialog.
fn next(stops: &[(Id, Rect)], ends: Ends, focused: Id, back: bool) -> Option<Id> {
    let is_end = |(id, rect): &(Id, Rect)| *id == ends.cross || ends.strip.contains(rect.center());
    let (mut buttons, inside): (Vec<_>, Vec<_>) = stops.iter().copied().partition(is_end);
    // The cross is none of the buttons; these may stand in several lines.
    buttons.retain(|(id, _)| *id != ends.cross);
    let line = |rect: Rect| (rect.center().y / rect.height().max(1.0)).round();
    buttons.sort_by(|(_, a), (_, b)| line(*a).total_cmp(&line(*b)).then(a.left().total_cmp(&b.left())));
    let cross = stops.iter().copied().filter(|(id, _)| *id == ends.cross);
    let order: Vec<(Id, Rect)> = inside.into_iter().chain(buttons).chain(cross).collect();
    let at = order.iter().position(|(id, _)| *id == focused)?;
    let to = if back { (at + order.len() - 1) % order.len() } else { (at + 1) % order.len() };
    let (from, to) = (order.get(at)?, order.get(to)?);
    (is_end(from) || is_end(to)).then_some(to.0)
}

#[cfg(test)]
mod tests {
    use egui::{pos2, vec2};

    use super::*;

    #[test]
    fn the_way_leads_through_the_dialog_then_its_buttons_as_they_stand_then_to_the_cross() {
        let ids = ["cross", "field", "list", "save", "cancel", "more"].map(Id::unique);
        let [cross, field, list, save, cancel, more] = ids;
        let at = |x: f32, y: f32| Rect::from_min_size(pos2(x, y), vec2(60.0, 28.0));
        // Drawn from right to left, the last one in a line of its own.
        let stops = [
            (cross, at(400.0, 0.0)),
            (field, at(0.0, 40.0)),
            (list, at(0.0, 80.0)),
            (save, at(300.0, 200.0)),
            (cancel, at(200.0, 201.0)),
            (more, at(250.0, 240.0)),
        ];
        let ends = Ends { cross, strip: Rect::from_min_max(pos2(0.0, 190.0), pos2(500.0, 300.0)) };
        let step = |from, back| next(&stops, ends, from, back);
        let forward = [field, list, cancel, save, more, cross].map(|from| step(from, false));
        assert_eq!(forward, [None, Some(cancel), Some(save), Some(more), Some(cross), Some(field)]);
        let back = [field, cross, more, save, cancel, list].map(|from| step(from, true));
        assert_eq!(back, [Some(cross), Some(more), Some(save), Some(cancel), Some(list), None]);
        assert_eq!(step(Id::unique("elsewhere"), false), None);
    }
}
