//! Every sentence a user reads, grouped by where it is read.
//!
//! Each text is a function: its name is the key, its arguments are named, and a text that is asked for with
//! a wrong name or without an argument does not compile. Whoever wants to translate the program finds all
//! of it here; what it is in another language is in `assets/words/` ([`language`]). This module never knows anything else of ours: it takes what is already text (names, dates
//! written out by [`crate::model::Day`], numbers) and returns text.
//!
//! Style: sentence case, no exclamation marks, no blame, no "should"; one sentence of fact, one of consequence.

/// Defines texts. `name = "…";` is a constant text, `name(a, b) = "… {a} … {b}";` takes named arguments. Of one that says how many
/// there are, `n: grouped`, the thousands stand apart.
macro_rules! say {
    ($( $(#[$doc:meta])* $name:ident $(( $($arg:ident $(: $way:ident)?),+ $(,)? ))? = $text:literal; )+) => {
        $( say!(@one [$(#[$doc])*] $name [$($($arg $(: $way)?),+)?] $text); )+
    };
    (@one [$($doc:tt)*] $name:ident [] $text:literal) => {
        $($doc)*
        #[doc = concat!("> ", $text)]
        #[must_use]
        pub fn $name() -> &'static str {
            say!(@text (concat!(module_path!(), "-", stringify!($name))) $text)
        }
    };
    (@one [$($doc:tt)*] $name:ident [$($arg:ident $(: $way:ident)?),+] $text:literal) => {
        $($doc)*
        #[doc = concat!("> ", $text)]
        #[must_use]
        pub fn $name($($arg: impl ::core::fmt::Display),+) -> String {
            $( $( let $arg = $crate::words::counts::$way($arg); )? )+
            if $crate::words::language::spoken() != $crate::words::language::Language::English {
                static MESSAGE: $crate::words::language::Message =
                    $crate::words::language::Message::new(concat!(module_path!(), "-", stringify!($name)));
                if let Some(text) = MESSAGE.fill(&[$((stringify!($arg), &$arg as &dyn ::core::fmt::Display)),+]) {
                    return text;
                }
            }
            // A check makes thousands of these: room for what is filled in, so that the text does not grow word by word.
            let mut text = String::with_capacity($text.len() + $( { let _ = stringify!($arg); 10 } + )+ 0);
            let _ = ::core::fmt::Write::write_fmt(&mut text, format_args!($text));
            text
        }
    };
    (@text ($path:expr) $text:literal) => {{
        static TEXT: $crate::words::language::Text = $crate::words::language::Text::new($path, $text);
        TEXT.get()
    }};
}

/// Defines texts that are the same whatever is spoken, because plans keep them and programs compare them.
macro_rules! fixed {
    ($( $name:ident $(( $($arg:ident),+ $(,)? ))? = $text:literal; )+) => {
        /// These texts as they stand, by which one that was made of them is told again: where each stands, and in English.
        pub const FIXED: &[(&str, &str)] = &[$((concat!(module_path!(), "-", stringify!($name)), $text)),+];
        $( fixed!(@one $name [$($($arg),+)?] $text); )+
    };
    (@one $name:ident [] $text:literal) => {
        #[doc = concat!("> ", $text)]
        #[must_use]
        pub const fn $name() -> &'static str { $text }
    };
    (@one $name:ident [$($arg:ident),+] $text:literal) => {
        #[doc = concat!("> ", $text)]
        #[must_use]
        pub fn $name($($arg: impl ::core::fmt::Display),+) -> String {
            format!($text)
        }
    };
}

/// Defines the names of a closed vocabulary by its keys in the file: `kind { "product" => "Product", _ => "Moment" }`. The
/// message of one is called by the name and the key, `kind-product`; the last one, for what is not known, is `kind-other`.
macro_rules! name {
    ($( $(#[$doc:meta])* $name:ident { $( $key:literal $(| $more:literal)* => $text:literal, )+ _ => $other:literal $(,)? } )+) => { $(
        $(#[$doc])*
        #[must_use]
        pub fn $name(key: &str) -> &'static str {
            match key {
                $( $key $(| $more)* => say!(@text (concat!(module_path!(), "-", stringify!($name), "-", $key)) $text), )+
                _ => say!(@text (concat!(module_path!(), "-", stringify!($name), "-other")) $other),
            }
        }
    )+ };
}

/// Defines the names of what is counted through, such as months: `month { 1 => "Jan", 2 => "Feb" }`. A number below the first
/// or above the last one has the name of that one. The message of one is called by the name and the number, `month-1`.
macro_rules! numbered {
    ($( $(#[$doc:meta])* $name:ident { $( $number:literal => $text:literal ),+ $(,)? } )+) => { $(
        $(#[$doc])*
        #[must_use]
        pub fn $name(number: u8) -> &'static str {
            const NUMBERS: &[u8] = &[$($number),+];
            let near = NUMBERS.iter().copied().find(|of| *of >= number).or(NUMBERS.last().copied());
            match near {
                $( Some($number) => say!(@text (concat!(module_path!(), "-", stringify!($name), "-", $number)) $text), )+
                // Every number has one that is near.
                _ => "",
            }
        }
    )+ };
}

/// Defines how many there are of something, by the form that follows the number: `days(n: i64) = "1 day" | "{n} days";`.
/// A translation is one message that chooses by `n`. The thousands of a large number stand apart in both.
macro_rules! plural {
    ($( $(#[$doc:meta])* $name:ident($n:ident: $number:ty) = $one:literal | $many:literal; )+) => { $(
        $(#[$doc])*
        #[doc = concat!("> ", $one, " | ", $many)]
        #[must_use]
        pub fn $name($n: $number) -> String {
            if $crate::words::language::spoken() != $crate::words::language::Language::English {
                static MESSAGE: $crate::words::language::Message =
                    $crate::words::language::Message::new(concat!(module_path!(), "-", stringify!($name)));
                if let Some(text) = MESSAGE.fill(&[(stringify!($n), &$crate::words::counts::grouped($n))]) {
                    return text;
                }
            }
            if $n == 1 {
                return $one.to_owned();
            }
            let $n = $crate::words::counts::grouped($n);
            // Of some only the word is said, beside a number that stands elsewhere.
            let _ = &$n;
            format!($many)
        }
    )+ };
}

/// The text with quotes inside of quotes as single ones: titles are written by people, with quotes of their own.
#[must_use]
pub fn nested(text: &str) -> String {
    let german = language::spoken() == language::Language::German;
    let mut depth = 0_u32;
    let quote = |c| match c {
        // What closes a quote in German opens one in English; where a German one is open, it closes that.
        '„' => {
            depth += 1;
            if depth > 1 { '‚' } else { c }
        }
        '“' if german && depth > 0 => {
            depth -= 1;
            if depth > 0 { '‘' } else { c }
        }
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
pub mod counts;
pub mod crash;
pub mod curve;
pub mod deck;
pub mod deck_tables;
pub mod example;
pub mod facts;
pub mod files;
pub mod filter;
pub mod findings;
pub mod fit;
pub mod german;
pub mod hand;
pub mod house;
pub mod import;
pub mod inspect;
pub mod keys;
pub mod labels;
pub mod lanes;
pub mod lanes_compared;
pub mod language;
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
pub mod rule_list;
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

plural! {
    /// "1 day", "3 days": the word follows the number.
    days(n: i64) = "1 day" | "{n} days";
    /// "1 week", "3 weeks".
    weeks(n: i64) = "1 week" | "{n} weeks";
    /// "1 moment", "3 moments".
    moments(n: usize) = "1 moment" | "{n} moments";
    /// "1 idea", "3 ideas".
    ideas(n: usize) = "1 idea" | "{n} ideas";
    /// "1 creator", "3 creators".
    creators(n: usize) = "1 creator" | "{n} creators";
    /// "1 error", "3 errors".
    errors(n: usize) = "1 error" | "{n} errors";
    /// "1 warning", "3 warnings".
    warnings(n: usize) = "1 warning" | "{n} warnings";
    /// "1 hint", "3 hints".
    hints(n: usize) = "1 hint" | "{n} hints";
    /// "1 accepted", "3 accepted": findings that somebody accepted.
    accepted(n: usize) = "1 accepted" | "{n} accepted";
}

say! {
    /// Words of somebody in quotes.
    quoted(text) = "“{text}”";
    /// What something is, and its name in quotes.
    called(what, name) = "{what} “{name}”";
    /// The last two of a list of names in a sentence; `head` may be several with commas between them.
    list_end(head, last) = "{head} and {last}";
    /// Two short texts in one line: "Default 7 days · set by Acme".
    dotted(a, b) = "{a} · {b}";
    /// A number with one decimal: "2.1".
    decimal(whole, tenth) = "{whole}.{tenth}";
}

/// A number with the right form of its noun, in texts that are English whatever is spoken.
fn count_of(n: usize, one: &str, many: &str) -> String {
    if n == 1 { format!("1 {one}") } else { format!("{} {many}", counts::grouped(n)) }
}

/// How many there are, and what says so.
type Counted = (usize, fn(usize) -> String);

/// "1 error, 2 warnings, 1 hint, 3 accepted", without what there is none of; empty when there is nothing at all.
#[must_use]
pub fn findings(errors: usize, warnings: usize, hints: usize, accepted: usize) -> String {
    let all: [Counted; 4] =
        [(errors, self::errors), (warnings, self::warnings), (hints, self::hints), (accepted, self::accepted)];
    let some = all.into_iter().filter(|(n, _)| *n > 0).map(|(n, words)| words(n));
    some.collect::<Vec<_>>().join(", ")
}

/// A name as it stands inside of a sentence: small where the language writes it small there.
#[must_use]
pub fn inside(name: &str) -> String {
    match language::spoken() {
        language::Language::English => name.to_lowercase(),
        language::Language::German => name.to_owned(),
    }
}

/// A title as it stands inside of a sentence: its first letter is small where the language writes it small there.
#[must_use]
pub fn begun_small(title: &str) -> String {
    if language::spoken() == language::Language::German {
        return title.to_owned();
    }
    let mut chars = title.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

/// Joins names as a sentence does: "a", "a and b", "a, b and c".
#[must_use]
pub fn list<S: AsRef<str>>(items: &[S]) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [head @ .., last] => {
            let head: Vec<&str> = head.iter().map(AsRef::as_ref).collect();
            list_end(head.join(", "), last.as_ref())
        }
    }
}
