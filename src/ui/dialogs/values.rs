//! What creator, brand and audience stand for, side by side: what they have in common stands in one row.

use egui::{Frame, Id, Key, Label, Margin, Popup, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::edit::{BrandChange, CampaignChange, CreatorChange, Edit, LaneChange, MomentChange, Step};
use crate::model::{Brand, Campaign, Compared, Creator, Lane, LaneId, Synonyms, Unknown, ValueLink, same_word};
use crate::ui::kit::{self, Button, TextField, marks, paint};
use crate::ui::theme::{self, Tone, space};
use crate::ui::view::{Action, Actions, Cx};
use crate::ui::{fonts, icons};
use crate::words::{self, inspect as say, window};

use super::{Dialog, paragraph};

/// Whose list a value stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Side {
    /// The creator's.
    Creator,
    /// The brand's.
    Brand,
    /// The audience's, as the plan assumes it.
    Audience,
}

impl Side {
    const ALL: [Self; 3] = [Self::Creator, Self::Brand, Self::Audience];
}

/// A row: the words that stand for one value, one a side.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ValueRow {
    /// The creator's word, the brand's, the audience's.
    pub words: [Option<String>; 3],
    /// Two different words were noted as the same.
    pub linked: bool,
}

impl ValueRow {
    /// On how many sides it stands.
    #[must_use]
    pub fn sides(&self) -> usize {
        self.words.iter().flatten().count()
    }

    /// Whether creator and brand have it in common.
    #[must_use]
    pub fn common(&self) -> bool {
        matches!(self.words, [Some(_), Some(_), _])
    }

    fn verdict(&self) -> &'static str {
        match (self.sides(), self.common()) {
            (3, _) => say::all_three(),
            (2, true) => say::creator_and_brand(),
            (2, false) => say::with_audience(),
            _ => say::only_one(),
        }
    }
}

/// The rows of three lists: what most sides have comes first, and each keeps the order of its list. `words` say which two are
/// one value.
#[must_use]
pub fn value_rows(words: Synonyms<'_>, [creator, brand, audience]: [&[String]; 3], links: &[ValueLink]) -> Vec<ValueRow> {
    let mut rows: Vec<ValueRow> = Vec::new();
    for word in creator {
        rows.push(ValueRow { words: [Some(word.clone()), None, None], linked: false });
    }
    for word in brand {
        let free = |row: &&mut ValueRow| row.words[1].is_none();
        let equal = |row: &ValueRow| row.words[0].as_deref().is_some_and(|other| words.value(other, word));
        let link = |row: &ValueRow| {
            let own = row.words[0].as_deref().unwrap_or_default();
            links.iter().any(|link| words.value(&link.brand, word) && words.value(&link.creator, own))
        };
        if let Some(row) = rows.iter_mut().filter(free).find(|row| equal(row)) {
            row.words[1] = Some(word.clone());
        } else if let Some(row) = rows.iter_mut().filter(free).find(|row| link(row)) {
            row.words[1] = Some(word.clone());
            row.linked = true;
        } else {
            rows.push(ValueRow { words: [None, Some(word.clone()), None], linked: false });
        }
    }
    for word in audience {
        let equal = |row: &ValueRow| row.words[..2].iter().flatten().any(|other| words.value(other, word));
        if let Some(row) = rows.iter_mut().filter(|row| row.words[2].is_none()).find(|row| equal(row)) {
            row.words[2] = Some(word.clone());
        } else {
            rows.push(ValueRow { words: [None, None, Some(word.clone())], linked: false });
        }
    }
    // A stable sort: within the same standing the lists' own order stays.
    rows.sort_by_key(|row| (std::cmp::Reverse(row.sides()), !row.common()));
    rows
}

/// What is being written in the dialog and not in the plan yet.
#[derive(Clone, Debug, Default)]
pub struct ValuesDraft {
    new: [String; 3],
    renaming: Option<(Side, String, String)>,
    by: Option<String>,
}

/// A lane with everyone whose values are compared.
#[derive(Clone, Copy)]
struct Compare<'a> {
    campaign: &'a Campaign,
    lane: &'a Lane,
    creator: &'a Creator,
    brand: Option<&'a Brand>,
    words: Synonyms<'a>,
}

impl<'a> Compare<'a> {
    fn of(campaign: &'a Campaign, words: Synonyms<'a>, lane: LaneId) -> Option<Self> {
        let lane = campaign.lane(lane)?;
        let creator = campaign.creator_of(lane)?;
        Some(Self { campaign, lane, creator, brand: campaign.brand_of(lane).map(AsRef::as_ref), words })
    }

    fn list(self, side: Side) -> &'a [String] {
        match side {
            Side::Creator => &self.creator.values,
            Side::Brand => self.brand.map_or(&[], |brand| &brand.values),
            Side::Audience => &self.campaign.audience_values,
        }
    }

    fn name(self, side: Side) -> &'a str {
        match side {
            Side::Creator => self.creator.first_name(),
            Side::Brand => self.brand.map_or(say::no_brand_yet(), |brand| &brand.name),
            Side::Audience => say::the_audience(),
        }
    }

    /// The list of a side becomes this.
    fn set(self, side: Side, values: Vec<String>) -> Option<Edit> {
        Some(match side {
            Side::Creator => Edit::SetCreator { id: self.creator.id, change: CreatorChange::Values(values) },
            Side::Brand => Edit::SetBrand { id: self.brand?.id, change: BrandChange::Values(values) },
            Side::Audience => Edit::SetCampaign { change: Box::new(CampaignChange::AudienceValues(values)) },
        })
    }

    /// The lanes whose links and cards speak of a value of that side.
    fn lanes(self, side: Side) -> impl Iterator<Item = &'a Lane> {
        self.campaign.lanes.iter().map(AsRef::as_ref).filter(move |lane: &&Lane| match side {
            Side::Creator => lane.creator == Some(self.creator.id),
            Side::Brand => self.campaign.brand_of(lane).map(|brand| brand.id) == self.brand.map(|brand| brand.id),
            Side::Audience => false,
        })
    }

    /// Adds a value; `None` where it stands there already, or is no word.
    fn add(self, side: Side, word: &str) -> Option<Step> {
        let word = word.trim();
        let list = self.list(side);
        if word.is_empty() || list.iter().any(|known| same_word(known, word)) {
            return None;
        }
        let mut values = list.to_vec();
        values.push(word.to_owned());
        Some(Step::new(say::step_add_value(word, self.name(side)), vec![self.set(side, values)?]))
    }

    /// Takes a value out, and the links that named it.
    fn remove(self, side: Side, word: &str) -> Option<Step> {
        let values = self.list(side).iter().filter(|known| *known != word).cloned().collect();
        let mut edits = vec![self.set(side, values)?];
        for lane in self.lanes(side) {
            let links: Vec<ValueLink> = lane.value_links.iter().filter(|link| own_word(link, side) != word).cloned().collect();
            if links.len() < lane.value_links.len() {
                edits.push(Edit::SetLane { id: lane.id, change: LaneChange::ValueLinks(links) });
            }
        }
        Some(Step::new(say::step_remove_value(word, self.name(side)), edits))
    }

    /// Gives a value another word, also in the links and on the cards that name it.
    fn rename(self, side: Side, old: &str, new: &str) -> Option<Step> {
        let new = new.trim();
        let taken = self.list(side).iter().any(|known| known != old && same_word(known, new));
        if new.is_empty() || new == old || taken {
            return None;
        }
        let renamed = |word: &String| if word == old { new.to_owned() } else { word.clone() };
        let mut edits = vec![self.set(side, self.list(side).iter().map(renamed).collect())?];
        let other = if side == Side::Creator { Side::Brand } else { Side::Creator };
        for lane in self.lanes(side) {
            if lane.value_links.iter().any(|link| own_word(link, side) == old) {
                let links = lane.value_links.iter().cloned().map(|mut link| {
                    if own_word(&link, side) == old {
                        match side {
                            Side::Creator => new.clone_into(&mut link.creator),
                            Side::Brand | Side::Audience => new.clone_into(&mut link.brand),
                        }
                    }
                    link
                });
                edits.push(Edit::SetLane { id: lane.id, change: LaneChange::ValueLinks(links.collect()) });
            }
            // A card keeps the word as long as the other side still has it.
            let here = Compare::of(self.campaign, self.words, lane.id);
            if here.is_some_and(|here| here.list(other).iter().any(|known| self.words.value(known, old))) {
                continue;
            }
            for moment in lane.moments.iter().filter(|moment| moment.shared_value.as_deref() == Some(old)) {
                edits.push(Edit::SetMoment { id: moment.id, change: MomentChange::SharedValue(Some(new.to_owned())) });
            }
        }
        Some(Step::new(say::step_rename_value(old, new), edits))
    }

    /// Notes that two words mean the same.
    fn link(self, creator: &str, brand: &str) -> Step {
        let mut links = self.lane.value_links.clone();
        links.push(ValueLink { creator: creator.to_owned(), brand: brand.to_owned(), unknown: Unknown::default() });
        let edit = Edit::SetLane { id: self.lane.id, change: LaneChange::ValueLinks(links) };
        Step::new(say::step_same_value(creator, brand), vec![edit])
    }

    /// Takes that note back.
    fn unlink(self, creator: &str, brand: &str) -> Step {
        let gone = |link: &&ValueLink| !(self.words.value(&link.creator, creator) && self.words.value(&link.brand, brand));
        let links = self.lane.value_links.iter().filter(gone).cloned().collect();
        let edit = Edit::SetLane { id: self.lane.id, change: LaneChange::ValueLinks(links) };
        Step::new(say::step_not_same(creator, brand), vec![edit])
    }
}

/// The word of a link on that side.
fn own_word(link: &ValueLink, side: Side) -> &str {
    if side == Side::Creator { &link.creator } else { &link.brand }
}

/// Shows the lists of a lane side by side; true once it was closed. Every change is a step of its own.
pub fn values_ui(cx: &Cx<'_>, lane: LaneId, draft: &mut ValuesDraft, ui: &mut Ui, out: &mut Actions) -> bool {
    let Some(compare) = Compare::of(cx.campaign, cx.synonyms(), lane) else { return true };
    let rows = value_rows(compare.words, Side::ALL.map(|side| compare.list(side)), &compare.lane.value_links);
    let height = (ui.ctx().content_rect().height() - 320.0).clamp(120.0, 480.0);
    let by = draft.by.take();
    let (mut noted, mut later) = (by.clone(), Actions::default());
    let answer = Dialog::filled("values dialog", say::values_title(), 760.0).show(
        ui.ctx(),
        |ui| {
            verdict(compare, ui, &rows);
            heads(cx, compare, ui);
            ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                for row in &rows {
                    row_ui(cx, compare, draft, ui, out, row, &rows);
                }
            });
            adders(compare, draft, ui, out);
            None
        },
        |ui| {
            let close = Button::primary(window::close()).show(ui).clicked();
            noted = note(cx, compare, ui, &mut later, by);
            close.then_some(())
        },
    );
    draft.by = noted;
    later.drain().into_iter().for_each(|action| out.push(action));
    answer.is_some()
}

/// What the lists say together: the sentence of the rule about them.
fn verdict(compare: Compare<'_>, ui: &mut Ui, rows: &[ValueRow]) {
    let (creator, brand) = (compare.name(Side::Creator), compare.name(Side::Brand));
    let common = rows.iter().filter(|row| row.common()).count();
    let text = if compare.list(Side::Creator).is_empty() || compare.list(Side::Brand).is_empty() {
        say::values_unset().to_owned()
    } else if common == 0 {
        say::values_none(creator, brand)
    } else {
        say::values_common(words::count(i64::try_from(common).unwrap_or(i64::MAX), "value", "values"), creator, brand)
    };
    paragraph(ui, &text);
}

/// How the width is parted: three columns, and the word for how many have it.
fn columns(ui: &Ui) -> (f32, f32) {
    let verdict = if ui.available_width() > 560.0 { 130.0 } else { 0.0 };
    ((ui.available_width() - verdict) / 3.0, verdict)
}

fn heads(cx: &Cx<'_>, compare: Compare<'_>, ui: &mut Ui) {
    let t = cx.tokens;
    let (column, _) = columns(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        for side in Side::ALL {
            let (rect, response) = ui.allocate_exact_size(vec2(column, 34.0), Sense::hover());
            let (name, source) = match side {
                Side::Creator => (compare.name(side), say::stand_creator()),
                Side::Brand => (compare.name(side), say::stand_brand()),
                Side::Audience => (compare.name(side), say::stand_audience()),
            };
            response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, say::value_of(name, source)));
            let painter = ui.painter();
            let mark = pos2(rect.left() + 11.0, rect.center().y);
            match side {
                Side::Creator => {
                    let at = cx.campaign.creators.iter().position(|other| other.id == compare.creator.id);
                    marks::avatar(painter, mark, 22.0, at.unwrap_or_default(), &compare.creator.name);
                }
                Side::Brand => icons::BRAND.paint(painter, mark, 16.0, t.text_2),
                Side::Audience => icons::KIND_COMMUNITY.paint(painter, mark, 16.0, t.text_2),
            }
            let galley = paint::line_within(painter, fonts::UI_B, name, t.text, column - 36.0);
            painter.galley(pos2(rect.left() + 30.0, rect.top()), galley, t.text);
            paint::text_at(painter, rect.left() + 30.0, rect.bottom() - 8.0, fonts::META, source, t.text_3);
        }
    });
    let line = ui.next_widget_position();
    ui.painter().hline(line.x..=line.x + ui.available_width(), line.y, Stroke::new(theme::EDGE, t.line_subtle));
}

fn row_ui(
    cx: &Cx<'_>,
    compare: Compare<'_>,
    draft: &mut ValuesDraft,
    ui: &mut Ui,
    out: &mut Actions,
    row: &ValueRow,
    rows: &[ValueRow],
) {
    let t = cx.tokens;
    let (column, verdict) = columns(ui);
    let fill = if row.common() { t.tone(Tone::Ok).bg } else { egui::Color32::TRANSPARENT };
    Frame::NONE.fill(fill).corner_radius(theme::R2).inner_margin(Margin::symmetric(0, 3)).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let top = ui.cursor().min;
            join(cx, ui, row, top, column);
            for (at, side) in Side::ALL.into_iter().enumerate() {
                let left = top.x + column * at as f32;
                let rect = egui::Rect::from_min_size(pos2(left, top.y), vec2(column, theme::FIELD));
                let salt = ("value", at, row.words.iter().flatten().next());
                let mut cell = ui.new_child(egui::UiBuilder::new().id_salt(salt).max_rect(rect.shrink2(vec2(4.0, 0.0))));
                if let Some(word) = row.words.get(at).and_then(Option::as_ref) {
                    value(compare, draft, &mut cell, out, (side, word), row, rows);
                }
            }
            let whole = egui::Rect::from_min_size(top, vec2(column * 3.0 + verdict, theme::FIELD));
            let response = ui.allocate_rect(whole, Sense::hover());
            let spoken = row.words.iter().flatten().cloned().collect::<Vec<_>>().join(" = ");
            let text = say::value_of(spoken, row.verdict());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
            if verdict > 0.0 {
                let color = if row.common() { t.tone(Tone::Ok).text } else { t.text_3 };
                let left = whole.right() - verdict + 6.0;
                paint::text_at(ui.painter(), left, whole.center().y, fonts::META_M, row.verdict(), color);
            }
            response.on_hover_text(if row.linked { say::same_by_link() } else { row.verdict() });
        });
    });
}

/// The line that joins what belongs together, so that one need not trust the colour: it runs behind the words, from the
/// first to the last, and is dashed where two different words were noted as the same.
fn join(cx: &Cx<'_>, ui: &Ui, row: &ValueRow, top: egui::Pos2, column: f32) {
    if row.sides() < 2 {
        return;
    }
    let t = cx.tokens;
    let y = top.y + theme::FIELD / 2.0;
    let first = row.words.iter().position(Option::is_some).unwrap_or_default() as f32;
    let last = row.words.iter().rposition(Option::is_some).unwrap_or_default() as f32;
    // From inside the first word to inside the last one: both cover their end of it.
    let (from, to) = (top.x + column * first + 20.0, top.x + column * last + 20.0);
    let stroke = Stroke::new(theme::STEM, if row.common() { t.tone(Tone::Ok).line } else { t.line_strong });
    if row.linked {
        paint::dashed_line(ui.painter(), &[pos2(from, y), pos2(to, y)], stroke, theme::DASH_SLOT);
    } else {
        ui.painter().hline(from..=to, y, stroke);
    }
}

/// A word with its menu, or the field in which it is renamed.
fn value(
    compare: Compare<'_>,
    draft: &mut ValuesDraft,
    ui: &mut Ui,
    out: &mut Actions,
    (side, word): (Side, &String),
    row: &ValueRow,
    rows: &[ValueRow],
) {
    let whose = compare.name(side);
    if let Some((at, old, text)) = draft.renaming.as_mut().filter(|(at, old, _)| *at == side && old == word) {
        let id = Id::unique(("rename value", *at, old.as_str()));
        let name = say::new_name(old.as_str());
        let response = TextField::new(id, &name).width(ui.available_width()).keeps().show_marked(ui, text);
        if response.lost_focus() {
            if !ui.input(|input| input.key_pressed(Key::Escape))
                && let Some(step) = compare.rename(side, word, text)
            {
                out.push(Action::Edit(step));
            }
            draft.renaming = None;
        }
        return;
    }
    let name = say::value_of(whose, word);
    let chip = kit::word_chip(ui, word, &name, ui.available_width(), row.common());
    Popup::menu(&chip).width(240.0).accessible_name(name).show(|ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        let pressed = |ui: &mut Ui, text: &str| {
            let clicked = kit::menu_row(ui, None, text, "", false).clicked();
            if clicked {
                ui.close();
            }
            clicked
        };
        if pressed(ui, say::rename_value()) {
            draft.renaming = Some((side, word.clone(), word.clone()));
            let id = Id::unique(("rename value", side, word.as_str()));
            ui.memory_mut(|memory| memory.request_focus(id));
            kit::select_all(ui.ctx(), id, word);
        }
        if pressed(ui, say::remove_value())
            && let Some(step) = compare.remove(side, word)
        {
            out.push(Action::Edit(step));
        }
        if let ([Some(creator), Some(brand), _], true) = (&row.words, row.linked) {
            let other = if side == Side::Creator { brand } else { creator };
            if side != Side::Audience && pressed(ui, &say::not_same(other)) {
                out.push(Action::Edit(compare.unlink(creator, brand)));
            }
        }
        // What stands only on this side can be given to another one, or be the same as one of its words.
        for (at, other) in Side::ALL.into_iter().enumerate().filter(|(_, other)| *other != side) {
            let there = row.words.get(at).is_some_and(Option::is_some);
            let possible = other != Side::Brand || compare.brand.is_some();
            if !there
                && possible
                && pressed(ui, &say::also_stands(compare.name(other)))
                && let Some(step) = compare.add(other, word)
            {
                out.push(Action::Edit(step));
            }
        }
        if side != Side::Audience && !row.common() {
            let (mine, theirs) = if side == Side::Creator { (0, 1) } else { (1, 0) };
            for partner in rows.iter().filter(|other| !other.common() && other.words[mine].is_none()) {
                if let Some(other) = &partner.words[theirs]
                    && pressed(ui, &say::same_as(other))
                {
                    let (creator, brand) = if side == Side::Creator { (word, other) } else { (other, word) };
                    out.push(Action::Edit(compare.link(creator, brand)));
                }
            }
        }
    });
}

/// Under each column a field that adds to it.
fn adders(compare: Compare<'_>, draft: &mut ValuesDraft, ui: &mut Ui, out: &mut Actions) {
    let (column, _) = columns(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let top = ui.cursor().min;
        let mut tall = theme::FIELD;
        for ((at, side), text) in Side::ALL.into_iter().enumerate().zip(&mut draft.new) {
            let rect = egui::Rect::from_min_size(pos2(top.x + column * at as f32, top.y), vec2(column, theme::FIELD));
            let mut cell = ui.new_child(egui::UiBuilder::new().id_salt(("new value", at)).max_rect(rect.shrink2(vec2(4.0, 0.0))));
            if side == Side::Brand && compare.brand.is_none() {
                cell.disable();
            }
            let id = Id::unique(("new value", at));
            let name = say::new_value(compare.name(side));
            let response = TextField::new(id, &name).hint(say::add()).width(rect.width() - 8.0).show_marked(&mut cell, text);
            if response.lost_focus() && cell.input(|input| input.key_pressed(Key::Enter)) {
                if let Some(step) = compare.add(side, text) {
                    out.push(Action::Edit(step));
                }
                text.clear();
                // The next one is often written right after.
                response.request_focus();
            }
            tall = tall.max(cell.min_rect().height());
        }
        ui.allocate_exact_size(vec2(column * 3.0, tall), Sense::hover());
    });
}

/// The field that notes who held the lists side by side. What is written goes into the plan when the field is left.
fn note(cx: &Cx<'_>, compare: Compare<'_>, ui: &mut Ui, out: &mut Actions, draft: Option<String>) -> Option<String> {
    let t = cx.tokens;
    let now = compare.lane.values_compared.as_ref();
    let mut text = draft.clone().unwrap_or_else(|| now.map_or_else(String::new, |compared| compared.by.clone()));
    let width = (ui.available_width() - 110.0).clamp(80.0, 240.0);
    let mut written = draft;
    ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = space::L;
        ui.add(Label::new(fonts::BODY.rich(say::compared_by()).color(t.text_3)));
        let id = Id::unique("values compared by");
        let field = TextField::new(id, say::compared_by()).hint(say::compared_hint()).width(width).keeps();
        let response = field.show_marked(ui, &mut text);
        if response.changed() {
            written = Some(text.clone());
        }
        if response.lost_focus() && written.is_some() {
            written = None;
            let by = text.trim();
            if by != now.map_or("", |compared| compared.by.as_str()) {
                let compared =
                    (!by.is_empty()).then(|| Compared { by: by.to_owned(), on: cx.today, unknown: Unknown::default() });
                let field = words::names::field_word("values_compared");
                let label = words::steps::step_lane(field, compare.campaign.lane_name(compare.lane));
                let edit = Edit::SetLane { id: compare.lane.id, change: LaneChange::ValuesCompared(compared) };
                out.push(Action::Edit(Step::new(label, vec![edit])));
            }
        }
    });
    written
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::model::{House, Same, Settings, Vocabulary};

    fn list(words: &str) -> Vec<String> {
        words.split(' ').filter(|word| !word.is_empty()).map(str::to_owned).collect()
    }

    fn rows(creator: &str, brand: &str, audience: &str, links: &[(&str, &str)]) -> Vec<String> {
        rows_of(None, creator, brand, audience, links)
    }

    fn rows_of(house: Option<&House>, creator: &str, brand: &str, audience: &str, links: &[(&str, &str)]) -> Vec<String> {
        let link = |(creator, brand): &(&str, &str)| ValueLink {
            creator: (*creator).to_owned(),
            brand: (*brand).to_owned(),
            unknown: Unknown::default(),
        };
        let links: Vec<ValueLink> = links.iter().map(link).collect();
        let rows = value_rows(Synonyms::of(house), [&list(creator), &list(brand), &list(audience)], &links);
        let word = |word: &Option<String>| word.clone().unwrap_or_else(|| "-".to_owned());
        rows.iter().map(|row| row.words.iter().map(word).collect::<Vec<_>>().join(" ")).collect()
    }

    #[test]
    fn what_is_common_stands_in_one_row_and_first() {
        assert_eq!(rows("craft humour", "speed Craft", "craft speed", &[]), ["craft Craft craft", "- speed speed", "humour - -"]);
        assert_eq!(rows("craft", "making", "", &[("craft", "making")]), ["craft making -"]);
        assert_eq!(rows("craft", "making", "", &[]), ["craft - -", "- making -"]);
        assert!(rows("", "", "", &[]).is_empty());
    }

    #[test]
    fn words_that_an_agency_takes_for_the_same_stand_in_one_row() {
        let same = Same { words: list("craft making"), unknown: Unknown::default() };
        let vocabulary = Vocabulary { values: vec![same], ..Vocabulary::default() };
        let (settings, rules_off, unknown) = (Settings::default(), Vec::new(), Unknown::default());
        let house = House { name: "Northlight".to_owned(), settings, vocabulary, rules_off, unknown };
        assert_eq!(rows_of(Some(&house), "craft", "Making", "making", &[]), ["craft Making making"]);
        assert_eq!(rows_of(Some(&house), "craft", "speed", "", &[]), ["craft - -", "- speed -"]);
    }

    #[test]
    fn no_word_is_lost_or_shown_twice() {
        let all = rows("a a b", "a b c", "c c a", &[("b", "c"), ("a", "c")]);
        let mut words: Vec<&str> = all.iter().flat_map(|row| row.split(' ')).filter(|word| *word != "-").collect();
        words.sort_unstable();
        let known: HashSet<&str> = words.iter().copied().collect();
        assert_eq!((words.len(), known.len()), (9, 3));
    }
}
