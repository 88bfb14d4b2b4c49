//! A plan cannot command the terminal, whatever is written in it: neither where it is checked nor where it is shared.

use momentboard::store;

use crate::injection::corpus;
use crate::planted::{self, Size};
use crate::scratch::{self, Scratch};
use crate::terminal_run::{Said, args, parsed, run};

/// Everything that was said, which no terminal obeys. What keeps a name apart ends on its line, and has nothing of its kind in it.
fn harmless(said: &Said) -> String {
    let all = format!("{}{}", said.out, said.err);
    let obeyed = |c: &char| c.is_control() && *c != '\n' || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}' | '\u{2067}');
    assert_eq!(all.chars().find(obeyed), None, "{all}");
    for line in all.lines() {
        let marks: String = line.chars().filter(|c| matches!(c, '\u{2068}' | '\u{2069}')).collect();
        assert_eq!(marks.replace("\u{2068}\u{2069}", ""), "", "{line:?}");
    }
    all
}

#[test]
fn no_text_of_a_plan_commands_the_terminal() {
    let folder = Scratch::new("terminal-injection");
    let path = folder.join("plan.moments");
    let plan = planted::plan(&corpus(), 0, Size { lanes: 10, moments: 21 });
    scratch::write(&path, &store::write(&plan).unwrap());
    let said = run(args!["check", &path]);
    assert!(harmless(&said).contains("alert(1)"), "the texts are said");
    for format in ["json", "sarif"] {
        let said = run(args!["check", &path, "--format", format]);
        assert!(parsed(&said).to_string().contains('\u{202e}'), "what is written as a number is meant");
        harmless(&said);
    }
    for name in ["html", "md", "csv", "ics", "xlsx"] {
        let out = folder.join(&format!("x.{name}"));
        assert_eq!(run(args!["export", &path, "-o", &out]).code, 0);
        harmless(&run(args!["export", &path, "-o", &out, "--force"]));
        harmless(&run(args!["export", &path, "-o", &out, "--force", "--for", "nobody at all"]));
    }
    let table = folder.join("x.csv");
    harmless(&run(args!["import", &table, "-o", &folder.join("back.moments"), "--dry-run"]));
    harmless(&run(args!["fix", &path, "--dry-run"]));
    harmless(&run(args!["check", &folder.join("\u{1b}[31mnone.moments")]));
}
