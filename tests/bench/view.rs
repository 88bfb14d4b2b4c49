//! A window without a graphics card that holds one view of a large plan, for the benches that draw one: they only say which view, how
//! large it is, and what happens in it.
#![allow(unreachable_pub, reason = "shared by several benches")]
#![allow(dead_code, reason = "no bench uses all of it")]

use std::hint::black_box;

use egui::{Context, Event, FullOutput, Pos2, RawInput, Rect, Ui};
use momentboard::app::Deriver;
use momentboard::check::Options;
use momentboard::edit::Document;
use momentboard::model::{Campaign, Day};
use momentboard::store::template;
use momentboard::ui::shelf::Shelf;
use momentboard::ui::theme;
use momentboard::ui::view::{Actions, Cx, FileView, Selection, Setup, Sieve, View};

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
        let document = Document::unsaved(campaign);
        let mut deriver = Deriver::default();
        deriver.update(document.campaign(), document.revision(), &Options::default());
        let ctx = Context::default();
        theme::install(&ctx);
        let mut window = Self {
            ctx,
            document,
            deriver,
            state: S::default(),
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
pub(crate) fn vertices(ctx: &Context, output: FullOutput) -> usize {
    let primitives = black_box(ctx.tessellate(output.shapes, output.pixels_per_point));
    let meshes = primitives.iter().filter_map(|clipped| match &clipped.primitive {
        egui::epaint::Primitive::Mesh(mesh) => Some(mesh.vertices.len()),
        egui::epaint::Primitive::Callback(_) => None,
    });
    meshes.sum()
}
