//! Throw-away.
use super::plans::large_plan;
use momentboard::{
    check,
    model::*,
    share::{self, *},
    store,
};
#[test]
fn pages() {
    let Ok(dir) = std::env::var("PAGES") else { return };
    let only = std::env::var("ONLY").unwrap_or_default();
    let demo = store::demo::fictional(PlanId::from_bits(7));
    let mut one = demo.clone();
    one.lanes.truncate(1);
    {
        let lane = std::sync::Arc::make_mut(&mut one.lanes[0]);
        lane.moments.truncate(1);
    }
    let empty = Campaign::new(PlanId::from_bits(8), "Nothing yet");
    let mut order = demo.clone();
    order.start = None;
    order.end = None;
    order.phases.clear();
    for lane in &mut order.lanes {
        let lane = std::sync::Arc::make_mut(lane);
        for (at, moment) in lane.moments.iter_mut().enumerate() {
            std::sync::Arc::make_mut(moment).when = When::Order(at as i32 + 1);
        }
    }
    let mut relative = order.clone();
    for lane in &mut relative.lanes {
        let lane = std::sync::Arc::make_mut(lane);
        for (at, moment) in lane.moments.iter_mut().enumerate() {
            std::sync::Arc::make_mut(moment).when = When::Relative(at as i32 * 11 - 20);
        }
    }
    let mut accepted = demo.clone();
    {
        let ines = accepted.lanes.iter().find(|lane| lane.id.to_string().contains("ines")).unwrap().clone();
        let _ = ines;
        let report = check::check(&accepted, &check::Options::default());
        for (at, finding) in report.findings.iter().filter(|f| f.code().starts_with("PBR")).enumerate() {
            accepted.acceptances.push(std::sync::Arc::new(Acceptance {
                id: AcceptanceId(Id::parse(&format!("acc{at}")).unwrap()),
                rule: finding.code().to_owned(),
                target: finding.moments.first().map_or(Scope::Campaign, |m| Scope::Moment(*m)),
                reason: "she has worn Northbound, unpaid, since 2024".into(),
                owner: "Oskar".into(),
                until: None,
                show_to_client: true,
                facts: finding.facts.clone(),
                unknown: Unknown::default(),
            }));
        }
    }
    let creator = demo.lanes[1].id;
    let l = |t: Tone, p: Paper| (t, p);
    let cases: Vec<(&str, Campaign, Reader, (Tone, Paper))> = vec![
        ("int", demo.clone(), Reader::Internal, l(Tone::Light, Paper::Wide)),
        ("cli", demo.clone(), Reader::Client, l(Tone::Light, Paper::Wide)),
        ("cre", demo.clone(), Reader::Creator(creator), l(Tone::Light, Paper::Wide)),
        ("dark", demo.clone(), Reader::Client, l(Tone::Dark, Paper::Wide)),
        ("a4", demo.clone(), Reader::Internal, l(Tone::Light, Paper::A4)),
        ("letter", demo.clone(), Reader::Client, l(Tone::Dark, Paper::Letter)),
        ("acc", accepted, Reader::Client, l(Tone::Light, Paper::Wide)),
        ("one", one, Reader::Client, l(Tone::Light, Paper::Wide)),
        ("zero", empty, Reader::Internal, l(Tone::Light, Paper::Wide)),
        ("order", order, Reader::Client, l(Tone::Light, Paper::Wide)),
        ("rel", relative, Reader::Client, l(Tone::Light, Paper::Wide)),
        ("forty", large_plan(3, 200, 40), Reader::Client, l(Tone::Light, Paper::Wide)),
        ("thousand", large_plan(4, 1000, 6), Reader::Internal, l(Tone::Light, Paper::A4)),
        ("three", large_plan(5, 120, 1), Reader::Client, l(Tone::Light, Paper::Wide)),
    ];
    for (name, campaign, reader, (tone, paper)) in cases {
        if !only.is_empty() && !only.split(',').any(|o| o == name) {
            continue;
        }
        let report = check::check(&campaign, &check::Options::default());
        let mut choice = Choice::new(reader, share::Format::Pdf);
        choice.tone = tone;
        choice.paper = paper;
        choice.made_on = Day::parse("2027-09-02");
        let shared = Shared::new(&campaign, &report, reader);
        let t = std::time::Instant::now();
        let deck = share::deck::deck(&shared.view, &shared.kit, &choice, Watch::none()).unwrap();
        println!("{name}: {} pages in {:?}", deck.scene.pages.len(), t.elapsed());
        let mut pages: Vec<_> = deck.scene.pages.iter().enumerate().collect();
        if pages.len() > 24 {
            pages.truncate(24);
        }
        for (at, page) in pages {
            println!("  {at} {:?} {} :: {}", deck.sections[at], page.title, page.notes);
            std::fs::write(format!("{dir}/{name}-{at:02}.png"), share::png::png(page, 1200).unwrap()).unwrap();
        }
    }
}
