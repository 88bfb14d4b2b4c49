//! The rules: the text of one (what it flags, why, on what evidence, and where it is wrong), and the list of all.

use egui::{
    Color32, CornerRadius, Frame, Id, Key, Label, Margin, Modifiers, Response, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo,
    pos2, vec2,
};

use crate::analysis::curve::{CONSTANTS, curve};
use crate::analysis::{Axis, dated};
use crate::check::{self, Body, Evidence, Rule};
use crate::model::{Day, Profile};
use crate::ui::arc::{self, Outline};
use crate::ui::findings::data::tone;
use crate::ui::fonts;
use crate::ui::icons;
use crate::ui::kit::marks::{self, Ask};
use crate::ui::kit::{self, Button, TextField, into_sight, paint};
use crate::ui::theme::{self, Tone, space};
use crate::ui::view::{Action, Actions, Mark};
use crate::words::language::{self, Language};
use crate::words::{board, house, mend, rule_list, window as say};

use super::{Dialog, default_focus, paragraph};

/// Width of these pages, in points.
const WIDTH: f32 = 620.0;

/// A row of the list that is narrower than this has two lines, in points.
const TWO_LINES: f32 = 400.0;

/// Height of the arc of an example, in points.
const ARC: f32 = 76.0;

/// Any Monday: day 0 of the examples, which name no date.
const DAY_ZERO: i32 = 20_878;

/// What a page answers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Answer {
    Close,
    /// From a rule to its settings.
    Settings(&'static str),
    /// From a rule back to all of them.
    Back,
    /// From all of them to one.
    Read(&'static str),
}

/// Explains the rule with that code; true once it was read, or its settings are wanted. Enter and Escape close it.
pub fn explain_ui(ui: &mut Ui, code: &str, out: &mut Actions) -> bool {
    match page(ui, code, false) {
        Some(Answer::Settings(code)) => {
            out.push(Action::RuleSettings(Some(code)));
            true
        }
        answer => answer.is_some(),
    }
}

/// All rules, or the one of them that is being read, and what is looked for among them.
#[derive(Clone, Debug, Default)]
pub struct RulesDraft {
    read: Option<&'static str>,
    search: String,
}

/// Lists all rules, and explains the one that is read; true once the list was closed. Escape leaves a rule for the list.
pub fn rules_ui(ui: &mut Ui, draft: &mut RulesDraft, out: &mut Actions) -> bool {
    let answer = match draft.read {
        Some(code) => page(ui, code, true),
        None => list(ui, &mut draft.search),
    };
    if answer.is_some() {
        // The other page is there with the next frame, not when the mouse moves.
        ui.ctx().request_repaint();
    }
    match answer {
        None => false,
        Some(Answer::Settings(code)) => {
            out.push(Action::RuleSettings(Some(code)));
            true
        }
        Some(Answer::Read(code)) => {
            draft.read = Some(code);
            false
        }
        Some(Answer::Back) => {
            draft.read = None;
            false
        }
        // Closed without an answer, a rule leads back to where it was opened.
        Some(Answer::Close) => draft.read.take().is_none(),
    }
}

fn room(ui: &Ui) -> f32 {
    (ui.ctx().content_rect().height() - 200.0).clamp(120.0, 620.0)
}

fn page(ui: &mut Ui, code: &str, from_list: bool) -> Option<Answer> {
    let rule = check::rule(code);
    let title = rule.map_or(code, |rule| rule.says());
    let height = room(ui);
    let answer = Dialog::read("explain dialog", title, WIDTH).show(
        ui.ctx(),
        |ui| {
            // Each rule begins at its first line, wherever the one before was left.
            let area = ScrollArea::vertical().id_salt(("rule", code)).max_height(height).min_scrolled_height(height);
            area.auto_shrink([false, true]).show(ui, |ui| {
                kit::scroll_by_keys(ui);
                match rule {
                    Some(rule) => sections(ui, rule),
                    None => paragraph(ui, &say::rule_gone(code)),
                }
            });
            None
        },
        |ui| {
            let close = Button::primary(say::close()).show(ui);
            default_focus(ui, close.id);
            let back = from_list && Button::secondary(mend::all_rules()).show(ui).clicked();
            let settings = rule.filter(|_| Button::secondary(house::settings_of_rule()).show(ui).clicked());
            match settings {
                Some(rule) => Some(Answer::Settings(rule.code)),
                None if back => Some(Answer::Back),
                None => close.clicked().then_some(Answer::Close),
            }
        },
    );
    answer.map(|answer| answer.unwrap_or(Answer::Close))
}

fn list(ui: &mut Ui, search: &mut String) -> Option<Answer> {
    // The field for the search stands above what scrolls.
    let height = room(ui) - 40.0;
    // Escape first takes the words out of it, as of every field that searches.
    if !search.is_empty() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        search.clear();
    }
    let rules = check::rules().iter().filter(|rule| check::mentions(rule, search));
    let found: Vec<&'static Rule> = rules.collect();
    let answer = Dialog::read("rules dialog", say::rules(), WIDTH).show(
        ui.ctx(),
        |ui| {
            let mut read = None;
            let id = Id::unique("search rules");
            let field =
                TextField::new(id, rule_list::search()).hint(rule_list::search_hint()).icon(icons::SEARCH).show(ui, search);
            // Enter in the field reads what is found first; it has to be asked before the field gets the keyboard back.
            if field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
                read = found.first().map(|rule| Answer::Read(rule.code));
            }
            default_focus(ui, id);
            ScrollArea::vertical().id_salt("rules").max_height(height).min_scrolled_height(height).auto_shrink(false).show(
                ui,
                |ui| {
                    kit::scroll_by_keys(ui);
                    ui.spacing_mut().item_spacing.y = 0.0;
                    match (search.trim().is_empty(), found.is_empty()) {
                        (true, _) => paragraph(ui, mend::rules_intro()),
                        (false, true) => paragraph(ui, &rule_list::none_found(search.trim())),
                        (false, false) => paragraph(ui, &rule_list::found(found.len(), check::rules().len())),
                    }
                    for (family, rules) in check::families(found) {
                        ui.add_space(space::XL);
                        kit::heading(ui, family);
                        ui.add_space(space::S);
                        for rule in rules {
                            if rule_row(ui, rule).clicked() {
                                read = Some(Answer::Read(rule.code));
                            }
                        }
                    }
                },
            );
            read
        },
        |ui| Button::primary(say::close()).show(ui).clicked().then_some(Answer::Close),
    );
    answer.map(|answer| answer.unwrap_or(Answer::Close))
}

/// A rule in the list: its title, its code, and the letter of its evidence.
fn rule_row(ui: &mut Ui, rule: &Rule) -> Response {
    let t = theme::of(ui);
    let width = ui.available_width() - space::L;
    // Where there is little room the title has a line of its own, or as many as it needs.
    let narrow = width < TWO_LINES;
    let above = paint::lines_within(ui.painter(), fonts::UI, rule.says(), t.text, width - 36.0, 4);
    let height = if narrow { above.size().y + 26.0 } else { 30.0 };
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    let evidence = rule.evidence.words();
    let strict = if rule.profile == Profile::Strict { rule_list::strict_mark() } else { "" };
    let name = mend::rule_row(rule.code, rule.says(), [evidence, strict].join(". ").trim_end_matches(". "));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    into_sight(&response);
    let fill = if response.hovered() { t.hover } else { Color32::TRANSPARENT };
    let painter = ui.painter();
    painter.rect_filled(rect, theme::R2, fill);
    painter.hline(rect.x_range(), rect.bottom(), Stroke::new(theme::EDGE, t.line_subtle));
    let y = rect.center().y;
    icons::CARET_RIGHT.paint(painter, pos2(rect.right() - 12.0, y), 11.0, t.text_3);
    let letter = match rule.evidence {
        Evidence::Judgement => rule_list::judgement().to_owned(),
        evidence => mend::evidence_letter(evidence.key()),
    };
    if narrow {
        let strict = (rule.profile == Profile::Strict).then(rule_list::strict_mark);
        let line = [rule.code].into_iter().chain(strict).chain([letter.as_str()]).collect::<Vec<_>>().join(" · ");
        let below = pos2(rect.left() + 8.0, rect.top() + above.size().y + 6.0);
        painter.galley(pos2(rect.left() + 8.0, rect.top() + 5.0), above, t.text);
        painter.galley(below, paint::line_within(painter, fonts::META, &line, t.text_3, width - 36.0), t.text_3);
        if response.has_focus() {
            paint::ring(painter, rect, theme::R2, -2.0, t.accent);
        }
        return response.on_hover_text(evidence);
    }
    let code = paint::line(painter, fonts::META, rule.code, t.text_3);
    painter.galley(pos2(rect.right() - 84.0, y - code.size().y / 2.0), code, t.text_3);
    let letter = paint::line(painter, fonts::META, &letter, t.text_3);
    let mut end = rect.right() - 100.0 - letter.size().x;
    painter.galley(pos2(end, y - letter.size().y / 2.0), letter, t.text_3);
    if rule.profile == Profile::Strict {
        let strict = paint::line(painter, fonts::META, rule_list::strict_mark(), t.text_3);
        end -= strict.size().x + 16.0;
        painter.galley(pos2(end, y - strict.size().y / 2.0), strict, t.text_3);
    }
    let title = paint::line_within(painter, fonts::UI, rule.says(), t.text, (end - rect.left() - 20.0).max(20.0));
    painter.galley(pos2(rect.left() + 8.0, y - title.size().y / 2.0), title, t.text);
    if response.has_focus() {
        paint::ring(painter, rect, theme::R2, -2.0, t.accent);
    }
    response.on_hover_text(evidence)
}

fn sections(ui: &mut Ui, rule: &Rule) {
    // The page is one English text, whatever else is spoken around it.
    let _spoken = language::speak(Language::English);
    let t = theme::of(ui);
    ui.spacing_mut().item_spacing.y = space::S;
    // The bar at the right lies over what scrolls.
    ui.set_max_width(ui.available_width() - space::L);
    let mut line = format!("{} · {}", rule.code, mend::planning_rule());
    if rule.profile == Profile::Strict {
        line = format!("{} · {} · {}", rule.code, rule_list::strict_mark(), mend::planning_rule());
    }
    ui.add(Label::new(fonts::META.rich(line).color(t.text_3)).wrap().selectable(true));
    for section in check::sections(rule) {
        ui.add_space(space::L);
        kit::heading(ui, section.heading);
        match section.body {
            Body::Text(paragraphs) => paragraphs.iter().for_each(|text| body(ui, text)),
            Body::Settings(texts, limits) => {
                body(ui, &texts.join(" "));
                limits.iter().filter_map(|limit| check::limit_line(limit, false)).for_each(|line| body(ui, &line));
            }
            Body::Evidence(strength, text) => {
                evidence(ui, strength);
                body(ui, text);
            }
            Body::Plan { notation, flagged } => example(ui, rule, notation, flagged),
        }
    }
}

fn body(ui: &mut Ui, text: &str) {
    // Backquotes mark names in Markdown; here they would only be in the way.
    let text = text.replace('`', "");
    ui.add(Label::new(fonts::UI.rich(text).color(theme::of(ui).text_2)).wrap().selectable(true));
}

/// The letter in a box, and what it stands for.
fn evidence(ui: &mut Ui, evidence: Evidence) {
    let t = theme::of(ui);
    let words = evidence.words();
    let galley = paint::line(ui.painter(), fonts::META_M, words, t.text_2);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(16.0, 6.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    ui.painter().rect_filled(rect, CornerRadius::same(theme::R1), t.k_pro_bg);
    ui.painter().galley(rect.center() - galley.size() / 2.0, galley, t.text_2);
}

/// A small plan: its arc as the board would draw it, and the plain sentence below.
fn example(ui: &mut Ui, rule: &Rule, notation: &str, flagged: bool) {
    let t = theme::of(ui);
    let edge = if flagged { t.s_warn_line } else { t.s_ok_line };
    let sketch = check::Sketch::parse(notation).ok();
    let shown = Frame::NONE.fill(t.sunken).corner_radius(theme::R2).inner_margin(Margin::symmetric(12, 8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        if let Some((outline, tones)) = sketch.as_ref().and_then(|sketch| outline(sketch, rule, flagged)) {
            let (_, rect) = ui.allocate_space(vec2(ui.available_width(), ARC));
            let plot = outline.plot(rect.shrink2(vec2(10.0, 9.0)), arc::TOP);
            outline.draw(ui.painter(), &plot, t.sunken, t);
            for (spot, tone) in outline.spots.iter().zip(&tones) {
                if let (Some(tone), None) = (tone, spot.ask) {
                    let at =
                        spot.value.map_or_else(|| pos2(plot.x(spot.day), plot.rect.center().y), |value| plot.at(spot.day, value));
                    marks::tone(ui.painter(), at - vec2(0.0, 15.0), 13.0, *tone, t);
                }
            }
            if !outline.line.is_empty() {
                let label = paint::line(ui.painter(), fonts::META, board::ready_to_ask(), t.ready);
                ui.painter().galley(pos2(plot.rect.left(), plot.y(CONSTANTS.ready) - label.size().y - 1.0), label, t.ready);
            }
        }
        let text = sketch.map_or_else(|| notation.to_owned(), |sketch| sketch.sentence());
        ui.add(Label::new(fonts::BODY.rich(text).color(t.text)).wrap().selectable(true));
    });
    let rect = shown.response.rect;
    ui.painter().rect_filled(rect.with_max_x(rect.left() + 3.0), CornerRadius::same(2), edge);
}

/// The arc of a sketch with its findings, and for each of its cards the tone of what the rule says about it; `None` where no
/// card has a day. Where something is flagged no ask is ticked off: the page shows what the rule says, and nothing else.
fn outline(sketch: &check::Sketch, rule: &Rule, flagged: bool) -> Option<(Outline, Vec<Option<Tone>>)> {
    let campaign = sketch.campaign(Some(Day::from_number(DAY_ZERO)));
    let options = check::Options { profile: Some(rule.profile), ..check::Options::default() };
    let findings = check::check(&campaign, &options).findings;
    let lane = campaign.lanes.first()?;
    let mark = |id| findings.iter().filter(|finding| finding.subject() == Some(id)).map(|f| Mark::Open(f.severity)).min();
    let mut outline = Outline::of_lane(&campaign, lane, curve(&campaign, lane).as_ref(), mark)?;
    let said = |id| findings.iter().find(|finding| finding.rule == rule && finding.subject() == Some(id));
    let cards = dated(&campaign, lane, Axis::of_lane(&campaign, lane)?);
    let tones: Vec<Option<Tone>> = cards.iter().map(|card| said(card.moment.id).map(tone)).collect();
    if flagged {
        for (spot, tone) in outline.spots.iter_mut().zip(&tones) {
            spot.ask = match (spot.ask, tone) {
                (Some(_), Some(tone)) => Some(Ask::Open(*tone)),
                (Some(Ask::Ready), None) => None,
                (ask, _) => ask,
            };
        }
    }
    Some((outline, tones))
}
