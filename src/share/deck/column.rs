//! Texts one below the other in a column that goes on elsewhere when it is full: on the next page, or in another column.

use std::collections::VecDeque;

use super::super::scene::{Align, Form, Group, Icon, Item, Laid, Point, Rect, Rgb, Role, Shape, Span, Style, TextRole};
use super::Build;

/// How much of a text has to fit before it is begun at the end of a column.
const LEAST_LINES: usize = 2;

/// A sign in front of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sign {
    pub(super) icon: Icon,
    pub(super) color: Rgb,
}

/// A text in a column.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub(super) laid: Laid,
    pub(super) role: TextRole,
    /// Room above it, unless it is the first of its column.
    pub(super) above: f64,
    /// How far it is moved to the right.
    pub(super) inset: f64,
    /// What stands in front of it, in the room of the inset.
    pub(super) sign: Option<Sign>,
    /// A label in front of it, in the room of the inset.
    pub(super) label: Option<Laid>,
    /// The label of what goes on elsewhere.
    pub(super) rest: Option<Laid>,
    /// Whether it is an entry of a list.
    pub(super) is_entry: bool,
    /// Whether it is never the last of a column that goes on.
    pub(super) keeps_next: bool,
}

/// Texts that wait for their place.
#[derive(Clone, Debug, Default)]
pub(super) struct Column {
    blocks: VecDeque<Block>,
}

impl Block {
    /// A paragraph.
    pub(super) fn new(laid: Laid, above: f64) -> Self {
        Self {
            laid,
            role: TextRole::Body,
            above,
            inset: 0.0,
            sign: None,
            label: None,
            rest: None,
            is_entry: false,
            keeps_next: false,
        }
    }

    /// A heading: it stays with what follows.
    pub(super) fn heading(laid: Laid, above: f64) -> Self {
        Self { role: TextRole::Heading(2), keeps_next: true, ..Self::new(laid, above) }
    }

    /// The same with a sign in front; the text has to be set for `inset` less width.
    pub(super) fn with_sign(self, sign: Sign, inset: f64) -> Self {
        Self { sign: Some(sign), inset, ..self }
    }

    /// The same with a label in front, on the line of its first line.
    pub(super) fn with_label(self, label: Laid, inset: f64) -> Self {
        Self { label: Some(label), inset, ..self }
    }

    /// The same as an entry of a list.
    pub(super) fn entry(self) -> Self {
        Self { is_entry: true, ..self }
    }

    fn items(&self, left: f64, y: f64) -> Vec<Item> {
        let mut items = Vec::new();
        if let Some(sign) = self.sign {
            let line = self.laid.lines.first().map_or(self.laid.height, |line| line.bottom);
            let side = (self.inset - 5.0).clamp(6.0, 12.0);
            let middle = Point::new(left + side / 2.0, y + line / 2.0);
            items.push(drawn(sign, Rect::from_center_size(middle, (side, side))));
        }
        if let Some(label) = &self.label {
            let line = |laid: &Laid| laid.lines.first().map_or(0.0, |line| line.baseline);
            let at = Point::new(left, y + line(&self.laid) - line(label));
            items.push(Item::text(at, label.clone(), TextRole::Body));
        }
        items.push(Item::text(Point::new(left + self.inset, y), self.laid.clone(), self.role));
        items
    }
}

/// An icon in its place.
pub(super) fn drawn(sign: Sign, place: Rect) -> Item {
    Item::Shape(Shape { form: Form::Icon(sign.icon, place), fill: Some(sign.color), stroke: None })
}

impl Column {
    /// Adds a text at the end; one without a line is left out.
    pub(super) fn push(&mut self, block: Block) {
        if !block.laid.lines.is_empty() {
            self.blocks.push_back(block);
        }
    }

    /// Takes the last text back.
    pub(super) fn pop(&mut self) {
        self.blocks.pop_back();
    }

    /// How many texts wait, one of which only a part waits included.
    pub(super) fn len(&self) -> usize {
        self.blocks.len()
    }

    /// Whether nothing waits any more.
    pub(super) fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// How high all of it is.
    pub(super) fn height(&self) -> f64 {
        let above: f64 = self.blocks.iter().skip(1).map(|block| block.above).sum();
        above + self.blocks.iter().map(|block| block.laid.height).sum::<f64>()
    }

    /// The blocks, to change the room between them.
    pub(super) fn blocks_mut(&mut self) -> impl Iterator<Item = &mut Block> {
        self.blocks.iter_mut()
    }

    /// Puts as much as fits between two heights; the rest goes on waiting. Returns the items and where they end.
    ///
    /// A text is split only where two lines of it fit, unless it would never fit otherwise.
    pub(super) fn pour(&mut self, left: f64, top: f64, bottom: f64) -> (Vec<Item>, f64) {
        let mut placed: Vec<(Block, f64)> = Vec::new();
        let mut y = top;
        while let Some(mut block) = self.blocks.pop_front() {
            let is_first = placed.is_empty();
            let at = if is_first { y } else { y + block.above };
            let (head, tail) = block.laid.split(bottom - at);
            let Some(tail) = tail else {
                y = at + head.height;
                placed.push((block, at));
                continue;
            };
            let is_worth = head.lines.len() >= LEAST_LINES || (is_first && !head.lines.is_empty());
            if is_worth {
                let rest = Block { laid: tail, sign: None, label: block.rest.clone(), above: 0.0, ..block.clone() };
                block.laid = head;
                y = at + block.laid.height;
                placed.push((block, at));
                self.blocks.push_front(rest);
            } else {
                self.blocks.push_front(block);
            }
            break;
        }
        // A heading at the end of a column would promise what only the next one keeps.
        while !self.blocks.is_empty() && placed.len() > 1 && placed.last().is_some_and(|(block, _)| block.keeps_next) {
            if let Some((block, _)) = placed.pop() {
                self.blocks.push_front(block);
            }
            y = placed.last().map_or(top, |(block, at)| at + block.laid.height);
        }
        (grouped(&placed, left), y)
    }
}

/// The items of placed blocks; entries that follow each other are one list.
fn grouped(placed: &[(Block, f64)], left: f64) -> Vec<Item> {
    let mut items = Vec::new();
    let mut list: Vec<Item> = Vec::new();
    for (block, y) in placed {
        if block.is_entry {
            list.push(Item::Group(Group { role: Role::Entry, items: block.items(left, *y) }));
            continue;
        }
        if !list.is_empty() {
            items.push(Item::Group(Group { role: Role::List, items: std::mem::take(&mut list) }));
        }
        items.extend(block.items(left, *y));
    }
    if !list.is_empty() {
        items.push(Item::Group(Group { role: Role::List, items: list }));
    }
    items
}

impl Build<'_> {
    /// A text on one line in a frame no wider than it needs, so that it stands clear of its neighbours; on more lines where
    /// one is not enough.
    pub(super) fn snug(&mut self, text: &str, style: Style, most: f64) -> Laid {
        let laid = self.set.text(text, style, most);
        if laid.lines.len() != 1 {
            return laid;
        }
        let narrow = self.set.text(text, style, (laid.ink_width() + 1.0).min(most));
        if narrow.lines.len() == 1 { narrow } else { laid }
    }

    /// The same on one line in any case, with an ellipsis where it has to end early.
    pub(super) fn snug_line(&mut self, text: &str, style: Style, most: f64) -> Laid {
        let laid = self.set.lines(text, style, most, 1, Align::Start);
        let shown = laid.shown().to_owned();
        let narrow = self.set.text(&shown, style, (laid.ink_width() + 1.0).min(most));
        if narrow.lines.len() == 1 { narrow } else { laid }
    }

    /// A text on at most so many lines, with an ellipsis where it has to end early; one that reads from right to left in a
    /// frame no wider than it needs, so that it stands beside what is on its left.
    pub(super) fn snug_lines(&mut self, text: &str, style: Style, width: f64, most: usize) -> Laid {
        let laid = self.set.lines(text, style, width, most, Align::Start);
        if laid.lines.iter().all(|line| !line.rtl) {
            return laid;
        }
        let shown = laid.shown().to_owned();
        let narrow = self.set.text(&shown, style, (laid.ink_width() + 1.0).min(width));
        if narrow.lines.len() == laid.lines.len() { narrow } else { laid }
    }

    /// A label and its text in one paragraph: "Asks  Fjell 2 · have a look".
    pub(super) fn labelled(&mut self, label: &str, text: &str, width: f64) -> Laid {
        let small = self.small();
        let label = Span { text: format!("{label}  "), style: small };
        let text = Span { text: text.to_owned(), style: Style { color: self.look.text_2, ..small } };
        self.set.set(&[label, text], width, Align::Start)
    }
}
