//! How a plan is looked at, from one session to the next: the view in front, the filter and the saved ones, and what each view
//! keeps of its own. Kept in the preferences of this user by the id of the plan, and never in the plan.
//!
//! Where somebody stands on the board changes with every turn of the wheel, so that is only taken down when the plan leaves
//! the screen; everything else as soon as it changed.

use super::App;
use crate::store::prefs::KeptFilter;
use crate::ui::filter::{Filter, MOST_PRESETS, Preset};
use crate::ui::view::{Kept, View};

/// What views and filters are kept as.
const VIEW: &str = "view";
const FILTER: &str = "filter";

/// What was taken down last.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Noted {
    has_file: bool,
    front: View,
    filter: Filter,
    presets: Vec<Preset>,
}

impl App {
    /// Takes down what changed. Most frames compare and do nothing.
    pub(super) fn note_view(&mut self) {
        let (panels, noted) = (&self.view.panels, &self.view.noted);
        let has_file = self.plan.file.path.is_some();
        let same = noted.has_file == has_file
            && noted.front == panels.front
            && noted.filter == panels.filter.filter
            && noted.presets == panels.filter.presets;
        if !same {
            self.view.noted = Noted {
                has_file,
                front: panels.front,
                filter: panels.filter.filter.clone(),
                presets: panels.filter.presets.clone(),
            };
            self.keep_view();
        }
    }

    /// Takes down how the plan is looked at now. A plan without a file is not found again, so nothing of it is kept.
    pub(super) fn keep_view(&mut self) {
        if self.plan.file.path.is_none() {
            return;
        }
        let panels = &self.view.panels;
        let plan = self.plan.doc.campaign().id.to_string();
        // What other versions keep of this plan stays.
        let before = self.prefs.prefs.view_of(&plan).map(|view| view.words.clone()).unwrap_or_default();
        let mut kept = Kept::of(before);
        kept.set_word(VIEW, if panels.front == View::default() { "" } else { panels.front.key() });
        kept.set_word(FILTER, panels.filter.filter.write());
        panels.keep_layout(&mut kept);
        self.view.hiding.keep(&mut kept);
        let presets = panels.filter.presets.iter().map(|preset| KeptFilter::new(&preset.name, &preset.filter)).collect();
        self.prefs.prefs.keep_view(&plan, kept.into_words(), presets);
    }

    /// Looks at the plan as it was looked at last.
    pub(super) fn view_as_before(&mut self) {
        let plan = self.plan.doc.campaign().id.to_string();
        let Some(view) = self.prefs.prefs.view_of(&plan) else { return };
        let kept = Kept::of(view.words.clone());
        let front = kept.word(VIEW).and_then(|key| View::OFFERED.iter().copied().find(|view| view.key() == key));
        self.view.bring(front.unwrap_or_default());
        let panels = &mut self.view.panels;
        panels.filter.filter = kept.word(FILTER).map(Filter::read).unwrap_or_default();
        let presets = view.filters.iter().take(MOST_PRESETS);
        panels.filter.presets = presets.map(|kept| Preset { name: kept.name.clone(), filter: kept.filter.clone() }).collect();
        panels.set_layout(&kept);
        self.view.hiding.come_back(&kept);
    }
}
