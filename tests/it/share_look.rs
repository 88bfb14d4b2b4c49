//! Throw-away.
#[test]
fn pages() {
    use momentboard::{
        check,
        share::{self, *},
        store,
    };
    let Ok(dir) = std::env::var("PAGES") else { return };
    let campaign = store::demo::fictional(momentboard::model::PlanId::from_bits(7));
    let report = check::check(&campaign, &check::Options::default());
    for (name, reader) in [("int", Reader::Internal), ("cli", Reader::Client)] {
        let choice = Choice::new(reader, Format::Pdf);
        let shared = Shared::new(&campaign, &report, reader);
        let deck = share::deck::deck(&shared.view, &shared.kit, &choice, Watch::none()).unwrap();
        for (at, page) in deck.scene.pages.iter().enumerate() {
            std::fs::write(format!("{dir}/{name}-{at}.png"), share::png::png(page, 1600).unwrap()).unwrap();
        }
    }
}
