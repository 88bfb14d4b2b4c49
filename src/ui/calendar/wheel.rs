//! The wheel over the days: it goes through weeks that have no room all at once, and turns the page where they have. A notch of a
//! wheel turns one page, and so do fingers on a trackpad, however far they go.
//!
//! What comes without a rest is one gesture. One that went through weeks turns no page where they end: only the next one does, so
//! that nobody comes to another month unawares. One that turned a page does not go through the weeks of that one.

use egui::{Event, MouseWheelSource, MouseWheelUnit, TouchPhase, Ui};

/// So long after the last of it a gesture is over, in seconds.
const REST: f64 = 0.3;
/// Of notches that are nearer to each other than that, in seconds, one counts: a wheel that runs on would fly through the months, and
/// there are systems that tell each notch twice.
const APART: f64 = 0.08;
/// So far fingers go before the page is turned, in points: none is turned by a touch.
const SWIPE: f32 = 30.0;
/// Devices that tell parts of a notch tell them in lines: so many points are one.
const LINE: f32 = 40.0;

/// What is remembered of it from frame to frame.
#[derive(Debug, Default)]
pub(super) struct Wheel {
    /// When the gesture went on last.
    last: Option<f64>,
    /// When a notch turned the page last.
    notch: Option<f64>,
    /// Whether it may turn the page back, and on.
    may: [bool; 2],
    /// How far fingers went, in points: down where that is less than nothing.
    gone: f32,
    /// It turned a page.
    turned: bool,
}

impl Wheel {
    /// By how many pages this frame turns. `ends` is whether nothing of the page is scrolled out of sight above, and below; `is_over`
    /// whether it is this that the wheel is for.
    pub(super) fn pages(&mut self, ui: &Ui, ends: [bool; 2], is_over: bool) -> i32 {
        if self.turned && ends != [true; 2] {
            self.may = [false; 2];
        }
        ui.input(|input| {
            let turn = |event: &Event| match event {
                Event::MouseWheel { unit, delta, phase, source, modifiers }
                    if !modifiers.any() && delta.y.abs() > delta.x.abs() =>
                {
                    let begins = *phase == TouchPhase::Start && *unit == MouseWheelUnit::Point;
                    if begins || self.last.is_none_or(|last| input.time - last >= REST) {
                        *self = Self { may: if is_over { ends } else { [false; 2] }, ..Self::default() };
                    }
                    self.last = Some(input.time);
                    self.turn(*unit, delta.y, *source, input.time)
                }
                _ => 0,
            };
            input.events.iter().map(turn).sum()
        })
    }

    /// By how many pages an event turns.
    fn turn(&mut self, unit: MouseWheelUnit, by: f32, source: MouseWheelSource, now: f64) -> i32 {
        let way = usize::from(by < 0.0);
        let is_notch = match unit {
            MouseWheelUnit::Point => false,
            MouseWheelUnit::Line | MouseWheelUnit::Page => {
                source == MouseWheelSource::Wheel || (by.abs() >= 1.0 && by.fract().abs() < 0.01)
            }
        };
        if is_notch {
            if self.notch.is_some_and(|last| now - last < APART) {
                return 0;
            }
            self.notch = Some(now);
        } else {
            let points = if unit == MouseWheelUnit::Point { by } else { by * LINE };
            self.gone = if self.gone * points < 0.0 { points } else { self.gone + points };
            if self.turned || self.gone.abs() < SWIPE {
                return 0;
            }
        }
        if !self.may[way] {
            return 0;
        }
        self.turned = true;
        if way == 1 { 1 } else { -1 }
    }

    /// Whether what the wheel still says belongs to a gesture that turned a page.
    pub(super) fn has_turned(&self) -> bool {
        self.turned
    }
}
