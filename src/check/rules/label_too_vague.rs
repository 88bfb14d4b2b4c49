//! DIS-02: there is a label, and it says too little.

use std::sync::Arc;

use super::define;
use crate::check::disclosure::{disclose, paid, replace_title, text};
use crate::check::facts::LaneFacts;
use crate::check::finding::{Finding, Severity};
use crate::check::fix::{Bench, Draft};
use crate::check::label::Written;
use crate::check::markets::{Reading, native};
use crate::check::reading::Wrong;
use crate::check::sink::{Said, Sink};
use crate::model::direction::isolated;
use crate::model::{Compensation, Moment};
use crate::words::labels as say;

define! {
    "DIS-02" "label-too-vague" "A label that says too little";
    evidence R;
    severity "Warning. Hint where the label is accepted in another market and only often not clear enough in this one.";
    flags "A label in the text that holds nothing that is commonly accepted in a market of the campaign, and something that is commonly taken for too vague there: #sp, #spon, #collab, #partner, a bare #ambassador, thanks to the brand. A label that says it is none (“not an ad”, “unbezahlte Werbung”) on a card for which something is noted as given. In Germany also any label that is not in German; in France a label that only other markets accept is a hint. Labels are compared as a whole, whatever their case, width and accents: #adventure is not #ad, and #publicite is “Publicité”. On a creator’s or the community’s lane. The labels of the agency stand above the table. Text that only names the platform’s label, while that is set, is DIS-03’s.";
    why "People who have to guess whether it is an ad guess against the creator.";
    evidence_text "Regulation and complaints, market by market; the sources stand beside each finding. From secondary copies, and no legal advice.";
    against "What is vague changes with habit and court. A label that stands in no list is neither flagged nor passed: it is listed as not checked.";
    example "new market-UK: A0 V4 K9 P14(paid,label=#collab)";
    instead "new market-UK: A0 V4 K9 P14(paid,label=#ad)";
    fix "Replace the label by a commonly accepted one of the campaign’s markets.";
    exceptions "“#BrandPartner”, with the brand’s name, passes in the US and is a hint in the UK; so it is in France, Ireland and the EU in general, and in Germany it is not in German. A card for which nothing is given needs no label and may say thanks as it likes. Only the words are read: whether a label stands first, apart from a pile of hashtags, and large enough to be seen is not checked here. Letters of ornament (𝗔𝗱) are no letters of the alphabet: such a label stands in no list.";
    settings "No limit of its own. House rules can add labels to the table.";
}

fn check(facts: &LaneFacts<'_>, sink: &mut Sink<'_>) {
    if !facts.discloses(sink) {
        return;
    }
    let mut unknown: Option<String> = None;
    for (at, card) in facts.sequence.cards.iter().enumerate() {
        let moment = card.moment;
        let label = text(moment).filter(|_| moment.compensation != Some(Compensation::None));
        let Some(label) = label else { continue };
        let read = facts.read(label);
        // Most labels are as they are meant: then it does not matter whose they are.
        if (read.open.is_none() && read.wrong.is_none()) || is_the_platforms(moment, &read.written, facts.folded_brand()) {
            continue;
        }
        unknown = unknown.or_else(|| read.open.clone());
        let Some(Wrong { reading, markets, language, help }) = &read.wrong else { continue };
        let (ask, label) = (facts.ask_name(at), isolated(label));
        let (severity, message) = match reading {
            // Where nobody noted that something is given, it may well be true.
            Reading::Denied if paid(moment).is_none() => continue,
            Reading::Denied => (Severity::Warning, say::denied(ask, label, markets)),
            Reading::TooVague => (Severity::Warning, say::vague(ask, label, markets)),
            Reading::Foreign => (Severity::Warning, say::foreign(ask, label, language, markets)),
            _ => (Severity::Hint, say::elsewhere(ask, label, markets)),
        };
        let mut said = Said::new(severity, vec![at], message, Arc::clone(help), say::vague_clears());
        said.field = Some("disclosure");
        said.facts = facts.label_facts(at);
        sink.say(facts, said);
    }
    if let Some(unknown) = unknown {
        sink.not_checked(facts, unknown);
    }
}

/// Whether a text only says that the platform's label is there, which it is.
pub(super) fn is_the_platforms(moment: &Moment, text: &Written, brand: &str) -> bool {
    moment.disclosure.platform_label && moment.platform.and_then(native).is_some_and(|native| native.is_named_by(text, brand))
}

fn fixes(bench: &mut Bench<'_>, finding: &Finding) -> Vec<Draft> {
    let facts = bench.facts;
    let label = facts.markets.proposed(facts.folded_brand());
    let Some((at, label)) = bench.subject(finding).zip(label) else { return Vec::new() };
    let title = replace_title(&label);
    vec![Draft::suggested(title, vec![disclose(facts.card(at).moment, |disclosure| disclosure.text = Some(label))])]
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{fixed, found, unchecked, worded};

    #[test]
    fn vague() {
        for (markets, label, expected) in [
            ("market-UK", "#collab", "DIS-02"),
            ("market-UK", "Thanks_@northwind", "DIS-02"),
            ("market-UK", "#ambassador", "DIS-02"),
            ("market-US", "#sp", "DIS-02"),
            ("market-US", "#NorthwindPartner", ""),
            ("market-UK", "#NorthwindPartner", "DIS-02"),
            ("market-DE", "#ad", "DIS-02"),
            ("market-DE", "Mit_Freude", "DIS-02"),
            ("market-DE market-UK", "Werbung_|_Ad", ""),
            ("market-DE market-UK", "Werbung", ""),
            ("market-FR", "Ad", "DIS-02"),
            ("market-IE", "#gifted", ""),
            ("market-IT", "#spon", "DIS-02"),
            ("market-BR", "#spon", ""),
            ("market-UK", "#adventure", ""),
            ("market-UK", "#BrandPartner", "DIS-02"),
            ("market-US", "#BrandPartner", ""),
            ("market-UK", "This_is_not_an_ad", "DIS-02"),
            ("market-DE", "Unbezahlte_Werbung", "DIS-02"),
            ("market-UK market-DE market-FR", "Werbung_|_Publicité_|_Ad", ""),
        ] {
            assert_eq!(found(&format!("new {markets}: A0 V4 K9 P14(paid,label={label})")), expected, "{label} in {markets}");
        }
        assert_eq!(found("new market-DE: A0 V4 K9 P14(label=Unbezahlte_Werbung)"), "", "nobody noted that something is given");
        assert_eq!(found("new: A0 V4 K9 P14(paid,label=#spon)"), "");
        assert_eq!(found("new market-UK: A0 V4 K9 P14(unpaid,label=#spon)"), "", "nothing is given");
        assert_eq!(found("new market-UK: A0 V4 K9 P14(label=#spon)"), "DIS-02", "whoever labels it says that something is");
        assert_eq!(
            found("new market-DE: A0 V4 K9 P14(paid,ticked,instagram,label=Paid_partnership)"),
            "",
            "the platform shows its label in the language of whoever looks"
        );
    }

    #[test]
    fn severity_and_words() {
        let plan = |label: &str| format!("new market-UK market-DE: A0 V4 K9 P14(paid,label={label})");
        assert_eq!(
            worded(&plan("#collab"), "DIS-02"),
            "warning: The label on Trail Jacket, “#collab”, is commonly taken for too vague in UK, DE."
        );
        assert_eq!(
            worded(&plan("Ad"), "DIS-02"),
            "warning: The label on Trail Jacket, “Ad”, is not in German, as is commonly expected in DE."
        );
        assert_eq!(
            worded("new market-UK: A0 V4 K9 P14(paid,label=Not_an_ad)", "DIS-02"),
            "warning: The label on Trail Jacket, “Not an ad”, says that nothing is paid, while something is given. Markets: UK."
        );
        assert_eq!(
            worded("new market-UK market-US: A0 V4 K9 P14(paid,label=#NorthwindPartner)", "DIS-02"),
            "hint: The label on Trail Jacket, “#NorthwindPartner”, is accepted elsewhere; in UK it is often not clear enough."
        );
        assert_eq!(
            unchecked("new market-UK: A0(unpaid) V4(unpaid) K9(unpaid) P14(paid,label=#adventure)", "DIS-02"),
            ["“#adventure” stands in no list for UK, so it was not checked there."]
        );
    }

    #[test]
    fn replaced_from_the_table() {
        assert_eq!(fixed("new market-UK: A0 V4 K9 P14(paid,label=#collab)", "DIS-02"), ["Replace it by “Ad” →"]);
        assert!(
            fixed("new market-UK: A0 V4 K9 P14(paid,label=#collab,published)", "DIS-02").is_empty(),
            "what is out stays as it is"
        );
        assert_eq!(fixed("new market-DE market-US: A0 V4 K9 P14(paid,label=#spon)", "DIS-02"), ["Replace it for each market →"]);
    }
}
