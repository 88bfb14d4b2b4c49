//! Looks through the laid-out pages of a deck.

use momentboard::model::Campaign;
use momentboard::share::deck::Deck;
use momentboard::share::scene::{Item, Page, Table, Text};
use momentboard::share::{Reader, Section};

/// Everything that stands on a page, also what is within something else.
pub fn walk<'a>(items: &'a [Item], f: &mut impl FnMut(&'a Item)) {
    for item in items {
        f(item);
        if let Item::Group(group) = item {
            walk(&group.items, f);
        }
    }
}

/// The texts of a page that stand in no table.
pub fn texts(page: &Page) -> Vec<&Text> {
    let mut all = Vec::new();
    walk(&page.items, &mut |item| {
        if let Item::Text(text) = item {
            all.push(text);
        }
    });
    all
}

/// The tables of a page.
pub fn tables(page: &Page) -> Vec<&Table> {
    let mut all = Vec::new();
    walk(&page.items, &mut |item| {
        if let Item::Table(table) = item {
            all.push(table);
        }
    });
    all
}

/// The pages of a section.
pub fn pages(deck: &Deck, section: Section) -> Vec<&Page> {
    deck.scene.pages.iter().zip(&deck.sections).filter(|(_, of)| **of == section).map(|(page, _)| page).collect()
}

/// The titles of the pages of a section.
pub fn titles(deck: &Deck, section: Section) -> Vec<&str> {
    pages(deck, section).into_iter().map(|page| page.title.as_str()).collect()
}

/// The team, its client, and the creator of the first lane.
pub fn readers(campaign: &Campaign) -> Vec<Reader> {
    let creator = campaign.lanes.first().map(|lane| Reader::Creator(lane.id));
    [Reader::Internal, Reader::Client].into_iter().chain(creator).collect()
}
