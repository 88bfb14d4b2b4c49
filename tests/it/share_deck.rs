//! The deck: cover, summary, arc, storyboards and briefs, read back from the laid-out pages.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use momentboard::check::{Options, check};
use momentboard::model::{Campaign, Control, Day, Id, Kind, LaneId, Moment, PlanId, When};
use momentboard::share::deck::{Deck, deck};
use momentboard::share::encode::clean;
use momentboard::share::scene::{Form, Item, Laid, Link, Rect, Role, Text};
use momentboard::share::{Choice, Format, Paper, Reader, Section, Shared, Tone, Watch};

use crate::exports::demo_plan;
use crate::plans::large_plan;
use crate::scenes::{readers, texts, titles, walk};

/// The sections these tests are about.
const OWN: [Section; 5] = [Section::Cover, Section::Summary, Section::Arc, Section::Storyboards, Section::Briefs];
const SMALLEST: f64 = 9.0;
const NOBODY: &str = "Nobody is asked to buy before they know why";

fn made(campaign: &Campaign, reader: Reader, paper: Paper, sections: &[Section]) -> Deck {
    let report = check(campaign, &Options::default());
    let mut choice = Choice::new(reader, Format::Pdf);
    choice.paper = paper;
    choice.tone = Tone::Light;
    choice.sections = sections.iter().copied().collect();
    choice.made_on = Day::parse("2027-09-02");
    let shared = Shared::new(campaign, &report, reader);
    deck(&shared.view, &shared.kit, &choice, Watch::none()).expect("a deck")
}

/// Everything of a deck that can be read, also by those who do not see it.
fn words(deck: &Deck) -> String {
    let mut parts: Vec<&str> = vec![&deck.scene.title, &deck.scene.author, &deck.scene.subject];
    for page in &deck.scene.pages {
        parts.extend([page.title.as_str(), page.notes.as_str()]);
        parts.extend(page.bookmark.as_ref().map(|(_, words)| words.as_str()));
        walk(&page.items, &mut |item| match item {
            Item::Text(text) => parts.push(&text.laid.text),
            Item::Image(image) => parts.push(&image.alt),
            Item::Table(table) => parts.extend(table.rows.iter().flat_map(|row| &row.cells).map(|cell| &*cell.laid.text)),
            Item::Group(group) => {
                if let Role::Figure(alt) | Role::Section(alt) = &group.role {
                    parts.push(alt);
                }
            }
            Item::Shape(_) => {}
        });
    }
    parts.join("\n") + "\n"
}

/// For each text the bytes of it that stand somewhere, over all pages.
fn shown(deck: &Deck) -> BTreeMap<Arc<str>, BTreeSet<usize>> {
    let mut shown: BTreeMap<Arc<str>, BTreeSet<usize>> = BTreeMap::new();
    for page in &deck.scene.pages {
        for text in texts(page) {
            let bytes = shown.entry(Arc::clone(&text.laid.text)).or_default();
            text.laid.lines.iter().for_each(|line| bytes.extend(line.range.clone()));
        }
    }
    shown
}

fn stands_whole(shown: &BTreeMap<Arc<str>, BTreeSet<usize>>, wanted: &str) -> bool {
    shown.iter().any(|(text, bytes)| {
        text.match_indices(wanted)
            .any(|(at, found)| found.char_indices().all(|(i, c)| c.is_whitespace() || bytes.contains(&(at + i))))
    })
}

fn frame(text: &Text) -> Rect {
    let Laid { width, height, .. } = *text.laid;
    Rect::new(text.at.x, text.at.y, text.at.x + width, text.at.y + height)
}

/// Everything stands on its page, no text is too small, and no text stands on another one.
fn is_sound(deck: &Deck, about: &str) {
    let mut anchors = BTreeSet::new();
    for (number, page) in deck.scene.pages.iter().enumerate() {
        let about = format!("{about}, page {} “{}”", number + 1, page.title.chars().take(60).collect::<String>());
        assert!(anchors.insert(&page.anchor), "{about}: the anchor {} comes twice", page.anchor);
        assert!(!page.title.is_empty() && page.title.chars().count() < 400, "{about}");
        let edge = Rect::new(-0.5, -0.5, page.size.width + 0.5, page.size.height + 0.5);
        let inside = |r: Rect| r.x0 >= edge.x0 && r.y0 >= edge.y0 && r.x1 <= edge.x1 && r.y1 <= edge.y1;
        walk(&page.items, &mut |item| match item {
            Item::Image(image) => assert!(inside(image.frame), "{about}: a picture at {:?}", image.frame),
            Item::Shape(shape) => {
                let bounds = match &shape.form {
                    Form::Rect(rect, _) | Form::Ellipse(rect) | Form::Icon(_, rect) => *rect,
                    Form::Path(path) => kurbo::Shape::bounding_box(path),
                };
                assert!(inside(bounds), "{about}: a shape at {bounds:?}");
            }
            Item::Group(group) => assert!(group.role != Role::Figure(String::new()), "{about}: a figure without words"),
            Item::Text(_) | Item::Table(_) => {}
        });
        let texts: Vec<&Text> = texts(page).into_iter().filter(|text| !text.laid.lines.is_empty()).collect();
        for (at, text) in texts.iter().enumerate() {
            let here = frame(text);
            let what = || text.laid.shown().chars().take(50).collect::<String>();
            assert!(inside(here), "{about}: “{}” at {here:?}", what());
            assert!(text.laid.styles.iter().all(|(_, style)| style.size >= SMALLEST), "{about}: “{}” is small", what());
            for other in texts.iter().skip(at + 1) {
                let there = frame(other);
                let both = here.intersect(there);
                let apart = both.width() < 0.3 || both.height() < 0.3;
                assert!(apart, "{about}: “{}” {here:?} stands on “{}” {there:?}", what(), other.laid.shown());
            }
        }
    }
}

fn change(campaign: &mut Campaign, mut f: impl FnMut(usize, usize, &mut Moment)) {
    for (row, lane) in campaign.lanes.iter_mut().enumerate() {
        for (at, moment) in Arc::make_mut(lane).moments.iter_mut().enumerate() {
            f(row, at, Arc::make_mut(moment));
        }
    }
}

/// Texts that are hard to set.
fn hostile(n: usize) -> String {
    let all = [
        "A sentence that goes on and on. ".repeat(320),
        "Donaudampfschifffahrtsgesellschaftskapitän".repeat(60),
        "👩‍👩‍👧🎉".repeat(80),
        "مرحبا بالعالم mixed with English שלום ".repeat(30),
        "<b onclick=\"x\">=HYPERLINK(\"http://x\")</b> & ]]>".to_owned(),
        "   \u{0}\u{8}\u{b}   ".to_owned(),
        "日本語のとても長い題名です。".repeat(40),
    ];
    all[n % all.len()].clone()
}

fn hard() -> Campaign {
    let mut campaign = demo_plan();
    let mut n = 0;
    change(&mut campaign, |row, at, moment| {
        n += 1;
        moment.title = format!("t{row}-{at} {}", hostile(n));
        moment.hook = Some(format!("h{row}-{at} {}", hostile(n + 3)));
        moment.must_say = Some(format!("m{row}-{at} {}", hostile(n + 5)));
        moment.notes = Some(format!("n{row}-{at} {}", hostile(n + 1)));
    });
    campaign
}

#[test]
fn every_word_of_every_moment_stands_in_storyboards_and_in_briefs() {
    for campaign in [demo_plan(), hard()] {
        for reader in readers(&campaign) {
            for section in [Section::Storyboards, Section::Briefs] {
                let deck = made(&campaign, reader, Paper::Wide, &[section]);
                let shown = shown(&deck);
                let lanes = campaign.lanes.iter().filter(|lane| match reader {
                    Reader::Creator(id) => lane.id == id,
                    Reader::Internal | Reader::Client => true,
                });
                for moment in lanes.flat_map(|lane| &lane.moments) {
                    let said = [Some(&moment.title), moment.hook.as_ref(), moment.must_say.as_ref()];
                    for text in said.into_iter().flatten() {
                        let start: String = text.chars().take(40).collect();
                        let text = clean(text);
                        assert!(stands_whole(&shown, text.trim()), "{section:?} for {reader:?}: {start}");
                    }
                    if let (Reader::Internal, Section::Storyboards, Some(notes)) = (reader, section, &moment.notes) {
                        assert!(stands_whole(&shown, clean(notes).trim()), "{notes}");
                    }
                }
            }
        }
    }
}

#[test]
fn what_is_cut_is_seen_by_the_check_for_it() {
    let campaign = hard();
    let deck = made(&campaign, Reader::Client, Paper::Wide, &[Section::Arc]);
    let shown = shown(&deck);
    assert!(!stands_whole(&shown, campaign.lanes[0].moments[0].title.trim()), "the arc holds no titles");
    let whole = made(&campaign, Reader::Client, Paper::Wide, &[Section::Storyboards]);
    let mut cut = self::shown(&whole);
    for bytes in cut.values_mut() {
        bytes.retain(|at| *at != 20);
    }
    assert!(!stands_whole(&cut, clean(&campaign.lanes[0].moments[0].title).trim()));
}

#[test]
fn pages_hold_what_stands_on_them() {
    let (demo, hard) = (demo_plan(), hard());
    let mut long_names = demo_plan();
    long_names.name = hostile(0);
    long_names.line = Some(hostile(1));
    long_names.audience = Some(hostile(3));
    for creator in &mut long_names.creators {
        let creator = Arc::make_mut(creator);
        creator.name = format!("{} {}", creator.name, "Incredibly Long Surname ".repeat(60));
        creator.about = Some(hostile(6));
    }
    let mut order = demo_plan();
    (order.start, order.end) = (None, None);
    order.phases.clear();
    change(&mut order, |_, at, moment| moment.when = When::Order(i32::try_from(at).unwrap_or(0)));
    let mut relative = order.clone();
    change(&mut relative, |_, at, moment| moment.when = When::Relative(i32::try_from(at).unwrap_or(0) * 9 - 21));
    let mut one_day = demo_plan();
    change(&mut one_day, |_, _, moment| moment.when = When::On(Day::parse("2027-10-01").expect("a day")));
    let mut undated = demo_plan();
    change(&mut undated, |_, at, moment| {
        if at % 2 == 0 {
            moment.when = When::Undated;
        }
    });
    let mut phases = demo_plan();
    let copies = phases.phases.clone();
    for _ in 0..4 {
        phases.phases.extend(copies.iter().cloned());
    }
    let empty = Campaign::new(PlanId::default(), "");
    let plans = [
        ("the demo", &demo, &[Paper::Wide, Paper::A4, Paper::Letter][..]),
        ("hard texts", &hard, &[Paper::A4]),
        ("long names", &long_names, &[Paper::Wide, Paper::Letter]),
        ("an order", &order, &[Paper::Wide]),
        ("day 0", &relative, &[Paper::A4]),
        ("one day", &one_day, &[Paper::Wide]),
        ("half dated", &undated, &[Paper::Wide]),
        ("many phases", &phases, &[Paper::Wide]),
        ("nothing", &empty, &[Paper::Wide]),
        ("40 creators", &large_plan(3, 120, 40), &[Paper::Wide]),
        ("three years", &large_plan(5, 110, 1), &[Paper::Letter]),
    ];
    for (name, campaign, papers) in plans {
        for paper in papers {
            for reader in readers(campaign) {
                is_sound(&made(campaign, reader, *paper, &OWN), &format!("{name}, {paper:?}, {reader:?}"));
            }
        }
    }
}

#[test]
fn a_thousand_moments_are_all_there() {
    let campaign = large_plan(4, 1000, 6);
    let deck = made(&campaign, Reader::Client, Paper::Wide, &OWN);
    is_sound(&deck, "1,000 moments");
    let shown = shown(&deck);
    for moment in campaign.lanes.iter().flat_map(|lane| &lane.moments) {
        assert!(stands_whole(&shown, &moment.title), "{}", moment.title);
    }
}

#[test]
fn titles_are_true_of_the_plan() {
    let mut sound = demo_plan();
    sound.lanes.truncate(1);
    let deck = made(&sound, Reader::Client, Paper::Wide, &OWN);
    assert_eq!(titles(&deck, Section::Arc), [NOBODY]);
    assert_eq!(titles(&deck, Section::Storyboards), ["Maren says why, lives it, shares it, then asks"]);
    // The same with the ask before anything else.
    let mut early = sound.clone();
    let first = Day::parse("2027-08-25").map(When::On).expect("a day");
    change(&mut early, |_, _, moment| {
        if moment.is_ask() {
            moment.when = first;
        }
    });
    let deck = made(&early, Reader::Client, Paper::Wide, &OWN);
    assert_eq!(titles(&deck, Section::Arc), ["The one ask comes early, before followers are ready"]);
    assert_eq!(titles(&deck, Section::Storyboards), ["Maren asks, says why, lives it, then shares it"]);
    assert!(!words(&deck).contains(NOBODY));
    assert!(words(&deck).contains("The ask comes first."));
    // On one day nothing comes first.
    let mut together = sound.clone();
    change(&mut together, |_, _, moment| moment.when = first);
    let deck = made(&together, Reader::Client, Paper::Wide, &OWN);
    let told = titles(&deck, Section::Storyboards);
    assert!(!told.iter().any(|title| title.contains("then")), "{told:?}");
    assert!(!words(&deck).contains("comes last") && !words(&deck).contains("comes first"));
    // Without a place nothing is said of the order, nor of asks.
    let mut undated = sound.clone();
    change(&mut undated, |_, _, moment| moment.when = When::Undated);
    let all = words(&made(&undated, Reader::Client, Paper::Wide, &OWN));
    assert!(!all.contains("then asks") && !all.contains("in this order") && !all.contains(NOBODY), "{all}");
    // An order is enough to say what comes after what, and not how far trust is.
    let mut order = sound.clone();
    (order.start, order.end) = (None, None);
    order.phases.clear();
    change(&mut order, |_, at, moment| moment.when = When::Order(i32::try_from(at).unwrap_or(0)));
    let deck = made(&order, Reader::Client, Paper::Wide, &OWN);
    assert_eq!(titles(&deck, Section::Arc), ["Every ask comes after the reason for it"]);
    // Nobody asks.
    let mut silent = sound;
    for lane in &mut silent.lanes {
        Arc::make_mut(lane).moments.retain(|moment| !moment.is_ask());
    }
    assert_eq!(titles(&made(&silent, Reader::Client, Paper::Wide, &OWN), Section::Arc), ["A story without an ask"]);
}

#[test]
fn the_demo_counts_the_asks_that_are_ready() {
    let deck = made(&demo_plan(), Reader::Client, Paper::Wide, &OWN);
    assert_eq!(titles(&deck, Section::Arc), ["Three of five asks come once followers are ready"]);
    assert_eq!(titles(&deck, Section::Summary), ["Four creators, seventeen moments, one story"], "it fits on one page");
    let briefs = titles(&deck, Section::Briefs);
    assert!(
        ["Maren", "Tobi", "Kwame", "Inês"].iter().all(|name| briefs.contains(&format!("Brief for {name}").as_str())),
        "{briefs:?}"
    );
    // A day is not torn apart at the end of a line.
    let all = words(&deck).replace('\u{a0}', " ");
    assert!(all.contains("Creator storyboard, September to November 2027"));
    assert!(all.contains("First draft 2 Sep"), "five days before 7 September");
    assert!(!all.contains("First draft 27 Aug"), "what is out has nothing due");
    assert!(all.contains("Trusted at the end of the plan"), "the drawing of a lane says where it ends");
    assert!(deck.scene.pages.iter().all(|page| !page.notes.is_empty()));
}

#[test]
fn a_brief_says_who_has_the_last_word() {
    let mut campaign = demo_plan();
    campaign.lanes.truncate(1);
    let brief = |campaign: &Campaign| {
        let reader = Reader::Creator(campaign.lanes[0].id);
        words(&made(campaign, reader, Paper::Wide, &[Section::Briefs]))
    };
    change(&mut campaign, |_, _, moment| moment.creative_control = Some(Control::Creator));
    assert!(brief(&campaign).contains("The last word on every moment\n"));
    change(&mut campaign, |_, at, moment| {
        moment.creative_control = if at == 3 { Some(Control::Brand) } else { None };
        moment.must_say = (at == 3).then(|| "Sizes 36 to 48".to_owned());
    });
    let all = brief(&campaign);
    assert!(all.contains("The text is fixed: “The Fjell 2 after 400 kilometres”") && !all.contains("last word"), "{all}");
    assert!(all.contains("Sizes 36 to 48 (“The Fjell 2 after 400 kilometres”)"));
}

#[test]
fn a_brief_leaves_out_what_says_nothing_and_says_once_that_nothing_is_written_down() {
    let mut campaign = demo_plan();
    campaign.lanes.truncate(1);
    change(&mut campaign, |_, _, moment| {
        *moment = Moment { when: When::Order(1), ..Moment::new(moment.id, Kind::Values, moment.title.as_str()) };
    });
    let parts = |campaign: &Campaign| {
        let text = words(&made(campaign, Reader::Creator(campaign.lanes[0].id), Paper::Wide, &[Section::Briefs]));
        let of = |words: &str| text.lines().filter(|line| *line == words).count();
        [of("Nothing is written down yet"), of("Yours to decide"), of("What we ask"), of("Always")]
    };
    assert_eq!(parts(&campaign), [1, 0, 0, 0]);
    change(&mut campaign, |_, at, moment| moment.must_say = (at == 0).then(|| "Sizes 36 to 48".to_owned()));
    assert_eq!(parts(&campaign), [0, 0, 0, 1]);
}

#[test]
fn nobody_reads_what_is_not_for_them() {
    let campaign = demo_plan();
    for (at, lane) in campaign.lanes.iter().enumerate() {
        let all = words(&made(&campaign, Reader::Creator(lane.id), Paper::Wide, &Section::ALL));
        let mine = campaign.creator_of(lane).expect("a creator");
        assert!(all.contains(mine.name.as_str()), "lane {at}");
        for other in campaign.creators.iter().filter(|other| other.id != mine.id) {
            for name in [other.name.as_str(), other.first_name()] {
                assert!(!all.contains(name), "{name} stands in the deck for {}", mine.name);
            }
        }
        assert!(!all.contains("Lena Brandt") && !all.contains('€'));
    }
    let client = words(&made(&campaign, Reader::Client, Paper::Wide, &OWN));
    for kept in ["Lena Brandt", "Oskar Nyman", "€", "Retail wants the code early", "In review", "PBR-"] {
        assert!(!client.contains(kept), "{kept}");
    }
    let team = words(&made(&campaign, Reader::Internal, Paper::Wide, &OWN));
    assert!(["Lena Brandt", "€3,800", "Retail wants the code early", "In review"].iter().all(|kept| team.contains(kept)));
}

#[test]
fn contents_lead_to_the_first_page_of_each_section() {
    let deck = made(&demo_plan(), Reader::Client, Paper::Wide, &OWN);
    let anchors: Vec<&String> = deck.scene.pages.iter().map(|page| &page.anchor).collect();
    let mut led = BTreeSet::new();
    for text in deck.scene.pages.iter().flat_map(|page| texts(page)) {
        let Some(Link::Page(to)) = &text.link else { continue };
        let page = anchors.iter().position(|anchor| *anchor == to).expect("the page is there");
        let section = deck.sections[page];
        assert_eq!(deck.sections.iter().position(|of| *of == section), Some(page));
        assert!(text.laid.text.ends_with(&(page + 1).to_string()), "{}", text.laid.text);
        led.insert(section);
    }
    assert_eq!(led.into_iter().collect::<Vec<_>>(), [Section::Arc, Section::Storyboards, Section::Briefs]);
}

#[test]
fn the_same_plan_gives_the_same_pages() {
    let campaign = demo_plan();
    let twice = [0, 1].map(|_| format!("{:?}", made(&campaign, Reader::Internal, Paper::A4, &OWN).scene));
    assert!(twice[0] == twice[1]);
    let none = made(&campaign, Reader::Creator(LaneId(Id::parse("nobody").expect("an id"))), Paper::Wide, &OWN);
    is_sound(&none, "a creator who has no lane");
}
