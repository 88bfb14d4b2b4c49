//! How long sharing takes, in every format, and how large the files are; and the PDF writer alone, on cards with pictures.

#![expect(clippy::disallowed_methods, clippy::print_stdout, reason = "a bench reads the clock and prints")]

#[path = "measure.rs"]
mod measure;
#[path = "../support/plans.rs"]
mod plans;

use std::collections::BTreeSet;
use std::io::Cursor;
use std::sync::Arc;

use image::{DynamicImage, ImageFormat, Rgb as Pixel, RgbImage};
use measure::{measure, table};
use momentboard::check::{Options, check};
use momentboard::model::{Campaign, Day, Picture};
use momentboard::share::pdf::pdf;
use momentboard::share::scene::{
    Face, Fonts, Form, Group, Image, Item, Page, Point, Ready, Rect, Rgb, Role, Scene, Shape, Size, Style, TextRole, Typesetter,
    Weight,
};
use momentboard::share::{Choice, ExportError, Format, Reader, Section, Watch, export};
use momentboard::store::picture::from_bytes;
use plans::large_plan;

/// The program's own allocator, without which sharing measures that of the system.
#[cfg(feature = "gui")]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How many different pictures a plan has.
const PICTURES: usize = 24;

fn main() {
    // Endings choose formats: `cargo bench --bench export -- pdf pptx`. Without any, all are measured.
    let wanted: Vec<String> = std::env::args().skip(1).filter(|argument| !argument.starts_with('-')).collect();
    let plans: Vec<_> = [(12, 3), (1_000, 12)]
        .into_iter()
        .flat_map(|(moments, lanes)| {
            [(moments, "", large_plan(7, moments, lanes)), (moments, ", pictures", pictured(moments, lanes))]
        })
        .collect();
    for format in
        Format::ALL.into_iter().filter(|format| wanted.is_empty() || wanted.iter().any(|ending| ending == format.ending()))
    {
        let mut choice = Choice::new(Reader::Internal, format);
        choice.made_on = Day::new(2027, 9, 16);
        let mut rows = Vec::new();
        // The deck that the goals were set by: cards and arcs. With tables, labels and briefs it has two and a half times the pages.
        let cards = [Section::Cover, Section::Summary, Section::Arc, Section::Storyboards];
        let parts = [Section::ALL.into_iter().collect(), BTreeSet::from(cards)];
        let parts = if format.is_deck() { parts.to_vec() } else { parts[..1].to_vec() };
        for (moments, what, plan, sections) in
            plans.iter().flat_map(|(moments, what, plan)| parts.iter().map(move |sections| (moments, what, plan, sections)))
        {
            choice.sections.clone_from(sections);
            let report = check(plan, &Options::default());
            let start = std::time::Instant::now();
            let made = match export(plan, &report, &choice, Watch::none()) {
                Ok(made) => made,
                Err(ExportError::Cancelled) => break,
                Err(ExportError::Failed { message, .. }) => {
                    println!("\n.{}: left out, because sharing says: {message}", format.ending());
                    break;
                }
            };
            // The first time is the one of a terminal: later ones find pictures that were made ready before.
            let first = start.elapsed().as_millis();
            let again = export(plan, &report, &choice, Watch::none());
            assert!(again.as_ref() == Ok(&made), "same plan, same bytes");
            let part = if sections.len() == cards.len() { ", cards only" } else { "" };
            let name = format!("{moments}{what}{part}, {} KB, first {first} ms", made.bytes.len().div_ceil(1000));
            rows.push(measure(name, 5, || export(plan, &report, &choice, Watch::none())));
        }
        if !rows.is_empty() {
            table(&format!(".{} with {PICTURES} pictures or none, team", format.ending()), &rows);
        }
    }
    if !wanted.is_empty() {
        return;
    }

    let writer = [12, 1_000].map(|cards| {
        let scene = cards_of(cards);
        let made = pdf(&scene, None, None, Watch::none()).expect("the scene is sound");
        let name = format!("{cards} cards, {} pages, {} KB", scene.pages.len(), made.bytes.len().div_ceil(1000));
        measure(name, 10, || pdf(&scene, None, None, Watch::none()))
    });
    table("The PDF writer alone", &writer);
}

/// A plan whose moments have pictures.
fn pictured(moments: usize, lanes: usize) -> Campaign {
    let mut plan = large_plan(7, moments, lanes);
    let pictures: Vec<Arc<Picture>> = (0..PICTURES)
        .map(|nth| Arc::new(from_bytes("picture.jpg", &photo(nth, 1600, 1066)).expect("the picture is sound")))
        .collect();
    for lane in &mut plan.lanes {
        for (nth, moment) in Arc::make_mut(lane).moments.iter_mut().enumerate() {
            Arc::make_mut(moment).image = Some(pictures[nth % PICTURES].id);
        }
    }
    plan.pictures = pictures;
    plan
}

/// A JPEG that packs about as a photograph does.
fn photo(seed: usize, width: u32, height: u32) -> Vec<u8> {
    let image = RgbImage::from_fn(width, height, |x, y| {
        let noise = (x.wrapping_mul(31) ^ y.wrapping_mul(17)).wrapping_add(seed as u32 * 97) % 23;
        let part = |of: u32, by: u32| (of * 180 / by + noise) as u8;
        Pixel([part(x, width), part(y, height), (seed * 9) as u8])
    });
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(image).write_to(&mut bytes, ImageFormat::Jpeg).expect("a picture in memory can be written");
    bytes.into_inner()
}

/// Pages of eight cards, each with a picture, a title, a text and a label, as storyboards have them.
fn cards_of(cards: usize) -> Scene {
    let mut set = Typesetter::new(&Fonts::shipped());
    let ink = Rgb(0x1D, 0x20, 0x25);
    let style = |size: f64, weight| Style { face: Face::Body, weight, size, leading: size * 1.35, color: ink, tracking: 0.0 };
    let pictures: Vec<Arc<Ready>> = (0..PICTURES)
        .map(|nth| {
            let bytes = photo(nth, 960, 640).into();
            Arc::new(Ready { width: 960, height: 640, bytes, is_png: false, id: [nth as u8; 32] })
        })
        .collect();
    let mut pages = Vec::new();
    for first in (0..cards).step_by(8) {
        let mut items = vec![Item::text(
            Point::new(36.0, 26.0),
            set.text("Storyboard", style(23.0, Weight::Semibold), 800.0),
            TextRole::Title,
        )];
        for (place, nth) in (first..cards.min(first + 8)).enumerate() {
            let (x, y) = (36.0 + (place % 4) as f64 * 225.0, 68.0 + (place / 4) as f64 * 226.0);
            let frame = |top: f64, bottom: f64| Rect::new(x, y + top, x + 213.0, y + bottom);
            let mut text = |text: &str, size, weight, down: f64, role| {
                Item::text(Point::new(x + 8.0, y + down), set.text(text, style(size, weight), 197.0), role)
            };
            let title = format!("No. {nth}: why I said yes — 日本語, مرحبا, 🎉");
            let body = "She runs at night, because the streets are hers then; nobody is sold anything on this card.";
            let texts = [
                text(&title, 10.5, Weight::Semibold, 92.0, TextRole::Heading(2)),
                text(body, 9.0, Weight::Regular, 126.0, TextRole::Body),
                text("16 Sep · Instagram · Values", 9.0, Weight::Medium, 194.0, TextRole::Body),
            ];
            let card =
                Item::Shape(Shape { form: Form::Rect(frame(0.0, 214.0), 8.0), fill: Some(Rgb(255, 255, 255)), stroke: None });
            let picture = Arc::clone(&pictures[nth % PICTURES]);
            let picture = Image { frame: frame(0.0, 84.0), corner: 8.0, picture, alt: format!("Picture {nth}"), whole: false };
            let inside = [card, Item::Image(picture)].into_iter().chain(texts).collect();
            items.push(Item::Group(Group { role: Role::Section(title), items: inside }));
        }
        pages.push(Page {
            size: Size::new(960.0, 540.0),
            background: Rgb(0xF5, 0xF4, 0xF1),
            title: "Storyboard".into(),
            anchor: format!("page-{first}"),
            bookmark: Some((0, format!("From {first}"))),
            items,
            notes: String::new(),
        });
    }
    Scene { title: "Cards".into(), language: "en", pages, ..Scene::default() }
}
