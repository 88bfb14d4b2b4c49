//! What all pages share: margins, title, running line, styles, and the shapes of kinds.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};
use std::thread;

use crate::model::Kind;

use super::super::arc::Shape as Mark;
use super::super::choice::Section;
use super::super::encode::shorten;
use super::super::html::version;
use super::super::plan::Plan;
use super::super::scene::{
    Align, BezPath, Face, Form, Icon, Image, Item, Laid, Page, Point, Rect, Rgb, Role, Scene, Shape, Style, TextRole, Weight,
};
use super::{Build, Deck, Leaf, builders};
use crate::words::language;

/// Room at the left and right edge.
pub(in super::super) const MARGIN: f64 = 43.0;
/// Room above the title.
pub(in super::super) const TOP: f64 = 32.0;
/// The lower edge of what a page says, from the bottom; the running line stands below it.
pub(in super::super) const FOOT: f64 = 46.0;

/// How many pages get their running lines from one hand at a time.
const SOME: usize = 16;
/// The widest that running text is set: longer lines are hard to follow.
pub(super) const MEASURE: f64 = 620.0;

/// Sizes of a title that is set on one line where a second one has no room, and the heights of that line.
const SMALLER: [(f64, f64); 3] = [(20.5, 25.0), (18.5, 23.0), (17.0, 21.0)];

/// A page in the making.
pub(in super::super) struct Sheet {
    pub(in super::super) page: Page,
    /// Where the next thing may stand: the lower edge of the head.
    pub(in super::super) y: f64,
}

impl Build<'_> {
    /// A style of the deck: size, height of a line, boldness.
    #[expect(
        clippy::unused_self,
        reason = "every style is asked of the build, so that a brand's own sizes have one place to come in"
    )]
    pub(in super::super) fn style(&self, size: f64, leading: f64, weight: Weight, color: Rgb) -> Style {
        let heading = size >= 14.0;
        Style {
            face: if heading { Face::Heading } else { Face::Body },
            weight,
            size: size.max(9.0),
            leading,
            color,
            tracking: if size >= 20.0 { -0.015 } else { 0.0 },
        }
    }

    /// Running text.
    pub(in super::super) fn body(&self) -> Style {
        self.style(10.5, 15.0, Weight::Regular, self.look.text_2)
    }

    /// Small text: labels, dates, legends.
    pub(in super::super) fn small(&self) -> Style {
        self.style(9.0, 12.5, Weight::Regular, self.look.text_3)
    }

    /// A heading on a page.
    pub(in super::super) fn heading(&self) -> Style {
        self.style(13.0, 17.0, Weight::Semibold, self.look.text)
    }

    /// The width between the margins.
    pub(in super::super) fn wide(&self) -> f64 {
        self.size.width - 2.0 * MARGIN
    }

    /// The lowest line that content may reach.
    pub(in super::super) fn floor(&self) -> f64 {
        self.size.height - FOOT
    }

    /// An empty page without a head.
    pub(in super::super) fn bare(&self, section: Section, title: &str, bookmark: Option<(u8, &str)>) -> Page {
        Page {
            size: self.size,
            background: self.look.canvas,
            title: title.to_owned(),
            // Its number comes when all pages are there: no lane knows how many pages come before its own.
            anchor: section.key().to_owned(),
            bookmark: bookmark.map(|(depth, words)| (depth, words.to_owned())),
            items: Vec::new(),
            notes: String::new(),
        }
    }

    /// A page with its title, which is a sentence, and a line below it. Both take the lines they need.
    pub(in super::super) fn sheet(&mut self, section: Section, title: &str, line: &str, bookmark: Option<(u8, &str)>) -> Sheet {
        let page = self.bare(section, title, bookmark);
        self.headed(page, title, line, Rect::new(MARGIN, TOP, self.size.width - MARGIN, self.floor()))
    }

    /// A page that gets its title and the line below it at the top of a place of its own.
    pub(in super::super) fn headed(&mut self, page: Page, title: &str, line: &str, place: Rect) -> Sheet {
        let large = self.title_style();
        self.headed_in(page, (title, large), line, place)
    }

    /// The same with a title in a style of its own.
    pub(super) fn headed_in(&mut self, mut page: Page, (title, large): (&str, Style), line: &str, place: Rect) -> Sheet {
        let laid = self.even(title, large, place.width());
        let mut y = place.y0 + laid.height;
        page.items.push(Item::text(place.origin(), laid, TextRole::Title));
        if !line.is_empty() {
            let under = self.line_style();
            let laid = self.even(line, under, place.width());
            let at = Point::new(place.x0, y + 2.0);
            y += laid.height + 2.0;
            page.items.push(Item::text(at, laid, TextRole::Body));
        }
        Sheet { page, y: y + 14.0 }
    }

    /// The title of a page.
    pub(super) fn title_style(&self) -> Style {
        self.style(23.0, 28.0, Weight::Semibold, self.look.text)
    }

    /// The largest of the smaller styles in which that title takes one line, with room for a font that is a little wider; none where
    /// it takes more even then.
    pub(super) fn on_one_line(&mut self, title: &str, width: f64) -> Option<Style> {
        SMALLER.into_iter().find_map(|(size, leading)| {
            let style = self.style(size, leading, Weight::Semibold, self.look.text);
            (self.set.measured(title, style, width * 0.94).lines.len() == 1).then_some(style)
        })
    }

    /// The line below a title.
    pub(in super::super) fn line_style(&self) -> Style {
        self.style(11.0, 15.0, Weight::Regular, self.look.text_2)
    }

    /// Adds a page that is done. Running lines come at the end, when the number of each page is known.
    pub(in super::super) fn add(&mut self, section: Section, page: Page) {
        self.add_from(section, page, MARGIN);
    }

    /// The same for a page whose words begin further to the right, beside a panel.
    pub(super) fn add_from(&mut self, section: Section, page: Page, left: f64) {
        self.leaves.push(Leaf { section, page, left });
    }

    /// The mark of a kind: its shape with its icon, as large as the rectangle.
    pub(in super::super) fn mark(&self, kind: Kind, into: Rect) -> Vec<Item> {
        let mark = Mark::of(kind);
        let color = self.kind_color(kind);
        let form = outline(mark, into);
        let fill = if mark == Mark::Ring { None } else { Some(color) };
        let stroke = (mark == Mark::Ring).then(|| super::super::scene::Stroke { color, width: into.width() * 0.12, dash: None });
        let mut items = vec![Item::Shape(Shape { form, fill, stroke })];
        if mark != Mark::Ring && into.width() >= 8.0 {
            let inner = Rect::from_center_size(into.center(), (into.width() * 0.56, into.height() * 0.56));
            let form = Form::Icon(Icon { sign: kind_sign(kind), filled: true }, inner);
            items.push(Item::Shape(Shape { form, fill: Some(self.look.on_solid), stroke: None }));
        }
        items
    }

    /// The colour of a kind.
    pub(in super::super) fn kind_color(&self, kind: Kind) -> Rgb {
        match Mark::of(kind) {
            Mark::Circle => self.look.announcement,
            Mark::Hexagon => self.look.values,
            Mark::Square => self.look.community,
            Mark::Diamond => self.look.product,
            Mark::Ring => self.look.text_3,
        }
    }

    /// The tint behind a kind.
    pub(in super::super) fn kind_tint(&self, kind: Kind) -> Rgb {
        match Mark::of(kind) {
            Mark::Circle => self.look.announcement_bg,
            Mark::Hexagon => self.look.values_bg,
            Mark::Square => self.look.community_bg,
            Mark::Diamond | Mark::Ring => self.look.product_bg,
        }
    }

    /// The line at the foot of a page: the brand's line on the left, version and page number on the right.
    fn running(&mut self, plan: &Plan, number: usize, left: f64) -> Item {
        let small = self.small();
        let y = self.size.height - 30.0;
        let words = self.footer();
        let half = (self.size.width - MARGIN - left) / 2.0;
        let mut x = left;
        let mut items = Vec::new();
        if let Some(logo) = self.kit.logo.clone() {
            let width = (12.0 * f64::from(logo.width) / f64::from(logo.height.max(1))).clamp(6.0, 60.0);
            let frame = Rect::new(x, y, x + width, y + 12.0);
            items.push(Item::Image(Image { frame, corner: 0.0, picture: logo, alt: String::new(), whole: true }));
            x += width + 7.0;
        }
        // A long name is cut before it is set, because it is set on every page.
        let words = self.set.lines(&shorten(&words, 160), small, left + half - 10.0 - x, 1, Align::Start);
        let right = format!("{}    {number}", version(plan, self.choice.made_on));
        let right = self.set.lines(&right, small, half, 1, Align::End);
        items.push(Item::text(Point::new(x, y), words, TextRole::Running));
        items.push(Item::text(Point::new(left + half, y), right, TextRole::Running));
        Item::Group(super::super::scene::Group { role: Role::Decoration, items })
    }

    /// What stands at the foot: the brand's own line, else brand and campaign.
    pub(super) fn footer(&self) -> String {
        let plan = self.plan;
        self.kit.footer.clone().unwrap_or_else(|| match plan.brands.first() {
            Some(brand) => crate::words::share::page_title(brand, &plan.name),
            None => plan.name.clone(),
        })
    }

    /// The deck of all pages.
    pub(super) fn finish(mut self) -> Deck {
        let plan = self.plan;
        let mut sections = Vec::new();
        let mut pages = Vec::new();
        for leaf in std::mem::take(&mut self.leaves) {
            sections.push(leaf.section);
            pages.push(leaf.page);
        }
        let mut missing = BTreeSet::new();
        for page in &pages {
            gather(&page.items, &mut |laid| missing.extend(laid.missing.iter().cloned()));
        }
        let scene = Scene {
            title: plan.name.clone(),
            author: self.kit.prepared_by.clone().unwrap_or_default(),
            subject: plan.line.clone().unwrap_or_default(),
            language: language::spoken().code(),
            pages,
        };
        let missing_in = language::to_asker(|| super::super::notices::moments_with(self.plan, &missing));
        Deck { scene, sections, missing, missing_in, broken: self.pictures.broken().to_vec() }
    }
}

/// Gives every page its running line. The number of the page is in it, so each is shaped anew: that
/// is five hundred texts in a large deck, for which one processor would keep the others waiting.
pub(super) fn run<'a>(leaves: &mut [Leaf], new: &(impl Fn() -> Build<'a> + Sync)) {
    // Few pages are done before another thread has begun.
    let helped = builders().min(leaves.len().div_ceil(4 * SOME));
    let left = Mutex::new(leaves.chunks_mut(SOME).enumerate());
    let work = || {
        let mut build = new();
        let plan = build.plan;
        // What is in there is whole at any time, also when somebody who held it did not come to an end.
        while let Some((before, leaves)) = { left.lock().unwrap_or_else(PoisonError::into_inner).next() } {
            for (at, leaf) in leaves.iter_mut().enumerate().filter(|(_, leaf)| leaf.section != Section::Cover) {
                let running = build.running(plan, before * SOME + at + 1, leaf.left);
                leaf.page.items.push(running);
            }
        }
    };
    thread::scope(|scope| {
        for _ in 1..helped {
            // Where no thread is to be had, this one does it all.
            drop(thread::Builder::new().spawn_scoped(scope, language::carried(work)));
        }
        work();
    });
}

/// Calls `f` with every text.
pub(super) fn gather(items: &[Item], f: &mut impl FnMut(&Laid)) {
    for item in items {
        match item {
            Item::Text(text) => f(&text.laid),
            Item::Table(table) => table.rows.iter().flat_map(|row| &row.cells).for_each(|cell| f(&cell.laid)),
            Item::Group(group) => gather(&group.items, f),
            Item::Shape(_) | Item::Image(_) => {}
        }
    }
}

/// The outline of a mark, as large as the rectangle.
pub(in super::super) fn outline(mark: Mark, r: Rect) -> Form {
    let (c, w, h) = (r.center(), r.width() / 2.0, r.height() / 2.0);
    let path = |points: &[(f64, f64)]| {
        let mut path = BezPath::new();
        for (at, (x, y)) in points.iter().enumerate() {
            let point = Point::new(c.x + x * w, c.y + y * h);
            if at == 0 { path.move_to(point) } else { path.line_to(point) }
        }
        path.close_path();
        Form::Path(path)
    };
    match mark {
        Mark::Circle | Mark::Ring => Form::Ellipse(r),
        Mark::Square => Form::Rect(r.inset(-r.width() * 0.06), r.width() * 0.2),
        Mark::Hexagon => path(&[(0.0, -1.0), (0.88, -0.5), (0.88, 0.5), (0.0, 1.0), (-0.88, 0.5), (-0.88, -0.5)]),
        Mark::Diamond => path(&[(0.0, -1.05), (1.05, 0.0), (0.0, 1.05), (-1.05, 0.0)]),
    }
}

/// The sign of a kind in the icon font.
const fn kind_sign(kind: Kind) -> char {
    match kind {
        Kind::Announcement => '\u{E642}',
        Kind::Values => '\u{E2A8}',
        Kind::Community => '\u{E68E}',
        Kind::Product => '\u{E478}',
        Kind::Origin => '\u{E244}',
        Kind::Story => '\u{E0E6}',
        Kind::Engage => '\u{E16C}',
        Kind::Event => '\u{E490}',
        Kind::Impact => '\u{E156}',
        Kind::Teaser => '\u{E6A2}',
        Kind::Organic => '\u{E2DA}',
        Kind::Repair => '\u{E0B2}',
        Kind::Offer => '\u{E3B6}',
    }
}
