//! Tables and calendars of a deck: every moment stands in them, whole, inside its page, and only what the reader may see.

use std::collections::BTreeSet;
use std::sync::Arc;

use momentboard::check::Report;
use momentboard::model::{
    Anchor, Blackout, Campaign, Day, Disclosure, Kind, Moment, Money, PlanId, Platform, RuleOff, Unknown, When, Window,
};
use momentboard::share::deck::{Deck, deck};
use momentboard::share::scene::{Form, Item, Laid, Page, Point, Rect, Role, Table};
use momentboard::share::{Choice, Format, Paper, Reader, Section, Shared, Tone, Watch};

use crate::exports::{checked, demo_plan};
use crate::plans::{large_plan, random_plan};
use crate::scenes::{pages, tables, walk};

/// The sections that this file is about.
const TABLES: [Section; 7] = [
    Section::Calendar,
    Section::Deliverables,
    Section::Disclosure,
    Section::Budget,
    Section::Findings,
    Section::Accepted,
    Section::Glossary,
];

fn built(campaign: &Campaign, report: &Report, reader: Reader, paper: Paper) -> Deck {
    let choice = Choice { paper, sections: TABLES.into_iter().collect(), ..Choice::new(reader, Format::Pdf) };
    let shared = Shared::new(campaign, report, reader);
    deck(&shared.view, &shared.kit, &choice, Watch::none()).unwrap()
}

/// Every text with the rectangle that it stands in: its frame, as a slide has it.
fn frames(page: &Page) -> Vec<(Rect, &Laid)> {
    let mut all = Vec::new();
    let frame = |at: Point, laid: &Laid| Rect::from_origin_size(at, (laid.width, laid.height));
    walk(&page.items, &mut |item| match item {
        Item::Text(text) => all.push((frame(text.at, &text.laid), &*text.laid)),
        Item::Table(table) => {
            let mut y = table.at.y;
            for row in &table.rows {
                let mut x = table.at.x;
                for (column, cell) in table.columns.iter().zip(&row.cells) {
                    let at = Point::new(x + table.padding.0, y + table.padding.1);
                    all.push((frame(at, &cell.laid), &*cell.laid));
                    x += column.width;
                }
                y += row.height;
            }
        }
        _ => {}
    });
    all
}

/// What a section says, each text on a line of its own.
pub(crate) fn text(pages: &[&Page]) -> String {
    let texts = pages.iter().flat_map(|page| frames(page)).map(|(_, laid)| laid.shown().to_owned());
    texts.collect::<Vec<_>>().join("\n")
}

/// What is wrong with where things stand.
pub(crate) fn misplaced(deck: &Deck) -> Vec<String> {
    let mut wrong = Vec::new();
    for (number, page) in deck.scene.pages.iter().enumerate() {
        let bounds = page.size.to_rect().inflate(0.1, 0.1);
        let frames = frames(page);
        for (rect, laid) in frames.iter().filter(|(_, laid)| !laid.lines.is_empty()) {
            let inside = bounds.contains(rect.origin()) && bounds.contains(Point::new(rect.x1, rect.y1));
            let glyphs = laid.lines.iter().flat_map(|line| &line.runs).flat_map(|run| &run.glyphs);
            // A blank at the end of a line hangs over. In a line whose direction is turned round it pushes the rest by its own
            // width, which is less than the room beside a text.
            let seen = glyphs.filter(|glyph| !laid.text[glyph.range.clone()].trim().is_empty());
            let hangs = seen.map(|glyph| (glyph.x + glyph.advance - laid.width).max(-glyph.x)).fold(0.0, f64::max);
            if !inside || hangs > 3.0 {
                wrong.push(format!("page {number}: leaves its place {rect:?} by {hangs}: {laid:?}"));
            }
            if laid.lines.iter().flat_map(|line| &line.runs).any(|run| run.style.size < 9.0) {
                wrong.push(format!("page {number}: {laid:?} is too small"));
            }
        }
        let shown: Vec<_> = frames.iter().filter(|(_, laid)| !laid.lines.is_empty()).collect();
        for (at, (one, laid)) in shown.iter().enumerate() {
            for (other, beside) in shown.iter().skip(at + 1) {
                let both = one.intersect(*other);
                if both.width() > 0.1 && both.height() > 0.1 {
                    wrong.push(format!("page {number}: {laid:?} and {beside:?} overlap by {both:?}"));
                }
            }
        }
        walk(&page.items, &mut |item| {
            if let Item::Shape(shape) = item {
                let rect = match &shape.form {
                    Form::Rect(rect, _) | Form::Ellipse(rect) | Form::Icon(_, rect) => *rect,
                    Form::Path(path) => path.control_box(),
                };
                if !bounds.contains(rect.origin()) || !bounds.contains(Point::new(rect.x1, rect.y1)) {
                    wrong.push(format!("page {number}: a shape leaves the page: {rect:?}"));
                }
            }
        });
    }
    let anchors: BTreeSet<&str> = deck.scene.pages.iter().map(|page| page.anchor.as_str()).collect();
    if anchors.len() < deck.scene.pages.len() {
        wrong.push("two pages have one name".to_owned());
    }
    wrong
}

/// The same plan with titles that can be counted.
fn numbered(mut campaign: Campaign) -> (Campaign, Vec<String>) {
    let mut titles = Vec::new();
    for lane in &mut campaign.lanes {
        for moment in &mut Arc::make_mut(lane).moments {
            let title = format!("t{:04}x", titles.len());
            Arc::make_mut(moment).title.clone_from(&title);
            titles.push(title);
        }
    }
    (campaign, titles)
}

/// The demo plan, its days counted from one that has no date.
fn relative() -> Campaign {
    let mut campaign = demo_plan();
    let zero = Day::parse("2027-10-28").unwrap();
    (campaign.start, campaign.end) = (None, None);
    campaign.anchor = Some(Anchor { label: "Launch".to_owned(), date: None, unknown: Unknown::default() });
    for lane in &mut campaign.lanes {
        for moment in &mut Arc::make_mut(lane).moments {
            let moment = Arc::make_mut(moment);
            if let When::On(day) = moment.when {
                moment.when = When::Relative(day.since(zero));
            }
        }
    }
    campaign
}

/// A plan whose names are longer than the places they stand in.
fn wordy(mut campaign: Campaign) -> Campaign {
    let long = |word: &str| word.repeat(400);
    let name = long("Ümläut von Ärger ");
    let lane = Arc::make_mut(&mut campaign.lanes[0]);
    lane.name = Some(name.clone());
    let creator = lane.creator;
    for of in campaign.creators.iter_mut().filter(|of| Some(of.id) == creator) {
        let of = Arc::make_mut(of);
        of.name.clone_from(&name);
        of.languages = vec![long("klingon ")];
    }
    campaign.markets.push(long("Atlantis"));
    let day = |text: &str| Day::parse(text).unwrap();
    let (from, to) = (day("2027-09-03"), day("2027-10-20"));
    campaign.blackouts.push(Blackout { from, to, why: Some(long("strike ")), unknown: Unknown::default() });
    for phase in &mut campaign.phases {
        phase.name = long("preparation");
    }
    if let Some(anchor) = &mut campaign.anchor {
        anchor.label = long("launch of everything ");
    }
    campaign
}

#[test]
fn every_moment_stands_in_calendar_deliverables_and_disclosure() {
    let mut undated = demo_plan();
    for (at, lane) in undated.lanes.iter_mut().enumerate() {
        for (place, moment) in (0_i32..).zip(&mut Arc::make_mut(lane).moments) {
            Arc::make_mut(moment).when = if at == 0 { When::Undated } else { When::Order(place) };
        }
    }
    for (campaign, seed) in
        [(demo_plan(), "demo"), (relative(), "relative"), (undated, "undated"), (large_plan(3, 1000, 40), "large")]
    {
        let (campaign, titles) = numbered(campaign);
        assert!(!titles.is_empty());
        let deck = built(&campaign, &Report::default(), Reader::Client, Paper::Wide);
        for section in [Section::Calendar, Section::Deliverables, Section::Disclosure] {
            let text = text(&pages(&deck, section));
            let shown: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.starts_with('t')).collect();
            for title in &titles {
                let count = shown.iter().filter(|word| *word == title).count();
                assert_eq!(count, 1, "{seed}: {title} in {section:?}");
            }
        }
    }
}

#[test]
fn nothing_leaves_its_page_or_covers_another_and_nothing_is_small() {
    let mut plans: Vec<(String, Campaign)> = vec![
        ("demo".to_owned(), demo_plan()),
        ("relative".to_owned(), relative()),
        ("large".to_owned(), large_plan(5, 300, 40)),
        ("empty".to_owned(), Campaign::new(PlanId::default(), "")),
    ];
    plans.extend([("wordy".to_owned(), wordy(demo_plan())), ("wordy relative".to_owned(), wordy(relative()))]);
    plans.extend((0..12).map(|seed| (format!("seed {seed}"), random_plan(seed))));
    for (name, campaign) in &plans {
        let report = checked(campaign);
        for paper in Paper::ALL {
            let deck = built(campaign, &report, Reader::Internal, paper);
            let wrong = misplaced(&deck);
            assert!(wrong.is_empty(), "{name}, {paper:?}:\n{}", wrong.iter().take(8).cloned().collect::<Vec<_>>().join("\n"));
        }
    }
}

#[test]
fn what_is_longer_than_a_page_goes_on_on_the_next_one_whole() {
    let words: Vec<String> = (0..1_600).map(|n| format!("w{n:04}")).collect();
    let long = words.join(" ");
    assert!(long.len() > 9_000);
    let mut campaign = demo_plan();
    let lane = Arc::make_mut(&mut campaign.lanes[0]);
    let moment = Arc::make_mut(&mut lane.moments[0]);
    moment.title.clone_from(&long);
    moment.disclosure.text = Some(long.clone());
    moment.kpis = vec![long.clone()];
    for hostile in ["   ", "🎉👩‍👩‍👧🇩🇪", "abc \u{202E}gnp.exe שלום", "\u{0}\u{1}\u{8}", "=HYPERLINK(\"http://x\")", "<script>|*_"]
    {
        let mut more = Moment::new(lane_id(), Kind::Product, hostile.repeat(40));
        more.id = momentboard::model::MomentId(momentboard::model::Id::parse(&format!("h{}", lane.moments.len())).unwrap());
        more.when = When::On(Day::parse("2027-10-28").unwrap());
        more.kpis = vec![hostile.to_owned()];
        more.disclosure.text = Some(hostile.to_owned());
        lane.moments.push(Arc::new(more));
    }
    for paper in Paper::ALL {
        let deck = built(&campaign, &Report::default(), Reader::Internal, paper);
        let wrong = misplaced(&deck);
        assert!(wrong.is_empty(), "{paper:?}:\n{}", wrong.iter().take(8).cloned().collect::<Vec<_>>().join("\n"));
        for (section, times) in [(Section::Calendar, 1), (Section::Deliverables, 2), (Section::Disclosure, 2)] {
            let text = text(&pages(&deck, section));
            for word in &words {
                assert_eq!(text.matches(word.as_str()).count(), times, "{section:?}: {word}");
            }
        }
        for table in deck.scene.pages.iter().flat_map(tables) {
            assert!(table.rows.len() > 1 && table.rows[0].is_head, "{}: a table with its head alone", table.summary);
            assert!(table.rows.iter().skip(1).all(|row| !row.is_head && row.cells.len() == table.columns.len()));
            for row in &table.rows {
                let high = row.cells.iter().map(|cell| cell.laid.height).fold(0.0, f64::max);
                assert!(row.height + 0.01 >= high + 2.0 * table.padding.1);
            }
        }
    }
}

fn lane_id() -> momentboard::model::MomentId {
    momentboard::model::MomentId(momentboard::model::Id::parse("hostile").unwrap())
}

fn readable(hundredths: i64, currency: &str) -> String {
    Money::new(hundredths, currency).unwrap().readable()
}

#[test]
fn sums_are_what_the_rows_add_up_to() {
    let mut campaign = demo_plan();
    campaign.budget = Money::parse("10000 EUR");
    let mut expected = [0_i64, 0];
    let mut unpriced = 0;
    let mut by_lane: Vec<Vec<String>> = Vec::new();
    for (at, lane) in campaign.lanes.iter_mut().enumerate() {
        for (place, moment) in Arc::make_mut(lane).moments.iter_mut().enumerate() {
            let moment = Arc::make_mut(moment);
            let amount = i64::try_from(100 * (at + 1) + place).unwrap();
            moment.cost = match (at + place) % 4 {
                0 => None,
                1 => Money::new(amount * 100, "CHF"),
                _ => Money::new(amount * 100, "EUR"),
            };
            match moment.cost {
                None => unpriced += 1,
                Some(money) => expected[usize::from(money.currency() == "CHF")] += money.hundredths(),
            }
            moment.platform = (place > 0).then_some(Platform::Twitch);
        }
        let of = |currency: &str| {
            let money = lane.moments.iter().filter_map(|moment| moment.cost).filter(|money| money.currency() == currency);
            money.map(Money::hundredths).reduce(|sum, more| sum + more).map(|sum| readable(sum, currency))
        };
        let none = lane.moments.iter().filter(|moment| moment.cost.is_none()).count();
        let fees: Vec<String> = of("CHF").into_iter().chain(of("EUR")).collect();
        // A cell that says "0" in nearly every row is noise.
        let none = if none == 0 { String::new() } else { none.to_string() };
        by_lane.push(vec![lane.moments.len().to_string(), none, fees.join("\n")]);
    }
    let count: usize = campaign.lanes.iter().map(|lane| lane.moments.len()).sum();
    let deck = built(&campaign, &Report::default(), Reader::Internal, Paper::Wide);
    let budget = pages(&deck, Section::Budget);
    for by in ["By creator", "By kind"] {
        let tables: Vec<&Table> = budget.iter().flat_map(|page| tables(page)).filter(|table| table.summary == by).collect();
        let rows: Vec<Vec<&str>> = tables
            .iter()
            .flat_map(|table| table.rows.iter().filter(|row| !row.is_head))
            .map(|row| row.cells.iter().map(|cell| cell.laid.shown()).collect())
            .collect();
        let (last, parts) = rows.split_last().unwrap();
        let sums = format!("{}\n{}", readable(expected[1], "CHF"), readable(expected[0], "EUR"));
        assert_eq!(*last, ["All", &count.to_string(), &unpriced.to_string(), &sums]);
        if by == "By creator" {
            let cells: Vec<Vec<String>> =
                parts.iter().map(|row| row[1..].iter().map(|cell| (*cell).to_owned()).collect()).collect();
            assert_eq!(cells, by_lane);
        }
        for column in [1, 2] {
            let sum: usize = parts.iter().map(|row| row[column].parse::<usize>().unwrap_or(0)).sum();
            assert_eq!(sum.to_string(), last[column]);
        }
    }
    let said = text(&budget);
    assert!(said.contains(&format!("{} is left.", readable(1_000_000 - expected[0], "EUR"))), "{said}");
    assert!(
        said.contains("Only fees in EUR are held against it")
            && said.contains(&format!("{unpriced} of {count} moments have no fee noted."))
    );

    let made = pages(&deck, Section::Deliverables);
    let sums = made.iter().flat_map(|page| tables(page)).find(|table| table.summary == "How many, and where").unwrap();
    let last: Vec<&str> = sums.rows.last().unwrap().cells.iter().map(|cell| cell.laid.shown()).collect();
    let lanes = campaign.lanes.iter().filter(|lane| !lane.moments.is_empty()).count();
    let on_twitch = format!("Twitch {} · no platform set {lanes}", count - lanes);
    assert_eq!(last, ["All", on_twitch.as_str(), count.to_string().as_str()]);
}

#[test]
fn where_no_label_is_decided_the_team_reads_that_and_nobody_else_a_page_without_labels() {
    let mut campaign = demo_plan();
    campaign.markets.clear();
    for lane in &mut campaign.lanes {
        for moment in &mut Arc::make_mut(lane).moments {
            Arc::make_mut(moment).disclosure = Disclosure::default();
        }
    }
    let has_page = |campaign: &Campaign, reader: Reader| {
        let deck = built(campaign, &checked(campaign), reader, Paper::Wide);
        deck.scene.pages.iter().any(|page| page.title == "How each moment is labelled")
    };
    let own = campaign.lanes[0].id;
    for (reader, wanted) in [(Reader::Internal, true), (Reader::Client, false), (Reader::Creator(own), false)] {
        assert_eq!(has_page(&campaign, reader), wanted, "{reader:?}");
        assert!(has_page(&demo_plan(), reader), "{reader:?}: with labels");
    }
}

#[test]
fn a_client_and_a_creator_read_no_money_no_code_and_nothing_that_is_the_teams() {
    let mut campaign = demo_plan();
    campaign.budget = Money::parse("98765 EUR");
    campaign.blackouts.push(Blackout {
        from: Day::parse("2027-10-11").unwrap(),
        to: Day::parse("2027-10-13").unwrap(),
        why: Some("xstrikex".to_owned()),
        unknown: Unknown::default(),
    });
    campaign.rules_off.push(RuleOff {
        rule: "PBR-04".to_owned(),
        by: "xbyx".to_owned(),
        reason: "xwhyx".to_owned(),
        unknown: Unknown::default(),
    });
    for lane in &mut campaign.lanes {
        for moment in &mut Arc::make_mut(lane).moments {
            let moment = Arc::make_mut(moment);
            moment.cost = Money::parse(if moment.kind == Kind::Values { "4321 EUR" } else { "0.11 EUR" });
            moment.owner = Some("xownerx".to_owned());
            moment.notes = Some("xnotesx".to_owned());
        }
    }
    let report = checked(&campaign);
    assert!(!report.findings.is_empty());
    let own = campaign.lanes[0].id;
    let all = |reader: Reader| {
        let deck = built(&campaign, &report, reader, Paper::Wide);
        let mut said = text(&deck.scene.pages.iter().collect::<Vec<_>>());
        for page in &deck.scene.pages {
            said.push_str(&page.title);
            walk(&page.items, &mut |item| {
                if let Item::Group(group) = item
                    && let Role::Figure(alt) | Role::Section(alt) = &group.role
                {
                    said.push_str(alt);
                }
            });
        }
        (deck, said)
    };
    let (deck, said) = all(Reader::Internal);
    for section in TABLES {
        assert!(section == Section::Accepted || !pages(&deck, section).is_empty(), "the team has {section:?}");
    }
    for secret in ["98,765", "4,321", "PBR-04", "xstrikex", "xbyx", "xwhyx"] {
        assert!(said.contains(secret), "the team reads {secret}");
    }
    for reader in [Reader::Client, Reader::Creator(own)] {
        let (deck, said) = all(reader);
        for secret in [
            "98,765",
            "4,321",
            "€",
            "EUR",
            "PBR-",
            "ASK-",
            "FIT-",
            "xstrikex",
            "xbyx",
            "xwhyx",
            "xownerx",
            "xnotesx",
            "not checked",
        ] {
            assert!(!said.contains(secret), "{reader:?} reads {secret}");
        }
        assert!(pages(&deck, Section::Budget).is_empty() && pages(&deck, Section::Findings).is_empty());
        assert!(!pages(&deck, Section::Calendar).is_empty());
    }
    let (_, said) = all(Reader::Creator(own));
    for lane in campaign.lanes.iter().filter(|lane| lane.id != own) {
        assert!(!said.contains(campaign.lane_name(lane)), "another creator is named");
    }
}

#[test]
fn the_calendar_says_what_is_true_of_its_dates() {
    let said = |change: &dyn Fn(usize, &mut Moment)| {
        let mut campaign = demo_plan();
        let mut at = 0;
        for lane in &mut campaign.lanes {
            for moment in &mut Arc::make_mut(lane).moments {
                let moment = Arc::make_mut(moment);
                // What is out does not move any more.
                moment.status = momentboard::model::Status::Draft;
                change(at, moment);
                at += 1;
            }
        }
        let deck = built(&campaign, &Report::default(), Reader::Client, Paper::Wide);
        (text(&pages(&deck, Section::Calendar)), at)
    };
    let window = |before, after| Some(Window { before, after, unknown: Unknown::default() });
    let (all, _) = said(&|_, moment| moment.window = window(2, 2));
    assert!(all.contains("Every date can move 2 days either way.") && !all.contains('±'), "{all}");
    let (some, count) = said(&|at, moment| moment.window = if at == 0 { window(3, 3) } else { None });
    assert!(
        some.contains(&format!("1 of {count} dates can move, as noted beside it.")) && some.contains("±\u{a0}3\u{a0}days"),
        "{some}"
    );
    let (none, _) = said(&|_, moment| moment.window = None);
    assert!(!none.contains("can move"), "{none}");

    let deck = built(&relative(), &Report::default(), Reader::Client, Paper::Wide);
    let counted = text(&pages(&deck, Section::Calendar));
    assert!(counted.contains("counted from day 0") && counted.contains("Day 0: Launch."), "{counted}");
    assert!(!counted.contains("September") && !text(&pages(&deck, Section::Deliverables)).contains("Drafts are due"));
    let (undated, _) = said(&|at, moment| {
        if at == 2 {
            moment.when = When::Undated;
        }
    });
    assert!(undated.contains("Without a date"), "{undated}");
}

#[test]
fn far_days_and_long_spans_stay_a_deck_of_a_few_pages() {
    let mut campaign = demo_plan();
    let far = [Day::MIN, Day::MAX, Day::parse("2030-12-31").unwrap()];
    for (lane, day) in campaign.lanes.iter_mut().zip(far) {
        if let Some(moment) = Arc::make_mut(lane).moments.first_mut() {
            Arc::make_mut(moment).when = When::On(day);
        }
    }
    let deck = built(&campaign, &Report::default(), Reader::Internal, Paper::Letter);
    let months = pages(&deck, Section::Calendar);
    assert!(months.len() < 12, "{} pages", months.len());
    assert!(text(&months).contains("Without a moment and left out: "), "{}", text(&months));
    assert!(misplaced(&deck).is_empty());
    let mut campaign = relative();
    for (lane, days) in campaign.lanes.iter_mut().zip([i32::MIN, i32::MAX]) {
        if let Some(moment) = Arc::make_mut(lane).moments.first_mut() {
            Arc::make_mut(moment).when = When::Relative(days);
        }
    }
    let deck = built(&campaign, &Report::default(), Reader::Internal, Paper::Letter);
    assert!(pages(&deck, Section::Calendar).len() < 12);
    assert_eq!(misplaced(&deck), Vec::<String>::new());
}

#[test]
fn disclosure_says_what_is_known_from_where_and_never_that_it_is_lawful() {
    let mut campaign = demo_plan();
    campaign.markets = vec!["GB".to_owned(), "SE".to_owned(), "Atlantis".to_owned()];
    let moment = Arc::make_mut(&mut Arc::make_mut(&mut campaign.lanes[0]).moments[0]);
    moment.disclosure.text = None;
    moment.disclosure.spoken = false;
    let deck = built(&campaign, &Report::default(), Reader::Internal, Paper::Wide);
    let said = text(&pages(&deck, Section::Disclosure));
    for expected in [
        "Still open: label in the text (1 of 17).",
        "United Kingdom (UK)",
        "CAP and CMA",
        "(SE)",
        "by the rules of the EU in general",
    ] {
        assert!(said.contains(expected), "{expected}: {said}");
    }
    assert!(said.contains("Atlantis") && said.contains("Checked on ") && said.contains("not legal advice"));
    assert!(!said.to_lowercase().contains("complian") && !said.to_lowercase().contains("lawful"));
    // A client is told once that all of it is to be checked, and not how far the team got with that.
    let deck = built(&campaign, &Report::default(), Reader::Client, Paper::Wide);
    let told = text(&pages(&deck, Section::Disclosure));
    assert!(told.contains("United Kingdom (UK)") && told.contains("Advertisement feature"), "{told}");
    assert!(told.contains("not legal advice; have it checked before you publish"), "{told}");
    for inside in ["Checked on ", "secondary", "not checked", "CAP and CMA"] {
        assert!(!told.contains(inside), "{inside}: {told}");
    }
    assert!(said.contains("not checked against the published guide"), "{said}");
    // Without a market nothing is said of markets but to the team.
    campaign.markets.clear();
    let said = |reader| text(&pages(&built(&campaign, &Report::default(), reader, Paper::Wide), Section::Disclosure));
    assert!(said(Reader::Internal).contains("No market is set"));
    let told = said(Reader::Client);
    assert!(!told.contains("market") && !told.contains("commonly looked for"), "{told}");
}

#[test]
fn the_same_plan_gives_the_same_deck() {
    let campaign = demo_plan();
    let report = checked(&campaign);
    let scene = || format!("{:?}", built(&campaign, &report, Reader::Internal, Paper::A4).scene);
    assert_eq!(scene(), scene());
    let choice = |tone| Choice { tone, ..Choice::new(Reader::Internal, Format::Pdf) };
    let shared = Shared::new(&campaign, &report, Reader::Internal);
    let pages = |tone| {
        let choice = choice(tone);
        deck(&shared.view, &shared.kit, &choice, Watch::none()).unwrap().scene.pages.len()
    };
    assert_eq!(pages(Tone::Light), pages(Tone::Dark), "a tone changes no line break");
}

/// Where months are left out, the page on which they would come says which.
#[test]
fn a_page_of_the_calendar_says_which_months_are_left_out_before_its_own() {
    let said = |days: [i32; 5]| {
        let mut campaign = demo_plan();
        campaign.lanes.truncate(1);
        let first = Day::new(2027, 9, 1).unwrap();
        for (moment, days) in Arc::make_mut(&mut campaign.lanes[0]).moments.iter_mut().zip(days) {
            Arc::make_mut(moment).when = When::On(first.plus(days));
        }
        let deck = built(&campaign, &Report::default(), Reader::Client, Paper::Wide);
        assert_eq!(misplaced(&deck), Vec::<String>::new());
        pages(&deck, Section::Calendar).into_iter().map(|page| text(&[page])).collect::<Vec<_>>()
    };
    let left_out = "left out";
    let whole = said([0, 20, 40, 60, 90]);
    assert!(whole.iter().all(|page| !page.contains(left_out)), "{whole:#?}");
    let on_first = said([0, 20, 40, 300, 330]);
    assert!(on_first[0].contains("Without a moment and left out: November 2027 to May 2028."), "{on_first:#?}");
    assert!(on_first[1..].iter().all(|page| !page.contains(left_out)), "{on_first:#?}");
    let on_second = said([0, 31, 62, 300, 330]);
    assert!(on_second[0].contains("Longer stretches without a moment are left out."), "{on_second:#?}");
    assert!(on_second[1].contains("Without a moment and left out: December 2027 to May 2028."), "{on_second:#?}");
}

/// Weeks that count from a day without a date are called by that day.
#[test]
fn weeks_that_are_left_out_are_counted_from_day_0() {
    let mut campaign = relative();
    for (at, moment) in Arc::make_mut(&mut campaign.lanes[0]).moments.iter_mut().enumerate() {
        Arc::make_mut(moment).when = When::Relative(if at == 0 { -70 } else { 70 });
    }
    campaign.lanes.truncate(1);
    let deck = built(&campaign, &Report::default(), Reader::Client, Paper::Wide);
    let all = text(&pages(&deck, Section::Calendar));
    assert!(all.contains("Without a moment and left out: weeks 9 to 1 before day 0 and weeks 1 to 10 from day 0."), "{all}");
}
