//! What one step of the history is.

use std::collections::HashSet;

use super::Edit;
use crate::model::{BrandId, CreatorId, LaneId, MomentId, ProductId};

/// What belongs to one stretch of typing: further edits with the same key join the step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MergeKey {
    /// A field of a moment.
    Moment(MomentId, &'static str),
    /// A field of a lane.
    Lane(LaneId, &'static str),
    /// A field of a creator.
    Creator(CreatorId, &'static str),
    /// A field of a brand.
    Brand(BrandId, &'static str),
    /// A field of a product.
    Product(ProductId, &'static str),
    /// A field of the campaign.
    Campaign(&'static str),
}

/// Something that stands on no lane and was touched by a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Touched {
    /// The campaign itself.
    Campaign,
    /// A creator.
    Creator(CreatorId),
    /// A brand.
    Brand(BrandId),
    /// A product.
    Product(ProductId),
}

impl Touched {
    fn by(edit: &Edit) -> Option<Self> {
        match edit {
            Edit::AddCreator { creator } => Some(Self::Creator(creator.id)),
            Edit::RemoveCreator { id } | Edit::SetCreator { id, .. } => Some(Self::Creator(*id)),
            Edit::AddBrand { brand } => Some(Self::Brand(brand.id)),
            Edit::RemoveBrand { id } | Edit::MoveBrand { id, .. } | Edit::SetBrand { id, .. } => Some(Self::Brand(*id)),
            Edit::AddProduct { product } => Some(Self::Product(product.id)),
            Edit::RemoveProduct { id } | Edit::SetProduct { id, .. } => Some(Self::Product(*id)),
            Edit::SetCampaign { .. } => Some(Self::Campaign),
            _ => None,
        }
    }
}

/// What a step touched: undoing or redoing it brings this into view.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reveal {
    /// Moments, in the order in which they were touched.
    pub moments: Vec<MomentId>,
    /// A lane, when no moment says more.
    pub lane: Option<LaneId>,
    /// What stands on no lane, when neither says more.
    pub other: Option<Touched>,
}

impl Reveal {
    /// What edits touch.
    #[must_use]
    pub fn of(edits: &[Edit]) -> Self {
        let mut reveal = Self::default();
        // A table that is brought in can add a hundred thousand moments.
        let mut seen = HashSet::new();
        for edit in edits {
            if let Some(id) = edit.moment()
                && seen.insert(id)
            {
                reveal.moments.push(id);
            }
            reveal.lane = reveal.lane.or(edit.lane());
            reveal.other = reveal.other.or(Touched::by(edit));
        }
        reveal
    }
}

/// What is handed to [`super::Document::edit`]: edits that are done and undone together, with a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The name, for "Undo …".
    pub label: String,
    /// What is done, in order.
    pub edits: Vec<Edit>,
    /// Set while somebody types: the step joins the one before it when that has the same key.
    pub merge: Option<MergeKey>,
}

impl Step {
    /// A step of its own.
    #[must_use]
    pub fn new(label: impl Into<String>, edits: Vec<Edit>) -> Self {
        Self { label: label.into(), edits, merge: None }
    }

    /// A step that joins the stretch of typing with this key.
    #[must_use]
    pub fn typing(label: impl Into<String>, edit: Edit, key: MergeKey) -> Self {
        Self { label: label.into(), edits: vec![edit], merge: Some(key) }
    }
}
