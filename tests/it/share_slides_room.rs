//! Slides on a computer that does not have the deck's font, and slides that nobody wants any more.

use std::sync::atomic::{AtomicUsize, Ordering};

use momentboard::check;
use momentboard::share::pptx::pptx;
use momentboard::share::scene::{
    Align, Face, Fonts, Item, Laid, Page, Point, Rgb, Scene, Size, Style, TextRole, Typesetter, Weight,
};
use momentboard::share::{Choice, ExportError, Format, Kit, Reader, Watch, export};

use crate::plans::large_plan;
use crate::slides::{Slides, all, one, place};

fn style(size: f64) -> Style {
    Style { face: Face::Body, weight: Weight::Regular, size, leading: size * 1.3, color: Rgb(29, 32, 37), tracking: 0.0 }
}

/// A text that is offered no more room than it takes, as labels are.
fn snug(set: &mut Typesetter, text: &str) -> Laid {
    let width = set.text(text, style(9.0), 400.0).ink_width();
    set.text(text, style(9.0), width + 0.01)
}

#[test]
fn labels_have_room_for_another_font_and_texts_keep_their_columns() {
    let mut set = Typesetter::new(&Fonts::shipped());
    let hook = "I have turned down every shoe brand since 2022. Here is why I stopped.";
    let title = Style { face: Face::Heading, weight: Weight::Semibold, ..style(23.0) };
    let texts = [
        (snug(&mut set, "Announcement"), TextRole::Body),
        (set.lines("28 Oct", style(9.0), 30.0, 1, Align::Center), TextRole::Body),
        (set.text("A name", style(9.0), 300.0), TextRole::Body),
        (set.text(hook, style(9.0), 130.0), TextRole::Body),
        (set.text("Two\nlines", style(9.0), 30.0), TextRole::Body),
        (set.text("Nobody is asked to buy before they know why", title, 500.0), TextRole::Title),
    ];
    let ink = [0, 1].map(|at| texts[at].0.ink_width());
    let items = texts.into_iter().enumerate();
    let items = items.map(|(at, (laid, role))| Item::text(Point::new(40.0, 40.0 + 60.0 * at as f64), laid, role)).collect();
    let page = Page {
        size: Size::new(960.0, 540.0),
        background: Rgb(255, 255, 255),
        title: "A page".into(),
        anchor: "a".into(),
        bookmark: None,
        items,
        notes: String::new(),
    };
    let empty = Page { items: Vec::new(), anchor: "cover".into(), ..page.clone() };
    let scene = Scene { title: "A plan".into(), language: "en", pages: vec![empty, page], ..Scene::default() };
    let bytes = pptx(&scene, &Kit::default(), None, Watch::none()).unwrap();
    let file = Slides::open(&bytes);
    file.check();
    let slide = file.slide(2);
    let root = slide.root_element();
    let wide = |text: &str| {
        let size = one(one(place(root, text), "spPr"), "ext").attribute("cx").unwrap().parse::<f64>().unwrap() / 12_700.0;
        assert_eq!(one(place(root, text), "bodyPr").attribute("wrap"), Some("square"), "{text} is broken when it becomes longer");
        size
    };
    // A fifth more than they take is more than any usual font needs; what has room keeps the width of its column.
    for (text, least) in [("Announcement", ink[0] * 1.2), ("28 Oct", ink[1] * 1.2)] {
        assert!(wide(text) >= least, "{text}: {} of {least}", wide(text));
    }
    for (text, width) in [("A name", 300.0), ("I have", 130.0), ("Two", 30.0)] {
        assert!(wide(text) <= width * 1.08, "{text}: {} of {width}", wide(text));
    }
    // A title becomes smaller rather than stand on what is below it.
    assert_eq!(all(place(root, "Nobody"), "normAutofit").count(), 1);
}

#[test]
fn a_long_export_stops_soon_wherever_it_is() {
    let campaign = large_plan(7, 300, 6);
    let report = check::check(&campaign, &check::Options::default());
    for format in [Format::Pdf, Format::Pptx, Format::Xlsx, Format::Csv, Format::Ics, Format::Png, Format::Svg] {
        let choice = Choice::new(Reader::Internal, format);
        let asked = AtomicUsize::new(0);
        let watch = |_: usize, _: usize| {
            asked.fetch_add(1, Ordering::Relaxed);
            true
        };
        export(&campaign, &report, &choice, Watch(&watch)).unwrap();
        let times = asked.load(Ordering::Relaxed);
        // Decks ask before every few pages; tables and pictures are done before anybody could press anything.
        let least = if format.is_deck() { 20 } else { 1 };
        assert!(times >= least, "{format:?} asks {times} times");
        for at in [0, 1, times / 2, times - 1] {
            let left = AtomicUsize::new(at.min(times - 1));
            let watch =
                |_: usize, _: usize| left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_ok();
            let stopped = export(&campaign, &report, &choice, Watch(&watch));
            assert_eq!(stopped, Err(ExportError::Cancelled), "{format:?} stopped at step {at} of {times}");
        }
    }
}
