//! Opens the window.

use std::path::PathBuf;

use super::{App, Rim};
use crate::ui::theme;
use crate::words::window as say;

/// No window could be opened: the display did not answer, or there is no usable graphics.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoWindow;

/// Opens the window on a plan file, or where a session begins without one, and returns when it is closed.
///
/// # Errors
/// When there is no display or no way to draw on it.
pub fn open_window(file: Option<PathBuf>, renderer: Option<eframe::Renderer>) -> Result<(), NoWindow> {
    let viewport = egui::ViewportBuilder::default()
        .with_title(say::app_name())
        .with_app_id("momentboard")
        .with_inner_size([1440.0, 900.0])
        .with_min_inner_size([720.0, 560.0])
        .with_drag_and_drop(true);
    let mut options = eframe::NativeOptions { viewport, ..Default::default() };
    if let Some(renderer) = renderer {
        options.renderer = renderer;
    }
    let creator: eframe::AppCreator<'_> = Box::new(move |cc| {
        theme::install(&cc.egui_ctx);
        let mut app = App::at_start(Rim::system(), file.is_some());
        app.begin(&cc.egui_ctx);
        if let Some(path) = file {
            // The list of recent plans finds it again from any folder.
            let path = std::path::absolute(&path).unwrap_or(path);
            app.open_at_start(&cc.egui_ctx, path);
        }
        Ok(Box::new(app))
    });
    eframe::run_native(say::app_name(), options, creator).map_err(|_| NoWindow)
}
