//! The campaign without what a reader must not see: what data is written from, and what travels inside a document.
//!
//! What is kept is listed, field by field, in a struct that is built anew: a field that the model gets later is missing
//! here until somebody decides who may see it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::model::{
    Brand, BrandFont, BrandKit, Campaign, Creator, Lane, Moment, OwnPage, PageReaders, Picture, PictureId, Product, Relationship,
    SharedWith, Status, Unknown,
};

use super::encode::clean;
use super::plan::Reader;
use crate::store::picture;

/// The campaign as that reader may see it. For the team it is the campaign itself.
#[must_use]
pub fn reduced(campaign: &Campaign, reader: Reader) -> Campaign {
    narrowed(campaign, reader, bared)
}

/// The same with pictures as they are, to be drawn: what cannot be drawn is told by the name that the team knows it by.
pub(super) fn to_draw(campaign: &Campaign, reader: Reader) -> Campaign {
    narrowed(campaign, reader, |of| Some(of.clone()))
}

fn narrowed(campaign: &Campaign, reader: Reader, of_picture: fn(&Picture) -> Option<Picture>) -> Campaign {
    let lanes: Vec<&Arc<Lane>> = match reader {
        Reader::Internal => return campaign.clone(),
        Reader::Client => campaign.lanes.iter().collect(),
        Reader::Creator(id) => campaign.lanes.iter().filter(|lane| lane.id == id).collect(),
    };
    let is_creator = matches!(reader, Reader::Creator(_));
    let of_brand = campaign.brand_kit.iter().flat_map(|kit| kit.pictures());
    let images = lanes.iter().flat_map(|lane| &lane.moments).filter_map(|moment| moment.image).chain(of_brand).collect();
    let shown = Shown::of(campaign, &images, of_picture);
    let lanes: Vec<Arc<Lane>> = lanes.into_iter().map(|of| Arc::new(lane(of, is_creator, &shown))).collect();
    let moments = || lanes.iter().flat_map(|lane| &lane.moments);
    let creators: BTreeSet<_> = lanes
        .iter()
        .filter_map(|lane| lane.creator)
        .chain(moments().flat_map(|moment| moment.features.iter().copied()))
        .collect();
    let products: BTreeSet<_> = moments().filter_map(|moment| moment.product).collect();
    Campaign {
        id: campaign.id,
        name: campaign.name.clone(),
        line: campaign.line.clone(),
        objective: campaign.objective,
        brands: campaign.brands.iter().map(|of| Arc::new(brand(of))).collect(),
        products: campaign.products.iter().filter(|of| products.contains(&of.id)).map(|of| Arc::new(product(of))).collect(),
        start: campaign.start,
        end: campaign.end,
        anchor: campaign.anchor.clone().map(|anchor| crate::model::Anchor { unknown: Unknown::default(), ..anchor }),
        continues: campaign.continues,
        markets: campaign.markets.clone(),
        time_zone: campaign.time_zone.clone(),
        phases: campaign
            .phases
            .iter()
            .map(|phase| crate::model::Phase { unknown: Unknown::default(), ..phase.clone() })
            .collect(),
        audience: campaign.audience.clone(),
        audience_values: campaign.audience_values.clone(),
        kpis: campaign.kpis.clone(),
        brand_kit: campaign.brand_kit.as_deref().map(|kit| Arc::new(brand_kit(kit, &shown))),
        own_pages: own_pages(campaign, reader).map(|(_, page)| own_page(page)).collect(),
        creators: campaign.creators.iter().filter(|of| creators.contains(&of.id)).map(|of| Arc::new(creator(of))).collect(),
        // A copy of a creator's plan is as little as that, whoever else it goes to.
        shared_with: campaign.shared_with.max(Some(if is_creator { SharedWith::Creator } else { SharedWith::Client })),
        pictures: shown.pictures,
        lanes,
        ..Campaign::new(campaign.id, "")
    }
}

fn brand(of: &Brand) -> Brand {
    Brand { values: of.values.clone(), ..Brand::new(of.id, of.name.clone()) }
}

/// The pages that the team wrote and that this reader gets, with their places in the plan. A blank one is nobody's.
pub fn own_pages(campaign: &Campaign, reader: Reader) -> impl Iterator<Item = (usize, &OwnPage)> {
    let may = move |page: &OwnPage| match reader {
        Reader::Internal => true,
        Reader::Client => matches!(page.readers, PageReaders::Client | PageReaders::Everyone),
        Reader::Creator(_) => matches!(page.readers, PageReaders::Creators | PageReaders::Everyone),
    };
    campaign.own_pages.iter().enumerate().filter(move |(_, page)| may(page) && !is_blank(page))
}

/// Whether nobody would read anything on it, whatever signs a file has there.
fn is_blank(page: &OwnPage) -> bool {
    page.is_blank() || [&page.title, &page.text].into_iter().all(|text| clean(text).trim().is_empty())
}

fn own_page(of: &OwnPage) -> OwnPage {
    OwnPage { unknown: Unknown::default(), ..of.clone() }
}

/// Everybody sees what stands on the pages.
fn brand_kit(of: &BrandKit, shown: &Shown) -> BrandKit {
    let font = |font: &Arc<BrandFont>| {
        Arc::new(BrandFont { family: font.family.clone(), data: font.data.clone(), unknown: Unknown::default() })
    };
    BrandKit {
        logo: shown.id(of.logo),
        cover: shown.id(of.cover),
        heading: of.heading.as_ref().map(font),
        body: of.body.as_ref().map(font),
        accent: of.accent,
        paper: of.paper,
        ink: of.ink,
        footer: of.footer.clone(),
        prepared_by: of.prepared_by.clone(),
        unknown: Unknown::default(),
    }
}

fn product(of: &Product) -> Product {
    Product {
        brand: of.brand,
        category: of.category.clone(),
        available_from: of.available_from,
        ..Product::new(of.id, of.name.clone())
    }
}

fn creator(of: &Creator) -> Creator {
    Creator {
        handle: of.handle.clone(),
        platforms: of.platforms.clone(),
        values: of.values.clone(),
        audience_size: of.audience_size,
        about: of.about.clone(),
        languages: of.languages.clone(),
        ..Creator::new(of.id, of.name.clone())
    }
}

/// The pictures that are shown.
struct Shown {
    pictures: Vec<Arc<Picture>>,
    /// A picture is known by its bytes: where those change, so does its id.
    ids: BTreeMap<PictureId, PictureId>,
}

impl Shown {
    fn of(campaign: &Campaign, images: &BTreeSet<PictureId>, of_picture: fn(&Picture) -> Option<Picture>) -> Self {
        let mut shown = Self { pictures: Vec::new(), ids: BTreeMap::new() };
        let mut known = BTreeSet::new();
        for of in campaign.pictures.iter().filter(|of| images.contains(&of.id)) {
            let Some(picture) = of_picture(of) else { continue };
            shown.ids.insert(of.id, picture.id);
            if known.insert(picture.id) {
                shown.pictures.push(Arc::new(picture));
            }
        }
        shown
    }

    fn id(&self, of: Option<PictureId>) -> Option<PictureId> {
        self.ids.get(&of?).copied()
    }
}

/// The name of the file a picture came from is the team's, and so is what it holds beside what is seen.
fn bared(of: &Picture) -> Option<Picture> {
    let seen = picture::bared(of)?;
    Some(Picture { name: short(seen.id), unknown: Unknown::default(), ..seen })
}

fn short(id: PictureId) -> String {
    id.to_string().chars().take(8).collect()
}

fn lane(of: &Lane, is_creator: bool, shown: &Shown) -> Lane {
    let relationship = &of.relationship;
    Lane {
        creator: of.creator,
        brand: of.brand,
        name: of.name.clone(),
        mode: of.mode,
        relationship: Relationship {
            status: relationship.status,
            basis: relationship.basis,
            since: relationship.since.clone(),
            last_visible: relationship.last_visible,
            ..Relationship::default()
        },
        value_links: of
            .value_links
            .iter()
            .map(|link| crate::model::ValueLink { unknown: Unknown::default(), ..link.clone() })
            .collect(),
        moments: of.moments.iter().map(|of| Arc::new(moment(of, is_creator, shown))).collect(),
        ..Lane::empty(of.id, of.kind)
    }
}

fn moment(of: &Moment, is_creator: bool, shown: &Shown) -> Moment {
    Moment {
        covers: of.covers.clone(),
        when: of.when,
        time: of.time,
        window: of.window.clone().map(|window| crate::model::Window { unknown: Unknown::default(), ..window }),
        // How far a moment is, is the team's; every plan has to say something here, and the plan says that it means nothing.
        status: Status::Draft,
        mentions_brand: of.mentions_brand,
        platform: of.platform,
        format: of.format,
        duration: of.duration,
        hook: of.hook.clone(),
        audience_value: of.audience_value.clone(),
        shared_value: of.shared_value.clone(),
        product: of.product,
        cta: of.cta,
        placement: of.placement,
        // Who has the last word is a part of what was agreed, and of every brief.
        creative_control: of.creative_control,
        disclosure: crate::model::Disclosure { unknown: Unknown::default(), ..of.disclosure.clone() },
        must_say: of.must_say.clone(),
        cause: of.cause,
        kpis: of.kpis.clone(),
        image: shown.id(of.image),
        // Whom else a moment of theirs names is for the others to say.
        features: if is_creator { Vec::new() } else { of.features.clone() },
        brand: of.brand,
        ..Moment::new(of.id, of.kind, of.title.clone())
    }
}
