//! Reads back the web page of this program. Its texts hold no `<` and no `>` that is none of the page's own: both are written as
//! entities, in attributes, too.

use super::{Block, Outline, Table, brief};

/// What nobody reads: each of these never stands within another of its name.
const UNREAD: [&str; 4] = ["head", "style", "svg", "template"];

/// What stands in a plan written as a web page.
#[must_use]
pub fn page(html: &str) -> Outline {
    let mut reading = Reading::default();
    let mut rest = html;
    while let Some((text, after)) = rest.split_once('<') {
        reading.text.push_str(text);
        let Some((tag, after)) = after.split_once('>') else { break };
        let name = tag.trim_start_matches('/').split([' ', '\n', '/']).next().unwrap_or_default();
        rest = after;
        if tag.starts_with('/') {
            reading.close(name);
        } else if UNREAD.contains(&name) || tag.contains("aria-hidden=\"true\"") || tag.contains("class=\"skip\"") {
            let end = format!("</{name}>");
            let (inside, behind) = after.split_once(end.as_str()).unwrap_or((after, ""));
            rest = behind;
            if name == "svg" && tag.contains("role=\"img\"") {
                reading.end();
                reading.picture(attribute(tag, "aria-label").or_else(|| title(inside)));
            }
        } else {
            reading.open(name, tag);
        }
    }
    reading.end();
    Outline::of_one(reading.blocks)
}

/// What the text that comes belongs to.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Of {
    #[default]
    Text,
    Heading(u8),
    Name,
    Item,
    Head,
    Cell,
}

#[derive(Default)]
struct Reading {
    blocks: Vec<Block>,
    text: String,
    of: Of,
    /// What the next text of a list is called.
    name: String,
    table: Option<(Vec<String>, Vec<Vec<String>>)>,
    in_head: bool,
}

impl Reading {
    fn open(&mut self, name: &str, tag: &str) {
        let of = match name {
            "span" => {
                // Beside one another on the page; in a line of text there is a blank between them.
                self.text.push(' ');
                return;
            }
            "a" | "bdi" => return,
            "h1" => Of::Heading(1),
            "h2" => Of::Heading(2),
            "h3" => Of::Heading(3),
            "h4" | "summary" => Of::Heading(4),
            "dt" => Of::Name,
            "dd" | "li" => Of::Item,
            "th" | "td" if self.in_head => Of::Head,
            "th" | "td" => Of::Cell,
            _ => Of::Text,
        };
        self.end();
        self.of = of;
        match name {
            "table" => self.table = Some((Vec::new(), Vec::new())),
            "thead" => self.in_head = true,
            "tr" if !self.in_head => {
                if let Some((_, rows)) = &mut self.table {
                    rows.push(Vec::new());
                }
            }
            "img" => {
                self.picture(attribute(tag, "alt"));
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "span" => self.text.push(' '),
            "a" | "bdi" => {}
            _ => self.end(),
        }
        match name {
            "thead" => self.in_head = false,
            "table" => {
                if let Some((head, rows)) = self.table.take() {
                    self.blocks.push(Block::Table(Table::new(head, rows)));
                }
            }
            _ => {}
        }
    }

    /// A picture, by its words; one that has none only adorns the page.
    fn picture(&mut self, words: Option<&str>) {
        let words = words.map(|words| brief(&plain(words))).filter(|words| !words.is_empty());
        self.blocks.extend(words.map(Block::Picture));
    }

    /// What was read so far is a block, or a cell of a table.
    fn end(&mut self) {
        let text = brief(&plain(&std::mem::take(&mut self.text)));
        let of = std::mem::take(&mut self.of);
        match (of, &mut self.table) {
            // An empty cell is one, too.
            (Of::Cell, Some((_, rows))) => {
                if let Some(row) = rows.last_mut() {
                    row.push(text);
                }
            }
            (Of::Head, Some((head, _))) => head.push(text),
            _ if text.is_empty() => {}
            (Of::Heading(level), _) => self.blocks.push(Block::Heading(level, text)),
            (Of::Name, _) => self.name = text,
            (Of::Item, _) => self.blocks.push(Block::Item(std::mem::take(&mut self.name), text)),
            _ => self.blocks.push(Block::Text(text)),
        }
    }
}

/// What a tag says under that name.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

/// What a drawing is called by what stands in it.
fn title(inside: &str) -> Option<&str> {
    let (_, rest) = inside.split_once("<title")?;
    let (_, rest) = rest.split_once('>')?;
    rest.split_once("</title>").map(|(words, _)| words)
}

/// A text with its signs instead of entities.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        let known = after.split_once(';').and_then(|(name, behind)| Some((sign(name)?, behind)));
        if let Some((sign, behind)) = known {
            plain.push(sign);
            rest = behind;
        } else {
            plain.push('&');
            rest = after;
        }
    }
    plain.push_str(rest);
    plain
}

fn sign(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        _ => char::from_u32(name.strip_prefix('#')?.parse().ok()?),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_read_of_a_page_is_what_people_read() {
        let html = "<!doctype html><head><title>No</title></head><body><a class=\"skip\" href=\"#x\">No</a><svg>no</svg>\
                    <h1 dir=\"auto\">A &#38; b</h1><dl><div><dt>Goal</dt><dd>More &lt;i&gt;</dd></div></dl>\
                    <span class=\"avatar\" aria-hidden=\"true\">MS</span><p>One<span>two</span></p>\
                    <img src=\"data:x\" alt=\"Picture: dawn\"><img src=\"data:x\" alt=\"\">\
                    <svg class=\"shot\" role=\"img\" aria-label=\"Picture: &lt;dusk\"><use href=\"#pic-0\"/></svg>\
                    <svg class=\"arc\" role=\"img\" aria-labelledby=\"a\"><title id=\"a\">Curves</title><text>no</text></svg><ul><li>Plain</li></ul>\
                    <table><thead><tr><th>When</th><th>What</th></tr></thead><tbody><tr><th>May</th><td></td></tr></tbody></table>\
                    <template id=\"momentboard-plan-1\">QUJD</template></body></html>";
        let table = Table::new(vec!["When".to_owned(), "What".to_owned()], vec![vec!["May".to_owned(), String::new()]]);
        let blocks = vec![
            Block::Heading(1, "A & b".to_owned()),
            Block::Item("Goal".to_owned(), "More <i>".to_owned()),
            Block::Text("One two".to_owned()),
            Block::Picture("Picture: dawn".to_owned()),
            Block::Picture("Picture: <dusk".to_owned()),
            Block::Picture("Curves".to_owned()),
            Block::Item(String::new(), "Plain".to_owned()),
            Block::Table(table),
        ];
        assert_eq!(page(html), Outline::of_one(blocks));
    }

    #[test]
    fn what_is_cut_off_is_read_as_far_as_it_goes() {
        assert_eq!(page("<h2>A & b &#x; <b"), Outline::of_one(vec![Block::Heading(2, "A & b &#x;".to_owned())]));
    }
}
