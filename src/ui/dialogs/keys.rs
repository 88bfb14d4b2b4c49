//! The sheet of all keys, made of the commands, of what keys do beside them, and of what they do in one view only: what has keys
//! stands here, and nothing else.

use egui::{Align, Key, KeyboardShortcut, Label, Layout, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use crate::ui::bars;
use crate::ui::command::{self, Beside, Command, InView};
use crate::ui::fonts;
use crate::ui::kit::{self, Button};
use crate::ui::theme::{self, space};
use crate::words::window as say;

use super::{Dialog, default_focus};

/// Height of a row, in points.
const ROW: f32 = 24.0;
/// A column takes at least this much room, in points.
const COLUMN: f32 = 300.0;

/// Something that keys do: its name, and the keys that are shown.
#[derive(Clone, Debug, PartialEq)]
struct Entry {
    name: &'static str,
    keys: &'static [KeyboardShortcut],
}

impl Entry {
    /// Of a command the first keys are enough: the others are those of other systems.
    fn of_command(command: Command) -> Option<Self> {
        let keys = command.shortcuts().get(..1)?;
        Some(Self { name: command.name(), keys })
    }

    fn of_beside(beside: Beside) -> Self {
        Self { name: beside.name(), keys: beside.shown_shortcuts() }
    }

    fn of_view(in_view: InView) -> Self {
        Self { name: in_view.name(), keys: in_view.shortcuts() }
    }
}

/// A group: its name, and what is in it.
type Group = (&'static str, Vec<Entry>);

/// The groups with what has keys.
fn groups() -> Vec<Group> {
    let of = |group: command::Group| {
        let commands = Command::all().filter(|command| command.group() == group).filter_map(Entry::of_command);
        let beside = Beside::ALL.into_iter().filter(|beside| beside.group() == group).map(Entry::of_beside);
        let in_view = InView::ALL.iter().copied().filter(|in_view| in_view.group() == group).map(Entry::of_view);
        commands.chain(beside).chain(in_view).collect()
    };
    let all = command::Group::ALL.map(|group| (group.name(), of(group)));
    all.into_iter().filter(|(_, entries): &(_, Vec<_>)| !entries.is_empty()).collect()
}

/// Shows all keys; true once they were read. Enter and Escape close it.
pub fn keys_ui(ui: &mut Ui) -> bool {
    let height = (ui.ctx().content_rect().height() - 200.0).clamp(120.0, 640.0);
    let answer = Dialog::read("keys dialog", say::shortcuts(), 1080.0).show(
        ui.ctx(),
        |ui| {
            ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, true]).show(ui, columns);
            None
        },
        |ui| {
            let close = Button::primary(say::close()).show(ui);
            default_focus(ui, close.id);
            close.clicked().then_some(())
        },
    );
    answer.is_some()
}

/// The groups, in as many columns as there is room for, each about as long as the others.
fn columns(ui: &mut Ui) {
    ui.spacing_mut().item_spacing = vec2(24.0, 0.0);
    // The scroll bar has its own room beside the last column.
    ui.set_max_width(ui.available_width() - space::XL);
    // Nothing in the sheet takes the keyboard, so that the keys that read on are taken here.
    kit::scroll_by_keys(ui);
    for (key, by) in [(Key::ArrowDown, 2.0 * ROW), (Key::ArrowUp, -2.0 * ROW)] {
        if ui.input(|input| input.key_pressed(key)) {
            ui.scroll_with_delta(vec2(0.0, -by));
        }
    }
    let count = ((ui.available_width() / COLUMN) as usize).clamp(1, 3);
    let shares = shares(&groups(), count);
    ui.columns(count, |columns| {
        for (column, groups) in columns.iter_mut().zip(shares) {
            for group in &groups {
                draw_group(column, group);
            }
        }
    });
}

/// Deals the groups out in order, so that no column is longer than it has to be.
fn shares(groups: &[Group], count: usize) -> Vec<Vec<Group>> {
    let rows = |group: &Group| group.1.len() + 2;
    let fits = |most: usize| {
        let mut shares: Vec<Vec<Group>> = vec![Vec::new()];
        let mut used = 0;
        for group in groups {
            if used > 0 && used + rows(group) > most {
                shares.push(Vec::new());
                used = 0;
            }
            used += rows(group);
            if let Some(share) = shares.last_mut() {
                share.push(group.clone());
            }
        }
        (shares.len() <= count).then_some(shares)
    };
    let longest = groups.iter().map(rows).max().unwrap_or_default();
    let all = groups.iter().map(rows).sum();
    (longest..=all).find_map(fits).unwrap_or_default()
}

fn draw_group(ui: &mut Ui, (name, entries): &Group) {
    let t = theme::of(ui);
    ui.add_space(space::L);
    let label = ui.add(Label::new(fonts::META_B.rich(*name).color(t.text_3)));
    label.widget_info(|| WidgetInfo::labeled(Role::Heading, true, *name));
    ui.add_space(space::XS);
    for entry in entries {
        let keys = bars::all_on_keyboard(ui, entry.keys);
        let caps: f32 = keys.iter().map(|keys| kit::cap_width(ui, keys) + space::S).sum();
        // Beside many keys a name takes two lines.
        let room = (ui.available_width() - caps).max(0.0);
        let galley = kit::paint::lines_within(ui.painter(), fonts::BODY, entry.name, t.text, room, 2);
        let height = ROW.max(galley.size().y + space::S);
        let (rect, row) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        row.widget_info(|| WidgetInfo::labeled(Role::Label, true, say::with_keys(entry.name, keys.join(", "))));
        let mut line =
            ui.new_child(egui::UiBuilder::new().id_salt(row.id).max_rect(rect).layout(Layout::right_to_left(Align::Center)));
        line.spacing_mut().item_spacing.x = space::S;
        // They are laid out from the right.
        for keys in keys.iter().rev() {
            kit::key_cap(&mut line, keys);
        }
        ui.painter().galley(egui::pos2(rect.left(), rect.center().y - galley.size().y / 2.0), galley, t.text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_stands_in_the_sheet_once() {
        let listed: Vec<Entry> = groups().into_iter().flat_map(|(_, entries)| entries).collect();
        let commands = Command::all().filter_map(Entry::of_command);
        let beside = Beside::ALL.into_iter().map(Entry::of_beside);
        let with_keys: Vec<Entry> = commands.chain(beside).chain(InView::ALL.iter().copied().map(Entry::of_view)).collect();
        assert_eq!(listed.len(), with_keys.len());
        assert!(with_keys.iter().all(|entry| listed.contains(entry)));
    }
}
