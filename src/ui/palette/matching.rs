//! How what somebody types is found in a text. Knows nothing of plans.
//!
//! A matcher of our own, because what is typed here are the beginnings of words ("tobi ask", "val story"), in any order, and
//! often with another accent than the title has. The matchers that editors use are made for paths: they take the letters in
//! order wherever they stand, and in sentences that finds everything. First the words are looked for as they are; only where
//! nothing in the whole plan has them, letters that were left out or slipped are forgiven.

use std::ops::Range;

use crate::model::fold::{fold, fold_into};

/// Stands between the part of a text that is shown and what it is found by besides; nobody can type it.
const BESIDE: char = '\u{1}';

/// At the beginning of what is shown.
const FIRST: u32 = 100;
/// At the beginning of one of its words.
const WORD: u32 = 80;
/// Within one of its words.
const WITHIN: u32 = 50;
/// At the beginning of a word that is not shown.
const UNSEEN: u32 = 40;
/// Within one that is not.
const UNSEEN_WITHIN: u32 = 20;
/// Only with letters left out or slipped.
const LOOSE: u32 = 10;
/// The word ends where the typed one does.
const WHOLE: u32 = 5;
/// From this score on a word that was typed names something that begins with it.
pub(super) const NAMES: u32 = UNSEEN;

/// In a word of so many letters or fewer none has slipped: too many others are like it.
const SURE: usize = 3;

/// How strictly words are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// As they are.
    Strict,
    /// Letters may be left out, and one may have slipped.
    Loose,
}

/// What somebody types, word by word.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Query {
    words: Vec<Word>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Word {
    text: String,
    letters: u64,
    /// One by one, for letters that may be left out.
    each: Vec<char>,
}

impl Query {
    pub(super) fn of(text: &str) -> Self {
        // More words than anybody types would only make every frame slower.
        const MOST: usize = 12;
        let word = |word: &str| Word { text: word.to_owned(), letters: letters(word), each: word.chars().collect() };
        Self { words: fold(text).split_whitespace().take(MOST).map(word).collect() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether strictly nothing is found by it that another one does not find: its words are those of the other one, longer or as they
    /// are, and more after them.
    pub(super) fn narrows(&self, other: &Self) -> bool {
        let longer = |(word, other): (&Word, &Word)| word.text.starts_with(&other.text);
        !other.is_empty() && self.len() >= other.len() && self.words.iter().zip(&other.words).all(longer)
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// The same without the words that are found in a text as they are.
    pub(super) fn without(&self, hay: &Hay) -> Self {
        let missing = |word: &&Word| hay.strict(word).is_none();
        Self { words: self.words.iter().filter(missing).cloned().collect() }
    }

    /// Whether every word that was typed is a whole word of a text.
    pub(super) fn is_of_whole_words(&self, text: &str) -> bool {
        let text = fold(text);
        let has = |typed: &Word| text.split_whitespace().any(|word| word.trim_end_matches('…') == typed.text);
        self.words.iter().all(has)
    }

    /// Whether a text is exactly what was typed, but for signs that stand alone between its words.
    pub(super) fn is(&self, text: &str) -> bool {
        let text = fold(text);
        let said = |word: &&str| word.contains(char::is_alphanumeric);
        let plain = |word: &str| word.trim_end_matches('…').to_owned();
        let typed = self.words.iter().map(|word| word.text.as_str());
        text.split_whitespace().filter(said).map(plain).eq(typed.filter(said).map(plain))
    }
}

/// A text in which words are looked for: what is shown, then what it is found by besides.
#[derive(Clone, Debug, Default)]
pub(super) struct Hay {
    text: Box<str>,
    shown: usize,
    letters: u64,
    /// The letters with which words of the shown part begin.
    begins: u64,
}

impl Hay {
    pub(super) fn of<'a>(shown: &str, beside: impl IntoIterator<Item = &'a str>) -> Self {
        let mut text = String::with_capacity(shown.len() + 16);
        fold_into(&mut text, shown);
        let length = text.len();
        let mut add = |more: &str, spelled_out: bool| {
            text.push(BESIDE);
            if spelled_out { spell_out(&mut text, more) } else { fold_into(&mut text, more) }
        };
        if has_umlaut(shown) {
            add(shown, true);
        }
        for more in beside.into_iter().filter(|more| !more.is_empty()) {
            add(more, false);
            if has_umlaut(more) {
                add(more, true);
            }
        }
        let letters = letters(&text);
        let begins = begins(text.get(..length).unwrap_or_default());
        Self { text: text.into_boxed_str(), shown: length, letters, begins }
    }

    /// How well all words are found; `None` where one is missing. `or` is how well the word of that place is found elsewhere,
    /// in what the text belongs to: 0 for not at all.
    pub(super) fn rate(&self, query: &Query, how: How, or: impl Fn(usize) -> u32) -> Option<u32> {
        let mut sum = 0;
        for (at, word) in query.words.iter().enumerate() {
            let here = self.word(word, how).unwrap_or(0);
            let best = here.max(or(at));
            if best == 0 {
                return None;
            }
            sum += best;
        }
        Some(sum)
    }

    /// How well each word is found, 0 for not at all.
    pub(super) fn each(&self, query: &Query, how: How) -> Vec<u32> {
        query.words.iter().map(|word| self.word(word, how).unwrap_or(0)).collect()
    }

    fn word(&self, word: &Word, how: How) -> Option<u32> {
        let strict = self.strict(word);
        match how {
            How::Strict => strict,
            How::Loose => strict.or_else(|| self.is_loose(word).then_some(LOOSE)),
        }
    }

    /// Whether a word is found with letters left out, or with one that slipped. Most texts have no word that begins like it, or lack
    /// more of its letters than may have slipped, and that is seen without looking at them.
    fn is_loose(&self, word: &Word) -> bool {
        let may_lack = u32::from(word.each.len() > SURE);
        let lacks = (word.letters & !self.letters).count_ones();
        let begins = word.each.first().is_some_and(|first| self.begins & bit(*first) != 0);
        begins && lacks <= may_lack && self.text.get(..self.shown).is_some_and(|text| loose(&word.each, text, &mut Vec::new()))
    }

    fn strict(&self, word: &Word) -> Option<u32> {
        // Most texts lack a letter of the word, and that is seen without looking at them.
        if word.letters & !self.letters != 0 {
            return None;
        }
        strict(&word.text, &self.text, self.shown, self.begins).map(|(score, _)| score)
    }
}

/// Which letters a text has, a bit each; letters that no keyboard of ours has share what is left.
fn letters(text: &str) -> u64 {
    text.chars().fold(0, |all, c| all | bit(c))
}

fn bit(c: char) -> u64 {
    let bit = match c {
        'a'..='z' => u32::from(c) - u32::from('a'),
        '0'..='9' => 26 + u32::from(c) - u32::from('0'),
        _ => 36 + u32::from(c) % 28,
    };
    1 << bit
}

/// The letters with which the words of a text begin.
fn begins(text: &str) -> u64 {
    let mut in_word = false;
    text.chars().fold(0, |all, c| {
        let begins = !in_word || has_no_spaces(c);
        in_word = c.is_alphanumeric();
        if begins { all | bit(c) } else { all }
    })
}

/// Where a word stands best in a text, and how well that is; `begun` are letters with which words of the shown part begin, and maybe
/// others. As soon as nothing better can come the rest of the text is not looked at.
fn strict(word: &str, text: &str, shown: usize, begun: u64) -> Option<(u32, usize)> {
    let first = word.chars().next()?;
    let can_begin = begun & bit(first) != 0;
    let mut best: Option<(u32, usize)> = None;
    let mut from = 0;
    // By its first letter: to set out to find a whole word takes longer than most of these texts are.
    for (at, _) in text.match_indices(first) {
        if at < from || !text.get(at..).is_some_and(|rest| rest.starts_with(word)) {
            continue;
        }
        from = at + word.len();
        if at >= shown && best.is_some_and(|(score, _)| score >= UNSEEN + WHOLE) {
            break;
        }
        let begins = begins_word(text, at);
        let mut score = match (at == 0, begins, at < shown) {
            (true, ..) => FIRST,
            (false, true, true) => WORD,
            (false, false, true) => WITHIN,
            (false, true, false) => UNSEEN,
            (false, false, false) => UNSEEN_WITHIN,
        };
        if begins && text.get(at + word.len()..).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)) {
            score += WHOLE;
        }
        if best.is_none_or(|(before, _)| score > before) {
            best = Some((score, at));
        }
        // What comes later is no better.
        if (begins && score > WORD) || (at < shown && !can_begin) {
            break;
        }
    }
    best
}

fn begins_word(text: &str, at: usize) -> bool {
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    let here = text.get(at..).and_then(|rest| rest.chars().next());
    before.is_none_or(|before| !before.is_alphanumeric()) || here.is_some_and(has_no_spaces)
}

/// Whether a letter is of a script that writes words without spaces: there each may begin one.
fn has_no_spaces(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether a word is found with letters left out, or with one that slipped; `spans` are where.
fn loose(typed: &[char], text: &str, spans: &mut Vec<Range<usize>>) -> bool {
    if typed.len() < 2 {
        return false;
    }
    let all: Vec<(usize, char)> = text.char_indices().collect();
    let starts = (0..all.len()).filter(|at| all.get(*at).is_some_and(|(byte, _)| begins_word(text, *byte)));
    for start in starts {
        let rest = all.get(start..).unwrap_or_default();
        if typed.len() > SURE && slipped(typed, rest) {
            let letters = rest.iter().take_while(|(_, c)| c.is_alphanumeric()).take(typed.len());
            spans.extend(joined(letters));
            return true;
        }
        if let Some(letters) = left_out(typed, rest, text) {
            spans.extend(joined(letters.iter()));
            return true;
        }
    }
    false
}

/// Whether a word is the beginning of a text but for one letter: another one, one too many, or two that changed places.
fn slipped(typed: &[char], text: &[(usize, char)]) -> bool {
    let same = text.iter().zip(typed).take_while(|((_, there), typed)| there == *typed).count();
    let tail = |typed_from: usize, text_from: usize| {
        let (typed, text) = (typed.get(typed_from..), text.get(text_from..));
        let (Some(typed), Some(text)) = (typed, text) else { return false };
        typed.len() <= text.len() && typed.iter().zip(text).all(|(typed, (_, there))| typed == there)
    };
    let swapped = || {
        let pair = |at: usize| Some((*typed.get(at)?, text.get(at)?.1));
        let (Some((a, there_a)), Some((b, there_b))) = (pair(same), pair(same + 1)) else { return false };
        a == there_b && b == there_a && tail(same + 2, same + 2)
    };
    same > 0 && (tail(same + 1, same + 1) || tail(same + 1, same) || swapped())
}

/// The letters of a text that make the word, where each comes next, a little later in the same word, or begins another word.
fn left_out(typed: &[char], text: &[(usize, char)], whole: &str) -> Option<Vec<(usize, char)>> {
    /// Letters of one word that may be left out at a time.
    const SKIPPED: usize = 2;
    let mut found: Vec<(usize, char)> = Vec::with_capacity(typed.len());
    let mut at = 0;
    for c in typed {
        let here = text.get(at..)?;
        let near = if found.is_empty() { 1 } else { SKIPPED + 1 };
        let in_word = here.iter().take(near).take_while(|(_, there)| there.is_alphanumeric()).position(|(_, there)| there == c);
        let next_word = || here.iter().position(|(byte, there)| there == c && begins_word(whole, *byte));
        let step = in_word.or_else(next_word)?;
        found.push(*here.get(step)?);
        at += step + 1;
    }
    Some(found)
}

/// Letters as stretches: neighbours are one.
fn joined<'a>(letters: impl Iterator<Item = &'a (usize, char)>) -> Vec<Range<usize>> {
    let mut spans: Vec<Range<usize>> = Vec::new();
    for (at, c) in letters {
        let end = at + c.len_utf8();
        match spans.last_mut() {
            Some(last) if last.end == *at => last.end = end,
            _ => spans.push(*at..end),
        }
    }
    spans
}

/// Where the words that were typed stand in a text as it is shown, in order and apart from each other.
pub(super) fn marked(query: &Query, text: &str) -> Vec<Range<usize>> {
    let plain = Mapped::of(text, false);
    let spelled_out = has_umlaut(text).then(|| Mapped::of(text, true));
    let mut spans = Vec::new();
    for word in &query.words {
        let strict_in = |mapped: &Mapped| {
            let (_, at) = strict(&word.text, &mapped.folded, mapped.folded.len(), u64::MAX)?;
            Some(mapped.back(&(at..at + word.text.len())))
        };
        let found = strict_in(&plain).or_else(|| spelled_out.as_ref().and_then(strict_in));
        if let Some(span) = found {
            spans.push(span);
            continue;
        }
        let mut letters = Vec::new();
        loose(&word.each, &plain.folded, &mut letters);
        spans.extend(letters.iter().map(|span| plain.back(span)));
    }
    spans.sort_by_key(|span: &Range<usize>| span.start);
    spans.dedup_by(|next, before| {
        let joins = next.start <= before.end;
        if joins {
            before.end = before.end.max(next.end);
        }
        joins
    });
    spans
}

/// A folded text that knows where each of its bytes came from.
struct Mapped {
    folded: String,
    /// For each byte, the character of the original that it is part of.
    from: Vec<Range<usize>>,
}

impl Mapped {
    fn of(text: &str, spelled_out: bool) -> Self {
        let (mut folded, mut from) = (String::with_capacity(text.len()), Vec::with_capacity(text.len()));
        for (at, c) in text.char_indices() {
            let letter = text.get(at..at + c.len_utf8()).unwrap_or_default();
            if spelled_out {
                spell_out(&mut folded, letter);
            } else {
                fold_into(&mut folded, letter);
            }
            from.resize(folded.len(), at..at + c.len_utf8());
        }
        Self { folded, from }
    }

    fn back(&self, span: &Range<usize>) -> Range<usize> {
        let start = self.from.get(span.start).map_or(0, |from| from.start);
        let end = span.end.checked_sub(1).and_then(|last| self.from.get(last)).map_or(start, |from| from.end);
        start..end.max(start)
    }
}

/// The letters that some people write as two.
fn two_letters(c: char) -> Option<&'static str> {
    match c {
        'ä' | 'Ä' | 'æ' | 'Æ' => Some("ae"),
        'ö' | 'Ö' | 'ø' | 'Ø' => Some("oe"),
        'ü' | 'Ü' => Some("ue"),
        'å' | 'Å' => Some("aa"),
        _ => None,
    }
}

fn has_umlaut(text: &str) -> bool {
    !text.is_ascii() && text.chars().any(|c| two_letters(c).is_some())
}

/// Appends a folded text in which those letters are written as two.
fn spell_out(folded: &mut String, text: &str) {
    let mut buffer = [0; 4];
    for c in text.chars() {
        match two_letters(c) {
            Some(two) => folded.push_str(two),
            None => fold_into(folded, c.encode_utf8(&mut buffer)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(typed: &str, text: &str, how: How) -> Option<u32> {
        Hay::of(text, []).rate(&Query::of(typed), how, |_| 0)
    }

    fn finds(typed: &str, text: &str) -> bool {
        score(typed, text, How::Strict).is_some()
    }

    fn lit(typed: &str, text: &str) -> String {
        let mut lit = String::new();
        let mut at = 0;
        for span in marked(&Query::of(typed), text) {
            lit.push_str(&text[at..span.start]);
            lit.push('[');
            lit.push_str(&text[span.clone()]);
            lit.push(']');
            at = span.end;
        }
        lit + &text[at..]
    }

    #[test]
    fn words_are_found_in_any_order_case_and_accent() {
        assert!(finds("last ASK", "Put the ask last"));
        assert!(finds("ines", "Inês Corrêa"));
        assert!(finds("inês", "Ines"));
        assert!(finds("kaepernick", "Käpernick") && finds("kapernick", "Käpernick") && finds("käp", "KÄPERNICK"));
        assert!(finds("oeyvind", "Øyvind") && finds("strasse", "Straße"));
        assert!(finds("走", "ゆっくり走る冬") && finds("走る", "走る"));
        assert!(!finds("ask first", "Put the ask last"));
        assert!(!finds("tbi", "Tobi") && !finds("xyz", "Tobi"));
    }

    #[test]
    fn the_beginning_counts_more_than_a_word_and_a_word_more_than_a_part() {
        let rank = |text: &str| score("art", text, How::Strict).unwrap();
        assert!(rank("Art first") > rank("The art of it"));
        assert!(rank("The art of it") > rank("The artist"));
        assert!(rank("The artist") > rank("A start"));
        assert_eq!(score("art", "A story", How::Strict), None);
    }

    /// How well a word is found by looking at all of a text.
    fn thorough(word: &str, text: &str, shown: usize) -> Option<u32> {
        let score = |(at, _): (usize, &str)| {
            let begins = begins_word(text, at);
            let place = match (at == 0, begins, at < shown) {
                (true, ..) => FIRST,
                (false, true, true) => WORD,
                (false, false, true) => WITHIN,
                (false, true, false) => UNSEEN,
                (false, false, false) => UNSEEN_WITHIN,
            };
            let ends = text[at + word.len()..].chars().next().is_none_or(|c| !c.is_alphanumeric());
            place + if begins && ends { WHOLE } else { 0 }
        };
        text.match_indices(word).map(score).max()
    }

    #[test]
    fn a_quick_look_finds_what_a_thorough_one_does() {
        let texts = [
            "",
            "a",
            "Why I said yes",
            "It is a story, i",
            "so… sososo",
            "ゆっくり走る冬走走走",
            "20% off 20",
            "Übung über alles",
            "a b ab ba",
        ];
        let beside = [&["Values story", "so a"][..], &[], &["走る", "i"]];
        let typed = ["a", "i", "s", "so", "soso", "st", "y", "走", "走走", "20", "u", "ub", "ab", "b", "z", "story"];
        for text in texts {
            for beside in beside {
                let hay = Hay::of(text, beside.iter().copied());
                for typed in typed {
                    let found = hay.rate(&Query::of(typed), How::Strict, |_| 0);
                    assert_eq!(found, thorough(typed, &hay.text, hay.shown), "{typed} in {:?}", hay.text);
                    let word = &Query::of(typed).words[0];
                    let all = loose(&word.each, &hay.text[..hay.shown], &mut Vec::new());
                    assert_eq!(hay.is_loose(word), all, "{typed} in {:?}", hay.text);
                }
            }
        }
    }

    #[test]
    fn longer_words_narrow_what_shorter_ones_find() {
        let narrows = |longer: &str, shorter: &str| Query::of(longer).narrows(&Query::of(shorter));
        assert!(narrows("st", "s") && narrows("story tobi", "st") && narrows("s", "s") && narrows("so ask", "s a"));
        assert!(!narrows("s", "st") && !narrows("ts", "s") && !narrows("s", "s t") && !narrows("s", ""));
    }

    #[test]
    fn letters_may_be_left_out_or_slip_only_where_that_is_asked_for() {
        let forgiven = |typed: &str, text: &str| {
            assert!(!finds(typed, text), "{typed}: {text}");
            score(typed, text, How::Loose).is_some()
        };
        assert!(forgiven("vs", "Add a Values Story"));
        assert!(forgiven("anouncement", "Add an announcement"));
        assert!(forgiven("announcemnt", "Add an announcement"));
        assert!(forgiven("calednar", "Calendar") && forgiven("calenxar", "Calendar") && forgiven("callendar", "Calendar"));
        assert!(forgiven("tbi", "Tobi"));
        assert!(!forgiven("redo", "Read more"));
        assert!(!forgiven("zz", "Calendar"));
    }

    #[test]
    fn what_was_found_is_marked_where_it_stands() {
        assert_eq!(lit("tobi", "20% off the Fjell 2 with TOBI20"), "20% off the Fjell 2 with [TOBI]20");
        assert_eq!(lit("ask tobi", "Tobi’s ask"), "[Tobi]’s [ask]");
        assert_eq!(lit("kaep", "Colin Käpernick"), "Colin [Käp]ernick");
        assert_eq!(lit("str", "Große Straße"), "Große [Str]aße");
        assert_eq!(lit("strass", "Straße"), "[Straß]e");
        assert_eq!(lit("走る", "ゆっくり走る冬"), "ゆっくり[走る]冬");
        assert_eq!(lit("ga gap", "The gap"), "The [gap]");
        assert_eq!(lit("vs", "Values story"), "[V]alues [s]tory");
        assert_eq!(lit("", "Nothing"), "Nothing");
    }

    #[test]
    fn what_is_not_shown_counts_less_and_is_never_marked() {
        let hay = Hay::of("So… I joined a running brand", ["Tobi Achterberg", "Announcement"]);
        let of = |typed: &str| hay.rate(&Query::of(typed), How::Strict, |_| 0);
        assert!(of("tobi").is_some_and(|score| score < WITHIN));
        assert!(of("joined tobi").is_some());
        assert_eq!(of("brandtobi"), None);
        assert_eq!(Query::of("add tobi").without(&hay), Query::of("add"));
        assert!(Query::of("Save as").is("Save as…"));
    }
}
