//! The brand kit: kept in the plan and in a file of its own, edited with undo, and what decks make of it.

use std::fs;
use std::sync::Arc;

use momentboard::check::{self, Options};
use momentboard::edit::{CampaignChange, Document, Edit, Step};
use momentboard::model::{BrandFont, BrandKit, Campaign, Colour, FontBytes, Picture, PlanId, Unknown, faults};
use momentboard::share::deck::deck;
use momentboard::share::scene::{Fonts, Item, Rgb};
use momentboard::share::{Choice, Format, Kit, Reader, Section, Shared, Watch, export, reduced};
use momentboard::store::{Base, demo, open_plan, picture, read, save_plan, write};

use crate::scratch::Scratch;
use crate::terminal_run::{args, demo_file, run};

fn drawn(red: u8) -> Picture {
    let image = image::RgbaImage::from_pixel(40, 20, image::Rgba([red, 40, 60, 255]));
    let mut bytes = std::io::Cursor::new(Vec::new());
    image.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    picture::from_bytes("logo.png", bytes.get_ref()).unwrap()
}

fn font() -> BrandFont {
    BrandFont { family: "House Sans".into(), data: FontBytes(Fonts::own().into()), unknown: Unknown::default() }
}

fn full() -> (BrandKit, Picture, Picture) {
    let (logo, cover) = (drawn(200), drawn(10));
    let kit = BrandKit {
        logo: Some(logo.id),
        cover: Some(cover.id),
        heading: Some(Arc::new(font())),
        accent: Colour::parse("#0B6E4F"),
        paper: Colour::parse("#FFF8E7"),
        ink: Colour::parse("#221F1A"),
        footer: Some("Northbound, season two".into()),
        prepared_by: Some("Studio Ekeby".into()),
        ..BrandKit::default()
    };
    (kit, logo, cover)
}

fn branded() -> Campaign {
    let mut campaign = demo::fictional(PlanId::default());
    let (kit, logo, cover) = full();
    campaign.pictures.extend([Arc::new(logo), Arc::new(cover)]);
    campaign.brand_kit = Some(Arc::new(kit));
    campaign
}

fn notices(campaign: &Campaign, format: Format) -> Vec<String> {
    let report = check::check(campaign, &Options::default());
    let choice = Choice { sections: [Section::Cover].into(), ..Choice::new(Reader::Client, format) };
    export(campaign, &report, &choice, Watch::none()).unwrap().notices
}

#[test]
fn a_plan_keeps_its_kit_with_pictures_and_fonts() {
    let campaign = branded();
    let bytes = write(&campaign).unwrap();
    let again = read(&bytes).unwrap();
    assert!(again.notices.is_empty(), "{:?}", again.notices);
    assert_eq!(again.campaign.brand_kit, campaign.brand_kit);
    assert_eq!(again.campaign.pictures.len(), campaign.pictures.len(), "its pictures are in use");
    assert_eq!(write(&again.campaign).unwrap(), bytes);
    // A picture that is not there is a fault, and so is a colour that is none.
    let text = String::from_utf8(bytes).unwrap();
    let broken = text.replace("#0B6E4F", "greenish");
    assert!(read(broken.as_bytes()).unwrap_err().message.contains("greenish"));
    let mut dangling = campaign.clone();
    dangling.pictures.pop();
    assert_eq!(faults(&dangling).len(), 1);
    // A plan without a kit says nothing of one.
    let unbranded = String::from_utf8(write(&demo::fictional(PlanId::default())).unwrap()).unwrap();
    assert!(!unbranded.contains("brand_kit"));
}

#[test]
fn changes_of_the_kit_are_steps_and_pictures_in_use_stay() {
    let mut document = Document::opened(demo::fictional(PlanId::default()));
    let before = document.campaign().clone();
    let (kit, logo, cover) = full();
    let set = |kit: BrandKit| Edit::SetCampaign { change: Box::new(CampaignChange::BrandKit(Some(Arc::new(kit)))) };
    let now = std::time::Duration::ZERO;
    let refused = document.edit(Step::new("kit", vec![set(kit.clone())]), now);
    assert!(refused.is_err(), "its pictures are not in the plan");
    let (id, edits) = (logo.id, vec![Edit::AddPicture { picture: logo }, Edit::AddPicture { picture: cover }, set(kit)]);
    document.edit(Step::new("kit", edits), now).unwrap();
    assert!(faults(document.campaign()).is_empty());
    assert!(document.edit(Step::new("remove", vec![Edit::RemovePicture { id }]), now).is_err());
    document.undo();
    assert_eq!(**document.campaign(), *before);
}

#[test]
fn a_deck_takes_what_the_kit_has() {
    let campaign = branded();
    let report = check::check(&campaign, &Options::default());
    let shared = Shared::new(&campaign, &report, Reader::Client);
    let kit = &shared.kit;
    assert!(kit.logo.is_some() && kit.cover.is_some() && kit.notices.is_empty(), "{:?}", kit.notices);
    assert_eq!(kit.footer.as_deref(), Some("Northbound, season two"));
    assert_eq!(kit.paper_and_ink, Some((Rgb(0xFF, 0xF8, 0xE7), Rgb(0x22, 0x1F, 0x1A))));
    let choice = Choice { sections: [Section::Cover].into(), ..Choice::new(Reader::Client, Format::Pdf) };
    let made = deck(&shared.view, kit, &choice, Watch::none()).unwrap();
    let page = &made.scene.pages[0];
    assert_eq!(page.background, Rgb(0xFF, 0xF8, 0xE7));
    let pictures = page.items.iter().filter(|item| matches!(item, Item::Image(_))).count();
    assert_eq!(pictures, 2, "the cover and the logo");
    let prepared = page.items.iter().any(|item| matches!(item, Item::Text(text) if text.laid.text.contains("Studio Ekeby")));
    assert!(prepared);
    assert_eq!(made.scene.author, "Studio Ekeby");
    assert_eq!(notices(&campaign, Format::Pdf), [] as [&str; 0]);
    // What every reader gets of the plan has the kit too, without the names of files.
    for reader in [Reader::Client, Reader::Creator(campaign.lanes[0].id)] {
        let reduced = reduced(&campaign, reader);
        assert_eq!(reduced.brand_kit, campaign.brand_kit);
        assert!(faults(&reduced).is_empty());
        assert!(reduced.pictures.iter().all(|picture| picture.name != "logo.png"));
    }
}

#[test]
fn what_cannot_be_used_is_said_and_the_deck_is_made_all_the_same() {
    let mut campaign = branded();
    let broken = BrandFont { data: FontBytes(vec![0; 400].into()), ..font() };
    let mut picture = drawn(77);
    picture.bytes = vec![1, 2, 3].into();
    let kit = BrandKit {
        body: Some(Arc::new(broken)),
        logo: Some(picture.id),
        ink: Colour::parse("#FFF0D0"),
        accent: Colour::parse("#FFFF00"),
        ..(**campaign.brand_kit.as_ref().unwrap()).clone()
    };
    campaign.pictures.push(Arc::new(picture));
    campaign.brand_kit = Some(Arc::new(kit));
    let kit = Kit::of(&campaign);
    assert!(kit.body.is_none() && kit.logo.is_none() && kit.heading.is_some());
    let said = notices(&campaign, Format::Pdf).join("\n");
    for part in [
        "The font House Sans of the brand kit cannot be read; Inter is used instead.",
        "A picture of the brand kit cannot be read",
        "#FFF0D0 on #FFF8E7 is hard to read",
        "The accent #FFFF00 is hard to read",
    ] {
        assert!(said.contains(part), "{part} in\n{said}");
    }
    assert!(notices(&campaign, Format::Markdown).is_empty(), "a text has no colours");
}

#[test]
fn a_kit_is_saved_and_used_for_another_plan_in_the_terminal() {
    let folder = Scratch::new("kit-file");
    let kit = branded().only_brand_kit(PlanId::default()).unwrap();
    assert_eq!((kit.pictures.len(), kit.lanes.len()), (2, 0));
    save_plan(&folder.join("kit.ron"), &kit, Base::New).unwrap();
    let read = open_plan(&folder.join("kit.ron")).unwrap().campaign;
    assert_eq!(read.brand_kit, branded().brand_kit);
    let plan = demo_file(&folder, "long-way-round.moments");
    let before = fs::read(&plan).unwrap();
    let out = folder.join("deck.pdf");
    let write = |more: &[std::ffi::OsString]| {
        let mut all = args!["export", &plan, "-o", &out, "--force", "--sections", "cover"].to_vec();
        all.extend_from_slice(more);
        run(&all)
    };
    assert_eq!(write(&[]).code, 0);
    let unbranded = fs::read(&out).unwrap();
    let said = write(args!["--kit", folder.join("kit.ron")]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert_ne!(fs::read(&out).unwrap(), unbranded);
    assert_eq!(fs::read(&plan).unwrap(), before, "the plan is only read");
    let said = write(args!["--kit", &plan]);
    assert_eq!(said.code, 2);
    assert!(said.err.contains("holds no brand kit."), "{}", said.err);
    assert_eq!(write(args!["--kit", folder.join("nothing.ron")]).code, 2);
}
