//! Slides that can be edited: a scene as a presentation of our own writing.
//!
//! Shapes stay shapes, texts stay paragraphs that the slide editor breaks into lines, tables stay tables, pictures are
//! cropped and not cut. Titles and running lines stand in the master's places, colours and fonts carry the theme's names, so
//! that one change changes all slides. Drawings (curves, icons) are free forms.
//!
//! A presentation is many small parts that refer to each other; one wrong reference and a slide editor calls the whole file
//! damaged. Hence: `package` knows each part's kind, names relationships and zips; `xml` lets only whole numbers and escaped
//! texts in; everything else only says what it wants. Parts that are the same in every deck are in `assets/pptx`.
//!
//! In reading order: `theme`, `master`, `slide` with `text`, `shape`, `arc`, `icon`, `table`, `media` and `address`. How the plan inside is
//! written and found again is in [`carried`](crate::store::carried).

mod address;
mod arc;
mod icon;
mod master;
mod media;
mod package;
mod shape;
mod slide;
mod table;
mod text;
mod theme;
mod xml;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use self::master::Master;
use self::media::Media;
use self::package::{Parts, Relation, Relations, packing};
use self::slide::{Common, notes, slide};
use self::theme::Theme;
use self::xml::{HEADER, Xml, filled};
use super::error::{ExportError, Watch};
use super::kit::Kit;
use super::scene::Scene;
use crate::store::carried::pptx as carried;
use crate::words::slides as say;

const PRESENTATION: &str = include_str!("../../../assets/pptx/presentation.xml");
const PRESENTATION_PROPERTIES: &str = include_str!("../../../assets/pptx/presProps.xml");
const VIEW: &str = include_str!("../../../assets/pptx/viewProps.xml");
const TABLE_STYLES: &str = include_str!("../../../assets/pptx/tableStyles.xml");

/// The number of the first slide among the slides: smaller ones are kept for other things.
const FIRST: usize = 256;

macro_rules! kind {
    ($name:literal) => {
        Some(concat!("application/vnd.openxmlformats-officedocument.", $name, "+xml"))
    };
}

/// How many slides are written and packed as one lot.
const LOT: usize = 8;

/// The scene as a presentation, with the plan inside if one is given.
///
/// # Errors
/// When the parts cannot be put into one file, or somebody stops it.
pub fn pptx(scene: &Scene, kit: &Kit, plan: Option<&[u8]>, watch: Watch<'_>) -> Result<Vec<u8>, ExportError> {
    let theme = Theme::of(scene, kit);
    let master = Master::of(scene, &theme);
    let mut anchors = BTreeMap::new();
    for (at, page) in scene.pages.iter().enumerate() {
        anchors.entry(page.anchor.as_str()).or_insert(at + 1);
    }
    let language = text::with_country(scene.language);
    let mut parts = Parts::default();
    let mut relations = Relations::default();
    relations.add(Relation::Office("slideMaster"), "slideMasters/slideMaster1.xml");
    relations.add(Relation::Office("notesMaster"), "notesMasters/notesMaster1.xml");
    frame(&mut parts, &mut relations, &theme, &master);
    let media = Media::of(scene);
    let common = Common { theme: &theme, master: &master, language, anchors: &anchors, media: &media };
    // The plan inside is the largest part of all, so it is the first that somebody takes.
    let carried = usize::from(plan.is_some());
    let lots = scene.pages.len().div_ceil(LOT);
    let packed = packing(carried + lots, |at| {
        let Some(lot) = at.checked_sub(carried) else { return Ok(plan.map(carry).unwrap_or_default()) };
        watch.step(lot * LOT, scene.pages.len())?;
        Ok(slides(scene, common, lot))
    })?;
    let mut list = String::new();
    for at in 0..scene.pages.len() {
        let relation = relations.add(Relation::Office("slide"), format!("slides/slide{}.xml", at + 1));
        let _ = write!(list, "<p:sldId id=\"{}\" r:id=\"{relation}\"/>", FIRST + at);
    }
    if !list.is_empty() {
        list = format!("<p:sldIdLst>{list}</p:sldIdLst>");
    }
    for (name, picture) in media.all() {
        parts.add_picture(&name, &picture.bytes);
    }
    if plan.is_some() {
        relations.add(Relation::Office("customXml"), "../customXml/item1.xml");
    }
    let gaps = [("slides", list.as_str()), ("size", &master.slide_size()), ("sections", &sections(scene))];
    parts.add("ppt/presentation.xml", kind!("presentationml.presentation.main"), filled(PRESENTATION, &gaps));
    parts.add("ppt/_rels/presentation.xml.rels", None, relations.part());
    properties(&mut parts, scene);
    parts.zipped(packed)
}

/// The parts of a lot of slides.
fn slides(scene: &Scene, common: Common<'_>, lot: usize) -> Parts {
    let mut parts = Parts::default();
    for (at, page) in scene.pages.iter().enumerate().skip(lot * LOT).take(LOT) {
        let number = at + 1;
        let (xml, its) = slide(page, number, common);
        parts.add(format!("ppt/slides/slide{number}.xml"), kind!("presentationml.slide"), xml);
        parts.add(format!("ppt/slides/_rels/slide{number}.xml.rels"), None, its);
        let (xml, its) = notes(page, number, common.language);
        parts.add(format!("ppt/notesSlides/notesSlide{number}.xml"), kind!("presentationml.notesSlide"), xml);
        parts.add(format!("ppt/notesSlides/_rels/notesSlide{number}.xml.rels"), None, its);
    }
    parts
}

/// The parts around the slides: theme, masters, layouts and what slide editors ask for.
fn frame(parts: &mut Parts, relations: &mut Relations, theme: &Theme, master: &Master) {
    // Slides and notes each have a theme of their own; one for both is what some editors call damaged.
    for (number, of) in [(1, "slideMaster"), (2, "notesMaster")] {
        parts.add(format!("ppt/theme/theme{number}.xml"), kind!("theme"), theme.part());
        let mut its = Relations::default();
        if of == "slideMaster" {
            for layout in 1..=master::LAYOUTS {
                its.add(Relation::Office("slideLayout"), format!("../slideLayouts/slideLayout{layout}.xml"));
            }
        }
        its.add(Relation::Office("theme"), format!("../theme/theme{number}.xml"));
        parts.add(format!("ppt/{of}s/_rels/{of}1.xml.rels"), None, its.part());
    }
    parts.add("ppt/slideMasters/slideMaster1.xml", kind!("presentationml.slideMaster"), master.part(theme));
    parts.add("ppt/notesMasters/notesMaster1.xml", kind!("presentationml.notesMaster"), master.notes());
    let mut to_master = Relations::default();
    to_master.add(Relation::Office("slideMaster"), "../slideMasters/slideMaster1.xml");
    for (at, layout) in master.layouts().into_iter().enumerate() {
        let number = at + 1;
        parts.add(format!("ppt/slideLayouts/slideLayout{number}.xml"), kind!("presentationml.slideLayout"), layout);
        parts.add(format!("ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"), None, to_master.part());
    }
    for (name, kind, text) in [
        ("presProps", kind!("presentationml.presProps"), PRESENTATION_PROPERTIES),
        ("viewProps", kind!("presentationml.viewProps"), VIEW),
        ("tableStyles", kind!("presentationml.tableStyles"), TABLE_STYLES),
    ] {
        parts.add(format!("ppt/{name}.xml"), kind, filled(text, &[]));
        relations.add(Relation::Office(name), format!("{name}.xml"));
    }
    relations.add(Relation::Office("theme"), "theme/theme1.xml");
}

/// The sections of the list of slides: the bookmarks on top.
fn sections(scene: &Scene) -> String {
    let mut sections: Vec<(&str, Vec<usize>)> = Vec::new();
    for (at, page) in scene.pages.iter().enumerate() {
        match &page.bookmark {
            Some((0, name)) => sections.push((name, Vec::new())),
            _ if sections.is_empty() => sections.push((say::beginning(), Vec::new())),
            _ => {}
        }
        if let Some((_, slides)) = sections.last_mut() {
            slides.push(FIRST + at);
        }
    }
    if sections.is_empty() {
        return String::new();
    }
    let mut out = String::from(
        "<p:extLst><p:ext uri=\"{521415D9-36F7-43E2-AB2F-B90AF26B5E84}\"><p14:sectionLst \
         xmlns:p14=\"http://schemas.microsoft.com/office/powerpoint/2010/main\">",
    );
    for (at, (name, slides)) in sections.iter().enumerate() {
        let _ = write!(out, "<p14:section name=\"{}\" id=\"{{6D6F6D65-6E74-4B6F-8172-{at:012X}}}\"><p14:sldIdLst>", Xml(name));
        for slide in slides {
            let _ = write!(out, "<p14:sldId id=\"{slide}\"/>");
        }
        out.push_str("</p14:sldIdLst></p14:section>");
    }
    out + "</p14:sectionLst></p:ext></p:extLst>"
}

/// The plan as a part that slide editors keep as they find it.
fn carry(plan: &[u8]) -> Parts {
    let mut parts = Parts::default();
    let mut its = Relations::default();
    its.add(Relation::Office("customXmlProps"), "itemProps1.xml");
    parts.add("customXml/item1.xml", None, carried::item(plan));
    parts.add("customXml/_rels/item1.xml.rels", None, its.part());
    parts.add("customXml/itemProps1.xml", kind!("customXmlProperties"), carried::item_properties());
    parts
}

/// What the file says about itself. It says no time: the same deck is the same file.
fn properties(parts: &mut Parts, scene: &Scene) {
    let core = format!(
        "{HEADER}<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title><dc:subject>{}</dc:subject>\
         <dc:creator>{}</dc:creator><dc:language>{}</dc:language></cp:coreProperties>",
        Xml(&scene.title),
        Xml(&scene.subject),
        Xml(&scene.author),
        Xml(text::with_country(scene.language)),
    );
    parts.add("docProps/core.xml", Some("application/vnd.openxmlformats-package.core-properties+xml"), core);
    let count = scene.pages.len();
    let app = format!(
        "{HEADER}<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">\
         <Application>Momentboard</Application><Slides>{count}</Slides><Notes>{count}</Notes></Properties>"
    );
    parts.add("docProps/app.xml", kind!("extended-properties"), app);
    let mut root = Relations::default();
    root.add(Relation::Office("officeDocument"), "ppt/presentation.xml");
    root.add(Relation::Package("metadata/core-properties"), "docProps/core.xml");
    root.add(Relation::Office("extended-properties"), "docProps/app.xml");
    parts.add("_rels/.rels", None, root.part());
}
