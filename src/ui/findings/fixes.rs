//! The fixes of findings, worked out when somebody looks at them and kept until the campaign changes, or how
//! it is checked: other house rules, or another day, make other fixes.

use std::collections::HashMap;
use std::sync::Arc;

use egui::{Label, Response, Role, Ui, WidgetInfo};

use super::data;
use crate::check::{self, Applicability, Finding, Fix, Fixer, Follower, Options};
use crate::model::{Campaign, Day, IdSource, MomentId, PastDeal};
use crate::ui::held::Held;
use crate::ui::icons::{self, Icon};
use crate::ui::view::{About, Action, Actions, Cx, FindingKey, LaneView, Selection};
use crate::ui::{fonts, inspector, kit, theme};
use crate::words::{self, accept, findings, fit, mend, window as say};

/// Fixes by finding.
#[derive(Debug, Default)]
pub struct FixCache {
    held: Held,
    options: Options,
    generation: u64,
    fixes: HashMap<FindingKey, Entry>,
    /// What crosses lanes in the campaign of the fix before: for each letter that is typed, looking at every lane of a large plan
    /// anew would be most of the work.
    follower: Follower,
}

#[derive(Debug)]
struct Entry {
    generation: u64,
    fixes: Vec<Fix>,
}

impl FixCache {
    /// The fixes of a finding, the primary one first. Worked out now unless they were for this campaign.
    pub fn of(&mut self, cx: &Cx<'_>, finding: &Finding) -> &[Fix] {
        self.follow(cx);
        let generation = self.generation;
        let entry =
            self.fixes.entry(FindingKey::of(finding)).or_insert_with(|| Entry { generation: u64::MAX, fixes: Vec::new() });
        if entry.generation != generation {
            *entry = Entry { generation, fixes: work_out(cx, finding, &mut self.follower) };
        }
        &entry.fixes
    }

    /// Whether the fixes of a finding are there for this campaign, without working anything out.
    pub fn is_ready(&mut self, cx: &Cx<'_>, finding: &Finding) -> bool {
        self.follow(cx);
        self.fixes.get(&FindingKey::of(finding)).is_some_and(|entry| entry.generation == self.generation)
    }

    /// The last fixes that were worked out, perhaps for an earlier campaign: to draw from, never to apply.
    #[must_use]
    pub fn last(&self, key: &FindingKey) -> Option<&[Fix]> {
        self.fixes.get(key).map(|entry| &entry.fixes[..])
    }

    /// Of how many findings it has fixes, perhaps for an earlier campaign.
    #[must_use]
    pub fn count(&self) -> usize {
        self.fixes.len()
    }

    fn follow(&mut self, cx: &Cx<'_>) {
        let checked_otherwise = self.options != *cx.options;
        if self.held.follow(cx.campaign) || checked_otherwise {
            self.options.clone_from(cx.options);
            self.generation += 1;
            // What nobody looked at since the change before is not worth keeping.
            let last = self.generation;
            self.fixes.retain(|_, entry| entry.generation + 1 >= last);
        }
    }
}

/// What a press on a fix does. A safe one is done at once, a suggested one is shown first, and what only a person can fill
/// in leads to its field.
pub fn apply(campaign: &Campaign, fix: &Fix, finding: &Finding, out: &mut Actions) {
    let key = FindingKey::of(finding);
    if let Some((selection, field)) = way_to_field(campaign, &key, fix) {
        for action in to_field(campaign, selection, field, Some(finding)) {
            out.push(action);
        }
    } else if fix.applicability == Applicability::Safe {
        out.push(Action::ApplyFix(fix.clone()));
    } else {
        out.push(Action::PreviewFix(key, fix.clone()));
    }
}

/// For a fix that only a person can fill in: what to select, and the field to go to.
#[must_use]
pub fn way_to_field(campaign: &Campaign, key: &FindingKey, fix: &Fix) -> Option<(Selection, &'static str)> {
    let Applicability::Jump(field) = fix.applicability else { return None };
    Some((inspector::place_of(campaign, key.lane, key.moment, field), field))
}

/// What leads to a field: the page, and the field; where that is a list, the entry of it that the finding is about.
#[must_use]
pub fn to_field(campaign: &Campaign, page: Selection, field: &'static str, finding: Option<&Finding>) -> [Action; 2] {
    let Some(About::Creator(of_page)) = page.about else { return [Action::Select(page), Action::FocusField(field)] };
    let facts = finding.map_or(&[][..], |finding| &finding.facts);
    // On the brand's own channel a finding says whose deal or topic it is.
    let named = campaign.creators.iter().find(|creator| facts.contains(&findings::fact_creator(creator.id)));
    let Some(creator) = named.or_else(|| campaign.creator(of_page)) else {
        return [Action::Select(page), Action::FocusField(field)];
    };
    let page = Selection { about: Some(About::Creator(creator.id)), ..page };
    let day = |day: Option<Day>| day.map_or_else(|| fit::fact_no_day().to_owned(), |day| day.to_string());
    let fact = |deal: &PastDeal| fit::fact_deal(&deal.brand, day(deal.from), day(deal.to), day(deal.exclusive_until));
    let without_days = |deal: &PastDeal| deal.from.or(deal.to).or(deal.exclusive_until).is_none() && deal.waived.is_none();
    let entry = match (field, finding) {
        ("past", Some(_)) => creator.past.iter().position(|deal| facts.contains(&fact(deal))),
        // What was not checked is a deal that has no days.
        ("past", None) => creator.past.iter().position(without_days),
        ("no_go", Some(_)) => creator.no_go.iter().position(|no_go| facts.contains(&fit::fact_off_limits(&no_go.category))),
        _ => None,
    };
    let go = entry.map_or(Action::FocusField(field), |at| Action::FocusEntry(field, at));
    [Action::Select(page), go]
}

/// How a fix is done, in words: how many moments it touches, what becomes of the findings of the lane, and whether it is
/// shown first.
#[must_use]
pub fn note(fix: &Fix) -> String {
    let total = |counts: check::Counts| counts.errors + counts.warnings + counts.hints;
    let touched = words::moments(fix.reveal.len());
    let effect = say::fix_note(touched, total(fix.counts.0), total(fix.counts.1));
    match fix.applicability {
        Applicability::Safe => mend::fix_safe(&fix.title, effect),
        Applicability::Suggested => mend::fix_suggested(&fix.title, effect),
        Applicability::Jump(_) => mend::fix_jump(&fix.title),
    }
}

/// What tells the three sorts of fixes apart at a glance: an icon and a few words.
#[must_use]
pub fn sort(fix: &Fix) -> (Icon, &'static str) {
    match fix.applicability {
        Applicability::Safe => (icons::PLUS, mend::adds_drafts()),
        Applicability::Suggested => (icons::EYE, mend::shown_first()),
        Applicability::Jump(_) => (icons::ARROW_RIGHT, mend::go_to_field()),
    }
}

/// A button of a fix with what it does under the pointer; where nothing can be done the button says why itself.
#[must_use]
pub fn with_note(cx: &Cx<'_>, button: Response, note: &str) -> Response {
    if cx.locked().is_some() { button } else { button.on_hover_text(note) }
}

/// A row of a menu that changes the plan, with a note under the pointer if there is one; where nothing can be changed it is
/// disabled, with the reason. Whether it was pressed.
#[must_use]
pub fn menu_row(cx: &Cx<'_>, ui: &mut Ui, icon: Option<Icon>, (text, keys): (&str, &str), note: &str) -> bool {
    let row = ui.add_enabled_ui(cx.locked().is_none(), |ui| kit::menu_row(ui, icon, text, keys, false)).inner;
    match cx.locked() {
        Some(why) => row.on_disabled_hover_text(why).clicked(),
        None if note.is_empty() => row.clicked(),
        None => row.on_hover_text(note).clicked(),
    }
}

/// The fixes of one finding as rows of a menu. A safe one has a second row that only shows it.
pub fn rows_of(cx: &Cx<'_>, cache: &mut FixCache, finding: &Finding, ui: &mut Ui, out: &mut Actions) {
    for fix in cache.of(cx, finding) {
        let (icon, tag) = sort(fix);
        if menu_row(cx, ui, Some(icon), (&fix.title, tag), &note(fix)) {
            apply(cx.campaign, fix, finding, out);
            ui.close();
        }
        let shown = words::nested(&mend::preview_of(&fix.title));
        if fix.applicability == Applicability::Safe && menu_row(cx, ui, Some(icons::EYE), (&shown, ""), "") {
            out.push(Action::PreviewFix(FindingKey::of(finding), fix.clone()));
            ui.close();
        }
    }
}

/// The row of a menu that accepts a finding as it is.
pub fn accept_row(cx: &Cx<'_>, key: &FindingKey, ui: &mut Ui, out: &mut Actions) {
    if menu_row(cx, ui, Some(icons::ACCEPTED), (accept::accept_risk(), ""), "") {
        out.push(Action::Accept(key.clone()));
        ui.close();
    }
}

/// What is open about a card.
fn open_about<'a>(cx: &Cx<'a>, moment: MomentId) -> impl Iterator<Item = &'a Finding> {
    let found = data::of_moment(cx.derived, cx.index.lane(moment), moment);
    found.into_iter().filter(move |finding| finding.state.is_open() && finding.subject() == Some(moment))
}

/// Whether [`menu_rows`] has anything to offer.
#[must_use]
pub fn has_menu_rows(cx: &Cx<'_>, moment: MomentId) -> bool {
    open_about(cx, moment).next().is_some()
}

/// The fixes of everything open about a card, for its context menu.
pub fn menu_rows(cx: &Cx<'_>, cache: &mut FixCache, moment: MomentId, ui: &mut Ui, out: &mut Actions) {
    for finding in open_about(cx, moment) {
        ui.add_space(theme::space::XS);
        ui.horizontal(|ui| {
            ui.add_space(theme::space::M);
            let title = Label::new(fonts::META_B.rich(finding.title).color(theme::of(ui).text_3)).selectable(false);
            ui.add(title).widget_info(|| WidgetInfo::labeled(Role::Heading, true, finding.title));
        });
        rows_of(cx, cache, finding, ui, out);
        accept_row(cx, &FindingKey::of(finding), ui, out);
    }
}

fn work_out(cx: &Cx<'_>, finding: &Finding, follower: &mut Follower) -> Vec<Fix> {
    // Cheap: a campaign shares its lanes and everything else that is large.
    let campaign = Arc::new(cx.campaign.clone());
    let mut trial = Fixer::after(std::mem::take(follower), campaign, cx.options);
    // What is found in the lane as it is was worked out when it changed.
    let is_known = |view: &&Arc<LaneView>| cx.campaign.lane(view.lane.id).is_some_and(|lane| Arc::ptr_eq(lane, &view.lane));
    let view = cx.derived.lanes.iter().find(|view| Some(view.lane.id) == finding.lane).filter(is_known);
    let known = view.map(|view| check::Counts::of(view.findings.iter().map(AsRef::as_ref)));
    let fixes = trial.fixes_of(finding, known, &mut ids(cx, finding));
    *follower = trial.into_follower();
    fixes
}

/// Ids for cards that a fix adds: the same for the same plan and finding, and new to the plan.
fn ids(cx: &Cx<'_>, finding: &Finding) -> IdSource {
    /// More cards than any fix adds.
    const ENOUGH: usize = 16;
    let name = format!("{}/{:?}/{:?}", finding.code(), finding.lane, finding.subject());
    // FNV-1a: short, and unlike the standard hasher promised never to change.
    let mut seed =
        name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    loop {
        let mut probe = IdSource::seeded(seed);
        if (0..ENOUGH).all(|_| cx.index.place(probe.moment()).is_none()) {
            return IdSource::seeded(seed);
        }
        seed = seed.wrapping_add(1);
    }
}
