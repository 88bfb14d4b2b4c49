//! A change of every field there is, for the tests of the history.

use std::collections::BTreeSet;

use momentboard::edit::{BrandChange, CampaignChange, CreatorChange, Edit, LaneChange, MomentChange, ProductChange};
use momentboard::model::{
    Anchor, AudienceValue, Blackout, Brand, BrandId, BrandKit, Campaign, Compared, Compensation, Control, Creator, CreatorId,
    Cta, Day, Disclosure, Format, House, Id, Kind, Lane, LaneId, LaneMode, Moment, MomentId, Money, NoGo, Note, NoteId,
    Objective, OwnPage, PageReaders, PastDeal, Phase, PhaseKind, Placement, Platform, Product, ProductId, Proof, Relationship,
    RelationshipStatus, RuleOff, Sensitive, Settings, Status, Time, Unknown, ValueLink, Verified, Vocabulary, Voice, When,
    Window,
};

fn day() -> Day {
    Day::from_number(21_100)
}

fn text() -> String {
    "Anything".into()
}

fn list() -> Vec<String> {
    vec!["One".into(), "Another".into()]
}

fn money() -> Option<Money> {
    Money::new(12_300, "EUR")
}

/// A change of each field of a moment.
pub(crate) fn moment(campaign: &Campaign) -> Vec<MomentChange> {
    let creator = campaign.creators.first().map(|creator| creator.id);
    vec![
        MomentChange::Kind(Kind::Impact),
        MomentChange::Covers(vec![Kind::Values, Kind::Engage]),
        MomentChange::Title("Anything".into()),
        MomentChange::Time(Time::parse("07:15")),
        MomentChange::Window(Some(Window { before: 2, after: 3, unknown: Unknown::default() })),
        MomentChange::Status(Status::Approved),
        MomentChange::ForCreator(creator),
        MomentChange::MentionsBrand(true),
        MomentChange::Platform(Some(Platform::Podcast)),
        MomentChange::Format(Some(Format::Episode)),
        MomentChange::Duration(Some(42)),
        MomentChange::Hook(Some(text())),
        MomentChange::AudienceValue(vec![AudienceValue::Educate]),
        MomentChange::SharedValue(Some(text())),
        MomentChange::Product(campaign.products.last().map(|product| product.id)),
        MomentChange::Cta(Some(Cta::Hard)),
        MomentChange::Placement(Some(Placement::Embedded)),
        MomentChange::Compensation(Some(Compensation::Gifted)),
        MomentChange::Disclosure(Disclosure {
            text: Some(text()),
            spoken: true,
            platform_label: true,
            unknown: Unknown::default(),
        }),
        MomentChange::CreativeControl(Some(Control::Brand)),
        MomentChange::MustSay(Some(text())),
        MomentChange::Cause(true),
        MomentChange::Proof(Some(text())),
        MomentChange::Owner(Some(text())),
        MomentChange::Cost(money()),
        MomentChange::Kpis(list()),
        MomentChange::Image(campaign.pictures.first().map(|picture| picture.id)),
        MomentChange::Notes(Some(text())),
        MomentChange::Links(list()),
        MomentChange::Features(creator.into_iter().collect()),
        MomentChange::Brand(campaign.brands.last().map(|brand| brand.id)),
    ]
}

/// A change of each field of a lane.
pub(crate) fn lane(campaign: &Campaign) -> Vec<LaneChange> {
    let relationship = Relationship {
        status: RelationshipStatus::Established,
        evidence: list(),
        last_visible: Some(day()),
        ..Relationship::default()
    };
    // An id of its own for each: a note is on one lane.
    let notes = campaign.lanes.iter().map(|lane| lane.notes.iter().map(|note| note.id.0.bits()).fold(1, u64::wrapping_add));
    let id = NoteId(Id::from_bits(notes.fold(campaign.moment_count() as u64, |sum, one| sum.wrapping_mul(31).wrapping_add(one))));
    vec![
        LaneChange::Notes(vec![Note::new(id, When::On(day()), text()).into()]),
        LaneChange::Brand(campaign.brands.last().map(|brand| brand.id)),
        LaneChange::Name(Some(text())),
        LaneChange::AudienceGroup(Some(text())),
        LaneChange::Mode(LaneMode::Slot),
        LaneChange::Relationship(relationship),
        LaneChange::OrganicPerWeek(Some(2)),
        LaneChange::ValueLinks(vec![ValueLink { creator: "One".into(), brand: "Another".into(), unknown: Unknown::default() }]),
        LaneChange::ValuesCompared(Some(Compared { by: "Kim".into(), on: day(), unknown: Unknown::default() })),
    ]
}

/// A change of each field of a creator.
pub(crate) fn creator() -> Vec<CreatorChange> {
    let deal = PastDeal {
        brand: "Steinbock".into(),
        category: Some(text()),
        from: None,
        to: Some(day()),
        exclusive_until: None,
        waived: None,
        unknown: Unknown::default(),
    };
    vec![
        CreatorChange::Name("Someone Else".into()),
        CreatorChange::Handle(Some(text())),
        CreatorChange::Platforms(vec![Platform::Twitch]),
        CreatorChange::Values(list()),
        CreatorChange::Voice(Voice { words: list(), never_says: Some(text()), unknown: Unknown::default() }),
        CreatorChange::NoGo(vec![NoGo { category: "gambling".into(), consent: None, unknown: Unknown::default() }]),
        CreatorChange::Past(vec![deal]),
        CreatorChange::AudienceSize(Some(61_000)),
        CreatorChange::FollowersSince(Some(text())),
        CreatorChange::YoungAudience(Some(12)),
        CreatorChange::About(Some(text())),
        CreatorChange::Contact(Some(text())),
        CreatorChange::Languages(list()),
    ]
}

/// A change of each field of a brand.
pub(crate) fn brand() -> Vec<BrandChange> {
    let proof = Proof { value: "One".into(), does: "Something".into(), link: None, unknown: Unknown::default() };
    vec![
        BrandChange::Name("Another".into()),
        BrandChange::Values(list()),
        BrandChange::Proof(vec![proof]),
        BrandChange::Competitors(list()),
    ]
}

/// A change of each field of a product.
pub(crate) fn product(campaign: &Campaign) -> Vec<ProductChange> {
    vec![
        ProductChange::Name("Another".into()),
        ProductChange::Brand(campaign.brands.first().map(|brand| brand.id)),
        ProductChange::Category(Some(text())),
        ProductChange::AvailableFrom(Some(day())),
        ProductChange::DeliveryProof(Some(text())),
        ProductChange::Sensitive(Some(Sensitive::Hfss)),
        ProductChange::Verified(Some(Verified { by: "Kim".into(), on: day(), note: Some(text()), unknown: Unknown::default() })),
    ]
}

/// A change of each field of a campaign.
pub(crate) fn campaign() -> Vec<CampaignChange> {
    let phase =
        Phase { name: "Ask".into(), from: day(), to: day().plus(9), kind: Some(PhaseKind::Launch), unknown: Unknown::default() };
    let off = RuleOff { rule: "PBR-04".into(), by: "Kim".into(), reason: "Experts".into(), unknown: Unknown::default() };
    let page = OwnPage { title: "Next".into(), text: text(), readers: PageReaders::Client, unknown: Unknown::default() };
    vec![
        CampaignChange::Name("Another plan".into()),
        CampaignChange::Line(Some(text())),
        CampaignChange::Objective(Some(Objective::Community)),
        CampaignChange::Start(Some(Day::from_number(20_000))),
        CampaignChange::End(Some(Day::from_number(22_000))),
        CampaignChange::Anchor(Some(Anchor { label: "Drop".into(), date: Some(day()), unknown: Unknown::default() })),
        CampaignChange::Continues(true),
        CampaignChange::Markets(vec!["DE".into()]),
        CampaignChange::TimeZone(Some("Europe/Berlin".into())),
        CampaignChange::Phases(vec![phase]),
        CampaignChange::Blackouts(vec![Blackout { from: day(), to: day(), why: Some(text()), unknown: Unknown::default() }]),
        CampaignChange::Budget(money()),
        CampaignChange::Audience(Some(text())),
        CampaignChange::AudienceValues(list()),
        CampaignChange::Kpis(list()),
        CampaignChange::Settings(Settings { silence_days: Some(60), ..Settings::default() }),
        CampaignChange::OwnPages(vec![page]),
        CampaignChange::RulesOff(vec![off]),
        CampaignChange::BrandKit(Some(std::sync::Arc::new(BrandKit { footer: Some(text()), ..BrandKit::default() }))),
        CampaignChange::House(Some(std::sync::Arc::new(House {
            name: "Acme".into(),
            settings: Settings { min_lead_days: Some(10), ..Settings::default() },
            vocabulary: Vocabulary::default(),
            rules_off: Vec::new(),
            unknown: Unknown::default(),
        }))),
    ]
}

/// The field that an edit of a single field changes, with the record it is in: "Moment.title".
pub(crate) fn field(edit: &Edit) -> Option<String> {
    Some(match edit {
        Edit::SetMoment { change, .. } => format!("Moment.{}", change.field()),
        Edit::SetLane { change, .. } => format!("Lane.{}", change.field()),
        Edit::SetCreator { change, .. } => format!("Creator.{}", change.field()),
        Edit::SetBrand { change, .. } => format!("Brand.{}", change.field()),
        Edit::SetProduct { change, .. } => format!("Product.{}", change.field()),
        Edit::SetCampaign { change } => format!("Campaign.{}", change.field()),
        _ => return None,
    })
}

/// Every field of the records that an edit of a single field changes. Left out are identities, and what has edits of its own.
pub(crate) fn all_fields() -> BTreeSet<String> {
    // For whom a copy was made smaller is not anybody's to edit.
    let campaign_lists =
        ["id", "brands", "products", "creators", "lanes", "ideas", "acceptances", "shared_with", "pictures", "beside"];
    let records: [(&str, &[&str], &[&str]); 6] = [
        ("Moment", Moment::FIELDS, &["id", "when"]),
        ("Lane", Lane::FIELDS, &["id", "kind", "creator", "moments"]),
        ("Creator", Creator::FIELDS, &["id"]),
        ("Brand", Brand::FIELDS, &["id"]),
        ("Product", Product::FIELDS, &["id"]),
        ("Campaign", Campaign::FIELDS, &campaign_lists),
    ];
    let fields = records.into_iter().flat_map(|(record, fields, others)| {
        let own = fields.iter().filter(|field| !others.contains(field));
        own.map(move |field| format!("{record}.{field}")).collect::<Vec<_>>()
    });
    fields.collect()
}

/// The edits of single fields of these things, one a field.
pub(crate) fn edits(
    plan: &Campaign,
    (moment_id, lane_id, creator_id): (MomentId, LaneId, CreatorId),
    (brand_id, product_id): (BrandId, ProductId),
) -> Vec<Edit> {
    let mut edits = Vec::new();
    edits.extend(moment(plan).into_iter().map(|change| Edit::SetMoment { id: moment_id, change }));
    edits.extend(lane(plan).into_iter().map(|change| Edit::SetLane { id: lane_id, change }));
    edits.extend(creator().into_iter().map(|change| Edit::SetCreator { id: creator_id, change }));
    edits.extend(brand().into_iter().map(|change| Edit::SetBrand { id: brand_id, change }));
    edits.extend(product(plan).into_iter().map(|change| Edit::SetProduct { id: product_id, change }));
    edits.extend(campaign().into_iter().map(|change| Edit::SetCampaign { change: Box::new(change) }));
    edits
}
