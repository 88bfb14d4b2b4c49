//! The page of a lane: whose it is, where the relationship stands before the plan begins, how the lane works.

use egui::Ui;

use crate::edit::{CreatorChange, Edit, LaneChange};
use crate::model::{Basis, Lane, LaneKind, LaneMode, Relationship, RelationshipStatus};
use crate::ui::bars;
use crate::ui::command::Command;
use crate::ui::icons;
use crate::ui::kit::Button;
use crate::ui::totals;
use crate::ui::view::{About, Selection};
use crate::words::{inspect, lanes, names, steps, window as say};

use super::form::Form;
use super::pick::{choices, unset};
use super::text::Look;

/// Fields of the lane page, by their keys in the file: fixes lead here rather than to a moment.
pub(super) const FIELDS: &[&str] = &[
    "relationship",
    "basis",
    "since",
    "last_visible",
    "evidence",
    "recorded_by",
    "mode",
    "organic_per_week",
    "value_links",
    "audience_group",
    "lane_kind",
];

impl Form<'_> {
    /// The page.
    pub(super) fn lane(&mut self, ui: &mut Ui, lane: &Lane) {
        let cx = self.cx;
        self.whose(ui, lane);
        self.section(ui, ("totals", lanes::totals()), &[], |form, ui| {
            for line in totals::lines(ui, form.cx.campaign, lane.id) {
                ui.add(egui::Label::new(crate::ui::fonts::BODY.rich(line).color(form.cx.tokens.text_2)).wrap());
            }
        });
        if lane.is_creator() {
            let fields = &["relationship", "basis", "since", "last_visible", "evidence", "recorded_by", "recorded_on"];
            self.section(ui, ("relationship", say::section_relationship()), fields, |form, ui| form.relationship(ui, lane));
            self.section(ui, ("values", inspect::section_values()), &["value_links"], |form, ui| form.values(ui, lane));
        }
        let fields = &["mode", "organic_per_week", "audience_group"];
        self.section(ui, ("lane works", inspect::section_works()), fields, |form, ui| {
            if lane.is_creator() {
                let modes = choices(LaneMode::ALL, |mode| names::choice(mode.key()));
                form.choose_one(ui, (lane, "mode"), Some(lane.mode), &modes, "", LaneChange::Mode);
                form.note(ui, inspect::mode_note());
                let look = Look::read(say::not_set(), say::unread_count());
                let read = |text: &str| text.parse().ok();
                form.count(ui, lane, ("organic_per_week", lane.organic_per_week), look, read, LaneChange::OrganicPerWeek);
                form.note(ui, inspect::own_posts_note());
            }
            let look = Look::line(inspect::hint_group()).known(|lists| &lists.groups, &[]);
            form.words(ui, lane, ("audience_group", lane.audience_group.as_deref()), look, LaneChange::AudienceGroup);
            form.note(ui, inspect::group_note());
        });
        ui.add_space(8.0);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(6.0, 4.0);
            for (command, icon, word) in [
                (Command::LaneHigher, icons::CARET_UP, inspect::move_up()),
                (Command::LaneLower, icons::CARET_DOWN, inspect::move_down()),
                (Command::DuplicateLane, icons::DUPLICATE, lanes::copy_it()),
                (Command::DeleteLane, icons::DELETE, inspect::delete()),
            ] {
                let (tooltip, why) = (bars::with_keys(ui, command), command.why_not(cx));
                let button = Button::secondary(word).named(command.name()).icon(icon).small();
                if button.tooltip(&tooltip).disabled(why).show(ui).clicked() {
                    self.out.run(command);
                }
            }
        });
    }

    /// Whose lane it is, and for which brand, with the way to their pages.
    fn whose(&mut self, ui: &mut Ui, lane: &Lane) {
        let cx = self.cx;
        let campaign = cx.campaign;
        let label = |field: &str| steps::step_lane(names::field_word(field), campaign.lane_name(lane));
        self.row(ui, "lane_kind", |form, ui, width| {
            let kinds = LaneKind::ALL.iter().map(|kind| (*kind, names::choice(kind.key()))).collect::<Vec<_>>();
            if let Some(kind) = form.segments(ui, "lane_kind", width, Some(lane.kind), &kinds) {
                // Only a creator's lane has a creator: the first one who has no lane yet, else the first of all.
                let free = || {
                    campaign.creators.iter().find(|creator| !campaign.lanes.iter().any(|lane| lane.creator == Some(creator.id)))
                };
                let creator = (kind == LaneKind::Creator).then(|| free().or(campaign.creators.first())).flatten();
                form.step(label("lane_kind"), Edit::AssignLane { id: lane.id, kind, creator: creator.map(|creator| creator.id) });
            }
        });
        if lane.is_creator() {
            self.open_row(ui, "creator", |form, ui, width| {
                let all: Vec<_> = campaign.creators.iter().map(|creator| (creator.id, creator.name.as_str(), None)).collect();
                let to = lane.creator.map(|id| Selection::about(About::Creator(id)));
                form.leading(ui, width, (inspect::show_creator(), to, inspect::no_creator_to_show()), |form, ui, width| {
                    if let Some(creator) = form.pick(ui, (lane, "creator"), width, lane.creator, &all, ("", false)).flatten() {
                        let edit = Edit::AssignLane { id: lane.id, kind: lane.kind, creator: Some(creator) };
                        form.step(label("creator"), edit);
                    }
                });
            });
            // A creator's lane is called after its creator, so that a new one can be named right here.
            if let Some(creator) = campaign.creator_of(lane) {
                self.name(ui, &**creator, ("name", &creator.name), "", CreatorChange::Name);
            }
        } else {
            self.words(ui, lane, ("name", lane.name.as_deref()), Look::line(campaign.lane_name(lane)), LaneChange::Name);
        }
        let all: Vec<_> = campaign.brands.iter().map(|brand| (brand.id, brand.name.as_str(), None)).collect();
        self.open_row(ui, "brand", |form, ui, width| {
            let to = campaign.brand_of(lane).map(|brand| Selection::about(About::Brand(brand.id)));
            form.leading(ui, width, (inspect::show_brand(), to, inspect::no_brand_to_show()), |form, ui, width| {
                // A lane without a brand of its own speaks for the first one, and shows it like one that was chosen.
                let chosen = lane.brand.or(campaign.brands.first().map(|brand| brand.id));
                if let Some(brand) = form.pick(ui, (lane, "brand"), width, chosen, &all, (say::none_yet(), false)) {
                    form.set(lane, "brand", LaneChange::Brand(brand));
                }
            });
        });
    }

    /// What creator and brand have in common, and the way to the lists side by side.
    fn values(&mut self, ui: &mut Ui, lane: &Lane) {
        // A finding about the values leads to where they are compared, not to a field.
        if self.state.focus == Some("value_links") {
            self.state.focus = None;
            self.out.run(Command::CompareValues);
        }
        let campaign = self.cx.campaign;
        let common: Vec<String> = super::shared::common_values(campaign, self.cx.synonyms(), Some(lane), None)
            .into_iter()
            .filter_map(|(value, both)| both.then_some(value))
            .collect();
        let text = if common.is_empty() { inspect::nothing_common().to_owned() } else { inspect::in_common(common.join(", ")) };
        let color = self.cx.tokens.text_2;
        ui.add(egui::Label::new(crate::ui::fonts::BODY.rich(text).color(color)).wrap());
        if let Some(compared) = &lane.values_compared {
            let text = inspect::compared_on(&compared.by, compared.on.long());
            ui.add(egui::Label::new(crate::ui::fonts::META.rich(text).color(self.cx.tokens.text_3)).wrap());
        }
        ui.add_space(2.0);
        let why = Command::CompareValues.why_not(self.cx);
        let tone = self.tone_of("value_links");
        let button = Button::secondary(Command::CompareValues.name()).icon(icons::SIDEBAR).small().disabled(why);
        let response = button.show(ui);
        if let Some(tone) = tone {
            let edge = egui::Stroke::new(crate::ui::theme::EDGE, self.cx.tokens.tone(tone).line);
            ui.painter().rect_stroke(response.rect, crate::ui::theme::R2, edge, egui::StrokeKind::Inside);
        }
        if response.clicked() {
            self.out.run(Command::CompareValues);
        }
    }

    fn relationship(&mut self, ui: &mut Ui, lane: &Lane) {
        let cx = self.cx;
        let now = &lane.relationship;
        let today = cx.today;
        let to = LaneChange::Relationship;
        self.row(ui, "relationship", |form, ui, width| {
            let all = RelationshipStatus::ALL.iter().map(|status| (*status, inspect::relationship_short(status.key())));
            let all: Vec<_> = all.collect();
            if let Some(status) = form.segments(ui, "relationship", width, Some(now.status), &all) {
                form.set(lane, "relationship", to(Relationship { status, ..now.clone() }));
            }
        });
        self.note(ui, inspect::relationship_note(now.status.key()));
        let bases = choices(Basis::ALL, |basis| names::choice(basis.key()));
        self.choose(ui, (lane, "basis"), now.basis, &bases, unset(), |basis| to(Relationship { basis, ..now.clone() }));
        self.words(ui, lane, ("since", now.since.as_deref()), Look::line(inspect::hint_since()), |since| {
            to(Relationship { since, ..now.clone() })
        });
        self.day(
            ui,
            lane,
            ("last_visible", now.last_visible),
            |_| true,
            |last_visible| to(Relationship { last_visible, ..now.clone() }),
        );
        self.note(ui, inspect::last_visible_note());
        self.list(ui, lane, ("evidence", &now.evidence), ('\n', Look::rows(3, say::hint_evidence())), |evidence| {
            to(Relationship { evidence, ..now.clone() })
        });
        self.words(ui, lane, ("recorded_by", now.recorded_by.as_deref()), Look::line(say::nobody_yet()), |recorded_by| {
            // The day is that of the first writing down, until somebody sets another one.
            let recorded_on = recorded_by.as_ref().and(now.recorded_on.or(Some(today)));
            to(Relationship { recorded_by, recorded_on, ..now.clone() })
        });
        self.day(
            ui,
            lane,
            ("recorded_on", now.recorded_on),
            |_| true,
            |recorded_on| to(Relationship { recorded_on, ..now.clone() }),
        );
    }
}
