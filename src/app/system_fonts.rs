//! Fonts of the system for signs that ours do not have, asked so that a computer without fonts is no reason to break, nor one with
//! many a reason to wait.
//!
//! ```text
//!   a thread of its own:  looks through the fonts of the system once ──▶ found
//!   the window's thread:  asks for a sign ──▶ before that: what is shipped, or a box; then all signs are asked for once more
//! ```
//!
//! The library that looks for fonts panics where there are none, and one that is broken may do the same. After the first time it
//! is not asked again; what is shipped for pages (Arabic, Hebrew, Devanagari, Chinese, Japanese, emoji) stands in.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use egui::epaint::text::{FallbackRequest, FontInsert, FontPriority, FontProvider, InsertFontFamily};
use egui::{Context, FontData, FontFamily};
use egui_system_font_provider::SystemFontProvider;

use crate::expected::expecting;
use crate::share::scene::Fonts;

/// What looks a sign up, once there is anything.
type Found = Option<Box<dyn FontProvider>>;

/// The fonts of the system, and ours behind them.
#[derive(Default)]
pub struct SystemFonts {
    /// None before they were looked through; nothing where that broke.
    system: OnceLock<Found>,
    /// A sign was asked for before that.
    missed: AtomicBool,
    broken: AtomicBool,
}

impl SystemFonts {
    /// Begins to look for the fonts of the system, on a thread of its own, and has the window use them.
    pub fn install(ctx: &Context) {
        let fonts = Arc::new(Self::default());
        ctx.add_font_provider(Arc::<Self>::clone(&fonts));
        let (beside, window) = (Arc::clone(&fonts), ctx.clone());
        let look = move || beside.found(&window, look());
        if std::thread::Builder::new().name("fonts".to_owned()).spawn(look).is_err() {
            fonts.found(ctx, None);
        }
    }

    /// The fonts of the system are known, or cannot be. Signs that were asked for meanwhile are asked for once more.
    fn found(self: &Arc<Self>, ctx: &Context, found: Found) {
        if self.system.set(found).is_ok() && self.missed.swap(false, Ordering::SeqCst) {
            ctx.set_font_providers(vec![Arc::<Self>::clone(self)]);
        }
    }

    fn of_system(&self, request: &FallbackRequest<'_>) -> Option<FontInsert> {
        if self.system.get().is_none() {
            // Noted first, and looked at once more after that: whoever brings them reads it after they are there.
            self.missed.store(true, Ordering::SeqCst);
        }
        let system = self.system.get()?.as_ref().filter(|_| !self.broken.load(Ordering::Relaxed))?;
        expecting(|| system.font_for(request)).unwrap_or_else(|| {
            self.broken.store(true, Ordering::Relaxed);
            None
        })
    }
}

impl FontProvider for SystemFonts {
    fn font_for(&self, request: &FallbackRequest<'_>) -> Option<FontInsert> {
        self.of_system(request).or_else(|| stand_in(request.cluster.chars().next()?, request.family))
    }
}

/// Looks through the fonts of the system, which may take seconds where a disk is slow.
fn look() -> Found {
    let system = SystemFontProvider::new();
    // Whatever is asked for first waits until all of them are known.
    let any = FallbackRequest { cluster: "a", family: &FontFamily::Proportional };
    expecting(|| system.font_for(&any))?;
    Some(Box::new(system))
}

/// A font that is shipped and has that sign.
fn stand_in(sign: char, family: &FontFamily) -> Option<FontInsert> {
    let (name, bytes) = Fonts::shipped_with(sign)?;
    let families = vec![InsertFontFamily { family: family.clone(), priority: FontPriority::Lowest }];
    Some(FontInsert { name: format!("shipped:{name}"), data: FontData::from_static(bytes), families })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A system in which one font has every sign.
    #[expect(clippy::unnecessary_wraps, reason = "a system may also have none")]
    fn system() -> Found {
        let (_, bytes) = Fonts::shipped_with('日').unwrap();
        Some(Box::new(move |request: &FallbackRequest<'_>| {
            let families = vec![InsertFontFamily { family: request.family.clone(), priority: FontPriority::Lowest }];
            Some(FontInsert { name: "of the system".to_owned(), data: FontData::from_static(bytes), families })
        }))
    }

    fn asked(fonts: &SystemFonts, sign: &str) -> Option<String> {
        fonts.font_for(&FallbackRequest { cluster: sign, family: &FontFamily::Proportional }).map(|font| font.name)
    }

    fn is_woken(fonts: &Arc<SystemFonts>, found: Found) -> bool {
        let ctx = Context::default();
        for _ in 0..4 {
            ctx.run_ui(egui::RawInput::default(), |_| {}).textures_delta.clear();
        }
        assert!(!ctx.has_requested_repaint(), "it rests");
        fonts.found(&ctx, found);
        ctx.has_requested_repaint()
    }

    #[test]
    fn nobody_waits_until_the_fonts_of_the_system_are_known_and_what_was_asked_is_asked_again() {
        let fonts = Arc::new(SystemFonts::default());
        assert!(asked(&fonts, "日").is_some_and(|name| name.starts_with("shipped:")), "ours stands in meanwhile");
        assert_eq!(asked(&fonts, "ก"), None, "a box stands there for a moment");
        assert!(is_woken(&fonts, system()), "the window draws them anew");
        assert_eq!(asked(&fonts, "日").as_deref(), Some("of the system"));

        let fonts = Arc::new(SystemFonts::default());
        assert!(!is_woken(&fonts, system()), "nobody asked for anything");
        assert_eq!(asked(&fonts, "ก").as_deref(), Some("of the system"));
    }

    #[test]
    fn without_fonts_of_the_system_ours_stand_in() {
        let fonts = Arc::new(SystemFonts::default());
        fonts.found(&Context::default(), None);
        assert!(asked(&fonts, "日").is_some_and(|name| name.starts_with("shipped:")));
        let breaks: Found = Some(Box::new(|_: &FallbackRequest<'_>| -> Option<FontInsert> { panic!("a broken font") }));
        let fonts = Arc::new(SystemFonts::default());
        fonts.found(&Context::default(), breaks);
        for _ in 0..2 {
            assert!(asked(&fonts, "日").is_some_and(|name| name.starts_with("shipped:")));
        }
    }
}
