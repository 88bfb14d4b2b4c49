//! Questions that a table leaves open, each with its answers.

use egui::{Id, ScrollArea, Ui};

use super::draft::{ImportDraft, Unknown};
use crate::import::{DateOrder, Decimals, Field, Person, Question, Same, Weeks, YearMonth, choices};
use crate::model::{Day, Kind};
use crate::ui::inspector::parse;
use crate::ui::kit::{self, Segment, TextField};
use crate::ui::theme::{self, Tone, space};
use crate::words::nearest::nearest;
use crate::words::{counts, import as say, names, table as says};

/// Currencies that are offered; any other can be written.
const CURRENCIES: [&str; 4] = ["EUR", "USD", "GBP", "CHF"];
/// Most rows of a menu that are shown at once.
const MENU_ROWS: f32 = 10.0;
/// Width of a choice, in points.
const CHOICE: f32 = 210.0;

/// Width of the choice of a month, in points.
const MONTH: f32 = 110.0;

/// Questions that were asked, with the answers as they are now: those that stood there at first, or those that came later.
pub(super) fn questions(ui: &mut Ui, draft: &mut ImportDraft, is_late: bool) {
    let (first, late) = draft.asked.split_at(draft.first.unwrap_or_default().min(draft.asked.len()));
    for question in if is_late { late } else { first }.to_vec() {
        let tone = draft.is_open(&question).then_some(Tone::Warning);
        super::line(ui, &question.sentence(), tone);
        if answer(ui, draft, &question) {
            draft.changed();
        }
        ui.add_space(space::S);
    }
}

/// The answers of a question; whether another one was chosen.
fn answer(ui: &mut Ui, draft: &mut ImportDraft, question: &Question) -> bool {
    let mapping = &mut draft.mapping;
    let name = question.sentence();
    match question {
        Question::Dates { shape, samples } => {
            let ymd = samples.iter().any(|sample| sample.ymd.is_some());
            let all: Vec<(DateOrder, &str)> = [(DateOrder::Dmy, say::day_first()), (DateOrder::Mdy, say::month_first())]
                .into_iter()
                .chain(ymd.then_some((DateOrder::Ymd, say::year_first())))
                .collect();
            let mut chosen = mapping.date_orders.get(shape).copied();
            let new = one_of(ui, &name, &all, &mut chosen);
            if let Some(order) = chosen {
                mapping.date_orders.insert(*shape, order);
            }
            new
        }
        Question::Year { proposed, .. } => {
            let years: Vec<(i16, String)> = (proposed - 1..=proposed + 1).map(|year| (year, year.to_string())).collect();
            let all: Vec<(i16, &str)> = years.iter().map(|(year, text)| (*year, text.as_str())).collect();
            one_of(ui, &name, &all, &mut mapping.year)
        }
        Question::Decimals { comma, point, .. } => {
            let (comma, point) = (say::comma(comma), say::point(point));
            one_of(ui, &name, &[(Decimals::Comma, comma.as_str()), (Decimals::Point, point.as_str())], &mut mapping.decimals)
        }
        Question::DaysIn { column, month, year, .. } => days_in(ui, draft, &name, column, (*month, *year)),
        Question::Weeks { first, .. } => weeks(ui, draft, &name, *first),
        Question::Currency { .. } => currency(ui, draft, &name),
        Question::Kind { .. } => {
            let shown = mapping.kind.map(|kind| names::kind(kind.key())).unwrap_or_default();
            let mut chosen = None;
            kit::dropdown(ui, Id::unique("import kind"), &name, None, (shown, say::choose()), CHOICE, |ui| {
                menu(ui, Kind::ALL.len(), |ui, at| {
                    let Some(kind) = Kind::ALL.get(at) else { return };
                    let row = kit::menu_row(ui, None, names::kind(kind.key()), "", mapping.kind == Some(*kind));
                    first_has_keys(ui, &row, at == 0 && mapping.kind.is_none());
                    if row.clicked() {
                        chosen = Some(*kind);
                    }
                });
            });
            let new = chosen.is_some() && chosen != mapping.kind;
            mapping.kind = chosen.or(mapping.kind);
            new
        }
        Question::Headings(_) => {
            one_of(ui, &name, &[(true, say::headings_name()), (false, say::headings_plain())], &mut mapping.headings)
        }
        Question::Same { .. } => {
            let all = [(Same::Update, say::same_update()), (Same::Skip, say::same_skip()), (Same::Add, say::same_add())];
            one_of(ui, &name, &all, &mut mapping.same)
        }
        Question::People { .. }
        | Question::Grid(_)
        | Question::Months { .. }
        | Question::NoCreator { .. }
        | Question::Month { .. }
        | Question::NextMonth { .. }
        | Question::Everybody { .. }
        | Question::NewYear { .. }
        | Question::Twice { .. }
        | Question::Emptied { .. }
        | Question::Moved { .. } => {
            let answers = question.answers();
            let segments: Vec<Segment<'_>> = answers.iter().map(|answer| Segment::Word(answer())).collect();
            let now = question.answered(mapping);
            let Some(at) = kit::segmented(ui, &name, &segments, now, None) else { return false };
            question.answer(mapping, at);
            now != Some(at)
        }
        Question::Person { name: person, near } => {
            let same = Person::Same(near.clone());
            let now = mapping.people.get(person).map(|known| usize::from(*known != same));
            let segments = [Segment::Word(say::same_person()), Segment::Word(say::new_person())];
            let Some(at) = kit::segmented(ui, &name, &segments, now, None) else { return false };
            mapping.people.insert(person.clone(), if at == 0 { same } else { Person::New });
            true
        }
    }
}

/// One of a few; whether another one was chosen.
fn one_of<T: Copy + PartialEq>(ui: &mut Ui, name: &str, all: &[(T, &str)], chosen: &mut Option<T>) -> bool {
    let segments: Vec<Segment<'_>> = all.iter().map(|(_, word)| Segment::Word(word)).collect();
    let now = all.iter().position(|(one, _)| Some(*one) == *chosen);
    let pressed = kit::segmented(ui, name, &segments, now, None).and_then(|at| all.get(at)).map(|(one, _)| *one);
    let new = pressed.is_some() && pressed != *chosen;
    *chosen = pressed.or(*chosen);
    new
}

/// What weeks count from: the calendar, the day that is proposed, or another one.
fn weeks(ui: &mut Ui, draft: &mut ImportDraft, name: &str, first: Day) -> bool {
    let mut new = false;
    let proposed = say::weeks_from(first.with_weekday());
    let all = [(Weeks::Calendar, say::weeks_calendar()), (Weeks::From(first), proposed.as_str())];
    ui.horizontal_wrapped(|ui| {
        if one_of(ui, name, &all, &mut draft.mapping.weeks) {
            draft.first_day.clear();
            new = true;
        }
        let id = Id::unique("import first day");
        let hint = say::weeks_other_hint(first.plus(7));
        let field = TextField::new(id, say::weeks_other()).hint(&hint).width(190.0).show(ui, &mut draft.first_day);
        if field.changed() {
            draft.mapping.weeks = parse::day(&draft.first_day, first).map(Weeks::From);
            new = true;
        }
    });
    new
}

/// Which month days by their number alone are in: both a month and its year have to be chosen, or that they are no such days.
fn days_in(ui: &mut Ui, draft: &mut ImportDraft, name: &str, column: &str, (month, year): (Option<i8>, i16)) -> bool {
    let mut new = false;
    if let Some(of) = draft.mapping.days_in {
        (draft.days_in.0, draft.days_in.1) = (Some(of.month), Some(of.year));
    }
    ui.horizontal_wrapped(|ui| {
        let shown = draft.days_in.0.map(|month| names::month(month.unsigned_abs())).unwrap_or_default();
        let mut chosen = None;
        let label = [name, say::days_in_month()].join(" ");
        kit::dropdown(ui, Id::unique("import month of days"), &label, None, (shown, say::days_in_month()), MONTH, |ui| {
            menu(ui, 12, |ui, at| {
                let Ok(number) = i8::try_from(at + 1) else { return };
                let row = kit::menu_row(ui, None, names::month(number.unsigned_abs()), "", draft.days_in.0 == Some(number));
                first_has_keys(ui, &row, number == month.unwrap_or(1) && draft.days_in.0.is_none());
                if row.clicked() {
                    chosen = Some(number);
                }
            });
        });
        new |= chosen.is_some();
        draft.days_in.0 = chosen.or(draft.days_in.0);
        let years: Vec<(i16, String)> = (year - 1..=year + 1).map(|year| (year, year.to_string())).collect();
        let all: Vec<(i16, &str)> = years.iter().map(|(year, text)| (*year, text.as_str())).collect();
        new |= one_of(ui, &[name, say::days_in_year()].join(" "), &all, &mut draft.days_in.1);
        let is_counted = draft.mapping.columns.get(column) == Some(&Field::Day);
        let counted = kit::segmented(ui, name, &[Segment::Word(say::days_counted())], is_counted.then_some(0), None);
        if counted.is_some() && !is_counted {
            draft.days_in = (None, None);
            draft.mapping.days_in = None;
            draft.mapping.columns.insert(column.to_owned(), Field::Day);
            new = true;
        } else if let (true, (Some(month), Some(year))) = (new, draft.days_in) {
            draft.mapping.days_in = Some(YearMonth { year, month });
            if is_counted {
                draft.mapping.columns.remove(column);
            }
        }
    });
    new
}

fn currency(ui: &mut Ui, draft: &mut ImportDraft, name: &str) -> bool {
    let mut new = false;
    ui.horizontal(|ui| {
        let segments = CURRENCIES.map(Segment::Word);
        let now = CURRENCIES.iter().position(|code| draft.mapping.currency.as_deref() == Some(*code));
        if let Some(code) = kit::segmented(ui, name, &segments, now, None).and_then(|at| CURRENCIES.get(at)) {
            draft.currency.clear();
            draft.mapping.currency = Some((*code).to_owned());
            new = true;
        }
        let id = Id::unique("import currency");
        let field =
            TextField::new(id, say::other_currency()).hint(say::other_currency_hint()).width(110.0).show(ui, &mut draft.currency);
        if field.changed() {
            let code = draft.currency.trim().to_uppercase();
            let fine = code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase());
            draft.mapping.currency = fine.then_some(code);
            new = true;
        }
    });
    new
}

/// Columns of which only the cells say what they are: whether that is right.
pub(super) fn unsure(ui: &mut Ui, draft: &mut ImportDraft) {
    for column in draft.unsure.clone() {
        let (field, question) = (column.field, column.question());
        let said = draft.mapping.columns.get(&column.header).copied();
        super::line(ui, &question, said.is_none().then_some(Tone::Warning));
        let segments = [Segment::Word(says::yes_it_is()), Segment::Word(says::into_the_notes())];
        let now = said.and_then(|said| [field, Field::Notes].iter().position(|one| *one == said));
        if let Some(at) = kit::segmented(ui, &question, &segments, now, None) {
            draft.mapping.columns.insert(column.header, if at == 0 { field } else { Field::Notes });
            draft.changed();
        }
        ui.add_space(space::S);
    }
}

/// Words that are none of the choices of their field, each with what it stands for.
pub(super) fn words(ui: &mut Ui, draft: &mut ImportDraft) {
    for (at, Unknown { field, word, cells }) in draft.words.clone().into_iter().enumerate() {
        let said = draft.mapping.words.get(&field).and_then(|words| words.get(&word)).cloned();
        let all = choices(field);
        let shown = match said.as_deref() {
            None => String::new(),
            Some("") => say::leave_empty().to_owned(),
            Some(key) => all.iter().find(|(other, _)| *other == key).map(|(_, name)| (*name).to_owned()).unwrap_or_default(),
        };
        let question = say::stands_for(&word, field.name());
        let tone = said.is_none().then_some(Tone::Warning);
        let names: Vec<&str> = all.iter().map(|(_, name)| *name).collect();
        let near = nearest(&word, &names).filter(|near| *near != word);
        let counted = match near {
            Some(near) => says::stands_for_near(&question, near, counts::cells(cells)),
            None => says::stands_for_in(&question, counts::cells(cells)),
        };
        super::line(ui, &counted, tone);
        let mut chosen: Option<String> = None;
        kit::dropdown(ui, Id::unique("import word").with(at), &question, None, (&shown, say::choose()), CHOICE, |ui| {
            menu(ui, all.len() + 1, |ui, at| {
                let (key, name) = all.get(at).copied().unwrap_or(("", say::leave_empty()));
                let row = kit::menu_row(ui, None, name, "", said.as_deref() == Some(key));
                first_has_keys(ui, &row, at == 0 && said.is_none());
                if row.clicked() {
                    chosen = Some(key.to_owned());
                }
            });
        });
        if let Some(key) = chosen {
            draft.mapping.words.entry(field).or_default().insert(word, key);
            draft.changed();
        }
    }
}

/// Where nothing is chosen yet, the first row of a menu takes the keyboard: otherwise Enter would press the dialog's button.
fn first_has_keys(ui: &Ui, row: &egui::Response, is_first: bool) {
    if is_first && kit::was_just_opened(ui) {
        row.request_focus();
    }
}

/// The rows of a menu that may be long.
fn menu(ui: &mut Ui, rows: usize, mut row: impl FnMut(&mut Ui, usize)) {
    let height = MENU_ROWS * (theme::HIT + 1.0);
    ScrollArea::vertical().max_height(height).show_rows(ui, theme::HIT, rows, |ui, shown| {
        for at in shown {
            row(ui, at);
        }
    });
}
