//! Words for the closed choices of a moment: the names this program gives them, and those that calendars use.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::field::Field;
use super::text::fold;
use crate::model::{AudienceValue, Compensation, Control, Cta, Format, Kind, Placement, Platform, Status};
use crate::words::language::{self, Language};
use crate::words::names;

type Synonyms = &'static [(&'static str, &'static [&'static str])];

const KINDS: Synonyms = &[
    (
        "announcement",
        &[
            "announce",
            "announcing",
            "reveal",
            "partnership announcement",
            "kick off",
            "kickoff",
            "intro",
            "introduction",
            "ankundigung",
            "bekanntgabe",
            "enthullung",
            "auftakt",
            "kooperationsankundigung",
            "annonce",
            "anuncio",
        ],
    ),
    (
        "values",
        &[
            "value",
            "value story",
            "purpose",
            "mission",
            "beliefs",
            "brand values",
            "sustainability",
            "werte",
            "wertegeschichte",
            "werte geschichte",
            "haltung",
            "leitbild",
            "nachhaltigkeit",
            "valeurs",
            "valores",
        ],
    ),
    (
        "community",
        &[
            "fan story",
            "fans",
            "followers",
            "community voices",
            "gemeinschaft",
            "communitygeschichte",
            "community geschichte",
            "fangeschichte",
            "gemeinschaftsgeschichte",
            "communaute",
            "comunidad",
        ],
    ),
    (
        "product",
        &[
            "product post",
            "product feature",
            "product launch",
            "hero product",
            "review",
            "product review",
            "unboxing",
            "demo",
            "tutorial",
            "haul",
            "try on",
            "sponsored post",
            "ad",
            "produkt",
            "produktpost",
            "produktbeitrag",
            "produktvorstellung",
            "produkttest",
            "anzeige",
            "werbung",
            "produit",
            "producto",
        ],
    ),
    (
        "origin",
        &[
            "origin story",
            "backstory",
            "background",
            "how we met",
            "herkunft",
            "ursprungsgeschichte",
            "entstehungsgeschichte",
            "hintergrund",
            "origine",
            "origen",
        ],
    ),
    (
        "story",
        &[
            "storytelling",
            "behind the scenes",
            "bts",
            "day in the life",
            "vlog",
            "making of",
            "geschichte",
            "erzahlung",
            "hinter den kulissen",
            "blick hinter die kulissen",
            "alltag",
            "histoire",
            "historia",
        ],
    ),
    (
        "engage",
        &[
            "engagement",
            "challenge",
            "poll",
            "q a",
            "qa",
            "quiz",
            "ama",
            "contest",
            "competition",
            "interaction",
            "mitmachaktion",
            "umfrage",
            "gewinnspiel",
            "herausforderung",
            "fragerunde",
            "interaktion",
            "mitmachen",
        ],
    ),
    (
        "event",
        &[
            "live event",
            "meet and greet",
            "meet greet",
            "pop up",
            "launch event",
            "eroffnung",
            "treffen",
            "evenement",
            "evento",
            "veranstaltung",
        ],
    ),
    (
        "impact",
        &["results", "recap", "wrap up", "impact story", "donation", "ergebnisse", "ruckblick", "fazit", "spende", "wirkung"],
    ),
    ("teaser", &["tease", "teasing", "sneak peek", "countdown", "vorschau", "vorgeschmack", "hint"]),
    (
        "organic",
        &[
            "own content",
            "own post",
            "own posts",
            "unsponsored",
            "non sponsored",
            "organisch",
            "eigener beitrag",
            "eigene beitrage",
            "eigener post",
            "organique",
        ],
    ),
    ("repair", &["apology", "entschuldigung", "richtigstellung", "stellungnahme", "korrektur", "correction", "statement"]),
    (
        "offer",
        &[
            "discount",
            "discount code",
            "promo",
            "promo code",
            "promotion",
            "sale",
            "code",
            "deal",
            "angebot",
            "rabatt",
            "rabattcode",
            "rabattaktion",
            "gutschein",
            "sonderangebot",
            "offre",
            "oferta",
        ],
    ),
];

const PLATFORMS: Synonyms = &[
    ("instagram", &["ig", "insta", "instagramm"]),
    ("tiktok", &["tt", "tik tok", "tictoc"]),
    ("youtube", &["yt", "you tube", "youtube shorts"]),
    ("podcast", &["pod", "podcasts", "spotify"]),
    ("twitch", &[]),
    ("x", &["twitter", "x twitter", "twitter x"]),
    ("facebook", &["fb", "meta"]),
    ("pinterest", &["pin"]),
    ("linkedin", &["li", "linked in"]),
    ("newsletter", &["email", "e mail", "mail", "substack"]),
    ("irl", &["in person", "offline", "event", "on site", "personlich", "vor ort"]),
    ("press", &["pr", "presse", "media coverage", "magazine", "magazin", "zeitung", "zeitschrift", "medien"]),
    ("other", &["others", "sonstige", "sonstiges", "andere", "anderes", "autre", "otro", "blog", "website"]),
];

const FORMATS: Synonyms = &[
    ("reel", &["reels", "ig reel", "instagram reel"]),
    ("story", &["stories", "story set", "story frames", "ig story", "instagram story"]),
    ("carousel", &["karussell", "carrousel", "slides", "slideshow", "carrusel"]),
    ("post", &["posts", "feed post", "static", "static post", "photo", "foto", "image", "bild", "feed", "tweet", "beitrag"]),
    (
        "short",
        &["shorts", "yt short", "youtube short", "short form", "shortform", "short video", "short form video", "kurzvideo"],
    ),
    ("video", &["videos", "long form", "longform", "long form video", "dedicated video", "integration", "yt video", "vlog"]),
    ("film", &["movie", "documentary", "doku"]),
    ("live", &["livestream", "live stream", "stream", "live session"]),
    ("episode", &["podcast episode", "folge", "podcastfolge", "ep"]),
    ("event", &["events", "appearance", "auftritt"]),
    ("other", &["others", "sonstige", "sonstiges", "andere", "anderes", "autre"]),
];

const STATUSES: Synonyms = &[
    ("idea", &["ideas", "idee", "vorschlag", "konzept", "concept", "backlog", "proposed", "pitch"]),
    (
        "draft",
        &[
            "drafting",
            "in progress",
            "wip",
            "in production",
            "entwurf",
            "brouillon",
            "borrador",
            "planned",
            "to do",
            "todo",
            "geplant",
            "in produktion",
            "in bearbeitung",
            "bestatigt",
            "in arbeit",
            "not started",
            "confirmed",
        ],
    ),
    (
        "in_review",
        &[
            "review",
            "for review",
            "in approval",
            "awaiting approval",
            "pending",
            "pending approval",
            "submitted",
            "in freigabe",
            "zur freigabe",
            "zur prufung",
            "in abstimmung",
            "wartet auf freigabe",
            "beim kunden",
            "eingereicht",
            "in prufung",
            "with client",
            "en revision",
        ],
    ),
    (
        "approved",
        &[
            "ok",
            "signed off",
            "final",
            "freigegeben",
            "genehmigt",
            "abgenommen",
            "fertig",
            "erledigt",
            "approuve",
            "aprobado",
            "accepted",
            "done",
        ],
    ),
    ("scheduled", &["ready", "booked", "eingeplant", "terminiert", "bereit", "programme", "programado", "queued"]),
    (
        "published",
        &["live", "posted", "online", "gepostet", "erschienen", "veroffentlicht", "publie", "publicado", "went live", "released"],
    ),
];

const CTAS: Synonyms = &[
    ("none", &["no", "no cta", "keine", "nein", "0"]),
    ("soft", &["learn more", "have a look", "discover", "follow", "visit", "weich", "sanft", "ansehen"]),
    (
        "hard",
        &[
            "buy",
            "buy now",
            "shop",
            "shop now",
            "link in bio",
            "code",
            "swipe up",
            "order now",
            "ticket",
            "sign up",
            "hart",
            "direkt",
            "jetzt kaufen",
        ],
    ),
];

const AUDIENCE: Synonyms = &[
    ("entertain", &["entertaining", "entertainment", "fun", "unterhalten", "unterhaltung"]),
    ("inspire", &["inspiring", "inspiration", "inspirieren"]),
    ("engage", &["engaging", "engagement", "take part", "mitmachen"]),
    ("educate", &["educating", "education", "educational", "teach", "inform", "lernen", "wissen"]),
];

const PLACEMENTS: Synonyms = &[
    ("dedicated", &["dedicated post", "full", "stand alone", "standalone"]),
    ("embedded", &["integrated", "integration", "segment", "mention"]),
];

const PAY: Synonyms = &[
    ("none", &["no", "unpaid", "organic", "0"]),
    ("gifted", &["gift", "gifting", "product only", "pr sample", "barter", "in kind"]),
    ("affiliate", &["commission", "rev share", "revenue share", "performance"]),
    ("paid", &["fee", "flat fee", "sponsored", "yes", "bezahlt"]),
    ("own_brand", &["own brand", "owner", "founder"]),
];

const CONTROLS: Synonyms =
    &[("creator", &["talent"]), ("shared", &["both", "joint", "together"]), ("brand", &["client", "marke"])];

/// The choices of a field by every word that means them, folded; made once, because a table asks for them in every row.
fn table_of<T: Copy>(
    all: &[T],
    key: impl Fn(T) -> &'static str,
    name: impl Fn(&str) -> &'static str,
    synonyms: Synonyms,
) -> HashMap<String, T> {
    let mut table = HashMap::new();
    // A table may speak any of our languages, whichever the window does.
    for language in Language::ALL {
        let _spoken = language::speak(language);
        for choice in all {
            table.entry(fold(key(*choice))).or_insert(*choice);
            table.entry(fold(name(key(*choice)))).or_insert(*choice);
        }
    }
    for choice in all {
        let told = synonyms.iter().filter(|(of, _)| *of == key(*choice)).flat_map(|(_, words)| words.iter());
        for word in told {
            table.entry((*word).to_owned()).or_insert(*choice);
        }
    }
    table
}

macro_rules! choice_of {
    ($( $reader:ident -> $choice:ident, $name:path, $synonyms:ident; )+) => { $(
        pub(super) fn $reader(word: &str) -> Option<$choice> {
            static TABLE: OnceLock<HashMap<String, $choice>> = OnceLock::new();
            let table = TABLE.get_or_init(|| table_of($choice::ALL, $choice::key, $name, $synonyms));
            table.get(&fold(word)).copied()
        }
    )+ };
}

choice_of! {
    kind -> Kind, names::kind, KINDS;
    platform -> Platform, names::platform, PLATFORMS;
    format -> Format, names::choice, FORMATS;
    status -> Status, names::status, STATUSES;
    cta -> Cta, names::cta, CTAS;
    audience_value -> AudienceValue, names::choice, AUDIENCE;
    placement -> Placement, names::placement, PLACEMENTS;
    compensation -> Compensation, names::choice, PAY;
    control -> Control, names::choice, CONTROLS;
}

/// The key of the choice of that field that a word stands for.
pub(super) fn key(field: Field, word: &str) -> Option<&'static str> {
    match field {
        Field::Kind | Field::Covers => kind(word).map(Kind::key),
        Field::Platform => platform(word).map(Platform::key),
        Field::Format => format(word).map(Format::key),
        Field::Status => status(word).map(Status::key),
        Field::Cta => cta(word).map(Cta::key),
        Field::AudienceValue => audience_value(word).map(AudienceValue::key),
        Field::Placement => placement(word).map(Placement::key),
        Field::Compensation => compensation(word).map(Compensation::key),
        Field::Control => control(word).map(Control::key),
        _ => None,
    }
}

/// Yes or no.
pub(super) fn truth(word: &str) -> Option<bool> {
    match fold(word).as_str() {
        "yes" | "y" | "true" | "x" | "1" | "ja" | "oui" | "si" | "wahr" | "vrai" => Some(true),
        "no" | "n" | "false" | "0" | "nein" | "non" | "falsch" | "faux" => Some(false),
        _ if matches!(word.trim(), "✓" | "✔" | "☑" | "✅") => Some(true),
        _ if matches!(word.trim(), "✗" | "✘" | "☐" | "❌") => Some(false),
        _ => None,
    }
}

/// Platforms named anywhere in a text, in its order, and the shape of content beside them: `IG Reel + TikTok`.
pub(super) fn platforms_in(text: &str) -> (Vec<Platform>, Option<Format>) {
    if let Some(only) = platform(text) {
        return (vec![only], None);
    }
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let (mut platforms, mut shape) = (Vec::new(), None);
    let mut at = 0;
    while at < words.len() {
        let pair = words.get(at..at + 2).map(|pair| pair.join(" "));
        let one = words.get(at).copied().unwrap_or_default();
        let found = pair.as_deref().and_then(platform).map(|found| (found, 2)).or(platform(one).map(|found| (found, 1)));
        // “Event” and “pin” are words of their own beside a platform.
        if let Some((found, took)) = found.filter(|(found, _)| !matches!(found, Platform::Other | Platform::Irl)) {
            if !platforms.contains(&found) {
                platforms.push(found);
            }
            at += took;
            continue;
        }
        shape = shape.or_else(|| format(one));
        at += 1;
    }
    (platforms, shape)
}

/// The choices of a field, each with its key in the file and its name; none where the field is not a choice.
#[must_use]
pub fn choices(field: Field) -> Vec<(&'static str, &'static str)> {
    macro_rules! of {
        ($all:ident, $name:path) => {
            $all::ALL.iter().map(|choice| (choice.key(), $name(choice.key()))).collect()
        };
    }
    match field {
        Field::Kind | Field::Covers => of!(Kind, names::kind),
        Field::Platform => of!(Platform, names::platform),
        Field::Format => of!(Format, names::choice),
        Field::Status => of!(Status, names::status),
        Field::Cta => of!(Cta, names::cta),
        Field::AudienceValue => of!(AudienceValue, names::choice),
        Field::Placement => of!(Placement, names::placement),
        Field::Compensation => of!(Compensation, names::choice),
        Field::Control => of!(Control, names::choice),
        _ => Vec::new(),
    }
}

/// What the choices of a field are called in the other languages: a table may speak any of them.
#[must_use]
pub fn other_names(field: Field) -> Vec<(Language, Vec<&'static str>)> {
    let now = language::spoken();
    let others = Language::ALL.into_iter().filter(|language| *language != now);
    others
        .map(|language| {
            let _spoken = language::speak(language);
            (language, choices(field).into_iter().map(|(_, name)| name).collect())
        })
        .collect()
}

/// Whether a word is one of the choices of a field.
pub(super) fn is_choice(field: Field, word: &str) -> bool {
    match field {
        Field::Kind | Field::Covers => kind(word).is_some(),
        Field::Platform => platform(word).is_some(),
        Field::Format => format(word).is_some(),
        Field::Status => status(word).is_some(),
        Field::Cta => cta(word).is_some(),
        Field::AudienceValue => audience_value(word).is_some(),
        Field::Placement => placement(word).is_some(),
        Field::Compensation => compensation(word).is_some(),
        Field::Control => control(word).is_some(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calendars_words_are_understood() {
        assert_eq!(kind("Values story"), Some(Kind::Values));
        assert_eq!(kind("unboxing"), Some(Kind::Product));
        assert_eq!(kind("Behind-the-scenes"), Some(Kind::Story));
        assert_eq!((kind("Wertegeschichte"), kind("Werte-Story")), (Some(Kind::Values), Some(Kind::Values)));
        assert_eq!((status("Genehmigt"), platform("Zeitschrift")), (Some(Status::Approved), Some(Platform::Press)));
        assert_eq!(kind("soonish"), None);
        assert_eq!(platform("Tik Tok"), Some(Platform::TikTok));
        assert_eq!(format("Stories"), Some(Format::Story));
        assert_eq!(status("In Freigabe"), Some(Status::InReview));
        assert_eq!(cta("link in bio"), Some(Cta::Hard));
        assert_eq!((truth("ja"), truth("✓"), truth("maybe")), (Some(true), Some(true), None));
        assert_eq!(platforms_in("IG Reel + TikTok"), (vec![Platform::Instagram, Platform::TikTok], Some(Format::Reel)));
        assert_eq!(platforms_in("YouTube Shorts"), (vec![Platform::YouTube], None));
        assert_eq!(platforms_in("billboard"), (Vec::new(), None));
    }

    #[test]
    fn no_word_stands_for_two_choices_of_a_field() {
        for synonyms in [KINDS, PLATFORMS, FORMATS, STATUSES, CTAS, AUDIENCE, PLACEMENTS, PAY, CONTROLS] {
            let mut seen: Vec<&str> = Vec::new();
            for word in synonyms.iter().flat_map(|(key, words)| words.iter().chain([key])) {
                let folded = fold(word);
                assert_eq!(folded.replace(' ', "_"), word.replace(' ', "_"), "synonyms are folded already");
                assert!(!seen.contains(word), "{word} stands twice");
                seen.push(word);
            }
        }
    }
}
