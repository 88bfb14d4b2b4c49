//! Bars, inspector, findings panel and dialogs, by accessible label, on a document that a small host edits.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use egui::accesskit::Role;
use egui::{Key, Modifiers, Theme, Ui};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::check::{Options, Severity, State, check_lane, cross};
use momentboard::edit::{Document, Step};
use momentboard::model::*;
use momentboard::ui::bars::{self, BarState};
use momentboard::ui::command::Command;
use momentboard::ui::dialogs::{self, PathAnswer, PathDraft, UnsavedAnswer};
use momentboard::ui::findings::{FindingsState, data, findings_ui};
use momentboard::ui::inspector::{InspectorState, inspector_ui};
use momentboard::ui::theme;
use momentboard::ui::view::{Action, Actions, Counts, Cx, Derived, FileView, FindingKey, LaneView, Mark, SaveState, Selection};

use crate::raster;

/// Which panels the host shows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Show {
    Inspector,
    Findings,
    All,
}

/// A document with the panels around it; does what they ask for, as the app does.
struct Host {
    doc: Document,
    derived: Derived,
    selection: Selection,
    file: FileView,
    current: Option<FindingKey>,
    bar: BarState,
    inspector: InspectorState,
    findings: FindingsState,
    show: Show,
    width: f32,
    /// What the host does not do itself.
    asked: Vec<String>,
}

fn day(month: i8, day: i8) -> Day {
    Day::new(2027, month, day).unwrap()
}

fn id(text: &str) -> MomentId {
    MomentId::parse(text).unwrap()
}

/// One creator who asks first, one who has a good arc, and an idea.
fn plan() -> Campaign {
    let mut campaign = Campaign::new(PlanId::default(), "The long way round");
    campaign.line = Some("Fjell 2 earns its place next to people who keep going.".into());
    campaign.start = Some(day(8, 23));
    campaign.end = Some(day(11, 30));
    campaign.budget = Money::parse("60000 EUR");
    let mut brand = Brand::new(BrandId::parse("nb").unwrap(), "Northbound");
    brand.values = vec!["Nobody runs alone".into(), "Patience over pace".into()];
    campaign.brands.push(Arc::new(brand));
    campaign.products.push(Arc::new(Product::new(ProductId::parse("fjell").unwrap(), "Fjell 2")));
    for (key, name) in [("tobi", "Tobi Achterberg"), ("maren", "Maren Solheim")] {
        let mut creator = Creator::new(CreatorId::parse(key).unwrap(), name);
        creator.values = vec!["Nobody runs alone".into(), "Humour".into()];
        creator.handle = Some(format!("@{key}.runs"));
        campaign.creators.push(Arc::new(creator));
        let mut lane = Lane::of_creator(LaneId::parse(key).unwrap(), CreatorId::parse(key).unwrap());
        let cards = if key == "tobi" {
            [
                ("t-ask", Kind::Product, 7, 9, "20% off the Fjell 2 with TOBI20"),
                ("t-ann", Kind::Announcement, 22, 9, "So… I joined a running brand"),
            ]
        } else {
            [
                ("m-ann", Kind::Announcement, 1, 9, "Why I said yes"),
                ("m-val", Kind::Values, 16, 9, "The winter I learned to run slowly"),
            ]
        };
        for (key, kind, on, month, title) in cards {
            let mut moment = Moment::new(id(key), kind, title);
            moment.when = When::On(day(month, on));
            moment.platform = Some(Platform::TikTok);
            if key == "t-ask" {
                moment.product = ProductId::parse("fjell");
                moment.cta = Some(Cta::Hard);
                moment.cost = Money::parse("3500 EUR");
                moment.hook = Some("“Use TOBI20. Link in bio. Only this week.”".into());
                moment.creative_control = Some(Control::Brand);
                moment.notes = Some("Retail wants the code early. Agree a later date with them.".into());
                moment.owner = Some("Oskar Nyman".into());
            }
            if key == "m-ann" {
                moment.status = Status::Published;
            }
            lane.moments.push(Arc::new(moment));
        }
        campaign.lanes.push(Arc::new(lane));
    }
    campaign.ideas.push(Arc::new(Moment::new(id("idea"), Kind::Community, "Pace-group postcards")));
    campaign
}

impl Host {
    fn new(show: Show) -> Self {
        let mut host = Self {
            doc: Document::unsaved(plan()),
            derived: Derived::default(),
            selection: Selection { moments: vec![id("t-ask")], lane: LaneId::parse("tobi") },
            file: FileView { name: None, state: SaveState::Saved(Some("14:02".into())), undo: None, redo: None },
            current: None,
            bar: BarState::default(),
            inspector: InspectorState::default(),
            findings: FindingsState::default(),
            show,
            width: 316.0,
            asked: Vec::new(),
        };
        host.derive();
        host
    }

    fn derive(&mut self) {
        let campaign = self.doc.campaign();
        let cross = cross(campaign);
        let options = Options { profile: None, today: Some(today()) };
        let mut derived = Derived::default();
        for lane in &campaign.lanes {
            let report = check_lane(campaign, &cross, lane, &options);
            derived.findings.extend(report.findings.iter().cloned().map(Arc::new));
            derived.lanes.push(Arc::new(LaneView {
                lane: Arc::clone(lane),
                findings: report.findings.into_iter().map(Arc::new).collect(),
                not_checked: report.not_checked,
                curve: None,
                marks: HashMap::<MomentId, Mark>::new(),
                counts: Counts::default(),
            }));
        }
        derived.findings.sort_by_key(|finding| finding.severity);
        for finding in &derived.findings {
            match (finding.state, finding.severity) {
                (State::Accepted(_), _) => derived.counts.accepted += 1,
                (_, Severity::Error) => derived.counts.errors += 1,
                (_, Severity::Warning) => derived.counts.warnings += 1,
                (_, Severity::Hint) => derived.counts.hints += 1,
            }
        }
        self.derived = derived;
        self.file.undo = self.doc.undo_label().map(str::to_owned);
        self.file.redo = self.doc.redo_label().map(str::to_owned);
    }

    fn ui(&mut self, ui: &mut Ui) {
        // The app takes the keys of undo before any widget sees them.
        if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Z)) {
            self.doc.undo();
            self.derive();
        }
        let pictures = HashMap::new();
        let mut out = Actions::default();
        let cx = Cx {
            campaign: self.doc.campaign(),
            index: self.doc.index(),
            derived: &self.derived,
            selection: &self.selection,
            tokens: theme::of(ui),
            today: today(),
            pictures: &pictures,
            file: &self.file,
        };
        let frame = egui::Frame::NONE.fill(cx.tokens.panel);
        if self.show == Show::All {
            egui::Panel::top("top").exact_size(bars::TOP).frame(frame).show(ui, |ui| bars::top_bar_ui(&cx, ui, &mut out));
            let status = egui::Panel::bottom("status").exact_size(bars::STATUS).frame(frame);
            status.show(ui, |ui| bars::status_bar_ui(&cx, &mut self.bar, "58%", ui, &mut out));
        }
        if self.show != Show::Findings {
            let panel = egui::Panel::right("inspector").exact_size(self.width).frame(frame);
            panel.show(ui, |ui| inspector_ui(&cx, &mut self.inspector, ui, &mut out));
        }
        if self.show != Show::Inspector {
            let panel = egui::Panel::bottom("findings").exact_size(31.0 + 3.0 * 28.0).frame(frame);
            panel.show(ui, |ui| findings_ui(&cx, &mut self.findings, self.current.as_ref(), ui, &mut out));
        }
        egui::CentralPanel::default().frame(frame.fill(cx.tokens.canvas)).show(ui, |_| {});
        for action in out.drain() {
            self.act(action);
        }
    }

    fn act(&mut self, action: Action) {
        match action {
            Action::Edit(step) => drop(self.doc.edit(step, Duration::ZERO).unwrap()),
            Action::Seal => self.doc.seal(),
            Action::ApplyFix(fix) => drop(self.doc.edit(Step::new(fix.title, fix.edits), Duration::ZERO).unwrap()),
            Action::Select(selection) => self.selection = selection,
            Action::FocusField(field) => self.inspector.focus(field),
            Action::ShowFinding(key) => {
                self.selection = Selection { moments: key.moment.into_iter().collect(), lane: key.lane };
                self.current = Some(key);
            }
            other => self.asked.push(format!("{other:?}")),
        }
        self.derive();
    }

    fn moment(&self, key: &str) -> Moment {
        let (_, moment) = self.doc.campaign().moment(id(key)).unwrap();
        Moment::clone(moment)
    }
}

fn today() -> Day {
    day(9, 2)
}

fn window(host: Host, theme: Theme, size: [f32; 2]) -> Harness<'static, Host> {
    let mut harness = raster::builder(theme, size).build_ui_state(|ui: &mut Ui, host: &mut Host| host.ui(ui), host);
    harness.run();
    harness
}

fn inspector() -> Harness<'static, Host> {
    window(Host::new(Show::Inspector), Theme::Light, [400.0, 1400.0])
}

fn write(harness: &mut Harness<'_, Host>, label: &str, text: &str) {
    clear(harness, label);
    for letter in text.chars() {
        harness.get_by_role_and_label(Role::TextInput, label).type_text(&letter.to_string());
        harness.run();
    }
}

/// Puts the keyboard into a field and selects what it says, so that what is typed takes its place.
fn clear(harness: &mut Harness<'_, Host>, label: &str) {
    harness.get_by_role_and_label(Role::TextInput, label).focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
}

#[test]
fn pictures_to_look_at() {
    if std::env::var_os("PANELS_LOOK").is_none() {
        return;
    }
    for (name, theme) in [("light", Theme::Light), ("dark", Theme::Dark)] {
        let mut all = window(Host::new(Show::All), theme, [1440.0, 900.0]);
        raster::shot(&mut all, format!("/tmp/panels-{name}.png"));
        let mut tall = Host::new(Show::Inspector);
        tall.width = 316.0;
        raster::shot(&mut window(tall, theme, [320.0, 1180.0]), format!("/tmp/panels-tall-{name}.png"));
        let mut narrow = Host::new(Show::All);
        narrow.width = 280.0;
        raster::shot(&mut window(narrow, theme, [760.0, 600.0]), format!("/tmp/panels-narrow-{name}.png"));
        let mut lane = Host::new(Show::Inspector);
        lane.selection.moments.clear();
        raster::shot(&mut window(lane, theme, [320.0, 800.0]), format!("/tmp/panels-lane-{name}.png"));
        let mut campaign = Host::new(Show::Inspector);
        campaign.selection = Selection::default();
        raster::shot(&mut window(campaign, theme, [320.0, 600.0]), format!("/tmp/panels-campaign-{name}.png"));
        let mut question = raster::builder(theme, [760.0, 480.0]).build_ui_state(
            |ui: &mut Ui, (): &mut ()| {
                dialogs::unsaved_ui(ui, "The long way round");
            },
            (),
        );
        question.run();
        raster::shot(&mut question, format!("/tmp/panels-unsaved-{name}.png"));
        let mut explain = raster::builder(theme, [900.0, 700.0]).build_ui_state(
            |ui: &mut Ui, (): &mut ()| {
                dialogs::explain_ui(ui, "PBR-01");
            },
            (),
        );
        explain.run();
        raster::shot(&mut explain, format!("/tmp/panels-explain-{name}.png"));
    }
}

#[test]
fn typing_a_title_is_one_step_and_undo_shows_the_old_one() {
    let mut harness = inspector();
    write(&mut harness, "Title", "Later");
    assert_eq!(harness.state().moment("t-ask").title, "Later");
    assert_eq!(harness.state().doc.undo_depth(), 1, "letters of one stretch of typing are one step");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert_eq!(harness.state().moment("t-ask").title, "20% off the Fjell 2 with TOBI20");
    let field = harness.get_by_role_and_label(Role::TextInput, "Title");
    assert_eq!(field.accesskit_node().value().as_deref(), Some("20% off the Fjell 2 with TOBI20"));
}

#[test]
fn leaving_a_field_ends_the_step() {
    let mut harness = inspector();
    write(&mut harness, "Title", "One");
    harness.key_press(Key::Enter);
    harness.run();
    write(&mut harness, "Title", "Two");
    assert_eq!(harness.state().doc.undo_depth(), 2);
    assert_eq!(harness.state().moment("t-ask").title, "Two");
}

#[test]
fn text_of_one_moment_never_lands_in_another() {
    let mut harness = inspector();
    write(&mut harness, "Title", "Mine");
    // The selection changes while the field has the keyboard, and typing goes on.
    harness.state_mut().selection.moments = vec![id("t-ann")];
    harness.run();
    harness.event(egui::Event::Text(" and yours".into()));
    harness.run();
    assert_eq!(harness.state().moment("t-ann").title, "So… I joined a running brand");
    assert_eq!(harness.state().moment("t-ask").title, "Mine");
    // Undo changes the other moment while this one is shown; coming back shows what the document says.
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    harness.state_mut().selection.moments = vec![id("t-ask")];
    harness.run();
    let field = harness.get_by_role_and_label(Role::TextInput, "Title");
    assert_eq!(field.accesskit_node().value().as_deref(), Some("20% off the Fjell 2 with TOBI20"));
    assert_eq!(harness.state().moment("t-ann").title, "So… I joined a running brand");
}

#[test]
fn a_change_from_elsewhere_wins_over_what_was_typed() {
    let mut harness = inspector();
    write(&mut harness, "Title", "Typed");
    // Undo and typing in neighbouring frames: the draft must not survive the undo.
    harness.event(egui::Event::Text("!".into()));
    harness.step();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    let field = harness.get_by_role_and_label(Role::TextInput, "Title");
    assert_eq!(field.accesskit_node().value().as_deref(), Some("20% off the Fjell 2 with TOBI20"));
}

#[test]
fn a_day_that_does_not_exist_stays_a_draft() {
    let mut harness = inspector();
    write(&mut harness, "Date", "30 Feb");
    assert_eq!(harness.state().moment("t-ask").when, When::On(day(9, 7)));
    assert_eq!(harness.state().doc.undo_depth(), 0);
    harness.get_by_label_contains("Not a day yet");
    harness.key_press(Key::Enter);
    harness.run();
    let field = harness.get_by_role_and_label(Role::TextInput, "Date");
    assert_eq!(field.accesskit_node().value().as_deref(), Some("30 Feb"), "what was written is there to be mended");
    write(&mut harness, "Date", "3 Oct");
    assert_eq!(harness.state().moment("t-ask").when, When::On(day(10, 3)));
    assert!(harness.query_by_label_contains("Not a day yet").is_none());
    harness.key_press(Key::Enter);
    harness.run();
    let field = harness.get_by_role_and_label(Role::TextInput, "Date");
    assert_eq!(field.accesskit_node().value().as_deref(), Some("Sun 3 Oct"));
}

#[test]
fn an_emptied_field_is_unset() {
    let mut harness = inspector();
    clear(&mut harness, "Owner");
    harness.key_press(Key::Delete);
    harness.run();
    assert_eq!(harness.state().moment("t-ask").owner, None);
    clear(&mut harness, "Cost");
    harness.key_press(Key::Delete);
    harness.run();
    assert_eq!(harness.state().moment("t-ask").cost, None);
    write(&mut harness, "Cost", "1.250,50 gbp");
    assert_eq!(harness.state().moment("t-ask").cost, Money::parse("1250.50 GBP"));
}

#[test]
fn choices_are_steps_of_their_own() {
    let mut harness = inspector();
    harness.get_by_role_and_label(Role::CheckBox, "Inspire").click();
    harness.run();
    harness.get_by_role_and_label(Role::RadioButton, "Soft").click();
    harness.run();
    harness.get_by_role_and_label(Role::RadioButton, "Values story").click();
    harness.run();
    harness.get_by_role_and_label(Role::CheckBox, "Platform label").click();
    harness.run();
    let moment = harness.state().moment("t-ask");
    assert_eq!(moment.audience_value, [AudienceValue::Inspire]);
    assert_eq!((moment.cta, moment.kind, moment.disclosure.platform_label), (Some(Cta::Soft), Kind::Values, true));
    assert_eq!(harness.state().doc.undo_depth(), 4);
    assert_eq!(harness.state().doc.undo_label(), Some("Change platform label of “20% off the Fjell 2 with TOBI20”"));
}

#[test]
fn a_dropdown_moves_the_card_to_another_creator_and_into_the_tray() {
    let mut harness = inspector();
    harness.get_by_role_and_label(Role::ComboBox, "Creator").click();
    harness.run();
    harness.get_by_role_and_label(Role::MenuItem, "Maren Solheim").click();
    harness.run();
    assert_eq!(harness.state().doc.index().lane(id("t-ask")), LaneId::parse("maren"));
    harness.get_by_role_and_label(Role::ComboBox, "Creator").click();
    harness.run();
    harness.get_by_role_and_label(Role::MenuItem, "Ideas").click();
    harness.run();
    assert_eq!(harness.state().doc.index().place(id("t-ask")), Some(None));
    assert!(harness.query_by_label("Product · Ideas, 7 Sep").is_some(), "the idea is still shown");
}

#[test]
fn a_fix_is_one_step_and_clears_its_finding() {
    let mut harness = inspector();
    assert_eq!(harness.state().derived.counts.errors, 1);
    harness.get_by_label("Error: The ask comes before the relationship");
    harness.get_by_role_and_label(Role::Button, "Put the ask last").click();
    harness.run();
    assert_eq!(harness.state().derived.counts.errors, 0);
    assert_eq!(harness.state().doc.undo_depth(), 1);
    assert!(harness.query_by_role_and_label(Role::Button, "Put the ask last").is_none());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert_eq!(harness.state().derived.counts.errors, 1);
    harness.get_by_role_and_label(Role::Button, "Explain").click();
    harness.run();
    assert_eq!(harness.state().asked, ["Explain(\"PBR-01\")"]);
}

#[test]
fn a_field_that_is_asked_for_gets_the_keyboard() {
    let mut harness = inspector();
    for (field, role, label) in [
        ("title", Role::TextInput, "Title"),
        ("when", Role::TextInput, "Date"),
        ("notes", Role::MultilineTextInput, "Notes"),
        ("product", Role::ComboBox, "Product"),
        ("cta", Role::RadioButton, "Hard"),
        ("audience_value", Role::CheckBox, "Entertain"),
    ] {
        harness.state_mut().act(Action::FocusField(field));
        harness.run();
        assert!(harness.get_by_role_and_label(role, label).is_focused(), "{field}");
    }
}

#[test]
fn pages_follow_the_selection() {
    let mut harness = inspector();
    harness.state_mut().selection = Selection { moments: Vec::new(), lane: LaneId::parse("tobi") };
    harness.run();
    harness.get_by_label("Tobi’s lane");
    harness.get_by_role_and_label(Role::MultilineTextInput, "Evidence").focus();
    harness.run();
    harness.event(egui::Event::Text("Two posts of 2026\nA third".into()));
    harness.run();
    let lane = Arc::clone(harness.state().doc.campaign().lane(LaneId::parse("tobi").unwrap()).unwrap());
    assert_eq!(lane.relationship.evidence, ["Two posts of 2026", "A third"]);

    harness.state_mut().selection = Selection::default();
    harness.run();
    write(&mut harness, "Last day", "20 Aug 2027");
    assert_eq!(harness.state().doc.campaign().end, Some(day(11, 30)), "the plan cannot end before it begins");
    write(&mut harness, "Last day", "24 Dec 2027");
    assert_eq!(harness.state().doc.campaign().end, Some(day(12, 24)));

    harness.state_mut().selection.moments = vec![id("t-ask"), id("t-ann"), id("m-val")];
    harness.run();
    harness.get_by_label("3 moments selected");
    harness.get_by_role_and_label(Role::ComboBox, "Status").click();
    harness.run();
    harness.get_by_role_and_label(Role::MenuItem, "Approved").click();
    harness.run();
    assert!(["t-ask", "t-ann", "m-val"].iter().all(|key| harness.state().moment(key).status == Status::Approved));
    harness.get_by_role_and_label(Role::Button, Command::Park.name()).click();
    harness.run();
    assert_eq!(harness.state().asked, ["Run(Park)"]);
}

#[test]
fn a_published_moment_says_so_and_can_be_changed() {
    let mut harness = inspector();
    harness.state_mut().selection.moments = vec![id("m-ann")];
    harness.run();
    harness.get_by_label_contains("Published: fixes never move it");
    write(&mut harness, "Title", "As published");
    assert_eq!(harness.state().moment("m-ann").title, "As published");
}

#[test]
fn a_row_of_the_findings_shows_what_it_is_about() {
    let mut host = Host::new(Show::Findings);
    host.selection = Selection::default();
    let mut harness = window(host, Theme::Light, [900.0, 300.0]);
    let row = harness.get_by_label_contains("Error: Tobi’s first Northbound post is an ask");
    row.click();
    harness.run();
    assert_eq!(harness.state().selection.moments, [id("t-ask")]);
    let row = harness.get_by_label_contains("Error: Tobi’s first Northbound post is an ask");
    assert_eq!(row.accesskit_node().toggled(), Some(egui::accesskit::Toggled::True));
    harness.get_by_role_and_label(Role::Button, "Fix").click();
    harness.run();
    harness.get_by_role_and_label(Role::MenuItem, "Put the ask last").click();
    harness.run();
    assert_eq!(harness.state().derived.counts.errors, 0);
    assert_eq!(harness.state().doc.undo_depth(), 1);
    harness.get_by_label_contains("Nothing to mend.");
    harness.get_by_role_and_label(Role::RadioButton, "Open 0");
}

#[test]
fn rows_say_what_is_open_and_what_is_accepted() {
    let mut host = Host::new(Show::Findings);
    let rows = |host: &Host, filter| -> Vec<String> {
        let campaign = host.doc.campaign();
        let findings = &host.derived.findings;
        let row = |at: usize| data::row(campaign, &findings[at]);
        data::listed(&host.derived, filter)
            .into_iter()
            .map(|at| format!("{:?} {} {}", row(at).tone, row(at).code, row(at).full))
            .collect()
    };
    let open = rows(&host, data::Filter::Open);
    assert_eq!(open, rows(&host, data::Filter::Errors));
    assert!(open[0].starts_with("Error PBR-01 Tobi’s first Northbound post is an ask: Fjell 2, Tue 7 Sep."), "{}", open[0]);
    assert!(rows(&host, data::Filter::Accepted).is_empty());

    let acceptance = Acceptance {
        id: AcceptanceId::parse("a").unwrap(),
        rule: "PBR-01".into(),
        target: Scope::Lane(LaneId::parse("tobi").unwrap()),
        reason: "Retail fixed the date".into(),
        owner: "Lena".into(),
        until: None,
        show_to_client: false,
        facts: Vec::new(),
        unknown: Unknown::default(),
    };
    let edit = momentboard::edit::Edit::Accept { acceptance: Box::new(acceptance) };
    host.doc.edit(Step::new("Accept", vec![edit]), Duration::ZERO).unwrap();
    host.derive();
    assert!(rows(&host, data::Filter::Open).is_empty());
    let accepted = rows(&host, data::Filter::Accepted);
    assert!(accepted[0].starts_with("Accepted PBR-01"), "{}", accepted[0]);
    assert!(accepted[0].ends_with("Accepted by Lena: Retail fixed the date"), "{}", accepted[0]);
}

#[test]
fn bars_say_what_is_true_and_press_commands() {
    let mut harness = window(Host::new(Show::All), Theme::Light, [1280.0, 700.0]);
    harness.get_by_label("Northbound · The long way round");
    harness.get_by_label("Saved 14:02");
    harness.get_by_label("Findings: 1 error");
    for part in [
        "4 moments",
        "1 idea",
        "2 creators",
        "23 Aug – 30 Nov 2027 · 15 weeks",
        "€3,500 of €60,000 planned",
        "1 selected · Tobi, 7 Sep",
    ] {
        harness.get_by_label(part);
    }
    harness.get_by_label("Findings: 1 error").click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, Command::ZoomFit.name()).click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Share").click();
    harness.run();
    harness.get_by_role_and_label(Role::MenuItem, Command::ShareClient.name()).click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Menu").click();
    harness.run();
    harness.get_by_role_and_label(Role::MenuItem, Command::Save.name()).click();
    harness.run();
    assert_eq!(harness.state().asked, ["Run(ToggleFindings)", "Run(ZoomFit)", "Run(ShareClient)", "Run(Save)"]);

    harness.state_mut().asked.clear();
    harness.state_mut().file.state = SaveState::Failed("the disk is full".into());
    harness.run();
    harness.get_by_label("Not saved: the disk is full");
    harness.get_by_role_and_label(Role::Button, "Try again").click();
    harness.run();
    harness.get_by_role_and_label(Role::Button, "Save elsewhere…").click();
    harness.run();
    assert_eq!(harness.state().asked, ["TrySaveAgain", "Run(SaveAs)"]);
}

#[test]
fn undo_and_redo_name_their_steps() {
    let mut harness = window(Host::new(Show::All), Theme::Light, [1280.0, 1400.0]);
    harness.get_by_role_and_label(Role::RadioButton, "Soft").click();
    harness.run();
    let name = "Undo: Change call to action of “20% off the Fjell 2 with TOBI20”";
    harness.get_by(|node| node.label().is_some_and(|label| label.starts_with(name))).click();
    harness.run();
    assert_eq!(harness.state().asked, ["Run(Undo)"]);
}

#[test]
fn every_control_has_a_name() {
    let pressable = [
        Role::Button,
        Role::CheckBox,
        Role::RadioButton,
        Role::ComboBox,
        Role::TextInput,
        Role::MultilineTextInput,
        Role::MenuItem,
    ];
    for selection in [
        Selection { moments: vec![id("t-ask")], lane: None },
        Selection { moments: vec![id("idea")], lane: None },
        Selection { moments: vec![id("t-ask"), id("t-ann")], lane: None },
        Selection { moments: Vec::new(), lane: LaneId::parse("tobi") },
        Selection::default(),
    ] {
        let mut host = Host::new(Show::All);
        host.selection = selection.clone();
        let harness = window(host, Theme::Dark, [1280.0, 1600.0]);
        let mut seen = 0;
        for node in harness.root().children_recursive() {
            let node = node.accesskit_node();
            if pressable.contains(&node.role()) {
                seen += 1;
                assert!(
                    node.label().is_some_and(|label| !label.trim().is_empty()),
                    "{:?} at {:?} in {selection:?}",
                    node.role(),
                    node.bounding_box()
                );
            }
        }
        assert!(seen > 15, "{seen} controls");
    }
}

#[test]
fn nothing_of_the_bars_overlaps_in_a_narrow_window() {
    for state in
        [SaveState::Saved(Some("14:02".into())), SaveState::Failed("the folder cannot be written to by this user".into())]
    {
        let mut host = Host::new(Show::All);
        host.width = 280.0;
        host.file.state = state;
        let harness = window(host, Theme::Light, [760.0, 600.0]);
        let mut rects: Vec<egui::Rect> = Vec::new();
        for node in harness.root().children_recursive() {
            let Some(bounds) = node.accesskit_node().bounding_box() else { continue };
            let rect = egui::Rect::from_min_max(
                egui::pos2(bounds.x0 as f32, bounds.y0 as f32),
                egui::pos2(bounds.x1 as f32, bounds.y1 as f32),
            );
            let role = node.accesskit_node().role();
            if matches!(role, Role::Button | Role::Heading | Role::Status) && rect.bottom() < 55.0 {
                rects.push(rect);
            }
        }
        assert!(rects.len() >= 6, "{rects:?}");
        for (at, a) in rects.iter().enumerate() {
            assert!(a.left() >= 0.0 && a.right() <= 760.0, "{a:?}");
            for b in &rects[at + 1..] {
                assert!(!a.shrink(0.5).intersects(b.shrink(0.5)), "{a:?} lies on {b:?}");
            }
        }
    }
}

/// A dialog alone in a window, and its answers.
struct Asking<A> {
    answers: Vec<A>,
    path: PathDraft,
}

fn asking<A: 'static>(draw: fn(&mut Ui, &mut PathDraft) -> Option<A>) -> Harness<'static, Asking<A>> {
    let state = Asking { answers: Vec::new(), path: PathDraft::new("/plans/arc.mbd") };
    let mut harness = raster::builder(Theme::Light, [760.0, 560.0]).build_ui_state(
        move |ui: &mut Ui, state: &mut Asking<A>| {
            if state.answers.is_empty() {
                state.answers.extend(draw(ui, &mut state.path));
            }
        },
        state,
    );
    harness.run();
    harness
}

#[test]
fn the_question_before_changes_are_lost_has_three_answers() {
    let ask = || asking(|ui, _| dialogs::unsaved_ui(ui, "The long way round"));
    for (button, answer) in [
        ("Save", UnsavedAnswer::Save),
        ("Don’t save", UnsavedAnswer::DontSave),
        ("Cancel", UnsavedAnswer::Cancel),
        ("Close", UnsavedAnswer::Cancel),
    ] {
        let mut harness = ask();
        harness.get_by_label_contains("The long way round");
        harness.get_by_role_and_label(Role::Button, button).click();
        harness.run();
        assert_eq!(harness.state().answers, [answer], "{button}");
    }
    for (key, answer) in [(Key::Escape, UnsavedAnswer::Cancel), (Key::Enter, UnsavedAnswer::Save)] {
        let mut harness = ask();
        harness.key_press(key);
        harness.run();
        assert_eq!(harness.state().answers, [answer], "{key:?}");
    }
}

#[test]
fn messages_and_explanations_close_with_the_keyboard() {
    for key in [Key::Escape, Key::Enter] {
        let mut message = asking(|ui, _| {
            dialogs::message_ui(ui, "The plan is not saved", "The disk is full.", "Free some room.").then_some(())
        });
        message.get_by_label("Free some room.");
        message.key_press(key);
        message.run();
        assert_eq!(message.state().answers.len(), 1, "{key:?}");
        let mut explain = asking(|ui, _| dialogs::explain_ui(ui, "PBR-01").then_some(()));
        explain.get_by_label("Why it matters");
        explain.key_press(key);
        explain.run();
        assert_eq!(explain.state().answers.len(), 1, "{key:?}");
    }
}

#[test]
fn a_path_is_asked_for_until_there_is_one() {
    let ask = || asking(|ui, draft| dialogs::path_ui(ui, "Save the plan", draft));
    let mut harness = ask();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().answers, [PathAnswer::Path("/plans/arc.mbd".into())]);

    let mut harness = ask();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    harness.key_press(Key::Delete);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert!(harness.state().answers.is_empty());
    harness.get_by_label("Write the path of a file first.");
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(harness.state().answers, [PathAnswer::Cancel]);
}
