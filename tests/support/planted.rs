//! A plan in which every field that holds a text holds one that is given, whatever it is.

#![allow(unreachable_pub, reason = "a file that is included cannot tell how far its items reach")]

use std::cmp::Ordering;
use std::sync::Arc;

use momentboard::model::{
    Acceptance, AcceptanceId, Anchor, Blackout, Brand, BrandFont, BrandId, BrandKit, Campaign, Compared, Compensation, Control,
    Creator, CreatorId, Cta, Day, FontBytes, Format, House, Id, Kind, Lane, LaneId, LaneKind, Moment, MomentId, Money, NoGo,
    Note, NoteId, OwnPage, PageReaders, PastDeal, Phase, Picture, PlanId, Platform, Product, ProductId, Proof,
    RelationshipStatus, RuleOff, Scope, SettingChange, Settings, Status, Time, Unknown, ValueLink, Verified, Vocabulary, When,
    Window,
};

/// Texts, one after the other, and again from the first.
pub struct Texts<'a> {
    all: &'a [String],
    next: usize,
}

impl<'a> Texts<'a> {
    /// These texts, beginning with that one.
    pub fn from(all: &'a [String], first: usize) -> Self {
        Self { all, next: first }
    }

    fn one(&mut self) -> String {
        let text = self.all[self.next % self.all.len()].clone();
        self.next += 1;
        text
    }

    /// A text where there may be none.
    #[expect(clippy::unnecessary_wraps, reason = "fields that may be missing are filled with it")]
    fn some(&mut self) -> Option<String> {
        Some(self.one())
    }

    fn list(&mut self, count: usize) -> Vec<String> {
        (0..count).map(|_| self.one()).collect()
    }
}

/// How large a plan is.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Lanes of creators; one lane of the brand and one of the community come to them.
    pub lanes: usize,
    /// Moments of each.
    pub moments: usize,
}

/// A place of the texts from which it is far to the place of any other field.
const STRIDE: usize = 13;

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

fn day(after: usize) -> Day {
    Day::from_number(21_067 + i32::try_from(after).unwrap())
}

/// A small picture with a name.
pub fn picture(name: String, shade: u8) -> Picture {
    let mut png = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(4, 3, image::Rgb([shade, 80, 90])).write_to(&mut png, image::ImageFormat::Png).unwrap();
    let kept = momentboard::store::picture::from_bytes("x.png", png.get_ref()).unwrap();
    Picture { name, ..kept }
}

/// The plan. Equal texts give equal plans.
pub fn plan(texts: &[String], first: usize, size: Size) -> Campaign {
    let mut next = Texts::from(texts, first);
    let next = &mut next;
    let mut campaign = Campaign::new(PlanId::from_bits(7), next.one());
    frame(&mut campaign, next);
    of_brand(&mut campaign, next);
    let mut at = 0;
    for lane in 0..size.lanes + 2 {
        let mut lane = self::lane(&mut campaign, lane, size.lanes, next);
        for _ in 0..size.moments {
            lane.moments.push(Arc::new(moment(texts, first + at, at, &campaign)));
            at += 1;
        }
        campaign.lanes.push(Arc::new(lane));
    }
    let mut idea = Moment::new(MomentId(id("idea")), Kind::Story, next.one());
    idea.notes = next.some();
    campaign.ideas.push(Arc::new(idea));
    for (name, show_to_client) in [("shown", true), ("hidden", false)] {
        campaign.acceptances.push(Arc::new(Acceptance {
            id: AcceptanceId(id(name)),
            rule: next.one(),
            target: Scope::Campaign,
            reason: next.one(),
            owner: next.one(),
            until: None,
            show_to_client,
            facts: next.list(2),
            unknown: Unknown::default(),
        }));
    }
    for readers in [PageReaders::Everyone, PageReaders::Team] {
        campaign.own_pages.push(OwnPage { title: next.one(), text: next.one(), readers, unknown: Unknown::default() });
    }
    campaign
}

fn frame(campaign: &mut Campaign, next: &mut Texts<'_>) {
    let unknown = Unknown::default;
    campaign.line = next.some();
    campaign.anchor = Some(Anchor { label: next.one(), date: Some(day(30)), unknown: unknown() });
    campaign.markets = next.list(5);
    campaign.time_zone = next.some();
    let phase = |name: String, at: usize| Phase { name, from: day(at), to: day(at + 20), kind: None, unknown: unknown() };
    campaign.phases = (0..3).map(|at| phase(next.one(), at * 25)).collect();
    campaign.blackouts.push(Blackout { from: day(3), to: day(4), why: next.some(), unknown: unknown() });
    campaign.audience = next.some();
    campaign.audience_values = next.list(3);
    campaign.kpis = next.list(3);
    campaign.budget = Money::parse("8652 EUR");
    let off = |next: &mut Texts<'_>| RuleOff { rule: next.one(), by: next.one(), reason: next.one(), unknown: unknown() };
    campaign.rules_off = vec![off(next)];
    campaign.settings.min_lead_days = Some(9);
    campaign.settings.changes.push(SettingChange {
        setting: "min_lead_days".into(),
        author: next.one(),
        on: None,
        reason: next.one(),
        unknown: unknown(),
    });
    campaign.house = Some(Arc::new(House {
        name: next.one(),
        settings: Settings::default(),
        vocabulary: Vocabulary::default(),
        rules_off: vec![off(next)],
        unknown: unknown(),
    }));
}

fn of_brand(campaign: &mut Campaign, next: &mut Texts<'_>) {
    for at in 0..4 {
        let mut brand = Brand::new(BrandId(id(&format!("brand{at}"))), next.one());
        brand.values = next.list(4);
        brand.competitors = next.list(2);
        brand.proof = vec![Proof { value: next.one(), does: next.one(), link: next.some(), unknown: Unknown::default() }];
        campaign.brands.push(Arc::new(brand));
        let mut product = Product::new(ProductId(id(&format!("product{at}"))), next.one());
        product.category = next.some();
        product.delivery_proof = next.some();
        let (by, note) = (next.one(), next.some());
        product.verified = Some(Verified { by, on: day(0), note, unknown: Unknown::default() });
        campaign.products.push(Arc::new(product));
    }
    for shade in 0..4 {
        campaign.pictures.push(Arc::new(picture(next.one(), 40 * shade)));
    }
    let font = |family: String| {
        let data = FontBytes(Arc::from(&include_bytes!("../../assets/fonts/NotoSansHebrew-Regular.ttf")[..]));
        Some(Arc::new(BrandFont { family, data, unknown: Unknown::default() }))
    };
    campaign.brand_kit = Some(Arc::new(BrandKit {
        logo: Some(campaign.pictures[0].id),
        cover: Some(campaign.pictures[1].id),
        heading: font(next.one()),
        body: None,
        footer: next.some(),
        prepared_by: next.some(),
        ..BrandKit::default()
    }));
}

fn creator(at: usize, next: &mut Texts<'_>) -> Creator {
    let mut creator = Creator::new(CreatorId(id(&format!("creator{at}"))), next.one());
    creator.handle = next.some();
    creator.contact = next.some();
    creator.about = next.some();
    creator.values = next.list(2);
    creator.languages = next.list(2);
    creator.audience_size = Some(214_000);
    creator.platforms = vec![Platform::Instagram];
    creator.followers_since = next.some();
    creator.voice.words = next.list(2);
    creator.voice.never_says = next.some();
    creator.no_go = vec![NoGo { category: next.one(), consent: next.some(), unknown: Unknown::default() }];
    creator.past = vec![PastDeal {
        brand: next.one(),
        category: next.some(),
        from: None,
        to: None,
        exclusive_until: None,
        waived: None,
        unknown: Unknown::default(),
    }];
    creator
}

fn lane(campaign: &mut Campaign, at: usize, creators: usize, next: &mut Texts<'_>) -> Lane {
    let lane_id = LaneId(id(&format!("lane{at}")));
    let mut lane = match at.cmp(&creators) {
        Ordering::Less => {
            let creator = creator(at, next);
            let lane = Lane::of_creator(lane_id, creator.id);
            campaign.creators.push(Arc::new(creator));
            lane
        }
        Ordering::Equal => Lane { name: next.some(), ..Lane::empty(lane_id, LaneKind::Brand) },
        Ordering::Greater => Lane { name: next.some(), ..Lane::empty(lane_id, LaneKind::Community) },
    };
    lane.audience_group = next.some();
    lane.relationship.status = RelationshipStatus::Established;
    lane.relationship.since = next.some();
    lane.relationship.evidence = next.list(2);
    lane.relationship.recorded_by = next.some();
    lane.value_links = vec![ValueLink { creator: next.one(), brand: next.one(), unknown: Unknown::default() }];
    lane.values_compared = Some(Compared { by: next.one(), on: day(0), unknown: Unknown::default() });
    lane.notes = vec![Arc::new(Note::new(NoteId(id(&format!("note{at}"))), When::On(day(at)), next.one()))];
    lane
}

/// The fields of a moment stand far apart in the texts, so that over all moments every text is in every field.
fn moment(texts: &[String], first: usize, at: usize, campaign: &Campaign) -> Moment {
    let mut place = first;
    let mut field = || {
        let text = texts[place % texts.len()].clone();
        place += STRIDE;
        text
    };
    let kinds = [Kind::Announcement, Kind::Values, Kind::Product, Kind::Offer, Kind::Organic];
    let mut moment = Moment::new(MomentId(id(&format!("moment{at}"))), kinds[at % kinds.len()], field());
    moment.when = When::On(day(at));
    moment.time = Time::parse("09:30");
    moment.window = Some(Window { before: 2, after: 1, unknown: Unknown::default() });
    moment.status = Status::Approved;
    moment.platform = Some(Platform::Instagram);
    moment.format = Some(Format::Reel);
    moment.cta = Some(Cta::Hard);
    moment.compensation = Some(Compensation::Paid);
    moment.creative_control = Some(Control::Shared);
    moment.product = campaign.products.get(at % 4).map(|product| product.id);
    moment.image = at.is_multiple_of(9).then(|| campaign.pictures[2 + at / 9 % 2].id);
    moment.cost = Money::parse("7341 EUR");
    moment.hook = Some(field());
    moment.shared_value = Some(field());
    moment.disclosure.text = Some(field());
    moment.must_say = Some(field());
    moment.proof = Some(field());
    moment.owner = Some(field());
    moment.notes = Some(field());
    moment.kpis = vec![field(), field()];
    moment.links = vec![field(), field()];
    moment
}
