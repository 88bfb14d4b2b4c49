//! A plan out of a shared document does not say what was left out of it: no status, nothing due, no finding that rests on it.

use std::sync::Arc;

use momentboard::check::{self, Options};
use momentboard::model::{Campaign, PlanId, RelationshipStatus, SharedWith, Status};
use momentboard::share::{Choice, Format, Reader, Watch, export, plan, reduced};
use momentboard::store::{self, demo};

/// A plan that is well under way: everything noted, nothing of it for others.
fn under_way() -> Campaign {
    let mut campaign = demo::fictional(PlanId::from_bits(7));
    campaign.acceptances.clear();
    for lane in &mut campaign.lanes {
        let lane = Arc::make_mut(lane);
        lane.relationship.status = RelationshipStatus::Established;
        lane.relationship.evidence = vec!["xevidencex".to_owned()];
        for moment in &mut lane.moments {
            let moment = Arc::make_mut(moment);
            moment.status = Status::Published;
            moment.proof = Some("xproofx".to_owned());
            moment.cause = true;
        }
    }
    campaign
}

/// What somebody has who opens the document.
fn opened(campaign: &Campaign, reader: Reader) -> Campaign {
    store::read(&store::write(&reduced(campaign, reader)).unwrap()).unwrap().campaign
}

fn readers(campaign: &Campaign) -> Vec<Reader> {
    let lanes = campaign.lanes.iter().filter(|lane| lane.creator.is_some()).map(|lane| Reader::Creator(lane.id));
    std::iter::once(Reader::Client).chain(lanes).collect()
}

fn calendar(campaign: &Campaign, reader: Reader) -> String {
    let made = export(campaign, &check::check(campaign, &Options::default()), &Choice::new(reader, Format::Ics), Watch::none());
    String::from_utf8(made.unwrap().bytes).unwrap()
}

#[test]
fn a_status_that_was_not_shared_is_no_draft() {
    let campaign = under_way();
    for reader in readers(&campaign) {
        let opened = opened(&campaign, reader);
        assert_eq!(opened.shared_with, Some(if reader == Reader::Client { SharedWith::Client } else { SharedWith::Creator }));
        let report = check::check(&opened, &Options::default());
        // Whoever opens it is the team of their own copy.
        let view = plan(&opened, &report, Reader::Internal);
        for card in view.lanes.iter().flat_map(|lane| &lane.cards) {
            assert_eq!(card.inside.as_ref().unwrap().status, "Status not shared");
            assert_eq!(card.made.due, None, "what waits for what, nobody said");
        }
        let entries = calendar(&opened, Reader::Internal);
        assert!(entries.contains("BEGIN:VEVENT") && !entries.contains("due") && !entries.contains("STATUS:"), "{entries}");
        let table = export(&opened, &report, &Choice::new(Reader::Internal, Format::Csv), Watch::none()).unwrap();
        assert!(!String::from_utf8(table.bytes).unwrap().contains("Draft"), "no cell calls it one");
        // Shared once more, it still says no more than it knows, and a creator's stays a creator's.
        assert_eq!(reduced(&opened, Reader::Client).shared_with, opened.shared_with);
    }
    let whole = store::read(&store::write(&campaign).unwrap()).unwrap().campaign;
    assert_eq!(whole.shared_with, None);
    assert!(!String::from_utf8(store::write(&campaign).unwrap()).unwrap().contains("shared_with"));
}

#[test]
fn what_its_reader_says_from_then_on_is_said() {
    let mut opened = opened(&under_way(), Reader::Client);
    let moment = Arc::make_mut(&mut Arc::make_mut(&mut opened.lanes[0]).moments[0]);
    moment.status = Status::InReview;
    let id = moment.id;
    let (_, moment) = opened.moment(id).unwrap();
    assert!(opened.says_status(moment) && opened.status_name(moment) == "In review");
    let entries = calendar(&opened, Reader::Internal);
    assert!(entries.contains(&format!("UID:{id}.approval@")), "its approval is still to come");
}

#[test]
fn nothing_is_found_that_rests_on_what_was_left_out() {
    let campaign = under_way();
    let code = |found: &check::Finding| (found.code(), found.lane);
    let before: Vec<_> = check::check(&campaign, &Options::default()).findings.iter().map(code).collect();
    for reader in readers(&campaign) {
        let opened = opened(&campaign, reader);
        let report = check::check(&opened, &Options::default());
        for found in &report.findings {
            assert!(before.contains(&code(found)), "{reader:?}: {} {}", found.code(), found.message);
        }
        let unchecked = |code: &str| report.not_checked.iter().any(|not| not.code == code && not.reason.contains("left out"));
        assert!(unchecked("PBR-12") && unchecked("VAL-01"));
        assert_eq!(unchecked("PBR-01"), reader != Reader::Client, "what the brand announced was not shared with a creator");
    }
}

#[test]
fn what_was_left_out_is_not_called_forgotten() {
    let campaign = under_way();
    let opened = opened(&campaign, Reader::Client);
    let report = check::check(&opened, &Options::default());
    let left_out = |code: &str| report.not_checked.iter().any(|not| not.code == code && check::is_withheld(&not.reason));
    assert!(left_out("FIT-05") && left_out("FIT-06") && left_out("DIS-01"), "{:?}", report.not_checked);
    for not in &report.not_checked {
        let forgotten =
            ["Competitors of the brand", "Earlier deals", "What the creator rules out", "Whether a card is paid", "under 18"];
        assert!(!forgotten.iter().any(|said| not.reason.contains(said)), "{}: {}", not.code, not.reason);
    }
    // In the team's own plan it is theirs to fill in.
    let own = check::check(&campaign, &Options::default());
    assert!(own.not_checked.iter().all(|not| !check::is_withheld(&not.reason)), "{:?}", own.not_checked);
}

#[test]
fn whoever_opens_it_is_told() {
    let folder = crate::scratch::Scratch::new("withheld");
    let campaign = under_way();
    for (reader, is_told) in [(Reader::Client, true), (Reader::Internal, false)] {
        let path = folder.join("page.html");
        let report = check::check(&campaign, &Options::default());
        let page = export(&campaign, &report, &Choice::new(reader, Format::Html), Watch::none()).unwrap();
        crate::scratch::write(&path, &page.bytes);
        let opened = store::open_plan(&path).unwrap();
        assert_eq!(opened.notices[0].message.contains("Statuses, evidence and fees were not shared with you"), is_told);
    }
}
