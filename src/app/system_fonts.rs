//! Fonts of the system for signs that ours do not have, asked so that a computer without fonts is no reason to break.
//!
//! The library that looks for fonts panics where there are none, and one that is broken may do the same. After the first time it
//! is not asked again; what is shipped for pages (Arabic, Hebrew, Devanagari, Chinese, Japanese, emoji) stands in.

use std::sync::atomic::{AtomicBool, Ordering};

use egui::epaint::text::{FallbackRequest, FontInsert, FontPriority, FontProvider, InsertFontFamily};
use egui::{FontData, FontFamily};
use egui_system_font_provider::SystemFontProvider;

use crate::expected::expecting;
use crate::share::scene::Fonts;

/// The fonts of the system, and ours behind them.
pub struct SystemFonts {
    system: SystemFontProvider,
    broken: AtomicBool,
}

impl SystemFonts {
    /// Begins to look for the fonts of the system, on a thread of its own.
    #[must_use]
    pub fn new() -> Self {
        Self { system: SystemFontProvider::new(), broken: AtomicBool::new(false) }
    }
}

impl Default for SystemFonts {
    fn default() -> Self {
        Self::new()
    }
}

impl FontProvider for SystemFonts {
    fn font_for(&self, request: &FallbackRequest<'_>) -> Option<FontInsert> {
        if !self.broken.load(Ordering::Relaxed) {
            match expecting(|| self.system.font_for(request)) {
                Some(Some(font)) => return Some(font),
                Some(None) => {}
                None => self.broken.store(true, Ordering::Relaxed),
            }
        }
        stand_in(request.cluster.chars().next()?, request.family)
    }
}

/// A font that is shipped and has that sign.
fn stand_in(sign: char, family: &FontFamily) -> Option<FontInsert> {
    let (name, bytes) = Fonts::shipped_with(sign)?;
    let families = vec![InsertFontFamily { family: family.clone(), priority: FontPriority::Lowest }];
    Some(FontInsert { name: format!("shipped:{name}"), data: FontData::from_static(bytes), families })
}
