//! The only code that changes a campaign. It never knows how anything is drawn, checked or stored, and has no clock:
//! the time is a parameter.
//!
//! * [`Edit`] is the closed list of what a user does; [`apply`] does it to a campaign.
//! * [`Document`] holds the current campaign, its revision and the [history](Document::undo).

mod apply;
mod change;
mod document;
mod history;
mod pictures;

pub use apply::{EditError, apply, apply_all};
pub use change::{BrandChange, CampaignChange, CreatorChange, LaneChange, MomentChange, ProductChange};
pub use document::{Document, Edited, Latest};
pub use history::{MergeKey, Reveal, Step, Touched};

use crate::model::{
    Acceptance, AcceptanceId, Brand, BrandId, Creator, CreatorId, Lane, LaneId, LaneKind, Moment, MomentId, Picture, PictureId,
    Product, ProductId, When,
};

/// Where a moment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// In a lane.
    Lane(LaneId),
    /// In the tray of ideas.
    Tray,
}

/// One thing that a user does to a campaign. Ids, never indices; no edit knows its inverse, so none can be wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// Puts a new moment into a lane or the tray.
    AddMoment {
        /// Where.
        place: Place,
        /// What; its id must be new to the plan.
        moment: Box<Moment>,
    },
    /// Deletes a moment.
    RemoveMoment {
        /// Which.
        id: MomentId,
    },
    /// Moves a moment in time, to another lane, into the tray or out of it.
    MoveMoment {
        /// Which.
        id: MomentId,
        /// Where to.
        to: Place,
        /// When it comes from now on. A time of day goes when there is no day any more.
        when: When,
    },
    /// Changes one field of a moment.
    SetMoment {
        /// Which.
        id: MomentId,
        /// The field and its new value.
        change: MomentChange,
    },
    /// Adds a lane.
    AddLane {
        /// The lane, with its moments if it has any.
        lane: Box<Lane>,
        /// The lane it comes above; `None` puts it last.
        before: Option<LaneId>,
    },
    /// Deletes a lane with all its moments.
    RemoveLane {
        /// Which.
        id: LaneId,
    },
    /// Moves a lane up or down.
    MoveLane {
        /// Which.
        id: LaneId,
        /// The lane it comes above; `None` puts it last.
        before: Option<LaneId>,
    },
    /// Changes one field of a lane.
    SetLane {
        /// Which.
        id: LaneId,
        /// The field and its new value.
        change: LaneChange,
    },
    /// Says whose lane it is: the kind and the creator together, because only and always a creator's lane has one.
    AssignLane {
        /// Which.
        id: LaneId,
        /// Whose it is from now on.
        kind: LaneKind,
        /// The creator of a creator's lane, else `None`.
        creator: Option<CreatorId>,
    },
    /// Adds a creator.
    AddCreator {
        /// The creator.
        creator: Box<Creator>,
    },
    /// Deletes a creator who has no lane.
    RemoveCreator {
        /// Which.
        id: CreatorId,
    },
    /// Changes one field of a creator.
    SetCreator {
        /// Which.
        id: CreatorId,
        /// The field and its new value.
        change: CreatorChange,
    },
    /// Adds a brand.
    AddBrand {
        /// The brand.
        brand: Box<Brand>,
    },
    /// Deletes a brand that nothing names.
    RemoveBrand {
        /// Which.
        id: BrandId,
    },
    /// Moves a brand up or down in the list; the first is the default of every lane.
    MoveBrand {
        /// Which.
        id: BrandId,
        /// The brand it comes before; `None` puts it last.
        before: Option<BrandId>,
    },
    /// Changes one field of a brand.
    SetBrand {
        /// Which.
        id: BrandId,
        /// The field and its new value.
        change: BrandChange,
    },
    /// Adds a product.
    AddProduct {
        /// The product.
        product: Box<Product>,
    },
    /// Deletes a product that no moment names.
    RemoveProduct {
        /// Which.
        id: ProductId,
    },
    /// Changes one field of a product.
    SetProduct {
        /// Which.
        id: ProductId,
        /// The field and its new value.
        change: ProductChange,
    },
    /// Changes one field of the campaign.
    SetCampaign {
        /// The field and its new value.
        change: Box<CampaignChange>,
    },
    /// Adds a picture; one that is there already changes nothing.
    AddPicture {
        /// The picture.
        picture: Picture,
    },
    /// Deletes a picture that no moment shows.
    RemovePicture {
        /// Which.
        id: PictureId,
    },
    /// Accepts a finding.
    Accept {
        /// Which one, why and by whom.
        acceptance: Box<Acceptance>,
    },
    /// Takes an acceptance back.
    Withdraw {
        /// Which.
        id: AcceptanceId,
    },
}

impl Edit {
    /// The moment this edit is about, if it is about one.
    #[must_use]
    pub fn moment(&self) -> Option<MomentId> {
        match self {
            Self::AddMoment { moment, .. } => Some(moment.id),
            Self::RemoveMoment { id } | Self::MoveMoment { id, .. } | Self::SetMoment { id, .. } => Some(*id),
            _ => None,
        }
    }

    /// The lane this edit is about or leads to, if it names one.
    #[must_use]
    pub fn lane(&self) -> Option<LaneId> {
        match self {
            Self::AddLane { lane, .. } => Some(lane.id),
            Self::AddMoment { place: Place::Lane(id), .. }
            | Self::MoveMoment { to: Place::Lane(id), .. }
            | Self::RemoveLane { id }
            | Self::MoveLane { id, .. }
            | Self::SetLane { id, .. }
            | Self::AssignLane { id, .. } => Some(*id),
            _ => None,
        }
    }

    /// The name of the variant, for tests and logs.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::AddMoment { .. } => "AddMoment",
            Self::RemoveMoment { .. } => "RemoveMoment",
            Self::MoveMoment { .. } => "MoveMoment",
            Self::SetMoment { .. } => "SetMoment",
            Self::AddLane { .. } => "AddLane",
            Self::RemoveLane { .. } => "RemoveLane",
            Self::MoveLane { .. } => "MoveLane",
            Self::SetLane { .. } => "SetLane",
            Self::AssignLane { .. } => "AssignLane",
            Self::AddCreator { .. } => "AddCreator",
            Self::RemoveCreator { .. } => "RemoveCreator",
            Self::SetCreator { .. } => "SetCreator",
            Self::AddBrand { .. } => "AddBrand",
            Self::RemoveBrand { .. } => "RemoveBrand",
            Self::MoveBrand { .. } => "MoveBrand",
            Self::SetBrand { .. } => "SetBrand",
            Self::AddProduct { .. } => "AddProduct",
            Self::RemoveProduct { .. } => "RemoveProduct",
            Self::SetProduct { .. } => "SetProduct",
            Self::SetCampaign { .. } => "SetCampaign",
            Self::AddPicture { .. } => "AddPicture",
            Self::RemovePicture { .. } => "RemovePicture",
            Self::Accept { .. } => "Accept",
            Self::Withdraw { .. } => "Withdraw",
        }
    }

    /// The names of all variants.
    pub const NAMES: [&'static str; 24] = [
        "AddMoment",
        "RemoveMoment",
        "MoveMoment",
        "SetMoment",
        "AddLane",
        "RemoveLane",
        "MoveLane",
        "SetLane",
        "AssignLane",
        "AddCreator",
        "RemoveCreator",
        "SetCreator",
        "AddBrand",
        "RemoveBrand",
        "MoveBrand",
        "SetBrand",
        "AddProduct",
        "RemoveProduct",
        "SetProduct",
        "SetCampaign",
        "AddPicture",
        "RemovePicture",
        "Accept",
        "Withdraw",
    ];
}

/// Gives everything that `edits` add to a lane or the tray an id of its own, so that a proposal that is made twice never brings
/// an id back that a deleted moment had.
pub fn draw_fresh_ids(edits: &mut [Edit], ids: &mut crate::model::IdSource) {
    let mut drawn: Vec<(MomentId, MomentId)> = Vec::new();
    for edit in edits {
        match edit {
            Edit::AddMoment { moment, .. } => {
                let fresh = ids.moment();
                drawn.push((moment.id, fresh));
                moment.id = fresh;
            }
            Edit::RemoveMoment { id } | Edit::MoveMoment { id, .. } | Edit::SetMoment { id, .. } => {
                if let Some((_, fresh)) = drawn.iter().find(|(proposed, _)| proposed == id) {
                    *id = *fresh;
                }
            }
            _ => {}
        }
    }
}
