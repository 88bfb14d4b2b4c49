//! A slide: the items of a page as things that a slide editor moves, edits and names.

use std::collections::BTreeMap;

use super::super::scene::{Group, Image, Item, Link, Page, Role, Shape, Size, Table, Text};
use super::address::outside;
use super::master::{COVER_LAYOUT, Master, Places, TITLE_LAYOUT, is};
use super::media::{Media, placed};
use super::package::{Relation, Relations};
use super::shape::drawn;
use super::text::{Inherited, Writing, frame, paragraphs, plain, shown};
use super::theme::Theme;
use super::xml::{Frame, HEADER, NAMES, Put, Xml, emu, put};
use crate::words::slides as say;

/// Says that a thing is decoration, so that nobody asks for its description.
const DECORATIVE: &str = "<a:extLst><a:ext uri=\"{C183D7F6-B498-43B3-948B-1728B52AA6E4}\"><adec:decorative \
    xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\" val=\"1\"/></a:ext></a:extLst>";
/// Lets the text of a link keep its own colour.
const OWN_COLOR: &str = "<a:extLst><a:ext uri=\"{A12FA001-AC4F-418D-AE19-62706E023703}\"><ahyp:hlinkClr \
    xmlns:ahyp=\"http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor\" val=\"tx\"/></a:ext></a:extLst>";
/// The group that all things of a slide are in.
const ROOT: &str = "<p:nvGrpSpPr><p:cNvPr id=\"1\" name=\"\"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>\
    <a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"0\" cy=\"0\"/></a:xfrm></p:grpSpPr>";
/// How text lies in a box of its own: at its edges, broken into lines, the box as high as its text.
const IN_A_BOX: &str = "<a:bodyPr wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" rtlCol=\"0\" anchor=\"t\">\
    <a:spAutoFit/></a:bodyPr>";
/// How text lies in a place of the master's, which sets the edges.
const IN_A_PLACE: &str = "<a:bodyPr><a:noAutofit/></a:bodyPr>";
/// The same for a title: where a font that stands in, or somebody who types, needs another line, it becomes smaller instead of
/// standing on what is below.
const IN_A_TITLE: &str = "<a:bodyPr><a:normAutofit/></a:bodyPr>";
/// As much as nearly every slide takes.
const ROOM: usize = 96 << 10;
/// A place for text without any.
const NO_TEXT: &str = "<p:txBody><a:bodyPr anchor=\"ctr\"/><a:lstStyle/><a:p/></p:txBody>";

/// What all slides of a deck have in common.
#[derive(Clone, Copy, Debug)]
pub(super) struct Common<'a> {
    pub(super) theme: &'a Theme,
    pub(super) master: &'a Master,
    pub(super) language: &'a str,
    /// The number of the slide that an anchor names.
    pub(super) anchors: &'a BTreeMap<&'a str, usize>,
    pub(super) media: &'a Media,
}

/// A place of the master's: its element, what a thing in it is called, and what it gives.
type Place<'a> = (&'static str, fn(usize) -> String, &'a (Frame, Inherited));

/// A slide in the making.
struct Slide<'a> {
    common: Common<'a>,
    relations: Relations,
    page: Size,
    number: String,
    places: Places<'a>,
    is_cover: bool,
    xml: String,
    /// The number that the last thing got.
    last: usize,
    /// Whether the things in the making stand in a drawing that is described, or passed over, as a whole.
    in_drawing: bool,
}

/// The parts of the slide with that number: the slide, and its relationships.
pub(super) fn slide<'a>(page: &'a Page, number: usize, common: Common<'a>) -> (String, String) {
    let digits = number.to_string();
    let places = Places::of(page, &digits);
    let mut slide = Slide {
        common,
        relations: Relations::default(),
        page: page.size,
        places,
        number: digits,
        is_cover: number == 1,
        xml: String::with_capacity(ROOM),
        last: 1,
        in_drawing: false,
    };
    let layout = if slide.is_cover { COVER_LAYOUT } else { TITLE_LAYOUT };
    slide.relations.add(Relation::Office("slideLayout"), format!("../slideLayouts/slideLayout{layout}.xml"));
    slide.relations.add(Relation::Office("notesSlide"), format!("../notesSlides/notesSlide{number}.xml"));
    if places.title.is_none() && !page.title.trim().is_empty() {
        slide.hidden_title(&page.title);
    }
    slide.items(&page.items);
    let paper = if page.background == common.theme.paper() {
        String::new()
    } else {
        format!("<p:bg><p:bgPr>{}<a:effectLst/></p:bgPr></p:bg>", common.theme.solid(page.background).made())
    };
    let xml = format!(
        "{HEADER}<p:sld {NAMES}><p:cSld>{paper}<p:spTree>{ROOT}{}</p:spTree></p:cSld>\
         <p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>",
        slide.xml
    );
    (xml, slide.relations.part())
}

/// The parts of the notes of a slide.
pub(super) fn notes(page: &Page, number: usize, language: &str) -> (String, String) {
    let mut text = String::new();
    plain(&mut text, &page.notes, language);
    let xml = format!(
        "{HEADER}<p:notes {NAMES}><p:cSld><p:spTree>{ROOT}\
         <p:sp><p:nvSpPr><p:cNvPr id=\"2\" name=\"{}\"/><p:cNvSpPr><a:spLocks noGrp=\"1\" noRot=\"1\" noChangeAspect=\"1\"/>\
         </p:cNvSpPr><p:nvPr><p:ph type=\"sldImg\"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>\
         <p:sp><p:nvSpPr><p:cNvPr id=\"3\" name=\"{}\"/><p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr>\
         <p:nvPr><p:ph type=\"body\" idx=\"1\"/></p:nvPr></p:nvSpPr><p:spPr/>\
         <p:txBody><a:bodyPr/><a:lstStyle/>{text}</p:txBody></p:sp></p:spTree></p:cSld>\
         <p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>",
        say::notes_slide(),
        say::notes_text()
    );
    let mut relations = Relations::default();
    relations.add(Relation::Office("notesMaster"), "../notesMasters/notesMaster1.xml");
    relations.add(Relation::Office("slide"), format!("../slides/slide{number}.xml"));
    (xml, relations.part())
}

/// Whether a slide editor wants something in the group to stand by itself: tables, and texts in places of the master's.
fn falls_apart(items: &[Item], places: &Places<'_>) -> bool {
    items.iter().any(|item| match item {
        Item::Table(_) => true,
        Item::Text(text) => places.has(text),
        Item::Group(group) => falls_apart(&group.items, places),
        Item::Shape(_) | Item::Image(_) => false,
    })
}

impl Slide<'_> {
    fn next(&mut self) -> usize {
        self.last += 1;
        self.last
    }

    /// Puts the items on the slide; the frame around them, where there is any to be seen.
    fn items(&mut self, items: &[Item]) -> Option<Frame> {
        let mut around: Option<Frame> = None;
        for item in items {
            let frame = match item {
                Item::Shape(shape) => self.shape(shape),
                Item::Text(text) => self.text(text),
                Item::Image(image) => self.image(image),
                Item::Table(table) => self.table(table),
                Item::Group(group) => self.group(group),
            };
            around = match (around, frame) {
                (Some(a), Some(b)) => Some(a.and(b)),
                (a, b) => a.or(b),
            };
        }
        around
    }

    /// Puts the element with the name and the description of a thing; empty descriptions say nothing.
    fn named(&mut self, id: usize, name: &str, description: &str, is_decoration: bool) {
        put!(&mut self.xml, "<p:cNvPr id=\"", id, "\" name=\"", Xml(name), "\"");
        if !description.is_empty() {
            put!(&mut self.xml, " descr=\"", Xml(description), "\"");
        }
        if is_decoration && !self.in_drawing {
            put!(&mut self.xml, ">", DECORATIVE, "</p:cNvPr>");
        } else {
            self.xml.push_str("/>");
        }
    }

    fn shape(&mut self, shape: &Shape) -> Option<Frame> {
        let drawn = drawn(shape, self.common.theme)?;
        let id = self.next();
        if drawn.is_line {
            self.xml.push_str("<p:cxnSp><p:nvCxnSpPr>");
            self.named(id, &say::line(id), "", true);
            put!(&mut self.xml, "<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr><p:spPr>", drawn, "</p:spPr></p:cxnSp>");
        } else {
            self.xml.push_str("<p:sp><p:nvSpPr>");
            self.named(id, &say::shape(id), "", true);
            put!(&mut self.xml, "<p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>", drawn, "</p:spPr>", NO_TEXT, "</p:sp>");
        }
        Some(drawn.frame)
    }

    fn text(&mut self, text: &Text) -> Option<Frame> {
        if shown(&text.laid).is_empty() {
            return None;
        }
        let link = text.link.as_ref().and_then(|link| self.link(link)).unwrap_or_default();
        let common = self.common;
        let is_number = is(self.places.number, text);
        let place: Option<Place<'_>> = if is(self.places.title, text) {
            Some(if self.is_cover {
                ("<p:ph type=\"ctrTitle\"/>", say::title, &common.master.cover)
            } else {
                ("<p:ph type=\"title\"/>", say::title, &common.master.title)
            })
        } else if is_number {
            Some(("<p:ph type=\"sldNum\" sz=\"quarter\" idx=\"12\"/>", say::number, &common.master.number))
        } else if is(self.places.footer, text) {
            Some(("<p:ph type=\"ftr\" sz=\"quarter\" idx=\"11\"/>", say::footer, &common.master.footer))
        } else {
            None
        };
        let frame = frame(text, self.page);
        let digits = is_number.then(|| self.number.clone());
        let number = digits.as_deref();
        let with = |inherited: Option<Inherited>| Writing {
            theme: common.theme,
            language: common.language,
            inherited,
            link: &link,
            exact: false,
            number,
        };
        let with = with(place.map(|(_, _, (_, inherited))| *inherited));
        let id = self.next();
        self.xml.push_str("<p:sp><p:nvSpPr>");
        if let Some((place, name, (given, _))) = place {
            self.named(id, &name(id), "", false);
            let xml = &mut self.xml;
            put!(xml, "<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr>", place, "</p:nvPr></p:nvSpPr><p:spPr>");
            if *given != frame {
                frame.place().put(xml);
            }
            let lies = if is(self.places.title, text) { IN_A_TITLE } else { IN_A_PLACE };
            put!(xml, "</p:spPr><p:txBody>", lies);
        } else {
            self.named(id, &say::text(id), "", false);
            let xml = &mut self.xml;
            put!(xml, "<p:cNvSpPr txBox=\"1\"/><p:nvPr/></p:nvSpPr><p:spPr>", frame.place());
            put!(xml, "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom><a:noFill/></p:spPr><p:txBody>", IN_A_BOX);
        }
        self.xml.push_str("<a:lstStyle/>");
        paragraphs(&mut self.xml, &text.laid, &with);
        self.xml.push_str("</p:txBody></p:sp>");
        Some(frame)
    }

    /// A title above the slide, for lists of slides and for those who hear it, where the page shows none.
    fn hidden_title(&mut self, title: &str) {
        let id = self.next();
        let place = if self.is_cover { "ctrTitle" } else { "title" };
        let at = Frame { x: 0, y: -emu(40.0), w: emu(self.page.width), h: emu(30.0) }.place();
        self.xml.push_str("<p:sp><p:nvSpPr>");
        self.named(id, &say::title(id), "", false);
        let xml = &mut self.xml;
        put!(xml, "<p:cNvSpPr><a:spLocks noGrp=\"1\"/></p:cNvSpPr><p:nvPr><p:ph type=\"", place, "\"/></p:nvPr></p:nvSpPr>");
        put!(xml, "<p:spPr>", at, "</p:spPr><p:txBody>", IN_A_TITLE, "<a:lstStyle/>");
        plain(xml, &title.replace('\n', " "), self.common.language);
        xml.push_str("</p:txBody></p:sp>");
    }

    fn image(&mut self, image: &Image) -> Option<Frame> {
        let (frame, crop, outline) = placed(image);
        let target = format!("../media/{}", self.common.media.name(&image.picture)?);
        let relation = self.relations.add(Relation::Office("image"), target);
        let id = self.next();
        self.xml.push_str("<p:pic><p:nvPicPr>");
        self.named(id, &say::picture(id), &image.alt, image.alt.is_empty());
        let xml = &mut self.xml;
        put!(xml, "<p:cNvPicPr><a:picLocks noChangeAspect=\"1\"/></p:cNvPicPr><p:nvPr/></p:nvPicPr><p:blipFill>");
        put!(xml, "<a:blip r:embed=\"", relation, "\"/>", crop, "<a:stretch><a:fillRect/></a:stretch></p:blipFill>");
        put!(xml, "<p:spPr>", frame.place(), outline, "</p:spPr></p:pic>");
        Some(frame)
    }

    fn table(&mut self, table: &Table) -> Option<Frame> {
        let common = self.common;
        let (frame, cells) = super::table::table(table, common.theme, common.language, |cell| {
            cell.link.as_ref().and_then(|link| self.link(link)).unwrap_or_default()
        })?;
        let id = self.next();
        self.xml.push_str("<p:graphicFrame><p:nvGraphicFramePr>");
        self.named(id, &say::table(id), &table.summary, false);
        let xml = &mut self.xml;
        put!(xml, "<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp=\"1\"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>");
        put!(xml, "<p:xfrm>", frame, "</p:xfrm><a:graphic><a:graphicData ");
        put!(xml, "uri=\"http://schemas.openxmlformats.org/drawingml/2006/table\">", cells);
        xml.push_str("</a:graphicData></a:graphic></p:graphicFrame>");
        Some(frame)
    }

    fn group(&mut self, group: &Group) -> Option<Frame> {
        if falls_apart(&group.items, &self.places) {
            return self.items(&group.items);
        }
        let id = self.next();
        let start = self.xml.len();
        let was_in_drawing = self.in_drawing;
        self.in_drawing |= matches!(group.role, Role::Figure(_) | Role::Decoration);
        let frame = self.items(&group.items);
        self.in_drawing = was_in_drawing;
        let Some(frame) = frame else {
            self.xml.truncate(start);
            return None;
        };
        let (name, description, is_decoration) = match &group.role {
            Role::Section(name) if !name.trim().is_empty() => (name.clone(), "", false),
            Role::Section(_) => (say::part(id), "", false),
            Role::Figure(description) => (say::figure(id), description.as_str(), false),
            Role::List => (say::list(id), "", false),
            Role::Entry => (say::entry(id), "", false),
            Role::Decoration => (say::decoration(id), "", true),
        };
        // Where a group stands is known when its things are written. Its head is written behind them and moved
        // to the front: strings in strings were a tenth of the time of a deck, most of it for fresh memory.
        let things = self.xml.len() - start;
        self.xml.push_str("<p:grpSp><p:nvGrpSpPr>");
        self.named(id, &name, description, is_decoration);
        // A group whose frame is flat would have its things divided by nothing.
        let frame = Frame { w: frame.w.max(1), h: frame.h.max(1), ..frame };
        let Frame { x, y, w, h } = frame;
        let xml = &mut self.xml;
        put!(xml, "<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>", frame, "<a:chOff x=\"", x, "\" y=\"", y);
        put!(xml, "\"/><a:chExt cx=\"", w, "\" cy=\"", h, "\"/></a:xfrm></p:grpSpPr>");
        let head = self.xml.split_off(start + things);
        self.xml.insert_str(start, &head);
        self.xml.push_str("</p:grpSp>");
        Some(frame)
    }

    /// The element of a link; `None` where it leads nowhere.
    fn link(&mut self, link: &Link) -> Option<String> {
        match link {
            Link::Page(anchor) => {
                let number = self.common.anchors.get(anchor.as_str())?;
                let relation = self.relations.add(Relation::Office("slide"), format!("slide{number}.xml"));
                Some(format!("<a:hlinkClick r:id=\"{relation}\" action=\"ppaction://hlinksldjump\">{OWN_COLOR}</a:hlinkClick>"))
            }
            Link::Web(address) => {
                let relation = self.relations.add(Relation::Outside, outside(address)?);
                Some(format!("<a:hlinkClick r:id=\"{relation}\">{OWN_COLOR}</a:hlinkClick>"))
            }
        }
    }
}
