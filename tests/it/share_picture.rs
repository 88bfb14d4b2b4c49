//! The plan as a picture: board, arc and one lane, as pixels and as shapes.

use std::sync::Arc;

use momentboard::check::{self, Options, Report};
use momentboard::model::{Campaign, Day, IdSource, Kind, Lane, LaneId, Moment, PlanId, When};
use momentboard::share::{Choice, ExportError, Format, Motif, Reader, Tone, Watch, export};
use roxmltree::Document;

use crate::exports::demo_plan;

fn report(campaign: &Campaign) -> Report {
    check::check(campaign, &Options { today: Day::new(2027, 9, 2), ..Options::default() })
}

fn made(campaign: &Campaign, choice: &Choice) -> Result<Vec<u8>, ExportError> {
    export(campaign, &report(campaign), choice, Watch::none()).map(|made| made.bytes)
}

fn choice(format: Format, motif: Motif) -> Choice {
    Choice { motif, ..Choice::new(Reader::Client, format) }
}

fn motifs(campaign: &Campaign) -> [Motif; 3] {
    [Motif::Board, Motif::Arc, Motif::Lane(campaign.lanes[1].id)]
}

/// The text and the names of a picture in shapes.
fn words(svg: &[u8]) -> String {
    let document = Document::parse(std::str::from_utf8(svg).unwrap()).unwrap();
    let mut out = String::new();
    for node in document.descendants() {
        out.extend(node.attribute("aria-label").map(|name| format!("{name}\n")));
        if node.has_tag_name("text") || node.has_tag_name("title") {
            out.extend(node.descendants().filter_map(|node| node.text().filter(|_| node.is_text())));
            out.push('\n');
        }
    }
    out
}

#[test]
fn every_picture_names_its_lanes_and_cards_and_is_as_wide_as_was_chosen() {
    let campaign = demo_plan();
    for motif in motifs(&campaign) {
        for tone in [Tone::Light, Tone::Dark] {
            let choice = Choice { tone, width: 1600, ..choice(Format::Svg, motif) };
            let svg = made(&campaign, &choice).unwrap();
            let words = words(&svg);
            for lane in &campaign.lanes {
                let is_shown = !matches!(motif, Motif::Lane(id) if id != lane.id);
                for moment in &lane.moments {
                    let told = words.contains(&moment.title) || motif == Motif::Arc;
                    assert_eq!(told, is_shown, "{motif:?}: {}", moment.title);
                }
            }
            assert!(words.contains("Planning heuristic") || !words.contains("Ready to ask"), "{motif:?} {words}");
            let png = made(&campaign, &Choice { format: Format::Png, ..choice }).unwrap();
            let picture = image::load_from_memory(&png).unwrap().to_rgb8();
            assert_eq!(picture.width(), 1600);
            let corner = picture.get_pixel(2, 2).0;
            assert_eq!(corner[0] > 128, tone == Tone::Light, "{motif:?} {tone:?} {corner:?}");
            for chunk in [&b"tEXt"[..], b"iTXt", b"zTXt", b"tIME", b"eXIf"] {
                assert!(!png.windows(4).any(|four| four == chunk), "no metadata");
            }
        }
    }
}

#[test]
fn no_label_stands_on_the_line_of_ready() {
    let campaign = demo_plan();
    let svg = made(&campaign, &choice(Format::Svg, Motif::Arc)).unwrap();
    let document = Document::parse(std::str::from_utf8(&svg).unwrap()).unwrap();
    let dashed = document.descendants().filter(|node| node.has_attribute("stroke-dasharray"));
    // `M157 166.14L857 166.14`
    let lines = dashed.filter_map(|node| {
        let numbers: Vec<f64> = node.attribute("d")?.split(['M', 'L', ' ']).filter_map(|part| part.parse().ok()).collect();
        if let [left, y, right, _] = numbers.as_slice() { Some((*left, *right, *y)) } else { None }
    });
    let lines: Vec<(f64, f64, f64)> = lines.collect();
    assert!(lines.len() >= campaign.lanes.iter().filter(|lane| lane.creator.is_some()).count(), "{lines:?}");
    for text in document.descendants().filter(|node| node.has_tag_name("text")) {
        let of = |name: &str| text.attribute(name).and_then(|value| value.parse::<f64>().ok());
        let (Some(x), Some(base)) = (of("x"), of("y")) else { continue };
        // The letters of a label are about seven points high.
        let on = lines.iter().find(|(left, right, y)| (*left..*right).contains(&x) && (base - 7.0..base + 0.5).contains(y));
        assert_eq!(on, None, "the label at {x}, {base}");
    }
}

#[test]
fn what_a_finding_says_shows_only_to_the_team() {
    let campaign = demo_plan();
    let team = Choice { reader: Reader::Internal, ..choice(Format::Svg, Motif::Board) };
    let mark = "Asked before followers know why";
    assert!(words(&made(&campaign, &team).unwrap()).contains(mark));
    assert!(!words(&made(&campaign, &choice(Format::Svg, Motif::Board)).unwrap()).contains(mark));
}

#[test]
fn the_same_plan_gives_the_same_bytes() {
    let campaign = demo_plan();
    for format in [Format::Png, Format::Svg] {
        for motif in motifs(&campaign) {
            let choice = choice(format, motif);
            assert!(made(&campaign, &choice) == made(&campaign, &choice), "{format:?} {motif:?}");
        }
    }
}

#[test]
fn a_lane_that_is_not_there_and_a_picture_that_is_too_large_are_refused_in_words() {
    let campaign = demo_plan();
    let other = Motif::Lane(LaneId(momentboard::model::Id::parse("nolane").unwrap()));
    let ExportError::Failed { message, hint } = made(&campaign, &choice(Format::Png, other)).unwrap_err() else { panic!() };
    assert!(message.contains("lane") && !hint.is_empty());
    let own = campaign.lanes[0].id;
    let beside = Choice { reader: Reader::Creator(own), ..choice(Format::Svg, Motif::Lane(campaign.lanes[1].id)) };
    assert!(made(&campaign, &beside).is_err(), "a creator gets no lane of another");
    let huge = Choice { width: 70_000, ..choice(Format::Png, Motif::Board) };
    let ExportError::Failed { message, hint } = made(&campaign, &huge).unwrap_err() else { panic!() };
    assert!(message.contains("pixels") && hint.contains("smaller"), "{message} {hint}");
    assert!(matches!(
        export(&campaign, &Report::default(), &choice(Format::Png, Motif::Board), Watch(&|_, _| false)),
        Err(ExportError::Cancelled)
    ));
}

fn plan_of(titles: &[&str], when: impl Fn(usize) -> When) -> Campaign {
    let mut ids = IdSource::seeded(7);
    let mut campaign = Campaign::new(PlanId::default(), titles.first().copied().unwrap_or("Empty"));
    let mut lane = Lane::empty(LaneId(ids.id()), momentboard::model::LaneKind::Brand);
    for (at, title) in titles.iter().enumerate() {
        let mut moment = Moment::new(momentboard::model::MomentId(ids.id()), Kind::Values, *title);
        moment.when = when(at);
        lane.moments.push(Arc::new(moment));
    }
    campaign.lanes.push(Arc::new(lane));
    campaign
}

#[test]
fn hostile_texts_stay_whole_and_harmless_text() {
    let long = "word ".repeat(2_000);
    let hostile = [
        "<script>alert(1)</script>",
        "\" onload=\"x",
        "]]> --> </svg><![CDATA[",
        "=HYPERLINK(\"http://x\")",
        "\u{202E}gnp.exe",
        "مرحبا بالعالم abc שלום",
        "🎉 👩‍👩‍👧 🇩🇪",
        "   ",
        long.as_str(),
        "a\u{0}\u{1b}[31m\u{FFFE}b",
    ];
    let day = Day::new(2027, 9, 1).unwrap();
    let dated = plan_of(&hostile, |at| When::On(day.plus(i32::try_from(at).unwrap() * 3)));
    let ordered = plan_of(&hostile, |at| When::Order(i32::try_from(at).unwrap()));
    for campaign in [&dated, &ordered] {
        for motif in [Motif::Board, Motif::Arc, Motif::Lane(campaign.lanes[0].id)] {
            let svg = made(campaign, &choice(Format::Svg, motif)).unwrap();
            let text = std::str::from_utf8(&svg).unwrap();
            let document = Document::parse(text).unwrap();
            for node in document.descendants().filter(roxmltree::Node::is_element) {
                let name = node.tag_name().name();
                let known =
                    ["svg", "title", "g", "rect", "ellipse", "path", "text", "tspan", "defs", "image", "use", "clipPath", "a"];
                assert!(known.contains(&name), "<{name}>");
                assert!(node.attributes().all(|attribute| !attribute.name().starts_with("on")));
            }
            if motif != Motif::Arc {
                let words = words(&svg);
                for part in ["<script>alert(1)</script>", "]]> --> </svg><![CDATA[", "مرحبا", "👩‍👩‍👧", long.trim_end()]
                {
                    assert!(words.contains(part), "{motif:?} {}", &part[..part.len().min(30)]);
                }
                assert!(text.contains("direction=\"rtl\""), "an Arabic line reads from the right");
            }
            made(campaign, &Choice { width: 400, ..choice(Format::Png, motif) }).unwrap();
        }
    }
}

#[test]
fn plans_with_nothing_with_one_and_with_many_moments_have_pictures() {
    let day = Day::new(2027, 1, 1).unwrap();
    let empty = Campaign::new(PlanId::default(), "Empty");
    let titles: Vec<String> = (0..200).map(|nth| format!("Moment {nth}")).collect();
    let titles: Vec<&str> = titles.iter().map(String::as_str).collect();
    let plans =
        [empty, plan_of(&["One"], |_| When::On(day)), plan_of(&titles, |at| When::On(day.plus(i32::try_from(at).unwrap() / 3)))];
    for campaign in &plans {
        for motif in [Motif::Board, Motif::Arc] {
            let words = words(&made(campaign, &choice(Format::Svg, motif)).unwrap());
            assert!(words.contains(&campaign.name));
            if motif == Motif::Board {
                let all = campaign.lanes.iter().flat_map(|lane| &lane.moments);
                assert!(all.clone().all(|moment| words.contains(&moment.title)), "no card is left out");
            }
            made(campaign, &Choice { width: 600, ..choice(Format::Png, motif) }).unwrap();
        }
    }
}
