//! Reading that somebody gives up: the thread that reads ends soon, instead of going on to the end for nobody.
//!
//! Whoever begins to read says how to find out whether it is still wanted; whoever reads asks between two parts of what it reads.
//! A reader of a format has no other way to be told. This knows neither what is read nor who waits for it.

use std::cell::RefCell;
use std::rc::Rc;

type Wanted = Rc<dyn Fn() -> bool>;

thread_local! {
    static WANTED: RefCell<Option<Wanted>> = const { RefCell::new(None) };
}

/// Does work of this thread that may be given up: `wanted` says whether somebody still waits for it.
pub fn while_wanted<T>(wanted: impl Fn() -> bool + 'static, work: impl FnOnce() -> T) -> T {
    struct Before(Option<Wanted>);
    impl Drop for Before {
        fn drop(&mut self) {
            WANTED.set(self.0.take());
        }
    }
    let _before = Before(WANTED.replace(Some(Rc::new(wanted))));
    work()
}

/// Whether nobody waits any more for what this thread does. Where nobody said anything it is wanted.
#[must_use]
pub fn is_unwanted() -> bool {
    let wanted = WANTED.with_borrow(Clone::clone);
    wanted.is_some_and(|wanted| !wanted())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_is_wanted_until_somebody_says_otherwise() {
        assert!(!is_unwanted());
        let inside = while_wanted(|| false, || (is_unwanted(), while_wanted(|| true, is_unwanted), is_unwanted()));
        assert_eq!(inside, (true, false, true));
        assert!(!is_unwanted());
    }
}
