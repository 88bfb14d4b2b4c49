//! Days are written as they are chosen to be, wherever a text names one: on the board, in findings and in what mends them.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::analysis::scale::CardDays;
use momentboard::check::{Options, check, fixes, rules};
use momentboard::edit::{Edit, Place, Step};
use momentboard::model::{
    Campaign, DateForm, Day, IdSource, Kind, Lane, LaneId, LaneKind, LanguageChoice, Moment, When, Written,
};
use momentboard::share::deck::deck;
use momentboard::share::{Choice, Format, Reader, Section, Shared, Watch};
use momentboard::ui::command::Command;
use momentboard::ui::findings::why;
use momentboard::ui::view::{Action, Setup, View};
use momentboard::words::language::{self, Manner, speak_as};

use crate::app_window::*;
use crate::check::{DAY_ZERO, plan};
use crate::exports::{checked, exported_text};
use crate::painted::Painted;
use crate::scenes::pages;
use crate::share_deck_tables::text;
use crate::share_window::{choose_tile, open_share};

const MONTHS: [&str; 4] = ["Aug", "Sep", "Oct", "Nov"];

fn choose(window: &mut Window, dates: DateForm) {
    let setup = Setup { written: Written { dates, ..Written::usual() }, language: LanguageChoice::English, ..Setup::default() };
    window.state_mut().want(Action::SetUp(setup));
    window.run();
}

/// The fictional campaign where Maren begins with an ask, which a finding says with its day.
fn asking_first() -> Campaign {
    let mut campaign = fictional();
    // Nobody else is in the plan whose history with the brand would be told instead.
    campaign.lanes.truncate(1);
    Arc::make_mut(&mut campaign.lanes[0]).moments.retain(|moment| moment.is_ask());
    campaign
}

/// All that is said in the window, and all that was found.
fn said(window: &Window) -> Vec<String> {
    let of = |node: egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        [node.label(), node.value(), node.description()].into_iter().flatten().collect::<Vec<_>>()
    };
    let shown = window.root().children_recursive().flat_map(of);
    let found = window.state().findings().iter().flat_map(|finding| [finding.title.to_string(), finding.message.to_string()]);
    shown.chain(found).collect()
}

/// Whether a text names a day with its number before the month: "7 Sep".
fn number_first(text: &str) -> bool {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.windows(2).any(|pair| {
        let number = pair[0].parse::<u8>().is_ok_and(|number| (1..=31).contains(&number));
        // "Sep 7 – Oct 4" has a number before a month, too, but not as one day.
        number && MONTHS.contains(&pair[1]) && text.contains(&format!("{} {}", pair[0], pair[1]))
    })
}

fn month_first(text: &str) -> bool {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.windows(2).any(|pair| {
        MONTHS.contains(&pair[0]) && text.contains(&format!("{} {}", pair[0], pair[1])) && pair[1].parse::<u8>().is_ok()
    })
}

#[test]
fn findings_fixes_and_labels_write_days_as_they_are_chosen_at_once() {
    let mut window = window_on(asking_first());
    select(&mut window, "Product, Maren");
    let found = |window: &Window| {
        let texts: Vec<String> = window.state().findings().iter().map(|finding| finding.message.to_string()).collect();
        texts.join("\n")
    };
    assert!(number_first(&found(&window)), "{}", found(&window));
    for (dates, is) in [(DateForm::MonthFirst, month_first as fn(&str) -> bool), (DateForm::DayFirst, number_first)] {
        choose(&mut window, dates);
        for view in [View::Board, View::Calendar, View::Table] {
            run(&mut window, Command::Show(view));
            let other: fn(&str) -> bool = if dates == DateForm::DayFirst { month_first } else { number_first };
            let wrong: Vec<String> = said(&window).into_iter().filter(|text| other(text) && !is(text)).collect();
            assert_eq!(wrong, Vec::<String>::new(), "{dates:?} in {view:?}");
        }
        assert!(is(&found(&window)), "{}", found(&window));
    }
    choose(&mut window, DateForm::YearFirst);
    run(&mut window, Command::Show(View::Board));
    let wrong: Vec<String> = said(&window).into_iter().filter(|text| number_first(text) || month_first(text)).collect();
    assert_eq!(wrong, Vec::<String>::new());
    // What a fix is called, and what stands in the history of what was done.
    choose(&mut window, DateForm::MonthFirst);
    select(&mut window, "Product, Maren");
    press(&mut window, Modifiers::COMMAND, Key::Period);
    let shown = said(&window);
    assert!(!shown.iter().any(|text| number_first(text)), "{shown:?}");
}

/// The words that are painted, wherever they stand.
fn painted(window: &Window, of: &Painted) -> Vec<String> {
    of.layers(window).iter().flat_map(|layer| layer.lines.iter().map(|line| line.text.clone())).collect()
}

#[test]
fn what_is_painted_short_follows_the_form_too() {
    let mut window = window();
    let seen = Painted::of(&window.ctx);
    for (dates, other) in [(DateForm::MonthFirst, number_first as fn(&str) -> bool), (DateForm::DayFirst, month_first)] {
        choose(&mut window, dates);
        for view in [View::Board, View::Calendar, View::Table] {
            run(&mut window, Command::Show(view));
            let lines = painted(&window, &seen);
            let wrong: Vec<&String> = lines.iter().filter(|text| other(text)).collect();
            assert!(wrong.is_empty(), "{dates:?} in {view:?}: {wrong:?}");
            // The days of a month are numbers alone.
            let day = if dates == DateForm::DayFirst { "9 Sep" } else { "Sep 9" };
            let there = view == View::Calendar || lines.iter().any(|text| text.contains(day));
            assert!(there, "{dates:?} in {view:?} paints {day}: {lines:?}");
        }
    }
}

#[test]
fn a_quiet_time_is_told_in_as_many_words_as_there_is_room_for_in_either_language() {
    let mut window = window();
    let seen = Painted::of(&window.ctx);
    for (language, long, short) in
        [(LanguageChoice::English, "41 days quiet", "41 d"), (LanguageChoice::German, "41 Tage Stille", "41 T.")]
    {
        let setup = Setup { language, ..Setup::default() };
        window.state_mut().want(Action::SetUp(setup));
        window.run();
        run(&mut window, Command::ZoomFit);
        assert!(painted(&window, &seen).iter().any(|text| text == long), "{:?}", painted(&window, &seen));
        let mut told = Vec::new();
        for _ in 0..12 {
            run(&mut window, Command::ZoomOut);
            told.extend(painted(&window, &seen));
        }
        assert!(told.iter().any(|text| text == short), "{told:?}");
    }
}

#[test]
fn a_plan_over_several_years_says_which_year_a_day_is_in() {
    let mut campaign = asking_first();
    let ask = campaign.day_of(campaign.lanes[0].moments[0].when).unwrap();
    let messages = |campaign: &Campaign| checked(campaign).findings.into_iter().map(|finding| finding.message.to_string());
    let written = |campaign: &Campaign| {
        [Format::Markdown, Format::Html]
            .map(|format| exported_text(campaign, &Choice { embed: false, ..Choice::new(Reader::Internal, format) }))
    };
    // Days that are followed by their year, and days that are not.
    let short = ask.short();
    let told = |text: &str| {
        let of = |with: bool| {
            let days = text.match_indices(&short).map(|(at, day)| text[at + day.len()..].starts_with(" 2027"));
            days.filter(|has| *has == with).count()
        };
        (of(true), of(false))
    };
    assert!(messages(&campaign).any(|text| text.contains(&short)));
    assert!(messages(&campaign).all(|text| told(&text).0 == 0), "it goes without saying");
    assert!(written(&campaign).iter().all(|text| told(text).1 > 0), "in documents, too");
    let mut later = Moment::new(IdSource::seeded(3).moment(), Kind::Community, "A year on");
    later.when = When::On(ask.plus(390));
    Arc::make_mut(&mut campaign.lanes[0]).moments.push(Arc::new(later));
    assert!(messages(&campaign).any(|text| text.contains(&ask.long())));
    for text in messages(&campaign).chain(written(&campaign)) {
        assert_eq!(told(&text).1, 0, "{text}");
    }
    assert!(written(&campaign).iter().all(|text| told(text).0 > 0));
}

/// The days that a text names in the usual form, each with whether its year is told: in a stretch of days the last one may tell it for
/// both.
fn days_in(text: &str) -> Vec<(String, bool)> {
    const ALL: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut days = Vec::new();
    for (at, pair) in words.windows(2).enumerate() {
        let number = pair[0].rsplit(|c: char| !c.is_ascii_digit()).next().unwrap_or_default();
        let (month, rest) = pair[1].split_at(pair[1].find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(pair[1].len()));
        if number.is_empty() || number.len() > 2 || !ALL.contains(&month) {
            continue;
        }
        let next = words.get(at + 2).copied().unwrap_or_default();
        let is_year = next.len() >= 4 && next.is_char_boundary(4) && next[..4].parse::<u16>().is_ok();
        days.push((format!("{number} {month}"), rest.is_empty() && (is_year || ["–", "to"].contains(&next))));
    }
    days
}

/// A moment on a lane of its own, a year after everything else.
fn add_another_year(campaign: &mut Campaign, day: Day) {
    let mut ids = IdSource::seeded(3);
    let mut lane = Lane::empty(LaneId(ids.moment().0), LaneKind::Community);
    let mut later = Moment::new(ids.moment(), Kind::Community, "A year on");
    later.when = When::On(day);
    lane.moments.push(Arc::new(later));
    campaign.lanes.push(Arc::new(lane));
}

#[test]
fn in_a_plan_over_several_years_every_rule_says_which_year_a_day_is_in_and_so_does_what_mends_it() {
    let (mut named, mut wrong) = (BTreeSet::new(), Vec::new());
    for rule in rules() {
        let mut campaign = plan(rule.example);
        add_another_year(&mut campaign, Day::from_number(DAY_ZERO + 400));
        let options = Options { profile: Some(rule.profile), today: Some(Day::from_number(DAY_ZERO)), ..Options::default() };
        for finding in check(&campaign, &options).findings {
            let mends = fixes(&campaign, &finding, &options, &mut IdSource::seeded(1)).into_iter().map(|fix| fix.title);
            for text in mends.chain([finding.message.to_string()]) {
                let days = days_in(&text);
                named.extend((!days.is_empty()).then_some(finding.code()));
                if days.iter().any(|(_, told)| !told) {
                    wrong.push(format!("{}: {text}", finding.code()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(named.len() > 12, "{} name days: {named:?}", named.len());
}

#[test]
fn what_is_shared_of_a_plan_over_several_years_says_the_year_of_drafts_of_rows_and_of_months() {
    let mut campaign = fictional();
    add_another_year(&mut campaign, Day::new(2028, 11, 7).unwrap());
    let report = checked(&campaign);
    let shared = Shared::new(&campaign, &report, Reader::Internal);
    let sections = [Section::Calendar, Section::Deliverables, Section::Disclosure, Section::Briefs];
    let choice = Choice { sections: sections.into(), ..Choice::new(Reader::Internal, Format::Pdf) };
    let made = deck(&shared.view, &shared.kit, &choice, Watch::none()).unwrap();
    for section in sections {
        let pages = pages(&made, section);
        let notes: Vec<&str> = pages.iter().map(|page| page.notes.as_str()).collect();
        let all = format!("{}\n{}", text(&pages), notes.join("\n"));
        // The axis of a curve tells its years in its own way.
        let lines = all.lines().filter(|line| section != Section::Briefs || line.starts_with("First draft"));
        let lines: Vec<&str> = lines.filter(|line| !days_in(line).is_empty()).collect();
        assert!(!lines.is_empty(), "{section:?}: {all}");
        let untold: Vec<&&str> = lines.iter().filter(|line| days_in(line).iter().any(|(_, told)| !told)).collect();
        assert!(untold.is_empty(), "{section:?}: {untold:?}");
    }
    let months = text(&pages(&made, Section::Calendar));
    assert!(months.lines().any(|line| line == "September 2027") && months.lines().all(|line| line != "September"), "{months}");
    let page = exported_text(&campaign, &Choice { embed: false, ..Choice::new(Reader::Internal, Format::Html) });
    let drafts = page.split("First draft ").skip(1).map(|rest| rest.split('<').next().unwrap_or_default());
    let drafts: Vec<(String, bool)> = drafts.flat_map(days_in).collect();
    assert!(drafts.len() > 4 && drafts.iter().all(|(_, told)| *told), "{drafts:?}");
}

#[test]
fn what_is_kept_has_one_form() {
    let campaign = asking_first();
    let usual = checked(&campaign);
    let _spoken = speak_as(Manner { dates: DateForm::MonthFirst, ..language::manner() });
    let report = checked(&campaign);
    let facts = |of: &momentboard::check::Report| of.findings.iter().map(|finding| finding.facts.to_vec()).collect::<Vec<_>>();
    assert_eq!(facts(&usual), facts(&report), "what an acceptance rests on has one form");
    assert!(report.findings.iter().any(|finding| month_first(&finding.message)));
}

#[test]
fn what_is_shared_is_written_as_the_window_writes() {
    let mut window = window_on(asking_first());
    choose(&mut window, DateForm::YearFirst);
    open_share(&mut window);
    choose_tile(&mut window, "Internal");
    for format in ["Markdown", "HTML", "XLSX", "CSV"] {
        choose_tile(&mut window, format);
        let shown = said(&window);
        let wrong: Vec<&String> = shown.iter().filter(|text| number_first(text) || month_first(text)).collect();
        assert!(wrong.is_empty(), "{format}: {wrong:?}");
        assert!(shown.iter().any(|text| text.contains("2027-")), "{format}: {shown:?}");
    }
}

/// The fictional campaign whose last moment of the first lane comes in the next year.
fn over_two_years() -> Campaign {
    let mut campaign = fictional();
    let last = Arc::make_mut(&mut campaign.lanes[0]).moments.last_mut().map(Arc::make_mut).unwrap();
    last.when = When::On(Day::new(2028, 2, 18).unwrap());
    campaign
}

#[test]
fn in_a_plan_over_two_years_every_view_says_which_year_a_day_is_in() {
    let mut window = window_on(over_two_years());
    let seen = Painted::of(&window.ctx);
    // A card: whole for whoever hears it, with as much of the year as there is room for on it.
    let ask = select(&mut window, "Product, Tobi, 7 Sep 2027, error");
    assert!(painted(&window, &seen).iter().any(|text| text == "7 Sep ’27"), "{:?}", painted(&window, &seen));
    window.get_by_role_and_label(Role::Heading, "Product · Tobi, 7 Sep 2027");
    // What a finding rests on.
    let campaign = Arc::clone(window.state().document().campaign());
    let years = CardDays::of(&campaign).years();
    let found = window.state().findings().iter().find(|finding| finding.moments.contains(&ask)).unwrap().clone();
    let facts = why::facts(&campaign, years, &found).join("\n");
    assert!(facts.contains("Tue 7 Sep 2027"), "{facts}");
    // Two lanes side by side.
    run(&mut window, Command::CompareLanes);
    for words in ["First ask: 7 Sep 2027, beside 28 Oct 2027", "20% off the Fjell 2 with TOBI20, Product, 7 Sep 2027"] {
        assert!(window.query_all_by_label(words).next().is_some(), "{words}");
    }
    press(&mut window, Modifiers::NONE, Key::Escape);
    // The presentation: beside the picture, in the sentence over the curve, and under it.
    select(&mut window, "Six strangers");
    press(&mut window, Modifiers::NONE, Key::F5);
    assert!(has(&window, "When: Tuesday 5 October 2027"), "{:?}", said(&window));
    assert!(has(&window, "The ask comes on 28 Oct 2027."), "{:?}", said(&window));
    assert!(painted(&window, &seen).iter().any(|text| text == "28 Oct 2027"), "{:?}", painted(&window, &seen));
}

#[test]
fn in_a_plan_of_one_year_it_goes_without_saying() {
    let mut window = window();
    let seen = Painted::of(&window.ctx);
    select(&mut window, "Product, Tobi, 7 Sep, error");
    window.get_by_role_and_label(Role::Heading, "Product · Tobi, 7 Sep");
    // The first card of another year changes that for all of them at once.
    assert!(painted(&window, &seen).iter().any(|text| text == "16 Nov"));
    let lane = window.state().document().campaign().lanes[0].clone();
    let (id, to) = (lane.moments.last().unwrap().id, Place::Lane(lane.id));
    let edit = Edit::MoveMoment { id, to, when: When::On(Day::new(2028, 2, 18).unwrap()) };
    window.state_mut().want(Action::Edit(Step::new("A step", vec![edit])));
    window.run();
    window.get_by_role_and_label(Role::Heading, "Product · Tobi, 7 Sep 2027");
    assert!(painted(&window, &seen).iter().any(|text| text == "16 Nov ’27"), "{:?}", painted(&window, &seen));
}

/// However days are written, the smallest cards have room for a whole one beside the badge.
#[test]
fn a_day_with_its_year_is_never_cut_on_a_small_card() {
    let mut campaign = over_two_years();
    Arc::make_mut(&mut Arc::make_mut(&mut campaign.lanes[1]).moments[0]).when = When::On(Day::new(2027, 11, 30).unwrap());
    let mut window = window_on(campaign);
    assert!(has(&window, "Product, Tobi, 30 Nov 2027, warning"), "it has a badge: {:?}", said(&window));
    let seen = Painted::of(&window.ctx);
    let forms = [
        (DateForm::DayFirst, LanguageChoice::English, "30 Nov ’27"),
        (DateForm::MonthFirst, LanguageChoice::English, "Nov 30 ’27"),
        (DateForm::YearFirst, LanguageChoice::English, "2027-11-30"),
        (DateForm::DayFirst, LanguageChoice::German, "30. Nov ’27"),
    ];
    for (dates, language, day) in forms {
        let setup = Setup { written: Written { dates, ..Written::usual() }, language, ..Setup::default() };
        window.state_mut().want(Action::SetUp(setup));
        window.run();
        run(&mut window, Command::ZoomFit);
        let mut shown = Vec::new();
        for _ in 0..6 {
            shown.extend(painted(&window, &seen));
            run(&mut window, Command::ZoomOut);
        }
        assert!(shown.iter().any(|text| text == day), "{day}: {shown:?}");
        let is_cut = |text: &String| text.strip_suffix('…').is_some_and(|text| !text.is_empty() && day.starts_with(text));
        assert!(!shown.iter().any(is_cut), "{day}: {shown:?}");
    }
}
