//! Two lanes side by side, or one lane as planned and in another order: their cards in order, their curves, what the checker says of
//! them, and between them what differs. Never changes the plan; what is wanted of an order is handed back.

mod column;
mod curves;
mod data;
mod hand;
mod order;
mod settled;
mod time;

use std::sync::Arc;

use egui::{Id, Label, Rect, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use self::column::Shown;
pub use self::curves::Curves;
pub use self::data::{Line, Side, found_in_orders, lines, pair, verdict, verdict_of_orders};
use self::hand::Hand;
pub use self::hand::Wish;
pub use self::order::{OtherOrder, Turn, Turns};
use super::command::InView;
use super::dialogs::Dialog;
use super::fonts;
use super::kit::{self, Button, paint};
use super::theme::{EDGE, space};
use super::view::{Cx, Derived};
use crate::analysis::scale::CardDays;
use crate::check::LONGEST_PROPOSED;
use crate::model::{Campaign, LaneId, MomentId, Years};
use crate::words::{lanes_compared as say, window};

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LanesDraft {
    /// The lanes at the left and at the right.
    pub sides: [LaneId; 2],
    /// At the right stands the left lane in another order.
    pub is_order: bool,
    /// Somebody else looks on: fees and findings are not shown, and no order is used.
    pub is_shown: bool,
    /// The card of the other order that is being dragged.
    pub held: Option<MomentId>,
    /// The card of the other order that had the keyboard last, and whether it was moved since.
    last: Option<(MomentId, bool)>,
    /// It is asked what becomes of moments that are approved or scheduled and would be moved.
    pub asks: bool,
}

impl LanesDraft {
    /// Two lanes.
    #[must_use]
    pub fn of_lanes(sides: [LaneId; 2], is_shown: bool) -> Self {
        Self { sides, is_order: false, is_shown, held: None, last: None, asks: false }
    }

    /// A lane as planned and in another order.
    #[must_use]
    pub fn of_orders(lane: LaneId, is_shown: bool) -> Self {
        Self { is_order: true, ..Self::of_lanes([lane; 2], is_shown) }
    }
}

/// The plan as it would be with another order of a lane.
#[derive(Clone, Debug)]
pub struct Tried {
    /// The order.
    pub order: OtherOrder,
    /// The plan that it was worked out from.
    pub base: Arc<Campaign>,
    /// That plan with the order.
    pub campaign: Arc<Campaign>,
    /// What is worked out from it.
    pub derived: Derived,
    /// The checker has an order to propose for the lane of that plan.
    pub has_proposal: bool,
    /// The order is what the checker proposes for that plan, and nobody moved anything since.
    pub is_proposed: bool,
    /// Which moments can go earlier or later.
    turns: Turns,
    /// Whether the ask can be put first.
    ask_first: AskFirst,
    /// How many moments stand before the first ask because they are out.
    out_before_ask: usize,
}

/// Whether the first ask of a lane can go before something that stands before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum AskFirst {
    /// It can.
    Can,
    /// It stands as early as it can.
    Already,
    /// The lane asks with no moment that can be moved.
    NoAsk,
}

impl Tried {
    /// An order with the plan that it was worked out from, that plan with the order, and what is worked out from that.
    #[must_use]
    pub fn new(order: OtherOrder, base: Arc<Campaign>, campaign: Arc<Campaign>, derived: Derived) -> Self {
        // Sorted once for all questions: a long lane is not brought in order for each of them.
        let lane = campaign.lane(order.lane());
        let cards = lane.map_or_else(Vec::new, |lane| order::cards(&campaign, lane));
        let has_ask = cards.iter().any(|moment| moment.is_ask() && order::is_movable(moment));
        let ask_first = match (has_ask, order::can_ask_first(&cards)) {
            (false, _) => AskFirst::NoAsk,
            (true, true) => AskFirst::Can,
            (true, false) => AskFirst::Already,
        };
        let (turns, out_before_ask) = (Turns::of(&cards), order::out_before_ask(&cards));
        Self { order, base, campaign, derived, has_proposal: false, is_proposed: false, turns, ask_first, out_before_ask }
    }

    /// Which of the orders that one can begin with this is; `None` once somebody went on from there.
    fn begun_with(&self) -> Option<Wish> {
        if self.order.is_untouched() {
            Some(Wish::Planned)
        } else if self.is_proposed {
            Some(Wish::Proposed)
        } else {
            (self.ask_first == AskFirst::Already).then_some(Wish::AskFirst)
        }
    }
}

/// What was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LanesAnswer {
    /// Nothing more for now.
    Close,
    /// Change the other order; the comparison stays.
    Order(Wish),
    /// Use the other order.
    Use,
    /// Let what is approved or scheduled stand where it is planned; the comparison stays.
    LeaveSettled,
    /// Share the comparison.
    Share,
}

/// Draws the comparison. `tried` is the other order, where one is compared.
pub fn lanes_compared_ui(
    cx: &Cx<'_>,
    (draft, curves): (&mut LanesDraft, &mut Curves),
    tried: Option<&Tried>,
    ui: &Ui,
) -> Option<LanesAnswer> {
    // Days that are held against each other are told alike, in whichever of the two plans they are.
    let plans = tried.map(|tried| &tried.derived).into_iter().chain([cx.derived]);
    let years = CardDays::together(plans.map(|derived| derived.totals.days)).years();
    let planned = |id: LaneId| side((cx.campaign, cx.derived, years), id);
    let [left, right] = draft.sides;
    let other = if draft.is_order {
        tried.and_then(|tried| side((&tried.campaign, &tried.derived, years), left))
    } else {
        planned(right)
    };
    // A lane that is gone is compared with nothing.
    let (Some(left), Some(right)) = (planned(left), other) else { return Some(LanesAnswer::Close) };
    let shown = shown(draft, [left, right]);
    let height = (ui.ctx().content_rect().height() - 184.0).clamp(160.0, 900.0);
    let mut next = *draft;
    let mut wish = None;
    // An order that is being tried is not lost to a press beside it.
    let is_trying = draft.is_order && tried.is_some_and(|tried| !tried.order.is_untouched());
    let dialog = if is_trying { Dialog::filled } else { Dialog::read };
    let answer = dialog("lanes compared", say::title(), 1120.0).show(
        ui.ctx(),
        |ui| {
            choice(cx, &mut next, ui);
            // What is found stands below the cards, and in a low window below the edge: that there is more is seen all the time.
            let scroll = &mut ui.spacing_mut().scroll;
            scroll.dormant_handle_opacity = scroll.active_handle_opacity;
            // While an order is tried nothing moves under the pointer, however much is found.
            let area = ScrollArea::vertical().id_salt("lanes compared").max_height(height).min_scrolled_height(height);
            area.auto_shrink([false, !draft.is_order]).show(ui, |ui| {
                // Home and End are those of an order.
                kit::scroll_by_pages(ui);
                // The scroll bar has its own room beside what is compared.
                ui.set_max_width(ui.available_width() - space::L);
                let is_begun = || tried.is_some_and(|tried| !tried.order.is_untouched());
                let said = match draft.is_order {
                    true if is_begun() => verdict_of_orders([left, right]),
                    true => say::nothing_moved().to_owned(),
                    false => verdict([left, right]),
                };
                let label = ui.add(Label::new(fonts::DIALOG.rich(&said).color(cx.tokens.text)).wrap());
                label.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &said));
                if let Some(tried) = tried.filter(|_| draft.is_order) {
                    wish = orders(cx, tried, draft, ui);
                    // What the checker says is between the team and the plan.
                    if !draft.is_shown {
                        found(cx, &found_in_orders([left, right]), ui);
                    }
                }
                ui.add_space(space::L);
                let [left, right] = &shown;
                let LanesDraft { held, last, .. } = &mut next;
                let mut hand = tried.filter(|_| draft.is_order).map(|tried| Hand { turns: &tried.turns, held, last, wish: None });
                column::both(cx, [left, right], draft.is_shown, (curves, hand.as_mut()), ui);
                wish = hand.and_then(|hand| hand.wish).or(wish);
                ui.add_space(space::L);
                table(cx, [left, right], draft.is_shown, ui);
            });
            None
        },
        |ui| buttons(cx, draft, tried, ui),
    );
    if next.asks {
        *draft = next;
        return tried.and_then(|tried| settled::settled_ui(tried, draft, ui));
    }
    *draft = next;
    // Over a presentation the key that brought it takes it away; an order that is being tried is not lost to it.
    if draft.is_shown && answer.is_none() && !is_trying && InView::Compare.is_pressed(ui) {
        return Some(LanesAnswer::Close);
    }
    match answer {
        None => wish.map(LanesAnswer::Order),
        Some(Ok(LanesAnswer::Use)) if tried.is_some_and(|tried| !tried.order.settled(&tried.base).is_empty()) => {
            draft.asks = true;
            None
        }
        Some(Ok(answer)) => Some(answer),
        Some(Err(_)) => Some(LanesAnswer::Close),
    }
}

fn side<'a>((campaign, derived, years): (&'a Campaign, &'a Derived, Years), id: LaneId) -> Option<Side<'a>> {
    let view = derived.lanes.iter().find(|view| view.lane.id == id)?;
    Some(Side { campaign, view, end: derived.end, years })
}

/// Both sides with what stands over them.
fn shown<'a>(draft: &LanesDraft, sides: [Side<'a>; 2]) -> [Shown<'a>; 2] {
    let [left, right] = sides;
    let name = |side: Side<'a>| side.campaign.lane_name(&side.view.lane);
    if draft.is_order {
        [
            Shown { side: left, name: say::as_planned(name(left)), planned: None },
            Shown { side: right, name: say::in_other_order(name(right)), planned: Some(left) },
        ]
    } else {
        sides.map(|side| Shown { side, name: name(side).to_owned(), planned: None })
    }
}

/// The strip below.
fn buttons(cx: &Cx<'_>, draft: &LanesDraft, tried: Option<&Tried>, ui: &mut Ui) -> Option<LanesAnswer> {
    let mut answer = None;
    let order = tried.filter(|_| draft.is_order && !draft.is_shown).map(|tried| &tried.order);
    if let Some(order) = order {
        let why = cx.locked().or_else(|| order.is_untouched().then_some(say::is_planned()));
        if Button::primary(say::use_order()).disabled(why).show(ui).clicked() {
            answer = Some(LanesAnswer::Use);
        }
    }
    let close = if order.is_some() { Button::secondary(window::close()) } else { Button::primary(window::close()) };
    if close.show(ui).clicked() {
        answer = Some(LanesAnswer::Close);
    }
    if !draft.is_shown && Button::quiet(say::share()).show(ui).clicked() {
        answer = Some(LanesAnswer::Share);
    }
    answer
}

/// The menus that choose what is compared. Choosing the lane of the other side swaps them.
fn choice(cx: &Cx<'_>, draft: &mut LanesDraft, ui: &mut Ui) {
    let gap = space::DIALOG;
    // Each stands over its lane, beside which the scroll bar has its room.
    let width = (ui.available_width() - space::L - gap) / 2.0;
    let [left, right] = draft.sides;
    let chosen = ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        let other = (!draft.is_order).then_some(right);
        [menu(cx, ui, (say::left(), width), Some(left), false), menu(cx, ui, (say::right(), width), other, true)]
    });
    match chosen.inner {
        [_, Some(Chosen::Order)] => draft.is_order = true,
        [_, Some(Chosen::Lane(id))] if draft.is_order => {
            draft.is_order = false;
            // A lane beside itself says nothing: the one that stood there before comes to the left.
            draft.sides = if id == left { [right, left] } else { [left, id] };
        }
        [Some(Chosen::Lane(id)), _] if draft.is_order => {
            draft.sides = [id, if id == right { left } else { right }];
        }
        [first, second] => {
            for (at, of) in [first, second].into_iter().enumerate() {
                let Some(Chosen::Lane(id)) = of else { continue };
                if draft.sides.iter().enumerate().any(|(other, side)| other != at && *side == id) {
                    draft.sides.reverse();
                } else if let Some(side) = draft.sides.get_mut(at) {
                    *side = id;
                }
            }
        }
    }
    draft.is_order |= draft.sides[0] == draft.sides[1];
}

/// What a menu offers.
enum Chosen {
    Lane(LaneId),
    /// The left lane in another order.
    Order,
}

/// A menu of all lanes; what was chosen, if anything was. Without a lane that is chosen it is the other order.
fn menu(cx: &Cx<'_>, ui: &mut Ui, (name, width): (&str, f32), side: Option<LaneId>, has_order: bool) -> Option<Chosen> {
    let lane = side.and_then(|id| cx.campaign.lane(id));
    let now = lane.map_or(say::other_order(), |lane| cx.campaign.lane_name(lane));
    let chosen = kit::dropdown(ui, Id::unique(("lanes compared", has_order)), name, None, (now, ""), width, |ui| {
        let mut chosen = None;
        if has_order && kit::menu_row(ui, None, say::other_order(), "", side.is_none()).clicked() {
            chosen = Some(Chosen::Order);
            ui.close();
        }
        ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
            for lane in &cx.campaign.lanes {
                if kit::menu_row(ui, None, cx.campaign.lane_name(lane), "", Some(lane.id) == side).clicked() {
                    chosen = Some(Chosen::Lane(lane.id));
                    ui.close();
                }
            }
        });
        chosen
    });
    chosen.flatten()
}

/// What an order can be begun with, and what it is.
fn orders(cx: &Cx<'_>, tried: &Tried, draft: &LanesDraft, ui: &mut Ui) -> Option<Wish> {
    ui.add(Label::new(fonts::BODY.rich(say::order_note()).color(cx.tokens.text_2)).wrap());
    let lane = tried.campaign.lane(tried.order.lane());
    let now = tried.begun_with();
    let mut wish = None;
    ui.horizontal_wrapped(|ui| {
        if Button::secondary(say::planned_order()).small().chosen(now == Some(Wish::Planned)).show(ui).clicked() {
            wish = Some(Wish::Planned);
        }
        // What the checker says is between the team and the plan.
        if !draft.is_shown {
            let long = lane.is_some_and(|lane| lane.moments.len() > LONGEST_PROPOSED);
            let nothing = || (!tried.has_proposal).then(|| say::nothing_proposed().to_owned());
            let why = if long { Some(say::lane_too_long(LONGEST_PROPOSED)) } else { nothing() };
            let holds = now == Some(Wish::Proposed);
            let why = why.as_deref().filter(|_| !holds);
            if Button::secondary(say::proposed_order()).small().disabled(why).chosen(holds).show(ui).clicked() {
                wish = Some(Wish::Proposed);
            }
        }
        let holds = now == Some(Wish::AskFirst);
        let why = why_not_ask_first(tried).filter(|_| !holds);
        if Button::secondary(say::ask_first()).small().disabled(why).chosen(holds).show(ui).clicked() {
            wish = Some(Wish::AskFirst);
        }
        // Asked for as the first, it may stand behind what is out: beside the button is why.
        let out = if holds { tried.out_before_ask } else { 0 };
        if out > 0 {
            ui.add(Label::new(fonts::BODY.rich(say::ask_behind(out)).color(cx.tokens.text_2)).wrap());
        }
    });
    wish
}

/// What the checker finds in both orders, beside the buttons that change it.
fn found(cx: &Cx<'_>, said: &str, ui: &mut Ui) {
    ui.add_space(space::S);
    let label = ui.add(Label::new(fonts::BODY.rich(said).color(cx.tokens.text)).wrap());
    label.widget_info(|| WidgetInfo::labeled(Role::Status, true, said));
}

/// Why the first ask cannot be put before everything else.
fn why_not_ask_first(tried: &Tried) -> Option<&'static str> {
    match tried.ask_first {
        AskFirst::Can => None,
        AskFirst::Already => Some(say::asks_first_already()),
        AskFirst::NoAsk => Some(say::no_first_ask()),
    }
}

/// Both sides as rows, each figure under its lane, at the end of the line as the days above; what differs has weight.
fn table(cx: &Cx<'_>, [left, right]: [&Shown<'_>; 2], is_shown: bool, ui: &mut Ui) {
    let t = cx.tokens;
    let (width, gap) = column::widths(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    let columns = |rect: Rect| [rect.with_max_x(rect.left() + width), rect.with_min_x(rect.left() + width + gap)];
    let written = |ui: &Ui, face, text: &str, color, room: f32| paint::line_within(ui.painter(), face, text, color, room);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
    for (place, name) in columns(rect).into_iter().zip([&left.name, &right.name]) {
        let name = written(ui, fonts::META_B, name, t.text_3, width);
        ui.painter().galley(pos2(place.left(), place.center().y - name.size().y / 2.0), name, t.text_3);
        ui.painter().hline(place.x_range(), place.bottom(), Stroke::new(EDGE, t.line));
    }
    for line in lines([left.side, right.side], is_shown) {
        let same = line.is_same();
        let [left, right] = &line.sides;
        let said = if same { say::row_same_spoken(line.label, left) } else { say::row_spoken(line.label, left, right) };
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
        let (face, color) = if same { (fonts::BODY, t.text_2) } else { (fonts::BODY_B, t.text) };
        for (place, text) in columns(rect).into_iter().zip([left, right]) {
            ui.painter().hline(place.x_range(), place.bottom(), Stroke::new(EDGE, t.line_subtle));
            let label = written(ui, fonts::BODY, line.label, t.text_2, width * 0.5);
            let figure = written(ui, face, text, color, (width - label.size().x - space::L).max(40.0));
            ui.painter().galley(pos2(place.left(), place.center().y - label.size().y / 2.0), label, t.text_2);
            let corner = pos2(place.right() - figure.size().x, place.center().y - figure.size().y / 2.0);
            ui.painter().galley(corner, figure, color);
        }
    }
}
