//! Where a session begins: the first start, the start page with what it shows, templates, and the guide to the first arc.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use egui::{Key, Modifiers, Rect, Ui};

use super::add::AFTER;
use super::file::{Next, PlanFile};
use super::jobs::{Done, Work};
use super::{App, Asked, Deriver, Panels, Rim, Screen, Seek};
use crate::check::Options;
use crate::cli::clock::Now;
use crate::edit::{Document, Edit, Place, Step};
use crate::model::{Campaign, Day, Kind, PlanId, When};
use crate::store::prefs::{Found, Recent};
use crate::store::template::Template;
use crate::store::{demo, template};
use crate::ui::arc::Outline;
use crate::ui::calendar::glance_ui;
use crate::ui::command::Command;
use crate::ui::dialogs::{GuideAnswer, guide_offer_ui};
use crate::ui::guide::{self, GuideState, guide_lane_ui, guide_panel_ui};
use crate::ui::inspector::inspector_ui;
use crate::ui::view::{About, Actions, Cx, Selection, View};
use crate::ui::welcome::{Offer, Page, RecentPlan};
use crate::words::language::{self, Language};
use crate::words::{own, start as say, steps, window};

/// Minutes of a day.
const DAY: i64 = 24 * 60;

/// Commands whose keys work on the start page. The others act on a plan, and none is in sight.
const ON_START_PAGE: &[Command] = &[
    Command::New,
    Command::Open,
    Command::Quit,
    Command::Palette,
    Command::Guide,
    Command::Shortcuts,
    Command::Preferences,
    Command::Larger,
    Command::Smaller,
    Command::NormalSize,
];

/// Commands that need no plan: what the palette offers on the start page.
pub(super) const WITHOUT_PLAN: &[Command] = &[
    Command::New,
    Command::Open,
    Command::Import,
    Command::OpenDemo,
    Command::OpenCases,
    Command::UnsavedWork,
    Command::Guide,
    Command::Shortcuts,
    Command::Preferences,
    Command::ThemeSystem,
    Command::ThemeLight,
    Command::ThemeDark,
    Command::Larger,
    Command::Smaller,
    Command::NormalSize,
    Command::ReduceMotion,
    Command::Quit,
];

impl App {
    /// The window as it opens: on the fictional campaign the very first time, later on the start page. A file that was asked
    /// for is opened by the caller over an empty plan, so that one that cannot be opened leaves nobody else's on screen.
    #[must_use]
    pub fn at_start(mut rim: Rim, has_file: bool) -> Self {
        let blank = template::blank(&mut rim.ids);
        let mut app = Self::new(blank, rim);
        if has_file {
            app.view.screen = Screen::Nothing;
            return app;
        }
        if app.prefs.found == Found::Nothing {
            let plan = demo::fictional(app.rim.ids.plan());
            app.put(Document::unsaved(plan), PlanFile::default());
        } else {
            app.view.screen = Screen::Welcome;
        }
        app
    }

    /// Which of the two fills the window.
    #[must_use]
    pub fn screen(&self) -> Screen {
        self.view.screen
    }

    /// The file that the window was started with did not become a plan on screen, and nothing is asked about it any more: then
    /// the session begins as one without a file.
    pub(super) fn leave_nothing(&mut self) {
        if self.view.screen == Screen::Nothing && self.asked.is_empty() && self.jobs().are_done() {
            self.view.screen = Screen::Welcome;
        }
    }

    /// Shows the start page over the plan, or goes back to the plan.
    pub(super) fn toggle_start_page(&mut self, ctx: &egui::Context) {
        let page = self.view.panels.welcome.page.take();
        if self.view.screen == Screen::Welcome {
            if page.is_none_or(|page| page.back) {
                self.view.screen = Screen::Plan;
            }
        } else {
            self.plan.doc.seal();
            self.view.behind = true;
            self.view.screen = Screen::Welcome;
            self.fill_start_page(ctx);
        }
        ctx.request_repaint();
    }

    /// Makes what the start page shows, if it is on screen and was not made yet.
    pub(super) fn fill_start_page(&mut self, ctx: &egui::Context) {
        if self.view.screen != Screen::Welcome || self.view.panels.welcome.page.is_some() {
            return;
        }
        let now = self.rim.clock.now();
        let home = std::env::home_dir();
        let recent = recent_plans(&self.prefs.prefs.recent, now, home.as_deref());
        self.view.panels.welcome.page = Some(Page {
            offers: Arc::clone(&shown().offers),
            cases: Arc::clone(&shown().cases),
            recent,
            draft: self.waiting_draft(),
            back: self.view.behind,
            ..Page::default()
        });
        // At the start they are looked for anyway; later a plan that went may have left one.
        if self.view.behind {
            self.look_for_drafts(ctx, Seek::Page);
        }
        // Another window may have added templates since they were read.
        self.show_own_templates();
        self.read_templates(ctx);
        let paths: Vec<PathBuf> = self.prefs.prefs.recent.iter().map(|plan| plan.path.clone()).collect();
        if !paths.is_empty() {
            // A folder on another computer may take its time to answer.
            self.jobs().run(ctx, Work::Look, say::looking_for_plans(), move || {
                let look = |path: PathBuf| {
                    let file = path.is_file().then(|| std::fs::canonicalize(&path).unwrap_or_else(|_| path.clone()));
                    (path, file)
                };
                Done::Looked(paths.into_iter().map(look).collect())
            });
        }
    }

    /// Takes in which recent plans are where they were. One that was opened by a link as well is listed once, as it was opened
    /// last.
    pub(super) fn looked(&mut self, found: &[(PathBuf, Option<PathBuf>)]) {
        let file = |path: &Path| found.iter().find(|(looked, _)| looked == path).map(|(_, file)| file.as_ref());
        let mut files: HashSet<&PathBuf> = HashSet::new();
        let recent = &mut self.prefs.prefs.recent;
        let once: Vec<bool> =
            recent.iter().map(|plan| file(&plan.path).flatten().is_none_or(|file| files.insert(file))).collect();
        let mut again = once.iter();
        recent.retain(|_| again.next() != Some(&false));
        let Some(page) = &mut self.view.panels.welcome.page else { return };
        let mut again = once.iter();
        page.recent.retain(|_| again.next() != Some(&false));
        for (plan, row) in recent.iter().zip(&mut page.recent) {
            row.missing = file(&plan.path) == Some(None);
        }
    }

    /// Takes the keys of the start page out of the input.
    pub(super) fn take_start_page_keys(&mut self, ctx: &egui::Context) {
        let back = self.view.behind && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        if back {
            self.toggle_start_page(ctx);
            return;
        }
        for &command in ON_START_PAGE {
            let Some(keys) = command.shortcut() else { continue };
            if ctx.input_mut(|input| input.consume_shortcut(&keys)) {
                self.run(ctx, command);
            }
        }
    }

    /// Opens a recent plan, by its place in the list.
    pub(super) fn open_recent(&mut self, ctx: &egui::Context, at: usize) {
        let path = self.prefs.prefs.recent.get(at).map(|plan| plan.path.clone());
        if let Some(path) = path {
            self.proceed_or_ask(ctx, Next::OpenPath(path));
        }
    }

    /// Takes a plan out of the list of recent ones. The file stays.
    pub(super) fn forget_recent(&mut self, ctx: &egui::Context, at: usize) {
        if at < self.prefs.prefs.recent.len() {
            self.prefs.prefs.recent.remove(at);
            self.view.panels.welcome.page = None;
            self.fill_start_page(ctx);
            ctx.request_repaint();
        }
    }

    /// Begins a plan from a template: asked for nothing, with day 0 on a Monday that leaves time for the first card.
    pub(super) fn begin_from(&mut self, key: &str) {
        if key == template::BLANK {
            self.begin_empty(false);
            return;
        }
        let Some(template) = self.template(key).cloned() else {
            self.tell(own::gone(), "", "");
            return;
        };
        let zero = day_zero(self.today(), template.days().map_or(0, |(first, _)| first));
        let mut plan = template.plan(&mut self.rim.ids, Some(zero));
        self.prefer(&mut plan);
        self.put(Document::unsaved(plan), PlanFile::default());
        self.view.selection = Selection::about(About::Campaign);
        self.view.show_inspector = true;
    }

    /// Begins an empty plan, with the guide unless it was left before, or where it is asked for.
    pub(super) fn begin_empty(&mut self, guide: bool) {
        let mut plan = template::blank(&mut self.rim.ids);
        self.prefer(&mut plan);
        self.put(Document::unsaved(plan), PlanFile::default());
        if guide || !self.prefs.prefs.guide_done {
            self.show_guide();
        }
    }

    /// Brings the guide to the front, in the place of the board.
    fn show_guide(&mut self) {
        self.show_view(View::Board);
        self.view.panels.guide.show();
    }

    /// Whether the guide is in sight, by the states of the panels.
    pub(super) fn is_in_guide(&self, panels: &Panels) -> bool {
        self.view.screen == Screen::Plan && panels.guide.is_on(self.plan.doc.campaign())
    }

    /// Calls the guide, or leaves it. The guide needs a plan of its own: over one that is no first arc it is only offered, so that
    /// nobody who asked for help loses sight of their plan.
    pub(super) fn toggle_guide(&mut self, ctx: &egui::Context) {
        let campaign = self.plan.doc.campaign();
        let on_board = self.view.screen == Screen::Plan;
        if self.is_in_guide(&self.view.panels) {
            self.view.panels.guide = GuideState::default();
            self.prefs.prefs.guide_done = true;
        } else if guide::data::lane(campaign).is_some() {
            self.view.screen = Screen::Plan;
            self.show_guide();
        } else if on_board {
            self.ask(Asked::GuideOffer);
        } else {
            self.proceed_or_ask(ctx, Next::Guide);
        }
    }

    /// Draws the offer of the guide; true once it was answered.
    pub(super) fn guide_offer(&mut self, ui: &egui::Ui, ctx: &egui::Context) -> bool {
        match guide_offer_ui(ui) {
            None => return false,
            Some(GuideAnswer::Begin) => self.proceed_or_ask(ctx, Next::Guide),
            Some(GuideAnswer::Keys) => self.ask(Asked::Keys),
            Some(GuideAnswer::Stay) => {}
        }
        true
    }

    /// Puts a moment of that kind into its place of the first arc, if the guide is on and has one.
    pub(super) fn add_to_first_arc(&mut self, kind: Kind) -> bool {
        let campaign = self.plan.doc.campaign();
        let course = self.view.panels.guide.course(campaign, &self.deriver.derived, self.today());
        let Some(course) = course.filter(|_| self.view.screen == Screen::Plan) else { return false };
        let Some(slot) = course.open_slot(kind).map(|at| course.slots[at]) else { return false };
        let moment = guide::data::moment(&course, slot, kind, self.rim.ids.moment());
        let (id, label) = (moment.id, steps::step_add(&moment.title));
        let edit = Edit::AddMoment { place: Place::Lane(course.lane), moment: Box::new(moment) };
        self.edit(Step::new(label, vec![edit]));
        self.view.selection = Selection::moment(id, Some(course.lane));
        true
    }

    /// When a moment of that kind comes whose place in the first arc is taken, while nothing is selected: behind what gives
    /// something, and an ask behind everything. Today would be before the announcement.
    pub(super) fn behind_first_arc(&self, kind: Kind) -> Option<When> {
        let campaign = self.plan.doc.campaign();
        if self.selected().next().is_some() || !self.view.panels.guide.is_on(campaign) {
            return None;
        }
        let before = guide::data::lane(campaign)?.moments.iter().filter(|moment| kind.is_ask() || !moment.is_ask());
        let last = before.filter_map(|moment| campaign.day_of(moment.when)).max()?;
        Some(When::On(last.plus(AFTER)))
    }
}

/// What stands in the middle of the window: the view that is in front, or the lane of the guide in its place.
pub(super) fn center_ui(cx: &Cx<'_>, panels: &mut Panels, ui: &mut Ui, actions: &mut Actions) {
    if panels.guide.is_on(cx.campaign) {
        guide_lane_ui(cx, &mut panels.guide, ui, actions);
    } else {
        panels.front_ui(cx, ui, actions);
    }
}

/// Where in the middle of the window the content of what stands there is.
pub(super) fn center_content(cx: &Cx<'_>, panels: &Panels, whole: Rect) -> Rect {
    if panels.guide.is_on(cx.campaign) { whole } else { panels.content(whole) }
}

/// What stands at the right: the inspector, or the panel of the guide in its place.
pub(super) fn right_ui(cx: &Cx<'_>, panels: &mut Panels, ui: &mut Ui, actions: &mut Actions) {
    if panels.guide.is_on(cx.campaign) {
        guide_panel_ui(cx, &mut panels.guide, ui, actions);
    } else if cx.view == View::Calendar && *cx.selection == Selection::default() {
        // With nothing selected the days that are seen have more to say than the page of the campaign.
        glance_ui(cx, &mut panels.calendar, ui, actions);
    } else {
        inspector_ui(cx, &mut panels.inspector, ui, actions);
    }
}

/// The first Monday after today on which day 0 leaves every card, the first one on day `earliest`, after today.
pub(super) fn day_zero(today: Day, earliest: i32) -> Day {
    let soonest = today.plus(1 - earliest.min(0));
    soonest.plus((7 - i32::from(soonest.weekday())) % 7)
}

/// Every template with its arc, and the two cases as their plan draws them, worked out once in each language.
struct Shown {
    offers: Arc<[Offer]>,
    cases: Arc<[Outline]>,
}

impl Shown {
    fn make() -> Self {
        Self { offers: template::all().iter().map(offer).collect(), cases: outlines(demo::two_cases(PlanId::default())).into() }
    }
}

/// What is shown in the language that is spoken.
fn shown() -> &'static Shown {
    static ENGLISH: OnceLock<Shown> = OnceLock::new();
    static GERMAN: OnceLock<Shown> = OnceLock::new();
    // It is kept for every form of days: what is in it has none.
    match language::spoken() {
        Language::English => ENGLISH.get_or_init(Shown::make),
        Language::German => GERMAN.get_or_init(Shown::make),
    }
}

/// A template with its arc, to start from.
pub(super) fn offer(template: &Template) -> Offer {
    Offer {
        key: template.key.clone(),
        name: template.name.clone(),
        // Whoever wrote no line about their template sees at least what its day 0 is.
        line: if template.short.is_empty() { template.line.clone() } else { template.short.clone() },
        moments: template.moment_count(),
        // Of all lanes, though the arc is that of the first.
        weeks: template.days().map_or(0, |(first, last)| crate::ui::dialogs::weeks(first, last)),
        outline: outlines(template.campaign().clone()).into_iter().next(),
    }
}

/// The arc of each lane that has one, with what the checker says.
fn outlines(campaign: Campaign) -> Vec<Outline> {
    let campaign = Arc::new(campaign);
    let mut deriver = Deriver::default();
    deriver.update(&campaign, 0, &Options::default());
    deriver.derived.lanes.iter().filter_map(|view| Outline::of(&campaign, view)).collect()
}

/// The templates that ship with the program, as they are offered.
pub(super) fn built_in_offers() -> &'static Arc<[Offer]> {
    &shown().offers
}

/// The recent plans in the words of the start page. Those of one name in one folder are told apart by their files.
pub(super) fn recent_plans(plans: &[Recent], now: Now, home: Option<&Path>) -> Vec<RecentPlan> {
    let rows: Vec<RecentPlan> = plans.iter().map(|plan| recent_plan(plan, now, home)).collect();
    let alike = |row: &RecentPlan| rows.iter().filter(|other| (&other.name, &other.folder) == (&row.name, &row.folder)).count();
    let with_file = |row: &RecentPlan, plan: &Recent| {
        let file = plan.path.file_name().unwrap_or_default();
        Path::new(&row.folder).join(file).display().to_string()
    };
    let apart = |(row, plan): (&RecentPlan, &Recent)| {
        let folder = if alike(row) > 1 { with_file(row, plan) } else { row.folder.clone() };
        RecentPlan { folder, ..row.clone() }
    };
    rows.iter().zip(plans).map(apart).collect()
}

/// A recent plan in the words of the start page.
fn recent_plan(plan: &Recent, now: Now, home: Option<&Path>) -> RecentPlan {
    let name = if plan.brand.is_empty() { plan.name.clone() } else { window::document_name(&plan.brand, &plan.name) };
    RecentPlan {
        name,
        when: when(plan.minutes, now),
        folder: folder(&plan.path, home),
        missing: false,
        counts: [plan.errors, plan.warnings, plan.accepted],
    }
}

/// "Today 14:02", "Yesterday", "27 Aug", "27 Aug 2025".
fn when(minutes: i64, now: Now) -> String {
    let day = Day::from_number(i32::try_from(minutes.div_euclid(DAY)).unwrap_or(0));
    let of_day = minutes.rem_euclid(DAY);
    match now.day.since(day) {
        0 => say::today_at(format_args!("{:02}:{:02}", of_day / 60, of_day % 60)),
        1 => say::yesterday().to_owned(),
        _ if now.day.date().year() == day.date().year() => day.short(),
        _ => day.long(),
    }
}

/// The folder of a file, with the user's own folder as "~".
fn folder(path: &Path, home: Option<&Path>) -> String {
    let folder = path.parent().unwrap_or(path);
    match home.filter(|home| !home.as_os_str().is_empty()).and_then(|home| folder.strip_prefix(home).ok()) {
        Some(rest) if rest.as_os_str().is_empty() => "~".to_owned(),
        Some(rest) => Path::new("~").join(rest).display().to_string(),
        None => folder.display().to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn day_zero_is_a_monday_that_leaves_time_for_every_card() {
        for offset in 0..14 {
            let today = Day::from_number(21_000 + offset);
            for earliest in [0, -3, -60] {
                let zero = day_zero(today, earliest);
                assert_eq!(zero.weekday(), 0);
                assert!(zero.plus(earliest) > today && zero.plus(earliest).since(today) <= 7, "{today} {earliest}: {zero}");
            }
        }
    }

    #[test]
    fn what_was_open_is_told_in_words() {
        let day = |year, month, date| Day::new(year, month, date).unwrap();
        let now = Now { day: day(2027, 9, 2), hour: 15, minute: 0 };
        let minutes = |day: Day, time: i64| i64::from(day.number()) * DAY + time;
        assert_eq!(when(minutes(day(2027, 9, 2), 14 * 60 + 2), now), "Today 14:02");
        assert_eq!(when(minutes(day(2027, 9, 1), 0), now), "Yesterday");
        assert_eq!(when(minutes(day(2027, 8, 27), 0), now), "27 Aug");
        assert_eq!(when(minutes(day(2026, 8, 27), 0), now), "27 Aug 2026");
        let home = Some(Path::new("/home/lena"));
        assert_eq!(folder(Path::new("/home/lena/Campaigns/Northbound/a.moments"), home), "~/Campaigns/Northbound");
        assert_eq!(folder(Path::new("/home/lena/a.moments"), home), "~");
        assert_eq!(folder(Path::new("/srv/plans/a.moments"), home), "/srv/plans");
    }

    #[test]
    fn the_guide_knows_what_an_empty_plan_calls_its_creator() {
        let plan = template::blank(&mut crate::model::IdSource::seeded(1));
        assert_eq!(plan.creators[0].name, say::placeholder());
    }

    #[test]
    fn every_arc_is_clear_and_drawn_from_its_own_curve() {
        for offer in built_in_offers().iter() {
            if offer.key == template::BLANK {
                assert!(offer.outline.is_none());
                continue;
            }
            let outline = offer.outline.as_ref().unwrap();
            assert_eq!(outline.spots.len(), offer.moments, "{}", offer.key);
            assert_eq!(outline.line.is_empty(), offer.key == "sponsor-slot", "{}", offer.key);
            let early = outline.spots.iter().any(|spot| matches!(spot.ask, Some(crate::ui::kit::marks::Ask::Open(_))));
            assert!(!early, "{} shows a finding", offer.key);
        }
        let weeks: Vec<i64> = built_in_offers().iter().filter(|offer| offer.outline.is_some()).map(|offer| offer.weeks).collect();
        assert_eq!(weeks[0], 7);
    }

    #[test]
    fn the_two_cases_show_what_the_checker_says() {
        use crate::ui::kit::marks::Ask;
        use crate::ui::theme::Tone;
        let [cold, arc] = &*shown().cases else { panic!("two cases") };
        assert_eq!(cold.spots.len(), 1);
        assert_eq!((cold.spots[0].ask, cold.spots[0].overdraft), (Some(Ask::Open(Tone::Error)), true));
        let asks: Vec<_> = arc.spots.iter().filter_map(|spot| spot.ask).collect();
        assert_eq!(asks, [Ask::Ready, Ask::Early]);
    }
}
