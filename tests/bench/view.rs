//! A window that holds one view alone: a plan, what is derived from it, and the frames of the view; and what the benches of the
//! views have in common.
#![allow(unreachable_pub, reason = "shared by several benches")]
#![allow(dead_code, reason = "no bench uses all of it")]

use std::hint::black_box;

use egui::{Context, Event, FullOutput, Key, Modifiers, PointerButton, Pos2, RawInput, Rect, Ui, Vec2};
use momentboard::app::Deriver;
use momentboard::check::Options;
use momentboard::edit::Document;
use momentboard::model::{Campaign, Day};
use momentboard::store::template;
use momentboard::ui::shelf::Shelf;
use momentboard::ui::theme;
use momentboard::ui::view::{Actions, Cx, FileView, Selection, Setup, Sieve, View};

use crate::measure::{measure, table};

/// Moments and lanes. The first is the one to which the others are compared.
pub(crate) const SIZES: [(usize, usize); 7] =
    [(100, 7), (100, 1), (1_000, 12), (10_000, 100), (100_000, 1_000), (100_000, 2_000), (100_000, 12)];

/// A view, how it is drawn, and how large it is.
pub(crate) struct Drawn<S> {
    pub view: View,
    pub draw: fn(&Cx<'_>, &mut S, &mut Ui, &mut Actions),
    pub size: [f32; 2],
    /// The day that is today.
    pub today: Day,
}

/// The window.
pub(crate) struct ViewWindow<S> {
    pub ctx: Context,
    pub document: Document,
    pub deriver: Deriver,
    /// What the view remembers.
    pub state: S,
    drawn: Drawn<S>,
    pictures: Shelf,
    file: FileView,
    setup: Setup,
    time: f64,
}

impl<S: Default> ViewWindow<S> {
    /// The view of a plan, drawn until fonts, glyphs and what is kept from frame to frame are there.
    pub(crate) fn new(campaign: Campaign, drawn: Drawn<S>) -> Self {
        Self::with(campaign, drawn, S::default())
    }

    /// The same where the view begins with what it remembers.
    pub(crate) fn with(campaign: Campaign, drawn: Drawn<S>, state: S) -> Self {
        let document = Document::unsaved(campaign);
        let mut deriver = Deriver::default();
        deriver.update(document.campaign(), document.revision(), &Options::default());
        let ctx = Context::default();
        theme::install(&ctx);
        let mut window = Self {
            ctx,
            document,
            deriver,
            state,
            drawn,
            pictures: Shelf::default(),
            file: FileView::default(),
            setup: Setup::default(),
            time: 0.0,
        };
        for _ in 0..20 {
            window.frame(Vec::new());
        }
        window
    }

    /// A frame with these events; how many vertices it has says that something was drawn.
    pub(crate) fn frame(&mut self, events: Vec<Event>) -> usize {
        let input = input(self.drawn.size, &mut self.time, events);
        let (selection, sieve) = (Selection::default(), Sieve::default());
        let Self { ctx, document, deriver, state, drawn, pictures, file, setup, .. } = self;
        let output = ctx.run_ui(input, |ui| {
            let cx = Cx {
                campaign: document.campaign(),
                index: document.index(),
                derived: &deriver.derived,
                selection: &selection,
                sieve: &sieve,
                tokens: theme::of(ui),
                today: drawn.today,
                options: &deriver.options,
                pictures,
                file,
                setup,
                view: drawn.view,
                has_block: false,
                in_guide: false,
                preview: None,
                prompts: template::prompts(),
            };
            let mut out = Actions::default();
            (drawn.draw)(&cx, state, ui, &mut out);
            black_box(out);
        });
        vertices(ctx, output)
    }
}

/// What egui is given for the next frame of a window of that size.
pub(crate) fn input(size: [f32; 2], time: &mut f64, events: Vec<Event>) -> RawInput {
    *time += 1.0 / 60.0;
    let screen = Rect::from_min_size(Pos2::ZERO, size.into());
    RawInput { screen_rect: Some(screen), time: Some(*time), events, ..RawInput::default() }
}

/// Makes the triangles of a frame; how many vertices they have.
pub(crate) fn vertices(ctx: &Context, mut output: FullOutput) -> usize {
    // No graphics card takes the glyphs.
    output.textures_delta.clear();
    let primitives = black_box(ctx.tessellate(output.shapes, output.pixels_per_point));
    let meshes = primitives.iter().filter_map(|clipped| match &clipped.primitive {
        egui::epaint::Primitive::Mesh(mesh) => Some(mesh.vertices.len()),
        egui::epaint::Primitive::Callback(_) => None,
    });
    meshes.sum()
}

/// What a plan of that size is called.
pub(crate) fn size_name((moments, lanes): (usize, usize)) -> String {
    let lanes = if lanes == 1 { "1 lane".to_owned() } else { format!("{lanes} lanes") };
    format!("{moments} in {lanes}")
}

/// What a row of that size is called.
pub(crate) fn name(size: (usize, usize), vertices: usize) -> String {
    format!("{}, {}k vertices", size_name(size), vertices / 1000)
}

/// A table with a row a size: a window of that size is made ready, which says how many vertices it has, and then steps are taken in
/// it, each with its number, from 1 on.
pub(crate) fn rows<W>(
    title: &str,
    steps: usize,
    window: impl Fn((usize, usize)) -> W,
    ready: impl Fn(&mut W) -> usize,
    step: impl Fn(&mut W, usize) -> usize,
) {
    rows_of(title, &SIZES, steps, window, ready, step);
}

/// The same with sizes of its own, the first of which is the one to which the others are compared.
pub(crate) fn rows_of<W>(
    title: &str,
    of: &[(usize, usize)],
    steps: usize,
    window: impl Fn((usize, usize)) -> W,
    ready: impl Fn(&mut W) -> usize,
    step: impl Fn(&mut W, usize) -> usize,
) {
    let (titles, sizes) = wanted();
    if !titles.is_empty() && !titles.iter().any(|word| title.to_lowercase().contains(word.as_str())) {
        return;
    }
    let mut rows = Vec::new();
    for (at, size) in of.iter().enumerate() {
        if !sizes.is_empty() && at > 0 && !sizes.contains(size) {
            continue;
        }
        let mut window = window(*size);
        let drawn = ready(&mut window);
        let mut at = 0;
        rows.push(measure(name(*size, drawn), steps, || {
            at += 1;
            step(&mut window, at)
        }));
    }
    table(title, &rows);
}

/// What is asked for behind `cargo bench --bench edits --`: words of the titles of tables, and sizes such as `100000/12`. Without any
/// of a sort all are measured.
fn wanted() -> (Vec<String>, Vec<(usize, usize)>) {
    let asked = std::env::args().skip(1).filter(|argument| !argument.starts_with('-'));
    let size = |text: &str| text.split_once('/').and_then(|(moments, lanes)| Some((moments.parse().ok()?, lanes.parse().ok()?)));
    let (sizes, titles): (Vec<String>, Vec<String>) = asked.partition(|text| size(text).is_some());
    (titles.into_iter().map(|word| word.to_lowercase()).collect(), sizes.iter().filter_map(|text| size(text)).collect())
}

/// To and fro: by three points on for a hundred steps, then back.
pub(crate) fn sway(at: usize) -> f32 {
    if (at / 100).is_multiple_of(2) { -3.0 } else { 3.0 }
}

/// The wheel, turned by so many points.
pub(crate) fn wheel(delta: Vec2) -> Event {
    Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta,
        source: egui::MouseWheelSource::Unknown,
        phase: egui::TouchPhase::Move,
        modifiers: Modifiers::NONE,
    }
}

/// The button of the pointer goes down, or up.
pub(crate) fn button(pos: Pos2, pressed: bool) -> Event {
    Event::PointerButton { pos, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE }
}

/// A key goes down, or up.
pub(crate) fn key(modifiers: Modifiers, key: Key, pressed: bool) -> Event {
    Event::Key { key, physical_key: None, pressed, repeat: false, modifiers }
}
