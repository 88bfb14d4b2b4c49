//! A page of the team's own: what stands over it, its words, and who gets it.

use egui::{Align, Id, Label, Layout, Ui, vec2};

use crate::edit::{CampaignChange, Edit, Step};
use crate::model::{Campaign, OwnPage, PageReaders, Unknown};
use crate::share::Reader;
use crate::ui::dialogs::{Dialog, default_focus, paragraph};
use crate::ui::fonts;
use crate::ui::kit::{self, Button, Segment, TextField};
use crate::ui::theme::{self, space};
use crate::words::{share_dialog as say, window};

/// Lines of the field for the words.
const ROWS: usize = 9;
/// Width of the dialog, in points.
const WIDTH: f32 = 560.0;

/// A page that is being written.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnPageDraft {
    /// Its place in the plan; none for a new one.
    at: Option<usize>,
    page: OwnPage,
}

/// What was decided.
#[derive(Clone, Debug, PartialEq)]
pub enum OwnPageAnswer {
    /// Nothing changes.
    Cancel,
    /// The plan changes.
    Do(Box<Step>),
}

impl OwnPageDraft {
    /// The page at that place of the plan, or a new one for whoever the deck is for.
    #[must_use]
    pub fn new(campaign: &Campaign, at: Option<usize>, reader: Reader) -> Self {
        let known = at.and_then(|at| campaign.own_pages.get(at));
        let readers = match reader {
            Reader::Internal => PageReaders::Team,
            Reader::Client => PageReaders::Client,
            Reader::Creator(_) => PageReaders::Creators,
        };
        let new = || OwnPage { title: String::new(), text: String::new(), readers, unknown: Unknown::default() };
        Self { at: at.filter(|_| known.is_some()), page: known.cloned().unwrap_or_else(new) }
    }

    /// The plan with the page as it is written here, or without it.
    fn step(&self, campaign: &Campaign, keeps: bool) -> Step {
        let mut pages = campaign.own_pages.clone();
        let label = match (self.at, keeps) {
            (Some(at), true) => {
                if let Some(page) = pages.get_mut(at) {
                    *page = self.page.clone();
                }
                say::step_change_page()
            }
            (Some(at), false) => {
                // The place was that of a page when the dialog was opened, and nothing changes below a dialog.
                if at < pages.len() {
                    pages.remove(at);
                }
                say::step_remove_page()
            }
            (None, _) => {
                pages.push(self.page.clone());
                say::step_add_page()
            }
        };
        Step::new(label, vec![Edit::SetCampaign { change: Box::new(CampaignChange::OwnPages(pages)) }])
    }
}

fn readers_name(readers: PageReaders) -> &'static str {
    match readers {
        PageReaders::Team => say::readers_team(),
        PageReaders::Client => say::readers_client(),
        PageReaders::Creators => say::readers_creators(),
        PageReaders::Everyone => say::readers_everyone(),
    }
}

/// Draws the dialog. Escape leaves everything as it was.
pub fn own_page_ui(ui: &mut Ui, campaign: &Campaign, draft: &mut OwnPageDraft) -> Option<OwnPageAnswer> {
    let title = if draft.at.is_some() { say::edit_own_page() } else { say::add_own_page() };
    let is_new = draft.at.is_none();
    let is_blank = draft.page.is_blank();
    let page = &mut draft.page;
    let answer = Dialog::filled("own page dialog", title, WIDTH).show(
        ui.ctx(),
        |ui| {
            paragraph(ui, say::own_page_text());
            let id = Id::unique("own page title");
            field(ui, say::own_page_title(), |ui| {
                TextField::new(id, say::own_page_title()).hint(say::own_page_title_hint()).show_marked(ui, &mut page.title);
            });
            default_focus(ui, id);
            field(ui, say::own_page_words(), |ui| {
                let words = TextField::new(Id::unique("own page words"), say::own_page_words());
                words.hint(say::own_page_words_hint()).rows(ROWS).show_marked(ui, &mut page.text);
            });
            field(ui, say::own_page_readers(), |ui| {
                let names: Vec<Segment<'_>> = PageReaders::ALL.iter().map(|of| Segment::Word(readers_name(*of))).collect();
                let chosen = PageReaders::ALL.iter().position(|of| *of == page.readers);
                let width = ui.available_width();
                let pressed = kit::segmented(ui, say::own_page_readers(), &names, chosen, Some(width));
                if let Some(readers) = pressed.and_then(|at| PageReaders::ALL.get(at)) {
                    page.readers = *readers;
                }
            });
            ui.add_space(space::S);
            None
        },
        |ui| {
            let why = is_blank.then_some(say::own_page_blank());
            let mut answer = Button::primary(say::own_page_save()).disabled(why).show(ui).clicked().then_some(Some(true));
            if Button::secondary(window::cancel()).show(ui).clicked() {
                answer = Some(None);
            }
            if !is_new && Button::quiet(say::own_page_remove()).show(ui).clicked() {
                answer = Some(Some(false));
            }
            answer
        },
    )?;
    Some(match answer {
        Ok(Some(keeps)) => OwnPageAnswer::Do(Box::new(draft.step(campaign, keeps))),
        Ok(None) | Err(_) => OwnPageAnswer::Cancel,
    })
}

fn field(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui)) {
    let t = theme::of(ui);
    let width = ui.available_width();
    ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.y = space::S;
        ui.add(Label::new(fonts::BODY.rich(name).color(t.text_2)));
        content(ui);
    });
}
