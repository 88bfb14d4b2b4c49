//! Items of a page as what they are for a reader that speaks: headings, paragraphs, figures, lists, tables, decoration.

use std::num::{NonZeroU8, NonZeroU16};

use krilla::annotation::Annotation;
use krilla::geom::Rect as Place;
use krilla::tagging::{ArtifactType, BBox, Identifier, ListNumbering, Placement, Tag, TagKind};
use kurbo::Rect;

use super::super::encode::clean;
use super::super::scene::{Form, Group, Image, Item, Laid, Link, Page, Point, Role, Scene, Text, TextRole};
use super::links::Targets;
use super::paint::{self, Op};
use super::picture::Pictures;
use super::table;
use super::text::Faces;

/// A part of a page.
pub(super) enum Part {
    /// Drawn, and never read aloud; with the place it takes.
    Decoration(ArtifactType, Place, Vec<Op>),
    /// Drawn, and a piece of the group it stands in.
    Content(Vec<Op>),
    /// A group with what stands in it.
    Group(TagKind, Vec<Part>),
    /// A place that leads elsewhere.
    Link(Annotation),
    /// The same, once it stands on the page.
    Placed(Identifier),
}

/// What pages are taken apart with: fonts and pictures are opened once for the whole document.
pub(super) struct Desk<'a> {
    faces: Faces,
    pictures: Pictures,
    targets: Targets<'a>,
    pub(super) number: usize,
    page: Rect,
}

impl<'a> Desk<'a> {
    pub(super) fn new(scene: &'a Scene) -> Self {
        Self { faces: Faces::default(), pictures: Pictures::default(), targets: Targets::of(scene), number: 0, page: Rect::ZERO }
    }

    /// The parts of a page, with what is behind everything.
    pub(super) fn page(&mut self, number: usize, page: &Page, width: f32, height: f32) -> Vec<Part> {
        self.number = number;
        self.page = Rect::new(0.0, 0.0, width.into(), height.into());
        let mut parts = Vec::new();
        if let (Some(path), Some(place)) = (paint::outline(&Form::Rect(self.page, 0.0)), self.place(self.page)) {
            let behind = Op::Path(path, Some(paint::fill(page.background)), None);
            parts.push(Part::Decoration(ArtifactType::Background, place, vec![behind]));
        }
        self.items(&page.items, &mut parts);
        parts
    }

    fn items(&mut self, items: &[Item], parts: &mut Vec<Part>) {
        for item in items {
            match item {
                Item::Shape(_) => self.decoration(std::slice::from_ref(item), ArtifactType::Layout, parts),
                Item::Text(text) => self.text(text, parts),
                Item::Image(image) => self.image(image, parts),
                Item::Table(table) => self.table(table, parts),
                Item::Group(group) => self.group(group, parts),
            }
        }
    }

    fn group(&mut self, group: &Group, parts: &mut Vec<Part>) {
        let wrapped = |desk: &mut Self, tag: TagKind, parts: &mut Vec<Part>| {
            let mut inner = Vec::new();
            desk.items(&group.items, &mut inner);
            parts.push(Part::Group(tag, inner));
        };
        match &group.role {
            Role::Section(_) => wrapped(self, Tag::Section.into(), parts),
            Role::Figure(alt) if !alt.trim().is_empty() => self.figure(alt, &group.items, parts),
            Role::Figure(_) | Role::Decoration => {
                let is_running = |item: &Item| matches!(item, Item::Text(text) if text.role == TextRole::Running);
                let runs = group.items.iter().any(is_running);
                let kind = if runs { ArtifactType::PaginationOther } else { ArtifactType::Layout };
                self.decoration(&group.items, kind, parts);
            }
            Role::List => {
                let mut entries = Vec::new();
                for item in &group.items {
                    self.entry(item, &mut entries);
                }
                parts.push(Part::Group(Tag::L(ListNumbering::None).into(), entries));
            }
            // An entry without its list is a list of its own.
            Role::Entry => {
                let mut entries = Vec::new();
                self.entry(&Item::Group(group.clone()), &mut entries);
                parts.push(Part::Group(Tag::L(ListNumbering::None).into(), entries));
            }
        }
    }

    /// An item of a list: decoration as it is, anything else as an entry.
    fn entry(&mut self, item: &Item, parts: &mut Vec<Part>) {
        let mut inner = Vec::new();
        match item {
            Item::Shape(_) => return self.items(std::slice::from_ref(item), parts),
            Item::Group(group) if group.role == Role::Decoration => return self.group(group, parts),
            Item::Group(group) if group.role == Role::Entry => self.items(&group.items, &mut inner),
            other => self.items(std::slice::from_ref(other), &mut inner),
        }
        let body = Part::Group(Tag::LBody.into(), inner);
        parts.push(Part::Group(Tag::LI.into(), vec![body]));
    }

    fn text(&mut self, text: &Text, parts: &mut Vec<Part>) {
        let words = clean(text.laid.shown()).replace('\n', " ");
        let tag: TagKind = match text.role {
            TextRole::Running => {
                return self.decoration(&[Item::Text(text.clone())], ArtifactType::PaginationOther, parts);
            }
            _ if words.trim().is_empty() => return,
            TextRole::Title => heading(1, words),
            TextRole::Heading(level) => heading(level.clamp(2, 6), words),
            TextRole::Body => Tag::P.into(),
        };
        let mut inner = Vec::new();
        self.words(text.at, &text.laid, text.link.as_ref(), &mut inner);
        parts.push(Part::Group(tag, inner));
    }

    /// A text as a piece of the group it stands in; where it leads elsewhere, as a link.
    pub(super) fn words(&mut self, at: Point, laid: &Laid, link: Option<&Link>, parts: &mut Vec<Part>) {
        let ops = self.faces.set(at, laid);
        if ops.is_empty() {
            return;
        }
        match link.and_then(|link| self.targets.link(at, laid, link)) {
            Some(link) => parts.push(Part::Group(Tag::Link.into(), vec![Part::Content(ops), link])),
            None => parts.push(Part::Content(ops)),
        }
    }

    fn image(&mut self, image: &Image, parts: &mut Vec<Part>) {
        let item = Item::Image(image.clone());
        let alt = image.alt.trim();
        if alt.is_empty() {
            self.decoration(&[item], ArtifactType::Layout, parts);
        } else {
            self.figure(alt, &[item], parts);
        }
    }

    /// Items that are read aloud as one sentence.
    fn figure(&mut self, alt: &str, items: &[Item], parts: &mut Vec<Part>) {
        let (mut ops, mut links) = (Vec::new(), Vec::new());
        self.flat(items, &mut ops, &mut links);
        if ops.is_empty() {
            return;
        }
        let place = self.around(items).map(|place| BBox::new(self.number, place));
        let tag = Tag::Figure(Some(clean(alt))).with_placement(Some(Placement::Block)).with_bbox(place);
        let inner = std::iter::once(Part::Content(ops)).chain(links).collect();
        parts.push(Part::Group(tag.into(), inner));
    }

    /// Items that are never read aloud; links in them can still be pressed and are announced by their words.
    fn decoration(&mut self, items: &[Item], kind: ArtifactType, parts: &mut Vec<Part>) {
        let (mut ops, mut links) = (Vec::new(), Vec::new());
        self.flat(items, &mut ops, &mut links);
        if let Some(place) = self.around(items).filter(|_| !ops.is_empty()) {
            match parts.last_mut() {
                // Shapes come in rows; one mark around all of them keeps the file small.
                Some(Part::Decoration(of, whole, before)) if *of == kind => {
                    before.append(&mut ops);
                    *whole = union(*whole, place);
                }
                _ => parts.push(Part::Decoration(kind, place, ops)),
            }
        }
        parts.append(&mut links);
    }

    /// What is drawn of items, whatever they are, and where they lead.
    fn flat(&mut self, items: &[Item], ops: &mut Vec<Op>, links: &mut Vec<Part>) {
        for item in items {
            match item {
                Item::Shape(shape) => ops.extend(paint::shape(shape)),
                Item::Text(text) => self.flat_words(text.at, &text.laid, text.link.as_ref(), ops, links),
                Item::Image(image) => ops.extend(self.pictures.place(image)),
                Item::Group(group) => self.flat(&group.items, ops, links),
                Item::Table(table) => {
                    for (y, row) in table::rows(table) {
                        ops.append(&mut table::behind(table, y, row));
                        for (at, cell) in table::cells(table, y, row) {
                            self.flat_words(at, &cell.laid, cell.link.as_ref(), ops, links);
                        }
                    }
                }
            }
        }
    }

    fn flat_words(&mut self, at: Point, laid: &Laid, link: Option<&Link>, ops: &mut Vec<Op>, links: &mut Vec<Part>) {
        ops.append(&mut self.faces.set(at, laid));
        let link = link.and_then(|link| self.targets.link(at, laid, link));
        links.extend(link.map(|link| Part::Group(Tag::Link.into(), vec![link])));
    }

    /// The place that items take on the page.
    fn around(&self, items: &[Item]) -> Option<Place> {
        bounds(items).and_then(|bounds| self.place(bounds))
    }

    /// The part of a place that is on the page.
    pub(super) fn place(&self, place: Rect) -> Option<Place> {
        paint::rect(place.intersect(self.page))
    }
}

fn heading(level: u8, words: String) -> TagKind {
    Tag::Hn(NonZeroU16::from(NonZeroU8::new(level).unwrap_or(NonZeroU8::MIN)), Some(words)).into()
}

fn bounds(items: &[Item]) -> Option<Rect> {
    let places = items.iter().filter_map(|item| match item {
        Item::Shape(shape) => Some(match &shape.form {
            Form::Rect(rect, _) | Form::Ellipse(rect) | Form::Icon(_, rect) => rect.abs(),
            Form::Path(path) => path.control_box(),
        }),
        Item::Text(text) => Some(Rect::from_origin_size(text.at, (text.laid.width, text.laid.height))),
        Item::Image(image) => Some(image.frame.abs()),
        Item::Table(table) => Some(Rect::from_origin_size(table.at, (table.width(), table.height()))),
        Item::Group(group) => bounds(&group.items),
    });
    places.filter(|place| paint::rect(*place).is_some()).reduce(|a, b| a.union(b))
}

fn union(a: Place, b: Place) -> Place {
    let (left, top) = (a.left().min(b.left()), a.top().min(b.top()));
    Place::from_ltrb(left, top, a.right().max(b.right()), a.bottom().max(b.bottom())).unwrap_or(a)
}
