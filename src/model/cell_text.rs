//! How cells of a table hold several texts, and texts that a spreadsheet must not calculate: one grammar, for the tables that
//! are written and for those that are read.

/// The texts of a cell that holds several, parted by semicolons or lines. One in quotation marks, with the marks inside it
/// doubled, may hold any of these.
#[must_use]
pub fn split_list(text: &str) -> Vec<String> {
    let is_end = |c: char| matches!(c, ';' | '\n' | '\r');
    let mut items = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || is_end(c));
        if rest.is_empty() {
            return items;
        }
        if let Some((item, after)) = quoted_item(rest) {
            items.push(item);
            rest = after;
            continue;
        }
        let (item, after) = rest.split_at(rest.find(is_end).unwrap_or(rest.len()));
        items.push(item.trim().to_owned());
        rest = after;
    }
}

/// A text in quotation marks at the beginning, and what stands behind it. None where the marks are part of a text instead.
fn quoted_item(text: &str) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('"')?;
    let mut item = String::new();
    loop {
        let (part, after) = rest.split_once('"')?;
        item.push_str(part);
        let Some(more) = after.strip_prefix('"') else {
            let behind = after.trim_start_matches([' ', '\t']);
            return (behind.is_empty() || behind.starts_with([';', '\n', '\r'])).then_some((item, behind));
        };
        item.push('"');
        rest = more;
    }
}

/// The mark that keeps a spreadsheet from calculating a text.
pub const GUARD: char = '\'';

/// Whether a spreadsheet could take the text for a formula: its first sign that can be seen begins one, also in full width, or
/// it begins with what ends a cell.
#[must_use]
pub fn could_calculate(text: &str) -> bool {
    let unseen = |c: char| {
        c.is_whitespace()
            || c.is_control()
            || matches!(c, '\u{FEFF}' | '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}')
    };
    text.starts_with(['\t', '\r', '\n'])
        || text.trim_start_matches(unseen).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

/// The text without the mark that [`GUARD`] is; every other text as it is.
#[must_use]
pub fn unguarded(text: &str) -> &str {
    match text.strip_prefix(GUARD) {
        Some(rest) if could_calculate(rest.trim_start_matches(GUARD)) => rest,
        _ => text,
    }
}
