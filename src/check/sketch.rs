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
//! | `ends` | the campaign has a last day and does not go on after it (needs a date for day 0) |
//! | `market-UK` | a market; may stand several times |
//! | `young-30` | 30 per cent of the audience are under 18 |
//! | `no-go-gambling` | the creator rules the category out; `consent` records a consent all the same |
//! | `rival-20` | a deal with a competitor ran until day 20; `exclusive-20` with an exclusivity to that day, `waived` with a waiver |
//! | `crowd-4` | four more new creators have the same cards on the same days |
//! | `answer-12` | the community answers on a lane of its own on day 12 |
//! | `launch`, `event` | a phase of that kind covers the whole plan (needs a date for day 0) |
//! | `unlinked`, `compared` | the lists of values have nothing in common; somebody compared them |
//!
//! After it stand the cards: letters for the kind and what it also covers (`AV` is an announcement that also shows
//! values), then the day, `?` for no date, or `#2` for the second place in the order; then, in parentheses and divided
//! by commas: `hard`, `none` (call to action; else soft), `b` to `d` (another product), `embedded`, `scheduled`, `approved`,
//! `published`, `review`, `10:30`, `no-value` (nothing noted for the audience), `brand` (an organic card names it), `sensitive`
//! (a product whose claims nobody signed off), `gambling` and `drink` (products of those categories, checked), `tickets` (a product
//! that can be had from day 100 on, nothing confirms delivery); `paid`, `gifted`, `affiliate`, `own-brand`, `unpaid`;
//! `label=#ad` (`_` for a blank), `spoken`, `ticked` (the platform's label); `instagram` and the other platforms; `video`, `live`,
//! `episode`; `45min`; `scripted`, `co-written`; `must-say`; `stand`, `proof`; `no-shared`, `shares=speed`; `hook` (a first line).
//!
//! Everything else that a rule could miss is filled in. Letters: A announcement, V values, K community, P product,
//! O origin, S story, G engage, E event, I impact, T teaser, N organic, R repair, D offer.

use std::sync::Arc;

use crate::model::{
    Anchor, AudienceValue, Brand, BrandId, Campaign, Compared, Compensation, Control, Creator, CreatorId, Cta, Day, Format, Id,
    Kind, Lane, LaneId, LaneKind, LaneMode, Moment, MomentId, NoGo, PastDeal, Phase, PhaseKind, Placement, PlanId, Platform,
    Product, ProductId, RelationshipStatus, Sensitive, Status, Time, Verified, Waived, When,
};
use crate::words::{example, findings as say, names};

/// A plan in one line, read.
#[derive(Clone, Debug, PartialEq)]
pub struct Sketch {
    words: Vec<String>,
    cards: Vec<Moment>,
    /// What stands in parentheses after each card.
    marks: Vec<String>,
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
const PRODUCTS: [(&str, &str, bool); 8] = [
    ("a", "Trail Jacket", false),
    ("b", "Summer code", false),
    ("c", "Boot", false),
    ("d", "Saddle", false),
    ("sensitive", "Whitening kit", true),
    ("gambling", "Lucky spin", false),
    ("drink", "Summer ale", false),
    ("tickets", "Festival ticket", false),
];

impl Sketch {
    /// Reads the notation.
    ///
    /// # Errors
    /// The word or card that it does not know.
    pub fn parse(text: &str) -> Result<Self, String> {
        let (head, tail) = text.split_once(':').ok_or_else(|| text.to_owned())?;
        let words: Vec<String> = head.split_whitespace().map(str::to_owned).collect();
        let (mut cards, mut marked) = (Vec::new(), Vec::new());
        for (number, word) in tail.split_whitespace().enumerate() {
            let mut moment = card(word, number).ok_or_else(|| word.to_owned())?;
            moment.title = title(&moment);
            cards.push(moment);
            marked.push(marks(word));
        }
        let sketch = Self { words, cards, marks: marked };
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
        campaign.continues = !self.has("ends");
        campaign.end = day_zero.filter(|_| self.has("ends")).map(|zero| zero.plus(400));
        campaign.markets = self.words.iter().filter_map(|word| word.strip_prefix("market-").map(str::to_owned)).collect();
        campaign.anchor =
            Some(Anchor { label: say::example_campaign().to_owned(), date: day_zero, unknown: crate::model::Unknown::default() });
        let mut brand = Brand::new(BrandId(id("northwind")), "Northwind");
        brand.values = vec!["craft".to_owned(), "speed".to_owned()];
        let mut maja = Creator::new(CreatorId(id("maja")), "Maja Lind");
        maja.values = vec![if self.has("unlinked") { "outdoors" } else { "craft" }.to_owned()];
        self.person(&mut maja, &mut brand, day_zero);
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
                describe(&mut product, letter, day_zero);
                Arc::new(product)
            })
            .collect();
        campaign.lanes.push(Arc::new(lane));
        self.neighbours(&mut campaign, &brand, &maja);
        self.phase(&mut campaign, day_zero);
        campaign.brands.push(Arc::new(brand));
        campaign.creators.push(Arc::new(maja));
        campaign
    }

    /// The same in plain words: "New relationship: Announcement on day 0, Trail Jacket on day 14 (paid, label “#ad”)".
    #[must_use]
    pub fn sentence(&self) -> String {
        let cards = self.cards.iter().zip(&self.marks).map(|(card, marks)| {
            let text = say::example_card(&card.title, example_when(card.when));
            if marks.is_empty() { text } else { say::example_marked(text, marks) }
        });
        let cards: Vec<String> = cards.collect();
        let words: Vec<String> = self.words.iter().map(|word| example::lane(word)).collect();
        let mut text = format!("{}: {}", words.join(", "), cards.join(", "));
        if let Some(first) = text.get(..1).map(str::to_uppercase) {
            text.replace_range(..1, &first);
        }
        text
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
            "friend" | "unlinked" | "ends" | "consent" | "waived" | "launch" | "event" => {}
            _ if ["market-", "no-go-"].iter().any(|start| word.starts_with(start)) => {}
            _ if NUMBERED.iter().any(|name| word.strip_prefix(name).is_some_and(|rest| rest.starts_with('-'))) => {
                return NUMBERED.iter().any(|name| word.starts_with(name) && self.number(name).is_some());
            }
            _ if word.starts_with("organic-") => match self.number("organic") {
                Some(posts) => lane.organic_per_week = u16::try_from(posts).ok(),
                None => return false,
            },
            _ => return false,
        }
        true
    }

    /// What is known of the creator, and of whom the brand competes with.
    fn person(&self, maja: &mut Creator, brand: &mut Brand, day_zero: Option<Day>) {
        let unknown = crate::model::Unknown::default;
        maja.young_audience = self.number("young").and_then(|percent| u8::try_from(percent).ok());
        let topics = self.words.iter().filter_map(|word| word.strip_prefix("no-go-")).chain(["tobacco"]);
        let consent = self.has("consent").then(|| say::example_evidence().to_owned());
        maja.no_go =
            topics.map(|topic| NoGo { category: topic.to_owned(), consent: consent.clone(), unknown: unknown() }).collect();
        let until = |days: i32| day_zero.map(|zero| zero.plus(days));
        let exclusive = self.number("exclusive");
        let deal = |brand: &str, to: Option<Day>| PastDeal {
            brand: brand.to_owned(),
            category: None,
            from: None,
            to,
            exclusive_until: None,
            waived: None,
            unknown: unknown(),
        };
        brand.competitors = vec!["RivalCo".to_owned()];
        maja.past.push(deal("Lakeside", until(-400)));
        if let Some(last) = self.number("rival").or(exclusive) {
            let waived = || Waived { by: "Kim".to_owned(), on: Day::from_number(20_000), unknown: unknown() };
            maja.past.push(PastDeal {
                exclusive_until: exclusive.and_then(until),
                waived: self.has("waived").then(waived),
                ..deal("RivalCo", until(last))
            });
        }
    }

    /// A phase around the whole plan.
    fn phase(&self, campaign: &mut Campaign, day_zero: Option<Day>) {
        let kind = if self.has("launch") { PhaseKind::Launch } else { PhaseKind::Event };
        if let Some(zero) = day_zero.filter(|_| self.has("launch") || self.has("event")) {
            let (from, to) = (zero.plus(-400), zero.plus(400));
            let unknown = crate::model::Unknown::default();
            campaign.phases.push(Phase { name: names::choice(kind.key()).to_owned(), from, to, kind: Some(kind), unknown });
        }
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
        for n in 0..self.number("crowd").unwrap_or(0) {
            let creator = Creator::new(CreatorId(id(&format!("crowd-{n}"))), format!("Robin {n}"));
            let mut lane = Lane::of_creator(LaneId(id(&format!("crowd-{n}"))), creator.id);
            for (place, card) in self.cards.iter().enumerate() {
                let id = MomentId(id(&format!("crowd-{n}-{place}")));
                lane.moments.push(Arc::new(Moment { id, ..card.clone() }));
            }
            campaign.creators.push(Arc::new(creator));
            campaign.lanes.push(Arc::new(lane));
        }
        if let Some(day) = self.number("answer") {
            let mut lane = Lane::empty(LaneId(id("community")), LaneKind::Community);
            let mut moment = Moment::new(MomentId(id("answer-1")), Kind::Community, names::kind("community"));
            moment.when = When::Relative(day);
            lane.moments.push(Arc::new(moment));
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

/// Words about the lane that end in a number.
const NUMBERED: [&str; 7] = ["seen", "brand-announced", "young", "rival", "exclusive", "crowd", "answer"];

/// What is special about a product of a sketch.
fn describe(product: &mut Product, letter: &str, day_zero: Option<Day>) {
    let days = if letter == "tickets" { 100 } else { -400 };
    product.available_from = day_zero.map(|zero| zero.plus(days));
    product.category = Some("outdoors".to_owned());
    let sensitive = match letter {
        "gambling" => Sensitive::Gambling,
        "drink" => Sensitive::Alcohol,
        _ => return,
    };
    product.category = Some(sensitive.key().to_owned());
    product.sensitive = Some(sensitive);
    let unknown = crate::model::Unknown::default();
    product.verified = Some(Verified { by: "Kim".to_owned(), on: Day::from_number(20_000), note: None, unknown });
}

/// What stands in parentheses, in words. The letter of a product says nothing: the card has its name.
fn marks(word: &str) -> String {
    let options = word.split_once('(').map_or("", |(_, options)| options.trim_end_matches(')'));
    options.split(',').filter(|option| option.len() > 1).map(example::card).collect::<Vec<_>>().join(", ")
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
    moment.creative_control = Some(Control::Creator);
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
        "paid" => moment.compensation = Some(Compensation::Paid),
        "gifted" => moment.compensation = Some(Compensation::Gifted),
        "affiliate" => moment.compensation = Some(Compensation::Affiliate),
        "own-brand" => moment.compensation = Some(Compensation::OwnBrand),
        "unpaid" => moment.compensation = Some(Compensation::None),
        "spoken" => moment.disclosure.spoken = true,
        "ticked" => moment.disclosure.platform_label = true,
        "scripted" => moment.creative_control = Some(Control::Brand),
        "co-written" => moment.creative_control = Some(Control::Shared),
        "hook" => moment.hook = Some(say::example_evidence().to_owned()),
        "must-say" => moment.must_say = Some(say::example_evidence().to_owned()),
        "stand" => moment.cause = true,
        "proof" => moment.proof = Some(say::example_evidence().to_owned()),
        "no-shared" => moment.shared_value = None,
        _ if option.starts_with("label=") => moment.disclosure.text = Some(option.strip_prefix("label=")?.replace('_', " ")),
        _ if option.starts_with("shares=") => moment.shared_value = Some(option.strip_prefix("shares=")?.replace('_', " ")),
        _ if option.ends_with("min") => moment.duration = Some(option.strip_suffix("min")?.parse().ok()?),
        _ if Platform::ALL.iter().any(|platform| platform.key() == option) => {
            moment.platform = Platform::ALL.iter().copied().find(|platform| platform.key() == option);
        }
        _ if Format::ALL.iter().any(|format| format.key() == option) => {
            moment.format = Format::ALL.iter().copied().find(|format| format.key() == option);
        }
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
    let covers: Vec<String> = moment.covers.iter().map(|kind| crate::words::inside(names::kind(kind.key()))).collect();
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
