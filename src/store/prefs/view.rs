//! How a plan was looked at last: which view was in front, what was filtered, how far the time axis was zoomed.
//!
//! None of it is in the plan: whoever opens the same file elsewhere sees it as they left it. Values are words under names, so
//! that each view keeps what is its own; what a later version keeps here stays.

use std::collections::BTreeMap;

use super::Prefs;
use crate::model::Unknown;
use crate::model::record::record;

/// Most plans whose views are kept; those that were used longest ago go.
pub const MOST_VIEWS: usize = 24;
/// Most values of one plan, and the longest one in bytes: together far less than preferences may be long.
const MOST_WORDS: usize = 48;
const LONGEST: usize = 4096;

record! {
    /// How a plan was looked at.
    pub struct PlanView {
        /// The id of the plan.
        must plan: String,
        /// What is kept, by name: `board.zoom`, `filter`.
        has words: BTreeMap<String, String>,
        /// Filters that were saved.
        list filters: Vec<KeptFilter>,
    }
}

record! {
    /// A filter that was saved under a name.
    pub struct KeptFilter {
        /// The name.
        must name: String,
        /// The filter as text.
        must filter: String,
    }
}

impl KeptFilter {
    /// A filter under a name.
    #[must_use]
    pub fn new(name: impl Into<String>, filter: impl Into<String>) -> Self {
        Self { name: name.into(), filter: filter.into(), unknown: Unknown::default() }
    }
}

impl Prefs {
    /// How a plan was looked at last.
    #[must_use]
    pub fn view_of(&self, plan: &str) -> Option<&PlanView> {
        self.plan_views.iter().find(|view| view.plan == plan)
    }

    /// Keeps how a plan is looked at now. Where that is as it was, the list stays as it is; else the plan comes first, and
    /// what has no room at the end goes.
    pub fn keep_view(&mut self, plan: &str, mut words: BTreeMap<String, String>, mut filters: Vec<KeptFilter>) {
        words.retain(|name, value| !value.is_empty() && name.len() + value.len() <= LONGEST);
        while words.len() > MOST_WORDS {
            words.pop_last();
        }
        filters.retain(|filter| filter.name.len() + filter.filter.len() <= LONGEST);
        let before = self.plan_views.iter().position(|view| view.plan == plan);
        if let Some(view) = before.and_then(|at| self.plan_views.get(at)) {
            let same = |(a, b): (&KeptFilter, &KeptFilter)| a.name == b.name && a.filter == b.filter;
            if view.words == words && view.filters.len() == filters.len() && view.filters.iter().zip(&filters).all(same) {
                return;
            }
        } else if words.is_empty() && filters.is_empty() {
            return;
        }
        let before = before.map(|at| self.plan_views.remove(at));
        let mut unknown = Unknown::default();
        if let Some(before) = before {
            for filter in &mut filters {
                if let Some(known) = before.filters.iter().find(|known| known.name == filter.name) {
                    filter.unknown = known.unknown.clone();
                }
            }
            unknown = before.unknown;
        }
        self.plan_views.insert(0, PlanView { plan: plan.to_owned(), words, filters, unknown });
        self.plan_views.truncate(MOST_VIEWS);
    }
}

/// The views of plans as they are written where another window wrote since: of each plan those of whoever changed them.
pub(super) fn merged(mine: Vec<PlanView>, base: &[PlanView], theirs: Vec<PlanView>) -> Vec<PlanView> {
    let of = |list: &[PlanView], plan: &str| list.iter().find(|view| view.plan == plan).cloned();
    let mut views: Vec<PlanView> = mine
        .into_iter()
        .map(|view| match (of(base, &view.plan), of(&theirs, &view.plan)) {
            (Some(before), Some(there)) if before == view => there,
            _ => view,
        })
        .collect();
    let is_new = |view: &PlanView| !views.iter().any(|mine| mine.plan == view.plan) && of(base, &view.plan).is_none();
    let new: Vec<PlanView> = theirs.into_iter().filter(is_new).collect();
    views.extend(new);
    views.truncate(MOST_VIEWS);
    views
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> BTreeMap<String, String> {
        [("filter".to_owned(), text.to_owned())].into()
    }

    fn told(views: &[PlanView]) -> String {
        let one = |view: &PlanView| format!("{} {}", view.plan, view.words.values().cloned().collect::<Vec<_>>().join(" "));
        views.iter().map(one).collect::<Vec<_>>().join(", ")
    }

    #[test]
    fn the_plan_that_was_used_last_comes_first_and_the_oldest_goes() {
        let mut prefs = Prefs::default();
        prefs.keep_view("nothing", BTreeMap::new(), Vec::new());
        assert!(prefs.plan_views.is_empty(), "nothing to keep is not kept");
        for n in 0..MOST_VIEWS + 3 {
            prefs.keep_view(&format!("p{n}"), words("a"), Vec::new());
        }
        assert_eq!(prefs.plan_views.len(), MOST_VIEWS);
        assert!(prefs.view_of("p0").is_none() && prefs.view_of("p26").is_some());
        prefs.keep_view("p5", words("b"), vec![KeptFilter::new("Late", "text=x")]);
        assert_eq!(prefs.plan_views[0].plan, "p5");
        prefs.keep_view("p6", words("a"), Vec::new());
        assert_eq!(prefs.plan_views[0].plan, "p5", "what stays as it was moves nothing");
        prefs.keep_view("p5", words(&"x".repeat(LONGEST + 1)), Vec::new());
        assert!(prefs.view_of("p5").is_some_and(|view| view.words.is_empty()));
    }

    #[test]
    fn two_windows_keep_what_each_of_them_changed() {
        let view = |plan: &str, text: &str| PlanView {
            plan: plan.to_owned(),
            words: words(text),
            filters: Vec::new(),
            unknown: Unknown::default(),
        };
        let base = [view("a", "1"), view("b", "1"), view("c", "1")];
        let mine = vec![view("a", "2"), view("b", "1"), view("c", "1")];
        let theirs = vec![view("b", "3"), view("a", "1"), view("d", "1")];
        assert_eq!(told(&merged(mine, &base, theirs)), "a 2, b 3, c 1, d 1");
    }
}
