//! Plans that are unlike most: one lane, forty of them, texts of ten thousand characters, titles that read from right to left.

use std::sync::Arc;

use momentboard::check::{Options, check};
use momentboard::model::{Campaign, Day, Moment};
use momentboard::share::deck::{Deck, deck};
use momentboard::share::scene::{Form, Item, Laid, Page, Rect, Text, TextRole};
use momentboard::share::{Choice, Format, Paper, Reader, Section, Shared, Tone, Watch};

use crate::exports::{demo_plan, exported, exported_text};
use crate::plans::large_plan;
use crate::scenes::{pages, tables, texts, walk};
use crate::slides::Slides;

const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
/// Hebrew, a number, and Latin letters at the end: set as a whole it is out of order.
const HEBREW: &str = "הנעל אחרי 400 ק״מ — Fjell 2!";

fn built(campaign: &Campaign, reader: Reader) -> Deck {
    let report = check(campaign, &Options::default());
    let mut choice = Choice::new(reader, Format::Pdf);
    (choice.paper, choice.tone, choice.made_on) = (Paper::Wide, Tone::Light, Day::parse("2027-09-02"));
    let shared = Shared::new(campaign, &report, reader);
    deck(&shared.view, &shared.kit, &choice, Watch::none()).expect("a deck")
}

fn first(campaign: &mut Campaign, change: impl FnOnce(&mut Moment)) {
    change(Arc::make_mut(&mut Arc::make_mut(&mut campaign.lanes[0]).moments[0]));
}

fn text<'a>(page: &'a Page, words: &str) -> &'a Text {
    texts(page).into_iter().find(|text| text.laid.text.contains(words)).unwrap_or_else(|| panic!("no “{words}”: {}", page.title))
}

#[test]
fn the_shade_of_the_phase_that_asks_ends_at_the_axis_however_few_lanes_there_are() {
    for lanes in 1..=4 {
        let mut campaign = demo_plan();
        campaign.lanes.truncate(lanes);
        let deck = built(&campaign, Reader::Client);
        let page = pages(&deck, Section::Arc)[0];
        let axis = text(page, "1 Nov").at.y;
        let mut lowest = 0.0_f64;
        walk(&page.items, &mut |item| {
            if let Item::Shape(shape) = item
                && let (Form::Rect(rect, _), Some(_)) = (&shape.form, shape.fill)
            {
                lowest = lowest.max(rect.y1);
            }
        });
        assert!(lowest > 150.0 && lowest <= axis, "{lanes} lanes: the shade ends at {lowest}, the dates begin at {axis}");
    }
}

/// Where the first sign of these words stands, for each of them, line by line from left to right.
fn places(laid: &Laid, words: &[&str]) -> Vec<(usize, f64)> {
    let of = |word: &str| {
        let at = laid.text.find(word).unwrap_or_else(|| panic!("no “{word}” in {laid:?}"));
        let lines = laid.lines.iter().enumerate();
        let mut glyphs = lines.flat_map(|(line, of)| of.runs.iter().flat_map(|run| &run.glyphs).map(move |glyph| (line, glyph)));
        glyphs.find(|(_, glyph)| glyph.range.contains(&at)).map(|(line, glyph)| (line, glyph.x)).expect("a glyph")
    };
    words.iter().map(|word| of(word)).collect()
}

/// The texts of the shapes and cells of slides, a paragraph each.
fn all(slides: &Slides) -> Vec<String> {
    let of = |number: usize| {
        let slide = slides.slide(number);
        let paragraphs = slide.descendants().filter(|node| node.has_tag_name((DRAWING, "p")));
        let said = |node: roxmltree::Node<'_, '_>| -> String {
            node.descendants().filter(|node| node.has_tag_name((DRAWING, "t"))).filter_map(|node| node.text()).collect()
        };
        paragraphs.map(said).collect::<Vec<_>>()
    };
    (1..=slides.count()).flat_map(of).collect()
}

#[test]
fn a_sentence_of_ours_that_begins_with_a_title_reads_from_left_to_right_in_every_format() {
    let mut campaign = demo_plan();
    let lane = Arc::make_mut(&mut campaign.lanes[0]);
    let ask = lane.moments.iter_mut().find(|moment| moment.is_ask()).expect("an ask");
    Arc::make_mut(ask).title = HEBREW.to_owned();
    let deck = built(&campaign, Reader::Client);
    let briefs = pages(&deck, Section::Briefs);
    let asked = text(briefs[0], "asks people");
    assert!(asked.laid.lines.iter().all(|line| !line.rtl), "{:?}", asked.laid);
    // Shown as one piece: its Latin end stands left of its Hebrew beginning, and what is ours behind all of it.
    let at = places(&asked.laid, &["Fjell 2!", "הנעל", "asks people"]);
    assert!(at[0] < at[1] && at[1] < at[2], "{at:?} {:?}", asked.laid);
    let mark = |text: &str| {
        let at = text.find("asks people").expect("the sentence");
        let start = text[..at].rfind(['\n', '>']).map_or(0, |at| at + 1);
        let sentence = &text[start..at];
        let strong = sentence.find(|c: char| c == '\u{200E}' || c.is_alphabetic()).expect("a letter");
        assert!(sentence[strong..].starts_with('\u{200E}'), "{sentence:?} begins from right to left");
        let (before, after) = sentence.split_once('\u{2068}').expect("the title is apart");
        assert!(!before.contains('ה') && after.contains("Fjell 2!\u{2069}"), "{sentence:?}");
    };
    for format in [Format::Html, Format::Markdown] {
        mark(&exported_text(&campaign, &Choice::new(Reader::Client, format)));
    }
    let slides = Slides::open(&exported(&campaign, &Choice::new(Reader::Client, Format::Pptx)).bytes);
    let told = all(&slides).into_iter().find(|text| text.contains("asks people")).expect("the sentence in the slides");
    mark(&told);
}

#[test]
fn the_story_of_many_lanes_ends_on_the_page_on_which_it_began() {
    for lanes in [9, 12, 13, 40] {
        let campaign = large_plan(3, lanes, 160);
        let deck = built(&campaign, Reader::Client);
        let summary = pages(&deck, Section::Summary);
        assert_eq!(summary.len(), 1, "{lanes} lanes");
        let told = texts(summary[0]).into_iter().filter(|text| text.laid.text.ends_with("at the end.")).count();
        let more = campaign.lanes.len() - told;
        assert!(told >= 5, "{lanes} lanes: {told} are told");
        if more > 0 {
            text(summary[0], "more, each with pages");
        }
    }
}

/// The part of a page from the first text on it to the last that has a column of texts of its own.
fn columns(page: &Page) -> usize {
    let body = texts(page).into_iter().filter(|text| text.role == TextRole::Body && text.laid.lines.len() > 8);
    let mut lefts: Vec<i64> = body.map(|text| text.at.x.round() as i64).collect();
    lefts.sort_unstable();
    lefts.dedup();
    lefts.len()
}

#[test]
fn long_texts_of_a_brief_stand_in_columns_and_say_what_they_belong_to() {
    let mut campaign = demo_plan();
    campaign.lanes.truncate(1);
    first(&mut campaign, |moment| moment.hook = Some("A sentence that goes on and on. ".repeat(310)));
    let of = campaign.lanes[0].creator.expect("a creator");
    let creator = campaign.creators.iter_mut().find(|creator| creator.id == of).expect("a creator");
    Arc::make_mut(creator).about = Some("A word about her. ".repeat(560));
    let title = campaign.lanes[0].moments[0].title.clone();
    let deck = built(&campaign, Reader::Client);
    let briefs = pages(&deck, Section::Briefs);
    assert!(briefs.len() <= 7, "{} pages", briefs.len());
    assert!(
        briefs.iter().filter(|page| columns(page) >= 3).count() >= 2,
        "{:?}",
        briefs.iter().map(|p| columns(p)).collect::<Vec<_>>()
    );
    let headed = |words: &str| {
        let mut all = briefs.iter().flat_map(|page| texts(page));
        all.any(|text| text.role == TextRole::Heading(2) && *text.laid.text == *words)
    };
    assert!(headed(&format!("{title} (continued)")), "the hook goes on under its title");
    assert!(headed("About Maren (continued)"), "what is said of her goes on under its heading");
    for page in &briefs {
        let frames: Vec<Rect> = texts(page)
            .into_iter()
            .map(|text| {
                Rect::new(text.at.x, text.at.y + 1.0, text.at.x + text.laid.ink_width(), text.at.y + text.laid.height - 1.0)
            })
            .collect();
        for (at, one) in frames.iter().enumerate() {
            let other = frames.iter().skip(at + 1).find(|other| one.intersect(**other).area() > 1.0);
            assert!(other.is_none(), "{}: {one:?} and {other:?}", page.title);
        }
    }
}

#[test]
fn a_short_list_of_labels_and_its_markets_stand_on_one_page() {
    let mut campaign = demo_plan();
    campaign.lanes.truncate(1);
    for reader in [Reader::Client, Reader::Creator(campaign.lanes[0].id)] {
        let deck = built(&campaign, reader);
        let labels = pages(&deck, Section::Disclosure);
        assert_eq!(labels.len(), 1, "{reader:?}");
        assert_eq!(tables(labels[0]).len(), 2, "{reader:?}");
    }
}

#[test]
fn a_label_of_a_few_words_is_on_one_line_of_its_cell() {
    let page = exported_text(&demo_plan(), &Choice::new(Reader::Client, Format::Html));
    assert!(page.contains("class=\"text label\" data-label=\"Label in the text\">Werbung | Publicité | Ad</td>"));
    let wide = page.split_once("td.label { min-width: ").and_then(|(_, rest)| rest.split_once("px")).map(|(wide, _)| wide);
    assert!(wide.is_some_and(|wide| wide.parse::<u32>().is_ok_and(|wide| wide >= 196)), "{wide:?}");
}

#[test]
fn a_direction_somebody_forced_is_nothing_that_slides_obey() {
    let mut campaign = demo_plan();
    first(&mut campaign, |moment| moment.title = "Run \u{202E}reversed\u{202C} home".to_owned());
    let slides = Slides::open(&exported(&campaign, &Choice::new(Reader::Client, Format::Pptx)).bytes);
    let texts = all(&slides);
    assert!(texts.iter().any(|text| text.contains("reversed")));
    assert!(texts.iter().all(|text| !text.contains(['\u{202A}', '\u{202B}', '\u{202D}', '\u{202E}'])));
}

#[test]
fn a_sign_that_no_font_has_is_named_with_its_number_and_its_moment() {
    let mut campaign = demo_plan();
    // Nothing is to be written with this number, so no font of any computer has it.
    first(&mut campaign, |moment| moment.title = "\u{378} Why".to_owned());
    for format in [Format::Pdf, Format::Pptx, Format::Svg] {
        let notices = exported(&campaign, &Choice::new(Reader::Client, format)).notices;
        let is_named = |notice: &String| notice.contains("(U+0378), in “\u{378} Why” (Maren, ");
        assert!(notices.iter().any(is_named), "{format:?}: {notices:?}");
    }
}
