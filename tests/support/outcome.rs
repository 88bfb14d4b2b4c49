//! What came of the texts of a plan in a document: elements, attributes, properties, relations, chunks, titles.

#![allow(unreachable_pub, reason = "a file that is included cannot tell how far its items reach")]

use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};

use base64::Engine as _;
use lopdf::Object;
use momentboard::share::Format;

use crate::markup::{self, Piece};
use crate::pdf_file::PdfFile;
use crate::share_ics;

/// The signs of a text that take part in reading: no blanks, no marks that are not seen.
pub fn visible(text: &str) -> String {
    let unseen = |c: char| {
        c.is_whitespace()
            || matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{AD}' | '\u{61C}')
    };
    text.chars().filter(|c| !unseen(*c)).collect()
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
        if matches!(name.rsplit_once('.'), Some((_, "xml" | "rels"))) {
            let mut text = String::new();
            part.read_to_string(&mut text).map_err(|why| format!("{name}: {why}"))?;
            words.extend(of_xml(&name, &text)?);
        }
    }
    Ok(words)
}

/// The style of a page without the names of fonts, which a plan has of its own. Behind ours there are only colours, and what a
/// font is called never leaves its quotation marks.
fn shades(style: &str) -> Result<String, String> {
    let ours = include_str!("../../assets/share/page.css").trim();
    let shades = style.trim().strip_suffix(ours).ok_or("the style is not ours")?;
    let mut bare = String::new();
    for rule in shades.replace("@media (prefers-color-scheme: dark) {", "").replace("@media print {", "").split('}') {
        let Some(rule) = rule.trim().strip_prefix(":root {") else {
            if rule.trim().is_empty() {
                continue;
            }
            return Err(format!("a rule that is not ours: {rule}"));
        };
        for said in rule.split(';').map(str::trim).filter(|said| !said.is_empty()) {
            let (name, value) = said.split_once(": ").ok_or_else(|| format!("says nothing: {said}"))?;
            let value = match name {
                "--body" | "--heading" => fonts(value).ok_or_else(|| format!("fonts of a stranger: {said}"))?,
                "color-scheme" if ["light", "dark", "light dark"].contains(&value) => value,
                _ if name.starts_with("--") && is_colour(value) => value,
                _ => return Err(format!("no colour: {said}")),
            };
            bare.extend([name, ": ", value, ";"]);
        }
    }
    // What is not a rule keeps its place.
    let around = shades.split('{').map(|part| part.rsplit('}').next().unwrap_or_default()).collect::<String>();
    Ok(bare + &around)
}

fn is_colour(value: &str) -> bool {
    value.strip_prefix('#').is_some_and(|hex| hex.len() == 6 && hex.chars().all(|c| c.is_ascii_hexdigit()))
}

/// The fonts that stand in for the one of the plan, where that is no more than a name.
fn fonts(value: &str) -> Option<&str> {
    const USUAL: &str = "Inter, \"Segoe UI\", system-ui, -apple-system, \"Helvetica Neue\", \"Noto Sans\", Arial, sans-serif";
    let named = value.strip_suffix(USUAL)?;
    let name = named.strip_prefix('"').and_then(|rest| rest.strip_suffix("\", "));
    let is_name = |name: &str| {
        (1..=60).contains(&name.chars().count()) && name.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
    };
    (named.is_empty() || name.is_some_and(is_name)).then_some(USUAL)
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
                words.insert(format!("style {}", shades(&text)?));
                style += 1;
            }
            Piece::Text(_) => {}
            Piece::Close(_) => in_template = false,
        }
    }
    if style == 2 { Ok(words) } else { Err("one style".to_owned()) }
}

/// What a text is made of: its blocks in their order. The same several times in a row is one.
fn blocks(text: &str) -> BTreeSet<String> {
    let mut order: Vec<String> = Vec::new();
    for line in text.lines() {
        // What is escaped is a letter, so that what is left stands there as a mark.
        let bare = bare(line).unwrap_or_default();
        let heading = bare.split_once(' ').filter(|(marks, _)| !marks.is_empty() && marks.chars().all(|c| c == '#'));
        let block = if let Some((marks, _)) = heading {
            marks.to_owned()
        } else if bare.starts_with("| ") {
            // The line below the heads of a table says on which sides its columns stand.
            let is_line = bare.chars().all(|c| "|-: ".contains(c));
            format!("{} cells {}", bare.matches('|').count(), if is_line { &bare } else { "" })
        } else if bare.starts_with("- ") {
            // The name of an item is bold, and nothing else in it is.
            format!("item {}", bare.matches("**").count())
        } else if bare.is_empty() {
            continue;
        } else {
            format!("text {}", bare.matches("**").count())
        };
        if order.last() != Some(&block) {
            order.push(block);
        }
    }
    let mut words: BTreeSet<String> = order.iter().cloned().collect();
    words.insert(format!("in order: {}", order.join(", ")));
    words
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
        Format::Markdown => Ok(blocks(std::str::from_utf8(bytes).map_err(|why| why.to_string())?)),
        Format::Csv => Ok(BTreeSet::new()),
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
pub fn new_in(format: Format, hostile: &[u8], plain: &[u8]) -> Vec<String> {
    if let Some(why) = commands(format, hostile) {
        return vec![why];
    }
    match (vocabulary(format, hostile), vocabulary(format, plain)) {
        (Ok(hostile), Ok(mut plain)) => {
            // What takes several lines is held together; a plain word takes one. Some of these may be empty, and the
            // first of several texts has the place of the slide's layout.
            plain.extend(["grpSp", "endParaRPr dirty", "endParaRPr spc", "endParaRPr sz", "noAutofit"].map(str::to_owned));
            only_in(hostile, &plain)
        }
        (Err(why), _) => vec![why],
        (_, Err(why)) => panic!("plain words: {why}"),
    }
}

/// What the document itself says that it is called.
pub fn title_of(format: Format, bytes: &[u8]) -> Option<String> {
    let in_xml = |xml: &str| {
        let doc = roxmltree::Document::parse(xml.trim_start_matches('\u{feff}')).unwrap();
        // What says nothing is not there.
        let title = doc.descendants().find(|node| node.tag_name().name() == "title").into_iter();
        visible(
            &title
                .flat_map(|title| title.descendants())
                .filter(roxmltree::Node::is_text)
                .filter_map(|node| node.text())
                .collect::<String>(),
        )
    };
    match format {
        Format::Html => {
            let pieces = markup::pieces(std::str::from_utf8(bytes).unwrap()).unwrap();
            let at = pieces.iter().position(|piece| matches!(piece, Piece::Open(name, _) if name == "title")).unwrap();
            Some(if let Piece::Text(title) = &pieces[at + 1] { visible(title) } else { String::new() })
        }
        Format::Pdf => Some(in_xml(&PdfFile::read(bytes).description())),
        Format::Pptx | Format::Xlsx => {
            let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
            let mut text = String::new();
            zip.by_name("docProps/core.xml").unwrap().read_to_string(&mut text).unwrap();
            Some(in_xml(&text))
        }
        Format::Ics => {
            let (head, _) = share_ics::read(bytes);
            let name = head.iter().find(|line| line.name == "X-WR-CALNAME").unwrap();
            Some(visible(&share_ics::unescaped(&name.value)))
        }
        _ => None,
    }
}

/// The signs of a line without the escapes before them.
pub fn unescaped(line: &str) -> Vec<char> {
    let mut out = Vec::new();
    let mut signs = line.chars();
    while let Some(c) = signs.next() {
        out.push(if c == '\\' { signs.next().unwrap_or('\\') } else { c });
    }
    out
}

/// A line with a letter for every escaped sign; none where an escape is before nothing that needs it.
fn bare(line: &str) -> Option<String> {
    let mut bare = String::new();
    let mut signs = line.chars();
    while let Some(c) = signs.next() {
        if c == '\\' {
            signs.next().filter(char::is_ascii_punctuation)?;
            bare.push('\u{1}');
        } else {
            bare.push(c);
        }
    }
    Some(bare)
}

/// What a wiki would make of the text beside headings, rows, lists and bold labels. Which of those there are is known from the
/// plain words.
pub fn wiki_wrong(text: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut columns = None;
    for line in text.lines() {
        let Some(bare) = bare(line) else {
            wrong.push(format!("a lone escape: {line}"));
            continue;
        };
        let body = ["# ", "## ", "### ", "- **", "- ", "| "].iter().find_map(|start| bare.strip_prefix(start));
        let body = body.or_else(|| bare.strip_prefix("**")?.strip_suffix("**")).unwrap_or(&bare);
        let label = bare.starts_with("- **");
        let body = if label { body.replacen(":**", "", 1) } else { body.to_owned() };
        let is_row = bare.starts_with("| ");
        let special = |c: char| {
            matches!(c, '<' | '>' | '`' | '[' | ']' | '*' | '_' | '~' | '&' | '$' | '{' | '}' | '^' | '@')
                || (c == '|' && !is_row)
        };
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
