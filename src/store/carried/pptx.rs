//! A plan inside a presentation: a part of XML of our own, which slide editors keep when they save.
//!
//! Presentations come from anywhere. What is read of one is bounded before it is read: the size of the file, the number of
//! its parts, and how much a part may unpack to.

use std::io::{Cursor, Read as _};

use base64::Engine as _;
use quick_xml::events::Event;
use quick_xml::{Reader, escape};

use super::Found;
use crate::store::limits;

const BASE64: base64::engine::GeneralPurpose = base64::engine::general_purpose::STANDARD;

/// The name of what holds a plan. It stays the same for ever.
const NAMESPACE: &str = "urn:momentboard:plan";
/// How the plan is put into the part: as text, which is smaller when it is packed and quicker to pack. The plan itself says which
/// version of the format it is in.
const AS_TEXT: &str = "2";
/// The same where XML cannot say every character, and in presentations of before.
const AS_BASE64: &str = "1";

/// How the names of parts begin that slide editors keep for other programs.
const ITEM: &str = "customXml/item";

/// The part that holds a plan.
#[must_use]
pub fn item(plan: &[u8]) -> String {
    let text = std::str::from_utf8(plan).ok().filter(|text| text.chars().all(is_said));
    let (version, text) = match text {
        Some(text) => (AS_TEXT, escape::partial_escape(text)),
        None => (AS_BASE64, BASE64.encode(plan).into()),
    };
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<plan xmlns=\"{NAMESPACE}\" version=\"{version}\" \
         bytes=\"{}\">{text}</plan>",
        plan.len(),
    )
}

/// Whether XML says the character as it is. Of line ends it knows only one.
const fn is_said(c: char) -> bool {
    matches!(c, '\n' | '\t' | ' '..='\u{7E}' | '\u{A0}'..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

/// The part beside it that names it for slide editors.
#[must_use]
pub fn item_properties() -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<ds:datastoreItem \
         ds:itemID=\"{{6D6F6D65-6E74-4B6F-8172-706C616E0001}}\" \
         xmlns:ds=\"http://schemas.openxmlformats.org/officeDocument/2006/customXml\"><ds:schemaRefs><ds:schemaRef \
         ds:uri=\"{NAMESPACE}\"/></ds:schemaRefs></ds:datastoreItem>"
    )
}

/// What there is of a plan inside a presentation.
#[must_use]
pub fn find(bytes: &[u8]) -> Found {
    // Counting the entries of the directory by their mark counts at least those that a reader of it would make room for.
    let entries = bytes.windows(4).filter(|four| *four == b"PK\x01\x02").count();
    if bytes.len() > limits::DECK_BYTES || entries > limits::DECK_PARTS || !bytes.starts_with(b"PK") {
        return Found::Nothing;
    }
    let Ok(mut zip) = zip::ZipArchive::new(Cursor::new(bytes)) else {
        // The directory at the end is missing or broken. Where a part of this kind is named, a plan may have been lost with it.
        let is_named = bytes.windows(ITEM.len()).any(|name| name == ITEM.as_bytes());
        return if is_named { Found::Damaged } else { Found::Nothing };
    };
    // A slide editor may have put parts of its own beside ours and numbered them anew.
    let mut names: Vec<String> =
        zip.file_names().filter_map(|name| name.ok().map(|name| name.to_string())).filter(|name| is_item(name)).collect();
    names.sort();
    // Many entries of a directory can share one part: what all of them unpack to is limited, too.
    let mut left = limits::DECK_PART_BYTES;
    let mut found = Found::Nothing;
    for name in names.into_iter().take(64) {
        let Ok(file) = zip.by_name(&name) else { continue };
        let (packed, whole) = (file.compressed_size(), file.size());
        if whole > left || (whole > limits::DECK_PART_HARMLESS && whole / limits::DECK_PART_RATIO > packed) {
            continue;
        }
        left -= whole;
        let mut text = Vec::new();
        // The directory may lie about the size; what is read may not.
        let is_read = file.take(whole.saturating_add(1)).read_to_end(&mut text).is_ok() && text.len() as u64 <= whole;
        match plan_of(&text) {
            plan @ Found::Plan(_) if is_read => return plan,
            Found::Plan(_) => found = Found::Damaged,
            Found::Nothing => {}
            other => found = other,
        }
    }
    found
}

/// The plan inside a presentation, as it was put there; `None` when there is none, or not a whole one.
#[must_use]
pub fn plan_in(bytes: &[u8]) -> Option<Vec<u8>> {
    find(bytes).plan()
}

fn is_item(name: &str) -> bool {
    let number = name.strip_prefix(ITEM).and_then(|rest| rest.strip_suffix(".xml"));
    number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// What a part holds of a plan: nothing where it is no part of ours.
fn plan_of(part: &[u8]) -> Found {
    let mut reader = Reader::from_reader(part);
    let Some(start) = opening(&mut reader) else { return Found::Nothing };
    match start {
        (Some(version), _) if version != AS_TEXT && version != AS_BASE64 => Found::Newer,
        (Some(version), Some(length)) => inside(&mut reader)
            .and_then(|text| if version == AS_TEXT { Some(text.into_bytes()) } else { unpacked(text) })
            .filter(|plan| plan.len() == length)
            .map_or(Found::Damaged, Found::Plan),
        _ => Found::Damaged,
    }
}

/// The version and the length that the element says with which a part of ours begins; `None` where it begins with another one.
fn opening(reader: &mut Reader<&[u8]>) -> Option<(Option<String>, Option<usize>)> {
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) => {
                let value = |wanted: &str| {
                    let found = start.attributes().flatten().find(|attribute| attribute.key.as_ref() == wanted)?;
                    Some(found.value.into_owned())
                };
                // A prefix may have come to the names when somebody wrote the part anew.
                let local = start.local_name();
                let prefix = start.name().prefix().map(|prefix| format!("xmlns:{}", prefix.into_inner()));
                let namespace = value(prefix.as_deref().unwrap_or("xmlns"))?;
                let is_ours = local.as_ref() == "plan" && namespace == NAMESPACE;
                return is_ours.then(|| (value("version"), value("bytes").and_then(|bytes| bytes.parse().ok())));
            }
            Event::Decl(_) | Event::Comment(_) | Event::PI(_) | Event::Text(_) => {}
            _ => return None,
        }
    }
}

/// The text up to the end of the element.
fn inside(reader: &mut Reader<&[u8]>) -> Option<String> {
    let mut inside = String::new();
    loop {
        match reader.read_event().ok()? {
            Event::Text(text) => inside.push_str(&text.xml10_content()),
            Event::CData(text) => inside.push_str(&text.xml10_content()),
            Event::GeneralRef(sign) => match sign.resolve_char_ref().ok()? {
                Some(character) => inside.push(character),
                None => inside.push_str(escape::resolve_xml_entity(&sign)?),
            },
            Event::End(_) => return Some(inside),
            Event::Comment(_) | Event::PI(_) => {}
            _ => return None,
        }
    }
}

/// The plan that was packed.
fn unpacked(mut packed: String) -> Option<Vec<u8>> {
    packed.retain(|c| !c.is_ascii_whitespace());
    BASE64.decode(packed).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_gives_back_what_was_put_in_also_when_it_was_written_anew() {
        let text = "(name: \"a < b & c ]]> d\",\n\t 'é' 日本語 🎉 \u{FFFD})\n".as_bytes();
        for plan in [&b""[..], b"(format: 1)", text, b"one\r\ntwo\rthree", &[0, 255, 10, 13, 60], "\u{FFFE}\u{85}".as_bytes()] {
            assert_eq!(plan_of(item(plan).as_bytes()).plan().as_deref(), Some(plan));
        }
        assert!(item(text).contains("a &lt; b &amp; c ]]&gt; d"));
        // Another program may write the same text in other ways.
        let anew = "<plan version=\"2\" bytes=\"5\" xmlns=\"urn:momentboard:plan\">a&#60;<![CDATA[&b]]>\r\n</plan>";
        assert_eq!(plan_of(anew.as_bytes()).plan().as_deref(), Some(&b"a<&b\n"[..]));
        let anew = "<?xml version='1.0'?>\r\n<!-- x --><m:plan version='1' bytes='3' xmlns:m='urn:momentboard:plan'>\r\n YW\r\nJj \r\n</m:plan>";
        assert_eq!(plan_of(anew.as_bytes()).plan().as_deref(), Some(&b"abc"[..]));
    }

    #[test]
    fn a_part_that_is_not_ours_or_not_whole_gives_nothing() {
        let (good, packed) = (item(b"abc"), item(b"abc\r"));
        for (good, what, to, is) in [
            (&good, "urn:momentboard:plan", "urn:other", Found::Nothing),
            (&good, "\"2\" b", "\"3\" b", Found::Newer),
            (&good, "version=\"2\"", "edition=\"2\"", Found::Damaged),
            (&good, "abc", "ab", Found::Damaged),
            (&good, "abc", "&other;", Found::Damaged),
            (&good, "=\"3\"", "=\"4\"", Found::Damaged),
            (&good, "</plan>", "", Found::Damaged),
            (&packed, "\"1\" b", "\"2\" b", Found::Damaged),
            (&packed, "YWJj", "YW", Found::Damaged),
        ] {
            assert!(good.contains(what));
            assert_eq!(plan_of(good.replacen(what, to, 1).as_bytes()), is, "{what} → {to}");
        }
        let element = b"<plan xmlns=\"urn:momentboard:plan\" version=\"1\" bytes=\"1\"><x/></plan>";
        assert_eq!(plan_of(element), Found::Damaged);
        assert_eq!(plan_in(b""), None);
        assert_eq!(find(b"PK\x03\x04 nothing that can be read"), Found::Nothing);
        assert_eq!(find(b"PK\x03\x04 customXml/item1.xml, and the end is lost"), Found::Damaged);
    }
}
