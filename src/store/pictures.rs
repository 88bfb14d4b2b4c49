//! The last section of the file: pictures as text, one a line.

use std::collections::HashSet;
use std::fmt::{self, Write as _};
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use sha2::{Digest as _, Sha256};

use super::{Notice, limits, picture, writer};
use crate::model::record::FieldName;
use crate::model::{Campaign, Picture, PictureId, Unknown, halt};
use crate::words::files as say;

/// The pictures of a file. A damaged one is kept as far as it can be read, and said.
#[derive(Default)]
pub(super) struct Entries {
    /// In the order of the file.
    pub(super) pictures: Vec<Arc<Picture>>,
    /// What is wrong with some of them.
    pub(super) notices: Vec<Notice>,
    bytes: u64,
}

impl<'de> Deserialize<'de> for Entries {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct List;
        impl<'de> Visitor<'de> for List {
            type Value = Entries;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Entries, A::Error> {
                let mut all = Entries::default();
                while let Some(Entry { picture, notice }) = seq.next_element()? {
                    if halt::is_unwanted() {
                        return Err(A::Error::custom(say::given_up()));
                    }
                    all.bytes += picture.bytes.len() as u64;
                    if all.bytes > limits::PICTURE_BYTES {
                        return Err(A::Error::custom(say::too_big_pictures(limits::readable(limits::PICTURE_BYTES))));
                    }
                    if all.pictures.len() >= limits::PICTURES {
                        return Err(A::Error::custom(say::too_many_pictures(limits::PICTURES)));
                    }
                    all.notices.extend(notice);
                    all.pictures.push(Arc::new(picture));
                }
                Ok(all)
            }
        }
        d.deserialize_seq(List)
    }
}

struct Entry {
    picture: Picture,
    notice: Option<Notice>,
}

impl<'de> Deserialize<'de> for Entry {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct Fields;
        impl<'de> Visitor<'de> for Fields {
            type Value = Entry;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a picture")
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Entry, A::Error> {
                let (mut id, mut name, mut width, mut height, mut data) = (None, None, None, None, None);
                let mut unknown = Unknown::default();
                while let Some(FieldName(key)) = map.next_key()? {
                    let twice = match key.as_str() {
                        "id" => id.replace(map.next_value::<String>()?).is_some(),
                        "name" => name.replace(map.next_value::<String>()?).is_some(),
                        "width" => width.replace(map.next_value::<u32>()?).is_some(),
                        "height" => height.replace(map.next_value::<u32>()?).is_some(),
                        "data" => data.replace(map.next_value::<String>()?).is_some(),
                        _ => {
                            unknown.keep(&key, &mut map)?;
                            false
                        }
                    };
                    if twice {
                        return Err(A::Error::custom(say::twice(key)));
                    }
                }
                let name = name.unwrap_or_default();
                let id = id.ok_or_else(|| A::Error::missing_field("id"))?;
                let data = data.ok_or_else(|| A::Error::missing_field("data"))?;
                let (bytes, whole) = decode(&data);
                let content = id_of(&bytes);
                let id = PictureId::parse(&id).unwrap_or(content);
                let notice = if !whole || id != content {
                    Some(Notice { message: say::picture_damaged(&name), unreadable: true })
                } else {
                    let none = !picture::is_one(&bytes);
                    none.then(|| Notice { message: say::picture_none(&name), unreadable: true })
                };
                let (width, height) = (width.unwrap_or_default(), height.unwrap_or_default());
                Ok(Entry { picture: Picture { id, name, width, height, bytes: bytes.into(), unknown }, notice })
            }
        }
        d.deserialize_struct("", &[], Fields)
    }
}

impl Entries {
    /// Gives a picture whose id was damaged the id that its content has, where that is the one the plan asks for.
    pub(super) fn mend(&mut self, campaign: &Campaign) {
        let used = used(campaign);
        for picture in self.pictures.iter_mut().filter(|picture| !used.contains(&picture.id)) {
            let content = id_of(&picture.bytes);
            if used.contains(&content) {
                Arc::make_mut(picture).id = content;
            }
        }
    }
}

/// The id that picture bytes have.
pub(super) fn id_of(bytes: &[u8]) -> PictureId {
    PictureId(Sha256::digest(bytes).into())
}

/// The bytes behind the text, and whether the text was sound. A character that does not belong counts as zeros, so
/// that one damaged letter costs a few dots of the picture and not the picture.
fn decode(data: &str) -> (Vec<u8>, bool) {
    if let Ok(bytes) = STANDARD.decode(data) {
        return (bytes, true);
    }
    let belongs = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'/');
    let mut mended: Vec<u8> = data.trim_end_matches('=').bytes().map(|b| if belongs(b) { b } else { b'A' }).collect();
    mended.truncate(mended.len() / 4 * 4);
    (STANDARD.decode(&mended).unwrap_or_default(), false)
}

/// The pictures that are shown somewhere.
pub(super) fn used(campaign: &Campaign) -> HashSet<PictureId> {
    campaign.shown_pictures().collect()
}

/// Writes the section, if there is a picture that is shown.
pub(super) fn write(text: &mut String, campaign: &Campaign) {
    let used = used(campaign);
    let mut shown = campaign.pictures.iter().filter(|picture| used.contains(&picture.id)).peekable();
    if shown.peek().is_none() {
        return;
    }
    text.push_str("    pictures: [\n");
    for picture in shown {
        // Writing to a String cannot fail.
        let _ = write!(text, "        (id: \"{}\", name: ", picture.id);
        writer::quote(text, &picture.name);
        let _ = write!(text, ", width: {}, height: {}, data: \"", picture.width, picture.height);
        STANDARD.encode_string(&picture.bytes, text);
        text.push('"');
        for (name, value) in picture.unknown.iter() {
            let _ = write!(text, ", {name}: {}", value.get_ron());
        }
        text.push_str("),\n");
    }
    text.push_str("    ],\n");
}
