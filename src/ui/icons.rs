//! The icons we use, by what they mean. Code points are those of the Phosphor fonts in `assets/fonts`.
//!
//! Regular for actions, Bold for carets and small glyphs, Fill for severities and kinds.

use egui::{Align2, Color32, FontId, Painter, Pos2};

use crate::model::{AudienceValue, Kind, Platform};

use super::fonts::IconFace;
use super::theme::Tone;

/// A glyph and the font that has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Icon {
    glyph: char,
    face: IconFace,
}

const fn icon(glyph: char, face: IconFace) -> Icon {
    Icon { glyph, face }
}

impl Icon {
    /// The character, for texts that mix icons and words.
    #[must_use]
    pub const fn glyph(self) -> char {
        self.glyph
    }

    /// The font that has it.
    #[must_use]
    pub const fn face(self) -> IconFace {
        self.face
    }

    /// The same icon in another weight.
    #[must_use]
    pub const fn with(self, face: IconFace) -> Self {
        Self { face, ..self }
    }

    /// Font and size, for layout jobs.
    #[must_use]
    pub fn id(self, size: f32) -> FontId {
        FontId::new(size, self.face.family())
    }

    /// Draws the icon around `center`; `size` is the side of its square, in points.
    pub fn paint(self, painter: &Painter, center: Pos2, size: f32, color: Color32) {
        let galley = painter.layout_no_wrap(self.glyph.to_string(), self.id(size), color);
        // The square of the glyph is as wide as the font's em and sits in the middle of the row.
        let rect = Align2::CENTER_CENTER.anchor_size(center, galley.size());
        painter.galley(rect.min, galley, color);
    }
}

/// Kinds of moments: megaphone simple.
pub const KIND_ANNOUNCEMENT: Icon = icon('\u{E642}', IconFace::Fill);
/// Kinds of moments: heart.
pub const KIND_VALUES: Icon = icon('\u{E2A8}', IconFace::Fill);
/// Kinds of moments: users three.
pub const KIND_COMMUNITY: Icon = icon('\u{E68E}', IconFace::Fill);
/// Kinds of moments: tag.
pub const KIND_PRODUCT: Icon = icon('\u{E478}', IconFace::Fill);
/// Kinds of moments: flag.
pub const KIND_ORIGIN: Icon = icon('\u{E244}', IconFace::Fill);
/// Kinds of moments: book open.
pub const KIND_STORY: Icon = icon('\u{E0E6}', IconFace::Fill);
/// Kinds of moments: chat circle dots.
pub const KIND_ENGAGE: Icon = icon('\u{E16C}', IconFace::Fill);
/// Kinds of moments: ticket.
pub const KIND_EVENT: Icon = icon('\u{E490}', IconFace::Fill);
/// Kinds of moments: chart line up.
pub const KIND_IMPACT: Icon = icon('\u{E156}', IconFace::Fill);
/// Kinds of moments: sparkle.
pub const KIND_TEASER: Icon = icon('\u{E6A2}', IconFace::Fill);
/// Kinds of moments: leaf.
pub const KIND_ORGANIC: Icon = icon('\u{E2DA}', IconFace::Fill);
/// Kinds of moments: bandaids.
pub const KIND_REPAIR: Icon = icon('\u{E0B2}', IconFace::Fill);
/// Kinds of moments: percent.
pub const KIND_OFFER: Icon = icon('\u{E3B6}', IconFace::Fill);

/// Severities and silence: warning octagon.
pub const ERROR: Icon = icon('\u{E4E4}', IconFace::Fill);
/// Severities and silence: warning.
pub const WARNING: Icon = icon('\u{E4E0}', IconFace::Fill);
/// Severities and silence: info.
pub const HINT: Icon = icon('\u{E2CE}', IconFace::Fill);
/// Severities and silence: shield check.
pub const ACCEPTED: Icon = icon('\u{E40C}', IconFace::Fill);
/// Severities and silence: check circle.
pub const OK: Icon = icon('\u{E184}', IconFace::Fill);
/// Severities and silence: moon.
pub const QUIET: Icon = icon('\u{E330}', IconFace::Fill);

/// Platforms: instagram logo.
pub const INSTAGRAM: Icon = icon('\u{E2D0}', IconFace::Regular);
/// Platforms: tiktok logo.
pub const TIKTOK: Icon = icon('\u{EAF2}', IconFace::Regular);
/// Platforms: youtube logo.
pub const YOUTUBE: Icon = icon('\u{E4FC}', IconFace::Regular);
/// Platforms: microphone.
pub const PODCAST: Icon = icon('\u{E326}', IconFace::Regular);
/// Platforms: twitch logo.
pub const TWITCH: Icon = icon('\u{E5CE}', IconFace::Regular);
/// Platforms: x logo.
pub const X_TWITTER: Icon = icon('\u{E4BC}', IconFace::Regular);
/// Platforms: facebook logo.
pub const FACEBOOK: Icon = icon('\u{E226}', IconFace::Regular);
/// Platforms: pinterest logo.
pub const PINTEREST: Icon = icon('\u{E64E}', IconFace::Regular);
/// Platforms: linkedin logo.
pub const LINKEDIN: Icon = icon('\u{E2EE}', IconFace::Regular);
/// Platforms: envelope simple.
pub const NEWSLETTER: Icon = icon('\u{E218}', IconFace::Regular);
/// Platforms: map pin.
pub const IN_PERSON: Icon = icon('\u{E316}', IconFace::Regular);
/// Platforms: newspaper.
pub const PRESS: Icon = icon('\u{E344}', IconFace::Regular);
/// Platforms: globe.
pub const OTHER_PLATFORM: Icon = icon('\u{E288}', IconFace::Regular);

/// What the audience gets: smiley.
pub const ENTERTAIN: Icon = icon('\u{E436}', IconFace::Regular);
/// What the audience gets: sparkle.
pub const INSPIRE: Icon = icon('\u{E6A2}', IconFace::Regular);
/// What the audience gets: chat circle dots.
pub const ENGAGE: Icon = icon('\u{E16C}', IconFace::Regular);
/// What the audience gets: graduation cap.
pub const EDUCATE: Icon = icon('\u{E62C}', IconFace::Regular);

/// Bars and menus: list.
pub const MENU: Icon = icon('\u{E2F0}', IconFace::Regular);
/// Bars and menus: arrow u up left.
pub const UNDO: Icon = icon('\u{E08A}', IconFace::Regular);
/// Bars and menus: arrow u up right.
pub const REDO: Icon = icon('\u{E08C}', IconFace::Regular);
/// Bars and menus: export.
pub const SHARE: Icon = icon('\u{EAF0}', IconFace::Regular);
/// Bars and menus: magnifying glass.
pub const SEARCH: Icon = icon('\u{E30C}', IconFace::Regular);
/// Actions: funnel, simple.
pub const FILTER: Icon = icon('\u{E268}', IconFace::Regular);
/// Actions: bookmark, simple.
pub const PRESET: Icon = icon('\u{E0EA}', IconFace::Regular);
/// Bars and menus: floppy disk.
pub const SAVE: Icon = icon('\u{E248}', IconFace::Regular);
/// Bars and menus: file plus.
pub const NEW_FILE: Icon = icon('\u{E236}', IconFace::Regular);
/// Bars and menus: folder open.
pub const OPEN_FILE: Icon = icon('\u{E256}', IconFace::Regular);
/// Bars and menus: copy.
pub const DUPLICATE: Icon = icon('\u{E1CA}', IconFace::Regular);
/// Bars and menus: scissors.
pub const CUT: Icon = icon('\u{EAE0}', IconFace::Regular);
/// Bars and menus: clipboard.
pub const PASTE: Icon = icon('\u{E196}', IconFace::Regular);
/// Bars and menus: trash.
pub const DELETE: Icon = icon('\u{E4A6}', IconFace::Regular);
/// Bars and menus: pencil simple.
pub const EDIT: Icon = icon('\u{E3B4}', IconFace::Regular);
/// Bars and menus: dots three.
pub const MORE: Icon = icon('\u{E1FE}', IconFace::Regular);
/// Bars and menus: sidebar simple.
pub const SIDEBAR: Icon = icon('\u{EC24}', IconFace::Regular);
/// Bars and menus: command.
pub const COMMAND: Icon = icon('\u{E1C4}', IconFace::Regular);

/// Views: kanban.
pub const BOARD: Icon = icon('\u{EB54}', IconFace::Regular);
/// The start page: keys.
pub const KEYBOARD: Icon = icon('\u{E2D8}', IconFace::Regular);
/// The start page: colours that are light.
pub const SUN: Icon = icon('\u{E472}', IconFace::Regular);
/// The start page: arcs to start from.
pub const STACK: Icon = icon('\u{E466}', IconFace::Regular);
/// The start page: opens somewhere else.
pub const OUTSIDE: Icon = icon('\u{E5DE}', IconFace::Regular);
/// Views: calendar blank.
pub const CALENDAR: Icon = icon('\u{E10A}', IconFace::Regular);
/// The table: table.
pub const TABLE: Icon = icon('\u{E476}', IconFace::Regular);
/// Views: presentation.
pub const PRESENT: Icon = icon('\u{E654}', IconFace::Regular);
/// Views: arrows out simple.
pub const FIT: Icon = icon('\u{E0A6}', IconFace::Regular);

/// Cards and fields: lock simple.
pub const LOCK: Icon = icon('\u{E308}', IconFace::Regular);
/// Cards and fields: eye.
pub const EYE: Icon = icon('\u{E220}', IconFace::Regular);
/// Cards and fields: prohibit.
pub const PROHIBIT: Icon = icon('\u{E3DE}', IconFace::Regular);
/// What was there before, drafts and versions: clock counter clockwise.
pub const HISTORY: Icon = icon('\u{E1A0}', IconFace::Regular);
/// Cards and fields: clock.
pub const CLOCK: Icon = icon('\u{E19A}', IconFace::Regular);
/// Cards and fields: user.
pub const USER: Icon = icon('\u{E4C2}', IconFace::Regular);
/// Cards and fields: lightbulb.
pub const IDEA: Icon = icon('\u{E2DC}', IconFace::Regular);
/// Cards and fields: storefront.
pub const BRAND: Icon = icon('\u{E470}', IconFace::Regular);
/// Cards and fields: circle.
pub const CIRCLE: Icon = icon('\u{E18A}', IconFace::Regular);
/// Cards and fields: circle dashed.
pub const CIRCLE_DASHED: Icon = icon('\u{E602}', IconFace::Regular);
/// Cards and fields: circle half.
pub const CIRCLE_HALF: Icon = icon('\u{E18C}', IconFace::Regular);
/// Cards and fields: record.
pub const CIRCLE_DOT: Icon = icon('\u{E3EE}', IconFace::Regular);
/// Cards and fields: hash.
pub const NUMBER: Icon = icon('\u{E2A2}', IconFace::Regular);

/// Directions: arrow right.
pub const ARROW_RIGHT: Icon = icon('\u{E06C}', IconFace::Regular);
/// Two things side by side: arrows left right.
pub const SIDE_BY_SIDE: Icon = icon('\u{E0A0}', IconFace::Regular);
/// Directions: arrow left.
pub const ARROW_LEFT: Icon = icon('\u{E058}', IconFace::Regular);
/// Directions: arrow line down.
pub const TO_BOTTOM: Icon = icon('\u{E05C}', IconFace::Regular);

/// Small glyphs: caret down.
pub const CARET_DOWN: Icon = icon('\u{E136}', IconFace::Bold);
/// Small glyphs: caret up.
pub const CARET_UP: Icon = icon('\u{E13C}', IconFace::Bold);
/// Small glyphs: caret right.
pub const CARET_RIGHT: Icon = icon('\u{E13A}', IconFace::Bold);
/// Small glyphs: caret left.
pub const CARET_LEFT: Icon = icon('\u{E138}', IconFace::Bold);
/// Small glyphs: check.
pub const CHECK: Icon = icon('\u{E182}', IconFace::Bold);
/// Cards and fields: plus.
pub const PLUS: Icon = icon('\u{E3D4}', IconFace::Regular);
/// Cards and fields: minus.
pub const MINUS: Icon = icon('\u{E32A}', IconFace::Regular);
/// Bars and menus: x.
pub const CLOSE: Icon = icon('\u{E4F6}', IconFace::Regular);

/// The table, its order: lines that grow.
pub const SORT: Icon = icon('\u{E444}', IconFace::Regular);
/// The table, its groups: rows.
pub const ROWS: Icon = icon('\u{E5A2}', IconFace::Regular);
/// The table, its columns: columns.
pub const COLUMNS: Icon = icon('\u{E546}', IconFace::Regular);
/// The table, its kinds: shapes.
pub const SHAPES: Icon = icon('\u{EC5E}', IconFace::Regular);
/// The table, what both sides share: handshake.
pub const HANDSHAKE: Icon = icon('\u{E582}', IconFace::Regular);
/// The tray of ideas: tray.
pub const TRAY: Icon = icon('\u{E4AA}', IconFace::Regular);
/// Directions: arrow up.
pub const ARROW_UP: Icon = icon('\u{E08E}', IconFace::Regular);
/// Directions: arrow down.
pub const ARROW_DOWN: Icon = icon('\u{E03E}', IconFace::Regular);

/// What a sidebar folds to, and grips: dots in two columns.
pub const GRIP: Icon = icon('\u{EAE2}', IconFace::Bold);
/// The brief: a target.
pub const TARGET: Icon = icon('\u{E47C}', IconFace::Regular);
/// Creators: several people.
pub const USERS: Icon = icon('\u{E4D6}', IconFace::Regular);
/// Adds a creator: a person and a plus.
pub const USER_PLUS: Icon = icon('\u{E4D0}', IconFace::Regular);
/// Dark colours.
pub const MOON: Icon = icon('\u{E330}', IconFace::Regular);
/// Colours of the system.
pub const MONITOR: Icon = icon('\u{E32E}', IconFace::Regular);
/// Help.
pub const QUESTION: Icon = icon('\u{E3E8}', IconFace::Regular);
/// The rules.
pub const BOOK: Icon = icon('\u{E0E6}', IconFace::Regular);
/// The start page.
pub const HOUSE: Icon = icon('\u{E2C2}', IconFace::Regular);
/// The size of everything.
pub const TEXT_SIZE: Icon = icon('\u{E6EE}', IconFace::Regular);
/// Findings in a menu: a triangle in lines.
pub const WARNING_LINE: Icon = icon('\u{E4E0}', IconFace::Regular);

/// Files: PDF.
pub const FILE_PDF: Icon = icon('\u{E702}', IconFace::Regular);
/// Files: slides.
pub const FILE_PPT: Icon = icon('\u{EB20}', IconFace::Regular);
/// Files: web page.
pub const FILE_HTML: Icon = icon('\u{EB38}', IconFace::Regular);
/// Files: workbook.
pub const FILE_XLS: Icon = icon('\u{EB22}', IconFace::Regular);
/// Files: table.
pub const FILE_CSV: Icon = icon('\u{EB1C}', IconFace::Regular);
/// Files: dates.
pub const FILE_ICS: Icon = icon('\u{E714}', IconFace::Regular);
/// Files: picture in pixels.
pub const FILE_PNG: Icon = icon('\u{EB18}', IconFace::Regular);
/// Files: picture in shapes.
pub const FILE_SVG: Icon = icon('\u{ED08}', IconFace::Regular);
/// Files: text with marks.
pub const FILE_MD: Icon = icon('\u{ED50}', IconFace::Regular);
/// Not seen.
pub const EYE_SLASH: Icon = icon('\u{E224}', IconFace::Regular);
/// Notes.
pub const NOTE: Icon = icon('\u{E348}', IconFace::Regular);
/// The client.
pub const BRIEFCASE: Icon = icon('\u{E0EE}', IconFace::Regular);
/// How this user wants things to be.
pub const GEAR: Icon = icon('\u{E270}', IconFace::Regular);
/// Money.
pub const MONEY: Icon = icon('\u{E554}', IconFace::Regular);
/// Pictures.
pub const PICTURE: Icon = icon('\u{E2CA}', IconFace::Regular);
/// Things: image broken.
pub const PICTURE_BROKEN: Icon = icon('\u{E7A8}', IconFace::Regular);
/// Colours of a brand.
pub const PALETTE: Icon = icon('\u{E6C8}', IconFace::Regular);
/// Links and proof.
pub const LINK: Icon = icon('\u{E2E2}', IconFace::Regular);
/// Approval of a moment: seal check.
pub const APPROVAL: Icon = icon('\u{E606}', IconFace::Regular);

/// The icon of a kind.
#[must_use]
pub const fn kind(kind: Kind) -> Icon {
    match kind {
        Kind::Announcement => KIND_ANNOUNCEMENT,
        Kind::Values => KIND_VALUES,
        Kind::Community => KIND_COMMUNITY,
        Kind::Product => KIND_PRODUCT,
        Kind::Origin => KIND_ORIGIN,
        Kind::Story => KIND_STORY,
        Kind::Engage => KIND_ENGAGE,
        Kind::Event => KIND_EVENT,
        Kind::Impact => KIND_IMPACT,
        Kind::Teaser => KIND_TEASER,
        Kind::Organic => KIND_ORGANIC,
        Kind::Repair => KIND_REPAIR,
        Kind::Offer => KIND_OFFER,
    }
}

/// The icon of a tone.
#[must_use]
pub const fn tone(tone: Tone) -> Icon {
    match tone {
        Tone::Error => ERROR,
        Tone::Warning => WARNING,
        Tone::Hint => HINT,
        Tone::Accepted => ACCEPTED,
        Tone::Ok => OK,
    }
}

/// The icon of a platform.
#[must_use]
pub const fn platform(platform: Platform) -> Icon {
    match platform {
        Platform::Instagram => INSTAGRAM,
        Platform::TikTok => TIKTOK,
        Platform::YouTube => YOUTUBE,
        Platform::Podcast => PODCAST,
        Platform::Twitch => TWITCH,
        Platform::X => X_TWITTER,
        Platform::Facebook => FACEBOOK,
        Platform::Pinterest => PINTEREST,
        Platform::LinkedIn => LINKEDIN,
        Platform::Newsletter => NEWSLETTER,
        Platform::Irl => IN_PERSON,
        Platform::Press => PRESS,
        Platform::Other => OTHER_PLATFORM,
    }
}

/// The icon of what the audience gets.
#[must_use]
pub const fn audience_value(value: AudienceValue) -> Icon {
    match value {
        AudienceValue::Entertain => ENTERTAIN,
        AudienceValue::Inspire => INSPIRE,
        AudienceValue::Engage => ENGAGE,
        AudienceValue::Educate => EDUCATE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::fonts;

    const ALL: &[Icon] = &[
        KIND_ANNOUNCEMENT,
        KIND_VALUES,
        KIND_COMMUNITY,
        KIND_PRODUCT,
        KIND_ORIGIN,
        KIND_STORY,
        KIND_ENGAGE,
        KIND_EVENT,
        KIND_IMPACT,
        KIND_TEASER,
        KIND_ORGANIC,
        KIND_REPAIR,
        KIND_OFFER,
        ERROR,
        WARNING,
        HINT,
        ACCEPTED,
        OK,
        QUIET,
        INSTAGRAM,
        TIKTOK,
        YOUTUBE,
        PODCAST,
        TWITCH,
        X_TWITTER,
        FACEBOOK,
        PINTEREST,
        LINKEDIN,
        NEWSLETTER,
        IN_PERSON,
        PRESS,
        OTHER_PLATFORM,
        ENTERTAIN,
        INSPIRE,
        ENGAGE,
        EDUCATE,
        MENU,
        UNDO,
        REDO,
        SHARE,
        SEARCH,
        SAVE,
        NEW_FILE,
        OPEN_FILE,
        DUPLICATE,
        DELETE,
        EDIT,
        MORE,
        SIDEBAR,
        COMMAND,
        KEYBOARD,
        SUN,
        STACK,
        OUTSIDE,
        BOARD,
        CALENDAR,
        TABLE,
        PRESENT,
        FIT,
        LOCK,
        EYE,
        PROHIBIT,
        HISTORY,
        CLOCK,
        HISTORY,
        USER,
        IDEA,
        BRAND,
        CIRCLE,
        CIRCLE_DASHED,
        CIRCLE_HALF,
        CIRCLE_DOT,
        NUMBER,
        ARROW_RIGHT,
        SIDE_BY_SIDE,
        ARROW_LEFT,
        TO_BOTTOM,
        CARET_DOWN,
        CARET_UP,
        CARET_RIGHT,
        CARET_LEFT,
        CHECK,
        PLUS,
        MINUS,
        CLOSE,
        GRIP,
        TARGET,
        USERS,
        USER_PLUS,
        SUN,
        MOON,
        MONITOR,
        KEYBOARD,
        QUESTION,
        BOOK,
        HOUSE,
        TEXT_SIZE,
        CUT,
        PASTE,
        WARNING_LINE,
        FILE_PDF,
        FILE_PPT,
        FILE_HTML,
        FILE_XLS,
        FILE_CSV,
        FILE_ICS,
        FILE_PNG,
        FILE_SVG,
        FILE_MD,
        EYE_SLASH,
        NOTE,
        BRIEFCASE,
        GEAR,
        MONEY,
        PICTURE,
        PALETTE,
        LINK,
        APPROVAL,
        SORT,
        ROWS,
        COLUMNS,
        SHAPES,
        HANDSHAKE,
        TRAY,
        ARROW_UP,
        ARROW_DOWN,
    ];

    #[test]
    fn the_shipped_font_has_every_icon_in_every_weight() {
        let definitions = fonts::definitions();
        for face in [IconFace::Regular, IconFace::Bold, IconFace::Fill] {
            let mut only = egui::FontDefinitions::empty();
            // Without the fallback: an icon must not come from another weight.
            let name = definitions.families[&face.family()][0].clone();
            only.font_data.insert(name.clone(), definitions.font_data[&name].clone());
            only.families.insert(face.family(), vec![name]);
            let mut fonts = egui::epaint::text::Fonts::new(egui::epaint::TextOptions::default(), only);
            for icon in ALL {
                let icon = icon.with(face);
                assert!(fonts.has_glyph(&icon.id(16.0), icon.glyph()), "{icon:?}");
            }
        }
    }

    #[test]
    fn kinds_and_platforms_have_icons_of_their_own() {
        let kinds: std::collections::BTreeSet<char> = Kind::ALL.iter().map(|k| kind(*k).glyph()).collect();
        assert_eq!(kinds.len(), Kind::ALL.len());
        let platforms: std::collections::BTreeSet<char> = Platform::ALL.iter().map(|p| platform(*p).glyph()).collect();
        assert_eq!(platforms.len(), Platform::ALL.len());
    }
}
