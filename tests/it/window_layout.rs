//! The whole window at every scale, place by place: nothing that can be pressed is out of the window or cut off at its side, no two
//! of them lie on each other, and no words of a button are cut without a sign of it.

use std::collections::BTreeMap;

use egui::{Pos2, Rect, Role, vec2};
use momentboard::model::LanguageChoice;
use momentboard::ui::view::{Action, Setup};

use crate::app_window::Window;
use crate::painted::{Layer, Line, Painted, Place};
use crate::places::{self, Shown, everywhere};

/// The widths of the window and the scales at which it is looked at: at twice the size it has half of the points.
const SHOWN: [(f32, f32); 8] =
    [(1440.0, 1.0), (1440.0, 0.8), (1440.0, 1.5), (1440.0, 2.0), (760.0, 1.0), (760.0, 0.8), (760.0, 1.5), (760.0, 2.0)];
/// Those at which it is looked at in German, too: where there is little room.
const GERMAN: [(f32, f32); 5] = [(1440.0, 1.5), (1440.0, 2.0), (760.0, 1.0), (760.0, 1.5), (760.0, 2.0)];
const HEIGHT: f32 = 900.0;
/// As much as edges, rings and rounding may go over, in points.
const SLACK: f32 = 1.5;

fn is_button(place: &Place) -> bool {
    place.role.is_some_and(places::is_button)
}

fn is_control(place: &Place) -> bool {
    place.role.is_some_and(places::is_control)
}

/// The cards of the board and the days of a calendar: they lie in a room that is scrolled, and other things lie over them.
struct Grounds(Vec<String>);

impl Grounds {
    fn of(window: &Window) -> Self {
        let campaign = window.state().document().campaign();
        let moments = campaign.lanes.iter().flat_map(|lane| &lane.moments);
        let days = ["nothing planned", " due", ", 1 moment", " moments", "May come up to", "nichts geplant", " fällig"];
        let german = [", 1 Moment", " Momente", "Darf bis zu"];
        let days = days.into_iter().chain(german).map(str::to_owned);
        Self(moments.map(|moment| moment.title.clone()).chain(days).collect())
    }

    fn has(&self, place: &Place) -> bool {
        self.0.iter().any(|words| place.name.contains(words.as_str()))
    }
}

/// What leaves the window, or is cut off at its side.
fn cut_places(layer: &Layer, window: Rect, grounds: &Grounds) -> Vec<String> {
    let mut found = Vec::new();
    for place in layer.places.iter().filter(|place| is_button(place) && !grounds.has(place)) {
        let beside = place.rect.left() < place.seen.left() - SLACK || place.rect.right() > place.seen.right() + SLACK;
        if !window.expand(SLACK).contains_rect(place.seen) {
            found.push(format!("{:?} “{}” leaves the window: {:?}", place.role, place.name, place.rect));
        } else if beside {
            found.push(format!(
                "{:?} “{}” is cut off at its side: {:?} seen {:?}",
                place.role, place.name, place.rect, place.seen
            ));
        }
    }
    found
}

/// What lies on something else of its layer without being in it.
fn overlaps(layer: &Layer, grounds: &Grounds) -> Vec<String> {
    let mut found = Vec::new();
    let places: Vec<&Place> = layer.places.iter().filter(|place| is_control(place) && !grounds.has(place)).collect();
    for (at, a) in places.iter().enumerate() {
        for b in &places[at + 1..] {
            let common = a.seen.intersect(b.seen);
            let is_within = |a: Rect, b: Rect| a.expand(SLACK + 1.0).contains_rect(b);
            let on_each_other = common.width() > 3.0 && common.height() > 3.0;
            if on_each_other && !is_within(a.seen, b.seen) && !is_within(b.seen, a.seen) {
                let tell = |place: &Place| format!("{:?} “{}” {:?}", place.role, place.name, place.seen);
                found.push(format!("{} and {}", tell(a), tell(b)));
            }
        }
    }
    found
}

/// The smallest button that a line of text stands in.
fn holder<'a>(places: &'a [Place], line: &Line) -> Option<&'a Place> {
    let middle = line.ink.intersect(line.clip).center();
    let around = places.iter().filter(|place| place.seen.contains(middle));
    around.min_by(|a, b| a.rect.area().total_cmp(&b.rect.area())).filter(|place| is_button(place))
}

/// Words that end where their button, or what is seen of it, ends.
fn cut_words(layer: &Layer, grounds: &Grounds) -> Vec<String> {
    let mut found = Vec::new();
    for line in &layer.lines {
        let Some(place) = holder(&layer.places, line).filter(|place| !grounds.has(place)) else { continue };
        let may = place.rect.intersect(line.clip);
        let over = (may.left() - line.ink.left()).max(line.ink.right() - may.right());
        // What is scrolled is cut above and below.
        let tall = (place.rect.top() - line.ink.top()).max(line.ink.bottom() - place.rect.bottom());
        if over > SLACK + 0.5 || tall > SLACK + 0.5 {
            found.push(format!("“{}” of {:?} “{}” is cut: {:?} in {may:?}", line.text, place.role, place.name, line.ink));
        }
    }
    found
}

/// Where names of choices may not be cut, not even with a sign of it: they are what tells the choices apart.
const CHOICES: [&str; 3] = ["share", "adding from a template", "the start page"];

/// Words on choices that were cut, with the sign that says so: names anywhere, and in sharing what a choice gives, too.
fn cut_choices(layer: &Layer, at: &str) -> Vec<String> {
    let mut found = Vec::new();
    for line in &layer.lines {
        let Some(begun) = line.text.strip_suffix('…') else { continue };
        let is_choice = |place: &&Place| match place.role {
            Some(Role::RadioButton | Role::CheckBox) => at == "share" || place.name.starts_with(begun),
            Some(Role::Button) => at == "the start page" && place.name.starts_with(begun),
            _ => false,
        };
        // Some names end with that sign themselves.
        let Some(place) = holder(&layer.places, line).filter(is_choice).filter(|place| !place.name.contains(&line.text)) else {
            continue;
        };
        found.push(format!("“{}” of {:?} “{}” is cut", line.text, place.role, place.name));
    }
    found
}

#[test]
fn at_every_size_and_scale_nothing_is_cut_and_nothing_lies_on_something_else() {
    let mut wrong: BTreeMap<String, Vec<String>> = BTreeMap::new();
    everywhere(Shown::light([SHOWN[0].0, HEIGHT]), |place, window| {
        let (painted, grounds) = (Painted::of(&window.ctx), Grounds::of(window));
        let mut look = |window: &mut Window, language: &str, (width, scale): (f32, f32)| {
            let points = vec2(width, HEIGHT) / scale;
            window.set_size(points);
            window.run();
            let layers = painted.layers(window);
            let seen = layers.iter().flat_map(|layer| &layer.places).filter(|place| is_button(place)).count();
            assert!(seen > 2, "{place} at {scale}: {seen} buttons");
            let whole = Rect::from_min_size(Pos2::ZERO, points);
            for layer in layers {
                let mut here = cut_places(&layer, whole, &grounds);
                here.extend(overlaps(&layer, &grounds));
                here.extend(cut_words(&layer, &grounds));
                if CHOICES.contains(&place) {
                    here.extend(cut_choices(&layer, place));
                }
                for what in here {
                    wrong.entry(format!("{place}: {what}")).or_default().push(format!("{language}{width} at {scale}"));
                }
            }
        };
        for shown in SHOWN {
            look(window, "", shown);
        }
        // Words of German are longer.
        window.state_mut().want(Action::SetUp(Setup { language: LanguageChoice::German, ..Setup::default() }));
        window.run();
        for shown in GERMAN {
            look(window, "German, ", shown);
        }
    });
    let list: Vec<String> = wrong.iter().map(|(what, at)| format!("{what} ({})", at.join(", "))).collect();
    assert!(list.is_empty(), "{} places:\n{}", list.len(), list.join("\n"));
}
