//! Files that are no tables, and tables that are meant to do harm: one message each, and nothing else happens.

use std::fmt::Write as _;
use std::process::Command;

use momentboard::cli::Tables;
use momentboard::import::{Mapping, read};
use proptest::prelude::*;
use rust_xlsxwriter::Workbook;

use crate::import_tables::{empty, proposed};
use crate::packed::zipped;

pub(crate) const TYPES: &[u8] = br#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>"#;
pub(crate) const RELS: &[u8] = br#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
pub(crate) const BOOK: &[u8] = br#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>"#;
pub(crate) const BOOK_RELS: &[u8] = br#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

/// A workbook of one sheet with this XML between the tags of its rows.
pub(crate) fn workbook(rows: &str) -> Vec<u8> {
    let sheet = format!(
        r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
    );
    zipped(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELS),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", BOOK_RELS),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

fn refused(bytes: &[u8]) -> String {
    let error = read(bytes).unwrap_err();
    assert!(!error.hint.is_empty(), "{}: says what to do", error.message);
    error.message
}

#[test]
fn a_small_workbook_is_read() {
    let book =
        read(&workbook(r#"<row r="1"><c r="B1" t="inlineStr"><is><t>hi</t></is></c><c r="C1"><v>3</v></c></row>"#)).unwrap();
    assert_eq!(book.sheets[0].rows[0].cells.len(), 2);
}

#[test]
fn every_other_file_is_named_for_what_it_is() {
    let old = [&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1][..], &[0; 600]].concat();
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let locked = [&old[..], &name].concat();
    for (bytes, part) in [
        (b"   \n".to_vec(), "empty"),
        (old, "old office program"),
        (locked, "password"),
        (zipped(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", b"")]), "OpenDocument"),
        (zipped(&[("[Content_Types].xml", TYPES), ("xl/workbook.bin", b"x")]), "binary workbook"),
        (zipped(&[("[Content_Types].xml", TYPES), ("word/document.xml", b"x")]), "not a workbook"),
        (zipped(&[("[Content_Types].xml", TYPES), ("xl/workbook.xml", b"<nonsense")]), "damaged"),
        (b"PK\x03\x04 and then nothing".to_vec(), "damaged"),
        (b"%PDF-1.7".to_vec(), "a PDF"),
        (b"<html><table><tr><td>1".to_vec(), "web page"),
        (b"<?xml version='1.0'?><Workbook/>".to_vec(), "XML"),
        (vec![0, 1, 2, 3, 0, 0, 7], "neither a workbook nor text"),
    ] {
        let message = refused(&bytes);
        assert!(message.contains(part), "{message}");
    }
}

#[test]
fn bombs_do_not_go_off() {
    // A claim of seventeen billion cells in a few hundred bytes is two cells, one of them too far to the right.
    let corners = r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#;
    assert!(refused(&workbook(corners)).contains("200,000 rows"));
    assert!(refused(&workbook(r#"<row r="1"><c r="XFD1"><v>2</v></c></row>"#)).contains("200 columns"));
    // Thirty megabytes of blanks pack to thirty kilobytes.
    let blanks = " ".repeat(30 << 20);
    let bomb = workbook(&blanks);
    assert!(bomb.len() < 100_000 && refused(&bomb).contains("unpacks"), "{}", bomb.len());
    let mut beside = zipped(&[("[Content_Types].xml", TYPES), ("xl/workbook.xml", BOOK), ("xl/media/x.png", blanks.as_bytes())]);
    assert!(refused(&beside).contains("unpacks"), "a bomb beside the sheets is one, too");
    beside.truncate(beside.len() / 2);
    assert!(refused(&beside).contains("damaged"));
    let long = format!(r#"<row r="1"><c r="C7" t="inlineStr"><is><t>{}</t></is></c></row>"#, "x".repeat(32_768));
    assert!(refused(&workbook(&long)).contains("C7"));
}

#[test]
fn macros_are_left_alone_and_hidden_or_empty_formulas_are_told() {
    let sheet = r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>NOW()</f></c><c r="C1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row></sheetData></worksheet>"#;
    let with = |sheet: &str| {
        zipped(&[
            ("[Content_Types].xml", TYPES),
            ("_rels/.rels", RELS),
            ("xl/workbook.xml", BOOK),
            ("xl/_rels/workbook.xml.rels", BOOK_RELS),
            ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
            ("xl/vbaProject.bin", b"macros"),
        ])
    };
    let book = read(&with(sheet)).unwrap();
    assert!(book.notes.iter().any(|note| note.contains("macros")), "{:?}", book.notes);
    assert!(book.notes.iter().any(|note| note.contains("1 formula was saved without a result")), "{:?}", book.notes);
    let none =
        sheet.replace(|c: char| c.is_ascii_digit(), "").split("<row").next().unwrap().to_owned() + "</sheetData></worksheet>";
    assert!(refused(&with(&none)).contains("macros"));
}

#[test]
fn a_hundred_thousand_rows_are_read_and_more_than_twice_as_many_are_not() {
    let table = |rows: usize| {
        let mut text = String::from("Date,Creator,Kind,Title\n");
        for at in 0..rows {
            writeln!(text, "2027-05-{:02},Creator {},story,Moment {at}", at % 28 + 1, at % 40).unwrap();
        }
        text
    };
    let book = read(table(100_000).as_bytes()).unwrap();
    let proposal = proposed(&book, &Mapping::default(), &empty(), false);
    assert_eq!((proposal.counts.added, proposal.questions.len(), proposal.counts.new_creators.len()), (100_000, 0, 40));
    assert!(refused(table(200_001).as_bytes()).contains("200,000 rows"));
}

#[test]
fn the_process_that_reads_tables_says_the_same_and_its_death_is_a_message() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(0, 0, "Date").unwrap();
    sheet.write_string(0, 1, "Title \"quoted\"\u{1} 🎉").unwrap();
    sheet.write_number(1, 0, 1.5).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let program = std::path::PathBuf::from(env!("CARGO_BIN_EXE_momentboard"));
    let apart = Tables::Apart(program.clone());
    assert_eq!(apart.read(bytes.clone()), read(&bytes));
    assert_eq!(apart.read(b"%PDF-1.7".to_vec()), read(b"%PDF-1.7"));
    let none = Tables::Apart("/nowhere/at/all".into()).read(bytes).unwrap_err();
    assert!(none.message.contains("could not be read"), "{none:?}");
    let help = Command::new(program).arg("--help").output().unwrap();
    assert!(!String::from_utf8_lossy(&help.stdout).contains("import-worker"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, rng_seed: proptest::test_runner::RngSeed::Fixed(7), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _ = read(&bytes);
    }

    #[test]
    fn no_text_makes_a_proposal_panic(text in "[\"',;\t\n0-9A-Za-z/.€ –é日🎉\u{202e}=+@-]{0,200}", head in 0..4_usize) {
        let head = ["", "Date,Creator,Kind,Title,Fee,Week,Until\n", "Datum;Wer;Typ\n", "a\tb\n"][head];
        if let Ok(book) = read(format!("{head}{text}").as_bytes()) {
            let proposal = proposed(&book, &Mapping::default(), &empty(), true);
            let counts = &proposal.counts;
            let told = counts.added + counts.ideas + counts.updated + counts.unchanged + counts.skipped + counts.bad
                + counts.waiting + counts.headings + counts.repeated + counts.bare + counts.totals + counts.twice;
            prop_assert_eq!(told, counts.rows + counts.more, "no row goes missing");
        }
    }

    #[test]
    fn no_byte_that_is_flipped_in_a_workbook_makes_the_reader_panic(at in 0..2000_usize, to in any::<u8>()) {
        let mut bytes = workbook(r#"<row r="1"><c r="B1" t="inlineStr"><is><t>hi</t></is></c><c r="C1" s="0"><v>3</v></c></row>"#);
        let at = at % bytes.len();
        bytes[at] = to;
        let _ = read(&bytes);
    }
}
