//! What always holds in slides, over scenes that nobody would lay out.

use std::sync::Arc;

use momentboard::share::pptx::pptx;
use momentboard::share::scene::{
    Align, BezPath, Cell, Column, Face, Fonts, Form, Group, Icon, Image, Item, Laid, Link, Page, Point, Ready, Rect, Rgb, Role,
    Row, Scene, Shape, Size, Span, Stroke, Style, Table, Text, TextRole, Typesetter, Weight,
};
use momentboard::share::{Kit, Watch};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::plans::Dice;
use crate::slides::{Slides, texts};

/// Texts that have broken somebody's slides.
const TEXTS: [&str; 20] = [
    "",
    "   ",
    "\n\n",
    "Why I run",
    "two\nlines",
    "<script>alert(1)</script>",
    "</a:t></a:r></a:p>",
    "=HYPERLINK(\"http://x\")",
    "a & b &amp; \"c\" 'd' ]]> <!-- -->",
    "[[paper]] [[slides]] {0} %s _x000D_",
    "🎉 👩‍👩‍👧 🇩🇪",
    "日本語のテキスト",
    "مرحبا بالعالم 123",
    "שלום hello \u{202E}gnp.exe\u{202C}",
    "\u{0}\u{1}\u{8}\u{b}\u{1f}x\u{FFFE}\u{FFFF}",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}",
    "tab\there",
    "नमस्ते दुनिया",
    "12",
    "Page 1",
];
const NUMBERS: [f64; 12] = [0.0, 1.0, 12.5, 100.0, 300.3, 539.0, 960.0, -40.0, 1e9, -1e12, f64::NAN, f64::INFINITY];

fn clean(text: &str) -> String {
    let odd = |c: char| c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}' | '\u{202A}'..='\u{202E}');
    text.chars().map(|c| if c == '\t' { ' ' } else { c }).filter(|c| *c == '\n' || !odd(*c)).collect()
}

struct Maker {
    random: Dice,
    set: Typesetter,
    /// What the slides must show.
    said: Vec<String>,
}

impl Maker {
    fn number(&mut self) -> f64 {
        self.random.pick(&NUMBERS)
    }

    fn point(&mut self) -> Point {
        Point::new(self.number(), self.number())
    }

    fn rect(&mut self) -> Rect {
        Rect::new(self.number(), self.number(), self.number(), self.number())
    }

    fn rgb(&mut self) -> Rgb {
        self.random.pick(&[Rgb(0, 0, 0), Rgb(0xF5, 0xF4, 0xF1), Rgb(0x4A, 0x48, 0xC4), Rgb(1, 2, 3)])
    }

    fn style(&mut self) -> Style {
        Style {
            face: self.random.pick(&[Face::Heading, Face::Body]),
            weight: self.random.pick(&[Weight::Regular, Weight::Medium, Weight::Semibold]),
            size: self.random.pick(&[9.0, 10.5, 23.0, 46.0]),
            leading: self.random.pick(&[12.5, 15.0, 28.0]),
            color: self.rgb(),
            tracking: self.random.pick(&[0.0, -0.015, 0.1]),
        }
    }

    fn words(&mut self) -> String {
        if self.random.chance(3) {
            return "x".repeat(10_000);
        }
        self.random.pick(&TEXTS).to_owned()
    }

    fn laid(&mut self) -> Arc<Laid> {
        let spans: Vec<Span> = (0..=self.random.below(3)).map(|_| Span { text: self.words(), style: self.style() }).collect();
        let width = self.random.pick(&[30.0, 120.0, 874.0]);
        let align = self.random.pick(&[Align::Start, Align::Center, Align::End]);
        let laid = self.set.set(&spans, width, align);
        let laid = if self.random.chance(20) { laid.split(40.0).0 } else { laid };
        let shown = clean(laid.shown());
        if !shown.is_empty() {
            self.said.push(shown);
        }
        Arc::new(laid)
    }

    fn link(&mut self) -> Option<Link> {
        match self.random.below(6) {
            0 => Some(Link::Page("page-1".into())),
            1 => Some(Link::Page("nowhere".into())),
            2 => Some(Link::Web(
                self.random.pick(&["https://example.org/ü?<>", "http://", "file:///c", "mailto:a@b.example"]).into(),
            )),
            _ => None,
        }
    }

    fn path(&mut self) -> BezPath {
        let mut path = BezPath::new();
        if self.random.chance(90) {
            path.move_to(self.point());
            for _ in 0..self.random.below(4) {
                match self.random.below(4) {
                    0 => path.line_to(self.point()),
                    1 => path.quad_to(self.point(), self.point()),
                    2 => path.curve_to(self.point(), self.point(), self.point()),
                    _ => path.close_path(),
                }
            }
        }
        path
    }

    fn shape(&mut self) -> Shape {
        let form = match self.random.below(4) {
            0 => Form::Rect(self.rect(), self.number()),
            1 => Form::Ellipse(self.rect()),
            2 => Form::Icon(Icon { sign: '\u{e2a8}', filled: self.random.chance(50) }, self.rect()),
            _ => Form::Path(self.path()),
        };
        let dash = self.random.chance(50).then(|| (self.number(), self.number()));
        let stroke = self.random.chance(60).then(|| Stroke { color: self.rgb(), width: self.number(), dash });
        Shape { form, fill: self.random.chance(60).then(|| self.rgb()), stroke }
    }

    fn image(&mut self) -> Image {
        let id = self.random.below(3) as u8;
        let (width, height) = self.random.pick(&[(0, 0), (1, 4000), (960, 540)]);
        let picture = Ready { width, height, bytes: vec![id; 9].into(), is_png: id == 1, id: [id; 32] };
        Image {
            frame: self.rect(),
            corner: self.number(),
            picture: Arc::new(picture),
            alt: self.words(),
            whole: self.random.chance(50),
        }
    }

    fn table(&mut self) -> Table {
        let columns = self.random.below(4);
        let mut rows = Vec::new();
        for at in 0..self.random.below(4) {
            // Rows may be short or long.
            let count = self.random.below(4);
            let before = self.said.len();
            let cells: Vec<Cell> = (0..count).map(|_| Cell { laid: self.laid(), link: self.link() }).collect();
            if count > columns {
                self.said.truncate(before);
            }
            rows.push(Row { is_head: at == 0, height: self.number(), fill: self.random.chance(50).then(|| self.rgb()), cells });
        }
        Table {
            at: self.point(),
            summary: self.words(),
            columns: (0..columns).map(|_| Column { width: self.number() }).collect(),
            rows,
            rule: self.rgb(),
            padding: (self.number(), self.number()),
        }
    }

    fn item(&mut self, depth: usize) -> Item {
        match self.random.below(if depth < 3 { 7 } else { 5 }) {
            0 => Item::Shape(self.shape()),
            1 | 2 => {
                let role = self.random.pick(&[TextRole::Title, TextRole::Heading(2), TextRole::Body, TextRole::Running]);
                Item::Text(Text { at: self.point(), laid: self.laid(), role, link: self.link() })
            }
            3 => Item::Image(self.image()),
            4 => Item::Table(self.table()),
            _ => {
                let role = match self.random.below(5) {
                    0 => Role::Section(self.words()),
                    1 => Role::Figure(self.words()),
                    2 => Role::List,
                    3 => Role::Entry,
                    _ => Role::Decoration,
                };
                let items = (0..self.random.below(4)).map(|_| self.item(depth + 1)).collect();
                Item::Group(Group { role, items })
            }
        }
    }

    fn scene(&mut self) -> Scene {
        let pages = (0..self.random.below(4))
            .map(|at| Page {
                size: Size::new(self.random.pick(&[960.0, 841.89, 0.0, f64::NAN]), 540.0),
                background: self.rgb(),
                title: self.words(),
                anchor: format!("page-{at}"),
                bookmark: self.random.chance(50).then(|| (self.random.below(2) as u8, self.words())),
                items: (0..self.random.below(6)).map(|_| self.item(0)).collect(),
                notes: self.words(),
            })
            .collect();
        Scene { title: self.words(), author: self.words(), subject: self.words(), language: "en", pages }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, rng_seed: RngSeed::Fixed(20_271_028), ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_laid_out_is_a_file_that_opens_and_says_it_all(seed in any::<u64>()) {
        let mut maker = Maker { random: Dice::new(seed), set: Typesetter::new(&Fonts::shipped()), said: Vec::new() };
        let scene = maker.scene();
        let kit = Kit { brand: maker.words(), ..Kit::default() };
        let bytes = pptx(&scene, &kit, Some(b"(plan)"), Watch::none()).unwrap();
        prop_assert_eq!(&pptx(&scene, &kit, Some(b"(plan)"), Watch::none()).unwrap(), &bytes);
        let slides = Slides::open(&bytes);
        slides.check();
        prop_assert_eq!(slides.count(), scene.pages.len());
        let shown: Vec<String> =
            (1..=slides.count()).flat_map(|number| texts(slides.slide(number).root_element())).collect();
        for said in &maker.said {
            prop_assert!(shown.contains(said), "{said:?} is not on the slides");
        }
        for (number, page) in scene.pages.iter().enumerate() {
            let name = format!("ppt/notesSlides/notesSlide{}.xml", number + 1);
            let notes = roxmltree::Document::parse(slides.text(&name)).unwrap();
            prop_assert_eq!(texts(notes.root_element()).join(""), clean(&page.notes));
        }
    }
}
