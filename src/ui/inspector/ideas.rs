//! On the campaign's page: the tray of ideas. An idea is selected by a click and has a page like any moment; giving it a
//! creator there brings it onto the board.

use egui::{Sense, Ui, WidgetInfo, pos2, vec2};

use crate::model::Moment;
use crate::ui::kit::{marks, paint};
use crate::ui::theme::{self, space};
use crate::ui::view::{Action, Selection};
use crate::ui::{fonts, icons};
use crate::words::{names, window as say};

use super::form::Form;
use super::heading;

/// Height of a row, in points.
const ROW: f32 = 28.0;

impl Form<'_> {
    /// The ideas, one a row.
    pub(super) fn ideas(&mut self, ui: &mut Ui) {
        if self.cx.campaign.ideas.is_empty() {
            return;
        }
        heading(ui, say::section_ideas());
        for idea in &self.cx.campaign.ideas {
            if self.idea(ui, idea) {
                self.out.push(Action::Select(Selection { moments: vec![idea.id], lane: None, ..Selection::default() }));
            }
        }
    }

    fn idea(&self, ui: &mut Ui, idea: &Moment) -> bool {
        let t = self.cx.tokens;
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
        let creator = idea.for_creator.and_then(|id| self.cx.campaign.creator(id)).map(|creator| creator.first_name());
        let spoken = say::idea(names::kind(idea.kind.key()), &idea.title);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &spoken));
        let painter = ui.painter();
        let edge = if response.hovered() { t.line_strong } else { t.line };
        painter.rect(rect, theme::R2, t.card, egui::Stroke::new(theme::EDGE, edge), egui::StrokeKind::Inside);
        if response.has_focus() {
            paint::ring(painter, rect, theme::R2, 1.0, t.accent);
        }
        marks::kind(painter, pos2(rect.left() + 16.0, rect.center().y), 14.0, idea.kind, t);
        let caret = rect.right() - 14.0;
        icons::CARET_RIGHT.paint(painter, pos2(caret, rect.center().y), 11.0, t.text_3);
        let mut end = caret - space::M;
        if let Some(creator) = creator {
            let galley = paint::line(painter, fonts::META, creator, t.text_3);
            end -= galley.size().x + space::S;
            painter.galley(pos2(end, rect.center().y - galley.size().y / 2.0), galley, t.text_3);
        }
        let title = paint::line_within(painter, fonts::BODY, &idea.title, t.text, end - rect.left() - 38.0);
        painter.galley(pos2(rect.left() + 30.0, rect.center().y - title.size().y / 2.0), title, t.text);
        response.on_hover_text(say::idea_hint()).clicked()
    }
}
