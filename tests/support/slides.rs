//! Reads a presentation back, and knows what slide editors call damaged.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read as _};

use roxmltree::{Document, Node};

const OF_PARTS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A presentation, unpacked.
pub(crate) struct Slides {
    /// The names of its parts, as they stand in the file.
    pub order: Vec<String>,
    /// Its parts.
    pub parts: BTreeMap<String, Vec<u8>>,
}

impl Slides {
    pub(crate) fn open(bytes: &[u8]) -> Self {
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut slides = Self { order: Vec::new(), parts: BTreeMap::new() };
        for at in 0..zip.len() {
            let mut file = zip.by_index(at).unwrap();
            let name = file.name().unwrap().to_string();
            assert_eq!(file.last_modified(), Some(zip::DateTime::default()), "{name} knows no clock");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            slides.order.push(name.clone());
            assert!(slides.parts.insert(name.clone(), bytes).is_none(), "{name} is there once");
        }
        slides
    }

    pub(crate) fn text(&self, name: &str) -> &str {
        std::str::from_utf8(self.parts.get(name).unwrap_or_else(|| panic!("{name} is missing"))).unwrap()
    }

    /// How many slides there are.
    pub(crate) fn count(&self) -> usize {
        self.order.iter().filter(|name| name.starts_with("ppt/slides/slide")).count()
    }

    pub(crate) fn slide(&self, number: usize) -> Document<'_> {
        Document::parse(self.text(&format!("ppt/slides/slide{number}.xml"))).unwrap()
    }

    /// The relationships of a part: id to target and whether it is outside.
    pub(crate) fn relations(&self, part: &str) -> BTreeMap<String, (String, bool)> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let name = if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") };
        let Some(bytes) = self.parts.get(&name) else { return BTreeMap::new() };
        let doc = Document::parse(std::str::from_utf8(bytes).unwrap()).unwrap();
        let mut found = BTreeMap::new();
        for relation in doc.root_element().children().filter(Node::is_element) {
            let outside = relation.attribute("TargetMode") == Some("External");
            let target = relation.attribute("Target").unwrap();
            let target = if outside { target.to_owned() } else { joined(folder, target) };
            let id = relation.attribute("Id").unwrap().to_owned();
            assert!(found.insert(id, (target, outside)).is_none(), "{name}: an id twice");
        }
        found
    }

    /// Everything that slide editors are known to call damaged.
    pub(crate) fn check(&self) {
        assert_eq!(self.order[0], "[Content_Types].xml", "the kinds come first");
        self.check_kinds();
        for (name, bytes) in &self.parts {
            let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
            if ending != "xml" && ending != "rels" {
                continue;
            }
            let text = std::str::from_utf8(bytes).unwrap();
            let doc = Document::parse(text).unwrap_or_else(|why| panic!("{name}: {why}"));
            // What people write stands in slides, themes and names of sections; it may look like a gap.
            let is_frame = name.contains("Master") || name.contains("Layout");
            assert!(!(is_frame && text.contains("[[")), "{name}: a gap of the template is open");
            if ending != "rels" && name != "[Content_Types].xml" {
                self.check_relations(name, &doc);
                check_numbers(name, &doc);
            }
            if name.starts_with("ppt/slides/slide") {
                check_slide(name, &doc);
            }
        }
        self.check_presentation();
    }

    fn check_kinds(&self) {
        let doc = Document::parse(self.text("[Content_Types].xml")).unwrap();
        let of = |tag: &str, attribute: &str| -> Vec<String> {
            let found = doc
                .descendants()
                .filter(|node| node.has_tag_name(("http://schemas.openxmlformats.org/package/2006/content-types", tag)));
            found.map(|node| node.attribute(attribute).unwrap().to_owned()).collect()
        };
        let (named, endings) = (of("Override", "PartName"), of("Default", "Extension"));
        assert_eq!(named.iter().collect::<BTreeSet<_>>().len(), named.len());
        for name in &named {
            assert!(self.parts.contains_key(name.trim_start_matches('/')), "{name} has a kind and is not there");
        }
        for name in self.order.iter().skip(1) {
            let ending = name.rsplit_once('.').unwrap().1;
            assert!(endings.iter().any(|known| known == ending), "{name} has no kind");
            let by_ending = ending != "xml" || name == "customXml/item1.xml";
            assert!(by_ending || named.contains(&format!("/{name}")), "{name} is only known as XML");
        }
    }

    fn check_relations(&self, name: &str, doc: &Document<'_>) {
        let relations = self.relations(name);
        for (target, outside) in relations.values() {
            if *outside {
                let allowed = ["http://", "https://", "mailto:"].iter().any(|scheme| target.starts_with(scheme));
                assert!(allowed && target.is_ascii() || target.starts_with("http"), "{name} leads to {target}");
            } else {
                assert!(self.parts.contains_key(target), "{name} needs {target}");
            }
        }
        for node in doc.descendants() {
            for attribute in node.attributes().filter(|attribute| attribute.namespace() == Some(OF_PARTS)) {
                assert!(relations.contains_key(attribute.value()), "{name}: {} is nothing", attribute.value());
            }
        }
    }

    fn check_presentation(&self) {
        let doc = Document::parse(self.text("ppt/presentation.xml")).unwrap();
        let order: Vec<_> = doc.root_element().children().filter(Node::is_element).map(|node| node.tag_name().name()).collect();
        let wanted = ["sldMasterIdLst", "notesMasterIdLst", "sldIdLst", "sldSz", "notesSz", "defaultTextStyle", "extLst"];
        let known: Vec<_> = wanted.into_iter().filter(|name| order.contains(name)).collect();
        assert_eq!(order, known, "in the order of the schema");
        let ids = |tag: &str| -> Vec<u64> {
            let found = doc.descendants().filter(|node| node.tag_name().name() == tag && node.attribute("id").is_some());
            found.map(|node| node.attribute("id").unwrap().parse().unwrap()).collect()
        };
        let all: Vec<u64> = doc
            .descendants()
            .filter(|node| node.tag_name().name() == "sldId" && node.attributes().len() == 2)
            .map(|node| node.attribute("id").unwrap().parse().unwrap())
            .collect();
        assert_eq!(all.len(), self.count());
        assert!(all.iter().all(|id| (256..2_147_483_648).contains(id)));
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len());
        // Every slide is in the list and in exactly one section.
        assert_eq!(ids("sldId").len(), 2 * all.len());
        let (slide, notes) =
            (self.relations("ppt/slideMasters/slideMaster1.xml"), self.relations("ppt/notesMasters/notesMaster1.xml"));
        let theme = |of: &BTreeMap<String, (String, bool)>| of.values().find(|(to, _)| to.contains("theme")).unwrap().0.clone();
        assert_ne!(theme(&slide), theme(&notes), "each master has a theme of its own");
        for number in 1..=self.count() {
            let notes: BTreeSet<_> =
                self.relations(&format!("ppt/notesSlides/notesSlide{number}.xml")).into_values().map(|(to, _)| to).collect();
            assert!(notes.contains("ppt/notesMasters/notesMaster1.xml"));
            assert!(notes.contains(&format!("ppt/slides/slide{number}.xml")));
        }
    }
}

/// The texts in a part or a thing: the paragraphs of each place for text, a line each.
pub(crate) fn texts(node: Node<'_, '_>) -> Vec<String> {
    let bodies = node.descendants().filter(|node| node.tag_name().name() == "txBody");
    bodies.map(|body| paragraphs(body).join("\n")).filter(|text| !text.is_empty()).collect()
}

/// The texts of the paragraphs.
pub(crate) fn paragraphs(body: Node<'_, '_>) -> Vec<String> {
    all(body, "p").map(|paragraph| all(paragraph, "t").filter_map(|text| text.text()).collect()).collect()
}

/// Everything with that name inside.
pub(crate) fn all<'a, 'input>(node: Node<'a, 'input>, name: &'static str) -> impl Iterator<Item = Node<'a, 'input>> {
    node.descendants().filter(move |node| node.tag_name().name() == name)
}

/// The first thing with that name inside.
pub(crate) fn one<'a, 'input>(node: Node<'a, 'input>, name: &'static str) -> Node<'a, 'input> {
    all(node, name).next().unwrap_or_else(|| panic!("no {name}"))
}

/// The thing of a slide whose text begins so.
pub(crate) fn place<'a, 'input>(root: Node<'a, 'input>, text: &str) -> Node<'a, 'input> {
    let mut found = all(root, "sp").filter(|shape| texts(*shape).iter().any(|of| of.starts_with(text)));
    found.next().unwrap_or_else(|| panic!("{text:?} is on no slide"))
}

fn joined(folder: &str, target: &str) -> String {
    let mut path: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        if part == ".." {
            path.pop();
        } else {
            path.push(part);
        }
    }
    path.join("/")
}

fn check_numbers(name: &str, doc: &Document<'_>) {
    const WHOLE: [&str; 24] = [
        "x", "y", "cx", "cy", "w", "h", "sz", "spc", "l", "t", "r", "b", "marL", "marR", "marT", "marB", "indent", "idx", "id",
        "lvl", "n", "d", "rtl", "firstRow",
    ];
    for node in doc.descendants().filter(Node::is_element) {
        let tag = node.tag_name().name();
        for attribute in node.attributes().filter(|attribute| attribute.namespace().is_none()) {
            let (key, value) = (attribute.name(), attribute.value());
            // Three things have names where others have numbers.
            let is_word = matches!((tag, key), ("ph", "sz") | ("rect", _) | ("fld" | "section", "id"));
            if WHOLE.contains(&key) && !is_word {
                assert!(value.parse::<i64>().is_ok(), "{name}: <{tag} {key}={value:?}>");
            }
            if tag == "srgbClr" && key == "val" {
                assert!(value.len() == 6 && value.bytes().all(|b| b.is_ascii_hexdigit()), "{name}: colour {value:?}");
            }
            if matches!(tag, "spcPct" | "spcPts") {
                assert!(value.parse::<u32>().is_ok(), "{name}: {tag} {value:?}");
            }
            if matches!((tag, key), ("ext" | "chExt", "cx" | "cy")) {
                assert!(value.parse::<i64>().unwrap() >= 0, "{name}: a side of {value}");
            }
        }
        if matches!(tag, "rPr" | "endParaRPr" | "defRPr") {
            let rank = |node: Node<'_, '_>| match node.tag_name().name() {
                "ln" => 0,
                "solidFill" => 1,
                "latin" => 2,
                "ea" => 3,
                "cs" => 4,
                "hlinkClick" => 5,
                other => panic!("{name}: {other} in {tag}"),
            };
            let order: Vec<_> = node.children().filter(Node::is_element).map(rank).collect();
            assert!(order.windows(2).all(|two| two[0] < two[1]), "{name}: {tag} in disorder");
        }
    }
}

fn check_slide(name: &str, doc: &Document<'_>) {
    let root = doc.root_element();
    let ids: Vec<_> = all(root, "cNvPr").map(|node| node.attribute("id").unwrap()).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{name}: ids twice");
    for shape in all(root, "sp") {
        let body =
            shape.children().find(|node| node.tag_name().name() == "txBody").unwrap_or_else(|| panic!("{name}: no txBody"));
        assert!(body.children().any(|node| node.tag_name().name() == "p"), "{name}: no paragraph");
    }
    for cell in all(root, "tc") {
        assert!(all(one(cell, "txBody"), "p").next().is_some(), "{name}: a cell without a paragraph");
    }
    for table in all(root, "tbl") {
        let columns = all(table, "gridCol").count();
        assert!(columns > 0 && all(table, "tr").all(|row| all(row, "tc").count() == columns), "{name}: ragged table");
    }
    let kinds: Vec<_> = all(root, "ph").map(|node| node.attribute("type").unwrap()).collect();
    for kind in ["title", "ctrTitle", "ftr", "sldNum"] {
        assert!(kinds.iter().filter(|of| **of == kind).count() <= 1, "{name}: {kind} twice");
    }
    for group in all(root, "grpSp") {
        assert!(group.descendants().all(|node| !matches!(node.tag_name().name(), "ph" | "tbl")), "{name}: a place in a group");
        let inside = one(group, "grpSpPr");
        for side in ["ext", "chExt"] {
            let side = one(inside, side);
            assert!(["cx", "cy"].iter().all(|key| side.attribute(*key) != Some("0")), "{name}: a flat group");
        }
    }
    for path in all(root, "path") {
        let first = path.children().find(Node::is_element).unwrap();
        assert_eq!(first.tag_name().name(), "moveTo", "{name}: a path begins nowhere");
    }
}
