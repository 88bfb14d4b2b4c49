//! Tables that are meant to do harm, handed to the real process that reads them: one message or one table each, and
//! within an address space that is a third of the one it is given.

use std::fmt::Write as _;
use std::io::{Read as _, Write as _};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use momentboard::cli::Tables;
use momentboard::import::{Book, ReadError};

use crate::import_hostile::{BOOK, BOOK_RELS, RELS, TYPES, workbook};
use crate::packed::zipped;

fn program() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_momentboard"))
}

/// What the process finds when it has that many kilobytes of addresses.
fn within(kilobytes: u32, bytes: &[u8]) -> Option<Result<Book, ReadError>> {
    let mut child = Command::new("/bin/sh")
        .arg("-c")
        .arg(format!("ulimit -v {kilobytes}; exec \"$0\" \"$1\""))
        .arg(program())
        .arg("--import-worker")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut to = child.stdin.take().unwrap();
    let bytes = bytes.to_vec();
    let writing = std::thread::spawn(move || drop(to.write_all(&bytes)));
    let mut said = Vec::new();
    child.stdout.take().unwrap().read_to_end(&mut said).unwrap();
    writing.join().unwrap();
    child.wait().unwrap();
    ron::de::from_bytes(&said).ok()
}

/// A workbook with these texts in front of the sheet.
fn with_strings(strings: &str) -> Vec<u8> {
    let sheet = br#"<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>"#;
    zipped(&[
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELS),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", BOOK_RELS),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet),
    ])
}

fn wide(text: &str, big: bool) -> Vec<u8> {
    text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
}

/// Files, and what is said of them: a part of the message, or of a cell.
fn cases() -> Vec<(&'static str, Vec<u8>, Result<&'static str, &'static str>)> {
    let cell = r#"<row r="1"><c r="A1" t="inlineStr"><is><t>Date</t></is></c></row>"#;
    let good = workbook(cell);
    let laughs = "<!DOCTYPE x [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
    let sst = |count: &str, body: &str| with_strings(&format!("<sst uniqueCount=\"{count}\">{body}</sst>"));
    let named = |book: &[u8], rels: &[u8]| {
        zipped(&[
            ("[Content_Types].xml", TYPES),
            ("_rels/.rels", RELS),
            ("xl/workbook.xml", book),
            ("xl/_rels/workbook.xml.rels", rels),
            ("xl/worksheets/sheet1.xml", b"<worksheet/>"),
        ])
    };
    let rels = |target: &str| String::from_utf8_lossy(BOOK_RELS).replace("worksheets/sheet1.xml", target).into_bytes();
    let many_sheets = {
        let sheets: String = (0..5_000).fold(String::new(), |mut all, at| {
            write!(all, "<sheet name=\"S{at}\" sheetId=\"{at}\" r:id=\"r1\"/>").unwrap();
            all
        });
        String::from_utf8_lossy(BOOK).replace("<sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/>", &sheets).into_bytes()
    };
    let mut lies = good.clone();
    // The directory says that a part of a few hundred bytes is four gigabytes.
    let at = lies.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
    lies[at + 24..at + 28].copy_from_slice(&u32::MAX.to_le_bytes());
    let mut locked = good.clone();
    let at = locked.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
    locked[at + 8] |= 1;
    let mut lost = good.clone();
    let end = lost.len();
    lost[end - 6..end - 2].copy_from_slice(&7_u32.to_le_bytes());
    let deep = format!("{}{cell}{}", "<x>".repeat(200_000), "</x>".repeat(200_000));
    let merged =
        format!("{cell}</sheetData><mergeCells>{}</mergeCells><sheetData>", "<mergeCell ref=\"A1:XFD1048576\"/>".repeat(10_000));
    let hundred_thousand = (0..100_000).fold("Date,Title\n".to_owned(), |mut all, at| {
        writeln!(all, "2027-05-{:02},Moment {at}", at % 28 + 1).unwrap();
        all
    });
    vec![
        ("a good one", good.clone(), Ok("Date")),
        ("a hundred thousand rows", hundred_thousand.into_bytes(), Ok("Moment 9")),
        ("two bytes a letter", wide("Datum;Titel\n3.5.;Köln", false), Ok("Köln")),
        ("the other way round", wide("Datum;Titel\n3.5.;Köln", true), Ok("Köln")),
        ("two bytes a letter with a mark", [&b"\xff\xfe"[..], &wide("Datum\t日本語\nx\ty", false)].concat(), Ok("日本語")),
        ("half a letter", [&b"\xff\xfe"[..], &wide("Datum", false), b"x"].concat(), Err("text")),
        ("an old encoding", b"Datum;Titel\n3.5.;K\xf6ln".to_vec(), Ok("Köln")),
        ("Shift JIS", b"Date,Title\n2027-05-03,\x93\xfa\x96{\x8c\xea".to_vec(), Ok("2027-05-03")),
        ("a program", [&b"\x7fELF\x02\x01\x01"[..], &[0; 500]].concat(), Err("text")),
        ("a cell of ten megabytes", format!("Date,{}\n", "x".repeat(10 << 20)).into_bytes(), Err("B1")),
        ("a cell of ten megabytes in a workbook", workbook(&cell.replace("Date", &"x".repeat(10 << 20))), Err("unpacks")),
        ("quotation marks and nothing else", vec![b'"'; 8 << 20], Err("")),
        ("separators and nothing else", vec![b';'; 8 << 20], Err("")),
        ("lines and nothing else", vec![b'\n'; 8 << 20], Err("empty")),
        ("more than a table may have", vec![b'a'; (64 << 20) + 9], Err("64")),
        ("the last cell of all", workbook(r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#), Err("200,000 rows")),
        ("a cell that is nowhere", workbook(r#"<row r="1"><c r="ZZZZZZ99999999999"><v>1</v></c></row>"#), Err("")),
        ("a row that is nowhere", workbook(r#"<row r="99999999999999999999"><c><v>1</v></c></row>"#), Err("")),
        ("a text that there is not", workbook(r#"<row r="1"><c r="A1" t="s"><v>4294967295</v></c></row>"#), Err("")),
        ("a style that there is not", workbook(r#"<row r="1"><c r="A1" s="4294967295"><v>7</v></c></row>"#), Ok("7")),
        (
            "a formula without end",
            workbook(r#"<row r="1"><c r="A1"><f t="shared" si="4000000000" ref="A1:A9">B1</f><v>5</v></c></row>"#),
            Ok("5"),
        ),
        ("entities in the sheet", workbook(&format!("{laughs}{}", cell.replace("Date", "&c;"))), Err("damaged")),
        ("entities in the texts", with_strings(&format!("{laughs}<sst><si><t>&c;</t></si></sst>")), Err("damaged")),
        ("billions of texts", sst("99999999999", "<si><t>Date</t></si>"), Err("unpacks")),
        ("more texts than numbers", sst("18446744073709551615", "<si><t>Date</t></si>"), Err("unpacks")),
        ("more texts than fit", sst("90000000", "<si><t>Date</t></si>"), Err("unpacks")),
        ("as many texts as it says", sst("1", "<si><t>Date</t></si>"), Ok("Date")),
        ("deep nesting", workbook(&deep), Ok("Date")),
        ("ten thousand merged areas of everything", workbook(&merged), Ok("Date")),
        ("five thousand sheets", named(&many_sheets, BOOK_RELS), Err("sheets")),
        ("a sheet that is itself", named(BOOK, &rels("workbook.xml")), Err("")),
        ("a sheet outside", named(BOOK, &rels("../../../../etc/passwd")), Err("")),
        ("a sheet somewhere else", named(BOOK, &rels("http://127.0.0.1/x.xml")), Err("")),
        ("a directory that lies", lies, Ok("Date")),
        ("a locked part", locked, Err("")),
        ("a directory that is lost", lost, Err("damaged")),
        ("half a workbook", good[..good.len() / 2].to_vec(), Err("damaged")),
        ("something before it", [&b"x"[..], &good].concat(), Err("")),
    ]
}

#[test]
fn every_hostile_table_is_one_message_or_one_table() {
    let apart = Tables::Apart(program());
    let mut wrong = Vec::new();
    for (what, bytes, wanted) in cases() {
        let found = apart.read(bytes);
        let is_wanted = match (&found, wanted) {
            (Ok(book), Ok(part)) => {
                let mut cells = book.sheets.iter().flat_map(|sheet| &sheet.rows).flat_map(|row| &row.cells);
                cells.any(|cell| cell.value.shown().contains(part))
            }
            (Err(error), Err(part)) => {
                // A process that ended without a word is a message, too, but not one that says what is wrong.
                let says = !error.message.contains("takes tables apart stopped") && !error.hint.is_empty();
                error.message.contains(part) && says
            }
            _ => false,
        };
        if !is_wanted {
            wrong
                .push(format!("{what}: {:?} instead of {wanted:?}", found.map(|book| book.notes).map_err(|error| error.message)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[cfg(target_os = "linux")]
#[test]
fn small_files_take_little_memory_whatever_they_say() {
    for (what, bytes, _) in cases().into_iter().filter(|(_, bytes, _)| bytes.len() < 1 << 20) {
        assert!(within(1 << 20, &bytes).is_some(), "{what} takes more than a gigabyte");
    }
    // The limit is one: a process that cannot even begin says nothing.
    assert!(within(1 << 10, b"a,b").is_none());
}
