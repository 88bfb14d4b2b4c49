//! Every byte of every artifact for every reader, unpacked as far as it goes, holds nothing that the reader must not see.

use std::io::{Cursor, Read as _};
use std::sync::Arc;

use momentboard::check::Report;
use momentboard::model::{Campaign, Creator, CreatorId, Id, Kind, Lane, LaneId, Moment, MomentId, Money, When};
use momentboard::share::{Beside, Choice, Compared, Format, Motif, Reader, Watch, export};
use momentboard::store::carried::Document;

use crate::pdf_file::PdfFile;
use crate::share::{SECRET, STATES, full};

/// What one creator must not see, beside what the client must not.
const OF_OTHERS: [&str; 6] = ["xothercreatorx", "xothertitlex", "xotherhookx", "xotherhandlex", "xreasonx", "xsentencex"];

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

/// The plan with a secret in every field, and a lane of somebody else.
fn plan() -> (Campaign, Report) {
    let (mut campaign, report) = full(&|text| text.to_owned());
    let mut other = Creator::new(CreatorId(id("other")), "xothercreatorx");
    other.handle = Some("xotherhandlex".into());
    let mut lane = Lane::of_creator(LaneId(id("otherlane")), other.id);
    let mut card = Moment::new(MomentId(id("othercard")), Kind::Values, "xothertitlex");
    card.when = When::On(momentboard::model::Day::parse("2027-10-01").unwrap());
    card.hook = Some("xotherhookx".into());
    card.owner = Some("xownerx".into());
    card.cost = Money::parse("7341 EUR");
    lane.moments.push(Arc::new(card));
    campaign.creators.push(Arc::new(other));
    campaign.lanes.push(Arc::new(lane));
    (campaign, report)
}

/// The bytes, and everything packed in them, and in that.
fn unpacked(bytes: &[u8], out: &mut Vec<Vec<u8>>) {
    out.push(bytes.to_vec());
    if let Some(plan) = Document::of(bytes).and_then(|document| document.plan_in(bytes)) {
        out.push(plan);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        for at in 0..zip.len() {
            let mut file = zip.by_index(at).unwrap();
            let mut name: Vec<u8> = file.name().unwrap().to_string().into_bytes();
            let mut part = Vec::new();
            file.read_to_end(&mut part).unwrap();
            unpacked(&part, out);
            name.push(b'\n');
            out.push(name);
        }
    }
    if bytes.starts_with(b"%PDF-") {
        let file = PdfFile::read(bytes);
        out.push(file.everything().1);
        for page in 0..file.pages.len() {
            // Glyphs are numbers in the file; this is what they stand for, also where a line was broken.
            out.push(file.text(page).into_bytes());
            out.push(file.silent(page).into_bytes());
        }
        for (_, words, _) in file.bookmarks() {
            out.push(words.into_bytes());
        }
    }
}

/// Whether a text stands in the bytes, as UTF-8, as UTF-16, or with the escapes of Markdown.
fn holds(bytes: &[u8], text: &str) -> bool {
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    let narrow: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let escaped = text.replace('-', "\\-");
    [text.as_bytes(), &wide, &narrow, escaped.as_bytes()].iter().any(|of| bytes.windows(of.len()).any(|window| window == *of))
}

fn pieces(campaign: &Campaign, report: &Report, choice: &Choice) -> Vec<Vec<u8>> {
    let made = export(campaign, report, choice, Watch::none()).unwrap();
    let mut out = Vec::new();
    unpacked(&made.bytes, &mut out);
    out
}

#[test]
fn nothing_that_a_reader_must_not_see_is_in_any_byte() {
    let (campaign, report) = plan();
    let own = campaign.lanes[0].id;
    for reader in [Reader::Client, Reader::Creator(own)] {
        let mut secrets: Vec<&str> = SECRET.to_vec();
        // Sums as data is written.
        secrets.push("7341");
        secrets.push("8652");
        if matches!(reader, Reader::Creator(_)) {
            secrets.extend(OF_OTHERS);
        }
        for format in Format::ALL {
            let motifs = [Motif::Board, Motif::Arc, Motif::Lane(own)];
            for motif in motifs.into_iter().take(if format.is_picture() { 3 } else { 1 }) {
                let choice = Choice { motif, width: 600, ..Choice::new(reader, format) };
                for piece in pieces(&campaign, &report, &choice) {
                    for secret in &secrets {
                        // Digits without a separator are everywhere in coordinates.
                        let is_number = secret.chars().all(|c| c.is_ascii_digit());
                        if is_number && (format.is_deck() || format.is_picture()) {
                            continue;
                        }
                        assert!(!holds(&piece, secret), "{secret} is in {format:?} for {reader:?}: {}", around(&piece, secret));
                    }
                }
            }
        }
        let page = export(&campaign, &report, &Choice::new(reader, Format::Markdown), Watch::none()).unwrap();
        for state in STATES {
            assert!(!holds(&page.bytes, state), "{state}");
        }
    }
}

#[test]
fn a_comparison_tells_nobody_more() {
    let (campaign, report) = plan();
    let [own, other] = [0, campaign.lanes.len() - 1].map(|at| campaign.lanes[at].id);
    let mut order = Lane::clone(&campaign.lanes[0]);
    let days: Vec<When> = order.moments.iter().rev().map(|card| card.when).collect();
    for (card, when) in order.moments.iter_mut().zip(days) {
        Arc::make_mut(card).when = when;
    }
    for right in [Beside::Lane(other), Beside::Order(Arc::new(order))] {
        for reader in [Reader::Client, Reader::Creator(own)] {
            for format in [Format::Pdf, Format::Pptx, Format::Html, Format::Markdown] {
                let compared = Some(Compared { left: own, right: right.clone() });
                let choice = Choice { compared, ..Choice::new(reader, format) };
                let others = OF_OTHERS.iter().filter(|_| reader != Reader::Client);
                let pieces = pieces(&campaign, &report, &choice);
                for secret in SECRET.iter().chain(others) {
                    let found = pieces.iter().find(|piece| holds(piece, secret));
                    let is_number = secret.chars().all(|c| c.is_ascii_digit());
                    assert!(found.is_none() || (is_number && format.is_deck()), "{secret} is in {format:?} for {reader:?}");
                }
                let said = pieces.iter().any(|piece| holds(piece, "Given before it"));
                assert!(!said || reader == Reader::Client, "one creator is compared with nobody");
            }
        }
    }
}

fn around(bytes: &[u8], text: &str) -> String {
    let at = bytes.windows(text.len()).position(|window| window == text.as_bytes()).unwrap_or(0);
    String::from_utf8_lossy(&bytes[at.saturating_sub(80)..(at + 60).min(bytes.len())]).into_owned()
}

#[test]
fn the_search_finds_what_the_team_may_see() {
    let (campaign, report) = plan();
    let found = |choice: &Choice, text: &str| pieces(&campaign, &report, choice).iter().any(|piece| holds(piece, text));
    let team = |format| Choice::new(Reader::Internal, format);
    for format in [Format::Html, Format::Pdf, Format::Pptx] {
        let pieces = pieces(&campaign, &report, &team(format));
        // All but the texts that only a report holds travel in the plan; the page writes those, too.
        let inside = SECRET.iter().filter(|text| format == Format::Html || text.starts_with('x'));
        for secret in inside.filter(|text| format == Format::Html || !["xhelpx", "xnotcheckedx"].contains(text)) {
            assert!(pieces.iter().any(|piece| holds(piece, secret)), "{secret} is not found in {format:?}");
        }
        // And the pages themselves are looked into, not only the plan that travels in them.
        let bare = Choice { embed: false, ..team(format) };
        for secret in ["xownerx", "xopenmessagex", "xothertitlex"] {
            assert!(found(&bare, secret), "{secret} is not found on the pages of {format:?}");
        }
    }
    for (format, secret) in [
        (Format::Xlsx, "xownerx"),
        (Format::Csv, "xownerx"),
        (Format::Markdown, "xownerx"),
        (Format::Ics, "xothertitlex"),
        (Format::Svg, "xothertitlex"),
    ] {
        assert!(found(&team(format), secret), "{secret} is not found in {format:?}");
    }
}
