//! Damaged plans: what can still be read is read, what is missing is said, and the file stays as it is.

use momentboard::model::{Campaign, faults};
use momentboard::store::salvage::salvage;
use momentboard::store::{self, Damage, demo, open_plan};

use crate::scratch::Scratch;

const SMALL: &str = include_str!("../fixtures/format/v1/small.moments");
const FULL: &str = include_str!("../fixtures/format/v1/everything.moments");

fn titles(campaign: &Campaign) -> Vec<&str> {
    campaign.lanes.iter().flat_map(|lane| &lane.moments).chain(&campaign.ideas).map(|moment| moment.title.as_str()).collect()
}

fn said(text: &str) -> Vec<String> {
    salvage(text.as_bytes()).unwrap().lost.into_iter().map(|lost| format!("{}: {}", lost.line, lost.what)).collect()
}

fn without(from: &str, to: &str) -> String {
    assert!(SMALL.contains(from), "the fixture has no {from}");
    SMALL.replacen(from, to, 1)
}

#[test]
fn a_sound_plan_comes_back_whole() {
    for text in [SMALL, FULL] {
        let salvaged = salvage(text.as_bytes()).unwrap();
        assert_eq!(salvaged.lost, []);
        assert!(salvaged.campaign == store::read(text.as_bytes()).unwrap().campaign);
    }
    for (_, bytes) in demo::files() {
        let salvaged = salvage(bytes).unwrap();
        assert_eq!(salvaged.lost, []);
        assert!(salvaged.campaign == store::read(bytes).unwrap().campaign);
    }
}

#[test]
fn one_thing_that_is_wrong_costs_that_thing_and_no_other() {
    let whole = store::read(SMALL.as_bytes()).unwrap().campaign;
    let all = titles(&whole);
    for (from, to, lost) in [
        ("kind: announcement", "kind: anouncement", "51: The card “Why I said yes” was read without kind."),
        ("on(\"2027-09-01\")", "on(\"2027-02-30\")", "51: The card “Why I said yes” was read without when."),
        ("status: draft", "status draft", "63: The card “The Fjell 2 after 400 kilometres – Größe 44” was put together again."),
        ("kind: announcement,", "kind: announcement, kind: values,", "51: The card “Why I said yes” was put together again."),
    ] {
        let text = without(from, to);
        assert!(store::read(text.as_bytes()).is_err());
        let salvaged = salvage(text.as_bytes()).unwrap();
        assert_eq!(titles(&salvaged.campaign), all, "{to}");
        assert_eq!(said(&text), [lost]);
        assert_eq!((salvaged.campaign.id, &salvaged.campaign.creators), (whole.id, &whole.creators));
    }
}

#[test]
fn a_letter_that_is_none_is_told_with_its_line() {
    let mut bytes = SMALL.as_bytes().to_vec();
    let at = SMALL.find("after 400 kilometres").unwrap();
    bytes[at] = 0xFF;
    let line = SMALL[..at].matches('\n').count() + 1;
    let lost = salvage(&bytes).unwrap().lost;
    assert_eq!(lost.iter().map(|lost| lost.line).collect::<Vec<_>>(), [line]);
    assert!(lost[0].what.starts_with("A letter could not be read"), "{lost:?}");
}

#[test]
fn a_bracket_or_quote_that_is_missing_spoils_nothing_else() {
    let whole = store::read(SMALL.as_bytes()).unwrap().campaign;
    let all = titles(&whole);
    // Every line that opens, closes or ends a text, damaged in turn.
    let lines: Vec<&str> = SMALL.split_inclusive('\n').collect();
    let (mut tried, mut cards) = (0, 0);
    for at in 6..lines.len() - 1 {
        for mark in ['(', ')', '[', ']', '"', ',', ':'] {
            let Some(place) = lines[at].find(mark) else { continue };
            let mut damaged = lines[at].to_owned();
            damaged.remove(place);
            let text = format!("{}{damaged}{}", lines[..at].concat(), lines[at + 1..].concat());
            if store::read(text.as_bytes()).is_ok() {
                continue;
            }
            let salvaged = salvage(text.as_bytes()).unwrap_or_else(|| panic!("{}: {damaged}", at + 1));
            assert_eq!(faults(&salvaged.campaign), []);
            let kept = titles(&salvaged.campaign).iter().filter(|title| all.contains(title)).count();
            assert!(kept + 1 >= all.len(), "line {} as {damaged:?}: {:?}", at + 1, titles(&salvaged.campaign));
            assert!(
                kept < all.len() || !salvaged.lost.is_empty() || salvaged.campaign == whole,
                "line {} as {damaged:?}",
                at + 1
            );
            (tried, cards) = (tried + 1, cards + kept);
        }
    }
    assert!(tried > 150, "{tried}");
    assert!(cards * 100 >= tried * all.len() * 97, "{cards} cards of {}", tried * all.len());
}

#[test]
fn a_plan_cut_anywhere_gives_what_stands_before_the_cut() {
    let mut most = 0;
    for end in (0..FULL.len()).filter(|&end| FULL.is_char_boundary(end)).step_by(7) {
        let Some(salvaged) = salvage(&FULL.as_bytes()[..end]) else { continue };
        assert_eq!(faults(&salvaged.campaign), []);
        let count = salvaged.campaign.moment_count() + salvaged.campaign.ideas.len();
        assert!(count >= most, "cut after {end} bytes");
        most = count;
    }
    assert_eq!(most, 4);
}

#[test]
fn a_flipped_byte_hardly_ever_costs_more_than_one_card() {
    let whole = titles(&store::read(SMALL.as_bytes()).unwrap().campaign).len();
    let (mut refused, mut dear) = (0, Vec::new());
    for at in 300..SMALL.len() {
        let mut bytes = SMALL.as_bytes().to_vec();
        bytes[at] ^= [0x01, 0x20, 0x80][at % 3];
        if store::read(&bytes).is_ok() {
            continue;
        }
        refused += 1;
        let salvaged = salvage(&bytes).unwrap_or_else(|| panic!("byte {at}"));
        let kept = titles(&salvaged.campaign).len();
        dear.extend((kept + 1 < whole).then_some(at));
    }
    assert!(refused > 800, "{refused}");
    // A bracket that is no bracket any more can take what follows with it.
    assert!(dear.len() * 50 <= refused, "{} of {refused}: {dear:?}", dear.len());
}

#[test]
fn both_sides_of_a_merge_are_kept() {
    let card = SMALL.find("                    (\n                        id: \"why\"").unwrap();
    let end = card + SMALL[card..].find("\n                    ),\n").unwrap() + "\n                    ),\n".len();
    let theirs = SMALL[card..end].replace("Why I said yes", "Why I almost said no");
    let text = format!("{}<<<<<<< HEAD\n{}=======\n{theirs}>>>>>>> theirs\n{}", &SMALL[..card], &SMALL[card..end], &SMALL[end..]);
    let error = store::read(text.as_bytes()).unwrap_err();
    assert_eq!(error.damage, Some(Damage::Conflict));
    let salvaged = salvage(text.as_bytes()).unwrap();
    let all = titles(&salvaged.campaign);
    assert!(all.contains(&"Why I said yes") && all.contains(&"Why I almost said no"), "{all:?}");
    let told: Vec<&str> = salvaged.lost.iter().map(|lost| lost.what.as_str()).collect();
    assert!(told.contains(&"Cards that stood there under an id of another one: 1. All of them are kept."), "{told:?}");
}

#[test]
fn what_became_of_a_file_is_known_by_name() {
    let scratch = Scratch::new("salvage-damage");
    let half = SMALL.len() * 3 / 4;
    let mut hole = SMALL.as_bytes().to_vec();
    hole[half..].fill(0);
    let mut head = SMALL.as_bytes().to_vec();
    head[..512].fill(0);
    let garbled = without("kind: product", "kind product");
    let cases: [(&[u8], Option<Damage>, &str); 8] = [
        (b"", Some(Damage::Empty), "The file is empty."),
        (&[0; 4096], Some(Damage::Zeros), "The file holds nothing but zero bytes, as after a power cut or a full disk."),
        (&hole, Some(Damage::Zeros), "A part of the file holds nothing but zero bytes, as after a power cut or a full disk."),
        (&head, Some(Damage::Zeros), "A part of the file holds nothing but zero bytes, as after a power cut or a full disk."),
        (&SMALL.as_bytes()[..half], Some(Damage::CutOff), "The file ends too early: its last part is missing."),
        (b"Dear all", None, "This is not a Momentboard plan."),
        (b"\x89PNG\r\n\x1a\n", None, "This is not text, so it is not a plan."),
        (garbled.as_bytes(), Some(Damage::Garbled), "A colon"),
    ];
    for (at, (bytes, damage, message)) in cases.into_iter().enumerate() {
        let error = open_plan(&scratch.put(&format!("{at}.moments"), bytes)).unwrap_err();
        assert_eq!(error.damage(), damage, "{error}");
        assert!(error.to_string().contains(message), "{error}");
    }
    // What stands before the hole is still there.
    assert!(!titles(&salvage(&hole).unwrap().campaign).is_empty());
    assert_eq!(titles(&salvage(&head).unwrap().campaign).len(), 3);
    assert!(open_plan(&scratch.join("gone.moments")).unwrap_err().damage().is_none());
}

#[test]
fn a_plan_whose_first_lines_are_damaged_is_still_known_as_one() {
    for (from, to) in
        [("\"momentboard\"", "\"mom%ntboard\""), ("format:", "fobmat:"), ("format: \"", "format: \u{7}"), ("(\n", "8\n")]
    {
        let text = without(from, to);
        let error = store::read(text.as_bytes()).unwrap_err();
        assert_eq!((error.damage, error.message.as_str()), (Some(Damage::Garbled), "The first lines of this plan are damaged."));
        assert_eq!(titles(&salvage(text.as_bytes()).unwrap().campaign).len(), 3, "{from}");
    }
    // A letter that is none, right at the start.
    let mut bytes = SMALL.as_bytes().to_vec();
    bytes[0] = 0xA8;
    assert_eq!(store::read(&bytes).unwrap_err().damage, Some(Damage::Garbled));
    // The file of another program is nothing of ours, however much it looks like it.
    assert_eq!(store::read(without("\"momentboard\"", "\"storyboard\"").as_bytes()).unwrap_err().damage, None);
}

#[test]
fn a_bracket_in_a_name_ends_with_its_line() {
    let whole = store::read(SMALL.as_bytes()).unwrap().campaign;
    let text = without("        start: \"2027", "        time_zone: \"Europe/Oslo\",\n        start: \"2027");
    assert!(store::read(text.as_bytes()).is_ok());
    for name in ["time_{one", "time[zone", "{ime_zone", "time_zon{"] {
        let salvaged = salvage(text.replace("time_zone", name).as_bytes()).unwrap();
        assert_eq!(titles(&salvaged.campaign), titles(&whole), "{name}");
        assert_eq!(salvaged.campaign.end, whole.end, "{name}");
    }
}

#[test]
fn nothing_is_made_of_what_never_was_a_plan() {
    for bytes in [
        &b""[..],
        &[0; 512],
        b"Dear all,\nplease find attached",
        b"(a: 1, b: [2])",
        b"\x89PNG\r\n\x1a\n",
        &vec![b'('; 200_000],
        b"([{([{",
    ] {
        assert!(salvage(bytes).is_none());
    }
    let deep = format!("(campaign: (name: \"x\", lanes: [{}", "(moments: [".repeat(50_000));
    let on_small_stack = std::thread::Builder::new().stack_size(1024 * 1024).spawn(move || salvage(deep.as_bytes()).is_none());
    let _ = on_small_stack.unwrap().join().unwrap();
}
