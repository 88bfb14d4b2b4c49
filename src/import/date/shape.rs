//! How a date in numbers is written, and in which order the numbers of each way stand. One table may hold several ways, each
//! with an order of its own: people write 15.03.2027 with the day first, and beside it 3/20/27.

use super::DateOrder;
use crate::model::record::closed;

closed! {
    /// What stands between the numbers of a date.
    pub enum DateShape {
        /// 3/20/27.
        Slashes = "slashes",
        /// 20.3.27.
        Dots = "dots",
        /// 20-3-27.
        Dashes = "dashes",
    }
}

impl DateShape {
    /// The shape of a date whose numbers are parted by that sign.
    pub(super) const fn of(separator: char) -> Self {
        match separator {
            '.' => Self::Dots,
            '-' => Self::Dashes,
            _ => Self::Slashes,
        }
    }
}

/// In which order the numbers of each shape stand, as far as that is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::import) struct Orders {
    slashes: Option<DateOrder>,
    dots: Option<DateOrder>,
    dashes: Option<DateOrder>,
}

impl Orders {
    /// The same order in every shape.
    pub(in crate::import) const fn all(order: Option<DateOrder>) -> Self {
        Self { slashes: order, dots: order, dashes: order }
    }

    /// The order of a shape.
    pub(in crate::import) const fn of(self, shape: DateShape) -> Option<DateOrder> {
        match shape {
            DateShape::Slashes => self.slashes,
            DateShape::Dots => self.dots,
            DateShape::Dashes => self.dashes,
        }
    }

    /// Says the order of a shape.
    pub(in crate::import) const fn set(&mut self, shape: DateShape, order: Option<DateOrder>) {
        match shape {
            DateShape::Slashes => self.slashes = order,
            DateShape::Dots => self.dots = order,
            DateShape::Dashes => self.dashes = order,
        }
    }
}
