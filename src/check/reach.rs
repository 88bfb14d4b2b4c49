//! After an edit: which lanes can have other findings than before? Everything else keeps what was found.
//!
//! A lane's findings rest on its own cards, on what [`Cross`] says of the others, and on the campaign's lists and settings.
//! States of a plan share what did not change, so comparing pointers finds the lanes that did, and their outlines say whom
//! that reaches. A property test holds the result against the full check over random edits.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use super::Options;
use super::config::Config;
use super::cross::{Cross, Outline, Touched, unverified};
use crate::analysis::scale::CardDays;
use crate::model::{Acceptance, Campaign, Lane, LaneId, Scope, ShortNames};

/// The lanes whose findings may have changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reach {
    /// All of them.
    All,
    /// These, the ones that changed themselves among them.
    Lanes(BTreeSet<LaneId>),
}

impl Reach {
    /// Whether a lane has to be checked again.
    #[must_use]
    pub fn has(&self, lane: LaneId) -> bool {
        match self {
            Self::All => true,
            Self::Lanes(lanes) => lanes.contains(&lane),
        }
    }
}

/// What crosses lanes, kept in step with a plan.
#[derive(Clone, Debug, Default)]
pub struct Follower {
    state: Option<State>,
    cross: Cross,
    /// The lanes that the last step left behind, with their outlines: an undo, a fix that was only tried and a card that goes back to
    /// where it was taken up lead to them again.
    left: Vec<(Arc<Lane>, Arc<Outline>)>,
}

/// Most lanes that are remembered.
const MOST_LEFT: usize = 16;

#[derive(Clone, Debug)]
struct State {
    campaign: Arc<Campaign>,
    options: Options,
    /// One for each lane of the campaign, at its place.
    outlines: Vec<Arc<Outline>>,
}

impl Follower {
    /// What crosses lanes in the state that was followed last.
    #[must_use]
    pub fn cross(&self) -> &Cross {
        &self.cross
    }

    /// Goes on to another state of the plan. Costs what changed: a look at each lane's pointer, and the cards of the lanes
    /// that changed.
    pub fn follow(&mut self, campaign: &Arc<Campaign>, options: &Options) -> Reach {
        let Some(old) = self.state.take() else { return self.begin(campaign, options) };
        if old.options != *options || !same_ground(&old.campaign, campaign) {
            return self.begin(campaign, options);
        }
        let mut reached: BTreeSet<LaneId> = BTreeSet::new();
        let mut touched = Touched::default();
        let outlines = self.outlines(&old, campaign, &mut touched, &mut reached);
        if !same(&old.campaign.products, &campaign.products) {
            self.cross.unverified = unverified(campaign);
        }
        let mut creators = changed(&old.campaign.creators, &campaign.creators, |creator| creator.id);
        if !creators.is_empty() {
            // Somebody else of the same first name may have come or gone, and be called otherwise for it.
            let names = ShortNames::of(&campaign.creators);
            creators.extend(names.changed(&self.cross.names));
            self.cross.names = names;
        }
        for creator in creators {
            touched.note_creator(&self.cross, creator);
            reached.extend(lanes(&outlines, |outline| outline.concerns(creator)));
        }
        let years = CardDays::together(outlines.iter().map(|outline| outline.days)).years();
        if years != self.cross.years {
            // A card that is the first one in another year lets every day be told with its year.
            self.cross.years = years;
            reached.extend(campaign.lanes.iter().map(|lane| lane.id));
        }
        for product in changed(&old.campaign.products, &campaign.products, |product| product.id) {
            reached.extend(lanes(&outlines, |outline| outline.names(product)));
        }
        for acceptance in accepted(&old.campaign, campaign) {
            match acceptance.target {
                Scope::Campaign => reached.extend(campaign.lanes.iter().map(|lane| lane.id)),
                Scope::Lane(lane) => {
                    reached.insert(lane);
                }
                Scope::Moment(moment) => reached.extend(campaign.moment(moment).and_then(|(lane, _)| lane).map(|lane| lane.id)),
            }
        }
        let limits = Config::of(campaign, options).limits;
        touched.forget_few(&self.cross, limits.synchronised_lanes.into());
        reached.extend(lanes(&outlines, |outline| touched.reaches(outline, limits.follow_up_days.into())));
        self.state = Some(State { campaign: Arc::clone(campaign), options: options.clone(), outlines });
        Reach::Lanes(reached)
    }

    fn begin(&mut self, campaign: &Arc<Campaign>, options: &Options) -> Reach {
        // What an outline says of a lane rests on what is around the lanes, too.
        self.left.clear();
        let outlines: Vec<_> = campaign.lanes.iter().map(|lane| Arc::new(Outline::of(campaign, lane))).collect();
        self.cross = Cross::of(campaign, outlines.iter().map(|outline| &**outline));
        self.state = Some(State { campaign: Arc::clone(campaign), options: options.clone(), outlines });
        Reach::All
    }

    /// The outlines of all lanes; those of lanes that did not change are the old ones.
    fn outlines(
        &mut self,
        old: &State,
        campaign: &Campaign,
        touched: &mut Touched,
        reached: &mut BTreeSet<LaneId>,
    ) -> Vec<Arc<Outline>> {
        type Known<'s> = (&'s Arc<Lane>, &'s Arc<Outline>);
        let at = |at: usize| -> Option<Known<'_>> { old.campaign.lanes.get(at).zip(old.outlines.get(at)) };
        // Lanes were added, removed or moved: only then is it worth knowing where each one was.
        let moved = old.campaign.lanes.len() != campaign.lanes.len()
            || old.campaign.lanes.iter().zip(&campaign.lanes).any(|(a, b)| a.id != b.id);
        let mut by_id: HashMap<LaneId, Known<'_>> = HashMap::new();
        if moved {
            by_id.extend((0..old.outlines.len()).filter_map(at).map(|known| (known.0.id, known)));
        }
        let left = std::mem::take(&mut self.left);
        let mut outlines = Vec::with_capacity(campaign.lanes.len());
        for (place, lane) in campaign.lanes.iter().enumerate() {
            let known = if moved { by_id.remove(&lane.id) } else { at(place) };
            if let Some((_, outline)) = known.filter(|(before, _)| Arc::ptr_eq(before, lane)) {
                outlines.push(Arc::clone(outline));
                continue;
            }
            reached.insert(lane.id);
            // No lane looks at what is written on the cards of another one: while somebody types, nothing else is reached.
            if let Some((_, outline)) = known.filter(|(before, _)| lane.differs_in_words_only(before)) {
                outlines.push(Arc::clone(outline));
                continue;
            }
            let back = left.iter().find(|(before, _)| Arc::ptr_eq(before, lane)).map(|(_, outline)| Arc::clone(outline));
            let outline = back.unwrap_or_else(|| Arc::new(Outline::of(campaign, lane)));
            self.replace(touched, known.map(|(_, outline)| &**outline), Some(&outline));
            if self.left.len() < MOST_LEFT {
                self.left.extend(known.map(|(before, outline)| (Arc::clone(before), Arc::clone(outline))));
            }
            outlines.push(outline);
        }
        // What is left is gone; told in the order in which it stood.
        for (lane, outline) in (0..old.outlines.len()).filter_map(at) {
            if by_id.contains_key(&lane.id) {
                self.replace(touched, Some(outline), None);
            }
        }
        outlines
    }

    fn replace(&mut self, touched: &mut Touched, old: Option<&Outline>, new: Option<&Outline>) {
        let turned = self.cross.replace(old, new);
        touched.note(old, new, turned);
    }
}

fn lanes(outlines: &[Arc<Outline>], wanted: impl Fn(&Outline) -> bool) -> Vec<LaneId> {
    outlines.iter().filter(|outline| wanted(outline)).map(|outline| outline.lane).collect()
}

fn same<T: PartialEq>(a: &[Arc<T>], b: &[Arc<T>]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| Arc::ptr_eq(a, b) || a == b)
}

/// The ids of what was added, taken away or changed.
fn changed<T: PartialEq, I: Copy + Eq + std::hash::Hash>(old: &[Arc<T>], new: &[Arc<T>], id: impl Fn(&T) -> I) -> Vec<I> {
    if same(old, new) {
        return Vec::new();
    }
    let mut left: HashMap<I, &Arc<T>> = old.iter().map(|item| (id(item), item)).collect();
    let differs =
        |before: Option<&Arc<T>>, item: &Arc<T>| !before.is_some_and(|before| Arc::ptr_eq(before, item) || before == item);
    let mut found: Vec<I> = new.iter().filter(|item| differs(left.remove(&id(item)), item)).map(|item| id(item)).collect();
    found.extend(old.iter().map(|item| id(item)).filter(|id| left.contains_key(id)));
    found
}

/// Acceptances that were made, changed or taken back, as they were and as they are.
fn accepted<'c>(old: &'c Campaign, new: &'c Campaign) -> Vec<&'c Arc<Acceptance>> {
    let ids = changed(&old.acceptances, &new.acceptances, |acceptance| acceptance.id);
    let all = old.acceptances.iter().chain(&new.acceptances);
    all.filter(|acceptance| ids.contains(&acceptance.id)).collect()
}

/// Whether everything that can reach any lane is the same in two states of a plan.
fn same_ground(a: &Campaign, b: &Campaign) -> bool {
    same(&a.brands, &b.brands)
        && a.anchor == b.anchor
        && a.phases == b.phases
        && a.settings == b.settings
        && a.rules_off == b.rules_off
        && a.house == b.house
        && a.objective == b.objective
        && (a.start, a.end, a.continues) == (b.start, b.end, b.continues)
        && a.markets == b.markets
        && a.audience_values == b.audience_values
}
