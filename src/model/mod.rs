//! The document: plain data. It never knows files, a clock, or how it is drawn.
//!
//! What always holds in a [`Campaign`] (checked by [`faults`], after every edit in debug builds and in tests,
//! and after reading a file):
//!
//! * Ids are unique among moments (parked or placed), lanes, notes, creators, brands, products, acceptances, pictures.
//! * Every reference names something that exists: a lane's creator and brand, a moment's product, picture,
//!   brand and featured creators, an idea's creator. (An acceptance may outlive what it covered: then it is stale.)
//! * A lane has a creator exactly when it is a creator lane.
//! * A time of day stands only with a day: `time` is set only where `when` is a date or a relative day.
//! * Only an idea in the tray names the creator it is meant for.
//! * Spans run forwards: campaign, phases, blackouts, earlier deals.
//!
//! The order in which lanes stand is theirs; the order in which a lane stores its moments says nothing.

pub mod brand_kit;
mod campaign;
mod cell_text;
mod clean;
pub mod columns;
mod day;
pub mod difference;
pub mod direction;
mod faults;
pub mod fold;
pub mod halt;
mod house;
mod id;
mod index;
mod lane;
pub mod later;
pub mod limits;
mod moment;
mod money;
mod note;
mod own_page;
mod people;
mod picture;
pub mod record;
mod settings;
mod short_names;
pub mod shown;
mod turnover;
mod written;
mod years;

pub use brand_kit::{BrandFont, BrandKit, Colour, FontBytes};
pub use campaign::{Acceptance, Anchor, Blackout, Campaign, Objective, Phase, PhaseKind, RuleOff, Scope, SharedWith};
pub use cell_text::{GUARD, could_calculate, split_list, unguarded};
pub use clean::clean;
pub use day::{Day, Time};
pub use faults::{Fault, FaultAt, faults};
pub use house::{House, MarketLabels, Same, Synonyms, Vocabulary, same_word, trimmed};
pub use id::{AcceptanceId, BrandId, CreatorId, Id, IdSource, LaneId, MomentId, NoteId, PlanId, ProductId};
pub use index::Index;
pub use lane::{Basis, Compared, Lane, LaneKind, LaneMode, Relationship, RelationshipStatus, ValueLink};
pub use moment::{
    AudienceValue, Compensation, Control, Cta, Disclosure, Format, Kind, Moment, Placement, Platform, Status, When, Window,
};
pub use money::{Money, parse_hundredths};
pub use note::Note;
pub use own_page::{OwnPage, PageReaders};
pub use people::{Brand, Creator, NoGo, PastDeal, Product, Proof, Sensitive, Verified, Voice, Waived};
pub use picture::{Picture, PictureId};
pub use record::Unknown;
pub use settings::{Grade, Limits, Profile, RuleGrade, SettingChange, Settings, Threshold, Unit, threshold};
pub use short_names::{ShortNames, initials};
pub use turnover::{Stretch, turnover};
pub use written::{DateForm, LanguageChoice, MoneyForm, WeekStart, Written};
pub use years::Years;
