//! Which language this computer speaks, and with which day weeks begin where it is. Of the weeks only the environment is asked:
//! where it is silent, as on Windows and macOS, the answer is that nobody knows, and the window has a setting of its own.

use std::ffi::OsString;

use crate::words::language::Language;

/// Where weeks begin on Sunday, and where on Saturday (CLDR 46, `weekData`): codes of countries.
const SUNDAY: &str = "AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA \
                      PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW";
const SATURDAY: &str = "AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY";

/// The weekday with which weeks begin, 0 is Monday; `None` where the environment names no country.
#[must_use]
pub fn week_begins(variable: impl Fn(&str) -> Option<OsString>) -> Option<u8> {
    let set = |name: &&str| variable(name).is_some_and(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_TIME", "LANG"].into_iter().find(set).and_then(variable)?.into_string().ok()?;
    let country = locale.split(['.', '@']).next()?.split_once(['_', '-'])?.1;
    let is_in = |list: &str| list.split_whitespace().any(|code| code == country);
    (country.len() == 2).then(|| {
        if is_in(SUNDAY) {
            6
        } else if is_in(SATURDAY) {
            5
        } else {
            0
        }
    })
}

/// The language of messages: what the environment says, else what the system says; English where that is none of ours.
#[must_use]
pub fn language(variable: impl Fn(&str) -> Option<OsString>, system: impl FnOnce() -> Option<String>) -> Language {
    let set = |name: &&str| variable(name).is_some_and(|value| !value.is_empty());
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find(set).and_then(variable);
    let locale = named.and_then(|locale| locale.into_string().ok()).or_else(system);
    locale.map(|locale| Language::of_system(&locale)).unwrap_or_default()
}

/// What the system says of itself.
#[must_use]
pub fn of_system() -> Option<String> {
    sys_locale::get_locale()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_country_of_the_locale_says_it() {
        let of = |time: &str, lang: &str| {
            week_begins(|name| match name {
                "LC_TIME" => Some(time.into()),
                "LANG" => Some(lang.into()),
                _ => None,
            })
        };
        assert_eq!(of("", "en_US.UTF-8"), Some(6));
        assert_eq!(of("de_DE.UTF-8", "en_US.UTF-8"), Some(0));
        assert_eq!(of("ar_EG", ""), Some(5));
        assert_eq!(of("de_AT@euro", ""), Some(0));
        assert_eq!((of("C", "en_US"), of("", ""), week_begins(|_| None)), (None, None, None));
    }

    #[test]
    fn the_language_of_messages_is_that_of_the_environment_else_of_the_system() {
        let of = |messages: &str, lang: &str, system: Option<&str>| {
            let variable = |name: &str| match name {
                "LC_MESSAGES" => Some(messages.into()),
                "LANG" => Some(lang.into()),
                _ => None,
            };
            language(variable, || system.map(str::to_owned))
        };
        assert_eq!(of("", "de_DE.UTF-8", None), Language::German);
        assert_eq!(of("en_GB.UTF-8", "de_DE.UTF-8", Some("de-DE")), Language::English);
        assert_eq!(of("", "", Some("de-CH")), Language::German);
        assert_eq!(of("", "fr_FR.UTF-8", Some("de-DE")), Language::English);
        assert_eq!(of("", "", None), Language::English);
    }
}
