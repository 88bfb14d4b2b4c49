//! How things of the plan are called in a table, so that a name means one of them only.

use std::collections::BTreeMap;
use std::fmt::Display;

use crate::model::{BrandId, Campaign, CreatorId, LaneId, PictureId, ProductId, clean};

/// The names of everything that a table of moments names.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// Lanes.
    pub lanes: Shelf<LaneId>,
    /// Creators.
    pub creators: Shelf<CreatorId>,
    /// Brands.
    pub brands: Shelf<BrandId>,
    /// Products.
    pub products: Shelf<ProductId>,
    /// Pictures.
    pub pictures: Shelf<PictureId>,
}

impl Names {
    /// The names of a plan.
    #[must_use]
    pub fn of(campaign: &Campaign) -> Self {
        Self {
            lanes: Shelf::of(campaign.lanes.iter().map(|lane| (lane.id, campaign.lane_name(lane)))),
            creators: Shelf::of(campaign.creators.iter().map(|creator| (creator.id, creator.name.as_str()))),
            brands: Shelf::of(campaign.brands.iter().map(|brand| (brand.id, brand.name.as_str()))),
            products: Shelf::of(campaign.products.iter().map(|product| (product.id, product.name.as_str()))),
            pictures: Shelf::of(campaign.pictures.iter().map(|picture| (picture.id, picture.name.as_str()))),
        }
    }
}

/// Things of one sort, by name.
///
/// A thing is written by its name where that is enough: "Maren". Where two have the same name, or it has none, the id stands
/// behind it: "Maren [maren-2]". The id counts only behind the right name, so that a name that ends in brackets stays a name.
#[derive(Clone, Debug)]
pub struct Shelf<I> {
    names: BTreeMap<I, String>,
    by_name: BTreeMap<String, Vec<I>>,
}

impl<I> Default for Shelf<I> {
    fn default() -> Self {
        Self { names: BTreeMap::new(), by_name: BTreeMap::new() }
    }
}

impl<I: Copy + Ord + Display> Shelf<I> {
    fn of<'a>(things: impl Iterator<Item = (I, &'a str)>) -> Self {
        let mut shelf = Self::default();
        for (id, name) in things {
            let name = clean(name);
            shelf.by_name.entry(name.clone()).or_default().push(id);
            shelf.names.insert(id, name);
        }
        shelf
    }

    /// How the thing is written; empty when there is none such.
    #[must_use]
    pub fn write(&self, id: I) -> String {
        let Some(name) = self.names.get(&id) else { return String::new() };
        let alone = self.by_name.get(name).is_some_and(|ids| ids.len() == 1);
        if alone && !name.trim().is_empty() && self.full(name).is_none() { name.clone() } else { format!("{name} [{id}]") }
    }

    /// The things that a text may mean: one where it is clear. No text means nothing, also where something has no name.
    #[must_use]
    pub fn find(&self, text: &str) -> Vec<I> {
        if text.is_empty() {
            return Vec::new();
        }
        match self.full(text) {
            Some(id) => vec![id],
            None => self.by_name.get(text).cloned().unwrap_or_default(),
        }
    }

    /// The thing whose name and id the text is.
    fn full(&self, text: &str) -> Option<I> {
        let (name, id) = text.strip_suffix(']')?.rsplit_once(" [")?;
        let ids = self.by_name.get(name)?;
        ids.iter().copied().find(|of| of.to_string() == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Id;

    #[test]
    fn every_thing_is_found_under_what_is_written_for_it() {
        let id = |text: &str| CreatorId(Id::parse(text).unwrap());
        let things = [
            ("a", "Maren"),
            ("b", "Maren"),
            ("c", ""),
            ("d", "  "),
            ("e", "Tobi"),
            ("f", "Tobi [e]"),
            ("g", "Tobi [e] [f]"),
            ("h", "Ann [zz]"),
            ("i", "Maren [a]"),
        ];
        let shelf = Shelf::of(things.iter().map(|(key, name)| (id(key), *name)));
        for (key, _) in things {
            assert_eq!(shelf.find(&shelf.write(id(key))), [id(key)], "{}", shelf.write(id(key)));
        }
        assert_eq!(shelf.write(id("e")), "Tobi");
        assert_eq!(shelf.write(id("a")), "Maren [a]");
        assert_eq!(shelf.write(id("h")), "Ann [zz]");
        assert_eq!(shelf.find("Maren"), [id("a"), id("b")]);
        assert_eq!((shelf.find("Nobody"), shelf.find("")), (vec![], vec![]));
    }
}
