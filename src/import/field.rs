//! What a column can be, and the names that people give such columns.

use super::text::fold;
use crate::model::columns::{Column, each_column};
use crate::words::{import as say, language};

macro_rules! fields {
    ($( $(#[$doc:meta])* $name:ident = $key:literal, $holds:ident, $who:ident; )+) => {
        /// What a column is: one of the columns that this program writes, or something that only other tables have.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum Field {
            $( $(#[$doc])* #[serde(rename = $key)] $name, )+
            /// The last day.
            #[serde(rename = "end")]
            End,
            /// The week that the row is in.
            #[serde(rename = "week")]
            Week,
            /// The weekday, which says which day of the week.
            #[serde(rename = "weekday")]
            Weekday,
            /// The month that the row is in; the day of it stands in another column.
            #[serde(rename = "month")]
            Month,
            /// Nothing of the plan.
            #[serde(rename = "leave_out")]
            LeaveOut,
        }

        impl Field {
            /// Everything that a column can be.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+ Self::End, Self::Week, Self::Weekday, Self::Month, Self::LeaveOut];

            /// The name in maps and preferences.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$name => $key,)+
                    Self::End => "end",
                    Self::Week => "week",
                    Self::Weekday => "weekday",
                    Self::Month => "month",
                    Self::LeaveOut => "leave_out",
                }
            }

            /// What a column of ours is.
            #[must_use]
            pub const fn of(column: Column) -> Self {
                match column { $(Column::$name => Self::$name,)+ }
            }

            /// The column of ours that it is; `None` for what only other tables have.
            #[must_use]
            pub const fn column(self) -> Option<Column> {
                match self {
                    $(Self::$name => Some(Column::$name),)+
                    Self::End | Self::Week | Self::Weekday | Self::Month | Self::LeaveOut => None,
                }
            }
        }
    };
}

each_column!(fields);

/// What most calendars have: it stands first where a column is chosen.
const USUAL: [Field; 9] = [
    Field::Date,
    Field::Creator,
    Field::Title,
    Field::Kind,
    Field::Platform,
    Field::Format,
    Field::Hook,
    Field::Notes,
    Field::LeaveOut,
];

impl Field {
    /// What it is called where a column is chosen: what this program calls the column in its own tables.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.column().map_or_else(|| say::field(self.key()), Column::shown_heading)
    }

    /// Everything that a column can be, in the order in which it is offered.
    #[must_use]
    pub fn offered() -> Vec<Self> {
        let rest = Self::ALL.iter().copied().filter(|field| !USUAL.contains(field));
        USUAL.into_iter().chain(rest).collect()
    }

    /// Whether several columns may be this.
    #[must_use]
    pub fn can_repeat(self) -> bool {
        matches!(self, Self::Notes | Self::LeaveOut | Self::Links | Self::Kpis | Self::Features | Self::Covers)
    }

    /// What calendars call such a column, folded; the usual languages of European agencies.
    #[expect(clippy::too_many_lines, reason = "a list of words, one line of names after the other")]
    const fn synonyms(self) -> &'static [&'static str] {
        match self {
            Self::Date => &[
                "date",
                "day",
                "datum",
                "fecha",
                "data",
                "jour",
                "tag",
                "dag",
                "dia",
                "publish date",
                "post date",
                "posting date",
                "go live",
                "go live date",
                "live date",
                "publication date",
                "release date",
                "scheduled date",
                "start",
                "start date",
                "when",
                "wann",
                "quand",
                "cuando",
                "posting day",
                "air date",
                "date de publication",
                "veroffentlichung",
                "veroffentlichungsdatum",
                "fecha de publicacion",
                "launch date",
                "from",
                "von",
                "date time",
                "posted on",
                "termin",
                "publication",
                "first day",
            ],
            Self::Day => &["day number", "relative day", "days from day 0"],
            Self::Order => &["order", "position", "sequence"],
            Self::Lane => &["lane", "lane name"],
            Self::SpeaksFor => &["speaks for brand"],
            Self::Picture => &["picture", "image name"],
            Self::End => {
                &["end", "end date", "until", "to", "bis", "ende", "fin", "fecha fin", "date de fin", "last day", "enddatum"]
            }
            Self::Week => &[
                "week",
                "w c",
                "wc",
                "week commencing",
                "week of",
                "week beginning",
                "wk",
                "kw",
                "woche",
                "semaine",
                "semana",
                "kalenderwoche",
                "cw",
            ],
            Self::Weekday => {
                &["weekday", "day of week", "day of the week", "dow", "wochentag", "jour de la semaine", "dia de la semana"]
            }
            Self::Month => &["month", "monat", "mois", "mes", "mese", "maand", "calendar month"],
            Self::Time => {
                &["time", "uhrzeit", "zeit", "heure", "hora", "post time", "posting time", "time of day", "ora", "tijd"]
            }
            Self::Creator => &[
                "creator",
                "creators",
                "influencer",
                "influencers",
                "talent",
                "talents",
                "creator name",
                "influencer name",
                "talent name",
                "ambassador",
                "kol",
                "athlete",
                "artist",
                "host",
                "createur",
                "creatrice",
                "creador",
                "creadora",
                "influenceur",
                "influenceuse",
                "who",
                "wer",
                "person",
                "creator influencer",
                "botschafter",
                "kreator",
                "partner",
            ],
            Self::Handle => &[
                "handle",
                "handles",
                "username",
                "user name",
                "instagram handle",
                "ig handle",
                "tiktok handle",
                "social handle",
                "profile",
                "account",
                "konto",
                "pseudo",
                "usuario",
            ],
            Self::Title => &[
                "title",
                "titel",
                "titre",
                "titulo",
                "titolo",
                "name",
                "moment",
                "topic",
                "subject",
                "concept",
                "idea",
                "content idea",
                "post idea",
                "headline",
                "post",
                "content",
                "thema",
                "sujet",
                "tema",
                "working title",
                "what",
                "was",
                "activity",
                "post title",
                "content title",
                "inhalt",
                "contenu",
                "contenido",
                "moment name",
                "story",
            ],
            Self::Kind => &[
                "kind",
                "type",
                "content type",
                "content pillar",
                "pillar",
                "pillars",
                "category",
                "theme",
                "typ",
                "art",
                "moment type",
                "moment kind",
                "story type",
                "post type",
                "kategorie",
                "categorie",
                "categoria",
                "type de contenu",
                "tipo",
                "saule",
                "role",
            ],
            Self::Covers => &["also covers", "covers"],
            Self::Platform => &[
                "platform",
                "platforms",
                "channel",
                "channels",
                "kanal",
                "kanale",
                "plattform",
                "canal",
                "canaux",
                "plateforme",
                "plataforma",
                "network",
                "social network",
                "social channel",
                "where",
                "social media",
                "canale",
                "piattaforma",
                "medium",
            ],
            Self::Format => &[
                "format",
                "formats",
                "content format",
                "asset",
                "asset type",
                "deliverable",
                "deliverables",
                "deliverable type",
                "formato",
                "type",
                "post type",
                "content type",
                "ad format",
                "typ",
                "placement type",
            ],
            Self::Hook => &[
                "hook",
                "caption",
                "copy",
                "post copy",
                "caption copy",
                "text",
                "opening line",
                "first line",
                "beschriftung",
                "legende",
                "bildunterschrift",
                "texte",
                "texto",
                "copy text",
                "caption idea",
                "einstieg",
                "testo",
                "copytext",
            ],
            Self::Status => {
                &["status", "stage", "state", "approval", "approval status", "estado", "statut", "stand", "stato", "progress"]
            }
            Self::Owner => &[
                "owner",
                "responsible",
                "assigned to",
                "assignee",
                "lead",
                "verantwortlich",
                "account manager",
                "zustandig",
                "responsable",
                "in charge",
                "pm",
                "project manager",
                "responsabile",
            ],
            Self::Fee => &[
                "cost",
                "costs",
                "fee",
                "fees",
                "price",
                "budget",
                "kosten",
                "honorar",
                "preis",
                "amount",
                "rate",
                "spend",
                "coste",
                "costo",
                "cout",
                "tarif",
                "precio",
                "betrag",
                "gage",
                "creator fee",
                "influencer fee",
                "importe",
                "prix",
                "cachet",
                "prezzo",
                "total cost",
            ],
            Self::Currency => &["currency", "wahrung", "moneda", "devise", "valuta"],
            Self::Product => {
                &["product", "produkt", "produit", "producto", "prodotto", "sku", "featured product", "products", "item"]
            }
            Self::Cta => &["cta", "call to action", "ask", "handlungsaufruf", "aufforderung"],
            Self::AudienceValue => &[
                "audience value",
                "people get",
                "what the audience gets",
                "value for audience",
                "audience gets",
                "publikum bekommt",
                "was das publikum bekommt",
                "purpose of content",
            ],
            Self::SharedValue => &["shared value", "brand value", "value", "values", "wert", "geteilter wert", "valeur", "valor"],
            Self::Placement => &["placement", "platzierung", "integration", "dedicated embedded"],
            Self::Compensation => &["compensation", "pay", "payment type", "deal type", "vergutung", "remuneration"],
            Self::Disclosure => {
                &["disclosure", "label", "ad label", "kennzeichnung", "werbehinweis", "ad disclosure", "mention legale"]
            }
            Self::Spoken => &["spoken", "label spoken"],
            Self::PlatformLabel => &["platform label", "paid partnership label"],
            Self::Control => &["creative control", "last word", "control", "final say", "letztes wort"],
            Self::MustSay => &[
                "must say",
                "has to be said",
                "mandatories",
                "mandatory",
                "key message",
                "key messages",
                "talking points",
                "kernbotschaft",
            ],
            Self::Cause => &["cause", "stand taken", "takes a stand"],
            Self::Proof => &["proof", "backed by", "stand backed by", "reason to believe", "rtb"],
            Self::Duration => {
                &["duration", "length", "length min", "minutes", "dauer", "duree", "duracion", "durata", "length minutes"]
            }
            Self::Earlier => &["window before", "may come earlier", "days earlier"],
            Self::Later => &["window after", "may come later", "days later"],
            Self::MentionsBrand => &["mentions brand", "names the brand", "brand mention"],
            Self::Features => &["features", "featuring", "names", "names creators", "also features", "tagged", "collab with"],
            Self::Brand => &["brand", "marke", "marque", "marca", "client", "merk"],
            Self::Kpis => {
                &["kpi", "kpis", "metric", "metrics", "goal", "goals", "measures", "ziel", "ziele", "objectif", "objetivo"]
            }
            Self::Links => &[
                "link",
                "links",
                "url",
                "urls",
                "post url",
                "live link",
                "asset link",
                "reference link",
                "brief link",
                "lien",
                "enlace",
            ],
            Self::Id => &["id", "moment id", "uid", "identifier"],
            Self::Notes => &[
                "notes",
                "note",
                "comment",
                "comments",
                "remarks",
                "bemerkung",
                "bemerkungen",
                "notiz",
                "interne notiz",
                "notizen",
                "anmerkung",
                "anmerkungen",
                "kommentar",
                "kommentare",
                "observaciones",
                "notas",
                "remarques",
                "notities",
                "internal notes",
                "description",
                "beschreibung",
                "details",
                "brief",
                "commentaires",
                "comentarios",
                "notes internes",
                "creative notes",
                "briefing",
                "info",
            ],
            Self::LeaveOut => &[],
        }
    }

    /// The fields that a header can mean, the likeliest first, and whether the whole header is such a name.
    pub(super) fn of_header(header: &str) -> Vec<(Self, bool)> {
        let folded = fold(header);
        if folded.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(Self, bool)> = Vec::new();
        // Our own words first: what this program writes it reads back.
        let own = |field: &Self| fold(field.key()) == folded || fold(language::english(|| field.name())) == folded;
        found.extend(
            Self::ALL.iter().filter(|field| **field != Self::LeaveOut).filter(|field| own(field)).map(|field| (*field, true)),
        );
        found.extend(Self::ALL.iter().filter(|field| field.synonyms().contains(&folded.as_str())).map(|field| (*field, true)));
        // Then a name inside a longer header, the longest first: “Instagram caption (max. 200)”.
        let padded = format!(" {folded} ");
        let mut inside: Vec<(usize, Self)> = Vec::new();
        for field in Self::ALL {
            let within = field.synonyms().iter().filter(|name| name.len() > 2 && padded.contains(&format!(" {name} ")));
            if let Some(longest) = within.map(|name| name.len()).max() {
                inside.push((longest, *field));
            }
        }
        inside.sort_by_key(|(length, _)| std::cmp::Reverse(*length));
        found.extend(inside.into_iter().map(|(_, field)| (field, false)));
        let mut seen: Vec<Self> = Vec::new();
        found.retain(|(field, _)| {
            let new = !seen.contains(field);
            seen.push(*field);
            new
        });
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_known_by_its_own_names() {
        for field in Field::ALL.iter().filter(|field| **field != Field::LeaveOut) {
            assert_eq!(Field::of_header(field.key()).first(), Some(&(*field, true)));
            assert_eq!(Field::of_header(field.name()).first(), Some(&(*field, true)), "{}", field.name());
        }
    }

    #[test]
    fn names_inside_longer_headers_are_only_likely() {
        assert_eq!(Field::of_header("Fee (EUR, net)").first(), Some(&(Field::Fee, false)));
        assert_eq!(Field::of_header("Instagram caption").first(), Some(&(Field::Hook, false)));
        assert_eq!(Field::of_header("DATUM").first(), Some(&(Field::Date, true)));
        assert!(Field::of_header("Zorglub").is_empty() && Field::of_header("").is_empty());
    }
}
