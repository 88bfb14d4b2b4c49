//! The plans that come with the program show what the checker is for.

use momentboard::analysis::quiet::quiet;
use momentboard::check::{Options, fixes};
use momentboard::edit::apply_all;
use momentboard::model::{Campaign, IdSource, Index, RelationshipStatus};

use crate::check::findings;

fn demo(bytes: &[u8]) -> Campaign {
    momentboard::store::read(bytes).expect("reads").campaign
}

/// What is found in each lane, in the order of the board: "Tobi Achterberg: PBR-08 error".
pub(crate) fn by_lane(campaign: &Campaign) -> Vec<String> {
    let found = findings(campaign);
    let of = |id| {
        let lane = found.iter().filter(move |finding| finding.lane == Some(id));
        let mut codes: Vec<String> = lane.map(|finding| format!("{} {}", finding.code(), finding.severity.key())).collect();
        codes.sort_unstable();
        codes.join(", ")
    };
    campaign.lanes.iter().map(|lane| format!("{}: {}", campaign.lane_name(lane), of(lane.id)).trim_end().to_owned()).collect()
}

/// The two cases side by side: the cold post and the arc.
#[test]
fn the_two_cases_tell_their_story() {
    let campaign = demo(include_bytes!("../../assets/demo/two-cases.moments"));
    assert_eq!(
        by_lane(&campaign),
        ["Zlatan Ibrahimović: FIT-01 warning, FIT-02 warning, PBR-01 error, VAL-02 warning", "Colin Kaepernick:"]
    );
}

/// The fictional campaign: one lane asks first, one is clear, one is known, and one is quiet for 41 days, which is no finding.
#[test]
fn the_fictional_campaign_tells_its_story() {
    let campaign = demo(include_bytes!("../../assets/demo/long-way-round.moments"));
    assert_eq!(
        by_lane(&campaign),
        ["Maren Solheim:", "Tobi Achterberg: FIT-02 warning, FIT-04 warning, PBR-08 error", "Kwame Adjei:", "Inês Carvalho:"]
    );
    let stretches: Vec<(&str, Vec<i32>)> = campaign
        .lanes
        .iter()
        .map(|lane| (campaign.lane_name(lane), quiet(&campaign, lane).iter().map(|quiet| quiet.days).collect()))
        .collect();
    assert_eq!(
        stretches,
        [("Maren Solheim", vec![]), ("Tobi Achterberg", vec![]), ("Kwame Adjei", vec![41]), ("Inês Carvalho", vec![])]
    );
    let ines = campaign.lanes.iter().find(|lane| campaign.lane_name(lane) == "Inês Carvalho").expect("a lane");
    assert_eq!(ines.relationship.status, RelationshipStatus::Established);
    assert!(!ines.relationship.evidence.is_empty());

    // What a first-time user reads, and does first.
    let finding = findings(&campaign).remove(0);
    assert_eq!(finding.title, "A newcomer asks on borrowed trust");
    assert_eq!(
        finding.message,
        "Inês has history with Northbound; Tobi’s followers don’t share it. Tobi’s first post is Fjell 2."
    );
    let offered = fixes(&campaign, &finding, &Options { today: campaign.start, ..Options::default() }, &mut IdSource::seeded(1));
    assert_eq!(offered[0].title, "Put the ask last");
    let fixed = apply_all(&campaign, &mut Index::of(&campaign), &offered[0].edits).expect("applies").expect("changes");
    assert!(findings(&fixed).iter().all(|finding| finding.code() != "PBR-08"));
}
