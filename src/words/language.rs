//! Which language is spoken, and how a text is found in another one than English.
//!
//! English stands in the source and is what a text is asked for by; other languages are messages of Fluent in
//! `assets/words/`, one file beside each file of texts. The message of a text is called by the file and the name of the
//! function: `day_number` of `board.rs` is `board-day_number`. One that is missing is said in English, so a text that is new
//! never stops anybody.
//!
//! With the language goes the form in which days are written ([`Manner`]): both are chosen by whoever reads.
//!
//! What is spoken belongs to the thread: whoever starts a thread that makes texts carries it there ([`carried`]). What a
//! program reads (files, fingerprints, tables that come back) is made while English is spoken ([`english`]). What is written for
//! others is in their language ([`write_in`]), and what is said about it meanwhile in the language of whoever asked for it
//! ([`to_asker`]). This module never knows what a text is for.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt::Display;
use std::marker::PhantomData;
use std::sync::OnceLock;

use fluent_bundle::{FluentArgs, FluentMessage, FluentValue};
use serde::{Deserialize, Serialize};

use super::german;

/// A language that the window can speak.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// As the texts are written.
    #[default]
    English,
    /// As they are translated.
    German,
}

impl Language {
    /// The languages there are.
    pub const ALL: [Self; 2] = [Self::English, Self::German];

    /// Its code of two letters.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// What it calls itself. It is the same in every language, so that somebody who reads no other finds it.
    #[must_use]
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
        }
    }

    /// The language that a system is set to, as the system calls it: `de_AT.UTF-8`, `de-CH`. English where it is none of ours.
    #[must_use]
    pub fn of_system(locale: &str) -> Self {
        let code = locale.split(['-', '_', '.', '@']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(code)).unwrap_or_default()
    }
}

/// How a day is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateForm {
    /// "3 May 2027".
    #[default]
    DayFirst,
    /// "May 3, 2027".
    MonthFirst,
    /// "2027-05-03".
    YearFirst,
}

impl DateForm {
    /// Its name, by which texts with an example in it are chosen.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::DayFirst => "day_first",
            Self::MonthFirst => "month_first",
            Self::YearFirst => "year_first",
        }
    }
}

/// How an amount is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MoneyForm {
    /// As the language has it: "€1,200", in German "1.200 €".
    #[default]
    SignFirst,
    /// "1.200 €".
    SignLast,
    /// "EUR 1,200".
    CodeFirst,
}

/// How somebody is spoken to: in which language, and with days and amounts in which form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Manner {
    /// The language.
    pub language: Language,
    /// The form of days.
    pub dates: DateForm,
    /// The form of amounts.
    pub money: MoneyForm,
}

impl Manner {
    /// A language as it is usual in it.
    #[must_use]
    pub const fn of(language: Language) -> Self {
        Self { language, dates: DateForm::DayFirst, money: MoneyForm::SignFirst }
    }
}

thread_local! {
    static MANNER: Cell<Manner> = const { Cell::new(Manner::of(Language::English)) };
    /// How whoever asked for something is spoken to, while it is written for others.
    static ASKER: Cell<Option<Manner>> = const { Cell::new(None) };
}

/// The language that is spoken on this thread.
#[must_use]
#[inline]
pub fn spoken() -> Language {
    MANNER.get().language
}

/// The form of days on this thread.
#[must_use]
pub fn dates() -> DateForm {
    MANNER.get().dates
}

/// The form of amounts on this thread.
#[must_use]
pub fn money() -> MoneyForm {
    MANNER.get().money
}

/// How it is spoken on this thread.
#[must_use]
pub fn manner() -> Manner {
    MANNER.get()
}

/// Speaks what was spoken before as soon as it is dropped.
#[derive(Debug)]
#[must_use = "the language is spoken until the guard is dropped"]
pub struct Spoken {
    before: Manner,
    asker_before: Option<Manner>,
    /// It belongs to the thread on which it was made.
    here: PhantomData<*const ()>,
}

impl Drop for Spoken {
    fn drop(&mut self) {
        MANNER.set(self.before);
        ASKER.set(self.asker_before);
    }
}

/// Speaks a language as it is usual in it, on this thread, until the guard is dropped.
pub fn speak(language: Language) -> Spoken {
    speak_as(Manner::of(language))
}

/// Speaks as somebody wants to be spoken to, on this thread, until the guard is dropped.
pub fn speak_as(manner: Manner) -> Spoken {
    Spoken { before: MANNER.replace(manner), asker_before: ASKER.get(), here: PhantomData }
}

/// Writes something for others as they are spoken to until the guard is dropped. Whoever asked for it is still told as it was
/// spoken before.
pub fn write_as(manner: Manner) -> Spoken {
    let asker_before = ASKER.replace(Some(ASKER.get().unwrap_or_else(self::manner)));
    Spoken { before: MANNER.replace(manner), asker_before, here: PhantomData }
}

/// Says something to whoever asked for what is being written, in their language and not in that of the readers.
pub fn to_asker<T>(say: impl FnOnce() -> T) -> T {
    let _spoken = speak_as(ASKER.get().unwrap_or_else(manner));
    say()
}

/// Makes something that a program reads, or that has to be the same for everybody.
pub fn english<T>(make: impl FnOnce() -> T) -> T {
    let _spoken = speak(Language::English);
    make()
}

/// The same work, as it is spoken here, on whichever thread it is done.
pub fn carried<T>(work: impl FnOnce() -> T) -> impl FnOnce() -> T {
    let (manner, asker) = (manner(), ASKER.get());
    move || {
        let _spoken = speak_as(manner);
        ASKER.set(asker);
        work()
    }
}

/// A text without arguments, and its translation once it was asked for.
#[derive(Debug)]
pub struct Text {
    path: &'static str,
    english: &'static str,
    german: OnceLock<Cow<'static, str>>,
}

impl Text {
    /// A text by where it stands: the path of its module and its name.
    #[must_use]
    pub const fn new(path: &'static str, english: &'static str) -> Self {
        Self { path, english, german: OnceLock::new() }
    }

    /// The text in the language that is spoken.
    #[must_use]
    #[inline]
    pub fn get(&'static self) -> &'static str {
        match spoken() {
            Language::English => self.english,
            Language::German => self.german.get_or_init(|| self.translated()),
        }
    }

    fn translated(&self) -> Cow<'static, str> {
        let message = german::message(id(self.path));
        message.and_then(|message| filled(&message, None)).unwrap_or(Cow::Borrowed(self.english))
    }
}

/// The translation of a text with arguments, found once.
#[derive(Debug)]
pub struct Message {
    path: &'static str,
    german: OnceLock<Option<FluentMessage<'static>>>,
}

impl Message {
    /// A message by where its text stands: the path of its module and its name.
    #[must_use]
    pub const fn new(path: &'static str) -> Self {
        Self { path, german: OnceLock::new() }
    }

    /// The text with its arguments; none where English is spoken, or where there is no translation.
    #[must_use]
    pub fn fill(&'static self, arguments: &[(&'static str, &dyn Display)]) -> Option<String> {
        let message = self.german.get_or_init(|| german::message(id(self.path))).as_ref()?;
        let mut args = FluentArgs::with_capacity(arguments.len());
        for (name, value) in arguments {
            args.set(*name, argument(value.to_string()));
        }
        filled(message, Some(&args)).map(Cow::into_owned)
    }
}

/// What is filled in: a plain number as one, so that the form of a word can follow it; everything else as it is written.
fn argument(text: String) -> FluentValue<'static> {
    let plain = !text.is_empty() && text.len() <= 9 && text.bytes().all(|byte| byte.is_ascii_digit());
    // "007" is a name, not a number: as one it would lose its beginning.
    let whole = plain && (text == "0" || !text.starts_with('0'));
    match text.parse::<u32>() {
        Ok(number) if whole => FluentValue::from(number),
        _ => FluentValue::from(text),
    }
}

/// A text that stands elsewhere than among the others, in the language that is spoken: its message is called by a file and a name.
#[must_use]
pub fn named(file: &str, name: &str, english: &'static str) -> &'static str {
    match translated(file, name) {
        Some(Cow::Borrowed(text)) => text,
        // A title is one line without anything to fill in, which is always borrowed.
        Some(Cow::Owned(_)) | None => english,
    }
}

/// The translation of a text that stands elsewhere than among the others; none where English is spoken or nobody translated it.
#[must_use]
pub fn translated(file: &str, name: &str) -> Option<Cow<'static, str>> {
    if spoken() == Language::English {
        return None;
    }
    let message = german::message(&format!("{file}-{name}"))?;
    filled(&message, None)
}

/// A message filled in with texts that are ready; none where there is no such message.
pub(super) fn told(path: &'static str, arguments: &[(&'static str, String)]) -> Option<String> {
    let message = german::message(id(path))?;
    let mut args = FluentArgs::with_capacity(arguments.len());
    for (name, value) in arguments {
        args.set(*name, argument(value.clone()));
    }
    filled(&message, Some(&args)).map(Cow::into_owned)
}

fn filled(message: &FluentMessage<'static>, args: Option<&FluentArgs<'_>>) -> Option<Cow<'static, str>> {
    let mut errors = Vec::new();
    let text = german::bundle().format_pattern(message.value()?, args, &mut errors);
    // A message that asks for what it does not get is as good as none.
    errors.is_empty().then_some(text)
}

/// What the message of a text is called: the file and the name, without the modules above.
fn id(path: &'static str) -> &'static str {
    path.rsplit("::").next().unwrap_or(path)
}
