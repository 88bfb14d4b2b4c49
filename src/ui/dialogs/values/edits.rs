//! What is done to the lists, as steps of the plan.

use std::borrow::Cow;

use crate::edit::{BrandChange, CampaignChange, CreatorChange, Edit, LaneChange, MomentChange, Step};
use crate::model::{Brand, Campaign, Creator, Lane, LaneId, Synonyms, Unknown, ValueLink, same_word};
use crate::words::inspect as say;

use super::Side;

/// A lane with everyone whose values are compared.
#[derive(Clone, Copy)]
pub(super) struct Compare<'a> {
    pub(super) campaign: &'a Campaign,
    pub(super) lane: &'a Lane,
    pub(super) creator: &'a Creator,
    pub(super) brand: Option<&'a Brand>,
    pub(super) words: Synonyms<'a>,
}

impl<'a> Compare<'a> {
    pub(super) fn of(campaign: &'a Campaign, words: Synonyms<'a>, lane: LaneId) -> Option<Self> {
        let lane = campaign.lane(lane)?;
        let creator = campaign.creator_of(lane)?;
        Some(Self { campaign, lane, creator, brand: campaign.brand_of(lane).map(AsRef::as_ref), words })
    }

    pub(super) fn list(self, side: Side) -> &'a [String] {
        match side {
            Side::Creator => &self.creator.values,
            Side::Brand => self.brand.map_or(&[], |brand| &brand.values),
            Side::Audience => &self.campaign.audience_values,
        }
    }

    pub(super) fn name(self, side: Side) -> Cow<'a, str> {
        match side {
            Side::Creator => self.campaign.short_name(self.creator),
            Side::Brand => self.brand.map_or(say::no_brand_yet(), |brand| &brand.name).into(),
            Side::Audience => say::the_audience().into(),
        }
    }

    /// The list of a side becomes this.
    fn set(self, side: Side, values: Vec<String>) -> Option<Edit> {
        Some(match side {
            Side::Creator => Edit::SetCreator { id: self.creator.id, change: CreatorChange::Values(values) },
            Side::Brand => Edit::SetBrand { id: self.brand?.id, change: BrandChange::Values(values) },
            Side::Audience => Edit::SetCampaign { change: Box::new(CampaignChange::AudienceValues(values)) },
        })
    }

    /// The lanes whose links and cards speak of a value of that side.
    fn lanes(self, side: Side) -> impl Iterator<Item = &'a Lane> {
        self.campaign.lanes.iter().map(AsRef::as_ref).filter(move |lane: &&Lane| match side {
            Side::Creator => lane.creator == Some(self.creator.id),
            Side::Brand => self.campaign.brand_of(lane).map(|brand| brand.id) == self.brand.map(|brand| brand.id),
            Side::Audience => false,
        })
    }

    /// Adds a value; `None` where it stands there already, or is no word.
    pub(super) fn add(self, side: Side, word: &str) -> Option<Step> {
        let word = word.trim();
        let list = self.list(side);
        if word.is_empty() || list.iter().any(|known| same_word(known, word)) {
            return None;
        }
        let mut values = list.to_vec();
        values.push(word.to_owned());
        Some(Step::new(say::step_add_value(word, self.name(side)), vec![self.set(side, values)?]))
    }

    /// Takes a value out, and the links that named it.
    pub(super) fn remove(self, side: Side, word: &str) -> Option<Step> {
        let values = self.list(side).iter().filter(|known| *known != word).cloned().collect();
        let mut edits = vec![self.set(side, values)?];
        for lane in self.lanes(side) {
            let links: Vec<ValueLink> = lane.value_links.iter().filter(|link| own_word(link, side) != word).cloned().collect();
            if links.len() < lane.value_links.len() {
                edits.push(Edit::SetLane { id: lane.id, change: LaneChange::ValueLinks(links) });
            }
        }
        Some(Step::new(say::step_remove_value(word, self.name(side)), edits))
    }

    /// Gives a value another word, also in the links and on the cards that name it.
    pub(super) fn rename(self, side: Side, old: &str, new: &str) -> Option<Step> {
        let new = new.trim();
        let taken = self.list(side).iter().any(|known| known != old && same_word(known, new));
        if new.is_empty() || new == old || taken {
            return None;
        }
        let renamed = |word: &String| if word == old { new.to_owned() } else { word.clone() };
        let mut edits = vec![self.set(side, self.list(side).iter().map(renamed).collect())?];
        let other = if side == Side::Creator { Side::Brand } else { Side::Creator };
        for lane in self.lanes(side) {
            if lane.value_links.iter().any(|link| own_word(link, side) == old) {
                let links = lane.value_links.iter().cloned().map(|mut link| {
                    if own_word(&link, side) == old {
                        match side {
                            Side::Creator => new.clone_into(&mut link.creator),
                            Side::Brand | Side::Audience => new.clone_into(&mut link.brand),
                        }
                    }
                    link
                });
                edits.push(Edit::SetLane { id: lane.id, change: LaneChange::ValueLinks(links.collect()) });
            }
            // A card keeps the word as long as the other side still has it.
            let here = Compare::of(self.campaign, self.words, lane.id);
            if here.is_some_and(|here| here.list(other).iter().any(|known| self.words.value(known, old))) {
                continue;
            }
            for moment in lane.moments.iter().filter(|moment| moment.shared_value.as_deref() == Some(old)) {
                edits.push(Edit::SetMoment { id: moment.id, change: MomentChange::SharedValue(Some(new.to_owned())) });
            }
        }
        Some(Step::new(say::step_rename_value(old, new), edits))
    }

    /// Notes that two words mean the same.
    pub(super) fn link(self, creator: &str, brand: &str) -> Step {
        let mut links = self.lane.value_links.clone();
        links.push(ValueLink { creator: creator.to_owned(), brand: brand.to_owned(), unknown: Unknown::default() });
        let edit = Edit::SetLane { id: self.lane.id, change: LaneChange::ValueLinks(links) };
        Step::new(say::step_same_value(creator, brand), vec![edit])
    }

    /// Takes that note back.
    pub(super) fn unlink(self, creator: &str, brand: &str) -> Step {
        let gone = |link: &&ValueLink| !(self.words.value(&link.creator, creator) && self.words.value(&link.brand, brand));
        let links = self.lane.value_links.iter().filter(gone).cloned().collect();
        let edit = Edit::SetLane { id: self.lane.id, change: LaneChange::ValueLinks(links) };
        Step::new(say::step_not_same(creator, brand), vec![edit])
    }
}

/// The word of a link on that side.
fn own_word(link: &ValueLink, side: Side) -> &str {
    if side == Side::Creator { &link.creator } else { &link.brand }
}
