//! Texts without what no file may carry: cleaned once, whatever they are written into.

use super::direction::{FSI, PDI, is_direction};

const PDF: char = '\u{202C}';

/// The text without characters that no format may carry; its line ends are kept.
///
/// Control characters and noncharacters are dropped. Direction controls are balanced within their line: what closes
/// nothing is dropped, what stays open is closed, and a line with others than isolates is isolated, so that they never reach
/// the text around.
#[must_use]
pub fn clean(text: &str) -> String {
    let is_end = |c: char| matches!(c, '\n' | '\r' | '\u{0085}' | '\u{2028}' | '\u{2029}');
    let lines: Vec<String> = text.replace("\r\n", "\n").split(is_end).map(clean_line).collect();
    lines.join("\n")
}

fn clean_line(line: &str) -> String {
    // A line that is isolated already is not isolated once more, so that what went out and came back stays as it is.
    let inner = line.strip_prefix(FSI).and_then(|rest| rest.strip_suffix(PDI));
    if let Some(inner) = inner.filter(|inner| inner.chars().any(is_direction)) {
        let again = directed_line(inner);
        if again.strip_prefix(FSI).and_then(|rest| rest.strip_suffix(PDI)) == Some(inner) {
            return again;
        }
    }
    directed_line(line)
}

fn directed_line(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut open: Vec<char> = Vec::new();
    let mut directed = false;
    for c in line.chars() {
        match c {
            '\t' => out.push(' '),
            '\u{202A}' | '\u{202B}' | '\u{202D}' | '\u{202E}' => {
                directed = true;
                open.push(PDF);
                out.push(c);
            }
            // What is isolated reaches nothing around it by itself.
            '\u{2066}' | '\u{2067}' | FSI => {
                open.push(PDI);
                out.push(c);
            }
            PDF => {
                if open.last() == Some(&PDF) {
                    open.pop();
                    out.push(c);
                }
            }
            PDI => {
                if open.contains(&PDI) {
                    // Closing an isolate closes the embeddings inside it.
                    while let Some(close) = open.pop() {
                        out.push(close);
                        if close == PDI {
                            break;
                        }
                    }
                }
            }
            c if c.is_control() || is_noncharacter(c) => {}
            c => out.push(c),
        }
    }
    out.extend(open.into_iter().rev());
    if directed { format!("{FSI}{out}{PDI}") } else { out }
}

fn is_noncharacter(c: char) -> bool {
    let c = u32::from(c);
    (0xFDD0..=0xFDEF).contains(&c) || c & 0xFFFE == 0xFFFE
}
