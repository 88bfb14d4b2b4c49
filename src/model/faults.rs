//! What does not hold in a campaign, in words a user can act on.

use std::collections::HashSet;
use std::fmt::Display;
use std::hash::Hash;

use super::{Campaign, Lane, Moment, MomentId, When};
use crate::words::files as say;

/// Where a fault is, so that whoever has the file's text can find the line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultAt {
    /// At the thing with this id (its text in the file).
    Id(String),
    /// At the use of this id by the thing with the other one.
    Use {
        /// The id that is used.
        id: String,
        /// The id of the thing that uses it.
        by: String,
    },
    /// At the second thing of a list, by its name in the file, that has this id.
    Twice {
        /// The list.
        list: &'static str,
        /// The id.
        id: String,
    },
    /// At a stretch of days: the list that it is one of, and its name there. The days of the campaign itself are no list's.
    Span {
        /// The list; none for the campaign.
        list: Option<&'static str>,
        /// What the stretch is called; empty where it has no name.
        name: String,
    },
    /// In the campaign itself.
    Campaign,
}

/// Something that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where.
    pub at: FaultAt,
    /// The title of the moment it is about, if it is about one.
    pub moment: Option<String>,
    /// What, in a sentence.
    pub message: String,
}

/// Everything that does not hold; empty for a sound campaign.
#[must_use]
pub fn faults(campaign: &Campaign) -> Vec<Fault> {
    let mut found = Finder { campaign, faults: Vec::new() };
    found.unique("brands", campaign.brands.iter().map(|x| x.id));
    found.unique("products", campaign.products.iter().map(|x| x.id));
    found.unique("creators", campaign.creators.iter().map(|x| x.id));
    found.unique("lanes", campaign.lanes.iter().map(|x| x.id));
    found.unique("notes", campaign.lanes.iter().flat_map(|lane| &lane.notes).map(|x| x.id));
    found.unique("acceptances", campaign.acceptances.iter().map(|x| x.id));
    found.unique("pictures", campaign.pictures.iter().map(|x| x.id));
    let all = campaign.lanes.iter().flat_map(|lane| &lane.moments).chain(&campaign.ideas);
    found.unique("moments", all.map(|x| x.id));
    let known = Known {
        products: campaign.products.iter().map(|x| x.id).collect(),
        creators: campaign.creators.iter().map(|x| x.id).collect(),
        brands: campaign.brands.iter().map(|x| x.id).collect(),
        pictures: campaign.pictures.iter().map(|x| x.id).collect(),
    };
    for picture in campaign.brand_kit.iter().flat_map(|kit| kit.pictures()).filter(|id| !known.pictures.contains(id)) {
        let message = say::dangling(say::thing("picture"), picture);
        found.faults.push(Fault { at: FaultAt::Campaign, moment: None, message });
    }
    for product in &campaign.products {
        found.refer("brand", product.brand, &known.brands, product.id, None);
    }
    for lane in &campaign.lanes {
        found.lane(lane, &known);
        for moment in &lane.moments {
            found.moment(moment, &known, false);
        }
    }
    for idea in &campaign.ideas {
        found.moment(idea, &known, true);
    }
    found.spans();
    found.faults
}

struct Known {
    products: HashSet<super::ProductId>,
    creators: HashSet<super::CreatorId>,
    brands: HashSet<super::BrandId>,
    pictures: HashSet<super::PictureId>,
}

struct Finder<'a> {
    campaign: &'a Campaign,
    faults: Vec<Fault>,
}

impl Finder<'_> {
    fn unique<I: Eq + Hash + Copy + Display>(&mut self, list: &'static str, ids: impl Iterator<Item = I>) {
        let mut seen = HashSet::new();
        for id in ids {
            if !seen.insert(id) {
                let at = FaultAt::Twice { list, id: id.to_string() };
                self.faults.push(Fault { at, moment: None, message: say::same_id(say::thing(list), id) });
            }
        }
    }

    fn refer<I: Eq + Hash + Copy + Display>(
        &mut self,
        what: &str,
        id: Option<I>,
        known: &HashSet<I>,
        by: impl Display,
        moment: Option<&Moment>,
    ) {
        if let Some(id) = id.filter(|id| !known.contains(id)) {
            self.faults.push(Fault {
                at: FaultAt::Use { id: id.to_string(), by: by.to_string() },
                moment: moment.map(|moment| moment.title.clone()),
                message: say::dangling(say::thing(what), id),
            });
        }
    }

    fn lane(&mut self, lane: &Lane, known: &Known) {
        self.refer("creator", lane.creator, &known.creators, lane.id, None);
        self.refer("brand", lane.brand, &known.brands, lane.id, None);
        // A kind of lane that a later version knows is shown as a creator's; nobody can say whether it has to have one.
        if lane.is_creator() != lane.creator.is_some() && lane.unknown.get("kind").is_none() {
            let message = if lane.is_creator() { say::lane_without_creator() } else { say::lane_with_creator() };
            self.faults.push(Fault { at: FaultAt::Id(lane.id.to_string()), moment: None, message: message.to_owned() });
        }
    }

    fn moment(&mut self, moment: &Moment, known: &Known, parked: bool) {
        let id: MomentId = moment.id;
        self.refer("product", moment.product, &known.products, id, Some(moment));
        self.refer("brand", moment.brand, &known.brands, id, Some(moment));
        self.refer("picture", moment.image, &known.pictures, id, Some(moment));
        self.refer("creator", moment.for_creator, &known.creators, id, Some(moment));
        for &creator in &moment.features {
            self.refer("creator", Some(creator), &known.creators, id, Some(moment));
        }
        let mut fault = |message: &str| {
            self.faults.push(Fault {
                at: FaultAt::Id(id.to_string()),
                moment: Some(moment.title.clone()),
                message: message.to_owned(),
            });
        };
        // A way to say when that a later version knows may well be a day.
        let known = moment.unknown.get("when").is_none();
        if moment.time.is_some() && known && !matches!(moment.when, When::On(_) | When::Relative(_)) {
            fault(say::time_without_day());
        }
        if moment.for_creator.is_some() && !parked {
            fault(say::hint_on_board());
        }
    }

    fn spans(&mut self) {
        let campaign = self.campaign;
        let mut reversed = |list, what: &str, name: &str, from: Option<super::Day>, to: Option<super::Day>| {
            if let (Some(from), Some(to)) = (from, to)
                && to < from
            {
                let what = if name.is_empty() { what.to_owned() } else { crate::words::called(what, name) };
                let at = FaultAt::Span { list, name: name.to_owned() };
                self.faults.push(Fault { at, moment: None, message: say::reversed(what) });
            }
        };
        reversed(None, say::span_campaign(), "", campaign.start, campaign.end);
        for phase in &campaign.phases {
            reversed(Some("phases"), say::span_phase(), &phase.name, Some(phase.from), Some(phase.to));
        }
        for blackout in &campaign.blackouts {
            let why = blackout.why.as_deref().unwrap_or_default();
            reversed(Some("blackouts"), say::span_blackout(), why, Some(blackout.from), Some(blackout.to));
        }
        for deal in campaign.creators.iter().flat_map(|creator| &creator.past) {
            reversed(Some("past"), say::span_deal(), &deal.brand, deal.from, deal.to);
        }
    }
}
