//! Every field of a plan, set through its control: it is in the document then, as one step with a name, and undo takes it
//! back exactly.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::edit::Document;
use momentboard::model::*;
use momentboard::ui::view::{About, Selection};

use crate::panel_host::{Host, Show, day, id, window};

pub type Panel = Harness<'static, Host>;

/// The plan of the host with what some fields need: a second brand, a picture, a lane of the brand, an undated card.
pub fn plan() -> Campaign {
    let mut campaign = (**Host::new(Show::Inspector).doc.campaign()).clone();
    campaign.brands.push(Arc::new(Brand::new(BrandId::parse("fjell").unwrap(), "Fjellhus")));
    let mut lane = Lane::empty(LaneId::parse("own").unwrap(), LaneKind::Brand);
    lane.moments.push(Arc::new(Moment::new(id("own-card"), Kind::Announcement, "We sign Tobi")));
    campaign.lanes.push(Arc::new(lane));
    let mut product = Product::new(ProductId::parse("tonic").unwrap(), "Tonic");
    product.sensitive = Some(Sensitive::Health);
    campaign.products.push(Arc::new(product));
    let tobi = Arc::make_mut(&mut campaign.lanes[0]);
    let mut organic = Moment::new(id("t-own"), Kind::Organic, "A run of his own");
    organic.when = When::Order(3);
    tobi.moments.push(Arc::new(organic));
    campaign
}

pub fn panel_on(campaign: Campaign, selection: Selection) -> Panel {
    let mut host = Host::new(Show::Inspector);
    host.doc = Document::unsaved(campaign);
    host.selection = selection;
    host.derive();
    host.width = 320.0;
    window(host, Theme::Light, [420.0, 2600.0])
}

pub fn pick(panel: &mut Panel, field: &str, choice: &str) {
    panel.get_by_role_and_label(Role::ComboBox, field).click();
    panel.run();
    panel.get_by_role_and_label(Role::MenuItem, choice).click();
    panel.run();
}

pub fn press(panel: &mut Panel, role: Role, name: &str) {
    panel.get_by_role_and_label(role, name).click();
    panel.run();
}

pub fn write(panel: &mut Panel, field: &str, text: &str) {
    let lines = panel.query_by_role_and_label(Role::MultilineTextInput, field).is_some();
    let role = if lines { Role::MultilineTextInput } else { Role::TextInput };
    panel.get_by_role_and_label(role, field).focus();
    panel.run();
    panel.key_press_modifiers(Modifiers::COMMAND, Key::A);
    panel.run();
    for letter in text.chars() {
        panel.event(egui::Event::Text(letter.to_string()));
        panel.run();
    }
}

/// What one does to set a field, and what the plan says then.
type Case = (&'static str, fn(&mut Panel), fn(&Campaign) -> bool);

/// Sets each field on a fresh panel: one named step, and undo gives the plan back as it was.
fn check(selection: &Selection, cases: &[Case]) {
    for (name, act, says) in cases {
        let before = plan();
        assert!(!says(&before), "{name}: says so before anything is done");
        let mut panel = panel_on(before.clone(), selection.clone());
        if panel.query_by_role_and_label(Role::DisclosureTriangle, "More fields").is_some() {
            press(&mut panel, Role::DisclosureTriangle, "More fields");
        }
        act(&mut panel);
        let host = panel.state();
        assert!(says(host.doc.campaign()), "{name}: is not in the plan");
        assert_eq!(host.doc.undo_depth(), 1, "{name}: is one step");
        let label = host.doc.undo_label().unwrap_or_default();
        assert!(label.starts_with("Change ") || label.starts_with("Move "), "{name}: the step is called {label}");
        panel.state_mut().doc.undo();
        assert_eq!(**panel.state().doc.campaign(), before, "{name}: undo takes it back");
    }
}

fn ask(campaign: &Campaign) -> &Moment {
    campaign.moment(id("t-ask")).unwrap().1
}

pub fn selected(moment: &str, lane: Option<&str>) -> Selection {
    Selection::moment(id(moment), lane.and_then(LaneId::parse))
}

#[test]
fn every_field_of_a_moment_has_its_control() {
    let cases: &[Case] = &[
        ("title", |p| write(p, "Title", "Later"), |c| ask(c).title == "Later"),
        ("kind", |p| press(p, Role::RadioButton, "Values story"), |c| ask(c).kind == Kind::Values),
        (
            "a further kind",
            |p| {
                press(p, Role::Button, "Further kinds");
                press(p, Role::MenuItem, "Teaser");
            },
            |c| ask(c).kind == Kind::Teaser,
        ),
        (
            "covers",
            |p| {
                press(p, Role::Button, "Also covers: add");
                press(p, Role::MenuItem, "Origin");
            },
            |c| ask(c).covers == [Kind::Origin],
        ),
        (
            "creator",
            |p| pick(p, "Creator", "Maren Solheim"),
            |c| c.moment(id("t-ask")).unwrap().0.unwrap().id == LaneId::parse("maren").unwrap(),
        ),
        ("date", |p| write(p, "Date", "3 Oct"), |c| ask(c).when == When::On(day(10, 3))),
        (
            "a day of the calendar",
            |p| {
                press(p, Role::Button, "Date: pick a day");
                press(p, Role::Button, "The month after");
                press(p, Role::Button, "12 Oct 2027");
            },
            |c| ask(c).when == When::On(day(10, 12)),
        ),
        ("window", |p| pick(p, "May move", "± 3 d"), |c| ask(c).window.as_ref().is_some_and(|w| (w.before, w.after) == (3, 3))),
        ("when", |p| pick(p, "When", "Not dated"), |c| ask(c).when == When::Undated),
        ("time", |p| write(p, "Time", "09:30"), |c| ask(c).time == Time::parse("09:30")),
        ("platform", |p| pick(p, "Channel", "YouTube"), |c| ask(c).platform == Some(Platform::YouTube)),
        ("format", |p| pick(p, "Format", "Reel"), |c| ask(c).format == Some(Format::Reel)),
        ("duration", |p| write(p, "Length", "12"), |c| ask(c).duration == Some(12)),
        ("hook", |p| write(p, "Hook", "Wait"), |c| ask(c).hook.as_deref() == Some("Wait")),
        ("audience value", |p| press(p, Role::CheckBox, "Educate"), |c| ask(c).audience_value == [AudienceValue::Educate]),
        (
            "shared value",
            |p| pick(p, "Shared value", "Nobody runs alone · both"),
            |c| ask(c).shared_value.as_deref() == Some("Nobody runs alone"),
        ),
        (
            "another shared value",
            |p| {
                pick(p, "Shared value", "Other…");
                write(p, "In other words", "Grit");
            },
            |c| ask(c).shared_value.as_deref() == Some("Grit"),
        ),
        ("cause", |p| press(p, Role::CheckBox, "Takes a social or political stand"), |c| ask(c).cause),
        ("proof", |p| write(p, "Backed by", "Report"), |c| ask(c).proof.as_deref() == Some("Report")),
        ("call to action", |p| press(p, Role::RadioButton, "Soft"), |c| ask(c).cta == Some(Cta::Soft)),
        ("product", |p| pick(p, "Product", "Tonic"), |c| ask(c).product == ProductId::parse("tonic")),
        ("placement", |p| pick(p, "Placement", "A part of their own piece"), |c| ask(c).placement == Some(Placement::Embedded)),
        ("pay", |p| pick(p, "Pay", "Affiliate"), |c| ask(c).compensation == Some(Compensation::Affiliate)),
        ("label", |p| write(p, "Label", "Ad"), |c| ask(c).disclosure.text.as_deref() == Some("Ad")),
        (
            "a usual label",
            |p| {
                press(p, Role::Button, "Label: what the plan names already");
                press(p, Role::MenuItem, "Anzeige");
            },
            |c| ask(c).disclosure.text.as_deref() == Some("Anzeige"),
        ),
        ("platform label", |p| press(p, Role::CheckBox, "Platform label"), |c| ask(c).disclosure.platform_label),
        ("spoken", |p| press(p, Role::CheckBox, "Said aloud"), |c| ask(c).disclosure.spoken),
        ("control", |p| press(p, Role::RadioButton, "Shared"), |c| ask(c).creative_control == Some(Control::Shared)),
        ("must say", |p| write(p, "Has to be said", "Tested"), |c| ask(c).must_say.as_deref() == Some("Tested")),
        ("status", |p| pick(p, "Status", "Approved"), |c| ask(c).status == Status::Approved),
        ("owner", |p| write(p, "Owner", "Lena"), |c| ask(c).owner.as_deref() == Some("Lena")),
        ("fee", |p| write(p, "Fee", "1.250,50 gbp"), |c| ask(c).cost == Money::parse("1250.50 GBP")),
        ("measures", |p| write(p, "Measures", "saves, shares"), |c| ask(c).kpis == ["saves", "shares"]),
        ("links", |p| write(p, "Links", "https://a.example"), |c| ask(c).links == ["https://a.example"]),
        ("notes", |p| write(p, "Notes", "Ask"), |c| ask(c).notes.as_deref() == Some("Ask")),
    ];
    check(&selected("t-ask", Some("tobi")), cases);
}

#[test]
fn fields_that_only_some_moments_have_are_there_for_them() {
    let of = |c: &Campaign, key: &str| Moment::clone(c.moment(id(key)).unwrap().1);
    assert_eq!(of(&plan(), "t-own").kind, Kind::Organic);
    check(
        &selected("t-own", Some("tobi")),
        &[
            (
                "mentions brand",
                |p| press(p, Role::CheckBox, "Names the brand"),
                |c| c.moment(id("t-own")).unwrap().1.mentions_brand,
            ),
            ("place", |p| write(p, "Place", "7"), |c| c.moment(id("t-own")).unwrap().1.when == When::Order(7)),
            (
                "relative day",
                |p| pick(p, "When", "Days from day 0"),
                |c| matches!(c.moment(id("t-own")).unwrap().1.when, When::Relative(0)),
            ),
        ],
    );
    check(
        &selected("own-card", Some("own")),
        &[
            (
                "features",
                |p| {
                    press(p, Role::Button, "Names: add");
                    press(p, Role::MenuItem, "Tobi Achterberg");
                },
                |c| c.moment(id("own-card")).unwrap().1.features == [CreatorId::parse("tobi").unwrap()],
            ),
            ("brand", |p| pick(p, "Brand", "Fjellhus"), |c| c.moment(id("own-card")).unwrap().1.brand == BrandId::parse("fjell")),
        ],
    );
    check(
        &selected("idea", None),
        &[(
            "meant for",
            |p| pick(p, "Meant for", "Tobi Achterberg"),
            |c| c.moment(id("idea")).unwrap().1.for_creator == CreatorId::parse("tobi"),
        )],
    );
}

fn tobis(campaign: &Campaign) -> &Lane {
    campaign.lane(LaneId::parse("tobi").unwrap()).unwrap()
}

#[test]
fn every_field_of_a_lane_has_its_control() {
    let cases: &[Case] = &[
        (
            "kind",
            |p| press(p, Role::RadioButton, "Community"),
            |c| tobis(c).kind == LaneKind::Community && tobis(c).creator.is_none(),
        ),
        ("creator", |p| pick(p, "Creator", "Maren Solheim"), |c| tobis(c).creator == CreatorId::parse("maren")),
        ("brand", |p| pick(p, "Brand", "Fjellhus"), |c| tobis(c).brand == BrandId::parse("fjell")),
        ("relationship", |p| press(p, Role::RadioButton, "Warm"), |c| tobis(c).relationship.status == RelationshipStatus::Warm),
        ("basis", |p| pick(p, "Connection", "Ambassador"), |c| tobis(c).relationship.basis == Some(Basis::Ambassador)),
        ("since", |p| write(p, "Since", "2024"), |c| tobis(c).relationship.since.as_deref() == Some("2024")),
        ("last visible", |p| write(p, "Seen together", "2027-05-01"), |c| tobis(c).relationship.last_visible == Some(day(5, 1))),
        ("evidence", |p| write(p, "Evidence", "A post"), |c| tobis(c).relationship.evidence == ["A post"]),
        (
            "recorded by",
            |p| write(p, "Noted by", "L"),
            |c| tobis(c).relationship.recorded_by.as_deref() == Some("L") && tobis(c).relationship.recorded_on == Some(day(9, 2)),
        ),
        ("recorded on", |p| write(p, "Noted on", "2027-08-01"), |c| tobis(c).relationship.recorded_on == Some(day(8, 1))),
        ("mode", |p| pick(p, "Told as", "Recurring slot"), |c| tobis(c).mode == LaneMode::Slot),
        ("organic per week", |p| write(p, "Posts a week", "4"), |c| tobis(c).organic_per_week == Some(4)),
        ("audience group", |p| write(p, "Audience", "duo"), |c| tobis(c).audience_group.as_deref() == Some("duo")),
    ];
    check(&Selection::lane(LaneId::parse("tobi").unwrap()), cases);
    let own: &[Case] = &[("name", |p| write(p, "Name", "Our feed"), |c| c.lanes[2].name.as_deref() == Some("Our feed"))];
    check(&Selection::lane(LaneId::parse("own").unwrap()), own);
}

fn tobi(campaign: &Campaign) -> &Creator {
    campaign.creator(CreatorId::parse("tobi").unwrap()).unwrap()
}

#[test]
fn every_field_of_a_creator_has_its_control() {
    let cases: &[Case] = &[
        ("name", |p| write(p, "Name", "Tobias"), |c| tobi(c).name == "Tobias"),
        ("handle", |p| write(p, "Handle", "@t"), |c| tobi(c).handle.as_deref() == Some("@t")),
        (
            "platforms",
            |p| {
                press(p, Role::Button, "Channels: add");
                press(p, Role::MenuItem, "Twitch");
            },
            |c| tobi(c).platforms == [Platform::Twitch],
        ),
        ("values", |p| write(p, "Values", "Craft, Wit"), |c| tobi(c).values == ["Craft", "Wit"]),
        ("voice", |p| write(p, "Voice", "dry, warm"), |c| tobi(c).voice.words == ["dry", "warm"]),
        ("never says", |p| write(p, "Never says", "hustle"), |c| tobi(c).voice.never_says.as_deref() == Some("hustle")),
        (
            "rules out",
            |p| {
                press(p, Role::Button, "Add to rules out");
                write(p, "Rules out: Category", "gambling");
                write(p, "Rules out: Consent all the same", "By mail");
                press(p, Role::Button, "Done: rules out");
            },
            |c| tobi(c).no_go.iter().any(|topic| topic.category == "gambling" && topic.consent.as_deref() == Some("By mail")),
        ),
        (
            "past deals",
            |p| {
                press(p, Role::Button, "Add to earlier deals");
                write(p, "Earlier deals: Deal with", "RivalCo");
                write(p, "Earlier deals: To", "20 Feb 2027");
                write(p, "Earlier deals: Exclusive until", "1 May 2027");
                write(p, "Earlier deals: Agreed to be no obstacle by", "Lena");
                press(p, Role::Button, "Done: earlier deals");
            },
            |c| {
                tobi(c).past.iter().any(|deal| {
                    deal.brand == "RivalCo"
                        && deal.to == Some(day(2, 20))
                        && deal.exclusive_until == Some(day(5, 1))
                        && deal.waived.as_ref().is_some_and(|waived| waived.by == "Lena" && waived.on == day(9, 2))
                })
            },
        ),
        ("audience size", |p| write(p, "Followers", "214k"), |c| tobi(c).audience_size == Some(214_000)),
        ("followers since", |p| write(p, "Follow since", "2019"), |c| tobi(c).followers_since.as_deref() == Some("2019")),
        ("young audience", |p| write(p, "Under 18", "12"), |c| tobi(c).young_audience == Some(12)),
        ("about", |p| write(p, "About", "Runs"), |c| tobi(c).about.as_deref() == Some("Runs")),
        ("contact", |p| write(p, "Contact", "t@x"), |c| tobi(c).contact.as_deref() == Some("t@x")),
        ("languages", |p| write(p, "Languages", "de, en"), |c| tobi(c).languages == ["de", "en"]),
    ];
    check(&Selection::about(About::Creator(CreatorId::parse("tobi").unwrap())), cases);
}

#[test]
fn every_field_of_a_product_has_its_control() {
    fn tonic(campaign: &Campaign) -> &Product {
        campaign.product(ProductId::parse("tonic").unwrap()).unwrap()
    }
    let cases: &[Case] = &[
        ("name", |p| write(p, "Name", "Tonic 2"), |c| tonic(c).name == "Tonic 2"),
        ("brand", |p| pick(p, "Brand", "Fjellhus"), |c| tonic(c).brand == BrandId::parse("fjell")),
        ("category", |p| write(p, "Category", "drinks"), |c| tonic(c).category.as_deref() == Some("drinks")),
        ("available from", |p| write(p, "Available", "2027-09-20"), |c| tonic(c).available_from == Some(day(9, 20))),
        ("delivery proof", |p| write(p, "Delivery", "Stock"), |c| tonic(c).delivery_proof.as_deref() == Some("Stock")),
        ("sensitive", |p| pick(p, "Sensitive", "Finance"), |c| tonic(c).sensitive == Some(Sensitive::Finance)),
        (
            "verified",
            |p| write(p, "Checked by", "L"),
            |c| tonic(c).verified.as_ref().is_some_and(|v| v.by == "L" && v.on == day(9, 2)),
        ),
    ];
    check(&Selection::about(About::Product(ProductId::parse("tonic").unwrap())), cases);
}

#[test]
fn every_field_of_a_brand_has_its_control() {
    fn nb(campaign: &Campaign) -> &Brand {
        campaign.brand(BrandId::parse("nb").unwrap()).unwrap()
    }
    let cases: &[Case] = &[
        ("name", |p| write(p, "Name", "Northbound AB"), |c| nb(c).name == "Northbound AB"),
        ("values", |p| write(p, "It stands for", "Craft"), |c| nb(c).values == ["Craft"]),
        (
            "proof",
            |p| {
                press(p, Role::Button, "Add to does for it");
                write(p, "Does for it: Value", "Mend before new");
                write(p, "Does for it: What the brand does", "Repairs for free");
                press(p, Role::Button, "Done: does for it");
            },
            |c| nb(c).proof.iter().any(|proof| proof.does == "Repairs for free" && proof.link.is_none()),
        ),
        ("competitors", |p| write(p, "Competitors", "RivalCo"), |c| nb(c).competitors == ["RivalCo"]),
    ];
    check(&Selection::about(About::Brand(BrandId::parse("nb").unwrap())), cases);
    let fjell = Selection::about(About::Brand(BrandId::parse("fjell").unwrap()));
    check(&fjell, &[("order", |p| press(p, Role::Button, "Make it the first"), |c| c.brands[0].name == "Fjellhus")]);
}

#[test]
fn every_field_of_the_campaign_has_its_control() {
    let cases: &[Case] = &[
        ("name", |p| write(p, "Name", "Autumn"), |c| c.name == "Autumn"),
        ("line", |p| write(p, "Line", "One"), |c| c.line.as_deref() == Some("One")),
        ("objective", |p| pick(p, "Objective", "Reputation"), |c| c.objective == Some(Objective::Reputation)),
        ("start", |p| write(p, "First day", "2027-08-01"), |c| c.start == Some(day(8, 1))),
        ("end", |p| write(p, "Last day", "2027-12-24"), |c| c.end == Some(day(12, 24))),
        ("continues", |p| press(p, Role::CheckBox, "Goes on after the end"), |c| c.continues),
        (
            "day 0",
            |p| write(p, "Day 0", "Launch"),
            |c| c.anchor.as_ref().is_some_and(|a| a.label == "Launch" && a.date.is_none()),
        ),
        (
            "day 0 has a date",
            |p| write(p, "Day 0 is on", "2027-10-25"),
            |c| c.anchor.as_ref().is_some_and(|anchor| anchor.date == Some(day(10, 25))),
        ),
        (
            "phases",
            |p| {
                press(p, Role::Button, "Add to phases");
                write(p, "Phases: Name", "Earn");
                write(p, "Phases: From", "20 Sep");
                write(p, "Phases: To", "20 Oct");
                pick(p, "Phases: What it is", "Launch");
                press(p, Role::Button, "Done: phases");
            },
            |c| {
                c.phases
                    .iter()
                    .any(|phase| phase.name == "Earn" && phase.from == day(9, 20) && phase.kind == Some(PhaseKind::Launch))
            },
        ),
        (
            "blackouts",
            |p| {
                press(p, Role::Button, "Add to blackout dates");
                write(p, "Blackout dates: From", "24 Oct");
                write(p, "Blackout dates: To", "25 Oct");
                write(p, "Blackout dates: Why", "Election");
                press(p, Role::Button, "Done: blackout dates");
            },
            |c| c.blackouts.iter().any(|days| days.to == day(10, 25) && days.why.as_deref() == Some("Election")),
        ),
        ("budget", |p| write(p, "Budget", "70,000"), |c| c.budget == Money::parse("70000 EUR")),
        ("audience", |p| write(p, "Audience", "Runners"), |c| c.audience.as_deref() == Some("Runners")),
        ("audience values", |p| write(p, "Stands for", "Craft"), |c| c.audience_values == ["Craft"]),
        ("markets", |p| write(p, "Markets", "de, gb"), |c| c.markets == ["DE", "GB"]),
        ("time zone", |p| write(p, "Time zone", "Europe/Oslo"), |c| c.time_zone.as_deref() == Some("Europe/Oslo")),
        ("measures", |p| write(p, "Measures", "saves"), |c| c.kpis == ["saves"]),
    ];
    check(&Selection::about(About::Campaign), cases);
}

#[test]
fn what_cannot_be_read_stays_and_says_so_quietly() {
    let creator = Selection::about(About::Creator(CreatorId::parse("tobi").unwrap()));
    let moment = selected("t-ask", Some("tobi"));
    for (selection, field, written, hint) in [
        (&Selection::about(About::Campaign), "Budget", "a lot", "Not an amount yet"),
        (&Selection::about(About::Campaign), "First day", "2028-01-01", "Not a day yet"),
        (&Selection::about(About::Campaign), "Markets", "Germany", "Not country codes yet"),
        (&Selection::about(About::Campaign), "Time zone", "here", "Not a time zone yet"),
        (&creator, "Followers", "many", "Not a number of people yet"),
        (&creator, "Under 18", "101", "Not a share yet"),
        (&moment, "Fee", "cheap", "Not an amount yet"),
        (&moment, "Date", "30 Feb", "Not a day yet"),
    ] {
        let mut panel = panel_on(plan(), selection.clone());
        write(&mut panel, field, written);
        panel.key_press(Key::Tab);
        panel.run();
        let node = panel.get_by_role_and_label(Role::TextInput, field);
        let says = node.accesskit_node().data().description().is_some_and(|text| text.starts_with(hint));
        assert!(says, "{field}: says what it waits for");
        let value = panel.get_by_role_and_label(Role::TextInput, field).accesskit_node().value();
        assert_eq!(value.as_deref(), Some(written), "{field}: keeps what was written");
    }
}
