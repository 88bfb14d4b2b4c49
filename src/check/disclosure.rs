//! What the rules of disclosure have in common: which lanes and cards they look at, what counts as a label, and how a finding
//! says where its knowledge is from.

use std::borrow::Cow;

use super::facts::LaneFacts;
use super::label::Label;
use super::markets::{BETWEEN, Market, Named, Own, native, table};
use super::sink::Sink;
use crate::edit::{Edit, MomentChange};
use crate::model::direction::isolated;
use crate::model::trimmed;
use crate::model::{Compensation, Disclosure, Format, LaneKind, Moment, Platform};
use crate::words::{self, labels as say};

/// What is noted of pay on the cards of a lane; several rules ask.
#[derive(Debug, Default)]
pub(super) struct Pay {
    /// Places of the cards for which something is given.
    pub(super) given: Vec<usize>,
    /// Whether a card about the brand leaves open if anything is.
    pub(super) unset: bool,
}

impl LaneFacts<'_> {
    /// What is noted of pay, looked up once.
    pub(super) fn pay(&self) -> &Pay {
        self.pay.get_or_init(|| {
            let mut pay = Pay::default();
            for (at, card) in self.sequence.cards.iter().enumerate() {
                match card.moment.compensation {
                    None => pay.unset |= card.brand,
                    Some(Compensation::None) => {}
                    Some(_) => pay.given.push(at),
                }
            }
            pay
        })
    }

    /// Whether a rule of disclosure can look at the lane. The brand's own channel says by itself who speaks; elsewhere what
    /// cannot be looked at is listed.
    pub(super) fn discloses(&self, sink: &mut Sink<'_>) -> bool {
        if self.lane.kind == LaneKind::Brand || !self.sequence.cards.iter().any(|card| card.brand || paid(card.moment).is_some())
        {
            return false;
        }
        for code in &self.markets.unknown {
            sink.not_checked(self, say::market_unknown(code));
        }
        if self.markets.known.is_empty() && self.markets.unknown.is_empty() {
            sink.not_checked(self, say::no_market());
        }
        !self.markets.known.is_empty()
    }

    /// The name of the lane's brand, as labels are compared with it.
    pub(super) fn folded_brand(&self) -> &str {
        self.brand.get_or_init(|| Label::fold(self.brand()))
    }

    /// What a finding about a label rests on: what is given for the card, what its label says, and the markets.
    pub(super) fn label_facts(&self, at: usize) -> Vec<String> {
        let moment = self.card(at).moment;
        let given = moment.compensation.map(|kind| say::fact_given(kind.key()));
        let label = text(moment).map(say::fact_label);
        given.into_iter().chain(label).chain([say::fact_markets(self.markets.codes())]).collect()
    }

    /// Several cards as a sentence names them: "Trail Jacket", "Trail Jacket and Boot", "Trail Jacket, Boot and 3 more".
    pub(super) fn names(&self, cards: &[usize]) -> String {
        let mut names: Vec<Cow<'_, str>> = cards.iter().take(2).map(|at| self.ask_name(*at)).collect();
        let more = cards.len() - names.len();
        let rest = say::more(more);
        if more > 0 {
            names.push(rest.into());
        }
        words::list(&names)
    }
}

/// A consequence with what it is known from, market by market, and the day on which that was looked at.
pub(super) fn with_source<'m, 'a: 'm>(
    consequence: &str,
    markets: impl IntoIterator<Item = &'m Named<'a>>,
    source: fn(&'static Market) -> &'static str,
) -> String {
    let of = |named: &Named<'_>| {
        let (market, text) = (named.market, source(named.market));
        if named.code == market.code { say::source(named.code, text) } else { say::source_of_union(named.code, text) }
    };
    let sources: Vec<String> = markets.into_iter().map(of).collect();
    say::with_source(consequence, sources.join("; "), table().checked_on.long())
}

/// What putting a label on a card is called: by the label, unless that is one after the other for several markets, which no
/// button has room for.
pub(super) fn label_title(label: &str) -> String {
    if label.contains(BETWEEN) { say::fix_label_each().to_owned() } else { say::fix_label(isolated(label)) }
}

/// What putting another label in the place of one is called.
pub(super) fn replace_title(label: &str) -> String {
    if label.contains(BETWEEN) { say::fix_replace_each().to_owned() } else { say::fix_replace(isolated(label)) }
}

/// The label of a card, where it says anything.
pub(super) fn text(moment: &Moment) -> Option<&str> {
    moment.disclosure.text.as_deref().map(trimmed).filter(|text| !text.is_empty())
}

/// What is given for a card; nothing where nothing is, or where nobody said.
pub(super) fn paid(moment: &Moment) -> Option<Compensation> {
    moment.compensation.filter(|kind| *kind != Compensation::None)
}

/// Whether a card is only heard.
pub(super) fn is_heard(moment: &Moment) -> bool {
    moment.platform == Some(Platform::Podcast) || moment.format == Some(Format::Episode)
}

/// Whether a card says in any way that it is paid: by its text, by the platform's label where that is meant for it, or aloud
/// where it is only heard.
pub(super) fn labelled(moment: &Moment) -> bool {
    text(moment).is_some() || ticked(moment) || (moment.disclosure.spoken && is_heard(moment))
}

/// Whether the platform's label is set and meant for the card.
pub(super) fn ticked(moment: &Moment) -> bool {
    let own = moment.compensation == Some(Compensation::OwnBrand);
    let forbidden = || moment.platform.and_then(native).is_some_and(|native| native.own == Own::Never);
    moment.disclosure.platform_label && !(own && forbidden())
}

/// Changes how a card says that it is paid.
pub(super) fn disclose(moment: &Moment, change: impl FnOnce(&mut Disclosure)) -> Edit {
    let mut disclosure = moment.disclosure.clone();
    change(&mut disclosure);
    Edit::SetMoment { id: moment.id, change: MomentChange::Disclosure(disclosure) }
}
