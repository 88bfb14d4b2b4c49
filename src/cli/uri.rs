//! A path as a URI reference: what a program that reads our output resolves against the folder it runs in.

use std::fmt::Write as _;
use std::path::{Component, Path, Prefix};

/// `plans/caf%C3%A9%20au%20lait.moments`; `file:///…` for a path that begins at the root.
pub(super) fn of(path: &Path) -> String {
    let mut uri = String::new();
    for part in path.components() {
        let text = match part {
            Component::Prefix(prefix) => {
                match prefix.kind() {
                    Prefix::Disk(letter) | Prefix::VerbatimDisk(letter) => {
                        let _ = write!(uri, "file:///{}:", char::from(letter));
                    }
                    _ => {
                        uri.push_str("file:");
                        escape(prefix.as_os_str().as_encoded_bytes(), &mut uri);
                    }
                }
                continue;
            }
            Component::RootDir => {
                if uri.is_empty() {
                    uri.push_str("file://");
                }
                uri.push('/');
                continue;
            }
            Component::CurDir => continue,
            Component::ParentDir => b"..".as_slice(),
            Component::Normal(name) => name.as_encoded_bytes(),
        };
        if !uri.is_empty() && !uri.ends_with('/') {
            uri.push('/');
        }
        escape(text, &mut uri);
    }
    uri
}

/// Everything but the unreserved characters of RFC 3986 is written by its bytes. A colon, too: in the first part of a relative
/// path it would be taken for a scheme.
fn escape(bytes: &[u8], uri: &mut String) {
    for &byte in bytes {
        match byte {
            b'\\' if cfg!(windows) => uri.push('/'),
            b'-' | b'.' | b'_' | b'~' => uri.push(char::from(byte)),
            b if b.is_ascii_alphanumeric() => uri.push(char::from(b)),
            b => {
                let _ = write!(uri, "%{b:02X}");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_survives_being_a_uri() {
        let cases = [
            ("autumn.moments", "autumn.moments"),
            ("./plans/autumn.moments", "plans/autumn.moments"),
            ("../a b/50%#1?.moments", "../a%20b/50%25%231%3F.moments"),
            ("café:1.moments", "caf%C3%A9%3A1.moments"),
        ];
        for (path, uri) in cases {
            assert_eq!(of(Path::new(path)), uri);
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_path_from_the_root_names_its_scheme() {
        assert_eq!(of(Path::new("/srv/plan s/a.moments")), "file:///srv/plan%20s/a.moments");
    }
}
