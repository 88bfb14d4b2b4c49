//! What has to be made for a card, until when, and how it says that it is paid.

use std::collections::BTreeSet;

use crate::analysis::deadlines::{self, Deadlines};
use crate::check::{self, MarketLine};
use crate::model::{Campaign, Day, Moment, MomentId, Window};
use crate::words::{names, share as say};

use super::encode::clean;
use super::plan::Reader;

/// What is still to come of a plan. How far a moment is, is the team's; that nothing has to be done any more for what is out
/// holds for everybody, so it is looked up once, in the whole campaign, before it is reduced to what its reader sees.
///
/// That a draft is in or a moment is approved ends its days for the team alone. A client or creator who read that nothing is
/// due for this moment, but something for that one, would read off how far each of them is.
#[derive(Clone, Debug, Default)]
pub(super) struct Ahead {
    /// What is out already.
    out: BTreeSet<MomentId>,
    /// Whose draft is in already, as far as the reader may know.
    drafted: BTreeSet<MomentId>,
    /// What is approved already, as far as the reader may know.
    approved: BTreeSet<MomentId>,
    /// How far these are nobody knows: the plan was shared without it. What they wait for would be a guess.
    unsaid: BTreeSet<MomentId>,
    /// Whether the reader may know what was due and is done.
    inside: bool,
}

/// What is due before a moment, and what was due and is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Due {
    /// The day on which the first draft is due; none once it is in.
    pub draft: Option<Day>,
    /// The day on which the approval is due; none once it is given.
    pub approval: Option<Day>,
}

impl Ahead {
    pub(super) fn of(campaign: &Campaign, reader: Reader) -> Self {
        let moments = || campaign.lanes.iter().flat_map(|lane| &lane.moments);
        let those = |is: fn(&Moment) -> bool| {
            moments().filter(|moment| is(moment)).map(|moment| moment.id).collect::<BTreeSet<MomentId>>()
        };
        let inside = reader == Reader::Internal;
        let for_team = |is: fn(&Moment) -> bool| if inside { those(is) } else { BTreeSet::new() };
        Self {
            out: those(Moment::is_published),
            drafted: for_team(deadlines::is_drafted),
            approved: for_team(deadlines::is_approved),
            unsaid: moments().filter(|moment| !campaign.says_status(moment)).map(|moment| moment.id).collect(),
            inside,
        }
    }

    /// When draft and approval of a moment are due: of what has a date, is not out, and is not what creators publish of their
    /// own accord, which waits for nobody. None where nothing is.
    pub(super) fn due(&self, campaign: &Campaign, moment: &Moment) -> Option<Due> {
        let due = self.days(campaign, moment).filter(|_| !self.out.contains(&moment.id))?;
        let draft = Some(due.draft).filter(|_| !self.drafted.contains(&moment.id));
        let approval = Some(due.approval).filter(|_| !self.approved.contains(&moment.id));
        (draft.is_some() || approval.is_some()).then_some(Due { draft, approval })
    }

    /// What was due before a moment and is done: for what takes back what it said before. Nothing for readers who may not know.
    pub(super) fn done(&self, campaign: &Campaign, moment: &Moment) -> Due {
        let were = self.days(campaign, moment).filter(|_| self.inside);
        let open = self.due(campaign, moment);
        Due {
            draft: were.map(|due| due.draft).filter(|_| open.and_then(|due| due.draft).is_none()),
            approval: were.map(|due| due.approval).filter(|_| open.and_then(|due| due.approval).is_none()),
        }
    }

    /// The days on which draft and approval of a moment are due, or were.
    fn days(&self, campaign: &Campaign, moment: &Moment) -> Option<Deadlines> {
        let waits = moment.is_brand() && !self.unsaid.contains(&moment.id);
        campaign.day_of(moment.when).filter(|_| waits).map(deadlines::deadlines)
    }

    /// How far a moment may move: what is out moves no more.
    pub(super) fn window<'m>(&self, moment: &'m Moment) -> Option<&'m Window> {
        moves(moment).filter(|_| !self.out.contains(&moment.id))
    }

    /// How far a moment could move that is out by now, for what takes back what it said before.
    pub(super) fn past_window<'m>(&self, moment: &'m Moment) -> Option<&'m Window> {
        moves(moment).filter(|_| self.inside && self.out.contains(&moment.id))
    }
}

/// The window of a moment, where it has more than its own day.
fn moves(moment: &Moment) -> Option<&Window> {
    moment.window.as_ref().filter(|window| (window.before, window.after) != (0, 0))
}

/// What has to be made for a card.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// Where it appears.
    pub platform: Option<&'static str>,
    /// The shape of the content.
    pub format: Option<&'static str>,
    /// How long it is.
    pub length: Option<String>,
    /// What is measured, in one line.
    pub measured: Option<String>,
    /// Whether it has a date.
    pub is_dated: bool,
    /// When draft and approval are due; none where nothing is.
    pub due: Option<Due>,
}

impl Made {
    pub(super) fn of(campaign: &Campaign, moment: &Moment, ahead: &Ahead) -> Self {
        Self {
            platform: moment.platform.map(|platform| names::platform(platform.key())),
            format: moment.format.map(|format| names::choice(format.key())),
            length: moment.duration.map(say::minutes),
            measured: measured(&moment.kpis),
            is_dated: campaign.day_of(moment.when).is_some(),
            due: ahead.due(campaign, moment),
        }
    }
}

/// What is measured, in one line: words with commas between them, and sentences with something stronger.
pub(super) fn measured(kpis: &[String]) -> Option<String> {
    /// A text of more words reads as a sentence.
    const WORDS: usize = 3;
    let all: Vec<String> = kpis.iter().map(|kpi| clean(kpi).trim().trim_end_matches(['.', ';']).to_owned()).collect();
    let all: Vec<&str> = all.iter().map(String::as_str).filter(|kpi| !kpi.is_empty()).collect();
    let is_long = all.iter().any(|kpi| kpi.contains(',') || kpi.split_whitespace().count() > WORDS);
    (!all.is_empty()).then(|| all.join(if is_long { "; " } else { ", " }))
}

/// How a card says that it is paid, beside the label in its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Labelled {
    /// Whether it can be seen to be about the brand at all.
    pub names_brand: bool,
    /// Whether it is said aloud.
    pub spoken: bool,
    /// Whether the platform's own label is set.
    pub platform_label: bool,
    /// What the platform calls its label; none where none is known.
    pub platforms_own: Option<&'static str>,
}

impl Labelled {
    pub(super) fn of(moment: &Moment) -> Self {
        Self {
            names_brand: moment.is_brand(),
            spoken: moment.disclosure.spoken,
            platform_label: moment.disclosure.platform_label,
            platforms_own: moment.platform.and_then(check::platform_label),
        }
    }
}

/// What is known of labels in the markets of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Markets {
    /// The markets as the plan names them.
    pub named: Vec<String>,
    /// What the table says of them; nothing of those it does not know.
    pub known: Vec<MarketLine>,
    /// Those it does not know.
    pub unknown: Vec<String>,
    /// The day on which the sources of the table were looked at; none for a client, who is told once that all of it is to be
    /// checked.
    pub checked_on: Option<Day>,
}

/// What is known of labels. Where that is from is for the team, who checks it, and so is what nobody looked up.
pub(super) fn markets(campaign: &Campaign, inside: bool) -> Markets {
    let mut known = check::market_lines(campaign);
    if !inside {
        for line in &mut known {
            line.notes = std::mem::take(&mut line.sure);
            line.source.clear();
        }
    }
    Markets {
        named: campaign.markets.iter().map(|code| clean(code)).filter(|code| !code.trim().is_empty()).collect(),
        checked_on: (inside && !known.is_empty()).then(check::labels_checked_on),
        known,
        unknown: check::unknown_markets(campaign).into_iter().map(clean).collect(),
    }
}
