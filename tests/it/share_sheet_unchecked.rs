//! What was not checked, in the sheet of findings.

use calamine::Data;
use momentboard::check::{Options, check, rule};
use momentboard::share::{Choice, Format, Reader, Watch, export};

use crate::app_window::fictional;
use crate::share_sheets::{is, sheet};

#[test]
fn what_was_not_checked_stands_in_the_columns_of_findings() {
    let mut campaign = fictional();
    // Nobody noted a list of values, so that the rule about shared ones cannot look at any lane.
    for creator in &mut campaign.creators {
        std::sync::Arc::make_mut(creator).values.clear();
    }
    let choice = Choice::new(Reader::Internal, Format::Xlsx);
    let report = check(&campaign, &Options::default());
    let bytes = export(&campaign, &report, &choice, Watch::none()).unwrap().bytes;
    let rows = sheet(&bytes, "Findings");
    let at = |heading: &str| rows[0].iter().position(|of| is(of, heading)).unwrap();
    let text = |row: &[Data], heading: &str| row[at(heading)].to_string();
    let unchecked: Vec<_> = rows.iter().filter(|row| is(&row[at("Severity")], "Not checked")).collect();
    assert!(!unchecked.is_empty());
    for row in &unchecked {
        let rule = rule(&text(row, "Rule")).expect("one code a row");
        assert_eq!(text(row, "Finding"), rule.title);
        let sentence = text(row, "In words");
        assert!(sentence.ends_with('.') && !sentence.contains(rule.code), "{sentence}");
        assert!(!text(row, "Where").contains("other lane"), "{}", text(row, "Where"));
    }
    let values = unchecked.iter().find(|row| is(&row[at("Rule")], "FIT-01")).unwrap();
    let with_creator = campaign.lanes.iter().filter(|lane| lane.creator.is_some());
    let names: Vec<&str> = with_creator.map(|lane| campaign.lane_name(lane)).collect();
    assert!(names.len() > 3 && names.iter().all(|name| text(values, "Where").contains(name)), "{}", text(values, "Where"));
}
