//! The mark by which a workbook says that this program wrote it, and which version of its table is in it.

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use crate::model::columns::{TABLE_MARK, TABLE_VERSION};

/// What a workbook says of itself.
const PART: &str = "docProps/custom.xml";
/// Longest part that is looked at, in bytes (64 KiB).
const LONGEST: u64 = 64 << 10;

/// Whether a newer version of this program wrote the workbook.
pub(super) fn is_newer(workbook: &[u8]) -> bool {
    let Ok(mut zip) = ZipArchive::new(Cursor::new(workbook)) else { return false };
    let Ok(part) = zip.by_name(PART) else { return false };
    let mut text = Vec::new();
    part.take(LONGEST).read_to_end(&mut text).is_ok() && says_newer(&String::from_utf8_lossy(&text))
}

fn says_newer(part: &str) -> bool {
    let behind = part.split_once(&format!("name=\"{TABLE_MARK}\"")).map(|(_, behind)| behind);
    // `<vt:i4>1</vt:i4>`
    let value = behind.and_then(|behind| behind.split_once("<vt:")).and_then(|(_, value)| value.split_once('>'));
    let value: String = value.map_or("", |(_, value)| value).chars().take_while(char::is_ascii_digit).collect();
    value.parse::<u64>().is_ok_and(|version| version > u64::from(TABLE_VERSION))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_newer_table_is_known_by_its_mark() {
        let part = |version: u32| format!("<property pid=\"2\" name=\"{TABLE_MARK}\"><vt:i4>{version}</vt:i4></property>");
        assert!(says_newer(&part(2)) && says_newer(&part(17)) && !says_newer(&part(1)));
        assert!(!says_newer("<property name=\"Client\"><vt:i4>9</vt:i4></property>") && !is_newer(b"no zip"));
    }
}
