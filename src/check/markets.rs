//! The table of labels, market by market: what is commonly accepted, what is commonly too vague, and from where we know.
//!
//! It is data, in `assets/disclosure.ron`. Nothing here ever says that a label is lawful: it says what is commonly looked for.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::{Arc, LazyLock};

use serde::Deserialize;

use super::Options;
use super::label::{Label, Written};
use super::reading::Read;
use crate::model::{Campaign, Day, House, MarketLabels, Platform};
use crate::words::language::{self, Language};

/// The file, part of the program.
const FILE: &str = include_str!("../../assets/disclosure.ron");

/// What stands between labels of several markets.
pub(super) const BETWEEN: &str = " | ";

/// What is known of labels.
#[derive(Debug, Deserialize)]
pub(super) struct Table {
    /// The day on which the sources were looked at.
    pub(super) checked_on: Day,
    /// Markets, those with the strictest wording first.
    pub(super) markets: Vec<Market>,
    /// Member states of the European Union that have no row of their own.
    pub(super) member_states: Vec<String>,
    /// Platforms with a label of their own.
    pub(super) platforms: Vec<Native>,
}

/// A market.
#[derive(Debug, Deserialize)]
pub(super) struct Market {
    /// Its code, as findings name it.
    pub(super) code: String,
    /// Other codes for it.
    #[serde(default)]
    codes: Vec<String>,
    /// Its name.
    pub(super) name: String,
    /// The language that a label is expected in.
    pub(super) language: String,
    /// What a label in another language is here.
    #[serde(default)]
    foreign: Foreign,
    /// Commonly accepted, the one to propose first.
    pub(super) accepted: Vec<Label>,
    /// Accepted elsewhere, not clear enough here.
    #[serde(default)]
    pub(super) elsewhere: Vec<Label>,
    /// Commonly too vague.
    pub(super) too_vague: Vec<Label>,
    /// Whether a consideration is presumed.
    #[serde(default)]
    pub(super) presumed: bool,
    /// How many days a paid deal counts after its end.
    pub(super) past_days: Option<u16>,
    /// Whether the platform's own label is commonly accepted alone.
    pub(super) alone: bool,
    /// Where this is from.
    pub(super) source: String,
    /// Where it says something of young audiences.
    pub(super) restricted: String,
    /// What else to know.
    pub(super) notes: Vec<String>,
    /// Which of the notes, counted from 0, nobody looked up.
    #[serde(default)]
    pub(super) unchecked: Vec<usize>,
}

/// What a label in another language is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Foreign {
    /// A warning, whatever it says.
    Warning,
    /// A hint, where another market accepts it.
    Hint,
    /// Nothing is said of it.
    #[default]
    Open,
}

/// A platform with a label of its own.
#[derive(Debug, Deserialize)]
pub(super) struct Native {
    /// Which.
    pub(super) platform: Platform,
    /// What its label is called.
    pub(super) label: String,
    /// Words that only say that the platform's label is there.
    names: Vec<Label>,
    /// What holds for the creator's own brand.
    pub(super) own: Own,
    /// What to know of it.
    pub(super) note: String,
}

/// What holds on a platform for the creator's own brand.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Own {
    /// Its label is not meant for it.
    Never,
    /// There is another label for it.
    Other(String),
    /// Nothing is known.
    Unknown,
}

impl Market {
    /// A text of the table in the language that is spoken.
    fn told(&self, name: impl FnOnce(&str) -> String, english: &'static str) -> &'static str {
        // A large plan asks for thousands of these.
        if language::spoken() == Language::English { english } else { language::named("markets", &name(&self.code), english) }
    }

    /// Where this is from.
    pub(super) fn source(&'static self) -> &'static str {
        self.told(|code| format!("source-{code}"), &self.source)
    }

    /// Where it says something of young audiences.
    pub(super) fn restricted(&'static self) -> &'static str {
        self.told(|code| format!("restricted-{code}"), &self.restricted)
    }

    /// What else to know.
    pub(super) fn notes(&'static self) -> impl Iterator<Item = &'static str> {
        let notes = self.notes.iter().enumerate();
        notes.map(|(at, note)| self.told(|code| format!("note-{code}-{at}"), note))
    }
}

impl Native {
    /// Whether a text only says that the platform's label is there.
    pub(super) fn is_named_by(&self, text: &Written, brand: &str) -> bool {
        self.names.iter().any(|name| text.is(name, brand))
    }
}

/// The table. A test proves that the file can be read; without it nothing is known of any market, and nothing is checked.
pub(super) fn table() -> &'static Table {
    static TABLE: LazyLock<Table> = LazyLock::new(|| {
        ron::from_str(FILE).unwrap_or(Table {
            checked_on: Day::MIN,
            markets: Vec::new(),
            member_states: Vec::new(),
            platforms: Vec::new(),
        })
    });
    &TABLE
}

/// The label that a platform has of its own.
pub(super) fn native(platform: Platform) -> Option<&'static Native> {
    table().platforms.iter().find(|native| native.platform == platform)
}

/// How a label reads in a market.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Reading {
    /// It says that it is none: "not an ad".
    Denied,
    /// Commonly taken for too vague.
    TooVague,
    /// Not in the language that is expected there.
    Foreign,
    /// Accepted in another market, often not clear enough in this one.
    Elsewhere,
    /// In no list.
    Unknown,
    /// Commonly accepted.
    Accepted,
}

/// A market as the campaign names it.
#[derive(Debug)]
pub(super) struct Named<'a> {
    /// The code as findings name it: the table's own, or that of a member state.
    pub(super) code: &'a str,
    /// What is known of it.
    pub(super) market: &'static Market,
    /// Where it stands in the table, the strictest first.
    rank: usize,
    /// Labels of the agency: accepted, and too vague.
    accepted: Vec<Label>,
    too_vague: Vec<Label>,
}

impl Named<'_> {
    /// How a label reads here. What the agency calls too vague is not accepted, whatever the table says.
    pub(super) fn read(&self, text: &Written, brand: &str) -> Reading {
        let any = |labels: &[Label]| labels.iter().any(|label| text.has(label, brand));
        if self.good().any(|label| text.has(label, brand)) {
            return Reading::Accepted;
        }
        if self.good().any(|label| text.denies(label, brand)) {
            return Reading::Denied;
        }
        if any(&self.too_vague) {
            return Reading::TooVague;
        }
        if any(&self.market.elsewhere) {
            return Reading::Elsewhere;
        }
        if any(&self.market.too_vague) {
            return Reading::TooVague;
        }
        match self.market.foreign {
            Foreign::Warning => Reading::Foreign,
            Foreign::Hint if accepted_somewhere(text, brand) => Reading::Elsewhere,
            Foreign::Hint | Foreign::Open => Reading::Unknown,
        }
    }

    /// Labels that are accepted here, the one to propose first.
    fn good(&self) -> impl Iterator<Item = &Label> {
        self.market.accepted.iter().chain(&self.accepted).filter(|label| !self.too_vague.contains(label))
    }

    /// For how many days after its end a paid deal counts here: as somebody set it, else as the table says.
    pub(super) fn past_days(&self, set: Option<u16>) -> Option<u16> {
        self.market.past_days.map(|days| set.unwrap_or(days))
    }
}

/// Whether some market of the table accepts a label.
fn accepted_somewhere(text: &Written, brand: &str) -> bool {
    table().markets.iter().any(|market| market.accepted.iter().any(|label| text.has(label, brand)))
}

/// The markets of a campaign, worked out once for a check.
#[derive(Debug, Default)]
pub(super) struct Markets<'a> {
    /// Those that the table knows, in the campaign's order.
    pub(super) known: Vec<Named<'a>>,
    /// Codes that it does not know.
    pub(super) unknown: Vec<&'a str>,
    /// The codes of the known ones, which many sentences name.
    codes: String,
    /// Labels as they were read, by the folded name of the brand; filled by [`Markets::read`].
    read: RefCell<HashMap<String, HashMap<String, Rc<Read>>>>,
    /// Consequences with their sources; filled by [`Markets::help`].
    helps: RefCell<HashMap<String, Arc<str>>>,
}

impl<'a> Markets<'a> {
    /// Looks the campaign's markets up.
    pub(super) fn of(campaign: &'a Campaign, house: Option<&'a House>) -> Self {
        let mut markets = Self::default();
        for written in campaign.markets.iter().filter(|code| !code.trim().is_empty()) {
            let Some((rank, code)) = find(written) else {
                markets.unknown.push(written.trim());
                continue;
            };
            let Some(market) = table().markets.get(rank) else { continue };
            if markets.known.iter().any(|other| other.code == code) {
                continue;
            }
            let own: Vec<&MarketLabels> = house.map_or(Vec::new(), |house| {
                house.vocabulary.labels.iter().filter(|labels| find(&labels.market).is_some_and(|(_, of)| of == code)).collect()
            });
            markets.known.push(Named {
                code,
                market,
                rank,
                accepted: own.iter().flat_map(|labels| &labels.accepted).map(|text| Label::from(text.clone())).collect(),
                too_vague: own.iter().flat_map(|labels| &labels.too_vague).map(|text| Label::from(text.clone())).collect(),
            });
        }
        markets.codes = codes(&markets.known);
        markets
    }

    /// How a label reads here, looked up once for each brand.
    pub(super) fn read(&self, label: &str, brand: &str) -> Rc<Read> {
        if let Some(read) = self.read.borrow().get(brand).and_then(|labels| labels.get(label)) {
            return Rc::clone(read);
        }
        let read = Rc::new(Read::of(self, label, brand));
        self.read.borrow_mut().entry(brand.to_owned()).or_default().insert(label.to_owned(), Rc::clone(&read));
        read
    }

    /// A consequence with its sources, worded once.
    pub(super) fn help(&self, consequence: &str, word: impl FnOnce() -> String) -> Arc<str> {
        if let Some(help) = self.helps.borrow().get(consequence) {
            return Arc::clone(help);
        }
        let help: Arc<str> = word().into();
        self.helps.borrow_mut().insert(consequence.to_owned(), Arc::clone(&help));
        help
    }

    /// The codes as a sentence lists them.
    pub(super) fn codes(&self) -> &str {
        &self.codes
    }

    /// The label to propose: one that every market accepts where there is one, else one after the other, the strictest
    /// market's first. `None` where the table knows no market.
    pub(super) fn proposed(&self, brand: &str) -> Option<String> {
        let mut strict: Vec<&Named<'_>> = self.known.iter().collect();
        strict.sort_by_key(|market| market.rank);
        let first = *strict.first()?;
        let fits = |label: &&Label| {
            let text = Written::of(label.shown());
            !label.names_brand() && strict.iter().all(|market| market.read(&text, brand) == Reading::Accepted)
        };
        if let Some(label) = first.good().find(fits) {
            return Some(label.shown().to_owned());
        }
        let mut proposed = String::new();
        for market in strict {
            if market.read(&Written::of(&proposed), brand) == Reading::Accepted {
                continue;
            }
            let label = market.good().find(|label| !label.names_brand())?;
            if !proposed.is_empty() {
                proposed.push_str(BETWEEN);
            }
            proposed.push_str(label.shown());
        }
        Some(proposed)
    }
}

/// Codes as a sentence lists them: "UK, DE".
pub(super) fn codes<'m, 'a: 'm>(markets: impl IntoIterator<Item = &'m Named<'a>>) -> String {
    markets.into_iter().map(|market| market.code).collect::<Vec<_>>().join(", ")
}

/// Every code that [`find`] finds, with what findings call it.
pub(super) fn codes_of_all() -> impl Iterator<Item = (&'static str, &'static str)> {
    let named = |market: &'static Market| {
        let other = market.codes.iter().map(move |code| (code.as_str(), market.code.as_str()));
        std::iter::once((market.code.as_str(), market.code.as_str())).chain(other)
    };
    let states = table().member_states.iter().map(|state| (state.as_str(), state.as_str()));
    table().markets.iter().flat_map(named).chain(states)
}

/// Where a market stands in the table, and what findings call it. A member state without a row of its own is looked up
/// under the European Union and keeps its name.
fn find(code: &str) -> Option<(usize, &'static str)> {
    let same = |other: &String| other.eq_ignore_ascii_case(code.trim());
    let markets = &table().markets;
    let is = |market: &Market| same(&market.code) || same(&market.name) || market.codes.iter().any(same);
    if let Some(at) = markets.iter().position(is) {
        return Some((at, &markets[at].code));
    }
    let state = table().member_states.iter().find(|state| same(state))?;
    let union = markets.iter().position(|market| market.code == "EU")?;
    Some((union, state))
}

/// The markets that the table has a row for, by code and name. States of the European Union without one of their own are looked up
/// under the union.
pub fn known_markets() -> impl Iterator<Item = (&'static str, &'static str)> {
    table().markets.iter().map(|market| (market.code.as_str(), language::named("markets", &market.code, &market.name)))
}

/// The markets of a campaign of which the table knows nothing, as they were written.
#[must_use]
pub fn unknown_markets(campaign: &Campaign) -> Vec<&str> {
    Markets::of(campaign, None).unknown
}

/// Labels for a campaign's markets, the agency's own among them, those to propose first; empty where the table knows none of
/// the markets.
#[must_use]
pub fn labels(campaign: &Campaign, options: &Options) -> Vec<String> {
    let markets = Markets::of(campaign, options.house_for(campaign).map(AsRef::as_ref));
    let mut labels: Vec<String> = markets.proposed("").into_iter().collect();
    for label in markets.known.iter().flat_map(Named::good).filter(|label| !label.names_brand()) {
        if !labels.iter().any(|other| other == label.shown()) {
            labels.push(label.shown().to_owned());
        }
    }
    labels
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PlanId;

    fn markets(codes: &[&str]) -> Campaign {
        let mut campaign = Campaign::new(PlanId::default(), "");
        campaign.markets = codes.iter().map(|code| (*code).to_owned()).collect();
        campaign
    }

    /// How a label reads in a market, for a brand called Northwind.
    fn reads(code: &str, text: &str) -> Reading {
        Markets::of(&markets(&[code]), None).known[0].read(&Written::of(text), &Label::fold("Northwind"))
    }

    fn proposed(codes: &[&str]) -> String {
        Markets::of(&markets(codes), None).proposed("northwind").unwrap_or_default()
    }

    #[test]
    fn the_table_can_be_read_and_is_complete() {
        let table: Table = ron::from_str(FILE).expect("the table of labels");
        let codes: Vec<&str> = table.markets.iter().map(|market| market.code.as_str()).collect();
        assert_eq!(codes, ["DE", "FR", "UK", "IE", "EU", "US"]);
        assert!(table.checked_on > Day::MIN && table.member_states.len() == 25);
        for market in &table.markets {
            let texts = [&market.name, &market.language, &market.source, &market.restricted];
            assert!(texts.iter().all(|text| !text.is_empty()) && !market.notes.is_empty(), "{}", market.code);
            // A note says of itself that it was not checked, and whoever leaves such notes out has to find all of them.
            let unchecked = market.notes.iter().enumerate().filter(|(_, note)| note.contains("not checked")).map(|(at, _)| at);
            assert_eq!(unchecked.collect::<Vec<_>>(), market.unchecked, "{}", market.code);
            assert!(!market.accepted.is_empty() && !market.too_vague.is_empty(), "{}", market.code);
            assert!(!market.accepted[0].names_brand(), "{}: the first label is the one that a fix proposes", market.code);
            for label in market.accepted.iter().chain(&market.elsewhere) {
                assert!(!market.too_vague.contains(label), "{} both accepts and refuses {}", market.code, label.shown());
            }
        }
        assert!(table.platforms.iter().all(|native| !native.label.is_empty() && !native.note.is_empty()));
    }

    #[test]
    fn the_day_of_the_table_is_the_default_of_the_setting() {
        let days = crate::model::threshold("mention_days").map(|threshold| threshold.default);
        assert!(table().markets.iter().filter_map(|market| market.past_days).all(|past| Some(past) == days));
    }

    /// Each row of the table at least once.
    #[test]
    fn a_label_reads_as_its_market_takes_it() {
        use Reading::{Accepted, Denied, Elsewhere, Foreign, TooVague, Unknown};
        for (code, text, expected) in [
            ("UK", "Ad", Accepted),
            ("UK", "#AD", Accepted),
            ("UK", "#adventure", Unknown),
            ("UK", "#collab", TooVague),
            ("UK", "Thanks @northwind", TooVague),
            ("UK", "Sponsored", TooVague),
            ("UK", "#NorthwindPartner", Elsewhere),
            ("UK", "Ad | thanks @northwind", Accepted),
            ("US", "#NorthwindPartner", Accepted),
            ("US", "Northwind Ambassador", Accepted),
            ("US", "#ambassador", TooVague),
            ("US", "#sp", TooVague),
            ("US", "#spon", TooVague),
            ("US", "#partner", TooVague),
            ("US", "Thanks to Northwind for the free product", Accepted),
            ("DE", "Werbung", Accepted),
            ("DE", "#anzeige", Accepted),
            ("DE", "#ad", Foreign),
            ("DE", "#collab", TooVague),
            ("FR", "Publicité", Accepted),
            ("FR", "#collaborationcommerciale", Accepted),
            ("FR", "Ad", Elsewhere),
            ("FR", "#collab", TooVague),
            ("FR", "Avec Northwind", Unknown),
            ("IE", "#gifted", Accepted),
            ("IE", "#BrandAmbassador", TooVague),
            ("EU", "Reklama", Accepted),
            ("AT", "Werbung", Accepted),
            ("AT", "#spon", TooVague),
            ("US", "#BrandPartner", Accepted),
            ("UK", "#BrandPartner", Elsewhere),
            ("IE", "#northwind_partner", Elsewhere),
            ("AT", "#NorthwindPartner", Elsewhere),
            ("FR", "#northwind_ambassador", Elsewhere),
            ("UK", "Paid partnership with Northwind", Elsewhere),
            ("US", "Paid partnership with Northwind", Accepted),
            ("DE", "Paid partnership with Northwind", Foreign),
            ("DE", "Unbezahlte Werbung", Denied),
            ("UK", "This is not an ad", Denied),
            ("FR", "#PUBLICITE", Accepted),
            ("FR", "Werbung | Publicité | Ad", Accepted),
            ("UK", "＃ａｄ", Accepted),
        ] {
            assert_eq!(reads(code, text), expected, "{text} in {code}");
        }
    }

    #[test]
    fn every_label_of_the_table_reads_as_it_stands_there() {
        for market in &table().markets {
            let lists = [
                (&market.accepted, Reading::Accepted),
                (&market.elsewhere, Reading::Elsewhere),
                (&market.too_vague, Reading::TooVague),
            ];
            for (label, expected) in lists.iter().flat_map(|(labels, reading)| labels.iter().map(move |label| (label, *reading)))
            {
                let text = label.shown().replace("{brand}", "Northwind");
                let tag: String = text.split(' ').collect();
                for text in [text.to_uppercase(), format!("#{tag}"), format!("{text}: Trail Jacket 🎒")] {
                    assert_eq!(reads(&market.code, &text), expected, "{text} in {}", market.code);
                }
            }
        }
    }

    #[test]
    fn codes_are_read_in_every_usual_form() {
        let campaign = markets(&["gb", "UK", " ", "at", "BR", "USA", "", "Germany"]);
        let found = Markets::of(&campaign, None);
        assert_eq!((found.codes(), &found.unknown[..]), ("UK, AT, US, DE", &["BR"][..]));
        assert!(Markets::of(&markets(&[" "]), None).unknown.is_empty(), "a blank names no market");
    }

    #[test]
    fn one_label_for_all_markets_where_there_is_one() {
        assert_eq!(proposed(&["UK", "US", "IE"]), "Ad");
        assert_eq!(proposed(&["EU", "DE"]), "Werbung");
        assert_eq!(proposed(&["UK", "DE"]), "Werbung | Ad");
        assert_eq!(proposed(&["US", "FR", "DE", "UK"]), "Werbung | Publicité | Ad");
        assert_eq!(proposed(&["BR"]), "");
    }

    #[test]
    fn an_agency_adds_labels_and_takes_some_away() {
        let own = MarketLabels {
            market: "GB".to_owned(),
            accepted: vec!["#reklame".to_owned()],
            too_vague: vec!["Advert".to_owned(), "Ad".to_owned()],
            unknown: crate::model::Unknown::default(),
        };
        let mut house = House {
            name: "House".to_owned(),
            settings: crate::model::Settings::default(),
            vocabulary: crate::model::Vocabulary::default(),
            rules_off: Vec::new(),
            unknown: crate::model::Unknown::default(),
        };
        house.vocabulary.labels.push(own);
        let campaign = markets(&["UK", "US"]);
        let found = Markets::of(&campaign, Some(&house));
        let read = |text: &str| found.known[0].read(&Written::of(text), "northwind");
        assert_eq!(
            (read("Reklame"), read("#ad"), read("Advertisement")),
            (Reading::Accepted, Reading::TooVague, Reading::Accepted)
        );
        assert_eq!(found.known[1].read(&Written::of("#ad"), "northwind"), Reading::Accepted);
        assert_eq!(found.proposed("northwind").as_deref(), Some("Advertisement"));
    }

    #[test]
    fn labels_to_choose_from_begin_with_the_one_that_fits_all() {
        let offered = labels(&markets(&["DE", "UK"]), &Options::default());
        assert_eq!(offered[..3], ["Werbung | Ad", "Werbung", "Anzeige"]);
        assert!(labels(&markets(&[]), &Options::default()).is_empty());
    }
}
