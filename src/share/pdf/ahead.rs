//! Pages are taken apart on one processor while the ones before them are drawn on another.

use std::panic::resume_unwind;
use std::sync::mpsc::sync_channel;
use std::thread;

use super::super::scene::{Page, Scene};
use super::parts::{Desk, Part};
use crate::words::language;

/// How many pages are taken apart before they are drawn: enough that a large page does not keep the next ones waiting, and
/// few enough that a long document takes no more room than a short one.
const AHEAD: usize = 8;

/// Calls `draw` with every page in order and its parts. Ends with the first error.
pub(super) fn pages<E>(scene: &Scene, mut draw: impl FnMut(usize, &Page, Vec<Part>) -> Result<(), E>) -> Result<(), E> {
    let pages = || scene.pages.iter().enumerate();
    thread::scope(|scope| {
        let (hand, taken) = sync_channel(AHEAD);
        let apart = move || {
            let mut desk = Desk::new(scene);
            for (number, page) in pages() {
                // Nobody takes it when drawing has come to an end.
                if hand.send(desk.page(number, page)).is_err() {
                    return;
                }
            }
        };
        let Ok(helper) = thread::Builder::new().spawn_scoped(scope, language::carried(apart)) else {
            // Where no thread is to be had, this one does it all.
            let mut desk = Desk::new(scene);
            return pages().try_for_each(|(number, page)| draw(number, page, desk.page(number, page)));
        };
        // Ends early when a page cannot be taken apart, and then says below why.
        let drawn = pages().zip(&taken).try_for_each(|((number, page), parts)| draw(number, page, parts));
        drop(taken);
        helper.join().unwrap_or_else(|why| resume_unwind(why));
        drawn
    })
}
