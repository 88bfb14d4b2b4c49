//! What stands in a cell, drawn. Colour is never alone: kinds have their shape and word, statuses their glyph, findings their icon.

use egui::{Align2, Color32, CornerRadius, Painter, Rect, Stroke, StrokeKind, pos2, vec2};

use super::cells::{self, Ground};
use super::column::Column;
use super::data::Row;
use crate::check::Finding;
use crate::model::direction::alone;
use crate::model::{AudienceValue, Cta, initials};
use crate::ui::findings::data::tone as tone_of;
use crate::ui::fonts::{self, Face};
use crate::ui::icons;
use crate::ui::kit::{self, marks, paint};
use crate::ui::theme::{EDGE, Tokens, Tone};
use crate::ui::view::Counts;
use crate::words::table_view as say;

/// Between the edge of a cell and what stands in it, in points.
pub(super) const INSET: f32 = 9.0;
/// From place to place of what the audience gets, in points.
const VALUE: f32 = 22.0;
/// From bar to bar of an ask, in points.
const BAR: f32 = 9.0;

/// What cells are drawn with.
pub(super) struct Paint<'a> {
    pub(super) ground: &'a Ground<'a>,
    pub(super) painter: &'a Painter,
    pub(super) t: &'static Tokens,
}

/// What is found about a cell: its tint.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) tone: Option<Tone>,
}

impl Paint<'_> {
    /// A text from the left end of a cell on; whether all of it is seen.
    fn text(&self, rect: Rect, x: f32, face: Face, text: &str, color: Color32) -> bool {
        if text.is_empty() {
            return true;
        }
        let galley = paint::line_within(self.painter, face, text, color, (rect.right() - INSET + 2.0 - x).max(4.0));
        let whole = !galley.elided;
        self.painter.galley(pos2(x, rect.center().y - galley.size().y / 2.0), galley, color);
        whole
    }

    /// A cell. Returns whether all of what stands in it is seen.
    pub(super) fn cell(&self, rect: Rect, row: Row<'_>, column: Column, look: Look) -> bool {
        let t = self.t;
        let m = row.moment;
        if let Some(tone) = look.tone {
            let colors = t.tone(tone);
            self.painter.rect(rect, CornerRadius::ZERO, colors.bg, Stroke::new(EDGE, colors.line), StrokeKind::Inside);
        }
        let (left, middle) = (rect.left() + INSET, rect.center().y);
        let plain = |color| self.text(rect, left, fonts::BODY, &cells::shown(self.ground, row, column), color);
        match column {
            Column::Title => {
                let is_out = m.is_published();
                let room = if is_out { rect.with_max_x(rect.right() - 16.0) } else { rect };
                let whole = self.text(room, left, fonts::BODY_M, &alone(&m.title), t.text);
                if is_out {
                    icons::LOCK.paint(self.painter, pos2(rect.right() - 14.0, middle), 12.0, t.text_3);
                }
                whole
            }
            // What is out does not move any more.
            Column::Date => self.date(rect, row, if m.is_published() { t.text_3 } else { t.text }),
            Column::Creator => self.creator(rect, row),
            Column::Kind => {
                marks::kind(self.painter, pos2(left + 8.0, middle), 16.0, m.kind, t);
                let word = cells::shown(self.ground, row, column);
                self.text(rect, left + 22.0, fonts::BODY_M, &word, t.kind(m.kind))
            }
            Column::Channel => {
                let icon = m.platform.map(icons::platform);
                if let Some(icon) = icon {
                    icon.paint(self.painter, pos2(left + 7.0, middle), 14.0, t.text_2);
                }
                let word = match (m.platform, m.format) {
                    (Some(_), Some(format)) => crate::words::names::choice(format.key()).to_owned(),
                    _ => cells::shown(self.ground, row, column),
                };
                self.text(rect, left + if icon.is_some() { 19.0 } else { 0.0 }, fonts::BODY, &word, t.text_2)
            }
            Column::Gives => {
                self.values(rect, &m.audience_value, look);
                true
            }
            Column::SharedValue
                if look.tone.is_some() && m.shared_value.as_deref().is_none_or(|value| value.trim().is_empty()) =>
            {
                let color = look.tone.map_or(t.text, |tone| t.tone(tone).text);
                self.text(rect, left, fonts::BODY_M, say::none_yet(), color)
            }
            Column::Ask => self.ask(rect, m.cta),
            Column::Status => {
                if self.ground.campaign.says_status(m) {
                    marks::status(self.painter, pos2(left + 6.0, middle), 12.0, m.status, t);
                }
                self.text(rect, left + 18.0, fonts::BODY, self.ground.campaign.status_name(m), t.text)
            }
            Column::Owner => self.owner(rect, m.owner.as_deref()),
            Column::Fee | Column::Length => {
                let text = cells::shown(self.ground, row, column);
                let galley = paint::line_within(self.painter, fonts::BODY, &text, t.text, rect.width() - 2.0 * INSET + 4.0);
                let at = pos2(rect.right() - INSET, middle);
                let whole = !galley.elided;
                let place = Align2::RIGHT_CENTER.anchor_size(at, galley.size());
                self.painter.galley(place.min, galley, t.text);
                whole
            }
            Column::Check => true,
            Column::Time | Column::SharedValue | Column::Product => plain(t.text),
            _ => plain(t.text_2),
        }
    }

    /// A day, without its weekday where there is no room for that and the year: the year is what tells it from the others.
    fn date(&self, rect: Rect, row: Row<'_>, color: Color32) -> bool {
        let text = cells::shown(self.ground, row, Column::Date);
        let short = cells::when_short(self.ground, row.moment.when).filter(|_| {
            let whole = paint::line(self.painter, fonts::BODY, &text, color).size().x;
            whole > rect.width() - 2.0 * INSET + 2.0
        });
        self.text(rect, rect.left() + INSET, fonts::BODY, short.as_deref().unwrap_or(&text), color)
    }

    /// What an input method has on the way, underlined as everywhere.
    pub(super) fn composed(&self, rect: Rect, text: &str) {
        let t = self.t;
        self.painter.rect_filled(rect, CornerRadius::ZERO, t.card);
        let galley = paint::line_within(self.painter, fonts::BODY, text, t.text, rect.width() - 2.0 * INSET);
        let place = Align2::LEFT_CENTER.anchor_size(pos2(rect.left() + INSET, rect.center().y), galley.size());
        self.painter.galley(place.min, galley, t.text);
        self.painter.hline(place.x_range(), place.bottom(), Stroke::new(EDGE, t.text));
    }

    fn creator(&self, rect: Rect, row: Row<'_>) -> bool {
        let t = self.t;
        let (left, middle) = (rect.left() + INSET, rect.center().y);
        let campaign = self.ground.campaign;
        let who = cells::who(self.ground, row);
        match row.lane.map(|lane| lane.creator) {
            Some(Some(id)) => {
                let at = campaign.creators.iter().position(|creator| creator.id == id).unwrap_or_default();
                let name = campaign.creators.get(at).map_or(who, |creator| creator.name.as_str());
                marks::avatar(self.painter, pos2(left + 9.0, middle), 18.0, at, name);
            }
            Some(None) => icons::BRAND.paint(self.painter, pos2(left + 9.0, middle), 15.0, t.text_2),
            None => icons::IDEA.paint(self.painter, pos2(left + 9.0, middle), 15.0, t.text_3),
        }
        self.text(rect, left + 24.0, fonts::BODY, who, if row.lane.is_some() { t.text } else { t.text_3 })
    }

    /// The four things an audience can get, each in its place: a dot where it does not.
    fn values(&self, rect: Rect, given: &[AudienceValue], look: Look) {
        let t = self.t;
        for (at, value) in AudienceValue::ALL.iter().enumerate() {
            let center = pos2(rect.left() + INSET + VALUE * (at as f32 + 0.5) - 2.0, rect.center().y);
            if given.contains(value) {
                let place = Rect::from_center_size(center, vec2(20.0, 18.0));
                self.painter.rect_filled(place, CornerRadius::same(5), t.accent_bg);
                icons::audience_value(*value).paint(self.painter, center, 14.0, t.accent);
            } else {
                let color = look.tone.map_or(t.line_strong, |tone| t.tone(tone).text);
                self.painter.circle_filled(center, 1.5, color);
            }
        }
    }

    /// How hard it asks, as bars and in a word.
    fn ask(&self, rect: Rect, cta: Option<Cta>) -> bool {
        let t = self.t;
        let Some(cta) = cta else { return true };
        let left = rect.left() + INSET;
        // The scale of the inspector: one bar for each thing that can be chosen.
        let place = Cta::ALL.iter().position(|other| *other == cta);
        let from = pos2(left, rect.center().y);
        kit::strength_bars(self.painter, from, (BAR, vec2(BAR - 2.0, 8.0)), Cta::ALL.len(), (place, false), t);
        let color = if cta == Cta::None { t.text_2 } else { t.text };
        self.text(rect, left + Cta::ALL.len() as f32 * BAR + 4.0, fonts::BODY, cells::ask_word(cta), color)
    }

    /// Who looks after it: the initials, and the name where it has room.
    fn owner(&self, rect: Rect, owner: Option<&str>) -> bool {
        let t = self.t;
        let Some(owner) = owner.filter(|owner| !owner.trim().is_empty()) else { return true };
        let center = pos2(rect.left() + INSET + 9.0, rect.center().y);
        self.painter.circle_filled(center, 9.0, t.active);
        let face = Face { size: 8.0, line: 18.0, weight: fonts::Weight::Semibold };
        let galley = paint::line(self.painter, face, &initials(owner), t.text_2);
        self.painter.galley(center - galley.size() / 2.0, galley, t.text_2);
        rect.width() > 90.0 && self.text(rect, rect.left() + INSET + 24.0, fonts::BODY, owner, t.text_2)
    }

    /// What is found about a moment: the worst of it with its icon, and how many ask for attention.
    pub(super) fn check(&self, rect: Rect, found: &[&Finding]) {
        let Some(worst) = found.iter().map(|finding| tone_of(finding)).min() else { return };
        let center = pos2(rect.left() + INSET + 7.0, rect.center().y);
        marks::tone(self.painter, center, 14.0, worst, self.t);
        let open = Counts::of(found.iter().copied()).open();
        if open > 0 {
            self.text(rect, center.x + 12.0, fonts::BODY_M, &open.to_string(), self.t.text);
        }
    }

    /// A box to tick, in the middle of its place.
    pub(super) fn tick(&self, rect: Rect, on: bool, some: bool, hovered: bool) {
        let t = self.t;
        let place = Rect::from_center_size(rect.center(), vec2(16.0, 16.0));
        let fill = match (on || some, hovered) {
            (true, _) => t.accent,
            (false, true) => t.hover,
            (false, false) => t.card,
        };
        let edge = Stroke::new(1.5, if on || some { Color32::TRANSPARENT } else { t.line_strong });
        self.painter.rect(place, CornerRadius::same(4), fill, edge, StrokeKind::Inside);
        if on {
            icons::CHECK.paint(self.painter, place.center(), 12.0, t.on_accent);
        } else if some {
            self.painter.hline(place.center().x - 4.0..=place.center().x + 4.0, place.center().y, Stroke::new(2.0, t.on_accent));
        }
    }
}
