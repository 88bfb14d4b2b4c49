//! The master: where titles and running lines stand and how they look, taken from the pages, so that a change of the master
//! changes all slides.

use std::fmt::Write as _;

use super::super::scene::{Align, Face, Item, Laid, Page, Rect, Scene, Size, Style, Text, TextRole, Weight};
use super::text::{Inherited, first_style, frame, is_bold, shown};
use super::theme::Theme;
use super::xml::{Frame, Put, emu, filled, hundredths};

const MASTER: &str = include_str!("../../../assets/pptx/slideMaster.xml");
const COVER: &str = include_str!("../../../assets/pptx/layoutCover.xml");
const TITLE: &str = include_str!("../../../assets/pptx/layoutTitle.xml");
const CONTENT: &str = include_str!("../../../assets/pptx/layoutContent.xml");
const BLANK: &str = include_str!("../../../assets/pptx/layoutBlank.xml");
const NOTES: &str = include_str!("../../../assets/pptx/notesMaster.xml");

/// The foot of a page begins at this part of its height.
const FOOT: f64 = 0.85;

/// How many layouts there are.
pub(super) const LAYOUTS: usize = 4;
/// The number of the layout of the first slide.
pub(super) const COVER_LAYOUT: usize = 1;
/// The number of the layout of all others.
pub(super) const TITLE_LAYOUT: usize = 2;

/// What a slide takes from the master unless it says otherwise.
#[derive(Debug)]
pub(super) struct Master {
    pub(super) size: Size,
    pub(super) title: (Frame, Inherited),
    pub(super) cover: (Frame, Inherited),
    pub(super) footer: (Frame, Inherited),
    pub(super) number: (Frame, Inherited),
}

/// The texts of a page that stand in places of the master's.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Places<'a> {
    /// The first text that is a title and says something.
    pub(super) title: Option<&'a Text>,
    /// The running text at the foot.
    pub(super) footer: Option<&'a Text>,
    /// The running text at the foot that ends with the number of the page.
    pub(super) number: Option<&'a Text>,
}

impl<'a> Places<'a> {
    /// The places of the page with that number.
    pub(super) fn of(page: &'a Page, number: &str) -> Self {
        let mut found = Self::default();
        each_text(&page.items, &mut |text| {
            let says = !shown(&text.laid).is_empty();
            match text.role {
                TextRole::Title if says => found.title = found.title.or(Some(text)),
                // Other things that are not read aloud, such as initials in a circle, stand higher.
                TextRole::Running if says && text.at.y > page.size.height * FOOT => {
                    if ends_with_number(&text.laid, number) {
                        // The number stands last; a line before it may end with the same digits by chance.
                        found.footer = found.number.replace(text).or(found.footer);
                    } else {
                        found.footer = Some(text);
                    }
                }
                _ => {}
            }
        });
        found
    }

    /// Whether the text is one of them.
    pub(super) fn has(&self, text: &Text) -> bool {
        [self.title, self.footer, self.number].iter().any(|place| is(*place, text))
    }
}

/// Whether it is the same text: the same thing on the page, not one that reads the same.
pub(super) fn is(place: Option<&Text>, text: &Text) -> bool {
    place.is_some_and(|place| std::ptr::eq(place, text))
}

fn ends_with_number(laid: &Laid, number: &str) -> bool {
    let rest = laid.text.get(shown(laid)).and_then(|text| text.strip_suffix(number));
    rest.is_some_and(|rest| rest.is_empty() || rest.ends_with(char::is_whitespace))
}

/// Calls `f` with every text of its own, groups gone through in order.
fn each_text<'a>(items: &'a [Item], f: &mut impl FnMut(&'a Text)) {
    for item in items {
        match item {
            Item::Text(text) => f(text),
            Item::Group(group) => each_text(&group.items, f),
            Item::Shape(_) | Item::Image(_) | Item::Table(_) => {}
        }
    }
}

impl Master {
    /// The master of a deck.
    pub(super) fn of(scene: &Scene, theme: &Theme) -> Self {
        let wide = |side: fn(&Size) -> f64| scene.pages.iter().map(|page| side(&page.size)).fold(0.0, f64::max);
        let mut size = Size::new(wide(|size| size.width), wide(|size| size.height));
        if scene.pages.is_empty() {
            size = Size::new(960.0, 540.0);
        }
        // The least and most that slide editors take: an inch and 56 inches.
        size = Size::new(size.width.clamp(72.0, 4_032.0), size.height.clamp(72.0, 4_032.0));
        let (w, h) = (size.width, size.height);
        let plain = |size: f64, color, face, weight| Style { face, weight, size, leading: size * 1.2, color, tracking: 0.0 };
        let start = |style| Inherited { style, align: Align::Start };
        let title = plain(23.0, theme.ink(), Face::Heading, Weight::Semibold);
        let running = plain(9.0, theme.faint(), Face::Body, Weight::Regular);
        let margin = (w * 0.045).round();
        let rect = |x0: f64, y0: f64, x1: f64, y1: f64| Frame::of(Rect::new(x0, y0, x1, y1));
        let mut master = Self {
            size,
            title: (rect(margin, 32.0, w - margin, 60.0), start(title)),
            cover: (rect(margin, h * 0.29, w - margin, h * 0.29 + 100.0), start(Style { size: 46.0, ..title })),
            footer: (rect(margin, h - 30.0, w / 2.0 - 10.0, h - 17.0), start(running)),
            number: (rect(w / 2.0, h - 30.0, w - margin, h - 17.0), Inherited { style: running, align: Align::End }),
        };
        let mut seen = [false; 4];
        let mut take = |at: usize, place: &mut (Frame, Inherited), text: Option<&Text>| {
            let Some(text) = text else { return };
            if let Some((style, false)) = first_style(&text.laid).zip(seen.get(at).copied()) {
                *place = (frame(text, size), Inherited { style, align: place.1.align });
                if let Some(seen) = seen.get_mut(at) {
                    *seen = true;
                }
            }
        };
        for (at, page) in scene.pages.iter().enumerate() {
            let places = Places::of(page, &(at + 1).to_string());
            if at == 0 {
                take(0, &mut master.cover, places.title);
            } else {
                take(1, &mut master.title, places.title);
            }
            take(2, &mut master.footer, places.footer);
            take(3, &mut master.number, places.number);
        }
        // The master's own look: colour and font of titles are the theme's, and both running lines look alike.
        for place in [&mut master.title, &mut master.cover] {
            place.1.style.color = theme.ink();
            place.1.style.face = Face::Heading;
            place.1.style.weight = Weight::Semibold;
        }
        master.footer.1.style = Style { face: Face::Body, weight: Weight::Regular, ..master.footer.1.style };
        master.number.1.style = master.footer.1.style;
        master
    }

    /// The slide master's part.
    pub(super) fn part(&self, theme: &Theme) -> String {
        let (w, h) = (self.size.width, self.size.height);
        let left = self.title.0.x;
        let top = (self.title.0.y + self.title.0.h + emu(24.0)).min(emu(h * 0.6));
        let body = Frame { x: left, y: top, w: (emu(w) - 2 * left).max(emu(36.0)), h: (emu(h - 46.0) - top).max(emu(36.0)) };
        let title = self.title.1.style;
        let running = self.footer.1.style;
        let size = hundredths(title.size, 100, 400_000).to_string();
        let running_size = hundredths(running.size, 100, 400_000).to_string();
        let color = theme.solid(running.color).made();
        let frames = [self.title.0, body, self.footer.0, self.number.0].map(|frame| frame.place().made());
        let [title_frame, body_frame, footer_frame, number_frame] = &frames;
        filled(
            MASTER,
            &[
                ("title frame", title_frame),
                ("body frame", body_frame),
                ("footer frame", footer_frame),
                ("number frame", number_frame),
                ("running size", &running_size),
                ("running color", &color),
                ("title size", &size),
                ("title bold", if is_bold(title) { "1" } else { "0" }),
                ("color map", theme.map()),
            ],
        )
    }

    /// The parts of the layouts, in their order.
    pub(super) fn layouts(&self) -> [String; LAYOUTS] {
        let title = self.cover.0;
        let line = Frame { y: title.y + title.h + emu(12.0), h: emu(60.0), ..title };
        let size = hundredths(self.cover.1.style.size, 100, 400_000).to_string();
        let cover = filled(
            COVER,
            &[
                ("cover title frame", &title.place().made()),
                ("cover line frame", &line.place().made()),
                ("cover title size", &size),
            ],
        );
        [cover, filled(TITLE, &[]), filled(CONTENT, &[]), filled(BLANK, &[])]
    }

    /// The part of the notes' master: the slide above, the notes below.
    pub(super) fn notes(&self) -> String {
        // Paper for notes is 7.5 by 10 inches; the slide keeps its shape in a place of 432 by 243 points.
        let scale = (432.0 / self.size.width).min(243.0 / self.size.height);
        let (w, h) = (self.size.width * scale, self.size.height * scale);
        let image = Frame::of(Rect::new(270.0 - w / 2.0, 90.0, 270.0 + w / 2.0, 90.0 + h));
        filled(NOTES, &[("image frame", &image.place().made())])
    }

    /// The element that says how large slides are.
    pub(super) fn slide_size(&self) -> String {
        let mut out = String::new();
        let _ = write!(out, "<p:sldSz cx=\"{}\" cy=\"{}\"/>", emu(self.size.width), emu(self.size.height));
        out
    }
}
