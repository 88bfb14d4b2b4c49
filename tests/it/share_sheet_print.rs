//! Tables as they are looked at and printed: which columns are in sight, how wide a sheet is on paper, and that its letters can be read.

use std::sync::Arc;

use momentboard::model::Campaign;
use momentboard::share::columns::{Column, columns_of};
use momentboard::share::{Choice, Format, Reader};

use crate::exports::demo_plan;
use crate::share_sheets::{parts, sheet, written};

/// The columns of a sheet that are not to be seen, each with whether it is folded behind a plus.
fn unseen(campaign: &Campaign, reader: Reader, at: usize, name: &str) -> Vec<(String, bool)> {
    let (bytes, _) = written(campaign, &Choice::new(reader, Format::Xlsx));
    let heads: Vec<String> = sheet(&bytes, name)[0].iter().map(ToString::to_string).collect();
    let parts = parts(&bytes);
    let text = &parts.iter().find(|(part, _)| *part == format!("xl/worksheets/sheet{at}.xml")).unwrap().1;
    let xml = roxmltree::Document::parse(text).unwrap();
    let columns = xml.descendants().filter(|node| node.attribute("hidden") == Some("1"));
    let number = |node: &roxmltree::Node<'_, '_>, name: &str| node.attribute(name).unwrap().parse::<usize>().unwrap();
    columns
        .flat_map(|node| {
            let is_folded = node.attribute("outlineLevel") == Some("1");
            (number(&node, "min")..=number(&node, "max")).map(move |at| (at, is_folded))
        })
        .map(|(at, is_folded)| (heads[at - 1].clone(), is_folded))
        .collect()
}

#[test]
fn columns_that_say_nothing_are_folded_for_those_who_fill_them_in_and_hidden_from_others() {
    let campaign = demo_plan();
    let team = unseen(&campaign, Reader::Internal, 1, "Moments");
    // What is empty, and what stands on the sheet of the creators or in the fee, too. All of it comes back by one press.
    for heading in ["Time", "Has to be said", "Measures", "ID", "Picture", "Creator", "Handle", "Brand", "Currency"] {
        assert!(team.contains(&(heading.to_owned(), true)), "{heading} in {team:?}");
    }
    assert!(team.iter().all(|(_, is_folded)| *is_folded), "{team:?}");
    for heading in ["Title", "Lane", "Date", "Kind", "Hook", "Owner", "Fee", "Notes"] {
        assert!(!team.iter().any(|(of, _)| of == heading), "{heading} in {team:?}");
    }
    let client = unseen(&campaign, Reader::Client, 1, "Moments");
    for (heading, is_hidden) in [("ID", true), ("Time", true), ("Title", false), ("Date", false)] {
        assert_eq!(client.contains(&(heading.to_owned(), false)), is_hidden, "{heading} in {client:?}");
    }
    assert!(!columns_of(Reader::Client).contains(&Column::Picture), "the names of pictures are the team's");
    assert!(unseen(&campaign, Reader::Internal, 3, "Deliverables").contains(&("Has to be said".to_owned(), false)));
    let (bytes, _) = written(&campaign, &Choice::new(Reader::Client, Format::Xlsx));
    let book = &parts(&bytes).into_iter().find(|(part, _)| part == "xl/workbook.xml").unwrap().1;
    assert!(book.contains("name=\"Lists\" sheetId=\"4\" state=\"hidden\""), "{book}");
}

#[test]
fn a_creator_with_two_lanes_is_named_beside_each() {
    let mut campaign = demo_plan();
    let creator =
        |campaign: &Campaign| unseen(campaign, Reader::Internal, 1, "Moments").iter().any(|(heading, _)| heading == "Creator");
    assert!(creator(&campaign));
    let creator_of_both = campaign.lanes[0].creator;
    Arc::make_mut(&mut campaign.lanes[1]).creator = creator_of_both;
    assert!(!creator(&campaign));
}

#[test]
fn what_is_folded_is_not_said_to_be_hidden_when_the_workbook_comes_back() {
    let campaign = demo_plan();
    let (bytes, _) = written(&campaign, &Choice::new(Reader::Internal, Format::Xlsx));
    let read = momentboard::import::read(&bytes).unwrap();
    assert!(!read.notes.iter().any(|note| note.contains("hidden") && !note.contains("Lists")), "{:?}", read.notes);
}

/// The widest that the columns of a printed page may be in all, in characters, so that letters of 11 points come out at 7 or more
/// in a font that is wider than the one the sheet asks for.
const PRINTED: f64 = 187.0;

#[test]
fn a_sheet_is_at_most_two_pages_wide_in_print_and_its_letters_can_be_read() {
    let campaign = demo_plan();
    for reader in [Reader::Internal, Reader::Client] {
        let (bytes, _) = written(&campaign, &Choice::new(reader, Format::Xlsx));
        for (name, text) in parts(&bytes).into_iter().filter(|(name, _)| name.starts_with("xl/worksheets/sheet")) {
            let xml = roxmltree::Document::parse(&text).unwrap();
            let pages: f64 = xml
                .descendants()
                .find(|node| node.tag_name().name() == "pageSetup")
                .and_then(|setup| setup.attribute("fitToWidth").map(|wide| wide.parse().unwrap()))
                .unwrap_or(1.0);
            let number = |node: &roxmltree::Node<'_, '_>, name: &str| node.attribute(name).unwrap().parse::<f64>().unwrap();
            let columns = || {
                let seen = |node: &roxmltree::Node<'_, '_>| node.tag_name().name() == "col" && node.attribute("hidden").is_none();
                xml.descendants().filter(seen)
            };
            let wide: f64 =
                columns().map(|node| (number(&node, "max") - number(&node, "min") + 1.0) * number(&node, "width")).sum();
            let first = columns().next().map_or(0.0, |node| number(&node, "width"));
            assert!(pages <= 2.0, "{name} of {reader:?}: {pages} pages, {wide} characters");
            assert!((wide + first * (pages - 1.0)) / pages <= PRINTED, "{name} of {reader:?}: {wide} on {pages}");
        }
    }
}
