//! Everything the user can command, once: menus, shortcuts, tooltips and tests read it from here.

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::model::Kind;
use crate::words::{hand, import, own, window as say};

/// A command. Its name, shortcut and help are looked up, never written a second time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Command {
    /// Begins an empty plan.
    New,
    /// Opens a plan from a file.
    Open,
    /// Saves to the plan's file.
    Save,
    /// Saves to another file.
    SaveAs,
    /// Brings a table into the plan.
    Import,
    /// Opens the fictional campaign, as an unsaved copy.
    OpenDemo,
    /// Opens the two cases of the article, as an unsaved copy.
    OpenCases,
    /// Opens the dialog in which the plan is shared, as it was left last.
    Share,
    /// Opens it for the client.
    ShareClient,
    /// Opens it for the team.
    ShareInternal,
    /// Opens the earlier versions of the plan.
    Versions,
    /// Lists the work that no file has.
    UnsavedWork,
    /// Opens what decks take from the brand.
    BrandKit,
    /// Closes the window.
    Quit,
    /// Takes the last step back.
    Undo,
    /// Does it again.
    Redo,
    /// Deletes the selected moments.
    Delete,
    /// Parks the selected moments in the tray of ideas.
    Park,
    /// Moves the selected moments a day earlier.
    DayEarlier,
    /// Moves them a day later.
    DayLater,
    /// Moves them a week earlier.
    WeekEarlier,
    /// Moves them a week later.
    WeekLater,
    /// Moves them to the lane above.
    LaneUp,
    /// Moves them to the lane below.
    LaneDown,
    /// Adds a moment of that kind.
    Add(Kind),
    /// Adds a creator with a lane.
    AddCreator,
    /// Adds a lane for what the brand itself posts.
    AddBrandLane,
    /// Adds a lane for what the community posts.
    AddCommunityLane,
    /// Adds a brand.
    AddBrand,
    /// Adds a product that moments can ask for.
    AddProductName,
    /// Adds a moment to the tray of ideas.
    AddIdea,
    /// Adds copies of the selected moments two weeks later.
    Duplicate,
    /// Takes the selected moments to the clipboard.
    Cut,
    /// Copies the selected moments to the clipboard.
    Copy,
    /// Adds the moments of the clipboard.
    Paste,
    /// Renames what is selected where it stands.
    Rename,
    /// Opens the selected moment in the inspector; while a fix is shown, applies it.
    OpenMoment,
    /// Puts the selected ideas into the plan.
    Unpark,
    /// Moves the lane up.
    LaneHigher,
    /// Moves the lane down.
    LaneLower,
    /// Folds the lane to a line, or unfolds it.
    FoldLane,
    /// Deletes the lane with its moments.
    DeleteLane,
    /// Moves the focus to the moment before, without selecting it.
    FocusPrevious,
    /// Moves the focus to the moment after.
    FocusNext,
    /// Moves the focus to the lane above.
    FocusUp,
    /// Moves the focus to the lane below.
    FocusDown,
    /// Adds the moment that has the focus to the selection, or takes it out.
    ToggleFocused,
    /// Extends the selection to the moment before.
    ExtendPrevious,
    /// Extends the selection to the moment after.
    ExtendNext,
    /// Selects every moment of every lane.
    SelectAll,
    /// Shows the page of the campaign.
    EditCampaign,
    /// Shows side by side what creator, brand and audience stand for.
    CompareValues,
    /// Shows what the first fix of the current finding would do.
    PreviewFix,
    /// Accepts the current finding, with a reason.
    AcceptRisk,
    /// Shows the rules of this plan: thresholds, weights, what is turned off.
    RuleSettings,
    /// Keeps the lane as a template.
    SaveLaneTemplate,
    /// Keeps the whole plan as a template.
    SavePlanTemplate,
    /// Adds what a template holds: a creator with a lane, or the cards of an empty one.
    AddFromTemplate,
    /// Shows the start page.
    StartPage,
    /// Shows the guide to the first arc, or leaves it.
    Guide,
    /// Shows all rules.
    Rules,
    /// Shows all keys.
    Shortcuts,
    /// Shows or hides the panel on the left.
    ToggleSidebar,
    /// Colours as the system has them.
    ThemeSystem,
    /// Light colours.
    ThemeLight,
    /// Dark colours.
    ThemeDark,
    /// Nothing moves, or things move again.
    ReduceMotion,
    /// Shows or hides the curves of the lanes.
    ToggleCurve,
    /// Everything larger.
    Larger,
    /// Everything smaller.
    Smaller,
    /// Everything at its normal size.
    NormalSize,
    /// Selects nothing.
    ClearSelection,
    /// Selects every moment of the lane.
    SelectLane,
    /// Selects the moment before.
    SelectPrevious,
    /// Selects the moment after.
    SelectNext,
    /// Selects in the lane above.
    SelectUp,
    /// Selects in the lane below.
    SelectDown,
    /// Goes to the next finding.
    NextFinding,
    /// Goes to the finding before.
    PreviousFinding,
    /// Shows more days.
    ZoomOut,
    /// Shows fewer days.
    ZoomIn,
    /// Shows the whole plan.
    ZoomFit,
    /// Goes up a page of lanes.
    LanesUp,
    /// Goes down a page of lanes.
    LanesDown,
    /// Goes back a page of days.
    DaysBack,
    /// Goes on a page of days.
    DaysOn,
    /// Goes to today.
    Today,
    /// Shows or hides the inspector.
    ToggleInspector,
    /// Shows or hides the findings.
    ToggleFindings,
}

impl Command {
    /// Every command.
    pub const ALL: &'static [Self] = &[
        Self::New,
        Self::Open,
        Self::Save,
        Self::SaveAs,
        Self::Import,
        Self::OpenDemo,
        Self::OpenCases,
        Self::Share,
        Self::ShareClient,
        Self::ShareInternal,
        Self::Versions,
        Self::UnsavedWork,
        Self::BrandKit,
        Self::Quit,
        Self::Undo,
        Self::Redo,
        Self::Delete,
        Self::Park,
        Self::DayEarlier,
        Self::DayLater,
        Self::WeekEarlier,
        Self::WeekLater,
        Self::LaneUp,
        Self::LaneDown,
        Self::Add(Kind::Announcement),
        Self::Add(Kind::Values),
        Self::Add(Kind::Community),
        Self::Add(Kind::Product),
        Self::Add(Kind::Origin),
        Self::Add(Kind::Story),
        Self::Add(Kind::Engage),
        Self::Add(Kind::Event),
        Self::Add(Kind::Impact),
        Self::Add(Kind::Teaser),
        Self::Add(Kind::Organic),
        Self::Add(Kind::Repair),
        Self::Add(Kind::Offer),
        Self::AddCreator,
        Self::AddBrandLane,
        Self::AddCommunityLane,
        Self::AddBrand,
        Self::AddProductName,
        Self::AddIdea,
        Self::Duplicate,
        Self::Cut,
        Self::Copy,
        Self::Paste,
        Self::Rename,
        Self::OpenMoment,
        Self::Unpark,
        Self::LaneHigher,
        Self::LaneLower,
        Self::FoldLane,
        Self::DeleteLane,
        Self::FocusPrevious,
        Self::FocusNext,
        Self::FocusUp,
        Self::FocusDown,
        Self::ToggleFocused,
        Self::ExtendPrevious,
        Self::ExtendNext,
        Self::SelectAll,
        Self::EditCampaign,
        Self::CompareValues,
        Self::PreviewFix,
        Self::AcceptRisk,
        Self::RuleSettings,
        Self::SaveLaneTemplate,
        Self::SavePlanTemplate,
        Self::AddFromTemplate,
        Self::StartPage,
        Self::Guide,
        Self::Rules,
        Self::Shortcuts,
        Self::ToggleSidebar,
        Self::ThemeSystem,
        Self::ThemeLight,
        Self::ThemeDark,
        Self::ReduceMotion,
        Self::ToggleCurve,
        Self::Larger,
        Self::Smaller,
        Self::NormalSize,
        Self::ClearSelection,
        Self::SelectLane,
        Self::SelectPrevious,
        Self::SelectNext,
        Self::SelectUp,
        Self::SelectDown,
        Self::NextFinding,
        Self::PreviousFinding,
        Self::ZoomOut,
        Self::ZoomIn,
        Self::ZoomFit,
        Self::LanesUp,
        Self::LanesDown,
        Self::DaysBack,
        Self::DaysOn,
        Self::Today,
        Self::ToggleInspector,
        Self::ToggleFindings,
    ];

    /// The name in menus and tooltips.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::New => say::new_plan(),
            Self::Open => say::open(),
            Self::Save => say::save(),
            Self::SaveAs => say::save_as(),
            Self::Import => import::command(),
            Self::OpenDemo => say::open_demo(),
            Self::OpenCases => say::open_cases(),
            Self::Share => say::share_plan(),
            Self::ShareClient => say::share_client(),
            Self::ShareInternal => say::share_internal(),
            Self::Versions => crate::words::versions::command(),
            Self::UnsavedWork => crate::words::recovery::command(),
            Self::BrandKit => crate::words::brand_kit::command(),
            Self::Quit => say::quit(),
            Self::Undo => say::undo(),
            Self::Redo => say::redo(),
            Self::Delete => say::delete(),
            Self::Park => say::park(),
            Self::DayEarlier => say::day_earlier(),
            Self::DayLater => say::day_later(),
            Self::WeekEarlier => say::week_earlier(),
            Self::WeekLater => say::week_later(),
            Self::LaneUp => say::lane_up(),
            Self::LaneDown => say::lane_down(),
            Self::Add(kind) => Self::add_name(kind),
            Self::AddBrandLane => say::add_brand_lane(),
            Self::AddCommunityLane => say::add_community_lane(),
            Self::AddBrand => say::add_brand(),
            Self::AddIdea => say::add_idea(),
            Self::Duplicate => say::duplicate(),
            Self::Cut => say::cut(),
            Self::Copy => say::copy(),
            Self::Paste => say::paste(),
            Self::Rename => say::rename(),
            Self::OpenMoment => say::open_moment(),
            Self::Unpark => say::unpark(),
            Self::LaneHigher => say::lane_higher(),
            Self::LaneLower => say::lane_lower(),
            Self::FoldLane => say::fold_lane(),
            Self::DeleteLane => say::delete_lane(),
            Self::FocusPrevious => say::focus_previous(),
            Self::FocusNext => say::focus_next(),
            Self::FocusUp => say::focus_up(),
            Self::FocusDown => say::focus_down(),
            Self::ToggleFocused => say::toggle_focused(),
            Self::ExtendPrevious => say::extend_previous(),
            Self::ExtendNext => say::extend_next(),
            Self::SelectAll => say::select_all(),
            Self::EditCampaign => say::edit_campaign(),
            Self::CompareValues => say::compare_values(),
            Self::PreviewFix => say::preview_first_fix(),
            Self::AcceptRisk => say::accept_risk(),
            Self::RuleSettings => say::rule_settings(),
            Self::SaveLaneTemplate => say::save_lane_template(),
            Self::SavePlanTemplate => say::save_plan_template(),
            Self::AddFromTemplate => own::add_from_template(),
            Self::StartPage => say::start_page(),
            Self::Guide => say::guide(),
            Self::Rules => say::rules(),
            Self::Shortcuts => say::shortcuts(),
            Self::ToggleSidebar => say::toggle_sidebar(),
            Self::ThemeSystem => say::theme_system(),
            Self::ThemeLight => say::theme_light(),
            Self::ThemeDark => say::theme_dark(),
            Self::ReduceMotion => say::reduce_motion(),
            Self::ToggleCurve => say::toggle_curve(),
            Self::Larger => say::larger(),
            Self::Smaller => say::smaller(),
            Self::NormalSize => say::normal_size(),
            Self::AddCreator => say::add_creator(),
            Self::AddProductName => say::add_product_name(),
            Self::ClearSelection => say::clear_selection(),
            Self::SelectLane => say::select_lane(),
            Self::SelectPrevious => say::select_previous(),
            Self::SelectNext => say::select_next(),
            Self::SelectUp => say::select_up(),
            Self::SelectDown => say::select_down(),
            Self::NextFinding => say::next_finding(),
            Self::PreviousFinding => say::previous_finding(),
            Self::ZoomOut => say::zoom_out(),
            Self::ZoomIn => say::zoom_in(),
            Self::ZoomFit => say::zoom_fit(),
            Self::LanesUp => hand::lanes_up(),
            Self::LanesDown => hand::lanes_down(),
            Self::DaysBack => hand::days_back(),
            Self::DaysOn => hand::days_on(),
            Self::Today => say::go_to_today(),
            Self::ToggleInspector => say::toggle_inspector(),
            Self::ToggleFindings => say::toggle_findings(),
        }
    }

    /// The keys, if it has any. `COMMAND` is Ctrl, and Cmd on macOS.
    #[must_use]
    pub fn shortcut(self) -> Option<KeyboardShortcut> {
        const NONE: Modifiers = Modifiers::NONE;
        const CMD: Modifiers = Modifiers::COMMAND;
        const ALT: Modifiers = Modifiers::ALT;
        const SHIFT: Modifiers = Modifiers::SHIFT;
        let (modifiers, key) = match self {
            Self::New => (CMD, Key::N),
            Self::Open => (CMD, Key::O),
            Self::Save => (CMD, Key::S),
            Self::SaveAs => (CMD.plus(SHIFT), Key::S),
            Self::Share => (CMD, Key::E),
            Self::Versions => (CMD.plus(SHIFT), Key::H),
            Self::Quit => (CMD, Key::Q),
            Self::Undo => (CMD, Key::Z),
            Self::Redo => (CMD.plus(SHIFT), Key::Z),
            Self::Delete => (NONE, Key::Delete),
            Self::Park => (CMD, Key::I),
            Self::DayEarlier => (ALT, Key::ArrowLeft),
            Self::DayLater => (ALT, Key::ArrowRight),
            Self::WeekEarlier => (ALT.plus(SHIFT), Key::ArrowLeft),
            Self::WeekLater => (ALT.plus(SHIFT), Key::ArrowRight),
            Self::LaneUp => (ALT, Key::ArrowUp),
            Self::LaneDown => (ALT, Key::ArrowDown),
            Self::Add(Kind::Announcement) => (NONE, Key::Num1),
            Self::Add(Kind::Values) => (NONE, Key::Num2),
            Self::Add(Kind::Community) => (NONE, Key::Num3),
            Self::Add(Kind::Product) => (NONE, Key::Num4),
            Self::Duplicate => (CMD, Key::D),
            Self::Cut => (CMD, Key::X),
            Self::Copy => (CMD, Key::C),
            Self::Paste => (CMD, Key::V),
            Self::Rename => (NONE, Key::F2),
            Self::OpenMoment => (NONE, Key::Enter),
            Self::Unpark => (CMD.plus(SHIFT), Key::I),
            Self::LaneHigher => (CMD.plus(SHIFT), Key::ArrowUp),
            Self::LaneLower => (CMD.plus(SHIFT), Key::ArrowDown),
            Self::FoldLane => (NONE, Key::F),
            Self::FocusPrevious => (CMD, Key::ArrowLeft),
            Self::FocusNext => (CMD, Key::ArrowRight),
            Self::FocusUp => (CMD, Key::ArrowUp),
            Self::FocusDown => (CMD, Key::ArrowDown),
            Self::ToggleFocused => (NONE, Key::Space),
            Self::ExtendPrevious => (SHIFT, Key::ArrowLeft),
            Self::ExtendNext => (SHIFT, Key::ArrowRight),
            Self::PreviewFix => (CMD, Key::Period),
            Self::AcceptRisk => (CMD.plus(SHIFT), Key::A),
            Self::SelectAll => (CMD.plus(ALT), Key::A),
            Self::Guide => (NONE, Key::F1),
            Self::Shortcuts => (NONE, Key::Questionmark),
            Self::ToggleSidebar => (CMD, Key::Backslash),
            Self::Larger => (CMD.plus(ALT), Key::Plus),
            Self::Smaller => (CMD.plus(ALT), Key::Minus),
            Self::NormalSize => (CMD.plus(ALT), Key::Num0),
            Self::ClearSelection => (NONE, Key::Escape),
            Self::SelectLane => (CMD, Key::A),
            Self::SelectPrevious => (NONE, Key::ArrowLeft),
            Self::SelectNext => (NONE, Key::ArrowRight),
            Self::SelectUp => (NONE, Key::ArrowUp),
            Self::SelectDown => (NONE, Key::ArrowDown),
            Self::NextFinding => (NONE, Key::F8),
            Self::PreviousFinding => (SHIFT, Key::F8),
            Self::ZoomOut => (CMD, Key::Minus),
            Self::ZoomIn => (CMD, Key::Plus),
            Self::ZoomFit => (CMD, Key::Num0),
            Self::LanesUp => (NONE, Key::PageUp),
            Self::LanesDown => (NONE, Key::PageDown),
            Self::DaysBack => (SHIFT, Key::PageUp),
            Self::DaysOn => (SHIFT, Key::PageDown),
            Self::Today => (NONE, Key::T),
            Self::ToggleInspector => (CMD.plus(SHIFT), Key::Backslash),
            Self::ToggleFindings => (CMD, Key::J),
            Self::Import
            | Self::OpenDemo
            | Self::OpenCases
            | Self::ShareClient
            | Self::ShareInternal
            | Self::UnsavedWork
            | Self::BrandKit
            | Self::Add(_)
            | Self::AddCreator
            | Self::AddBrandLane
            | Self::AddCommunityLane
            | Self::AddBrand
            | Self::AddProductName
            | Self::AddIdea
            | Self::DeleteLane
            | Self::EditCampaign
            | Self::CompareValues
            | Self::RuleSettings
            | Self::SaveLaneTemplate
            | Self::SavePlanTemplate
            | Self::AddFromTemplate
            | Self::StartPage
            | Self::Rules
            | Self::ThemeSystem
            | Self::ThemeLight
            | Self::ThemeDark
            | Self::ToggleCurve
            | Self::ReduceMotion => return None,
        };
        Some(KeyboardShortcut::new(modifiers, key))
    }

    /// Further keys that do the same: those of other systems, and the ones that arrive where Shift makes another character of
    /// the key.
    #[must_use]
    pub fn other_shortcut(self) -> Option<KeyboardShortcut> {
        let (modifiers, key) = match self {
            // The large key of keyboards by Apple, and what most people press.
            Self::Delete => (Modifiers::NONE, Key::Backspace),
            Self::Redo => (Modifiers::COMMAND, Key::Y),
            // The plus of most keyboards needs Shift.
            Self::ZoomIn => (Modifiers::COMMAND, Key::Equals),
            Self::Larger => (Modifiers::COMMAND.plus(Modifiers::ALT), Key::Equals),
            Self::ToggleInspector => (Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::Pipe),
            _ => return None,
        };
        Some(KeyboardShortcut::new(modifiers, key))
    }

    /// Whether the keys are only the board's as long as no widget elsewhere has the focus: a button wants Enter and Space, and
    /// the arrows lead from widget to widget.
    #[must_use]
    pub fn needs_the_board(self) -> bool {
        matches!(
            self,
            Self::OpenMoment
                | Self::ToggleFocused
                | Self::SelectPrevious
                | Self::SelectNext
                | Self::SelectUp
                | Self::SelectDown
                | Self::FocusPrevious
                | Self::FocusNext
                | Self::FocusUp
                | Self::FocusDown
                | Self::ExtendPrevious
                | Self::ExtendNext
        )
    }

    /// Whether the keys belong to a text field while one has the focus.
    #[must_use]
    pub fn yields_to_text(self) -> bool {
        matches!(
            self,
            Self::SelectLane
                | Self::SelectAll
                | Self::Cut
                | Self::Copy
                | Self::Paste
                | Self::FocusPrevious
                | Self::FocusNext
                | Self::FocusUp
                | Self::FocusDown
                | Self::ExtendPrevious
                | Self::ExtendNext
                | Self::LaneHigher
                | Self::LaneLower
                | Self::DaysBack
                | Self::DaysOn
        ) || self.shortcut().is_some_and(|keys| {
            let plain = keys.modifiers == Modifiers::NONE && !matches!(keys.logical_key, Key::F1 | Key::F8);
            plain || keys.modifiers.alt
        })
    }

    /// Whether it is about the fix while one is shown before it is done: Enter applies, Escape leaves, the arrows go through
    /// the fixes.
    #[must_use]
    pub fn belongs_to_preview(self) -> bool {
        matches!(self, Self::OpenMoment | Self::ClearSelection | Self::SelectPrevious | Self::SelectNext)
    }

    fn add_name(kind: Kind) -> &'static str {
        match kind {
            Kind::Announcement => say::add_announcement(),
            Kind::Values => say::add_values(),
            Kind::Community => say::add_community(),
            Kind::Product => say::add_product(),
            Kind::Origin => say::add_origin(),
            Kind::Story => say::add_story(),
            Kind::Engage => say::add_engage(),
            Kind::Event => say::add_event(),
            Kind::Impact => say::add_impact(),
            Kind::Teaser => say::add_teaser(),
            Kind::Organic => say::add_organic(),
            Kind::Repair => say::add_repair(),
            Kind::Offer => say::add_offer(),
        }
    }
}
