//! The plan as one picture: the board, the arc, or one lane. One page, as high as what stands on it.
//!
//! * The arc is the page of the deck, given the height that all lanes need.
//! * The board and a lane are `board`: cards over a time axis, placed by `places`, drawn by `cards`.
//!
//! A wider picture is a larger page and not larger letters: what is chosen in pixels decides how far apart days are.

mod board;
mod cards;
mod places;

use std::collections::BTreeSet;

use super::super::choice::{Choice, Section};
use super::super::error::{ExportError, Watch};
use super::super::kit::Kit;
use super::super::plan::Plan;
use super::super::scene::{Fonts, Page, Size};
use super::frame::{FOOT, gather};
use super::{Build, arc};
use crate::analysis::packing;
use crate::words::picture as say_picture;

/// How many points of a page one pixel of the picture is: the smallest letters, 9 points high, are then 12 pixels.
const POINTS: f64 = 0.75;
/// The narrowest and the widest page, in points.
const WIDTHS: (f64, f64) = (960.0, 4800.0);
/// The height of a lane of the arc.
const ARC_LANE: f64 = 104.0;
/// What a page of the arc takes beside its lanes and its phases.
const ARC_REST: f64 = 230.0;

/// What a picture shows, resolved: which lane is known by now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The board.
    Board,
    /// The arc.
    Arc,
    /// The lane at that place in the plan.
    Lane(usize),
}

/// A picture, and what is worth saying about it.
#[derive(Clone, Debug)]
pub struct Poster {
    /// The page.
    pub page: Page,
    /// Signs that no font could show.
    pub missing: BTreeSet<String>,
    /// Names of pictures that could not be shown.
    pub broken: Vec<String>,
}

/// A plan as one page, as its reader may see it.
///
/// # Errors
/// When there is no such lane, or somebody stops it.
pub fn picture(plan: &Plan, kit: &Kit, choice: &Choice, shown: Shown, watch: Watch<'_>) -> Result<Poster, ExportError> {
    watch.step(0, 2)?;
    let drawn = |fonts: &Fonts| draw(plan, kit, choice, shown, fonts);
    let poster = drawn(&Fonts::shipped())?;
    watch.step(1, 2)?;
    // The fonts of the system are asked only for what the shipped ones do not have: else the same plan would look different
    // on every machine.
    if poster.missing.is_empty() { Ok(poster) } else { drawn(&Fonts::with_system()) }
}

fn draw(plan: &Plan, kit: &Kit, choice: &Choice, shown: Shown, fonts: &Fonts) -> Result<Poster, ExportError> {
    let width = (f64::from(choice.width) * POINTS).clamp(WIDTHS.0, WIDTHS.1);
    let size = Size::new(width, 540.0);
    match shown {
        // A plan without lanes has no arc to show; the board says so.
        Shown::Arc if plan.lanes.is_empty() => draw(plan, kit, choice, Shown::Board, fonts),
        Shown::Board => {
            let mut build = Build::new(plan, kit, choice, fonts, size);
            let about = board::About::plan(plan);
            let page = board::page(&mut build, &about, &[packing::Size::M, packing::Size::S]);
            Ok(finished(&build, page))
        }
        Shown::Lane(at) => {
            let lane =
                plan.lanes.get(at).ok_or_else(|| ExportError::told(|| (say_picture::no_lane(), say_picture::no_lane_hint())))?;
            let alone = Plan { lanes: vec![lane.clone()], ..plan.clone() };
            let mut build = Build::new(&alone, kit, choice, fonts, size);
            let about = board::About::lane(lane);
            let page = board::page(&mut build, &about, &[packing::Size::L, packing::Size::M, packing::Size::S]);
            Ok(finished(&build, page))
        }
        Shown::Arc => {
            let mut build = Build::new(plan, kit, choice, fonts, Size::new(WIDTHS.0, 540.0));
            let phases = arc::phases(&mut build).height();
            let mut height = ARC_REST + phases + ARC_LANE * plan.lanes.len().max(1) as f64;
            // A title of many lines takes the room of lanes: then the page grows until all of them stand on it.
            loop {
                let mut build = Build::new(plan, kit, choice, fonts, Size::new(WIDTHS.0, height));
                let waiting = arc::lanes(&mut build);
                if build.leaves.len() <= 1 || height > 1e6 {
                    let first = build.leaves.drain(..).next().map(|leaf| leaf.page);
                    let mut page = first.unwrap_or_else(|| build.bare(Section::Arc, &plan.name, None));
                    // On a page of the deck long reasons go on behind it; a picture grows.
                    let (reasons, y) = board::reasons(&mut build, waiting, height - FOOT + 8.0);
                    page.items.extend(reasons);
                    let (footer, high) = board::footer(&mut build, WIDTHS.0, y);
                    page.items.extend(footer);
                    page.size.height = y + high;
                    return Ok(finished(&build, page));
                }
                height *= 1.5;
            }
        }
    }
}

fn finished(build: &Build<'_>, page: Page) -> Poster {
    let mut missing = BTreeSet::new();
    gather(&page.items, &mut |laid| missing.extend(laid.missing.iter().cloned()));
    Poster { page, missing, broken: build.pictures.broken().to_vec() }
}
