//! The foot of the page: which moment of how many, and the keys, which can be pressed, too.

use egui::{Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::Page;
use super::keys::SCROLL;
use super::state::PresentState;
use crate::model::MomentId;
use crate::ui::command::Command;
use crate::ui::fonts;
use crate::ui::kit::{key_cap_at, paint};
use crate::ui::view::Actions;
use crate::words::{self, present as say};

/// Between one hint and the next, and where there is little room.
const BETWEEN: f32 = 18.0;
const NEAR: f32 = 12.0;

/// What a cap does when it is pressed.
#[derive(Clone, Copy)]
enum Does {
    /// What the arrows at both sides do, too.
    Nothing,
    Go(Option<MomentId>, &'static str, &'static str),
    More,
    Notes,
    Compare,
    Blank,
    Close,
}

/// A few caps with a word.
struct Hint {
    word: &'static str,
    caps: Vec<(&'static str, Does)>,
    /// Which do without their word first where there is no room for all, and go first: the highest.
    spare: u8,
    /// The caps stand alone; what they do is under the pointer.
    bare: bool,
}

impl Hint {
    const fn new(word: &'static str, caps: Vec<(&'static str, Does)>, spare: u8) -> Self {
        Self { word, caps, spare, bare: false }
    }

    /// The word that is seen.
    const fn shown(&self) -> &'static str {
        if self.bare { "" } else { self.word }
    }

    /// Caps that do nothing say nothing without their word.
    fn needs_word(&self) -> bool {
        self.caps.iter().all(|(_, does)| matches!(does, Does::Nothing))
    }

    fn width(&self, ui: &Ui, page: &Page<'_>) -> f32 {
        let word = paint::line(ui.painter(), fonts::UI, self.shown(), page.cx.tokens.text_2);
        let after = if self.bare { -6.0 } else { word.size().x + 2.0 };
        after + self.caps.iter().map(|(keys, _)| cap_width(ui, page, keys) + 6.0).sum::<f32>()
    }
}

/// Draws it.
pub(super) fn draw(page: &Page<'_>, state: &mut PresentState, place: Rect, ui: &Ui, out: &mut Actions) {
    let t = page.cx.tokens;
    let painter = ui.painter();
    let mut text = state.place_text();
    if state.run.hidden > 0 {
        text = say::hidden(text, state.run.hidden);
    }
    let lanes = page.cx.sieve.hidden_lanes();
    if lanes > 0 {
        text = words::dotted(&text, words::lanes::hidden(lanes));
    }
    let words = paint::line_within(painter, fonts::UI, &text, t.text_2, place.width() * 0.4);
    let end = place.left() + words.size().x;
    ui.interact(place.with_max_x(end), ui.scope_id().with("place"), Sense::hover())
        .widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
    painter.galley(pos2(place.left(), place.center().y - words.size().y / 2.0), words, t.text_2);

    let creator = |by, name, why| Does::Go(state.creator(&page.cx, by), name, why);
    let more = Hint::new(say::more(), vec![(words::keys::on_keyboard("Shift"), Does::Nothing), ("↓", Does::More)], 1);
    let creators =
        vec![("↑", creator(-1, say::above(), say::no_creator_above())), ("↓", creator(1, say::below(), say::no_creator_below()))];
    let hints = [
        Hint::new(say::step(), vec![("←", Does::Nothing), ("→", Does::Nothing)], 2),
        Hint::new(say::creator(), creators, 3),
        Hint::new(say::notes(), vec![("N", Does::Notes)], 4),
        Hint::new(say::compare(), vec![("C", Does::Compare)], 5),
        Hint::new(say::blank(), vec![("B", Does::Blank)], 6),
        Hint::new(say::close(), vec![("Esc", Does::Close)], 0),
    ];
    let mut hints: Vec<Hint> = Some(more).filter(|_| state.beyond > 1.0).into_iter().chain(hints).collect();
    let room = place.right() - end - 16.0;
    let wide = |hints: &[Hint], gap: f32| hints.iter().map(|hint| hint.width(ui, page) + gap).sum::<f32>() - gap;
    while wide(&hints, NEAR) > room {
        // Words go before what can be pressed, and the words of what is needed least before the others.
        let next = hints.iter_mut().filter(|hint| !hint.bare).max_by_key(|hint| hint.spare);
        match next {
            Some(hint) if hint.needs_word() => {
                let spare = hint.spare;
                hints.retain(|hint| hint.spare != spare);
            }
            Some(hint) => hint.bare = true,
            None => {
                let most = hints.iter().map(|hint| hint.spare).max();
                let Some(at) = hints.iter().position(|hint| Some(hint.spare) == most).filter(|_| hints.len() > 1) else { break };
                hints.remove(at);
            }
        }
    }
    let gap = if wide(&hints, BETWEEN) > room { NEAR } else { BETWEEN };
    let mut right = place.right();
    for hint in hints.into_iter().rev() {
        let left = right - hint.width(ui, page);
        let word = paint::line(painter, fonts::UI, hint.shown(), t.text_2);
        let area = Rect::from_min_max(pos2(left, place.top()), pos2(right, place.bottom()));
        let word_at = pos2(right - word.size().x, place.center().y - word.size().y / 2.0);
        painter.galley(word_at, word, t.text_2);
        let is_one = hint.caps.len() == 1;
        let mut x = left;
        for (keys, does) in hint.caps {
            let cap = Rect::from_min_size(pos2(x, place.center().y - 9.0), vec2(cap_width(ui, page, keys), 18.0));
            key_cap_at(painter, cap.center(), keys, t);
            press(page, state, ui, if is_one { area } else { cap }, (hint.spare, keys, hint.word, does), out);
            x = cap.right() + 6.0;
        }
        right = left - gap;
    }
}

fn cap_width(ui: &Ui, page: &Page<'_>, keys: &str) -> f32 {
    (paint::line(ui.painter(), fonts::META, keys, page.cx.tokens.text_2).size().x + 10.0).max(18.0)
}

/// A cap as a button.
fn press(
    page: &Page<'_>,
    state: &mut PresentState,
    ui: &Ui,
    rect: Rect,
    (hint, keys, word, does): (u8, &str, &str, Does),
    out: &mut Actions,
) {
    let (name, why) = match does {
        Does::Nothing => return,
        Does::Go(None, name, why) => (name, Some(why)),
        Does::Go(_, name, _) => (name, None),
        Does::Compare => (word, Command::CompareLanes.why_not(&page.cx)),
        Does::More | Does::Notes | Does::Blank | Does::Close => (word, None),
    };
    let sense = if why.is_none() { Sense::click() } else { Sense::hover() };
    let response = ui.interact(rect, ui.scope_id().with(("cap", hint, keys)), sense);
    let is_on = matches!(does, Does::Notes).then_some(state.has_notes);
    response.widget_info(|| match is_on {
        Some(on) => WidgetInfo::selected(Role::Button, true, on, name),
        None => WidgetInfo::labeled(Role::Button, why.is_none(), name),
    });
    if response.has_focus() {
        paint::ring(ui.painter(), rect, 6, 2.0, page.cx.tokens.accent);
    }
    let response = response.on_hover_text(why.unwrap_or(name));
    if !response.clicked() {
        return;
    }
    match does {
        Does::Go(Some(to), ..) => state.go(to, ui),
        Does::More => state.scroll += SCROLL,
        Does::Notes => state.has_notes = !state.has_notes,
        Does::Compare => out.run(Command::CompareLanes),
        Does::Blank => state.is_blank = true,
        Does::Close => state.leave(),
        Does::Go(None, ..) | Does::Nothing => {}
    }
    ui.ctx().request_repaint();
}
