//! What stands on a card, part by part, in each of its sizes.

use std::borrow::Cow;

use egui::{Color32, CornerRadius, Painter, Pos2, Rect, Stroke, TextureHandle, vec2};

use super::frame::{Frame, when_brief, when_text};
use crate::analysis::packing::Size;
use crate::model::Moment;
use crate::model::direction::alone;
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::kit::{marks, paint};
use crate::ui::picture::{self, Fit};
use crate::ui::theme::{R1, R3, Tone};
use crate::words::{board as say, names};

/// The room of the title on a card of size S, in points.
const SMALL: f32 = 96.0;
/// Lines of the title on a card of the middle size, and the room beside them, in points.
const MEDIUM: usize = 2;
const BESIDE: f32 = 16.0;
/// The room of the title on a card of size L, in points.
const LARGE: f32 = 208.0;

/// The title of a card, or what stands in its place.
#[must_use]
pub fn title_of(moment: &Moment) -> &str {
    let title = moment.title.trim();
    if title.is_empty() { crate::words::steps::untitled() } else { title }
}

/// The same as it is painted, where it stands by itself.
#[must_use]
pub fn title_shown(moment: &Moment) -> Cow<'_, str> {
    alone(title_of(moment))
}

/// Whether a card of that size has no room for its whole title.
pub(super) fn is_elided(painter: &Painter, size: Size, moment: &Moment) -> bool {
    let (face, room, rows) = match size {
        Size::L => (fonts::CARD_TITLE, LARGE, 1),
        Size::Slim | Size::M => (fonts::CARD_TITLE, size.width() as f32 - BESIDE, MEDIUM),
        Size::S | Size::Xs => (fonts::META_B, SMALL, 1),
    };
    paint::lines_within(painter, face, &title_shown(moment), Color32::PLACEHOLDER, room, rows).elided
}

/// A card to be laid out at a place.
pub(super) struct Content<'a> {
    pub(super) frame: &'a Frame<'a>,
    pub(super) painter: &'a Painter,
    pub(super) at: Pos2,
    pub(super) moment: &'a Moment,
    pub(super) tone: Option<Tone>,
    pub(super) picture: Option<&'a TextureHandle>,
    /// The picture cannot be shown, and never will be.
    pub(super) broken: bool,
    /// What stands in the place of the status on a card that is not there yet: "was 7 Sep", "new". Its date is the news.
    pub(super) ghost: Option<&'a str>,
    /// What belongs on the card where nothing is written yet.
    pub(super) prompt: Option<&'a str>,
}

impl Content<'_> {
    /// The inside of a card of that size; a marker has none.
    pub(super) fn of_size(&self, size: Size) {
        match size {
            Size::Xs => {}
            Size::S => self.small(),
            Size::Slim => self.medium(Size::Slim.width() as f32, 40.0),
            Size::M => self.medium(Size::M.width() as f32, 57.0),
            Size::L => self.large(),
        }
    }

    fn p(&self, x: f32, y: f32) -> Pos2 {
        self.at + vec2(x, y)
    }

    fn text(&self, x: f32, y: f32, face: fonts::Face, text: &str, color: Color32) -> f32 {
        paint::text_at(self.painter, self.at.x + x, self.at.y + y, face, text, color) - self.at.x
    }

    fn within(&self, x: f32, y: f32, face: fonts::Face, text: &str, color: Color32, room: f32) -> f32 {
        let galley = paint::line_within(self.painter, face, text, color, room.max(8.0));
        let size = galley.size();
        self.painter.galley(self.p(x, y - size.y / 2.0), galley, color);
        x + size.x
    }

    /// 112 by 44: the title has the whole first line, because a few letters more are what tells cards apart; shape, date
    /// and badge share the second.
    pub(super) fn small(&self) {
        let t = self.frame.t;
        self.within(8.0, 14.0, fonts::META_B, &self.title(), t.text, SMALL);
        marks::kind(self.painter, self.p(15.0, 31.0), 14.0, self.moment.kind, t);
        let badge = self.badge(112.0, 31.0, 14.0);
        let (face, color) = self.date_look();
        let x = self.within(26.0, 31.0, face, &self.when_brief(), color, badge - 28.0);
        if let Some(words) = self.ghost {
            // Half a date says nothing: where the old one has no room, the arrow and the card's name tell it.
            let words = paint::line(self.painter, fonts::META, words, t.text_2);
            if words.size().x <= badge - x - 8.0 {
                self.painter.galley(self.p(x + 6.0, 31.0 - words.size().y / 2.0), words, t.text_2);
            }
            return;
        }
        self.values(x + 4.0, badge - if badge < 104.0 { 3.0 } else { 0.0 }, 31.0);
    }

    /// 156 by 104, part by part as the design has it; a slim one is less wide, and so is its picture.
    pub(super) fn medium(&self, width: f32, picture: f32) {
        let t = self.frame.t;
        self.head(width, 16.0);
        let title = paint::lines_within(self.painter, fonts::CARD_TITLE, &self.title(), t.text, width - BESIDE, MEDIUM);
        self.painter.galley(self.p(8.0, 29.0), title, t.text);
        let thumb = Rect::from_min_size(self.p(8.0, 65.0), vec2(picture, 32.0));
        let (beside, end) = (picture + 16.0, width - 8.0);
        if let Some(picture) = self.picture {
            picture::textured(self.painter, thumb, picture, Fit::Fill, CornerRadius::same(R1));
        } else if self.broken {
            picture::broken(self.painter, thumb, CornerRadius::same(R1), t);
        } else if self.moment.image.is_some() {
            self.painter.rect_filled(thumb, CornerRadius::same(R1), t.kind_bg(self.moment.kind));
        } else {
            if let Some(text) = self.text_of() {
                self.within(8.0, 73.0, fonts::META, &text, t.text_3, width - BESIDE);
            }
            let x = self.date(8.0, 89.0, &self.when_brief()) + 10.0;
            self.status(x.max(68.0), 89.0, end);
            return;
        }
        self.date(beside, 73.0, &self.when_brief());
        self.status(beside, 89.0, end);
    }

    /// 224 by 190: a large picture on top.
    pub(super) fn large(&self) {
        let t = self.frame.t;
        let top = Rect::from_min_size(self.p(1.0, 1.0), vec2(222.0, 125.0));
        let round = CornerRadius { nw: R3 - 1, ne: R3 - 1, sw: 0, se: 0 };
        if let Some(picture) = self.picture {
            picture::textured(self.painter, top, picture, Fit::Fill, round);
        } else if self.broken {
            picture::broken(self.painter, top, round, t);
        } else {
            self.painter.rect_filled(top, round, t.kind_bg(self.moment.kind));
            if let Some(text) = self.text_of() {
                let color = if self.prompt.is_some() { t.text_3 } else { t.text_2 };
                let text = paint::lines_within(self.painter, fonts::UI, &text, color, 196.0, 4);
                self.painter.galley(top.center() - text.size() / 2.0, text, color);
            } else {
                marks::kind(self.painter, top.center(), 40.0, self.moment.kind, t);
            }
        }
        self.head(224.0, 140.0);
        self.within(8.0, 158.0, fonts::CARD_TITLE, &self.title(), t.text, LARGE);
        let x = self.date(8.0, 176.0, &when_text(self.frame.cx.campaign, self.frame.cx.years(), self.moment.when));
        self.status(x + 12.0, 176.0, 216.0);
    }

    fn title(&self) -> Cow<'_, str> {
        title_shown(self.moment)
    }

    /// The first words of the text as a quotation; before there are any, what belongs there.
    fn text_of(&self) -> Option<Cow<'_, str>> {
        let hook = self.moment.hook.as_deref().unwrap_or_default().trim_matches(['“', '”', '"']);
        if hook.trim().is_empty() { self.prompt.map(Cow::Borrowed) } else { Some(Cow::Owned(crate::words::quoted(hook))) }
    }

    /// Kind, what the audience gets, badge.
    fn head(&self, width: f32, y: f32) {
        let t = self.frame.t;
        let kind = self.moment.kind;
        marks::kind(self.painter, self.p(17.0, y), 18.0, kind, t);
        let end = self.text(31.0, y, fonts::META_B, say::kind_on_card(kind.key()), t.kind(kind));
        let badge = self.badge(width, y, 16.0);
        self.values(end + 6.0, badge - 4.0, y);
    }

    /// The badge at the right edge: the worst finding, else a lock; returns where it begins.
    fn badge(&self, width: f32, y: f32, size: f32) -> f32 {
        let center = width - 8.0 - size / 2.0;
        if let Some(tone) = self.tone {
            marks::tone(self.painter, self.p(center, y), size, tone, self.frame.t);
        } else if self.moment.is_published() {
            icons::LOCK.paint(self.painter, self.p(center, y), size - 2.0, self.frame.t.text_3);
        } else {
            return width - 8.0;
        }
        width - 8.0 - size
    }

    /// What the audience gets, right-aligned between two places; an ask that gives nothing says so.
    fn values(&self, from: f32, to: f32, y: f32) {
        const STEP: f32 = 12.0;
        let t = self.frame.t;
        let values = &self.moment.audience_value;
        if values.is_empty() {
            if self.moment.is_ask() && to - from >= 18.0 {
                let pill = Rect::from_center_size(self.p(to - 9.0, y), vec2(18.0, 13.0));
                self.painter.rect_filled(pill, CornerRadius::same(6), t.s_warn_bg);
                self.painter.hline(pill.center().x - 3.5..=pill.center().x + 3.5, pill.center().y, Stroke::new(1.5, t.s_warn));
            }
            return;
        }
        let room = ((to - from) / STEP).floor().max(0.0) as usize;
        let mut x = to - STEP / 2.0;
        for value in values.iter().take(room).rev() {
            icons::audience_value(*value).paint(self.painter, self.p(x, y), 11.5, t.text_3);
            x -= STEP;
        }
    }

    /// Its day with as much of the year as there is room for on any but the largest cards.
    fn when_brief(&self) -> String {
        when_brief(self.frame.cx.campaign, self.frame.cx.years(), self.moment.when)
    }

    fn date(&self, x: f32, y: f32, when: &str) -> f32 {
        let t = self.frame.t;
        let mut x = x;
        if let Some(platform) = self.moment.platform {
            icons::platform(platform).paint(self.painter, self.p(x + 6.5, y), 13.0, t.text_3);
            x += 17.0;
        }
        let (face, color) = self.date_look();
        self.text(x, y, face, when, color)
    }

    fn date_look(&self) -> (fonts::Face, Color32) {
        if self.ghost.is_some() { (fonts::META_B, self.frame.t.accent) } else { (fonts::META, self.frame.t.text_2) }
    }

    fn status(&self, x: f32, y: f32, end: f32) {
        let t = self.frame.t;
        if let Some(words) = self.ghost {
            self.within(x, y, fonts::META, words, t.text_2, end - x);
            return;
        }
        let campaign = self.frame.cx.campaign;
        if !campaign.says_status(self.moment) {
            self.within(x, y, fonts::META, names::status_not_shared_on_card(), t.text_3, end - x);
            return;
        }
        let word = names::status_on_card(self.moment.status.key());
        marks::status(self.painter, self.p(x + 6.0, y), 12.0, self.moment.status, t);
        self.within(x + 17.0, y, fonts::META, word, t.text_2, end - x - 17.0);
    }
}
