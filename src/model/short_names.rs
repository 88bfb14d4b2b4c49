//! What people are called in a word: by first name, and by more of the name where somebody else of the plan has the same first one.
//! Everything that shows or says a short name asks here, so that nobody is called in two ways.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use super::{Campaign, Creator, CreatorId, Lane};

/// The names that are not just the first one, for whoever asks for those of many: read once for all creators.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ShortNames(HashMap<CreatorId, String>);

impl ShortNames {
    /// Reads the names of all creators.
    #[must_use]
    pub fn of(creators: &[Arc<Creator>]) -> Self {
        let mut by_first: HashMap<&str, Vec<&Creator>> = HashMap::with_capacity(creators.len());
        for creator in creators {
            by_first.entry(creator.first_name()).or_default().push(creator);
        }
        let alike = by_first.into_values().filter(|alike| alike.len() > 1);
        Self(alike.flat_map(|alike| told_apart(&alike)).collect())
    }

    /// What a creator is called.
    #[must_use]
    pub fn name<'a>(&'a self, creator: &'a Creator) -> &'a str {
        self.0.get(&creator.id).map_or_else(|| creator.first_name(), String::as_str)
    }

    /// What a lane is called: as its creator, else by the whole name of the lane.
    #[must_use]
    pub fn of_lane<'a>(&'a self, campaign: &'a Campaign, lane: &'a Lane) -> &'a str {
        campaign.creator_of(lane).map_or_else(|| campaign.lane_name(lane), |creator| self.name(creator))
    }

    /// The creators who are called otherwise than in another state of the plan, where they are in both.
    pub fn changed<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = CreatorId> + use<'a> {
        let here = self.0.iter().filter(|(id, name)| other.0.get(id) != Some(name));
        here.chain(other.0.iter().filter(|(id, _)| !self.0.contains_key(id))).map(|(id, _)| *id)
    }
}

impl Campaign {
    /// What a creator is called, for whoever asks for one.
    #[must_use]
    pub fn short_name<'a>(&self, creator: &'a Creator) -> Cow<'a, str> {
        let first = creator.first_name();
        // The first name of somebody is looked for in a name that holds it.
        let is_alike =
            |other: &Arc<Creator>| other.id != creator.id && may_be_called(&other.name, first) && other.first_name() == first;
        if !self.creators.iter().any(is_alike) {
            return Cow::Borrowed(first);
        }
        let alike: Vec<&Creator> = self.creators.iter().map(AsRef::as_ref).filter(|other| other.first_name() == first).collect();
        let own = told_apart(&alike).into_iter().find(|(id, _)| *id == creator.id);
        own.map_or(Cow::Borrowed(first), |(_, name)| Cow::Owned(name))
    }

    /// What a lane is called: as its creator, else by the whole name of the lane.
    #[must_use]
    pub fn short_lane_name<'a>(&'a self, lane: &'a Lane) -> Cow<'a, str> {
        self.creator_of(lane).map_or_else(|| Cow::Borrowed(self.lane_name(lane)), |creator| self.short_name(creator))
    }
}

/// Whether somebody may have that first name; most have not, and are not looked at further.
fn may_be_called(name: &str, first: &str) -> bool {
    name.starts_with(first) || (!name.starts_with(char::is_alphanumeric) && name.contains(first))
}

/// The names of those who share a first one: with the initial of the last where that is enough, else the handle, else the whole.
fn told_apart(alike: &[&Creator]) -> Vec<(CreatorId, String)> {
    let mut taken: HashMap<String, usize> = HashMap::new();
    for creator in alike {
        *taken.entry(with_initial(creator)).or_default() += 1;
    }
    let name = |creator: &Creator| {
        let initial = with_initial(creator);
        let is_own = taken.get(&initial).is_some_and(|count| *count == 1);
        if is_own { initial } else { creator.handle.clone().unwrap_or_else(|| creator.name.clone()) }
    };
    alike.iter().map(|creator| (creator.id, name(creator))).collect()
}

/// "Tobi A."
fn with_initial(creator: &Creator) -> String {
    let first = creator.first_name();
    let last = creator.name.split_whitespace().next_back().filter(|last| !first.ends_with(last));
    match last.and_then(|last| last.chars().find(|c| c.is_alphanumeric())) {
        Some(initial) => format!("{first} {initial}."),
        None => first.to_owned(),
    }
}

/// The letters that stand for somebody in a circle: the first ones of the first and the last word, in capitals. Letters that join
/// would make one sign of two names, and may make a word of them: of such only the first stands there.
#[must_use]
pub fn initials(name: &str) -> String {
    let mut letters = name.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphanumeric()));
    let first = letters.next();
    let last = letters.next_back().filter(|last| !(joins(*last) && first.is_some_and(joins)));
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

/// Whether a letter is of a script whose letters join: Arabic and its neighbours.
fn joins(letter: char) -> bool {
    matches!(u32::from(letter), 0x0600..=0x07FF | 0x0840..=0x08FF | 0xFB50..=0xFDFF | 0xFE70..=0xFEFE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Id, PlanId};

    fn names(people: &[(&str, Option<&str>)]) -> Vec<String> {
        let creator = |(at, (name, handle)): (usize, &(&str, Option<&str>))| {
            let mut creator = Creator::new(CreatorId(Id::parse(&format!("c{at}")).unwrap()), *name);
            creator.handle = handle.map(str::to_owned);
            Arc::new(creator)
        };
        let mut plan = Campaign::new(PlanId::default(), "Plan");
        plan.creators = people.iter().enumerate().map(creator).collect();
        let all = ShortNames::of(&plan.creators);
        for creator in &plan.creators {
            assert_eq!(all.name(creator), plan.short_name(creator), "asked for one or for all");
        }
        plan.creators.iter().map(|creator| all.name(creator).to_owned()).collect()
    }

    #[test]
    fn two_of_one_first_name_are_told_apart() {
        assert_eq!(names(&[("Tobi Achterberg", None), ("Maren Solheim", None)]), ["Tobi", "Maren"]);
        assert_eq!(names(&[("Tobi Achterberg", None), ("Tobi de Boer", None), ("Maren", None)]), ["Tobi A.", "Tobi B.", "Maren"]);
        assert_eq!(
            names(&[("Tobi Arendt", Some("@tobi.a")), ("Tobi Achterberg", None), ("Tobi", None)]),
            ["@tobi.a", "Tobi Achterberg", "Tobi"]
        );
        assert_eq!(
            names(&[("👩‍👩‍👧 Familie Berg", None), ("Familie Amsel", None), ("Anna-Lena Kurz", None), ("Anna Lang", None)]),
            ["Familie B.", "Familie A.", "Anna-Lena", "Anna"]
        );
    }

    #[test]
    fn initials_are_first_and_last() {
        for (name, shown) in [
            ("Maren Solberg", "MS"),
            ("Inês da Silva Corrêa", "IC"),
            ("öyvind", "Ö"),
            ("@tobi.runs", "T"),
            ("  ", ""),
            ("👩‍👩‍👧 Die große Familie Schmidt", "DS"),
            ("נועה כהן", "נכ"),
            ("ليلى حسن الأنصاري", "ل"),
            ("ليلى Hassan", "لH"),
        ] {
            assert_eq!(initials(name), shown, "{name}");
        }
    }

    #[test]
    fn whoever_is_called_otherwise_is_known() {
        let creator = |key: &str, name: &str| Arc::new(Creator::new(CreatorId(Id::parse(key).unwrap()), name));
        let (weber, schmidt) = (creator("w", "Anna Weber"), creator("s", "Anna Schmidt"));
        let (alone, both) =
            (ShortNames::of(std::slice::from_ref(&weber)), ShortNames::of(&[Arc::clone(&weber), Arc::clone(&schmidt)]));
        let changed = |a: &ShortNames, b: &ShortNames| a.changed(b).any(|id| id == weber.id);
        assert!(changed(&alone, &both) && changed(&both, &alone) && !changed(&both, &both));
    }
}
