//! Reads back the Markdown of this program.

use super::{Block, Outline, Table, brief};

/// The level of a line that is bold as a whole.
const BOLD: u8 = 4;

/// What stands in a plan written as Markdown.
#[must_use]
pub fn markdown(text: &str) -> Outline {
    let mut blocks = Vec::new();
    let mut rows: Vec<Vec<String>> = Vec::new();
    for line in text.lines() {
        if let Some(row) = line.strip_prefix("| ") {
            rows.push(cells(row));
            continue;
        }
        end_table(&mut rows, &mut blocks);
        if line.trim().is_empty() {
            continue;
        }
        let marks = line.bytes().take_while(|byte| *byte == b'#').count();
        let after = line.get(marks..).and_then(|rest| rest.strip_prefix(' '));
        blocks.push(match (u8::try_from(marks), after, line.strip_prefix("- ")) {
            (Ok(level @ 1..=6), Some(text), _) => Block::Heading(level, brief(&plain(text))),
            (_, _, Some(item)) => item_of(item),
            // A line that is bold as a whole is the name of what stands below it.
            _ => match line.strip_prefix("**").and_then(|rest| rest.strip_suffix("**")) {
                Some(title) if !title.contains("**") => Block::Heading(BOLD, brief(&plain(title))),
                _ => Block::Text(brief(&plain(line))),
            },
        });
    }
    end_table(&mut rows, &mut blocks);
    Outline::of_one(blocks)
}

/// The rows of a table become one: the first holds its headings, the second only the line below them.
fn end_table(rows: &mut Vec<Vec<String>>, blocks: &mut Vec<Block>) {
    let mut all = std::mem::take(rows).into_iter();
    let Some(head) = all.next() else { return };
    let is_line = |row: &Vec<String>| row.iter().all(|cell| cell == "---");
    blocks.push(Block::Table(Table::new(head, all.filter(|row| !is_line(row)).collect())));
}

/// "**What:** text".
fn item_of(item: &str) -> Block {
    let named = item.strip_prefix("**").and_then(|rest| rest.split_once(":** "));
    match named {
        Some((name, text)) => Block::Item(brief(&plain(name)), brief(&plain(text))),
        None => Block::Item(String::new(), brief(&plain(item))),
    }
}

/// The cells of a row, behind its first stroke.
fn cells(row: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut escaped = false;
    for c in row.chars() {
        match cells.last_mut() {
            Some(cell) if escaped || c != '|' => cell.push(c),
            _ => cells.push(String::new()),
        }
        escaped = c == '\\' && !escaped;
    }
    // Behind the last stroke there is nothing.
    cells.pop();
    cells.iter().map(|cell| brief(&plain(cell))).collect()
}

/// A text without the marks that make it bold, and without those that keep its signs from meaning something.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut escaped = false;
    let mut all = text.chars().peekable();
    while let Some(c) = all.next() {
        if c == '\\' && !escaped {
            escaped = true;
            continue;
        }
        if c == '*' && !escaped && all.next_if_eq(&'*').is_some() {
            continue;
        }
        // Only what is written before punctuation is such a mark.
        if escaped && !c.is_ascii_punctuation() {
            plain.push('\\');
        }
        plain.push(c);
        escaped = false;
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_off_and_tables_are_tables() {
        let text = "# A \\*b\\*\n\n- **Ask window:** 25 Oct\n\nJust **bold \\*\\*** text\n\n**Week \\*1\\***\n\n| When | What |\n| --- | --- |\n| 1\\. May | a \\| b |\n";
        let table = Table::new(vec!["When".to_owned(), "What".to_owned()], vec![vec!["1. May".to_owned(), "a | b".to_owned()]]);
        let blocks = vec![
            Block::Heading(1, "A *b*".to_owned()),
            Block::Item("Ask window".to_owned(), "25 Oct".to_owned()),
            Block::Text("Just bold ** text".to_owned()),
            Block::Heading(4, "Week *1*".to_owned()),
            Block::Table(table),
        ];
        assert_eq!(markdown(text), Outline::of_one(blocks));
        assert_eq!(markdown(""), Outline::of_one(Vec::new()));
    }
}
