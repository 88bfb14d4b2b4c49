//! Days with more on them than they have room for: which moments are seen, and how bad the worst of the others is. What the checker
//! says something about comes first, so that a day with an error never looks clean. Never knows where anything is drawn.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use super::data::{Item, Sheet};
use super::pages;
use crate::model::{Campaign, MomentId};
use crate::ui::board;
use crate::ui::theme::Tone;
use crate::ui::view::{Derived, LaneView};

/// A moment of a crowded day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Ranked {
    item: Item,
    /// Its place in the day.
    place: usize,
    /// What is open about it.
    tone: Option<Tone>,
}

/// What is seen of a day.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(super) struct Seen {
    /// The moments that have room, in the order of the day.
    pub(super) items: Vec<Item>,
    /// The worst that is open about those that have none.
    pub(super) hidden: Option<Tone>,
}

/// The crowded days of the pages that were seen last, each looked through once as long as nothing of it changed.
#[derive(Default)]
pub(super) struct Crowds {
    lanes: Vec<Arc<LaneView>>,
    /// The one that is seen comes first.
    pages: Vec<Crowded>,
}

/// A page, with its crowded days by their places.
struct Crowded {
    sheet: Rc<Sheet>,
    days: HashMap<usize, Rc<[Ranked]>>,
}

impl Crowds {
    /// Goes on with a page, and with what is found.
    pub(super) fn follow(&mut self, sheet: &Rc<Sheet>, derived: &Derived) {
        let same_lanes =
            self.lanes.len() == derived.lanes.len() && self.lanes.iter().zip(&derived.lanes).all(|(a, b)| Arc::ptr_eq(a, b));
        // To take hold of a thousand lanes is to touch each of them: not for another page.
        if !same_lanes {
            self.lanes.clone_from(&derived.lanes);
            self.pages.clear();
        }
        match self.pages.iter().position(|page| Rc::ptr_eq(&page.sheet, sheet)) {
            Some(at) => self.pages[..=at].rotate_right(1),
            None => self.pages.insert(0, Crowded { sheet: Rc::clone(sheet), days: HashMap::new() }),
        }
        self.pages.truncate(pages::MOST);
    }

    /// What is seen of the day at a place of the page, where so many moments have room; the one in use is among them.
    pub(super) fn seen(&mut self, campaign: &Campaign, at: usize, count: usize, used: Option<MomentId>) -> Seen {
        let Some(Crowded { sheet, days }) = self.pages.first_mut() else { return Seen::default() };
        let Some(row) = sheet.days.get(at) else { return Seen::default() };
        if count >= row.cards.len() {
            return Seen { items: row.cards.clone(), hidden: None };
        }
        let lanes = &self.lanes;
        let ranked = days.entry(at).or_insert_with(|| ranked(campaign, lanes, &row.cards));
        let (first, rest) = ranked.split_at(count);
        let mut first = first.to_vec();
        let is_used = |ranked: &&Ranked| ranked.item.find(campaign).is_some_and(|(_, moment)| Some(moment.id) == used);
        let here = used.and_then(|_| rest.iter().find(is_used));
        // The one in use takes the place of the last one.
        let gone = here.zip(first.last_mut()).map(|(here, last)| std::mem::replace(last, *here));
        let stay = here.filter(|_| gone.is_some()).map(|here| here.place);
        let others = rest.iter().find(|ranked| Some(ranked.place) != stay);
        let hidden = others.copied().into_iter().chain(gone).filter_map(|ranked| ranked.tone).min();
        first.sort_unstable_by_key(|ranked| ranked.place);
        Seen { items: first.iter().map(|ranked| ranked.item).collect(), hidden }
    }
}

/// The moments of a day: those about which something is open before the others, worst first.
fn ranked(campaign: &Campaign, lanes: &[Arc<LaneView>], cards: &[Item]) -> Rc<[Ranked]> {
    let tone = |item: &Item| {
        let (lane, moment) = item.find(campaign)?;
        let view = lanes.get(item.lane).filter(|view| view.lane.id == lane.id)?;
        view.marks.get(&moment.id).copied().map(board::tone).filter(|tone| tone.is_open())
    };
    let cards = cards.iter().enumerate();
    let mut all: Vec<Ranked> = cards.map(|(place, item)| Ranked { item: *item, place, tone: tone(item) }).collect();
    all.sort_by_key(|ranked| (ranked.tone.is_none(), ranked.tone, ranked.place));
    all.into()
}

#[cfg(test)]
mod tests {
    use super::super::book::Book;
    use super::super::page::{Page, Reach};
    use super::*;
    use crate::analysis::totals::LaneTotals;
    use crate::check::Severity;
    use crate::model::{Day, Kind, When};
    use crate::ui::test_plan::{id, moment, plan_of, put};
    use crate::ui::view::{Counts, Mark, Sieve};

    fn seen(count: usize, used: Option<&str>) -> (String, Option<Tone>) {
        let mut plan = plan_of(&["ben"]);
        let day = Day::new(2027, 9, 6).expect("a day");
        for name in ["a", "b", "c", "d", "e"] {
            put(&mut plan, 0, moment(name, Kind::Story, name, When::On(day)));
        }
        let mark = |name, severity| (MomentId(id(name)), Mark::Open(severity));
        let marks = [mark("b", Severity::Hint), mark("d", Severity::Error), mark("e", Severity::Warning)].into_iter().collect();
        let view = LaneView {
            lane: Arc::clone(&plan.lanes[0]),
            findings: Vec::new(),
            not_checked: Vec::new(),
            curve: None,
            marks,
            counts: Counts::default(),
            totals: LaneTotals::default(),
            order: std::sync::OnceLock::new(),
        };
        let derived = Derived { lanes: vec![Arc::new(view)], ..Derived::default() };
        let mut book = Book::default();
        book.follow(&Arc::new(plan.clone()));
        let sheet = Rc::new(Sheet::of(&plan, &book, &Sieve::default(), Page::of(day, Reach::Month)));
        let mut crowds = Crowds::default();
        crowds.follow(&sheet, &derived);
        let at = sheet.page.at(day).expect("the day is on the page");
        let Seen { items, hidden } = crowds.seen(&plan, at, count, used.map(|name| MomentId(id(name))));
        let names: Vec<_> = items.iter().filter_map(|item| item.find(&plan)).map(|(_, moment)| moment.title.clone()).collect();
        (names.join(" "), hidden)
    }

    #[test]
    fn what_is_found_has_room_before_what_is_clean_and_stands_in_the_order_of_the_day() {
        assert_eq!(seen(5, None), ("a b c d e".to_owned(), None));
        assert_eq!(seen(4, None), ("a b d e".to_owned(), None));
        assert_eq!(seen(2, None), ("d e".to_owned(), Some(Tone::Hint)));
        assert_eq!(seen(0, None), (String::new(), Some(Tone::Error)));
    }

    #[test]
    fn the_one_in_use_has_room_in_the_place_of_the_last() {
        assert_eq!(seen(2, Some("c")), ("c d".to_owned(), Some(Tone::Warning)));
        assert_eq!(seen(1, Some("b")), ("b".to_owned(), Some(Tone::Error)));
        assert_eq!(seen(0, Some("b")), (String::new(), Some(Tone::Error)));
    }
}
