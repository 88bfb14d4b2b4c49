//! What the fuzzer found, and files as people have them, through every reader; and the same with damage done to them.

use std::path::{Path, PathBuf};

use crate::plans::Dice;
use crate::readers::READERS;

/// Damaged versions of each file that each reader gets.
const DAMAGED: usize = 12;
/// Larger files are read once, and not with damage: a test has seconds.
const MOST: usize = 40_000;

/// The files of some folders of fixtures, with their names.
fn files(folders: &[&str]) -> Vec<(String, Vec<u8>)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths: Vec<PathBuf> = Vec::new();
    for folder in folders {
        let entries = std::fs::read_dir(root.join(folder)).unwrap();
        paths.extend(entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()));
    }
    paths.sort();
    paths.into_iter().map(|path| (path.display().to_string(), std::fs::read(&path).unwrap())).collect()
}

#[test]
fn what_was_found_once_does_no_harm_again() {
    let found = files(&["tests/fixtures/found"]);
    for (name, bytes) in &found {
        let file = Path::new(name).file_name().unwrap().to_string_lossy();
        assert!(
            READERS.iter().any(|(reader, _)| file.starts_with(&format!("{reader}-"))),
            "{name} begins with the name of a reader"
        );
        for (_, reader) in READERS {
            reader(bytes);
        }
    }
    assert!(!found.is_empty());
}

#[test]
fn every_reader_takes_every_file_and_what_is_left_of_it() {
    let files = files(&["tests/fixtures", "tests/fixtures/tables", "tests/fixtures/pictures", "assets/templates"]);
    let mut dice = Dice::new(6);
    for (name, bytes) in files.iter().filter(|(_, bytes)| bytes.len() <= MOST) {
        for (reader, read) in READERS {
            read(bytes);
            for nth in 0..DAMAGED {
                let damaged = damage(bytes, &mut dice);
                let survived = std::panic::catch_unwind(|| read(&damaged)).is_ok();
                assert!(survived, "{reader} on {name}, the {nth}th time: {:?}", String::from_utf8_lossy(&damaged));
            }
        }
    }
    assert!(files.len() > 10);
}

/// The same bytes with a part missing, twice, or changed.
fn damage(bytes: &[u8], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=dice.below(4) {
        if bytes.is_empty() {
            break;
        }
        let (from, to) = (dice.below(bytes.len()), dice.below(bytes.len()));
        let (from, to) = (from.min(to), from.max(to));
        match dice.below(5) {
            0 => bytes.truncate(from),
            1 => drop(bytes.drain(from..to)),
            2 => {
                let part = bytes[from..to.min(from + 4000)].to_vec();
                bytes.splice(to..to, part);
            }
            3 => bytes[from] ^= 1 << dice.below(8),
            _ => bytes[from] = dice.pick(b"\0\"'()[]{},:;-+.0159eNaif\n\t/*\\#\xff\xc3"),
        }
    }
    bytes
}
