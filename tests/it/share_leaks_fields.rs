//! What is in no table of fields: pictures that know where they were taken, fields from later versions, what was there
//! before it was deleted, and where the file lies. None of it leaves for a reader outside.

use std::io::{Cursor, Read as _};
use std::sync::Arc;
use std::time::Duration;

use base64::Engine as _;
use momentboard::check::{self, Report};
use momentboard::edit::{Document, Edit, Step};
use momentboard::model::{
    Blackout, Campaign, Compared, Day, House, Lane, LaneId, LaneKind, Moment, MomentId, NoGo, Note, NoteId, PastDeal, Picture,
    PictureId, Proof, SettingChange, Unknown, Verified, When,
};
use momentboard::share::{Choice, Format, Motif, Reader, Watch, export, reduced};
use momentboard::store::{self, carried};

use crate::pdf_file::PdfFile;
use crate::scratch::{self, Scratch};
use crate::share::full;
use crate::terminal_run::{args, run};

/// What a picture says beside what it shows.
const OF_PICTURES: [&str; 12] = [
    "xplacex",
    "xartistx",
    "xmakerx",
    "xrightsx",
    "xsoftwarex",
    "xsaidx",
    "xthumbx",
    "xcommentx",
    "xprofilex",
    "xxmpx",
    "xauthorx",
    "xbehindx",
];
/// Fields that nobody but the team reads.
const OF_TEAM: [&str; 22] = [
    "xquietx",
    "xpinnedx",
    "xchangedbyx",
    "xchangedwhyx",
    "xhousex",
    "xgroupx",
    "xcomparedx",
    "xnogox",
    "xconsentx",
    "xpastx",
    "xvoicex",
    "xneverx",
    "xsincefollowx",
    "xdoesx",
    "xprooflinkx",
    "xrivalx",
    "xverifiedbyx",
    "xverifiednotex",
    "xdeliveryx",
    "xlaterx",
    "xfilenamex",
    "xidealinkx",
];

/// The pictures of the fixtures, as somebody may have put them into a plan by hand.
fn pictures() -> Vec<Picture> {
    let files: [(&str, &[u8]); 4] = [
        ("told.jpg", include_bytes!("../fixtures/pictures/told.jpg")),
        ("told.png", include_bytes!("../fixtures/pictures/told.png")),
        ("told.webp", include_bytes!("../fixtures/pictures/told.webp")),
        ("told.gif", include_bytes!("../fixtures/pictures/told.gif")),
    ];
    let picture = |(name, bytes): (&str, &[u8])| Picture {
        id: id_of(bytes),
        name: format!("xfilenamex {name}"),
        width: 8,
        height: 6,
        bytes: bytes.into(),
        unknown: Unknown::default(),
    };
    files.into_iter().map(picture).collect()
}

/// The id of these bytes, as the plan file gives it to them.
fn id_of(bytes: &[u8]) -> PictureId {
    use sha2::Digest as _;
    PictureId(sha2::Sha256::digest(bytes).into())
}

/// A plan in which everything that only the team knows has a word of its own.
fn plan() -> (Campaign, Report) {
    let (mut campaign, report) = full(&|text| text.to_owned());
    let day = Day::parse("2027-09-20").unwrap();
    let none = Unknown::default;
    campaign.blackouts.push(Blackout { from: day, to: day, why: Some("xquietx".into()), unknown: none() });
    campaign.settings.changes.push(SettingChange {
        setting: "min_lead_days".into(),
        author: "xchangedbyx".into(),
        on: None,
        reason: "xchangedwhyx".into(),
        unknown: none(),
    });
    campaign.settings.min_lead_days = Some(9);
    campaign.house = Some(Arc::new(House {
        name: "xhousex".into(),
        settings: momentboard::model::Settings::default(),
        vocabulary: momentboard::model::Vocabulary::default(),
        rules_off: Vec::new(),
        unknown: none(),
    }));
    let brand = Arc::make_mut(&mut campaign.brands[0]);
    brand.competitors = vec!["xrivalx".into()];
    brand.proof =
        vec![Proof { value: "xvaluex".into(), does: "xdoesx".into(), link: Some("xprooflinkx".into()), unknown: none() }];
    let product = Arc::make_mut(&mut campaign.products[0]);
    product.delivery_proof = Some("xdeliveryx".into());
    product.verified =
        Some(Verified { by: "xverifiedbyx".into(), on: day, note: Some("xverifiednotex".into()), unknown: none() });
    let creator = Arc::make_mut(&mut campaign.creators[0]);
    creator.voice.words = vec!["xvoicex".into()];
    creator.voice.never_says = Some("xneverx".into());
    creator.followers_since = Some("xsincefollowx".into());
    creator.no_go = vec![NoGo { category: "xnogox".into(), consent: Some("xconsentx".into()), unknown: none() }];
    creator.past = vec![PastDeal {
        brand: "xpastx".into(),
        category: None,
        from: None,
        to: None,
        exclusive_until: None,
        waived: None,
        unknown: none(),
    }];
    Arc::make_mut(&mut campaign.ideas[0]).links = vec!["xidealinkx".into()];
    campaign.pictures = pictures().into_iter().map(Arc::new).collect();
    let ids: Vec<PictureId> = campaign.pictures.iter().map(|picture| picture.id).collect();
    let lane = Arc::make_mut(&mut campaign.lanes[0]);
    lane.audience_group = Some("xgroupx".into());
    lane.values_compared = Some(Compared { by: "xcomparedx".into(), on: day, unknown: none() });
    lane.notes = vec![Arc::new(Note::new(NoteId::parse("pinned").unwrap(), When::On(day), "xpinnedx"))];
    for (at, image) in ids.iter().enumerate() {
        let mut moment =
            Moment::new(MomentId::parse(&format!("picture{at}")).unwrap(), momentboard::model::Kind::Values, "xtitlex");
        moment.image = Some(*image);
        moment.when = When::On(day.plus(i32::try_from(at).unwrap()));
        lane.moments.push(Arc::new(moment));
    }
    campaign.brand_kit =
        Some(Arc::new(momentboard::model::BrandKit { logo: Some(ids[0]), cover: Some(ids[1]), ..Default::default() }));
    // Fields of a later version, in every record that the file has.
    let text = String::from_utf8(store::write(&campaign).unwrap()).unwrap();
    let mut later = String::new();
    for (at, part) in text.split("id: \"").enumerate() {
        // The head of the file has its own; pictures close the file and keep theirs, too.
        if at > 1 {
            later.push_str("later_field: \"xlaterx\", ");
        }
        if at > 0 {
            later.push_str("id: \"");
        }
        later.push_str(part);
    }
    let campaign = store::read(later.as_bytes()).unwrap().campaign;
    assert!(String::from_utf8(store::write(&campaign).unwrap()).unwrap().matches("xlaterx").count() > 12);
    (campaign, report)
}

/// Everything in a document, unpacked as far as it goes: parts, streams, pictures written as letters, the plan inside.
fn unpacked(bytes: &[u8], out: &mut Vec<Vec<u8>>) {
    out.push(bytes.to_vec());
    if let Some(plan) = carried::Document::of(bytes).and_then(|document| document.plan_in(bytes)) {
        unpacked(&plan, out);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        for at in 0..zip.len() {
            let mut file = zip.by_index(at).unwrap();
            let mut part = Vec::new();
            file.read_to_end(&mut part).unwrap();
            unpacked(&part, out);
        }
    } else if bytes.starts_with(b"%PDF-") {
        out.push(PdfFile::read(bytes).everything().1);
    } else {
        let letter = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=');
        for run in bytes.split(|byte| !letter(byte)).filter(|run| run.len() > 60) {
            if let Ok(inner) = base64::engine::general_purpose::STANDARD.decode(run) {
                out.push(inner);
            }
        }
    }
}

fn holds(pieces: &[Vec<u8>], text: &str) -> bool {
    let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    pieces.iter().any(|piece| [text.as_bytes(), &wide].iter().any(|of| piece.windows(of.len()).any(|window| window == *of)))
}

fn pieces(campaign: &Campaign, report: &Report, choice: &Choice) -> Vec<Vec<u8>> {
    let mut out = Vec::new();
    unpacked(&export(campaign, report, choice, Watch::none()).unwrap().bytes, &mut out);
    out
}

#[test]
fn what_only_the_team_knows_is_in_no_byte() {
    let (campaign, report) = plan();
    let own = campaign.lanes[0].id;
    for reader in [Reader::Client, Reader::Creator(own)] {
        let view = format!("{:?}", momentboard::share::plan(&campaign, &report, reader));
        // Pictures are in it as they are, to be drawn; their names are for the notices of the person who shares.
        let of_pictures = ["xfilenamex", "xlaterx"];
        let secret = OF_TEAM.iter().find(|secret| !of_pictures.contains(secret) && view.contains(**secret));
        assert_eq!(secret, None, "in the view of {reader:?}");
        for format in Format::ALL {
            let motif = if format == Format::Svg { Motif::Lane(own) } else { Motif::Board };
            let pieces = pieces(&campaign, &report, &Choice { motif, width: 600, ..Choice::new(reader, format) });
            for secret in OF_PICTURES.iter().chain(&OF_TEAM) {
                assert!(!holds(&pieces, secret), "{secret} is in {format:?} for {reader:?}");
            }
        }
    }
    // The team has its plan as it is; and the search looks where it should.
    let inside = pieces(&campaign, &report, &Choice::new(Reader::Internal, Format::Html));
    for secret in OF_PICTURES.iter().chain(&OF_TEAM).filter(|secret| !["xcommentx", "xxmpx"].contains(secret)) {
        assert!(holds(&inside, secret), "{secret} is not found");
    }
}

#[test]
fn pictures_without_what_is_not_seen_show_the_same() {
    let (campaign, _) = plan();
    let seen = reduced(&campaign, Reader::Client);
    // Two of them show the same to the last dot, and what is the same is kept once.
    assert_eq!(seen.pictures.len(), 3);
    let shown: Vec<_> = seen.lanes[0].moments.iter().filter_map(|moment| moment.image).collect();
    assert_eq!(shown.len(), 4);
    for (id, was) in shown.iter().zip(&campaign.pictures) {
        let picture = seen.picture(*id).unwrap();
        assert_eq!(id_of(&picture.bytes), *id, "a picture is known by its bytes");
        let pixels = |of: &Picture| store::picture::decode(of, 8).unwrap();
        let (now, before) = (pixels(picture), pixels(was));
        assert_eq!((now.width, now.height), (before.width, before.height), "turned upright");
        let differs = now.rgba.iter().zip(&before.rgba).map(|(a, b)| a.abs_diff(*b)).max();
        assert!(differs < Some(60), "{differs:?}");
    }
    let kit = seen.brand_kit.as_deref().unwrap();
    assert!(kit.pictures().all(|id| seen.picture(id).is_some()) && kit.pictures().count() == 2);
    // What is left out is left out without drawing the rest anew.
    let demo = store::demo::fictional(momentboard::model::PlanId::default());
    let seen = reduced(&demo, Reader::Client);
    let shown = |campaign: &Campaign| {
        let image = campaign.lanes[0].moments.iter().find_map(|moment| moment.image).unwrap();
        store::picture::decode(campaign.picture(image).unwrap(), 4_000).unwrap()
    };
    assert_eq!(shown(&seen), shown(&demo), "dot for dot");
}

#[test]
fn what_was_deleted_is_gone() {
    let mut campaign = store::demo::fictional(momentboard::model::PlanId::default());
    let mut lane = Lane::empty(LaneId::parse("gone").unwrap(), LaneKind::Community);
    lane.name = Some("xforgottenx".into());
    campaign.lanes.push(Arc::new(lane));
    let mut document = Document::opened(campaign);
    let gone = Edit::RemoveLane { id: LaneId::parse("gone").unwrap() };
    document.edit(Step::new("Delete the lane", vec![gone]), Duration::ZERO).unwrap();
    assert_eq!(document.undo_depth(), 1);
    let campaign = document.campaign();
    let report = check::check(campaign, &check::Options::default());
    for format in Format::ALL {
        for reader in [Reader::Internal, Reader::Client] {
            let choice = Choice { width: 600, ..Choice::new(reader, format) };
            assert!(!holds(&pieces(campaign, &report, &choice), "xforgottenx"), "{format:?} for {reader:?}");
        }
    }
}

#[test]
fn where_the_plan_lies_and_who_exports_it_is_nobodys_business() {
    let folder = Scratch::new("xfolderx");
    let plan = folder.join("xplanfilex.moments");
    scratch::write(&plan, &store::write(&store::demo::fictional(momentboard::model::PlanId::default())).unwrap());
    let who: Vec<String> = ["USER", "LOGNAME", "HOSTNAME", "HOME"].iter().filter_map(|name| std::env::var(name).ok()).collect();
    for format in Format::ALL {
        let out = folder.join(&format!("xoutx.{}", format.ending()));
        let said = run(args!["export", &plan, "-o", &out]);
        assert_eq!(said.code, 0, "{}", said.err);
        let mut all = Vec::new();
        unpacked(&std::fs::read(&out).unwrap(), &mut all);
        let names = ["xfolderx", "xplanfilex", "xoutx", "/tmp/", env!("CARGO_MANIFEST_DIR")].map(str::to_owned);
        for name in names.iter().chain(who.iter().filter(|name| name.len() > 4)) {
            assert!(!holds(&all, name), "{name} is in {format:?}");
        }
    }
}

#[test]
fn a_creator_does_not_read_whom_else_a_moment_of_theirs_names() {
    let mut campaign = store::demo::fictional(momentboard::model::PlanId::default());
    let (own, other) = (campaign.lanes[0].id, campaign.lanes[1].creator.expect("a creator's lane"));
    for moment in &mut Arc::make_mut(&mut campaign.lanes[0]).moments {
        Arc::make_mut(moment).features = vec![other];
    }
    let seen = reduced(&campaign, Reader::Creator(own));
    assert!(seen.lanes.iter().flat_map(|lane| &lane.moments).all(|moment| moment.features.is_empty()));
    assert!(seen.creators.iter().all(|creator| creator.id != other), "nor is the other one in the plan inside");
    // A client sees both lanes anyway.
    let seen = reduced(&campaign, Reader::Client);
    assert!(seen.lanes[0].moments.iter().all(|moment| moment.features == [other]));
}
