//! An agency's rules on this computer: the file that the preferences name, and the dialog in which a plan's own are set.

use std::path::PathBuf;
use std::sync::Arc;

use super::jobs::{Done, Purpose, Work};
use super::{App, Asked};
use crate::check;
use crate::model::House;
use crate::store::{Known, OpenError, open_house};
use crate::ui::rule_settings::{HouseFile, RuleAnswer, RuleDraft, rule_settings_ui};
use crate::words::{files, house as say};

/// Why a file of house rules is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// The preferences name it.
    Preferred,
    /// Somebody chose it in the dialog.
    Chosen,
}

/// The file of house rules that is used on this computer, if there is one.
#[derive(Debug, Default)]
pub(super) struct HouseOfUser {
    /// The file was looked at since the window opened.
    looked: bool,
    /// What was read from it.
    file: Option<HouseFile>,
    /// Why it could not be used, and what to do.
    error: Option<String>,
}

impl HouseOfUser {
    /// The rules that hold where a plan carries none.
    pub(super) fn rules(&self) -> Option<&Arc<House>> {
        self.file.as_ref().map(|file| &file.house)
    }

    /// The file that is used.
    pub(super) fn file(&self) -> Option<&HouseFile> {
        self.file.as_ref()
    }

    /// Why the preferred file cannot be used.
    pub(super) fn error(&self) -> Option<&str> {
        self.error.as_deref()
    }

    /// No file is used any more.
    pub(super) fn forget(&mut self) {
        (self.file, self.error) = (None, None);
    }
}

impl App {
    /// Reads the preferred file once after the window opened, not before its first frame.
    pub(super) fn look_for_house(&mut self, ctx: &egui::Context) {
        if std::mem::replace(&mut self.house.looked, true) {
            return;
        }
        if let Some(path) = self.prefs.prefs.house.clone() {
            self.read_house(ctx, path, Reading::Preferred);
        }
    }

    /// Reads a file of house rules.
    pub(super) fn read_house(&self, ctx: &egui::Context, path: PathBuf, why: Reading) {
        self.jobs().run(ctx, Work::House, say::reading_house(), move || {
            let known = Known { rules: &check::rule_names(), markets: &check::market_names(), label: check::fold_label };
            let result = open_house(&path, known).map(Arc::new).map_err(|error| error.looking_for(say::hint_file()));
            Done::House { path, why, result }
        });
    }

    /// House rules were read, or not.
    pub(super) fn house_read(&mut self, path: PathBuf, why: Reading, result: Result<Arc<House>, OpenError>) {
        // Another file may have become the preferred one, or none, while a slow disk was read: then this is no news.
        if why == Reading::Preferred && self.prefs.prefs.house.as_ref() != Some(&path) {
            return;
        }
        let result = match result {
            Ok(house) => Ok(HouseFile { path, house }),
            Err(error) => Err(files::with_hint(&error, error.hint())),
        };
        if why == Reading::Preferred {
            match &result {
                Ok(file) => {
                    self.house.file = Some(file.clone());
                    self.house.error = None;
                }
                Err(error) => {
                    self.say(say::not_used(error));
                    self.house.file = None;
                    self.house.error = Some(error.clone());
                }
            }
        }
        // The preferences are read, not filled in: what is chosen in them is used at once.
        if why == Reading::Chosen && self.asked.iter().any(|asked| matches!(asked, Asked::Preferences)) {
            self.use_house(result);
            return;
        }
        let open = self.asked.iter_mut().find_map(|asked| match asked {
            Asked::RuleSettings(draft) => Some(draft),
            _ => None,
        });
        match (open, result) {
            (Some(draft), Ok(file)) => draft.found(file, why == Reading::Chosen),
            (Some(draft), Err(error)) if why == Reading::Preferred => draft.unusable(error),
            (Some(draft), Err(error)) => draft.refuse(error),
            (None, _) => {}
        }
    }

    /// A file that was chosen in the preferences becomes the preferred one, if it holds house rules.
    fn use_house(&mut self, result: Result<HouseFile, String>) {
        match result {
            Ok(file) => {
                // A path that is not text could not be written down so that it is found again.
                self.prefs.prefs.house = Some(file.path.clone()).filter(|path| path.to_str().is_some());
                (self.house.file, self.house.error) = (Some(file), None);
            }
            Err(error) => self.house.error = Some(error),
        }
    }

    /// Opens the settings of the rules: all of them, those of one rule, or at one limit. The file of house rules is read again: it may have
    /// been written since.
    pub(super) fn ask_rules(&mut self, ctx: &egui::Context, wanted: Option<&'static str>) {
        let mut draft = RuleDraft::new(self.plan.doc.campaign(), self.house.file.clone(), &self.prefs.prefs.author, wanted);
        if let Some(error) = &self.house.error {
            draft.unusable(error.clone());
        }
        self.ask(Asked::RuleSettings(Box::new(draft)));
        // It is there with the next frame, not when the mouse moves.
        ctx.request_repaint();
        if let Some(path) = self.prefs.prefs.house.clone() {
            self.read_house(ctx, path, Reading::Preferred);
        }
    }

    /// Draws the settings of the rules; true once they are kept or left.
    pub(super) fn rule_settings(&mut self, ui: &mut egui::Ui, ctx: &egui::Context, draft: &mut RuleDraft) -> bool {
        let file = self.plan.file.view(&self.plan.doc);
        match rule_settings_ui(&self.cx(&file, ui.theme()), draft, ui) {
            None => false,
            Some(RuleAnswer::Cancel) => true,
            Some(RuleAnswer::PickHouse) => {
                self.pick(ctx, Purpose::House);
                false
            }
            Some(RuleAnswer::Keep) => {
                if let Some(step) = draft.step(self.plan.doc.campaign(), self.today()) {
                    self.edit(step);
                }
                if draft.changes_anything() {
                    self.prefs.prefs.author = draft.author().to_owned();
                }
                // A path that is not text could not be written down so that it is found again.
                let kept = draft.file().map(|file| file.path.clone()).filter(|path| path.to_str().is_some());
                self.prefs.prefs.house = kept.or_else(|| {
                    // A file that cannot be read now stays the preferred one until somebody stops using it.
                    self.prefs.prefs.house.clone().filter(|_| !draft.stopped())
                });
                self.house.file = draft.file().cloned();
                if self.house.file.is_some() || draft.stopped() {
                    self.house.error = None;
                }
                true
            }
        }
    }
}
