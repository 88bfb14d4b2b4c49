//! Why a finding is there: what was looked at, the limit that was used and where it is set, and what would clear it.

use egui::{Align, Label, Layout, Popup, Response, Role, Ui, WidgetInfo, vec2};

use crate::check::{Finding, Options, Origin};
use crate::model::{BrandId, Campaign, CreatorId, Cta, Day, Kind, LaneId, MomentId, Platform, ProductId, Years};
use crate::ui::board::when_text;
use crate::ui::fonts;
use crate::ui::kit::{Button, paint};
use crate::ui::theme::{self, space};
use crate::ui::view::{Action, Actions, Cx};
use crate::words::{self, accept, facts, findings, fit, labels, mend as say, names, stands};

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
pub fn facts(campaign: &Campaign, years: Years, finding: &Finding) -> Vec<String> {
    finding.facts.iter().map(|fact| fact_words(campaign, years, finding, fact)).collect()
}

fn fact_words(campaign: &Campaign, years: Years, finding: &Finding, fact: &str) -> String {
    let lane = finding.lane.and_then(|id| campaign.lane(id));
    // What a finding says of its own cards can be said as the cards say it.
    let own = finding.moments.iter().find(|id| fact.split(' ').nth(1) == Some(id.to_string().as_str()));
    if let Some(moment) = own.and_then(|id| lane?.moments.iter().find(|moment| moment.id == *id)) {
        let day =
            campaign.day_of(moment.when).map_or_else(|| when_text(campaign, years, moment.when), |day| years.with_weekday(day));
        let day = moment.time.map_or_else(|| day.clone(), |time| format!("{day}, {time}"));
        return words::nested(&say::card_on(names::kind(moment.kind.key()), moment.title.trim(), day));
    }
    let standing = lane.and_then(|lane| Some((lane, fact.strip_prefix(&format!("lane {}: ", lane.id))?)));
    if let Some((lane, status)) = standing {
        return say::relationship_before(campaign.lane_name(lane), names::choice(status));
    }
    let id = |key: &str| fact.strip_prefix(key);
    let creator = id("creator ").and_then(CreatorId::parse).and_then(|id| campaign.creator(id));
    if let Some(creator) = creator {
        return accept::fact_creator(&creator.name);
    }
    let brand = id("brand ").and_then(BrandId::parse).and_then(|id| campaign.brands.iter().find(|brand| brand.id == id));
    if let Some(brand) = brand {
        return say::fact_brand(&brand.name);
    }
    let known = || product(campaign, fact).or_else(|| whole(years, fact));
    sentence(fact)
        .or_else(|| facts::retold(fact, |name, text| filled_in(campaign, years, name, text)))
        .or_else(known)
        .unwrap_or_else(|| word_by_word(campaign, years, fact))
}

/// What was filled into a fact, as somebody reads it who looks at the plan; none where that cannot stand there.
fn filled_in(campaign: &Campaign, years: Years, name: &str, text: &str) -> Option<String> {
    let day = |text: &str| Day::parse(text).map(|day| years.with_weekday(day));
    let place = |text: &str| {
        let number = |key: &str| text.strip_prefix(key)?.parse::<i32>().ok();
        day(text)
            .or_else(|| number("day ").map(findings::relative_day))
            .or_else(|| number("position ").map(findings::order_place))
            .unwrap_or_else(|| text.to_owned())
    };
    match name {
        "kind" if Kind::ALL.iter().any(|kind| kind.key() == text) => Some(names::kind(text).to_owned()),
        // A card that is not there any more has no other name than its id.
        "id" => MomentId::parse(text).map(|id| campaign.moment(id).map_or_else(|| text.to_owned(), |(_, of)| of.title.clone())),
        "product" => Some(campaign.product(ProductId::parse(text)?)?.name.clone()),
        "platform" => Some(names::platform(text).to_owned()),
        "kind" | "why" | "status" | "basis" => Some(names::choice(text).to_owned()),
        "strength" => Some(if text == Cta::Hard.key() { findings::hard() } else { findings::soft() }.to_owned()),
        "label" if text == labels::fact_set() || text == labels::fact_unset() => facts::retold(text, |_, _| None),
        "day" | "from" | "to" | "exclusive" | "place" => Some(match text.split_once(" at ") {
            Some((at, time)) => format!("{}, {time}", place(at)),
            None => place(text),
        }),
        _ => Some(text.to_owned()),
    }
}

/// What is a sentence of its own.
fn sentence(fact: &str) -> Option<String> {
    let sentences = [
        (findings::fact_approved(), say::fact_approved()),
        (findings::fact_event(), say::fact_event()),
        (labels::fact_live(), say::fact_live()),
        (labels::fact_heard(), say::fact_heard()),
        (labels::fact_long(), say::fact_long()),
    ];
    sentences.iter().find(|(short, _)| *short == fact).map(|(_, sentence)| (*sentence).to_owned())
}

/// What is said of a product alone.
fn product(campaign: &Campaign, fact: &str) -> Option<String> {
    let rest = fact.strip_prefix("product ")?;
    let (id, rest) = rest.split_once([' ', ':']).unwrap_or((rest, ""));
    let product = campaign.product(ProductId::parse(id)?)?;
    let why = rest.trim_start().trim_start_matches("is marked ").trim();
    Some(match why {
        "" => say::fact_product(&product.name),
        "other" => say::fact_marked(&product.name, findings::unchecked_other()),
        why => say::fact_marked(&product.name, words::inside(names::choice(why))),
    })
}

/// What is one thing: words that somebody wrote, a deal with its days.
fn whole(years: Years, fact: &str) -> Option<String> {
    // In what somebody wrote no word is an id, a day or a kind.
    let written = [
        labels::fact_label(""),
        fit::fact_shared_value(""),
        fit::fact_off_limits(""),
        findings::fact_creator_value(""),
        findings::fact_brand_value(""),
        stands::fact_topic(""),
    ];
    if written.iter().any(|prefix| fact.starts_with(prefix.as_str())) {
        return Some(capital(fact));
    }
    deal(years, fact)
}

/// A deal with its days, without those that nobody noted.
fn deal(years: Years, fact: &str) -> Option<String> {
    let day = |text: &str| {
        let number = text.parse::<i32>().ok().map(findings::relative_day);
        Day::parse(text).map(|day| years.with_weekday(day)).or(number).unwrap_or_else(|| text.to_owned())
    };
    if let Some(span) = fact.strip_prefix("deal: ") {
        let (from, to) = span.split_once(" to ")?;
        return Some(if from == to { say::fact_deal_on(day(from)) } else { say::fact_deal(day(from), day(to)) });
    }
    let (rest, exclusive) = fact.strip_prefix("deal with ")?.rsplit_once(", exclusive until ")?;
    let (rest, to) = rest.rsplit_once(" to ")?;
    let (rival, from) = rest.rsplit_once(": ")?;
    let noted = |text: &str| (text != fit::fact_no_day()).then(|| day(text));
    let text = say::fact_deal_with(rival);
    let text = noted(from).map_or(text.clone(), |day| say::fact_deal_from(&text, day));
    let text = noted(to).map_or(text.clone(), |day| say::fact_deal_to(&text, day));
    Some(noted(exclusive).map_or(text.clone(), |day| say::fact_deal_exclusive(&text, day)))
}

/// Everything else. A word is an id only where the word before it says of what: ids are short, and words are, too.
fn word_by_word(campaign: &Campaign, years: Years, fact: &str) -> String {
    let is_platform = fact.starts_with("platform:");
    let mut said: Vec<String> = Vec::new();
    let mut before = "";
    for word in fact.split(' ') {
        // What ends a part of a fact is not part of an id.
        let bare = word.trim_end_matches([',', ':', ';']);
        let named = match before {
            "product" => ProductId::parse(bare).and_then(|id| campaign.product(id)).map(|product| product.name.clone()),
            "lane" => LaneId::parse(bare).and_then(|id| campaign.lane(id)).map(|lane| campaign.lane_name(lane).to_owned()),
            "creator" => CreatorId::parse(bare).and_then(|id| campaign.creator(id)).map(|creator| creator.name.clone()),
            _ => None,
        };
        let kind = Kind::ALL.iter().find(|kind| kind.key() == before);
        let card = kind.and_then(|kind| Some((kind, campaign.moment(MomentId::parse(bare)?)?.1)));
        let text = if let Some(name) = named {
            // The name says what it is.
            said.pop();
            name
        } else if let Some((kind, moment)) = card {
            said.pop();
            words::called(names::kind(kind.key()), moment.title.trim())
        } else if let Some(day) = Day::parse(bare) {
            years.with_weekday(day)
        } else if let Some(platform) = Platform::ALL.iter().find(|platform| is_platform && platform.key() == bare) {
            names::platform(platform.key()).to_owned()
        } else {
            bare.replace('_', " ")
        };
        said.push(format!("{text}{}", &word[bare.len()..]));
        before = bare;
    }
    words::nested(&capital(&said.join(" ")))
}

/// Facts are written for machines, in small letters.
fn capital(fact: &str) -> String {
    let mut letters = fact.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
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

/// The box behind the button “Explain”.
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
    for fact in facts(cx.campaign, cx.years(), finding) {
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
