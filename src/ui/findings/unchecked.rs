//! What was not checked, and why: fields that nobody filled in, rules that are turned off, and acceptances that cover
//! nothing any more. Kept until the plan changes. Never draws.

use std::collections::BTreeSet;

use crate::check::{self, Lapse, Options, State};
use crate::model::{AcceptanceId, Campaign, Compensation, Kind, Lane, LaneId, Moment, Product, RuleOff, Scope};
use crate::ui::held::Held;
use crate::ui::view::{About, Derived, Selection};
use crate::words::{self, accept as say, asks, findings, fit, labels, window};

/// How many lanes a row names before it counts the others.
const LANES_NAMED: usize = 3;
/// The same for what is said of a row when one asks.
const LANES_TOLD: usize = 40;

/// One row of the list.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    /// What stands above the rows of one sort.
    Head(&'static str),
    /// Rules that could not look at lanes, for one reason.
    Unset {
        /// The first of the lanes, as the board has them.
        lane: LaneId,
        /// "Maja and Sam: Nobody noted when the two were last seen together."
        text: String,
        /// The names of all lanes, where the text only counts some of them.
        lanes: Option<String>,
        /// The rules.
        codes: Vec<&'static str>,
        /// Where what is missing is filled in, in the first lane that has a way.
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
    made_for: Option<(Options, String)>,
    any_for: Option<Options>,
    lines: Vec<Line>,
}

impl Unchecked {
    /// Whether there is anything to list. Looked at again only when the plan changed, or what it is checked by.
    pub fn has_any(&mut self, campaign: &Campaign, derived: &Derived, options: &Options) -> bool {
        if self.seen.follow(campaign) || self.any_for.as_ref() != Some(options) {
            self.any = any(campaign, derived, options);
            self.any_for = Some(options.clone());
        }
        self.any
    }

    /// The rows that have these words, of this campaign as it is checked today. Worked out when somebody looks, not as one types.
    pub fn of(&mut self, campaign: &Campaign, derived: &Derived, options: &Options, words: &str) -> &[Line] {
        let key = (options.clone(), words.trim().to_lowercase());
        if self.held.follow(campaign) || self.made_for.as_ref() != Some(&key) {
            self.lines = lines(campaign, derived, options);
            if !key.1.is_empty() {
                self.lines.retain(|line| line.has(&key.1));
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

    /// What a row says in full: with the names of all its lanes.
    #[must_use]
    pub fn full(&self) -> String {
        match (self.text(), self) {
            (Some(text), Self::Unset { lanes: Some(lanes), .. }) => format!("{text}\n{lanes}"),
            (text, _) => text.unwrap_or_default().to_owned(),
        }
    }

    /// Whether a row has these words, which are in small letters.
    fn has(&self, words: &str) -> bool {
        let codes = if let Self::Unset { codes, .. } = self { codes.join(" ") } else { String::new() };
        [self.full(), codes].iter().any(|text| text.to_lowercase().contains(words))
    }
}

/// Whether the list has anything in it, without making it.
fn any(campaign: &Campaign, derived: &Derived, options: &Options) -> bool {
    let house_off = options.house_for(campaign).is_some_and(|house| !house.rules_off.is_empty());
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
pub fn lines(campaign: &Campaign, derived: &Derived, options: &Options) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut add = |head: &'static str, rows: Vec<Line>| {
        if !rows.is_empty() {
            lines.push(Line::Head(head));
            lines.extend(rows);
        }
    };
    add(say::head_stale(), lapsed(campaign, derived, options));
    let (left_out, unset) = unset(campaign, derived).into_iter().partition(|(is_withheld, _)| *is_withheld);
    let rows = |of: Vec<(bool, Line)>| of.into_iter().map(|(_, line)| line).collect();
    add(say::head_lanes(), rows(unset));
    add(say::head_not_shared(), rows(left_out));
    add(say::head_off(), campaign.rules_off.iter().map(off).collect());
    let of_house = options.house_for(campaign).into_iter().flat_map(|house| &house.rules_off);
    add(say::head_off_house(), of_house.map(off).collect());
    lines
}

/// What was not looked at, and whether it was left out when the plan was shared: then nobody forgot it.
fn unset(campaign: &Campaign, derived: &Derived) -> Vec<(bool, Line)> {
    let all = derived.lanes.iter().flat_map(|view| &view.not_checked);
    let groups = check::unchecked(campaign, all).into_iter();
    groups.filter_map(|group| Some((check::is_withheld(&group.reason), one_reason(campaign, group)?))).collect()
}

fn one_reason(campaign: &Campaign, group: check::Unchecked) -> Option<Line> {
    let lane = *group.lanes.first()?;
    let names: Vec<&str> =
        group.lanes.iter().take(LANES_TOLD).filter_map(|id| campaign.lane(*id)).map(|lane| campaign.lane_name(lane)).collect();
    let told = |most: usize| {
        let first = &names[..most.min(names.len())];
        say::lanes(first, group.lanes.len() - first.len())
    };
    let text = say::unchecked_row(told(LANES_NAMED), &group.reason);
    let lanes = (group.lanes.len() > LANES_NAMED).then(|| told(LANES_TOLD));
    // The first lane with a way is enough: when it is filled in there, the next one leads on.
    let lanes_looked_at = group.lanes.iter().take(LANES_TOLD).filter_map(|id| campaign.lane(*id));
    let reason = &group.reason;
    let mut ways = lanes_looked_at.flat_map(|lane| group.codes.iter().filter_map(move |code| way(campaign, lane, code, reason)));
    let way = ways.next().filter(|_| !check::is_withheld(reason));
    Some(Line::Unset { lane, text, lanes, codes: group.codes, way })
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
    // What can be missing for several rules is found by the reason alone.
    if reason == asks::product_unset() {
        return of_moment("product", &|moment| moment.is_ask() && moment.product.is_none());
    }
    if reason == findings::cta_unset() {
        return of_moment("cta", &|moment| moment.is_ask() && moment.cta.is_none());
    }
    match code {
        "PBR-05" | "PBR-06" | "PBR-11" | "PBR-14" | "ASK-03" => {
            of_moment("when", &|moment| campaign.day_of(moment.when).is_none())
        }
        "PBR-07" => Some((Selection::lane(lane.id), "organic_per_week")),
        "PBR-13" => Some((Selection::lane(lane.id), "last_visible")),
        "ASK-01" if reason == asks::heavy_slot_unset() => Some((Selection::lane(lane.id), "organic_per_week")),
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
        "DIS-05" if reason == labels::format_unset() => of_moment("format", &|moment| paid(moment) && moment.format.is_none()),
        "DIS-04" if reason == labels::deal_unset() => of_moment("compensation", &|moment| {
            moment.kind != Kind::Organic && moment.is_brand() && moment.compensation.is_none()
        }),
        "DIS-04" if reason == labels::mention_undated() => of_moment("when", &|moment| {
            moment.kind == Kind::Organic && moment.mentions_brand && campaign.day_of(moment.when).is_none()
        }),
        "DIS-04" => of_creator("past"),
        "DIS-02" => of_moment("disclosure", &|moment| {
            moment.disclosure.text.as_deref().is_some_and(|label| reason.contains(&words::quoted(label.trim())))
        }),
        "DIS-06" => of_creator("young_audience"),
        "VAL-03" => of_moment("when", &|moment| moment.cause && campaign.day_of(moment.when).is_none()),
        _ => None,
    }
}

/// Whether the reason is a market that the table of labels does not know.
fn of_market(campaign: &Campaign, reason: &str) -> bool {
    campaign.markets.iter().any(|code| reason == labels::market_unknown(code.trim()))
}

fn off(off: &RuleOff) -> Line {
    let rule = check::rule(&off.rule);
    let name = rule.map_or_else(|| off.rule.clone(), |rule| format!("{} {}", rule.code, rule.says()));
    Line::Off { text: say::off_row(name, &off.by, &off.reason), code: rule.map(|rule| rule.code) }
}

fn lapsed(campaign: &Campaign, derived: &Derived, options: &Options) -> Vec<Line> {
    let all = check::acceptances(campaign, derived.findings.iter().map(AsRef::as_ref), options);
    let lapsed = all.into_iter().filter_map(|covered| Some((covered.lapse?, covered)));
    lapsed
        .map(|(lapse, covered)| {
            let acceptance = covered.acceptance;
            let rule = check::rule(&acceptance.rule);
            let title = rule.map_or(acceptance.rule.as_str(), |rule| rule.says());
            let named = rule.map_or_else(|| title.to_owned(), |rule| format!("{} {}", rule.code, rule.says()));
            let named = place(campaign, acceptance.target).map_or(named.clone(), |place| say::stale_of(named, place));
            Line::Lapsed {
                id: acceptance.id,
                rule: title.to_owned(),
                text: say::stale_row(named, why(lapse), &acceptance.reason, &acceptance.owner),
                again: !covered.findings.is_empty(),
            }
        })
        .collect()
}

/// What an acceptance was about, as far as it is still in the plan.
fn place(campaign: &Campaign, target: Scope) -> Option<String> {
    match target {
        Scope::Moment(id) => {
            let (lane, moment) = campaign.moment(id)?;
            let lane = match lane {
                Some(lane) => campaign.lane_name(lane),
                None => window::in_the_tray(),
            };
            Some(words::nested(&say::stale_card(moment.title.trim(), lane)))
        }
        Scope::Lane(id) => campaign.lane(id).map(|lane| campaign.lane_name(lane).to_owned()),
        Scope::Campaign => None,
    }
}

/// Why an acceptance covers nothing any more, in words.
#[must_use]
pub fn why(lapse: Lapse) -> &'static str {
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
