//! Many hands, one voice: work on a list in several threads, results in the order of the list.
//!
//! Nobody runs further ahead than [`AHEAD`] results for each hand, so that one slow piece of work at the front does not let
//! the finished ones behind it fill the memory.

use std::any::Any;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// Most threads. Reading plans is bound by the disk and the allocator well before that.
const MOST: usize = 8;
/// How many results for each thread may wait for one before them.
const AHEAD: usize = 4;
/// How often the caller hears that nothing happened.
const TICK: Duration = Duration::from_millis(100);

/// How many threads this computer has work for.
pub(super) fn hands() -> usize {
    thread::available_parallelism().map_or(1, usize::from).min(MOST)
}

/// Where everybody is.
#[derive(Default)]
struct Place {
    /// The next piece of work that nobody has.
    next: usize,
    /// How many results were handed over.
    told: usize,
    /// Nobody takes another piece.
    stop: bool,
}

/// The place, and who waits for it to change.
#[derive(Default)]
struct Board {
    place: Mutex<Place>,
    moved: Condvar,
}

impl Board {
    /// The next piece of work, once it is not too far ahead; none when there is none left.
    fn take(&self, all: usize, ahead: usize) -> Option<usize> {
        let place = self.place.lock().unwrap_or_else(PoisonError::into_inner);
        let far = |place: &mut Place| !place.stop && place.next < all && place.next >= place.told + ahead;
        let mut place = self.moved.wait_while(place, far).unwrap_or_else(PoisonError::into_inner);
        if place.stop || place.next >= all {
            return None;
        }
        place.next += 1;
        Some(place.next - 1)
    }

    fn change(&self, change: impl FnOnce(&mut Place)) {
        change(&mut self.place.lock().unwrap_or_else(PoisonError::into_inner));
        self.moved.notify_all();
    }
}

/// Sends everybody home, also when the one who tells the results panics: threads that wait would wait for ever.
struct Home<'b>(&'b Board);

impl Drop for Home<'_> {
    fn drop(&mut self) {
        self.0.change(|place| place.stop = true);
    }
}

/// Does the work for every item in up to `hands` threads and hands the results to `tell` in the order of the items. From
/// time to time `tell` is called with nothing, so that it can say that the work goes on. A panic in the work is the caller's.
pub(super) fn in_order<T: Sync, R: Send>(
    items: &[T],
    hands: usize,
    work: impl Fn(&T) -> R + Sync,
    mut tell: impl FnMut(Option<R>),
) {
    let board = Board::default();
    let hands = hands.clamp(1, items.len().max(1));
    let (send, receive) = channel();
    thread::scope(|scope| {
        let home = Home(&board);
        for _ in 0..hands {
            let (send, board, work) = (send.clone(), &board, &work);
            scope.spawn(move || {
                while let Some(at) = board.take(items.len(), hands * AHEAD) {
                    let Some(item) = items.get(at) else { break };
                    let done: Result<R, Box<dyn Any + Send>> = catch_unwind(AssertUnwindSafe(|| work(item)));
                    if send.send((at, done)).is_err() {
                        break;
                    }
                }
            });
        }
        drop(send);
        let mut early = BTreeMap::new();
        let mut told = 0;
        while told < items.len() {
            match receive.recv_timeout(TICK) {
                Ok((at, done)) => {
                    early.insert(at, done);
                }
                Err(RecvTimeoutError::Timeout) => tell(None),
                Err(RecvTimeoutError::Disconnected) => break,
            }
            while let Some(done) = early.remove(&told) {
                match done {
                    Ok(result) => tell(Some(result)),
                    Err(panic) => resume_unwind(panic),
                }
                told += 1;
                board.change(|place| place.told = told);
            }
        }
        drop(home);
    });
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn results_come_in_order_whoever_is_first() {
        let items: Vec<u64> = (0..200).collect();
        for hands in [1, 2, 7] {
            let mut told = Vec::new();
            let slow = |n: &u64| {
                // The pieces at the front of every dozen take longest, so that the others are done before them.
                thread::sleep(Duration::from_micros(600 * (11 - n % 12) / 11));
                *n
            };
            in_order(&items, hands, slow, |done| told.extend(done));
            assert_eq!(told, items, "{hands} hands");
        }
        in_order(&[] as &[u64], 4, |n| *n, |_| panic!("there is nothing to tell"));
    }

    #[test]
    fn nobody_runs_far_ahead_of_the_slow_one() {
        let begun = AtomicUsize::new(0);
        let most = AtomicUsize::new(0);
        let items: Vec<usize> = (0..500).collect();
        let work = |n: &usize| {
            begun.fetch_add(1, Ordering::SeqCst);
            if *n == 0 {
                // The first waits until the others stand still.
                let mut before = 0;
                loop {
                    thread::sleep(Duration::from_millis(30));
                    let now = begun.load(Ordering::SeqCst);
                    if now == before {
                        break;
                    }
                    before = now;
                }
                most.store(before, Ordering::SeqCst);
            }
            *n
        };
        in_order(&items, 3, work, |_| {});
        assert_eq!(begun.load(Ordering::SeqCst), 500);
        assert!(most.load(Ordering::SeqCst) <= 3 * AHEAD, "{most:?} were begun before the first was done");
    }

    #[test]
    fn a_panic_reaches_the_caller_and_leaves_nobody_waiting() {
        let items: Vec<usize> = (0..100).collect();
        let work = |n: &usize| if *n == 40 { resume_unwind(Box::new("forty")) } else { *n };
        let caught = catch_unwind(AssertUnwindSafe(|| in_order(&items, 4, work, |_| {})));
        assert_eq!(caught.unwrap_err().downcast_ref::<&str>(), Some(&"forty"));
    }
}
