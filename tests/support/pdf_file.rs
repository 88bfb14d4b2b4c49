//! Reads a PDF back as its readers do: the text that glyphs stand for, what the tags say, bookmarks, links, properties.
#![allow(unreachable_pub, reason = "shared by several subjects")]

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId, decode_text_string};

/// A PDF that was written by us.
pub(crate) struct PdfFile {
    pub(crate) doc: Document,
    /// Its pages, in order.
    pub(crate) pages: Vec<ObjectId>,
    /// The text of each page by the number of its mark; what is not marked for the tags is under −1.
    texts: Vec<BTreeMap<i64, String>>,
}

/// An element of the tags.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tag {
    /// How deep it stands.
    pub(crate) depth: usize,
    /// What it is.
    pub(crate) kind: String,
    /// Its alternative text.
    pub(crate) alt: String,
    /// The text in it and in everything below.
    pub(crate) text: String,
    /// Its attributes, as they print.
    pub(crate) attributes: String,
}

impl PdfFile {
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let doc = Document::load_mem(bytes).expect("a document");
        let pages: Vec<ObjectId> = doc.page_iter().collect();
        let texts = pages.iter().map(|page| page_texts(&doc, *page)).collect();
        Self { doc, pages, texts }
    }

    /// All text of a page, in reading order.
    pub(crate) fn text(&self, page: usize) -> String {
        self.texts[page].values().cloned().collect::<Vec<_>>().join("\n")
    }

    /// The text of a page that is never read aloud.
    pub(crate) fn silent(&self, page: usize) -> String {
        self.texts[page].get(&-1).cloned().unwrap_or_default()
    }

    /// All elements of the tags, each before what stands in it.
    pub(crate) fn tags(&self) -> Vec<Tag> {
        let root = self.catalog().get(b"StructTreeRoot").expect("tags");
        let mut out = Vec::new();
        self.tag(self.dict(root), None, 0, &mut out);
        out
    }

    fn tag(&self, element: &Dictionary, page: Option<ObjectId>, depth: usize, out: &mut Vec<Tag>) -> String {
        let page = element.get(b"Pg").ok().and_then(|page| page.as_reference().ok()).or(page);
        let at = out.len();
        let is_root = element.get(b"S").is_err();
        if !is_root {
            let kind = String::from_utf8(element.get(b"S").unwrap().as_name().unwrap().to_vec()).unwrap();
            let alt = element.get(b"Alt").ok().map(|alt| decode_text_string(alt).unwrap()).unwrap_or_default();
            let attributes = element.get(b"A").map(|a| format!("{:?}", self.follow(a))).unwrap_or_default();
            out.push(Tag { depth, kind, alt, text: String::new(), attributes });
        }
        let kids = element.get(b"K").map(|kids| self.follow(kids));
        let kids: Vec<&Object> = match kids {
            Ok(Object::Array(kids)) => kids.iter().collect(),
            Ok(one) => vec![one],
            Err(_) => Vec::new(),
        };
        let mut text = String::new();
        for kid in kids {
            match self.follow(kid) {
                Object::Integer(mark) => text += self.marked(page, *mark),
                Object::Dictionary(inner) if inner.has_type(b"MCR") => {
                    let page = inner.get(b"Pg").ok().and_then(|page| page.as_reference().ok()).or(page);
                    text += self.marked(page, inner.get(b"MCID").unwrap().as_i64().unwrap());
                }
                Object::Dictionary(inner) if inner.has_type(b"OBJR") => text += "→",
                Object::Dictionary(inner) => text += &self.tag(inner, page, depth + usize::from(!is_root), out),
                other => panic!("a child of a tag is {other:?}"),
            }
        }
        if let Some(tag) = out.get_mut(at).filter(|_| !is_root) {
            tag.text.clone_from(&text);
        }
        text
    }

    fn marked(&self, page: Option<ObjectId>, mark: i64) -> &str {
        let number = self.pages.iter().position(|of| Some(*of) == page).expect("a tag names its page");
        // A drawing has no text.
        self.texts[number].get(&mark).map_or("", String::as_str)
    }

    /// The bookmarks, with their depth and the number of the page they lead to.
    pub(crate) fn bookmarks(&self) -> Vec<(usize, String, usize)> {
        let root = self.dict(self.catalog().get(b"Outlines").expect("bookmarks"));
        let mut out = Vec::new();
        self.bookmarks_below(root, 0, &mut out);
        out
    }

    fn bookmarks_below(&self, above: &Dictionary, depth: usize, out: &mut Vec<(usize, String, usize)>) {
        let mut next = above.get(b"First").ok();
        while let Some(item) = next {
            let item = self.dict(item);
            let title = decode_text_string(item.get(b"Title").unwrap()).unwrap();
            out.push((depth, title, self.page_of(item.get(b"Dest").unwrap())));
            self.bookmarks_below(item, depth + 1, out);
            next = item.get(b"Next").ok();
        }
    }

    fn page_of(&self, destination: &Object) -> usize {
        let page = self.follow(destination).as_array().unwrap()[0].as_reference().unwrap();
        self.pages.iter().position(|of| *of == page).unwrap()
    }

    /// Where the links of a page lead: an address, or "page 3".
    pub(crate) fn links(&self, page: usize) -> Vec<String> {
        let found = self.doc.get_page_annotations(self.pages[page]).unwrap();
        let leads = found.into_iter().map(|link| match link.get(b"A") {
            Ok(action) => String::from_utf8(self.dict(action).get(b"URI").unwrap().as_str().unwrap().to_vec()).unwrap(),
            Err(_) => format!("page {}", self.page_of(link.get(b"Dest").unwrap()) + 1),
        });
        leads.collect()
    }

    /// A property of the document.
    pub(crate) fn property(&self, name: &str) -> String {
        let info = self.doc.trailer.get(b"Info").map(|info| self.dict(info));
        info.and_then(|info| info.get(name.as_bytes())).map_or_else(|_| String::new(), |text| decode_text_string(text).unwrap())
    }

    /// The description that other programs read, as XML.
    pub(crate) fn description(&self) -> String {
        let stream = self.follow(self.catalog().get(b"Metadata").unwrap()).as_stream().unwrap();
        String::from_utf8(stream.get_plain_content().unwrap()).unwrap()
    }

    pub(crate) fn catalog(&self) -> &Dictionary {
        self.doc.catalog().unwrap()
    }

    /// The thing itself, where it is named by its number.
    pub(crate) fn follow<'a>(&'a self, object: &'a Object) -> &'a Object {
        self.doc.dereference(object).unwrap().1
    }

    pub(crate) fn dict<'a>(&'a self, object: &'a Object) -> &'a Dictionary {
        match self.follow(object) {
            Object::Dictionary(dict) => dict,
            Object::Stream(stream) => &stream.dict,
            other => panic!("no dictionary: {other:?}"),
        }
    }

    /// Every name that is a key somewhere, and everything in it as readable bytes, streams unpacked.
    pub(crate) fn everything(&self) -> (Vec<String>, Vec<u8>) {
        let (mut keys, mut bytes) = (Vec::new(), Vec::new());
        for object in self.doc.objects.values() {
            gather(object, &mut keys);
            bytes.extend(format!("{object:?}\n").bytes());
            if let Object::Stream(stream) = object {
                bytes.extend(stream.get_plain_content().unwrap_or_default());
            }
        }
        (keys, bytes)
    }
}

fn gather(object: &Object, keys: &mut Vec<String>) {
    match object {
        Object::Dictionary(dict) | Object::Stream(lopdf::Stream { dict, .. }) => {
            for (key, value) in dict {
                keys.push(String::from_utf8_lossy(key).into_owned());
                gather(value, keys);
            }
        }
        Object::Array(items) => items.iter().for_each(|item| gather(item, keys)),
        Object::Name(name) => keys.push(String::from_utf8_lossy(name).into_owned()),
        _ => {}
    }
}

/// What the glyphs of a font stand for.
struct Font {
    wide: bool,
    means: BTreeMap<u32, String>,
}

fn page_texts(doc: &Document, page: ObjectId) -> BTreeMap<i64, String> {
    let fonts: BTreeMap<Vec<u8>, Font> =
        doc.get_page_fonts(page).unwrap().into_iter().map(|(name, font)| (name, font_of(doc, font))).collect();
    let content = Content::decode(&doc.get_page_content(page).unwrap()).unwrap();
    let mut texts: BTreeMap<i64, String> = BTreeMap::new();
    // Marks that are open: the number of the tag, and whether a text of their own stands for the glyphs in them.
    let mut open: Vec<(i64, bool)> = Vec::new();
    let mut font = None;
    for operation in content.operations {
        let here = open.iter().rev().map(|(mark, _)| *mark).find(|mark| *mark >= 0).unwrap_or(-1);
        match operation.operator.as_str() {
            "BMC" => open.push((-1, false)),
            "BDC" => {
                let properties = operation.operands[1].as_dict().unwrap();
                let mark = properties.get(b"MCID").map_or(-1, |mark| mark.as_i64().unwrap());
                let own = properties.get(b"ActualText").ok().map(|text| decode_text_string(text).unwrap());
                let spoken = own.is_some();
                *texts.entry(here).or_default() += &own.unwrap_or_default();
                open.push((mark, spoken));
            }
            "EMC" => drop(open.pop().unwrap()),
            "Tf" => font = fonts.get(operation.operands[0].as_name().unwrap()),
            "Tj" | "TJ" if !open.iter().any(|(_, spoken)| *spoken) => {
                let parts = match &operation.operands[0] {
                    Object::Array(parts) => parts.clone(),
                    one => vec![one.clone()],
                };
                let glyphs = parts.iter().filter_map(|part| part.as_str().ok());
                let text: String = glyphs.map(|glyphs| font.unwrap().text(glyphs)).collect();
                *texts.entry(here).or_default() += &text;
            }
            _ => {}
        }
    }
    assert!(open.is_empty(), "every mark is closed");
    texts.retain(|_, text| !text.is_empty());
    texts
}

impl Font {
    fn text(&self, glyphs: &[u8]) -> String {
        let size = if self.wide { 2 } else { 1 };
        let codes = glyphs.chunks(size).map(|code| code.iter().fold(0, |code, byte| code << 8 | u32::from(*byte)));
        codes.map(|code| self.means.get(&code).map_or("", String::as_str)).collect()
    }
}

fn font_of(doc: &Document, font: &Dictionary) -> Font {
    let wide = font.get(b"Subtype").unwrap().as_name().unwrap() == b"Type0";
    let map = doc.dereference(font.get(b"ToUnicode").unwrap()).unwrap().1.as_stream().unwrap().get_plain_content().unwrap();
    let map = String::from_utf8_lossy(&map).into_owned();
    let mut means = BTreeMap::new();
    let mut form = 0;
    for line in map.lines() {
        let words: Vec<&str> = line.split_whitespace().collect();
        match words.as_slice() {
            [_, "beginbfchar"] => form = 1,
            [_, "beginbfrange"] => form = 2,
            ["endbfchar" | "endbfrange"] => form = 0,
            [code, text] if form == 1 => drop(means.insert(hex(code), utf16(text))),
            [first, last, text] if form == 2 => {
                for (nth, code) in (hex(first)..=hex(last)).enumerate() {
                    let mut text: Vec<char> = utf16(text).chars().collect();
                    let end = text.pop().unwrap();
                    text.push(char::from_u32(end as u32 + nth as u32).unwrap());
                    means.insert(code, text.into_iter().collect());
                }
            }
            _ => {}
        }
    }
    Font { wide, means }
}

fn hex(word: &str) -> u32 {
    u32::from_str_radix(word.trim_matches(['<', '>']), 16).unwrap()
}

fn utf16(word: &str) -> String {
    let digits = word.trim_matches(['<', '>']);
    let units = (0..digits.len() / 4).map(|at| u16::from_str_radix(&digits[at * 4..at * 4 + 4], 16).unwrap());
    String::from_utf16_lossy(&units.collect::<Vec<_>>())
}
