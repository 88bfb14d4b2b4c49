//! A plan inside a web page: a template, which browsers keep and never show or run. Its name says how it is put there.
//!
//! What a person typed cannot hold the tag: in a page of ours every `<` of a text is written as an entity.

use base64::Engine as _;

use super::super::limits::FILE_BYTES;
use super::Found;

const BASE64: base64::engine::GeneralPurpose = base64::engine::general_purpose::STANDARD;

/// What opens the template. The number is the version of the packing; the plan says which version of the format it is in.
const OPEN: &str = "<template id=\"momentboard-plan-1\">";
/// What stands there before the number.
const MARK: &str = "<template id=\"momentboard-plan-";
const CLOSE: &[u8] = b"</template>";
/// How many blanks may come before the first tag.
const BLANKS: usize = 1024;

/// The element that holds a plan.
#[must_use]
pub fn element(plan: &[u8]) -> String {
    format!("{OPEN}{}</template>", BASE64.encode(plan))
}

/// Whether these bytes begin as a web page does.
#[must_use]
pub fn is_page(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let blanks = bytes.iter().take(BLANKS).take_while(|byte| byte.is_ascii_whitespace()).count();
    let begins = |with: &[u8]| bytes.get(blanks..blanks + with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with));
    begins(b"<!doctype html") || begins(b"<html")
}

/// What there is of a plan inside a page.
#[must_use]
pub fn find(bytes: &[u8]) -> Found {
    let Some(at) = bytes.windows(MARK.len()).position(|window| window == MARK.as_bytes()) else { return Found::Nothing };
    let Some(rest) = bytes.get(at..).and_then(|rest| rest.strip_prefix(OPEN.as_bytes())) else {
        // Another number is another packing; without any the mark itself was cut.
        let is_number = bytes.get(at + MARK.len()).is_some_and(u8::is_ascii_digit);
        return if is_number { Found::Newer } else { Found::Damaged };
    };
    unpacked(rest).map_or(Found::Damaged, Found::Plan)
}

/// The plan inside a page, as it was put there; `None` when there is none, or not a whole one.
#[must_use]
pub fn plan_in(bytes: &[u8]) -> Option<Vec<u8>> {
    find(bytes).plan()
}

/// The plan behind the tag that opens the template.
fn unpacked(rest: &[u8]) -> Option<Vec<u8>> {
    let end = rest.iter().position(|byte| *byte == b'<')?;
    let (packed, after) = rest.split_at_checked(end)?;
    // An editor may have broken the line.
    let packed: Vec<u8> = packed.iter().copied().filter(|byte| !byte.is_ascii_whitespace()).collect();
    let is_whole = after.starts_with(CLOSE) && packed.len() as u64 / 4 * 3 <= FILE_BYTES;
    is_whole.then(|| BASE64.decode(packed).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plan_comes_back_as_it_was_put_and_half_a_plan_does_not() {
        for plan in [&b""[..], b"(format: 1)", &[0, 255, 10, 13, 60]] {
            let page = format!("<!doctype html>\n<html><body>{}</body></html>", element(plan));
            assert_eq!(plan_in(page.as_bytes()).as_deref(), Some(plan));
            let at = page.find("</template>").unwrap();
            for end in 0..=at {
                assert_eq!(plan_in(page.as_bytes().get(..end).unwrap()), None, "cut at {end}");
            }
        }
        assert_eq!(plan_in(element(b"abc").replace("YWJj", "YWJ").as_bytes()), None);
        assert_eq!(plan_in(element(b"abc").replace("YWJj", "Y\r\n WJj").as_bytes()).as_deref(), Some(&b"abc"[..]));
        assert_eq!(find(element(b"abc").replace("YWJj", "YWJ").as_bytes()), Found::Damaged);
        assert_eq!(find(element(b"abc").replace("plan-1", "plan-12").as_bytes()), Found::Newer);
        assert_eq!(find(b"<!doctype html><p>nothing"), Found::Nothing);
    }
}
