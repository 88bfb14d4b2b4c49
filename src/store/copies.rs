//! Conflicted copies: what sync clients put beside a plan when two computers wrote it at once. They are known by their names,
//! each client having its own, and by the id of the plan inside.

use std::fmt::Write as _;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use super::fs::{self, FsError, Stamp};
use super::home::Home;
use super::{format, lex};
use crate::model::PlanId;

/// Whose habit a name is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Maker {
    /// "plan (Ada's conflicted copy 2027-09-02).moments".
    Dropbox,
    /// "plan-STUDIO.moments".
    OneDrive,
    /// "plan (1).moments".
    GoogleDrive,
    /// "plan.sync-conflict-20270902-140200-ABCDEFG.moments".
    Syncthing,
    /// "plan (conflicted copy 2027-09-02 140200).moments".
    Nextcloud,
    /// "plan 2.moments".
    ICloud,
    /// "plan (conflict 2027-09-02 studio).moments", which we write ourselves.
    Ours,
}

/// A file beside the plan that holds the same plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Copy {
    /// The file.
    pub path: PathBuf,
    /// Whose habit the name is.
    pub maker: Maker,
    /// The file beside is the original, and the plan that was asked about the copy.
    pub is_original: bool,
}

/// More siblings than that are not told about: the first ones are enough to look after.
const MOST: usize = 20;

/// How much of a file is read to see which plan it holds.
const HEAD: u64 = 4096;

/// Copies of the plan beside its file, and the original where the file itself is a copy; sorted by path.
#[must_use]
pub fn copies_of(path: &Path, plan: PlanId, home: Option<&Home>) -> Vec<Copy> {
    let ignored = home.map(ignored).unwrap_or_default();
    let (Some(folder), Some(own)) = (folder_of(path), stem(path)) else { return Vec::new() };
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or("moments");
    let Ok(files) = fs::files_in(folder, ending) else { return Vec::new() };
    let by_name = files.into_iter().filter(|other| other.file_name() != path.file_name()).filter_map(|other| {
        let name = stem(&other)?;
        let (maker, is_original) = match (maker_of(&own, &name), maker_of(&name, &own)) {
            (Some(maker), _) => (maker, false),
            (None, Some(maker)) => (maker, true),
            (None, None) => return None,
        };
        Some(Copy { path: other, maker, is_original })
    });
    let known = |path: &Path| !ignored.is_empty() && key(path).is_some_and(|key| ignored.lines().any(|line| line == key));
    by_name.filter(|copy| holds(&copy.path, plan) && !known(&copy.path)).take(MOST).collect()
}

/// Remembers that a copy, as it is now, is meant to be there.
///
/// # Errors
/// When the disk refuses.
pub fn ignore(home: &Home, copy: &Path) -> Result<(), FsError> {
    let Some(key) = key(copy) else { return Ok(()) };
    let mut lines = ignored(home);
    lines.push_str(&key);
    lines.push('\n');
    // The oldest go: nobody is helped by a file that only grows.
    let start = lines.len().saturating_sub(MOST_IGNORED / 2);
    let start = lines.get(start..).and_then(|rest| rest.find('\n')).map_or(0, |at| if start == 0 { 0 } else { start + at + 1 });
    let place = place(home);
    fs::ensure_folder_of(&place)?;
    fs::save_private(&place, lines.get(start..).unwrap_or_default().as_bytes()).map(|_| ())
}

/// More is not read of what was ignored, in bytes.
const MOST_IGNORED: usize = 64 * 1024;

fn place(home: &Home) -> PathBuf {
    home.root().join("copies")
}

fn ignored(home: &Home) -> String {
    let read = fs::load_at_most(&place(home), MOST_IGNORED as u64);
    read.ok().and_then(|(bytes, _)| String::from_utf8(bytes).ok()).unwrap_or_default()
}

/// Names a copy as it is: another content under the same name is another copy.
fn key(copy: &Path) -> Option<String> {
    let mut bytes = copy.as_os_str().as_encoded_bytes().to_owned();
    bytes.extend(fs::load(copy).ok()?.1.hash());
    let mut key = String::new();
    for byte in Stamp::of(&bytes).hash().iter().take(16) {
        let _never_fails = write!(key, "{byte:02x}");
    }
    Some(key)
}

/// What the copy that we make ourselves is called; `number` from 2 on where that name is taken. A copy of a copy is one of
/// the plan, and is called so.
#[must_use]
pub fn conflict_name(path: &Path, day: &str, host: &str, number: u32) -> PathBuf {
    let own = stem(path).unwrap_or_default();
    let own = without_conflict(&own);
    let host: String = host.chars().filter(|c| c.is_alphanumeric() || *c == '-').take(40).collect();
    let host = if host.is_empty() { String::new() } else { format!(" {host}") };
    let number = if number < 2 { String::new() } else { format!(" {number}") };
    let ending = path.extension().map_or_else(|| "moments".to_owned(), |ending| ending.to_string_lossy().into_owned());
    path.with_file_name(format!("{own} (conflict {day}{host}{number}).{ending}"))
}

/// A name without what [`conflict_name`] put behind it, however often.
fn without_conflict(mut name: &str) -> &str {
    while let Some((own, rest)) = name.strip_suffix(')').and_then(|rest| rest.rsplit_once(" (conflict ")) {
        let is_day = rest.len() >= 10 && rest.bytes().take(10).all(|byte| byte.is_ascii_digit() || byte == b'-');
        if own.is_empty() || !is_day {
            break;
        }
        name = own;
    }
    name
}

/// Whose copy of `own` a file named `other` is, if it is one; both without their endings.
fn maker_of(own: &str, other: &str) -> Option<Maker> {
    let rest = other.strip_prefix(own)?;
    if rest.starts_with(".sync-conflict-") {
        return Some(Maker::Syncthing);
    }
    if let Some(inner) = rest.strip_prefix(" (").and_then(|rest| rest.strip_suffix(')')) {
        return if inner.starts_with("conflict ") {
            Some(Maker::Ours)
        } else if inner.starts_with("conflicted copy ") {
            Some(Maker::Nextcloud)
        } else if inner.contains("conflicted copy") {
            Some(Maker::Dropbox)
        } else {
            is_count(inner).then_some(Maker::GoogleDrive)
        };
    }
    if rest.starts_with("_conflict-") {
        return Some(Maker::Nextcloud);
    }
    if let Some(number) = rest.strip_prefix(' ') {
        return is_count(number).then_some(Maker::ICloud);
    }
    let host = rest.strip_prefix('-')?;
    is_host(host).then_some(Maker::OneDrive)
}

/// A number as clients count copies: short, and not a year.
fn is_count(text: &str) -> bool {
    (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The name of a computer as Windows and macOS give them: capitals and digits, or one with "Mac" in it. A person who writes
/// "plan-v2" or "plan-final" means another version, not another computer.
fn is_host(text: &str) -> bool {
    let plain = text.len() >= 4 && text.len() <= 63 && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let capitals = text.chars().any(|c| c.is_ascii_uppercase()) && !text.chars().any(|c| c.is_ascii_lowercase());
    plain && (capitals || text.contains("Mac"))
}

/// Whether a file holds that plan, by its head alone.
fn holds(path: &Path, plan: PlanId) -> bool {
    // A pipe of that name would keep us waiting for ever.
    if !std::fs::metadata(path).is_ok_and(|found| found.is_file()) {
        return false;
    }
    let mut head = Vec::new();
    let read = std::fs::File::open(path).and_then(|file| file.take(HEAD).read_to_end(&mut head));
    if read.is_err() || !format::begins_like_a_plan(&head) {
        return false;
    }
    let (text, id) = (String::from_utf8_lossy(&head), plan.to_string());
    lex::entries(&text).iter().any(|entry| entry.field == "id" && entry.value == id)
}

fn folder_of(path: &Path) -> Option<&Path> {
    path.parent().map(|folder| if folder.as_os_str().is_empty() { Path::new(".") } else { folder })
}

fn stem(path: &Path) -> Option<String> {
    path.file_stem().map(|stem| stem.to_string_lossy().into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_client_is_known_by_its_habit_and_people_are_not() {
        for (name, maker) in [
            ("plan (Ada's conflicted copy 2027-09-02)", Maker::Dropbox),
            ("plan (conflicted copy 2027-09-02 140200)", Maker::Nextcloud),
            ("plan_conflict-20270902-140200", Maker::Nextcloud),
            ("plan-DESKTOP-4F2K", Maker::OneDrive),
            ("plan-Adas-MacBook-Pro", Maker::OneDrive),
            ("plan (1)", Maker::GoogleDrive),
            ("plan.sync-conflict-20270902-140200-ABCDEFG", Maker::Syncthing),
            ("plan 2", Maker::ICloud),
            ("plan (conflict 2027-09-02 studio)", Maker::Ours),
        ] {
            assert_eq!(maker_of("plan", name), Some(maker), "{name}");
        }
        for name in [
            "plan",
            "plan v2",
            "plan-v2",
            "plan-final",
            "plan (client)",
            "plan 2027",
            "plan (2027)",
            "planner",
            "my plan",
            "plan-EN",
        ] {
            assert_eq!(maker_of("plan", name), None, "{name}");
        }
    }

    #[test]
    fn our_own_copy_has_a_name_that_every_system_takes() {
        let name = |host: &str, number| conflict_name(Path::new("a/plan.moments"), "2027-09-02", host, number);
        assert_eq!(name("studio", 1), Path::new("a/plan (conflict 2027-09-02 studio).moments"));
        assert_eq!(name("", 1), Path::new("a/plan (conflict 2027-09-02).moments"));
        assert_eq!(name("../x:y", 3), Path::new("a/plan (conflict 2027-09-02 xy 3).moments"));
        for copy in
            ["a/plan (conflict 2027-09-01 office).moments", "a/plan (conflict 2027-09-01) (conflict 2027-09-02 x).moments"]
        {
            assert_eq!(conflict_name(Path::new(copy), "2027-09-02", "studio", 1), name("studio", 1), "{copy}");
        }
        let people = conflict_name(Path::new("a/plan (conflict of interest).moments"), "2027-09-02", "", 1);
        assert_eq!(people, Path::new("a/plan (conflict of interest) (conflict 2027-09-02).moments"));
        assert_eq!(maker_of("plan", &stem(&name("", 2)).unwrap()), Some(Maker::Ours));
    }
}
