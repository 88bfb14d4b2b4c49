//! What `check` is told to look at and to mind: many plans, `--deny`, `--allow`, baselines.
#![expect(clippy::disallowed_methods, reason = "the tests play everybody else who writes to the disk")]

use std::fs;
use std::path::Path;

use momentboard::model::IdSource;
use momentboard::store::{Base, demo, open_plan, save_plan};
use serde_json::{Value, json};

use crate::scratch::Scratch;
use crate::terminal_run::{Said, args, demo_file, parsed, run};

/// Code and severity of every finding of the first file.
fn told(said: &Said) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let findings = parsed(said)["files"][0]["findings"].as_array().unwrap().clone();
    findings.iter().map(|finding| (text(&finding["code"]), text(&finding["severity"]))).collect()
}

#[test]
fn many_plans_come_in_the_order_of_the_arguments() {
    let folder = Scratch::new("gates-order");
    let (_, small) = demo::files().into_iter().find(|(name, _)| *name == "two-cases.moments").unwrap();
    // The first is much larger than the others, and done last.
    let mut large = demo::two_cases(IdSource::seeded(3).plan());
    let mut ids = IdSource::seeded(4);
    let card = large.lanes[0].moments[0].clone();
    for _ in 0..4000 {
        let mut other = (*card).clone();
        other.id = ids.moment();
        large.ideas.push(other.into());
    }
    save_plan(&folder.join("zz-large.moments"), &large, Base::New).unwrap();
    let mut args: Vec<std::ffi::OsString> = vec!["check".into(), "--format".into(), "json".into()];
    let mut wanted = vec![folder.join("zz-large.moments").display().to_string()];
    args.push(folder.join("zz-large.moments").into());
    for n in (0..40).rev() {
        let path = folder.join(&format!("{n:02}.moments"));
        fs::write(&path, small).unwrap();
        wanted.push(path.display().to_string());
        args.push(path.into());
    }
    let said = run(&args);
    let files = parsed(&said)["files"].clone();
    let names: Vec<&str> = files.as_array().unwrap().iter().map(|file| file["file"].as_str().unwrap()).collect();
    assert_eq!(names, wanted);
    assert_eq!(said.err, "", "nothing about progress where nobody looks");
    assert_eq!(run(&args), said, "the same every time");
    // As text they come in the same order, and the sum is of all.
    let mut text = args.clone();
    text.splice(1..3, []);
    let text = run(&text).out;
    let at: Vec<usize> = wanted.iter().map(|name| text.find(name.as_str()).unwrap()).collect();
    assert!(at.is_sorted(), "{at:?}");
    assert!(text.contains("in 41 plans."), "{text}");
}

#[test]
fn a_plan_that_is_meant_twice_is_checked_once() {
    let folder = Scratch::new("gates-twice");
    fs::create_dir_all(folder.join("a")).unwrap();
    let (_, bytes) = demo::files()[0];
    fs::write(folder.join("a/plan.moments"), bytes).unwrap();
    fs::write(folder.join("other.moments"), bytes).unwrap();
    let again = folder.join("a/../a/plan.moments");
    let said = run(args!["check", folder.path(), folder.join("a"), &again, folder.path(), "--format", "json"]);
    let files = parsed(&said)["files"].clone();
    let names: Vec<&str> = files.as_array().unwrap().iter().map(|file| file["file"].as_str().unwrap()).collect();
    let wanted = ["a/plan.moments", "other.moments"].map(|name| folder.join(name).display().to_string());
    assert_eq!(names, wanted);
}

#[test]
fn a_plan_that_cannot_be_read_says_so_and_hides_no_other() {
    let folder = Scratch::new("gates-bad");
    let good = demo_file(&folder, "two-cases.moments");
    let bad = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        fs::write(&path, bytes).unwrap();
        path
    };
    let empty = bad("empty.moments", b"");
    let latin = bad("latin.moments", b"(format: \"momentboard\", version: 1, min_reader: 1, id: \"caf\xe9\")");
    let gone = folder.join("gone.moments");
    let nothing = folder.join("nothing");
    fs::create_dir(&nothing).unwrap();
    let said = run(args!["check", &empty, &latin, &gone, &nothing, &good]);
    assert_eq!(said.code, 2);
    assert!(said.out.contains("The ask comes before the relationship"), "{}", said.out);
    for (path, what) in [(&empty, "empty"), (&latin, "UTF-8"), (&gone, "no such file"), (&nothing, "No plan was found")] {
        let named = path.display().to_string();
        let line = said.err.lines().find(|line| line.starts_with(&named)).unwrap_or_else(|| panic!("{named}\n{}", said.err));
        assert!(line.contains(what), "{line}");
    }
    // Every message comes with what to do about it.
    assert_eq!(said.err.lines().filter(|line| line.starts_with("  ")).count(), 4, "{}", said.err);
}

#[test]
fn standard_input_is_refused_in_words() {
    let commands: [&[std::ffi::OsString]; 3] = [args!["check", "-"], args!["fix", "-"], args!["export", "-", "-o", "none.md"]];
    for command in commands {
        let said = run(command);
        assert_eq!((said.code, said.out.as_str()), (2, ""), "{command:?}");
        assert!(
            said.err.starts_with("“-” stands for standard input, and plans are read from files only.\n  Write"),
            "{}",
            said.err
        );
    }
    assert!(run(args!["check", "./-"]).err.contains("There is no such file"));
}

#[test]
fn a_denied_rule_is_an_error_and_an_allowed_one_is_left_out() {
    let folder = Scratch::new("gates-deny");
    let path = demo_file(&folder, "two-cases.moments");
    let plain = told(&run(args!["check", &path, "--format", "json"]));
    assert!(plain.contains(&("FIT-01".into(), "warning".into())), "{plain:?}");
    let all = ["--min-level", "error", "--format", "json"];
    let [level, error, format, json] = all;

    let said = run(args!["check", &path, level, error, format, json, "--deny", "fit-01", "--allow", "product-first"]);
    assert_eq!(told(&said), [("FIT-01".to_owned(), "error".to_owned())], "by code or by name, in capitals or not");
    assert_eq!(said.code, 1);
    assert_eq!(parsed(&said)["files"][0]["left_out"], json!([{"code": "PBR-01", "findings": 1}]));

    let said = run(args!["check", &path, level, error, format, json, "--allow", "PBR-01"]);
    assert_eq!((told(&said).len(), said.code), (0, 0), "without its one error the plan is fine");

    let allowed: Vec<&str> = plain.iter().map(|(code, _)| code.as_str()).collect();
    let text = run(args!["check", &path, "--allow", allowed.join(",")]);
    assert_eq!(text.code, 0);
    let count = format!("{} findings left out by --allow (", plain.len());
    assert!(text.out.contains(&count), "{}", text.out);
    for code in &allowed {
        assert!(text.out.contains(code), "{code}\n{}", text.out);
    }
    let said = run(args!["check", &path, "--deny", "FIT-01", "--deny", "FIT-02,VAL-02", format, json]);
    assert!(told(&said).iter().all(|(_, severity)| severity == "error"), "repeated, and as a list");
}

#[test]
fn rules_that_do_not_exist_or_contradict_are_refused() {
    let folder = Scratch::new("gates-codes");
    let path = demo_file(&folder, "two-cases.moments");
    for flag in ["--deny", "--allow"] {
        let said = run(args!["check", &path, flag, "PBR-01,prodcut-frist"]);
        assert_eq!((said.code, said.out.as_str()), (2, ""));
        assert_eq!(said.err, "There is no rule “prodcut-frist”.\n  Did you mean PBR-01 (product-first)?\n");
    }
    let said = run(args!["check", &path, "--deny", "PBR-01", "--allow", "product-first"]);
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert!(said.err.starts_with("PBR-01 is named by --deny and by --allow.\n"), "{}", said.err);
    let said = run(args!["check", &path, "--deny", "pbr1"]);
    assert!(said.err.contains("Did you mean PBR-01"), "{}", said.err);
}

/// Gives the ask of the first lane another day.
fn move_first_ask(path: &Path) {
    let mut campaign = open_plan(path).unwrap().campaign;
    let lane = std::sync::Arc::make_mut(campaign.lanes.iter_mut().find(|lane| lane.id.to_string() == "tobi").unwrap());
    let ask = lane.moments.iter_mut().find(|moment| moment.id.to_string() == "tobi-ask").unwrap();
    let momentboard::model::When::On(day) = ask.when else { panic!("the ask has a date") };
    std::sync::Arc::make_mut(ask).when = momentboard::model::When::On(day.plus(1));
    save_plan(path, &campaign, Base::Overwrite).unwrap();
}

#[test]
fn a_baseline_hides_what_is_known_and_nothing_new() {
    let folder = Scratch::new("gates-baseline");
    let plans = [demo_file(&folder, "long-way-round.moments"), demo_file(&folder, "two-cases.moments")];
    let known = folder.join("known.json");
    let before = run(args!["check", folder.path(), "--format", "json"]);
    let count: usize = parsed(&before)["files"].as_array().unwrap().iter().map(|f| f["findings"].as_array().unwrap().len()).sum();
    assert!(count > 2);

    // What is too light to be shown is known, too.
    let said = run(args!["check", folder.path(), "--write-baseline", &known, "--min-level", "error"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(said.out.ends_with(&format!("{count} known findings written down in {}.\n", known.display())), "{}", said.out);
    let said = run(args!["check", folder.path(), "--baseline", &known]);
    assert_eq!(said.code, 0);
    assert!(said.out.contains(&format!("Not reported: {count} known findings of the baseline.")), "{}", said.out);
    assert!(!said.out.contains("No longer found"), "{}", said.out);

    // A known plan under another name is known; a changed fact makes a new finding, and the old one is gone.
    let renamed = folder.join("autumn.moments");
    fs::rename(&plans[0], &renamed).unwrap();
    assert_eq!(run(args!["check", &renamed, "--baseline", &known]).code, 0);
    move_first_ask(&renamed);
    let said = run(args!["check", &renamed, "--baseline", &known, "--format", "json"]);
    assert_eq!(said.code, 1);
    let new = told(&said);
    assert!(new.iter().any(|(code, _)| code == "PBR-08"), "{new:?}");
    let root = parsed(&said);
    let gone: Vec<&str> = root["baseline"]["gone"].as_array().unwrap().iter().map(|it| it["code"].as_str().unwrap()).collect();
    assert!(gone.contains(&"PBR-08") && gone.len() == new.len(), "{gone:?}: only of plans that were looked at");
    let text = run(args!["check", &renamed, "--baseline", &known]).out;
    assert!(text.contains("No longer found: ") && text.contains("PBR-08 in Tobi Achterberg, "), "{text}");

    // Brought up to date, it still knows the plan that was not looked at.
    let said = run(args!["check", &renamed, "--baseline", &known, "--write-baseline", &known]);
    assert_eq!(said.code, 0, "{}", said.err);
    let said = run(args!["check", folder.path(), "--baseline", &known]);
    assert_eq!(said.code, 0, "{}", said.out);
    assert!(!said.out.contains("No longer found"), "{}", said.out);
}

#[test]
fn a_broken_baseline_is_one_message_with_its_line() {
    let folder = Scratch::new("gates-broken");
    let plan = demo_file(&folder, "two-cases.moments");
    let known = folder.join("known.json");
    assert_eq!(run(args!["check", &plan, "--write-baseline", &known]).code, 0);
    let sound = fs::read_to_string(&known).unwrap();
    let at = sound.lines().position(|line| line.contains("\"plan\"")).unwrap() + 1;
    fs::write(&known, sound.replacen("\"plan\":", "\"plan\"", 1)).unwrap();
    let said = run(args!["check", &plan, "--baseline", &known]);
    assert_eq!((said.code, said.out.as_str(), said.err.lines().count()), (2, "", 2), "{}", said.err);
    assert!(said.err.starts_with(&format!("{}:{at}:", known.display())), "{}", said.err);
    for (content, what) in [("{}", "not a baseline"), ("", "ends here in the middle"), ("\u{0}", "not JSON")] {
        fs::write(&known, content).unwrap();
        let said = run(args!["check", &plan, "--baseline", &known]);
        assert_eq!((said.code, said.out.as_str()), (2, ""));
        assert!(said.err.contains(what), "{}", said.err);
    }
    let said = run(args!["check", &plan, "--baseline", folder.join("none.json")]);
    assert!(said.code == 2 && said.err.contains("There is no such file"), "{}", said.err);
}

#[test]
fn a_baseline_replaces_nothing_but_a_baseline() {
    let folder = Scratch::new("gates-replace");
    let plan = demo_file(&folder, "two-cases.moments");
    let before = fs::read(&plan).unwrap();
    let said = run(args!["check", &plan, "--write-baseline", &plan]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("This file exists and is not a baseline"), "{}", said.err);
    assert!(fs::read(&plan).unwrap() == before);
    // Where a plan could not be read, the baseline would lack its findings.
    fs::write(folder.join("broken.moments"), "(").unwrap();
    let said = run(args!["check", folder.path(), "--write-baseline", folder.join("known.json")]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("The baseline was not written"), "{}", said.err);
    assert!(!folder.names().contains(&"known.json".to_owned()));
}
