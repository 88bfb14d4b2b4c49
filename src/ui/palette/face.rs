//! What a row of the palette says: made when it is in sight, and never drawn here.

use super::actions;
use super::data::What;
use super::days;
use super::offers::Offers;
use crate::check::{Applicability, Counts, Fix, Severity};
use crate::model::shown::short;
use crate::model::{Kind, LaneKind, MomentId, When};
use crate::ui::board::{Span, when_text};
use crate::ui::command::Command;
use crate::ui::findings::data as findings;
use crate::ui::findings::fixes::FixCache;
use crate::ui::icons::{self, Icon};
use crate::ui::pinned::one_line;
use crate::ui::table::layout::Rows;
use crate::ui::theme::Tone;
use crate::ui::view::{Cx, FindingKey, Mark};
use crate::words::{self, mend, names, palette as say};

/// Most letters of a name beside a day.
const MOST_NAME: usize = 14;

/// What stands before a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Icon(Icon),
    Tone(Tone),
    Kind(Kind),
    /// Somebody, with their place among the creators.
    Person(usize, String),
}

/// What a row says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Face {
    pub(super) sign: Sign,
    pub(super) title: String,
    /// At the right, before the keys.
    pub(super) note: String,
    /// The command whose keys do the same.
    pub(super) keys: Option<Command>,
    /// Of a moment: what the checker says of it, what it is, and whose it is and when it comes, each in a column of its own.
    pub(super) moment: Option<(Option<Tone>, &'static str, String)>,
    /// It is how things are now.
    pub(super) on: bool,
    /// It cannot be chosen now; the note says why.
    pub(super) off: bool,
}

impl Face {
    fn new(sign: Sign, title: impl Into<String>) -> Self {
        Self { sign, title: title.into(), note: String::new(), keys: None, moment: None, on: false, off: false }
    }

    fn note(self, note: impl Into<String>) -> Self {
        Self { note: note.into(), ..self }
    }

    fn keys(self, command: Command) -> Self {
        Self { keys: Some(command), ..self }
    }

    /// What a screen reader says of it.
    pub(super) fn spoken(&self) -> String {
        let mut parts: Vec<&str> = Vec::new();
        match &self.sign {
            Sign::Tone(tone) => parts.push(findings::tone_word(*tone)),
            Sign::Icon(_) | Sign::Kind(_) | Sign::Person(..) => {}
        }
        if let Some((tone, kind, when)) = &self.moment {
            parts.extend([*kind, when.as_str()]);
            parts.extend(tone.map(findings::tone_word));
        }
        parts.extend(Some(self.note.as_str()).filter(|note| !note.is_empty()));
        if parts.is_empty() { self.title.clone() } else { say::row(&self.title, parts.join(", ")) }
    }
}

/// What a row says; `None` for something that is not there any more.
pub(super) fn face(cx: &Cx<'_>, offers: &Offers, fixes: &FixCache, what: &What) -> Option<Face> {
    Some(match what {
        What::Fix(key, at) => fix(cx, offers, key, fixes.last(key)?.get(*at)?, *at)?,
        What::Moment(id) => moment(cx, *id)?,
        What::Note(id) => {
            let (lane, note) = cx.campaign.note(*id)?;
            let name = cx.campaign.lane_name(lane);
            let place = match note.when {
                When::Undated => name.to_owned(),
                when => words::dotted(name, when_text(cx.campaign, cx.years(), when)),
            };
            Face::new(Sign::Icon(icons::NOTE), one_line(note)).note(place)
        }
        What::Days(span) => {
            let (name, [first, last]) = days::of(cx.campaign, *span)?;
            let icon = match span {
                Span::Phase(_) => Command::AddPhase.icon(),
                Span::Blackout(_) => Command::AddBlackout.icon(),
            };
            let name = if name.is_empty() { days::unnamed(*span) } else { name };
            Face::new(Sign::Icon(icon), name).note(first.short_span(last))
        }
        What::Lane(id) => {
            let place = cx.campaign.lanes.iter().position(|lane| lane.id == *id)?;
            let lane = cx.campaign.lanes.get(place)?;
            let open = cx.derived.lanes.get(place).map_or(0, |view| view.counts.open());
            let name = cx.campaign.lane_name(lane);
            let sign = match cx.campaign.creators.iter().position(|creator| Some(creator.id) == lane.creator) {
                Some(place) => Sign::Person(place, name.to_owned()),
                None if lane.kind == LaneKind::Brand => Sign::Icon(icons::BRAND),
                None => Sign::Icon(icons::USERS),
            };
            let title = if name.trim().is_empty() { say::go_to_lane_plain().to_owned() } else { say::go_to_lane(name) };
            Face::new(sign, title).note(say::of_lane(lane.moments.len(), open))
        }
        What::Creator(id) => {
            let place = cx.campaign.creators.iter().position(|creator| creator.id == *id)?;
            let name = &cx.campaign.creators.get(place)?.name;
            Face::new(Sign::Person(place, name.clone()), say::open_page(name)).note(words::side::no_lane())
        }
        What::Finding(key) => {
            let finding = findings::find(cx.derived, key)?;
            Face::new(Sign::Tone(findings::tone(finding)), finding.message.as_str()).note(finding.code())
        }
        What::Run(command) => run(cx, offers, *command),
        What::AddFor(kind, lane) => {
            let lane = cx.campaign.lane(*lane)?;
            let face = Face::new(Sign::Icon(icons::PLUS), actions::added(cx, *kind, lane)).keys(Command::Add(*kind));
            match cx.locked() {
                Some(why) => Face { off: true, keys: None, ..face.note(why) },
                None => face,
            }
        }
        What::BriefOf(lane) => {
            let lane = cx.campaign.lane(*lane)?;
            Face::new(Sign::Icon(icons::SHARE), actions::brief(cx, lane)).note(say::creator_version())
        }
        What::Audience(lane, with) => {
            let name = actions::audience_name(
                cx,
                cx.campaign.lane(*lane)?,
                with.and_then(|with| cx.campaign.lane(with)).map(|with| &**with),
            );
            let face = Face::new(Sign::Icon(icons::USERS), name);
            match cx.locked() {
                Some(why) => Face { off: true, ..face.note(why) },
                None => face,
            }
        }
        What::Only(pick) => Face::new(Sign::Icon(icons::FILTER), actions::only_name(cx, pick)),
        What::Rows(rows) => {
            let icon = if matches!(rows, Rows::Grouped(_)) { icons::STACK } else { icons::SORT };
            Face::new(Sign::Icon(icon), actions::rows_name(*rows))
        }
        What::Preset(at) => {
            let preset = offers.presets.get(*at)?;
            Face::new(Sign::Icon(icons::PRESET), words::nested(&say::use_preset(&preset.name)))
        }
        What::Plan(at) => {
            let plan = offers.recent.get(*at)?;
            let note = words::start::where_and_when(&plan.when, &plan.folder);
            Face::new(Sign::Icon(icons::OPEN_FILE), say::open_plan(&plan.name)).note(note)
        }
        What::Template(at) => {
            let of = offers.templates.get(*at)?;
            let face = Face::new(Sign::Icon(icons::STACK), words::nested(&say::start_from(&of.name)));
            let figures = || words::start::figures(words::moments(of.moments), words::weeks(of.weeks));
            face.note(if of.moments == 0 { String::new() } else { figures() })
        }
        What::More(group, rest) => Face::new(Sign::Icon(icons::MORE), say::more(rest)).note(group.name()),
    })
}

fn fix(cx: &Cx<'_>, offers: &Offers, key: &FindingKey, fix: &Fix, at: usize) -> Option<Face> {
    let finding = findings::find(cx.derived, key)?;
    let lane = finding.lane.and_then(|id| cx.campaign.lane(id));
    let name = lane.map(|lane| cx.campaign.short_lane_name(lane)).filter(|name| !name.is_empty() && !fix.title.contains(&**name));
    let title = name.map_or_else(|| fix.title.clone(), |name| words::dotted(&fix.title, name));
    let face = Face::new(Sign::Tone(findings::tone(finding)), title);
    if let Some(why) = cx.locked() {
        return Some(Face { off: true, ..face.note(why) });
    }
    let face = match fix.applicability {
        Applicability::Jump(_) => face.note(mend::go_to_field()),
        Applicability::Safe | Applicability::Suggested => {
            // What a fix does was tried on its lane only, and that is what changes of all that is open.
            let total = |counts: Counts| counts.errors + counts.warnings + counts.hints;
            let before = cx.derived.counts.open();
            let after = (before + total(fix.counts.1)).saturating_sub(total(fix.counts.0));
            face.note(say::findings_change(before, after))
        }
    };
    Some(if at == 0 && offers.in_mind.as_ref() == Some(key) { face.keys(Command::PreviewFix) } else { face })
}

fn moment(cx: &Cx<'_>, id: MomentId) -> Option<Face> {
    let lane = cx.index.place(id)?;
    let place = lane.and_then(|lane| cx.campaign.lanes.iter().position(|other| other.id == lane));
    let moments = match place {
        Some(place) => &cx.campaign.lanes.get(place)?.moments,
        None => &cx.campaign.ideas,
    };
    let moment = moments.iter().find(|moment| moment.id == id)?;
    let title = if moment.title.trim().is_empty() { say::no_title() } else { moment.title.as_str() };
    let tone = place.and_then(|place| cx.derived.mark(place, id)).map(|mark| match mark {
        Mark::Open(Severity::Error) => Tone::Error,
        Mark::Open(Severity::Warning) => Tone::Warning,
        Mark::Open(Severity::Hint) => Tone::Hint,
        Mark::Accepted => Tone::Accepted,
    });
    // Two moments may have the same title: whose they are tells them apart.
    let when = match place.and_then(|place| cx.campaign.lanes.get(place)) {
        Some(lane) => {
            let when = when_text(cx.campaign, cx.years(), moment.when);
            let name = cx.campaign.short_lane_name(lane);
            if name.trim().is_empty() { when } else { words::dotted(short(&name, MOST_NAME), when) }
        }
        None => words::window::in_the_tray().to_owned(),
    };
    let face = Face::new(Sign::Kind(moment.kind), title);
    Some(Face { moment: Some((tone, names::kind(moment.kind.key()), when)), ..face })
}

fn run(cx: &Cx<'_>, offers: &Offers, command: Command) -> Face {
    let face = Face::new(Sign::Icon(command.icon()), actions::name_now(cx, command));
    match actions::why_not(cx, offers, command) {
        Some(why) => Face { off: true, ..face.note(why) },
        None => Face { on: crate::ui::bars::is_on(cx, command), ..face.keys(command) },
    }
}

/// Whether a row can be shown on the board before it is done.
pub(super) fn can_preview(cx: &Cx<'_>, fixes: &FixCache, what: &What) -> bool {
    let What::Fix(key, at) = what else { return false };
    let fix = fixes.last(key).and_then(|fixes| fixes.get(*at));
    cx.locked().is_none() && fix.is_some_and(|fix| !matches!(fix.applicability, Applicability::Jump(_)))
}

/// Why a row cannot be chosen, with what it is about; `None` where it can.
pub(super) fn why_off(face: &Face) -> Option<String> {
    face.off.then(|| say::cannot(&face.title, &face.note))
}
