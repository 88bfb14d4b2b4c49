//! A document with the panels around it, for tests of the panels without the app.

use std::sync::Arc;
use std::time::Duration;

use egui::{Key, Modifiers, Theme, Ui};
use egui_kittest::Harness;
use momentboard::app::Deriver;
use momentboard::check::{Fix, Options};
use momentboard::edit::{Document, Step};
use momentboard::model::*;
use momentboard::ui::bars::{self, BarState};
use momentboard::ui::findings::{FindingsState, findings_ui};
use momentboard::ui::inspector::{InspectorState, inspector_ui};
use momentboard::ui::shelf::Shelf;
use momentboard::ui::theme;
use momentboard::ui::view::{Action, Actions, Cx, FileView, FindingKey, SaveState, Selection, Setup, View};

use crate::raster;

/// Which panels the host shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Show {
    Inspector,
    Findings,
    /// The bars alone.
    Bars,
    All,
}

/// A document with the panels around it; does what they ask for, as the app does.
pub struct Host {
    pub doc: Document,
    pub deriver: Deriver,
    pub selection: Selection,
    pub file: FileView,
    pub setup: Setup,
    current: Option<FindingKey>,
    bar: BarState,
    inspector: InspectorState,
    findings: FindingsState,
    show: Show,
    pub width: f32,
    /// The fix that a panel wants shown.
    pub previewed: Option<Fix>,
    /// What the host does not do itself.
    pub asked: Vec<String>,
}

/// A day of 2027.
pub fn day(month: i8, day: i8) -> Day {
    Day::new(2027, month, day).unwrap()
}

/// A moment's id.
pub fn id(text: &str) -> MomentId {
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
    // One rule is enough here: what others find of this plan is not the panels' business.
    let others = momentboard::check::rules().iter().filter(|rule| rule.code != "PBR-01");
    let off = |rule: &momentboard::check::Rule| RuleOff {
        rule: rule.code.into(),
        by: "Lena".into(),
        reason: "A small plan".into(),
        unknown: Unknown::default(),
    };
    campaign.rules_off = others.map(off).collect();
    campaign.ideas.push(Arc::new(Moment::new(id("idea"), Kind::Community, "Pace-group postcards")));
    campaign
}

impl Host {
    /// The host on the first card of the plan.
    pub fn new(show: Show) -> Self {
        let mut host = Self {
            doc: Document::unsaved(plan()),
            deriver: Deriver::default(),
            selection: Selection { moments: vec![id("t-ask")], lane: LaneId::parse("tobi"), ..Selection::default() },
            file: FileView { state: SaveState::Saved(Some("14:02".into())), ..FileView::default() },
            setup: Setup::default(),
            current: None,
            bar: BarState::default(),
            inspector: InspectorState::default(),
            findings: FindingsState::default(),
            show,
            width: 316.0,
            previewed: None,
            asked: Vec::new(),
        };
        host.derive();
        host
    }

    /// Brings everything in step with the document, by the app's own hand.
    pub fn derive(&mut self) {
        let options = Options { today: Some(today()), ..Options::default() };
        self.deriver.update(self.doc.campaign(), self.doc.revision(), &options);
        self.file.undo = self.doc.undo_label().map(str::to_owned);
        self.file.redo = self.doc.redo_label().map(str::to_owned);
    }

    fn ui(&mut self, ui: &mut Ui) {
        // The app takes the keys of undo before any widget sees them.
        if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Z)) {
            self.doc.undo();
            self.derive();
        }
        let pictures = Shelf::default();
        let mut out = Actions::default();
        let cx = Cx {
            campaign: self.doc.campaign(),
            index: self.doc.index(),
            derived: &self.deriver.derived,
            selection: &self.selection,
            sieve: &momentboard::ui::view::Sieve::default(),
            tokens: theme::of(ui),
            today: today(),
            options: &self.deriver.options,
            pictures: &pictures,
            file: &self.file,
            setup: &self.setup,
            view: View::Board,
            has_block: false,
            in_guide: false,
            preview: None,
            prompts: momentboard::store::template::prompts(),
        };
        let frame = egui::Frame::NONE.fill(cx.tokens.panel);
        if matches!(self.show, Show::Bars | Show::All) {
            egui::Panel::top("top").exact_size(bars::TOP).frame(frame).show(ui, |ui| bars::top_bar_ui(&cx, ui, &mut out));
            let status = egui::Panel::bottom("status").exact_size(bars::STATUS).frame(frame);
            status.show(ui, |ui| bars::status_bar_ui(&cx, &mut self.bar, "58%", ui, &mut out));
        }
        if matches!(self.show, Show::Inspector | Show::All) {
            let panel = egui::Panel::right("inspector").exact_size(self.width).frame(frame);
            panel.show(ui, |ui| inspector_ui(&cx, &mut self.inspector, ui, &mut out));
        }
        if matches!(self.show, Show::Findings | Show::All) {
            let panel = egui::Panel::bottom("findings").exact_size(momentboard::ui::findings::first_height(false)).frame(frame);
            panel.show(ui, |ui| findings_ui(&cx, &mut self.findings, self.current.as_ref(), ui, &mut out));
        }
        egui::CentralPanel::default().frame(frame.fill(cx.tokens.canvas)).show(ui, |_| {});
        for action in out.drain() {
            self.act(action);
        }
    }

    /// Carries out what a panel wants.
    pub fn act(&mut self, action: Action) {
        match action {
            Action::Edit(step) => drop(self.doc.edit(step, Duration::ZERO).unwrap()),
            Action::Enter(field) => self.doc.enter(field),
            Action::TakeBack(field) => self.doc.take_back(field),
            Action::Seal => self.doc.seal(),
            Action::ApplyFix(fix) => drop(self.doc.edit(Step::new(fix.title, fix.edits), Duration::ZERO).unwrap()),
            Action::PreviewFix(_, fix) => self.previewed = Some(fix),
            Action::Select(selection) => self.selection = selection,
            Action::FocusField(field) => self.inspector.focus(field),
            Action::FocusEntry(field, at) => self.inspector.focus_entry(field, at),
            Action::ShowFinding(key) => {
                self.selection = Selection { moments: key.moment.into_iter().collect(), lane: key.lane, ..Selection::default() };
                self.current = Some(key);
            }
            other => self.asked.push(format!("{other:?}")),
        }
        self.derive();
    }

    /// Does the fix that a panel wanted shown, as Enter does.
    pub fn apply_previewed(&mut self) {
        let fix = self.previewed.take().expect("a fix is shown");
        self.act(Action::ApplyFix(fix));
    }

    /// A moment as it is now.
    pub fn moment(&self, key: &str) -> Moment {
        let (_, moment) = self.doc.campaign().moment(id(key)).unwrap();
        Moment::clone(moment)
    }
}

/// A fixed today.
pub fn today() -> Day {
    day(9, 2)
}

/// The host in a window of that size.
pub fn window(host: Host, theme: Theme, size: [f32; 2]) -> Harness<'static, Host> {
    let mut harness = raster::builder(theme, size).build_ui_state(|ui: &mut Ui, host: &mut Host| host.ui(ui), host);
    harness.run();
    harness
}
