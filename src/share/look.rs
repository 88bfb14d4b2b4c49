//! The colours of pages, light and dark: the same as in the window, as plain numbers, because a page has no theme to ask.

use super::choice::Tone;
use super::kit::{Kit, READABLE, mix, readable_towards};
use super::scene::Rgb;

/// The colours of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The page.
    pub canvas: Rgb,
    /// A panel beside it.
    pub panel: Rgb,
    /// A card.
    pub card: Rgb,
    /// A band that lies lower.
    pub sunken: Rgb,
    /// Edges.
    pub line: Rgb,
    /// Rules between rows.
    pub subtle: Rgb,
    /// Titles and text.
    pub text: Rgb,
    /// Second text.
    pub text_2: Rgb,
    /// Labels.
    pub text_3: Rgb,
    /// Signs on a solid colour.
    pub on_solid: Rgb,
    /// The one accent.
    pub accent: Rgb,
    /// Behind the accent.
    pub accent_bg: Rgb,
    /// Announcements.
    pub announcement: Rgb,
    /// Behind them.
    pub announcement_bg: Rgb,
    /// Values stories.
    pub values: Rgb,
    /// Behind them.
    pub values_bg: Rgb,
    /// Community stories.
    pub community: Rgb,
    /// Behind them.
    pub community_bg: Rgb,
    /// Product moments.
    pub product: Rgb,
    /// Behind them, and neutral chips.
    pub product_bg: Rgb,
    /// Error text.
    pub error: Rgb,
    /// Behind it.
    pub error_bg: Rgb,
    /// Error marks.
    pub error_fill: Rgb,
    /// Warning text.
    pub warning: Rgb,
    /// Behind it.
    pub warning_bg: Rgb,
    /// Warning marks.
    pub warning_fill: Rgb,
    /// Text of accepted risks.
    pub accepted: Rgb,
    /// Behind it.
    pub accepted_bg: Rgb,
    /// Their marks.
    pub accepted_fill: Rgb,
    /// Text of what is ready.
    pub ok: Rgb,
    /// Behind it.
    pub ok_bg: Rgb,
    /// Its marks.
    pub ok_fill: Rgb,
    /// Signs on a mark.
    pub on_fill: Rgb,
    /// The first band.
    pub strangers: Rgb,
    /// Behind it.
    pub strangers_bg: Rgb,
    /// The second band.
    pub introduced: Rgb,
    /// Behind it.
    pub introduced_bg: Rgb,
    /// The third band.
    pub trusted: Rgb,
    /// Behind it.
    pub trusted_bg: Rgb,
    /// The fourth band.
    pub committed: Rgb,
    /// Behind it.
    pub committed_bg: Rgb,
    /// The curve.
    pub curve: Rgb,
    /// Under it, below the line that says ready.
    pub curve_low: Rgb,
    /// Under it, above that line.
    pub curve_high: Rgb,
    /// That line.
    pub ready: Rgb,
    /// Weeks.
    pub grid: Rgb,
    /// Months.
    pub grid_month: Rgb,
}

impl Look {
    /// The colours of that tone.
    #[must_use]
    pub const fn of(tone: Tone) -> Self {
        match tone {
            Tone::Light => LIGHT,
            Tone::Dark => DARK,
        }
    }

    /// The colours of that tone with what a brand has of its own. Everything that is text stays readable on every ground;
    /// kinds, tones and bands keep their hues, because they mean something.
    #[must_use]
    pub fn branded(tone: Tone, kit: &Kit) -> Self {
        let mut look = Self::of(tone);
        let mut is_dark = tone == Tone::Dark;
        if let (Some((paper, ink)), Tone::Light) = (kit.paper_and_ink, tone) {
            // A dark paper needs the tints of dark pages.
            is_dark = ink.luminance() > paper.luminance();
            look = if is_dark { DARK } else { LIGHT };
            look.on_paper(paper, ink, is_dark);
        }
        if let Some(accent) = kit.accent {
            let towards = if is_dark { WHITE } else { BLACK };
            look.accent = look.grounds().into_iter().fold(accent, |accent, on| readable_towards(accent, on, towards));
            look.accent_bg = mix(look.canvas, look.accent, 0.1);
        }
        look.on_areas(is_dark);
        look
    }

    /// What is written across the areas of a curve, and the names of phases on theirs.
    fn on_areas(&mut self, is_dark: bool) {
        let towards = if is_dark { WHITE } else { BLACK };
        let areas = [self.curve_low, self.curve_high];
        self.ready = areas.into_iter().fold(self.ready, |text, on| readable_towards(text, on, towards));
        self.text_2 = readable_towards(self.text_2, self.subtle, towards);
    }

    /// What text may stand on.
    const fn grounds(&self) -> [Rgb; 4] {
        [self.canvas, self.sunken, self.panel, self.card]
    }

    /// Pages of another colour: panels and cards lie beside it, on the side that leaves text more contrast.
    fn on_paper(&mut self, paper: Rgb, ink: Rgb, is_dark: bool) {
        // What lies lower is a little nearer to the ink, unless no ink could be read there then.
        let (towards, away) = if is_dark { (WHITE, BLACK) } else { (BLACK, WHITE) };
        let beside = |part: f64| {
            let lower = mix(paper, ink, part);
            if towards.contrast(lower) >= READABLE { lower } else { mix(paper, away, part) }
        };
        self.canvas = paper;
        self.sunken = beside(0.05);
        self.panel = if is_dark { mix(paper, BLACK, 0.12) } else { mix(paper, WHITE, 0.5) };
        self.card = if is_dark { mix(paper, BLACK, 0.22) } else { mix(paper, WHITE, 0.85) };
        self.line = mix(paper, ink, 0.22);
        self.subtle = beside(0.12);
        self.grid = mix(paper, ink, 0.07);
        self.grid_month = mix(paper, ink, 0.15);
        self.text = ink;
        self.text_2 = mix(ink, paper, 0.2);
        self.text_3 = mix(ink, paper, 0.32);
        let grounds = self.grounds();
        for text in [
            &mut self.text,
            &mut self.text_2,
            &mut self.text_3,
            &mut self.accent,
            &mut self.announcement,
            &mut self.values,
            &mut self.community,
            &mut self.product,
            &mut self.error,
            &mut self.warning,
            &mut self.accepted,
            &mut self.ok,
            &mut self.strangers,
            &mut self.introduced,
            &mut self.trusted,
            &mut self.committed,
            &mut self.ready,
            &mut self.error_fill,
            &mut self.warning_fill,
            &mut self.accepted_fill,
            &mut self.ok_fill,
        ] {
            *text = grounds.into_iter().fold(*text, |text, on| readable_towards(text, on, towards));
        }
    }
}

const BLACK: Rgb = Rgb(0, 0, 0);
const WHITE: Rgb = Rgb(255, 255, 255);

const LIGHT: Look = Look {
    canvas: Rgb(0xF5, 0xF4, 0xF1),
    panel: Rgb(0xFB, 0xFA, 0xF8),
    card: Rgb(0xFF, 0xFF, 0xFF),
    sunken: Rgb(0xED, 0xEB, 0xE6),
    line: Rgb(0xD6, 0xD2, 0xC9),
    subtle: Rgb(0xE7, 0xE4, 0xDE),
    text: Rgb(0x1D, 0x20, 0x25),
    text_2: Rgb(0x4E, 0x53, 0x5B),
    text_3: Rgb(0x62, 0x66, 0x6D),
    on_solid: Rgb(0xFF, 0xFF, 0xFF),
    accent: Rgb(0x4A, 0x48, 0xC4),
    accent_bg: Rgb(0xEC, 0xEB, 0xFA),
    announcement: Rgb(0x22, 0x58, 0xC4),
    announcement_bg: Rgb(0xE5, 0xED, 0xFA),
    values: Rgb(0xBC, 0x26, 0x75),
    values_bg: Rgb(0xFB, 0xE8, 0xF1),
    community: Rgb(0x0C, 0x76, 0x86),
    community_bg: Rgb(0xDF, 0xF0, 0xF2),
    product: Rgb(0x29, 0x2E, 0x3B),
    product_bg: Rgb(0xE7, 0xE8, 0xEB),
    error: Rgb(0xA1, 0x16, 0x12),
    error_bg: Rgb(0xFC, 0xEA, 0xE7),
    error_fill: Rgb(0xB4, 0x23, 0x1D),
    warning: Rgb(0x8F, 0x5C, 0x00),
    warning_bg: Rgb(0xFB, 0xF1, 0xDC),
    warning_fill: Rgb(0xB5, 0x7F, 0x16),
    accepted: Rgb(0x55, 0x55, 0x8A),
    accepted_bg: Rgb(0xEC, 0xEC, 0xF5),
    accepted_fill: Rgb(0x66, 0x67, 0x9A),
    ok: Rgb(0x1C, 0x6E, 0x49),
    ok_bg: Rgb(0xE2, 0xF2, 0xEA),
    ok_fill: Rgb(0x23, 0x8A, 0x5F),
    on_fill: Rgb(0xFF, 0xFF, 0xFF),
    strangers: Rgb(0x63, 0x66, 0x6D),
    strangers_bg: Rgb(0xEC, 0xEB, 0xE9),
    introduced: Rgb(0x47, 0x67, 0x7F),
    introduced_bg: Rgb(0xE4, 0xEC, 0xF1),
    trusted: Rgb(0x2F, 0x73, 0x50),
    trusted_bg: Rgb(0xE0, 0xF0, 0xE6),
    committed: Rgb(0x14, 0x54, 0x3A),
    committed_bg: Rgb(0xCD, 0xE8, 0xD8),
    curve: Rgb(0x5A, 0x64, 0x72),
    curve_low: Rgb(0xDD, 0xE2, 0xE8),
    curve_high: Rgb(0xCD, 0xE8, 0xD3),
    ready: Rgb(0x3F, 0x73, 0x44),
    grid: Rgb(0xEB, 0xE8, 0xE2),
    grid_month: Rgb(0xD9, 0xD5, 0xCC),
};

const DARK: Look = Look {
    canvas: Rgb(0x14, 0x16, 0x19),
    panel: Rgb(0x1B, 0x1D, 0x21),
    card: Rgb(0x25, 0x28, 0x2D),
    sunken: Rgb(0x10, 0x12, 0x14),
    line: Rgb(0x39, 0x3D, 0x45),
    subtle: Rgb(0x29, 0x2C, 0x32),
    text: Rgb(0xEC, 0xEE, 0xF1),
    text_2: Rgb(0xB9, 0xBF, 0xC8),
    text_3: Rgb(0x9C, 0xA3, 0xAE),
    on_solid: Rgb(0x14, 0x16, 0x1A),
    accent: Rgb(0x9A, 0x98, 0xFF),
    accent_bg: Rgb(0x2B, 0x2B, 0x4B),
    announcement: Rgb(0x7D, 0xA9, 0xF5),
    announcement_bg: Rgb(0x1D, 0x2D, 0x48),
    values: Rgb(0xE8, 0x8B, 0xB3),
    values_bg: Rgb(0x43, 0x24, 0x34),
    community: Rgb(0x56, 0xC2, 0xD0),
    community_bg: Rgb(0x12, 0x38, 0x42),
    product: Rgb(0xDD, 0xE2, 0xEA),
    product_bg: Rgb(0x3B, 0x40, 0x4A),
    error: Rgb(0xF0, 0x84, 0x78),
    error_bg: Rgb(0x46, 0x22, 0x1F),
    error_fill: Rgb(0xF0, 0x79, 0x6C),
    warning: Rgb(0xF7, 0xCB, 0x62),
    warning_bg: Rgb(0x3C, 0x2F, 0x14),
    warning_fill: Rgb(0xF7, 0xCB, 0x62),
    accepted: Rgb(0xB9, 0xB8, 0xEA),
    accepted_bg: Rgb(0x2D, 0x2D, 0x44),
    accepted_fill: Rgb(0xB9, 0xB8, 0xEA),
    ok: Rgb(0x74, 0xDD, 0xA6),
    ok_bg: Rgb(0x1B, 0x3B, 0x2C),
    ok_fill: Rgb(0x6B, 0xDD, 0xA2),
    on_fill: Rgb(0x14, 0x16, 0x1A),
    strangers: Rgb(0xA4, 0xA9, 0xB2),
    strangers_bg: Rgb(0x2E, 0x31, 0x37),
    introduced: Rgb(0x93, 0xB6, 0xD0),
    introduced_bg: Rgb(0x23, 0x32, 0x3E),
    trusted: Rgb(0x74, 0xC4, 0x97),
    trusted_bg: Rgb(0x1C, 0x38, 0x29),
    committed: Rgb(0xA6, 0xE6, 0xC1),
    committed_bg: Rgb(0x1B, 0x4A, 0x33),
    curve: Rgb(0xA9, 0xB2, 0xBF),
    curve_low: Rgb(0x2E, 0x33, 0x3A),
    curve_high: Rgb(0x2F, 0x52, 0x36),
    ready: Rgb(0x79, 0xB5, 0x7A),
    grid: Rgb(0x1E, 0x21, 0x25),
    grid_month: Rgb(0x2D, 0x31, 0x37),
};
