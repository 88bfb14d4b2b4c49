//! Accepting a finding: why it is all right, who says so, how long, and how much of the plan that covers.

use std::borrow::Cow;
use std::collections::BTreeSet;

use egui::{
    Align, CornerRadius, Frame, Id, Key, Label, Margin, Modifiers, Popup, PopupCloseBehavior, Response, Role, ScrollArea, Sense,
    Stroke, Ui, WidgetInfo, pos2, vec2,
};

use crate::check::{Finding, accepted_facts};
use crate::model::{Acceptance, AcceptanceId, Campaign, Day, Scope, Unknown};
use crate::ui::findings::data;
use crate::ui::kit::{self, Button, TextField, marks, paint};
use crate::ui::theme::{self, Tone, space};
use crate::ui::view::{Cx, Derived, FindingKey};
use crate::ui::{fonts, icons};
use crate::words::{accept as say, counts, window};

use super::Dialog;
use super::evidence::Evidence;

/// Width of the dialog, in points.
const WIDTH: f32 = 544.0;
/// Room for the scroll bar, in points.
const BAR: f32 = 12.0;
/// Most lines that say what the finding is; the others are under the pointer.
const LINES: usize = 4;
/// Most names that are offered.
const MOST_NAMES: usize = 12;

/// How much of the plan an acceptance covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The card that the finding is about.
    Moment,
    /// Everything of its kind in its lane.
    Lane,
    /// Everything of its kind in the plan.
    Plan,
}

/// What became of the dialog since it opened.
#[derive(Clone, Copy, Debug, Default)]
struct Shown {
    /// Somebody wanted to accept while something was missing: from then on what is missing is said.
    tried: bool,
    /// The keyboard was put on the reason.
    begun: bool,
    /// What is asked is higher than the window has room for.
    scrolls: bool,
}

/// An acceptance that is being written.
#[derive(Clone, Debug)]
pub struct AcceptDraft {
    /// The finding.
    pub key: FindingKey,
    /// The acceptance that this changes; `None` for a new one.
    pub changes: Option<AcceptanceId>,
    reach: Reach,
    reason: String,
    owner: String,
    until: Option<Day>,
    to_client: bool,
    shown: Shown,
    /// What is missing is scrolled to, once it is drawn.
    leads: bool,
    month: (i16, i8),
    known: Vec<String>,
}

impl AcceptDraft {
    /// A new one of that finding. `name` is what this user signed the last one with; the end of the plan is proposed as its
    /// end.
    #[must_use]
    pub fn new(campaign: &Campaign, finding: &Finding, name: &str, today: Day) -> Self {
        let until = campaign.end.filter(|end| *end >= today);
        let shown = until.unwrap_or(today).date();
        Self {
            key: FindingKey::of(finding),
            changes: None,
            reach: reaches(finding).first().copied().unwrap_or(Reach::Plan),
            reason: String::new(),
            owner: name.to_owned(),
            until,
            to_client: false,
            shown: Shown::default(),
            leads: false,
            month: (shown.year(), shown.month()),
            known: known_names(campaign),
        }
    }

    /// An acceptance of that finding as it is, to be changed.
    #[must_use]
    pub fn change(campaign: &Campaign, finding: &Finding, acceptance: &Acceptance, today: Day) -> Self {
        let mut draft = Self::new(campaign, finding, &acceptance.owner, today);
        let shown = acceptance.until.unwrap_or(today).date();
        draft.changes = Some(acceptance.id);
        draft.reach = match acceptance.target {
            Scope::Moment(_) => Reach::Moment,
            Scope::Lane(_) => Reach::Lane,
            Scope::Campaign => Reach::Plan,
        };
        draft.reason.clone_from(&acceptance.reason);
        draft.until = acceptance.until;
        draft.to_client = acceptance.show_to_client;
        draft.month = (shown.year(), shown.month());
        draft
    }

    /// Who stands for it, as written.
    #[must_use]
    pub fn owner(&self) -> &str {
        self.owner.trim()
    }

    /// What it covers.
    fn target(&self, finding: &Finding) -> Scope {
        match (self.reach, finding.subject(), finding.lane) {
            (Reach::Moment, Some(id), _) => Scope::Moment(id),
            (Reach::Moment | Reach::Lane, _, Some(id)) => Scope::Lane(id),
            _ => Scope::Campaign,
        }
    }

    /// The acceptance as written, with what it rests on now. Whatever else an earlier one holds is kept.
    #[must_use]
    pub fn acceptance(&self, derived: &Derived, finding: &Finding, id: AcceptanceId, before: Option<&Acceptance>) -> Acceptance {
        let target = self.target(finding);
        Acceptance {
            id,
            rule: finding.code().to_owned(),
            target,
            reason: self.reason.trim().to_owned(),
            owner: self.owner().to_owned(),
            until: self.until,
            show_to_client: self.to_client,
            facts: accepted_facts(finding, derived.findings.iter().map(AsRef::as_ref), target),
            unknown: before.map_or_else(Unknown::default, |before| before.unknown.clone()),
        }
    }

    /// How many findings it covers.
    #[must_use]
    pub fn covers(&self, derived: &Derived, finding: &Finding) -> usize {
        count(derived, finding, self.target(finding))
    }

    fn is_complete(&self) -> bool {
        !self.reason.trim().is_empty() && !self.owner().is_empty()
    }
}

fn count(derived: &Derived, finding: &Finding, target: Scope) -> usize {
    let alike = derived.findings.iter().filter(|other| other.rule == finding.rule);
    alike
        .filter(|other| match target {
            Scope::Campaign => true,
            Scope::Lane(id) => other.lane == Some(id),
            Scope::Moment(id) => other.subject() == Some(id),
        })
        .count()
}

/// How far an acceptance of a finding can reach, the least first.
fn reaches(finding: &Finding) -> Vec<Reach> {
    let moment = finding.subject().map(|_| Reach::Moment);
    let lane = finding.lane.map(|_| Reach::Lane);
    moment.into_iter().chain(lane).chain([Reach::Plan]).collect()
}

/// Everybody whom the plan names as somebody who decides, those who accepted something first.
fn known_names(campaign: &Campaign) -> Vec<String> {
    let accepted = campaign.acceptances.iter().map(|acceptance| acceptance.owner.as_str());
    let noted = campaign.lanes.iter().filter_map(|lane| lane.relationship.recorded_by.as_deref());
    let cards = campaign.lanes.iter().flat_map(|lane| &lane.moments).filter_map(|moment| moment.owner.as_deref());
    let off = campaign.rules_off.iter().map(|off| off.by.as_str());
    let mut seen = BTreeSet::new();
    let all = accepted.chain(off).chain(noted).chain(cards).map(str::trim).filter(|name| !name.is_empty());
    all.filter(|name| seen.insert(*name)).take(MOST_NAMES).map(str::to_owned).collect()
}

/// What was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AcceptAnswer {
    /// Accept it as written.
    Accept,
    /// Leave everything as it is.
    Cancel,
}

/// Asks why a finding is all right. Ctrl+Enter accepts, and so does Enter outside of the reason; Escape cancels.
pub fn accept_ui(cx: &Cx<'_>, draft: &mut AcceptDraft, ui: &mut Ui) -> Option<AcceptAnswer> {
    let Some(finding) = data::find(cx.derived, &draft.key) else { return Some(AcceptAnswer::Cancel) };
    // One that holds no longer is accepted again, in the words of the first time.
    let changes = draft.changes.is_some() && !finding.state.is_open();
    let title = if changes { say::title_change() } else { say::title() };
    let height = (ui.ctx().content_rect().height() - 180.0).max(160.0);
    let (mut wanted, mut done) = (false, false);
    // The field takes Enter for a new line, so the keys that accept are taken before it sees them.
    wanted |= ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
    let word = match draft.until {
        _ if changes => say::save_change().to_owned(),
        Some(day) => say::accept_until(day.short()),
        None => say::accept().to_owned(),
    };
    let answer = Dialog::filled("accept dialog", title, WIDTH).show(
        ui.ctx(),
        |ui| {
            let area = ScrollArea::vertical()
                .id_salt("accept")
                .max_height(height)
                .min_scrolled_height(height)
                .auto_shrink([false, true]);
            let shown = area.show(ui, |ui| {
                kit::scroll_by_keys(ui);
                ui.spacing_mut().item_spacing.y = space::M;
                // The bar floats over what it scrolls: where there is one, the fields leave it its room.
                ui.set_max_width(ui.available_width() - if draft.shown.scrolls { BAR } else { 0.0 });
                wanted |= body(cx, draft, finding, ui);
            });
            let scrolls = shown.content_size.y > shown.inner_rect.height() + 0.5;
            if std::mem::replace(&mut draft.shown.scrolls, scrolls) != scrolls {
                ui.ctx().request_repaint();
            }
            None
        },
        |ui| {
            done = Button::primary(&word).icon(icons::ACCEPTED).tall(96.0).show(ui).clicked();
            Button::secondary(window::cancel()).tall(76.0).show(ui).clicked().then_some(())
        },
    );
    if answer.is_some() {
        return Some(AcceptAnswer::Cancel);
    }
    if wanted || done {
        if draft.is_complete() {
            return Some(AcceptAnswer::Accept);
        }
        draft.shown.tried = true;
        draft.leads = true;
        // To the field that is missing, with the reason why beside it.
        let id = if draft.reason.trim().is_empty() { reason_id() } else { owner_id() };
        ui.memory_mut(|memory| memory.request_focus(id));
        ui.ctx().request_repaint();
    }
    None
}

fn reason_id() -> Id {
    Id::unique("accept reason")
}

fn owner_id() -> Id {
    Id::unique("accept owner")
}

/// Draws what is asked; whether Enter was pressed where that accepts.
fn body(cx: &Cx<'_>, draft: &mut AcceptDraft, finding: &Finding, ui: &mut Ui) -> bool {
    finding_box(cx, finding, ui);
    let view = cx.derived.lanes.iter().find(|view| Some(view.lane.id) == finding.lane);
    if let Some(evidence) = view.and_then(|view| Evidence::of(cx.campaign, cx.years(), view, finding)) {
        ui.add_space(space::S);
        evidence.show(ui);
    }
    ui.add_space(space::S);
    heading(ui, say::why());
    reasons(draft, ui);
    let missing = draft.shown.tried && draft.reason.trim().is_empty();
    let field = TextField::new(reason_id(), say::why())
        .rows(3)
        .hint(say::why_hint())
        .tone(missing.then_some(Tone::Error))
        .show_marked(ui, &mut draft.reason);
    if !std::mem::replace(&mut draft.shown.begun, true) {
        field.request_focus();
    }
    if missing {
        lead(draft, &wrong(ui, say::why_missing()).union(field));
    }
    ui.add_space(space::S);
    heading(ui, say::covers());
    reach(cx, draft, finding, ui);
    ui.add_space(space::S);
    let enter = owner_and_end(cx, draft, ui);
    ui.add_space(space::S);
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), Sense::hover());
    if kit::tick(ui, row, 0.0, Id::unique("accept client"), say::to_client(), draft.to_client).clicked() {
        draft.to_client = !draft.to_client;
    }
    let note = if finding.subject().is_some() { say::note() } else { say::note_lane() };
    small(ui, note);
    enter
}

/// The finding in its tone: what it is, who, what, when, and what follows.
fn finding_box(cx: &Cx<'_>, finding: &Finding, ui: &mut Ui) {
    let t = cx.tokens;
    let tone = match finding.severity {
        crate::check::Severity::Error => Tone::Error,
        crate::check::Severity::Warning => Tone::Warning,
        crate::check::Severity::Hint => Tone::Hint,
    };
    let colors = t.tone(tone);
    let frame = Frame::NONE
        .fill(colors.bg)
        .stroke(Stroke::new(theme::EDGE, colors.edge))
        .corner_radius(CornerRadius::same(theme::R3))
        .inner_margin(Margin { left: 34, right: 12, top: 10, bottom: 10 });
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::XS;
        ui.add(Label::new(fonts::UI_B.rich(finding.title).color(t.text)).wrap());
        let text = format!("{} {}", finding.message, finding.help);
        let galley = paint::lines_within(ui.painter(), fonts::BODY, &text, t.text_2, ui.available_width(), LINES);
        let cut = galley.elided;
        let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
        ui.painter().galley(rect.min, galley, t.text_2);
        if cut {
            response.on_hover_text(&text);
        }
    });
    let rect = shown.response.rect;
    marks::tone(ui.painter(), pos2(rect.left() + 18.0, rect.top() + 19.0), 16.0, tone, t);
}

/// Reasons that are given often. One that is pressed begins the text; another one takes its place.
fn reasons(draft: &mut AcceptDraft, ui: &mut Ui) {
    let ready = [say::reason_fan(), say::reason_date(), say::reason_wish()];
    let begun = ready.into_iter().find(|reason| draft.reason.starts_with(reason));
    let other = begun.is_none() && !draft.reason.trim().is_empty();
    let at = begun.map_or(other.then_some(ready.len()), |begun| ready.iter().position(|reason| *reason == begun));
    let stop = kit::OneStop::begin(ui, Id::unique("accept reasons"), ready.len() + 1, at);
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::M, space::S);
        for (at, reason) in ready.into_iter().enumerate() {
            if kit::choice_chip(ui, (stop, at), reason, begun == Some(reason)).clicked() {
                chosen = Some(reason);
            }
        }
        if kit::choice_chip(ui, (stop, ready.len()), say::reason_other(), other).clicked() {
            chosen = Some("");
        }
    });
    let Some(chosen) = chosen else { return };
    let rest = begun.map_or(draft.reason.as_str(), |begun| &draft.reason[begun.len()..]);
    let rest = rest.trim_start_matches([':', '.', ',']).trim_start().to_owned();
    draft.reason = if chosen.is_empty() { rest } else { format!("{chosen}. {rest}") };
    // What comes next is to say more. The field takes the keyboard once it is drawn: before, it would give it up again,
    // because the press was not on it.
    kit::cursor_to_end(ui.ctx(), reason_id(), &draft.reason);
    draft.shown.begun = false;
}

/// How much is accepted, in plain words and with how many findings that is.
fn reach(cx: &Cx<'_>, draft: &mut AcceptDraft, finding: &Finding, ui: &mut Ui) {
    let lane = finding.lane.and_then(|id| cx.campaign.lane(id));
    let name = lane.map_or(Cow::Borrowed(""), |lane| cx.campaign.short_lane_name(lane));
    let choices = reaches(finding);
    let at = choices.iter().position(|choice| *choice == draft.reach);
    let stop = kit::OneStop::begin(ui, Id::unique("accept reach"), choices.len(), at);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::M, space::S);
        for (at, choice) in choices.into_iter().enumerate() {
            let word = match choice {
                Reach::Moment => say::this_moment().to_owned(),
                Reach::Lane => say::like_in_lane(&name),
                Reach::Plan => say::like_in_plan().to_owned(),
            };
            if kit::choice_chip(ui, (stop, at), &word, draft.reach == choice).clicked() {
                draft.reach = choice;
            }
        }
    });
    let found = counts::findings(draft.covers(cx.derived, finding));
    let note = match draft.target(finding) {
        Scope::Moment(_) => say::scope_note_moment().to_owned(),
        Scope::Lane(_) => say::scope_note_lane(found, &name),
        Scope::Campaign => say::scope_note_plan(found),
    };
    small(ui, &note);
}

/// Who stands for it and until when, side by side; whether Enter was pressed in the name.
fn owner_and_end(cx: &Cx<'_>, draft: &mut AcceptDraft, ui: &mut Ui) -> bool {
    let half = (ui.available_width() - space::XL) / 2.0;
    let mut enter = false;
    ui.columns(2, |columns| {
        let [left, right] = columns else { return };
        left.spacing_mut().item_spacing.y = space::S;
        right.spacing_mut().item_spacing.y = space::S;
        heading(left, say::owner());
        enter = owner(draft, left, half);
        heading(right, say::expires());
        expiry(cx, draft, right, half);
    });
    enter
}

fn owner(draft: &mut AcceptDraft, ui: &mut Ui, width: f32) -> bool {
    let missing = draft.shown.tried && draft.owner().is_empty();
    let place = ui.next_widget_position();
    let response = TextField::new(owner_id(), say::owner_named())
        .hint(say::owner_hint())
        .icon(icons::USER)
        .width(width)
        .room(!draft.known.is_empty())
        .tone(missing.then_some(Tone::Error))
        .show(ui, &mut draft.owner);
    // After Tab the keyboard is somewhere else: Enter is for what has it then.
    let left = response.lost_focus() && ui.memory(|memory| memory.focused().is_none());
    let enter = left && ui.input(|input| input.key_pressed(Key::Enter));
    if !draft.known.is_empty() {
        let whole = egui::Rect::from_min_size(place, vec2(width, theme::FIELD));
        let rect = whole.with_min_x(whole.right() - 24.0);
        let button = ui.interact(rect, Id::unique("accept known owners"), Sense::click());
        button.widget_info(|| WidgetInfo::labeled(Role::Button, true, say::known_owners()));
        kit::opens_menu(&button);
        kit::note_opening(&button);
        let open = Popup::is_id_open(ui.ctx(), Popup::default_response_id(&button));
        let t = theme::of(ui);
        icons::CARET_DOWN.paint(ui.painter(), rect.center(), 11.0, t.text_3);
        if button.has_focus() {
            paint::ring(ui.painter(), rect, theme::R2, -2.0, t.accent);
        }
        // Under the whole field, whose names they are.
        Popup::menu(&button).anchor(whole).width(width).accessible_name(say::known_owners()).show(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            for (at, name) in draft.known.iter().enumerate() {
                let row = kit::menu_row(ui, Some(icons::USER), name, "", *name == draft.owner);
                // The keyboard goes to the name that is written already, else to the first.
                if at == 0 && !draft.known.contains(&draft.owner) && kit::was_just_opened(ui) {
                    row.request_focus();
                }
                if row.clicked() {
                    draft.owner.clone_from(name);
                    ui.close();
                }
            }
        });
        kit::give_back(&button, open);
    }
    if missing {
        lead(draft, &wrong(ui, say::owner_missing()).union(response));
    }
    enter
}

/// The last day, out of a calendar; or none.
fn expiry(cx: &Cx<'_>, draft: &mut AcceptDraft, ui: &mut Ui, width: f32) {
    let t = cx.tokens;
    let (_, rect) = ui.allocate_space(vec2(width, theme::FIELD));
    let button = ui.interact(rect, Id::unique("accept expiry"), Sense::click());
    let shown = draft.until.map_or_else(|| say::no_end().to_owned(), Day::in_full);
    button.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ComboBox, true, say::expires());
        info.current_text_value = Some(shown.clone());
        info
    });
    kit::opens_menu(&button);
    kit::note_opening(&button);
    let open = Popup::is_id_open(ui.ctx(), Popup::default_response_id(&button));
    let fill = if button.hovered() { t.hover } else { t.card };
    let painter = ui.painter();
    painter.rect(rect, CornerRadius::same(theme::R2), fill, Stroke::new(theme::EDGE, t.line), egui::StrokeKind::Inside);
    icons::CALENDAR.paint(painter, pos2(rect.left() + 15.0, rect.center().y), 14.0, t.text_2);
    paint::text_at(painter, rect.left() + 28.0, rect.center().y, fonts::BODY, &shown, t.text);
    icons::CARET_DOWN.paint(painter, pos2(rect.right() - 13.0, rect.center().y), 11.0, t.text_3);
    if button.has_focus() {
        paint::ring(painter, rect, theme::R2, -2.0, t.accent);
    }
    let popup =
        Popup::menu(&button).width(width).close_behavior(PopupCloseBehavior::CloseOnClickOutside).accessible_name(say::expires());
    popup.show(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        let mut picked = None;
        if kit::menu_row(ui, None, say::no_end(), "", draft.until.is_none()).clicked() {
            picked = Some(None);
        }
        if let Some(end) = cx.campaign.end.filter(|end| *end >= cx.today)
            && kit::menu_row(ui, None, &say::plan_end(end.long()), "", draft.until == Some(end)).clicked()
        {
            picked = Some(Some(end));
        }
        ui.add_space(space::M);
        if let Some(day) = kit::month_grid(ui, &mut draft.month, draft.until, cx.today) {
            picked = Some(Some(day));
        }
        if let Some(picked) = picked {
            draft.until = picked;
            ui.close();
        }
    });
    kit::give_back(&button, open);
    if draft.until.is_some_and(|until| until < cx.today) {
        wrong(ui, say::expires_past());
    }
}

fn heading(ui: &mut Ui, words: &str) {
    let label = ui.add(Label::new(fonts::BODY_M.rich(words).color(theme::of(ui).text)).selectable(false));
    label.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
}

fn small(ui: &mut Ui, text: &str) {
    let color = theme::of(ui).text_2;
    ui.add(Label::new(fonts::BODY.rich(text).color(color)).wrap());
}

/// Scrolls to the first thing that is missing, right after somebody wanted to accept without it.
fn lead(draft: &mut AcceptDraft, what: &Response) {
    if std::mem::take(&mut draft.leads) {
        what.scroll_to_me(Some(Align::Center));
    }
}

/// What is wrong with the field above, in words.
fn wrong(ui: &mut Ui, words: &str) -> Response {
    let color = theme::of(ui).tone(Tone::Error).text;
    let label = ui.add(Label::new(fonts::META.rich(words).color(color)).wrap());
    label.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    label
}
