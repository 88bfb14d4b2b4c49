//! The two lanes of a comparison as they run: name, curve, the cards below it in order, and what is open. Where the right one is
//! another order, its cards can be taken elsewhere. Of a long lane only the cards that are in sight are worked out and drawn.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use egui::{Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::curves::{CURVE, Curves, Drawn};
use super::data::Side;
use super::hand::{self, Hand};
use super::time;
use crate::model::direction::alone;
use crate::model::{Moment, MomentId};
use crate::ui::board::{title_of, when_text};
use crate::ui::findings::data::tone;
use crate::ui::fonts;
use crate::ui::kit::{marks, paint};
use crate::ui::theme::{Tokens, space};
use crate::ui::view::Cx;
use crate::words::board::ready_to_ask;
use crate::words::{lanes_compared as say, names};

/// Room above and below it for markers.
const AROUND: f32 = 10.0;
/// Most cards that are listed of lanes that are only looked at; of longer ones the beginning tells the order.
const MOST: usize = 12;
/// Height of a card in the list, in points.
pub(super) const ROW: f32 = 28.0;
/// Most findings that are listed.
const MOST_FOUND: usize = 8;

/// What one side is drawn from.
pub(super) struct Shown<'a> {
    pub(super) side: Side<'a>,
    /// What stands over it.
    pub(super) name: String,
    /// The lane as planned, where this is another order of it.
    pub(super) planned: Option<Side<'a>>,
}

/// Draws both, side by side. Where the right one can be changed, `hand` changes it.
pub(super) fn both(
    cx: &Cx<'_>,
    sides: [&Shown<'_>; 2],
    is_shown: bool,
    (curves, mut in_hand): (&mut Curves, Option<&mut Hand<'_>>),
    ui: &mut Ui,
) {
    let (width, gap) = widths(ui);
    let top = ui.cursor().min;
    let mut height = 0.0_f32;
    let curves = curves.follow(sides.map(|shown| shown.side), is_shown, width);
    // Every card can be moved, so that every one is listed.
    let most = if in_hand.is_some() { usize::MAX } else { MOST };
    for ((at, shown), curve) in (0_u8..).zip(sides).zip(curves) {
        let left = top.x + f32::from(at) * (width + gap);
        let place = Rect::from_min_size(pos2(left, top.y), vec2(width, ui.available_height()));
        let mut side = ui.new_child(UiBuilder::new().id_salt(("side", at)).max_rect(place));
        side.spacing_mut().item_spacing.y = 0.0;
        let hand = in_hand.as_deref_mut().filter(|_| at == 1);
        head(shown, curve.as_ref(), &mut side, width, cx.tokens);
        one(cx, shown, is_shown, (hand, most), &mut side, width);
        height = height.max(side.min_rect().height());
    }
    ui.advance_cursor_after_rect(Rect::from_min_size(top, vec2(2.0 * width + gap, height)));
}

/// How wide a lane is, and the room between the two.
pub(super) fn widths(ui: &Ui) -> (f32, f32) {
    let gap = space::DIALOG;
    ((ui.available_width() - gap) / 2.0, gap)
}

/// The name of a lane, its curve, and the months below.
fn head(shown: &Shown<'_>, curve: Option<&Drawn>, ui: &mut Ui, width: f32, t: &Tokens) {
    let name = &shown.name;
    let heading = paint::line_within(ui.painter(), fonts::UI_B, name, t.text, width);
    let (rect, said) = ui.allocate_exact_size(vec2(width, 24.0), Sense::hover());
    said.widget_info(|| WidgetInfo::labeled(Role::Heading, true, name));
    ui.painter().galley(rect.min, heading, t.text);
    let (rect, said) = ui.allocate_exact_size(vec2(width, CURVE + 2.0 * AROUND + time::HEIGHT), Sense::hover());
    said.widget_info(|| WidgetInfo::labeled(Role::Image, true, say::arc_of(name)));
    let Some(Drawn { outline, stretch, top }) = curve else { return };
    let room = Rect::from_min_size(rect.min + vec2(0.0, AROUND), vec2(width, CURVE));
    let plot = outline.plot(room, *top);
    // Over the area, which would hide where a month begins just where the curve stands.
    outline.draw_over(ui.painter(), &plot, t.panel, |painter| time::months(painter, &plot, *stretch, t), t);
    if !outline.line.is_empty() {
        plot.ready_name(ui.painter(), &outline.line, ready_to_ask(), t);
    }
}

fn one(
    cx: &Cx<'_>,
    shown: &Shown<'_>,
    is_shown: bool,
    (mut in_hand, most): (Option<&mut Hand<'_>>, usize),
    ui: &mut Ui,
    width: f32,
) {
    let t = cx.tokens;
    let Shown { side, planned, .. } = shown;
    let Side { campaign, view, years, .. } = *side;
    let cards: Vec<&Moment> = view.read(campaign).take(most).map(AsRef::as_ref).collect();
    if cards.is_empty() {
        ui.label(fonts::BODY.rich(say::empty_lane()).color(t.text_3));
    }
    let (area, _) = ui.allocate_exact_size(vec2(width, ROW * cards.len() as f32), Sense::hover());
    let in_sight = in_sight(ui, area, cards.len());
    let focused = in_hand.as_deref_mut().and_then(|hand| hand.focused(ui, &cards));
    // What has the keyboard is there wherever it is, or the keyboard would leave it.
    let before_all = focused.filter(|at| *at < in_sight.start);
    let after_all = focused.filter(|at| *at >= in_sight.end);
    let drawn: Vec<usize> = before_all.into_iter().chain(in_sight).chain(after_all).collect();
    let before: HashMap<MomentId, String> = planned.map_or_else(HashMap::new, |planned| {
        let listed: HashSet<MomentId> = drawn.iter().filter_map(|at| cards.get(*at)).map(|card| card.id).collect();
        let listed = planned.view.lane.moments.iter().filter(|card| listed.contains(&card.id));
        listed.map(|card| (card.id, when_text(planned.campaign, planned.years, card.when))).collect()
    });
    let row = |at: usize| {
        let card = cards.get(at)?;
        let place = Rect::from_min_size(area.min + vec2(0.0, ROW * at as f32), vec2(width, ROW));
        Some((at, place, Row::new(card, when_text(campaign, years, card.when), planned.is_some().then_some(&before))))
    };
    let rows: Vec<(usize, Rect, Row<'_>)> = drawn.into_iter().filter_map(row).collect();
    match in_hand {
        Some(held) => hand::rows(cx, &cards, &rows, area, held, ui),
        None => {
            for (_, rect, row) in &rows {
                let said = ui.interact(*rect, ui.scope_id().with(row.moment.id), Sense::hover());
                said.widget_info(|| WidgetInfo::labeled(Role::Label, true, row.said()));
                row.draw(ui, *rect, t);
            }
        }
    }
    let beyond = view.lane.moments.len() - cards.len();
    if beyond > 0 {
        ui.label(fonts::META.rich(say::more(beyond)).color(t.text_3));
    }
    if !is_shown {
        found(shown, ui, width, t);
    }
}

/// Which of so many rows in that place are in sight, with one above and one below: Tab goes on to those.
fn in_sight(ui: &Ui, area: Rect, count: usize) -> Range<usize> {
    let clip = ui.clip_rect();
    let row = |y: f32| ((y - area.top()) / ROW).clamp(0.0, count as f32);
    let (first, end) = (row(clip.top()).floor() as usize, row(clip.bottom()).ceil() as usize);
    first.saturating_sub(1)..(end + 1).min(count)
}

/// What is open in the lane, worst first: a line each, as many as the table counts.
fn found(shown: &Shown<'_>, ui: &mut Ui, width: f32, t: &Tokens) {
    let open = || shown.side.view.findings.iter().filter(|finding| finding.state.is_open());
    let count = shown.side.view.counts.open();
    if count == 0 {
        return;
    }
    ui.add_space(space::L);
    for finding in open().take(MOST_FOUND) {
        let (rect, said) = ui.allocate_exact_size(vec2(width, 22.0), Sense::hover());
        said.widget_info(|| WidgetInfo::labeled(Role::Label, true, say::found_in(&shown.name, finding.title)));
        marks::tone(ui.painter(), rect.left_center() + vec2(9.0, 0.0), 14.0, tone(finding), t);
        let title = paint::line_within(ui.painter(), fonts::BODY, finding.title, t.text_2, width - 26.0);
        ui.painter().galley(pos2(rect.left() + 26.0, rect.center().y - title.size().y / 2.0), title, t.text_2);
        said.on_hover_text(finding.message.to_string());
    }
    if count > MOST_FOUND {
        ui.label(fonts::META.rich(say::more(count - MOST_FOUND)).color(t.text_3));
    }
}

/// A card of a list.
pub(super) struct Row<'a> {
    pub(super) moment: &'a Moment,
    day: String,
    /// What is said of it where it stands elsewhere in the plan.
    differs: Differs,
}

/// How a card of another order differs from the plan.
enum Differs {
    Not,
    /// It is planned for that day.
    Day(String),
    New,
}

impl<'a> Row<'a> {
    fn new(moment: &'a Moment, day: String, before: Option<&HashMap<MomentId, String>>) -> Self {
        let differs = match before.map(|before| before.get(&moment.id)) {
            None => Differs::Not,
            Some(None) => Differs::New,
            Some(Some(before)) if *before == day => Differs::Not,
            Some(Some(before)) => Differs::Day(before.clone()),
        };
        Self { moment, day, differs }
    }

    /// What it is called.
    pub(super) fn title(&self) -> &str {
        title_of(self.moment)
    }

    /// The card in words.
    pub(super) fn said(&self) -> String {
        let (title, kind) = (self.title(), names::kind(self.moment.kind.key()));
        match &self.differs {
            Differs::Not => say::card(title, kind, &self.day),
            Differs::Day(before) => say::card_moved(title, kind, &self.day, before),
            Differs::New => say::card_new(title, kind, &self.day),
        }
    }

    /// Draws it: kind, title, and its day at the end, with weight where that is another one than planned.
    pub(super) fn draw(&self, ui: &Ui, rect: Rect, t: &Tokens) {
        let painter = ui.painter();
        marks::kind(painter, rect.left_center() + vec2(9.0, 0.0), 18.0, self.moment.kind, t);
        let (face, color) =
            if matches!(self.differs, Differs::Not) { (fonts::META, t.text_2) } else { (fonts::META_B, t.accent) };
        let day = paint::line(painter, face, &self.day, color);
        let right = rect.right() - day.size().x;
        painter.galley(pos2(right, rect.center().y - day.size().y / 2.0), day, color);
        let title =
            paint::line_within(painter, fonts::BODY_M, &alone(self.title()), t.text, (right - rect.left() - 36.0).max(20.0));
        painter.galley(pos2(rect.left() + 26.0, rect.center().y - title.size().y / 2.0), title, t.text);
    }
}
