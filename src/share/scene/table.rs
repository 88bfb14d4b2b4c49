//! Tables: columns, a head that is repeated, and rows that never break inside.

use std::sync::Arc;

use kurbo::Point;

use super::{Laid, Link, Rgb};

/// A table at a place. Rules are drawn under each row; the head stands on its own fill.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its upper left corner.
    pub at: Point,
    /// What it lists, for those who do not see it.
    pub summary: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows; the heads first.
    pub rows: Vec<Row>,
    /// The colour of the rules.
    pub rule: Rgb,
    /// Room at each side of a cell's text.
    pub padding: (f64, f64),
}

/// A column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// Its width with the padding.
    pub width: f64,
}

/// A row.
#[derive(Clone, Debug)]
pub struct Row {
    /// Whether it is a head.
    pub is_head: bool,
    /// Its height with the padding.
    pub height: f64,
    /// What fills it.
    pub fill: Option<Rgb>,
    /// Its cells, one a column.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Clone, Debug)]
pub struct Cell {
    /// Its text, set to the width of the column without the padding.
    pub laid: Arc<Laid>,
    /// Where its text leads.
    pub link: Option<Link>,
}

impl Table {
    /// How wide it is.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.columns.iter().map(|column| column.width).sum()
    }

    /// How high it is.
    #[must_use]
    pub fn height(&self) -> f64 {
        self.rows.iter().map(|row| row.height).sum()
    }
}
