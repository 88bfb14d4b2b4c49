//! How this user wants the window to be; kept from one start to the next, and not part of any plan.

use crate::model::{LanguageChoice, WeekStart, Written};
use crate::words::language::Language;

/// How the window is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setup {
    /// Light, dark, or as the system is.
    pub theme: ThemeChoice,
    /// The language of the window, or as the system has it.
    pub language: LanguageChoice,
    /// What is spoken. Follows from what was chosen.
    pub spoken: Language,
    /// Whether things move, or as the system has it.
    pub motion: MotionChoice,
    /// Nothing moves: what would glide is there at once. Follows from what was chosen.
    pub reduced_motion: bool,
    /// Lanes are drawn without their curve.
    pub hide_curve: bool,
    /// The size of everything, in percent: one of [`Setup::SCALES`].
    pub scale: u16,
    /// The day with which weeks begin, or as the system has it.
    pub week: WeekStart,
    /// How days and amounts are written. The weekday in it follows from what was chosen.
    pub written: Written,
    /// The market of new plans, by its code; empty for none.
    pub market: String,
    /// A plan that has a file is saved after every pause.
    pub autosave: bool,
}

/// What is usual on this computer, for whoever did not choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Usual {
    /// The system asks for less motion.
    pub reduced_motion: bool,
    /// The weekday with which weeks begin, 0 is Monday.
    pub week_begins: u8,
    /// The language of the system.
    pub language: Language,
}

impl Setup {
    /// The sizes that can be chosen, in percent.
    pub const SCALES: &'static [u16] = &[80, 90, 100, 110, 125, 150, 175, 200];

    /// How long a movement takes, in seconds; zero where nothing is to move.
    #[must_use]
    pub fn seconds(&self, milliseconds: f32) -> f32 {
        if self.reduced_motion { 0.0 } else { milliseconds / 1000.0 }
    }

    /// With what follows from the choices, where some of them are to be as is usual here.
    #[must_use]
    pub fn settled(mut self, usual: Usual) -> Self {
        self.reduced_motion = match self.motion {
            MotionChoice::System => usual.reduced_motion,
            MotionChoice::Reduced => true,
            MotionChoice::Full => false,
        };
        self.spoken = self.language.language(usual.language);
        self.written.week_begins = self.week.weekday(usual.week_begins);
        self
    }
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            theme: ThemeChoice::System,
            language: LanguageChoice::System,
            spoken: Language::English,
            motion: MotionChoice::System,
            reduced_motion: false,
            hide_curve: false,
            scale: 100,
            week: WeekStart::System,
            written: Written::usual(),
            market: String::new(),
            autosave: false,
        }
    }
}

/// Which colours the window has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum ThemeChoice {
    /// As the system is.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

/// Whether things move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum MotionChoice {
    /// As the system has it.
    #[default]
    System,
    /// Nothing moves.
    Reduced,
    /// Things move.
    Full,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_chose_nothing_has_it_as_is_usual_here_and_who_chose_as_chosen() {
        let usual = Usual { reduced_motion: true, week_begins: 6, language: Language::German };
        let other = Usual::default();
        let settled = |motion, week, language, usual| {
            let setup = Setup { language, motion, week, ..Setup::default() }.settled(usual);
            (setup.reduced_motion, setup.written.week_begins, setup.spoken)
        };
        let (motion, week, language) = (MotionChoice::System, WeekStart::System, LanguageChoice::System);
        assert_eq!(settled(motion, week, language, usual), (true, 6, Language::German));
        assert_eq!(settled(motion, week, language, other), (false, 0, Language::English));
        for usual in [usual, other] {
            let chosen = settled(MotionChoice::Reduced, WeekStart::Saturday, LanguageChoice::German, usual);
            assert_eq!(chosen, (true, 5, Language::German));
            let chosen = settled(MotionChoice::Full, WeekStart::Monday, LanguageChoice::English, usual);
            assert_eq!(chosen, (false, 0, Language::English));
        }
        let calm = Setup { motion: MotionChoice::Reduced, ..Setup::default() }.settled(other);
        assert!(calm.seconds(200.0) == 0.0 && Setup::default().seconds(200.0) > 0.19);
    }
}
