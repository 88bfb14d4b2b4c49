//! Why a command has nothing to act on: said by disabled rows and buttons, and kept by the keys.

use std::sync::Arc;

use super::command::Command;
use super::findings::data;
use super::view::{Cx, Selection, Setup, View};
use crate::model::{Lane, Moment, MomentId, When};
use crate::words::{
    accept, calendar_view, filter, hand, inspect, lanes as lanes_say, moment_picture, own, present, side, table_view,
    window as say,
};

impl Command {
    /// Why it has nothing to act on now; `None` where it has. Menus and buttons show it then as disabled, with this reason,
    /// and its keys do nothing.
    #[must_use]
    pub fn why_not(self, cx: &Cx<'_>) -> Option<&'static str> {
        if let Some(look_only) = cx.file.look_only.as_ref().filter(|_| self.changes_the_plan()) {
            return Some(look_only.why());
        }
        if cx.preview.is_some() && self.belongs_to_preview() {
            return None;
        }
        let selected = || cx.index.in_lanes(cx.campaign, &cx.selection.moments);
        let no_lane = cx.campaign.lanes.is_empty();
        // The lane of the selection: what changes a lane as a whole never guesses which one is meant.
        let lane = || cx.selection.primary().and_then(|id| cx.index.lane(id)).or(cx.selection.lane);
        let lane_is = |end: Option<&Arc<Lane>>| lane().is_some() && lane() == end.map(|lane| lane.id);
        let is = |lane: &Lane, end: Option<&Arc<Lane>>| end.is_some_and(|end| end.id == lane.id);
        let none = cx.selection.moments.is_empty();
        let lanes = &cx.campaign.lanes;
        let reaches = |end: Option<&Arc<Lane>>| {
            cx.selection.moments.iter().filter_map(|id| cx.index.lane(*id)).any(|lane| Some(lane) == end.map(|lane| lane.id))
        };
        let many = cx.selection.moments.len() > 1;
        let (cannot, why) = match self {
            Self::Undo => (cx.file.undo.is_none(), say::nothing_to_undo()),
            Self::ZoomIn | Self::ZoomOut | Self::ZoomFit => (cx.view != View::Board, calendar_view::only_the_board_zooms()),
            Self::Redo => (cx.file.redo.is_none(), say::nothing_to_redo()),
            Self::Add(_)
            | Self::AddNote
            | Self::SelectLane
            | Self::SelectPrevious
            | Self::SelectNext
            | Self::SelectUp
            | Self::SelectDown
            | Self::Unpark
            | Self::FoldLane
            | Self::HideLane
            | Self::DuplicateLane
            | Self::DeleteLane
            | Self::LaneHigher
            | Self::LaneLower
                if no_lane =>
            {
                (true, say::no_lane_yet())
            }
            Self::Delete
            | Self::Park
            | Self::DayEarlier
            | Self::DayLater
            | Self::WeekEarlier
            | Self::WeekLater
            | Self::LaneUp
            | Self::LaneDown
            | Self::Duplicate
            | Self::Cut
            | Self::Copy
                if none =>
            {
                (true, say::nothing_selected())
            }
            Self::FillDown if cx.view != View::Table => (true, table_view::only_cells_fill()),
            Self::FillDown => (!cx.has_block, table_view::no_cells_to_fill()),
            Self::ClearSelection => (*cx.selection == Selection::default(), say::nothing_selected()),
            Self::Park => (selected().next().is_none(), say::parked_already()),
            Self::Unpark => {
                let parked = |id: &MomentId| cx.index.place(*id) == Some(None);
                (!cx.selection.moments.iter().any(parked), hand::nothing_parked_selected())
            }
            Self::DayEarlier | Self::DayLater | Self::WeekEarlier | Self::WeekLater => {
                let has_day = |moment: &Moment| matches!(moment.when, When::On(_) | When::Relative(_));
                (!selected().any(|(_, moment)| has_day(moment)), say::no_day_to_move())
            }
            Self::LaneUp if many => (reaches(lanes.first()), hand::lanes_above_missing()),
            Self::LaneDown if many => (reaches(lanes.last()), hand::lanes_below_missing()),
            Self::LaneUp => (selected().all(|(lane, _)| is(lane, lanes.first())), say::no_lane_above()),
            Self::LaneDown => (selected().all(|(lane, _)| is(lane, lanes.last())), say::no_lane_below()),
            Self::Rename => {
                let nothing = none && lane().is_none() && cx.selection.about.is_none();
                (nothing || many, hand::nothing_to_rename())
            }
            Self::OpenMoment => {
                let nothing = *cx.selection == Selection { from: cx.selection.from, ..Selection::default() };
                (nothing && cx.preview.is_none(), say::nothing_selected())
            }
            Self::ToggleFocused => (cx.selection.cursor.is_none(), hand::no_card_focused()),
            Self::FoldLane | Self::HideLane | Self::DuplicateLane | Self::DeleteLane | Self::LaneHigher | Self::LaneLower
                if lane().is_none() =>
            {
                (true, hand::no_lane_selected())
            }
            Self::ShowHiddenLanes => (cx.sieve.hidden_lanes() == 0, lanes_say::none_are_hidden()),
            Self::DuplicateLane => {
                (lane().and_then(|id| cx.campaign.lane(id)).is_some_and(|lane| !lane.is_creator()), lanes_say::no_creator())
            }
            Self::LaneHigher | Self::LaneLower if lanes.len() == 1 => (true, hand::only_one_lane()),
            Self::LaneHigher => (lane_is(lanes.first()), hand::lane_is_first()),
            Self::LaneLower => (lane_is(lanes.last()), hand::lane_is_last()),
            Self::FocusPrevious
            | Self::FocusNext
            | Self::FocusUp
            | Self::FocusDown
            | Self::ExtendPrevious
            | Self::ExtendNext
            | Self::SelectAll => (lanes.iter().all(|lane| lane.moments.is_empty()), say::no_moment_yet()),
            Self::CompareLanes => (no_lane, say::no_lane_yet()),
            Self::Present if lanes.iter().all(|lane| lane.moments.is_empty()) => (true, say::no_moment_yet()),
            Self::Present => {
                let found = |lane: &&Arc<Lane>| lane.moments.iter().any(|moment| cx.sieve.shows(moment.id));
                let mut found = lanes.iter().filter(found).peekable();
                let why = if found.peek().is_some() { present::all_hidden() } else { present::all_filtered() };
                (found.all(|lane| cx.sieve.hides(lane.id)), why)
            }
            Self::AddPicture | Self::ViewPicture | Self::RemovePicture if none || many => (true, moment_picture::no_moment()),
            Self::ViewPicture | Self::RemovePicture => {
                let moment = cx.selection.primary().and_then(|id| cx.index.moment(cx.campaign, id));
                (moment.is_none_or(|(_, moment)| moment.image.is_none()), moment_picture::no_picture())
            }
            Self::ClearFilter => (cx.sieve.is_open(), filter::nothing_filtered()),
            Self::Larger => (Setup::SCALES.last() == Some(&cx.setup.scale), side::largest_already()),
            Self::Smaller => (Setup::SCALES.first() == Some(&cx.setup.scale), side::smallest_already()),
            Self::AcceptRisk => (data::to_accept(cx.derived, cx.selection).is_none(), accept::nothing_to_accept()),
            Self::CompareValues => match lane().and_then(|id| cx.campaign.lane(id)) {
                Some(lane) => (!lane.is_creator(), inspect::no_lane_to_compare()),
                None => (true, hand::no_lane_selected()),
            },
            Self::PreviewFix | Self::NextFinding | Self::PreviousFinding => {
                (cx.derived.counts.open() == 0, say::nothing_to_mend())
            }
            Self::SaveLaneTemplate => match lane().and_then(|id| cx.campaign.lane(id)) {
                Some(lane) => (lane.moments.is_empty(), own::lane_is_empty()),
                None => (true, hand::no_lane_selected()),
            },
            Self::SavePlanTemplate => (lanes.iter().all(|lane| lane.moments.is_empty()), own::plan_is_empty()),
            _ => (false, ""),
        };
        cannot.then_some(why)
    }
}
