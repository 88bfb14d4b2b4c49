//! `momentboard import`: what it asks, what it writes, what it returns.

use momentboard::model::{Kind, When};
use momentboard::store::open_plan;

use crate::import_tables::day;
use crate::scratch::{self, Scratch};
use crate::terminal_run::{args, run};

const OPEN: &[u8] = include_bytes!("../fixtures/tables/open-questions.csv");
const AMERICAN: &[u8] = include_bytes!("../fixtures/tables/us-calendar.csv");

#[test]
fn a_clear_table_becomes_a_plan_and_is_never_written_over_one_unasked() {
    let folder = Scratch::new("import-clear");
    let (table, plan) = (folder.put("us.csv", AMERICAN), folder.join("plan.moments"));
    let dry = run(args!["import", &table, "--dry-run"]);
    assert_eq!((dry.code, dry.err.as_str()), (0, ""));
    for part in ["Publish date → Date", "Vibe → Notes", "Would add: 3 moments.", "New creators: Ana Cruz."] {
        assert!(dry.out.contains(part), "{part}: {}", dry.out);
    }
    assert!(!plan.exists());
    let said = run(args!["import", &table, "-o", &plan]);
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.out);
    let read = open_plan(&plan).unwrap().campaign;
    assert_eq!((read.name.as_str(), read.moment_count()), ("us", 3));
    scratch::write(&plan, b"somebody else's");
    assert_eq!(run(args!["import", &table, "-o", &plan]).code, 2, "a file is there");
    assert_eq!(run(args!["import", &table, "-o", &plan, "--force"]).code, 0);
}

#[test]
fn what_is_open_is_said_with_what_to_give_and_nothing_is_written() {
    let folder = Scratch::new("import-open");
    let (table, plan, map) = (folder.put("t.csv", OPEN), folder.join("plan.moments"), folder.join("map.ron"));
    let said = run(args!["import", &table, "-o", &plan]);
    assert_eq!(said.code, 2);
    for part in ["--dates dmy", "decimals: comma", "currency: \"EUR\"", "A4: “soonish” is no date.", "--skip-bad"] {
        assert!(said.err.contains(part), "{part}: {}", said.err);
    }
    assert!(!plan.exists());
    scratch::write(&map, b"(decimals: comma, currency: \"EUR\", words: {kind: {\"Giveaway party\": \"offer\"}})");
    let still = run(args!["import", &table, "-o", &plan, "--map", &map, "--dates", "dmy"]);
    assert_eq!(still.code, 2, "two cells cannot be used");
    let kept = folder.join("kept.ron");
    let said = run(args!["import", &table, "-o", &plan, "--map", &map, "--dates", "dmy", "--skip-bad", "--write-map", &kept]);
    assert_eq!(said.code, 0, "{}{}", said.out, said.err);
    assert!(said.out.contains("2 rows left out"), "{}", said.out);
    let read = open_plan(&plan).unwrap().campaign;
    let kinds: Vec<Kind> = read.lanes[0].moments.iter().map(|moment| moment.kind).collect();
    assert_eq!((kinds, read.lanes[0].moments[0].when), (vec![Kind::Story, Kind::Offer], When::On(day("2027-04-03"))));
    // The map that was written answers everything by itself.
    let other = folder.join("other.moments");
    assert_eq!(run(args!["import", &table, "-o", &other, "--map", &kept, "--skip-bad"]).code, 0);
    scratch::write(&map, b"(dates: sometimes)");
    let bad = run(args!["import", &table, "--dry-run", "--map", &map]);
    assert!(bad.code == 2 && bad.err.contains("The map cannot be read"), "{}", bad.err);
}

#[test]
fn a_table_is_added_to_a_plan_and_again_changes_nothing() {
    let folder = Scratch::new("import-into");
    let (table, plan) = (folder.put("us.csv", AMERICAN), folder.join("plan.moments"));
    assert_eq!(run(args!["new", "--template", "values-led", "-o", &plan]).code, 0);
    let before = open_plan(&plan).unwrap().campaign;
    assert_eq!(run(args!["import", &table, "--into", &plan]).code, 0);
    let after = open_plan(&plan).unwrap().campaign;
    assert_eq!((after.id, after.moment_count()), (before.id, before.moment_count() + 3));
    let again = run(args!["import", &table, "--into", &plan]);
    assert!(again.code == 0 && again.out.contains("3 rows whose moment is in the plan"), "{}{}", again.out, again.err);
    assert_eq!(open_plan(&plan).unwrap().campaign, after);
    let said = run(args!["import", &table]);
    assert!(said.code == 2 && said.err.contains("-o"), "{}", said.err);
    let said = run(args!["import", folder.join("none.csv"), "--dry-run"]);
    assert_eq!(said.code, 2);
}

#[test]
fn of_several_sheets_one_is_chosen() {
    let folder = Scratch::new("import-sheets");
    let mut book = rust_xlsxwriter::Workbook::new();
    for name in ["May", "June"] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        for (at, text) in ["Date", "Creator", "Kind", "Title"].iter().enumerate() {
            sheet.write_string(0, at as u16, *text).unwrap();
        }
        for (at, text) in ["2027-05-03", "Tobi", "story", name].iter().enumerate() {
            sheet.write_string(1, at as u16, *text).unwrap();
        }
    }
    let table = folder.put("t.xlsx", book.save_to_buffer().unwrap());
    let said = run(args!["import", &table, "--dry-run"]);
    assert!(said.code == 2 && said.err.contains("May and June"), "{}", said.err);
    assert_eq!(run(args!["import", &table, "--dry-run", "--sheet", "june"]).code, 0);
    assert!(run(args!["import", &table, "--dry-run", "--sheet", "July"]).err.contains("no sheet “July”"));
}

#[test]
fn what_is_wrong_with_a_map_is_said_once_each_with_its_place_and_what_is_allowed() {
    let folder = Scratch::new("import-map");
    let (table, map) = (folder.put("us.csv", AMERICAN), folder.join("map.ron"));
    for (text, parts) in [
        ("(colums: {})", &["line 1, column 2: “colums”", "Did you mean columns?"][..]),
        ("(columns: {\"Pubish date\": date})", &["line 1, column 12", "no column “Pubish date”", "Did you mean Publish date?"]),
        ("(kind: story,\n words: {kind: {\"Teaser\": \"teazer\"}})", &["line 2, column 27", "“teazer”", "Did you mean teaser?"]),
        ("(currency: \"EURO\")", &["line 1, column 12", "three letters"]),
        ("(header: 99)", &["Row 99"]),
    ] {
        scratch::write(&map, text.as_bytes());
        let said = run(args!["import", &table, "--dry-run", "--map", &map]);
        assert_eq!(said.code, 2, "{text}: {}", said.err);
        for part in parts {
            assert!(said.err.contains(part), "{text}: {part}: {}", said.err);
        }
    }
    // Whoever is in another table is passed over, and named all the same.
    scratch::write(&map, b"(people: {\"Nobody\": new})");
    let said = run(args!["import", &table, "--dry-run", "--map", &map]);
    assert!(said.code == 0 && said.err.contains("line 1, column 11: “Nobody” is nobody"), "{}", said.err);
}

#[test]
fn what_a_map_says_is_told_and_a_table_may_be_said_to_have_no_header() {
    let folder = Scratch::new("import-map-says");
    let (table, map) = (folder.put("us.csv", AMERICAN), folder.join("map.ron"));
    scratch::write(&map, b"(kind: story, currency: \"EUR\", rest: leave_out, words: {kind: {\"Giveaway\": \"offer\"}})");
    let said = run(args!["import", &table, "--dry-run", "--map", &map]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    for part in
        ["The map says:", "Rows without a kind: Story", "without a currency: EUR", "left out", "“Giveaway” in “Kind”: Offer"]
    {
        assert!(said.out.contains(part), "{part}: {}", said.out);
    }
    scratch::write(&map, b"(header: 0)");
    let said = run(args!["import", &table, "--dry-run", "--map", &map]);
    assert!(said.out.contains("The table has no header") && !said.err.contains("In the map:"), "{}{}", said.out, said.err);
}

#[test]
fn an_unknown_word_is_said_once_with_all_its_places_and_an_empty_table_is_told() {
    let folder = Scratch::new("import-words");
    let rows = (1..=13).map(|day| format!("2027-05-{day:02},Maren,T{day},Conversion\n")).collect::<Vec<_>>().concat();
    let table = folder.put("words.csv", format!("Date,Creator,Title,Kind\n{rows}").as_bytes());
    let said = run(args!["import", &table, "--dry-run"]);
    assert_eq!(said.code, 2);
    let all = said.err.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(all.contains("D10, D11 and 3 more: “Conversion” is not known for “Kind”."), "{all}");
    assert!(all.contains("words: {kind: {\"Conversion\": \"…\"}}"), "{all}");
    assert_eq!(all.matches("Announcement").count(), 1, "what is possible stands there once: {all}");
    let empty = folder.put("empty.csv", b"Date,Creator,Title,Kind\n");
    let said = run(args!["import", &empty, "--dry-run"]);
    assert!(said.code == 2 && said.err.contains("a header and no rows below it"), "{}", said.err);
    let said = run(args!["import", &table, "--dry-run", "--sheet", "May"]);
    assert!(said.code == 2 && said.err.contains("leave --sheet out") && !said.err.contains("one of: ."), "{}", said.err);
}

#[test]
fn nothing_is_written_over_the_table_or_under_the_name_of_one() {
    let folder = Scratch::new("import-targets");
    let table = folder.put("us.csv", AMERICAN);
    let again = folder.join(".").join("us.csv");
    let plan = folder.join("p.moments");
    for said in [
        run(args!["import", &table, "--force", "-o", &again]),
        run(args!["import", &table, "--force", "--into", &table]),
        run(args!["import", &table, "--force", "-o", &plan, "--write-map", &table]),
    ] {
        assert_eq!(said.code, 2, "{}", said.out);
        assert!(said.err.contains("is the table itself") && said.err.contains("us.moments"), "{}", said.err);
        assert_eq!(std::fs::read(&table).unwrap(), AMERICAN);
    }
    for name in ["plan.xlsx", "plan.CSV", "plan.pdf", "plan.ods", "plan.docx", "plan.png"] {
        let said = run(args!["import", "/nowhere/at/all.csv", "-o", &folder.join(name)]);
        assert_eq!(said.code, 2);
        assert!(said.err.contains("has the ending of a table or a document"), "{}", said.err);
        assert!(!folder.join(name).exists());
        // No command that writes a plan writes it there, and one that was there stays.
        let there = folder.put(name, b"somebody else's");
        let demo = folder.put("demo.moments", include_bytes!("../../assets/demo/long-way-round.moments"));
        for said in [run(args!["new", "--force", "-o", &there]), run(args!["fix", &demo, "--force", "-o", &there])] {
            assert_eq!(said.code, 2, "{}", said.out);
            assert!(
                said.err.contains("has the ending of a table or a document") && said.err.contains("plan.moments"),
                "{}",
                said.err
            );
        }
        assert_eq!(std::fs::read(&there).unwrap(), b"somebody else's");
    }
    assert_eq!(run(args!["import", &table, "-o", &folder.join("plan.of.may")]).code, 0, "any other name may be chosen");
}

#[test]
fn what_is_no_table_is_said_for_someone_who_looks_for_one() {
    let folder = Scratch::new("import-no-table");
    let said = run(args!["import", &folder.join("."), "--dry-run"]);
    assert!(said.code == 2 && said.err.contains("Choose a table"), "{}", said.err);
    assert!(!said.err.contains("holds a plan"), "{}", said.err);
    let plan = folder.put("plan.csv", include_bytes!("../../assets/demo/long-way-round.moments"));
    let said = run(args!["import", &plan, "--dry-run"]);
    assert!(said.code == 2 && said.err.contains("This is a plan of Momentboard, not a table."), "{}", said.err);
}
