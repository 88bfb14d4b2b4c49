//! The sheet of the creators: one row a lane of theirs.

use super::super::columns::{Cell, Column, join_list};
use super::super::encode::clean;
use super::super::lanes::{evidence, language};
use super::formats::Style;
use super::page::{Head, Page};
use super::{Book, Stop};
use crate::model::{Creator, Day, Lane};
use crate::words::{columns as say, names as words};

/// The sheet.
pub(super) fn sheet<'a>(book: &'a Book<'a>) -> Result<Page<'a>, Stop> {
    let mut heads = vec![
        Head::new(Column::Creator.shown_heading(), 24.0, Style::Text),
        Head::new(Column::Handle.shown_heading(), 18.0, Style::Text),
        Head::new(Column::Brand.shown_heading(), 16.0, Style::Text),
        Head::new(say::channels(), 22.0, Style::Word),
        Head::new(say::followers(), 12.0, Style::Number),
        Head::new(say::languages(), 16.0, Style::Word),
        Head::new(say::values(), 28.0, Style::Text),
        Head::new(say::about(), 38.0, Style::Text),
        Head::new(say::relationship(), 14.0, Style::Word),
        Head::new(say::basis(), 16.0, Style::Word),
        Head::new(say::since(), 10.0, Style::Text),
        Head::new(say::seen_together(), 13.0, Style::Day),
        Head::new(say::told_as(), 14.0, Style::Word),
        Head::new(say::moments(), 10.0, Style::Number),
        Head::new(say::first(), 13.0, Style::Day),
        Head::new(say::last(), 13.0, Style::Day),
    ];
    if book.is_inside() {
        heads.extend([
            Head::new(say::evidence(), 38.0, Style::Text),
            Head::new(say::recorded_by(), 16.0, Style::Text),
            Head::new(say::contact(), 24.0, Style::Text),
        ]);
    }
    let mut page = Page::new(book, say::sheet_creators(), heads)?;
    let campaign = &book.shared.campaign;
    for lane in &campaign.lanes {
        let Some(creator) = campaign.creator_of(lane) else { continue };
        let mut cells = row(book, lane, creator);
        if book.is_inside() {
            let relationship = &lane.relationship;
            cells.extend([
                Cell::of_text(evidence(&relationship.evidence)),
                some(relationship.recorded_by.as_ref()),
                some(creator.contact.as_ref()),
            ]);
        }
        page.row(&cells, &creator.name, None)?;
    }
    page.filter()?;
    Ok(page)
}

fn row(book: &Book<'_>, lane: &Lane, creator: &Creator) -> Vec<Cell> {
    let campaign = &book.shared.campaign;
    let relationship = &lane.relationship;
    let days: Vec<Day> = lane.moments.iter().filter_map(|moment| campaign.day_of(moment.when)).collect();
    let day = |day: Option<Day>| day.map_or(Cell::Empty, Cell::Day);
    let number = |number: u64| i64::try_from(number).map_or(Cell::Empty, Cell::Number);
    let platforms: Vec<&str> = creator.platforms.iter().map(|platform| words::platform(platform.key())).collect();
    vec![
        Cell::of_text(book.names.creators.write(creator.id)),
        some(creator.handle.as_ref()),
        campaign.brand_of(lane).map_or(Cell::Empty, |brand| Cell::of_text(book.names.brands.write(brand.id))),
        Cell::of_text(join_list(&platforms)),
        creator.audience_size.map_or(Cell::Empty, number),
        list(&creator.languages.iter().map(|noted| language(noted)).collect::<Vec<_>>()),
        list(&creator.values),
        some(creator.about.as_ref()),
        Cell::Text(words::choice(relationship.status.key()).to_owned()),
        relationship.basis.map_or(Cell::Empty, |basis| Cell::Text(words::choice(basis.key()).to_owned())),
        some(relationship.since.as_ref()),
        day(relationship.last_visible),
        Cell::Text(words::choice(lane.mode.key()).to_owned()),
        number(lane.moments.len() as u64),
        day(days.iter().min().copied()),
        day(days.iter().max().copied()),
    ]
}

fn some(text: Option<&String>) -> Cell {
    text.map_or(Cell::Empty, |text| Cell::of_text(clean(text)))
}

fn list(items: &[String]) -> Cell {
    Cell::of_text(join_list(&items.iter().map(|item| clean(item)).collect::<Vec<_>>()))
}
