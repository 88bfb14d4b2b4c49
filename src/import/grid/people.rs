//! Grids with people across: a column, or a few columns, for each of them, and the days beside the rows.

use super::super::date;
use super::super::deliverable;
use super::super::field::Field;
use super::super::heading::alone;
use super::super::mapping::Mapping;
use super::super::people::{are_names, is_name_like};
use super::super::table::{Row, Sheet, Value, address};
use super::super::text::{fold, is_filler};
use super::super::words;
use super::mark::Mark;
use super::{Beside, COLUMNS, Flat, Grid, LOOKED_AT, Line, Passed, Said, is_week, say_cell, sheet_of};
use crate::model::Campaign;
use crate::words::import as say;

/// A place of a cell, by row and column.
type Place = (u32, u16);

/// The table as a list, where people stand across; `header` is the row that was said to name them.
pub(super) fn people_across(sheet: &Sheet, campaign: &Campaign, mapping: &Mapping, header: Option<u32>) -> Option<Flat> {
    // A merged title stands in all cells of its row and names nobody.
    let head = match header {
        Some(number) => sheet.row(number),
        None => sheet.rows.iter().take(LOOKED_AT).find(|row| row.cells.len() >= 3 && alone(row).is_none()),
    }?;
    let (body, passed) = body_of(sheet, head.number, head.cells.first()?.column);
    let first = head.cells.first().filter(|cell| holds_days(&body, cell.column, sheet.from_1904))?;
    let field = field_of_days(&first.value);
    let mut people: Vec<(u16, String)> = Vec::new();
    let mut others: Vec<(u16, String)> = Vec::new();
    for cell in head.cells.iter().skip(1) {
        let name = cell.value.shown();
        let filled: Vec<&Value> = body.iter().filter_map(|row| row.get(cell.column)).collect();
        let words = filled.iter().filter(|value| matches!(value, Value::Text(text) if date::read(text).is_none())).count();
        let is_known = Field::of_header(&name).iter().any(|(_, whole)| *whole);
        // “Kwame + Inês” are two people, and what stands below them is both's.
        if !is_known && (is_name_like(&name) || are_names(&name)) && words == filled.len() {
            people.push((cell.column, name));
        } else {
            others.push((cell.column, name));
        }
    }
    // What has a column of its own is a list.
    let has = |fields: &[Field]| {
        others.iter().any(|(_, name)| Field::of_header(name).iter().any(|(field, whole)| *whole && fields.contains(field)))
    };
    if people.len() < 2 || has(&[Field::Title, Field::Creator, Field::Kind, Field::Handle]) {
        return None;
    }
    // What only somebody's own column could mean is not copied into the notes of the others.
    let is_notes = |header: &str| Field::of_header(header).iter().any(|(_, whole)| *whole);
    let left: Vec<String> = others.iter().filter(|(_, header)| !is_notes(header)).map(|(_, header)| header.clone()).collect();
    others.retain(|(_, header)| is_notes(header));
    let known = mapping.grid == Some(true) || people.iter().any(|(_, name)| is_creator(name, campaign));
    let mut lines: Vec<Line> = Vec::new();
    let mut fillers: Vec<String> = Vec::new();
    let mut day: Option<(Value, Place)> = None;
    for row in body {
        if row.cells.len() > 1 && alone(row).is_some() {
            continue;
        }
        day = row.get(first.column).map(|value| (value.clone(), (row.number, first.column))).or(day);
        let day_of =
            |number: u32| sheet.rows.iter().rev().filter(|row| row.number <= number).find_map(|row| row.get(first.column));
        let notes = others.iter().filter_map(|(at, header)| row.get(*at).map(|value| say::note(header, value.shown())));
        let mut beside = Beside::of(notes);
        for (at, name) in &people {
            let Some(value) = row.get(*at) else { continue };
            let area = sheet.area(row.number, *at);
            // A cell that is merged over several days or weeks is one moment, from the first to the last of them.
            if area.is_some_and(|((top, _), _)| top.max(head.number + 1) < row.number) {
                continue;
            }
            let mut line: Line = Vec::new();
            if let Some((day, place)) = day.clone() {
                line.push((field, day, place));
            }
            let bottom = area.map_or(row.number, |(_, (bottom, _))| bottom);
            if let Some(last) = day_of(bottom).filter(|_| bottom > row.number) {
                line.push((Field::End, last.clone(), (row.number, first.column)));
            }
            let who = Some((Value::Text(name.clone()), (head.number, *at)));
            match say_cell(&mut line, value, who, &mut beside, (row.number, *at), campaign) {
                Said::Moment => lines.push(line),
                Said::Filler => fillers.push(address(*at, row.number)),
                Said::Nothing => {}
            }
        }
    }
    if lines.is_empty() {
        return None;
    }
    let names = people.into_iter().map(|(_, name)| name).collect();
    let grid = Grid::PeopleAcross(head.number, names);
    Some(Flat { sheet: sheet_of(lines, sheet), grid, unsure: !known, fillers, passed, left, parts: Vec::new() })
}

/// The rows below the header, without those that the column at their left calls sums or remarks.
fn body_of(sheet: &Sheet, header: u32, first: u16) -> (Vec<&Row>, Passed) {
    let mut passed = Passed::default();
    let below = sheet.rows.iter().filter(|row| row.number > header);
    let body = below.filter(|row| !passed.takes(row.get(first), row)).collect();
    (body, passed)
}

/// Whether most cells of a column say when.
fn holds_days(body: &[&Row], at: u16, from_1904: bool) -> bool {
    let filled: Vec<&Value> = body.iter().filter_map(|row| row.get(at)).collect();
    let fits = filled.iter().filter(|value| is_week(value) || Mark::of(value, from_1904).is_some()).count();
    !filled.is_empty() && fits * 10 >= filled.len() * 7
}

/// What the column of the days is called.
fn field_of_days(header: &Value) -> Field {
    match header {
        Value::Text(text) => Field::of_header(text).first().map(|(field, _)| *field).filter(|field| *field == Field::Week),
        _ => None,
    }
    .unwrap_or(Field::Date)
}

/// Whether somebody of the plan is called that.
fn is_creator(name: &str, campaign: &Campaign) -> bool {
    campaign.creators.iter().any(|creator| fold(&creator.name) == fold(name))
}

/// Somebody with several columns below the name, each with what it holds and its header.
struct Group {
    name: String,
    at: u16,
    columns: Vec<(u16, Field, String)>,
}

/// The table as a list, where people stand across and each has several columns with a header of their own:
///
/// ```text
///   Date  │    Maren     │     Tobi
///         │ Content │ Fee│ Content │ Fee
/// ```
pub(super) fn groups_across(sheet: &Sheet, campaign: &Campaign, mapping: &Mapping, header: Option<u32>) -> Option<Flat> {
    let pairs = sheet.rows.iter().take(LOOKED_AT).zip(sheet.rows.iter().skip(1));
    let wanted = |row: &Row, below: &Row| header.is_none_or(|header| row.number == header || below.number == header);
    let (head, below, groups) = pairs
        .filter(|(row, below)| below.number == row.number + 1 && wanted(row, below))
        .find_map(|(row, below)| Some((row, below, groups_of(row, below)?)))?;
    let (body, passed) =
        body_of(sheet, below.number, sheet.rows.iter().filter_map(|row| row.cells.first()).map(|cell| cell.column).min()?);
    let from = groups.first()?.at;
    let days = sheet.width().min(from);
    let first = (0..days).find(|at| holds_days(&body, *at, sheet.from_1904));
    // Without a column of days for all, everybody has to have one of their own.
    if first.is_none() && !groups.iter().all(|group| group.columns.iter().any(|(_, field, _)| *field == Field::Date)) {
        return None;
    }
    let label = first.and_then(|first| head.get(first).or_else(|| below.get(first)));
    let field = label.map_or(Field::Date, field_of_days);
    let known = mapping.grid == Some(true) || groups.iter().any(|group| is_creator(&group.name, campaign));
    let mut lines: Vec<Line> = Vec::new();
    let mut fillers: Vec<String> = Vec::new();
    let mut day: Option<(Value, Place)> = None;
    let of_groups = |at: u16| groups.iter().any(|group| group.columns.iter().any(|(column, ..)| *column == at));
    for row in body {
        if alone(row).is_some_and(|_| row.cells.len() > 1) {
            continue;
        }
        day = first.and_then(|first| row.get(first).map(|value| (value.clone(), (row.number, first)))).or(day);
        let others = row.cells.iter().filter(|cell| Some(cell.column) != first && !of_groups(cell.column));
        let mut beside = Beside::of(others.map(|cell| match below.get(cell.column).or_else(|| head.get(cell.column)) {
            Some(header) => say::note(header.shown(), cell.value.shown()),
            None => cell.value.shown(),
        }));
        for group in &groups {
            let mut line: Line = Vec::new();
            if let Some((day, place)) = day.clone() {
                line.push((field, day, place));
            }
            match group.take(&mut line, row, head.number, &mut beside, campaign) {
                Said::Moment => lines.push(line),
                Said::Filler => fillers.extend(group.filled(row).map(|(at, ..)| address(at, row.number))),
                Said::Nothing => {}
            }
        }
    }
    if lines.is_empty() {
        return None;
    }
    let grid = Grid::PeopleAcross(head.number, groups.into_iter().map(|group| group.name).collect());
    Some(Flat { sheet: sheet_of(lines, sheet), grid, unsure: !known, fillers, passed, left: Vec::new(), parts: Vec::new() })
}

/// The people in a row and the columns of each, whose headers stand in the row below and come again with everybody.
fn groups_of(head: &Row, below: &Row) -> Option<Vec<Group>> {
    let mut groups: Vec<Group> = Vec::new();
    // Nobody stands above a column on the left of the names; an empty cell right of one is hers still.
    for cell in &below.cells {
        let Value::Text(header) = &cell.value else { return None };
        let named = head.cells.iter().rev().find(|named| named.column <= cell.column);
        let Some(Value::Text(name)) = named.map(|named| &named.value) else { continue };
        if !(is_name_like(name) || are_names(name)) {
            continue;
        }
        let field = Field::of_header(header).first().filter(|(_, whole)| *whole).map_or(Field::Notes, |(field, _)| *field);
        match groups.last_mut().filter(|group| group.name == *name) {
            Some(group) => group.columns.push((cell.column, field, header.clone())),
            None => {
                groups.push(Group { name: name.clone(), at: cell.column, columns: vec![(cell.column, field, header.clone())] });
            }
        }
    }
    // What is done stands below everybody, under the same header; besides, somebody may have a column that others lack.
    let what = |group: &Group| {
        let is_what = |field: Field| matches!(field, Field::Title | Field::Hook | Field::Kind | Field::Format);
        group.columns.iter().find(|(_, field, _)| is_what(*field)).map(|(_, _, header)| fold(header))
    };
    let first = groups.first().and_then(what);
    let same = first.is_some() && groups.iter().all(|group| what(group) == first);
    let wide = groups.iter().any(|group| group.columns.len() >= 2);
    (groups.len() >= 2 && same && wide).then_some(groups)
}

impl Group {
    /// The filled cells of somebody in a row.
    fn filled<'a>(&'a self, row: &'a Row) -> impl Iterator<Item = (u16, Field, &'a str, &'a Value)> {
        self.columns.iter().filter_map(|(at, field, header)| Some((*at, *field, header.as_str(), row.get(*at)?)))
    }

    /// What somebody's cells in a row say.
    fn take(&self, line: &mut Line, row: &Row, head: u32, beside: &mut Beside, campaign: &Campaign) -> Said {
        if self.filled(row).next().is_none() {
            return Said::Nothing;
        }
        if self.filled(row).all(|(.., value)| is_filler(&value.shown())) {
            return Said::Filler;
        }
        let who = (Value::Text(self.name.clone()), (head, self.at));
        let mut notes: Vec<String> = Vec::new();
        let titled = self.filled(row).find(|(_, field, ..)| *field == Field::Title);
        let titled = titled.filter(|(.., value)| !is_filler(&value.shown()));
        if let Some((at, _, _, value)) = titled {
            // Its other cells are put in first: what a column says counts more than what the title seems to say.
            self.others(line, &mut notes, row);
            let own: Line = std::mem::take(line);
            let _ = say_cell(line, value, Some(who), beside, (row.number, at), campaign);
            line.retain(|(field, ..)| *field == Field::Notes || !own.iter().any(|(other, ..)| other == field));
            line.extend(own);
        } else {
            line.push((Field::Creator, who.0, who.1));
            self.others(line, &mut notes, row);
            notes.extend(beside.next());
        }
        if !notes.is_empty() {
            let place = (row.number, self.at);
            match line.iter_mut().find(|(field, ..)| *field == Field::Notes) {
                Some((_, Value::Text(text), _)) => *text = format!("{text}\n{}", notes.join("\n")),
                _ => line.push((Field::Notes, Value::Text(notes.join("\n")), place)),
            }
        }
        Said::Moment
    }

    /// The cells that are no title: each in its column of the list, or in the notes where the list has none.
    fn others(&self, line: &mut Line, notes: &mut Vec<String>, row: &Row) {
        for (at, field, header, value) in self.filled(row).filter(|(_, field, ..)| *field != Field::Title) {
            let shown = value.shown();
            let field = match field {
                // “Type” is a kind or a format: what stands there tells.
                Field::Kind if words::kind(&shown).is_none() && deliverable::read(&shown).is_some() => Field::Format,
                other => other,
            };
            let free = field != Field::Notes && COLUMNS.contains(&field) && !line.iter().any(|(other, ..)| *other == field);
            if free {
                line.push((field, value.clone(), (row.number, at)));
            } else {
                notes.push(say::note(header, shown));
            }
        }
    }
}
