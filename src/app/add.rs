//! What is added: moments, ideas, lanes, brands, products.

use std::sync::Arc;

use super::App;
use super::far::New;
use super::moves::last_place;
use crate::analysis::Axis;
use crate::analysis::scale::Span;
use crate::edit::{Edit, Place, Step, draw_fresh_ids};
use crate::model::{
    Brand, BrandId, Creator, CreatorId, Day, Kind, Lane, LaneId, LaneKind, Moment, MomentId, Product, ProductId, Status, When,
};
use crate::ui::board::{Span as NamedDays, new_blackout, next_phase};
use crate::ui::view::{About, Selection, View};
use crate::words::{self, hand, names, steps as say};

/// How far a new moment comes after the one that is selected, in days.
pub(super) const AFTER: i32 = 7;

impl App {
    /// Adds a moment of that kind to the lane in use, after the selected one, ready for its title. A creator whose page is
    /// open and who has no lane gets one.
    pub(super) fn add(&mut self, kind: Kind) {
        let newcomer = self.shown_creator().filter(|_| self.shown_lane().is_none());
        let new = newcomer.map(|creator| Arc::new(Lane::of_creator(LaneId(self.rim.ids.id()), creator)));
        let in_use = || self.lane_in_use().and_then(|id| self.plan.doc.campaign().lane(id)).cloned();
        let Some(lane) = new.clone().or_else(in_use) else { return };
        let title = names::kind(kind.key());
        let mut moment = Moment::new(self.rim.ids.moment(), kind, title);
        moment.product = if kind.is_ask() { self.plan.doc.campaign().products.first().map(|product| product.id) } else { None };
        moment.when = self.behind_first_arc(kind).unwrap_or_else(|| self.when_in(&lane));
        moment.id = self.behind(&lane, &moment);
        let mut edits: Vec<Edit> =
            new.into_iter().map(|lane| Edit::AddLane { lane: Box::new(Lane::clone(&lane)), before: None }).collect();
        edits.extend(make_room(&lane, moment.when));
        let (id, far) = (moment.id, self.far_from_plan(New::Moment, moment.when));
        edits.push(Edit::AddMoment { place: Place::Lane(lane.id), moment: Box::new(moment) });
        self.edit(Step::new(say::step_add(title), edits));
        self.view.selection = Selection::moment(id, Some(lane.id));
        self.view.panels.reveal(id);
        if self.view.panels.writes_titles() {
            self.view.panels.rename_moment(id, title);
        } else {
            self.write_in("title");
        }
        if let Some(far) = far {
            self.say(far);
        }
    }

    /// Does a step that adds moments: they get ids of their own and are selected.
    pub(super) fn add_from_board(&mut self, mut step: Step) {
        draw_fresh_ids(&mut step.edits, &mut self.rim.ids);
        if let [Edit::AddMoment { place: Place::Lane(lane), moment }] = &mut step.edits[..]
            && let Some(lane) = self.plan.doc.campaign().lane(*lane).cloned()
        {
            moment.id = self.behind(&lane, moment);
        }
        let added = step.edits.iter().filter(|edit| matches!(edit, Edit::AddMoment { .. })).filter_map(Edit::moment).collect();
        let far = match &step.edits[..] {
            [Edit::AddMoment { moment, .. }] => self.far_from_plan(New::Moment, moment.when),
            _ => None,
        };
        self.edit(step);
        self.select_and_show(added);
        if let Some(far) = far {
            self.say(far);
        }
    }

    /// The id of a new card of a lane: it comes behind those that are there already on its day.
    fn behind(&mut self, lane: &Lane, moment: &Moment) -> MomentId {
        let there = lane.moments.iter().filter(|other| other.when == moment.when).map(|other| other.id).max();
        match there.filter(|last| *last > moment.id) {
            Some(last) => self.rim.ids.moment_after(last),
            None => moment.id,
        }
    }

    /// When a new card of a lane comes: after the selected one, else where the lane has its end or the plan is now.
    pub(super) fn when_in(&self, lane: &Lane) -> When {
        let campaign = self.plan.doc.campaign();
        match self.selected().last().map(|(_, moment)| moment.when) {
            Some(When::On(day)) => return When::On(day.plus(AFTER)),
            Some(When::Relative(day)) => return When::Relative(day.saturating_add(AFTER)),
            Some(When::Order(place)) => return When::Order(place.saturating_add(1)),
            Some(When::Undated) | None => {}
        }
        let axis = Axis::of_lane(campaign, lane);
        if axis.is_none() && lane.moments.iter().any(|moment| matches!(moment.when, When::Order(_))) {
            return When::Order(last_place(&lane.moments).saturating_add(1));
        }
        if Axis::of_campaign(campaign) == Some(Axis::DayNumbers) {
            let days = lane.moments.iter().filter_map(|moment| Axis::DayNumbers.day(campaign, moment.when));
            return When::Relative(days.max().map_or(0, |day| day.saturating_add(AFTER)));
        }
        if axis.is_none() && Axis::of_campaign(campaign) == Some(Axis::Calendar) {
            // The first card of a lane comes among those of the others, and the board stays where it is.
            return When::On(self.day_in_sight());
        }
        When::On(self.day_to_add(campaign.start, campaign.end))
    }

    /// The day for something new that belongs to no moment: where the board or the calendar is in front one that is in sight, or nobody would see where
    /// it comes; else today or the first day of the plan.
    pub(super) fn day_in_sight(&self) -> Day {
        let campaign = self.plan.doc.campaign();
        let panels = &self.view.panels;
        let on_board = panels.front == View::Board;
        if let Some((Axis::Calendar, day)) = panels.board.day_in_sight(campaign, self.today()).filter(|_| on_board) {
            return Day::from_number(day.clamp(Day::MIN.number(), Day::MAX.number()));
        }
        if let Some(day) = panels.calendar.day_in_sight(self.today()).filter(|_| panels.front == View::Calendar) {
            return day;
        }
        let first = || Some(Day::from_number(Span::of(campaign, Axis::Calendar, 0)?.first));
        self.day_to_add(campaign.start.or_else(first), campaign.end)
    }

    /// Today where the plan covers it, else its first day.
    pub(super) fn day_to_add(&self, start: Option<Day>, end: Option<Day>) -> Day {
        let today = self.today();
        match (start, end) {
            (Some(start), _) if today < start => start,
            (Some(start), Some(end)) if today > end => start,
            _ => today,
        }
    }

    /// Adds an idea to the tray, ready for its title.
    pub(super) fn add_idea(&mut self) {
        let mut idea = Moment::new(self.rim.ids.moment(), Kind::Values, hand::new_idea());
        idea.status = Status::Idea;
        let (id, label) = (idea.id, hand::step_add_idea(&idea.title));
        self.edit(Step::new(label, vec![Edit::AddMoment { place: Place::Tray, moment: Box::new(idea) }]));
        self.view.selection = Selection::moment(id, None);
        self.write_in("title");
    }

    /// Adds a creator with a lane, ready for the name.
    pub(super) fn add_creator(&mut self) {
        let creator = Creator::new(CreatorId(self.rim.ids.id()), words::window::new_creator());
        let lane = Lane::of_creator(LaneId(self.rim.ids.id()), creator.id);
        let (id, label) = (lane.id, say::step_add_lane(&creator.name));
        let edits = vec![Edit::AddCreator { creator: Box::new(creator) }, Edit::AddLane { lane: Box::new(lane), before: None }];
        self.edit(Step::new(label, edits));
        self.show_lane(id);
        self.write_in("name");
    }

    /// Adds a lane that belongs to no creator.
    pub(super) fn add_lane(&mut self, kind: LaneKind) {
        let lane = Lane::empty(LaneId(self.rim.ids.id()), kind);
        let id = lane.id;
        let campaign = self.plan.doc.campaign();
        let name = Some(campaign.lane_name(&lane)).filter(|name| !name.is_empty()).unwrap_or(names::choice(kind.key()));
        let label = say::step_add_lane(name);
        self.edit(Step::new(label, vec![Edit::AddLane { lane: Box::new(lane), before: None }]));
        self.show_lane(id);
        self.write_in("name");
    }

    /// Adds a phase where the plan has room for one, ready for its name.
    pub(super) fn add_phase(&mut self) {
        let campaign = self.plan.doc.campaign();
        let day = self.day_to_add(campaign.start, campaign.end);
        let (span, step) = (NamedDays::Phase(campaign.phases.len()), next_phase(campaign, day));
        self.add_span(span, step);
    }

    /// Adds days on which nothing is published, ready for their reason.
    pub(super) fn add_blackout(&mut self) {
        let campaign = self.plan.doc.campaign();
        let of_card = self.selected().last().and_then(|(_, moment)| campaign.day_of(moment.when));
        let from = self.day_with_keyboard().or(of_card).unwrap_or_else(|| self.day_in_sight());
        let (span, step) = (NamedDays::Blackout(campaign.blackouts.len()), new_blackout(campaign, from));
        self.add_span(span, step);
    }

    /// The day of the calendar that the keyboard is on, where it is in front.
    fn day_with_keyboard(&self) -> Option<Day> {
        let panels = &self.view.panels;
        panels.calendar.day_with_keyboard().filter(|_| panels.front == View::Calendar)
    }

    /// The board has phases and blackout dates to be named where they stand, so it comes to the front. The calendar has them too: there
    /// the page of the campaign has them written, as it has in a plan without dates.
    fn add_span(&mut self, span: NamedDays, step: Step) {
        let has_days = Axis::of_campaign(self.plan.doc.campaign()).is_none_or(|axis| axis == Axis::Calendar);
        let in_calendar = self.view.panels.front == View::Calendar;
        self.edit(step);
        if has_days && !in_calendar {
            self.show_view(View::Board);
            self.view.selection = Selection::default();
            self.view.panels.board.name_new_span(span);
            return;
        }
        if let Some(day) = span.first_day(self.plan.doc.campaign()).filter(|_| has_days) {
            self.view.panels.calendar.follow_day(day);
        }
        self.select_instead(Selection::about(About::Campaign));
        self.view.show_inspector = true;
        let (field, at) = match span {
            NamedDays::Phase(at) => ("phases", at),
            NamedDays::Blackout(at) => ("blackouts", at),
        };
        self.view.panels.inspector.write_new_entry(field, at);
    }

    /// Adds a brand, ready for its name.
    pub(super) fn add_brand(&mut self) {
        let brand = Brand::new(BrandId(self.rim.ids.id()), hand::new_brand());
        let (id, label) = (brand.id, say::step_add(&brand.name));
        self.edit(Step::new(label, vec![Edit::AddBrand { brand: Box::new(brand) }]));
        self.view.selection = Selection::about(About::Brand(id));
        self.write_in("name");
    }

    /// Adds a product, ready for its name.
    pub(super) fn add_product(&mut self) {
        let product = Product::new(ProductId(self.rim.ids.id()), words::window::new_product());
        let (id, label) = (product.id, say::step_add(&product.name));
        self.edit(Step::new(label, vec![Edit::AddProduct { product: Box::new(product) }]));
        // Its name is written next: it has a page of its own.
        self.view.selection = Selection::about(About::Product(id));
        self.write_in("name");
    }

    /// Shows the page of the campaign.
    pub(super) fn edit_campaign(&mut self) {
        self.plan.doc.seal();
        self.view.selection = Selection::about(About::Campaign);
        self.write_in("name");
    }

    /// Opens what is selected in the inspector, with the keyboard on its first field.
    pub(super) fn open_selected(&mut self) {
        if let Some(cursor) = self.focused_card().filter(|id| self.view.selection.primary() != Some(*id)) {
            self.view.selection = Selection::moment(cursor, self.plan.doc.index().lane(cursor));
        }
        let field = if self.view.selection.moments.is_empty() { "name" } else { "title" };
        self.write_in(field);
    }

    /// Shows the inspector with the keyboard on one of its fields.
    pub(super) fn write_in(&mut self, field: &'static str) {
        self.view.show_inspector = true;
        self.view.panels.inspector.focus(field);
    }
}

/// The edits that make room at a position of an order: what stands there and after it goes on by one.
fn make_room(lane: &Lane, at: When) -> Vec<Edit> {
    let When::Order(at) = at else { return Vec::new() };
    let taken = lane.moments.iter().any(|moment| moment.when == When::Order(at));
    let after = lane.moments.iter().filter_map(|moment| match moment.when {
        When::Order(place) if taken && place >= at => {
            let when = When::Order(place.saturating_add(1));
            Some(Edit::MoveMoment { id: moment.id, to: Place::Lane(lane.id), when })
        }
        _ => None,
    });
    after.collect()
}
