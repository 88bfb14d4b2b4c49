//! What the dialog says, worked out from the plan: what the reader will not see, which risks stay, what is still open.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::check::{Finding, Severity, State};
use crate::model::{AcceptanceId, Campaign, Lane, LaneId, Moment, Status};
use crate::share::{Choice, Entries, Format, Motif, Paper, Reader, Section, own_pages};
use crate::ui::icons::{self, Icon};
use crate::ui::theme::Tone;
use crate::ui::view::{Counts, FindingKey, Sieve};
use crate::words::{self, counts, lanes_compared, share_dialog as say};

/// Something that the reader will not see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Its icon.
    pub icon: Icon,
    /// What it is.
    pub what: &'static str,
    /// How much of it there is.
    pub count: String,
}

/// What that reader will not see of this plan, as far as there is any of it. Where it is for one creator, what stands in
/// other lanes is left out with them, and only counted as lanes.
#[must_use]
pub fn left_out(campaign: &Campaign, findings: &[Arc<Finding>], reader: Reader) -> Vec<LeftOut> {
    if reader == Reader::Internal {
        return Vec::new();
    }
    let own = |lane: &&Arc<Lane>| is_in(reader, lane.id);
    let moments = || campaign.lanes.iter().filter(own).flat_map(|lane| &lane.moments);
    let count = |is: &dyn Fn(&Moment) -> bool| moments().filter(|moment| is(moment)).count();
    let mut rows = Vec::new();
    let mut row = |there: bool, icon: Icon, what: &'static str, count: String| {
        if there {
            rows.push(LeftOut { icon, what, count });
        }
    };
    let fees = count(&|moment| moment.cost.is_some());
    let budgets = usize::from(campaign.budget.is_some());
    let money = match (fees, budgets) {
        (_, 0) => counts::fees(fees),
        (0, _) => counts::budgets(budgets),
        _ => say::fee_count(counts::fees(fees), counts::budgets(budgets)),
    };
    row(fees + budgets > 0, icons::MONEY, say::fees(), money);
    let pinned: usize = campaign.lanes.iter().filter(own).map(|lane| lane.notes.len()).sum();
    let notes = count(&|moment| is_said(moment.notes.as_ref())) + pinned;
    row(notes > 0, icons::NOTE, say::notes(), counts::notes(notes));
    // A client gets no finding at all; with the other lanes, one creator does not get what was found in them, either.
    let counts =
        Counts::of(findings.iter().map(|of| &**of).filter(|of| reader == Reader::Client || concerns(campaign, of, reader)));
    let open = words::findings(counts.errors, counts.warnings, counts.hints, 0);
    row(counts.open() > 0, icons::WARNING_LINE, say::findings(), open);
    let ideas = campaign.ideas.len();
    row(ideas > 0, icons::IDEA, say::ideas(), words::ideas(ideas));
    let owners: BTreeSet<&str> = moments().filter_map(|moment| moment.owner.as_deref()).map(str::trim).collect();
    let owners = owners.into_iter().filter(|name| !name.is_empty()).count();
    row(owners > 0, icons::USER, say::owners(), counts::names(owners));
    let states = count(&|moment| moment.status != Status::Draft);
    row(states > 0, icons::CHECK, say::states(), words::moments(states));
    let terms = count(&|moment| moment.compensation.is_some() || is_said(moment.proof.as_ref()));
    row(terms > 0, icons::BOOK, say::terms(), words::moments(terms));
    let evidence: usize = campaign.lanes.iter().filter(own).map(|lane| lane.relationship.evidence.len()).sum();
    let links: usize = moments().map(|moment| moment.links.len()).sum();
    let creators: BTreeSet<_> = campaign.lanes.iter().filter(own).filter_map(|lane| lane.creator).collect();
    let known = campaign.creators.iter().filter(|of| reader == Reader::Client || creators.contains(&of.id));
    let contacts = known.filter(|creator| is_said(creator.contact.as_ref())).count();
    let beside = evidence + links + contacts;
    row(beside > 0, icons::LINK, say::evidence(), counts::entries(beside));
    let rules = campaign.rules_off.len() + usize::from(campaign.settings != crate::model::Settings::default());
    row(rules > 0, icons::PROHIBIT, say::rules(), counts::entries(rules));
    let hidden = campaign.acceptances.iter().filter(|of| matches!(reader, Reader::Creator(_)) || !of.show_to_client).count();
    row(hidden > 0, icons::ACCEPTED, say::risks(), counts::risks(hidden));
    let pages = own_pages(campaign, Reader::Internal).count() - own_pages(campaign, reader).count();
    row(pages > 0, icons::NOTE, say::other_pages(), counts::pages(pages));
    if let Reader::Creator(id) = reader {
        let others = campaign.lanes.iter().filter(|lane| lane.id != id).count();
        row(others > 0, icons::USERS, say::lanes(), counts::lanes(others));
    }
    rows
}

/// The lanes that nobody sees in the window now and that are in the file all the same: what is shared is the plan, not the view.
#[must_use]
pub fn hidden_inside<'a>(campaign: &'a Campaign, sieve: &Sieve, choice: &Choice) -> Vec<&'a str> {
    let shown = |lane: LaneId| match choice.motif {
        Motif::Lane(only) if choice.format.is_picture() => lane == only,
        _ => is_in(choice.reader, lane),
    };
    let hidden = campaign.lanes.iter().filter(|lane| sieve.hides(lane.id) && shown(lane.id));
    hidden.map(|lane| campaign.lane_name(lane)).collect()
}

/// Whether that reader gets that lane.
fn is_in(reader: Reader, lane: LaneId) -> bool {
    match reader {
        Reader::Internal | Reader::Client => true,
        Reader::Creator(id) => lane == id,
    }
}

/// What findings are about that only the team sees, as files call it: nobody else reads what is mended there.
const OF_THE_TEAM: [&str; 3] = ["past", "proof", "verified"];

/// Whether a finding is about something that this reader gets to see.
#[must_use]
pub fn concerns(campaign: &Campaign, finding: &Finding, reader: Reader) -> bool {
    if reader == Reader::Internal {
        return true;
    }
    let seen = finding.field.is_none_or(|field| !OF_THE_TEAM.contains(&field));
    let about =
        |lane: &Arc<Lane>| finding.lane == Some(lane.id) || lane.moments.iter().any(|of| finding.moments.contains(&of.id));
    seen && match reader {
        Reader::Creator(id) => campaign.lane(id).is_some_and(about),
        Reader::Internal | Reader::Client => true,
    }
}

fn is_said(text: Option<&String>) -> bool {
    text.is_some_and(|text| !text.trim().is_empty())
}

/// Which accepted risks the client sees all the same, in a sentence.
#[must_use]
pub fn stays<'a>(campaign: &Campaign, findings: impl Iterator<Item = &'a Finding>, reader: Reader) -> Option<String> {
    if reader != Reader::Client {
        return None;
    }
    let shown = |id: AcceptanceId| campaign.acceptances.iter().any(|of| of.id == id && of.show_to_client);
    let mut names: Vec<String> = Vec::new();
    let mut any = false;
    for finding in findings.filter(|finding| matches!(finding.state, State::Accepted(id) if shown(id))) {
        any = true;
        let name = finding.lane.and_then(|id| campaign.lane(id)).map(|lane| campaign.lane_name(lane).to_owned());
        names.extend(name.filter(|name| !names.contains(name)));
    }
    match names.as_slice() {
        [] => any.then(|| say::plan_risk_stays().to_owned()),
        [one] => Some(say::risk_stays(one)),
        several => Some(say::risks_stay(words::list(several))),
    }
}

/// The creators that something can be made for: their lanes, with the names they have.
#[must_use]
pub fn creators(campaign: &Campaign) -> Vec<(LaneId, String)> {
    let lanes = campaign.lanes.iter().filter(|lane| lane.is_creator());
    lanes.map(|lane| (lane.id, campaign.lane_name(lane).to_owned())).collect()
}

/// What a calendar holds, in a line.
#[must_use]
pub fn entries(entries: Entries) -> String {
    let due = (entries.due > 0).then(|| counts::deadlines(entries.due));
    let windows = (entries.windows > 0).then(|| counts::windows(entries.windows));
    let all: Vec<String> = [words::moments(entries.moments)].into_iter().chain(due).chain(windows).collect();
    all.join(", ")
}

/// The errors and warnings that are still open in what a reader gets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StillOpen {
    /// How many there are, in a sentence.
    pub counts: String,
    /// What the first of them says.
    pub first: String,
    /// Where that one leads.
    pub key: FindingKey,
    /// The tone of the worst.
    pub(super) tone: Tone,
}

/// The errors and warnings that are still open and about something that this reader gets to see.
#[must_use]
pub fn open(campaign: &Campaign, findings: &[Arc<Finding>], reader: Reader) -> Option<StillOpen> {
    let weighs = |finding: &&Arc<Finding>| {
        finding.state.is_open() && finding.severity != Severity::Hint && concerns(campaign, finding, reader)
    };
    let first = findings.iter().find(weighs)?;
    let counts = Counts::of(findings.iter().filter(weighs).map(|finding| &**finding));
    let how_many = words::findings(counts.errors, counts.warnings, 0, 0);
    let (errors, all) = (counts.errors, counts.open());
    let counts = match reader {
        Reader::Creator(_) if all == 1 => say::is_open_in_lane(how_many),
        Reader::Creator(_) => say::are_open_in_lane(how_many),
        _ if all == 1 => say::is_open(how_many),
        _ => say::are_open(how_many),
    };
    let tone = if errors > 0 { Tone::Error } else { Tone::Warning };
    Some(StillOpen { counts, first: first.message.to_string(), key: FindingKey::of(first), tone })
}

/// What a format is called.
#[must_use]
pub fn format_name(format: Format) -> &'static str {
    match format {
        Format::Pdf => say::pdf(),
        Format::Pptx => say::pptx(),
        Format::Html => say::html(),
        Format::Xlsx => say::xlsx(),
        Format::Csv => say::csv(),
        Format::Ics => say::ics(),
        Format::Png => say::png(),
        Format::Svg => say::svg(),
        Format::Markdown => say::markdown(),
    }
}

/// The icon of a format.
#[must_use]
pub(super) const fn format_icon(format: Format) -> Icon {
    match format {
        Format::Pdf => icons::FILE_PDF,
        Format::Pptx => icons::FILE_PPT,
        Format::Html => icons::FILE_HTML,
        Format::Xlsx => icons::FILE_XLS,
        Format::Csv => icons::FILE_CSV,
        Format::Ics => icons::FILE_ICS,
        Format::Png => icons::FILE_PNG,
        Format::Svg => icons::FILE_SVG,
        Format::Markdown => icons::FILE_MD,
    }
}

/// What a picture can be of, in words.
#[must_use]
pub(super) fn motif_name(campaign: &Campaign, motif: Motif) -> String {
    match motif {
        Motif::Board => say::motif_board().to_owned(),
        Motif::Arc => say::motif_arc().to_owned(),
        Motif::Lane(id) => say::motif_lane(campaign.lane(id).map_or("", |lane| campaign.lane_name(lane))),
    }
}

/// What a paper is called.
#[must_use]
pub(super) fn paper_name(paper: Paper) -> &'static str {
    match paper {
        Paper::Wide => say::paper_wide(),
        Paper::A4 => say::paper_a4(),
        Paper::Letter => say::paper_letter(),
    }
}

/// The sections that can be chosen for a reader: there is one for pages of one's own once there is such a page, and a comparison where
/// there is something to compare.
#[must_use]
pub(super) fn sections(campaign: &Campaign, choice: &Choice) -> Vec<Section> {
    let reader = choice.reader;
    let has_own = own_pages(campaign, reader).next().is_some();
    let is_there = |section: &Section| {
        section.is_for(reader)
            && match section {
                Section::Own => has_own,
                Section::Comparison => choice.compared.is_some(),
                _ => true,
            }
    };
    Section::ALL.into_iter().filter(is_there).collect()
}

/// What a section is called.
#[must_use]
pub fn section_name(section: Section) -> &'static str {
    match section {
        Section::Cover => say::cover(),
        Section::Summary => say::summary(),
        Section::Arc => say::arc(),
        Section::Storyboards => say::storyboards(),
        Section::Comparison => lanes_compared::section(),
        Section::Calendar => say::calendar(),
        Section::Deliverables => say::deliverables(),
        Section::Disclosure => say::disclosure(),
        Section::Budget => say::budget(),
        Section::Findings => say::open_findings(),
        Section::Accepted => say::accepted(),
        Section::Own => say::own_pages(),
        Section::Briefs => say::briefs(),
        Section::Glossary => say::glossary(),
    }
}

/// About how large a file is: "48 KB", "2.1 MB".
#[must_use]
pub fn size(bytes: u64) -> String {
    if bytes < 950_000 {
        return say::kilobytes(bytes.div_ceil(1000).max(1));
    }
    let tenths = bytes.div_ceil(100_000);
    say::megabytes(words::decimal(tenths / 10, tenths % 10))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_rough_and_readable() {
        let sizes = [0, 999, 48_200, 949_999, 950_000, 2_040_000].map(size);
        assert_eq!(sizes, ["1 KB", "1 KB", "49 KB", "950 KB", "1.0 MB", "2.1 MB"]);
    }
}
