//! What a field holds, in a few words. Every field of the plan stands here, so that none is told by its value in the file.

use crate::model::{
    self, Acceptance, AudienceValue, Brand, Campaign, Creator, CreatorId, Day, Kind, Lane, Moment, Money, NoGo, PastDeal, Phase,
    Product, Relationship, Scope, When, Years, shown::shown_lines,
};
use crate::ui::inspector::when_words;
use crate::words::{compare as say, counts, names};

/// Longest text that is shown whole, in characters.
const LONGEST: usize = 80;
/// How much of what two long texts have in common stands before the place where they part, in characters.
const BEFORE: usize = 16;

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Told {
    /// This; empty where it is not set.
    Text(String),
    /// More than can be said in a line: only that it changed.
    TooMuch,
}

/// A text in one line that is short enough for a name.
pub(super) fn short(text: &str) -> String {
    cut(&line_of(text), 0)
}

fn line_of(text: &str) -> String {
    // What cannot be seen is named here, once: whoever compares two texts wants to see just that.
    shown_lines(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text from that character on, cut where it is too long.
fn cut(text: &str, from: usize) -> String {
    let mut rest: String = text.chars().skip(from).take(LONGEST + 1).collect();
    if rest.chars().count() > LONGEST {
        rest = rest.chars().take(LONGEST).collect();
        rest = say::shortened(rest.trim_end());
    }
    if from > 0 { say::continued(rest) } else { rest }
}

/// "Title: Why I run → Why I run now". Of long texts the place where they part is shown.
pub(super) fn difference(field: &str, old: Told, new: Told) -> String {
    let (Told::Text(old), Told::Text(new)) = (old, new) else { return say::field_differs(name(field)) };
    let (old, new) = (line_of(&old), line_of(&new));
    if old == new {
        // What differs is not to be seen: blanks, line ends, marks without width.
        return say::field_differs(name(field));
    }
    let alike = old.chars().zip(new.chars()).take_while(|(a, b)| a == b).count();
    let is_long = old.chars().count() > LONGEST || new.chars().count() > LONGEST;
    let from = if is_long { alike.saturating_sub(BEFORE) } else { 0 };
    let or_nothing = |text: &str| if text.is_empty() { say::nothing().to_owned() } else { cut(text, from) };
    say::field(name(field), or_nothing(&old), or_nothing(&new))
}

/// What a field is called.
fn name(field: &str) -> &'static str {
    match field {
        "unknown" | "beside" => say::later_fields(),
        "lanes" => say::lane_order(),
        "brands" => say::brand_order(),
        "settings" => say::settings(),
        "rules_off" => say::rules_off(),
        "house" => say::house(),
        "brand_kit" => say::brand_kit(),
        "own_pages" => say::own_pages(),
        "shared_with" => say::shared_with(),
        "facts" => say::facts(),
        "rule" => say::rule(),
        "reason" => say::reason(),
        "until" => say::until(),
        "show_to_client" => say::show_to_client(),
        "target" => say::deadline_target(),
        _ => names::field(field),
    }
}

fn text(text: &str) -> Told {
    Told::Text(text.to_owned())
}

fn some(of: Option<&String>) -> Told {
    Told::Text(of.cloned().unwrap_or_default())
}

fn list<S: AsRef<str>>(items: impl IntoIterator<Item = S>) -> Told {
    let items: Vec<String> = items.into_iter().map(|item| item.as_ref().to_owned()).collect();
    Told::Text(items.join(", "))
}

fn day(of: Option<Day>) -> Told {
    Told::Text(of.map(Day::long).unwrap_or_default())
}

fn yes(is: bool) -> Told {
    text(if is { say::yes() } else { say::no() })
}

fn choice(key: Option<&'static str>, name: fn(&str) -> &'static str) -> Told {
    text(key.map_or("", name))
}

fn note(of: &str, note: Option<&String>) -> String {
    note.map_or_else(|| of.to_owned(), |note| say::with_note(of, note))
}

fn creator_name(campaign: &Campaign, id: CreatorId) -> String {
    campaign.creator(id).map(|creator| creator.name.clone()).unwrap_or_default()
}

/// A field of a moment.
pub(super) fn moment(campaign: &Campaign, years: Years, of: &Moment, field: &str) -> Told {
    match field {
        "kind" => text(names::kind(of.kind.key())),
        "covers" => list(of.covers.iter().map(|kind: &Kind| names::kind(kind.key()))),
        "title" => text(&of.title),
        "when" => Told::Text(when_words(campaign, years, of.when)),
        "time" => Told::Text(of.time.map(|time| time.to_string()).unwrap_or_default()),
        "window" => Told::Text(
            of.window
                .as_ref()
                .map(|window| {
                    say::later_or_earlier(crate::words::days(window.before.into()), crate::words::days(window.after.into()))
                })
                .unwrap_or_default(),
        ),
        "status" => text(campaign.status_name(of)),
        "for_creator" => Told::Text(of.for_creator.map(|id| creator_name(campaign, id)).unwrap_or_default()),
        "mentions_brand" => yes(of.mentions_brand),
        "platform" => choice(of.platform.map(model::Platform::key), names::platform),
        "format" => choice(of.format.map(model::Format::key), names::choice),
        "duration" => Told::Text(of.duration.map(say::minutes).unwrap_or_default()),
        "hook" => some(of.hook.as_ref()),
        "audience_value" => list(of.audience_value.iter().map(|value: &AudienceValue| names::choice(value.key()))),
        "shared_value" => some(of.shared_value.as_ref()),
        "product" => {
            Told::Text(of.product.and_then(|id| campaign.product(id)).map(|product| product.name.clone()).unwrap_or_default())
        }
        "cta" => choice(of.cta.map(model::Cta::key), names::cta),
        "placement" => choice(of.placement.map(model::Placement::key), names::placement),
        "compensation" => choice(of.compensation.map(model::Compensation::key), names::choice),
        "disclosure" => {
            let marks = [(of.disclosure.spoken, "spoken"), (of.disclosure.platform_label, "platform_label")];
            let marks = marks.into_iter().filter(|(is, _)| *is).map(|(_, field)| names::field(field));
            list(of.disclosure.text.as_deref().into_iter().chain(marks))
        }
        "creative_control" => choice(of.creative_control.map(model::Control::key), names::choice),
        "must_say" => some(of.must_say.as_ref()),
        "cause" => yes(of.cause),
        "proof" => some(of.proof.as_ref()),
        "owner" => some(of.owner.as_ref()),
        "cost" => Told::Text(of.cost.map(Money::readable).unwrap_or_default()),
        "kpis" => list(&of.kpis),
        "image" => {
            Told::Text(of.image.and_then(|id| campaign.picture(id)).map(|picture| picture.name.clone()).unwrap_or_default())
        }
        "notes" => some(of.notes.as_ref()),
        "links" => list(&of.links),
        "features" => list(of.features.iter().map(|id| creator_name(campaign, *id))),
        "brand" => Told::Text(of.brand.and_then(|id| campaign.brand(id)).map(|brand| brand.name.clone()).unwrap_or_default()),
        _ => Told::TooMuch,
    }
}

/// A field of a lane.
pub(super) fn lane(campaign: &Campaign, years: Years, of: &Lane, field: &str) -> Told {
    match field {
        "kind" => text(names::choice(of.kind.key())),
        "creator" => Told::Text(of.creator.map(|id| creator_name(campaign, id)).unwrap_or_default()),
        "brand" => Told::Text(of.brand.and_then(|id| campaign.brand(id)).map(|brand| brand.name.clone()).unwrap_or_default()),
        "name" => some(of.name.as_ref()),
        "audience_group" => some(of.audience_group.as_ref()),
        "mode" => text(names::choice(of.mode.key())),
        "relationship" => relationship(&of.relationship),
        "organic_per_week" => Told::Text(of.organic_per_week.map(|n| n.to_string()).unwrap_or_default()),
        "notes" => list(of.notes.iter().map(|note| match note.when {
            When::Undated => note.text.clone(),
            when => say::with_note(&note.text, when_words(campaign, years, when)),
        })),
        "value_links" => list(of.value_links.iter().map(|link| say::from_to(&link.creator, &link.brand))),
        "values_compared" => Told::Text(
            of.values_compared.as_ref().map(|compared| say::with_note(&compared.by, compared.on.long())).unwrap_or_default(),
        ),
        _ => Told::TooMuch,
    }
}

fn relationship(of: &Relationship) -> Told {
    let mut all = vec![names::choice(of.status.key()).to_owned()];
    all.extend(of.basis.map(|basis| names::choice(basis.key()).to_owned()));
    all.extend(of.since.clone());
    all.extend(of.last_visible.map(Day::long));
    all.extend(of.evidence.iter().cloned());
    all.extend(of.recorded_by.clone());
    all.extend(of.recorded_on.map(Day::long));
    list(all)
}

/// A field of a brand.
pub(super) fn brand(of: &Brand, field: &str) -> Told {
    match field {
        "name" => text(&of.name),
        "values" => list(&of.values),
        "proof" => list(of.proof.iter().map(|proof| say::with_note(&proof.value, &proof.does))),
        "competitors" => list(&of.competitors),
        _ => Told::TooMuch,
    }
}

/// A field of a product.
pub(super) fn product(campaign: &Campaign, of: &Product, field: &str) -> Told {
    match field {
        "name" => text(&of.name),
        "brand" => Told::Text(of.brand.and_then(|id| campaign.brand(id)).map(|brand| brand.name.clone()).unwrap_or_default()),
        "category" => some(of.category.as_ref()),
        "available_from" => day(of.available_from),
        "delivery_proof" => some(of.delivery_proof.as_ref()),
        "sensitive" => choice(of.sensitive.map(model::Sensitive::key), names::choice),
        "verified" => {
            Told::Text(of.verified.as_ref().map(|verified| say::with_note(&verified.by, verified.on.long())).unwrap_or_default())
        }
        _ => Told::TooMuch,
    }
}

/// A field of a creator.
pub(super) fn creator(of: &Creator, field: &str) -> Told {
    match field {
        "name" => text(&of.name),
        "handle" => some(of.handle.as_ref()),
        "platforms" => list(of.platforms.iter().map(|platform| names::platform(platform.key()))),
        "values" => list(&of.values),
        "voice" => list(of.voice.words.iter().chain(&of.voice.never_says)),
        "no_go" => list(of.no_go.iter().map(|no_go: &NoGo| note(&no_go.category, no_go.consent.as_ref()))),
        "past" => list(of.past.iter().map(|deal: &PastDeal| note(&deal.brand, deal.category.as_ref()))),
        "audience_size" => Told::Text(of.audience_size.map(counts::grouped).unwrap_or_default()),
        "followers_since" => some(of.followers_since.as_ref()),
        "young_audience" => Told::Text(of.young_audience.map(say::percent).unwrap_or_default()),
        "about" => some(of.about.as_ref()),
        "contact" => some(of.contact.as_ref()),
        "languages" => list(&of.languages),
        _ => Told::TooMuch,
    }
}

/// A field of the campaign itself.
pub(super) fn campaign(of: &Campaign, field: &str) -> Told {
    let span = |from: Day, to: Day| say::span(from.before(to), to.long());
    match field {
        "name" => text(&of.name),
        "line" => some(of.line.as_ref()),
        "objective" => choice(of.objective.map(model::Objective::key), names::choice),
        "start" => day(of.start),
        "end" => day(of.end),
        "anchor" => Told::Text(
            of.anchor.as_ref().map(|anchor| note(&anchor.label, anchor.date.map(Day::long).as_ref())).unwrap_or_default(),
        ),
        "continues" => yes(of.continues),
        "markets" => list(&of.markets),
        "time_zone" => some(of.time_zone.as_ref()),
        "phases" => {
            list(of.phases.iter().map(|phase: &Phase| say::named_span(&phase.name, phase.from.before(phase.to), phase.to.long())))
        }
        "blackouts" => list(of.blackouts.iter().map(|quiet| note(&span(quiet.from, quiet.to), quiet.why.as_ref()))),
        "budget" => Told::Text(of.budget.map(Money::readable).unwrap_or_default()),
        "audience" => some(of.audience.as_ref()),
        "audience_values" => list(&of.audience_values),
        "kpis" => list(&of.kpis),
        "rules_off" => list(of.rules_off.iter().map(|off| &off.rule)),
        _ => Told::TooMuch,
    }
}

/// A field of an accepted finding.
pub(super) fn acceptance(of: &Acceptance, field: &str) -> Told {
    match field {
        "rule" => text(&of.rule),
        "target" => text(match of.target {
            Scope::Campaign => say::the_campaign(),
            Scope::Lane(_) => say::whole_lane(),
            Scope::Moment(_) => names::kind(""),
        }),
        "reason" => text(&of.reason),
        "owner" => text(&of.owner),
        "until" => day(of.until),
        "show_to_client" => yes(of.show_to_client),
        _ => Told::TooMuch,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{AcceptanceId, BrandId, CreatorId, IdSource, LaneId, LaneKind, MomentId, PlanId, ProductId};

    #[test]
    fn every_field_of_the_plan_has_a_name_and_a_value_in_words() {
        let plan = Campaign::new(PlanId::default(), "Plan");
        let mut ids = IdSource::seeded(1);
        let told = |fields: &'static [&'static str], too_much: &[&str], value: &dyn Fn(&str) -> Told| {
            for field in fields.iter().filter(|field| !matches!(**field, "id" | "moments")) {
                assert_ne!(name(field), names::field("no such field"), "{field} has no name");
                assert_eq!(value(field) == Told::TooMuch, too_much.contains(field), "{field}");
            }
        };
        let one = Moment::new(ids.moment(), Kind::Story, "One");
        told(Moment::FIELDS, &[], &|field| moment(&plan, Years::Told, &one, field));
        let row = Lane::empty(LaneId::parse("l").unwrap(), LaneKind::Brand);
        told(Lane::FIELDS, &[], &|field| lane(&plan, Years::Told, &row, field));
        told(Brand::FIELDS, &[], &|field| brand(&Brand::new(BrandId::parse("b").unwrap(), "B"), field));
        told(Product::FIELDS, &[], &|field| product(&plan, &Product::new(ProductId::parse("p").unwrap(), "P"), field));
        told(Creator::FIELDS, &[], &|field| creator(&Creator::new(CreatorId::parse("c").unwrap(), "C"), field));
        let lists = ["products", "creators", "ideas", "acceptances", "pictures"];
        let large = ["brands", "lanes", "settings", "house", "brand_kit", "own_pages", "shared_with", "beside"];
        let own: Vec<&'static str> = Campaign::FIELDS.iter().copied().filter(|field| !lists.contains(field)).collect();
        told(own.leak(), &large, &|field| campaign(&plan, field));
        let accepted = Acceptance {
            id: AcceptanceId::parse("a").unwrap(),
            rule: "PBR-01".into(),
            target: Scope::Moment(MomentId::parse("m").unwrap()),
            reason: "Fine".into(),
            owner: "Lena".into(),
            until: None,
            show_to_client: false,
            facts: Vec::new(),
            unknown: crate::model::Unknown::default(),
        };
        told(Acceptance::FIELDS, &["facts"], &|field| acceptance(&accepted, field));
    }

    #[test]
    fn long_texts_are_shown_where_they_part() {
        let long = |end: &str| Told::Text(format!("{} {end}", "word ".repeat(40).trim_end()));
        let line = difference("notes", long("before noon"), long("after noon"));
        assert!(line.contains("before noon → …") && line.contains("after noon"), "{line}");
        let text = |text: &str| Told::Text(text.to_owned());
        assert_eq!(difference("title", text("Old"), text("New")), "Title: Old → New");
        assert_eq!(difference("hook", text(""), text("New")), "Hook: nothing → New");
        assert_eq!(difference("hook", text("a  b"), text("a b")), "Hook changed");
        assert!(difference("notes", text("short"), text(&"x".repeat(500))).chars().count() < 120);
        assert_eq!(difference("title", text("Win\u{200b}ter\u{7}"), text("Winter")), "Title: Win‹U+200B›ter‹U+0007› → Winter");
        assert_eq!(short("\u{202e}live\u{202c} x"), "‹U+202E›live‹U+202C› x");
    }
}
