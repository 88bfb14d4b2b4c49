//! The rows of the preferences: on the left what is chosen, on the right the choice; below each other where there is no room.

use egui::{Id, Label, Layout, ScrollArea, Sense, Ui, vec2};

use crate::check;
use crate::model::{DateForm, Day, LanguageChoice, Money, MoneyForm, WeekStart, Written};
use crate::ui::fonts;
use crate::ui::kit::{self, Button, Segment};
use crate::ui::theme::{self, Tone, space};
use crate::ui::view::{MotionChoice, Setup, ThemeChoice};
use crate::words::language::Language;
use crate::words::{names, preferences as say};

use super::{HouseShown, PreferencesAnswer};

/// Width of a choice, in points.
const CHOICE: f32 = 270.0;
/// A name has at least this much room beside its choice, in points.
const NAME: f32 = 180.0;
/// Height of a menu from which on it scrolls, in points.
const MENU: f32 = 240.0;
/// Currencies that are offered.
const CURRENCIES: [&str; 12] = ["EUR", "USD", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "CAD", "AUD", "JPY", "INR"];
/// An amount as an example, in hundredths.
const EXAMPLE: i64 = 120_000;

/// What it looks like.
pub(super) fn look(ui: &mut Ui, setup: &mut Setup) {
    const THEMES: [ThemeChoice; 3] = [ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark];
    const LANGUAGES: [LanguageChoice; 3] = [LanguageChoice::System, LanguageChoice::English, LanguageChoice::German];
    const MOTIONS: [MotionChoice; 3] = [MotionChoice::System, MotionChoice::Reduced, MotionChoice::Full];
    row(ui, say::language(), say::language_note(), |ui, width| {
        let words = [say::language_system(), Language::English.own_name(), Language::German.own_name()];
        segments(ui, say::language(), words, &LANGUAGES, &mut setup.language, width);
    });
    row(ui, say::theme(), "", |ui, width| {
        let words = [say::theme_system(), say::theme_light(), say::theme_dark()];
        segments(ui, say::theme(), words, &THEMES, &mut setup.theme, width);
    });
    let percent: Vec<(u16, String)> = Setup::SCALES.iter().map(|scale| (*scale, say::percent(scale))).collect();
    row(ui, say::size(), "", |ui, width| menu(ui, ("size", say::size()), &percent, &mut setup.scale, width));
    row(ui, say::motion(), say::motion_note(), |ui, width| {
        let words = [say::motion_system(), say::motion_reduced(), say::motion_full()];
        segments(ui, say::motion(), words, &MOTIONS, &mut setup.motion, width);
    });
}

/// How days and amounts are written.
pub(super) fn written(ui: &mut Ui, setup: &mut Setup, usual_week: u8, today: Day) {
    note(ui, say::written_note());
    let weeks = [WeekStart::System, WeekStart::Monday, WeekStart::Sunday, WeekStart::Saturday];
    let weeks: Vec<(WeekStart, String)> = weeks
        .into_iter()
        .map(|week| {
            let day = names::weekday_in_full(week.weekday(usual_week));
            (week, if week == WeekStart::System { say::week_usual(day) } else { day.to_owned() })
        })
        .collect();
    row(ui, say::week(), "", |ui, width| menu(ui, ("week", say::week()), &weeks, &mut setup.week, width));

    let dates = [DateForm::DayFirst, DateForm::MonthFirst, DateForm::YearFirst].map(|form| (form, today.long_in(form)));
    row(ui, say::dates(), "", |ui, width| menu(ui, ("dates", say::dates()), &dates, &mut setup.written.dates, width));

    let example = Money::new(EXAMPLE, setup.written.currency());
    let as_amount = |money| example.map(|example| example.readable_in(money)).unwrap_or_default();
    let mut forms: Vec<(MoneyForm, String)> =
        [MoneyForm::SignFirst, MoneyForm::SignLast, MoneyForm::CodeFirst].map(|form| (form, as_amount(form))).into();
    // Where the language has the sign last anyway, one of the two says it all; the one that is chosen stays.
    let same = |form: MoneyForm| form != MoneyForm::SignFirst && as_amount(form) == as_amount(MoneyForm::SignFirst);
    let left_out =
        if same(setup.written.money) { Some(MoneyForm::SignFirst) } else { Some(MoneyForm::SignLast).filter(|form| same(*form)) };
    forms.retain(|(form, _)| Some(*form) != left_out);
    row(ui, say::money(), "", |ui, width| menu(ui, ("money", say::money()), &forms, &mut setup.written.money, width));

    let mut currency = setup.written.currency().to_owned();
    let mut codes: Vec<(String, String)> = CURRENCIES.map(|code| (code.to_owned(), code.to_owned())).into();
    if !CURRENCIES.contains(&currency.as_str()) {
        codes.push((currency.clone(), currency.clone()));
    }
    row(ui, say::currency(), say::currency_note(), |ui, width| {
        menu(ui, ("currency", say::currency()), &codes, &mut currency, width);
    });
    // Where it is the usual one, nobody chose another.
    setup.written.currency = if currency == Written::CURRENCY { String::new() } else { currency };
}

/// What new plans begin with.
pub(super) fn new_plans(ui: &mut Ui, setup: &mut Setup) {
    let mut codes = vec![(String::new(), say::market_none().to_owned())];
    codes.extend(check::known_markets().map(|(code, name)| (code.to_owned(), say::market_named(name, code))));
    if !codes.iter().any(|(code, _)| *code == setup.market) {
        codes.push((setup.market.clone(), setup.market.clone()));
    }
    row(ui, say::market(), say::market_note(), |ui, width| menu(ui, ("market", say::market()), &codes, &mut setup.market, width));
}

/// When plans are saved.
pub(super) fn saving(ui: &mut Ui, setup: &mut Setup) {
    let (place, _) = ui.allocate_exact_size(vec2(ui.available_width(), theme::HIT), Sense::hover());
    if kit::tick(ui, place, 0.0, Id::unique("preferences autosave"), say::autosave(), setup.autosave).clicked() {
        setup.autosave = !setup.autosave;
    }
    note(ui, say::autosave_note());
}

/// The file of house rules.
pub(super) fn house(ui: &mut Ui, house: HouseShown<'_>) -> Option<PreferencesAnswer> {
    let name = house.chosen.map(|path| path.display().to_string());
    let text = match (house.file, &name) {
        (Some(file), Some(name)) => say::house_used(&file.house.name, name),
        (None, Some(name)) => say::house_closed(name),
        (_, None) => say::house_none().to_owned(),
    };
    note(ui, &text);
    if let Some(error) = house.error {
        let color = theme::of(ui).tone(Tone::Warning).text;
        ui.add(Label::new(fonts::BODY.rich(error).color(color)).wrap());
    }
    let mut answer = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::L, space::S);
        if Button::secondary(say::house_choose()).show(ui).clicked() {
            answer = Some(PreferencesAnswer::PickHouse);
        }
        if name.is_some() {
            if Button::secondary(say::house_show()).show(ui).clicked() {
                answer = Some(PreferencesAnswer::ShowHouse);
            }
            if Button::quiet(say::house_forget()).show(ui).clicked() {
                answer = Some(PreferencesAnswer::ForgetHouse);
            }
        }
    });
    answer
}

/// A name with what it means, and the choice, which is told how wide it can be.
fn row(ui: &mut Ui, name: &str, what: &str, choice: impl FnOnce(&mut Ui, f32)) {
    let room = ui.available_width();
    if room < NAME + CHOICE {
        words(ui, name, what);
        choice(ui, room.min(CHOICE + 60.0));
        ui.add_space(space::M);
        return;
    }
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        let width = room - CHOICE - space::L;
        ui.allocate_ui_with_layout(vec2(width, theme::HIT), Layout::top_down(egui::Align::LEFT), |ui| {
            ui.set_width(width);
            if what.is_empty() {
                // A name alone stands beside the middle of its choice.
                ui.add_space(space::S);
            }
            words(ui, name, what);
        });
        choice(ui, CHOICE);
    });
}

fn words(ui: &mut Ui, name: &str, what: &str) {
    let t = theme::of(ui);
    ui.spacing_mut().item_spacing.y = space::XS;
    ui.add(Label::new(fonts::BODY_M.rich(name).color(t.text)).wrap());
    if !what.is_empty() {
        ui.add(Label::new(fonts::META.rich(what).color(t.text_3)).wrap());
    }
}

fn note(ui: &mut Ui, text: &str) {
    let t = theme::of(ui);
    ui.add(Label::new(fonts::BODY.rich(text).color(t.text_2)).wrap());
}

/// One of three by a track of segments.
fn segments<T: Copy + PartialEq>(ui: &mut Ui, name: &str, words: [&str; 3], all: &[T; 3], chosen: &mut T, width: f32) {
    let segments = words.map(Segment::Word);
    let now = all.iter().position(|one| one == chosen);
    // Words that are longer than the room are not squeezed into it.
    let width = width.max(kit::segmented_width(ui, &segments));
    if let Some(to) = kit::segmented(ui, name, &segments, now, Some(width)).and_then(|at| all.get(at)) {
        *chosen = *to;
    }
}

/// One of several by a menu.
fn menu<T: Clone + PartialEq>(ui: &mut Ui, (key, name): (&str, &str), all: &[(T, String)], chosen: &mut T, width: f32) {
    let shown = all.iter().find(|(one, _)| one == chosen).map_or("", |(_, word)| word.as_str());
    // The name is another one in another language, and the keyboard stays where it is when that is chosen.
    let id = Id::unique(("preferences", key));
    let to = kit::dropdown(ui, id, name, None, (shown, ""), width, |ui| {
        let mut to = None;
        ScrollArea::vertical().max_height(MENU).show(ui, |ui| {
            for (one, word) in all {
                if kit::menu_row(ui, None, word, "", one == chosen).clicked() {
                    to = Some(one.clone());
                    ui.close();
                }
            }
        });
        to
    });
    if let Some(to) = to.flatten() {
        *chosen = to;
    }
}
