//! Everything that takes bytes from outside, and what always holds of it whatever the bytes are. The fuzzer calls these with what
//! it makes; `cargo test` calls them with what it found and with files as people have them.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};

use momentboard::check::{fold_label, market_names, rule_names};
use momentboard::edit::apply_all;
use momentboard::import::{self, Book, Incoming, Mapping, propose};
use momentboard::model::{Campaign, Day, IdSource, Index, PlanId, Unknown, faults};
use momentboard::store::carried::Document;
use momentboard::store::{self, Known, house_text, picture, read_house};

use crate::packed::zipped;

/// A reader: it panics where something does not hold.
pub type Reader = fn(&[u8]);

/// All readers, by name.
pub const READERS: &[(&str, Reader)] = &[
    ("plan", plan),
    ("house", house),
    ("table", table),
    ("workbook", workbook),
    ("picture", picture_of),
    ("document", document),
    ("prefs", prefs),
];

/// A plan that can be read is sound, and what is written of it reads as the same plan and is written the same.
fn plan(bytes: &[u8]) {
    let Ok(loaded) = store::read(bytes) else { return };
    assert_eq!(faults(&loaded.campaign), []);
    let written = store::write(&loaded.campaign).expect("what was read can be written");
    let again = store::read(&written).expect("what was written can be read");
    assert!(again.notices.iter().all(|notice| !notice.unreadable) || loaded.notices.iter().any(|notice| notice.unreadable));
    let twice = store::write(&again.campaign).expect("what was read can be written");
    assert!(written == twice, "{}\n//\n{}", String::from_utf8_lossy(&written), String::from_utf8_lossy(&twice));
}

/// House rules that can be read have a text that reads as the same rules.
fn house(bytes: &[u8]) {
    let known = Known { rules: &rule_names(), markets: &market_names(), label: fold_label };
    let Ok(house) = read_house(bytes, known) else { return };
    let text = house_text(&house).expect("what was read can be written");
    let again = read_house(text.as_bytes(), known).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(house_text(&again).expect("what was read can be written"), text);
}

/// A table is taken apart, and what it would do to a plan can be done.
fn table(bytes: &[u8]) {
    if let Ok(book) = import::read(bytes) {
        proposed(&book);
    }
}

fn proposed(book: &Book) {
    let campaign = Campaign::new(PlanId::default(), "Plan");
    let mapping = Mapping::default();
    for sheet in book.sheets.iter().take(3) {
        let incoming =
            Incoming { sheet, mapping: &mapping, campaign: &campaign, today: Day::from_number(21_000), skip_bad: true };
        let proposal = propose(incoming, &mut IdSource::seeded(7));
        if proposal.is_ready() {
            let after = apply_all(&campaign, &mut Index::of(&campaign), &proposal.edits).expect("what is proposed can be done");
            assert!(after.is_none_or(|after| faults(&after).is_empty()));
        }
    }
}

/// The bytes stand for one part of a workbook, by the first of them: packed by the fuzzer itself nothing would have the right sums.
fn workbook(bytes: &[u8]) {
    let Some((which, part)) = bytes.split_first() else { return };
    let mut parts = WORKBOOK;
    let at = 2 + usize::from(*which) % (parts.len() - 2);
    parts[at].1 = part;
    table(&zipped(&parts));
}

/// A workbook of one sheet that says something in every way.
const WORKBOOK: [(&str, &[u8]); 6] = [
    ("[Content_Types].xml", br#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>"#),
    ("_rels/.rels", br#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#),
    ("xl/workbook.xml", br#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>"#),
    ("xl/_rels/workbook.xml.rels", br#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#),
    ("xl/worksheets/sheet1.xml", br#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>Creator</t></is></c></row><row r="2"><c r="A2"><v>46000</v></c><c r="B2" t="str"><f>A1</f><v>Ida</v></c></row></sheetData></worksheet>"#),
    ("xl/sharedStrings.xml", br#"<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="1" uniqueCount="1"><si><t>Date</t></si></sst>"#),
];

/// A picture that comes in can be drawn, is small enough, and holds no more than a picture.
fn picture_of(bytes: &[u8]) {
    let Ok(taken) = picture::from_bytes("a/b\\c.png", bytes) else { return };
    let pixels = picture::decode(&taken, 64).expect("what was taken in can be drawn");
    assert!(pixels.width <= 64 && pixels.height <= 64);
    assert_eq!(pixels.rgba.len(), pixels.width as usize * pixels.height as usize * 4);
    assert!(taken.width.max(taken.height) <= store::limits::KEPT_PICTURE_SIDE && taken.name == "c.png");
    assert!(picture::bared(&taken).is_some_and(|bared| bared == taken), "nothing but the picture came in");
}

/// A document is looked through for a plan, and what is found is read like any other.
fn document(bytes: &[u8]) {
    if let Some(found) = Document::of(bytes).and_then(|document| document.plan_in(bytes)) {
        plan(&found);
    }
}

/// Preferences that can be read are written so that they read the same. A field whose value could not be read is written in the
/// place of its name, so what is not known may stand in another order.
fn prefs(bytes: &[u8]) {
    static NUMBER: AtomicU64 = AtomicU64::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed) % 64;
    let path = std::env::temp_dir().join(format!("momentboard-fuzz-{}-{number}.ron", std::process::id()));
    put(&path, bytes);
    let (mut prefs, found) = store::prefs::load(&path);
    if found == store::prefs::Found::Prefs {
        store::prefs::save(&path, &prefs).expect("what was read can be written");
        let (mut again, found) = store::prefs::load(&path);
        assert_eq!(found, store::prefs::Found::Prefs);
        let sorted = |unknown: Unknown| -> BTreeMap<_, _> {
            unknown.iter().map(|(name, value)| (name, value.get_ron().to_owned())).collect()
        };
        assert_eq!(sorted(std::mem::take(&mut prefs.unknown)), sorted(std::mem::take(&mut again.unknown)));
        assert_eq!(prefs, again);
    }
    let _gone = gone(&path);
}

#[allow(clippy::disallowed_methods, reason = "a file as another program wrote it")]
fn put(path: &std::path::Path, bytes: &[u8]) {
    std::fs::write(path, bytes).expect("a folder to work in");
}

#[allow(clippy::disallowed_methods, reason = "nothing of it is needed any more")]
fn gone(path: &std::path::Path) -> std::io::Result<()> {
    std::fs::remove_file(path)
}
