//! What has to be made for a card, until when, and how it says that it is paid.

use std::collections::BTreeSet;

use crate::analysis::deadlines::{Deadlines, deadlines};
use crate::check::{self, MarketLine};
use crate::model::{Campaign, Day, Moment, MomentId, Window};
use crate::words::{names, share as say};

use super::encode::clean;

/// What is still to come of a plan. How far a moment is, is the team's; that nothing has to be done any more for what is out
/// holds for everybody, so it is looked up once, in the whole campaign, before it is reduced to what its reader sees.
#[derive(Clone, Debug, Default)]
pub(super) struct Ahead {
    /// What is out already.
    out: BTreeSet<MomentId>,
}

impl Ahead {
    pub(super) fn of(campaign: &Campaign) -> Self {
        let moments = campaign.lanes.iter().flat_map(|lane| &lane.moments);
        Self { out: moments.filter(|moment| moment.is_published()).map(|moment| moment.id).collect() }
    }

    /// When draft and approval of a moment are due: of what has a date, is not out, and is not what creators publish of their
    /// own accord, which waits for nobody.
    pub(super) fn due(&self, campaign: &Campaign, moment: &Moment) -> Option<Deadlines> {
        let day = campaign.day_of(moment.when)?;
        (moment.is_brand() && !self.out.contains(&moment.id)).then(|| deadlines(day))
    }

    /// How far a moment may move: what is out moves no more.
    pub(super) fn window<'m>(&self, moment: &'m Moment) -> Option<&'m Window> {
        moment.window.as_ref().filter(|window| (window.before, window.after) != (0, 0) && !self.out.contains(&moment.id))
    }
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
    pub due: Option<Deadlines>,
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
