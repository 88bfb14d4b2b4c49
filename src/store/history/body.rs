//! The bytes of a plan without its pictures, and back, byte for byte, whatever the bytes are.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::model::PictureId;
use crate::store::fs::FsError;

/// What stands before the text of a picture in a plan.
const BEFORE: &[u8] = b"data: \"";
/// Shorter ones are not worth a file of their own.
const SHORTEST: usize = 512;

/// Where a picture was taken out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cut {
    /// The place in the bytes that are left.
    pub(super) at: usize,
    /// Which picture belongs there.
    pub(super) picture: PictureId,
}

/// Takes the pictures out and hands each to `shelve`. What is put back by [`join`] is exactly what was taken, because only a
/// text that a picture gives again is taken.
pub(super) fn split(
    bytes: &[u8],
    mut shelve: impl FnMut(&[u8]) -> Result<PictureId, FsError>,
) -> Result<(Vec<u8>, Vec<Cut>), FsError> {
    let (mut body, mut cuts) = (Vec::with_capacity(bytes.len().min(1 << 20)), Vec::new());
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let begin = (line.len() > SHORTEST).then(|| line.windows(BEFORE.len()).position(|window| window == BEFORE)).flatten();
        let taken = begin.map(|begin| begin + BEFORE.len()).and_then(|begin| {
            let rest = line.get(begin..)?;
            let length = rest.iter().position(|byte| *byte == b'"').filter(|length| *length >= SHORTEST)?;
            let text = rest.get(..length)?;
            let picture = STANDARD.decode(text).ok().filter(|picture| STANDARD.encode(picture).as_bytes() == text)?;
            Some((line.get(..begin)?, picture, rest.get(length..)?))
        });
        match taken {
            None => body.extend_from_slice(line),
            Some((before, picture, after)) => {
                body.extend_from_slice(before);
                cuts.push(Cut { at: body.len(), picture: shelve(&picture)? });
                body.extend_from_slice(after);
            }
        }
    }
    Ok((body, cuts))
}

/// Puts the pictures back; one that `take` has not leaves its place empty. Says whether all were there.
pub(super) fn join(body: &[u8], cuts: &[Cut], mut take: impl FnMut(PictureId) -> Option<Vec<u8>>) -> (Vec<u8>, bool) {
    let (mut bytes, mut from, mut whole) = (Vec::with_capacity(body.len()), 0, true);
    for cut in cuts {
        bytes.extend_from_slice(body.get(from..cut.at).unwrap_or_default());
        from = cut.at.max(from);
        match take(cut.picture) {
            Some(picture) => bytes.extend_from_slice(STANDARD.encode(picture).as_bytes()),
            None => whole = false,
        }
    }
    bytes.extend_from_slice(body.get(from..).unwrap_or_default());
    (bytes, whole)
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use sha2::{Digest as _, Sha256};

    use super::*;

    fn there_and_back(bytes: &[u8]) -> usize {
        let mut shelf = HashMap::new();
        let (body, cuts) = split(bytes, |picture| {
            let id = PictureId(Sha256::digest(picture).into());
            shelf.insert(id, picture.to_vec());
            Ok(id)
        })
        .unwrap();
        assert_eq!(join(&body, &cuts, |id| shelf.get(&id).cloned()), (bytes.to_vec(), true));
        cuts.len()
    }

    #[test]
    fn whatever_the_bytes_are_they_come_back() {
        let picture = STANDARD.encode(vec![7; 1000]);
        assert_eq!(
            there_and_back(format!("(\n  (id: 1, data: \"{picture}\", x: 2),\n  (data: \"{picture}\")\n)\n").as_bytes()),
            2
        );
        for odd in [
            String::new(),
            "data: \"".into(),
            format!("data: \"{picture}"),
            format!("data: \"{}*\"", &picture[1..]),
            format!("data: \"{picture}\"data: \"{picture}\""),
            format!("\u{feff}data: \"{picture}=\"\r\n"),
            "data: \"\0\"\n".repeat(200),
        ] {
            there_and_back(odd.as_bytes());
        }
        // Base64 that another program wrote, with bits that mean nothing, is left as it is.
        assert_eq!(there_and_back(format!("data: \"{}AB==\"", "AAAA".repeat(300)).as_bytes()), 0);
    }
}
