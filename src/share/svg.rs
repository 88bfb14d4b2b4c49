//! Pages as shapes that any drawing program opens: real text, a line each, and the names of what is drawn.
//!
//! A line of text says how wide it is, so that it keeps its place where its font is missing and another one stands in.

use std::collections::BTreeMap;
use std::fmt::{self, Display, Write as _};

use base64::Engine as _;

use super::encode::{Svg, clean};
use super::scene::{
    BezPath, Face, Form, Group, Image, Item, Laid, Line, Link, Page, Point, Ready, Rgb, Role, Shape, Table, Text, TextRole, icon,
};

const BASE64: base64::engine::GeneralPurpose = base64::engine::general_purpose::STANDARD;

/// The families of a text, after the one it is set in.
const FAMILIES: &str =
    "Inter, 'Noto Sans', 'Noto Sans Arabic', 'Noto Sans Hebrew', 'Noto Sans Devanagari', 'Noto Emoji', sans-serif";

/// What a text is set in: the brand's own families, where it has some.
#[derive(Clone, Copy, Debug, Default)]
pub struct Families<'a> {
    /// Titles and headings.
    pub heading: Option<&'a str>,
    /// Everything else.
    pub body: Option<&'a str>,
}

/// A page as SVG, shown `width` pixels wide.
#[must_use]
pub fn svg(page: &Page, width: u32, families: Families<'_>) -> Vec<u8> {
    let mut out = Out { text: String::new(), clips: 0, pictures: BTreeMap::new(), families };
    let (w, h) = (page.size.width.max(1.0), page.size.height.max(1.0));
    let width = f64::from(width.max(1));
    out.add(format_args!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"{}\" height=\"{}\" viewBox=\"0 0 {} {}\" role=\"group\" \
         aria-labelledby=\"title\" xml:space=\"preserve\"><title id=\"title\">{}</title>\n\
         <rect width=\"{}\" height=\"{}\" fill=\"{}\"/>\n",
        Number(width),
        Number((width * h / w).round()),
        Number(w),
        Number(h),
        Safe(&page.title),
        Number(w),
        Number(h),
        Hex(page.background)
    ));
    out.items(&page.items);
    out.text.push_str("</svg>\n");
    out.text.into_bytes()
}

/// A text in an attribute or between tags: nothing in it ends either.
struct Safe<'a>(&'a str);

impl Display for Safe<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Svg(&clean(self.0)).fmt(f)
    }
}

/// A length with at most two decimals; 0 for what is no number.
#[derive(Clone, Copy)]
struct Number(f64);

impl Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let whole = if self.0.is_finite() { (self.0.clamp(-1e7, 1e7) * 100.0).round() as i64 } else { 0 };
        let (sign, whole) = (if whole < 0 { "-" } else { "" }, whole.abs());
        match (whole / 100, whole % 100) {
            (units, 0) => write!(f, "{sign}{units}"),
            (units, rest) if rest % 10 == 0 => write!(f, "{sign}{units}.{}", rest / 10),
            (units, rest) => write!(f, "{sign}{units}.{rest:02}"),
        }
    }
}

/// A factor with at most six decimals; 0 for what is no number.
struct Fine(f64);

impl Display for Fine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let factor = if self.0.is_finite() { self.0.clamp(-1e5, 1e5) } else { 0.0 };
        write!(f, "{}", (factor * 1e6).round() / 1e6)
    }
}

/// `#RRGGBB`.
struct Hex(Rgb);

impl Display for Hex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0.hex())
    }
}

/// The commands of a path.
struct Path<'a>(&'a BezPath);

impl Display for Path<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let at = |f: &mut fmt::Formatter<'_>, p: Point| write!(f, "{} {}", Number(p.x), Number(p.y));
        for element in self.0.elements() {
            match *element {
                kurbo::PathEl::MoveTo(p) => {
                    f.write_char('M')?;
                    at(f, p)?;
                }
                kurbo::PathEl::LineTo(p) => {
                    f.write_char('L')?;
                    at(f, p)?;
                }
                kurbo::PathEl::QuadTo(a, p) => {
                    f.write_char('Q')?;
                    at(f, a)?;
                    f.write_char(' ')?;
                    at(f, p)?;
                }
                kurbo::PathEl::CurveTo(a, b, p) => {
                    f.write_char('C')?;
                    at(f, a)?;
                    f.write_char(' ')?;
                    at(f, b)?;
                    f.write_char(' ')?;
                    at(f, p)?;
                }
                kurbo::PathEl::ClosePath => f.write_char('Z')?,
            }
        }
        Ok(())
    }
}

/// What tells pictures apart: what they were made from, and how large they were made.
type Key = ([u8; 32], u32, u32);

struct Out<'a> {
    text: String,
    /// How many clips there are: each has its number as its name.
    clips: usize,
    /// The number of each picture that is in the file already.
    pictures: BTreeMap<Key, usize>,
    families: Families<'a>,
}

impl Out<'_> {
    fn add(&mut self, text: fmt::Arguments<'_>) {
        // Writing into memory has nothing that can fail.
        let _written = self.text.write_fmt(text);
    }

    fn items(&mut self, items: &[Item]) {
        for item in items {
            match item {
                Item::Shape(shape) => self.shape(shape),
                Item::Text(text) => self.placed(text),
                Item::Image(image) => self.image(image),
                Item::Table(table) => self.table(table),
                Item::Group(group) => self.group(group),
            }
        }
    }

    fn group(&mut self, group: &Group) {
        match &group.role {
            Role::Section(name) if !name.trim().is_empty() => {
                self.add(format_args!("<g role=\"group\" aria-label=\"{}\">", Safe(name)));
            }
            Role::Section(_) => self.text.push_str("<g>"),
            Role::Figure(alt) => self.add(format_args!("<g role=\"img\" aria-label=\"{}\">", Safe(alt))),
            Role::List => self.text.push_str("<g role=\"list\">"),
            Role::Entry => self.text.push_str("<g role=\"listitem\">"),
            Role::Decoration => self.text.push_str("<g aria-hidden=\"true\">"),
        }
        self.items(&group.items);
        self.text.push_str("</g>\n");
    }

    fn shape(&mut self, shape: &Shape) {
        let is_open = matches!(&shape.form, Form::Path(path) if !path.elements().contains(&kurbo::PathEl::ClosePath));
        match &shape.form {
            Form::Rect(rect, corner) => {
                self.add(format_args!(
                    "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"",
                    Number(rect.x0),
                    Number(rect.y0),
                    Number(rect.width().max(0.0)),
                    Number(rect.height().max(0.0))
                ));
                if *corner > 0.0 {
                    self.add(format_args!(" rx=\"{}\"", Number(*corner)));
                }
            }
            Form::Ellipse(rect) => self.add(format_args!(
                "<ellipse cx=\"{}\" cy=\"{}\" rx=\"{}\" ry=\"{}\"",
                Number(rect.center().x),
                Number(rect.center().y),
                Number(rect.width().abs() / 2.0),
                Number(rect.height().abs() / 2.0)
            )),
            Form::Icon(of, into) => self.add(format_args!("<path d=\"{}\"", Path(&icon(*of, *into)))),
            Form::Path(path) => self.add(format_args!("<path d=\"{}\"", Path(path))),
        }
        match shape.fill.filter(|_| !is_open) {
            Some(fill) => self.add(format_args!(" fill=\"{}\"", Hex(fill))),
            None => self.text.push_str(" fill=\"none\""),
        }
        if let Some(stroke) = shape.stroke {
            self.add(format_args!(" stroke=\"{}\" stroke-width=\"{}\"", Hex(stroke.color), Number(stroke.width)));
            if let Some((dash, gap)) = stroke.dash {
                self.add(format_args!(" stroke-dasharray=\"{} {}\"", Number(dash), Number(gap)));
            }
        }
        self.text.push_str("/>\n");
    }

    fn placed(&mut self, text: &Text) {
        let is_running = text.role == TextRole::Running;
        if is_running {
            self.text.push_str("<g aria-hidden=\"true\">");
        }
        self.linked(text.link.as_ref(), |out| out.laid(text.at, &text.laid));
        if is_running {
            self.text.push_str("</g>");
        }
    }

    fn linked(&mut self, link: Option<&Link>, inner: impl FnOnce(&mut Self)) {
        // A picture has one page: links to others lead nowhere.
        let web = match link {
            Some(Link::Web(address)) => Link::web(address),
            Some(Link::Page(_)) | None => None,
        };
        if let Some(Link::Web(address)) = &web {
            self.add(format_args!("<a href=\"{}\">", Safe(address)));
        }
        inner(self);
        if web.is_some() {
            self.text.push_str("</a>");
        }
    }

    fn laid(&mut self, at: Point, laid: &Laid) {
        for line in laid.lines.iter() {
            self.line(at, laid, line);
        }
    }

    fn line(&mut self, at: Point, laid: &Laid, line: &Line) {
        let Some(whole) = laid.text.get(line.range.clone()) else { return };
        let shown = whole.trim_end();
        if shown.trim_start().is_empty() {
            return;
        }
        let end = line.range.start + shown.len();
        let x = at.x + if line.rtl { line.right } else { line.left };
        self.add(format_args!("<text x=\"{}\" y=\"{}\"", Number(x), Number(at.y + line.baseline)));
        if line.rtl {
            self.text.push_str(" direction=\"rtl\"");
        }
        let width = line.right - line.left;
        if width > 0.5 {
            self.add(format_args!(" textLength=\"{}\" lengthAdjust=\"spacingAndGlyphs\"", Number(width)));
        }
        self.text.push('>');
        for (range, style) in laid.styles.iter() {
            let (from, to) = (range.start.max(line.range.start), range.end.min(end));
            let Some(part) = laid.text.get(from..to.max(from)).filter(|part| !part.is_empty()) else { continue };
            let own = match style.face {
                Face::Heading => self.families.heading,
                Face::Body => self.families.body,
            };
            self.text.push_str("<tspan font-family=\"");
            if let Some(own) = own {
                // Quotes would end the name of the family.
                let plain: String = own.chars().filter(|c| !matches!(c, '\'' | '"' | '\\')).collect();
                self.add(format_args!("'{}', ", Safe(&plain)));
            }
            self.add(format_args!("{FAMILIES}\" font-size=\"{}\" fill=\"{}\"", Number(style.size), Hex(style.color)));
            if style.weight.number() != 400 {
                self.add(format_args!(" font-weight=\"{}\"", style.weight.number()));
            }
            if style.tracking.abs() > 1e-6 {
                self.add(format_args!(" letter-spacing=\"{}\"", Number(style.tracking * style.size)));
            }
            // A line end inside a line would be a blank; there is none but at its end.
            self.add(format_args!(">{}</tspan>", Svg(&part.replace('\n', " "))));
        }
        self.text.push_str("</text>\n");
    }

    fn image(&mut self, image: &Image) {
        let (placed, frame) = (image.placed(), image.frame);
        let shown = if image.whole { placed } else { frame };
        let number = self.picture(&image.picture);
        self.clips += 1;
        let clip = self.clips;
        self.add(format_args!(
            "<clipPath id=\"clip-{clip}\"><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" rx=\"{}\"/></clipPath>",
            Number(shown.x0),
            Number(shown.y0),
            Number(shown.width()),
            Number(shown.height()),
            Number(image.corner)
        ));
        // The group is what is clipped: the clip of a thing that is moved and scaled would be moved and scaled with it.
        self.add(format_args!("<g clip-path=\"url(#clip-{clip})\""));
        if image.alt.trim().is_empty() {
            self.text.push_str(" aria-hidden=\"true\"");
        } else {
            self.add(format_args!(" role=\"img\" aria-label=\"{}\"", Safe(&image.alt)));
        }
        let scale = |length: f64, pixels: u32| Fine(length / f64::from(pixels.max(1)));
        self.add(format_args!(
            "><use xlink:href=\"#picture-{number}\" transform=\"translate({} {}) scale({} {})\"/></g>\n",
            Number(placed.x0),
            Number(placed.y0),
            scale(placed.width(), image.picture.width),
            scale(placed.height(), image.picture.height)
        ));
    }

    /// The number of a picture, which is put into the file where it is first seen. It is named the way that drawing programs of
    /// all ages know.
    fn picture(&mut self, picture: &Ready) -> usize {
        let next = self.pictures.len() + 1;
        let number = *self.pictures.entry((picture.id, picture.width, picture.height)).or_insert(next);
        if number == next {
            let kind = if picture.is_png { "png" } else { "jpeg" };
            let (width, height) = (picture.width, picture.height);
            self.add(format_args!(
                "<defs><image id=\"picture-{number}\" width=\"{width}\" height=\"{height}\" preserveAspectRatio=\"none\" \
                 xlink:href=\"data:image/{kind};base64,"
            ));
            BASE64.encode_string(&picture.bytes, &mut self.text);
            self.text.push_str("\"/></defs>\n");
        }
        number
    }

    fn table(&mut self, table: &Table) {
        self.add(format_args!("<g role=\"table\" aria-label=\"{}\">", Safe(&table.summary)));
        let mut y = table.at.y;
        let (left, width) = (table.at.x, table.width());
        for row in &table.rows {
            self.text.push_str("<g role=\"row\">");
            let mut rect = |top: f64, height: f64, fill: Rgb| {
                self.add(format_args!(
                    "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" fill=\"{}\"/>",
                    Number(left),
                    Number(top),
                    Number(width),
                    Number(height),
                    Hex(fill)
                ));
            };
            if let Some(fill) = row.fill {
                rect(y, row.height, fill);
            }
            rect(y + row.height - 0.5, 0.5, table.rule);
            let mut x = left;
            let role = if row.is_head { "columnheader" } else { "cell" };
            for (column, cell) in table.columns.iter().zip(&row.cells) {
                self.add(format_args!("<g role=\"{role}\">"));
                let at = Point::new(x + table.padding.0, y + table.padding.1);
                self.linked(cell.link.as_ref(), |out| out.laid(at, &cell.laid));
                self.text.push_str("</g>");
                x += column.width;
            }
            self.text.push_str("</g>\n");
            y += row.height;
        }
        self.text.push_str("</g>\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_short_and_finite() {
        for (length, text) in [(1.0, "1"), (-0.004, "0"), (-1.25, "-1.25"), (7.12345, "7.12"), (0.5, "0.5"), (2.05, "2.05")] {
            assert_eq!(Number(length).to_string(), text);
        }
        assert_eq!(Number(f64::NAN).to_string(), "0");
        assert_eq!(Number(f64::INFINITY).to_string(), "0");
    }
}
