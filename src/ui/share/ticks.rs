//! The sections of what has no pages, each with its box, and the ways to pages of one's own.

use egui::{Id, Label, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::data::{self, section_name};
use super::{ShareAnswer, ShareDraft};
use crate::share::encode::shorten;
use crate::share::own_pages;
use crate::ui::kit::{self, Button};
use crate::ui::theme;
use crate::ui::view::Cx;
use crate::ui::{fonts, icons};
use crate::words::{deck, share_dialog as say};

/// Height of a line of boxes, in points.
const TICK: f32 = 28.0;
/// Height of the heading, in points.
const HEADING: f32 = 24.0;
/// The narrowest that a box and its name are beside one another, in points.
const NARROWEST: f32 = 140.0;
/// The longest title of a page on the way to it, in characters.
const LONGEST: usize = 28;

/// The room that the boxes take where they are as wide as here, in points.
pub(super) fn height(cx: &Cx<'_>, draft: &ShareDraft, ui: &Ui) -> f32 {
    let count = data::sections(cx.campaign, &draft.choice).len();
    HEADING + count.div_ceil(columns(ui)) as f32 * TICK + theme::HIT
}

fn columns(ui: &Ui) -> usize {
    if ui.available_width() > 3.0 * NARROWEST { 3 } else { 2 }
}

/// Draws the boxes, and returns which page of one's own is to be written.
pub(super) fn ticks_ui(cx: &Cx<'_>, draft: &mut ShareDraft, ui: &mut Ui) -> Option<ShareAnswer> {
    let t = cx.tokens;
    let reader = draft.choice.reader;
    let label = ui.add(Label::new(fonts::BODY.rich(say::sections()).color(t.text_2)));
    ui.add_space(HEADING - label.rect.height());
    label.widget_info(|| WidgetInfo::labeled(Role::Heading, true, say::sections()));
    let all = data::sections(cx.campaign, &draft.choice);
    let columns = columns(ui);
    let width = ui.available_width() / columns as f32;
    let rows = all.len().div_ceil(columns) as f32;
    let (place, _) = ui.allocate_exact_size(vec2(ui.available_width(), rows * TICK), Sense::hover());
    for (at, section) in all.into_iter().enumerate() {
        let min = place.min + vec2((at % columns) as f32 * width, (at / columns) as f32 * TICK);
        let rect = Rect::from_min_max(min, pos2(min.x + width, min.y + TICK));
        let on = draft.choice.sections.contains(&section);
        let response = kit::tick(ui, rect, 0.0, Id::unique(("share tick", section)), section_name(section), on);
        if response.clicked() {
            draft.toggle(section);
        }
    }
    let mut answer = None;
    ui.horizontal_wrapped(|ui| {
        if Button::quiet(say::add_own_page()).small().icon(icons::PLUS).show(ui).clicked() {
            answer = Some(ShareAnswer::OwnPage(None));
        }
        for (at, page) in own_pages(cx.campaign, reader) {
            let title = page.title.trim();
            let title = if title.is_empty() { deck::own_page().to_owned() } else { shorten(title, LONGEST) };
            // Two pages may have the same title.
            let pressed =
                ui.push_id(("share own page", at), |ui| Button::quiet(&say::edit_own_titled(title)).small().show(ui).clicked());
            if pressed.inner {
                answer = Some(ShareAnswer::OwnPage(Some(at)));
            }
        }
    });
    answer
}
