//! What is changed in the dialog and not in the plan yet. Knows the plan as it was when the dialog opened, and makes one
//! step of everything that differs from it.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::check::{self, Rule};
use crate::edit::{CampaignChange, Edit, Step};
use crate::model::{
    Campaign, Day, Grade, House, Profile, RuleGrade, RuleOff, SettingChange, Settings, Threshold, Unknown, threshold,
};
use crate::words::house as say;

use super::data::{HOUSE, PROFILE, VALUES_HINT, name_of};

/// An agency's rules with the file they were read from.
#[derive(Clone, Debug, PartialEq)]
pub struct HouseFile {
    /// Where.
    pub path: PathBuf,
    /// What it holds.
    pub house: Arc<House>,
}

impl HouseFile {
    /// The name of the file without folders.
    #[must_use]
    pub fn name(&self) -> String {
        self.path.file_name().map_or_else(|| self.path.display().to_string(), |name| name.to_string_lossy().into_owned())
    }
}

/// Frames until a dialog is at its place, so that what is reached for in it stays there.
const TO_REACH: u8 = 3;

/// The settings of a plan while somebody changes them.
#[derive(Clone, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own: a file used, chosen, given up; leaving")]
pub struct RuleDraft {
    before: Settings,
    off_before: Vec<RuleOff>,
    carried_before: Option<Arc<House>>,
    /// The plan's settings as they would be.
    pub(super) settings: Settings,
    /// Codes of the rules that would be off.
    off: Vec<&'static str>,
    carried: Option<Arc<House>>,
    file: Option<HouseFile>,
    /// A file was chosen in the dialog: from now on it is used on this computer.
    chosen: bool,
    stopped: bool,
    refused: Option<String>,
    /// The file that was used before the dialog opened.
    file_before: Option<HouseFile>,
    /// A file is used on this computer, whether it could be read or not.
    used: bool,
    /// The limit that somebody came for: it is marked, and the keyboard goes into its field once that is there.
    sought: Option<&'static str>,
    pub(super) to_reach: u8,
    /// Somebody wants to leave although something is changed, and is asked.
    pub(super) leaving: bool,
    /// Why each thing changes, by its key.
    reasons: BTreeMap<&'static str, String>,
    /// Numbers that are being written, or cannot be used as they are.
    typed: BTreeMap<&'static str, String>,
    pub(super) author: String,
    pub(super) search: String,
}

impl RuleDraft {
    /// The settings of a plan, with the file of house rules that is used on this computer. `author` is who changed rules
    /// here last; `wanted` is the rule whose settings are wanted, or the limit.
    #[must_use]
    pub fn new(campaign: &Campaign, file: Option<HouseFile>, author: &str, wanted: Option<&'static str>) -> Self {
        let last = campaign.settings.changes.last().map(|change| change.author.as_str());
        let last = last.or_else(|| campaign.rules_off.last().map(|off| off.by.as_str()));
        let author = if author.is_empty() { last.unwrap_or_default() } else { author };
        let sought = wanted.filter(|wanted| threshold(wanted).is_some());
        Self {
            before: campaign.settings.clone(),
            off_before: campaign.rules_off.clone(),
            carried_before: campaign.house.clone(),
            settings: campaign.settings.clone(),
            off: campaign.rules_off.iter().filter_map(|off| check::rule(&off.rule)).map(|rule| rule.code).collect(),
            carried: campaign.house.clone(),
            used: file.is_some(),
            file_before: file.clone(),
            file,
            sought,
            to_reach: if sought.is_some() { TO_REACH } else { 0 },
            author: author.to_owned(),
            // Who came for a limit finds it among the others.
            search: wanted.filter(|_| sought.is_none()).unwrap_or_default().to_owned(),
            ..Self::default()
        }
    }

    /// A file of house rules was read: one that somebody chose, or the one that is used anyway, as it is now.
    pub fn found(&mut self, file: HouseFile, chosen: bool) {
        // What was chosen or given up in the dialog is newer than what is used anyway.
        let is_same = !self.stopped && self.file.as_ref().is_none_or(|known| known.path == file.path);
        if chosen || is_same {
            if !chosen {
                self.file_before = Some(file.clone());
                self.used = true;
            }
            self.file = Some(file);
            self.chosen |= chosen;
            self.refused = None;
            self.stopped = false;
        }
    }

    /// A file of house rules could not be used, and why.
    pub fn refuse(&mut self, why: String) {
        self.refused = Some(why);
    }

    /// The file that is used on this computer cannot be read as it is, and why.
    pub fn unusable(&mut self, why: String) {
        self.used = true;
        self.refuse(why);
    }

    /// The file that is used on this computer from now on.
    #[must_use]
    pub fn file(&self) -> Option<&HouseFile> {
        self.file.as_ref()
    }

    /// Whether the file that was used is not to be used any more.
    #[must_use]
    pub fn stopped(&self) -> bool {
        self.stopped
    }

    /// Who changes this.
    #[must_use]
    pub fn author(&self) -> &str {
        self.author.trim()
    }

    pub(super) fn refused(&self) -> Option<&str> {
        self.refused.as_deref()
    }

    /// Whether a file is used on this computer that could be given up.
    pub(super) fn can_stop(&self) -> bool {
        self.used && !self.stopped && !self.chosen
    }

    /// Whether a file was chosen here that nobody used before.
    pub(super) fn can_drop(&self) -> bool {
        self.chosen
    }

    /// Takes the choice of a file back.
    pub(super) fn drop_file(&mut self) {
        self.file.clone_from(&self.file_before);
        self.refused = None;
        self.chosen = false;
    }

    pub(super) fn stop(&mut self) {
        self.file = None;
        self.refused = None;
        self.chosen = false;
        self.stopped = true;
    }

    /// Whether another file than before is used on this computer from now on, or none.
    pub(super) fn changes_file(&self) -> bool {
        self.chosen || self.stopped
    }

    pub(super) fn carried(&self) -> Option<&Arc<House>> {
        self.carried.as_ref()
    }

    /// Who carried the house rules into the plan, when and why; `None` where that changes now, or nobody said.
    pub(super) fn carried_change(&self) -> Option<&SettingChange> {
        self.carried.as_ref().filter(|_| !self.is_changed(HOUSE)).and_then(|_| self.before.change_of(HOUSE))
    }

    /// Whether somebody came for the limit of that name.
    pub(super) fn seeks(&self, key: &str) -> bool {
        self.sought == Some(key)
    }

    /// Whether anything would be lost by leaving.
    pub(super) fn would_lose(&self) -> bool {
        self.changes_file() || !self.changed().is_empty() || self.cannot_use_any().is_some()
    }

    pub(super) fn carry(&mut self, house: Option<Arc<House>>) {
        self.carried = house;
    }

    /// The agency's rules that would hold: those that the plan carries, else those of the file.
    pub(super) fn house(&self) -> Option<&Arc<House>> {
        self.carried.as_ref().or(self.file.as_ref().map(|file| &file.house))
    }

    /// The value that would hold.
    pub(super) fn value(&self, threshold: &Threshold) -> u16 {
        threshold.of(&self.settings).unwrap_or_else(|| self.value_under(threshold))
    }

    /// The value that holds where the plan sets none.
    fn value_under(&self, threshold: &Threshold) -> u16 {
        self.house().and_then(|house| threshold.of(&house.settings)).unwrap_or(threshold.default)
    }

    /// Sets a threshold. A value that holds anyway is not set, unless the plan had it.
    pub(super) fn set(&mut self, threshold: &'static Threshold, value: u16) {
        let value = value.clamp(threshold.least, threshold.most);
        let had = (threshold.get)(&self.before) == Some(value);
        let set = (had || value != self.value_under(threshold)).then_some(value);
        (threshold.set)(&mut self.settings, set);
        self.typed.remove(threshold.name);
    }

    /// What stands in the field of a threshold.
    pub(super) fn text(&self, threshold: &Threshold) -> String {
        self.typed.get(threshold.name).cloned().unwrap_or_else(|| self.value(threshold).to_string())
    }

    /// Something was written into the field of a threshold.
    pub(super) fn write(&mut self, threshold: &'static Threshold, text: String) {
        match text.trim().parse::<u16>() {
            Ok(value) if (threshold.least..=threshold.most).contains(&value) => {
                self.set(threshold, value);
                // What was written stays as it was written while the field has the keyboard.
                self.typed.insert(threshold.name, text);
            }
            _ => drop(self.typed.insert(threshold.name, text)),
        }
    }

    /// The field of a threshold was left: what could be used is shown as the number it is.
    pub(super) fn leave(&mut self, threshold: &'static Threshold) {
        if self.cannot_use(threshold).is_none() {
            self.typed.remove(threshold.name);
        }
    }

    /// Why what was written cannot be used.
    pub(super) fn cannot_use(&self, threshold: &Threshold) -> Option<String> {
        let text = self.typed.get(threshold.name)?;
        match text.trim().parse::<i64>() {
            Ok(n) if (i64::from(threshold.least)..=i64::from(threshold.most)).contains(&n) => None,
            Ok(_) => Some(say::number_from_to(threshold.least, threshold.most)),
            Err(_) => Some(say::whole_number().to_owned()),
        }
    }

    pub(super) fn profile(&self) -> Profile {
        self.settings.profile.unwrap_or_else(|| self.profile_under())
    }

    fn profile_under(&self) -> Profile {
        self.house().and_then(|house| house.settings.profile).unwrap_or_default()
    }

    pub(super) fn set_profile(&mut self, profile: Profile) {
        let had = self.before.profile == Some(profile);
        self.settings.profile = (had || profile != self.profile_under()).then_some(profile);
    }

    /// What a rule weighs in this plan, where somebody set that.
    pub(super) fn grade(&self, rule: &Rule) -> Option<Grade> {
        grade(&self.settings, rule)
    }

    pub(super) fn set_grade(&mut self, rule: &'static Rule, grade: Option<Grade>) {
        let grades = &mut self.settings.severities;
        grades.retain(|known| !rule.is_called(&known.rule));
        if let Some(severity) = grade {
            grades.push(RuleGrade { rule: rule.code.to_owned(), severity, unknown: Unknown::default() });
            grades.sort_by(|a, b| a.rule.cmp(&b.rule));
        }
    }

    pub(super) fn is_off(&self, rule: &Rule) -> bool {
        self.off.contains(&rule.code)
    }

    pub(super) fn turn(&mut self, rule: &'static Rule, off: bool) {
        self.off.retain(|code| *code != rule.code);
        if off {
            self.off.push(rule.code);
        }
    }

    /// The entry of a rule that the plan had turned off before, and still would.
    pub(super) fn off_entry(&self, rule: &Rule) -> Option<&RuleOff> {
        self.off_before.iter().find(|off| self.is_off(rule) && rule.is_called(&off.rule))
    }

    /// The entry of a rule that the plan had turned off before, and would no more.
    pub(super) fn was_off(&self, rule: &Rule) -> Option<&RuleOff> {
        self.off_before.iter().find(|off| !self.is_off(rule) && rule.is_called(&off.rule))
    }

    /// The day on which a rule was turned off, where that was noted.
    pub(super) fn off_on(&self, rule: &Rule, off: &RuleOff) -> Option<Day> {
        let change = self.before.change_of(rule.code)?;
        change.on.filter(|_| change.author == off.by && change.reason == off.reason)
    }

    /// Takes back what the plan sets under that key.
    pub(super) fn reset(&mut self, key: &'static str) {
        if let Some(threshold) = threshold(key) {
            (threshold.set)(&mut self.settings, None);
            self.typed.remove(key);
        } else if let Some(rule) = check::rule(key) {
            self.set_grade(rule, None);
            self.turn(rule, false);
        } else if key == PROFILE {
            self.settings.profile = None;
        } else {
            self.settings.values_hint_only = false;
        }
    }

    /// Whether the plan would set something under that key.
    pub(super) fn is_set(&self, key: &str) -> bool {
        if let Some(threshold) = threshold(key) {
            return (threshold.get)(&self.settings).is_some() || self.typed.contains_key(key);
        }
        match check::rule(key) {
            Some(rule) => self.grade(rule).is_some() || self.is_off(rule),
            None if key == PROFILE => self.settings.profile.is_some(),
            None => self.settings.values_hint_only,
        }
    }

    /// Whether that would be otherwise than it is in the plan.
    pub(super) fn is_changed(&self, key: &str) -> bool {
        if let Some(threshold) = threshold(key) {
            return (threshold.get)(&self.settings) != (threshold.get)(&self.before);
        }
        if let Some(rule) = check::rule(key) {
            let was_off = self.off_before.iter().any(|off| rule.is_called(&off.rule));
            return self.grade(rule) != grade(&self.before, rule) || self.is_off(rule) != was_off;
        }
        match key {
            HOUSE => self.carried != self.carried_before,
            PROFILE => self.settings.profile != self.before.profile,
            VALUES_HINT => self.settings.values_hint_only != self.before.values_hint_only,
            _ => false,
        }
    }

    /// The keys of everything that would be otherwise.
    pub(super) fn changed(&self) -> Vec<&'static str> {
        let limits = Settings::THRESHOLDS.iter().map(|threshold| threshold.name);
        let rules = check::rules().iter().map(|rule| rule.code);
        let all = [HOUSE, PROFILE, VALUES_HINT].into_iter().chain(limits).chain(rules);
        all.filter(|key| self.is_changed(key)).collect()
    }

    /// Whether the plan would be otherwise.
    #[must_use]
    pub fn changes_anything(&self) -> bool {
        !self.changed().is_empty()
    }

    /// Why something changes, to be written into.
    pub(super) fn reason_mut(&mut self, key: &'static str) -> &mut String {
        self.reasons.entry(key).or_default()
    }

    fn reason(&self, key: &str) -> &str {
        self.reasons.get(key).map(|reason| reason.trim()).unwrap_or_default()
    }

    fn cannot_use_any(&self) -> Option<&'static Threshold> {
        Settings::THRESHOLDS.iter().find(|threshold| self.cannot_use(threshold).is_some())
    }

    /// Why this cannot be kept yet.
    pub(super) fn problem(&self) -> Option<String> {
        if let Some(threshold) = self.cannot_use_any() {
            return Some(say::need_value(name_of(threshold.name)));
        }
        let changed = self.changed();
        if let Some(key) = changed.iter().find(|key| self.reason(key).is_empty()) {
            return Some(say::need_reason(name_of(key)));
        }
        (!changed.is_empty() && self.author().is_empty()).then(|| say::need_author().to_owned())
    }

    /// One step of everything that is changed; `None` where nothing is.
    #[must_use]
    pub fn step(&self, campaign: &Campaign, today: Day) -> Option<Step> {
        let changed = self.changed();
        let mut settings = self.settings.clone();
        let mut rules_off: Vec<RuleOff> = self.off_before.clone();
        rules_off.retain(|off| check::rule(&off.rule).is_none_or(|rule| self.is_off(rule)));
        for key in &changed {
            let rule = check::rule(key);
            let was_off = rule.is_some_and(|rule| self.off_before.iter().any(|off| rule.is_called(&off.rule)));
            let turned_off = rule.is_some_and(|rule| self.is_off(rule)) && !was_off;
            if turned_off {
                rules_off.push(RuleOff {
                    rule: (*key).to_owned(),
                    by: self.author().to_owned(),
                    reason: self.reason(key).to_owned(),
                    unknown: Unknown::default(),
                });
            }
            // Everything is among the changes, the last of each: a rule that is off says who and why, and here is the day.
            settings.changes.retain(|change| !change.setting.eq_ignore_ascii_case(key));
            settings.changes.push(SettingChange {
                setting: (*key).to_owned(),
                author: self.author().to_owned(),
                on: Some(today),
                reason: self.reason(key).to_owned(),
                unknown: Unknown::default(),
            });
        }
        let label = match (changed.as_slice(), &self.carried) {
            ([], _) => return None,
            ([HOUSE], Some(house)) => say::step_carry(&house.name),
            ([HOUSE], None) => say::step_take_out().to_owned(),
            ([one], _) => say::step(name_of(one)),
            (several, _) => say::step_several(several.len()),
        };
        let parts = [
            (campaign.settings != settings).then_some(CampaignChange::Settings(settings)),
            (campaign.rules_off != rules_off).then_some(CampaignChange::RulesOff(rules_off)),
            (campaign.house != self.carried).then(|| CampaignChange::House(self.carried.clone())),
        ];
        let edits = parts.into_iter().flatten().map(|change| Edit::SetCampaign { change: Box::new(change) }).collect();
        Some(Step::new(label, edits))
    }
}

/// What a rule weighs in settings.
pub(super) fn grade(settings: &Settings, rule: &Rule) -> Option<Grade> {
    settings.severities.iter().find(|grade| rule.is_called(&grade.rule)).map(|grade| grade.severity)
}
