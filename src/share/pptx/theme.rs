//! The theme of the slides: colours and fonts under the names that a slide editor lets people change for all slides at once.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use skrifa::FontRef;
use skrifa::raw::TableProvider as _;

use super::super::choice::Tone;
use super::super::kit::Kit;
use super::super::look::Look;
use super::super::scene::{Face, FontFile, Rgb, Scene};
use super::xml::{Put, Xml, filled, put};
use crate::words::slides as say;

const PART: &str = include_str!("../../../assets/pptx/theme.xml");
/// The deck's own font, where the brand brings none.
const INTER: &str = "Inter";
/// How Inter looks to a computer that does not have it: a plain sans serif, of which the nearest is taken.
const INTER_LIKE: &str = " panose=\"020B0604020202020204\"";
/// Paper that reflects less than this is dark.
const DARK_BELOW: f64 = 0.18;

/// Colours and fonts by name.
#[derive(Debug)]
pub(super) struct Theme {
    name: String,
    is_dark: bool,
    paper: Rgb,
    ink: Rgb,
    look: Look,
    accent: Rgb,
    /// The brand's families, each with how it looks.
    heading: Option<(String, String)>,
    body: Option<(String, String)>,
    /// The colours that have a name, and the name. The first of two equal colours counts.
    named: Vec<(Rgb, &'static str)>,
}

/// What fills with a colour.
#[derive(Clone, Copy, Debug)]
pub(super) struct Solid<'a>(&'a Theme, Rgb);

impl Put for Solid<'_> {
    fn put(&self, out: &mut String) {
        let Self(theme, color) = self;
        if let Some((_, name)) = theme.named.iter().find(|(of, _)| of == color) {
            put!(out, "<a:solidFill><a:schemeClr val=\"", *name, "\"/></a:solidFill>");
        } else {
            put!(out, "<a:solidFill><a:srgbClr val=\"", color.hex(), "\"/></a:solidFill>");
        }
    }
}

impl Theme {
    /// The theme of a deck: its paper is what most pages stand on, its fonts and its accent are the brand's.
    pub(super) fn of(scene: &Scene, kit: &Kit) -> Self {
        let mut papers: BTreeMap<(u8, u8, u8), usize> = BTreeMap::new();
        for Rgb(r, g, b) in scene.pages.iter().map(|page| page.background) {
            *papers.entry((r, g, b)).or_default() += 1;
        }
        let most = papers.into_iter().max_by_key(|(_, count)| *count).map(|((r, g, b), _)| Rgb(r, g, b));
        let paper = most.or(kit.paper_and_ink.map(|(paper, _)| paper)).unwrap_or(Look::of(Tone::Light).canvas);
        let is_dark = paper.luminance() < DARK_BELOW;
        let look = Look::of(if is_dark { Tone::Dark } else { Tone::Light });
        let ink = kit.paper_and_ink.filter(|(of, _)| *of == paper).map_or(look.text, |(_, ink)| ink);
        let accent = kit.accent.unwrap_or(look.accent);
        let named = vec![
            (paper, "bg1"),
            (ink, "tx1"),
            (look.sunken, "bg2"),
            (look.text_2, "tx2"),
            (accent, "accent1"),
            (look.announcement, "accent2"),
            (look.values, "accent3"),
            (look.community, "accent4"),
            (look.product, "accent5"),
            (look.ok_fill, "accent6"),
        ];
        let name = if kit.brand.trim().is_empty() { say::theme().to_owned() } else { kit.brand.clone() };
        let family = |font: &Option<FontFile>| font.as_ref().map(|font| (font.family.clone(), likeness(font)));
        Self { name, is_dark, paper, ink, look, accent, heading: family(&kit.heading), body: family(&kit.body), named }
    }

    /// What fills with that colour; by its name in the theme where it has one.
    pub(super) const fn solid(&self, color: Rgb) -> Solid<'_> {
        Solid(self, color)
    }

    /// The colour of pages.
    pub(super) const fn paper(&self) -> Rgb {
        self.paper
    }

    /// The colour of titles.
    pub(super) const fn ink(&self) -> Rgb {
        self.ink
    }

    /// The colour of running lines.
    pub(super) const fn faint(&self) -> Rgb {
        self.look.text_3
    }

    /// Whether that face is the brand's, of whose measures nothing is known.
    pub(super) const fn is_brands(&self, face: Face) -> bool {
        match face {
            Face::Heading => self.heading.is_some(),
            Face::Body => self.body.is_some(),
        }
    }

    /// Which of the theme's colours stand for paper and ink. A dark theme says so here, so that its colours called dark are
    /// dark, as slide editors expect.
    pub(super) const fn map(&self) -> &'static str {
        if self.is_dark {
            "<p:clrMap bg1=\"dk1\" tx1=\"lt1\" bg2=\"dk2\" tx2=\"lt2\" accent1=\"accent1\" accent2=\"accent2\" \
             accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" \
             folHlink=\"folHlink\"/>"
        } else {
            "<p:clrMap bg1=\"lt1\" tx1=\"dk1\" bg2=\"lt2\" tx2=\"dk2\" accent1=\"accent1\" accent2=\"accent2\" \
             accent3=\"accent3\" accent4=\"accent4\" accent5=\"accent5\" accent6=\"accent6\" hlink=\"hlink\" \
             folHlink=\"folHlink\"/>"
        }
    }

    /// The part of the file.
    pub(super) fn part(&self) -> String {
        let look = &self.look;
        let [dk1, lt1, dk2, lt2] = if self.is_dark {
            [self.paper, self.ink, look.sunken, look.text_2]
        } else {
            [self.ink, self.paper, look.text_2, look.sunken]
        }
        .map(Rgb::hex);
        let [accent, second, third, fourth, fifth, sixth] =
            [self.accent, look.announcement, look.values, look.community, look.product, look.ok_fill].map(Rgb::hex);
        let face = |family: &Option<(String, String)>| match family {
            Some((family, like)) => (Xml(family).to_string(), like.clone()),
            None => (INTER.to_owned(), INTER_LIKE.to_owned()),
        };
        let ((heading, heading_like), (body, body_like)) = (face(&self.heading), face(&self.body));
        let name = Xml(&self.name).to_string();
        filled(
            PART,
            &[
                ("name", &name),
                ("dk1", &dk1),
                ("lt1", &lt1),
                ("dk2", &dk2),
                ("lt2", &lt2),
                ("accent1", &accent),
                ("accent2", &second),
                ("accent3", &third),
                ("accent4", &fourth),
                ("accent5", &fifth),
                ("accent6", &sixth),
                ("hlink", &accent),
                ("folHlink", &accent),
                ("heading", &heading),
                ("heading panose", &heading_like),
                ("body", &body),
                ("body panose", &body_like),
            ],
        )
    }
}

/// How a brand's font looks to a computer that does not have it, as the font says itself: ten numbers by which one that is like
/// it is found. Nothing for a font that does not say.
fn likeness(font: &FontFile) -> String {
    let mut out = String::new();
    let Some(os2) = FontRef::new(&font.bytes).ok().and_then(|font| font.os2().ok()) else { return out };
    let panose = os2.panose_10();
    if panose.len() == 10 && panose.iter().any(|number| *number != 0) {
        out.push_str(" panose=\"");
        for number in panose {
            let _ = write!(out, "{number:02X}");
        }
        out.push('"');
    }
    out
}
