//! The fonts we ship and the sizes of type: Inter for words, Phosphor for icons.
//!
//! A weight is a font family of its own (egui's text fields and galleys take a family, not a variation).
//! Sizes are fixed and never below 11 points. Other scripts and emoji come from the operating system, after these.

use std::borrow::Cow;
use std::sync::{Arc, LazyLock};

use egui::epaint::text::{FontTweak, VariationCoords};
use egui::text::TextFormat;
use egui::{Color32, FontData, FontDefinitions, FontFamily, FontId, RichText};

use crate::model::shown::{self, short_lines};

const INTER: &[u8] = include_bytes!("../../assets/fonts/Inter.ttf");
const PHOSPHOR: &[u8] = include_bytes!("../../assets/fonts/Phosphor.ttf");
const PHOSPHOR_BOLD: &[u8] = include_bytes!("../../assets/fonts/Phosphor-Bold.ttf");
const PHOSPHOR_FILL: &[u8] = include_bytes!("../../assets/fonts/Phosphor-Fill.ttf");

/// How heavy a text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// 400: running text.
    Regular,
    /// 500: buttons, chips, active values.
    Medium,
    /// 600: titles.
    Semibold,
}

/// How heavy an icon is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IconFace {
    /// Lines: actions, 14 to 18 points.
    Regular,
    /// Thick lines: carets and small glyphs, 11 to 14 points.
    Bold,
    /// Filled: severities and kinds.
    Fill,
}

static MEDIUM: LazyLock<FontFamily> = LazyLock::new(|| FontFamily::Name("inter-500".into()));
static SEMIBOLD: LazyLock<FontFamily> = LazyLock::new(|| FontFamily::Name("inter-600".into()));
static ICON: LazyLock<FontFamily> = LazyLock::new(|| FontFamily::Name("ph".into()));
static ICON_BOLD: LazyLock<FontFamily> = LazyLock::new(|| FontFamily::Name("ph-bold".into()));
static ICON_FILL: LazyLock<FontFamily> = LazyLock::new(|| FontFamily::Name("ph-fill".into()));

impl Weight {
    /// The family that has this weight.
    #[must_use]
    pub fn family(self) -> FontFamily {
        match self {
            Self::Regular => FontFamily::Proportional,
            Self::Medium => MEDIUM.clone(),
            Self::Semibold => SEMIBOLD.clone(),
        }
    }
}

impl IconFace {
    /// The family that has these icons.
    #[must_use]
    pub fn family(self) -> FontFamily {
        match self {
            Self::Regular => ICON.clone(),
            Self::Bold => ICON_BOLD.clone(),
            Self::Fill => ICON_FILL.clone(),
        }
    }
}

/// A size of type: points, height of a line in points, weight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Face {
    /// Size in points.
    pub size: f32,
    /// Height of a line in points.
    pub line: f32,
    /// Weight.
    pub weight: Weight,
}

const fn face(size: f32, line: f32, weight: Weight) -> Face {
    Face { size, line, weight }
}

/// Card meta, axis, status bar, rule codes.
pub const META: Face = face(11.0, 14.0, Weight::Regular);
/// The same, with weight.
pub const META_M: Face = face(11.0, 14.0, Weight::Medium);
/// Section headers and kind labels.
pub const META_B: Face = face(11.0, 14.0, Weight::Semibold);
/// Inspector, findings, table, menus.
pub const BODY: Face = face(12.0, 16.0, Weight::Regular);
/// Buttons, chips, active values.
pub const BODY_M: Face = face(12.0, 16.0, Weight::Medium);
/// Emphasis in running text.
pub const BODY_B: Face = face(12.0, 16.0, Weight::Semibold);
/// Card titles: two lines, then an ellipsis.
pub const CARD_TITLE: Face = face(12.0, 15.0, Weight::Semibold);
/// Palette rows.
pub const UI: Face = face(13.0, 18.0, Weight::Regular);
/// Names in lists, larger buttons.
pub const UI_M: Face = face(13.0, 18.0, Weight::Medium);
/// Document name, brief title.
pub const UI_B: Face = face(13.0, 18.0, Weight::Semibold);
/// What is typed in the palette.
pub const TYPED: Face = face(16.0, 22.0, Weight::Regular);
/// Dialog and section titles, month name.
pub const DIALOG: Face = face(16.0, 22.0, Weight::Semibold);
/// Welcome, empty board.
pub const DISPLAY: Face = face(20.0, 26.0, Weight::Semibold);
/// The kind of a moment that is presented.
pub const PRESENT_KIND: Face = face(15.0, 20.0, Weight::Semibold);
/// The first line of a moment that is presented.
pub const PRESENT_QUOTE: Face = face(18.0, 27.0, Weight::Regular);
/// The title of a moment that is presented.
pub const PRESENT: Face = face(34.0, 41.0, Weight::Semibold);
/// The same where it is long, or where there is less room.
pub const PRESENT_LESS: Face = face(26.0, 32.0, Weight::Semibold);

impl Face {
    /// For painters and text fields.
    #[must_use]
    pub fn id(self) -> FontId {
        FontId::new(self.size, self.weight.family())
    }

    /// For layout jobs: with the height of a line.
    #[must_use]
    pub fn format(self, color: Color32) -> TextFormat {
        TextFormat { line_height: Some(self.line), ..TextFormat::simple(self.id(), color) }
    }

    /// For labels and buttons. What a name would hide is shown, and a text that no screen holds is cut.
    #[must_use]
    pub fn rich(self, text: impl Into<String>) -> RichText {
        let text = text.into();
        let text = match short_lines(&text, shown::TEXT) {
            Cow::Owned(shown) => shown,
            Cow::Borrowed(_) => text,
        };
        RichText::new(text).font(self.id()).line_height(Some(self.line))
    }
}

/// All fonts and families.
#[must_use]
pub fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::empty();
    // The same bytes serve three weights; a static slice is shared, not copied.
    for (name, wght) in [("inter-400", 400.0), ("inter-500", 500.0), ("inter-600", 600.0)] {
        let tweak = FontTweak { coords: VariationCoords::new([(b"wght", wght)]), ..FontTweak::default() };
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(INTER).tweak(tweak)));
    }
    for (name, bytes) in [("ph", PHOSPHOR), ("ph-bold", PHOSPHOR_BOLD), ("ph-fill", PHOSPHOR_FILL)] {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    for (family, chain) in [
        (FontFamily::Proportional, ["inter-400", "ph"]),
        (FontFamily::Monospace, ["inter-400", "ph"]),
        (Weight::Medium.family(), ["inter-500", "ph"]),
        (Weight::Semibold.family(), ["inter-600", "ph"]),
        (IconFace::Regular.family(), ["ph", "inter-400"]),
        (IconFace::Bold.family(), ["ph-bold", "inter-600"]),
        (IconFace::Fill.family(), ["ph-fill", "inter-600"]),
    ] {
        fonts.families.insert(family, chain.map(str::to_owned).to_vec());
    }
    fonts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weights_differ_and_cover_european_names() {
        let mut fonts = egui::epaint::text::Fonts::new(egui::epaint::TextOptions::default(), definitions());
        let text = "Inês Corrêa – Łódź “Straße” … €4,800 · Ж Ω";
        let mut widths = Vec::new();
        for weight in [Weight::Regular, Weight::Medium, Weight::Semibold] {
            let id = FontId::new(40.0, weight.family());
            assert!(fonts.has_glyphs(&id, text), "{weight:?}");
            let mut view = fonts.with_pixels_per_point(1.0);
            widths.push(view.layout_no_wrap(text.to_owned(), id, Color32::WHITE).size().x);
        }
        assert!(widths[0] < widths[1] && widths[1] < widths[2], "heavier is wider: {widths:?}");
    }

    #[test]
    fn nothing_is_smaller_than_eleven_points() {
        for face in [
            META,
            META_M,
            META_B,
            BODY,
            BODY_M,
            BODY_B,
            CARD_TITLE,
            UI,
            UI_B,
            TYPED,
            DIALOG,
            DISPLAY,
            PRESENT_KIND,
            PRESENT_QUOTE,
            PRESENT,
            PRESENT_LESS,
        ] {
            assert!(face.size >= 11.0 && face.line > face.size);
        }
    }
}
