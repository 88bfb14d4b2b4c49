//! Pictures and nothing else. Beside what is seen, a picture can hold where it was taken and by whom, a smaller picture of
//! what it showed before it was cut, or a whole other file behind its end. Here all of that is left out, dot for dot.

use std::borrow::Cow;

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
const JPEG: &[u8] = b"\xff\xd8";
/// The chunks of a PNG that say how it looks.
const SEEN: [&[u8]; 9] = [b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"gAMA", b"cHRM", b"sRGB", b"sBIT"];

/// What is seen of a PNG or JPEG, without another byte. `None` for every other file, for one that is cut off, and for one that
/// says how it is to be turned: that is lost with the rest, so it has to be turned first.
pub(super) fn seen(bytes: &[u8]) -> Option<Cow<'_, [u8]>> {
    let parts = match (bytes.strip_prefix(PNG), bytes.strip_prefix(JPEG)) {
        (Some(chunks), _) => [&[PNG][..], &of_png(chunks)?].concat(),
        (_, Some(segments)) => [&[JPEG][..], &of_jpeg(segments)?].concat(),
        _ => return None,
    };
    let is_all = parts.iter().map(|part| part.len()).sum::<usize>() == bytes.len();
    Some(if is_all { Cow::Borrowed(bytes) } else { Cow::Owned(parts.concat()) })
}

fn of_png(mut rest: &[u8]) -> Option<Vec<&[u8]>> {
    let mut parts = Vec::new();
    loop {
        let (length, _) = rest.split_first_chunk::<4>()?;
        let kind = rest.get(4..8)?;
        // What is in a chunk is followed by four bytes that prove it.
        let whole = usize::try_from(u32::from_be_bytes(*length)).ok()?.checked_add(12)?;
        let (chunk, behind) = rest.split_at_checked(whole)?;
        if kind == b"eXIf" {
            return None;
        }
        parts.extend(SEEN.contains(&kind).then_some(chunk));
        if kind == b"IEND" {
            return Some(parts);
        }
        rest = behind;
    }
}

fn of_jpeg(mut rest: &[u8]) -> Option<Vec<&[u8]>> {
    let mut parts = Vec::new();
    loop {
        let [0xff, kind, after @ ..] = rest else { return None };
        if *kind == 0xd9 {
            parts.push(rest.get(..2)?);
            return Some(parts);
        }
        let (length, _) = after.split_first_chunk::<2>()?;
        let mut whole = usize::from(u16::from_be_bytes(*length)) + 2;
        let inner = rest.get(4..whole)?;
        if *kind == 0xe1 && inner.starts_with(b"Exif") {
            return None;
        }
        let is_seen = match kind {
            // Density, without the small picture that may come with it; and how the colours are written.
            0xe0 => inner.starts_with(b"JFIF\0") && inner.len() == 14,
            0xee => inner.starts_with(b"Adobe") && inner.len() == 12,
            // Tables, frames, scans.
            0xc0..=0xcf | 0xda | 0xdb | 0xdd => *kind != 0xc8,
            _ => false,
        };
        if *kind == 0xda {
            whole += scan(rest.get(whole..)?);
        }
        let (segment, behind) = rest.split_at_checked(whole)?;
        parts.extend(is_seen.then_some(segment));
        rest = behind;
    }
}

/// Whether this is a JPEG that ends before its last scan does: what was copied or sent only in part.
pub(super) fn is_cut_off(bytes: &[u8]) -> bool {
    let Some(mut rest) = bytes.strip_prefix(JPEG) else { return false };
    loop {
        match rest {
            [0xff, 0xd9, ..] => return false,
            // Any number of these may stand before a mark, and some marks stand alone.
            [0xff, 0xff, ..] => rest = &rest[1..],
            [0xff, 0x01 | 0xd0..=0xd8, ..] => rest = &rest[2..],
            [0xff, kind, high, low, ..] => {
                let mut whole = usize::from(u16::from_be_bytes([*high, *low])) + 2;
                let Some(behind) = rest.get(whole..) else { return true };
                if *kind == 0xda {
                    whole += scan(behind);
                }
                rest = rest.get(whole..).unwrap_or_default();
            }
            [] | [0xff] | [0xff, _] | [0xff, _, _] => return true,
            // What is odd in another way is for the decoder to judge.
            _ => return false,
        }
    }
}

/// The sides of a JPEG of the common kind: baseline, eight bits, grey or three colours as JFIF writes them.
pub(super) fn common_jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut rest = bytes.strip_prefix(JPEG)?;
    loop {
        let [0xff, kind, high, low, inner @ ..] = rest else { return None };
        match (kind, inner) {
            (0xc0, [8, y1, y0, x1, x0, colors, ..]) => {
                let side = |high: &u8, low: &u8| u32::from(u16::from_be_bytes([*high, *low]));
                let (width, height) = (side(x1, x0), side(y1, y0));
                return (matches!(colors, 1 | 3) && width > 0 && height > 0).then_some((width, height));
            }
            // Densities and tables. Anything else may say that the colours are written in another way.
            (0xe0 | 0xdb | 0xc4 | 0xdd, _) => {}
            _ => return None,
        }
        rest = inner.get(usize::from(u16::from_be_bytes([*high, *low])).checked_sub(2)?..)?;
    }
}

/// How long a scan is: up to the next mark that is neither a byte of its own nor a place to begin anew.
fn scan(bytes: &[u8]) -> usize {
    let ends = |two: &[u8]| matches!(two, [0xff, next] if *next != 0 && !(0xd0..=0xd7).contains(next));
    bytes.windows(2).position(ends).unwrap_or(bytes.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::picture::from_bytes;

    fn file(name: &str) -> Vec<u8> {
        std::fs::read(format!("{}/tests/fixtures/pictures/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
    }

    #[test]
    fn what_is_seen_is_kept_byte_for_byte() {
        for name in ["cmyk.jpg", "deep.png", "clear.png"] {
            let bytes = file(name);
            assert!(matches!(seen(&bytes), Some(Cow::Borrowed(_))), "{name}");
            let behind = [&bytes[..], b"PK\x03\x04 something behind it"].concat();
            assert_eq!(seen(&behind).as_deref(), Some(&bytes[..]), "{name}");
            for end in 0..bytes.len() {
                assert_eq!(seen(&bytes[..end]), None, "{name} cut at {end}");
            }
        }
        let plain = file("cmyk.jpg");
        let segment = |kind: u8, inner: &[u8]| [&[0xff, kind, 0, inner.len() as u8 + 2][..], inner].concat();
        for (kind, inner) in
            [(0xfe, &b"a comment"[..]), (0xe2, b"ICC_PROFILE\0x"), (0xe1, b"http://ns.adobe.com/xap/"), (0xed, b"x")]
        {
            let with = [&plain[..2], &segment(kind, inner), &plain[2..]].concat();
            assert_eq!(seen(&with).as_deref(), Some(&plain[..]), "{kind:x}");
        }
    }

    #[test]
    fn a_jpeg_that_was_sent_in_part_is_cut_off_wherever_it_ends() {
        for name in ["cmyk.jpg", "told.jpg", "turned.jpg"] {
            let bytes = file(name);
            assert!(!is_cut_off(&bytes), "{name}");
            assert!(!is_cut_off(&[&bytes[..], b"something behind it"].concat()), "{name}");
            let last = bytes.windows(2).rposition(|two| two == [0xff, 0xd9]).unwrap();
            for end in 2..last + 2 {
                assert!(is_cut_off(&bytes[..end]), "{name} cut at {end}");
            }
        }
        for other in ["clear.png", "moving.gif", "told.webp"] {
            assert!(!is_cut_off(&file(other)), "{other} is no JPEG");
        }
    }

    #[test]
    fn only_the_common_kind_of_jpeg_is_common() {
        let image = image::DynamicImage::new_rgb8(40, 30);
        let mut bytes = std::io::Cursor::new(Vec::new());
        image.write_to(&mut bytes, image::ImageFormat::Jpeg).unwrap();
        let bytes = bytes.into_inner();
        assert_eq!(common_jpeg(&bytes), Some((40, 30)));
        let frame = bytes.windows(2).position(|two| two == [0xff, 0xc0]).unwrap();
        let with = |at: usize, value: u8| {
            let mut other = bytes.clone();
            other[frame + at] = value;
            common_jpeg(&other)
        };
        assert_eq!(with(1, 0xc2), None, "progressive");
        assert_eq!(with(4, 12), None, "twelve bits");
        assert_eq!(with(9, 4), None, "four colours");
        for end in 0..=frame + 9 {
            assert_eq!(common_jpeg(&bytes[..end]), None, "cut at {end}");
        }
        assert_eq!(common_jpeg(&file("cmyk.jpg")), None);
        assert_eq!(common_jpeg(&file("deep.png")), None);
    }

    #[test]
    fn what_may_be_turned_or_is_something_else_is_for_others_to_read() {
        for name in ["told.jpg", "told.png", "told.gif", "told.webp", "turned.jpg"] {
            let bytes = file(name);
            assert_eq!(seen(&bytes), None, "{name}");
            let kept = from_bytes(name, &bytes).unwrap();
            assert!(matches!(seen(&kept.bytes), Some(Cow::Borrowed(_))), "{name} as it is kept");
        }
        assert_eq!(seen(b""), None);
    }
}
