//! How letters were saved: a table of text does not say it. What is UTF-8 or UTF-16 shows by itself; of all other encodings
//! one is taken that fits most tables of European offices, and whoever sees wrong letters chooses another.

use std::borrow::Cow;

use encoding_rs::{BIG5, EUC_KR, GB18030, MACINTOSH, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1251, WINDOWS_1252};

use super::read::ReadError;
use crate::model::record::closed;
use crate::words::import as say;

closed! {
    /// An encoding that can be chosen.
    pub enum Encoding {
        /// UTF-8.
        Utf8 = "utf_8",
        /// Windows-1252, of Western Europe.
        Windows1252 = "windows_1252",
        /// Shift-JIS, of Japan.
        ShiftJis = "shift_jis",
        /// GB18030, of China.
        Gb18030 = "gb18030",
        /// Big5, of Taiwan and Hong Kong.
        Big5 = "big5",
        /// EUC-KR, of Korea.
        EucKr = "euc_kr",
        /// Windows-1251, Cyrillic.
        Windows1251 = "windows_1251",
        /// Mac Roman, of older Macs.
        MacRoman = "mac_roman",
    }
}

impl Encoding {
    /// What it is called where it is chosen.
    #[must_use]
    pub fn name(self) -> &'static str {
        say::encoding(self.key())
    }

    fn table(self) -> &'static encoding_rs::Encoding {
        match self {
            Self::Utf8 => UTF_8,
            Self::Windows1252 => WINDOWS_1252,
            Self::ShiftJis => SHIFT_JIS,
            Self::Gb18030 => GB18030,
            Self::Big5 => BIG5,
            Self::EucKr => EUC_KR,
            Self::Windows1251 => WINDOWS_1251,
            Self::MacRoman => MACINTOSH,
        }
    }
}

/// A text, and how it was read.
pub(super) struct Decoded {
    pub(super) text: String,
    /// The encoding that was taken or said; none where the text shows by itself how it was saved.
    pub(super) encoding: Option<Encoding>,
    /// Some letters are none of that encoding.
    pub(super) unread: bool,
}

/// Reads a text, in the encoding that was said unless the text itself shows another.
pub(super) fn decode(bytes: &[u8], said: Option<Encoding>) -> Result<Decoded, ReadError> {
    let broken = || ReadError::new(say::not_text(), say::hint_utf8());
    let utf16 = |bytes: &[u8], encoding: &'static encoding_rs::Encoding| {
        encoding.decode_without_bom_handling_and_without_replacement(bytes).map(Cow::into_owned).ok_or_else(broken)
    };
    let plain = |text: String| Decoded { text, encoding: None, unread: false };
    let decoded = if let Some(rest) = bytes.strip_prefix(&[0xFF, 0xFE]) {
        plain(utf16(rest, UTF_16LE)?)
    } else if let Some(rest) = bytes.strip_prefix(&[0xFE, 0xFF]) {
        plain(utf16(rest, UTF_16BE)?)
    } else {
        let rest = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(bytes);
        match (unmarked_utf16(rest), std::str::from_utf8(rest)) {
            (Some(encoding), _) => plain(utf16(rest, encoding)?),
            (None, Ok(text)) => plain(text.to_owned()),
            (None, Err(_)) => {
                let encoding = said.unwrap_or(Encoding::Windows1252);
                let (text, unread) = encoding.table().decode_without_bom_handling(rest);
                // Five bytes are no letters in Windows-1252, and others are none in what is said.
                let unread = unread || text.chars().any(|c| matches!(c, '\u{80}'..='\u{9f}'));
                let unread = unread || (said.is_none() && looks_wrong(&text));
                Decoded { text: text.into_owned(), encoding: Some(encoding), unread }
            }
        }
    };
    // A table has no such characters; what has them is a program, a picture, or damaged. Letters that are none in the encoding
    // are not counted: the text may be in another one.
    let is_odd = |c: &char| c.is_ascii_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}');
    let odd = decoded.text.chars().filter(is_odd).count();
    if decoded.text.contains('\0') || odd * 20 > decoded.text.chars().count() {
        return Err(broken());
    }
    Ok(decoded)
}

/// Whether a text that was taken for one of Western Europe has signs in its words that no word there has: a quotation mark or a
/// bullet between two letters, a capital that only a few languages know in the middle of a word.
fn looks_wrong(text: &str) -> bool {
    let (mut before, mut at) = (' ', ' ');
    for next in text.chars().chain([' ']) {
        let is_wrong = match at {
            '‚' | '„' | '“' | '”' | '•' | '†' | '‡' | 'ˆ' | '‰' | '‹' | '›' | '˜' => {
                before.is_alphanumeric() && next.is_alphanumeric()
            }
            'ƒ' => before.is_alphanumeric() || next.is_alphanumeric(),
            'Š' | 'Ž' | 'Œ' | 'Ÿ' => before.is_alphabetic() && next.is_lowercase(),
            _ => false,
        };
        if is_wrong {
            return true;
        }
        (before, at) = (at, next);
    }
    false
}

/// Text in two bytes a character without the mark that says so: every other byte of the beginning is zero.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let head = bytes.get(..bytes.len().min(400) & !1)?;
    let zeros = |from: usize| head.iter().skip(from).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, pairs) = (zeros(0), zeros(1), head.len() / 2);
    if pairs < 2 {
        None
    } else if odd * 10 >= pairs * 7 && even == 0 {
        Some(UTF_16LE)
    } else if even * 10 >= pairs * 7 && odd == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_read_in_the_encoding_that_is_said() {
        for (encoding, text) in [
            (Encoding::ShiftJis, "日付,クリエイター"),
            (Encoding::Gb18030, "日期,创作者"),
            (Encoding::Big5, "日期,創作者"),
            (Encoding::EucKr, "날짜,크리에이터"),
            (Encoding::Windows1251, "Дата,Автор"),
            (Encoding::MacRoman, "Frühling,Zoë"),
            (Encoding::Windows1252, "Frühling,Zoë"),
        ] {
            let (bytes, ..) = encoding.table().encode(text);
            let read = decode(&bytes, Some(encoding)).unwrap();
            assert_eq!((read.text.as_str(), read.encoding, read.unread), (text, Some(encoding), false));
        }
        let (bytes, ..) = SHIFT_JIS.encode("日付,クリエイター");
        assert!(decode(&bytes, None).unwrap().unread && decode(&bytes, Some(Encoding::Utf8)).unwrap().unread);
        let (bytes, ..) = MACINTOSH.encode("Zoë Müller");
        assert!(decode(&bytes, None).unwrap().unread);
        for text in ["„Wort“ – Zoë’s “day” … 5 €", "Škoda, Œuvre, ŽIŽEK, Citroën", "été • hiver"] {
            let (bytes, ..) = WINDOWS_1252.encode(text);
            assert!(!decode(&bytes, None).unwrap().unread, "{text}");
        }
        // What shows by itself how it was saved is not asked.
        let read = decode("日付".as_bytes(), Some(Encoding::ShiftJis)).unwrap();
        assert_eq!((read.text.as_str(), read.encoding), ("日付", None));
    }
}
