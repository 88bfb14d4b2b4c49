//! What stands beside the calendar while nothing is selected, worked out from the page and the plan: figures, how far each
//! relationship is, what asks for attention, what comes next.

use std::cmp::Ordering;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use super::book::{Book, Who};
use super::data::{Item, Sheet};
use super::page::Page;
use crate::analysis::Axis;
use crate::analysis::curve::Band;
use crate::analysis::totals::{Amounts, Balance};
use crate::check::{Finding, Options, Severity};
use crate::model::{Day, LaneId, Money};
use crate::ui::view::{Counts, Cx, Derived, LaneView};

/// Most people whose relationship is shown.
pub(super) const MOST_PEOPLE: usize = 12;
/// Most findings that are named.
pub(super) const MOST_NEEDS: usize = 3;
/// Most moments that come next.
const MOST_NEXT: usize = 6;
/// Days from today in which something asks for attention this week.
const SOON: i32 = 6;

/// How far a relationship is.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Trust {
    /// The creator's place among the campaign's.
    pub(super) place: usize,
    pub(super) name: Arc<str>,
    pub(super) whole_name: Arc<str>,
    pub(super) lane: LaneId,
    /// Where the curve stands, from 0 to 1, for the eye only; none where there is no curve.
    pub(super) at: Option<f64>,
}

impl Trust {
    /// The band of it.
    pub(super) fn band(&self) -> Option<Band> {
        self.at.map(Band::of)
    }
}

/// What was worked out.
#[derive(Clone, Debug, PartialEq, Default)]
pub(super) struct Figures {
    pub(super) moments: usize,
    pub(super) balance: Balance,
    pub(super) errors: usize,
    pub(super) first_error: Option<Day>,
    /// Errors of moments that are out of sight.
    pub(super) errors_hidden: usize,
    pub(super) fees: Vec<Money>,
    pub(super) trust: Vec<Trust>,
    pub(super) people: usize,
    /// Open findings of the next days, by their places among all; and how many more there are.
    pub(super) needs: Vec<usize>,
    pub(super) needs_more: usize,
    pub(super) next: Vec<Item>,
    /// How many moments come next that nobody sees, where nothing else does.
    pub(super) next_hidden: usize,
}

/// What figures were worked out from.
struct Basis {
    sheet: Rc<Sheet>,
    edition: u64,
    today: Day,
    counts: Counts,
    options: Options,
}

/// The figures, kept as long as nothing of it changed.
#[derive(Default)]
pub(super) struct Kept {
    basis: Option<Basis>,
    figures: Rc<Figures>,
}

impl Kept {
    /// The figures of a page.
    pub(super) fn of(&mut self, cx: &Cx<'_>, book: &Book, sheet: &Rc<Sheet>) -> Rc<Figures> {
        let is = |basis: &Basis| {
            Rc::ptr_eq(&basis.sheet, sheet)
                && basis.edition == book.edition
                && basis.today == cx.today
                && basis.counts == cx.derived.counts
                && basis.options == *cx.options
        };
        if !self.basis.as_ref().is_some_and(is) {
            self.figures = Rc::new(figures(cx, book, sheet));
            self.basis = Some(Basis {
                sheet: Rc::clone(sheet),
                edition: book.edition,
                today: cx.today,
                counts: cx.derived.counts,
                options: cx.options.clone(),
            });
        }
        Rc::clone(&self.figures)
    }
}

fn figures(cx: &Cx<'_>, book: &Book, sheet: &Sheet) -> Figures {
    let (campaign, derived, today) = (cx.campaign, cx.derived, cx.today);
    let mut figures = Figures { people: people(cx, book).filter(|who| who.creator.is_some()).count(), ..Figures::default() };
    let own = sheet.days.iter().enumerate().filter(|(at, _)| sheet.page.day(*at).is_some_and(|day| sheet.page.has(day)));
    let moments: Vec<_> =
        own.flat_map(|(_, day)| &day.cards).filter_map(|item| item.find(campaign)).map(|(_, moment)| &**moment).collect();
    figures.moments = moments.len();
    figures.balance = Balance::of(moments.iter().copied());
    figures.fees = Amounts::of(moments.iter().copied()).iter().collect();
    let open = |at: &usize| derived.findings.get(*at).is_some_and(|finding| finding.state.is_open());
    for at in of_days(&derived.findings, Severity::Error, sheet.page.from(), sheet.page.to()).filter(open) {
        let Some(finding) = derived.findings.get(at) else { continue };
        // What stands beside it counts what is seen, and so does this.
        let is_hidden = finding.lane.is_some_and(|lane| cx.sieve.hides(lane));
        if is_hidden || finding.subject().is_some_and(|id| !cx.sieve.shows(id)) {
            figures.errors_hidden += 1;
        } else {
            figures.errors += 1;
            figures.first_error = figures.first_error.or(finding.date);
        }
    }
    let soon = |severity| of_days(&derived.findings, severity, today, today.plus(SOON));
    let mut soon = soon(Severity::Error).chain(soon(Severity::Warning)).filter(open);
    figures.needs = soon.by_ref().take(MOST_NEEDS).collect();
    figures.needs_more = soon.count();
    figures.trust = trust(cx, book, sheet.page);
    figures.next = next(cx, book);
    if figures.next.is_empty() {
        figures.next_hidden = book.leaves.iter().map(|leaf| leaf.between(today, Day::MAX).len()).sum();
    }
    figures
}

/// The places of the findings of that weight that are about days from the one to the other. They stand by weight, then by day, so that
/// in a large plan none of the others has to be looked at.
fn of_days(findings: &[Arc<Finding>], severity: Severity, from: Day, to: Day) -> Range<usize> {
    let before = |finding: &Arc<Finding>, is_before: &dyn Fn(Day) -> bool| match finding.severity.cmp(&severity) {
        Ordering::Equal => finding.date.is_some_and(is_before),
        other => other == Ordering::Less,
    };
    let first = findings.partition_point(|finding| before(finding, &|day| day < from));
    let end = findings.partition_point(|finding| before(finding, &|day| day <= to));
    first..end
}

/// Those who are shown.
fn people<'a>(cx: &'a Cx<'_>, book: &'a Book) -> impl Iterator<Item = &'a Who> {
    book.people.iter().filter(|who| !who.lanes.iter().all(|lane| cx.sieve.hides(*lane)))
}

/// How far the relationships are on the last day of a page.
fn trust(cx: &Cx<'_>, book: &Book, page: Page) -> Vec<Trust> {
    let of = |who: &Who| {
        let place = who.creator?;
        let lane = *who.lanes.first()?;
        let views = who.places.iter().zip(&who.lanes).filter_map(|(place, lane)| view(cx.derived, *place, *lane));
        let mut curves = views.filter_map(|view| view.curve.as_ref()).filter(|curve| curve.axis() == Axis::Calendar);
        let at = curves.next().map(|curve| curve.value(page.to().number()));
        Some(Trust { place, name: Arc::clone(&who.name), whole_name: Arc::clone(&who.whole_name), lane, at })
    };
    people(cx, book).filter_map(of).take(MOST_PEOPLE).collect()
}

/// What was worked out of a lane. It stands where the lane does in the campaign, but for a moment after lanes changed places.
fn view(derived: &Derived, place: usize, lane: LaneId) -> Option<&LaneView> {
    let there = derived.lanes.get(place).filter(|view| view.lane.id == lane);
    there.or_else(|| derived.lanes.iter().find(|view| view.lane.id == lane)).map(AsRef::as_ref)
}

/// The moments that come next, from today on, of those who are shown.
fn next(cx: &Cx<'_>, book: &Book) -> Vec<Item> {
    let mut all = Vec::new();
    let lanes = cx.campaign.lanes.iter().zip(&book.leaves).enumerate();
    for (lane_at, (lane, leaf)) in lanes.filter(|(_, (lane, _))| !cx.sieve.hides(lane.id)) {
        let first = leaf.dated.partition_point(|dated| dated.day < cx.today);
        let coming = leaf.dated.iter().skip(first);
        let passes = |at: u32| lane.moments.get(at as usize).is_some_and(|moment| cx.sieve.shows(moment.id));
        let shown = coming.filter(|dated| cx.sieve.is_open() || passes(dated.at));
        all.extend(shown.take(MOST_NEXT).map(|dated| (dated.day, dated.time, lane_at, dated.at as usize)));
    }
    if all.len() > MOST_NEXT {
        // Of a thousand lanes only the first few are wanted, and only those in order.
        all.select_nth_unstable(MOST_NEXT - 1);
        all.truncate(MOST_NEXT);
    }
    all.sort_unstable();
    all.into_iter().map(|(_, _, lane, at)| Item { lane, at }).collect()
}
