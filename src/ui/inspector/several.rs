//! The page of several moments: what can be given to all of them at once, each as one step.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use egui::Ui;

use crate::edit::{Edit, MomentChange, Place};
use crate::model::{
    AudienceValue, Campaign, Compensation, Control, Cta, Format, Index, LaneId, Moment, MomentId, Platform, ProductId, Status,
    When,
};
use crate::ui::bars;
use crate::ui::command::Command;
use crate::ui::held::Held;
use crate::ui::icons;
use crate::ui::kit::Button;
use crate::words::{self, inspect, names, steps, window as say};

use super::ask::statuses;
use super::form::Form;
use super::moment::platforms;
use super::owner::All;
use super::pick::{choices, toggled};
use super::shared::common_values;
use super::text::Look;

/// A value of several moments: the same for all, or mixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Common<T> {
    /// All have it.
    Same(T),
    /// They differ.
    Mixed,
}

impl<T: PartialEq> Common<T> {
    fn of(mut values: impl Iterator<Item = T>) -> Self {
        match values.next() {
            Some(first) if values.all(|other| other == first) => Self::Same(first),
            _ => Self::Mixed,
        }
    }
}

impl<T: Copy> Common<Option<T>> {
    /// What a dropdown shows: the choice, or the word for none, which is "Mixed" where they differ.
    fn shown(self, none: &'static str) -> (Option<T>, &'static str) {
        match self {
            Self::Same(Some(value)) => (Some(value), none),
            Self::Same(None) => (None, none),
            Self::Mixed => (None, inspect::mixed()),
        }
    }
}

/// What the selected moments have in common. Worked out when selection or campaign change, not in each frame.
#[derive(Debug, Default)]
pub(super) struct Several {
    held: Held,
    selected: Vec<MomentId>,
    facts: Option<Facts>,
}

/// What is known of them together.
#[derive(Debug)]
pub(super) struct Facts {
    /// Those that are in the plan, in the order of the selection.
    pub(super) ids: Vec<MomentId>,
    /// The lanes on which some of them stand.
    lanes: BTreeSet<LaneId>,
    lane: Common<Option<LaneId>>,
    status: Common<Option<Status>>,
    owner: Common<Option<String>>,
    platform: Common<Option<Platform>>,
    format: Common<Option<Format>>,
    pay: Common<Option<Compensation>>,
    control: Common<Option<Control>>,
    cta: Common<Option<Cta>>,
    product: Common<Option<ProductId>>,
    shared: Common<Option<String>>,
    /// For each audience value how many of them give it.
    gives: [usize; 4],
    /// What each of them gives.
    values: Vec<(MomentId, Vec<AudienceValue>)>,
    /// When each of them comes, for a move to another lane.
    stands: Vec<(MomentId, When)>,
}

impl Several {
    /// The facts of these moments in this campaign.
    pub(super) fn of(&mut self, campaign: &Campaign, index: &Index, selected: &[MomentId]) -> &Facts {
        if self.held.follow(campaign) || self.selected != selected {
            selected.clone_into(&mut self.selected);
            self.facts = None;
        }
        self.facts.get_or_insert_with(|| Facts::of(campaign, index, selected))
    }
}

impl Facts {
    fn of(campaign: &Campaign, index: &Index, selected: &[MomentId]) -> Self {
        let ids: Vec<MomentId> = selected.iter().copied().filter(|id| index.place(*id).is_some()).collect();
        let wanted: HashSet<MomentId> = ids.iter().copied().collect();
        let lanes: BTreeSet<LaneId> = ids.iter().filter_map(|id| index.lane(*id)).collect();
        let mut all: Vec<(Option<LaneId>, &Arc<Moment>)> = Vec::new();
        for lane in campaign.lanes.iter().filter(|lane| lanes.contains(&lane.id)) {
            all.extend(lane.moments.iter().filter(|moment| wanted.contains(&moment.id)).map(|moment| (Some(lane.id), moment)));
        }
        all.extend(campaign.ideas.iter().filter(|moment| wanted.contains(&moment.id)).map(|moment| (None, moment)));
        let moments = || all.iter().map(|(_, moment)| moment);
        Self {
            lane: Common::of(all.iter().map(|(lane, _)| *lane)),
            status: Common::of(moments().map(|moment| Some(moment.status))),
            owner: Common::of(moments().map(|moment| moment.owner.clone())),
            platform: Common::of(moments().map(|moment| moment.platform)),
            format: Common::of(moments().map(|moment| moment.format)),
            pay: Common::of(moments().map(|moment| moment.compensation)),
            control: Common::of(moments().map(|moment| moment.creative_control)),
            cta: Common::of(moments().map(|moment| moment.cta)),
            product: Common::of(moments().map(|moment| moment.product)),
            shared: Common::of(moments().map(|moment| moment.shared_value.clone())),
            gives: [0, 1, 2, 3].map(|at| {
                let value = AudienceValue::ALL.get(at);
                moments().filter(|moment| value.is_some_and(|value| moment.audience_value.contains(value))).count()
            }),
            values: moments().map(|moment| (moment.id, moment.audience_value.clone())).collect(),
            stands: moments().map(|moment| (moment.id, moment.when)).collect(),
            ids,
            lanes,
        }
    }
}

impl Form<'_> {
    /// The page.
    pub(super) fn several(&mut self, ui: &mut Ui, facts: &Facts) {
        let cx = self.cx;
        let all = All(&facts.ids);
        let fields = &["status", "owner"];
        self.section(ui, ("all", say::for_all_of_them()), fields, |form, ui| {
            let (chosen, none) = facts.status.shown("");
            let is_known = cx.campaign.shared_with.is_none() || chosen != Some(Status::Draft);
            let (chosen, none) = if is_known { (chosen, none) } else { (None, names::status_not_shared()) };
            form.choose_one(ui, (&all, "status"), chosen, &statuses(), none, MomentChange::Status);
            let (shown, hint) = match &facts.owner {
                Common::Same(owner) => (owner.as_deref(), say::nobody_yet()),
                Common::Mixed => (None, inspect::mixed()),
            };
            let look = Look { icon: Some(icons::USER), ..Look::line(hint) }.known(|lists| &lists.owners, &[]);
            form.words(ui, &all, ("owner", shown), look, MomentChange::Owner);
            form.move_all(ui, facts);
            form.days_all(ui);
            let (chosen, none) = facts.platform.shown(say::not_set());
            form.choose(ui, (&all, "platform"), chosen, &platforms(), none, MomentChange::Platform);
            let (chosen, none) = facts.format.shown(say::not_set());
            let formats = choices(Format::ALL, |format| names::choice(format.key()));
            form.choose(ui, (&all, "format"), chosen, &formats, none, MomentChange::Format);
        });
        self.section(ui, ("all gives", say::section_audience()), &[], |form, ui| {
            form.gives_all(ui, facts);
            form.value_all(ui, facts);
        });
        self.section(ui, ("all ask", say::section_ask()), &[], |form, ui| {
            let (chosen, none) = facts.cta.shown(say::not_set());
            if let Some(cta) = form.strength(ui, chosen, none) {
                form.set(&all, "cta", MomentChange::Cta(Some(cta)));
            }
            let (chosen, none) = facts.product.shown(say::none_yet());
            let products: Vec<_> = cx.campaign.products.iter().map(|product| (product.id, product.name.as_str(), None)).collect();
            form.choose(ui, (&all, "product"), chosen, &products, none, MomentChange::Product);
            let (chosen, none) = facts.pay.shown(say::not_set());
            let pays = choices(Compensation::ALL, |choice| names::choice(choice.key()));
            form.choose(ui, (&all, "compensation"), chosen, &pays, none, MomentChange::Compensation);
            let (chosen, none) = facts.control.shown(say::not_set());
            let controls = choices(Control::ALL, |choice| names::choice(choice.key()));
            form.choose(ui, (&all, "creative_control"), chosen, &controls, none, MomentChange::CreativeControl);
        });
        ui.add_space(8.0);
        ui.horizontal_wrapped(|ui| {
            for (command, icon) in
                [(Command::Duplicate, icons::DUPLICATE), (Command::Park, icons::IDEA), (Command::Delete, icons::DELETE)]
            {
                let tooltip = bars::with_keys(ui, command);
                let why = command.why_not(cx);
                if Button::secondary(command.name()).icon(icon).small().tooltip(&tooltip).disabled(why).show(ui).clicked() {
                    self.out.run(command);
                }
            }
        });
    }

    /// Moves them all to one lane, or into the tray.
    fn move_all(&mut self, ui: &mut Ui, facts: &Facts) {
        let campaign = self.cx.campaign;
        let all = All(&facts.ids);
        self.row(ui, "creator", |form, ui, width| {
            let (chosen, none) = facts.lane.shown(say::in_the_tray());
            let shown = chosen.and_then(|id| campaign.lane(id)).map(|lane| (lane.id, campaign.lane_name(lane), None));
            let lanes = |at: usize| campaign.lanes.get(at).map(|lane| (lane.id, campaign.lane_name(lane), None));
            let lanes = (campaign.lanes.len(), lanes);
            let moments = words::moments(facts.ids.len());
            if let Some(lane) = form.pick_of(ui, (&all, "creator"), width, (chosen, shown), lanes, (none, false)).flatten() {
                let to = |(id, when): &(MomentId, When)| Edit::MoveMoment { id: *id, to: Place::Lane(lane), when: *when };
                form.steps(steps::step_move(moments), facts.stands.iter().map(to).collect());
            }
        });
    }

    /// Moves them all by a day or a week.
    fn days_all(&mut self, ui: &mut Ui) {
        let cx = self.cx;
        self.named_row(ui, inspect::shift(), "shift", |form, ui, width| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                let each = (width - 12.0) / 4.0;
                for (command, word) in [
                    (Command::WeekEarlier, inspect::week_less()),
                    (Command::DayEarlier, inspect::day_less()),
                    (Command::DayLater, inspect::day_more()),
                    (Command::WeekLater, inspect::week_more()),
                ] {
                    ui.allocate_ui(egui::vec2(each, crate::ui::theme::HIT), |ui| {
                        let tooltip = bars::with_keys(ui, command);
                        let button = Button::secondary(word).small().named(command.name()).tooltip(&tooltip);
                        if button.disabled(command.why_not(cx)).show(ui).clicked() {
                            form.out.run(command);
                        }
                    });
                }
            });
        });
    }

    /// What the audience gets: a value that some give and others do not is given by all after one press.
    fn gives_all(&mut self, ui: &mut Ui, facts: &Facts) {
        let count = facts.ids.len();
        let names: Vec<String> = AudienceValue::ALL
            .iter()
            .zip(facts.gives)
            .map(|(value, some)| {
                let name = names::choice(value.key());
                if some == 0 || some == count { name.to_owned() } else { inspect::some_of(name, some, count) }
            })
            .collect();
        let offered: Vec<_> = AudienceValue::ALL
            .iter()
            .zip(&names)
            .zip(facts.gives)
            .map(|((value, name), some)| (*value, name.as_str(), Some(icons::audience_value(*value)), some == count))
            .collect();
        let width = ui.available_width();
        if let Some(value) = self.toggles(ui, "audience_value", width, &offered) {
            let on = offered.iter().any(|(other, .., on)| *other == value && *on);
            let edits = facts.values.iter().filter(|(_, values)| values.contains(&value) == on).map(|(id, values)| {
                let values = toggled(values, AudienceValue::ALL.iter().copied(), value);
                Edit::SetMoment { id: *id, change: MomentChange::AudienceValue(values) }
            });
            let label = steps::step_edit(names::field_word("audience_value"), words::moments(count));
            self.steps(label, edits.collect());
        }
    }

    /// The value that they share; offered are those of their lane, where they stand on one.
    fn value_all(&mut self, ui: &mut Ui, facts: &Facts) {
        let campaign = self.cx.campaign;
        let lane = (facts.lanes.len() == 1).then(|| facts.lanes.first()).flatten().and_then(|id| campaign.lane(*id));
        let now = match &facts.shared {
            Common::Same(value) => value.as_deref(),
            Common::Mixed => None,
        };
        let none = if matches!(facts.shared, Common::Mixed) { inspect::mixed() } else { say::none_yet() };
        let values = common_values(campaign, self.cx.synonyms(), lane.map(AsRef::as_ref), now);
        let offered: Vec<_> = values.iter().enumerate().map(|(at, (value, _))| (at, value.as_str(), None)).collect();
        let chosen = values.iter().position(|(value, _)| Some(value.as_str()) == now);
        self.choose(ui, (&All(&facts.ids), "shared_value"), chosen, &offered, none, |at| {
            MomentChange::SharedValue(at.and_then(|at| values.get(at)).map(|(value, _)| value.clone()))
        });
    }
}
