//! The table of commands. Adding one means a row here, what it does in `App::run`, and, where it can have nothing to act on,
//! the reason in `why_not`.
//!
//! A row reads: `Command = its name, [its keys], the group in the sheet of keys, its place in the menu with an icon, [marks];`
//! What is held stands before the key (`CMD` is Ctrl, and Cmd on macOS); further keys that do the same follow after a comma:
//! those of other systems, and the ones that arrive where Shift makes another character of the key. Within a group and within
//! a menu the order is that of the rows. `KeysOnly` has no row in the menu: going from card to card is done with the arrows,
//! and a row for each would only be in the way of the rest.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::{Group, Mark, Menu, Row};
use crate::model::Kind;
use crate::ui::icons;
use crate::ui::view::View;
use crate::words::{
    brand_kit, calendar_view, filter, hand, import, lanes, lanes_compared, moment_picture, notes, own, palette, preferences,
    present, recovery, spans, table_view, tour, versions, window,
};

commands! {
    as they are {
        /// Shows the start page.
        StartPage = window::start_page, [], File, File HOUSE, [];
        /// Begins an empty plan.
        New = window::new_plan, [CMD N], File, File NEW_FILE, [];
        /// Opens a plan from a file.
        Open = window::open, [CMD O], File, File OPEN_FILE, [];
        /// Saves to the plan's file.
        Save = window::save, [CMD S], File, File SAVE, [];
        /// Saves to another file.
        SaveAs = window::save_as, [CMD SHIFT S], File, File DUPLICATE, [];
        /// Opens the dialog in which the plan is shared, as it was left last.
        Share = window::share_plan, [CMD E], File, Share SHARE, [];
        /// Opens the earlier versions of the plan.
        Versions = versions::command, [CMD SHIFT H], File, File HISTORY, [];
        /// Lists the work that no file has.
        UnsavedWork = recovery::command, [], File, File CLOCK, [];
        /// Keeps the whole plan as a template.
        SavePlanTemplate = window::save_plan_template, [], File, File STACK, [];
        /// Brings a table into the plan.
        Import = import::command, [], File, File CALENDAR, [ChangesPlan];
        /// Opens the fictional campaign, as an unsaved copy.
        OpenDemo = window::open_demo, [], File, Examples BOARD, [];
        /// Opens the two cases of the article, as an unsaved copy.
        OpenCases = window::open_cases, [], File, Examples PRESENT, [];
        /// Opens it for the client.
        ShareClient = window::share_client, [], File, Share BRIEFCASE, [];
        /// Opens it for the team.
        ShareInternal = window::share_internal, [], File, Share USERS, [];
        /// Opens what decks take from the brand.
        BrandKit = brand_kit::command, [], File, Share PALETTE, [ChangesPlan];
        /// Opens what this user prefers.
        Preferences = preferences::command, [CMD Comma], File, Quit GEAR, [];
        /// Closes the window.
        Quit = window::quit, [CMD Q], File, Quit CLOSE, [];

        /// Takes the last step back.
        Undo = window::undo, [CMD Z], Edit, History UNDO, [ChangesPlan];
        /// Does it again.
        Redo = window::redo, [CMD SHIFT Z, CMD Y], Edit, History REDO, [ChangesPlan];
        /// Takes the selected moments to the clipboard.
        Cut = window::cut, [CMD X], Edit, Clipboard CUT, [ChangesPlan YieldsToText];
        /// Copies the selected moments to the clipboard.
        Copy = window::copy, [CMD C], Edit, Clipboard DUPLICATE, [YieldsToText];
        /// Adds the moments of the clipboard.
        Paste = window::paste, [CMD V], Edit, Clipboard PASTE, [ChangesPlan YieldsToText];
        /// Adds copies of the selected moments two weeks later.
        Duplicate = window::duplicate, [CMD D], Edit, Clipboard PLUS, [ChangesPlan];
        /// Gives every row of the cells that are marked in the table what the first one has.
        FillDown = table_view::fill_down, [], Edit, Clipboard TO_BOTTOM, [ChangesPlan];
        /// Opens the selected moment in the inspector; while a fix is shown, applies it.
        OpenMoment = window::open_moment, [Enter], Edit, Selected EYE, [NeedsBoard OfPreview];
        /// Renames what is selected where it stands.
        Rename = window::rename, [F2], Edit, Selected EDIT, [ChangesPlan];
        /// Parks the selected moments in the tray of ideas.
        Park = window::park, [CMD I], Edit, Selected IDEA, [ChangesPlan];
        /// Puts the selected ideas into the plan.
        Unpark = window::unpark, [CMD SHIFT I], Edit, Selected BOARD, [ChangesPlan];
        /// Asks for a picture of the selected moment, in the place of the one that it has.
        AddPicture = moment_picture::add, [], Edit, Selected PICTURE, [ChangesPlan];
        /// Shows the picture of the selected moment large.
        ViewPicture = moment_picture::view, [V], Edit, Selected FIT, [];
        /// Takes the picture off the selected moment.
        RemovePicture = moment_picture::remove, [], Edit, Selected CLOSE, [ChangesPlan];
        /// Deletes the selected moments.
        // Backspace is the large key of keyboards by Apple, and what most people press.
        Delete = window::delete, [Delete, Backspace], Edit, Selected DELETE, [ChangesPlan];
        /// Shows the page of the campaign.
        EditCampaign = window::edit_campaign, [], Edit, Plan TARGET, [];
        /// Shows side by side what creator, brand and audience stand for.
        CompareValues = window::compare_values, [], Edit, Plan KIND_VALUES, [];
        /// Shows two lanes side by side: their order, their curves, and what differs.
        CompareLanes = lanes_compared::command, [], Edit, Plan SIDE_BY_SIDE, [];
        /// Shows the rules of this plan: thresholds, weights, what is turned off.
        RuleSettings = window::rule_settings, [], Edit, Plan BOOK, [ChangesPlan];

        /// Adds a moment to the tray of ideas.
        AddIdea = window::add_idea, [], Add, AddToPlan IDEA, [ChangesPlan];
        /// Adds a creator with a lane.
        AddCreator = window::add_creator, [], Add, AddToPlan USER, [ChangesPlan];
        /// Adds what a template holds: a creator with a lane, or the cards of an empty one.
        AddFromTemplate = own::add_from_template, [], Add, AddToPlan STACK, [ChangesPlan];
        /// Adds a brand.
        AddBrand = window::add_brand, [], Add, AddToPlan BRAND, [ChangesPlan];
        /// Adds a product that moments can ask for.
        AddProductName = window::add_product_name, [], Add, AddToPlan KIND_PRODUCT, [ChangesPlan];
        /// Adds a phase.
        AddPhase = spans::add_phase, [], Add, AddToPlan CALENDAR, [ChangesPlan];
        /// Adds days on which nothing is published.
        AddBlackout = spans::add_blackout, [], Add, AddToPlan PROHIBIT, [ChangesPlan];
        /// Adds a note to the lane.
        AddNote = notes::add_note, [N], Add, AddToPlan NOTE, [ChangesPlan];
        /// Adds a lane for what the brand itself posts.
        AddBrandLane = window::add_brand_lane, [], Add, AddLanes BRAND, [ChangesPlan];
        /// Adds a lane for what the community posts.
        AddCommunityLane = window::add_community_lane, [], Add, AddLanes USERS, [ChangesPlan];

        /// Moves the selected moments a day earlier.
        DayEarlier = window::day_earlier, [ALT ArrowLeft], Move, MoveDays ARROW_LEFT, [ChangesPlan];
        /// Moves them a day later.
        DayLater = window::day_later, [ALT ArrowRight], Move, MoveDays ARROW_RIGHT, [ChangesPlan];
        /// Moves them a week earlier.
        WeekEarlier = window::week_earlier, [ALT SHIFT ArrowLeft], Move, MoveDays ARROW_LEFT, [ChangesPlan];
        /// Moves them a week later.
        WeekLater = window::week_later, [ALT SHIFT ArrowRight], Move, MoveDays ARROW_RIGHT, [ChangesPlan];
        /// Moves them to the lane above.
        LaneUp = window::lane_up, [ALT ArrowUp], Move, MoveLanes CARET_UP, [ChangesPlan];
        /// Moves them to the lane below.
        LaneDown = window::lane_down, [ALT ArrowDown], Move, MoveLanes CARET_DOWN, [ChangesPlan];

        /// Moves the focus to the moment before, without selecting it.
        FocusPrevious = window::focus_previous, [CMD ArrowLeft], Select, KeysOnly, [NeedsBoard YieldsToText];
        /// Moves the focus to the moment after.
        FocusNext = window::focus_next, [CMD ArrowRight], Select, KeysOnly, [NeedsBoard YieldsToText];
        /// Moves the focus to the lane above.
        FocusUp = window::focus_up, [CMD ArrowUp], Select, KeysOnly, [NeedsBoard YieldsToText];
        /// Moves the focus to the lane below.
        FocusDown = window::focus_down, [CMD ArrowDown], Select, KeysOnly, [NeedsBoard YieldsToText];
        /// Adds the moment that has the focus to the selection, or takes it out.
        ToggleFocused = window::toggle_focused, [Space], Select, KeysOnly, [NeedsBoard];
        /// Extends the selection to the moment before.
        ExtendPrevious = window::extend_previous, [SHIFT ArrowLeft], Select, KeysOnly, [NeedsBoard YieldsToText];
        /// Extends the selection to the moment after.
        ExtendNext = window::extend_next, [SHIFT ArrowRight], Select, KeysOnly, [NeedsBoard YieldsToText];
        /// Selects every moment of the lane.
        SelectLane = window::select_lane, [CMD A], Select, Select CHECK, [YieldsToText];
        /// Selects every moment of every lane.
        SelectAll = window::select_all, [CMD ALT A], Select, Select CHECK, [YieldsToText];
        /// Selects nothing.
        ClearSelection = window::clear_selection, [Escape], Select, Select CLOSE, [OfPreview];
        /// Searches the plan, or filters it.
        Search = filter::command, [CMD F], Select, Search SEARCH, [];
        /// Shows everything again.
        ClearFilter = filter::clear, [], Select, Search CLOSE, [];
        /// Selects the moment before.
        SelectPrevious = window::select_previous, [ArrowLeft], Select, KeysOnly, [NeedsBoard OfPreview];
        /// Selects the moment after.
        SelectNext = window::select_next, [ArrowRight], Select, KeysOnly, [NeedsBoard OfPreview];
        /// Selects in the lane above.
        SelectUp = window::select_up, [ArrowUp], Select, KeysOnly, [NeedsBoard];
        /// Selects in the lane below.
        SelectDown = window::select_down, [ArrowDown], Select, KeysOnly, [NeedsBoard];

        /// Moves the lane up.
        LaneHigher = window::lane_higher, [CMD SHIFT ArrowUp], Lanes, Lane CARET_UP, [ChangesPlan YieldsToText];
        /// Moves the lane down.
        LaneLower = window::lane_lower, [CMD SHIFT ArrowDown], Lanes, Lane CARET_DOWN, [ChangesPlan YieldsToText];
        /// Folds the lane to a line, or unfolds it.
        FoldLane = window::fold_lane, [F], Lanes, Lane CARET_RIGHT, [];
        /// Hides the lane on the board.
        HideLane = lanes::hide_lane, [H], Lanes, Lane EYE_SLASH, [];
        /// Shows the lanes that are hidden on the board.
        ShowHiddenLanes = lanes::show_hidden_lanes, [], Lanes, Lane EYE, [];
        /// Copies the lane for another creator.
        DuplicateLane = lanes::duplicate_lane, [], Lanes, Lane DUPLICATE, [ChangesPlan];
        /// Keeps the lane as a template.
        SaveLaneTemplate = window::save_lane_template, [], Lanes, Lane STACK, [];
        /// Deletes the lane with its moments.
        DeleteLane = window::delete_lane, [], Lanes, Lane DELETE, [ChangesPlan];

        /// Goes to the next finding.
        NextFinding = window::next_finding, [F8], Findings, Findings CARET_DOWN, [];
        /// Goes to the finding before.
        PreviousFinding = window::previous_finding, [SHIFT F8], Findings, Findings CARET_UP, [];
        /// Shows what the first fix of the current finding would do.
        PreviewFix = window::preview_first_fix, [CMD Period], Findings, Findings EYE, [];
        /// Accepts the current finding, with a reason.
        AcceptRisk = window::accept_risk, [CMD SHIFT A], Findings, Findings CHECK, [ChangesPlan];

        /// Shows the plan full screen, one moment at a time.
        Present = present::command, [F5], View, Present PRESENT, [];
        /// Shows the whole plan.
        ZoomFit = window::zoom_fit, [CMD Num0], View, Zoom FIT, [];
        /// Shows fewer days.
        // The plus of most keyboards needs Shift.
        ZoomIn = window::zoom_in, [CMD Plus, CMD Equals], View, Zoom PLUS, [];
        /// Shows more days.
        ZoomOut = window::zoom_out, [CMD Minus], View, Zoom MINUS, [];
        /// Goes up a page of lanes.
        LanesUp = hand::lanes_up, [PageUp], View, KeysOnly, [];
        /// Goes down a page of lanes.
        LanesDown = hand::lanes_down, [PageDown], View, KeysOnly, [];
        /// Goes back a page of days.
        DaysBack = hand::days_back, [SHIFT PageUp], View, KeysOnly, [YieldsToText];
        /// Goes on a page of days.
        DaysOn = hand::days_on, [SHIFT PageDown], View, KeysOnly, [YieldsToText];
        /// Shows a month of the calendar.
        CalendarMonth = calendar_view::see_month, [], View, Zoom CALENDAR, [];
        /// Shows a week of the calendar.
        CalendarWeek = calendar_view::see_week, [], View, Zoom CALENDAR, [];
        /// Goes to today.
        Today = window::go_to_today, [T], View, Zoom CALENDAR, [];
        /// Shows or hides the panel on the left.
        ToggleSidebar = window::toggle_sidebar, [CMD Backslash], View, Panels SIDEBAR, [];
        /// Shows or hides the inspector.
        ToggleInspector = window::toggle_inspector, [CMD SHIFT Backslash, CMD SHIFT Pipe], View, Panels SIDEBAR, [];
        /// Shows or hides the findings.
        ToggleFindings = window::toggle_findings, [CMD J], View, Panels TO_BOTTOM, [];
        /// Shows or hides the curves of the lanes.
        ToggleCurve = window::toggle_curve, [], View, Panels EYE, [];
        /// Colours as the system has them.
        ThemeSystem = window::theme_system, [], View, Theme MONITOR, [];
        /// Light colours.
        ThemeLight = window::theme_light, [], View, Theme SUN, [];
        /// Dark colours.
        ThemeDark = window::theme_dark, [], View, Theme MOON, [];
        /// Everything larger.
        Larger = window::larger, [CMD ALT Plus, CMD ALT Equals], View, Size PLUS, [];
        /// Everything smaller.
        Smaller = window::smaller, [CMD ALT Minus], View, Size MINUS, [];
        /// Everything at its normal size.
        NormalSize = window::normal_size, [CMD ALT Num0], View, Size TEXT_SIZE, [];
        /// Nothing moves, or things move again.
        ReduceMotion = window::reduce_motion, [], View, Motion PROHIBIT, [];

        /// Opens the palette, which finds what is in the plan and everything that can be done.
        Palette = palette::command, [CMD K], Help, Help COMMAND, [];
        /// Shows the guide to the first arc, or leaves it.
        Guide = window::guide, [F1], Help, Help QUESTION, [];
        /// Goes through the demo campaign, part by part.
        Tour = tour::command, [], Help, Help PRESENT, [];
        /// Shows all keys.
        Shortcuts = window::shortcuts, [Questionmark], Help, Help KEYBOARD, [];
        /// Shows all rules.
        Rules = window::rules, [], Help, Help BOOK, [];
        /// Says what the program cannot see.
        Limits = tour::limits_command, [], Help, Help EYE_SLASH, [];
    }

    /// Looks at the plan in that way.
    Show of each View {
        Board = window::view_board, [ALT Num1], View, Views BOARD, [];
        Calendar = window::view_calendar, [ALT Num2], View, Views CALENDAR, [];
        Table = window::view_table, [ALT Num3], View, Views TABLE, [];
    }

    /// Adds a moment of that kind.
    Add of each Kind {
        Announcement = window::add_announcement, [Num1], Add, Add KIND_ANNOUNCEMENT, [ChangesPlan];
        Values = window::add_values, [Num2], Add, Add KIND_VALUES, [ChangesPlan];
        Community = window::add_community, [Num3], Add, Add KIND_COMMUNITY, [ChangesPlan];
        Product = window::add_product, [Num4], Add, Add KIND_PRODUCT, [ChangesPlan];
        Origin = window::add_origin, [], Add, AddMore KIND_ORIGIN, [ChangesPlan];
        Story = window::add_story, [], Add, AddMore KIND_STORY, [ChangesPlan];
        Engage = window::add_engage, [], Add, AddMore KIND_ENGAGE, [ChangesPlan];
        Event = window::add_event, [], Add, AddMore KIND_EVENT, [ChangesPlan];
        Impact = window::add_impact, [], Add, AddMore KIND_IMPACT, [ChangesPlan];
        Teaser = window::add_teaser, [], Add, AddMore KIND_TEASER, [ChangesPlan];
        Organic = window::add_organic, [], Add, AddMore KIND_ORGANIC, [ChangesPlan];
        Repair = window::add_repair, [], Add, AddMore KIND_REPAIR, [ChangesPlan];
        Offer = window::add_offer, [], Add, AddMore KIND_OFFER, [ChangesPlan];
    }
}
