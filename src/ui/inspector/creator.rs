//! The page of a creator: who they are, what they stand for, what they rule out, what came before.

use egui::Ui;

use crate::edit::{CreatorChange, Edit};
use crate::model::{Creator, NoGo, PastDeal, Platform, Unknown, Voice, Waived};
use crate::ui::icons;
use crate::ui::view::Selection;
use crate::words::{counts, inspect, steps, window as say};

use super::form::Form;
use super::links::Link;
use super::moment::platforms;
use super::parse;
use super::pick::toggled;
use super::records::{PartKind, Records, day_text};
use super::text::Look;

impl Form<'_> {
    /// The page.
    pub(super) fn creator_page(&mut self, ui: &mut Ui, creator: &Creator) {
        let c = creator;
        self.name(ui, c, ("name", &c.name), "", CreatorChange::Name);
        self.words(ui, c, ("handle", c.handle.as_deref()), Look::line(inspect::hint_handle()), CreatorChange::Handle);
        if let Some(platform) = self.chips(ui, (c, "platforms"), &c.platforms, &platforms()) {
            let all = Platform::ALL.iter().copied();
            self.set(c, "platforms", CreatorChange::Platforms(toggled(&c.platforms, all, platform)));
        }
        self.words(ui, c, ("about", c.about.as_deref()), Look::rows(2, inspect::hint_about()), CreatorChange::About);
        self.section(ui, ("creator stands", inspect::section_stands()), &["values", "voice", "never_says"], |form, ui| {
            form.list(ui, c, ("values", &c.values), (',', Look::rows(2, say::hint_list())), CreatorChange::Values);
            form.note(ui, inspect::values_note());
            let voice = &c.voice;
            form.list(ui, c, ("voice", &voice.words), (',', Look::line(inspect::hint_voice())), |words| {
                CreatorChange::Voice(Voice { words, ..voice.clone() })
            });
            form.words(ui, c, ("never_says", voice.never_says.as_deref()), Look::line(inspect::hint_never()), |never_says| {
                CreatorChange::Voice(Voice { never_says, ..voice.clone() })
            });
        });
        self.section(ui, ("creator limits", inspect::section_limits()), &["no_go", "past"], |form, ui| form.limits(ui, c));
        let fields = &["audience_size", "followers_since", "young_audience"];
        self.section(ui, ("creator audience", inspect::section_their_audience()), fields, |form, ui| {
            let look = Look::read(inspect::hint_followers(), inspect::unread_followers());
            let size = c.audience_size.map(counts::grouped).unwrap_or_default();
            let read = |text: &str| if text.trim().is_empty() { Some(None) } else { parse::head_count(text).map(Some) };
            let show = |size: &Option<u64>| size.map(counts::grouped).unwrap_or_default();
            form.typed(ui, c, ("audience_size", &size), look, (read, show), CreatorChange::AudienceSize);
            let look = Look::line(inspect::hint_since());
            form.words(ui, c, ("followers_since", c.followers_since.as_deref()), look, CreatorChange::FollowersSince);
            let look = Look::read(inspect::in_percent(), inspect::unread_percent());
            form.count(ui, c, ("young_audience", c.young_audience), look, parse::percent, CreatorChange::YoungAudience);
        });
        self.section(ui, ("creator contact", inspect::section_contact()), &["contact", "languages"], |form, ui| {
            form.words(ui, c, ("contact", c.contact.as_deref()), Look::line(inspect::hint_contact()), CreatorChange::Contact);
            form.list(ui, c, ("languages", &c.languages), (',', Look::line(say::hint_list())), CreatorChange::Languages);
        });
        self.lanes_of(ui, creator);
    }

    /// What they rule out, and what came before.
    fn limits(&mut self, ui: &mut Ui, c: &Creator) {
        let topics = Records {
            field: "no_go",
            items: &c.no_go,
            parts: &[("category", PartKind::Name), ("consent", PartKind::Words)],
            show: |topic| vec![topic.category.clone(), topic.consent.clone().unwrap_or_default()],
            line: |topic| match &topic.consent {
                Some(consent) => inspect::consent_line(&topic.category, consent),
                None => topic.category.clone(),
            },
            read: |written, earlier: Option<&NoGo>| {
                let unknown = earlier.map(|topic| topic.unknown.clone()).unwrap_or_default();
                Some(NoGo { category: written.words(0)?, consent: written.words(1), unknown })
            },
        };
        self.records(ui, c, &topics, CreatorChange::NoGo);
        let deals = Records {
            field: "past",
            items: &c.past,
            parts: &[
                ("deal_brand", PartKind::Name),
                ("category", PartKind::Words),
                ("from", PartKind::Day),
                ("to", PartKind::Day),
                ("exclusive_until", PartKind::Day),
                ("waived_by", PartKind::Words),
            ],
            show: |deal| {
                vec![
                    deal.brand.clone(),
                    deal.category.clone().unwrap_or_default(),
                    day_text(deal.from),
                    day_text(deal.to),
                    day_text(deal.exclusive_until),
                    deal.waived.as_ref().map(|waived| waived.by.clone()).unwrap_or_default(),
                ]
            },
            line: |deal| match (deal.exclusive_until, deal.to) {
                (Some(day), _) => inspect::exclusive_line(&deal.brand, day.long()),
                (None, Some(day)) => inspect::until_line(&deal.brand, day.long()),
                (None, None) => deal.brand.clone(),
            },
            read: |written, earlier: Option<&PastDeal>| {
                let (from, to) = (written.day(2), written.day(3));
                if from.zip(to).is_some_and(|(from, to)| to < from) {
                    return None;
                }
                let known = earlier.and_then(|deal| deal.waived.clone());
                let waived = written.words(5).map(|by| match known {
                    Some(known) => Waived { by, ..known },
                    None => Waived { by, on: written.today, unknown: Unknown::default() },
                });
                Some(PastDeal {
                    brand: written.words(0)?,
                    category: written.words(1),
                    from,
                    to,
                    exclusive_until: written.day(4),
                    waived,
                    unknown: earlier.map(|deal| deal.unknown.clone()).unwrap_or_default(),
                })
            },
        };
        self.records(ui, c, &deals, CreatorChange::Past);
    }

    /// The lanes of the creator, and deleting who has none.
    fn lanes_of(&mut self, ui: &mut Ui, creator: &Creator) {
        let campaign = self.cx.campaign;
        let lanes: Vec<_> = campaign.lanes.iter().filter(|lane| lane.creator == Some(creator.id)).collect();
        ui.add_space(6.0);
        let links = lanes.iter().map(|lane| {
            let brand = campaign.brand_of(lane).map(|brand| brand.name.clone()).unwrap_or_default();
            Link::thing(icons::BOARD, inspect::lane_page(), brand, Selection::lane(lane.id))
        });
        self.links(ui, "lanes of creator", links, lanes.len());
        let why = (!lanes.is_empty()).then_some(inspect::creator_has_lane());
        let label = steps::step_delete(&creator.name);
        self.delete_button(ui, inspect::delete_creator(), why, label, Edit::RemoveCreator { id: creator.id });
    }
}
