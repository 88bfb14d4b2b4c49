//! Where rules put what they notice. It fills in what every finding of a lane has in common.

use std::borrow::Cow;
use std::sync::Arc;

use super::facts::LaneFacts;
use super::finding::{LaneReport, Missing, NotChecked, Noticed, Severity, State};
use super::rests::{CardFact, Counted, Facts, OfLane};
use super::rule::Rule;
use super::text::Text;
use super::withheld;
use crate::analysis::order::Position;
use crate::model::direction::isolated;
use crate::model::{Creator, Day, MomentId, Product, Years, trimmed};
use crate::words::{findings as say, language};

/// What a rule says of a finding beyond what its own text says.
pub(super) struct Said {
    pub(super) severity: Severity,
    /// Places in the sequence, the subject first.
    pub(super) cards: Vec<usize>,
    pub(super) message: Text,
    pub(super) help: Text,
    pub(super) clears: &'static str,
    pub(super) field: Option<&'static str>,
    pub(super) threshold: Option<&'static str>,
    /// The threshold that leaves only a part of that one.
    pub(super) eased: Option<&'static str>,
    pub(super) missing: Option<Missing>,
    /// Another title than the rule's, for a variant.
    pub(super) title: Option<&'static str>,
    /// A fact that is worded when it is read; it comes before the others.
    pub(super) counted: Option<Counted>,
    /// Facts besides lane, standing and cards.
    pub(super) facts: Vec<String>,
}

impl Said {
    pub(super) fn new(
        severity: Severity,
        cards: Vec<usize>,
        message: impl Into<Text>,
        help: impl Into<Text>,
        clears: &'static str,
    ) -> Self {
        Self {
            severity,
            cards,
            message: message.into(),
            help: help.into(),
            clears,
            field: None,
            threshold: None,
            eased: None,
            missing: None,
            title: None,
            counted: None,
            facts: Vec::new(),
        }
    }
}

/// What an ask is called, kept for a sentence that is worded later.
pub(super) enum Called {
    /// By its product.
    Product(Arc<Product>),
    /// By its title.
    Title(String),
}

impl Called {
    /// The name as it stands in a sentence.
    pub(super) fn name(&self) -> Cow<'_, str> {
        match self {
            Self::Product(product) => isolated(&product.name),
            Self::Title(title) => Cow::Borrowed(title),
        }
    }
}

/// Collects the findings of one lane.
pub(super) struct Sink<'r> {
    pub(super) rule: &'static Rule,
    pub(super) report: &'r mut LaneReport,
}

impl Sink<'_> {
    /// Adds a finding about cards of the lane.
    pub(super) fn say(&mut self, facts: &LaneFacts<'_>, said: Said) {
        let cards = said.cards.iter().map(|at| CardFact::of(facts.card(*at)));
        let rests = Facts::new(facts.of_lane(), cards, said.counted, said.facts);
        let noticed = Noticed {
            rule: self.rule,
            severity: said.severity,
            lane: Some(facts.lane.id),
            field: said.field,
            title: said.title.unwrap_or_else(|| self.rule.says()),
            message: said.message,
            help: said.help,
            date: said.cards.first().and_then(|at| facts.card(*at).position.date()),
            moments: said.cards.into_iter().map(|at| facts.card(at).moment.id).collect(),
            facts: rests,
            threshold: said.threshold.and_then(|setting| facts.config.limit(setting)),
            eased: said.eased.and_then(|setting| facts.config.limit(setting)),
            clears: said.clears,
            missing: said.missing,
            state: State::Open,
        };
        self.report.findings.push(noticed.into());
    }

    /// Notes that the rule could not look at the lane.
    pub(super) fn not_checked(&mut self, facts: &LaneFacts<'_>, reason: impl Into<Cow<'static, str>>) {
        let reason = reason.into();
        let reason = withheld::reworded(facts.campaign.shared_with, &reason).map_or(reason, Cow::Borrowed);
        self.report.not_checked.push(NotChecked { lane: facts.lane.id, code: self.rule.code, reason });
    }
}

/// A position as a fact names it: with its year and its time, and the same whatever is spoken.
pub(super) fn exactly(position: Position) -> String {
    let stands = |position| language::english(|| when(Years::default(), position));
    match position {
        Position::Date(day, None) => day.to_string(),
        Position::Date(day, Some(time)) => say::fact_time(day, time),
        Position::Relative(_, Some(time)) => say::fact_time(stands(position), time),
        Position::Relative(_, None) | Position::Order(_) | Position::Undated => stands(position),
    }
}

/// A position as a sentence names it, where years are told like that: "14 Mar", "day 14", "position 3".
pub(super) fn when(years: Years, position: Position) -> String {
    when_with(position, |day| years.day(day))
}

fn when_with(position: Position, date: impl Fn(Day) -> String) -> String {
    match position {
        Position::Date(day, _) => date(day),
        Position::Relative(days, _) => say::relative_day(days),
        Position::Order(place) => say::order_place(place),
        Position::Undated => say::undated().to_owned(),
    }
}

impl LaneFacts<'_> {
    /// What every finding of the lane rests on: how things stand, and whose lane it is.
    pub(super) fn of_lane(&self) -> &Arc<OfLane> {
        self.shared.get_or_init(|| {
            let standing = say::fact_relationship(self.lane.id, self.lane.relationship.status.key());
            let brand = self.campaign.brand_of(self.lane).map(|brand| say::fact_brand(brand.id));
            let facts = std::iter::once(standing).chain(self.lane.creator.map(say::fact_creator)).chain(brand).collect();
            Arc::new(OfLane { facts, brand: self.brand_name().into_owned() })
        })
    }

    /// A position as a sentence of this plan names it.
    pub(super) fn when(&self, position: Position) -> String {
        when(self.cross.years, position)
    }

    /// The same with the weekday: "Tue 4 Mar".
    pub(super) fn when_weekday(&self, position: Position) -> String {
        when_with(position, |day| self.cross.years.with_weekday(day))
    }

    /// The creator's short name, as it stands in a sentence.
    pub(super) fn name(&self) -> Cow<'_, str> {
        self.creator.map_or_else(|| isolated(self.campaign.lane_name(self.lane)), |creator| self.name_of(creator))
    }

    /// The same of any creator of the plan.
    pub(super) fn name_of<'n>(&'n self, creator: &'n Creator) -> Cow<'n, str> {
        isolated(self.cross.names.name(creator))
    }

    /// The brand of the lane.
    pub(super) fn brand(&self) -> &str {
        self.campaign.brand_of(self.lane).map_or(say::the_brand(), |brand| &brand.name)
    }

    /// The same as it stands in a sentence.
    pub(super) fn brand_name(&self) -> Cow<'_, str> {
        isolated(self.brand())
    }

    /// What an ask is called in a sentence: its product, else its title.
    pub(super) fn ask_name(&self, at: usize) -> Cow<'_, str> {
        let card = self.card(at);
        let product = card.product.and_then(|id| self.campaign.product(id));
        product.map_or_else(|| self.title(at), |product| isolated(&product.name))
    }

    /// The same, to be kept for a sentence that is worded later.
    pub(super) fn called(&self, at: usize) -> Called {
        let product = self.card(at).product.and_then(|id| self.campaign.product(id));
        product.map_or_else(|| Called::Title(self.title(at).into_owned()), |product| Called::Product(Arc::clone(product)))
    }

    /// What a card is called in a sentence: its title, else its kind.
    pub(super) fn title(&self, at: usize) -> Cow<'_, str> {
        let moment = self.card(at).moment;
        let title = trimmed(&moment.title);
        isolated(if title.is_empty() { crate::words::names::kind(moment.kind.key()) } else { title })
    }

    /// The place of a moment in the sequence.
    pub(super) fn place(&self, id: MomentId) -> Option<usize> {
        self.sequence.cards.iter().position(|card| card.moment.id == id)
    }
}
