//! The board: axis, lanes, cards, curve, and what screen readers are told of them.
