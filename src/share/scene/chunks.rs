//! Texts in pieces that can be set at once.
//!
//! The typesetter counts the bytes of a run in 16 bits and the characters of one sign in 8. No text that anybody means comes
//! near either, but a plan is a file and can hold anything. What would be too much goes on in a piece of its own, which
//! begins on a new line.

use std::ops::Range;

/// Most bytes of a piece.
const BYTES: usize = 40_000;
/// Most characters in a row that may all belong to one sign.
const SIGN: usize = 200;
/// How far back from its end a piece looks for a blank to end at, in bytes.
const BACK: usize = 2_000;

/// The pieces of a text, in order and without gaps; nearly always one.
pub(super) fn chunks(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let (mut start, mut row, mut before, mut blank) = (0, 0, ' ', 0);
    for (at, c) in text.char_indices() {
        row = if begins_a_sign(c, before) { 0 } else { row + 1 };
        if at - start >= BYTES || row > SIGN {
            let end = if row <= SIGN && blank + BACK > at { blank } else { at };
            out.push(start..end);
            (start, row, blank) = (end, 0, end);
        }
        // Behind a line end a piece would begin with a line that the text does not have.
        if c == ' ' {
            blank = at + 1;
        }
        before = c;
    }
    if start < text.len() {
        out.push(start..text.len());
    }
    out
}

/// Whether a character surely is no part of the sign before it. Of the scripts that build signs from letters, such as those
/// of India, nothing is sure: they have blanks.
fn begins_a_sign(c: char, before: char) -> bool {
    match c {
        '\0'..='\u{2FF}'
        | '\u{370}'..='\u{482}'
        | '\u{48A}'..='\u{58F}'
        | '\u{5D0}'..='\u{5EA}'
        | '\u{620}'..='\u{64A}'
        | '\u{671}'..='\u{6D3}'
        | '\u{E01}'..='\u{E30}'
        | '\u{E81}'..='\u{EB0}'
        | '\u{10A0}'..='\u{10FF}'
        | '\u{1E00}'..='\u{1FFF}'
        | '\u{2010}'..='\u{205E}'
        | '\u{3000}'..='\u{3029}'
        | '\u{3031}'..='\u{3096}'
        | '\u{309B}'..='\u{A4CF}'
        | '\u{AC00}'..='\u{D7A3}'
        | '\u{F900}'..='\u{FAFF}'
        | '\u{FF01}'..='\u{FF9D}'
        | '\u{20000}'..='\u{3FFFF}' => true,
        // Skin tones belong to what is before them, and anything may be joined.
        '\u{1F000}'..='\u{1F3FA}' | '\u{1F400}'..='\u{1FAFF}' => before != '\u{200D}',
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_texts_are_one_piece_and_pieces_are_the_whole_text() {
        assert_eq!(chunks(""), Vec::<Range<usize>>::new());
        let languages = ["Größe und Gewicht. ", "日本語のテキスト", "ทุกคนวิ่งด้วยกัน", "한국어", "नमस्ते दुनिया ", "👩‍👩‍👧🎉", "مرحبا"];
        for text in languages.map(|text| text.repeat(400)) {
            assert_eq!(chunks(&text).len(), 1, "{}", &text[..30]);
        }
        let words = "a word and ".repeat(20_000);
        let marks = "\u{301}".repeat(2_000);
        let joined = "👩\u{200D}".repeat(2_000);
        let letters = "x".repeat(100_000);
        for text in [words, marks, joined, letters, "\n".repeat(100_000)] {
            let found = chunks(&text);
            assert!(found.len() > 1);
            assert_eq!(found.iter().map(|piece| &text[piece.clone()]).collect::<String>(), text);
            assert!(found.iter().all(|piece| !piece.is_empty() && piece.len() <= BYTES + 4));
            if text.starts_with("a word") {
                assert!(found.iter().all(|piece| text[piece.clone()].ends_with(' ')), "pieces end between words");
            }
        }
    }
}
