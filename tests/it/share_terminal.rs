//! `momentboard export` with all its choices: what is written, and what is said of values that cannot be used.

use std::fs;

use momentboard::check::Report;
use momentboard::cli::clock::utc_day;
use momentboard::model::{Day, IdSource, limits};
use momentboard::share::{Choice, Format, Motif, Reader, Watch, export, within_bounds};
use momentboard::store::{Base, save_plan, template};

use crate::plans::large_plan;
use crate::scratch::Scratch;
use crate::terminal_run::{Terminal, args, demo_file, run, run_in};

#[test]
fn a_creator_is_named_as_people_name_them() {
    let folder = Scratch::new("export-creator");
    let plan = demo_file(&folder, "long-way-round.moments");
    let mut pages = Vec::new();
    for name in ["Maren Solheim", "maren", "@marenruns"] {
        let out = folder.join("maren.md");
        let said = run(args!["export", &plan, "-o", &out, "--for", format!("creator:{name}"), "--force"]);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{name}");
        assert!(said.out.contains("for Maren Solheim"), "{}", said.out);
        pages.push(fs::read_to_string(&out).unwrap());
    }
    assert!(pages.windows(2).all(|pair| pair[0] == pair[1]));
    assert!(pages[0].contains("Maren") && !pages[0].contains("Tobi"));
    let said = run(args!["export", &plan, "-o", folder.join("x.md"), "--for", "creator:Marem"]);
    assert_eq!(said.code, 2);
    assert!(
        said.err.contains("No lane of this plan is called “Marem”.") && said.err.contains("Did you mean Maren"),
        "{}",
        said.err
    );
    let said = run(args!["export", &plan, "-o", folder.join("x.md"), "--for", "creator:Elephant"]);
    assert!(said.err.contains("The lanes are those of Maren Solheim, "), "{}", said.err);
    assert!(!folder.names().contains(&"x.md".to_owned()));
}

#[test]
fn more_moments_than_pages_can_have_are_refused_before_any_work() {
    let folder = Scratch::new("export-bound");
    let plan = large_plan(3, limits::PAGED_MOMENTS + 1, 2);
    let path = folder.join("large.moments");
    save_plan(&path, &plan, Base::New).unwrap();
    let said = run(args!["export", &path, "-o", folder.join("large.pptx")]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("There are 10,001 moments to show. Pages and pictures can show 10,000 at most."), "{}", said.err);
    assert!(said.err.contains("Choose one creator to share with, or a workbook or table"), "{}", said.err);
    assert!(!folder.names().contains(&"large.pptx".to_owned()));
    let lane = plan.lanes[0].id;
    for format in [Format::Pdf, Format::Pptx, Format::Html, Format::Png, Format::Svg] {
        let choice = Choice::new(Reader::Internal, format);
        assert!(within_bounds(&plan, &choice).is_err(), "{format:?}");
        assert!(export(&plan, &Report::default(), &choice, Watch::none()).is_err(), "{format:?}");
        assert!(within_bounds(&plan, &Choice::new(Reader::Creator(lane), format)).is_ok(), "{format:?}");
    }
    for format in [Format::Xlsx, Format::Csv, Format::Ics, Format::Markdown] {
        assert!(within_bounds(&plan, &Choice::new(Reader::Internal, format)).is_ok(), "{format:?}");
    }
    let one_lane = Choice { motif: Motif::Lane(lane), ..Choice::new(Reader::Internal, Format::Png) };
    assert!(within_bounds(&plan, &one_lane).is_ok());
}

#[test]
fn a_value_that_is_misspelt_is_answered_with_the_nearest() {
    let folder = Scratch::new("export-values");
    let plan = demo_file(&folder, "long-way-round.moments");
    let out = folder.join("x.pdf");
    for (option, value, hint) in [
        ("--for", "cleint", "did you mean client?"),
        ("--for", "creator:", "did you mean creator:NAME?"),
        ("--for", "nobody at all", "it is one of internal, client and creator:NAME"),
        ("--sections", "cover,storybords", "storyboards"),
        ("--paper", "a5", "a4"),
        ("--theme", "lihgt", "light"),
        ("--picture", "bord", "did you mean board?"),
        ("--width", "12", "it is a number from 320 to 16000"),
        ("--width", "wide", "it is a number from 320 to 16000"),
    ] {
        let said = run(args!["export", &plan, "-o", &out, option, value]);
        assert_eq!(said.code, 2, "{option} {value}");
        assert!(said.err.contains(hint), "{option} {value}: {}", said.err);
    }
    let said = run(args!["export", &plan, "-o", &out, "--for", "client", "--sections", "cover,budget"]);
    assert!(said.err.contains("The section budget is not for this reader.") && said.err.contains("summary"), "{}", said.err);
    let said = run(args!["export", &plan, "-o", folder.join("x.pdx")]);
    assert!(said.err.contains("Did you mean .pdf?"), "{}", said.err);
    assert_eq!(folder.names(), ["long-way-round.moments"]);
}

#[test]
fn the_printed_day_can_be_pinned() {
    let folder = Scratch::new("export-day");
    let plan = demo_file(&folder, "long-way-round.moments");
    let out = folder.join("plan.md");
    let write = |pinned: Option<Day>, today: Option<&str>| {
        let mut args = args!["export", &plan, "-o", &out, "--for", "client", "--force"].to_vec();
        args.extend(today.into_iter().flat_map(|day| ["--today".into(), day.into()]));
        let said = run_in(Terminal { source_date: pinned, ..Terminal::default() }, &args);
        assert_eq!((said.code, said.err.as_str()), (0, ""));
        fs::read_to_string(&out).unwrap()
    };
    assert!(write(None, None).contains("1 Aug 2027"));
    let pinned = utc_day("1819843200");
    assert_eq!(pinned, Day::new(2027, 9, 2));
    assert!(write(pinned, None).contains("2 Sep 2027"));
    // Who names a day means it.
    assert!(write(pinned, Some("2027-10-03")).contains("3 Oct 2027"));
    for none in ["", "yesterday", "-1", "99999999999999999999", "9999999999999"] {
        assert_eq!(utc_day(none), None, "{none}");
    }
}

#[test]
fn a_deck_takes_sections_paper_and_colours() {
    let folder = Scratch::new("export-deck");
    let plan = demo_file(&folder, "long-way-round.moments");
    let write = |more: &[&str]| {
        let out = folder.join("deck.pdf");
        let mut args = args!["export", &plan, "-o", &out, "--force"].to_vec();
        args.extend(more.iter().map(Into::into));
        let said = run(&args);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{more:?}");
        lopdf::Document::load(&out).unwrap()
    };
    let wide = |document: &lopdf::Document| {
        let page = *document.get_pages().values().next().unwrap();
        let sides = document.get_object(page).unwrap().as_dict().unwrap().get(b"MediaBox").unwrap().as_array().unwrap().clone();
        sides[2].as_float().unwrap().round() as i32
    };
    assert_eq!(wide(&write(&["--sections", "cover"])), 960);
    assert_eq!(wide(&write(&["--sections", "cover", "--paper", "a4", "--theme", "dark"])), 842);
    assert_eq!(wide(&write(&["--sections", "cover", "--paper", "letter"])), 792);
    assert_eq!(write(&["--sections", "cover"]).get_pages().len(), 1);
}

#[test]
fn a_language_is_chosen_and_a_wrong_one_is_one_message() {
    let folder = Scratch::new("export-language");
    let plan = demo_file(&folder, "long-way-round.moments");
    let out = folder.join("plan.md");
    let made = |extra: &[&str]| {
        let mut words = args!["export", &plan, "-o", &out, "--force"].to_vec();
        words.extend(extra.iter().map(std::ffi::OsString::from));
        let said = run(&words);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.err);
        assert!(said.out.contains("plan.md"), "the terminal itself speaks English: {}", said.out);
        fs::read_to_string(&out).unwrap()
    };
    let (usual, english, german) = (made(&[]), made(&["--language", "en"]), made(&["--language", "de"]));
    assert!(usual == english && english.contains("Announcement"));
    assert!(german.contains("Ankündigung") && !german.contains("Announcement"));
    assert!(german.contains("geliehenem Vertrauen"), "what was found is told in German, too");
    let (day, year) = (made(&["--dates", "dmy"]), made(&["--dates", "ymd"]));
    assert!(
        day == usual && usual.contains("7 Sep") && !year.contains("7 Sep"),
        "days are written in the order that was asked for"
    );
    let said = run(args!["export", &plan, "-o", folder.join("x.md"), "--language", "fr"]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("fr") && said.err.contains("en") && said.err.contains("de"), "{}", said.err);
    assert!(!folder.names().contains(&"x.md".to_owned()));
}

#[test]
fn names_that_nobody_gave_are_told_once_the_file_is_there() {
    let folder = Scratch::new("export-unnamed");
    let path = folder.join("blank.moments");
    save_plan(&path, &template::blank(&mut IdSource::seeded(4)), Base::New).unwrap();
    let said = run(args!["export", &path, "-o", folder.join("blank.md"), "--for", "client"]);
    assert_eq!(said.code, 0);
    assert!(said.err.contains("The campaign has no name yet: the file calls it “New campaign”."), "{}", said.err);
    let said = run(args!["export", &path, "-o", folder.join("blank.csv"), "--for", "client"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""), "a table has no cover");
}
