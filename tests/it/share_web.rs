//! The page that is mailed: its dates in order, its pictures small, one jump over the head.

use base64::Engine as _;
use momentboard::check::Report;
use momentboard::model::PlanId;
use momentboard::share::{Choice, Format, Reader, Watch, export};
use momentboard::store::demo;

fn page(reader: Reader) -> String {
    let campaign = demo::fictional(PlanId::default());
    let made = export(&campaign, &Report::default(), &Choice::new(reader, Format::Html), Watch::none()).unwrap();
    String::from_utf8(made.bytes).unwrap()
}

#[test]
fn the_calendar_lists_every_moment_in_time() {
    let campaign = demo::fictional(PlanId::default());
    let page = page(Reader::Client);
    let (_, calendar) = page.split_once("id=\"calendar\"").expect("a calendar");
    let calendar = calendar.split_once("</section>").expect("its end").0;
    let mut moments: Vec<_> = campaign.lanes.iter().flat_map(|lane| &lane.moments).collect();
    moments.sort_by_key(|moment| campaign.day_of(moment.when));
    let places: Vec<usize> = moments
        .iter()
        .map(|moment| {
            let title = moment.title.replace('\'', "&#39;");
            calendar.find(&title).unwrap_or_else(|| panic!("{title} is missing"))
        })
        .collect();
    let days: Vec<_> = moments.iter().map(|moment| campaign.day_of(moment.when)).collect();
    for (at, pair) in places.windows(2).enumerate() {
        assert!(pair[0] < pair[1] || days[at] == days[at + 1], "{} comes late", moments[at].title);
    }
}

#[test]
fn pictures_are_as_large_as_a_page_needs_and_the_whole_can_be_mailed() {
    let page = page(Reader::Client);
    let mut count = 0;
    for part in page.split("src=\"data:image/").skip(1) {
        let (_, packed) = part.split_once(";base64,").unwrap();
        let bytes = base64::engine::general_purpose::STANDARD.decode(packed.split_once('"').unwrap().0).unwrap();
        let picture = image::load_from_memory(&bytes).unwrap();
        assert!(picture.width().max(picture.height()) <= 480);
        count += 1;
    }
    assert!(count > 5, "the demo plan has pictures");
    assert!(page.len() < 3_000_000, "{} bytes", page.len());
    assert!(page.contains("<a class=\"skip\" href=\"#content\">") && page.contains("<main id=\"content\">"));
}
