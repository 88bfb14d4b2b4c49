//! Asking for paths, and what is done with the one that was chosen.

use std::path::{Path, PathBuf};

use super::super::house::Reading;
use super::super::jobs::{Done, Purpose, Target, Work};
use super::super::{App, Dialogs};
use super::{EXTENSION, Overwriting};
use crate::share::Format;
use crate::store::fs::Base;
use crate::ui::dialogs::KitFile;
use crate::ui::share::data::format_name;
use crate::ui::share::slug;
use crate::ui::view::LookOnly;
use crate::words::{brand_kit, conflict, house, import, share_dialog, window as say};

/// The endings of files that hold a plan, its own and documents in which one travels, and of tables that one can be made of.
pub(in crate::app) const OPENED: [&str; 11] =
    [EXTENSION, "ron", "pdf", "pptx", "html", "htm", "xlsx", "xlsm", "csv", "tsv", "tab"];

impl App {
    /// Asks for a path: with the dialog of the system, or with a field in the window where there is none.
    pub(in crate::app) fn pick(&mut self, ctx: &egui::Context, purpose: Purpose) {
        // What is not understood in full cannot be written anywhere: saving is refused before a path is asked for.
        if let (Purpose::Save, Some(LookOnly::Newer(_))) = (purpose, &self.plan.file.look_only) {
            return self.tell(say::cannot_save(), conflict::why_newer(), "");
        }
        let suggested = self.suggested_name(purpose);
        if self.rim.dialogs == Dialogs::InWindow {
            self.ask_path(purpose, &suggested);
            return;
        }
        let mut dialog = rfd::AsyncFileDialog::new();
        if let Some(folder) = self.folder_for(purpose) {
            dialog = dialog.set_directory(folder);
        }
        // The future has to be made here, on the thread of the window; waiting for it must not be.
        let answer: std::pin::Pin<Box<dyn Future<Output = Option<rfd::FileHandle>> + Send>> = match purpose {
            Purpose::Open => Box::pin(dialog.add_filter(say::opened_files(), &OPENED).pick_file()),
            Purpose::Save => Box::pin(dialog.add_filter(say::plan_files(), &[EXTENSION]).set_file_name(suggested).save_file()),
            Purpose::House => Box::pin(dialog.add_filter(house::house_files(), &["ron"]).pick_file()),
            Purpose::Import | Purpose::NewFromTable => {
                Box::pin(dialog.add_filter(import::table_files(), super::super::import::ENDINGS).pick_file())
            }
            Purpose::Kit(KitFile::Save) => {
                Box::pin(dialog.add_filter(brand_kit::kit_files(), &["ron"]).set_file_name(suggested).save_file())
            }
            Purpose::Kit(KitFile::Load) => Box::pin(dialog.add_filter(brand_kit::kit_files(), &["ron", EXTENSION]).pick_file()),
            Purpose::Kit(KitFile::Heading | KitFile::Body) => {
                Box::pin(dialog.add_filter(brand_kit::font_files(), &["ttf", "otf"]).pick_file())
            }
            Purpose::Picture(_) | Purpose::Kit(KitFile::Logo | KitFile::Cover) => {
                let endings = ["png", "jpg", "jpeg", "webp", "gif"];
                Box::pin(dialog.add_filter(brand_kit::picture_files(), &endings).pick_file())
            }
            Purpose::Share => {
                let format = self.shared_format();
                let name = share_dialog::files(format_name(format));
                Box::pin(dialog.add_filter(name, endings(format)).set_file_name(suggested).save_file())
            }
        };
        self.jobs().run(ctx, Work::Pick, say::picking(), move || {
            let timer = super::super::clock::Stopwatch::start();
            let path = pollster::block_on(answer).map(|file| file.path().to_owned());
            let opened = path.is_some() || timer.longer_than_a_blink();
            Done::Picked { purpose, path, opened }
        });
    }

    /// The folder in which a file is looked for first: that of the picture before, else that of the plan.
    pub(in crate::app) fn folder_for(&self, purpose: Purpose) -> Option<&Path> {
        let last = self.incoming.folder.as_deref().filter(|_| matches!(purpose, Purpose::Picture(_)));
        last.or_else(|| self.plan.file.folder(purpose))
    }

    pub(super) fn suggested_name(&self, purpose: Purpose) -> String {
        let name = self.plan.file.path.as_deref().and_then(Path::file_stem).map(|stem| stem.to_string_lossy().into_owned());
        let name = name.unwrap_or_else(|| file_name(&self.plan.doc.campaign().name));
        match purpose {
            // Over a file that is not ours to write nobody should have to think of another name.
            Purpose::Save if self.plan.file.is_of_others() => format!("{}.{EXTENSION}", say::copy_name(name)),
            Purpose::Open | Purpose::Save => format!("{name}.{EXTENSION}"),
            Purpose::Kit(KitFile::Save) => format!("{name}-kit.ron"),
            Purpose::House | Purpose::Kit(_) | Purpose::Picture(_) | Purpose::Import | Purpose::NewFromTable => String::new(),
            Purpose::Share => self.shared_name(&name),
        }
    }

    /// A path was chosen or typed.
    pub(in crate::app) fn picked(&mut self, ctx: &egui::Context, purpose: Purpose, path: PathBuf, over: Overwriting) {
        match purpose {
            Purpose::Open => self.open(ctx, path),
            Purpose::House => self.read_house(ctx, path, Reading::Chosen),
            Purpose::Import => self.read_table(ctx, path),
            Purpose::Picture(moment) => self.read_picture(ctx, moment, path),
            Purpose::NewFromTable => self.plan_of_table(ctx, path),
            Purpose::Save => {
                let (path, over) = with_ending(path, &[EXTENSION, "ron"], over);
                let own = self.plan.file.path.as_ref() == Some(&path);
                let base = match (over, self.plan.file.stamp) {
                    (Overwriting::AskedByUs(there), _) => there.map_or(Base::New, Base::Loaded),
                    // Over its own file a save replaces only what was read: somebody else may have changed it.
                    (_, Some(stamp)) if own => Base::Loaded(stamp),
                    (Overwriting::AskedByDialog, _) => Base::Overwrite,
                    (Overwriting::NotAsked, _) => Base::New,
                };
                self.save_to(ctx, Target { path, base });
            }
            Purpose::Kit(file) => {
                let saves = file == KitFile::Save;
                let (path, over) = if saves { with_ending(path, &["ron"], over) } else { (path, over) };
                let base = if over == Overwriting::NotAsked { Base::New } else { Base::Overwrite };
                self.kit_file(ctx, file, Target { path, base });
            }
            Purpose::Share => {
                let (path, over) = with_ending(path, endings(self.shared_format()), over);
                let base = if over == Overwriting::NotAsked { Base::New } else { Base::Overwrite };
                self.share_to(ctx, Target { path, base });
            }
        }
    }
}

/// A path with an ending that says what it is. Where one is added, the file is another than the one anybody was asked about.
fn with_ending(path: PathBuf, known: &[&str], over: Overwriting) -> (PathBuf, Overwriting) {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    if known.iter().any(|known| ending.eq_ignore_ascii_case(known)) {
        return (path, over);
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".");
    name.push(known.first().copied().unwrap_or_default());
    (path.with_file_name(name), Overwriting::NotAsked)
}

/// The endings of files of a format, the usual one first.
const fn endings(format: Format) -> &'static [&'static str] {
    match format {
        Format::Pdf => &["pdf"],
        Format::Pptx => &["pptx"],
        Format::Html => &["html", "htm"],
        Format::Xlsx => &["xlsx"],
        Format::Csv => &["csv"],
        Format::Ics => &["ics"],
        Format::Png => &["png"],
        Format::Svg => &["svg"],
        Format::Markdown => &["md", "markdown"],
    }
}

/// A file name made of the name of a campaign: letters and digits of any script, everything else a dash.
fn file_name(name: &str) -> String {
    slug(name, "plan")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ending_that_is_added_was_not_asked_about() {
        let asked = Overwriting::AskedByDialog;
        let of = |path: &str| with_ending(PathBuf::from(path), &[EXTENSION, "ron"], asked);
        assert_eq!(of("a/plan.moments"), ("a/plan.moments".into(), asked));
        assert_eq!(of("a/plan.RON"), ("a/plan.RON".into(), asked));
        assert_eq!(of("a/plan"), ("a/plan.moments".into(), Overwriting::NotAsked));
        assert_eq!(of("a/plan v1.2"), ("a/plan v1.2.moments".into(), Overwriting::NotAsked));
    }

    #[test]
    fn a_campaign_gives_a_file_name_that_every_system_takes() {
        assert_eq!(file_name("The long way round"), "the-long-way-round");
        assert_eq!(file_name("Q3/Q4: 春 & \"Frühling\"…"), "q3-q4-春-frühling");
        assert_eq!(file_name(" ?! "), "plan");
        for (name, gives) in [
            ("../../etc/passwd", "etc-passwd"),
            ("C:\\Windows\\x.exe", "c-windows-x-exe"),
            (".hidden", "hidden"),
            ("-rf *", "rf"),
            ("CON", "plan-con"),
            ("lpt1", "plan-lpt1"),
            ("Comet", "comet"),
            ("a\u{0}b\u{202E}c\nd\u{1b}[31m", "a-b-c-d-31m"),
            ("=1+1|'$(id)'", "1-1-id"),
        ] {
            assert_eq!(file_name(name), gives);
        }
        for long in ["日本語", "a", "İ", "𝒜"] {
            let name = file_name(&long.repeat(100));
            assert!(name.len() <= 60 && !name.is_empty(), "{name}");
        }
    }
}
