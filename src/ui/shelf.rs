//! Pictures as textures: those on screen, and of the others as many as there is room for. Whoever draws asks for what is not
//! there, in each frame anew: what left the screen before its turn came is not read for nothing.
//!
//! What is drawn is marked as it is taken; when the room is spent, what was drawn longest ago goes first. What the last frame
//! drew never goes, whatever it takes: it would be asked for again at once, and so on for ever.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use egui::TextureHandle;

use crate::model::PictureId;

/// Bytes of textures that may lie here without being on screen.
const ROOM: usize = 64 << 20;

/// The textures that there are, and what is on its way.
#[derive(Default)]
pub struct Shelf {
    there: BTreeMap<PictureId, Kept>,
    bytes: usize,
    /// What is being read.
    coming: BTreeSet<PictureId>,
    /// What cannot be read: nobody asks for it again, and a mark stands in its place.
    broken: BTreeSet<PictureId>,
    frame: u64,
}

struct Kept {
    texture: TextureHandle,
    /// The frame that drew it last.
    drawn: Cell<u64>,
}

impl Shelf {
    /// A picture to be drawn now; `None` while it is not there.
    #[must_use]
    pub fn get(&self, id: PictureId) -> Option<&TextureHandle> {
        let kept = self.there.get(&id)?;
        kept.drawn.set(self.frame);
        Some(&kept.texture)
    }

    /// Whether somebody has to ask for it by [`Action::NeedPicture`](super::view::Action::NeedPicture): it is neither there nor
    /// on its way, and can be had.
    #[must_use]
    pub fn lacks(&self, id: PictureId) -> bool {
        !self.there.contains_key(&id) && !self.coming.contains(&id) && !self.broken.contains(&id)
    }

    /// Whether it was read and cannot be shown.
    #[must_use]
    pub fn is_broken(&self, id: PictureId) -> bool {
        self.broken.contains(&id)
    }

    /// Somebody reads it from now on; whether there was a reason to.
    pub fn expect(&mut self, id: PictureId) -> bool {
        self.lacks(id) && self.coming.insert(id)
    }

    /// Nobody reads anything any more, and nothing came of it.
    pub fn nothing_comes(&mut self) {
        self.broken.append(&mut self.coming);
    }

    /// It was read and is no picture that can be shown.
    pub fn put_broken(&mut self, id: PictureId) {
        self.coming.remove(&id);
        self.broken.insert(id);
    }

    /// Puts one on the shelf. It stays at least until a frame could draw it.
    pub fn put(&mut self, id: PictureId, texture: TextureHandle) {
        self.coming.remove(&id);
        self.bytes += texture.byte_size();
        if let Some(old) = self.there.insert(id, Kept { texture, drawn: Cell::new(self.frame + 1) }) {
            self.bytes -= old.texture.byte_size();
        }
    }

    /// A frame begins: what has no room goes.
    pub fn begin_frame(&mut self) {
        self.make_room(ROOM);
        self.frame += 1;
    }

    fn make_room(&mut self, room: usize) {
        while self.bytes > room {
            let off_screen = self.there.iter().filter(|(_, kept)| kept.drawn.get() < self.frame);
            let Some((&id, _)) = off_screen.min_by_key(|(_, kept)| kept.drawn.get()) else { return };
            if let Some(gone) = self.there.remove(&id) {
                self.bytes -= gone.texture.byte_size();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use egui::{Color32, ColorImage, Context, TextureOptions};

    use super::*;

    fn id(number: u8) -> PictureId {
        PictureId([number; 32])
    }

    /// A texture of 64 bytes.
    fn texture(ctx: &Context) -> TextureHandle {
        ctx.load_texture("picture", ColorImage::filled([4, 4], Color32::WHITE), TextureOptions::LINEAR)
    }

    fn shelf(ctx: &Context, count: u8) -> Shelf {
        let mut shelf = Shelf::default();
        shelf.begin_frame();
        for number in 0..count {
            assert!(shelf.lacks(id(number)) && shelf.expect(id(number)) && !shelf.expect(id(number)));
            assert!(!shelf.lacks(id(number)), "it is on its way");
            shelf.put(id(number), texture(ctx));
        }
        shelf
    }

    fn there(shelf: &Shelf) -> Vec<u8> {
        shelf.there.keys().map(|id| id.0[0]).collect()
    }

    #[test]
    fn what_was_drawn_longest_ago_goes_first() {
        let ctx = Context::default();
        let mut shelf = shelf(&ctx, 5);
        for drawn in [[3, 1], [0, 4], [2, 3]] {
            shelf.begin_frame();
            for number in drawn {
                assert!(shelf.get(id(number)).is_some());
            }
        }
        shelf.make_room(4 * 64);
        assert_eq!(there(&shelf), [0, 2, 3, 4], "one was drawn before the others");
        shelf.make_room(3 * 64);
        assert_eq!((there(&shelf).len(), shelf.bytes), (3, 3 * 64));
        assert!(shelf.lacks(id(1)), "what went can be asked for again");
    }

    #[test]
    fn what_is_on_screen_stays_though_it_takes_more_than_the_room() {
        let ctx = Context::default();
        let mut shelf = shelf(&ctx, 6);
        shelf.make_room(64);
        assert_eq!(there(&shelf).len(), 6, "nothing was drawn yet, and all of them may be");
        shelf.begin_frame();
        shelf.begin_frame();
        for number in 0..4 {
            assert!(shelf.get(id(number)).is_some());
        }
        shelf.make_room(64);
        assert_eq!(there(&shelf), [0, 1, 2, 3]);
        shelf.begin_frame();
        assert!(shelf.get(id(2)).is_some());
        shelf.make_room(64);
        assert_eq!(there(&shelf), [2]);
    }

    #[test]
    fn what_cannot_be_read_is_known_and_not_asked_for_again() {
        let mut shelf = Shelf::default();
        assert!(shelf.expect(id(1)) && shelf.expect(id(2)));
        shelf.put_broken(id(1));
        assert!(shelf.is_broken(id(1)) && !shelf.lacks(id(1)) && !shelf.expect(id(1)));
        assert!(!shelf.is_broken(id(2)));
        shelf.nothing_comes();
        assert!(shelf.is_broken(id(2)) && !shelf.lacks(id(2)));
    }

    #[test]
    fn a_picture_that_comes_twice_is_counted_once() {
        let ctx = Context::default();
        let mut shelf = shelf(&ctx, 1);
        shelf.put(id(0), texture(&ctx));
        assert_eq!(shelf.bytes, 64);
        shelf.begin_frame();
        shelf.begin_frame();
        shelf.make_room(0);
        assert_eq!((shelf.bytes, there(&shelf).len()), (0, 0));
    }
}
