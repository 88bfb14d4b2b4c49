//! A laid-out document: pages of shapes, texts, pictures and tables, each where it is to stand.
//!
//! The deck is built once as a scene; every visual format is a thin writer over it. A scene holds what a thing *is* as well
//! as where it stands, so that a writer can tag it (PDF), keep it editable (slides) or name it (SVG). It never knows a
//! campaign: what a reader must not see was left out before it was built.
//!
//! * Lengths are points (1/72 inch), x to the right, y down, from the page's upper left corner.
//! * The order of items is both the order of painting and the order of reading.
//! * Texts are measured here and nowhere else: line breaks are the same in every format.
//! * All numbers are finite; colours are opaque.

mod chunks;
mod color;
mod fonts;
mod icons;
mod picture;
mod table;
mod text;
mod typesetter;

use std::sync::Arc;

pub use color::Rgb;
pub use fonts::{FontFile, Fonts};
pub use icons::{Icon, icon, icon_font, icon_glyph};
pub use kurbo::{BezPath, Point, Rect, Size};
pub use picture::{Image, Ready};
pub use table::{Cell, Column, Row, Table};
pub use text::{Align, Face, Glyph, GlyphRun, Laid, Line, Span, Style, Weight};
pub use typesetter::Typesetter;

/// A laid-out document.
#[derive(Clone, Debug, Default)]
pub struct Scene {
    /// What it is called, for the properties of the file.
    pub title: String,
    /// Who made it, for the properties of the file; empty when unknown.
    pub author: String,
    /// What it is about, for the properties of the file.
    pub subject: String,
    /// The language of its words, as BCP 47 ("en").
    pub language: &'static str,
    /// The pages, in order.
    pub pages: Vec<Page>,
}

/// A page.
#[derive(Clone, Debug)]
pub struct Page {
    /// Width and height.
    pub size: Size,
    /// The colour behind everything.
    pub background: Rgb,
    /// What the page says, in one line: its title in lists of slides and for screen readers.
    pub title: String,
    /// What links to this page name; unique in the scene.
    pub anchor: String,
    /// Its entry in the list of bookmarks: how deep it stands (0 on top) and its words. Pages that only continue another have none.
    pub bookmark: Option<(u8, String)>,
    /// What stands on it.
    pub items: Vec<Item>,
    /// What the speaker may want to say; empty when nothing.
    pub notes: String,
}

/// One thing on a page.
#[derive(Clone, Debug)]
pub enum Item {
    /// A shape. It is decoration unless it stands in a [`Role::Figure`].
    Shape(Shape),
    /// A text.
    Text(Text),
    /// A picture.
    Image(Image),
    /// A table.
    Table(Table),
    /// Things that belong together.
    Group(Group),
}

/// Things that belong together; a slide editor moves them as one.
#[derive(Clone, Debug)]
pub struct Group {
    /// What they are together.
    pub role: Role,
    /// The things.
    pub items: Vec<Item>,
}

/// What a group is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// A part of the page with a name, such as a card.
    Section(String),
    /// A drawing that says what the text says. Read aloud it is this sentence and nothing in it.
    Figure(String),
    /// A list, of [`Role::Entry`].
    List,
    /// An entry of a list.
    Entry,
    /// Decoration and running lines: never read aloud.
    Decoration,
}

/// A shape with a fill, an outline, or both.
#[derive(Clone, Debug)]
pub struct Shape {
    /// Its outline.
    pub form: Form,
    /// What fills it.
    pub fill: Option<Rgb>,
    /// The line around it, or along it.
    pub stroke: Option<Stroke>,
}

/// The outline of a shape.
#[derive(Clone, Debug)]
pub enum Form {
    /// A rectangle with rounded corners of that radius.
    Rect(Rect, f64),
    /// An ellipse that fills the rectangle.
    Ellipse(Rect),
    /// An icon, as large as fits into the rectangle. The same few are on every page, so a writer may hold each one once and say only
    /// where it stands; one that does not takes its outline from [`icon()`].
    Icon(Icon, Rect),
    /// Anything else. An open path is stroked and never filled.
    Path(BezPath),
}

/// A line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub color: Rgb,
    /// Its width.
    pub width: f64,
    /// Lengths of dash and gap.
    pub dash: Option<(f64, f64)>,
}

/// A text at a place.
#[derive(Clone, Debug)]
pub struct Text {
    /// The upper left corner of its block, which is `laid.width` wide.
    pub at: Point,
    /// The text, measured.
    pub laid: Arc<Laid>,
    /// What it is for the reader.
    pub role: TextRole,
    /// Where it leads.
    pub link: Option<Link>,
}

/// What a text is for the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextRole {
    /// The title of a page.
    Title,
    /// A heading on a page, 2 or 3.
    Heading(u8),
    /// A paragraph.
    Body,
    /// Running lines: page numbers, footers. Never read aloud.
    Running,
}

/// Where a text leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// To the page with that anchor.
    Page(String),
    /// To an address; always http, https or mailto.
    Web(String),
}

impl Item {
    /// A rectangle with rounded corners, filled.
    #[must_use]
    pub fn filled(rect: Rect, corner: f64, fill: Rgb) -> Self {
        Self::Shape(Shape { form: Form::Rect(rect, corner), fill: Some(fill), stroke: None })
    }

    /// A straight line.
    #[must_use]
    pub fn line(from: Point, to: Point, stroke: Stroke) -> Self {
        let mut path = BezPath::new();
        path.move_to(from);
        path.line_to(to);
        Self::Shape(Shape { form: Form::Path(path), fill: None, stroke: Some(stroke) })
    }

    /// A text without a link.
    #[must_use]
    pub fn text(at: Point, laid: Laid, role: TextRole) -> Self {
        Self::Text(Text { at, laid: Arc::new(laid), role, link: None })
    }
}

impl Link {
    /// A link to an address, where it is one that may be opened: http, https or mailto, without blanks and control characters.
    #[must_use]
    pub fn web(address: &str) -> Option<Self> {
        let lower = address.to_ascii_lowercase();
        let known = ["http://", "https://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme));
        let plain = address.chars().all(|c| !c.is_whitespace() && !c.is_control());
        (known && plain).then(|| Self::Web(address.to_owned()))
    }
}
