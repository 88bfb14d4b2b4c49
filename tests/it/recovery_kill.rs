//! A real process is killed while it edits: what it had done is there at the next start.
//!
//! The test binary starts itself. The child has no display: it drives the window headless, with the real threads.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use momentboard::app::{App, Jobs, Rim};
use momentboard::edit::{Edit, MomentChange, Step};
use momentboard::model::{Campaign, PlanId};
use momentboard::store::fs::Base;
use momentboard::store::home::Home;
use momentboard::store::{demo, journal, open_plan, save_plan};
use momentboard::ui::view::Action;

use crate::app_window::*;
use crate::scratch::Scratch;

/// Set in the child: the folder it works in.
const FOLDER: &str = "MOMENTBOARD_TEST_EDITS_IN";
/// Set in the child: how many edits it makes before it only waits to be killed.
const EDITS: &str = "MOMENTBOARD_TEST_EDITS";

fn home(folder: &Path) -> Home {
    Home::at(folder.join("state"))
}

fn file(folder: &Path) -> PathBuf {
    folder.join("plan.moments")
}

/// The plan of the file after that many edits.
fn after(folder: &Path, edits: usize) -> Campaign {
    let mut plan = open_plan(&file(folder)).unwrap().campaign;
    if edits > 0 {
        let first = std::sync::Arc::make_mut(&mut std::sync::Arc::make_mut(&mut plan.lanes[0]).moments[0]);
        first.title = format!("Edit {edits}");
    }
    plan
}

/// What the child does; for everybody else there is nothing to do.
#[test]
fn child_that_edits_until_it_is_killed() {
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else { return };
    let edits: usize = std::env::var(EDITS).unwrap().parse().unwrap();
    let rim = Rim { home: Some(home(&folder)), jobs: Jobs::threaded(), ..rim() };
    let mut window = window_of(App::new(Campaign::new(PlanId::default(), "Nothing yet"), rim));
    let ctx = window.ctx.clone();
    window.state_mut().open_at_start(&ctx, file(&folder));
    while window.state().document().campaign().lanes.is_empty() {
        std::thread::sleep(Duration::from_millis(5));
        window.step();
    }
    let id = window.state().document().campaign().lanes[0].moments[0].id;
    for edit in 1..=edits {
        let change = MomentChange::Title(format!("Edit {edit}"));
        window.state_mut().want(Action::Edit(Step::new("Edit", vec![Edit::SetMoment { id, change }])));
        window.step();
        println!("edited {edit}");
        std::thread::sleep(Duration::from_millis(20));
    }
    // No frame is drawn from here on: the journal may not need one.
    std::thread::sleep(Duration::from_mins(1));
}

fn start_child(folder: &Path, edits: usize) -> (Child, impl Iterator<Item = usize>) {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "recovery_kill::child_that_edits_until_it_is_killed", "--nocapture", "--test-threads=1"])
        .env(FOLDER, folder)
        .env(EDITS, edits.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let done = lines.map_while(Result::ok).filter_map(|line| line.rsplit_once("edited ")?.1.trim().parse().ok());
    (child, done)
}

/// SIGKILL, or what the system has for it.
fn kill(mut child: Child) {
    child.kill().unwrap();
    child.wait().unwrap();
}

fn plan_in(name: &str) -> Scratch {
    let folder = Scratch::new(name);
    save_plan(&file(folder.path()), &demo::two_cases(PlanId::from_bits(21)), Base::New).unwrap();
    folder
}

#[test]
fn edits_older_than_a_second_survive_a_kill() {
    let folder = plan_in("recovery-kill");
    let (child, mut edits) = start_child(folder.path(), 5);
    assert_eq!(edits.by_ref().find(|edit| *edit == 5), Some(5));
    // Half a second of quiet is enough; the rest is for a machine that is busy.
    let home = home(folder.path());
    let written = |_| {
        std::thread::sleep(Duration::from_millis(100));
        std::fs::read_dir(home.journals()).is_ok_and(|plans| plans.flatten().any(|plan| has_journal(&plan.path())))
    };
    assert!((0..100).any(written), "a journal is begun");
    std::thread::sleep(Duration::from_millis(1500));
    assert!(journal::found(&home).is_empty(), "as long as it lives nothing is offered");
    kill(child);

    let mut window = window_in(Rim { home: Some(home), ..rim() }, Campaign::new(PlanId::default(), "Nothing yet"));
    window.get_by_role_and_label(Role::Dialog, "5 edits since 14:02 were not saved");
    click(&mut window, "Restore");
    assert_eq!(**window.state().document().campaign(), after(folder.path(), 5));
    assert_eq!(window.state().document().undo_depth(), 5);
}

fn has_journal(plan: &Path) -> bool {
    let files = std::fs::read_dir(plan).into_iter().flatten().flatten();
    files.map(|file| file.path()).any(|path| path.extension().is_some_and(|ending| ending == "jrn"))
}

#[test]
fn whoever_never_pauses_is_written_about_too() {
    let folder = plan_in("recovery-kill-typing");
    let (child, mut edits) = start_child(folder.path(), 100_000);
    // Edits follow each other every 20 ms, so that no pause is ever long enough.
    let last = edits.by_ref().find(|edit| *edit >= 120).unwrap();
    kill(child);
    let found = journal::found(&home(folder.path()));
    let [found] = &found[..] else { panic!("one draft, not {found:?}") };
    let recovered = journal::recover(&home(folder.path()), found).unwrap();
    let kept = recovered.steps.len();
    assert!(kept > 0, "nothing was written in {last} edits without a pause");
    assert_eq!(**recovered.last(), after(folder.path(), kept), "a state that was on screen, whole");
}
