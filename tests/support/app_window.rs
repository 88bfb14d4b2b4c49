//! The whole window without a display: opened on a plan, driven by what screen readers are told, in a world that stands still.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, Theme};
use egui_kittest::Harness;
use egui_kittest::kittest::{By, NodeT, Queryable};
use momentboard::app::{App, Clock, Dialogs, Jobs, Keeper, Rim};
use momentboard::check::Severity;
use momentboard::cli::clock::Now;
use momentboard::model::{Campaign, Day, IdSource, LaneId, MomentId, PlanId, When};
use momentboard::store::{demo, picture};
use momentboard::ui::command::Command;

use crate::raster;

pub type Window = Harness<'static, App>;

/// A world that stands still: 2 September 2027, 14:02, jobs at once, paths asked for in the window.
pub fn rim() -> Rim {
    Rim {
        clock: Clock::Fixed(Now { day: Day::new(2027, 9, 2).unwrap(), hour: 14, minute: 2 }),
        ids: IdSource::seeded(1),
        dialogs: Dialogs::InWindow,
        jobs: Jobs::on_the_spot(),
        typing_pause: Duration::from_secs(1),
        prefs: Keeper::Nowhere,
        home: None,
        tables: momentboard::cli::Tables::Here,
    }
}

pub fn window_on(campaign: Campaign) -> Window {
    window_in(rim(), campaign)
}

/// The same where jobs wait until they are released.
pub fn window_with_held_jobs(campaign: Campaign) -> Window {
    window_in(Rim { jobs: Jobs::held(), ..rim() }, campaign)
}

pub fn window_in(rim: Rim, campaign: Campaign) -> Window {
    window_of(App::new(campaign, rim))
}

pub fn window_of(app: App) -> Window {
    let mut window = raster::builder(Theme::Light, [1440.0, 900.0]).with_max_steps(40).build_ui_state(
        |ui, app: &mut App| {
            app.logic(ui.ctx());
            app.ui(ui);
        },
        app,
    );
    window.run();
    window
}

pub fn window() -> Window {
    window_on(fictional())
}

/// The fictional campaign as it looks on the board, with pictures that are no larger than the board shows them: a test opens it
/// hundreds of times, and half of that would be scaling pictures down.
pub fn fictional() -> Campaign {
    static SMALL: LazyLock<Campaign> = LazyLock::new(|| {
        let mut campaign = demo::fictional(PlanId::default());
        let mut small = HashMap::new();
        for picture in &mut campaign.pictures {
            let pixels = picture::decode(picture, 448).expect("the demo's pictures are sound");
            let image = image::RgbaImage::from_raw(pixels.width, pixels.height, pixels.rgba).expect("its size");
            let mut bytes = std::io::Cursor::new(Vec::new());
            image.write_to(&mut bytes, image::ImageFormat::Png).expect("a PNG");
            let scaled = picture::from_bytes(&picture.name, bytes.get_ref()).expect("a picture");
            small.insert(picture.id, scaled.id);
            *picture = Arc::new(scaled);
        }
        for moment in campaign.lanes.iter_mut().flat_map(|lane| &mut Arc::make_mut(lane).moments).chain(&mut campaign.ideas) {
            let moment = Arc::make_mut(moment);
            moment.image = moment.image.and_then(|id| small.get(&id).copied());
        }
        campaign
    });
    SMALL.clone()
}

/// The ask that comes first.
pub fn tobis_ask(app: &App) -> MomentId {
    app.findings().iter().find(|finding| finding.rule.code == "PBR-08").unwrap().moments[0]
}

pub fn when(app: &App, id: MomentId) -> When {
    app.document().campaign().moment(id).unwrap().1.when
}

pub fn title(app: &App, id: MomentId) -> String {
    app.document().campaign().moment(id).unwrap().1.title.clone()
}

pub fn lane_of(app: &App, id: MomentId) -> LaneId {
    app.document().index().lane(id).unwrap()
}

pub fn errors(app: &App) -> Vec<&'static str> {
    let open = app.findings().iter().filter(|finding| finding.severity == Severity::Error && finding.state.is_open());
    open.map(|finding| finding.rule.code).collect()
}

/// The middle of a card of the board, found by its words.
pub fn card_at(window: &Window, words: &str) -> Pos2 {
    let cards: Vec<_> = window
        .query_all_by_role(Role::Button)
        .filter(|node| {
            let label = node.accesskit_node().label().unwrap_or_default();
            label.contains(words) && label.contains(", ")
        })
        .collect();
    assert_eq!(cards.len(), 1, "one card says “{words}”");
    // Beside the middle, so that a badge or picture on the card is not in the way.
    cards[0].rect().left_top() + egui::vec2(40.0, 12.0)
}

pub fn drag(window: &mut Window, from: Pos2, to: Pos2) {
    window.drag_at(from);
    window.step();
    for share in [0.1_f32, 0.4, 0.8, 1.0] {
        window.hover_at(from + (to - from) * share);
        window.step();
    }
}

/// Two clicks within a moment: the steps of a test are too far apart for that, so the clock is held back.
pub fn double_click(window: &mut Window, at: Pos2) {
    window.hover_at(at);
    window.step();
    for pressed in [true, false, true, false] {
        let time = window.ctx.input(|input| input.time);
        window.input_mut().time = Some(time + 0.01);
        let button = egui::PointerButton::Primary;
        window.event(Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE });
        window.step();
    }
    window.input_mut().time = None;
    window.run();
}

pub fn press_button(window: &mut Window, at: Pos2, button: PointerButton) {
    window.hover_at(at);
    for pressed in [true, false] {
        window.event(Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE });
        window.step();
    }
    window.run();
}

pub fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run();
}

pub fn click(window: &mut Window, label: &str) {
    window.get_by_label(label).click();
    window.run();
}

pub fn write_in(window: &mut Window, label: &str, text: &str) {
    window.get_by_role_and_label(Role::TextInput, label).focus();
    window.run();
    for c in text.chars() {
        window.event(Event::Text(c.to_string()));
        window.step();
    }
    window.run();
}

/// Selects a card by a click and returns its id.
pub fn select(window: &mut Window, words: &str) -> MomentId {
    let at = card_at(window, words);
    window.drag_at(at);
    window.step();
    window.drop_at(at);
    window.run();
    window.state().selection().primary().unwrap()
}

pub fn type_path(window: &mut Window, path: &Path) {
    let field = window.get_by_role_and_label(Role::TextInput, "Path");
    field.focus();
    window.run();
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.step();
    window.event(Event::Text(path.display().to_string()));
    window.run();
    window.key_press(Key::Enter);
    window.run();
}

/// Runs the next job that waits, and shows what it did.
pub fn release(window: &mut Window) {
    assert!(window.state().release_job(), "a job waits");
    window.run();
}

/// The user pressed the close button of the window.
pub fn close(window: &mut Window) {
    let viewport = window.input().viewport_id;
    window.input_mut().viewports.entry(viewport).or_default().events.push(egui::ViewportEvent::Close);
    window.step();
    window.input_mut().viewports.entry(viewport).or_default().events.clear();
    window.run();
}

/// A file that is dropped onto the window.
#[derive(Debug)]
struct Dropped(std::path::PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }
    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("not read this way".into())
    }
}

/// Drops a file onto the window.
pub fn drop_file(window: &mut Window, path: &Path) {
    drop_files(window, &[path.to_owned()]);
}

/// Drops several at once.
pub fn drop_files(window: &mut Window, paths: &[std::path::PathBuf]) {
    let dropped = |path: &std::path::PathBuf| Arc::new(Dropped(path.clone())) as egui::DroppedFileHandle;
    window.input_mut().dropped_files = paths.iter().map(dropped).collect();
    window.step();
    window.input_mut().dropped_files.clear();
    window.run();
}

/// Whether these words are shown anywhere, be it as what a thing is called or as what it holds.
pub fn has(window: &Window, words: &str) -> bool {
    window.query_all(By::new().predicate(|_| true)).any(|node| {
        let node = node.accesskit_node();
        [node.label(), node.value()].into_iter().flatten().any(|text| text.contains(words))
    })
}

/// Runs a command, as its keys do.
pub fn run(window: &mut Window, command: Command) {
    let ctx = window.ctx.clone();
    window.state_mut().run(&ctx, command);
    window.run();
}

/// Writes over what stands in a field.
pub fn write_over(window: &mut Window, role: Role, label: &str, text: &str) {
    window.get_by_role_and_label(role, label).focus();
    window.run();
    overwrite(window, text);
}

/// Writes over whatever stands in the field that has the keyboard.
pub fn overwrite(window: &mut Window, text: &str) {
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.step();
    if text.is_empty() {
        window.key_press(Key::Backspace);
    } else {
        window.event(Event::Text(text.to_owned()));
    }
    window.run();
}
