//! Which versions go when a new one came: the last twenty stay, then fewer the older they are. Pure: numbers in, numbers out.

/// So many of the newest always stay.
pub const LAST: usize = 20;
const HOUR: i64 = 60 * 60;
const DAY: i64 = 24 * HOUR;
const WEEK: i64 = 7 * DAY;

/// What is known of a version.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    /// When it was kept, in seconds since 1970.
    pub at: i64,
    /// Somebody gave it a name.
    pub named: bool,
    /// It can be read.
    pub sound: bool,
}

/// Which of the versions, the oldest first, are to go: of each hour of the last day, each day of the last month and each week
/// of the last year the newest stays. Named ones never go, nor does the last one that can be read; one that cannot be read
/// never takes the place of one that can.
#[must_use]
pub fn goes(versions: &[Known], now: i64) -> Vec<usize> {
    let mut gone = Vec::new();
    let mut taken = std::collections::BTreeSet::new();
    let mut sound_seen = false;
    for (from_newest, (at, version)) in versions.iter().enumerate().rev().enumerate() {
        // A clock that was set back makes versions of the future: they count as new.
        let bucket = match now.saturating_sub(version.at) {
            age if age < DAY => Some((HOUR, version.at.div_euclid(HOUR))),
            age if age < 30 * DAY => Some((DAY, version.at.div_euclid(DAY))),
            age if age < 365 * DAY => Some((WEEK, version.at.div_euclid(WEEK))),
            _ => None,
        };
        let first_of_its_time = bucket.is_some_and(|bucket| taken.insert((version.sound, bucket)));
        let last_sound = version.sound && !sound_seen;
        sound_seen |= version.sound;
        if from_newest >= LAST && !first_of_its_time && !version.named && !last_sound {
            gone.push(at);
        }
    }
    gone
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(at: i64) -> Known {
        Known { at, named: false, sound: true }
    }

    /// Keeps a version at each of these times, thinning each time, and says which are left.
    fn lived(times: impl IntoIterator<Item = i64>) -> Vec<i64> {
        let mut kept: Vec<Known> = Vec::new();
        for at in times {
            kept.push(version(at));
            for gone in goes(&kept, at) {
                kept.remove(gone);
            }
        }
        kept.iter().map(|version| version.at).collect()
    }

    #[test]
    fn two_years_of_saves_every_ten_minutes_leave_a_list_that_can_be_read() {
        // Eight hours a day, five days a week.
        let times = (0..2 * 365_i64).filter(|day| day % 7 < 5).flat_map(|day| (0..48).map(move |save| day * DAY + save * 600));
        let left = lived(times);
        let now = *left.last().unwrap();
        assert!(left.len() <= LAST + 24 + 30 + 53, "{} versions", left.len());
        assert!(left.iter().rev().take(LAST).is_sorted_by(|a, b| **a - **b == 600), "the last ones are all there");
        let oldest = now - left[0];
        assert!((350 * DAY..366 * DAY).contains(&oldest), "{} days", oldest / DAY);
        let gaps: Vec<i64> = left.windows(2).map(|two| two[1] - two[0]).collect();
        assert!(gaps.iter().all(|gap| *gap <= 8 * DAY), "no hole larger than a week");
    }

    #[test]
    fn what_was_written_last_on_a_day_is_what_stays_of_it() {
        // Forty saves on each of ten days.
        let left = lived((0..10_i64).flat_map(|day| (0..40).map(move |save| day * DAY + save * 60)));
        for day in 0..8 {
            assert!(left.contains(&(day * DAY + 39 * 60)), "the last one of day {day}");
        }
        assert_eq!(left.iter().filter(|at| **at < 8 * DAY).count(), 8);
    }

    #[test]
    fn names_and_the_last_one_that_can_be_read_never_go() {
        let mut versions: Vec<Known> = (0..100).map(|second| version(1000 + second)).collect();
        versions[3].named = true;
        for broken in versions.iter_mut().skip(50) {
            broken.sound = false;
        }
        let gone = goes(&versions, 1_000_000_000);
        assert!(!gone.contains(&3) && !gone.contains(&49), "{gone:?}");
        assert_eq!(gone.len(), 100 - LAST - 2);
    }

    #[test]
    fn a_clock_that_runs_backwards_loses_nothing_recent() {
        let versions: Vec<Known> = (0..30).map(|step| version(10 * DAY - step * HOUR)).collect();
        assert!(goes(&versions, 0).is_empty(), "each has an hour of its own");
    }
}
