//! A deck as PDF: what a reader sees, searches, hears and presses, and nothing that runs.

use std::sync::Arc;

use lopdf::content::Content;
use momentboard::check::Report;
use momentboard::model::{Campaign, Day, Picture, PlanId};
use momentboard::share::pdf::pdf;
use momentboard::share::scene::{
    Cell, Column, Face, FontFile, Fonts, Form, Group, Icon, Image, Item, Link, Page, Point, Ready, Rect, Rgb, Role, Row, Scene,
    Shape, Size, Stroke, Style, Table, Text, TextRole, Typesetter, Weight,
};
use momentboard::share::{Artifact, Choice, ExportError, Format, Reader, Watch, export};
use momentboard::store::carried::pdf::plan_in;
use momentboard::store::demo;
use momentboard::store::picture::from_bytes;

use crate::pdf_file::{PdfFile, Tag};

pub(crate) const INK: Rgb = Rgb(0x1D, 0x20, 0x25);

pub(crate) fn style(size: f64) -> Style {
    Style { face: Face::Body, weight: Weight::Regular, size, leading: size * 1.4, color: INK, tracking: 0.0 }
}

/// Builds texts.
pub(crate) struct Pen(pub(crate) Typesetter);

impl Pen {
    pub(crate) fn new() -> Self {
        Self(Typesetter::new(&Fonts::shipped()))
    }

    pub(crate) fn text(&mut self, text: &str, y: f64, role: TextRole) -> Item {
        Item::text(Point::new(40.0, y), self.0.text(text, style(12.0), 400.0), role)
    }

    fn link(&mut self, text: &str, y: f64, link: Link) -> Item {
        let laid = Arc::new(self.0.text(text, style(12.0), 100.0));
        Item::Text(Text { at: Point::new(40.0, y), laid, role: TextRole::Body, link: Some(link) })
    }

    fn row(&mut self, is_head: bool, texts: &[&str]) -> Row {
        let cells = texts.iter().map(|text| Cell { laid: Arc::new(self.0.text(text, style(9.0), 100.0)), link: None });
        Row { is_head, height: 20.0, fill: is_head.then_some(Rgb(0xED, 0xEB, 0xE6)), cells: cells.collect() }
    }
}

pub(crate) fn page(anchor: &str, bookmark: Option<(u8, &str)>, items: Vec<Item>) -> Page {
    Page {
        size: Size::new(960.0, 540.0),
        background: Rgb(0xF5, 0xF4, 0xF1),
        title: anchor.to_owned(),
        anchor: anchor.to_owned(),
        bookmark: bookmark.map(|(depth, words)| (depth, words.to_owned())),
        items,
        notes: String::new(),
    }
}

pub(crate) fn scene(pages: Vec<Page>) -> Scene {
    Scene { title: "Sneakers".into(), author: "Ada".into(), subject: "Autumn".into(), language: "en", pages }
}

pub(crate) fn written(scene: &Scene) -> PdfFile {
    PdfFile::read(&made(scene).bytes)
}

/// The file; it keeps the rules of PDF/UA, or there would be a notice.
pub(crate) fn made(scene: &Scene) -> Artifact {
    let made = pdf(scene, Day::new(2027, 9, 16), None, Watch::none()).expect("it can be written");
    assert_eq!(made.notices, Vec::<String>::new());
    made
}

pub(crate) fn tag<'a>(tags: &'a [Tag], kind: &str) -> &'a Tag {
    tags.iter().find(|tag| tag.kind == kind).unwrap_or_else(|| panic!("{kind} in {tags:#?}"))
}

fn shape(form: Form) -> Item {
    Item::Shape(Shape { form, fill: Some(INK), stroke: None })
}

pub(crate) fn group(role: Role, items: Vec<Item>) -> Item {
    Item::Group(Group { role, items })
}

pub(crate) fn picture(alpha: bool) -> Arc<Ready> {
    let image = image::RgbaImage::from_pixel(40, 30, image::Rgba([200, 30, 30, if alpha { 120 } else { 255 }]));
    let image = image::DynamicImage::ImageRgba8(image);
    let mut bytes = std::io::Cursor::new(Vec::new());
    if alpha {
        image.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    } else {
        image.to_rgb8().write_to(&mut bytes, image::ImageFormat::Jpeg).unwrap();
    }
    Arc::new(Ready { width: 40, height: 30, bytes: bytes.into_inner().into(), is_png: alpha, id: [u8::from(alpha); 32] })
}

fn image(frame: Rect, alt: &str, picture: Arc<Ready>) -> Item {
    Item::Image(Image { frame, corner: 6.0, picture, alt: alt.into(), whole: false })
}

#[test]
fn words_of_every_script_can_be_searched_and_copied() {
    let words = [
        "Why I said yes",
        "Größe, fi ffl — “quoted”",
        "Привет, мир",
        "日本語のテキスト",
        "简体中文",
        "नमस्ते दुनिया",
        "שלום עולם",
        "مرحبا بالعالم",
        "سلام",
        "🎉 👩‍👩‍👧 🇩🇪 🫶🏽",
        "e\u{301}a\u{308}\u{323}",
    ];
    let mut pen = Pen::new();
    let items = words.iter().enumerate().map(|(nth, word)| pen.text(word, 20.0 * nth as f64, TextRole::Body)).collect();
    let file = written(&scene(vec![page("a", None, items)]));
    let tags = file.tags();
    let mut paragraphs: Vec<&str> = tags.iter().filter(|tag| tag.kind == "P").map(|tag| tag.text.as_str()).collect();
    assert_eq!(paragraphs.len(), words.len());
    for (word, paragraph) in words.iter().zip(&mut paragraphs) {
        // Right-to-left text stands in the file as it is seen; readers put it into the order of reading.
        let is_rtl = word.contains(|c| ('\u{590}'..'\u{700}').contains(&c));
        let sorted = |text: &str| {
            let mut chars: Vec<char> = text.chars().collect();
            chars.sort_unstable();
            chars
        };
        if is_rtl {
            assert_eq!(sorted(paragraph), sorted(word));
            // What one glyph shows stays together, in the order of reading.
            assert!(*word != "سلام" || *paragraph == "ملاس", "{paragraph}");
        } else {
            assert_eq!(paragraph, word);
        }
    }
}

#[test]
fn a_sign_that_no_font_has_is_a_box_that_still_stands_for_it() {
    let mut pen = Pen::new();
    let items = vec![pen.text("Tag 한국어 und 𓀀 los", 20.0, TextRole::Title)];
    let file = written(&scene(vec![page("a", None, items)]));
    assert_eq!(file.text(0), "Tag 한국어 und 𓀀 los");
}

#[test]
fn what_the_tags_say_is_what_the_page_is() {
    let mut pen = Pen::new();
    let table = Table {
        at: Point::new(500.0, 300.0),
        summary: "Who posts when".into(),
        columns: vec![Column { width: 110.0 }, Column { width: 110.0 }],
        rows: vec![pen.row(true, &["Creator", "Day"]), pen.row(false, &["Mara", "16 Sep"]), pen.row(false, &["Jo"])],
        rule: INK,
        padding: (5.0, 4.0),
    };
    let items = vec![
        shape(Form::Rect(Rect::new(0.0, 0.0, 20.0, 20.0), 3.0)),
        pen.text("The plan", 20.0, TextRole::Title),
        pen.text("Mara", 60.0, TextRole::Heading(2)),
        pen.text("First", 80.0, TextRole::Heading(3)),
        group(
            Role::Section("Card".into()),
            vec![
                image(Rect::new(500.0, 20.0, 700.0, 120.0), "A run at night", picture(false)),
                pen.text("She runs at night.", 100.0, TextRole::Body),
            ],
        ),
        group(
            Role::Figure("A curve that rises".into()),
            vec![shape(Form::Ellipse(Rect::new(40.0, 200.0, 60.0, 220.0))), pen.text("never heard", 210.0, TextRole::Body)],
        ),
        group(
            Role::List,
            vec![
                group(Role::Entry, vec![pen.text("One", 250.0, TextRole::Body)]),
                group(Role::Entry, vec![pen.text("Two", 270.0, TextRole::Body)]),
            ],
        ),
        Item::Table(table),
        image(Rect::new(800.0, 20.0, 900.0, 120.0), "", picture(true)),
        group(Role::Decoration, vec![pen.text("1, ", 480.0, TextRole::Body)]),
        group(Role::Figure(" ".into()), vec![pen.text("2, ", 490.0, TextRole::Body)]),
        pen.text("Brand · 1", 510.0, TextRole::Running),
    ];
    let file = written(&scene(vec![page("a", None, items)]));
    let tags = file.tags();
    let kinds: Vec<String> = tags.iter().map(|tag| format!("{}{}", " ".repeat(tag.depth), tag.kind)).collect();
    let wanted = [
        "Document",
        " Sect",
        "  H1",
        "  H2",
        "  H3",
        "  Sect",
        "   Figure",
        "   P",
        "  Figure",
        "  L",
        "   LI",
        "    LBody",
        "     P",
        "   LI",
        "    LBody",
        "     P",
        "  Table",
        "   THead",
        "    TR",
        "     TH",
        "     TH",
        "   TBody",
        "    TR",
        "     TD",
        "     TD",
        "    TR",
        "     TD",
        "     TD",
    ];
    assert_eq!(kinds, wanted);
    assert_eq!(tag(&tags, "H1").text, "The plan");
    assert_eq!(tag(&tags, "H2").text, "Mara");
    assert_eq!(tag(&tags, "H3").text, "First");
    let figures: Vec<&Tag> = tags.iter().filter(|tag| tag.kind == "Figure").collect();
    assert_eq!([&figures[0].alt, &figures[1].alt], ["A run at night", "A curve that rises"]);
    // The box of a figure counts from the lower left corner of the page.
    assert!(figures[0].attributes.contains("[500 420 700 520]"), "{figures:?}");
    assert!(tag(&tags, "Table").attributes.contains("Who posts when"));
    assert!(tag(&tags, "TH").attributes.contains("Column"));
    let cells: Vec<&str> = tags
        .iter()
        .filter(|tag| tag.kind.starts_with('T') && tag.kind.len() == 2 && tag.kind != "TR")
        .map(|tag| tag.text.as_str())
        .collect();
    assert_eq!(cells, ["Creator", "Day", "Mara", "16 Sep", "Jo", ""]);
    assert_eq!(file.silent(0), "1, 2, Brand · 1", "decoration and running lines are for the eye only");
}

#[test]
fn links_lead_to_pages_and_to_addresses_and_nowhere_else() {
    let mut pen = Pen::new();
    let link = |pen: &mut Pen, y: f64, to: Link| pen.link("A link that goes over more than one line", y, to);
    let items = vec![
        link(&mut pen, 20.0, Link::Page("second".into())),
        link(&mut pen, 120.0, Link::Web("https://example.org/ü?a=(b)".into())),
        link(&mut pen, 220.0, Link::Page("nowhere".into())),
        link(&mut pen, 320.0, Link::Web("file:///etc/passwd".into())),
        link(&mut pen, 420.0, Link::Web("javascript:alert(1)".into())),
        group(Role::Decoration, vec![pen.link("Contents", 500.0, Link::Page("first".into()))]),
    ];
    let file = written(&scene(vec![page("first", None, items), page("second", None, Vec::new())]));
    assert_eq!(file.links(0), ["page 2", "https://example.org/%C3%BC?a=(b)", "page 1"]);
    let tags = file.tags();
    let links: Vec<&Tag> = tags.iter().filter(|tag| tag.kind == "Link").collect();
    assert_eq!(links.len(), 3);
    assert_eq!(links[0].text, "A link that goes over more than one line→", "the place belongs to its words");
    let places = file.doc.get_page_annotations(file.pages[0]).unwrap();
    let quads = |nth: usize| file.follow(places[nth].get(b"QuadPoints").unwrap()).as_array().unwrap().len() / 8;
    assert!(quads(0) >= 2, "each line of the link can be pressed");
}

#[test]
fn bookmarks_stand_below_each_other() {
    let marks = [Some((0, "A")), None, Some((1, "B")), Some((2, "C")), Some((1, "D")), Some((0, "E")), Some((2, "F"))];
    let pages = marks.iter().enumerate().map(|(nth, mark)| page(&format!("p{nth}"), *mark, Vec::new())).collect();
    let found = written(&scene(pages)).bookmarks();
    let found: Vec<(usize, &str, usize)> = found.iter().map(|(depth, words, page)| (*depth, words.as_str(), *page)).collect();
    assert_eq!(found, [(0, "A", 0), (1, "B", 2), (2, "C", 3), (1, "D", 4), (0, "E", 5), (1, "F", 6)]);
    // Without any, each page has one.
    let pages = vec![page("One", None, Vec::new()), page("Two", None, Vec::new())];
    assert_eq!(written(&scene(pages)).bookmarks(), [(0, "One".into(), 0), (0, "Two".into(), 1)]);
}

#[test]
fn the_document_says_what_it_is_and_no_clock_is_asked() {
    let one = || scene(vec![page("a", None, vec![Pen::new().text("Hello", 20.0, TextRole::Title)])]);
    let file = written(&one());
    for (name, value) in [("Title", "Sneakers"), ("Author", "Ada"), ("Subject", "Autumn"), ("Creator", "Momentboard")] {
        assert_eq!(file.property(name), value);
    }
    assert!(file.property("CreationDate").starts_with("D:20270916"), "{}", file.property("CreationDate"));
    let description = file.description();
    for part in ["Sneakers", "2027-09-16", "pdfuaid:part"] {
        assert!(description.contains(part), "{part}: {description}");
    }
    roxmltree::Document::parse(description.trim_start_matches('\u{feff}')).expect("the description is XML");
    assert_eq!(file.catalog().get(b"Lang").unwrap().as_str().unwrap(), b"en");
    let undated = pdf(&one(), None, None, Watch::none()).unwrap();
    assert_eq!(PdfFile::read(&undated.bytes).property("CreationDate"), "");
    assert_eq!(pdf(&one(), None, None, Watch::none()).unwrap(), undated, "same scene, same bytes");
    let nameless = Scene { title: "\u{1} ".into(), ..one() };
    assert_eq!(written(&nameless).property("Title"), "a");
}

#[test]
fn fonts_travel_as_parts_and_pictures_once() {
    let mut pen = Pen::new();
    let bold = Style { weight: Weight::Semibold, ..style(12.0) };
    let bold = Item::text(Point::new(40.0, 60.0), pen.0.text("Bold", bold, 400.0), TextRole::Body);
    let frame = |x: f64| Rect::new(x, 100.0, x + 80.0, 160.0);
    let pictures = (0..4).map(|nth| image(frame(90.0 * f64::from(nth)), "Again", picture(nth % 2 == 1)));
    let items = [pen.text("Plain 日本", 20.0, TextRole::Body), bold].into_iter().chain(pictures).collect();
    let made = made(&scene(vec![page("a", None, items)]));
    let file = PdfFile::read(&made.bytes);
    let mut fonts = 0;
    for object in file.doc.objects.values() {
        let Ok(dict) = object.as_dict() else { continue };
        if dict.has_type(b"FontDescriptor") {
            fonts += 1;
            let name = dict.get(b"FontName").unwrap().as_name().unwrap();
            assert_eq!(name.get(6), Some(&b'+'), "a part of its font");
            assert!(dict.get(b"FontFile2").or(dict.get(b"FontFile3")).is_ok(), "it travels inside");
        }
    }
    assert_eq!(fonts, 3, "two weights of one font, and one for Japanese");
    assert!(made.bytes.len() < 60_000, "{} bytes", made.bytes.len());
    let images = file.doc.objects.values().filter_map(|object| object.as_stream().ok());
    let images =
        images.filter(|stream| stream.dict.get(b"Subtype").and_then(lopdf::Object::as_name).is_ok_and(|of| of == b"Image"));
    assert_eq!(images.count(), 3, "two pictures, one of them with its transparency");
}

#[test]
fn an_icon_is_held_once_and_says_nothing() {
    let sign = |nth: u32, filled| {
        let place = Rect::from_origin_size((f64::from(nth % 40) * 20.0, f64::from(nth / 40) * 20.0), (12.0, 12.0));
        shape(Form::Icon(Icon { sign: '\u{e2a8}', filled }, place))
    };
    let of = |count: u32| {
        let mut items = vec![Pen::new().text("Mara", 500.0, TextRole::Body)];
        items.extend((0..count).map(|nth| sign(nth, nth % 2 == 0)));
        made(&scene(vec![page("a", None, items)])).bytes
    };
    let file = PdfFile::read(&of(1_000));
    assert_eq!((tag(&file.tags(), "P").text.as_str(), file.silent(0).trim()), ("Mara", ""));
    let strokes = Content::decode(&file.doc.get_page_content(file.pages[0]).unwrap()).unwrap().operations;
    let drawn = |sign| strokes.iter().filter(|stroke| stroke.operator == sign).count();
    assert_eq!((drawn("Tj"), drawn("c")), (1_000, 0), "each is one sign of a font, and no outline");
    let each = (of(1_000).len() - of(500).len()) / 500;
    assert!(each < 40, "{each} bytes an icon");
}

#[test]
fn a_small_picture_is_in_the_deck_byte_for_byte() {
    let mut plan = demo::fictional(PlanId::default());
    let known = Arc::clone(&plan.pictures[0]);
    let with = |plan: &mut Campaign, bytes: Vec<u8>| {
        plan.pictures[0] = Arc::new(Picture { bytes: bytes.into(), ..(*known).clone() });
        let choice = Choice::new(Reader::Internal, Format::Pdf);
        export(plan, &Report::default(), &Choice { embed: false, ..choice }, Watch::none()).expect("it can be written").bytes
    };
    let bytes = from_bytes("a.jpg", &known.bytes).expect("it is a picture").bytes.to_vec();
    let holds = |file: &[u8], part: &[u8]| file.windows(part.len()).any(|window| window == part);
    assert!(holds(&with(&mut plan, bytes.clone()), &bytes));
    // What may not be seen is not in there, and neither is what is cut off.
    let secret = [&bytes[..2], b"\xff\xfe\x00\x08secret", &bytes[2..]].concat();
    let file = with(&mut plan, secret);
    assert!(holds(&file, &bytes) && !holds(&file, b"secret"));
    assert!(!holds(&with(&mut plan, bytes[..bytes.len() - 200].to_vec()), &bytes[..2_000]));
}

#[test]
fn a_font_that_may_not_be_passed_on_costs_the_mark_and_not_the_deck() {
    let mut bytes = Fonts::own().to_vec();
    // The table of the font says in its fifth number who may embed it; 2 is nobody without being asked.
    let entry = (0..64).map(|nth| 12 + 16 * nth).find(|at| &bytes[*at..*at + 4] == b"OS/2").unwrap();
    let table = u32::from_be_bytes(bytes[entry + 8..entry + 12].try_into().unwrap()) as usize;
    bytes[table + 8..table + 10].copy_from_slice(&2_u16.to_be_bytes());
    let file = FontFile { family: "Brand".into(), bytes: bytes.into() };
    let mut pen = Pen(Typesetter::new(&Fonts::shipped().branded(None, Some(&file))));
    let scene = scene(vec![page("a", None, vec![pen.text("Set in the brand", 20.0, TextRole::Title)])]);
    let made = pdf(&scene, None, None, Watch::none()).unwrap();
    assert_eq!(made.notices.len(), 1, "{:?}", made.notices);
    let file = PdfFile::read(&made.bytes);
    assert_eq!(tag(&file.tags(), "H1").text, "Set in the brand");
    assert!(!file.description().contains("pdfuaid:part"), "it does not claim what it is not");
}

#[test]
fn the_plan_travels_inside_and_comes_back_as_it_was() {
    let plan: Vec<u8> = (0..70_000_u32).flat_map(u32::to_le_bytes).collect();
    for plan in [&b""[..], b"(format: \"momentboard\")", &plan, b"\nendstream\nendobj"] {
        let made = pdf(&scene(Vec::new()), None, Some(plan), Watch::none()).unwrap();
        assert_eq!(plan_in(&made.bytes).as_deref(), Some(plan));
        let file = PdfFile::read(&made.bytes);
        let (id, spec) = file
            .doc
            .objects
            .iter()
            .find(|(_, object)| object.as_dict().is_ok_and(|dict| dict.has(b"EF")))
            .expect("an attachment");
        assert!(file.doc.has_object(*id));
        let spec = spec.as_dict().unwrap();
        assert_eq!(spec.get(b"F").unwrap().as_str().unwrap(), b"plan.moments");
        let stream = file.follow(file.dict(spec.get(b"EF").unwrap()).get(b"F").unwrap()).as_stream().unwrap();
        assert_eq!(stream.get_plain_content().unwrap(), plan, "other programs take it out, too");
    }
    assert_eq!(plan_in(&made(&scene(Vec::new())).bytes), None);
}

#[test]
fn a_reader_gets_the_plan_as_they_may_see_it_or_none_at_all() {
    let campaign = demo::fictional(PlanId::default());
    for embed in [true, false] {
        let choice = Choice { embed, ..Choice::new(Reader::Client, Format::Pdf) };
        let made = export(&campaign, &Report::default(), &choice, Watch::none()).unwrap();
        let inside = plan_in(&made.bytes).map(|plan| momentboard::store::read(&plan).unwrap().campaign);
        assert_eq!(inside, embed.then(|| momentboard::share::reduced(&campaign, Reader::Client)));
    }
}

#[test]
fn nothing_in_it_runs_or_opens_by_itself() {
    let campaign = Campaign { name: "/JavaScript (app.alert(1)) >> /OpenAction".into(), ..demo::fictional(PlanId::default()) };
    let made = export(&campaign, &Report::default(), &Choice::new(Reader::Internal, Format::Pdf), Watch::none()).unwrap();
    let (keys, _) = PdfFile::read(&made.bytes).everything();
    for forbidden in ["JavaScript", "JS", "Launch", "OpenAction", "AA", "SubmitForm", "ImportData", "GoToR", "RichMedia", "Movie"]
    {
        assert!(!keys.iter().any(|key| key == forbidden), "{forbidden}");
    }
    assert_eq!(keys.iter().filter(|key| *key == "EmbeddedFile").count(), 1, "our plan and nothing else");
}

#[test]
fn somebody_can_stop_it() {
    let pages = (0..5).map(|nth| page(&format!("p{nth}"), None, Vec::new())).collect();
    let stop = |done: usize, of: usize| done < 3 && of == 5;
    let stopped = pdf(&scene(pages), None, None, Watch(&stop));
    assert_eq!(stopped, Err(ExportError::Cancelled));
}

#[test]
fn lines_and_dashes_are_drawn() {
    let stroke = Stroke { color: INK, width: 2.0, dash: Some((3.0, 2.0)) };
    let items = vec![Item::line(Point::new(10.0, 10.0), Point::new(90.0, 10.0), stroke)];
    let file = written(&scene(vec![page("a", None, items)]));
    let content = String::from_utf8_lossy(&file.doc.get_page_content(file.pages[0]).unwrap()).into_owned();
    assert!(content.contains("2 w[3 2]0 d"), "{content}");
}
