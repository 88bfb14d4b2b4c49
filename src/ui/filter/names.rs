//! What choices are called: in menus, in chips, and where they are read aloud.

use super::model::{Facet, Filter, Found, Pick, Whose};
use crate::model::{Campaign, Day};
use crate::ui::icons::{self, Icon};
use crate::ui::theme::Tone;
use crate::words::{filter as say, names};

impl Facet {
    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Whose => say::creator(),
            Self::Kind => say::kind(),
            Self::Platform => say::platform(),
            Self::Status => say::status(),
            Self::Owner => say::owner(),
            Self::Found => say::found(),
        }
    }
}

/// What a choice is called in its menu.
#[must_use]
pub fn pick(campaign: &Campaign, pick: &Pick) -> String {
    match pick {
        Pick::Whose(Whose::Creator(id)) => {
            campaign.creator(*id).map_or_else(|| say::gone().to_owned(), |creator| creator.name.clone())
        }
        Pick::Whose(Whose::Brand) => say::brand_lane().to_owned(),
        Pick::Whose(Whose::Community) => say::community_lane().to_owned(),
        Pick::Whose(Whose::Nobody) => say::for_anybody().to_owned(),
        Pick::Kind(kind) => names::kind(kind.key()).to_owned(),
        Pick::Platform(None) => say::no_platform().to_owned(),
        Pick::Platform(Some(platform)) => names::platform(platform.key()).to_owned(),
        Pick::Status(status) => names::status(status.key()).to_owned(),
        Pick::Owner(owner) if owner.is_empty() => say::no_owner().to_owned(),
        Pick::Owner(owner) => owner.clone(),
        Pick::Found(found) => found_word(*found).to_owned(),
    }
}

fn found_word(found: Found) -> &'static str {
    match found {
        Found::Error => say::has_error(),
        Found::Warning => say::has_warning(),
        Found::Hint => say::has_hint(),
        Found::Accepted => say::has_accepted(),
        Found::Nothing => say::has_nothing(),
    }
}

/// The icon of a choice, where it has one.
#[must_use]
pub fn icon(pick: &Pick) -> Option<Icon> {
    match pick {
        Pick::Whose(Whose::Creator(_)) => Some(icons::USER),
        Pick::Whose(Whose::Brand) => Some(icons::BRAND),
        Pick::Whose(Whose::Community) => Some(icons::USERS),
        Pick::Whose(Whose::Nobody) => Some(icons::IDEA),
        Pick::Kind(kind) => Some(icons::kind(*kind)),
        Pick::Platform(platform) => platform.map(icons::platform),
        Pick::Status(_) | Pick::Owner(_) => None,
        Pick::Found(found) => Some(icons::tone(match found {
            Found::Error => Tone::Error,
            Found::Warning => Tone::Warning,
            Found::Hint => Tone::Hint,
            Found::Accepted => Tone::Accepted,
            Found::Nothing => Tone::Ok,
        })),
    }
}

/// One of the things that are looked for, as a chip. Words have none: they stand in their field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chip {
    /// A choice.
    Pick(Pick),
    /// Days.
    Days,
}

/// The chips of a filter, in the order of its menus.
#[must_use]
pub fn chips(filter: &Filter) -> Vec<Chip> {
    let days = filter.from.is_some() || filter.to.is_some();
    let picks = filter.picks.iter().cloned().map(Chip::Pick);
    picks.chain(days.then_some(Chip::Days)).collect()
}

/// What a chip says. Names and owners speak for themselves only where one knows what they are.
#[must_use]
pub fn chip(campaign: &Campaign, filter: &Filter, chip: &Chip) -> String {
    match chip {
        Chip::Pick(chosen) => say::chip_of(chosen.facet().name(), pick(campaign, chosen)),
        Chip::Days => days(filter.from, filter.to),
    }
}

/// The days of a filter: "From 1 Sep", "1 – 30 Sep 2027".
#[must_use]
pub fn days(from: Option<Day>, to: Option<Day>) -> String {
    match (from, to) {
        (Some(from), Some(to)) if from <= to => say::between(from.before(to), to.long()),
        (Some(from), Some(to)) => say::between(from.long(), to.long()),
        (Some(from), None) => say::since(from.long()),
        (None, Some(to)) => say::until(to.long()),
        (None, None) => say::any_day().to_owned(),
    }
}

impl Chip {
    /// Takes it out of the filter.
    pub fn remove_from(&self, filter: &mut Filter) {
        match self {
            Self::Pick(pick) => {
                filter.picks.remove(pick);
            }
            Self::Days => (filter.from, filter.to) = (None, None),
        }
    }
}
