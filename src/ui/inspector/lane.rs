//! The page of a lane: where the relationship stands before the plan begins, how the lane works, who the creator is.

use egui::Ui;

use crate::edit::{CreatorChange, Edit, LaneChange, MergeKey};
use crate::model::{Basis, Compared, Creator, Day, Lane, LaneMode, Relationship, RelationshipStatus, Unknown, ValueLink};
use crate::ui::icons;
use crate::words::{names, steps, window as say};

use super::form::{Form, Text};
use super::{heading, parse};

/// Fields of the lane page, by their keys in the file: fixes lead here rather than to a moment.
pub(super) const FIELDS: &[&str] =
    &["relationship", "basis", "since", "last_visible", "evidence", "mode", "organic_per_week", "handle", "values", "about"];

impl Form<'_> {
    fn lane_step(&self, field: &str, lane: &Lane, change: LaneChange) -> (String, Edit) {
        let name = self.cx.campaign.lane_name(lane);
        (steps::step_lane(names::field_word(field), name), Edit::SetLane { id: lane.id, change })
    }

    fn related(&self, field: &str, lane: &Lane, relationship: Relationship) -> (String, Edit) {
        self.lane_step(field, lane, LaneChange::Relationship(relationship))
    }

    /// A text field of a lane.
    fn of_lane<T>(
        &mut self,
        ui: &mut Ui,
        (lane, field, shown): (&Lane, &'static str, &str),
        (rows, hint, unread): (usize, &str, &str),
        read: impl FnOnce(&str) -> Option<T>,
        show: impl FnOnce(&T) -> String,
        to: impl FnOnce(T) -> LaneChange,
    ) {
        self.row(ui, field, |form, ui, width| {
            let key = MergeKey::Lane(lane.id, field);
            let icon = (field == "last_visible").then_some(icons::CALENDAR);
            let text = Text { key, name: names::field(field), shown, hint, rows, width, icon, unread };
            let name = form.cx.campaign.lane_name(lane).to_owned();
            form.text(ui, &text, read, show, |value| {
                (steps::step_lane(names::field_word(field), name), Edit::SetLane { id: lane.id, change: to(value) })
            });
        });
    }

    /// The page.
    pub(super) fn lane(&mut self, ui: &mut Ui, lane: &Lane) {
        if lane.is_creator() {
            heading(ui, say::section_relationship());
            self.relationship(ui, lane);
        }
        self.row(ui, "mode", |form, ui, width| {
            let choices: Vec<_> = LaneMode::ALL.iter().map(|mode| (*mode, names::choice(mode.key()), None)).collect();
            let key = MergeKey::Lane(lane.id, "mode");
            if let Some(mode) = form.pick(ui, key, width, Some(lane.mode), &choices, None).flatten() {
                let (label, edit) = form.lane_step("mode", lane, LaneChange::Mode(mode));
                form.step(label, edit);
            }
        });
        let posts = lane.organic_per_week.map(|posts| posts.to_string()).unwrap_or_default();
        self.of_lane(
            ui,
            (lane, "organic_per_week", &posts),
            (1, say::not_set(), say::unread_count()),
            |text| if text.trim().is_empty() { Some(None) } else { text.trim().parse().ok().map(Some) },
            |posts: &Option<u16>| posts.map(|posts| posts.to_string()).unwrap_or_default(),
            LaneChange::OrganicPerWeek,
        );
        if let Some(creator) = self.cx.campaign.creator_of(lane) {
            heading(ui, say::section_creator());
            self.creator_page(ui, creator);
            self.values(ui, lane);
        }
    }

    /// Which words of the creator and the brand mean the same, and who held the lists side by side.
    fn values(&mut self, ui: &mut Ui, lane: &Lane) {
        let show = |links: &Vec<ValueLink>| {
            links.iter().map(|link| format!("{} = {}", link.creator, link.brand)).collect::<Vec<_>>().join("\n")
        };
        self.of_lane(
            ui,
            (lane, "value_links", &show(&lane.value_links)),
            (2, say::hint_links(), say::unread_links()),
            links,
            show,
            LaneChange::ValueLinks,
        );
        let today = self.cx.today;
        let by = lane.values_compared.as_ref().map_or("", |compared| compared.by.as_str());
        self.of_lane(
            ui,
            (lane, "values_compared", by),
            (1, say::nobody_yet(), ""),
            |text| Some(parse::words(text)),
            |by| by.clone().unwrap_or_default(),
            |by| LaneChange::ValuesCompared(by.map(|by| Compared { by, on: today, unknown: Unknown::default() })),
        );
    }

    fn relationship(&mut self, ui: &mut Ui, lane: &Lane) {
        let now = &lane.relationship;
        self.row(ui, "relationship", |form, ui, width| {
            let choices: Vec<_> =
                RelationshipStatus::ALL.iter().map(|status| (*status, names::choice(status.key()), None)).collect();
            let key = MergeKey::Lane(lane.id, "relationship");
            if let Some(status) = form.pick(ui, key, width, Some(now.status), &choices, None).flatten() {
                let (label, edit) = form.related("relationship", lane, Relationship { status, ..now.clone() });
                form.step(label, edit);
            }
        });
        self.row(ui, "basis", |form, ui, width| {
            let choices: Vec<_> = Basis::ALL.iter().map(|basis| (*basis, names::choice(basis.key()), None)).collect();
            let key = MergeKey::Lane(lane.id, "basis");
            if let Some(basis) = form.pick(ui, key, width, now.basis, &choices, Some(say::not_set())) {
                let (label, edit) = form.related("basis", lane, Relationship { basis, ..now.clone() });
                form.step(label, edit);
            }
        });
        let since = now.since.as_deref().unwrap_or_default();
        self.of_lane(
            ui,
            (lane, "since", since),
            (1, say::not_set(), ""),
            |text| Some(parse::words(text)),
            |words| words.clone().unwrap_or_default(),
            |since| LaneChange::Relationship(Relationship { since, ..now.clone() }),
        );
        let near = now.last_visible.or(self.cx.campaign.start).unwrap_or(self.cx.today);
        let show = |day: &Option<Day>| day.map(Day::long).unwrap_or_default();
        self.of_lane(
            ui,
            (lane, "last_visible", &show(&now.last_visible)),
            (1, say::not_set(), say::unread_day()),
            |text| if text.trim().is_empty() { Some(None) } else { parse::day(text, near).map(Some) },
            show,
            |last_visible| LaneChange::Relationship(Relationship { last_visible, ..now.clone() }),
        );
        let evidence = now.evidence.join("\n");
        self.of_lane(
            ui,
            (lane, "evidence", &evidence),
            (3, say::hint_evidence(), ""),
            |text| Some(parse::list(text, '\n')),
            |lines| lines.join("\n"),
            |evidence| LaneChange::Relationship(Relationship { evidence, ..now.clone() }),
        );
    }

    fn creator_page(&mut self, ui: &mut Ui, creator: &Creator) {
        self.of_creator(ui, (creator, "name", &creator.name), (1, ""), str::to_owned, Clone::clone, CreatorChange::Name);
        let shown = |words: &Option<String>| words.clone().unwrap_or_default();
        let handle = creator.handle.as_deref().unwrap_or_default();
        self.of_creator(ui, (creator, "handle", handle), (1, say::not_set()), parse::words, shown, CreatorChange::Handle);
        let values = creator.values.join(", ");
        self.of_creator(
            ui,
            (creator, "values", &values),
            (2, say::hint_list()),
            |text| parse::list(text, ','),
            |values| values.join(", "),
            CreatorChange::Values,
        );
        let about = creator.about.as_deref().unwrap_or_default();
        self.of_creator(ui, (creator, "about", about), (2, ""), parse::words, shown, CreatorChange::About);
    }

    fn of_creator<T>(
        &mut self,
        ui: &mut Ui,
        (creator, field, shown): (&Creator, &'static str, &str),
        (rows, hint): (usize, &str),
        read: impl FnOnce(&str) -> T,
        show: impl FnOnce(&T) -> String,
        to: impl FnOnce(T) -> CreatorChange,
    ) {
        self.row(ui, field, |form, ui, width| {
            let key = MergeKey::Creator(creator.id, field);
            let text = Text { key, name: names::field(field), shown, hint, rows, width, icon: None, unread: "" };
            form.text(
                ui,
                &text,
                |written| Some(read(written)),
                show,
                |value| {
                    let label = steps::step_creator(names::field_word(field), &creator.name);
                    (label, Edit::SetCreator { id: creator.id, change: to(value) })
                },
            );
        });
    }
}

/// Reads one link a line; `None` while a line does not hold two words.
fn links(text: &str) -> Option<Vec<ValueLink>> {
    let word = |text: &str| Some(text.trim().to_owned()).filter(|word| !word.is_empty());
    parse::list(text, '\n')
        .iter()
        .map(|line| {
            let (creator, brand) = line.split_once('=')?;
            Some(ValueLink { creator: word(creator)?, brand: word(brand)?, unknown: Unknown::default() })
        })
        .collect()
}
