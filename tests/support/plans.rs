//! Plans out of a number, for property tests and benches: the same seed always gives the same plan.

#![allow(dead_code, reason = "each binary that includes this file uses a part of it")]
#![allow(unreachable_pub, reason = "a file that is included cannot tell how far its items reach")]

use std::sync::Arc;

use momentboard::model::{
    Acceptance, AcceptanceId, Anchor, AudienceValue, Basis, Brand, BrandId, Campaign, Compared, Compensation, Control, Creator,
    CreatorId, Cta, Day, IdSource, Kind, Lane, LaneId, LaneKind, LaneMode, Moment, Money, Phase, PhaseKind, Placement, Platform,
    Product, ProductId, Profile, RelationshipStatus, Scope, Sensitive, Status, Time, Unknown, ValueLink, Verified, When,
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

/// A small plan that holds a little of everything: ties on a day with and without times, undated, relative, order-only
/// and mixed lanes, slot, brand and community lanes, several brands and products, every relationship status with and
/// without evidence, long silences, published cards, ideas in the tray, links between values, some acceptances.
#[must_use]
pub fn random_plan(seed: u64) -> Campaign {
    let dice = &mut Dice::new(seed);
    let id = dice.ids().plan();
    let mut campaign = Campaign::new(id, format!("Plan {seed}"));
    for at in 0..=dice.below(2) {
        let mut brand = Brand::new(BrandId(dice.ids().id()), ["Northbound", "Fjell"][at]);
        brand.values = some_values(dice);
        campaign.brands.push(Arc::new(brand));
    }
    for at in 0..=dice.below(3) {
        let mut product = Product::new(ProductId(dice.ids().id()), ["Fjell 2", "Trail Jacket", "Mending kit"][at]);
        product.brand = dice.chance(40).then(|| campaign.brands[campaign.brands.len() - 1].id);
        product.sensitive = dice.chance(25).then(|| dice.pick(Sensitive::ALL));
        product.verified =
            dice.chance(20).then(|| Verified { by: "Legal".into(), on: day(0), note: None, unknown: Unknown::default() });
        campaign.products.push(Arc::new(product));
    }
    for at in 0..=dice.below(4) {
        let first = dice.below(2) * 4;
        let mut creator = Creator::new(CreatorId(dice.ids().id()), NAMES[first + at]);
        creator.values = some_values(dice);
        campaign.creators.push(Arc::new(creator));
    }
    campaign.start = dice.chance(50).then(|| day(dice.between(-20, 0)));
    campaign.end = dice.chance(40).then(|| day(dice.between(150, 400)));
    campaign.anchor = dice.chance(60).then(|| Anchor {
        label: "Launch".into(),
        date: dice.chance(50).then(|| day(dice.between(0, 90))),
        unknown: Unknown::default(),
    });
    campaign.continues = dice.chance(30);
    campaign.settings.profile = dice.chance(40).then_some(Profile::Strict);
    campaign.settings.same_drop_days = dice.chance(10).then(|| dice.pick(&[0, 1, 5]));
    campaign.settings.min_value_before = dice.chance(10).then(|| dice.pick(&[0, 1, 3]));
    if dice.chance(20) {
        let from = day(dice.between(0, 60));
        campaign.phases.push(Phase {
            name: "Launch".into(),
            from,
            to: from.plus(dice.between(0, 40)),
            kind: Some(dice.pick(PhaseKind::ALL)),
            unknown: Unknown::default(),
        });
    }
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
    for _ in 0..dice.below(3) {
        let mut idea = random_moment(dice, &campaign, Style::Undated);
        idea.status = Status::Idea;
        idea.for_creator = dice.chance(50).then(|| campaign.creators[0].id);
        campaign.ideas.push(Arc::new(idea));
    }
    for _ in 0..dice.below(2) {
        let lane = &campaign.lanes[dice.below(campaign.lanes.len())];
        let target = match lane.moments.first() {
            Some(moment) if dice.chance(50) => Scope::Moment(moment.id),
            _ => Scope::Lane(lane.id),
        };
        let acceptance = Acceptance {
            id: AcceptanceId(dice.ids().id()),
            rule: dice.pick(&["PBR-01", "PBR-07", "FIT-02"]).into(),
            target,
            reason: "She has worn it for years".into(),
            owner: "Oskar".into(),
            until: dice.chance(50).then(|| day(dice.between(-30, 300))),
            show_to_client: dice.chance(50),
            facts: Vec::new(),
            unknown: Unknown::default(),
        };
        campaign.acceptances.push(Arc::new(acceptance));
    }
    campaign
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
    let style = dice.pick(&[Style::Dated, Style::Dated, Style::Dated, Style::Relative, Style::Order, Style::Mixed]);
    for _ in 0..dice.below(9) {
        let mut moment = random_moment(dice, campaign, style);
        if kind == LaneKind::Brand && dice.chance(50) {
            moment.features = campaign.creators.iter().take(2).map(|creator| creator.id).collect();
        }
        lane.moments.push(Arc::new(moment));
    }
    lane
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
    }
    moment
}
