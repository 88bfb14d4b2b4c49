//! What the table of labels says of the markets of a plan, for whoever shows it. It says what is commonly looked for, and where
//! that is from; never that something is lawful.

use super::label::Label;
use super::markets::{Market, Markets, native, table};
use crate::model::{Campaign, Day, Platform};
use crate::words::{labels as say, language};

/// What is known of labels in a market.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarketLine {
    /// The code as findings name it.
    pub code: String,
    /// The name of the market that the table has a row for.
    pub market: &'static str,
    /// The language that a label is expected in.
    pub language: &'static str,
    /// What is commonly accepted.
    pub accepted: String,
    /// What is accepted elsewhere and often not clear enough here; empty where nothing is known of that.
    pub elsewhere: String,
    /// What is commonly too vague.
    pub too_vague: String,
    /// What else to know.
    pub notes: Vec<&'static str>,
    /// The same without what nobody looked up.
    pub sure: Vec<&'static str>,
    /// Where this is from.
    pub source: String,
}

/// What the table says of the markets of a campaign, in the campaign's order.
#[must_use]
pub fn market_lines(campaign: &Campaign) -> Vec<MarketLine> {
    Markets::of(campaign, None)
        .known
        .iter()
        .map(|named| {
            let market = named.market;
            let source = if named.code == market.code {
                market.source().to_owned()
            } else {
                say::source_of_union(named.code, market.source())
            };
            MarketLine {
                code: named.code.to_owned(),
                market: language::named("markets", &market.code, &market.name),
                language: language::named("markets", &format!("language-{}", market.code), &market.language),
                accepted: listed(&market.accepted),
                elsewhere: listed(&market.elsewhere),
                too_vague: listed(&market.too_vague),
                notes: market.notes().collect(),
                sure: sure(market),
                source,
            }
        })
        .collect()
}

fn sure(market: &'static Market) -> Vec<&'static str> {
    let notes = market.notes().enumerate();
    notes.filter(|(at, _)| !market.unchecked.contains(at)).map(|(_, note)| note).collect()
}

/// The day on which the sources of the table were looked at.
#[must_use]
pub fn labels_checked_on() -> Day {
    table().checked_on
}

/// What a platform calls its own label; none where the table knows none.
#[must_use]
pub fn platform_label(platform: Platform) -> Option<&'static str> {
    native(platform).map(|native| native.label.as_str())
}

/// Labels as a sentence lists them.
pub(super) fn listed(labels: &[Label]) -> String {
    let shown: Vec<String> = labels.iter().map(|label| label.shown().replace("{brand}", say::the_brand())).collect();
    shown.join(", ")
}
