//! Why the curve moved, as a reader sees it: sentences without a digit on the axis, and the formula for who asks. Pure: it is
//! given what [`crate::analysis::reasons`] worked out.

use crate::analysis::curve::{Band, CONSTANTS, Curve};
use crate::analysis::reasons::{Begin, Half, Quiet, Reason, Reasons, Start, Why};
use crate::model::{Campaign, Cta, Lane, Moment, MomentId, Years};
use crate::words::{counts, curve as say, names};

use super::board::{axis_day, band_name};

/// Tells why the curve of a lane moved.
#[derive(Clone, Copy)]
pub struct Telling<'a> {
    campaign: &'a Campaign,
    years: Years,
    lane: &'a Lane,
    curve: &'a Curve,
}

impl<'a> Telling<'a> {
    /// Of a lane and its curve, in a plan whose days are told like that.
    #[must_use]
    pub fn of(campaign: &'a Campaign, years: Years, lane: &'a Lane, curve: &'a Curve) -> Self {
        Self { campaign, years, lane, curve }
    }

    fn reasons(&self) -> Reasons<'a> {
        Reasons::of(self.campaign, self.lane, self.curve)
    }

    /// What led to a day: the start or a word that there was more, then the last moves, at most so many.
    #[must_use]
    pub fn until(&self, day: i32, most: usize) -> Vec<String> {
        let (told, cut) = self.reasons().until(day, most);
        let first = if cut { say::earlier().to_owned() } else { self.start() };
        std::iter::once(first).chain(told.iter().map(|reason| self.sentence(reason))).collect()
    }

    /// What a card did: the bands before and after, and the moves of its day up to its own; empty when it moves nothing.
    #[must_use]
    pub fn card(&self, moment: MomentId) -> Vec<String> {
        let told = self.reasons().to(moment);
        let Some(own) = told.last() else { return Vec::new() };
        let (before, after) = (Band::of(own.before), Band::of(own.after));
        let bands =
            if before == after { say::within(band_name(before)) } else { say::from_to(band_name(before), band_name(after)) };
        std::iter::once(bands).chain(told.iter().map(|reason| self.sentence(reason))).collect()
    }

    /// The same in numbers.
    #[must_use]
    pub fn numbers(&self, moment: MomentId) -> Vec<String> {
        let told = self.reasons().to(moment);
        let mut lines = Vec::new();
        if told.first().is_some_and(|reason| reason.day == self.curve.start().0) {
            lines.push(say::number_start(say::value(self.curve.start().1)));
        }
        lines.extend(told.iter().flat_map(|reason| self.formula(reason)));
        lines.push(say::number_bands().to_owned());
        lines
    }

    /// Where the curve begins.
    #[must_use]
    pub fn start(&self) -> String {
        let Start { day, status, from, .. } = self.reasons().start();
        let (status, day) = (crate::words::inside(names::choice(status.key())), axis_day(self.curve.axis(), self.years, day));
        match from {
            Begin::LastSeen => say::start_seen(status, day),
            Begin::PlanStart => say::start_plan(status, day),
            Begin::FirstCard => say::start_card(status, day),
        }
    }

    fn moment(&self, id: MomentId) -> Option<&'a Moment> {
        self.lane.moments.iter().find(|moment| moment.id == id).map(AsRef::as_ref)
    }

    /// "Values story and teaser", with a capital letter.
    fn kinds(&self, ids: &[MomentId]) -> String {
        let kinds = ids.iter().filter_map(|id| self.moment(*id)).map(|moment| names::kind(moment.kind.key()));
        let mut kinds: Vec<String> = kinds.map(str::to_owned).collect();
        kinds.iter_mut().skip(1).for_each(|kind| *kind = crate::words::inside(kind));
        crate::words::list(&kinds)
    }

    /// A move as a sentence.
    #[must_use]
    pub fn sentence(&self, reason: &Reason) -> String {
        let (kinds, day) = (self.kinds(&reason.moments), axis_day(self.curve.axis(), self.years, reason.day));
        match &reason.why {
            Why::Given { share, .. } if *share <= 0.0 => say::given_nothing(kinds, day),
            Why::Given { share, gifts } => {
                let way = say::way(*share);
                // What the largest gift of the day is held back by.
                let quality = |gift: &crate::analysis::reasons::Gift| {
                    gift.gain * (1.0 - CONSTANTS.unmet * f64::from(u8::from(gift.not_shared) + u8::from(gift.scripted)))
                };
                let largest = gifts.iter().max_by(|a, b| quality(a).total_cmp(&quality(b)));
                let why: Vec<&str> = largest
                    .map(|gift| [(gift.not_shared, say::not_shared()), (gift.scripted, say::scripted())])
                    .into_iter()
                    .flatten()
                    .filter_map(|(unmet, why)| unmet.then_some(why))
                    .collect();
                if why.is_empty() {
                    say::given(kinds, day, way)
                } else {
                    say::given_less(kinds, day, way, crate::words::list(&why))
                }
            }
            Why::Asked { early, overdraft, asks, .. } => {
                let text = if *overdraft > 0.0 {
                    say::asked_empty(kinds, day)
                } else if *early > 0.0 {
                    say::asked_below(kinds, day)
                } else {
                    say::asked_above(kinds, day)
                };
                let moments = asks.iter().filter_map(|ask| Some((ask, self.moment(ask.moment)?)));
                let several =
                    asks.iter().any(|ask| self.product(ask.moment) != asks.first().and_then(|one| self.product(one.moment)));
                let mut why: Vec<&str> = if several { vec![say::several()] } else { Vec::new() };
                for (ask, moment) in moments.filter(|_| !several) {
                    why.extend(match moment.cta {
                        Some(Cta::Hard) => Some(say::hard()),
                        Some(Cta::None) => Some(say::without_call()),
                        _ => None,
                    });
                    why.extend(ask.half.map(|half| match half {
                        Half::Embedded => say::half_embedded(),
                        Half::Story => say::half_story(),
                    }));
                }
                why.dedup();
                why.into_iter().fold(text, say::and_because)
            }
            Why::Quiet(Quiet { days, past, fresh }) => {
                let far = say::far((reason.before - reason.after) / reason.before.max(f64::MIN_POSITIVE));
                let days = counts::quiet_days(usize::try_from(*days).unwrap_or(0));
                if fresh < past { say::quiet_on(days, fresh, far) } else { say::quiet(days, past, far) }
            }
        }
    }

    fn product(&self, id: MomentId) -> Option<crate::model::ProductId> {
        self.moment(id).and_then(|moment| moment.product)
    }

    /// A move as arithmetic.
    fn formula(&self, reason: &Reason) -> Vec<String> {
        let value = say::value;
        let (before, after) = (value(reason.before), value(reason.after));
        match &reason.why {
            Why::Given { share, gifts } => {
                let mut lines = Vec::new();
                if let [gift] = gifts.as_slice() {
                    let unmet = u8::from(gift.not_shared) + u8::from(gift.scripted);
                    if unmet > 0 {
                        lines.push(say::number_share(value(gift.gain), unmet, value(*share)));
                    }
                }
                lines.push(say::number_given(before, value(*share), after));
                lines
            }
            Why::Asked { weight, cost, overdraft, .. } => {
                let mut lines =
                    vec![say::number_cost(weight, &before, value(*cost)), say::number_asked(&before, value(*cost), after)];
                if *overdraft > 0.0 {
                    lines.push(say::number_overdraft(value(*overdraft)));
                }
                lines
            }
            Why::Quiet(quiet) => vec![say::number_quiet(value(self.curve.floor()), before, quiet.fresh, after)],
        }
    }
}
