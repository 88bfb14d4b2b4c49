//! Tables whose cells are of several sorts: dates written in two ways in one column, one word in hundreds of rows, the same
//! trouble in hundreds of cells. Each is asked once, in the window and in the terminal.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use momentboard::import::{DateOrder, DateShape, Mapping, Proposal, Question, read};
use momentboard::model::{Kind, When};

use crate::app_window::*;
use crate::import_run::{choose, import, settled};
use crate::import_tables::{after, day, empty, proposed};
use crate::scratch::Scratch;
use crate::terminal_run::{args, run};

fn on(text: &str) -> When {
    When::On(day(text))
}

/// The days of the moments of the first lane.
fn whens(proposal: &Proposal) -> Vec<When> {
    after(&empty(), proposal).lanes[0].moments.iter().map(|moment| moment.when).collect()
}

/// Dots with the day first and slashes with the month first, in one column.
const TWO_FORMS: &str = "Date,Creator,Kind,Title\n01.03.2027,Tobi,Story,a\n15.03.2027,Tobi,Story,b\n3/20/27,Tobi,Story,c\n\
                         4/5/27,Tobi,Story,d\n25.04.2027,Tobi,Story,e\n";

#[test]
fn each_way_of_writing_dates_has_an_order_of_its_own() {
    let days = |text: &str, mapping: &Mapping| {
        let book = read(text.as_bytes()).unwrap();
        let proposal = proposed(&book, mapping, &empty(), false);
        let whens = if proposal.is_ready() { whens(&proposal) } else { Vec::new() };
        (proposal, whens)
    };
    let right = ["2027-03-01", "2027-03-15", "2027-03-20", "2027-04-05", "2027-04-25"].map(on);
    let (proposal, whens) = days(TWO_FORMS, &Mapping::default());
    assert!(proposal.questions.is_empty() && proposal.problems.is_empty(), "{:?}", proposal.questions);
    assert_eq!(whens, right, "3/20 says it for slashes, and between dots the day comes first");
    assert!(proposal.counts.lines().iter().any(|line| line.contains("“4/5/27” (A5)") && line.contains("month first")));
    for order in [DateOrder::Dmy, DateOrder::Mdy] {
        let mapping = Mapping { dates: Some(order), ..Mapping::default() };
        assert_eq!(days(TWO_FORMS, &mapping).1, right, "what the table says itself is not asked: {order:?}");
    }
    // Without 3/20 only the slashes are open, and they are asked about alone.
    let open = TWO_FORMS.replace("3/20/27", "3/2/27");
    let (proposal, whens) = days(&open, &Mapping::default());
    let asked: Vec<String> = proposal.questions.iter().map(Question::sentence).collect();
    assert!(whens.is_empty() && asked.len() == 1, "{asked:?}");
    assert!(asked[0].contains("dates with slashes") && asked[0].contains("A4") && !asked[0].contains("A2"), "{asked:?}");
    let mut mapping = Mapping::default();
    mapping.date_orders.insert(DateShape::Slashes, DateOrder::Mdy);
    let (_, whens) = days(&open, &mapping);
    assert_eq!(whens, ["2027-03-01", "2027-03-15", "2027-03-02", "2027-04-05", "2027-04-25"].map(on));
}

#[test]
fn a_day_in_the_other_order_is_not_said_to_be_none() {
    let text = "Date,Creator,Kind,Title\n3/20/27,Tobi,Story,a\n20/3/27,Tobi,Story,b\n4-5-2027,Tobi,Story,c\n";
    let book = read(text.as_bytes()).unwrap();
    let proposal = proposed(&book, &Mapping::default(), &empty(), false);
    let asked: Vec<String> = proposal.questions.iter().map(Question::sentence).collect();
    assert!(asked.len() == 2 && asked[0].contains("slashes") && asked[1].contains("dashes"), "{asked:?}");
    let mapping = Mapping { dates: Some(DateOrder::Dmy), ..Mapping::default() };
    let proposal = proposed(&book, &mapping, &empty(), false);
    let said: Vec<&str> = proposal.problems.iter().map(|problem| problem.message.as_str()).collect();
    assert!(said.len() == 1 && said[0].starts_with("A2: “3/20/27” is a day only with the month first"), "{said:?}");
}

#[test]
fn dots_that_can_only_have_the_month_first_are_read_so() {
    let text = "Date,Creator,Kind,Title\n3.20.2027,Tobi,Story,a\n4.5.2027,Tobi,Story,b\n";
    let book = read(text.as_bytes()).unwrap();
    let proposal = proposed(&book, &Mapping::default(), &empty(), false);
    assert_eq!(whens(&proposal), ["2027-03-20", "2027-04-05"].map(on));
    let told = proposal.counts.lines();
    let book = read(text.replace("3.20", "3.2").as_bytes()).unwrap();
    for (said, first) in [(None, "2027-02-03"), (Some(DateOrder::Mdy), "2027-03-02")] {
        let mapping = Mapping { dates: said, ..Mapping::default() };
        assert_eq!(whens(&proposed(&book, &mapping, &empty(), false))[0], on(first), "{said:?}");
    }
    assert!(told.iter().any(|line| line.contains("“4.5.2027” (A3)") && line.contains("month first")), "it is said: {told:?}");
}

/// A table of a hundred rows: thirty have a word that is not known, forty a day that is none.
fn messy() -> String {
    let rows = (0..100).map(|row| {
        let date = if (30..70).contains(&row) { "31.4.2027" } else { "3.5.2027" };
        let kind = if row < 30 { "Zorglub" } else { "Story" };
        format!("{date},Tobi,{kind},Post {row}\n")
    });
    std::iter::once("Date,Creator,Kind,Title\n".to_owned()).chain(rows).collect()
}

#[test]
fn what_is_wrong_in_many_rows_is_one_line_with_what_to_do_about_all_of_them() {
    let folder = Scratch::new("import-alike");
    let path = folder.put("t.csv", messy());
    let mut window = window_on(empty());
    import(&mut window, &path);
    assert!(has(&window, "What does “Zorglub” stand for in “Kind”? (30 cells)"));
    assert!(has(&window, "1 question to answer first, and 40 rows with a cell that cannot be used"), "a word is a question");
    assert!(!has(&window, "C2: “Zorglub”") && !has(&window, "C3: “Zorglub”"), "its cells are not told again");
    assert!(has(&window, "40 rows like this one: A32: “31.4.2027” is no day of the calendar."));
    assert!(!has(&window, "A33: “31.4.2027”") && has(&window, "A · Date"), "the columns are in sight");
    click(&mut window, "Show 40 cells such as A32");
    assert!(has(&window, "A33: “31.4.2027”") && !has(&window, "A60: “31.4.2027”"), "only those in sight are drawn");
    write_in(&mut window, "What A33 is to say", "1 May 2027");
    press(&mut window, Modifiers::NONE, Key::Enter);
    settled(&mut window);
    assert!(has(&window, "39 rows like this one: A32") && has(&window, "A33 is “1 May 2027” now."));
    click(&mut window, "Hide 39 cells such as A32");
    assert!(!has(&window, "A34: “31.4.2027”"));
    write_in(&mut window, "The right value for 39 cells such as A32", "30 Apr 2027");
    press(&mut window, Modifiers::NONE, Key::Enter);
    settled(&mut window);
    assert!(has(&window, "39 cells are “30 Apr 2027” now.") && has(&window, "1 question to answer first"));
    window.get_by_role_and_label(Role::ComboBox, "What does “Zorglub” stand for in “Kind”?").click();
    settled(&mut window);
    window.get_by_role_and_label(Role::MenuItem, "Event").click();
    settled(&mut window);
    click(&mut window, "Import");
    let moments = &window.state().document().campaign().lanes[0].moments;
    let count = |kind: Kind| moments.iter().filter(|moment| moment.kind == kind).count();
    assert_eq!((count(Kind::Event), count(Kind::Story)), (30, 70));
    assert_eq!(moments.iter().filter(|moment| moment.when == When::On(day("2027-04-30"))).count(), 39);
}

#[test]
fn cells_are_emptied_at_once_and_taken_back_at_once() {
    let folder = Scratch::new("import-alike-back");
    let path = folder.put("t.csv", messy());
    let mut window = window_on(empty());
    import(&mut window, &path);
    click(&mut window, "Leave 40 cells such as A32 empty");
    settled(&mut window);
    assert!(has(&window, "40 cells are empty now.") && !has(&window, "is no day of the calendar"));
    click(&mut window, "Take back what was typed for 40 cells such as A32");
    settled(&mut window);
    assert!(has(&window, "40 rows like this one: A32") && !has(&window, "are empty now"));
}

#[test]
fn a_question_that_comes_late_stands_below_those_that_are_there() {
    let folder = Scratch::new("import-late");
    let text = "Date,Creator,Kind,Title\n3/5/27,Tobi Achterberg,Zorglub,a\n4/5/27,Tobi,Story,b\n1 May 2027,Mira,,c\n";
    let path = folder.put("t.csv", text);
    let mut window = window_on(empty());
    import(&mut window, &path);
    let late = "Is “Tobi” the same as “Tobi Achterberg”?";
    assert!(!has(&window, late), "nobody knows yet who is there");
    let word = "What does “Zorglub” stand for in “Kind”?";
    let place = |window: &Window| window.get_by_role_and_label(Role::ComboBox, word).rect().top();
    let before = place(&window);
    choose(&mut window, "Day first");
    window.get_by_role_and_label(Role::ComboBox, word).click();
    settled(&mut window);
    window.get_by_role_and_label(Role::MenuItem, "Event").click();
    settled(&mut window);
    assert!(has(&window, late) && has(&window, "What else the table does not say"));
    assert!((place(&window) - before).abs() < 0.5, "what was just answered stays where it is");
}

#[test]
fn the_terminal_tells_the_same_trouble_once_and_names_the_words_of_other_languages() {
    let folder = Scratch::new("import-alike-terminal");
    let path = folder.put("t.csv", messy());
    let said = run(args!["import", &path, "--dry-run"]);
    let lines = said.err.matches("is no day of the calendar").count();
    assert_eq!(lines, 1, "{}", said.err);
    let flat = said.err.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains("40 rows like this one: A32:") && flat.contains("A41 and 30 more."), "{flat}");
    assert!(flat.contains("Deutsch: Ankündigung, Werte-Story"), "{flat}");
    let open = folder.put("o.csv", TWO_FORMS.replace("3/20/27", "3/2/27"));
    let said = run(args!["import", &open, "--dry-run"]);
    let flat = said.err.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(flat.contains("in dates with slashes?") && flat.contains("date_orders: {slashes: dmy}"), "{flat}");
    let map = folder.put("map.ron", "(date_orders: {slashes: mdy})");
    let said = run(args!["import", &open, "--dry-run", "--map", &map]);
    assert!(said.code == 0 && said.out.contains("Dates with slashes: month first"), "{}{}", said.out, said.err);
}
