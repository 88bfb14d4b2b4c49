//! What each command does. File commands lead to [`super::file`], edits become one named step each.

use super::file::Next;
use super::jobs::Purpose;
use super::{App, Asked};
use crate::edit::{Edit, Place, Step};
use crate::model::{Creator, CreatorId, Day, Kind, Lane, LaneId, Moment, MomentId, Product, ProductId, When};
use crate::share::Reader;
use crate::ui::command::Command;
use crate::ui::dialogs::ValuesDraft;
use crate::ui::view::{About, FindingKey, Selection};
use crate::words::{self, steps as say};

impl App {
    /// Runs a command.
    pub(super) fn run(&mut self, ctx: &egui::Context, command: Command) {
        match command {
            Command::New => self.proceed_or_ask(ctx, Next::New),
            Command::Open => self.proceed_or_ask(ctx, Next::Open),
            Command::OpenDemo => self.proceed_or_ask(ctx, Next::Demo),
            Command::OpenCases => self.proceed_or_ask(ctx, Next::Cases),
            Command::Quit => self.proceed_or_ask(ctx, Next::Quit),
            Command::Save => self.save(ctx),
            Command::SaveAs => self.pick(ctx, Purpose::Save),
            Command::ShareClient => self.pick(ctx, Purpose::Share(Reader::Client)),
            Command::ShareInternal => self.pick(ctx, Purpose::Share(Reader::Internal)),
            Command::Undo => {
                let reveal = self.plan.doc.undo();
                self.reveal(reveal);
            }
            Command::Redo => {
                let reveal = self.plan.doc.redo();
                self.reveal(reveal);
            }
            Command::Delete => self.delete_selection(),
            Command::Park => self.park_selection(),
            Command::DayEarlier => self.move_selection(-1),
            Command::DayLater => self.move_selection(1),
            Command::WeekEarlier => self.move_selection(-7),
            Command::WeekLater => self.move_selection(7),
            Command::LaneUp => self.move_to_lane(-1),
            Command::LaneDown => self.move_to_lane(1),
            Command::Add(kind) => self.add(kind),
            Command::AddCreator => self.add_creator(),
            Command::AddProductName => self.add_product(),
            Command::ClearSelection => self.view.selection = Selection::default(),
            Command::SelectLane => self.select_lane(),
            Command::SelectPrevious => self.select_beside(-1),
            Command::SelectNext => self.select_beside(1),
            Command::SelectUp => self.select_across(-1),
            Command::SelectDown => self.select_across(1),
            Command::NextFinding => self.step_finding(1),
            Command::PreviousFinding => self.step_finding(-1),
            Command::ZoomOut => self.view.panels.board.zoom_out(),
            Command::ZoomIn => self.view.panels.board.zoom_in(),
            Command::ZoomFit => self.view.panels.board.fit(),
            Command::Today => self.go_to_today(),
            Command::ToggleInspector => self.view.show_inspector = !self.view.show_inspector,
            Command::ToggleFindings => self.view.show_findings = !self.view.show_findings,
            Command::CompareValues => {
                if let Some(lane) = self.lane_in_use() {
                    self.ask(Asked::Values(lane, ValuesDraft::default()));
                }
            }
            Command::ToggleSidebar => self.view.show_side = !self.view.show_side,
            _ => {}
        }
    }

    fn go_to_today(&mut self) {
        let file = self.plan.file.view(&self.plan.doc);
        if self.view.panels.board.today_is_on_board(&self.cx(&file, egui::Theme::Light)) {
            self.view.panels.board.go_to_today();
        } else {
            self.tell(words::window::today_not_in_plan(), words::window::today_is(self.today().long()), "");
        }
    }

    fn selected(&self) -> impl Iterator<Item = (LaneId, &Moment)> {
        let campaign = self.plan.doc.campaign();
        self.view.selection.moments.iter().filter_map(|&id| {
            let lane = campaign.lane(self.plan.doc.index().lane(id)?)?;
            Some((lane.id, &**lane.moments.iter().find(|moment| moment.id == id)?))
        })
    }

    /// The title of the one selected moment, or how many there are.
    fn selected_title(&self) -> String {
        let mut all = self.selected();
        match (all.next(), all.next()) {
            (Some((_, only)), None) => only.title.clone(),
            _ => words::moments(self.view.selection.moments.len()),
        }
    }

    fn delete_selection(&mut self) {
        let there = self.view.selection.moments.iter().filter(|id| self.plan.doc.index().place(**id).is_some());
        let edits: Vec<Edit> = there.map(|id| Edit::RemoveMoment { id: *id }).collect();
        if !edits.is_empty() {
            let step = Step::new(say::step_delete(self.selected_title()), edits);
            self.edit(step);
            self.view.selection.moments.clear();
        }
    }

    fn park_selection(&mut self) {
        let edits: Vec<Edit> =
            self.selected().map(|(_, moment)| Edit::MoveMoment { id: moment.id, to: Place::Tray, when: moment.when }).collect();
        if !edits.is_empty() {
            let step = Step::new(say::step_park(self.selected_title()), edits);
            self.edit(step);
            self.view.selection.moments.clear();
        }
    }

    /// Says why nothing moved, where the reason is that everything selected is out already.
    fn refuse_published(&mut self) {
        if self.selected().next().is_some() && self.selected().all(|(_, moment)| moment.is_published()) {
            self.tell(words::board::already_published(), words::window::published_stays(), "");
        }
    }

    fn move_selection(&mut self, days: i32) {
        let edits: Vec<Edit> = self
            .selected()
            .filter(|(_, moment)| !moment.is_published())
            .filter_map(|(lane, moment)| {
                let when = match moment.when {
                    When::On(day) => When::On(day.plus(days)),
                    When::Relative(day) => When::Relative(day.saturating_add(days)),
                    When::Order(_) | When::Undated => return None,
                };
                Some(Edit::MoveMoment { id: moment.id, to: Place::Lane(lane), when })
            })
            .collect();
        if edits.is_empty() {
            self.refuse_published();
        } else {
            self.edit(Step::new(say::step_move(self.selected_title()), edits));
        }
    }

    fn move_to_lane(&mut self, by: isize) {
        let campaign = self.plan.doc.campaign();
        let edits: Vec<Edit> = self
            .selected()
            .filter(|(_, moment)| !moment.is_published())
            .filter_map(|(lane, moment)| {
                let at = campaign.lanes.iter().position(|other| other.id == lane)?;
                let to = campaign.lanes.get(at.checked_add_signed(by)?)?;
                Some(Edit::MoveMoment { id: moment.id, to: Place::Lane(to.id), when: moment.when })
            })
            .collect();
        if edits.is_empty() {
            self.refuse_published();
        } else {
            self.edit(Step::new(say::step_move(self.selected_title()), edits));
            self.view.selection.lane = self.view.selection.primary().and_then(|id| self.plan.doc.index().lane(id));
        }
    }

    /// The lane that commands act on: of the selection, else the one used last, else the first.
    fn lane_in_use(&self) -> Option<LaneId> {
        let campaign = self.plan.doc.campaign();
        let of_moment = self.view.selection.primary().and_then(|id| self.plan.doc.index().lane(id));
        of_moment
            .or(self.view.selection.lane)
            .filter(|id| campaign.lane(*id).is_some())
            .or(campaign.lanes.first().map(|lane| lane.id))
    }

    fn add(&mut self, kind: Kind) {
        let Some(lane) = self.lane_in_use() else { return };
        let campaign = self.plan.doc.campaign();
        let after = self.selected().last().map(|(_, moment)| moment.when);
        let when = match after {
            Some(When::On(day)) => When::On(day.plus(7)),
            Some(When::Relative(day)) => When::Relative(day.saturating_add(7)),
            Some(When::Order(place)) => When::Order(place.saturating_add(1)),
            _ => When::On(self.day_to_add(campaign.start, campaign.end)),
        };
        let title = words::names::kind(kind.key());
        let mut moment = Moment::new(self.rim.ids.moment(), kind, title);
        moment.when = when;
        moment.product = if kind.is_ask() { campaign.products.first().map(|product| product.id) } else { None };
        let id = moment.id;
        let edit = Edit::AddMoment { place: Place::Lane(lane), moment: Box::new(moment) };
        self.edit(Step::new(say::step_add(title), vec![edit]));
        self.view.selection = Selection { moments: vec![id], lane: Some(lane), ..Selection::default() };
        self.view.panels.board.reveal(id);
        self.view.show_inspector = true;
        self.view.panels.inspector.focus("title");
    }

    fn add_creator(&mut self) {
        let creator = Creator::new(CreatorId(self.rim.ids.id()), words::window::new_creator());
        let lane = Lane::of_creator(LaneId(self.rim.ids.id()), creator.id);
        let (id, label) = (lane.id, say::step_add_lane(&creator.name));
        let edits = vec![Edit::AddCreator { creator: Box::new(creator) }, Edit::AddLane { lane: Box::new(lane), before: None }];
        self.edit(Step::new(label, edits));
        self.view.selection = Selection { moments: Vec::new(), lane: Some(id), ..Selection::default() };
        self.view.show_inspector = true;
        self.view.panels.inspector.focus("name");
    }

    fn add_product(&mut self) {
        let product = Product::new(ProductId(self.rim.ids.id()), words::window::new_product());
        let (id, label) = (product.id, say::step_add(&product.name));
        self.edit(Step::new(label, vec![Edit::AddProduct { product: Box::new(product) }]));
        // Its name is written next: it has a page of its own.
        self.view.selection = Selection::about(About::Product(id));
        self.view.show_inspector = true;
        self.view.panels.inspector.focus("name");
    }

    /// Today where the plan covers it, else its first day.
    fn day_to_add(&self, start: Option<Day>, end: Option<Day>) -> Day {
        let today = self.today();
        match (start, end) {
            (Some(start), _) if today < start => start,
            (Some(start), Some(end)) if today > end => start,
            _ => today,
        }
    }

    fn select_lane(&mut self) {
        let Some(id) = self.lane_in_use() else { return };
        if let Some(lane) = self.plan.doc.campaign().lane(id) {
            self.view.selection = Selection {
                moments: lane.moments.iter().map(|moment| moment.id).collect(),
                lane: Some(id),
                ..Selection::default()
            };
        }
    }

    /// The moments of a lane in the order in which the board shows them.
    fn in_order(&self, lane: LaneId) -> Vec<(Option<Day>, MomentId)> {
        let campaign = self.plan.doc.campaign();
        let Some(lane) = campaign.lane(lane) else { return Vec::new() };
        let mut order: Vec<_> = lane
            .moments
            .iter()
            .map(|moment| {
                let (known, place) = match moment.when {
                    When::On(day) => (0, day.number()),
                    When::Relative(day) => (0, campaign.day_of(moment.when).map_or(day, Day::number)),
                    When::Order(place) => (1, place),
                    When::Undated => (2, 0),
                };
                (known, place, moment.time, moment.id, campaign.day_of(moment.when))
            })
            .collect();
        order.sort_unstable_by_key(|(known, place, time, id, _)| (*known, *place, *time, *id));
        order.into_iter().map(|(.., id, day)| (day, id)).collect()
    }

    fn select_only(&mut self, lane: LaneId, id: MomentId) {
        self.view.selection = Selection { moments: vec![id], lane: Some(lane), ..Selection::default() };
        self.view.panels.board.reveal(id);
    }

    fn select_beside(&mut self, by: isize) {
        let Some(lane) = self.lane_in_use() else { return };
        let order = self.in_order(lane);
        let at = self.view.selection.primary().and_then(|id| order.iter().position(|(_, other)| *other == id));
        let to = match at {
            Some(at) => at.checked_add_signed(by),
            None => Some(0),
        };
        if let Some((_, id)) = to.and_then(|to| order.get(to)).copied() {
            self.select_only(lane, id);
        }
    }

    fn select_across(&mut self, by: isize) {
        let campaign = self.plan.doc.campaign();
        let Some(from) = self.lane_in_use() else { return };
        let from_day =
            self.view.selection.primary().and_then(|id| self.in_order(from).iter().find(|(_, other)| *other == id).copied());
        let Some(mut at) = campaign.lanes.iter().position(|lane| lane.id == from) else { return };
        let lanes: Vec<LaneId> = campaign.lanes.iter().map(|lane| lane.id).collect();
        // An empty lane has nothing to select, so the step goes on to the next one that has.
        while let Some(lane) = at.checked_add_signed(by).and_then(|to| lanes.get(to)).copied() {
            at = at.saturating_add_signed(by);
            let order = self.in_order(lane);
            let near = |day: Option<Day>| match (day, from_day.and_then(|(day, _)| day)) {
                (Some(a), Some(b)) => a.since(b).abs(),
                _ => i32::MAX,
            };
            if let Some((_, id)) = order.into_iter().min_by_key(|(day, _)| near(*day)) {
                self.select_only(lane, id);
                return;
            }
        }
    }

    fn step_finding(&mut self, by: isize) {
        self.view.show_findings = true;
        let findings = &self.deriver.derived.findings;
        let count = findings.len().cast_signed();
        if count == 0 {
            return;
        }
        let at = self
            .view
            .current_finding
            .as_ref()
            .and_then(|key| findings.iter().position(|finding| FindingKey::of(finding) == *key));
        let to = match at {
            Some(at) => (at.cast_signed() + by).rem_euclid(count),
            None if by > 0 => 0,
            None => count - 1,
        };
        if let Some(finding) = findings.get(to.unsigned_abs()) {
            let key = FindingKey::of(finding);
            self.show_finding(key);
        }
    }
}
