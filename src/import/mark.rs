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
    version(workbook).is_some_and(|version| version > u64::from(TABLE_VERSION))
}

/// Whether this program wrote the workbook.
pub(super) fn is_ours(workbook: &[u8]) -> bool {
    version(workbook).is_some()
}

fn version(workbook: &[u8]) -> Option<u64> {
    let mut zip = ZipArchive::new(Cursor::new(workbook)).ok()?;
    let mut text = Vec::new();
    zip.by_name(PART).ok()?.take(LONGEST).read_to_end(&mut text).ok()?;
    said(&String::from_utf8_lossy(&text))
}

fn said(part: &str) -> Option<u64> {
    let behind = part.split_once(&format!("name=\"{TABLE_MARK}\"")).map(|(_, behind)| behind);
    // `<vt:i4>1</vt:i4>`
    let value = behind.and_then(|behind| behind.split_once("<vt:")).and_then(|(_, value)| value.split_once('>'));
    let value: String = value?.1.chars().take_while(char::is_ascii_digit).collect();
    value.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_known_by_its_mark() {
        let part = |version: u32| format!("<property pid=\"2\" name=\"{TABLE_MARK}\"><vt:i4>{version}</vt:i4></property>");
        assert_eq!([1, 2, 17].map(|version| said(&part(version))), [Some(1), Some(2), Some(17)]);
        assert_eq!(said("<property name=\"Client\"><vt:i4>9</vt:i4></property>"), None);
        assert!(!is_newer(b"no zip") && !is_ours(b"no zip"));
    }
}
