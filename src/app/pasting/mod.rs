//! What is pasted, asked for beside the frames: another program may take its time to hand over what it copied, and a picture has
//! to be unpacked.
//!
//! The library under the window would wait for both before it goes on. So it only tells of keys, which become here what they
//! mean, and it is asked for a text itself only where nobody else can read the clipboard. What is pressed and typed while a text
//! is on its way waits for it, so that everything arrives in the order of the hands. This knows nothing of the plan: a text
//! becomes an event as ever, a picture waits for the window to fetch it. A picture that is copied is put there by the job that made
//! it; what is copied meanwhile waits for that.

#[cfg(all(unix, not(target_os = "macos")))]
mod offered;
mod system;

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use egui::mutex::Mutex;
use egui::{Context, Event, FullOutput, Key, Modifiers, OutputCommand, Plugin, RawInput, ViewportCommand, ViewportId};

use super::crash;
use crate::store::picture::Pixels;
use crate::words::hand as say;

/// How long keys wait for a text, in seconds. Whoever has not handed it over by then never will.
const PATIENCE: f64 = 4.0;

/// What the clipboard holds.
pub enum Clip {
    /// A text.
    Text(String),
    /// No text. Whether it is a picture shows when it is read.
    Other(PictureOnClipboard),
    /// It cannot be told: only the library of the window knows.
    Unknown,
}

impl fmt::Debug for Clip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Clip")
    }
}

/// Reads the picture that is on the clipboard. It takes as long as it takes, so it belongs beside the frames.
pub type PictureOnClipboard = Box<dyn FnOnce() -> Result<Pixels, Lack> + Send>;

/// Why there is no picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// There is nothing that could be used.
    Nothing,
    /// There is one that cannot be read.
    Unreadable,
    /// Whoever has it does not hand it over.
    NoAnswer,
}

/// Puts a picture onto the clipboard, and says whether that went well. It takes its time, so it belongs beside the frames.
pub type PutPicture = Arc<dyn Fn(Pixels) -> bool + Send + Sync>;

type Read = Arc<dyn Fn() -> Clip + Send + Sync>;
type Job = Box<dyn FnOnce() + Send>;

/// Pasting, as a guest of egui that sees what comes from the system first.
pub struct Pasting {
    read: Read,
    put: Option<PutPicture>,
    /// Pictures that are being put onto the clipboard.
    putting: Arc<AtomicUsize>,
    /// What was copied while a picture was on its way there: what was copied last is what the clipboard gets.
    copied: Vec<OutputCommand>,
    /// Runs a job beside the frames. Returns false where there is no room for one.
    beside: fn(Job) -> bool,
    asked: Option<Asked>,
    /// A menu wants to paste.
    wanted: bool,
    /// The library of the window has to be asked.
    library: bool,
    picture: Mutex<Option<PictureOnClipboard>>,
}

/// The clipboard is being read.
struct Asked {
    answer: Arc<Mutex<Option<Clip>>>,
    until: f64,
    /// What was pressed and typed since.
    held: Vec<Event>,
}

impl fmt::Debug for Pasting {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pasting")
    }
}

impl Pasting {
    /// Reads the clipboard of the system, each time on a thread of its own.
    #[must_use]
    pub fn of_system() -> Self {
        Self::new(system::read, |job| std::thread::Builder::new().spawn(job).is_ok()).putting(system::put)
    }

    /// The same where pictures are put onto the clipboard in that way.
    #[must_use]
    pub fn putting(mut self, put: impl Fn(Pixels) -> bool + Send + Sync + 'static) -> Self {
        let putting = Arc::clone(&self.putting);
        self.put = Some(Arc::new(move |pixels| {
            putting.fetch_add(1, Ordering::SeqCst);
            let is_there = catch_unwind(AssertUnwindSafe(|| put(pixels)));
            putting.fetch_sub(1, Ordering::SeqCst);
            is_there.unwrap_or(false)
        }));
        self
    }

    /// What puts pictures onto the clipboard, for a job.
    pub(super) fn puts_pictures(&self) -> Option<PutPicture> {
        self.put.clone()
    }

    /// Reads a clipboard in that way, and runs what reads it so.
    #[must_use]
    pub fn new(read: impl Fn() -> Clip + Send + Sync + 'static, beside: fn(Job) -> bool) -> Self {
        Self {
            read: Arc::new(read),
            put: None,
            putting: Arc::default(),
            copied: Vec::new(),
            beside,
            asked: None,
            wanted: false,
            library: false,
            picture: Mutex::default(),
        }
    }

    /// What was pasted and is no text. It is offered for one frame.
    pub(super) fn take_picture(&mut self) -> Option<PictureOnClipboard> {
        self.picture.lock().take()
    }

    fn ask(&mut self, ctx: &Context, now: f64) {
        let answer = Arc::new(Mutex::new(None));
        let (read, put, ctx) = (Arc::clone(&self.read), Arc::clone(&answer), ctx.clone());
        let job: Job = Box::new(move || {
            let (clip, _) = crash::noting(say::reading_clipboard(), || catch_unwind(AssertUnwindSafe(|| read())));
            *put.lock() = Some(clip.unwrap_or_else(|_| nobody()));
            ctx.request_repaint();
        });
        if !(self.beside)(job) {
            *answer.lock() = Some(nobody());
        }
        self.asked = Some(Asked { answer, until: now + PATIENCE, held: Vec::new() });
    }

    /// What the answer brings.
    fn answered(&mut self, clip: Clip) -> Option<Event> {
        match clip {
            // An empty text is nothing to paste, and that is said like that.
            Clip::Text(text) if text.is_empty() => self.answered(Clip::Other(Box::new(|| Err(Lack::Nothing)))),
            Clip::Text(text) => Some(Event::Paste(text.replace("\r\n", "\n"))),
            Clip::Other(read) => {
                *self.picture.lock() = Some(read);
                None
            }
            Clip::Unknown => {
                self.library = true;
                None
            }
        }
    }
}

/// Nobody answers.
fn nobody() -> Clip {
    Clip::Other(Box::new(|| Err(Lack::NoAnswer)))
}

impl Plugin for Pasting {
    fn debug_name(&self) -> &'static str {
        "pasting"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        // Where nobody fetched it nobody has a use for it.
        *self.picture.lock() = None;
        let now = input.time.unwrap_or_else(|| ctx.input(|input| input.time));
        let mut events = std::mem::take(&mut input.events);
        if let Some(mut asked) = self.asked.take() {
            let answer = asked.answer.lock().take();
            let Some(clip) = answer.or_else(|| (now >= asked.until).then(nobody)) else {
                let (held, through) = events.into_iter().partition::<Vec<_>, _>(waits);
                asked.held.extend(held);
                input.events = through;
                // Whoever reads wakes the window; this is for one that never does.
                ctx.request_repaint_after_secs((asked.until - now) as f32);
                self.asked = Some(asked);
                return;
            };
            events = self.answered(clip).into_iter().chain(asked.held).chain(events).collect();
        }
        if std::mem::take(&mut self.wanted) {
            self.ask(ctx, now);
        }
        for event in events {
            match &mut self.asked {
                Some(asked) if waits(&event) => asked.held.push(event),
                _ => match meant(&event) {
                    Some(Meant::Paste) => self.ask(ctx, now),
                    Some(Meant::Cut) => input.events.push(Event::Cut),
                    Some(Meant::Copy) => input.events.push(Event::Copy),
                    None => input.events.push(event),
                },
            }
        }
    }

    fn output_hook(&mut self, ctx: &Context, output: &mut FullOutput) {
        let commands = &mut output.platform_output.commands;
        let copies = |command: &OutputCommand| matches!(command, OutputCommand::CopyText(_) | OutputCommand::CopyImage(_));
        if self.putting.load(Ordering::SeqCst) > 0 {
            // The job that is at it wakes the window.
            self.copied.extend(commands.extract_if(.., |command| copies(command)));
        } else if !self.copied.is_empty() {
            commands.splice(..0, self.copied.drain(..));
        }
        let is_paste = |command: &ViewportCommand| matches!(command, ViewportCommand::RequestPaste);
        for window in output.viewport_output.values_mut().filter(|window| window.commands.iter().any(is_paste)) {
            window.commands.retain(|command| !is_paste(command));
            window.repaint_delay = std::time::Duration::ZERO;
            self.wanted = true;
            ctx.request_repaint();
        }
        if std::mem::take(&mut self.library)
            && let Some(window) = output.viewport_output.get_mut(&ViewportId::ROOT)
        {
            window.commands.push(ViewportCommand::RequestPaste);
            ctx.request_repaint();
        }
    }
}

/// What comes after a text that is pasted before it.
const fn waits(event: &Event) -> bool {
    matches!(event, Event::Key { .. } | Event::Text(_) | Event::Ime(_) | Event::Cut | Event::Copy | Event::PointerButton { .. })
}

/// What keys of the clipboard mean.
enum Meant {
    Cut,
    Copy,
    Paste,
}

fn meant(event: &Event) -> Option<Meant> {
    let Event::Key { key, pressed: true, modifiers, .. } = event else { return None };
    let windows = cfg!(target_os = "windows");
    let Modifiers { shift, ctrl, .. } = *modifiers;
    match key {
        Key::Cut => Some(Meant::Cut),
        Key::Copy => Some(Meant::Copy),
        Key::Paste => Some(Meant::Paste),
        Key::X if modifiers.command_only() => Some(Meant::Cut),
        Key::C if modifiers.command_only() => Some(Meant::Copy),
        Key::V if modifiers.command_only() => Some(Meant::Paste),
        Key::Delete if windows && shift => Some(Meant::Cut),
        Key::Insert if windows && ctrl => Some(Meant::Copy),
        Key::Insert if windows && shift => Some(Meant::Paste),
        _ => None,
    }
}
