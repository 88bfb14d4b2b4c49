//! The preview of what is shared: the deck is laid out by a job, then the pages in sight are drawn by another.
//!
//! The newest choice wins: a job that works on an older one is told to stop, and what it brings back is dropped. One job
//! of a kind runs at a time, so that typing or ticking fast never piles up work.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use egui::{ColorImage, Context};

use super::jobs::{Done, Work};
use super::pasting::PutPicture;
use super::pictures::colors;
use super::slow::Slow;
use super::{App, Asked, Pasting};
use crate::check::{self, Options, Report};
use crate::import::{self, Sheet, Value};
use crate::model::Campaign;
use crate::share::deck::{Deck, deck};
use crate::share::outline::{self, Block, Outline, Part, Table};
use crate::share::{self, Choice, ExportError, Format, Shared, Watch, png};
use crate::store::picture::Pixels;
use crate::ui::picture::{Busy, busy_ui};
use crate::ui::share::{PageShown, PageSize, Preview, Stage, Wanted};
use crate::words::share_dialog as say;

/// How wide a picture is drawn for the preview, in pixels.
const PICTURE: u32 = 1400;
/// How wide a page is copied, in pixels.
const COPIED: u32 = 1920;
/// Pages that one job draws.
const AT_ONCE: usize = 3;

/// What is previewed, and what is on its way.
#[derive(Default)]
pub(super) struct Previewing {
    /// What the dialog draws.
    pub(super) shown: Preview,
    /// The state of the plan and the choice that are to be seen.
    key: Option<((u64, u64), Choice)>,
    /// The number of that, by which jobs know whether they are still wanted.
    number: Arc<AtomicU64>,
    /// The number that was made last, or could not be.
    made: u64,
    making: bool,
    drawing: bool,
    deck: Option<Arc<Deck>>,
    /// What is being copied.
    copying: Option<Slow>,
}

/// What a job made for the preview.
#[derive(Debug, Default)]
pub struct Seen {
    deck: Option<Arc<Deck>>,
    picture: Option<ColorImage>,
    outline: Option<Outline>,
    bytes: Option<u64>,
    notes: Vec<String>,
}

/// What is put onto the clipboard.
#[derive(Debug)]
pub enum Copied {
    /// A picture, where only the library of the window knows the clipboard.
    Picture(ColorImage),
    /// The job put a picture there itself.
    Done,
    /// A text.
    Text(String),
}

/// What jobs work from.
struct Source {
    campaign: Arc<Campaign>,
    options: Options,
    choice: Choice,
}

impl Source {
    fn report(&self) -> Report {
        self.choice.in_its_language(|| check::check(&self.campaign, &self.options))
    }

    /// The deck, and what of the brand kit it could not use.
    fn deck(&self, watch: Watch<'_>) -> Result<(Deck, Vec<String>), ExportError> {
        share::within_bounds(&self.campaign, &self.choice)?;
        self.choice.in_its_language(|| {
            let shared = Shared::of_choice(&self.campaign, &self.report(), &self.choice);
            Ok((deck(&shared.view, &shared.kit, &self.choice, watch)?, shared.kit.notices))
        })
    }

    fn bytes(&self, watch: Watch<'_>) -> Result<Vec<u8>, ExportError> {
        Ok(share::export(&self.campaign, &self.report(), &self.choice, watch)?.bytes)
    }

    fn picture(&self, watch: Watch<'_>) -> Result<Pixels, ExportError> {
        let bytes = self.bytes(watch)?;
        let image = image::load_from_memory(&bytes).map_err(|cause| ExportError::failed(cause.to_string(), ""))?;
        let rgba = image.into_rgba8();
        Ok(Pixels { width: rgba.width(), height: rgba.height(), rgba: rgba.into_raw() })
    }

    /// What is seen of the choice.
    fn seen(&self, watch: Watch<'_>) -> Result<Seen, ExportError> {
        share::within_bounds(&self.campaign, &self.choice)?;
        let format = self.choice.format;
        if format.is_deck() {
            let (deck, mut notes) = self.deck(watch)?;
            notes.extend(deck.notices());
            return Ok(Seen { deck: Some(Arc::new(deck)), notes, ..Seen::default() });
        }
        if format.is_picture() {
            return Ok(Seen { picture: Some(colors(&self.picture(watch)?)), ..Seen::default() });
        }
        let made = share::export(&self.campaign, &self.report(), &self.choice, watch)?;
        let outline = outline_of(format, &made.bytes);
        Ok(Seen { outline: Some(outline), bytes: Some(made.bytes.len() as u64), notes: made.notices, ..Seen::default() })
    }
}

/// What a file of that format holds, read back from it.
fn outline_of(format: Format, bytes: &[u8]) -> Outline {
    let text = || String::from_utf8_lossy(bytes);
    match format {
        Format::Markdown => outline::markdown(&text()),
        Format::Html => outline::page(&text()),
        Format::Ics => outline::calendar(&text()),
        _ => {
            let part = |sheet: Sheet| Part::new(sheet.name.clone(), vec![Block::Table(table_of(&sheet))]);
            let parts = match import::read(bytes) {
                Ok(book) => book.sheets.into_iter().filter(|sheet| !sheet.hidden).map(part).collect(),
                // A table may hold more than we read back from strangers; it is written all the same.
                Err(error) => vec![Part::new(String::new(), vec![Block::Text(say::not_shown(error.message))])],
            };
            Outline { parts }
        }
    }
}

/// A sheet as a table: its first row holds the headings.
fn table_of(sheet: &Sheet) -> Table {
    let width = sheet.width();
    let shown = |value: &Value| match value {
        // In the file a day looks like this, whatever the language of whoever opens it.
        Value::Date(day, None) => day.to_string(),
        value => outline::brief(&value.shown()),
    };
    let mut rows = sheet.rows.iter().map(|row| (0..width).map(|at| row.get(at).map(shown).unwrap_or_default()).collect());
    let head: Vec<String> = rows.next().unwrap_or_default();
    // What nobody looks at is not even put together.
    let rows: Vec<Vec<String>> = rows.take(outline::MOST).collect();
    let more = sheet.rows.len().saturating_sub(rows.len() + 1);
    Table { head, rows, more }
}

impl App {
    fn source(&self, choice: Choice) -> Source {
        let options = self.options();
        let choice = Choice { made_on: options.today, ..choice };
        Source { campaign: Arc::clone(self.plan.doc.campaign()), options, choice }
    }

    /// Sees to it that the preview becomes what is chosen, and that the pages in sight are drawn.
    pub(super) fn update_preview(&mut self, ctx: &Context, choice: &Choice, mut wanted: Vec<Wanted>) {
        let mut choice = choice.clone();
        if choice.format.is_picture() {
            // A picture is previewed in one size and one way, whatever it is written as.
            (choice.width, choice.format) = (PICTURE, Format::Png);
        }
        let key = (self.plan.state(), choice);
        let preview = &mut self.sharing.preview;
        if preview.key.as_ref() != Some(&key) {
            let same = |old: &Choice| old.reader == key.1.reader && old.format == key.1.format;
            // What was made for one reader is never seen under the name of another, not even for a moment.
            if preview.key.as_ref().is_some_and(|(_, old)| same(old)) {
                preview.shown.wait();
            } else {
                preview.shown.forget();
                preview.deck = None;
            }
            preview.key = Some(key.clone());
            preview.number.fetch_add(1, Ordering::Relaxed);
        }
        let number = preview.number.load(Ordering::Relaxed);
        if preview.made != number && !preview.making {
            preview.making = true;
            let newest = Arc::clone(&preview.number);
            let source = self.source(key.1);
            self.jobs().run(ctx, Work::Preview, say::previewing(), move || {
                let step = |_, _| newest.load(Ordering::Relaxed) == number;
                Done::Previewed { number, result: source.seen(Watch(&step)).map(Box::new) }
            });
            return;
        }
        let Some(deck) = preview.deck.clone().filter(|_| preview.shown.is_of(number)) else { return };
        if preview.drawing || wanted.is_empty() {
            return;
        }
        wanted.sort_by_key(|wanted| (wanted.size, wanted.page));
        wanted.dedup();
        wanted.truncate(AT_ONCE);
        preview.drawing = true;
        self.jobs().run(ctx, Work::Preview, say::previewing(), move || {
            let draw = |wanted: Wanted| {
                let page = deck.scene.pages.get(wanted.page)?;
                let (width, height, rgba) = png::pixels(page, wanted.width).ok()?;
                Some((wanted, colors(&Pixels { width, height, rgba })))
            };
            Done::Drawn { number, pages: wanted.into_iter().filter_map(draw).collect() }
        });
    }

    /// The dialog is left: what is on its way is no longer wanted, and nothing is kept in memory.
    pub(super) fn end_preview(&mut self) {
        let old = std::mem::take(&mut self.sharing.preview);
        old.number.fetch_add(1, Ordering::Relaxed);
        // Whoever left the dialog still gets what was copied in it.
        self.sharing.preview = Previewing {
            number: old.number,
            making: old.making,
            drawing: old.drawing,
            copying: old.copying,
            ..Previewing::default()
        };
    }

    /// A preview was made, or could not be.
    pub(super) fn previewed(&mut self, ctx: &Context, number: u64, result: Result<Box<Seen>, ExportError>) {
        let preview = &mut self.sharing.preview;
        preview.making = false;
        if preview.number.load(Ordering::Relaxed) != number || preview.key.is_none() {
            return;
        }
        preview.made = number;
        let seen = match result {
            Ok(seen) => *seen,
            Err(ExportError::Cancelled) => return,
            Err(ExportError::Failed { message, hint }) => {
                preview.deck = None;
                preview.shown.begin(number, Vec::new(), None);
                preview.shown.notes.clear();
                preview.shown.stage = Stage::Failed(message, hint);
                return;
            }
        };
        let pages = match (&seen.deck, &seen.picture) {
            (Some(deck), _) => {
                let pages = deck.scene.pages.iter().zip(&deck.sections);
                let aspect = |page: &share::scene::Page| (page.size.height / page.size.width.max(1.0)) as f32;
                let shown = |(page, section): (&share::scene::Page, &share::Section)| PageShown {
                    section: Some(*section),
                    title: page.title.clone(),
                    aspect: aspect(page),
                    begins: page.bookmark.is_some(),
                };
                pages.map(shown).collect()
            }
            (None, Some(image)) => {
                let aspect = image.height() as f32 / image.width().max(1) as f32;
                vec![PageShown { section: None, title: say::preview().to_owned(), aspect, begins: true }]
            }
            (None, None) => Vec::new(),
        };
        let is_deck = seen.deck.is_some();
        preview.deck = seen.deck;
        preview.shown.begin(number, pages, seen.outline);
        preview.shown.bytes = seen.bytes;
        preview.shown.notes = seen.notes;
        if let Some(image) = seen.picture {
            let width = u32::try_from(image.width()).unwrap_or(PICTURE);
            preview.shown.put(ctx, number, Wanted { page: 0, size: PageSize::Large, width }, image);
        }
        if is_deck {
            self.measure(ctx, number);
        }
    }

    /// How large the file of a deck is: that takes a while longer than its pages, and nothing waits for it.
    fn measure(&self, ctx: &Context, number: u64) {
        let preview = &self.sharing.preview;
        let Some((_, choice)) = preview.key.clone() else { return };
        let newest = Arc::clone(&preview.number);
        let source = self.source(choice);
        self.jobs().run(ctx, Work::Preview, say::previewing(), move || {
            let step = |_, _| newest.load(Ordering::Relaxed) == number;
            Done::Measured { number, bytes: source.bytes(Watch(&step)).ok().map(|bytes| bytes.len() as u64) }
        });
    }

    /// The size of the file is known.
    pub(super) fn measured(&mut self, number: u64, bytes: Option<u64>) {
        let shown = &mut self.sharing.preview.shown;
        if shown.is_of(number) {
            shown.bytes = bytes;
        }
    }

    /// Pages were drawn.
    pub(super) fn pages_drawn(&mut self, ctx: &Context, number: u64, pages: Vec<(Wanted, ColorImage)>) {
        let preview = &mut self.sharing.preview;
        preview.drawing = false;
        for (wanted, image) in pages {
            preview.shown.put(ctx, number, wanted, image);
        }
    }

    /// A job for the preview broke: nothing came of it, and it is not tried again before something changes.
    pub(super) fn preview_broke(&mut self) {
        let preview = &mut self.sharing.preview;
        (preview.making, preview.drawing) = (false, false);
        preview.made = preview.number.load(Ordering::Relaxed);
    }

    /// Puts what is shown onto the clipboard: the page, the picture or the text.
    pub(super) fn copy_shown(&mut self, ctx: &Context, choice: &Choice, page: usize) {
        let deck = self.sharing.preview.deck.clone();
        let mut choice = choice.clone();
        if choice.format.is_picture() {
            choice.format = Format::Png;
        }
        let source = self.source(choice);
        // What was copied last is what the clipboard gets.
        self.drop_copying();
        let slow = Slow::begin(ctx);
        self.sharing.preview.copying = Some(slow.clone());
        self.sharing.preview.shown.said = None;
        let put = ctx.with_plugin(|pasting: &mut Pasting| pasting.puts_pictures()).flatten();
        self.jobs().run(ctx, Work::Copy, say::copy(), move || {
            let step = |_, _| slow.is_wanted();
            let format = source.choice.format;
            let copied = if format.is_deck() {
                let deck = deck.map_or_else(|| source.deck(Watch(&step)).map(|(deck, _)| Arc::new(deck)), Ok);
                deck.and_then(|deck| {
                    let Some(page) = deck.scene.pages.get(page) else { return Err(ExportError::failed(say::no_pages(), "")) };
                    if !slow.is_wanted() {
                        return Err(ExportError::Cancelled);
                    }
                    let (width, height, rgba) = png::pixels(page, COPIED)?;
                    put_picture(Pixels { width, height, rgba }, put, &slow)
                })
            } else if format.is_picture() {
                source.picture(Watch(&step)).and_then(|pixels| put_picture(pixels, put, &slow))
            } else {
                source.bytes(Watch(&step)).map(|bytes| Copied::Text(String::from_utf8_lossy(&bytes).into_owned()))
            };
            Done::Copied(slow, copied)
        });
    }

    /// Whether copying takes so long that it is said.
    pub(super) fn copies_for_long(&self, ctx: &Context) -> bool {
        self.sharing.preview.copying.as_ref().is_some_and(|slow| slow.is_slow(ctx))
    }

    /// Nobody waits any more for what is being copied; whether there was anything.
    pub(super) fn drop_copying(&mut self) -> bool {
        self.sharing.preview.copying.take().is_some_and(|slow| {
            slow.stop();
            true
        })
    }

    /// Somebody stops copying in the dialog: what the clipboard holds stays there.
    pub(super) fn stop_copying(&mut self) {
        if self.drop_copying() {
            self.sharing.preview.shown.said = Some(say::copying_stopped());
        }
    }

    /// Says that something is still being copied once the dialog was left, and lets it be stopped. Returns whether it is.
    pub(super) fn show_copying(&mut self, ui: &egui::Ui) -> bool {
        if self.shares() || !self.copies_for_long(ui.ctx()) {
            return false;
        }
        if busy_ui(Busy::Copying, ui.ctx().content_rect(), ui) {
            self.drop_copying();
            self.say(say::copying_stopped());
            ui.ctx().request_repaint();
        }
        true
    }

    /// Whether the dialog is open.
    fn shares(&self) -> bool {
        self.asked.iter().any(|asked| matches!(asked, Asked::Share(_)))
    }

    /// What is to be copied is there. What was stopped is not wanted, even where it was done by then.
    pub(super) fn copied(&mut self, ctx: &Context, slow: &Slow, copied: Result<Copied, ExportError>) {
        // What is on the clipboard is there, whoever stopped it that late.
        if !slow.is_wanted() && !matches!(copied, Ok(Copied::Done)) {
            return;
        }
        if slow.is_wanted() {
            self.sharing.preview.copying = None;
        }
        let said = match copied {
            Ok(Copied::Picture(image)) => {
                ctx.copy_image(image);
                say::copied_picture()
            }
            Ok(Copied::Done) => say::copied_picture(),
            Ok(Copied::Text(text)) => {
                ctx.copy_text(text);
                say::copied_text()
            }
            Err(ExportError::Failed { message, hint }) => {
                self.tell(say::cannot_copy_now(), message, hint);
                return;
            }
            Err(ExportError::Cancelled) => return,
        };
        if self.shares() {
            self.sharing.preview.shown.said = Some(said);
        } else {
            self.say(said);
        }
    }
}

/// Puts a picture onto the clipboard, unless nobody waits for it any more. It is written as a file for that, which takes its time.
fn put_picture(pixels: Pixels, put: Option<PutPicture>, slow: &Slow) -> Result<Copied, ExportError> {
    let Some(put) = put else { return Ok(Copied::Picture(colors(&pixels))) };
    if !slow.is_wanted() {
        return Err(ExportError::Cancelled);
    }
    if put(pixels) { Ok(Copied::Done) } else { Err(ExportError::failed(say::clipboard_refused(), say::clipboard_refused_hint())) }
}
