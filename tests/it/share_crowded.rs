//! Plans with much in little room: the cover counts what it has no line for, and what is written at a curve is read between marks
//! that stand close together.

use std::sync::Arc;

use kurbo::Shape as _;
use momentboard::check::{Options, check};
use momentboard::model::{Campaign, Day, Kind, LaneId, Moment, MomentId, PlanId, When};
use momentboard::share::deck::{Deck, deck};
use momentboard::share::scene::{Form, Item, Page, Rect, Role};
use momentboard::share::{Choice, Format, Reader, Section, Shared, Watch, export};
use momentboard::store::demo;

use crate::scenes::{pages, texts};

fn made(campaign: &Campaign, reader: Reader) -> Deck {
    let report = check(campaign, &Options::default());
    let choice = Choice::new(reader, Format::Pdf);
    let shared = Shared::new(campaign, &report, reader);
    deck(&shared.view, &shared.kit, &choice, Watch::none()).expect("a deck")
}

/// The last lines of the cover.
fn cover(campaign: &Campaign) -> Vec<String> {
    let deck = made(campaign, Reader::Client);
    pages(&deck, Section::Cover).into_iter().flat_map(texts).map(|text| text.laid.text.to_string()).collect()
}

#[test]
fn the_cover_says_how_many_creators_it_has_no_line_for() {
    let mut campaign = demo::fictional(PlanId::default());
    let counts = |words: &[String]| words.iter().any(|word| word.starts_with("and ") && word.ends_with(" more creators"));
    assert!(!counts(&cover(&campaign)), "each of four has a line");
    let lane = Arc::clone(&campaign.lanes[0]);
    for at in 0..12 {
        let mut more = (*lane).clone();
        more.id = LaneId::parse(&format!("more-{at}")).unwrap();
        for (number, moment) in more.moments.iter_mut().enumerate() {
            Arc::make_mut(moment).id = MomentId::parse(&format!("more-{at}-{number}")).unwrap();
        }
        campaign.lanes.push(Arc::new(more));
    }
    let words = cover(&campaign);
    assert!(counts(&words), "{words:?}");
}

/// Ten moments of a creator in six days, some of them asks.
fn crowded() -> Campaign {
    let mut campaign = demo::fictional(PlanId::default());
    let lane = Arc::make_mut(&mut campaign.lanes[1]);
    let template = Moment::clone(&lane.moments[1]);
    lane.moments = (0..10_i8)
        .map(|at| {
            let mut moment = template.clone();
            moment.id = MomentId::parse(&format!("crowded-{at}")).unwrap();
            moment.title = format!("Crowded {at}");
            moment.kind = if at == 4 || at == 7 { Kind::Product } else { Kind::Values };
            moment.when = When::On(Day::new(2027, 9, 1 + at * 6 / 10).unwrap());
            Arc::new(moment)
        })
        .collect();
    campaign
}

/// What is drawn of each figure of a page, in order: words with their frames, and marks.
fn figures(page: &Page) -> Vec<Vec<(Option<String>, Rect)>> {
    let mut all = Vec::new();
    crate::scenes::walk(&page.items, &mut |item| {
        let Item::Group(group) = item else { return };
        if !matches!(group.role, Role::Figure(_)) {
            return;
        }
        let drawn = group.items.iter().filter_map(|item| match item {
            Item::Text(text) => {
                let (x, y) = (text.at.x, text.at.y);
                Some((Some(text.laid.text.to_string()), Rect::new(x, y, x + text.laid.width, y + text.laid.height)))
            }
            Item::Shape(shape) => match &shape.form {
                Form::Rect(rect, _) | Form::Ellipse(rect) | Form::Icon(_, rect) => Some((None, *rect)),
                Form::Path(path) => Some((None, path.bounding_box())),
            },
            _ => None,
        });
        all.push(drawn.collect());
    });
    all
}

#[test]
fn what_is_written_at_a_curve_is_not_hidden_by_marks_that_stand_close() {
    let campaign = crowded();
    let creator = Reader::Creator(campaign.lanes[1].id);
    let mut ready = 0;
    for deck in [made(&campaign, Reader::Client), made(&campaign, creator)] {
        for figure in deck.scene.pages.iter().flat_map(figures) {
            for (at, (words, frame)) in figure.iter().enumerate() {
                let Some(words) = words.as_deref().filter(|words| *words == "Ready to ask" || words.ends_with(" Sep")) else {
                    continue;
                };
                ready += usize::from(words == "Ready to ask");
                let hides = |(_, other): &&(Option<String>, Rect)| other.overlaps(*frame) && other.width() < 20.0;
                let over = figure[at + 1..].iter().find(|item| item.0.is_none() && hides(item));
                assert!(over.is_none(), "“{words}” {frame:?} lies under {over:?}");
            }
        }
    }
    assert!(ready > 1, "it is written");
    let deck = made(&campaign, Reader::Client);
    let arc = pages(&deck, Section::Arc);
    let dates = arc.iter().flat_map(|page| figures(page)).flatten().filter_map(|(words, _)| words);
    let dates: Vec<String> = dates.collect();
    for day in ["3 Sep", "5 Sep"] {
        assert!(dates.iter().any(|date| date == day), "the day of each ask is said: {dates:?}");
    }
}

#[test]
fn on_a_page_for_the_web_the_dates_of_asks_lie_over_all_marks_of_their_lane() {
    let campaign = crowded();
    let report = check(&campaign, &Options::default());
    let made = export(&campaign, &report, &Choice::new(Reader::Client, Format::Html), Watch::none()).unwrap();
    let page = String::from_utf8(made.bytes).unwrap();
    let arc = page.split_once("<svg class=\"arc\"").unwrap().1.split_once("</svg>").unwrap().0;
    let last = arc.find("Crowded 9</title>").or_else(|| arc.find("Crowded 9")).expect("the last mark");
    let at = |day: &str| arc.find(&format!(">{day}</text>")).unwrap_or_else(|| panic!("{day} is written"));
    assert!(at("3 Sep") > last && at("5 Sep") > last, "no mark is drawn after them");
}
