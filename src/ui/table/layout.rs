//! How somebody has the table: which columns, how wide, in which order its rows, in which groups. Never knows a plan, so that it
//! can be kept with any.

use std::collections::{BTreeMap, BTreeSet};

use super::column::{Column, WIDTHS};
use crate::words::{names, table_view as say};

/// The names under which a layout is kept.
const ORDER: &str = "table.columns";
const HIDDEN: &str = "table.hidden";
const WIDTHS_OF: &str = "table.widths";
const SORT: &str = "table.sort";
const GROUP: &str = "table.group";
const IDEAS: &str = "table.ideas";
/// What stands for the order of the plan.
const UNSORTED: &str = "plan";

/// The order of the rows by one column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// The column.
    pub by: Column,
    /// From the last to the first.
    pub down: bool,
}

/// What rows stand together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Group {
    /// None: one list.
    #[default]
    None,
    /// Those of a creator.
    Creator,
    /// Those of a kind.
    Kind,
    /// Those of a month.
    Month,
    /// Those that are equally far.
    Status,
}

impl Group {
    /// All, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[Self::None, Self::Creator, Self::Kind, Self::Month, Self::Status];

    /// The word by which it is kept.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Creator => "creator",
            Self::Kind => "kind",
            Self::Month => "month",
            Self::Status => "status",
        }
    }

    /// The group with that key.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|group| group.key() == key)
    }

    /// What it is called.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::None => say::no_group(),
            Self::Creator => names::field("creator"),
            Self::Kind => names::field("kind"),
            Self::Month => say::month(),
            Self::Status => names::field("status"),
        }
    }
}

/// An order of the rows, or what of them stands together: what can be asked for from elsewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Rows {
    /// The order of the plan.
    InPlanOrder,
    /// Sorted by a column, the first one first.
    By(Column),
    /// In groups, or in one list.
    Grouped(Group),
}

impl Rows {
    /// Everything that can be asked for.
    pub fn all() -> impl Iterator<Item = Self> {
        let sorted = Column::ALL.iter().map(|column| Self::By(*column));
        std::iter::once(Self::InPlanOrder).chain(sorted).chain(Group::ALL.iter().map(|group| Self::Grouped(*group)))
    }

    /// What it is called, as the buttons of the table say it.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::InPlanOrder => say::sorted_by(say::plan_order()),
            Self::By(column) => say::sorted_by(column.name()),
            Self::Grouped(group) => say::grouped(crate::words::inside(group.name())),
        }
    }
}

/// How somebody has the table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableLayout {
    /// Every column, in the order in which they stand.
    pub order: Vec<Column>,
    /// The columns that are not shown.
    pub hidden: BTreeSet<Column>,
    /// The widths that were chosen, in points.
    pub widths: BTreeMap<Column, f32>,
    /// By what the rows are sorted; `None` is the order of the plan.
    pub sort: Option<Sort>,
    /// What rows stand together.
    pub group: Group,
    /// The ideas of the tray are rows, too.
    pub ideas: bool,
}

impl Default for TableLayout {
    fn default() -> Self {
        Self {
            order: Column::ALL.to_vec(),
            hidden: Column::ALL.iter().copied().filter(|column| !column.shown_at_first()).collect(),
            widths: BTreeMap::new(),
            sort: Some(Sort { by: Column::Date, down: false }),
            group: Group::None,
            ideas: false,
        }
    }
}

impl TableLayout {
    /// The columns that are shown, from left to right.
    pub fn shown(&self) -> impl Iterator<Item = Column> {
        self.order.iter().copied().filter(|column| !self.hidden.contains(column))
    }

    /// How wide a column is, in points.
    #[must_use]
    pub fn width(&self, column: Column) -> f32 {
        self.widths.get(&column).copied().unwrap_or(column.first_width())
    }

    /// Makes a column that wide, as far as a column can be.
    pub fn set_width(&mut self, column: Column, width: f32) {
        self.widths.insert(column, width.clamp(*WIDTHS.start(), *WIDTHS.end()).round());
    }

    /// Shows a column, or hides it. The title stays: without it no row says what it is.
    pub fn toggle(&mut self, column: Column) {
        if column != Column::Title && !self.hidden.remove(&column) {
            self.hidden.insert(column);
        }
    }

    /// Sorts by a column; once more turns the order around, and a third time is the order of the plan.
    pub fn sort_by(&mut self, column: Column) {
        self.sort = match self.sort {
            Some(sort) if sort.by == column && sort.down => None,
            Some(sort) if sort.by == column => Some(Sort { down: true, ..sort }),
            _ => Some(Sort { by: column, down: false }),
        };
    }

    /// Moves a column by so many of those that are shown.
    pub fn move_by(&mut self, column: Column, by: isize) {
        let shown: Vec<Column> = self.shown().collect();
        let Some(at) = shown.iter().position(|other| *other == column) else { return };
        let Some(beside) = at.checked_add_signed(by).and_then(|to| shown.get(to)).copied() else { return };
        self.order.retain(|other| *other != column);
        let to = self.order.iter().position(|other| *other == beside).unwrap_or(self.order.len());
        self.order.insert(to + usize::from(by > 0), column);
    }

    /// It in words under names, as they can be kept with a plan.
    #[must_use]
    pub fn words(&self) -> Vec<(&'static str, String)> {
        let keys = |columns: &mut dyn Iterator<Item = Column>| columns.map(Column::key).collect::<Vec<_>>().join(" ");
        let widths = self.widths.iter().map(|(column, width)| format!("{}={width}", column.key())).collect::<Vec<_>>();
        let sort = self
            .sort
            .map_or_else(|| UNSORTED.to_owned(), |sort| format!("{}{}", if sort.down { "-" } else { "" }, sort.by.key()));
        vec![
            (ORDER, keys(&mut self.order.iter().copied())),
            (HIDDEN, keys(&mut self.hidden.iter().copied())),
            (WIDTHS_OF, widths.join(" ")),
            (SORT, sort),
            (GROUP, self.group.key().to_owned()),
            (IDEAS, if self.ideas { "yes" } else { "" }.to_owned()),
        ]
    }

    /// As it was kept; what is not known any more is as at first.
    #[must_use]
    pub fn of_words<'w>(word: impl Fn(&str) -> Option<&'w str>) -> Self {
        let first = Self::default();
        let columns = |name: &str| {
            let keys = word(name)?.split_whitespace();
            Some(keys.filter_map(Column::of_key).collect::<Vec<_>>())
        };
        let order = columns(ORDER).unwrap_or_default();
        // A column that came with a later version is hidden or not as that version has it.
        let known = |column: &&Column| order.contains(column);
        let hidden = columns(HIDDEN).filter(|_| !order.is_empty()).map(|hidden| {
            let new = first.hidden.iter().filter(|column| !known(column)).copied();
            hidden.into_iter().chain(new).collect()
        });
        let width = |part: &str| {
            let (key, width) = part.split_once('=')?;
            Some((Column::of_key(key)?, width.parse::<f32>().ok()?))
        };
        let sort = word(SORT).and_then(|word| {
            let (down, key) = word.strip_prefix('-').map_or((false, word), |key| (true, key));
            if key == UNSORTED { Some(None) } else { Column::of_key(key).map(|by| Some(Sort { by, down })) }
        });
        Self {
            hidden: hidden.unwrap_or(first.hidden),
            order,
            widths: word(WIDTHS_OF).unwrap_or_default().split_whitespace().filter_map(width).collect(),
            sort: sort.unwrap_or(first.sort),
            group: word(GROUP).and_then(Group::of_key).unwrap_or_default(),
            ideas: word(IDEAS).is_some_and(|word| !word.is_empty()),
        }
        .sound()
    }

    /// The same with what a file may have lost or doubled put right: every column stands once, and the title is shown.
    #[must_use]
    pub fn sound(mut self) -> Self {
        let mut seen = BTreeSet::new();
        self.order.retain(|column| seen.insert(*column));
        self.order.extend(Column::ALL.iter().copied().filter(|column| !seen.contains(column)));
        self.hidden.remove(&Column::Title);
        self.widths.retain(|_, width| width.is_finite() && WIDTHS.contains(width));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_sorts_turns_around_and_lets_go() {
        let mut layout = TableLayout::default();
        let mut sorted = |column| {
            layout.sort_by(column);
            layout.sort.map(|sort| (sort.by, sort.down))
        };
        assert_eq!(sorted(Column::Fee), Some((Column::Fee, false)));
        assert_eq!(sorted(Column::Fee), Some((Column::Fee, true)));
        assert_eq!(sorted(Column::Fee), None);
    }

    #[test]
    fn columns_move_over_those_that_are_hidden() {
        let mut layout = TableLayout::default();
        layout.toggle(Column::Creator);
        layout.move_by(Column::Kind, -1);
        assert_eq!(layout.shown().take(3).collect::<Vec<_>>(), [Column::Kind, Column::Date, Column::Title]);
        layout.move_by(Column::Kind, -1);
        layout.move_by(Column::Kind, 1);
        assert_eq!(layout.shown().take(2).collect::<Vec<_>>(), [Column::Date, Column::Kind]);
        layout.toggle(Column::Title);
        assert!(layout.shown().any(|column| column == Column::Title), "the title stays");
    }

    #[test]
    fn what_is_kept_comes_back() {
        let mut layout = TableLayout { group: Group::Month, ideas: true, ..TableLayout::default() };
        layout.toggle(Column::Hook);
        layout.toggle(Column::Fee);
        layout.move_by(Column::Status, -3);
        layout.set_width(Column::Title, 333.0);
        for sort in [None, Some(Sort { by: Column::Fee, down: true })] {
            layout.sort = sort;
            let kept = layout.words();
            let word = |name: &str| kept.iter().find(|(other, _)| *other == name).map(|(_, word)| word.as_str());
            assert_eq!(TableLayout::of_words(word), layout);
        }
        assert_eq!(TableLayout::of_words(|_| None), TableLayout::default());
        assert_eq!(TableLayout::of_words(|_| Some("= what - nan")), TableLayout { ideas: true, ..TableLayout::default() });
    }

    #[test]
    fn what_a_file_lost_is_put_right() {
        let mut layout = TableLayout { order: vec![Column::Fee, Column::Fee, Column::Date], ..TableLayout::default() };
        layout.hidden.insert(Column::Title);
        layout.widths.insert(Column::Fee, f32::NAN);
        let layout = layout.sound();
        assert_eq!((layout.order.len(), layout.order.first()), (Column::ALL.len(), Some(&Column::Fee)));
        assert!(layout.widths.is_empty() && layout.shown().any(|column| column == Column::Title));
        assert!(Group::ALL.iter().all(|group| Group::of_key(group.key()) == Some(*group)));
    }
}
