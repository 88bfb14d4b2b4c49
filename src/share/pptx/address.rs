//! Addresses that leave a deck: only those that may be opened, written so that every reader takes them for addresses.

use std::fmt::Write as _;

/// The address as it may stand in a file; `None` when it is not one that may be opened, or not one at all.
///
/// A slide editor calls a file damaged for one address that it cannot read, so what is allowed nowhere in an address is
/// written as its bytes, and an address without a host is no address.
pub(super) fn outside(address: &str) -> Option<String> {
    let (scheme, rest) = address.trim().split_once(':')?;
    let scheme = scheme.to_ascii_lowercase();
    match scheme.as_str() {
        "http" | "https" => {
            let rest = rest.strip_prefix("//")?;
            let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
            let (host, path) = rest.split_at(end);
            is_host(host).then(|| format!("{scheme}://{host}{}", written(path)))
        }
        "mailto" => {
            let (who, _) = rest.split_once('?').unwrap_or((rest, ""));
            let (name, host) = who.split_once('@')?;
            (!name.is_empty() && is_host(host)).then(|| format!("mailto:{}", written(rest)))
        }
        _ => None,
    }
}

/// Whether it is a name of a computer, with or without a port.
fn is_host(host: &str) -> bool {
    let (name, port) = host.split_once(':').unwrap_or((host, "80"));
    let is_label = |part: &str| {
        !part.is_empty()
            && part.len() <= 63
            && !part.starts_with('-')
            && !part.ends_with('-')
            && part.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    port.parse::<u16>().is_ok() && name.len() <= 253 && name.split('.').all(is_label)
}

/// The bytes of what no address may hold as two digits each.
fn written(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    let bytes = path.as_bytes();
    for (at, &byte) in bytes.iter().enumerate() {
        let is_escape = byte == b'%' && bytes.get(at + 1..at + 3).is_some_and(|two| two.iter().all(u8::is_ascii_hexdigit));
        // A second number sign would begin a second place on the page.
        let again = byte == b'#' && bytes.get(..at).is_some_and(|before| before.contains(&b'#'));
        let plain = byte.is_ascii_alphanumeric() || b"-._~/?#@!$&'()*+,;=:".contains(&byte);
        if is_escape || (plain && !again) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_that_may_be_opened_leave() {
        for (address, expected) in [
            ("https://example.org/a b?c=\"d\"#e#f", Some("https://example.org/a%20b?c=%22d%22#e%23f")),
            ("HTTP://example.org", Some("http://example.org")),
            ("https://bücher.example/ü%20", Some("https://bücher.example/%C3%BC%20")),
            ("https://example.org:8080/100%", Some("https://example.org:8080/100%25")),
            ("mailto:a@b.example?subject=Hi there", Some("mailto:a@b.example?subject=Hi%20there")),
            ("mailto:nobody", None),
            ("http://", None),
            ("https://a..b", None),
            ("https://[x", None),
            ("https://user@example.org", None),
            ("file://server/share", None),
            ("\\\\server\\share", None),
            ("javascript:alert(1)", None),
            ("", None),
        ] {
            assert_eq!(outside(address).as_deref(), expected, "{address}");
        }
    }
}
