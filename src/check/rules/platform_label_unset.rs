//! DIS-03: the platform has a label of its own, and it is not used as it is meant.

use super::define;
use super::label_too_vague::is_the_platforms;
use crate::check::disclosure::{disclose, label_title, labelled, paid, replace_title, text, ticked, with_source};
use crate::check::facts::LaneFacts;
use crate::check::finding::{Finding, Severity};
use crate::check::fix::{Bench, Draft};
use crate::check::markets::{Market, Native, Own, codes, native};
use crate::check::sink::{Said, Sink};
use crate::model::{Compensation, Moment, Platform};
use crate::words::{labels as say, names};

define! {
    "DIS-03" "platform-label-unset" "The platform’s label is not set";
    evidence R;
    severity "Hint.";
    flags "Cards for which something is given, on a platform with a label of its own (Instagram, TikTok, YouTube, Facebook, Pinterest, X), on a creator’s or the community’s lane, that carry a label and do not set the platform’s. Variants: on Instagram one’s own brand does not use that label; on TikTok it uses the switch for one’s own brand; and in the US and the UK the platform’s label alone may not be enough. Cards of one lane and platform are one finding, those that are out apart from the others.";
    why "Platforms ask for their own label, and take down what lacks it.";
    evidence_text "The platforms’ own rules, and regulators’ warnings against relying on them alone. From secondary copies, and no legal advice.";
    against "A platform’s label costs some reach on some platforms, says the trade; nothing clean was found.";
    example "new market-UK: A0 V4 K9 P14(paid,label=Ad,instagram)";
    instead "new market-UK: A0 V4 K9 P14(paid,label=Ad,instagram,ticked)";
    fix "Set the platform’s label, take it off where it is not meant for the card, or put a label into the text beside it.";
    exceptions "Silent where there is no label at all: that is DIS-01’s. Of one’s own brand on other platforms the table knows nothing, which is listed as not checked; so is a paid card without a platform.";
    settings "No limit of its own.";
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Variant {
    Unset,
    OwnUnset,
    OwnSet,
    Alone,
}

/// Cards of which the same is said.
struct Group {
    variant: Variant,
    platform: Platform,
    published: bool,
    cards: Vec<usize>,
}

fn check(facts: &LaneFacts<'_>, sink: &mut Sink<'_>) {
    if !facts.discloses(sink) {
        return;
    }
    let warned = facts.markets.known.iter().any(|named| !named.market.alone);
    let (mut groups, mut platform_unset) = (Vec::<Group>::new(), false);
    let mut own_unknown: Option<Platform> = None;
    for at in facts.pay().given.iter().copied() {
        let moment = facts.card(at).moment;
        let Some(given) = paid(moment) else { continue };
        let Some(platform) = moment.platform else {
            platform_unset = true;
            continue;
        };
        let Some(native) = native(platform) else { continue };
        let own = given == Compensation::OwnBrand;
        if own && native.own == Own::Unknown {
            own_unknown = Some(platform);
            continue;
        }
        let Some(variant) = variant(facts, moment, native, own, warned) else { continue };
        let published = moment.is_published();
        let same = |group: &&mut Group| (group.variant, group.platform, group.published) == (variant, platform, published);
        match groups.iter_mut().find(same) {
            Some(group) => group.cards.push(at),
            None => groups.push(Group { variant, platform, published, cards: vec![at] }),
        }
    }
    for group in groups {
        say_of(facts, sink, group);
    }
    if facts.pay().unset {
        sink.not_checked(facts, say::pay_unset());
    }
    if platform_unset {
        sink.not_checked(facts, say::platform_unset());
    }
    if let Some(platform) = own_unknown {
        sink.not_checked(facts, say::own_brand_unknown(names::platform(platform.key())));
    }
}

/// What is wrong with the platform's label on a card.
fn variant<'a>(facts: &LaneFacts<'a>, moment: &'a Moment, native: &Native, own: bool, warned: bool) -> Option<Variant> {
    let set = moment.disclosure.platform_label;
    if own && native.own == Own::Never {
        return set.then_some(Variant::OwnSet);
    }
    if set {
        let alone =
            || text(moment).is_none_or(|label| is_the_platforms(moment, &facts.read(label).written, facts.folded_brand()));
        return (warned && alone()).then_some(Variant::Alone);
    }
    // Where nothing says that the card is paid, DIS-01 says so.
    labelled(moment).then_some(if own { Variant::OwnUnset } else { Variant::Unset })
}

fn say_of(facts: &LaneFacts<'_>, sink: &mut Sink<'_>, group: Group) {
    let Some(native) = native(group.platform) else { return };
    let (cards, platform, codes_all) = (facts.names(&group.cards), names::platform(group.platform.key()), facts.markets.codes());
    let label = match &native.own {
        Own::Other(label) if group.variant == Variant::OwnUnset => label,
        _ => &native.label,
    };
    let (title, message, help, clears) = match group.variant {
        Variant::Unset => {
            let message = say::unticked(cards, platform, label, codes_all);
            (None, message, say::unticked_help(&native.note), say::unticked_clears())
        }
        Variant::OwnUnset => {
            let message = say::unticked_own(cards, platform, label, codes_all);
            (None, message, say::unticked_help(&native.note), say::unticked_clears())
        }
        Variant::OwnSet => {
            let message = say::own_ticked(cards, platform, label, codes_all);
            (Some(say::own_ticked_title()), message, say::unticked_help(&native.note), say::own_ticked_clears())
        }
        Variant::Alone => {
            let message = say::alone(cards, platform, codes(facts.markets.known.iter().filter(|named| !named.market.alone)));
            (Some(say::alone_title()), message, say::alone_help().to_owned(), say::alone_clears())
        }
    };
    let alone = group.variant == Variant::Alone;
    let markets = facts.markets.known.iter().filter(|named| !alone || !named.market.alone);
    let help = facts.markets.help(&help, || with_source(&help, markets, Market::source));
    let mut lines = group.cards.first().map_or(Vec::new(), |at| facts.label_facts(*at));
    let set = matches!(group.variant, Variant::OwnSet | Variant::Alone);
    lines.push(say::fact_platform(group.platform.key(), if set { say::fact_set() } else { say::fact_unset() }));
    let mut said = Said::new(Severity::Hint, group.cards, message, help, clears);
    said.title = title;
    said.field = Some("disclosure");
    said.facts = lines;
    sink.say(facts, said);
}

fn fixes(bench: &mut Bench<'_>, finding: &Finding) -> Vec<Draft> {
    let facts = bench.facts;
    let cards: Vec<&Moment> =
        finding.moments.iter().filter_map(|id| facts.place(*id)).map(|at| &**facts.card(at).moment).collect();
    let Some(first) = cards.first() else { return Vec::new() };
    let set = |on: bool| cards.iter().map(|moment| disclose(moment, |disclosure| disclosure.platform_label = on)).collect();
    if !first.disclosure.platform_label {
        let title = if cards.len() == 1 { say::fix_tick().to_owned() } else { say::fix_tick_all(cards.len()) };
        return vec![Draft::safe(title, set(true))];
    }
    if !ticked(first) {
        return vec![Draft::suggested(say::fix_untick(), set(false))];
    }
    let Some(label) = facts.markets.proposed(facts.folded_brand()) else { return Vec::new() };
    let edits = cards.iter().map(|moment| disclose(moment, |disclosure| disclosure.text = Some(label.clone()))).collect();
    // Text that only names the platform's label was chosen by somebody.
    let empty = cards.iter().all(|moment| text(moment).is_none());
    vec![if empty { Draft::safe(label_title(&label), edits) } else { Draft::suggested(replace_title(&label), edits) }]
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{fixed, found, unchecked, worded};

    #[test]
    fn not_set() {
        for platform in ["instagram", "tiktok", "youtube", "facebook", "pinterest", "x"] {
            assert_eq!(found(&format!("new market-IE: A0 V4 K9 P14(paid,label=Ad,{platform})")), "DIS-03", "{platform}");
            assert_eq!(found(&format!("new market-IE: A0 V4 K9 P14(paid,label=Ad,{platform},ticked)")), "", "{platform}");
        }
        for quiet in [
            "new: A0 V4 K9 P14(paid,label=Ad,instagram)",
            "new market-UK: A0 V4 K9 P14(paid,label=Ad,newsletter)",
            "new market-UK: A0 V4 K9 P14(unpaid,label=Ad,instagram)",
            "new market-IE: A0 V4 K9 P14(paid,instagram,ticked)",
            "new market-UK: A0 V4 K9 P14(own-brand,label=Ad,instagram)",
            "new market-UK: A0 V4 K9 P14(own-brand,label=Ad,tiktok,ticked)",
            "new market-UK: A0 V4 K9 P14(own-brand,label=Ad,youtube)",
        ] {
            assert_eq!(found(quiet), "", "{quiet}");
        }
        for none in ["paid,instagram", "paid,instagram,spoken"] {
            assert_eq!(found(&format!("new market-UK: A0 V4 K9 P14({none})")), "DIS-01", "no label at all is another matter");
        }
    }

    #[test]
    fn variants_word_for_word() {
        assert_eq!(
            worded("new market-IE: A0 V4 K9 P14(paid,label=Ad,tiktok)", "DIS-03"),
            "hint: Trail Jacket: TikTok’s own label, “Paid partnership”, is not set. Markets: IE."
        );
        assert_eq!(
            worded("new market-IE: A0(paid,label=Ad,tiktok) V4(paid,label=Ad,tiktok) K9 P14(paid,label=Ad,tiktok)", "DIS-03"),
            "hint: Announcement, Values story and 1 more: TikTok’s own label, “Paid partnership”, is not set. Markets: IE."
        );
        assert_eq!(
            worded("new market-IE: A0 V4 K9 P14(own-brand,label=Ad,tiktok)", "DIS-03"),
            "hint: Trail Jacket: TikTok’s label for one’s own brand, “Promotional content”, is not set. Markets: IE."
        );
        assert_eq!(
            worded("new market-IE: A0 V4 K9 P14(own-brand,label=Ad,instagram,ticked)", "DIS-03"),
            "hint: Trail Jacket: Instagram’s “Paid partnership” is set, but it is not meant for one’s own products. Markets: IE."
        );
        for label in ["", ",label=Paid_partnership"] {
            assert_eq!(
                worded(&format!("new market-DE market-UK market-US: A0 V4 K9 P14(paid,instagram,ticked{label})"), "DIS-03"),
                "hint: Trail Jacket: Instagram’s own label stands alone. In UK, US it may not be enough."
            );
        }
    }

    #[test]
    fn what_was_not_checked() {
        assert_eq!(
            unchecked("new market-UK: A0(unpaid) V4(paid,label=Ad) K9(unpaid) P14(own-brand,label=Ad,youtube)", "DIS-03"),
            [
                "A paid card names no platform, so the platform’s own label was not checked.",
                "The table says nothing of one’s own brand on YouTube."
            ]
        );
    }

    #[test]
    fn set_or_taken_off() {
        assert_eq!(fixed("new market-UK: A0 V4 K9 P14(paid,label=Ad,x)", "DIS-03"), ["Set the platform’s label →"]);
        assert_eq!(
            fixed("new market-UK: A0(paid,label=Ad,x) V4 K9 P14(paid,label=Ad,x)", "DIS-03"),
            ["Set the platform’s label on 2 cards →"]
        );
        assert_eq!(
            fixed("new market-UK: A0 V4 K9 P14(own-brand,label=Ad,instagram,ticked)", "DIS-03"),
            ["Take the platform’s label off →"]
        );
        assert_eq!(fixed("new market-UK: A0 V4 K9 P14(paid,instagram,ticked)", "DIS-03"), ["Label it “Ad” →"]);
        assert_eq!(
            fixed("new market-UK: A0 V4 K9 P14(paid,instagram,ticked,label=Paid_partnership)", "DIS-03"),
            ["Replace it by “Ad” →"]
        );
        // A card that is out is a finding of its own, so that the others can be mended.
        let sketch = "new market-UK: A0(paid,label=Ad,x,published) V4 K9 P14(paid,label=Ad,x)";
        assert_eq!(found(sketch), "DIS-03 DIS-03");
    }
}
