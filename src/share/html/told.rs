//! The words and classes of what stands on a page.

use super::super::arc::{self, Shape};
use super::super::plan::{Accepted, AskMark, Card, FindingLine, LaneView};
use crate::analysis::curve::Band;
use crate::check::Severity;
use crate::model::AudienceValue;
use crate::words::{names, share as say};

/// The picture of how something is asked: a diamond, as in the arc and in every other format. The shapes of severities are those
/// of findings.
pub(super) fn mark_symbol(mark: AskMark) -> &'static str {
    match mark {
        AskMark::Error => "k-ask-err",
        AskMark::Warning => "k-ask-warn",
        AskMark::Accepted => "k-acc",
        AskMark::Ready => "k-ok",
        AskMark::Early => "k-early",
    }
}

impl FindingLine {
    /// The class of its severity.
    pub(super) fn class(&self) -> &'static str {
        match self.severity {
            Severity::Error => "err",
            Severity::Warning => "warn",
            Severity::Hint => "hint",
        }
    }

    /// The word for its severity.
    pub(in super::super) fn severity_name(&self) -> &'static str {
        match self.severity {
            Severity::Error => say::severity_error(),
            Severity::Warning => say::severity_warning(),
            Severity::Hint => say::severity_hint(),
        }
    }
}

impl LaneView {
    /// Where it ends, with the class of that band.
    pub(super) fn ends_in(&self) -> Option<(&'static str, String)> {
        let band = self.curve.as_ref()?.ends_in;
        let class = match band {
            Band::Strangers => "b1",
            Band::Introduced => "b2",
            Band::Trusted => "b3",
            Band::Committed => "b4",
        };
        Some((class, say::at_the_end(arc::band_name(band))))
    }

    /// What its cards give people, each once.
    pub(in super::super) fn gives_text(&self) -> Option<String> {
        let given = |value: &AudienceValue| self.cards.iter().any(|card| card.gives.contains(value));
        let names: Vec<&str> =
            AudienceValue::ALL.iter().filter(|value| given(value)).map(|value| names::choice(value.key())).collect();
        (!names.is_empty()).then(|| names.join(", "))
    }
}

impl Card {
    /// The class of its kind.
    pub(super) fn class(&self) -> &'static str {
        Shape::of(self.kind).class()
    }

    /// The name of its kind.
    pub(in super::super) fn kind_name(&self) -> &'static str {
        names::kind(self.kind.key())
    }

    /// "also values story, origin".
    pub(super) fn also(&self) -> Option<String> {
        let roles: Vec<String> = self.covers.iter().map(|kind| crate::words::inside(names::kind(kind.key()))).collect();
        (!roles.is_empty()).then(|| say::also(crate::words::list(&roles)))
    }

    pub(super) fn mark_text(&self) -> Option<(&'static str, &'static str)> {
        self.mark.map(|mark| (mark_symbol(mark), arc::mark_name(mark)))
    }

    pub(in super::super) fn gives_text(&self) -> Option<String> {
        let names: Vec<&str> = self.gives.iter().map(|value| names::choice(AudienceValue::key(*value))).collect();
        (!names.is_empty()).then(|| names.join(", "))
    }

    pub(in super::super) fn place_text(&self) -> String {
        self.place.join(" · ")
    }
}

impl Accepted {
    /// What was found.
    pub(in super::super) fn text(&self) -> &str {
        self.sentence.as_deref().unwrap_or(say::no_longer_found())
    }
}
