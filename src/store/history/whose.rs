//! Whose versions stand for a file that can no longer be read: those of the plan that its head names, else those of the plan
//! that was saved to that place last.

use std::path::Path;

use super::{Head, Place, fs, head, places};
use crate::model::PlanId;
use crate::store::home::Home;

/// So much of a file is its head, in bytes.
const HEAD: usize = 4096;

/// The plan that has versions which can be read and that stood in this file; `None` where there is none.
#[must_use]
pub fn of_file(home: &Home, path: &Path, bytes: &[u8]) -> Option<PlanId> {
    named(bytes).filter(|plan| readable(home, *plan).is_some()).or_else(|| saved_to(home, path))
}

/// The id in the head of a plan, as far as that can be read.
fn named(bytes: &[u8]) -> Option<PlanId> {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(HEAD)).unwrap_or_default());
    // Below that word other things have ids.
    let head = head.split("campaign:").next().unwrap_or_default();
    head.split("id:").skip(1).find_map(|rest| ron::from_str(rest.split(['\n', ',']).next()?.trim()).ok())
}

/// The newest version of a plan that can be read.
fn readable(home: &Home, plan: PlanId) -> Option<Place> {
    places(&home.history(plan)).ok()?.into_iter().rfind(|place| place.sound)
}

/// The plan that was saved last to that place.
fn saved_to(home: &Home, path: &Path) -> Option<PlanId> {
    let path = path.display().to_string();
    let mut newest: Option<(i64, PlanId)> = None;
    for folder in fs::everything_in(&home.histories()).ok()? {
        let name = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let Some(plan) = ron::from_str::<PlanId>(&format!("\"{name}\"")).ok() else { continue };
        let Ok(places) = places(&folder) else { continue };
        let stood_there = |place: &&Place| {
            let start = fs::load_start(&place.path, head::LONGEST).ok();
            let head = start.and_then(|start| Head::read(&start).ok());
            place.sound && head.is_some_and(|(head, _)| head.facts.path.as_ref() == Some(&path))
        };
        let last = places.iter().rev().find(stood_there).map(|place| (place.at, plan));
        newest = newest.max(last);
    }
    newest.map(|(_, plan)| plan)
}
