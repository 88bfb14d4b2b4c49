//! The head of the list: filters, order, and the way from finding to finding.

use egui::{
    Align, Id, Key, Layout, Popup, PopupCloseBehavior, Rect, Response, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::data::{self, Filter};
use super::list::Grouping;
use super::{FindingsState, HEADER, NARROW};
use crate::ui::command::Command;
use crate::ui::kit::{self, Button, paint};
use crate::ui::theme::{self, space};
use crate::ui::view::{Actions, Counts, Cx};
use crate::ui::{bars, fonts, icons};
use crate::words::{accept, mend, window as say};

/// Below this width the header leaves out what says nothing new, in points.
const ROOMY: f32 = 760.0;
/// What a filter has beside its word, in points.
const PILL: f32 = 18.0;

pub(super) fn header(cx: &Cx<'_>, state: &mut FindingsState, ui: &mut Ui, out: &mut Actions) {
    let t = cx.tokens;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEADER), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(theme::EDGE, t.line_subtle));

    let mut right = ui.new_child(
        UiBuilder::new()
            .id_salt("findings right")
            .max_rect(rect.shrink2(vec2(8.0, 1.5)))
            .layout(Layout::right_to_left(Align::Center)),
    );
    right.spacing_mut().item_spacing.x = space::XS;
    if bars::command_button(cx, &mut right, icons::TO_BOTTOM, Command::ToggleFindings).clicked() {
        out.run(Command::ToggleFindings);
    }
    for (icon, command) in [(icons::CARET_DOWN, Command::NextFinding), (icons::CARET_UP, Command::PreviousFinding)] {
        if bars::command_button(cx, &mut right, icon, command).clicked() {
            out.run(command);
        }
    }
    place(cx, state, &mut right, rect.width());
    grouping(state, &mut right);
    search(state, &mut right);
    let end = right.min_rect().left() - space::L;

    let left = Rect::from_min_max(rect.left_top() + vec2(14.0, 1.5), pos2(end.max(rect.left() + 14.0), rect.bottom() - 1.5));
    let mut left =
        ui.new_child(UiBuilder::new().id_salt("findings left").max_rect(left).layout(Layout::left_to_right(Align::Center)));
    left.shrink_clip_rect(Rect::from_min_max(rect.left_top(), pos2(end.max(rect.left()), rect.bottom())));
    left.spacing_mut().item_spacing.x = space::XL;
    let title = left.add(egui::Label::new(fonts::BODY_B.rich(say::findings()).color(t.text)).selectable(false));
    title.widget_info(|| WidgetInfo::labeled(Role::Heading, true, say::findings()));
    left.spacing_mut().item_spacing.x = space::XS;
    filters(cx, state, &mut left);
}

/// The filters as far as they have room, and the others behind dots. A kind of which there is none says nothing; all that are
/// open always do.
fn filters(cx: &Cx<'_>, state: &mut FindingsState, ui: &mut Ui) {
    let any_unchecked = state.unchecked.has_any(cx.campaign, cx.derived, cx.options);
    let any = |filter: Filter| match filter {
        // As in any list of lists, what was put aside has its place, also while it is empty.
        Filter::Open | Filter::Accepted => true,
        Filter::NotChecked => any_unchecked,
        _ => filter.count(cx.derived.counts) > 0,
    };
    let looked_for = !state.words.trim().is_empty();
    let listed =
        looked_for.then(|| Counts::of(cx.derived.findings.iter().map(AsRef::as_ref).filter(|finding| state.has_words(finding))));
    let named = |filter: Filter| {
        let all = cx.derived.counts;
        (filter, listed.map_or_else(|| filter.name(all), |listed| filter.name_of(listed, all)))
    };
    let mut shown: Vec<(Filter, String)> =
        Filter::ALL.into_iter().filter(|filter| *filter == state.filter || any(*filter)).map(named).collect();
    let width = |ui: &Ui, name: &str| paint::line(ui.painter(), fonts::BODY_M, name, cx.tokens.text).size().x + PILL + space::XS;
    let needed = |ui: &Ui, shown: &[(Filter, String)]| shown.iter().map(|(_, name)| width(ui, name)).sum::<f32>();
    let mut hidden = Vec::new();
    // The chosen one stays in sight, and so does what is open.
    while shown.len() > 2 && needed(ui, &shown) + if hidden.is_empty() { 0.0 } else { theme::HIT } > ui.available_width() {
        let Some(at) = shown.iter().rposition(|(filter, _)| *filter != state.filter && *filter != Filter::Open) else { break };
        hidden.push(shown.remove(at));
    }
    let chosen = shown.iter().position(|(filter, _)| *filter == state.filter);
    let stop = kit::OneStop::begin(ui, Id::unique("lists of findings"), shown.len(), chosen);
    for (at, (filter, name)) in shown.into_iter().enumerate() {
        if pill(ui, (stop, at), &name, filter == state.filter).clicked() {
            state.filter = filter;
        }
    }
    if hidden.is_empty() {
        return;
    }
    let more = kit::icon_button(ui, icons::MORE, accept::more_lists(), false, None);
    kit::opens_menu(&more);
    Popup::menu(&more).width(150.0).accessible_name(accept::more_lists()).show(|ui| {
        for (filter, name) in hidden.into_iter().rev() {
            if kit::menu_row(ui, None, &name, "", false).clicked() {
                state.filter = filter;
                ui.close();
            }
        }
    });
}

/// Where in the list one is; before one has gone anywhere, that the list is of the plan as it stands.
fn place(cx: &Cx<'_>, state: &FindingsState, ui: &mut Ui, width: f32) {
    let t = cx.tokens;
    let at = state.shown.as_ref().and_then(|key| data::place(cx.derived, key, |finding| state.has_words(finding)));
    let (text, spoken) = match at {
        Some((at, all)) => {
            let shown = state.shown.as_ref().and_then(|key| data::find(cx.derived, key));
            let message = shown.map_or("", |finding| finding.message.as_str());
            (mend::place(at + 1, all), mend::place_spoken(at + 1, all, message))
        }
        None if width < ROOMY => return,
        None => (mend::up_to_date().to_owned(), mend::up_to_date().to_owned()),
    };
    let galley = paint::line(ui.painter(), fonts::META, &text, t.text_3);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + 2.0 * space::M, theme::HIT), Sense::hover());
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, t.text_3);
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &spoken));
    // Going on by key says aloud where one came to, without moving the focus.
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(egui::accesskit::Live::Polite));
    response.on_hover_text(mend::up_to_date_note());
}

/// The switch between one list and groups.
fn grouping(state: &mut FindingsState, ui: &mut Ui) {
    let name = mend::grouping(state.grouping.name());
    let narrow = ui.max_rect().width() < NARROW;
    let button = if narrow {
        kit::icon_button(ui, icons::MENU, &name, false, None)
    } else {
        Button::quiet(state.grouping.name()).small().icon(icons::MENU).show(ui)
    };
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    kit::opens_menu(&button);
    Popup::menu(&button).width(150.0).accessible_name(name).show(|ui| {
        for grouping in Grouping::ALL {
            if kit::menu_row(ui, None, grouping.name(), "", grouping == state.grouping).clicked() {
                state.grouping = grouping;
                ui.close();
            }
        }
    });
}

/// The field whose words every listed finding has.
pub(super) fn words_field() -> Id {
    Id::unique("findings words")
}

/// The way to a field whose words every listed finding has; while there are any they stand beside it.
fn search(state: &mut FindingsState, ui: &mut Ui) {
    let id = words_field();
    let on = !state.words.trim().is_empty();
    let button = kit::icon_button(ui, icons::SEARCH, accept::filter(), on, None);
    kit::opens_menu(&button);
    let popup = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).width(220.0);
    popup.accessible_name(accept::filter()).show(|ui| {
        let field = kit::TextField::new(id, accept::filter()).hint(accept::filter_by()).icon(icons::SEARCH).width(220.0);
        let field = field.show(ui, &mut state.words);
        if button.clicked() {
            field.request_focus();
        }
        let pressed = |key| field.lost_focus() && ui.input(|input| input.key_pressed(key));
        let (entered, escaped) = (pressed(Key::Enter), pressed(Key::Escape));
        // Escape takes the words out of it, as of every field that searches.
        if escaped {
            state.words.clear();
        }
        if entered || escaped {
            ui.close();
        }
    });
    // After the button, so that it stays the same button, with its field open, while one writes.
    let words = state.words.trim();
    if on && Button::outlined(words).small().icon(icons::CLOSE).named(&accept::filter_off(words)).show(ui).clicked() {
        state.words.clear();
    }
}

/// One of the filters.
fn pill(ui: &mut Ui, (stop, at): (kit::OneStop, usize), text: &str, chosen: bool) -> Response {
    let t = theme::of(ui);
    let color = if chosen { t.accent } else { t.text_2 };
    let galley = paint::line(ui.painter(), fonts::BODY_M, text, color);
    let (_, rect) = ui.allocate_space(vec2(galley.size().x + PILL, 24.0));
    let response = ui.interact(rect, stop.id(at), stop.sense(at));
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, text));
    let fill = match (chosen, response.hovered()) {
        (true, _) => t.accent_bg,
        (false, true) => t.hover,
        (false, false) => egui::Color32::TRANSPARENT,
    };
    ui.painter().rect_filled(rect, 12.0, fill);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, color);
    if response.has_focus() {
        paint::ring(ui.painter(), rect, 12, -1.0, t.accent);
    }
    response
}
