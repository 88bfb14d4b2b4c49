//! What each command does. File commands lead to [`super::file`], edits become one named step each.

use std::sync::Arc;

use egui::{Event, KeyboardShortcut};

use super::file::Next;
use super::jobs::Purpose;
use super::{App, Asked, Screen};
use crate::edit::{Reveal, Touched};
use crate::model::{Campaign, LaneKind};
use crate::share::Reader;
use crate::ui::board::{changed_day, changed_span};
use crate::ui::calendar::page::Reach;
use crate::ui::command::Command;
use crate::ui::dialogs::{RulesDraft, ValuesDraft};
use crate::ui::theme;
use crate::ui::view::{FindingKey, Selection, ThemeChoice, View, Way};
use crate::words;

/// How much of what is seen a page is: a little stays, so that one knows where one was.
const PAGE: f32 = 0.85;

impl App {
    /// Runs a command, as a menu or its keys do. Whether it has anything to act on was asked before.
    pub fn run(&mut self, ctx: &egui::Context, command: Command) {
        let _spoken = self.speak();
        self.hush();
        if self.preview_takes(command) {
            return;
        }
        match command {
            Command::New => self.proceed_or_ask(ctx, Next::New),
            Command::Open => self.proceed_or_ask(ctx, Next::Open),
            // On the start page no plan is in sight that a table could be added to.
            Command::Import if self.view.screen == Screen::Welcome => self.proceed_or_ask(ctx, Next::Table),
            Command::Import => self.pick(ctx, Purpose::Import),
            Command::OpenDemo => self.proceed_or_ask(ctx, Next::Demo),
            Command::OpenCases => self.proceed_or_ask(ctx, Next::Cases),
            Command::Quit => self.proceed_or_ask(ctx, Next::Quit),
            Command::Save => {
                self.plan.doc.keep_typed();
                self.save(ctx);
            }
            Command::SaveAs => self.pick(ctx, Purpose::Save),
            Command::Versions => self.ask_versions(ctx),
            Command::UnsavedWork => self.list_unsaved_work(ctx),
            Command::BrandKit => self.ask_brand_kit(ctx),
            Command::Share => self.ask_to_share(ctx, None),
            Command::ShareClient => self.ask_to_share(ctx, Some(Reader::Client)),
            Command::ShareInternal => self.ask_to_share(ctx, Some(Reader::Internal)),
            Command::FillDown => self.view.panels.table.fill_down(),
            Command::Undo => self.undo(ctx),
            Command::Redo => self.redo(ctx),
            Command::Delete => self.delete_selection(),
            Command::Park => self.park_selection(),
            Command::DayEarlier => self.move_selection(-1),
            Command::DayLater => self.move_selection(1),
            Command::WeekEarlier => self.move_selection(-7),
            Command::WeekLater => self.move_selection(7),
            Command::LaneUp => self.move_to_lane(-1),
            Command::LaneDown => self.move_to_lane(1),
            Command::Add(kind) if self.add_to_first_arc(kind) => {}
            Command::Add(kind) if self.view.panels.add(kind) => {}
            Command::Add(kind) => self.add(kind),
            Command::AddCreator => self.add_creator(),
            Command::AddBrandLane => self.add_lane(LaneKind::Brand),
            Command::AddCommunityLane => self.add_lane(LaneKind::Community),
            Command::AddBrand => self.add_brand(),
            Command::AddProductName => self.add_product(),
            Command::AddPhase => self.add_phase(),
            Command::AddBlackout => self.add_blackout(),
            Command::AddNote => self.add_note(),
            Command::AddIdea => self.add_idea(),
            Command::Duplicate => self.duplicate(),
            Command::Cut => self.cut(ctx),
            Command::Copy => {
                self.copy(ctx);
            }
            Command::Paste => Self::ask_for_clipboard(ctx),
            Command::Rename => self.rename(),
            Command::OpenMoment => self.open_selected(),
            Command::AddPicture => self.choose_picture(ctx),
            Command::ViewPicture => self.ask_to_view_picture(ctx),
            Command::RemovePicture => self.remove_picture(),
            Command::Unpark => self.unpark_selection(),
            Command::EditCampaign => self.edit_campaign(),
            Command::LaneHigher => self.move_lane(-1),
            Command::LaneLower => self.move_lane(1),
            Command::FoldLane => self.fold_lane(),
            Command::HideLane => self.hide_lane(),
            Command::ShowHiddenLanes => self.show_hidden_lanes(),
            Command::DuplicateLane => self.ask_to_duplicate_lane(),
            Command::DeleteLane => self.delete_lane(),
            Command::ClearSelection => self.view.selection = Selection::default(),
            Command::SelectLane => self.select_lane(),
            Command::SelectAll => self.select_all(),
            Command::Search => self.search(),
            Command::ClearFilter => self.clear_filter(),
            Command::SelectPrevious => self.select_beside(Way::Back),
            Command::SelectNext => self.select_beside(Way::On),
            Command::SelectUp => self.select_beside(Way::Up),
            Command::SelectDown => self.select_beside(Way::Down),
            Command::FocusPrevious => self.focus_beside(Way::Back),
            Command::FocusNext => self.focus_beside(Way::On),
            Command::FocusUp => self.focus_beside(Way::Up),
            Command::FocusDown => self.focus_beside(Way::Down),
            Command::ExtendPrevious => self.extend(Way::Back),
            Command::ExtendNext => self.extend(Way::On),
            Command::ToggleFocused => self.toggle_focused(),
            Command::LanesUp => self.view.panels.turn_page(0.0, -PAGE),
            Command::LanesDown => self.view.panels.turn_page(0.0, PAGE),
            Command::DaysBack => self.view.panels.turn_page(-PAGE, 0.0),
            Command::DaysOn => self.view.panels.turn_page(PAGE, 0.0),
            Command::NextFinding => self.step_finding(1),
            Command::PreviousFinding => self.step_finding(-1),
            Command::ZoomOut => self.view.panels.zoom_out(),
            Command::ZoomIn => self.view.panels.zoom_in(),
            Command::ZoomFit => self.view.panels.zoom_fit(),
            Command::CalendarMonth => self.see_in_calendar(Reach::Month),
            Command::CalendarWeek => self.see_in_calendar(Reach::Week),
            Command::Today => self.go_to_today(),
            Command::Show(view) => self.show_view(view),
            Command::Present => self.present(ctx),
            Command::CompareLanes => self.compare_lanes(),
            Command::ToggleInspector => self.view.show_inspector = !self.view.show_inspector,
            Command::PreviewFix => self.preview_first_fix(ctx),
            Command::Rules => self.ask(Asked::Rules(RulesDraft::default())),
            Command::ToggleFindings => self.toggle_findings(ctx),
            Command::ToggleSidebar => self.toggle_side(ctx),
            Command::ThemeSystem => self.set_theme(ctx, ThemeChoice::System),
            Command::ThemeLight => self.set_theme(ctx, ThemeChoice::Light),
            Command::ThemeDark => self.set_theme(ctx, ThemeChoice::Dark),
            Command::ReduceMotion => self.toggle_motion(ctx),
            Command::ToggleCurve => self.toggle_curve(ctx),
            Command::Larger => self.resize(ctx, 1),
            Command::Smaller => self.resize(ctx, -1),
            Command::NormalSize => self.normal_size(ctx),
            Command::Palette => self.open_palette(ctx),
            Command::Shortcuts => self.ask(Asked::Keys),
            Command::Tour => self.take_tour(ctx),
            Command::Limits => self.ask(Asked::Limits),
            Command::Preferences => self.ask_preferences(ctx),
            Command::StartPage => self.toggle_start_page(ctx),
            Command::Guide => self.toggle_guide(ctx),
            Command::AcceptRisk => self.accept_current(),
            Command::RuleSettings => self.ask_rules(ctx, None),
            Command::SaveLaneTemplate => {
                if let Some(lane) = self.chosen_lane() {
                    self.ask_to_save_template(ctx, Some(lane));
                }
            }
            Command::SavePlanTemplate => self.ask_to_save_template(ctx, None),
            Command::AddFromTemplate => self.ask_for_template(ctx),
            Command::CompareValues => {
                if let Some(lane) = self.chosen_lane() {
                    self.ask(Asked::Values(lane, ValuesDraft::default()));
                }
            }
        }
    }

    fn undo(&mut self, ctx: &egui::Context) {
        if self.undo_hiding() {
            return;
        }
        self.view.hiding.step_went();
        let (step, before) = (self.plan.doc.undo_depth(), Arc::clone(self.plan.doc.campaign()));
        let reveal = self.plan.doc.undo();
        let index = self.plan.doc.index();
        let is_gone = |reveal: &Reveal| reveal.moments.iter().all(|id| index.place(*id).is_none());
        let is_gone = reveal.as_ref().is_some_and(is_gone);
        self.reveal_change(reveal, &before);
        if is_gone {
            self.select_as_before(step);
        }
        self.go_to_days(ctx, &before);
    }

    fn redo(&mut self, ctx: &egui::Context) {
        if self.redo_hiding() {
            return;
        }
        self.view.hiding.step_went();
        let before = Arc::clone(self.plan.doc.campaign());
        let reveal = self.plan.doc.redo();
        self.reveal_change(reveal, &before);
        self.go_to_days(ctx, &before);
    }

    /// Brings into view what undo or redo changed. The calendar shows phases and blackout dates itself, so that it turns to their days and
    /// the page of the campaign need not tell of them in the place of what stands beside it.
    fn reveal_change(&mut self, reveal: Option<Reveal>, before: &Campaign) {
        let of_campaign =
            |reveal: &Reveal| reveal.moments.is_empty() && reveal.lane.is_none() && reveal.other == Some(Touched::Campaign);
        let day = changed_day(before, self.plan.doc.campaign());
        let day = day.filter(|_| self.view.panels.front == View::Calendar && reveal.as_ref().is_some_and(of_campaign));
        if let Some(day) = day {
            self.drop_what_is_gone();
            self.view.panels.calendar.follow_day(day);
        } else {
            self.reveal(reveal);
        }
    }

    /// Brings a phase or blackout dates into view that came back or are others than before, and gives them the keyboard where the
    /// board had it.
    fn go_to_days(&mut self, ctx: &egui::Context, before: &Campaign) {
        let panels = &mut self.view.panels;
        let has_it = panels.has_keyboard(ctx) || panels.has_days_or_note(ctx);
        if panels.front == View::Board
            && has_it
            && let Some(span) = changed_span(before, self.plan.doc.campaign())
        {
            panels.board.go_to_span(span);
        }
    }

    fn see_in_calendar(&mut self, reach: Reach) {
        self.show_view(View::Calendar);
        self.view.panels.calendar.see_a(reach);
    }

    fn go_to_today(&mut self) {
        let file = self.plan.file.view(&self.plan.doc);
        if self.view.panels.has_today(&self.cx(&file, egui::Theme::Light)) {
            self.view.panels.go_to_today();
        } else {
            self.tell(words::window::today_not_in_plan(), words::window::today_is(self.today().long()), "");
        }
    }

    /// In a narrow window the findings are one line that unfolds; in a wide one a list that folds to that line.
    fn toggle_findings(&mut self, ctx: &egui::Context) {
        if self.view.show_findings && theme::is_narrow(ctx) {
            self.view.panels.findings.unfolded = !self.view.panels.findings.unfolded;
        } else {
            self.view.show_findings = !self.view.show_findings;
        }
    }

    fn step_finding(&mut self, by: isize) {
        self.view.show_findings = true;
        // Only what is open is gone through; from an accepted one the way leads to the open ones beside it.
        let findings = &self.deriver.derived.findings;
        let current = self.view.current_finding.as_ref();
        let at = current.and_then(|key| findings.iter().position(|finding| FindingKey::of(finding) == *key));
        // Words that are looked for stay: the way leads through what has them.
        let words = &self.view.panels.findings;
        let open = |at: &usize| findings.get(*at).is_some_and(|finding| finding.state.is_open() && words.has_words(finding));
        let all = 0..findings.len();
        let next = match (at, by > 0) {
            (Some(at), true) => (at + 1..findings.len()).chain(0..=at).find(open),
            (None, true) => all.clone().find(open),
            (Some(at), false) => (0..at).rev().chain((at..findings.len()).rev()).find(open),
            (None, false) => all.clone().rev().find(open),
        };
        if let Some(finding) = next.and_then(|at| findings.get(at)) {
            let key = FindingKey::of(finding);
            let (moment, lane) = (key.moment, key.lane);
            self.show_finding(key);
            // Space and the menu key are meant for what was just gone to, not for where the keyboard was before.
            match (moment, lane) {
                (Some(id), _) => self.view.panels.focus(id),
                (None, Some(lane)) if self.view.panels.front == View::Board => self.view.panels.board.focus_lane(lane),
                (None, Some(lane)) => self.view.panels.reveal_lane(lane),
                (None, None) => {}
            }
        }
    }
}

/// Whether an event presses these keys.
pub(super) fn is_press(event: &Event, keys: KeyboardShortcut) -> bool {
    let Event::Key { key, pressed: true, modifiers, .. } = event else { return false };
    // Some keyboards make signs with Alt; who holds it with a letter or a digit means something else than that alone.
    let is_one = |name: &str| name.len() == 1 && name.chars().all(|c| c.is_ascii_alphanumeric());
    let of_alt = modifiers.alt && !keys.modifiers.alt && is_one(keys.logical_key.name());
    *key == keys.logical_key && modifiers.matches_logically(keys.modifiers) && !of_alt
}

/// Takes presses out of the input, with the characters that some systems make of them besides; returns how many there were.
pub(super) fn take_presses(events: &mut Vec<Event>, takes: impl Fn(&Event) -> bool) -> usize {
    let (mut presses, mut just_pressed) = (0, false);
    events.retain(|event| {
        let is_press = takes(event);
        let of_it = just_pressed && matches!(event, Event::Text(_));
        presses += usize::from(is_press);
        just_pressed = is_press;
        !is_press && !of_it
    });
    presses
}

/// Whether an event presses the very keys of another command. Undo's keys match with Shift held, too, but that is redo: where
/// there is nothing to do again, the press must not take a step back instead.
pub(super) fn is_of_another(event: &Event, command: Command) -> bool {
    let Event::Key { key, modifiers, .. } = event else { return false };
    Command::all()
        .filter(|other| *other != command)
        .any(|other| other.shortcuts().iter().any(|keys| keys.logical_key == *key && modifiers.matches_exact(keys.modifiers)))
}
