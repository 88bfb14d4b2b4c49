//! What is out has nothing due and moves no more, whoever reads it and in whatever format; a product without a call to action is
//! shown and asks nobody.

use std::collections::BTreeSet;
use std::sync::Arc;

use momentboard::check::Report;
use momentboard::model::{Campaign, Cta, Kind, Moment, PlanId, Status, Unknown, Window};
use momentboard::share::{Choice, Format, Reader, Section, Watch, export, plan};
use momentboard::store::demo;

use crate::scenes::readers;

fn with(change: impl Fn(&mut Moment)) -> Campaign {
    let mut campaign = demo::fictional(PlanId::from_bits(7));
    for lane in &mut campaign.lanes {
        for moment in &mut Arc::make_mut(lane).moments {
            change(Arc::make_mut(moment));
        }
    }
    campaign
}

fn written(campaign: &Campaign, reader: Reader, format: Format) -> String {
    let sections: BTreeSet<Section> = Section::ALL.into_iter().collect();
    let choice = Choice { sections, embed: false, deadlines: Some(true), ..Choice::new(reader, format) };
    let made = export(campaign, &Report::default(), &choice, Watch::none()).unwrap();
    String::from_utf8(made.bytes).unwrap()
}

/// What a calendar says, its folded lines whole.
fn calendar(campaign: &Campaign, reader: Reader) -> String {
    written(campaign, reader, Format::Ics).replace("\r\n ", "")
}

#[test]
fn what_is_out_has_nothing_due_for_any_reader() {
    let window = Some(Window { before: 2, after: 2, unknown: Unknown::default() });
    for (status, is_due) in [(Status::Draft, true), (Status::Published, false)] {
        let campaign = with(|moment| (moment.status, moment.window) = (status, window.clone()));
        for reader in readers(&campaign) {
            let view = plan(&campaign, &Report::default(), reader);
            let cards: Vec<_> = view.lanes.iter().flat_map(|lane| &lane.cards).collect();
            assert!(!cards.is_empty());
            assert_eq!(cards.iter().any(|card| card.made.due.is_some()), is_due, "{reader:?} {status:?}");
            assert_eq!(cards.iter().any(|card| card.moves().is_some() || card.when.contains('±')), is_due, "{reader:?}");
            assert!(cards.iter().all(|card| card.made.is_dated), "that nothing is due is not for want of a date");
            for format in [Format::Html, Format::Markdown] {
                let text = written(&campaign, reader, format);
                assert_eq!(text.contains("irst draft") || text.contains("Draft due"), is_due, "{reader:?} {format:?}");
            }
            let entries = calendar(&campaign, reader);
            // The team's calendar takes back what it said before.
            let says = |what: &str| {
                entries.split("BEGIN:VEVENT").any(|entry| entry.contains(what) && !entry.contains("STATUS:CANCELLED"))
            };
            assert_eq!(says(".draft@"), is_due, "{reader:?}");
            assert_eq!(says(".window@"), is_due, "{reader:?}");
        }
    }
}

#[test]
fn a_draft_that_is_in_and_an_approval_that_is_given_are_due_no_more_for_the_team() {
    for (status, draft, approval) in [
        (Status::Draft, true, true),
        (Status::InReview, false, true),
        (Status::Approved, false, false),
        (Status::Scheduled, false, false),
    ] {
        let campaign = with(|moment| moment.status = status);
        for reader in readers(&campaign) {
            // To others all of these look alike: what is due would say how far each is.
            let (draft, approval) = if reader == Reader::Internal { (draft, approval) } else { (true, true) };
            let view = plan(&campaign, &Report::default(), reader);
            let dues: Vec<_> = view.lanes.iter().flat_map(|lane| &lane.cards).filter_map(|card| card.made.due).collect();
            assert_eq!(dues.iter().any(|due| due.draft.is_some()), draft, "{reader:?} {status:?}");
            assert_eq!(dues.iter().any(|due| due.approval.is_some()), approval, "{reader:?} {status:?}");
            for format in [Format::Html, Format::Markdown] {
                // The words that are explained explain both.
                let sections = Section::ALL.into_iter().filter(|section| *section != Section::Glossary).collect();
                let choice = Choice { sections, embed: false, deadlines: Some(true), ..Choice::new(reader, format) };
                let text = export(&campaign, &Report::default(), &choice, Watch::none()).unwrap().bytes;
                let text = String::from_utf8(text).unwrap();
                assert_eq!(
                    text.contains("Draft due") || text.contains("irst draft by"),
                    draft,
                    "{reader:?} {format:?} {status:?}"
                );
                assert_eq!(text.contains("Approval due"), approval, "{reader:?} {format:?} {status:?}");
            }
        }
    }
}

#[test]
fn a_product_without_a_call_to_action_is_shown() {
    let shown = with(|moment| {
        if moment.is_ask() {
            (moment.kind, moment.cta) = (Kind::Product, Some(Cta::None));
        }
    });
    let sold = with(|moment| {
        if moment.is_ask() {
            moment.cta = Some(Cta::Hard);
        }
    });
    for reader in [Reader::Internal, Reader::Client] {
        let text = written(&shown, reader, Format::Html);
        assert!(text.contains("shows the product") && text.contains("without a call to action"), "{text}");
        for wrong in ["no call to action", "The ask comes", ">Asks<", "then asks"] {
            assert!(!text.contains(wrong), "{wrong}");
        }
        let text = written(&sold, reader, Format::Html);
        assert!(text.contains("asks people to buy Fjell 2 now") && text.contains(">Asks<"), "{text}");
    }
}

#[test]
fn words_that_stand_nowhere_are_not_explained_and_products_are_in_the_legend() {
    let campaign = demo::fictional(PlanId::from_bits(7));
    let text = written(&campaign, Reader::Client, Format::Markdown);
    assert!(!text.contains("Run-up") && !text.contains("Planning heuristic: "), "{text}");
    let page = written(&campaign, Reader::Client, Format::Html);
    assert!(page.contains("A planning heuristic, not a measurement."));
    // In a creator's own file nobody calls her followers strangers in a sentence.
    for reader in readers(&campaign) {
        let text = written(&campaign, reader, Format::Markdown);
        let ends = [" Strangers at the end.", " Introduced at the end.", " Trusted at the end.", " Committed at the end."];
        let says = ends.iter().any(|end| text.contains(end));
        assert_eq!(says, !matches!(reader, Reader::Creator(_)), "{reader:?}");
    }
}
