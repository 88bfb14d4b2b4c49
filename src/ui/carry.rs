//! What can be carried with the pointer from one panel to another.

use crate::model::{Kind, MomentId};

/// What is in the hand, as egui's payload of a drag. Whoever lets it be picked up sets it; the panel over which it is let
/// go of decides what comes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Carried {
    /// A kind of moment from the palette: a new moment comes of it.
    Kind(Kind),
    /// An idea from the tray.
    Idea(MomentId),
    /// Cards of the board, the one under the pointer last.
    Cards(Vec<MomentId>),
}
