//! Campaign, analysis, findings and reader in, artifacts out: no paths, no clock, no window.
//!
//! [`plan`](plan()) builds the one view that every exporter reads. What a reader must not see is left out *there*,
//! once, so that no exporter can leak it: an exporter never sees the campaign. Every exporter is a pure function of
//! that view and its [`Options`]: same input, same bytes.
//!
//! | | internal | client |
//! |---|---|---|
//! | open findings, codes and rules that are off | yes | no |
//! | fees, budgets, compensation | yes | no |
//! | owners, notes, links, evidence, contacts | yes | no |
//! | approval states | yes | no |
//! | ideas in the tray | counted | no |
//! | accepted risks | all | those marked for the client, as sentence and reason |

mod arc;
pub mod encode;
mod html;
mod lanes;
mod markdown;
mod plan;
mod risks;
mod rules;

pub use html::html;
pub use markdown::markdown;
pub use plan::{Accepted, AskMark, Card, Curve, FindingLine, Inside, LaneView, Lasting, Plan, Quiet, Reader, RuleOffLine, plan};

use crate::check::Report;
use crate::model::{Campaign, Day};

/// What the caller decides about an artifact.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The day printed as the version of the artifact; unset prints none.
    pub made_on: Option<Day>,
}

/// What a page is written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// One self-contained web page.
    Html,
    /// Markdown.
    Markdown,
}

impl Form {
    /// The form that the ending of a file name asks for ("html", "htm", "md", "markdown"; capitals do not matter).
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<Self> {
        match ending.to_ascii_lowercase().as_str() {
            "html" | "htm" => Some(Self::Html),
            "md" | "markdown" => Some(Self::Markdown),
            _ => None,
        }
    }
}

/// The bytes of a page for a reader.
#[must_use]
pub fn page(campaign: &Campaign, report: &Report, reader: Reader, form: Form, options: &Options) -> Vec<u8> {
    let plan = plan(campaign, report, reader);
    match form {
        Form::Html => html(&plan, options),
        Form::Markdown => markdown(&plan, options),
    }
}
