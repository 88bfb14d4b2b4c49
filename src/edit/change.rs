//! Changes of single fields: for each kind of thing a closed enum with one variant a field.

use std::sync::Arc;

use crate::model::{
    Anchor, AudienceValue, Blackout, Brand, BrandId, BrandKit, Campaign, Compared, Compensation, Control, Creator, CreatorId,
    Cta, Day, Disclosure, Format, House, Kind, Lane, LaneMode, Moment, Money, NoGo, Note, Objective, OwnPage, PastDeal, Phase,
    PictureId, Placement, Platform, Product, ProductId, Proof, Relationship, RuleOff, Sensitive, Settings, Status, Time,
    ValueLink, Verified, Voice, Window,
};

macro_rules! changes {
    ($(#[$meta:meta])* $name:ident of $target:ident { $($variant:ident => $field:ident : $ty:ty),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq)]
        pub enum $name {
            $( #[doc = concat!("Sets `", stringify!($field), "`.")] $variant($ty), )*
        }

        impl $name {
            /// The name of the field in the file.
            #[must_use]
            pub const fn field(&self) -> &'static str {
                match self { $(Self::$variant(_) => stringify!($field),)* }
            }

            /// Whether the target has another value there.
            #[must_use]
            pub(super) fn differs(&self, target: &$target) -> bool {
                match self { $(Self::$variant(value) => target.$field != *value,)* }
            }

            /// What turns one into the other, field by field.
            #[must_use]
            pub fn between(from: &$target, to: &$target) -> Vec<Self> {
                let all = [$(Self::$variant(to.$field.clone()),)*];
                all.into_iter().filter(|change| change.differs(from)).collect()
            }

            /// Sets the value.
            pub(crate) fn set(&self, target: &mut $target) {
                match self { $(Self::$variant(value) => target.$field.clone_from(value),)* }
            }
        }
    };
}

changes! {
    /// A change of one field of a moment. Where it stands and when it comes is [`super::Edit::MoveMoment`].
    MomentChange of Moment {
        Kind => kind: Kind,
        Covers => covers: Vec<Kind>,
        Title => title: String,
        Time => time: Option<Time>,
        Window => window: Option<Window>,
        Status => status: Status,
        ForCreator => for_creator: Option<CreatorId>,
        MentionsBrand => mentions_brand: bool,
        Platform => platform: Option<Platform>,
        Format => format: Option<Format>,
        Duration => duration: Option<u32>,
        Hook => hook: Option<String>,
        AudienceValue => audience_value: Vec<AudienceValue>,
        SharedValue => shared_value: Option<String>,
        Product => product: Option<ProductId>,
        Cta => cta: Option<Cta>,
        Placement => placement: Option<Placement>,
        Compensation => compensation: Option<Compensation>,
        Disclosure => disclosure: Disclosure,
        CreativeControl => creative_control: Option<Control>,
        MustSay => must_say: Option<String>,
        Cause => cause: bool,
        Proof => proof: Option<String>,
        Owner => owner: Option<String>,
        Cost => cost: Option<Money>,
        Kpis => kpis: Vec<String>,
        Image => image: Option<PictureId>,
        Notes => notes: Option<String>,
        Links => links: Vec<String>,
        Features => features: Vec<CreatorId>,
        Brand => brand: Option<BrandId>,
    }
}

changes! {
    /// A change of one field of a lane.
    LaneChange of Lane {
        Brand => brand: Option<BrandId>,
        Name => name: Option<String>,
        AudienceGroup => audience_group: Option<String>,
        Mode => mode: LaneMode,
        Relationship => relationship: Relationship,
        OrganicPerWeek => organic_per_week: Option<u16>,
        ValueLinks => value_links: Vec<ValueLink>,
        ValuesCompared => values_compared: Option<Compared>,
        Notes => notes: Vec<Arc<Note>>,
    }
}

changes! {
    /// A change of one field of a creator.
    CreatorChange of Creator {
        Name => name: String,
        Handle => handle: Option<String>,
        Platforms => platforms: Vec<Platform>,
        Values => values: Vec<String>,
        Voice => voice: Voice,
        NoGo => no_go: Vec<NoGo>,
        Past => past: Vec<PastDeal>,
        AudienceSize => audience_size: Option<u64>,
        FollowersSince => followers_since: Option<String>,
        YoungAudience => young_audience: Option<u8>,
        About => about: Option<String>,
        Contact => contact: Option<String>,
        Languages => languages: Vec<String>,
    }
}

changes! {
    /// A change of one field of a brand.
    BrandChange of Brand {
        Name => name: String,
        Values => values: Vec<String>,
        Proof => proof: Vec<Proof>,
        Competitors => competitors: Vec<String>,
    }
}

changes! {
    /// A change of one field of a product.
    ProductChange of Product {
        Name => name: String,
        Brand => brand: Option<BrandId>,
        Category => category: Option<String>,
        AvailableFrom => available_from: Option<Day>,
        DeliveryProof => delivery_proof: Option<String>,
        Sensitive => sensitive: Option<Sensitive>,
        Verified => verified: Option<Verified>,
    }
}

changes! {
    /// A change of one field of the campaign.
    CampaignChange of Campaign {
        Name => name: String,
        Line => line: Option<String>,
        Objective => objective: Option<Objective>,
        Start => start: Option<Day>,
        End => end: Option<Day>,
        Anchor => anchor: Option<Anchor>,
        Continues => continues: bool,
        Markets => markets: Vec<String>,
        TimeZone => time_zone: Option<String>,
        Phases => phases: Vec<Phase>,
        Blackouts => blackouts: Vec<Blackout>,
        Budget => budget: Option<Money>,
        Audience => audience: Option<String>,
        AudienceValues => audience_values: Vec<String>,
        Kpis => kpis: Vec<String>,
        Settings => settings: Settings,
        House => house: Option<Arc<House>>,
        BrandKit => brand_kit: Option<Arc<BrandKit>>,
        OwnPages => own_pages: Vec<OwnPage>,
        RulesOff => rules_off: Vec<RuleOff>,
    }
}
