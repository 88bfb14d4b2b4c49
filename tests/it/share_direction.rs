//! Names that are read from right to left in sentences of ours: neither turns the other, wherever the sentence is read.

use std::io::Read as _;
use std::sync::Arc;

use momentboard::check::{self, Options, Sketch, accepted_facts, check};
use momentboard::model::shown::shown_lines;
use momentboard::model::{Acceptance, AcceptanceId, Campaign, Day, Id, Scope, Unknown, direction};
use momentboard::share::deck::deck;
use momentboard::share::{Choice, Format, Reader, Shared, Watch};
use momentboard::store;

use crate::exports::{exported, exported_text};
use crate::scenes::texts;
use crate::scratch::{self, Scratch};
use crate::terminal_run::{args, run};

/// The campaign of a sketch in which everybody and everything has a name in Hebrew.
fn hebrew(sketch: &str) -> Campaign {
    let mut campaign = Sketch::parse(sketch).unwrap().campaign(Day::new(2027, 9, 3));
    for (at, creator) in campaign.creators.iter_mut().enumerate() {
        Arc::make_mut(creator).name = format!("נועה{at} כהן");
    }
    for (at, brand) in campaign.brands.iter_mut().enumerate() {
        Arc::make_mut(brand).name = format!("מותג {at}");
    }
    for (at, product) in campaign.products.iter_mut().enumerate() {
        Arc::make_mut(product).name = format!("נעל {at}");
    }
    for lane in &mut campaign.lanes {
        for (at, moment) in Arc::make_mut(lane).moments.iter_mut().enumerate() {
            Arc::make_mut(moment).title = format!("הרגע {at}");
        }
    }
    campaign
}

fn is_hebrew(c: char) -> bool {
    ('\u{590}'..='\u{5ff}').contains(&c)
}

/// Whether every letter that is read from right to left is apart from the words around it.
fn is_apart(text: &str) -> bool {
    let mut inside = 0_i32;
    text.chars().all(|c| {
        inside += i32::from(c == '\u{2068}') - i32::from(c == '\u{2069}');
        !is_hebrew(c) || inside > 0
    }) && inside == 0
}

#[test]
fn no_rule_lets_a_name_turn_its_sentence() {
    let mut named = 0;
    let mut turned: Vec<String> = Vec::new();
    for rule in check::rules() {
        let campaign = hebrew(rule.example);
        let report = check(&campaign, &Options::default());
        let messages = report.findings.iter().map(|finding| (finding.code(), finding.message.to_string()));
        let cards = check::cards(&report.findings).into_iter().map(|card| (card.findings[0].code(), card.message));
        for (code, message) in messages.chain(cards) {
            named += usize::from(message.contains(is_hebrew));
            if !is_apart(&message) || direction::reads_from_right(&message) {
                turned.push(format!("{code}: {message:?}"));
            }
        }
    }
    assert!(named > 40 && turned.is_empty(), "{named}\n{}", turned.join("\n"));
}

/// A plan whose first finding begins with a name and holds others, one of its findings accepted for the client to see.
fn plan() -> Campaign {
    let mut campaign = hebrew("new: P14 A18 V22 K27");
    let report = check(&campaign, &Options::default());
    let finding = report.findings.iter().find(|finding| finding.code() == "PBR-01").expect("the ask comes first");
    let target = Scope::Lane(finding.lane.unwrap());
    let facts = accepted_facts(finding, &report.findings, target);
    campaign.acceptances.push(Arc::new(Acceptance {
        id: AcceptanceId(Id::parse("a").unwrap()),
        rule: "PBR-01".into(),
        target,
        reason: "The retailer fixed the day".into(),
        owner: "Ana".into(),
        until: None,
        show_to_client: true,
        facts,
        unknown: Unknown::default(),
    }));
    campaign
}

/// What of an accepted finding is in a text, from its first letter to its end.
const WORDS: &str = "post is an ask";

#[test]
fn an_accepted_risk_keeps_its_order_in_every_format() {
    let campaign = plan();
    let page = exported_text(&campaign, &Choice::new(Reader::Client, Format::Html));
    let start = page[..page.find(WORDS).expect("the risk")].rfind("<p").unwrap();
    let sentence = &page[start..start + page[start..].find("</p>").unwrap()];
    assert!(
        !sentence.contains("dir=") && sentence.contains("<bdi>נועה0</bdi>’s first") && !sentence.contains('\u{2068}'),
        "{sentence}"
    );
    for (name, text) in [
        ("md", exported_text(&campaign, &Choice::new(Reader::Client, Format::Markdown))),
        ("csv", exported_text(&campaign, &Choice::new(Reader::Internal, Format::Csv))),
        ("xlsx", strings(&exported(&campaign, &Choice::new(Reader::Client, Format::Xlsx)).bytes)),
        ("pptx", slides(&exported(&campaign, &Choice::new(Reader::Client, Format::Pptx)).bytes)),
    ] {
        let Some(at) = text.find(WORDS) else {
            assert_eq!(name, "csv", "only a list of moments has no risks");
            continue;
        };
        let start = text[..at].rfind(['\n', '>']).map_or(0, |at| at + 1);
        let end = at + text[at..].find(['\n', '<']).unwrap_or(text.len() - at);
        let sentence = &text[start..end];
        assert!(is_apart(sentence) && !direction::reads_from_right(sentence), "{name}: {sentence:?}");
        assert!(sentence.contains('\u{200e}'), "{name}: whoever knows no isolates sees a letter first: {sentence:?}");
    }
    let report = check(&campaign, &Options::default());
    for reader in [Reader::Client, Reader::Internal] {
        let shared = Shared::new(&campaign, &report, reader);
        let deck = deck(&shared.view, &shared.kit, &Choice::new(reader, Format::Pdf), Watch::none()).unwrap();
        let mut seen = 0;
        for page in &deck.scene.pages {
            let cells = crate::scenes::tables(page).into_iter().flat_map(|table| table.rows.iter().flat_map(|row| &row.cells));
            let laid = texts(page).into_iter().map(|text| &text.laid).chain(cells.map(|cell| &cell.laid));
            for laid in laid.filter(|laid| laid.text.contains(WORDS)) {
                assert!(laid.lines.iter().all(|line| !line.rtl), "{laid:?}");
                seen += 1;
            }
        }
        assert!(seen > 0, "the deck has the sentence");
    }
}

#[test]
fn a_day_comes_after_a_title_that_is_read_from_right_to_left() {
    for title in ["عشرون بالمئة خصم على الحذاء مع LEILA", "הנעל החדשה Fjell 2 אחרי 400 קילומטר"]
    {
        let mut campaign = hebrew("new: P14 A18 V22 K27");
        for moment in &mut Arc::make_mut(&mut campaign.lanes[0]).moments {
            let moment = Arc::make_mut(moment);
            title.clone_into(&mut moment.title);
            // The table of labels is the one that has the day in the cell of the title.
            moment.disclosure.platform_label = true;
        }
        let report = check(&campaign, &Options::default());
        let shared = Shared::new(&campaign, &report, Reader::Client);
        let deck = deck(&shared.view, &shared.kit, &Choice::new(Reader::Client, Format::Pdf), Watch::none()).unwrap();
        let mut seen = 0;
        for page in &deck.scene.pages {
            let cells = crate::scenes::tables(page).into_iter().flat_map(|table| table.rows.iter().flat_map(|row| &row.cells));
            for laid in cells.map(|cell| &cell.laid).filter(|laid| laid.text.contains(title) && laid.text.contains("  ")) {
                let day = laid.text.rfind("  ").unwrap();
                assert!(laid.lines.iter().all(|line| !line.rtl && line.left > -0.5), "{title}: it stands in its column");
                let line = laid.lines.last().unwrap();
                let glyphs = || line.runs.iter().flat_map(|run| &run.glyphs).filter(|glyph| glyph.advance > 0.0);
                let right = glyphs().filter(|glyph| glyph.range.end <= day).map(|glyph| glyph.x).fold(0.0, f64::max);
                assert!(glyphs().filter(|glyph| glyph.range.start > day).all(|glyph| glyph.x > right), "{title}");
                seen += 1;
            }
        }
        assert!(seen > 0, "{title}: a table has it with its day");
    }
}

/// Everything of an archive whose name has these words, unpacked.
fn unpacked(bytes: &[u8], words: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut all = String::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let name = file.name().unwrap().into_owned();
        if name.contains(words) && !name.contains("_rels") {
            file.read_to_string(&mut all).unwrap();
        }
    }
    all
}

fn strings(bytes: &[u8]) -> String {
    unpacked(bytes, "sharedStrings")
}

/// The paragraphs of slides, a line each: a text is set in a piece for each script.
fn slides(bytes: &[u8]) -> String {
    let all = unpacked(bytes, "slides/slide");
    let paragraph = |text: &str| -> String {
        let pieces = text.split("</a:p>").next().unwrap_or_default().split("<a:t>").skip(1);
        pieces.map(|piece| piece.split("</a:t>").next().unwrap_or_default()).collect()
    };
    all.split("<a:p>").map(paragraph).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_terminal_and_the_window_keep_it_without_a_mark_that_is_seen() {
    let folder = Scratch::new("direction");
    let campaign = plan();
    let file = folder.join("p.moments");
    scratch::write(&file, &store::write(&campaign).unwrap());
    let said = run(args!["check", &file]);
    assert!(said.out.contains("\u{2068}") && !said.out.contains('\u{fffd}'), "{}", said.out);
    assert!(said.out.lines().filter(|line| line.contains(". ") || line.contains("’s")).all(is_apart), "{}", said.out);
    // The window shows what names hide; what keeps them apart hides nothing.
    for finding in check(&campaign, &Options::default()).findings {
        let seen = shown_lines(&finding.message).into_owned();
        assert!(!seen.contains("‹U+") && !seen.contains('\u{2068}'), "{seen:?}");
    }
}
