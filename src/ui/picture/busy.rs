//! What is said while a picture takes its time to be read, and the way to stop it.

use egui::{Align2, Area, Frame, Id, Label, Margin, Order, Rect, Stroke, Ui, pos2};

use crate::model::shown::shown;
use crate::ui::fonts;
use crate::ui::kit::Button;
use crate::ui::theme::{self, EDGE, Lift, R4, space};
use crate::words::{conflict, hand, moment_picture as say, window};

/// From the upper edge of the view.
const BELOW: f32 = 64.0;
/// Widest text.
const WIDTH: f32 = 360.0;

/// What takes its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Busy<'a> {
    /// A file of that name is being read.
    File(&'a str),
    /// A picture that was pasted is being read.
    Picture,
    /// What was pasted is being read.
    Pasting,
    /// What was copied is being written.
    Copying,
    /// What no file has is kept before something takes its place.
    Keeping,
}

impl Busy<'_> {
    /// What is said of it, and of the button that stops it.
    fn said(self) -> [String; 2] {
        match self {
            Self::File(name) => [say::reading_file(shown(name)), say::stop(shown(name))],
            Self::Picture => [say::reading_pasted().to_owned(), say::stop_pasted().to_owned()],
            Self::Pasting => [hand::pasting().to_owned(), hand::stop_pasting().to_owned()],
            Self::Copying => [hand::copying().to_owned(), hand::stop_copying().to_owned()],
            Self::Keeping => [conflict::keeping_first().to_owned(), conflict::stop_keeping().to_owned()],
        }
    }
}

/// Says what is being read; true where it is to be stopped.
#[must_use]
pub fn busy_ui(busy: Busy<'_>, content: Rect, ui: &Ui) -> bool {
    let t = theme::of(ui);
    let at = pos2(content.center().x, content.top() + BELOW);
    let area = Area::new(Id::unique("picture busy")).order(Order::Foreground).pivot(Align2::CENTER_TOP).fixed_pos(at);
    let shown_area = area.show(ui.ctx(), |ui| {
        let surround = Frame::NONE
            .fill(t.card)
            .stroke(Stroke::new(EDGE, t.line))
            .corner_radius(R4)
            .shadow(theme::shadow(ui.theme(), Lift::Pop))
            .inner_margin(Margin::symmetric(12, 6));
        surround
            .show(ui, |ui| {
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = space::L;
                    let [text, stop] = busy.said();
                    ui.set_max_width(WIDTH.min(content.width() - 120.0).max(120.0));
                    let said = ui.add(Label::new(fonts::BODY.rich(&text).color(t.text)).truncate());
                    ui.ctx().accesskit_node_builder(said.id, |node| node.set_live(egui::accesskit::Live::Polite));
                    Button::secondary(window::cancel()).small().named(&stop).show(ui).clicked()
                })
                .inner
            })
            .inner
    });
    shown_area.inner
}
