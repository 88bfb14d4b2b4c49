//! Where two lists of things differ: stretches that go and stretches that come, with what stands unchanged between them.

use std::collections::HashMap;
use std::hash::Hash;
use std::ops::Range;
use std::sync::Arc;

use super::patch::PatchError;
use crate::model::record::record;
use crate::model::{Id, PictureId};

record! {
    /// A stretch of a list that differs.
    pub struct Splice {
        /// Where it begins in the list before.
        has at: usize,
        /// How many things of the list before it takes out.
        has gone: usize,
        /// What stands there instead.
        list ids: Vec<Id>,
    }
}

record! {
    /// A stretch of the list of pictures that differs.
    pub struct PictureSplice {
        /// Where it begins in the list before.
        has at: usize,
        /// How many pictures of the list before it takes out.
        has gone: usize,
        /// What stands there instead.
        list ids: Vec<PictureId>,
    }
}

/// A stretch that differs, by its places in both lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    /// What goes.
    pub(super) old: Range<usize>,
    /// What comes.
    pub(super) new: Range<usize>,
}

/// The stretches in which two lists differ, in their order. `same` says whether two things with one key are equal, too.
///
/// The common beginning and end cost a comparison each, which is one of pointers where both lists come from one session.
pub(super) fn stretches<T, K: Eq + Hash + Copy>(
    old: &[Arc<T>],
    new: &[Arc<T>],
    key: impl Fn(&T) -> K,
    same: impl Fn(&Arc<T>, &Arc<T>) -> bool,
) -> Vec<Stretch> {
    let alike = |pair: &(&Arc<T>, &Arc<T>)| key(pair.0) == key(pair.1) && same(pair.0, pair.1);
    let head = old.iter().zip(new).take_while(alike).count();
    let (old_rest, new_rest) = (old.get(head..).unwrap_or_default(), new.get(head..).unwrap_or_default());
    let tail = old_rest.iter().rev().zip(new_rest.iter().rev()).take_while(alike).count();
    let (old_end, new_end) = (old.len() - tail, new.len() - tail);
    let mut found = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    let (mut i, mut j) = (head, head);
    let places = |list: &[Arc<T>], range: Range<usize>| -> HashMap<K, usize> {
        range.filter_map(|at| Some((key(list.get(at)?), at))).collect()
    };
    let (in_old, in_new) = if head == old_end || head == new_end {
        (HashMap::new(), HashMap::new())
    } else {
        (places(old, head..old_end), places(new, head..new_end))
    };
    while i < old_end && j < new_end {
        let (Some(was), Some(is)) = (old.get(i), new.get(j)) else { break };
        if alike(&(was, is)) {
            if let Some((from, to)) = open.take() {
                found.push(Stretch { old: from..i, new: to..j });
            }
            (i, j) = (i + 1, j + 1);
            continue;
        }
        open = open.or(Some((i, j)));
        if key(was) == key(is) {
            (i, j) = (i + 1, j + 1);
            continue;
        }
        // Of two things that stand in both lists the one that went further is the one that moved.
        let goes = match (in_new.get(&key(was)), in_old.get(&key(is))) {
            (None, _) => true,
            (_, None) => false,
            (Some(to), _) if *to < j => true,
            (_, Some(from)) if *from < i => false,
            (Some(to), Some(from)) => to - j > from - i,
        };
        if goes { i += 1 } else { j += 1 }
    }
    if open.is_some() || i < old_end || j < new_end {
        let (from, to) = open.unwrap_or((i, j));
        found.push(Stretch { old: from..old_end, new: to..new_end });
    }
    found
}

/// Builds a list from the one before and its stretches. `find` gives what a stretch puts in.
pub(super) fn weave<'a, T, K: Copy + 'a>(
    old: &[Arc<T>],
    splices: impl Iterator<Item = (usize, usize, &'a [K])>,
    find: impl Fn(K) -> Option<Arc<T>>,
) -> Result<Vec<Arc<T>>, PatchError> {
    let mut list = Vec::with_capacity(old.len());
    let mut next = 0;
    for (at, gone, ids) in splices {
        list.extend(old.get(next..at).ok_or(PatchError::OutOfPlace)?.iter().cloned());
        next = at.checked_add(gone).filter(|end| *end <= old.len()).ok_or(PatchError::OutOfPlace)?;
        for id in ids {
            list.push(find(*id).ok_or(PatchError::Missing)?);
        }
    }
    list.extend(old.get(next..).ok_or(PatchError::OutOfPlace)?.iter().cloned());
    Ok(list)
}
