//! People on pages: the circle with their letters, and the signs of where they publish and what they give.

use super::super::encode::{behind, left_to_right};
use super::super::plan::LaneView;
use super::super::scene::{Align, Form, Icon, Item, Point, Rect, Rgb, Shape, Style, TextRole, Weight};
use super::Build;
use crate::model::{AudienceValue, LaneKind, Platform};
use crate::words::deck as say;

/// The colours of avatars, as in the window; white on each of them can be read.
const AVATARS: [Rgb; 8] = [
    Rgb(0x64, 0x78, 0x59),
    Rgb(0x9C, 0x65, 0x46),
    Rgb(0x4F, 0x6E, 0x8C),
    Rgb(0x7C, 0x63, 0x90),
    Rgb(0x8A, 0x6A, 0x2F),
    Rgb(0x3F, 0x7A, 0x78),
    Rgb(0x9A, 0x55, 0x66),
    Rgb(0x5D, 0x64, 0x70),
];
/// The colour of lanes that are nobody's.
const NOBODY: Rgb = Rgb(0x5D, 0x64, 0x70);
const ON_AVATAR: Rgb = Rgb(0xFF, 0xFF, 0xFF);

impl Build<'_> {
    /// The circle of a creator, or the square of another lane, with its letters.
    pub(super) fn avatar(&mut self, lane: &LaneView, place: Rect) -> Vec<Item> {
        let is_creator = lane.kind == LaneKind::Creator;
        let color = if is_creator { AVATARS.get(lane.place % AVATARS.len()).copied().unwrap_or(NOBODY) } else { NOBODY };
        let form = if is_creator { Form::Ellipse(place) } else { Form::Rect(place, place.width() * 0.22) };
        let size = place.width() * 0.38;
        let style = Style { tracking: 0.0, ..self.style(size, size * 1.3, Weight::Semibold, ON_AVATAR) };
        let laid = self.set.lines(&lane.initials, style, place.width() - 2.0, 1, Align::Center);
        let text = Item::text(Point::new(place.x0 + 1.0, place.center().y - laid.height / 2.0), laid, TextRole::Running);
        let circle = Item::Shape(Shape { form, fill: Some(color), stroke: None });
        // The letters are the name once more: they are not read aloud.
        let role = super::super::scene::Role::Decoration;
        vec![Item::Group(super::super::scene::Group { role, items: vec![circle, text] })]
    }
}

/// Who somebody is, in sentences: name, handle, what they do, followers, where the relationship stands.
pub(super) fn introduced(lane: &LaneView) -> String {
    let mut parts = lane.about.iter();
    let mut about = Vec::new();
    let first = parts.next();
    match first {
        Some(handle) if handle.starts_with('@') => about.push(say::named(&lane.name, handle)),
        _ => {
            about.push(lane.name.clone());
            about.extend(first.cloned());
        }
    }
    about.extend(parts.cloned());
    about.extend(lane.badge.clone());
    let mut text = String::new();
    for part in about {
        // A number behind Arabic words would be read with them.
        let part = behind(&text, &sentence(&part));
        text.push_str(if text.is_empty() { "" } else { " " });
        text.push_str(&part);
    }
    left_to_right(&text).into_owned()
}

/// A text with a full stop, unless it ends like a sentence already.
pub(super) fn sentence(text: &str) -> String {
    let text = text.trim();
    let quoted = text.trim_end_matches(['”', '’', '»', '"', ')']);
    if quoted.ends_with(['.', '?', '!', '…', '。', '！', '？', '؟', '।']) { text.to_owned() } else { say::sentence(text) }
}

/// The sign of a platform.
pub(super) const fn platform(platform: Platform) -> Icon {
    let sign = match platform {
        Platform::Instagram => '\u{E2D0}',
        Platform::TikTok => '\u{EAF2}',
        Platform::YouTube => '\u{E4FC}',
        Platform::Podcast => '\u{E326}',
        Platform::Twitch => '\u{E5CE}',
        Platform::X => '\u{E4BC}',
        Platform::Facebook => '\u{E226}',
        Platform::Pinterest => '\u{E64E}',
        Platform::LinkedIn => '\u{E2EE}',
        Platform::Newsletter => '\u{E218}',
        Platform::Irl => '\u{E316}',
        Platform::Press => '\u{E344}',
        Platform::Other => '\u{E288}',
    };
    Icon { sign, filled: false }
}

/// The sign of what the audience gets.
pub(super) const fn gift(gives: AudienceValue) -> Icon {
    let sign = match gives {
        AudienceValue::Entertain => '\u{E436}',
        AudienceValue::Inspire => '\u{E6A2}',
        AudienceValue::Engage => '\u{E16C}',
        AudienceValue::Educate => '\u{E62C}',
    };
    Icon { sign, filled: false }
}

/// A tick, an arrow, and a seal: what is yours, what is asked, what always holds.
pub(super) const YOURS: Icon = Icon { sign: '\u{E182}', filled: false };
/// What is asked of somebody.
pub(super) const ASKED: Icon = Icon { sign: '\u{E06C}', filled: false };
/// What always holds.
pub(super) const ALWAYS: Icon = Icon { sign: '\u{E184}', filled: false };
