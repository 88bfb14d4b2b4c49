//! Every sentence a user reads, grouped by where it is read.
//!
//! Each text is a function: its name is the key, its arguments are named, and a text that is asked for with
//! a wrong name or without an argument does not compile. Whoever wants to translate the program finds all
//! of it here. This module never knows anything else of ours: it takes what is already text (names, dates
//! written out by [`crate::model::Day`], numbers) and returns text.
//!
//! Style: sentence case, no exclamation marks, no blame, no "should"; one sentence of fact, one of consequence.

/// Defines texts. `name = "…";` is a constant text, `name(a, b) = "… {a} … {b}";` takes named arguments.
macro_rules! say {
    ($( $(#[$doc:meta])* $name:ident $(( $($arg:ident),+ $(,)? ))? = $text:literal; )+) => {
        $( say!(@one [$(#[$doc])*] $name [$($($arg),+)?] $text); )+
    };
    (@one [$($doc:tt)*] $name:ident [] $text:literal) => {
        $($doc)*
        #[doc = concat!("> ", $text)]
        #[must_use]
        pub const fn $name() -> &'static str { $text }
    };
    (@one [$($doc:tt)*] $name:ident [$($arg:ident),+] $text:literal) => {
        $($doc)*
        #[doc = concat!("> ", $text)]
        #[must_use]
        pub fn $name($($arg: impl ::core::fmt::Display),+) -> String {
            // A check makes thousands of these: room for what is filled in, so that the text does not grow word by word.
            let mut text = String::with_capacity($text.len() + $( { let _ = stringify!($arg); 10 } + )+ 0);
            let _ = ::core::fmt::Write::write_fmt(&mut text, format_args!($text));
            text
        }
    };
}

/// The text with quotes inside of quotes as single ones: titles are written by people, with quotes of their own.
#[must_use]
pub fn nested(text: &str) -> String {
    let mut depth = 0_u32;
    let quote = |c| match c {
        '“' => {
            depth += 1;
            if depth > 1 { '‘' } else { c }
        }
        '”' => {
            depth = depth.saturating_sub(1);
            if depth > 0 { '’' } else { c }
        }
        _ => c,
    };
    text.chars().map(quote).collect()
}

pub mod accept;
pub mod asks;
pub mod board;
pub mod book;
pub mod brand_kit;
pub mod calendar;
pub mod calendar_view;
pub mod columns;
pub mod compare;
pub mod conflict;
pub mod crash;
pub mod curve;
pub mod deck;
pub mod deck_tables;
pub mod example;
pub mod files;
pub mod filter;
pub mod findings;
pub mod fit;
pub mod hand;
pub mod house;
pub mod import;
pub mod inspect;
pub mod labels;
pub mod lanes;
pub mod lanes_compared;
pub mod mend;
pub mod moment_picture;
pub mod names;
pub mod nearest;
pub mod notes;
pub mod own;
pub mod page;
pub mod palette;
pub mod pdf;
pub mod picture;
pub mod preferences;
pub mod present;
pub mod recovery;
pub mod salvage;
pub mod share;
pub mod share_dialog;
pub mod side;
pub mod slides;
pub mod spans;
pub mod stands;
pub mod start;
pub mod steps;
pub mod table;
pub mod table_view;
pub mod terminal;
pub mod tour;
pub mod versions;
pub mod window;

/// "1 day", "3 days": the word follows the number.
#[must_use]
pub fn days(n: i64) -> String {
    count(n, "day", "days")
}

/// "1 week", "3 weeks".
#[must_use]
pub fn weeks(n: i64) -> String {
    count(n, "week", "weeks")
}

/// "1 moment", "3 moments".
#[must_use]
pub fn moments(n: usize) -> String {
    count_of(n, "moment", "moments")
}

/// "1 idea", "3 ideas".
#[must_use]
pub fn ideas(n: usize) -> String {
    count_of(n, "idea", "ideas")
}

/// "1 creator", "3 creators".
#[must_use]
pub fn creators(n: usize) -> String {
    count_of(n, "creator", "creators")
}

/// "1 error, 2 warnings, 1 hint, 3 accepted", without what there is none of; empty when there is nothing at all.
#[must_use]
pub fn findings(errors: usize, warnings: usize, hints: usize, accepted: usize) -> String {
    let all = [
        (errors, "error", "errors"),
        (warnings, "warning", "warnings"),
        (hints, "hint", "hints"),
        (accepted, "accepted", "accepted"),
    ];
    let some = all.into_iter().filter(|(n, ..)| *n > 0).map(|(n, one, many)| count_of(n, one, many));
    some.collect::<Vec<_>>().join(", ")
}

fn count_of(n: usize, one: &str, many: &str) -> String {
    count(i64::try_from(n).unwrap_or(i64::MAX), one, many)
}

/// A number with the right form of its noun.
#[must_use]
pub fn count(n: i64, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{n} {many}") }
}

/// Joins names as a sentence does: "a", "a and b", "a, b and c".
#[must_use]
pub fn list<S: AsRef<str>>(items: &[S]) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [head @ .., last] => {
            let head: Vec<&str> = head.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", head.join(", "), last.as_ref())
        }
    }
}

/// Two short texts in one line: "Default 7 days · set by Acme".
#[must_use]
pub fn dotted(a: &str, b: &str) -> String {
    format!("{a} · {b}")
}
