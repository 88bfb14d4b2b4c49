//! What can be done: every command, and for the creators who are named what is done for one of them. Never draws.

use std::borrow::Cow;

use super::data::{What, best_first};
use super::days;
use super::index::Index;
use super::matching::{Hay, How, Query};
use super::offers::Offers;
use crate::model::{Kind, Lane, Platform, Status};
use crate::ui::bars;
use crate::ui::command::{Command, Menu};
use crate::ui::filter::model::{Found, Pick, Whose};
use crate::ui::filter::names;
use crate::ui::table::layout::Rows;
use crate::ui::view::{Cx, View};
use crate::words::{self, filter, palette as say, side, window};

/// Most lanes for which actions are offered.
const MOST_NAMED: usize = 6;

/// The kind that most lanes have too little of, and the others that are used most: they come after what else is done for somebody,
/// and all other kinds after them.
const FIRST_KIND: Kind = Kind::Values;
const NEXT_KINDS: [Kind; 3] = [Kind::Announcement, Kind::Community, Kind::Product];

/// What is done most, in the order in which it is offered before anything was typed.
const OFTEN: &[Command] = &[
    Command::Add(Kind::Values),
    Command::AddCreator,
    Command::Share,
    Command::Show(View::Board),
    Command::Show(View::Calendar),
    Command::Show(View::Table),
    Command::NextFinding,
    Command::Save,
    Command::Open,
    Command::New,
    Command::Versions,
    Command::Shortcuts,
];

/// Most of these that are shown.
const MOST_OFTEN: usize = 7;

/// What a command is called here: in the menu some stand under a word without which they say little.
pub(super) fn name(command: Command) -> String {
    under(command, command.name())
}

/// The same as things are now.
pub(super) fn name_now(cx: &Cx<'_>, command: Command) -> String {
    under(command, bars::name_now(cx, command))
}

/// A name under the word without which it says little, where there is one.
fn under(command: Command, name: &str) -> String {
    let under = match command.menu() {
        Some(Menu::Theme) => side::menu_theme(),
        Some(Menu::Views) => window::menu_view(),
        _ => return name.to_owned(),
    };
    words::dotted(under, name)
}

/// Other words by which people look for a command.
fn besides(command: Command) -> &'static str {
    match command {
        Command::AddBlackout => say::also_blackout(),
        Command::Search => say::also_search(),
        Command::Guide => say::also_guide(),
        Command::Rules => say::also_rules(),
        Command::Tour => say::also_tour(),
        Command::Quit => say::also_quit(),
        Command::Preferences => say::also_preferences(),
        Command::Shortcuts => say::also_shortcuts(),
        Command::Present => say::also_present(),
        Command::Share => say::also_share(),
        Command::Import => say::also_import(),
        Command::CompareLanes => say::also_compare_lanes(),
        Command::ShowHiddenLanes => say::also_show_hidden(),
        Command::Park | Command::AddIdea => say::also_ideas(),
        Command::AddNote => say::also_note(),
        Command::Add(_) => say::also_moment(),
        Command::AddCreator => say::also_creator(),
        Command::Show(View::Calendar) => say::also_calendar(),
        Command::Show(View::Table) => say::also_table(),
        Command::Show(View::Board) => say::also_board(),
        Command::CalendarMonth | Command::CalendarWeek => say::also_reach(),
        Command::LanesUp | Command::LanesDown | Command::DaysBack | Command::DaysOn => say::also_pages(),
        Command::StartPage => say::also_start(),
        Command::FillDown => say::also_fill(),
        Command::Duplicate => say::also_duplicate(),
        Command::Delete => say::also_delete(),
        Command::Undo | Command::Redo => say::also_undo(),
        Command::Rename => say::also_rename(),
        Command::OpenMoment => say::also_open_moment(),
        Command::Paste => say::also_paste(),
        Command::SelectLane | Command::SelectAll => say::also_select(),
        Command::AddPicture => say::also_picture(),
        Command::AddPhase => say::also_phase(),
        Command::AddFromTemplate | Command::SaveLaneTemplate | Command::SavePlanTemplate => say::also_template(),
        Command::Larger | Command::Smaller | Command::NormalSize => say::also_size(),
        Command::ReduceMotion => say::also_motion(),
        Command::ToggleCurve => say::also_curve(),
        Command::ToggleInspector | Command::ToggleSidebar | Command::ToggleFindings => say::also_panels(),
        Command::NextFinding | Command::PreviousFinding => say::also_findings(),
        Command::PreviewFix => say::also_fix(),
        Command::AcceptRisk => say::also_accept(),
        Command::RuleSettings => say::also_rule_settings(),
        Command::UnsavedWork => say::also_unsaved(),
        Command::OpenDemo | Command::OpenCases => say::also_examples(),
        Command::Limits => say::also_limits(),
        Command::CompareValues => say::also_compare_values(),
        Command::DuplicateLane => say::also_copy_lane(),
        Command::FoldLane => say::also_fold(),
        Command::EditCampaign => say::also_campaign(),
        Command::ShareClient => say::also_client(),
        Command::ThemeDark => say::also_dark(),
        Command::ThemeLight => say::also_light(),
        Command::ZoomIn | Command::ZoomOut | Command::ZoomFit => say::also_zoom(),
        Command::HideLane => say::also_hide(),
        Command::Versions => say::also_versions(),
        Command::BrandKit => say::also_brand_kit(),
        _ => "",
    }
}

/// Why a command cannot be run from here; `None` where it can.
pub(super) fn why_not(cx: &Cx<'_>, offers: &Offers, command: Command) -> Option<&'static str> {
    // On the start page the plan behind it has no say in what begins another one.
    if !offers.in_plan && command.changes_the_plan() {
        return None;
    }
    command.why_not(cx)
}

/// The commands that are offered, those that cannot be run now included.
fn offered(offers: &Offers) -> impl Iterator<Item = Command> {
    let here = |command: &Command| offers.in_plan || offers.without_plan.contains(command);
    Command::all().filter(|command| *command != Command::Palette).filter(here)
}

/// Everything that can be done, what is done most first, what cannot be done now last; without `recent`, which is listed
/// already.
pub(super) fn all(cx: &Cx<'_>, offers: &Offers, recent: &[Command]) -> Vec<What> {
    let mut all: Vec<Command> = offered(offers).filter(|command| !recent.contains(command)).collect();
    let rank = |command: &Command| OFTEN.iter().position(|often| often == command).unwrap_or(usize::MAX);
    all.sort_by_key(|command| (why_not(cx, offers, *command).is_some(), rank(command)));
    all.into_iter().map(What::Run).collect()
}

/// How many of [`all`] are shown before the rest is asked for.
pub(super) fn often(cx: &Cx<'_>, offers: &Offers, recent: &[Command]) -> usize {
    let can = |command: &&Command| !recent.contains(command) && why_not(cx, offers, **command).is_none();
    let here = offered(offers).collect::<Vec<_>>();
    OFTEN.iter().filter(can).filter(|command| here.contains(command)).count().min(MOST_OFTEN)
}

/// Whether what was typed is the whole name of a command, as a menu has it or as it is called here.
pub(super) fn is_named(query: &Query, command: Command) -> bool {
    query.is(command.name()) || query.is(&name(command))
}

/// The actions that are found: a command that is typed in full before all else, then what can be done for whom, then other commands,
/// those that cannot be run now last.
pub(super) fn found(cx: &Cx<'_>, index: &Index, offers: &Offers, query: &Query, how: How) -> Vec<What> {
    let mut able: Vec<(u32, What)> = Vec::new();
    let mut unable: Vec<(u32, What)> = Vec::new();
    if offers.in_plan {
        for_somebody(cx, index, query, how, &mut able, &mut unable);
        audiences(cx, index, query, how, if cx.locked().is_none() { &mut able } else { &mut unable });
    }
    for command in offered(offers) {
        let name = name(command);
        let takes_away = takes_away(command);
        // Letters that were left out are forgiven only where no harm comes of it.
        let how = if takes_away { How::Strict } else { how };
        let hay = Hay::of(&name, [command.group().name(), besides(command)]);
        if let Some(score) = hay.rate(query, how, |_| 0) {
            let list = if why_not(cx, offers, command).is_some() { &mut unable } else { &mut able };
            // Half of its name puts it behind everything else.
            let score = if takes_away && !query.is_of_whole_words(&name) { 0 } else { score };
            list.push((score, What::Run(command)));
        }
    }
    if offers.in_plan {
        only(cx, index, query, how, &mut able);
        able.extend(rows(query, how));
        able.extend(days::presets(offers, query, how));
    }
    best_first(&mut able);
    best_first(&mut unable);
    able.extend(unable);
    able.sort_by_key(|(_, what)| !matches!(what, What::Run(command) if is_named(query, *command)));
    able.into_iter().map(|(_, what)| what).collect()
}

/// Whether a command ends the session or takes something out of the plan.
pub(super) fn takes_away(command: Command) -> bool {
    matches!(command, Command::Quit | Command::Cut | Command::Delete | Command::DeleteLane | Command::RemovePicture)
}

/// Filters by how far something is, what it is, where it appears and what the checker says of it, where the plan has any of it.
fn only(cx: &Cx<'_>, index: &Index, query: &Query, how: How, able: &mut Vec<(u32, What)>) {
    let statuses = Status::ALL.iter().map(|status| Pick::Status(*status));
    let kinds = Kind::ALL.iter().map(|kind| Pick::Kind(*kind));
    let platforms = Platform::ALL.iter().map(|platform| Pick::Platform(Some(*platform)));
    let found = [Found::Error, Found::Warning, Found::Hint].map(Pick::Found);
    for pick in statuses.chain(kinds).chain(platforms).chain(found) {
        if let Some(score) = Hay::of(&only_name(cx, &pick), [filter::filters()]).rate(query, how, |_| 0)
            && is_in_plan(cx, index, &pick)
        {
            able.push((score, What::Only(pick)));
        }
    }
}

/// Orders and groups of the rows of the table. A column alone means what stands in it, not an order by it.
fn rows(query: &Query, how: How) -> impl Iterator<Item = (u32, What)> {
    Rows::all().filter_map(move |rows| {
        let (column, also) = match rows {
            Rows::InPlanOrder => ("", say::also_sort()),
            Rows::By(column) => (column.name(), say::also_sort()),
            Rows::Grouped(group) => (group.name(), say::also_group()),
        };
        let score = Hay::of(&rows_name(rows), [also]).rate(query, how, |_| 0)?;
        let is_column = Hay::of(column, []).rate(query, How::Strict, |_| 0).is_some();
        (!is_column).then_some((score, What::Rows(rows)))
    })
}

/// What the action is called that puts the rows of the table into another order or other groups.
pub(super) fn rows_name(rows: Rows) -> String {
    words::dotted(window::view_table(), rows.name())
}

/// Whether any moment of a lane is of that choice.
fn is_in_plan(cx: &Cx<'_>, index: &Index, pick: &Pick) -> bool {
    let counts = cx.derived.counts;
    match pick {
        Pick::Status(_) | Pick::Kind(_) | Pick::Platform(_) => index.has(pick),
        Pick::Found(Found::Error) => counts.errors > 0,
        Pick::Found(Found::Warning) => counts.warnings > 0,
        Pick::Found(Found::Hint) => counts.hints > 0,
        Pick::Found(Found::Accepted | Found::Nothing) | Pick::Owner(_) | Pick::Whose(_) => false,
    }
}

/// What the action is called that shows only that.
pub(super) fn only_name(cx: &Cx<'_>, pick: &Pick) -> String {
    match pick {
        Pick::Whose(Whose::Creator(id)) => {
            say::only(cx.campaign.creator(*id).map_or(Cow::Borrowed(""), |creator| cx.campaign.short_name(creator)))
        }
        _ => say::only(names::pick(cx.campaign, pick)),
    }
}

/// What can be done for the lanes that are named. What it is called has every word, those that name the lane included.
fn for_somebody(cx: &Cx<'_>, index: &Index, query: &Query, how: How, able: &mut Vec<(u32, What)>, unable: &mut Vec<(u32, What)>) {
    let named = index.named(query, MOST_NAMED);
    for lane in named.iter().filter_map(|id| cx.campaign.lane(*id)) {
        let handle = cx.campaign.creator_of(lane).and_then(|creator| creator.handle.as_deref());
        let whose = Hay::of(cx.campaign.lane_name(lane), handle);
        let rest = query.without(&whose);
        let mut add = |what: What, text: &str, below: u32| {
            if let Some(score) = Hay::of(text, []).rate(&rest, how, |_| 0) {
                let can = cx.locked().is_none() || !matches!(what, What::AddFor(..));
                // Words that name somebody count as much as words of the action.
                let score = (score + 40 * u32::try_from(query.len()).unwrap_or(0)).saturating_sub(below);
                if can { able.push((score, what)) } else { unable.push((score, what)) }
            }
        };
        add(What::AddFor(FIRST_KIND, lane.id), &added(cx, FIRST_KIND, lane), 0);
        if lane.is_creator() {
            add(What::BriefOf(lane.id), &brief(cx, lane), 0);
        }
        let whose = Pick::Whose(Whose::lane(lane));
        let only = only_name(cx, &whose);
        add(What::Only(whose), &only, 0);
        for &kind in Kind::ALL.iter().filter(|kind| **kind != FIRST_KIND) {
            let below = if NEXT_KINDS.contains(&kind) { 1 } else { 2 };
            add(What::AddFor(kind, lane.id), &added(cx, kind, lane), below);
        }
    }
}

/// What makes one audience of two lanes, for the selected one and for those that are named. Whoever has selected a lane and types a
/// name means the other one by it, so that nothing of another lane stands before what the selected one has.
fn audiences(cx: &Cx<'_>, index: &Index, query: &Query, how: How, found: &mut Vec<(u32, What)>) {
    let selected = cx.selection.lane;
    let named = index.named(query, MOST_NAMED).into_iter().filter(|id| Some(*id) != selected);
    let mut rows: Vec<(u32, What)> = Vec::new();
    for lane in selected.into_iter().chain(named).filter_map(|id| cx.campaign.lane(id)) {
        let name_of = |lane: &Lane| {
            let handle = cx.campaign.creator_of(lane).and_then(|creator| creator.handle.as_deref());
            Hay::of(cx.campaign.lane_name(lane), handle)
        };
        let rest = query.without(&name_of(lane));
        // Whoever types only names means somebody, not their audience.
        if rest.is_empty() {
            continue;
        }
        let others = cx.campaign.lanes.iter().filter(|other| other.id != lane.id && !lane.has_audience_of(other));
        let none = lane.audience().map(|_| None);
        for other in none.into_iter().chain(others.map(Some)) {
            let text = audience_name(cx, lane, other.map(|other| &**other));
            if let Some(score) = Hay::of(&text, []).rate(query, how, |_| 0)
                && !other.is_some_and(|other| rest.without(&name_of(other)).is_empty())
            {
                rows.push((score, What::Audience(lane.id, other.map(|other| other.id))));
            }
        }
    }
    let best = rows.iter().map(|(score, _)| *score).max().unwrap_or(0);
    let is_selected = |what: &What| matches!(what, What::Audience(lane, _) if Some(*lane) == selected);
    found.extend(rows.into_iter().map(|(score, what)| if is_selected(&what) { (best, what) } else { (score, what) }));
}

/// What the action is called that makes one audience of two lanes, or gives a lane one of its own.
pub(super) fn audience_name(cx: &Cx<'_>, lane: &Lane, with: Option<&Lane>) -> String {
    let name = cx.campaign.short_lane_name(lane);
    match with {
        None => words::lanes::own_audience_of(name),
        Some(with) => words::lanes::same_audience_of(name, cx.campaign.lane_name(with)),
    }
}

/// What an action is called that adds a moment for somebody.
pub(super) fn added(cx: &Cx<'_>, kind: Kind, lane: &Lane) -> String {
    say::add_for(Command::Add(kind).name(), cx.campaign.short_lane_name(lane))
}

/// What the action is called that shares somebody's brief.
pub(super) fn brief(cx: &Cx<'_>, lane: &Lane) -> String {
    say::brief_of(cx.campaign.short_lane_name(lane))
}
