//! The plan as Markdown: headings and tables that read well as plain text, too.
//!
//! It says what the deck says, in the same order and the same words; what is not wanted of the deck is not in the text.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::words::{deck, deck_tables as tables, names, page as here, share as say};

use super::arc::{band_name, mark_name};
use super::choice::{Choice, Section};
use super::deck::told;
use super::encode::Md;
use super::html::{briefed, findings_title, name, version};
use super::plan::{Card, LaneView, Plan, Reader};
use super::tables::{Chapter, Days, Head, Part, Table, chapter};

/// The Markdown of a plan, as UTF-8.
#[must_use]
pub fn markdown(plan: &Plan, choice: &Choice) -> Vec<u8> {
    let mut out = Out(String::new());
    out.heading(1, name(plan));
    if choice.has(Section::Cover) {
        out.paragraph(&plan.brands.join(" · "));
        out.paragraph(plan.line.as_deref().unwrap_or_default());
        out.paragraph(&told::kicker(plan));
    }
    out.paragraph(&version(plan, choice.made_on));
    if choice.has(Section::Summary) {
        out.summary(plan);
    }
    if plan.lanes.is_empty() {
        out.paragraph(say::empty_plan());
    }
    if choice.has(Section::Arc) && !plan.lanes.is_empty() {
        out.arc(plan);
    }
    if choice.has(Section::Storyboards) && !plan.lanes.is_empty() {
        out.heading(2, say::storyboard());
        for lane in &plan.lanes {
            out.lane(lane, plan.reader);
        }
    }
    for section in [Section::Comparison, Section::Calendar, Section::Deliverables, Section::Disclosure, Section::Budget] {
        out.chapter(chapter(plan, choice, section));
    }
    if choice.has(Section::Findings) {
        out.findings(plan);
    }
    if choice.has(Section::Accepted) {
        out.accepted(plan);
    }
    if choice.has(Section::Own) {
        out.own(plan);
    }
    if choice.has(Section::Briefs) {
        let days = Days::of(plan);
        for lane in briefed(plan) {
            out.brief(lane, days);
        }
    }
    out.chapter(chapter(plan, choice, Section::Glossary));
    // Where a curve is spoken of, it is said what it is; the glossary does so itself.
    let speaks = choice.has(Section::Summary) || choice.has(Section::Arc) || choice.has(Section::Storyboards);
    if speaks && !choice.has(Section::Glossary) && plan.has_curve() {
        out.paragraph(say::curve_note());
    }
    out.0.into_bytes()
}

struct Out(String);

impl Out {
    fn heading(&mut self, level: usize, text: &str) {
        let marks = "######".get(..level).unwrap_or("######");
        let _ = write!(self.0, "{marks} {}\n\n", Md(text));
    }

    /// A heading by which a section is found, and what it says in a sentence.
    fn section(&mut self, name: &str, title: &str) {
        self.heading(2, name);
        if !title.trim().is_empty() {
            let _ = write!(self.0, "**{}**\n\n", Md(title));
        }
    }

    fn paragraph(&mut self, text: &str) {
        if !text.trim().is_empty() {
            let _ = write!(self.0, "{}\n\n", Md(text));
        }
    }

    /// Labels with their texts.
    fn pairs<'a>(&mut self, items: impl Iterator<Item = (&'a str, &'a str)>) {
        let before = self.0.len();
        for (label, text) in items {
            let _ = writeln!(self.0, "- **{}:** {}", Md(label), Md(text));
        }
        self.gap_after(before);
    }

    fn list<S: AsRef<str>>(&mut self, items: impl Iterator<Item = S>) {
        let before = self.0.len();
        for item in items {
            let _ = writeln!(self.0, "- {}", Md(item.as_ref()));
        }
        self.gap_after(before);
    }

    /// An empty line, where anything was written.
    fn gap_after(&mut self, before: usize) {
        if self.0.len() > before {
            self.0.push('\n');
        }
    }

    fn table(&mut self, table: &Table) {
        let row = |out: &mut String, cells: &mut dyn Iterator<Item = Cow<'_, str>>| {
            for cell in cells {
                let _ = write!(out, "| {} ", Md(&cell));
            }
            out.push_str("|\n");
        };
        row(&mut self.0, &mut table.heads.iter().map(|head| head.words.into()));
        for head in &table.heads {
            self.0.push_str(if head.is_number() { "| ---: " } else { "| --- " });
        }
        self.0.push_str("|\n");
        for cells in &table.rows {
            row(&mut self.0, &mut table.cells(cells).map(|(_, text)| text));
        }
        self.0.push('\n');
    }

    fn summary(&mut self, plan: &Plan) {
        self.section(deck::summary(), &told::summary(plan));
        let values = plan.values.join(", ");
        let facts = plan.facts.iter().map(|(label, text)| (*label, text.as_str()));
        self.pairs(facts.chain((!values.is_empty()).then_some((say::stand_for(), values.as_str()))));
        if !plan.lanes.is_empty() {
            self.heading(3, deck::summary_story());
        }
        self.list(plan.lanes.iter().map(|lane| told::story(plan, lane)));
    }

    fn arc(&mut self, plan: &Plan) {
        self.section(say::arc(), &told::arc(plan));
        self.paragraph(&told::arc_line(plan));
        self.list(plan.lanes.iter().map(told::row_of_arc));
    }

    fn lane(&mut self, lane: &LaneView, reader: Reader) {
        self.heading(3, &lane.name);
        let mut about = lane.about.clone();
        about.extend(lane.badge.clone());
        about.extend(lane.curve.as_ref().map(|curve| say::at_the_end(band_name(curve.ends_in))));
        self.paragraph(&about.join(" · "));
        if lane.cards.is_empty() {
            self.paragraph(say::empty_lane());
        } else {
            self.paragraph(&deck::sentence(told::lane(lane)));
        }
        self.pairs(lane.inside.iter().map(|(label, text)| (*label, text.as_str())));
        if lane.cards.is_empty() {
            return;
        }
        let mut heads = vec![
            Head::day(say::when()),
            Head::text(say::kind()),
            Head::name(say::moment()),
            Head::text(say::place()),
            Head::text(say::gives()),
            Head::text(say::shared_value()),
            Head::text(say::asks()),
            Head::text(say::must_say()),
            Head::text(say::disclosure()),
        ];
        if reader == Reader::Internal {
            heads.extend([say::status(), say::owner(), say::cost(), say::notes()].map(Head::text));
        }
        self.table(&Table::new(&*lane.name, heads, lane.cards.iter().map(card_cells).collect()));
        for quiet in &lane.quiet {
            self.paragraph(&deck::sentence(say::quiet(crate::words::days(quiet.days.into()))));
        }
    }

    fn chapter(&mut self, of: Option<Chapter>) {
        let Some(chapter) = of else { return };
        self.section(chapter.name, &chapter.title);
        self.paragraph(&chapter.line);
        for part in &chapter.parts {
            match part {
                Part::Heading(text) => self.heading(3, text),
                Part::Text(text) => self.paragraph(text),
                Part::List(items) => self.list(items.iter()),
                Part::Table(table) => self.table(table),
            }
        }
    }

    fn findings(&mut self, plan: &Plan) {
        self.section(say::findings(), &findings_title(plan));
        self.paragraph(say::findings_line());
        if !plan.findings.is_empty() {
            let heads = [say::severity(), say::finding(), tables::mend(), say::rule()].map(Head::text);
            let rows = plan.findings.iter().map(|finding| {
                let mut text = here::finding(&finding.title, &finding.message);
                for line in &finding.lines {
                    let _ = write!(text, " · {line}");
                }
                vec![finding.severity_name().to_owned(), text, finding.clears.join(" "), finding.code.clone()]
            });
            self.table(&Table::new(say::findings(), heads.to_vec(), rows.collect()));
        }
        let off = plan.rules_off.iter().map(|off| (off.code.as_str(), off.why.as_str())).collect::<Vec<_>>();
        for (heading, pairs) in [
            (say::not_checked(), borrowed(&plan.not_checked)),
            (say::settings(), borrowed(&plan.settings)),
            (say::rules_off(), off),
        ] {
            if !pairs.is_empty() {
                self.heading(3, heading);
                self.pairs(pairs.into_iter());
            }
        }
    }

    fn accepted(&mut self, plan: &Plan) {
        if plan.accepted.is_empty() {
            return;
        }
        self.heading(2, say::accepted());
        self.paragraph(say::accepted_line());
        let heads = [say::finding(), say::reason(), tables::accepted_inside()].map(Head::text);
        let rows = plan.accepted.iter().map(|risk| {
            let inside: Vec<String> = risk.inside.iter().map(|(label, text)| deck::said_of(label, text)).collect();
            vec![risk.text().to_owned(), risk.reason.clone(), inside.join(" · ")]
        });
        self.table(&Table::new(say::accepted(), heads.to_vec(), rows.collect()));
    }

    fn own(&mut self, plan: &Plan) {
        for page in told::written(plan) {
            self.heading(2, &page.title);
            for paragraph in &page.paragraphs {
                self.paragraph(paragraph);
            }
        }
    }

    fn brief(&mut self, of: &LaneView, days: Days) {
        let (title, below) = told::brief(of);
        self.heading(2, &title);
        self.paragraph(&below);
        self.paragraph(&told::introduced(of));
        let (values, gives) = (of.shared_values.join(", "), of.gives_text().unwrap_or_default());
        let pairs = [(deck::brief_stand_for(), values.as_str()), (deck::brief_gives(), gives.as_str())];
        self.pairs(pairs.into_iter().filter(|(_, text)| !text.is_empty()));
        let heads = vec![
            Head::day(say::when()),
            Head::name(say::moment()),
            Head::text(say::kind()),
            Head::text(say::place()),
            Head::word(tables::draft_due()),
            Head::word(tables::approval_due()),
        ];
        let rows = of.cards.iter().map(|card| {
            vec![
                card.when.clone(),
                titled(card),
                card.kind_name().to_owned(),
                card.place_text(),
                days.due(card.made.due.and_then(|due| due.draft)),
                days.due(card.made.due.and_then(|due| due.approval)),
            ]
        });
        self.table(&Table::new(title, heads, rows.collect()));
        let agreed = told::agreed(of);
        if agreed.is_empty() {
            self.paragraph(deck::brief_nothing_agreed());
        }
        for (heading, entries) in agreed {
            self.heading(3, heading);
            self.list(entries.iter());
        }
    }
}

fn borrowed(pairs: &[(String, String)]) -> Vec<(&str, &str)> {
    pairs.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect()
}

/// The title of a card with its first line.
fn titled(card: &Card) -> String {
    match &card.hook {
        Some(hook) => here::titled(&card.title, say::hook(hook)),
        None => card.title.clone(),
    }
}

fn card_cells(card: &Card) -> Vec<String> {
    let mut kind = card.kind_name().to_owned();
    for role in &card.covers {
        let _ = write!(kind, " + {}", crate::words::inside(names::kind(role.key())));
    }
    let asks = card.asks.as_ref().map(|asks| match card.mark {
        Some(mark) => here::marked(asks, crate::words::inside(mark_name(mark))),
        None => asks.clone(),
    });
    let mut cells = vec![
        card.when.clone(),
        kind,
        titled(card),
        card.place_text(),
        card.gives_text().unwrap_or_default(),
        card.shared_value.clone().unwrap_or_default(),
        asks.unwrap_or_default(),
        card.must_say.clone().unwrap_or_default(),
        card.disclosure.clone().unwrap_or_default(),
    ];
    if let Some(inside) = &card.inside {
        let more: Vec<String> = inside.more.iter().map(|(label, text)| deck::said_of(label, text)).collect();
        cells.extend([
            inside.status.to_owned(),
            inside.owner.clone().unwrap_or_default(),
            inside.cost.clone().unwrap_or_default(),
            more.join(" · "),
        ]);
    }
    cells
}
