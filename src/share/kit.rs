//! The brand kit, resolved: what a deck takes from the brand instead of from us.
//!
//! A kit never makes a deck unreadable: colours that cannot be told apart are replaced by the nearest that can, a font
//! that is none by ours, and each of it is said.

use std::sync::Arc;

use super::Tone;
use super::encode::clean;
use super::look::Look;
use super::pictures::{PAGE_SIDE, Shelf};
use super::scene::{FontFile, Ready, Rgb};
use crate::model::{BrandFont, BrandKit, Campaign, Colour, PictureId};
use crate::words::{self, brand_kit as say, language};

/// The contrast that text needs, as WCAG 2 asks for.
pub const READABLE: f64 = 4.5;

/// What a deck takes from the brand. Everything may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kit {
    /// The name beside the logo: the first brand of the plan.
    pub brand: String,
    /// The logo.
    pub logo: Option<Arc<Ready>>,
    /// The picture of the cover.
    pub cover: Option<Arc<Ready>>,
    /// The line at the foot of each page, instead of brand and campaign.
    pub footer: Option<String>,
    /// Who made it ("Prepared by …").
    pub prepared_by: Option<String>,
    /// The font of titles and headings.
    pub heading: Option<FontFile>,
    /// The font of everything else.
    pub body: Option<FontFile>,
    /// The accent, already checked against the page it stands on.
    pub accent: Option<Rgb>,
    /// The colour of pages and the colour of text on them, light; already checked against each other.
    pub paper_and_ink: Option<(Rgb, Rgb)>,
    /// What of the kit could not be used, in sentences for the person who shares.
    pub notices: Vec<String>,
}

impl Kit {
    /// The kit of a campaign.
    #[must_use]
    pub fn of(campaign: &Campaign) -> Self {
        let brand = campaign.brands.first().map(|brand| clean(&brand.name)).unwrap_or_default();
        let Some(kit) = &campaign.brand_kit else { return Self { brand, ..Self::default() } };
        let colours = Colours::of(kit);
        let mut notices = colours.notices;
        let mut shelf = Shelf::new(PAGE_SIDE);
        let mut picture = |id: Option<PictureId>| {
            let ready = id.and_then(|id| campaign.picture(id)).and_then(|picture| shelf.get(picture));
            if id.is_some() && ready.is_none() {
                notices.push(language::to_asker(say::picture_unreadable).to_owned());
            }
            ready
        };
        let (logo, cover) = (picture(kit.logo), picture(kit.cover));
        let mut font = |font: Option<&Arc<BrandFont>>| {
            let font = font?;
            let opened = font_of(font);
            if opened.is_none() {
                notices.push(language::to_asker(|| say::font_unreadable(clean(&font.family))));
            }
            opened
        };
        let (heading, body) = (font(kit.heading.as_ref()), font(kit.body.as_ref()));
        let text = |text: Option<&String>| text.map(|text| clean(text)).filter(|text| !text.trim().is_empty());
        Self {
            brand,
            logo,
            cover,
            footer: text(kit.footer.as_ref()),
            prepared_by: text(kit.prepared_by.as_ref()),
            heading,
            body,
            accent: colours.accent,
            paper_and_ink: colours.paper_and_ink,
            notices,
        }
    }
}

/// The file of a font, where it is one that can be drawn with.
fn font_of(font: &BrandFont) -> Option<FontFile> {
    let family = FontFile::family_of(&font.data.0)?;
    let named = clean(&font.family);
    Some(FontFile { family: if named.trim().is_empty() { family } else { named }, bytes: Arc::clone(&font.data.0) })
}

/// The colours of a kit as they are used, and what is said about those that are not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Colours {
    /// The accent on light pages.
    pub accent: Option<Rgb>,
    /// Pages and the text on them; light, unless the brand's paper is dark.
    pub paper_and_ink: Option<(Rgb, Rgb)>,
    /// What is used instead of what, and why.
    pub notices: Vec<String>,
}

impl Colours {
    /// The colours of a kit.
    #[must_use]
    pub fn of(kit: &BrandKit) -> Self {
        let rgb = |colour: Colour| Rgb(colour.0, colour.1, colour.2);
        let usual = Look::of(Tone::Light);
        let mut notices = Vec::new();
        let paper = kit.paper.map_or(usual.canvas, rgb);
        let wanted = kit.ink.map_or_else(|| usual_ink(paper), rgb);
        let ink = readable(wanted, paper);
        if ink != wanted {
            notices.push(language::to_asker(|| say::ink_unreadable(mark(wanted), mark(paper), ratio(wanted, paper), mark(ink))));
        }
        let accent = kit.accent.map(rgb).map(|wanted| {
            let accent = readable(wanted, paper);
            if accent != wanted {
                notices.push(language::to_asker(|| {
                    say::accent_unreadable(mark(wanted), mark(paper), ratio(wanted, paper), mark(accent))
                }));
            }
            accent
        });
        let own = kit.paper.is_some() || kit.ink.is_some();
        Self { accent, paper_and_ink: own.then_some((paper, ink)), notices }
    }
}

/// The colour of text where the brand names only its paper.
fn usual_ink(paper: Rgb) -> Rgb {
    let inks = [Look::of(Tone::Light).text, Look::of(Tone::Dark).text];
    let [dark, light] = inks;
    if dark.contrast(paper) >= light.contrast(paper) { dark } else { light }
}

fn mark(colour: Rgb) -> String {
    format!("#{}", colour.hex())
}

/// "2.1": rounded down, so that what is not enough never reads as enough.
fn ratio(a: Rgb, b: Rgb) -> String {
    let tenths = (a.contrast(b) * 10.0).floor() as u32;
    words::decimal(tenths / 10, tenths % 10)
}

/// The nearest colour that can be read there: darker or lighter, whichever the ground leaves room for.
fn readable(colour: Rgb, on: Rgb) -> Rgb {
    let (black, white) = (Rgb(0, 0, 0), Rgb(255, 255, 255));
    readable_towards(colour, on, if black.contrast(on) >= white.contrast(on) { black } else { white })
}

/// The colour itself where it can be read there, else the nearest on the way to another one.
#[must_use]
pub(super) fn readable_towards(colour: Rgb, on: Rgb, towards: Rgb) -> Rgb {
    if colour.contrast(on) >= READABLE {
        return colour;
    }
    let mut steps = (1..=50).map(|step| mix(colour, towards, f64::from(step) / 50.0));
    steps.find(|mixed| mixed.contrast(on) >= READABLE).unwrap_or(towards)
}

/// A colour between two: 0 is the first, 1 the second.
#[must_use]
pub(super) fn mix(a: Rgb, b: Rgb, share: f64) -> Rgb {
    let part = |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * share).round().clamp(0.0, 255.0) as u8;
    Rgb(part(a.0, b.0), part(a.1, b.1), part(a.2, b.2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_colours_a_brand_has_text_can_be_read() {
        let steps: &'static [u8] = &[0, 51, 102, 128, 153, 204, 255];
        let all: Vec<Colour> = steps
            .iter()
            .flat_map(move |r| steps.iter().flat_map(move |g| steps.iter().map(move |b| Colour(*r, *g, *b))))
            .collect();
        for paper in &all {
            for other in all.iter().step_by(17) {
                let kit = BrandKit { paper: Some(*paper), ink: Some(*other), accent: Some(*other), ..BrandKit::default() };
                let colours = Colours::of(&kit);
                let (page, ink) = colours.paper_and_ink.unwrap();
                assert!(ink.contrast(page) >= READABLE, "{other} on {paper}");
                assert!(colours.accent.unwrap().contrast(page) >= READABLE, "{other} on {paper}");
                let kept = Rgb(other.0, other.1, other.2).contrast(page) >= READABLE;
                assert_eq!(colours.notices.len(), if kept { 0 } else { 2 });
                let resolved = Kit { accent: colours.accent, paper_and_ink: colours.paper_and_ink, ..Kit::default() };
                for tone in Tone::ALL {
                    let look = Look::branded(tone, &resolved);
                    for (name, text) in [
                        ("text", look.text),
                        ("second", look.text_2),
                        ("labels", look.text_3),
                        ("accent", look.accent),
                        ("announcement", look.announcement),
                        ("warning", look.warning),
                        ("ready", look.ready),
                    ] {
                        for ground in [look.canvas, look.card, look.panel, look.sunken] {
                            assert!(text.contrast(ground) >= READABLE, "{name} of {kit:?} in {tone:?}: {text:?} on {ground:?}");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn colours_that_can_be_read_stay_as_they_are() {
        let kit = BrandKit { accent: Colour::parse("#4A48C4"), ..BrandKit::default() };
        let colours = Colours::of(&kit);
        assert_eq!((colours.accent, colours.paper_and_ink), (Some(Rgb(0x4A, 0x48, 0xC4)), None));
        assert!(colours.notices.is_empty());
        let pale = Colours::of(&BrandKit { accent: Colour::parse("FFE680"), ..BrandKit::default() });
        assert!(pale.notices[0].contains("#FFE680 is hard to read on #F5F4F1 (1.1 : 1"), "{:?}", pale.notices);
    }
}
