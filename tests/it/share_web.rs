//! The page that is mailed: its dates in order, its pictures small, one jump over the head.

use base64::Engine as _;
use momentboard::check::{Options, Report, check};
use momentboard::model::{Day, Phase, PlanId};
use momentboard::share::{Choice, Format, Reader, Watch, export};
use momentboard::store::demo;

use crate::plans::random_plan;

fn page(reader: Reader) -> String {
    let campaign = demo::fictional(PlanId::default());
    let made = export(&campaign, &Report::default(), &Choice::new(reader, Format::Html), Watch::none()).unwrap();
    String::from_utf8(made.bytes).unwrap()
}

#[test]
fn the_calendar_lists_every_moment_in_time() {
    let campaign = demo::fictional(PlanId::default());
    let page = page(Reader::Client);
    let (_, calendar) = page.split_once("id=\"calendar\"").expect("a calendar");
    let calendar = calendar.split_once("</section>").expect("its end").0;
    let mut moments: Vec<_> = campaign.lanes.iter().flat_map(|lane| &lane.moments).collect();
    moments.sort_by_key(|moment| campaign.day_of(moment.when));
    let places: Vec<usize> = moments
        .iter()
        .map(|moment| {
            let title = moment.title.replace('\'', "&#39;");
            calendar.find(&title).unwrap_or_else(|| panic!("{title} is missing"))
        })
        .collect();
    let days: Vec<_> = moments.iter().map(|moment| campaign.day_of(moment.when)).collect();
    for (at, pair) in places.windows(2).enumerate() {
        assert!(pair[0] < pair[1] || days[at] == days[at + 1], "{} comes late", moments[at].title);
    }
}

#[test]
fn pictures_are_as_large_as_a_page_needs_and_the_whole_can_be_mailed() {
    let page = page(Reader::Client);
    let mut count = 0;
    for part in page.split("src=\"data:image/").skip(1) {
        let (_, packed) = part.split_once(";base64,").unwrap();
        let bytes = base64::engine::general_purpose::STANDARD.decode(packed.split_once('"').unwrap().0).unwrap();
        let picture = image::load_from_memory(&bytes).unwrap();
        assert!(picture.width().max(picture.height()) <= 480);
        count += 1;
    }
    assert!(count > 5, "the demo plan has pictures");
    assert!(page.len() < 3_000_000, "{} bytes", page.len());
    assert!(page.contains("<a class=\"skip\" href=\"#content\">") && page.contains("<main id=\"content\">"));
}

/// The names of phases in a picture, each with its left and right edge, roughly, and the row it stands in.
fn phases(page: &str, class: &str) -> Vec<(String, f64, f64, f64)> {
    let (_, rest) = page.split_once(&format!("<svg class=\"{class}\"")).unwrap();
    let picture = rest.split_once("</svg>").unwrap().0;
    let texts = picture.split("<text class=\"phase-name\" ").skip(1);
    texts
        .map(|text| {
            let value = |name: &str| text.split_once(&format!("{name}=\"")).unwrap().1.split_once('"').unwrap().0;
            let name = text.split_once('>').unwrap().1.split_once('<').unwrap().0.to_owned();
            let (x, wide) = (value("x").parse::<f64>().unwrap(), 7.0 * name.chars().count() as f64);
            let left = if value("text-anchor") == "end" { x - wide } else { x };
            (name, left, left + wide, value("y").parse().unwrap())
        })
        .collect()
}

#[test]
fn names_of_phases_are_whole_on_a_small_screen() {
    let mut campaign = demo::fictional(PlanId::default());
    campaign.phases[0].name = "Before anybody has heard of the shoe".to_owned();
    let made = export(&campaign, &Report::default(), &Choice::new(Reader::Client, Format::Html), Watch::none()).unwrap();
    let page = String::from_utf8(made.bytes).unwrap();
    let found = phases(&page, "arc narrow");
    let names: Vec<&str> = found.iter().map(|(name, ..)| name.as_str()).collect();
    assert_eq!(names, campaign.phases.iter().map(|phase| phase.name.as_str()).collect::<Vec<_>>());
    for (at, (name, left, right, row)) in found.iter().enumerate() {
        assert!(*left >= 0.0 && *right <= 480.0, "{name} ends at {right}");
        assert!(found[..at].iter().all(|(.., other)| (row - other).abs() > 20.0), "{name} has a row of its own");
    }
}

/// What the page says for some of its readers: the rules between the braces of that condition.
fn rules_for<'a>(page: &'a str, condition: &str) -> &'a str {
    let (_, rest) =
        page.split_once(&format!("@media {condition} {{\n")).unwrap_or_else(|| panic!("nothing is said for {condition}"));
    rest.split_once("\n}").expect("its end").0
}

/// The width of a picture, and the titles of what stands in it.
fn arc<'a>(page: &'a str, class: &str) -> (f64, Vec<&'a str>) {
    let (_, rest) = page.split_once(&format!("<svg class=\"{class}\" viewBox=\"0 0 ")).unwrap_or_else(|| panic!("no {class}"));
    let picture = rest.split_once("</svg>").expect("its end").0;
    let width = picture.split_once(' ').expect("a width").0.parse().unwrap();
    (width, picture.split("<title>").skip(1).map(|part| part.split_once('<').expect("its end").0).collect())
}

#[test]
fn a_small_screen_gets_the_whole_arc_in_a_picture_of_its_own() {
    let page = page(Reader::Client);
    let ((wide, all), (narrow, as_many)) = (arc(&page, "arc"), arc(&page, "arc narrow"));
    assert!(narrow < 0.5 * wide && !all.is_empty(), "{narrow} of {wide}");
    assert_eq!(as_many, all, "every moment stands in both");
    // One of them is there at a time, and on paper it is the wide one.
    assert!(page.contains("svg.arc.narrow { display: none;"));
    let small = rules_for(&page, "screen and (max-width: 960px)");
    assert!(small.contains("svg.arc { display: none; }") && small.contains("svg.arc.narrow { display: block; }"), "{small}");
    assert!(!rules_for(&page, "print").contains("narrow"));
}

#[test]
fn on_a_telephone_every_cell_of_a_table_says_what_it_is() {
    let page = page(Reader::Internal);
    let small = rules_for(&page, "screen and (max-width: 640px)");
    assert!(small.contains(".scroll td::before { content: attr(data-label);"), "{small}");
    assert!(
        small.contains(".scroll table, .scroll tbody { display: block; }")
            && small.contains(".scroll thead { position: absolute;")
    );
    let mut count = 0;
    for table in page.split("<table>").skip(1).map(|rest| rest.split_once("</table>").expect("its end").0) {
        let (head, body) = table.split_once("</thead>").expect("a head");
        let text = |cell: &str| cell.split_once('>').expect("a tag").1.split_once('<').expect("its end").0.to_owned();
        let heads: Vec<String> = head.split("<th ").skip(1).map(text).collect();
        for row in body.split("<tr").skip(1) {
            let cells: Vec<&str> =
                row.split("<t").skip(1).filter(|cell| cell.starts_with("d ") || cell.starts_with("h ")).collect();
            assert_eq!(cells.len(), heads.len(), "{row}");
            for (cell, head) in cells.into_iter().zip(&heads).filter(|(cell, _)| cell.starts_with("d ")) {
                assert!(cell.contains(&format!("data-label=\"{head}\"")), "{head}: {cell}");
                count += 1;
            }
        }
    }
    assert!(count > 100, "{count} cells");
}

#[test]
fn on_paper_sections_begin_a_page_and_tables_are_whole() {
    let page = page(Reader::Client);
    let paper = rules_for(&page, "print");
    for rule in [
        "@page { size: A4 landscape;",
        "main > section { break-before: page; }",
        "thead { display: table-header-group; }",
        ".scroll { overflow: visible;",
        "table { min-width: 0;",
        "break-inside: avoid; }",
    ] {
        assert!(paper.contains(rule), "{rule}: {paper}");
    }
    // What is for fingers and for screens is not on it.
    assert!(paper.contains("details, .contents, .skip { display: none; }"));
}

/// A name that has no room in its phase stands beside it, and nothing over anything else.
#[test]
fn short_phases_have_their_names_on_a_large_screen_too() {
    let mut campaign = demo::fictional(PlanId::default());
    let day = |day| Day::new(2027, 9, day).unwrap();
    campaign.phases[1].to = day(17);
    let short = Phase { name: "Launch weekend".to_owned(), from: day(18), to: day(19), ..campaign.phases[0].clone() };
    campaign.phases.push(short);
    let made = export(&campaign, &Report::default(), &Choice::new(Reader::Client, Format::Html), Watch::none()).unwrap();
    let page = String::from_utf8(made.bytes).unwrap();
    let found = phases(&page, "arc");
    let mut names: Vec<&str> = found.iter().map(|(name, ..)| name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(names, ["Ask", "Earn", "Introduce", "Launch weekend", "Prepare"]);
    for (at, (name, left, right, row)) in found.iter().enumerate() {
        let apart = |(_, from, to, other): &(String, f64, f64, f64)| (row - other).abs() > 0.5 || right <= from || left >= to;
        assert!(found[..at].iter().all(apart), "{name} stands on another name");
    }
}

/// Neither the day of an ask nor the name of a line is struck through by the line of readiness.
#[test]
fn no_word_of_the_arc_lies_on_the_line_of_readiness() {
    let number = |node: &roxmltree::Node<'_, '_>, name: &str| node.attribute(name).unwrap().parse::<f64>().unwrap();
    let (mut days, mut struck) = (0, Vec::new());
    for seed in 0..150 {
        let campaign = random_plan(seed);
        let made =
            export(&campaign, &check(&campaign, &Options::default()), &Choice::new(Reader::Client, Format::Html), Watch::none());
        let page = String::from_utf8(made.unwrap().bytes).unwrap();
        for part in page.split("<svg class=\"arc").skip(1) {
            let picture = format!("<svg class=\"arc{}</svg>", part.split_once("</svg>").unwrap().0);
            let document = roxmltree::Document::parse(&picture).unwrap();
            let of = |class: &'static str| {
                document.descendants().filter(move |node| node.attribute("class").is_some_and(|of| of.starts_with(class)))
            };
            let lines: Vec<f64> = of("ready").filter(|node| node.has_tag_name("line")).map(|node| number(&node, "y1")).collect();
            for word in of("when").chain(of("ready-name")) {
                days += 1;
                let base = number(&word, "y");
                if lines.iter().any(|line| (base - 10.0..base + 3.0).contains(line)) {
                    struck.push(format!("{seed}: {:?} at {base}", word.text()));
                }
            }
        }
    }
    assert!(days > 100 && struck.is_empty(), "{} of {days}: {struck:#?}", struck.len());
}
