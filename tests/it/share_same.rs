//! Decks, pages and texts say the same in their tables: the same rows, the same words, the same line above them.

use std::sync::Arc;

use momentboard::check::{Options, Report, check};
use momentboard::model::{Campaign, Kind, Moment, Money, PlanId};
use momentboard::share::deck::deck;
use momentboard::share::scene::{Item, Page, Table};
use momentboard::share::{Choice, Format, Paper, Reader, Section, Shared, Watch, export};
use momentboard::store::demo;

const SECTIONS: [Section; 4] = [Section::Deliverables, Section::Disclosure, Section::Budget, Section::Glossary];

/// A plan with a label that is open, two currencies on one lane, a lane without a fee, and a post that nobody asked for.
fn plan() -> Campaign {
    let mut campaign = demo::fictional(PlanId::from_bits(7));
    campaign.budget = Money::parse("60000 EUR");
    let change = |campaign: &mut Campaign, (lane, at): (usize, usize), change: fn(&mut Moment)| {
        change(Arc::make_mut(&mut Arc::make_mut(&mut campaign.lanes[lane]).moments[at]));
    };
    change(&mut campaign, (0, 0), |moment| {
        moment.disclosure.text = None;
        moment.disclosure.platform_label = false;
        moment.cost = Money::parse("900 USD");
    });
    change(&mut campaign, (0, 1), |moment| moment.cost = Money::parse("1200 EUR"));
    change(&mut campaign, (1, 0), |moment| {
        "A walk of her own".clone_into(&mut moment.title);
        moment.kind = Kind::Organic;
        moment.mentions_brand = false;
    });
    for moment in &mut Arc::make_mut(&mut campaign.lanes[2]).moments {
        Arc::make_mut(moment).cost = None;
    }
    campaign
}

fn written(campaign: &Campaign, report: &Report, reader: Reader, format: Format) -> String {
    let made = export(campaign, report, &Choice { embed: false, ..Choice::new(reader, format) }, Watch::none()).unwrap();
    String::from_utf8(made.bytes).unwrap()
}

fn tables(page: &Page) -> impl Iterator<Item = &Table> {
    page.items.iter().filter_map(|item| if let Item::Table(table) = item { Some(table) } else { None })
}

#[test]
fn what_a_deck_has_in_its_tables_stands_in_the_text_and_on_the_page_word_by_word() {
    let campaign = plan();
    let report = check(&campaign, &Options::default());
    for reader in [Reader::Internal, Reader::Client, Reader::Creator(campaign.lanes[0].id)] {
        let shared = Shared::new(&campaign, &report, reader);
        let choice = Choice { paper: Paper::Wide, sections: SECTIONS.into_iter().collect(), ..Choice::new(reader, Format::Pdf) };
        let deck = deck(&shared.view, &shared.kit, &choice, Watch::none()).unwrap();
        let text = written(&campaign, &report, reader, Format::Markdown).replace('\\', "");
        let page = written(&campaign, &report, reader, Format::Html).replace("&#39;", "'");
        let mut cells = 0;
        for leaf in &deck.scene.pages {
            let title = leaf.title.trim_end_matches(" (continued)");
            assert!(text.contains(&format!("**{title}**")) && page.contains(&format!(">{title}</h2>")), "{title}");
            for row in tables(leaf).flat_map(|table| &table.rows) {
                for cell in row.cells.iter().map(|cell| &*cell.laid.text) {
                    // Sums stand below each other on a page of paper; a day and a language share a cell with what they are of.
                    let sums = cell.lines().collect::<Vec<_>>().join(" and ");
                    let parts = if sums.contains(['€', '$']) {
                        vec![&*sums]
                    } else {
                        cell.lines().flat_map(|of| of.split("  ")).collect()
                    };
                    for part in parts.into_iter().filter(|part| !matches!(*part, "" | "–")) {
                        assert!(text.contains(&format!("| {part} |")), "{reader:?}, {title}: {part}");
                        assert!(page.contains(&format!(">{part}</t")), "{reader:?}, {title}: {part}");
                        cells += 1;
                    }
                }
            }
        }
        assert!(cells > 60, "{cells}");
    }
}

#[test]
fn the_line_above_a_table_is_the_same_everywhere() {
    let campaign = plan();
    let report = check(&campaign, &Options::default());
    let line = "Still open: label in the text (1 of 16), platform’s own label (1 of";
    for format in [Format::Html, Format::Markdown] {
        let text = written(&campaign, &report, Reader::Client, format).replace('\\', "");
        assert!(text.contains("A planner’s list, not legal advice; have it checked before you publish. For "), "{format:?}");
        assert_eq!(text.matches(&line.replace(", platform", " and platform")).count(), 1, "{format:?}");
        assert!(text.contains("Sixteen moments by four creators"), "what nobody asked for is not delivered");
    }
}

#[test]
fn where_there_is_one_lane_its_rows_do_not_say_whose_they_are() {
    let mut campaign = plan();
    campaign.lanes.truncate(1);
    let name = campaign.lane_name(&campaign.lanes[0]).to_owned();
    let text = written(&campaign, &Report::default(), Reader::Client, Format::Markdown);
    let made = text.split_once("## Calendar").unwrap().1.split_once("## What is commonly").map_or("", |(made, _)| made);
    assert!(!made.contains(&name) && !made.contains("How many, and where"), "{made}");
    assert!(made.contains("| Moment |") && made.contains("## Deliverables"), "{made}");
}
