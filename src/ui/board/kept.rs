//! Where somebody stood on the board: kept when a plan leaves the screen, and gone back to when it is opened again.

use super::state::BoardState;
use super::travel::Wish;
use super::whole::Whole;
use crate::analysis::packing::Size;
use crate::analysis::scale::{FEWEST_PX_PER_DAY, MOST_PX_PER_DAY};
use crate::ui::view::{Cx, Kept};

const ZOOM: &str = "board.zoom";
const DAY: &str = "board.day";
const TOP: &str = "board.top";
/// All of the plan was shown, whatever it holds by then.
const FIT: &str = "board.fit";

/// Where somebody stands on the board, to the point.
#[derive(Clone, Copy, Debug)]
pub struct Stand {
    px_per_day: Option<f64>,
    cards: Option<Size>,
    whole: Option<Whole>,
    began: Option<[f64; 2]>,
    scroll: [f64; 2],
}

impl BoardState {
    /// Keeps where somebody stands. As long as nobody chose a place the board begins anew.
    pub fn keep(&self, kept: &mut Kept) {
        let Some(zoom) = self.px_per_day() else { return };
        for name in [ZOOM, DAY, FIT, TOP] {
            kept.set_word(name, "");
        }
        if self.scroll[1] > 0.0 {
            kept.set_number(TOP, self.scroll[1].round());
        }
        if self.is_untouched() {
            return;
        }
        if self.fits() {
            kept.set_word(FIT, "yes");
        } else {
            kept.set_number(ZOOM, zoom);
            kept.set_number(DAY, (self.scale().at(self.scroll[0]) * 100.0).round() / 100.0);
        }
    }

    /// Goes back there, as far as the plan still reaches.
    pub fn come_back(&mut self, kept: &Kept) {
        if kept.word(FIT).is_some() {
            self.fit();
        }
        let zoom = kept.number(ZOOM).map(|zoom| zoom.clamp(FEWEST_PX_PER_DAY, MOST_PX_PER_DAY));
        if let (Some(zoom), Some(day)) = (zoom, kept.number(DAY)) {
            self.wish(Wish::Place(zoom, day));
        }
        if let Some(top) = kept.number(TOP) {
            self.wish(Wish::Top(top));
        }
    }

    /// Where it stands now, to be taken up again.
    #[must_use]
    pub const fn stands(&self) -> Stand {
        let cards = self.layout.cards();
        Stand { px_per_day: self.px_per_day, cards, whole: self.whole, began: self.began, scroll: self.scroll }
    }

    /// Stands where it stood before.
    pub fn stand_again(&mut self, stand: Stand) {
        let Stand { px_per_day, cards, whole, began, scroll } = stand;
        self.layout.set_cards(cards);
        (self.px_per_day, self.whole, self.began, self.scroll, self.travel) = (px_per_day, whole, began, scroll, None);
        self.forget_wishes();
    }

    /// Stands there at once.
    pub(super) fn stand(&mut self, cx: &Cx<'_>, zoom: f64, day: f64) {
        (self.px_per_day, self.whole, self.began, self.travel) = (Some(zoom), None, None, None);
        self.layout.set_cards(None);
        self.scroll[0] = self.scale().x_at(day);
        // Cards reach past the last day: without knowing how far, a place near the end would be one too far.
        let span = self.layout.span(cx.today);
        self.right = self.ends(cx, span)[1];
    }
}
