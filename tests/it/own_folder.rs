//! The folder of a user's own templates: names of files, what cannot be used, and the terminal.

#![expect(clippy::disallowed_methods, reason = "the tests play everybody else who writes to the disk")]

use std::fs::File;

use momentboard::model::{Campaign, PlanId};
use momentboard::store::keep::{Wanted, template_of};
use momentboard::store::template::{self, Template};
use momentboard::store::{demo, open_plan, own};

use crate::scratch::Scratch;
use crate::terminal_run::{args, run_with_templates};

fn template(name: &str) -> Template {
    let plan: Campaign = demo::fictional(PlanId::default());
    let lane = plan.lanes[0].id;
    template_of(&plan, Some(lane), &Wanted { name: name.into(), line: "A line".into(), ..Wanted::default() })
}

#[test]
fn names_of_files_are_safe_whatever_the_name_and_never_clash() {
    let folder = Scratch::new("own-names");
    let inner = folder.join("made/when/needed");
    let keys: Vec<String> = [
        "Our arc",
        "Our arc",
        "our ARC!",
        "../../etc/passwd",
        "con",
        "COM1",
        "你好",
        "",
        "  .  ",
        "values-led",
        "Blank",
        "a/b\\c:d*e?f\"g<h>i|j\0k",
        &"long ".repeat(200),
        "Ünïcödé",
    ]
    .iter()
    .map(|name| own::add(&inner, template(name)).unwrap())
    .collect();
    assert_eq!(
        keys[..11],
        [
            "our-arc",
            "our-arc-2",
            "our-arc-3",
            "etc-passwd",
            "template-con",
            "template-com1",
            "template",
            "template-2",
            "template-3",
            "values-led-2",
            "blank-2"
        ]
    );
    for key in &keys {
        assert!(key.len() <= 50 && key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'), "{key}");
        assert!(inner.join(format!("{key}.ron")).is_file());
    }
    assert_eq!(folder.names(), ["made"]);
    // One of them has no name at all, which no dialog lets through: it is said to be none.
    let shelf = own::read(&inner);
    assert_eq!((shelf.templates.len(), shelf.notices.len()), (keys.len() - 1, 1), "{:?}", shelf.notices);
}

#[test]
fn a_file_that_cannot_be_used_is_one_line_and_the_others_are_there() {
    let folder = Scratch::new("own-broken");
    own::add(folder.path(), template("Good")).unwrap();
    let good = std::fs::read_to_string(folder.join("good.ron")).unwrap();
    std::fs::write(folder.join("broken.ron"), "(key: \"x\", name: \"half").unwrap();
    std::fs::write(folder.join("empty.ron"), "").unwrap();
    std::fs::write(folder.join("latin.ron"), b"(name: \"\xE9\")").unwrap();
    std::fs::write(folder.join("newer.ron"), good.replace("version: 1", "version: 2").replace("kind: values", "kind: hologram"))
        .unwrap();
    std::fs::write(folder.join("no-such-kind.ron"), good.replacen("kind: ", "kind: x", 1)).unwrap();
    std::fs::write(folder.join("no-creator.ron"), good.replacen("creators: [", "unknown: [", 1)).unwrap();
    std::fs::write(folder.join("deep.ron"), format!("(name: {}", "[".repeat(100_000))).unwrap();
    std::fs::write(folder.join("values-led.ron"), &good).unwrap();
    std::fs::write(folder.join("notes.txt"), "not mine").unwrap();
    std::fs::write(folder.join(".hidden.ron"), "not mine").unwrap();
    std::fs::create_dir(folder.join("folder.ron")).unwrap();
    File::create(folder.join("huge.ron")).unwrap().set_len(momentboard::store::limits::TEMPLATE_BYTES + 1).unwrap();
    let shelf = own::read(folder.path());
    let keys: Vec<&str> = shelf.templates.iter().map(|own| own.template.key.as_str()).collect();
    assert_eq!(keys, ["good", "values-led-2"], "a key of the program's own is not taken");
    let says = |name: &str, what: &str| {
        let lines: Vec<&String> = shelf.notices.iter().filter(|line| line.starts_with(&format!("{name} in"))).collect();
        assert!(lines.len() == 1 && lines[0].contains(what), "{name}: {:?}", shelf.notices);
    };
    says("broken.ron", "no template");
    says("empty.ron", "no template");
    says("latin.ron", "no template");
    says("newer.ron", "newer version");
    says("no-such-kind.ron", "no template");
    says("no-creator.ron", "no template");
    says("deep.ron", "no template");
    says("huge.ron", "larger than 8 MiB");
    says("folder.ron", "folder");
    assert_eq!(shelf.notices.len(), 9, "{:?}", shelf.notices);
    assert!(own::read(&folder.join("nowhere")).notices.is_empty());
}

#[test]
fn there_is_a_bound_and_it_is_said() {
    let folder = Scratch::new("own-bound");
    own::add(folder.path(), template("One")).unwrap();
    let text = std::fs::read(folder.join("one.ron")).unwrap();
    for at in 0..own::MOST {
        std::fs::write(folder.join(&format!("t{at:03}.ron")), &text).unwrap();
    }
    let shelf = own::read(folder.path());
    assert_eq!((shelf.templates.len(), shelf.notices.len()), (own::MOST, 1));
    let error = own::add(folder.path(), template("Two")).unwrap_err();
    assert_eq!(error.message, "There are 100 templates of your own already.");
    assert!(!folder.join("two.ron").exists());
}

#[test]
fn what_another_program_changed_is_neither_written_over_nor_removed() {
    let folder = Scratch::new("own-conflict");
    own::add(folder.path(), template("Ours")).unwrap();
    let shelf = own::read(folder.path());
    let ours = shelf.get("ours").unwrap();
    own::rename(ours, "Renamed", "Another line").unwrap();
    let now = own::read(folder.path());
    let renamed = &now.get("ours").unwrap().template;
    assert_eq!((renamed.name.as_str(), renamed.short.as_str()), ("Renamed", "Another line"));
    // The first reading is stale now.
    assert!(own::rename(ours, "Again", "").is_err() && own::remove(ours).is_err());
    assert_eq!(folder.names(), ["ours.ron"]);
    own::remove(now.get("ours").unwrap()).unwrap();
    assert!(folder.names().is_empty());
    own::remove(now.get("ours").unwrap()).unwrap();
}

#[test]
fn the_terminal_lists_and_uses_them() {
    let folder = Scratch::new("own-terminal");
    let templates = folder.join("templates");
    let said = run_with_templates(&templates, args!["templates"]);
    assert!(said.code == 0 && said.err.is_empty() && !said.out.contains("Your own:"));
    own::add(&templates, template("Winter arc")).unwrap();
    std::fs::write(templates.join("broken.ron"), "(").unwrap();
    let said = run_with_templates(&templates, args!["templates"]);
    assert_eq!(said.code, 0);
    assert!(said.out.contains("Your own:\nwinter-arc"), "{}", said.out);
    assert!(said.out.contains("Winter arc") && said.out.contains("A line"), "{}", said.out);
    assert!(template::all().iter().all(|template| said.out.contains(&template.key)));
    assert_eq!(said.err, "broken.ron in your templates is left out: it is no template.\n");
    let out = folder.join("plan.moments");
    let said = run_with_templates(&templates, args!["new", "--template", "Winter-Arc", "-o", &out]);
    assert_eq!((said.code, said.out.lines().count()), (0, 2), "{} {}", said.out, said.err);
    let plan = open_plan(&out).unwrap().campaign;
    assert_eq!((plan.name.as_str(), plan.lanes.len()), ("Winter arc", 1));
    let said = run_with_templates(&templates, args!["new", "--template", "winter-ark", "-o", folder.join("no.moments")]);
    assert_eq!(said.code, 2);
    assert!(said.err.ends_with("There is no template “winter-ark”.\n  Did you mean winter-arc?\n"), "{}", said.err);
}
