//! A label as the markets of a campaign read it. A plan has thousands of labels and few different ones, so each is read once
//! for a check.

use std::rc::Rc;
use std::sync::Arc;

use super::disclosure::with_source;
use super::facts::LaneFacts;
use super::label::Written;
use super::markets::{Market, Markets, Named, Reading, codes};
use crate::words::labels as say;

/// A label as the campaign's markets read it.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) written: Written,
    /// In no list of these markets.
    pub(super) open: Option<String>,
    /// What is wrong with it.
    pub(super) wrong: Option<Wrong>,
}

/// What is wrong with a label.
#[derive(Debug)]
pub(super) struct Wrong {
    /// The worst reading.
    pub(super) reading: Reading,
    /// The markets that read it so.
    pub(super) markets: String,
    /// Their language.
    pub(super) language: &'static str,
    /// What is known of it.
    pub(super) help: Arc<str>,
}

impl Read {
    /// Reads a label; the name of the brand comes folded.
    pub(super) fn of(markets: &Markets<'_>, label: &str, brand: &str) -> Self {
        let written = Written::of(label);
        let known = &markets.known;
        let readings: Vec<Reading> = known.iter().map(|market| market.read(&written, brand)).collect();
        let of = |reading: Reading| -> Vec<&Named<'_>> {
            known.iter().zip(&readings).filter(|(_, read)| **read == reading).map(|(market, _)| market).collect()
        };
        let unknown = of(Reading::Unknown);
        let open = (!unknown.is_empty()).then(|| say::label_unknown(label, codes(unknown)));
        let worst = readings.iter().min().copied().filter(|worst| *worst < Reading::Unknown);
        let wrong = worst.map(|reading| {
            let concerned = of(reading);
            let language = concerned.first().map_or("", |named| named.market.language.as_str());
            let help = with_source(say::vague_help(), concerned.iter().copied(), Market::source).into();
            Wrong { reading, markets: codes(concerned), language, help }
        });
        Self { written, open, wrong }
    }
}

impl<'a> LaneFacts<'a> {
    /// A label as the markets read it for the brand of the lane.
    pub(super) fn read(&self, label: &'a str) -> Rc<Read> {
        // The cards of a lane carry few labels.
        if let Some((_, read)) = self.labels.borrow().iter().find(|(known, _)| *known == label) {
            return Rc::clone(read);
        }
        let read = self.markets.read(label, self.folded_brand());
        self.labels.borrow_mut().push((label, Rc::clone(&read)));
        read
    }
}
