//! Scenes as nobody would lay them out, as PDF: numbers that are none, texts that fight back, pictures that are cut off.

use std::sync::Arc;

use momentboard::model::Day;
use momentboard::share::Watch;
use momentboard::share::pdf::pdf;
use momentboard::share::scene::{
    BezPath, Cell, Column, Fonts, Form, Icon, Image, Item, Link, Page, Point, Ready, Rect, Role, Row, Scene, Shape, Size, Stroke,
    Table, Text, TextRole, Typesetter,
};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::pdf_file::PdfFile;
use crate::share_pdf::{INK, Pen, group, made, page, picture, scene, style, tag, written};

/// Texts that nobody types on purpose.
const HOSTILE: [&str; 18] = [
    "",
    " ",
    "\n\n\n",
    "\t\u{a0}\u{2003}",
    "\0\u{1}\u{7f}\u{feff}\u{fffe}\u{ffff}",
    "\u{202e}reversed\u{202c} \u{2067}isolated",
    "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}",
    "👩‍👩‍👧‍👦🏳️‍🌈🇩🇪🇩",
    "مرحبا hello שלום 123 نص",
    "한국어𓀀\u{10ffff}\u{e000}",
    "))> >> endstream endobj %%EOF stream\nendstream",
    "</rdf:li>]]><script>",
    "नमस्ते क्षत्रिय",
    "﷽﷽﷽",
    "\u{ad}\u{200b}\u{200d}\u{2028}\u{2029}",
    "=HYPERLINK(\"http://x\")",
    "Z̸̡̢̛̗͓a̷l̶g̵o̸",
    "a very ordinary sentence that goes on for a little while and breaks",
];

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        8 => -50.0..1000.0,
        1 => prop::sample::select(vec![f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 0.0, -0.0, 1e300, -1e300, f64::MIN_POSITIVE, 1e9]),
    ]
}

fn place() -> impl Strategy<Value = Rect> {
    (number(), number(), number(), number()).prop_map(|(a, b, c, d)| Rect::new(a, b, c, d))
}

fn role() -> impl Strategy<Value = TextRole> {
    prop::sample::select(vec![TextRole::Title, TextRole::Heading(0), TextRole::Heading(9), TextRole::Body, TextRole::Running])
}

fn leaf() -> impl Strategy<Value = Item> {
    let words = || prop::sample::select(&HOSTILE[..]);
    let set = |text: &str, size: f64, width: f64| Arc::new(Typesetter::new(&Fonts::shipped()).text(text, style(size), width));
    let link = prop::sample::select(vec![
        None,
        Some(Link::Page("0".into())),
        Some(Link::Page(String::new())),
        Some(Link::Web("https://x/)(\\".into())),
        Some(Link::Web("https://".into())),
        Some(Link::Web("file:///x".into())),
    ]);
    let text = (words(), number(), number(), 1.0..400.0, role(), link.clone());
    let text = text.prop_map(move |(text, x, y, width, role, link)| {
        Item::Text(Text { at: Point::new(x, y), laid: set(text, 12.0, width), role, link })
    });
    let form = prop_oneof![
        (place(), number()).prop_map(|(place, corner)| Form::Rect(place, corner)),
        place().prop_map(Form::Ellipse),
        (prop::sample::select(vec!['\u{e2a8}', 'A']), any::<bool>(), place())
            .prop_map(|(sign, filled, place)| Form::Icon(Icon { sign, filled }, place)),
        prop::collection::vec((number(), number()), 0..5).prop_map(|points| {
            let mut path = BezPath::new();
            path.move_to((0.0, 0.0));
            for point in points {
                path.line_to(point);
            }
            Form::Path(path)
        }),
    ];
    let stroke = prop::option::of((number(), prop::option::of((number(), number()))))
        .prop_map(|line| line.map(|(width, dash)| Stroke { color: INK, width, dash }));
    let shape =
        (form, prop::option::of(Just(INK)), stroke).prop_map(|(form, fill, stroke)| Item::Shape(Shape { form, fill, stroke }));
    let broken = |bytes: &[u8], is_png| Arc::new(Ready { width: 4, height: 3, bytes: bytes.into(), is_png, id: [9; 32] });
    let cut = picture(true);
    let pictures = vec![
        picture(false),
        picture(true),
        broken(&cut.bytes[..cut.bytes.len() / 2], true),
        broken(&picture(false).bytes[..40], false),
        broken(b"", false),
    ];
    let image = (place(), number(), prop::sample::select(pictures), words(), any::<bool>());
    let image = image
        .prop_map(|(frame, corner, picture, alt, whole)| Item::Image(Image { frame, corner, picture, alt: alt.into(), whole }));
    let rows = prop::collection::vec((any::<bool>(), number(), prop::collection::vec((words(), link), 0..4)), 0..4);
    let table = (number(), number(), words(), prop::collection::vec(number(), 0..4), rows).prop_map(
        move |(x, y, summary, columns, rows)| {
            let row = |(is_head, height, cells): (bool, f64, Vec<(&str, Option<Link>)>)| {
                let cells = cells.into_iter().map(|(text, link)| Cell { laid: set(text, 9.0, 60.0), link });
                Row { is_head, height, fill: is_head.then_some(INK), cells: cells.collect() }
            };
            Item::Table(Table {
                at: Point::new(x, y),
                summary: summary.into(),
                columns: columns.into_iter().map(|width| Column { width }).collect(),
                rows: rows.into_iter().map(row).collect(),
                rule: INK,
                padding: (2.0, 2.0),
            })
        },
    );
    prop_oneof![4 => text, 2 => shape, 1 => image, 1 => table]
}

fn item() -> impl Strategy<Value = Item> {
    let roles = vec![
        Role::Section(String::new()),
        Role::Figure(String::new()),
        Role::Figure("\u{1}A figure".into()),
        Role::List,
        Role::Entry,
        Role::Decoration,
    ];
    leaf().prop_recursive(3, 12, 4, move |inner| {
        let items = prop::collection::vec(inner, 0..4);
        (prop::sample::select(roles.clone()), items).prop_map(|(role, items)| group(role, items))
    })
}

fn as_page(bookmark: Option<(u8, &str)>, items: Vec<Item>) -> Page {
    page("0", bookmark, items)
}

fn any_scene() -> impl Strategy<Value = Scene> {
    let words = || prop::sample::select(&HOSTILE[..]);
    let bookmark = prop::option::of((0..4_u8, words()));
    let page = (number(), number(), bookmark, prop::collection::vec(item(), 0..6));
    let page =
        page.prop_map(|(width, height, bookmark, items)| Page { size: Size::new(width, height), ..as_page(bookmark, items) });
    (words(), words(), words(), prop::collection::vec(page, 0..4)).prop_map(|(title, author, subject, pages)| Scene {
        title: title.into(),
        author: author.into(),
        subject: subject.into(),
        language: "en",
        pages,
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, rng_seed: RngSeed::Fixed(5), failure_persistence: None, ..ProptestConfig::default() })]

    /// A panic while something is tagged would end the program, so this is not only about errors.
    #[test]
    fn whatever_a_scene_holds_it_becomes_a_document_that_can_be_read_aloud(scene in any_scene()) {
        let made = made(&scene);
        let file = PdfFile::read(&made.bytes);
        prop_assert_eq!(file.pages.len(), scene.pages.len().max(1));
        prop_assert_eq!(&file.tags()[0].kind, "Document");
        roxmltree::Document::parse(file.description().trim_start_matches('\u{feff}')).expect("the description is XML");
        prop_assert_eq!(&pdf(&scene, Day::new(2027, 9, 16), None, Watch::none()).unwrap(), &made);
    }
}

#[test]
fn very_long_texts_and_very_many_pages_come_through_whole() {
    let mut pen = Pen::new();
    let endless = (0..20_000).map(|number| format!("{number:05}")).collect::<Vec<_>>().concat();
    let marks = format!("a{}", "\u{301}".repeat(2_000));
    let items = vec![pen.text(&endless, 0.0, TextRole::Body), pen.text(&marks, 0.0, TextRole::Title)];
    let file = written(&scene(vec![page("a", None, items)]));
    let tags = file.tags();
    assert_eq!(tag(&tags, "P").text, endless);
    assert_eq!(tag(&tags, "H1").text, marks);
    let pages = (0..300).map(|nth| {
        let anchor = format!("p{nth}");
        page(&anchor, Some((0, &anchor)), vec![pen.text(&anchor, 20.0, TextRole::Title)])
    });
    let file = written(&scene(pages.collect()));
    assert_eq!((file.pages.len(), file.bookmarks().len()), (300, 300));
    assert_eq!(file.text(299), "p299");
}
