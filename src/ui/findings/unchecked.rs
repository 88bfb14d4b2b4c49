//! What was not checked, and why: fields that nobody filled in, rules that are turned off, and acceptances that cover
//! nothing any more. Kept until the plan changes. Never draws.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::{self, Lapse, Options, State};
use crate::model::{AcceptanceId, Campaign, Compensation, Day, Lane, LaneId, Moment, Product, RuleOff};
use crate::ui::held::Held;
use crate::ui::view::{About, Derived, Selection};
use crate::words::{accept as say, asks, fit, labels};

/// One row of the list.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    /// What stands above the rows of one sort.
    Head(&'static str),
    /// Rules that could not look at a lane for one reason.
    Unset {
        /// The lane.
        lane: LaneId,
        /// "Maja: Nobody noted when the two were last seen together."
        text: String,
        /// The rules.
        codes: Vec<&'static str>,
        /// Where what is missing is filled in.
        way: Option<(Selection, &'static str)>,
    },
    /// A rule that is turned off.
    Off {
        /// Which, by whom and why.
        text: String,
        /// Its code, where this program knows it.
        code: Option<&'static str>,
    },
    /// An acceptance that covers nothing any more.
    Lapsed {
        /// Which.
        id: AcceptanceId,
        /// The rule that it names.
        rule: String,
        /// Of what, why not any more, by whom and why.
        text: String,
        /// Whether what it was about is found again, and can be accepted again.
        again: bool,
    },
}

/// The list, with the campaign it was made from.
#[derive(Debug, Default)]
pub struct Unchecked {
    seen: Held,
    any: bool,
    held: Held,
    made_for: Option<(Day, String)>,
    lines: Vec<Line>,
}

impl Unchecked {
    /// Whether there is anything to list. Looked at again only when the plan changed.
    pub fn has_any(&mut self, campaign: &Campaign, derived: &Derived) -> bool {
        if self.seen.follow(campaign) {
            self.any = any(campaign, derived);
        }
        self.any
    }

    /// The rows that have these words, of this campaign as it is today. Worked out when somebody looks, not as one types.
    pub fn of(&mut self, campaign: &Campaign, derived: &Derived, today: Day, words: &str) -> &[Line] {
        let key = (today, words.trim().to_lowercase());
        if self.held.follow(campaign) || self.made_for.as_ref() != Some(&key) {
            self.lines = lines(campaign, derived, today);
            if !key.1.is_empty() {
                self.lines.retain(|line| line.text().is_some_and(|text| text.to_lowercase().contains(&key.1)));
            }
            self.made_for = Some(key);
        }
        &self.lines
    }
}

impl Line {
    /// What a row says; `None` for a head.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Head(_) => None,
            Self::Unset { text, .. } | Self::Off { text, .. } | Self::Lapsed { text, .. } => Some(text),
        }
    }
}

/// Whether the list has anything in it, without making it.
fn any(campaign: &Campaign, derived: &Derived) -> bool {
    let house_off = campaign.house.as_ref().is_some_and(|house| !house.rules_off.is_empty());
    let unset = || derived.lanes.iter().any(|view| !view.not_checked.is_empty());
    let lapsed = || {
        let holds = derived.findings.iter().filter_map(|finding| match finding.state {
            State::Accepted(id) => Some(id),
            State::Open | State::Stale(..) => None,
        });
        let holds: BTreeSet<AcceptanceId> = holds.collect();
        campaign.acceptances.iter().any(|acceptance| !holds.contains(&acceptance.id))
    };
    !campaign.rules_off.is_empty() || house_off || unset() || lapsed()
}

/// All rows.
#[must_use]
pub fn lines(campaign: &Campaign, derived: &Derived, today: Day) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut add = |head: &'static str, rows: Vec<Line>| {
        if !rows.is_empty() {
            lines.push(Line::Head(head));
            lines.extend(rows);
        }
    };
    add(say::head_stale(), lapsed(campaign, derived, today));
    add(say::head_lanes(), unset(campaign, derived));
    add(say::head_off(), campaign.rules_off.iter().map(off).collect());
    let of_house = campaign.house.iter().flat_map(|house| &house.rules_off);
    add(say::head_off_house(), of_house.map(off).collect());
    lines
}

fn unset(campaign: &Campaign, derived: &Derived) -> Vec<Line> {
    let mut lines = Vec::new();
    for view in &derived.lanes {
        let mut by_reason: BTreeMap<&str, Vec<&'static str>> = BTreeMap::new();
        for not in &view.not_checked {
            by_reason.entry(&not.reason).or_default().push(not.code);
        }
        for (reason, codes) in by_reason {
            let text = say::unchecked_row(campaign.lane_name(&view.lane), reason);
            let way = codes.iter().find_map(|code| way(campaign, &view.lane, code, reason));
            lines.push(Line::Unset { lane: view.lane.id, text, codes, way });
        }
    }
    lines
}

/// Where the field is that a rule found unset in a lane. One rule can miss more than one thing, so the reason that it gives
/// decides between them.
fn way(campaign: &Campaign, lane: &Lane, code: &str, reason: &str) -> Option<(Selection, &'static str)> {
    let of_moment = |field: &'static str, unset: &dyn Fn(&Moment) -> bool| {
        let moment = lane.moments.iter().find(|moment| unset(moment))?;
        Some((Selection::moment(moment.id, Some(lane.id)), field))
    };
    let of_campaign = |field: &'static str| Some((Selection::about(About::Campaign), field));
    let of_creator = |field: &'static str| Some((Selection::about(About::Creator(lane.creator?)), field));
    let of_product = |field: &'static str, unset: &dyn Fn(&Product) -> bool| {
        let mut asked = lane.moments.iter().filter_map(|moment| campaign.product(moment.product?));
        Some((Selection::about(About::Product(asked.find(|product| unset(product))?.id)), field))
    };
    let paid = |moment: &Moment| moment.compensation.is_some_and(|given| given != Compensation::None);
    match code {
        "PBR-05" | "PBR-06" | "PBR-11" | "PBR-14" | "ASK-03" => {
            of_moment("when", &|moment| campaign.day_of(moment.when).is_none())
        }
        "PBR-07" | "ASK-02" => of_moment("cta", &|moment| moment.is_ask() && moment.cta.is_none()),
        "PBR-13" => Some((Selection::lane(lane.id), "last_visible")),
        "ASK-01" if reason == asks::heavy_slot_unset() => Some((Selection::lane(lane.id), "organic_per_week")),
        "ASK-04" if reason == asks::product_unset() => {
            of_moment("product", &|moment| moment.is_ask() && moment.product.is_none())
        }
        "ASK-01" | "ASK-04" => of_moment("when", &|moment| campaign.day_of(moment.when).is_none()),
        "ASK-05" => of_campaign("end"),
        "FIT-01" | "FIT-03" => {
            let creator = campaign.creator_of(lane).filter(|creator| creator.values.is_empty());
            let brand = campaign.brand_of(lane).filter(|brand| brand.values.is_empty());
            let of_brand = brand.map(|brand| (Selection::about(About::Brand(brand.id)), "brand_values"));
            creator.map(|creator| (Selection::about(About::Creator(creator.id)), "values")).or(of_brand)
        }
        "FIT-04" => of_moment("creative_control", &|moment| moment.creative_control.is_none()),
        "FIT-05" if reason == fit::rivals_unset() => {
            Some((Selection::about(About::Brand(campaign.brand_of(lane)?.id)), "competitors"))
        }
        "FIT-05" if reason == fit::rival_undated() => of_moment("when", &|moment| campaign.day_of(moment.when).is_none()),
        "FIT-05" => of_creator("past"),
        "FIT-06" if reason == fit::category_unset() => {
            of_product("category", &|product| product.category.is_none() && product.sensitive.is_none())
        }
        "FIT-06" => of_creator("no_go"),
        "OPS-01" if reason == asks::unready_no_day() => {
            of_product("available_from", &|product| product.available_from.is_none() && product.delivery_proof.is_none())
        }
        "OPS-01" => of_moment("when", &|moment| moment.is_ask() && campaign.day_of(moment.when).is_none()),
        _ if code.starts_with("DIS-") && (campaign.markets.is_empty() || of_market(campaign, reason)) => of_campaign("markets"),
        "DIS-03" if reason == labels::platform_unset() => {
            of_moment("platform", &|moment| paid(moment) && moment.platform.is_none())
        }
        "DIS-05" if reason == labels::length_unset() => {
            of_moment("duration", &|moment| paid(moment) && moment.duration.is_none())
        }
        "DIS-01" | "DIS-02" | "DIS-03" | "DIS-05" if reason == labels::pay_unset() => {
            let unset = |moment: &Moment| moment.is_brand() && moment.compensation.is_none();
            of_moment("compensation", &|moment| moment.is_ask() && unset(moment)).or_else(|| of_moment("compensation", &unset))
        }
        "DIS-06" => of_creator("young_audience"),
        _ => None,
    }
}

/// Whether the reason is a market that the table of labels does not know.
fn of_market(campaign: &Campaign, reason: &str) -> bool {
    campaign.markets.iter().any(|code| reason == labels::market_unknown(code.trim()))
}

fn off(off: &RuleOff) -> Line {
    let rule = check::rule(&off.rule);
    let name = rule.map_or_else(|| off.rule.clone(), |rule| format!("{} {}", rule.code, rule.title));
    Line::Off { text: say::off_row(name, &off.by, &off.reason), code: rule.map(|rule| rule.code) }
}

fn lapsed(campaign: &Campaign, derived: &Derived, today: Day) -> Vec<Line> {
    let options = Options { today: Some(today), ..Options::default() };
    let all = check::acceptances(campaign, derived.findings.iter().map(AsRef::as_ref), &options);
    let lapsed = all.into_iter().filter_map(|covered| Some((covered.lapse?, covered)));
    lapsed
        .map(|(lapse, covered)| {
            let acceptance = covered.acceptance;
            let title = check::rule(&acceptance.rule).map_or(acceptance.rule.as_str(), |rule| rule.title);
            Line::Lapsed {
                id: acceptance.id,
                rule: title.to_owned(),
                text: say::stale_row(title, why(lapse), &acceptance.reason, &acceptance.owner),
                again: !covered.findings.is_empty(),
            }
        })
        .collect()
}

/// Why an acceptance covers nothing any more, in words.
#[must_use]
pub const fn why(lapse: Lapse) -> &'static str {
    match lapse {
        Lapse::FactsChanged => say::stale_changed(),
        Lapse::Expired => say::stale_expired(),
        Lapse::NothingFound => say::stale_nothing(),
        Lapse::MomentGone => say::stale_moment(),
        Lapse::LaneGone => say::stale_lane(),
        Lapse::UnknownRule => say::stale_rule(),
        Lapse::RuleOff => say::stale_off(),
    }
}
