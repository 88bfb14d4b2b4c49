//! On the campaign's page: brands with their values, products, and the way to another creator.

use egui::Ui;

use crate::edit::{BrandChange, Edit, MergeKey, ProductChange};
use crate::model::{Brand, Product};
use crate::ui::command::Command;
use crate::ui::icons;
use crate::ui::kit::Button;
use crate::words::{names, steps, window as say};

use super::form::{Form, Text};
use super::{heading, parse};

impl Form<'_> {
    /// Brands and products by name, and buttons for another product and another creator.
    pub(super) fn brands(&mut self, ui: &mut Ui) {
        heading(ui, say::section_brand());
        for brand in &self.cx.campaign.brands {
            self.brand(ui, brand);
        }
        let products = &self.cx.campaign.products;
        for (at, product) in products.iter().enumerate() {
            // The last one has a field of another name, so that a product that was just added can be given the keyboard.
            self.product(ui, product, if at + 1 == products.len() { "last product" } else { "product" });
        }
        ui.add_space(2.0);
        ui.horizontal_wrapped(|ui| {
            for (command, icon) in [(Command::AddProductName, icons::KIND_PRODUCT), (Command::AddCreator, icons::PLUS)] {
                if Button::secondary(command.name()).icon(icon).small().show(ui).clicked() {
                    self.out.run(command);
                }
            }
        });
    }

    fn brand(&mut self, ui: &mut Ui, brand: &Brand) {
        let label = |field: &str| steps::step_creator(names::field_word(field), &brand.name);
        self.row(ui, "brand", |form, ui, width| {
            let key = MergeKey::Brand(brand.id, "brand");
            let text = Text::line(key, names::field("brand"), &brand.name, width);
            form.text(
                ui,
                &text,
                |written| Some(written.to_owned()),
                Clone::clone,
                |name| (label("name"), Edit::SetBrand { id: brand.id, change: BrandChange::Name(name) }),
            );
        });
        let values = brand.values.join(", ");
        self.row(ui, "brand_values", |form, ui, width| {
            let key = MergeKey::Brand(brand.id, "brand_values");
            let text = Text { hint: say::hint_list(), rows: 2, ..Text::line(key, names::field("brand_values"), &values, width) };
            form.text(
                ui,
                &text,
                |written| Some(parse::list(written, ',')),
                |values| values.join(", "),
                |values| (label("values"), Edit::SetBrand { id: brand.id, change: BrandChange::Values(values) }),
            );
        });
    }

    fn product(&mut self, ui: &mut Ui, product: &Product, field: &'static str) {
        self.row(ui, "product", |form, ui, width| {
            let key = MergeKey::Product(product.id, field);
            let text = Text::line(key, names::field("product"), &product.name, width);
            form.text(
                ui,
                &text,
                |written| Some(written.to_owned()),
                Clone::clone,
                |name| {
                    let label = steps::step_creator(names::field_word("name"), &product.name);
                    (label, Edit::SetProduct { id: product.id, change: ProductChange::Name(name) })
                },
            );
        });
    }
}
