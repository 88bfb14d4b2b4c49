//! The colours and fonts of a page, as the custom properties that its style is written with.
//!
//! Light pages follow the system of whoever reads them and turn dark where that is dark: nobody who shares a plan knows at what
//! hour it is read. Dark pages are dark for everyone, because somebody chose that. Paper is white in any case.

use std::fmt::Write as _;

use super::super::choice::Tone;
use super::super::kit::{Kit, mix};
use super::super::look::Look;
use super::super::scene::Rgb;

/// The fonts that stand in for those of the brand, and for none.
const USUAL: &str = "Inter, \"Segoe UI\", system-ui, -apple-system, \"Helvetica Neue\", \"Noto Sans\", Arial, sans-serif";
/// The longest name of a font that is written.
const LONGEST_FAMILY: usize = 60;

/// The beginning of the style of a page.
pub(super) fn style(kit: &Kit, tone: Tone) -> String {
    let (light, dark) = (Look::branded(Tone::Light, kit), Look::branded(Tone::Dark, kit));
    // The brand's paper is not printed: what is white stays white.
    let printed = Look { canvas: WHITE, ..Look::branded(Tone::Light, &Kit { paper_and_ink: None, ..kit.clone() }) };
    let mut out = String::new();
    let _ = write!(out, ":root {{ --body: {}; --heading: {};", families(kit, false), families(kit, true));
    let (first, scheme) = match tone {
        Tone::Light => (&light, "light dark"),
        Tone::Dark => (&dark, "dark"),
    };
    let _ = write!(out, " color-scheme: {scheme};");
    colours(first, &mut out);
    out.push_str(" }\n");
    if tone == Tone::Light {
        out.push_str("@media (prefers-color-scheme: dark) { :root {");
        colours(&dark, &mut out);
        out.push_str(" } }\n");
    }
    out.push_str("@media print { :root { color-scheme: light;");
    colours(&printed, &mut out);
    out.push_str(" } }\n");
    out
}

const WHITE: Rgb = Rgb(0xFF, 0xFF, 0xFF);

fn colours(look: &Look, out: &mut String) {
    let edge = |ground: Rgb, fill: Rgb| mix(ground, fill, 0.3);
    for (name, colour) in [
        ("canvas", look.canvas),
        ("panel", look.panel),
        ("card", look.card),
        ("sunken", look.sunken),
        ("line", look.line),
        ("subtle", look.subtle),
        ("text", look.text),
        ("text-2", look.text_2),
        ("text-3", look.text_3),
        ("on", look.on_fill),
        ("accent", look.accent),
        ("ann", look.announcement),
        ("ann-bg", look.announcement_bg),
        ("val", look.values),
        ("val-bg", look.values_bg),
        ("com", look.community),
        ("com-bg", look.community_bg),
        ("pro", look.product),
        ("pro-bg", look.product_bg),
        ("err", look.error),
        ("err-fill", look.error_fill),
        ("err-bg", look.error_bg),
        ("err-edge", edge(look.error_bg, look.error_fill)),
        ("warn", look.warning),
        ("warn-fill", look.warning_fill),
        ("warn-bg", look.warning_bg),
        ("warn-edge", edge(look.warning_bg, look.warning_fill)),
        ("acc", look.accepted),
        ("acc-fill", look.accepted_fill),
        ("acc-bg", look.accepted_bg),
        ("acc-edge", edge(look.accepted_bg, look.accepted_fill)),
        ("ok", look.ok),
        ("ok-fill", look.ok_fill),
        ("b1", look.strangers),
        ("b1-bg", look.strangers_bg),
        ("b2", look.introduced),
        ("b2-bg", look.introduced_bg),
        ("b3", look.trusted),
        ("b3-bg", look.trusted_bg),
        ("b4", look.committed),
        ("b4-bg", look.committed_bg),
        ("curve", look.curve),
        ("low", look.curve_low),
        ("high", look.curve_high),
        ("ready", look.ready),
        ("grid", look.grid),
        ("grid-2", look.grid_month),
    ] {
        let _ = write!(out, " --{name}: #{};", colour.hex());
    }
}

/// The brand's font by its name, and what stands in where a reader does not have it.
fn families(kit: &Kit, is_heading: bool) -> String {
    let body = || kit.body.as_ref();
    let font = if is_heading { kit.heading.as_ref().or_else(body) } else { body() };
    match font.map(|font| family(&font.family)).filter(|name| !name.is_empty()) {
        Some(name) => format!("\"{name}\", {USUAL}"),
        None => USUAL.to_owned(),
    }
}

/// What of a font's name can stand in a style: letters, digits, blanks and hyphens. Nothing that ends a string or a style.
fn family(name: &str) -> String {
    let kept = name.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.take(LONGEST_FAMILY).collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::super::scene::FontFile;
    use super::*;

    #[test]
    fn the_name_of_a_font_never_leaves_its_quotation_marks() {
        let named = |name: &str| {
            let font = FontFile { family: name.to_owned(), bytes: Arc::from(&b""[..]) };
            style(&Kit { body: Some(font), ..Kit::default() }, Tone::Light)
        };
        assert!(named("Brand Sans").contains("--body: \"Brand Sans\", Inter,"));
        let hostile = named("a\"; } </style><script>\\");
        assert!(hostile.contains("--body: \"a  stylescript\", Inter,"), "{hostile}");
        assert!(!hostile.contains('<') && !hostile.contains('\\'));
        assert!(named("\"<>").contains("--body: Inter,"));
    }

    #[test]
    fn light_follows_the_reader_dark_is_dark_and_paper_is_white() {
        let light = style(&Kit::default(), Tone::Light);
        assert!(light.contains("prefers-color-scheme: dark") && light.contains("color-scheme: light dark;"));
        let dark = style(&Kit::default(), Tone::Dark);
        assert!(!dark.contains("prefers-color-scheme") && dark.starts_with(":root") && dark.contains("color-scheme: dark;"));
        for style in [light, dark] {
            let (_, print) = style.split_once("@media print").expect("a style for paper");
            assert!(print.contains("--canvas: #FFFFFF;") && print.contains("--text: #1D2025;"), "{print}");
        }
    }
}
