//! A moment on its day: with a picture, without one, or in a line. A title takes as many lines as its card has room for. What stands inside is laid out once and then only moved.

use std::sync::Arc;

use egui::{CornerRadius, Galley, Painter, Rect, Stroke, StrokeKind, TextureHandle, pos2, vec2};

use super::frame::Frame;
use super::layout::{AROUND_PICTURE, LEAST_PICTURE, LINE, LINES, MOST_LINES, Size, TITLE};
use crate::model::{Moment, MomentId};
use crate::ui::board::title_shown;
use crate::ui::insides::{self, tenths};
use crate::ui::kit::{marks, paint};
pub(super) use crate::ui::look::Look;
use crate::ui::picture::{self, Fit};
use crate::ui::theme::{EDGE, Lift, R1, R2, R3, Tokens, Tone, shadow};
use crate::ui::{fonts, look};
use crate::words::calendar_view as say;

/// Less room than this for a line, and it does without the name.
const NAMED: f32 = 150.0;
/// Less room than this inside, and a card does without any words.
const WORDS: f32 = 40.0;
/// From the sides of a card to what stands in it, and of one less wide than that.
const INSET: f32 = 8.0;
const NARROW: f32 = 110.0;
const NARROW_INSET: f32 = 6.0;
/// The room of a mark in the line of the name, with what is before it.
const MARK: f32 = 17.0;

/// What the inside of a card rests on besides the moment: whose it is, its size, how large it is in tenths of a point, and whether it
/// says how far it is.
type Rest = (Arc<str>, Size, [u32; 2], bool);

/// The insides of cards, kept from frame to frame.
pub(super) type Insides = insides::Insides<MomentId, look::Inside<Rest>>;

/// Draws a card.
pub(super) fn card(
    frame: &Frame<'_>,
    painter: &Painter,
    insides: &mut Insides,
    rect: Rect,
    size: Size,
    (moment, who): (&Arc<Moment>, &Arc<str>),
    look: Look,
) {
    let t = frame.t;
    let radius = CornerRadius::same(radius(size));
    let edge = look.edge(t);
    let fill = match look.tone {
        Some(Tone::Error) => t.s_err_bg,
        _ if moment.is_published() => t.panel,
        _ => t.card,
    };
    if look.lifted || look.hovered {
        painter.add(shadow(frame.theme, Lift::Raised).as_shape(rect, radius));
    } else if !moment.is_published() && size != Size::Row {
        painter.add(shadow(frame.theme, Lift::Card).as_shape(rect, radius));
    }
    painter.rect(rect, radius, fill, Stroke::new(EDGE, edge), StrokeKind::Inside);
    let picture = moment.image.filter(|_| size == Size::Full).and_then(|id| frame.cx.pictures.get(id));
    let shown = (Arc::clone(who), size, tenths(rect), frame.cx.campaign.says_status(moment));
    let key = look::Inside::of(moment, look.tone, picture, frame.theme, shown);
    let inside = Inside { frame, painter, rect, moment, who, tone: look.tone };
    insides.draw(painter, moment.id, key, rect.min, || match size {
        Size::Row => inside.row(),
        Size::Medium | Size::Full => inside.large(size == Size::Full, picture),
    });
}

/// Into how many lines a title breaks on a card of that width.
pub(super) fn lines(painter: &Painter, moment: &Moment, width: f32, t: &Tokens) -> usize {
    title(painter, moment, width - 2.0 * inset(width), MOST_LINES, t).rows.len()
}

/// A title on at most so many lines. It is laid out as where most have room, which is what [`lines`] asks for, too: words are laid out
/// once for both.
fn title(painter: &Painter, moment: &Moment, width: f32, rows: usize, t: &Tokens) -> Arc<Galley> {
    let within = |rows| paint::lines_within(painter, fonts::BODY_M, &title_shown(moment), t.text, width, rows);
    let whole = within(MOST_LINES);
    if whole.rows.len() <= rows { whole } else { within(rows) }
}

/// What is drawn around a card: over its neighbours, which may be nearer than a ring.
pub(super) fn rings(frame: &Frame<'_>, painter: &Painter, rect: Rect, size: Size, look: Look) {
    look.rings(painter, rect, radius(size), if size == Size::Row { 2.0 } else { 4.0 }, frame.t);
}

/// From the sides of a card of that width to what stands in it.
fn inset(width: f32) -> f32 {
    if width < NARROW { NARROW_INSET } else { INSET }
}

fn radius(size: Size) -> u8 {
    if size == Size::Row { R2 } else { R3 }
}

/// What stands inside of a card.
struct Inside<'a> {
    frame: &'a Frame<'a>,
    painter: &'a Painter,
    rect: Rect,
    moment: &'a Moment,
    who: &'a str,
    tone: Option<Tone>,
}

impl Inside<'_> {
    /// Shape, whose it is, mark; two lines of title; the picture.
    fn large(&self, has_room: bool, picture: Option<&TextureHandle>) {
        let t = self.frame.t;
        let inner = self.rect.shrink2(vec2(inset(self.rect.width()), 0.0));
        let y = self.rect.top() + 15.0;
        if inner.width() < WORDS {
            // Not even a word of the title has room: the shape says what it is, and the mark below what is found.
            let middle = inner.center().x;
            marks::kind(self.painter, pos2(middle, y), 16.0, self.moment.kind, t);
            self.mark(middle + 6.5, y + 20.0, 13.0);
            return;
        }
        marks::kind(self.painter, pos2(inner.left() + 8.0, y), 16.0, self.moment.kind, t);
        let left = inner.left() + 21.0;
        let name = paint::line(self.painter, fonts::META_B, self.who, t.kind(self.moment.kind));
        // A name that needs the whole line leaves the sign of how far it is to the line below; what the checker says of it stays
        // where it is in any case.
        let has_sign = self.tone.is_none() && self.frame.cx.campaign.says_status(self.moment);
        let is_below = has_sign && left + name.size().x > inner.right() - MARK;
        let mark_y = if is_below { self.rect.top() + TITLE + LINE / 2.0 } else { y };
        let mark = self.mark(inner.right(), mark_y, 13.0);
        let mut end = if is_below { inner.right() } else { mark - 4.0 };
        // How far it may move and when it comes stand beside the name where there is room for all of it.
        let window = self.moment.window.as_ref().filter(|_| !self.moment.is_published());
        let notes = [
            window.and_then(|window| say::window_short(window.before, window.after)),
            self.moment.time.map(|time| time.to_string()),
        ];
        for note in notes.into_iter().flatten() {
            let note = paint::line(self.painter, fonts::META, &note, t.text_3);
            if left + name.size().x + 8.0 + note.size().x <= end {
                end -= note.size().x;
                self.painter.galley(pos2(end, y - note.size().y / 2.0), note, t.text_3);
                end -= 6.0;
            }
        }
        let name = paint::line_within(self.painter, fonts::META_B, self.who, t.kind(self.moment.kind), (end - left).max(12.0));
        self.painter.galley(pos2(left, y - name.size().y / 2.0), name, t.kind(self.moment.kind));
        let has_room = has_room && self.moment.image.is_some();
        let least = if has_room { LEAST_PICTURE + AROUND_PICTURE } else { 0.0 };
        let rows = ((self.rect.height() - TITLE - 2.0 - least) / LINE + 0.01).floor().max(0.0) as usize;
        let rows = rows.clamp(LINES, MOST_LINES);
        let width = if is_below { mark - 4.0 - inner.left() } else { inner.width() };
        let title = title(self.painter, self.moment, width, rows, t);
        let lines = title.rows.len().max(LINES) as f32;
        self.painter.galley(pos2(inner.left(), self.rect.top() + TITLE), title, t.text);
        if !has_room {
            return;
        }
        let top = self.rect.top() + TITLE + lines * LINE + 1.0;
        let place = Rect::from_min_max(pos2(inner.left(), top), pos2(inner.right(), self.rect.bottom() - 7.0));
        match picture {
            Some(picture) => picture::textured(self.painter, place, picture, Fit::Fill, CornerRadius::same(R1)),
            None => drop(self.painter.rect_filled(place, CornerRadius::same(R1), t.kind_bg(self.moment.kind))),
        }
    }

    /// Shape, whose it is where there is room, title, mark.
    fn row(&self) {
        let t = self.frame.t;
        let y = self.rect.center().y;
        marks::kind(self.painter, pos2(self.rect.left() + 12.0, y), 14.0, self.moment.kind, t);
        let end = self.mark(self.rect.right() - 5.0, y, 12.0) - 4.0;
        let mut x = self.rect.left() + 23.0;
        if self.rect.width() >= NAMED {
            let room = (end - x) * 0.45;
            let name = paint::line_within(self.painter, fonts::META_B, self.who, t.kind(self.moment.kind), room);
            let width = name.size().x;
            self.painter.galley(pos2(x, y - name.size().y / 2.0), name, t.kind(self.moment.kind));
            x += width + 5.0;
        }
        let title = paint::line_within(self.painter, fonts::META_M, &title_shown(self.moment), t.text, (end - x).max(8.0));
        self.painter.galley(pos2(x, y - title.size().y / 2.0), title, t.text);
    }

    /// The worst finding at a right edge, else how far it is; returns where it begins.
    fn mark(&self, right: f32, y: f32, size: f32) -> f32 {
        let center = pos2(right - size / 2.0, y);
        if let Some(tone) = self.tone {
            marks::tone(self.painter, center, size + 1.0, tone, self.frame.t);
        } else if self.frame.cx.campaign.says_status(self.moment) {
            marks::status(self.painter, center, size - 1.0, self.moment.status, self.frame.t);
        } else {
            return right;
        }
        right - size
    }
}
