//! A plan inside a PDF: an attachment that is a plan as it is, so that whoever takes it out by hand has one, too.
//!
//! It is written unpacked, in front of its length. So it is found without reading the document: a fixed row of bytes, a
//! number, and that many bytes up to another fixed row. Nothing unpacks, nothing is followed, and the memory that it takes is
//! what the plan takes. A document that another program has written anew may hold the attachment in another form; it then
//! holds no plan for us.

use super::super::limits::FILE_BYTES;
use super::Found;

/// The name of the attachment.
pub const NAME: &str = "plan.moments";
/// Its kind. The plan itself says which version of the format it is in.
pub const KIND: &str = "application/x-momentboard";

/// What stands in front of the length of a plan, as our documents are written.
const BEFORE: &[u8] = b"/Type/EmbeddedFile/Subtype/application#2Fx-momentboard/Params<</Size ";
/// What stands between the length and the plan.
const BETWEEN: &[u8] = b">>>>\nstream\n";
/// What stands behind the plan.
const AFTER: &[u8] = b"\nendstream";
/// Most digits of a length.
const DIGITS: usize = 10;

/// What there is of a plan inside a PDF.
#[must_use]
pub fn find(bytes: &[u8]) -> Found {
    let mut found = Found::Nothing;
    let mut rest = if bytes.starts_with(b"%PDF-") { bytes } else { &[] };
    // What a person typed can hold the row of bytes, but not what must follow it: line ends are written differently there.
    while let Some(at) = next(rest) {
        rest = rest.get(at + BEFORE.len()..).unwrap_or_default();
        if let Some(plan) = plan_at(rest) {
            return Found::Plan(plan.to_vec());
        }
        found = Found::Damaged;
    }
    found
}

/// The plan inside a PDF, as it was put there; `None` when there is none, or not a whole one.
#[must_use]
pub fn plan_in(bytes: &[u8]) -> Option<Vec<u8>> {
    find(bytes).plan()
}

fn next(bytes: &[u8]) -> Option<usize> {
    bytes.windows(BEFORE.len()).position(|window| window == BEFORE)
}

/// The plan whose length stands at the beginning.
fn plan_at(bytes: &[u8]) -> Option<&[u8]> {
    let digits = bytes.iter().take(DIGITS).take_while(|byte| byte.is_ascii_digit()).count();
    let length: u64 = std::str::from_utf8(bytes.get(..digits)?).ok()?.parse().ok()?;
    let length = usize::try_from(length).ok().filter(|_| length <= FILE_BYTES)?;
    let (plan, after) = bytes.get(digits..)?.strip_prefix(BETWEEN)?.split_at_checked(length)?;
    after.starts_with(AFTER).then_some(plan)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(length: &str, plan: &[u8]) -> Vec<u8> {
        [b"%PDF-1.7\n1 0 obj\n<</Length 3", BEFORE, length.as_bytes(), BETWEEN, plan, AFTER, b"\nendobj\n%%EOF"].concat()
    }

    #[test]
    fn a_whole_plan_is_found_whatever_it_holds() {
        for plan in [&b""[..], b"(format: 1)", &[0, 255, 10, 13], AFTER, BEFORE, &file("1", b"x")] {
            assert_eq!(plan_in(&file(&plan.len().to_string(), plan)).as_deref(), Some(plan));
        }
    }

    #[test]
    fn what_is_not_whole_is_none_and_hides_none() {
        for length in ["", "2", "4", "-3", "3 ", "00000000003", "18446744073709551616", "9999999999"] {
            let broken = file(length, b"abc");
            assert_eq!(find(&broken), Found::Damaged, "{length}");
            let both = [&broken[..], &file("3", b"abc")].concat();
            assert_eq!(plan_in(&both).as_deref(), Some(&b"abc"[..]), "{length}");
        }
        let whole = file("3", b"abc");
        for end in 0..whole.len() - b"\nendobj\n%%EOF".len() {
            assert_eq!(plan_in(&whole[..end]), None, "cut at {end}");
        }
        assert_eq!(plan_in(&whole[1..]), None, "no PDF");
        assert_eq!(find(b"%PDF-"), Found::Nothing);
    }
}
