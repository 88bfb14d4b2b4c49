//! Texts that try to be more than texts, in every field of a plan, through every format, for every reader: they come out as
//! the texts they are, and nothing else comes of them.
//!
//! What else could come of them is found without a list of everything bad: a plan of plain words has the same pages, so an
//! element, an attribute, a property or a relation that only the hostile plan has was made by a text.

use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};

use calamine::{Data, Reader as _};
use lopdf::Object;
use momentboard::check::{self, Report};
use momentboard::model::{Campaign, Day, Moment};
use momentboard::share::columns::{columns_of, unguarded};
use momentboard::share::encode::clean;
use momentboard::share::{Choice, Format, Motif, Reader, Section, Watch, export, own_pages};
use momentboard::store;

use crate::injection::corpus;
use crate::markup::{self, Piece};
use crate::outcome::{new_in, title_of, unescaped, visible, wiki_wrong};
use crate::pdf_file::PdfFile;
use crate::planted::{self, Size};
use crate::share_ics;
use crate::slides::Slides;

const READERS: [&str; 3] = ["internal", "client", "creator"];

fn reader(name: &str, campaign: &Campaign) -> Reader {
    match name {
        "internal" => Reader::Internal,
        "client" => Reader::Client,
        _ => Reader::Creator(campaign.lanes[0].id),
    }
}

/// Words as plain as they come, one for each hostile text; where that says nothing, it says nothing, too.
fn plain(hostile: &[String]) -> Vec<String> {
    let word = |(at, text): (usize, &String)| {
        let text = clean(text);
        if visible(&text).is_empty() {
            return text;
        }
        // Lines, blanks around it and its direction are no more than a text may have.
        let rtl = text.chars().any(|c| ('\u{590}'..='\u{8FF}').contains(&c));
        let word = if rtl { format!("שלום{at}") } else { format!("word{at}") };
        // As many lines, and those that say nothing still say nothing.
        let line = |line: &str| if visible(line).is_empty() { line.to_owned() } else { word.clone() };
        let lines = text.split('\n').map(line).collect::<Vec<_>>().join("\n");
        if text == text.trim() { lines } else { format!(" {lines}\n ") }
    };
    let mut words: Vec<String> = hostile.iter().enumerate().map(word).collect();
    // Real addresses may become links; the words have one, too, so that links are known to both.
    if let Some(at) = hostile.iter().position(|text| text == "https://example.org/x") {
        words[at].clone_from(&hostile[at]);
    }
    words
}

fn made(campaign: &Campaign, report: &Report, choice: &Choice) -> Vec<u8> {
    export(campaign, report, choice, Watch::none()).unwrap_or_else(|error| panic!("{choice:?}: {error}")).bytes
}

/// The whole corpus, so many moments that each of its texts is in each of their fields.
fn everything(texts: &[String]) -> Campaign {
    planted::plan(texts, 0, Size { lanes: 10, moments: texts.len().div_ceil(12) })
}

/// Words of each sort in every field of few moments: pages take long to lay out, and more of the same are made of the same.
fn few(words: Vec<String>) -> Campaign {
    let is_of_its_own = |(at, word): &(usize, String)| *at < 9 || !word.starts_with("word");
    let words: Vec<String> = words.into_iter().enumerate().filter(is_of_its_own).map(|(_, word)| word).collect();
    planted::plan(&words, 0, Size { lanes: 10, moments: words.len().div_ceil(12) })
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The moments that the reader sees.
fn seen(campaign: &Campaign, reader: Reader) -> Vec<&Moment> {
    let lanes = campaign.lanes.iter().filter(|lane| !matches!(reader, Reader::Creator(own) if own != lane.id));
    lanes.flat_map(|lane| lane.moments.iter().map(AsRef::as_ref)).collect()
}

/// Titles, hooks and words that have to be said, clean.
fn told(campaign: &Campaign, reader: Reader) -> Vec<String> {
    let texts = |moment: &Moment| [Some(moment.title.clone()), moment.hook.clone(), moment.must_say.clone()];
    let all = seen(campaign, reader).into_iter().flat_map(texts).flatten();
    all.map(|text| clean(&text)).filter(|text| !visible(text).is_empty()).collect()
}

/// All of that on lines of its own, and what stands on pages of the team's own.
fn lines(campaign: &Campaign, reader: Reader) -> Vec<String> {
    let own = own_pages(campaign, reader).flat_map(|(_, page)| {
        let text = clean(&page.text);
        text.lines().map(one_line).chain([one_line(&clean(&page.title))]).collect::<Vec<_>>()
    });
    let all = told(campaign, reader).iter().map(|text| one_line(text)).chain(own).collect::<Vec<_>>();
    all.into_iter().filter(|text| !visible(text).is_empty()).collect()
}

/// Which of these texts are in none of those.
fn missing(texts: &[String], places: &[String]) -> Vec<String> {
    texts
        .iter()
        .filter(|text| !places.iter().any(|place| place.contains(text.as_str())))
        .map(|text| format!("lost: {text:?}"))
        .collect()
}

fn choice(reader: Reader, format: Format) -> Choice {
    Choice { width: 600, made_on: Day::new(2026, 11, 26), ..Choice::new(reader, format) }
}

/// The pages of moments take long to lay out, and a client's are a part of those that the team gets: they are made once. What
/// clients have of their own, they get.
fn shown(reader: Reader, format: Format) -> Choice {
    let mut choice = choice(reader, format);
    if !shows_moments(reader) && format.is_deck() {
        choice.sections = [Section::Cover, Section::Summary, Section::Accepted, Section::Own, Section::Glossary].into();
    }
    choice
}

/// Whether a deck for that reader has the pages of moments here.
fn shows_moments(reader: Reader) -> bool {
    reader != Reader::Client
}

/// The whole corpus in one format for every reader: nothing new came of it, and `lost` says which texts are not there.
fn check_all(format: Format, lost: impl Fn(&[u8], &Campaign, Reader) -> Vec<String>) {
    let texts = corpus();
    let hostile = everything(&texts);
    let words = if format.is_deck() { few(plain(&texts)) } else { everything(&plain(&texts)) };
    for name in READERS {
        let made = |campaign: &Campaign| made(campaign, &Report::default(), &shown(reader(name, campaign), format));
        let (bytes, twin) = (made(&hostile), made(&words));
        let mut wrong = new_in(format, &bytes, &twin);
        wrong.extend(lost(&bytes, &hostile, reader(name, &hostile)));
        wrong.truncate(20);
        assert!(wrong.is_empty(), "{format:?} for {name}: {wrong:#?}");
    }
}

#[test]
fn the_corpus_is_as_large_as_it_is_meant_to_be() {
    let texts = corpus();
    assert!(texts.len() >= 160 && texts.iter().collect::<BTreeSet<_>>().len() == texts.len(), "{}", texts.len());
    let plan = everything(&texts);
    let titles: BTreeSet<_> = seen(&plan, Reader::Internal).iter().map(|moment| moment.title.clone()).collect();
    let notes: BTreeSet<_> = seen(&plan, Reader::Internal).iter().filter_map(|moment| moment.notes.clone()).collect();
    assert!(texts.iter().all(|text| titles.contains(text) && notes.contains(text)), "every text in every field");
}

#[test]
fn a_page_shows_texts_as_texts() {
    check_all(Format::Html, |bytes, campaign, reader| {
        let pieces = markup::pieces(std::str::from_utf8(bytes).unwrap()).unwrap();
        let text = |piece| if let Piece::Text(text) = piece { Some(one_line(&text)) } else { None };
        let places: Vec<String> = pieces.into_iter().filter_map(text).collect();
        missing(&lines(campaign, reader), &places)
    });
}

#[test]
fn slides_show_texts_as_texts() {
    check_all(Format::Pptx, |bytes, campaign, reader| {
        let slides = Slides::open(bytes);
        slides.check();
        let notes = (1..=slides.count()).map(|at| slides.text(&format!("ppt/notesSlides/notesSlide{at}.xml")));
        let xml = (1..=slides.count()).map(|at| slides.text(&format!("ppt/slides/slide{at}.xml"))).chain(notes);
        let words = |xml: &str| {
            let doc = roxmltree::Document::parse(xml).unwrap();
            visible(&doc.descendants().filter(roxmltree::Node::is_text).filter_map(|node| node.text()).collect::<String>())
        };
        let titles = seen(campaign, reader).into_iter().map(|moment| visible(&clean(&moment.title)));
        missing(
            &titles.filter(|title| title.len() < 200 && shows_moments(reader)).collect::<Vec<_>>(),
            &xml.map(words).collect::<Vec<_>>(),
        )
    });
}

#[test]
fn a_document_shows_texts_as_texts() {
    check_all(Format::Pdf, |bytes, campaign, reader| {
        let file = PdfFile::read(bytes);
        let pages: Vec<String> = (0..file.pages.len()).map(|page| visible(&file.text(page))).collect();
        // What is not plain may be drawn with glyphs that stand for several signs.
        let titles = seen(campaign, reader).into_iter().map(|moment| visible(&clean(&moment.title)));
        let titles: Vec<String> = titles.filter(|title| title.is_ascii() && title.len() < 200 && shows_moments(reader)).collect();
        let mut wrong = missing(&titles, &pages);
        wrong.extend(
            roxmltree::Document::parse(file.description().trim_start_matches('\u{feff}')).err().map(|why| why.to_string()),
        );
        wrong
    });
}

#[test]
fn pictures_show_texts_as_texts() {
    check_all(Format::Svg, |bytes, campaign, reader| {
        let doc = roxmltree::Document::parse(std::str::from_utf8(bytes).unwrap()).unwrap();
        let all: String = doc.descendants().filter(roxmltree::Node::is_text).filter_map(|node| node.text()).collect();
        // A card has room for the beginning.
        let start = |moment: &Moment| visible(&clean(&moment.title)).chars().take(3).collect::<String>();
        let starts: Vec<String> = seen(campaign, reader).into_iter().map(start).filter(|text| text.is_ascii()).collect();
        missing(&starts, &[visible(&all)])
    });
    check_all(Format::Png, |bytes, _, _| {
        let picture = image::load_from_memory(bytes).unwrap();
        if picture.width() == 600 { Vec::new() } else { vec!["another width".to_owned()] }
    });
}

#[test]
fn a_workbook_holds_texts_as_texts() {
    check_all(Format::Xlsx, |bytes, campaign, reader| {
        let mut book = calamine::Xlsx::new(Cursor::new(bytes.to_vec())).unwrap();
        let sheet = book.worksheet_range("Moments").unwrap();
        let cells: Vec<String> = sheet
            .used_cells()
            .filter_map(|cell| if let Data::String(text) = cell.2 { Some(text.clone()) } else { None })
            .collect();
        missing(&told(campaign, reader), &cells)
    });
}

#[test]
fn a_calendar_holds_texts_as_texts() {
    check_all(Format::Ics, |bytes, campaign, reader| {
        let (_, entries) = share_ics::read(bytes);
        let places: Vec<String> = entries.iter().flat_map(|entry| [entry.text("SUMMARY"), entry.text("DESCRIPTION")]).collect();
        let texts = told(campaign, reader)
            .into_iter()
            .map(|text| if text.len() > 1_000 { text.chars().take(99).collect() } else { text });
        // Titles are on one line, everything else keeps its lines.
        texts
            .filter(|text| !places.iter().any(|place| place.contains(text) || place.contains(&text.replace('\n', " "))))
            .map(|text| format!("lost: {text:?}"))
            .collect()
    });
}

#[test]
fn a_table_holds_texts_as_texts() {
    check_all(Format::Csv, |bytes, campaign, reader| {
        let bytes = bytes.strip_prefix("\u{FEFF}".as_bytes()).unwrap();
        let mut table = csv::ReaderBuilder::new().has_headers(true).from_reader(bytes);
        let columns = columns_of(reader);
        let mut wrong = Vec::new();
        let mut cells = Vec::new();
        for record in table.records() {
            let record = record.unwrap();
            if record.len() != columns.len() {
                wrong.push(format!("{} columns", record.len()));
            }
            for (column, cell) in columns.iter().zip(&record) {
                let first = visible(cell).chars().next().unwrap_or('x');
                if column.is_typed() && ("=+-@＝＋－＠".contains(first) || cell.starts_with(['\t', '\r', '\n'])) {
                    wrong.push(format!("{column:?} could calculate: {cell:?}"));
                }
                cells.push(unguarded(cell).to_owned());
            }
        }
        wrong.extend(missing(&told(campaign, reader), &cells));
        let rows = cells.len() / columns.len();
        if rows != seen(campaign, reader).len() {
            wrong.push(format!("{rows} rows"));
        }
        wrong
    });
}

#[test]
fn markdown_holds_texts_as_texts() {
    check_all(Format::Markdown, |bytes, campaign, reader| {
        let text = std::str::from_utf8(bytes).unwrap();
        let mut wrong = wiki_wrong(text);
        let places: Vec<String> = text.lines().map(|line| one_line(&unescaped(line).iter().collect::<String>())).collect();
        wrong.extend(missing(&lines(campaign, reader), &places));
        wrong
    });
}

#[test]
fn what_there_is_one_of_is_a_text_too() {
    // Name, line, brand, market, zone, footer, font: every text once in each of them, without much beside it.
    let texts = corpus();
    let words = plain(&texts);
    let size = Size { lanes: 1, moments: 1 };
    for first in 0..texts.len() {
        let (hostile, twin) = (planted::plan(&texts, first, size), planted::plan(&words, first, size));
        let name = READERS[first % 3];
        // The pages that take long hold these on their cover.
        let laid_out = [Format::Pdf, Format::Pptx, Format::Svg][first / 3 % 3];
        for format in [Format::Html, Format::Ics, Format::Csv, Format::Markdown, Format::Xlsx, laid_out] {
            let made = |campaign: &Campaign| {
                let sections = if format.is_deck() { [Section::Cover].into() } else { Section::ALL.into_iter().collect() };
                made(
                    campaign,
                    &Report::default(),
                    &Choice { sections, motif: Motif::Arc, ..choice(reader(name, campaign), format) },
                )
            };
            let (bytes, twin) = (made(&hostile), made(&twin));
            let mut wrong = new_in(format, &bytes, &twin);
            if format == Format::Markdown {
                wrong.extend(wiki_wrong(std::str::from_utf8(&bytes).unwrap()));
            }
            // Properties of documents are short.
            let begins: String = visible(&clean(&hostile.name)).chars().take(20).collect();
            if let Some(title) = title_of(format, &bytes).filter(|title| !title.contains(&begins)) {
                wrong.push(format!("the title is {title:?}"));
            }
            assert!(wrong.is_empty(), "{format:?} for {name}, from {:?}: {wrong:#?}", texts[first]);
        }
    }
}

#[test]
fn the_findings_about_such_texts_are_texts() {
    let texts = corpus();
    let with_markets = |texts: &[String]| Campaign { markets: texts.to_vec(), ..everything(texts) };
    let (hostile, words) = (with_markets(&texts), with_markets(&plain(&texts)));
    for format in [Format::Html, Format::Markdown, Format::Xlsx] {
        let made = |campaign: &Campaign| {
            let report = check::check(campaign, &check::Options::default());
            assert!(report.findings.len() > 20);
            made(campaign, &report, &choice(Reader::Internal, format))
        };
        let (bytes, twin) = (made(&hostile), made(&words));
        let mut wrong = new_in(format, &bytes, &twin);
        // How many there are is a matter of what the texts say, and so is the last row.
        wrong.retain(|new| new.strip_prefix("new: definedName: Findings!$A$1:$F$").is_none_or(|row| row.parse::<u32>().is_err()));
        if format == Format::Markdown {
            wrong.extend(wiki_wrong(std::str::from_utf8(&bytes).unwrap()));
        }
        assert!(wrong.is_empty(), "{format:?}: {wrong:#?}");
    }
}

#[test]
fn the_plan_inside_is_the_plan() {
    let hostile = everything(&corpus());
    for format in [Format::Pdf, Format::Pptx, Format::Html] {
        let choice = Choice { sections: [Section::Cover].into(), ..choice(Reader::Internal, format) };
        let bytes = made(&hostile, &Report::default(), &choice);
        let inside = store::carried::Document::of(&bytes).unwrap().plan_in(&bytes).unwrap();
        assert_eq!(inside, store::write(&hostile).unwrap(), "{format:?}");
        let read = store::read(&inside).unwrap();
        assert_eq!(store::write(&read.campaign).unwrap(), inside, "{format:?}");
    }
}

#[test]
fn the_checks_find_what_they_look_for() {
    let texts = vec!["a word".to_owned()];
    let campaign = planted::plan(&texts, 0, Size { lanes: 1, moments: 2 });
    let made = |format| made(&campaign, &Report::default(), &choice(Reader::Client, format));
    let finds = |format: Format, to: Vec<u8>| !new_in(format, &to, &made(format)).is_empty();
    let with = |format: Format, what: &str, by: &str| -> Vec<u8> {
        let text = String::from_utf8(made(format)).unwrap();
        assert!(text.contains(what), "{what}");
        text.replacen(what, by, 1).into_bytes()
    };
    for by in [
        "<script>x</script></main>",
        "<img src=\"http://127.0.0.1/\" alt=\"\"></main>",
        "<p onclick=\"x\">x</p></main>",
        "<p class=x>x</p></main>",
        "<!-- x --></main>",
        "&nbsp;</main>",
        "<p style=\"x\">x</p></main>",
        "</p></main>",
        "<style>p { color: red }</style></main>",
    ] {
        assert!(finds(Format::Html, with(Format::Html, "</main>", by)), "{by}");
    }
    for (what, by) in [
        ("--canvas: #", "--canvas: url(http://127.0.0.1/) #"),
        ("--canvas: #", "--other: #123456; --canvas: #"),
        ("--canvas: #F", "--canvas: #0"),
        ("--body: ", "--body: \"a\\22 b\", "),
        ("--body: ", "--body: \"a\"; } p { color: red; } :root { --body: "),
        (":root {", "@import url(x); :root {"),
        ("</style>", "p { color: red }</style>"),
    ] {
        assert!(finds(Format::Html, with(Format::Html, what, by)), "{by}");
    }
    for by in ["#### a", "- a", "**a**", "- **a:** b **c**", "| a | b |", "| --- |"] {
        let text = String::from_utf8(made(Format::Markdown)).unwrap();
        assert!(finds(Format::Markdown, format!("{text}{by}\n").into_bytes()), "{by}");
    }
    for by in [
        "<script/></svg>",
        "<a href=\"javascript:x\"/></svg>",
        "<image href=\"file:///x\"/></svg>",
        "<g onload=\"x\"/></svg>",
        "<!--x--></svg>",
    ] {
        let text = String::from_utf8(made(Format::Svg)).unwrap();
        let at = text.rfind("</svg>").unwrap();
        assert!(finds(Format::Svg, format!("{}{by}", &text[..at]).into_bytes()), "{by}");
    }
    assert!(finds(Format::Ics, with(Format::Ics, "TRANSP:", "URL:http://127.0.0.1/\r\nTRANSP:")));
    for (format, part, what, by) in [
        (Format::Pptx, "ppt/slides/slide1.xml", "</p:spTree>", "<p:oleObj/></p:spTree>"),
        (
            Format::Pptx,
            "ppt/slides/_rels/slide1.xml.rels",
            "</Relationships>",
            "<Relationship Id=\"x\" Type=\"hyperlink\" Target=\"file:///x\" TargetMode=\"External\"/></Relationships>",
        ),
        (Format::Xlsx, "xl/worksheets/sheet1.xml", "</sheetData>", "</sheetData><hyperlinks/>"),
        (Format::Xlsx, "xl/worksheets/sheet1.xml", "</sheetData>", "<row><c><f>1+1</f></c></row></sheetData>"),
    ] {
        assert!(finds(format, repacked(&made(format), part, what, by)), "{by}");
    }
    let pdf = made(Format::Pdf);
    let mut doc = lopdf::Document::load_mem(&pdf).unwrap();
    let script = lopdf::dictionary! { "S" => "JavaScript", "JS" => Object::string_literal("x") };
    doc.catalog_mut().unwrap().set("OpenAction", script);
    let mut bytes = Vec::new();
    doc.save_to(&mut bytes).unwrap();
    assert!(finds(Format::Pdf, bytes));
    let text = [&chunk(*b"tEXt"), &made(Format::Png)[8..]].concat();
    assert!(finds(Format::Png, [&made(Format::Png)[..8], &text].concat()));
    assert!(finds(Format::Html, with(Format::Html, "a word", "a \u{1b}[31mword")));
    for line in [
        "a <b>",
        "> a",
        "* * *",
        "- - a",
        "- # a",
        "- **a:** [b](c)",
        "**a** *b*",
        "a [b](c)",
        "`x`",
        "http://x",
        "- **a:** *b*",
        "1. x",
        "| a | b |\n| c |",
        "&amp;",
    ] {
        assert!(!wiki_wrong(line).is_empty(), "{line}");
    }
    assert!(!missing(&["not there".to_owned()], &["there".to_owned()]).is_empty());
}

/// A chunk of that kind with nothing in it.
fn chunk(kind: [u8; 4]) -> Vec<u8> {
    [[0; 4], kind, [0; 4]].concat()
}

/// A package with one part changed.
fn repacked(bytes: &[u8], part: &str, what: &str, by: &str) -> Vec<u8> {
    let mut from = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..from.len() {
        let mut file = from.by_index(at).unwrap();
        let name = file.name().unwrap().to_string();
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        if name == part {
            let text = String::from_utf8(content).unwrap();
            assert!(text.contains(what), "{what}");
            content = text.replacen(what, by, 1).into_bytes();
        }
        to.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        std::io::Write::write_all(&mut to, &content).unwrap();
    }
    to.finish().unwrap().into_inner()
}
