//! An agency's own rules: thresholds, what rules weigh, words, and which rules run. Kept in a file of its own, or in a plan.

use super::record::record;
use super::{RuleOff, Settings};

record! {
    /// Words that an agency takes for the same.
    pub struct Same {
        /// The words, the one to show first.
        list words: Vec<String>,
    }
}

record! {
    /// Labels of one market beyond those of the table.
    pub struct MarketLabels {
        /// The market as the table calls it: `UK`.
        must market: String,
        /// Accepted, too.
        list accepted: Vec<String>,
        /// Too vague, too.
        list too_vague: Vec<String>,
    }
}

record! {
    /// An agency's words.
    #[derive(Default)]
    pub struct Vocabulary {
        /// Values under several names: craft, craftsmanship, made by hand.
        list values: Vec<Same>,
        /// Topics and product categories under several names: gambling, betting.
        list topics: Vec<Same>,
        /// Labels, market by market.
        list labels: Vec<MarketLabels>,
    }
}

record! {
    /// An agency's own rules.
    pub struct House {
        /// Whose they are; shown wherever one of them decides something.
        must name: String,
        /// Thresholds, which rules run, and what they weigh.
        has settings: Settings,
        /// Words.
        has vocabulary: Vocabulary,
        /// Rules that are turned off for every plan of the agency.
        list rules_off: Vec<RuleOff>,
    }
}
