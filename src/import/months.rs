//! Names of months and weekdays in the languages that calendars of European agencies are written in.

const MONTHS: [&[&str]; 12] = [
    &["january", "januar", "janvier", "enero", "gennaio", "januari", "janeiro"],
    &["february", "februar", "fevrier", "febrero", "febbraio", "februari", "fevereiro"],
    &["march", "marz", "maerz", "mars", "marzo", "maart", "marco", "mrz", "mrt"],
    &["april", "avril", "abril", "aprile"],
    &["may", "mai", "mayo", "maggio", "mei", "maio"],
    &["june", "juni", "juin", "junio", "giugno", "junho"],
    &["july", "juli", "juillet", "julio", "luglio", "julho"],
    &["august", "aout", "agosto", "augustus"],
    &["september", "septembre", "septiembre", "settembre", "setembro"],
    &["october", "oktober", "octobre", "octubre", "ottobre", "outubro"],
    &["november", "novembre", "noviembre", "novembro"],
    &["december", "dezember", "decembre", "diciembre", "dicembre", "dezembro"],
];

const WEEKDAYS: [&[&str]; 7] = [
    &["monday", "montag", "lundi", "lunes", "lunedi", "maandag", "segunda"],
    &["tuesday", "dienstag", "mardi", "martes", "martedi", "dinsdag", "terca"],
    &["wednesday", "mittwoch", "mercredi", "miercoles", "mercoledi", "woensdag", "quarta", "weds"],
    &["thursday", "donnerstag", "jeudi", "jueves", "giovedi", "donderdag", "quinta"],
    &["friday", "freitag", "vendredi", "viernes", "venerdi", "vrijdag", "sexta"],
    &["saturday", "samstag", "samedi", "sabado", "sabato", "zaterdag", "sonnabend"],
    &["sunday", "sonntag", "dimanche", "domingo", "domenica", "zondag"],
];

/// Two letters are a weekday in German only.
const SHORT_WEEKDAYS: [&str; 7] = ["mo", "di", "mi", "do", "fr", "sa", "so"];

/// The one line of names that a word, or its first three letters and more, belongs to.
fn line(word: &str, lines: &[&[&str]]) -> Option<usize> {
    if let Some(at) = lines.iter().position(|names| names.contains(&word)) {
        return Some(at);
    }
    if word.chars().count() < 3 {
        return None;
    }
    let mut found = lines.iter().enumerate().filter(|(_, names)| names.iter().any(|name| name.starts_with(word)));
    let first = found.next().map(|(at, _)| at);
    // “jui” begins June and July in French: it is neither.
    if found.next().is_some() { None } else { first }
}

/// The month that a folded word names, 1 to 12.
pub(super) fn month(word: &str) -> Option<i8> {
    line(word, &MONTHS).and_then(|at| i8::try_from(at + 1).ok())
}

/// The month that a folded word names in full or by its usual first letters: “Marc” and “Juni Hofer” are people, so no other
/// beginning counts.
pub(super) fn whole(word: &str) -> Option<i8> {
    const USUAL: [&str; 5] = ["sept", "janv", "fevr", "juil", "sett"];
    let is_whole = MONTHS.iter().any(|names| names.contains(&word)) || word.len() == 3 || USUAL.contains(&word);
    month(word).filter(|_| is_whole)
}

/// A year of four digits in which a plan can be.
pub(super) fn plan_year(word: &str) -> Option<i16> {
    word.parse().ok().filter(|year| word.len() == 4 && (2015..2060).contains(year))
}

/// The weekday that a folded word names, 0 for Monday.
pub(super) fn weekday(word: &str) -> Option<u8> {
    let short = SHORT_WEEKDAYS.iter().position(|short| *short == word);
    short.or_else(|| line(word, &WEEKDAYS)).and_then(|at| u8::try_from(at).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_their_beginnings_are_known() {
        for (word, number) in [("may", 5), ("mai", 5), ("mar", 3), ("sept", 9), ("okt", 10), ("dez", 12), ("juin", 6), ("ago", 8)]
        {
            assert_eq!(month(word), Some(number), "{word}");
        }
        for (word, number) in [("mon", 0), ("tues", 1), ("mi", 2), ("jeudi", 3), ("fri", 4), ("sab", 5), ("so", 6), ("thurs", 3)]
        {
            assert_eq!(weekday(word), Some(number), "{word}");
        }
        for word in ["", "m", "ma", "jui", "soonish", "week"] {
            assert_eq!(month(word), None, "{word}");
        }
        assert_eq!(weekday("soonish"), None);
    }
}
