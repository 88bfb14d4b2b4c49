//! What can be chosen for a cell, or for all selected rows at once. Never draws.

use super::cells::ask_word;
use super::column::Column;
use super::data::Row;
use super::read::Change;
use crate::edit::{MomentChange, Place};
use crate::model::{Compensation, Control, Cta, Format, Kind, Lane, Moment, Placement, Platform};
use crate::ui::icons::{self, Icon};
use crate::ui::inspector::{Known, common_values, platforms, statuses, toggled};
use crate::ui::view::Cx;
use crate::words::{inspect, names, window};

/// Something that can be chosen.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    pub(super) icon: Option<Icon>,
    pub(super) name: String,
    pub(super) chosen: bool,
    /// What choosing it does; `None` lets it be written instead.
    pub(super) change: Option<Change>,
    /// It begins another part of the list.
    pub(super) parted: bool,
    /// What stands over the part that it begins, if anything.
    pub(super) head: &'static str,
}

fn choice(icon: Option<Icon>, name: impl Into<String>, chosen: bool, change: MomentChange) -> Choice {
    Choice { icon, name: name.into(), chosen, change: Some(Change::Set(change)), parted: false, head: "" }
}

/// What can be chosen in a column: for the moment of a row, or for several.
pub(super) fn choices(cx: &Cx<'_>, known: &mut Known, column: Column, row: Option<Row<'_>>) -> Vec<Choice> {
    let m = row.map(|row| &**row.moment);
    let unset = |chosen: bool, change| choice(None, window::not_set(), chosen, change);
    match column {
        Column::Kind => {
            let one = |kind: Kind| {
                let chosen = m.is_some_and(|m| m.kind == kind);
                choice(Some(icons::kind(kind)), names::kind(kind.key()), chosen, MomentChange::Kind(kind))
            };
            Kind::ALL.iter().copied().map(one).collect()
        }
        Column::Status => {
            let is = |status| m.is_some_and(|m| m.status == status && cx.campaign.says_status(m));
            let one = |(status, name, icon)| choice(icon, name, is(status), MomentChange::Status(status));
            statuses().into_iter().map(one).collect()
        }
        Column::Creator => lanes(cx, row),
        Column::Channel => channel(m),
        Column::SharedValue => shared(cx, row),
        Column::Ask => {
            let one = |cta: Cta| choice(None, ask_word(cta), m.is_some_and(|m| m.cta == Some(cta)), MomentChange::Cta(Some(cta)));
            let mut all = vec![unset(m.is_some_and(|m| m.cta.is_none()), MomentChange::Cta(None))];
            all.extend(Cta::ALL.iter().copied().map(one));
            all
        }
        Column::Control => {
            let one = |control: Control| {
                let chosen = m.is_some_and(|m| m.creative_control == Some(control));
                choice(None, names::choice(control.key()), chosen, MomentChange::CreativeControl(Some(control)))
            };
            let none = unset(m.is_some_and(|m| m.creative_control.is_none()), MomentChange::CreativeControl(None));
            [none].into_iter().chain(Control::ALL.iter().copied().map(one)).collect()
        }
        Column::Placement => {
            let one = |placement: Placement| {
                let chosen = m.is_some_and(|m| m.placement == Some(placement));
                choice(None, names::placement(placement.key()), chosen, MomentChange::Placement(Some(placement)))
            };
            let none = unset(m.is_some_and(|m| m.placement.is_none()), MomentChange::Placement(None));
            [none].into_iter().chain(Placement::ALL.iter().copied().map(one)).collect()
        }
        Column::Pay => {
            let one = |pay: Compensation| {
                let chosen = m.is_some_and(|m| m.compensation == Some(pay));
                choice(None, names::choice(pay.key()), chosen, MomentChange::Compensation(Some(pay)))
            };
            let none = unset(m.is_some_and(|m| m.compensation.is_none()), MomentChange::Compensation(None));
            [none].into_iter().chain(Compensation::ALL.iter().copied().map(one)).collect()
        }
        Column::Product => {
            let is = |id| m.is_some_and(|m| m.product == id);
            let mut all = vec![choice(None, window::none_yet(), is(None), MomentChange::Product(None))];
            let products = cx.campaign.products.iter();
            all.extend(products.map(|product| {
                let change = MomentChange::Product(Some(product.id));
                choice(Some(icons::KIND_PRODUCT), &product.name, is(Some(product.id)), change)
            }));
            all
        }
        Column::Owner => {
            let is = |owner: Option<&str>| m.is_some_and(|m| m.owner.as_deref() == owner);
            let mut all = vec![choice(None, window::nobody_yet(), is(None), MomentChange::Owner(None))];
            let owners = known.of(cx).owners.iter();
            all.extend(
                owners.map(|owner| choice(Some(icons::USER), owner, is(Some(owner)), MomentChange::Owner(Some(owner.clone())))),
            );
            all
        }
        Column::Gives => {
            let given = m.map_or(&[][..], |m| &m.audience_value);
            let all = crate::model::AudienceValue::ALL;
            let one = |value: &crate::model::AudienceValue| {
                let values = toggled(given, all.iter().copied(), *value);
                let icon = Some(icons::audience_value(*value));
                choice(icon, names::choice(value.key()), given.contains(value), MomentChange::AudienceValue(values))
            };
            all.iter().map(one).collect()
        }
        Column::Covers => {
            let (kind, covers) = m.map_or((None, &[][..]), |m| (Some(m.kind), &m.covers));
            let others = Kind::ALL.iter().filter(|other| Some(**other) != kind);
            let one = |other: &Kind| {
                let covers_now = toggled(covers, Kind::ALL.iter().copied(), *other);
                let icon = Some(icons::kind(*other));
                choice(icon, names::kind(other.key()), covers.contains(other), MomentChange::Covers(covers_now))
            };
            others.map(one).collect()
        }
        _ => Vec::new(),
    }
}

/// In what shape something comes, which is what the cell says first, and where it appears: each can be chosen, and taken away.
fn channel(m: Option<&Moment>) -> Vec<Choice> {
    let of_format = |format: Option<Format>| m.is_some_and(|m| m.format == format);
    let of_platform = |platform: Option<Platform>| m.is_some_and(|m| m.platform == platform);
    let no_format = choice(None, window::not_set(), of_format(None), MomentChange::Format(None));
    let mut all = vec![Choice { head: names::field("format"), ..no_format }];
    let format = |format: &Format| {
        choice(None, names::choice(format.key()), of_format(Some(*format)), MomentChange::Format(Some(*format)))
    };
    all.extend(Format::ALL.iter().map(format));
    let no_platform = choice(None, window::not_set(), of_platform(None), MomentChange::Platform(None));
    all.push(Choice { head: names::field("platform"), parted: true, ..no_platform });
    all.extend(
        platforms().into_iter().map(|(platform, name, icon)| {
            choice(icon, name, of_platform(Some(platform)), MomentChange::Platform(Some(platform)))
        }),
    );
    all
}

fn lanes(cx: &Cx<'_>, row: Option<Row<'_>>) -> Vec<Choice> {
    let here = row.map(|row| row.lane.map(|lane| lane.id));
    let one = |lane: &std::sync::Arc<Lane>| Choice {
        icon: Some(if lane.creator.is_some() { icons::USER } else { icons::BRAND }),
        name: cx.campaign.lane_name(lane).to_owned(),
        chosen: here == Some(Some(lane.id)),
        change: Some(Change::Place(Place::Lane(lane.id))),
        parted: false,
        head: "",
    };
    let tray = Choice {
        icon: Some(icons::IDEA),
        name: window::in_the_tray().to_owned(),
        chosen: here == Some(None),
        change: Some(Change::Place(Place::Tray)),
        parted: true,
        head: "",
    };
    cx.campaign.lanes.iter().map(one).chain([tray]).collect()
}

fn shared(cx: &Cx<'_>, row: Option<Row<'_>>) -> Vec<Choice> {
    let now = row.and_then(|row| row.moment.shared_value.as_deref());
    let lane = row.and_then(|row| row.lane).map(AsRef::as_ref);
    let values = common_values(cx.campaign, cx.synonyms(), lane, now);
    let none = choice(None, window::none_yet(), row.is_some() && now.is_none(), MomentChange::SharedValue(None));
    let mut all = vec![none];
    all.extend(values.into_iter().map(|(value, both)| {
        let name = if both { window::value_of_both(&value) } else { value.clone() };
        let chosen = now == Some(value.as_str());
        choice(None, name, chosen, MomentChange::SharedValue(Some(value)))
    }));
    if row.is_some() {
        let name = window::other_value().to_owned();
        all.push(Choice { icon: Some(icons::EDIT), name, chosen: false, change: None, parted: true, head: "" });
    }
    all
}

/// What a column is called in the menu of the bar for several rows.
pub(super) fn menu_name(column: Column) -> &'static str {
    match column {
        Column::Gives => inspect::gives(),
        column => column.name(),
    }
}
