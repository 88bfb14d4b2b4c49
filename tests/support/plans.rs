//! Plans out of a number, for property tests and benches: the same seed always gives the same plan.

#![allow(dead_code, reason = "each binary that includes this file uses a part of it")]
#![allow(unreachable_pub, reason = "a file that is included cannot tell how far its items reach")]

use std::sync::Arc;

use momentboard::model::{
    Acceptance, AcceptanceId, Anchor, AudienceValue, Basis, Blackout, Brand, BrandId, Campaign, Compared, Compensation, Control,
    Creator, CreatorId, Cta, Day, Disclosure, Format, Grade, House, IdSource, Kind, Lane, LaneId, LaneKind, LaneMode,
    MarketLabels, Moment, Money, NoGo, Note, NoteId, PastDeal, Phase, PhaseKind, Placement, Platform, Product, ProductId,
    Profile, Proof, RelationshipStatus, RuleGrade, RuleOff, Same, Scope, Sensitive, Settings, Status, Time, Unknown, ValueLink,
    Verified, Vocabulary, Waived, When,
};

/// 6 September 2027, a Monday: the plans lie around it, so that a fixed "today" can, too.
pub const FIRST_DAY: i32 = 21_067;

/// Draws from a seed.
#[derive(Clone, Debug)]
pub struct Dice(IdSource);

impl Dice {
    /// Equal seeds draw equally.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(IdSource::seeded(seed ^ 0x6d6f_6d65_6e74_7321))
    }

    /// A number from 0 up to, not including, `end`; 0 for an `end` of 0.
    pub fn below(&mut self, end: usize) -> usize {
        let drawn = u128::from(self.0.bits()) * end as u128;
        (drawn >> 64) as usize
    }

    /// A number of both ends and everything between.
    pub fn between(&mut self, low: i32, high: i32) -> i32 {
        low.saturating_add_unsigned(self.below(low.abs_diff(high) as usize + 1) as u32)
    }

    /// True that often in a hundred.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    /// One of them.
    pub fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    /// Ids.
    pub fn ids(&mut self) -> &mut IdSource {
        &mut self.0
    }
}

const VALUES: [&str; 6] = ["Patience", "Mending", "Craft", "Outdoors", "Company", "Speed"];
const NAMES: [&str; 8] = [
    "Maren Solheim",
    "Tobi Achterberg",
    "Kwame Asante",
    "Inês Corrêa",
    "Yuki 高橋",
    "Sam O’Neill",
    "Lea-Marie Koch",
    "Ali بن سعيد",
];
const TITLES: [&str; 6] =
    ["Why I said yes", "The winter I learned to run", "Six strangers", "After 400 kilometres", "Bring someone", "Use my code"];

const MARKETS: [&str; 8] = ["US", "UK", "DE", "FR", "IE", "EU", "GB", "BR"];
const CATEGORIES: [&str; 4] = ["running", "gambling", "alcohol", "finance"];
const LABELS: [&str; 10] = [
    "#ad",
    "Ad",
    "Werbung",
    "Anzeige",
    "#sp",
    "thanks @northbound",
    "#BrandPartner",
    "#ambassador",
    "Collaboration commerciale",
    "Paid partnership",
];
/// A label that every market of the large plans accepts.
const GOOD_LABEL: &str = "Werbung | Ad";

/// Every code there is or will be, and one that nobody knows.
pub const CODES: [&str; 36] = [
    "PBR-01", "PBR-02", "PBR-03", "PBR-04", "PBR-05", "PBR-06", "PBR-07", "PBR-08", "PBR-09", "PBR-10", "PBR-11", "PBR-12",
    "PBR-13", "PBR-14", "ASK-01", "ASK-02", "ASK-03", "ASK-04", "ASK-05", "FIT-01", "FIT-02", "FIT-03", "FIT-04", "FIT-05",
    "FIT-06", "VAL-01", "VAL-02", "VAL-03", "DIS-01", "DIS-02", "DIS-03", "DIS-04", "DIS-05", "DIS-06", "OPS-01", "XYZ-99",
];

/// A small plan that holds a little of everything: ties on a day with and without times, undated, relative, order-only
/// and mixed lanes, slot, brand and community lanes, sound arcs and lanes without any order, several brands and products, every
/// relationship status with and without evidence, long silences, many who ask for one product on one day, published cards, ideas
/// in the tray, links between values, phases, blackouts, markets and labels, stands with and without proof, earlier deals,
/// topics ruled out, thresholds at their ends, rules turned off or weighed, the rules of an agency, some acceptances.
#[must_use]
pub fn random_plan(seed: u64) -> Campaign {
    let dice = &mut Dice::new(seed);
    let id = dice.ids().plan();
    let mut campaign = Campaign::new(id, format!("Plan {seed}"));
    people(dice, &mut campaign);
    frame(dice, &mut campaign);
    weights(dice, &mut campaign);
    for at in 0..campaign.creators.len() {
        let lane = random_lane(dice, &campaign, LaneKind::Creator, Some(campaign.creators[at].id));
        campaign.lanes.push(Arc::new(lane));
        if dice.chance(10) {
            let second = random_lane(dice, &campaign, LaneKind::Creator, Some(campaign.creators[at].id));
            campaign.lanes.push(Arc::new(second));
        }
    }
    for (percent, kind) in [(35, LaneKind::Brand), (20, LaneKind::Community)] {
        if dice.chance(percent) {
            let lane = random_lane(dice, &campaign, kind, None);
            campaign.lanes.push(Arc::new(lane));
        }
    }
    if dice.chance(15) {
        crowd(dice, &mut campaign);
    }
    for _ in 0..dice.below(3) {
        let mut idea = random_moment(dice, &campaign, Style::Undated);
        idea.status = Status::Idea;
        idea.for_creator = dice.chance(50).then(|| campaign.creators[0].id);
        campaign.ideas.push(Arc::new(idea));
    }
    for _ in 0..dice.below(3) {
        let acceptance = random_acceptance(dice, &campaign);
        campaign.acceptances.push(Arc::new(acceptance));
    }
    campaign
}

/// Brands, products and creators.
fn people(dice: &mut Dice, campaign: &mut Campaign) {
    for at in 0..=dice.below(2) {
        let mut brand = Brand::new(BrandId(dice.ids().id()), ["Northbound", "Fjell"][at]);
        brand.values = some_values(dice);
        if dice.chance(40) {
            brand.competitors.push("RivalCo".into());
        }
        if dice.chance(30) {
            let value = dice.pick(&VALUES).into();
            brand.proof.push(Proof { value, does: "Mends for free".into(), link: None, unknown: Unknown::default() });
        }
        campaign.brands.push(Arc::new(brand));
    }
    for at in 0..=dice.below(3) {
        let mut product = Product::new(ProductId(dice.ids().id()), ["Fjell 2", "Trail Jacket", "Mending kit"][at]);
        product.brand = dice.chance(40).then(|| campaign.brands[campaign.brands.len() - 1].id);
        product.category = dice.chance(60).then(|| dice.pick(&CATEGORIES).into());
        product.available_from = dice.chance(30).then(|| day(dice.between(0, 60)));
        product.delivery_proof = dice.chance(20).then(|| "In stock since May".into());
        product.sensitive = dice.chance(25).then(|| dice.pick(Sensitive::ALL));
        product.verified =
            dice.chance(20).then(|| Verified { by: "Legal".into(), on: day(0), note: None, unknown: Unknown::default() });
        campaign.products.push(Arc::new(product));
    }
    for at in 0..=dice.below(4) {
        let first = dice.below(2) * 4;
        let mut creator = Creator::new(CreatorId(dice.ids().id()), NAMES[first + at]);
        creator.values = some_values(dice);
        creator.young_audience = dice.chance(40).then(|| dice.pick(&[0, 24, 25, 60]));
        if dice.chance(20) {
            let consent = dice.chance(30).then(|| "Said yes in May".into());
            creator.no_go.push(NoGo { category: dice.pick(&CATEGORIES).into(), consent, unknown: Unknown::default() });
        }
        for _ in 0..dice.below(3) {
            creator.past.push(past_deal(dice));
        }
        campaign.creators.push(Arc::new(creator));
    }
}

fn past_deal(dice: &mut Dice) -> PastDeal {
    let waived = || Waived { by: "Oskar".into(), on: day(-5), unknown: Unknown::default() };
    let from = dice.between(-500, 20);
    let to = dice.chance(80).then(|| day(from + dice.between(0, 120)));
    PastDeal {
        brand: dice.pick(&["RivalCo", "Northbound", "Fjell", "Someone else"]).into(),
        category: dice.chance(40).then(|| dice.pick(&CATEGORIES).into()),
        from: dice.chance(70).then(|| day(from)),
        to,
        exclusive_until: dice.chance(30).then(|| day(from + dice.between(0, 200))),
        waived: dice.chance(20).then(waived),
        unknown: Unknown::default(),
    }
}

/// Days, phases, blackouts and markets.
fn frame(dice: &mut Dice, campaign: &mut Campaign) {
    campaign.start = dice.chance(50).then(|| day(dice.between(-20, 0)));
    campaign.end = dice.chance(40).then(|| day(dice.between(150, 400)));
    campaign.anchor = dice.chance(60).then(|| Anchor {
        label: "Launch".into(),
        date: dice.chance(50).then(|| day(dice.between(0, 90))),
        unknown: Unknown::default(),
    });
    campaign.continues = dice.chance(30);
    campaign.markets = MARKETS.iter().filter(|_| dice.chance(18)).map(|&market| market.to_owned()).collect();
    campaign.audience_values = if dice.chance(30) { some_values(dice) } else { Vec::new() };
    for _ in 0..dice.below(3) {
        let from = day(dice.between(0, 60));
        campaign.phases.push(Phase {
            name: "Launch".into(),
            from,
            to: from.plus(dice.between(0, 40)),
            kind: dice.chance(90).then(|| dice.pick(PhaseKind::ALL)),
            unknown: Unknown::default(),
        });
    }
    for _ in 0..dice.below(3) {
        let from = day(dice.between(-10, 60));
        let to = from.plus(dice.between(0, 6));
        campaign.blackouts.push(Blackout { from, to, why: None, unknown: Unknown::default() });
    }
}

/// What somebody set: thresholds, which rules run and what they weigh, for this plan and by an agency.
fn weights(dice: &mut Dice, campaign: &mut Campaign) {
    campaign.settings = some_settings(dice, 4);
    campaign.settings.profile = dice.chance(40).then_some(Profile::Strict);
    if dice.chance(10) {
        campaign.rules_off.push(rule_off(dice));
    }
    if dice.chance(15) {
        let words = |words: [&str; 2]| Same { words: words.map(str::to_owned).to_vec(), unknown: Unknown::default() };
        let labels = MarketLabels {
            market: dice.pick(&MARKETS).into(),
            accepted: vec!["#northboundad".into()],
            too_vague: vec!["#fjell".into()],
            unknown: Unknown::default(),
        };
        campaign.house = Some(Arc::new(House {
            name: "Acme".into(),
            settings: some_settings(dice, 10),
            vocabulary: Vocabulary {
                values: vec![words(["Craft", "Mending"])],
                topics: vec![words(["gambling", "betting"])],
                labels: vec![labels],
                unknown: Unknown::default(),
            },
            rules_off: if dice.chance(30) { vec![rule_off(dice)] } else { Vec::new() },
            unknown: Unknown::default(),
        }));
    }
}

fn rule_off(dice: &mut Dice) -> RuleOff {
    RuleOff { rule: dice.pick(&CODES).into(), by: "Oskar".into(), reason: "Not for us".into(), unknown: Unknown::default() }
}

fn some_settings(dice: &mut Dice, percent: usize) -> Settings {
    let mut settings = Settings::default();
    for threshold in Settings::THRESHOLDS {
        if dice.chance(percent) {
            let between = dice.between(threshold.least.into(), threshold.most.into());
            let near = dice.between((threshold.default / 2).into(), (threshold.default * 2).into());
            let near = near.clamp(threshold.least.into(), threshold.most.into());
            let all = [i32::from(threshold.least), i32::from(threshold.most), between, near, near];
            (threshold.set)(&mut settings, u16::try_from(dice.pick(&all)).ok());
        }
    }
    settings.values_hint_only = dice.chance(percent);
    if dice.chance(percent * 2) {
        let severity = dice.pick(Grade::ALL);
        settings.severities.push(RuleGrade { rule: dice.pick(&CODES).into(), severity, unknown: Unknown::default() });
    }
    settings
}

/// Creators who are new to the brand and ask for one product on one day, beside those who are there.
fn crowd(dice: &mut Dice, campaign: &mut Campaign) {
    let (product, on) = (campaign.products[0].id, day(dice.between(5, 30)));
    for at in 0..dice.between(2, 4) {
        let creator = Creator::new(CreatorId(dice.ids().id()), format!("Robin {at}"));
        let mut lane = Lane::of_creator(LaneId(dice.ids().id()), creator.id);
        for (kind, days) in [(Kind::Announcement, -20), (Kind::Values, -14), (Kind::Community, -8), (Kind::Product, 0)] {
            let mut moment = Moment::new(dice.ids().moment(), kind, dice.pick(&TITLES));
            moment.when = When::On(on.plus(days));
            if kind.is_ask() {
                moment.product = Some(product);
                moment.cta = Some(Cta::Soft);
                moment.audience_value.push(AudienceValue::Engage);
            }
            lane.moments.push(Arc::new(moment));
        }
        campaign.creators.push(Arc::new(creator));
        campaign.lanes.push(Arc::new(lane));
    }
}

fn random_acceptance(dice: &mut Dice, campaign: &Campaign) -> Acceptance {
    let lane = &campaign.lanes[dice.below(campaign.lanes.len())];
    let target = match lane.moments.first() {
        Some(moment) if dice.chance(50) => Scope::Moment(moment.id),
        _ if dice.chance(20) => Scope::Campaign,
        _ => Scope::Lane(lane.id),
    };
    Acceptance {
        id: AcceptanceId(dice.ids().id()),
        rule: if dice.chance(60) { dice.pick(&["PBR-01", "PBR-07", "FIT-02"]) } else { dice.pick(&CODES) }.into(),
        target,
        reason: "She has worn it for years".into(),
        owner: "Oskar".into(),
        until: dice.chance(50).then(|| day(dice.between(-30, 300))),
        show_to_client: dice.chance(50),
        facts: if dice.chance(20) { vec!["Something that was true once".into()] } else { Vec::new() },
        unknown: Unknown::default(),
    }
}

/// How the cards of a lane say when they come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Dated,
    Relative,
    Order,
    Undated,
    Mixed,
}

fn random_lane(dice: &mut Dice, campaign: &Campaign, kind: LaneKind, creator: Option<CreatorId>) -> Lane {
    let mut lane = Lane::empty(LaneId(dice.ids().id()), kind);
    lane.creator = creator;
    lane.brand = dice.chance(30).then(|| campaign.brands[dice.below(campaign.brands.len())].id);
    if kind == LaneKind::Creator {
        lane.mode = if dice.chance(12) { LaneMode::Slot } else { LaneMode::Partnership };
        let relationship = &mut lane.relationship;
        relationship.status = dice.pick(RelationshipStatus::ALL);
        relationship.basis = dice.chance(50).then(|| dice.pick(Basis::ALL));
        if dice.chance(55) {
            relationship.evidence = vec!["Wore it in three videos".into()];
        }
        relationship.last_visible = dice.chance(35).then(|| day(dice.between(-250, 10)));
        lane.organic_per_week = dice.chance(20).then(|| dice.pick(&[1, 3, 7]));
        if dice.chance(25) {
            lane.value_links.push(ValueLink {
                creator: dice.pick(&VALUES).into(),
                brand: dice.pick(&VALUES).into(),
                unknown: Unknown::default(),
            });
        }
        lane.values_compared =
            dice.chance(30).then(|| Compared { by: "Oskar".into(), on: day(-10), unknown: Unknown::default() });
    }
    lane.audience_group = dice.chance(12).then(|| "duo".into());
    let style = dice.pick(&[Style::Dated, Style::Dated, Style::Dated, Style::Relative, Style::Order, Style::Mixed]);
    if kind == LaneKind::Creator && dice.chance(35) {
        sound_arc(dice, campaign, &mut lane, style);
    }
    for _ in 0..dice.below(if lane.moments.is_empty() { 9 } else { 4 }) {
        let mut moment = random_moment(dice, campaign, style);
        if kind == LaneKind::Brand && dice.chance(50) {
            moment.features = campaign.creators.iter().take(2).map(|creator| creator.id).collect();
        }
        if kind == LaneKind::Brand && dice.chance(20) {
            moment.brand = Some(campaign.brands[dice.below(campaign.brands.len())].id);
        }
        lane.moments.push(Arc::new(moment));
    }
    lane.notes = random_notes(&lane);
    lane
}

/// Thoughts on some lanes. They are drawn apart, so that everything else is what it is without them.
fn random_notes(lane: &Lane) -> Vec<Arc<Note>> {
    let mut dice = Dice::new(lane.id.0.bits());
    let count = if dice.chance(40) { 1 + dice.below(3) } else { 0 };
    let note = |_| {
        let id = NoteId(dice.ids().id());
        let when = match lane.moments.get(dice.below(lane.moments.len())) {
            Some(moment) if dice.chance(70) => moment.when,
            _ => dice.pick(&[When::On(day(3)), When::Relative(-2), When::Order(2), When::Undated]),
        };
        Arc::new(Note::new(id, when, dice.pick(&["Ask about the 12th", "Her birthday?", "Zwei Zeilen\nhier"])))
    };
    (0..count).map(note).collect()
}

/// A run-up and what follows it, as it should be but for a card that is missing now and then: most rules speak of lanes that
/// are nearly right.
fn sound_arc(dice: &mut Dice, campaign: &Campaign, lane: &mut Lane, style: Style) {
    const ARC: [(Kind, i32); 9] = [
        (Kind::Announcement, 0),
        (Kind::Values, 4),
        (Kind::Community, 9),
        (Kind::Product, 14),
        (Kind::Story, 18),
        (Kind::Community, 24),
        (Kind::Product, 30),
        (Kind::Impact, 38),
        (Kind::Product, 160),
    ];
    let (from, length) = (dice.between(-5, 30), 4 + dice.below(6));
    let at_once = dice.chance(12);
    for (place, (kind, days)) in (1..).zip(ARC).take(length) {
        if dice.chance(15) {
            continue;
        }
        let mut moment = random_moment(dice, campaign, Style::Undated);
        (moment.kind, moment.mentions_brand, moment.time) = (kind, false, None);
        moment.covers.clear();
        if at_once && place == 1 {
            moment.covers = vec![Kind::Values, Kind::Community];
        }
        if at_once && (2..4).contains(&place) {
            continue;
        }
        moment.when = match style {
            Style::Order => When::Order(place),
            Style::Relative => When::Relative(days - 20),
            _ => When::On(day(from + days)),
        };
        if kind.is_ask() {
            moment.product = Some(campaign.products[dice.below(campaign.products.len())].id);
            moment.cta = dice.chance(80).then(|| dice.pick(Cta::ALL));
        } else if moment.cta == Some(Cta::Hard) {
            moment.cta = None;
        }
        lane.moments.push(Arc::new(moment));
    }
}

fn random_moment(dice: &mut Dice, campaign: &Campaign, style: Style) -> Moment {
    const OFTEN: [Kind; 6] = [Kind::Announcement, Kind::Values, Kind::Community, Kind::Product, Kind::Product, Kind::Story];
    let kind = if dice.chance(70) { dice.pick(&OFTEN) } else { dice.pick(Kind::ALL) };
    let id = dice.ids().moment();
    let mut moment = Moment::new(id, kind, dice.pick(&TITLES));
    for _ in 0..2 {
        if dice.chance(18) {
            let also = dice.pick(&[Kind::Values, Kind::Community, Kind::Origin, Kind::Announcement]);
            if !moment.plays(also) {
                moment.covers.push(also);
            }
        }
    }
    let style = match style {
        Style::Mixed => dice.pick(&[Style::Dated, Style::Dated, Style::Relative, Style::Order, Style::Undated]),
        other => other,
    };
    // Few different days make ties; now and then a far one makes a long silence.
    let offset = if dice.chance(15) { dice.between(90, 260) } else { dice.between(0, 30) };
    moment.when = match style {
        Style::Dated if dice.chance(92) => When::On(day(offset)),
        Style::Relative if dice.chance(92) => When::Relative(offset - 40),
        Style::Order if dice.chance(92) => When::Order(dice.between(1, 8)),
        _ => When::Undated,
    };
    if matches!(moment.when, When::On(_) | When::Relative(_)) && dice.chance(30) {
        moment.time = Time::parse(dice.pick(&["09:00", "12:30", "18:00"]));
    }
    moment.status = if dice.chance(50) { Status::Draft } else { dice.pick(Status::ALL) };
    moment.mentions_brand = kind == Kind::Organic && dice.chance(50);
    moment.platform = dice.chance(60).then(|| dice.pick(Platform::ALL));
    moment.hook = dice.chance(40).then(|| "“Minus eighteen, no watch, no plan.”".into());
    for value in AudienceValue::ALL {
        if dice.chance(25) {
            moment.audience_value.push(*value);
        }
    }
    moment.shared_value = dice.chance(35).then(|| dice.pick(&VALUES).into());
    if moment.is_ask() || dice.chance(10) {
        moment.product = dice.chance(80).then(|| campaign.products[dice.below(campaign.products.len())].id);
        moment.cta = dice.chance(75).then(|| dice.pick(Cta::ALL));
        moment.placement = dice.chance(40).then(|| dice.pick(Placement::ALL));
    }
    moment.compensation = dice.chance(50).then(|| dice.pick(Compensation::ALL));
    moment.creative_control = dice.chance(40).then(|| dice.pick(Control::ALL));
    moment.must_say = dice.chance(10).then(|| "Sizes 36 to 48".into());
    if moment.compensation.is_some() && dice.chance(50) {
        moment.disclosure = Disclosure {
            text: dice.chance(70).then(|| dice.pick(&LABELS).into()),
            spoken: dice.chance(30),
            platform_label: dice.chance(40),
            unknown: Unknown::default(),
        };
    }
    moment.format = dice.chance(40).then(|| dice.pick(Format::ALL));
    moment.duration = dice.chance(30).then(|| dice.pick(&[1, 9, 10, 11, 45]));
    moment.cause = dice.chance(12);
    moment.proof = (moment.cause && dice.chance(40)).then(|| "The fund, audited".into());
    moment.owner = dice.chance(20).then(|| "Oskar".into());
    moment.cost = dice.chance(30).then(|| Money::new(i64::from(dice.between(1, 90)) * 10_000, "EUR")).flatten();
    moment
}

fn some_values(dice: &mut Dice) -> Vec<String> {
    VALUES.iter().filter(|_| dice.chance(40)).map(|&value| value.to_owned()).collect()
}

fn day(offset: i32) -> Day {
    Day::from_number(FIRST_DAY + offset)
}

/// A large plan as an agency has it: `moments` dated cards spread over `lanes` creator lanes (at least one), each lane an
/// arc that repeats, about a card every ten days, over at most three years.
#[must_use]
pub fn large_plan(seed: u64, moments: usize, lanes: usize) -> Campaign {
    let dice = &mut Dice::new(seed);
    let lanes = lanes.max(1);
    let id = dice.ids().plan();
    let mut campaign = Campaign::new(id, "Large plan");
    let mut brand = Brand::new(BrandId(dice.ids().id()), "Northbound");
    brand.values = vec!["Patience".into(), "Mending".into(), "Company".into()];
    campaign.brands.push(Arc::new(brand));
    for name in ["Fjell 2", "Trail Jacket", "Mending kit"] {
        campaign.products.push(Arc::new(Product::new(ProductId(dice.ids().id()), name)));
    }
    campaign.start = Some(day(0));
    campaign.markets = ["US", "UK", "DE"].map(str::to_owned).to_vec();
    for lane in 0..lanes {
        let name = NAMES[lane % NAMES.len()];
        let mut creator = Creator::new(CreatorId(dice.ids().id()), format!("{name} {}", lane + 1));
        creator.values = vec!["Patience".into(), "Craft".into()];
        let mut row = Lane::of_creator(LaneId(dice.ids().id()), creator.id);
        row.relationship.status = dice.pick(RelationshipStatus::ALL);
        if dice.chance(70) {
            row.relationship.evidence.push("Wore it in three videos".into());
        }
        campaign.creators.push(Arc::new(creator));
        let count = moments / lanes + usize::from(lane < moments % lanes);
        let every = (3 * 365).min(count * 10) as f64 / count.max(1) as f64;
        for at in 0..count {
            let moment = large_moment(dice, &campaign, at, (at as f64 * every) as i32);
            row.moments.push(Arc::new(moment));
        }
        campaign.lanes.push(Arc::new(row));
    }
    campaign
}

fn large_moment(dice: &mut Dice, campaign: &Campaign, at: usize, offset: i32) -> Moment {
    const ARC: [Kind; 8] = [
        Kind::Announcement,
        Kind::Values,
        Kind::Community,
        Kind::Product,
        Kind::Story,
        Kind::Engage,
        Kind::Community,
        Kind::Product,
    ];
    let id = dice.ids().moment();
    let kind = ARC[at % ARC.len()];
    let mut moment = Moment::new(id, kind, format!("{} {}", TITLES[at % TITLES.len()], at + 1));
    moment.when = When::On(day(offset + dice.between(-2, 2).max(-offset)));
    moment.status = dice.pick(&[Status::Draft, Status::InReview, Status::Approved, Status::Scheduled]);
    moment.platform = Some(dice.pick(&[Platform::Instagram, Platform::TikTok, Platform::YouTube]));
    moment.hook = dice.chance(60).then(|| "“Minus eighteen, no watch, no plan.”".into());
    moment.audience_value.push(dice.pick(AudienceValue::ALL));
    moment.shared_value = dice.chance(40).then(|| "Patience".into());
    moment.cost = Money::new(i64::from(dice.between(2, 40)) * 10_000, "EUR");
    if kind.is_ask() {
        moment.product = Some(campaign.products[dice.below(campaign.products.len())].id);
        moment.cta = Some(dice.pick(&[Cta::Soft, Cta::Soft, Cta::Hard]));
        moment.compensation = Some(Compensation::Paid);
        // Who plans for three markets has a label for all of them; one card in ten has another one, or none.
        let other = dice.chance(10);
        moment.disclosure.text = (!other || dice.chance(60)).then(|| if other { dice.pick(&LABELS) } else { GOOD_LABEL }.into());
        moment.disclosure.platform_label = dice.chance(80);
    }
    moment.cause = dice.chance(1);
    moment
}
