//! What no fix may do, and what a safe one may: read off the edits, whatever a rule says of them.

use crate::edit::{CampaignChange, CreatorChange, Edit, LaneChange, MomentChange, Place, ProductChange};
use crate::model::{Campaign, Day, Disclosure, Lane, Moment, MomentId, Relationship, Status, When};

/// The plan that a fix is for. Most of its edits are about cards of one lane, so that is where each card is looked for first.
#[derive(Clone, Copy)]
pub(super) struct Kept<'c> {
    pub(super) campaign: &'c Campaign,
    pub(super) lane: &'c Lane,
}

impl<'c> Kept<'c> {
    fn moment(&self, id: MomentId) -> Option<&'c Moment> {
        let near = self.lane.moments.iter().find(|moment| moment.id == id);
        near.or_else(|| self.campaign.moment(id).map(|(_, moment)| moment)).map(|moment| &**moment)
    }

    /// Whether an edit leaves alone what no fix may touch: published cards, what is before today, and what somebody wrote.
    pub(super) fn may(&self, today: Option<Day>, edit: &Edit) -> bool {
        may(self, today, edit)
    }

    /// Whether an edit only adds an empty draft or fills a field that nobody set.
    pub(super) fn is_safe(&self, edit: &Edit) -> bool {
        is_safe(self, edit)
    }
}

fn may(kept: &Kept<'_>, today: Option<Day>, edit: &Edit) -> bool {
    let campaign = kept.campaign;
    let in_time = |when: When| campaign.day_of(when).zip(today).is_none_or(|(day, today)| day >= today);
    match edit {
        Edit::AddMoment { place, moment } => *place == Place::Tray || in_time(moment.when),
        Edit::MoveMoment { id, to, when } => {
            let open = kept.moment(*id).is_some_and(|moment| !moment.is_published());
            open && (*to == Place::Tray || in_time(*when))
        }
        Edit::SetMoment { id, change } => {
            kept.moment(*id).is_some_and(|moment| !moment.is_published() && keeps_words(moment, change))
        }
        Edit::SetLane { id, change } => campaign.lane(*id).is_some_and(|lane| keeps_lane(lane, change)),
        Edit::SetCreator { id, change } => campaign.creator(*id).is_some_and(|creator| match change {
            CreatorChange::Values(values) => begins_with(values, &creator.values),
            CreatorChange::Platforms(platforms) => begins_with(platforms, &creator.platforms),
            CreatorChange::Languages(languages) => begins_with(languages, &creator.languages),
            CreatorChange::YoungAudience(_) | CreatorChange::AudienceSize(_) => true,
            _ => false,
        }),
        Edit::SetProduct { id, change } => campaign.product(*id).is_some_and(|product| match change {
            ProductChange::Category(_) => product.category.is_none(),
            ProductChange::DeliveryProof(_) => product.delivery_proof.is_none(),
            ProductChange::Verified(_) => product.verified.is_none(),
            ProductChange::Name(_) => false,
            ProductChange::Brand(_) | ProductChange::AvailableFrom(_) | ProductChange::Sensitive(_) => true,
        }),
        Edit::SetCampaign { change } => matches!(
            **change,
            CampaignChange::Continues(_) | CampaignChange::Start(_) | CampaignChange::End(_) | CampaignChange::Anchor(_)
        ),
        // A lane that a fix needs has nobody's words yet.
        Edit::AddLane { lane, .. } => lane.moments.iter().all(|moment| in_time(moment.when)),
        Edit::MoveLane { .. } | Edit::MoveBrand { .. } => true,
        // Whatever is deleted had words; a card that is in the way goes to the ideas instead.
        _ => false,
    }
}

/// Whether a change of a card leaves what somebody wrote as it is; an empty field may be filled.
fn keeps_words(moment: &Moment, change: &MomentChange) -> bool {
    match change {
        MomentChange::Title(_) => moment.title.trim().is_empty(),
        MomentChange::Hook(_) => moment.hook.is_none(),
        MomentChange::Notes(_) => moment.notes.is_none(),
        MomentChange::MustSay(_) => moment.must_say.is_none(),
        MomentChange::Proof(_) => moment.proof.is_none(),
        MomentChange::Owner(_) => moment.owner.is_none(),
        MomentChange::Links(links) => begins_with(links, &moment.links),
        MomentChange::Kpis(kpis) => begins_with(kpis, &moment.kpis),
        MomentChange::Image(_) => moment.image.is_none(),
        _ => true,
    }
}

fn keeps_lane(lane: &Lane, change: &LaneChange) -> bool {
    match change {
        LaneChange::Name(_) => lane.name.is_none(),
        LaneChange::AudienceGroup(_) => lane.audience_group.is_none(),
        LaneChange::ValueLinks(links) => begins_with(links, &lane.value_links),
        LaneChange::ValuesCompared(_) => lane.values_compared.is_none(),
        LaneChange::Notes(notes) => begins_with(notes, &lane.notes),
        LaneChange::Relationship(to) => keeps_evidence(&lane.relationship, to),
        LaneChange::Brand(_) | LaneChange::Mode(_) | LaneChange::OrganicPerWeek(_) => true,
    }
}

/// What was noted about a relationship stays; whether it counts as established is a choice.
fn keeps_evidence(from: &Relationship, to: &Relationship) -> bool {
    begins_with(&to.evidence, &from.evidence)
        && (from.since.is_none() || from.since == to.since)
        && (from.recorded_by.is_none() || from.recorded_by == to.recorded_by)
}

fn begins_with<T: PartialEq>(list: &[T], start: &[T]) -> bool {
    list.starts_with(start)
}

fn is_safe(kept: &Kept<'_>, edit: &Edit) -> bool {
    match edit {
        Edit::AddMoment { moment, .. } => is_empty_draft(moment),
        Edit::SetMoment { id, change } => kept.moment(*id).is_some_and(|moment| fills(moment, change)),
        Edit::SetLane { id, change } => kept.campaign.lane(*id).is_some_and(|lane| match change {
            LaneChange::Brand(_) => lane.brand.is_none(),
            LaneChange::Name(_) => lane.name.is_none(),
            LaneChange::AudienceGroup(_) => lane.audience_group.is_none(),
            LaneChange::OrganicPerWeek(_) => lane.organic_per_week.is_none(),
            LaneChange::ValuesCompared(_) => lane.values_compared.is_none(),
            LaneChange::ValueLinks(_) => lane.value_links.is_empty(),
            LaneChange::Mode(_) | LaneChange::Relationship(_) | LaneChange::Notes(_) => false,
        }),
        _ => false,
    }
}

/// A draft without a word of its own but what it is called.
fn is_empty_draft(moment: &Moment) -> bool {
    let words = [&moment.hook, &moment.notes, &moment.must_say, &moment.proof, &moment.owner, &moment.disclosure.text];
    moment.status == Status::Draft
        && words.iter().all(|text| text.is_none())
        && moment.links.is_empty()
        && moment.image.is_none()
        && moment.cost.is_none()
}

/// Whether a change fills a field of a card that was unset. What always has a value (kind, status, a stand) cannot be filled.
fn fills(moment: &Moment, change: &MomentChange) -> bool {
    match change {
        MomentChange::Covers(_) => moment.covers.is_empty(),
        MomentChange::Title(_) => moment.title.trim().is_empty(),
        MomentChange::Time(_) => moment.time.is_none(),
        MomentChange::Window(_) => moment.window.is_none(),
        MomentChange::ForCreator(_) => moment.for_creator.is_none(),
        MomentChange::Platform(_) => moment.platform.is_none(),
        MomentChange::Format(_) => moment.format.is_none(),
        MomentChange::Duration(_) => moment.duration.is_none(),
        MomentChange::Hook(_) => moment.hook.is_none(),
        MomentChange::AudienceValue(_) => moment.audience_value.is_empty(),
        MomentChange::SharedValue(_) => moment.shared_value.is_none(),
        MomentChange::Product(_) => moment.product.is_none(),
        MomentChange::Cta(_) => moment.cta.is_none(),
        MomentChange::Placement(_) => moment.placement.is_none(),
        MomentChange::Compensation(_) => moment.compensation.is_none(),
        MomentChange::Disclosure(to) => discloses_more(&moment.disclosure, to),
        MomentChange::CreativeControl(_) => moment.creative_control.is_none(),
        MomentChange::MustSay(_) => moment.must_say.is_none(),
        MomentChange::Proof(_) => moment.proof.is_none(),
        MomentChange::Owner(_) => moment.owner.is_none(),
        MomentChange::Cost(_) => moment.cost.is_none(),
        MomentChange::Kpis(_) => moment.kpis.is_empty(),
        MomentChange::Image(_) => moment.image.is_none(),
        MomentChange::Notes(_) => moment.notes.is_none(),
        MomentChange::Links(_) => moment.links.is_empty(),
        MomentChange::Features(_) => moment.features.is_empty(),
        MomentChange::Brand(_) => moment.brand.is_none(),
        MomentChange::Kind(_) | MomentChange::Status(_) | MomentChange::MentionsBrand(_) | MomentChange::Cause(_) => false,
    }
}

/// A label where there was none, a box ticked that was not; nothing taken away.
fn discloses_more(from: &Disclosure, to: &Disclosure) -> bool {
    (from.text.is_none() || from.text == to.text)
        && (to.spoken || !from.spoken)
        && (to.platform_label || !from.platform_label)
        && from.unknown == to.unknown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Sketch;
    use crate::model::{Cta, Id, Kind};

    /// A plan with a run-up and an ask on relative days that have dates.
    fn plan() -> Campaign {
        Sketch::parse("new: A0(published) V4 P14").expect("a sketch").campaign(Some(Day::from_number(20_878)))
    }

    fn set(campaign: &Campaign, place: usize, change: MomentChange) -> Edit {
        Edit::SetMoment { id: campaign.lanes[0].moments[place].id, change }
    }

    #[test]
    fn words_and_what_is_published_are_left_alone() {
        let campaign = plan();
        let kept = Kept { campaign: &campaign, lane: &campaign.lanes[0] };
        let refused = [
            set(&campaign, 1, MomentChange::Title("Better words".into())),
            set(&campaign, 0, MomentChange::Covers(vec![Kind::Values])),
            Edit::RemoveMoment { id: campaign.lanes[0].moments[1].id },
            Edit::RemoveLane { id: campaign.lanes[0].id },
            Edit::MoveMoment { id: campaign.lanes[0].moments[0].id, to: Place::Tray, when: When::Relative(0) },
            Edit::MoveMoment {
                id: campaign.lanes[0].moments[1].id,
                to: Place::Lane(campaign.lanes[0].id),
                when: When::Relative(-1),
            },
        ];
        let today = Some(Day::from_number(20_878));
        for edit in refused {
            assert!(!kept.may(today, &edit), "{edit:?}");
        }
        assert!(kept.may(today, &set(&campaign, 1, MomentChange::Hook(Some("Filled in".into())))), "there was none");
        let mut relationship = campaign.lanes[0].relationship.clone();
        relationship.evidence = vec!["Seen at the lake".into()];
        let mut noted = campaign.clone();
        std::sync::Arc::make_mut(&mut noted.lanes[0]).relationship = relationship.clone();
        relationship.evidence = vec!["Something else".into()];
        let edit = Edit::SetLane { id: noted.lanes[0].id, change: LaneChange::Relationship(relationship) };
        assert!(!Kept { campaign: &noted, lane: &noted.lanes[0] }.may(today, &edit), "what was noted stays");
    }

    #[test]
    fn only_what_adds_or_fills_is_safe() {
        let campaign = plan();
        let kept = Kept { campaign: &campaign, lane: &campaign.lanes[0] };
        let place = Place::Lane(campaign.lanes[0].id);
        let draft = Moment::new(MomentId(Id::from_bits(9)), Kind::Story, "Story");
        let mut written = draft.clone();
        written.hook = Some("Words".into());
        assert!(kept.is_safe(&Edit::AddMoment { place, moment: Box::new(draft) }));
        assert!(!kept.is_safe(&Edit::AddMoment { place, moment: Box::new(written) }), "words that somebody wrote elsewhere");
        assert!(kept.is_safe(&set(&campaign, 1, MomentChange::Hook(Some("Filled in".into())))));
        assert!(!kept.is_safe(&set(&campaign, 2, MomentChange::Cta(Some(Cta::None)))), "soft was chosen");
        assert!(!kept.is_safe(&Edit::MoveMoment { id: campaign.lanes[0].moments[1].id, to: place, when: When::Relative(5) }));
        assert!(!kept.is_safe(&set(&campaign, 1, MomentChange::Kind(Kind::Story))));
    }
}
