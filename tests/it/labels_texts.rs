//! What the rules of disclosure say: from where they know it, of which markets, and never that anything is lawful.

use momentboard::check::{Applicability, Options, book, check, fixes, labels, rules};
use momentboard::edit::apply_all;
use momentboard::model::{Campaign, IdSource, Index, Profile};
use momentboard::store::template;

use crate::check::{findings, plan};

/// A plan for each rule of disclosure, and each variant of one.
const SKETCHES: [(&str, &str); 16] = [
    ("DIS-01", "P14(paid)"),
    ("DIS-01", "P14(own-brand,approved)"),
    ("DIS-01", "P14(affiliate)"),
    ("DIS-02", "P14(paid,label=#collab)"),
    ("DIS-02", "P14(paid,label=Unbezahlte_Werbung)"),
    ("DIS-02", "P14(paid,label=Hello)"),
    ("DIS-02", "P14(paid,label=#NorthwindPartner)"),
    ("DIS-03", "P14(paid,label=Werbung_|_Ad,instagram)"),
    ("DIS-03", "P14(own-brand,label=Werbung_|_Ad,instagram,ticked)"),
    ("DIS-03", "P14(own-brand,label=Werbung_|_Ad,tiktok)"),
    ("DIS-03", "P14(paid,instagram,ticked)"),
    ("DIS-04", "P14(paid,label=Werbung_|_Ad) N20(brand)"),
    ("DIS-05", "P14(paid,label=Werbung_|_Ad,live)"),
    ("DIS-05", "P14(paid,label=Werbung_|_Ad,podcast)"),
    ("DIS-05", "P14(paid,label=Werbung_|_Ad,film,12min)"),
    ("DIS-06", "P14(drink)"),
];

fn sketched(cards: &str) -> Campaign {
    plan(&format!("new young-40 market-DE market-UK market-AT: A0 V4 K9 {cards}"))
}

#[test]
fn every_finding_names_markets_sources_and_the_day_they_were_looked_at() {
    for (code, cards) in SKETCHES {
        let found = findings(&sketched(cards));
        let found: Vec<_> = found.iter().filter(|finding| finding.code().starts_with("DIS")).collect();
        let [finding] = &found[..] else { panic!("{cards}: one finding, not {}", found.len()) };
        assert_eq!(finding.code(), code, "{cards}");
        assert!(["DE", "UK"].iter().any(|market| finding.message.contains(market)), "{cards}: {}", finding.message);
        // Each market that is named stands there with its source.
        for (market, source) in [("DE", "DE: "), ("UK", "UK: "), ("AT", "AT, by the rules of the EU in general: ")] {
            assert_eq!(finding.message.contains(market), finding.help.contains(source), "{cards}: {}", finding.help);
        }
        for part in ["(checked on 25 Nov 2026", "secondary copies", "not legal advice"] {
            assert!(finding.help.contains(part), "{cards}: {part} is missing in {}", finding.help);
        }
        assert!(finding.facts.iter().any(|fact| fact == "markets: DE, UK, AT"), "{cards}: {:?}", finding.facts);
    }
}

#[test]
fn nothing_is_ever_called_lawful() {
    let mut texts = vec![book(), include_str!("../../assets/disclosure.ron").to_owned()];
    let words = include_str!("../../src/words/labels.rs").lines().filter(|line| !line.starts_with("//"));
    texts.extend(words.map(str::to_owned));
    texts.extend(rules().iter().flat_map(|rule| [rule.title, rule.flags, rule.fix, rule.exceptions]).map(str::to_owned));
    for (_, cards) in SKETCHES {
        let campaign = sketched(cards);
        for finding in findings(&campaign) {
            let offered = fixes(&campaign, &finding, &Options::default(), &mut IdSource::seeded(1));
            texts.extend(offered.into_iter().map(|fix| fix.title));
            texts.extend([finding.message.to_string(), finding.help.to_string(), finding.clears.to_owned()]);
        }
    }
    for text in texts {
        let text = text.to_lowercase();
        for word in ["compliant", "compliance", "lawful", "is legal"] {
            assert!(!text.contains(word), "“{word}” in {text}");
        }
    }
}

/// An acceptance falls when the label, what is given, or the markets change; not when a name does.
#[test]
fn what_a_finding_rests_on() {
    let facts = |campaign: &Campaign| {
        findings(campaign)
            .into_iter()
            .find(|finding| finding.code() == "DIS-02")
            .map(|finding| finding.facts.to_vec())
            .unwrap_or_default()
    };
    let base = facts(&sketched("P14(paid,label=#collab)"));
    assert_ne!(base, facts(&sketched("P14(gifted,label=#collab)")));
    assert_ne!(base, facts(&sketched("P14(paid,label=#spon)")));
    assert_ne!(base, facts(&plan("new market-UK: A0 V4 K9 P14(paid,label=#collab)")));
    let mut renamed = sketched("P14(paid,label=#collab)");
    std::sync::Arc::make_mut(&mut renamed.creators[0]).name = "Robin".to_owned();
    assert_eq!(base, facts(&renamed));
}

#[test]
fn no_fix_touches_what_is_out_and_each_removes_its_finding() {
    let options = Options { profile: Some(Profile::Strict), ..Options::default() };
    for (code, cards) in SKETCHES {
        let campaign = sketched(cards);
        let before = check(&campaign, &options);
        let finding = before.findings.iter().find(|finding| finding.code() == code).expect(cards);
        let offered = fixes(&campaign, finding, &options, &mut IdSource::seeded(1));
        assert!(!offered.is_empty(), "{cards}: something can be done");
        for fix in offered.iter().filter(|fix| !matches!(fix.applicability, Applicability::Jump(_))) {
            let after = apply_all(&campaign, &mut Index::of(&campaign), &fix.edits).expect("applies").expect("changes");
            let left = check(&after, &options).findings;
            assert!(!left.iter().any(|other| other.code() == code && other.subject() == finding.subject()), "{}", fix.title);
        }
        let mut out = campaign.clone();
        for moment in &mut std::sync::Arc::make_mut(&mut out.lanes[0]).moments {
            std::sync::Arc::make_mut(moment).status = momentboard::model::Status::Published;
        }
        for finding in check(&out, &options).findings.iter().filter(|finding| finding.code().starts_with("DIS")) {
            let offered = fixes(&out, finding, &options, &mut IdSource::seeded(1));
            assert!(offered.iter().all(|fix| matches!(fix.applicability, Applicability::Jump(_))), "{cards}");
        }
    }
}

/// The templates name no market: that is for whoever plans. With markets and pay filled in, only labels are missing.
#[test]
fn templates_are_silent_until_a_market_is_set() {
    for template in template::all() {
        let campaign = template.campaign();
        assert!(campaign.markets.is_empty(), "{}", template.key);
        let found = findings(campaign);
        assert!(!found.iter().any(|finding| finding.code().starts_with("DIS")), "{}", template.key);
    }
}

#[test]
fn labels_are_offered_for_the_markets_of_the_campaign() {
    let of = |markets: &str| labels(&plan(&format!("new {markets}: A0")), &Options::default());
    assert_eq!(of("market-UK")[0], "Ad");
    assert_eq!(of("market-UK market-DE")[0], "Werbung | Ad");
    assert!(of("market-UK market-DE").iter().any(|label| label == "Anzeige"));
    assert!(of("market-UK").iter().all(|label| !label.contains("{brand}")));
    assert!(of("").is_empty() && of("market-BR").is_empty());
}
