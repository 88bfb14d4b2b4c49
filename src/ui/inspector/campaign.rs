//! The page of the whole campaign: what it is called, when it runs, what it is for.

use egui::Ui;

use crate::edit::{CampaignChange, Edit, MergeKey};
use crate::model::{Anchor, Campaign, Day, Money, Objective, Unknown};
use crate::ui::icons;
use crate::words::{names, steps, window as say};

use super::form::{Form, Text};
use super::parse;

fn change(field: &str, change: CampaignChange) -> (String, Edit) {
    (steps::step_campaign(names::field_word(field)), Edit::SetCampaign { change: Box::new(change) })
}

fn keep(day: Option<Day>, other: Option<Day>, first: bool) -> bool {
    day.zip(other).is_none_or(|(day, other)| if first { day <= other } else { other <= day })
}

impl Form<'_> {
    /// A text field of the campaign.
    fn of_campaign<T>(
        &mut self,
        ui: &mut Ui,
        (field, shown): (&'static str, &str),
        (rows, hint, unread): (usize, &str, &str),
        read: impl FnOnce(&str) -> Option<T>,
        show: impl FnOnce(&T) -> String,
        to: impl FnOnce(T) -> CampaignChange,
    ) {
        self.row(ui, field, |form, ui, width| {
            let key = MergeKey::Campaign(field);
            let icon = matches!(field, "start" | "end" | "anchor").then_some(icons::CALENDAR);
            let text = Text { key, name: names::field(field), shown, hint, rows, width, icon, unread };
            form.text(ui, &text, read, show, |value| change(field, to(value)));
        });
    }

    /// The page.
    pub(super) fn campaign(&mut self, ui: &mut Ui) {
        let campaign: &Campaign = self.cx.campaign;
        let words = |text: &str| Some(parse::words(text));
        let shown = |text: &Option<String>| text.clone().unwrap_or_default();
        self.of_campaign(
            ui,
            ("name", &campaign.name),
            (1, "", ""),
            |text| Some(text.to_owned()),
            Clone::clone,
            CampaignChange::Name,
        );
        let line = campaign.line.as_deref().unwrap_or_default();
        self.of_campaign(ui, ("line", line), (2, "", ""), words, shown, CampaignChange::Line);
        self.row(ui, "objective", |form, ui, width| {
            let choices: Vec<_> = Objective::ALL.iter().map(|choice| (*choice, names::choice(choice.key()), None)).collect();
            let key = MergeKey::Campaign("objective");
            if let Some(picked) = form.pick(ui, key, width, campaign.objective, &choices, Some(say::not_set())) {
                let (label, edit) = change("objective", CampaignChange::Objective(picked));
                form.step(label, edit);
            }
        });
        self.dates(ui);
        if let Some(on) = self.check(ui, "continues", say::continues(), campaign.continues) {
            let (label, edit) = change("continues", CampaignChange::Continues(on));
            self.step(label, edit);
        }
        let budget = campaign.budget.map(Money::readable).unwrap_or_default();
        let currency = campaign.budget.map_or_else(|| "EUR".to_owned(), |money| money.currency().to_owned());
        self.of_campaign(
            ui,
            ("budget", &budget),
            (1, say::not_set(), say::unread_money()),
            |text| if text.trim().is_empty() { Some(None) } else { parse::money(text, &currency).map(Some) },
            |money| money.map(Money::readable).unwrap_or_default(),
            CampaignChange::Budget,
        );
        let audience = campaign.audience.as_deref().unwrap_or_default();
        self.of_campaign(ui, ("audience", audience), (2, "", ""), words, shown, CampaignChange::Audience);
    }

    fn dates(&mut self, ui: &mut Ui) {
        let campaign: &Campaign = self.cx.campaign;
        let near = campaign.start.or(campaign.end).unwrap_or(self.cx.today);
        let show = |day: &Option<Day>| day.map(|day| format!("{} {}", day.with_weekday(), day.date().year())).unwrap_or_default();
        let read = move |text: &str| {
            if text.trim().is_empty() { Some(None) } else { parse::day(text, near).map(Some) }
        };
        let looks = (1, say::not_set(), say::unread_day());
        let (start, end) = (campaign.start, campaign.end);
        // A span that would run backwards is not read yet: it waits as a draft until the other end follows.
        self.of_campaign(
            ui,
            ("start", &show(&start)),
            looks,
            |text| read(text).filter(|day| keep(*day, end, true)),
            show,
            CampaignChange::Start,
        );
        self.of_campaign(
            ui,
            ("end", &show(&end)),
            looks,
            |text| read(text).filter(|day| keep(*day, start, false)),
            show,
            CampaignChange::End,
        );
        let anchor = campaign.anchor.clone();
        let zero = anchor.as_ref().and_then(|anchor| anchor.date);
        self.of_campaign(ui, ("anchor", &show(&zero)), looks, read, show, |date| {
            let anchor = match (anchor, date) {
                (Some(anchor), date) => Some(Anchor { date, ..anchor }),
                (None, None) => None,
                (None, date) => Some(Anchor { label: names::field("anchor").to_owned(), date, unknown: Unknown::default() }),
            };
            CampaignChange::Anchor(anchor)
        });
    }
}
