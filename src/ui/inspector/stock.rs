//! The pages of a product and of a brand.

use egui::Ui;

use crate::edit::{BrandChange, Edit, ProductChange};
use crate::model::{Brand, Product, Proof, Sensitive, Verified};
use crate::ui::icons;
use crate::ui::kit::Button;
use crate::ui::view::{About, Selection};
use crate::words::{inspect, names, steps, window as say};

use super::form::Form;
use super::links::Link;
use super::pick::choices;
use super::records::{PartKind, Records};
use super::text::Look;

impl Form<'_> {
    /// The page of a product.
    pub(super) fn product_page(&mut self, ui: &mut Ui, product: &Product) {
        let campaign = self.cx.campaign;
        let p = product;
        self.name(ui, p, ("name", &p.name), "", ProductChange::Name);
        let brands: Vec<_> = campaign.brands.iter().map(|brand| (brand.id, brand.name.as_str(), None)).collect();
        // A product without a brand of its own is the first one's.
        let chosen = p.brand.or(campaign.brands.first().map(|brand| brand.id));
        self.choose_one(ui, (p, "brand"), chosen, &brands, say::none_yet(), |brand| ProductChange::Brand(Some(brand)));
        let look = Look::line(inspect::hint_category()).known(|lists| &lists.categories, &[]);
        self.words(ui, p, ("category", p.category.as_deref()), look, ProductChange::Category);
        self.day(ui, p, ("available_from", p.available_from), |_| true, ProductChange::AvailableFrom);
        let look = Look::rows(2, inspect::hint_delivery());
        self.words(ui, p, ("delivery_proof", p.delivery_proof.as_deref()), look, ProductChange::DeliveryProof);
        let fields = &["sensitive", "verified", "verified_note"];
        self.section(ui, ("product claims", inspect::section_claims()), fields, |form, ui| {
            let all = choices(Sensitive::ALL, |choice| names::choice(choice.key()));
            form.choose(ui, (p, "sensitive"), p.sensitive, &all, inspect::not_sensitive(), ProductChange::Sensitive);
            form.note(ui, inspect::sensitive_note());
            form.checked_by(ui, p);
            if let Some(verified) = &p.verified {
                let look = Look::rows(2, inspect::hint_verified_note());
                form.words(ui, p, ("verified_note", verified.note.as_deref()), look, |note| {
                    ProductChange::Verified(Some(Verified { note, ..verified.clone() }))
                });
                form.note(ui, &inspect::checked_on(verified.on.long()));
            }
        });
        ui.add_space(6.0);
        self.add_button(ui, crate::ui::command::Command::AddProductName);
        let used = self.state.known.of(self.cx).products.contains(&p.id);
        let why = used.then_some(inspect::product_in_use());
        self.delete_button(ui, inspect::delete_product(), why, steps::step_delete(&p.name), Edit::RemoveProduct { id: p.id });
    }

    /// The page of a brand.
    pub(super) fn brand_page(&mut self, ui: &mut Ui, brand: &Brand) {
        let campaign = self.cx.campaign;
        let b = brand;
        self.name(ui, b, ("name", &b.name), "", BrandChange::Name);
        self.list(ui, b, ("brand_values", &b.values), (',', Look::rows(2, say::hint_list())), BrandChange::Values);
        self.note(ui, inspect::brand_values_note());
        let proof = Records {
            field: "brand_proof",
            items: &b.proof,
            parts: &[("proof_value", PartKind::Name), ("proof_does", PartKind::Name), ("proof_link", PartKind::Words)],
            show: |proof| vec![proof.value.clone(), proof.does.clone(), proof.link.clone().unwrap_or_default()],
            line: |proof| inspect::proof_line(&proof.value, &proof.does),
            read: |written, earlier: Option<&Proof>| {
                let unknown = earlier.map(|proof| proof.unknown.clone()).unwrap_or_default();
                Some(Proof { value: written.words(0)?, does: written.words(1)?, link: written.words(2), unknown })
            },
        };
        self.records(ui, b, &proof, BrandChange::Proof);
        let look = Look::line(say::hint_list());
        self.list(ui, b, ("competitors", &b.competitors), (',', look), BrandChange::Competitors);
        self.note(ui, inspect::competitors_note());
        let products: Vec<_> = campaign
            .products
            .iter()
            .filter(|product| product.brand.or(campaign.brands.first().map(|brand| brand.id)) == Some(b.id))
            .collect();
        self.section(ui, ("brand products", inspect::section_products()), &[], |form, ui| {
            let links = products.iter().map(|product| {
                let category = product.category.clone().unwrap_or_default();
                Link::thing(icons::KIND_PRODUCT, &product.name, category, Selection::about(About::Product(product.id)))
            });
            form.links(ui, "products of brand", links, products.len());
            form.add_button(ui, crate::ui::command::Command::AddProductName);
        });
        ui.add_space(6.0);
        let at = campaign.brands.iter().position(|other| other.id == b.id).unwrap_or_default();
        let first = campaign.brands.first().map(|first| first.id);
        let why = (at == 0).then_some(inspect::is_first_brand());
        let button = Button::secondary(inspect::make_first()).icon(icons::CARET_UP).small().disabled(self.cx.locked().or(why));
        if button.tooltip(inspect::make_first_note()).show(ui).clicked() {
            self.step(steps::step_move(&b.name), Edit::MoveBrand { id: b.id, before: first });
        }
        let used = self.state.known.of(self.cx).brands.contains(&b.id);
        let only = campaign.brands.len() == 1 && !campaign.lanes.is_empty();
        let why = if used { Some(inspect::brand_in_use()) } else { only.then_some(inspect::brand_is_only()) };
        self.delete_button(ui, inspect::delete_brand(), why, steps::step_delete(&b.name), Edit::RemoveBrand { id: b.id });
    }
}
