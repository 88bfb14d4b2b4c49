//! DIS-01: something is given for a card, and nothing says so.

use std::sync::Arc;

use super::define;
use crate::check::disclosure::{disclose, label_title, labelled, paid, with_source};
use crate::check::facts::LaneFacts;
use crate::check::finding::{Finding, Severity};
use crate::check::fix::{Bench, Draft};
use crate::check::markets::Market;
use crate::check::sink::{Said, Sink};
use crate::model::{Compensation, Status};
use crate::words::{findings, labels as say, names};

define! {
    "DIS-01" "disclosure-missing" "No label on a paid moment";
    evidence R;
    severity "Error once the card is approved, scheduled or published, before that a warning.";
    flags "A card on a creator’s or the community’s lane for which something is given (a gift, a share of sales, money, the creator’s own brand) while neither a label in the text nor the platform’s own is there. On a podcast a label that is said aloud counts. Instagram’s own label does not count for one’s own brand, because it is not meant for it. Runs for the markets of the campaign.";
    why "Advertising that does not say so is against the rules of most markets, and of the platforms.";
    evidence_text "Regulation, market by market; the sources stand beside each finding. From secondary copies, and no legal advice.";
    against "None: labels lower recognition of nothing but hidden advertising, and they do not damage the tie with the audience.";
    example "new market-UK: A0 V4 K9 P14(paid)";
    instead "new market-UK: A0 V4 K9 P14(paid,label=Ad)";
    fix "Put a commonly accepted label into the text: one that all markets accept where there is one, else one label after the other, beginning with the market whose wording is the strictest.";
    exceptions "Silent where nobody said what is given; the lane is then listed as not checked. The brand’s own channel says by itself who speaks.";
    settings "No limit of its own.";
}

fn check(facts: &LaneFacts<'_>, sink: &mut Sink<'_>) {
    if !facts.discloses(sink) {
        return;
    }
    // The same for every card, and long: put together once.
    let mut help: Option<Arc<str>> = None;
    for at in facts.pay().given.iter().copied() {
        let moment = facts.card(at).moment;
        let Some(given) = paid(moment).filter(|_| !labelled(moment)) else { continue };
        let severity = if moment.status >= Status::Approved { Severity::Error } else { Severity::Warning };
        let (ask, codes) = (facts.ask_name(at), facts.markets.codes());
        let message = match given {
            Compensation::OwnBrand => say::missing_own(ask, facts.name(), codes),
            Compensation::Affiliate => say::missing_share(ask, facts.name(), codes),
            _ => say::missing(ask, crate::words::inside(names::choice(given.key())), codes),
        };
        let word = || with_source(say::missing_help(), &facts.markets.known, Market::source);
        let source = || facts.markets.help(say::missing_help(), word);
        let help = help.get_or_insert_with(source).clone();
        let mut said = Said::new(severity, vec![at], message, help, say::missing_clears());
        said.field = Some("disclosure");
        said.facts = facts.label_facts(at);
        // A draft without a label is all right to many; the same card approved is another matter.
        said.facts.extend((moment.status >= Status::Approved).then(|| findings::fact_approved().to_owned()));
        sink.say(facts, said);
    }
    if facts.pay().unset {
        sink.not_checked(facts, say::pay_unset());
    }
}

fn fixes(bench: &mut Bench<'_>, finding: &Finding) -> Vec<Draft> {
    let facts = bench.facts;
    let label = facts.markets.proposed(facts.folded_brand());
    let Some((at, label)) = bench.subject(finding).zip(label) else { return Vec::new() };
    let title = label_title(&label);
    vec![Draft::safe(title, vec![disclose(facts.card(at).moment, |disclosure| disclosure.text = Some(label))])]
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{fixed, found, unchecked, worded};

    #[test]
    fn missing() {
        for given in ["paid", "gifted", "affiliate", "own-brand"] {
            assert_eq!(found(&format!("new market-UK: A0 V4 K9 P14({given})")), "DIS-01", "{given}");
        }
        assert_eq!(found("new market-UK: A0(paid) V4 K9 P14(unpaid)"), "DIS-01", "not only asks");
        assert_eq!(found("new market-UK: N0(paid)"), "DIS-01", "a paid card that names no brand, alone on its lane");
        for quiet in [
            "new: A0 V4 K9 P14(paid)",
            "new market-BR: A0 V4 K9 P14(paid)",
            "new market-UK: A0 V4 K9 P14",
            "new market-UK: A0 V4 K9 P14(unpaid)",
            "new market-UK: A0 V4 K9 P14(paid,label=Ad)",
            "new market-IE: A0 V4 K9 P14(paid,ticked)",
            "new market-UK: A0 V4 K9 P14(paid,spoken,podcast)",
        ] {
            assert_eq!(found(quiet), "", "{quiet}");
        }
        assert_eq!(found("new market-UK: A0 V4 K9 P14(paid,spoken)"), "DIS-01", "seen, not only heard");
        assert_eq!(found("new market-UK: A0 V4 K9 P14(paid,label=_)"), "DIS-01", "a blank is no label");
        assert_eq!(found("new market-UK: A0 V4 K9 P14(own-brand,instagram,ticked)"), "DIS-01 DIS-03", "not meant for one’s own");
    }

    #[test]
    fn severity_and_words() {
        let sketch = |status: &str| format!("new market-UK market-DE: A0 V4 K9 P14(gifted{status})");
        assert_eq!(worded(&sketch(""), "DIS-01"), "warning: Trail Jacket is gifted and has no label. Markets: UK, DE.");
        assert_eq!(worded(&sketch(",review"), "DIS-01"), "warning: Trail Jacket is gifted and has no label. Markets: UK, DE.");
        for status in [",approved", ",scheduled", ",published"] {
            assert_eq!(worded(&sketch(status), "DIS-01"), "error: Trail Jacket is gifted and has no label. Markets: UK, DE.");
        }
        assert_eq!(
            worded("new market-UK: A0 V4 K9 P14(affiliate)", "DIS-01"),
            "warning: Trail Jacket earns Maja a share of sales and has no label. Markets: UK."
        );
        assert_eq!(
            worded("new market-AT: A0 V4 K9 P14(own-brand)", "DIS-01"),
            "warning: Trail Jacket is for Maja’s own brand and has no label. Markets: AT."
        );
    }

    #[test]
    fn what_was_not_checked() {
        assert_eq!(unchecked("new: A0", "DIS-01"), ["No market is set, so labels were not checked."]);
        assert_eq!(
            unchecked("new market-BR market-UK: A0(unpaid)", "DIS-01"),
            ["Not checked for BR: the table of labels does not know this market."]
        );
        assert_eq!(
            unchecked("new market-UK: A0(unpaid) V4 K9 P14", "DIS-01"),
            ["Whether a card is paid for is not set everywhere, so its label was not checked."]
        );
        assert!(unchecked("new market-UK: A0(unpaid) N4", "DIS-01").is_empty(), "own content is nobody’s advertisement");
    }

    #[test]
    fn fixes_in_the_words_of_the_markets() {
        assert_eq!(fixed("new market-UK market-US: A0 V4 K9 P14(paid)", "DIS-01"), ["Label it “Ad” →"]);
        assert_eq!(fixed("new market-UK market-DE: A0 V4 K9 P14(paid)", "DIS-01"), ["Add a label for each market →"]);
        assert_eq!(fixed("new market-AT market-DE: A0 V4 K9 P14(paid)", "DIS-01"), ["Label it “Werbung” →"]);
        assert_eq!(fixed("new market-FR: A0 V4 K9 P14(paid,tiktok)", "DIS-01"), ["Label it “Publicité” → DIS-03"]);
        assert!(fixed("new market-UK: A0 V4 K9 P14(paid,published)", "DIS-01").is_empty(), "what is out stays as it is");
    }
}
