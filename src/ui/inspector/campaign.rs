//! The page of the whole campaign: what it is called, when it runs, what it is for, and the way to everyone in it.

use egui::Ui;

use crate::check;
use crate::edit::CampaignChange;
use crate::model::{Anchor, Blackout, Campaign, Objective, Phase, PhaseKind, Unknown};
use crate::ui::board::blackout_said;
use crate::ui::command::Command;
use crate::ui::icons;
use crate::ui::view::{About, Selection};
use crate::words::{self, inspect, names, window as say};

use super::form::Form;
use super::links::Link;
use super::parse;
use super::pick::{choices, unset};
use super::records::{PartKind, Records};
use super::text::Look;

/// Time zones that are often meant; any other IANA name can be written.
const ZONES: &[&str] = &[
    "Europe/Berlin",
    "Europe/London",
    "Europe/Paris",
    "Europe/Stockholm",
    "America/New_York",
    "America/Los_Angeles",
    "Asia/Tokyo",
];

/// What a phase can be, by its keys.
const PHASE_KINDS: &[&str] =
    &[PhaseKind::Launch.key(), PhaseKind::AlwaysOn.key(), PhaseKind::Event.key(), PhaseKind::Repair.key()];

impl Form<'_> {
    /// The page.
    pub(super) fn campaign(&mut self, ui: &mut Ui) {
        let campaign: &Campaign = self.cx.campaign;
        self.name(ui, campaign, ("name", &campaign.name), say::hint_title(), CampaignChange::Name);
        self.words(ui, campaign, ("line", campaign.line.as_deref()), Look::rows(2, inspect::hint_line()), CampaignChange::Line);
        let objectives = choices(Objective::ALL, |choice| names::choice(choice.key()));
        self.choose(ui, (campaign, "objective"), campaign.objective, &objectives, unset(), CampaignChange::Objective);
        self.money(ui, campaign, ("budget", campaign.budget), CampaignChange::Budget);
        let kpis = Look::rows(2, inspect::hint_kpis());
        self.list(ui, campaign, ("kpis", &campaign.kpis), (',', kpis), CampaignChange::Kpis);
        self.people(ui);
        let fields = &["start", "end", "continues", "anchor", "anchor_date", "phases", "blackouts"];
        self.section(ui, ("campaign time", inspect::section_time()), fields, Self::time_of_campaign);
        let fields = &["audience", "audience_values", "markets", "time_zone"];
        self.section(ui, ("campaign audience", inspect::section_audience()), fields, |form, ui| {
            let audience = Look::rows(2, inspect::hint_audience());
            form.words(ui, campaign, ("audience", campaign.audience.as_deref()), audience, CampaignChange::Audience);
            let values = Look::rows(2, say::hint_list());
            form.list(
                ui,
                campaign,
                ("audience_values", &campaign.audience_values),
                (',', values),
                CampaignChange::AudienceValues,
            );
            form.note(ui, inspect::audience_is_assumed());
            let markets = campaign.markets.join(", ");
            let look = Look::read(inspect::hint_markets(), inspect::unread_markets());
            let show = |codes: &Vec<String>| codes.join(", ");
            form.typed(ui, campaign, ("markets", &markets), look, (parse::markets, show), CampaignChange::Markets);
            let unknown = check::unknown_markets(campaign);
            if !unknown.is_empty() {
                form.note(ui, &inspect::markets_unknown(words::list(&unknown)));
            }
            let known: Vec<String> = check::known_markets().map(|(code, name)| inspect::market_known(name, code)).collect();
            form.note(ui, &inspect::markets_note(known.join(", ")));
            let zone = campaign.time_zone.as_deref().unwrap_or_default();
            let look = Look::read(inspect::hint_zone(), inspect::unread_zone()).known(|_| &[], ZONES);
            let show = |zone: &Option<String>| zone.clone().unwrap_or_default();
            form.typed(ui, campaign, ("time_zone", zone), look, (parse::zone, show), CampaignChange::TimeZone);
        });
    }

    /// When it runs.
    fn time_of_campaign(&mut self, ui: &mut Ui) {
        let campaign: &Campaign = self.cx.campaign;
        let (start, end) = (campaign.start, campaign.end);
        // A span that would run backwards is not read yet: it waits as a draft until the other end follows.
        // Days and weeks are counted by the ends of everything: where these days are not the ends, it is said which are.
        let reach = self.cx.derived.totals.dates;
        self.day(ui, campaign, ("start", start), |day| end.is_none_or(|end| day <= end), CampaignChange::Start);
        if let Some((first, _)) = reach.filter(|(first, _)| start.is_some_and(|start| *first < start)) {
            let phase = campaign.phases.iter().find(|phase| phase.from == first);
            let said = phase.map(|phase| inspect::begins_with_phase(&phase.name, first.long()));
            self.note(ui, &said.unwrap_or_else(|| inspect::begins_before(first.long())));
        }
        self.day(ui, campaign, ("end", end), |day| start.is_none_or(|start| start <= day), CampaignChange::End);
        if let Some((_, last)) = reach.filter(|(_, last)| end.is_some_and(|end| end < *last)) {
            let phase = campaign.phases.iter().find(|phase| phase.to == last);
            let said = phase.map(|phase| inspect::ends_with_phase(&phase.name, last.long()));
            self.note(ui, &said.unwrap_or_else(|| inspect::ends_after(last.long())));
        }
        self.yes_no(ui, campaign, ("continues", say::continues(), campaign.continues), CampaignChange::Continues);
        let anchor = campaign.anchor.as_ref();
        let date = anchor.and_then(|anchor| anchor.date);
        let label = anchor.map(|anchor| anchor.label.as_str());
        let earlier = anchor.cloned();
        self.words(ui, campaign, ("anchor", label), Look::line(inspect::hint_anchor()), |label| {
            // Without a label day 0 is gone, unless it has a date: then it is called what it is.
            let label = label.or_else(|| date.map(|_| names::field("anchor").to_owned()));
            CampaignChange::Anchor(label.map(|label| match earlier {
                Some(earlier) => Anchor { label, ..earlier },
                None => Anchor { label, date: None, unknown: Unknown::default() },
            }))
        });
        let earlier = anchor.cloned();
        self.day(
            ui,
            campaign,
            ("anchor_date", date),
            |_| true,
            |date| {
                // A day 0 that has no label yet is called what it is.
                let new = || Anchor { label: names::field("anchor").to_owned(), date: None, unknown: Unknown::default() };
                let anchor = earlier.or_else(|| date.map(|_| new()));
                CampaignChange::Anchor(anchor.map(|anchor| Anchor { date, ..anchor }))
            },
        );
        self.note(ui, inspect::day_zero_note());
        let phases = Records {
            field: "phases",
            items: &campaign.phases,
            parts: &[
                ("name", PartKind::Name),
                ("from", PartKind::FirstDay),
                ("to", PartKind::FirstDay),
                ("phase_kind", PartKind::Choice(PHASE_KINDS)),
            ],
            show: |phase| {
                let kind = phase.kind.map_or("", PhaseKind::key).to_owned();
                vec![phase.name.clone(), phase.from.long(), phase.to.long(), kind]
            },
            line: |phase| inspect::phase_line(&phase.name, phase.from.before(phase.to), phase.to.long()),
            read: |written, earlier: Option<&Phase>| {
                let (from, to) = (written.day(1)?, written.day(2)?);
                let kind = written.words(3).and_then(|key| PhaseKind::ALL.iter().copied().find(|kind| kind.key() == key));
                let unknown = earlier.map(|phase| phase.unknown.clone()).unwrap_or_default();
                (from <= to).then_some(Phase { name: written.words(0)?, from, to, kind, unknown })
            },
        };
        self.records(ui, campaign, &phases, CampaignChange::Phases);
        let blackouts = Records {
            field: "blackouts",
            items: &campaign.blackouts,
            parts: &[("from", PartKind::FirstDay), ("to", PartKind::FirstDay), ("why", PartKind::Words)],
            show: |days| vec![days.from.long(), days.to.long(), days.why.clone().unwrap_or_default()],
            line: |days| {
                inspect::blackout_line(days.from.before(days.to), days.to.long(), days.why.as_deref().unwrap_or_default())
            },
            read: |written, earlier: Option<&Blackout>| {
                let (from, to) = (written.day(0)?, written.day(1)?);
                let unknown = earlier.map(|days| days.unknown.clone()).unwrap_or_default();
                (from <= to).then_some(Blackout { from, to, why: written.words(2), unknown })
            },
        };
        self.records(ui, campaign, &blackouts, CampaignChange::Blackouts);
        self.note(ui, inspect::blackouts_note());
        for (at, days) in campaign.blackouts.iter().enumerate() {
            let moments = self.cx.derived.in_blackout(at);
            if moments > 0 {
                let span = inspect::blackout_days(days.from.before(days.to), days.to.long());
                self.note(ui, &blackout_said(days.why.as_deref().unwrap_or_default(), span, moments));
            }
        }
    }

    /// The way to everyone and everything the plan is about, and to others.
    fn people(&mut self, ui: &mut Ui) {
        let campaign: &Campaign = self.cx.campaign;
        let note = |text: Option<&String>| text.cloned().unwrap_or_default();
        self.section(ui, ("campaign creators", inspect::section_creators()), &[], |form, ui| {
            let links = campaign.creators.iter().enumerate().map(|(at, creator)| {
                Link::person(at, &creator.name, note(creator.handle.as_ref()), Selection::about(About::Creator(creator.id)))
            });
            form.links(ui, "creators", links, campaign.creators.len());
            form.add_button(ui, Command::AddCreator);
        });
        self.section(ui, ("campaign brands", inspect::section_brands()), &[], |form, ui| {
            let first =
                |at| if at == 0 && campaign.brands.len() > 1 { inspect::default_brand().to_owned() } else { String::new() };
            let links =
                campaign.brands.iter().enumerate().map(|(at, brand)| {
                    Link::thing(icons::BRAND, &brand.name, first(at), Selection::about(About::Brand(brand.id)))
                });
            form.links(ui, "brands", links, campaign.brands.len());
            form.add_button(ui, Command::AddBrand);
        });
        self.section(ui, ("campaign products", inspect::section_products()), &[], |form, ui| {
            let links = campaign.products.iter().map(|product| {
                let to = Selection::about(About::Product(product.id));
                Link::thing(icons::KIND_PRODUCT, &product.name, note(product.category.as_ref()), to)
            });
            form.links(ui, "products", links, campaign.products.len());
            form.add_button(ui, Command::AddProductName);
        });
        if !campaign.ideas.is_empty() {
            self.section(ui, ("campaign ideas", say::section_ideas()), &[], |form, ui| {
                let links = campaign.ideas.iter().map(|idea| {
                    let creator =
                        idea.for_creator.and_then(|id| campaign.creator(id)).map(|creator| campaign.short_name(creator));
                    let to = Selection::moment(idea.id, None);
                    Link::idea(idea.kind, &idea.title, creator.unwrap_or_default().into_owned(), to)
                });
                form.links(ui, "ideas", links, campaign.ideas.len());
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_phase_can_be_chosen() {
        let all: Vec<&str> = PhaseKind::ALL.iter().map(|kind| kind.key()).collect();
        assert_eq!(PHASE_KINDS, all);
    }
}
