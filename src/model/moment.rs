//! A moment: one card of a lane. What it is, when it comes, what it gives, what it asks.

use serde::{Deserialize, Serialize};

use super::later::StandIn;
use super::record::{closed, record};
use super::{BrandId, CreatorId, Day, MomentId, Money, PictureId, ProductId, Time};

closed! {
    /// What a moment is. The first four are the ones an arc is built of.
    pub enum Kind {
        /// Says that the partnership exists, and why.
        Announcement = "announcement",
        /// Shows what both sides believe.
        Values = "values",
        /// Someone else's story, not the creator's.
        Community = "community",
        /// The product in the creator's hands.
        Product = "product",
        /// How the creator came to the brand.
        Origin = "origin",
        /// A story that carries the brand along.
        Story = "story",
        /// Something the audience does.
        Engage = "engage",
        /// Something that happens live.
        Event = "event",
        /// What came of it.
        Impact = "impact",
        /// A hint of what is to come.
        Teaser = "teaser",
        /// The creator's own content.
        Organic = "organic",
        /// An answer to a broken promise.
        Repair = "repair",
        /// A discount, a code, a deal.
        Offer = "offer",
    }
}

impl StandIn for Kind {
    /// The one that asks for nothing and that nothing is built on.
    const STAND_IN: Self = Self::Organic;
}

impl Kind {
    /// Gives a reason for the partnership: what any run-up needs first.
    #[must_use]
    pub const fn is_ground(self) -> bool {
        matches!(self, Self::Announcement | Self::Origin)
    }

    /// Gives the audience something.
    #[must_use]
    pub const fn is_value(self) -> bool {
        matches!(
            self,
            Self::Origin
                | Self::Values
                | Self::Community
                | Self::Story
                | Self::Engage
                | Self::Event
                | Self::Impact
                | Self::Repair
        )
    }

    /// Asks by its nature.
    #[must_use]
    pub const fn is_ask(self) -> bool {
        matches!(self, Self::Product | Self::Offer)
    }
}

closed! {
    /// Where a moment appears.
    pub enum Platform {
        /// Instagram.
        Instagram = "instagram",
        /// `TikTok`.
        TikTok = "tiktok",
        /// `YouTube`.
        YouTube = "youtube",
        /// A podcast.
        Podcast = "podcast",
        /// Twitch.
        Twitch = "twitch",
        /// X.
        X = "x",
        /// Facebook.
        Facebook = "facebook",
        /// Pinterest.
        Pinterest = "pinterest",
        /// `LinkedIn`.
        LinkedIn = "linkedin",
        /// A newsletter.
        Newsletter = "newsletter",
        /// In person.
        Irl = "irl",
        /// The press.
        Press = "press",
        /// Anything else.
        Other = "other",
    }
}

closed! {
    /// The shape of the content.
    pub enum Format {
        /// Reel.
        Reel = "reel",
        /// Story.
        Story = "story",
        /// Carousel.
        Carousel = "carousel",
        /// Post.
        Post = "post",
        /// Short.
        Short = "short",
        /// Video.
        Video = "video",
        /// Film.
        Film = "film",
        /// Live.
        Live = "live",
        /// Episode.
        Episode = "episode",
        /// Event.
        Event = "event",
        /// Anything else.
        Other = "other",
    }
}

closed! {
    /// What the audience gets.
    pub enum AudienceValue {
        /// Entertains.
        Entertain = "entertain",
        /// Inspires.
        Inspire = "inspire",
        /// Lets them take part.
        Engage = "engage",
        /// Teaches.
        Educate = "educate",
    }
}

closed! {
    /// The call to action.
    pub enum Cta {
        /// None.
        None = "none",
        /// "Have a look".
        Soft = "soft",
        /// A code, "buy", link in bio, a ticket.
        Hard = "hard",
    }
}

closed! {
    /// Whether the whole piece is about the brand.
    pub enum Placement {
        /// The whole piece.
        Dedicated = "dedicated",
        /// A segment inside the creator's own content.
        Embedded = "embedded",
    }
}

closed! {
    /// What the creator gets for it.
    pub enum Compensation {
        /// Nothing.
        None = "none",
        /// Products or services.
        Gifted = "gifted",
        /// A share of sales.
        Affiliate = "affiliate",
        /// Money.
        Paid = "paid",
        /// The creator owns the brand.
        OwnBrand = "own_brand",
    }
}

closed! {
    /// Who has the last word on the content.
    pub enum Control {
        /// The creator.
        Creator = "creator",
        /// Both.
        Shared = "shared",
        /// The brand; the text is fixed.
        Brand = "brand",
    }
}

closed! {
    /// How far a moment is.
    pub enum Status {
        /// An idea.
        Idea = "idea",
        /// A draft.
        Draft = "draft",
        /// With someone for review.
        InReview = "in_review",
        /// Approved.
        Approved = "approved",
        /// Scheduled.
        Scheduled = "scheduled",
        /// Published; nothing moves it any more.
        Published = "published",
    }
}

impl StandIn for Status {
    const STAND_IN: Self = Self::Draft;
}

/// When a moment comes: exactly one of these. Written `on("2027-09-16")`, `day(-14)`, `order(3)`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum When {
    /// On a day of the calendar.
    #[serde(rename = "on")]
    On(Day),
    /// That many days after day 0 of the campaign; negative before it.
    #[serde(rename = "day")]
    Relative(i32),
    /// At a place in the order of its lane; only the comparison counts.
    #[serde(rename = "order")]
    Order(i32),
    /// Stands in the lane, but nobody has said when.
    #[default]
    #[serde(rename = "undated")]
    Undated,
}

record! {
    /// Around the day: how much earlier or later the moment may come. Shown, never used for the order.
    #[derive(Default)]
    pub struct Window {
        /// Days earlier.
        has before: u16,
        /// Days later.
        has after: u16,
    }
}

record! {
    /// How the moment says that it is paid.
    #[derive(Default)]
    pub struct Disclosure {
        /// The label in the text, for example "Ad".
        opt text: String,
        /// Whether it is said aloud.
        has spoken: bool,
        /// Whether the platform's own label is set.
        has platform_label: bool,
    }
}

record! {
    /// A card of a lane, or an idea in the tray.
    pub struct Moment {
        /// Never changes, never used again.
        must id: MomentId,
        /// What it is.
        must_word kind: Kind,
        /// Further roles the same card plays.
        list_word covers: Vec<Kind>,
        /// What it is called.
        must title: String,
        /// When it comes.
        has_word when: When,
        /// Time of day in the campaign's time zone; only together with a day.
        opt time: Time,
        /// How much the day may move.
        opt window: Window,
        /// How far it is.
        must_word status: Status,
        /// For an idea in the tray: the creator it is meant for.
        opt for_creator: CreatorId,
        /// An organic card that names the brand.
        has mentions_brand: bool,
        /// Where it appears.
        opt_word platform: Platform,
        /// The shape of the content.
        opt_word format: Format,
        /// Length in minutes.
        opt duration: u32,
        /// The first line, or the first three seconds.
        opt hook: String,
        /// What the audience gets.
        list_word audience_value: Vec<AudienceValue>,
        /// The value that creator and brand share here.
        opt shared_value: String,
        /// What is asked for.
        opt product: ProductId,
        /// How it asks.
        opt_word cta: Cta,
        /// Whether the whole piece is about the brand.
        opt_word placement: Placement,
        /// What the creator gets.
        opt_word compensation: Compensation,
        /// How it says that it is paid.
        has disclosure: Disclosure,
        /// Who has the last word.
        opt_word creative_control: Control,
        /// Words that have to be said, apart from any script.
        opt must_say: String,
        /// Takes a social or political stand.
        has cause: bool,
        /// What stands behind that stand: a link or a line.
        opt proof: String,
        /// Who looks after it.
        opt owner: String,
        /// What it costs.
        opt cost: Money,
        /// What is measured.
        list kpis: Vec<String>,
        /// The picture on the card.
        opt image: PictureId,
        /// Notes for the team.
        opt notes: String,
        /// Links, followed only when clicked.
        list links: Vec<String>,
        /// On a brand lane: the creators this card names.
        list features: Vec<CreatorId>,
        /// On a brand lane: the brand it speaks for, where it is not the lane's.
        opt brand: BrandId,
    }
}

impl Moment {
    /// A moment with nothing but identity, kind and title; a draft without a date.
    #[must_use]
    pub fn new(id: MomentId, kind: Kind, title: impl Into<String>) -> Self {
        Self {
            id,
            kind,
            covers: Vec::new(),
            title: title.into(),
            when: When::Undated,
            time: None,
            window: None,
            status: Status::Draft,
            for_creator: None,
            mentions_brand: false,
            platform: None,
            format: None,
            duration: None,
            hook: None,
            audience_value: Vec::new(),
            shared_value: None,
            product: None,
            cta: None,
            placement: None,
            compensation: None,
            disclosure: Disclosure::default(),
            creative_control: None,
            must_say: None,
            cause: false,
            proof: None,
            owner: None,
            cost: None,
            kpis: Vec::new(),
            image: None,
            notes: None,
            links: Vec::new(),
            features: Vec::new(),
            brand: None,
            unknown: super::Unknown::default(),
        }
    }

    /// Whether the card plays that role: its kind, one it also covers, or for an organic card that
    /// mentions the brand also origin and story (use before any contact).
    #[must_use]
    pub fn plays(&self, role: Kind) -> bool {
        self.kind == role
            || self.covers.contains(&role)
            || (self.is_organic_mention() && matches!(role, Kind::Origin | Kind::Story))
    }

    fn is_organic_mention(&self) -> bool {
        self.kind == Kind::Organic && self.mentions_brand
    }

    /// Whether the card says how the two got together: an announcement or origin role.
    #[must_use]
    pub fn is_ground(&self) -> bool {
        self.kind.is_ground() || self.is_organic_mention() || self.covers.iter().any(|kind| kind.is_ground())
    }

    /// Whether one of its roles gives the audience something.
    #[must_use]
    pub fn has_value_role(&self) -> bool {
        self.kind.is_value() || self.is_organic_mention() || self.covers.iter().any(|kind| kind.is_value())
    }

    /// Whether it asks: a product or offer, or anything with a hard call to action.
    #[must_use]
    pub fn is_ask(&self) -> bool {
        self.kind.is_ask() || self.cta == Some(Cta::Hard)
    }

    /// Whether it can be seen to be about the brand.
    #[must_use]
    pub fn is_brand(&self) -> bool {
        self.kind != Kind::Organic || self.mentions_brand
    }

    /// Whether it counts as something given: organic, a value role without an ask, or an ask inside own content.
    #[must_use]
    pub fn is_value(&self) -> bool {
        self.kind == Kind::Organic || (!self.is_ask() && self.has_value_role()) || (self.is_ask() && self.is_embedded())
    }

    /// Whether it is a segment inside the creator's own content.
    #[must_use]
    pub fn is_embedded(&self) -> bool {
        self.placement == Some(Placement::Embedded)
    }

    /// Whether two states of a moment differ in nothing but what is written on it: neither where it stands, nor what it is, asks or
    /// costs. What rests on the order of a lane, and on nothing that anybody wrote, is then the same for both.
    #[must_use]
    pub fn differs_in_words_only(&self, other: &Self) -> bool {
        const WORDS: [&str; 7] = ["title", "hook", "must_say", "owner", "kpis", "notes", "links"];
        self.differs_in_but(other, &WORDS).is_empty()
    }

    /// Whether the moment is out and stays where it is.
    #[must_use]
    pub fn is_published(&self) -> bool {
        self.status == Status::Published
    }
}
