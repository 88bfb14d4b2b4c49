//! XML as slides need it: whole numbers, escaped texts, frames, and parts with gaps to fill in.

use std::fmt::{self, Display, Write};

use super::super::encode::Svg;
use super::super::scene::Rect;

/// The first line of a part.
pub(super) const HEADER: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
/// The names of the three vocabularies of a slide.
pub(super) const NAMES: &str = "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" \
    xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\"";

/// The farthest place in points; beyond it numbers of slide editors overflow.
const FAR: f64 = 100_000.0;

/// Points in the unit of slides, of which 12 700 make a point. What is no number is 0, so that none gets into a file.
pub(super) fn emu(points: f64) -> i64 {
    if points.is_finite() { (points.clamp(-FAR, FAR) * 12_700.0).round() as i64 } else { 0 }
}

/// A number in hundredths, as sizes of letters are counted, within bounds.
pub(super) fn hundredths(points: f64, least: i64, most: i64) -> i64 {
    if points.is_finite() { ((points * 100.0).round() as i64).clamp(least, most) } else { least.max(0) }
}

/// Turns in the unit of slides, of which 60 000 make a degree.
pub(super) fn angle(turns: f64) -> i64 {
    if turns.is_finite() { (turns.clamp(-1.0, 1.0) * 21_600_000.0).round() as i64 } else { 0 }
}

/// A part of a whole in thousandths of a per cent.
pub(super) fn share(part: f64, whole: f64) -> i64 {
    let share = part / whole;
    if share.is_finite() { (share.clamp(-10.0, 10.0) * 100_000.0).round() as i64 } else { 0 }
}

/// Text inside XML 1.0, as content or in a quoted attribute, on one line. Characters that XML cannot carry are dropped.
#[derive(Clone, Copy, Debug)]
pub(super) struct Xml<'a>(pub(super) &'a str);

impl Xml<'_> {
    /// Whether nothing in it is escaped or left out. Nearly all texts are plain, and there are a hundred thousand in a large deck: one
    /// look at their bytes, one copy. The last three begin the characters that are left out, and a few others.
    fn is_plain(self) -> bool {
        let may_be_odd = |b: u8| b < b' ' || matches!(b, b'&' | b'<' | b'>' | b'"' | b'\'' | 0x7F | 0xC2 | 0xE2 | 0xEF);
        !self.0.bytes().any(may_be_odd)
    }
}

impl Display for Xml<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_plain() {
            return f.write_str(self.0);
        }
        // A direction that somebody forced is left out: a run of a slide ends where its script does, and editors go on with such
        // a direction to the end of the line, over what is ours. What a mark only keeps apart stays.
        let odd = |c: char| c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}' | '\u{202A}'..='\u{202E}');
        if !self.0.contains(odd) {
            return Svg(self.0).fmt(f);
        }
        let plain = self.0.chars().map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c });
        let plain: String = plain.filter(|c| !odd(*c)).collect();
        Svg(&plain).fmt(f)
    }
}

/// What stands in a part.
///
/// A large deck is a million of these, one after the other at the end of one long text. Formatted as values to be displayed they
/// took as long as packing them does.
pub(super) trait Put {
    /// Puts it at the end of the text.
    fn put(&self, out: &mut String);

    /// As a text of its own.
    fn made(&self) -> String {
        let mut out = String::new();
        self.put(&mut out);
        out
    }
}

impl Put for &str {
    fn put(&self, out: &mut String) {
        out.push_str(self);
    }
}

impl Put for String {
    fn put(&self, out: &mut String) {
        out.push_str(self);
    }
}

impl Put for i64 {
    fn put(&self, out: &mut String) {
        let (mut digits, mut at, mut left) = ([0_u8; 20], 20, self.unsigned_abs());
        loop {
            at -= 1;
            if let Some(digit) = digits.get_mut(at) {
                *digit = b'0' + (left % 10) as u8;
            }
            left /= 10;
            if left == 0 {
                break;
            }
        }
        if *self < 0 {
            out.push('-');
        }
        out.extend(digits.iter().skip(at).map(|digit| char::from(*digit)));
    }
}

impl Put for usize {
    fn put(&self, out: &mut String) {
        i64::try_from(*self).unwrap_or(i64::MAX).put(out);
    }
}

impl Put for Xml<'_> {
    fn put(&self, out: &mut String) {
        if self.is_plain() {
            out.push_str(self.0);
        } else {
            let _ = write!(out, "{self}");
        }
    }
}

/// Puts parts at the end of a text.
macro_rules! put {
    ($out:expr, $($part:expr),+ $(,)?) => {{ $( $crate::share::pptx::xml::Put::put(&$part, $out); )+ }};
}
pub(super) use put;

/// A rectangle in the unit of slides; its sides are never negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    pub(super) x: i64,
    pub(super) y: i64,
    pub(super) w: i64,
    pub(super) h: i64,
}

impl Frame {
    pub(super) fn of(rect: Rect) -> Self {
        let (x0, x1) = (emu(rect.x0), emu(rect.x1));
        let (y0, y1) = (emu(rect.y0), emu(rect.y1));
        Self { x: x0.min(x1), y: y0.min(y1), w: (x1 - x0).abs(), h: (y1 - y0).abs() }
    }

    /// The smallest frame around both.
    pub(super) fn and(self, other: Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        let right = (self.x + self.w).max(other.x + other.w);
        let bottom = (self.y + self.h).max(other.y + other.h);
        Self { x, y, w: right - x, h: bottom - y }
    }

    /// The place of something on a slide.
    pub(super) const fn place(self) -> Place {
        Place(self)
    }
}

impl Put for Frame {
    /// The place without its element, for those that add to it.
    fn put(&self, out: &mut String) {
        let Self { x, y, w, h } = *self;
        put!(out, "<a:off x=\"", x, "\" y=\"", y, "\"/><a:ext cx=\"", w, "\" cy=\"", h, "\"/>");
    }
}

/// The place of something on a slide, as an element.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place(Frame);

impl Put for Place {
    fn put(&self, out: &mut String) {
        put!(out, "<a:xfrm>", self.0, "</a:xfrm>");
    }
}

/// A part of the template with its gaps filled in, without the blanks at the beginning of its lines.
///
/// It is gone through once: what is filled in is never looked at again, whatever it says.
pub(super) fn filled(template: &str, gaps: &[(&str, &str)]) -> String {
    let mut out = String::with_capacity(template.len() + 256);
    let (head, body) = template.split_once('\n').unwrap_or(("", template));
    out.push_str(head);
    out.push('\n');
    for line in body.lines().map(str::trim) {
        let mut rest = line;
        while let Some((before, after)) = rest.split_once("[[") {
            out.push_str(before);
            let (name, tail) = after.split_once("]]").unwrap_or((after, ""));
            let text = gaps.iter().find(|(gap, _)| *gap == name).map_or("", |(_, text)| *text);
            let _ = out.write_str(text);
            rest = tail;
        }
        out.push_str(rest);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_whole_and_never_strange() {
        assert_eq!([1.0, -0.5, f64::NAN, f64::INFINITY].map(emu), [12_700, -6_350, 0, 0]);
        assert_eq!(emu(1e300), 1_270_000_000);
        assert_eq!(hundredths(10.5, 100, 400_000), 1_050);
        assert_eq!([0, 7, -120, i64::MAX, i64::MIN].map(|n| n.made()), [0, 7, -120, i64::MAX, i64::MIN].map(|n| n.to_string()));
        assert_eq!(share(1.0, 0.0), 0);
        assert_eq!(Frame::of(Rect::new(2.0, 1.0, 1.0, 3.0)), Frame { x: 12_700, y: 12_700, w: 12_700, h: 25_400 });
    }

    #[test]
    fn what_is_filled_in_fills_nothing_in() {
        let template = "<?xml?>\n<a>\n  <b c=\"[[one]]\"/>[[two]]\n</a>\n";
        let made = filled(template, &[("one", "[[two]]"), ("two", "2")]);
        assert_eq!(made, "<?xml?>\n<a><b c=\"[[two]]\"/>2</a>");
    }

    #[test]
    fn a_text_is_escaped_and_holds_nothing_that_xml_forbids() {
        assert_eq!(Xml("a\u{0}<b>\u{B}&\n\"c\"\u{FFFF}").to_string(), "a&lt;b&gt;&amp; &quot;c&quot;");
    }
}
