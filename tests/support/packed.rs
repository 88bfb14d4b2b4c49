//! Packs files into a ZIP file, as workbooks and presentations are.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;

/// A ZIP file of parts, each with its name.
pub fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
