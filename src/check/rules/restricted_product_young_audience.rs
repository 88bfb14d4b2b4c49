//! DIS-06: a product that is not for the young, before an audience that is.

use std::collections::BTreeSet;

use super::define;
use crate::check::disclosure::with_source;
use crate::check::facts::LaneFacts;
use crate::check::finding::{Finding, Severity};
use crate::check::fix::{Bench, Draft};
use crate::check::markets::Market;
use crate::check::sink::{Said, Sink};
use crate::model::{ProductId, Sensitive};
use crate::words::{asks, fit, labels as say, names};

define! {
    "DIS-06" "restricted-product-young-audience" "A young audience for this product";
    evidence R;
    severity "Warning.";
    flags "A card about alcohol, gambling, food high in fat, salt, sugar or caffeine, or a cosmetic procedure, on the lane of a creator of whose audience a known share is under 18. Once per lane and product, asks and stories alike. Runs for the markets of the campaign, as all rules of disclosure do.";
    why "For such goods the share of young people decides who may be shown them.";
    evidence_text "Advertising codes of most markets; the 25 % line is that of British and Irish codes, not checked at the source. Others draw it elsewhere.";
    against "The share is an estimate of the platform’s, and an audience of grown-ups can be reached by settings that the plan does not know.";
    example "new market-UK young-30: A0 V4 K9 P14(drink)";
    instead "new market-UK young-10: A0 V4 K9 P14(drink)";
    fix "Choose another product or another creator.";
    exceptions "Silent where the share is not known; the lane is then listed as not checked. An age gate has no field of its own: accept the finding and name the gate as the reason. Products for minors are not restricted goods. A product that is not marked counts as unrestricted; an ask that names no product is listed as not checked.";
    settings "From which share on an audience counts as young." reads "young_percent";
}

fn check(facts: &LaneFacts<'_>, sink: &mut Sink<'_>) {
    if !facts.lane.is_creator() {
        return;
    }
    let unnamed = facts.sequence.cards.iter().any(|card| card.ask && card.product.is_none());
    let mut named = BTreeSet::new();
    let mut restricted = facts.sequence.cards.iter().enumerate().filter_map(|(at, card)| {
        let (id, why) = why(facts, card.product.filter(|_| card.brand)?)?;
        named.insert(id).then_some((at, id, why))
    });
    let first = restricted.next();
    if (first.is_none() && !unnamed) || !facts.discloses(sink) {
        return;
    }
    if unnamed {
        sink.not_checked(facts, asks::product_unset());
    }
    let Some(first) = first else { return };
    let Some(creator) = facts.creator else { return sink.not_checked(facts, fit::no_pair()) };
    let Some(percent) = creator.young_audience else { return sink.not_checked(facts, say::young_unset()) };
    let most = facts.limits().young_percent;
    if u16::from(percent) < most {
        return;
    }
    for (at, id, why) in std::iter::once(first).chain(restricted) {
        let kind = crate::words::inside(names::choice(why.key()));
        let message = say::young(facts.ask_name(at), kind, percent, facts.name(), most, facts.markets.codes());
        let help = with_source(say::young_help(), &facts.markets.known, Market::restricted);
        let mut said = Said::new(Severity::Warning, vec![at], message, help, say::young_clears());
        said.field = Some("product");
        said.threshold = Some("young_percent");
        said.facts = vec![say::fact_product(id, why.key()), say::fact_young(percent), say::fact_markets(facts.markets.codes())];
        sink.say(facts, said);
    }
}

/// Why a product is not for the young.
fn why(facts: &LaneFacts<'_>, id: ProductId) -> Option<(ProductId, Sensitive)> {
    let why = facts.campaign.product(id)?.sensitive?;
    let restricted = matches!(why, Sensitive::Alcohol | Sensitive::Gambling | Sensitive::Hfss | Sensitive::CosmeticProcedure);
    restricted.then_some((id, why))
}

fn fixes(_: &mut Bench<'_>, _: &Finding) -> Vec<Draft> {
    vec![Draft::jump(say::fix_other_product(), "product"), Draft::jump(say::fix_other_creator(), "creator")]
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::check::trial::{fixed, found, found_in, plan, unchecked, unchecked_in, worded};
    use crate::model::Sensitive;

    #[test]
    fn young() {
        assert_eq!(found("new market-UK young-25: A0 V4 K9 P14(drink)"), "DIS-06");
        assert_eq!(found("new market-UK young-24: A0 V4 K9 P14(drink)"), "");
        assert_eq!(found("new market-UK young-40: A0 V4 K9 P14(gambling) S16 S20 P24(gambling)"), "DIS-06", "once per product");
        assert_eq!(found("new market-UK young-40: A0 V4 K9 P14"), "", "nothing restricted");
        assert_eq!(found("new young-40: A0 V4 K9 P14(drink)"), "", "no market");
        assert_eq!(found("new market-BR young-40: A0 V4 K9 P14(drink)"), "");
        let mut campaign = plan("new market-UK young-40: A0 V4 K9 P14");
        for why in Sensitive::ALL {
            let product = Arc::make_mut(&mut campaign.products[0]);
            product.sensitive = Some(*why);
            let unchecked = plan("new: P0(drink)").products[6].verified.clone();
            product.verified = unchecked;
            let fires = matches!(why, Sensitive::Alcohol | Sensitive::Gambling | Sensitive::Hfss | Sensitive::CosmeticProcedure);
            assert_eq!(found_in(&campaign), if fires { "DIS-06" } else { "" }, "{why:?}");
        }
        campaign.settings.young_percent = Some(41);
        Arc::make_mut(&mut campaign.products[0]).sensitive = Some(Sensitive::Alcohol);
        assert_eq!(found_in(&campaign), "");
    }

    #[test]
    fn words_and_ways_out() {
        assert_eq!(
            worded("new market-UK young-30: A0 V4 K9 P14(drink)", "DIS-06"),
            "warning: Summer ale is marked alcohol, and 30 % of Maja’s audience are under 18; the line is 25 %. Markets: UK."
        );
        assert_eq!(unchecked("new market-UK: A0 V4 K9 P14(drink)", "DIS-06"), ["The share of the audience under 18 is not set."]);
        assert!(unchecked("new market-UK: A0 V4 K9 P14", "DIS-06").is_empty());
        let mut campaign = plan("new market-UK young-30: A0 V4 K9 P14");
        Arc::make_mut(&mut Arc::make_mut(&mut campaign.lanes[0]).moments[3]).product = None;
        assert_eq!(unchecked_in(&campaign, "DIS-06"), ["An ask does not say which product it is for."]);
        assert_eq!(
            fixed("new market-UK young-30: A0 V4 K9 P14(drink)", "DIS-06"),
            ["Choose another product → product", "Choose another creator → creator"]
        );
    }
}
