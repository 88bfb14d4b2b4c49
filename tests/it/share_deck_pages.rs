//! What a designer would mark on the pages of a deck: emptiness, lonely lines, columns that say nothing, colours that cannot
//! be read, pages that leave the speaker alone.

use std::sync::Arc;

use kurbo::Shape as _;
use momentboard::check::{Options, State, check};
use momentboard::model::{
    Acceptance, AcceptanceId, BrandKit, Campaign, Colour, Day, Id, Moment, MomentId, Phase, PlanId, Scope, Unknown, When,
};
use momentboard::share::deck::{Deck, Shown, deck, picture};
use momentboard::share::scene::{Form, Item, Laid, Page, Point, Rect, Rgb, Table, Text, TextRole, icon};
use momentboard::share::{Choice, Format, Kit, Paper, Reader, Section, Shared, Tone, Watch};
use momentboard::words::language::{Language, speak};

use crate::exports::demo_plan;
use crate::plans::{large_plan, random_plan};
use crate::scenes::{pages, tables, texts, walk};

fn built(campaign: &Campaign, reader: Reader, paper: Paper, tone: Tone) -> Deck {
    let report = check(campaign, &Options::default());
    let shared = Shared::new(campaign, &report, reader);
    let mut choice = Choice { paper, tone, ..Choice::new(reader, Format::Pdf) };
    choice.sections = Section::ALL.into_iter().collect();
    deck(&shared.view, &shared.kit, &choice, Watch::none()).unwrap()
}

fn wide(campaign: &Campaign, reader: Reader) -> Deck {
    built(campaign, reader, Paper::Wide, Tone::Light)
}

fn readers(campaign: &Campaign) -> Vec<Reader> {
    let creators = campaign.lanes.iter().map(|lane| Reader::Creator(lane.id));
    [Reader::Internal, Reader::Client].into_iter().chain(creators).collect()
}

fn change(campaign: &mut Campaign, mut f: impl FnMut(&mut Moment)) {
    for lane in &mut campaign.lanes {
        Arc::make_mut(lane).moments.iter_mut().for_each(|moment| f(Arc::make_mut(moment)));
    }
}

/// The texts of tables with where they stand.
fn cells(table: &Table) -> Vec<(Point, &Laid, Option<Rgb>)> {
    let mut all = Vec::new();
    let mut y = table.at.y;
    for row in &table.rows {
        let mut x = table.at.x;
        for (column, cell) in table.columns.iter().zip(&row.cells) {
            all.push((Point::new(x + table.padding.0, y + table.padding.1), &*cell.laid, row.fill));
            x += column.width;
        }
        y += row.height;
    }
    all
}

/// Everything that is said on the pages of a section, a line each.
fn said(deck: &Deck, section: Section) -> String {
    let mut all = String::new();
    for page in pages(deck, section) {
        for text in texts(page) {
            all.extend([text.laid.shown(), "\n"]);
        }
        for (_, laid, _) in tables(page).into_iter().flat_map(cells) {
            all.extend([laid.shown(), "\n"]);
        }
    }
    all
}

#[test]
fn every_page_gives_its_speaker_something_to_say_and_only_what_its_reader_may_hear() {
    let mut campaign = demo_plan();
    change(&mut campaign, |moment| moment.owner = Some("xownerx".to_owned()));
    let plans = [campaign, random_plan(3), random_plan(8), large_plan(3, 120, 40), Campaign::new(PlanId::default(), "")];
    for campaign in &plans {
        for reader in readers(campaign).into_iter().take(3) {
            let deck = wide(campaign, reader);
            for (at, page) in deck.scene.pages.iter().enumerate() {
                let notes = page.notes.trim();
                assert!(notes.ends_with(['.', '…', '”', '?']), "{reader:?}, page {}, {}: “{notes}”", at + 1, page.title);
                assert!(!notes.contains("..") && !notes.contains("….") && !notes.contains('{'), "{notes}");
                let kept = reader == Reader::Internal || !(notes.contains('€') || notes.contains("xownerx"));
                assert!(kept, "{reader:?} hears {notes}");
            }
        }
    }
    let team = wide(&demo_plan(), Reader::Internal);
    let notes = |section| pages(&team, section)[0].notes.clone();
    assert!(notes(Section::Budget).contains("The largest part is for Maren Solheim: €16,400."), "{}", notes(Section::Budget));
    assert!(notes(Section::Deliverables).contains("is due on Thu 2 Sep"), "{}", notes(Section::Deliverables));
    assert!(notes(Section::Calendar).contains("begins with “Why I said yes to Northbound” on 1 Sep"));
    assert!(notes(Section::Findings).contains("First to talk about: A newcomer asks on borrowed trust"));
}

#[test]
fn no_column_says_of_every_moment_that_nothing_is_there_and_what_is_open_is_said_once() {
    let mut campaign = demo_plan();
    let heads = |campaign: &Campaign, section| {
        let deck = wide(campaign, Reader::Client);
        let all = pages(&deck, section).into_iter().flat_map(tables).flat_map(|table| &table.rows);
        let heads = all.filter(|row| row.is_head).flat_map(|row| &row.cells).map(|cell| cell.laid.shown().to_owned());
        (heads.collect::<Vec<_>>(), said(&deck, section))
    };
    let (made, text) = heads(&campaign, Section::Deliverables);
    assert!(!made.contains(&"Measured by".to_owned()) && made.contains(&"Length".to_owned()), "{made:?}");
    assert!(!text.contains("Not set") && !text.contains("Still open"), "{text}");
    let (labels, text) = heads(&campaign, Section::Disclosure);
    assert!(labels.contains(&"Said aloud".to_owned()) && text.contains("Norwegian, English"), "{text}");
    assert!(!text.contains("Still open") && !text.contains("Not decided"), "{text}");
    change(&mut campaign, |moment| {
        moment.disclosure.text = None;
        moment.disclosure.spoken = false;
        moment.duration = None;
        moment.platform = None;
    });
    let first = Arc::make_mut(&mut Arc::make_mut(&mut campaign.lanes[0]).moments[0]);
    first.kpis = vec!["Replies".to_owned()];
    let (made, text) = heads(&campaign, Section::Deliverables);
    assert!(!made.iter().any(|head| head == "Length" || head == "Platform"), "{made:?}");
    assert!(made.contains(&"Measured by".to_owned()) && text.contains("Still open: platform."), "{text}");
    let (labels, text) = heads(&campaign, Section::Disclosure);
    assert!(!labels.iter().any(|head| head == "Label in the text" || head == "Said aloud"), "{labels:?}");
    assert!(text.contains("Still open: label in the text."), "{text}");
}

/// The lowest line that anything but the running line reaches, and whether the page has a picture.
fn lowest(page: &Page) -> f64 {
    let mut lowest = 0.0_f64;
    for text in texts(page).into_iter().filter(|text| text.role != TextRole::Running) {
        lowest = lowest.max(text.at.y + text.laid.height);
    }
    tables(page).into_iter().map(|table| table.at.y + table.height()).fold(lowest, f64::max)
}

#[test]
fn no_page_that_goes_on_is_nearly_empty() {
    let mut campaign = demo_plan();
    let check = |campaign: &Campaign, about: &str| {
        for paper in Paper::ALL {
            for reader in readers(campaign).into_iter().take(3) {
                let deck = built(campaign, reader, paper, Tone::Light);
                for page in deck.scene.pages.iter().filter(|page| page.title.ends_with("(continued)")) {
                    let part = lowest(page) / page.size.height;
                    assert!(part > 0.34, "{about}, {paper:?}, {reader:?}: “{}” ends at {part:.2}", page.title);
                }
            }
        }
    };
    check(&campaign, "the demo");
    // Two moments more, so that the tables are a few rows higher than a page.
    let lane = Arc::make_mut(&mut campaign.lanes[3]);
    for title in ["One more", "And another"] {
        let mut more = Moment::clone(&lane.moments[1]);
        more.title = title.to_owned();
        more.id = MomentId(Id::parse(&title.to_lowercase().replace(' ', "")).unwrap());
        lane.moments.push(Arc::new(more));
    }
    check(&campaign, "two more");
}

#[test]
fn a_title_of_two_lines_costs_no_lane_a_page() {
    let campaign = demo_plan();
    for language in [Language::English, Language::German] {
        let _spoken = speak(language);
        for reader in [Reader::Internal, Reader::Client] {
            let deck = wide(&campaign, reader);
            let boards: Vec<&str> = pages(&deck, Section::Storyboards).iter().map(|page| page.title.as_str()).collect();
            assert_eq!(boards.len(), campaign.lanes.len(), "{language:?}, {reader:?}: {boards:?}");
            // A title that was set smaller for that is still larger than the headings under it.
            for page in pages(&deck, Section::Storyboards) {
                let size =
                    |role| texts(page).into_iter().filter(move |text| text.role == role).map(|text| text.laid.styles[0].1.size);
                let title = size(TextRole::Title).fold(0.0, f64::max);
                assert!(title >= 17.0 && title > size(TextRole::Heading(2)).fold(0.0, f64::max) * 1.3, "{title}");
            }
        }
    }
}

fn lengths(laid: &Laid) -> Vec<f64> {
    laid.lines.iter().map(|line| line.right - line.left).collect()
}

#[test]
fn a_title_has_lines_of_about_one_length_and_no_line_below_one_ends_in_a_lonely_word() {
    let campaign = demo_plan();
    let deck = wide(&campaign, Reader::Creator(campaign.lanes[3].id));
    let title = |page: &Page| texts(page).into_iter().find(|text| text.role == TextRole::Title).unwrap().laid.clone();
    let cover = lengths(&title(&deck.scene.pages[0]));
    assert!(cover.len() == 2 && cover[1] > cover[0] * 0.6, "{cover:?}");
    let board = pages(&deck, Section::Storyboards)[0];
    let under = texts(board).into_iter().find(|text| text.laid.text.starts_with("Inês Carvalho, @")).unwrap();
    let under = lengths(&under.laid);
    assert!(under.len() == 2 && under[1] > under[0] * 0.6, "{under:?}");
}

#[test]
fn what_goes_on_fills_its_pages_from_the_first_column_to_the_last() {
    let mut campaign = demo_plan();
    let first = Arc::make_mut(&mut Arc::make_mut(&mut campaign.lanes[0]).moments[0]);
    first.hook = Some("A sentence that goes on and on. ".repeat(140));
    let deck = wide(&campaign, Reader::Client);
    let boards = pages(&deck, Section::Storyboards);
    let page = boards.iter().find(|page| page.title.ends_with("(continued)")).unwrap();
    let left = texts(page).into_iter().map(|text| text.at.x).fold(0.0, f64::max);
    assert!(left > page.size.width * 0.55, "the last column begins at {left}");
    assert_eq!(boards.iter().filter(|page| page.title.starts_with("Maren")).count(), 2);
}

#[test]
fn sums_of_many_lanes_stand_in_two_columns_and_none_is_lost() {
    let campaign = large_plan(3, 120, 40);
    let deck = wide(&campaign, Reader::Client);
    let made = pages(&deck, Section::Deliverables);
    let sums: Vec<&Table> =
        made.iter().flat_map(|page| tables(page)).filter(|table| table.summary == "How many, and where").collect();
    let rows = || sums.iter().flat_map(|table| table.rows.iter().filter(|row| !row.is_head));
    let lanes = campaign.lanes.iter().filter(|lane| !lane.moments.is_empty()).count();
    assert_eq!(rows().count(), lanes + 1);
    let filled: Vec<usize> = rows().enumerate().filter(|(_, row)| row.fill.is_some()).map(|(at, _)| at).collect();
    assert_eq!(filled, [lanes], "the sum is the last row, and no other row looks like one");
    assert!(sums.len() <= 4 && sums.iter().any(|table| table.at.x > 300.0), "{} tables", sums.len());
}

#[test]
fn evidence_and_long_names_end_with_one_full_stop_or_one_ellipsis() {
    let mut campaign = demo_plan();
    let lane = Arc::make_mut(&mut campaign.lanes[3]);
    lane.relationship.evidence = vec!["Bought three pairs.".to_owned(), "Posts show them.".to_owned()];
    let team = wide(&campaign, Reader::Internal);
    let all = said(&team, Section::Storyboards);
    assert!(all.contains("Evidence: Bought three pairs; Posts show them."), "{all}");
    assert!(!all.contains(".;") && !all.contains(".."), "{all}");
    campaign.name = format!("{} …", "A campaign that goes on … and on … ".repeat(12));
    campaign.brands[0] = Arc::new(momentboard::model::Brand { name: "Brand … ".repeat(40), ..(*campaign.brands[0]).clone() });
    let deck = wide(&campaign, Reader::Client);
    for section in Section::ALL {
        let all = said(&deck, section);
        assert!(!all.contains("……") && !all.contains("… …\n"), "{section:?}: {all}");
    }
}

#[test]
fn a_brief_has_its_running_line_beside_the_panel_and_everything_stands_above_it() {
    for campaign in [demo_plan(), random_plan(2)] {
        let deck = wide(&campaign, Reader::Internal);
        for page in pages(&deck, Section::Briefs).into_iter().filter(|page| page.bookmark.is_some()) {
            let foot = page.size.height - 34.0;
            let running = texts(page).into_iter().filter(|text| text.role == TextRole::Running && text.at.y > foot);
            let left = running.map(|text| text.at.x).fold(f64::MAX, f64::min);
            let title = texts(page).into_iter().find(|text| text.role == TextRole::Title).unwrap();
            assert!((left - title.at.x).abs() < 0.1, "{}: {left}", page.title);
            assert!(lowest(page) <= foot - 8.0, "{}: {}", page.title, lowest(page));
        }
    }
}

/// What is behind a point of a page after these items: the last thing that was filled there. Nothing where a picture is.
fn behind(point: Point, fills: &[(Form, Rgb)], page: Rgb) -> Rgb {
    let holds = |form: &Form| match form {
        Form::Rect(rect, _) => rect.contains(point),
        Form::Ellipse(rect) => kurbo::Ellipse::from_rect(*rect).contains(point),
        Form::Icon(of, into) => icon(*of, *into).contains(point),
        Form::Path(path) => path.contains(point),
    };
    fills.iter().rev().find(|(form, _)| holds(form)).map_or(page, |(_, fill)| *fill)
}

/// What cannot be read where it stands.
fn unreadable(page: &Page) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut fills: Vec<(Form, Rgb)> = Vec::new();
    let mut read = |laid: &Laid, at: Point, fills: &[(Form, Rgb)], row: Option<Rgb>| {
        for line in laid.lines.iter() {
            for run in line.runs.iter().filter(|run| !run.glyphs.is_empty()) {
                let wide: f64 = run.glyphs.iter().map(|glyph| glyph.advance).sum();
                let middle = Point::new(at.x + run.left + wide / 2.0, at.y + line.baseline - run.style.size * 0.35);
                let ground = row.unwrap_or_else(|| behind(middle, fills, page.background));
                let contrast = run.style.color.contrast(ground);
                if contrast < 4.49 {
                    wrong.push(format!("{}: {:?} on {ground:?} is {contrast:.2}: {laid:?}", page.title, run.style.color));
                }
            }
        }
    };
    walk(&page.items, &mut |item| match item {
        Item::Shape(shape) => fills.extend(shape.fill.map(|fill| (shape.form.clone(), fill))),
        Item::Text(text) => read(&text.laid, text.at, &fills, None),
        Item::Table(table) => cells(table).into_iter().for_each(|(at, laid, fill)| read(laid, at, &fills, fill)),
        Item::Image(_) | Item::Group(_) => {}
    });
    wrong
}

#[test]
fn every_word_can_be_read_where_it_stands_in_both_tones_and_with_any_palette() {
    let colour = |text: &str| Colour::parse(text);
    let kits = [
        None,
        Some((colour("#FFF4C2"), colour("#20304A"), colour("#E0457B"))),
        Some((colour("#101820"), colour("#F2F2F2"), colour("#FEE715"))),
        Some((colour("#B3001B"), colour("#FFFFFF"), colour("#262730"))),
        Some((colour("#808080"), colour("#000000"), colour("#808080"))),
        Some((colour("#FF7A00"), None, colour("#FFE680"))),
        Some((None, colour("#777777"), None)),
    ];
    let mut campaign = demo_plan();
    for kit in kits {
        let own = kit.map(|(paper, ink, accent)| BrandKit { paper, ink, accent, ..BrandKit::default() });
        campaign.brand_kit = own.map(Into::into);
        for tone in Tone::ALL {
            let deck = built(&campaign, Reader::Internal, Paper::Wide, tone);
            let wrong: Vec<String> = deck.scene.pages.iter().flat_map(unreadable).collect();
            assert!(wrong.is_empty(), "{kit:?}, {tone:?}:\n{}", wrong.iter().take(6).cloned().collect::<Vec<_>>().join("\n"));
        }
    }
}

/// Where the first sign of these words stands on its line, for each of them.
fn places(laid: &Laid, words: &[&str]) -> Vec<f64> {
    let glyphs = || laid.lines.iter().flat_map(|line| &line.runs).flat_map(|run| &run.glyphs);
    let at = |word: &str| laid.text.find(word).unwrap();
    words.iter().map(|word| glyphs().find(|glyph| glyph.range.contains(&at(word))).unwrap().x).collect()
}

#[test]
fn our_sentences_read_from_left_to_right_whatever_script_a_name_is_in() {
    let mut campaign = demo_plan();
    for (creator, name) in campaign.creators.iter_mut().zip(["مارين سولهايم", "טובי אכטרברג"]) {
        Arc::make_mut(creator).name = name.to_owned();
    }
    change(&mut campaign, |moment| moment.title = "لماذا قلت نعم".to_owned());
    let deck = wide(&campaign, Reader::Client);
    assert!(deck.missing.is_empty(), "{:?}", deck.missing);
    let boards = pages(&deck, Section::Storyboards);
    let title = texts(boards[0]).into_iter().find(|text| text.role == TextRole::Title).unwrap();
    let x = places(&title.laid, &["says why", "lives it", "asks"]);
    assert!(!title.laid.lines[0].rtl && x[0] < x[1] && x[1] < x[2] && x[0] > 10.0, "{:?} {x:?}", title.laid);
    let card = texts(boards[0]).into_iter().find(|text| &*text.laid.text == "لماذا قلت نعم").unwrap();
    assert!(card.laid.lines[0].rtl, "what somebody wrote keeps its direction");
    let labels = pages(&deck, Section::Disclosure);
    let cells = cells(tables(labels[0])[0]);
    let (_, laid, _) = cells.iter().find(|(_, laid, _)| laid.text.ends_with("16 Sep")).unwrap();
    let x = places(laid, &["16", "Sep"]);
    assert!(x[0] < x[1], "a day stands before its month: {laid:?} {x:?}");
}

/// The names of phases that stand on a fill of their own, which is not that of the others.
fn marked(page: &Page) -> Vec<String> {
    let mut fills: Vec<(Form, Rgb)> = Vec::new();
    let mut found: Vec<(String, Rgb)> = Vec::new();
    walk(&page.items, &mut |item| match item {
        Item::Shape(shape) => fills.extend(shape.fill.map(|fill| (shape.form.clone(), fill))),
        Item::Text(text) => {
            let middle = Point::new(text.at.x + 2.0, text.at.y + text.laid.height / 2.0);
            found.push((text.laid.shown().to_owned(), behind(middle, &fills, page.background)));
        }
        _ => {}
    });
    let phases = ["Prepare", "Introduce", "Earn", "Ask"];
    let product = found.iter().filter(|(name, _)| phases.contains(&name.as_str()));
    product.filter(|(_, fill)| fill.luminance() < 0.2).map(|(name, _)| name.clone()).collect()
}

#[test]
fn one_lane_as_a_picture_shows_the_phase_of_the_asks_that_the_whole_plan_shows() {
    let campaign = demo_plan();
    let report = check(&campaign, &Options::default());
    let shared = Shared::new(&campaign, &report, Reader::Client);
    let choice = Choice { tone: Tone::Light, ..Choice::new(Reader::Client, Format::Png) };
    for shown in [Shown::Arc, Shown::Board, Shown::Lane(0), Shown::Lane(1), Shown::Lane(3)] {
        let poster = picture(&shared.view, &Kit::default(), &choice, shown, Watch::none()).unwrap();
        assert_eq!(marked(&poster.page), ["Ask"], "{shown:?}");
    }
}

#[test]
fn the_arc_as_a_picture_has_every_reason_for_an_ask_that_comes_early() {
    let mut campaign = demo_plan();
    let mut report = check(&campaign, &Options::default());
    let long = "it was agreed long before anybody planned this and cannot be moved ".repeat(8);
    for (at, finding) in report.findings.iter_mut().enumerate() {
        let Some(moment) = finding.moments.first() else { continue };
        let id = AcceptanceId(Id::parse(&format!("acc{at}")).unwrap());
        campaign.acceptances.push(Arc::new(Acceptance {
            id,
            rule: finding.code().to_owned(),
            target: Scope::Moment(*moment),
            reason: format!("r{at}x because {long}").trim().to_owned(),
            owner: "Lena Brandt".to_owned(),
            until: None,
            show_to_client: true,
            facts: Vec::new(),
            unknown: Unknown::default(),
        }));
        finding.state = State::Accepted(id);
    }
    let shared = Shared::new(&campaign, &report, Reader::Client);
    let cards = shared.view.lanes.iter().flat_map(|lane| &lane.cards);
    let reasons: Vec<&String> = cards.filter_map(|card| card.accepted.as_ref()).collect();
    assert!(!reasons.is_empty());
    let choice = Choice::new(Reader::Client, Format::Png);
    let poster = picture(&shared.view, &shared.kit, &choice, Shown::Arc, Watch::none()).unwrap();
    let all: String = texts(&poster.page).iter().map(|text| text.laid.shown().to_owned() + "\n").collect();
    for reason in reasons {
        assert!(all.contains(reason.as_str()), "{reason}");
    }
    assert!(lowest(&poster.page) <= poster.page.size.height);
}

#[test]
fn the_cover_names_every_month_it_shows_in_the_same_manner() {
    let mut campaign = demo_plan();
    campaign.lanes.truncate(1);
    campaign.phases.clear();
    (campaign.start, campaign.end) = (None, None);
    let first = Day::new(2026, 12, 7).unwrap();
    let mut at = 0;
    change(&mut campaign, |moment| {
        moment.when = When::On(first.plus(at));
        at += 15;
    });
    let cover = said(&wide(&campaign, Reader::Client), Section::Cover);
    let named: Vec<&str> =
        cover.lines().filter(|line| ["Dec", "Jan", "Feb"].iter().any(|month| line.starts_with(month))).collect();
    assert_eq!(named, ["December", "January", "February"], "{cover}");
}

/// The demo with a phase of two days between the others, and one of a day at the end.
fn with_short_phases() -> Campaign {
    let mut campaign = demo_plan();
    let day = |month, day| Day::new(2027, month, day).unwrap();
    campaign.phases[1].to = day(9, 17);
    campaign.phases[3].to = day(11, 27);
    for (name, from, to) in [("Launch weekend", day(9, 18), day(9, 19)), ("Last day", day(11, 28), day(11, 28))] {
        campaign.phases.push(Phase { name: name.into(), from, to, ..campaign.phases[0].clone() });
    }
    campaign
}

/// A short phase has its whole name beside it: in the deck, on the board and on one lane.
#[test]
fn a_phase_of_two_days_has_its_name_beside_it() {
    let campaign = with_short_phases();
    let names: Vec<&str> = campaign.phases.iter().map(|phase| phase.name.as_str()).collect();
    let told = |page: &Page| {
        let texts = texts(page);
        for name in &names {
            let of: Vec<_> = texts.iter().filter(|text| text.laid.shown() == *name).collect();
            assert_eq!(of.len(), 1, "{name} stands there once");
            let frame = |text: &&Text| Rect::from_origin_size(text.at, (text.laid.width, text.laid.height));
            let own = frame(of[0]);
            assert!(own.x0 >= 0.0 && own.x1 <= page.size.width, "{name}: {own:?}");
            let over = texts.iter().filter(|text| text.laid.shown() != *name && frame(text).overlaps(own)).count();
            assert_eq!(over, 0, "nothing stands on {name}");
        }
    };
    told(pages(&wide(&campaign, Reader::Client), Section::Arc)[0]);
    let report = check(&campaign, &Options::default());
    let shared = Shared::new(&campaign, &report, Reader::Client);
    let choice = Choice::new(Reader::Client, Format::Png);
    for shown in [Shown::Arc, Shown::Board, Shown::Lane(0)] {
        told(&picture(&shared.view, &Kit::default(), &choice, shown, Watch::none()).unwrap().page);
    }
}

/// A day with its year is not torn apart.
#[test]
fn the_day_of_a_first_draft_stays_on_one_line() {
    let mut campaign = demo_plan();
    change(&mut campaign, |moment| {
        if let When::On(day) = moment.when {
            let later = day.date().month() == 11;
            moment.when = When::On(if later { Day::new(2028, 11, day.date().day()).unwrap() } else { day });
        }
    });
    let deck = wide(&campaign, Reader::Client);
    let mut count = 0;
    for text in pages(&deck, Section::Briefs).into_iter().flat_map(texts) {
        let said = text.laid.shown();
        if said.starts_with("First draft") {
            count += 1;
            let last = &text.laid.text[text.laid.lines.last().unwrap().range.clone()];
            // The whole of it stands on the last line: "First draft 13 Nov 2028", or "13 Nov 2028".
            let day: Vec<&str> = last.split_whitespace().rev().take(3).collect();
            assert!(day.len() == 3 && day[2].parse::<u8>().is_ok(), "{said}: {last}");
        }
    }
    assert!(count > 1, "{count} drafts are due");
}
