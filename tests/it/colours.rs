//! The colours of both themes, measured: every text on every ground it stands on, everything drawn that says something, and how far
//! colours that must be told apart lie from each other for eyes that see fewer of them.

use egui::Color32;
use momentboard::analysis::curve::Band;
use momentboard::model::Kind;
use momentboard::ui::theme::{self, DARK, LIGHT, Tokens, Tone};

const TONES: [Tone; 5] = [Tone::Error, Tone::Warning, Tone::Hint, Tone::Accepted, Tone::Ok];
const BANDS: [Band; 4] = [Band::Strangers, Band::Introduced, Band::Trusted, Band::Committed];
/// What WCAG 2 asks of text, and of what is drawn.
const TEXT: f64 = 4.5;
const GRAPHICS: f64 = 3.0;

/// Light as it is added up: red, green and blue.
fn linear(color: Color32) -> [f64; 3] {
    [color.r(), color.g(), color.b()].map(|channel| {
        let c = f64::from(channel) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    })
}

/// WCAG 2 contrast of two opaque colours.
fn contrast(a: Color32, b: Color32) -> f64 {
    let luminance = |color| {
        let [r, g, b] = linear(color);
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Asserts that each of these is seen on each of the grounds.
fn seen(what: &str, least: f64, colors: &[Color32], grounds: &[Color32]) {
    for color in colors {
        for ground in grounds {
            let is = contrast(*color, *ground);
            assert!(is >= least, "{what}: {color:?} on {ground:?} is {is:.2}");
        }
    }
}

#[test]
fn every_text_is_readable_on_what_it_stands_on() {
    for t in [&LIGHT, &DARK] {
        let grounds = [t.canvas, t.panel, t.card, t.hover, t.sunken, t.active, t.accent_bg];
        seen("text", TEXT, &[t.text, t.text_2, t.text_3], &grounds);
        seen("accent", TEXT, &[t.accent], &[t.canvas, t.panel, t.card, t.active, t.accent_bg]);
        seen("ready", TEXT, &[t.ready], &[t.canvas, t.panel, t.card, t.hover]);
        seen("on accent", TEXT, &[t.on_accent], &[t.accent, t.accent_hover]);
        let colored = [t.canvas, t.panel, t.card, t.hover, t.accent_bg];
        for kind in Kind::ALL {
            seen("a kind", TEXT, &[t.kind(*kind)], &colored);
            seen("a kind on its tint", TEXT, &[t.kind(*kind)], &[t.kind_bg(*kind)]);
            seen("on a kind", TEXT, &[t.on_solid], &[t.kind(*kind)]);
        }
        for tone in TONES {
            let c = t.tone(tone);
            seen("a tone", TEXT, &[c.text], &colored);
            seen("a tone on its box", TEXT, &[c.text, t.text, t.text_2], &[c.bg]);
        }
        for band in BANDS {
            let (text, tint) = t.band(band);
            seen("a band", TEXT, &[text], &[tint]);
        }
    }
    for place in 0..8 {
        seen("initials", TEXT, &[theme::ON_AVATAR], &[theme::avatar(place)]);
    }
}

#[test]
fn everything_drawn_that_says_something_is_seen() {
    for t in [&LIGHT, &DARK] {
        seen("outlines of controls", GRAPHICS, &[t.line_strong], &[t.canvas, t.card, t.panel, t.hover]);
        let lines = [t.s_err_line, t.s_warn_line, t.s_acc_line, t.s_ok_line];
        seen("edges of cards with findings", GRAPHICS, &lines, &[t.canvas, t.card]);
        seen("the ring of what is selected", GRAPHICS, &[t.accent, t.accent_line], &[t.canvas, t.card]);
        seen("today", GRAPHICS, &[t.today], &[t.canvas]);
        let areas = [t.curve_low, t.curve_high];
        seen("the curve and the ready line", GRAPHICS, &[t.curve, t.ready], &[t.canvas, areas[0], areas[1]]);
        for tone in TONES {
            let c = t.tone(tone);
            seen("badges", GRAPHICS, &[c.fill], &[t.canvas, t.card]);
            seen("glyphs of badges", GRAPHICS, &[t.on_fill], &[c.fill]);
        }
        let markers = [t.s_err_fill, t.s_acc_fill, t.s_ok_fill, t.k_ann, t.k_val, t.k_com];
        seen("markers on the curve", GRAPHICS, &markers, &areas);
    }
}

/// What eyes without the cones for long, middle or short waves make of light: G. M. Machado, M. M. Oliveira and L. A. F. Fernandes,
/// "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15 (2009), severity 1.
const DEUTERANOPIA: [[f64; 3]; 3] =
    [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]];
const PROTANOPIA: [[f64; 3]; 3] =
    [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]];
const TRITANOPIA: [[f64; 3]; 3] =
    [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]];
const ALL_CONES: [[f64; 3]; 3] = [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];

fn times(matrix: &[[f64; 3]; 3], v: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row[0] * v[0] + row[1] * v[1] + row[2] * v[2])
}

/// CIE L*a*b* of a colour as such eyes see it, by the white of D65.
fn lab(color: Color32, eyes: &[[f64; 3]; 3]) -> [f64; 3] {
    const XYZ: [[f64; 3]; 3] =
        [[0.412_456_4, 0.357_576_1, 0.180_437_5], [0.212_672_9, 0.715_152_2, 0.072_175], [0.019_333_9, 0.119_192, 0.950_304_1]];
    let light = times(eyes, linear(color)).map(|channel| channel.clamp(0.0, 1.0));
    let [x, y, z] = times(&XYZ, light);
    let f = |t: f64| if t > 216.0 / 24389.0 { t.cbrt() } else { (24389.0 / 27.0 * t + 16.0) / 116.0 };
    let (x, y, z) = (f(x / 0.95047), f(y), f(z / 1.08883));
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// How far apart two colours look: CIEDE2000 (G. Sharma, W. Wu and E. N. Dalal, 2005).
fn distance([l1, a1, b1]: [f64; 3], [l2, a2, b2]: [f64; 3]) -> f64 {
    let far = |c: f64| (c.powi(7) / (c.powi(7) + 25_f64.powi(7))).sqrt();
    let grey = 0.5 * (1.0 - far(f64::midpoint(a1.hypot(b1), a2.hypot(b2))));
    let (a1, a2) = (a1 * (1.0 + grey), a2 * (1.0 + grey));
    let (c1, c2) = (a1.hypot(b1), a2.hypot(b2));
    let hue = |red: f64, yellow: f64| yellow.atan2(red).to_degrees().rem_euclid(360.0);
    let (h1, h2) = (hue(a1, b1), hue(a2, b2));
    let turn = (h2 - h1 + 180.0).rem_euclid(360.0) - 180.0;
    let dh = 2.0 * (c1 * c2).sqrt() * (turn / 2.0).to_radians().sin();
    let (light, chroma) = (f64::midpoint(l1, l2), f64::midpoint(c1, c2));
    let mean = (h1 + turn / 2.0).rem_euclid(360.0);
    let cos = |degrees: f64| degrees.to_radians().cos();
    let weight =
        1.0 - 0.17 * cos(mean - 30.0) + 0.24 * cos(2.0 * mean) + 0.32 * cos(3.0 * mean + 6.0) - 0.20 * cos(4.0 * mean - 63.0);
    let off = (light - 50.0).powi(2);
    let (dl, dc, dh) = (
        (l2 - l1) / (1.0 + 0.015 * off / (20.0 + off).sqrt()),
        (c2 - c1) / (1.0 + 0.045 * chroma),
        dh / (1.0 + 0.015 * chroma * weight),
    );
    let twist = -(60.0 * (-((mean - 275.0) / 25.0).powi(2)).exp()).to_radians().sin() * 2.0 * far(chroma);
    (dl * dl + dc * dc + dh * dh + twist * dc * dh).sqrt()
}

/// A pair of colours, and how far they lie apart in light and in dark: for all cones, without green, without red, without blue.
type Pair = (&'static str, fn(&Tokens) -> [Color32; 2], [[f64; 4]; 2]);

/// What the design measured, rounded to whole steps.
const PAIRS: &[Pair] = &[
    ("announcement, values", |t| [t.k_ann, t.k_val], [[33.0, 26.0, 14.0, 61.0], [33.0, 21.0, 13.0, 60.0]]),
    ("announcement, community", |t| [t.k_ann, t.k_com], [[24.0, 13.0, 17.0, 9.0], [22.0, 10.0, 13.0, 8.0]]),
    ("announcement, product", |t| [t.k_ann, t.k_pro], [[24.0, 24.0, 27.0, 24.0], [23.0, 24.0, 22.0, 23.0]]),
    ("values, community", |t| [t.k_val, t.k_com], [[52.0, 13.0, 12.0, 59.0], [53.0, 12.0, 8.0, 68.0]]),
    ("values, product", |t| [t.k_val, t.k_pro], [[34.0, 24.0, 15.0, 34.0], [28.0, 13.0, 19.0, 25.0]]),
    ("community, product", |t| [t.k_com, t.k_pro], [[29.0, 20.0, 23.0, 28.0], [23.0, 16.0, 11.0, 24.0]]),
    ("error, warning", |t| [t.s_err_fill, t.s_warn_fill], [[34.0, 15.0, 23.0, 19.0], [36.0, 15.0, 23.0, 19.0]]),
    ("error, accepted", |t| [t.s_err_fill, t.s_acc_fill], [[37.0, 44.0, 40.0, 42.0], [34.0, 39.0, 36.0, 37.0]]),
    ("too early, ready", |t| [t.s_err_fill, t.s_ok_fill], [[62.0, 16.0, 21.0, 61.0], [62.0, 11.0, 19.0, 66.0]]),
    ("warning, accepted", |t| [t.s_warn_fill, t.s_acc_fill], [[47.0, 49.0, 48.0, 37.0], [46.0, 46.0, 46.0, 30.0]]),
    ("warning, ready", |t| [t.s_warn_fill, t.s_ok_fill], [[37.0, 20.0, 14.0, 50.0], [33.0, 16.0, 11.0, 47.0]]),
    ("accepted, ready", |t| [t.s_acc_fill, t.s_ok_fill], [[37.0, 29.0, 35.0, 18.0], [38.0, 30.0, 36.0, 21.0]]),
    ("below and above the line", |t| [t.curve_low, t.curve_high], [[15.0, 9.0, 11.0, 8.0], [22.0, 16.0, 19.0, 13.0]]),
    ("introduced, trusted", |t| [t.b_2, t.b_3], [[27.0, 23.0, 26.0, 6.0], [28.0, 25.0, 27.0, 7.0]]),
    ("trusted, committed", |t| [t.b_3, t.b_4], [[11.0, 10.0, 11.0, 10.0], [10.0, 10.0, 9.0, 10.0]]),
    ("strangers, introduced", |t| [t.b_1, t.b_2], [[10.0, 9.0, 8.0, 14.0], [10.0, 9.0, 8.0, 14.0]]),
];

#[test]
fn colours_that_must_be_told_apart_are_for_eyes_that_see_fewer() {
    for (name, colors, measured) in PAIRS {
        for (theme, (tokens, measured)) in [&LIGHT, &DARK].into_iter().zip(measured).enumerate() {
            let [a, b] = colors(tokens);
            for (eyes, measured) in [&ALL_CONES, &DEUTERANOPIA, &PROTANOPIA, &TRITANOPIA].into_iter().zip(measured) {
                let is = distance(lab(a, eyes), lab(b, eyes));
                assert!((is - measured).abs() <= 0.75, "{name} in theme {theme}: {is:.1} beside {measured}");
            }
        }
    }
    // What matters most stays a different colour without red and without green.
    for tokens in [&LIGHT, &DARK] {
        for eyes in [&DEUTERANOPIA, &PROTANOPIA] {
            assert!(distance(lab(tokens.s_err_fill, eyes), lab(tokens.s_ok_fill, eyes)) >= 10.0, "too early against ready");
        }
    }
}

#[test]
fn what_two_eyes_may_take_for_one_colour_has_two_shapes() {
    // Announcement and community, values and community come closer than ten steps for some: their shapes tell them apart.
    let shapes = [Kind::Announcement, Kind::Values, Kind::Community, Kind::Product].map(theme::kind_shape);
    for (at, one) in shapes.iter().enumerate() {
        assert!(shapes[at + 1..].iter().all(|other| other != one), "{shapes:?}");
    }
    let pips: Vec<u8> = BANDS.into_iter().map(theme::pips).collect();
    assert_eq!(pips, [1, 2, 3, 4], "and each band has its number of pips");
}
