//! A whole plan by keyboard alone, from the start page to the saved file. Nothing here presses the mouse, and nothing puts the
//! keyboard anywhere but Tab, the arrows and the keys of commands.

use egui::{Event, Key, Modifiers, Theme};
use egui_kittest::kittest::{NodeT, Queryable, by};
use momentboard::app::{App, Keeper, Rim, Screen};
use momentboard::model::{Campaign, Day, Kind, Lane, LaneKind, Moment, Platform};
use momentboard::store::open_plan;
use momentboard::store::prefs::{self, Prefs};

use crate::app_window::*;
use crate::palette_window;
use crate::raster;
use crate::scratch::Scratch;

const PLAIN: Modifiers = Modifiers::NONE;

/// The start page, as somebody sees it who was here before and has left the guide.
fn start_page(folder: &Scratch) -> Window {
    let file = folder.join("preferences.ron");
    prefs::save(&file, &Prefs { guide_done: true, ..Prefs::default() }).unwrap();
    let rim = Rim { prefs: Keeper::File(file), ..rim() };
    let mut window = raster::builder(Theme::Light, [1440.0, 900.0]).with_max_steps(40).build_ui_state(
        |ui, app: &mut App| {
            app.logic(ui.ctx());
            app.ui(ui);
        },
        App::at_start(rim, false),
    );
    window.run();
    window
}

/// What the thing is called that has the keyboard.
fn focused(window: &Window) -> String {
    let node = window.query_all(by().predicate(|node| node.is_focused() && !node.is_hidden())).next();
    node.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
}

/// Goes on with Tab until something of that name has the keyboard.
fn tab_to(window: &mut Window, name: &str) {
    let mut seen = Vec::new();
    for _ in 0..160 {
        press(window, PLAIN, Key::Tab);
        let now = focused(window);
        if now == name {
            return;
        }
        seen.push(now);
    }
    panic!("Tab never comes to “{name}”: {seen:?}");
}

fn write(window: &mut Window, text: &str) {
    press(window, Modifiers::COMMAND, Key::A);
    for c in text.chars() {
        window.event(Event::Text(c.to_string()));
        window.step();
    }
    window.run();
}

/// Goes to a field and writes over what stands there.
fn fill(window: &mut Window, field: &str, text: &str) {
    tab_to(window, field);
    write(window, text);
}

/// Adds something whose name is asked for first, and leaves its field.
fn add_named(window: &mut Window, words: &str, row: &str, name: &str) {
    palette_window::choose(window, words, row);
    write(window, name);
    press(window, PLAIN, Key::Enter);
}

/// Fills in the page of the moment that is selected: its day, where it appears, and what it shares.
fn describe(window: &mut Window, day: &str, value: Option<&str>) {
    press(window, PLAIN, Key::Enter);
    assert_eq!(focused(window), "Title", "Enter on a card opens its page");
    fill(window, "Date", day);
    tab_to(window, "Channel");
    press(window, PLAIN, Key::Enter);
    press(window, PLAIN, Key::ArrowDown);
    press(window, PLAIN, Key::Enter);
    if let Some(value) = value {
        share(window, value);
    }
    press(window, PLAIN, Key::Escape);
}

/// Writes a value that is none of those that the plan offers: the field is a menu, and its row for that opens another field.
fn share(window: &mut Window, value: &str) {
    tab_to(window, "Shared value");
    press(window, PLAIN, Key::Enter);
    for _ in 0..20 {
        if focused(window) == "Other…" {
            break;
        }
        press(window, PLAIN, Key::ArrowDown);
    }
    assert_eq!(focused(window), "Other…", "the menu offers to write another value");
    press(window, PLAIN, Key::Enter);
    assert_eq!(focused(window), "In other words");
    write(window, value);
    press(window, PLAIN, Key::Enter);
}

fn lane_of<'a>(campaign: &'a Campaign, name: &str) -> &'a Lane {
    campaign.lanes.iter().find(|lane| campaign.lane_name(lane) == name).unwrap()
}

fn day_of(campaign: &Campaign, title: &str) -> Option<Day> {
    let mut moments = campaign.lanes.iter().flat_map(|lane| &lane.moments);
    moments.find(|moment| moment.title == title).and_then(|moment| campaign.day_of(moment.when))
}

#[test]
fn a_whole_plan_is_made_and_saved_without_a_mouse() {
    let folder = Scratch::new("keys-whole-plan");
    let mut window = start_page(&folder);
    tab_to(&mut window, "New storyboard");
    press(&mut window, PLAIN, Key::Enter);
    assert_eq!(window.state().screen(), Screen::Plan);

    // The campaign, whom it is for, and what it offers.
    palette_window::choose(&mut window, "the campaign", "The campaign");
    write(&mut window, "Slow miles");
    fill(&mut window, "First day", "6 Sep 2027");
    fill(&mut window, "Last day", "28 Nov 2027");
    add_named(&mut window, "add a brand", "Add a brand", "Northbound");
    add_named(&mut window, "add a product to the plan", "Add a product to the plan", "Fjell 2");

    // Two creators with lanes, and a lane of the brand's own.
    add_named(&mut window, "add a creator", "Add a creator", "Bea Holm");
    palette_window::choose(&mut window, "event bea", "Add an event for Bea");
    write(&mut window, "A night run");
    press(&mut window, PLAIN, Key::Enter);
    describe(&mut window, "20 Sep", None);
    for (words, row, title, day) in [
        ("origin bea", "Add an origin story for Bea", "Where I began", "27 Sep"),
        ("teaser bea", "Add a teaser for Bea", "Something is coming", "4 Oct"),
        ("impact bea", "Add an impact story for Bea", "What it did", "11 Oct"),
    ] {
        palette_window::choose(&mut window, words, row);
        write(&mut window, title);
        press(&mut window, PLAIN, Key::Enter);
        describe(&mut window, day, None);
    }
    add_named(&mut window, "lane for the brand", "Add a lane for the brand", "Northbound itself");
    add_named(&mut window, "add a creator", "Add a creator", "Ada Brook");
    press(&mut window, PLAIN, Key::Escape);
    // The product comes far too early: that is for the checker.
    for (words, row, title, day, value) in [
        ("announcement ada", "Add an announcement for Ada", "Why I am here", "1 Nov", None),
        ("values ada", "Add a values story for Ada", "What we both believe", "8 Nov", Some("Mend before new")),
        ("community ada", "Add a community story for Ada", "Her first mile", "15 Nov", None),
        ("product ada", "Add a product for Ada", "The shoe", "7 Sep", None),
    ] {
        palette_window::choose(&mut window, words, row);
        write(&mut window, title);
        press(&mut window, PLAIN, Key::Enter);
        describe(&mut window, day, value);
    }

    // The first finding is mended: gone to, looked at, applied.
    let before = window.state().document().undo_depth();
    let early = day_of(window.state().document().campaign(), "The shoe");
    press(&mut window, PLAIN, Key::F8);
    press(&mut window, Modifiers::COMMAND, Key::Period);
    assert!(window.state().preview().is_some(), "the fix is shown on the board");
    press(&mut window, PLAIN, Key::Enter);
    assert!(window.state().preview().is_none(), "what was shown is done or left");
    assert_eq!(window.state().document().undo_depth(), before + 1, "the fix is done");

    // Who makes the product's post, and what the team has to know.
    palette_window::choose(&mut window, "The shoe", "The shoe");
    press(&mut window, PLAIN, Key::Enter);
    fill(&mut window, "Owner", "Ida");
    fill(&mut window, "Notes", "Ask for the shoe in grey");
    press(&mut window, PLAIN, Key::Tab);
    press(&mut window, PLAIN, Key::Escape);

    add_named(&mut window, "add a phase", "Add a phase", "Warm up");
    add_named(&mut window, "quiet days", "Add blackout dates", "Election");

    let path = folder.join("slow miles.moments");
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    assert_eq!(focused(&window), "Path");
    write(&mut window, &path.display().to_string());
    press(&mut window, PLAIN, Key::Enter);

    let mended = day_of(window.state().document().campaign(), "The shoe");
    let saved = open_plan(&path).expect("it was saved").campaign;
    assert_eq!(saved.name, "Slow miles");
    assert!(saved.brands.iter().any(|brand| brand.name == "Northbound"));
    assert!(saved.products.iter().any(|product| product.name == "Fjell 2"));
    for name in ["Bea Holm", "Ada Brook"] {
        assert!(saved.creators.iter().any(|creator| creator.name == name), "{name}");
    }
    assert!(saved.lanes.iter().any(|lane| lane.kind == LaneKind::Brand));
    let kinds = |name: &str| lane_of(&saved, name).moments.iter().map(|moment| moment.kind).collect::<Vec<_>>();
    for kind in [Kind::Event, Kind::Origin, Kind::Teaser, Kind::Impact] {
        assert!(kinds("Bea Holm").contains(&kind), "{kind:?}");
    }
    for kind in [Kind::Announcement, Kind::Values, Kind::Community, Kind::Product] {
        assert!(kinds("Ada Brook").contains(&kind), "{kind:?}");
    }
    let all: Vec<&Moment> = saved.lanes.iter().flat_map(|lane| &lane.moments).map(|moment| &**moment).collect();
    let titled = |title: &str| *all.iter().find(|moment| moment.title == title).unwrap_or_else(|| panic!("no “{title}”"));
    for title in ["A night run", "Where I began", "Why I am here", "What we both believe", "Her first mile", "The shoe"] {
        assert!(titled(title).platform.is_some(), "“{title}” appears somewhere");
    }
    assert_eq!(titled("A night run").platform, Platform::ALL.iter().copied().next());
    assert_eq!(saved.day_of(titled("Where I began").when).map(|day| day.to_string()).as_deref(), Some("2027-09-27"));
    assert_eq!(titled("What we both believe").shared_value.as_deref(), Some("Mend before new"));
    assert_eq!(titled("The shoe").owner.as_deref(), Some("Ida"));
    assert_eq!(titled("The shoe").notes.as_deref(), Some("Ask for the shoe in grey"));
    assert_eq!(saved.phases.iter().map(|phase| phase.name.as_str()).collect::<Vec<_>>(), ["Warm up"]);
    assert_eq!(saved.blackouts.iter().map(|quiet| quiet.why.as_deref()).collect::<Vec<_>>(), [Some("Election")]);
    assert_eq!(early, Some(Day::new(2027, 9, 7).unwrap()), "the product came first");
    assert_eq!(day_of(&saved, "The shoe"), mended);
    assert!(mended > day_of(&saved, "Her first mile"), "the fix that is in the file brings it behind its run-up");
}
