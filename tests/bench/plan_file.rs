//! How long opening and saving take, pictures left out: reading and checking text, writing and verifying it, and the disk.

#![expect(clippy::disallowed_methods, reason = "a bench makes a folder for its plans and removes it")]

#[path = "measure.rs"]
mod measure;
#[path = "../support/plans.rs"]
mod plans;

use measure::{measure, table};
use momentboard::store::fs::Base;
use momentboard::store::{open_plan, save_plan};
use plans::large_plan;

fn main() {
    let folder = std::env::temp_dir().join(format!("momentboard-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("the folder for the plans can be made");
    let (mut open, mut save) = (Vec::new(), Vec::new());
    for (moments, lanes) in [(100, 4), (1_000, 12), (10_000, 40), (100_000, 200)] {
        let plan = large_plan(7, moments, lanes);
        let path = folder.join(format!("{moments}.moments"));
        let samples = if moments > 10_000 { 5 } else { 20 };
        // A failure would look like a fast machine.
        save.push(measure(format!("{moments} moments"), samples, || {
            save_plan(&path, &plan, Base::Overwrite).expect("the plan can be saved")
        }));
        open.push(measure(format!("{moments} moments"), samples, || open_plan(&path).expect("the plan can be opened")));
    }
    table("Open (read, parse, check)", &open);
    table("Save (write out, read back and compare, flush, replace, verify)", &save);
    std::fs::remove_dir_all(&folder).expect("the folder can be removed");
}
