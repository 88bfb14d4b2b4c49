//! The page and the text of a plan beside the deck: the same sections in the same order, the look of the brand, one picture once,
//! and a brief that is one creator's alone.

use std::collections::BTreeSet;
use std::sync::Arc;

use momentboard::check::Report;
use momentboard::model::{
    BrandFont, BrandKit, Campaign, Colour, Disclosure, FontBytes, Kind, Moment, Picture, PictureId, Unknown, When,
};
use momentboard::share::scene::Fonts;
use momentboard::share::{Choice, Format, Reader, Section, Tone, Watch, export};

use crate::exports::{demo_plan, exported_text};
use crate::plans::large_plan;

fn of(campaign: &Campaign, reader: Reader, format: Format) -> String {
    exported_text(campaign, &Choice { embed: false, ..Choice::new(reader, format) })
}

/// The headings of second rank of a text, or the places that the navigation of a page leads to.
fn sections(text: &str) -> Vec<String> {
    if let Some(rest) = text.split_once("<nav ").map(|(_, rest)| rest) {
        let nav = rest.split_once("</nav>").unwrap().0;
        return nav.split("href=\"#").skip(1).map(|part| part.split_once('"').unwrap().0.to_owned()).collect();
    }
    text.lines().filter_map(|line| line.strip_prefix("## ")).map(str::to_owned).collect()
}

/// The number of an attribute of the last element that was opened.
fn number(element: &str, name: &str) -> f64 {
    let at = element.find(&format!(" {name}=\"")).unwrap_or_else(|| panic!("no {name}: {element}")) + name.len() + 3;
    element[at..].split('"').next().unwrap().parse().unwrap()
}

#[test]
fn no_date_stands_across_the_line_of_readiness() {
    let mut seen = 0;
    for seed in 0..6 {
        let page = exported_text(&crate::plans::large_plan(seed, 60, 6), &Choice::new(Reader::Internal, Format::Html));
        // The wide picture and the narrow one.
        for picture in page.split("<svg class=\"arc").skip(1) {
            let picture = picture.split("</svg>").next().unwrap();
            let of = |start: &str| -> Vec<f64> {
                let elements = picture.match_indices(start).map(|(at, _)| &picture[at..at + picture[at..].find('>').unwrap()]);
                elements.map(|element| number(element, if start.contains("line") { "y1" } else { "y" })).collect()
            };
            let lines = of("<line class=\"ready\"");
            for date in of("<text class=\"when ") {
                seen += 1;
                assert!(lines.iter().all(|line| *line < date - 11.0 || *line > date + 4.0), "{seed}: {date} {lines:?}");
            }
        }
    }
    assert!(seen > 30, "{seen}");
}

#[test]
fn page_and_text_have_the_sections_of_the_deck_in_its_order() {
    let campaign = demo_plan();
    let team = of(&campaign, Reader::Internal, Format::Html);
    let keys: Vec<&str> = Section::ALL.iter().map(|section| section.key()).collect();
    let places = |page: &str, keys: &[&str]| -> Vec<usize> {
        keys.iter().filter_map(|key| page.find(&format!(" id=\"{key}\""))).collect()
    };
    let shown = places(&team, &keys);
    assert!(shown.len() >= 9 && shown.is_sorted(), "{shown:?}");
    for section in Section::ALL {
        let mut choice = Choice { embed: false, ..Choice::new(Reader::Internal, Format::Html) };
        choice.sections.remove(&section);
        let page = exported_text(&campaign, &choice);
        assert!(!page.contains(&format!("id=\"{}\"", section.key())), "{} is left out", section.key());
        assert!(page.contains("<h1"), "a page without a cover has a name, too");
        let text = exported_text(&campaign, &Choice { format: Format::Markdown, ..choice });
        assert!(text.starts_with("# ") && text.len() <= of(&campaign, Reader::Internal, Format::Markdown).len());
    }
    let text = sections(&of(&campaign, Reader::Client, Format::Markdown));
    assert_eq!(text[..6], ["Summary", "The arc", "The storyboard", "Calendar", "Deliverables", "Labels"]);
    assert_eq!(text.iter().filter(|heading| heading.starts_with("Brief for ")).count(), 4);
    for place in sections(&of(&campaign, Reader::Client, Format::Html)) {
        assert!(place != "budget" && place != "findings", "{place}");
    }
}

#[test]
fn every_place_that_is_named_is_there_once_and_every_head_of_a_table_says_of_what() {
    for reader in [Reader::Internal, Reader::Client, Reader::Creator(demo_plan().lanes[0].id)] {
        let page = of(&demo_plan(), reader, Format::Html);
        let ids: Vec<&str> = page.split(" id=\"").skip(1).map(|part| part.split_once('"').unwrap().0).collect();
        let known: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(known.len(), ids.len(), "no place twice");
        for start in ["href=\"#", "aria-labelledby=\""] {
            for named in page.split(start).skip(1).map(|part| part.split_once('"').unwrap().0) {
                for named in named.split(' ') {
                    assert!(known.contains(named), "{named} is nowhere");
                }
            }
        }
        assert_eq!(page.matches("<th ").count(), page.matches("<th scope=").count() + page.matches("<th>").count());
        assert!(!page.contains("<th>") && page.matches("<table").count() == page.matches("<thead>").count());
    }
}

#[test]
fn a_brief_leaves_out_what_says_nothing_and_says_once_that_nothing_is_written_down() {
    let mut campaign = demo_plan();
    let lane = Arc::make_mut(&mut campaign.lanes[0]);
    let moment = Moment { when: When::Order(1), ..Moment::new(lane.moments[0].id, Kind::Values, "Why we walk") };
    lane.moments = vec![Arc::new(moment)];
    let parts = |campaign: &Campaign, format: Format| {
        let reader = Reader::Creator(campaign.lanes[0].id);
        let mut choice = Choice { embed: false, ..Choice::new(reader, format) };
        choice.sections = [Section::Briefs].into_iter().collect();
        let text = exported_text(campaign, &choice);
        let of = |words: &str| text.matches(words).count();
        [of("Nothing is written down yet"), of("Yours to decide"), of("What we ask"), of("Always")]
    };
    for format in [Format::Html, Format::Markdown] {
        assert_eq!(parts(&campaign, format), [1, 0, 0, 0], "{format:?}");
    }
    let lane = Arc::make_mut(&mut campaign.lanes[0]);
    Arc::make_mut(&mut lane.moments[0]).must_say = Some("Sizes 36 to 48".to_owned());
    for format in [Format::Html, Format::Markdown] {
        assert_eq!(parts(&campaign, format), [0, 0, 0, 1], "{format:?}");
    }
}

#[test]
fn one_creator_gets_their_brief_and_nobody_elses_name() {
    let campaign = demo_plan();
    let lane = campaign.lanes[0].id;
    let reader = Reader::Creator(lane);
    let name = campaign.lane_name(&campaign.lanes[0]).to_owned();
    for format in [Format::Html, Format::Markdown] {
        let whole = of(&campaign, reader, format);
        let mut only = Choice { embed: false, ..Choice::new(reader, format) };
        only.sections = [Section::Briefs].into_iter().collect();
        let brief = exported_text(&campaign, &only);
        for text in [&whole, &brief] {
            assert!(text.contains("Brief for ") && text.contains(&name));
            assert!(text.contains("Yours to decide") && (text.contains("First draft") || text.contains("Draft due")));
            for other in &campaign.lanes[1..] {
                assert!(!text.contains(campaign.lane_name(other)), "{}", campaign.lane_name(other));
            }
        }
        assert!(brief.len() < whole.len());
        assert!(!brief.contains("Deliverables") && !brief.contains("Calendar"));
    }
    let mut only = Choice { embed: false, ..Choice::new(reader, Format::Html) };
    only.sections = [Section::Briefs].into_iter().collect();
    let brief = exported_text(&campaign, &only);
    assert_eq!((brief.matches("<svg class=\"arc\"").count(), brief.matches("<article").count()), (1, 1));
    assert!(brief.matches("<img src=\"data:image/").count() > 2, "without a storyboard the brief has the pictures");
}

#[test]
fn a_picture_is_in_the_page_once_however_often_it_is_shown() {
    let mut campaign = large_plan(1, 1000, 40);
    campaign.pictures.clear();
    let ids: Vec<PictureId> = (0..24_u8)
        .map(|at| {
            let mut png = std::io::Cursor::new(Vec::new());
            image::RgbImage::from_pixel(32, 18, image::Rgb([at, 0, 0])).write_to(&mut png, image::ImageFormat::Png).unwrap();
            let id = PictureId::parse(&format!("{at:064x}")).unwrap();
            let picture = Picture {
                id,
                name: String::new(),
                width: 32,
                height: 18,
                bytes: png.into_inner().into(),
                unknown: Unknown::default(),
            };
            campaign.pictures.push(Arc::new(picture));
            id
        })
        .collect();
    let mut next = ids.iter().cycle();
    for lane in &mut campaign.lanes {
        for moment in &mut Arc::make_mut(lane).moments {
            Arc::make_mut(moment).image = next.next().copied();
        }
    }
    let page = of(&campaign, Reader::Client, Format::Html);
    assert_eq!(page.matches("data:image/").count(), 24);
    assert_eq!(page.matches("<use href=\"#pic-").count(), 1001, "a thousand cards and the cover");
    let largest = 3_500_000;
    assert!(page.len() < largest, "{} bytes can be mailed", page.len());
}

#[test]
fn the_page_has_the_look_of_the_brand() {
    let mut campaign = demo_plan();
    let mut png = std::io::Cursor::new(Vec::new());
    image::RgbaImage::new(40, 10).write_to(&mut png, image::ImageFormat::Png).unwrap();
    let logo = PictureId::parse(&"b".repeat(64)).unwrap();
    campaign.pictures.push(Arc::new(Picture {
        id: logo,
        name: "logo".into(),
        width: 40,
        height: 10,
        bytes: png.into_inner().into(),
        unknown: Unknown::default(),
    }));
    campaign.brand_kit = Some(Arc::new(BrandKit {
        logo: Some(logo),
        heading: Some(Arc::new(BrandFont {
            family: "House Sans".into(),
            data: FontBytes(Fonts::own().into()),
            unknown: Unknown::default(),
        })),
        accent: Colour::parse("#7A1F5C"),
        paper: Colour::parse("#FFF8EE"),
        ink: Colour::parse("#2A1020"),
        footer: Some("Northbound AS, <Oslo>".into()),
        prepared_by: Some("Studio & Sons".into()),
        ..BrandKit::default()
    }));
    let page = of(&campaign, Reader::Client, Format::Html);
    let (light, rest) = page.split_once("@media (prefers-color-scheme: dark)").expect("a dark style");
    let (dark, print) = rest.split_once("@media print").expect("a style for paper");
    assert!(light.contains("--canvas: #FFF8EE;") && light.contains("--text: #2A1020;") && light.contains("--accent: #7A1F5C;"));
    assert!(light.contains("--heading: \"House Sans\", Inter,") && light.contains("--body: Inter,"));
    assert!(!dark.contains("--canvas: #FFF8EE;") && print.contains("--canvas: #FFFFFF;"));
    assert!(page.contains("<img class=\"logo\" src=\"data:image/png;base64,") && page.contains("alt=\"Northbound\""));
    assert!(page.contains("Northbound AS, &#60;Oslo&#62;") || page.contains("Northbound AS, &lt;Oslo&gt;"));
    assert!(
        page.contains("Prepared by Studio &#38; Sons. Client version")
            || page.contains("Prepared by Studio &amp; Sons. Client version")
    );
    let dark = exported_text(&campaign, &Choice { tone: Tone::Dark, embed: false, ..Choice::new(Reader::Client, Format::Html) });
    assert!(!dark.contains("prefers-color-scheme") && dark.contains("color-scheme: dark;"));
}

#[test]
fn what_cannot_be_used_of_the_brand_is_told_for_a_page_as_for_a_deck() {
    let mut campaign = demo_plan();
    campaign.brand_kit = Some(Arc::new(BrandKit { accent: Colour::parse("#FFE680"), ..BrandKit::default() }));
    let of = |format: Format| export(&campaign, &Report::default(), &Choice::new(Reader::Client, format), Watch::none()).unwrap();
    assert!(of(Format::Html).notices.iter().any(|notice| notice.contains("#FFE680")));
    assert!(of(Format::Markdown).notices.is_empty());
}

#[test]
fn what_nobody_decided_is_said_once_and_not_in_every_row() {
    let mut campaign = demo_plan();
    for lane in &mut campaign.lanes {
        for moment in &mut Arc::make_mut(lane).moments {
            let moment = Arc::make_mut(moment);
            moment.disclosure = Disclosure::default();
            moment.duration = None;
            moment.kpis.clear();
        }
    }
    for format in [Format::Html, Format::Markdown] {
        let text = of(&campaign, Reader::Client, format);
        assert_eq!(text.matches("Still open").count(), 1, "{format:?}");
        assert!(text.contains("Still open: label in the text and platform’s own label."), "{format:?}");
        assert!(!text.contains("Not set") && !text.contains("Not\u{a0}set"));
        let deliverables =
            text.split_once(if format == Format::Html { "id=\"deliverables\"" } else { "## Deliverables" }).unwrap().1;
        let table = deliverables.split_once("Moment by moment").unwrap().1;
        let table = table.split_once(if format == Format::Html { "</table>" } else { "## " }).unwrap().0;
        assert!(table.contains("Draft due") && !table.contains("Length") && !table.contains("Measured by"), "{table}");
    }
}
