//! Buttons: primary, secondary, quiet, and the square one that is only an icon.

use egui::{Color32, Context, CornerRadius, LayerId, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::ui::fonts::{self, Face};
use crate::ui::icons::Icon;
use crate::ui::theme::{self, Tokens};

use super::paint;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Rank {
    Primary,
    Secondary,
    Outlined,
    Quiet,
}

/// A button with a word, an icon before it, and, where it cannot be pressed, the reason as its tooltip.
#[must_use = "a button is drawn by `show`"]
pub struct Button<'a> {
    text: &'a str,
    icon: Option<Icon>,
    bare: bool,
    rank: Rank,
    face: Face,
    height: f32,
    width: Option<f32>,
    tooltip: Option<&'a str>,
    disabled: Option<&'a str>,
    name: Option<&'a str>,
    chosen: Option<bool>,
}

impl<'a> Button<'a> {
    const fn new(text: &'a str, rank: Rank) -> Self {
        Self {
            text,
            icon: None,
            bare: false,
            rank,
            face: fonts::BODY_M,
            height: theme::HIT,
            width: None,
            tooltip: None,
            disabled: None,
            name: None,
            chosen: None,
        }
    }

    /// The one thing to do here: at most one of them in sight.
    pub const fn primary(text: &'a str) -> Self {
        Self::new(text, Rank::Primary)
    }

    /// Something else to do here.
    pub const fn secondary(text: &'a str) -> Self {
        Self::new(text, Rank::Secondary)
    }

    /// Secondary with an edge and text in the accent: the first fix of a finding.
    pub const fn outlined(text: &'a str) -> Self {
        Self::new(text, Rank::Outlined)
    }

    /// Something one rarely does here: no edge until the pointer is over it.
    pub const fn quiet(text: &'a str) -> Self {
        Self::new(text, Rank::Quiet)
    }

    /// The word is only its name and its tooltip: where there is no room beside the icon.
    pub const fn without_word(mut self) -> Self {
        self.bare = true;
        self.tooltip = Some(self.text);
        self
    }

    /// An icon before the word.
    pub const fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// 22 points high, for rows and finding boxes.
    pub const fn small(mut self) -> Self {
        self.height = 22.0;
        self
    }

    /// 36 points high with larger words, and as wide as that: where a page begins.
    pub const fn tall(mut self, width: f32) -> Self {
        self.height = 36.0;
        self.face = fonts::UI_M;
        self.width = Some(width);
        self
    }

    /// A line that says more than the word.
    pub const fn tooltip(mut self, text: &'a str) -> Self {
        self.tooltip = Some(text);
        self
    }

    /// What a screen reader says where the word alone is not enough.
    pub const fn named(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    /// Cannot be pressed, and why, if there is a reason.
    pub const fn disabled(mut self, why: Option<&'a str>) -> Self {
        self.disabled = why;
        self
    }

    /// One of several beside it, and whether it is the one that holds: that has an edge and text in the accent.
    pub const fn chosen(mut self, on: bool) -> Self {
        self.chosen = Some(on);
        if on {
            self.rank = Rank::Outlined;
        }
        self
    }

    /// Draws it.
    pub fn show(self, ui: &mut Ui) -> Response {
        let t = theme::of(ui);
        let enabled = self.disabled.is_none() && ui.is_enabled();
        let word = if self.bare { "" } else { self.text };
        let galley = paint::line(ui.painter(), self.face, word, Color32::PLACEHOLDER);
        let padding = if self.height < theme::HIT { 8.0 } else { 11.0 };
        let icon_width = if self.icon.is_some() { 14.0 + if self.bare { 0.0 } else { theme::space::M } } else { 0.0 };
        let needed = galley.size().x + icon_width + 2.0 * padding;
        let size = vec2(self.width.map_or(needed, |width| width.max(needed)), self.height);
        let sense = if enabled { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(size, sense);
        let name = self.name.unwrap_or(self.text);
        response.widget_info(|| match self.chosen {
            Some(on) => WidgetInfo::selected(Role::Button, enabled, on, name),
            None => WidgetInfo::labeled(Role::Button, enabled, name),
        });

        if ui.is_rect_visible(rect) {
            let look = Look::of(self.rank, &response, enabled, t);
            let painter = ui.painter();
            painter.rect(rect, CornerRadius::same(theme::R2), look.fill, Stroke::new(theme::EDGE, look.edge), StrokeKind::Inside);
            let mut x = rect.left() + padding + (size.x - needed) / 2.0;
            if let Some(icon) = self.icon {
                icon.paint(painter, pos2(x + 7.0, rect.center().y), 14.0, look.text);
                x += icon_width;
            }
            painter.galley(pos2(x, rect.center().y - galley.size().y / 2.0), galley, look.text);
            if response.has_focus() {
                paint::ring(painter, rect, theme::R2, 1.0, t.accent);
            }
        }
        into_sight(&response);
        if let Some(why) = self.disabled {
            say_why(&response, why);
        }
        match self.disabled.or(self.tooltip) {
            Some(text) => response.on_hover_text(text),
            None => response,
        }
    }
}

struct Look {
    fill: Color32,
    edge: Color32,
    text: Color32,
}

impl Look {
    fn of(rank: Rank, response: &Response, enabled: bool, t: &Tokens) -> Self {
        if !enabled {
            let bare = rank == Rank::Quiet;
            return Self {
                fill: if bare { Color32::TRANSPARENT } else { t.sunken },
                edge: if bare { Color32::TRANSPARENT } else { t.line },
                text: t.text_off,
            };
        }
        let pressed = response.is_pointer_button_down_on();
        let hovered = response.hovered();
        let plain = |rest| {
            if pressed {
                t.active
            } else if hovered {
                t.hover
            } else {
                rest
            }
        };
        match rank {
            Rank::Primary => {
                let fill = if pressed || hovered { t.accent_hover } else { t.accent };
                Self { fill, edge: fill, text: t.on_accent }
            }
            Rank::Secondary => Self { fill: plain(t.card), edge: t.line, text: t.text },
            Rank::Outlined => {
                Self { fill: if pressed || hovered { t.accent_bg } else { t.card }, edge: t.accent_line, text: t.accent }
            }
            Rank::Quiet => Self { fill: plain(Color32::TRANSPARENT), edge: Color32::TRANSPARENT, text: t.text_2 },
        }
    }
}

/// A square button of 28 points that is only an icon; its name is also its tooltip. `why_not` disables it, with the reason.
pub fn icon_button(ui: &mut Ui, icon: Icon, name: &str, selected: bool, why_not: Option<&str>) -> Response {
    square(ui, icon, name, selected.then_some(Marked::Selected), why_not)
}

/// The same for what takes something away: its icon is in the colour of errors.
pub fn delete_button(ui: &mut Ui, icon: Icon, name: &str, why_not: Option<&str>) -> Response {
    square(ui, icon, name, Some(Marked::Takes), why_not)
}

/// What sets a square button apart from others.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Marked {
    /// It is on.
    Selected,
    /// It takes something away.
    Takes,
}

fn square(ui: &mut Ui, icon: Icon, name: &str, marked: Option<Marked>, why_not: Option<&str>) -> Response {
    let t = theme::of(ui);
    let selected = marked == Some(Marked::Selected);
    let enabled = why_not.is_none() && ui.is_enabled();
    let sense = if enabled { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(egui::Vec2::splat(theme::HIT), sense);
    response.widget_info(|| {
        if selected {
            WidgetInfo::selected(Role::Button, enabled, true, name)
        } else {
            WidgetInfo::labeled(Role::Button, enabled, name)
        }
    });
    if ui.is_rect_visible(rect) {
        let look = Look::of(Rank::Quiet, &response, enabled, t);
        let (fill, color) = match marked {
            Some(Marked::Selected) => (t.accent_bg, t.accent),
            Some(Marked::Takes) if enabled => (look.fill, t.s_err),
            _ => (look.fill, look.text),
        };
        ui.painter().rect_filled(rect, theme::R2, fill);
        icon.paint(ui.painter(), rect.center(), 16.0, color);
        if response.has_focus() {
            paint::ring(ui.painter(), rect, theme::R2, 1.0, t.accent);
        }
    }
    into_sight(&response);
    if let Some(why) = why_not {
        say_why(&response, why);
    }
    match why_not {
        Some(why_not) => response.on_hover_text(why_not),
        // Shown, but not told again: it is what the button is called already.
        None => response.on_hover_ui(|ui| drop(ui.label(name))),
    }
}

/// Tells screen readers why a button cannot be pressed, which its tooltip tells everybody else.
pub fn say_why(response: &Response, why: &str) {
    response.ctx.accesskit_node_builder(response.id, |node| node.set_description(why));
}

/// What the keyboard comes to is scrolled into sight, once, whichever way it came: by Shift and Tab a control has it only after it
/// was drawn.
pub fn into_sight(response: &Response) {
    if !response.has_focus() {
        return;
    }
    let key = egui::Id::unique("scrolled into sight");
    let before = response.ctx.data_mut(|data| {
        let before = data.get_temp::<egui::Id>(key);
        data.insert_temp(key, response.id);
        before
    });
    if response.gained_focus() || before != Some(response.id) {
        response.scroll_to_me(None);
    }
}

/// Keeps what is open above the dialog that it belongs to. A press that begins and ends in one frame brings the dialog to the top
/// together with what it opens, and what was open before would then stay under it.
pub(super) fn lies_over_dialog(ctx: &Context, layer: LayerId) {
    if !ctx.memory(|memory| memory.is_above_modal_layer(layer)) {
        ctx.move_to_top(layer);
        ctx.request_repaint();
    }
}
