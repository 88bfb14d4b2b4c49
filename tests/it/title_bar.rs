//! The bar at the top says how the plan is saved, once, at every width and in every language.

use egui::accesskit::Role;
use egui::{Rect, Theme, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use momentboard::edit::Document;
use momentboard::ui::bars::TOP;
use momentboard::ui::icons::{self, Icon};
use momentboard::ui::view::SaveState;
use momentboard::words::language::{Language, speak};

use crate::direction::painted;
use crate::panel_host::{Host, Show, window};

/// How a plan can stand against its file, with what the bar says then in English and in German, and its sign.
fn states() -> [(SaveState, [&'static str; 2], Icon); 5] {
    [
        (SaveState::NotSavedYet, ["Not saved yet", "Noch nicht gespeichert"], icons::CIRCLE_DASHED),
        (SaveState::Edited, ["Edited", "Geändert"], icons::CIRCLE_DOT),
        (SaveState::Saving, ["Saving…", "Speichert…"], icons::SAVE),
        (SaveState::Saved(Some("14:02".into())), ["Saved 14:02", "Gespeichert 14:02"], icons::CHECK),
        (SaveState::Failed("the disk is full".into()), ["Not saved", "Nicht gespeichert"], icons::ERROR),
    ]
}

/// What stands in the bar: what it is, its name, and where.
fn in_bar<H>(window: &Harness<'_, H>) -> Vec<(Role, String, Rect)> {
    let nodes = window.root().children_recursive();
    let seen = nodes.filter(|node| {
        let shown = node.accesskit_node();
        shown.bounding_box().is_some() && matches!(shown.role(), Role::Button | Role::RadioButton | Role::Status)
    });
    let of_bar = seen.filter(|node| node.rect().bottom() <= TOP);
    of_bar.map(|node| (node.accesskit_node().role(), node.accesskit_node().label().unwrap_or_default(), node.rect())).collect()
}

#[test]
fn how_the_plan_is_saved_stands_in_the_bar_at_every_width_in_both_languages() {
    let mut wrong = Vec::new();
    for (at, language) in [Language::English, Language::German].into_iter().enumerate() {
        let _spoken = speak(language);
        for (state, said, sign) in states() {
            let mut host = Host::new(Show::Bars);
            // What the checker says takes its room, too.
            let mut campaign = (**host.doc.campaign()).clone();
            campaign.rules_off.clear();
            host.doc = Document::unsaved(campaign);
            host.derive();
            host.file.state = state;
            let mut window = window(host, Theme::Light, [1440.0, 400.0]);
            for width in (700_u16..=1440).step_by(20).map(f32::from) {
                window.set_size(vec2(width, 400.0));
                window.run();
                let shown = in_bar(&window);
                let told: Vec<_> = shown.iter().filter(|(role, ..)| *role == Role::Status).collect();
                let [(_, name, place)] = told[..] else {
                    wrong.push(format!("{said:?} at {width}: {told:?}"));
                    continue;
                };
                let signs = painted(&window).into_iter().filter(|(_, galley)| galley.text() == sign.glyph().to_string());
                let is_seen = signs.into_iter().any(|(at, galley)| place.contains(at + galley.size() / 2.0));
                let on = shown.iter().find(|(role, _, other)| *role != Role::Status && other.shrink(0.5).intersects(*place));
                if !name.starts_with(said[at]) || !is_seen || on.is_some() {
                    wrong.push(format!("{said:?} at {width}: {name:?}, sign {is_seen}, {place:?} under {on:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
