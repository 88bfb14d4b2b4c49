//! The dialog of what this user prefers, and what follows from a choice beyond the look of the window.

use super::house::Reading;
use super::jobs::Purpose;
use super::{App, Asked};
use crate::model::Campaign;
use crate::ui::dialogs::{HouseShown, PreferencesAnswer, preferences_ui};
use crate::ui::view::Actions;

impl App {
    /// Opens the preferences. The file of house rules is read again: it may have been written since.
    pub(super) fn ask_preferences(&mut self, ctx: &egui::Context) {
        if !self.asked.iter().any(|asked| matches!(asked, Asked::Preferences)) {
            self.ask(Asked::Preferences);
        }
        if let Some(path) = self.prefs.prefs.house.clone() {
            self.read_house(ctx, path, Reading::Preferred);
        }
        ctx.request_repaint();
    }

    /// Draws the preferences; true once they are closed.
    pub(super) fn preferences(&mut self, ui: &mut egui::Ui, ctx: &egui::Context) -> bool {
        let mut out = Actions::default();
        let file = self.plan.file.view(&self.plan.doc);
        let chosen = self.prefs.prefs.house.as_deref();
        let house = HouseShown { file: self.house.file(), chosen, error: self.house.error() };
        let answer = preferences_ui(&self.cx(&file, ui.theme()), self.prefs.usual().week_begins, house, ui, &mut out);
        self.act_all(ctx, out);
        match answer {
            None => return false,
            Some(PreferencesAnswer::Close) => return true,
            Some(PreferencesAnswer::PickHouse) => self.pick(ctx, Purpose::House),
            Some(PreferencesAnswer::ShowHouse) => {
                if let Some(path) = self.prefs.prefs.house.clone() {
                    self.show_folder(ctx, &path);
                }
            }
            Some(PreferencesAnswer::ForgetHouse) => {
                self.prefs.prefs.house = None;
                self.house.forget();
            }
        }
        ctx.request_repaint();
        false
    }

    /// What a new plan has from the preferences.
    pub(super) fn prefer(&self, plan: &mut Campaign) {
        let market = &self.setup.market;
        if plan.markets.is_empty() && !market.is_empty() {
            plan.markets.push(market.clone());
        }
    }
}
