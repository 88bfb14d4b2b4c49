//! What leaves the house: nothing a reader must not see, nothing that runs, the same bytes every time.

use std::sync::Arc;

use momentboard::check::{Finding, NotChecked, Noticed, Report, Severity, Stale, State, rule};
use momentboard::model::{
    Acceptance, AcceptanceId, Basis, Brand, BrandId, Campaign, Compensation, Control, Creator, CreatorId, Cta, Day, Format,
    IdSource, Kind, Lane, LaneId, Moment, MomentId, Money, Phase, Picture, PictureId, PlanId, Platform, Product, ProductId,
    RelationshipStatus, RuleOff, Scope, Status, Time, Unknown, When, Window,
};
use momentboard::share::{Choice, Format as Written, Reader, Section, html, markdown, plan};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::plans::{large_plan, random_plan};

/// A page without a date.
fn choice() -> Choice {
    Choice::new(Reader::Client, Written::Html)
}

/// The same for somebody.
fn choice_for(reader: Reader) -> Choice {
    Choice::new(reader, Written::Html)
}

/// Texts that only the team may see, each planted in one field.
pub(crate) const SECRET: [&str; 23] = [
    "xownerx",
    "xnotesx",
    "xevidencex",
    "xrecordedx",
    "xcontactx",
    "xideax",
    "xriskownerx",
    "xhiddenreasonx",
    "xhiddenfindingx",
    "xopentitlex",
    "xopenmessagex",
    "XCODE-7",
    "xoffbyx",
    "xoffwhyx",
    "xlinkx",
    "xproofx",
    "7,341",
    "PBR-01",
    "PBR-14",
    "xnotcheckedx",
    "xhelpx",
    "xstalereasonx",
    "xstalemessagex",
];
/// Words for approval states and pay, which the client's page never needs.
pub(crate) const STATES: [&str; 6] = ["In review", "Scheduled", "Approved", "Affiliate", "8,652", "Internal"];
/// Texts that everybody may see.
const OPEN: [&str; 14] = [
    "xplanx",
    "xlinex",
    "xcreatorx",
    "xhandlex",
    "xtitlex",
    "xhookx",
    "xproductx",
    "xvaluex",
    "xlabelx",
    "xsayx",
    "xsentencex",
    "xreasonx",
    "xbrandx",
    "xphasex",
];

fn id(text: &str) -> momentboard::model::Id {
    momentboard::model::Id::parse(text).unwrap()
}

/// A plan in which every field holds a text of its own, with findings for it. `wrap` changes each of those texts.
pub(crate) fn full(wrap: &dyn Fn(&str) -> String) -> (Campaign, Report) {
    let day = |text: &str| Day::parse(text).unwrap();
    let mut campaign = Campaign::new(PlanId::default(), wrap("xplanx"));
    campaign.line = Some(wrap("xlinex"));
    campaign.budget = Money::parse("8652 EUR");
    campaign.start = Some(day("2027-08-23"));
    let mut brand = Brand::new(BrandId(id("brand")), wrap("xbrandx"));
    brand.values = vec![wrap("xvaluex")];
    campaign.brands.push(Arc::new(brand));
    campaign.products.push(Arc::new(Product::new(ProductId(id("product")), wrap("xproductx"))));
    campaign.phases.push(Phase {
        name: wrap("xphasex"),
        from: day("2027-09-01"),
        to: day("2027-12-01"),
        kind: None,
        unknown: Unknown::default(),
    });
    campaign.rules_off.push(RuleOff {
        rule: wrap("XCODE-7"),
        by: wrap("xoffbyx"),
        reason: wrap("xoffwhyx"),
        unknown: Unknown::default(),
    });
    let mut creator = Creator::new(CreatorId(id("creator")), wrap("xcreatorx"));
    creator.handle = Some(wrap("xhandlex"));
    creator.contact = Some(wrap("xcontactx"));
    creator.about = Some(wrap("xaboutx"));
    creator.audience_size = Some(214_000);
    creator.platforms = vec![Platform::Instagram];
    let mut lane = Lane::of_creator(LaneId(id("lane")), creator.id);
    lane.relationship.status = RelationshipStatus::Established;
    lane.relationship.basis = Some(Basis::GenuineUser);
    lane.relationship.evidence = vec![wrap("xevidencex")];
    lane.relationship.recorded_by = Some(wrap("xrecordedx"));
    lane.relationship.since = Some(wrap("x2024x"));
    let mut card = Moment::new(MomentId(id("card")), Kind::Product, wrap("xtitlex"));
    card.covers = vec![Kind::Community];
    card.when = When::On(day("2027-09-16"));
    card.time = Time::parse("09:30");
    card.window = Some(Window { before: 2, after: 2, unknown: Unknown::default() });
    card.status = Status::InReview;
    card.platform = Some(Platform::Instagram);
    card.format = Some(Format::Reel);
    card.hook = Some(wrap("xhookx"));
    card.shared_value = Some(wrap("xvaluex"));
    card.product = Some(ProductId(id("product")));
    card.cta = Some(Cta::Soft);
    card.compensation = Some(Compensation::Affiliate);
    card.creative_control = Some(Control::Shared);
    card.disclosure.text = Some(wrap("xlabelx"));
    card.must_say = Some(wrap("xsayx"));
    card.owner = Some(wrap("xownerx"));
    card.notes = Some(wrap("xnotesx"));
    card.proof = Some(wrap("xproofx"));
    card.links = vec![wrap("xlinkx")];
    card.cost = Money::parse("7341 EUR");
    let mut second = Moment::new(MomentId(id("second")), Kind::Offer, wrap("xtitlex"));
    second.when = When::On(day("2027-10-30"));
    second.status = Status::Scheduled;
    let mut idea = Moment::new(MomentId(id("idea")), Kind::Story, wrap("xideax"));
    idea.notes = Some(wrap("xideax"));
    let accept = |name: &str, reason: &str, show_to_client: bool| Acceptance {
        id: AcceptanceId(id(name)),
        rule: wrap("XCODE-7"),
        target: Scope::Moment(MomentId(id("card"))),
        reason: wrap(reason),
        owner: wrap("xriskownerx"),
        until: None,
        show_to_client,
        facts: vec![wrap("xnotesx")],
        unknown: Unknown::default(),
    };
    campaign.acceptances.push(Arc::new(accept("shown", "xreasonx", true)));
    campaign.acceptances.push(Arc::new(accept("hidden", "xhiddenreasonx", false)));
    campaign.acceptances.push(Arc::new(accept("expired", "xstalereasonx", true)));
    let finding = |message: &str, state: State, moment: &str| -> Finding {
        let noticed = Noticed {
            rule: rule("PBR-01").expect("the rule"),
            severity: Severity::Error,
            lane: Some(LaneId(id("lane"))),
            moments: vec![MomentId(id(moment))],
            field: None,
            title: "xopentitlex",
            message: wrap(message).into(),
            help: "xhelpx".into(),
            date: None,
            facts: vec![wrap("xfactx")].into(),
            threshold: Some(momentboard::check::Limit {
                setting: "xthresholdx",
                value: 7,
                origin: momentboard::check::Origin::Plan,
            }),
            eased: None,
            clears: "xclearsx",
            missing: None,
            state,
        };
        noticed.into()
    };
    let accepted = |name: &str| State::Accepted(AcceptanceId(id(name)));
    let report = Report {
        findings: vec![
            finding("xsentencex", accepted("shown"), "card"),
            finding("xhiddenfindingx", accepted("hidden"), "card"),
            finding("xopenmessagex", State::Open, "second"),
            finding("xstalemessagex", State::Stale(AcceptanceId(id("expired")), Stale::Expired), "second"),
        ],
        not_checked: vec![NotChecked { lane: LaneId(id("lane")), code: "PBR-14", reason: "xnotcheckedx".into() }],
        ..Report::default()
    };
    lane.moments = vec![Arc::new(card), Arc::new(second)];
    campaign.creators.push(Arc::new(creator));
    campaign.lanes.push(Arc::new(lane));
    campaign.ideas.push(Arc::new(idea));
    (campaign, report)
}

fn pages(campaign: &Campaign, report: &Report, reader: Reader) -> [String; 2] {
    let view = plan(campaign, report, reader);
    [html(&view, &choice_for(reader)), markdown(&view, &choice_for(reader))].map(|bytes| String::from_utf8(bytes).expect("UTF-8"))
}

#[test]
fn the_client_sees_the_story_and_nothing_else() {
    let (campaign, report) = full(&|text| text.to_owned());
    let view = format!("{:?}", plan(&campaign, &report, Reader::Client));
    for text in SECRET {
        assert!(!view.contains(text), "{text} is in the client's view");
    }
    for page in pages(&campaign, &report, Reader::Client) {
        for text in SECRET.iter().chain(&STATES) {
            assert!(!page.contains(text), "{text} leaks: {}", around(&page, text));
        }
        for text in OPEN {
            assert!(page.contains(text) || text == "xphasex" && page.starts_with('#'), "{text} is missing");
        }
        assert!(!page.to_lowercase().contains("asked before followers know why"), "an open error does not show in a marker");
    }
}

fn around<'a>(page: &'a str, text: &str) -> &'a str {
    let at = page.find(text).unwrap_or(0);
    let from = (0..=at.saturating_sub(60)).rev().find(|at| page.is_char_boundary(*at)).unwrap_or(0);
    let to = (at..page.len()).find(|end| *end > at + 40 && page.is_char_boundary(*end)).unwrap_or(page.len());
    &page[from..to]
}

#[test]
fn the_team_sees_everything() {
    let (campaign, report) = full(&|text| text.to_owned());
    let [page, text] = pages(&campaign, &report, Reader::Internal);
    for secret in SECRET.iter().filter(|text| **text != "xideax") {
        assert!(page.contains(secret), "{secret} is missing in the page");
        let plain = text.replace('\\', "");
        assert!(plain.contains(secret), "{secret} is missing in the Markdown");
    }
    for page in [page, text] {
        assert!(!page.contains("xideax"), "ideas are counted, not shown");
        assert!(page.contains("1 idea"));
    }
}

#[test]
fn no_number_of_the_curve_is_written_and_its_caption_is() {
    let (campaign, _) = full(&|text| text.to_owned());
    for page in pages(&campaign, &Report::default(), Reader::Client) {
        assert!(page.to_lowercase().contains("planning heuristic"));
        assert!(page.contains("at the end of the plan"));
        let text = visible(&page);
        assert!(!text.contains("0.6") && !text.contains("0\\.6") && !text.contains("60 %"), "{text}");
    }
}

/// What stands between the tags of a page, without its style.
fn visible(page: &str) -> String {
    let body = page.split_once("</style>").map_or(page, |(_, body)| body);
    body.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect()
}

const HOSTILE: [&str; 8] = [
    "<script>alert(1)</script>",
    "\" onload=\"alert(1)",
    "' onerror='alert(1)",
    "]]> --> </style></title></svg>",
    "| a | b |",
    "`code` *bold* [x](javascript:alert(1)) # no",
    "gnp.\u{202E}exe\u{2069}\u{2069}",
    "\u{B}\u{0}\u{1b}[31m\u{9b}&amp;",
];

#[test]
fn hostile_texts_stay_text_in_every_field() {
    for hostile in HOSTILE {
        let (campaign, report) = full(&|text| format!("{hostile}{text}"));
        for reader in [Reader::Internal, Reader::Client] {
            let [page, text] = pages(&campaign, &report, reader);
            check_html(&page);
            for bytes in [&page, &text] {
                assert!(bytes.chars().all(|c| c == '\n' || !c.is_control()), "{hostile:?} leaves a control character");
                for line in bytes.lines() {
                    let count = |of: &[char]| line.chars().filter(|c| of.contains(c)).count();
                    let opened = count(&['\u{202A}', '\u{202B}', '\u{202D}', '\u{202E}']);
                    assert_eq!(opened, count(&['\u{202C}']), "a direction leaves its text");
                    assert_eq!(count(&['\u{2066}', '\u{2067}', '\u{2068}']), count(&['\u{2069}']));
                }
            }
            check_markdown(&text);
        }
    }
}

/// Every row of a table has as many cells as its head, nothing opens HTML, a link or code.
fn check_markdown(text: &str) {
    let mut columns = None;
    for line in text.lines() {
        let bare: Vec<char> = unescaped(line);
        assert!(!bare.iter().any(|c| matches!(c, '<' | '`' | '[' | ']')), "{line}");
        if line.starts_with('|') {
            let cells = bare.iter().filter(|c| **c == '|').count();
            assert_eq!(*columns.get_or_insert(cells), cells, "{line}");
        } else {
            columns = None;
        }
    }
}

/// The characters that are not behind a backslash.
fn unescaped(line: &str) -> Vec<char> {
    let mut bare = Vec::new();
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        if c == '\\' {
            chars.next();
        } else {
            bare.push(c);
        }
    }
    bare
}

/// Reads a page as a parser does: tags are balanced, only known elements and attributes appear, and nothing in it
/// reaches out of the page.
fn check_html(page: &str) {
    const VOID: [&str; 3] = ["meta", "img", "!doctype"];
    const ATTRIBUTES: [&str; 36] = [
        "lang",
        "charset",
        "http-equiv",
        "content",
        "name",
        "id",
        "class",
        "dir",
        "href",
        "src",
        "alt",
        "role",
        "tabindex",
        "scope",
        "aria-labelledby",
        "aria-label",
        "data-label",
        "aria-hidden",
        "focusable",
        "width",
        "height",
        "viewBox",
        "preserveAspectRatio",
        "x",
        "y",
        "x1",
        "x2",
        "y1",
        "y2",
        "r",
        "rx",
        "cx",
        "cy",
        "d",
        "text-anchor",
        "transform",
    ];
    let mut open: Vec<&str> = Vec::new();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let mut end = None;
        let mut quote = None;
        for (at, c) in rest.char_indices() {
            match (quote, c) {
                (None, '"') => quote = Some('"'),
                (Some('"'), '"') => quote = None,
                (None, '>') => {
                    end = Some(at);
                    break;
                }
                _ => {}
            }
        }
        let tag = &rest[..end.unwrap_or_else(|| panic!("a tag does not end: {}", &rest[..rest.len().min(80)]))];
        rest = &rest[tag.len() + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "closed out of order");
            continue;
        }
        let is_closed = tag.ends_with('/');
        let (name, attributes) = tag.trim_end_matches('/').split_once(' ').unwrap_or((tag.trim_end_matches('/'), ""));
        assert!(name != "script" && name != "iframe" && name != "link" && name != "object" && name != "base", "<{name}>");
        let mut attributes = attributes.trim();
        while !attributes.is_empty() && name != "!doctype" {
            let (key, value) = attributes.split_once("=\"").unwrap_or_else(|| panic!("unquoted attribute in <{tag}>"));
            let (value, after) = value.split_once('"').expect("a closing quote");
            assert!(ATTRIBUTES.contains(&key) && !key.starts_with("on"), "attribute {key:?} in <{name}>");
            if key == "href" {
                assert!(value.starts_with('#') || name == "image" && value.starts_with("data:image/"), "{value}");
            }
            if key == "src" {
                assert!(value.starts_with("data:image/"), "{value}");
            }
            attributes = after.trim();
        }
        if !is_closed && !VOID.contains(&name) {
            open.push(name);
        }
        if name == "style" {
            let style = &rest[..rest.find("</style>").expect("the style ends")];
            assert!(!style.contains("url(") && !style.contains("@import"));
            rest = &rest[style.len()..];
        }
    }
    assert!(open.is_empty(), "left open: {open:?}");
    assert!(page.contains("default-src 'none'; img-src data:; style-src 'unsafe-inline'"));
}

#[test]
fn headings_go_down_one_step_at_a_time_and_pictures_have_a_text() {
    let (mut campaign, report) = full(&|text| text.to_owned());
    let picture = PictureId::parse(&"a".repeat(64)).unwrap();
    let mut png = std::io::Cursor::new(Vec::new());
    image::RgbImage::new(4, 3).write_to(&mut png, image::ImageFormat::Png).unwrap();
    let bytes: Arc<[u8]> = png.into_inner().into();
    campaign.pictures.push(Arc::new(Picture {
        id: picture,
        name: "xfilex.gif".into(),
        width: 1,
        height: 1,
        bytes,
        unknown: momentboard::model::Unknown::default(),
    }));
    let lane = Arc::make_mut(&mut campaign.lanes[0]);
    Arc::make_mut(&mut lane.moments[0]).image = Some(picture);
    let [page, _] = pages(&campaign, &report, Reader::Internal);
    check_html(&page);
    let levels: Vec<u32> = page.match_indices("<h").filter_map(|(at, _)| page[at + 2..].chars().next()?.to_digit(10)).collect();
    assert_eq!(levels.first(), Some(&1));
    assert!(levels.windows(2).all(|pair| pair[1] <= pair[0] + 1), "{levels:?}");
    // Cover and card show the same picture, which is in the page once.
    assert_eq!((page.matches("data:image/jpeg;base64,").count(), page.matches("<img ").count()), (1, 0));
    assert!(page.contains("role=\"img\" aria-label=\"Picture for “xtitlex”\"><use href=\"#pic-0\"/>"));
    let view = plan(&campaign, &report, Reader::Internal);
    let mut bare = Choice::new(Reader::Internal, Written::Html);
    bare.sections.remove(&Section::Cover);
    let once = String::from_utf8(html(&view, &bare)).unwrap();
    check_html(&once);
    assert!(once.contains(r#"<img src="data:image/jpeg;base64,"#) && once.contains("alt=\"Picture for “xtitlex”\""));
    assert!(!page.contains("xfilex"), "names of files stay here");
    // What claims to be a picture and is none is left out.
    Arc::make_mut(&mut campaign.pictures[0]).bytes = Arc::from(&b"<svg onload='x'>"[..]);
    let [page, _] = pages(&campaign, &report, Reader::Internal);
    assert!(!page.contains("<img ") && !page.contains("#pic-"));
}

#[test]
fn the_day_of_the_version_is_the_callers() {
    let (campaign, report) = full(&|text| text.to_owned());
    let view = plan(&campaign, &report, Reader::Client);
    let dated = Choice { made_on: Day::parse("2027-09-02"), ..choice() };
    let text = String::from_utf8(markdown(&view, &dated)).unwrap();
    assert!(text.contains("Client version, 2 Sep 2027"));
    assert!(!String::from_utf8(markdown(&view, &choice())).unwrap().contains("Client version,"));
}

#[test]
fn an_empty_plan_and_a_large_one_are_pages_too() {
    let empty = Campaign::new(IdSource::seeded(1).plan(), "");
    for reader in [Reader::Internal, Reader::Client] {
        let [page, text] = pages(&empty, &Report::default(), reader);
        check_html(&page);
        assert!(page.contains("no lane in this plan") && text.contains("no lane in this plan"));
    }
    let [page, _] = pages(&large_plan(1, 1000, 40), &Report::default(), Reader::Client);
    check_html(&page);
    assert_eq!(page.matches("class=\"card ").count(), 1000);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, rng_seed: RngSeed::Fixed(7), ..ProptestConfig::default() })]

    #[test]
    fn any_plan_becomes_a_sound_page_and_the_same_one_twice(seed in any::<u64>()) {
        let campaign = random_plan(seed);
        for reader in [Reader::Internal, Reader::Client] {
            let once = pages(&campaign, &Report::default(), reader);
            check_html(&once[0]);
            check_markdown(&once[1]);
            prop_assert_eq!(&once, &pages(&campaign, &Report::default(), reader));
            let mut turned = campaign.clone();
            for lane in &mut turned.lanes {
                Arc::make_mut(lane).moments.reverse();
            }
            prop_assert_eq!(&once, &pages(&turned, &Report::default(), reader));
        }
    }
}

#[test]
fn what_has_only_one_of_two_things_says_just_that_one() {
    let mut plan_ = Campaign::new(PlanId::default(), "One");
    let mut lane = Lane::empty(LaneId::parse("brand").unwrap(), momentboard::model::LaneKind::Brand);
    let mut card = Moment::new(MomentId::parse("card").unwrap(), Kind::Values, "Card");
    card.must_say = Some("mended".to_owned());
    card.disclosure.text = Some("Ad".to_owned());
    // As wide as the file can have it: the sum of both sides has more digits than either.
    card.window = Some(Window { before: u16::MAX, after: 1, unknown: Unknown::default() });
    card.when = When::On(Day::new(2027, 9, 2).unwrap());
    lane.moments.push(Arc::new(card));
    plan_.lanes.push(Arc::new(lane));
    let report = momentboard::check::check(&plan_, &momentboard::check::Options::default());
    let text = String::from_utf8(markdown(&plan(&plan_, &report, Reader::Client), &choice())).unwrap();
    let row = text.lines().find(|line| line.starts_with('|') && line.contains("Card")).unwrap();
    let cells: Vec<&str> = row.trim_matches('|').split(" | ").map(str::trim).collect();
    assert_eq!(cells[3..], ["mended", "Ad"], "columns in which nothing stands are left out: {row}");
    assert!(cells[0].contains("65535"), "{row}");
}
