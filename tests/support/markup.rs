//! Reads a web page as strictly as none of its readers does: what is not written in the one plain way is a mistake.

#![allow(unreachable_pub, reason = "a file that is included cannot tell how far its items reach")]

/// A piece of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// The beginning of an element, with its attributes.
    Open(String, Vec<(String, String)>),
    /// The end of one.
    Close(String),
    /// Text between the tags, with what its escapes stand for.
    Text(String),
}

/// Elements that hold nothing and have no end.
const VOID: [&str; 4] = ["meta", "img", "br", "hr"];

/// Takes a page apart.
///
/// # Errors
/// Where it is not what a careful writer would have written.
pub fn pieces(page: &str) -> Result<Vec<Piece>, String> {
    let mut rest = page.strip_prefix("<!doctype html>\n").ok_or("the page does not begin as one")?;
    let mut out = Vec::new();
    let mut open: Vec<String> = Vec::new();
    while !rest.is_empty() {
        let (text, tag) = rest.split_once('<').unwrap_or((rest, ""));
        if text.contains('>') {
            return Err(format!("a tag ends where none began: {}", start(text)));
        }
        if !text.trim().is_empty() {
            out.push(Piece::Text(unescaped(text)?));
        }
        if tag.is_empty() {
            break;
        }
        if let Some(name) = tag.strip_prefix('/') {
            let (name, after) = name.split_once('>').ok_or("an end tag does not end")?;
            if open.pop().as_deref() != Some(name) {
                return Err(format!("</{name}> ends what is not open"));
            }
            out.push(Piece::Close(name.to_owned()));
            rest = after;
            continue;
        }
        let (name, attributes, is_closed, after) = opened(tag)?;
        rest = after;
        let is_void = VOID.contains(&name.as_str());
        out.push(Piece::Open(name.clone(), attributes));
        if name == "style" {
            // Nothing but its own end ends a style.
            let (style, after) = rest.split_once("</style>").ok_or("the style does not end")?;
            out.push(Piece::Text(style.to_owned()));
            out.push(Piece::Close(name));
            rest = after;
        } else if !is_closed && !is_void {
            open.push(name);
        }
    }
    if open.is_empty() { Ok(out) } else { Err(format!("left open: {open:?}")) }
}

type Opened<'a> = (String, Vec<(String, String)>, bool, &'a str);

/// A tag, behind its angle.
fn opened(tag: &str) -> Result<Opened<'_>, String> {
    let wrong = || format!("not a plain tag: <{}", start(tag));
    let is_name = |c: char| c.is_ascii_alphanumeric() || c == '-';
    let end = tag.find(|c| !is_name(c)).ok_or_else(wrong)?;
    let (name, mut rest) = tag.split_at(end);
    if !name.starts_with(|c: char| c.is_ascii_lowercase()) {
        return Err(wrong());
    }
    let mut attributes: Vec<(String, String)> = Vec::new();
    loop {
        if let Some(after) = rest.strip_prefix('>') {
            return Ok((name.to_owned(), attributes, false, after));
        }
        if let Some(after) = rest.strip_prefix("/>") {
            return Ok((name.to_owned(), attributes, true, after));
        }
        rest = rest.strip_prefix(' ').ok_or_else(wrong)?;
        let (key, value) = rest.split_once("=\"").ok_or_else(wrong)?;
        if key.is_empty() || !key.chars().all(is_name) || attributes.iter().any(|(known, _)| known == key) {
            return Err(wrong());
        }
        let (value, after) = value.split_once('"').ok_or_else(wrong)?;
        if value.contains(['<', '>']) {
            return Err(wrong());
        }
        attributes.push((key.to_owned(), unescaped(value)?));
        rest = after;
    }
}

/// What the escapes stand for; a sign that is none of these is a mistake.
fn unescaped(text: &str) -> Result<String, String> {
    const KNOWN: [(&str, char); 9] = [
        ("amp;", '&'),
        ("lt;", '<'),
        ("gt;", '>'),
        ("quot;", '"'),
        ("#38;", '&'),
        ("#60;", '<'),
        ("#62;", '>'),
        ("#34;", '"'),
        ("#39;", '\''),
    ];
    let mut out = String::new();
    let mut parts = text.split('&');
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let known = KNOWN.iter().find_map(|(name, sign)| part.strip_prefix(name).map(|rest| (*sign, rest)));
        let (sign, rest) = known.ok_or_else(|| format!("an escape that is none: &{}", start(part)))?;
        out.push(sign);
        out.push_str(rest);
    }
    Ok(out)
}

fn start(text: &str) -> String {
    text.chars().take(60).collect()
}
