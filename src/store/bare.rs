//! Whether a file is a picture and nothing else. Beside what is seen, a picture can hold where it was taken and by whom, a
//! smaller picture of what it showed before it was cut, or a whole other file behind its end.

const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
/// The chunks of a PNG that say how it looks.
const SEEN: [&[u8]; 9] = [b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"gAMA", b"cHRM", b"sRGB", b"sBIT"];

/// Whether these bytes are a picture of the two kinds that are kept, without anything that is not seen.
#[must_use]
pub fn is_bare(bytes: &[u8]) -> bool {
    if let Some(chunks) = bytes.strip_prefix(PNG) {
        return is_bare_png(chunks).unwrap_or(false);
    }
    bytes.strip_prefix(b"\xff\xd8").is_some_and(|rest| is_bare_jpeg(rest).unwrap_or(false))
}

/// `None` where the chunks are cut off.
fn is_bare_png(mut chunks: &[u8]) -> Option<bool> {
    loop {
        let (length, rest) = chunks.split_first_chunk::<4>()?;
        let (kind, rest) = rest.split_first_chunk::<4>()?;
        if !SEEN.contains(&kind.as_slice()) {
            return Some(false);
        }
        // What is in a chunk is followed by four bytes that prove it.
        chunks = rest.get(usize::try_from(u32::from_be_bytes(*length)).ok()?.checked_add(4)?..)?;
        if kind == b"IEND" {
            return Some(chunks.is_empty());
        }
    }
}

/// `None` where the segments are cut off.
fn is_bare_jpeg(mut rest: &[u8]) -> Option<bool> {
    loop {
        let [0xff, kind, after @ ..] = rest else { return Some(false) };
        if *kind == 0xd9 {
            return Some(after.is_empty());
        }
        let (length, _) = after.split_first_chunk::<2>()?;
        let (segment, behind) = after.split_at_checked(u16::from_be_bytes(*length).into())?;
        let inner = segment.get(2..)?;
        let is_seen = match kind {
            // Density, without the small picture that may come with it; and how the colours are written.
            0xe0 => inner.starts_with(b"JFIF\0") && inner.len() == 14,
            0xee => inner.starts_with(b"Adobe") && inner.len() == 12,
            // Tables, frames, scans.
            0xc0..=0xcf | 0xda | 0xdb | 0xdd => *kind != 0xc8,
            _ => false,
        };
        if !is_seen {
            return Some(false);
        }
        rest = if *kind == 0xda { behind.get(scan(behind)..)? } else { behind };
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

    #[test]
    fn what_is_kept_is_bare_and_what_cameras_write_is_not() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/pictures/");
        for (name, is) in [
            ("told.jpg", false),
            ("told.png", false),
            ("told.gif", false),
            ("told.webp", false),
            ("turned.jpg", false),
            ("cmyk.jpg", true),
            ("deep.png", true),
            ("clear.png", true),
        ] {
            let bytes = std::fs::read(format!("{folder}{name}")).unwrap();
            assert_eq!(is_bare(&bytes), is, "{name}");
            let kept = from_bytes(name, &bytes).unwrap();
            assert!(is_bare(&kept.bytes), "{name} as it is kept");
            for behind in [&b"x"[..], b"PK\x03\x04", &bytes] {
                assert!(!is_bare(&[&kept.bytes, behind].concat()), "{name} with something behind it");
            }
            for end in 0..kept.bytes.len() {
                assert!(!is_bare(&kept.bytes[..end]), "{name} cut at {end}");
            }
        }
        assert!(!is_bare(b"GIF89a") && !is_bare(b""));
    }
}
