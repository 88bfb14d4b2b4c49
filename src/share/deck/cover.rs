//! The cover: what it is, for whom, and the whole plan as dots on lines.

use super::super::choice::Section;
use super::super::html::version;
use super::super::scene::{Align, Image, Item, Point, Rect, Stroke, TextRole, Weight};
use super::Build;
use super::frame::MARGIN;

pub(super) fn build(b: &mut Build<'_>) {
    let plan = b.plan;
    let mut page = b.bare(Section::Cover, &plan.name, Some((0, &plan.name)));
    let picture = b.kit.cover.clone().or_else(|| {
        let cards = plan.lanes.iter().flat_map(|lane| &lane.cards);
        let first = cards.filter_map(|card| card.picture.as_deref()).next()?;
        b.pictures.get(first)
    });
    let width = if picture.is_some() { b.size.width * 0.45 } else { b.size.width };
    let inner = width - 2.0 * MARGIN;
    if let Some(picture) = picture {
        let frame = Rect::new(width, 0.0, b.size.width, b.size.height);
        page.items.push(Item::Image(Image { frame, corner: 0.0, picture, alt: String::new(), whole: false }));
    }
    let mut top = 36.0;
    let brand = b.style(12.0, 16.0, Weight::Semibold, b.look.text);
    if let Some(logo) = b.kit.logo.clone() {
        let frame = Rect::new(MARGIN, top, MARGIN + 96.0, top + 32.0);
        page.items.push(Item::Image(Image { frame, corner: 0.0, picture: logo, alt: b.kit.brand.clone(), whole: true }));
        top += 40.0;
    } else if let Some(name) = plan.brands.first() {
        let laid = b.set.lines(name, brand, inner, 2, Align::Start);
        top += laid.height;
        page.items.push(Item::text(Point::new(MARGIN, 36.0), laid, TextRole::Body));
    }
    // The largest title that leaves room for what stands below.
    let title = [46.0, 36.0, 28.0, 21.0]
        .into_iter()
        .map(|size| {
            let style = b.style(size, size * 1.06, Weight::Semibold, b.look.text);
            b.set.text(&plan.name, style, inner)
        })
        .find(|laid| laid.height <= 150.0)
        .unwrap_or_else(|| {
            let style = b.style(21.0, 24.0, Weight::Semibold, b.look.text);
            b.set.lines(&plan.name, style, inner, 6, Align::Start)
        });
    let mut y = (top + 30.0).max(b.size.height * 0.29);
    let height = title.height;
    page.items.push(Item::text(Point::new(MARGIN, y), title, TextRole::Title));
    y += height + 12.0;
    if let Some(line) = &plan.line {
        let style = b.style(13.0, 19.0, Weight::Regular, b.look.text_2);
        let laid = b.set.lines(line, style, inner, 5, Align::Start);
        page.items.push(Item::text(Point::new(MARGIN, y), laid, TextRole::Body));
    }
    dots(b, inner, &mut page.items);
    let small = b.small();
    let version = version(plan, b.choice.made_on);
    let words = b.kit.prepared_by.as_ref().map_or(version.clone(), |by| crate::words::share::prepared_by(by, &version));
    let laid = b.set.lines(&words, small, inner, 2, Align::Start);
    page.items.push(Item::text(Point::new(MARGIN, b.size.height - 42.0), laid, TextRole::Body));
    b.add(Section::Cover, page);
}

/// Lanes as lines and moments as marks on them, as many lanes as fit.
fn dots(b: &Build<'_>, inner: f64, items: &mut Vec<Item>) {
    let Some(lasting) = &b.plan.lasting else { return };
    let (first, last) = (f64::from(lasting.span.first), f64::from(lasting.span.last));
    let lanes: Vec<_> = b.plan.lanes.iter().filter(|lane| lane.cards.iter().any(|card| card.day.is_some())).take(6).collect();
    let top = b.size.height - 78.0 - 15.0 * lanes.len() as f64;
    let mut drawn = Vec::new();
    for (row, lane) in lanes.iter().enumerate() {
        let y = top + 15.0 * row as f64;
        let stroke = Stroke { color: b.look.grid_month, width: 0.75, dash: None };
        drawn.push(Item::line(Point::new(MARGIN, y), Point::new(MARGIN + inner, y), stroke));
        for card in &lane.cards {
            let Some(day) = card.day else { continue };
            let x = MARGIN + inner * (f64::from(day) - first) / (last - first).max(1.0);
            drawn.extend(b.mark(card.kind, Rect::from_center_size((x, y), (7.0, 7.0))));
        }
    }
    items.push(Item::Group(super::super::scene::Group { role: super::super::scene::Role::Decoration, items: drawn }));
}
