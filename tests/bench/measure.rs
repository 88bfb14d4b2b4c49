//! How the benches measure and print: median and 99th percentile of every size, and its ratio to the first row of the same
//! run, because absolute times of a shared machine say little. (The usual bench libraries print neither of the last two.)
#![allow(unreachable_pub, reason = "shared by several benches")]
#![expect(clippy::disallowed_methods, clippy::print_stdout, reason = "a bench reads the clock and prints")]

use std::time::{Duration, Instant};

/// What one size took.
pub(crate) struct Times {
    /// What was measured, for the first column.
    pub(crate) name: String,
    median: Duration,
    p99: Duration,
}

/// Runs `work` a few times to warm up, then `samples` times with a clock beside it.
pub(crate) fn measure<T>(name: impl Into<String>, samples: usize, mut work: impl FnMut() -> T) -> Times {
    for _ in 0..samples.div_ceil(10) {
        std::hint::black_box(work());
    }
    let mut times: Vec<Duration> = (0..samples.max(1))
        .map(|_| {
            let start = Instant::now();
            std::hint::black_box(work());
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    let at = |share: f64| times[((times.len() - 1) as f64 * share).round() as usize];
    Times { name: name.into(), median: at(0.5), p99: at(0.99) }
}

/// Prints a table; the first row is the one to which the others are compared.
pub(crate) fn table(title: &str, rows: &[Times]) {
    println!("\n{title}\n{:<40}{:>12}{:>12}{:>10}", "", "median", "p99", "ratio");
    for row in rows {
        let ratio = rows.first().map_or(1.0, |first| row.median.as_secs_f64() / first.median.as_secs_f64().max(1e-9));
        println!("{:<40}{:>12}{:>12}{ratio:>9.2}×", row.name, readable(row.median), readable(row.p99));
    }
}

fn readable(time: Duration) -> String {
    let micros = time.as_secs_f64() * 1e6;
    if micros < 1000.0 { format!("{micros:.1} µs") } else { format!("{:.2} ms", micros / 1000.0) }
}
