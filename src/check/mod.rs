//! Checks a campaign: does an ask come before the relationship, and what else would a careful strategist notice?
//!
//! Pure: no clock ("today" is an option), no I/O, no knowledge of how anything is drawn. One rule is one file in
//! `rules/`; rules never see each other, and what one hides of another is one explicit step after them.
//!
//! * [`check`] looks at a whole campaign, [`check_lane`] at one lane. A lane's findings depend on its own cards, on what
//!   [`cross`] says of the others, and on the campaign's lists and settings; nothing else. [`Follower`] says which lanes a
//!   change can reach.
//! * [`fixes`] works out what can be done about a finding, when somebody asks.
//! * [`rules`] and [`rule`] hold the texts; [`book`] prints them all.
//!
//! For whoever reads the code: `config` is what holds for one check, `facts` what a rule is told of a lane, `sink` where it
//! puts what it notices, `settle` what happens to that afterwards, `accept` what somebody accepted of it, `off` which rules do
//! not run. `label`, `markets`, `reading` and `disclosure` are what the rules of disclosure share; `reach` and `cross` are why
//! an edit costs little; `sketch` is the notation of the examples.

mod accept;
mod book;
mod cards;
mod config;
mod cross;
mod disclosure;
mod facts;
mod finding;
mod fix;
mod known;
mod label;
mod markets;
mod off;
mod reach;
mod reading;
mod rests;
mod rule;
mod rules;
mod settle;
mod sink;
mod sketch;
mod text;
#[cfg(test)]
mod trial;
mod unchecked;
mod withheld;

pub use accept::{Covered, Lapse, acceptances, accepted_facts};
pub use book::{Body, Section, book, explain, families, limit_line, mentions, sections};
pub use cards::{FindingCard, cards};
pub use cross::{Cross, cross};
pub use finding::{
    Counts, Finding, LaneReport, Limit, Missing, NotChecked, Noticed, Order, Origin, Report, Severity, Stale, State,
};
pub use fix::{Applicability, Fix, Fixer, LONGEST as LONGEST_PROPOSED, fixes, proposed_order, proposes_order};
pub use known::{MarketLine, labels_checked_on, market_lines, platform_label};
pub use label::fold_label;
pub use markets::{known_markets, labels, unknown_markets};
pub use off::{Off, market_names, rule_names, rules_off};
pub use reach::{Follower, Reach};
pub use rests::Facts;
pub use rule::{Evidence, Rule, rule, rules};
pub use sketch::Sketch;
pub use text::Text;
pub use unchecked::{Unchecked, unchecked};
pub use withheld::is_withheld;

use facts::LaneFacts;
use sink::Sink;

use std::sync::Arc;

use config::Config;
use markets::Markets;

use crate::model::{Campaign, Day, House, Lane, Profile};
use crate::words::language;

/// How to check.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// Which rules run; unset means as the campaign says, else the agency's rules, else the standard profile.
    pub profile: Option<Profile>,
    /// The rules of an agency; they stand in the place of those that a plan carries.
    pub house: Option<Arc<House>>,
    /// Today, for acceptances that expire and for fixes; unset means that nothing expires and no day is past.
    pub today: Option<Day>,
}

/// Checks a whole campaign. The same campaign gives the same report, in whatever order lanes and moments are stored.
#[must_use]
pub fn check(campaign: &Campaign, options: &Options) -> Report {
    check_on(1, campaign, options)
}

/// The same on so many cores; each takes its share of the lanes. What is found does not depend on how many there are.
#[must_use]
pub fn check_on(cores: usize, campaign: &Campaign, options: &Options) -> Report {
    let cross = cross(campaign);
    let cores = cores.clamp(1, campaign.lanes.len().max(1));
    let every = |first: usize| -> Vec<LaneReport> {
        let config = Config::of(campaign, options);
        let ground = (&config, &Markets::of(campaign, config.house));
        let lanes = campaign.lanes.iter().skip(first).step_by(cores);
        lanes.map(|lane| check_facts(&LaneFacts::of(campaign, ground, &cross, lane), options)).collect()
    };
    let lanes = std::thread::scope(|scope| {
        let others: Vec<_> = (1..cores).map(|first| (first, scope.spawn(language::carried(move || every(first))))).collect();
        let mut lanes = every(0);
        // A core that failed to do its part leaves it to this one.
        lanes.extend(others.into_iter().flat_map(|(first, other)| other.join().unwrap_or_else(|_| every(first))));
        lanes
    });
    gather(campaign, lanes, options)
}

/// Which rules run in a campaign: as the options say, else the campaign, else the agency's rules, else the standard profile.
#[must_use]
pub fn profile(campaign: &Campaign, options: &Options) -> Profile {
    Config::of(campaign, options).profile
}

/// Puts the reports of all lanes together; for callers that keep them and recheck only lanes that changed.
#[must_use]
pub fn gather(campaign: &Campaign, lanes: impl IntoIterator<Item = LaneReport>, options: &Options) -> Report {
    let mut report = Report::default();
    let lanes: Vec<LaneReport> = lanes.into_iter().collect();
    report.findings.reserve_exact(lanes.iter().map(|lane| lane.findings.len()).sum());
    for lane in lanes {
        report.findings.extend(lane.findings);
        report.not_checked.extend(lane.not_checked);
    }
    // The findings of a lane come in order, so cards need not be looked at.
    report.findings.sort_by_cached_key(Finding::rank);
    report.not_checked.sort_unstable();
    report.house = options.house_for(campaign).cloned();
    let covered = acceptances(campaign, &report.findings, options);
    report.stale = covered.iter().filter(|covered| covered.lapse.is_some()).map(|covered| covered.acceptance.id).collect();
    report
}

/// Checks one lane. Call it again when [`Follower`] says so. Ideas in the tray are never checked.
#[must_use]
pub fn check_lane(campaign: &Campaign, cross: &Cross, lane: &Lane, options: &Options) -> LaneReport {
    let config = Config::of(campaign, options);
    check_facts(&LaneFacts::of(campaign, (&config, &Markets::of(campaign, config.house)), cross, lane), options)
}

fn check_facts(facts: &LaneFacts<'_>, options: &Options) -> LaneReport {
    let mut report = LaneReport::default();
    // An empty lane is a beginning, not a plan.
    if facts.sequence.cards.is_empty() {
        return report;
    }
    for rule in rules() {
        if facts.config.runs(rule) {
            let mut sink = Sink { rule, report: &mut report };
            match withheld::holds_up(facts.campaign.shared_with, rule) {
                Some(why) => sink.not_checked(facts, why),
                None => (rule.check)(facts, &mut sink),
            }
        }
    }
    settle::subsume(&mut report);
    settle::weigh(&facts.config, &mut report);
    accept::mark(facts.campaign, options.today, facts.lane.id, &mut report.findings);
    report.findings.sort_by_cached_key(Finding::rank);
    // Few findings are alike but for their cards.
    for alike in report.findings.chunk_by_mut(|a, b| a.date == b.date && a.rank() == b.rank()).filter(|alike| alike.len() > 1) {
        alike.sort_by(|a, b| a.moments.cmp(&b.moments));
    }
    report.not_checked.sort_unstable();
    report
}
