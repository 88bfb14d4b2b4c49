//! Opens the window, and starts the program again where it breaks.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Duration;

use super::clock::Stopwatch;
use super::prefs::Keeper;
use super::restart::{self, Again};
use super::safe::{CAREFUL, Start};
use super::system_fonts::SystemFonts;
use super::{App, Pasting, Rim, crash, points, window_place};
use crate::cli::{NoWindow, Opening, Renderer};
use crate::store::home::Home;
use crate::ui::theme;
use crate::words::{crash as say, window};

/// Frames after which the window counts as up: by then everything that is opened at the start was drawn.
const UP: u32 = 3;
/// A window that breaks before this much time went by did not come far.
const SOON: Duration = Duration::from_secs(30);

/// How far the window came; the frame and whoever waits for its end look at the same.
struct Course {
    start: Start,
    frames: u32,
    plan: Option<PathBuf>,
}

/// Opens the window on a plan file, or where a session begins without one, and returns when it is closed.
///
/// # Errors
/// When there is no display or no way to draw on it, or the program broke and could not be started again.
pub fn open_window(opening: Opening) -> Result<(), NoWindow> {
    let variable = |name: &str| std::env::var_os(name);
    let Opening { file, renderer, recover } = opening;
    let home = Home::of_user(variable);
    // We look for fonts ourselves: what eframe would do breaks on a computer without any. And we read the clipboard ourselves: it
    // would do so on the thread of the window.
    let mut options = eframe::NativeOptions { system_font_fallback: false, clipboard_shortcuts: false, ..Default::default() };
    if let Some(wanted) = renderer {
        options.renderer = wanted.name().parse().map_err(|_| NoWindow::NoRenderer(wanted))?;
    }
    let start = Start::begin(home.as_ref(), restart::failed_before(variable));
    // The list of recent plans finds it again from any folder.
    let file = file.map(|path| std::path::absolute(&path).unwrap_or(path));
    let again = Again { recover, failed: start.failed(), renderer, file: file.clone(), ..Again::default() };
    if start.is_careful() && restart::can_draw_otherwise(variable) {
        drop(start);
        return started(&Again { otherwise: true, ..again });
    }

    let careful = start.is_careful();
    options.viewport = viewport(careful);
    crash::watch(home.clone(), renderer.map_or("default", Renderer::name));

    let course = Rc::new(RefCell::new(Course { start, frames: 0, plan: file.clone() }));
    let of_window = Rc::clone(&course);
    let creator: eframe::AppCreator<'_> = Box::new(move |cc| {
        theme::install(&cc.egui_ctx);
        stay_on_screen(cc);
        cc.egui_ctx.add_plugin(Pasting::of_system());
        SystemFonts::install(&cc.egui_ctx);
        let mut app = begun(&cc.egui_ctx, file, careful);
        let as_ever = restart::can_draw_otherwise(variable);
        match &home {
            // One dialog says what happened and holds the work; only where there is more to say it is said by itself.
            Some(home) if recover && as_ever => {
                crash::tidy(home);
                app.recover_first();
            }
            home if recover => app.tell_of_crash(home.as_ref(), as_ever),
            _ => {}
        }
        Ok(Box::new(Window { app, course: of_window, keeps: false }))
    });
    let time = Stopwatch::start();
    // What is left of the window after a panic is thrown away, so that it is in order no more does no harm.
    let work = std::panic::AssertUnwindSafe(|| eframe::run_native(window::app_name(), options, creator));
    let ended = std::panic::catch_unwind(work);

    let mut course = course.borrow_mut();
    let was_up = course.frames > 0;
    match ended {
        Ok(Ok(())) => {
            course.start.came_up();
            return Ok(());
        }
        // Nothing was drawn yet: without a display there is nothing to try, without graphics there is.
        Ok(Err(ref cause)) if !was_up => {
            if careful || !is_about_graphics(cause) || !restart::can_draw_otherwise(variable) {
                course.start.came_up();
                return Err(NoWindow::Failed);
            }
            course.start.came_up();
            return started(&Again { otherwise: true, ..again });
        }
        Ok(Err(ref cause)) => crash::graphics_lost(&cause.to_string()),
        Err(_) => {}
    }
    let failed = if was_up && time.passed() > SOON { 0 } else { course.start.broke_soon() };
    if failed > CAREFUL {
        return Err(NoWindow::BrokeAgain);
    }
    // A window that broke before it showed anything may have done so for its graphics.
    let otherwise = (!was_up || ended.is_ok()) && restart::can_draw_otherwise(variable);
    let plan = course.plan.take();
    drop(course);
    started(&Again { recover: true, otherwise, failed, file: plan, ..again })
}

/// The window as it was last; a careful start knows nothing of that.
fn viewport(careful: bool) -> egui::ViewportBuilder {
    let kept = if careful { BTreeMap::new() } else { Keeper::of_user().load().prefs.window };
    let builder = egui::ViewportBuilder::default().with_title(window::app_name()).with_app_id("momentboard");
    window_place::placed(builder.with_drag_and_drop(true), &kept)
}

/// A window that stood on a screen that is gone comes to the first one. Where windows do not know their place, the system
/// chose one.
fn stay_on_screen(cc: &eframe::CreationContext<'_>) {
    let Some(window) = cc.winit_window() else { return };
    let Ok(at) = window.outer_position() else { return };
    let size = window.outer_size();
    let place = [i64::from(at.x), i64::from(at.y), i64::from(size.width), i64::from(size.height)];
    let screens = window.available_monitors().map(|screen| {
        let (at, size) = (screen.position(), screen.size());
        [i64::from(at.x), i64::from(at.y), i64::from(size.width), i64::from(size.height)]
    });
    if window_place::can_be_taken(place, screens) {
        return;
    }
    if let Some(screen) = window.primary_monitor().or_else(|| window.available_monitors().next()) {
        window.set_outer_position(screen.position());
    }
}

fn started(again: &Again) -> Result<(), NoWindow> {
    again.start().map_err(|cause| NoWindow::NotAgain(cause.to_string()))
}

/// The window as it begins. A careful start opens nothing by itself and knows nothing that was chosen or remembered.
fn begun(ctx: &egui::Context, file: Option<PathBuf>, careful: bool) -> App {
    let mut rim = Rim::system();
    if careful {
        rim.prefs = Keeper::Nowhere;
        let mut app = App::at_start(rim, false);
        app.begin(ctx);
        app.tell_of_care(file.as_deref());
        return app;
    }
    let mut app = App::at_start(rim, file.is_some());
    app.begin(ctx);
    if let Some(path) = file {
        points::pass(points::START);
        app.open_at_start(ctx, path);
    }
    app
}

/// Whether another way to draw could help. Without a display none does.
fn is_about_graphics(cause: &eframe::Error) -> bool {
    !matches!(cause, eframe::Error::Winit(_) | eframe::Error::WinitEventLoop(_) | eframe::Error::AppCreation(_))
}

impl App {
    /// Says that the window broke and is here again, before anything else is asked. `as_ever` is whether it is drawn as before.
    pub fn tell_of_crash(&mut self, home: Option<&Home>, as_ever: bool) {
        let _spoken = self.speak();
        let note = home.and_then(|home| {
            crash::tidy(home);
            crash::newest(home)
        });
        let note = note.map(|path| say::text_note(path.display())).unwrap_or_default();
        let kept = if home.is_some() { say::kept() } else { say::not_kept() };
        let text = if as_ever { say::text(kept) } else { say::graphics_text(kept) };
        self.tell(say::title(), text, note);
    }

    /// Says that this start is a careful one, and which plan it leaves alone.
    pub fn tell_of_care(&mut self, file: Option<&Path>) {
        let _spoken = self.speak();
        let plan = file.map(|path| say::safe_plan(path.display()));
        self.tell(say::safe_title(), say::safe_text(), plan.unwrap_or_else(|| say::safe_hint().to_owned()));
    }
}

/// The window as eframe sees it.
struct Window {
    app: App,
    course: Rc<RefCell<Course>>,
    /// Whoever writes drafts down is called when the window breaks.
    keeps: bool,
}

impl eframe::App for Window {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.app.logic(ctx);
        if !self.keeps {
            self.keeps = true;
            let flush = self.app.flush_on_crash();
            // Whether it came to the disk in time is seen at the next start.
            crash::on_crash(move |wait| {
                flush(wait);
            });
        }
        if self.app.document().undo_depth() > 0 {
            points::pass("frame");
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        self.app.ui(ui);
        if self.app.document().undo_depth() > 0 {
            points::pass("paint");
        }
        let mut course = self.course.borrow_mut();
        if course.frames < UP {
            course.frames += 1;
            ui.ctx().request_repaint();
            if course.frames == UP {
                course.start.came_up_beside();
            }
        }
        if course.plan != self.app.plan.file.path {
            course.plan.clone_from(&self.app.plan.file.path);
        }
    }
}
