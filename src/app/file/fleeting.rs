//! Folders in which no plan is safe: what the system empties, and what an update replaces.

use std::path::{Path, PathBuf};

use crate::words::conflict as say;

/// What is to be said of a plan in that place; `None` for most places.
pub(super) fn warning(path: &Path) -> Option<&'static str> {
    let variable = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let emptied = ["TMPDIR", "TEMP", "TMP"].into_iter().filter_map(variable);
    let emptied = emptied.chain(["/tmp", "/var/tmp", "/dev/shm"].map(PathBuf::from));
    let programs = ["ProgramFiles", "ProgramFiles(x86)", "ProgramW6432", "SystemRoot"].into_iter().filter_map(variable);
    let programs = programs.chain(["/usr", "/opt", "/snap", "/Applications", "/System"].map(PathBuf::from));
    lies_in(path, emptied).then(say::notice_fleeting).or_else(|| lies_in(path, programs).then(say::notice_program_folder))
}

fn lies_in(path: &Path, mut folders: impl Iterator<Item = PathBuf>) -> bool {
    folders.any(|folder| folder.is_absolute() && path.starts_with(&folder))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_places_that_are_emptied_or_replaced_are_warned_of() {
        assert_eq!(warning(Path::new("/tmp/extracted/plan.moments")), Some(say::notice_fleeting()));
        assert_eq!(warning(Path::new("/opt/momentboard/plan.moments")), Some(say::notice_program_folder()));
        for safe in ["/home/ada/plans/plan.moments", "/home/ada/tmp/plan.moments", "/srv/opt/plan.moments", "plan.moments"] {
            assert_eq!(warning(Path::new(safe)), None, "{safe}");
        }
    }
}
