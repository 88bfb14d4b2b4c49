//! Work beside the frames that somebody waits for: after a second it is said, with a way to stop it.
//!
//! One copy of it goes with the job, which asks whether it is still wanted; the other stays with the window. It never knows what
//! the work is, nor what is said of it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use egui::Context;

/// What takes longer than this is said, in seconds.
pub(super) const SOON: f64 = 1.0;

/// Work that somebody waits for.
#[derive(Clone, Debug)]
pub struct Slow {
    /// When it began, in the time of the window.
    since: f64,
    stop: Arc<AtomicBool>,
}

impl Slow {
    /// Work that begins now.
    pub(super) fn begin(ctx: &Context) -> Self {
        ctx.request_repaint_after_secs(SOON as f32);
        Self { since: ctx.input(|input| input.time), stop: Arc::default() }
    }

    /// Whether it takes so long that it is said. The window is woken for that where it does not yet.
    pub(super) fn is_slow(&self, ctx: &Context) -> bool {
        let left = self.since + SOON - ctx.input(|input| input.time);
        if left > 0.0 {
            ctx.request_repaint_after_secs(left as f32);
        }
        left <= 0.0
    }

    /// Nobody waits for it any more: the job ends as soon as it asks, and what it brings back is dropped.
    pub(super) fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// Whether somebody still waits for it.
    pub(super) fn is_wanted(&self) -> bool {
        !self.stop.load(Ordering::Relaxed)
    }

    /// Whether both are the same work.
    pub(super) fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.stop, &other.stop)
    }
}
