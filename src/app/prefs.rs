//! This user's preferences while the window is open.
//!
//! What is on screen (colours, sizes, which panels are open) is compared with what was written last after every frame.
//! A difference is written by a job once it has stood for a moment, and on the spot when the window closes: dragging an
//! edge writes once, not in every frame. Nothing here ever stops anybody: what cannot be read or written is said once.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use egui::style::ScrollAnimation;

use super::App;
use super::file::name_of;
use super::jobs::{Done, Work};
use crate::model::{Money, Written};
use crate::store::prefs::{self, Found, Prefs, Recent, Theme};
use crate::store::{motion, region};
use crate::ui::theme::{self, Tone};
use crate::ui::view::{MotionChoice, Notice, NoticeAnswer, Setup, ThemeChoice, Usual};
use crate::words::files;

/// How long a difference stands before it is written, in seconds.
const SETTLED: f64 = 1.0;

/// Where preferences are kept from one start to the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Keeper {
    /// In a file.
    File(PathBuf),
    /// Nowhere: they live as long as the window.
    Nowhere,
}

impl Keeper {
    /// The file of this user.
    #[must_use]
    pub fn of_user() -> Self {
        prefs::path_of_user(|name| std::env::var_os(name)).map_or(Self::Nowhere, Self::File)
    }

    /// What is usual on this computer. Only the real user has a system that is asked.
    fn usual(&self) -> Usual {
        if *self != Self::of_user() {
            return Usual::default();
        }
        let variable = |name: &str| std::env::var_os(name);
        Usual {
            reduced_motion: motion::is_reduced(variable).unwrap_or_default(),
            week_begins: region::week_begins(variable).unwrap_or_default(),
            language: region::language(variable, region::of_system),
        }
    }

    /// What is kept there.
    pub(super) fn load(&self) -> UserPrefs {
        match self {
            Self::Nowhere => UserPrefs::new(Prefs::default(), Found::Prefs, Usual::default()),
            Self::File(path) => {
                let (mut prefs, found) = prefs::load(path);
                // Nobody chose here yet: as long as that is so, it is as the system has it, where the system says.
                prefs.motion_of_system |= found != Found::Prefs;
                UserPrefs::new(prefs, found, self.usual())
            }
        }
    }
}

/// Preferences, whether there were any when the window opened, and what of them is on the disk.
#[derive(Clone, Debug)]
pub struct UserPrefs {
    /// The preferences.
    pub prefs: Prefs,
    /// What was found of them.
    pub found: Found,
    /// What is usual on this computer.
    usual: Usual,
    /// As they were handed to the disk last.
    kept: Prefs,
    /// Since when, on egui's clock, they differ from that.
    differ_since: Option<f64>,
    /// The plan on screen is to be put at the head of the recent ones, once its findings are known.
    plan_is_new: bool,
    /// The number of the last write.
    writes: u64,
    /// The number of the write that is on the disk: an older one that comes late is dropped.
    on_disk: Arc<Mutex<u64>>,
    /// What was found when the window opened, until what is to be said of it was read.
    opened: Found,
    /// Where the file is that could not be read, once it is out of the way.
    aside: Arc<Mutex<Option<PathBuf>>>,
    /// Why a write failed the first time one did, and whether that was read.
    failure: Arc<Mutex<Option<String>>>,
    read: bool,
}

impl UserPrefs {
    fn new(prefs: Prefs, found: Found, usual: Usual) -> Self {
        Self {
            kept: prefs.clone(),
            prefs,
            found,
            usual,
            differ_since: None,
            plan_is_new: false,
            writes: 0,
            on_disk: Arc::default(),
            opened: found,
            aside: Arc::default(),
            failure: Arc::default(),
            read: false,
        }
    }

    /// What stands on every screen until it was read: what became of preferences that could not be used, or why they are not
    /// kept.
    pub(super) fn notice(&self) -> Option<Notice> {
        let notice = |text| {
            let answers = vec![NoticeAnswer::ShowPrefs, NoticeAnswer::HidePrefs];
            Some(Notice { tone: Tone::Warning, text, answers })
        };
        // Where the file is has to be known before it can be said.
        let aside = locked(&self.aside).as_deref().map(name_of);
        match (self.opened, aside) {
            (Found::Broken { restored: true }, Some(file)) => return notice(files::prefs_restored(file)),
            (Found::Broken { restored: false }, Some(file)) => return notice(files::prefs_broken(file)),
            (Found::Closed, _) => return notice(files::prefs_closed().to_owned()),
            (Found::Broken { .. }, None) | (Found::Nothing | Found::Prefs, _) => {}
        }
        let failure = locked(&self.failure).clone().filter(|_| !self.read);
        failure.and_then(|cause| notice(files::prefs_not_kept(cause)))
    }

    /// What was said was read.
    pub(super) fn hide_notice(&mut self) {
        let said_of_file = self.opened == Found::Closed || locked(&self.aside).is_some();
        self.opened = Found::Prefs;
        // A failure beside it was not seen yet.
        self.read |= !said_of_file;
        *locked(&self.aside) = None;
    }

    /// How the window is to be.
    pub(super) fn setup(&self) -> Setup {
        // A size that no menu offers would leave the window in a state nobody can get back to.
        let known = Setup::SCALES.contains(&self.prefs.scale);
        let prefs = &self.prefs;
        let motion = match (prefs.motion_of_system, prefs.reduced_motion) {
            (true, _) => MotionChoice::System,
            (false, true) => MotionChoice::Reduced,
            (false, false) => MotionChoice::Full,
        };
        // A currency that is none would make every amount unreadable.
        let currency = prefs.currency.clone();
        let currency = if Money::new(0, &currency).is_some() { currency } else { String::new() };
        let setup = Setup {
            theme: match prefs.theme {
                Theme::System => ThemeChoice::System,
                Theme::Light => ThemeChoice::Light,
                Theme::Dark => ThemeChoice::Dark,
            },
            language: prefs.language,
            motion,
            hide_curve: prefs.hide_curve,
            scale: if known { prefs.scale } else { Setup::default().scale },
            week: prefs.week_begins,
            written: Written { dates: prefs.dates, money: prefs.money, currency, ..Written::usual() },
            market: prefs.market.clone(),
            autosave: prefs.autosave,
            ..Setup::default()
        };
        setup.settled(self.usual)
    }

    /// What is usual on this computer.
    pub(super) fn usual(&self) -> Usual {
        self.usual
    }

    /// What writes them as they are now, wherever it is run.
    fn write(&mut self, path: &Path) -> impl FnOnce() + Send + 'static {
        self.writes += 1;
        self.differ_since = None;
        let base = std::mem::replace(&mut self.kept, self.prefs.clone());
        self.found = Found::Prefs;
        let failure = Arc::clone(&self.failure);
        let aside = Arc::clone(&self.aside);
        let (number, on_disk, prefs, path) = (self.writes, Arc::clone(&self.on_disk), self.prefs.clone(), path.to_owned());
        move || {
            let mut last = on_disk.lock().unwrap_or_else(PoisonError::into_inner);
            if *last > number {
                return;
            }
            *last = number;
            // Another window may have written since: what it changed stays.
            match prefs::keep(&path, prefs, &base) {
                Ok(None) => {}
                Ok(Some(file)) => *locked(&aside) = Some(file),
                Err(cause) => drop(locked(&failure).get_or_insert(cause.message)),
            }
        }
    }
}

fn locked<T>(of: &Mutex<T>) -> MutexGuard<'_, T> {
    of.lock().unwrap_or_else(PoisonError::into_inner)
}

impl App {
    /// Shows the folder of the preferences, in which a file that could not be read stands too.
    pub(super) fn show_prefs_folder(&self, ctx: &egui::Context) {
        if let Keeper::File(path) = &self.rim.prefs {
            self.show_folder(ctx, path);
        }
    }

    /// Sets up what has to be right before the first frame: colours and size.
    pub fn begin(&self, ctx: &egui::Context) {
        dress(ctx, &self.setup);
    }

    /// Sets the window up in another way.
    pub(super) fn set_up(&mut self, ctx: &egui::Context, setup: Setup) {
        let setup = setup.settled(self.prefs.usual);
        dress(ctx, &setup);
        // What the start page keeps is written in the old way.
        if setup.written != self.setup.written || setup.spoken != self.setup.spoken {
            self.view.panels.welcome.page = None;
            ctx.request_repaint();
        }
        if setup.spoken != self.setup.spoken || setup.written.dates != self.setup.written.dates {
            // Findings are texts, and whatever rests on them is made again with them.
            self.deriver.forget();
        }
        self.setup = setup;
    }

    /// Other colours.
    pub(super) fn set_theme(&mut self, ctx: &egui::Context, theme: ThemeChoice) {
        self.set_up(ctx, Setup { theme, ..self.setup.clone() });
    }

    /// Nothing moves from now on, or things move again.
    pub(super) fn toggle_motion(&mut self, ctx: &egui::Context) {
        let motion = if self.setup.reduced_motion { MotionChoice::Full } else { MotionChoice::Reduced };
        self.set_up(ctx, Setup { motion, ..self.setup.clone() });
    }

    /// Lanes without their curves from now on, or with them again.
    pub(super) fn toggle_curve(&mut self, ctx: &egui::Context) {
        self.set_up(ctx, Setup { hide_curve: !self.setup.hide_curve, ..self.setup.clone() });
    }

    /// Everything that many sizes larger, or smaller.
    pub(super) fn resize(&mut self, ctx: &egui::Context, by: isize) {
        let at = Setup::SCALES.iter().position(|scale| *scale == self.setup.scale).unwrap_or_default();
        if let Some(scale) = at.checked_add_signed(by).and_then(|to| Setup::SCALES.get(to)).copied() {
            self.set_up(ctx, Setup { scale, ..self.setup.clone() });
        }
    }

    /// Everything at its normal size.
    pub(super) fn normal_size(&mut self, ctx: &egui::Context) {
        self.set_up(ctx, Setup { scale: Setup::default().scale, ..self.setup.clone() });
    }

    /// The plan on screen was opened or saved: it goes to the head of the recent ones.
    pub(super) fn plan_was_used(&mut self) {
        self.prefs.plan_is_new = true;
    }

    /// Puts the plan at the head of the recent ones if it was opened or saved since; its findings are those of now.
    pub(super) fn remember_plan(&mut self) {
        if !std::mem::take(&mut self.prefs.plan_is_new) {
            return;
        }
        let Some(path) = self.plan.file.path.clone() else { return };
        let (campaign, counts) = (self.plan.doc.campaign(), self.deriver.derived.counts);
        let now = self.rim.clock.now();
        let minutes = i64::from(now.day.number()) * 24 * 60 + i64::from(now.hour) * 60 + i64::from(now.minute);
        self.prefs.prefs.remember(Recent {
            brand: campaign.brands.first().map(|brand| brand.name.clone()).unwrap_or_default(),
            errors: counts.errors,
            warnings: counts.warnings,
            accepted: counts.accepted,
            ..Recent::new(path, campaign.name.clone(), minutes)
        });
    }

    /// Takes what is on screen into the preferences.
    fn gather_prefs(&mut self) {
        let prefs = &mut self.prefs.prefs;
        prefs.theme = match self.setup.theme {
            ThemeChoice::System => Theme::System,
            ThemeChoice::Light => Theme::Light,
            ThemeChoice::Dark => Theme::Dark,
        };
        prefs.language = self.setup.language;
        prefs.motion_of_system = self.setup.motion == MotionChoice::System;
        prefs.reduced_motion = self.setup.motion == MotionChoice::Reduced;
        prefs.hide_curve = self.setup.hide_curve;
        prefs.scale = self.setup.scale;
        prefs.week_begins = self.setup.week;
        prefs.dates = self.setup.written.dates;
        prefs.money = self.setup.written.money;
        prefs.currency.clone_from(&self.setup.written.currency);
        prefs.market.clone_from(&self.setup.market);
        prefs.autosave = self.setup.autosave;
        self.view.remember_in(prefs);
    }

    /// Writes the preferences by a job once a difference has stood for a moment.
    pub(super) fn keep_prefs(&mut self, ctx: &egui::Context) {
        let Keeper::File(path) = &self.rim.prefs else { return };
        let path = path.clone();
        self.gather_prefs();
        super::window_place::note(ctx, &mut self.prefs.prefs.window);
        // A file that cannot be read makes room at once: it is said where it is.
        let broken = matches!(self.prefs.found, Found::Broken { .. });
        if self.prefs.prefs == self.prefs.kept && self.prefs.found != Found::Nothing && !broken {
            self.prefs.differ_since = None;
            return;
        }
        let now = ctx.input(|input| input.time);
        let since = *self.prefs.differ_since.get_or_insert(now);
        if now - since < SETTLED && !broken {
            ctx.request_repaint_after_secs((SETTLED - (now - since)) as f32 + 0.01);
            return;
        }
        let write = self.prefs.write(&path);
        self.jobs().run(ctx, Work::Prefs, files::keeping_prefs(), move || {
            write();
            Done::Kept
        });
    }

    /// Writes the preferences on the spot: the window closes, and no job would be waited for.
    pub(super) fn keep_prefs_now(&mut self) {
        let Keeper::File(path) = &self.rim.prefs else { return };
        let path = path.clone();
        if self.plan.file.path.is_some() && !self.plan.doc.is_dirty() {
            self.plan_was_used();
            self.remember_plan();
        }
        self.keep_view();
        self.gather_prefs();
        self.prefs.write(&path)();
    }
}

/// Gives the window its colours and its size.
fn dress(ctx: &egui::Context, setup: &Setup) {
    ctx.set_theme(match setup.theme {
        ThemeChoice::System => egui::ThemePreference::System,
        ThemeChoice::Light => egui::ThemePreference::Light,
        ThemeChoice::Dark => egui::ThemePreference::Dark,
    });
    ctx.set_zoom_factor(crate::ui::kit::zoom(ctx, f32::from(setup.scale) / 100.0));
    // What egui moves by itself (menus that fade, lists that glide to a row) stands still, too.
    let animation_time = setup.seconds(theme::HOVER);
    ctx.all_styles_mut(|style| {
        style.animation_time = animation_time;
        // The cursor of a text stands there without blinking.
        style.visuals.text_cursor.blink = !setup.reduced_motion;
        style.scroll_animation = if setup.reduced_motion { ScrollAnimation::none() } else { ScrollAnimation::default() };
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::WeekStart;

    #[test]
    fn what_nobody_chose_is_in_the_window_as_this_computer_has_it() {
        let usual = Usual { reduced_motion: true, week_begins: 6, ..Usual::default() };
        let of = |prefs: Prefs| {
            let setup = UserPrefs::new(prefs, Found::Prefs, usual).setup();
            (setup.motion, setup.reduced_motion, setup.written.week_begins)
        };
        let untouched = Prefs { motion_of_system: true, ..Prefs::default() };
        assert_eq!(of(untouched.clone()), (MotionChoice::System, true, 6));
        // A choice counts more, whatever was asked of the system before.
        let chosen = Prefs { motion_of_system: false, week_begins: WeekStart::Monday, ..untouched };
        assert_eq!(of(chosen), (MotionChoice::Full, false, 0));
        let ctx = egui::Context::default();
        for (motion, moves) in [(MotionChoice::System, false), (MotionChoice::Full, true), (MotionChoice::Reduced, false)] {
            dress(&ctx, &Setup { motion, ..Setup::default() }.settled(usual));
            let style = ctx.style_of(egui::Theme::Light);
            assert_eq!((style.animation_time > 0.0, style.visuals.text_cursor.blink), (moves, moves), "{motion:?}");
        }
    }
}
