//! Slides: what can be edited in them, what they are called, and what travels inside.

use std::collections::BTreeSet;
use std::sync::Arc;

use momentboard::check;
use momentboard::model::{Campaign, PlanId};
use momentboard::share::pptx::pptx;
use momentboard::share::scene::{
    Align, BezPath, Cell, Column, Face, FontFile, Fonts, Form, Group, Icon, Image, Item, Laid, Link, Page, Point, Ready, Rect,
    Rgb, Role, Row, Scene, Shape, Size, Span, Stroke, Style, Table, Text, TextRole, Typesetter, Weight,
};
use momentboard::share::{Choice, Format, Kit, Look, Reader, Tone, Watch, export, reduced};
use momentboard::store::carried::pptx::plan_in;
use momentboard::store::{self, demo};
use roxmltree::Node;

use crate::exports::{demo_plan, exported};
use crate::share_pdf::{INK, style};
use crate::slides::{Slides, all, one, paragraphs, place, texts};

const PAPER: Rgb = Rgb(0xF5, 0xF4, 0xF1);

fn title_style() -> Style {
    Style { face: Face::Heading, weight: Weight::Semibold, leading: 28.0, ..style(23.0) }
}

fn page(title: &str, items: Vec<Item>) -> Page {
    Page {
        size: Size::new(960.0, 540.0),
        background: PAPER,
        title: title.into(),
        anchor: title.into(),
        bookmark: None,
        items,
        notes: String::new(),
    }
}

fn scene(pages: Vec<Page>) -> Scene {
    Scene { title: "A plan".into(), author: String::new(), subject: String::new(), language: "en", pages }
}

fn set() -> Typesetter {
    Typesetter::new(&Fonts::shipped())
}

fn at(x: f64, y: f64, laid: Laid, role: TextRole) -> Item {
    Item::text(Point::new(x, y), laid, role)
}

fn written(scene: &Scene, kit: &Kit) -> Slides {
    let bytes = pptx(scene, kit, None, Watch::none()).unwrap();
    assert_eq!(pptx(scene, kit, None, Watch::none()).unwrap(), bytes, "the same scene is the same file");
    let slides = Slides::open(&bytes);
    slides.check();
    slides
}

fn demo_deck(reader: Reader) -> (Campaign, Vec<u8>) {
    let campaign = demo_plan();
    let made = exported(&campaign, &Choice::new(reader, Format::Pptx));
    assert_eq!(made.notices, Vec::<String>::new());
    (campaign, made.bytes)
}

#[test]
fn the_deck_of_a_plan_is_slides_with_titles_notes_and_the_plan_inside() {
    let lane = demo::fictional(PlanId::from_bits(7)).lanes[0].id;
    for reader in [Reader::Internal, Reader::Client, Reader::Creator(lane)] {
        let (campaign, bytes) = demo_deck(reader);
        let slides = Slides::open(&bytes);
        slides.check();
        assert!(slides.count() > 0);
        for number in 1..=slides.count() {
            let slide = slides.slide(number);
            let titles = all(slide.root_element(), "ph").filter(|ph| ph.attribute("type").unwrap().ends_with("itle"));
            assert_eq!(titles.count(), 1, "slide {number} has one title");
            assert!(slides.parts.contains_key(&format!("ppt/notesSlides/notesSlide{number}.xml")));
        }
        assert_eq!(texts(slides.slide(1).root_element()).iter().filter(|text| **text == campaign.name).count(), 1);
        assert!(slides.text("docProps/core.xml").contains(&campaign.name));
        // What travels inside is what the reader may see, and nothing else of the file says more.
        let inside = plan_in(&bytes).unwrap();
        assert!(inside == store::write(&reduced(&campaign, reader)).unwrap(), "another plan than {reader:?} may see");
        assert!(store::read(&inside).is_ok());
    }
}

#[test]
fn the_plan_can_be_left_out() {
    let campaign = demo::fictional(PlanId::from_bits(7));
    let report = check::check(&campaign, &check::Options::default());
    let choice = Choice { embed: false, ..Choice::new(Reader::Client, Format::Pptx) };
    let bytes = export(&campaign, &report, &choice, Watch::none()).unwrap().bytes;
    assert!(plan_in(&bytes).is_none());
    assert!(Slides::open(&bytes).order.iter().all(|name| !name.starts_with("customXml")));
}

#[test]
fn texts_are_whole_paragraphs_that_the_editor_breaks_itself() {
    let mut set = set();
    let long = "Six strangers, one night-shift run club, and a very long way home before the sun comes up again.";
    let laid = set.text(&format!("{long}\n\nAnd then they run."), style(12.0), 120.0);
    assert!(laid.lines.len() > 5);
    let height = laid.height;
    let why = Style { weight: Weight::Semibold, color: Rgb(0xBC, 0x26, 0x75), tracking: 0.02, ..style(12.0) };
    let mixed = [Span { text: "Why ".into(), style: why }, Span { text: "I run".into(), style: style(10.5) }];
    let mixed = set.set(&mixed, 300.0, Align::Center);
    let file = written(
        &scene(vec![page(
            "One",
            vec![
                at(40.0, 100.0, laid, TextRole::Body),
                at(40.0, 300.0, mixed, TextRole::Body),
                at(40.0, 400.0, set.text("מחר בבוקר נרוץ", style(12.0), 200.0), TextRole::Body),
                at(40.0, 450.0, set.text("日本語の話", style(12.0), 200.0), TextRole::Body),
            ],
        )]),
        &Kit::default(),
    );
    let slide = file.slide(1);
    let root = slide.root_element();
    let first = place(root, "Six");
    assert_eq!(paragraphs(one(first, "txBody")), [long, "", "And then they run."]);
    assert_eq!(one(first, "bodyPr").attribute("wrap"), Some("square"));
    let (offset, size) = (one(first, "off"), one(first, "ext"));
    assert_eq!((offset.attribute("x"), offset.attribute("y")), (Some("508000"), Some("1270000")));
    assert_eq!(size.attribute("cy"), Some(((height * 12_700.0).round() as i64).to_string().as_str()));
    assert!(size.attribute("cx").unwrap().parse::<i64>().unwrap() >= 120 * 12_700);
    assert!(all(first, "br").next().is_none());
    let second = place(root, "Why");
    let runs: Vec<_> = all(second, "r").collect();
    assert_eq!(runs.len(), 2);
    let (bold, plain) = (one(runs[0], "rPr"), one(runs[1], "rPr"));
    assert_eq!((bold.attribute("sz"), bold.attribute("b"), bold.attribute("spc")), (Some("1200"), Some("1"), Some("24")));
    assert_eq!((plain.attribute("sz"), plain.attribute("b"), plain.attribute("lang")), (Some("1050"), None, Some("en-GB")));
    assert_eq!(one(bold, "schemeClr").attribute("val"), Some("accent3"), "the colour of values is one of the theme's");
    assert_eq!(one(second, "pPr").attribute("algn"), Some("ctr"));
    let third = one(place(root, "מחר"), "pPr");
    assert_eq!((third.attribute("rtl"), third.attribute("algn")), (Some("1"), Some("r")));
    assert_eq!(one(place(root, "מחר"), "rPr").attribute("lang"), Some("he-IL"));
    assert_eq!(one(place(root, "日本語"), "rPr").attribute("lang"), Some("ja-JP"));
    assert!(all(place(root, "日本語"), "spcPts").next().is_some(), "lines in a font that stands in keep their height");
}

#[test]
fn a_text_that_goes_on_shows_each_part_once() {
    let mut set = set();
    let text = (1..=60).map(|n| format!("Sentence {n} of a long brief.")).collect::<Vec<_>>().join(" ");
    let mut rest = Some(set.text(text.trim_end(), style(12.0), 200.0));
    let mut pages = Vec::new();
    while let Some(laid) = rest {
        let (head, tail) = laid.split(220.0);
        pages.push(page(&format!("Part {}", pages.len() + 1), vec![at(40.0, 100.0, head, TextRole::Body)]));
        rest = tail;
    }
    assert!(pages.len() > 2);
    let count = pages.len();
    let file = written(&scene(pages), &Kit::default());
    let parts: Vec<String> = (1..=count).map(|number| texts(file.slide(number).root_element())[1].clone()).collect();
    assert_eq!(parts.join(" "), text.trim_end());
}

#[test]
fn titles_and_running_lines_stand_in_the_places_of_the_master() {
    let mut set = set();
    let small = style(9.0);
    let mut make = |number: usize| {
        let running = vec![
            at(43.0, 510.0, set.text("Northbound · Run 2", small, 400.0), TextRole::Running),
            at(480.0, 510.0, set.lines(&format!("Client version    {number}"), small, 437.0, 1, Align::End), TextRole::Running),
        ];
        // Initials in a circle are not read aloud, and no line at the foot.
        let badge = vec![
            Item::Shape(Shape { form: Form::Ellipse(Rect::new(880.0, 40.0, 910.0, 70.0)), fill: Some(INK), stroke: None }),
            at(880.0, 50.0, set.lines("MS", small, 30.0, 1, Align::Center), TextRole::Running),
        ];
        let items = vec![
            Item::Group(Group { role: Role::Decoration, items: badge }),
            at(43.0, 32.0, set.text("Nobody is asked before they know why", title_style(), 874.0), TextRole::Title),
            Item::Group(Group { role: Role::Decoration, items: running }),
        ];
        page(&format!("Page {number}"), items)
    };
    let file = written(&scene(vec![page("Cover", Vec::new()), make(2), make(3)]), &Kit::default());
    for number in [2, 3] {
        let slide = file.slide(number);
        let root = slide.root_element();
        let title = place(root, "Nobody");
        assert_eq!(one(title, "ph").attribute("type"), Some("title"));
        // Nothing of its own: a change of the master changes it.
        assert!(one(title, "spPr").children().next().is_none() && one(title, "rPr").attribute("sz").is_none());
        assert_eq!(one(place(root, "Northbound"), "ph").attribute("type"), Some("ftr"));
        let foot = place(root, "Client");
        assert_eq!(one(foot, "ph").attribute("type"), Some("sldNum"));
        let field = one(foot, "fld");
        assert_eq!((field.attribute("type"), one(field, "t").text()), (Some("slidenum"), Some(number.to_string().as_str())));
        assert_eq!(one(one(foot, "r"), "t").text(), Some("Client version    "));
        let groups: Vec<_> = all(root, "grpSp").collect();
        assert_eq!((groups.len(), texts(groups[0])), (1, vec!["MS".to_owned()]), "the running lines stand by themselves");
    }
    let master = roxmltree::Document::parse(file.text("ppt/slideMasters/slideMaster1.xml")).unwrap();
    let style = one(one(master.root_element(), "titleStyle"), "defRPr");
    assert_eq!((style.attribute("sz"), style.attribute("b")), (Some("2300"), Some("1")));
    // A page that shows no title has one all the same, above the slide.
    let cover = file.slide(1);
    let title = place(cover.root_element(), "Cover");
    assert_eq!(one(title, "ph").attribute("type"), Some("ctrTitle"));
    assert!(one(title, "off").attribute("y").unwrap().starts_with('-'));
}

#[test]
fn shapes_are_native_and_groups_have_names() {
    let mut curve = BezPath::new();
    curve.move_to((10.0, 20.0));
    curve.curve_to((20.0, 0.0), (30.0, 40.0), (50.0, 20.0));
    let stroke = Stroke { color: Rgb(1, 2, 3), width: 1.5, dash: Some((4.5, 3.0)) };
    let shapes = vec![
        Item::filled(Rect::new(10.0, 10.0, 110.0, 60.0), 5.0, INK),
        Item::filled(Rect::new(10.0, 10.0, 110.0, 60.0), 0.0, PAPER),
        Item::Shape(Shape { form: Form::Ellipse(Rect::new(0.0, 0.0, 20.0, 20.0)), fill: Some(Rgb(9, 9, 9)), stroke: None }),
        Item::line(Point::new(10.0, 50.0), Point::new(90.0, 20.0), stroke),
        Item::Shape(Shape { form: Form::Path(curve), fill: None, stroke: Some(stroke) }),
    ];
    let groups = vec![
        Item::Group(Group { role: Role::Figure("Trust grows until 28 October.".into()), items: shapes.clone() }),
        Item::Group(Group { role: Role::Section("Why I run".into()), items: shapes }),
    ];
    let file = written(&scene(vec![page("One", groups)]), &Kit::default());
    let slide = file.slide(1);
    let groups: Vec<_> = all(slide.root_element(), "grpSp").collect();
    let named = |node: Node<'_, '_>, key: &str| one(node, "cNvPr").attribute(key).map(str::to_owned);
    assert_eq!(named(groups[0], "descr").as_deref(), Some("Trust grows until 28 October."));
    assert_eq!(named(groups[1], "name").as_deref(), Some("Why I run"));
    assert_eq!(all(groups[0], "decorative").count(), 0, "what is described as a whole is no decoration");
    assert_eq!(all(groups[1], "decorative").count(), 5);
    let kinds: Vec<_> = all(groups[1], "prstGeom").map(|geometry| geometry.attribute("prst").unwrap().to_owned()).collect();
    assert_eq!(kinds, ["roundRect", "rect", "ellipse", "line"]);
    assert_eq!(one(groups[1], "gd").attribute("fmla"), Some("val 10000"), "5 of 50 points");
    assert_eq!(one(all(groups[1], "cxnSp").next().unwrap(), "xfrm").attribute("flipV"), Some("1"));
    let free = one(groups[1], "custGeom");
    assert_eq!(all(free, "cubicBezTo").next().map(|curve| all(curve, "pt").count()), Some(3));
    assert_eq!(all(groups[1], "prstDash").next().unwrap().attribute("val"), Some("sysDash"));
    let colours: Vec<_> = all(groups[1], "schemeClr").map(|color| color.attribute("val").unwrap()).collect();
    assert_eq!(colours, ["tx1", "bg1"]);
}

#[test]
fn an_icon_is_one_shape_whose_outline_is_the_same_at_every_size_and_in_every_colour() {
    let icon = |x: f64, side: f64, color: Rgb| {
        let heart = Icon { sign: '\u{e2a8}', filled: true };
        let place = Rect::new(x, 10.0, x + side, 10.0 + side);
        Item::Shape(Shape { form: Form::Icon(heart, place), fill: Some(color), stroke: None })
    };
    let file = written(&scene(vec![page("One", vec![icon(10.0, 12.0, INK), icon(90.0, 36.0, Rgb(9, 9, 9))])]), &Kit::default());
    let slide = file.slide(1);
    let shapes: Vec<_> = all(slide.root_element(), "sp").filter(|shape| all(*shape, "custGeom").count() == 1).collect();
    let outline = |shape: Node<'_, '_>| {
        let path = one(shape, "path");
        slide.input_text().get(path.range()).unwrap().to_owned()
    };
    assert_eq!(outline(shapes[0]), outline(shapes[1]));
    let path = one(shapes[0], "path");
    let number = |node: Node<'_, '_>, key: &str| node.attribute(key).unwrap().parse::<i64>().unwrap();
    let (wide, high) = (number(path, "w"), number(path, "h"));
    assert!(wide > 300 && high > 300, "fine enough to be made larger by whoever edits the slide");
    for point in all(path, "pt") {
        assert!((0..=wide).contains(&number(point, "x")) && (0..=high).contains(&number(point, "y")), "within its edges");
    }
    let frame = |shape: Node<'_, '_>| {
        let (off, ext) = (one(shape, "off"), one(shape, "ext"));
        (number(off, "x"), number(off, "y"), number(ext, "cx"), number(ext, "cy"))
    };
    let ((x, y, w, h), larger) = (frame(one(shapes[0], "xfrm")), frame(one(shapes[1], "xfrm")));
    assert!((larger.2 - 3 * w).abs() <= 3 && (larger.3 - 3 * h).abs() <= 3, "as large as its place: {w} × {h}, {larger:?}");
    let middle = |at: i64, length: i64| (at + length / 2 - 16 * 12_700).abs() <= 1;
    assert!(middle(x, w) && middle(y, h), "in the middle of its place: {x}, {y}");
    assert_eq!(one(shapes[0], "schemeClr").attribute("val"), Some("tx1"));
    assert_eq!(one(shapes[1], "srgbClr").attribute("val"), Some("090909"));
}

#[test]
fn a_deck_of_many_slides_holds_them_in_their_order_with_their_own_pictures() {
    let picture = |nth: u8| Arc::new(Ready { width: 40, height: 30, bytes: vec![nth; 9].into(), is_png: false, id: [nth; 32] });
    let mut set = set();
    let pages = (0..50_u8).map(|nth| {
        let title = at(40.0, 20.0, set.text(&format!("Number {nth}"), title_style(), 800.0), TextRole::Title);
        let (frame, alt) = (Rect::new(40.0, 60.0, 80.0, 90.0), String::new());
        let image = Image { frame, corner: 0.0, picture: picture(49 - nth % 40), alt, whole: false };
        page(&format!("Number {nth}"), vec![title, Item::Image(image)])
    });
    let file = written(&scene(pages.collect()), &Kit::default());
    for nth in 0..50 {
        let slide = file.slide(nth + 1);
        assert!(texts(slide.root_element()).contains(&format!("Number {nth}")), "slide {}", nth + 1);
        let blip = one(slide.root_element(), "blip").attributes().find(|of| of.name() == "embed").unwrap().value();
        let (target, _) = &file.relations(&format!("ppt/slides/slide{}.xml", nth + 1))[blip];
        assert_eq!(file.parts[target], vec![49 - (nth % 40) as u8; 9], "slide {}", nth + 1);
    }
}

fn cell(set: &mut Typesetter, text: &str) -> Cell {
    Cell { laid: Arc::new(set.text(text, style(10.0), 130.0)), link: None }
}

#[test]
fn tables_are_tables_with_a_head() {
    let mut set = set();
    let mut row = |is_head: bool, texts: [&str; 2]| Row {
        is_head,
        height: 24.0,
        fill: is_head.then_some(Rgb(0xED, 0xEB, 0xE6)),
        cells: texts.map(|text| cell(&mut set, text)).into(),
    };
    let rows = vec![row(true, ["Creator", "Draft due"]), row(false, ["Maren | <b>", "27 Aug\n28 Aug"]), row(false, ["שלום", ""])];
    let table = Table {
        at: Point::new(43.0, 120.0),
        summary: "Who makes what".into(),
        columns: vec![Column { width: 150.0 }, Column { width: 200.5 }],
        rows,
        rule: Rgb(1, 2, 3),
        padding: (10.0, 5.0),
    };
    // A table cannot stand in a group.
    let group = Item::Group(Group { role: Role::Section("Table".into()), items: vec![Item::Table(table)] });
    let file = written(&scene(vec![page("One", vec![group])]), &Kit::default());
    let slide = file.slide(1);
    let frame = one(slide.root_element(), "graphicFrame");
    assert_eq!(one(frame, "cNvPr").attribute("descr"), Some("Who makes what"));
    assert_eq!(one(frame, "tblPr").attribute("firstRow"), Some("1"));
    let widths: Vec<_> = all(frame, "gridCol").map(|column| column.attribute("w").unwrap()).collect();
    assert_eq!(widths, ["1905000", "2546350"]);
    assert_eq!(one(frame, "ext").attribute("cx"), Some("4451350"));
    let rows: Vec<Vec<String>> =
        all(frame, "tr").map(|row| all(row, "tc").map(|cell| paragraphs(cell).join("\n")).collect()).collect();
    assert_eq!(rows, [["Creator", "Draft due"], ["Maren | <b>", "27 Aug\n28 Aug"], ["שלום", ""]]);
    let head = all(frame, "tcPr").next().unwrap();
    assert_eq!(all(head, "schemeClr").last().unwrap().attribute("val"), Some("bg2"));
    assert_eq!(head.attribute("marL"), Some("127000"));
}

#[test]
fn pictures_are_cropped_described_and_stored_once() {
    let ready =
        |id: u8, width, height, is_png| Arc::new(Ready { width, height, bytes: vec![id; 40].into(), is_png, id: [id; 32] });
    let (wide, logo) = (ready(1, 400, 100, false), ready(2, 50, 100, true));
    let image = |picture: &Arc<Ready>, alt: &str, whole| {
        let frame = Rect::new(100.0, 100.0, 200.0, 150.0);
        Item::Image(Image { frame, corner: 5.0, picture: Arc::clone(picture), alt: alt.into(), whole })
    };
    let items = vec![image(&wide, "A run at \"dawn\"", false), image(&wide, "", false), image(&logo, "Northbound", true)];
    let file = written(&scene(vec![page("One", items.clone()), page("Two", items)]), &Kit::default());
    let stored: Vec<_> = file.order.iter().filter(|name| name.starts_with("ppt/media")).collect();
    assert_eq!(stored, ["ppt/media/image1.jpeg", "ppt/media/image2.png"]);
    assert_eq!(file.parts["ppt/media/image2.png"], vec![2; 40]);
    let slide = file.slide(2);
    let pictures: Vec<_> = all(slide.root_element(), "pic").collect();
    let crop = one(pictures[0], "srcRect");
    assert_eq!(["l", "t", "r", "b"].map(|side| crop.attribute(side).unwrap()), ["25000", "0", "25000", "0"]);
    assert_eq!(one(pictures[0], "cNvPr").attribute("descr"), Some("A run at \"dawn\""));
    assert_eq!(one(pictures[0], "prstGeom").attribute("prst"), Some("roundRect"));
    assert!(all(pictures[1], "decorative").next().is_some() && one(pictures[1], "cNvPr").attribute("descr").is_none());
    // A logo is whole: 25 × 50 points in the middle of its frame.
    assert!(all(pictures[2], "srcRect").next().is_none());
    let (off, ext) = (one(pictures[2], "off"), one(pictures[2], "ext"));
    assert_eq!((off.attribute("x"), ext.attribute("cx"), ext.attribute("cy")), (Some("1746250"), Some("317500"), Some("635000")));
}

#[test]
fn links_lead_to_slides_and_to_the_web_and_nowhere_else() {
    let mut set = set();
    let mut linked = |text: &str, link: Link| {
        let laid = Arc::new(set.text(text, style(12.0), 300.0));
        Item::Text(Text { at: Point::new(40.0, 100.0), laid, role: TextRole::Body, link: Some(link) })
    };
    let items = vec![
        linked("second", Link::Page("Two".into())),
        linked("nowhere", Link::Page("Nine".into())),
        linked("web", Link::Web("https://example.org/a b?x=\"1\"&y=<2>".into())),
        linked("share", Link::Web("file://server/share".into())),
        linked("script", Link::Web("javascript:alert(1)".into())),
    ];
    let file = written(&scene(vec![page("One", items), page("Two", Vec::new())]), &Kit::default());
    let slide = file.slide(1);
    let relations = file.relations("ppt/slides/slide1.xml");
    let target = |text: &str| {
        let click = all(place(slide.root_element(), text), "hlinkClick").next()?;
        let id = click.attributes().find(|attribute| attribute.name() == "id")?.value();
        Some(relations[id].clone())
    };
    assert_eq!(target("second"), Some(("ppt/slides/slide2.xml".into(), false)));
    assert_eq!(target("web"), Some(("https://example.org/a%20b?x=%221%22&y=%3C2%3E".into(), true)));
    for text in ["nowhere", "share", "script"] {
        assert_eq!(target(text), None, "{text}");
    }
    assert_eq!(relations.values().filter(|(_, outside)| *outside).count(), 1);
}

#[test]
fn colours_and_fonts_of_the_brand_are_the_themes() {
    let font = |family: &str| Some(FontFile { family: family.into(), bytes: Vec::new().into() });
    let kit = Kit {
        brand: "North & \"bound\" <1>".into(),
        heading: font("Fjell Display"),
        body: font("Fjell <Text>"),
        accent: Some(Rgb(0xE7, 0x6F, 0x51)),
        paper_and_ink: Some((Rgb(0x10, 0x20, 0x30), Rgb(0xFA, 0xFB, 0xFC))),
        ..Kit::default()
    };
    let mut set = set();
    let accent = Style { color: Rgb(0xE7, 0x6F, 0x51), face: Face::Heading, ..style(14.0) };
    let ink = Style { color: Rgb(0xFA, 0xFB, 0xFC), ..style(12.0) };
    let items = vec![
        at(10.0, 10.0, set.text("accent", accent, 90.0), TextRole::Body),
        at(10.0, 50.0, set.text("ink", ink, 90.0), TextRole::Body),
    ];
    let dark = Page { background: Rgb(0x10, 0x20, 0x30), ..page("One", items) };
    let file = written(&scene(vec![dark]), &kit);
    let theme = roxmltree::Document::parse(file.text("ppt/theme/theme1.xml")).unwrap();
    let color = |name: &'static str| one(one(theme.root_element(), name), "srgbClr").attribute("val").unwrap().to_owned();
    assert_eq!(["accent1", "dk1", "lt1"].map(color), ["E76F51", "102030", "FAFBFC"], "what is called dark is dark");
    let face = |name| one(one(theme.root_element(), name), "latin").attribute("typeface").unwrap().to_owned();
    assert_eq!(["majorFont", "minorFont"].map(face), ["Fjell Display", "Fjell <Text>"]);
    assert_eq!(theme.root_element().attribute("name"), Some("North & \"bound\" <1>"));
    let map = roxmltree::Document::parse(file.text("ppt/slideMasters/slideMaster1.xml")).unwrap();
    assert_eq!(one(map.root_element(), "clrMap").attribute("bg1"), Some("dk1"));
    let slide = file.slide(1);
    assert!(all(slide.root_element(), "bg").next().is_none(), "the paper is the master's");
    let run = |text: &str| one(place(slide.root_element(), text), "rPr");
    assert_eq!(one(run("accent"), "schemeClr").attribute("val"), Some("accent1"));
    assert_eq!(one(run("accent"), "latin").attribute("typeface"), Some("+mj-lt"));
    assert_eq!(one(run("ink"), "schemeClr").attribute("val"), Some("tx1"));
    // A font that says how it looks finds one that is like it on a computer that does not have it.
    let bytes = include_bytes!("../../assets/fonts/NotoSansHebrew-Bold.ttf");
    let heading = Some(FontFile { family: "Fjell".into(), bytes: bytes.as_slice().into() });
    let file = written(&scene(vec![page("One", Vec::new())]), &Kit { heading, ..Kit::default() });
    assert!(file.text("ppt/theme/theme1.xml").contains("typeface=\"Fjell\" panose=\"020B0802040504020204\""));
    // Without a brand: Inter, light.
    let plain = written(&scene(vec![page("One", Vec::new())]), &Kit::default());
    assert!(plain.text("ppt/theme/theme1.xml").contains("typeface=\"Inter\" panose="));
    assert!(plain.text("ppt/theme/theme1.xml").contains(&Look::of(Tone::Light).accent.hex()));
}

#[test]
fn sections_and_notes_come_from_the_pages() {
    let named = |name: &str, depth: Option<u8>, notes: &str| {
        let bookmark = depth.map(|depth| (depth, name.to_owned()));
        Page { bookmark, notes: notes.into(), ..page(name, Vec::new()) }
    };
    let pages = vec![
        named("Start", None, "Say hello.\nשלום"),
        named("The <arc>", Some(0), ""),
        named("Maren", Some(1), ""),
        named("Words", Some(0), ""),
    ];
    let file = written(&scene(pages), &Kit::default());
    let presentation = roxmltree::Document::parse(file.text("ppt/presentation.xml")).unwrap();
    let sections: Vec<_> = all(presentation.root_element(), "section")
        .map(|section| (section.attribute("name").unwrap().to_owned(), all(section, "sldId").count()))
        .collect();
    assert_eq!(sections, [("Beginning".into(), 1), ("The <arc>".into(), 2), ("Words".into(), 1)]);
    let notes = roxmltree::Document::parse(file.text("ppt/notesSlides/notesSlide1.xml")).unwrap();
    assert_eq!(texts(notes.root_element()), ["Say hello.\nשלום"]);
    assert_eq!(all(notes.root_element(), "pPr").next().unwrap().attribute("rtl"), Some("1"));
}

#[test]
fn a_presentation_from_anywhere_is_looked_into_safely() {
    let (_, bytes) = demo_deck(Reader::Client);
    assert!(plan_in(&bytes).is_some());
    // Cut off or changed anywhere: a plan that is whole, or none, and never a panic.
    let mut found = BTreeSet::new();
    for cut in (0..bytes.len()).step_by(bytes.len() / 60) {
        assert!(plan_in(&bytes[..cut]).is_none());
        let mut changed = bytes.clone();
        changed[cut] ^= 0x55;
        found.insert(plan_in(&changed));
    }
    found.remove(&None);
    assert!(found.into_iter().flatten().eq(plan_in(&bytes)), "a plan that nobody wrote");
}

#[test]
fn a_bomb_is_not_unpacked_and_an_editors_own_parts_are_passed_over() {
    use std::io::Write as _;
    let pack = |items: &[(&str, Vec<u8>)]| {
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (name, bytes) in items {
            zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    };
    let item = |plan: &[u8]| store::carried::pptx::item(plan).into_bytes();
    let other = b"<b:Sources xmlns:b=\"urn:b\"/>".to_vec();
    let moved = pack(&[("customXml/item1.xml", other), ("customXml/item2.xml", item(b"(plan)"))]);
    assert_eq!(plan_in(&moved).as_deref(), Some(&b"(plan)"[..]));
    assert_eq!(plan_in(&pack(&[("elsewhere/item1.xml", item(b"(plan)"))])), None);
    // 30 MB of one letter pack to 30 KB.
    let bomb = item(&vec![b'a'; 22_500_000]);
    assert!(pack(&[("customXml/item1.xml", bomb.clone())]).len() < bomb.len() / 100);
    assert!(plan_in(&pack(&[("customXml/item1.xml", bomb)])).is_none());
    let small = item(&vec![b'a'; 100_000]);
    assert!(plan_in(&pack(&[("customXml/item1.xml", small)])).is_some(), "what is small may pack well");
}

#[test]
fn titles_and_notes_have_the_language_of_each_script_too() {
    let pages = vec![Page { notes: "Say hello, then 日本語の話\nand שלום to all".into(), ..page("One", Vec::new()) }];
    let file = written(&scene(pages), &Kit::default());
    let notes = roxmltree::Document::parse(file.text("ppt/notesSlides/notesSlide1.xml")).unwrap();
    let runs: Vec<(&str, &str)> = all(notes.root_element(), "r")
        .filter_map(|run| Some((one(run, "t").text()?, one(run, "rPr").attribute("lang")?)))
        .collect();
    let wanted =
        [("Say hello, then ", "en-GB"), ("日本語の話", "ja-JP"), ("and ", "en-GB"), ("שלום ", "he-IL"), ("to all", "en-GB")];
    assert!(runs.windows(wanted.len()).any(|part| part == wanted), "{runs:?}");
}
