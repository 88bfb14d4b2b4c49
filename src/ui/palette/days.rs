//! Phases and blackout dates as the palette finds them, and the filters that were saved. Never draws, and never says where they lead.

use super::data::What;
use super::matching::{Hay, How, Query};
use super::offers::Offers;
use crate::model::{Campaign, Day};
use crate::ui::board::Span;
use crate::words::{filter, palette as say, spans};

/// The phases and blackout dates that are found, the best first, earlier ones before later ones that are found as well.
pub(super) fn found(campaign: &Campaign, query: &Query, how: How) -> Vec<What> {
    let phases = campaign.phases.iter().enumerate().map(|(at, phase)| (Span::Phase(at), phase.name.as_str(), phase.from));
    let blackouts = campaign.blackouts.iter().enumerate();
    let blackouts = blackouts.map(|(at, blackout)| (Span::Blackout(at), why(blackout.why.as_deref()), blackout.from));
    let mut found: Vec<(std::cmp::Reverse<u32>, Day, Span)> = Vec::new();
    for (span, name, from) in phases.chain(blackouts) {
        let kind = match span {
            Span::Phase(_) => say::phase(),
            Span::Blackout(_) => say::blackout_dates(),
        };
        if let Some(score) = Hay::of(name, [kind]).rate(query, how, |_| 0) {
            found.push((std::cmp::Reverse(score), from, span));
        }
    }
    found.sort_by_key(|(score, from, _)| (*score, *from));
    found.into_iter().map(|(.., span)| What::Days(span)).collect()
}

/// What is there of it: what it is called, its first day and its last one.
pub(super) fn of(campaign: &Campaign, span: Span) -> Option<(&str, [Day; 2])> {
    match span {
        Span::Phase(at) => campaign.phases.get(at).map(|phase| (phase.name.as_str(), [phase.from, phase.to])),
        Span::Blackout(at) => {
            let blackout = campaign.blackouts.get(at)?;
            Some((why(blackout.why.as_deref()), [blackout.from, blackout.to]))
        }
    }
}

/// What blackout dates are called: their reason, where one was written.
fn why(reason: Option<&str>) -> &str {
    reason.map(str::trim).filter(|why| !why.is_empty()).unwrap_or_default()
}

/// What days are called of which nobody wrote what they are.
pub(super) fn unnamed(span: Span) -> &'static str {
    match span {
        Span::Phase(_) => spans::new_phase(),
        Span::Blackout(_) => say::blackout_dates(),
    }
}

/// The saved filters that are found, with how well.
pub(super) fn presets(offers: &Offers, query: &Query, how: How) -> Vec<(u32, What)> {
    let rated = |name: &str| Hay::of(&say::use_preset(name), [filter::presets(), filter::filters()]).rate(query, how, |_| 0);
    let presets = offers.presets.iter().enumerate();
    presets.filter_map(|(at, preset)| Some((rated(&preset.name)?, What::Preset(at)))).collect()
}
