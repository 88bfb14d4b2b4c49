//! Documents that come from anywhere and say that there is a plan inside: a plan, or one message, and nothing unpacks for ever.

use std::fmt::Write as _;

use momentboard::check::Report;
use momentboard::model::PlanId;
use momentboard::share::{Choice, Format, Reader, Section, Watch, export};
use momentboard::store::carried::{Document, html, pptx};
use momentboard::store::{self, demo, open_plan};

use crate::packed::zipped;
use crate::scratch::{self, Scratch};

fn plan() -> Vec<u8> {
    let mut campaign = demo::fictional(PlanId::default());
    campaign.pictures.clear();
    campaign.brand_kit = None;
    for lane in &mut campaign.lanes {
        for moment in &mut std::sync::Arc::make_mut(lane).moments {
            std::sync::Arc::make_mut(moment).image = None;
        }
    }
    store::write(&campaign).unwrap()
}

fn made(format: Format) -> Vec<u8> {
    let campaign = store::read(&plan()).unwrap().campaign;
    let choice = Choice { sections: [Section::Cover].into(), ..Choice::new(Reader::Internal, format) };
    export(&campaign, &Report::default(), &choice, Watch::none()).unwrap().bytes
}

/// What a slide show needs to be taken for one.
const SHOW: (&str, &[u8]) = ("ppt/presentation.xml", b"<p:presentation/>");

fn slides(item: &[u8]) -> Vec<u8> {
    zipped(&[SHOW, ("customXml/item1.xml", item)])
}

fn page(inner: &str) -> Vec<u8> {
    format!("<!doctype html>\n<html><body>{inner}</body></html>").into_bytes()
}

fn pdf(length: &str, plan: &[u8]) -> Vec<u8> {
    let before = b"%PDF-1.7\n1 0 obj\n<</Type/EmbeddedFile/Subtype/application#2Fx-momentboard/Params<</Size ";
    [&before[..], length.as_bytes(), b">>>>\nstream\n", plan, b"\nendstream\nendobj\n%%EOF"].concat()
}

fn with(plan: &[u8], what: &str, by: &str) -> Vec<u8> {
    let text = String::from_utf8(plan.to_vec()).unwrap();
    assert!(text.contains(what), "{what}");
    text.replacen(what, by, 1).into_bytes()
}

fn said(folder: &Scratch, name: &str, bytes: &[u8]) -> Result<(), (String, String)> {
    let path = folder.join(name);
    scratch::write(&path, bytes);
    let opened = open_plan(&path);
    opened.map(drop).map_err(|error| (error.to_string(), error.hint().to_owned()))
}

#[test]
fn a_lying_document_is_one_message() {
    let folder = Scratch::new("reopen-hostile");
    let plan = plan();
    let (none, damaged, later) = ("There is no plan inside", "is damaged", "by a newer version");
    let newer = with(&plan, "version: 1,\n    min_reader: 1", "version: 99,\n    min_reader: 99");
    let deep = format!("(format: \"momentboard\", version: 1, campaign: {}", "(a: ".repeat(100_000));
    let blanks = format!(
        "<?xml version=\"1.0\"?><plan xmlns=\"urn:momentboard:plan\" version=\"1\" bytes=\"3\">{}YWJj</plan>",
        " ".repeat(90 << 20)
    );
    let entities = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"YWJj\">]><plan xmlns=\"urn:momentboard:plan\" version=\"1\" bytes=\"3\">&a;</plan>";
    let mut cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("bomb.pptx", slides(blanks.as_bytes()), none),
        ("entities.pptx", slides(entities.as_bytes()), none),
        ("length.pptx", slides(pptx::item(&plan).replacen("bytes=\"", "bytes=\"9", 1).as_bytes()), damaged),
        ("version.pptx", slides(pptx::item(&plan).replacen("version=\"2\"", "version=\"3\"", 1).as_bytes()), later),
        ("nested.pptx", slides("<a>".repeat(1_000_000).as_bytes()), none),
        ("cut.pptx", slides(pptx::item(&plan).as_bytes())[..300].to_vec(), "plan inside"),
        ("length.pdf", pdf("999999999", &plan), damaged),
        ("short.pdf", pdf("9", &plan), damaged),
        ("number.pdf", pdf("-1", &plan), damaged),
        ("letters.html", page("<template id=\"momentboard-plan-1\">%%%%</template>"), damaged),
        ("open.html", page("<template id=\"momentboard-plan-1\">KCk="), damaged),
        ("later.html", page("<template id=\"momentboard-plan-2\">KCk=</template>"), later),
        ("many.html", page(&"<template id=\"momentboard-plan-1\">".repeat(200_000)), damaged),
    ];
    for (name, inner, part) in [
        ("nothing", Vec::new(), "cannot be read"),
        ("words", b"no plan".to_vec(), "cannot be read"),
        ("deep", deep.into_bytes(), "cannot be read"),
        ("newer", newer, "newer"),
        ("half", plan[..plan.len() / 2].to_vec(), "cannot be read"),
        ("zeros", vec![0; 1_000_000], "cannot be read"),
        ("document", made(Format::Html), "cannot be read"),
    ] {
        cases.push((name, page(&html::element(&inner)), part));
        cases.push((name, pdf(&inner.len().to_string(), &inner), part));
        cases.push((name, slides(pptx::item(&inner).as_bytes()), part));
    }
    for (name, bytes, part) in cases {
        let (message, hint) = said(&folder, name, &bytes).expect_err(name);
        assert!(message.contains(part), "{name} {:?}: {message}", Document::of(&bytes));
        assert!(!hint.is_empty() && message.lines().count() == 1 && message.len() < 600, "{name}: {message} {hint}");
    }
}

/// So many bytes that they pack, but not as well as a bomb.
fn filler(megabytes: usize) -> String {
    let mut all = String::new();
    for at in 0..megabytes * 3_000 {
        write!(all, "{}{at:06}", "x".repeat(330)).unwrap();
    }
    all
}

#[test]
fn what_all_parts_together_unpack_to_is_limited() {
    let folder = Scratch::new("reopen-many-parts");
    let item = pptx::item(&plan()).replacen("<plan", &format!("<!--{}--><plan", filler(20)), 1);
    assert_eq!(said(&folder, "large.pptx", &slides(item.as_bytes())), Ok(()), "one that is large is opened");
    // Sixty entries of a directory can name one part, and be read sixty times.
    let bytes = zipped(&[SHOW, ("customXml/item1.xml", filler(80).as_bytes()), ("customXml/item2.xml", item.as_bytes())]);
    let (message, _) = said(&folder, "both.pptx", &bytes).expect_err("no plan");
    assert!(message.contains("There is no plan inside"), "{message}");
}

#[test]
fn of_two_plans_the_first_whole_one_is_opened_and_a_broken_one_hides_none() {
    let folder = Scratch::new("reopen-doubled");
    let plan = plan();
    let (broken, whole) = (pdf("3", &plan), pdf(&plan.len().to_string(), &plan));
    for (name, bytes) in [
        ("doubled.pdf", [&whole[..], &whole].concat()),
        ("broken first.pdf", [&broken[..], &whole].concat()),
        ("doubled.html", page(&html::element(&plan).repeat(2))),
        (
            "other parts first.pptx",
            zipped(&[SHOW, ("customXml/item1.xml", b"<other/>"), ("customXml/item2.xml", pptx::item(&plan).as_bytes())]),
        ),
    ] {
        assert_eq!(said(&folder, name, &bytes), Ok(()), "{name}");
    }
}

#[test]
fn a_workbook_is_not_taken_for_slides_by_four_letters() {
    // Any four letters come up by chance in what is packed.
    let book = zipped(&[("[Content_Types].xml", b"<Types/>"), ("xl/media/ppt/x.bin", b"ppt/")]);
    assert_eq!(Document::of(&book), None);
    assert_eq!(Document::of(&made(Format::Pptx)), Some(Document::Presentation));
}

#[test]
fn a_flipped_byte_is_a_plan_or_a_message() {
    for format in [Format::Pdf, Format::Pptx, Format::Html] {
        let good = made(format);
        let step = (good.len() / 150).max(1);
        for at in (0..good.len()).step_by(step) {
            let mut bytes = good.clone();
            bytes[at] ^= 0x55;
            if let Some(plan) = Document::of(&bytes).and_then(|document| document.plan_in(&bytes)) {
                let _ = store::read(&plan);
            }
        }
    }
}
