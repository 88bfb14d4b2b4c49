//! Texts: paragraphs and runs that a slide editor breaks into lines itself.
//!
//! Lines are never broken by us: a text box holds whole paragraphs, is a little wider than what was measured, and grows
//! when somebody types. Only what a page shows of a text is in its box; the rest is in the box of the next page.

use std::ops::Range;

use super::super::scene::{Align, Face, Laid, Rect, Size, Style, Text, TextRole, Weight};
use super::theme::Theme;
use super::xml::{Frame, Put, Xml, hundredths, put};
use crate::model::direction::reads_from_right;

/// How high a line of Inter is by itself, in parts of its size.
const OWN_LINE: f64 = 1.21;
/// How much wider another machine may set a line: bold instead of semibold, and a font that stands in.
const WIDER: f64 = 1.06;
/// How much wider a font that stands in may set a line at most: of those that computers have, few are wider than Inter at all.
const WIDEST: f64 = 1.22;
/// The most that texts of several lines are wider than their column, in points.
const GAP: f64 = 4.0;
/// How much higher the place of a title is than its lines, in parts of them.
const HAIR: f64 = 0.08;
/// A line that is no longer than this is a label.
const LABEL: f64 = 100.0;

/// What a run has already from the place it stands in; it says only what differs, so that a change there changes it, too.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Inherited {
    pub(super) style: Style,
    pub(super) align: Align,
}

/// How texts are written at one place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Writing<'a> {
    pub(super) theme: &'a Theme,
    /// The language of the deck.
    pub(super) language: &'a str,
    /// What the place gives; text boxes and cells give nothing.
    pub(super) inherited: Option<Inherited>,
    /// The element of a link, or nothing.
    pub(super) link: &'a str,
    /// Whether lines keep their height whatever stands in them. A table would push what is below it off the slide.
    pub(super) exact: bool,
    /// The number of the slide, where the text ends with it.
    pub(super) number: Option<&'a str>,
}

/// Whether a text should stay on its one line whatever font it is set in: labels and dates, which have just the room that they
/// need. Broken, their end would stand on what is below. (Slide editors know boxes that never break a line, too; some of them
/// put the text into the middle of such a box.)
fn is_label(laid: &Laid) -> bool {
    let ink = laid.ink_width();
    let has_just_its_room = ink * WIDEST > laid.width;
    let is_snug = laid.width - ink < 1.0;
    laid.lines.len() == 1 && has_just_its_room && (ink <= LABEL || is_snug) && !laid.shown().contains('\n')
}

/// The frame of a text's box: as measured, with room for a machine that sets lines wider.
pub(super) fn frame(text: &Text, page: Size) -> Frame {
    let laid = &text.laid;
    let is_tight = is_label(laid) || text.role == TextRole::Running;
    let wider = if is_tight { WIDEST } else { WIDER };
    let mut more = (laid.ink_width() * wider + 2.0 - laid.width).max(0.0);
    if laid.lines.len() > 1 {
        // A word without an end takes all the room that there is, up to the text in the next column.
        more = more.min(GAP);
    }
    let rtl = laid.lines.first().is_some_and(|line| line.rtl);
    let (left, right) = match (laid.align, rtl) {
        (Align::Center, _) => (more / 2.0, more / 2.0),
        (Align::Left, _) | (Align::Start, false) | (Align::End, true) => (0.0, more),
        (Align::Start, true) | (Align::End, false) => (more, 0.0),
    };
    // The room ends at the edge of the slide, unless the text itself stands beyond it.
    let x0 = (text.at.x - left).max(text.at.x.min(0.0));
    let x1 = (text.at.x + laid.width + right).min(page.width.max(text.at.x + laid.width));
    // A title that must fit its place would be made smaller for a hair's breadth.
    let below = if text.role == TextRole::Title { laid.height * HAIR } else { 0.0 };
    Frame::of(Rect::new(x0, text.at.y, x1, text.at.y + laid.height + below))
}

/// The bytes of the text that the lines show, without the blanks at their end.
pub(super) fn shown(laid: &Laid) -> Range<usize> {
    let start = laid.lines.first().map_or(0, |line| line.range.start);
    start..start + laid.shown().len()
}

/// The style that a text begins with, where it has one.
pub(super) fn first_style(laid: &Laid) -> Option<Style> {
    let start = shown(laid).start;
    laid.styles.iter().find(|(range, _)| range.end > start).map(|(_, style)| *style)
}

/// The paragraphs of a text; at least one, as every place for text wants.
pub(super) fn paragraphs(out: &mut String, laid: &Laid, with: &Writing<'_>) {
    let range = shown(laid);
    let text = laid.text.get(range.clone()).unwrap_or_default();
    let mut start = range.start;
    for paragraph in text.split('\n') {
        let end = start + paragraph.len();
        let rtl = laid.lines.iter().find(|line| line.range.end > start).or(laid.lines.last()).is_some_and(|line| line.rtl);
        let pieces = pieces(laid, start..end);
        let style = pieces.first().map(|(_, style)| *style).or_else(|| style_at(laid, start));
        out.push_str("<a:p>");
        properties(out, laid, (rtl, paragraph), &pieces, style, with);
        let last_piece = pieces.len().saturating_sub(1);
        for (at, (piece, style)) in pieces.iter().enumerate() {
            let text = laid.text.get(piece.clone()).unwrap_or_default();
            let is_last = at == last_piece && end == range.end;
            match with.number.filter(|number| is_last && text.ends_with(*number)) {
                Some(number) => {
                    run(out, text.get(..text.len() - number.len()).unwrap_or_default(), *style, with);
                    out.push_str("<a:fld id=\"{C1FF6DA9-008F-8B48-92A6-B652298478BF}\" type=\"slidenum\">");
                    run_properties(out, "a:rPr", *style, with);
                    put!(out, "<a:t>", Xml(number), "</a:t></a:fld>");
                }
                None => run(out, text, *style, with),
            }
        }
        if pieces.is_empty() {
            match style {
                Some(style) => run_properties(out, "a:endParaRPr", style, with),
                None => out.push_str("<a:endParaRPr lang=\"en-GB\"/>"),
            }
        }
        out.push_str("</a:p>");
        start = end + 1;
    }
}

/// The paragraphs of a text that was never measured.
pub(super) fn plain(out: &mut String, text: &str, language: &str) {
    for line in text.split('\n') {
        let rtl = if reads_from_right(line) { "<a:pPr algn=\"r\" rtl=\"1\"/>" } else { "" };
        if line.is_empty() {
            put!(out, "<a:p><a:endParaRPr lang=\"", language, "\"/></a:p>");
            continue;
        }
        put!(out, "<a:p>", rtl);
        for (part, lang) in by_script(line, language) {
            put!(out, "<a:r><a:rPr lang=\"", lang, "\"/><a:t>", Xml(part), "</a:t></a:r>");
        }
        out.push_str("</a:p>");
    }
}

/// The language of a deck with its country, as slide editors know languages.
pub(super) fn with_country(language: &str) -> &str {
    match language {
        "" | "en" => "en-GB",
        "de" => "de-DE",
        other => other,
    }
}

/// The parts of the range that have one style each.
fn pieces(laid: &Laid, range: Range<usize>) -> Vec<(Range<usize>, Style)> {
    let cut = laid.styles.iter().map(|(of, style)| (of.start.max(range.start)..of.end.min(range.end), *style));
    cut.filter(|(piece, _)| piece.start < piece.end).collect()
}

fn style_at(laid: &Laid, at: usize) -> Option<Style> {
    let found = laid.styles.iter().find(|(range, _)| range.end > at).or(laid.styles.last());
    found.map(|(_, style)| *style)
}

fn properties(
    out: &mut String,
    laid: &Laid,
    (rtl, text): (bool, &str),
    pieces: &[(Range<usize>, Style)],
    style: Option<Style>,
    with: &Writing<'_>,
) {
    let to_right = match (laid.align, rtl) {
        (Align::Center, _) => "ctr",
        (Align::Left, _) | (Align::Start, false) | (Align::End, true) => "l",
        (Align::Start, true) | (Align::End, false) => "r",
    };
    let given = match with.inherited.map(|inherited| inherited.align) {
        Some(Align::Center) => "ctr",
        Some(Align::End) => "r",
        _ => "l",
    };
    out.push_str("<a:pPr");
    if to_right != given || rtl {
        put!(out, " algn=\"", to_right, "\"");
    }
    if rtl {
        out.push_str(" rtl=\"1\"");
    }
    out.push('>');
    let all = || pieces.iter().map(|(_, style)| *style).chain(pieces.is_empty().then_some(style).flatten());
    let leading = all().map(|style| style.leading).fold(0.0, f64::max);
    let size = all().map(|style| style.size).fold(0.0, f64::max);
    let known = all().all(|style| !with.theme.is_brands(style.face)) && text.chars().all(is_known);
    if leading > 0.0 && size > 0.0 {
        // A part of the font's own height goes along when somebody makes the text larger. It is only right for the font we
        // know; with others among them lines would grow, and the text below would be written over.
        if known && !with.exact {
            let part = super::xml::share(leading, size * OWN_LINE).clamp(20_000, 500_000) / 1_000 * 1_000;
            put!(out, "<a:lnSpc><a:spcPct val=\"", part, "\"/></a:lnSpc>");
        } else {
            put!(out, "<a:lnSpc><a:spcPts val=\"", hundredths(leading, 0, 158_400), "\"/></a:lnSpc>");
        }
    }
    out.push_str("</a:pPr>");
}

/// Whether Inter has the character, so that a line keeps the height that is reckoned with. Rather no than yes.
const fn is_known(c: char) -> bool {
    matches!(c, '\u{20}'..='\u{52F}' | '\u{2000}'..='\u{20CF}' | '\u{2100}'..='\u{22FF}')
}

fn run(out: &mut String, text: &str, style: Style, with: &Writing<'_>) {
    for (part, language) in by_script(text, with.language) {
        out.push_str("<a:r>");
        run_properties(out, "a:rPr", style, &Writing { language, ..*with });
        put!(out, "<a:t>", Xml(part), "</a:t></a:r>");
    }
}

fn run_properties(out: &mut String, element: &str, style: Style, with: &Writing<'_>) {
    let given = with.inherited.map(|inherited| inherited.style);
    let differs = |same: fn(&Style, &Style) -> bool| given.is_none_or(|given| !same(&given, &style));
    put!(out, "<", element, " lang=\"", with.language, "\"");
    if differs(|a, b| (a.size - b.size).abs() < 0.005) {
        put!(out, " sz=\"", hundredths(style.size, 100, 400_000), "\"");
    }
    let bold = is_bold(style);
    if given.map_or(bold, |given| is_bold(given) != bold) {
        put!(out, " b=\"", if bold { "1" } else { "0" }, "\"");
    }
    let apart = hundredths(style.tracking * style.size, -400_000, 400_000);
    if apart != 0 {
        put!(out, " spc=\"", apart, "\"");
    }
    out.push_str(" dirty=\"0\">");
    if differs(|a, b| a.color == b.color) {
        with.theme.solid(style.color).put(out);
    }
    // Text boxes have the font of running text already.
    if style.face != given.map_or(Face::Body, |given| given.face) {
        let face = if style.face == Face::Heading { "mj" } else { "mn" };
        put!(out, "<a:latin typeface=\"+", face, "-lt\"/><a:ea typeface=\"+", face, "-ea\"/>");
        put!(out, "<a:cs typeface=\"+", face, "-cs\"/>");
    }
    put!(out, with.link, "</", element, ">");
}

/// Slides know bold and not bold.
pub(super) fn is_bold(style: Style) -> bool {
    style.weight == Weight::Semibold
}

/// The script that a character belongs to, as the language that is most often written in it.
fn script_of(c: char) -> Option<&'static str> {
    Some(match u32::from(c) {
        0x0370..=0x03FF => "el-GR",
        0x0400..=0x052F => "ru-RU",
        0x0590..=0x05FF | 0xFB1D..=0xFB4F => "he-IL",
        0x0600..=0x06FF | 0x0750..=0x077F | 0xFB50..=0xFDFF | 0xFE70..=0xFEFE => "ar-SA",
        0x0900..=0x097F => "hi-IN",
        0x0E00..=0x0E7F => "th-TH",
        0x3040..=0x30FF => "ja-JP",
        0x1100..=0x11FF | 0xAC00..=0xD7AF => "ko-KR",
        0x3400..=0x9FFF | 0xF900..=0xFAFF => "zh-CN",
        _ => return None,
    })
}

/// The parts of a text that are of one script each, with the language of each: slide editors choose the font of a whole run by
/// it, and one that has the first script of a line may not have the next. What belongs to no script goes with what is before it.
fn by_script<'a>(text: &'a str, language: &'a str) -> Vec<(&'a str, &'a str)> {
    if text.is_ascii() {
        return if text.is_empty() { Vec::new() } else { vec![(text, language)] };
    }
    // Kana makes Japanese of signs that it shares with Chinese.
    let is_japanese = text.chars().any(|c| matches!(c, '\u{3040}'..='\u{30FF}'));
    let of = |c: char| match script_of(c) {
        Some("zh-CN") if is_japanese => Some("ja-JP"),
        None if c.is_alphabetic() => Some(language),
        script => script,
    };
    let (mut parts, mut start, mut now) = (Vec::new(), 0, None);
    for (at, c) in text.char_indices() {
        let Some(script) = of(c) else { continue };
        if let Some(before) = now.filter(|before| *before != script) {
            parts.push((text.get(start..at).unwrap_or_default(), before));
            start = at;
        }
        now = Some(script);
    }
    parts.push((text.get(start..).unwrap_or_default(), now.unwrap_or(language)));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_of_a_text_is_of_the_language_of_its_script() {
        let cases: [(&str, &[(&str, &str)]); 7] = [
            ("Why I run", &[("Why I run", "en-GB")]),
            ("日本語のテキスト", &[("日本語のテキスト", "ja-JP")]),
            ("简体中文", &[("简体中文", "zh-CN")]),
            ("ब्रांड · 秋のラン 2027", &[("ब्रांड · ", "hi-IN"), ("秋のラン 2027", "ja-JP")]),
            ("Meet שלום at 5", &[("Meet ", "en-GB"), ("שלום ", "he-IL"), ("at 5", "en-GB")]),
            ("🎉 — مرحبا", &[("🎉 — مرحبا", "ar-SA")]),
            ("🎉 — …", &[("🎉 — …", "en-GB")]),
        ];
        for (text, expected) in cases {
            assert_eq!(by_script(text, "en-GB"), expected, "{text}");
        }
        assert!(by_script("", "en-GB").is_empty());
        assert!(reads_from_right("“שלום” hello") && !reads_from_right("hello שלום") && !reads_from_right("123"));
    }
}
