//! Plans with hostile texts in every field that a table has, and what such a plan is once it has been through one.

#![allow(unreachable_pub, reason = "a file that is included cannot tell how far its items reach")]

use std::sync::Arc;

use momentboard::model::{
    Anchor, Campaign, Day, Lane, LaneId, LaneKind, Moment, Money, Picture, PictureId, Time, Unknown, When, Window,
};
use momentboard::share::encode::clean;

use crate::plans::{Dice, FIRST_DAY, random_plan};

/// Texts that have broken a table somewhere: formulas, markup, control characters, both directions, quotes, separators, line ends,
/// escapes of the formats themselves.
pub const ODD: [&str; 40] = [
    "Plain",
    "",
    " ",
    "   lead and tail   ",
    "=1+1",
    "=HYPERLINK(\"http://127.0.0.1/x\",\"open\")",
    "+49 170",
    "-5",
    "@SUM(A1:A9)",
    "＝1+1",
    "'=1+1",
    "''quoted'",
    "\t=1",
    "  =cmd|'/c calc'!A1",
    "\u{FEFF}=1",
    "<script>alert(1)</script>&amp;",
    "]]><x y=\"1\">",
    "a\nb",
    "a\r\nb\rc",
    "\n=1",
    "tail\n",
    "nul\u{0}bell\u{7}del\u{7f}",
    "_x0041_ _x000D_ _x005F_",
    "\"quoted\", with; commas",
    "\"",
    "a; b; \"c\"",
    "مرحبا Northbound",
    "שלום 2027",
    "gnp.\u{202E}exe",
    "\u{2067}open",
    "👩‍👩‍👧 🇳🇴 🎉",
    "日本語 한국어 简体",
    "e\u{301}\u{301}\u{301}",
    "2027-09-16",
    "00123",
    "1e5",
    "TRUE",
    "#REF!",
    "http://127.0.0.1/",
    "name [a]",
];

fn odd(dice: &mut Dice) -> String {
    if dice.chance(3) { dice.pick(&ODD).repeat(500).chars().take(10_000).collect() } else { dice.pick(&ODD).to_owned() }
}

fn some(dice: &mut Dice) -> Option<String> {
    dice.chance(60).then(|| odd(dice))
}

fn several(dice: &mut Dice) -> Vec<String> {
    (0..dice.below(4)).map(|_| dice.pick(&ODD).to_owned()).collect()
}

/// A plan of every sort of moment with hostile texts, names that are double, empty or look like others, and days of all kinds.
#[must_use]
pub fn hostile_plan(seed: u64) -> Campaign {
    let mut campaign = random_plan(seed);
    let dice = &mut Dice::new(seed ^ 0x5eed);
    campaign.name = odd(dice);
    campaign.anchor = dice.chance(60).then(|| Anchor {
        label: odd(dice),
        date: dice.chance(60).then(|| Day::from_number(FIRST_DAY + dice.between(0, 90))),
        unknown: Unknown::default(),
    });
    for creator in &mut campaign.creators {
        let creator = Arc::make_mut(creator);
        creator.name = odd(dice);
        creator.handle = some(dice);
        creator.about = some(dice);
        creator.languages = several(dice);
    }
    for brand in &mut campaign.brands {
        dice.pick(&["Northbound", "Northbound", " ", "=1"]).clone_into(&mut Arc::make_mut(brand).name);
    }
    for product in &mut campaign.products {
        Arc::make_mut(product).name = odd(dice);
    }
    for at in 0..3u8 {
        let picture = Picture {
            id: PictureId([at; 32]),
            name: dice.pick(&["a.png", "a.png", "", "=x.png"]).to_owned(),
            width: 1,
            height: 1,
            bytes: Arc::from(&b"GIF89a"[..]),
            unknown: Unknown::default(),
        };
        campaign.pictures.push(Arc::new(picture));
    }
    let mut brand_lane = Lane::empty(LaneId(dice.ids().id()), LaneKind::Brand);
    let mut named = Moment::new(dice.ids().moment(), momentboard::model::Kind::Community, "Who is with us");
    named.features = campaign.creators.iter().map(|creator| creator.id).collect();
    named.brand = campaign.brands.first().map(|brand| brand.id);
    brand_lane.moments.push(Arc::new(named));
    brand_lane.name = some(dice);
    campaign.lanes.push(Arc::new(brand_lane));
    for lane in &mut campaign.lanes {
        for moment in &mut Arc::make_mut(lane).moments {
            hostile_moment(dice, Arc::make_mut(moment));
        }
    }
    campaign
}

fn hostile_moment(dice: &mut Dice, moment: &mut Moment) {
    moment.title = odd(dice);
    moment.hook = some(dice);
    moment.shared_value = some(dice);
    moment.must_say = some(dice);
    moment.disclosure.text = some(dice);
    moment.proof = some(dice);
    moment.owner = some(dice);
    moment.notes = some(dice);
    moment.kpis = several(dice);
    moment.links = several(dice);
    moment.image = dice.chance(30).then(|| PictureId([dice.below(3) as u8; 32]));
    moment.duration = dice.chance(40).then(|| dice.pick(&[0, 1, 90, u32::MAX]));
    moment.when = match dice.below(8) {
        0 => When::Order(dice.pick(&[i32::MIN, -1, 0, 7, i32::MAX])),
        1 => When::Relative(dice.pick(&[-4000, -14, 0, 30])),
        2 => When::On(dice.pick(&[Day::MIN, Day::MAX, Day::from_number(-25_509), Day::from_number(FIRST_DAY)])),
        3 => When::Undated,
        _ => moment.when,
    };
    let has_day = matches!(moment.when, When::On(_) | When::Relative(_));
    moment.time = (has_day && dice.chance(50)).then(|| Time::parse(dice.pick(&["00:00", "09:05", "23:59"]))).flatten();
    let window = |dice: &mut Dice| Window {
        before: dice.pick(&[0, 1, u16::MAX]),
        after: dice.pick(&[0, 3, u16::MAX]),
        unknown: Unknown::default(),
    };
    moment.window = dice.chance(40).then(|| window(dice));
    let amounts = [0, 1, -1, 350_000, -999, 900_000_000_000_001, i64::MAX, i64::MIN + 1];
    moment.cost = dice.chance(50).then(|| Money::new(dice.pick(&amounts), dice.pick(&["EUR", "USD", "JPY"]))).flatten();
}

/// What a moment is after a table: texts clean, empty ones gone.
#[must_use]
pub fn after_a_table(moment: &Moment) -> Moment {
    let mut moment = moment.clone();
    moment.title = clean(&moment.title);
    for text in [
        &mut moment.hook,
        &mut moment.shared_value,
        &mut moment.must_say,
        &mut moment.disclosure.text,
        &mut moment.proof,
        &mut moment.owner,
        &mut moment.notes,
    ] {
        *text = text.as_ref().map(|text| clean(text)).filter(|text| !text.is_empty());
    }
    for item in moment.kpis.iter_mut().chain(&mut moment.links) {
        *item = clean(item);
    }
    moment
}
