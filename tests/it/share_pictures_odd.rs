//! Pictures that people's files have: broken, huge, from a printer, taken sideways, clear. All of them in every format that
//! shows pictures.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::sync::Arc;

use base64::Engine as _;
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use momentboard::model::{Campaign, Picture, PictureId, PlanId, Unknown};
use momentboard::share::{Artifact, Choice, Format, Motif, Reader};
use momentboard::store::demo;

use crate::exports::exported;
use crate::pdf_file::PdfFile;
use crate::slides::Slides;

const BASE64: base64::engine::GeneralPurpose = base64::engine::general_purpose::STANDARD;

/// 32 × 24 pixels in the four colours of a printer: red on the left, cyan on the right.
const CMYK: &str = "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAUDg8SDw0UEhASFxUUGB4yIR4cHB49LC4kMklATEtHQEZFUFpzYlBVbVZFRmSIZW13e4GCgU5gjZeMfZZz\
fYF8/8AAFAgAGAAgBEMRAE0RAFkRAEsRAP/EABYAAQEBAAAAAAAAAAAAAAAAAAAHBv/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAOBEMATQBZAEsAAD8A2bGM\
Y2YAjKzLMACzIyjIAIysyzAAsyMoyACMrMswAP/Z";

fn png(image: RgbaImage) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgba8(image).write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

fn jpeg(image: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 90).encode_image(image).unwrap();
    bytes
}

/// White on the left, black on the right, and a note of the camera that says "turn right".
fn sideways() -> Vec<u8> {
    let mut bytes = jpeg(&RgbImage::from_fn(64, 32, |x, _| if x < 32 { Rgb([255; 3]) } else { Rgb([0; 3]) }));
    let exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0SECRET-PLACE";
    let mut block = vec![0xff, 0xe1];
    block.extend(u16::try_from(exif.len() + 2).unwrap().to_be_bytes());
    block.extend(exif);
    bytes.splice(2..2, block);
    bytes
}

/// A plan whose first moments have these pictures, one each and in this order.
fn plan(pictures: &[(&str, Vec<u8>)]) -> Campaign {
    let mut campaign = demo::fictional(PlanId::from_bits(7));
    campaign.pictures = pictures
        .iter()
        .enumerate()
        .map(|(at, (name, bytes))| {
            let (id, name) = (PictureId([at as u8 + 1; 32]), (*name).to_owned());
            Arc::new(Picture { id, name, width: 1, height: 1, bytes: bytes.clone().into(), unknown: Unknown::default() })
        })
        .collect();
    let mut next = campaign.pictures.iter().map(|picture| picture.id);
    for lane in &mut campaign.lanes {
        for moment in &mut Arc::make_mut(lane).moments {
            Arc::make_mut(moment).image = next.next();
        }
    }
    assert_eq!(next.next(), None, "there is a moment for each picture");
    campaign
}

fn made(campaign: &Campaign, format: Format) -> Artifact {
    // The plan itself travels with its pictures as they are; here it is about the pages.
    let choice = Choice { embed: false, motif: Motif::Board, ..Choice::new(Reader::Internal, format) };
    exported(campaign, &choice)
}

/// The pictures in a text that holds them as addresses, each once.
fn inside(text: &[u8]) -> Vec<RgbaImage> {
    let text = std::str::from_utf8(text).unwrap();
    let found: BTreeSet<&str> = text.split(";base64,").skip(1).map(|rest| rest.split(['"', ')', '\'']).next().unwrap()).collect();
    found.into_iter().map(|one| image::load_from_memory(&BASE64.decode(one).unwrap()).unwrap().to_rgba8()).collect()
}

/// How large pictures are, in order.
fn sizes(pictures: &[RgbaImage]) -> Vec<(u32, u32)> {
    let mut sizes: Vec<(u32, u32)> = pictures.iter().map(RgbaImage::dimensions).collect();
    sizes.sort_unstable();
    sizes
}

#[test]
fn whatever_pictures_a_plan_has_every_format_shows_those_that_can_be_shown() {
    let huge = jpeg(&RgbImage::from_pixel(5_000, 2_500, Rgb([10, 200, 30])));
    let clear = png(RgbaImage::from_fn(50, 40, |x, _| if x < 25 { Rgba([0, 0, 0, 0]) } else { Rgba([250, 0, 250, 255]) }));
    let mut cut = png(RgbaImage::from_pixel(300, 300, Rgba([1, 2, 3, 255])));
    cut.truncate(cut.len() / 2);
    let mut bomb = png(RgbaImage::from_pixel(1, 1, Rgba([1, 2, 3, 255])));
    bomb[16..24].copy_from_slice(&[0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30]);
    let campaign = plan(&[
        ("huge.jpg", huge),
        ("clear.png", clear),
        ("printer.jpg", BASE64.decode(CMYK).unwrap()),
        ("sideways.jpg", sideways()),
        ("cut.png", cut),
        ("nothing.png", Vec::new()),
        ("words.jpg", b"not a picture".to_vec()),
        ("bomb.png", bomb),
    ]);
    for format in [Format::Pdf, Format::Pptx, Format::Html, Format::Svg, Format::Png] {
        let artifact = made(&campaign, format);
        let said = artifact.notices.join(" ");
        for broken in ["cut.png", "nothing.png", "words.jpg", "bomb.png"] {
            assert!(said.contains(broken), "{format:?}: {broken} is named: {said}");
        }
        for sound in ["huge.jpg", "clear.png", "printer.jpg", "sideways.jpg"] {
            assert!(!said.contains(sound), "{format:?}: {sound} is shown: {said}");
        }
        let bytes = &artifact.bytes;
        assert!(
            !bytes.windows(12).any(|part| part == b"SECRET-PLACE"),
            "{format:?}: where a picture was taken is nobody’s business"
        );
        let pictures: Vec<RgbaImage> = match format {
            Format::Pptx => {
                let slides = Slides::open(bytes);
                slides.check();
                let media = slides.parts.iter().filter(|(name, _)| name.starts_with("ppt/media/"));
                media.map(|(_, bytes)| image::load_from_memory(bytes).unwrap().to_rgba8()).collect()
            }
            Format::Html | Format::Svg => inside(bytes),
            Format::Pdf => {
                assert_eq!(pdf_sizes(bytes), [(32, 24), (32, 64), (50, 40), (50, 40), (960, 480)], "the clear one has a mask");
                continue;
            }
            _ => {
                let page = image::load_from_memory(bytes).unwrap().to_rgb8();
                let near = |wanted: [u8; 3]| {
                    let is = |pixel: &Rgb<u8>| pixel.0.iter().zip(wanted).all(|(a, b)| a.abs_diff(b) < 12);
                    page.pixels().filter(|pixel| is(pixel)).count()
                };
                assert!(near([10, 200, 30]) > 500 && near([250, 0, 250]) > 500, "the huge and the clear one are on the board");
                continue;
            }
        };
        let side = if format == Format::Html { (480, 240) } else { (960, 480) };
        assert_eq!(
            sizes(&pictures),
            [(32, 24), (32, 64), (50, 40), side],
            "{format:?}: each once, and no larger than a page needs"
        );
        let of = |size: (u32, u32)| pictures.iter().find(|picture| picture.dimensions() == size).unwrap();
        let (red, cyan) = (of((32, 24)).get_pixel(6, 12).0, of((32, 24)).get_pixel(26, 12).0);
        assert!(red[0] > 170 && red[1] < 90 && cyan[0] < 90 && cyan[2] > 140, "{format:?}: {red:?} {cyan:?}");
        let upright = of((32, 64));
        assert!(upright.get_pixel(16, 8).0[0] > 200 && upright.get_pixel(16, 56).0[0] < 60, "{format:?}: white is at the top");
        assert_eq!((of((50, 40)).get_pixel(5, 5).0[3], of((50, 40)).get_pixel(45, 5).0), (0, [250, 0, 250, 255]), "{format:?}");
    }
}

/// How large the pictures of a document are, in order; masks are pictures, too.
fn pdf_sizes(bytes: &[u8]) -> Vec<(i64, i64)> {
    let file = PdfFile::read(bytes);
    let mut sizes = Vec::new();
    for object in file.doc.objects.values() {
        let Ok(stream) = object.as_stream() else { continue };
        if stream.dict.get(b"Subtype").and_then(|of| of.as_name()).is_ok_and(|name| name == b"Image") {
            let side = |name: &[u8]| stream.dict.get(name).unwrap().as_i64().unwrap();
            sizes.push((side(b"Width"), side(b"Height")));
        }
    }
    sizes.sort_unstable();
    sizes
}

#[test]
fn a_picture_that_many_moments_share_is_in_a_file_once() {
    let picture = jpeg(&RgbImage::from_fn(640, 480, |x, y| Rgb([(x * 7) as u8, (y * 5) as u8, (x * y) as u8])));
    let mut campaign = plan(&[("one.jpg", picture)]);
    let id = campaign.pictures[0].id;
    let mut moments = 0;
    for lane in &mut campaign.lanes {
        for moment in &mut Arc::make_mut(lane).moments {
            Arc::make_mut(moment).image = Some(id);
            moments += 1;
        }
    }
    assert!(moments > 8);
    let svg = made(&campaign, Format::Svg).bytes;
    let document = roxmltree::Document::parse(std::str::from_utf8(&svg).unwrap()).unwrap();
    let count =
        |name: &str| document.descendants().filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", name))).count();
    assert_eq!(count("image"), 1);
    assert!(count("use") >= moments, "{} of {moments}", count("use"));
    // Whatever is used is there, under one name.
    let mut names: BTreeMap<&str, usize> = BTreeMap::new();
    for id in document.descendants().filter_map(|node| node.attribute("id")) {
        *names.entry(id).or_default() += 1;
    }
    assert!(names.values().all(|count| *count == 1));
    for node in document.descendants().filter(|node| node.tag_name().name() == "use") {
        let target = node.attribute(("http://www.w3.org/1999/xlink", "href")).unwrap();
        assert!(names.contains_key(target.trim_start_matches('#')), "{target}");
    }
    let slides = Slides::open(&made(&campaign, Format::Pptx).bytes);
    assert_eq!(slides.parts.keys().filter(|name| name.starts_with("ppt/media/")).count(), 1);
    assert_eq!(pdf_sizes(&made(&campaign, Format::Pdf).bytes), [(640, 480)]);
}
