//! The brand kit in the window: its dialog, the files it is read from and written to.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{Context, Ui};

use super::jobs::{Done, Purpose, Target, Work};
use super::picture_in::from_file;
use super::{App, Asked};
use crate::edit::{CampaignChange, Edit, Step};
use crate::model::brand_kit::FONT_BYTES;
use crate::model::{BrandFont, Campaign, FontBytes, Picture, Unknown};
use crate::share::scene::FontFile;
use crate::share::{Choice, Format, Reader};
use crate::store::fs::{self, FsErrorKind};
use crate::store::{self, limits};
use crate::ui::dialogs::{BrandKitAnswer, BrandKitDraft, KitFile, brand_kit_ui, kit_edit};
use crate::ui::view::Actions;
use crate::words::brand_kit as say;

/// What a file gave the brand kit, or that it was written.
#[derive(Debug)]
pub enum KitRead {
    /// A picture.
    Picture(Box<Picture>),
    /// A font.
    Font(BrandFont),
    /// A whole kit, in the plan that holds it.
    Kit(Box<Campaign>),
    /// The kit was written there.
    Saved(PathBuf),
    /// There is a file already.
    Exists(PathBuf),
}

/// What is wrong, and what to do.
pub(super) type Refused = (String, String);

impl App {
    /// Opens the dialog.
    pub(super) fn ask_brand_kit(&mut self, ctx: &Context) {
        self.plan.doc.seal();
        if !self.asked.iter().any(|asked| matches!(asked, Asked::BrandKit(_))) {
            self.ask(Asked::BrandKit(BrandKitDraft::default()));
        }
        // It is there with the next frame, not when the mouse moves.
        ctx.request_repaint();
    }

    /// Draws the dialog; true once it is left.
    pub(super) fn brand_kit(&mut self, ui: &mut Ui, ctx: &Context, draft: &mut BrandKitDraft) -> bool {
        let file = self.plan.file.view(&self.plan.doc);
        let (mut wanted, mut out) = (Vec::new(), Actions::default());
        let preview = &self.sharing.preview.shown;
        let answer = brand_kit_ui(&self.cx(&file, ui.theme()), draft, preview, ui, &mut wanted, &mut out);
        // The pages beside the fields are those of a client's deck, as it is usual.
        self.update_preview(ctx, &Choice::new(Reader::Client, Format::Pdf), wanted);
        let changed = !out.is_empty();
        self.act_all(ctx, out);
        if changed {
            ctx.request_repaint();
        }
        match answer {
            None => false,
            Some(BrandKitAnswer::Pick(file)) => {
                self.pick(ctx, Purpose::Kit(file));
                ctx.request_repaint();
                false
            }
            Some(BrandKitAnswer::Close) => {
                self.plan.doc.seal();
                if !self.asked.iter().any(|asked| matches!(asked, Asked::Share(_))) {
                    self.end_preview();
                }
                true
            }
        }
    }

    /// A file was dropped on the dialog: its ending says what it is for. False where the dialog is not open.
    pub(super) fn drop_on_brand_kit(&mut self, ctx: &Context, path: &Path) -> bool {
        if !matches!(self.asked.front(), Some(Asked::BrandKit(_))) {
            return false;
        }
        let kit = self.plan.doc.campaign().brand_kit.as_deref().cloned().unwrap_or_default();
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_ascii_lowercase();
        let file = match ending.as_str() {
            "ttf" | "otf" if kit.heading.is_none() => KitFile::Heading,
            "ttf" | "otf" => KitFile::Body,
            "ron" | super::EXTENSION => KitFile::Load,
            _ if kit.logo.is_none() => KitFile::Logo,
            _ => KitFile::Cover,
        };
        self.kit_file(ctx, file, Target { path: path.to_owned(), base: fs::Base::New });
        true
    }

    /// Reads or writes a file of the kit.
    pub(super) fn kit_file(&mut self, ctx: &Context, file: KitFile, target: Target) {
        let campaign = Arc::clone(self.plan.doc.campaign());
        let id = self.rim.ids.plan();
        self.jobs().run(ctx, Work::Kit, say::reading(), move || {
            let result = match file {
                KitFile::Logo | KitFile::Cover => from_file(&target.path).map(|picture| KitRead::Picture(Box::new(picture))),
                KitFile::Heading | KitFile::Body => read_font(&target.path),
                KitFile::Load => read_kit(&target.path),
                KitFile::Save => write_kit(&campaign, id, &target),
            };
            Done::Kit(file, result)
        });
    }

    /// A file of the kit was read or written, or not.
    pub(super) fn kit_read(&mut self, file: KitFile, result: Result<KitRead, Refused>) {
        let campaign = &Arc::clone(self.plan.doc.campaign());
        let too_many = campaign.pictures.len() + 2 > limits::PICTURES;
        let step = match result {
            Err((message, hint)) => return self.tell(say::cannot_use(), message, hint),
            Ok(KitRead::Picture(_) | KitRead::Kit(_)) if too_many => {
                return self.tell(say::cannot_use(), crate::words::files::too_many_pictures(limits::PICTURES), "");
            }
            Ok(KitRead::Saved(path)) => return self.ask(Asked::Written { path, notices: Vec::new(), version: None }),
            Ok(KitRead::Exists(path)) => {
                return self.ask(Asked::Replace { purpose: Purpose::Kit(KitFile::Save), path, there: None });
            }
            Ok(KitRead::Picture(picture)) => {
                let id = Some(picture.id);
                let set = kit_edit(campaign, |kit| if file == KitFile::Logo { kit.logo = id } else { kit.cover = id });
                Step::new(say::step_picture(), vec![Edit::AddPicture { picture: *picture }, set])
            }
            Ok(KitRead::Font(font)) => {
                let font = Some(Arc::new(font));
                let set = kit_edit(campaign, |kit| if file == KitFile::Heading { kit.heading = font } else { kit.body = font });
                Step::new(say::step_font(), vec![set])
            }
            Ok(KitRead::Kit(of)) => {
                let mut with = (**campaign).clone();
                with.take_brand_kit(&of);
                let new = with.pictures.iter().filter(|picture| campaign.picture(picture.id).is_none());
                let mut edits: Vec<Edit> = new.map(|picture| Edit::AddPicture { picture: (**picture).clone() }).collect();
                edits.push(Edit::SetCampaign { change: Box::new(CampaignChange::BrandKit(with.brand_kit)) });
                Step::new(say::step_load_kit(), edits)
            }
        };
        self.edit(step);
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

/// The content of a file; `hint` says what is looked for where what was named is no file.
fn load(path: &Path, hint: &str) -> Result<Vec<u8>, Refused> {
    let (bytes, _) =
        fs::load(path).map_err(|error| (crate::words::files::in_file(path.display(), &error), error.looking_for(hint).hint))?;
    Ok(bytes)
}

fn read_font(path: &Path) -> Result<KitRead, Refused> {
    let bytes: Arc<[u8]> = load(path, say::font_hint())?.into();
    let refused = |message: &str| (message.to_owned(), say::font_hint().to_owned());
    if bytes.len() > FONT_BYTES {
        return Err(refused(say::font_too_big()));
    }
    let family = FontFile::family_of(&bytes).ok_or_else(|| refused(&say::no_font(name_of(path))))?;
    Ok(KitRead::Font(BrandFont { family, data: FontBytes(bytes), unknown: Unknown::default() }))
}

fn read_kit(path: &Path) -> Result<KitRead, Refused> {
    let opened = store::open_plan(path)
        .map_err(|error| error.looking_for(say::kit_hint()))
        .map_err(|error| (error.to_string(), error.hint().to_owned()))?;
    if opened.campaign.brand_kit.is_none() {
        return Err((say::no_kit(path.display()), say::no_kit_hint().to_owned()));
    }
    Ok(KitRead::Kit(Box::new(opened.campaign)))
}

fn write_kit(campaign: &Campaign, id: crate::model::PlanId, target: &Target) -> Result<KitRead, Refused> {
    let Some(kit) = campaign.only_brand_kit(id) else { return Err((say::nothing_to_save().to_owned(), String::new())) };
    match store::save_plan(&target.path, &kit, target.base) {
        Ok(_) => Ok(KitRead::Saved(target.path.clone())),
        Err(error) if error.kind == FsErrorKind::Exists => Ok(KitRead::Exists(target.path.clone())),
        Err(error) => Err((error.to_string(), error.hint)),
    }
}
