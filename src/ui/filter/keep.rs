//! A filter as text, to be kept from one session to the next: a line for each word or choice. What this version does not know
//! of it is left out; what it does not find in the plan lets nothing through, and is seen as a chip.

use super::model::{Filter, Found, Pick, Whose};
use crate::model::{CreatorId, Day, Kind, Platform, Status};

/// Longest text that is kept; what is longer was not written by a person.
pub const LONGEST: usize = 4096;

impl Filter {
    /// The filter as text.
    #[must_use]
    pub fn write(&self) -> String {
        let mut lines = Vec::new();
        let text = self.text.trim();
        if !text.is_empty() {
            lines.push(format!("text={}", one_line(text)));
        }
        lines.extend(self.picks.iter().map(|pick| match pick {
            Pick::Whose(Whose::Creator(id)) => format!("creator={id}"),
            Pick::Whose(Whose::Brand) => "whose=brand".to_owned(),
            Pick::Whose(Whose::Community) => "whose=community".to_owned(),
            Pick::Whose(Whose::Nobody) => "whose=nobody".to_owned(),
            Pick::Kind(kind) => format!("kind={}", kind.key()),
            Pick::Platform(platform) => format!("platform={}", platform.map_or("", Platform::key)),
            Pick::Status(status) => format!("status={}", status.key()),
            Pick::Owner(owner) => format!("owner={}", one_line(owner)),
            Pick::Found(found) => format!("found={}", key(*found)),
        }));
        lines.extend(self.from.map(|day| format!("from={day}")));
        lines.extend(self.to.map(|day| format!("to={day}")));
        lines.join("\n")
    }

    /// The filter that such a text says.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut filter = Self::default();
        if text.len() > LONGEST {
            return filter;
        }
        for (name, value) in text.lines().filter_map(|line| line.split_once('=')) {
            let pick = match name {
                "text" => {
                    value.clone_into(&mut filter.text);
                    None
                }
                "from" | "to" => {
                    let end = if name == "from" { &mut filter.from } else { &mut filter.to };
                    *end = Day::parse(value);
                    None
                }
                "creator" => CreatorId::parse(value).map(|id| Pick::Whose(Whose::Creator(id))),
                "whose" => match value {
                    "brand" => Some(Pick::Whose(Whose::Brand)),
                    "community" => Some(Pick::Whose(Whose::Community)),
                    "nobody" => Some(Pick::Whose(Whose::Nobody)),
                    _ => None,
                },
                "kind" => Kind::ALL.iter().find(|kind| kind.key() == value).map(|kind| Pick::Kind(*kind)),
                "platform" if value.is_empty() => Some(Pick::Platform(None)),
                "platform" => {
                    Platform::ALL.iter().find(|platform| platform.key() == value).map(|platform| Pick::Platform(Some(*platform)))
                }
                "status" => Status::ALL.iter().find(|status| status.key() == value).map(|status| Pick::Status(*status)),
                "owner" => Some(Pick::Owner(value.to_owned())),
                "found" => Found::ALL.into_iter().find(|found| key(*found) == value).map(Pick::Found),
                _ => None,
            };
            filter.picks.extend(pick);
        }
        filter
    }
}

fn key(found: Found) -> &'static str {
    match found {
        Found::Error => "error",
        Found::Warning => "warning",
        Found::Hint => "hint",
        Found::Accepted => "accepted",
        Found::Nothing => "nothing",
    }
}

fn one_line(text: &str) -> String {
    text.replace(['\n', '\r'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_reads_back_as_it_was() {
        let filter = Filter {
            text: "night = shift".into(),
            picks: [
                Pick::Whose(Whose::Creator(CreatorId::parse("tobi").expect("an id"))),
                Pick::Whose(Whose::Community),
                Pick::Kind(Kind::Values),
                Pick::Platform(None),
                Pick::Platform(Some(Platform::TikTok)),
                Pick::Status(Status::InReview),
                Pick::Owner("Inês Corrêa".into()),
                Pick::Owner(String::new()),
                Pick::Found(Found::Accepted),
                Pick::Found(Found::Nothing),
            ]
            .into(),
            from: Day::new(2027, 9, 1),
            to: Day::new(2027, 9, 30),
        };
        assert_eq!(Filter::read(&filter.write()), filter);
        assert_eq!(Filter::read(""), Filter::default());
    }

    #[test]
    fn what_is_not_known_is_left_out() {
        let later = "mood=bright\nkind=hologram\nkind=product\nfrom=soon\nfound=omen\nwithout a sign\n";
        let filter = Filter::read(later);
        assert_eq!(filter.picks, [Pick::Kind(Kind::Product)].into());
        assert_eq!(Filter::read(&"text=a\n".repeat(LONGEST)), Filter::default());
    }
}
