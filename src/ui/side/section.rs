//! The sections of the panel: a header that folds, a quieter note, and a button at its end.

use egui::{Align, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::{PAD, SideState};
use crate::ui::fonts;
use crate::ui::icons::{self, Icon};
use crate::ui::kit::{self, paint};
use crate::ui::theme::{self, R1, space};
use crate::words::side as say;

/// A section of the panel. Each folds by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Section {
    /// What the campaign is for.
    Brief,
    /// Who is in it.
    Creators,
    /// What has no place yet.
    Ideas,
    /// What can be added.
    Palette,
}

impl Section {
    /// All, from top to bottom.
    pub const ALL: [Self; 4] = [Self::Brief, Self::Creators, Self::Ideas, Self::Palette];

    /// What it is called in the preferences.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Brief => "brief",
            Self::Creators => "creators",
            Self::Ideas => "ideas",
            Self::Palette => "palette",
        }
    }

    /// Those with these keys.
    #[must_use]
    pub fn named(keys: &[String]) -> Vec<Self> {
        Self::ALL.into_iter().filter(|section| keys.iter().any(|key| key == section.key())).collect()
    }

    /// What it is called in the window.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Brief => say::brief(),
            Self::Creators => say::creators(),
            Self::Ideas => say::ideas(),
            Self::Palette => say::add_moment(),
        }
    }
}

/// How a note stands in a header.
pub(super) enum Note<'a> {
    /// None.
    None,
    /// Behind the title.
    After(&'a str),
    /// At the right end.
    End(&'a str),
}

/// What came of a header.
pub(super) struct Header {
    /// The section is open.
    pub(super) open: bool,
    /// The place among its buttons of the one that was pressed.
    pub(super) pressed: Option<usize>,
}

/// Draws the header of a section with its buttons, the first at the right end; a press on it folds the section or unfolds it.
pub(super) fn header(state: &mut SideState, ui: &mut Ui, section: Section, note: &Note<'_>, actions: &[(Icon, &str)]) -> Header {
    /// Height of a header, in points.
    const HEIGHT: f32 = 37.0;
    let t = theme::of(ui);
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
    if section != Section::Brief {
        ui.painter().hline(row.x_range(), row.top() + 0.5, Stroke::new(theme::EDGE, t.line_subtle));
    }
    let button_left = |at: usize| row.right() - 5.0 - theme::HIT * (at + 1) as f32;
    let end = actions.len().checked_sub(1).map_or(row.right() - PAD, |last| button_left(last) - space::S);
    let title = egui::Rect::from_min_max(row.min + vec2(PAD - space::S, 7.0), pos2(end + space::S, row.bottom() - 6.0));
    let response = ui.interact(title, ui.scope_id().with(("section", section.key())), Sense::click());
    if response.clicked() {
        state.fold(section);
    }
    let open = state.is_open(section);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, section.name()));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_expanded(open);
        if let Note::After(note) | Note::End(note) = note {
            node.set_description((*note).to_owned());
        }
    });
    if state.wanted == Some(section) {
        response.scroll_to_me(Some(Align::Min));
        response.request_focus();
    }

    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(title, R1, t.hover);
    }
    if response.has_focus() {
        paint::ring(painter, title, R1, -1.0, t.accent);
    }
    let middle = title.center().y;
    let mut x = paint::text_at(painter, row.left() + PAD, middle, fonts::META_B, section.name(), t.text_3);
    match note {
        Note::After(note) if open => {
            let galley = paint::line(painter, fonts::META, &format!("· {note}"), t.text_3);
            let width = galley.size().x + space::S;
            if x + width <= end {
                painter.galley(pos2(x + space::S, middle - galley.size().y / 2.0), galley, t.text_3);
                x += width;
            }
        }
        Note::End(note) if open => {
            let galley = paint::line(painter, fonts::META, note, t.text_2);
            // Where both have no room, the note is the one that can be done without.
            if x + space::L + galley.size().x <= end {
                painter.galley(pos2(end - galley.size().x, middle - galley.size().y / 2.0), galley, t.text_2);
            }
        }
        _ => {}
    }
    // What is folded says so; what is open only where somebody is about to press it.
    if !open || response.hovered() || response.has_focus() {
        let caret = if open { icons::CARET_DOWN } else { icons::CARET_RIGHT };
        caret.paint(painter, pos2(x + 10.0, middle), 11.0, t.text_3);
    }
    let mut pressed = None;
    for (at, (icon, name)) in actions.iter().enumerate() {
        let corner = pos2(button_left(at), middle - theme::HIT / 2.0);
        let place = egui::Rect::from_min_size(corner, vec2(theme::HIT, theme::HIT));
        let mut place = ui.new_child(egui::UiBuilder::new().id_salt(("action", section.key(), at)).max_rect(place));
        if kit::icon_button(&mut place, *icon, name, false, None).clicked() {
            pressed = Some(at);
        }
    }
    Header { open, pressed }
}
