//! The plan file: what is read, what is refused and in which words, and what is written.

use std::cell::Cell;
use std::rc::Rc;

use momentboard::model::{Campaign, Cta, Id, IdSource, Lane, LaneId, LaneKind, Moment, PlanId, faults};
use momentboard::store::fs::Base;
use momentboard::store::{self, ReadError, demo, open_plan, open_plan_while, save_plan};
use proptest::prelude::*;

use crate::scratch::Scratch;

const SMALL: &str = include_str!("../fixtures/small.moments");
const FULL: &str = include_str!("../fixtures/full.moments");

fn campaign(text: &str) -> Campaign {
    store::read(text.as_bytes()).unwrap_or_else(|error| panic!("{error}")).campaign
}

fn written(campaign: &Campaign) -> String {
    String::from_utf8(store::write(campaign).unwrap()).unwrap()
}

fn refused(bytes: &[u8]) -> ReadError {
    match store::read(bytes) {
        Ok(_) => panic!("was read, though it is not to be"),
        Err(error) => error,
    }
}

/// The small plan with one thing changed.
fn with(from: &str, to: &str) -> String {
    assert!(SMALL.contains(from), "the fixture has no {from}");
    SMALL.replacen(from, to, 1)
}

/// What is said about the small plan with one thing changed: place and message.
fn said(from: &str, to: &str) -> String {
    refused(with(from, to).as_bytes()).to_string()
}

/// 1-based line of the first occurrence.
fn line_of(text: &str, wanted: &str) -> usize {
    text.lines().position(|line| line.contains(wanted)).unwrap() + 1
}

#[test]
fn canonical_files_come_back_byte_for_byte() {
    for text in [SMALL, FULL] {
        assert_eq!(written(&campaign(text)), text);
    }
    for (name, bytes) in demo::files() {
        let loaded = store::read(bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(loaded.notices, [], "{name}");
        assert_eq!(faults(&loaded.campaign), [], "{name}");
        assert!(store::write(&loaded.campaign).unwrap() == bytes, "{name} is not canonical");
    }
}

#[test]
fn copies_of_the_demo_plans_have_the_id_they_are_given() {
    let id = IdSource::seeded(1).plan();
    let fictional = demo::fictional(id);
    assert_eq!((fictional.id, fictional.lanes.len(), fictional.moment_count(), fictional.ideas.len()), (id, 4, 17, 3));
    let cases = demo::two_cases(id);
    assert_eq!((cases.id, cases.lanes.len(), cases.moment_count()), (id, 2, 7));
    assert_ne!(cases.lanes[0].brand, cases.lanes[1].brand);
}

#[test]
fn a_field_from_the_future_survives_in_every_struct() {
    let later = r##"later: Shape(deep: [1.50, "two", 'c', Some(())], raw: r#"a "b" \c"#, map: {"k": 0xFF}, /* kept */ )"##;
    // In the file every struct ends on a line of its own; each gets a field that nobody here knows.
    let mut text = String::new();
    let mut structs = 0;
    for line in FULL.split_inclusive('\n') {
        let blanks = line.len() - line.trim_start().len();
        let ends = matches!(line.trim(), ")" | "),") && blanks > 0;
        if ends || line == "    pictures: [\n" {
            let indent = if ends { blanks + 4 } else { blanks };
            text.extend([" ".repeat(indent).as_str(), later, ",\n"]);
            structs += 1;
        }
        text.push_str(line);
    }
    assert_eq!(structs, 31, "the fixture holds every struct; count again when it grows");
    let read = campaign(&text);
    assert_eq!(written(&read), text);
    let mut edited = read;
    edited.name = "Renamed".to_owned();
    assert_eq!(written(&edited).matches(later).count(), structs);
}

#[test]
fn what_is_only_layout_is_made_canonical() {
    assert_eq!(written(&campaign(&format!("\u{feff}{SMALL}"))), SMALL);
    assert_eq!(written(&campaign(&SMALL.replace('\n', "\r\n"))), SMALL);
    assert_eq!(written(&campaign(&SMALL.replace("    ", "\t"))), SMALL);
    let loaded = store::read(SMALL.replace("name: \"Earn\"", "name: /* or Prove */ \"Earn\" // see mail\n").as_bytes()).unwrap();
    assert_eq!(loaded.notices[0].message, "Comments in the file are not kept when the plan is saved.");
    assert_eq!(written(&loaded.campaign), SMALL);
    let slashes = with("Why I said yes", "https://example.org // no comment");
    assert_eq!(store::read(slashes.as_bytes()).unwrap().notices, []);
}

#[test]
fn text_stays_readable_in_the_file() {
    let mut plan = campaign(SMALL);
    plan.name = "It's ❤\u{fe0f} हिन्दी “quoted” e\u{301}".to_owned();
    plan.line = Some("a\n\"b\" \\ \u{202e}\u{7}".to_owned());
    let text = written(&plan);
    assert!(text.contains("name: \"It's ❤\u{fe0f} हिन्दी “quoted” e\u{301}\",\n"));
    assert!(text.contains(r#"line: "a\n\"b\" \\ \u{202e}\u{7}","#));
    assert_eq!(campaign(&text), plan);
}

#[test]
fn a_file_of_a_later_version_keeps_its_number() {
    let later = with("version: 1", "version: 7");
    assert_eq!(written(&campaign(&later)), later);
}

#[test]
fn the_version_that_saved_last_is_the_only_line_that_changes() {
    let older = with("app: \"0.1.0\"", "app: \"0.0.9\"");
    assert_eq!(written(&campaign(&older)), SMALL.replace("0.1.0", env!("CARGO_PKG_VERSION")));
}

#[test]
fn pictures_that_nothing_shows_leave_at_save() {
    let mut plan = campaign(SMALL);
    let mut lane = (*plan.lanes[0]).clone();
    lane.moments = lane.moments.iter().map(|moment| Moment { image: None, ..(**moment).clone() }.into()).collect();
    plan.lanes = vec![lane.into()];
    assert!(!written(&plan).contains("pictures"));
}

#[test]
fn a_damaged_picture_is_said_and_the_plan_opens() {
    let damaged = [
        with("data: \"iVBO", "data: \"iVB!"),
        with("data: \"iVBO", "data: \"iVBP"),
        with("data: \"iVBO", "data: \"iV"),
        with(&SMALL[SMALL.find("iVBO").unwrap()..SMALL.rfind("\"),").unwrap()], ""),
    ];
    for text in damaged {
        let loaded = store::read(text.as_bytes()).unwrap();
        assert_eq!(loaded.notices.len(), 1);
        assert_eq!(
            loaded.notices[0].message,
            "The picture “dot.png” is damaged. It stays in the plan and may be shown only in part."
        );
        assert!(loaded.campaign.lanes[0].moments[0].image.is_some());
        // It is written again and says the same when it is opened again.
        assert_eq!(store::read(&store::write(&loaded.campaign).unwrap()).unwrap().notices, loaded.notices);
    }
    // The id is what is damaged, or no id at all: the content tells.
    for to in ["(id: \"0b01a573", "(id: \"zz01a573"] {
        let loaded = store::read(with("(id: \"fb01a573", to).as_bytes()).unwrap();
        assert_eq!(written(&loaded.campaign), SMALL);
    }
    // The bytes are what the id says, but they are no picture.
    let text = SMALL
        .replace(
            "fb01a573ffcabde0ff3c3be42b2864cf9106be41a817875fb5e8fb19699d38df",
            "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824",
        )
        .replace(&SMALL[SMALL.find("iVBO").unwrap()..SMALL.rfind("\"),").unwrap()], "aGVsbG8=");
    let loaded = store::read(text.as_bytes()).unwrap();
    assert_eq!(
        loaded.notices[0].message,
        "“dot.png” is not a picture that can be shown (PNG, JPEG, WebP or GIF). It stays in the plan."
    );
}

#[test]
fn files_that_are_no_plan_are_told_apart() {
    let cases: [(&[u8], &str); 9] = [
        (b"", "The file is empty."),
        (b" \n\n", "The file is empty."),
        (&[0; 4096], "The file holds nothing but zero bytes, as after a power cut or a full disk."),
        (b"\x7fELF\x02\x01\x01\0\xff\xfe", "This is not text, so it is not a plan."),
        (b"\x89PNG\r\n\x1a\n", "This is not text, so it is not a plan."),
        (b"\xff\xfe(\0\n\0", "The file is text in UTF-16; a plan is text in UTF-8."),
        (b"Dear all,\nplease find attached", "This is not a Momentboard plan."),
        (b"(a: 1, b: [2])", "This is not a Momentboard plan."),
        (b"(campaign: (name: \"x\"))", "This is not a Momentboard plan."),
    ];
    for (bytes, message) in cases {
        let error = refused(bytes);
        assert_eq!(error.to_string(), message);
        assert!(!error.hint.is_empty());
    }
    assert_eq!(refused("lorem ipsum ".repeat(4_400_000).as_bytes()).to_string(), "This is not a Momentboard plan.");
}

#[test]
fn heads_are_judged_first() {
    assert_eq!(said("\"momentboard\"", "\"storyboard\""), "2:13: This is not a Momentboard plan: its format is “storyboard”.");
    let newer = with("min_reader: 1", "min_reader: 2")
        .replace("app: \"0.1.0\"", "app: \"3.2.0\"")
        .replace("campaign: (", "campaign: @@ (");
    let error = refused(newer.as_bytes());
    assert_eq!(error.to_string(), "4:17: This plan needs Momentboard 3.2.0 or newer.");
    assert_eq!(error.hint, "Open it with that version.");
}

#[test]
fn each_mistake_has_its_words_and_its_place() {
    let kinds = "The kinds are announcement, values, community, product, origin, story, engage, event, impact, teaser, organic, repair and offer.";
    assert_eq!(said("kind: announcement", "kind: xyz"), format!("53:31: “xyz” is not a kind of moment. {kinds}"));
    assert_eq!(
        said("status: draft", "status: done"),
        "69:33: “done” is not a status of a moment. The choices are idea, draft, in_review, approved, scheduled and published."
    );
    assert_eq!(
        said("on(\"2027-09-01\")", "on(\"2027-02-30\")"),
        "55:34: “2027-02-30” is not a day of the calendar. Write it as year-month-day, for example 2027-09-16."
    );
    assert_eq!(said("id: \"ask\"", "id: \"why\""), "64:29: Two moments have the id “why”. Give one of them another id.");
    assert_eq!(
        said("product: \"fjell-2\"", "product: \"fjell-3\""),
        "70:34: This refers to the product “fjell-3”, but the plan has none with that id."
    );
    assert_eq!(
        said("creator: \"maren\"", "creator: \"tobi\""),
        "49:26: This refers to the creator “tobi”, but the plan has none with that id."
    );
    assert_eq!(
        said("for_creator: \"maren\"", "for_creator: \"tobi\""),
        "82:30: This refers to the creator “tobi”, but the plan has none with that id."
    );
    assert_eq!(
        said("id: \"ask\"", "id: \"Ask\""),
        "64:29: “Ask” is not an id. An id has 1 to 12 of the characters a–z, 0–9 and “-”."
    );
    assert_eq!(said("title: \"Why I said yes\",", ""), "51:21: “title” is missing here.");
    assert_eq!(said("title: \"Why", "titel: \"Why"), "51:21: “title” is missing here.", "two letters are not a slip");
    assert_eq!(
        said("title: \"Why", "tile: \"Why"),
        "54:25: “title” is missing here, and “tile” is not known. It may be a slip of the keyboard."
    );
    assert_eq!(said("kind: announcement,", "kind: announcement"), "54:25: A comma is expected here.");
    assert_eq!(said("kind: announcement", "kind: \"announcement\""), "53:31: A plain word without quotes is expected here.");
    assert_eq!(said("214000", "-4"), "43:32: The number is too large here, or negative where it cannot be.");
    assert_eq!(said("214000", "many"), "43:32: A whole number is expected here.");
    assert_eq!(said("continues: true", "continues: yes"), "28:20: “true” or “false” is expected here.");
    assert_eq!(said("values: [", "values: ("), "14:25: A list in square brackets is expected here.");
    assert_eq!(said("disclosure: (", "disclosure: ["), "57:37: A group in round brackets is expected here.");
    assert_eq!(
        said("moments: [", "moments [").split_once(": ").unwrap(),
        ("50:25", "A colon is expected here, after the name of a field.")
    );
    assert_eq!(
        said("status: published,", "status: published, status: draft,"),
        "56:44: “status” is set twice. Keep one of the two."
    );
    assert_eq!(said("3800.00 EUR", "3800 Euro"), "60:31: “3800 Euro” is not an amount of money. Write it as 3500.00 EUR.");
    assert_eq!(said("2027-11-30", "2027-01-30"), "27:14: The end of the campaign is before its start.");
    assert_eq!(said("to: \"2027-10-24\"", "to: \"2027-09-01\""), "31:23: The end of the phase “Earn” is before its start.");
    assert_eq!(said("    ],\n)\n", "    ],\n)\nxx"), "90:1: Something stands here after the end of the plan.");
    assert_eq!(
        said("        name:", "<<<<<<< HEAD\n        name:"),
        "8:1: Two versions of the plan stand here side by side, left by a merge in git."
    );
}

#[test]
fn several_faults_are_counted_and_name_the_moment() {
    let text = with("product: \"fjell-2\"", "product: \"fjell-3\"").replace("creator: \"maren\"", "creator: \"tobi\"");
    let error = refused(text.as_bytes());
    assert_eq!(error.message, "This refers to the creator “tobi”, but the plan has none with that id. (and 2 more)");
    let error = refused(with("product: \"fjell-2\"", "product: \"fjell-3\"").as_bytes());
    assert_eq!(error.moment.as_deref(), Some("The Fjell 2 after 400 kilometres – Größe 44"));
}

#[test]
fn limits_have_a_message_each() {
    let long = "x".repeat(store::limits::TEXT_BYTES + 1);
    assert_eq!(said("Why I said yes", &long), "54:32: The text here is longer than 1 MiB.");
    // Escapes count as what they stand for.
    assert!(store::read(with("Why I said yes", &"\\n".repeat(store::limits::TEXT_BYTES)).as_bytes()).is_ok());
    let links = format!("kind: announcement, links: [{}]", "\"a\",".repeat(store::limits::LINKS + 1));
    assert_eq!(said("kind: announcement", &links), "52:29: This moment has 10,001 links; the most it can have is 10,000.");
    let entry = SMALL.lines().find(|line| line.contains("dot.png")).unwrap();
    let many = format!("{}\n", entry.repeat(store::limits::PICTURES + 1));
    assert!(said(entry, &many).ends_with("The plan has more than 512 pictures."));
    let mut moments = String::from("moments: [");
    for number in 0..=store::limits::MOMENTS as u64 {
        moments.extend(["(id: \"", &Id::from_bits(number).to_string(), "\", kind: organic, title: \"\", status: idea),"]);
    }
    let error = refused(with("moments: [", &moments).as_bytes());
    assert_eq!(error.message, "The plan has 200,004 moments; the most it can have is 200,000.");
}

#[test]
fn deep_nesting_is_refused_on_a_small_stack() {
    let deep = |open: &str, close: &str| {
        with("        name:", &format!("        extra: {}{},\n        name:", open.repeat(200_000), close.repeat(200_000)))
    };
    let texts = [deep("[", "]"), deep("(", ")"), deep("Some(", ")"), deep("{", ""), "(".repeat(200_000), deep("/*", "*/")];
    let read = move || texts.map(|text| refused(text.as_bytes()).message);
    let messages = std::thread::Builder::new().stack_size(1024 * 1024).spawn(read).unwrap().join().unwrap();
    assert_eq!(messages[0], "Brackets are nested too deeply here for a plan.");
    assert_eq!(messages[2], "Brackets are nested too deeply here for a plan.");
}

#[test]
fn a_plan_cut_anywhere_says_that_its_end_is_missing() {
    for end in 1..SMALL.len() - 1 {
        let error = refused(&SMALL.as_bytes()[..end]);
        assert_eq!(error.message, "The file ends too early: its last part is missing.", "cut after {end} bytes");
        assert!(error.line.is_some());
    }
    assert!(store::read(SMALL.trim_end().as_bytes()).is_ok(), "only the last line end is missing");
}

#[test]
fn any_flipped_byte_is_read_or_refused_near_its_place() {
    const JARGON: [&str; 8] = ["struct", "enum", "variant", "Expected", "RON", "serde", "identifier", "recursion"];
    let (mut refusals, mut near) = (0, 0);
    for at in 0..SMALL.len() {
        // The lowest bit makes another letter or bracket, the next a capital or a control character, the last no text at all.
        for mask in [[0x01, 0x20, 0x80][at % 3], 0x02] {
            let mut bytes = SMALL.as_bytes().to_vec();
            bytes[at] ^= mask;
            let Err(error) = store::read(&bytes) else { continue };
            assert!(!JARGON.iter().any(|word| error.message.contains(word)), "{error}");
            let Some(line) = error.line else { continue };
            let damaged = SMALL.char_indices().filter(|&(line_end, c)| line_end < at && c == '\n').count() + 1;
            refusals += 1;
            near += usize::from(line.abs_diff(damaged) <= 1);
        }
    }
    assert!(refusals > 2500, "{refusals}");
    assert!(near * 100 >= refusals * 95, "{near} of {refusals} were placed within a line of the damage");
}

#[test]
fn random_plans_come_back() {
    for seed in 0..150 {
        let plan = crate::plans::random_plan(seed);
        assert_eq!(faults(&plan), [], "seed {seed}");
        let text = written(&plan);
        let read = campaign(&text);
        assert_eq!(read, plan, "seed {seed}");
        assert_eq!(written(&read), text, "seed {seed}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_comes_back(title in any::<String>(), notes in "\\PC*|[\"\\\\'/*#\r\n\t\u{0}\u{feff}\u{2028}]*", name in any::<String>()) {
        let mut ids = IdSource::seeded(5);
        let mut plan = Campaign::new(ids.plan(), name);
        let mut lane = Lane::empty(LaneId(ids.id()), LaneKind::Brand);
        let moment = Moment { notes: Some(notes), cta: Some(Cta::Soft), ..Moment::new(ids.moment(), momentboard::model::Kind::Story, title) };
        lane.moments.push(moment.into());
        plan.lanes.push(lane.into());
        let text = written(&plan);
        let loaded = store::read(text.as_bytes()).unwrap();
        prop_assert_eq!(&loaded.campaign, &plan);
        prop_assert_eq!(loaded.notices.len(), 0);
        prop_assert_eq!(written(&loaded.campaign), text);
    }

    #[test]
    fn no_bytes_break_the_reader(bytes in proptest::collection::vec(any::<u8>(), 0..200), at in 0..2600usize) {
        let _ = store::read(&bytes);
        let mut spliced = SMALL.as_bytes().to_vec();
        spliced.splice(at..at, bytes);
        let _ = store::read(&spliced);
    }
}

#[test]
fn the_place_of_a_fault_is_the_line_of_the_thing() {
    let text = FULL.replacen("kind: brand", "kind: brand, creator: \"c\"", 1);
    let error = refused(text.as_bytes());
    assert_eq!(error.message, "Only a creator lane has a creator. Remove the creator, or make it a creator lane.");
    assert_eq!(error.line, Some(line_of(&text, "id: \"b\"")));
}

#[test]
fn a_picture_keeps_fields_of_a_later_version() {
    let text = String::from_utf8(store::write(&demo::fictional(momentboard::model::PlanId::default())).unwrap()).unwrap();
    // The last entry of the last section is a picture.
    let at = text.rfind("\"),\n").unwrap() + 1;
    let later = format!("{}, focus: (12, 34), credit: Some(\"Ada\"){}", &text[..at], &text[at..]);
    let loaded = store::read(later.as_bytes()).unwrap();
    assert!(loaded.notices.is_empty());
    assert_eq!(String::from_utf8(store::write(&loaded.campaign).unwrap()).unwrap(), later);
}

#[test]
fn reading_that_nobody_waits_for_ends_at_the_next_part() {
    let folder = Scratch::new("files-given-up");
    let path = folder.join("plan.moments");
    save_plan(&path, &demo::fictional(PlanId::default()), Base::New).unwrap();
    let asked = Rc::new(Cell::new(0_usize));
    let while_asked = |most: usize| {
        asked.set(0);
        let asked = Rc::clone(&asked);
        open_plan_while(&path, move || {
            asked.set(asked.get() + 1);
            asked.get() <= most
        })
    };
    let opened = while_asked(usize::MAX).unwrap().expect("it is wanted to the end");
    let parts = asked.get();
    assert!(parts > opened.campaign.moment_count() + opened.campaign.pictures.len(), "{parts}");
    for most in [0, 1, 3, 20, parts - opened.campaign.pictures.len()] {
        assert!(while_asked(most).unwrap().is_none(), "{most}");
        assert!(asked.get() <= most + 6, "it is over soon after {most}: {}", asked.get());
    }
    assert!(open_plan(&path).is_ok(), "the next one is wanted again");
}
