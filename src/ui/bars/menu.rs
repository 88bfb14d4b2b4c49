//! The menu: every command that is not only for the keyboard, by what it is about.

use egui::{Popup, ScrollArea, Ui};

use super::{command_row, submenu};
use crate::model::Kind;
use crate::ui::command::Command;
use crate::ui::icons::{self, Icon};
use crate::ui::kit;
use crate::ui::theme::space;
use crate::ui::view::{Actions, Cx};
use crate::words::{side as say, window};

type Rows = &'static [(Icon, Command)];

const FILE: Rows = &[
    (icons::HOUSE, Command::StartPage),
    (icons::NEW_FILE, Command::New),
    (icons::OPEN_FILE, Command::Open),
    (icons::SAVE, Command::Save),
    (icons::DUPLICATE, Command::SaveAs),
    (icons::HISTORY, Command::Versions),
    (icons::CLOCK, Command::UnsavedWork),
    (icons::STACK, Command::SavePlanTemplate),
    (icons::CALENDAR, Command::Import),
];
const EXAMPLES: Rows = &[(icons::BOARD, Command::OpenDemo), (icons::PRESENT, Command::OpenCases)];
const SHARE: Rows = &[
    (icons::SHARE, Command::Share),
    (icons::BRIEFCASE, Command::ShareClient),
    (icons::USERS, Command::ShareInternal),
    (icons::PALETTE, Command::BrandKit),
];
const HISTORY: Rows = &[(icons::UNDO, Command::Undo), (icons::REDO, Command::Redo)];
const CLIPBOARD: Rows = &[
    (icons::CUT, Command::Cut),
    (icons::DUPLICATE, Command::Copy),
    (icons::PASTE, Command::Paste),
    (icons::PLUS, Command::Duplicate),
];
const SELECTED: Rows = &[
    (icons::EYE, Command::OpenMoment),
    (icons::EDIT, Command::Rename),
    (icons::IDEA, Command::Park),
    (icons::BOARD, Command::Unpark),
    (icons::DELETE, Command::Delete),
];
const SELECT: Rows =
    &[(icons::CHECK, Command::SelectLane), (icons::CHECK, Command::SelectAll), (icons::CLOSE, Command::ClearSelection)];
const ADD: Rows = &[
    (icons::KIND_ANNOUNCEMENT, Command::Add(Kind::Announcement)),
    (icons::KIND_VALUES, Command::Add(Kind::Values)),
    (icons::KIND_COMMUNITY, Command::Add(Kind::Community)),
    (icons::KIND_PRODUCT, Command::Add(Kind::Product)),
];
const ADD_MORE: Rows = &[
    (icons::KIND_ORIGIN, Command::Add(Kind::Origin)),
    (icons::KIND_STORY, Command::Add(Kind::Story)),
    (icons::KIND_ENGAGE, Command::Add(Kind::Engage)),
    (icons::KIND_EVENT, Command::Add(Kind::Event)),
    (icons::KIND_IMPACT, Command::Add(Kind::Impact)),
    (icons::KIND_TEASER, Command::Add(Kind::Teaser)),
    (icons::KIND_ORGANIC, Command::Add(Kind::Organic)),
    (icons::KIND_REPAIR, Command::Add(Kind::Repair)),
    (icons::KIND_OFFER, Command::Add(Kind::Offer)),
];
const ADD_TO_PLAN: Rows = &[
    (icons::IDEA, Command::AddIdea),
    (icons::USER, Command::AddCreator),
    (icons::STACK, Command::AddFromTemplate),
    (icons::BRAND, Command::AddBrand),
    (icons::KIND_PRODUCT, Command::AddProductName),
];
const ADD_LANES: Rows = &[(icons::BRAND, Command::AddBrandLane), (icons::USERS, Command::AddCommunityLane)];
const MOVE_DAYS: Rows = &[
    (icons::ARROW_LEFT, Command::DayEarlier),
    (icons::ARROW_RIGHT, Command::DayLater),
    (icons::ARROW_LEFT, Command::WeekEarlier),
    (icons::ARROW_RIGHT, Command::WeekLater),
];
const MOVE_LANES: Rows = &[(icons::CARET_UP, Command::LaneUp), (icons::CARET_DOWN, Command::LaneDown)];
const LANE: Rows = &[
    (icons::CARET_UP, Command::LaneHigher),
    (icons::CARET_DOWN, Command::LaneLower),
    (icons::CARET_RIGHT, Command::FoldLane),
    (icons::STACK, Command::SaveLaneTemplate),
    (icons::DELETE, Command::DeleteLane),
];
const PLAN: Rows =
    &[(icons::TARGET, Command::EditCampaign), (icons::KIND_VALUES, Command::CompareValues), (icons::BOOK, Command::RuleSettings)];
const ZOOM: Rows = &[
    (icons::FIT, Command::ZoomFit),
    (icons::PLUS, Command::ZoomIn),
    (icons::MINUS, Command::ZoomOut),
    (icons::CALENDAR, Command::Today),
];
const PANELS: Rows = &[
    (icons::SIDEBAR, Command::ToggleSidebar),
    (icons::SIDEBAR, Command::ToggleInspector),
    (icons::TO_BOTTOM, Command::ToggleFindings),
    (icons::EYE, Command::ToggleCurve),
];
const THEME: Rows =
    &[(icons::MONITOR, Command::ThemeSystem), (icons::SUN, Command::ThemeLight), (icons::MOON, Command::ThemeDark)];
const SIZE: Rows = &[(icons::PLUS, Command::Larger), (icons::MINUS, Command::Smaller), (icons::TEXT_SIZE, Command::NormalSize)];
const MOTION: Rows = &[(icons::PROHIBIT, Command::ReduceMotion)];
const FINDINGS: Rows = &[
    (icons::CARET_DOWN, Command::NextFinding),
    (icons::CARET_UP, Command::PreviousFinding),
    (icons::EYE, Command::PreviewFix),
    (icons::CHECK, Command::AcceptRisk),
];
const HELP: Rows = &[(icons::QUESTION, Command::Guide), (icons::KEYBOARD, Command::Shortcuts), (icons::BOOK, Command::Rules)];

/// Draws the button that opens the menu, and the menu.
pub(super) fn menu(cx: &Cx<'_>, ui: &mut Ui, out: &mut Actions) {
    let button = kit::icon_button(ui, icons::MENU, window::menu(), false, None);
    let mut rows = |ui: &mut Ui, groups: &[Rows]| {
        for (at, group) in groups.iter().enumerate() {
            if at > 0 {
                ui.separator();
            }
            for (icon, command) in *group {
                command_row(cx, ui, *icon, *command, out);
            }
        }
    };
    kit::opens_menu(&button);
    Popup::menu(&button).width(270.0).accessible_name(window::menu()).show(|ui| {
        tall(ui, |ui| {
            rows(ui, &[FILE, EXAMPLES, SHARE]);
            ui.separator();
            submenu(ui, icons::EDIT, window::menu_edit(), |ui| rows(ui, &[HISTORY, CLIPBOARD, SELECTED, SELECT]));
            submenu(ui, icons::PLUS, window::menu_add(), |ui| {
                rows(ui, &[ADD]);
                submenu(ui, icons::MORE, say::more_kinds(), |ui| rows(ui, &[ADD_MORE]));
                ui.separator();
                rows(ui, &[ADD_TO_PLAN, ADD_LANES]);
            });
            submenu(ui, icons::ARROW_RIGHT, window::menu_move(), |ui| rows(ui, &[MOVE_DAYS, MOVE_LANES]));
            submenu(ui, icons::USERS, say::menu_plan(), |ui| rows(ui, &[PLAN, LANE]));
            submenu(ui, icons::WARNING_LINE, window::findings(), |ui| rows(ui, &[FINDINGS]));
            submenu(ui, icons::EYE, window::menu_view(), |ui| {
                rows(ui, &[ZOOM, PANELS]);
                ui.separator();
                submenu(ui, icons::SUN, say::menu_theme(), |ui| rows(ui, &[THEME]));
                submenu(ui, icons::TEXT_SIZE, &say::menu_size(cx.setup.scale), |ui| rows(ui, &[SIZE]));
                rows(ui, &[MOTION]);
            });
            submenu(ui, icons::QUESTION, say::menu_help(), |ui| rows(ui, &[HELP]));
            ui.separator();
            rows(ui, &[&[(icons::CLOSE, Command::Quit)]]);
        });
    });
}

/// The rows of a menu. Where they are more than the window is high, they scroll: at twice the size a laptop shows half.
pub(super) fn tall(ui: &mut Ui, rows: impl FnOnce(&mut Ui)) {
    ui.spacing_mut().item_spacing.y = 1.0;
    let most = ui.ctx().content_rect().height() - 2.0 * space::DIALOG;
    ScrollArea::vertical().max_height(most).min_scrolled_height(most).show(ui, rows);
}

/// The rows that are about the plan as a file, for the menu of its name.
pub(super) fn file_rows(cx: &Cx<'_>, ui: &mut Ui, out: &mut Actions) {
    for (icon, command) in FILE {
        command_row(cx, ui, *icon, *command, out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_looks_for_a_command_finds_it_in_the_menu() {
        let groups = [
            FILE,
            EXAMPLES,
            SHARE,
            HISTORY,
            CLIPBOARD,
            SELECTED,
            SELECT,
            ADD,
            ADD_MORE,
            ADD_TO_PLAN,
            ADD_LANES,
            MOVE_DAYS,
            MOVE_LANES,
            LANE,
            PLAN,
            ZOOM,
            PANELS,
            THEME,
            SIZE,
            MOTION,
            FINDINGS,
            HELP,
        ];
        // Going from card to card is done with the arrows; a row for each would only be in the way of the rest.
        let keys_only = [
            Command::FocusPrevious,
            Command::FocusNext,
            Command::FocusUp,
            Command::FocusDown,
            Command::ToggleFocused,
            Command::ExtendPrevious,
            Command::ExtendNext,
            Command::SelectPrevious,
            Command::SelectNext,
            Command::SelectUp,
            Command::SelectDown,
            Command::LanesUp,
            Command::LanesDown,
            Command::DaysBack,
            Command::DaysOn,
            Command::Quit,
        ];
        for command in Command::ALL {
            let rows = groups.iter().flat_map(|group| group.iter()).filter(|(_, row)| row == command).count();
            assert_eq!(rows, usize::from(!keys_only.contains(command)), "{command:?}");
        }
    }
}
