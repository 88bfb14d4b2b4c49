//! Texts that are read from right to left, in the window: where their letters are painted, and where the cursor stands in them.
//!
//! What is compared are the drawings of letters, from left to right on the screen.

use std::sync::Arc;

use egui::epaint::Shape;
use egui::epaint::text::{FallbackRequest, FontInsert, FontPriority, InsertFontFamily};
use egui::{Event, FontData, Galley, Id, Key, Modifiers, Pos2, Theme, Ui, vec2};
use egui_kittest::{Harness, HarnessBuilder};
use momentboard::app::App;
use momentboard::model::{Campaign, PlanId};
use momentboard::share::scene::Fonts;
use momentboard::store::demo;
use momentboard::ui::{fonts, kit, theme};

use crate::app_window::{Window, rim, select};
use crate::raster;

/// The fonts that are shipped for pages: what a window has where the system has none.
pub fn shipped(request: &FallbackRequest<'_>) -> Option<FontInsert> {
    let sign = request.cluster.chars().next()?;
    let (name, bytes) = match sign {
        '\u{AC00}'..='\u{D7A3}' => ("Korean", include_bytes!("../fixtures/fonts/korean.otf").as_slice()),
        sign => Fonts::shipped_with(sign)?,
    };
    let families = vec![InsertFontFamily { family: request.family.clone(), priority: FontPriority::Lowest }];
    Some(FontInsert { name: name.to_owned(), data: FontData::from_static(bytes), families })
}

pub fn builder<S>(size: [f32; 2]) -> HarnessBuilder<S> {
    builder_in(Theme::Light, size)
}

/// The same in those colours.
pub fn builder_in<S>(theme: Theme, size: [f32; 2]) -> HarnessBuilder<S> {
    raster::builder(theme, size).with_max_steps(60).with_context_setup(|ctx| {
        theme::install(ctx);
        ctx.add_font_provider(Arc::new(shipped));
    })
}

/// Every text that is painted.
pub fn painted<S>(harness: &Harness<'_, S>) -> Vec<(Pos2, Arc<Galley>)> {
    fn collect(shape: &Shape, found: &mut Vec<(Pos2, Arc<Galley>)>) {
        match shape {
            Shape::Text(text) => found.push((text.pos, Arc::clone(&text.galley))),
            Shape::Vec(shapes) => shapes.iter().for_each(|shape| collect(shape, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    harness.output().shapes.iter().for_each(|clipped| collect(&clipped.shape, &mut found));
    found
}

/// The letters of each row of a text as they are drawn, from left to right.
fn rows(galley: &Galley) -> Vec<String> {
    let row = |row: &egui::epaint::text::PlacedRow| {
        let mut letters: Vec<_> = row
            .glyphs
            .iter()
            .filter(|glyph| !glyph.uv_rect.is_nothing())
            .map(|glyph| {
                let first = glyph.first_vertex as usize;
                let corners = &row.visuals.mesh.vertices[first..first + 4];
                (corners.iter().map(|corner| corner.pos.x).sum::<f32>() / 4.0, glyph.chr)
            })
            .collect();
        letters.sort_by(|(a, _), (b, _)| a.total_cmp(b));
        letters.into_iter().map(|(_, letter)| letter).collect()
    };
    galley.rows.iter().map(row).collect()
}

/// How a text is drawn that stands somewhere in the window.
fn drawn<S>(harness: &Harness<'_, S>, text: &str) -> Vec<String> {
    let found = painted(harness).into_iter().find(|(_, galley)| galley.text() == text);
    rows(&found.unwrap_or_else(|| panic!("{text} is painted")).1)
}

/// A label of that width.
fn label(text: &'static str, width: f32, cut: bool) -> Harness<'static> {
    let show = move |ui: &mut Ui| {
        ui.set_max_width(width);
        let label = egui::Label::new(fonts::BODY.rich(text)).selectable(false);
        ui.add(if cut { label.truncate() } else { label.wrap() });
    };
    let mut harness = builder([600.0, 200.0]).build_ui(show);
    harness.run();
    harness
}

/// The letters without spaces, the last one first.
fn turned(text: &str) -> String {
    text.chars().rev().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn words_and_letters_run_from_the_right() {
    for text in ["שלום עולם יפה", "אבא ואמא", "حملة الخريف"] {
        assert_eq!(drawn(&label(text, 500.0, false), text), [turned(text)], "{text}");
    }
}

#[test]
fn numbers_names_and_brackets_of_the_other_direction_stay_as_they_are() {
    for (text, seen) in [
        ("מבצע 2026 בתל אביב", "ביבאלתב2026עצבמ"),
        ("הנחה (30%) ב-Nordlicht Café", "NordlichtCafé-ב)30%(החנה"),
        ("Launch with שלום עולם on 5 October", "Launchwithםלועםולשon5October"),
        ("حملة ٢٠٢٦ الآن", "نآلا٢٠٢٦ةلمح"),
    ] {
        let harness = label(text, 500.0, false);
        // A ligature is drawn once, and says the first of its letters.
        let seen = seen.replace("آل", "ل");
        assert_eq!(drawn(&harness, text), [seen], "{text}");
    }
}

#[test]
fn the_digits_of_an_arabic_number_stand_from_the_left() {
    let text = "حملة ٢٠١٩ الآن";
    let harness = label(text, 500.0, false);
    let of = |harness: &Harness<'_>, text: &str| {
        let (_, galley) = painted(harness).into_iter().find(|(_, galley)| galley.text() == text).unwrap();
        let mut digits: Vec<_> = galley.rows[0].glyphs.iter().filter(|glyph| ('٠'..='٩').contains(&glyph.chr)).copied().collect();
        digits.sort_by(|a, b| a.pos.x.total_cmp(&b.pos.x));
        digits.into_iter().map(|glyph| glyph.uv_rect.min).collect::<Vec<_>>()
    };
    let drawn = of(&harness, text);
    let alone: Vec<_> = ["٢", "٠", "١", "٩"]
        .into_iter()
        .map(|digit| {
            let format = fonts::BODY.format(egui::Color32::BLACK);
            let job = egui::text::LayoutJob::single_section(digit.to_owned(), format);
            harness.ctx.fonts_mut(|fonts| fonts.layout_job(job)).rows[0].glyphs[0].uv_rect.min
        })
        .collect();
    assert_eq!(drawn, alone, "the drawings themselves, not what they say");
}

#[test]
fn a_long_name_shows_its_beginning_until_somebody_writes_in_it() {
    let text = "הסרט הראשון של המסע הארוך שלנו אל הים ובחזרה הביתה בסתיו הזה";
    let mut harness = field(text);
    let seen = drawn(&harness, text);
    assert!(seen[0].starts_with('…') && seen[0].ends_with("טרסה"), "{seen:?}");
    let (_, right) = ends(&harness);
    click(&mut harness, right - vec2(1.0, 0.0));
    types(&mut harness, "!");
    assert_eq!(*harness.state(), format!("!{text}"));
}

#[test]
fn each_row_is_read_by_itself_and_ends_where_the_longest_ends() {
    let text = "הסרט הראשון של Nordlicht יוצא ביום חמישי";
    let harness = label(text, 150.0, false);
    let seen = drawn(&harness, text);
    assert_eq!(seen.len(), 2, "{seen:?}");
    let (_, galley) = painted(&harness).into_iter().find(|(_, galley)| galley.text() == text).unwrap();
    assert_eq!(galley.rows.iter().map(|row| row.glyphs.len()).sum::<usize>(), text.chars().count(), "a place for every letter");
    assert!(seen[0].ends_with("ןושארהטרסה"), "the first row begins at the right: {seen:?}");
    assert!(seen[1].starts_with("ישימח"), "the last row ends at the left: {seen:?}");
    let right = |row: &egui::epaint::text::PlacedRow| row.pos.x + row.visuals.mesh_bounds.right();
    assert!((right(&galley.rows[0]) - right(&galley.rows[1])).abs() < 8.0, "both rows begin at the right edge");
}

#[test]
fn what_is_cut_is_the_end() {
    let text = "שלום עולם יפה וגם ארוך מאוד";
    let seen = drawn(&label(text, 60.0, true), text);
    assert!(seen[0].starts_with('…') && seen[0].ends_with("םולש"), "{seen:?}");
}

#[test]
fn other_texts_are_painted_as_egui_lays_them_out() {
    let text = "Café – „Ж Ω“ 日本語 🎉";
    let harness = label(text, 500.0, false);
    let (_, galley) = painted(&harness).into_iter().find(|(_, galley)| galley.text() == text).unwrap();
    let same = harness.ctx.fonts_mut(|fonts| fonts.layout_job((*galley.job).clone()));
    assert!(Arc::ptr_eq(&galley, &same), "it is the very same");
}

fn field(text: &str) -> Harness<'static, String> {
    let show = |ui: &mut Ui, text: &mut String| {
        kit::TextField::new(Id::unique("field"), "Name").width(300.0).show(ui, text);
    };
    let mut harness = builder([400.0, 100.0]).build_ui_state(show, text.to_owned());
    harness.run();
    harness
}

/// Where the text of a field begins and ends, from left to right, in the middle of its height.
fn ends(harness: &Harness<'static, String>) -> (Pos2, Pos2) {
    let text = harness.state();
    let (at, galley) = painted(harness).into_iter().find(|(_, galley)| galley.text() == text).unwrap();
    let bounds = galley.mesh_bounds.translate(at.to_vec2());
    (bounds.left_center(), bounds.right_center())
}

fn click(harness: &mut Harness<'static, String>, at: Pos2) {
    harness.hover_at(at);
    harness.run();
    for pressed in [true, false] {
        let button = egui::PointerButton::Primary;
        harness.event(Event::PointerButton { pos: at, button, pressed, modifiers: Modifiers::NONE });
        harness.run();
    }
}

fn types(harness: &mut Harness<'static, String>, letters: &str) {
    harness.event(Event::Text(letters.to_owned()));
    harness.run();
}

#[test]
fn a_click_puts_the_cursor_beside_the_letter_under_it() {
    let text = "שלום עולם";
    for (right, typed) in [(true, "!שלום עולם"), (false, "שלום עולם!")] {
        let mut harness = field(text);
        let (left_end, right_end) = ends(&harness);
        // A first click brings the keyboard, the second one is meant.
        for _ in 0..2 {
            let at = if right { right_end - vec2(1.0, 0.0) } else { left_end + vec2(1.0, 0.0) };
            click(&mut harness, at);
        }
        types(&mut harness, "!");
        assert_eq!(harness.state(), typed);
    }
}

#[test]
fn the_arrow_keys_go_where_they_point() {
    let mut harness = field("שלום");
    let (_, right) = ends(&harness);
    click(&mut harness, right - vec2(1.0, 0.0));
    harness.key_press(Key::Home);
    harness.key_press(Key::ArrowLeft);
    harness.run();
    types(&mut harness, "א");
    assert_eq!(harness.state(), "שאלום", "left of the first letter");
    harness.key_press(Key::ArrowRight);
    harness.run();
    types(&mut harness, "ב");
    assert_eq!(harness.state(), "שבאלום", "and back");
}

#[test]
fn the_cursor_stands_behind_what_was_typed_last() {
    let mut harness = field("");
    click(&mut harness, egui::pos2(60.0, 20.0));
    for letter in "שלום".chars() {
        types(&mut harness, &letter.to_string());
    }
    let (left, right) = ends(&harness);
    assert!(right.x > 280.0, "the text stands at the right edge");
    let cursor = harness.output().shapes.iter().find_map(|clipped| match &clipped.shape {
        Shape::LineSegment { points, .. } if (points[0].x - points[1].x).abs() < f32::EPSILON => Some(points[0].x),
        _ => None,
    });
    let cursor = cursor.expect("a cursor is painted");
    assert!((cursor - left.x).abs() < 3.0, "the cursor is at {cursor}, the text from {left} to {right}");
}

#[test]
fn selecting_all_of_it_and_writing_replaces_it() {
    let mut harness = field("שלום עולם");
    let (left, _) = ends(&harness);
    click(&mut harness, left);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    types(&mut harness, "היי");
    assert_eq!(harness.state(), "היי");
}

/// The demo with titles in seven scripts.
pub fn titled() -> Campaign {
    let titles = [
        "حملة الخريف (2026) في Nordlicht",
        "הסרט הראשון: 5 באוקטובר, תל אביב",
        "長い回り道、はじめの一歩",
        "먼 길을 돌아서 함께 달리기",
        "漫长的路，第一部影片",
        "लंबा रास्ता, पहली फ़िल्म",
        "🎉 Party 🏃 run 🌙",
        "Launch with שלום עולם (ירושלים)",
    ];
    let mut campaign = demo::fictional(PlanId::default());
    let moments = campaign.lanes.iter_mut().flat_map(|lane| &mut Arc::make_mut(lane).moments);
    for (moment, title) in moments.zip(titles.iter().cycle()) {
        (*title).clone_into(&mut Arc::make_mut(moment).title);
    }
    campaign
}

fn window() -> Window {
    let mut window = builder([1440.0, 900.0]).build_ui_state(
        |ui, app: &mut App| {
            app.logic(ui.ctx());
            app.ui(ui);
        },
        App::new(titled(), rim()),
    );
    window.run();
    window
}

#[test]
fn titles_on_cards_run_from_the_right() {
    let window = window();
    let title = "הסרט הראשון: 5 באוקטובר, תל אביב";
    let seen: Vec<_> = painted(&window).into_iter().filter(|(_, galley)| galley.text() == title).collect();
    assert!(!seen.is_empty(), "a card has that title");
    for (_, galley) in seen {
        let first = rows(&galley).remove(0);
        assert!(first.ends_with("טרסה"), "{first}");
    }
}

#[test]
fn a_board_in_many_scripts() {
    let mut window = window();
    select(&mut window, "Product, Tobi");
    window.remove_cursor();
    window.run();
    raster::assert_golden(&mut window, "scripts-light");
}

#[test]
fn a_title_with_dots_runs_the_same_way_here_as_in_what_is_shared() {
    // Both begin with their first letter: the one at the right, the other at the left.
    for (title, left, right) in [("שלום · Nordlicht", "Nord", "םולש"), ("Nordlicht · שלום", "Nord", "םולש")] {
        let mut campaign = titled();
        for moment in campaign.lanes.iter_mut().flat_map(|lane| &mut Arc::make_mut(lane).moments) {
            title.clone_into(&mut Arc::make_mut(moment).title);
        }
        let mut window = builder([1440.0, 900.0]).build_ui_state(
            |ui, app: &mut App| {
                app.logic(ui.ctx());
                app.ui(ui);
            },
            App::new(campaign, rim()),
        );
        window.run();
        let cards: Vec<_> = painted(&window).into_iter().filter(|(_, text)| text.text().ends_with(title)).collect();
        assert!(cards.len() > 3, "cards have that title");
        for (_, galley) in &cards {
            let row = rows(galley).concat();
            assert!(row.trim_start_matches('\u{200f}').starts_with(left) && row.ends_with(right), "{title}: {row}");
        }
        // And so it does in the field in which it is written.
        let field = field(title);
        let (_, galley) = painted(&field).into_iter().find(|(_, galley)| galley.text() == title).unwrap();
        let row = rows(&galley).concat();
        assert!(row.starts_with(left) && row.ends_with(right), "{title}: {row}");
    }
}
