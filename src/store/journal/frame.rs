//! The frames of a journal: bytes that are whole or are not there.

use serde::{Deserialize, Serialize};

use super::super::limits;
use crate::model::difference::Patch;
use crate::model::later::keeping;
use crate::model::{Campaign, PlanId};

/// How every frame begins.
const MAGIC: [u8; 4] = *b"MBJ1";
/// Magic, length, check sum, number.
const HEADER: usize = 20;

/// What a frame says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Kind {
    /// Whose journal it is.
    Head,
    /// What the file held.
    Base,
    /// A state.
    State,
    /// A state that was saved.
    Saved,
}

/// The first line of a frame.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Line {
    /// What the frame says.
    pub(super) kind: Kind,
    /// When.
    pub(super) at: i64,
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) revision: u64,
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) depth: usize,
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) label: String,
    /// The version of the journal; in the head.
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) version: u32,
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) plan: Option<PlanId>,
    /// The file's path in hexadecimal, because it need not be text.
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) path: Option<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) stamp: Option<String>,
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) app: String,
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) pid: u32,
    /// The draft that the session goes on from; in the head.
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) instead_of: Option<String>,
    /// When the first of the steps was done that this state puts together; in a journal that was made shorter.
    #[serde(default, skip_serializing_if = "is_default")]
    pub(super) since: Option<i64>,
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl Line {
    /// A line that says nothing but this.
    pub(super) fn new(kind: Kind, at: i64) -> Self {
        Self {
            kind,
            at,
            revision: 0,
            depth: 0,
            label: String::new(),
            version: 0,
            plan: None,
            path: None,
            stamp: None,
            app: String::new(),
            pid: 0,
            instead_of: None,
            since: None,
        }
    }

    /// Reads the line of a frame.
    pub(super) fn read(text: &str) -> Option<Self> {
        reader().from_str(text.lines().next()?).ok()
    }
}

fn reader() -> ron::Options {
    // A patch holds the things of a plan two levels deeper than the plan's file.
    ron::Options::default().with_recursion_limit(limits::DEPTH + 8)
}

/// The text of a frame. `None` for what has no text form, which nothing has that was read or edited here.
pub(super) fn text(line: &Line, patch: Option<&Patch>) -> Option<String> {
    let mut text = ron::to_string(line).ok()?;
    if let Some(patch) = patch {
        text.push('\n');
        // Words of a later version are kept in a draft as they are in a file.
        text.push_str(&keeping(|| reader().to_string(patch)).0.ok()?);
    }
    Some(text)
}

/// The patch in the text of a frame.
pub(super) fn patch(text: &str) -> Option<Patch> {
    let (_, patch) = text.split_once('\n')?;
    keeping(|| reader().from_str(patch)).0.ok()
}

/// What turns an empty plan into that one: how the journal of a plan with that id writes a whole plan down.
pub(super) fn whole(id: PlanId, plan: &Campaign) -> Patch {
    Patch::between(&Campaign::new(id, ""), plan)
}

/// Puts a frame behind the others. `None` for a text that is too long for one.
pub(super) fn push(out: &mut Vec<u8>, number: u64, text: &str) -> Option<()> {
    let length = u32::try_from(text.len()).ok()?.to_le_bytes();
    let number = number.to_le_bytes();
    let sum = check_sum(&[&length, &number, text.as_bytes()]).to_le_bytes();
    for part in [&MAGIC[..], &length, &sum, &number, text.as_bytes()] {
        out.extend_from_slice(part);
    }
    Some(())
}

/// The frames of a journal, from the first up to the first that is not whole.
#[derive(Clone, Debug)]
pub(super) struct Frames<'a> {
    bytes: &'a [u8],
    at: usize,
    number: u64,
}

impl<'a> Frames<'a> {
    /// Those of a file.
    pub(super) fn of(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0, number: 0 }
    }

    /// Bytes of the frames that were given so far.
    pub(super) fn passed(&self) -> usize {
        self.at
    }

    fn one(&self) -> Option<(&'a str, usize)> {
        let rest = self.bytes.get(self.at..)?;
        let (header, rest) = rest.split_at_checked(HEADER)?;
        let (magic, header) = header.split_first_chunk::<4>()?;
        let (length, header) = header.split_first_chunk::<4>()?;
        let (sum, number) = header.split_first_chunk::<4>()?;
        let count = usize::try_from(u32::from_le_bytes(*length)).ok()?;
        let text = rest.get(..count)?;
        let whole = *magic == MAGIC
            && number == (self.number + 1).to_le_bytes()
            && u32::from_le_bytes(*sum) == check_sum(&[length, number, text]);
        if !whole {
            return None;
        }
        Some((std::str::from_utf8(text).ok()?, HEADER + count))
    }
}

impl<'a> Iterator for Frames<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let (text, length) = self.one()?;
        self.at += length;
        self.number += 1;
        Some(text)
    }
}

/// CRC-32 as in ZIP and PNG: it finds every flipped bit, and every burst of up to 32.
fn check_sum(parts: &[&[u8]]) -> u32 {
    let mut sum = u32::MAX;
    for part in parts {
        for byte in *part {
            let place = usize::from(sum.to_le_bytes()[0] ^ byte);
            sum = (sum >> 8) ^ TABLE.get(place).copied().unwrap_or_default();
        }
    }
    !sum
}

const TABLE: [u32; 256] = {
    let mut table = [0_u32; 256];
    let mut at = 0;
    while at < 256 {
        let mut value = at as u32;
        let mut bit = 0;
        while bit < 8 {
            value = if value & 1 == 1 { (value >> 1) ^ 0xEDB8_8320 } else { value >> 1 };
            bit += 1;
        }
        table[at] = value;
        at += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_sum_is_that_of_everybody_else() {
        assert_eq!(check_sum(&[b"123456789"]), 0xCBF4_3926);
        assert_eq!(check_sum(&[b"1234", b"", b"56789"]), 0xCBF4_3926);
    }

    #[test]
    fn every_flipped_bit_ends_what_is_read_before_it() {
        let mut bytes = Vec::new();
        let mut ends = Vec::new();
        for (number, text) in [(1, "a head"), (2, ""), (3, "(kind:State,at:7)\n()")] {
            push(&mut bytes, number, text).unwrap();
            ends.push(bytes.len());
        }
        assert_eq!(Frames::of(&bytes).count(), 3);
        for bit in 0..bytes.len() * 8 {
            let mut damaged = bytes.clone();
            damaged[bit / 8] ^= 1 << (bit % 8);
            let before = ends.iter().filter(|end| **end <= bit / 8).count();
            assert_eq!(Frames::of(&damaged).count(), before, "bit {bit}");
        }
        // A frame twice, or one that is left out, is not what comes next.
        assert_eq!(Frames::of(&[&bytes[..ends[0]], &bytes[..ends[0]]].concat()).count(), 1);
        assert_eq!(Frames::of(&[&bytes[..ends[0]], &bytes[ends[1]..]].concat()).count(), 1);
    }
}
