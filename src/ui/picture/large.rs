//! A picture as large as the window lets it be, with what it belongs to below it. The arrow keys lead through the pictures of
//! the lane, Escape leads back.

use egui::{
    Align, CornerRadius, EventFilter, Frame, Id, Key, Layout, Modal, Modifiers, Rect, Role, Sense, Stroke, TextureHandle, Ui,
    UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};

use super::{Around, Fit, textured, title_of};
use crate::model::shown::shown;
use crate::model::{Moment, MomentId, Picture};
use crate::ui::board::when_text;
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::kit::{self, paint};
use crate::ui::theme::{self, Lift, R3, R5, space};
use crate::ui::view::Cx;
use crate::words::{self, moment_picture as say, window};

/// Around the panel, in points.
const MARGIN: f32 = 32.0;
/// Height of what stands below the picture, in points.
const FOOTER: f32 = 56.0;
/// Least sides of the panel, in a window however small.
const LEAST: Vec2 = vec2(160.0, 120.0);

/// What is looked at.
#[derive(Clone, Debug)]
pub struct PictureView {
    /// The moment whose picture it is.
    pub moment: MomentId,
    around: Around,
}

impl PictureView {
    /// Begins with the picture of that moment.
    #[must_use]
    pub fn new(moment: MomentId) -> Self {
        Self { moment, around: Around::default() }
    }
}

/// What was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureAnswer {
    /// Back to the plan.
    Close,
    /// The picture of another moment.
    Show(MomentId),
}

/// How far the large picture is.
#[derive(Clone, Copy)]
pub enum Large<'a> {
    /// Here it is.
    There(&'a TextureHandle),
    /// It is on its way.
    Coming,
    /// It cannot be read.
    Broken,
}

/// Draws the picture of a moment over the window. A moment that has none any more is left.
pub fn picture_ui(cx: &Cx<'_>, view: &mut PictureView, large: Large<'_>, ui: &Ui) -> Option<PictureAnswer> {
    let found = cx.index.moment(cx.campaign, view.moment);
    let picture = found.and_then(|(_, moment)| moment.image).and_then(|id| cx.campaign.picture(id));
    let (Some((lane, moment)), Some(picture)) = (found, picture) else { return Some(PictureAnswer::Close) };
    view.around.follow(cx.campaign, cx.index, cx.sieve, view.moment);
    let ctx = ui.ctx();
    let t = cx.tokens;
    let theme_now = ctx.theme();
    let name = say::view_named(title_of(moment));
    let frame = Frame::NONE
        .fill(t.panel)
        .stroke(Stroke::new(theme::EDGE, t.line))
        .corner_radius(CornerRadius::same(R5))
        .shadow(theme::shadow(theme_now, Lift::Modal));
    let area = Modal::default_area(Id::unique("large picture")).accessible_name(&name);
    let modal = Modal::new(Id::unique("large picture")).area(area).backdrop_color(theme::backdrop(theme_now)).frame(frame);
    // In a high window most pictures would leave the panel empty above and below.
    let room = (ctx.content_rect().size() - Vec2::splat(2.0 * MARGIN)).max(LEAST);
    let size = vec2(room.x, room.y.min(room.x + FOOTER));
    let whose = lane.map_or(window::in_the_tray(), |lane| cx.campaign.lane_name(lane));
    let modal = kit::show_modal(ctx, modal, |ui| {
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let ground = rect.with_max_y(rect.bottom() - FOOTER).shrink(space::L);
        seen(cx, ui, ground, moment, picture, large);
        let foot = Rect::from_min_max(pos2(rect.left(), rect.bottom() - FOOTER), rect.max);
        footer(cx, ui, foot, (view, moment, picture, whose))
    });
    let by = step(ui);
    let stepped = view.around.beside(view.moment, by).filter(|_| by != 0);
    let to = modal.inner.or(stepped.map(PictureAnswer::Show));
    to.or_else(|| modal.should_close().then_some(PictureAnswer::Close))
}

/// The picture itself: a stop for the keyboard, where the arrows lead to the other pictures.
fn seen(cx: &Cx<'_>, ui: &Ui, place: Rect, moment: &Moment, picture: &Picture, large: Large<'_>) {
    let t = cx.tokens;
    let response = ui.interact(place, ui.scope_id().with("seen"), Sense::focusable_noninteractive());
    let round = CornerRadius::same(R3);
    let label = match large {
        Large::There(texture) => {
            textured(ui.painter(), place, texture, Fit::Whole, round);
            window::picture_of(title_of(moment))
        }
        Large::Coming => {
            // What the card shows is the same picture, only not as sharp.
            match cx.pictures.get(picture.id) {
                Some(small) => textured(ui.painter(), place, small, Fit::Whole, round),
                None => drop(ui.painter().rect_filled(place, round, t.sunken)),
            }
            window::picture_pending(shown(&picture.name))
        }
        Large::Broken => {
            super::broken(ui.painter(), place, round, t);
            let said = say::broken(shown(&picture.name));
            let room = (place.width() - 40.0).max(60.0);
            let text = paint::lines_within(ui.painter(), fonts::BODY, &said, t.text_2, room, 3);
            ui.painter().galley(pos2(place.center().x - text.size().x / 2.0, place.center().y + 36.0), text, t.text_2);
            said
        }
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &label));
    if response.has_focus() {
        paint::ring(ui.painter(), place, R3, 2.0, t.accent);
    }
    let focused = ui.memory(egui::Memory::focused);
    if focused.is_none() {
        response.request_focus();
    }
    // The arrows lead from picture to picture, not from button to button: Tab does that.
    let arrows = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    let held = focused.unwrap_or(response.id);
    ui.memory_mut(|memory| memory.set_focus_lock_filter(held, arrows));
}

/// By how many pictures the keys lead on.
fn step(ui: &Ui) -> isize {
    ui.input_mut(|input| {
        let on = input.consume_key(Modifiers::NONE, Key::ArrowRight);
        let back = input.consume_key(Modifiers::NONE, Key::ArrowLeft);
        isize::from(on) - isize::from(back)
    })
}

/// What it is a picture of, and the ways on.
fn footer(
    cx: &Cx<'_>,
    ui: &mut Ui,
    line: Rect,
    (view, moment, picture, whose): (&PictureView, &Moment, &Picture, &str),
) -> Option<PictureAnswer> {
    let t = cx.tokens;
    let mut answer = None;
    let inner = line.shrink2(vec2(space::L, 0.0));
    let layout = Layout::right_to_left(Align::Center);
    let mut right = ui.new_child(UiBuilder::new().id_salt("large picture ways").max_rect(inner).layout(layout));
    right.spacing_mut().item_spacing.x = space::S;
    if kit::icon_button(&mut right, icons::CLOSE, window::close(), false, None).clicked() {
        answer = Some(PictureAnswer::Close);
    }
    let (at, of) = view.around.place(view.moment).unwrap_or((1, 1));
    if of > 1 {
        for (icon, name, why, by) in [
            (icons::CARET_RIGHT, say::after(), say::last_already(), 1),
            (icons::CARET_LEFT, say::before(), say::first_already(), -1),
        ] {
            let to = view.around.beside(view.moment, by);
            let why = to.is_none().then_some(why);
            if kit::icon_button(&mut right, icon, name, false, why).clicked() {
                answer = to.map(PictureAnswer::Show);
            }
        }
        let place = say::place(at, of);
        let galley = paint::line(right.painter(), fonts::META, &place, t.text_2);
        let (rect, said) = right.allocate_exact_size(galley.size() + vec2(space::L, 0.0), Sense::hover());
        said.widget_info(|| WidgetInfo::labeled(Role::Label, true, &place));
        right.painter().galley(rect.min, galley, t.text_2);
    }
    let room = (right.min_rect().left() - inner.left() - space::XL).max(40.0);
    let title = paint::line_within(ui.painter(), fonts::UI_B, title_of(moment), t.text, room);
    ui.painter().galley(pos2(inner.left(), line.top() + 10.0), title, t.text);
    let file = words::dotted(shown(&picture.name), say::size(picture.width, picture.height));
    let facts = words::dotted(words::dotted(whose, when_text(cx.campaign, cx.years(), moment.when)), &file);
    let facts = paint::line_within(ui.painter(), fonts::META, &facts, t.text_2, room);
    ui.painter().galley(pos2(inner.left(), line.top() + 31.0), facts, t.text_2);
    answer
}
