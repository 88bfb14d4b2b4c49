//! What is said of something new that lies far from every day of the plan: it is allowed, and it may be a slip. This never keeps
//! anybody from anything.

use super::App;
use crate::analysis::Axis;
use crate::analysis::scale::Span;
use crate::model::{Day, When};
use crate::words::{counts, hand, notes, weeks};

/// Nearer than so many days to the plan is beside it: plans grow at their ends.
const NEAR: i32 = 14;
/// From so many days on a distance is told in months.
const MONTHS: i32 = 61;
/// Days of a month, in hundredths.
const MONTH: i32 = 3_044;

/// What is new.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum New {
    /// A note.
    Note,
    /// A moment.
    Moment,
}

impl App {
    /// What is to be said of something new that comes then; `None` where it lies among the days of the plan as it is now, or near
    /// them.
    pub(super) fn far_from_plan(&self, new: New, when: When) -> Option<String> {
        let campaign = self.plan.doc.campaign();
        let day = campaign.day_of(when)?.number();
        let plan = Span::of(campaign, Axis::Calendar, 0)?;
        let (first, last) = (Day::from_number(plan.first).long(), Day::from_number(plan.last).long());
        let (before, after) = (plan.first.saturating_sub(day), day.saturating_sub(plan.last));
        match new {
            New::Note if before > NEAR => Some(notes::far_before(distance(before), first)),
            New::Note if after > NEAR => Some(notes::far_after(distance(after), last)),
            New::Moment if before > NEAR => Some(hand::far_before(distance(before), first)),
            New::Moment if after > NEAR => Some(hand::far_after(distance(after), last)),
            _ => None,
        }
    }
}

/// "3 weeks", "9 months".
fn distance(days: i32) -> String {
    if days < MONTHS {
        return weeks(i64::from((days + 3) / 7));
    }
    counts::months(usize::try_from((days.saturating_mul(100) + MONTH / 2) / MONTH).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_told_in_weeks_and_then_in_months() {
        let told = [15, 24, 60, 61, 245, 366, 3_652].map(distance);
        assert_eq!(told, ["2 weeks", "3 weeks", "9 weeks", "2 months", "8 months", "12 months", "120 months"]);
    }
}
