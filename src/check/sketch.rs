//! A plan of one lane in one line, for the examples of the rules and for tests: `new: A0 V4 K9 P14(hard)`.
//!
//! Before the colon stands the relationship (`new`, `warm`, `established`, `owner`, `founder`) and words about the lane:
//!
//! | word | meaning |
//! |---|---|
//! | `evidence` | something is noted about the relationship |
//! | `seen-400` | seen together 400 days before day 0 |
//! | `slot` | a recurring ad read |
//! | `organic-3` | three unsponsored posts per week |
//! | `friend` | Sam has an established lane with the same brand |
//! | `brand-announced-3` | the brand's channel announced on day 3 |
//! | `unlinked`, `compared` | the lists of values have nothing in common; somebody compared them |
//!
//! After it stand the cards: letters for the kind and what it also covers (`AV` is an announcement that also shows
//! values), then the day, `?` for no date, or `#2` for the second place in the order; then, in parentheses and divided
//! by commas: `hard`, `none` (call to action; else soft), `b` to `d` (another product), `embedded`, `scheduled`, `approved`,
//! `published`, `review`, `10:30`, `no-value` (nothing noted for the audience), `sensitive` (a product whose claims nobody signed off).
//!
//! Everything else that a rule could miss is filled in. Letters: A announcement, V values, K community, P product,
//! O origin, S story, G engage, E event, I impact, T teaser, N organic, R repair, D offer.

use std::sync::Arc;

use crate::model::{
    Anchor, AudienceValue, Brand, BrandId, Campaign, Compared, Creator, CreatorId, Cta, Day, Id, Kind, Lane, LaneId, LaneKind,
    LaneMode, Moment, MomentId, Placement, PlanId, Product, ProductId, RelationshipStatus, Sensitive, Status, Time, When,
};
use crate::words::{findings as say, names};

/// A plan in one line, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Sketch {
    words: Vec<String>,
    cards: Vec<Moment>,
}

const LETTERS: [(char, Kind); 13] = [
    ('A', Kind::Announcement),
    ('V', Kind::Values),
    ('K', Kind::Community),
    ('P', Kind::Product),
    ('O', Kind::Origin),
    ('S', Kind::Story),
    ('G', Kind::Engage),
    ('E', Kind::Event),
    ('I', Kind::Impact),
    ('T', Kind::Teaser),
    ('N', Kind::Organic),
    ('R', Kind::Repair),
    ('D', Kind::Offer),
];

/// The products of a sketch: letter, name, whether its claims need a check that nobody made.
const PRODUCTS: [(&str, &str, bool); 5] = [
    ("a", "Trail Jacket", false),
    ("b", "Summer code", false),
    ("c", "Boot", false),
    ("d", "Saddle", false),
    ("sensitive", "Whitening kit", true),
];

impl Sketch {
    /// Reads the notation.
    ///
    /// # Errors
    /// The word or card that it does not know.
    pub fn parse(text: &str) -> Result<Self, String> {
        let (head, tail) = text.split_once(':').ok_or_else(|| text.to_owned())?;
        let words: Vec<String> = head.split_whitespace().map(str::to_owned).collect();
        let mut cards = Vec::new();
        for (number, word) in tail.split_whitespace().enumerate() {
            let mut moment = card(word, number).ok_or_else(|| word.to_owned())?;
            moment.title = title(&moment);
            cards.push(moment);
        }
        let sketch = Self { words, cards };
        let mut trial = Lane::empty(LaneId(id("trial")), LaneKind::Creator);
        match sketch.words.iter().find(|word| !sketch.set(&mut trial, word)) {
            Some(unknown) => Err(unknown.clone()),
            None => Ok(sketch),
        }
    }

    /// The plan with its one creator lane, on relative days; with a date for day 0 these are dates.
    #[must_use]
    pub fn campaign(&self, day_zero: Option<Day>) -> Campaign {
        let mut campaign = Campaign::new(PlanId::default(), say::example_campaign());
        campaign.continues = true;
        campaign.anchor =
            Some(Anchor { label: say::example_campaign().to_owned(), date: day_zero, unknown: crate::model::Unknown::default() });
        let mut brand = Brand::new(BrandId(id("northwind")), "Northwind");
        brand.values = vec!["craft".to_owned(), "speed".to_owned()];
        let mut maja = Creator::new(CreatorId(id("maja")), "Maja Lind");
        maja.values = vec![if self.has("unlinked") { "outdoors" } else { "craft" }.to_owned()];
        let mut lane = Lane::of_creator(LaneId(id("maja")), maja.id);
        for word in &self.words {
            self.set(&mut lane, word);
        }
        if let Some(days) = self.number("seen") {
            lane.relationship.last_visible = day_zero.map(|zero| zero.plus(-days));
        }
        lane.moments = self.cards.iter().cloned().map(Arc::new).collect();
        if self.has("unlinked") {
            lane.moments.iter_mut().for_each(|moment| Arc::make_mut(moment).shared_value = None);
        }
        campaign.products = PRODUCTS
            .iter()
            .map(|(letter, name, sensitive)| {
                let mut product = Product::new(ProductId(id(letter)), *name);
                product.sensitive = sensitive.then_some(Sensitive::Health);
                Arc::new(product)
            })
            .collect();
        campaign.lanes.push(Arc::new(lane));
        self.neighbours(&mut campaign, &brand, &maja);
        campaign.brands.push(Arc::new(brand));
        campaign.creators.push(Arc::new(maja));
        campaign
    }

    /// The same in plain words: "new: announcement on day 0, values story on day 4".
    #[must_use]
    pub fn sentence(&self) -> String {
        let cards: Vec<String> = self.cards.iter().map(|card| say::example_card(&card.title, example_when(card.when))).collect();
        format!("{}: {}", self.words.join(", "), cards.join(", "))
    }

    fn has(&self, word: &str) -> bool {
        self.words.iter().any(|other| other == word)
    }

    fn number(&self, name: &str) -> Option<i32> {
        self.words.iter().find_map(|word| word.strip_prefix(name)?.strip_prefix('-')?.parse().ok())
    }

    /// Applies one word to the lane; `false` when nobody knows it.
    fn set(&self, lane: &mut Lane, word: &str) -> bool {
        let relationship = &mut lane.relationship;
        match word {
            "new" => relationship.status = RelationshipStatus::New,
            "warm" => relationship.status = RelationshipStatus::Warm,
            "established" => relationship.status = RelationshipStatus::Established,
            "owner" => relationship.status = RelationshipStatus::Owner,
            "founder" => {
                relationship.status = RelationshipStatus::Owner;
                relationship.basis = Some(crate::model::Basis::Founder);
            }
            "evidence" => relationship.evidence = vec![say::example_evidence().to_owned()],
            "slot" => lane.mode = LaneMode::Slot,
            "compared" => {
                let unknown = crate::model::Unknown::default();
                lane.values_compared = Some(Compared { by: "Kim".to_owned(), on: Day::from_number(20_000), unknown });
            }
            "friend" | "unlinked" => {}
            _ if word.starts_with("organic-") => match self.number("organic") {
                Some(posts) => lane.organic_per_week = u16::try_from(posts).ok(),
                None => return false,
            },
            _ if word.starts_with("seen-") => return self.number("seen").is_some(),
            _ if word.starts_with("brand-announced-") => return self.number("brand-announced").is_some(),
            _ => return false,
        }
        true
    }

    /// The lanes beside the one that is sketched.
    fn neighbours(&self, campaign: &mut Campaign, brand: &Brand, maja: &Creator) {
        if self.has("friend") {
            let sam = Creator::new(CreatorId(id("sam")), "Sam Ode");
            let mut lane = Lane::of_creator(LaneId(id("sam")), sam.id);
            lane.relationship.status = RelationshipStatus::Established;
            lane.relationship.evidence = vec![say::example_evidence().to_owned()];
            campaign.creators.push(Arc::new(sam));
            campaign.lanes.push(Arc::new(lane));
        }
        if let Some(day) = self.number("brand-announced") {
            let mut lane = Lane::empty(LaneId(id("northwind")), LaneKind::Brand);
            lane.brand = Some(brand.id);
            let mut moment = Moment::new(MomentId(id("brand-1")), Kind::Announcement, names::kind("announcement"));
            moment.when = When::Relative(day);
            moment.features = vec![maja.id];
            lane.moments.push(Arc::new(moment));
            campaign.lanes.push(Arc::new(lane));
        }
    }
}

/// Ids of sketches are fixed texts of the alphabet, so this never falls back.
fn id(text: &str) -> Id {
    Id::parse(text).unwrap_or(Id::from_bits(0))
}

/// One card: letters, day, and what stands in parentheses.
fn card(word: &str, number: usize) -> Option<Moment> {
    let (word, options) = match word.split_once('(') {
        Some((word, options)) => (word, options.strip_suffix(')')?),
        None => (word, ""),
    };
    let letters: Vec<Kind> =
        word.chars().map_while(|letter| LETTERS.iter().find(|(known, _)| *known == letter).map(|(_, kind)| *kind)).collect();
    let (kind, covers) = letters.split_first()?;
    let mut moment = Moment::new(MomentId(id(&format!("m{}", number + 1))), *kind, "");
    moment.covers = covers.to_vec();
    moment.when = match word.get(letters.len()..)? {
        "?" => When::Undated,
        place if place.starts_with('#') => When::Order(place.get(1..)?.parse().ok()?),
        day => When::Relative(day.parse().ok()?),
    };
    moment.audience_value = vec![AudienceValue::Inspire];
    moment.shared_value = Some("craft".to_owned());
    if kind.is_ask() {
        moment.cta = Some(Cta::Soft);
        moment.product = Some(ProductId(id("a")));
        moment.placement = Some(Placement::Dedicated);
    }
    for option in options.split(',').filter(|option| !option.is_empty()) {
        set_option(&mut moment, option)?;
    }
    Some(moment)
}

fn set_option(moment: &mut Moment, option: &str) -> Option<()> {
    match option {
        "hard" => moment.cta = Some(Cta::Hard),
        "none" => moment.cta = Some(Cta::None),
        "embedded" => moment.placement = Some(Placement::Embedded),
        "scheduled" => moment.status = Status::Scheduled,
        "approved" => moment.status = Status::Approved,
        "published" => moment.status = Status::Published,
        "review" => moment.status = Status::InReview,
        "no-value" => moment.audience_value = Vec::new(),
        "brand" => moment.mentions_brand = true,
        _ if PRODUCTS.iter().any(|(letter, ..)| *letter == option) => moment.product = Some(ProductId(id(option))),
        time => moment.time = Some(Time::parse(time)?),
    }
    Some(())
}

fn title(moment: &Moment) -> String {
    let name = names::kind(moment.kind.key());
    let product = PRODUCTS.iter().find(|(letter, ..)| Some(ProductId(id(letter))) == moment.product);
    let mut title = match product {
        Some((_, product, _)) if moment.kind == Kind::Product => (*product).to_owned(),
        _ => name.to_owned(),
    };
    let covers: Vec<String> = moment.covers.iter().map(|kind| names::kind(kind.key()).to_lowercase()).collect();
    if !covers.is_empty() {
        title = say::example_covers(title, crate::words::list(&covers));
    }
    title
}

fn example_when(when: When) -> String {
    match when {
        When::On(day) => day.short(),
        When::Relative(days) => say::relative_day(days),
        When::Order(place) => say::order_place(place),
        When::Undated => say::undated().to_owned(),
    }
}
