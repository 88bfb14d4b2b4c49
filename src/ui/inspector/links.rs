//! Rows that lead to other pages, the buttons that add, and the one that deletes.

use egui::{Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::edit::Edit;
use crate::model::Kind;
use crate::ui::command::Command;
use crate::ui::icons::{self, Icon};
use crate::ui::kit::{self, Button, marks, paint};
use crate::ui::theme::{self, space};
use crate::ui::view::Selection;
use crate::ui::{bars, fonts};
use crate::words::{inspect, names, window as say};

use super::form::Form;

/// Height of a row, in points.
const ROW: f32 = 28.0;
/// Most rows that are shown at once; more of them scroll, and half a row says that there are.
const ROWS: usize = 8;
const HALF: f32 = 0.5;

/// What stands before the name of a row.
enum Mark {
    Avatar(usize),
    Icon(Icon),
    Kind(Kind),
}

/// A row that leads to a page.
pub(super) struct Link<'a> {
    mark: Mark,
    name: &'a str,
    note: String,
    to: Selection,
}

impl<'a> Link<'a> {
    /// To somebody, by their place among the creators.
    pub(super) fn person(place: usize, name: &'a str, note: String, to: Selection) -> Self {
        Self { mark: Mark::Avatar(place), name, note, to }
    }

    /// To something.
    pub(super) fn thing(icon: Icon, name: &'a str, note: String, to: Selection) -> Self {
        Self { mark: Mark::Icon(icon), name, note, to }
    }

    /// To an idea in the tray.
    pub(super) fn idea(kind: Kind, name: &'a str, note: String, to: Selection) -> Self {
        Self { mark: Mark::Kind(kind), name, note, to }
    }
}

impl Form<'_> {
    /// The rows; of many only those in sight are made and drawn.
    pub(super) fn links<'l>(&mut self, ui: &mut Ui, salt: &'static str, links: impl Iterator<Item = Link<'l>>, count: usize) {
        ui.spacing_mut().item_spacing.y = super::form::BETWEEN;
        if count <= ROWS {
            for link in links {
                self.link(ui, link);
            }
            return;
        }
        let mut links = Some(links);
        let height = (ROWS as f32 + HALF) * (ROW + super::form::BETWEEN);
        ScrollArea::vertical().id_salt(salt).max_height(height).show_rows(ui, ROW, count, |ui, range| {
            for link in links.take().into_iter().flatten().skip(range.start).take(range.len()) {
                self.link(ui, link);
            }
        });
        ui.label(fonts::META.rich(inspect::links_in_all(count)).color(self.cx.tokens.text_3));
    }

    /// A field with a button at its end that leads to the page of what is chosen; `why` says why there is none.
    pub(super) fn leading<R>(
        &mut self,
        ui: &mut Ui,
        width: f32,
        (name, to, why): (&str, Option<Selection>, &str),
        field: impl FnOnce(&mut Self, &mut Ui, f32) -> R,
    ) -> R {
        let place = ui.next_widget_position();
        let result = ui.add_enabled_ui(self.cx.locked().is_none(), |ui| field(self, ui, width - 32.0)).inner;
        let at = egui::Rect::from_min_size(place + vec2(width - 28.0, -1.0), egui::Vec2::splat(theme::HIT));
        let mut right = ui.new_child(egui::UiBuilder::new().id_salt(name).max_rect(at));
        let why = to.is_none().then_some(why);
        if kit::icon_button(&mut right, icons::CARET_RIGHT, name, false, why).clicked()
            && let Some(to) = to
        {
            self.go(to);
        }
        result
    }

    fn link(&mut self, ui: &mut Ui, link: Link<'_>) {
        let t = self.cx.tokens;
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
        let spoken = match link.mark {
            Mark::Kind(kind) => say::idea(names::kind(kind.key()), link.name),
            Mark::Avatar(_) | Mark::Icon(_) if link.note.is_empty() => inspect::open_page(link.name),
            Mark::Avatar(_) | Mark::Icon(_) => inspect::open_page_of(link.name, &link.note),
        };
        response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &spoken));
        let painter = ui.painter();
        let (fill, edge) = if response.hovered() { (t.hover, t.line_strong) } else { (t.card, t.line) };
        painter.rect(rect, theme::R2, fill, Stroke::new(theme::EDGE, edge), StrokeKind::Inside);
        if response.has_focus() {
            paint::ring(painter, rect, theme::R2, 1.0, t.accent);
        }
        let mark = pos2(rect.left() + 16.0, rect.center().y);
        match link.mark {
            Mark::Avatar(place) => marks::avatar(painter, mark, 18.0, place, link.name),
            Mark::Icon(icon) => icon.paint(painter, mark, 14.0, t.text_2),
            Mark::Kind(kind) => marks::kind(painter, mark, 14.0, kind, t),
        }
        let caret = rect.right() - 14.0;
        icons::CARET_RIGHT.paint(painter, pos2(caret, rect.center().y), 11.0, t.text_3);
        let mut end = caret - space::M;
        if !link.note.is_empty() {
            let galley = paint::line_within(painter, fonts::META, &link.note, t.text_3, rect.width() / 2.0);
            end -= galley.size().x + space::S;
            painter.galley(pos2(end, rect.center().y - galley.size().y / 2.0), galley, t.text_3);
        }
        let name = paint::line_within(painter, fonts::BODY, link.name, t.text, end - rect.left() - 38.0);
        painter.galley(pos2(rect.left() + 30.0, rect.center().y - name.size().y / 2.0), name, t.text);
        if response.clicked() {
            self.go(link.to);
        }
    }

    /// A small button under a list that adds to it.
    pub(super) fn add_button(&mut self, ui: &mut Ui, command: Command) {
        let (tooltip, why) = (bars::with_keys(ui, command), command.why_not(self.cx));
        let button = Button::secondary(command.name()).icon(icons::PLUS).small().tooltip(&tooltip).disabled(why);
        if button.show(ui).clicked() {
            self.out.run(command);
        }
    }

    /// The button at the end of a page that deletes what the page is about; `why` says why that cannot be done now.
    pub(super) fn delete_button(&mut self, ui: &mut Ui, name: &str, why: Option<&str>, label: String, edit: Edit) {
        ui.add_space(6.0);
        if Button::secondary(name).icon(icons::DELETE).small().disabled(self.cx.locked().or(why)).show(ui).clicked() {
            self.step(label, edit);
        }
    }
}
