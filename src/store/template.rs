//! Templates of whole arcs: data in `assets/templates`, part of the program, in the words of the plan format.
//!
//! A template holds relative days only. A plan made from one gets ids of its own, so that two plans from the same
//! template have nothing in common but their words. Templates that a user keeps have the same form; see [`super::own`].

use std::collections::{BTreeMap, HashSet};
use std::fmt;
use std::sync::{Arc, LazyLock};

use serde::{Deserialize, Serialize};

use crate::model::{BrandId, Campaign, CreatorId, Day, Id, IdSource, LaneId, MomentId, NoteId, ProductId, When};
use crate::words::language::{self, Language};

/// The files, in the order in which they are offered.
const FILES: [&str; 11] = [
    include_str!("../../assets/templates/values-led.ron"),
    include_str!("../../assets/templates/ambassador-launch.ron"),
    include_str!("../../assets/templates/repair.ron"),
    include_str!("../../assets/templates/co-creation.ron"),
    include_str!("../../assets/templates/community-challenge.ron"),
    include_str!("../../assets/templates/event.ron"),
    include_str!("../../assets/templates/cause.ron"),
    include_str!("../../assets/templates/always-on.ron"),
    include_str!("../../assets/templates/ambassador-year.ron"),
    include_str!("../../assets/templates/sponsor-slot.ron"),
    include_str!("../../assets/templates/blank.ron"),
];

/// The key of the template that holds next to nothing.
pub const BLANK: &str = "blank";

/// The version of the form that a template has.
pub(super) const VERSION: u32 = 1;

const fn first_version() -> u32 {
    VERSION
}

/// A template.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Template {
    /// The version of its form; those that come with the program do without.
    #[serde(default = "first_version")]
    pub(super) version: u32,
    /// What it is asked for by: lower case letters and dashes.
    pub key: String,
    /// What it is called.
    pub name: String,
    /// What it is for, and what day 0 is; a line.
    pub line: String,
    /// What is told in it, in one short line.
    pub short: String,
    /// The plan, with placeholders for brand, creator and product, and in each card's notes a prompt of one line.
    pub(super) campaign: Campaign,
}

impl Template {
    /// A plan made from it, with fresh ids.
    ///
    /// `day_zero` is the date of day 0 (the announcement, the launch: what the template's line names). With it every card
    /// that has a day has a date; without it the cards keep their relative days until somebody dates day 0.
    #[must_use]
    pub fn plan(&self, ids: &mut IdSource, day_zero: Option<Day>) -> Campaign {
        let mut campaign = self.campaign.clone();
        campaign.id = ids.plan();
        if let Some(anchor) = &mut campaign.anchor {
            anchor.date = day_zero;
        }
        renew(&mut campaign, ids);
        campaign
    }

    /// The first and the last day of its cards, counted from day 0; `None` where no card has a day.
    #[must_use]
    pub fn days(&self) -> Option<(i32, i32)> {
        let cards = self.campaign.lanes.iter().flat_map(|lane| &lane.moments);
        let days = cards.filter_map(|card| if let When::Relative(day) = card.when { Some(day) } else { None });
        days.fold(None, |span, day| {
            span.map_or(Some((day, day)), |(first, last): (i32, i32)| Some((first.min(day), last.max(day))))
        })
    }

    /// How many cards it has.
    #[must_use]
    pub fn moment_count(&self) -> usize {
        self.campaign.moment_count()
    }

    /// The plan as it stands in the template, with relative days and placeholders, to look at.
    #[must_use]
    pub fn campaign(&self) -> &Campaign {
        &self.campaign
    }
}

// A test proves that every file can be read; one that cannot is not offered, so that nothing here can panic.
static ENGLISH: LazyLock<Vec<Template>> = LazyLock::new(|| FILES.iter().filter_map(|text| ron::from_str(text).ok()).collect());

static GERMAN: LazyLock<Vec<Template>> = LazyLock::new(|| {
    let _spoken = language::speak(Language::German);
    ENGLISH.iter().cloned().map(translated).collect()
});

/// All templates in the language that is spoken, in the order in which they are offered; the blank one comes last. What one puts
/// into a plan stays in that language: it is the plan's from then on.
#[must_use]
pub fn all() -> &'static [Template] {
    match language::spoken() {
        Language::English => &ENGLISH,
        Language::German => &GERMAN,
    }
}

/// What their cards say in their notes, in whatever language: the line that tells what belongs there.
#[must_use]
pub fn prompts() -> &'static HashSet<&'static str> {
    static PROMPTS: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
        let all = ENGLISH.iter().chain(&*GERMAN);
        let cards = all.flat_map(|template| &template.campaign.lanes).flat_map(|lane| &lane.moments);
        cards.filter_map(|card| card.notes.as_deref()).map(str::trim).collect()
    });
    &PROMPTS
}

/// The names that stand in templates in the place of one that nobody has given yet, in whatever language.
#[derive(Debug, Default)]
pub struct Placeholders {
    /// Of a campaign: only the blank one is called nothing; what the others are called says what they are.
    pub campaigns: HashSet<&'static str>,
    /// Of brands.
    pub brands: HashSet<&'static str>,
    /// Of creators.
    pub creators: HashSet<&'static str>,
}

/// The names that nobody gave.
#[must_use]
pub fn placeholders() -> &'static Placeholders {
    static PLACEHOLDERS: LazyLock<Placeholders> = LazyLock::new(|| {
        let all = || ENGLISH.iter().chain(&*GERMAN);
        let blank = all().filter(|template| template.key == BLANK);
        Placeholders {
            campaigns: blank.map(|template| template.campaign.name.as_str()).collect(),
            brands: all().flat_map(|of| &of.campaign.brands).map(|brand| brand.name.as_str()).collect(),
            creators: all().flat_map(|of| &of.campaign.creators).map(|creator| creator.name.as_str()).collect(),
        }
    });
    &PLACEHOLDERS
}

/// A template in the language that is spoken; what nobody translated stays as it is.
fn translated(mut template: Template) -> Template {
    let key = template.key.clone();
    let put = |text: &mut String, what: &str, id: &dyn fmt::Display| {
        if let Some(told) = language::translated("templates", &format!("{key}-{what}{id}")) {
            *text = told.into_owned();
        }
    };
    put(&mut template.name, "name", &"");
    put(&mut template.line, "line", &"");
    put(&mut template.short, "short", &"");
    let plan = &mut template.campaign;
    put(&mut plan.name, "campaign", &"");
    if let Some(anchor) = &mut plan.anchor {
        put(&mut anchor.label, "anchor", &"");
    }
    for brand in plan.brands.iter_mut().map(Arc::make_mut) {
        put(&mut brand.name, "brand-", &brand.id);
    }
    for product in plan.products.iter_mut().map(Arc::make_mut) {
        put(&mut product.name, "product-", &product.id);
    }
    for creator in plan.creators.iter_mut().map(Arc::make_mut) {
        put(&mut creator.name, "creator-", &creator.id);
    }
    for lane in plan.lanes.iter_mut().map(Arc::make_mut) {
        for line in &mut lane.relationship.evidence {
            put(line, "evidence", &"");
        }
        for card in lane.moments.iter_mut().map(Arc::make_mut) {
            put(&mut card.title, "card-", &card.id);
            if let Some(prompt) = &mut card.notes {
                put(prompt, "prompt-", &card.id);
            }
        }
    }
    template
}

/// A plan with one brand, one creator with an empty lane, and nothing else.
#[must_use]
pub fn blank(ids: &mut IdSource) -> Campaign {
    instantiate(BLANK, ids, None).unwrap_or_else(|| Campaign::new(ids.plan(), ""))
}

/// A plan made from a template that comes with the program ([`Template::plan`]); `None` when there is none with that key.
#[must_use]
pub fn instantiate(key: &str, ids: &mut IdSource, day_zero: Option<Day>) -> Option<Campaign> {
    all().iter().find(|template| template.key == key).map(|template| template.plan(ids, day_zero))
}

/// Gives everything an id of its own, and every reference the new id of what it names.
pub(super) fn renew(campaign: &mut Campaign, ids: &mut IdSource) {
    let mut brands: BTreeMap<BrandId, BrandId> = BTreeMap::new();
    let mut creators: BTreeMap<CreatorId, CreatorId> = BTreeMap::new();
    let mut products: BTreeMap<ProductId, ProductId> = BTreeMap::new();
    for brand in &mut campaign.brands {
        let brand = Arc::make_mut(brand);
        brand.id = renewed(&mut brands, brand.id, BrandId, ids);
    }
    for creator in &mut campaign.creators {
        let creator = Arc::make_mut(creator);
        creator.id = renewed(&mut creators, creator.id, CreatorId, ids);
    }
    for product in &mut campaign.products {
        let product = Arc::make_mut(product);
        product.id = renewed(&mut products, product.id, ProductId, ids);
        product.brand = follow(&brands, product.brand);
    }
    for lane in &mut campaign.lanes {
        let lane = Arc::make_mut(lane);
        lane.id = LaneId(ids.id());
        lane.creator = follow(&creators, lane.creator);
        lane.brand = follow(&brands, lane.brand);
        for note in &mut lane.notes {
            Arc::make_mut(note).id = NoteId(ids.id());
        }
        for moment in &mut lane.moments {
            let moment = Arc::make_mut(moment);
            moment.id = MomentId(ids.id());
            moment.product = follow(&products, moment.product);
            moment.brand = follow(&brands, moment.brand);
            for creator in &mut moment.features {
                *creator = follow(&creators, Some(*creator)).unwrap_or(*creator);
            }
        }
    }
    for idea in &mut campaign.ideas {
        let idea = Arc::make_mut(idea);
        idea.id = MomentId(ids.id());
        idea.product = follow(&products, idea.product);
        idea.brand = follow(&brands, idea.brand);
        idea.for_creator = follow(&creators, idea.for_creator);
        for creator in &mut idea.features {
            *creator = follow(&creators, Some(*creator)).unwrap_or(*creator);
        }
    }
}

fn renewed<K: Ord + Copy>(known: &mut BTreeMap<K, K>, old: K, make: fn(Id) -> K, ids: &mut IdSource) -> K {
    let fresh = make(ids.id());
    known.insert(old, fresh);
    fresh
}

/// The new id of what is referred to; a reference to something that is not there stays as it is, to be found by tests.
fn follow<K: Ord + Copy>(known: &BTreeMap<K, K>, old: Option<K>) -> Option<K> {
    old.map(|old| known.get(&old).copied().unwrap_or(old))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::faults;

    #[test]
    fn every_file_is_offered_and_gives_a_sound_plan() {
        let keys: Vec<&str> = all().iter().map(|template| template.key.as_str()).collect();
        assert_eq!(
            keys,
            [
                "values-led",
                "ambassador-launch",
                "repair",
                "co-creation",
                "community-challenge",
                "event",
                "cause",
                "always-on",
                "ambassador-year",
                "sponsor-slot",
                "blank"
            ]
        );
        for template in all() {
            let plan = instantiate(&template.key, &mut IdSource::seeded(1), None).unwrap();
            assert_eq!(faults(&plan), [], "{}", template.key);
            let fields: usize = plan.lanes.iter().flat_map(|lane| &lane.moments).map(|moment| moment.unknown.len()).sum();
            assert_eq!(fields + plan.unknown.len(), 0, "{} has a misspelt field", template.key);
        }
    }

    #[test]
    fn a_card_of_the_start_page_has_room_for_the_short_line() {
        for template in all() {
            assert!(template.short.chars().count() <= 47, "{}: {}", template.key, template.short);
        }
    }

    #[test]
    fn every_card_has_a_prompt_of_one_line() {
        let cards = all().iter().flat_map(|template| template.campaign.lanes.iter().flat_map(|lane| &lane.moments));
        for card in cards {
            let prompt = card.notes.as_deref().unwrap_or_default();
            assert!(!prompt.is_empty() && !prompt.contains('\n') && prompt.len() <= 100, "{}: {prompt}", card.title);
        }
    }

    #[test]
    fn the_arcs_are_those_of_the_rule_book() {
        let arc = |key: &str| -> String {
            let plan = instantiate(key, &mut IdSource::seeded(1), None).unwrap();
            let cards = plan.lanes[0].moments.iter().map(|card| match card.when {
                When::Relative(day) => format!("{} {day}", card.kind.key()),
                other => panic!("{} is not relative: {other:?}", card.title),
            });
            cards.collect::<Vec<_>>().join(", ")
        };
        for (key, cards) in [
            ("values-led", "announcement 0, values 4, community 10, story 17, product 24, community 31, product 38, impact 45"),
            (
                "ambassador-launch",
                "story -14, teaser -7, origin -3, product 0, product 0, engage 5, community 12, product 21, impact 28",
            ),
            (
                "ambassador-year",
                "announcement 0, origin 7, values 21, community 42, product 63, story 91, event 126, community 154, product 168, story 203, engage 238, story 266, product 280, community 315, impact 350",
            ),
            ("cause", "announcement 0, values 3, community 8, engage 14, product 24, impact 45, community 52"),
            (
                "community-challenge",
                "teaser -7, announcement 0, engage 2, community 9, community 16, engage 23, community 30, product 33, impact 40",
            ),
            ("always-on", "origin 0, story 14, community 28, product 42, story 63, product 84, story 105, community 126"),
            ("event", "announcement -21, values -14, story -7, teaser -2, event 0, community 1, product 4, story 11"),
            ("repair", "repair 0, engage 3, impact 14, community 28, values 49, product 63, story 70"),
            (
                "co-creation",
                "announcement -60, origin -45, story -30, engage -20, values -10, teaser -5, product 0, community 4, community 12, product 21, impact 35",
            ),
            ("sponsor-slot", "origin -7, product 0, product 14, story 28, product 35"),
        ] {
            assert_eq!(arc(key), cards, "{key}");
        }
        assert_eq!(blank(&mut IdSource::seeded(1)).moment_count(), 0);
    }

    #[test]
    fn two_plans_from_one_template_share_no_id() {
        let mut ids = IdSource::seeded(3);
        let one = instantiate("values-led", &mut ids, None).unwrap();
        let two = instantiate("values-led", &mut ids, None).unwrap();
        assert_ne!(one.id, two.id);
        assert_ne!(one.brands[0].id, two.brands[0].id);
        assert_ne!(one.creators[0].id, two.creators[0].id);
        assert_ne!(one.products[0].id, two.products[0].id);
        assert_ne!(one.lanes[0].id, two.lanes[0].id);
        assert!(one.lanes[0].moments.iter().zip(&two.lanes[0].moments).all(|(a, b)| a.id != b.id));
    }

    #[test]
    fn a_date_for_day_zero_dates_every_card() {
        let zero = Day::new(2027, 9, 1).unwrap();
        let plan = instantiate("ambassador-launch", &mut IdSource::seeded(1), Some(zero)).unwrap();
        let days: Vec<Option<Day>> = plan.lanes[0].moments.iter().map(|card| plan.day_of(card.when)).collect();
        assert_eq!(days[0], Day::new(2027, 8, 18));
        assert!(days.iter().all(Option::is_some));
        assert!(instantiate("nothing", &mut IdSource::seeded(1), None).is_none());
    }
}
