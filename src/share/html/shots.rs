//! The pictures of a page. One that is seen in several places is in the page once, and shown there by its name.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::super::encode::data_url;
use super::super::pictures::{Shelf, WEB_SIDE};
use crate::model::{Picture, PictureId};

/// How a place shows its picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shot<'a> {
    /// The picture itself.
    Own(&'a str),
    /// One that the page has under this number.
    Shared(usize),
}

/// The pictures of a page.
#[derive(Default)]
pub(super) struct Shots {
    urls: BTreeMap<PictureId, String>,
    shared: BTreeMap<PictureId, usize>,
    /// The shared ones, as symbols.
    pub(super) symbols: String,
    /// The names of those that could not be read.
    pub(super) broken: Vec<String>,
}

impl Shots {
    /// Makes pictures ready, one entry a place that shows one.
    pub(super) fn of(places: &[&Picture], goes_on: &(dyn Fn() -> bool + Sync)) -> Self {
        let mut shelf = Shelf::new(WEB_SIDE);
        shelf.prepare(places.iter().copied(), goes_on);
        let mut shots = Self::default();
        let mut seen = BTreeSet::new();
        for picture in places {
            // Nobody wants the page any more, and what was not made ready yet would be now.
            if !goes_on() {
                break;
            }
            let is_again = !seen.insert(picture.id);
            let Some(ready) = shelf.get(picture) else { continue };
            if !is_again {
                shots.urls.extend(data_url(&ready.bytes).map(|url| (picture.id, url)));
            } else if !shots.shared.contains_key(&picture.id)
                && let Some(url) = shots.urls.get(&picture.id)
            {
                let (at, width, height) = (shots.shared.len(), ready.width, ready.height);
                let _ = write!(
                    shots.symbols,
                    r#"<symbol id="pic-{at}" viewBox="0 0 {width} {height}" preserveAspectRatio="xMidYMid slice"><image width="{width}" height="{height}" href="{url}"/></symbol>"#,
                );
                shots.shared.insert(picture.id, at);
            }
        }
        shots.broken = shelf.broken().to_vec();
        shots
    }

    /// How a picture is shown; none where it could not be read.
    pub(super) fn get(&self, id: PictureId) -> Option<Shot<'_>> {
        match self.shared.get(&id) {
            Some(at) => Some(Shot::Shared(*at)),
            None => self.urls.get(&id).map(|url| Shot::Own(url)),
        }
    }
}
