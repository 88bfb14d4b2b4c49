//! What follows from two orders: of two lanes, or of one lane as it is and as it would be. A sentence, the same in the window and
//! on every page. It judges nothing: who gives how much before the first ask is what there is to say.

use crate::words::{self, lanes_compared as say};

/// Of two lanes: what each is called, and how many moments that do not ask come before its first ask; `None` where nothing asks.
#[must_use]
pub fn of_lanes((left, given): (&str, Option<usize>), (right, other): (&str, Option<usize>)) -> String {
    match (given, other) {
        (None, None) => say::neither_asks().to_owned(),
        (None, Some(given)) => say::one_never_asks(left, right, words::moments(given)),
        (Some(given), None) => say::one_never_asks(right, left, words::moments(given)),
        (Some(0), Some(0)) => say::both_ask_first().to_owned(),
        (Some(0), Some(given)) => say::one_asks_first(left, right, words::moments(given)),
        (Some(given), Some(0)) => say::one_asks_first(right, left, words::moments(given)),
        (Some(one), Some(other)) if one == other => say::same_given(words::moments(one)),
        (Some(one), Some(other)) => say::both_give_first(left, words::moments(one), right, words::moments(other)),
    }
}

/// Of one lane: the same as planned and in the other order. An order takes no ask away, but a proposal may bring one.
#[must_use]
pub fn of_orders(now: Option<usize>, then: Option<usize>) -> String {
    match (now, then) {
        (_, None) => say::order_neither().to_owned(),
        (None, Some(then)) => say::order_then_asks(words::moments(then)),
        (Some(0), Some(0)) => say::order_both_first().to_owned(),
        (Some(0), Some(then)) => say::order_now_first(words::moments(then)),
        (Some(now), Some(0)) => say::order_then_first(words::moments(now)),
        (Some(now), Some(then)) if now == then => say::order_same(words::moments(now)),
        (Some(now), Some(then)) => say::order_differs(words::moments(now), words::moments(then)),
    }
}
