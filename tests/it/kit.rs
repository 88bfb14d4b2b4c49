//! The gallery: every widget, in both themes, by accessible label and as a picture.

use egui::accesskit::Role;
use egui::{Color32, Frame, Id, Rect, Sense, Stroke, Theme, Ui, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use momentboard::analysis::curve::Band;
use momentboard::model::{Kind, Status};
use momentboard::ui::kit::{self, Button, Segment, TextField, marks, paint};
use momentboard::ui::theme::{self, Lift, Tone};
use momentboard::ui::{fonts, icons};

use crate::raster;

/// What the gallery remembers between frames.
#[derive(Default)]
struct Gallery {
    title: String,
    hook: String,
    pressed: Vec<&'static str>,
    view: usize,
    picked: &'static str,
}

const SIZE: [f32; 2] = [760.0, 610.0];

fn gallery(ui: &mut Ui, state: &mut Gallery) {
    let t = theme::of(ui);
    ui.painter().rect_filled(Rect::EVERYTHING, 0.0, t.panel);
    Frame::NONE.inner_margin(12.0).show(ui, |ui| {
        buttons(ui, state);
        ui.add_space(8.0);
        fields(ui, state);
        ui.add_space(8.0);
        words(ui);
        ui.add_space(8.0);
        drawn(ui);
    });
}

fn buttons(ui: &mut Ui, state: &mut Gallery) {
    kit::section(ui, "Controls", "rest, disabled", Some((icons::PLUS, "Add creator")));
    ui.horizontal(|ui| {
        if Button::primary("Apply").icon(icons::TO_BOTTOM).show(ui).clicked() {
            state.pressed.push("Apply");
        }
        if Button::primary("Save").disabled(Some("Nothing has changed")).show(ui).clicked() {
            state.pressed.push("Save");
        }
        Button::secondary("Explain").tooltip("What the rule says").show(ui);
        Button::outlined("Preview fix").icon(icons::EYE).small().show(ui);
        Button::quiet("Accept risk…").small().show(ui);
        kit::icon_button(ui, icons::UNDO, "Undo", false, None);
        kit::icon_button(ui, icons::REDO, "Redo", false, Some("Nothing to redo"));
        kit::icon_button(ui, icons::SIDEBAR, "Sidebar", true, None);
        let counts = [(Tone::Error, 2), (Tone::Warning, 3), (Tone::Hint, 0), (Tone::Accepted, 1)];
        kit::count_pill(ui, &counts, "Clear", "2 errors, 3 warnings, 1 accepted");
        kit::count_pill(ui, &[(Tone::Error, 0)], "Clear", "Nothing open");
    });
    ui.horizontal(|ui| {
        let views = [
            Segment::IconWord(icons::BOARD, "Board"),
            Segment::IconWord(icons::CALENDAR, "Calendar"),
            Segment::IconWord(icons::PRESENT, "Table"),
        ];
        if let Some(view) = kit::segmented(ui, "View", &views, Some(state.view), None) {
            state.view = view;
        }
        let kinds = [Kind::Announcement, Kind::Values, Kind::Community, Kind::Product];
        let shapes = kinds.map(|kind| Segment::Shape(kind, kind.key()));
        kit::segmented(ui, "Kind", &shapes, Some(3), Some(200.0));
        kit::toggle(ui, Some(icons::ENTERTAIN), "Entertain", false, None);
        kit::toggle(ui, Some(icons::INSPIRE), "Inspire", true, None);
    });
}

fn fields(ui: &mut Ui, state: &mut Gallery) {
    ui.horizontal(|ui| {
        TextField::new(Id::unique("title"), "Title").hint("What it is called").width(170.0).show(ui, &mut state.title);
        let mut wrong = "31 Feb".to_owned();
        TextField::new(Id::unique("date"), "Date").tone(Some(Tone::Error)).width(120.0).show(ui, &mut wrong);
        let id = Id::unique("platform");
        let rows = [(icons::INSTAGRAM, "Instagram"), (icons::TIKTOK, "TikTok")];
        let picked = kit::dropdown(ui, id, "Platform", Some(icons::TIKTOK), (state.picked, "None yet"), 150.0, |ui| {
            rows.into_iter()
                .find_map(|(icon, name)| kit::menu_row(ui, Some(icon), name, "", name == state.picked).clicked().then_some(name))
        });
        if let Some(Some(name)) = picked {
            state.picked = name;
        }
    });
    TextField::new(Id::unique("hook"), "Hook").rows(2).width(350.0).show(ui, &mut state.hook);
}

fn words(ui: &mut Ui) {
    ui.horizontal(|ui| {
        for (band, name) in [
            (Band::Strangers, "Strangers"),
            (Band::Introduced, "Introduced"),
            (Band::Trusted, "Trusted"),
            (Band::Committed, "Committed"),
        ] {
            let (rect, _) = ui.allocate_exact_size(vec2(100.0, 18.0), Sense::hover());
            marks::band(ui.painter(), rect.left_center(), band, name, theme::of(ui));
        }
    });
}

fn drawn(ui: &mut Ui) {
    let t = theme::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(720.0, 250.0), Sense::hover());
    let theme = ui.theme();
    let painter = ui.painter();
    painter.rect_filled(rect, 0.0, t.canvas);
    let at = |x: f32, y: f32| rect.min + vec2(x, y);
    for (i, kind) in Kind::ALL.iter().enumerate() {
        marks::kind(painter, at(18.0 + 30.0 * i as f32, 20.0), 22.0, *kind, t);
        marks::marker(painter, at(18.0 + 30.0 * i as f32, 44.0), *kind, t.canvas, t);
    }
    let asks = [
        marks::Ask::Open(Tone::Error),
        marks::Ask::Open(Tone::Warning),
        marks::Ask::Accepted,
        marks::Ask::Ready,
        marks::Ask::Early,
    ];
    for (i, ask) in asks.into_iter().enumerate() {
        marks::ask_marker(painter, at(440.0 + 34.0 * i as f32, 20.0), ask, t.canvas, t);
    }
    for (i, status) in Status::ALL.iter().enumerate() {
        marks::status(painter, at(440.0 + 24.0 * i as f32, 46.0), 12.0, *status, t);
    }
    for (i, name) in ["Maren Solberg", "Tobi Achterberg", "Kwame A"].iter().enumerate() {
        marks::avatar(painter, at(640.0 + 30.0 * i as f32, 24.0), 26.0, i, name);
    }

    let card = Rect::from_min_size(at(10.0, 66.0), vec2(156.0, 104.0));
    paint::shadowed_card(painter, card, theme, Lift::Card, t.card, t.line);
    let title = paint::lines_within(
        painter,
        fonts::CARD_TITLE,
        "The winter I learned to run slowly and then some more",
        t.text,
        140.0,
        2,
    );
    painter.galley(card.min + vec2(8.0, 29.0), title, t.text);
    marks::kind(painter, card.min + vec2(17.0, 16.0), 18.0, Kind::Values, t);
    let y = card.top() + 16.0;
    paint::text_at(painter, card.left() + 31.0, y, fonts::META_B, "Values story", t.kind(Kind::Values));
    let raised = card.translate(vec2(176.0, 0.0));
    paint::shadowed_card(painter, raised, theme, Lift::Raised, t.card, t.line_strong);
    let selected = raised.translate(vec2(176.0, 0.0));
    paint::shadowed_card(painter, selected, theme, Lift::Card, t.card, t.tone(Tone::Error).line);
    paint::ring(painter, selected, theme::R3, 1.0, t.accent);
    marks::selected_dot(painter, selected.right_top(), t);
    let slot = selected.translate(vec2(176.0, 0.0));
    painter.rect_filled(slot, theme::R3, t.accent_bg);
    paint::dashed_rect(painter, slot, theme::R3, Stroke::new(theme::SLOT, t.accent), theme::DASH_SLOT);

    let points: Vec<_> =
        (0..=70_u8).map(|i| at(10.0 + 10.0 * f32::from(i), 232.0 - 36.0 * (f32::from(i) / 22.0).sin().powi(2))).collect();
    let ready = rect.top() + 214.0;
    painter.add(paint::curve_area(&points, rect.top() + 244.0, ready, t.curve_low, t.curve_high));
    let line = [pos2(rect.left() + 10.0, ready), pos2(rect.left() + 710.0, ready)];
    paint::dashed_line(painter, &line, Stroke::new(theme::STEM, t.ready), theme::DASH_READY);
    painter.line(points, Stroke::new(theme::RING, t.curve));
}

fn harness(theme: Theme) -> Harness<'static, Gallery> {
    let state =
        Gallery { picked: "TikTok", hook: "“Use TOBI20. Link in bio.\nOnly this week.”".into(), ..Gallery::default() };
    raster::builder(theme, SIZE).build_ui_state(gallery, state)
}

#[test]
fn every_widget_has_its_name_and_role_in_both_themes() {
    for theme in [Theme::Light, Theme::Dark] {
        let mut harness = harness(theme);
        harness.run();
        for (role, name) in [
            (Role::Button, "Apply"),
            (Role::Button, "Undo"),
            (Role::Button, "2 errors, 3 warnings, 1 accepted"),
            (Role::Button, "Add creator"),
            (Role::RadioGroup, "View"),
            (Role::RadioButton, "Calendar"),
            (Role::RadioButton, "product"),
            (Role::CheckBox, "Inspire"),
            (Role::TextInput, "Title"),
            (Role::MultilineTextInput, "Hook"),
            (Role::ComboBox, "Platform"),
            (Role::Heading, "Controls"),
        ] {
            harness.get_by_role_and_label(role, name);
        }
        assert!(harness.get_by_label("Redo").accesskit_node().is_disabled());
    }
}

#[test]
fn buttons_press_and_disabled_ones_do_not() {
    let mut harness = harness(Theme::Light);
    harness.get_by_label("Apply").click();
    harness.run();
    harness.get_by_label("Save").click();
    harness.run();
    assert_eq!(harness.state().pressed, ["Apply"]);
}

#[test]
fn a_segment_is_chosen_by_keyboard_too() {
    let mut harness = harness(Theme::Light);
    harness.get_by_label("Calendar").click();
    harness.run();
    assert_eq!(harness.state().view, 1);
    // The group is one stop, at what is chosen; the arrows lead on, and choose nothing.
    harness.get_by_label("Calendar").focus();
    harness.run();
    harness.key_press(egui::Key::ArrowRight);
    harness.run();
    assert!(harness.get_by_label("Table").is_focused());
    assert_eq!(harness.state().view, 1);
    harness.key_press(egui::Key::Space);
    harness.run();
    assert_eq!(harness.state().view, 2);
}

#[test]
fn a_field_takes_text_and_a_menu_takes_a_choice() {
    let mut harness = harness(Theme::Light);
    harness.get_by_label("Title").focus();
    harness.run();
    harness.get_by_label("Title").type_text("Why I said yes");
    harness.run();
    assert_eq!(harness.state().title, "Why I said yes");
    harness.get_by_role_and_label(Role::ComboBox, "Platform").click();
    harness.run();
    harness.get_by_label("Instagram").click();
    harness.run();
    assert_eq!(harness.state().picked, "Instagram");
}

#[test]
fn the_gallery_looks_as_it_did() {
    for (theme, name) in [(Theme::Light, "kit-light"), (Theme::Dark, "kit-dark")] {
        let mut harness = harness(theme);
        harness.get_by_label("Title").focus();
        harness.run();
        raster::assert_golden(&mut harness, name);
    }
}

#[test]
fn the_renderer_blends_and_clips() {
    let mut harness: Harness<'_, ()> = raster::builder(Theme::Light, [40.0, 20.0]).build_ui_state(
        |ui, ()| {
            let painter = ui.ctx().layer_painter(egui::LayerId::background());
            painter.rect_filled(Rect::from_min_max(pos2(0.0, 0.0), pos2(40.0, 20.0)), 0.0, Color32::WHITE);
            let left = painter.with_clip_rect(Rect::from_min_max(pos2(0.0, 0.0), pos2(20.0, 20.0)));
            left.rect_filled(Rect::from_min_max(pos2(10.0, 0.0), pos2(40.0, 20.0)), 0.0, Color32::from_black_alpha(128));
        },
        (),
    );
    let picture = harness.render().unwrap();
    assert_eq!(picture.get_pixel(5, 10).0, [255; 4]);
    assert_eq!(picture.get_pixel(15, 10).0, [127, 127, 127, 255]);
    assert_eq!(picture.get_pixel(30, 10).0, [255; 4], "outside the clip rectangle");
}
