//! One of a few, or several of a few: the segmented choice and the toggle.

use egui::{
    Color32, CornerRadius, Id, Painter, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use crate::model::Kind;
use crate::ui::fonts;
use crate::ui::icons::{self, Icon};
use crate::ui::theme::{self, Lift, Tokens};

use super::{OneStop, into_sight, marks, paint};

/// What a segment shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Segment<'a> {
    /// A word.
    Word(&'a str),
    /// An icon and a word.
    IconWord(Icon, &'a str),
    /// The shape of a kind; the word is its tooltip and its name.
    Shape(Kind, &'a str),
}

impl<'a> Segment<'a> {
    const fn name(self) -> &'a str {
        match self {
            Self::Word(name) | Self::IconWord(_, name) | Self::Shape(_, name) => name,
        }
    }
}

/// The width of each segment where it has the room that it wants.
fn natural_widths(ui: &Ui, segments: &[Segment<'_>]) -> Vec<f32> {
    let t = theme::of(ui);
    let width = |segment: &Segment<'_>| match segment {
        Segment::Shape(..) => 36.0,
        Segment::Word(word) => paint::line(ui.painter(), fonts::BODY_M, word, t.text).size().x + 24.0,
        Segment::IconWord(_, word) => paint::line(ui.painter(), fonts::BODY_M, word, t.text).size().x + 44.0,
    };
    segments.iter().map(width).collect()
}

/// How wide [`segmented`] is without a width of its own, in points.
#[must_use]
pub fn segmented_width(ui: &Ui, segments: &[Segment<'_>]) -> f32 {
    natural_widths(ui, segments).iter().sum::<f32>() + 4.0
}

/// A track of segments of which one is chosen. Returns the index of the one that was pressed.
///
/// With `width` the segments share that many points; without it each is as wide as its word.
pub fn segmented(ui: &mut Ui, name: &str, segments: &[Segment<'_>], chosen: Option<usize>, width: Option<f32>) -> Option<usize> {
    segmented_with_tips(ui, name, segments, &[], chosen, width)
}

/// The same with what is said beside the pointer where it rests on each of them: their keys, for example.
pub fn segmented_with_tips(
    ui: &mut Ui,
    name: &str,
    segments: &[Segment<'_>],
    tips: &[String],
    chosen: Option<usize>,
    width: Option<f32>,
) -> Option<usize> {
    let t = theme::of(ui);
    let natural = natural_widths(ui, segments);
    // What is left over, or lacking, is shared equally, so that a long word has more room than a short one.
    let spare = width.map_or(0.0, |all| (all - 4.0 - natural.iter().sum::<f32>()) / segments.len().max(1) as f32);
    let widths: Vec<f32> = natural.iter().map(|width| width + spare).collect();
    let total = widths.iter().sum::<f32>() + 4.0;
    let (track, group) = ui.allocate_exact_size(vec2(total, theme::HIT), Sense::hover());
    group.widget_info(|| WidgetInfo::labeled(Role::RadioGroup, true, name));
    ui.painter().rect_filled(track, CornerRadius::same(theme::R3), t.sunken);

    let stop = OneStop::begin(ui, group.id, segments.len(), chosen);
    let mut pressed = None;
    let mut x = track.left() + 2.0;
    for (index, (segment, width)) in segments.iter().zip(widths).enumerate() {
        let rect = Rect::from_min_size(pos2(x, track.top() + 2.0), vec2(width, track.height() - 4.0));
        x += width;
        let response = ui.interact(rect, stop.id(index), stop.sense(index));
        let on = chosen == Some(index);
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, segment.name()));
        draw_segment(ui, rect, *segment, on, &response);
        let response = match (tips.get(index), segment) {
            (Some(tip), _) => response.on_hover_text(tip),
            (None, Segment::Shape(_, word)) => response.on_hover_text(*word),
            (None, _) => response,
        };
        if response.clicked() {
            pressed = Some(index);
        }
    }
    pressed
}

fn draw_segment(ui: &Ui, rect: Rect, segment: Segment<'_>, on: bool, response: &Response) {
    let t = theme::of(ui);
    let painter = ui.painter();
    let dark = ui.theme() == egui::Theme::Dark;
    if on {
        let fill = if dark { t.active } else { t.card };
        painter.add(theme::shadow(ui.theme(), Lift::Card).as_shape(rect, theme::R2));
        painter.rect_filled(rect, theme::R2, fill);
    } else if response.hovered() {
        painter.rect_filled(rect, theme::R2, t.active);
    }
    let color = if on { t.text } else { t.text_2 };
    match segment {
        Segment::Shape(kind, _) => marks::kind(painter, rect.center(), 17.0, kind, t),
        Segment::Word(word) => {
            let galley = paint::line(painter, fonts::BODY_M, word, color);
            painter.galley(rect.center() - galley.size() / 2.0, galley, color);
        }
        Segment::IconWord(icon, word) => {
            let galley = paint::line(painter, fonts::BODY_M, word, color);
            let left = rect.center().x - f32::midpoint(galley.size().x, 20.0);
            icon.paint(painter, pos2(left + 7.0, rect.center().y), 15.0, color);
            painter.galley(pos2(left + 20.0, rect.center().y - galley.size().y / 2.0), galley, color);
        }
    }
    if response.has_focus() {
        paint::ring(painter, rect, theme::R2, 0.0, t.accent);
    }
    into_sight(response);
}

/// How wide [`toggle`] is without a width of its own, in points.
#[must_use]
pub fn toggle_width(ui: &Ui, has_icon: bool, text: &str) -> f32 {
    let word = paint::line(ui.painter(), fonts::BODY_M, text, Color32::PLACEHOLDER).size().x;
    word + if has_icon { 20.0 } else { 0.0 } + 20.0
}

/// A button that stays down: what the audience gets, filters. With `width` it is that many points wide.
pub fn toggle(ui: &mut Ui, icon: Option<Icon>, text: &str, on: bool, width: Option<f32>) -> Response {
    let t = theme::of(ui);
    let galley = paint::line(ui.painter(), fonts::BODY_M, text, Color32::PLACEHOLDER);
    let icon_width = if icon.is_some() { 20.0 } else { 0.0 };
    let width = width.unwrap_or_else(|| toggle_width(ui, icon.is_some(), text));
    let (rect, response) = ui.allocate_exact_size(vec2(width, theme::FIELD), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, text));
    let painter = ui.painter();
    let (fill, edge, color) = match (on, response.hovered()) {
        (true, _) => (t.accent_bg, t.accent_line, t.accent),
        (false, true) => (t.hover, t.line, t.text),
        (false, false) => (t.card, t.line, t.text_2),
    };
    painter.rect(rect, CornerRadius::same(theme::R2), fill, Stroke::new(theme::EDGE, edge), StrokeKind::Inside);
    let mut x = rect.left() + 10.0;
    if let Some(icon) = icon {
        icon.paint(painter, pos2(x + 7.0, rect.center().y), 15.0, color);
        x += icon_width;
    }
    painter.galley(pos2(x, rect.center().y - galley.size().y / 2.0), galley, color);
    if response.has_focus() {
        paint::ring(painter, rect, theme::R2, 1.0, t.accent);
    }
    into_sight(&response);
    response
}

/// A box to tick with its word beside it, `indent` points from the left end of `row`; all of the row can be pressed.
#[must_use = "a press is told by the response"]
pub fn tick(ui: &Ui, row: Rect, indent: f32, id: Id, name: &str, on: bool) -> Response {
    let t = theme::of(ui);
    let response = ui.interact(row, id, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, name));
    let painter = ui.painter();
    let tick = Rect::from_center_size(pos2(row.left() + indent + 8.0, row.center().y), vec2(16.0, 16.0));
    let fill = match (on, response.hovered()) {
        (true, _) => t.accent,
        (false, true) => t.hover,
        (false, false) => t.card,
    };
    let edge = Stroke::new(theme::SLOT, if on { Color32::TRANSPARENT } else { t.line_strong });
    painter.rect(tick, CornerRadius::same(theme::R1), fill, edge, StrokeKind::Inside);
    if on {
        icons::CHECK.paint(painter, tick.center(), 12.0, t.on_accent);
    }
    let room = row.right() - tick.right() - 8.0;
    let galley = paint::line_within(painter, fonts::BODY, name, t.text, room);
    // Two small lines are as high as a row.
    let galley = if galley.elided { paint::lines_within(painter, fonts::META, name, t.text, room, 2) } else { galley };
    let is_cut = galley.elided;
    painter.galley(pos2(tick.right() + 8.0, row.center().y - galley.size().y / 2.0), galley, t.text);
    if response.has_focus() {
        paint::ring(painter, tick, theme::R1, 1.0, t.accent);
    }
    into_sight(&response);
    if is_cut { response.on_hover_text(name) } else { response }
}

/// The bars of a strength from a left end on, each in so many points: full up to `shown`, which may be only wanted so far. The first
/// choice is to ask for nothing: it has a bar like the others, but not their colour.
pub fn strength_bars(
    painter: &Painter,
    left: Pos2,
    (step, size): (f32, Vec2),
    count: usize,
    (shown, wanted): (Option<usize>, bool),
    t: &Tokens,
) {
    let full = if wanted || shown == Some(0) { t.text_3 } else { t.k_pro };
    for at in 0..count {
        let place = Rect::from_min_size(left + vec2(step * at as f32, -size.y / 2.0), size);
        painter.rect_filled(place, 2.0, if shown.is_some_and(|shown| at <= shown) { full } else { t.active });
    }
}

/// The strength of an ask as a bar for each choice with a word: pressing nearer the end asks harder. Returns the place in `choices` of
/// the one that was pressed.
///
/// A choice is what it is called and the word beside the bars; `none` is the word for no choice.
pub fn strength(ui: &mut Ui, name: &str, choices: &[(&str, &str)], chosen: Option<usize>, none: &str) -> Option<usize> {
    let t = theme::of(ui);
    let word = chosen.and_then(|at| choices.get(at)).map_or(none, |(_, word)| *word);
    let color = if chosen.is_some() { t.text } else { t.text_3 };
    // Bars can be shorter, a word cannot: the longest of them decides, so that the bars stay while one chooses.
    let longest = choices.iter().map(|(_, word)| *word).chain([word]);
    let longest = longest.map(|word| paint::line(ui.painter(), fonts::BODY, word, color).size().x).fold(0.0, f32::max);
    let step = ((ui.available_width() - longest - 8.0) / choices.len().max(1) as f32).clamp(20.0, 36.0);
    let width = choices.len() as f32 * step;
    let galley = paint::line(ui.painter(), fonts::BODY, word, color);
    let (rect, group) = ui.allocate_exact_size(vec2(width + 8.0 + galley.size().x, theme::FIELD), Sense::hover());
    group.widget_info(|| WidgetInfo::labeled(Role::RadioGroup, true, name));
    let one = OneStop::begin(ui, group.id, choices.len(), chosen);
    let (mut pressed, mut shown) = (None, chosen);
    for (at, (choice, word)) in choices.iter().enumerate() {
        let place = Rect::from_min_size(pos2(rect.left() + step * at as f32, rect.top()), vec2(step, rect.height()));
        let response = ui.interact(place, one.id(at), one.sense(at));
        let on = chosen == Some(at);
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, *choice));
        if response.hovered() {
            shown = Some(at);
        }
        if response.has_focus() {
            paint::ring(ui.painter(), place.shrink2(vec2(0.0, 5.0)), theme::R1, 0.0, t.accent);
        }
        into_sight(&response);
        if response.on_hover_text(*word).clicked() {
            pressed = Some(at);
        }
    }
    let wanted = shown != chosen;
    strength_bars(ui.painter(), rect.left_center(), (step, vec2(step - 4.0, 7.0)), choices.len(), (shown, wanted), t);
    ui.painter().galley(pos2(rect.left() + width + 8.0, rect.center().y - galley.size().y / 2.0), galley, t.text);
    pressed
}
