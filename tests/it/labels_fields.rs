//! The label field of the inspector offers the labels of the campaign's markets.

use std::sync::Arc;

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use momentboard::model::{Campaign, Moment};
use momentboard::ui::view::Selection;

use crate::inspect_fields::{Panel, panel_on, plan, press, selected};
use crate::panel_host::id;

fn panel(markets: &[&str]) -> Panel {
    let mut campaign = plan();
    campaign.markets = markets.iter().map(|market| (*market).to_owned()).collect();
    let selection: Selection = selected("t-ask", Some("tobi"));
    panel_on(campaign, selection)
}

fn ask(campaign: &Campaign) -> Moment {
    Arc::unwrap_or_clone(campaign.moment(id("t-ask")).unwrap().1.clone())
}

/// What the button beside the label offers.
fn offers(panel: &mut Panel, label: &str) -> bool {
    press(panel, Role::Button, "Label: what the plan names already");
    let there = panel.query_by_role_and_label(Role::MenuItem, label).is_some();
    panel.key_press(egui::Key::Escape);
    panel.run();
    there
}

#[test]
fn the_label_field_offers_the_labels_of_the_markets() {
    let mut german = panel(&["DE", "GB"]);
    assert!(offers(&mut german, "Werbung | Ad"), "one label for both");
    assert!(offers(&mut german, "Anzeige") && !offers(&mut german, "Publicité"), "and those of each");
    press(&mut german, Role::Button, "Label: what the plan names already");
    press(&mut german, Role::MenuItem, "Werbung | Ad");
    assert_eq!(ask(german.state().doc.campaign()).disclosure.text.as_deref(), Some("Werbung | Ad"));
    let mut open = panel(&[]);
    assert!(offers(&mut open, "Publicité") && !offers(&mut open, "Fógra"), "without a market what is usual");
}
