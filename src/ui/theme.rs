//! The only file that knows a colour: tokens for light and dark, and what egui's own widgets make of them.
//!
//! A colour is never alone: each kind has a [`KindShape`], each [`Tone`] an icon and a word, each [`Band`] its pips.
//! Sizes of type stand in [`super::fonts`]. This module never draws and never knows the document beyond [`Kind`] and [`Band`].
#![expect(clippy::disallowed_methods, reason = "colours are banned everywhere else so that they are defined here")]
#![expect(clippy::unreadable_literal, reason = "colours read as six hexadecimal digits, the way design tools show them")]

use egui::style::{ScrollStyle, Selection, WidgetVisuals};
use egui::{Color32, Context, CornerRadius, Margin, Shadow, Stroke, Style, TextStyle, Theme, ThemePreference, Vec2, Visuals};

use crate::analysis::curve::Band;
use crate::model::Kind;

use super::fonts;

/// Radius of thumbnails, phase bands and key caps, in points.
pub const R1: u8 = 4;
/// Radius of buttons, inputs, toggles and calendar chips, in points.
pub const R2: u8 = 6;
/// Radius of cards, segmented tracks and finding boxes, in points.
pub const R3: u8 = 8;
/// Radius of popovers, menus and template cards, in points.
pub const R4: u8 = 10;
/// Radius of dialogs, in points.
pub const R5: u8 = 12;

/// Width of an edge, in points.
pub const EDGE: f32 = 1.0;
/// Width of stems and of the today and ready lines, in points.
pub const STEM: f32 = 1.25;
/// Width of dashed slots and checkboxes, in points.
pub const SLOT: f32 = 1.5;
/// Width of the curve and of selection and focus rings, in points.
pub const RING: f32 = 2.0;

/// In windows narrower than this, lanes have their names above them and the findings are one line, in points.
pub const NARROW: f32 = 900.0;
/// In windows narrower than this, the inspector opens only for a selection, in points.
pub const WIDE: f32 = 1024.0;

/// How long fills take to follow the pointer, in milliseconds.
pub const HOVER: f32 = 80.0;

/// Dash and gap of the "ready to ask" line, in points.
pub const DASH_READY: [f32; 2] = [5.0, 4.0];
/// Dash and gap of a slot, in points.
pub const DASH_SLOT: [f32; 2] = [4.0, 4.0];
/// Dash and gap of the bracket around a silence, in points.
pub const DASH_QUIET: [f32; 2] = [2.0, 4.0];

/// The steps of empty space, in points.
pub mod space {
    /// Between a glyph and its neighbour.
    pub const XS: f32 = 2.0;
    /// Between things that belong together.
    pub const S: f32 = 4.0;
    /// Between an icon and its word.
    pub const M: f32 = 6.0;
    /// Between controls.
    pub const L: f32 = 8.0;
    /// Padding of side panels.
    pub const XL: f32 = 12.0;
    /// Padding of dialogs.
    pub const DIALOG: f32 = 24.0;
}

/// Side of a square button, and least height of a row, in points.
pub const HIT: f32 = 28.0;
/// Height of a form field, in points.
pub const FIELD: f32 = 26.0;

/// One table for both themes: what it is for, its name, the light and the dark colour.
macro_rules! tokens {
    ($( $doc:literal $name:ident $light:literal $dark:literal; )+) => {
        /// The colours of one theme.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct Tokens {
            $( #[doc = $doc] pub $name: Color32, )+
        }

        /// The light theme.
        pub const LIGHT: Tokens = Tokens { $( $name: hex($light), )+ };

        /// The dark theme.
        pub const DARK: Tokens = Tokens { $( $name: hex($dark), )+ };
    };
}

tokens! {
    "Board, calendar weekends." canvas 0xF5F4F1 0x141619;
    "Bars, sidebars, dialogs." panel 0xFBFAF8 0x1B1D21;
    "Cards, inputs, menus." card 0xFFFFFF 0x25282D;
    "Segmented track, search, phase bands." sunken 0xEDEBE6 0x101214;
    "Hovered row, selected lane gutter." hover 0xEFEDE8 0x2A2D33;
    "Pressed, selected row, meter track." active 0xE8E5DF 0x33373E;
    "Modal backdrop colour (alpha 38% light, 60% dark)." scrim 0x1E2126 0x050607;
    "Row separators." line_subtle 0xE7E4DE 0x292C32;
    "Panel and card edges." line 0xD6D2C9 0x393D45;
    "Control outlines that must be seen: checkbox, dashed slots, scroll handle." line_strong 0x87827A 0x7D848F;
    "Titles, body." text 0x1D2025 0xECEEF1;
    "Secondary text." text_2 0x4E535B 0xB9BFC8;
    "Labels, metadata, placeholders." text_3 0x62666D 0x9CA3AE;
    "Disabled only (exempt)." text_off 0x9B9C9E 0x636872;
    "Icon or text on a kind/severity text colour." on_solid 0xFFFFFF 0x14161A;
    "Selection, focus, primary, today." accent 0x4A48C4 0x9A98FF;
    "Primary hover." accent_hover 0x3C3AAE 0xB0AEFF;
    "Selected rows, active toggles." accent_bg 0xECEBFA 0x2B2B4B;
    "Accent button edge." accent_line 0x7F7DDA 0x6F6DD4;
    "Text on accent." on_accent 0xFFFFFF 0x14142C;
    "Announcement." k_ann 0x2258C4 0x7DA9F5;
    "Announcement, tint." k_ann_bg 0xE5EDFA 0x1D2D48;
    "Values story." k_val 0xBC2675 0xE88BB3;
    "Values story, tint." k_val_bg 0xFBE8F1 0x432434;
    "Community story." k_com 0x0C7686 0x56C2D0;
    "Community story, tint." k_com_bg 0xDFF0F2 0x123842;
    "Product." k_pro 0x292E3B 0xDDE2EA;
    "Product, tint, neutral chips." k_pro_bg 0xE7E8EB 0x3B404A;
    "Error: error text." s_err 0xA11612 0xF08478;
    "Error: error box." s_err_bg 0xFCEAE7 0x46221F;
    "Error: error card edge." s_err_line 0xDD5A4F 0xD9584D;
    "Warning: warning text." s_warn 0x8F5C00 0xF7CB62;
    "Warning: warning box." s_warn_bg 0xFBF1DC 0x3C2F14;
    "Warning: warning card edge, quiet bracket." s_warn_line 0xBD8115 0xB98A2C;
    "Accepted: accepted text." s_acc 0x55558A 0xB9B8EA;
    "Accepted: accepted box." s_acc_bg 0xECECF5 0x2D2D44;
    "Accepted: accepted card edge." s_acc_line 0x7E7EB0 0x8483B8;
    "Fine: clear/ready text." s_ok 0x1C6E49 0x74DDA6;
    "Fine: ok box." s_ok_bg 0xE2F2EA 0x1B3B2C;
    "Fine: ok edge." s_ok_line 0x4C9A49 0x56A055;
    "Error: badge, too-early diamond." s_err_fill 0xB4231D 0xF0796C;
    "Warning: badge." s_warn_fill 0xB57F16 0xF7CB62;
    "Accepted: badge, accepted diamond." s_acc_fill 0x66679A 0xB9B8EA;
    "Fine: badge, ready diamond." s_ok_fill 0x238A5F 0x6BDDA2;
    "Glyph on a fill." on_fill 0xFFFFFF 0x14161A;
    "Error: soft box edge (decorative)." s_err_edge 0xEFB4AE 0x7E3B35;
    "Warning: soft box edge (decorative)." s_warn_edge 0xE6CB93 0x6B5423;
    "Accepted: soft box edge (decorative)." s_acc_edge 0xC6C6DF 0x4F4F73;
    "Fine: soft box edge (decorative)." s_ok_edge 0xAFD8BD 0x355F48;
    "Strangers." b_1 0x63666D 0xA4A9B2;
    "Strangers, chip." b_1_bg 0xECEBE9 0x2E3137;
    "Introduced." b_2 0x47677F 0x93B6D0;
    "Introduced, chip." b_2_bg 0xE4ECF1 0x23323E;
    "Trusted." b_3 0x2F7350 0x74C497;
    "Trusted, chip." b_3_bg 0xE0F0E6 0x1C3829;
    "Committed." b_4 0x14543A 0xA6E6C1;
    "Committed, chip." b_4_bg 0xCDE8D8 0x1B4A33;
    "Curve line." curve 0x5A6472 0xA9B2BF;
    "Area below the ready line." curve_low 0xDDE2E8 0x2E333A;
    "Area above the ready line." curve_high 0xCDE8D3 0x2F5236;
    "Dashed line and its label." ready 0x3F7344 0x79B57A;
    "Today line and pill." today 0x4A48C4 0x9A98FF;
    "Week line." grid 0xEBE8E2 0x1E2125;
    "Month line." grid_month 0xD9D5CC 0x2D3137;
}

/// White on the colours of [`avatar`], each with a contrast of at least 4.8.
pub const ON_AVATAR: Color32 = Color32::WHITE;

const AVATARS: [Color32; 8] =
    [hex(0x647859), hex(0x9C6546), hex(0x4F6E8C), hex(0x7C6390), hex(0x8A6A2F), hex(0x3F7A78), hex(0x9A5566), hex(0x5D6470)];

const fn hex(rgb: u32) -> Color32 {
    let [_, red, green, blue] = rgb.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

/// The colours of a theme.
#[must_use]
pub const fn tokens(theme: Theme) -> &'static Tokens {
    match theme {
        Theme::Light => &LIGHT,
        Theme::Dark => &DARK,
    }
}

/// Whether the window is so narrow that panels become lines and sheets.
#[must_use]
pub fn is_narrow(ctx: &Context) -> bool {
    ctx.content_rect().width() < NARROW
}

/// The colours of the theme that `ui` is drawn in.
#[must_use]
pub fn of(ui: &egui::Ui) -> &'static Tokens {
    tokens(ui.theme())
}

/// The colour of an avatar, by the place of its creator in the campaign: neighbours differ, and only the ninth comes round again.
#[must_use]
pub fn avatar(place: usize) -> Color32 {
    AVATARS[place % AVATARS.len()]
}

/// The shape that stands for a kind wherever its word has no room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KindShape {
    /// Announcement and what is near it.
    Circle,
    /// Values story and what is near it.
    Hexagon,
    /// Community story and what is near it.
    Square,
    /// Product and offer.
    Diamond,
    /// The creator's own content.
    Ring,
}

/// The shape of a kind. Further kinds take the shape of their nearest, with their own icon and word.
#[must_use]
pub const fn kind_shape(kind: Kind) -> KindShape {
    match kind {
        Kind::Announcement | Kind::Origin | Kind::Teaser => KindShape::Circle,
        Kind::Values | Kind::Impact | Kind::Repair => KindShape::Hexagon,
        Kind::Community | Kind::Story | Kind::Engage | Kind::Event => KindShape::Square,
        Kind::Product | Kind::Offer => KindShape::Diamond,
        Kind::Organic => KindShape::Ring,
    }
}

/// How serious something is, as far as colour and icon go.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tone {
    /// Something is wrong.
    Error,
    /// Something may be wrong.
    Warning,
    /// Something could be better.
    Hint,
    /// A risk that somebody took on.
    Accepted,
    /// Nothing is wrong.
    Ok,
}

impl Tone {
    /// Whether it asks for attention.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Error | Self::Warning | Self::Hint)
    }
}

/// The colours of a [`Tone`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ToneColors {
    /// Its text.
    pub text: Color32,
    /// The box behind it.
    pub bg: Color32,
    /// The edge of a card or field that shows it.
    pub line: Color32,
    /// Badges and diamonds.
    pub fill: Color32,
    /// The soft edge of its box.
    pub edge: Color32,
}

/// How many of the four pips of a band are full, 1 to 4.
#[must_use]
pub const fn pips(band: Band) -> u8 {
    match band {
        Band::Strangers => 1,
        Band::Introduced => 2,
        Band::Trusted => 3,
        Band::Committed => 4,
    }
}

impl Tokens {
    /// The colour of a kind's text, shape and marker.
    #[must_use]
    pub const fn kind(&self, kind: Kind) -> Color32 {
        match kind_shape(kind) {
            KindShape::Circle => self.k_ann,
            KindShape::Hexagon => self.k_val,
            KindShape::Square => self.k_com,
            KindShape::Diamond => self.k_pro,
            KindShape::Ring => self.text_3,
        }
    }

    /// The tint of a kind.
    #[must_use]
    pub const fn kind_bg(&self, kind: Kind) -> Color32 {
        match kind_shape(kind) {
            KindShape::Circle => self.k_ann_bg,
            KindShape::Hexagon => self.k_val_bg,
            KindShape::Square => self.k_com_bg,
            KindShape::Diamond => self.k_pro_bg,
            KindShape::Ring => self.sunken,
        }
    }

    /// What lies over the ground of days on which nothing is published.
    #[must_use]
    pub fn blackout_ground(&self) -> Color32 {
        self.s_warn_bg.gamma_multiply(0.6)
    }

    /// The strokes on those days, by which they are told from others without that colour.
    #[must_use]
    pub fn blackout_hatch(&self) -> Color32 {
        self.s_warn_line.gamma_multiply(0.35)
    }

    /// The colours of a tone.
    #[must_use]
    pub const fn tone(&self, tone: Tone) -> ToneColors {
        let (text, bg, line, fill, edge) = match tone {
            Tone::Error => (self.s_err, self.s_err_bg, self.s_err_line, self.s_err_fill, self.s_err_edge),
            Tone::Warning => (self.s_warn, self.s_warn_bg, self.s_warn_line, self.s_warn_fill, self.s_warn_edge),
            Tone::Hint => (self.text_2, self.hover, self.line_strong, self.text_3, self.line),
            Tone::Accepted => (self.s_acc, self.s_acc_bg, self.s_acc_line, self.s_acc_fill, self.s_acc_edge),
            Tone::Ok => (self.s_ok, self.s_ok_bg, self.s_ok_line, self.s_ok_fill, self.s_ok_edge),
        };
        ToneColors { text, bg, line, fill, edge }
    }

    /// Text and tint of a band's chip.
    #[must_use]
    pub const fn band(&self, band: Band) -> (Color32, Color32) {
        match band {
            Band::Strangers => (self.b_1, self.b_1_bg),
            Band::Introduced => (self.b_2, self.b_2_bg),
            Band::Trusted => (self.b_3, self.b_3_bg),
            Band::Committed => (self.b_4, self.b_4_bg),
        }
    }
}

/// How far something lies above the canvas.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lift {
    /// A card at rest.
    Card,
    /// A card under the pointer or in the hand.
    Raised,
    /// A menu or the preview bar.
    Pop,
    /// A dialog.
    Modal,
}

/// The shadow of something that lies above the canvas.
#[must_use]
pub fn shadow(theme: Theme, lift: Lift) -> Shadow {
    let (down, blur, light, dark) = match lift {
        Lift::Card => (1, 3, 26, 90),
        Lift::Raised => (6, 18, 46, 128),
        // A line of text that floats is less than 30 points high, and a blur as wide as that turns the mesh of its shadow inside out.
        Lift::Pop => (10, 22, 51, 140),
        Lift::Modal => (18, 56, 77, 166),
    };
    let color = match theme {
        Theme::Light => Color32::from_rgba_unmultiplied(0x2B, 0x24, 0x16, light),
        Theme::Dark => Color32::from_black_alpha(dark),
    };
    Shadow { offset: [0, down], blur, spread: 0, color }
}

/// What lies between a dialog and the window: the scrim with its share of opacity.
#[must_use]
pub fn backdrop(theme: Theme) -> Color32 {
    let share = if theme == Theme::Light { 0.38 } else { 0.60 };
    tokens(theme).scrim.gamma_multiply(share)
}

/// What egui's own widgets look like in a theme.
#[must_use]
pub fn style(theme: Theme) -> Style {
    let t = tokens(theme);
    let mut style = Style { animation_time: HOVER / 1000.0, visuals: visuals(theme), ..Style::default() };
    style.text_styles = [
        (TextStyle::Small, fonts::META),
        (TextStyle::Body, fonts::BODY),
        (TextStyle::Button, fonts::BODY_M),
        (TextStyle::Monospace, fonts::BODY),
        (TextStyle::Heading, fonts::DIALOG),
    ]
    .into_iter()
    .map(|(name, face)| (name, face.id()))
    .collect();

    let spacing = &mut style.spacing;
    spacing.item_spacing = Vec2::new(space::L, space::S);
    spacing.button_padding = Vec2::new(10.0, 5.0);
    spacing.interact_size = Vec2::new(HIT, FIELD);
    spacing.window_margin = Margin::same(20);
    spacing.menu_margin = Margin::same(6);
    spacing.icon_width = 16.0;
    spacing.icon_spacing = space::M;
    spacing.tooltip_width = 280.0;
    spacing.scroll = ScrollStyle { bar_width: 6.0, ..ScrollStyle::floating() };

    // Text is selectable where it is worth copying; everywhere else dragging moves things.
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.5;
    style.visuals.weak_text_color = Some(t.text_3);
    style
}

fn visuals(theme: Theme) -> Visuals {
    let t = tokens(theme);
    let mut visuals = if theme == Theme::Dark { Visuals::dark() } else { Visuals::light() };
    visuals.override_text_color = None;
    visuals.hyperlink_color = t.accent;
    visuals.warn_fg_color = t.s_warn;
    visuals.error_fg_color = t.s_err;
    visuals.panel_fill = t.panel;
    visuals.window_fill = t.card;
    visuals.window_stroke = Stroke::new(EDGE, t.line);
    visuals.window_corner_radius = CornerRadius::same(R5);
    visuals.menu_corner_radius = CornerRadius::same(R4);
    visuals.window_shadow = shadow(theme, Lift::Modal);
    visuals.popup_shadow = shadow(theme, Lift::Pop);
    visuals.faint_bg_color = t.hover;
    visuals.extreme_bg_color = t.sunken;
    visuals.text_edit_bg_color = Some(t.card);
    visuals.code_bg_color = t.sunken;
    visuals.selection = Selection { bg_fill: t.accent_bg, stroke: Stroke::new(EDGE, t.accent) };
    visuals.text_cursor.stroke = Stroke::new(1.5, t.accent);
    visuals.disabled_alpha = 0.45;

    let widgets = &mut visuals.widgets;
    for (state, fill, line) in [
        (&mut widgets.noninteractive, t.panel, t.line_subtle),
        (&mut widgets.inactive, t.card, t.line),
        (&mut widgets.hovered, t.hover, t.line),
        (&mut widgets.active, t.active, t.line_strong),
        (&mut widgets.open, t.active, t.line),
    ] {
        *state = WidgetVisuals {
            bg_fill: fill,
            weak_bg_fill: fill,
            bg_stroke: Stroke::new(EDGE, line),
            fg_stroke: Stroke::new(EDGE, t.text),
            corner_radius: CornerRadius::same(R2),
            expansion: 0.0,
        };
    }
    visuals
}

/// Gives a context our fonts, both themes and texts that read from right to left, and takes Ctrl with plus, minus and 0 from egui: they zoom the time axis.
pub fn install(ctx: &Context) {
    ctx.set_fonts(fonts::definitions());
    ctx.set_style_of(Theme::Light, style(Theme::Light));
    ctx.set_style_of(Theme::Dark, style(Theme::Dark));
    ctx.options_mut(|options| {
        // Light unless the system asks for dark; a system that says nothing gets light, too.
        options.theme_preference = ThemePreference::System;
        options.fallback_theme = Theme::Light;
        options.zoom_with_keyboard = false;
    });
    crate::ui::direction::install(ctx);
    crate::ui::kit::behind::install(ctx);
    crate::ui::kit::press::install(ctx);
    crate::ui::kit::rests::install(ctx);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn eight_creators_have_eight_colours() {
        let colors: std::collections::BTreeSet<_> = (0..8).map(|place| avatar(place).to_array()).collect();
        assert_eq!(colors.len(), 8);
        assert_eq!(avatar(8), avatar(0));
    }

    #[test]
    fn zoom_keys_are_ours() {
        let ctx = Context::default();
        install(&ctx);
        assert!(!ctx.options(|options| options.zoom_with_keyboard));
        assert_eq!(ctx.style_of(Theme::Dark).visuals.panel_fill, DARK.panel);
    }

    #[test]
    fn the_shadow_below_a_line_of_text_is_not_turned_inside_out() {
        // The lowest thing that floats, and what a mesh of arcs needs beyond the blur.
        let (line, room) = (26, 4);
        for theme in [Theme::Light, Theme::Dark] {
            assert!(shadow(theme, Lift::Pop).blur + room <= line);
        }
    }
}
