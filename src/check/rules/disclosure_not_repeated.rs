//! DIS-05: a label is only seen, where people listen, join late, or stay for long.

use super::define;
use crate::check::disclosure::{disclose, is_heard, labelled, with_source};
use crate::check::facts::LaneFacts;
use crate::check::finding::{Finding, Severity};
use crate::check::fix::{Bench, Draft};
use crate::check::markets::Market;
use crate::check::sink::{Said, Sink};
use crate::model::{Format, Moment, Platform};
use crate::words::labels as say;

define! {
    "DIS-05" "disclosure-not-repeated" "The label is not said aloud";
    evidence R;
    severity "Hint.";
    flags "A card of a creator’s or the community’s lane for which something is given, with a label that is not said aloud, where seeing it once is not enough: live (the format, or Twitch), only heard (a podcast, an episode), or a video or film of many minutes. The plan knows only whether the label is said aloud, which stands for repeating it. Cards of one lane and sort are one finding, those that are out apart from the others.";
    why "Who joins a stream late, or only listens, does not see what stood there at the beginning.";
    evidence_text "16 CFR 255 and the FTC’s Disclosures 101: seen for what is seen, heard for what is heard, again and again in a live stream. For other markets this is the same thought, not their rule. From secondary copies, and no legal advice.";
    against "A stream has its own ways to keep a label on screen, which the plan does not know.";
    example "new market-US: A0 V4 K9 P14(paid,label=Ad,live)";
    instead "new market-US: A0 V4 K9 P14(paid,label=Ad,live,spoken)";
    fix "Put it on the run sheet: said aloud.";
    exceptions "Silent where there is no label at all: that is DIS-01’s. A video without a length, and a labelled card without a format, are listed as not checked.";
    settings "From which length on a video repeats its disclosure." reads "long_video_minutes";
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Live,
    Heard,
    Long,
}

fn check(facts: &LaneFacts<'_>, sink: &mut Sink<'_>) {
    if !facts.discloses(sink) {
        return;
    }
    let least = u32::from(facts.limits().long_video_minutes);
    let mut groups: Vec<((Sort, bool), Vec<usize>)> = Vec::new();
    let (mut length_unset, mut format_unset) = (false, false);
    for at in facts.pay().given.iter().copied() {
        let moment = facts.card(at).moment;
        if moment.disclosure.spoken || !labelled(moment) {
            continue;
        }
        let sort = match sort(moment) {
            Some(Sort::Long) => match moment.duration {
                Some(minutes) if minutes >= least => Sort::Long,
                Some(_) => continue,
                None => {
                    length_unset = true;
                    continue;
                }
            },
            Some(sort) => sort,
            None => {
                format_unset |= moment.format.is_none();
                continue;
            }
        };
        let key = (sort, moment.is_published());
        match groups.iter_mut().find(|(other, _)| *other == key) {
            Some((_, cards)) => cards.push(at),
            None => groups.push((key, vec![at])),
        }
    }
    for ((sort, _), cards) in groups {
        let (names, codes) = (facts.names(&cards), facts.markets.codes());
        let message = match sort {
            Sort::Live => say::live(names, codes),
            Sort::Heard => say::heard(names, codes),
            Sort::Long => say::long(names, least, codes),
        };
        let help = with_source(say::not_repeated_help(), &facts.markets.known, Market::source);
        let mut lines = cards.first().map_or(Vec::new(), |at| facts.label_facts(*at));
        let shown = match sort {
            Sort::Live => say::fact_live(),
            Sort::Heard => say::fact_heard(),
            Sort::Long => say::fact_long(),
        };
        lines.push(shown.to_owned());
        let mut said = Said::new(Severity::Hint, cards, message, help, say::not_repeated_clears());
        said.field = Some("disclosure");
        said.threshold = (sort == Sort::Long).then_some("long_video_minutes");
        said.facts = lines;
        sink.say(facts, said);
    }
    if facts.pay().unset {
        sink.not_checked(facts, say::pay_unset());
    }
    if format_unset {
        sink.not_checked(facts, say::format_unset());
    }
    if length_unset {
        sink.not_checked(facts, say::length_unset());
    }
}

/// What makes a label on the screen too little; a video only where it is long.
fn sort(moment: &Moment) -> Option<Sort> {
    match moment.format {
        Some(Format::Live) => Some(Sort::Live),
        None if moment.platform == Some(Platform::Twitch) => Some(Sort::Live),
        _ if is_heard(moment) => Some(Sort::Heard),
        Some(Format::Video | Format::Film) => Some(Sort::Long),
        None if moment.platform == Some(Platform::YouTube) => Some(Sort::Long),
        _ => None,
    }
}

fn fixes(bench: &mut Bench<'_>, finding: &Finding) -> Vec<Draft> {
    let facts = bench.facts;
    let cards = finding.moments.iter().filter_map(|id| facts.place(*id));
    let edits = cards.map(|at| disclose(facts.card(at).moment, |disclosure| disclosure.spoken = true)).collect();
    vec![Draft::safe(say::fix_say_aloud(), edits)]
}

#[cfg(test)]
mod tests {
    use crate::check::trial::{fixed, found, found_in, plan, unchecked, worded};

    #[test]
    fn not_repeated() {
        let of = |options: &str| found(&format!("new market-IE: A0 V4 K9 P14(paid,label=Ad,{options})"));
        for fires in ["live", "twitch", "podcast", "episode", "video,10min", "film,11min", "youtube,ticked,12min", "twitch,live"]
        {
            assert_eq!(of(fires), "DIS-05", "{fires}");
        }
        for quiet in
            ["live,spoken", "podcast,spoken", "video,9min", "video", "short,12min", "reel", "post", "youtube,ticked,short,12min"]
        {
            assert_eq!(of(quiet), "", "{quiet}");
        }
        assert_eq!(found("new market-IE: A0 V4 K9 P14(paid,live)"), "DIS-01", "no label at all is another matter");
        assert_eq!(found("new market-IE: A0 V4 K9 P14(unpaid,label=Ad,live)"), "");
        assert_eq!(found("new: A0 V4 K9 P14(paid,label=Ad,live)"), "");
    }

    #[test]
    fn how_long_is_long_can_be_set() {
        let mut campaign = plan("new market-IE: A0 V4 K9 P14(paid,label=Ad,video,9min)");
        assert_eq!(found_in(&campaign), "");
        campaign.settings.long_video_minutes = Some(9);
        assert_eq!(found_in(&campaign), "DIS-05");
    }

    #[test]
    fn word_for_word() {
        let of = |options: &str| worded(&format!("new market-US: A0 V4 K9 P14(paid,label=Ad,{options})"), "DIS-05");
        assert_eq!(
            of("live"),
            "hint: Trail Jacket: live, and the label is not said aloud. Who joins later does not see it. Markets: US."
        );
        assert_eq!(of("podcast"), "hint: Trail Jacket: only heard, and the label is not said aloud. Markets: US.");
        assert_eq!(of("film,30min"), "hint: Trail Jacket: 10 minutes or more, and the label is not said aloud. Markets: US.");
        assert_eq!(
            unchecked("new market-US: A0(unpaid) V4(unpaid) K9(unpaid) P14(paid,label=Ad,video)", "DIS-05"),
            ["A video has no length, so whether it repeats its label was not checked."]
        );
        assert_eq!(
            unchecked("new market-US: A0(unpaid) V4(unpaid) K9(unpaid) P14(paid,label=Ad,instagram)", "DIS-05"),
            ["A labelled card has no format, so whether it is live or long was not checked."]
        );
    }

    #[test]
    fn on_the_run_sheet() {
        assert_eq!(
            fixed("new market-US: A0(paid,label=Ad,live) V4 K9 P14(paid,label=Ad,live)", "DIS-05"),
            ["Put it on the run sheet: said aloud →"]
        );
        let out = "new market-US: A0 V4 K9 P14(paid,label=Ad,live,published)";
        assert!(fixed(out, "DIS-05").is_empty(), "what is out stays as it is");
    }
}
