//! The German texts against the English ones: each has its message, and no message says what no text asks for.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use momentboard::check;
use momentboard::model::{Campaign, Money, MoneyForm, PlanId};
use momentboard::store::{self, template};
use momentboard::words::german::{ENGLISH, FILES};
use momentboard::words::language::{Language, carried, english, speak, spoken};
use momentboard::words::{self, board, counts, deck, filter, findings, keys, names, palette};

/// The texts of a file in English: what the message of each is called, and the names of its arguments.
fn texts(stem: &str, source: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found = BTreeMap::new();
    let mut block = "";
    let mut name = "";
    for line in source.lines() {
        let start = ["say", "plural", "name", "numbered"].into_iter().find(|word| line.starts_with(&format!("{word}! {{")));
        if let Some(word) = start {
            block = word;
            continue;
        }
        if line == "}" {
            block = "";
        }
        let text = line.trim();
        if block.is_empty() || text.starts_with("//") {
            continue;
        }
        if block == "say" || block == "plural" {
            let Some((head, _)) = text.split_once(" = \"") else { continue };
            let (called, args) = head.split_once('(').unwrap_or((head, ""));
            let args = args.trim_end_matches(')').split(',').map(|arg| arg.split(':').next().unwrap_or_default().trim());
            let args = args.filter(|arg| !arg.is_empty()).map(str::to_owned).collect();
            found.insert(format!("{stem}-{called}"), args);
        } else if let Some(called) = text.strip_suffix(" {") {
            name = called;
        } else if let Some((keys, english)) = text.split_once(" => ")
            && english != "\"\","
        {
            let key = keys.split(" | ").next().unwrap_or_default().trim_matches('"');
            found.insert(format!("{stem}-{name}-{}", if key == "_" { "other" } else { key }), BTreeSet::new());
        }
    }
    found
}

/// The messages of a file, and the arguments that each uses.
fn messages(file: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut current = String::new();
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        if let Some((id, _)) = line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_alphabetic())) {
            id.clone_into(&mut current);
            assert!(found.insert(current.clone(), BTreeSet::new()).is_none(), "{id} stands twice");
        }
        for used in line.split('$').skip(1) {
            let used = used.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
            // A dollar by itself is one.
            let used: String = used;
            if !used.is_empty() {
                found.entry(current.clone()).or_default().insert(used);
            }
        }
    }
    found
}

fn english_files() -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/words");
    let read = |path: &Path| fs::read_to_string(path).unwrap();
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let named = files.map(|path| (path.file_stem().unwrap().to_string_lossy().replace("mod", "words"), read(&path)));
    // What the language itself needs is no text.
    named.filter(|(stem, _)| !["language", "german"].contains(&stem.as_str())).collect()
}

#[test]
fn every_text_has_its_german_message_with_the_same_arguments() {
    let german: BTreeMap<&str, &str> = FILES.iter().copied().collect();
    let mut wrong = Vec::new();
    let mut count = 0;
    for (stem, source) in english_files() {
        let texts = texts(&stem, &source);
        if texts.is_empty() || ENGLISH.iter().any(|(file, _)| *file == stem) {
            // Titles of rules and facts stand elsewhere; they have tests of their own.
            assert!(!german.contains_key(stem.as_str()) || stem == "facts", "{stem} is not to be translated");
            continue;
        }
        count += texts.len();
        let messages = german.get(stem.as_str()).map(|file| messages(file)).unwrap_or_default();
        for (id, args) in &texts {
            match messages.get(id) {
                None => wrong.push(format!("{id}: no message")),
                Some(used) if !used.is_subset(args) => wrong.push(format!("{id}: uses {used:?} of {args:?}")),
                Some(_) => {}
            }
        }
        wrong.extend(messages.keys().filter(|id| !texts.contains_key(*id)).map(|id| format!("{id}: no text is called so")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count > 4000, "{count} texts are read");
}

#[test]
fn every_rule_has_its_german_title() {
    let file = FILES.iter().find(|(stem, _)| *stem == "rules").unwrap().1;
    let titles: BTreeSet<String> = messages(file).into_keys().collect();
    let rules: BTreeSet<String> = check::rules().iter().map(|rule| format!("rules-{}", rule.name)).collect();
    assert_eq!(titles, rules);
    let _spoken = speak(Language::German);
    for rule in check::rules() {
        assert_ne!(rule.says(), rule.title, "{}", rule.code);
        assert!(rule.says().chars().count() <= 40, "{} has no room", rule.says());
    }
}

#[test]
fn every_text_of_a_template_has_its_german() {
    let file = FILES.iter().find(|(stem, _)| *stem == "templates").unwrap().1;
    let texts = |campaign: &Campaign| {
        let mut texts = vec![campaign.name.clone()];
        texts.extend(campaign.anchor.iter().map(|anchor| anchor.label.clone()));
        texts.extend(campaign.brands.iter().map(|brand| brand.name.clone()));
        texts.extend(campaign.products.iter().map(|product| product.name.clone()));
        texts.extend(campaign.creators.iter().map(|creator| creator.name.clone()));
        for lane in &campaign.lanes {
            texts.extend(lane.relationship.evidence.clone());
            texts.extend(lane.moments.iter().flat_map(|card| [card.title.clone(), card.notes.clone().unwrap_or_default()]));
        }
        texts
    };
    let written: usize = template::all().iter().map(|template| texts(template.campaign()).len() + 3).sum();
    assert_eq!(messages(file).len(), written, "each text has one message, and each message one text");
    let german = {
        let _spoken = speak(Language::German);
        template::all()
    };
    for (one, other) in template::all().iter().zip(german) {
        assert_eq!(one.key, other.key);
        assert_ne!(one.line, other.line, "{}", one.key);
        assert!(other.short.chars().count() <= 47, "{} has no room", other.short);
        let changed = texts(one.campaign()).iter().zip(texts(other.campaign())).filter(|(one, other)| *one != other).count();
        assert!(changed * 10 >= written_of(&texts(one.campaign())) * 7, "{}: {changed}", one.key);
        let cards = other.campaign().lanes.iter().flat_map(|lane| &lane.moments);
        assert!(cards.filter_map(|card| card.notes.as_deref()).all(|prompt| template::prompts().contains(prompt)));
    }
}

/// How many texts there are that German writes in another way: “Creator”, “Launch” and “Story” are German, too.
fn written_of(texts: &[String]) -> usize {
    texts
        .iter()
        .filter(|text| !["Creator", "Launch", "Story", "Teaser", "Drop", "Start", "Event"].contains(&text.as_str()))
        .count()
}

#[test]
fn markets_and_keys_are_called_as_germans_call_them() {
    let mut campaign = Campaign::new(PlanId::default(), "Plan");
    campaign.markets = ["DE", "US", "AT"].map(str::to_owned).into();
    let names = |campaign: &Campaign| check::market_lines(campaign).into_iter().map(|line| line.market).collect::<Vec<_>>();
    assert_eq!(names(&campaign)[..2], ["Germany", "United States"]);
    let _spoken = speak(Language::German);
    assert_eq!(names(&campaign), ["Deutschland", "Vereinigte Staaten", "Europäische Union allgemein"]);
    assert!(
        check::market_lines(&campaign)
            .iter()
            .all(|line| ["Deutsch", "Englisch", "die Sprache des Publikums"].contains(&line.language))
    );
    assert_eq!(["Ctrl", "Delete", "F8", "K"].map(keys::on_keyboard), ["Strg", "Entf", "F8", "K"]);
}

#[test]
fn what_is_known_of_a_market_is_told_in_german() {
    let mut campaign = Campaign::new(PlanId::default(), "Plan");
    campaign.markets = ["DE", "FR", "UK", "IE", "EU", "US", "AT"].map(str::to_owned).into();
    let all =
        |campaign: &Campaign| check::market_lines(campaign).into_iter().map(|line| (line.notes, line.source)).collect::<Vec<_>>();
    let english = all(&campaign);
    let _spoken = speak(Language::German);
    let german = all(&campaign);
    assert_eq!(english.len(), 7);
    for ((notes, source), (german_notes, german_source)) in english.iter().zip(&german) {
        assert_eq!(notes.len(), german_notes.len());
        // What names nothing but laws may be the same in both.
        assert!(source != german_source, "{source}");
        assert!(notes.iter().zip(german_notes).all(|(english, german)| english != german), "{notes:?} {german_notes:?}");
    }
    let file = FILES.iter().find(|(stem, _)| *stem == "markets").unwrap().1;
    let known = |id: &str| ["source-", "restricted-", "note-"].iter().any(|kind| id.starts_with(&format!("markets-{kind}")));
    let messages: BTreeSet<String> = messages(file).into_keys().filter(|id| known(id)).collect();
    let expected = |(line, (notes, _)): (&str, &(Vec<&str>, String))| {
        let notes = (0..notes.len()).map(|at| format!("markets-note-{line}-{at}")).collect::<Vec<_>>();
        notes.into_iter().chain([format!("markets-source-{line}"), format!("markets-restricted-{line}")]).collect::<Vec<_>>()
    };
    let expected = ["DE", "FR", "UK", "IE", "EU", "US"].into_iter().zip(&english).flat_map(expected).collect();
    assert_eq!(messages, expected);
}

#[test]
fn amounts_and_decimals_are_written_as_germans_write_them() {
    let money = |text: &str| Money::parse(text).unwrap().readable();
    assert_eq!((money("48800 EUR"), words::decimal(4, 5)), ("€48,800".to_owned(), "4.5".to_owned()));
    let _spoken = speak(Language::German);
    assert_eq!(["48800 EUR", "-1234.5 SEK"].map(money), ["48.800 €", "−1.234,50 SEK"]);
    assert_eq!(words::decimal(4, 5), "4,5");
    let written = |form| Money::parse("1200.5 EUR").unwrap().readable_in(form);
    let forms = [MoneyForm::SignFirst, MoneyForm::SignLast, MoneyForm::CodeFirst].map(written);
    assert_eq!(forms, ["1.200,50 €", "1.200,50 €", "EUR 1.200,50"]);
    // One of something has the form of one, though the number is a word.
    assert!(deck::asks_ready(deck::number_capital(1), deck::number(3)).starts_with("Eine von drei"));
    assert!(deck::asks_early(deck::number_capital(2), deck::number(3)).starts_with("Zwei von drei"));
}

#[test]
fn what_does_not_hold_in_a_plan_is_said_in_german_and_found_where_it_is() {
    let demo = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/demo/long-way-round.moments")).unwrap();
    for (right, wrong, word) in [
        ("id: \"tobi-ask\"", "id: \"maren-why\"", "Momente"),
        ("product: \"fjell-2\"", "product: \"fjell-3\"", "Produkt"),
        ("end: \"2027-11-30\"", "end: \"2027-01-30\"", "Kampagne"),
    ] {
        let text = demo.replacen(right, wrong, 1);
        assert_ne!(text, demo, "{right}");
        let read = || store::read(text.as_bytes()).unwrap_err();
        let english = read();
        let _spoken = speak(Language::German);
        let german = read();
        assert_eq!((german.line, german.column), (english.line, english.column), "{}", german.message);
        assert!(german.message.contains(word), "{}", german.message);
    }
}

#[test]
fn every_fact_that_is_told_again_is_one() {
    let file = FILES.iter().find(|(stem, _)| *stem == "facts").unwrap().1;
    let all = [findings::FIXED, words::fit::FIXED, words::labels::FIXED, words::asks::FIXED, words::stands::FIXED];
    let facts: BTreeMap<String, &str> =
        all.into_iter().flatten().map(|(path, text)| (path.rsplit("::").next().unwrap().to_owned(), *text)).collect();
    for (id, used) in messages(file) {
        let text = facts.get(&id).unwrap_or_else(|| panic!("{id} is no fact"));
        assert!(used.iter().all(|arg| text.contains(&format!("{{{arg}}}"))), "{id} uses {used:?}");
    }
}

#[test]
fn a_fact_is_told_again_in_german() {
    let told = |fact: &str| words::facts::retold(fact, |_, text| Some(text.to_owned()));
    assert_eq!(told(&findings::fact_given(2)), None, "in English it stands as it is");
    let _spoken = speak(Language::German);
    assert_eq!(told(&findings::fact_given(2)).as_deref(), Some("Dazwischen gegeben: 2"));
    assert_eq!(told(&words::asks::fact_heavy(3, 4, 7)).as_deref(), Some("Aufforderungen: 3 von 4, übliche Posts: 7"));
    assert_eq!(told("something else"), None);
}

#[test]
fn every_file_of_messages_is_read_whole() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/words/de");
    let on_disk: BTreeSet<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    let listed: BTreeSet<String> = FILES.iter().map(|(stem, _)| format!("{stem}.ftl")).collect();
    assert_eq!(on_disk, listed);
    for (stem, text) in FILES {
        let read = fluent_bundle::FluentResource::try_new((*text).to_owned());
        assert!(read.is_ok(), "{stem}: {:?}", read.err().map(|(_, errors)| errors));
    }
}

#[test]
fn numbers_choose_the_form_of_the_word_and_texts_stay_as_they_are() {
    let _spoken = speak(Language::German);
    assert_eq!([1, 3].map(words::days), ["1 Tag", "3 Tage"]);
    assert_eq!([0, 1, 2].map(palette::count).map(|said| said.chars().next()), [Some('K'), Some('1'), Some('2')]);
    assert_eq!(board::day_number(7), "Tag 7");
    assert_eq!(names::kind("announcement"), "Ankündigung");
    assert_eq!([1, 12, 13].map(names::month), ["Jan", "Dez", "Dez"]);
    assert_eq!(names::language_of(" DE "), Some("Deutsch"));
    assert_eq!(words::list(&["Maja", "Sam", "Ida"]), "Maja, Sam und Ida");
    assert_eq!(counts::grouped(214_000), "214.000");
    assert_eq!([words::moments(60_000), counts::rows(1)], ["60.000 Momente".to_owned(), "1 Zeile".to_owned()]);
    assert_eq!(filter::shown_spoken(1, 60_000), "1 von 60.000 Momenten zu sehen");
    assert_eq!(board::day_number(2027), "Tag 2027", "what is no amount stays as it is written");
    // A title that looks like a number is not counted.
    assert!(board::card_title("Karte", "007").contains("007"));
    assert_eq!(words::nested("„Ein „Titel“ darin“"), "„Ein ‚Titel‘ darin“");
}

#[test]
fn the_language_belongs_to_the_thread_and_is_carried_where_it_is_wanted() {
    assert_eq!((spoken(), words::days(2)), (Language::English, "2 days".to_owned()));
    let guard = speak(Language::German);
    assert_eq!(words::days(2), "2 Tage");
    let there = std::thread::spawn(|| words::days(2)).join().unwrap();
    assert_eq!(there, "2 days", "another thread is not reached");
    let there = std::thread::spawn(carried(|| words::days(2))).join().unwrap();
    assert_eq!(there, "2 Tage");
    assert_eq!(english(|| words::days(2)), "2 days");
    drop(guard);
    assert_eq!([words::moments(999), words::moments(60_000)], ["999 moments", "60,000 moments"]);
    assert_eq!(filter::shown_spoken(1_200, 60_000), "1,200 of 60,000 moments shown");
    assert_eq!([counts::grouped("four"), counts::grouped(-1_200)], ["four", "-1,200"]);
    assert_eq!((words::days(2), findings::undated()), ("2 days".to_owned(), "no date"));
}

#[test]
fn a_system_is_understood_however_it_names_its_language() {
    let of = ["de_DE.UTF-8", "de-AT", "DE", "de_CH@euro", "en_US", "C", "", "fr_FR", "den"].map(Language::of_system);
    let german = of.map(|language| language == Language::German);
    assert_eq!(german, [true, true, true, true, false, false, false, false, false]);
}
