//! The shapes of asks and the room of names, in the formats that draw them in their own ways.

use std::sync::Arc;

use kurbo::Shape as _;
use momentboard::check::{Options, check};
use momentboard::model::{Campaign, Kind, PlanId, direction};
use momentboard::share::deck::{Deck, deck};
use momentboard::share::scene::{Form, Item};
use momentboard::share::{Choice, Format, Reader, Shared, Watch, export};
use momentboard::store::demo;

use crate::scenes::{tables, texts, walk};

const DIAMOND: &str = "M10 0l10 10-10 10L0 10z";

fn page(campaign: &Campaign) -> String {
    let report = check(campaign, &Options::default());
    let made = export(campaign, &report, &Choice::new(Reader::Internal, Format::Html), Watch::none()).unwrap();
    String::from_utf8(made.bytes).unwrap()
}

/// The part of a text from one mark to the next.
fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = text.split_once(from).unwrap_or_else(|| panic!("{from}"));
    rest.split_once(to).map_or(rest, |(part, _)| part)
}

#[test]
fn asks_are_diamonds_in_the_legend_of_a_page_as_they_are_in_its_arc() {
    let page = page(&demo::fictional(PlanId::default()));
    // The first list counts the kinds; the one of the arc has the asks.
    let legend =
        page.split("<ul class=\"legend\">").map(|rest| between(rest, "", "</ul>")).find(|list| list.contains("Asked ")).unwrap();
    assert!(legend.contains("#k-ask-err"), "{legend}");
    for class in ["k-ask-err", "k-ask-warn", "k-ok", "k-acc"] {
        let symbol = between(&page, &format!("<symbol id=\"{class}\""), "</symbol>");
        assert!(symbol.contains(DIAMOND), "{class}: {symbol}");
    }
    assert!(!legend.contains("#k-err") && !legend.contains("#k-warn"), "octagons and triangles are findings");
}

/// The names of the lanes of a drawing.
fn names(drawn: &str) -> Vec<&str> {
    let texts = drawn.split("<text class=\"name\"").skip(1);
    texts.filter_map(|rest| Some(rest.split_once('>')?.1.split_once('<')?.0)).collect()
}

#[test]
fn a_name_beside_an_arc_ends_before_it() {
    let mut campaign = demo::fictional(PlanId::default());
    for (creator, name) in
        campaign.creators.iter_mut().zip(["WWWWWWWW MMMMMMMM", "Illi Lilli-Fjitl", "北極光の下を走る人たちの会"])
    {
        Arc::make_mut(creator).name = name.to_owned();
    }
    let page = page(&campaign);
    let wide = between(&page, "<svg class=\"arc\"", "</svg>");
    let names = names(wide);
    let shown = |start: &str| names.iter().copied().find(|name| name.starts_with(start)).unwrap();
    assert!(shown("WWWW").chars().count() <= 9, "{names:?}");
    assert!(shown("北極光").chars().count() <= 8, "{names:?}");
    assert_eq!(shown("Illi"), "Illi", "a name is as short as its lane is called elsewhere");
}

#[test]
fn the_lanes_of_an_arc_are_all_named_in_the_short_way_of_the_deck() {
    for width in ["<svg class=\"arc\"", "<svg class=\"arc narrow\""] {
        let page = page(&demo::fictional(PlanId::default()));
        let drawn = between(&page, width, "</svg>");
        assert_eq!(names(drawn), ["Maren", "Tobi", "Kwame", "Inês"], "{width}");
    }
}

#[test]
fn a_name_that_is_read_from_right_to_left_turns_no_list_of_lanes() {
    let mut campaign = demo::fictional(PlanId::default());
    for creator in &mut campaign.creators {
        Arc::make_mut(creator).name = "נועה כהן".to_owned();
    }
    let report = check(&campaign, &Options::default());
    let shared = Shared::new(&campaign, &report, Reader::Internal);
    let whose: Vec<&str> =
        shared.view.not_checked.iter().map(|(whose, _)| whose.as_str()).filter(|whose| whose.contains('נ')).collect();
    assert!(!whose.is_empty(), "{:?}", shared.view.not_checked);
    assert!(!whose.iter().any(|whose| direction::reads_from_right(whose)), "{whose:?}");
}

fn built(campaign: &Campaign) -> Deck {
    let report = check(campaign, &Options::default());
    let shared = Shared::new(campaign, &report, Reader::Internal);
    deck(&shared.view, &shared.kit, &Choice::new(Reader::Internal, Format::Pdf), Watch::none()).unwrap()
}

#[test]
fn a_long_name_leaves_the_dates_of_a_table_their_line() {
    let mut campaign = demo::fictional(PlanId::default());
    for length in 30..60 {
        let name = "Kwame Nkrumah Adjei-Bartholomew-Featherstonehaugh of Leeds upon Aire";
        Arc::make_mut(&mut campaign.creators[2]).name = name.chars().take(length).collect::<String>().trim().to_owned();
        let deck = built(&campaign);
        let mut seen = 0;
        for table in deck.scene.pages.iter().flat_map(tables) {
            let Some(date) = table.rows[0].cells.iter().position(|cell| &*cell.laid.text == "Date") else { continue };
            for row in &table.rows {
                assert_eq!(row.cells[date].laid.lines.len(), 1, "{length}: {}", row.cells[date].laid.text);
                seen += 1;
            }
        }
        assert!(seen > 10);
    }
}

#[test]
fn no_ask_stands_in_the_caption_of_its_curve() {
    let mut campaign = demo::fictional(PlanId::default());
    for lane in &mut campaign.lanes {
        for moment in &mut Arc::make_mut(lane).moments {
            Arc::make_mut(moment).kind = Kind::Product;
        }
    }
    let mut seen = 0;
    for page in &built(&campaign).scene.pages {
        let caption = texts(page).into_iter().find(|text| text.laid.text.starts_with("Where followers stand"));
        let Some(caption) = caption else { continue };
        let width = caption.laid.lines.iter().map(|line| line.right).fold(0.0, f64::max);
        walk(&page.items, &mut |item| {
            let Item::Shape(shape) = item else { return };
            let Form::Path(path) = &shape.form else { return };
            let frame = path.bounding_box();
            if frame.width() < 20.0 && frame.x0 < caption.at.x + width && frame.y0 < caption.at.y {
                let stroke = shape.stroke.as_ref().map_or(0.0, |stroke| stroke.width / 2.0);
                assert!(frame.y1 + stroke <= caption.at.y + 1.5, "{frame:?} {:?}", caption.at);
                seen += 1;
            }
        });
    }
    assert!(seen > 4);
}
