//! Who the plan is about: brands with their products, and creators.

use super::record::{closed, record};
use super::{BrandId, CreatorId, Day, Platform, ProductId};

record! {
    /// What a brand does about a value it claims.
    pub struct Proof {
        /// The value, one of the brand's.
        must value: String,
        /// What the brand actually does.
        must does: String,
        /// Where that can be seen.
        opt link: String,
    }
}

record! {
    /// A brand.
    pub struct Brand {
        /// Never changes, never used again.
        must id: BrandId,
        /// What it is called.
        must name: String,
        /// What it stands for: two to five short nouns.
        list values: Vec<String>,
        /// What it does about that.
        list proof: Vec<Proof>,
        /// Whose deals are in the way.
        list competitors: Vec<String>,
    }
}

impl Brand {
    /// A brand with nothing but identity and name.
    #[must_use]
    pub fn new(id: BrandId, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            values: Vec::new(),
            proof: Vec::new(),
            competitors: Vec::new(),
            unknown: super::Unknown::default(),
        }
    }
}

closed! {
    /// Why a product's claims have to be signed off before anyone asks for it.
    pub enum Sensitive {
        /// Health.
        Health = "health",
        /// Finance.
        Finance = "finance",
        /// Alcohol.
        Alcohol = "alcohol",
        /// Gambling.
        Gambling = "gambling",
        /// For minors.
        Minors = "minors",
        /// High in fat, salt, sugar or caffeine.
        Hfss = "hfss",
        /// Cosmetic procedures.
        CosmeticProcedure = "cosmetic_procedure",
        /// Anything else that needs a check.
        Other = "other",
    }
}

record! {
    /// Who signed a product's claims off, and when.
    pub struct Verified {
        /// Who.
        must by: String,
        /// When.
        must on: Day,
        /// What was looked at.
        opt note: String,
    }
}

record! {
    /// A product that a moment can ask for.
    pub struct Product {
        /// Never changes, never used again.
        must id: ProductId,
        /// What it is called.
        must name: String,
        /// The brand it belongs to; unset means the campaign's first.
        opt brand: BrandId,
        /// What kind of thing it is, for off-limits topics.
        opt category: String,
        /// The first day on which it can be had.
        opt available_from: Day,
        /// What confirms that it will be delivered.
        opt delivery_proof: String,
        /// Why its claims need a check.
        opt_word sensitive: Sensitive,
        /// The check.
        opt verified: Verified,
    }
}

impl Product {
    /// A product with nothing but identity and name.
    #[must_use]
    pub fn new(id: ProductId, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            brand: None,
            category: None,
            available_from: None,
            delivery_proof: None,
            sensitive: None,
            verified: None,
            unknown: super::Unknown::default(),
        }
    }
}

record! {
    /// A topic a creator rules out.
    pub struct NoGo {
        /// The category.
        must category: String,
        /// A recorded consent all the same.
        opt consent: String,
    }
}

record! {
    /// Who agreed that an earlier deal is no obstacle, and when.
    pub struct Waived {
        /// Who.
        must by: String,
        /// When.
        must on: Day,
    }
}

record! {
    /// An earlier deal of a creator.
    pub struct PastDeal {
        /// The brand.
        must brand: String,
        /// Its category.
        opt category: String,
        /// First day.
        opt from: Day,
        /// Last day.
        opt to: Day,
        /// Last day of an exclusivity.
        opt exclusive_until: Day,
        /// Agreed to be no obstacle.
        opt waived: Waived,
    }
}

record! {
    /// How a creator speaks.
    #[derive(Default)]
    pub struct Voice {
        /// Three words.
        list words: Vec<String>,
        /// One thing never said.
        opt never_says: String,
    }
}

record! {
    /// A creator. Personal data is kept to what the plan needs.
    pub struct Creator {
        /// Never changes, never used again.
        must id: CreatorId,
        /// Full name.
        must name: String,
        /// Handle, with the @.
        opt handle: String,
        /// Where they publish.
        list_word platforms: Vec<Platform>,
        /// What the audience says they stand for.
        list values: Vec<String>,
        /// How they speak.
        has voice: Voice,
        /// What they rule out.
        list no_go: Vec<NoGo>,
        /// Earlier deals.
        list past: Vec<PastDeal>,
        /// Followers, a head count.
        opt audience_size: u64,
        /// Since when most of them follow, as far as known.
        opt followers_since: String,
        /// Share of the audience under 18, in per cent.
        opt young_audience: u8,
        /// One line about them.
        opt about: String,
        /// How to reach them.
        opt contact: String,
        /// Languages they publish in.
        list languages: Vec<String>,
    }
}

impl Creator {
    /// A creator with nothing but identity and name.
    #[must_use]
    pub fn new(id: CreatorId, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            handle: None,
            platforms: Vec::new(),
            values: Vec::new(),
            voice: Voice::default(),
            no_go: Vec::new(),
            past: Vec::new(),
            audience_size: None,
            followers_since: None,
            young_audience: None,
            about: None,
            contact: None,
            languages: Vec::new(),
            unknown: super::Unknown::default(),
        }
    }

    /// The first name, as findings call people: the first word with a letter. A name that ends in a number is a stand-in, of which there may be several, and
    /// one that ends in a word like “creator” is nobody's own: they stay whole.
    #[must_use]
    pub fn first_name(&self) -> &str {
        let mut words = self.name.split_whitespace();
        // A sign before the name is nothing that anybody could be called by.
        let is_word = |word: &&str| word.chars().any(char::is_alphanumeric);
        let first = words.clone().find(is_word).unwrap_or_else(|| words.clone().next().unwrap_or(&self.name));
        let numbered = words.next_back().is_some_and(|last| last.chars().all(|c| c.is_ascii_digit()));
        let is_capital = first.starts_with(char::is_uppercase);
        let described =
            is_capital && self.name.split_whitespace().next_back().is_some_and(|last| last.starts_with(char::is_lowercase));
        if numbered || described { self.name.trim() } else { first }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_has_no_name_of_their_own_is_called_by_the_whole_of_it() {
        let first = |name: &str| Creator::new(CreatorId::parse("a").unwrap(), name).first_name().to_owned();
        for (name, called) in [
            ("Alma Reyes", "Alma"),
            ("Ludwig van Beethoven", "Ludwig"),
            ("alma reyes", "alma"),
            ("Creator 2", "Creator 2"),
            ("New creator", "New creator"),
            ("Alma", "Alma"),
            ("👩‍👩‍👧 Familie Berg", "Familie"),
            ("🏃", "🏃"),
        ] {
            assert_eq!(first(name), called);
        }
    }
}
