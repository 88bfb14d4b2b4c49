//! Plans that are open in two windows: who has them, and the windows that only look.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use super::file::{Next, name_of};
use super::{App, Asked};
use crate::edit::Document;
use crate::model::PlanId;
use crate::store::Opened;
use crate::store::fs;
use crate::store::lock::{Holder, Lock};
use crate::ui::dialogs::{TwiceAnswer, opened_twice_ui};
use crate::ui::view::LookOnly;
use crate::words::conflict as say;

/// A plan that another window has, read and not yet on screen.
#[derive(Debug)]
pub(super) struct Twice {
    path: PathBuf,
    /// The state of the plan on screen for which the user was asked.
    asked_for: (u64, u64),
    opened: Box<Opened>,
    since: String,
}

impl App {
    /// What we say of ourselves to other windows.
    pub(super) fn holder(&self) -> Holder {
        Holder { pid: std::process::id(), host: host().to_owned(), since: self.rim.clock.utc() }
    }

    /// Our own lock of that plan in that file, if it is ours already.
    pub(super) fn own_lock(&mut self, plan: PlanId, path: &Path) -> Option<Lock> {
        let home = self.rim.home.as_ref()?;
        self.plan.file.lock.take_if(|lock| lock.is_of(home, plan, path))
    }

    /// Asks how to go on with a plan that another window has.
    pub(super) fn ask_opened_twice(&mut self, path: PathBuf, opened: Opened, holder: Option<Holder>) {
        let since = self.since_when(holder);
        let asked_for = self.plan.state();
        self.ask(Asked::Twice(Box::new(Twice { path, asked_for, opened: Box::new(opened), since })));
    }

    /// Since when another window has a plan, as far as that is known.
    pub(super) fn since_when(&self, holder: Option<Holder>) -> String {
        holder.map_or_else(|| say::still_open().to_owned(), |holder| self.since(&holder))
    }

    /// "since 14:02", with the day where that is another, and the computer where it is another.
    fn since(&self, holder: &Holder) -> String {
        let (then, now) = (self.rim.clock.at(holder.since), self.rim.clock.now());
        let time = if then.day == now.day { then.time() } else { say::day_and_time(then.day.short(), then.time()) };
        if holder.host.is_empty() || holder.host == host() {
            say::since_time(time)
        } else {
            say::since_time_on(time, &holder.host)
        }
    }

    /// Draws the question, and does what was answered; true once it was.
    pub(super) fn opened_twice(&mut self, ui: &mut egui::Ui, ctx: &egui::Context, twice: &Twice) -> bool {
        let Some(answer) = opened_twice_ui(ui, &name_of(&twice.path), &twice.since) else { return false };
        if answer == TwiceAnswer::Cancel {
            return true;
        }
        if self.plan.state() != twice.asked_for || self.plan.file.saving.is_some() {
            // The plan on screen went on meanwhile: what is new in it was not asked about.
            self.proceed_or_ask(ctx, Next::OpenPath(twice.path.clone()));
            return true;
        }
        let opened = Opened::clone(&twice.opened);
        if answer == TwiceAnswer::Copy {
            self.put(Document::unsaved(opened.campaign), super::PlanFile::default());
        } else {
            self.put_opened(ctx, twice.path.clone(), opened, None, Some(LookOnly::OpenedTwice(twice.since.clone())));
        }
        true
    }

    /// Whether the plan can only be looked at; whoever tries to change it is told why.
    pub(super) fn only_looks(&mut self) -> bool {
        let Some(look_only) = &self.plan.file.look_only else { return false };
        self.say(look_only.why());
        true
    }
}

/// The name of this computer, asked for once; empty where it does not tell.
fn host() -> &'static str {
    static HOST: LazyLock<String> = LazyLock::new(ask_host);
    &HOST
}

fn ask_host() -> String {
    let told = ["COMPUTERNAME", "HOSTNAME"].into_iter().filter_map(|name| std::env::var(name).ok());
    let kept = ["/proc/sys/kernel/hostname", "/etc/hostname"].into_iter().filter_map(|path| {
        let (bytes, _) = fs::load_at_most(Path::new(path), 256).ok()?;
        String::from_utf8(bytes).ok()
    });
    told.chain(kept).map(|name| name.trim().to_owned()).find(|name| !name.is_empty()).unwrap_or_default()
}
