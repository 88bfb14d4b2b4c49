//! The fields of a moment: what it is, when and where it comes, what it gives. What it asks and how it is made stand
//! in [`super::ask`].

use egui::{Popup, Ui, vec2};

use crate::edit::{Edit, MergeKey, MomentChange, Place};
use crate::model::{AudienceValue, Day, Format, Kind, Lane, Moment, Platform, When, Window};
use crate::ui::command::Command;
use crate::ui::kit::{self, Segment};
use crate::ui::{bars, icons};
use crate::words::{names, steps, window as say};

use super::form::{Form, Text, field_id};
use super::parse;

/// The four kinds that are one press away; the others are further kinds.
const FIRST: [Kind; 4] = [Kind::Announcement, Kind::Values, Kind::Community, Kind::Product];

/// The name of a step on a moment.
pub(super) fn label(field: &str, moment: &Moment) -> String {
    let title = if moment.title.trim().is_empty() { steps::untitled() } else { &moment.title };
    steps::step_edit(names::field_word(field), title)
}

/// A change of a field of a moment, named after the field.
pub(super) fn change(field: &str, moment: &Moment, change: MomentChange) -> (String, Edit) {
    (label(field, moment), Edit::SetMoment { id: moment.id, change })
}

impl Form<'_> {
    /// Changes a field of a moment as a step of its own.
    pub(super) fn set(&mut self, field: &str, moment: &Moment, to: MomentChange) {
        let (label, edit) = change(field, moment, to);
        self.step(label, edit);
    }

    /// A text field of a moment for words that may be left out.
    pub(super) fn words(
        &mut self,
        ui: &mut Ui,
        moment: &Moment,
        (field, shown): (&'static str, Option<&str>),
        (rows, hint): (usize, &str),
        to: impl FnOnce(Option<String>) -> MomentChange,
    ) {
        self.row(ui, field, |form, ui, width| {
            let key = MergeKey::Moment(moment.id, field);
            let text = Text { hint, rows, ..Text::line(key, names::field(field), shown.unwrap_or_default(), width) };
            form.optional(ui, &text, |words| change(field, moment, to(words)));
        });
    }

    /// What a moment is.
    pub(super) fn what(&mut self, ui: &mut Ui, moment: &Moment, lane: Option<&Lane>) {
        self.row(ui, "title", |form, ui, width| {
            let text = Text {
                key: MergeKey::Moment(moment.id, "title"),
                name: names::field("title"),
                shown: &moment.title,
                hint: say::hint_title(),
                rows: 1,
                width,
                icon: None,
                unread: "",
            };
            form.text(
                ui,
                &text,
                |written| Some(written.to_owned()),
                Clone::clone,
                |title| change("title", moment, MomentChange::Title(title)),
            );
        });
        self.kind(ui, moment);
        self.creator(ui, moment, lane);
    }

    fn kind(&mut self, ui: &mut Ui, moment: &Moment) {
        self.row(ui, "kind", |form, ui, width| {
            let further = !FIRST.contains(&moment.kind);
            let mut picked = None;
            ui.horizontal(|ui| {
                let segments = FIRST.map(|kind| Segment::Shape(kind, names::kind(kind.key())));
                let chosen = FIRST.iter().position(|kind| *kind == moment.kind);
                if *form.focus == Some("kind") {
                    let id = ui.next_auto_id().with(chosen.unwrap_or(0));
                    ui.memory_mut(|memory| memory.request_focus(id));
                    *form.focus = None;
                }
                let pressed = kit::segmented(ui, names::field("kind"), &segments, chosen, Some(width - 32.0));
                picked = pressed.and_then(|at| FIRST.get(at)).copied();
                let more = kit::icon_button(ui, icons::MORE, say::further_kinds(), further, None);
                Popup::menu(&more).width(180.0).accessible_name(say::further_kinds()).show(|ui| {
                    for kind in Kind::ALL.iter().copied().filter(|kind| !FIRST.contains(kind)) {
                        let icon = Some(icons::kind(kind));
                        if kit::menu_row(ui, icon, names::kind(kind.key()), "", kind == moment.kind).clicked() {
                            picked = Some(kind);
                        }
                    }
                });
            });
            if let Some(kind) = picked.filter(|kind| *kind != moment.kind) {
                form.set("kind", moment, MomentChange::Kind(kind));
            }
        });
        self.row(ui, "covers", |form, ui, width| {
            let id = field_id(MergeKey::Moment(moment.id, "covers"));
            form.take_focus(ui, MergeKey::Moment(moment.id, "covers"), id);
            let covered: Vec<&str> = moment.covers.iter().map(|kind| names::kind(kind.key())).collect();
            let shown = covered.join(", ");
            let picked = kit::dropdown(ui, id, names::field("covers"), None, (&shown, say::none_yet()), width, |ui| {
                let others = Kind::ALL.iter().copied().filter(|kind| *kind != moment.kind);
                let mut picked = None;
                for kind in others {
                    let name = names::kind(kind.key());
                    if kit::menu_row(ui, Some(icons::kind(kind)), name, "", moment.covers.contains(&kind)).clicked() {
                        picked = Some(kind);
                    }
                }
                picked
            });
            if let Some(kind) = picked.flatten() {
                form.set("covers", moment, MomentChange::Covers(toggled(&moment.covers, Kind::ALL, kind)));
            }
        });
    }

    fn creator(&mut self, ui: &mut Ui, moment: &Moment, lane: Option<&Lane>) {
        self.row(ui, "creator", |form, ui, width| {
            let campaign = form.cx.campaign;
            let choices: Vec<_> = campaign.lanes.iter().map(|lane| (lane.id, campaign.lane_name(lane), None)).collect();
            let key = MergeKey::Moment(moment.id, "creator");
            let chosen = lane.map(|lane| lane.id);
            if let Some(picked) = form.pick(ui, key, width, chosen, &choices, Some(say::in_the_tray())) {
                let (label, to) = match picked {
                    Some(lane) if chosen.is_none() => (steps::step_unpark(&moment.title), Place::Lane(lane)),
                    Some(lane) => (steps::step_move(&moment.title), Place::Lane(lane)),
                    None => (steps::step_park(&moment.title), Place::Tray),
                };
                form.step(label, Edit::MoveMoment { id: moment.id, to, when: moment.when });
            }
        });
    }

    /// When a moment comes.
    pub(super) fn when(&mut self, ui: &mut Ui, moment: &Moment, place: Place) {
        let campaign = self.cx.campaign;
        let moved = |when| Edit::MoveMoment { id: moment.id, to: place, when };
        let usual = campaign.start.unwrap_or(self.cx.today);
        let key = MergeKey::Moment(moment.id, "when");
        match moment.when {
            When::On(day) => self.row(ui, "date", |form, ui, width| {
                let shown = parse::show_day(day, usual);
                ui.horizontal(|ui| {
                    let text = Text {
                        key,
                        name: names::field("date"),
                        shown: &shown,
                        hint: "",
                        rows: 1,
                        width: width - 64.0,
                        icon: Some(icons::CALENDAR),
                        unread: say::unread_day(),
                    };
                    ui.vertical(|ui| {
                        ui.set_width(width - 64.0);
                        form.text(
                            ui,
                            &text,
                            |written| parse::day(written, day),
                            |day| parse::show_day(*day, usual),
                            |day| (steps::step_move(&moment.title), moved(When::On(day))),
                        );
                    });
                    for (icon, command) in [(icons::CARET_LEFT, Command::DayEarlier), (icons::CARET_RIGHT, Command::DayLater)] {
                        if bars::command_button(form.cx, ui, icon, command).clicked() {
                            form.out.run(command);
                        }
                    }
                });
            }),
            When::Relative(number) | When::Order(number) => {
                let relative = matches!(moment.when, When::Relative(_));
                let field = if relative { "day" } else { "order" };
                self.row(ui, field, |form, ui, width| {
                    let shown = number.to_string();
                    let text = Text {
                        key,
                        name: names::field(field),
                        shown: &shown,
                        hint: "",
                        rows: 1,
                        width,
                        icon: Some(icons::NUMBER),
                        unread: say::unread_number(),
                    };
                    form.text(ui, &text, parse::whole, ToString::to_string, |number| {
                        let when = if relative { When::Relative(number) } else { When::Order(number) };
                        (steps::step_move(&moment.title), moved(when))
                    });
                });
            }
            When::Undated => {}
        }
        self.when_mode(ui, moment, place, usual);
        if matches!(moment.when, When::On(_) | When::Relative(_)) {
            self.time(ui, moment);
        }
    }

    /// How the time is said: a date, a day from day 0, a place in the order, or not at all.
    fn when_mode(&mut self, ui: &mut Ui, moment: &Moment, place: Place, usual: Day) {
        self.row(ui, "when", |form, ui, width| {
            let campaign = form.cx.campaign;
            let zero = campaign.anchor.as_ref().and_then(|anchor| anchor.date).or(campaign.start);
            let day = campaign.day_of(moment.when).unwrap_or(usual);
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
            // A key of its own keeps the dropdown apart from the text field above it; without that field it stands for it.
            let field = if moment.when == When::Undated { "when" } else { "mode" };
            let key = MergeKey::Moment(moment.id, field);
            let picked = form.pick(ui, key, width, chosen, &modes, None).flatten();
            if let Some(when) = picked {
                form.step(steps::step_move(&moment.title), Edit::MoveMoment { id: moment.id, to: place, when });
            }
        });
    }

    fn time(&mut self, ui: &mut Ui, moment: &Moment) {
        self.row(ui, "time", |form, ui, width| {
            let half = (width - 4.0) / 2.0;
            let shown = moment.time.map(|time| time.to_string()).unwrap_or_default();
            ui.horizontal(|ui| {
                let text = Text {
                    key: MergeKey::Moment(moment.id, "time"),
                    name: names::field("time"),
                    shown: &shown,
                    hint: say::not_set(),
                    rows: 1,
                    width: half,
                    icon: Some(icons::CLOCK),
                    unread: say::unread_time(),
                };
                ui.vertical(|ui| {
                    ui.set_width(half);
                    form.text(
                        ui,
                        &text,
                        |written| if written.trim().is_empty() { Some(None) } else { parse::time(written).map(Some) },
                        |time| time.map(|time| time.to_string()).unwrap_or_default(),
                        |time| change("time", moment, MomentChange::Time(time)),
                    );
                });
                form.window(ui, moment, half);
            });
        });
    }

    fn window(&mut self, ui: &mut Ui, moment: &Moment, width: f32) {
        let now = moment.window.clone().unwrap_or_default();
        let uneven = (now.before != now.after).then(|| say::window_uneven(now.before, now.after));
        let names: Vec<(u16, String)> = [1, 2, 3, 5, 7].into_iter().map(|days| (days, say::window_days(days))).collect();
        let mut choices: Vec<(u16, &str, Option<icons::Icon>)> =
            names.iter().map(|(days, name)| (*days, name.as_str(), None)).collect();
        let even = say::window_days(now.before);
        if !choices.iter().any(|(days, ..)| *days == now.before) && now.before > 0 {
            choices.push((now.before, &even, None));
        }
        let mut chosen = (now.before == now.after && now.before > 0).then_some(now.before);
        if let Some(uneven) = &uneven {
            choices.push((u16::MAX, uneven, None));
            chosen = Some(u16::MAX);
        }
        let key = MergeKey::Moment(moment.id, "window");
        match self.pick(ui, key, width, chosen, &choices, Some(say::window_none())) {
            None | Some(Some(u16::MAX)) => {}
            Some(days) => {
                let window = days.map(|days| Window { before: days, after: days, ..now });
                self.set("window", moment, MomentChange::Window(window));
            }
        }
    }

    /// Where a moment appears.
    pub(super) fn channel(&mut self, ui: &mut Ui, moment: &Moment) {
        self.row(ui, "platform", |form, ui, width| {
            let half = (width - 4.0) / 2.0;
            ui.horizontal(|ui| {
                let platforms: Vec<_> = Platform::ALL
                    .iter()
                    .map(|platform| (*platform, names::platform(platform.key()), Some(icons::platform(*platform))))
                    .collect();
                let key = MergeKey::Moment(moment.id, "platform");
                if let Some(picked) = form.pick(ui, key, half + 10.0, moment.platform, &platforms, Some(say::not_set())) {
                    form.set("platform", moment, MomentChange::Platform(picked));
                }
                let formats: Vec<_> = Format::ALL.iter().map(|format| (*format, names::choice(format.key()), None)).collect();
                let key = MergeKey::Moment(moment.id, "format");
                if let Some(picked) = form.pick(ui, key, half - 10.0, moment.format, &formats, Some(say::not_set())) {
                    form.set("format", moment, MomentChange::Format(picked));
                }
            });
        });
        self.words(ui, moment, ("hook", moment.hook.as_deref()), (2, say::hint_hook()), MomentChange::Hook);
    }

    /// What the audience gets, and the value both sides share.
    pub(super) fn gives(&mut self, ui: &mut Ui, moment: &Moment, lane: Option<&Lane>, other: &mut bool) {
        super::heading(ui, say::section_audience());
        let half = (ui.available_width() - 4.0) / 2.0;
        for pair in AudienceValue::ALL.chunks(2) {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing = vec2(4.0, 3.0);
                for value in pair {
                    let on = moment.audience_value.contains(value);
                    let icon = Some(icons::audience_value(*value));
                    let response = kit::toggle(ui, icon, names::choice(value.key()), on, Some(half));
                    if *self.focus == Some("audience_value") {
                        response.request_focus();
                        response.scroll_to_me(Some(egui::Align::Center));
                        *self.focus = None;
                    }
                    if response.clicked() {
                        let values = toggled(&moment.audience_value, AudienceValue::ALL, *value);
                        self.set("audience_value", moment, MomentChange::AudienceValue(values));
                    }
                }
            });
        }
        self.shared_value(ui, moment, lane, other);
    }

    fn shared_value(&mut self, ui: &mut Ui, moment: &Moment, lane: Option<&Lane>, other: &mut bool) {
        /// What the row "Other…" stands for; no value has this place.
        const OTHER: usize = usize::MAX;
        let values = common_values(self.cx.campaign, lane, moment.shared_value.as_deref());
        self.row(ui, "shared_value", |form, ui, width| {
            let names: Vec<String> =
                values.iter().map(|(value, both)| if *both { say::value_of_both(value) } else { value.clone() }).collect();
            let mut choices: Vec<(usize, &str, Option<icons::Icon>)> =
                names.iter().enumerate().map(|(at, name)| (at, name.as_str(), None)).collect();
            choices.push((OTHER, say::other_value(), None));
            let chosen = values.iter().position(|(value, _)| Some(value) == moment.shared_value.as_ref());
            let key = MergeKey::Moment(moment.id, "shared_value");
            match form.pick(ui, key, width, chosen, &choices, Some(say::none_yet())) {
                Some(Some(OTHER)) => *other = true,
                Some(picked) => {
                    *other = false;
                    let value = picked.and_then(|at| values.get(at)).map(|(value, _)| value.clone());
                    form.set("shared_value", moment, MomentChange::SharedValue(value));
                }
                None => {}
            }
            if *other {
                let key = MergeKey::Moment(moment.id, "other shared_value");
                let shown = moment.shared_value.as_deref().unwrap_or_default();
                let text = Text { hint: say::in_other_words(), ..Text::line(key, say::in_other_words(), shown, width) };
                form.optional(ui, &text, |words| change("shared_value", moment, MomentChange::SharedValue(words)));
            }
        });
    }
}

/// The values that can be named, those of both sides first, and what the moment names now. The flag says that both have it.
fn common_values(campaign: &crate::model::Campaign, lane: Option<&Lane>, now: Option<&str>) -> Vec<(String, bool)> {
    let brand: &[String] =
        lane.and_then(|lane| campaign.brand_of(lane)).or(campaign.brands.first()).map_or(&[], |brand| &brand.values);
    let creator: &[String] = lane.and_then(|lane| campaign.creator_of(lane)).map_or(&[], |creator| &creator.values);
    let linked = |value: &str| lane.is_some_and(|lane| lane.value_links.iter().any(|link| link.brand == value));
    let both = |value: &String| linked(value) || creator.iter().any(|other| other.eq_ignore_ascii_case(value));
    let mut values: Vec<(String, bool)> = brand.iter().map(|value| (value.clone(), both(value))).collect();
    values.sort_by_key(|(_, both)| !both);
    for value in creator.iter().map(String::as_str).chain(now) {
        if !values.iter().any(|(known, _)| known.eq_ignore_ascii_case(value)) {
            values.push((value.to_owned(), false));
        }
    }
    values
}

/// The list with `one` added or taken out, in the order in which choices are offered.
fn toggled<T: Copy + PartialEq>(list: &[T], all: &[T], one: T) -> Vec<T> {
    all.iter().copied().filter(|choice| list.contains(choice) != (*choice == one)).collect()
}
