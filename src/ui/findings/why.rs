//! Why a finding is there: what was looked at, the limit that was used and where it is set, and what would clear it.

use egui::{Align, Label, Layout, Popup, Response, Role, Ui, WidgetInfo, vec2};

use crate::check::{Finding, Options, Origin};
use crate::model::{BrandId, Campaign, CreatorId, Day, Kind, LaneId, MomentId, Platform, ProductId};
use crate::ui::board::when_text;
use crate::ui::fonts;
use crate::ui::kit::{Button, paint};
use crate::ui::theme::{self, space};
use crate::ui::view::{Action, Actions, Cx};
use crate::words::{accept, mend as say, names};

/// Width of the box, in points.
const WIDTH: f32 = 360.0;

/// The limit of a finding in words, and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// "At least 7 days from …".
    pub text: String,
    /// "The default of the rule", or who set it and why.
    pub origin: String,
}

/// What a finding rests on, with names and readable days instead of ids.
#[must_use]
pub fn facts(campaign: &Campaign, finding: &Finding) -> Vec<String> {
    finding.facts.iter().map(|fact| fact_words(campaign, finding, fact)).collect()
}

fn fact_words(campaign: &Campaign, finding: &Finding, fact: &str) -> String {
    let lane = finding.lane.and_then(|id| campaign.lane(id));
    // What a finding says of its own cards can be said as the cards say it.
    let own = finding.moments.iter().find(|id| fact.split(' ').nth(1) == Some(id.to_string().as_str()));
    if let Some(moment) = own.and_then(|id| lane?.moments.iter().find(|moment| moment.id == *id)) {
        let day = campaign.day_of(moment.when).map_or_else(|| when_text(campaign, moment.when), Day::with_weekday);
        let day = moment.time.map_or_else(|| day.clone(), |time| format!("{day}, {time}"));
        return say::card_on(names::kind(moment.kind.key()), moment.title.trim(), day);
    }
    let standing = lane.and_then(|lane| Some((lane, fact.strip_prefix(&format!("lane {}: ", lane.id))?)));
    if let Some((lane, status)) = standing {
        return say::relationship_before(campaign.lane_name(lane), names::choice(status));
    }
    let creator = fact.strip_prefix("creator ").and_then(CreatorId::parse).and_then(|id| campaign.creator(id));
    if let Some(creator) = creator {
        return accept::fact_creator(&creator.name);
    }
    // "history: lane l1" is about whose lane it is.
    let mut words: Vec<&str> = fact.split(' ').collect();
    if let Some(at) = words.iter().position(|word| *word == "lane") {
        words.remove(at);
    }
    // Elsewhere "press" and "other" are words like all others.
    let is_platform = fact.starts_with("platform:");
    let words: Vec<String> = words
        .into_iter()
        .map(|word| {
            // What ends a part of a fact is not part of an id.
            let bare = word.trim_end_matches([',', ':', ';']);
            let platform = Platform::ALL.iter().find(|platform| is_platform && platform.key() == bare);
            let said = platform.map(|platform| names::platform(platform.key()).to_owned());
            format!("{}{}", said.unwrap_or_else(|| word_of(campaign, finding, bare)), &word[bare.len()..])
        })
        .collect();
    let mut text = words.join(" ");
    // Facts are written for machines, in small letters.
    if let Some(first) = text.get(..1).map(str::to_uppercase) {
        text.replace_range(..1, &first);
    }
    text
}

/// A word of a fact: an id becomes the name of what it names, a day becomes readable.
fn word_of(campaign: &Campaign, finding: &Finding, word: &str) -> String {
    if let Some(day) = Day::parse(word) {
        return day.with_weekday();
    }
    if let Some(kind) = Kind::ALL.iter().find(|kind| kind.key() == word) {
        return names::kind(kind.key()).to_owned();
    }
    let lane = finding.lane.and_then(|id| campaign.lane(id));
    let moment = MomentId::parse(word).and_then(|id| lane?.moments.iter().find(|moment| moment.id == id));
    if let Some(moment) = moment {
        return format!("“{}”", moment.title.trim());
    }
    if let Some(product) = ProductId::parse(word).and_then(|id| campaign.product(id)) {
        return product.name.clone();
    }
    if let Some(lane) = LaneId::parse(word).and_then(|id| campaign.lane(id)) {
        return campaign.lane_name(lane).to_owned();
    }
    if let Some((_, moment)) = MomentId::parse(word).and_then(|id| campaign.moment(id)) {
        return format!("“{}”", moment.title.trim());
    }
    if let Some(creator) = CreatorId::parse(word).and_then(|id| campaign.creator(id)) {
        return creator.name.clone();
    }
    let brand = BrandId::parse(word).and_then(|id| campaign.brands.iter().find(|brand| brand.id == id));
    brand.map_or_else(|| word.replace('_', " "), |brand| brand.name.clone())
}

/// The limit that a finding used, if its rule has one.
#[must_use]
pub fn limit(campaign: &Campaign, options: &Options, finding: &Finding) -> Option<Limit> {
    let used = finding.threshold?;
    let change = campaign.settings.changes.iter().rev().find(|change| change.setting == used.setting);
    let origin = match (used.origin, change) {
        (Origin::Plan, Some(change)) => match change.on {
            Some(day) => accept::set_by_on(&change.author, day.long(), &change.reason),
            None => accept::set_by(&change.author, &change.reason),
        },
        (Origin::Plan, None) => say::limit_of_plan().to_owned(),
        (Origin::House, _) => {
            let name = options.house_for(campaign).map(|house| house.name.trim()).filter(|name| !name.is_empty());
            name.map_or_else(|| say::limit_of_house().to_owned(), accept::set_by_house)
        }
        (Origin::Default, _) => say::limit_default().to_owned(),
    };
    Some(Limit { text: say::limit(used.setting, &used.value.to_string()), origin })
}

/// The box behind the button “Why”.
pub(super) fn popup(cx: &Cx<'_>, finding: &Finding, button: &Response, out: &mut Actions) {
    let name = say::why_of(finding.title);
    Popup::menu(button).width(WIDTH).gap(4.0).accessible_name(name).show(|ui| {
        ui.set_max_width(WIDTH);
        // Menus stretch what they hold; sentences keep their own spaces.
        let layout = Layout::top_down(Align::LEFT);
        egui::Frame::NONE.inner_margin(space::L).show(ui, |ui| ui.with_layout(layout, |ui| detail(cx, finding, ui, out)));
    });
}

fn detail(cx: &Cx<'_>, finding: &Finding, ui: &mut Ui, out: &mut Actions) {
    let t = cx.tokens;
    ui.spacing_mut().item_spacing = vec2(space::L, space::S);
    ui.set_width(WIDTH - 2.0 * space::L);
    text(ui, fonts::UI_B, finding.title, t.text);
    text(ui, fonts::BODY, &finding.message, t.text);
    text(ui, fonts::BODY, &finding.help, t.text_2);
    heading(ui, say::why_facts());
    for fact in facts(cx.campaign, finding) {
        bullet(ui, &fact);
    }
    if let Some(limit) = limit(cx.campaign, cx.options, finding) {
        heading(ui, say::why_limit());
        text(ui, fonts::BODY, &limit.text, t.text_2);
        text(ui, fonts::META, &limit.origin, t.text_3);
        if let Some(eased) = finding.eased {
            text(ui, fonts::BODY, &say::limit(eased.setting, &eased.value.to_string()), t.text_2);
        }
    }
    heading(ui, say::why_clears());
    text(ui, fonts::BODY, finding.clears, t.text_2);
    heading(ui, accept::why_evidence());
    text(ui, fonts::BODY, finding.rule.evidence.words(), t.text_2);
    ui.add_space(space::M);
    ui.horizontal(|ui| {
        if Button::secondary(say::explain_rule()).small().show(ui).clicked() {
            out.push(Action::Explain(finding.code()));
            ui.close();
        }
        let limit = finding.threshold.filter(|_| Button::secondary(accept::change_limit()).small().show(ui).clicked());
        if let Some(used) = limit {
            out.push(Action::RuleSettings(Some(used.setting)));
            ui.close();
        }
        ui.add(Label::new(fonts::META.rich(finding.code()).color(t.text_3)).selectable(true));
    });
}

fn heading(ui: &mut Ui, words: &str) {
    ui.add_space(space::S);
    let label = ui.add(Label::new(fonts::META_B.rich(words).color(theme::of(ui).text_3)).selectable(false));
    label.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words));
}

fn text(ui: &mut Ui, face: fonts::Face, words: &str, color: egui::Color32) {
    ui.add(Label::new(face.rich(words).color(color)).wrap().selectable(true));
}

/// A line with a dot before it; what does not fit stands below its own beginning.
fn bullet(ui: &mut Ui, words: &str) {
    let t = theme::of(ui);
    let room = ui.available_width() - 12.0;
    let galley = paint::lines_within(ui.painter(), fonts::BODY, words, t.text_2, room, 4);
    let (rect, response) = ui.allocate_exact_size(vec2(room + 12.0, galley.size().y), egui::Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    ui.painter().circle_filled(rect.left_top() + vec2(4.0, 8.0), 1.75, t.text_3);
    ui.painter().galley(rect.left_top() + vec2(12.0, 0.0), galley, t.text_2);
}
