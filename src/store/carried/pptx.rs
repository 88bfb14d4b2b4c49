//! A plan inside a presentation: a part of XML of our own, which slide editors keep when they save.
//!
//! Presentations come from anywhere. What is read of one is bounded before it is read: the size of the file, the number of
//! its parts, and how much a part may unpack to.

use std::io::{Cursor, Read as _};

use base64::Engine as _;
use quick_xml::events::Event;
use quick_xml::{Reader, escape};

use crate::store::limits;

const BASE64: base64::engine::GeneralPurpose = base64::engine::general_purpose::STANDARD;

/// The name of what holds a plan. It stays the same for ever.
const NAMESPACE: &str = "urn:momentboard:plan";
/// How the plan is put into the part: as text, which is smaller when it is packed and quicker to pack. The plan itself says which
/// version of the format it is in.
const AS_TEXT: &str = "2";
/// The same where XML cannot say every character, and in presentations of before.
const AS_BASE64: &str = "1";

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

/// The plan inside a presentation, as it was put there; `None` when there is none, or not a whole one.
#[must_use]
pub fn plan_in(bytes: &[u8]) -> Option<Vec<u8>> {
    // Counting the entries of the directory by their mark counts at least those that a reader of it would make room for.
    let entries = bytes.windows(4).filter(|four| *four == b"PK\x01\x02").count();
    if bytes.len() > limits::DECK_BYTES || entries > limits::DECK_PARTS || !bytes.starts_with(b"PK") {
        return None;
    }
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    // A slide editor may have put parts of its own beside ours and numbered them anew.
    let mut names: Vec<String> =
        zip.file_names().filter_map(|name| name.ok().map(|name| name.to_string())).filter(|name| is_item(name)).collect();
    names.sort();
    // Many entries of a directory can share one part: what all of them unpack to is limited, too.
    let mut left = limits::DECK_PART_BYTES;
    names.into_iter().take(64).find_map(|name| {
        let file = zip.by_name(&name).ok()?;
        let (packed, whole) = (file.compressed_size(), file.size());
        if whole > left || (whole > limits::DECK_PART_HARMLESS && whole / limits::DECK_PART_RATIO > packed) {
            return None;
        }
        left -= whole;
        let mut text = Vec::new();
        // The directory may lie about the size; what is read may not.
        file.take(whole.saturating_add(1)).read_to_end(&mut text).ok()?;
        (text.len() as u64 <= whole).then_some(text).as_deref().and_then(plan_of)
    })
}

fn is_item(name: &str) -> bool {
    let number = name.strip_prefix("customXml/item").and_then(|rest| rest.strip_suffix(".xml"));
    number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The plan that a part of ours holds.
fn plan_of(part: &[u8]) -> Option<Vec<u8>> {
    let mut reader = Reader::from_reader(part);
    let mut said = None;
    let mut inside = String::new();
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) if said.is_none() => {
                let value = |wanted: &str| {
                    let found = start.attributes().flatten().find(|attribute| attribute.key.as_ref() == wanted)?;
                    Some(found.value.into_owned())
                };
                // A prefix may have come to the names when somebody wrote the part anew.
                let local = start.local_name();
                let prefix = start.name().prefix().map(|prefix| format!("xmlns:{}", prefix.into_inner()));
                let namespace = value(prefix.as_deref().unwrap_or("xmlns"))?;
                if local.as_ref() != "plan" || namespace != NAMESPACE {
                    return None;
                }
                said = Some((value("version")?, value("bytes")?.parse::<usize>().ok()?));
            }
            Event::Text(text) if said.is_some() => inside.push_str(&text.xml10_content()),
            Event::CData(text) if said.is_some() => inside.push_str(&text.xml10_content()),
            Event::GeneralRef(sign) if said.is_some() => match sign.resolve_char_ref().ok()? {
                Some(character) => inside.push(character),
                None => inside.push_str(escape::resolve_xml_entity(&sign)?),
            },
            Event::End(_) => break,
            Event::Decl(_) | Event::Comment(_) | Event::PI(_) | Event::Text(_) => {}
            _ => return None,
        }
    }
    let (version, length) = said?;
    let plan = match version.as_str() {
        AS_TEXT => inside.into_bytes(),
        AS_BASE64 => {
            inside.retain(|c| !c.is_ascii_whitespace());
            BASE64.decode(inside).ok()?
        }
        _ => return None,
    };
    (plan.len() == length).then_some(plan)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_gives_back_what_was_put_in_also_when_it_was_written_anew() {
        let text = "(name: \"a < b & c ]]> d\",\n\t 'é' 日本語 🎉 \u{FFFD})\n".as_bytes();
        for plan in [&b""[..], b"(format: 1)", text, b"one\r\ntwo\rthree", &[0, 255, 10, 13, 60], "\u{FFFE}\u{85}".as_bytes()] {
            assert_eq!(plan_of(item(plan).as_bytes()).as_deref(), Some(plan));
        }
        assert!(item(text).contains("a &lt; b &amp; c ]]&gt; d"));
        // Another program may write the same text in other ways.
        let anew = "<plan version=\"2\" bytes=\"5\" xmlns=\"urn:momentboard:plan\">a&#60;<![CDATA[&b]]>\r\n</plan>";
        assert_eq!(plan_of(anew.as_bytes()).as_deref(), Some(&b"a<&b\n"[..]));
        let anew = "<?xml version='1.0'?>\r\n<!-- x --><m:plan version='1' bytes='3' xmlns:m='urn:momentboard:plan'>\r\n YW\r\nJj \r\n</m:plan>";
        assert_eq!(plan_of(anew.as_bytes()).as_deref(), Some(&b"abc"[..]));
    }

    #[test]
    fn a_part_that_is_not_ours_or_not_whole_gives_nothing() {
        let (good, packed) = (item(b"abc"), item(b"abc\r"));
        for (good, what, to) in [
            (&good, "urn:momentboard:plan", "urn:other"),
            (&good, "\"2\" b", "\"3\" b"),
            (&good, "abc", "ab"),
            (&good, "abc", "&other;"),
            (&good, "=\"3\"", "=\"4\""),
            (&good, "</plan>", ""),
            (&packed, "\"1\" b", "\"2\" b"),
            (&packed, "YWJj", "YW"),
        ] {
            assert!(good.contains(what));
            assert_eq!(plan_of(good.replacen(what, to, 1).as_bytes()), None, "{what} → {to}");
        }
        assert_eq!(plan_of(b"<plan xmlns=\"urn:momentboard:plan\" version=\"1\" bytes=\"1\"><x/></plan>"), None);
        assert_eq!(plan_in(b""), None);
        assert_eq!(plan_in(b"PK\x03\x04 nothing that can be read"), None);
    }
}
