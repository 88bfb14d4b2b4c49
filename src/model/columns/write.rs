//! The cells of a moment.

use crate::model::{Campaign, Compensation, Control, Cta, Format, Lane, Moment, Placement, Platform, When, clean};
use crate::words::{language, names as words};

use super::{Cell, Column, Names, join_list};

/// A moment with where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Row<'a> {
    /// The plan as the reader may see it.
    pub campaign: &'a Campaign,
    /// Its lane.
    pub lane: &'a Lane,
    /// The moment.
    pub moment: &'a Moment,
}

fn text(text: &str) -> Cell {
    Cell::of_text(clean(text))
}

fn some(of: Option<&String>) -> Cell {
    of.map_or(Cell::Empty, |of| text(of))
}

fn choice(key: Option<&'static str>, name: fn(&str) -> &'static str) -> Cell {
    key.map_or(Cell::Empty, |key| Cell::Text(name(key).to_owned()))
}

fn number<N: Into<i64>>(number: Option<N>) -> Cell {
    number.map_or(Cell::Empty, |number| Cell::Number(number.into()))
}

fn list<S: AsRef<str>>(items: impl Iterator<Item = S>) -> Cell {
    Cell::of_text(join_list(&items.map(|item| clean(item.as_ref())).collect::<Vec<_>>()))
}

/// "No" everywhere is noise: what is not so is an empty cell.
fn yes(is: bool) -> Cell {
    if is { Cell::YesNo(true) } else { Cell::Empty }
}

impl Column {
    /// The cell of a moment in this column. It is read back, so its words are the English ones whatever is spoken.
    #[must_use]
    pub fn write(self, row: Row<'_>, names: &Names) -> Cell {
        language::english(|| self.cell(row, names))
    }

    /// The same for somebody who only reads it, in the language that is spoken.
    #[must_use]
    pub fn shown(self, row: Row<'_>, names: &Names) -> Cell {
        self.cell(row, names)
    }

    fn cell(self, row: Row<'_>, names: &Names) -> Cell {
        let Row { campaign, lane, moment } = row;
        let window = moment.window.as_ref();
        match self {
            Self::Title => text(&moment.title),
            Self::Lane => Cell::of_text(names.lanes.write(lane.id)),
            Self::Creator => lane.creator.map_or(Cell::Empty, |id| Cell::of_text(names.creators.write(id))),
            Self::Handle => some(campaign.creator_of(lane).and_then(|creator| creator.handle.as_ref())),
            Self::Brand => campaign.brand_of(lane).map_or(Cell::Empty, |brand| Cell::of_text(names.brands.write(brand.id))),
            Self::Date => campaign.day_of(moment.when).map_or(Cell::Empty, Cell::Day),
            Self::Time => moment.time.map_or(Cell::Empty, Cell::Time),
            Self::Day => match moment.when {
                When::Relative(days) => Cell::Number(days.into()),
                _ => Cell::Empty,
            },
            Self::Order => match moment.when {
                When::Order(order) => Cell::Number(order.into()),
                _ => Cell::Empty,
            },
            Self::Earlier => number(window.map(|window| window.before)),
            Self::Later => number(window.map(|window| window.after)),
            Self::Kind => choice(Some(moment.kind.key()), words::kind),
            Self::Covers => list(moment.covers.iter().map(|kind| words::kind(kind.key()))),
            Self::Hook => some(moment.hook.as_ref()),
            Self::Platform => choice(moment.platform.map(Platform::key), words::platform),
            Self::Format => choice(moment.format.map(Format::key), words::choice),
            Self::Duration => number(moment.duration),
            Self::AudienceValue => list(moment.audience_value.iter().map(|value| words::choice(value.key()))),
            Self::SharedValue => some(moment.shared_value.as_ref()),
            Self::Product => moment.product.map_or(Cell::Empty, |id| Cell::of_text(names.products.write(id))),
            Self::Cta => choice(moment.cta.map(Cta::key), words::cta),
            Self::Placement => choice(moment.placement.map(Placement::key), words::placement),
            Self::MustSay => some(moment.must_say.as_ref()),
            Self::Disclosure => some(moment.disclosure.text.as_ref()),
            Self::Spoken => yes(moment.disclosure.spoken),
            Self::PlatformLabel => yes(moment.disclosure.platform_label),
            Self::MentionsBrand => yes(moment.mentions_brand),
            Self::Cause => yes(moment.cause),
            Self::Kpis => list(moment.kpis.iter()),
            Self::Features => list(moment.features.iter().map(|id| names.creators.write(*id))),
            Self::SpeaksFor => moment.brand.map_or(Cell::Empty, |id| Cell::of_text(names.brands.write(id))),
            Self::Picture => moment.image.map_or(Cell::Empty, |id| Cell::of_text(names.pictures.write(id))),
            Self::Proof => some(moment.proof.as_ref()),
            Self::Status => choice(campaign.says_status(moment).then(|| moment.status.key()), words::status),
            Self::Owner => some(moment.owner.as_ref()),
            Self::Compensation => choice(moment.compensation.map(Compensation::key), words::choice),
            Self::Control => choice(moment.creative_control.map(Control::key), words::choice),
            Self::Fee => moment.cost.map_or(Cell::Empty, |cost| Cell::Amount(cost.hundredths())),
            Self::Currency => moment.cost.map_or(Cell::Empty, |cost| Cell::Text(cost.currency().to_owned())),
            Self::Notes => some(moment.notes.as_ref()),
            Self::Links => list(moment.links.iter()),
            Self::Id => Cell::Text(moment.id.to_string()),
        }
    }
}
