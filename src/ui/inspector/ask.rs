//! The fields of a moment that say what it asks, how it is disclosed, and how it is made.

use egui::Ui;

use crate::edit::MomentChange;
use crate::model::{Compensation, Control, Cta, Disclosure, Moment, Placement, Status, Unknown, Verified};
use crate::ui::command::Command;
use crate::ui::fonts::{self, IconFace};
use crate::ui::icons::{self, Icon};
use crate::ui::kit::{self, paint};
use crate::ui::view::{About, Selection};
use crate::words::{inspect, names, window as say};

use super::form::{self, Form, field_id};
use super::moment::Card;
use super::owner::Owner;
use super::parse;
use super::pick::{choices, unset};
use super::text::Look;

/// Labels that are usual, for a campaign of whose markets nothing is known.
const LABELS: &[&str] = &["Ad", "Paid partnership", "Werbung", "Anzeige", "Publicité", "Gifted"];

/// The strengths of an ask from none to hard, and in words.
fn strengths() -> [(Cta, &'static str); 3] {
    [(Cta::None, inspect::no_call()), (Cta::Soft, inspect::soft_sell()), (Cta::Hard, inspect::hard_sell())]
}

impl Form<'_> {
    /// What a moment asks, and how it says so.
    pub(super) fn asks(&mut self, ui: &mut Ui, card: Card<'_>) {
        let fields = &["cta", "product", "placement", "compensation", "disclosure", "creative_control", "must_say", "verified"];
        let m = card.moment;
        self.section(ui, ("ask", say::section_ask()), fields, |form, ui| {
            form.call(ui, m);
            form.rare(ui, card, &["product", "placement", "compensation"]);
            form.disclosure(ui, m);
            form.control(ui, m);
            form.rare(ui, card, &["must_say"]);
        });
    }

    /// How hard it asks.
    pub(super) fn call(&mut self, ui: &mut Ui, m: &Moment) {
        if let Some(cta) = self.strength(ui, m.cta, unset()) {
            self.set(m, "cta", MomentChange::Cta(Some(cta)));
        }
    }

    /// The row of bars; returns the strength that was chosen.
    pub(super) fn strength(&mut self, ui: &mut Ui, now: Option<Cta>, none: &str) -> Option<Cta> {
        self.row(ui, "cta", |form, ui, _| {
            let strengths = strengths();
            let words = strengths.map(|(cta, word)| (names::choice(cta.key()), word));
            let at = strengths.iter().position(|(cta, ..)| Some(*cta) == now);
            form.take_focus(ui, "cta", ui.next_auto_id().with(at.unwrap_or(0)));
            let pressed = kit::strength(ui, names::field("cta"), &words, at, none);
            pressed.and_then(|at| strengths.get(at)).map(|(cta, ..)| *cta).filter(|cta| Some(*cta) != now)
        })
    }

    /// What is asked for, with the way to its page and to another one.
    pub(super) fn product(&mut self, ui: &mut Ui, m: &Moment) {
        /// What the row "Add a product…" stands for.
        const NEW: usize = usize::MAX;
        let cx = self.cx;
        self.open_row(ui, "product", |form, ui, width| {
            let all = &cx.campaign.products;
            let mut offered: Vec<(usize, &str, Option<Icon>)> =
                all.iter().enumerate().map(|(at, product)| (at, product.name.as_str(), None)).collect();
            offered.push((NEW, inspect::add_product_menu(), Some(icons::PLUS)));
            let chosen = m.product.and_then(|id| all.iter().position(|product| product.id == id));
            let to = m.product.map(|id| Selection::about(About::Product(id)));
            let way = (inspect::show_product(), to, inspect::no_product_to_show());
            form.leading(ui, width, way, |form, ui, width| {
                match form.pick(ui, (m, "product"), width, chosen, &offered, (say::none_yet(), true)) {
                    Some(Some(NEW)) => form.out.run(Command::AddProductName),
                    Some(picked) => {
                        let id = picked.and_then(|at| all.get(at)).map(|product| product.id);
                        form.set(m, "product", MomentChange::Product(id));
                    }
                    None => {}
                }
            });
        });
        self.claims(ui, m);
    }

    /// Who checked the claims of a product that needs it; the day is the one on which that is written down.
    fn claims(&mut self, ui: &mut Ui, m: &Moment) {
        let product = m.product.and_then(|id| self.cx.campaign.product(id));
        let Some(product) = product.filter(|product| product.sensitive.is_some()) else { return };
        self.checked_by(ui, product);
    }

    /// The row that says who checked the claims of a product.
    pub(super) fn checked_by(&mut self, ui: &mut Ui, product: &crate::model::Product) {
        let today = self.cx.today;
        let earlier = product.verified.clone();
        let by = product.verified.as_ref().map(|verified| verified.by.as_str());
        self.words(ui, product, ("verified", by), Look::line(say::hint_checked()), |by| {
            let verified = by.map(|by| match earlier {
                Some(earlier) => Verified { by, ..earlier },
                None => Verified { by, on: today, note: None, unknown: Unknown::default() },
            });
            crate::edit::ProductChange::Verified(verified)
        });
    }

    pub(super) fn placement(&mut self, ui: &mut Ui, m: &Moment) {
        let offered = choices(Placement::ALL, |choice| names::placement(choice.key()));
        self.choose(ui, (m, "placement"), m.placement, &offered, unset(), MomentChange::Placement);
    }

    pub(super) fn pay(&mut self, ui: &mut Ui, m: &Moment) {
        let offered = choices(Compensation::ALL, |choice| names::choice(choice.key()));
        self.choose(ui, (m, "compensation"), m.compensation, &offered, unset(), MomentChange::Compensation);
    }

    /// How a moment says that it is paid.
    pub(super) fn disclosure(&mut self, ui: &mut Ui, m: &Moment) {
        let now = &m.disclosure;
        let usual = if self.state.known.of(self.cx).of_markets { &[] } else { LABELS };
        let look = Look::flowing(say::hint_label()).known(|lists| &lists.labels, usual);
        let to = |text| MomentChange::Disclosure(Disclosure { text, ..now.clone() });
        self.words(ui, m, ("disclosure", now.text.as_deref()), look, to);
        // Both are part of one field of the plan, but each is a step under its own name.
        let ways = [("platform_label", say::platform_label(), now.platform_label), ("spoken", say::spoken(), now.spoken)];
        match self.checks(ui, ways) {
            [Some(platform_label), _] => {
                self.set(m, "platform_label", MomentChange::Disclosure(Disclosure { platform_label, ..now.clone() }));
            }
            [_, Some(spoken)] => self.set(m, "spoken", MomentChange::Disclosure(Disclosure { spoken, ..now.clone() })),
            [None, None] => {}
        }
    }

    /// Who has the last word.
    pub(super) fn control(&mut self, ui: &mut Ui, m: &Moment) {
        self.row(ui, "creative_control", |form, ui, width| {
            let offered = [Control::Brand, Control::Shared, Control::Creator].map(|one| (one, names::choice(one.key())));
            if let Some(control) = form.segments(ui, "creative_control", width, m.creative_control, &offered) {
                form.set(m, "creative_control", MomentChange::CreativeControl(Some(control)));
            }
        });
    }

    /// How far a moment is, who makes it, what it costs.
    pub(super) fn production(&mut self, ui: &mut Ui, card: Card<'_>) {
        let m = card.moment;
        let fields = &["status", "owner", "cost", "kpis", "image", "notes", "links"];
        self.section(ui, ("production", say::section_production()), fields, |form, ui| {
            form.status_and_owner(ui, m);
            form.fee(ui, m);
            form.picture(ui, m);
            form.notes(ui, m);
            form.rare(ui, card, &["kpis", "links"]);
        });
    }

    pub(super) fn status(&mut self, ui: &mut Ui, m: &Moment) {
        let offered = statuses();
        let known = Some(m.status).filter(|_| self.cx.campaign.says_status(m));
        self.choose_one(ui, (m, "status"), known, &offered, names::status_not_shared(), MomentChange::Status);
    }

    pub(super) fn owner(&mut self, ui: &mut Ui, m: &Moment) {
        let look = Look { icon: Some(icons::USER), ..Look::line(say::nobody_yet()) }.known(|lists| &lists.owners, &[]);
        self.words(ui, m, ("owner", m.owner.as_deref()), look, MomentChange::Owner);
    }

    /// Status and owner: side by side where both are read whole there, else one under the other.
    fn status_and_owner(&mut self, ui: &mut Ui, m: &Moment) {
        let width = ui.available_width() - form::LABELS - form::GAP;
        let known = self.cx.campaign.says_status(m);
        let owner = m.owner.as_deref().unwrap_or(say::nobody_yet());
        let length = |text: &str| paint::line(ui.painter(), fonts::BODY, text, self.cx.tokens.text).size().x.ceil();
        let for_owner = length(owner) + if self.tone_of("owner").is_some() { 52.0 } else { 34.0 };
        let status = if known { length(names::status(m.status.key())) + 52.0 } else { length(names::status_not_shared()) + 32.0 };
        // While somebody writes the owner its field stays where it is.
        if !ui.memory(|memory| memory.has_focus(field_id(m.key("owner")))) {
            let beside = ((width - 4.0) / 2.0).min(width - 4.0 - for_owner).max(status);
            self.state.owner_beside = (status + 4.0 + for_owner <= width).then_some(beside);
        }
        let Some(status) = self.state.owner_beside else {
            self.status(ui, m);
            self.owner(ui, m);
            return;
        };
        let locked = self.cx.locked().is_some();
        self.open_row(ui, "status", |form, ui, width| {
            ui.horizontal_top(|ui| {
                ui.add_enabled_ui(!locked, |ui| {
                    let chosen = Some(m.status).filter(|_| known);
                    let none = (names::status_not_shared(), false);
                    if let Some(picked) = form.pick(ui, (m, "status"), status, chosen, &statuses(), none).flatten() {
                        form.set(m, "status", MomentChange::Status(picked));
                    }
                });
                let look = Look::line(say::nobody_yet()).known(|lists| &lists.owners, &[]);
                let show = |words: &Option<String>| words.clone().unwrap_or_default();
                let read = |text: &str| Some(parse::words(text));
                let shown = m.owner.as_deref().unwrap_or_default();
                let room = width - 4.0 - status;
                form.bare(ui, m, ("owner", shown), room, look, (read, show), MomentChange::Owner)
                    .on_hover_text(names::field("owner"));
            });
        });
    }

    pub(super) fn fee(&mut self, ui: &mut Ui, m: &Moment) {
        self.money(ui, m, ("cost", m.cost), MomentChange::Cost);
    }

    pub(super) fn notes(&mut self, ui: &mut Ui, m: &Moment) {
        self.words(ui, m, ("notes", m.notes.as_deref()), Look::rows(2, inspect::hint_notes()), MomentChange::Notes);
    }
}

/// The statuses with their glyphs.
pub(in crate::ui) fn statuses() -> Vec<(Status, &'static str, Option<Icon>)> {
    Status::ALL.iter().map(|status| (*status, names::status(status.key()), Some(status_icon(*status)))).collect()
}

/// The glyph of a status, as cards and cells draw it.
fn status_icon(status: Status) -> Icon {
    match status {
        Status::Idea => icons::CIRCLE_DASHED,
        Status::Draft => icons::CIRCLE,
        Status::InReview => icons::CIRCLE_HALF.with(IconFace::Fill),
        Status::Approved => icons::CIRCLE_DOT.with(IconFace::Fill),
        Status::Scheduled => icons::CLOCK.with(IconFace::Fill),
        Status::Published => icons::OK,
    }
}
