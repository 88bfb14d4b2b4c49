//! The sheet of all keys, made of the commands: what has keys stands here, and nothing else.

use egui::{Align, Key, Label, Layout, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};

use crate::ui::bars;
use crate::ui::command::{self, Command};
use crate::ui::fonts;
use crate::ui::kit::{self, Button};
use crate::ui::theme::{self, space};
use crate::words::window as say;

use super::{Dialog, default_focus};

/// Height of a row, in points.
const ROW: f32 = 24.0;
/// A column takes at least this much room, in points.
const COLUMN: f32 = 300.0;

/// A group: its name, and the commands in it.
type Group = (&'static str, Vec<Command>);

/// The groups with the commands that have keys.
fn groups() -> Vec<Group> {
    let of = |group: command::Group| {
        Command::all().filter(|command| command.group() == group && command.shortcut().is_some()).collect()
    };
    let all = command::Group::ALL.map(|group| (group.name(), of(group)));
    all.into_iter().filter(|(_, commands): &(_, Vec<_>)| !commands.is_empty()).collect()
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
    for (key, by) in
        [(Key::ArrowDown, 2.0 * ROW), (Key::ArrowUp, -2.0 * ROW), (Key::PageDown, 12.0 * ROW), (Key::PageUp, -12.0 * ROW)]
    {
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

fn draw_group(ui: &mut Ui, (name, commands): &Group) {
    let t = theme::of(ui);
    ui.add_space(space::L);
    let label = ui.add(Label::new(fonts::META_B.rich(*name).color(t.text_3)));
    label.widget_info(|| WidgetInfo::labeled(Role::Heading, true, *name));
    ui.add_space(space::XS);
    for command in commands {
        let keys = bars::keys(ui, *command);
        let (rect, row) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
        row.widget_info(|| WidgetInfo::labeled(Role::Label, true, say::with_keys(command.name(), &keys)));
        let mut line = ui.new_child(
            egui::UiBuilder::new().id_salt(command.name()).max_rect(rect).layout(Layout::right_to_left(Align::Center)),
        );
        kit::key_cap(&mut line, &keys);
        let room = line.available_width();
        let galley = kit::paint::line_within(ui.painter(), fonts::BODY, command.name(), t.text, room);
        ui.painter().galley(egui::pos2(rect.left(), rect.center().y - galley.size().y / 2.0), galley, t.text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_stands_in_the_sheet_once() {
        let listed: Vec<Command> = groups().into_iter().flat_map(|(_, commands)| commands).collect();
        let with_keys: Vec<Command> = Command::all().filter(|command| command.shortcut().is_some()).collect();
        assert_eq!(listed.len(), with_keys.len());
        assert!(with_keys.iter().all(|command| listed.contains(command)));
    }
}
