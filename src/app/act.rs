//! Carries out what the panels, the keyboard and the dialogs want.

use std::time::Duration;

use egui::{Event, KeyboardShortcut};

use super::command::{is_of_another, is_press, take_presses};
use super::file::{Next, Occupied, Overwriting};
use super::jobs::Purpose;
use super::{App, Asked, Screen};
use crate::edit::{Edit, Reveal, Step, Touched, draw_fresh_ids};
use crate::model::MomentId;
use crate::ui::command::{Command, are_typed};
use crate::ui::dialogs::{self, AcceptAnswer, KitFile, PathAnswer, PathDraft, ReplaceAnswer};
use crate::ui::kit::own_steps;
use crate::ui::view::{About, Action, Actions, FindingKey, Selection};
use crate::words::{self, window as say};

impl App {
    /// Takes the shortcuts out of the input before any widget sees them. Keys that write or move in text stay with a text field
    /// that has the focus; undo does not, because the text is the document's.
    pub(super) fn take_shortcuts(&mut self, ctx: &egui::Context) {
        // A card in the hand is dropped or let go of with Escape before anything else happens.
        if !self.asked.is_empty()
            || self.presented().is_some()
            || self.view.panels.is_dragging()
            || self.view.panels.guide.is_holding()
        {
            return;
        }
        if self.view.screen == Screen::Plan {
            self.take_pasted_picture(ctx);
        }
        // Most frames have no key at all, and asking every command whether it can run is not free.
        let is_key =
            |event: &Event| matches!(event, Event::Key { pressed: true, .. } | Event::Copy | Event::Cut | Event::Paste(_));
        if !ctx.input(|input| input.events.iter().any(is_key)) {
            return;
        }
        if self.view.screen != Screen::Plan {
            self.take_start_page_keys(ctx);
            return;
        }
        // Escape has taken the focus out of a field before this is reached, so what counts is where it was in the last frame.
        let seeking = self.view.panels.is_seeking(ctx);
        let renaming = self.view.panels.is_writing() || self.view.panels.guide.is_titling() || seeking;
        let typing = ctx.text_edit_focused() || self.view.was_typing || renaming;
        // An open menu has the arrow keys, Enter and Escape to itself.
        let menu = egui::Popup::is_any_open(ctx) || self.view.panels.asks();
        // Enter, Space and the arrows belong to whatever has the focus; the board has them while nothing else does.
        let on_board = self.view.panels.has_keyboard(ctx);
        // A cell of the table has what can be typed, and the clipboard but for moments that were copied.
        let cell = self.view.panels.has_cell(ctx);
        let beside = self.view.panels.has_days_or_note(ctx);
        let in_form = self.view.panels.has_form(ctx);
        if !typing && !menu {
            self.take_clipboard_events(ctx, cell);
        }
        // In the guide letters are the words of the card that was just made: what they would do elsewhere nobody means there.
        let (campaign, guide) = (self.plan.doc.campaign(), &mut self.view.panels.guide);
        if !typing && !menu && self.view.screen == Screen::Plan && guide.begin_title(ctx, campaign, &self.view.selection) {
            return;
        }
        let mut wanted: Vec<Command> = Vec::new();
        // The keys with more modifiers first: egui lets Ctrl+Shift+Z count as Ctrl+Z too.
        let mut keys: Vec<(KeyboardShortcut, Command)> = Vec::new();
        for command in Command::all() {
            keys.extend(command.shortcuts().iter().map(|keys| (*keys, command)));
        }
        keys.sort_by_key(|(keys, _)| {
            let KeyboardShortcut { modifiers, .. } = keys;
            std::cmp::Reverse(u8::from(modifiers.shift) + u8::from(modifiers.alt) + u8::from(modifiers.command))
        });
        for (keys, command) in keys {
            if (typing || menu) && command.yields_to_text() || cell && command.yields_to_cell() {
                continue;
            }
            if beside && command.yields_to_days_or_note() || in_form && are_typed(keys) {
                continue;
            }
            // With a block of cells its keys fill that down.
            if command == Command::Duplicate && self.view.panels.has_block(ctx) {
                continue;
            }
            // What is written at a card or a lane is not the document's yet, so the field undoes it itself; what is looked for never
            // is, so there the plan is undone once nothing is left of what was written.
            let undoes = matches!(command, Command::Undo | Command::Redo);
            if undoes && renaming && (!seeking || own_steps::has_own_step(ctx, command == Command::Redo)) {
                continue;
            }
            if !on_board && command.needs_the_board() {
                continue;
            }
            // Keys that have nothing to do here stay for whoever else wants them.
            let takes = |event: &Event| is_press(event, keys) && !is_of_another(event, command);
            if !ctx.input(|input| input.events.iter().any(takes)) {
                continue;
            }
            // From its controls, and where there is nothing else to leave, Escape leaves the bar of the filter.
            let nothing_selected = self.view.selection == Selection::default();
            let filter = &mut self.view.panels.filter;
            if command == Command::ClearSelection && (filter.step_back() || nothing_selected && filter.close_empty()) {
                ctx.input_mut(|input| take_presses(&mut input.events, takes));
                continue;
            }
            if let Some(why_not) = self.why_not(command) {
                if undoes && typing && !renaming {
                    // The field would bring back what it remembers, and the plan would follow it: that is a step nobody took.
                    ctx.input_mut(|input| take_presses(&mut input.events, takes));
                }
                // Nothing on the board shows what these keys are about, so what they need is said.
                if matches!(command, Command::AcceptRisk | Command::Present) {
                    self.say(why_not);
                }
                continue;
            }
            let presses = ctx.input_mut(|input| take_presses(&mut input.events, takes));
            if undoes && seeking {
                own_steps::forget_own_steps(ctx);
            }
            wanted.extend(std::iter::repeat_n(command, presses));
        }
        for command in wanted {
            if renaming && command.switches_view() {
                self.leave_field(ctx, command);
            } else {
                self.run(ctx, command);
            }
        }
    }

    /// Runs a command that takes a view away in which something is being written: the field loses the keyboard and keeps what is
    /// written when it is drawn once more, and then the view goes.
    fn leave_field(&mut self, ctx: &egui::Context, command: Command) {
        ctx.memory_mut(|memory| {
            if let Some(field) = memory.focused() {
                memory.surrender_focus(field);
            }
        });
        self.want(Action::Run(command));
    }

    /// Cut, copy and paste come from the system as events, not as keys.
    fn take_clipboard_events(&mut self, ctx: &egui::Context, cell: bool) {
        let mut taken = Vec::new();
        ctx.input_mut(|input| {
            input.events.retain(|event| {
                let take = match event {
                    Event::Paste(text) => !cell || super::clipboard::are_moments(text) || self.is_copying(),
                    Event::Copy | Event::Cut => !cell,
                    _ => false,
                };
                if take {
                    taken.push(event.clone());
                }
                !take
            });
        });
        for event in taken {
            match event {
                Event::Copy if self.can_run(Command::Copy) => self.run(ctx, Command::Copy),
                Event::Cut if self.can_run(Command::Cut) => self.run(ctx, Command::Cut),
                Event::Paste(_) if self.only_looks() => {}
                Event::Paste(text) if super::import::is_table(&text) && !self.is_copying() => self.import_pasted(ctx, text),
                Event::Paste(text) => {
                    self.hush();
                    self.paste(ctx, text);
                }
                _ => {}
            }
        }
    }

    /// Carries out one action.
    pub(super) fn act(&mut self, ctx: &egui::Context, action: Action) {
        // A picture that comes into sight is nothing that anybody did, the keyboard goes to a field because of what was done, and
        // leaving one does nothing but end what was typed.
        if !matches!(action, Action::NeedPicture(_) | Action::FocusField(_) | Action::Enter(_) | Action::Seal) {
            self.hush();
        }
        let adds = matches!(
            action,
            Action::Add(_)
                | Action::AddFor(..)
                | Action::PasteAt(..)
                | Action::PinNote { .. }
                | Action::ApplyFix(_)
                | Action::ApplyPreview
                | Action::Accept(_)
                | Action::ChangeAcceptance(_)
                | Action::Withdraw(_)
        );
        if adds && self.only_looks() {
            return;
        }
        match action {
            // Not every place that offers a command shows that it cannot be carried out.
            Action::Run(command) if command.changes_the_plan() && self.only_looks() => {}
            Action::Run(command) => self.run(ctx, command),
            Action::Edit(step) => {
                // A card that was given another date stays in view.
                let moved = step.edits.iter().rev().find(|edit| matches!(edit, Edit::MoveMoment { .. })).and_then(Edit::moment);
                self.edit_at(step, Duration::from_secs_f64(ctx.input(|input| input.time.max(0.0))));
                if let Some(id) = moved.filter(|id| self.plan.doc.index().lane(*id).is_some()) {
                    self.view.panels.reveal(id);
                }
            }
            Action::Enter(key) => self.plan.doc.enter(key),
            Action::TakeBack(key) => {
                self.plan.doc.take_back(key);
                self.drop_what_is_gone();
            }
            Action::Seal => self.plan.doc.seal(),
            Action::Select(selection) => {
                self.plan.doc.seal();
                self.view.selection = selection;
            }
            Action::Toggle(id) => {
                self.plan.doc.seal();
                self.toggle(id);
            }
            Action::Add(step) => self.add_from_board(step),
            Action::PinNote { lane, when, text, stays } => self.pin_note(lane, when, &text, stays),
            Action::PasteAt(lane, when) => self.paste_at(ctx, lane, when),
            Action::Note(text) => self.say(text),
            Action::ShowFinding(key) => self.show_finding(key),
            Action::ApplyFix(mut fix) => {
                draw_fresh_ids(&mut fix.edits, &mut self.rim.ids);
                self.do_fix_and_say(fix);
            }
            Action::Accept(key) => {
                self.ask_to_accept(&key);
                ctx.request_repaint();
            }
            Action::ChangeAcceptance(id) => {
                self.ask_to_change(id);
                ctx.request_repaint();
            }
            Action::Withdraw(id) => self.withdraw(id),
            Action::Explain(code) => self.ask(Asked::Explain(code)),
            Action::RuleSettings(rule) => self.ask_rules(ctx, rule),
            Action::FocusField(field) => {
                self.view.show_inspector = true;
                self.view.panels.inspector.focus(field);
                ctx.request_repaint();
            }
            Action::FocusEntry(field, at) => {
                self.view.show_inspector = true;
                self.view.panels.inspector.focus_entry(field, at);
                ctx.request_repaint();
            }
            Action::ReviewDrafts => self.review_drafts(ctx),
            Action::DiscardDraft => self.ask_to_discard(ctx),
            Action::NeedPicture(id) => self.need_picture(id),
            Action::TrySaveAgain => self.save_again(ctx),
            Action::Notice(answer) => self.answer_notice(ctx, answer),
            Action::PreviewFix(key, fix) => self.preview_fix(ctx, key, fix),
            Action::ApplyPreview => self.apply_preview(),
            Action::LeavePreview => self.preview = None,
            Action::SetUp(setup) => self.set_up(ctx, setup),
            Action::ZoomTo(share) => self.view.panels.zoom_to(share),
            Action::ShowLane(lane) => self.show_lane(lane),
            Action::HideLanes(lanes) => self.set_hidden(&lanes, true),
            Action::UnhideLanes(lanes) => self.set_hidden(&lanes, false),
            Action::ShareAudience(lane, with) => self.share_audience(lane, with),
            Action::ShowMoment(id) => self.show_moment(id),
            Action::ShowNote(id) => self.show_note(id),
            Action::AddFor(kind, lane) => self.add_for(ctx, kind, lane),
            Action::ShareBrief(lane) => self.share_brief(ctx, lane),
            Action::ShowOnly(pick) => self.show_only(pick),
            Action::ArrangeTable(rows) => self.arrange_table(rows),
            Action::ShowDays(span) => self.show_days(span),
            Action::UsePreset(name) => self.view.panels.filter.use_preset(&name),
            Action::UseTemplate(key) => self.proceed_or_ask(ctx, Next::Template(key)),
            Action::RenameTemplate(key) => self.ask_to_rename(ctx, &key),
            Action::RemoveTemplate(key) => self.ask_to_remove(ctx, &key),
            Action::OpenRecent(at) => self.open_recent(ctx, at),
            Action::ForgetRecent(at) => self.forget_recent(ctx, at),
        }
    }

    /// Carries out what a dialog wants.
    pub(super) fn act_all(&mut self, ctx: &egui::Context, mut out: Actions) {
        for action in out.drain() {
            self.act(ctx, action);
        }
    }

    /// Does a step of its own.
    pub(super) fn edit(&mut self, step: Step) {
        self.edit_at(step, Duration::ZERO);
    }

    fn edit_at(&mut self, step: Step, now: Duration) {
        if self.only_looks() {
            return self.drop_what_is_gone();
        }
        let (label, deleted, before) = (step.label.clone(), self.said_of_deleting(&step), self.reach_before(&step));
        if let Err(error) = self.plan.doc.edit(step, now) {
            self.tell(say::cannot_edit(), error.to_string(), "");
        }
        if let Some(said) = deleted {
            self.view.panels.bar.offer_undo(label, said);
        } else if let Some(before) = before {
            self.tell_reach(label, before);
        }
        self.drop_what_is_gone();
    }

    /// Brings into view what a step touched, and selects it, so that undo never changes something unseen.
    pub(super) fn reveal(&mut self, reveal: Option<Reveal>) {
        self.drop_what_is_gone();
        let Some(reveal) = reveal else { return };
        let index = self.plan.doc.index();
        let (there, parked): (Vec<_>, Vec<_>) =
            reveal.moments.into_iter().filter(|id| index.place(*id).is_some()).partition(|id| index.lane(*id).is_some());
        let campaign = self.plan.doc.campaign();
        if let Some(&first) = there.first().filter(|_| self.view.panels.block_holds(campaign, &there)) {
            // What was done to a block of cells is seen in it; rows that are ticked beside it would be something else.
            self.view.panels.reveal(first);
        } else if let Some(&first) = there.first() {
            self.view.selection =
                Selection { lane: index.lane(first), from: Some(first), moments: there, ..Selection::default() };
            self.view.panels.reveal(first);
        } else if !parked.is_empty() {
            self.view.selection = Selection { moments: parked, ..Selection::default() };
        } else if let Some(lane) = reveal.lane.filter(|id| campaign.lane(*id).is_some()) {
            self.show_lane(lane);
        } else if let Some(about) = reveal.other.and_then(|other| self.about(other)) {
            self.view.selection = Selection::about(about);
        }
    }

    /// The page of something that stands on no lane, as long as it is in the plan.
    fn about(&self, touched: Touched) -> Option<About> {
        let campaign = self.plan.doc.campaign();
        match touched {
            Touched::Campaign => Some(About::Campaign),
            Touched::Creator(id) => campaign.creator(id).map(|_| About::Creator(id)),
            Touched::Brand(id) => campaign.brand(id).map(|_| About::Brand(id)),
            Touched::Product(id) => campaign.product(id).map(|_| About::Product(id)),
        }
    }

    pub(super) fn drop_what_is_gone(&mut self) {
        let (index, campaign) = (self.plan.doc.index(), self.plan.doc.campaign());
        let selection = &mut self.view.selection;
        let there = |id: &MomentId| index.place(*id).is_some();
        selection.moments.retain(there);
        selection.cursor = selection.cursor.filter(there);
        selection.from = selection.from.filter(there);
        selection.lane = selection.lane.filter(|id| campaign.lane(*id).is_some());
        selection.about = selection.about.filter(|about| match about {
            About::Campaign => true,
            About::Creator(id) => campaign.creator(*id).is_some(),
            About::Brand(id) => campaign.brand(*id).is_some(),
            About::Product(id) => campaign.product(*id).is_some(),
        });
    }

    /// Selects what a finding is about and brings it into view.
    pub(super) fn show_finding(&mut self, key: FindingKey) {
        self.plan.doc.seal();
        self.preview = self.preview.take().filter(|preview| preview.key == key);
        self.view.selection = Selection { moments: key.moment.into_iter().collect(), lane: key.lane, ..Selection::default() };
        if let Some(id) = key.moment {
            self.view.panels.jump_to(id);
        }
        self.view.current_finding = Some(key);
    }

    /// Says something quietly: it stays over the view in front until something else is done.
    pub(super) fn say(&mut self, text: impl Into<String>) {
        self.view.panels.notice.say(text);
    }

    /// Something else is done now.
    pub(super) fn hush(&mut self) {
        self.view.panels.notice.hush();
    }

    /// Says something that has to be read.
    pub(super) fn tell(&mut self, title: impl Into<String>, text: impl Into<String>, hint: impl Into<String>) {
        let (title, text, hint) = (title.into(), text.into(), hint.into());
        // Ten files that fail in the same way are one message, not ten to be answered one after the other.
        let same = |asked: &Asked| matches!(asked, Asked::Message { title: a, text: b, hint: c, file: None } if (a, b, c) == (&title, &text, &hint));
        if !self.asked.iter().any(same) {
            self.ask(Asked::Message { title, text, hint, file: None });
        }
    }

    /// Asks a question once the ones before it are answered.
    pub(super) fn ask(&mut self, asked: Asked) {
        self.asked.push_back(asked);
    }

    /// Asks for a path with a field in the window.
    pub(super) fn ask_path(&mut self, purpose: Purpose, suggested: &str) {
        // A bare name says nothing about the folder, so the whole path is proposed.
        let folder = self.folder_for(purpose).map(std::path::Path::to_owned);
        let folder = folder.or_else(std::env::home_dir).unwrap_or_default();
        let reads = matches!(purpose, Purpose::Kit(file) if file != KitFile::Save);
        let reads = reads || matches!(purpose, Purpose::Open | Purpose::House | Purpose::Import | Purpose::NewFromTable);
        let reads = reads || matches!(purpose, Purpose::Picture(_));
        let name = if reads { "" } else { suggested };
        self.ask(Asked::Path(purpose, PathDraft::new(folder, name)));
    }

    /// The close button was pressed. Whatever only wants to be read, or can be asked for again, makes room for the question.
    pub(super) fn close_pressed(&mut self, ctx: &egui::Context) {
        if self.asked.iter().any(|asked| matches!(asked, Asked::Unsaved(_))) {
            return;
        }
        self.stop_keeping();
        self.asked.clear();
        self.proceed_or_ask(ctx, Next::Quit);
    }

    /// Draws the first question, if there is one, and does what was answered.
    pub(super) fn questions(&mut self, ui: &mut egui::Ui) {
        self.put_on_top();
        let Some(mut asked) = self.asked.pop_front() else { return };
        let ctx = ui.ctx().clone();
        if ctx.input(|input| input.key_pressed(egui::Key::Tab)) {
            // The keyboard moves while this frame is drawn, so what it left and what it reached are drawn once more.
            ctx.request_repaint();
        }
        if self.answer(ui, &ctx, &mut asked) {
            ctx.request_repaint();
        } else {
            self.asked.push_front(asked);
            // A path that a dialog asks for is asked over it.
            if matches!(self.asked.back(), Some(Asked::Path(Purpose::House, _))) {
                self.asked.rotate_right(1);
            }
        }
    }

    /// What a dialog that stays open asks for, or has to say, comes over it; the brand kit over what is shared with it.
    fn put_on_top(&mut self) {
        let height = |asked: &Asked| match asked {
            Asked::Share(_) | Asked::Lanes(_) => 0,
            Asked::BrandKit(_) => 1,
            _ => 2,
        };
        let Some(front) = self.asked.front().map(height).filter(|height| *height < 2) else { return };
        let higher = self.asked.iter().enumerate().filter(|(_, asked)| height(asked) > front);
        let over = higher.max_by_key(|(at, asked)| (height(asked), std::cmp::Reverse(*at))).map(|(at, _)| at);
        if let Some(over) = over.and_then(|at| self.asked.remove(at)) {
            self.asked.push_front(over);
        }
    }

    /// Draws a question; true once it was answered and what was answered is done.
    fn answer(&mut self, ui: &mut egui::Ui, ctx: &egui::Context, asked: &mut Asked) -> bool {
        match asked {
            Asked::Message { title, text, hint, .. } => dialogs::message_ui(ui, title, text, hint),
            Asked::Explain(code) => {
                let mut out = Actions::default();
                let closed = dialogs::explain_ui(ui, code, &mut out);
                self.act_all(ctx, out);
                closed
            }
            Asked::Damaged(file) => self.damaged(ui, ctx, file),
            Asked::RuleSettings(draft) => self.rule_settings(ui, ctx, draft),
            Asked::Share(draft) => self.share_dialog(ui, ctx, draft),
            Asked::OwnPage(draft) => self.own_page(ui, ctx, draft),
            Asked::Picture(view) => self.view_picture(ui, ctx, view),
            Asked::BrandKit(draft) => self.brand_kit(ui, ctx, draft),
            Asked::Written { path, notices, version } => self.written(ui, ctx, path, notices, version.as_ref()),
            Asked::Versions(draft) => self.versions_dialog(ui, ctx, draft),
            Asked::UnsavedWork(work, trashed) => self.unsaved_work(ui, ctx, work, trashed),
            Asked::Recovery(draft) => self.recovery(ui, ctx, draft),
            Asked::Import(draft) => self.import(ui, ctx, draft),
            Asked::Keys => dialogs::keys_ui(ui),
            Asked::Limits => dialogs::limits_ui(ui),
            Asked::TourOffer => self.tour_offer(ui, ctx),
            Asked::GuideOffer => self.guide_offer(ui, ctx),
            Asked::Preferences => self.preferences(ui, ctx),
            Asked::CopyLane(lane, draft) => self.answer_of_copy(ui, *lane, draft),
            Asked::Palette => self.palette(ui, ctx),
            Asked::Rules(draft) => {
                let mut out = Actions::default();
                let closed = dialogs::rules_ui(ui, draft, &mut out);
                self.act_all(ctx, out);
                closed
            }
            Asked::Values(lane, draft) => {
                let file = self.plan.file.view(&self.plan.doc);
                let mut out = Actions::default();
                let closed = dialogs::values_ui(&self.cx(&file, ui.theme()), *lane, draft, ui, &mut out);
                self.act_all(ctx, out);
                closed
            }
            Asked::Lanes(draft) => self.lanes_compared(ui, ctx, draft),
            Asked::Accept(draft) => {
                let file = self.plan.file.view(&self.plan.doc);
                match dialogs::accept_ui(&self.cx(&file, ui.theme()), draft, ui) {
                    None => false,
                    Some(AcceptAnswer::Cancel) => true,
                    Some(AcceptAnswer::Accept) => self.accept(draft),
                }
            }
            Asked::Template(question) => self.answer_of_template(ui, ctx, question),
            Asked::Unsaved(next) => self.unsaved(ui, ctx, next),
            Asked::Path(purpose, draft) => {
                let title = match purpose {
                    Purpose::Open => say::path_open(),
                    Purpose::House => words::house::path_house(),
                    Purpose::Import | Purpose::NewFromTable => words::import::path_import(),
                    Purpose::Picture(_) => words::moment_picture::path_title(),
                    Purpose::Save => say::path_save(),
                    Purpose::Share => words::share_dialog::path_title(),
                    Purpose::Kit(KitFile::Save) => words::brand_kit::path_save(),
                    Purpose::Kit(_) => words::brand_kit::path_read(),
                };
                match dialogs::path_ui(ui, title, draft) {
                    None => false,
                    Some(PathAnswer::Path(path)) => {
                        self.picked(ctx, *purpose, path, Overwriting::NotAsked);
                        true
                    }
                    Some(PathAnswer::Cancel) => self.give_up(),
                }
            }
            Asked::Twice(twice) => self.opened_twice(ui, ctx, twice),
            Asked::Conflict(conflict) => self.conflict(ui, ctx, conflict),
            Asked::Gone(path) => self.gone(ui, ctx, path),
            Asked::NotSaved(failed) => self.ask_not_saved(ui, ctx, failed),
            Asked::Replace { purpose, path, there } => {
                match dialogs::replace_ui(ui, &self.of_replacing(*purpose, path, *there)) {
                    None => false,
                    Some(ReplaceAnswer::Replace) => {
                        self.picked(ctx, *purpose, path.clone(), Overwriting::AskedByUs(there.map(|there| there.stamp)));
                        true
                    }
                    Some(ReplaceAnswer::Cancel) => self.give_up(),
                }
            }
        }
    }

    /// What becomes of what a file holds that is replaced.
    fn of_replacing(&self, purpose: Purpose, path: &std::path::Path, there: Option<Occupied>) -> String {
        let path = path.display();
        // What a plan is saved over is kept around the save; nothing else is.
        match there.filter(|_| purpose == Purpose::Save && self.rim.home.is_some()) {
            None => say::replace_text(path),
            Some(Occupied { open_elsewhere: true, .. }) => say::replace_open(path),
            Some(_) => say::replace_kept(path),
        }
    }

    /// A question was left: what waited for it is forgotten.
    pub(super) fn give_up(&mut self) -> bool {
        self.next = None;
        true
    }

    /// Opens a file as the window starts: a plan, or a table that one is made of.
    pub fn open_at_start(&mut self, ctx: &egui::Context, path: std::path::PathBuf) {
        let _spoken = self.speak();
        self.proceed(ctx, Next::OpenPath(path));
    }
}
