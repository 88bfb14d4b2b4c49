//! Tables.

use krilla::tagging::{ArtifactType, BBox, TableHeaderScope, Tag, TagKind};
use kurbo::Rect;

use super::super::encode::clean;
use super::super::scene::{Cell, Form, Point, Rgb, Row, Shape, Table};
use super::paint::{self, Op};
use super::parts::{Desk, Part};

/// How thick the rule under a row is, in points.
const RULE: f64 = 0.5;

impl Desk<'_> {
    /// A table with its rows and cells; the heads name their columns.
    pub(super) fn table(&mut self, table: &Table, parts: &mut Vec<Part>) {
        let (mut heads, mut body) = (Vec::new(), Vec::new());
        for (y, row) in rows(table) {
            let into = if row.is_head { &mut heads } else { &mut body };
            let width = Rect::new(table.at.x, y, table.at.x + table.width(), y + row.height);
            if let Some(place) = self.place(width) {
                let behind = behind(table, y, row);
                into.extend((!behind.is_empty()).then_some(Part::Decoration(ArtifactType::Layout, place, behind)));
            }
            let mut cells = Vec::new();
            for (at, cell) in self::cells(table, y, row) {
                let mut inner = Vec::new();
                self.words(at, &cell.laid, cell.link.as_ref(), &mut inner);
                cells.push(Part::Group(kind(row), inner));
            }
            // A row with fewer cells than the table has columns is made even.
            cells.resize_with(table.columns.len(), || Part::Group(kind(row), Vec::new()));
            into.push(Part::Group(Tag::TR.into(), cells));
        }
        let around = Rect::from_origin_size(table.at, (table.width(), table.height()));
        let place = self.place(around).map(|place| BBox::new(self.number, place));
        let summary = Some(clean(&table.summary)).filter(|summary| !summary.trim().is_empty());
        let tag = Tag::Table.with_summary(summary).with_bbox(place);
        let parts_of = [(TagKind::from(Tag::THead), heads), (TagKind::from(Tag::TBody), body)];
        let inner = parts_of.into_iter().filter(|(_, rows)| !rows.is_empty()).map(|(tag, rows)| Part::Group(tag, rows));
        parts.push(Part::Group(tag.into(), inner.collect()));
    }
}

fn kind(row: &Row) -> TagKind {
    if row.is_head { Tag::TH(TableHeaderScope::Column).into() } else { Tag::TD.into() }
}

/// The rows with their upper edges.
pub(super) fn rows(table: &Table) -> impl Iterator<Item = (f64, &Row)> {
    let tops = table.rows.iter().scan(table.at.y, |y, row| {
        let top = *y;
        *y += row.height;
        Some(top)
    });
    tops.zip(&table.rows)
}

/// The cells of a row with the places of their texts.
pub(super) fn cells<'t>(table: &'t Table, y: f64, row: &'t Row) -> impl Iterator<Item = (Point, &'t Cell)> {
    let lefts = table.columns.iter().scan(table.at.x, |x, column| {
        let left = *x;
        *x += column.width;
        Some(left)
    });
    lefts.zip(&row.cells).map(move |(x, cell)| (Point::new(x + table.padding.0, y + table.padding.1), cell))
}

/// What is behind a row and the rule under it.
pub(super) fn behind(table: &Table, y: f64, row: &Row) -> Vec<Op> {
    let (left, right, bottom) = (table.at.x, table.at.x + table.width(), y + row.height);
    let filled = |rect: Rect, fill: Rgb| paint::shape(&Shape { form: Form::Rect(rect, 0.0), fill: Some(fill), stroke: None });
    let fill = row.fill.and_then(|fill| filled(Rect::new(left, y, right, bottom), fill));
    fill.into_iter().chain(filled(Rect::new(left, bottom - RULE, right, bottom), table.rule)).collect()
}
