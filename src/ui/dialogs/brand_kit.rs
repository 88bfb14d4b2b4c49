//! The brand kit: logo, cover, fonts, colours and words that decks take from the brand, with the first pages beside them.
//!
//! Every change is a step of the plan at once, so that undo takes it back; the dialog keeps only what is being typed.

use std::sync::Arc;

use egui::{Align, Id, Image, Label, Layout, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use crate::edit::{CampaignChange, Edit, MergeKey, Step};
use crate::model::{BrandFont, BrandKit, Campaign, Colour, PictureId};
use crate::share::encode::shorten;
use crate::share::kit::Colours;
use crate::share::scene::Rgb;
use crate::share::{self, Look};
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::kit::{self, Button, TextField, paint};
use crate::ui::share::{Preview, Wanted, first_pages};
use crate::ui::theme::{self, Tone, space};
use crate::ui::typed;
use crate::ui::view::{Action, Actions, Cx};
use crate::words::brand_kit as say;

use super::Dialog;

/// Width of the dialog, in points.
const WIDTH: f32 = 860.0;
/// Width of the fields where the pages stand beside them, in points.
const FIELDS: f32 = 440.0;
/// Width of the names before the fields, in points.
const NAMES: f32 = 112.0;
/// Room for one button at the end of a row, and for both of them, in points.
const BUTTON: f32 = 84.0;
const BUTTONS: f32 = 156.0;
/// Most of what was typed as a colour that is said again.
const LONGEST_TYPED: usize = 24;
/// Size of a picture in its row, in points.
const THUMB: egui::Vec2 = vec2(40.0, 26.0);

/// A file that the brand kit is read from, or written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KitFile {
    /// The logo.
    Logo,
    /// The picture of the cover.
    Cover,
    /// The font of titles and headings.
    Heading,
    /// The font of everything else.
    Body,
    /// A whole kit, to be used here.
    Load,
    /// This kit, to be used elsewhere.
    Save,
}

/// What is being typed: colours that are none yet.
#[derive(Clone, Debug, Default)]
pub struct BrandKitDraft {
    colours: [Option<String>; 3],
}

/// Sets one field of a kit, or leaves it unset.
type Setter<T> = fn(&mut BrandKit, Option<T>);

/// What was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BrandKitAnswer {
    /// It is as it is to be.
    Close,
    /// A file is to be chosen; the dialog stays.
    Pick(KitFile),
}

/// The kit of a plan with a change, as a step of its own.
#[must_use]
pub fn kit_step(campaign: &Campaign, label: &str, change: impl FnOnce(&mut BrandKit)) -> Step {
    Step::new(label, vec![kit_edit(campaign, change)])
}

/// The edit that changes the kit of a plan. A kit in which nothing is left is none.
#[must_use]
pub fn kit_edit(campaign: &Campaign, change: impl FnOnce(&mut BrandKit)) -> Edit {
    let mut kit = campaign.brand_kit.as_deref().cloned().unwrap_or_default();
    change(&mut kit);
    let kit = (!kit.is_empty()).then(|| Arc::new(kit));
    Edit::SetCampaign { change: Box::new(CampaignChange::BrandKit(kit)) }
}

/// Draws the dialog. Escape closes it; what was changed stays changed, but for what is being typed.
pub fn brand_kit_ui(
    cx: &Cx<'_>,
    draft: &mut BrandKitDraft,
    preview: &Preview,
    ui: &mut Ui,
    wanted: &mut Vec<Wanted>,
    out: &mut Actions,
) -> Option<BrandKitAnswer> {
    let none = BrandKit::default();
    let brand = cx.campaign.brand_kit.as_deref().unwrap_or(&none);
    let room = (ui.ctx().content_rect().height() - 190.0).clamp(160.0, 560.0);
    let mut remove = false;
    let answer = Dialog::filled("brand kit dialog", say::title(), WIDTH).show(
        ui.ctx(),
        |ui| {
            let beside = ui.available_width() > FIELDS + 200.0;
            let width = if beside { FIELDS } else { ui.available_width() };
            let mut answer = None;
            // It is as large from the first frame on as once the pages are there: nothing moves under the pointer.
            let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), room), Sense::hover());
            let left = rect.with_max_x(rect.left() + width);
            scrolled(ui, "brand kit fields", left, |ui| {
                ui.set_max_width(width - space::XL);
                ui.spacing_mut().item_spacing.y = space::L;
                answer = fields(cx, brand, draft, ui, out);
            });
            if beside {
                scrolled(ui, "brand kit pages", rect.with_min_x(left.right() + space::DIALOG), |ui| {
                    ui.set_max_width(ui.available_width() - space::L);
                    first_pages(ui, preview, wanted);
                });
            }
            answer
        },
        |ui| {
            let mut answer = Button::primary(say::done()).show(ui).clicked().then_some(BrandKitAnswer::Close);
            let empty = brand.is_empty().then_some(say::nothing_to_save());
            if Button::secondary(say::save_kit()).disabled(empty).show(ui).clicked() {
                answer = Some(BrandKitAnswer::Pick(KitFile::Save));
            }
            if Button::secondary(say::load_kit()).show(ui).clicked() {
                answer = Some(BrandKitAnswer::Pick(KitFile::Load));
            }
            if !brand.is_empty() && Button::quiet(say::remove_kit()).show(ui).clicked() {
                remove = true;
            }
            answer
        },
    );
    if remove {
        *draft = BrandKitDraft::default();
        let edit = Edit::SetCampaign { change: Box::new(CampaignChange::BrandKit(None)) };
        out.push(Action::Edit(Step::new(say::step_remove_kit(), vec![edit])));
    }
    answer.map(|answer| answer.unwrap_or(BrandKitAnswer::Close))
}

/// A part of the dialog that scrolls within its place.
fn scrolled(ui: &mut Ui, name: &str, place: Rect, content: impl FnOnce(&mut Ui)) {
    let mut child = ui.new_child(UiBuilder::new().id_salt(name).max_rect(place).layout(Layout::top_down(Align::Min)));
    child.set_clip_rect(place.expand(space::S).intersect(ui.clip_rect()));
    let area = ScrollArea::vertical().id_salt(name).max_height(place.height()).min_scrolled_height(place.height());
    area.auto_shrink([false, false]).show(&mut child, |ui| {
        kit::scroll_by_keys(ui);
        content(ui);
    });
}

fn fields(cx: &Cx<'_>, brand: &BrandKit, draft: &mut BrandKitDraft, ui: &mut Ui, out: &mut Actions) -> Option<BrandKitAnswer> {
    let mut answer = None;
    note(ui, say::text());
    for (name, id, file) in [(say::logo(), brand.logo, KitFile::Logo), (say::cover(), brand.cover, KitFile::Cover)] {
        answer = picture_row(cx, ui, name, id, file, out).or(answer);
    }
    let fonts = [(say::heading_font(), &brand.heading, KitFile::Heading), (say::body_font(), &brand.body, KitFile::Body)];
    for (name, font, file) in fonts {
        answer = font_row(cx, ui, name, font.as_deref(), file, out).or(answer);
    }
    let colours: [(&str, Option<Colour>, Setter<Colour>); 3] = [
        (say::accent(), brand.accent, |kit, colour| kit.accent = colour),
        (say::paper(), brand.paper, |kit, colour| kit.paper = colour),
        (say::ink(), brand.ink, |kit, colour| kit.ink = colour),
    ];
    for ((name, colour, set), typed) in colours.into_iter().zip(&mut draft.colours) {
        colour_row(cx, ui, name, colour, set, typed, out);
    }
    for notice in Colours::of(brand).notices {
        warning(ui, &notice);
    }
    let texts: [(&str, &str, Option<&String>, Setter<String>); 2] = [
        (say::footer(), say::footer_hint(), brand.footer.as_ref(), |kit, text| kit.footer = text),
        (say::prepared_by(), say::prepared_by_hint(), brand.prepared_by.as_ref(), |kit, text| kit.prepared_by = text),
    ];
    for (name, hint, text, set) in texts {
        row(ui, name, |ui| {
            let mut written = text.cloned().unwrap_or_default();
            let id = Id::unique(("brand kit", name));
            let field = TextField::new(id, name).hint(hint).show(ui, &mut written);
            let merge = MergeKey::Campaign(name_key(name));
            typed::follow(&field, merge, out);
            if field.changed() {
                let edit = kit_edit(cx.campaign, |kit| set(kit, (!written.is_empty()).then_some(written)));
                out.push(Action::Edit(Step::typing(say::step_words(), edit, merge)));
            }
            typed::end(&field, merge, out);
        });
    }
    answer
}

/// Typing in one field is one step, in another the next.
fn name_key(name: &str) -> &'static str {
    if name == say::footer() { "brand_kit.footer" } else { "brand_kit.prepared_by" }
}

fn note(ui: &mut Ui, text: &str) {
    let t = theme::of(ui);
    ui.add(Label::new(fonts::BODY.rich(text).color(t.text_2)).wrap());
}

fn warning(ui: &mut Ui, text: &str) {
    let color = theme::of(ui).tone(Tone::Warning).text;
    let label = ui.add(Label::new(fonts::BODY.rich(text).color(color)).wrap());
    label.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
}

fn row(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui)) {
    let t = theme::of(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        let left = ui.cursor().left();
        ui.add(Label::new(fonts::BODY.rich(name).color(t.text_2)));
        ui.add_space((left + NAMES - ui.cursor().left()).max(0.0));
        content(ui);
    });
}

/// A row with what was taken from a file, after what `before` draws of it, and the buttons: choose another, or go without.
/// Returns what was pressed.
fn file_row(ui: &mut Ui, name: &str, shown: &str, is_set: bool, before: impl FnOnce(&mut Ui)) -> (bool, bool) {
    let t = theme::of(ui);
    let mut pressed = (false, false);
    row(ui, name, |ui| {
        before(ui);
        let width = (ui.available_width() - if is_set { BUTTONS } else { BUTTON }).max(40.0);
        ui.allocate_ui_with_layout(vec2(width, theme::FIELD), Layout::left_to_right(Align::Center), |ui| {
            ui.set_width(width);
            ui.add(Label::new(fonts::BODY.rich(shown).color(if is_set { t.text } else { t.text_3 })).truncate());
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let choose = Button::secondary(say::choose()).small().named(&say::choose_for(name)).show(ui).clicked();
            let remove = is_set && Button::quiet(say::remove()).small().named(&say::remove_of(name)).show(ui).clicked();
            pressed = (choose, remove);
        });
    });
    pressed
}

fn picture_row(
    cx: &Cx<'_>,
    ui: &mut Ui,
    name: &str,
    id: Option<PictureId>,
    file: KitFile,
    out: &mut Actions,
) -> Option<BrandKitAnswer> {
    let shown = id.and_then(|id| cx.campaign.picture(id)).map_or(say::none(), |picture| picture.name.as_str());
    let (choose, remove) = file_row(ui, name, shown, id.is_some(), |ui| {
        let Some(id) = id else { return };
        let (place, _) = ui.allocate_exact_size(THUMB, Sense::hover());
        let Some(texture) = cx.pictures.get(id) else {
            if cx.pictures.lacks(id) {
                out.push(Action::NeedPicture(id));
            }
            return;
        };
        let size = texture.size_vec2();
        let scale = (place.width() / size.x).min(place.height() / size.y);
        Image::new(texture).paint_at(ui, Rect::from_center_size(place.center(), size * scale));
    });
    if remove {
        let step = kit_step(cx.campaign, say::step_picture(), |kit| match file {
            KitFile::Logo => kit.logo = None,
            _ => kit.cover = None,
        });
        out.push(Action::Edit(step));
    }
    choose.then_some(BrandKitAnswer::Pick(file))
}

fn font_row(
    cx: &Cx<'_>,
    ui: &mut Ui,
    name: &str,
    font: Option<&BrandFont>,
    file: KitFile,
    out: &mut Actions,
) -> Option<BrandKitAnswer> {
    let shown = font.map_or(say::inter(), |font| font.family.as_str());
    let (choose, remove) = file_row(ui, name, shown, font.is_some(), |_| {});
    if remove {
        let step = kit_step(cx.campaign, say::step_font(), |kit| match file {
            KitFile::Heading => kit.heading = None,
            _ => kit.body = None,
        });
        out.push(Action::Edit(step));
    }
    choose.then_some(BrandKitAnswer::Pick(file))
}

fn colour_row(
    cx: &Cx<'_>,
    ui: &mut Ui,
    name: &str,
    colour: Option<Colour>,
    set: Setter<Colour>,
    typed: &mut Option<String>,
    out: &mut Actions,
) {
    let mut change = |colour: Option<Colour>| {
        let edit = kit_edit(cx.campaign, |kit| set(kit, colour));
        // Dragging through the picker is one step.
        out.push(Action::Edit(Step::typing(say::step_colour(), edit, MergeKey::Campaign(colour_key(name)))));
    };
    let mut unusable = None;
    row(ui, name, |ui| {
        // Where the brand has none of its own, ours is what one begins from.
        let usual = usual_colour(name);
        let shown = colour.unwrap_or(usual);
        let mut rgb = [shown.0, shown.1, shown.2];
        let picker = ui.color_edit_button_srgb(&mut rgb);
        picker.widget_info(|| WidgetInfo::labeled(Role::ColorWell, true, say::pick_colour(name)));
        if picker.has_focus() {
            paint::ring(ui.painter(), picker.rect, theme::R2, 1.0, theme::of(ui).accent);
        }
        kit::into_sight(&picker);
        if picker.changed() {
            *typed = None;
            change(Some(Colour(rgb[0], rgb[1], rgb[2])));
        }
        let mut text = typed.clone().unwrap_or_else(|| colour.map(|colour| colour.to_string()).unwrap_or_default());
        let wrong = !text.trim().is_empty() && Colour::parse(&text).is_none();
        let id = Id::unique(("brand colour", name));
        let hint = usual.to_string();
        let field = TextField::new(id, name).hint(&hint).width(120.0).tone(wrong.then_some(Tone::Error));
        let field = field.show(ui, &mut text);
        if field.changed() {
            match (text.trim().is_empty(), Colour::parse(&text)) {
                (true, _) => change(None),
                (false, Some(colour)) => change(Some(colour)),
                (false, None) => {}
            }
            *typed = Some(text.clone());
        } else if field.lost_focus() && !wrong {
            // Once it is a colour it is shown as all of them are.
            *typed = None;
        }
        unusable = wrong.then_some(text);
        if colour.is_some() && kit::icon_button(ui, icons::CLOSE, &say::remove_of(name), false, None).clicked() {
            *typed = None;
            change(None);
        }
    });
    if let Some(text) = unusable {
        // What was typed stays in the field until it is a colour; what it is to be, and what holds until then, is said.
        let text = shorten(&text, LONGEST_TYPED);
        warning(ui, &colour.map_or_else(|| say::not_a_colour(&text), |colour| say::not_a_colour_yet(&text, colour)));
    }
}

/// The colour of pages without a brand.
fn usual_colour(name: &str) -> Colour {
    let look = Look::of(share::Tone::Light);
    let Rgb(red, green, blue) = if name == say::accent() {
        look.accent
    } else if name == say::paper() {
        look.canvas
    } else {
        look.text
    };
    Colour(red, green, blue)
}

fn colour_key(name: &str) -> &'static str {
    if name == say::accent() {
        "brand_kit.accent"
    } else if name == say::paper() {
        "brand_kit.paper"
    } else {
        "brand_kit.ink"
    }
}
