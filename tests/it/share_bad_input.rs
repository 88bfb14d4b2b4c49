//! Pictures that are broken or odd, texts that nobody types, plans of every size: every format says what it could not show,
//! once, and none of them fails.

use std::collections::BTreeSet;
use std::io::Cursor;
use std::sync::Arc;

use image::{DynamicImage, ImageFormat};
use momentboard::check::{self, Report};
use momentboard::model::{
    BrandKit, Campaign, Creator, CreatorId, Day, Kind, Lane, LaneId, LaneKind, Moment, MomentId, Picture, PictureId, PlanId,
    Unknown, When,
};
use momentboard::share::{Artifact, Choice, ExportError, Format, Motif, Reader, Section, Watch, export};

use crate::pdf_file::PdfFile;
use crate::plans::large_plan;
use crate::planted::{self, Size};
use crate::slides::Slides;
use crate::tables::hostile_plan;

fn made(campaign: &Campaign, reader: Reader, format: Format) -> Result<Artifact, ExportError> {
    export(campaign, &Report::default(), &Choice { width: 500, ..Choice::new(reader, format) }, Watch::none())
}

/// Reads a document back as far as it takes to know that it is whole.
fn opens(format: Format, bytes: &[u8]) {
    match format {
        Format::Pdf => assert!(!PdfFile::read(bytes).pages.is_empty()),
        Format::Pptx => Slides::open(bytes).check(),
        Format::Html => drop(crate::markup::pieces(std::str::from_utf8(bytes).unwrap()).unwrap()),
        Format::Svg => drop(roxmltree::Document::parse(std::str::from_utf8(bytes).unwrap()).unwrap()),
        Format::Png => assert!(image::load_from_memory(bytes).unwrap().width() > 0),
        Format::Xlsx => drop(calamine::open_workbook_auto_from_rs(Cursor::new(bytes.to_vec())).unwrap()),
        Format::Ics => drop(crate::share_ics::read(bytes)),
        Format::Csv | Format::Markdown => assert!(std::str::from_utf8(bytes).is_ok()),
    }
}

/// A plan whose only card shows these bytes, as do its logo and its cover.
fn with_picture(bytes: &[u8]) -> Campaign {
    let mut campaign = Campaign::new(PlanId::from_bits(1), "Plan");
    let id = PictureId([5; 32]);
    campaign.pictures.push(Arc::new(Picture {
        id,
        name: "summer.jpg".into(),
        width: 1,
        height: 1,
        bytes: bytes.into(),
        unknown: Unknown::default(),
    }));
    let mut lane = Lane::empty(LaneId::parse("lane").unwrap(), LaneKind::Community);
    let mut moment = Moment::new(MomentId::parse("moment").unwrap(), Kind::Values, "A picture");
    moment.when = When::On(Day::new(2027, 9, 16).unwrap());
    moment.image = Some(id);
    lane.moments.push(Arc::new(moment));
    campaign.lanes.push(Arc::new(lane));
    campaign
}

fn png(image: &DynamicImage) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// A PNG that says it is that large and has nothing in it.
fn claims(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = png(&DynamicImage::new_luma8(1, 1));
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    bytes
}

#[test]
fn pictures_that_cannot_be_shown_are_told_once_by_their_name() {
    let whole = include_bytes!("../fixtures/pictures/told.jpg");
    let small = png(&DynamicImage::new_rgb8(40, 30));
    for (what, bytes) in [
        ("nothing", Vec::new()),
        ("no picture", b"GIF89a".to_vec()),
        ("words", b"not a picture at all".to_vec()),
        ("a drawing", b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"x\"/>".to_vec()),
        ("half a PNG", small[..small.len() / 2].to_vec()),
        ("the head of a JPEG", whole[..30].to_vec()),
        ("no side", claims(0, 0)),
        ("a side of none", claims(10, 0)),
        ("too large", claims(8192, 8192)),
        ("far too large", claims(u32::MAX, u32::MAX)),
        ("less than it says", claims(7_000, 7_000)),
    ] {
        let campaign = with_picture(&bytes);
        for reader in [Reader::Internal, Reader::Client, Reader::Creator(campaign.lanes[0].id)] {
            for format in Format::ALL {
                let made = made(&campaign, reader, format).unwrap_or_else(|error| panic!("{what}, {format:?}: {error}"));
                opens(format, &made.bytes);
                let shows = format.is_deck() || format.is_picture() || format == Format::Html;
                assert_eq!(made.notices.len(), usize::from(shows), "{what}, {format:?} for {reader:?}: {:?}", made.notices);
                assert!(made.notices.iter().all(|notice| notice.contains("summer.jpg")), "{what}: {:?}", made.notices);
            }
        }
    }
}

#[test]
fn pictures_of_every_sort_are_shown() {
    let files: [(&str, &[u8]); 8] = [
        ("turned", include_bytes!("../fixtures/pictures/turned.jpg")),
        ("CMYK", include_bytes!("../fixtures/pictures/cmyk.jpg")),
        ("16 bits", include_bytes!("../fixtures/pictures/deep.png")),
        ("transparent", include_bytes!("../fixtures/pictures/clear.png")),
        ("moving GIF", include_bytes!("../fixtures/pictures/moving.gif")),
        ("moving WebP", include_bytes!("../fixtures/pictures/moving.webp")),
        ("moving PNG", include_bytes!("../fixtures/pictures/moving.png")),
        ("WebP", include_bytes!("../fixtures/pictures/told.webp")),
    ];
    for (what, bytes) in files {
        let mut campaign = with_picture(bytes);
        let id = campaign.pictures[0].id;
        campaign.brand_kit = Some(Arc::new(BrandKit { logo: Some(id), cover: Some(id), ..BrandKit::default() }));
        for reader in [Reader::Internal, Reader::Client] {
            for format in [Format::Pdf, Format::Pptx, Format::Html, Format::Svg, Format::Png] {
                let made = made(&campaign, reader, format).unwrap();
                opens(format, &made.bytes);
                assert_eq!(made.notices, Vec::<String>::new(), "{what}, {format:?}");
                let has = |mark: &[u8]| made.bytes.windows(mark.len()).any(|window| window == mark);
                let shown = match format {
                    Format::Pdf => has(b"/Subtype/Image"),
                    Format::Pptx => has(b"ppt/media/"),
                    Format::Html | Format::Svg => has(b"data:image/"),
                    _ => true,
                };
                assert!(shown, "{what} is not in {format:?}");
            }
        }
    }
}

#[test]
fn the_largest_picture_that_is_taken_is_shown_small() {
    let bytes = png(&DynamicImage::new_luma8(8_000, 8_000));
    let choice = Choice { embed: false, ..Choice::new(Reader::Client, Format::Html) };
    let made = export(&with_picture(&bytes), &Report::default(), &choice, Watch::none()).unwrap();
    assert_eq!(made.notices, Vec::<String>::new());
    assert!(made.bytes.len() < 200_000, "{} bytes", made.bytes.len());
}

#[test]
fn texts_that_nobody_types_come_through_every_format() {
    let texts = [
        ("ten thousand letters", "word ".repeat(2_000)),
        ("one word of ten thousand letters", "a".repeat(10_000)),
        ("nothing but emoji", "👩‍👩‍👧‍👦🎉🇩🇪".repeat(20)),
        ("nothing but blanks", " ".repeat(300)),
        ("blanks that are none", "\u{a0}\u{2003}\u{3000}\u{200b}".repeat(40)),
        ("both directions", "مرحبا, hello (שלום) 123 — نص ".repeat(30)),
        ("many lines", "one\n\n\ntwo\n".repeat(100)),
        ("many marks", format!("e{}", "\u{301}".repeat(1_000))),
    ];
    for (nth, (what, text)) in texts.into_iter().enumerate() {
        let campaign = with_text(&text);
        let readers = [Reader::Internal, Reader::Client, Reader::Creator(campaign.lanes[0].id)];
        // Laying out so much takes a while: the formats that do take turns.
        let laid_out = [Format::Pdf, Format::Svg, Format::Pptx, Format::Png][nth % 4];
        let formats = [Format::Html, Format::Xlsx, Format::Csv, Format::Ics, Format::Markdown, laid_out];
        for (at, format) in formats.into_iter().enumerate() {
            let made = made(&campaign, readers[(nth / 4 + at) % 3], format)
                .unwrap_or_else(|error| panic!("{what}, {format:?}: {error}"));
            opens(format, &made.bytes);
            let once: BTreeSet<&String> = made.notices.iter().collect();
            assert!(once.len() == made.notices.len() && once.len() <= 2, "{what}, {format:?}: {:#?}", made.notices);
        }
    }
}

/// A plan that says the same everywhere.
fn with_text(text: &str) -> Campaign {
    let some = || Some(text.to_owned());
    let mut campaign = Campaign::new(PlanId::from_bits(1), text);
    campaign.line = some();
    let creator = Creator { handle: some(), about: some(), ..Creator::new(CreatorId::parse("creator").unwrap(), text) };
    let mut lane = Lane::of_creator(LaneId::parse("lane").unwrap(), creator.id);
    campaign.creators.push(Arc::new(creator));
    let mut moment = Moment::new(MomentId::parse("moment").unwrap(), Kind::Product, text);
    moment.when = When::On(Day::new(2027, 9, 16).unwrap());
    (moment.hook, moment.must_say, moment.notes, moment.shared_value) = (some(), some(), some(), some());
    moment.disclosure.text = some();
    lane.moments.push(Arc::new(moment));
    campaign.lanes.push(Arc::new(lane));
    campaign
}

#[test]
fn plans_of_no_moments_and_of_one_are_plans() {
    let none = Campaign::new(PlanId::from_bits(1), "");
    let mut empty_lane = none.clone();
    empty_lane.lanes.push(Arc::new(Lane::empty(LaneId::parse("a").unwrap(), LaneKind::Community)));
    let mut undated = empty_lane.clone();
    let moment = Moment::new(MomentId::parse("m").unwrap(), Kind::Values, "");
    Arc::make_mut(&mut undated.lanes[0]).moments.push(Arc::new(moment));
    let one = planted::plan(&["One".to_owned()], 0, Size { lanes: 1, moments: 1 });
    let nobody = LaneId::parse("nobody").unwrap();
    for (what, campaign, dated) in
        [("nothing", &none, false), ("a lane", &empty_lane, false), ("no date", &undated, false), ("one", &one, true)]
    {
        let own = campaign.lanes.first().map_or(nobody, |lane| lane.id);
        for reader in [Reader::Internal, Reader::Client, Reader::Creator(own), Reader::Creator(nobody)] {
            let reads = dated && reader != Reader::Creator(nobody);
            for format in Format::ALL {
                match made(campaign, reader, format) {
                    Ok(made) => opens(format, &made.bytes),
                    Err(ExportError::Failed { message, hint }) => {
                        // A calendar needs something in it; so does the picture of a lane.
                        assert!(format == Format::Ics && !reads || format.is_picture(), "{what}, {format:?}: {message}");
                        assert!(!hint.is_empty(), "{message}");
                    }
                    Err(error) => panic!("{what}, {format:?}: {error}"),
                }
            }
            let lane = Choice { motif: Motif::Lane(nobody), width: 500, ..Choice::new(reader, Format::Svg) };
            if let Err(error) = export(campaign, &Report::default(), &lane, Watch::none()) {
                assert!(matches!(error, ExportError::Failed { .. }));
            }
        }
    }
}

#[test]
fn a_thousand_moments_of_forty_creators_in_three_years_come_through() {
    let mut campaign = large_plan(5, 1_000, 40);
    let lanes = campaign.lanes.len();
    for (at, lane) in campaign.lanes.iter_mut().enumerate() {
        for (nth, moment) in Arc::make_mut(lane).moments.iter_mut().enumerate() {
            // Three years of days, whatever the plan had.
            let day = Day::new(2027, 1, 1).unwrap().plus(i32::try_from((nth * lanes + at) * 1_095 / 1_000).unwrap());
            Arc::make_mut(moment).when = When::On(day);
        }
    }
    let report = check::check(&campaign, &check::Options::default());
    let own = Reader::Creator(campaign.lanes[3].id);
    for (reader, format) in [
        (Reader::Internal, Format::Html),
        (Reader::Internal, Format::Xlsx),
        (Reader::Client, Format::Markdown),
        (Reader::Client, Format::Csv),
        (Reader::Client, Format::Ics),
        (Reader::Client, Format::Pptx),
        (own, Format::Pdf),
    ] {
        // The pages of every lane are the work of the benches; here are those that show all of it at once.
        let sections = [Section::Cover, Section::Summary, Section::Arc, Section::Storyboards].into();
        let choice =
            if format == Format::Pptx { Choice { sections, ..Choice::new(reader, format) } } else { Choice::new(reader, format) };
        let made = export(&campaign, &report, &choice, Watch::none()).unwrap();
        opens(format, &made.bytes);
        assert!(made.bytes.len() < 20_000_000, "{format:?}: {} bytes", made.bytes.len());
    }
}

#[test]
fn hostile_plans_of_every_sort_come_through_every_format() {
    for seed in 0..3 {
        let campaign = hostile_plan(seed);
        let report = check::check(&campaign, &check::Options::default());
        let readers = [Reader::Internal, Reader::Client, Reader::Creator(campaign.lanes[0].id)];
        for (nth, format) in Format::ALL.into_iter().enumerate() {
            let reader = readers[(nth + seed as usize) % 3];
            let choice = Choice { width: 400, ..Choice::new(reader, format) };
            match export(&campaign, &report, &choice, Watch::none()) {
                Ok(made) => {
                    opens(format, &made.bytes);
                    if seed == 0 {
                        assert_eq!(
                            export(&campaign, &report, &choice, Watch::none()).unwrap(),
                            made,
                            "{format:?}: the same bytes"
                        );
                    }
                }
                Err(ExportError::Failed { message, .. }) => {
                    assert!(format == Format::Ics || format.is_picture(), "{format:?} of {seed}: {message}");
                }
                Err(error) => panic!("{format:?} of {seed}: {error}"),
            }
        }
    }
}
