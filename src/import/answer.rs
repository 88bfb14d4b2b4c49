//! Questions that have a few answers, as data: the window offers what the terminal names.

use super::mapping::{Blank, Mapping, MonthFrom, Moved, Person, Twice};
use super::proposal::Question;
use crate::words::import as say;

impl Question {
    /// The answers, where they are a few that fit every such question; none where the question is answered in its own way.
    #[must_use]
    pub fn answers(&self) -> &'static [fn() -> &'static str] {
        match self {
            Self::People { .. } => &[say::people_each, say::people_one],
            Self::Everybody { names, .. } if names.is_empty() => &[say::everybody_lane, say::everybody_nobody],
            Self::Everybody { .. } => &[say::people_each, say::everybody_lane, say::everybody_nobody],
            Self::NextMonth { .. } => &[say::next_month_yes, say::next_month_no],
            Self::Grid(_) => &[say::grid_people, say::grid_list],
            Self::Months { .. } => &[say::months_yes, say::months_no],
            Self::Month { .. } => &[say::month_title, say::month_name],
            Self::NoCreator { .. } => &[say::no_creator_above, say::no_creator_nobody],
            Self::NewYear { .. } => &[say::new_year_over, say::new_year_one],
            Self::Twice { .. } => &[say::twice_once, say::twice_each],
            Self::Emptied { .. } => &[say::empty_them, say::leave_them],
            Self::Moved { .. } => &[say::moved_move, say::moved_add],
            _ => &[],
        }
    }

    /// Which of them was given.
    #[must_use]
    pub fn answered(&self, mapping: &Mapping) -> Option<usize> {
        match self {
            Self::People { text, .. } => match mapping.people.get(text)? {
                Person::Each => Some(0),
                Person::New => Some(1),
                Person::Same(_) | Person::Lane | Person::Nobody => None,
            },
            Self::Everybody { text, names, .. } => {
                let first = usize::from(!names.is_empty());
                match mapping.people.get(text)? {
                    Person::Each => (!names.is_empty()).then_some(0),
                    Person::Lane => Some(first),
                    Person::Nobody => Some(first + 1),
                    Person::New | Person::Same(_) => None,
                }
            }
            Self::NextMonth { .. } => mapping.next_month.map(|is_next| usize::from(!is_next)),
            Self::Grid(_) => mapping.grid.map(|is_grid| usize::from(!is_grid)),
            Self::Months { .. } => mapping.months.map(|are_months| usize::from(!are_months)),
            Self::Month { .. } => mapping.month_from.map(|from| usize::from(from == MonthFrom::Name)),
            Self::NoCreator { .. } => mapping.no_creator.map(|whose| usize::from(whose == Blank::Nobody)),
            Self::NewYear { .. } => mapping.new_year.map(|over| usize::from(!over)),
            Self::Twice { .. } => mapping.twice.map(|twice| usize::from(twice == Twice::Each)),
            Self::Emptied { .. } => mapping.empty.map(|empties| usize::from(!empties)),
            Self::Moved { .. } => mapping.moved.map(|moved| usize::from(moved == Moved::Add)),
            _ => None,
        }
    }

    /// Gives that answer.
    pub fn answer(&self, mapping: &mut Mapping, at: usize) {
        match self {
            Self::People { text, .. } => {
                let person = if at == 0 { Person::Each } else { Person::New };
                mapping.people.insert(text.clone(), person);
            }
            Self::Everybody { text, names, .. } => {
                let person = match (names.is_empty(), at) {
                    (false, 0) => Person::Each,
                    (true, 0) | (false, 1) => Person::Lane,
                    _ => Person::Nobody,
                };
                mapping.people.insert(text.clone(), person);
            }
            Self::NextMonth { .. } => mapping.next_month = Some(at == 0),
            Self::Grid(_) => mapping.grid = Some(at == 0),
            Self::Months { .. } => mapping.months = Some(at == 0),
            Self::Month { .. } => mapping.month_from = Some(if at == 0 { MonthFrom::Title } else { MonthFrom::Name }),
            Self::NoCreator { .. } => mapping.no_creator = Some(if at == 0 { Blank::Above } else { Blank::Nobody }),
            Self::NewYear { .. } => mapping.new_year = Some(at == 0),
            Self::Emptied { .. } => mapping.empty = Some(at == 0),
            Self::Moved { .. } => mapping.moved = Some(if at == 0 { Moved::Move } else { Moved::Add }),
            Self::Twice { .. } => mapping.twice = Some(if at == 0 { Twice::Once } else { Twice::Each }),
            _ => {}
        }
    }

    /// Whether it asks the same, perhaps with other figures.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Dates { shape, .. }, Self::Dates { shape: other, .. }) => shape == other,
            (Self::Person { name, .. }, Self::Person { name: other, .. }) => name == other,
            (Self::People { text, .. }, Self::People { text: other, .. })
            | (Self::Everybody { text, .. }, Self::Everybody { text: other, .. }) => text == other,
            _ => std::mem::discriminant(self) == std::mem::discriminant(other),
        }
    }
}
