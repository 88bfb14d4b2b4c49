//! An agency's rules: every way in which their file can be wrong is one clear message, and what holds is the plan's own above
//! the agency's above the defaults, in the window's checker and in the terminal alike.

use std::sync::Arc;

use momentboard::check::{self, Options, Origin, Rule, Sketch, check, fold_label, market_names, rule_names, rules_off};
use momentboard::model::{Campaign, Day, Grade, House, Profile, RuleGrade, RuleOff, Settings, Unknown};
use momentboard::store::{self, Base, Known, house_text, open_house, open_plan, read_house, save_plan};
use momentboard::words::counts;

use crate::scratch::{self, Scratch};
use crate::terminal_run::{args, parsed, run};

fn read_text(path: &std::path::Path) -> String {
    String::from_utf8(momentboard::store::fs::load(path).unwrap().0).unwrap()
}

fn read(text: &str) -> Result<House, store::ReadError> {
    read_house(text.as_bytes(), Known { rules: &rule_names(), markets: &market_names(), label: fold_label })
}

fn house(text: &str) -> House {
    read(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// Place, message and what to do, as one line.
fn refused(text: &str) -> String {
    let error = read(text).expect_err(text);
    format!("{error} {}", error.hint)
}

const ACME: &str = r##"// What Acme plans by.
(
    name: "Acme",
    settings: (
        profile: strict,
        min_lead_days: 10,
        severities: [(rule: "no-community-before-product", severity: warning), (rule: "PBR-06", severity: hint)],
    ),
    vocabulary: (
        values: [(words: ["craft", "craftsmanship"])],
        topics: [(words: ["gambling", "betting"])],
        labels: [(market: "UK", accepted: ["#acmead"], too_vague: ["#acme"])],
    ),
    rules_off: [(rule: "pbr-11", by: "Kim", reason: "We plan in order first.")],
)
"##;

#[test]
fn a_file_is_read_and_names_rules_by_code_or_by_name() {
    let acme = house(ACME);
    assert_eq!(
        (acme.name.as_str(), acme.settings.profile, acme.settings.min_lead_days),
        ("Acme", Some(Profile::Strict), Some(10))
    );
    let grades: Vec<_> = acme.settings.severities.iter().map(|grade| (grade.rule.as_str(), grade.severity)).collect();
    assert_eq!(grades, [("PBR-04", Grade::Warning), ("PBR-06", Grade::Hint)]);
    assert_eq!(acme.rules_off[0].rule, "PBR-11");
    assert_eq!(acme.vocabulary.values[0].words, ["craft", "craftsmanship"]);
    assert_eq!(acme.vocabulary.labels[0].accepted, ["#acmead"]);
    assert_eq!(house(r#"House(name: "A")"#).settings, Settings::default());
    assert_eq!(house("\u{feff}(name: \"A\", settings: (min_lead_days: 0x10))").settings.min_lead_days, Some(16));
}

#[test]
fn what_is_written_is_read_again() {
    let acme = house(ACME);
    let text = house_text(&acme).unwrap();
    assert_eq!(house(&text), acme, "{text}");
    assert_eq!(house_text(&house(&text)).unwrap(), text);
}

#[test]
fn a_key_that_nobody_knows_is_named_with_the_nearest_one() {
    let place = |line: &str| refused(&format!("(\n    name: \"Acme\",\n{line}\n)"));
    assert_eq!(
        place("    settings: (min_lead_day: 10),"),
        "3:16: “min_lead_day” is nothing that settings can hold. Did you mean min_lead_days?"
    );
    assert_eq!(place("    setings: (),"), "3:5: “setings” is nothing that the house rules can hold. Did you mean settings?");
    assert_eq!(
        place("    min_lead_days: 10,"),
        "3:5: “min_lead_days” is nothing that the house rules can hold. Put it into the settings: (name: \"…\", settings: (min_lead_days: …))"
    );
    assert_eq!(
        place("    colour: \"red\","),
        "3:5: “colour” is nothing that the house rules can hold. It can hold name, settings, vocabulary and rules_off."
    );
    assert_eq!(
        place("    vocabulary: (values: [(word: [\"a\"])]),"),
        "3:28: “word” is nothing that words that mean the same can hold. Did you mean words?"
    );
    assert_eq!(
        place("    vocabulary: (labels: [(market: \"UK\", acepted: [\"#ad\"])]),"),
        "3:42: “acepted” is nothing that the labels of a market can hold. Did you mean accepted?"
    );
    assert_eq!(
        place("    rules_off: [(rule: \"PBR-04\", by: \"Kim\", reasn: \"x\")],"),
        "3:45: “reasn” is nothing that a rule that is turned off can hold. Did you mean reason?"
    );
    assert_eq!(
        place("    settings: (severities: [(rule: \"PBR-04\", weight: hint)]),"),
        "3:46: “weight” is nothing that what a rule weighs can hold. It can hold rule and severity."
    );
    assert_eq!(
        place("    settings: (colour: {\"a\": 1}),").split(" It can").next(),
        Some("3:16: “colour” is nothing that settings can hold.")
    );
}

#[test]
fn a_number_out_of_its_range_names_the_range() {
    let place = |value: &str| refused(&format!("(name: \"Acme\", settings: (min_lead_days: {value}))"));
    let hint = "Change the number, or take the line out: the default holds then.";
    assert_eq!(place("366"), format!("1:42: “min_lead_days” is 366 here; it goes from 0 to 365 days. {hint}"));
    assert_eq!(place("-1"), format!("1:42: “min_lead_days” is -1 here; it goes from 0 to 365 days. {hint}"));
    assert_eq!(place("70000"), format!("1:42: “min_lead_days” is 70000 here; it goes from 0 to 365 days. {hint}"));
    for odd in ["\"ten\"", "7.5", "ten", "[7]", "Some(7)", "true", "99999999999999999999"] {
        assert_eq!(place(odd), format!("1:42: “min_lead_days” is a whole number, from 0 to 365 days. {hint}"), "{odd}");
    }
    let most = |name: &str, value: u32| refused(&format!("(name: \"A\", settings: ({name}: {value}))"));
    for threshold in Settings::THRESHOLDS {
        for fine in [threshold.least, threshold.most] {
            let text = format!("(name: \"A\", settings: ({}: {fine}))", threshold.name);
            assert_eq!((threshold.get)(&house(&text).settings), Some(fine));
        }
        let said = most(threshold.name, u32::from(threshold.most) + 1);
        assert!(said.contains(&format!("it goes from {} to {}", threshold.least, counts::grouped(threshold.most))), "{said}");
    }
}

#[test]
fn a_rule_that_there_is_not_is_named_with_the_nearest_one() {
    let off = |rule: &str| refused(&format!("(name: \"A\", rules_off: [(rule: \"{rule}\", by: \"Kim\", reason: \"x\")])"));
    assert_eq!(off("PBR-4"), "1:32: “PBR-4” is no rule. Did you mean PBR-04 (no-community-before-product)?");
    assert_eq!(
        off("no-comunity-before-product"),
        "1:32: “no-comunity-before-product” is no rule. Did you mean PBR-04 (no-community-before-product)?"
    );
    assert!(off("elephants").starts_with("1:32: “elephants” is no rule. The rules are PBR-01, "));
    let grade = |text: &str| refused(&format!("(name: \"A\", settings: (severities: [{text}]))"));
    assert_eq!(
        grade("(rule: \"PRB-04\", severity: hint)"),
        "1:44: “PRB-04” is no rule. Did you mean PBR-04 (no-community-before-product)?"
    );
    assert_eq!(
        grade("(rule: \"PBR-04\", severity: hint), (rule: \"no-community-before-product\", severity: error)"),
        "1:78: PBR-04 stands here twice. Keep one of the two and take the other one out."
    );
    assert_eq!(grade("(rule: \"PBR-04\", severity: warn)"), "1:64: “warn” is no severity. Did you mean warning?");
    assert_eq!(
        grade("(rule: \"PBR-04\", severity: fatal)"),
        "1:64: “fatal” is no severity. The choices are error, warning and hint."
    );
    assert_eq!(grade("(rule: \"PBR-04\", severity: \"hint\")"), "1:64: “hint” is no severity. Write it without quotes: hint");
}

#[test]
fn everything_else_that_is_wrong_is_one_message_too() {
    for (text, said) in [
        (
            "",
            "The file is empty. House rules begin with a name: (name: \"Acme\") The name is shown wherever one of the rules decides something.",
        ),
        (
            "()",
            "1:1: “name” is missing: the house rules cannot do without it. The name is shown wherever one of the rules decides something.",
        ),
        ("(name: \" \")", "1:8: “name” is empty here. Write it, or take the entry out."),
        ("(name: Acme)", "1:8: “name” is text in quotes. Write it in straight quotes: \"…\""),
        ("(name: \"A\", name: \"B\")", "1:13: “name” is set twice. Keep one of the two. Correct this place in the file."),
        (
            "(name: \"A\", settings: (min_lead_days: 3, min_lead_days: 4))",
            "1:42: “min_lead_days” is set twice. Keep one of the two. Correct this place in the file.",
        ),
        (
            "(name: \"A\", settings: [])",
            "1:23: A group in round brackets is expected here: settings. Write a round bracket, then names with colons: (profile: …)",
        ),
        ("(name: \"A\", settings: (profile: strickt))", "1:33: “strickt” is no profile. Did you mean strict?"),
        (
            "(name: \"A\", settings: (values_hint_only: yes))",
            "1:42: “values_hint_only” is true or false. Correct this place in the file.",
        ),
        (
            "(name: \"A\", rules_off: (rule: \"PBR-04\"))",
            "1:24: “rules_off” is a list in square brackets. Correct this place in the file.",
        ),
        (
            "(name: \"A\", rules_off: [(rule: \"PBR-04\", by: \"Kim\")])",
            "1:25: “reason” is missing: a rule that is turned off cannot do without it. Write it, or take the entry out.",
        ),
        (
            "(name: \"A\", rules_off: [(rule: \"PBR-04\", by: \"\", reason: \"x\")])",
            "1:46: “by” is empty here. Write it, or take the entry out.",
        ),
        (
            "(name: \"A\", vocabulary: (values: [(words: [\"craft\"])]))",
            "1:43: “words” needs two words or more that mean the same. Add the other words, or take the entry out.",
        ),
        (
            "(name: \"A\", vocabulary: (values: [\"craft\", \"skill\"]))",
            "1:35: A group in round brackets is expected here: words that mean the same. Write a round bracket, then names with colons: (words: …)",
        ),
        (
            "(name: \"A\", vocabulary: (labels: [(market: \"UK\"), (market: \"GB\")]))",
            "1:60: The market UK stands here twice. Keep one of the two and take the other one out.",
        ),
        (
            "(name: \"A\", vocabulary: (labels: [(market: \"BR\")]))",
            "1:44: “BR” is no market with a table of labels. The choices are DE, FR, UK, GB, IE, EU, US, USA, AT, BE, BG, CY, CZ, DK, EE, EL, ES, FI, GR, HR, HU, IT, LT, LU, LV, MT, NL, PL, PT, RO, SE, SI and SK.",
        ),
        (
            "(name: \"A\", vocabulary: (labels: [(market: \"UK\"), (market: \"uk\")]))",
            "1:60: The market UK stands here twice. Keep one of the two and take the other one out.",
        ),
        (
            "(name: \"A\", vocabulary: (values: [(words: [craft])]))",
            "1:44: “words” is text in quotes. Write it in straight quotes: \"…\"",
        ),
        (
            "(name: \"A\", settings: (changes: [(setting: \"x\", author: \"K\", on: \"2027-02-30\", reason: \"r\")]))",
            "1:66: “2027-02-30” is not a day of the calendar. Write it as year-month-day, for example 2027-09-16. Correct this place in the file.",
        ),
        ("(name: \"A\"", "1:11: The file ends too early: its last part is missing. Correct this place in the file."),
        ("(name: \"A\" settings: ())", "1:12: A comma is expected here. Correct this place in the file."),
        (
            "(name: \"A\") (name: \"B\")",
            "1:13: Something stands here after the end of the house rules. Correct this place in the file.",
        ),
        (
            "(format: \"momentboard\", version: 1)",
            "This is a plan, not a file of house rules. Choose a file of house rules, and open the plan with “Open…”.",
        ),
        (
            "Please keep two weeks between asks.\nThanks, Ada",
            "This is no file of house rules: such a file begins with (name: …). Choose a file of house rules.",
        ),
        ("- two weeks", "This is no file of house rules: such a file begins with (name: …). Choose a file of house rules."),
        (
            "[1, 2]",
            "1:1: A group in round brackets is expected here: the house rules. Write a round bracket, then names with colons: (name: …)",
        ),
        (
            "#![enable(implicit_some)]\n(name: \"A\")",
            "1:1: This cannot be read as house rules. They are one group in round brackets: (name: \"Acme\", settings: (…)) Correct this place in the file.",
        ),
    ] {
        assert_eq!(refused(text), said, "{text}");
    }
    let error = read_house(b"(name: \"A\xff\")", Known { rules: &[], markets: &[], label: fold_label }).unwrap_err();
    assert_eq!(error.to_string(), "1:10: The file is not UTF-8 text from here on, so it does not hold house rules.");
    let deep = format!("(name: \"A\", settings: {})", "(".repeat(100_000));
    assert!(refused(&deep).contains("Brackets are nested too deeply here for house rules."));
    let large = format!("(name: \"{}\")", "a".repeat(1 << 20));
    assert!(refused(&large).starts_with("The file is larger than 1 MiB, more than house rules can be."));
}

#[test]
fn no_bytes_make_reading_panic() {
    // Every beginning of a good file, and the file with each byte in turn replaced by one that means something.
    for end in 0..ACME.len() {
        let _ = read_house(&ACME.as_bytes()[..end], Known { rules: &rule_names(), markets: &market_names(), label: fold_label });
    }
    for at in 0..ACME.len() {
        for odd in *b"()[]{}\",:/*r#'\\\xff0" {
            let mut bytes = ACME.as_bytes().to_vec();
            bytes[at] = odd;
            let _ = read_house(&bytes, Known { rules: &rule_names(), markets: &market_names(), label: fold_label });
        }
    }
}

/// Announcement and values story eight days before the ask, and no word from the community.
fn plan() -> Campaign {
    Sketch::parse("new: A0 V4 P8").unwrap().campaign(None)
}

fn codes(campaign: &Campaign, options: &Options) -> Vec<String> {
    check(campaign, options).findings.iter().map(|finding| format!("{} {}", finding.code(), finding.severity.key())).collect()
}

fn with_house(text: &str) -> Options {
    Options { house: Some(Arc::new(house(text))), ..Options::default() }
}

fn off(rule: &str) -> RuleOff {
    RuleOff { rule: rule.to_owned(), by: "Lena".to_owned(), reason: "Not here.".to_owned(), unknown: Unknown::default() }
}

#[test]
fn the_plan_counts_more_than_the_house_and_the_house_more_than_the_default() {
    let default = Options::default();
    let acme = with_house(ACME);
    let mut campaign = plan();
    assert_eq!(codes(&campaign, &default), ["PBR-04 hint"]);
    assert_eq!(codes(&campaign, &acme), ["PBR-04 warning", "PBR-05 warning"], "limit and weight of the house");
    let lead =
        |campaign: &Campaign| check(campaign, &acme).findings.into_iter().find(|finding| finding.code() == "PBR-05").unwrap();
    let finding = lead(&campaign);
    let limit = finding.threshold.unwrap();
    assert_eq!((limit.setting, limit.value, limit.origin), ("min_lead_days", 10, Origin::House));

    campaign.settings.min_lead_days = Some(8);
    assert_eq!(codes(&campaign, &acme), ["PBR-04 warning"], "the plan's limit");
    campaign.settings.min_lead_days = Some(9);
    assert_eq!(lead(&campaign).threshold.unwrap().origin, Origin::Plan);
    campaign.settings.min_lead_days = Some(8);
    let grade = RuleGrade { rule: "PBR-04".to_owned(), severity: Grade::Error, unknown: Unknown::default() };
    campaign.settings.severities.push(grade);
    assert_eq!(codes(&campaign, &acme), ["PBR-04 error"], "the plan's weight");
    campaign.rules_off.push(off("PBR-04"));
    assert_eq!(codes(&campaign, &acme), Vec::<String>::new());
}

#[test]
fn the_profile_comes_from_the_plan_then_the_house() {
    let strict: Vec<&Rule> = check::rules().iter().filter(|rule| rule.profile == Profile::Strict).collect();
    assert_eq!(strict.iter().map(|rule| rule.code).collect::<Vec<_>>(), ["ASK-02", "ASK-04", "FIT-03", "VAL-03"]);
    let house = |profile: &str| with_house(&format!("(name: \"Acme\", settings: (profile: {profile}))"));
    for rule in strict {
        let campaign = Sketch::parse(rule.example).unwrap().campaign(Day::new(2027, 3, 1));
        let fires = |plan: Option<Profile>, options: &Options| {
            let mut campaign = campaign.clone();
            campaign.settings.profile = plan;
            check(&campaign, options).findings.iter().any(|finding| finding.code() == rule.code)
        };
        assert!(!fires(None, &Options::default()), "{}: neither says strict", rule.code);
        assert!(fires(None, &house("strict")), "{}: the house does", rule.code);
        assert!(!fires(Some(Profile::Standard), &house("strict")), "{}: the plan says standard", rule.code);
        assert!(fires(Some(Profile::Strict), &house("standard")), "{}: the plan says strict", rule.code);
        // Who checks can ask for either.
        let asked = |profile| Options { profile: Some(profile), ..house("strict") };
        assert!(!fires(Some(Profile::Strict), &asked(Profile::Standard)), "{}: standard is asked for", rule.code);
        assert!(fires(Some(Profile::Standard), &asked(Profile::Strict)), "{}: strict is asked for", rule.code);
    }
}

#[test]
fn a_rule_is_off_where_either_says_so_and_it_is_told_who() {
    let acme = with_house("(name: \"Acme\", rules_off: [(rule: \"PBR-04\", by: \"Kim\", reason: \"Experts only.\")])");
    let mut campaign = plan();
    campaign.rules_off = vec![off("PBR-11"), off("ZZZ-99")];
    assert_eq!(codes(&campaign, &acme), Vec::<String>::new());
    let told = |campaign: &Campaign, options: &Options| -> Vec<String> {
        let all = rules_off(campaign, options);
        all.iter().map(|off| format!("{} {} {} {:?}", off.rule.code, off.by, off.reason, off.house)).collect()
    };
    assert_eq!(told(&campaign, &acme), ["PBR-04 Kim Experts only. Some(\"Acme\")", "PBR-11 Lena Not here. None"]);
    let report = check(&campaign, &acme);
    assert_eq!(report.rules_off(&campaign), rules_off(&campaign, &acme));
}

#[test]
fn a_plan_carries_house_rules_through_a_file_and_those_of_the_options_stand_in_their_place() {
    let folder = Scratch::new("house-carried");
    let path = folder.join("plan.moments");
    let mut campaign = plan();
    campaign.house = Some(Arc::new(house(ACME)));
    campaign.settings.min_lead_days = Some(12);
    campaign.rules_off = vec![off("NEW-77")];
    save_plan(&path, &campaign, Base::New).unwrap();
    let again = open_plan(&path).unwrap();
    assert!(again.notices.is_empty());
    assert_eq!(again.campaign, campaign, "a rule of a later version is kept");
    let text = read_text(&path);
    assert!(text.contains("        house: (\n            name: \"Acme\",\n            settings: (\n                profile: strict,\n                min_lead_days: 10,"), "{text}");
    assert_eq!(codes(&again.campaign, &Options::default()), ["PBR-04 warning", "PBR-05 warning"]);
    assert_eq!(codes(&again.campaign, &with_house("(name: \"Other\")")), ["PBR-05 warning", "PBR-04 hint"]);
}

#[test]
fn the_terminal_checks_by_a_file_of_rules() {
    let folder = Scratch::new("house-terminal");
    let (path, rules) = (folder.join("plan.moments"), folder.join("acme.ron"));
    save_plan(&path, &plan(), Base::New).unwrap();
    scratch::write(&rules, ACME.as_bytes());
    let told = |rules: Option<&std::path::Path>| {
        let mut all = args!["check", &path, "--format", "json"].to_vec();
        all.extend(rules.into_iter().flat_map(|rules| args!["--rules", rules].to_vec()));
        let said = run(&all);
        let found = parsed(&said)["files"][0]["findings"].as_array().unwrap().clone();
        found
            .iter()
            .map(|one| format!("{} {}", one["code"].as_str().unwrap(), one["severity"].as_str().unwrap()))
            .collect::<Vec<_>>()
    };
    assert_eq!(told(None), ["PBR-04 hint"]);
    assert_eq!(told(Some(&rules)), ["PBR-04 warning", "PBR-05 warning"]);
    let said = run(args!["check", &path, "--rules", &rules]);
    assert!(said.out.contains("PBR-11 is turned off in the rules of Acme by Kim: We plan in order first."), "{}", said.out);

    // A fix and a page know the same rules.
    let fixed = run(args!["fix", &path, "--rules", &rules, "-o", &folder.join("fixed.moments")]);
    assert_eq!(fixed.code, 0, "{}", fixed.err);
    assert!(fixed.out.contains("PBR-04"), "{}", fixed.out);
    assert_eq!(run(args!["export", &path, "--rules", &rules, "-o", &folder.join("page.md")]).code, 0);
    let page = read_text(&folder.join("page.md"));
    assert!(page.contains("PBR-05") && page.contains("We plan in order first."), "{page}");

    // A file that is wrong stops before anything is read or written.
    scratch::write(&rules, b"(\n    name: \"Acme\",\n    settings: (min_led_days: 3),\n)");
    for all in [
        args!["check", &path, "--rules", &rules].as_slice(),
        args!["fix", &path, "--rules", &rules],
        args!["export", &path, "--rules", &rules, "-o", &folder.join("no.md")],
    ] {
        let said = run(all);
        let wanted = format!(
            "{}:3:16: “min_led_days” is nothing that settings can hold.\n  Did you mean min_lead_days?\n",
            rules.display()
        );
        assert_eq!((said.code, said.err.as_str(), said.out.as_str()), (2, wanted.as_str(), ""));
    }
    let gone = run(args!["check", &path, "--rules", &folder.join("none.ron")]);
    assert_eq!((gone.code, gone.err.contains("There is no such file.")), (2, true));
    assert!(open_house(&rules, Known { rules: &rule_names(), markets: &market_names(), label: fold_label }).is_err());
    assert!(!folder.join("no.md").exists());
}

#[test]
fn the_team_reads_how_the_rules_are_set_and_the_client_does_not() {
    use momentboard::share::{self, Choice, Format, Reader, Watch};
    let mut campaign = plan();
    campaign.settings.min_lead_days_warm = Some(4);
    campaign.settings.changes.push(momentboard::model::SettingChange {
        setting: "min_lead_days_warm".to_owned(),
        author: "Lena".to_owned(),
        on: momentboard::model::Day::new(2027, 9, 2),
        reason: "Slow seller.".to_owned(),
        unknown: Unknown::default(),
    });
    campaign.rules_off.push(off("PBR-06"));
    let report = check(&campaign, &with_house(ACME));
    for format in [Format::Markdown, Format::Html] {
        let page = |reader| {
            let choice = Choice::new(reader, format);
            let bytes = share::export(&campaign, &report, &choice, Watch::none()).unwrap().bytes;
            String::from_utf8(bytes).unwrap().replace('\\', "")
        };
        let (team, client) = (page(Reader::Internal), page(Reader::Client));
        for told in [
            "How the rules are set",
            "Acme, used where this page was made",
            "At least 4 days from the first card to the first ask, for people who know each other (default: 3 days)",
            "set in this plan by Lena, 2 Sep 2027: Slow seller.",
            "At least 10 days from the first card to the first ask, for a new relationship (default: 7 days)",
            "set by Acme",
            "Which rules run: Strict",
            "PBR-04 No community voice before the ask, always a warning",
            "Not here.",
            "We plan in order first.",
        ] {
            assert!(team.contains(told), "{told}:\n{team}");
        }
        for kept in ["Acme", "Lena", "Slow seller", "Not here", "PBR-", "How the rules are set", "We plan in order"] {
            assert!(!client.contains(kept), "{kept}");
        }
    }
}

#[test]
fn what_contradicts_itself_is_one_message_with_its_line() {
    let both = "(\n    name: \"A\",\n    settings: (severities: [(rule: \"PBR-04\", severity: hint)]),\n    rules_off: [\n        (rule: \"no-community-before-product\", by: \"Kim\", reason: \"x\"),\n    ],\n)";
    assert_eq!(
        refused(both),
        "5:16: PBR-04 has a weight in these rules and is turned off here: a rule that is off weighs nothing. Keep one of the two and take the other one out."
    );
    let labels = "(name: \"A\", vocabulary: (labels: [\n    (market: \"UK\", accepted: [\"#AcmeAd\"],\n     too_vague: [\"#acme\", \"acme ad\"]),\n]))";
    assert_eq!(
        refused(labels),
        "3:27: “acme ad” is too vague here and accepted in the same market. Keep one of the two and take the other one out."
    );
    house(&both.replace("no-community-before-product", "PBR-05"));
    house(&labels.replace("acme ad", "acme"));
}
