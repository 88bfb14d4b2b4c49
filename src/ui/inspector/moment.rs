//! The page of a moment: what it is, when and where it comes, what it gives. What it asks and how it is made stand in
//! [`super::ask`].
//!
//! A strategist reads the few fields of the picture; the others stand behind "More fields" unless they say something or a
//! finding is about them.

use egui::{Popup, Ui};

use crate::edit::{Edit, MomentChange, Place, Step};
use crate::model::{
    AudienceValue, Campaign, Compensation, Format, Kind, Lane, LaneId, LaneKind, Moment, Placement, Platform, When, Window,
};
use crate::ui::command::Command;
use crate::ui::icons;
use crate::ui::kit::{self, Segment};
use crate::ui::view::{About, Action, Selection};
use crate::ui::written;
use crate::words::{inspect, names, steps, window as say};

use super::form::{Form, field_id};
use super::owner::{Owner, title};
use super::parse;
use super::pick::{Choice, choices, toggled, unset};
use super::shared::common_values;
use super::text::{Look, Menu, Text};

/// The four kinds that are one press away; the others are further kinds.
const FIRST: [Kind; 4] = [Kind::Announcement, Kind::Values, Kind::Community, Kind::Product];

/// Fields that stand behind "More fields" as long as they say nothing, by their keys in the file.
pub(super) const RARE: &[&str] = &[
    "covers",
    "mentions_brand",
    "features",
    "brand",
    "for_creator",
    "when_mode",
    "time",
    "duration",
    "cause",
    "proof",
    "product",
    "placement",
    "compensation",
    "must_say",
    "kpis",
    "links",
];

/// A moment and where it stands.
#[derive(Clone, Copy)]
pub(super) struct Card<'a> {
    pub(super) moment: &'a Moment,
    pub(super) lane: Option<&'a Lane>,
}

impl Card<'_> {
    /// Whether a rarely used field stands on this page in any place: some make sense only for some moments.
    fn has(self, field: &str) -> bool {
        let on_brand_lane = self.lane.is_some_and(|lane| lane.kind == LaneKind::Brand);
        match field {
            "mentions_brand" => self.moment.kind == Kind::Organic || self.moment.mentions_brand,
            "features" => on_brand_lane || !self.moment.features.is_empty(),
            "brand" => on_brand_lane || self.lane.is_none() || self.moment.brand.is_some(),
            "for_creator" => self.lane.is_none(),
            "time" => matches!(self.moment.when, When::On(_) | When::Relative(_)),
            _ => true,
        }
    }

    /// Whether a rarely used field says something, or is about to be asked for because of what the moment is.
    pub(super) fn says(self, field: &str) -> bool {
        let m = self.moment;
        match field {
            "covers" => !m.covers.is_empty(),
            "mentions_brand" => m.kind == Kind::Organic,
            "features" => !m.features.is_empty(),
            "brand" => m.brand.is_some(),
            "for_creator" => self.lane.is_none(),
            "when_mode" => !matches!(m.when, When::On(_)),
            "time" => m.time.is_some(),
            "duration" => m.duration.is_some(),
            "cause" | "proof" => m.cause || m.proof.is_some(),
            "product" => m.is_ask() || m.product.is_some(),
            // What is usual says nothing: a paid post that is all about the product.
            "placement" => m.placement.is_some_and(|placement| placement != Placement::Dedicated),
            "compensation" => m.compensation.is_some_and(|pay| pay != Compensation::Paid),
            "must_say" => m.must_say.is_some(),
            "kpis" => !m.kpis.is_empty(),
            "links" => !m.links.is_empty(),
            _ => false,
        }
    }

    fn place(self) -> Place {
        self.lane.map_or(Place::Tray, |lane| Place::Lane(lane.id))
    }
}

impl Form<'_> {
    /// The page in one column.
    pub(super) fn moment(&mut self, ui: &mut Ui, card: Card<'_>) {
        self.title(ui, card.moment);
        self.kind(ui, card.moment);
        self.creator(ui, card);
        self.when(ui, card);
        self.channel(ui, card.moment);
        self.hook(ui, card.moment);
        self.rare(ui, card, &["for_creator", "when_mode", "time", "duration", "covers", "mentions_brand", "features", "brand"]);
        self.section(
            ui,
            ("gives", say::section_audience()),
            &["audience_value", "shared_value", "cause", "proof"],
            |form, ui| {
                let width = ui.available_width();
                form.gives(ui, card.moment, width);
                form.shared_value(ui, card);
                form.rare(ui, card, &["cause", "proof"]);
            },
        );
        self.asks(ui, card);
        self.production(ui, card);
        self.on_the_curve(ui, card);
        self.more(ui, card);
    }

    /// The page in two columns, for a sheet that is wide and low: what one changes most stands on top.
    pub(super) fn moment_wide(&mut self, ui: &mut Ui, card: Card<'_>) {
        let m = card.moment;
        ui.columns(2, |columns| {
            if let [left, right] = columns {
                self.title(left, m);
                self.when(left, card);
                self.channel(left, m);
                self.status(left, m);
                self.kind(left, m);
                self.creator(left, card);
                self.hook(left, m);
                self.owner(left, m);
                self.picture(left, m);
                self.notes(left, m);
                let rare = ["for_creator", "when_mode", "time", "duration", "covers", "mentions_brand", "features", "brand"];
                self.rare(left, card, &rare);
                self.named_row(right, inspect::gives(), "audience_value", |form, ui, width| form.gives(ui, m, width));
                self.shared_value(right, card);
                self.call(right, m);
                self.fee(right, m);
                self.rare(right, card, &["cause", "proof", "product", "placement", "compensation"]);
                self.disclosure(right, m);
                self.control(right, m);
                self.rare(right, card, &["must_say"]);
                self.rare(right, card, &["kpis", "links"]);
                self.on_the_curve(right, card);
            }
        });
        self.more(ui, card);
    }

    /// The rarely used fields that say nothing yet, folded away.
    fn more(&mut self, ui: &mut Ui, card: Card<'_>) {
        let hidden: Vec<&'static str> =
            RARE.iter().copied().filter(|field| card.has(field) && !self.state.inline.contains(field)).collect();
        if hidden.is_empty() {
            return;
        }
        ui.add_space(4.0);
        let needed = self.needs(&hidden);
        if self.state.focus.is_some_and(|field| hidden.contains(&field)) {
            self.state.more = true;
        }
        let open = self.state.more || needed;
        if kit::fold(ui, inspect::more_fields(), open).clicked() {
            self.state.more = !open;
        }
        if open {
            for field in hidden {
                self.rare_field(ui, card, field);
            }
        }
    }

    /// Those of the rarely used fields that stand among the others on this page.
    pub(super) fn rare(&mut self, ui: &mut Ui, card: Card<'_>, fields: &[&'static str]) {
        for field in fields.iter().filter(|field| card.has(field)) {
            if self.state.inline.contains(field) {
                self.rare_field(ui, card, field);
            }
        }
    }

    fn rare_field(&mut self, ui: &mut Ui, card: Card<'_>, field: &'static str) {
        let m = card.moment;
        let cx = self.cx;
        match field {
            "covers" => {
                let kinds = Kind::ALL.iter().filter(|kind| **kind != m.kind);
                let offered: Vec<_> = kinds.map(|kind| (*kind, names::kind(kind.key()), Some(icons::kind(*kind)))).collect();
                if let Some(kind) = self.chips(ui, (m, field), &m.covers, &offered) {
                    self.set(m, field, MomentChange::Covers(toggled(&m.covers, Kind::ALL.iter().copied(), kind)));
                }
            }
            "mentions_brand" => {
                self.yes_no(ui, m, (field, names::field(field), m.mentions_brand), MomentChange::MentionsBrand);
            }
            "features" => {
                let all: Vec<_> = cx.campaign.creators.iter().map(|creator| (creator.id, creator.name.as_str(), None)).collect();
                if let Some(id) = self.chips(ui, (m, field), &m.features, &all) {
                    let all = cx.campaign.creators.iter().map(|creator| creator.id);
                    self.set(m, field, MomentChange::Features(toggled(&m.features, all, id)));
                }
            }
            "brand" => {
                let all: Vec<_> = cx.campaign.brands.iter().map(|brand| (brand.id, brand.name.as_str(), None)).collect();
                self.choose(ui, (m, field), m.brand, &all, inspect::as_the_lane(), MomentChange::Brand);
            }
            "for_creator" => {
                let all: Vec<_> = cx.campaign.creators.iter().map(|creator| (creator.id, creator.name.as_str(), None)).collect();
                self.choose(ui, (m, field), m.for_creator, &all, say::nobody_yet(), MomentChange::ForCreator);
            }
            "when_mode" => self.when_mode(ui, card),
            "time" => self.time(ui, m),
            "duration" => self.count(
                ui,
                m,
                (field, m.duration),
                Look { icon: Some(icons::CLOCK), ..Look::read(inspect::in_minutes(), say::unread_count()) },
                |text| text.trim_end_matches("min").trim().parse().ok(),
                MomentChange::Duration,
            ),
            "cause" => self.yes_no(ui, m, (field, inspect::takes_a_stand(), m.cause), MomentChange::Cause),
            "proof" => self.words(ui, m, (field, m.proof.as_deref()), Look::line(inspect::hint_proof()), MomentChange::Proof),
            "product" => self.product(ui, m),
            "placement" => self.placement(ui, m),
            "compensation" => self.pay(ui, m),
            "must_say" => {
                self.words(ui, m, (field, m.must_say.as_deref()), Look::rows(2, inspect::hint_must_say()), MomentChange::MustSay);
            }
            "kpis" => self.list(ui, m, (field, &m.kpis), (',', Look::line(say::hint_list())), MomentChange::Kpis),
            _ => self.list(ui, m, (field, &m.links), ('\n', Look::rows(2, inspect::hint_links())), MomentChange::Links),
        }
    }

    fn title(&mut self, ui: &mut Ui, m: &Moment) {
        self.name(ui, m, ("title", &m.title), say::hint_title(), MomentChange::Title);
    }

    fn hook(&mut self, ui: &mut Ui, m: &Moment) {
        self.words(
            ui,
            m,
            ("hook", m.hook.as_deref()),
            Look::rows(2, self.cx.prompt(m).unwrap_or(say::hint_hook())),
            MomentChange::Hook,
        );
    }

    fn kind(&mut self, ui: &mut Ui, moment: &Moment) {
        self.row(ui, "kind", |form, ui, width| {
            let further = !FIRST.contains(&moment.kind);
            let mut picked = None;
            ui.horizontal(|ui| {
                let segments = FIRST.map(|kind| Segment::Shape(kind, names::kind(kind.key())));
                let chosen = FIRST.iter().position(|kind| *kind == moment.kind);
                form.take_focus(ui, "kind", ui.next_auto_id().with(chosen.unwrap_or(0)));
                let pressed = kit::segmented(ui, names::field("kind"), &segments, chosen, Some(width - 32.0));
                picked = pressed.and_then(|at| FIRST.get(at)).copied();
                // A further kind stands on the button itself, so that one sees what the moment is.
                let icon = if further { icons::kind(moment.kind) } else { icons::MORE };
                let named =
                    if further { inspect::kind_now(names::kind(moment.kind.key())) } else { say::further_kinds().to_owned() };
                let more = kit::icon_button(ui, icon, &named, further, None);
                kit::opens_menu(&more);
                Popup::menu(&more).width(180.0).accessible_name(say::further_kinds()).show(|ui| {
                    ui.spacing_mut().item_spacing.y = 1.0;
                    for kind in Kind::ALL.iter().copied().filter(|kind| !FIRST.contains(kind)) {
                        let icon = Some(icons::kind(kind));
                        if kit::menu_row(ui, icon, names::kind(kind.key()), "", kind == moment.kind).clicked() {
                            picked = Some(kind);
                        }
                    }
                });
            });
            if let Some(kind) = picked.filter(|kind| *kind != moment.kind) {
                form.set(moment, "kind", MomentChange::Kind(kind));
            }
        });
    }

    /// Whose lane it stands on; choosing another moves the card there.
    fn creator(&mut self, ui: &mut Ui, card: Card<'_>) {
        let moment = card.moment;
        self.open_row(ui, "creator", |form, ui, width| {
            let campaign = form.cx.campaign;
            let chosen = card.lane.map(|lane| lane.id);
            let shown = chosen.and_then(|id| campaign.lane(id)).map(|lane| lane_choice(campaign, lane));
            let lanes = (campaign.lanes.len(), |at: usize| campaign.lanes.get(at).map(|lane| lane_choice(campaign, lane)));
            let place = ui.next_widget_position();
            let page =
                card.lane.map(|lane| lane.creator.map_or(Selection::lane(lane.id), |id| Selection::about(About::Creator(id))));
            let way = (inspect::show_creator(), page, inspect::no_lane_to_show());
            form.leading(ui, width, way, |form, ui, width| {
                let none = (say::in_the_tray(), true);
                let picked = form.pick_of(ui, (moment, "creator"), width, (chosen, shown), lanes, none);
                let Some(picked) = picked else { return };
                let (label, to) = match picked {
                    Some(lane) if chosen.is_none() => (steps::step_unpark(title(moment)), Place::Lane(lane)),
                    Some(lane) => (steps::step_move(title(moment)), Place::Lane(lane)),
                    None => (steps::step_park(title(moment)), Place::Tray),
                };
                form.step(label, Edit::MoveMoment { id: moment.id, to, when: moment.when });
            });
            if let Some(creator) = card.lane.and_then(|lane| lane.creator) {
                // The icon has kept the place of the initials.
                let at = campaign.creators.iter().position(|other| other.id == creator).unwrap_or_default();
                let name = campaign.creator(creator).map_or("", |creator| &creator.name);
                let middle = place + egui::vec2(15.0, crate::ui::theme::FIELD / 2.0);
                kit::marks::avatar(ui.painter(), middle, 18.0, at, name);
            }
        });
    }

    /// When a moment comes: its date with how far it may move, its day from day 0, its place in the order, or nothing.
    fn when(&mut self, ui: &mut Ui, card: Card<'_>) {
        let moment = card.moment;
        let campaign = self.cx.campaign;
        let moved = |when| (steps::step_move(title(moment)), vec![Edit::MoveMoment { id: moment.id, to: card.place(), when }]);
        let years = self.cx.years();
        let key = moment.key("when");
        match moment.when {
            When::On(day) => self.open_row(ui, "date", |form, ui, width| {
                let shown = years.with_weekday(day);
                ui.horizontal_top(|ui| {
                    let menu = Menu::Calendar { chosen: Some(day), near: day };
                    let look = Look { menu, ..Look::read("", say::unread_day(written::date_form())) };
                    let text = Text { key, name: names::field("date"), shown: &shown, width: width - 70.0, look };
                    ui.vertical(|ui| {
                        ui.set_width(width - 70.0);
                        form.text(
                            ui,
                            &text,
                            |written| parse::day(written, day),
                            |day| years.with_weekday(*day),
                            |day| moved(When::On(day)),
                        );
                    });
                    ui.add_enabled_ui(form.cx.locked().is_none(), |ui| form.window(ui, moment, 66.0));
                });
            }),
            When::Relative(number) | When::Order(number) => {
                let relative = matches!(moment.when, When::Relative(_));
                let field = if relative { "day" } else { "order" };
                self.open_row(ui, field, |form, ui, width| {
                    let shown = number.to_string();
                    let room = if relative { 70.0 } else { 0.0 };
                    ui.horizontal_top(|ui| {
                        let look = Look { icon: Some(icons::NUMBER), ..Look::read("", say::unread_number()) };
                        let text = Text { key, name: names::field(field), shown: &shown, width: width - room, look };
                        ui.vertical(|ui| {
                            ui.set_width(width - room);
                            form.text(ui, &text, parse::whole, ToString::to_string, |number| {
                                moved(if relative { When::Relative(number) } else { When::Order(number) })
                            });
                        });
                        if relative {
                            ui.add_enabled_ui(form.cx.locked().is_none(), |ui| form.window(ui, moment, 66.0));
                        }
                    });
                });
                if let (true, Some(day)) = (relative, campaign.day_of(moment.when)) {
                    self.note(ui, &inspect::that_is(years.with_weekday(day)));
                }
            }
            When::Undated => {}
        }
    }

    /// How the time is said: a date, a day from day 0, a place in the order, or not at all.
    fn when_mode(&mut self, ui: &mut Ui, card: Card<'_>) {
        let moment = card.moment;
        self.row(ui, "when_mode", |form, ui, width| {
            let campaign = form.cx.campaign;
            let zero = campaign.anchor.as_ref().and_then(|anchor| anchor.date).or(campaign.start);
            let day = campaign.day_of(moment.when).unwrap_or(campaign.start.unwrap_or(form.cx.today));
            let number = if let When::Relative(number) | When::Order(number) = moment.when { number } else { 0 };
            let modes = [
                (When::On(day), say::when_on(), None),
                (When::Relative(zero.map_or(number, |zero| day.since(zero))), say::when_relative(), None),
                (When::Order(number), say::when_order(), None),
                (When::Undated, say::when_undated(), None),
            ];
            let chosen = modes
                .iter()
                .map(|(when, ..)| *when)
                .find(|when| std::mem::discriminant(when) == std::mem::discriminant(&moment.when));
            // Where there is no field for the time itself, this one stands for it.
            if moment.when == When::Undated {
                form.take_focus(ui, "when", field_id(moment.key("when_mode")));
            }
            if let Some(when) = form.pick(ui, (moment, "when_mode"), width, chosen, &modes, ("", false)).flatten() {
                let label = steps::step_move(title(moment));
                form.step(label, Edit::MoveMoment { id: moment.id, to: card.place(), when });
                // The field that the choice brings up stays where the choice was made.
                form.state.inline.insert("when_mode");
            }
        });
    }

    fn time(&mut self, ui: &mut Ui, moment: &Moment) {
        let shown = moment.time.map(|time| time.to_string()).unwrap_or_default();
        let read = |text: &str| if text.trim().is_empty() { Some(None) } else { parse::time(text).map(Some) };
        let look = Look { icon: Some(icons::CLOCK), ..Look::read(say::not_set(), say::unread_time()) };
        let show = |time: &Option<crate::model::Time>| time.map(|time| time.to_string()).unwrap_or_default();
        self.typed(ui, moment, ("time", &shown), look, (read, show), MomentChange::Time);
    }

    /// How far the day may move.
    fn window(&mut self, ui: &mut Ui, moment: &Moment, width: f32) {
        let now = moment.window.clone().unwrap_or_default();
        let uneven = (now.before != now.after).then(|| say::window_uneven(now.before, now.after));
        let names: Vec<(u16, String)> = [1, 2, 3, 5, 7, 14].into_iter().map(|days| (days, say::window_days(days))).collect();
        let mut offered: Vec<(u16, &str, Option<icons::Icon>)> =
            names.iter().map(|(days, name)| (*days, name.as_str(), None)).collect();
        let even = say::window_days(now.before);
        if !offered.iter().any(|(days, ..)| *days == now.before) && now.before > 0 {
            offered.push((now.before, &even, None));
        }
        let mut chosen = (now.before == now.after && now.before > 0).then_some(now.before);
        if let Some(uneven) = &uneven {
            offered.push((u16::MAX, uneven, None));
            chosen = Some(u16::MAX);
        }
        match self.pick(ui, (moment, "window"), width, chosen, &offered, (say::window_none(), true)) {
            None | Some(Some(u16::MAX)) => {}
            Some(days) => {
                let window = days.map(|days| Window { before: days, after: days, ..now });
                self.set(moment, "window", MomentChange::Window(window));
            }
        }
    }

    /// Where a moment appears, and in what shape.
    fn channel(&mut self, ui: &mut Ui, moment: &Moment) {
        self.row(ui, "platform", |form, ui, width| {
            let half = (width - 4.0) / 2.0;
            ui.horizontal(|ui| {
                let platforms = platforms();
                let none = (unset(), true);
                if let Some(picked) = form.pick(ui, (moment, "platform"), half + 12.0, moment.platform, &platforms, none) {
                    form.set(moment, "platform", MomentChange::Platform(picked));
                }
                let formats = choices(Format::ALL, |format| names::choice(format.key()));
                let none = (inspect::any_format(), true);
                if let Some(picked) = form.pick(ui, (moment, "format"), half - 12.0, moment.format, &formats, none) {
                    form.set(moment, "format", MomentChange::Format(picked));
                }
            });
        });
    }

    /// What the audience gets.
    fn gives(&mut self, ui: &mut Ui, moment: &Moment, width: f32) {
        let offered: Vec<_> = AudienceValue::ALL
            .iter()
            .map(|value| {
                let on = moment.audience_value.contains(value);
                (*value, names::choice(value.key()), Some(icons::audience_value(*value)), on)
            })
            .collect();
        if let Some(value) = self.toggles(ui, "audience_value", width, &offered) {
            let values = toggled(&moment.audience_value, AudienceValue::ALL.iter().copied(), value);
            self.set(moment, "audience_value", MomentChange::AudienceValue(values));
        }
    }

    /// The value that both sides stand for here: one of the lists, or in other words.
    fn shared_value(&mut self, ui: &mut Ui, card: Card<'_>) {
        /// What the row "Other…" stands for; no value has this place.
        const OTHER: usize = usize::MAX;
        /// What the row "Compare values…" stands for.
        const COMPARE: usize = usize::MAX - 1;
        let moment = card.moment;
        let values = common_values(self.cx.campaign, self.cx.synonyms(), card.lane, moment.shared_value.as_deref());
        self.row(ui, "shared_value", |form, ui, width| {
            let names: Vec<String> =
                values.iter().map(|(value, both)| if *both { say::value_of_both(value) } else { value.clone() }).collect();
            let mut offered: Vec<(usize, &str, Option<icons::Icon>)> =
                names.iter().enumerate().map(|(at, name)| (at, name.as_str(), None)).collect();
            offered.push((OTHER, say::other_value(), Some(icons::EDIT)));
            let compare = card.lane.is_some_and(Lane::is_creator);
            if compare {
                offered.push((COMPARE, inspect::compare_menu(), Some(icons::SIDEBAR)));
            }
            let chosen = values.iter().position(|(value, _)| Some(value) == moment.shared_value.as_ref());
            let writing = moment.key("other shared_value");
            match form.pick(ui, (moment, "shared_value"), width, chosen, &offered, (say::none_yet(), true)) {
                Some(Some(OTHER)) => {
                    form.state.writing = Some(writing);
                    form.state.focus = Some("other shared_value");
                }
                Some(Some(COMPARE)) => form.out.run(Command::CompareValues),
                Some(picked) => {
                    form.state.writing = None;
                    let value = picked.and_then(|at| values.get(at)).map(|(value, _)| value.clone());
                    form.set(moment, "shared_value", MomentChange::SharedValue(value));
                }
                None => {}
            }
            if form.state.writing == Some(writing) {
                let campaign = form.cx.campaign;
                let shown = moment.shared_value.as_deref().unwrap_or_default();
                let look = Look::line(say::in_other_words());
                let text = Text { key: writing, name: say::in_other_words(), shown, width, look };
                let change = |words| moment.step(campaign, "shared_value", MomentChange::SharedValue(words));
                let show = |words: &Option<String>| words.clone().unwrap_or_default();
                form.text(ui, &text, |text| Some(parse::words(text)), show, change);
            }
        });
    }

    /// Goes to another page, with the way back kept.
    pub(super) fn go(&mut self, to: Selection) {
        self.state.trail.push((self.cx.selection.clone(), to.clone()));
        self.out.push(Action::Select(to));
    }

    /// Does several edits as one step.
    pub(super) fn steps(&mut self, label: impl Into<String>, edits: Vec<Edit>) {
        self.out.push(Action::Edit(Step::new(label, edits)));
    }
}

/// A lane as it is offered.
fn lane_choice<'a>(campaign: &'a Campaign, lane: &'a Lane) -> Choice<'a, LaneId> {
    (lane.id, campaign.lane_name(lane), Some(if lane.creator.is_some() { icons::USER } else { icons::BRAND }))
}

/// The platforms with their icons.
pub(in crate::ui) fn platforms() -> Vec<(Platform, &'static str, Option<icons::Icon>)> {
    Platform::ALL.iter().map(|platform| (*platform, names::platform(platform.key()), Some(icons::platform(*platform)))).collect()
}
