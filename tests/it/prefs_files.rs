//! The file of the preferences: whatever is in it, or becomes of it, the window opens and nothing of it is lost.

use egui::Modifiers;
use momentboard::store::fs::Base;
use momentboard::store::prefs::{self, Found, Prefs, Recent, Theme};
use momentboard::ui::command::Command;

use crate::app_window::*;
use crate::scratch::{self, Scratch};
use crate::side_prefs::start;

const SIZE: [f32; 2] = [1440.0, 900.0];

fn full() -> Prefs {
    let mut prefs = Prefs { theme: Theme::Dark, scale: 125, name: "Lena".into(), guide_done: true, ..Prefs::default() };
    prefs.hidden = vec!["findings".into()];
    prefs.sizes.insert("inspector".into(), 333.5);
    prefs.share.insert("format".into(), "pdf".into());
    prefs.remember(Recent::new("/plans/a \u{201c}b\u{201d}.moments", "Two\nlines", 30_000_000));
    prefs.remember_table(vec!["Date".into()], "x".into());
    prefs.fold_lanes("plan".into(), vec!["lane".into()]);
    prefs.house = Some("/rules.ron".into());
    prefs
}

fn text_of(path: &std::path::Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

#[test]
fn preferences_are_a_group_of_fields_and_come_back() {
    let scratch = Scratch::new("prefs-form");
    let file = scratch.join("preferences.ron");
    prefs::save(&file, &full()).unwrap();
    let text = text_of(&file);
    assert!(text.starts_with("(\n    theme: dark,\n    language: system,\n    reduced_motion: false,\n"), "{text}");
    assert_eq!(prefs::load(&file), (full(), Found::Prefs));
    prefs::save(&file, &prefs::load(&file).0).unwrap();
    assert_eq!(text_of(&file), text);
}

#[test]
fn files_of_the_first_versions_are_read() {
    let scratch = Scratch::new("prefs-first");
    let file = scratch.put(
        "preferences.ron",
        "{\n    \"theme\": dark,\n    \"reduced_motion\": false,\n    \"scale\": 125,\n    \"hidden\": [\n        \"findings\",\n    ],\n    \
         \"sizes\": {\n        \"inspector\": 333.5,\n    },\n    \"guide_done\": true,\n    \"name\": \"Lena\",\n    \"recent\": [\n        (\n  \
         path: \"/plans/a “b”.moments\",\n brand: \"\",\n name: \"Two\\nlines\",\n minutes: 30000000,\n errors: 0,\n warnings: 0,\n accepted: 0,\n \
         ),\n    ],\n    \"folded_lanes\": [(plan: \"plan\", lanes: [\"lane\"])],\n    \"house\": Some(\"/rules.ron\"),\n    \"author\": \"\",\n    \
         \"share\": {\"format\": \"pdf\"},\n    \"tables\": [(columns: [\"Date\"], map: \"x\")],\n}",
    );
    assert_eq!(prefs::load(&file), (full(), Found::Prefs));
}

#[test]
fn what_a_later_version_knows_more_of_is_kept_byte_for_byte() {
    let scratch = Scratch::new("prefs-more");
    let later = "(\n    theme: sepia(warmth: 3),\n    views: Some(Calendar([1, 2], 'c')),\n    scale: 125,\n    \
                 recent: [(path: \"/a.moments\", name: \"A\", minutes: 5, pinned: Yes(1)), remote(\"https://x\")],\n)\n";
    let file = scratch.put("preferences.ron", later);
    let (kept, found) = prefs::load(&file);
    assert_eq!((found, kept.theme, kept.scale, kept.recent.len()), (Found::Prefs, Theme::System, 125, 1));
    let mut mine = kept.clone();
    mine.name = "Lena".into();
    prefs::keep(&file, mine, &kept).unwrap();
    let text = text_of(&file);
    for line in later.lines().filter(|line| line.starts_with("    ")) {
        assert!(text.contains(&format!("\n{line}\n")), "{line}\n{text}");
    }
    // A choice that is made here takes the place of the later one, and an entry that changes keeps what it had.
    let mut mine = prefs::load(&file).0;
    let base = mine.clone();
    mine.theme = Theme::Light;
    mine.remember(Recent::new("/a.moments", "A, again", 6));
    prefs::keep(&file, mine, &base).unwrap();
    let text = text_of(&file);
    assert!(text.contains("theme: light,") && !text.contains("sepia"), "{text}");
    assert!(text.contains("pinned:Yes(1)") && text.contains("A, again"), "{text}");
    assert!(text.contains("views: Some(Calendar([1, 2], 'c')),"), "{text}");
}

#[test]
fn of_a_field_that_stands_twice_the_last_one_counts() {
    let scratch = Scratch::new("prefs-twice");
    let file = scratch.put("preferences.ron", "(scale: sepia(1), name: \"Lena\", scale: 125, name: \"Oskar\")");
    let (read, found) = prefs::load(&file);
    assert_eq!((found, read.scale, read.name.as_str(), read.unknown.is_empty()), (Found::Prefs, 125, "Oskar", true));
    prefs::save(&file, &read).unwrap();
    assert_eq!(prefs::load(&file), (read, found));
}

#[test]
fn what_cannot_be_a_name_does_not_break_the_file() {
    let scratch = Scratch::new("prefs-names");
    let file = scratch.put("preferences.ron", "{\"scale\": 125, \"d\te\": 1, \"a-b\": 2, \"\": 3, \"größe\": 4, \"ⓐ\": 5}");
    let (read, found) = prefs::load(&file);
    assert_eq!((found, read.scale), (Found::Prefs, 125));
    prefs::save(&file, &read).unwrap();
    assert_eq!(prefs::load(&file), (read, found));
    let text = text_of(&file);
    assert!(text.contains("r#a-b: 2") && text.contains("größe: 4") && !text.contains("d\te"), "{text}");
}

#[test]
fn broken_files_are_numbered_and_the_last_good_ones_are_used() {
    let scratch = Scratch::new("prefs-numbered");
    let file = scratch.join("preferences.ron");
    prefs::save(&file, &full()).unwrap();
    let mut changed = full();
    changed.name = "Tobi".into();
    prefs::keep(&file, changed.clone(), &full()).unwrap();
    assert_eq!(scratch.names(), ["preferences.before.ron", "preferences.ron"]);
    for n in 1..=7u32 {
        scratch::write(&file, format!("( theme: dark, broken {n}").as_bytes());
        let (kept, found) = prefs::load(&file);
        assert_eq!((kept.name.as_str(), found), ("Lena", Found::Broken { restored: true }));
        prefs::keep(&file, kept.clone(), &kept).unwrap();
        assert_eq!(prefs::load(&file).1, Found::Prefs);
    }
    let names: Vec<String> = scratch.names().into_iter().filter(|name| name.contains("broken")).collect();
    assert_eq!(names, [3, 4, 5, 6, 7].map(|n| format!("preferences.broken-{n}.ron")));
    assert_eq!(text_of(&scratch.join("preferences.broken-7.ron")), "( theme: dark, broken 7");
}

#[test]
fn what_the_disk_does_not_give_is_left_alone_and_said_once() {
    let scratch = Scratch::new("prefs-closed");
    let file = scratch.join("preferences.ron");
    let huge = format!("(name: \"{}\")", "x".repeat(1 << 20));
    scratch::write(&file, huge.as_bytes());
    assert_eq!(prefs::load(&file), (Prefs::default(), Found::Closed));
    let mut window = start(&file, SIZE);
    let notice = "Your preferences cannot be read at the moment and are as at the first start; their file is left as it is.";
    assert!(label(&window, notice));
    press(&mut window, Modifiers::COMMAND, egui::Key::J);
    window.run_steps(12);
    assert!(label(&window, notice), "it stays until it is read");
    click(&mut window, "Hide this note");
    assert!(!label(&window, notice));
    press(&mut window, Modifiers::COMMAND, egui::Key::Q);
    assert!(window.state().is_closing());
    assert_eq!(text_of(&file), huge);
    assert_eq!(scratch.names(), ["preferences.ron"]);
    // A folder in its place is as little of our business.
    let folder = scratch.join("folder.ron");
    momentboard::store::fs::save(&scratch.join("seen"), b"x", Base::New).unwrap();
    momentboard::store::fs::ensure_folder_of(&folder.join("x")).unwrap();
    assert_eq!(prefs::load(&folder).1, Found::Closed);
    assert!(prefs::keep(&folder, full(), &Prefs::default()).is_err());
    assert!(folder.is_dir());
}

fn label(window: &Window, text: &str) -> bool {
    use egui_kittest::kittest::Queryable;
    window.query_by_label(text).is_some()
}

#[test]
fn a_broken_file_is_told_once_and_the_next_start_says_nothing() {
    let scratch = Scratch::new("prefs-told");
    let file = scratch.put("preferences.ron", "(theme: dark, ");
    let mut window = start(&file, SIZE);
    let notice = "Your preferences could not be read and are as at the first start; the file that could not be read is kept as preferences.broken-1.ron.";
    assert!(label(&window, notice), "it is out of the way before anything else is done");
    assert_eq!(scratch.names(), ["preferences.broken-1.ron", "preferences.ron"]);
    assert!(label(&window, "Show in folder"));
    // It stays, on the board and on the start page, until it is read.
    run(&mut window, Command::StartPage);
    assert!(label(&window, notice));
    run(&mut window, Command::StartPage);
    assert!(label(&window, notice));
    click(&mut window, "Hide this note");
    assert!(!label(&window, notice));
    press(&mut window, Modifiers::COMMAND, egui::Key::Q);
    assert_eq!(scratch.names(), ["preferences.broken-1.ron", "preferences.ron"]);
    assert!(!label(&start(&file, SIZE), notice));
}

#[test]
fn a_thousand_damaged_files_start_the_app() {
    let scratch = Scratch::new("prefs-thousand");
    let file = scratch.join("preferences.ron");
    prefs::save(&file, &full()).unwrap();
    let sound = std::fs::read(&file).unwrap();
    let mut seed = 7u64;
    let mut next = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize
    };
    let (mut read, mut broken) = (0, 0);
    for round in 0..1000 {
        let mut bytes = sound.clone();
        match round % 5 {
            0 => bytes.truncate(next() % sound.len()),
            1 => bytes[next() % sound.len()] ^= 1 << (next() % 8),
            2 => bytes.splice(next() % sound.len().., std::iter::repeat_n(0, 300)).for_each(drop),
            3 => bytes.extend_from_slice(&sound),
            _ => (0..20).for_each(|_| bytes[next() % sound.len()] = (next() % 256) as u8),
        }
        scratch::write(&file, &bytes);
        let (kept, found) = prefs::load(&file);
        match found {
            Found::Prefs => read += 1,
            Found::Broken { .. } => broken += 1,
            other => panic!("{other:?}"),
        }
        // What was read can be written and read again.
        prefs::keep(&file, kept.clone(), &kept).unwrap();
        assert_eq!(prefs::load(&file), (kept, Found::Prefs), "round {round}");
        if round % 100 == 0 {
            scratch::write(&file, &bytes);
            let mut window = start(&file, SIZE);
            press(&mut window, Modifiers::COMMAND, egui::Key::Q);
            assert!(window.state().is_closing());
        }
    }
    assert!(read > 50 && broken > 500, "{read} read, {broken} broken");
    assert!(scratch.names().len() <= 2 + prefs::file::MOST_BROKEN, "{:?}", scratch.names());
}
