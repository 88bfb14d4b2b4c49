//! What a user set up is there again after a restart, and nothing that goes wrong with it stops anybody.

use egui::{Modifiers, Theme};
use momentboard::app::{App, Jobs, Keeper, Rim};
use momentboard::model::PlanId;
use momentboard::store::demo;
use momentboard::store::prefs::{self, Found, Prefs, Recent};

use crate::app_window::*;
use crate::raster;
use crate::scratch::{self, Scratch};

/// A window whose preferences are in that file, begun as the program begins it.
pub fn start(file: &std::path::Path, size: [f32; 2]) -> Window {
    let rim = Rim { prefs: Keeper::File(file.to_owned()), ..rim() };
    let app = App::new(demo::fictional(PlanId::default()), rim);
    let mut begun = false;
    let mut window = raster::builder(Theme::Light, size).with_max_steps(40).build_ui_state(
        move |ui, app: &mut App| {
            if !std::mem::replace(&mut begun, true) {
                app.begin(ui.ctx());
            }
            app.logic(ui.ctx());
            app.ui(ui);
        },
        app,
    );
    window.run();
    window
}

#[test]
fn what_stands_for_a_second_is_written_once_and_quitting_writes_at_once() {
    let scratch = Scratch::new("prefs-written");
    let file = scratch.join("preferences.ron");
    let mut window = start(&file, [1440.0, 900.0]);
    window.run_steps(8);
    assert_eq!(prefs::load(&file).1, Found::Prefs);
    window.key_press_modifiers(Modifiers::COMMAND, egui::Key::J);
    window.run_steps(2);
    assert!(prefs::load(&file).0.hidden.is_empty());
    press(&mut window, Modifiers::COMMAND, egui::Key::Q);
    assert!(window.state().is_closing());
    assert_eq!(prefs::load(&file).0.hidden, ["findings"]);
    assert!(window_has(&start(&file, [1440.0, 900.0]), "Findings").is_none(), "the panel stays hidden");
}

fn window_has(window: &Window, label: &str) -> Option<()> {
    use egui_kittest::kittest::Queryable;
    window.query_by_role_and_label(egui::accesskit::Role::Heading, label).map(|_| ())
}

#[test]
fn a_broken_file_means_the_defaults_and_is_kept_beside() {
    let scratch = Scratch::new("prefs-broken");
    let file = scratch.join("preferences.ron");
    scratch::write(&file, b"{ \"theme\": \"dark\", \"scale\": ");
    let mut window = start(&file, [1440.0, 900.0]);
    press(&mut window, Modifiers::COMMAND, egui::Key::Q);
    assert_eq!(prefs::load(&file).1, Found::Prefs);
    assert_eq!(scratch.names(), ["preferences.broken-1.ron", "preferences.ron"]);
    assert_eq!(std::fs::read(scratch.join("preferences.broken-1.ron")).unwrap(), b"{ \"theme\": \"dark\", \"scale\": ");
}

#[test]
fn sizes_that_no_menu_offers_are_not_used() {
    let scratch = Scratch::new("prefs-odd");
    let file = scratch.join("preferences.ron");
    let sizes = [("side".to_owned(), f32::NAN), ("of another time".to_owned(), f32::INFINITY)].into();
    let odd = Prefs { scale: 3, sizes, ..Prefs::default() };
    prefs::save(&file, &odd).unwrap();
    assert!(prefs::load(&file).0.sizes.is_empty(), "what is never equal to itself would be written again every second");
    let window = start(&file, [1440.0, 900.0]);
    assert!((window.ctx.zoom_factor() - 1.0).abs() < f32::EPSILON);
}

#[test]
fn what_a_later_version_wrote_is_written_back() {
    let scratch = Scratch::new("prefs-later");
    let file = scratch.join("preferences.ron");
    scratch::write(&file, b"{\"theme\": dark, \"views\": [\"calendar\"], \"scale\": 125, \"sizes\": {\"table\": 40}}");
    let mut window = start(&file, [1440.0, 900.0]);
    press(&mut window, Modifiers::COMMAND, egui::Key::Q);
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.contains("views") && text.contains("calendar") && text.contains("table"), "{text}");
    let (prefs, found) = prefs::load(&file);
    assert_eq!((found, prefs.theme, prefs.scale), (Found::Prefs, prefs::Theme::Dark, 125));
}

#[test]
fn preferences_read_back_as_they_were() {
    let scratch = Scratch::new("prefs-round");
    let file = scratch.join("folder").join("preferences.ron");
    let plan = |name: &str| Recent {
        path: scratch.join(name),
        brand: "Northbound".into(),
        name: "The “long” way\nround".into(),
        minutes: 30_000_000,
        errors: 2,
        warnings: 3,
        accepted: 1,
        unknown: momentboard::model::Unknown::default(),
    };
    let mut before = Prefs { theme: prefs::Theme::Light, reduced_motion: true, guide_done: true, ..Prefs::default() };
    before.hidden = vec!["side".into()];
    before.folded = vec!["ideas".into()];
    before.sizes.insert("inspector".into(), 333.5);
    before.remember(plan("a"));
    before.remember(plan("b"));
    before.remember(plan("a"));
    let names: Vec<_> = before.recent.iter().map(|recent| recent.path.clone()).collect();
    assert_eq!(names, [scratch.join("a"), scratch.join("b")]);
    prefs::save(&file, &before).unwrap();
    assert_eq!(prefs::load(&file), (before, Found::Prefs));
    for n in 0..20 {
        let mut prefs = prefs::load(&file).0;
        prefs.remember(plan(&n.to_string()));
        prefs::save(&file, &prefs).unwrap();
    }
    assert_eq!(prefs::load(&file).0.recent.len(), prefs::MOST_RECENT);
}

#[test]
fn plans_that_were_saved_or_opened_are_remembered_with_their_findings() {
    let scratch = Scratch::new("prefs-recent");
    let (file, plan) = (scratch.join("preferences.ron"), scratch.join("plan.moments"));
    let mut window = start(&file, [1440.0, 900.0]);
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, egui::Key::S);
    type_path(&mut window, &plan);
    press(&mut window, Modifiers::COMMAND, egui::Key::Q);
    let recent = prefs::load(&file).0.recent;
    assert_eq!(recent.len(), 1);
    let counts = (recent[0].errors, recent[0].name.as_str(), recent[0].brand.as_str());
    assert_eq!((recent[0].path.clone(), counts), (plan.clone(), (1, "The long way round", "Northbound")));
    // 2 September 2027, 14:02.
    assert_eq!(recent[0].minutes, (i64::from(momentboard::model::Day::new(2027, 9, 2).unwrap().number()) * 24 + 14) * 60 + 2);
}

#[test]
fn an_older_write_that_comes_late_changes_nothing() {
    let scratch = Scratch::new("prefs-late");
    let file = scratch.join("preferences.ron");
    let rim = Rim { prefs: Keeper::File(file.clone()), jobs: Jobs::held(), ..rim() };
    let mut window = raster::builder(Theme::Light, [1440.0, 900.0]).with_max_steps(40).build_ui_state(
        |ui, app: &mut App| {
            app.logic(ui.ctx());
            app.ui(ui);
        },
        App::new(demo::fictional(PlanId::default()), rim),
    );
    window.run_steps(8);
    press(&mut window, Modifiers::COMMAND, egui::Key::J);
    press(&mut window, Modifiers::COMMAND, egui::Key::Q);
    assert_eq!(prefs::load(&file).0.hidden, ["findings"]);
    let mut released = 0;
    while window.state().release_job() {
        released += 1;
        assert_eq!(prefs::load(&file).0.hidden, ["findings"]);
    }
    assert!(released > 0, "a write was held back");
}

#[test]
fn less_motion_is_taken_from_the_system_where_it_says_so() {
    use momentboard::store::motion::is_reduced;
    let scratch = Scratch::new("motion");
    let asked = || is_reduced(|name| (name == "XDG_CONFIG_HOME").then(|| scratch.path().into()));
    assert_eq!(asked(), None);
    momentboard::store::fs::ensure_folder_of(&scratch.join("gtk-3.0").join("settings.ini")).unwrap();
    scratch::write(&scratch.join("gtk-3.0").join("settings.ini"), b"[Settings]\ngtk-enable-animations=0\n");
    assert_eq!(asked(), Some(true));
    scratch::write(&scratch.join("kdeglobals"), b"[KDE]\nAnimationDurationFactor=1\n");
    assert_eq!(asked(), Some(false), "the desktop is asked before the toolkit");
    assert_eq!(is_reduced(|_| None), None);
}

#[test]
fn two_windows_keep_what_each_of_them_changed() {
    let scratch = Scratch::new("prefs-two");
    let file = scratch.join("preferences.ron");
    let plan = |name: &str, minutes| Recent {
        path: scratch.join(name),
        brand: String::new(),
        name: name.to_owned(),
        minutes,
        errors: 0,
        warnings: 0,
        accepted: 0,
        unknown: momentboard::model::Unknown::default(),
    };
    let mut first = Prefs::default();
    first.remember(plan("old", 1));
    first.remember(plan("forgotten", 2));
    prefs::save(&file, &first).unwrap();
    let mut one = start(&file, [1440.0, 900.0]);

    // The other window opens a plan and goes dark, and this one, which knows nothing of it, makes everything smaller.
    let mut other = first;
    other.remember(plan("new", 3));
    other.theme = prefs::Theme::Dark;
    prefs::save(&file, &other).unwrap();
    press(&mut one, Modifiers::COMMAND | Modifiers::ALT, egui::Key::Minus);
    press(&mut one, Modifiers::COMMAND, egui::Key::Q);
    let kept = prefs::load(&file).0;
    assert_eq!((kept.theme, kept.scale), (prefs::Theme::Dark, 90));
    assert_eq!(kept.recent.iter().map(|plan| plan.name.as_str()).collect::<Vec<_>>(), ["new", "forgotten", "old"]);
}

#[test]
fn what_was_left_out_here_does_not_come_back_from_another_window() {
    let plan = |name: &str, minutes| Recent {
        path: name.into(),
        brand: String::new(),
        name: name.to_owned(),
        minutes,
        errors: 0,
        warnings: 0,
        accepted: 0,
        unknown: momentboard::model::Unknown::default(),
    };
    let base = Prefs { recent: vec![plan("a", 2), plan("b", 1)], ..Prefs::default() };
    let mine = Prefs { recent: vec![plan("b", 1)], ..Prefs::default() };
    let theirs = Prefs { recent: vec![plan("c", 3), plan("a", 2), plan("b", 1)], ..Prefs::default() };
    let names: Vec<String> = mine.merged(&base, theirs).recent.into_iter().map(|plan| plan.name).collect();
    assert_eq!(names, ["c", "b"]);
}

#[test]
fn one_word_or_number_that_makes_no_sense_does_not_cost_the_rest() {
    let scratch = Scratch::new("prefs-absurd");
    let file = scratch.join("preferences.ron");
    for (theme, scale) in [("sepia", "5000"), ("dark", "-70000"), ("light", "1e30"), ("system", "112.5")] {
        let text = format!(
            "{{\"theme\": {theme}, \"scale\": {scale}, \"sizes\": {{\"side\": -1, \"sheet\": NaN, \"inspector\": 99999, \
             \"findings\": inf}}, \"hidden\": [\"findings\"]}}"
        );
        scratch::write(&file, text.as_bytes());
        let (kept, found) = prefs::load(&file);
        assert_eq!((found, kept.hidden), (Found::Prefs, vec!["findings".to_owned()]), "{text}");
        let mut window = start(&file, [1440.0, 900.0]);
        assert!((window.ctx.zoom_factor() - 1.0).abs() < 0.01, "{text}");
        assert!(window_has(&window, "Campaign").is_some(), "{text}");
        // What was mended is written once, and after that there is nothing to do.
        window.run_steps(12);
        let written = std::fs::read(&file).unwrap();
        window.run_steps(12);
        assert_eq!(written, std::fs::read(&file).unwrap());
        assert!(!String::from_utf8_lossy(&written).contains("NaN"));
    }
}
