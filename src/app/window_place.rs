//! Where the window stands and how large it is, from one start to the next. A window is never put where no screen is.

use std::collections::BTreeMap;

use egui::{Context, ViewportBuilder, vec2};

/// The least size of the window, and the one it has the first time.
const LEAST: [f32; 2] = [720.0, 560.0];
const FIRST: [f32; 2] = [1440.0, 900.0];
/// No screen is larger: what is larger was not written by this program.
const LARGEST: f32 = 16_384.0;

const WIDTH: &str = "width";
const HEIGHT: &str = "height";
const LEFT: &str = "left";
const TOP: &str = "top";
const MAXIMIZED: &str = "maximized";

/// Takes down where the window is. One that fills the screen keeps the size that it goes back to.
pub(super) fn note(ctx: &Context, kept: &mut BTreeMap<String, f32>) {
    let zoom = ctx.zoom_factor();
    let seen = ctx.input(|input| {
        let viewport = input.viewport();
        (viewport.minimized, viewport.maximized, viewport.fullscreen, viewport.inner_rect, viewport.outer_rect)
    });
    let (minimized, maximized, fullscreen, Some(inner), outer) = seen else { return };
    if minimized == Some(true) || fullscreen == Some(true) {
        return;
    }
    let maximized = maximized == Some(true);
    kept.insert(MAXIMIZED.to_owned(), if maximized { 1.0 } else { 0.0 });
    if maximized {
        return;
    }
    // Points of the system: a larger scale of everything makes ours larger, not the window. Whole ones: what only differs
    // behind the point is the same place.
    let mut put = |name: &str, points: f32| {
        if points.is_finite() {
            kept.insert(name.to_owned(), (points * zoom).round());
        }
    };
    put(WIDTH, inner.width());
    put(HEIGHT, inner.height());
    if let Some(outer) = outer {
        put(LEFT, outer.left());
        put(TOP, outer.top());
    }
}

/// A window where the last one was.
pub(super) fn placed(builder: ViewportBuilder, kept: &BTreeMap<String, f32>) -> ViewportBuilder {
    let number = |name: &str| kept.get(name).copied().filter(|number| number.is_finite());
    let side = |name: &str, at: usize| number(name).map_or(FIRST[at], |side| side.clamp(LEAST[at], LARGEST));
    let builder = builder.with_min_inner_size(LEAST).with_inner_size(vec2(side(WIDTH, 0), side(HEIGHT, 1)));
    let builder = match (number(LEFT), number(TOP)) {
        (Some(left), Some(top)) if left.abs() < LARGEST && top.abs() < LARGEST => builder.with_position([left, top]),
        _ => builder,
    };
    if number(MAXIMIZED) == Some(1.0) { builder.with_maximized(true) } else { builder }
}

/// A rectangle of a screen, in its pixels: left, top, width and height.
pub(super) type Pixels = [i64; 4];

/// Whether enough of the upper edge of a window lies on a screen that somebody can take hold of it.
pub(super) fn can_be_taken([left, top, width, _]: Pixels, screens: impl IntoIterator<Item = Pixels>) -> bool {
    /// So much of the edge is enough to take hold of, in pixels.
    const ENOUGH: i64 = 120;
    screens.into_iter().any(|[from, above, across, down]| {
        let seen = (left + width).min(from + across) - left.max(from);
        seen >= ENOUGH.min(width) && (above..above + down - 40).contains(&top.max(above)) && top >= above - 8
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_comes_back_as_large_as_it_was_and_no_file_makes_it_absurd() {
        let of = |words: &[(&str, f32)]| {
            let kept = words.iter().map(|(name, number)| ((*name).to_owned(), *number)).collect();
            let builder = placed(ViewportBuilder::default(), &kept);
            (builder.inner_size.map(|size| (size.x, size.y)), builder.position.map(|at| (at.x, at.y)), builder.maximized)
        };
        assert_eq!(of(&[]), (Some((1440.0, 900.0)), None, None));
        let kept = [("width", 1000.0), ("height", 700.0), ("left", -200.0), ("top", 40.0), ("maximized", 1.0)];
        assert_eq!(of(&kept), (Some((1000.0, 700.0)), Some((-200.0, 40.0)), Some(true)));
        let absurd = [("width", 3.0), ("height", 1.0e30), ("left", f32::NAN), ("top", 1.0e9)];
        assert_eq!(of(&absurd), (Some((720.0, 16_384.0)), None, None));
    }

    /// What is taken down of a window of 1200 × 800 at 100, 50, which the system tells in points of ours.
    fn noted(zoom: f32, kept: &mut BTreeMap<String, f32>, as_it_is: impl Fn(&mut egui::ViewportInfo)) {
        let ctx = Context::default();
        ctx.set_zoom_factor(zoom);
        let frame = || {
            let mut input = egui::RawInput::default();
            let viewport = input.viewports.entry(input.viewport_id).or_default();
            viewport.native_pixels_per_point = Some(1.0);
            let inner = egui::Rect::from_min_size(egui::pos2(100.0, 80.0) / zoom, vec2(1200.0, 800.0) / zoom);
            viewport.inner_rect = Some(inner);
            viewport.outer_rect = Some(inner.with_min_y(50.0 / zoom));
            as_it_is(viewport);
            input
        };
        // A zoom that is set holds from the next frame on.
        for _ in 0..2 {
            let mut drawn = ctx.run_ui(frame(), |ui| note(ui.ctx(), kept));
            // Nobody shows it.
            drawn.textures_delta.clear();
        }
    }

    #[test]
    fn where_a_window_is_is_taken_down_in_points_of_the_system_and_put_back_there() {
        for zoom in [0.8, 1.0, 1.5, 2.0] {
            let mut kept = BTreeMap::new();
            noted(zoom, &mut kept, |_| {});
            let expected = [("height", 800.0), ("left", 100.0), ("maximized", 0.0), ("top", 50.0), ("width", 1200.0)];
            let expected: BTreeMap<_, _> = expected.map(|(name, number)| (name.to_owned(), number)).into();
            assert_eq!(kept, expected, "at {zoom}");
            let again = placed(ViewportBuilder::default(), &kept);
            assert_eq!(
                (again.inner_size, again.position),
                (Some(vec2(1200.0, 800.0)), Some(egui::pos2(100.0, 50.0))),
                "at {zoom}"
            );
        }
    }

    #[test]
    fn a_window_that_fills_the_screen_keeps_the_size_it_goes_back_to() {
        let mut kept = BTreeMap::new();
        noted(1.5, &mut kept, |_| {});
        let before = kept.clone();
        let whole = egui::Rect::from_min_size(egui::Pos2::ZERO, vec2(2560.0, 1440.0));
        for change in [
            |viewport: &mut egui::ViewportInfo| viewport.fullscreen = Some(true),
            |viewport: &mut egui::ViewportInfo| viewport.minimized = Some(true),
            |viewport: &mut egui::ViewportInfo| viewport.inner_rect = None,
        ] {
            noted(1.5, &mut kept, |viewport| {
                (viewport.inner_rect, viewport.outer_rect) = (Some(whole), Some(whole));
                change(viewport);
            });
            assert_eq!(kept, before);
        }
        noted(1.5, &mut kept, |viewport| {
            (viewport.inner_rect, viewport.outer_rect, viewport.maximized) = (Some(whole), Some(whole), Some(true));
        });
        assert_eq!(kept.insert(MAXIMIZED.to_owned(), 0.0), Some(1.0), "that it fills the screen is kept");
        assert_eq!(kept, before, "and nothing else of it");
    }

    #[test]
    fn a_window_beside_every_screen_cannot_be_taken() {
        let screens = [[0, 0, 1920, 1080], [1920, 0, 2560, 1440]];
        for (window, can) in [
            ([100, 100, 1440, 900], true),
            ([2000, 50, 1440, 900], true),
            ([-1300, 100, 1440, 900], true),
            ([-1400, 100, 1440, 900], false),
            ([5000, 100, 1440, 900], false),
            ([100, 1200, 1440, 900], false),
            ([2000, 1200, 1440, 900], true),
            ([100, -300, 1440, 900], false),
        ] {
            assert_eq!(can_be_taken(window, screens), can, "{window:?}");
        }
    }
}
