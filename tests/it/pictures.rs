//! Pictures that are added and shown.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageFormat, Rgb, RgbImage, Rgba, RgbaImage};
use momentboard::store::picture::{decode, from_bytes};

fn encoded(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    image.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// Noise, which PNG cannot make small.
fn noise(width: u32, height: u32) -> DynamicImage {
    let mut state = 7u32;
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |_, _| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        Rgb([(state >> 24) as u8, (state >> 16) as u8, (state >> 8) as u8])
    }))
}

#[test]
fn every_format_people_paste_is_taken() {
    let plain = DynamicImage::ImageRgb8(RgbImage::from_pixel(40, 20, Rgb([10, 200, 30])));
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Gif, ImageFormat::WebP] {
        let picture = from_bytes("folder/dot.pic", &encoded(&plain, format)).unwrap();
        assert_eq!((picture.width, picture.height, picture.name.as_str()), (40, 20, "dot.pic"), "{format:?}");
        assert!(picture.bytes.starts_with(b"\x89PNG"), "one colour is smallest as PNG");
        let pixels = decode(&picture, 512).unwrap();
        assert_eq!(pixels.rgba.len(), 40 * 20 * 4);
        assert!(pixels.rgba[1].abs_diff(200) < 8);
    }
    assert_eq!(from_bytes("a\\b\\c.png", &encoded(&plain, ImageFormat::Png)).unwrap().name, "c.png");
}

#[test]
fn what_is_large_is_scaled_and_kept_small() {
    let picture = from_bytes("noise.png", &encoded(&noise(2400, 60), ImageFormat::Png)).unwrap();
    assert_eq!((picture.width, picture.height), (2048, 51));
    assert!(picture.bytes.starts_with(b"\xff\xd8"), "noise is smallest as JPEG");
    let pixels = decode(&picture, 256).unwrap();
    assert_eq!((pixels.width, pixels.height), (256, 6));
    assert_eq!(decode(&picture, 0).unwrap().rgba.len(), 4);
}

#[test]
fn the_same_picture_has_the_same_id() {
    let bytes = encoded(&noise(64, 64), ImageFormat::Png);
    assert_eq!(from_bytes("a.png", &bytes).unwrap().id, from_bytes("b.png", &bytes).unwrap().id);
}

#[test]
fn a_picture_taken_sideways_is_turned_upright_and_its_place_forgotten() {
    let mut wide = RgbImage::from_pixel(32, 16, Rgb([0, 0, 0]));
    for (_, _, pixel) in wide.enumerate_pixels_mut().filter(|(x, _, _)| *x < 16) {
        *pixel = Rgb([255, 255, 255]);
    }
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, 95).encode_image(&wide).unwrap();
    // An EXIF block that says "turn right by 90 degrees", and a secret.
    let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0SECRET".to_vec();
    let mut block = vec![0xff, 0xe1];
    block.extend(u16::try_from(exif.len() + 2).unwrap().to_be_bytes());
    block.append(&mut exif);
    jpeg.splice(2..2, block);
    let picture = from_bytes("phone.jpg", &jpeg).unwrap();
    assert_eq!((picture.width, picture.height), (16, 32));
    assert!(!picture.bytes.windows(6).any(|bytes| bytes == b"SECRET"));
    let pixels = decode(&picture, 64).unwrap();
    assert!(pixels.rgba[0] > 200 && pixels.rgba[pixels.rgba.len() - 4] < 50, "white is at the top now");
}

#[test]
fn transparent_parts_stay_or_become_white() {
    let clear = DynamicImage::ImageRgba8(RgbaImage::from_pixel(30, 30, Rgba([255, 0, 0, 0])));
    let picture = from_bytes("clear.png", &encoded(&clear, ImageFormat::Png)).unwrap();
    assert_eq!(decode(&picture, 30).unwrap().rgba[3], 0);
    let mut busy = noise(200, 200).into_rgba8();
    busy.put_pixel(0, 0, Rgba([0, 0, 0, 0]));
    for x in 0..40 {
        for y in 0..40 {
            busy.put_pixel(x, y, Rgba([0, 0, 0, 0]));
        }
    }
    let picture = from_bytes("busy.png", &encoded(&DynamicImage::ImageRgba8(busy), ImageFormat::Png)).unwrap();
    assert!(picture.bytes.starts_with(b"\xff\xd8"));
    assert!(decode(&picture, 200).unwrap().rgba[0] > 240);
}

#[test]
fn what_is_no_picture_is_refused_in_words() {
    let said = |bytes: &[u8]| from_bytes("x", bytes).unwrap_err().to_string();
    let unknown = "This is not a picture that can be used. PNG, JPEG, WebP and GIF can.";
    assert_eq!(said(b""), unknown);
    assert_eq!(said(b"<svg xmlns='http://www.w3.org/2000/svg'/>"), unknown);
    assert_eq!(said(b"BM\x36\0\0\0\0\0\0\0\x36\0\0\0"), unknown);
    let png = encoded(&noise(20, 20), ImageFormat::Png);
    assert_eq!(said(&png[..png.len() / 2]), "The picture is damaged and cannot be read.");
    // A head that promises more pixels than memory has; nothing is decoded.
    let mut bomb = png;
    bomb.splice(16..24, [0x7f, 0xff, 0xff, 0xff, 0x00, 0x00, 0xff, 0xff]);
    let check = crc(&bomb[12..29]).to_be_bytes();
    bomb.splice(29..33, check);
    assert_eq!(said(&bomb), "The picture has 2147483647 × 65535 pixels; the most is 16384 on a side and 64 million in all.");
}

/// The check sum of a PNG chunk.
fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0u32, |sum, &byte| {
        (0..8).fold(sum ^ u32::from(byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 })
    })
}

#[test]
fn mutated_pictures_never_panic() {
    let sound = [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Gif, ImageFormat::WebP];
    let mut state = 1u32;
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as usize
    };
    for format in sound {
        let bytes = encoded(&noise(16, 16), format);
        for _ in 0..150 {
            let mut mutated = bytes.clone();
            for _ in 0..=next() % 4 {
                let at = next() % mutated.len();
                mutated[at] = next() as u8;
            }
            let _ = from_bytes("x", &mutated);
        }
    }
}

#[test]
fn of_a_picture_that_moves_the_first_frame_is_taken() {
    let colours = [Rgba([200, 10, 10, 255]), Rgba([10, 200, 10, 255]), Rgba([10, 10, 200, 255])];
    let mut bytes = Vec::new();
    let mut encoder = image::codecs::gif::GifEncoder::new(&mut bytes);
    for colour in colours {
        encoder.encode_frame(image::Frame::new(RgbaImage::from_pixel(12, 8, colour))).unwrap();
    }
    drop(encoder);
    let picture = from_bytes("moving.gif", &bytes).unwrap();
    assert_eq!((picture.width, picture.height), (12, 8));
    let pixels = decode(&picture, 512).unwrap();
    for pixel in pixels.rgba.as_chunks::<4>().0 {
        assert!(pixel.iter().zip(colours[0].0).all(|(is, was)| is.abs_diff(was) < 12), "{pixel:?}");
    }
}
