//! The sheets of findings and of accepted risks, written from the sentences that the reader may see.

use super::super::columns::Cell;
use super::formats::Style;
use super::page::{Head, Page};
use super::{Book, Stop};
use crate::words::{columns as say, deck_tables as tables, share};

fn word(text: &str) -> Cell {
    Cell::of_text(text.to_owned())
}

/// Open findings, what was not checked, and rules that are off. For the team.
pub(super) fn findings<'a>(book: &'a Book<'a>) -> Result<Page<'a>, Stop> {
    let view = &book.shared.view;
    // What a finding is made of is there only where several of them are told as one.
    let has_parts = view.findings.iter().any(|line| !line.lines.is_empty());
    let mut heads = vec![
        Head::new(share::finding(), 34.0, Style::Word),
        Head::new(share::severity(), 14.0, Style::Word),
        Head::new(share::rule(), 16.0, Style::Word),
        Head::new(share::place(), 34.0, Style::Text),
        Head::new(say::in_words(), 80.0, Style::Text),
        Head::new(tables::mend(), 60.0, Style::Text),
    ];
    heads.extend(has_parts.then(|| Head::new(say::made_of(), 60.0, Style::Text)));
    let mut page = Page::new(book, say::sheet_findings(), heads)?;
    for line in &view.findings {
        let severity = line.severity_name();
        let mut cells = vec![word(&line.title), word(severity), word(&line.code), word(&line.place), word(&line.message)];
        cells.push(word(&line.clears.join("\n")));
        cells.extend(has_parts.then(|| word(&line.lines.join("\n"))));
        page.row(&cells, &line.title, None)?;
    }
    for line in &view.unchecked {
        let cells = [word(line.title), word(share::not_checked()), word(line.code), word(&line.place), word(&line.reason)];
        page.row(&cells, line.title, None)?;
    }
    for line in &view.rules_off {
        let cells = [Cell::Empty, word(share::rules_off()), word(&line.code), Cell::Empty, word(&line.why)];
        page.row(&cells, &line.code, None)?;
    }
    page.filter()?;
    Ok(page)
}

/// Accepted risks that this reader sees.
pub(super) fn accepted<'a>(book: &'a Book<'a>) -> Result<Page<'a>, Stop> {
    let view = &book.shared.view;
    let mut heads = vec![Head::new(say::risk(), 60.0, Style::Text), Head::new(share::reason(), 50.0, Style::Text)];
    // What only the team sees is there for each risk under a label of its own: a column each.
    let mut labels: Vec<&'static str> = Vec::new();
    for (label, _) in view.accepted.iter().flat_map(|accepted| &accepted.inside) {
        if !labels.contains(label) {
            labels.push(label);
        }
    }
    heads.extend(labels.iter().map(|label| Head::new(label, 22.0, Style::Text)));
    let mut page = Page::new(book, say::sheet_accepted(), heads)?;
    for accepted in &view.accepted {
        let mut cells = vec![word(accepted.text()), word(&accepted.reason)];
        cells.extend(labels.iter().map(|label| {
            let found = accepted.inside.iter().find(|(of, _)| of == label);
            found.map_or(Cell::Empty, |(_, text)| word(text))
        }));
        page.row(&cells, &accepted.reason, None)?;
    }
    page.filter()?;
    Ok(page)
}
