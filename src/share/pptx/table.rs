//! Tables: native ones, whose cells are edited like any other table's.

use std::fmt::Write as _;

use super::super::scene::{Align, Cell, Point, Rect, Row, Table};
use super::text::{Writing, paragraphs};
use super::theme::Theme;
use super::xml::{Frame, Put, emu, put};

/// The style of tables that has no lines and no fills of its own, so that only ours are seen.
const PLAIN: &str = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}";
/// At the sides of a cell and above it there are no lines.
const NO_LINES: &str = "<a:lnL w=\"0\"><a:noFill/></a:lnL><a:lnR w=\"0\"><a:noFill/></a:lnR><a:lnT w=\"0\"><a:noFill/></a:lnT>";
/// How thick rules are.
const RULE: i64 = 6_350;
/// How much of a column's width another machine may need more for a line.
const ROOM: f64 = 0.08;

/// A table: its frame, and what stands in it; `None` where it has no cells. `links` makes the element of a cell's link.
pub(super) fn table(
    table: &Table,
    theme: &Theme,
    language: &str,
    mut links: impl FnMut(&Cell) -> String,
) -> Option<(Frame, String)> {
    if table.columns.is_empty() || table.rows.is_empty() {
        return None;
    }
    // The sum of whole numbers, so that the frame is exactly as wide as its columns.
    let widths: Vec<i64> = table.columns.iter().map(|column| emu(column.width).max(1)).collect();
    let heights: Vec<i64> = table.rows.iter().map(|row| emu(row.height).max(1)).collect();
    let corner = Frame::of(Rect::from_points(table.at, Point::new(table.at.x, table.at.y)));
    let frame = Frame { x: corner.x, y: corner.y, w: widths.iter().sum(), h: heights.iter().sum() };
    let head = u8::from(table.rows.first().is_some_and(|row| row.is_head));
    let mut out = format!("<a:tbl><a:tblPr firstRow=\"{head}\"><a:tableStyleId>{PLAIN}</a:tableStyleId></a:tblPr><a:tblGrid>");
    for width in &widths {
        let _ = write!(out, "<a:gridCol w=\"{width}\"/>");
    }
    out.push_str("</a:tblGrid>");
    for (row, height) in table.rows.iter().zip(heights) {
        put!(&mut out, "<a:tr h=\"", height, "\">");
        for (at, column) in table.columns.iter().enumerate() {
            let cell = row.cells.get(at);
            out.push_str("<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>");
            match cell {
                Some(cell) => {
                    let link = links(cell);
                    let with = Writing { theme, language, inherited: None, link: &link, exact: true, number: None };
                    paragraphs(&mut out, &cell.laid, &with);
                }
                None => out.push_str("<a:p><a:endParaRPr lang=\"en-GB\"/></a:p>"),
            }
            out.push_str("</a:txBody>");
            cell_properties(&mut out, table, row, (column.width, cell), theme);
            out.push_str("</a:tc>");
        }
        out.push_str("</a:tr>");
    }
    out.push_str("</a:tbl>");
    Some((frame, out))
}

fn cell_properties(out: &mut String, table: &Table, row: &Row, (width, cell): (f64, Option<&Cell>), theme: &Theme) {
    let (side, above) = (table.padding.0, emu(table.padding.1).max(0));
    // Some of the room beside the text goes to lines that another machine sets wider: on the side where lines end.
    let room = (width * ROOM).min(side * 0.9);
    let align = cell.map_or(Align::Start, |cell| cell.laid.align);
    let rtl = cell.and_then(|cell| cell.laid.lines.first()).is_some_and(|line| line.rtl);
    let (left, right) = match (align, rtl) {
        (Align::Center, _) => (side - room / 2.0, side - room / 2.0),
        (Align::Left, _) | (Align::Start, false) | (Align::End, true) => (side, side - room),
        (Align::Start, true) | (Align::End, false) => (side - room, side),
    };
    let (left, right) = (emu(left).max(0), emu(right).max(0));
    put!(out, "<a:tcPr marL=\"", left, "\" marR=\"", right, "\" marT=\"", above, "\" marB=\"", above, "\">", NO_LINES);
    put!(out, "<a:lnB w=\"", RULE, "\">", theme.solid(table.rule), "</a:lnB>");
    match row.fill {
        Some(fill) => theme.solid(fill).put(out),
        None => out.push_str("<a:noFill/>"),
    }
    out.push_str("</a:tcPr>");
}
