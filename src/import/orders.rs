//! In which order the numbers of dates stand: what the cells of a table say of it, each way of writing for itself. It knows
//! nothing of years, weeks and months that stand elsewhere.
//!
//! Between dots the day comes first, as long as no cell says that it cannot and nobody says otherwise. What is parted by slashes or dashes is written in
//! both orders, so it is asked where no cell decides it.

use super::date::{self, Context, DateOrder, DateShape, Orders, Reading, Resolved};
use super::mapping::Mapping;
use super::proposal::{DateSample, Question, Settled};
use super::text::short;
use crate::words::import as say;

/// Cells that are shown with a question.
const SHOWN: usize = 3;

/// A cell that says when: its address, what stands there, and that as it is read.
pub(super) type Cell = (String, String, Reading);

/// What the cells of one shape say.
#[derive(Default)]
struct Said {
    /// The orders in which all of them are days.
    common: Option<Vec<DateOrder>>,
    /// There is no such order.
    conflict: bool,
    /// The first cell that leaves only one.
    by: Option<String>,
    /// Cells that are a day in several orders.
    open: Vec<Cell>,
}

/// What the cells of a table say, by their shapes.
#[derive(Default)]
pub(super) struct Evidence {
    slashes: Said,
    dots: Said,
    dashes: Said,
}

impl Evidence {
    const fn said(&mut self, shape: DateShape) -> &mut Said {
        match shape {
            DateShape::Slashes => &mut self.slashes,
            DateShape::Dots => &mut self.dots,
            DateShape::Dashes => &mut self.dashes,
        }
    }

    /// Takes in a cell.
    pub(super) fn take(&mut self, reading: Reading, cell: impl Fn() -> Cell) {
        for (shape, orders) in reading.orders() {
            // Without any order it is no day, and is told as that.
            if orders.is_empty() {
                continue;
            }
            let said = self.said(shape);
            if orders.len() > 1 {
                // A few are shown, and one of them may be read in a third order.
                said.open.push(cell());
            } else if said.by.is_none() {
                let (address, text, _) = cell();
                said.by = Some(say::name_at(say::quoted(short(&text)), &address));
            }
            said.common = Some(match said.common.take() {
                None => orders,
                Some(common) => {
                    let both: Vec<DateOrder> = common.iter().copied().filter(|order| orders.contains(order)).collect();
                    said.conflict |= both.is_empty();
                    if both.is_empty() { common } else { both }
                }
            });
        }
    }

    /// The order of each shape, as far as it is answered or the cells decide it, and what they decide for others.
    pub(super) fn decided(&mut self, mapping: &Mapping) -> (Orders, Vec<Settled>) {
        let (mut orders, mut settled) = (Orders::default(), Vec::new());
        let only_dots = self.slashes.common.is_none() && self.dashes.common.is_none();
        for shape in DateShape::ALL {
            let said = self.said(*shape);
            let answered = mapping.date_orders.get(shape).copied();
            let by_cells = said.common.as_deref().filter(|_| !said.conflict).and_then(|common| match common {
                [only] => Some(*only),
                // What was answered is about dots where there is nothing else that it could be about.
                several if *shape == DateShape::Dots => {
                    let meant = mapping.dates.filter(|order| only_dots && several.contains(order));
                    meant.or(Some(DateOrder::Dmy).filter(|order| several.contains(order)))
                }
                _ => None,
            });
            // Where no cell of dots is read, those above the rows still are.
            let usual = (*shape == DateShape::Dots && said.common.is_none()).then_some(DateOrder::Dmy);
            // What was answered for all dates is about those that the table leaves open: 3/20/27 is 20 March whatever was said.
            let order = answered.or(by_cells).or(mapping.dates).or(usual);
            orders.set(*shape, order);
            if let (None, Some(order), Some((address, text, _)), Some(by)) = (answered, by_cells, said.open.first(), &said.by) {
                settled.push(Settled { order, open: say::name_at(say::quoted(short(text)), address), by: by.clone() });
            }
        }
        (orders, settled)
    }

    /// What has to be asked: each shape that is left open once. A day without a year is told as one of that year.
    pub(super) fn questions(mut self, orders: Orders, mapping: &Mapping, year: i16) -> Vec<Question> {
        let mut questions = Vec::new();
        for shape in DateShape::ALL {
            let said = self.said(*shape);
            if orders.of(*shape).is_some() || (said.open.is_empty() && !said.conflict) {
                continue;
            }
            // Where cells disagree nothing is open by itself, and yet one order makes some of them no days at all.
            let samples = said.open.iter().take(SHOWN).map(|cell| sample(cell, mapping, year)).collect();
            questions.push(Question::Dates { shape: *shape, samples });
        }
        questions
    }
}

fn sample((address, text, reading): &Cell, mapping: &Mapping, year: i16) -> DateSample {
    let in_order = |order| {
        let year = mapping.year.or(Some(year));
        match date::resolve(*reading, Context { orders: Orders::all(Some(order)), year, ..Context::default() }) {
            Ok(Resolved::On(day, _)) => Some(day),
            _ => None,
        }
    };
    let has_ymd = reading.orders().iter().any(|(_, orders)| orders.contains(&DateOrder::Ymd));
    DateSample {
        open_year: reading.needs_year() && mapping.year.is_none(),
        address: address.clone(),
        text: short(text),
        dmy: in_order(DateOrder::Dmy),
        mdy: in_order(DateOrder::Mdy),
        ymd: in_order(DateOrder::Ymd).filter(|_| has_ymd),
    }
}
