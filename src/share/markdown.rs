//! The plan as Markdown: headings and tables that read well as plain text, too.

use std::fmt::Write as _;

use crate::words::{names, share as say};

use super::arc::{band_name, mark_name};
use super::choice::Choice;
use super::encode::Md;
use super::html::version;
use super::plan::{Card, LaneView, Plan, Reader};

/// The Markdown of a plan, as UTF-8.
#[must_use]
pub fn markdown(plan: &Plan, choice: &Choice) -> Vec<u8> {
    let mut out = Out(String::new());
    out.heading(1, &plan.name);
    out.paragraph(Some(&plan.brands.join(" · ")));
    out.paragraph(plan.line.as_deref());
    out.paragraph(Some(&version(plan, choice.made_on)));
    out.list(&plan.facts);
    if !plan.values.is_empty() {
        out.list(&[(say::stand_for(), plan.values.join(", "))]);
    }
    for lane in &plan.lanes {
        out.lane(lane, plan.reader);
    }
    if plan.lanes.is_empty() {
        out.paragraph(Some(say::empty_plan()));
    }
    if !plan.accepted.is_empty() {
        out.heading(2, say::accepted());
        out.row(&[say::finding(), say::reason()].map(Cell::from_own));
        out.rule(2);
        for risk in &plan.accepted {
            let mut reason = risk.reason.clone();
            for (label, text) in &risk.inside {
                let _ = write!(reason, " · {label}: {text}");
            }
            out.row(&[Cell(risk.sentence.clone().unwrap_or_else(|| say::no_longer_found().to_owned())), Cell(reason)]);
        }
        out.gap();
    }
    if plan.reader == Reader::Internal {
        out.findings(plan);
    }
    if plan.lanes.iter().any(|lane| lane.curve.is_some()) {
        out.paragraph(Some(say::curve_note()));
    }
    out.0.into_bytes()
}

/// The text of a table cell.
struct Cell(String);

impl Cell {
    fn from_own(text: &str) -> Self {
        Self(text.to_owned())
    }
}

struct Out(String);

impl Out {
    fn heading(&mut self, level: usize, text: &str) {
        let marks = "######".get(..level).unwrap_or("######");
        let _ = write!(self.0, "{marks} {}\n\n", Md(text));
    }

    fn paragraph(&mut self, text: Option<&str>) {
        if let Some(text) = text.filter(|text| !text.trim().is_empty()) {
            let _ = write!(self.0, "{}\n\n", Md(text));
        }
    }

    fn list(&mut self, items: &[(&'static str, String)]) {
        for (label, text) in items {
            let _ = writeln!(self.0, "- **{}:** {}", Md(label), Md(text));
        }
        if !items.is_empty() {
            self.gap();
        }
    }

    fn row(&mut self, cells: &[Cell]) {
        for cell in cells {
            let _ = write!(self.0, "| {} ", Md(&cell.0));
        }
        self.0.push_str("|\n");
    }

    fn rule(&mut self, columns: usize) {
        self.0.push_str(&"| --- ".repeat(columns));
        self.0.push_str("|\n");
    }

    fn gap(&mut self) {
        self.0.push('\n');
    }

    fn lane(&mut self, lane: &LaneView, reader: Reader) {
        self.heading(2, &lane.name);
        let mut about = lane.about.clone();
        about.extend(lane.badge.clone());
        about.extend(lane.curve.as_ref().map(|curve| say::at_the_end(band_name(curve.ends_in))));
        self.paragraph(Some(&about.join(" · ")));
        self.list(&lane.inside);
        if lane.cards.is_empty() {
            self.paragraph(Some(say::empty_lane()));
            return;
        }
        let mut columns = vec![say::when(), say::kind(), say::moment(), say::place(), say::gives(), say::asks()];
        if reader == Reader::Internal {
            columns.extend([say::status(), say::owner(), say::cost(), say::notes()]);
        }
        let cells: Vec<Cell> = columns.iter().map(|text| Cell::from_own(text)).collect();
        self.row(&cells);
        self.rule(columns.len());
        for card in &lane.cards {
            self.row(&card_cells(card));
        }
        self.gap();
        for quiet in &lane.quiet {
            self.paragraph(Some(&say::quiet(crate::words::days(quiet.days.into()))));
        }
    }

    fn findings(&mut self, plan: &Plan) {
        self.heading(2, say::findings());
        if plan.findings.is_empty() {
            self.paragraph(Some(say::no_findings()));
        } else {
            self.row(&[say::severity(), say::finding(), say::rule()].map(Cell::from_own));
            self.rule(3);
            for finding in &plan.findings {
                let mut text = format!("{}. {}", finding.title, finding.message);
                for line in &finding.lines {
                    let _ = write!(text, " · {line}");
                }
                self.row(&[Cell::from_own(finding.severity_name()), Cell(text), Cell::from_own(&finding.code)]);
            }
            self.gap();
        }
        if !plan.not_checked.is_empty() {
            self.heading(2, say::not_checked());
            for (lane, why) in &plan.not_checked {
                let _ = writeln!(self.0, "- **{}:** {}", Md(lane), Md(why));
            }
            self.gap();
        }
        if !plan.settings.is_empty() {
            self.heading(2, say::settings());
            for (what, why) in &plan.settings {
                let _ = writeln!(self.0, "- **{}:** {}", Md(what), Md(why));
            }
            self.gap();
        }
        if !plan.rules_off.is_empty() {
            self.heading(2, say::rules_off());
            for off in &plan.rules_off {
                let _ = writeln!(self.0, "- **{}:** {}", Md(&off.code), Md(&off.why));
            }
            self.gap();
        }
    }
}

fn card_cells(card: &Card) -> Vec<Cell> {
    let mut kind = names::kind(card.kind.key()).to_owned();
    for role in &card.covers {
        let _ = write!(kind, " + {}", names::kind(role.key()).to_lowercase());
    }
    let mut title = card.title.clone();
    if let Some(hook) = &card.hook {
        let _ = write!(title, " – {}", say::hook(hook));
    }
    let gives = card.gives_text().into_iter().chain(card.shared_value.clone());
    let mark = card.mark.map(|mark| format!(" ({})", mark_name(mark))).unwrap_or_default();
    let asks = card.asks.iter().map(|asks| format!("{asks}{mark}"));
    let asks = asks.chain(card.must_say.iter().map(|words| format!("{}: {words}", say::must_say())));
    let place = card.place.iter().cloned().chain(card.disclosure.clone());
    // A card that has only the second of two things says just that one.
    let joined = |parts: Vec<String>| Cell(parts.join(" · "));
    let (place, gives, asks) = (joined(place.collect()), joined(gives.collect()), joined(asks.collect()));
    let mut cells = vec![Cell(card.when.clone()), Cell(kind), Cell(title), place, gives, asks];
    if let Some(inside) = &card.inside {
        let more: Vec<String> = inside.more.iter().map(|(label, text)| format!("{label}: {text}")).collect();
        cells.extend([
            Cell::from_own(inside.status),
            Cell(inside.owner.clone().unwrap_or_default()),
            Cell(inside.cost.clone().unwrap_or_default()),
            Cell(more.join(" · ")),
        ]);
    }
    cells
}
