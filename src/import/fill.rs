//! What a row changes of a moment: everything but where it goes, for a new one as for one that is in the plan.

use super::draft::Draft;
use super::lanes::Place;
use super::plan::Work;
use super::tally::Tally;
use super::text::fold;
use crate::model::{LaneId, Moment, Product, ProductId};

impl Work<'_> {
    /// Sets everything that a row says of a moment but its place, its day, its kind and its title.
    pub(super) fn fill(&mut self, draft: &Draft, moment: &mut Moment, place: Option<Place>) {
        for change in &draft.changes {
            change.set(moment);
        }
        moment.window = draft.window(moment.window.as_ref());
        let label = &mut moment.disclosure;
        if draft.label.is_some() {
            label.text.clone_from(&draft.label);
        }
        label.spoken = draft.spoken.unwrap_or(label.spoken);
        label.platform_label = draft.platform_label.unwrap_or(label.platform_label);
        if let Some(name) = &draft.product {
            moment.product = Some(self.product(name));
        }
        // A card speaks for a brand of its own only where its lane has no creator.
        let no_creator = place.is_some_and(|place| !self.gathered.has_creator(self.campaign, place));
        if let Some(brand) = draft.speaks_for.as_deref().filter(|_| no_creator) {
            moment.brand = Some(self.brands.named(brand, self.ids));
        }
        if let Some(name) = &draft.picture {
            let picture = self.campaign.pictures.iter().find(|picture| fold(&picture.name) == fold(name));
            if let Some(picture) = picture {
                moment.image = Some(picture.id);
            } else if !self.counts.pictures.contains(name) {
                // A table carries the name of a picture, not the picture: that is said.
                self.counts.pictures.push(name.clone());
            }
        }
    }

    fn product(&mut self, name: &str) -> ProductId {
        let folded = fold(name);
        let all = self.campaign.products.iter().map(AsRef::as_ref).chain(&self.products);
        if let Some(product) = all.into_iter().find(|product| fold(&product.name) == folded) {
            return product.id;
        }
        let product = Product::new(ProductId(self.ids.id()), name);
        let id = product.id;
        self.products.push(product);
        id
    }

    /// A moment that is there as the row has it. An empty cell changes nothing.
    fn changed(&mut self, draft: &Draft, place: Option<Place>, existing: &Moment) -> Moment {
        let mut changed = existing.clone();
        if let Some(kind) = draft.kind {
            changed.kind = kind;
        }
        if let Some(title) = &draft.title {
            changed.title.clone_from(title);
        }
        if let Some(when) = draft.when {
            // The same day under another name is the same day.
            let same = self.campaign.day_of(when).is_some() && self.campaign.day_of(when) == self.campaign.day_of(existing.when);
            if !same {
                changed.when = when;
            }
        }
        changed.time = draft.time.or(changed.time);
        self.fill(draft, &mut changed, place);
        changed
    }

    pub(super) fn changes(&mut self, draft: &Draft, place: Option<Place>, lane: Option<LaneId>, existing: &Moment) -> bool {
        self.changed(draft, place, existing) != *existing || (place.is_some() && place.and_then(Place::there) != lane)
    }

    pub(super) fn update(&mut self, draft: &Draft, place: Option<Place>, lane: Option<LaneId>, existing: &Moment, row: u32) {
        if draft.waits {
            return self.wait(row);
        }
        let changed = self.changed(draft, place, existing);
        if self.gathered.update(place, lane, existing, &changed) {
            self.counts.updated += 1;
        } else {
            self.counts.unchanged += 1;
            self.told(Tally::Unchanged, row);
        }
    }
}
