//! Two lanes side by side, and one in two orders, as pages to share: read back from every format that has them, laid out however long
//! the lanes are, told to nobody who must not know, and named on the command line.

use std::fs;
use std::sync::Arc;

use momentboard::model::{Campaign, Creator, Day, Id, Kind, Lane, LaneId, Moment, MomentId, When};
use momentboard::share::deck::{Deck, deck};
use momentboard::share::{Beside, Choice, Compared, Format, Paper, Reader, Section, Shared, Watch, outline};
use momentboard::words::language::Language;

use crate::exports::{checked, demo_plan, exported, exported_text};
use crate::pdf_file::PdfFile;
use crate::scenes::pages;
use crate::scratch::Scratch;
use crate::share_deck_tables::{misplaced, text};
use crate::slides::Slides;
use crate::terminal_run::{args, demo_file, run};

fn named(campaign: &Campaign, name: &str) -> LaneId {
    campaign.lanes.iter().find(|lane| campaign.lane_name(lane).starts_with(name)).unwrap().id
}

/// Tobi beside Maren.
fn two(campaign: &Campaign) -> Compared {
    Compared { left: named(campaign, "Tobi"), right: Beside::Lane(named(campaign, "Maren")) }
}

/// Maren as planned, and with the ask on the day of the first moment.
fn orders(campaign: &Campaign) -> Compared {
    let left = named(campaign, "Maren");
    let mut lane = Lane::clone(campaign.lane(left).unwrap());
    let ask = lane.moments.iter().position(|moment| moment.is_ask()).unwrap();
    let first = (0..lane.moments.len()).min_by_key(|at| campaign.day_of(lane.moments[*at].when)).unwrap();
    let (a, b) = (lane.moments[ask].when, lane.moments[first].when);
    Arc::make_mut(&mut lane.moments[ask]).when = b;
    Arc::make_mut(&mut lane.moments[first]).when = a;
    Compared { left, right: Beside::Order(Arc::new(lane)) }
}

fn choice(reader: Reader, format: Format, compared: Compared) -> Choice {
    Choice { compared: Some(compared), sections: [Section::Comparison].into(), ..Choice::new(reader, format) }
}

fn built(campaign: &Campaign, choice: &Choice) -> Deck {
    let shared = Shared::of_choice(campaign, &checked(campaign), choice);
    deck(&shared.view, &shared.kit, choice, Watch::none()).unwrap()
}

#[test]
fn every_format_with_sections_says_what_follows_from_two_lanes() {
    let campaign = demo_plan();
    let verdict = "Tobi asks before anything is given. Maren gives 3 moments first.";
    let pdf = exported(&campaign, &choice(Reader::Internal, Format::Pdf, two(&campaign)));
    let pdf = PdfFile::read(&pdf.bytes);
    let pdf: String = (0..pdf.pages.len()).map(|page| pdf.text(page)).collect();
    let slides = Slides::open(&exported(&campaign, &choice(Reader::Internal, Format::Pptx, two(&campaign))).bytes);
    let slides: String =
        (1..=slides.count()).map(|slide| slides.text(&format!("ppt/slides/slide{slide}.xml")).to_owned()).collect();
    let page = exported_text(&campaign, &choice(Reader::Internal, Format::Html, two(&campaign)));
    let markdown = exported_text(&campaign, &choice(Reader::Internal, Format::Markdown, two(&campaign)));
    for (format, said) in [("PDF", &pdf), ("PPTX", &slides), ("HTML", &page), ("Markdown", &markdown)] {
        for words in [verdict, "Tobi Achterberg", "Maren Solheim", "28 Oct", "Trusted", "1 error", "16,400"] {
            let escaped = words.replace('.', "\\.");
            assert!(said.contains(words) || said.contains(&escaped), "{words} in {format}: {said}");
        }
    }
    assert!(page.contains("id=\"comparison\"") && page.contains("href=\"#comparison\"") == page.contains("class=\"contents\""));
    // What is seen of it before it is written is read back from it.
    let blocks = outline::markdown(&markdown);
    assert!(format!("{blocks:?}").contains("At the left"), "{blocks:?}");
}

#[test]
fn without_a_pair_and_for_creators_there_is_no_such_page() {
    let campaign = demo_plan();
    let own = named(&campaign, "Tobi");
    for choice in [
        Choice::new(Reader::Internal, Format::Pdf),
        choice(Reader::Creator(own), Format::Pdf, two(&campaign)),
        choice(Reader::Internal, Format::Pdf, Compared { left: own, right: Beside::Lane(LaneId(Id::parse("gone").unwrap())) }),
    ] {
        assert!(pages(&built(&campaign, &choice), Section::Comparison).is_empty(), "{choice:?}");
    }
    let all = Choice { compared: Some(two(&campaign)), ..Choice::new(Reader::Creator(own), Format::Html) };
    assert!(!exported_text(&campaign, &all).contains("Maren Solheim"), "a creator reads nothing of another lane");
}

#[test]
fn another_order_is_told_with_what_is_open_then_and_the_plan_inside_knows_nothing_of_it() {
    let campaign = demo_plan();
    let choice = choice(Reader::Internal, Format::Html, orders(&campaign));
    let page = exported_text(&campaign, &choice);
    for words in [
        "Maren Solheim, as planned and in another order",
        "As planned the first ask comes after 3 moments. In the other order it comes before anything is given.",
        "In another order",
        "Nothing open",
        "Error: ",
    ] {
        assert!(page.contains(words), "{words}");
    }
    let inside = momentboard::store::carried::Document::of(page.as_bytes()).unwrap().plan_in(page.as_bytes()).unwrap();
    let inside = momentboard::store::read(&inside).unwrap().campaign;
    assert_eq!(inside.lanes, campaign.lanes, "the plan is as it was");
}

#[test]
fn a_lane_in_two_orders_keeps_its_colour_and_shapes_have_their_names() {
    let campaign = demo_plan();
    let left = named(&campaign, "Inês");
    let at = campaign.lanes.iter().position(|lane| lane.id == left).unwrap();
    let right = Beside::Order(Arc::clone(campaign.lane(left).unwrap()));
    let page = exported_text(&campaign, &choice(Reader::Client, Format::Html, Compared { left, right: right.clone() }));
    let circles: Vec<&str> = page.split("<circle class=\"avatar ").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert!(circles.len() >= 2 && circles.iter().all(|class| *class == format!("a{at}")), "{circles:?}");
    let legend = page.split("<ul class=\"legend\">").nth(1).unwrap().split("</ul>").next().unwrap();
    assert!(legend.contains("Announcement") && legend.contains("Product") && !legend.contains("Values story"), "{legend}");
    let deck = built(&campaign, &choice(Reader::Client, Format::Pdf, Compared { left, right }));
    let said = text(&pages(&deck, Section::Comparison));
    assert!(said.contains("Announcement") && said.contains("Community story"), "{said}");
    // What differs has weight on a page, as in a deck.
    let page = exported_text(&campaign, &choice(Reader::Client, Format::Html, two(&campaign)));
    assert!(page.contains("<td dir=\"auto\" class=\"text strong\" data-label=\"At the left\">7 Sep</td>"), "{page}");
}

#[test]
fn two_lanes_take_a_page_where_it_holds_them_and_else_the_curves_have_one_of_their_own() {
    let campaign = demo_plan();
    let built = |reader, paper| built(&campaign, &Choice { paper, ..choice(reader, Format::Pdf, two(&campaign)) });
    for paper in [Paper::Wide, Paper::A4, Paper::Letter] {
        let client = built(Reader::Client, paper);
        assert_eq!(pages(&client, Section::Comparison).len(), 1, "{paper:?}");
        let team = built(Reader::Internal, paper);
        let both = pages(&team, Section::Comparison);
        assert_eq!(both.len(), 2, "{paper:?}");
        let [first, second] = [text(&both[..1]), text(&both[1..])];
        assert!(first.contains("Ready to ask") && !first.contains("First ask"), "{paper:?}: {first}");
        for words in ["First ask", "So… I joined a running brand", "A newcomer asks on borrowed trust"] {
            assert!(second.contains(words), "{words}, {paper:?}: {second}");
        }
    }
}

#[test]
fn what_is_said_of_the_curve_stands_on_the_page_of_the_words_in_either_language() {
    let campaign = demo_plan();
    for language in [Language::English, Language::German] {
        for reader in [Reader::Client, Reader::Internal] {
            let choice = Choice { language, sections: [Section::Glossary].into(), ..Choice::new(reader, Format::Pdf) };
            let made = choice.in_its_language(|| built(&campaign, &choice));
            assert_eq!(pages(&made, Section::Glossary).len(), 1, "{language:?}, {reader:?}");
        }
    }
}

#[test]
fn clients_read_neither_findings_nor_fees() {
    let campaign = demo_plan();
    for compared in [two(&campaign), orders(&campaign)] {
        for format in [Format::Html, Format::Markdown] {
            let said = exported_text(&campaign, &choice(Reader::Client, format, compared.clone()));
            assert!(said.contains("First ask"), "{said}");
            for internal in ["Fees", "Findings", "16,400", "11,300", "1 error", "Nothing open", "Error: ", "PBR-"] {
                assert!(!said.contains(internal), "{internal} in {format:?}");
            }
        }
        let deck = built(&campaign, &choice(Reader::Client, Format::Pdf, compared));
        let said = text(&pages(&deck, Section::Comparison));
        for internal in ["Fees", "Findings", "16,400", "1 error", "Nothing open"] {
            assert!(!said.contains(internal), "{internal}: {said}");
        }
    }
}

/// A plan of two lanes with so many moments, all with that title.
fn long(count: i32, title: &str, has_days: bool) -> Campaign {
    let mut campaign = demo_plan();
    campaign.lanes.truncate(2);
    for lane in &mut campaign.lanes {
        let lane = Arc::make_mut(lane);
        let first = Day::new(2027, 9, 1).unwrap();
        lane.moments = (0..count)
            .map(|at| {
                let kind = if at % 3 == 2 { Kind::Product } else { Kind::Story };
                let mut moment =
                    Moment::new(MomentId(Id::parse(&format!("{}m{at}", lane.id)).unwrap()), kind, format!("{title} {at}z"));
                moment.when = if has_days { When::On(first.plus(at * 3)) } else { When::Order(at + 1) };
                Arc::new(moment)
            })
            .collect();
    }
    campaign
}

#[test]
fn it_is_laid_out_with_nothing_clipped_however_long_the_lanes_are() {
    let name = "A title that somebody wrote down in one breath and never came back to shorten".to_owned();
    for (count, title, has_days) in
        [(0, "t", true), (1, "t", true), (30, "t", true), (30, &*name, true), (90, "t", true), (12, "t", false)]
    {
        let mut campaign = long(count, title, has_days);
        for creator in &mut campaign.creators {
            let long = format!(
                "{} {}",
                creator.name,
                "von und zu Hohenlohe-Waldenburg-Schillingsfürst ".repeat(if count == 30 { 4 } else { 0 })
            );
            *creator = Arc::new(Creator { name: long, ..Creator::clone(creator) });
        }
        for paper in Paper::ALL {
            for compared in
                [two(&campaign), Compared { right: Beside::Order(Arc::clone(&campaign.lanes[1])), left: campaign.lanes[1].id }]
            {
                for reader in [Reader::Internal, Reader::Client] {
                    let choice = Choice { paper, ..choice(reader, Format::Pdf, compared.clone()) };
                    let deck = built(&campaign, &choice);
                    let wrong = misplaced(&deck);
                    assert!(wrong.is_empty(), "{count} {paper:?} {reader:?}: {wrong:#?}");
                    let said = text(&pages(&deck, Section::Comparison));
                    for at in 0..count {
                        assert!(said.contains(&format!(" {at}z")), "{count} {paper:?}: moment {at} is missing");
                    }
                }
            }
        }
    }
}

#[test]
fn the_terminal_compares_two_lanes_by_name_and_says_what_it_cannot_use() {
    let folder = Scratch::new("export-compared");
    let plan = demo_file(&folder, "long-way-round.moments");
    let out = folder.join("both.md");
    let said = run(args!["export", &plan, "-o", &out, "--compare", "tobi", "@marenruns", "--sections", "cover"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let written = fs::read_to_string(&out).unwrap();
    assert!(written.contains("## Comparison") && !written.contains("## Calendar"), "{written}");
    let page = folder.join("all.html");
    let said = run(args!["export", &plan, "-o", &page, "--compare", "Tobi", "Maren", "--for", "client"]);
    assert_eq!(said.code, 0, "{}", said.err);
    let written = fs::read_to_string(&page).unwrap();
    assert!(written.contains("href=\"#comparison\"") && written.contains("id=\"calendar\""));
    let order = folder.join("order.md");
    let said = run(args!["export", &plan, "-o", &order, "--compare", "Tobi", "proposed"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    let written = fs::read_to_string(&order).unwrap();
    assert!(written.contains("**Tobi Achterberg, as planned and in another order**"), "{written}");
    assert!(
        written.contains("As planned the ask comes before anything is given. In the other order it comes after"),
        "{written}"
    );
    let again = folder.join("again.md");
    run(args!["export", &plan, "-o", &again, "--compare", "tobi", "Proposed"]);
    assert_eq!(fs::read_to_string(&again).unwrap(), written, "the same choices give the same text");
    let help = run(args!["export", "--help"]);
    assert!(help.out.contains("--compare <LANE> <WITH>") && help.out.contains("--compare Tobi proposed"), "{}", help.out);
    let none = folder.join("none.pdf");
    for (more, why) in [
        (vec!["--compare", "Tobi", "Elephant"], "No lane of this plan is called “Elephant”."),
        (vec!["--compare", "Tobi", "tobi achterberg"], "Both names mean the lane “Tobi Achterberg”."),
        (vec!["--compare", "Tobi"], "2 values required"),
        (vec!["--compare", "Maren", "proposed"], "The checker has no other order to propose for the lane “Maren Solheim”."),
        (vec!["--compare", "Elephant", "proposed"], "No lane of this plan is called “Elephant”."),
        (vec!["--sections", "comparison"], "The section comparison needs a lane and what it is compared with."),
        (vec!["--compare", "Tobi", "Maren", "--for", "creator:Tobi"], "A creator sees only the own lane"),
    ] {
        let mut all = args!["export", &plan, "-o", &none].to_vec();
        all.extend(more.into_iter().map(std::ffi::OsString::from));
        let said = run(&all);
        assert!(said.code == 2 && said.err.contains(why), "{why}: {}", said.err);
    }
    let said = run(args!["export", &plan, "-o", folder.join("x.xlsx"), "--compare", "Tobi", "Maren"]);
    assert!(said.code == 2 && said.err.contains("Only decks, web pages and texts can hold a comparison."), "{}", said.err);
    assert!(!folder.names().iter().any(|name| name == "none.pdf" || name == "x.xlsx"));
}
