//! The curves of a comparison and of a presentation as they are drawn: a marker for every moment, in the shape of its kind, on the
//! line and on its day; and where the line rises over the one from which on people are ready to be asked.

use egui::accesskit::{Role, Toggled};
use egui::epaint::Shape;
use egui::{Key, Modifiers, Pos2, Rect, TextureId, Theme, pos2};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::model::{Campaign, Lane, Moment};
use momentboard::ui::command::Command;
use momentboard::ui::theme::{self, KindShape, Tokens, kind_shape};

use crate::app_window::*;
use crate::drawn::{Drawn, drawn};

/// How far apart in points things may lie that belong to one place.
const NEAR: f32 = 1.5;
/// A step of the line is rounded over so many points.
const ROUNDED: f32 = 26.0;
const STORY: &str = "Community story, Maren, 5 Oct";

fn key(window: &mut Window, key: Key) {
    press(window, Modifiers::NONE, key);
}

/// The lane of somebody, with its moments by day.
fn moments_of(campaign: &Campaign, who: &str) -> Vec<Moment> {
    let is_theirs = |lane: &&std::sync::Arc<Lane>| {
        let creator = lane.creator.and_then(|id| campaign.creators.iter().find(|creator| creator.id == id));
        creator.is_some_and(|creator| creator.name.starts_with(who))
    };
    let lane = campaign.lanes.iter().find(is_theirs).unwrap();
    let mut moments: Vec<Moment> = lane.moments.iter().map(|moment| Moment::clone(moment)).collect();
    moments.sort_by_key(|moment| campaign.day_of(moment.when).unwrap().number());
    moments
}

/// The day of each moment as a number.
fn days(campaign: &Campaign, moments: &[Moment]) -> Vec<f32> {
    moments.iter().map(|moment| campaign.day_of(moment.when).unwrap().number() as f32).collect()
}

fn shapes_of(moments: &[Moment]) -> Vec<KindShape> {
    // Every ask is a diamond, whatever its kind is.
    moments.iter().map(|moment| if moment.is_ask() { KindShape::Diamond } else { kind_shape(moment.kind) }).collect()
}

/// The shape of a marker.
fn marker(drawn: &Drawn) -> Option<KindShape> {
    if !(8.0..=20.0).contains(&drawn.rect().width()) || drawn.fill().is_none() {
        return None;
    }
    match &drawn.shape {
        Shape::Circle(_) => Some(KindShape::Circle),
        Shape::Rect(_) => Some(KindShape::Square),
        Shape::Path(path) => match path.points.len() {
            4 => Some(KindShape::Diamond),
            6 => Some(KindShape::Hexagon),
            _ => None,
        },
        _ => None,
    }
}

/// The markers within a place, from left to right: of what lies on one place, halo and marker, one.
fn markers(all: &[Drawn], place: Rect) -> Vec<(Pos2, KindShape)> {
    let mut found: Vec<(Pos2, KindShape)> = Vec::new();
    for drawn in all {
        let center = drawn.rect().center();
        if let Some(shape) = marker(drawn).filter(|_| place.contains(center))
            && !found.iter().any(|(at, _)| at.distance(center) < NEAR)
        {
            found.push((center, shape));
        }
    }
    found.sort_by(|a, b| a.0.x.total_cmp(&b.0.x));
    found
}

/// The curves within a place.
fn curves(all: &[Drawn], place: Rect, t: &Tokens) -> Vec<Vec<Pos2>> {
    let is_curve = |drawn: &&Drawn| drawn.line() == Some((t.curve, theme::RING)) && place.intersects(drawn.rect());
    let lines = all.iter().filter(is_curve).filter_map(Drawn::open_line);
    lines.filter(|points| points.len() > 2).map(<[Pos2]>::to_vec).collect()
}

/// How high the line of readiness lies, and from where to where.
fn ready(all: &[Drawn], place: Rect, t: &Tokens) -> (f32, [f32; 2]) {
    let dashes = all.iter().filter(|drawn| drawn.line().is_some_and(|(color, _)| color == t.ready));
    let points: Vec<Pos2> = dashes.filter_map(Drawn::open_line).flatten().copied().filter(|at| place.contains(*at)).collect();
    let y = points.first().expect("the line of readiness").y;
    assert!(points.iter().all(|at| (at.y - y).abs() < 0.1), "it is level: {points:?}");
    let ends = points.iter().fold([f32::MAX, f32::MIN], |[from, to], at| [from.min(at.x), to.max(at.x)]);
    (y, ends)
}

/// Where a curve rises over that height.
fn rises_over(curve: &[Pos2], y: f32) -> Vec<f32> {
    curve.windows(2).filter(|pair| pair[0].y > y && pair[1].y <= y).map(|pair| f32::midpoint(pair[0].x, pair[1].x)).collect()
}

/// How far a place is from a line.
fn distance(line: &[Pos2], at: Pos2) -> f32 {
    let to = |pair: &[Pos2]| {
        let way = pair[1] - pair[0];
        let share = if way.length_sq() > 0.0 { ((at - pair[0]).dot(way) / way.length_sq()).clamp(0.0, 1.0) } else { 0.0 };
        at.distance(pair[0] + share * way)
    };
    line.windows(2).map(to).fold(f32::MAX, f32::min)
}

#[test]
fn a_comparison_draws_each_moment_on_its_day_and_says_where_people_become_ready() {
    let mut window = window();
    run(&mut window, Command::CompareLanes);
    window.run();
    let t = theme::tokens(Theme::Light);
    let campaign = window.state().document().campaign().clone();
    let mut all = drawn(&window);
    // What a day is in points, read from the lane at the right, is the same at the left.
    let mut per_day = None;
    // Maren's third moment takes people past the line; her ask costs trust, and the last one brings it back. Tobi's last one does.
    for (who, ready_at) in [("Maren Solheim", &[2, 4][..]), ("Tobi Achterberg", &[3])] {
        let place = window.get_by_role_and_label(Role::Image, &format!("The curve of {who}")).rect();
        // The board goes on being drawn behind the dialog.
        let ground = all.iter().rposition(|it| it.fill() == Some(t.panel) && it.rect().contains_rect(place));
        all.drain(..=ground.unwrap_or_default());
        let moments = moments_of(&campaign, who);
        let found = markers(&all, place);
        let shapes: Vec<KindShape> = found.iter().map(|(_, shape)| *shape).collect();
        assert_eq!(shapes, shapes_of(&moments), "{who}: {found:?}");
        let days = days(&campaign, &moments);
        let first = (days[0], found[0].0.x - place.left());
        let last = (days[days.len() - 1], found[days.len() - 1].0.x - place.left());
        let (origin, step) = *per_day.get_or_insert((first, (last.1 - first.1) / (last.0 - first.0)));
        for ((at, _), day) in found.iter().zip(&days) {
            let x = origin.1 + (day - origin.0) * step;
            assert!((at.x - place.left() - x).abs() < NEAR, "{who}: {at} on its day is at {x}");
        }
        let curves = curves(&all, place, t);
        assert_eq!(curves.len(), 1, "{who}: one curve");
        let curve = &curves[0];
        let ends = [curve[0].x - place.left(), place.right() - curve[curve.len() - 1].x];
        assert!(ends.iter().all(|end| end.abs() < NEAR), "{who}: from edge to edge: {ends:?}");
        for (at, shape) in &found {
            assert!(distance(curve, *at) < NEAR, "{who}: the {shape:?} at {at} is on the curve");
        }
        let (y, [from, to]) = ready(&all, place, t);
        assert!((from - place.left()).abs() < NEAR && place.right() - to < 10.0, "{who}: {from} to {to} of {place}");
        let rises = rises_over(curve, y);
        assert_eq!(rises.len(), ready_at.len(), "{who}: {rises:?}");
        for (x, nth) in rises.iter().zip(ready_at) {
            assert!((x - found[*nth].0.x).abs() < ROUNDED, "{who}: {rises:?} beside {found:?}");
        }
    }
}

/// The stops of a presentation, from left to right: the middle of each, and whether it is the one that is shown.
fn stops(window: &Window, moments: &[Moment]) -> Vec<(Pos2, bool)> {
    let is_stop = |name: &str| moments.iter().any(|moment| name.starts_with(&format!("{}, ", moment.title)));
    let all = window.query_all_by_role(Role::Button).filter(|node| is_stop(&node.accesskit_node().label().unwrap_or_default()));
    let mut stops: Vec<_> =
        all.map(|node| (node.rect().center(), node.accesskit_node().toggled() == Some(Toggled::True))).collect();
    stops.sort_by(|a, b| a.0.x.total_cmp(&b.0.x));
    stops
}

#[test]
fn a_presentation_draws_what_was_shown_as_a_line_and_what_is_to_come_as_dots() {
    let mut window = window();
    select(&mut window, STORY);
    key(&mut window, Key::F5);
    let t = theme::tokens(Theme::Dark);
    let campaign = window.state().document().campaign().clone();
    let moments = moments_of(&campaign, "Maren");
    let shapes = shapes_of(&moments);
    // From the third moment back to the second, and on to the fourth.
    for (pressed, now) in [(None, 2), (Some(Key::ArrowLeft), 1), (Some(Key::ArrowRight), 2), (Some(Key::ArrowRight), 3)] {
        if let Some(pressed) = pressed {
            key(&mut window, pressed);
        }
        let all = drawn(&window);
        let stops = stops(&window, &moments);
        let shown: Vec<usize> = (0..stops.len()).filter(|at| stops[*at].1).collect();
        assert_eq!((stops.len(), shown), (moments.len(), vec![now]), "{stops:?}");
        let across = stops[0].0.x..=stops[stops.len() - 1].0.x;
        let tops = stops.iter().map(|(at, _)| at.y).fold(f32::MAX, f32::min) - 60.0;
        let place = Rect::from_min_max(pos2(0.0, tops), window.ctx.content_rect().max);
        for ((at, is_now), shape) in stops.iter().zip(&shapes) {
            let around = Rect::from_center_size(*at, egui::Vec2::splat(2.0 * NEAR));
            let there: Vec<KindShape> = all.iter().filter(|it| around.contains(it.rect().center())).filter_map(marker).collect();
            assert!(!there.is_empty() && there.iter().all(|it| it == shape), "{now}: {there:?} at {at} is a {shape:?}");
            let ring = |it: &&Drawn| matches!(&it.shape, Shape::Circle(circle) if circle.radius > 14.0 && circle.radius < 20.0);
            let rings = all.iter().filter(ring).filter(|it| around.contains(it.rect().center())).count();
            assert_eq!(rings, usize::from(*is_now), "{now}: the one that is shown has a ring, at {at}");
        }
        let playhead = stops[now].0.x;
        let solid = curves(&all, place, t);
        assert_eq!(solid.len(), 1, "{now}");
        let end = solid[0][solid[0].len() - 1].x;
        // The step down of an ask belongs to it.
        let ends = playhead - NEAR..playhead + ROUNDED + NEAR;
        assert!(ends.contains(&end), "{now}: the line ends at {end}, where the presentation is: {playhead}");
        let dots = all.iter().filter(|it| it.line() == Some((t.text_3, 1.5))).filter_map(Drawn::open_line).flatten();
        let dots: Vec<f32> = dots.filter(|at| place.contains(**at)).map(|at| at.x).collect();
        let first = dots.iter().copied().fold(f32::MAX, f32::min);
        let last = dots.iter().copied().fold(f32::MIN, f32::max);
        assert!((first - playhead).abs() < ROUNDED + NEAR, "{now}: the dots begin at {first}, beside {playhead}");
        assert!(last >= *across.end() - ROUNDED, "{now}: and lead to the last moment: {last} beside {across:?}");
        let (y, [from, to]) = ready(&all, place, t);
        assert!(from <= *across.start() && to >= *across.end() - 10.0, "{now}: ready from {from} to {to}");
        let rises = rises_over(&solid[0], y);
        // “This moment takes people past the ready line.” said of the third, and before it nobody is there.
        assert_eq!(rises.len(), usize::from(now >= 2), "{now}: {rises:?}");
        assert!(rises.iter().all(|x| (x - stops[2].0.x).abs() < ROUNDED), "{now}: {rises:?} beside {stops:?}");
    }
}

/// The pictures that fill a place, by their textures and names.
fn pictures(window: &Window, place: Rect) -> Vec<(TextureId, String)> {
    let textures = window.ctx.tex_manager();
    let textures = textures.read();
    let in_place = |it: &Drawn| {
        let Shape::Rect(rect) = &it.shape else { return None };
        let brush = rect.brush.as_ref().filter(|_| (rect.rect.center() - place.center()).length() < 1.0)?;
        let fills = (rect.rect.size() - place.size()).length() < 1.0;
        fills.then(|| (brush.fill_texture_id, textures.meta(brush.fill_texture_id).unwrap().name.clone()))
    };
    drawn(window).iter().filter_map(in_place).collect()
}

#[test]
fn a_presentation_shows_the_picture_of_each_moment_and_the_shape_of_its_kind_where_there_is_none() {
    let mut campaign = fictional();
    let (mut left_out, mut kept) = (None, Vec::new());
    for lane in &mut campaign.lanes {
        for moment in &mut std::sync::Arc::make_mut(lane).moments {
            if moment.title.starts_with("Six strangers") {
                std::sync::Arc::make_mut(moment).image = None;
                left_out = Some(moment.title.clone());
            } else {
                kept.push((moment.title.clone(), moment.image));
            }
        }
    }
    let mut window = window_on(campaign);
    select(&mut window, STORY);
    key(&mut window, Key::F5);
    let none = window.get_by_role_and_label(Role::Image, "No picture yet").rect();
    assert!(left_out.is_some() && pictures(&window, none).is_empty());
    let is_square = |it: &Drawn| marker_of_kind(it) && it.rect().center().distance(none.center()) < NEAR;
    assert!(drawn(&window).iter().any(is_square), "the square of a community story, large");
    let mut met = Vec::new();
    for pressed in [Key::ArrowLeft, Key::ArrowLeft] {
        key(&mut window, pressed);
        let title = title(window.state(), window.state().presented().unwrap());
        let place = window.get_by_role_and_label(Role::Image, &format!("Picture of “{title}”")).rect();
        let shown = pictures(&window, place);
        assert_eq!(shown.len(), 1, "{title}: {shown:?}");
        let picture = kept.iter().find(|(of, _)| *of == title).and_then(|(_, image)| *image).unwrap();
        assert!(shown[0].1.contains(&picture.to_string()), "{title}: {shown:?} is {picture}");
        met.push(shown[0].0);
    }
    assert_ne!(met[0], met[1], "each moment has its own");
}

/// A square as large as what stands for a picture.
fn marker_of_kind(it: &Drawn) -> bool {
    matches!(&it.shape, Shape::Rect(rect) if it.fill().is_some() && rect.brush.is_none() && (30.0..130.0).contains(&rect.rect.width()))
}
