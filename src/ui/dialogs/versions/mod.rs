//! Earlier versions of the plan: the list at the left, what differs from the chosen one at the right, and what is done with it.

mod list;

use std::sync::Arc;

use egui::{Align, Id, Key, Label, Layout, Role, ScrollArea, Ui, WidgetInfo, vec2};

use crate::model::Campaign;
use crate::ui::compare::{Comparison, compare_ui};
use crate::ui::fonts;
use crate::ui::kit::{self, Button, TextField};
use crate::ui::theme::{self, Tone, space};
use crate::ui::view::Cx;
use crate::words::{versions as say, window};

use super::{Closed, Dialog, default_focus, paragraph};

/// Width of the dialog, in points, and of the list in it.
const WIDTH: f32 = 980.0;
const LIST: f32 = 420.0;
/// Narrower than this, what is known of a version stands below the list, in points.
const BESIDE: f32 = 400.0;

/// What can be done with a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VersionState {
    /// Everything.
    Sound,
    /// Nothing: a newer program wrote it.
    Newer,
    /// Nothing: the file of the version itself is damaged.
    Damaged,
    /// Everything, with what could be read of it.
    InPart,
    /// Nothing: it cannot be read as a plan.
    Unreadable,
}

/// A version in the list, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionRow {
    /// "Today 14:02".
    pub when: String,
    /// What somebody called it.
    pub name: Option<String>,
    /// The size of the change: "6 moments changed, 1 added".
    pub what: String,
    /// How many moments, and how large: "14 moments, 48 KB".
    pub figures: String,
    /// Where the plan stood then.
    pub place: Option<String>,
    /// Open errors, warnings and hints, and accepted findings.
    pub findings: Option<[usize; 4]>,
    /// What can be done with it.
    pub state: VersionState,
}

impl VersionRow {
    /// By what it is known: its name, else when it was kept.
    #[must_use]
    pub fn title(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.when)
    }
}

/// What the list knows.
#[derive(Clone, Debug, Default)]
pub enum Versions {
    /// It is being read.
    #[default]
    Reading,
    /// Somebody stopped that.
    Stopped,
    /// There is no place for versions.
    Nowhere,
    /// It cannot be read: why, and what to do.
    Cannot(String, String),
    /// The versions, the newest first.
    Listed(Vec<VersionRow>),
}

/// What is known of the chosen version.
#[derive(Clone, Debug, Default)]
pub enum Look {
    /// It is being read.
    #[default]
    Reading,
    /// Somebody stopped that.
    Stopped,
    /// It cannot be opened: why, and what to do.
    Cannot(String, String),
    /// What it holds.
    Seen {
        /// The plan as it was.
        version: Arc<Campaign>,
        /// What differs now; `None` where nothing of the file can be read to compare it with.
        comparison: Option<Comparison>,
        /// What is worth saying about it.
        notices: Vec<String>,
    },
}

/// What the dialog asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Asks {
    /// Which version, and what with it.
    #[default]
    Which,
    /// What it is called.
    Name,
    /// Whether all of them go.
    Forget,
}

/// The dialog as it is.
#[derive(Clone, Debug, Default)]
pub struct VersionsDraft {
    /// The plan of this session that it is about.
    pub generation: u64,
    /// The list.
    pub versions: Versions,
    /// Why the last save kept none, while that holds.
    pub trouble: Option<String>,
    /// Which one is chosen.
    pub chosen: usize,
    /// What is known of it.
    pub look: Look,
    /// What is being read takes so long that it can be stopped.
    pub slow: bool,
    /// The plan that is to be kept with a name: the one that was shared.
    pub shared: Option<Arc<Campaign>>,
    /// It is about a file that is damaged: one of its versions is opened in its place.
    damaged: bool,
    asks: Asks,
    name: String,
}

impl VersionsDraft {
    /// The list of the versions of that plan of this session, which is being read; `trouble` is why the last save kept none.
    #[must_use]
    pub fn listing(generation: u64, trouble: Option<String>) -> Self {
        Self { generation, trouble, ..Self::default() }
    }

    /// The list of the versions of a damaged file.
    #[must_use]
    pub fn of_damaged(generation: u64) -> Self {
        Self { generation, damaged: true, ..Self::default() }
    }

    /// Asks for the name of a plan that was shared just now; `proposal` stands in the field.
    #[must_use]
    pub fn naming(shared: Arc<Campaign>, proposal: String, generation: u64) -> Self {
        Self { generation, shared: Some(shared), asks: Asks::Name, name: proposal, ..Self::default() }
    }

    /// What is being read is no longer waited for; what was read stays.
    pub fn stop(&mut self) {
        if matches!(self.versions, Versions::Reading) {
            self.versions = Versions::Stopped;
        } else if matches!(self.look, Look::Reading) {
            self.look = Look::Stopped;
        }
    }

    /// The chosen version.
    #[must_use]
    pub fn row(&self) -> Option<&VersionRow> {
        self.rows().get(self.chosen)
    }

    fn rows(&self) -> &[VersionRow] {
        match &self.versions {
            Versions::Listed(rows) => rows,
            _ => &[],
        }
    }
}

/// What was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VersionsAnswer {
    /// It was read.
    Close,
    /// Look at that one.
    Look(usize),
    /// Stop what is being read.
    Stop,
    /// Read the list once more.
    ListAgain,
    /// Put the plan back to the chosen one.
    Restore,
    /// Open the chosen one as a plan of its own.
    OpenCopy,
    /// Call the chosen one so; or the plan that was shared.
    Name(String),
    /// Remove all of them.
    Forget,
}

/// Draws the dialog. Escape closes it; from a question in it, it leads back to the list.
pub fn versions_ui(cx: &Cx<'_>, draft: &mut VersionsDraft, ui: &mut Ui) -> Option<VersionsAnswer> {
    match draft.asks {
        Asks::Which => which(cx, draft, ui),
        Asks::Name => name(draft, ui),
        Asks::Forget => forget(cx, draft, ui),
    }
}

fn which(cx: &Cx<'_>, draft: &mut VersionsDraft, ui: &mut Ui) -> Option<VersionsAnswer> {
    let screen = ui.ctx().content_rect().size();
    let height = (screen.y - 260.0).clamp(120.0, 460.0);
    let width = WIDTH.min(screen.x - 2.0 * space::DIALOG) - 2.0 * space::DIALOG;
    let (mut look_at, mut asks, mut wait) = (None, Asks::Which, None);
    let answer = Dialog::read("versions dialog", say::title(), WIDTH).show(
        ui.ctx(),
        |ui| {
            if let Some(why) = &draft.trouble {
                told(ui, &say::not_kept(why), Tone::Warning);
            }
            match &draft.versions {
                Versions::Reading => {
                    let stopped = reading(ui, say::reading(), draft.slow.then(say::stop_listing));
                    wait = stopped.then_some(VersionsAnswer::Stop);
                }
                Versions::Stopped => {
                    wait = again(ui, say::list_stopped()).then_some(VersionsAnswer::ListAgain);
                }
                Versions::Nowhere => paragraph(ui, say::nowhere()),
                Versions::Cannot(why, hint) => {
                    told(ui, say::cannot_list(), Tone::Error);
                    paragraph(ui, why);
                    paragraph(ui, hint);
                }
                Versions::Listed(rows) if rows.is_empty() => {
                    ui.add(Label::new(fonts::UI_B.rich(say::none()).color(cx.tokens.text)));
                    paragraph(ui, say::none_text());
                }
                Versions::Listed(rows) => {
                    let now = if draft.damaged { say::can_be_read() } else { say::now() };
                    let titles = [draft.row().map_or("", VersionRow::title), now];
                    if width < BESIDE {
                        ScrollArea::vertical().id_salt("versions").max_height(height).min_scrolled_height(height).show(
                            ui,
                            |ui| {
                                look_at = list::show(cx, ui, rows, draft.chosen, height * 0.6);
                                wait = look(ui, titles, draft);
                                paragraph(ui, say::about());
                            },
                        );
                        return None;
                    }
                    let left = LIST.min(width * 0.48);
                    ui.horizontal_top(|ui| {
                        ui.spacing_mut().item_spacing.x = space::XL;
                        ui.allocate_ui_with_layout(vec2(left, height), Layout::top_down(Align::Min), |ui| {
                            ui.set_width(left);
                            look_at = list::show(cx, ui, rows, draft.chosen, height);
                        });
                        ui.vertical(|ui| {
                            ui.set_min_height(height);
                            ui.set_width(width - left - space::XL);
                            wait = look(ui, titles, draft);
                        });
                    });
                }
            }
            paragraph(ui, say::about());
            None
        },
        |ui| buttons(draft, ui, &mut asks),
    );
    if asks != Asks::Which {
        draft.name = draft.row().and_then(|row| row.name.clone()).unwrap_or_default();
        draft.asks = asks;
        ui.ctx().request_repaint();
    }
    if let Some(at) = look_at.filter(|at| *at != draft.chosen) {
        return Some(VersionsAnswer::Look(at));
    }
    wait.or(answer.map(|answer| answer.unwrap_or(VersionsAnswer::Close)))
}

/// Says what is being read; true where it takes its time and is to be stopped.
fn reading(ui: &mut Ui, what: &str, stop: Option<&'static str>) -> bool {
    paragraph(ui, what);
    stop.is_some_and(|name| Button::secondary(say::stop()).named(name).show(ui).clicked())
}

/// Says what was stopped; true where it is to be read after all.
fn again(ui: &mut Ui, what: &str) -> bool {
    paragraph(ui, what);
    Button::secondary(say::again()).show(ui).clicked()
}

/// What the chosen version holds, against the plan as it is.
fn look(ui: &mut Ui, titles: [&str; 2], draft: &VersionsDraft) -> Option<VersionsAnswer> {
    match &draft.look {
        Look::Reading => {
            let stopped = reading(ui, say::looking(), draft.slow.then(say::stop_looking));
            return stopped.then_some(VersionsAnswer::Stop);
        }
        Look::Stopped => return again(ui, say::look_stopped()).then_some(VersionsAnswer::Look(draft.chosen)),
        Look::Cannot(why, hint) => {
            told(ui, say::cannot_look(), Tone::Error);
            paragraph(ui, why);
            paragraph(ui, hint);
        }
        Look::Seen { comparison, notices, .. } => {
            for notice in notices {
                told(ui, notice, Tone::Warning);
            }
            match comparison {
                Some(comparison) => compare_ui(ui, comparison, titles),
                None => paragraph(ui, say::nothing_to_compare()),
            }
        }
    }
    None
}

fn buttons(draft: &VersionsDraft, ui: &mut Ui, asks: &mut Asks) -> Option<VersionsAnswer> {
    let none = draft.row().is_none().then(say::no_versions);
    // What cannot be used, or is not there yet, and what is no other plan than this one.
    let cannot = none.or(match &draft.look {
        Look::Reading => Some(say::still_reading()),
        Look::Stopped => Some(say::look_stopped()),
        Look::Cannot(..) => Some(say::cannot_be_used()),
        Look::Seen { .. } => None,
    });
    if draft.damaged {
        let open = Button::primary(say::open_this()).tooltip(say::open_this_why()).disabled(cannot).show(ui);
        return open.clicked().then_some(VersionsAnswer::OpenCopy);
    }
    let same = matches!(&draft.look, Look::Seen { comparison: Some(comparison), .. } if comparison.is_empty())
        .then(say::nothing_to_restore);
    let restore = Button::primary(say::restore()).tooltip(say::restore_why()).disabled(cannot.or(same)).show(ui);
    let copy = Button::secondary(say::open_copy()).tooltip(say::open_copy_why()).disabled(cannot).show(ui);
    // A name keeps a version for good; one that nobody can read is not worth that.
    let lost = |row: &VersionRow| row.name.is_none() && matches!(row.state, VersionState::Damaged | VersionState::Unreadable);
    let not_named = none.or(draft.row().is_some_and(lost).then(say::cannot_be_named));
    let name = Button::secondary(say::rename()).disabled(not_named).show(ui);
    let forget = Button::quiet(say::forget()).disabled(none).show(ui);
    if name.clicked() {
        *asks = Asks::Name;
    } else if forget.clicked() {
        *asks = Asks::Forget;
    }
    restore.clicked().then_some(VersionsAnswer::Restore).or(copy.clicked().then_some(VersionsAnswer::OpenCopy))
}

/// Asks what a version is called. Enter in the field keeps the name.
fn name(draft: &mut VersionsDraft, ui: &mut Ui) -> Option<VersionsAnswer> {
    let (text, shared) = (&mut draft.name, draft.shared.is_some());
    let unnamed = shared && text.trim().is_empty();
    let answer = Dialog::filled("name version dialog", say::name_title(), 480.0).show(
        ui.ctx(),
        |ui| {
            let id = Id::unique("version name");
            let field = TextField::new(id, say::name()).hint(say::name_hint()).show_marked(ui, text);
            // Asked before the keyboard comes back to the field, which had not lost it then.
            let enter = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            if default_focus(ui, id) {
                kit::select_all(ui.ctx(), id, text);
            }
            if !shared {
                paragraph(ui, say::name_text());
            }
            (enter && !unnamed).then_some(true)
        },
        |ui| {
            let done = Button::primary(say::name_it()).disabled(unnamed.then(say::name)).show(ui).clicked();
            let cancel = Button::secondary(window::cancel()).show(ui).clicked();
            (done || cancel).then_some(done)
        },
    )?;
    draft.asks = Asks::Which;
    ui.ctx().request_repaint();
    match answer {
        Ok(true) => Some(VersionsAnswer::Name(draft.name.trim().to_owned())),
        // Nobody saw the list: there is nothing to lead back to.
        Ok(false) | Err(Closed) => shared.then_some(VersionsAnswer::Close),
    }
}

/// Asks whether all versions go. Escape keeps them, and so does Enter at first.
fn forget(cx: &Cx<'_>, draft: &mut VersionsDraft, ui: &mut Ui) -> Option<VersionsAnswer> {
    let answer = Dialog::filled("forget versions dialog", say::forget_title(), 480.0).show(
        ui.ctx(),
        |ui| {
            paragraph(ui, &say::forget_text(&cx.campaign.name));
            None
        },
        |ui| {
            let keep = Button::primary(say::keep_them()).show(ui);
            default_focus(ui, keep.id);
            let forget = Button::secondary(say::forget_it()).show(ui).clicked();
            (forget || keep.clicked()).then_some(forget)
        },
    )?;
    draft.asks = Asks::Which;
    ui.ctx().request_repaint();
    matches!(answer, Ok(true)).then_some(VersionsAnswer::Forget)
}

/// A line in a tone.
fn told(ui: &mut Ui, text: &str, tone: Tone) {
    let color = theme::of(ui).tone(tone).text;
    let label = ui.add(Label::new(fonts::UI.rich(text).color(color)).wrap());
    label.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
}
