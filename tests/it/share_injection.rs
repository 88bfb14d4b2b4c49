//! Texts that try to be more than texts, in every field of a plan, through every format, for every reader: they come out as
//! the texts they are, and nothing else comes of them.
//!
//! What else could come of them is found without a list of everything bad: a plan of plain words has the same pages, so an
//! element, an attribute, a property or a relation that only the hostile plan has was made by a text.

use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};

use base64::Engine as _;
use calamine::{Data, Reader as _};
use lopdf::Object;
use momentboard::check::{self, Report};
use momentboard::model::{Campaign, Day, Moment};
use momentboard::share::columns::{columns_of, unguarded};
use momentboard::share::encode::clean;
use momentboard::share::{Choice, Format, Motif, Reader, Section, Watch, export};
use momentboard::store;

use crate::injection::corpus;
use crate::markup::{self, Piece};
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
        let lines = if text.contains('\n') { format!("{word}\n\n{word}") } else { word };
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

/// The signs of a text that take part in reading: no blanks, no marks that are not seen.
fn visible(text: &str) -> String {
    let unseen = |c: char| {
        c.is_whitespace()
            || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{AD}' | '\u{61C}')
    };
    text.chars().filter(|c| !unseen(*c)).collect()
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

/// Which of these texts are in none of those.
fn missing(texts: &[String], places: &[String]) -> Vec<String> {
    texts.iter().filter(|text| !places.iter().any(|place| place.contains(text.as_str()))).map(|text| format!("lost: {text:?}")).collect()
}

/// What only the first of two sets has.
fn only_in(hostile: BTreeSet<String>, plain: &BTreeSet<String>) -> Vec<String> {
    hostile.into_iter().filter(|word| !plain.contains(word)).map(|word| format!("new: {word}")).collect()
}

/// Whether an address may stand in a link.
fn may_be_opened(address: &str) -> bool {
    ["http://", "https://", "mailto:"].iter().any(|scheme| address.starts_with(scheme)) && !address.contains(char::is_whitespace)
}

type Vocabulary = Result<BTreeSet<String>, String>;

/// The elements and attributes of XML; addresses in them are checked at once.
fn of_xml(name: &str, xml: &str) -> Vocabulary {
    if xml.contains("<!DOCTYPE") {
        return Err(format!("{name} has a document type"));
    }
    let doc = roxmltree::Document::parse(xml).map_err(|why| format!("{name}: {why}"))?;
    let mut words = BTreeSet::new();
    for node in doc.descendants() {
        if node.is_pi() || node.is_comment() {
            words.insert(format!("{name}: {node:?}"));
        }
        let tag = node.tag_name().name().to_owned();
        for attribute in node.attributes() {
            let (key, value) = (attribute.name(), attribute.value());
            words.insert(format!("{tag} {key}"));
            let inside = value.starts_with("data:image/png;base64,") || value.starts_with("data:image/jpeg;base64,");
            if key == "href" && !inside && !value.starts_with('#') && !may_be_opened(value) {
                return Err(format!("{name}: <{tag}> leads to {value}"));
            }
            let outside = node.attribute("TargetMode") == Some("External");
            if key == "Target" && outside && !(value.starts_with("http") || value.starts_with("mailto:")) {
                return Err(format!("{name}: a relation to {value}"));
            }
            if matches!(key, "Type" | "ContentType" | "TargetMode" | "action") {
                words.insert(format!("{tag} {key}={value}"));
            }
        }
        // Formulas, the names of areas and the lists of choices name cells, the same ones in both.
        if matches!(tag.as_str(), "f" | "definedName" | "formula1" | "formula2" | "oddFooter" | "oddHeader") {
            words.insert(format!("{tag}: {}", node.text().unwrap_or_default()));
        }
        words.insert(tag);
    }
    Ok(words)
}

/// The elements and attributes of all parts of a package, and the sorts of parts.
fn of_package(bytes: &[u8]) -> Vocabulary {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|why| why.to_string())?;
    let mut words = BTreeSet::new();
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).map_err(|why| why.to_string())?;
        let name = part.name().map_err(|why| why.to_string())?.to_string();
        words.insert(name.chars().filter(|c| !c.is_ascii_digit()).collect());
        if name.ends_with(".xml") || name.ends_with(".rels") {
            let mut text = String::new();
            part.read_to_string(&mut text).map_err(|why| format!("{name}: {why}"))?;
            words.extend(of_xml(&name, &text)?);
        }
    }
    Ok(words)
}

fn of_page(page: &str) -> Vocabulary {
    let mut words = BTreeSet::new();
    let mut in_template = false;
    let mut style = 0;
    for piece in markup::pieces(page)? {
        match piece {
            Piece::Open(name, attributes) => {
                in_template = name == "template";
                style += usize::from(name == "style");
                for (key, value) in attributes {
                    let is_picture = value.starts_with("data:image/png;base64,") || value.starts_with("data:image/jpeg;base64,");
                    if matches!(key.as_str(), "href" | "src") && !is_picture && !value.starts_with('#') {
                        return Err(format!("<{name}> leads to {value}"));
                    }
                    if matches!(key.as_str(), "content" | "http-equiv" | "class" | "id" | "role" | "name") {
                        words.insert(format!("{name} {key}={value}"));
                    }
                    words.insert(format!("{name} {key}"));
                }
                words.insert(name);
            }
            Piece::Text(text) if in_template => {
                base64::engine::general_purpose::STANDARD.decode(text).map_err(|why| why.to_string())?;
            }
            Piece::Text(text) if style == 1 => {
                if text.trim() != include_str!("../../assets/share/page.css").trim() {
                    return Err("the style is not ours".to_owned());
                }
                style += 1;
            }
            Piece::Text(_) => {}
            Piece::Close(_) => in_template = false,
        }
    }
    if style == 2 { Ok(words) } else { Err("one style".to_owned()) }
}

/// What is in a PDF beside words and shapes.
fn of_pdf(bytes: &[u8]) -> Vocabulary {
    fn look(of: &Object, words: &mut BTreeSet<String>) {
        match of {
            Object::Dictionary(dict) => {
                for (key, value) in dict {
                    let key = String::from_utf8_lossy(key).into_owned();
                    if let (Object::Name(name), "S" | "Type" | "Subtype") = (value, key.as_str()) {
                        words.insert(format!("{key}={}", String::from_utf8_lossy(name)));
                    }
                    if let (Object::String(address, _), "URI") = (value, key.as_str()) {
                        let address = String::from_utf8_lossy(address).into_owned();
                        let sort = if may_be_opened(&address) { "that may be opened" } else { &address };
                        words.insert(format!("address {sort}"));
                    }
                    // The names of resources are numbered.
                    words.insert(key.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned());
                    look(value, words);
                }
            }
            Object::Array(all) => all.iter().for_each(|of| look(of, words)),
            Object::Stream(stream) => look(&Object::Dictionary(stream.dict.clone()), words),
            _ => {}
        }
    }
    let doc = lopdf::Document::load_mem(bytes).map_err(|why| why.to_string())?;
    let mut words = BTreeSet::new();
    for object in doc.objects.values() {
        look(object, &mut words);
    }
    look(&Object::Dictionary(doc.trailer.clone()), &mut words);
    let embedded = doc.objects.values().filter(|of| of.as_stream().is_ok_and(|of| of.dict.has_type(b"EmbeddedFile"))).count();
    words.insert(format!("{embedded} attachments"));
    Ok(words)
}

/// The chunks of a picture.
fn of_png(bytes: &[u8]) -> Vocabulary {
    let mut words = BTreeSet::new();
    let mut rest = bytes.get(8..).ok_or("no picture")?;
    while let [a, b, c, d, kind @ ..] = rest {
        let length = u32::from_be_bytes([*a, *b, *c, *d]) as usize;
        words.insert(String::from_utf8_lossy(kind.get(..4).ok_or("cut off")?).into_owned());
        rest = kind.get(4 + length + 4..).ok_or("cut off")?;
    }
    Ok(words)
}

/// Names and parameters of the lines of a calendar, and how many entries it has.
fn of_calendar(bytes: &[u8]) -> BTreeSet<String> {
    let (head, entries) = share_ics::read(bytes);
    let lines = head.iter().chain(entries.iter().flat_map(|entry| &entry.0));
    let mut words: BTreeSet<String> = lines.map(|line| format!("{} {:?}", line.name, line.parameters)).collect();
    words.insert(format!("{} entries", entries.len()));
    words
}

/// What a document has beside its words.
fn vocabulary(format: Format, bytes: &[u8]) -> Vocabulary {
    match format {
        Format::Pdf => of_pdf(bytes),
        Format::Pptx | Format::Xlsx => of_package(bytes),
        Format::Html => of_page(std::str::from_utf8(bytes).map_err(|why| why.to_string())?),
        Format::Svg => of_xml("the picture", std::str::from_utf8(bytes).map_err(|why| why.to_string())?),
        Format::Png => of_png(bytes),
        Format::Ics => Ok(of_calendar(bytes)),
        Format::Csv | Format::Markdown => Ok(BTreeSet::new()),
    }
}

/// A character that nobody sees and some program obeys, with what stands before it.
fn commands(format: Format, bytes: &[u8]) -> Option<String> {
    if matches!(format, Format::Xlsx) {
        // A workbook writes it as its number.
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
        let mut text = String::new();
        zip.by_name("xl/sharedStrings.xml").ok()?.read_to_string(&mut text).ok()?;
        return ["_x0000_", "_x0007_", "_x0001_", "_x001B_"].into_iter().find(|sign| text.contains(sign)).map(str::to_owned);
    }
    let text = std::str::from_utf8(bytes).ok()?;
    let (at, sign) = text.char_indices().find(|(_, c)| c.is_control() && !matches!(c, '\n' | '\r'))?;
    Some(format!("{sign:?} behind {:?}", text[..at].chars().rev().take(80).collect::<Vec<_>>().iter().rev().collect::<String>()))
}

/// What is wrong with a document, held against that of the plain words.
fn new_in(format: Format, hostile: &[u8], plain: &[u8]) -> Vec<String> {
    if let Some(why) = commands(format, hostile) {
        return vec![why];
    }
    match (vocabulary(format, hostile), vocabulary(format, plain)) {
        (Ok(hostile), Ok(plain)) => only_in(hostile, &plain),
        (Err(why), _) => vec![why],
        (_, Err(why)) => panic!("plain words: {why}"),
    }
}

fn choice(reader: Reader, format: Format) -> Choice {
    Choice { width: 600, made_on: Day::new(2026, 11, 26), ..Choice::new(reader, format) }
}

/// The whole corpus in one format for every reader: nothing new came of it, and `lost` says which texts are not there.
fn check_all(format: Format, lost: impl Fn(&[u8], &Campaign, Reader) -> Vec<String>) {
    let texts = corpus();
    let (hostile, words) = (everything(&texts), everything(&plain(&texts)));
    for name in READERS {
        let made = |campaign: &Campaign| made(campaign, &Report::default(), &choice(reader(name, campaign), format));
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
        missing(&told(campaign, reader).iter().map(|text| one_line(text)).collect::<Vec<_>>(), &places)
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
            visible(&doc.descendants().filter_map(|node| node.text()).collect::<String>())
        };
        let titles = seen(campaign, reader).into_iter().map(|moment| visible(&clean(&moment.title)));
        missing(&titles.filter(|title| title.len() < 200).collect::<Vec<_>>(), &xml.map(words).collect::<Vec<_>>())
    });
}

#[test]
fn a_document_shows_texts_as_texts() {
    check_all(Format::Pdf, |bytes, campaign, reader| {
        let file = PdfFile::read(bytes);
        let pages: Vec<String> = (0..file.pages.len()).map(|page| visible(&file.text(page))).collect();
        // What is not plain may be drawn with glyphs that stand for several signs.
        let titles = seen(campaign, reader).into_iter().map(|moment| visible(&clean(&moment.title)));
        let titles: Vec<String> = titles.filter(|title| title.is_ascii() && title.len() < 200).collect();
        let mut wrong = missing(&titles, &pages);
        wrong.extend(roxmltree::Document::parse(file.description().trim_start_matches('\u{feff}')).err().map(|why| why.to_string()));
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
        let cells: Vec<String> = sheet.used_cells().filter_map(|cell| if let Data::String(text) = cell.2 { Some(text.clone()) } else { None }).collect();
        missing(&told(campaign, reader), &cells)
    });
}

#[test]
fn a_calendar_holds_texts_as_texts() {
    check_all(Format::Ics, |bytes, campaign, reader| {
        let (_, entries) = share_ics::read(bytes);
        let places: Vec<String> = entries.iter().flat_map(|entry| [entry.text("SUMMARY"), entry.text("DESCRIPTION")]).collect();
        let texts = told(campaign, reader).into_iter().map(|text| if text.len() > 1_000 { text.chars().take(99).collect() } else { text });
        // Titles are on one line, everything else keeps its lines.
        texts.filter(|text| !places.iter().any(|place| place.contains(text) || place.contains(&text.replace('\n', " ")))).map(|text| format!("lost: {text:?}")).collect()
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
        wrong.extend(missing(&told(campaign, reader).iter().map(|text| one_line(text)).collect::<Vec<_>>(), &places));
        wrong
    });
}

/// The signs of a line without the escapes before them.
fn unescaped(line: &str) -> Vec<char> {
    let mut out = Vec::new();
    let mut signs = line.chars();
    while let Some(c) = signs.next() {
        out.push(if c == '\\' { signs.next().unwrap_or('\\') } else { c });
    }
    out
}

/// What a wiki would make of the text beside headings, rows, lists and bold labels.
fn wiki_wrong(text: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut columns = None;
    for line in text.lines() {
        // An escaped sign is a letter from here on.
        let mut bare = String::new();
        let mut signs = line.chars();
        while let Some(c) = signs.next() {
            if c == '\\' {
                match signs.next() {
                    Some(next) if next.is_ascii_punctuation() => bare.push('\u{1}'),
                    _ => wrong.push(format!("a lone escape: {line}")),
                }
            } else {
                bare.push(c);
            }
        }
        let body = ["# ", "## ", "- **", "| "].iter().find_map(|start| bare.strip_prefix(start)).unwrap_or(&bare);
        let label = bare.starts_with("- **");
        let body = if label { body.replacen(":**", "", 1) } else { body.to_owned() };
        let is_row = bare.starts_with("| ");
        let special = |c: char| matches!(c, '<' | '>' | '`' | '[' | ']' | '*' | '_' | '~' | '&' | '$' | '{' | '}' | '^' | '@') || (c == '|' && !is_row);
        if let Some(c) = body.chars().find(|c| special(*c)) {
            wrong.push(format!("{c} in {line}"));
        }
        let lower = body.to_lowercase();
        if lower.contains("://") || lower.contains("www.") || lower.contains("mailto:") {
            wrong.push(format!("a link in {line}"));
        }
        let first = body.trim_start();
        let numbered = first.trim_start_matches(|c: char| c.is_ascii_digit());
        let is_list = numbered.len() < first.len() && numbered.starts_with(['.', ')']);
        if !is_row && (first.starts_with(['#', '-', '+', '=']) || is_list || body.starts_with("    ")) {
            wrong.push(format!("begins a block: {line}"));
        }
        if is_row {
            let cells = bare.matches('|').count();
            if *columns.get_or_insert(cells) != cells {
                wrong.push(format!("{cells} columns in {line}"));
            }
        } else {
            columns = None;
        }
    }
    wrong
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
                made(campaign, &Report::default(), &Choice { sections, motif: Motif::Arc, ..choice(reader(name, campaign), format) })
            };
            let (bytes, twin) = (made(&hostile), made(&twin));
            let mut wrong = new_in(format, &bytes, &twin);
            if format == Format::Markdown {
                wrong.extend(wiki_wrong(std::str::from_utf8(&bytes).unwrap()));
            }
            assert!(wrong.is_empty(), "{format:?} for {name}, from {:?}: {wrong:#?}", texts[first]);
        }
    }
}

#[test]
fn the_findings_about_such_texts_are_texts() {
    let texts = corpus();
    let (hostile, words) = (everything(&texts), everything(&plain(&texts)));
    for format in [Format::Html, Format::Markdown, Format::Xlsx] {
        let made = |campaign: &Campaign| {
            let report = check::check(campaign, &check::Options::default());
            assert!(report.findings.len() > 20);
            made(campaign, &report, &choice(Reader::Internal, format))
        };
        let (bytes, twin) = (made(&hostile), made(&words));
        let mut wrong = new_in(format, &bytes, &twin);
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
    ] {
        assert!(finds(Format::Html, with(Format::Html, "</main>", by)), "{by}");
    }
    for by in ["<script/></svg>", "<a href=\"javascript:x\"/></svg>", "<image href=\"file:///x\"/></svg>", "<g onload=\"x\"/></svg>", "<!--x--></svg>"] {
        let text = String::from_utf8(made(Format::Svg)).unwrap();
        let at = text.rfind("</svg>").unwrap();
        assert!(finds(Format::Svg, format!("{}{by}", &text[..at]).into_bytes()), "{by}");
    }
    assert!(finds(Format::Ics, with(Format::Ics, "TRANSP:", "URL:http://127.0.0.1/\r\nTRANSP:")));
    for (format, part, what, by) in [
        (Format::Pptx, "ppt/slides/slide1.xml", "</p:spTree>", "<p:oleObj/></p:spTree>"),
        (Format::Pptx, "ppt/slides/_rels/slide1.xml.rels", "</Relationships>", "<Relationship Id=\"x\" Type=\"hyperlink\" Target=\"file:///x\" TargetMode=\"External\"/></Relationships>"),
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
    let text = [&chunk(b"tEXt"), &made(Format::Png)[8..]].concat();
    assert!(finds(Format::Png, [&made(Format::Png)[..8], &text].concat()));
    assert!(finds(Format::Html, with(Format::Html, "a word", "a \u{1b}[31mword")));
    for line in ["a <b>", "a [b](c)", "`x`", "http://x", "- **a:** *b*", "1. x", "| a | b |\n| c |", "&amp;"] {
        assert!(!wiki_wrong(line).is_empty(), "{line}");
    }
    assert!(!missing(&["not there".to_owned()], &["there".to_owned()]).is_empty());
}

/// A chunk of that kind with nothing in it.
fn chunk(kind: &[u8; 4]) -> Vec<u8> {
    [&[0; 4][..], kind, &[0; 4]].concat()
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
