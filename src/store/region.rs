//! With which day weeks begin where this computer is, as far as its environment says. It never asks the system itself: where
//! the environment is silent, as on Windows and macOS, the answer is that nobody knows, and the window has a setting of its own.

use std::ffi::OsString;

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
}
