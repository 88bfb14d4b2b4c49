//! `fix --all` over random plans: it comes to an end, and no plan is worse for it.

use momentboard::check::{Severity, check};
use momentboard::model::Day;
use momentboard::store::{Base, open_plan, save_plan};

use crate::plans::random_plan;
use crate::scratch::Scratch;
use crate::terminal_run::{args, run};

/// How many plans are tried.
const PLANS: u64 = 60;

fn counts(path: &std::path::Path) -> [usize; 3] {
    let options = momentboard::check::Options { today: Day::new(2027, 8, 1), ..Default::default() };
    let report = check(&open_plan(path).unwrap().campaign, &options);
    let open = |severity| report.findings.iter().filter(|it| it.state.is_open() && it.severity == severity).count();
    [Severity::Error, Severity::Warning, Severity::Hint].map(open)
}

#[test]
fn fix_all_comes_to_an_end_and_makes_no_plan_worse() {
    let folder = Scratch::new("fix-random");
    let mut fixed = 0;
    for seed in 0..PLANS {
        let (before, after) = (folder.join("before.moments"), folder.join("after.moments"));
        save_plan(&before, &random_plan(seed), Base::Overwrite).unwrap();
        let said = run(args!["fix", &before, "--all", "-o", &after, "--force"]);
        assert_eq!((said.code, said.err.as_str()), (0, ""), "{seed}");
        let (was, is) = (counts(&before), counts(&after));
        assert!(is <= was, "{seed}: {was:?} became {is:?}");
        fixed += usize::from(is < was);
        let again = run(args!["fix", &after, "--all", "--dry-run"]);
        assert!(again.out.contains("there is no safe fix to do."), "{seed}: {}", again.out);
    }
    assert!(fixed > 10, "only {fixed} plans had something to fix");
}
