//! Templates that a user keeps: one file each in a folder beside the preferences, in the form of those in `assets/templates`.
//!
//! A file that cannot be used is one quiet line with its name, and never in the way of the others. A template is asked for by
//! the name of its file without the ending; no such key is the key of a template that comes with the program.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::fs::{self, Base, FsError, FsErrorKind, Stamp};
use super::template::{self, Template, VERSION};
use super::writer::Writer;
use super::{error, lex, limits};
use crate::words::own as say;

/// Most templates of one user; more files than that in the folder are not read.
pub const MOST: usize = 100;
/// Longest key that is made of a name, in characters.
const LONGEST_KEY: usize = 40;
/// How the files end.
const ENDING: &str = "ron";

/// A template of the user, and where it is.
#[derive(Clone, Debug)]
pub struct Own {
    /// The template; its key is the user's own.
    pub template: Template,
    path: PathBuf,
    stamp: Stamp,
}

/// What is in the folder.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    /// The templates, by name.
    pub templates: Vec<Own>,
    /// What was left out and why, a line each.
    pub notices: Vec<String>,
}

impl Shelf {
    /// The template with that key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Own> {
        self.templates.iter().find(|own| own.template.key == key)
    }
}

/// The folder of a user whose preferences are in that file.
#[must_use]
pub fn folder_beside(preferences: &Path) -> PathBuf {
    preferences.with_file_name("templates")
}

/// Reads everything in the folder; one that is not there holds nothing.
#[must_use]
pub fn read(folder: &Path) -> Shelf {
    let mut shelf = Shelf::default();
    let mut files = match fs::files_in(folder, ENDING) {
        Ok(files) => files,
        Err(error) if error.kind == FsErrorKind::NotFound => return shelf,
        Err(error) => {
            shelf.notices.push(say::unreadable(folder.display(), error.message));
            return shelf;
        }
    };
    if files.len() > MOST {
        files.truncate(MOST);
        shelf.notices.push(say::too_many_files(MOST));
    }
    let mut taken: BTreeSet<String> = template::all().iter().map(|built_in| built_in.key.clone()).collect();
    for path in files {
        match read_one(&path) {
            Ok((mut template, stamp)) => {
                let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
                template.key = free(&key_of(&stem), |key| taken.contains(key));
                taken.insert(template.key.clone());
                shelf.templates.push(Own { template, path, stamp });
            }
            Err(why) => {
                let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                shelf.notices.push(say::unreadable(name, why));
            }
        }
    }
    shelf.templates.sort_by_cached_key(|own| (own.template.name.to_lowercase(), own.template.key.clone()));
    shelf
}

/// The version that a file says it has, whatever else is in it: it stands on a line of its own near the beginning.
fn version_of(text: &str) -> u32 {
    let number = |line: &str| line.trim().strip_prefix("version:")?.trim().trim_end_matches(',').parse().ok();
    text.lines().take(20).find_map(number).unwrap_or(VERSION)
}

/// Reads one file, or says in the rest of a sentence why it is left out.
fn read_one(path: &Path) -> Result<(Template, Stamp), String> {
    let (bytes, stamp) = fs::load_at_most(path, limits::TEMPLATE_BYTES).map_err(|error| match error.kind {
        FsErrorKind::TooLarge => say::too_large(limits::readable(limits::TEMPLATE_BYTES)),
        _ => error.message,
    })?;
    let text = std::str::from_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes)).map_err(|_| say::no_template())?;
    // A newer form may hold what this version cannot read, so its number is looked at first.
    if version_of(text) > VERSION {
        return Err(say::newer().to_owned());
    }
    let options = ron::Options::default().with_recursion_limit(limits::DEPTH);
    let template: Template = options.from_str(text).map_err(|_| say::no_template().to_owned())?;
    let sound = !template.name.trim().is_empty() && lex::survey(text).long_text.is_none();
    if !sound || error::check(text, &template.campaign).is_err() {
        return Err(say::no_template().to_owned());
    }
    Ok((template, stamp))
}

/// A key made of a name: lower case letters, digits and dashes, safe as the name of a file anywhere.
fn key_of(name: &str) -> String {
    let mut key = String::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        if c.is_ascii_alphanumeric() {
            key.push(c);
        } else if !key.is_empty() && !key.ends_with('-') {
            key.push('-');
        }
        if key.len() >= LONGEST_KEY {
            break;
        }
    }
    let key = key.trim_end_matches('-');
    // What Windows keeps for devices, and what has no letter that every system knows.
    let device = matches!(key, "con" | "prn" | "aux" | "nul")
        || (key.len() == 4 && (key.starts_with("com") || key.starts_with("lpt")) && key.ends_with(|c: char| c.is_ascii_digit()));
    match (key.is_empty(), device) {
        (true, _) => "template".to_owned(),
        (_, true) => format!("template-{key}"),
        _ => key.to_owned(),
    }
}

/// The key itself, or with the first number that makes it free.
fn free(key: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let mut candidates = std::iter::once(key.to_owned()).chain((2_u32..).map(|number| format!("{key}-{number}")));
    candidates.find(|candidate| !is_taken(candidate)).unwrap_or_else(|| key.to_owned())
}

/// The text of a template's file.
fn written(template: &Template) -> Result<Vec<u8>, FsError> {
    let mut text = Writer::text(template, 4096).map_err(|cause| FsError::new(FsErrorKind::Other, cause.to_string()))?;
    text.push('\n');
    if text.len() as u64 > limits::TEMPLATE_BYTES {
        let message = say::too_large_to_keep(limits::readable(limits::TEMPLATE_BYTES));
        return Err(FsError { kind: FsErrorKind::TooLarge, message, hint: say::hint_one_lane().to_owned() });
    }
    Ok(text.into_bytes())
}

/// Adds a template as a file of its own, and says by which key it is there.
///
/// # Errors
/// When there are [`MOST`] already, it is too large, or the disk refuses.
pub fn add(folder: &Path, mut template: Template) -> Result<String, FsError> {
    let there = match fs::files_in(folder, ENDING) {
        Ok(files) => files,
        Err(error) if error.kind == FsErrorKind::NotFound => Vec::new(),
        Err(error) => return Err(error),
    };
    if there.len() >= MOST {
        let hint = say::hint_remove_one().to_owned();
        return Err(FsError { kind: FsErrorKind::Other, message: say::too_many(MOST), hint });
    }
    let mut taken: BTreeSet<String> = template::all().iter().map(|built_in| built_in.key.clone()).collect();
    // Where upper and lower case are one, so are these names.
    taken.extend(there.iter().filter_map(|path| Some(path.file_stem()?.to_string_lossy().to_lowercase())));
    loop {
        let key = free(&key_of(&template.name), |key| taken.contains(key));
        template.key.clone_from(&key);
        let path = folder.join(format!("{key}.{ENDING}"));
        fs::ensure_folder_of(&path)?;
        match fs::save(&path, &written(&template)?, Base::New) {
            Ok(_) => return Ok(key),
            // Another window was quicker.
            Err(error) if error.kind == FsErrorKind::Exists => taken.insert(key),
            Err(error) => return Err(error),
        };
    }
}

/// Gives a template another name and another line. Its file, and the key it is asked for by, stay.
///
/// # Errors
/// When another program changed or removed the file, or the disk refuses.
pub fn rename(own: &Own, name: &str, line: &str) -> Result<(), FsError> {
    let mut template = own.template.clone();
    template.call(name, line);
    fs::save(&own.path, &written(&template)?, Base::Loaded(own.stamp)).map(|_| ())
}

/// Removes the file of a template; one that is gone already is no matter.
///
/// # Errors
/// When another program changed the file, or the disk refuses.
pub fn remove(own: &Own) -> Result<(), FsError> {
    match fs::remove(&own.path, own.stamp) {
        Err(error) if error.kind == FsErrorKind::NotFound => Ok(()),
        done => done,
    }
}

/// What is wrong where a user has no folder to keep anything in.
#[must_use]
pub fn nowhere() -> FsError {
    FsError { kind: FsErrorKind::NotFound, message: say::nowhere().to_owned(), hint: say::nowhere_hint().to_owned() }
}
